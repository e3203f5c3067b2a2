"""How much of a question each of some texts covers: whether for each of its parts there is one that means the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from threading import Lock
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.search.encoder import DIMENSIONS, Encode, Vector

Half: TypeAlias = NDArray[np.float16]
"""Vectors, as they are kept."""

MOST_KEPT = 1 << 16
"""Parts of which the vectors are kept, 1 kB each: a resolution has 300 to 1,500, most of which others have as well."""
_COMMON = 2
"""The weight of a part of a question is 1 less its nearness to the average text, to this power: what all texts say
tells none from another. With 0, 1, 2 and 4 the right paragraph is first for 0.739, 0.756, 0.769 and 0.764 of the
questions in tests/documents/."""


class KeptEncoder:
    """An encoder of parts, which keeps the vectors of those that it has met; threads may share it."""

    def __init__(self, encode: Encode, dimensions: int = DIMENSIONS, most: int = MOST_KEPT) -> None:
        """encode: gives vectors of so many dimensions. most: how many are kept."""
        self._encode, self._dimensions, self._most = encode, dimensions, most
        self._kept: dict[str, Half] = {}
        self._lock = Lock()

    def __call__(self, parts: Sequence[str]) -> Half:
        """The vectors of different parts, a row each, in order."""
        # Of a dictionary alone a look-up takes a tenth of what it takes to keep an order of use as well.
        with self._lock:
            known = {part: self._kept[part] for part in parts if part in self._kept}
        new = [part for part in parts if part not in known]
        # Each by itself: a row of an array would keep all of it.
        known |= ((part, vector.astype(np.float16)) for part, vector in zip(new, self._encode(new), strict=True))
        with self._lock:
            if len(self._kept) + len(new) > self._most:
                self._kept.clear()
            self._kept.update((part, known[part]) for part in new)
        return np.array([known[part] for part in parts], np.float16).reshape(-1, self._dimensions)


def covered(near: Vector) -> tuple[Vector, Vector]:
    """How much of a question each text covers, and how much of it others have that it has not; both in [0, 1].

    near: a row for each text, as `nearest_parts` says it. What a text covers is the mean, over the question's parts, of
    the cosine with the nearest of the text's, where a part counts by how few of the texts have one that is near to it.
    What it lacks is the mean of how much nearer the nearest of all texts comes to each part.
    """
    weights = np.power(np.clip(1 - near.mean(axis=0), 1e-3, 1), _COMMON)
    # Not as a matrix product: what some of its routines read beyond the end of a row raises a warning now and then.
    shares: Vector = np.clip((near * (weights / weights.sum())).sum(axis=1), 0, 1)
    return shares, np.clip((near.max(axis=0) - near).mean(axis=1), 0, 1)


def nearest_parts(asked: Vector, texts: Sequence[Sequence[str]], encode: KeptEncoder) -> Vector:
    """A row for each text: of each part that is asked for, the cosine with the nearest of the text's parts; 0 where the
    text has none.

    asked: the vectors of the parts of a question; texts: the parts of each text. What several texts have is compared
    once.
    """
    places = {part: at for at, part in enumerate(dict.fromkeys(chain.from_iterable(texts)))}
    cosines = asked @ encode(list(places)).astype(np.float32).T
    nearest = np.zeros((len(texts), len(asked)), np.float32)
    if with_parts := [at for at, text in enumerate(texts) if text]:
        rows = np.fromiter(map(places.__getitem__, chain.from_iterable(texts)), np.intp)
        lengths = [len(texts[at]) for at in with_parts]
        nearest[with_parts] = np.maximum.reduceat(cosines[:, rows], np.cumsum([0, *lengths[:-1]]), axis=1).T
    return nearest
