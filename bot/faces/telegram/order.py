"""In which order updates are answered: those of one chat one after the other, those of a flood when their time
comes."""

from __future__ import annotations

import asyncio
import inspect
import logging
import sys
import time
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable, Collection
from contextlib import nullcontext
from typing import Any, Final
from weakref import WeakValueDictionary

from telegram import Update
from telegram.constants import ChatID
from telegram.ext import BaseUpdateProcessor

from bot.faces.telegram.metrics import Metrics

log = logging.getLogger(__name__)

_AT_ONCE: Final = 20
"""How many messages of one person are answered at once …"""
_WITHIN: Final = 10.0
"""… in so many seconds."""
MOST_WAITING: Final = 100
"""How many messages of one person wait; further ones are dropped."""
MOST_WAITING_OF_ALL: Final = 2048
"""How many messages of all people wait, so that floods leave room among MOST_AT_ONCE for everybody else."""
MOST_IN_A_CHAT: Final = 200
"""How many updates of one chat are in hand, as while Telegram lets the bot send nothing there; further ones are
dropped."""
MOST_IN_CHATS: Final = 1536
"""How many updates of all chats are in hand before long queues grow no more: a chat may then have FEW_IN_A_CHAT."""
FEW_IN_A_CHAT: Final = 10
MOST_AT_ONCE: Final = 4096
"""How many updates are in hand at once, those that wait among them."""

_SHARED: Final = (ChatID.ANONYMOUS_ADMIN, ChatID.FAKE_CHANNEL)

_Key = tuple[str, int]
Notice = Callable[[Update], Awaitable[object]]


def _nothing(update: object) -> None:
    pass


class _Sender:
    """What one person has sent lately: a bucket that each message fills by one, and that leaks."""

    __slots__ = ("dropping", "empty_at", "flooding", "turn", "waiting")

    def __init__(self) -> None:
        self.turn = asyncio.Lock()
        self.empty_at = float("-inf")
        self.waiting = 0
        self.flooding = self.dropping = False

    @property
    def due(self) -> float:
        """When there is room in the bucket for one more."""
        return self.empty_at - (_AT_ONCE - 1) * _WITHIN / _AT_ONCE

    def fill(self, now: float) -> None:
        """Count a message."""
        self.empty_at = max(self.empty_at, now) + _WITHIN / _AT_ONCE

    def idle(self, now: float) -> bool:
        """Whether nothing waits and the bucket has run empty."""
        return not self.waiting and self.empty_at <= now


class InOrder(BaseUpdateProcessor):
    """Updates of one chat in order, of different chats side by side; who floods waits, and nobody else does."""

    def __init__(
        self,
        metrics: Metrics,
        notice: Notice,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        arrived: Callable[[Update], object] = _nothing,
        waiting: Callable[[], Collection[int]] = tuple,
        answered: Callable[[object], object] = _nothing,
    ) -> None:
        """notice: tells somebody that they flood. arrived: is told of each update before it waits for anything.

        waiting: the chats to which nothing can be sent at the moment, because Telegram says to wait. answered: is told
        of each update that is done with, unless it was cut off.
        """
        super().__init__(MOST_AT_ONCE)
        self._metrics = metrics
        self._notice = notice
        self._clock = clock
        self._sleep = sleep
        self._arrived = arrived
        self._chats_waiting = waiting
        self._answered = answered
        self._waiting = 0
        self._in_hand: Counter[_Key | None] = Counter()
        self._full: set[_Key | None] = set()
        # A lock lives as long as somebody holds it or waits for it.
        self._locks: WeakValueDictionary[_Key, asyncio.Lock] = WeakValueDictionary()
        self._senders: OrderedDict[int, _Sender] = OrderedDict()

    async def initialize(self) -> None:
        """Nothing to get ready; see telegram.ext.BaseUpdateProcessor."""

    async def shutdown(self) -> None:
        """Nothing to put away."""

    @property
    def tracked(self) -> int:
        """How many chats and people something is known of at the moment."""
        return len(self._locks) + len(self._senders)

    @property
    def in_hand(self) -> int:
        """How many updates are being answered, or wait for their chat's turn.

        Those of floods are not counted, nor those of chats that wait: they must not keep others from being fetched.
        """
        return self._in_hand.total() - sum(self._in_hand["chat", chat] for chat in self._chats_waiting())

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Answer an update when it is its turn."""
        began = self._clock()
        self._metrics.received(update)
        try:
            if isinstance(update, Update):
                self._arrived(update)
            admitted = not isinstance(update, Update) or await self._admitted(update)
            if admitted and await self._in_turn(update, coroutine):
                self._metrics.seconds.observe(self._clock() - began)
        finally:
            # Where it was not awaited, because the update was dropped or the bot stops; else this does nothing.
            if inspect.iscoroutine(coroutine):
                coroutine.close()
            if not isinstance(sys.exception(), asyncio.CancelledError):
                self._answered(update)

    async def _in_turn(self, update: object, coroutine: Awaitable[Any]) -> bool:
        """Answer an update when those of its chat that came before are answered; whether there was room to wait."""
        key = kept_in_order_with(update) if isinstance(update, Update) else None
        if key and not self._has_room(key):
            return False
        lock = self._locks.setdefault(key, asyncio.Lock()) if key else nullcontext()
        self._in_hand[key] += 1
        try:
            async with lock:
                await coroutine
        finally:
            self._in_hand[key] -= 1
            if not self._in_hand[key]:
                del self._in_hand[key]
                self._full.discard(key)
        return True

    def _has_room(self, key: _Key) -> bool:
        """Whether another update of a chat can wait; one that can't is counted, and logged once a queue."""
        many = self._in_hand.total() >= MOST_IN_CHATS
        if self._in_hand[key] < (FEW_IN_A_CHAT if many else MOST_IN_A_CHAT):
            return True
        self._metrics.dropped.inc()
        if key not in self._full:
            self._full.add(key)
            log.warning("a chat has too many updates waiting: further ones are dropped")
        return False

    async def _admitted(self, update: Update) -> bool:
        """Wait until the update may be answered; False if it never may."""
        ident = _counted_for(update)
        if ident is None:
            return True
        sender = self._sender(ident)
        if not sender.waiting and sender.due <= self._clock():
            sender.fill(self._clock())
            return True
        if sender.waiting >= MOST_WAITING or self._waiting >= MOST_WAITING_OF_ALL:
            self._drop(sender)
            return False
        await self._wait(sender, update)
        return True

    async def _wait(self, sender: _Sender, update: Update) -> None:
        begins = not sender.flooding
        sender.flooding = True
        sender.waiting += 1
        self._waiting += 1
        try:
            # A queue of one's own: whoever comes later waits here, even where there is room again by then.
            async with sender.turn:
                if begins:
                    await self._tell(update)
                if (wait := sender.due - self._clock()) > 0:
                    await self._sleep(wait)
                sender.fill(self._clock())
        finally:
            sender.waiting -= 1
            self._waiting -= 1

    def _sender(self, ident: int) -> _Sender:
        now = self._clock()
        sender = self._senders.setdefault(ident, _Sender())
        if sender.idle(now):
            # One notice a flood, and it is over only after some quiet: a steady one has nobody waiting now and then.
            sender.flooding = sender.dropping = False
        self._senders.move_to_end(ident)
        # Those who have been quiet for longest come first, and are forgotten.
        while (first := next(iter(self._senders))) != ident and self._senders[first].idle(now):
            del self._senders[first]
        return sender

    def _drop(self, sender: _Sender) -> None:
        self._metrics.dropped.inc()
        if not sender.dropping:
            sender.dropping = True
            log.warning("somebody has too many messages waiting: further ones are dropped")

    async def _tell(self, update: Update) -> None:
        self._metrics.floods.inc()
        log.info("somebody floods the bot: over %d messages in %d s", _AT_ONCE, _WITHIN)
        try:
            await self._notice(update)
        except Exception as error:
            # A notice that does not arrive must not cost the message its answer.
            log.warning("a notice of a flood could not be sent: %s", type(error).__name__)


def kept_in_order_with(update: Update) -> _Key | None:
    """Updates with the same key are answered one after the other."""
    if chat := update.effective_chat:
        return "chat", chat.id
    user = update.effective_user
    return ("user", user.id) if user else None


def _counted_for(update: Update) -> int | None:
    """For whose flood an update counts; None if it counts for nobody's."""
    if not (update.message or update.edited_message or update.callback_query):
        return None
    # A channel or an anonymous administrator that writes is told apart by the chat it writes as: their user is one for
    # all.
    sender = update.effective_sender
    if sender is not None and sender.id in _SHARED:
        sender = update.effective_chat
    return sender.id if sender else None
