"""What texts mean, as the vectors of their sentences, and how near a question comes to each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.encoder import Encode, Vector

_LONGEST = 400
"""Characters of the longest sentence; what is longer is cut there. The encoder takes the mean of what it reads, so that
more would say less."""

_END = re.compile(r"(?<=[。！？；;!?؟\n])|(?<=\.)\s+(?=[^\W\d_])")


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, and the parts of those that semicolons or lines divide; none is without a letter or
    digit."""
    for sentence in _END.split(text):
        if any(map(str.isalnum, sentence)):
            stripped = sentence.strip()
            yield from (stripped[at : at + _LONGEST] for at in range(0, len(stripped), _LONGEST))


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """The vectors of texts: plain arrays, which may as well be mapped from a file.

    A text is what stands at one position in one language. Each different sentence has one row of matrix; official
    texts repeat many word for word.
    """

    matrix: NDArray[np.float32] | NDArray[np.float16]
    """A row for each different sentence, of length 1."""
    rows: NDArray[np.int32]
    """The rows of the sentences of all texts, in order."""
    starts: NDArray[np.int64]
    """Where in rows each text begins; none is empty."""
    lengths: Vector
    """Of each text: the length of the sum of its sentences' vectors."""
    positions: NDArray[np.int32]
    """Of each text: its position, in order; those of several texts are told apart by their best."""

    @classmethod
    def of(cls, texts: Sequence[Sequence[str]], encode: Encode) -> Vectors:
        """The vectors of what stands at each position, in one or more languages."""
        known: dict[str, int] = {}
        rows: list[int] = []
        starts: list[int] = []
        positions: list[int] = []
        for position, versions in enumerate(texts):
            for version in versions:
                if own := [known.setdefault(s, len(known)) for s in sentences(version)]:
                    starts.append(len(rows))
                    positions.append(position)
                    rows += own
        matrix = encode(list(known))
        at = np.array(rows, np.int32)
        ends = [*starts[1:], len(rows)]
        sums = [np.linalg.norm(matrix[at[a:b]].sum(axis=0)) for a, b in zip(starts, ends, strict=False)]
        return cls(matrix, at, np.array(starts), np.array(sums, np.float32), np.array(positions, np.int32))

    @classmethod
    def joined(cls, parts: Sequence[tuple[int, Vectors]]) -> Vectors:
        """The vectors of several runs of texts as those of one, each with the position at which it begins; at least
        one."""
        each = [vectors for _, vectors in parts]
        rows_before = np.cumsum([0, *(len(v.matrix) for v in each[:-1])])
        starts_before = np.cumsum([0, *(len(v.rows) for v in each[:-1])])
        return cls(
            np.concatenate([v.matrix for v in each]),
            np.concatenate([v.rows + before for v, before in zip(each, rows_before, strict=True)]).astype(np.int32),
            np.concatenate([v.starts + before for v, before in zip(each, starts_before, strict=True)]).astype(np.int64),
            np.concatenate([v.lengths for v in each]),
            np.concatenate([v.positions + before for before, v in parts]).astype(np.int32),
        )

    def nearness(self, question: Vector, count: int) -> Vector:
        """How near the question's vector is to what stands at each of `count` positions, in [0, 1]; 0 where nothing
        does.

        It is the mean of two cosines, with the nearest sentence and with the mean of all. Across languages (half of
        XQuAD, ten pairs of languages) the right one of 120 paragraphs is first for 0.75 by the nearest alone, and 0.78
        by both.
        """
        near = np.zeros(count, np.float32)
        if not len(self.starts):
            return near
        each = (self.matrix @ question)[self.rows]
        best = np.maximum.reduceat(each, self.starts)
        mean = np.add.reduceat(each, self.starts) / np.maximum(self.lengths, 1e-6)
        np.maximum.at(near, self.positions, (best + mean) / 2)
        return np.clip(near, 0, 1)
