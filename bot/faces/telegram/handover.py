"""Updates of one bot that several programs answer: each is handed over to a Valkey, and one program at a time answers a
chat.

What comes to the port of any of them is put into the queue of its chat, and only then confirmed to Telegram. The
program that has the chat answers what stands there, one after the other, and takes each away once it is answered. It
has the chat while there is something in the queue and it gives a sign of life; else the next one that looks takes the
chat over, and answers first what the other one did not finish: that alone may then be answered twice. While the Valkey
can't be reached, each program answers what comes to it, and confirms it when it is answered.
"""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, Final

from cachetools import TTLCache
from redis.asyncio import Redis
from redis.exceptions import RedisError
from telegram import Bot, Update

from bot.faces.telegram.order import MOST_IN_A_CHAT, kept_in_order_with
from bot.faces.telegram.updates import Unfit, id_of, read

log = logging.getLogger(__name__)

LEASE: Final = 10
"""Seconds without a sign of life after which others take over: longer than a slow machine holds a program up."""
_LOOK_EVERY: Final = 1.0
"""Seconds between signs of life, and looks at what was put into the queues by others."""
KNOWN: Final = 24 * 60 * 60
"""Seconds for which ids of updates are known: as long as Telegram keeps updates, and may send one again."""
HELD: Final = 30.0
"""Seconds that an update waits for its answer where it can't be handed over; Telegram sends it again later."""
FINISHED: Final = (20_000, 600.0)
"""Of how many updates it is known here that they were answered, and for how many seconds."""

_MINE: Final = (
    f"""
redis.call('set', ARGV[2] .. 'alive:' .. ARGV[1], 1, 'ex', {LEASE})
"""
    + """
local function mine(chat)
  local owner = redis.call('hget', KEYS[1], chat)
  if owner ~= ARGV[1] and owner and redis.call('exists', ARGV[2] .. 'alive:' .. owner) == 1 then return {} end
  local waiting = redis.call('lrange', ARGV[2] .. 'queue:' .. chat, 0, -1)
  if #waiting > 0 then redis.call('hset', KEYS[1], chat, ARGV[1]) else redis.call('hdel', KEYS[1], chat) end
  return waiting
end
"""
)
"""Each script is a sign of life. KEYS: the owner of each chat. ARGV: this program, how the names of keys begin, and
what each script takes besides."""
_PUT: Final = (
    _MINE
    + f"""
local chat, id, update = ARGV[3], ARGV[4], ARGV[5]
local queue = ARGV[2] .. 'queue:' .. chat
if redis.call('llen', queue) >= {MOST_IN_A_CHAT} then return false end
if redis.call('set', ARGV[2] .. 'known:' .. id, 1, 'nx', 'ex', {KNOWN}) then
  redis.call('rpush', queue, update)
  redis.call('expire', queue, {KNOWN})
end
return mine(chat)
"""
)
"""Hand an update over; what waits in its chat, if that is this program's to answer; nil if too much waits there."""
_DONE: Final = (
    _MINE
    + """
redis.call('lrem', ARGV[2] .. 'queue:' .. ARGV[3], 1, ARGV[4])
return mine(ARGV[3])
"""
)
"""Take an update away that was answered; what waits in its chat after it."""
_LOOK: Final = (
    _MINE
    + """
local found = {}
for _, chat in ipairs(redis.call('hkeys', KEYS[1])) do
  table.insert(found, {chat, mine(chat)})
end
return found
"""
)
"""What waits in each chat that is this program's to answer."""


class Handover:
    """Takes updates from the port, and gives each to the program that has its chat."""

    def __init__(self, valkey: Redis, bot: Bot, put: Callable[[object], object]) -> None:
        """put: queues what is to be answered here; `answered` is then called of each."""
        self._valkey, self._bot, self._put = valkey, bot, put
        self._me = secrets.token_hex(8)
        self._in_hand: dict[int, tuple[str, bytes]] = {}
        """By the update's id: its chat and itself, until it is taken away."""
        self._to_take_away: dict[int, tuple[str, bytes]] = {}
        """Those that were answered, while they could not be taken away."""
        self._alone: dict[int, asyncio.Future[None]] = {}
        """Updates that could not be handed over, until they are answered."""
        self._finished: TTLCache[int, bool] = TTLCache(*FINISHED)
        self._tasks: set[asyncio.Task[None]] = set()
        self._looking: asyncio.Task[None] | None = None
        self._leaving = False

    # --- life --------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to give signs of life, and to look for what others have put into the queues or left there."""
        self._looking = asyncio.create_task(self._look(), name="handover")

    def leave(self) -> None:
        """Begin nothing new; what is in hand may still be answered within LEASE."""
        self._leaving = True
        if self._looking:
            self._looking.cancel()

    async def stop(self) -> None:
        """Leave what is not answered to others, at once."""
        await asyncio.gather(*self._tasks, return_exceptions=True)
        with suppress(RedisError, OSError):
            await self._valkey.delete(f"{self._prefix}alive:{self._me}")
        await self._valkey.aclose()

    async def _look(self) -> None:
        while True:
            try:
                for ident, (chat, body) in list(self._to_take_away.items()):
                    await self._take_away(ident, chat, body)
                for name, waiting in await self._run(_LOOK):
                    self._answer(name.decode(), waiting)
            except Exception as error:
                # Whatever it is, the signs of life go on.
                self._failed(error)
            await asyncio.sleep(_LOOK_EVERY)

    # --- from the port, to the application, and done -----------------------------------------------

    async def take(self, update: Update | Unfit, body: bytes) -> None:
        """Hand an update over, as Telegram sent it; TimeoutError where it has to send it again."""
        ident, chat = _ident(update), _chat(update)
        if ident in self._alone:
            await self._answered_alone(ident)
            return
        try:
            waiting = await self._run(_PUT, chat, ident, body)
        except (RedisError, OSError) as error:
            self._failed(error)
            if ident not in self._finished and ident not in self._in_hand:
                self._alone[ident] = asyncio.get_running_loop().create_future()
                self._put(update)
                await self._answered_alone(ident)
            return
        if waiting is None:
            log.warning("a chat has too many updates waiting: further ones are dropped")
        self._answer(chat, waiting or ())

    def answered(self, update: object) -> None:
        """An update was answered here, or was none to be answered."""
        ident = _ident(update)
        if future := self._alone.pop(ident, None):
            self._finished[ident] = True
            future.set_result(None)
        if ident in self._in_hand:
            task = asyncio.create_task(self._take_away(ident, *self._in_hand[ident]))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _answered_alone(self, ident: int) -> None:
        async with asyncio.timeout(HELD):
            await asyncio.shield(self._alone[ident])

    async def _take_away(self, ident: int, chat: str, body: bytes) -> None:
        """Take an update that was answered out of the queue; later, where the Valkey can't be reached."""
        try:
            waiting = await self._run(_DONE, chat, body)
        except (RedisError, OSError) as error:
            self._to_take_away[ident] = (chat, body)
            self._failed(error)
            return
        self._to_take_away.pop(ident, None)
        self._finished[ident] = True
        self._in_hand.pop(ident, None)
        self._answer(chat, waiting)

    def _answer(self, chat: str, waiting: Sequence[bytes]) -> None:
        """Answer what waits in a chat that is this program's, the first first, but for what it has in hand already."""
        for body in () if self._leaving else waiting:
            data = json.loads(body)
            ident = id_of(data) or 0
            if ident in self._in_hand or ident in self._alone:
                continue
            if ident in self._finished:
                # Answered alone, as the Valkey had gone before it said that it has it; or taken away a moment ago.
                self._to_take_away[ident] = (chat, body)
                continue
            self._in_hand[ident] = (chat, body)
            update = read(data, self._bot)
            if update is None:
                self._to_take_away[ident] = (chat, body)
            else:
                self._put(update)

    # --- the Valkey --------------------------------------------------------------------------------

    @property
    def _prefix(self) -> str:
        return f"resolution-bot:{self._bot.id}:"

    async def _run(self, script: str, *arguments: Any) -> Any:
        return await self._valkey.eval(script, 1, f"{self._prefix}owners", self._me, self._prefix, *arguments)

    @staticmethod
    def _failed(error: Exception) -> None:
        log.warning("updates can't be handed over (%s): they are answered where they arrive", type(error).__name__)


def _chat(update: Update | Unfit) -> str:
    """Updates with the same one are answered one after the other."""
    found = kept_in_order_with(update.update if isinstance(update, Unfit) else update)
    return ":".join(map(str, found or ("none",)))


def _ident(update: object) -> int:
    """The update_id."""
    inner = update.update if isinstance(update, Unfit) else update
    return inner.update_id if isinstance(inner, Update) else 0
