"""Which messages are answered, and the commands that every face has."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Message, Update
from telegram.constants import ChatType, MessageEntityType

from bot.faces.telegram.answers import Answers
from bot.faces.telegram.desk import Context, Desk
from bot.faces.telegram.payload import Action, Payload, parse, question_of, resolution_of
from bot.question.commands import Command
from bot.question.model import TallyQuestion

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


class Messages:
    """What people write to the bot."""

    def __init__(self, desk: Desk, answers: Answers) -> None:
        self.desk, self.answers = desk, answers

    async def text(self, update: Update, context: Context) -> None:
        """A text message: always in a private chat, elsewhere only when it is meant for the bot."""
        message = update.effective_message
        if message is None or message.text is None:
            return
        if message.via_bot and message.via_bot.id == context.bot.id:
            return  # Sent by inline mode: it is an answer.
        # /x@bot in a private chat is no command of ours; the bot's name is not what it asks about.
        question = re.sub(f"@{re.escape(context.bot.username)}", " ", message.text, flags=re.IGNORECASE).lstrip("/")
        if message.chat.type != ChatType.PRIVATE:
            addressed = self.addressed(message, context)
            if addressed is None:
                return
            question = addressed
        await self.answers.answer(update, lambda talk: self.desk.speaker.next(question, talk), question)

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

    def command(self, command: Command) -> Handler:
        """The handler of a command."""

        async def handle(update: Update, context: Context) -> None:
            arguments = " ".join(context.args or ())
            if command is Command.START and (payload := parse(arguments)) and await self.deep_link(update, payload):
                return
            await self.answers.answer(update, lambda talk: self.desk.speaker.command(command, arguments, talk), arguments, privacy=command is Command.PRIVACY)

        return handle

    async def deep_link(self, update: Update, payload: Payload) -> bool:
        """What a deep link asks for; whether it asks for anything."""
        if payload.document and not resolution_of(payload, self.desk.speaker.library):
            return False
        resolution = self.desk.resolution(payload, await self.desk.talk(update))
        picture = payload.action is Action.MAP and payload.argument in ("", "groups")
        if picture and resolution:
            await self.answers.picture(update, resolution, grouped=bool(payload.argument))
        elif question := TallyQuestion() if picture else question_of(payload, self.desk.speaker.library):
            await self.answers.answer(update, lambda talk: self.desk.speaker.ask(question, talk, resolution))
        else:
            return False
        return True

    async def other(self, update: Update, context: Context) -> None:
        """Something in a private chat that is not text."""
        await self.desk.say(update, "telegram.not_a_text")
