"""Whose vote is not asked about though it seems to be: the states that the resolution that a message describes is on,
which are a part of the description."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.question.choice import DocumentChoice
from bot.question.conditions import asks_who, states_on
from bot.question.conversation import Conversation
from bot.question.model import (
    SURE_KINDS,
    DocumentQuestion,
    Question,
    RollQuestion,
    TallyQuestion,
    VoteQuestion,
)
from bot.question.reading import Reading


def of_its_subject(question: Question, r: Reading, which: DocumentChoice, conversation: Conversation) -> Question:
    """The question; who voted so, where it seems to be asked of the very states that a described resolution is on, or
    of those in brackets: who opposed the financing (Lebanon)?; of one that is only described, bloqueo a Cuba, what it
    is asked of one that is only named."""
    if not isinstance(question, VoteQuestion) or not which.resolution:
        return question
    on = r.library.titles.named_by(r.library.catalogue.places[which.resolution.symbol])
    if which.named and asks_who(r):
        bracketed = {code for m in r.mentions if _in_brackets(r.text.norm, m.start) for code in m.named.codes}
        return RollQuestion(r.votes) if set(question.states) <= on | bracketed else question
    # Germany on Mali: the one is a voter, and the other what it voted on.
    behind = {code for m in states_on(r) for code in m.named.codes} & on
    voters = tuple(code for code in question.states if code not in behind)
    if voters and len(voters) < len(question.states) and not r.has(Cue.JOIN):
        return replace(question, states=voters)
    only_described = which.named and set(question.states) <= on and not r.about_votes and not r.has(*_ASKING)
    return named_alone(r, conversation) if only_described else question


_ASKING = (
    Cue.HOW, Cue.RESULT, Cue.AND_THEN, Cue.CORRECTION, Cue.IT, Cue.SAME, Cue.DIFFER, Cue.YES_OR_NO, Cue.AMONG,
    Cue.INCLUDED, Cue.JOIN, Cue.COMPARE, Cue.WHY, Cue.QUESTION,
)  # fmt: skip
"""Words by which something is asked of states that are named beside a resolution."""


def named_alone(r: Reading, conversation: Conversation) -> Question:
    """What a message asks that only describes a resolution: the same as before, else what there is of it."""
    # The last vote on Syria: what it came to.
    voted_on = r.has(Cue.CAST) and r.has(Cue.LATEST_ONE, Cue.EARLIEST)
    last = conversation.last
    # 提格雷决议, by itself: what there is of it.
    of_one = TallyQuestion() if voted_on else DocumentQuestion(full=False)
    return last if isinstance(last, SURE_KINDS) else of_one


def _in_brackets(norm: str, at: int) -> bool:
    return norm.count("(", 0, at) > norm.count(")", 0, at)
