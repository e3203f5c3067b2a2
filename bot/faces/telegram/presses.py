"""What buttons under messages of the bot's do."""

from __future__ import annotations

import logging
from dataclasses import replace

from telegram import Message, Update
from telegram.error import BadRequest

from bot.answer.model import ParagraphAnswer
from bot.corpus.model import Resolution
from bot.faces.telegram import delivery
from bot.faces.telegram.asker import key_of
from bot.faces.telegram.buttons import Buttons
from bot.faces.telegram.delivery import Sent
from bot.faces.telegram.desk import Context, Desk
from bot.faces.telegram.html import messages
from bot.faces.telegram.payload import Action, Payload, parse, question_of, resolution_of, slug
from bot.question.documents import pending
from bot.talk import Spoken, Talk
from bot.wording.languages import LANGUAGES
from bot.wording.pieces import Piece, Style

log = logging.getLogger(__name__)


class Presses:
    """Does what is asked for by buttons, from one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def pressed(self, update: Update, context: Context) -> None:
        """A button: what it asks for, or a short notice that it is no longer valid."""
        query = update.callback_query
        if query is None:
            return
        payload = parse(query.data or "")
        # One that is too old Telegram no longer gives to bots; None is one sent by inline mode.
        shown = query.message if isinstance(query.message, Message) and query.message.is_accessible else None
        known = payload and not (payload.document and not resolution_of(payload, self.desk.speaker.library))
        done = False
        try:
            if payload and known and shown:
                done = await self.press(update, payload, shown)
        finally:
            notice = None if done else self.desk.wording(update)("telegram.old_button")
            try:
                await delivery.persistently(lambda: query.answer(notice))
            except BadRequest as error:
                log.info("a button could not be answered: %s", error.message)

    async def press(self, update: Update, payload: Payload, shown: Message) -> bool:
        """Do what a button under a message of the bot's says; whether there was anything to do."""
        talk = self.desk.talk(update)
        talk = talk if talk.fixed or not payload.language else replace(talk, language=payload.language)
        resolution = self.desk.resolution(payload, talk)
        if payload.action in (Action.PAGE, Action.DOCUMENTS, Action.HISTORY):
            return await self.turn_page(update, payload, talk, shown)
        if payload.action is Action.MAP and payload.argument in ("", "groups") and resolution and resolution.roll_call:
            await self.press_picture(update, shown, resolution, talk.language, grouped=bool(payload.argument))
        elif payload.action is Action.FILE and resolution:
            text = self.desk.speaker.library.text(resolution, talk.reading or talk.language[:2])
            file = await delivery.document(shown, text.source, f"{slug(text.symbol)}.{text.language}.txt", text.symbol)
            self.desk.memory.owned(shown.chat.id, [Sent(file.message_id)], key_of(update)[1])
        elif payload.action is Action.USE and resolution:
            await self.reply_to_press(update, self.desk.speaker.ask(pending(talk.conversation), talk, resolution), shown)
        elif payload.action is Action.LANGUAGE:
            return await self.press_language(update, payload, shown)
        elif words := self.words(payload, talk.language):
            await self.reply_to_press(update, self.desk.speaker.next(words, talk), shown, words)
        elif question := question_of(payload, self.desk.speaker.library):
            await self.reply_to_press(update, self.desk.speaker.ask(question, talk, resolution), shown)
        else:
            return False
        return True

    def words(self, payload: Payload, language: str) -> str:
        """The message that a button stands for; empty where it stands for none."""
        wording = self.desk.speaker.wordings[language]
        if payload.action is Action.EXAMPLE:
            theme, _, at = payload.argument.partition("-")
            found = wording.examples(theme) if theme in wording.themes else ()
            return found[int(at)] if at.isdigit() and int(at) < len(found) else ""
        if payload.action is Action.STATE and payload.argument in self.desk.speaker.library.names.states:
            return self.desk.speaker.library.names.states[payload.argument].name(language)
        return ""

    async def turn_page(self, update: Update, payload: Payload, talk: Talk, shown: Message) -> bool:
        """Show another paragraph, or page of a list, in place of the one shown."""
        question = question_of(payload, self.desk.speaker.library)
        if question is None:
            return False
        spoken, talk = self.desk.speaker.ask(question, talk, self.desk.resolution(payload, talk))
        if isinstance(spoken.answer, ParagraphAnswer) and not spoken.answer.paragraphs:
            return False
        self.desk.memory.keep(key_of(update), talk)
        await self.desk.send(shown, spoken, spoken.reply, (Sent(shown.message_id, hash(shown.text)),) if shown.text else ())
        return True

    async def press_picture(self, update: Update, shown: Message, resolution: Resolution, language: str, *, grouped: bool) -> None:
        """Show the picture; in place of the other one where a picture is shown."""
        buttons = Buttons(self.desk.speaker.library, self.desk.speaker.wordings[language], shown.get_bot().username)
        picture = await self.desk.pictures.of(resolution, language, grouped=grouped)
        show = delivery.replace_photo if shown.photo else delivery.photo
        sent = await show(shown, picture, self.desk.pictures.caption(resolution, language), buttons.picture(resolution, grouped=grouped))
        self.desk.pictures.sent(sent, resolution, language, grouped=grouped)
        if sent and not shown.photo:
            self.desk.memory.owned(shown.chat.id, [Sent(sent.message_id)], key_of(update)[1])

    async def press_language(self, update: Update, payload: Payload, shown: Message) -> bool:
        """Choose a language by a button; the message with the buttons says which."""
        known = {language.lower(): language for language in (*LANGUAGES, "auto")}
        if payload.argument not in known:
            return False
        self.desk.choose(update, known[payload.argument])
        key = "telegram.language_auto" if payload.argument == "auto" else "telegram.language_now"
        text = messages(((Piece(self.desk.wording(update)(key)),),))[0]
        await delivery.edit(shown, Sent(shown.message_id, hash(shown.text)), text, None)
        return True

    async def reply_to_press(self, update: Update, told: tuple[Spoken, Talk], shown: Message, words: str = "") -> None:
        """Send what a button asked for, below the words it stands for."""
        spoken, talk = told
        self.desk.memory.keep(key_of(update), talk)
        reply = ((Piece(words, Style.BOLD),), *spoken.reply) if words else spoken.reply
        sent = await self.desk.send(shown, spoken, reply)
        self.desk.memory.owned(shown.chat.id, sent, key_of(update)[1])
        self.desk.count(spoken.answer)
