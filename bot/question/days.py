"""Days of which a message says no year: 10月27日的决议, adopted on 10/27. They are those of the years in which
something was adopted on that day; what may as well be the number of a resolution is asked back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.language.citations import DocumentReference
from bot.language.cues import Cue
from bot.language.shapes import Shape
from bot.question import times
from bot.question.conversation import Conversation
from bot.question.documents import DOCUMENTS_OFFERED
from bot.question.model import ClarifyQuestion, Question, Unclear
from bot.question.reading import Reading
from bot.resolution import Span


def in_years(r: Reading, conversation: Conversation) -> str:
    """The message with its one day without a year as a date, or as the dates of several years; empty where it has none,
    where none was adopted on it, or where the month may tell which of those that were offered is meant."""
    last = conversation.turns[-1].question if conversation.turns else None
    of_text = r.has(Cue.IT_IS_SAID, Cue.WHERE) or r.tells(Shape.PART_UNIT)
    if len(r.library.summaries) == 1 or isinstance(last, ClarifyQuestion) or times.dated(r) or of_text:
        return ""
    asks = bool(r.bodies) or r.about_votes or r.has(Cue.DOCUMENTS) or r.tells(Shape.RESOLUTION, Shape.ADOPTED)
    named = [] if r.documents else [(a, b, [(month, day)]) for a, b, month, day in times.without_year(r) if day]
    if r.has(Cue.DOCUMENTS) or r.tells(Shape.ADOPTED, Shape.WHICH_RESOLUTIONS):
        # Which were adopted on 10/27 asks of no resolution of that number.
        named += [(d.start, d.end, _days(d, r)) for d in r.documents]
    if not asks or len(named) != 1:
        return ""
    start, end, days = named[0]
    # 10月27日那天.
    end = next((b for a, b in r.spans_of(Shape.SAME_DAY) if a == r.skipped(end, ())), end)
    dates = sorted({adopted for _, adopted in _adopted_on(days, r)})
    # Of 4/7 both readings may have been days on which something was adopted.
    one_day = len({(day.month, day.day) for day in dates}) == 1
    said = ", ".join(day.isoformat() for day in dates)
    return f"{r.text.cased[:start]}{said}{r.text.cased[end:]}" if one_day else ""


def may_be_a_day(r: Reading, pending: Question) -> ClarifyQuestion | None:
    """Which one of the resolutions adopted on a day is meant, where a message names one that is not here by what may be
    that day: on 10/27; None where it cannot be, or none was adopted then."""
    days = [day for d in r.documents for day in _days(d, r)] if len(r.documents) == 1 else []
    places = sorted(_adopted_on(days, r), key=lambda x: x[1], reverse=True)[:DOCUMENTS_OFFERED]
    offered = tuple(r.library.summaries[at].symbol for at, _ in places)
    return ClarifyQuestion(Unclear.WHICH_DOCUMENT, symbols=offered, pending=pending) if offered else None


def _adopted_on(days: Sequence[Span], r: Reading) -> list[tuple[int, date]]:
    """The places of the resolutions that were adopted on one of some days of any year, and when each was."""
    numbers = r.library.catalogue.columns.day if days else ()
    each = ((at, date.fromordinal(int(number))) for at, number in enumerate(numbers))
    return [(at, day) for at, day in each if (day.month, day.day) in days]


def _days(document: DocumentReference, r: Reading) -> list[Span]:
    """The months and days that what looks like the number of a resolution may mean, where there is none of it here: the
    month first, as in 10/27, or the day."""
    before, _, behind = document.text.partition("/")
    short = all(part.isdecimal() and len(part) <= len("31") for part in (before, behind))
    if not short or r.library.catalogue.called(document.text):
        return []
    one, other = int(before), int(behind)
    return [(month, day) for month, day in {(one, other), (other, one)} if 0 < month <= _MONTHS and 0 < day <= _DAYS]


_MONTHS, _DAYS = 12, 31
