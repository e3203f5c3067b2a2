"""Who of states that are named voted so, whether one of them stood alone, and whether one is in a group."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.normal import blank
from bot.language.shapes import Shape
from bot.question.exceptions import inside
from bot.question.frame import Frame
from bot.question.measure import who_besides
from bot.question.model import Question, RollQuestion
from bot.question.reading import LITTLE, letters
from bot.question.sets import EVERYONE, Measure, These
from bot.resolution import CAST

_OTHERWISE = (
    Cue.HOW, Cue.SAME, Cue.DIFFER, Cue.RANKS, Cue.COMPARE, Cue.ELSE, Cue.REST, Cue.IT_IS_SAID, Cue.NEITHER, Cue.ONLY,
    Cue.EITHER, Cue.ANY_ONE, Cue.SHARE, Cue.WHY, Cue.CORRECTION, Cue.BOTH, Cue.ALL, Cue.HOW_MANY,
)  # fmt: skip
"""Words by which something else is asked of states that are named."""
_BETWEEN = (Cue.BEING, Cue.VOTING, Cue.FILLER, Cue.MEMBERS, Cue.QUESTION, Cue.YES_OR_NO, Cue.OF_THOSE, Shape.ARTICLE)
"""What may stand between a state and the group that it is said to be in: is Chile an African country?"""
_THREE = 3
"""States of which those are picked out that voted so; of two, how each did is told."""


def which_of_named(f: Frame) -> Question | None:
    """Which of Cuba, Ghana and Finland voted against, 古巴加纳芬兰谁反对: those of them who did."""
    r = f.reading
    several = len(f.states) >= _THREE and not f.groups and not f.left_out
    otherwise = r.has(Cue.YES_OR_NO, *_OTHERWISE) or len(r.named_votes) != 1
    asks = several and who_besides(r) and not otherwise
    # France and who else; of those named behind the vote, somebody is against.
    last = max((m.end for m in f.asked), default=0)
    who = [start for start, _ in r.spans_of(Cue.WHO, Cue.COUNTRIES, Cue.WHICH_ONES)]
    first = asks and (min(f.places) >= min(who) or max(who) >= last) and r.votes
    votes_behind = all(start >= last for start, _, _ in r.vote_words)
    listed = r.resolution is not None and all(r.resolution.vote_of(code) in CAST for code in f.states)
    if not (first and votes_behind and listed) or r.unaccounted > LITTLE or r.guesses:
        return None  # Of one that the record does not list, that is said.
    return RollQuestion(r.votes, These(f.states))


def alone(f: Frame) -> Question | None:
    """Was Georgia alone?: whether nobody else voted as it did."""
    r = f.reading
    asks = r.has(Cue.ONLY) and (r.asks or r.ends_as_question) and not r.about_votes and len(f.states) == 1
    one = r.resolution.vote_of(f.states[0]) if asks and r.resolution else None
    if one not in CAST or f.groups or f.left_out or r.has(*(x for x in _OTHERWISE if x is not Cue.ONLY)) or r.left:
        return None
    return RollQuestion(frozenset({one}), EVERYONE, Measure.ONLY, These(f.states))


def alone_among(f: Frame) -> Question | None:
    """Who abstained? Is Morocco the only African one?: whether no other member of the group voted as was asked."""
    r, last = f.reading, f.conversation.last
    asks = r.has(Cue.ONLY) and (r.asks or r.ends_as_question) and not r.about_votes
    named = len(f.states) == 1 and len(f.groups) == 1 and not f.left_out
    if not (asks and named and isinstance(last, RollQuestion) and last.votes) or r.unaccounted > LITTLE:
        return None
    return RollQuestion(last.votes, f.group_set, Measure.ONLY, These(f.states))


def said_to_be_in(f: Frame) -> bool:
    """Whether nothing but small words stands between a state and a group behind it: 古巴是非洲国家吗."""
    r = f.reading
    if len(f.asked) != len({*f.states, *f.groups}) or len(f.states) != 1 or len(f.groups) != 1 or r.left > 0:
        return False
    one, other = f.asked
    joined = inside(r.spans_of(Cue.JOIN, Cue.AND_THEN, Cue.OR), one.end, other.start)
    said = r.text.norm[one.end : other.start]
    known = [(a - one.end, b - one.end) for a, b in inside(r.spans_of(*_BETWEEN), one.end, other.start)]
    says_more = joined or "," in said or letters(blank(said, known)) or one.named.group
    return not says_more and (r.asks or r.ends_as_question)
