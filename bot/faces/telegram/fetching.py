"""Documents that are not here, fetched by symbol from the UN's document system and asked about in their chat for a
while.

They are read as a document that somebody sends, and are not added to content. One is fetched at a time, for all chats.
"""

from __future__ import annotations

import logging

from bot.errors import ContentError
from bot.faces.telegram.files import File, Files, NotReadError
from bot.importing.fetch import FETCHED_SYMBOL, DocumentSystem, client
from bot.settings import documents_url
from bot.store.codec import unpacked
from bot.talk import Speaker

log = logging.getLogger(__name__)

_MOST = 3
"""How many documents are fetched, or wait for it, at once: between two requests there is a pause, and each may be made
several times."""


class Fetching:
    """Fetches what people ask for that is not here."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._waiting = 0

    async def fetch(self, symbol: str, language: str, chat: int, speaker: Speaker) -> File:
        """Fetch and read a document, and keep it for a chat; NotReadError where it is not there, or can't be read.

        language: of the text that is wanted: zh, en, fr, es, ru or ar.
        """
        if self._waiting >= _MOST:
            raise NotReadError("telegram.file_busy")
        self._waiting += 1
        try:
            data = await self._files.in_thread(_fetched, symbol, language)
            file = await self._files.keep(f"{symbol}.{language}.pdf", data, chat, speaker)
        finally:
            self._waiting -= 1
        if unpacked(file.text).symbol != symbol:
            await self._files.forget(chat)
            raise NotReadError("telegram.fetch_failed")
        return file


def offered(symbol: str) -> bool:
    """Whether it is a symbol by which a document can be fetched."""
    return bool(FETCHED_SYMBOL.fullmatch(symbol))


def _fetched(symbol: str, language: str) -> bytes:
    """The file of a document."""
    try:
        with client() as opened:
            return DocumentSystem(opened, documents_url()).fetch(symbol, language)
    except ContentError:
        log.info("a document that somebody asked for could not be fetched")
        raise NotReadError("telegram.fetch_failed") from None
