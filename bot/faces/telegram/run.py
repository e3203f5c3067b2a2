"""The life of the bot: it comes up when the network does, serves until it is told to stop, and answers what it has
fetched."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager, suppress
from http import HTTPStatus
from typing import Any, Final

from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import Application

from bot import hangup
from bot.faces.telegram.handover import Handover
from bot.faces.telegram.pauses import Pause, seconds_of
from bot.faces.telegram.polling import Polling
from bot.faces.telegram.request import Request
from bot.faces.telegram.settings import SettingsError, TelegramSettings, WebhookSettings
from bot.faces.telegram.webhook import Webhook

log = logging.getLogger(__name__)

App = Application[Any, Any, Any, Any, Any, Any]
Source = Polling | Webhook
"""Where updates come from."""

FIRST_PAUSE: Final = 0.5
"""Seconds before the second try to reach Telegram at start; twice as long before each further one …"""
LONGEST_PAUSE: Final = 30.0
"""… up to so many; not longer either where Telegram says to wait for longer, since nobody is answered before."""
WEBHOOK_GONE_WITHIN: Final = 5.0
"""Seconds to wait until no webhook is set, before updates are fetched all the same: as a rule there is none."""
FETCHING_ENDS_WITHIN: Final = 1.0
"""Seconds for the fetching to end; and as many again, once all is answered, to confirm what was fetched."""
FETCHED_AHEAD: Final = 20
"""How many updates may be in hand when more are fetched: with the hundred of a request, what 30 messages a second
answer before a stop."""
_LOOK_EVERY: Final = 0.005
"""Seconds between looks at how many are in hand."""
STOPS_WITHIN: Final = 4.0
"""Seconds from the signal until what is not answered is cut off; a second is left for putting things away."""


class TokenRefusedError(Exception):
    """Telegram does not accept the token."""

    def __init__(self) -> None:
        super().__init__(
            "Telegram does not accept BOT_TOKEN; expected a token as @BotFather gives it (/token shows it again)"
        )


class Stop:
    """Asks the bot to stop."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self.refused = False
        """Whether it is because Telegram does not accept the token any more."""

    def __call__(self) -> None:
        """Stop in good order."""
        self._event.set()

    def token_refused(self) -> None:
        """Stop because Telegram does not accept the token."""
        self.refused = True
        self._event.set()

    async def wait(self) -> None:
        """Wait until somebody asks."""
        await self._event.wait()


class PollingRequest(Request):
    """The requests for updates; tells when the token is refused, which ends the polling but not the program."""

    def __init__(self, refused: Callable[[], None], in_hand: Callable[[], int]) -> None:
        """in_hand: how many updates were fetched and are not answered yet."""
        super().__init__()
        self._refused, self._in_hand = refused, in_hand

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """One request, once what was fetched before is nearly answered; see telegram.request.BaseRequest."""
        # What waits at Telegram is safe there; what waits here is lost if it can't be answered before a stop.
        while self._in_hand() > FETCHED_AHEAD:
            await asyncio.sleep(_LOOK_EVERY)
        status, payload = await super().do_request(*args, **kwargs)
        if status == HTTPStatus.UNAUTHORIZED:
            self._refused()
        if status == HTTPStatus.NOT_FOUND:
            # The library takes it for a refused token and would poll no more; but a token that getMe has accepted is
            # well formed, so this is some proxy's word.
            raise NetworkError("Not Found")
        return status, payload


async def life(
    app: App,
    settings: TelegramSettings,
    stop: Stop,
    allowed_updates: Sequence[str],
    reload: Callable[[], None] | None = None,
    failed: Callable[[TelegramError], None] | None = None,
    handover: Handover | None = None,
) -> None:
    """Serve until `stop`, SIGTERM or SIGINT; by webhook where the settings are WebhookSettings, else by polling.

    SIGHUP calls `reload`; each poll that fails calls `failed`; what comes by webhook goes through `handover`, if given.
    Of the application's hooks only post_init is called, its updater is not used, and its requests for updates have to
    be PollingRequest(stop.token_refused). TokenRefusedError, or SettingsError where the webhook can't be had.
    """
    source: Source
    if isinstance(settings, WebhookSettings):
        source = Webhook(app.bot, settings, handover.take if handover else _straight(app))
    else:
        source = Polling(app.bot, allowed_updates, app.update_queue.put_nowait, failed)
    with _signals(stop, reload):
        try:
            if await _unless(stop, _come_up(app, source, allowed_updates, handover)):
                await stop.wait()
        except InvalidToken:
            stop.token_refused()
        finally:
            await _go_down(app, source, handover)
    if stop.refused:
        raise TokenRefusedError


def _straight(app: App) -> Callable[[object, bytes], Awaitable[None]]:
    """Takes updates from the port into the application's queue."""

    async def take(update: object, body: bytes) -> None:
        app.update_queue.put_nowait(update)

    return take


@contextmanager
def _signals(stop: Stop, reload: Callable[[], None] | None) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGTERM, signal.SIGINT)
    # Windows has none of this; there Ctrl-C cancels the task, which goes down all the same.
    with suppress(NotImplementedError):
        for number in numbers:
            loop.add_signal_handler(number, stop)
    if reload:
        hangup.listen(lambda: loop.call_soon_threadsafe(reload))
    try:
        yield
    finally:
        hangup.listen(None)
        with suppress(NotImplementedError):
            for number in numbers:
                loop.remove_signal_handler(number)


async def _unless(stop: Stop, work: Coroutine[Any, Any, None]) -> bool:
    """Do the work; False if it had to be left because of a stop."""
    doing, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((doing, stopping), return_when=asyncio.FIRST_COMPLETED)
        if doing.done():
            doing.result()
        return doing.done()
    finally:
        for task in (doing, stopping):
            task.cancel()
        await asyncio.gather(doing, stopping, return_exceptions=True)


# --- up ------------------------------------------------------------------------------------


async def _come_up(app: App, source: Source, allowed_updates: Sequence[str], handover: Handover | None) -> None:
    await _insist(app.initialize)
    if app.post_init:
        await app.post_init(app)
    if isinstance(source, Webhook):
        source.listen()
        if handover:
            handover.start()
        # Telegram may know the address from before: whoever asks is answered even where it lets nobody set it now.
        await app.start()
        try:
            await _insist(lambda: source.announce(allowed_updates))
        except BadRequest as error:
            raise SettingsError(
                f"BOT_WEBHOOK_URL: Telegram does not accept it ({error.message}); "
                "expected an https:// address that it can reach"
            ) from None
        log.info("updates are awaited by webhook on %s port %d", source.settings.listen, source.settings.port)
        return
    deleting = asyncio.create_task(_insist(app.bot.delete_webhook))
    try:
        await asyncio.wait((deleting,), timeout=WEBHOOK_GONE_WITHIN)
        source.start()
        log.info("updates are fetched by polling")
        await app.start()
        await deleting
    finally:
        deleting.cancel()


async def _insist(act: Callable[[], Awaitable[object]]) -> None:
    """Do it, again and again while the network or the server fails; what Telegram refuses is raised."""
    pause = Pause(FIRST_PAUSE, LONGEST_PAUSE)
    while True:
        try:
            await act()
            return
        except (InvalidToken, BadRequest):
            raise
        except TelegramError as error:
            told = seconds_of(error) if isinstance(error, RetryAfter) else 0.0
            wait = max(pause.next(), min(told, LONGEST_PAUSE))
            log.warning("Telegram can't be reached (%s), trying again in %.1f s", type(error).__name__, wait)
            await asyncio.sleep(wait)


# --- down ----------------------------------------------------------------------------------


async def _go_down(app: App, source: Source, handover: Handover | None) -> None:
    """Take no more, answer what was taken, and cut off what takes too long."""
    deadline = asyncio.get_running_loop().time() + STOPS_WITHIN
    if handover:
        handover.leave()
    stopping = asyncio.create_task(source.stop())
    # Meanwhile the application goes on answering: what was fetched is confirmed once nearly all of it is answered.
    await asyncio.wait((stopping,), timeout=FETCHING_ENDS_WITHIN)
    if app.running:
        with suppress(TimeoutError):
            async with asyncio.timeout_at(deadline):
                await app.stop()
        await _cut_off(app)
    await asyncio.wait((stopping,), timeout=FETCHING_ENDS_WITHIN)
    stopping.cancel()
    await asyncio.gather(stopping, return_exceptions=True)
    if handover:
        await handover.stop()
    await app.shutdown()
    # An application that never came up leaves its connections to us.
    await app.bot.shutdown()


async def _cut_off(app: App) -> None:
    """Cancel the updates that are still in hand, so that none meets a closed connection."""
    # The library keeps its tasks to itself, but names them.
    left = [task for task in asyncio.all_tasks() if task.get_name().startswith(f"Application:{app.bot.id}:")]
    if left:
        log.warning("%d update(s) were not answered before the stop", len(left))
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
