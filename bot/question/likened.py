"""Who voted as a group did, or otherwise: 谁跟自己组的多数投得不一样, did Chile vote like the rest of GRULAC?"""

from __future__ import annotations

from itertools import pairwise

from bot.language.cues import Cue
from bot.language.named import Mention, Sense
from bot.language.normal import blank
from bot.question.exceptions import inside
from bot.question.frame import Frame, regional_group
from bot.question.measure import measure_of, negating_sameness
from bot.question.model import Question, RollQuestion, VoteQuestion
from bot.question.ranked import first_of_sides
from bot.question.reading import LITTLE, SOME, Reading, letters
from bot.question.sets import LikeOwnGroup, Measure, Members, These, VotedLike, all_of, any_of, less

_LIKENING = (Cue.SAME, Cue.DIFFER, Cue.LIKE, Cue.JOIN)
_BESIDE = (*_LIKENING, Cue.REST, Cue.OTHER_ONE, Cue.ELSE, Cue.MEMBERS, Cue.CAST, Cue.VOTING)
"""What may stand between a state and the group that it is likened to: did Chile vote like the other members of."""


def of_own_group(f: Frame) -> Question | None:
    """Those who voted otherwise than most of their own regional group, or as these did; of states that are named,
    whether they and their group voted alike, or who of them did not go along with most."""
    r = f.reading
    against = r.has(Cue.NO) and not r.named_votes  # Against the majority of it.
    apart = against or r.has(Cue.DIFFER, Cue.RANKS) or bool(negating_sameness(r))
    likened = apart or r.has(Cue.SAME, Cue.LIKE, Cue.UNITED)
    if not r.has(Cue.OWN_GROUP) or not likened or r.has(Cue.IT_IS_SAID) or r.unaccounted > SOME:
        return None
    # Of the members of the G7, who voted otherwise than their group: that is the G7.
    of_the_named = bool(f.groups) and r.has(Cue.RANKS)
    if len(r.named_votes) > 1 or of_the_named:
        return None
    if f.states:
        return _of_the_groups_of(f, apart) if not r.votes else None
    # Who in Chile's group voted differently: from Chile, by which the group is named.
    by = tuple(m.named.codes[0] for m in r.mentions if m.named.sense is Sense.STATE)
    if len(f.groups) == 1 and (beside := _within(f, by) if len(by) == 1 else None):
        return beside
    if not r.has(Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY, Cue.LIST, Cue.WHICH_ONES, Cue.ANY_ONE):
        return None
    counts = r.has(Cue.HOW_MANY) and not r.has(Cue.LIST)
    who = less(all_of(f.group_set, LikeOwnGroup(not apart)), *f.left_out)
    return RollQuestion(r.votes, who, Measure.COUNT if counts else Measure.LIST)


def its_group(f: Frame, last: Question) -> RollQuestion | None:
    """它所在的组呢, and the rest of its group?: of the regional group of the states asked about before; of it those who
    voted as the one state did, or otherwise: 同组里谁跟它投得不一样."""
    r = f.reading
    named = f.states or f.groups or r.references.selections
    if not r.has(Cue.OWN_GROUP) or not isinstance(last, VoteQuestion) or named or r.unaccounted > LITTLE:
        return None
    groups = tuple(Members(g) for code in last.states if (g := regional_group(code, r)))
    if groups and (likened := _within(f, last.states)):
        return likened
    others = (These(last.states),) if r.has(Cue.REST, Cue.ELSE) else ()
    return RollQuestion(r.votes, less(any_of(*groups), *others, *f.left_out), measure_of(f)) if groups else None


def _within(f: Frame, states: tuple[str, ...]) -> RollQuestion | None:
    """Those of the regional group of the one state who voted as it did, or otherwise; None where nobody asks who."""
    r = f.reading
    apart = r.has(Cue.DIFFER) or bool(negating_sameness(r))
    asks = r.has(Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY, Cue.LIST, Cue.WHICH_ONES, Cue.ANY_ONE)
    group = regional_group(states[0], r)
    most = r.has(Cue.MOST_OF, Cue.RANKS, Cue.UNITED, Cue.SPLIT)
    if len(states) != 1 or not group or not asks or most or r.votes or not (apart or r.has(Cue.SAME, Cue.LIKE)):
        return None
    who = less(all_of(Members(group), VotedLike(states[0], not apart)), *f.left_out)
    return RollQuestion(who=who, measure=Measure.COUNT if r.has(Cue.HOW_MANY) else Measure.LIST)


def _of_the_groups_of(f: Frame, apart: bool) -> Question | None:
    """Of some states and the regional groups that they are in."""
    r = f.reading
    groups = tuple(Members(g) for code in f.states if (g := regional_group(code, r)))
    if not groups:
        return None
    if likened := _within(f, f.states):
        return likened
    who = any_of(*groups, These(f.states))
    if r.has(Cue.MOST_OF, Cue.RANKS) or not r.asks:
        return RollQuestion(who=who, measure=Measure.RANKS)
    return RollQuestion(who=who, measure=Measure.DIFFERENT if apart else Measure.SAME)


def as_a_group(f: Frame) -> Question | None:
    """Whether states that are named and a group that is named all voted alike, 日本和亚太组投得一样吗; who of them
    voted otherwise than most, where one is said to."""
    r = f.reading
    likened = r.has(Cue.RANKS) or any(_likened(a, b, r) for a, b in pairwise(r.mentions))
    asks = f.states and f.groups and likened and r.asks and not r.votes and not r.has(Cue.IT_IS_SAID)
    if not asks or r.unaccounted > LITTLE or not r.has(Cue.SAME, Cue.DIFFER, Cue.RANKS, Cue.LIKE):
        return None
    who = less(any_of(f.group_set, These(f.states)), *f.left_out)
    if r.has(Cue.RANKS):
        # Did Japan break ranks with its group: whether it is among those who did.
        return RollQuestion(who=who, measure=Measure.RANKS, only=These(f.states))
    return RollQuestion(who=who, measure=Measure.DIFFERENT if r.has(Cue.DIFFER) else Measure.SAME)


def side(f: Frame) -> Question | None:
    """Did Chile side with Cuba or with Japan?, 印度站在中国一边还是美国一边: with which of some states one of them
    voted."""
    r = f.reading
    named = [m for m in r.mentions if m.named.sense is Sense.STATE]
    one = first_of_sides(r, named)
    asks_else = f.groups or f.left_out or r.votes or r.has(Cue.IT_IS_SAID) or r.unaccounted > LITTLE
    if one is None or asks_else or set(named) != {m for m, _ in f.roles}:
        return None
    others = tuple(code for m in named if m is not one for code in m.named.codes)
    return VoteQuestion((*one.named.codes, *others), Measure.SIDE, guessed=r.guesses)


def _likened(one: Mention, other: Mention, r: Reading) -> bool:
    """Whether of two names one is a state's and one a group's, with nothing between but words by which they are
    likened: of two states of a group, 同为波罗的海国家 only says which they are."""
    spans = inside(r.spans_of(*_LIKENING), one.end, other.start)
    between = [(a - one.end, b - one.end) for a, b in inside(r.spans_of(*_BESIDE), one.end, other.start)]
    said = letters(blank(r.text.norm[one.end : other.start], between))
    return bool(one.named.group) is not bool(other.named.group) and bool(spans) and not said
