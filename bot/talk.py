"""The whole walk, from a message in a conversation to a reply in words: what every face calls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from cachetools import TTLCache

from bot.answer.answers import respond
from bot.answer.model import Answer, ClarifyAnswer, NoneAnswer, OfferAnswer, ParagraphAnswer, SeveralAnswer, TallyAnswer
from bot.corpus.library import Library
from bot.language.normal import BLANK, MESSAGE_LIMIT, blank, is_chinese, read, shortened
from bot.language.refusals import Refused
from bot.language.speaking import DEFAULT, FALLBACK, speaking
from bot.question.commands import Command, asked_by
from bot.question.conversation import REMEMBERED, Conversation
from bot.question.examine import examine
from bot.question.model import (
    ClarifyQuestion,
    HelpQuestion,
    Question,
    Refusal,
    RollQuestion,
    TallyQuestion,
    Topic,
    Unclear,
)
from bot.question.shape import ReplyForm, shaped
from bot.question.understand import understand
from bot.resolution import Resolution
from bot.wording.languages import Languages, Wanted, in_words_of
from bot.wording.pieces import Piece, Reply, plain
from bot.wording.say import say
from bot.wording.sentences import Wording, wordings_of

REPLIES = 1_000
"""How many replies are remembered, for as long as conversations are, to be given again to whoever asks the same."""
OUT_OF_A_TEXT = 4
"""As how many of these counts a reply that is out of the text of one of many documents, which it holds: 100 kB."""
LONGEST_REMEMBERED = 100
"""Characters of the longest message of which the reply is remembered."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """An answer, and the words for it."""

    answer: Answer
    reply: Reply
    language: str
    """Of the bot's own words: a tag of speaking.REPLY_LANGUAGES."""
    shape: ReplyForm = ReplyForm.WORDS
    """In which shape it is wanted; a face that has no such shape of it gives the words."""
    parts: tuple[Reply, ...] = ()
    """The words for each of its answers, where it is several."""

    @property
    def text(self) -> str:
        """The reply as plain text."""
        return plain(self.reply)


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation, and the language it is held in."""

    conversation: Conversation = field(default_factory=Conversation)
    language: str = DEFAULT.tag
    fixed: bool = False
    """Whether every reply is in that language, whatever a message is written in."""


def reply(
    message: str, conversation: Conversation, library: Library, today: date | None = None
) -> tuple[Answer, Conversation]:
    """The answer to a message on a day (None: on one that is not known), and the conversation after it."""
    return respond(*understand(shortened(message), conversation, library, today), library)


def _sure(answer: Answer) -> bool:
    """Whether the words of a message were understood, and not only what some of them may mean."""
    match answer:
        case ParagraphAnswer(question=None) | OfferAnswer():
            return False
        case ClarifyAnswer():
            return answer.question.unclear not in (Unclear.WHAT, Unclear.PART)
        case NoneAnswer():
            return answer.refusal.reason is not Refused.NOT_FOUND
    return True


def _with_roll(answer: Answer) -> bool:
    """Whether an answer is of one resolution whose record lists who voted how."""
    return isinstance(answer, TallyAnswer) and bool(answer.resolution.roll_call)


class Speaker:
    """Answers messages out of one library, in the language of each."""

    def __init__(self, library: Library, clock: Callable[[], date] | None = None) -> None:
        """Loads wording/ beside the rest; ContentError where it is not sound.

        clock: tells the day from which last year is counted; without one it is asked back which year is meant.
        """
        self.library = library
        self._today: Callable[[], date | None] = clock or (lambda: None)
        self.wordings: dict[str, Wording] = wordings_of(library.words / "wording")
        self.languages = Languages(self.wordings, library.names)
        self._replies: TTLCache[tuple[str, Talk, date | None], tuple[Spoken, Talk]] = TTLCache(
            REPLIES, REMEMBERED, getsizeof=self._counts
        )

    def _counts(self, reply: tuple[Spoken, Talk]) -> int:
        """As how many a remembered reply counts."""
        several, answer = len(self.library.summaries) > 1, reply[0].answer
        return OUT_OF_A_TEXT if several and getattr(answer, "resolution", None) else 1

    def next(self, message: str, talk: Talk) -> tuple[Spoken, Talk]:
        """The reply to a message, and the talk after it."""
        # A reply depends on nothing else, and many people ask the same.
        asked = (message, talk, self._today())
        reply = self._replies.get(asked)
        if reply is None:
            reply = self._next(message, talk)
            if len(message) <= LONGEST_REMEMBERED:
                self._replies[asked] = reply
        return reply

    def _next(self, message: str, talk: Talk) -> tuple[Spoken, Talk]:
        # Lone surrogates, as a terminal or JSON can give, are no text.
        message = message.encode("utf-8", "replace").decode()
        looked_at = shortened(message)
        # The Arab countries only: that is a group, and no language.
        wanted = self.languages.wanted(looked_at, talk.language)
        if wanted and not examine(looked_at, self.library).groups:
            return self._of_languages(wanted, looked_at, talk)
        language = talk.language if talk.fixed else self.languages.language_of(self._untitled(looked_at), talk.language)
        shape, asked = shaped(looked_at, self.library.lexicon)
        if shape is not ReplyForm.WORDS:
            asked, wanted_in = self.languages.asked_in(asked)
            language = wanted_in or language
            spoken, after = self._shaped(asked, replace(talk, language=language))
            if shape is ReplyForm.TABLE and after.conversation.last == TallyQuestion() and _with_roll(spoken.answer):
                # The votes as CSV: who cast them, and not how many there were.
                spoken, after = self.ask(RollQuestion(), after)
            return replace(spoken, shape=shape), after
        answer, conversation = reply(message, talk.conversation, self.library, self._today())
        another = self.languages.unspoken(looked_at, understood=_sure(answer))
        here = self._as_said_here(looked_at, conversation) if another else ""
        if another and not here:
            answer, conversation = (
                ClarifyAnswer(None, ClarifyQuestion(Unclear.LANGUAGE, part=another)),
                talk.conversation,
            )
            return self._spoken(answer, conversation, talk if talk.fixed else replace(talk, language=FALLBACK.tag))
        language = here if here and not talk.fixed else language
        answer, talk = self._about_text(answer, looked_at, language), replace(talk, language=language)
        spoken, talk = self._spoken(answer, conversation, talk)
        if len(message) > MESSAGE_LIMIT:
            note = (Piece(self.wordings[language]("clarify.too_long")),)
            spoken = replace(spoken, reply=(note, *spoken.reply))
        return spoken, talk

    def _as_said_here(self, message: str, conversation: Conversation) -> str:
        """The language of the text in view, where most words of a message stand in it, so that it is in that one,
        however short: básculas verificadas; empty where they do not."""
        found = self.library.get(conversation.symbol) if conversation.symbol else None
        text = "\n".join(p.text for p in found.paragraphs) if found else ""
        return speaking(found.language).tag if found and in_words_of(message, text) else ""

    def _untitled(self, message: str) -> str:
        """A message without the whole titles in it, which may be in another language than it; Chinese as it is, which
        its characters tell."""
        text = read(message)
        titles = [] if is_chinese(message) else [(a, b) for a, b, _ in self.library.catalogue.titled(text.norm)]
        return blank(text.cased, titles).replace(BLANK, " ") if titles else message

    def _shaped(self, asked: str, talk: Talk) -> tuple[Spoken, Talk]:
        """The reply to what is asked beside a shape; where it is nothing, to what was asked before, or, of the only
        document, to how everybody voted."""
        only = self.library.resolutions[0] if len(self.library.summaries) == 1 else None
        whole = RollQuestion() if only and only.roll_call else None
        if not asked and (meant := talk.conversation.last or whole):
            return self.ask(meant, talk)
        return self._spoken(*reply(asked, talk.conversation, self.library, self._today()), talk)

    def _of_languages(self, wanted: Wanted, message: str, talk: Talk) -> tuple[Spoken, Talk]:
        """The reply to a message that is about languages alone: from now on in one, or where a text in one is."""
        if wanted.language:
            return self.ask(HelpQuestion(Topic.LANGUAGE), replace(talk, language=wanted.language, fixed=True))
        language = talk.language if talk.fixed else self.languages.language_of(message, talk.language)
        return self.ask(Refusal(Refused.LANGUAGE, wanted.text), replace(talk, language=language))

    def _about_text(self, answer: Answer, message: str, language: str) -> Answer:
        """The answer with the language of the text that is asked for, where it is about one."""
        if isinstance(answer, SeveralAnswer):
            each = tuple(self._about_text(one, message, language) for one in answer.answers)
            # Beside a clause stands already where its text in the language of the reply is.
            own = speaking(language).base
            told = [x for x in each if not (isinstance(x, NoneAnswer) and x.refusal.about == own and len(each) > 1)]
            return told[0] if len(told) == 1 else replace(answer, answers=tuple(told))
        if isinstance(answer, NoneAnswer) and answer.refusal.reason is Refused.LANGUAGE:
            return replace(answer, refusal=replace(answer.refusal, about=self.languages.named(message)))
        return answer

    def command(self, command: Command, arguments: str, talk: Talk) -> tuple[Spoken, Talk]:
        """The reply to a command with its arguments, and the talk after it."""
        # What stands after /start comes from a link, and is in no language.
        fixed = talk.fixed or command is Command.START
        language = talk.language if fixed else self.languages.language_of(arguments, talk.language)
        question, conversation = asked_by(
            command, arguments, talk.conversation, self.library, self._today()
        )
        return self.ask(question, replace(talk, language=language, conversation=conversation))

    def ask(self, question: Question, talk: Talk, resolution: Resolution | None = None) -> tuple[Spoken, Talk]:
        """The reply to a question that needs no reading, of that resolution (None: of the one in view), and the talk
        after it."""
        conversation = replace(talk.conversation, symbol=resolution.symbol) if resolution else talk.conversation
        return self._spoken(*respond(question, conversation, self.library), talk)

    def _spoken(self, answer: Answer, conversation: Conversation, talk: Talk) -> tuple[Spoken, Talk]:
        each = answer.answers if isinstance(answer, SeveralAnswer) else (answer,)
        parts = tuple(say(one, self.library, self.wordings[talk.language]) for one in each)
        spoken = Spoken(answer, tuple(block for part in parts for block in part), talk.language, parts=parts)
        return spoken, replace(talk, conversation=conversation)

    def answer(self, messages: Sequence[str]) -> Spoken:
        """The reply to the last of the messages of one conversation (at least one)."""
        talk = Talk()
        for message in messages:
            spoken, talk = self.next(message, talk)
        return spoken

    def ready(self) -> None:
        """Load what is otherwise loaded when the first message needs it."""
        # A subject, a misspelt one, misspelt names in three scripts, a title, a language that is not spoken, a misspelt
        # ordinal, and a subject in words that have several forms, with a date.
        self.answer([
            "哪段讲发展权", "役情那段", "哈撒克斯丹怎么投的", "How did Kazakstan vote on the resolution on roads?",
            "Как голосовала Франция?", "Hvordan stemte de?", "forth paragraph",
            "Which paragraph is about children on the roads in May 2024?",
        ])  # fmt: skip
        # And one that may be in either script, after one in Traditional characters.
        self.next("中国", Talk(language="zh-Hant"))
        self.languages.ready()
