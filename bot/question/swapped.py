"""One name in place of another in the question before: 把英国换成法国, Cuba instead of Chile."""

from __future__ import annotations

from dataclasses import replace

from bot.language.shapes import Shape
from bot.question.model import ClarifyQuestion, Question, Unclear, VoteQuestion
from bot.question.reading import LITTLE, Reading
from bot.question.record import (
    AlikeQuestion,
    Among,
    GroupHistoryQuestion,
    HistoryQuestion,
    ListQuestion,
    OfAmong,
    PartsQuestion,
    ThroughoutQuestion,
)

_Swappable = OfAmong | PartsQuestion | VoteQuestion
_TWO = 2


def swapped(r: Reading, last: Question | None) -> Question | None:
    """The question before with another state, or another group, for the one of two names that it was about; asked back
    where it was about neither, or both. None where a message does not say that one is to take the place of another."""
    names = (*r.states, *r.groups)
    one_kind = bool(r.states) is not bool(r.groups)
    if not r.tells(Shape.REPLACED) or len(names) != _TWO or not one_kind or not isinstance(last, _Swappable):
        return None
    if r.documents or r.about_votes or r.left_besides(Shape.REPLACED) > LITTLE:
        return None
    before = _names(last)
    old = [name for name in names if name in before]
    if len(old) != 1:
        return ClarifyQuestion(Unclear.WHAT)
    return _with(last, old[0], next(name for name in names if name not in before))


def _names(question: _Swappable) -> frozenset[str]:
    """The states, by code, and the groups, by id, that a question is about."""
    match question:
        case PartsQuestion(of=of):
            return _names(of)
        case VoteQuestion(states=states):
            return frozenset(states)
        case HistoryQuestion(states=states):
            named = states
        case AlikeQuestion(state=state, of=of_states):
            named = (state, *of_states)
        case GroupHistoryQuestion(group=group) | ThroughoutQuestion(group=group):
            named = (group,)
        case ListQuestion():
            named = ()
    return frozenset((*named, *(code for code, _ in question.among.voted)))


def _with(question: _Swappable, old: str, new: str) -> Question:
    """A question with the one name for the other, from its first page."""

    def instead(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(new if name == old else name for name in names)

    def of(among: Among) -> Among:
        return replace(among, voted=tuple((new if code == old else code, votes) for code, votes in among.voted))

    match question:
        case PartsQuestion(of=HistoryQuestion(states=states, among=among) as whole):
            return replace(question, of=replace(whole, states=instead(states), among=of(among)), page=0)
        case PartsQuestion(of=GroupHistoryQuestion(among=among) as united):
            return replace(question, of=replace(united, group=new, among=of(among)), page=0)
        case VoteQuestion(states=states):
            return replace(question, states=instead(states))
        case HistoryQuestion(states=states, among=among):
            return replace(question, states=instead(states), among=of(among), page=0)
        case AlikeQuestion(state=state, of=others, among=among):
            named = new if state == old else state
            return replace(question, state=named, of=instead(others), among=of(among), page=0)
        case GroupHistoryQuestion(among=among) | ThroughoutQuestion(among=among):
            return replace(question, group=new, among=of(among), page=0)
        case ListQuestion(among=among):
            return replace(question, among=of(among), page=0)
    return question
