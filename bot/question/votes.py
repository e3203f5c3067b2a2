"""Questions about votes that a message asks by itself, whatever was said before.

Each kind is a function from a Frame to a Question, or None where the message is not of it; their order stands in
`kinds`.
"""

from __future__ import annotations

from itertools import pairwise

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.named import Sense
from bot.language.normal import blank, is_chinese, signs_in
from bot.language.shapes import Shape
from bot.question.each import denied, each_of
from bot.question.frame import Frame, both_named
from bot.question.measure import (
    measure_of,
    measure_of_named,
    negating_sameness,
    none_is_meant,
    of_votes_cast,
    of_which_groups,
    outcome_asked,
    picked_by,
    votes_asked,
    who_strictly,
)
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
from bot.question.reading import LITTLE, MUCH, SOME, VOTE_CUES, Reading, letters, weight
from bot.question.sets import EVERYONE, Measure, Members, Most, StateSet, These, VotedLike, VotedSo, any_of, less
from bot.question.unknown_voters import are_states, unknown_voters
from bot.question.which_of_named import said_to_be_in
from bot.resolution import CAST, Vote

WEAKLY = 10
"""The weight of what may be left of a message that names a state, where its words of voting are weak ones (stance,
side)."""
OF_A_WHOLE = (Measure.SAME, Measure.DIFFERENT, Measure.SHARE, Measure.RANKS)
"""What is measured of a set by itself, so that no vote need be named."""
_SHORTLY = 6
"""The most weight of a message that says nothing but who is meant: 那他们呢."""
_SHORT = (Cue.REST, Cue.OTHER_ONE, Cue.ELSE, Cue.AND_THEN, Cue.FILLER, Cue.JOIN, Cue.QUESTION, Cue.MEMBERS, Cue.IT)
"""Words of a message that says no more than that somebody else is meant: and the other one?"""
_FACT_OF_MEETING = (
    Cue.FACT_MEETING, Cue.FACT_SESSION, Cue.FACT_ADOPTED, Cue.FACT_BODY, Cue.FACT_SESSION_DATES, Cue.FACT_AGENDA,
)  # fmt: skip

_ENDS = ",.;:?!。"
"""Signs at which what a word is about ends."""
_OF_VOTES = (VoteQuestion, RollQuestion, TallyQuestion, TableQuestion)


def which_state(f: Frame) -> Question | None:
    """刚果, Korea: asks which of them."""
    r = f.reading
    asks = r.ambiguous and (r.about_votes or r.has(Cue.SAME) or r.left <= SOME)
    return ClarifyQuestion(Unclear.WHICH_STATE, r.ambiguous) if asks else None


def groups_of(f: Frame) -> Question | None:
    """智利属于哪个组, is Chile in the African Group?"""
    r = f.reading
    # In line with a group is not in it.
    asked_of = said_to_be_in(f) or (r.asks and r.has(Cue.OF_THOSE, Cue.WHICH_GROUP))
    named = f.groups and asked_of and not r.has(Cue.SAME, Cue.DIFFER, Cue.RANKS)
    asks = f.states and (named or r.has(Cue.WHICH_GROUP))
    return GroupsQuestion(f.states, f.groups) if asks and not r.about_votes and r.unaccounted <= SOME else None


def majority(f: Frame) -> Question | None:
    """How many votes it takes."""
    r = f.reading
    return TallyQuestion(majority=True) if r.has(Cue.MAJORITY) and r.left <= MUCH else None


def table(f: Frame) -> Question | None:
    """各地区组怎么投的, which group was most divided, 欧盟和非洲谁反对得多: sets side by side."""
    r = f.reading
    of_a_state = r.has(Cue.WHICH_GROUP) and f.states and not r.about_votes
    if r.has(Cue.IT_IS_SAID) or r.unaccounted > SOME or of_a_state:
        return None
    picked = picked_by(r)
    if not f.groups:
        beside = (Cue.RESULT, Cue.SHARE, Cue.COMPARE, Cue.LIST, Cue.HOW_MANY, Cue.UNITED, Cue.SPLIT, Cue.MOST)
        if r.has(Cue.BY_GROUP) and (r.about_votes or r.has(*beside) or not r.left):
            return by_region(f)
        # Selling rifles to the rebels is none of these.
        return TableQuestion(_regional(r)) if r.has(Cue.RANKS) and not f.states and r.left < LITTLE else None
    if r.has(Cue.UNITED, Cue.SPLIT) and r.has(Cue.HOW_MANY) and not f.states:
        return TableQuestion(f.sets)  # How cohesive a group was, its index says.
    several = len(f.groups) > 1 and not r.has(Cue.IN_BOTH)
    compared = r.has(Cue.COMPARE, Cue.SHARE) or picked is not Most.NONE
    if not (several and compared) or f.states:
        return None
    more = r.asks and picked is Most.VOTES and len(f.sets) == 2 and not r.has(Cue.LEAST, Cue.WHO)
    return TableQuestion(f.sets, r.votes, picked, asks=more)


def by_region(f: Frame) -> TableQuestion:
    """The regional groups side by side; or those of them that are asked for: which of them gave it not one yes?"""
    r, picked, measure = f.reading, picked_by(f.reading), of_which_groups(f)
    if measure is not Measure.LIST:
        return TableQuestion(_regional(r), r.named_votes, measure=measure, alone=True)
    listed = picked is not Most.NONE and r.has(Cue.LIST, Cue.IT, Cue.AMONG) and r.has(Cue.CAST)
    return TableQuestion(_regional(r), r.votes, picked, alone=listed)


def _regional(r: Reading) -> tuple[StateSet, ...]:
    return tuple(Members(g) for g in r.library.names.regional)


def not_cast(f: Frame) -> Question | None:
    """谁没投票: the record lists who voted; the voting data, who did not."""
    r = f.reading
    # 没有参加投票: its 参加投票 asks for no result.
    result = apart_from(r.spans_of(Cue.RESULT), r.spans_of(Cue.NOT_CAST, Cue.TAKE_PART))
    # Qui n'a pas voté comme les autres: they took part.
    likened = r.has(Cue.SAME, Cue.MOST_OF) or bool(negating_sameness(r))
    otherwise = result or likened or f.states or f.like
    if not r.has(Cue.NOT_CAST) or r.votes or otherwise:
        return None
    if r.left > LITTLE and not r.has(Cue.CAST, Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY):
        return None  # Absent from school: of nobody that votes.
    listed = r.resolution and r.resolution.voters(Vote.NOT_VOTING)
    return RollQuestion(frozenset({Vote.NOT_VOTING}) if listed else frozenset(), f.who)


def like(f: Frame) -> Question | None:
    """和中国投得一样的有哪些, who voted like Japan but is in Asia?"""
    if not f.like:
        return None
    return RollQuestion(votes_asked(f.reading), f.who, Measure.COUNT if f.reading.has(Cue.HOW_MANY) else Measure.LIST)


def without(f: Frame) -> Question | None:
    """除了日本还有谁反对, leaving out the African states: a set less some."""
    r = f.reading
    if not f.left_out or f.states or r.has(Cue.IT_IS_SAID):
        return None
    left_out = [x for s in f.left_out if isinstance(s, These) for x in s.codes]
    sought = r.has(Cue.SAME) or (r.has(Cue.CAST) and r.has(Cue.ELSE) and not r.has(Cue.REST))
    if sought and not r.votes and len(left_out) == 1 and not f.groups:
        return RollQuestion(who=VotedLike(left_out[0]))
    voting = r.votes or r.has(Cue.CAST, Cue.STANCE, Cue.SHARE, Cue.UNITED, Cue.SPLIT)
    asks = voting or (f.groups and r.left <= LITTLE)
    return RollQuestion(r.votes, f.who, measure_of(f)) if asks and r.left <= MUCH else None


def only(f: Frame) -> Question | None:
    """美国是唯一反对的吗: whoever voted so."""
    r = f.reading
    if not r.has(Cue.ONLY) or not r.votes or not f.sets or none_is_meant(f):
        return None
    if f.states and any(both_named(a, b, r) for a, b in pairwise(f.asked)):
        # Only the EU and the US.
        return RollQuestion(r.votes, less(EVERYONE, *f.left_out), Measure.ONLY, any_of(f.group_set, These(f.states)))
    if f.states:
        return RollQuestion(r.votes, f.who, Measure.ONLY, These(f.states))
    return RollQuestion(r.votes, less(EVERYONE, *f.left_out), Measure.ONLY, f.group_set) if r.asks else None


def all_of_group(f: Frame) -> Question | None:
    """弃权的都是拉美国家吗, do all the votes against come from NATO?: of whoever voted so, whether they are in a
    group."""
    r = f.reading
    asks = r.asks and r.votes and r.has(Cue.ALL, Cue.BOTH, Cue.ONLY) and not r.has(Cue.LIST) and not none_is_meant(f)
    subject, said = f.split_at_being() if asks and not f.states else ((), ())
    if not said:
        return None
    who = any_of(*(Members(g) for g in subject)) if subject else EVERYONE
    return RollQuestion(r.votes, less(who, *f.left_out), Measure.ONLY, any_of(*(Members(g) for g in said)))


def share_of_votes(f: Frame) -> Question | None:
    """反对票里欧盟占百分之几, how much of the yes vote was African; 欧盟占百分之几, of all: the part of a group in
    them."""
    r = f.reading
    if r.has(Cue.SHARE) and not f.sets and (vote := of_votes_cast(r)):
        return RollQuestion(frozenset({vote}), VotedSo(frozenset(CAST)), Measure.SHARE)
    asks = r.has(Cue.SHARE) and f.groups and not f.states and not f.left_out and r.unaccounted <= SOME
    if not asks or not (r.has(Cue.OF_THE_VOTES) or not (r.votes or r.has(Cue.CAST))):
        return None
    return RollQuestion(r.votes, VotedSo(r.votes) if r.votes else EVERYONE, Measure.SHARE, f.group_set)


def named(f: Frame) -> VoteQuestion | None:
    """How named states voted."""
    r = f.reading
    said = r.has(Cue.IT_IS_SAID)
    weakly = r.has(Cue.STANCE, Cue.YES, Cue.SAME, Cue.COMPARE, Cue.RESULT, Cue.RANKS) and not said and r.left <= WEAKLY
    voting = (casts(r) or weakly) and not _of_something_else(r)
    if not f.states or not (voting or _alone(f)):
        return None
    of_each = (r.asks or r.ends_as_question) and len(f.states) > 1 and not r.has(Cue.HOW, Cue.NEITHER, Cue.WHO)
    if of_each and len(r.named_votes) > 1 and (each := each_of(r)):
        return VoteQuestion(f.states, Measure.ALL, r.votes, r.guesses, each)
    # China voted yes and Morocco no: whether that one is a vote, or only not what the other is, cannot be told.
    measure, votes = (Measure.LIST, frozenset[Vote]()) if of_each and denied(r) else measure_of_named(f)
    return VoteQuestion(f.states, measure, votes, r.guesses)


def casts(r: Reading) -> bool:
    """Whether it speaks of how somebody voted, in words that mean nothing else."""
    return r.has(Cue.CAST, Cue.NO, Cue.ABSTAIN, Cue.NOT_CAST) and not r.has(Cue.IT_IS_SAID)


def _of_a_vote(r: Reading) -> bool:
    """Whether a message surely speaks of a vote: by a word that means nothing else, beside a document that it names, or
    where there is no text that it could be of."""
    return r.has(Cue.CAST) or bool(r.documents) or r.named or not (r.resolution and r.resolution.paragraphs)


def _of_something_else(r: Reading) -> bool:
    """Whether a word for a vote is one of everyday life beside much else, with what it is about behind it: gas used
    against its own neighbours; not so what sided against, right?"""
    left = blank(r.text.norm, r.known)
    signs = [*signs_in(left, _ENDS), (len(left), len(left))]
    ends = [end for spans in r.vote_spans.values() for _, end in spans]
    behind = any(letters(left[end : next(sign for sign, _ in signs if sign >= end)]) for end in ends)
    return not _of_a_vote(r) and r.left > SOME and behind


def _alone(f: Frame) -> bool:
    """Whether a state is named and nothing else is asked: 中国, 隔壁的多米尼加呢, but not 中国有多少人口."""
    r = f.reading
    if r.has(Cue.WHERE, Cue.IT_IS_SAID) or _of_the_text(f, r.left):
        return False
    if r.has(Cue.WHO) and all(m.guessed for m in r.mentions):
        return False  # Who studies that: the Saudis are not spelt so.
    if len(f.states) == 1 and not r.has(Cue.HOW) and any(map(r.qualifies, r.mentions)):
        return False
    counts = r.has(Cue.HOW_MANY, Cue.FACT_COUNT, Cue.MONEY) or r.references.step
    return not counts


def _of_the_text(f: Frame, left: int) -> bool:
    """Whether a message that names somebody and no vote asks what the text says of them: by a word beside the name, or
    one for what they have to do.

    left: how much (see `weight`) is not understood. A word is passed over where votes were asked about before, or where
    the message goes on with what was said.
    """
    r = f.reading
    if r.resolution and not r.resolution.paragraphs:
        # There is nothing but votes.
        return left > SOME
    if left > LITTLE or r.tells(Shape.DEMAND):
        return True
    # Conferences in Panama and Malta: its “and” goes on with nothing; what about Malta's ports, said first, does not.
    ends = (0, len(r.text.norm.rstrip(" ?.!。")))
    edges = any(span[0] == ends[0] or span[1] == ends[1] for span in r.cues.get(Cue.AND_THEN, ()))
    goes_on = edges and (bool(f.conversation.turns) or is_chinese(r.text.norm[:1]))
    return not (goes_on or isinstance(f.conversation.last, _OF_VOTES)) and (left > 0 or r.has(*_FACT_OF_MEETING))


def whom(f: Frame) -> Question | None:
    """那它投了什么, and the other one?, with nothing said before: asks who is meant; “it” in English is mostly the
    resolution."""
    r = f.reading
    names = f.states or f.groups or r.has(Cue.WHO, Cue.HOW_MANY, Cue.RESULT, Cue.WHERE, Cue.THE_TEXT)
    voting = r.has(Cue.CAST, Cue.STANCE, Cue.SAME, *VOTE_CUES)
    follows = r.has(Cue.AND_THEN) and weight(r.text.norm) <= _SHORTLY
    left = r.has(Cue.REST, Cue.OTHER_ONE) and not r.says_besides(*_SHORT)
    asks = (left or (r.has(Cue.IT) and (voting or follows))) and not names and not f.conversation.turns
    return ClarifyQuestion(Unclear.WHAT) if asks and r.left <= LITTLE else None


def of_groups(f: Frame) -> RollQuestion | None:
    """How the groups named voted."""
    r = f.reading
    if not f.groups or r.has(Cue.IT_IS_SAID):
        return None
    measure = measure_of(f)
    if measure is Measure.NONE and r.has(Cue.CONCORD):
        # Aucun membre n'a voté contre, ни одна страна не голосовала против: one negation in two words.
        return RollQuestion(r.named_votes, f.who, measure)
    if r.votes and not _of_a_vote(r) and r.unaccounted > LITTLE:
        return None  # Support for rubbish dumps on small islands.
    if r.votes or r.has(Cue.CAST) or measure in OF_A_WHOLE:
        return RollQuestion(r.votes, f.who, measure)
    asks = r.has(Cue.STANCE, Cue.LIST, Cue.RESULT) and r.unaccounted <= SOME
    if asks or not (r.has(Cue.WHERE) or _of_the_text(f, r.unaccounted)):
        return RollQuestion(who=f.who)
    return RollQuestion(who=f.who, measure=measure) if r.has(Cue.WHO, Cue.SAME) and r.left <= SOME else None


def roll(f: Frame) -> Question | None:
    """谁反对: those that voted so, of all."""
    r = f.reading
    if r.has(Cue.SHARE) or (r.has(Cue.DIFFERENCE) and len(r.votes) == 2):
        return None
    counts = r.has(Cue.HOW_MANY) and not r.has(Cue.LIST)
    any_one = r.has(Cue.ANY_ONE) and r.asks and r.left <= LITTLE
    surely = _of_a_vote(r) or len(r.named_votes) > 1
    asks_who = (r.has(Cue.WHO, Cue.LIST) or any_one) and r.left <= (SOME if surely else LITTLE)
    if r.has(Cue.MOST_OF) and r.asks and len(r.named_votes) == 1 and r.unaccounted <= SOME:
        return RollQuestion(r.votes, measure=Measure.MOST)
    if asks_who and r.votes:
        if counts and not who_strictly(r):
            return None
        exists = r.asks and r.has(Cue.ANY_ONE)
        return RollQuestion(r.votes, measure=Measure.COUNT if counts else Measure.ANY if exists else Measure.LIST)
    if names_votes_alone(r):
        return RollQuestion(r.votes)
    return RollQuestion() if asks_who and r.has(Cue.CAST) and not r.has(Cue.HOW_MANY) else None


def names_votes_alone(r: Reading) -> bool:
    """Whether one or two votes are named and nothing else is said: “弃权”, or “反对的呢”."""
    little = (*VOTE_CUES, Cue.CAST, Cue.FILLER, Cue.AND_THEN, Cue.AMONG, Cue.QUESTION, Cue.NEGATION)
    return 0 < len(r.votes) < len(CAST) and not r.has(Cue.HOW_MANY) and not r.says_besides(*little)


def tally(f: Frame) -> Question | None:
    """How many voted so, and whether it was adopted: the figures, not the names."""
    r = f.reading
    if r.has(Cue.IT_IS_SAID) or (r.has(Cue.FACT_COUNT) and not r.about_votes):
        return None
    result_of_vote = r.has(Cue.RESULT) and r.has(Cue.CAST)
    # The number of the meeting, numéro de la séance: no number of votes.
    counted_here = apart_from(r.spans_of(Cue.HOW_MANY), r.spans_of(*_FACT_OF_MEETING))
    counts = bool(counted_here) and not r.has(Cue.FACT_SYMBOL)
    of_a_day = r.tells(Shape.CALENDAR) and r.tells(Shape.ASKS) and not result_of_vote
    if (of_a_day or (r.has(*_FACT_OF_MEETING) and not result_of_vote)) and not r.votes and not counts:
        return None
    voted = bool(r.votes) or r.has(Cue.CAST)
    counted = len(r.named_votes) > 1 or (voted and r.has(Cue.HOW_MANY, Cue.RESULT, Cue.SHARE, Cue.RATIO))
    counting = counted and (r.left <= SOME or _of_a_vote(r))
    result = _asks_for_result(r) and not (r.has(Cue.WHERE) and r.left > LITTLE)
    of_no_voter = r.left >= LITTLE or any(m.named.sense is Sense.WORD for m in r.mentions)  # 朝鲜半岛.
    part = unknown_voters(r)
    no_figures = not (counting or result) or are_states(part, r)
    if r.has(Cue.HOW) and r.has(Cue.CAST) and no_figures and of_no_voter:
        # “How did Wakanda vote” is not answered by how all did.
        return ClarifyQuestion(Unclear.PART, part=part) if part else ClarifyQuestion(Unclear.WHAT)
    if r.has(Cue.DIFFERENCE, Cue.RATIO) and len(r.votes) == 2:
        return TallyQuestion(votes=r.votes)
    if r.has(Cue.SHARE) and (voted or r.left <= LITTLE) and r.unaccounted <= SOME:
        # Without the abstentions, a share is of the votes for and against.
        of = VotedSo(frozenset(CAST) - r.refused_votes) if r.votes & r.named_votes and r.refused_votes else EVERYONE
        return RollQuestion(r.votes or frozenset({Vote.YES}), of, Measure.SHARE)
    if r.has(Cue.HOW_MANY) and len(r.votes) > len(r.named_votes) and r.left <= SOME:
        return RollQuestion(r.votes, measure=Measure.COUNT)
    # Against torture: one word more, and none that says that states are meant, or a vote.
    little = r.left < LITTLE or (r.left == LITTLE and r.has(Cue.KIND_OF, Cue.COUNTRIES, Cue.WHO, Cue.CAST))
    votes_only = bool(r.votes) and little and not (r.rest and r.has(Cue.WHERE))
    voting = r.has(Cue.CAST) and r.left < LITTLE
    if votes_only and not (counting or result) and r.unaccounted >= LITTLE and part:
        return ClarifyQuestion(Unclear.PART, part=part)  # Did Wakanda vote yes?
    if (counting or result or votes_only or voting) and r.left <= MUCH:
        return TallyQuestion(unanimous=r.has(Cue.UNANIMOUS), votes=votes_asked(r), outcome=outcome_asked(r))
    return None


_BESIDE_RESULT = 3
"""The weight of what may be left of a message about a text, beside a word for a result, that asks nothing else. With 4
half of 21 messages like “half the nurses quit” were answered with figures; of 5,500 labelled ones none needs more."""


def _asks_for_result(r: Reading) -> bool:
    """Whether a word for a result asks for that of the vote, and does not only say what becomes of something, or that
    most are meant: 大多数孩子."""
    most = r.cues.get(Cue.MOST_OF, ())
    only_most = all(any(a <= start and end <= b for a, b in most) for start, end in r.cues.get(Cue.RESULT, ()))
    asks = r.ends_as_question or _of_a_vote(r) or not (r.resolution and r.resolution.paragraphs)
    return r.has(Cue.RESULT) and r.left <= (LITTLE if only_most else SOME if asks else _BESIDE_RESULT)


def without_text(f: Frame) -> Question | None:
    """HRC 52/37，反对的只有两家: of a resolution whose votes alone are here, a word for a vote asks who cast it."""
    r = f.reading
    votes_alone = r.resolution is not None and not r.resolution.paragraphs and bool(r.resolution.roll_call)
    if not votes_alone or r.states or r.has(Cue.IT_IS_SAID):
        return None
    # 2026年1月的表决, of which there was but one.
    alone = r.has(Cue.CAST) and r.left <= LITTLE and not f.groups
    return RollQuestion(r.votes, f.who) if r.votes else TallyQuestion() if alone else None
