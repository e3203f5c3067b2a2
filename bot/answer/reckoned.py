"""What a vote would have come to, had some of those who voted done otherwise: figures, and no prediction."""

from __future__ import annotations

from collections import Counter

from bot.answer.model import Answer, Reckoned, TallyAnswer
from bot.answer.votes import members, recorded, votes_answer
from bot.corpus.library import Library
from bot.question.model import Supposed, TallyQuestion, VoteQuestion
from bot.question.sets import These
from bot.resolution import CAST, Resolution, Tally, Vote


def reckoned(question: TallyQuestion, resolution: Resolution, library: Library) -> Answer | None:
    """The figures of what is supposed; of states of which one is not in the record, how they stand in it; None where
    nothing is supposed, or the record does not say enough."""
    supposed, tally = question.supposed, resolution.tally
    if supposed is None or tally is None or len(resolution.roll_call) < tally.total:
        return None
    who = [(code, vote) for code, vote in recorded(supposed.who, resolution, library.names) if vote in CAST]
    named = supposed.who.codes if isinstance(supposed.who, These) else ()
    if len(who) < len(named):
        return votes_answer(VoteQuestion(named), resolution)
    if len(who) < supposed.count or not (who or members(supposed.who, resolution, library.names)):
        return None
    after = _moved(tally, [vote for _, vote in who], supposed)
    moved = () if 0 < supposed.count < len(who) else tuple(code for code, _ in who)
    return TallyAnswer(resolution, question, reckoned=Reckoned(moved, after)) if after else None


def _moved(tally: Tally, votes: list[Vote], supposed: Supposed) -> Tally | None:
    """The figures with these votes taken from those that they are among; None where it is not known from which."""
    some = 0 < supposed.count < len(votes)
    if some and len(set(votes)) > 1:
        return None
    cast = Counter({vote: tally.of(vote) for vote in CAST})
    cast.subtract(votes[: supposed.count] if some else votes)
    cast[supposed.vote] += supposed.count if some else len(votes)
    return Tally(cast[Vote.YES], cast[Vote.NO], cast[Vote.ABSTAIN])
