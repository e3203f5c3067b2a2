"""What a command asks: /para 12, /vote 中国, /roll 欧盟 反对."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum

from bot.corpus.library import Library
from bot.question.among import chosen
from bot.question.choice import DocumentChoice
from bot.question.conditions import listed
from bot.question.conversation import Conversation
from bot.question.documents import called_so, meant, place_in_list
from bot.question.examine import examine
from bot.question.frame import frame_of
from bot.question.model import (
    ClarifyQuestion,
    DocumentQuestion,
    HelpQuestion,
    ParagraphQuestion,
    Question,
    RollQuestion,
    SubjectQuestion,
    TallyQuestion,
    Topic,
    Unclear,
    VoteQuestion,
)
from bot.question.reading import Reading
from bot.question.record import ListQuestion
from bot.question.understand import settled, understand
from bot.question.where import by_number


class Command(StrEnum):
    """The commands, by the names they are typed with."""

    START = "start"
    HELP = "help"
    PARA = "para"
    VOTE = "vote"
    TALLY = "tally"
    ROLL = "roll"
    FULL = "full"
    ABOUT = "about"
    PRIVACY = "privacy"
    DOCS = "docs"
    USE = "use"


def asked_by(
    command: Command, arguments: str, conversation: Conversation, library: Library, today: date | None = None
) -> tuple[Question, Conversation]:
    """The question that a command with its arguments (possibly none) asks, and the conversation with the document in
    view that it is of.

    Arguments that do not suit the command are taken for an ordinary message, so that nobody is
    refused for having picked the wrong one.
    """
    r = examine(arguments, library)
    which = meant(r, conversation)
    if command is Command.USE and not r.documents and not which.named and (place := _place(r, conversation)):
        which = place
    if command in (Command.USE, Command.TALLY, Command.FULL) and not which.named and len(found := called_so(r)) == 1:
        which = DocumentChoice(library.catalogue.read(found[0]), named=True)
    if command is Command.USE and arguments and not which.named and not r.documents:
        # Of what is looked for there may be one alone: that is meant.
        only = chosen(listed(r, arguments), library)
        which = DocumentChoice(library.resolutions[only[0]], named=True) if len(only) == 1 else which
    question = _fitting(command, arguments, which.read_into(r))
    if question is not None:
        return settled(question, which, conversation)
    question, conversation = understand(arguments, conversation, library, today)
    if command is Command.PARA and isinstance(question, SubjectQuestion):
        question = replace(question, in_document=True)
    return question, conversation


def _place(r: Reading, conversation: Conversation) -> DocumentChoice | None:
    """The resolution of a place in the list that was shown last; of all that there are, where none was."""
    return place_in_list(r, conversation.listed or [each.symbol for each in r.library.catalogue.newest])


_AS_THEY_STAND: dict[Command, Question] = {
    Command.ABOUT: HelpQuestion(Topic.ABOUT),
    Command.PRIVACY: HelpQuestion(Topic.PRIVACY),
    Command.START: HelpQuestion(),
    Command.FULL: DocumentQuestion(full=True),
    Command.TALLY: TallyQuestion(),
}
"""The commands that ask the same whatever follows them."""


def _fitting(command: Command, arguments: str, r: Reading) -> Question | None:
    """What a command asks with arguments that suit it; None where they do not."""
    match command:
        case Command.HELP:
            return None if arguments else HelpQuestion()
        case Command.DOCS:
            return ListQuestion(listed(r, arguments))
        case Command.USE:
            if r.named:
                return DocumentQuestion(full=False)
            return None if r.documents else ListQuestion(listed(r, arguments))
        case Command.PARA:
            return _paragraphs(arguments, r)
        case Command.ROLL | Command.VOTE:
            return _votes(command, arguments, r)
    return _AS_THEY_STAND[command]


def _paragraphs(arguments: str, r: Reading) -> Question | None:
    if not arguments:
        return DocumentQuestion(full=False)
    return (
        ParagraphQuestion(by_number(r.references.selections, r.references.excluded))
        if r.references.selections
        else None
    )


def _votes(command: Command, arguments: str, r: Reading) -> Question | None:
    if not arguments:
        return RollQuestion()
    if command is Command.ROLL:
        return RollQuestion(r.votes, frame_of(r).who) if r.votes or r.groups else None
    if r.ambiguous and not r.states:
        return ClarifyQuestion(Unclear.WHICH_STATE, r.ambiguous)
    if r.states:
        return VoteQuestion(r.states, guessed=r.guesses)
    return RollQuestion(r.votes, frame_of(r).who) if r.groups else None
