"""The whole walk, from a message in a conversation to a reply in words: what every face calls."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer import Answer, reply
from bot.corpus.library import Library
from bot.faces.json import as_json
from bot.question.model import Conversation
from bot.wording import Reply, Wording, language_of, load, plain, say


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

    def json(self) -> str:
        """The reply as one line of JSON."""
        return json.dumps(as_json(self.answer, self.reply), ensure_ascii=False)


class Speaker:
    """Answers messages out of one library, in the language of each."""

    def __init__(self, library: Library) -> None:
        """Loads content/wording/ beside the rest; ContentError where it is not sound."""
        self.library = library
        self.wordings: dict[str, Wording] = load(library.folder / "wording")

    def next(self, message: str, conversation: Conversation) -> tuple[Spoken, Conversation]:
        """The reply to a message, and the conversation after it."""
        answer, conversation = reply(message, conversation, self.library)
        language = language_of(message)
        return Spoken(answer, say(answer, self.library, self.wordings[language]), language), conversation

    def answer(self, messages: Sequence[str]) -> Spoken:
        """The reply to the last of the messages of one conversation (at least one)."""
        conversation = Conversation()
        for message in messages:
            spoken, conversation = self.next(message, conversation)
        return spoken
