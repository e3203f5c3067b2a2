"""How states voted: sets of them evaluated against the record, and what is said of each set.

A verdict is computed from the very votes that stand below it in the reply.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from bot.answer.kind import Verdict
from bot.answer.model import Answer, GroupsAnswer, RollAnswer, TableAnswer, TableRow, TallyAnswer, VoteAnswer, Votes
from bot.corpus.library import Library
from bot.language.names import Names
from bot.question.model import (
    Compared,
    GroupsQuestion,
    RollQuestion,
    TableQuestion,
    TallyQuestion,
    Than,
    VoteQuestion,
)
from bot.question.sets import (
    EVERYONE,
    AllOf,
    AnyOf,
    Everyone,
    Less,
    LikeOwnGroup,
    Measure,
    Members,
    Most,
    StateSet,
    These,
    VotedLike,
    VotedSo,
    any_of,
    groups_in,
    parts,
)
from bot.resolution import CAST, Resolution, Tally, Vote


def members(expression: StateSet, resolution: Resolution, names: Names) -> frozenset[str]:
    """The codes of the states that an expression means; of groups, also of members that the record does not list."""
    match expression:
        case Everyone():
            return frozenset(v.code for v in resolution.roll_call)
        case These(codes):
            return frozenset(codes)
        case Members(group):
            return names.groups[group].on(resolution.adopted)
        case VotedSo(votes):
            return frozenset(v.code for v in resolution.roll_call if v.vote in votes)
        case VotedLike(code, alike):
            vote = resolution.vote_of(code)
            like = [
                v.code for v in resolution.roll_call if v.vote in CAST and (v.vote is vote) is alike and v.code != code
            ]
            return frozenset(like if vote in CAST else ())
        case LikeOwnGroup(alike):
            regional = (recorded(Members(g), resolution, names) for g in names.regional)
            each = ((votes, _out_of_line(votes)) for votes in regional)
            return frozenset(x[0] for votes, apart in each for x in votes if _along(x, votes, apart) is alike)
        case AnyOf(sets):
            return frozenset().union(*(members(s, resolution, names) for s in sets))
        case AllOf(sets):
            return frozenset.intersection(*(members(s, resolution, names) for s in sets))
        case Less(whole, left_out):
            return members(whole, resolution, names) - members(left_out, resolution, names)


def recorded(expression: StateSet, resolution: Resolution, names: Names) -> Votes:
    """(code, vote) of those of a set that the record lists, in its order."""
    codes = members(expression, resolution, names)
    return tuple((v.code, v.vote) for v in resolution.roll_call if v.code in codes)


def votes_answer(question: VoteQuestion, resolution: Resolution) -> Answer:
    """How each of the states stands in the record; the tally where there is none."""
    if not resolution.roll_call:
        return TallyAnswer(resolution, TallyQuestion(), of_states=True)
    votes = tuple((code, resolution.vote_of(code)) for code in question.states)
    verdict = _verdict(question.measure, question.asked, votes)
    if question.each:
        verdict = Verdict.of(all(so_of_each(question, votes)))
    return VoteAnswer(resolution, votes, question, verdict)


def so_of_each(question: VoteQuestion, votes: Votes) -> list[bool]:
    """Of each state, whether it voted as it is asked if it did."""
    said = question.each or (question.asked,) * len(votes)
    return [vote in so for (_, vote), so in zip(votes, said, strict=True)]


def roll_answer(question: RollQuestion, resolution: Resolution, library: Library) -> Answer:
    """The states that an expression means, out of the record."""
    if not resolution.roll_call:
        return TallyAnswer(resolution, TallyQuestion(), of_states=True)
    sought = [x.code for x in parts(question.who) if isinstance(x, VotedLike)]
    if unknown := tuple(code for code in sought if resolution.vote_of(code) is Vote.ABSENT):
        # Nobody voted like, or unlike, a state that is not in the record.
        return votes_answer(VoteQuestion(unknown), resolution)
    whole = recorded(question.who, resolution, library.names)
    unrecorded = len(members(question.who, resolution, library.names)) - len(whole) if groups_in(question.who) else 0
    so = tuple(x for x in whole if not question.votes or x[1] in question.votes)
    if not question.votes:
        # Of states that are named one by one, it is said of each that the record does not list it.
        absent = tuple((code, Vote.ABSENT) for code in _one_by_one(question.who) if code not in dict(whole))
        so, unrecorded = so + absent, unrecorded - len(absent) if unrecorded else 0
    verdict = _verdict(question.measure, question.votes, whole)
    named, named_asked = members(question.only, resolution, library.names), question.only != EVERYONE
    if question.measure is Measure.SHARE:
        so = tuple(x for x in so if x[0] in named)
    if question.measure is Measure.ONLY:
        found = {code for code, _ in so}
        verdict = Verdict.of(bool(found) and (found <= named if groups_in(question.only) else found == named))
    if question.bound:
        most = len(so) if question.bound.most is None else question.bound.most
        verdict = Verdict.of(question.bound.least <= len(so) <= most)
    if question.measure is Measure.RANKS:
        so = _out_of_line(whole)
        verdict = Verdict.of(named <= {code for code, _ in so}) if named_asked and majority(whole) else None
    listed = whole if question.measure in (Measure.ALL, Measure.NOT_ALL, Measure.MOST) else so
    return RollAnswer(resolution, listed, question, unrecorded, whole, so, verdict)


def _one_by_one(who: StateSet) -> tuple[str, ...]:
    """The codes of the states that a set names one by one, by themselves or beside groups."""
    return tuple(c for s in (who.sets if isinstance(who, AnyOf) else (who,)) if isinstance(s, These) for c in s.codes)


def _out_of_line(votes: Votes) -> Votes:
    """Those who voted otherwise than most of the set; nobody where two votes have as many."""
    most = majority(votes)
    return tuple(x for x in votes if most and x[1] in CAST and x[1] is not most)


def _along(voter: tuple[str, Vote], votes: Votes, out_of_line: Votes) -> bool | None:
    """Whether a state voted as most of its group did; None where there is no such, or where it cast no vote."""
    return None if voter[1] not in CAST or majority(votes) is None else voter not in out_of_line


def majority(votes: Votes) -> Vote | None:
    """The vote that more of the states cast than any other; None where there is no such."""
    return most_cast(Counter(vote for _, vote in votes if vote in CAST))


def most_cast(counts: Mapping[Vote, int]) -> Vote | None:
    """The vote that was cast more often than any other; None where there is no such."""
    ranked = Counter(counts).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _verdict(measure: Measure, asked: frozenset[Vote], votes: Votes) -> Verdict | None:
    """Yes or no, where that is asked and the record says it."""
    if not votes:
        return Verdict.of(measure is Measure.NONE) if measure in (Measure.ANY, Measure.NONE) else None
    so = [vote in asked for _, vote in votes]
    match measure:
        case Measure.ANY:
            return Verdict.of(any(so))
        case Measure.NONE:
            return Verdict.of(not any(so))
        case Measure.ALL:
            return Verdict.of(all(so))
        case Measure.NOT_ALL:
            return Verdict.of(not all(so))
        case Measure.MOST:
            return Verdict.of(2 * sum(so) > len(so))
        case Measure.SAME | Measure.DIFFERENT:
            if not all(vote in CAST for _, vote in votes):
                return None
            alike = len({vote for _, vote in votes}) == 1
            return Verdict.of(alike is (measure is Measure.SAME))
    return None


def cohesion(votes: Votes) -> float | None:
    """The Agreement Index, from 0 (three votes shared equally) to 1 (all alike); None where none voted.

    (max − ½(sum − max)) / sum of those in favour, against and abstaining. Simon Hix, Abdul Noury and Gérard Roland,
    "Power to the Parties: Cohesion and Competition in the European Parliament, 1979–2001", British Journal of Political
    Science 35 (2005).
    """
    return agreement_index(Counter(vote for _, vote in votes if vote in CAST))


def agreement_index(counts: Mapping[Vote, int]) -> float | None:
    """The same, of how often each vote was cast."""
    total, most = sum(counts.values()), max(counts.values(), default=0)
    return (most - (total - most) / 2) / total if total else None


def table_answer(question: TableQuestion, resolution: Resolution, library: Library) -> Answer:
    """How several sets of states voted, side by side, and which of them stands out as asked."""
    if not resolution.roll_call:
        return TallyAnswer(resolution, TallyQuestion(), of_states=True)
    rows = []
    for expression in question.sets:
        votes = recorded(expression, resolution, library.names)
        unrecorded = len(members(expression, resolution, library.names)) - len(votes)
        rows.append(TableRow(expression, votes, unrecorded, majority(votes), _out_of_line(votes), cohesion(votes)))
    picked = _picked(question, rows)
    if picked and question.alone:
        return roll_answer(RollQuestion(who=any_of(*(rows[i].states for i in picked))), resolution, library)
    more = Verdict.of(picked == (0,)) if question.asks else None
    return TableAnswer(resolution, tuple(rows), question, picked, more)


def _picked(question: TableQuestion, rows: list[TableRow]) -> tuple[int, ...]:
    """The places of the rows that stand out: more than one where they are equal; none where nothing is asked."""
    if question.measure is not Measure.LIST:
        so = (_verdict(question.measure, question.votes, row.votes) for row in rows)
        return tuple(i for i, verdict in enumerate(so) if verdict is Verdict.YES and rows[i].votes)
    if question.most is Most.NONE:
        return ()
    if question.most is Most.VOTES:
        scores = [float(sum(vote in question.votes for _, vote in row.votes)) for row in rows]
    else:
        sign = 1 if question.most is Most.UNITED else -1
        scores = [sign * row.cohesion if row.cohesion is not None else -2.0 for row in rows]
    best = max(scores)
    return tuple(i for i, score in enumerate(scores) if score == best and score > -2)


def groups_answer(question: GroupsQuestion, resolution: Resolution, library: Library) -> GroupsAnswer:
    """Which groups states are in: the regional one first, then the others; or whether they are in those named."""
    groups = library.names.groups
    named = question.groups or (*library.names.regional, *(g for g in groups if not groups[g].regional))
    found = tuple(
        (code, tuple(g for g in named if code in groups[g].on(resolution.adopted))) for code in question.states
    )
    asked = all(len(ids) == len(question.groups) for _, ids in found)
    return GroupsAnswer(resolution, found, question, Verdict.of(asked) if question.groups else None)


def summed(votes: frozenset[Vote], tally: Tally) -> int:
    """How many votes of some kinds there were, added up."""
    return sum(tally.of(vote) for vote in votes)


def holds(compared: Compared, tally: Tally) -> bool | None:
    """Whether what is said of the numbers of votes on two sides is so; None where nothing is said."""
    if compared.than is None:
        return None
    one, other = summed(compared.one, tally), summed(compared.other, tally)
    so = {Than.MORE: one > other, Than.FEWER: one < other, Than.AS_MANY: one == other}[compared.than]
    return so is not compared.denied
