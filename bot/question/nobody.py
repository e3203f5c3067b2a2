"""That nobody voted so, as a statement or asked, 没人弃权, nobody abstained, right?: whether the record says so."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.normal import is_chinese
from bot.language.shapes import Shape
from bot.question.frame import Frame
from bot.question.model import RollQuestion
from bot.question.reading import LITTLE
from bot.question.sets import Measure

_OTHERWISE = (
    Cue.WHO, Cue.HOW, Cue.HOW_MANY, Cue.COUNTRIES, Cue.WHY, Cue.EXCEPT, Cue.EXCEPT_BEHIND, Cue.ELSE, Cue.ONLY,
    Cue.IT_IS_SAID, Cue.WHERE, Cue.NOT_CAST, Cue.DOCUMENTS, Cue.BY_GROUP, Cue.WHICH_GROUP,
)  # fmt: skip
"""Words by which something else is asked."""


def nobody(f: Frame) -> RollQuestion | None:
    """Whether none at all, or none of a group, cast the one vote that a message names behind a word for nobody."""
    r = f.reading
    negations = set(r.spans_of(Cue.NEGATION))
    # 没有 by itself negates the vote; 没人 does not.
    said = [x for x in r.spans_of(Cue.NO_ONE) if not (is_chinese(r.text.norm[x[0]]) and x in negations)]
    # No, it voted yes: that no is none of them, but before a word for states.
    of_states = {start for start, _ in r.spans_of(Cue.KIND_OF, Cue.MEMBERS)} | {m.start for m in r.mentions}
    plain = set(r.spans_of(Shape.NO_SAID))
    said = [x for x in said if x not in plain or not of_states.isdisjoint((x[1], x[1] + 1))]
    votes = [start for start, _, _ in r.vote_words]
    before = any(end <= start for _, end in said for start in votes)
    alone = len(r.named_votes) == 1 and not (f.states or f.left_out or f.like or r.documents or r.references.spans)
    # Nobody opposed it, of all: whether it was unanimous.
    of_all = r.has(Cue.UNANIMOUS) and not f.groups
    if not (before and alone) or of_all or r.has(*_OTHERWISE) or r.left > LITTLE:
        return None
    return RollQuestion(r.named_votes, f.who, Measure.NONE)
