"""How much of a question each of some texts covers: whether for each of its parts there is one that means the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from threading import Lock
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.search.encoder import DIMENSIONS, Encode, Vector

Half: TypeAlias = NDArray[np.float16]
"""Vectors, as they are kept."""

MOST_KEPT = 1 << 14
"""Of how many sentences and parts of questions the vectors are kept, 1 kB each: those of some thousand questions."""
_COMMON = 2
"""The weight of a part of a question is 1 less its nearness to the average text, to this power: what all texts say
tells none from another. With 0, 1, 2 and 4 the right paragraph is first for 0.739, 0.756, 0.769 and 0.764 of the
questions in tests/documents/."""


class KeptEncoder:
    """An encoder, which keeps the vectors of the sentences and parts that it has met; threads may share it."""

    def __init__(self, encode: Encode, most: int = MOST_KEPT) -> None:
        """most: how many are kept."""
        self._encode, self._most = encode, most
        self._kept: dict[str, Half] = {}
        self._lock = Lock()

    def __call__(self, parts: Sequence[str]) -> Half:
        """The vectors of sentences or parts, a row each, in order."""
        # Of a dictionary alone a look-up takes a tenth of what it takes to keep an order of use as well.
        with self._lock:
            known = {part: self._kept[part] for part in parts if part in self._kept}
        new = [part for part in dict.fromkeys(parts) if part not in known]
        # Each by itself: a row of an array would keep all of it.
        known |= ((part, vector.astype(np.float16)) for part, vector in zip(new, self._encode(new), strict=True))
        with self._lock:
            if len(self._kept) + len(new) > self._most:
                self._kept.clear()
            self._kept.update((part, known[part]) for part in new)
        return np.array([known[part] for part in parts], np.float16).reshape(-1, DIMENSIONS)


def covered(near: Vector) -> tuple[Vector, Vector, Vector]:
    """How much of a question each text covers, how much of it others have that it has not, and how much it covers of
    the half that it covers least; all in [0, 1].

    near: a row for each text, as `Divided.nearest` says it. What a text covers is the mean, over the question's parts,
    of the cosine with the nearest of the text's, where a part counts by how few of the texts have one that is near to
    it. What it lacks is the mean of how much nearer the nearest of all texts comes to each part.
    """
    weights = np.power(np.clip(1 - near.mean(axis=0), 1e-3, 1), _COMMON)
    # Not as a matrix product: what some of its routines read beyond the end of a row raises a warning now and then.
    shares: Vector = np.clip((near * (weights / weights.sum())).sum(axis=1), 0, 1)
    lacks = np.clip((near.max(axis=0) - near).mean(axis=1), 0, 1)
    least = np.sort(near, axis=1)[:, : max(1, near.shape[1] // 2)].mean(axis=1)
    return shares, lacks, np.clip(least, 0, 1)


@dataclass(frozen=True, slots=True, eq=False)
class Divided:
    """The vectors of the parts of texts; what several texts have is there once."""

    matrix: Vector
    """A row for each different part. Half as exact it would take half of the memory, and three times as long to
    compare."""
    rows: NDArray[np.int32]
    """The rows of the parts of all texts, in order."""
    starts: NDArray[np.int64]
    """Where in rows each text begins that has a part."""
    positions: NDArray[np.int64]
    """Which of the texts these are, in order."""
    count: int
    """How many texts there are."""

    @classmethod
    def of(cls, texts: Iterable[Iterable[str]], encode: Encode) -> Divided:
        """The parts of each text, encoded in one go."""
        places: dict[str, int] = {}
        each = [[places.setdefault(part, len(places)) for part in text] for text in texts]
        rows = np.fromiter(chain.from_iterable(each), np.int32)
        return cls._of_rows(encode(list(places)), rows, np.array([len(own) for own in each], np.int64))

    @classmethod
    def of_numbers(
        cls,
        every: NDArray[np.int32],
        counts: NDArray[np.int64],
        vectors: Callable[[NDArray[np.int32]], Vector | None],
    ) -> Divided | None:
        """The parts of each text by their numbers, those of all one after the other, and how many each has; vectors: of
        different numbers, a row each, or None where one is not known, and then there is nothing."""
        numbers, first, row_of = np.unique(every, return_index=True, return_inverse=True)
        # In the order in which they are met, as where they are encoded: sums are rounded by the place of a row.
        met = np.argsort(first)
        matrix = vectors(numbers[met])
        if matrix is None:
            return None
        return cls._of_rows(matrix, np.argsort(met).astype(np.int32)[row_of], counts)

    @classmethod
    def _of_rows(cls, matrix: Vector, rows: NDArray[np.int32], counts: NDArray[np.int64]) -> Divided:
        """Texts by the rows of their parts, one after the other, and how many each has."""
        positions = np.flatnonzero(counts)
        ends = np.cumsum(counts[positions])
        return cls(matrix, rows, ends - counts[positions], positions, len(counts))

    def nearest(self, asked: Vector) -> Vector:
        """A row for each text: of each part that is asked for, the cosine with the nearest of the text's parts; 0 where
        the text has none.

        asked: the vectors of the parts of a question.
        """
        near = np.zeros((self.count, len(asked)), np.float32)
        if len(self.positions):
            cosines = self.matrix @ asked.T
            near[self.positions] = np.maximum.reduceat(cosines.take(self.rows, axis=0), self.starts, axis=0)
        return near
