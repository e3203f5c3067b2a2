"""The answer to a question of more than one resolution, and which resolutions it is about."""

from __future__ import annotations

from dataclasses import replace

from bot.answer.doubtful import in_doubt, only_votes
from bot.answer.history import (
    alike_answer,
    between_answer,
    group_answer,
    history_answer,
    parts_answer,
    throughout_answer,
)
from bot.answer.kind import AnswerKind
from bot.answer.listing import list_answer, nothing_then
from bot.answer.model import Answer
from bot.answer.pairs import pairs_answer
from bot.answer.record import (
    AlikeAnswer,
    Counted,
    GroupHistoryAnswer,
    HistoryAnswer,
    ListAnswer,
    PartsAnswer,
    ThroughoutAnswer,
)
from bot.corpus.library import Library
from bot.question.among import chosen
from bot.question.record import (
    AlikeQuestion,
    Among,
    BetweenQuestion,
    GroupHistoryQuestion,
    HistoryQuestion,
    ListQuestion,
    PagedQuestion,
    PartsQuestion,
    ThroughoutQuestion,
)


def across_answer(question: PagedQuestion, library: Library) -> Answer:
    """The answer to a question of more than one resolution; where none meets the conditions, that."""
    given = _answer(question, library)
    if isinstance(given, _COUNTING):
        given = replace(given, in_doubt=in_doubt(among_of(question), library))
    if isinstance(given, AlikeAnswer | ThroughoutAnswer) and given.proposals:
        given = replace(given, otherwise_first=_otherwise_first(given, library))
    if isinstance(given, ListAnswer) and not given.found and only_votes(given.question.among, library):
        return replace(given, only_votes=True, kind=AnswerKind.NONE)
    if _counts_nothing(given) and not chosen(among_of(question), library):
        among, whether = among_of(question), isinstance(question, ListQuestion) and question.whether
        asked = ListQuestion(among, whether=whether)
        texts = given.texts if isinstance(given, ListAnswer) else 0
        then = nothing_then(among, library)
        apart = given.in_doubt if isinstance(given, (*_COUNTING, ListAnswer)) else 0
        return ListAnswer(asked, (), none_then=then, in_doubt=apart, texts=texts, kind=AnswerKind.NONE)
    return given


def _otherwise_first(given: AlikeAnswer | ThroughoutAnswer, library: Library) -> Counted | None:
    """Who is first of a ranking without drafts and amendments, where that is another state; None where it is the same,
    or states are not ranked."""
    question = given.question
    ranks = isinstance(question, AlikeQuestion) or question.share or (question.most and not question.least)
    among = replace(question.among, amendments=False)
    other = _answer(replace(question, among=among), library) if ranks and given.rows else None
    first = other.rows[0] if isinstance(other, AlikeAnswer | ThroughoutAnswer) and other.rows else None
    other_first = first and (first.code, first.other) != (given.rows[0].code, given.rows[0].other)
    return first if other_first else None


_COUNTING = (HistoryAnswer, AlikeAnswer, ThroughoutAnswer, GroupHistoryAnswer, PartsAnswer)
"""What is counted on resolutions that may be told apart by their results."""


def _counts_nothing(given: Answer) -> bool:
    """Whether there was no resolution to count votes on."""
    match given:
        case HistoryAnswer() | ThroughoutAnswer() | GroupHistoryAnswer() | PartsAnswer():
            return not given.recorded
        case AlikeAnswer():
            return not given.voted
        case ListAnswer():
            # What is looked up, as by /docs, may as well be nothing; where texts are sought, none says so.
            sought = given.question.results or bool(given.question.among.mentions)
            return sought and not given.found and not given.question.every
    return False


def _answer(question: PagedQuestion, library: Library) -> Answer:
    match question:
        case HistoryQuestion():
            return history_answer(question, library)
        case AlikeQuestion(pairs=True):
            return pairs_answer(question, library)
        case AlikeQuestion():
            return alike_answer(question, library)
        case ThroughoutQuestion():
            return throughout_answer(question, library)
        case BetweenQuestion():
            return between_answer(question, library)
        case GroupHistoryQuestion():
            return group_answer(question, library)
        case PartsQuestion():
            return parts_answer(question, library)
        case ListQuestion():
            return list_answer(question, library)


def among_of(question: PagedQuestion) -> Among:
    """The conditions of a question of more than one resolution."""
    match question:
        case PartsQuestion():
            return question.of.among
        case BetweenQuestion():
            return Among()
    return question.among
