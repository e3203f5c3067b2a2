"""Messages that go on about who voted alike: 那和阿根廷呢, after whether two did."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.normal import is_chinese
from bot.question.follow_sets import asked_before, of_those
from bot.question.frame import Frame
from bot.question.model import Question, RollQuestion, VoteQuestion
from bot.question.reading import LITTLE
from bot.question.sets import EVERYONE, Measure, all_of


def compared_with(f: Frame, last: Question) -> VoteQuestion | None:
    """那和阿根廷呢, and with Argentina?, after whether some voted alike: those, and the one named now."""
    r = f.reading
    alike = isinstance(last, VoteQuestion) and last.measure in (Measure.SAME, Measure.DIFFERENT)
    if not alike or not isinstance(last, VoteQuestion) or len(f.places) != 1 or r.votes or r.unaccounted > LITTLE:
        return None
    at = f.places[0]
    # An "and" in Chinese is a "with", too.
    words = (Cue.LIKE, Cue.JOIN) if is_chinese(r.text.norm[at]) else (Cue.LIKE,)
    beside = r.precedes(at, words, (Cue.MEMBERS,))
    return VoteQuestion(tuple(dict.fromkeys((*last.states, *f.states))), last.measure) if beside else None


def like_within(f: Frame, last: Question) -> Question | None:
    """七国集团怎么投的, then 有跟美国投得不一样的吗: of those."""
    r, before = f.reading, asked_before(last)
    asks = f.like and not f.groups and before.who != EVERYONE and not r.has(Cue.COUNTRIES)
    if not asks or not (of_those(f) or r.has(Cue.THERE_IS)) or r.unaccounted > LITTLE:
        return None
    return RollQuestion(r.votes, all_of(before.who, f.who))


def like_before(f: Frame) -> Question | None:
    """刚才那个国家跟阿尔巴尼亚一致吗, after something else was asked: of the state asked about before, and one named
    now."""
    r, before = f.reading, f.conversation.states[-1:]
    asks = r.has(Cue.IT) and r.has(Cue.SAME, Cue.COMPARE) and len(f.states) == 1 and r.unaccounted <= LITTLE
    return VoteQuestion((*before, *f.states), Measure.SAME) if asks and before and before != f.states else None
