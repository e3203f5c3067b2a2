"""What paragraphs are found by, prepared once and kept: their words in a SQLite file, the inverted index beside it.

A document here is the group of files of one resolution as it was when it was read, so that who still has an older state
open finds its own.
"""

from __future__ import annotations

import fcntl
import sqlite3
import threading
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

import msgspec
from cachetools import LRUCache

from bot.search.keywords import terms
from bot.search.postings import Postings

FILE, FOLDER, LOCK = "passages.sqlite", "postings", "passages.lock"
_KEPT = 512
"""Of how many resolutions the prepared words are kept in memory; some 20 kB each."""
_AT_ONCE = 2_000
"""How many resolutions are indexed between two commits: what a build that breaks off has not to do again."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS passage (
    id INTEGER PRIMARY KEY, stem TEXT NOT NULL, files TEXT NOT NULL, version TEXT NOT NULL, body BLOB NOT NULL,
    UNIQUE (stem)
);
"""
_WAIT = 120.0
_TEXTS = msgspec.msgpack.Decoder(list[str])

_Key = tuple[str, str]
"""The stem of a group of files, and their signature."""


class Passages:
    """The prepared passages of one content folder; what is missing is prepared when it is asked for."""

    def __init__(self, folder: Path | None, version: str) -> None:
        """folder: of the store, None for one in memory; version: of all that decides what a paragraph is found by."""
        self._folder, self._version = folder, version
        path = folder / FILE if folder else Path(":memory:")
        self._connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute(_SCHEMA)
        self._lock = threading.Lock()
        self._kept: LRUCache[str, list[str]] = LRUCache(_KEPT)
        self.postings = Postings(folder / FOLDER if folder else None)

    def update(
        self,
        groups: Sequence[_Key],
        prepare: Callable[[str], list[str]],
        progress: Callable[[int, int], None] | None = None,
    ) -> dict[str, int]:
        """Bring passages and postings up to date with these groups; of each, by its stem, the number of its document.

        prepare: the prepared words of the paragraphs of a group, by its stem. progress: is told how many of how many
        are done.
        """
        with self._alone():
            wanted = dict(groups)
            rows = self._connection.execute("SELECT id, stem, files, version FROM passage").fetchall()
            kept = {
                stem: number
                for number, stem, files, version in rows
                if wanted.get(stem) == files and version == self._version
            }
            gone = [number for number, stem, _, _ in rows if stem not in kept]
            missing = [key for key in groups if key[0] not in kept]
            for at in range(0, max(len(missing), 1), _AT_ONCE):
                if progress and missing:
                    progress(at, len(missing))
                self._put(missing[at : at + _AT_ONCE], prepare, gone if not at else [])
            self._kept.clear()
        return dict(self._connection.execute("SELECT stem, id FROM passage"))

    def _put(self, keys: Sequence[_Key], prepare: Callable[[str], list[str]], gone: Sequence[int]) -> None:
        """Postings first: a document that they have and the table has not is never found, one that they lack would
        never be."""
        if not keys and not gone:
            return
        (last,) = self._connection.execute("SELECT coalesce(max(id), 0) FROM passage").fetchone()
        numbered = [(number, key, prepare(key[0])) for number, key in enumerate(keys, last + 1)]
        self.postings.update(((number, map(terms, texts)) for number, _, texts in numbered), gone)
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany("DELETE FROM passage WHERE id = ?", [(number,) for number in gone])
        rows = [
            (n, stem, files, self._version, zlib.compress(msgspec.msgpack.encode(texts), 3))
            for n, (stem, files), texts in numbered
        ]
        self._connection.executemany("INSERT OR REPLACE INTO passage VALUES (?, ?, ?, ?, ?)", rows)
        self._connection.execute("COMMIT")

    def texts(self, stem: str) -> list[str]:
        """The prepared words of a group's paragraphs; empty where they are not there (any more)."""
        with self._lock:
            kept = self._kept.get(stem)
            if kept is None:
                row = self._connection.execute("SELECT body FROM passage WHERE stem = ?", (stem,)).fetchone()
                kept = self._kept[stem] = _TEXTS.decode(zlib.decompress(row[0])) if row else []
            return kept

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """While no other process builds."""
        with (self._folder / LOCK).open("w") if self._folder else nullcontext() as lock:
            if lock is not None:
                fcntl.flock(lock, fcntl.LOCK_EX)
            yield


class Prepared(Sequence[str]):
    """The prepared words of every paragraph by its position, read as they are asked for."""

    def __init__(self, passages: Passages, spans: Mapping[str, range]) -> None:
        """spans: of each group, by its stem, the positions of its paragraphs; in order, without a gap."""
        self._passages, self._spans = passages, spans
        self._stems = [stem for stem, span in spans.items() if len(span)]
        self._starts = [spans[stem].start for stem in self._stems]

    def __len__(self) -> int:
        return self._spans[self._stems[-1]].stop if self._stems else 0

    def __getitem__(self, at: int | slice) -> str | list[str]:  # type: ignore[override]
        if isinstance(at, slice):
            return self._among(range(*at.indices(len(self))))
        return self._at(range(len(self))[at])

    def _among(self, positions: range) -> list[str]:
        """What stands at these positions: of one group, as most often, its texts are read once."""
        index = bisect_right(self._starts, positions.start) - 1
        span = self._spans[self._stems[index]] if positions else range(0)
        if not (positions and positions[0] in span and positions[-1] in span):
            return [self._at(position) for position in positions]
        texts = self._passages.texts(self._stems[index])
        return [_or_nothing(texts, position - span.start) for position in positions]

    def _at(self, position: int) -> str:
        index = bisect_right(self._starts, position) - 1
        return _or_nothing(self._passages.texts(self._stems[index]), position - self._starts[index])


def _or_nothing(texts: Sequence[str], number: int) -> str:
    """The text of that number; a blank one where it is not there any more."""
    return texts[number] if number < len(texts) else " "
