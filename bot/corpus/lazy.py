"""Sequences of what is read only when it is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar, overload

from bot.resolution import Paragraph, Resolution
from bot.store.summary import Summary

Item = TypeVar("Item")
Key = TypeVar("Key")


class Lazy(Sequence[Item], Generic[Key, Item]):
    """Items by their keys, each found as it is asked for."""

    def __init__(self, keys: Sequence[Key], find: Callable[[Key], Item]) -> None:
        self.keys, self._find = keys, find

    @overload
    def __getitem__(self, at: int) -> Item: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...

    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        return Lazy(self.keys[at], self._find) if isinstance(at, slice) else self._find(self.keys[at])

    def __len__(self) -> int:
        return len(self.keys)


class Places(Sequence[tuple[Resolution, Paragraph]]):
    """Every paragraph of every resolution, with it, by its position among all."""

    def __init__(self, summaries: Sequence[Summary], resolutions: Sequence[Resolution]) -> None:
        self._resolutions = resolutions
        self._ends = list(accumulate(each.paragraphs for each in summaries))

    @overload
    def __getitem__(self, at: int) -> tuple[Resolution, Paragraph]: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[tuple[Resolution, Paragraph]]: ...

    def __getitem__(self, at: int | slice) -> tuple[Resolution, Paragraph] | Sequence[tuple[Resolution, Paragraph]]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        position = range(len(self))[at]
        index = self.resolution(position)
        resolution = self._resolutions[index]
        return resolution, resolution.paragraphs[position - (self._ends[index - 1] if index else 0)]

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def resolution(self, position: int) -> int:
        """The place of the resolution that a paragraph is of, without reading any."""
        return bisect_right(self._ends, position)


class LazyMeant(Sequence[tuple[str, ...]]):
    """What stands at each place, in each language of its resolution; read as it is asked for."""

    def __init__(
        self, places: Sequence[tuple[Resolution, Paragraph]], texts: Callable[[Resolution], Iterable[Resolution]]
    ) -> None:
        self._places, self._texts = places, texts

    @overload
    def __getitem__(self, at: int) -> tuple[str, ...]: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[tuple[str, ...]]: ...

    def __getitem__(self, at: int | slice) -> tuple[str, ...] | Sequence[tuple[str, ...]]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        resolution, paragraph = self._places[at]
        # The one in its own language is at hand; in others it is looked for by its id.
        its = (paragraph if text is resolution else text.paragraph(paragraph.id) for text in self._texts(resolution))
        return tuple(each.text for each in its)

    def __len__(self) -> int:
        return len(self._places)
