"""What buttons under messages of the bot's do: each press is acknowledged at once, then done when it is its turn."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final

from telegram import CallbackQuery, Message, Update

from bot.answer.kind import AnswerKind
from bot.answer.model import ParagraphAnswer
from bot.faces.telegram import delivery
from bot.faces.telegram.asker import key_of
from bot.faces.telegram.delivery import NotAllowedError, Sent, digest
from bot.faces.telegram.desk import Context, Desk, without_examples
from bot.faces.telegram.fetching import offered
from bot.faces.telegram.files import NotReadError
from bot.faces.telegram.html import messages
from bot.faces.telegram.memory import ABOUT_A_FILE
from bot.faces.telegram.payload import Action, Payload, asked_lately, body_word, parse, question_of, resolution_of, slug
from bot.language.speaking import REPLY_LANGUAGES, speaking
from bot.question.conversation import REMEMBERED, Conversation
from bot.question.documents import pending
from bot.question.model import DocumentQuestion, Refusal, TallyQuestion
from bot.question.shape import ReplyForm
from bot.resolution import Body, Resolution
from bot.talk import Spoken, Talk
from bot.wording.pieces import Piece, Style

FIRST: Final = 1.0
"""Seconds that what a button does waits for the acknowledgement, where that does not get through."""
ANSWER: Final = 200
"""Characters kept of an answer that is reported."""

Act = Callable[[], Awaitable[None]]


class Presses:
    """Does what is asked for by buttons, from one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._acknowledging: dict[str, asyncio.Task[None]] = {}

    # --- acknowledged as it arrives ----------------------------------------------------------------

    def arrived(self, update: Update) -> None:
        """Acknowledge a press before it waits for anything; a button that says nothing any more gets a notice."""
        query = update.callback_query
        if query is None:
            return
        task = asyncio.create_task(self._acknowledge(update, query))
        self._acknowledging[query.id] = task
        task.add_done_callback(lambda _: self._acknowledging.pop(query.id, None))

    async def _acknowledge(self, update: Update, query: CallbackQuery) -> None:
        notice = await self.notice(update)
        await delivery.answer_query(lambda: query.answer(notice))

    async def notice(self, update: Update) -> str | None:
        """What is shown for a moment to whoever presses; None where what the button does is seen."""
        if await self.act(update) is None:
            return (await self.desk.wording(update))("telegram.old_button")
        payload = parse(update.callback_query.data or "") if update.callback_query else None
        wrong = payload is not None and payload.action is Action.WRONG
        return (await self.desk.wording(update))("telegram.reported") if wrong else None

    # --- done when it is its turn ------------------------------------------------------------------

    async def pressed(self, update: Update, context: Context) -> None:
        """Do what a button asks for, once the press is acknowledged."""
        query = update.callback_query
        if query is None:
            return
        if acknowledging := self._acknowledging.get(query.id):
            await asyncio.wait((acknowledging,), timeout=FIRST)
        if act := await self.act(update):
            await act()

    async def act(self, update: Update) -> Act | None:
        """What a button does; None where it asks for nothing that there is."""
        query = update.callback_query
        payload = parse(query.data or "") if query else None
        # One that is too old Telegram no longer gives to bots; None is one sent by inline mode.
        shown = query.message if query and isinstance(query.message, Message) and query.message.is_accessible else None
        if (
            payload is None
            or shown is None
            or (payload.document and not resolution_of(payload, self.desk.speaker.library))
        ):
            return None
        talk = await self.desk.talk(update)
        talk = talk if talk.fixed or not payload.language else replace(talk, language=payload.language)
        if payload.action in (Action.PAGE, Action.DOCUMENTS, Action.HISTORY):
            return self._page(update, payload, talk, shown)
        if payload.action is Action.FETCH:
            return self._fetch(update, payload, talk, shown)
        if payload.action in (Action.TURN, Action.CHART, Action.CSV):
            return self._lately(update, payload, talk, shown)
        if payload.action is Action.LANGUAGE:
            return self._language(update, payload, shown)
        if payload.action is Action.WRONG:
            return self._report(update, payload, talk, shown)
        return self._of_document(update, payload, talk, shown) or self._asked(update, payload, talk, shown)

    def _of_document(self, update: Update, payload: Payload, talk: Talk, shown: Message) -> Act | None:
        """What needs a document: its picture, its file, or what was asked before it was chosen."""
        resolution = self.desk.resolution(payload, talk)
        if resolution is None:
            return None
        if payload.action is Action.MAP and payload.argument in ("", "groups") and resolution.roll_call:
            return lambda: self.press_picture(update, shown, resolution, talk, grouped=bool(payload.argument))
        if payload.action is Action.FILE:
            return lambda: self.press_file(update, shown, resolution, talk)
        if payload.action is Action.USE:
            return lambda: self.reply_to_press(
                update, self.desk.speaker.ask(pending(talk.conversation), talk, resolution), shown
            )
        return None

    def _asked(self, update: Update, payload: Payload, talk: Talk, shown: Message) -> Act | None:
        """What is asked in words, or needs none."""
        if words := self.words(payload, talk.language):
            return lambda: self.reply_to_press(update, self.desk.speaker.next(words, talk), shown, words)
        if question := question_of(payload, self.desk.speaker.library):
            resolution = self.desk.resolution(payload, talk)
            return lambda: self.reply_to_press(update, self.desk.speaker.ask(question, talk, resolution), shown)
        return None

    def _page(self, update: Update, payload: Payload, talk: Talk, shown: Message) -> Act | None:
        """Another paragraph, or page of a list, in place of the one shown."""
        question = question_of(payload, self.desk.speaker.library)
        if question is None:
            return None
        spoken, after = self.desk.speaker.ask(question, talk, self.desk.resolution(payload, talk))
        if isinstance(spoken.answer, ParagraphAnswer) and not spoken.answer.paragraphs:
            return None
        return lambda: self.turn_page(update, spoken, after, shown)

    def _lately(self, update: Update, payload: Payload, talk: Talk, shown: Message) -> Act | None:
        """Another page, the picture or the table of what was asked lately; None where the conversation has forgotten
        it."""
        question = asked_lately(payload, talk.conversation)
        if question is None:
            return None
        spoken, after = self.desk.speaker.ask(question, talk, resolution_of(payload, self.desk.speaker.library))
        if payload.action is Action.TURN:
            return lambda: self.turn_page(update, spoken, after, shown)
        shape = ReplyForm.PICTURE if payload.action is Action.CHART else ReplyForm.TABLE
        return lambda: self.reply_to_press(update, (replace(spoken, shape=shape), after), shown)

    def _fetch(self, update: Update, payload: Payload, talk: Talk, shown: Message) -> Act | None:
        """Fetch a document that is not here, and show its outline; None where nothing is fetched, or it is forgotten
        which."""
        refusal = asked_lately(payload, talk.conversation)
        if not self.desk.fetches or not isinstance(refusal, Refusal) or not offered(refusal.about):
            return None
        symbol = refusal.about
        return lambda: self.press_fetch(update, symbol, talk, shown)

    def _language(self, update: Update, payload: Payload, shown: Message) -> Act | None:
        """A language to be answered in."""
        known = {tag.lower(): tag for tag in (*(x.tag for x in REPLY_LANGUAGES), "auto")}
        chosen = known.get(payload.argument)
        return (lambda: self.press_language(update, chosen, shown)) if chosen else None

    def _report(self, update: Update, payload: Payload, talk: Talk, shown: Message) -> Act | None:
        """That the answer above the button was wrong."""
        kinds = {kind.value: kind for kind in AnswerKind}
        kind, resolution = kinds.get(payload.argument), resolution_of(payload, self.desk.speaker.library)
        if kind is None or self.desk.unanswered is None:
            return None

        async def report() -> None:
            chat, user = key_of(update)
            if await self.desk.memory.reports(chat, shown.message_id, user):
                answer = (shown.text or shown.caption or "").partition("\n")[0][:ANSWER]
                self.desk.report(kind, resolution.symbol if resolution else "", answer, talk.language)

        return report

    def words(self, payload: Payload, language: str) -> str:
        """The message that a button stands for; empty where it stands for none."""
        wording = self.desk.speaker.wordings[language]
        if payload.action is Action.EXAMPLE:
            theme, _, at = payload.argument.partition("-")
            found = wording.examples(theme) if theme in wording.themes else ()
            return found[int(at)] if at.isdigit() and int(at) < len(found) else ""
        if payload.action is Action.STATE and payload.argument in self.desk.speaker.library.names.states:
            return self.desk.speaker.library.names.unmistakable(payload.argument, language)
        if payload.action is Action.BODY:
            named = (body for body in Body if body_word(body) == payload.argument)
            return next((wording(f"body.{body.name.lower()}") for body in named), "")
        return ""

    async def turn_page(self, update: Update, spoken: Spoken, talk: Talk, shown: Message) -> None:
        """Show another paragraph, or page of a list, in place of the one shown."""
        await self.desk.memory.keep(key_of(update), talk)
        await self.desk.send(
            shown, spoken, spoken.reply, (Sent(shown.message_id, digest(shown.text)),) if shown.text else ()
        )

    async def press_picture(
        self, update: Update, shown: Message, resolution: Resolution, talk: Talk, *, grouped: bool
    ) -> None:
        """Show the picture, in place of the other one where a picture is shown; the result in words where it may not
        be."""
        buttons = self.desk.buttons(talk.language, shown).picture(resolution, grouped=grouped)
        show = delivery.replace_photo if shown.photo else delivery.photo
        try:
            sent = await self.desk.pictures.show(show, shown, resolution, talk.language, buttons, grouped=grouped)
        except NotAllowedError:
            await self.reply_to_press(update, self.desk.speaker.ask(TallyQuestion(), talk, resolution), shown)
            return
        if sent and sent.message_id != shown.message_id:
            await self.desk.memory.owned(shown.chat.id, [Sent(sent.message_id)], key_of(update)[1])

    async def press_file(self, update: Update, shown: Message, resolution: Resolution, talk: Talk) -> None:
        """Send the document as a file; its text where no file may be sent."""
        text = self.desk.speaker.library.text(resolution, speaking(talk.language).base)
        try:
            file = await delivery.document(shown, text.source, f"{slug(text.symbol)}.{text.language}.txt", text.symbol)
        except NotAllowedError:
            await self.reply_to_press(
                update, self.desk.speaker.ask(DocumentQuestion(full=True), talk, resolution), shown
            )
            return
        await self.desk.memory.owned(shown.chat.id, [Sent(file.message_id)], key_of(update)[1])

    async def press_fetch(self, update: Update, symbol: str, talk: Talk, shown: Message) -> None:
        """Fetch a document and answer from it in this chat from now on, as from one that was sent."""
        try:
            language = speaking(talk.language).official
            file = await self.desk.fetching.fetch(symbol, language, shown.chat.id, self.desk.speaker)
        except NotReadError as error:
            await self.desk.say(update, error.key, symbol=symbol)
            return
        speaker = await self.desk.files.speaker(file, self.desk.speaker)
        if speaker is None:
            return
        asking = replace(talk, conversation=Conversation())
        spoken, after = speaker.ask(DocumentQuestion(full=False), asking)
        await self.desk.memory.keep((*key_of(update), ABOUT_A_FILE), after)
        note = Piece(self.desk.speaker.wordings[spoken.language]("telegram.file_note", name=file.name))
        sent = await delivery.reply(shown, messages(without_examples(((note,), *spoken.reply))), None)
        await self.desk.memory.owned(shown.chat.id, sent, key_of(update)[1])
        await self.desk.say(update, "telegram.file_ask", minutes=REMEMBERED // 60)
        self.desk.count(spoken.answer)

    async def press_language(self, update: Update, chosen: str, shown: Message) -> None:
        """Choose a language by a button; the message with the buttons says which."""
        await self.desk.choose(update, chosen)
        key = "telegram.language_auto" if chosen == "auto" else "telegram.language_now"
        text = messages(((Piece((await self.desk.wording(update))(key)),),))[0]
        await delivery.edit(shown, Sent(shown.message_id, digest(shown.text or "")), text, None)

    async def reply_to_press(self, update: Update, told: tuple[Spoken, Talk], shown: Message, words: str = "") -> None:
        """Send what a button asked for, below the words it stands for."""
        spoken, talk = told
        await self.desk.memory.keep(key_of(update), talk)
        reply = ((Piece(words, Style.BOLD),), *spoken.reply) if words else spoken.reply
        sent = await self.desk.send(shown, spoken, reply)
        await self.desk.memory.owned(shown.chat.id, sent, key_of(update)[1])
        self.desk.count(spoken.answer)
