"""The sessions that a message names by number: 第55届, the 55th session, 46e session."""

from __future__ import annotations

import re

from bot.language import numerals
from bot.language.cues import Cue
from bot.language.dates import dates
from bot.language.kept import once
from bot.language.shapes import Shape
from bot.question.reading import Reading
from bot.resolution import Body, Span

_NUMBER_LENGTH = 12
"""Characters of the longest number of a session."""
_BEFORE = re.compile(
    rf"第([{numerals.CHINESE}]{{1,6}})$|([{numerals.CHINESE}]{{2,6}})$"
    r"|(?<!\d)第?(\d{1,3})(?:[-‑]?[a-zа-я]{1,4}\.?)? ?$"
)
"""第五十五, 55, 55th, 46e, 46-я, before the word for a session; 这一届 is none."""
_FIRST = 10
"""Below it, a number behind the name of a body is none of a session."""
_OF_A_SYMBOL = ("/", ".", ":", "-")
"""What stands behind a number that is a part of a symbol, or of a date."""


@once
def sessions(r: Reading) -> tuple[tuple[Span, int], ...]:
    """Where each stands, with its word, and its number."""
    found = []
    norm, numbers = r.text.norm, r.library.lexicon.references.numbers(r.text.norm)
    for start, end in sorted(r.shapes.get(Shape.SESSION, ())):
        before = _BEFORE.search(norm, max(0, start - _NUMBER_LENGTH), start)
        if before and (number := numerals.value(before[1] or before[2] or before[3])):
            found.append(((before.start(), end), number))
        elif behind := next((x for x in numbers if 0 <= x[0] - end <= 1), None):
            found.append(((start, behind[1]), behind[2]))
    return tuple(found or _behind_a_body(r))


def _behind_a_body(r: Reading) -> list[tuple[Span, int]]:
    """Those that a number right behind a body's name tells, of one that meets in sessions: HRC 52, UNGA78; not where it
    counts something."""
    counted = {start for start, _ in r.spans_of(Cue.COUNTRIES, Cue.MEMBERS, Shape.OF_LIST, Shape.PART_UNIT)}
    counted |= {start for start, _, _ in r.vote_words}
    # Совет по правам человека 10 октября 2024 года: a day.
    days = [(d.start, d.end) for d in dates(r.text.norm)]
    norm, numbers = r.text.norm, r.library.lexicon.references.numbers(r.text.norm)
    ends = [end for _, end, body in r.library.bodies_in(norm) if body is not Body.SECURITY_COUNCIL]
    return [
        ((at, end), number)
        for at in ends
        for start, end, number in numbers
        if not any(a <= start < b for a, b in days)
        if start - at in (0, 1) and _FIRST <= number < 10 * _FIRST
        if not (norm[end : end + 1] in _OF_A_SYMBOL and norm[end + 1 : end + 2].strip())
        if r.skipped(end, ()) not in counted
    ]


def spans_of_sessions(r: Reading) -> list[Span]:
    """Where they stand."""
    return [span for span, _ in sessions(r)]
