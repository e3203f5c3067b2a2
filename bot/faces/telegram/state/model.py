"""What is kept between messages, for how long, and what every place to keep it in can do."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple, Protocol

from cachetools import TTLCache

from bot.question.conversation import REMEMBERED


class Kept(StrEnum):
    """What is kept; a kind of its own has a time of its own."""

    TALK = "talk"
    """A conversation, by chat and user; the document in view stands in it."""
    LANGUAGE = "language"
    """The language a user chose."""
    ANSWER = "answer"
    """What was answered to a message, so that it can be edited."""
    ASKER = "asker"
    """Whom a message of the bot's answers, so that they can delete it."""
    REPORT = "report"
    """That somebody said that an answer was wrong."""
    PICTURE = "picture"
    """The file_id of a picture that was sent."""
    FILE = "file"
    """A document that somebody sent into a chat, as it was read."""


class Place(StrEnum):
    """In what kind of place they are kept."""

    MEMORY = "memory"
    FILE = "file"
    VALKEY = "valkey"


SECONDS_A_YEAR: Final = 365 * 24 * 60 * 60
SECONDS: Final = {
    Kept.TALK: REMEMBERED, Kept.LANGUAGE: SECONDS_A_YEAR, Kept.ANSWER: REMEMBERED, Kept.ASKER: REMEMBERED,
    Kept.REPORT: REMEMBERED,
    Kept.PICTURE: SECONDS_A_YEAR, Kept.FILE: REMEMBERED,
}  # fmt: skip
"""For how long each is kept after it was put last."""
MOST_REMEMBERED: Final = {
    Kept.TALK: 10_000, Kept.LANGUAGE: 10_000, Kept.ANSWER: 2_000, Kept.ASKER: 2_000, Kept.REPORT: 2_000,
    Kept.PICTURE: 10_000, Kept.FILE: 50,
}  # fmt: skip
"""How many of each are kept in memory; those not used for longest go first."""


class Key(NamedTuple):
    """Under what something is kept."""

    kind: Kept
    ident: str
    """Ids of the chat, user or message, with : between them."""


class StateError(Exception):
    """What is kept can't be reached; the message says why, in a word or two, and names no address."""


class State(Protocol):
    """Somewhere to keep things in; each is forgotten by itself when its time is over."""

    async def get(self, keys: Sequence[Key]) -> list[bytes | None]:
        """What is kept under each key; StateError where that can't be found out."""

    async def put(self, values: Mapping[Key, bytes | None]) -> None:
        """Keep each value, None to forget it; StateError where that can't be done."""

    async def close(self) -> None:
        """Put it away."""


class InMemory:
    """Keeps things until the program stops, and so many of each kind."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: Mapping[Kept, int] = MOST_REMEMBERED) -> None:
        self._kept = {kind: TTLCache[str, bytes](most[kind], SECONDS[kind], clock) for kind in Kept}

    async def get(self, keys: Sequence[Key]) -> list[bytes | None]:
        """See State."""
        return [self._kept[key.kind].get(key.ident) for key in keys]

    async def put(self, values: Mapping[Key, bytes | None]) -> None:
        """See State."""
        for key, value in values.items():
            if value is None:
                self._kept[key.kind].pop(key.ident, None)
            else:
                self._kept[key.kind][key.ident] = value

    async def close(self) -> None:
        """See State."""
