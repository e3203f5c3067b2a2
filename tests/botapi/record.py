"""The record of what the bot did, and waiting for it."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from .args import Upload
from .text import Entity, cut

T = TypeVar("T")

MESSAGE_METHODS = frozenset(
    {
        "sendMessage",
        "sendPhoto",
        "sendDocument",
        "editMessageText",
        "editMessageCaption",
        "editMessageMedia",
        "editMessageReplyMarkup",
    }
)
"""The methods that put something before the reader."""


@dataclass(frozen=True)
class Call:
    """One call that the server accepted."""

    method: str
    params: Mapping[str, Any]
    chat_id: int | None = None
    text: str = ""
    entities: tuple[Entity, ...] = ()
    files: Mapping[str, Upload] = field(default_factory=dict)
    message_id: int | None = None
    message: Mapping[str, Any] | None = None
    result: Any = None
    time: float = 0.0

    @property
    def thread_id(self) -> int | None:
        """The topic in which the message stands."""
        return None if self.message is None else self.message.get("message_thread_id")

    @property
    def reply_to(self) -> int | None:
        """The identifier of the message replied to."""
        replied = (self.message or {}).get("reply_to_message") or {}
        return None if "forum_topic_created" in replied else replied.get("message_id")

    @property
    def markup(self) -> Any:
        """The reply markup of the call."""
        return self.params.get("reply_markup")

    @property
    def buttons(self) -> list[dict[str, Any]]:
        """The inline buttons of the message, row by row in one list."""
        markup = (self.message or {}).get("reply_markup") or {}
        return [button for row in markup.get("inline_keyboard", []) for button in row]

    def parts(self, kind: str) -> list[str]:
        """Give the parts of the text that entities of a type cover."""
        return [cut(self.text, entity) for entity in self.entities if entity["type"] == kind]


@dataclass(frozen=True)
class Refusal:
    """One call that the server refused, and why."""

    method: str
    params: Mapping[str, Any]
    code: int
    description: str
    time: float = 0.0


@dataclass(frozen=True)
class Struck:
    """One call that met a fault on purpose."""

    method: str
    params: Mapping[str, Any]
    fault: Any
    time: float = 0.0


@dataclass(eq=False)
class _Waiter:
    loop: asyncio.AbstractEventLoop
    event: asyncio.Event


@dataclass
class Record:
    """Lists of calls; guarded by one lock, which the whole server uses."""

    lock: threading.Condition = field(default_factory=threading.Condition)
    sent: list[Call] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    struck: list[Struck] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    waiters: list[_Waiter] = field(default_factory=list)

    @property
    def messages(self) -> list[Call]:
        """The accepted calls that sent or edited a message."""
        with self.lock:
            return [call for call in self.sent if call.method in MESSAGE_METHODS]

    def changed(self) -> None:
        """Wake all who wait."""
        with self.lock:
            self.lock.notify_all()
            for waiter in self.waiters:
                if not waiter.loop.is_closed():
                    waiter.loop.call_soon_threadsafe(waiter.event.set)

    def wait(self, ready: Callable[[], T], timeout: float, what: str) -> T:
        """Block the thread until ``ready`` gives something true."""
        deadline = time.monotonic() + timeout
        with self.lock:
            while not (result := ready()):
                left = deadline - time.monotonic()
                if left <= 0:
                    raise TimeoutError(self.excuse(timeout, what))
                self.lock.wait(left)
            return result

    async def wait_async(self, ready: Callable[[], T], timeout: float, what: str) -> T:
        """Let the loop run until ``ready`` gives something true."""
        deadline = time.monotonic() + timeout
        waiter = _Waiter(asyncio.get_running_loop(), asyncio.Event())
        with self.lock:
            self.waiters.append(waiter)
        try:
            while True:
                waiter.event.clear()
                with self.lock:
                    if result := ready():
                        return result
                left = deadline - time.monotonic()
                if left <= 0:
                    raise TimeoutError(self.excuse(timeout, what))
                try:
                    await asyncio.wait_for(waiter.event.wait(), left)
                except TimeoutError:
                    continue
        finally:
            with self.lock:
                self.waiters.remove(waiter)

    def excuse(self, timeout: float, what: str) -> str:
        """Say what was waited for and what came instead."""
        with self.lock:
            lines = [f"waited {timeout:g} s for {what}; sent:"]
            lines += [f"  {c.method} {c.chat_id} {c.text[:80]!r}" for c in self.sent[-8:]]
            lines += [f"  refused {r.method}: {r.description}" for r in self.refused[-8:]]
            lines += [f"  fault {s.method}: {s.fault}" for s in self.struck[-4:]]
        return "\n".join(lines)
