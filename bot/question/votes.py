"""From the slots of a message to a question about votes: one ordered table of kinds.

Each kind is a function from a Frame and the conversation to a Question, or None where the message is not of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.corpus.model import CAST, Vote
from bot.language.lexicon import Cue
from bot.language.names import Sense
from bot.question.frame import Frame
from bot.question.model import (
    ClarifyQuestion,
    Conversation,
    GroupsQuestion,
    Measure,
    Most,
    Question,
    Refusal,
    Refused,
    RollQuestion,
    TableQuestion,
    TallyQuestion,
    Unclear,
    VoteQuestion,
)
from bot.question.reading import VOTE_CUES, Reading, weight
from bot.question.sets import EVERYONE, AllOf, AnyOf, Everyone, Members, StateSet, These, VotedLike, all_of, any_of, less, parts
from bot.question.signs import LITTLE, MUCH, SOME, about_votes, names_an_instrument

WEAKLY = 10
"""The weight of what may be left of a message that names a state, where its words of voting are weak ones (stance, side)."""
Kind = Callable[[Frame, Conversation], Question | None]


# --- what is wanted ------------------------------------------------------------------------------


def _measure(f: Frame) -> Measure:
    """What is wanted of a set of states: a yes or no, a number, or the list of them."""
    r = f.reading
    if r.has(Cue.SHARE):
        return Measure.SHARE
    out_of_line = r.has(Cue.MOST_OF) and r.has(Cue.WHO) and (r.has(Cue.DIFFER) or _negated_sameness(r))
    if r.has(Cue.RANKS) or out_of_line:
        return Measure.RANKS
    if r.has(Cue.HOW_MANY) and not r.has(Cue.LIST):
        return Measure.COUNT
    if r.has(Cue.SPLIT) and not r.votes:
        return Measure.DIFFERENT
    if r.has(Cue.UNITED) and not r.votes:
        return Measure.SAME
    if r.has(Cue.SAME) and r.asks and not r.votes and not f.states and not r.has(Cue.WHO):
        return Measure.DIFFERENT if r.has(Cue.DIFFER) else Measure.SAME
    if r.votes and r.asks and not r.has(Cue.LIST):
        return _yes_or_no(f)
    return Measure.LIST


def _negated_sameness(r: Reading) -> bool:
    """Whether it is said that somebody did not vote as others did: 没有跟多数保持一致."""
    places = [start for cue in (Cue.SAME, Cue.LIKE, Cue.UNITED, Cue.MOST_OF) for start, _ in r.cues.get(cue, ())]
    return any(r.precedes(at, (Cue.NEGATION,), (Cue.VOTING, Cue.JOIN, Cue.MEMBERS, Cue.MOST_OF, Cue.FILLER)) for at in places)


def _yes_or_no(f: Frame) -> Measure:
    r = f.reading
    if r.has(Cue.MOST_OF):
        return Measure.MOST
    if _not_all(r):
        return Measure.NOT_ALL
    if r.has(Cue.NEITHER):
        return Measure.NONE
    if r.has(Cue.ALL, Cue.BOTH) and not _who_besides(r):
        return Measure.ALL
    if _no_one(f) or (r.has(Cue.EITHER) and r.has(Cue.CONCORD) and r.votes != r.named_votes):
        return Measure.NONE
    if r.has(Cue.EITHER, Cue.WHO, Cue.COUNTRIES, Cue.ANY_ONE) or _there_is(r):
        return Measure.ANY
    return Measure.ALL


def _there_is(r: Reading) -> bool:
    """Whether it is asked if there are any that voted so: 欧盟里有反对的吗."""
    votes = [start for spans in r.vote_spans.values() for start, _ in spans]
    groups = [m.start for m in r.mentions if m.named.group]
    before_vote = any(r.precedes(at, (Cue.THERE_IS,), (Cue.VOTING, Cue.NEGATION, Cue.WHO_VOTES)) for at in votes)
    return before_vote or any(r.precedes(at, (Cue.THERE_IS,), (Cue.MEMBERS, Cue.WHO_VOTES)) for at in groups)


def _not_all(r: Reading) -> bool:
    """Whether it is asked if not all did; in votaron que no todos, the no is of the vote."""
    votes = [span for spans in r.vote_spans.values() for span in spans]
    return any(not any(a < end and start < b for a, b in votes) for start, end in r.cues.get(Cue.NOT_ALL, ()))


def _who_besides(r: Reading) -> bool:
    """Whether it is asked who, by a word that is no part of one for all of them: كل الدول."""
    all_of_them = [span for cue in (Cue.ALL, Cue.BOTH, Cue.EITHER) for span in r.cues.get(cue, ())]
    return any(not any(a <= start and end <= b for a, b in all_of_them) for start, end in r.cues.get(Cue.WHO, ()))


def _no_one(f: Frame) -> bool:
    """Whether a negation stands before who is asked about: 没有非洲国家反对吧, no African state opposed it, right?"""
    r = f.reading
    groups = [m.start for m in r.mentions if m.named.group]
    votes = [start for spans in r.vote_spans.values() for start, _ in spans if not r.negated(start)]
    before_group = any(r.precedes(at, (Cue.NO_ONE,), (Cue.MEMBERS, Cue.FILLER)) for at in groups)
    before_vote = any(r.precedes(at, (Cue.NO_ONE,), (Cue.WHO_VOTES, Cue.MEMBERS, Cue.VOTING)) for at in votes)
    return before_group or before_vote


def _verdict(f: Frame) -> tuple[Measure, frozenset[Vote]]:
    """What is wanted of states named one by one."""
    r = f.reading
    if r.votes and len(f.states) > 1 and r.has(Cue.NEITHER) and not r.has(Cue.HOW):
        # Did neither France nor Japan vote against: none of them did. 都没投赞成 negates the vote itself.
        named = r.named_votes if r.votes == r.named_votes or r.has(Cue.CONCORD) else None
        return (Measure.NONE, named) if named else (Measure.ALL, r.votes)
    alike = r.has(Cue.SAME, Cue.COMPARE) or (r.asks and any(r.precedes(at, (Cue.LIKE,), (Cue.MEMBERS, Cue.CAST)) for at in f.places))
    likewise = r.votes and (r.has(Cue.BOTH) or (r.asks and not r.has(Cue.DIFFER)))
    if alike and len(f.states) > 1 and not likewise:
        return (Measure.DIFFERENT if r.has(Cue.DIFFER) and r.asks else Measure.SAME), frozenset()
    which = _who_besides(r) and len(f.states) > 1
    both = r.has(Cue.BOTH) and r.asks
    if r.votes and len(r.named_votes) == 1 and not which and (both or not r.has(Cue.HOW)):
        return (Measure.ANY if r.has(Cue.EITHER) and len(f.states) > 1 else Measure.ALL), r.votes
    return Measure.LIST, frozenset()


# --- the kinds, in the order of the table at the end -----------------------------------------------


def which_state(f: Frame, c: Conversation) -> Question | None:
    """刚果, Korea: ask which; 另一个呢 after one of the two: the other."""
    r, last = f.reading, c.last
    if not r.ambiguous:
        return _other_of_two(f, c)
    if r.has(Cue.OTHER_ONE, Cue.ELSE) and isinstance(last, VoteQuestion) and set(last.states) & set(r.ambiguous):
        return replace(last, states=tuple(x for x in r.ambiguous if x not in last.states), guessed=())
    if about_votes(r) or r.has(Cue.SAME) or weight(r.rest) <= SOME:
        return ClarifyQuestion(Unclear.WHICH_STATE, r.ambiguous)
    return None


def _other_of_two(f: Frame, c: Conversation) -> Question | None:
    """北边那个呢, of a state asked about whose name may also be another's: which of the two?"""
    r, last = f.reading, c.last
    if not r.has(Cue.OTHER_ONE) or r.mentions or not isinstance(last, VoteQuestion) or weight(r.rest) > LITTLE:
        return None
    namesakes = (n.codes for n in r.library.names.aliases.values() if n.sense is Sense.AMBIGUOUS and set(last.states) < set(n.codes))
    codes = next(namesakes, ())
    return ClarifyQuestion(Unclear.WHICH_STATE, codes) if codes else None


def of_another_text(f: Frame, c: Conversation) -> Question | None:
    """A vote on a text that is only cited."""
    r = f.reading
    voting = r.votes or r.has(Cue.CAST)
    return Refusal(Refused.NOT_FOUND) if voting and weight(r.rest) > LITTLE and names_an_instrument(r) else None


def groups_of(f: Frame, c: Conversation) -> Question | None:
    """智利属于哪个组, is Chile in the African Group?"""
    r = f.reading
    states = f.states
    named = f.groups and r.asks and r.has(Cue.OF_THOSE, Cue.WHICH_GROUP)
    if not states or not (named or r.has(Cue.WHICH_GROUP)) or about_votes(r) or weight(r.unexplained) > SOME:
        return None
    if not f.groups and r.has(Cue.INCLUDED) and isinstance(c.last, RollQuestion):
        return None
    return GroupsQuestion(states, f.groups)


def majority(f: Frame, c: Conversation) -> Question | None:
    """How many votes it takes."""
    r = f.reading
    return TallyQuestion(majority=True) if r.has(Cue.MAJORITY) and weight(r.rest) <= MUCH else None


def table(f: Frame, c: Conversation) -> Question | None:
    """各地区组怎么投的, which group was most divided, 欧盟和非洲谁反对得多: sets side by side."""
    r = f.reading
    if r.has(Cue.IT_IS_SAID) or weight(r.unexplained) > SOME or (r.has(Cue.WHICH_GROUP) and f.states and not about_votes(r)):
        return None
    voting = about_votes(r) or r.has(Cue.RESULT, Cue.SHARE, Cue.COMPARE, Cue.LIST, Cue.HOW_MANY, Cue.UNITED, Cue.SPLIT, Cue.MOST)
    picked = Most.NONE
    if r.has(Cue.MOST, Cue.COMPARE) and r.votes:
        picked = Most.VOTES
    elif r.has(Cue.SPLIT, Cue.UNITED):
        picked = Most.SPLIT if r.has(Cue.SPLIT) is not r.has(Cue.LEAST) else Most.UNITED
    if r.has(Cue.BY_GROUP) and not f.groups and (voting or isinstance(c.last, (RollQuestion, TallyQuestion, TableQuestion))):
        return TableQuestion(_regional(r), r.votes, picked)
    if r.has(Cue.RANKS) and not f.groups and not isinstance(c.last, RollQuestion):
        return TableQuestion(_regional(r))
    several = len(f.groups) > 1 and not r.has(Cue.IN_BOTH)
    compared = r.has(Cue.COMPARE) or picked is not Most.NONE or (r.has(Cue.SHARE) and several)
    if several and compared and not f.states and len(f.sets) > 1:
        return TableQuestion(f.sets, r.votes, picked)
    return None


def _regional(r: Reading) -> tuple[StateSet, ...]:
    return tuple(Members(g) for g in r.library.names.regional)


def not_cast(f: Frame, c: Conversation) -> Question | None:
    """谁没投票: the record lists who voted; the voting data, who did not."""
    r = f.reading
    if not r.has(Cue.NOT_CAST) or r.votes or r.has(Cue.RESULT, Cue.SAME, Cue.MOST_OF) or f.states or f.like:
        return None
    if r.resolution and r.resolution.voters(Vote.NOT_VOTING):
        return RollQuestion(frozenset({Vote.NOT_VOTING}), f.who)
    return RollQuestion(who=f.who) if f.groups else Refusal(Refused.NOT_CAST)


def like(f: Frame, c: Conversation) -> Question | None:
    """和中国投得一样的有哪些, who voted like Japan but is in Asia?"""
    r = f.reading
    if f.like:
        return RollQuestion(r.votes, f.who, Measure.COUNT if r.has(Cue.HOW_MANY) else Measure.LIST)
    follows = r.has(Cue.SAME) and r.has(Cue.CAST) and len(f.states) == 1 and isinstance(c.last, RollQuestion) and not r.asks
    return RollQuestion(who=VotedLike(f.states[0], not r.has(Cue.DIFFER))) if follows else None


def without(f: Frame, c: Conversation) -> Question | None:
    """除了日本还有谁反对, leaving out the African states: a set less some."""
    r = f.reading
    if not f.left_out or f.states or r.has(Cue.IT_IS_SAID):
        return None
    left_out = [x for s in f.left_out if isinstance(s, These) for x in s.codes]
    alike = not r.votes and len(left_out) == 1 and not f.groups and (r.has(Cue.SAME) or (r.has(Cue.CAST) and r.has(Cue.ELSE)))
    if alike:
        return RollQuestion(who=VotedLike(left_out[0]))
    asks = r.votes or r.has(Cue.CAST, Cue.STANCE, Cue.SHARE, Cue.UNITED, Cue.SPLIT) or (f.groups and weight(r.rest) <= LITTLE)
    return RollQuestion(r.votes, f.who, _measure(f)) if asks and weight(r.rest) <= MUCH else None


def only(f: Frame, c: Conversation) -> Question | None:
    """美国是唯一反对的吗: whoever voted so."""
    r = f.reading
    if not r.has(Cue.ONLY) or not r.votes or not f.sets or not (f.states or r.asks) or _no_one(f):
        return None
    if f.states:
        return RollQuestion(r.votes, f.who, Measure.ONLY, These(f.states))
    return RollQuestion(r.votes, less(EVERYONE, *f.left_out), Measure.ONLY, f.group_set)


def votes(f: Frame, c: Conversation) -> Question | None:
    """How named states voted."""
    r, last = f.reading, c.last
    if not f.states:
        return None
    voting = r.has(Cue.CAST, Cue.NO, Cue.ABSTAIN, Cue.NOT_CAST) and not r.has(Cue.IT_IS_SAID)
    weak = r.has(Cue.STANCE, Cue.YES, Cue.SAME, Cue.COMPARE, Cue.RESULT) and not r.has(Cue.IT_IS_SAID) and weight(r.rest) <= WEAKLY
    if not (voting or weak or _alone(f, c)):
        return None
    if len(f.states) == 1 and r.has(Cue.SAME, Cue.COMPARE) and isinstance(last, VoteQuestion) and last.states != f.states:
        # 和日本一样吗, of the state asked about before.
        return VoteQuestion((*last.states, *f.states), Measure.SAME, guessed=r.guesses)
    measure, asked = _verdict(f)
    follows = not voting and r.has(Cue.AND_THEN, Cue.INCLUDED) and not r.votes
    if follows and isinstance(last, VoteQuestion) and last.measure is Measure.ALL:
        measure, asked = last.measure, last.asked
    if r.has(Cue.INCLUDED) and not r.votes and isinstance(last, RollQuestion) and last.votes:
        # 谁反对, then 包括日本吗.
        measure, asked = Measure.ALL, last.votes
    return VoteQuestion(f.states, measure, asked, r.guesses)


def _alone(f: Frame, c: Conversation) -> bool:
    """Whether a state is named and nothing else is asked: 中国, 隔壁的多米尼加呢, but not 中国有多少人口."""
    r = f.reading
    if r.has(Cue.WHERE, Cue.IT_IS_SAID) or weight(r.rest) > LITTLE:
        return False
    if len(f.states) == 1 and not r.has(Cue.HOW) and any(map(r.qualifies, r.mentions)):
        return False
    counts = r.has(Cue.HOW_MANY, Cue.FACT_COUNT, Cue.MONEY) or r.references.step
    return not counts


def chosen_state(f: Frame, c: Conversation) -> Question | None:
    """After “which of the two?”: 金, the second one, both."""
    r, last = f.reading, c.last
    if not isinstance(last, ClarifyQuestion) or not last.states or f.states or weight(r.text.norm) > 8:
        return None
    if r.has(Cue.OTHER_ONE):
        return VoteQuestion(last.states[1:2])
    if r.has(Cue.FIRST_ONE):
        return VoteQuestion(last.states[:1])
    if r.has(Cue.ALL, Cue.BOTH):
        return VoteQuestion(last.states)
    word = r.bare
    fits = [x for x in last.states if word and any(word in a for a, n in r.library.names.aliases.items() if n.codes == (x,))]
    return VoteQuestion(tuple(fits)) if len(fits) == 1 else None


def whether(f: Frame, c: Conversation) -> Question | None:
    """是赞成吗, in favour?: of the states asked about last."""
    r = f.reading
    others = f.states or f.groups or f.left_out or r.ambiguous or r.has(Cue.WHO, Cue.HOW_MANY, Cue.LIST, Cue.COUNTRIES, Cue.RESULT, Cue.AMONG, Cue.ELSE)
    exists = any(start == 0 for start, _ in r.cues.get(Cue.THERE_IS, ()))
    asks = r.votes and r.ends_as_question and not exists
    if others or not asks or weight(r.rest) or not isinstance(c.last, VoteQuestion) or len(r.named_votes) > 1:
        return None
    return VoteQuestion(c.last.states, Measure.ALL, r.votes)


def pronoun(f: Frame, c: Conversation) -> Question | None:
    """那它投了什么, 这两国一样吗: of the states asked about before."""
    r, last = f.reading, c.last
    if f.states or f.groups or not r.has(Cue.IT) or r.has(Cue.WHO, Cue.RESULT, Cue.WHERE) or weight(r.rest) > LITTLE:
        return None
    voting = r.has(Cue.CAST, Cue.STANCE, Cue.SAME, *VOTE_CUES)
    if not voting and not (r.has(Cue.AND_THEN) and weight(r.text.norm) <= 6):
        return None
    if not c.states and not isinstance(c.last, RollQuestion):
        # “it” in English is mostly the resolution.
        return None if c.turns or r.has(Cue.THE_TEXT) else ClarifyQuestion(Unclear.WHAT)
    if r.has(Cue.SAME) and len(c.states) > 1:
        return VoteQuestion(c.states, Measure.SAME)
    if voting and isinstance(last, RollQuestion) and last.who != EVERYONE and not r.votes and not r.has(Cue.SAME):
        return RollQuestion(who=last.who)
    if not voting or not isinstance(last, VoteQuestion):
        return None
    asks = r.votes and len(r.named_votes) == 1 and not r.has(Cue.HOW)
    return VoteQuestion(last.states, Measure.ALL if asks else Measure.LIST, r.votes if asks else frozenset())


def of_groups(f: Frame, c: Conversation) -> Question | None:
    """How the groups named voted, or which of them are in the roll asked for before."""
    r, last = f.reading, c.last
    if not f.groups or r.has(Cue.IT_IS_SAID):
        return None
    measure = _measure(f)
    if measure is Measure.NONE and r.has(Cue.CONCORD):
        # Aucun membre n'a voté contre, ни одна страна не голосовала против: one negation in two words.
        return RollQuestion(r.named_votes, f.who, measure)
    alone = not r.votes and not r.has(Cue.CAST)
    if not alone or measure in (Measure.SAME, Measure.DIFFERENT, Measure.SHARE, Measure.RANKS):
        kept = before(last).votes if r.has(Cue.AMONG) and alone else frozenset()
        return RollQuestion(r.votes or kept, f.who, measure)
    if r.has(Cue.STANCE, Cue.LIST, Cue.RESULT) and weight(r.unexplained) <= SOME:
        return RollQuestion(who=f.who)
    if weight(r.unexplained) > LITTLE or r.has(Cue.WHERE):
        return RollQuestion(who=f.who, measure=measure) if r.has(Cue.WHO, Cue.SAME) and weight(r.rest) <= SOME else None
    if isinstance(last, RollQuestion) and last != RollQuestion():
        # 谁反对, then 拉美有吗; 其中非洲的 keeps whom it was asked of.
        narrowed = all_of(last.who, f.who) if _among_those(f) or not _by_groups(last.who) else f.who
        return replace(last, who=narrowed, measure=measure if measure is Measure.COUNT else Measure.LIST)
    kept = before(last).votes if r.has(Cue.AMONG, Cue.AND_THEN) else frozenset()
    return RollQuestion(kept, f.who)


def _among_those(f: Frame) -> bool:
    """Whether a group is sought among those before, 其中北约的; 北约那几个 takes their place."""
    r = f.reading
    first = next((m.start for m in r.mentions if m.named.group), 0)
    return any(end <= first for _, end in r.cues.get(Cue.AMONG, ()))


def _by_groups(who: StateSet) -> bool:
    """Whether a set is nothing but groups, so that others take their place."""
    return all(isinstance(x, (Everyone, Members, AnyOf)) for x in parts(who))


def before(last: Question | None) -> RollQuestion:
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


def of_those_before(f: Frame, c: Conversation) -> Question | None:
    """他们口径一致吗, did they all support it, 占百分之几, 除了日本呢, 还有谁: of the states asked about before."""
    r, last = f.reading, c.last
    if f.states or f.groups or weight(r.unexplained) > LITTLE or r.has(Cue.WHERE, Cue.IT_IS_SAID):
        return None
    if f.left_out and isinstance(last, RollQuestion) and not r.votes:
        return None
    if r.has(Cue.ELSE) and isinstance(last, (VoteQuestion, RollQuestion)) and not r.has(Cue.HOW_MANY):
        return _who_else(r.votes, last)
    if not isinstance(last, (RollQuestion, VoteQuestion, TableQuestion)):
        return None
    measure = _measure(f)
    if measure in (Measure.SAME, Measure.DIFFERENT) and isinstance(last, VoteQuestion):
        # 三国一样吗: of one state alone, nobody asks that.
        return VoteQuestion(c.states, measure) if len(c.states) > 1 else None
    asked = before(last)
    if measure in (Measure.SAME, Measure.DIFFERENT, Measure.SHARE, Measure.RANKS) and (measure is not Measure.SHARE or asked.who != EVERYONE or asked.votes):
        shared = measure is Measure.SHARE
        return RollQuestion((r.votes or asked.votes) if shared else frozenset(), asked.who, measure) if asked.who != EVERYONE or shared else None
    if r.has(Cue.AMONG) and r.votes and weight(r.rest) <= SOME:
        if isinstance(last, VoteQuestion) and len(last.states) == 1:
            return None
        return RollQuestion(r.votes, _not_like(asked.who), measure)
    if r.has(Cue.HOW_MANY) and not r.has(Cue.RESULT) and not r.votes and isinstance(last, RollQuestion) and last.who != EVERYONE:
        return replace(last, measure=Measure.COUNT)
    if r.has(Cue.WHO, Cue.LIST) and not r.votes and isinstance(last, RollQuestion) and last.measure is not Measure.LIST and not r.has(Cue.CAST):
        return replace(last, measure=Measure.LIST)
    return None


def _not_like(who: StateSet) -> StateSet:
    """A set without the condition that its states voted like another."""
    if isinstance(who, VotedLike):
        return EVERYONE
    return all_of(*(s for s in who.sets if not isinstance(s, VotedLike))) if isinstance(who, AllOf) else who


def _who_else(votes: frozenset[Vote], last: VoteQuestion | RollQuestion) -> Question:
    if isinstance(last, RollQuestion):
        if votes:
            return replace(last, votes=votes, measure=Measure.LIST)
        return RollQuestion(frozenset(CAST) - last.votes, last.who) if last.votes else last
    if votes or last.asked:
        return RollQuestion(votes or last.asked, less(EVERYONE, These(last.states)))
    return RollQuestion(who=VotedLike(last.states[0]))


def less_some(f: Frame, c: Conversation) -> Question | None:
    """After a roll: 除了日本呢."""
    r, last = f.reading, c.last
    fits = f.left_out and isinstance(last, RollQuestion) and not r.votes and not r.has(Cue.CAST) and weight(r.rest) <= LITTLE
    if not fits or not isinstance(last, RollQuestion):
        return None
    return replace(last, who=less(all_of(last.who, f.group_set) if f.groups else last.who, *f.left_out), measure=Measure.LIST)


def roll(f: Frame, c: Conversation) -> Question | None:
    """谁反对: those that voted so, of all."""
    r, last = f.reading, c.last
    votes = r.votes
    if r.has(Cue.SHARE) or (r.has(Cue.DIFFERENCE) and len(votes) == 2):
        return None
    if r.has(Cue.WHO, Cue.LIST) and not votes and isinstance(last, TallyQuestion) and last.votes and weight(r.rest) <= LITTLE:
        votes = last.votes
    if r.has(Cue.WHO, Cue.LIST) and votes and weight(r.rest) <= SOME:
        if r.has(Cue.HOW_MANY) and not r.has(Cue.LIST) and not _who_strictly(r):
            return None
        counts = r.has(Cue.HOW_MANY) and not r.has(Cue.LIST)
        exists = r.asks and r.votes and r.has(Cue.ANY_ONE)
        return RollQuestion(votes, measure=Measure.COUNT if counts else Measure.ANY if exists else Measure.LIST)
    nothing_else = weight(r.left_without(*VOTE_CUES, Cue.CAST, Cue.FILLER, Cue.AND_THEN, Cue.AMONG, Cue.QUESTION, Cue.NEGATION)) == 0
    if 0 < len(votes) < len(CAST) and nothing_else and not r.has(Cue.HOW_MANY):
        # “弃权” and nothing else, or “反对的呢”.
        if isinstance(last, RollQuestion) and r.has(Cue.AND_THEN, Cue.AMONG, Cue.QUESTION):
            return replace(last, votes=votes, who=_not_like(last.who), measure=Measure.LIST, only=EVERYONE)
        return TallyQuestion(votes=votes) if isinstance(last, TallyQuestion) else RollQuestion(votes)
    if r.has(Cue.CAST) and r.has(Cue.WHO, Cue.LIST) and weight(r.rest) <= SOME and not r.has(Cue.HOW_MANY):
        return RollQuestion()
    return None


def _who_strictly(r: Reading) -> bool:
    """Whether it asks who, and not only 有几个国家, how many countries."""
    counted = r.cues.get(Cue.HOW_MANY, ())
    return any(not any(a <= s and e <= b for a, b in counted) for s, e in r.cues.get(Cue.WHO, ()))


_FACT_OF_MEETING = (Cue.FACT_MEETING, Cue.FACT_SESSION, Cue.FACT_ADOPTED, Cue.FACT_BODY, Cue.FACT_SESSION_DATES)


def _names_something(r: Reading) -> bool:
    """Whether there is a name of what is no voter: 朝鲜半岛."""
    return any(m.named.sense is Sense.WORD for m in r.mentions)


def not_understood(r: Reading) -> str:
    """Who is asked about by a name that is none here, up to the word for states that follows it: 一带一路; empty where nobody is."""
    if word := next((m for m in r.mentions if m.named.sense is Sense.WORD), None):
        return r.text.norm[word.start : word.end]  # 发达国家.
    unknown = r.unexplained.split(" ")
    begin = r.text.norm.find(unknown[0])
    ends = [start for start, _ in sorted(r.cues.get(Cue.KIND_OF, ())) if start > begin]
    end = ends[0] if ends else r.text.norm.find(unknown[-1], begin) + len(unknown[-1])
    return r.text.norm[begin:end].strip() if weight(r.unexplained) >= LITTLE else ""


def tally(f: Frame, c: Conversation) -> Question | None:
    """How many voted so, and whether it was adopted: the figures, not the names."""
    r = f.reading
    if r.has(Cue.IT_IS_SAID) or (r.has(Cue.FACT_COUNT) and not about_votes(r)):
        return None
    voted = bool(r.votes) or r.has(Cue.CAST)
    if r.has(*_FACT_OF_MEETING) and not r.votes and not r.has(Cue.HOW_MANY) and not (r.has(Cue.RESULT) and r.has(Cue.CAST)):
        return None
    counts = r.has(Cue.HOW_MANY, Cue.RESULT, Cue.SHARE, Cue.RATIO)
    counting = (counts and voted) or len(r.named_votes) > 1
    result = r.has(Cue.RESULT) and not (r.has(Cue.WHERE) and weight(r.rest) > LITTLE) and weight(r.rest) <= SOME
    follows = r.has(Cue.HOW_MANY) and isinstance(c.last, (TallyQuestion, RollQuestion)) and not r.rest
    votes_only = bool(r.votes) and weight(r.rest) <= LITTLE and not (r.rest and r.has(Cue.WHERE))
    voting = r.has(Cue.CAST) and weight(r.rest) <= LITTLE
    if r.has(Cue.HOW) and r.has(Cue.CAST) and not (counting or result) and (weight(r.rest) >= LITTLE or _names_something(r)):
        # “How did Wakanda vote” is not answered by how all did.
        part = not_understood(r)
        return ClarifyQuestion(Unclear.PART, part=part) if part else ClarifyQuestion(Unclear.WHAT)
    if r.has(Cue.DIFFERENCE) and len(r.votes) == 2:
        return TallyQuestion(votes=r.votes)
    if r.has(Cue.SHARE) and (voted or weight(r.rest) <= LITTLE) and weight(r.unexplained) <= SOME:
        return RollQuestion(r.votes or frozenset({Vote.YES}), measure=Measure.SHARE)
    if r.has(Cue.HOW_MANY) and len(r.votes) > len(r.named_votes) and weight(r.rest) <= SOME:
        return RollQuestion(r.votes, measure=Measure.COUNT)
    if (counting or result or follows or votes_only or voting) and weight(r.rest) <= MUCH:
        return TallyQuestion(unanimous=r.has(Cue.UNANIMOUS), votes=r.votes or (before(c.last).votes if follows else frozenset()))
    return None


KINDS: tuple[Kind, ...] = (
    which_state,
    majority,
    groups_of,
    table,
    of_another_text,
    not_cast,
    like,
    less_some,
    without,
    only,
    votes,
    pronoun,
    whether,
    of_groups,
    of_those_before,
    roll,
    tally,
)
"""In the order in which they are tried."""


def about(f: Frame, c: Conversation) -> Question | None:
    """The question about votes that a message asks; None where it asks none."""
    return next((q for kind in KINDS if (q := kind(f, c)) is not None), None)
