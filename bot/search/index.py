"""The index over texts by words and by meaning, joined by one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from bot.search.encoder import Encode, Vector, encode
from bot.search.keywords import CANDIDATES, QUERY_LENGTH, Keywords
from bot.search.parts import asked_for, parts_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.search.covered import Divided, KeptEncoder
    from bot.search.second import Second
    from bot.search.vectors import Vectors

MEANING = 0.9
"""What meaning counts beside the words, of which a text may have all (1) or none (0); see `Found.score`. The right one
first for 432 questions about eight documents, and across languages (XQuAD, eight pairs, 120 paragraphs): with 0.3 0.734
and 0.848, with 0.6 0.762 and 0.852, with 0.9 0.775 and 0.852, with 1.2 0.780 and 0.852; in one language 0.966 with
each."""
COVERED = 2 / 3
"""The share of meaning that is how much of the question the text covers; the rest is how near it comes as a whole. With
0 the right one is first for 0.671 and 0.763, with 1/3 for 0.720 and 0.836, with 3/4 for 0.773 and 0.849, with 1 for
0.727 and 0.792."""
_NEAR = 0.3
"""What nearness of the whole counts beside the words, where it is told which texts to look at closely."""
_FEW = 128
"""Texts that are all sought through in their parts as well, up to CANDIDATES of them; those of a range always are.
Where all of more are sought, their wholes alone are looked at: that says which resolutions are likely, and within these
it is looked closely."""
RANGES = 64
"""Of how many ranges of texts the vectors are kept in memory: 70 to 200 kB for the paragraphs of a resolution."""
DIVIDED = 8
"""Of how many ranges of texts the vectors of the parts are kept in memory: 1 to 3 MB for the paragraphs of a
resolution."""
ASKED = 16
"""Of how many questions: some 100 kB each, and they are only held against one resolution after the other."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked, as vectors."""

    mean: Vector
    """Of what is meant, in one or more ways."""
    parts: Vector
    """A row for each part of the fullest of them; none where it is not looked closely."""


@dataclass(frozen=True, slots=True)
class Found:
    """A text that was found."""

    position: int
    words: float
    """How much of the query it has, as `Keywords.search` says it, in [0, 1]."""
    meaning: float
    """How near it comes in meaning, in [0, 1]: as a whole (`Vectors.nearness`), and in its parts (`covered`); 0 where
    that was not looked at."""
    lacks: float = 0.0
    """How much of the query other texts have that it has not (`covered`). 0 where that was not looked at."""
    common: float = 0.0
    """How near all texts come in meaning, on the average. 0 where that was not looked at."""
    least: float = 0.0
    """How much it has of the half of the query that it has least of (`covered`). 0 where that was not looked at."""
    second: float | None = None
    """How near the second encoder finds it (`Index.opinion`); None where that was not asked."""
    term: float = 0.0
    """How rare the rarest of the known terms of the query that it has is (`bot.search.shared`); 0 where it has none, or
    that was not looked at."""
    unheard: bool = False
    """Whether the query has a known term that no text has."""
    numberless: bool = False
    """Whether it gives no number where one is asked for."""
    of_kind: float = 0.0
    """What counts for it because it is a text of the kind that is asked for (`bot.search.decide.OPERATIVE`)."""

    @property
    def against(self) -> float:
        """What speaks against its being what is sought, however near it comes."""
        return self.lacks + self.common

    @property
    def score(self) -> float:
        """The one sort key: words and MEANING of meaning, as a share of what both can be at most, and the kind."""
        return (self.words + MEANING * self.meaning) / (1 + MEANING) + self.of_kind


class Index:
    """An index over texts, which keep the positions they have in the list.

    What it is made of never changes after it is built, so that threads may share it.
    """

    def __init__(
        self, texts: Sequence[str] | Keywords, meant: Sequence[Sequence[str]] | None = None,
        encode: Encode | None = encode,
        kept: Callable[[int, int], Vectors] | None = None, encode_parts: Encode | None = None,
        second: Second | None = None, divided: Callable[[int, int], Divided] | None = None,
    ) -> None:  # fmt: skip
        """Index the texts; there may be none, and any may be empty. An index by words may be given in place of them,
        with what is meant.

        meant: what stands at each position, in one or more languages, for the meaning; the texts themselves unless
        told. encode: gives sentences their vectors; None for an index by words alone. kept: the vectors of the texts
        from one position up to another; they are encoded each time unless told. encode_parts: gives the parts of texts
        and questions their vectors; the same as sentences unless told. second: gives a second opinion. divided: the
        vectors of the parts of the texts from one position up to another; they are encoded each time unless told.
        """
        self._keywords = texts if isinstance(texts, Keywords) else Keywords.of(texts)
        self._meant = [(text,) for text in texts] if meant is None and not isinstance(texts, Keywords) else meant or ()
        self._encode, self._second = encode, second
        self._encode_parts = encode_parts or encode
        self._vectors = lru_cache(maxsize=RANGES)(kept or self._encoded)
        # One question is held against several resolutions.
        self._asked = lru_cache(maxsize=ASKED)(self._ask)
        self._divided = lru_cache(maxsize=DIVIDED)(divided or self._divide)

    def search(self, query: str, limit: int = 10, within: range | None = None) -> list[tuple[int, float]]:
        """The texts that answer the query best, as (position, score), best first, at most limit; see `ranked`."""
        return [(found.position, found.score) for found in self.ranked(query, limit, within)]

    def ranked(
        self, query: str, limit: int = 10, within: range | None = None, asked: Sequence[str] | None = None
    ) -> list[Found]:
        """The texts that answer the query best by `Found.score`, best first, at most limit; the earlier of equal ones
        first.

        within: look only at the texts at these positions, as if there were no others. asked: in one or more ways, what
        is meant, the fullest last; the query itself unless told; empty to go by the words alone. Texts that share
        nothing are left out. Never raises for want of a match.
        """
        if limit <= 0:
            return []
        ways = [way[:QUERY_LENGTH] for way in ((query,) if asked is None else asked)]
        ways = [way for way in ways if any(map(str.isalnum, way))]
        if self._encode is None or not ways or not (self._meant if within is None else within):
            return [Found(*found, 0.0) for found in self._keywords.search(query, limit, within)]
        return self._by_meaning(query, limit, within, ways)

    def _by_meaning(self, query: str, limit: int, within: range | None, ways: list[str]) -> list[Found]:
        """The same, with what is meant in one or more ways."""
        import numpy as np

        from bot.search.covered import covered

        among = range(len(self._meant)) if within is None else within
        closely = within is not None or len(among) <= _FEW
        # What is nearest to the mean of some vectors is nearest to their sum.
        asked = self._asked(tuple(ways), closely)
        near = self._vectors(among.start, among.stop).nearness(asked.mean, len(among))
        nearest = near.argsort()[-CANDIDATES:] if within is None else np.arange(len(near))
        also = [among.start + at for at in nearest.tolist() if near[at]]
        if not len(asked.parts):
            bonus = near * _NEAR
            likely = self._keywords.ranked(query, limit, within, _at(bonus, among.start), also)
            return [Found(at, words, float(bonus[at - among.start]) / MEANING) for at, words in likely]
        covers, lacks, least = covered(self._divided(among.start, among.stop).nearest(asked.parts))
        meanings = COVERED * covers + (1 - COVERED) * near
        # What of the words cannot bring a text among the best is not computed.
        likely = self._keywords.ranked(query, limit, within, _at(MEANING * meanings, among.start), also)
        looked = np.array([meanings, lacks, np.full_like(lacks, meanings.mean()), least]).T.tolist()
        return [Found(at, words, *looked[at - among.start]) for at, words in likely]

    def means(self, words: Sequence[str], position: int) -> float:
        """How nearly the text at the position has each of some words, one or more, or what means the same: of the one
        that it has least, in [0, 1]."""
        if self._encode is None:
            return 0.0
        near = self._divided(position, position + 1).nearest(self._kept(words).astype("f4"))
        return max(0.0, float(near.min()))

    def opinion(self, ways: tuple[str, ...], positions: Sequence[int]) -> tuple[float, ...]:
        """How near the second encoder finds a question, put in one or more ways, to what stands at each of these
        positions, in the first of its languages; see `Second.opinion`. Nothing where there is none."""
        return self._second.opinion(ways, [self._meant[at][0] for at in positions]) if self._second else ()

    def glanced(self, query: str, least: float) -> list[int]:
        """The positions of a few texts that have so much of the query by its words; see `Keywords.glanced`."""
        return self._keywords.glanced(query, least)

    def words(self, query: str, position: int) -> tuple[str, ...]:
        """The words of the query that the text at the position has; see `Keywords.words`."""
        return self._keywords.words(query, position)

    def _ask(self, ways: tuple[str, ...], closely: bool) -> _Asked:
        """The vectors of what is asked, in one or more ways, and of its parts where it is looked closely; all at once,
        since the encoder takes 2.4 ms each time, and 0.06 ms more for each word or character that it is given."""
        sought = asked_for(ways[-1]) if closely else []
        vectors = self._kept((*ways, *sought)).astype("f4")
        return _Asked(vectors[: len(ways)].mean(axis=0), vectors[len(ways) :])

    def _encoded(self, start: int, stop: int) -> Vectors:
        """The vectors of the texts at those positions."""
        from bot.search.vectors import Vectors

        assert self._encode is not None  # only then is nearness asked for
        return Vectors.of(self._meant[start:stop], self._encode)

    def _divide(self, start: int, stop: int) -> Divided:
        """The parts of what stands at each of those positions, in any language."""
        from bot.search.covered import Divided

        assert self._encode_parts is not None  # only then is it asked for
        return Divided.of(map(parts_of, self._meant[start:stop]), self._encode_parts)

    @cached_property
    def _kept(self) -> KeptEncoder:
        """The encoder of what is asked."""
        from bot.search.covered import KeptEncoder

        assert self._encode_parts is not None  # only then is it asked for
        return KeptEncoder(self._encode_parts)


def _at(each: NDArray[np.floating[Any]], start: int) -> Callable[[int], float]:
    """What stands in a row of numbers, by positions that begin at start."""
    known: list[float] = each.tolist()
    return lambda position: known[position - start]
