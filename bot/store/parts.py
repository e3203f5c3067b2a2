"""The vectors of parts of paragraphs (words, pairs of characters; sentences): of each different one, in a SQLite file.

Most words stand in many paragraphs: of 30,000 resolutions there are some ten thousand, 1 kB each. They are there for
every resolution whose paragraphs are, so that a message computes those of its own words alone.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from threading import Lock

import msgspec
import numpy as np

from bot.search.encoder import DIMENSIONS, Encode, Vector

_SCHEMA = """
CREATE TABLE IF NOT EXISTS part (
    part TEXT NOT NULL, version INTEGER NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (part, version)
) WITHOUT ROWID;
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
        self._sure: set[str] = set()
        connection.executescript(_SCHEMA)

    def drop_others(self, *beside: Parts) -> None:
        """Delete what is of other versions than these and those beside them."""
        versions = msgspec.json.encode([each._version for each in (self, *beside)]).decode()
        with self._lock:
            self._connection.execute(
                "DELETE FROM part WHERE version NOT IN (SELECT value FROM json_each(?))", (versions,)
            )

    def __call__(self, parts: Sequence[str]) -> Vector:
        """The vectors of different parts, a row each, in order; those that are not kept are computed."""
        known = self._known(parts)
        new = [part for part in parts if part not in known]
        known |= zip(new, self._encode(new), strict=True)
        rows = [known[part] for part in parts]
        return np.array(rows, np.float32).reshape(-1, self._dimensions)

    def kept(self, parts: Sequence[str]) -> Vector:
        """The same, and those that are computed are kept from then on."""
        self.keep(parts)
        return self(parts)

    def keep(self, parts: Iterable[str]) -> None:
        """Compute and keep the vectors of those that are not kept."""
        # Most parts of a text stand in one before it: what is known to be kept is not looked up again.
        asked = list(dict.fromkeys(part for part in parts if part not in self._sure))
        known = self._known(asked)
        new = [part for part in asked if part not in known]
        if not new:
            return
        vectors = self._encode(new).astype(np.float16)
        rows = [(part, self._version, vector.tobytes()) for part, vector in zip(new, vectors, strict=True)]
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT OR IGNORE INTO part VALUES (?, ?, ?)", rows)
            self._connection.execute("COMMIT")
        self._sure.update(asked)

    def missing(self, parts: Sequence[str]) -> int:
        """How many of them are not kept."""
        query = "SELECT COUNT(*) FROM part WHERE version = ? AND part IN (SELECT value FROM json_each(?))"
        asked = msgspec.json.encode(parts).decode()
        with self._lock:
            return len(set(parts)) - int(self._connection.execute(query, (self._version, asked)).fetchone()[0])

    def _known(self, parts: Sequence[str]) -> dict[str, Vector]:
        """The vectors of those that are kept."""
        query = "SELECT part, vector FROM part WHERE version = ? AND part IN (SELECT value FROM json_each(?))"
        with self._lock:
            rows = self._connection.execute(query, (self._version, msgspec.json.encode(parts).decode())).fetchall()
        return {part: np.frombuffer(vector, np.float16) for part, vector in rows}
