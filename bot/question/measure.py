"""What is wanted of some states: the list of them, a number, a share, or yes or no; read here and nowhere else."""

from __future__ import annotations

from itertools import pairwise

from bot.language.cues import Cue
from bot.language.normal import blank
from bot.language.shapes import Shape
from bot.question.frame import Frame
from bot.question.reading import Reading, letters
from bot.question.relative import votes_apart
from bot.question.sets import Measure, Most
from bot.resolution import CAST, Outcome, Span, Vote


def measure_of(f: Frame) -> Measure:
    """What is wanted of a set of states, or of all."""
    r = f.reading
    apart = r.has(Cue.DIFFER) or bool(negating_sameness(r))
    out_of_line = apart and (r.has(Cue.REST) or (r.has(Cue.MOST_OF) and r.has(Cue.WHO)))
    alike = r.has(Cue.SAME) and r.asks and not f.states and not r.has(Cue.WHO)
    if r.has(Cue.SHARE):
        return Measure.SHARE
    if (r.has(Cue.RANKS) or out_of_line) and not (r.votes and r.asks):
        return Measure.RANKS
    if r.has(Cue.HOW_MANY) and not r.has(Cue.LIST):
        return Measure.COUNT
    if r.votes:
        return _yes_or_no(f) if r.asks and not r.has(Cue.LIST) else Measure.LIST
    if r.has(Cue.SPLIT):
        return Measure.DIFFERENT
    if r.has(Cue.UNITED):
        return Measure.SAME
    if alike:
        return Measure.DIFFERENT if r.has(Cue.DIFFER) else Measure.SAME
    return Measure.LIST


_A_PAIR = 2
"""States of which one can only be likened to the other."""


def measure_of_named(f: Frame) -> tuple[Measure, frozenset[Vote]]:
    """What is wanted of states named one by one, and the votes that it is about."""
    r = f.reading
    several = len(f.states) > 1
    if r.votes and several and r.has(Cue.NEITHER) and not r.has(Cue.HOW):
        # Did neither France nor Japan vote against: none of them did. 都没投赞成 negates the vote itself.
        named = r.named_votes if r.votes == r.named_votes or r.has(Cue.CONCORD) else None
        return (Measure.NONE, named) if named else (Measure.ALL, r.votes)
    if several and not r.votes and r.has(Cue.DIFFER) and r.asks and not r.has(Cue.SAME, Cue.HOW):
        # Did Bulgaria and Lithuania disagree?
        return Measure.DIFFERENT, frozenset()
    likened = r.asks and any(r.precedes(at, (Cue.LIKE,), (Cue.MEMBERS, Cue.CAST)) for at in f.places)
    of_the_vote = r.votes and (r.has(Cue.BOTH) or (r.asks and not r.has(Cue.DIFFER)))
    if several and not of_the_vote and (likened or r.has(Cue.SAME, Cue.COMPARE, Cue.RANKS)):
        if f.one_or_other and len(f.states) > _A_PAIR:
            # With Argentina or with Brazil: that is no yes or no.
            return Measure.LIST, frozenset()
        # Did France break ranks with Germany?
        apart = r.has(Cue.DIFFER) or (r.has(Cue.RANKS) and not r.has(Cue.SAME))
        return (Measure.DIFFERENT if apart and r.asks else Measure.SAME), frozenset()
    return _of_the_vote(f, several)


def _of_the_vote(f: Frame, several: bool) -> tuple[Measure, frozenset[Vote]]:
    """Whether all or one of them voted so; or took part at all; or nothing but how they did."""
    r = f.reading
    if r.has(Cue.TAKE_PART) and r.asks and not r.named_votes:
        return Measure.ALL, frozenset(CAST)
    # 两国里有没有哪一个弃权: asks yes or no.
    any_of_them = r.has(Cue.ANY_ONE) and who_besides(r)
    begins = any(start == 0 for start, _ in r.cues.get(Cue.YES_OR_NO, ()))
    which = several and who_besides(r) and not any_of_them and not begins
    plainly = (r.has(Cue.BOTH) and r.asks) or not r.has(Cue.HOW)
    if len(r.named_votes) != 1 or not plainly or which:
        return Measure.LIST, frozenset()
    one_or_other = f.one_or_other and r.asks and not r.has(Cue.NEITHER)
    either = several and (r.has(Cue.EITHER) or any_of_them or one_or_other)
    return (Measure.ANY if either else Measure.ALL), r.votes


def of_votes_cast(r: Reading) -> Vote | None:
    """The vote of which a share is asked where all three are named as what it is a share of, 赞成占赞成反对弃权的几成;
    None where they are not."""
    words = votes_apart(r.vote_words)
    runs = [words[at : at + len(CAST)] for at in range(len(words) - len(CAST) + 1)]
    of_all = [run for run in runs if {vote for _, _, vote in run} == set(CAST) and _beside(run, r)]
    asked = {vote for run in of_all[:1] for start, _, vote in words if not run[0][0] <= start <= run[-1][0]}
    return asked.pop() if len(asked) == 1 else None


def _beside(words: list[tuple[int, int, Vote]], r: Reading) -> bool:
    """Whether nothing but what joins them stands between words for votes."""
    known = r.spans_of(Cue.JOIN, Cue.OR, Cue.FILLER, Cue.CAST, Cue.MEMBERS, Cue.VOTING)
    gaps = [(end, start) for (_, end, _), (start, _, _) in pairwise(words)]
    left = (blank(r.text.norm[a:b], [(x - a, y - a) for x, y in known if a <= x and y <= b]) for a, b in gaps if a < b)
    return not any(letters(each) for each in left)


def picked_by(r: Reading) -> Most:
    """By what one of several groups is picked out: 反对最多的, the most divided."""
    if r.has(Cue.MOST, Cue.COMPARE) and r.votes:
        return Most.VOTES
    if r.has(Cue.SPLIT, Cue.UNITED):
        # 最不团结 is the least united, and not the least 不团结.
        least = r.cues.get(Cue.LEAST, ())
        split = any(not any(a < end and start < b for a, b in least) for start, end in r.cues.get(Cue.SPLIT, ()))
        return Most.SPLIT if split is not bool(least) else Most.UNITED
    return Most.NONE


def of_which_groups(f: Frame) -> Measure:
    """Of which groups is asked that all, none or some of their members cast a vote, or that they were of one mind, or
    not; LIST where that is not asked."""
    r = f.reading
    counts = _outside(r, Cue.HOW_MANY, (Cue.WHO, Cue.WHICH_OF, Cue.BY_GROUP))
    otherwise = counts or r.has(Cue.SHARE, Cue.MOST, Cue.LEAST, Cue.COMPARE, Cue.MOST_OF, Cue.HOW)
    if otherwise or not r.has(Cue.WHO, Cue.WHICH_OF):
        return Measure.LIST
    if not r.named_votes and r.has(Cue.SPLIT):
        return Measure.DIFFERENT
    if not r.named_votes and r.has(Cue.UNITED, Cue.UNANIMOUS):
        return Measure.SAME
    if len(r.named_votes) != 1 or r.has(Cue.SPLIT):
        return Measure.LIST
    if r.votes != r.named_votes or r.has(Cue.NO_ONE, Cue.NEITHER):
        return Measure.NONE
    if r.has(Cue.ALL, Cue.BOTH, Cue.UNITED, Cue.UNANIMOUS):
        return Measure.ALL
    return Measure.ANY if r.has(Cue.ANY_ONE, Cue.EITHER, Cue.THERE_IS) else Measure.LIST


def none_is_meant(f: Frame) -> bool:
    """Whether a negation stands before who is asked about: 没有非洲国家反对吧, no African state opposed it, right?"""
    r = f.reading
    groups = [m.start for m in r.mentions if m.named.group]
    votes = [start for spans in r.vote_spans.values() for start, _ in spans if not r.negated(start)]
    before_group = any(r.precedes(at, (Cue.NO_ONE,), (Cue.MEMBERS, Cue.FILLER)) for at in groups)
    before_vote = any(r.precedes(at, (Cue.NO_ONE,), (Cue.WHO_VOTES, Cue.MEMBERS, Cue.VOTING)) for at in votes)
    return before_group or before_vote


def who_strictly(r: Reading) -> bool:
    """Whether it asks who, and not only 有几个国家, how many countries."""
    return _outside(r, Cue.WHO, (Cue.HOW_MANY,))


def negating_sameness(r: Reading) -> list[Span]:
    """Where the negations stand by which somebody did not vote as others did: 没有跟多数保持一致."""
    places = [start for cue in (Cue.SAME, Cue.LIKE, Cue.UNITED, Cue.MOST_OF) for start, _ in r.cues.get(cue, ())]
    between = (Cue.VOTING, Cue.JOIN, Cue.MEMBERS, Cue.MOST_OF, Cue.FILLER, Cue.OWN_GROUP, Cue.REST, Cue.CAST)
    found = (r.word_before(at, (Cue.NEGATION,), between) for at in places)
    return [span for span in dict.fromkeys(found) if span]


def votes_asked(r: Reading) -> frozenset[Vote]:
    """The votes that a message means; none where all are named only to ask how: did it vote yes or no?"""
    negated = any(r.negated(start) for start, _, _ in r.vote_words)
    return frozenset() if r.has(Cue.YES_AND_NO) and not negated else r.votes


def outcome_asked(r: Reading) -> Outcome | None:
    """Whether it is asked if a resolution was adopted, or if it was rejected; None where it is neither, or both."""
    whether = r.spans_of(Cue.WHETHER, Cue.YES_OR_NO)
    # 有没有通过 asks, and does not say that it was not.
    rejected = any(not any(a < end and start < b for a, b in whether) for start, end in r.spans_of(Cue.REJECTED))
    if not (whether or r.ends_as_question) or r.has(Cue.OR, Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY, Cue.UNANIMOUS):
        return None
    return Outcome.REJECTED if rejected else Outcome.ADOPTED if r.tells(Shape.ADOPTED) else None


def _yes_or_no(f: Frame) -> Measure:
    r = f.reading
    either, concord = (min((a for a, _ in r.cues.get(cue, ())), default=-1) for cue in (Cue.EITHER, Cue.CONCORD))
    # لم تصوت أي دولة ضده: none of them; but some of them in ¿Algún país no votó a favor?
    twice_negated = 0 <= concord < either and r.votes != r.named_votes
    if _outside(r, Cue.MOST_OF, (Cue.REST,)):
        return Measure.MOST
    if _not_all(r):
        return Measure.NOT_ALL
    if r.has(Cue.NEITHER):
        # 都没投反对 negates the vote itself: all of them did not.
        return Measure.NONE if r.votes == r.named_votes or r.has(Cue.CONCORD) else Measure.ALL
    if r.has(Cue.ALL, Cue.BOTH) and not who_besides(r):
        return Measure.ALL
    if none_is_meant(f) or twice_negated:
        return Measure.NONE
    if r.has(Cue.EITHER, Cue.WHO, Cue.COUNTRIES, Cue.ANY_ONE) or _there_is(r):
        return Measure.ANY
    return Measure.ALL


def _there_is(r: Reading) -> bool:
    """Whether it is asked if there are any that voted so: 欧盟里有反对的吗."""
    votes = [start for spans in r.vote_spans.values() for start, _ in spans]
    groups = [m.start for m in r.mentions if m.named.group]
    before_vote = any(r.precedes(at, (Cue.THERE_IS,), (Cue.VOTING, Cue.NEGATION, Cue.WHO_VOTES)) for at in votes)
    between = (Cue.MEMBERS, Cue.WHO_VOTES, Cue.FILLER)
    return before_vote or any(r.precedes(at, (Cue.THERE_IS,), between) for at in groups)


def _not_all(r: Reading) -> bool:
    """Whether it is asked if not all did; in votaron que no todos, the no is of the vote."""
    votes = [span for spans in r.vote_spans.values() for span in spans]
    return any(not any(a < end and start < b for a, b in votes) for start, end in r.cues.get(Cue.NOT_ALL, ()))


def who_besides(r: Reading) -> bool:
    """Whether it is asked who, by a word that is no part of one for all of them: كل الدول."""
    return _outside(r, Cue.WHO, (Cue.ALL, Cue.BOTH, Cue.EITHER))


def _outside(r: Reading, cue: Cue, others: tuple[Cue, ...]) -> bool:
    """Whether a word of a cue stands in none of the others'."""
    wider = [span for other in others for span in r.cues.get(other, ())]
    return any(not any(a <= start and end <= b for a, b in wider) for start, end in r.cues.get(cue, ()))
