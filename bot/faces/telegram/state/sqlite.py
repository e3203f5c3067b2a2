"""What is remembered, in a file: it outlives a restart of the one program that uses it."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, TypeVar

from bot.faces.telegram.state.model import SECONDS, Key, StateError

T = TypeVar("T")

CLEARED_EVERY: Final = 60.0
"""Seconds after which what nobody may remember any more is deleted from the file."""
_OPEN: Final = """
pragma secure_delete = on;
pragma journal_mode = wal;
pragma synchronous = normal;
create table if not exists kept (
    kind text, ident text, value blob, until real, primary key (kind, ident)
) without rowid;
create index if not exists kept_until on kept (until);
"""
"""What is deleted is overwritten; a kill loses nothing, a power cut the last moment."""


class InSqlite:
    """Keeps things in a file, in a thread of its own, so that a slow disk holds up nobody."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        """Opens the file, or makes it, readable to its owner alone; StateError where that can't be done."""
        self._clock = clock
        self._cleared = float("-inf")
        try:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            self._file = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            self._file.executescript(_OPEN)
        except sqlite3.Error as error:
            raise StateError(str(error)) from None
        except OSError as error:
            raise StateError(error.strerror or type(error).__name__) from None
        self._thread = ThreadPoolExecutor(1, "state")

    async def get(self, keys: Sequence[Key]) -> list[bytes | None]:
        """See State."""
        return await self._in_thread(lambda: [self._get(key) for key in keys])

    async def put(self, values: Mapping[Key, bytes | None]) -> None:
        """See State."""
        await self._in_thread(lambda: self._put(values))

    async def close(self) -> None:
        """See State."""
        self._thread.shutdown()
        self._file.close()

    async def _in_thread(self, work: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, work)
        except (sqlite3.Error, RuntimeError) as error:
            raise StateError(type(error).__name__) from None

    def _get(self, key: Key) -> bytes | None:
        found = self._file.execute(
            "select value from kept where kind = ? and ident = ? and until > ?", (*key, self._clock())
        ).fetchone()
        return found[0] if found else None

    def _put(self, values: Mapping[Key, bytes | None]) -> None:
        now = self._clock()
        kept = [(*key, value, now + SECONDS[key.kind]) for key, value in values.items() if value is not None]
        self._file.execute("begin immediate")
        try:
            self._file.executemany("insert or replace into kept values (?, ?, ?, ?)", kept)
            self._file.executemany(
                "delete from kept where kind = ? and ident = ?", [key for key, value in values.items() if value is None]
            )
            if now - self._cleared > CLEARED_EVERY:
                self._file.execute("delete from kept where until <= ?", (now,))
                self._cleared = now
            self._file.execute("commit")
        except sqlite3.Error:
            self._file.rollback()
            raise
