"""The 47, who are they? 14国是哪些: those whom a number of the record in view counts."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.normal import blank
from bot.language.shapes import Shape
from bot.question.frame import Frame
from bot.question.model import Question, RollQuestion
from bot.question.reading import letters
from bot.question.thresholds import numbers_in
from bot.resolution import CAST

_EMPTY = (
    Cue.WHO, Cue.WHICH_OF, Cue.WHICH_ONES, Cue.LIST, Cue.COUNTRIES, Cue.KIND_OF, Cue.MEMBERS, Cue.OF_THOSE, Cue.BEING,
    Cue.FILLER, Cue.VOTING, Cue.QUESTION, Cue.IT, Cue.AMONG, Cue.THAT_SET, Shape.OF_MEMBERS, Shape.ARTICLE,
    Shape.QUESTION_WORD,
)  # fmt: skip
"""What a message may be made of that only asks who they are."""


def those_counted(f: Frame) -> Question | None:
    """How all voted of the record in view, or who cast the one vote of which there were so many; None where a message
    says more than their number, or nobody is counted so."""
    r = f.reading
    asks = r.has(Cue.WHO, Cue.WHICH_OF, Cue.LIST) and not (r.mentions or r.documents or r.vote_words)
    numbers = numbers_in(r) if asks and r.resolution is not None and not r.tells(Shape.PART_UNIT) else []
    if r.resolution is None or len(numbers) != 1 or letters(blank(r.text.norm, [*r.spans_of(*_EMPTY), numbers[0][:2]])):
        return None
    count = numbers[0][2]
    if count == len(r.resolution.roll_call):
        return RollQuestion()
    so = [vote for vote in CAST if len(r.resolution.voters(vote)) == count]
    return RollQuestion(frozenset(so)) if len(so) == 1 and count > 1 else None
