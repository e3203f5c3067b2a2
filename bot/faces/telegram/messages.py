"""Which messages are answered, and the commands that every face has."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from telegram import Message, Update
from telegram.constants import ChatAction, ChatType, MessageEntityType
from telegram.error import TelegramError

from bot.answer.model import NoneAnswer
from bot.faces.telegram.answers import Answers
from bot.faces.telegram.asker import key_of
from bot.faces.telegram.desk import Context, Desk
from bot.faces.telegram.files import MEGABYTES, File, NotReadError
from bot.faces.telegram.memory import ABOUT_A_FILE
from bot.faces.telegram.payload import Action, Payload, parse, question_of, resolution_of
from bot.faces.telegram.settings import Reads
from bot.question.commands import Command
from bot.question.conversation import REMEMBERED, Conversation
from bot.question.model import DocumentQuestion, Refused, TallyQuestion
from bot.talk import Speaker, Spoken, Talk

OF_A_DOCUMENT = frozenset({Command.PARA, Command.VOTE, Command.ROLL, Command.TALLY, Command.FULL})
"""The commands that ask something of the document in view."""

AskOf = Callable[[Speaker, Talk], tuple[Spoken, Talk]]
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
        question = re.sub(f"@{re.escape(context.bot.username)}", " ", message.text, flags=re.IGNORECASE).strip()
        if message.chat.type != ChatType.PRIVATE:
            addressed = self.addressed(message, context)
            if addressed is None:
                return
            question = addressed
        if not await self.about_a_file(update, lambda speaker, talk: speaker.next(question, talk)):
            await self.answers.answer(update, lambda talk: self.desk.speaker.next(question, talk), question)

    async def about_a_file(self, update: Update, ask: AskOf, file: File | None = None) -> bool:
        """Ask about a document, or that which was sent into the chat lately; False where there is none, or another is
        named."""
        chat = update.effective_chat
        file = file or (await self.desk.files.of(chat.id) if chat else None)
        speaker = await self.desk.files.speaker(file, self.desk.speaker) if file else None
        if file is None or speaker is None:
            return False
        answer = ask(speaker, await self.desk.talk(update, ABOUT_A_FILE))[0].answer
        if isinstance(answer, NoneAnswer) and answer.refusal.reason is Refused.OTHER_DOCUMENT:
            return False
        await self.answers.about(update, file, lambda talk: ask(speaker, talk))
        return True

    async def document(self, update: Update, context: Context) -> None:
        """A document: it is read, and answered from in that chat for a while; its caption is a question."""
        message = update.effective_message
        if message is None or message.document is None:
            return
        question = message.caption or ""
        if message.chat.type != ChatType.PRIVATE:
            addressed = self.addressed(message, context)
            if self.desk.reads is not Reads.GROUPS or addressed is None:
                return
            question = addressed
        with suppress(TelegramError):
            await message.reply_chat_action(ChatAction.TYPING)
        try:
            file = await self.desk.files.read(message.document, message.chat.id, context.bot, self.desk.speaker)
        except NotReadError as error:
            await self.desk.say(update, error.key, megabytes=MEGABYTES)
            return
        key = (*key_of(update), ABOUT_A_FILE)
        await self.desk.memory.keep(key, replace(await self.desk.talk(update), conversation=Conversation()))
        if not question.strip():
            outline = DocumentQuestion(full=False)
            await self.about_a_file(update, lambda speaker, talk: speaker.ask(outline, talk), file)
            await self.desk.say(update, "telegram.file_ask", minutes=REMEMBERED // 60)
        elif not await self.about_a_file(update, lambda speaker, talk: speaker.next(question, talk), file):
            await self.answers.answer(update, lambda talk: self.desk.speaker.next(question, talk))

    @staticmethod
    def addressed(message: Message, context: Context) -> str | None:
        """The text or caption of a message that mentions the bot or replies to it, without the mention; else None."""
        text = message.text or message.caption or ""
        own = f"@{context.bot.username}".lower()
        mentioned = False
        parsed = message.parse_entities if message.text else message.parse_caption_entities
        for entity, part in parsed([MessageEntityType.MENTION, MessageEntityType.TEXT_MENTION]).items():
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
            if command is Command.USE and update.effective_chat:
                await self.desk.files.forget(update.effective_chat.id)
            of_a_file = command in OF_A_DOCUMENT and await self.about_a_file(
                update, lambda speaker, talk: speaker.command(command, arguments, talk)
            )
            if not of_a_file:
                privacy = command is Command.PRIVACY
                ask = partial(self.desk.speaker.command, command, arguments)
                await self.answers.answer(update, ask, arguments, privacy=privacy)

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
