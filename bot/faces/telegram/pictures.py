"""Pictures of roll calls: drawn once, then sent by the file_id that Telegram gave them."""

from __future__ import annotations

import asyncio

from telegram import Message

from bot.answer.model import TallyAnswer
from bot.corpus.model import Resolution
from bot.faces.rollcall import picture
from bot.faces.telegram.html import messages
from bot.question.model import TallyQuestion
from bot.talk import Speaker
from bot.wording.pieces import Piece, Style
from bot.wording.say import say

CAPTION = 1024
"""UTF-16 code units of a caption after its entities are parsed (Bot API, sendPhoto)."""
TITLE = 300
"""Characters of the title in a caption."""


class Pictures:
    """The roll calls of one speaker's resolutions as pictures."""

    def __init__(self, speaker: Speaker) -> None:
        self.speaker = speaker
        self._file_ids: dict[tuple[str, str, bool], str] = {}

    async def of(self, resolution: Resolution, language: str, *, grouped: bool) -> bytes | str:
        """The file_id of a picture that was sent before; else the picture as PNG."""
        if known := self._file_ids.get((resolution.symbol, language, grouped)):
            return known
        # Drawing takes a tenth of a second, in which others want to be answered.
        return await asyncio.to_thread(picture, resolution, self.speaker.library, self.speaker.wordings, language, grouped=grouped)

    def sent(self, message: Message | None, resolution: Resolution, language: str, *, grouped: bool) -> None:
        """Remember the file_id of a picture that was sent."""
        if message and message.photo:
            self._file_ids[resolution.symbol, language, grouped] = message.photo[-1].file_id

    def caption(self, resolution: Resolution, language: str) -> str:
        """The HTML to stand under the picture: symbol and title, result, source."""
        title = Piece(f"{resolution.symbol} {resolution.title.text}"[:TITLE], Style.BOLD)
        blocks = say(TallyAnswer(resolution, TallyQuestion()), self.speaker.library, self.speaker.wordings[language])
        return messages(((title,), *blocks), CAPTION)[0]
