"""What the bot remembers for a while: conversations, its own answers, chosen languages, files that people sent."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cachetools import TTLCache

from bot.faces.telegram.delivery import Sent
from bot.faces.telegram.state.model import MOST_REMEMBERED, SECONDS, InMemory, Kept, Place, State
from bot.faces.telegram.state.model import Key as StateKey
from bot.faces.telegram.state.packed import pack, unpack
from bot.talk import Talk

ChatKey = tuple[int, ...]
"""Ids of the chat and of the user; with ABOUT_A_FILE behind them for the conversation about a document sent there."""
ABOUT_A_FILE = 1


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
    """What is remembered of each conversation, wherever the state is kept."""

    def __init__(
        self, state: State | None = None, clock: Callable[[], float] = time.monotonic, place: Place = Place.MEMORY
    ) -> None:
        """state: in memory where it is not given; place: what kind of place that is."""
        self.state: State = state or InMemory(clock)
        self.place = place
        self._counted: TTLCache[ChatKey, None] = TTLCache(MOST_REMEMBERED[Kept.TALK], SECONDS[Kept.TALK], clock)

    @property
    def conversations(self) -> int:
        """How many conversations went on here lately, and are remembered."""
        return len(self._counted)

    async def talk(self, key: ChatKey, language: str) -> Talk:
        """The conversation as it stands, or a new one in that language; in the language that the user chose, if any."""
        talk, chosen = await self.state.get([_key(Kept.TALK, *key), _key(Kept.LANGUAGE, key[1])])
        return _in(unpack(str, chosen), unpack(Talk, talk) or Talk(language=language))

    async def chosen(self, user: int, talk: Talk) -> Talk:
        """A conversation in the language that the user chose, if any."""
        (chosen,) = await self.state.get([_key(Kept.LANGUAGE, user)])
        return _in(unpack(str, chosen), talk)

    async def keep(self, key: ChatKey, talk: Talk) -> None:
        """Remember the conversation; and that the language was chosen, for as long again."""
        self._counted[key] = None
        values: dict[StateKey, bytes | None] = {_key(Kept.TALK, *key): pack(talk)}
        if talk.fixed:
            values[_key(Kept.LANGUAGE, key[1])] = pack(talk.language)
        await self.state.put(values)

    async def choose(self, user: int, language: str | None) -> None:
        """Remember the language a user chose; None to forget it."""
        await self.state.put({_key(Kept.LANGUAGE, user): pack(language) if language else None})

    async def answer(self, chat: int, message: int) -> Answered | None:
        """What was answered to a message."""
        return unpack(Answered, (await self.state.get([_key(Kept.ANSWER, chat, message)]))[0])

    async def answered(self, chat: int, message: int, answer: Answered) -> None:
        """Remember what was answered to a message."""
        await self.state.put(
            {_key(Kept.ANSWER, chat, message): pack(answer), **_owned(chat, answer.sent, answer.asker)}
        )

    async def owned(self, chat: int, messages: Iterable[Sent], asker: int) -> None:
        """Remember for whom messages of the bot's were sent."""
        await self.state.put(_owned(chat, messages, asker))

    async def asker(self, chat: int, sent: int) -> int | None:
        """The id of the user whom a message of the bot's answers."""
        return unpack(int, (await self.state.get([_key(Kept.ASKER, chat, sent)]))[0])

    async def reports(self, chat: int, sent: int, user: int) -> bool:
        """Remember that a user said that a message of the bot's was wrong; whether that is new."""
        key = _key(Kept.REPORT, chat, sent, user)
        (known,) = await self.state.get([key])
        await self.state.put({key: pack(True)})
        return known is None


def _key(kind: Kept, *ids: int) -> StateKey:
    return StateKey(kind, ":".join(map(str, ids)))


def _owned(chat: int, messages: Iterable[Sent], asker: int) -> dict[StateKey, bytes | None]:
    return {_key(Kept.ASKER, chat, sent.message_id): pack(asker) for sent in messages}


def _in(chosen: str | None, talk: Talk) -> Talk:
    """The conversation in the language chosen, if any; else it may change with each message."""
    return Talk(talk.conversation, chosen or talk.language, fixed=bool(chosen))
