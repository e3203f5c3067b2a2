"""How states voted: single ones, and sets of them evaluated against the record."""

from __future__ import annotations

from bot.answer.model import Answer, RollAnswer, TallyAnswer, VoteAnswer
from bot.corpus.library import Library
from bot.corpus.model import CAST, Resolution, Vote
from bot.question.model import RollQuestion, TallyQuestion, Verdict, VoteQuestion


def votes_answer(question: VoteQuestion, resolution: Resolution) -> Answer:
    """How each of the states stands in the record; the tally where there is none."""
    if not resolution.roll_call:
        return TallyAnswer(resolution, TallyQuestion())
    return VoteAnswer(resolution, tuple((code, resolution.vote_of(code)) for code in question.states), question)


def roll_answer(question: RollQuestion, resolution: Resolution, library: Library) -> Answer:
    """The states that an expression means, out of the record."""
    if not resolution.roll_call:
        return TallyAnswer(resolution, TallyQuestion())
    wanted = question.votes or frozenset((*CAST, Vote.NOT_VOTING))
    for code, same in ((question.like, True), (question.unlike, False)):
        if code:
            vote = resolution.vote_of(code)
            if vote is Vote.ABSENT:
                # Nobody voted like, or unlike, a state that is not in the record.
                return votes_answer(VoteQuestion((code,), Verdict.NONE), resolution)
            wanted = frozenset({vote}) if same else frozenset(CAST) - {vote}
    groups = [library.names.groups[g].members for g in question.groups]
    members = frozenset().union(*groups)
    left_out = frozenset(question.without).union(*(library.names.groups[g].members for g in question.without_groups))
    voters = [v for v in resolution.roll_call if (not groups or v.code in members) and v.code not in left_out]
    unrecorded = len(members - {v.code for v in resolution.roll_call})
    return RollAnswer(resolution, tuple((v.code, v.vote) for v in voters if v.vote in wanted), question, unrecorded)
