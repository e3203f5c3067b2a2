"""The index over texts by words and by meaning, joined by one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.search.encoder import Encode, Vector, encode
from bot.search.keywords import CANDIDATES, QUERY_LENGTH, Keywords

if TYPE_CHECKING:
    from bot.search.vectors import Vectors

MEANING = 0.3
"""What nearness in meaning counts beside the words, of which a text may have all (1) or none (0); see `Found.score`.

The right one first, of paragraphs and questions in one language (DRCD, 1,000 paragraphs; XQuAD zh and en, 120), and
across languages (XQuAD, ten pairs): with 0 (words alone) 0.965, 0.962 and 0.18; with 0.25 0.970, 0.968 and 0.78; with
0.35 0.970, 0.970 and 0.78; with 0.5 0.969, 0.971 and 0.78; with 1 0.963, 0.971 and 0.78."""

RANGES = 256
"""Of how many ranges of texts the vectors are kept in memory: some 200 kB for the paragraphs of a resolution."""


@dataclass(frozen=True, slots=True)
class Found:
    """A text that was found."""

    position: int
    words: float
    """How much of the query it has, as `Keywords.search` says it, in [0, 1]."""
    meaning: float
    """How near in meaning it comes, as `Vectors.nearness` says it, in [0, 1]; 0 where meaning was not looked at."""

    @property
    def score(self) -> float:
        """The one sort key, in [0, 1]: words and MEANING of meaning, as a share of what both can be at most."""
        return (self.words + MEANING * self.meaning) / (1 + MEANING)


class Index:
    """An index over texts, which keep the positions they have in the list.

    What it is made of never changes after it is built, so that threads may share it.
    """

    def __init__(
        self, texts: Sequence[str] | Keywords, meant: Sequence[Sequence[str]] | None = None, encode: Encode | None = encode,
        kept: Callable[[int, int], Vectors] | None = None,
    ) -> None:  # fmt: skip
        """Index the texts; there may be none, and any may be empty. An index by words may be given in place of them, with what is meant.

        meant: what stands at each position, in one or more languages, for the meaning; the texts themselves unless told.
        encode: gives sentences their vectors; None for an index by words alone. kept: the vectors of the texts from one
        position up to another; they are encoded each time unless told.
        """
        self._keywords = texts if isinstance(texts, Keywords) else Keywords.of(texts)
        self._meant = [(text,) for text in texts] if meant is None and not isinstance(texts, Keywords) else meant or ()
        self._encode = encode
        self._vectors = lru_cache(maxsize=RANGES)(kept or self._encoded)
        # One question is held against several resolutions.
        self._asked = lru_cache(maxsize=RANGES)(self._mean)

    def search(self, query: str, limit: int = 10, within: range | None = None) -> list[tuple[int, float]]:
        """The texts that answer the query best, as (position, score), best first, at most limit; see `ranked`."""
        return [(found.position, found.score) for found in self.ranked(query, limit, within)]

    def ranked(
        self, query: str, limit: int = 10, within: range | None = None, asked: Sequence[str] | None = None
    ) -> list[Found]:
        """The texts that answer the query best by `Found.score`, best first, at most limit; the earlier of equal ones first.

        within: look only at the texts at these positions, as if there were no others. asked: in one or more ways, what
        is meant; the query itself unless told; empty to go by the words alone. Texts that share nothing are left out.
        Never raises for want of a match.
        """
        if limit <= 0:
            return []
        among = range(len(self._meant)) if within is None else within
        near = self._nearness((query,) if asked is None else asked, among)
        nearest = among if within is not None else map(int, near.argsort()[-CANDIDATES:])

        def bonus(position: int) -> float:
            return MEANING * float(near[position - among.start])

        ranked = self._keywords.ranked(query, limit, within, bonus, nearest)
        return [Found(position, words, float(near[position - among.start])) for position, words in ranked]

    def words(self, query: str, position: int) -> tuple[str, ...]:
        """The words of the query that the text at the position has; see `Keywords.words`."""
        return self._keywords.words(query, position)

    def _nearness(self, asked: Sequence[str], among: range) -> Vector:
        """How near in meaning each text at those positions is to what is asked, in [0, 1]."""
        import numpy as np

        ways = [way[:QUERY_LENGTH] for way in asked if any(map(str.isalnum, way[:QUERY_LENGTH]))]
        if self._encode is None or not ways or not among:
            return np.zeros(len(among), np.float32)
        # What is nearest to the mean of some vectors is nearest to their sum.
        return self._vectors(among.start, among.stop).nearness(self._asked(tuple(ways)), len(among))

    def _mean(self, ways: tuple[str, ...]) -> Vector:
        """The mean of the vectors of what is asked, in one or more ways."""
        assert self._encode is not None  # only then is nearness asked for
        mean: Vector = self._encode(ways).mean(axis=0)
        return mean

    def _encoded(self, start: int, stop: int) -> Vectors:
        """The vectors of the texts at those positions."""
        from bot.search.vectors import Vectors

        assert self._encode is not None  # only then is nearness asked for
        return Vectors.of(self._meant[start:stop], self._encode)
