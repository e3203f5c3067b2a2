"""The Telegram bot: which updates are answered, and how a reply is sent."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Coroutine
from http import HTTPStatus
from typing import Any

from telegram import BotCommand, LinkPreviewOptions, Message, Update
from telegram.constants import ChatType, MessageEntityType, ParseMode
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, TelegramError
from telegram.ext import AIORateLimiter, Application, ApplicationBuilder, CommandHandler, ContextTypes, Defaults, MessageHandler, filters
from telegram.request import HTTPXRequest

from bot.faces.telegram.html import messages
from bot.faces.telegram.logs import set_up
from bot.faces.telegram.settings import TelegramSettings
from bot.faces.telegram.talks import Talks
from bot.question.commands import Command
from bot.talk import Speaker, Spoken, Talk

log = logging.getLogger(__name__)

App = Application[Any, Any, Any, Any, Any, Any]
Context = ContextTypes.DEFAULT_TYPE

MENU_LANGUAGES = {"": "en", "zh": "zh-Hans"}
"""Telegram's two-letter language code (none: all others) → the language of the command menu."""


TRIES = 4
"""How often a reply is sent before it is given up, when the network or the server fails."""
PAUSE = 0.5
"""Seconds before the second try; twice as long before each further one."""
RETRIES_TOLD = 5
"""How often a reply is sent again when Telegram says to wait (429)."""


class TokenRefusedError(Exception):
    """Telegram does not accept the token."""


class PollingRequest(HTTPXRequest):
    """The requests for updates; tells when the token is refused, which ends the polling but not the program."""

    def __init__(self, refused: Callable[[], None]) -> None:
        super().__init__(connection_pool_size=1)
        self._refused = refused

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """One request; see telegram.request.BaseRequest."""
        status, payload = await super().do_request(*args, **kwargs)
        if status == HTTPStatus.UNAUTHORIZED:
            self._refused()
        return status, payload


def language_of_user(code: str | None) -> str:
    """The bot's language for a user's language_code (an IETF tag, possibly missing)."""
    tag = (code or "").lower()
    if not tag.startswith("zh"):
        return "en" if tag else "zh-Hans"
    return "zh-Hant" if any(part in tag for part in ("hant", "tw", "hk", "mo")) else "zh-Hans"


class Face:
    """Answers updates out of one Speaker."""

    def __init__(self, speaker: Speaker) -> None:
        self.speaker = speaker
        self.talks = Talks()

    # --- what is answered ------------------------------------------------------------------

    async def text(self, update: Update, context: Context) -> None:
        """A text message: always in a private chat, elsewhere only when it is meant for the bot."""
        message = update.effective_message
        if message is None or message.text is None:
            return
        # /x@bot in a private chat is no command of ours; the bot's name is not what it asks about.
        question = re.sub(f"@{re.escape(context.bot.username)}", " ", message.text, flags=re.IGNORECASE).lstrip("/")
        if message.chat.type != ChatType.PRIVATE:
            addressed = self.addressed(message, context)
            if addressed is None:
                return
            question = addressed
        await self.answer(update, lambda talk: self.speaker.next(question, talk))

    @staticmethod
    def addressed(message: Message, context: Context) -> str | None:
        """The text of a message that mentions the bot or replies to it, without the mention; else None."""
        text = message.text or ""
        own = f"@{context.bot.username}".lower()
        mentioned = False
        for entity, part in message.parse_entities([MessageEntityType.MENTION, MessageEntityType.TEXT_MENTION]).items():
            if part.lower() == own or (entity.user and entity.user.id == context.bot.id):
                mentioned = True
                text = text.replace(part, " ")
        replied = message.reply_to_message
        to_bot = replied is not None and replied.from_user is not None and replied.from_user.id == context.bot.id
        return text if mentioned or to_bot else None

    def command(self, command: Command) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
        """The handler of a command."""

        async def handle(update: Update, context: Context) -> None:
            arguments = " ".join(context.args or ())
            await self.answer(update, lambda talk: self.speaker.command(command, arguments, talk))

        return handle

    async def other(self, update: Update, context: Context) -> None:
        """Something in a private chat that is not text."""
        if update.effective_message:
            wording = self.speaker.wordings[self.language(update)]
            await update.effective_message.reply_text(wording("telegram.not_a_text"))

    async def failed(self, update: object, context: Context) -> None:
        """Log what went wrong, apologise where there is somebody to, and go on."""
        log.error("update failed: %s", type(context.error).__name__, exc_info=context.error)
        if isinstance(update, Update) and update.effective_message and not isinstance(context.error, TelegramError):
            try:
                await update.effective_message.reply_text(self.speaker.wordings[self.language(update)]("telegram.apology"))
            except TelegramError as error:
                log.warning("the apology could not be sent: %s", type(error).__name__)

    # --- how it is answered ----------------------------------------------------------------

    @staticmethod
    def language(update: Update) -> str:
        """The bot's language for whoever sent the update."""
        return language_of_user(update.effective_user.language_code if update.effective_user else None)

    async def answer(self, update: Update, ask: Callable[[Talk], tuple[Spoken, Talk]]) -> None:
        """Ask, remember, and send the reply."""
        message = update.effective_message
        if message is None:
            return
        key = (message.chat.id, update.effective_user.id if update.effective_user else 0)
        spoken, talk = ask(self.talks.get(key, self.language(update)))
        self.talks.put(key, talk)
        for text in messages(spoken.reply):
            await persistently(lambda text=text: message.reply_text(text, parse_mode=ParseMode.HTML))  # type: ignore[misc]
        log.info("answered %s", spoken.answer.kind)


async def persistently(send: Callable[[], Awaitable[Any]]) -> None:
    """Send, and send again when the network fails: a reply that may come twice is better than none."""
    for tried in range(1, TRIES + 1):
        try:
            await send()
            return
        except (BadRequest, Forbidden):
            raise
        except NetworkError as error:
            if tried == TRIES:
                raise
            log.warning("sending failed (%s), trying again", type(error).__name__)
            await asyncio.sleep(PAUSE * 2 ** (tried - 1))


def build(settings: TelegramSettings, speaker: Speaker) -> App:
    """The application, ready to run; its bot_data has "refused" once the token is refused."""

    def refused() -> None:
        app.bot_data["refused"] = True
        if app.running:
            app.stop_running()

    defaults = Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True))
    builder = ApplicationBuilder().token(settings.token.get_secret_value()).defaults(defaults)
    limiter: Any = AIORateLimiter(max_retries=RETRIES_TOLD)
    builder = builder.rate_limiter(limiter).get_updates_request(PollingRequest(refused))
    builder = builder.base_url(f"{settings.root}/bot").base_file_url(f"{settings.root}/file/bot")

    async def set_menu(app: App) -> None:
        for code, language in MENU_LANGUAGES.items():
            wording = speaker.wordings[language]
            menu = [BotCommand(c.value, wording(f"commands.{c}")) for c in Command if c is not Command.START]
            try:
                await app.bot.set_my_commands(menu, language_code=code or None)
            except TelegramError as error:
                log.warning("the command menu could not be set: %s", type(error).__name__)

    app = builder.post_init(set_menu).build()
    face = Face(speaker)
    new = filters.UpdateType.MESSAGE
    for command in Command:
        app.add_handler(CommandHandler(command.value, face.command(command), filters=new))
    app.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND & new, face.text))
    # /x in a private chat that is no command of ours is read like any message.
    app.add_handler(MessageHandler(filters.COMMAND & filters.ChatType.PRIVATE & new, face.text))
    app.add_handler(MessageHandler(filters.ChatType.PRIVATE & new & ~filters.StatusUpdate.ALL, face.other))
    app.add_error_handler(face.failed)
    return app


def run(settings: TelegramSettings, speaker: Speaker) -> None:
    """Serve by long polling until SIGINT or SIGTERM."""
    set_up(settings.token.get_secret_value())
    speaker.ready()
    log.info("serving %d document(s)", len(speaker.library.resolutions))
    app = build(settings, speaker)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        # Retries for ever at start, so that a network that is down is waited for.
        app.run_polling(allowed_updates=[Update.MESSAGE], bootstrap_retries=-1, close_loop=False)
    except InvalidToken:
        app.bot_data["refused"] = True
    finally:
        # Where the updater could not stop in good order, run_polling leaves the rest to us.
        if app.running:
            loop.run_until_complete(app.stop())
            loop.run_until_complete(app.shutdown())
        loop.close()
    if app.bot_data.get("refused"):
        raise TokenRefusedError("Telegram does not accept BOT_TOKEN; expected a token as @BotFather gives it (/token shows it again)")
