"""Answers to messages: in words or as a picture, remembered; an edited message has its answer edited."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from telegram import Update
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.answer.model import HelpAnswer
from bot.faces.telegram import delivery
from bot.faces.telegram.asker import key_of
from bot.faces.telegram.delivery import NotAllowedError, Sent
from bot.faces.telegram.desk import Desk, without_examples
from bot.faces.telegram.files import File
from bot.faces.telegram.html import messages
from bot.faces.telegram.memory import ABOUT_A_FILE, Answered
from bot.question.model import TallyQuestion, Topic
from bot.resolution import Resolution
from bot.talk import Spoken, Talk
from bot.wording.pieces import Piece

Ask = Callable[[Talk], tuple[Spoken, Talk]]


class Answers:
    """Answers messages, from one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def answer(self, update: Update, ask: Ask, asked: str = "", *, privacy: bool = False) -> None:
        """Ask, remember, and send the reply; to a message that was edited, edit the answer to it."""
        message = update.effective_message
        if message is None:
            return
        key = key_of(update)
        earlier = await self.earlier(update)
        before = await (self.desk.chosen(update, earlier.before) if earlier else self.desk.talk(update))
        spoken, talk = ask(before)
        await self.desk.memory.keep(key, talk)
        if isinstance(spoken.answer, HelpAnswer) and spoken.answer.topic is Topic.LANGUAGE:
            await self.desk.choose(update, spoken.language)
        reply = spoken.reply
        if privacy:
            reply = (*reply, *self.desk.kept(spoken.language))
        sent = await self.desk.send(message, spoken, reply, earlier.sent if earlier else ())
        await self.desk.memory.answered(message.chat.id, message.message_id, Answered(key[1], before, sent))
        self.desk.note(spoken.answer, asked, spoken.language)
        self.desk.count(spoken.answer)

    async def about(self, update: Update, file: File, ask: Ask) -> None:
        """Ask about a document that was sent into the chat, remember, and send the reply, which says what it is from.

        Without buttons: they would ask of what is in content.
        """
        message = update.effective_message
        if message is None:
            return
        user = key_of(update)[1]
        earlier = await self.earlier(update)
        talking = self.desk.chosen(update, earlier.before) if earlier else self.desk.talk(update, ABOUT_A_FILE)
        before = await talking
        spoken, talk = ask(before)
        await self.desk.memory.keep((*key_of(update), ABOUT_A_FILE), talk)
        note = Piece(self.desk.speaker.wordings[spoken.language]("telegram.file_note", name=file.name))
        texts = messages(without_examples(((note,), *spoken.reply)))
        sent = await delivery.reply(message, texts, None, earlier.sent if earlier else ())
        await self.desk.memory.answered(message.chat.id, message.message_id, Answered(user, before, sent))
        self.desk.count(spoken.answer)

    async def earlier(self, update: Update) -> Answered | None:
        """What was answered to a message before it was edited; None where it was not, or that is forgotten."""
        edited = update.edited_message or update.edited_channel_post
        return await self.desk.memory.answer(edited.chat.id, edited.message_id) if edited else None

    async def picture(self, update: Update, resolution: Resolution, *, grouped: bool) -> None:
        """Send the roll call as a picture; the result in words where no roll was called, or no picture may be sent."""
        message = update.effective_message
        if message is None:
            return
        if not resolution.roll_call:
            await self.answer(update, lambda talk: self.desk.speaker.ask(TallyQuestion(), talk, resolution))
            return
        earlier = await self.earlier(update)
        if earlier and not any(sent.digest for sent in earlier.sent):
            return  # The picture is there already.
        talk = await self.desk.talk(update)
        buttons = self.desk.buttons(talk.language, message)
        with suppress(TelegramError):
            await message.reply_chat_action(ChatAction.UPLOAD_PHOTO)
        try:
            under = buttons.picture(resolution, grouped=grouped)
            show, language = delivery.photo, talk.language
            sent = await self.desk.pictures.show(show, message, resolution, language, under, grouped=grouped)
        except NotAllowedError:
            await self.answer(update, lambda talk: self.desk.speaker.ask(TallyQuestion(), talk, resolution))
            return
        for old in earlier.sent if earlier else ():
            await delivery.delete(message, old.message_id)
        spoken, after = self.desk.speaker.ask(TallyQuestion(), talk, resolution)
        await self.desk.memory.keep(key_of(update), after)
        done = (Sent(sent.message_id),) if sent else ()
        await self.desk.memory.answered(message.chat.id, message.message_id, Answered(key_of(update)[1], talk, done))
        self.desk.count(spoken.answer)
