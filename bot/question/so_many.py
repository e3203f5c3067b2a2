"""Whether so many states voted so on one resolution: 反对票不超过5张吗, did at least three of a group abstain?"""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.question.frame import Frame
from bot.question.model import ClarifyQuestion, Question, RollQuestion, Unclear
from bot.question.reading import LITTLE
from bot.question.sets import Measure
from bot.question.thresholds import bound_of, comparing, counted_numbers


def so_many(f: Frame) -> Question | None:
    """The question; asked back about a number with which it is not clear what is meant. None where no number of states
    is compared with those who voted so, or none is asked about."""
    r = f.reading
    asks = r.resolution is not None and (r.asks or r.ends_as_question) and len(r.named_votes) == 1
    numbers = counted_numbers(r) if asks and not r.references.selections and not f.states else []
    if not numbers or r.has(Cue.SHARE, Cue.MAJORITY, Cue.MOST_OF, Cue.ONLY, Cue.DIFFERENCE, Cue.WHICH_OF):
        return None
    start, end, _ = numbers[0]
    vote = next(iter(r.named_votes))
    bound = bound_of(vote, numbers[0], r)
    known = replace(r, own=(*r.own, *comparing(numbers, r)))
    if len(numbers) > 1 or known.unaccounted > LITTLE or bound is None:
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[start:end])
    return RollQuestion(r.named_votes, f.who, Measure.SO_MANY, bound=bound)
