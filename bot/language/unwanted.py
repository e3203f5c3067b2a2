"""Which of the paragraphs that a message names by number it does not want: 2–6 except 3 and 5, 十七不要."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bot.language.cursor import GLUE, Found
from bot.language.tokens import Token, TokenKind
from bot.resolution import Span

LEAVES_OUT = (TokenKind.NOT, TokenKind.ALL_BUT)
"""What says that a paragraph beside it is not wanted."""
_BEFORE_A_NUMBER = (*GLUE, TokenKind.UNIT, TokenKind.PREAMBLE, TokenKind.OPERATIVE)
_COMMAS = frozenset(",.;")


@dataclass(frozen=True)
class Unwanted:
    """What was found in a message, and which of it is not wanted."""

    text: str
    tokens: Sequence[Token]
    found: Sequence[Found]
    middles: Sequence[Span]
    """Where the middle one is meant."""
    of_all: bool
    """Whether all are meant, less some."""

    @cached_property
    def spans(self) -> frozenset[Span]:
        """Where what is not wanted stands: right behind or before a word that leaves out, or in the list of such."""
        named = [*(f.span for f in self.found), *self.middles]
        refused = {span for span in named if span[0] in self._leading or span[1] in self._trailing}
        for i, first in enumerate(self.found):
            if first.span[0] in self._leading:
                behind = [f for f in self.found[i + 1 :] if f.place == first.place]
                refused |= self._going_with([first, *behind], [f for f in self.found[:i] if f.span not in refused])
            if first.span[1] in self._trailing:
                runs = [f for f in self.found[:i] if f.selection.first != f.selection.last]
                before = [f for f in self.found[:i] if f.place == first.place and f not in runs]
                refused |= self._going_with([first, *reversed(before)], runs)
        return frozenset(refused)

    @cached_property
    def _leading(self) -> frozenset[int]:
        """Where what stands behind a word that leaves out begins."""
        starts = {f.span[0] for f in self.found} | {start for start, _ in self.middles}
        return frozenset(at for at in map(self._behind, self._words) if at in starts)

    @cached_property
    def _trailing(self) -> frozenset[int]:
        """Where what stands before one ends, that leaves out nothing behind it."""
        ends = {f.span[1] for f in self.found} | {end for _, end in self.middles}
        idle = [i for i in self._words if self.tokens[i].kind is TokenKind.NOT and self._behind(i) not in self._leading]
        before = (next((t.end for t in reversed(self.tokens[:i]) if t.kind not in GLUE), -1) for i in idle)
        return frozenset(at for at in before if at in ends)

    @property
    def _words(self) -> list[int]:
        return [i for i, token in enumerate(self.tokens) if token.kind in LEAVES_OUT]

    def _behind(self, word: int) -> int:
        return next((t.start for t in self.tokens[word + 1 :] if t.kind not in _BEFORE_A_NUMBER), -1)

    def _going_with(self, of_list: list[Found], runs: list[Found]) -> set[Span]:
        """Where those of a list stand that go with its first: as far as they are in a run before, 2–6 except 3 and 5;
        where there is none, those that no comma sets apart, or all of all but 4, 5 and 6."""
        rest: set[Span] = set()
        for one, other in pairwise(of_list):
            low, high = sorted((one.span, other.span))
            number = other.selection
            inside = any(f.selection.first <= number.first and number.last <= f.selection.last for f in runs)
            # 3–7 without the first or the last: that from the end is one of the run, too.
            of_these = not runs or number.first < 0
            together = of_these and (self.of_all or _COMMAS.isdisjoint(self.text[low[1] : high[0]]))
            if not (inside or together):
                break
            rest.add(other.span)
        return rest
