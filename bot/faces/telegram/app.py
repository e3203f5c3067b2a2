"""The Telegram bot, put together and run."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import nullcontext, suppress
from pathlib import Path
from threading import Thread, main_thread

import uvloop
from telegram import LinkPreviewOptions, Update
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    Defaults,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot import hangup
from bot.errors import ContentError
from bot.faces.service import watched
from bot.faces.telegram.face import Face
from bot.faces.telegram.handover import Handover
from bot.faces.telegram.limits import PerChat
from bot.faces.telegram.logs import ALWAYS, set_up
from bot.faces.telegram.memory import Memory
from bot.faces.telegram.messages import Handler
from bot.faces.telegram.metrics import Metrics, monitor
from bot.faces.telegram.order import InOrder
from bot.faces.telegram.profile import Own, Profile
from bot.faces.telegram.request import Request
from bot.faces.telegram.run import App, PollingRequest, Stop, life
from bot.faces.telegram.settings import Reads, SettingsError, TelegramSettings, WebhookSettings
from bot.faces.telegram.state.model import InMemory, Place, State, StateError
from bot.faces.telegram.state.sqlite import InSqlite
from bot.faces.telegram.state.steady import Steady
from bot.faces.telegram.state.valkey import InValkey, connect
from bot.faces.telegram.unanswered import Unanswered
from bot.faces.telegram.updates import Unfit
from bot.memory import settled
from bot.question.commands import Command
from bot.talk import Speaker

log = logging.getLogger(__name__)

QUIET = 0.5
"""Seconds without another SIGHUP after which content is read: fifty in a second are one …"""
QUIET_WITHIN = 5.0
"""… but not later than so many seconds after the first."""
WANTED = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CHANNEL_POST,
    Update.EDITED_CHANNEL_POST,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
]
"""The updates that are asked for."""


def build(settings: TelegramSettings, face: Face, stop: Stop) -> tuple[App, Handover | None]:
    """The application, ready to run, and through what its updates go where several programs share them.

    It stops once the token is refused while it polls.
    """
    defaults = Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True))
    builder = ApplicationBuilder().token(settings.token.get_secret_value()).defaults(defaults)
    limiter = PerChat(settings.max_rate)

    def answered(update: object) -> None:
        if handover:
            handover.answered(update)

    order = InOrder(
        face.desk.metrics,
        face.flooding,
        arrived=face.presses.arrived,
        waiting=lambda: limiter.waiting,
        answered=answered,
    )

    def in_hand() -> int:
        return order.in_hand + app.update_queue.qsize()

    # Updates are fetched, or awaited, by life().
    builder = builder.updater(None).concurrent_updates(order)
    polling = PollingRequest(stop.token_refused, in_hand)
    builder = builder.rate_limiter(limiter).get_updates_request(polling).request(Request())
    app = builder.base_url(f"{settings.root}/bot").base_file_url(f"{settings.root}/file/bot").build()
    _route(app, face)
    shared = isinstance(settings, WebhookSettings) and settings.state and settings.place is Place.VALKEY
    handover = (
        Handover(connect(settings.state), app.bot, app.update_queue.put_nowait) if shared and settings.state else None
    )
    return app, handover


def remembering(settings: TelegramSettings) -> State:
    """Where it is kept what the settings say is remembered; SettingsError where that can't be used."""
    if settings.state is None:
        return InMemory()
    given = settings.state.get_secret_value()
    if settings.place is Place.VALKEY:
        return Steady(InValkey(connect(settings.state), int(settings.token.get_secret_value().partition(":")[0])))
    try:
        return Steady(InSqlite(Path(given)))
    except StateError as error:
        said = (
            f"BOT_STATE: {given} can't be used ({error}); expected a file of this bot's, or one that is not there yet"
        )
        raise SettingsError(said) from None


def _route(app: App, face: Face) -> None:
    """Say which handler answers which update."""
    # What a channel posts comes into its discussion group by itself, and is answered in the channel.
    asked = (filters.UpdateType.MESSAGES | filters.UpdateType.CHANNEL_POSTS) & ~filters.IS_AUTOMATIC_FORWARD
    private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGES
    commands: dict[str, Handler] = {command.value: face.messages.command(command) for command in Command}
    commands |= {Own.MAP.value: face.own.map, Own.LANG.value: face.own.lang, Own.DELETE.value: face.own.delete}
    for name, handler in commands.items():
        app.add_handler(CommandHandler(name, handler, filters=asked))
    app.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND & asked, face.messages.text))
    # /x in a private chat that is no command of ours is read like any message.
    app.add_handler(MessageHandler(filters.COMMAND & private, face.messages.text))
    if face.desk.reads is not Reads.NOTHING:
        app.add_handler(MessageHandler(filters.Document.ALL & filters.UpdateType.MESSAGE, face.messages.document))
    app.add_handler(
        MessageHandler(
            filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL, face.messages.other
        )
    )
    app.add_handler(CallbackQueryHandler(face.presses.pressed))
    app.add_handler(InlineQueryHandler(face.queries.inline))
    app.add_handler(TypeHandler(Unfit, face.unfit))
    app.add_error_handler(face.failed)


class Reloading:
    """Reads content anew when it is told to, and keeps the old where the new is not sound."""

    def __init__(self, face: Face, profile: Profile, load: Callable[[], Speaker]) -> None:
        """load: reads all content; it may take seconds, and raises ContentError where that is not sound."""
        self._face, self._profile, self._load = face, profile, load
        self._task: asyncio.Task[None] | None = None
        self._told = asyncio.Event()

    def __call__(self) -> None:
        """Begin; told again meanwhile, however often, it begins once more afterwards."""
        self._told.set()
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._reload())

    async def _reload(self) -> None:
        while self._told.is_set():
            await self._quiet()
            log.info("content is read again")
            try:
                # In a thread: meanwhile people are answered out of the old.
                speaker = await asyncio.to_thread(self._ready)
            except Exception as error:
                # What is not foreseen has a traceback in the log; whatever it is, people are answered out of the old.
                traceback = not isinstance(error, ContentError | OSError)
                log.error("the content is not sound, the old one is kept: %s", error, exc_info=traceback, extra=ALWAYS)
                self._face.desk.metrics.reloaded(None)
                continue
            documents = len(speaker.library.resolutions)
            self._face.desk.renew(speaker)
            # Once nobody is answered out of the old one, it goes.
            await asyncio.to_thread(settled)
            self._face.desk.metrics.reloaded(documents)
            log.info("content was read: %d document(s)", documents)
            self._profile.set(speaker.wordings, several=documents > 1)

    async def _quiet(self) -> None:
        """Wait until it has not been told for a while."""
        with suppress(TimeoutError):
            async with asyncio.timeout(QUIET_WITHIN):
                while self._told.is_set():
                    self._told.clear()
                    await asyncio.sleep(QUIET)
        self._told.clear()

    def _ready(self) -> Speaker:
        speaker = self._load()
        speaker.ready()
        _ahead(speaker)
        return speaker


def _ahead(speaker: Speaker) -> None:
    """Compute, while people are answered already, what their first questions would have to wait for."""
    # Python waits for it to end, which it does when the main thread has; what it works with would be gone otherwise.
    Thread(target=speaker.library.ahead, args=(main_thread().is_alive,), name="ahead").start()


async def _serve(settings: TelegramSettings, speaker: Speaker, load: Callable[[], Speaker]) -> None:
    stop, metrics = Stop(), Metrics()
    memory = Memory(remembering(settings), place=settings.place)
    face = Face(speaker, metrics, Unanswered(settings.unanswered) if settings.unanswered else None, memory)
    face.desk.reads, face.desk.fetches = settings.files, settings.fetch
    metrics.remembered(lambda: face.desk.memory.conversations)
    metrics.read(len(speaker.library.resolutions))
    app, handover = build(settings, face, stop)
    profile = Profile(app.bot)

    async def begin(app: App) -> None:
        # A reload may have come first.
        known = face.desk.speaker
        profile.set(known.wordings, several=len(known.library.resolutions) > 1)

    app.post_init = begin
    reload = Reloading(face, profile, load)
    async with monitor(metrics, settings.metrics_port, lambda: app.running) if settings.metrics_port else nullcontext():
        try:
            await life(app, settings, stop, WANTED, reload=reload, failed=metrics.failed, handover=handover)
        finally:
            profile.stop()
            face.desk.files.close()
            await memory.state.close()


def run(settings: TelegramSettings, speaker: Speaker, load: Callable[[], Speaker]) -> None:
    """Serve until SIGINT or SIGTERM: by webhook where the settings are WebhookSettings, else by long polling.

    load: reads all content anew, on SIGHUP; ContentError where it is not sound, and then the old is kept.
    TokenRefusedError; SettingsError where a port or the webhook can't be had.
    """
    set_up(settings.token.get_secret_value(), settings.log)
    speaker.ready()
    settled()
    _ahead(speaker)
    log.info("serving %d document(s)", len(speaker.library.resolutions))
    try:
        uvloop.run(watched(_serve(settings, speaker, load)))
    finally:
        hangup.ignore()
