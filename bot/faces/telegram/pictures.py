"""Pictures of roll calls: drawn once, then sent by the file_id that Telegram gave them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from telegram import InlineKeyboardMarkup, Message
from telegram.error import BadRequest

from bot import __version__
from bot.answer.model import TallyAnswer
from bot.faces.rollcall import board_of, picture
from bot.faces.telegram.delivery import digest
from bot.faces.telegram.html import messages
from bot.faces.telegram.state.model import InMemory, Kept, Key, State
from bot.faces.telegram.state.packed import pack, unpack
from bot.question.model import TallyQuestion
from bot.resolution import Resolution
from bot.talk import Speaker
from bot.wording.pieces import Piece, Style
from bot.wording.say import say

CAPTION = 1024
"""UTF-16 code units of a caption after its entities are parsed (Bot API, sendPhoto)."""
TITLE = 300
"""Characters of the title in a caption."""

Show = Callable[[Message, bytes | str, str, InlineKeyboardMarkup], Awaitable[Message | None]]
"""delivery.photo or delivery.replace_photo."""


class Pictures:
    """The roll calls of one speaker's resolutions as pictures."""

    def __init__(self, speaker: Speaker, state: State | None = None) -> None:
        """state: where the file_ids are remembered; in memory where it is not given."""
        self.speaker, self.state = speaker, state or InMemory()

    async def show(
        self,
        show: Show,
        to: Message,
        resolution: Resolution,
        language: str,
        markup: InlineKeyboardMarkup,
        *,
        grouped: bool,
    ) -> Message | None:
        """Show a picture in reply to a message, by the file_id it was sent with before, if any.

        The errors are those of `show`.
        """
        caption, key = self.caption(resolution, language), self._key(resolution, language, grouped)
        (packed,) = await self.state.get([key])
        if known := unpack(str, packed):
            try:
                return await show(to, known, caption, markup)
            except BadRequest:
                # Telegram has forgotten it, or the bot has another token: it is sent anew.
                await self.state.put({key: None})
        # Drawing takes a tenth of a second, in which others want to be answered.
        drawn = await asyncio.to_thread(
            picture, resolution, self.speaker.library, self.speaker.wordings, language, grouped=grouped
        )
        sent = await show(to, drawn, caption, markup)
        if sent and sent.photo:
            await self.state.put({key: pack(sent.photo[-1].file_id)})
        return sent

    def _key(self, resolution: Resolution, language: str, grouped: bool) -> Key:
        """Of a picture with just these words and votes on it: where one was corrected, another is drawn."""
        board = board_of(resolution, self.speaker.library, self.speaker.wordings[language], grouped=grouped)
        return Key(Kept.PICTURE, f"{__version__}:{resolution.symbol}:{digest(repr(board)):x}")

    def caption(self, resolution: Resolution, language: str) -> str:
        """The HTML to stand under the picture: symbol and title, result, source."""
        title = Piece(f"{resolution.symbol} {resolution.title.text}"[:TITLE], Style.BOLD)
        blocks = say(TallyAnswer(resolution, TallyQuestion()), self.speaker.library, self.speaker.wordings[language])
        return messages(((title,), *blocks), CAPTION)[0]
