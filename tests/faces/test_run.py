"""Tests of bot.faces.telegram.run: a bot that says everything back comes up, lives through faults and goes down."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import signal
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from telegram import Update
from telegram.ext import ApplicationBuilder, MessageHandler, filters

from bot.faces.telegram import polling, run
from bot.faces.telegram.metrics import Metrics
from bot.faces.telegram.order import InOrder
from bot.faces.telegram.run import App, PollingRequest, Stop, TokenRefusedError, life
from bot.faces.telegram.settings import PortError, SettingsError, TelegramSettings, WebhookSettings
from tests.botapi import PATIENCE, BotApi

SECRET = "hidden-Secret_0123456789"
MODES = pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def _no_notice(update: Update) -> None:
    pass


@dataclass
class Echo:
    """A bot that says back what it is told, and how it is asked to stop."""

    settings: TelegramSettings
    hold: Callable[[], Awaitable[object]] | None = None
    stop: Stop = field(default_factory=Stop)
    reloads: list[bool] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    taken: int = 0

    async def echo(self, update: Update, context: Any) -> None:
        assert update.message is not None
        self.taken += 1
        if self.hold:
            await self.hold()
        await update.message.reply_text(update.message.text or "")

    def build(self) -> App:
        settings = self.settings
        builder = ApplicationBuilder().token(settings.token.get_secret_value()).base_url(f"{settings.root}/bot")
        builder = builder.get_updates_request(PollingRequest(self.stop.token_refused, lambda: 0))
        app: App = builder.concurrent_updates(InOrder(Metrics(), _no_notice)).build()
        app.add_handler(MessageHandler(filters.TEXT, self.echo))
        return app

    async def live(self) -> None:
        failed = self.failures
        await life(
            self.build(),
            self.settings,
            self.stop,
            [Update.MESSAGE],
            reload=lambda: self.reloads.append(True),
            failed=lambda error: failed.append(type(error).__name__),
        )


def settings_for(url: str, webhook: bool, token: str, port: int | None = None) -> TelegramSettings:
    if not webhook:
        return TelegramSettings(token=token, api_url=url)  # type: ignore[arg-type]
    port = port or free_port()
    # A path that would match more than itself, were it read as a pattern.
    where = f"http://127.0.0.1:{port}/hook.+"
    return WebhookSettings(token=token, api_url=url, webhook_url=where, webhook_secret=SECRET, port=port)  # type: ignore[arg-type]


@asynccontextmanager
async def living(
    server: BotApi, webhook: bool = False, hold: Callable[[], Awaitable[object]] | None = None
) -> AsyncIterator[tuple[Echo, asyncio.Task[None]]]:
    """A bot that lives meanwhile, and is asked to stop afterwards."""
    async with stopped_afterwards(Echo(settings_for(server.url, webhook, server.token), hold)) as found:
        yield found


@asynccontextmanager
async def stopped_afterwards(echo: Echo) -> AsyncIterator[tuple[Echo, asyncio.Task[None]]]:
    """The same for a bot that is there already."""
    task = asyncio.create_task(echo.live())
    try:
        yield echo, task
    finally:
        echo.stop()
        await asyncio.wait_for(asyncio.gather(task, return_exceptions=True), 6)


@pytest.fixture
async def server() -> AsyncIterator[BotApi]:
    async with BotApi() as server:
        yield server


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "FIRST_PAUSE", 0.02)
    monkeypatch.setattr(run, "LONGEST_PAUSE", 0.1)
    monkeypatch.setattr(polling, "WAITS", 0.2)
    monkeypatch.setattr(polling, "UNTOUCHED", 0.2)


# --- up and down --------------------------------------------------------------------------------------


@MODES
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, None], ids=["SIGTERM", "SIGINT", "stop"])
async def test_it_answers_until_it_is_told_to_stop(server: BotApi, webhook: bool, number: int | None) -> None:
    before = signal.getsignal(signal.SIGTERM)
    async with living(server, webhook) as (echo, task):
        assert (await server.exchange_async("hello", chat=7)).text == "hello"
        assert server.core.updates.allowed == {"message"}
        started = time.monotonic()
        if number is None:
            echo.stop()
        else:
            os.kill(os.getpid(), number)
        await asyncio.wait_for(task, PATIENCE)
        assert time.monotonic() - started < 1.5
    assert server.pending == 0
    assert not server.refused
    assert signal.getsignal(signal.SIGTERM) == before


async def test_sighup_reloads(server: BotApi) -> None:
    async with living(server) as (echo, task):
        await server.exchange_async("hello", chat=7)
        os.kill(os.getpid(), signal.SIGHUP)
        assert (await server.exchange_async("still here", chat=7)).text == "still here"
        assert echo.reloads == [True]
        assert not task.done()


@MODES
async def test_what_was_fetched_is_answered_before_it_stops(server: BotApi, webhook: bool) -> None:
    stopping = asyncio.Event()
    async with living(server, webhook, stopping.wait) as (echo, task):
        await server.wait_until_async(lambda: server.counts.get("getMe"))
        for chat in range(30):
            server.say(f"to {chat % 10}", chat=100 + chat % 10)
        await server.wait_until_async(lambda: not server.pending if webhook else server.counts.get("getUpdates", 0) > 1)
        async with asyncio.timeout(PATIENCE):
            while echo.taken < 10:
                await asyncio.sleep(0.01)
        echo.stop()
        await asyncio.sleep(0.1)
        assert not task.done()
        assert not server.messages
        stopping.set()
        await asyncio.wait_for(task, PATIENCE)
    assert len(server.messages) == 30
    assert server.pending == 0


@MODES
async def test_what_is_not_answered_in_time_is_cut_off(
    server: BotApi, webhook: bool, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(run, "STOPS_WITHIN", 0.3)
    async with living(server, webhook, asyncio.Event().wait) as (echo, task):
        server.say("one", chat=7)
        server.say("two", chat=7)
        # A webhook is sent one after the other.
        await server.wait_until_async(lambda: echo.taken and (not webhook or not server.pending))
        echo.stop()
        await asyncio.wait_for(task, PATIENCE)
    assert not server.messages
    assert "2 update(s) were not answered before the stop" in caplog.text
    # Nothing of the bot is left, nor was anything begun that nobody waits for.
    assert not [t for t in asyncio.all_tasks() if "Application" in t.get_name() or "Updater" in t.get_name()]
    gc.collect()


async def test_a_flood_that_waits_does_not_hold_up_the_stop(server: BotApi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "STOPS_WITHIN", 0.3)
    async with living(server) as (echo, task):
        for n in range(40):
            server.say(str(n), chat=7)
        await server.wait_for_async(20)
        echo.stop()
        await asyncio.wait_for(task, PATIENCE)
    assert [call.text for call in server.messages][:20] == [str(n) for n in range(20)]


# --- faults -------------------------------------------------------------------------------------------


@MODES
async def test_it_waits_for_a_network_that_is_down(webhook: bool, caplog: pytest.LogCaptureFixture) -> None:
    server = BotApi()
    await server.start()
    await server.stop()
    async with living(server, webhook) as (_, task):
        async with asyncio.timeout(PATIENCE):
            while "Telegram can't be reached (NetworkError), trying again in 0.0 s" not in caplog.text:
                await asyncio.sleep(0.01)
        assert not task.done()
        async with server:
            assert (await server.exchange_async("hello", chat=7)).text == "hello"
    assert server.token not in "\n".join(
        record.getMessage() for record in caplog.records if record.name == run.__name__
    )


@MODES
async def test_faults_at_every_step_of_coming_up(server: BotApi, webhook: bool) -> None:
    for method in ("getMe", "setWebhook" if webhook else "deleteWebhook"):
        server.fail_next(502, method=method)
        server.fail_next(409, method=method)
        server.fail_next(method=method, drop=True)
        server.fail_next(method=method, retry_after=1)
    async with living(server, webhook):
        assert (await server.exchange_async("hello", chat=7)).text == "hello"
    assert len(server.struck) == 8


async def test_polls_do_not_wait_for_a_limit_on_taking_the_webhook_away(
    server: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "LONGEST_PAUSE", 7200.0)
    monkeypatch.setattr(run, "WEBHOOK_GONE_WITHIN", 0.1)
    server.fail_next(method="deleteWebhook", retry_after=7200)
    async with living(server):
        assert (await server.exchange_async("hello", chat=7)).text == "hello"


async def test_whoever_asks_is_answered_before_the_webhook_can_be_set_again(
    server: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = settings_for(server.url, True, server.token)
    first = Echo(settings)
    async with stopped_afterwards(first):
        await server.exchange_async("hello", chat=7)
    monkeypatch.setattr(run, "LONGEST_PAUSE", 7200.0)
    server.fail_next(method="setWebhook", retry_after=7200)
    async with stopped_afterwards(Echo(settings)):
        assert (await server.exchange_async("again", chat=7)).text == "again"


async def test_a_limit_of_hours_on_the_first_call_is_tried_again_meanwhile(server: BotApi) -> None:
    server.fail_next(method="getMe", retry_after=7200, times=3)
    async with living(server):
        assert (await server.exchange_async("hello", chat=7)).text == "hello"


@pytest.mark.parametrize(
    ("webhook", "method"), [(False, "getMe"), (True, "getMe"), (False, "deleteWebhook"), (True, "setWebhook")]
)
async def test_a_stop_during_a_limit_at_the_start_is_quick(
    server: BotApi, webhook: bool, method: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(run, "LONGEST_PAUSE", 7200.0)
    server.fail_next(method=method, retry_after=7200)
    async with living(server, webhook) as (echo, task):
        await server.wait_until_async(lambda: any("trying again in 7200" in r.getMessage() for r in caplog.records))
        started = time.monotonic()
        echo.stop()
        await asyncio.wait_for(task, PATIENCE)
        assert time.monotonic() - started < 1.5


async def test_a_stop_while_the_network_is_down() -> None:
    server = BotApi()
    await server.start()
    await server.stop()
    async with living(server) as (echo, task):
        await asyncio.sleep(0.1)
        echo.stop()
        await asyncio.wait_for(task, PATIENCE)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ({"retry_after": 1}, "RetryAfter"),
        ({"status": 409}, "Conflict"),
        ({"status": 502}, "NetworkError"),
        ({"status": 404}, "NetworkError"),
        ({"drop": True}, "NetworkError"),
    ],
    ids=["429", "409", "502", "404", "no response"],
)
async def test_polls_that_fail_are_survived(
    server: BotApi, fault: dict[str, Any], kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    server.fail_next(method="getUpdates", **fault)
    async with living(server) as (echo, _):
        assert (await server.exchange_async("hello", chat=7)).text == "hello"
        assert echo.failures == [kind]
    said = [record.getMessage() for record in caplog.records if "could not be fetched" in record.getMessage()]
    assert len(said) == 1
    assert ("another program" in said[0]) == (kind == "Conflict")


async def test_a_stop_between_polls_that_fail_is_quick(server: BotApi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "FETCHING_ENDS_WITHIN", 0.2)
    async with living(server) as (echo, task):
        await server.exchange_async("hello", chat=7)
        server.outage(seconds=60, status=502)
        with server.record.lock:
            server.core.updates.end_poll("terminated by other getUpdates request")
        # Two polls have failed: the library sleeps for 1.5 s.
        await server.wait_until_async(lambda: [s for s in server.struck if s.method == "getUpdates"])
        await asyncio.sleep(0.05)
        echo.stop()
        started = time.monotonic()
        await asyncio.wait_for(task, PATIENCE)
        assert time.monotonic() - started < 1.5


async def test_a_token_that_is_refused_at_start(server: BotApi) -> None:
    server.revoke()
    async with living(server) as (_, task):
        with pytest.raises(TokenRefusedError, match=r"BOT_TOKEN.*expected.*@BotFather") as caught:
            await asyncio.wait_for(task, PATIENCE)
    assert server.token not in str(caught.value)
    assert server.counts == {}


async def test_a_token_that_is_refused_later(server: BotApi) -> None:
    async with living(server) as (_, task):
        await server.exchange_async("hello", chat=7)
        server.revoke()
        server.say("again", chat=7)
        with pytest.raises(TokenRefusedError):
            await asyncio.wait_for(task, PATIENCE)


# --- the webhook --------------------------------------------------------------------------------------


async def _post(settings: TelegramSettings, headers: dict[str, str], path: str = "/hook.+") -> int:
    async with httpx.AsyncClient() as client:
        response = await client.post(f"http://127.0.0.1:{settings.port}{path}", json={"update_id": 1}, headers=headers)
    return response.status_code


NAME = "X-Telegram-Bot-Api-Secret-Token"


@pytest.mark.parametrize(
    ("headers", "path", "status"),
    [
        ({NAME: SECRET}, "/hook.+", 200),
        ({NAME: SECRET[:-1]}, "/hook.+", 403),
        ({NAME: ""}, "/hook.+", 403),
        ({}, "/hook.+", 403),
        ({NAME: SECRET}, "/hook1111", 404),
        ({NAME: SECRET}, "/", 404),
    ],
    ids=["right", "wrong", "empty", "none", "like it", "root"],
)
async def test_only_who_knows_the_secret_gets_in(
    server: BotApi, headers: dict[str, str], path: str, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    async with living(server, webhook=True) as (echo, _):
        await server.exchange_async("hello", chat=7)
        assert await _post(echo.settings, headers, path) == status
    assert SECRET[:-1] not in "\n".join(r.getMessage() for r in caplog.records if r.levelno >= logging.INFO)


# tornado does not close the socket that it could not bind.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_a_port_that_is_taken_is_told_in_one_sentence(server: BotApi) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        echo = Echo(settings_for(server.url, True, server.token, port))
        with pytest.raises(
            PortError,
            match=rf"^BOT_LISTEN, BOT_PORT: 127\.0\.0\.1 port {port} can't be listened on \(.*in use\); expected ",
        ):
            await asyncio.wait_for(echo.live(), PATIENCE)
    gc.collect()


async def test_a_webhook_that_telegram_refuses_is_told_and_not_tried_for_ever(server: BotApi) -> None:
    server.fail_next(400, "bad webhook: Failed to resolve host", method="setWebhook")
    async with living(server, webhook=True) as (_, task):
        with pytest.raises(
            SettingsError, match=r"^BOT_WEBHOOK_URL: Telegram does not accept it \(.*resolve host\); expected "
        ):
            await asyncio.wait_for(task, PATIENCE)
