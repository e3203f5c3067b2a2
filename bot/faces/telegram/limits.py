"""When is sent, and when again: not faster than Telegram allows, again when the network fails, each chat for itself.

“Too Many Requests” (429) says how long to wait, and not for whom. It is taken for the limit of the one chat that was
written to; only where several chats in a row are refused is it the limit of the bot, and all wait. Methods without a
chat (the menu, the answer to a button) are never held up by either.
"""

from __future__ import annotations

import asyncio
import logging
import math
import time
from collections.abc import Awaitable, Callable, Collection, Coroutine
from contextlib import contextmanager
from typing import Any, Final

from aiolimiter import AsyncLimiter
from telegram.error import BadRequest, NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

from bot.faces.telegram.pauses import Pause, seconds_of

log = logging.getLogger(__name__)

GROUP_RATE: Final = (20, 60)
"""Messages to one group, in so many seconds (Telegram's own limit: Bots FAQ)."""
SLACK: Final = 0.1
"""Seconds waited beyond what Telegram says: its clock is not this one."""
_LONGEST: Final = 300.0
"""Seconds beyond which it is not waited for a chat: an answer that comes later helps nobody."""
TRIES: Final = 10
"""How often a request that is told to wait is sent in all."""
FAILURES: Final = 4
"""How often a request for a chat is sent when the network or the server fails: a reply that may come twice is better
than none."""
_PAUSES: Final = (0.5, 2.0)
"""Seconds before the second of these tries, and at most before a further one."""
ALL: Final = 4
"""How many chats that are refused in a row make it the bot's limit: with one request of 20 refused at random that
happens once in 160,000."""
IN_A_ROW: Final = 5.0
"""Seconds within which these have to be refused."""
KEPT: Final = 512
"""How many chats' limits are kept before those without use are cleared away."""

_Reply = Any
Send = Callable[..., Coroutine[Any, Any, _Reply]]


class PerChat(BaseRateLimiter[None]):
    """Sends requests one after the other as each chat's limit allows; see telegram.ext.BaseRateLimiter."""

    def __init__(
        self,
        rate: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        """rate: messages a second to all chats together; 0 is no limit of our own, nor one for groups."""
        self._clock, self._sleep = clock, sleep
        self._overall = AsyncLimiter(rate, 1) if rate else None
        self._groups: dict[int, AsyncLimiter] = {}
        self._held: dict[int, float] = {}
        """Until when each chat waits, by the clock …"""
        self._all_held = float("-inf")
        """… and all of them."""
        self._refused: dict[int | str, tuple[float, float]] = {}
        """Chats refused in a row since one was served: when, and for how many seconds."""
        self._waiting: dict[int, int] = {}

    async def initialize(self) -> None:
        """Nothing to get ready."""

    async def shutdown(self) -> None:
        """Nothing to put away."""

    @property
    def waiting(self) -> Collection[int]:
        """The chats for which something waits at the moment: for its time to come, or for the network."""
        return self._waiting.keys()

    async def process_request(
        self,
        callback: Send,
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> _Reply:
        """Send a request when it may be sent, and again if need be; RetryAfter where that is too late."""
        chat = _chat_of(data)
        if chat is None:
            return await self._at_once(callback, args, kwargs, endpoint)
        told = failed = 0
        pause = Pause(*_PAUSES)
        while True:
            await self._due(chat)
            try:
                result = await callback(*args, **kwargs)
            except RetryAfter as error:
                self._hold(chat, seconds_of(error))
                told += 1
                if told == TRIES:
                    raise
            except NetworkError as error:
                failed += 1
                if isinstance(error, BadRequest) or failed == FAILURES:
                    raise
                log.warning("sending failed (%s), trying again", type(error).__name__)
                with self._shown_waiting(chat):
                    await self._sleep(pause.next())
            else:
                self._refused.clear()
                return result

    async def _at_once(self, callback: Send, args: Any, kwargs: dict[str, Any], endpoint: str) -> _Reply:
        """Send what is for no chat; how long to wait is the sender's to decide."""
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as error:
            # The menu has limits of its own, hours long; the answers to queries come as fast as messages do.
            if endpoint.startswith("answer"):
                self._note_refused(endpoint, seconds_of(error))
            raise

    async def _due(self, chat: int) -> None:
        """Wait until a message to a chat may be sent."""
        with self._shown_waiting(chat):
            while (wait := max(self._held.get(chat, 0.0), self._all_held) - self._clock()) > 0:
                if wait > _LONGEST:
                    raise RetryAfter(math.ceil(wait))
                await self._sleep(wait)
            if self._overall and chat < 0:
                await self._group(chat).acquire()
        if self._overall:
            await self._overall.acquire()

    @contextmanager
    def _shown_waiting(self, chat: int) -> Any:
        self._waiting[chat] = self._waiting.get(chat, 0) + 1
        try:
            yield
        finally:
            self._waiting[chat] -= 1
            if not self._waiting[chat]:
                del self._waiting[chat]

    def _group(self, chat: int) -> AsyncLimiter:
        if len(self._groups) > KEPT:
            full = GROUP_RATE[0]
            self._groups = {at: limiter for at, limiter in self._groups.items() if not limiter.has_capacity(full)}
        return self._groups.setdefault(chat, AsyncLimiter(*GROUP_RATE))

    def _hold(self, chat: int, seconds: float) -> None:
        """Telegram said to wait so many seconds when a message to that chat was sent."""
        now = self._clock()
        if len(self._held) > KEPT:
            self._held = {at: until for at, until in self._held.items() if until > now}
        self._held[chat] = max(self._held.get(chat, 0.0), now + seconds + SLACK)
        log.warning("Telegram says to wait %.0f s for a chat; others are answered meanwhile", seconds)
        self._note_refused(chat, seconds)

    def _note_refused(self, where: int | str, seconds: float) -> None:
        now = self._clock()
        self._refused = {at: told for at, told in self._refused.items() if told[0] > now - IN_A_ROW}
        self._refused[where] = (now, seconds)
        if len(self._refused) < ALL:
            return
        # What is left over of longer waits is those chats' own.
        common = min(at + told for at, told in self._refused.values()) + SLACK
        self._all_held = max(self._all_held, common)
        log.warning("Telegram says to wait for %d chats in a row: all wait %.1f s", ALL, max(common - now, 0.0))
        self._refused.clear()


def _chat_of(data: dict[str, Any]) -> int | None:
    """The chat that a request is for; None where it is for none."""
    chat = data.get("chat_id")
    return chat if isinstance(chat, int) else None
