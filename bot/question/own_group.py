"""Who voted otherwise than most of their own regional group, or as they did: 谁跟自己所在地区组的多数投得不一样."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.question.frame import Frame, regional_group
from bot.question.measure import negating_sameness
from bot.question.model import Question, RollQuestion
from bot.question.reading import SOME
from bot.question.sets import LikeOwnGroup, Measure, Members, all_of, any_of, less


def of_own_group(f: Frame) -> Question | None:
    """The question; of states that are named, who in their group voted otherwise than most of it."""
    r = f.reading
    apart = r.has(Cue.DIFFER, Cue.RANKS) or bool(negating_sameness(r))
    likened = apart or r.has(Cue.SAME, Cue.LIKE, Cue.UNITED)
    if not r.has(Cue.OWN_GROUP) or not likened or r.has(Cue.IT_IS_SAID) or r.unaccounted > SOME:
        return None
    if f.states:
        groups = tuple(Members(g) for code in f.states if (g := regional_group(code, r)))
        return RollQuestion(who=any_of(*groups), measure=Measure.RANKS) if groups and not r.votes else None
    if not r.has(Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY, Cue.LIST, Cue.WHICH_ONES, Cue.ANY_ONE):
        return None
    counts = r.has(Cue.HOW_MANY) and not r.has(Cue.LIST)
    who = less(all_of(f.group_set, LikeOwnGroup(not apart)), *f.left_out)
    return RollQuestion(r.votes, who, Measure.COUNT if counts else Measure.LIST)
