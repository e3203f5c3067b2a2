"""Documents that people send: read as `import --dry-run` reads a file, and asked about in their chat for a while."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from cachetools import LRUCache
from telegram import Bot
from telegram import Document as Sent
from telegram.error import TelegramError

from bot.corpus.alone import alone
from bot.errors import ContentError
from bot.faces.telegram.memory import Memory
from bot.faces.telegram.state.model import MOST_REMEMBERED, Kept, Key
from bot.faces.telegram.state.packed import pack, unpack
from bot.importing.apart import Worker
from bot.store.codec import StaleError, packed, unpacked
from bot.talk import Speaker

T = TypeVar("T")
log = logging.getLogger(__name__)

_KINDS: Final = (".pdf", ".docx", ".txt")
MEGABYTES: Final = 20
"""How large a file may be: Telegram gives no larger ones to bots (Bot API, getFile)."""
WAITING: Final = 5
"""How many files are read, or wait for it, at once: each may take the time that Worker allows, twenty seconds at
most."""
NAME: Final = 60
"""Characters of a file's name that are repeated."""


class NotReadError(Exception):
    """A file is not read; why is a key of content/wording/."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(key)


@dataclass(frozen=True, slots=True)
class File:
    """A document that was sent into a chat."""

    name: str
    text: bytes
    """The resolution in it, as the store packs it."""


class Files:
    """Reads what people send, and keeps it for a while, each document for its chat."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._waiting = 0
        self._worker: Worker | None = None
        self._speakers: LRUCache[bytes, tuple[Speaker, Speaker]] = LRUCache(MOST_REMEMBERED[Kept.FILE])
        """By the text: the speaker whose words it has, and its own."""
        self._thread = ThreadPoolExecutor(1, "files")

    async def read(self, sent: Sent, chat: int, bot: Bot, speaker: Speaker) -> File:
        """Fetch and read a document, and keep it for its chat in place of another; NotReadError where it is not
        read."""
        name = sent.file_name or ""
        if Path(name).suffix.lower() not in _KINDS:
            raise NotReadError("telegram.file_kind")
        if (sent.file_size or 0) > MEGABYTES * 1_000_000:
            raise NotReadError("telegram.file_large")
        if self._waiting >= WAITING:
            raise NotReadError("telegram.file_busy")
        self._waiting += 1
        try:
            data = await _fetched(sent.file_id, bot)
            return await self.keep(name, data, chat, speaker)
        finally:
            self._waiting -= 1

    async def keep(self, name: str, data: bytes, chat: int, speaker: Speaker) -> File:
        """Read a document, and keep it for its chat in place of another; NotReadError where it can't be read."""
        file = await self.in_thread(self._read, name, data, speaker)
        await self._memory.state.put({_key(chat): pack(file)})
        return file

    async def of(self, chat: int) -> File | None:
        """The document that was sent into a chat lately, if any."""
        (found,) = await self._memory.state.get([_key(chat)])
        return unpack(File, found)

    async def forget(self, chat: int) -> None:
        """Forget the document that was sent into a chat."""
        await self._memory.state.put({_key(chat): None})

    async def speaker(self, file: File, speaker: Speaker) -> Speaker | None:
        """What answers out of a document, with the words of that speaker; None where another version packed it."""
        of, known = self._speakers.get(file.text, (None, None))
        if of is not speaker or known is None:
            try:
                known = await self.in_thread(_speaker, file, speaker)
            except StaleError:
                return None
            self._speakers[file.text] = (speaker, known)
        return known

    def close(self) -> None:
        """End the process that reads."""
        if self._worker:
            self._worker.close()
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def in_thread(self, work: Callable[..., T], *given: object) -> T:
        """Do what takes its time, one after the other for all files."""
        # One for all, so that threads are left for what others wait for.
        return await asyncio.get_running_loop().run_in_executor(self._thread, work, *given)

    def _read(self, name: str, data: bytes, speaker: Speaker) -> File:
        # Not before it is needed: it takes a hundred megabytes.
        if self._worker is None:
            self._worker = Worker(speaker.library.names.code_in_record)
        try:
            document = self._worker.read(name, data)
        except ContentError as error:
            why = error.fault or "refused"
            log.info("a document that somebody sent could not be read: %s", why)
            raise NotReadError(f"telegram.file_{why}") from None
        return File(name[:NAME], packed(document.resolution))


def _speaker(file: File, speaker: Speaker) -> Speaker:
    found = Speaker(alone(unpacked(file.text), speaker.library))
    found.ready()
    return found


def _key(chat: int) -> Key:
    return Key(Kept.FILE, str(chat))


async def _fetched(file_id: str, bot: Bot) -> bytes:
    """What a file holds."""
    try:
        found = await bot.get_file(file_id)
        if (found.file_size or 0) > MEGABYTES * 1_000_000:
            raise NotReadError("telegram.file_large")
        return bytes(await found.download_as_bytearray())
    except TelegramError as error:
        log.warning("a document that somebody sent could not be fetched: %s", type(error).__name__)
        raise NotReadError("telegram.file_gone") from None
