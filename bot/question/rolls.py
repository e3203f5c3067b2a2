"""Which states voted so, of all or of a group, and how many: the roll and the tally."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.corpus.model import CAST, Vote
from bot.language.lexicon import Cue
from bot.language.names import Sense
from bot.question.before import asked_before, votes_before
from bot.question.model import ClarifyQuestion, Conversation, Question, Refusal, Refused, RollQuestion, TallyQuestion, Unclear, VoteQuestion
from bot.question.reading import VOTE_CUES, Reading, weight
from bot.question.signs import LITTLE, MUCH, SOME, about_votes, names_an_instrument


def rolls(r: Reading, c: Conversation) -> Question | None:
    """Which states voted so, of all or of a group."""
    last = c.last
    votes = r.votes
    if (votes or r.has(Cue.CAST)) and weight(r.rest) > LITTLE and names_an_instrument(r):
        return Refusal(Refused.NOT_FOUND)
    if r.has(Cue.NOT_CAST) and not votes and not r.has(Cue.RESULT):
        if r.resolution and r.resolution.voters(Vote.NOT_VOTING):
            return RollQuestion(frozenset({Vote.NOT_VOTING}), r.groups)
        return Refusal(Refused.NOT_CAST) if not r.groups else RollQuestion(groups=r.groups)
    refused = _groups_left_out(r)
    if refused and not r.states and (votes or r.has(Cue.CAST) or isinstance(last, RollQuestion)):
        groups = tuple(g for g in r.groups if g not in refused)
        if isinstance(last, RollQuestion) and not r.has(Cue.CAST):
            return replace(last, votes=votes or last.votes, groups=groups or last.groups, without_groups=refused)
        return RollQuestion(votes, groups, without_groups=refused)
    if r.groups and not r.has(Cue.IT_IS_SAID):
        return _of_groups(r, last)
    if r.has(Cue.ELSE) and not r.groups and weight(r.rest) <= LITTLE and isinstance(last, (VoteQuestion, RollQuestion)) and not r.has(Cue.HOW_MANY):
        return _who_else(votes, last)
    if r.has(Cue.AMONG) and isinstance(last, RollQuestion) and votes and weight(r.rest) <= SOME:
        return replace(last, votes=votes, like="", unlike="")
    if r.has(Cue.WHO, Cue.LIST) and not votes and isinstance(last, TallyQuestion) and last.votes and weight(r.rest) <= LITTLE:
        votes = last.votes
    if r.has(Cue.WHO, Cue.LIST) and votes and weight(r.rest) <= SOME:
        if r.has(Cue.HOW_MANY) and not r.has(Cue.LIST) and not _who_strictly(r):
            return None
        return RollQuestion(votes)
    nothing_else = weight(r.left_without(*VOTE_CUES, Cue.CAST, Cue.FILLER, Cue.AND_THEN, Cue.AMONG, Cue.QUESTION, Cue.NEGATION)) == 0
    if 0 < len(votes) < len(CAST) and nothing_else and not r.has(Cue.HOW_MANY):
        # “弃权” and nothing else, or “反对的呢”.
        if isinstance(last, RollQuestion) and r.has(Cue.AND_THEN, Cue.AMONG, Cue.QUESTION):
            return replace(last, votes=votes, like="", unlike="")
        return TallyQuestion(votes=votes) if isinstance(last, TallyQuestion) else RollQuestion(votes)
    if r.has(Cue.CAST) and r.has(Cue.WHO, Cue.LIST) and weight(r.rest) <= SOME and not r.has(Cue.HOW_MANY):
        return RollQuestion()
    return None


def _of_groups(r: Reading, last: Question | None) -> Question | None:
    """How the groups named voted, or which of them are in the roll asked for before."""
    alone = not r.votes and not r.has(Cue.CAST)
    if alone and isinstance(last, RollQuestion) and (last.votes or last.like or last.unlike) and weight(r.rest) <= LITTLE and not r.has(Cue.WHERE):
        # 谁反对, then 拉美有吗
        return replace(last, groups=r.groups, without_groups=())
    if r.votes and r.has(Cue.ALL) and r.has(Cue.QUESTION) and not r.has(Cue.WHO, Cue.LIST, Cue.HOW_MANY):
        # 五常都反对了吧: those that did not are the answer as well.
        return RollQuestion(groups=r.groups)
    if not alone or (r.has(Cue.STANCE, Cue.LIST, Cue.WHO, Cue.SAME) and weight(r.rest) <= SOME):
        return RollQuestion(r.votes or (votes_before(last) if r.has(Cue.AMONG) else frozenset()), r.groups)
    if weight(r.rest) <= LITTLE and not r.has(Cue.WHERE):
        kept = votes_before(last) or asked_before(last)
        return RollQuestion(kept if r.has(Cue.AMONG, Cue.AND_THEN) else frozenset(), r.groups)
    return None


_NOT_OF = re.compile(r"(?:非|不是|并非|不属于|不在|唔系|\bnon-?|\bnot (?:in )?(?:the )?) ?$")
_NEAR = 3
"""Characters that may stand between a group and the word that leaves it out."""


def _groups_left_out(r: Reading) -> tuple[str, ...]:
    """The groups that are not wanted: 非洲国家里除了阿拉伯国家; all of them where it is not said of which."""
    mentions = [m for m in r.mentions if m.named.group]
    excepts = r.cues.get(Cue.EXCEPT, ())
    refused = [m for m in mentions if _NOT_OF.search(r.text.norm[: m.start]) or any(-1 < m.start - end <= _NEAR for _, end in excepts)]
    refused = refused or [m for m in mentions if any(-1 < start - m.end <= _NEAR for start, _ in excepts)]
    return tuple(dict.fromkeys(m.named.group for m in refused)) or (r.groups if excepts else ())


def roll_around_states(r: Reading, c: Conversation) -> Question | None:
    """除了日本还有谁反对; 和中国投得一样的有哪些."""
    if r.has(Cue.SAME) and r.has(Cue.CAST) and len(r.states) == 1 and isinstance(c.last, RollQuestion) and not r.has(Cue.QUESTION):
        return RollQuestion(unlike=r.states[0]) if r.has(Cue.DIFFER) else RollQuestion(like=r.states[0])
    if r.has(Cue.EXCEPT) and isinstance(c.last, RollQuestion) and not r.votes and weight(r.rest) <= LITTLE:
        return replace(c.last, without=(*c.last.without, *r.states))
    if r.groups and r.has(Cue.EXCEPT) and not r.has(Cue.WHO, Cue.ELSE, Cue.LIST, Cue.SAME) and (r.votes or r.has(Cue.CAST)):
        # 除了日本，亚洲国家都赞成吗
        return RollQuestion(frozenset() if r.has(Cue.ALL) else r.votes, r.groups, without=r.states)
    among_group = r.groups and (r.has(Cue.DIFFER) or (r.has(Cue.SAME) and not r.has(Cue.QUESTION, Cue.AND_THEN)))
    if not among_group and not r.has(Cue.WHO, Cue.ELSE, Cue.LIST, Cue.COUNTRIES):
        return None
    if r.has(Cue.EXCEPT, Cue.ELSE):
        votes = r.votes
        if not votes and (r.has(Cue.SAME) or (len(r.states) == 1 and r.has(Cue.CAST))):
            return RollQuestion(like=r.states[0], without=r.states, groups=r.groups)
        if votes:
            return RollQuestion(votes, r.groups, without=r.states)
    if r.has(Cue.SAME) and len(r.states) == 1:
        if r.has(Cue.DIFFER):
            return RollQuestion(groups=r.groups, unlike=r.states[0])
        return RollQuestion(groups=r.groups, like=r.states[0], without=r.states)
    return None


def _who_strictly(r: Reading) -> bool:
    """Whether it asks who, and not only 有几个国家, how many countries."""
    counted = r.cues.get(Cue.HOW_MANY, ())
    return any(not any(a <= s and e <= b for a, b in counted) for s, e in r.cues.get(Cue.WHO, ()))


def _who_else(votes: frozenset[Vote], last: VoteQuestion | RollQuestion) -> Question:
    if isinstance(last, RollQuestion):
        if votes:
            return replace(last, votes=votes)
        return RollQuestion(frozenset(CAST) - last.votes, last.groups) if last.votes else last
    if votes or last.asked:
        return RollQuestion(votes or last.asked, without=last.states)
    return RollQuestion(like=last.states[0], without=last.states)


_FACT_OF_MEETING = (Cue.FACT_MEETING, Cue.FACT_SESSION, Cue.FACT_ADOPTED, Cue.FACT_BODY, Cue.FACT_SESSION_DATES)


def _names_something(r: Reading) -> bool:
    """Whether there is a name of what is no voter: 朝鲜半岛."""
    return any(m.named.sense is Sense.WORD for m in r.mentions)


def tally(r: Reading, c: Conversation) -> Question | None:
    """How many voted so, and whether it was adopted: the figures, not the names."""
    if r.has(Cue.IT_IS_SAID) or (r.has(Cue.FACT_COUNT) and not about_votes(r)):
        return None
    voted = bool(r.votes) or r.has(Cue.CAST)
    if r.has(*_FACT_OF_MEETING) and not r.votes and not r.has(Cue.HOW_MANY) and not (r.has(Cue.RESULT) and r.has(Cue.CAST)):
        return None
    figures = re.search(r"\d+ ?(?:比|:|to|对|票) ?\d+", r.text.norm)
    counting = ((r.has(Cue.HOW_MANY, Cue.RESULT) or figures) and voted) or len(r.named_votes) > 1
    result = r.has(Cue.RESULT) and not (r.has(Cue.WHERE) and weight(r.rest) > LITTLE) and weight(r.rest) <= SOME
    follows = r.has(Cue.HOW_MANY) and isinstance(c.last, (TallyQuestion, RollQuestion)) and not r.rest
    votes_only = bool(r.votes) and weight(r.rest) <= LITTLE and not (r.rest and r.has(Cue.WHERE))
    voting = r.has(Cue.CAST) and weight(r.rest) <= LITTLE
    if r.has(Cue.HOW) and r.has(Cue.CAST) and not (counting or result) and (weight(r.rest) >= LITTLE or _names_something(r)):
        # “How did Wakanda vote” is not answered by how all did.
        return ClarifyQuestion(Unclear.WHAT)
    if (counting or result or follows or votes_only or voting) and weight(r.rest) <= MUCH:
        votes = r.votes or (votes_before(c.last) if follows else frozenset())
        return TallyQuestion(unanimous=r.has(Cue.UNANIMOUS), votes=votes)
    return None
