"""Whose vote is not asked about though it seems to be: the states that the resolution that a message describes is on,
which are a part of the description."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.normal import blank
from bot.language.shapes import Shape
from bot.question import times
from bot.question.choice import DocumentChoice
from bot.question.conditions import asks_who, states_on
from bot.question.conversation import Conversation
from bot.question.model import (
    SURE_KINDS,
    DocumentQuestion,
    Question,
    RollQuestion,
    SubjectQuestion,
    TallyQuestion,
    VoteQuestion,
)
from bot.question.reading import LITTLE, Reading, letters, weight
from bot.question.record import HistoryQuestion


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


def of_those_listed(question: Question, r: Reading, conversation: Conversation) -> Question:
    """The question; how the states voted on the one of a list that a message only picks, where it was asked how they
    voted on all of these: how did India vote on Iran?, then the 2024 one."""
    last = conversation.last
    listed = r.resolution is not None and r.resolution.symbol in conversation.listed and not r.documents
    picks = listed and r.tells(Shape.ONE_THAT, Shape.WHICH_ONE, Shape.LISTED_ONE, Shape.RESOLUTION)
    # Of which there is no text: the special session one asks for no paragraph.
    of_one = question == DocumentQuestion(full=False) or isinstance(question, SubjectQuestion)
    said = weight(letters(blank(r.text.norm, [*r.known, *times.spans(r), *r.spans_of(Shape.SPECIAL_SESSION)])))
    bare = of_one and bool(times.dated(r)) and not r.mentions and said < LITTLE and not (r.asks or r.about_votes)
    if not (picks and bare) or not isinstance(last, HistoryQuestion):
        return question
    return VoteQuestion(last.states) if last == HistoryQuestion(last.states, among=last.among) else question


def _in_brackets(norm: str, at: int) -> bool:
    return norm.count("(", 0, at) > norm.count(")", 0, at)
