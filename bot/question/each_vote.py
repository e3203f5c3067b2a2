"""Several groups together, each with a vote of its own, 赞成的非洲国家加上弃权的拉美国家, or beside states."""

from __future__ import annotations

from itertools import pairwise

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.shapes import Shape
from bot.question.frame import Frame, both_named, members_of
from bot.question.model import ClarifyQuestion, Question, RollQuestion, Several, Unclear, VoteQuestion
from bot.question.pieces import joined
from bot.question.reading import LITTLE
from bot.question.relative import votes_apart
from bot.question.sets import EVERYONE, Measure, Members, These, VotedSo, all_of, any_of, less
from bot.question.votes import casts
from bot.resolution import CAST


def each_its_vote(f: Frame) -> Question | None:
    """Those of each group that cast the vote beside it; asked back where more than that is asked of them, or one of the
    groups or votes has no other beside it. None where the votes are not said of one group each."""
    r = f.reading
    groups = [(m.start, Members(m.named.group)) for m in f.asked if m.named.group]
    votes = [
        (start, VotedSo(frozenset(CAST) - {vote} if r.negated(start, end) else frozenset({vote})))
        for start, end, vote in votes_apart(r.vote_words)
    ]
    places = sorted([*((at, "g") for at, _ in groups), *((at, "v") for at, _ in votes)])
    order = "".join(kind for _, kind in places)
    by_turns = "gvgv" in order or "vgvg" in order
    if r.resolution is None or not by_turns or len({so.votes for _, so in votes}) < 2:
        return None
    asks_more = r.asks or r.has(Cue.HOW_MANY, Cue.SHARE, Cue.COMPARE, Cue.MOST) or f.states or f.left_out
    if asks_more or order != order[:2] * len(groups) or len(groups) != len(votes):
        start, end, _ = r.vote_words[0]
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[start:end])
    pairs = zip(groups, votes, strict=True)
    return RollQuestion(who=any_of(*(all_of(group, so) for (_, group), (_, so) in pairs)))


def all_of_them(f: Frame) -> RollQuestion | None:
    """Did all vote yes, ¿votaron todos en contra?: whether everybody did; None where some are asked about, or it is
    asked whether it was unanimous."""
    r = f.reading
    every = r.tells(Shape.EVERY_STATE) or r.has(Cue.ALL)
    asks = r.asks or r.ends_as_question
    alike = (Cue.SAME, Cue.DIFFER, Cue.COMPARE, Cue.UNITED, Cue.SPLIT, Cue.UNANIMOUS, Cue.MOST, Cue.LEAST, Cue.LIKE)
    others = (Cue.WHO, Cue.COUNTRIES, Cue.HOW, Cue.HOW_MANY, Cue.SHARE, Cue.IT_IS_SAID, Cue.WHERE, Cue.EXCEPT, Cue.WHY)
    of_many = (Cue.DOCUMENTS, Cue.ALL_DOCUMENTS, Cue.TIMES, Cue.ONLY, Cue.RESULT, Cue.LIST, Cue.THAT_SET,
               Cue.BY_GROUP, Cue.WHICH_GROUP, Cue.WHICH_OF)  # fmt: skip
    some = r.mentions or f.like or r.references.selections or (r.has(Cue.IT) and f.conversation.turns)
    one_vote = len(r.votes) == 1 and r.named_votes == r.votes
    if not (every and asks and one_vote) or some or r.has(*alike, *others, *of_many):
        return None
    return None if r.left_besides(Shape.EVERY_STATE) > LITTLE else RollQuestion(r.votes, measure=Measure.ALL)


def of_everybody(f: Frame) -> RollQuestion | None:
    """How did each country vote, 列出每个国家的投票: everybody's vote; did all vote for it?, whether they did.
    None where some are asked about, or how many there are."""
    r = f.reading
    alike = r.has(Cue.SAME, Cue.DIFFER, Cue.COMPARE, Cue.UNITED, Cue.SPLIT, Cue.MOST, Cue.LEAST)
    asks_else = alike or r.has(Cue.HOW_MANY, Cue.SHARE, Cue.IT_IS_SAID, Cue.WHERE, Cue.EXCEPT, Cue.WHY)
    some = r.mentions or f.like or r.references.selections or r.named_votes != r.votes
    of_text = r.tells(Shape.PART_UNIT) or r.has(Cue.FACT_FOOTNOTE, Cue.SPONSORS, Cue.DOCUMENTS)
    if r.tells(Shape.WHOLE_LIST) and not (r.votes or r.asks or some or asks_else or of_text):
        return RollQuestion() if r.left_besides(Shape.EVERY_STATE, Shape.WHOLE_LIST) < LITTLE else None
    if not r.tells(Shape.EVERY_STATE) or asks_else or some or r.left_besides(Shape.EVERY_STATE) > LITTLE:
        return None
    if len(r.votes) == 1 and (r.asks or r.ends_as_question):
        return RollQuestion(r.votes, measure=Measure.ALL)
    asks = r.has(Cue.CAST, Cue.STANCE, Cue.LIST) and not (r.votes or r.asks)
    return RollQuestion() if asks else None


def and_all_others(f: Frame) -> Several | None:
    """Chile and the other countries, 智利和其他国家怎么投的: how those named voted, and how all others did; None where
    nobody stands beside those named, or they are likened to one another."""
    r = f.reading
    others = r.spans_of(Cue.ELSE, Cue.REST, Shape.OTHER_VOTERS, Shape.OTHER_STATES)
    last = max((m.end for m in f.asked), default=0)
    joins = {last, *(end for start, end in r.spans_of(Cue.JOIN) if not r.text.norm[last:start].strip(" ,，、"))}
    beside = any(start >= last and r.skipped(at, (Cue.MEMBERS,)) >= start for start, _ in others for at in joins)
    likens = r.has(Cue.SAME, Cue.DIFFER, Cue.COMPARE, Cue.ONLY, Cue.IT_IS_SAID, Cue.WHY, Cue.HOW_MANY)
    asks = r.has(Cue.HOW, Cue.AND_THEN) or not (r.has(Cue.WHO) or r.asks)
    if not (f.states and last and beside and asks) or f.groups or f.left_out or f.like or likens or r.left > LITTLE:
        return None
    rest = less(EVERYONE, These(f.states))
    return Several((VoteQuestion(f.states), RollQuestion(r.votes, rest)))


def but_not(f: Frame) -> VoteQuestion | None:
    """China voted yes, but not Japan?: how each of them did; None where nobody is named behind the vote that is not to
    have cast it."""
    r, out = f.reading, f.not_asked
    votes = [end for _, end, _ in r.vote_words]
    behind = out and f.states and votes and all(max(f.places) < votes[0] <= m.start for m in out)
    only_states = not (f.groups or f.like or any(m.named.group for m in out))
    asks = (r.asks or r.ends_as_question) and not r.has(Cue.WHO, Cue.HOW_MANY, Cue.COUNTRIES, Cue.CORRECTION)
    if not (behind and only_states and asks and len(r.named_votes) == 1) or r.left > LITTLE:
        return None
    return VoteQuestion((*f.states, *(code for m in out for code in m.named.codes)))


def groups_and_states(f: Frame) -> RollQuestion | None:
    """欧盟和美国怎么投的, how did the African Group and China vote: groups and states joined by an "and" alone."""
    r = f.reading
    likens = r.has(Cue.SAME, Cue.DIFFER, Cue.UNITED, Cue.SPLIT, Cue.RANKS, Cue.ONLY, Cue.MOST, Cue.LEAST)
    # The "or the" between two names holds them against one another only where it is asked which of them.
    likens = likens or bool(apart_from(r.spans_of(Cue.COMPARE), r.spans_of(Cue.JOIN)))
    asks = casts(r) and not (likens or f.left_out or f.like)
    # Did they vote against: all of them; did the one or the others: any.
    of_them = Measure.ANY if f.one_or_other else Measure.ALL
    measure = of_them if r.asks else Measure.LIST
    told = not r.asks or len(r.votes) == 1
    # The EU, the United Kingdom and the US.
    articles = (Cue.MEMBERS, Cue.FILLER)
    together = all(joined(r, a.end, b.start, beside=articles, signs=",、") for a, b in pairwise(f.asked))
    if not (asks and told and together and f.states and f.groups) or r.left > LITTLE:
        return None
    inside = any(members_of(group, r).intersection(f.states) for group in f.groups)
    if inside and not any(both_named(a, b, r) for a, b in pairwise(f.asked)):
        # The Baltics, Estonia, Latvia and Lithuania: the group says which states are meant; not the Group and Egypt.
        return None
    return RollQuestion(r.votes, any_of(f.group_set, These(f.states)), measure)
