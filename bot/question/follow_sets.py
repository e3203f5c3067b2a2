"""Sets of states in a conversation: the one that was asked about before, and what is left of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.normal import blank
from bot.language.numerals import value
from bot.language.shapes import Shape
from bot.question import times
from bot.question.conversation import Conversation
from bot.question.exceptions import of_it
from bot.question.frame import Frame, members_of, regional_group
from bot.question.measure import measure_of, negating_sameness
from bot.question.model import (
    ClarifyQuestion,
    GroupsQuestion,
    Question,
    RollQuestion,
    TableQuestion,
    TallyQuestion,
    Unclear,
    VoteQuestion,
)
from bot.question.pieces import tokens
from bot.question.reading import LITTLE, Reading
from bot.question.record import AlikeQuestion, Among, GroupHistoryQuestion
from bot.question.sets import (
    EVERYONE,
    AllOf,
    AnyOf,
    Less,
    Measure,
    Members,
    StateSet,
    These,
    VotedLike,
    VotedSo,
    all_of,
    any_of,
    groups_in,
    less,
    parts,
)
from bot.resolution import CAST

OfVotes = VoteQuestion | RollQuestion | TableQuestion | TallyQuestion
"""The questions about votes that others go on with."""


def asked_before(last: Question | None) -> RollQuestion:
    """The votes and the states that were asked about before, however it was asked."""
    match last:
        case RollQuestion():
            return last
        case TallyQuestion():
            return RollQuestion(last.votes)
        case VoteQuestion():
            return RollQuestion(last.asked, These(last.states))
        case TableQuestion():
            return RollQuestion(last.votes, any_of(*last.sets))
    return RollQuestion()


def of_those(f: Frame) -> bool:
    """Whether a message without a name says that it asks of those before: 其中, the rest, lesquels."""
    r = f.reading
    which = r.has(Cue.WHICH_ONES) and not r.has(Cue.COUNTRIES)
    return which or r.has(Cue.AMONG, Cue.REST, Cue.THAT_SET)


def set_before(f: Frame) -> OfVotes | None:
    """The last question of a conversation that was about some of the states; of those of whom it was asked in which
    groups they are, how the regional ones voted. Where some are left out, one that was about more than a single
    state."""
    for turn in reversed(f.conversation.turns):
        question = turn.question
        if isinstance(question, GroupsQuestion):
            groups = (regional_group(code, f.reading) for code in question.states)
            return RollQuestion(who=any_of(*(Members(g) for g in groups if g)))
        single = bool(f.left_out) and isinstance(question, VoteQuestion) and len(question.states) == 1
        if isinstance(question, OfVotes) and asked_before(question) != RollQuestion() and not single:
            return question
    return None


def of_listed(r: Reading, conversation: Conversation) -> Conversation:
    """The conversation with the states that were listed last as those asked about, where a message asks of these very
    states on another resolution: 它们在58/28呢, how did those vote on 58/2?"""
    if not conversation.voters or r.resolution is None or conversation.symbol in ("", r.resolution.symbol):
        return conversation
    # 58/28里面 is in the resolution; any of all may have voted so.
    ends = {r.skipped(d.end, ()) for d in r.documents}
    those = apart_from(r.spans_of(Cue.AMONG, Cue.THAT_SET), r.spans_of(Cue.WHO_VOTES, Cue.ANY_ONE))
    # 这两国在78/35呢: as many as were listed.
    numbers = [x for x in _numbers(r) if x[2] == len(conversation.voters)]
    those += [(a, b) for a, b in r.spans_of(Cue.IT) if any(a <= start and end <= b for start, end, _ in numbers)]
    of_those = any(start not in ends for start, _ in those) and not r.states
    asks_else = r.states or r.groups or r.votes or r.has(Cue.WHO, Cue.RESULT, Cue.COUNTRIES)
    if len(conversation.voters) == 1 and r.has(Cue.IT) and not asks_else:
        # The only one that was listed: how did it vote on 2720?
        last = replace(conversation.turns[-1], question=VoteQuestion(conversation.voters))
        return replace(conversation, turns=(*conversation.turns[:-1], last))
    if not of_those:
        return conversation
    last = replace(conversation.turns[-1], question=RollQuestion(who=These(conversation.voters)))
    return replace(conversation, turns=(*conversation.turns[:-1], last))


def says_two(r: Reading) -> bool:
    """Whether a message speaks of two that were spoken of: both, los dos, 两国."""
    return _counts(r) == {_TWO} and r.has(Cue.BOTH, Cue.IT)


def _counts(r: Reading) -> set[int]:
    """Of how many states that were spoken of a message speaks: 三国, both; nothing where it does not say."""
    # 都 is of two, or of more.
    both = set(r.cues.get(Cue.BOTH, ())) - set(r.cues.get(Cue.ALL, ()))
    return {n for _, _, n in _numbers(r) if n > 1} or ({_TWO} if both else set())


_TWO = 2


def both_states(f: Frame) -> VoteQuestion | ClarifyQuestion | None:
    """How did both vote in 2021, 两国呢, after how one state voted and how another one did: of these two; asked back
    where there are not two."""
    r, last, states = f.reading, f.conversation.last, f.conversation.states
    of_one = isinstance(last, VoteQuestion) and len(last.states) == 1
    others = f.states or f.groups or r.votes or r.has(Cue.WHO, Cue.COUNTRIES, Cue.SAME, Cue.DIFFER, Cue.COMPARE)
    if not of_one or others or r.tells(Shape.BOTH_TIMES) or not says_two(r) or r.unaccounted > LITTLE:
        return None
    return VoteQuestion(states) if len(states) == _TWO else ClarifyQuestion(Unclear.WHAT)


def states_meant(f: Frame, last: VoteQuestion) -> tuple[str, ...]:
    """The states asked about before that a message means: as many of them as it says, 这两国跟巴西一样吗, all three, of
    the last questions; nobody where these are not as many; those of the last one where it does not say."""
    r = f.reading
    counts = _counts(r)
    if not counts and len(last.states) == 1 and r.has(Cue.ALL):
        # 美国呢, then 都赞成吗: of all that were asked about one after the other.
        of = (t.question for t in reversed(f.conversation.turns))
        asked = [q.states for q in takewhile(lambda q: isinstance(q, VoteQuestion), of) if isinstance(q, VoteQuestion)]
        return tuple(dict.fromkeys(code for states in reversed(asked) for code in states))
    if len(counts) != 1:
        return last.states
    count = counts.pop()
    # 再算上阿联酋，五家一样吗: those named now may be counted, too.
    before = (f.conversation.last_states(n) for n in (count, count - len(f.states)))
    return next((x for x in before if len({*x, *f.states}) == count or len(x) == count), ())


def with_more(f: Frame) -> VoteQuestion | ClarifyQuestion | None:
    """Add Brazil, are all three alike?, 再加德国和法国，四国一样吗: of those named now and those asked about before,
    who are as many as it says; asked back where they are not."""
    r, last = f.reading, f.conversation.last
    alike = r.has(Cue.SAME, Cue.DIFFER, Cue.AGREEMENT, Cue.ALIKE, Cue.UNITED) and not (f.groups or r.votes or r.named)
    if not isinstance(last, VoteQuestion) or not alike or r.unaccounted > LITTLE or r.has(Cue.WHO):
        return None
    counts = _counts(r)
    if not (f.states and len(counts) == 1 and max(counts) > len(f.states)):
        return None
    before = states_meant(f, last)
    states = tuple(dict.fromkeys((*before, *f.states)))
    measure = Measure.DIFFERENT if r.has(Cue.DIFFER) else Measure.SAME
    # 这两国跟日本一样吗: the two of before.
    as_many = {len(states), len(before)} & counts
    return VoteQuestion(states, measure, guessed=r.guesses) if as_many else ClarifyQuestion(Unclear.WHAT)


def closest_within(f: Frame) -> AlikeQuestion | None:
    """那和美国最像的呢, and which is closest to the US?, after whether the five permanent members voted alike: of
    these, over the same resolutions."""
    r, last = f.reading, f.conversation.last
    asked = last.pending if isinstance(last, ClarifyQuestion) else last
    before = asked.among if isinstance(asked, GroupHistoryQuestion) else Among()
    who = Members(asked.group) if isinstance(asked, GroupHistoryQuestion) else asked_before(asked).who
    likened = r.has(Cue.ALIKE) or (r.has(Cue.MOST, Cue.LEAST) and r.has(Cue.SAME, Cue.AGREEMENT, Cue.LIKE))
    goes_on = r.has(Cue.AND_THEN, Cue.AMONG, Cue.WHICH_OF) and not (r.has(Cue.COUNTRIES, Cue.DOCUMENTS) or r.groups)
    asks = likened and goes_on and len(r.states) == 1 and r.unaccounted <= LITTLE and not (r.votes or r.named)
    if not asks or not isinstance(who, Members):
        return None
    among = replace(before, times=times.periods(r) or before.times)
    return AlikeQuestion(r.states[0], r.has(Cue.LEAST, Cue.DIFFER), group=who.group, among=among)


def within_those(f: Frame, before: RollQuestion) -> RollQuestion:
    """What a message asks of the states of a question before, all of them such as cast the votes that were asked
    about."""
    r = f.reading
    votes, who = r.votes or before.votes, before.who
    if r.votes and before.votes and r.votes != before.votes:
        who = all_of(who, VotedSo(before.votes))
    return RollQuestion(votes, who, measure_of(f))


def rest(f: Frame) -> RollQuestion | None:
    """那剩下的那个是哪国, and the others?: those of the question before the last that the last one did not ask about;
    None where it asked about other states, or about all of them."""
    r = f.reading
    named = f.states or f.groups or f.left_out or r.references.selections
    if not r.has(Cue.REST, Cue.OTHER_ONE) or named or r.unaccounted > LITTLE:
        return None
    asked = [asked_before(t.question) for t in f.conversation.turns if isinstance(t.question, OfVotes)]
    if len(asked) < 2 or not _narrowed(asked[-2], asked[-1], r):
        return None
    whole, part = asked[-2], asked[-1]
    left_out = part.who
    if isinstance(left_out, AllOf):
        left_out = all_of(*(s for s in left_out.sets if s != whole.who))
    if isinstance(whole.who, These) and isinstance(left_out, These):
        left = These(tuple(code for code in whole.who.codes if code not in left_out.codes))
        return within_those(f, RollQuestion(whole.votes, left))
    return within_those(f, RollQuestion(whole.votes, less(whole.who, left_out)))


def outside_it(f: Frame, last: Question) -> RollQuestion | None:
    """Who outside it voted no, 北约成员中不在其中的: those that were not asked about before."""
    r, before = f.reading, asked_before(last)
    if not of_it(r) or before.who == EVERYONE or f.states or f.left_out or r.unaccounted > LITTLE:
        return None
    return RollQuestion(r.votes or before.votes, less(f.group_set, before.who), measure_of(f))


def of_the_group(f: Frame, last: Question) -> RollQuestion | ClarifyQuestion | None:
    """Were there any in favour?, and who abstained?, who did not support it?, who of the five did?, after a group: of
    that. Who abstained? stands alone; asked back where it counts other members than the group has."""
    r, before = f.reading, asked_before(last)
    others = f.states or f.groups or f.left_out or r.named or r.has(Cue.COUNTRIES, Cue.KIND_OF, Cue.REST, Cue.ELSE)
    if before.who == EVERYONE or isinstance(last, VoteQuestion) or others:
        return None
    if not r.votes:
        # All of them?, after who of a group voted so.
        all_so = r.has(Cue.ALL) and r.has(Cue.AMONG, Cue.IT) and r.asks and len(before.votes) == 1
        all_so = all_so and r.unaccounted <= LITTLE and not r.has(*_OF_OTHERS, Cue.CAST)
        return RollQuestion(before.votes, not_like(before.who), Measure.ALL) if all_so else None
    if counted := _of_so_many(r):
        start, end, count = counted[0]
        of_all = isinstance(before.who, Members) and len(members_of(before.who.group, r)) == count
        part = r.text.norm[start:end]
        return RollQuestion(r.votes, before.who) if of_all else ClarifyQuestion(Unclear.PART, part=part)
    whole = r.has(Cue.ALL, Cue.BOTH) and r.asks and len(r.named_votes) == 1 and r.votes == r.named_votes
    if whole and r.unaccounted <= LITTLE and not r.has(*_OF_OTHERS):
        # 全部赞成吗, tous contre ?
        return RollQuestion(r.votes, not_like(before.who), Measure.ALL)
    if counted_of_it := _counted_of(r, before):
        return counted_of_it
    if r.left > LITTLE or r.has(Cue.ALL, Cue.BOTH, Cue.HOW_MANY, Cue.MOST, Cue.SAME, Cue.DIFFER):
        return None
    if r.has(Cue.EITHER, Cue.ANY_ONE, Cue.THERE_IS) and r.ends_as_question and not r.has(Cue.NEITHER, Cue.NO_ONE):
        return RollQuestion(r.votes, not_like(before.who), Measure.ANY)
    # Who did not vote for it picks out those that went another way, and so is said of them.
    goes_on = r.has(Cue.WHO) and (r.has(Cue.AND_THEN) or bool(r.refused_votes))
    return RollQuestion(r.votes, not_like(before.who)) if goes_on else None


def _counted_of(r: Reading, before: RollQuestion) -> RollQuestion | None:
    """How many were against?, 有几个弃权, after how a group voted: of that; in total, of all."""
    asks = r.has(Cue.HOW_MANY) and r.votes and groups_in(before.who) and r.left <= LITTLE
    if not asks or r.tells(Shape.TOTAL) or r.has(*_OF_ALL):
        return None
    return RollQuestion(r.votes, not_like(before.who), Measure.COUNT if len(r.votes) == 1 else Measure.LIST)


_OF_ALL = (Cue.RESULT, Cue.SHARE, Cue.ALL, Cue.BOTH, Cue.MOST, Cue.SAME, Cue.DIFFER, Cue.DIFFERENCE, Cue.WHERE)
"""Ask beside how many something else than a count of a group."""


_OF_OTHERS = (
    Cue.WHO, Cue.WHICH_ONES, Cue.HOW_MANY, Cue.LIST, Cue.MOST, Cue.SAME, Cue.DIFFER, Cue.NEITHER, Cue.NOT_ALL, Cue.ONLY,
    Cue.NO_ONE, Cue.RESULT,
)  # fmt: skip
"""Ask something else than whether all of a group voted so."""


def only_they(f: Frame, last: Question) -> RollQuestion | ClarifyQuestion | None:
    """就他们几个吗, only them?: whether nobody else voted as those did who were listed, or asked about; asked back
    where it is not known who or which vote is meant."""
    r, before = f.reading, asked_before(last)
    votes, listed = r.votes or before.votes, f.conversation.voters
    asks = r.tells(Shape.ONLY_THEY) and (r.asks or r.ends_as_question) and not (r.mentions or r.named)
    if not asks or r.left_besides(Shape.ONLY_THEY) > LITTLE:
        return None
    counted = {count for _, _, count in r.library.lexicon.references.numbers(r.text.norm)}
    asked = f.conversation.states if counted and isinstance(last, VoteQuestion) else ()
    of_listed = isinstance(last, RollQuestion) and last.votes == votes and listed
    # 只有这两国反对吗, after one and then the other.
    they = These(listed) if of_listed else These(asked) if asked else before.who
    as_many = not counted or (isinstance(they, These) and counted == {len(they.codes)})
    clear = len(votes) == 1 and they != EVERYONE and as_many
    return RollQuestion(votes, EVERYONE, Measure.ONLY, they) if clear else ClarifyQuestion(Unclear.WHAT)


def like_one(f: Frame, last: Question | None) -> RollQuestion | None:
    """Who voted the same?, 跟它投得一样的亚太国家还有吗, after how one state voted: others, or others of a group."""
    r = f.reading
    like = last.who if isinstance(last, RollQuestion) else None
    if isinstance(like, VotedLike) and r.has(Cue.DIFFER) and r.has(Cue.IT) and not (r.mentions or r.votes or r.left):
        # Who voted like Brazil?, and unlike it?
        return RollQuestion(who=VotedLike(like.code, not like.alike))
    of_one = isinstance(last, VoteQuestion) and len(last.states) == 1 and not (f.states or r.ambiguous or r.votes)
    # 和它一样的呢.
    ends = {end for _, end in r.spans_of(Cue.SAME, Cue.DIFFER)}
    those = r.has(Cue.IT) and any(start in ends for start, _ in r.cues.get(Cue.OF_THOSE, ())) and not r.asks
    who = r.has(Cue.WHO, Cue.COUNTRIES) or those
    # Which African states voted otherwise may be asked of these alone.
    seeks = who and not f.left_out if not f.groups else r.has(Cue.IT) and (who or r.has(*_SEEKS))
    likened = r.has(Cue.SAME, Cue.DIFFER) and r.unaccounted <= LITTLE
    if not of_one or not seeks or not likened or not isinstance(last, VoteQuestion):
        return None
    otherwise = r.has(Cue.DIFFER) or bool(negating_sameness(r))
    return RollQuestion(who=less(all_of(VotedLike(last.states[0], not otherwise), f.group_set), *f.left_out))


_SEEKS = (Cue.ELSE, Cue.THERE_IS, Cue.LIST, Cue.WHICH_ONES)
"""Beside a group, seek its members."""


def who_else(r: Reading, last: VoteQuestion | RollQuestion) -> Question:
    """Who else voted so, or as the state did that was asked about; after all that did so, these are all; the others are
    those that did not."""
    votes = r.votes
    if isinstance(last, RollQuestion):
        if last.measure is Measure.ONLY and votes <= last.votes:
            # Only the US?, then who else?
            return RollQuestion(last.votes, less(last.who, last.only))
        if votes:
            return replace(last, votes=votes, measure=Measure.LIST)
        if last.votes and r.has(Cue.WHO) and not r.has(Cue.REST):
            return RollQuestion(last.votes, less(EVERYONE, last.who) if last.who != EVERYONE else EVERYONE)
        if last.votes:
            return RollQuestion(frozenset(CAST) - last.votes, last.who)
        return RollQuestion(who=less(EVERYONE, last.who)) if last.who != EVERYONE else last
    # Did the US vote for it?, which it may not have done, then who else voted like that.
    likened = len(last.states) == 1 and r.has(Cue.LIKE, Cue.SAME)
    if votes or (last.asked and not likened):
        return RollQuestion(votes or last.asked, less(EVERYONE, These(last.states)))
    return RollQuestion(who=VotedLike(last.states[0]))


def _of_so_many(r: Reading) -> list[tuple[int, int, int]]:
    """Of how many states it is asked who they are, and where: who of the five?"""
    return [x for x in _numbers(r) if r.precedes(x[0], (Cue.WHICH_OF, Cue.WHO), (Cue.OF_THOSE, Cue.MEMBERS))]


def _numbers(r: Reading) -> list[tuple[int, int, int]]:
    """The numbers in a message, in figures or in words, but for those of its dates and documents: (start, end,
    value)."""
    # The 一 of 一样 is no number, nor a part of one: 俩一样.
    norm = blank(r.text.norm, [*times.spans(r), *((d.start, d.end) for d in r.documents), *r.spans_of(Cue.SAME)])
    spelt = ((a, b, value(norm[a:b].strip("?.!,"))) for a, b in tokens(norm, 0, len(norm)))
    return [*r.library.lexicon.references.numbers(norm), *((a, b, n) for a, b, n in spelt if n is not None)]


def not_like(who: StateSet) -> StateSet:
    """A set without the condition that its states voted like another."""
    if isinstance(who, VotedLike):
        return EVERYONE
    return all_of(*(s for s in who.sets if not isinstance(s, VotedLike))) if isinstance(who, AllOf) else who


def _narrowed(whole: RollQuestion, part: RollQuestion, r: Reading) -> bool:
    """Whether one question asks about some of those that another one asked about."""
    if whole.who == EVERYONE and not whole.votes:
        return False
    if part.who in (EVERYONE, whole.who) or (part.votes and part.votes != whole.votes):
        return False
    return whole.who in (EVERYONE, *parts(part.who)) or all(may_have(whole.who, code, r) for code in _codes(part.who))


def _codes(who: StateSet) -> tuple[str, ...]:
    """The codes of states named one by one; one that is in no set, where it is not that."""
    return who.codes if isinstance(who, These) else ("",)


def may_have(who: StateSet, code: str, r: Reading) -> bool:
    """Whether a state is in a set, or may be where that is seen from the votes."""
    match who:
        case Members(group):
            return code in members_of(group, r)
        case These(codes):
            return code in codes
        case AnyOf(sets):
            return any(may_have(s, code, r) for s in sets)
        case AllOf(sets):
            return all(may_have(s, code, r) for s in sets)
        case Less(whole, left_out):
            return may_have(whole, code, r) and (isinstance(left_out, VotedSo) or not may_have(left_out, code, r))
    return bool(code)
