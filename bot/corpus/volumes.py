"""A text as volumes of resolutions print it: above its number and title stand when it was adopted, at which meeting and
on what vote, in one sentence, and the lists of the voters.

volume  = heading* number? adopted list* number "." title …
adopted = "Adopted at the 91st plenary meeting, on 18 July 2023, on the recommendation of the Committee, by a recorded
          vote of 149 to 6, with 17 abstentions, as follows:"
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.corpus.forms import NUMBER_AND_TITLE, Form
from bot.corpus.lines import Cursor, TextLine
from bot.corpus.record import list_heading
from bot.resolution import Span

_HEAD = 40
"""Within how many lines a text begins with its number."""
_SAYS_WHEN = 160
"""Within how many characters the sentence says when, and at which meeting."""


def in_order(cursor: Cursor) -> None:
    """Put what stands above the number of a text in a volume where other texts have it: the meeting, the day and the
    record of the vote below it, before the annexes. Others stay as they are."""
    lines, form = cursor.lines, cursor.form
    titled = next((i for i, line in enumerate(lines[:_HEAD]) if NUMBER_AND_TITLE.fullmatch(line.bare)), 0)
    at = next((i for i, line in enumerate(lines[:titled]) if _pieces(line, form)), None)
    if at is None or not all(list_heading(form).match(line.bare) for line in lines[at + 1 : titled]):
        return
    pieces = _pieces(lines[at], form)
    foot = [_piece(lines[at], *span) for span in pieces]
    cursor.apparatus += [(line.start, line.start + len(line.text)) for line in lines[:at]]
    cursor.apparatus += _around(lines[at], pieces)
    voters, rest = lines[at + 1 : titled], lines[titled:]
    annexed = next((i for i, line in enumerate(rest) if form.annex.fullmatch(line.bare)), len(rest))
    cursor.lines[:] = [*rest[:annexed], *foot, *voters, *rest[annexed:]]


def _pieces(line: TextLine, form: Form) -> list[Span]:
    """Where a line says at which meeting, on which day and how a text was adopted; nothing where it is no such line."""
    text = line.text
    begin = text[:_SAYS_WHEN]
    meeting, day = form.meeting.search(begin), form.date.search(begin)
    how = [found.span() for p in (form.without_a_vote, *form.tallies) for found in p.finditer(text)]
    if not (meeting and day and how):
        return []
    ahead = max(how, key=lambda span: span[1] - span[0])
    apart = ahead[0] >= max(meeting.end(), day.end()) and (meeting.end() <= day.start() or day.end() <= meeting.start())
    # Behind the figures only lists follow, on lines of their own.
    ends = form.without_a_vote.fullmatch(text[slice(*ahead)]) or not re.search(r"\w", text[ahead[1] :])
    return [meeting.span(), day.span(), ahead] if apart and ends else []


def _piece(line: TextLine, start: int, end: int) -> TextLine:
    """A part of a line as one of its own."""
    text = line.text[start:end]
    left = len(text) - len(text.lstrip())
    return TextLine(line.number, line.start + start + left, text.strip(), True)


def _around(line: TextLine, pieces: Iterable[Span]) -> Iterable[Span]:
    """Where the rest of a line stands, without some pieces of it."""
    at = 0
    for start, end in (*sorted(pieces), (len(line.text), len(line.text))):
        if re.search(r"\S", line.text[at:start]):
            yield line.start + at, line.start + start
        at = end
