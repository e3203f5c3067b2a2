"""What the paragraphs of a library mean, by their positions among all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence

from bot.search.covered import Divided
from bot.search.vectors import Vectors
from bot.store.meanings import Meanings


class Meant:
    """The vectors of a store, put to the positions of the paragraphs."""

    def __init__(
        self,
        kept: Meanings,
        groups: Sequence[tuple[str, str]],
        spans: Mapping[str, range],
        texts: Callable[[str], Sequence[Sequence[str]]],
    ) -> None:
        """groups: each group of files, in order: its stem, and their signature. spans: of each, by its stem, the
        positions of its paragraphs. texts: what stands in these, in each language."""
        self._kept, self._texts = kept, texts
        self._keys = [key for key in groups if len(spans[key[0]])]
        self._starts = [spans[stem].start for stem, _ in self._keys]

    def vectors(self, start: int, stop: int) -> Vectors:
        """Of the paragraphs of one or more resolutions, from the first position of one up to another."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, stop)
        return Vectors.joined(
            [
                (at - start, self._kept.of(key, self._texts))
                for at, key in zip(self._starts[first:last], self._keys[first:last], strict=True)
            ]
        )

    def divided(self, start: int, stop: int) -> Divided:
        """Of the parts of paragraphs, from one position up to another."""
        first, last = bisect_right(self._starts, start) - 1, bisect_left(self._starts, stop)
        before = self._starts[first]
        return self._kept.divided(self._keys[first:last], slice(start - before, stop - before), self._texts)

    def has(self, position: int) -> bool:
        """Whether the vectors of the resolution whose paragraph stands there are kept."""
        return self._kept.has(self._keys[bisect_right(self._starts, position) - 1])
