"""The commands that only this face has: /map, /lang, /delete."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatType

from bot.faces.telegram import delivery
from bot.faces.telegram.answers import Answers
from bot.faces.telegram.asker import key_of
from bot.faces.telegram.desk import Context, Desk
from bot.faces.telegram.html import messages
from bot.language.speaking import wanted as language_named
from bot.question.commands import Command
from bot.wording.pieces import Piece


class OwnCommands:
    """What the commands of profile.Own do."""

    def __init__(self, desk: Desk, answers: Answers) -> None:
        self.desk, self.answers = desk, answers

    async def map(self, update: Update, context: Context) -> None:
        """/map: the roll call as a picture, of the document named behind it or of the one in view."""
        arguments = " ".join(context.args or ())
        spoken, talk = self.desk.speaker.command(Command.TALLY, arguments, await self.desk.talk(update))
        if spoken.answer.resolution:
            await self.answers.picture(update, spoken.answer.resolution, grouped=False)
        else:
            await self.answers.answer(update, lambda _: (spoken, talk))

    async def lang(self, update: Update, context: Context) -> None:
        """/lang: choose the language of the replies."""
        message, wanted = update.effective_message, " ".join(context.args or ()).lower()
        if chosen := "auto" if wanted == "auto" else language_named(wanted):
            await self.desk.choose(update, chosen)
            await self.desk.say(update, "telegram.language_auto" if wanted == "auto" else "telegram.language_now")
        elif message:
            wording = await self.desk.wording(update)
            texts = messages(((Piece(wording("telegram.language_ask")),),))
            await delivery.reply(message, texts, self.desk.buttons(wording.language, message).languages())

    async def delete(self, update: Update, context: Context) -> None:
        """/delete in reply to an answer: it is deleted, for the person who asked."""
        message = update.effective_message
        replied = message.reply_to_message if message else None
        if message is None or replied is None or replied.from_user is None or replied.from_user.id != context.bot.id:
            await self.desk.say(update, "telegram.delete_what")
        elif (
            message.chat.type != ChatType.PRIVATE
            and await self.desk.memory.asker(message.chat.id, replied.message_id) != key_of(update)[1]
        ):
            await self.desk.say(update, "telegram.delete_not_yours")
        elif not await delivery.delete(message, replied.message_id):
            await self.desk.say(update, "telegram.delete_failed")
