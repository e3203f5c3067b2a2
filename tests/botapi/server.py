"""The HTTP server and the interface that tests use."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Self, overload

from aiohttp import web

from . import traffic
from .core import Core, Profile
from .delivery import deliver
from .dispatch import Control, Dispatcher
from .faults import Fault, Faults
from .record import MESSAGE_METHODS, Call, Record, Refusal, Struck
from .traffic import Asked, Said, Target, Where, Who
from .updates import Updates
from .world import Chat, World

MAX_BODY = 64 * 1024 * 1024
PATIENCE = 60.0
"""Seconds after which what has to come is given up, on however slow a machine."""


class BotApi:
    """A Bot API server for one bot, as strict as can be.

    Use it as ``async with BotApi() as server`` inside the loop of a test, or as
    ``with BotApi().in_thread() as server`` when the bot runs in another process. Everything
    that tests call may be called from any thread. A server that was stopped can be started
    again; it keeps its port, its updates and its record.
    """

    def __init__(
        self,
        token: str = "123456:TEST-token_for_the_local_server_000",
        username: str = "resolution_bot",
        *,
        first_name: str = "Resolution",
        faults: Faults | None = None,
    ) -> None:
        """Describe the bot; the server starts on entering the context."""
        self.token = token
        self.username = username
        self.record = Record()
        self.control = Control(token, faults or Faults())
        bot = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": first_name,
            "username": username,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
        self.core = Core(World(bot), Updates())
        self._loop: asyncio.AbstractEventLoop | None = None
        self._runner: web.AppRunner | None = None
        self._deliverer: asyncio.Task[None] | None = None
        self._port = 0

    # -- life ---------------------------------------------------------------------------

    @property
    def url(self) -> str:
        """The root of the server; PTB's base_url is ``f"{url}/bot"``."""
        if not self._port:
            raise RuntimeError("the server was never started")
        return f"http://127.0.0.1:{self._port}"

    async def start(self) -> None:
        """Start to listen, on the same port as before if there was one."""
        self._loop = asyncio.get_running_loop()
        dispatcher = Dispatcher(self.core, self.record, self.control)
        app = web.Application(client_max_size=MAX_BODY)
        app.router.add_route("*", "/{path:.*}", dispatcher.handle)
        runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.2)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", self._port)
        await site.start()
        self._port = runner.addresses[0][1]
        self._runner = runner
        self._deliverer = asyncio.create_task(deliver(self.core.updates, self.record))

    async def stop(self) -> None:
        """Stop to listen and drop every connection."""
        if self._deliverer is not None:
            self._deliverer.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._deliverer
            self._deliverer = None
        if self._runner is not None:
            runner, self._runner = self._runner, None
            with self.record.lock:
                if self.core.updates.poll is not None:
                    self.core.updates.poll.ended = "closed"
                    self.core.updates.poll.wake()
            await runner.cleanup()
        self._loop = None

    async def __aenter__(self) -> Self:
        """Start."""
        await self.start()
        return self

    async def __aexit__(self, *exc: object) -> None:
        """Stop."""
        await self.stop()

    @contextlib.contextmanager
    def in_thread(self) -> Iterator[BotApi]:
        """Run the server in a thread of its own."""
        started = threading.Event()
        failure: list[Exception] = []
        stopping: list[Callable[[], object]] = []

        async def main() -> None:
            stop = asyncio.Event()
            loop = asyncio.get_running_loop()
            stopping.append(lambda: loop.call_soon_threadsafe(stop.set))
            await self.start()
            started.set()
            await stop.wait()
            await self.stop()

        def target() -> None:
            try:
                asyncio.run(main())
            except Exception as error:
                failure.append(error)
            finally:
                started.set()

        thread = threading.Thread(target=target, name="botapi", daemon=True)
        thread.start()
        started.wait()
        if failure:
            raise failure[0]
        try:
            yield self
        finally:
            stopping[0]()
            thread.join(10)
        if failure:
            raise failure[0]

    # -- what people do -----------------------------------------------------------------

    def user(self, user: Who | None = None, **fields: Any) -> dict[str, Any]:
        """Describe a user: ``user(7, first_name="Ada", username="ada", language_code="de")``.

        A field given as None is absent.
        """
        with self.record.lock:
            ident = {"id": user} if isinstance(user, int) else dict(user or {"id": 1001})
            return dict(self.core.world.user({**ident, **fields}))

    def chat(self, chat: Where, **fields: Any) -> Chat:
        """Describe a chat: ``chat(-1001, type="supergroup", title="Hall", topics=[5])``.

        ``bot_is_admin`` lets the bot delete what others wrote.
        """
        with self.record.lock:
            ident = {"id": chat} if isinstance(chat, int) else chat
            known = ident if isinstance(ident, Chat) else {**ident, **fields}
            return self.core.world.chat(known)

    def say(
        self,
        text: str | None = None,
        chat: Where | None = None,
        user: Who | None = None,
        *,
        thread: int | None = None,
        reply_to: Target | None = None,
        quote: str | None = None,
        edit: Target | None = None,
        anonymous: bool = False,
        sender_chat: Where | None = None,
        entities: list[dict[str, Any]] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Said:
        """Let a user write a message, and queue its update.

        The chat and the user are numbers or descriptions; without a chat it is the private
        one. ``thread`` puts the message into a topic (which then exists), ``edit`` makes it
        the edited form of a message, ``anonymous`` lets an anonymous administrator write,
        ``sender_chat`` a channel; a chat of type channel makes a channel post. ``extra``
        fields are put into the message as they are. Commands, mentions, links and hashtags
        become entities by themselves.
        """
        with self.record.lock:
            return traffic.say(
                self.core,
                text,
                chat,
                user,
                thread=thread,
                reply_to=reply_to,
                quote=quote,
                edit=edit,
                anonymous=anonymous,
                sender_chat=sender_chat,
                entities=entities,
                extra=extra,
            )

    def press(
        self,
        data: str,
        message: Target | str,
        user: Who | None = None,
        *,
        force: bool = False,
        gone: bool = False,
    ) -> Asked:
        """Press a button of a message (or of an inline message, by its identifier).

        The button must exist unless ``force``; ``gone`` makes the message inaccessible.
        """
        with self.record.lock:
            return traffic.press(self.core, data, message, user, force=force, gone=gone)

    def inline(
        self,
        query: str,
        user: Who | None = None,
        *,
        offset: str = "",
        chat_type: str | None = "private",
    ) -> Asked:
        """Ask an inline query."""
        with self.record.lock:
            return traffic.ask(self.core, query, user, offset, chat_type)

    def choose(self, asked: Asked, result_id: str, text: str = "") -> tuple[int, str]:
        """Choose a result of an answered inline query.

        Gives the update's identifier and the inline message's (empty without a keyboard).
        """
        with self.record.lock:
            return traffic.choose(self.core, asked.query_id, result_id, text)

    def enqueue(self, update: Mapping[str, Any]) -> int:
        """Queue a raw update; update_id is added if it is absent."""
        with self.record.lock:
            return self.core.updates.add_raw(dict(update))

    def expire(self, asked: Asked) -> None:
        """Let a query become too old to be answered."""
        with self.record.lock:
            self.core.world.queries[asked.query_id].expired = True

    def results(self, asked: Asked) -> list[dict[str, Any]]:
        """Give the results with which an inline query was answered."""
        with self.record.lock:
            return list(self.core.world.queries[asked.query_id].results)

    # -- faults -------------------------------------------------------------------------

    @property
    def faults(self) -> Faults:
        """The random faults that are on; set it to others at any time."""
        return self.control.faults

    @faults.setter
    def faults(self, faults: Faults) -> None:
        self.control.faults = faults

    def revoke(self, revoked: bool = True) -> None:
        """Let every call be refused with 401, as after the token was revoked."""
        self.control.revoked = revoked

    def fail_next(
        self,
        status: int = 502,
        description: str = "",
        *,
        method: str | None = None,
        chat: int | None = None,
        times: int = 1,
        retry_after: int | None = None,
        migrate_to: int | None = None,
        drop: bool = False,
        processed: bool = False,
        delay: float = 0.0,
        result: Any = None,
    ) -> None:
        """Let the next calls (of a method, to a chat) fail.

        ``drop`` closes the connection without a response; ``processed`` does the work first;
        ``delay`` lets it take so many seconds, and with status 200 that is all that happens;
        ``result`` is given as the result, whatever the method does.
        """
        parameters: dict[str, Any] = {}
        if retry_after is not None:
            status = 429
            description = description or f"retry after {retry_after}"
            parameters["retry_after"] = retry_after
        if migrate_to is not None:
            status = 400
            description = description or "group chat was upgraded to a supergroup chat"
            parameters["migrate_to_chat_id"] = migrate_to
        if result is not None:
            status = 200
        fault = Fault(status, description, parameters, drop, processed, delay, result)
        with self.record.lock:
            self.control.plan.plan(fault, method, chat, times)

    def forbid(self, chat: int, reason: str = "bot was blocked by the user") -> None:
        """Let every call to a chat be refused with 403."""
        with self.record.lock:
            self.core.world.chat(chat).forbidden = reason

    def allow(self, chat: int) -> None:
        """Undo ``forbid``."""
        with self.record.lock:
            self.core.world.chat(chat).forbidden = ""

    def deny(self, chat: int, *kinds: str) -> None:
        """Take from the bot the right to send "photos", "documents" or "text messages" to a chat.

        Without a kind it is given back.
        """
        with self.record.lock:
            self.core.world.chat(chat).denied = set(kinds)

    def close_topic(self, chat: int, thread: int) -> None:
        """Close a topic, so that only administrators may write there."""
        with self.record.lock:
            self.core.world.chat(chat).closed.add(thread)

    def delete_topic(self, chat: int, thread: int) -> None:
        """Delete a topic, with the messages in it."""
        with self.record.lock:
            self.core.world.chat(chat).topics.discard(thread)
            messages = self.core.world.messages
            gone = [key for key, m in messages.items() if key[0] == chat and m.get("message_thread_id") == thread]
            for key in gone:
                del messages[key]

    def delete(self, chat: int, message_id: int | None) -> None:
        """Let somebody delete a message."""
        with self.record.lock:
            self.core.world.messages.pop((chat, message_id or 0), None)

    def forget_picture(self, call: Call) -> None:
        """Make the identifier of the picture that a message shows now invalid; those of others stay what they are."""
        shown = self.shown(call)["photo"][-1]["file_id"]
        with self.record.lock:
            del self.core.world.files[shown]

    def migrate(self, chat: int) -> int:
        """Turn a group into a supergroup and give its new identifier."""
        with self.record.lock:
            return traffic.migrate(self.core, chat)

    def outage(self, *, calls: int = 0, seconds: float = 0.0, status: int = 0) -> None:
        """Let all calls fail: so many, or for so long; without a status they are dropped."""
        with self.record.lock:
            self.control.plan.outage_calls = calls
            self.control.plan.outage_until = time.monotonic() + seconds
            self.control.plan.outage = Fault(status) if status else Fault(drop=True)

    # -- what came of it ----------------------------------------------------------------

    @property
    def sent(self) -> list[Call]:
        """The accepted calls, oldest first; those that only ask (get…) are not among them."""
        with self.record.lock:
            return list(self.record.sent)

    @property
    def messages(self) -> list[Call]:
        """The accepted calls that sent or edited a message."""
        return self.record.messages

    @property
    def refused(self) -> list[Refusal]:
        """The calls that were refused for a reason of their own."""
        with self.record.lock:
            return list(self.record.refused)

    @property
    def struck(self) -> list[Struck]:
        """The calls that met a fault on purpose."""
        with self.record.lock:
            return list(self.record.struck)

    @property
    def counts(self) -> dict[str, int]:
        """How often each method was called, by any result."""
        with self.record.lock:
            return dict(self.record.counts)

    @property
    def pending(self) -> int:
        """How many updates are not confirmed yet."""
        with self.record.lock:
            return len(self.core.updates.items)

    @property
    def unwanted(self) -> list[dict[str, Any]]:
        """The updates dropped because allowed_updates does not have their type."""
        with self.record.lock:
            return list(self.core.updates.dropped)

    @property
    def profile(self) -> Profile:
        """What the bot says of itself."""
        return self.core.profile

    def shown(self, message: Target) -> dict[str, Any]:
        """Give a message as it stands now; ValueError if it is deleted."""
        with self.record.lock:
            return dict(traffic.find(self.core, message))

    def clear(self) -> None:
        """Forget the record: sent, refused, struck and counts."""
        with self.record.lock:
            for kept in (self.record.sent, self.record.refused, self.record.struck):
                kept.clear()
            self.record.counts.clear()

    @overload
    def wait_for(self, what: int, timeout: float = ..., *, since: int = ...) -> list[Call]: ...

    @overload
    def wait_for(self, what: Callable[[Call], object], timeout: float = ..., *, since: int = ...) -> Call: ...

    def wait_for(self, what: Any, timeout: float = PATIENCE, *, since: int = 0) -> Any:
        """Block until there are so many messages, or a sent call that fits; give them or it.

        Only ``sent[since:]`` is looked at. TimeoutError says what came instead.
        """
        ready, name = self._ready(what, since)
        self._not_in_loop()
        return self.record.wait(ready, timeout, name)

    @overload
    async def wait_for_async(self, what: int, timeout: float = ..., *, since: int = ...) -> list[Call]: ...

    @overload
    async def wait_for_async(
        self, what: Callable[[Call], object], timeout: float = ..., *, since: int = ...
    ) -> Call: ...

    async def wait_for_async(self, what: Any, timeout: float = PATIENCE, *, since: int = 0) -> Any:
        """Do as ``wait_for`` without blocking the loop."""
        ready, name = self._ready(what, since)
        return await self.record.wait_async(ready, timeout, name)

    def exchange(self, text: str, timeout: float = PATIENCE, **more: Any) -> Call:
        """Say something (see ``say``) and give the next message sent to or edited in that chat."""
        since = len(self.sent)
        chat = self.say(text, **more).chat_id
        return self.wait_for(_message_in(chat), timeout, since=since)

    async def exchange_async(self, text: str, timeout: float = PATIENCE, **more: Any) -> Call:
        """Do as ``exchange`` without blocking the loop."""
        since = len(self.sent)
        chat = self.say(text, **more).chat_id
        return await self.wait_for_async(_message_in(chat), timeout, since=since)

    def wait_until(self, ready: Callable[[], Any], timeout: float = PATIENCE) -> Any:
        """Block until a condition about the server holds (looked at on every call)."""
        self._not_in_loop()
        return self.record.wait(ready, timeout, "a condition")

    async def wait_until_async(self, ready: Callable[[], Any], timeout: float = PATIENCE) -> Any:
        """Do as ``wait_until`` without blocking the loop."""
        return await self.record.wait_async(ready, timeout, "a condition")

    def _ready(self, what: Any, since: int) -> tuple[Callable[[], Any], str]:
        sent = self.record.sent
        if callable(what):
            return lambda: next((c for c in sent[since:] if what(c)), None), "a fitting call"
        count = int(what)

        def enough() -> list[Call] | None:
            found = [call for call in sent[since:] if call.method in MESSAGE_METHODS]
            return found if len(found) >= max(count, 1) else None

        return enough, f"{count} messages"

    def _not_in_loop(self) -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return
        if loop is self._loop:
            raise RuntimeError("the server runs in this loop: use the …_async form")


def _message_in(chat: int) -> Callable[[Call], bool]:
    return lambda call: call.method in MESSAGE_METHODS and call.chat_id == chat
