"""The numbered lines of a body, looked at ahead of where it is read."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from bot.corpus.forms import OPERATIVE
from bot.corpus.lines import TextLine


class NumberedLines:
    """Where the lines stand that begin with a number, and their numbers."""

    def __init__(self, lines: Iterable[TextLine], first: int) -> None:
        """lines: of the body; first: the position of the first of them, as the cursor counts."""
        found = ((i, OPERATIVE.match(line.text)) for i, line in enumerate(lines, first))
        self._lines = [(i, int(number[1])) for i, number in found if number]

    @property
    def none(self) -> bool:
        """Whether no line begins with a number."""
        return not self._lines

    def at(self, position: int) -> int | None:
        """The number of the first numbered line from a position on."""
        return self._number(bisect_left(self._lines, (position, 0)))

    def after(self, position: int) -> int | None:
        """The number of the next numbered line behind a position."""
        return self._number(bisect_right(self._lines, (position, sys.maxsize)))

    def list_before(self, number: int, position: int) -> bool:
        """Whether a list that begins with 1 at a position is followed by the line with that number."""
        last = 0
        for _, here in self._lines[bisect_left(self._lines, (position, 0)) :]:
            if here != last + 1:
                return here == number
            last = here
        return last >= number

    def again(self, number: int, position: int) -> bool:
        """Whether that number stands before another line behind a position, before the one that follows it."""
        behind = self._lines[bisect_right(self._lines, (position, sys.maxsize)) :]
        return next((n for _, n in behind if n in (number, number + 1)), None) == number

    def _number(self, index: int) -> int | None:
        return self._lines[index][1] if index < len(self._lines) else None
