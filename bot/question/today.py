"""The dates that a message means by words that count from the day on which it is asked, or from that on which the
resolution in view was adopted: 去年, last year, this month, the same year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from bot.language.cues import Cue
from bot.language.dates import Period
from bot.language.lexicon import apart_from
from bot.language.normal import is_chinese
from bot.language.shapes import Shape
from bot.question import times
from bot.question.reading import LITTLE, Reading
from bot.question.record import Among, HistoryQuestion, ListQuestion

_MONTHS = 12


def _year(day: date, back: int = 0) -> str:
    return str(day.year - back)


def _month(day: date, back: int = 0) -> str:
    year, month = divmod(day.year * _MONTHS + day.month - 1 - back, _MONTHS)
    return f"{year}-{month + 1:02d}"


_COUNTED: dict[Shape, Callable[[date], str]] = {
    Shape.THIS_YEAR: _year,
    Shape.LAST_YEAR: lambda day: _year(day, 1),
    Shape.YEAR_BEFORE_LAST: lambda day: _year(day, 2),
    Shape.THIS_MONTH: _month,
    Shape.LAST_MONTH: lambda day: _month(day, 1),
    Shape.TODAY: date.isoformat,
    Shape.YESTERDAY: lambda day: (day - timedelta(days=1)).isoformat(),
}
"""What each word means on a day, written as bot.language.dates reads it."""
_YEARS = (Shape.THIS_YEAR, Shape.LAST_YEAR, Shape.YEAR_BEFORE_LAST, Shape.SAME_YEAR)
_DAYS = (Shape.TODAY, Shape.YESTERDAY)
"""These stand in small talk, too."""
_MOST_YEARS = 100
"""The greatest number of years that are counted back."""


def in_dates(r: Reading, today: date | None, adopted: date | None = None, *, goes_on: bool = False) -> str:
    """The message with those words written as dates; empty where it has none, or names a document, of which the reply
    tells the date, or where there is one document alone.

    today: None where it is not known. adopted: when the resolution in view was; None where there is none. goes_on:
    whether the question before was of that one.

    去年10月 becomes 2025年10月, in March of last year: in March of 2025.
    """
    if r.documents or len(r.library.summaries) == 1:
        return ""
    asks = bool(r.bodies) or r.about_votes or r.has(Cue.DOCUMENTS) or r.tells(Shape.RESOLUTION)
    said = {shape: say(today) for shape, say in _COUNTED.items() if asks or shape not in _DAYS} if today else {}
    if adopted and not times.dated(r):
        said[Shape.SAME_YEAR] = _year(adopted)
    places = ((a, b, shape) for shape in said for a, b in r.spans_of(shape))
    found = [(a, b, _years(said[x], b, r) if x in _YEARS else said[x]) for a, b, x in places]
    found += _past_years(r, today) if today and asks else []
    found += _months_near(r, adopted) if adopted and goes_on and not found else []
    dated, at = "", 0
    for start, end, words in sorted(found, key=lambda x: (x[0], -x[1])):
        if start < at:
            continue
        dated += r.text.cased[at:start] + words
        at = end
    return dated + r.text.cased[at:] if at else ""


def _months_near(r: Reading, adopted: date) -> list[tuple[int, int, str]]:
    """Where a message goes on with one month of which it says no year, and that one of the year of a day: and in
    December?, after one of November; nothing where the one of another year is as near."""
    named = times.without_year(r) if r.has(Cue.AND_THEN) and not times.dated(r) else ()
    if len(named) != 1 or not 0 < abs(named[0][2] - adopted.month) <= _NEAR:
        return []
    start, end, month, day = named[0]
    return [(start, end, f"{adopted.year}-{month:02d}" + (f"-{day:02d}" if day else ""))]


_NEAR = 5
"""Months from that of the resolution in view: in that year, or one beside it."""


def on_that_day(r: Reading, day: date) -> HistoryQuestion | ListQuestion | None:
    """What else was voted on on the day of the resolution in view, or how a state voted then: 那天还投了哪些, which
    others were adopted that day?; None where it is not asked."""
    # 投了哪些 asks for resolutions, and not how.
    how = apart_from(r.spans_of(Cue.HOW), [*r.spans_of(Cue.CAST), *r.spans_of(Cue.DOCUMENTS)])
    who = apart_from(r.spans_of(Cue.WHO), r.spans_of(Cue.WHICH_OF))
    others = how or who or r.documents or r.groups or r.has(Cue.COUNTRIES, Cue.RESULT, Cue.WHETHER)
    of_votes = r.has(Cue.CAST, Cue.DOCUMENTS) or bool(r.votes) or r.tells(Shape.ADOPTED)
    which = r.has(Cue.DOCUMENTS, Cue.WHICH_OF, Cue.LIST, Cue.HOW_MANY) or r.tells(Shape.ASKS, Shape.WHICH_RESOLUTIONS)
    asks = r.tells(Shape.SAME_DAY) and of_votes and which and not others
    if not asks or r.left_besides(*_BESIDE_DAY) > LITTLE or (r.votes and not r.states):
        return None
    then = Among((Period(day, day),), next(iter(r.bodies), None))
    return HistoryQuestion(r.states, r.votes, among=then) if r.states else ListQuestion(then, results=True)


_BESIDE_DAY = (Shape.SAME_DAY, Shape.CALENDAR, Shape.OTHER_VOTERS, Shape.ADOPTED, Shape.CIRCUMSTANCE)
"""What a message may have besides that asks for those of a day."""


def _years(said: str, end: int, r: Reading) -> str:
    """A year, or several, as they stand in the script of the word that they are written for."""
    return f"{said}年" if is_chinese(r.text.norm[end - 1]) else said


def _past_years(r: Reading, today: date) -> list[tuple[int, int, str]]:
    """近五年, the past five years, ces cinq dernières années: where that stands, and the first and the last of so many
    years up to this one."""
    norm, found = r.text.norm, []
    numbers = r.library.lexicon.references.numbers(norm)
    for start, end in r.spans_of(Shape.YEARS):
        past = [x for x in r.spans_of(Shape.PAST) if x[1] <= start]
        counts = [x for x in numbers if x[1] <= start]
        if not past or not counts:
            continue
        (a, b), (x, y, count) = max(past, key=lambda x: (x[1], -x[0])), max(counts)
        joined = not norm[max(b, y) : start].strip() and not norm[min(b, y) : max(a, x)].strip()
        if joined and 1 < count <= _MOST_YEARS:
            found.append((min(a, x), end, _years(f"{today.year - count + 1}-{today.year}", end, r)))
    return found
