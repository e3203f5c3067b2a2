"""What is asked after a question of more than one resolution: 那法国呢, and in 2023?, which ones?"""

from __future__ import annotations

from dataclasses import replace

from bot.language.lexicon import Cue
from bot.question.conditions import conditions
from bot.question.documents import YEAR_NAMED, words_of
from bot.question.history import divided
from bot.question.model import Question
from bot.question.reading import LITTLE, Reading, weight
from bot.question.record import (
    AlikeQuestion,
    Among,
    BetweenQuestion,
    Comparison,
    GroupHistoryQuestion,
    HistoryQuestion,
    ListQuestion,
    PagedQuestion,
    PartsQuestion,
    ThroughoutQuestion,
)


def following(r: Reading, last: PagedQuestion) -> Question | None:
    """那法国呢, 那2023年呢, 还有呢 after such a question."""
    if r.references.selections or r.left > LITTLE or r.documents:
        return None
    if r.has(Cue.MORE) or r.references.step > 0:
        return replace(last, page=last.page + 1)
    if r.has(Cue.WHO, Cue.LIST) and not (r.left or r.states or r.groups or r.votes or conditions(r) != Among()):
        # Which ones? They are listed.
        return replace(last, page=0)
    of = last.of if isinstance(last, PartsQuestion) else last
    if (by := divided(r)) and isinstance(of, (HistoryQuestion, GroupHistoryQuestion)) and not (r.states or r.groups):
        return PartsQuestion(of, by)
    if isinstance(last, AlikeQuestion) and r.has(Cue.ALIKE) and not (r.states or r.groups):
        return replace(last, least=r.has(Cue.LEAST, Cue.DIFFER), page=0)
    if not (_only_conditions(r) or r.has(Cue.AND_THEN, Cue.AMONG)) or isinstance(last, BetweenQuestion):
        return None
    if isinstance(last, PartsQuestion):
        other = _of_others(r, last.of)
        return replace(last, of=other, page=0) if isinstance(other, (HistoryQuestion, GroupHistoryQuestion)) else None
    return _of_others(r, last)


_NO_QUESTION = {Cue.FILLER, Cue.OF_THOSE, Cue.MEMBERS, Cue.VOTING, Cue.QUESTION, Cue.BEING}


def _only_conditions(r: Reading) -> bool:
    """Whether a message names nothing but a year or a body: in 2023?"""
    said = weight(YEAR_NAMED.sub("", words_of(r.rest, r)))
    return conditions(r) != Among() and not said and not r.cues.keys() - _NO_QUESTION


def _of_others(
    r: Reading, last: HistoryQuestion | AlikeQuestion | ThroughoutQuestion | GroupHistoryQuestion | ListQuestion
) -> Question | None:
    """What was asked before, of other states, votes, years or bodies."""
    if isinstance(last, GroupHistoryQuestion) and len(r.groups) == 1 and not r.states:
        return replace(last, group=r.groups[0], votes=r.votes or last.votes, page=0)
    if r.groups:
        return None
    among = conditions(r)
    kept = replace(last.among, year=among.year or last.among.year, body=among.body or last.among.body)
    if isinstance(last, AlikeQuestion) and len(r.states) == 1:
        return replace(last, state=r.states[0], among=kept, page=0)
    if isinstance(last, HistoryQuestion):
        one = last.comparison is Comparison.NONE
        states = (
            r.states
            if r.states and (one or len(r.states) > 1)
            else (last.states[0], *r.states)
            if r.states
            else last.states
        )
        if not (r.states or r.votes or among != Among()):
            return None
        # What each of the states before voted is nothing that can be asked of another.
        each = () if r.states or r.votes else last.each
        return replace(last, states=states, votes=r.votes or last.votes, each=each, among=kept, page=0)
    return replace(last, among=kept, page=0) if among != Among() else None
