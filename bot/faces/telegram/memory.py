"""What the bot remembers, in memory alone and for a while: conversations, its own answers, chosen languages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cachetools import LRUCache, TTLCache

from bot.faces.telegram.delivery import Sent
from bot.question.model import REMEMBERED
from bot.talk import Talk

MOST = 10_000
"""How many conversations are remembered, and choices of a language; those not used for longest go first."""
ANSWERS = 2_000
"""How many answers are remembered, to be edited or deleted."""

Key = tuple[int, int]
"""Ids of the chat and of the user; or of the chat and of a message."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A message that was answered."""

    asker: int
    """Id of the user."""
    before: Talk
    """The conversation as it stood before it."""
    sent: tuple[Sent, ...]
    """The answer."""


class Memory:
    """What is remembered of each conversation; nothing of it is ever written anywhere."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: int = MOST) -> None:
        self._talks: TTLCache[Key, Talk] = TTLCache(most, REMEMBERED, clock)
        self._answers: TTLCache[Key, Answered] = TTLCache(ANSWERS, REMEMBERED, clock)
        self._askers: TTLCache[Key, int] = TTLCache(ANSWERS, REMEMBERED, clock)
        self._reports: TTLCache[tuple[int, int, int], bool] = TTLCache(ANSWERS, REMEMBERED, clock)
        self._languages: LRUCache[int, str] = LRUCache(most)

    def __len__(self) -> int:
        """How many conversations are remembered."""
        return len(self._talks)

    def talk(self, key: Key, language: str) -> Talk:
        """The conversation as it stands, or a new one in that language."""
        return self._talks.get(key) or Talk(language=language)

    def keep(self, key: Key, talk: Talk) -> None:
        """Remember the conversation."""
        self._talks[key] = talk

    def answer(self, chat: int, message: int) -> Answered | None:
        """What was answered to a message."""
        return self._answers.get((chat, message))

    def answered(self, chat: int, message: int, answer: Answered) -> None:
        """Remember what was answered to a message."""
        self._answers[chat, message] = answer
        self.owned(chat, answer.sent, answer.asker)

    def owned(self, chat: int, messages: Iterable[Sent], asker: int) -> None:
        """Remember for whom messages of the bot's were sent."""
        for sent in messages:
            self._askers[chat, sent.message_id] = asker

    def asker(self, chat: int, sent: int) -> int | None:
        """The id of the user whom a message of the bot's answers."""
        return self._askers.get((chat, sent))

    def reports(self, chat: int, sent: int, user: int) -> bool:
        """Remember that a user said that a message of the bot's was wrong; whether that is new."""
        new = (chat, sent, user) not in self._reports
        self._reports[chat, sent, user] = True
        return new

    def language(self, user: int) -> str | None:
        """The language a user chose."""
        return self._languages.get(user)

    def choose(self, user: int, language: str | None) -> None:
        """Remember the language a user chose; None to forget it."""
        if language:
            self._languages[user] = language
        else:
            self._languages.pop(user, None)
