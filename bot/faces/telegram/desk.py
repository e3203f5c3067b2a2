"""What all answers to updates are given with: the speaker, what is remembered, and sending."""

from __future__ import annotations

import asyncio
import logging

from telegram import InlineKeyboardMarkup, InlineQuery, Message, Update
from telegram.ext import ContextTypes

from bot.answer.kind import AnswerKind
from bot.answer.model import Answer, ClarifyAnswer, NoneAnswer
from bot.faces.charts import picture_of
from bot.faces.table import MARK, table_of
from bot.faces.telegram import delivery
from bot.faces.telegram.asker import key_of
from bot.faces.telegram.buttons import Buttons
from bot.faces.telegram.delivery import NotAllowedError, Sent
from bot.faces.telegram.fetching import Fetching
from bot.faces.telegram.files import Files
from bot.faces.telegram.html import messages
from bot.faces.telegram.memory import Memory
from bot.faces.telegram.metrics import Metrics
from bot.faces.telegram.payload import Payload, resolution_of
from bot.faces.telegram.pictures import CAPTION, Pictures
from bot.faces.telegram.settings import Reads
from bot.faces.telegram.unanswered import Unanswered
from bot.language.speaking import of_user
from bot.question.conversation import REMEMBERED
from bot.question.model import Unclear
from bot.question.shape import ReplyForm
from bot.resolution import Resolution
from bot.talk import Speaker, Spoken, Talk
from bot.wording.pieces import Piece, Reply, Style, plain
from bot.wording.sentences import Wording

log = logging.getLogger(__name__)

Context = ContextTypes.DEFAULT_TYPE
TABLE = "votes.csv"
"""The name of a file with a table."""


class Desk:
    """One speaker and what belongs to it, for everything that answers updates."""

    def __init__(
        self, speaker: Speaker, metrics: Metrics, unanswered: Unanswered | None = None, memory: Memory | None = None
    ) -> None:
        """memory: in the program's own memory where it is not given."""
        self.speaker, self.metrics, self.unanswered = speaker, metrics, unanswered
        self.memory = memory or Memory()
        self.pictures = Pictures(speaker, self.memory.state)
        self.files = Files(self.memory)
        self.reads = Reads.NOTHING
        """In which chats documents that people send are read."""
        self.fetches, self.fetching = False, Fetching(self.files)
        """Whether a document that is not here is offered to be fetched, and what does that."""

    def renew(self, speaker: Speaker) -> None:
        """Answer out of another speaker from now on; conversations go on."""
        self.speaker, self.pictures = speaker, Pictures(speaker, self.memory.state)

    # --- in which language, about what -----------------------------------------------------------

    async def talk(self, update: Update, *about: int) -> Talk:
        """The conversation that an update belongs to, in the language chosen or that of the user.

        about: ABOUT_A_FILE for that about a document sent into the chat.
        """
        language = of_user(update.effective_user.language_code if update.effective_user else None)
        return await self.memory.talk((*key_of(update), *about), language)

    async def chosen(self, update: Update, talk: Talk) -> Talk:
        """The conversation in the language that the user chose, if any."""
        return await self.memory.chosen(key_of(update)[1], talk)

    async def choose(self, update: Update, language: str) -> None:
        """Answer whoever sent the update in that language from now on; auto: in that of the question."""
        await self.memory.choose(key_of(update)[1], None if language == "auto" else language)

    async def wording(self, update: Update) -> Wording:
        """The bot's words for whoever sent the update."""
        return self.speaker.wordings[(await self.talk(update)).language]

    def buttons(self, language: str, shown: Message | InlineQuery) -> Buttons:
        """The maker of buttons in that language, for the bot that a message or query came to."""
        reports = self.unanswered is not None
        return Buttons(
            self.speaker.library,
            self.speaker.wordings[language],
            shown.get_bot().username,
            reports=reports,
            fetches=self.fetches,
        )

    def resolution(self, payload: Payload, talk: Talk) -> Resolution | None:
        """The resolution that a payload names, else the one in view, or the only one; None where there are several."""
        library = self.speaker.library
        only = library.resolutions[0] if len(library.resolutions) == 1 else None
        return resolution_of(payload, library) or library.get(talk.conversation.symbol) or only

    # --- what is sent ------------------------------------------------------------------------------

    async def say(self, update: Update, key: str, **values: object) -> None:
        """A sentence of content/wording/, filled in, in reply to a message."""
        if update.effective_message:
            said = Piece((await self.wording(update))(key, **values))
            await delivery.reply(update.effective_message, messages(((said,),)), None)

    async def send(
        self, message: Message, spoken: Spoken, reply: Reply, instead_of: tuple[Sent, ...] = ()
    ) -> tuple[Sent, ...]:
        """Send a reply with the buttons that its answer gives reason for, in the shape that is wanted; what was sent.

        An answer that is edited stays in words.
        """
        markup = self.buttons(spoken.language, message).under(spoken.answer)
        if spoken.shape is not ReplyForm.WORDS and not instead_of:
            if sent := await self._in_shape(message, spoken, markup):
                return (Sent(sent.message_id),)
            missing = "chart.none" if spoken.shape is ReplyForm.PICTURE else "chart.no_table"
            reply = (*reply, (Piece(self.speaker.wordings[spoken.language](missing)),))
        return await delivery.reply(message, messages(without_examples(reply)), markup, instead_of)

    async def _in_shape(self, message: Message, spoken: Spoken, markup: InlineKeyboardMarkup | None) -> Message | None:
        """Send the answer as a picture, or its table as a file; None where it has none, or none may be sent."""
        library, wordings, language = self.speaker.library, self.speaker.wordings, spoken.language
        try:
            if spoken.shape is ReplyForm.TABLE:
                table = table_of(spoken.answer, library, wordings[language])
                return (
                    await delivery.document(message, MARK + table, TABLE, plain(spoken.reply[:1])[:CAPTION], markup)
                    if table
                    else None
                )
            # Drawing takes a tenth of a second, in which others want to be answered.
            drawn = await asyncio.to_thread(picture_of, spoken.answer, library, wordings, language)
            caption = messages(spoken.reply[:1], CAPTION)[0]
            return await delivery.photo(message, drawn, caption, markup or InlineKeyboardMarkup(())) if drawn else None
        except NotAllowedError:
            return None

    def kept(self, language: str) -> Reply:
        """Where all of it is kept, and what else."""
        wording = self.speaker.wordings[language]
        minutes = REMEMBERED // 60
        said = [wording(f"telegram.kept_{self.memory.place}", minutes=minutes)]
        if self.reads is not Reads.NOTHING:
            said.append(wording("telegram.kept_documents", minutes=minutes))
        said.append(wording("telegram.unanswered" if self.unanswered else "telegram.kept_no_message"))
        return tuple((Piece(each),) for each in said)

    def note(self, answer: Answer, asked: str, language: str) -> None:
        """Note a question without an answer for those who tend content/, if they want that."""
        if self.unanswered and asked:
            if isinstance(answer, NoneAnswer):
                self.unanswered.add(asked, answer.refusal.reason, language)
            elif isinstance(answer, ClarifyAnswer) and answer.question.unclear in (Unclear.WHAT, Unclear.WRONG):
                self.unanswered.add(asked, answer.question.unclear, language)

    def report(self, kind: AnswerKind, symbol: str, answer: str, language: str) -> None:
        """Note that an answer was wrong: of which kind, of which document (empty: of several), and how it begins."""
        self.metrics.reported(kind)
        log.info("an answer was reported as wrong: %s", kind)
        if self.unanswered:
            self.unanswered.wrong(kind, symbol, answer, language)

    def count(self, answer: Answer) -> None:
        """Count and log an answer."""
        self.metrics.answered(answer.kind, answer.refusal.reason if isinstance(answer, NoneAnswer) else None)
        log.info("answered %s", answer.kind)


def without_examples(reply: Reply) -> Reply:
    """The reply without the messages to send, which stand on buttons."""
    return tuple(tuple(piece for piece in block if piece.style is not Style.EXAMPLE) for block in reply)
