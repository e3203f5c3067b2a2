"""What paragraphs are found by, prepared once and kept: their words, and which known terms they have, in a SQLite file,
the inverted index beside it.

A document here is the group of files of one resolution as it was when it was read, so that who still has an older state
open finds its own.
"""

from __future__ import annotations

import fcntl
import shutil
import sqlite3
import threading
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeAlias

import msgspec
from cachetools import LRUCache

from bot.search.keywords import Keywords
from bot.search.postings import NUMBERS, Postings, place_of
from bot.search.prepared import terms
from bot.store.folder import drop_earlier

FILE, FOLDER, LOCK = "passages-3.sqlite", "postings-3", "passages.lock"
_EARLIER, _EARLIER_FOLDERS = ("passages.sqlite", "passages-2.sqlite"), ("postings", "postings-2")
_KEPT = 64
"""Of how many resolutions, those sought through one by one last, the prepared words are kept in memory, some 20 kB
each, and the known terms, a tenth of that."""
_AT_ONCE = 2_000
"""How many resolutions are indexed between two commits: what a build that breaks off has not to do again."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS passage (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given again: who has an older state open finds its own or nothing
    stem TEXT NOT NULL, files TEXT NOT NULL, version TEXT NOT NULL,
    terms BLOB NOT NULL,                   -- of each paragraph, the numbers of the terms
    UNIQUE (stem)
);
CREATE TABLE IF NOT EXISTS paragraph (
    place INTEGER PRIMARY KEY,  -- as bot.search.postings counts them
    text BLOB NOT NULL          -- some three fifths as long as it is
);
"""
_LEVEL = 3
"""Of zlib: to read a text back takes some ten millionths of a second."""
_WAIT = 120.0
_NOTHING = " "
"""What is found by no word."""

_Key = tuple[str, str]
"""The stem of a group of files, and their signature."""
KnownTerms: TypeAlias = tuple[int, ...]
"""The known terms of a paragraph, by their numbers, in the order in which they stand there."""
_TERMS = msgspec.msgpack.Decoder(list[KnownTerms])


class Passage(NamedTuple):
    """What a paragraph is found by."""

    words: str
    """Prepared, as bot.search.prepared does."""
    terms: KnownTerms = ()


class Passages:
    """The prepared passages of one content folder; what is missing is prepared when it is asked for."""

    def __init__(self, folder: Path | None, version: str) -> None:
        """folder: of the store, None for one in memory; version: of all that decides what a paragraph is found by."""
        self._folder, self._version = folder, version
        if folder:
            for file, postings in zip(_EARLIER, _EARLIER_FOLDERS, strict=True):
                drop_earlier(folder, file)
                shutil.rmtree(folder / postings, ignore_errors=True)
        path = folder / FILE if folder else Path(":memory:")
        self._connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.executescript(_SCHEMA)
        self._lock = threading.Lock()
        self._kept: LRUCache[int, list[str]] = LRUCache(_KEPT)
        self._kept_terms: LRUCache[int, list[KnownTerms]] = LRUCache(_KEPT)

    @cached_property
    def postings(self) -> Postings:
        """Which paragraphs have which terms; opened when one is looked up, which most questions need not wait for."""
        return Postings(self._folder / FOLDER if self._folder else None)

    def update(
        self,
        groups: Sequence[_Key],
        prepare: Callable[[str], list[Passage]],
        progress: Callable[[int, int], None] | None = None,
    ) -> dict[str, int]:
        """Bring passages and postings up to date with these groups; of each, by its stem, the number of its document.

        prepare: what the paragraphs of a group are found by, by its stem. progress: is told how many of how many
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
            self._kept_terms.clear()
            return dict(self._connection.execute("SELECT stem, id FROM passage"))

    def _put(self, keys: Sequence[_Key], prepare: Callable[[str], list[Passage]], gone: Sequence[int]) -> None:
        """Postings first: a document that they have and the table has not is never found, one that they lack would
        never be."""
        if not keys and not gone:
            return
        given = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'passage'"
        (last,) = self._connection.execute(given).fetchone()
        numbered = [(number, key, prepare(key[0])) for number, key in enumerate(keys, last + 1)]
        self.postings.update(((number, [terms(p.words) for p in passages]) for number, _, passages in numbered), gone)
        self._connection.execute("BEGIN IMMEDIATE")
        for number in gone:
            self._connection.execute("DELETE FROM passage WHERE id = ?", (number,))
            self._connection.execute("DELETE FROM paragraph WHERE place BETWEEN ? AND ?", _places(number))
        for number, key, passages in numbered:
            row = (number, *key, self._version, msgspec.msgpack.encode([p.terms for p in passages]))
            self._connection.execute("INSERT OR REPLACE INTO passage VALUES (?, ?, ?, ?, ?)", row)
            rows = [(place_of(number, at), _packed(p.words)) for at, p in enumerate(passages)]
            self._connection.executemany("INSERT OR REPLACE INTO paragraph VALUES (?, ?)", rows)
        self._connection.execute("COMMIT")

    def texts(self, document: int) -> list[str]:
        """The prepared words of a document's paragraphs; empty where they are not there (any more)."""
        with self._lock:
            kept = self._kept.get(document)
            if kept is None:
                query = "SELECT text FROM paragraph WHERE place BETWEEN ? AND ? ORDER BY place"
                rows = self._connection.execute(query, _places(document))
                kept = self._kept[document] = [_unpacked(text) for (text,) in rows]
            return kept

    def text(self, document: int, number: int) -> str:
        """The same of one of its paragraphs; blank where it is not there."""
        query = "SELECT text FROM paragraph WHERE place = ?"
        with self._lock:
            row = self._connection.execute(query, (place_of(document, number),)).fetchone()
            return _unpacked(row[0]) if row else _NOTHING

    def terms(self, document: int) -> list[KnownTerms]:
        """The known terms of each of a document's paragraphs; empty where they are not there (any more)."""
        with self._lock:
            kept = self._kept_terms.get(document)
            if kept is None:
                row = self._connection.execute("SELECT terms FROM passage WHERE id = ?", (document,)).fetchone()
                kept = self._kept_terms[document] = _TERMS.decode(row[0]) if row else []
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

    def __init__(self, passages: Passages, spans: Mapping[int, range]) -> None:
        """spans: of each document, the positions of its paragraphs; in order, without a gap."""
        self._passages = passages
        self._documents = [document for document, span in spans.items() if len(span)]
        self._starts = [spans[document].start for document in self._documents]
        self._ends = [spans[document].stop for document in self._documents]
        self._length = self._ends[-1] if self._documents else 0

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, at: int | slice) -> str | list[str]:  # type: ignore[override]
        if isinstance(at, slice):
            return self._among(range(*at.indices(len(self))))
        return self._at(range(len(self))[at])

    def _among(self, positions: range) -> list[str]:
        """What stands at these positions: of one document, as most often, its texts are read once."""
        if not positions:
            # Of a document without a text, and there may be none that has one.
            return []
        index = bisect_right(self._starts, positions.start) - 1
        first, after = self._starts[index], self._ends[index]
        if positions[-1] >= after:
            return [self._at(position) for position in positions]
        texts = self._passages.texts(self._documents[index])
        if len(texts) == len(positions):
            return texts
        return [texts[at - first] if at - first < len(texts) else _NOTHING for at in positions]

    def terms(self, start: int) -> list[KnownTerms]:
        """The known terms of each paragraph of the document that starts at that position; empty where they are not
        there (any more)."""
        return self._passages.terms(self._documents[bisect_right(self._starts, start) - 1])

    def keywords(self) -> Keywords:
        """The search of them by their words."""
        starts = dict(zip(self._documents, self._starts, strict=True))
        return Keywords(self, self._passages.postings, starts)

    def _at(self, position: int) -> str:
        index = bisect_right(self._starts, position) - 1
        return self._passages.text(self._documents[index], position - self._starts[index])


def _places(document: int) -> tuple[int, int]:
    """The first and the last place of a document's paragraphs."""
    return place_of(document, 0), place_of(document, NUMBERS - 1)


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode(), _LEVEL)


def _unpacked(data: bytes) -> str:
    return zlib.decompress(data).decode()
