"""The face as a whole: what answers each kind of update, from one desk, and what is done in trouble."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.faces.telegram.answers import Answers
from bot.faces.telegram.desk import Context, Desk
from bot.faces.telegram.memory import Memory
from bot.faces.telegram.messages import Messages
from bot.faces.telegram.metrics import Metrics
from bot.faces.telegram.own import OwnCommands
from bot.faces.telegram.presses import Presses
from bot.faces.telegram.queries import Queries
from bot.faces.telegram.unanswered import Unanswered
from bot.faces.telegram.updates import Unfit
from bot.talk import Speaker

log = logging.getLogger(__name__)


class Face:
    """Answers updates out of one Speaker."""

    def __init__(
        self, speaker: Speaker, metrics: Metrics, unanswered: Unanswered | None = None, memory: Memory | None = None
    ) -> None:
        self.desk = Desk(speaker, metrics, unanswered, memory)
        answers = Answers(self.desk)
        self.messages, self.own = Messages(self.desk, answers), OwnCommands(self.desk, answers)
        self.presses, self.queries = Presses(self.desk), Queries(self.desk)

    # --- trouble -------------------------------------------------------------------------------

    async def flooding(self, update: Update) -> None:
        """Tell somebody who sends very many messages to the bot that they are answered more slowly."""
        chat = update.effective_chat
        if chat and chat.type == ChatType.PRIVATE:
            await self.desk.say(update, "telegram.flood")

    async def unfit(self, update: Unfit, context: Context) -> None:
        """Apologise for a message that can't be read."""
        await self.desk.say(update.update, "telegram.apology")

    async def failed(self, update: object, context: Context) -> None:
        """Log what went wrong, apologise where there is somebody to, and go on."""
        if context.error:
            self.desk.metrics.failed(context.error)
        log.error("update failed: %s", type(context.error).__name__, exc_info=context.error)
        if isinstance(update, Update) and update.effective_message and not isinstance(context.error, TelegramError):
            try:
                await self.desk.say(update, "telegram.apology")
            except TelegramError as error:
                log.warning("the apology could not be sent: %s", type(error).__name__)
