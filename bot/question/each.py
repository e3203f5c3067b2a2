"""How states are said to have voted on some of all resolutions: each of them, 中国赞成而美国反对, opposed by Russia but
not by China; always, ever, alone."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.named import Mention, Sense
from bot.language.shapes import Shape
from bot.question.conditions import changes, conditions, on_subject, topic_of
from bot.question.latest import by_time
from bot.question.model import ClarifyQuestion, Several, Unclear
from bot.question.of_neither import of_neither
from bot.question.ordering import order_of
from bot.question.reading import Reading
from bot.question.record import Among, HistoryQuestion, Order
from bot.question.relative import subjects
from bot.question.sets import Measure
from bot.question.thresholds import of_one
from bot.resolution import CAST, Outcome, Vote


def votes_of_each(r: Reading) -> tuple[frozenset[Vote], ...] | None:
    """What each state of a message is said to have voted, in their order; nothing where the same is said of all, None
    where it is not clear what of whom."""
    if len(r.states) < 2:
        return ()
    if neither := of_neither(r):
        return neither
    if len(r.named_votes) > 1:
        return each_of(r) or None
    # 中国反对而俄罗斯没有反对: one vote, cast by the one and not by the other.
    each = (by_subject(r) if r.refused_votes else ()) or denied(r) if r.named_votes else ()
    return each if len(set(each)) > 1 or (each and r.has(Cue.NEITHER)) else ()


def each_of(r: Reading) -> tuple[frozenset[Vote], ...]:
    """What each state is said to have voted: 中国赞成而美国反对, supported by China and opposed by the US; nothing
    where that is not clear."""
    states = [m for m in r.mentions if m.named.sense is Sense.STATE]
    votes = sorted({(s, e, vote) for vote, spans in r.vote_spans.items() for s, e in spans})
    cast = [frozenset(set(CAST) - {vote}) if r.negated(at) else frozenset({vote}) for at, _, vote in votes]
    # A state may be named twice, by its capital too: the name nearest to the vote says whose it is.
    for near in (
        [max((m for m in states if m.end <= at), key=lambda m: m.end, default=None) for at, _, _ in votes],
        [min((m for m in states if m.start >= at), key=lambda m: m.start, default=None) for _, at, _ in votes],
    ):
        whose = {m.named.codes[0]: vote for m, vote in zip(near, cast, strict=True) if m}
        if len(votes) == len(whose) == len(r.states):
            return tuple(whose[code] for code in r.states)
    return by_subject(r) or _nearest(r, states, votes, cast)


def _nearest(
    r: Reading, states: list[Mention], votes: list[tuple[int, int, Vote]], cast: list[frozenset[Vote]]
) -> tuple[frozenset[Vote], ...]:
    """The same by which name is nearest to each vote, before or behind it: se abstuvo Rusia y China votó a favor."""
    near = [min(states, key=lambda m: max(start - m.end, m.start - end)) for start, end, _ in votes] if states else []
    whose = {m.named.codes[0]: vote for m, vote in zip(near, cast, strict=False)}
    whole = len(votes) == len(whose) == len(r.states)
    return tuple(whose[code] for code in r.states) if whole else ()


def by_subject(r: Reading) -> tuple[frozenset[Vote], ...]:
    """The same by whose vote each is; nothing where it is not said of every state."""
    said = subjects(r)
    of = {code: votes for m, votes in said.of.items() for code in m.named.codes} if said and not said.asked else {}
    return tuple(of[code] for code in r.states) if set(of) == set(r.states) else ()


def denied(r: Reading) -> tuple[frozenset[Vote], ...]:
    """The same where a negation beside a name alone says that it did not: Russia opposed but China didn't, pero no
    Rusia; nothing where none does."""
    votes = frozenset(r.named_votes)
    if r.has(Cue.NEITHER) and not r.refused_votes:
        # Neither China nor India supported it.
        return (frozenset(set(CAST) - votes),) * len(r.states)
    negations = apart_from(r.spans_of(Cue.NEGATION, Shape.NO_SAID), r.spans_of(Cue.WHETHER, Cue.CORRECTION))
    empty = (Cue.FILLER, Cue.OF_THOSE, Cue.MEMBERS)
    states = [m for m in r.mentions if m.named.sense is Sense.STATE]
    not_so = {
        code
        for m in states
        for code in m.named.codes
        if any(r.skipped(m.end, ()) == start and _ends_clause(end, r) for start, end in negations)
        or any(r.skipped(end, empty) == m.start and m is not states[0] for _, end in negations)
    }
    # Chile yes, Germany no: the no is a vote as the yes is.
    yes_said = set(r.spans_of(Shape.YES_SAID)) >= {span for spans in r.vote_spans.values() for span in spans}
    others = frozenset({Vote.NO}) if yes_said else frozenset(set(CAST) - votes)
    return tuple(others if code in not_so else votes for code in r.states) if not_so else ()


def _ends_clause(at: int, r: Reading) -> bool:
    """Whether nothing but empty words, or the resolutions themselves, follow in a clause."""
    end = r.skipped(at, (Cue.FILLER, Cue.OF_THOSE, Cue.DOCUMENTS, Cue.QUESTION))
    organs = {start for start, _, _ in r.library.catalogue.organs(r.text.norm)}
    resolutions = {start for start, _ in r.spans_of(Shape.RESOLUTION)}
    return end >= len(r.text.norm) or r.text.norm[end] in ",.?!;-–—" or end in organs | resolutions


def voted_so(r: Reading, among: Among) -> HistoryQuestion | ClarifyQuestion | Several:
    """On which of some resolutions the states of a message voted as it says of each; asked back where it is not clear
    what of whom."""
    if sides := _by_what_it_came_to(r, among):
        return sides
    if r.has(Cue.NOT_CAST) and not (r.refused_votes or of_neither(r)):
        # Who did not vote in favour voted otherwise.
        return HistoryQuestion(r.states, frozenset({Vote.NOT_VOTING}), among=among)
    if (each := votes_of_each(r)) is None:
        return ClarifyQuestion(Unclear.WHAT)
    if each:
        return HistoryQuestion(r.states, each=each, among=among)
    turned = among.words and len(r.states) == 1 and changes(r) and (r.asks or r.ends_as_question)
    measure = Measure.DIFFERENT if turned and not r.votes else measure_of_all(r)
    # Never voted against: of the vote itself, not of the two others.
    votes = r.named_votes if measure is Measure.NONE else r.votes
    # In favour, against and abstaining: how often each.
    votes = frozenset() if r.named_votes == set(CAST) or r.has(Cue.YES_AND_NO) else votes
    if by_time(r) and r.has(Cue.LATEST_ONE) and measure is Measure.LIST and not r.has(Cue.TIMES, Cue.HOW_MANY):
        # When it last did so, or voted at all: the one on which it did.
        votes, among = votes or frozenset(CAST), replace(among, latest=among.latest or 1)
    if among.latest and votes and measure is Measure.LIST and not r.has(Cue.TIMES, Cue.HOW_MANY):
        # The last five that it opposed, and not those of the last five.
        among, votes = replace(among, voted=tuple((code, votes) for code in r.states)), frozenset()
    if not votes and sole(r):
        # When was the US isolated: whatever it cast, nobody else did so.
        return HistoryQuestion(r.states, frozenset(CAST), among=among, alone=True, order=order_of(r))
    # 只投过赞成票: no other vote, and not that nobody else cast it.
    ever, only = r.spans_of(Cue.EVER), r.spans_of(Cue.ONLY)
    no_other = bool(votes) and bool(only) and all(any(a <= x and y <= b for x, y in ever) for a, b in only)
    if no_other:
        return HistoryQuestion(r.states, votes, among=among, measure=Measure.ALL)
    alone = bool(votes) and measure in (Measure.LIST, Measure.ANY) and bool(only) and not of_one(r)
    if alone:
        measure = Measure.ANY if _asks_whether(r) else Measure.LIST
    # 比例是多少: its "more" sorts nothing.
    order = Order.LATEST if measure is Measure.SHARE else order_of(r)
    return HistoryQuestion(r.states, votes, among=among, measure=measure, alone=alone, order=order)


def _by_what_it_came_to(r: Reading, among: Among) -> Several | None:
    """How often a state was in the minority: against what was adopted, or for what was rejected; or in the majority,
    the other way; None where neither is asked."""
    lost = r.tells(Shape.LOSING)
    both_named = len(r.named_votes) == len((Vote.YES, Vote.NO))
    if not (lost or r.tells(Shape.WINNING)) or len(r.states) != 1 or both_named:
        return None
    lost_by = ((Vote.NO, Outcome.ADOPTED), (Vote.YES, Outcome.REJECTED))
    won_by = ((Vote.YES, Outcome.ADOPTED), (Vote.NO, Outcome.REJECTED))
    asked = lost_by if lost else won_by
    return Several(
        tuple(HistoryQuestion(r.states, frozenset({x}), among=replace(among, outcome=of)) for x, of in asked)
    )


def against_most(r: Reading) -> HistoryQuestion | ClarifyQuestion | None:
    """On which a state voted otherwise than most members of a group: when did Hungary vote against the EU majority?;
    None where that is not asked of all resolutions."""
    if len(r.states) != 1 or len(r.groups) != 1 or r.resolution is not None or r.has(Cue.WHO):
        return None
    of = (Cue.MEMBERS, Cue.FILLER, Cue.OF_THOSE)
    most = {a for a, _ in r.spans_of(Cue.MOST_OF, Cue.MAJORITY)}
    most |= {m.start for m in r.mentions if m.named.group and r.skipped(m.end, of) in most}
    # Against the majority: no vote that it is said to have cast.
    against = any(vote is Vote.NO and r.skipped(b, of) in most for _, b, vote in r.vote_words)
    apart = r.has(Cue.DIFFER, Cue.RANKS) and not r.named_votes
    if not most or not (against or apart) or len(r.named_votes) > against:
        return None
    among = on_subject(r, conditions(r))
    return among if isinstance(among, ClarifyQuestion) else HistoryQuestion(r.states, among=among, against=r.groups[0])


def sole(r: Reading) -> bool:
    """Whether one state is said to have stood alone, and not with which vote."""
    return len(r.states) == 1 and not r.groups and not r.named_votes and r.has(Cue.ONLY) and r.tells(Shape.SOLE)


def when_so(r: Reading) -> bool:
    """Whether it is asked when a state voted so, or stood alone, of no resolution: when was the US isolated?"""
    if r.tells(Shape.LOSING, Shape.WINNING) and r.resolution is None and len(r.states) == 1 and not topic_of(r):
        return True
    so = bool(r.votes) or sole(r)
    return so and r.has(Cue.FACT_ADOPTED) and r.resolution is None and len(r.states) == 1 and not topic_of(r)


def _asks_whether(r: Reading) -> bool:
    """Whether yes or no is asked for, and not only when or which."""
    asks = r.asks or r.ends_as_question or r.has(Cue.WHETHER)
    # Sur quelles résolutions … ont-ils: the form of the verb asks nothing of its own.
    starts = {start for start, _ in r.spans_of(Cue.WHICH_OF)}
    asks = asks and not any(start in starts for start, _ in r.spans_of(Shape.WHICH_RESOLUTIONS, Cue.DOCUMENTS))
    return asks and r.has(Cue.EVER, Cue.WHETHER, Cue.THERE_IS, Cue.YES_OR_NO)


def measure_of_all(r: Reading) -> Measure:
    """Whether it is asked if it was always so, ever, never, or in how many per cent."""
    if not r.votes:
        return Measure.LIST
    how_often_each = r.has(Cue.TIMES) and len(r.named_votes) > 1
    if r.has(Cue.SHARE, Cue.AGREEMENT) and not how_often_each:
        return Measure.SHARE
    on_each = r.has(Cue.ALL) and len(r.states) == 1 and not (r.has(Cue.ONLY) or r.tells(Shape.WHICH_RESOLUTIONS))
    always = r.has(Cue.ALWAYS) or on_each
    if always and (r.asks or r.ends_as_question):
        return Measure.ALL
    if r.has(Cue.EVER) and (r.asks or r.ends_as_question) and not r.has(Cue.HOW_MANY):
        return Measure.NONE if r.votes != r.named_votes else Measure.ANY
    return Measure.LIST
