"""The SQLite file of a store: resolutions by symbol, with the files they were read from.

What is read belongs together in a group: the files of one resolution, which share the beginning of their names. A
group is put or dropped as a whole, in one transaction with all others that changed, so that whoever reads sees the
content before or after a build and never one half built. A reader keeps what it saw when it was opened.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakValueDictionary

from cachetools import LRUCache

from bot.resolution import Resolution
from bot.store.ballots import packed_votes
from bot.store.codec import StaleError, packed, packed_summary, unpacked, unpacked_summary
from bot.store.summary import Summary, summary

FILE = "records.sqlite"
_KEPT = 256
"""Texts that are kept in memory once they were read; about 100 kB each."""
_WAIT = 120.0
"""Seconds that a build waits for another one."""
_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE stem (
    name TEXT PRIMARY KEY,    -- what the names of its files begin with
    files TEXT NOT NULL,      -- a line each: name, size, time of change in ns, of all files of the group
    symbol TEXT NOT NULL UNIQUE,
    summary BLOB NOT NULL,
    votes BLOB NOT NULL       -- of the roll call, as bot.store.ballots packs them
) WITHOUT ROWID;
CREATE TABLE text (
    symbol TEXT, language TEXT, stem TEXT NOT NULL, file TEXT NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (symbol, language)
);
CREATE INDEX text_stem ON text (stem);
"""


@dataclass(frozen=True, slots=True)
class TextGroup:
    """The texts of one resolution, and the files they were read from."""

    stem: str
    files: str
    """What `signature` says of the files when they were read."""
    texts: tuple[tuple[str, Resolution], ...]
    """(file name, text), the main one first."""


class Records:
    """The store of one content folder, open; made by `opened`."""

    def __init__(self, connection: sqlite3.Connection, folder: Path | None) -> None:
        self._connection = connection
        self.folder = folder
        """Of the store; None for one in memory."""
        self._lock = threading.Lock()
        self._kept: LRUCache[tuple[str, str], Resolution] = LRUCache(_KEPT)
        self._alive: WeakValueDictionary[tuple[str, str], Resolution] = WeakValueDictionary()
        """Those that somebody still holds: a text is one value only, however often it is asked for."""

    def files(self) -> dict[str, str]:
        """Of each group, by its stem: the signature of its files when they were read."""
        return dict(self._connection.execute("SELECT name, files FROM stem"))

    @property
    def groups(self) -> list[tuple[str, str]]:
        """Of each group, in order: its stem, and the signature of its files when they were read."""
        return self._connection.execute("SELECT name, files FROM stem ORDER BY name").fetchall()

    @property
    def stems(self) -> dict[str, str]:
        """Of each group, in order: its stem, and the symbol of its resolution."""
        return dict(self._connection.execute("SELECT name, symbol FROM stem ORDER BY name"))

    def summaries(self) -> list[Summary]:
        """Every resolution, in the order of the names of their files. StaleError: see `opened`."""
        return [
            unpacked_summary(data) for (data,) in self._connection.execute("SELECT summary FROM stem ORDER BY name")
        ]

    def votes(self) -> list[bytes]:
        """The roll call of every resolution, packed, in the order of the summaries."""
        return [data for (data,) in self._connection.execute("SELECT votes FROM stem ORDER BY name")]

    def text(self, symbol: str, language: str) -> Resolution:
        """A text; KeyError where there is none in that language."""
        with self._lock:
            key = (symbol, language)
            at_hand = self._kept.get(key)
            if at_hand is not None:
                return at_hand
            kept = self._alive.get(key)
            if kept is None:
                row = self._connection.execute(
                    "SELECT body FROM text WHERE symbol = ? AND language = ?", key
                ).fetchone()
                if row is None:
                    raise KeyError(key)
                kept = unpacked(row[0])
            self._kept[key] = self._alive[key] = kept
            return kept

    def update(self, put: Iterable[TextGroup], dropped: Sequence[str]) -> None:
        """Put groups in place of those with their stems, and drop others, all or nothing.

        What raises while `put` is run through leaves the store as it was. DoubleError where a symbol stands in two
        groups.
        """
        with _transaction(self._connection) as cursor:
            for stem in dropped:
                self._drop(cursor, stem)
            for group in put:
                self._drop(cursor, group.stem)
                _insert(cursor, group)
        self._kept.clear()
        self._alive.clear()

    @staticmethod
    def _drop(cursor: sqlite3.Cursor, stem: str) -> None:
        cursor.execute("DELETE FROM text WHERE stem = ?", (stem,))
        cursor.execute("DELETE FROM stem WHERE name = ?", (stem,))

    def settle(self) -> None:
        """From now on see the store as it is, whatever others build."""
        self._connection.execute("BEGIN")
        self._connection.execute("SELECT count(*) FROM stem").fetchone()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _insert(cursor: sqlite3.Cursor, group: TextGroup) -> None:
    texts = [text for _, text in group.texts]
    row = (group.stem, group.files, texts[0].symbol, packed_summary(summary(texts)), packed_votes(texts[0].roll_call))
    try:
        cursor.execute("INSERT INTO stem VALUES (?, ?, ?, ?, ?)", row)
    except sqlite3.IntegrityError:
        (first,) = cursor.execute(
            "SELECT file FROM text WHERE symbol = ? ORDER BY language", (texts[0].symbol,)
        ).fetchone()
        raise DoubleError(texts[0].symbol, group.texts[0][0], first) from None
    for file, text in group.texts:
        cursor.execute(
            "INSERT INTO text VALUES (?, ?, ?, ?, ?)", (text.symbol, text.language, group.stem, file, packed(text))
        )


class DoubleError(ValueError):
    """A resolution of that symbol stands in two groups of files."""

    def __init__(self, symbol: str, file: str, first: str) -> None:
        self.symbol, self.file, self.first = symbol, file, first
        super().__init__(f"{file}: {symbol} stands in {first} already")


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Cursor]:
    cursor = connection.cursor()
    cursor.execute("BEGIN IMMEDIATE")
    try:
        yield cursor
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def opened(folder: Path | None, version: str) -> Records:
    """The store in that folder, or in memory for None; emptied where another version of the program made it.

    version: of all that decides how a text is read. Where the folder can't be written to, the store is in memory.
    """
    if folder is not None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return _of_version(folder / FILE, version)
        except (OSError, sqlite3.OperationalError):
            pass  # a read-only disk, or one that is full: everything is read anew, each time
        except sqlite3.DatabaseError:
            (folder / FILE).unlink(missing_ok=True)  # not a database, or a broken one
            return _of_version(folder / FILE, version)
    return _of_version(Path(":memory:"), version)


def _of_version(path: Path, version: str) -> Records:
    # Transactions are begun and ended here, not by the module.
    connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if not _is_of(connection, version):
            with _transaction(connection) as cursor:
                if not _is_of(connection, version):  # nobody else was faster
                    _empty(cursor, version)
    except BaseException:
        connection.close()
        raise
    return Records(connection, None if path.name == ":memory:" else path.parent)


def _is_of(connection: sqlite3.Connection, version: str) -> bool:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "meta" not in tables:
        return False
    found: Mapping[str, str] = dict(connection.execute("SELECT key, value FROM meta"))
    return found.get("version") == version


def _empty(cursor: sqlite3.Cursor, version: str) -> None:
    """No tables but new ones, for that version."""
    for (name,) in cursor.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall():
        cursor.execute(f"DROP TABLE {name}")
    for statement in _SCHEMA.strip().split(";\n"):
        cursor.execute(statement.rstrip(";"))
    cursor.execute("INSERT INTO meta VALUES ('version', ?)", (version,))


def signature(folder: Path, names: Iterable[str]) -> str:
    """What tells whether any of these files of a folder has changed: their names, sizes and times of change."""
    lines = []
    for name in sorted(names):
        stat = os.stat(f"{folder}{os.sep}{name}")  # of a Path it takes four times as long, for each of thousands
        lines.append(f"{name}\t{stat.st_size}\t{stat.st_mtime_ns}")
    return "\n".join(lines)


__all__ = ["DoubleError", "Records", "StaleError", "TextGroup", "opened", "signature"]
