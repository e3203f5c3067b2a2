"""How named states voted: which state is meant by a name that several have, by 它, or by a list of states."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.corpus.model import Vote
from bot.language.lexicon import Cue
from bot.question.model import ClarifyQuestion, Conversation, Question, RollQuestion, Unclear, Verdict, VoteQuestion
from bot.question.reading import VOTE_CUES, Reading, weight
from bot.question.rolls import roll_around_states
from bot.question.signs import LITTLE, SOME, about_votes


def which_state(r: Reading, c: Conversation) -> Question | None:
    """刚果, Korea: ask which; 另一个呢 after one of the two: the other."""
    codes = r.ambiguous
    if not codes:
        return None
    last = c.last
    if r.has(Cue.OTHER_ONE, Cue.ELSE) and isinstance(last, VoteQuestion) and set(last.states) & set(codes):
        return replace(last, states=tuple(x for x in codes if x not in last.states), guessed=())
    if about_votes(r) or r.has(Cue.SAME) or weight(r.rest) <= SOME:
        return ClarifyQuestion(Unclear.WHICH_STATE, codes)
    return None


def chosen_state(r: Reading, c: Conversation) -> Question | None:
    """After “which of the two?”: 金, the second one, both."""
    last = c.last
    if not isinstance(last, ClarifyQuestion) or not last.states or r.states or weight(r.text.norm) > 8:
        return None
    if r.has(Cue.OTHER_ONE):
        return VoteQuestion(last.states[1:2])
    if re.search(r"第一|前者|first|former", r.text.norm):
        return VoteQuestion(last.states[:1])
    if re.search(r"都|两个|both|all|两者", r.text.norm):
        return VoteQuestion(last.states)
    word = r.text.norm.strip("（）()吧的呢 。")
    fits = [x for x in last.states if word and any(word in a for a, n in r.library.names.aliases.items() if n.codes == (x,))]
    return VoteQuestion(tuple(fits)) if len(fits) == 1 else None


def _verdict(r: Reading) -> tuple[Verdict, frozenset[Vote]]:
    if r.has(Cue.SAME) and len(r.states) > 1:
        return Verdict.SAME, frozenset()
    asked = r.votes
    if asked and len(r.named_votes) == 1 and not r.has(Cue.HOW) and not (r.has(Cue.WHO) and len(r.states) > 1):
        return Verdict.YES_NO, asked
    return Verdict.NONE, frozenset()


def votes(r: Reading, c: Conversation) -> Question | None:
    """How named states voted."""
    if not r.states:
        return None
    if roll := roll_around_states(r, c):
        return roll
    voting = r.has(Cue.CAST, Cue.NO, Cue.ABSTAIN, Cue.NOT_CAST) and not r.has(Cue.IT_IS_SAID)
    weak = r.has(Cue.STANCE, Cue.YES, Cue.SAME, Cue.RESULT) and not r.has(Cue.IT_IS_SAID) and weight(r.rest) <= 10
    alone = weight(r.rest) <= LITTLE and not r.has(Cue.WHERE, Cue.IT_IS_SAID)
    if not (voting or weak or alone):
        return None
    if r.has(Cue.ONLY) and r.votes and len(r.states) == 1:
        # 美国是唯一反对的吗: whoever voted so.
        return RollQuestion(r.votes, r.groups)
    verdict, asked = _verdict(r)
    states = r.states
    last = c.last
    if len(states) == 1 and r.has(Cue.SAME) and isinstance(last, VoteQuestion) and last.states != states:
        # 和日本一样吗, of the state asked about before.
        return VoteQuestion((*last.states, *states), Verdict.SAME, guessed=r.guesses)
    if not voting and isinstance(last, VoteQuestion) and last.verdict is Verdict.YES_NO and r.has(Cue.AND_THEN) and not r.votes:
        verdict, asked = last.verdict, last.asked
    return VoteQuestion(states, verdict, asked, r.guesses)


_WHETHER = re.compile("[吗么嘛咩?？]$")


def whether(r: Reading, c: Conversation) -> Question | None:
    """是赞成吗, in favour?: of the states asked about last."""
    others = r.states or r.groups or r.ambiguous or r.has(Cue.WHO, Cue.HOW_MANY, Cue.LIST, Cue.COUNTRIES, Cue.RESULT, Cue.AMONG, Cue.ELSE)
    asks = r.votes and _WHETHER.search(r.text.norm) and not r.text.norm.startswith("有")
    if others or not asks or weight(r.rest) or not isinstance(c.last, VoteQuestion) or len(r.named_votes) > 1:
        return None
    return VoteQuestion(c.last.states, Verdict.YES_NO, r.votes)


def pronoun(r: Reading, c: Conversation) -> Question | None:
    """那它投了什么, 这两国一样吗: of the states asked about before."""
    if r.states or r.groups or not r.has(Cue.IT) or r.has(Cue.WHO, Cue.RESULT, Cue.WHERE) or weight(r.rest) > LITTLE:
        return None
    voting = r.has(Cue.CAST, Cue.STANCE, Cue.SAME, *VOTE_CUES)
    if not voting and not (r.has(Cue.AND_THEN) and weight(r.text.norm) <= 6):
        return None
    if not c.states:
        # “it” in English is mostly the resolution.
        return None if c.turns or re.search(r"\b(?:it|its)\b", r.text.norm) else ClarifyQuestion(Unclear.WHAT)
    if r.has(Cue.SAME) and len(c.states) > 1:
        return VoteQuestion(c.states, Verdict.SAME)
    verdict, asked = _verdict(r)
    return VoteQuestion(c.last.states, verdict, asked) if voting and isinstance(c.last, VoteQuestion) else None
