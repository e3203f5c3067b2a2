"""Sending, so that nothing is lost: tried again when the network fails, followed when a group moves."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from telegram import Chat, InlineKeyboardMarkup, InputFile, InputMediaPhoto, Message
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError

from bot.faces.telegram.html import unmarked

T = TypeVar("T")
log = logging.getLogger(__name__)

TRIES = 4
"""How often a message is sent before it is given up, when the network or the server fails."""
PAUSE = 0.5
"""Seconds before the second try; twice as long before each further one."""
NOT_MODIFIED = "not modified"
"""What Telegram says, among other words, of an edit that changes nothing."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A message of the bot's, as it stands."""

    message_id: int
    digest: int = 0
    """Of its HTML, to tell whether an edit would change it; 0 for a picture or a file."""


async def persistently(send: Callable[[], Awaitable[T]]) -> T:
    """Send, and send again when the network fails: a reply that may come twice is better than none."""
    for tried in range(1, TRIES):
        try:
            return await send()
        except (BadRequest, Forbidden):
            raise
        except NetworkError as error:
            log.warning("sending failed (%s), trying again", type(error).__name__)
            await asyncio.sleep(PAUSE * 2 ** (tried - 1))
    return await send()


async def reply(to: Message, texts: Sequence[str], markup: InlineKeyboardMarkup | None, instead_of: Sequence[Sent] = ()) -> tuple[Sent, ...]:
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
    try:
        sent = await _following(
            to, lambda to: to.reply_text(text, parse_mode=ParseMode.HTML, reply_markup=markup, do_quote=_quotes(to), allow_sending_without_reply=True)
        )
    except BadRequest as error:
        # Whatever Telegram has against its form, the words get through.
        log.warning("a reply was refused (%s), sending it plainly", error.message)
        sent = await persistently(lambda: to.reply_text(unmarked(text), do_quote=False))
    return Sent(sent.message_id, hash(text))


def _quotes(to: Message) -> bool:
    """Whether a reply quotes the message: in groups, where many speak, if it is still there."""
    return to.chat.type != ChatType.PRIVATE and to.message_id > 0


async def _following(to: Message, send: Callable[[Message], Awaitable[T]]) -> T:
    """Send in reply to a message; to the new chat where its group has become a supergroup."""
    try:
        return await persistently(lambda: send(to))
    except ChatMigrated as moved:
        # Messages have other numbers there, so that none is quoted.
        there = Message(0, to.date, Chat(moved.new_chat_id, ChatType.SUPERGROUP))
        there.set_bot(to.get_bot())
        return await persistently(lambda: send(there))


async def edit(to: Message, sent: Sent, text: str, markup: InlineKeyboardMarkup | None) -> Sent:
    """Edit a message of the bot's in the chat of another; it is sent anew where it can't be edited."""
    if sent.digest == hash(text):
        return sent
    bot = to.get_bot()
    try:
        await persistently(
            lambda: bot.edit_message_text(text, chat_id=to.chat.id, message_id=sent.message_id, parse_mode=ParseMode.HTML, reply_markup=markup)
        )
    except BadRequest as error:
        if NOT_MODIFIED not in error.message.lower():
            return await _send(to, text, markup)
    return Sent(sent.message_id, hash(text))


async def delete(to: Message, message_id: int) -> bool:
    """Delete a message in the chat of another; whether it is gone."""
    try:
        return await persistently(lambda: to.get_bot().delete_message(to.chat.id, message_id))
    except BadRequest as error:
        log.info("a message could not be deleted: %s", error.message)
        return False


async def photo(to: Message, picture: bytes | str, caption: str, markup: InlineKeyboardMarkup) -> Message:
    """Send a picture, as PNG or by its file_id, in reply to a message."""
    return await _following(
        to,
        lambda to: to.reply_photo(
            picture, caption=caption, parse_mode=ParseMode.HTML, reply_markup=markup, do_quote=_quotes(to), allow_sending_without_reply=True
        ),
    )


async def replace_photo(shown: Message, picture: bytes | str, caption: str, markup: InlineKeyboardMarkup) -> Message | None:
    """Put another picture in place of the one shown; None where it was there already."""
    media = InputMediaPhoto(picture, caption=caption, parse_mode=ParseMode.HTML)
    try:
        changed: Any = await persistently(lambda: shown.edit_media(media, reply_markup=markup))
    except BadRequest as error:
        if NOT_MODIFIED not in error.message.lower():
            raise
        return None
    return changed if isinstance(changed, Message) else None


async def document(to: Message, content: str, name: str, caption: str, markup: InlineKeyboardMarkup | None = None) -> Message:
    """Send a text as a file in UTF-8."""
    file = InputFile(content.encode(), filename=name)
    return await _following(
        to, lambda to: to.reply_document(file, caption=caption, reply_markup=markup, do_quote=_quotes(to), allow_sending_without_reply=True)
    )
