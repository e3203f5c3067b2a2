"""What kind an answer is of, and what it says to a question of yes or no."""

from __future__ import annotations

from enum import StrEnum


class AnswerKind(StrEnum):
    """The kinds of reply, as `ask --json` names them."""

    VOTE = "vote"
    ROLL = "roll"
    TALLY = "tally"
    PARAGRAPH = "paragraph"
    FACT = "fact"
    DOCUMENT = "document"
    HELP = "help"
    CLARIFY = "clarify"
    NONE = "none"
    HISTORY = "history"
    DOCUMENTS = "documents"


class Verdict(StrEnum):
    """What a question that wants yes or no is answered with, first."""

    YES = "yes"
    NO = "no"

    @classmethod
    def of(cls, so: bool) -> Verdict:
        """YES for true."""
        return cls.YES if so else cls.NO
