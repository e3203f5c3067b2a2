"""Sending, so that nothing is lost: another way where Telegram refuses one.

What a reply can do without goes first: its topic, then the message it quotes, then its form. A group that has become a
supergroup is followed. Only who can't be written to at all (the bot is blocked, or may not write) gets nothing.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from telegram import InlineKeyboardMarkup, InputFile, InputMediaPhoto, Message, ReplyParameters
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TelegramError

from bot.faces.telegram.html import unmarked
from bot.faces.telegram.pauses import Pause, seconds_of

T = TypeVar("T")
log = logging.getLogger(__name__)

QUERY_WITHIN: Final = 10.0
"""Seconds for which the answer to a query is tried again; soon after, Telegram takes it no more."""
QUERY_PAUSES: Final = (0.25, 2.0)
"""Seconds before it is tried again, first and at most."""
NOT_MODIFIED: Final = "not modified"
"""What Telegram says, among other words, of an edit that changes nothing."""
NO_TOPIC: Final = ("thread not found", "topic_closed", "topic_deleted", "topic_id_invalid")
"""What it says of a topic that is gone or closed …"""
NO_QUESTION: Final = (
    "message to be replied not found",
    "replied message not found",
    "message to reply not found",
    "reply_message_id_invalid",
)
"""… of a message to quote that is gone …"""
NO_RIGHT: Final = ("not enough rights to send", "_forbidden", "have no rights to send")
"""… of something that may not be sent to a chat …"""
LONG_CAPTION: Final = "caption is too long"
"""… and of a caption."""


class NotAllowedError(Exception):
    """Pictures or files may not be sent to this chat."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A message of the bot's, as it stands."""

    message_id: int
    digest: int = 0
    """Of its HTML, to tell whether an edit would change it; 0 for a picture or a file."""


def digest(text: str) -> int:
    """Of a text, the same in every process; never 0."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=6).digest(), "big") or 1


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a message goes."""

    chat: int
    topic: int | None = None
    quotes: int | None = None
    """Id of the message that it replies to."""

    @property
    def given(self) -> dict[str, Any]:
        """As the library's methods take it."""
        quoted = ReplyParameters(self.quotes, allow_sending_without_reply=True) if self.quotes else None
        return {"chat_id": self.chat, "message_thread_id": self.topic, "reply_parameters": quoted}

    def other(self, error: TelegramError) -> _Place | None:
        """Where else it can go after that error; None where there is nowhere."""
        if isinstance(error, ChatMigrated):
            # Topics and messages have other numbers there.
            return _Place(error.new_chat_id) if error.new_chat_id != self.chat else None
        if (self.topic or self.quotes) and _says(error, *NO_TOPIC):
            # What quotes a message goes into the topic of that message.
            return _Place(self.chat)
        if self.quotes and _says(error, *NO_QUESTION):
            return replace(self, quotes=None)
        return None


def place_of(to: Message) -> _Place:
    """Where a reply to a message goes; it quotes the message in groups, where many speak."""
    topic = to.message_thread_id if to.is_topic_message else None
    return _Place(to.chat.id, topic, to.message_id if to.chat.type != ChatType.PRIVATE else None)


def _says(error: TelegramError, *words: str) -> bool:
    return any(word in error.message.lower() for word in words)


async def answer_query(answer: Callable[[], Awaitable[object]]) -> None:
    """Answer the press of a button, or an inline query, while Telegram takes it; what comes too late is let go."""
    pause = Pause(*QUERY_PAUSES)
    try:
        async with asyncio.timeout(QUERY_WITHIN):
            while not await _answered(answer):
                await asyncio.sleep(pause.next())
    except TimeoutError:
        log.info("a query could not be answered in time")


async def _answered(answer: Callable[[], Awaitable[object]]) -> bool:
    """Try once; whether it is done, or of no use."""
    try:
        await answer()
    except RetryAfter as error:
        await asyncio.sleep(seconds_of(error))
        return False
    except NetworkError as error:
        if not isinstance(error, BadRequest):
            return False
        # Too old: whoever asked has gone on.
        log.info("a query could not be answered: %s", error.message)
    except TelegramError as error:
        log.info("a query could not be answered (%s)", type(error).__name__)
    return True


async def _placed(to: Message, send: Callable[[dict[str, Any]], Awaitable[T]]) -> T:
    """Send in reply to a message, wherever it can be; what is refused for another reason is raised."""
    place = place_of(to)
    while True:
        try:
            return await send(place.given)
        except (BadRequest, ChatMigrated) as error:
            other = place.other(error)
            if other is None:
                raise
            log.warning("a reply can't go where it belongs (%s), sending it elsewhere", error.message)
            place = other


async def reply(
    to: Message, texts: Sequence[str], markup: InlineKeyboardMarkup | None, instead_of: Sequence[Sent] = ()
) -> tuple[Sent, ...]:
    """Send HTML texts as replies to a message, the buttons under the last; what was sent.

    instead_of: an earlier answer, which is edited where it is text, and deleted where there is no use for it.
    """
    earlier = [sent for sent in instead_of if sent.digest]
    for sent in (*(s for s in instead_of if not s.digest), *earlier[len(texts) :]):
        await delete(to, sent.message_id)
    done = []
    for i, text in enumerate(texts):
        under = markup if i == len(texts) - 1 else None
        if i < len(earlier):
            done.append(await edit(to, earlier[i], text, under))
        else:
            done.append(await _send(to, text, under))
    return tuple(done)


async def _send(to: Message, text: str, markup: InlineKeyboardMarkup | None) -> Sent:
    bot = to.get_bot()
    try:
        sent = await _placed(
            to, lambda given: bot.send_message(text=text, parse_mode=ParseMode.HTML, reply_markup=markup, **given)
        )
    except BadRequest as error:
        if _says(error, *NO_RIGHT):
            raise
        # Whatever Telegram has against its form, the words get through.
        log.warning("a reply was refused (%s), sending it plainly", error.message)
        plain = unmarked(text)
        sent = await _placed(to, lambda given: bot.send_message(text=plain, **{**given, "reply_parameters": None}))
    return Sent(sent.message_id, digest(text))


async def edit(to: Message, sent: Sent, text: str, markup: InlineKeyboardMarkup | None) -> Sent:
    """Edit a message of the bot's in the chat of another; it is sent anew where it can't be edited."""
    if sent.digest == digest(text):
        return sent
    bot = to.get_bot()
    try:
        await bot.edit_message_text(
            text, chat_id=to.chat.id, message_id=sent.message_id, parse_mode=ParseMode.HTML, reply_markup=markup
        )
    except (BadRequest, ChatMigrated) as error:
        if not _says(error, NOT_MODIFIED):
            return await _send(to, text, markup)
    return Sent(sent.message_id, digest(text))


async def delete(to: Message, message_id: int) -> bool:
    """Delete a message in the chat of another; whether it is gone."""
    try:
        return await to.get_bot().delete_message(to.chat.id, message_id)
    except (BadRequest, ChatMigrated) as error:
        log.info("a message could not be deleted: %s", error.message)
        return False


async def photo(to: Message, picture: bytes | str, caption: str, markup: InlineKeyboardMarkup) -> Message:
    """Send a picture, as PNG or by its file_id, in reply to a message.

    A caption that is too long follows as a message. NotAllowedError where no picture may be sent; BadRequest where it
    is refused for another reason.
    """
    bot = to.get_bot()
    try:
        return await _placed(
            to,
            lambda given: bot.send_photo(
                photo=picture, caption=caption, parse_mode=ParseMode.HTML, reply_markup=markup, **given
            ),
        )
    except BadRequest as error:
        _if_allowed(error)
        if not _says(error, LONG_CAPTION):
            raise
    sent = await _placed(to, lambda given: bot.send_photo(photo=picture, reply_markup=markup, **given))
    await _send(to, caption, None)
    return sent


async def replace_photo(
    shown: Message, picture: bytes | str, caption: str, markup: InlineKeyboardMarkup
) -> Message | None:
    """Put another picture in place of the one shown; None where it was there already.

    It is sent anew where the old one can't be replaced; the errors are those of `photo`.
    """
    media = InputMediaPhoto(picture, caption=caption, parse_mode=ParseMode.HTML)
    try:
        changed: Any = await shown.edit_media(media, reply_markup=markup)
    except (BadRequest, ChatMigrated) as error:
        if _says(error, NOT_MODIFIED):
            return None
        return await photo(shown, picture, caption, markup)
    return changed if isinstance(changed, Message) else None


async def document(
    to: Message, content: str, name: str, caption: str, markup: InlineKeyboardMarkup | None = None
) -> Message:
    """Send a text as a file in UTF-8; NotAllowedError where no file may be sent."""
    file = InputFile(content.encode(), filename=name)
    bot = to.get_bot()
    try:
        return await _placed(
            to, lambda given: bot.send_document(document=file, caption=caption, reply_markup=markup, **given)
        )
    except BadRequest as error:
        _if_allowed(error)
        raise


def _if_allowed(error: BadRequest) -> None:
    if _says(error, *NO_RIGHT):
        log.info("a picture or file may not be sent to a chat (%s)", error.message)
        raise NotAllowedError from None
