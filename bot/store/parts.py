"""The vectors of parts of paragraphs (words, pairs of characters; sentences): of each different one, in a SQLite file.

Most words stand in many paragraphs: of 30,000 resolutions there are some ten thousand, 1 kB each. They are there for
every resolution whose paragraphs are, so that a message computes those of its own words alone. Each has a number, by
which a paragraph is said to have it.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

from bot.search.encoder import DIMENSIONS, Encode, Vector

Numbers: TypeAlias = NDArray[np.int32]
"""Of parts."""

MOST_ROWS = 1 << 14
"""Vectors that are kept in memory, 2 kB each; once there are more, it begins anew. 30,000 invented resolutions have
5,000 different parts."""
MOST_NUMBERS = 1 << 15
"""Parts whose numbers are kept in memory, some 150 bytes each."""
_SCHEMA = """
DROP TABLE IF EXISTS part;  -- as it was before parts had numbers
CREATE TABLE IF NOT EXISTS numbered (
    number INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given again: who has an older state open goes on using its own
    version INTEGER NOT NULL, part TEXT NOT NULL, vector BLOB NOT NULL, UNIQUE (version, part)
);
"""


class Parts:
    """The vectors of parts in the file of a connection; called with parts, it is an encoder of them."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        lock: Lock,
        version: str,
        encode: Encode,
        dimensions: int = DIMENSIONS,
    ) -> None:
        """version: of all that decides what the vector of a part is; those of another one are never mixed with these.
        lock: held while the connection is used. encode: gives vectors of so many dimensions."""
        self._connection, self._lock, self._encode = connection, lock, encode
        self._version, self._dimensions = zlib.crc32(version.encode()), dimensions
        self._numbers: dict[str, int] = {}
        self._rows = _Rows(dimensions, self._read)
        connection.executescript(_SCHEMA)

    def drop_others(self, *beside: Parts) -> None:
        """Delete what is of other versions than these and those beside them."""
        versions = msgspec.json.encode([each._version for each in (self, *beside)]).decode()
        with self._lock:
            self._connection.execute(
                "DELETE FROM numbered WHERE version NOT IN (SELECT value FROM json_each(?))", (versions,)
            )

    def __call__(self, parts: Sequence[str]) -> Vector:
        """The vectors of different parts, a row each, in order; those that are not kept are computed."""
        with self._lock:
            numbers = self._known(parts)
            taken = self._rows.take(np.array([*numbers.values()], np.int32))
        if taken is None:  # another version of the program has dropped them
            numbers, taken = {}, np.empty((0, self._dimensions), np.float32)
        new = [part for part in parts if part not in numbers]
        if not new:
            return taken
        place = {part: at for at, part in enumerate((*numbers, *new))}
        return np.concatenate([taken, self._encode(new)])[[place[part] for part in parts]]

    def kept(self, parts: Sequence[str]) -> Vector:
        """The same, and those that are computed are kept from then on."""
        self.keep(parts)
        return self(parts)

    def keep(self, parts: Iterable[str]) -> None:
        """Compute and keep the vectors of those that are not kept."""
        self.numbers(dict.fromkeys(parts))

    def numbers(self, parts: Iterable[str]) -> Numbers:
        """The numbers of different parts, in order; what is not kept is computed and kept."""
        parts = list(parts)
        with self._lock:
            known = self._known(parts)
        if new := [part for part in parts if part not in known]:
            vectors = self._encode(new).astype(np.float16)
            rows = [(self._version, part, vector.tobytes()) for part, vector in zip(new, vectors, strict=True)]
            with self._lock, self._writing():
                insert = "INSERT OR IGNORE INTO numbered (version, part, vector) VALUES (?, ?, ?)"
                self._connection.executemany(insert, rows)
                known |= self._known(new)
        return np.array([known[part] for part in parts], np.int32)

    def vectors(self, numbers: Numbers) -> Vector | None:
        """The vectors of the parts of these numbers, a row each; None where one is not there any more."""
        with self._lock:
            return self._rows.take(numbers)

    def missing(self, parts: Sequence[str]) -> int:
        """How many of them are not kept."""
        with self._lock:
            return len(set(parts)) - len(self._known(parts))

    def _known(self, parts: Sequence[str]) -> dict[str, int]:
        """The numbers of those that are kept, in the order of the parts; within the lock."""
        if unsure := [part for part in parts if part not in self._numbers]:
            query = (
                "SELECT part, number FROM numbered WHERE version = ? AND part IN (SELECT value FROM json_each(?))"
            )
            found = self._connection.execute(query, (self._version, msgspec.json.encode(unsure).decode())).fetchall()
            if len(self._numbers) + len(found) > MOST_NUMBERS:
                self._numbers = {part: self._numbers[part] for part in parts if part in self._numbers}
            self._numbers.update(found)
        return {part: self._numbers[part] for part in parts if part in self._numbers}

    def _read(self, numbers: Numbers) -> list[tuple[int, bytes]]:
        """The vectors of some numbers as they are kept, those that are there; within the lock."""
        query = "SELECT number, vector FROM numbered WHERE number IN (SELECT value FROM json_each(?))"
        return self._connection.execute(query, (msgspec.json.encode(numbers.tolist()).decode(),)).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """All or nothing, within the lock."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.execute("COMMIT")


class _Rows:
    """Vectors by number in memory, as far as they have been read."""

    def __init__(self, dimensions: int, read: Callable[[Numbers], list[tuple[int, bytes]]]) -> None:
        """read: gives vectors by their numbers, with these."""
        self._read, self._dimensions = read, dimensions
        self._row_of = np.full(1, -1, np.int32)
        self._forget(0)

    def _forget(self, most: int) -> None:
        """Begin anew, with room for at least so many."""
        self._row_of.fill(-1)
        self._taken = 0
        # As they are reckoned with: to widen those of a resolution takes a millisecond, and one is looked at anew with
        # almost each question.
        self._matrix = np.empty((max(MOST_ROWS, most), self._dimensions), np.float32)

    def take(self, numbers: Numbers) -> Vector | None:
        """The vectors of these numbers, a row each; None where one is not there."""
        if len(numbers) and (most := int(numbers.max())) >= len(self._row_of):
            self._row_of = np.append(self._row_of, np.full(most + 1 - len(self._row_of), -1, np.int32))
        new = np.unique(numbers[self._row_of[numbers] < 0])
        if self._taken + len(new) > len(self._matrix):
            new = np.unique(numbers)
            self._forget(len(new))
        found = self._read(new) if len(new) else []
        if len(found) < len(new):
            return None
        rows = slice(self._taken, self._taken + len(found))
        read = np.frombuffer(b"".join(vector for _, vector in found), np.float16)
        self._matrix[rows] = read.reshape(-1, self._dimensions)
        self._row_of[[number for number, _ in found]] = np.arange(rows.start, rows.stop)
        self._taken = rows.stop
        taken: Vector = self._matrix.take(self._row_of[numbers], axis=0)
        return taken
