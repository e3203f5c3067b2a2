"""The foot of a text of another body than the four with forms of their own: the meeting, the day, on one line or on
two, in whatever order, and what else stands there.

foot = (date | meeting | meeting "," date | "Adopted" … date | remark)*
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.corpus import ordinals
from bot.corpus.forms import Form
from bot.corpus.forms.other_bodies import OTHER_FORMS, OTHER_SYMBOL
from bot.corpus.heads import Head
from bot.corpus.lines import Cursor, TextLine
from bot.corpus.told import is_told
from bot.doubts import DoubtKind
from bot.resolution import Footnote, Meeting

_LONGEST = 160
"""Characters of the longest line of such a foot."""

_BRACKETED = re.compile(r"\([^()]{1,140}\)\.?")
_PLACE = re.compile(r"(?!\w+ing\b)[^\W\d_a-zß-ÿа-яё][^\W\d_]*(?:[ -][^\W\d_]+){0,2}")
"""Where a text was adopted, before the day: Geneva, 2 March 2093."""


@dataclass(frozen=True, slots=True)
class FootLine:
    """What a line of a foot says."""

    day: re.Match[str] | None
    meeting: str = ""
    """As printed."""
    number: int = 0


def foot_line(text: str, form: Form) -> FootLine | None:
    """What a line of a foot says, in the form of lines that are compared; None where it is none."""
    if len(text) > _LONGEST:
        return None
    own = OTHER_FORMS[form.language]
    plain = text.strip("()（） .。")
    if day := form.date.fullmatch(plain.rstrip(",，، ")):
        return FootLine(day)
    if own.adopted.match(text) and (day := form.date.search(plain)):
        return FootLine(day)
    for day in form.date.finditer(text):
        before, behind = text[: day.start()].strip(" ,،，(（"), text[day.end() :].strip(" ,،，.。)）")
        if not (before and behind) and (found := _meeting(before or behind, form)):
            return FootLine(day, *found)
        if before and not behind and _PLACE.fullmatch(before):
            return FootLine(day)
    alone = _meeting(plain.rstrip(",،， "), form)
    return FootLine(None, *alone) if alone else None


def is_bracketed(line: TextLine) -> bool:
    """Whether a line stands in brackets as a whole: (Proposal 5, Committee 4)."""
    return _BRACKETED.fullmatch(line.text) is not None


def _meeting(text: str, form: Form) -> tuple[str, int] | None:
    """A meeting, as printed, and its number."""
    found = OTHER_FORMS[form.language].meeting.fullmatch(text)
    number = ordinals.value(found["number"]) if found else None
    return (text, number) if number else None


def read_foot(cursor: Cursor, head: Head) -> tuple[date, str, Meeting | None]:
    """The date of adoption, as a date and as printed, and the meeting, from where the cursor stands; the rest are
    remarks. ContentError where no line of the text has a date."""
    day, printed = head.adopted, head.adopted_as_printed
    meeting: tuple[int, str] | None = None
    while (line := cursor.peek()) is not None:
        found = foot_line(line.bare, cursor.form)
        told, below = is_told(line.bare, cursor.form), cursor.peek(1)
        aside = found is None and not told and is_bracketed(line)
        if aside and below and foot_line(below.bare, cursor.form):
            cursor.doubt(DoubtKind.NOTE, line, f"“{line.text[:60]}” above the day", "it is of the foot")
            cursor.pass_over()
            continue
        if found is None or told:
            if found is not None and found.day and day is None:
                day, printed = cursor.dated(line, found.day), found.day[0]
            break
        cursor.pass_over()
        if found.day:
            day, printed = _agreed(cursor, line, found.day, head) or (day, printed)
        meeting = meeting or ((found.number, found.meeting) if found.number else None)
    if day is None and head.dated:
        day, printed = head.dated
        first = cursor.lines[0]
        cursor.doubt(DoubtKind.HEAD, first, "no line says when it was adopted", f"{printed}, the date of the document")
    if day is None:
        raise cursor.fail(cursor.peek(), "the day, month and year of adoption, in the head or below the text")
    return day, printed, Meeting(*meeting, day) if meeting else None


def _agreed(cursor: Cursor, line: TextLine, found: re.Match[str], head: Head) -> tuple[date, str] | None:
    """The day in a line of the foot; None where the head has one. ContentError where a head read line by line has
    another, or another session."""
    day, session = cursor.dated(line, found), head.session
    if not head.loose and (head.adopted or day is None):
        return None
    if head.loose and head.adopted and day != head.adopted:
        raise cursor.fail(line, f"dated {found[0]}; expected {head.adopted.isoformat()}, the date in the head")
    days = (session.opened, session.closed) if head.loose and session else (None, None)
    if day and days[0] and days[1] and session and not days[0] <= day <= days[1]:
        raise cursor.fail(line, f"{line.text} is outside the session; expected a day within {session.dates}")
    return (day, found[0]) if day else None


def read_remarks(cursor: Cursor, ends: re.Pattern[str]) -> tuple[Footnote, ...]:
    """The lines below the foot that say something else: the record of the meeting, the committee that reported. ends:
    what begins an annex."""
    remarks: list[Footnote] = []
    while (line := cursor.peek()) is not None and not ends.fullmatch(line.bare) and len(line.text) <= _LONGEST:
        if not (foot_line(line.bare, cursor.form) or OTHER_SYMBOL.fullmatch(line.bare)):
            _doubt(cursor, line)
        passage = cursor.whole(cursor.skip())
        remarks.append(Footnote(passage.text, passage.spans, "", "vote"))
    return tuple(remarks)


def _doubt(cursor: Cursor, line: TextLine) -> None:
    bracketed = line.text.startswith("[")
    cursor.doubt(
        DoubtKind.VOTE if bracketed else DoubtKind.NOTE,
        line,
        f"“{line.text[:60]}” stands below the text",
        "a remark; how it was adopted is not stated" if bracketed else "a remark",
    )
