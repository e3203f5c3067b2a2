"""The sessions that a message names by number: 第55届, the 55th session, 46e session."""

from __future__ import annotations

import re

from bot.language import numerals
from bot.language.shapes import Shape
from bot.question.reading import Reading
from bot.resolution import Span

_NUMBER_LENGTH = 12
"""Characters of the longest number of a session."""
_BEFORE = re.compile(
    rf"第([{numerals.CHINESE}]{{1,6}})$|([{numerals.CHINESE}]{{2,6}})$"
    r"|(?<!\d)(\d{1,3})(?:[-‑]?[a-zа-я]{1,4}\.?)? ?$"
)
"""第五十五, 55, 55th, 46e, 46-я, before the word for a session; 这一届 is none."""


def sessions(r: Reading) -> list[tuple[Span, int]]:
    """Where each stands, with its word, and its number."""
    found = []
    norm, numbers = r.text.norm, r.library.lexicon.references.numbers(r.text.norm)
    for start, end in sorted(r.shapes.get(Shape.SESSION, ())):
        before = _BEFORE.search(norm, max(0, start - _NUMBER_LENGTH), start)
        if before and (number := numerals.value(before[1] or before[2] or before[3])):
            found.append(((before.start(), end), number))
        elif behind := next((x for x in numbers if 0 <= x[0] - end <= 1), None):
            found.append(((start, behind[1]), behind[2]))
    return found
