"""What a command asks: /para 12, /vote 中国, /roll 欧盟 反对."""

from __future__ import annotations

from enum import StrEnum

from bot.corpus.library import Library
from bot.question.ladder import understand
from bot.question.model import (
    ClarifyQuestion,
    Conversation,
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
from bot.question.reading import examine


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


def asked_by(command: Command, arguments: str, conversation: Conversation, library: Library) -> Question:
    """The question that a command with its arguments (possibly none) asks.

    Arguments that do not suit the command are taken for an ordinary message, so that nobody is
    refused for having picked the wrong one.
    """
    r = examine(arguments, library)
    match command:
        case Command.ABOUT:
            return HelpQuestion(Topic.ABOUT)
        case Command.START | Command.HELP:
            return understand(arguments, conversation, library) if arguments and command is Command.HELP else HelpQuestion()
        case Command.FULL:
            return DocumentQuestion(full=True)
        case Command.TALLY:
            return TallyQuestion()
        case Command.ROLL if not arguments or r.votes or r.groups:
            return RollQuestion(r.votes, r.groups)
        case Command.VOTE if not arguments:
            return RollQuestion()
        case Command.VOTE if r.ambiguous and not r.states:
            return ClarifyQuestion(Unclear.WHICH_STATE, r.ambiguous)
        case Command.VOTE if r.states:
            return VoteQuestion(r.states, guessed=r.guesses)
        case Command.VOTE if r.groups:
            return RollQuestion(r.votes, r.groups)
        case Command.PARA if not arguments:
            return DocumentQuestion(full=False)
        case Command.PARA if r.references.selections:
            return ParagraphQuestion(r.references.selections, r.references.excluded)
    question = understand(arguments, conversation, library)
    if command is Command.PARA and isinstance(question, SubjectQuestion):
        return SubjectQuestion(question.words, in_document=True)
    return question
