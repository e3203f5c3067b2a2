"""Which updates are answered, and with what."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import replace
from typing import Any

from telegram import InlineQueryResultsButton, Message, Update
from telegram.constants import ChatAction, ChatType, MessageEntityType
from telegram.error import BadRequest, TelegramError
from telegram.ext import ContextTypes

from bot.answer import Answer, ClarifyAnswer, NoneAnswer, ParagraphAnswer
from bot.corpus.model import Resolution
from bot.faces.telegram import delivery
from bot.faces.telegram.buttons import Buttons
from bot.faces.telegram.delivery import Sent
from bot.faces.telegram.html import messages
from bot.faces.telegram.inline import article, examples, offers
from bot.faces.telegram.memory import Answered, Key, Memory
from bot.faces.telegram.metrics import Metrics
from bot.faces.telegram.payload import Action, Payload, parse, question_of, resolution_of, slug
from bot.faces.telegram.pictures import Pictures
from bot.faces.telegram.unanswered import Unanswered
from bot.question.commands import Command
from bot.question.documents import pending
from bot.question.model import TallyQuestion, Unclear
from bot.talk import Speaker, Spoken, Talk
from bot.wording import LANGUAGES, Piece, Reply, Style, Wording, language_of

log = logging.getLogger(__name__)

Context = ContextTypes.DEFAULT_TYPE
Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]
Ask = Callable[[Talk], tuple[Spoken, Talk]]

INLINE_CACHE = 300
"""Seconds for which Telegram may give the same results to whoever types the same."""
HELP_PAYLOAD = "help"
"""Of the button above inline results, which leads into the private chat."""


def language_of_user(code: str | None) -> str:
    """The bot's language for a user's language_code (an IETF tag, possibly missing)."""
    language, *rest = (code or "zh").lower().replace("_", "-").split("-")
    if language != "zh":
        return "en"
    traditional = "hans" not in rest and {"hant", "tw", "hk", "mo"} & set(rest)
    return "zh-Hant" if traditional else "zh-Hans"


class Face:
    """Answers updates out of one Speaker."""

    def __init__(self, speaker: Speaker, metrics: Metrics, unanswered: Unanswered | None = None) -> None:
        self.speaker, self.metrics, self.unanswered = speaker, metrics, unanswered
        self.memory = Memory()
        self.pictures = Pictures(speaker)

    def renew(self, speaker: Speaker) -> None:
        """Answer out of another speaker from now on; conversations go on."""
        self.speaker, self.pictures = speaker, Pictures(speaker)

    # --- messages ----------------------------------------------------------------------------

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
        await self.answer(update, lambda talk: self.speaker.next(question, talk), question)

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
            await self.answer(update, lambda talk: self.speaker.command(command, arguments, talk), arguments, privacy=command is Command.PRIVACY)

        return handle

    async def deep_link(self, update: Update, payload: Payload) -> bool:
        """What a deep link asks for; whether it asks for anything."""
        if payload.document and not resolution_of(payload, self.speaker.library):
            return False
        resolution = self.resolution(payload, self.talk(update))
        picture = payload.action is Action.MAP and payload.argument in ("", "groups")
        if picture and resolution:
            await self.send_picture(update, resolution, grouped=bool(payload.argument))
        elif question := TallyQuestion() if picture else question_of(payload, self.speaker.library):
            await self.answer(update, lambda talk: self.speaker.ask(question, talk, resolution))
        else:
            return False
        return True

    async def other(self, update: Update, context: Context) -> None:
        """Something in a private chat that is not text."""
        await self.say(update, "telegram.not_a_text")

    async def map(self, update: Update, context: Context) -> None:
        """/map: the roll call as a picture, of the document named behind it or of the one in view."""
        arguments = " ".join(context.args or ())
        spoken, talk = self.speaker.command(Command.TALLY, arguments, self.talk(update))
        if spoken.answer.resolution:
            await self.send_picture(update, spoken.answer.resolution, grouped=False)
        else:
            await self.answer(update, lambda _: (spoken, talk))

    async def lang(self, update: Update, context: Context) -> None:
        """/lang: choose the language of the replies."""
        message, wanted = update.effective_message, " ".join(context.args or ()).lower()
        known = {language.lower(): language for language in LANGUAGES} | {"zh": "zh-Hans", "auto": "auto"}
        if wanted in known:
            self.choose(update, known[wanted])
            await self.say(update, "telegram.language_auto" if wanted == "auto" else "telegram.language_now")
        elif message:
            wording = self.wording(update)
            texts = messages(((Piece(wording("telegram.language_ask")),),))
            await delivery.reply(message, texts, self.buttons(wording, context).languages())

    def choose(self, update: Update, language: str) -> None:
        """Answer whoever sent the update in that language from now on; auto: in that of the question."""
        self.memory.choose(self.key(update)[1], None if language == "auto" else language)

    async def delete(self, update: Update, context: Context) -> None:
        """/delete in reply to an answer: it is deleted, for the person who asked."""
        message = update.effective_message
        replied = message.reply_to_message if message else None
        if message is None or replied is None or replied.from_user is None or replied.from_user.id != context.bot.id:
            await self.say(update, "telegram.delete_what")
        elif message.chat.type != ChatType.PRIVATE and self.memory.asker(message.chat.id, replied.message_id) != self.key(update)[1]:
            await self.say(update, "telegram.delete_not_yours")
        elif not await delivery.delete(message, replied.message_id):
            await self.say(update, "telegram.delete_failed")

    async def say(self, update: Update, key: str) -> None:
        """A sentence of content/wording/ in reply to a message."""
        if update.effective_message:
            await delivery.reply(update.effective_message, messages(((Piece(self.wording(update)(key)),),)), None)

    # --- answers -------------------------------------------------------------------------------

    async def answer(self, update: Update, ask: Ask, asked: str = "", *, privacy: bool = False) -> None:
        """Ask, remember, and send the reply; to a message that was edited, edit the answer to it."""
        message = update.effective_message
        if message is None:
            return
        key = self.key(update)
        earlier = self.earlier(update)
        before = self.chosen(update, earlier.before) if earlier else self.talk(update)
        spoken, talk = ask(before)
        self.memory.keep(key, talk)
        reply = spoken.reply
        if privacy and self.unanswered:
            reply = (*reply, (Piece(self.speaker.wordings[spoken.language]("telegram.unanswered")),))
        sent = await self.send(message, spoken, reply, earlier.sent if earlier else ())
        self.memory.answered(message.chat.id, message.message_id, Answered(key[1], before, sent))
        self.note(spoken.answer, asked, spoken.language)
        self.count(spoken.answer)

    def earlier(self, update: Update) -> Answered | None:
        """What was answered to a message before it was edited; None where it was not, or that is forgotten."""
        edited = update.edited_message or update.edited_channel_post
        return self.memory.answer(edited.chat.id, edited.message_id) if edited else None

    async def send(self, message: Message, spoken: Spoken, reply: Reply, instead_of: tuple[Sent, ...] = ()) -> tuple[Sent, ...]:
        """Send a reply with the buttons that its answer gives reason for; what was sent."""
        buttons = Buttons(self.speaker.library, self.speaker.wordings[spoken.language], message.get_bot().username)
        markup = buttons.under(spoken.answer)
        return await delivery.reply(message, messages(_without_examples(reply)), markup, instead_of)

    def note(self, answer: Answer, asked: str, language: str) -> None:
        """Note a question without an answer for those who tend content/, if they want that."""
        if self.unanswered and asked:
            if isinstance(answer, NoneAnswer):
                self.unanswered.add(asked, answer.refusal.reason, language)
            elif isinstance(answer, ClarifyAnswer) and answer.question.unclear is Unclear.WHAT:
                self.unanswered.add(asked, answer.question.unclear, language)

    def count(self, answer: Answer) -> None:
        """Count and log an answer."""
        self.metrics.answered(answer.kind, answer.refusal.reason if isinstance(answer, NoneAnswer) else None)
        log.info("answered %s", answer.kind)

    async def send_picture(self, update: Update, resolution: Resolution, *, grouped: bool) -> None:
        """Send the roll call as a picture, or the result in words where no roll was called."""
        message = update.effective_message
        if message is None:
            return
        if not resolution.roll_call:
            await self.answer(update, lambda talk: self.speaker.ask(TallyQuestion(), talk, resolution))
            return
        earlier = self.earlier(update)
        if earlier and not any(sent.digest for sent in earlier.sent):
            return  # The picture is there already.
        talk = self.talk(update)
        wording = self.speaker.wordings[talk.language]
        with suppress(TelegramError):
            await message.reply_chat_action(ChatAction.UPLOAD_PHOTO)
        picture = await self.pictures.of(resolution, talk.language, grouped=grouped)
        buttons = Buttons(self.speaker.library, wording, message.get_bot().username)
        caption = self.pictures.caption(resolution, talk.language)
        sent = await delivery.photo(message, picture, caption, buttons.picture(resolution, grouped=grouped))
        self.pictures.sent(sent, resolution, talk.language, grouped=grouped)
        for old in earlier.sent if earlier else ():
            await delivery.delete(message, old.message_id)
        spoken, after = self.speaker.ask(TallyQuestion(), talk, resolution)
        self.memory.keep(self.key(update), after)
        self.memory.answered(message.chat.id, message.message_id, Answered(self.key(update)[1], talk, (Sent(sent.message_id),)))
        self.count(spoken.answer)

    # --- buttons -------------------------------------------------------------------------------

    async def pressed(self, update: Update, context: Context) -> None:
        """A button: what it asks for, or a short notice that it is no longer valid."""
        query = update.callback_query
        if query is None:
            return
        payload = parse(query.data or "")
        # One that is too old Telegram no longer gives to bots; None is one sent by inline mode.
        shown = query.message if isinstance(query.message, Message) and query.message.is_accessible else None
        known = payload and not (payload.document and not resolution_of(payload, self.speaker.library))
        done = False
        try:
            if payload and known and shown:
                done = await self.press(update, payload, shown)
        finally:
            notice = None if done else self.wording(update)("telegram.old_button")
            try:
                await delivery.persistently(lambda: query.answer(notice))
            except BadRequest as error:
                log.info("a button could not be answered: %s", error.message)

    async def press(self, update: Update, payload: Payload, shown: Message) -> bool:
        """Do what a button under a message of the bot's says; whether there was anything to do."""
        talk = self.talk(update)
        talk = talk if talk.fixed or not payload.language else replace(talk, language=payload.language)
        resolution = self.resolution(payload, talk)
        if payload.action in (Action.PAGE, Action.DOCUMENTS, Action.HISTORY):
            return await self.turn_page(update, payload, talk, shown)
        if payload.action is Action.MAP and payload.argument in ("", "groups") and resolution and resolution.roll_call:
            await self.press_picture(update, shown, resolution, talk.language, grouped=bool(payload.argument))
        elif payload.action is Action.FILE and resolution:
            text = self.speaker.library.text(resolution, talk.reading or talk.language[:2])
            file = await delivery.document(shown, text.source, f"{slug(text.symbol)}.{text.language}.txt", text.symbol)
            self.memory.owned(shown.chat.id, [Sent(file.message_id)], self.key(update)[1])
        elif payload.action is Action.USE and resolution:
            await self.reply_to_press(update, self.speaker.ask(pending(talk.conversation), talk, resolution), shown)
        elif payload.action is Action.LANGUAGE:
            return await self.press_language(update, payload, shown)
        elif words := self.words(payload, talk.language):
            await self.reply_to_press(update, self.speaker.next(words, talk), shown, words)
        elif question := question_of(payload, self.speaker.library):
            await self.reply_to_press(update, self.speaker.ask(question, talk, resolution), shown)
        else:
            return False
        return True

    def words(self, payload: Payload, language: str) -> str:
        """The message that a button stands for; empty where it stands for none."""
        wording = self.speaker.wordings[language]
        if payload.action is Action.EXAMPLE:
            theme, _, at = payload.argument.partition("-")
            found = wording.examples(theme) if theme in wording.themes else ()
            return found[int(at)] if at.isdigit() and int(at) < len(found) else ""
        if payload.action is Action.STATE and payload.argument in self.speaker.library.names.states:
            return self.speaker.library.names.states[payload.argument].name(language)
        return ""

    async def turn_page(self, update: Update, payload: Payload, talk: Talk, shown: Message) -> bool:
        """Show another paragraph, or page of a list, in place of the one shown."""
        question = question_of(payload, self.speaker.library)
        if question is None:
            return False
        spoken, talk = self.speaker.ask(question, talk, self.resolution(payload, talk))
        if isinstance(spoken.answer, ParagraphAnswer) and not spoken.answer.paragraphs:
            return False
        self.memory.keep(self.key(update), talk)
        await self.send(shown, spoken, spoken.reply, (Sent(shown.message_id, hash(shown.text)),) if shown.text else ())
        return True

    async def press_picture(self, update: Update, shown: Message, resolution: Resolution, language: str, *, grouped: bool) -> None:
        """Show the picture; in place of the other one where a picture is shown."""
        buttons = Buttons(self.speaker.library, self.speaker.wordings[language], shown.get_bot().username)
        picture = await self.pictures.of(resolution, language, grouped=grouped)
        show = delivery.replace_photo if shown.photo else delivery.photo
        sent = await show(shown, picture, self.pictures.caption(resolution, language), buttons.picture(resolution, grouped=grouped))
        self.pictures.sent(sent, resolution, language, grouped=grouped)
        if sent and not shown.photo:
            self.memory.owned(shown.chat.id, [Sent(sent.message_id)], self.key(update)[1])

    async def press_language(self, update: Update, payload: Payload, shown: Message) -> bool:
        """Choose a language by a button; the message with the buttons says which."""
        known = {language.lower(): language for language in (*LANGUAGES, "auto")}
        if payload.argument not in known:
            return False
        self.choose(update, known[payload.argument])
        key = "telegram.language_auto" if payload.argument == "auto" else "telegram.language_now"
        text = messages(((Piece(self.wording(update)(key)),),))[0]
        await delivery.edit(shown, Sent(shown.message_id, hash(shown.text)), text, None)
        return True

    async def reply_to_press(self, update: Update, told: tuple[Spoken, Talk], shown: Message, words: str = "") -> None:
        """Send what a button asked for, below the words it stands for."""
        spoken, talk = told
        self.memory.keep(self.key(update), talk)
        reply = ((Piece(words, Style.BOLD),), *spoken.reply) if words else spoken.reply
        sent = await self.send(shown, spoken, reply)
        self.memory.owned(shown.chat.id, sent, self.key(update)[1])
        self.count(spoken.answer)

    # --- inline mode ---------------------------------------------------------------------------

    async def inline(self, update: Update, context: Context) -> None:
        """A query typed after the bot's name in any chat."""
        query = update.inline_query
        if query is None:
            return
        found = offers(query.query, self.speaker) if query.query.strip() else examples(self.speaker)
        language = found[0].spoken.language if found else language_of(query.query)
        wording = self.speaker.wordings[language]
        articles = [article(offer, self.buttons(self.speaker.wordings[offer.spoken.language], context)) for offer in found]
        # The same for everybody who types the same, as the results are.
        button = InlineQueryResultsButton(wording("inline.help" if found else "inline.nothing"), start_parameter=HELP_PAYLOAD)
        try:
            await delivery.persistently(lambda: query.answer(articles, cache_time=INLINE_CACHE, is_personal=False, button=button))
        except BadRequest as error:
            # Too old: whoever typed it has typed on.
            log.info("an inline query could not be answered: %s", error.message)

    # --- who asks, in which language -----------------------------------------------------------

    @staticmethod
    def key(update: Update) -> Key:
        """Ids of the chat and of whoever speaks in it: a person, or a chat in whose name one speaks."""
        message, user, chat = update.effective_message, update.effective_user, update.effective_chat
        sender = message.sender_chat if message and not update.callback_query else None
        return (chat.id if chat else 0, sender.id if sender else user.id if user else 0)

    def talk(self, update: Update) -> Talk:
        """The conversation that an update belongs to, in the language chosen or that of the user."""
        language = language_of_user(update.effective_user.language_code if update.effective_user else None)
        return self.chosen(update, self.memory.talk(self.key(update), language))

    def chosen(self, update: Update, talk: Talk) -> Talk:
        """The conversation in the language that the user chose, if any."""
        language = self.memory.language(self.key(update)[1])
        return replace(talk, language=language or talk.language, fixed=bool(language))

    def wording(self, update: Update) -> Wording:
        """The bot's words for whoever sent the update."""
        return self.speaker.wordings[self.talk(update).language]

    def buttons(self, wording: Wording, context: Context) -> Buttons:
        """The maker of buttons in that language."""
        return Buttons(self.speaker.library, wording, context.bot.username)

    def resolution(self, payload: Payload, talk: Talk) -> Resolution | None:
        """The resolution that a payload names, else the one in view, or the only one; None where there are several."""
        library = self.speaker.library
        only = library.resolutions[0] if len(library.resolutions) == 1 else None
        return resolution_of(payload, library) or library.get(talk.conversation.symbol) or only

    # --- trouble -------------------------------------------------------------------------------

    async def flooding(self, update: Update) -> None:
        """Tell somebody who sends very many messages to the bot that they are answered more slowly."""
        chat = update.effective_chat
        if chat and chat.type == ChatType.PRIVATE:
            await self.say(update, "telegram.flood")

    async def failed(self, update: object, context: Context) -> None:
        """Log what went wrong, apologise where there is somebody to, and go on."""
        if context.error:
            self.metrics.failed(context.error)
        log.error("update failed: %s", type(context.error).__name__, exc_info=context.error)
        if isinstance(update, Update) and update.effective_message and not isinstance(context.error, TelegramError):
            try:
                await self.say(update, "telegram.apology")
            except TelegramError as error:
                log.warning("the apology could not be sent: %s", type(error).__name__)


def _without_examples(reply: Reply) -> Reply:
    """The reply without the messages to send, which stand on buttons."""
    return tuple(tuple(piece for piece in block if piece.style is not Style.EXAMPLE) for block in reply)
