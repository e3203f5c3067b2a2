"""The whole walk, from a message in a conversation to a reply in words: what every face calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.answer import Answer, reply, respond
from bot.corpus.library import Library
from bot.language.normal import MESSAGE_LIMIT
from bot.question.commands import Command, asked_by
from bot.question.model import Conversation
from bot.wording import Piece, Reply, Wording, language_of, load, plain, say


@dataclass(frozen=True, slots=True)
class Spoken:
    """An answer, and the words for it."""

    answer: Answer
    reply: Reply
    language: str
    """Of the bot's own words: zh-Hans, zh-Hant or en."""

    @property
    def text(self) -> str:
        """The reply as plain text."""
        return plain(self.reply)


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation, and the language it is held in."""

    conversation: Conversation = field(default_factory=Conversation)
    language: str = "zh-Hans"


class Speaker:
    """Answers messages out of one library, in the language of each."""

    def __init__(self, library: Library) -> None:
        """Loads content/wording/ beside the rest; ContentError where it is not sound."""
        self.library = library
        self.wordings: dict[str, Wording] = load(library.folder / "wording")

    def next(self, message: str, talk: Talk) -> tuple[Spoken, Talk]:
        """The reply to a message, and the talk after it."""
        # Lone surrogates, as a terminal or JSON can give, are no text.
        message = message.encode("utf-8", "replace").decode()
        language = language_of(message, talk.language)
        answer, conversation = reply(message, talk.conversation, self.library)
        spoken, talk = self._spoken(answer, conversation, language)
        if len(message) > MESSAGE_LIMIT:
            note = (Piece(self.wordings[language]("clarify.too_long")),)
            spoken = replace(spoken, reply=(note, *spoken.reply))
        return spoken, talk

    def command(self, command: Command, arguments: str, talk: Talk) -> tuple[Spoken, Talk]:
        """The reply to a command with its arguments, and the talk after it."""
        language = language_of(arguments, talk.language)
        question = asked_by(command, arguments, talk.conversation, self.library)
        answer, conversation = respond(question, talk.conversation, self.library)
        return self._spoken(answer, conversation, language)

    def _spoken(self, answer: Answer, conversation: Conversation, language: str) -> tuple[Spoken, Talk]:
        return Spoken(answer, say(answer, self.library, self.wordings[language]), language), Talk(conversation, language)

    def answer(self, messages: Sequence[str]) -> Spoken:
        """The reply to the last of the messages of one conversation (at least one)."""
        talk = Talk()
        for message in messages:
            spoken, talk = self.next(message, talk)
        return spoken

    def ready(self) -> None:
        """Load what is otherwise loaded when the first message needs it."""
        # A subject, a misspelt one, and misspelt names in three scripts.
        self.answer(["哪段讲发展权", "役情那段", "哈撒克斯丹怎么投的", "How did Kazakstan vote?", "Как голосовала Франция?"])
