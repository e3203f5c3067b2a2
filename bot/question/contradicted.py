"""What was told of a vote is contradicted: no, it voted yes; 不，它赞成. The record is told again, with no."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.shapes import Shape
from bot.question.frame import Frame
from bot.question.model import VoteQuestion
from bot.question.reading import LITTLE
from bot.question.sets import Measure

_OTHERWISE = (Cue.WHO, Cue.HOW, Cue.HOW_MANY, Cue.COUNTRIES, Cue.WHY, Cue.EXCEPT, Cue.IT_IS_SAID, Cue.CORRECTION)
"""Words by which something else is asked."""
_SIGNS = (",", ".", "!", ";")


def contradicted(f: Frame) -> VoteQuestion | None:
    """Whether those whose votes were told last voted so, as a message says behind its no; None where it names somebody,
    or asks something else."""
    r, last = f.reading, f.conversation.last
    ends = [r.skipped(end, ()) for start, end in r.spans_of(Shape.NO_SAID) if start == 0]
    its = {start for start, _ in r.spans_of(Cue.IT)}
    behind = [end for end in ends if r.text.norm[end : end + 1] in _SIGNS or end in its]
    if not behind or not isinstance(last, VoteQuestion):
        return None
    votes = [(start, vote) for start, _, vote in r.vote_words if start >= behind[0]]
    again = [start for start, _ in r.spans_of(Cue.NEGATION, Cue.NOT_OF) if start > behind[0]]
    others = r.mentions or r.documents or r.references.spans or r.has(*_OTHERWISE)
    if len({vote for _, vote in votes}) != 1 or again or others or r.left > LITTLE:
        return None
    return VoteQuestion(last.states, Measure.ALL, frozenset({votes[0][1]}))
