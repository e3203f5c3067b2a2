"""Votes of one kind weighed against those of others: 赞成的比反对的多吗, more against than abstaining?"""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.lexicon import apart_from, longest
from bot.language.normal import BLANK, blank
from bot.language.shapes import Shape
from bot.question.frame import Frame
from bot.question.model import Compared, TableQuestion, TallyQuestion, Than
from bot.question.reading import LITTLE, SOME, Reading, letters
from bot.resolution import CAST, Span, Vote

_THAN = {Shape.AS_MANY: Than.AS_MANY, Shape.MORE_THAN: Than.MORE, Shape.FEWER_THAN: Than.FEWER}
_TWO = 2
_SHAPES = (*_THAN, Shape.THAN, Shape.IN_SUM, Shape.FOR_SIDE)


def weighed_sides(f: Frame) -> TallyQuestion | None:
    """Whether more, fewer or as many votes of some kinds were cast than of others, or how many more than of the two
    others together; None where it is of some states only, of several resolutions, or of no votes on both sides."""
    r = f.reading
    of_some = r.mentions or r.references.selections or r.has(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS, Cue.IT_IS_SAID)
    # As many as, أكثر من: their words ask for no number, and nobody's name.
    of_sides = r.spans_of(Shape.THAN, *_THAN)
    counts = bool(apart_from(r.spans_of(Cue.HOW_MANY), of_sides))
    open_ones = apart_from(r.spans_of(Cue.WHO, Cue.SHARE, Cue.WHY), of_sides)
    asks = (r.asks or r.ends_as_question or counts) and not open_ones
    than = next((than for shape, than in _THAN.items() if r.tells(shape)), Than.MORE if counts else None)
    if of_some or not asks or than is None or r.tells(Shape.TIMES_AS_MANY) or r.left_besides(*_SHAPES) > LITTLE:
        return None
    sides = _sides(r, than)
    if sides is None or (counts and len(sides[0] | sides[1]) == _TWO):
        return None
    compared = Compared(*sides, None if counts else than, _denied(r))
    return TallyQuestion(votes=compared.one | compared.other, compared=compared)


def _sides(r: Reading, than: Than) -> tuple[frozenset[Vote], frozenset[Vote]] | None:
    """The votes named before the word that parts them, and behind it; of as many, two that are named beside one
    another; None where there are no two sides."""
    votes = [(a, b, vote) for a, b, vote in r.vote_words]
    if Vote.YES not in {vote for _, _, vote in votes}:
        votes += [(a, b, Vote.YES) for a, b in r.spans_of(Shape.FOR_SIDE)]
    if Vote.NO not in {vote for _, _, vote in votes}:
        # More yes votes than no and abstain combined: that no is a vote.
        than_places = [end for _, end in r.spans_of(Shape.THAN)]
        votes += [(a, b, Vote.NO) for a, b in r.spans_of(Shape.NO_SAID) if any(end <= a for end in than_places)]
    for start, end in sorted(r.spans_of(Shape.THAN), key=lambda x: (x[0], -x[1])):
        before = frozenset(vote for _, b, vote in votes if b <= start)
        behind = frozenset(vote for a, _, vote in votes if a >= end)
        summed = not r.tells(Shape.IN_SUM) or len(before | behind) > _TWO
        if before and behind and summed and not before & behind:
            return before, behind
    named = list(dict.fromkeys(vote for _, _, vote in sorted(votes)))
    if than is Than.AS_MANY and len(named) == _TWO:
        return frozenset(named[:1]), frozenset(named[1:])
    return None


def _denied(r: Reading) -> bool:
    """Whether a negation stands before the comparison: 赞成的没有超过反对的吗."""
    asks = r.spans_of(Cue.WHETHER, Cue.RHETORICAL, Cue.YES_OR_NO)
    said = [x for x in r.spans_of(Cue.NEGATION) if not any(a <= x[0] and x[1] <= b for a, b in asks)]
    compares = r.spans_of(Shape.THAN, *_THAN)
    return any(any(end == a or r.skipped(end, (Cue.VOTING,)) == a for a, _ in compares) for _, end in said)


def and_the_others(f: Frame) -> TableQuestion | None:
    """How many of a group voted so, and how many did not, or voted otherwise: how many of it cast each vote; None where
    that is not what is asked."""
    r = f.reading
    counts = sorted(longest(r.spans_of(Cue.HOW_MANY)))
    if len(counts) < _TWO or not f.groups or f.states or f.left_out or not r.named_votes or r.left > LITTLE:
        return None
    begin = counts[-1][0]
    others = [x for x in (*r.spans_of(Cue.NEGATION, Cue.NOT_OF, Shape.NO_SAID), *_votes(r)) if x[0] > begin]
    empty = r.spans_of(Cue.HOW_MANY, Cue.CAST, Cue.VOTING, Cue.FILLER, Cue.MEMBERS, Cue.QUESTION, Shape.NOT_DONE)
    nothing_else = not letters(blank(r.text.norm, [*others, *empty]).replace(BLANK, " ")[begin:])
    before = any(a < begin for a, _ in _votes(r)) and all(m.end < begin for m in r.mentions)
    return TableQuestion((f.who,), frozenset(CAST)) if others and nothing_else and before else None


def more_within(f: Frame) -> TableQuestion | None:
    """How many more of a group voted so than otherwise, 非洲赞成比弃权多几票: how many of it cast each vote; None where
    that is not what is asked."""
    r = f.reading
    counts = r.has(Cue.DIFFERENCE) or (r.has(Cue.HOW_MANY) and r.tells(Shape.MORE_THAN, Shape.FEWER_THAN))
    by_so_many = r.tells(Shape.BY_HOW_MANY) and r.has(Cue.HOW_MANY)
    if not (counts or by_so_many) or not f.groups or f.states or len(f.groups) > 1:
        return None
    no_said = (by_so_many or r.has(Cue.DIFFERENCE)) and r.tells(Shape.NO_SAID)
    said = {vote for _, _, vote in r.vote_words} | ({Vote.NO} if no_said else set())
    of_all = r.references.selections or r.has(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS, Cue.IT_IS_SAID, Cue.SHARE)
    if len(said) < _TWO or of_all or r.left_besides(*_SHAPES) > SOME:
        return None
    two = tuple(vote for vote in CAST if vote in said)
    return TableQuestion((f.who,), frozenset(CAST), apart=two if len(two) == _TWO else ())


def _votes(r: Reading) -> list[Span]:
    """Where words for votes stand."""
    return [(a, b) for a, b, _ in r.vote_words]
