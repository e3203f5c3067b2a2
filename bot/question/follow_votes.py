"""Messages that go on about the votes asked about before: other states, other votes, those of them that are so."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.named import Sense
from bot.question.follow_alike import compared_with, like_within
from bot.question.follow_sets import (
    asked_before,
    like_one,
    may_have,
    not_like,
    of_the_group,
    of_those,
    only_they,
    outside_it,
    rest,
    states_meant,
    who_else,
    within_those,
)
from bot.question.frame import Frame
from bot.question.likened import its_group
from bot.question.measure import measure_of, picked_by
from bot.question.model import (
    ClarifyQuestion,
    Question,
    RollQuestion,
    TableQuestion,
    TallyQuestion,
    Unclear,
    VoteQuestion,
)
from bot.question.reading import LITTLE, SOME, VOTE_CUES
from bot.question.sets import (
    EVERYONE,
    AllOf,
    AnyOf,
    Everyone,
    Less,
    Measure,
    Members,
    StateSet,
    These,
    VotedLike,
    all_of,
    any_of,
    codes_in,
    groups_in,
    less,
    parts,
)
from bot.question.so_many import so_many
from bot.question.thresholds import counted_numbers, exact_numbers
from bot.question.votes import OF_A_WHOLE, by_region, casts, named, names_votes_alone, of_groups
from bot.resolution import CAST


def after_votes(f: Frame, last: VoteQuestion | RollQuestion | TableQuestion | TallyQuestion) -> Question | None:
    """The question that a message asks after one about votes; None where it stands alone."""
    r = f.reading
    absent = r.has(Cue.NOT_CAST) and not r.votes and not r.has(Cue.REST)
    # No, I meant the Golan one, who was against?: that asks all of it anew.
    anew = r.has(Cue.CORRECTION) and r.named and r.has(Cue.WHO, Cue.COUNTRIES)
    says_all = anew or r.has(Cue.MAJORITY, Cue.IT_IS_SAID, Cue.OWN_GROUP)
    stands_alone = r.references.selections or absent or says_all or f.like
    of_some = _so_many(f, last) or its_group(f, last) or outside_it(f, last) or like_within(f, last)
    first = of_some or only_they(f, last) or of_the_group(f, last) or like_one(f, last)
    if first or stands_alone or _of_the_whole(f):
        return first
    if other := rest(f) or _other_of_two(f, last) or _side_by_side(f):
        return other
    if r.ambiguous or (r.votes and r.has(Cue.ONLY)):
        return _only_those(f, last)
    if r.has(Cue.BY_GROUP) and not f.groups:
        return _by_region(f, last)
    if f.states:
        return _whether_only(f, last) or _of_states(f, last)
    if f.left_out or f.put_back or (r.votes != r.named_votes and r.has(Cue.EXCEPT, Cue.EXCEPT_BEHIND)):
        return _less(f, last)
    if r.has(Cue.CORRECTION) and (other := _other_votes(f, last)):
        return other
    if f.groups:
        return _others_of_group(f, last) or _of_groups(f, last)
    return next((q for read in (_of_it, _whether, _of_those, _so) if (q := read(f, last))), None)


def _so_many(f: Frame, last: Question) -> Question | None:
    """Did at least ten of them vote yes?, after a group: of that."""
    of_some = isinstance(last, RollQuestion) and last.who != EVERYONE and not (f.states or f.groups)
    asked = so_many(f) if of_some else None
    return replace(asked, who=last.who) if isinstance(asked, RollQuestion) and isinstance(last, RollQuestion) else None


def _of_the_whole(f: Frame) -> bool:
    """Whether a message without a name asks of the whole vote, or of the document: so it was rejected?, 14 countries
    were in favour?, how many paragraphs are there?"""
    r = f.reading
    if f.states or f.groups:
        return False
    outcome = r.has(Cue.REJECTED) and r.ends_as_question
    counted = bool(counted_numbers(r) or exact_numbers(r)) and not r.has(Cue.AMONG, Cue.IT)
    return outcome or (bool(r.votes) and counted) or (r.has(Cue.FACT_COUNT) and not r.votes)


def _whether_only(f: Frame, last: Question) -> Question | None:
    """只有中国吗, only Russia?, after who voted so: whether nobody else did."""
    r = f.reading
    asks = r.has(Cue.ONLY) and (r.asks or r.ends_as_question) and r.unaccounted <= LITTLE
    of_some = isinstance(last, RollQuestion) and bool(last.votes) and last.measure in (Measure.LIST, Measure.ONLY)
    if not asks or not isinstance(last, RollQuestion) or not of_some:
        return None
    return RollQuestion(last.votes, last.who, Measure.ONLY, These(f.states))


def _by_region(f: Frame, last: Question) -> Question | None:
    """And by group?: not after single states."""
    r = f.reading
    if r.unaccounted > SOME or isinstance(last, VoteQuestion):
        return None
    asked, before = by_region(f), asked_before(last)
    # 谁弃权了, then 他们各属哪个组.
    return replace(asked, votes=before.votes) if r.has(Cue.IT, Cue.AMONG) and not r.votes else asked


def _side_by_side(f: Frame) -> Question | None:
    """两个比较一下, which of the two was more united?, 这两个组投得一样吗: the groups of the last two questions."""
    r, two = f.reading, f.reading.has(Cue.TWO_SETS)
    compares = r.has(Cue.COMPARE) or (r.has(Cue.MOST) and (r.votes or r.has(Cue.UNITED, Cue.SPLIT)))
    which = r.has(Cue.MOST) and r.has(Cue.UNITED, Cue.SPLIT) and not r.votes
    if not (two or which or (compares and r.has(Cue.IT, Cue.AMONG))) or f.states or f.groups or r.unaccounted > LITTLE:
        return None
    turns = [t.question for t in f.conversation.turns]
    of_sets = [q for q in turns if isinstance(q, (RollQuestion, TableQuestion))]
    asked = (q.sets if isinstance(q, TableQuestion) else (q.who,) for q in of_sets)
    every = tuple(dict.fromkeys(who for sets in asked for who in sets if who != EVERYONE))
    # 哪个最团结, after one group after another: of all of them.
    sets = every if which and not two else every[-2:]
    if len(sets) < 2:
        return ClarifyQuestion(Unclear.WHAT) if two else None
    if compares:
        return TableQuestion(sets, r.votes, picked_by(r))
    return RollQuestion(r.votes, any_of(*sets), measure_of(f))


def _other_of_two(f: Frame, last: Question) -> Question | None:
    """另一个呢, after one of two of a name; 北边那个呢, of a state whose name may also be another's: which of the
    two?"""
    r = f.reading
    if not r.has(Cue.OTHER_ONE, Cue.ELSE) or not isinstance(last, VoteQuestion):
        return None
    if set(last.states) & set(r.ambiguous):
        return replace(last, states=tuple(x for x in r.ambiguous if x not in last.states), guessed=())
    if not r.has(Cue.OTHER_ONE) or r.mentions or r.left > LITTLE:
        return None
    ambiguous = (n.codes for n in r.library.names.aliases.values() if n.sense is Sense.AMBIGUOUS)
    codes = next((codes for codes in ambiguous if set(last.states) < set(codes)), ())
    return ClarifyQuestion(Unclear.WHICH_STATE, codes) if codes else None


def _others_of_group(f: Frame, last: Question) -> RollQuestion | None:
    """G7其他国家呢, after a member's vote: the members without those that were asked about."""
    r = f.reading
    others = r.has(Cue.ELSE, Cue.REST) and len(f.groups) == 1 and not (r.votes or r.has(Cue.WHO))
    if not others or not isinstance(last, VoteQuestion) or r.unaccounted > LITTLE:
        return None
    members = all(may_have(f.group_set, code, r) for code in last.states)
    asked = tuple(code for code in (f.conversation.states or last.states) if may_have(f.group_set, code, r))
    return RollQuestion(who=less(f.group_set, These(asked))) if members else None


def _of_states(f: Frame, last: Question) -> Question | None:
    """那日本呢, 包括日本吗, 和日本一样吗: of a state named now."""
    r, one = f.reading, len(f.states) == 1
    if alike := compared_with(f, last):
        return alike
    if one and r.has(Cue.SAME) and r.has(Cue.CAST) and isinstance(last, RollQuestion) and not r.asks:
        return RollQuestion(who=VotedLike(f.states[0], not r.has(Cue.DIFFER)))
    question = named(f)
    if not question:
        return None
    if one and r.has(Cue.SAME, Cue.COMPARE) and isinstance(last, VoteQuestion) and last.states != f.states:
        before = states_meant(f, last)
        together = tuple(dict.fromkeys((*before, *f.states)))
        return VoteQuestion(together, Measure.SAME, guessed=r.guesses) if before else ClarifyQuestion(Unclear.WHAT)
    if r.votes:
        return None
    if r.has(Cue.INCLUDED) and isinstance(last, RollQuestion) and last.votes:
        return replace(question, measure=Measure.ALL, asked=last.votes)
    follows = r.has(Cue.AND_THEN, Cue.INCLUDED, Cue.CORRECTION) and not casts(r)
    if follows and isinstance(last, VoteQuestion) and last.measure is Measure.ALL:
        return replace(question, measure=last.measure, asked=last.asked)
    return None


def _only_those(f: Frame, last: Question) -> Question | None:
    """Only those who abstained, 只要弃权的: of the states asked about before, where these were not all of them."""
    r, before = f.reading, asked_before(last)
    named = r.ambiguous or f.states or f.groups or f.left_out
    new = named or r.unaccounted > LITTLE or r.ends_as_question
    return None if new or before.who == EVERYONE else RollQuestion(r.votes, not_like(before.who))


def _less(f: Frame, last: Question) -> Question | None:
    """除了日本呢, without the abstainers, and put Kuwait back in: after a list."""
    r, before = f.reading, asked_before(last)
    if before == RollQuestion() or r.unaccounted > LITTLE:
        return None
    if r.has(Cue.CORRECTION) and len(r.named_votes) == 1 and r.votes == r.named_votes:
        # 不对，我要反对的，而且不要北约的: the votes take the place of those before.
        return replace(before, votes=r.votes, who=less(all_of(not_like(before.who), f.group_set), *f.left_out))
    # 其中哪些是北约的, then 不是北约的呢: in place of those before.
    kept = _without(before.who, f.left_out)
    # 除了摩洛哥都赞成吗: nobody else is named or sought.
    goes_on = of_those(f) or not (f.groups or r.has(Cue.WHO, Cue.COUNTRIES, Cue.ELSE))
    leaves_out = bool(f.left_out) and not f.put_back
    if goes_on and leaves_out and all(may_have(before.who, code, r) for s in f.left_out for code in codes_in(s)):
        # 美国不算，其余的投了什么.
        return within_those(f, replace(before, who=less(all_of(kept, f.group_set), *f.left_out)))
    if r.votes == r.named_votes and (r.votes or r.has(Cue.CAST)):
        return None
    others = f.groups and _by_groups(before.who) and not _among_those(f)
    whole = f.group_set if others else all_of(kept, f.group_set) if f.groups else kept
    votes = (before.votes or frozenset(CAST)) & r.votes if r.votes else before.votes
    who = less(_with_back(whole, f.put_back), *f.left_out)
    return replace(before, votes=votes, who=who, measure=Measure.LIST, only=EVERYONE)


def _without(who: StateSet, left_out: tuple[StateSet, ...]) -> StateSet:
    """A set without the condition that its states are among those that are left out."""
    if who in left_out:
        return EVERYONE
    return all_of(*(s for s in who.sets if s not in left_out)) if isinstance(who, AllOf) else who


def _with_back(who: StateSet, back: tuple[StateSet, ...]) -> StateSet:
    """A set with some of those that it leaves out put back."""
    if isinstance(who, Less) and back:
        return Less(_with_back(who.whole, back), less(who.left_out, *back))
    return all_of(*(_with_back(s, back) for s in who.sets)) if isinstance(who, AllOf) else who


def _other_votes(f: Frame, last: Question) -> Question | None:
    """搞反了，我要的是投反对的, sorry, I meant who voted no: of the same states."""
    r, before = f.reading, asked_before(last)
    # I meant against, not abstained.
    one = len(r.votes) == 1 and r.named_votes <= r.votes | before.votes
    corrects = one and before.votes and not r.has(Cue.HOW_MANY, Cue.ALL) and r.left <= SOME
    return replace(before, votes=r.votes, measure=Measure.LIST, only=EVERYONE) if corrects else None


def _of_groups(f: Frame, last: Question) -> Question | None:
    """谁反对, then 拉美有吗: of the groups named, with the votes asked about before."""
    r, question, before = f.reading, of_groups(f), asked_before(last)
    if (r.votes or r.has(Cue.CAST)) and r.has(Cue.THAT_SET) and _among_those(f) and r.unaccounted <= LITTLE:
        return within_those(f, replace(before, who=all_of(before.who, f.who)))
    compared = len(f.groups) > 1 and r.has(Cue.COMPARE, Cue.SHARE, Cue.MOST, Cue.SPLIT, Cue.UNITED)
    if not question or r.votes or r.has(Cue.CAST) or compared:
        return None
    they = r.has(Cue.AMONG, Cue.IT) and r.has(Cue.ALL, Cue.BOTH, Cue.ONLY) and r.asks
    if they and isinstance(last, RollQuestion) and last.votes and r.unaccounted <= LITTLE:
        # 谁反对, then 这些国家都是北约的吗.
        return RollQuestion(last.votes, last.who, Measure.ONLY, f.group_set)
    if measure_of(f) in OF_A_WHOLE:
        shared = measure_of(f) is Measure.SHARE and before.votes
        return replace(question, votes=before.votes) if shared or r.has(Cue.AMONG) else None
    if r.has(Cue.STANCE, Cue.LIST, Cue.RESULT) or r.unaccounted > LITTLE:
        return None
    if r.has(Cue.ELSE) and isinstance(last, RollQuestion) and last.who != EVERYONE:
        # The G7, then the rest of the G20.
        return replace(last, who=less(f.who, last.who), measure=Measure.LIST)
    if isinstance(last, RollQuestion) and last != RollQuestion():
        # 其中非洲的 keeps whom it was asked of.
        whole = last.who.whole if isinstance(last.who, Less) else last.who
        narrowed = all_of(last.who, f.who) if _among_those(f) or not _by_groups(whole) else f.who
        # 里面有非洲国家吗, is there an African state among them?
        exists = bool(last.votes) and r.asks and r.has(Cue.AMONG, Cue.THERE_IS, Cue.ANY_ONE, Cue.EITHER)
        measure = Measure.COUNT if measure_of(f) is Measure.COUNT else Measure.ANY if exists else Measure.LIST
        return replace(last, who=narrowed, measure=measure)
    return RollQuestion(before.votes, f.who) if r.has(Cue.AMONG, Cue.AND_THEN) else None


def _among_those(f: Frame) -> bool:
    """Whether a group is sought among those before, 其中北约的, 哪些是北约的; 北约那几个 takes their place."""
    r = f.reading
    first = next((m.start for m in r.mentions if m.named.group), 0)
    which = [] if r.has(Cue.COUNTRIES) else r.spans_of(Cue.WHICH_ONES)
    # 哪些北约国家 asks of the group itself.
    which = [x for x in which if r.text.norm[x[1] : first].strip()]
    return any(end <= first for _, end in (*r.spans_of(Cue.AMONG, Cue.THAT_SET), *which))


def _by_groups(who: StateSet) -> bool:
    """Whether a set is nothing but groups, so that others take their place."""
    return all(isinstance(x, (Everyone, Members, AnyOf)) for x in parts(who))


def _of_it(f: Frame, last: Question) -> Question | None:
    """那它投了什么, 这两国一样吗: of the states asked about before."""
    r, states = f.reading, f.conversation.states
    voting = r.has(Cue.CAST, Cue.STANCE, Cue.SAME, *VOTE_CUES)
    if not r.has(Cue.IT, Cue.THAT_SET) or not voting or r.has(Cue.WHO, Cue.RESULT, Cue.WHERE) or r.left > LITTLE:
        return None
    if isinstance(last, VoteQuestion) and not (meant := states_meant(f, last)):
        return ClarifyQuestion(Unclear.WHAT)
    if r.has(Cue.SAME) and len(states) > 1:
        several = isinstance(last, VoteQuestion) and len(meant) > 1
        return VoteQuestion(meant if several else states, Measure.SAME)
    if isinstance(last, RollQuestion) and last.who != EVERYONE and not r.votes and not r.has(Cue.SAME):
        return RollQuestion(who=last.who)
    if not isinstance(last, VoteQuestion):
        return None
    asks = r.votes and len(r.named_votes) == 1 and not r.has(Cue.HOW)
    return VoteQuestion(meant, Measure.ALL if asks else Measure.LIST, r.votes if asks else frozenset())


def _whether(f: Frame, last: Question) -> Question | None:
    """是赞成吗, in favour?: of the states asked about last."""
    r = f.reading
    others = r.has(Cue.WHO, Cue.HOW_MANY, Cue.LIST, Cue.COUNTRIES, Cue.RESULT, Cue.AMONG, Cue.ELSE)
    exists = any(start == 0 for start, _ in r.cues.get(Cue.THERE_IS, ()))
    asks = len(r.named_votes) == 1 and r.ends_as_question and not exists and not r.unaccounted
    return (
        VoteQuestion(states_meant(f, last) or last.states, Measure.ALL, r.votes)
        if asks and not others and isinstance(last, VoteQuestion)
        else None
    )


def _of_those(f: Frame, last: Question) -> Question | None:
    """他们口径一致吗, did they all support it, 占百分之几, 还有谁: of the states asked about before."""
    r = f.reading
    if r.unaccounted > LITTLE or r.has(Cue.WHERE):
        return None
    measure, before = measure_of(f), asked_before(last)
    if r.has(Cue.DIFFER) and r.has(Cue.WHO, Cue.WHICH_ONES) and not r.votes:
        measure = Measure.RANKS  # 三国投得一样吗, then 是谁不一样.
    if r.has(Cue.SAME) and r.ends_as_question and not (r.unaccounted or r.has(Cue.DIFFER, Cue.WHO, Cue.WHICH_ONES)):
        measure = Measure.SAME  # The same?
    else_ = r.has(Cue.ELSE) and measure is not Measure.RANKS
    if else_ and isinstance(last, (VoteQuestion, RollQuestion)) and not r.has(Cue.HOW_MANY):
        # The other two: of whom, is not known.
        return ClarifyQuestion(Unclear.WHAT) if r.has(Cue.REST_OF_NUMBER) else who_else(r, last)
    if isinstance(last, TallyQuestion):
        return None
    if measure in OF_A_WHOLE:
        return _of_whole(f, measure, before, last)
    if of_those(f) and r.votes and r.left <= SOME:
        single = isinstance(last, VoteQuestion) and len(last.states) == 1
        return None if single else RollQuestion(r.votes, not_like(before.who), measure)
    if r.votes or not isinstance(last, RollQuestion):
        return None
    if r.has(Cue.HOW_MANY) and not r.has(Cue.RESULT) and last.who != EVERYONE:
        return replace(last, measure=Measure.COUNT)
    listed = r.has(Cue.WHO, Cue.LIST) and last.measure is not Measure.LIST and not r.has(Cue.CAST)
    return replace(last, measure=Measure.LIST) if listed else None


def _of_whole(f: Frame, measure: Measure, before: RollQuestion, last: Question) -> Question | None:
    """Whether they were alike, what share of them voted so, who of them did not go along."""
    if measure in (Measure.SAME, Measure.DIFFERENT) and isinstance(last, VoteQuestion):
        # 三国一样吗: of one state alone, nobody asks that.
        meant = states_meant(f, last)
        states = meant if len(meant) != 1 else f.conversation.states
        if not states:
            return ClarifyQuestion(Unclear.WHAT)
        return VoteQuestion(states, measure) if len(states) > 1 else None
    if measure is Measure.SHARE:
        votes = f.reading.votes or before.votes
        if votes and (before.who != EVERYONE or before.votes):
            return RollQuestion(votes, before.who, measure)
        return RollQuestion(measure=measure, only=before.who) if groups_in(before.who) else None
    return RollQuestion(who=before.who, measure=measure) if before.who != EVERYONE else None


def _so(f: Frame, last: Question) -> Question | None:
    """那反对的呢, 有几个, which are they?: other votes of those before, or their number, or their names."""
    r = f.reading
    if names_votes_alone(r) and not r.has(Cue.WHO, Cue.LIST):
        # 弃权的, after a group: of that.
        goes_on = r.has(Cue.AND_THEN, Cue.AMONG, Cue.QUESTION) or asked_before(last).who != EVERYONE
        if isinstance(last, RollQuestion) and goes_on:
            return replace(last, votes=r.votes, who=not_like(last.who), measure=Measure.LIST, only=EVERYONE)
        return TallyQuestion(votes=r.votes) if isinstance(last, TallyQuestion) else None
    if r.votes or not isinstance(last, (RollQuestion, TallyQuestion)):
        return None
    if r.has(Cue.WHO, Cue.LIST) and isinstance(last, TallyQuestion) and last.votes and r.left <= LITTLE:
        counts = r.has(Cue.HOW_MANY) and not r.has(Cue.LIST)
        return None if counts else RollQuestion(last.votes)
    return TallyQuestion(votes=asked_before(last).votes) if r.has(Cue.HOW_MANY) and not r.rest else None
