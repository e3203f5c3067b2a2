"""Who voted like one state and unlike another: 谁和越南一样但和芬兰不一样, who agreed with Ghana, and not Cuba?"""

from __future__ import annotations

from itertools import pairwise

from bot.language.cues import Cue
from bot.language.named import Mention, Sense
from bot.language.normal import is_chinese
from bot.question.frame import Frame, Role
from bot.question.model import Question, RollQuestion
from bot.question.reading import LITTLE, Reading
from bot.question.sets import Measure, These, VotedLike, all_of, codes_in, less

_BEFORE = (Cue.LIKE, Cue.MEMBERS, Cue.FILLER, Cue.VOTING, Cue.OF_THOSE, Cue.CAST)
"""What may stand between a word that likens and the name behind it: differently from, disagreed with."""
_BEHIND = (Cue.MEMBERS, Cue.VOTING, Cue.CAST, Cue.FILLER)
"""The same in Chinese, where the name stands before that word: 和中国投得一样."""
_OF_ALL = (Cue.EVER, Cue.OFTEN, Cue.ALWAYS, Cue.MOST, Cue.DOCUMENTS, Cue.ALL_DOCUMENTS, Cue.COMPARE, Cue.RANKS)
_TWO = 2


def like_and_unlike(f: Frame) -> Question | None:
    """Those who voted like some states and unlike others, where each is named beside a word that says which; None where
    they are not, or it is asked of all resolutions."""
    r = f.reading
    named = [m for m, role in f.roles if role is not Role.CORRECTED and m.named.sense is Sense.STATE]
    if r.resolution is None or r.has(*_OF_ALL) or len(named) < _TWO or not r.has(Cue.DIFFER, Cue.NEGATION):
        return None
    alike = _each(named, r)
    asks_who = r.has(Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY, Cue.LIST, Cue.ANY_ONE) or len(named) == _TWO
    if set(alike) != {True, False} or not asks_who or r.unaccounted > LITTLE:
        return None
    sought = [VotedLike(m.named.codes[0], so) for m, so in zip(named, alike, strict=True) if so is not None]
    counts = r.has(Cue.HOW_MANY) and not r.has(Cue.LIST)
    # But not like Japan leaves nobody out.
    left_out = (x for x in f.left_out if not isinstance(x, These) or not {*x.codes} & {*codes_in(all_of(*sought))})
    who = less(all_of(*sought, f.group_set), *left_out)
    return RollQuestion(who=who, measure=Measure.COUNT if counts else Measure.LIST)


def _each(named: list[Mention], r: Reading) -> list[bool | None]:
    """Of each name, whether others are sought who voted like it, or unlike; None where that is not said. A name that is
    only joined to the one before goes with it, or in Chinese with the one behind."""
    chinese = is_chinese(r.text.norm[named[0].start])
    said = [_behind(m, r) if chinese else _before(m, r) for m in named]
    steps = list(enumerate(pairwise(named)))
    for at, (one, other) in reversed(steps) if chinese else steps:
        joined = r.skipped(one.end, (Cue.JOIN, Cue.MEMBERS)) == other.start
        if joined and chinese:
            said[at] = said[at + 1] if said[at] is None else said[at]
        elif joined and said[at + 1] is None:
            said[at + 1] = said[at]
    return said


def _before(state: Mention, r: Reading) -> bool | None:
    if r.precedes(state.start, (Cue.DIFFER,), (*_BEFORE, Cue.SAME)):
        return False
    likens = r.word_before(state.start, (Cue.SAME, Cue.LIKE), (Cue.MEMBERS, Cue.FILLER, Cue.VOTING, Cue.CAST))
    if likens is None:
        return None
    return not r.precedes(state.start, (Cue.NEGATION,), (*_BEFORE, Cue.SAME))


def _behind(state: Mention, r: Reading) -> bool | None:
    at = r.skipped(state.end, _BEHIND)
    if any(start == at for start, _ in r.spans_of(Cue.DIFFER)):
        return False
    return True if any(start == at for start, _ in r.spans_of(Cue.SAME)) else None
