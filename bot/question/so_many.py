"""Whether so many states voted so on one resolution: 反对票不超过5张吗, did at least three of a group abstain?"""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.shapes import Shape
from bot.question.frame import Frame
from bot.question.model import ClarifyQuestion, Question, RollQuestion, Unclear
from bot.question.reading import LITTLE
from bot.question.sets import Measure
from bot.question.thresholds import bound_of, comparing, counted_numbers, exact_numbers


def so_many(f: Frame) -> Question | None:
    """The question; asked back about a number with which it is not clear what is meant. None where no number of states
    is compared with those who voted so, or none is asked about."""
    r = f.reading
    questions = r.resolution is not None and (r.asks or r.ends_as_question)
    shares = r.spans_of(Cue.MOST_OF, Cue.MAJORITY, Cue.SHARE)
    # Did it get two thirds? No vote is named.
    nothing_else = not (r.mentions or r.named_votes or r.references.selections) and r.has(Cue.IT, Cue.THE_TEXT)
    asks = questions and len(r.named_votes) == 1
    asks_part = asks or (questions and nothing_else and r.left_besides(Shape.FRACTION) < LITTLE)
    if asks_part and (fractions := apart_from(r.spans_of(Shape.FRACTION), shares)) and not f.states:
        # Of how many it would be a part is not said.
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[slice(*fractions[0])])
    counted = counted_numbers(r) or exact_numbers(r) if asks and not r.references.selections and not f.states else []
    # The 一 of 一半 is no number of states; at most three are not most of them.
    # The one from 2024, who abstained?
    no_numbers = [*shares, *r.spans_of(Shape.ONE_THAT)]
    numbers = [x for x in counted if not any(a <= x[0] < b for a, b in no_numbers)]
    most_of = apart_from(shares, comparing(numbers, r))
    # The 47 members: did any of them oppose it? That is how many there are.
    any_one = r.has(Cue.ANY_ONE, Cue.EITHER) and r.tells(Shape.OF_MEMBERS) and not comparing(numbers, r)
    weighs = numbers and not comparing(numbers, r) and r.has(Cue.COMPARE, Cue.MOST)
    if not numbers or most_of or weighs or any_one or r.has(Cue.DIFFERENCE, Cue.WHICH_OF, Cue.HOW_MANY):
        return None
    start, end, _ = numbers[0]
    vote = next(iter(r.named_votes))
    bound = bound_of(vote, numbers[0], r)
    known = replace(r, own=(*r.own, *comparing(numbers, r), (start, end)))
    if len(numbers) > 1 or known.unaccounted > LITTLE:
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[start:end])
    return RollQuestion(r.named_votes, f.who, Measure.SO_MANY, bound=bound)
