"""How states voted across resolutions, counted from the matrix of votes and the summaries alone."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.answer.kind import Verdict
from bot.answer.listing import drafts_otherwise, proposals_in
from bot.answer.record import (
    Agreement,
    AlikeAnswer,
    BetweenAnswer,
    Counted,
    GroupHistoryAnswer,
    GroupRow,
    HistoryAnswer,
    HistoryRow,
    PartRow,
    PartsAnswer,
    ThroughoutAnswer,
)
from bot.answer.turning import turns
from bot.answer.votes import agreement_index, most_cast
from bot.corpus.lazy import Lazy
from bot.corpus.library import Library
from bot.question.among import chosen, leading, numbers, ordered
from bot.question.majority import group_counts, majority, members_on
from bot.question.record import (
    AlikeQuestion,
    Among,
    BetweenQuestion,
    By,
    Comparison,
    First,
    GroupHistoryQuestion,
    HistoryQuestion,
    PartsQuestion,
    ThroughoutQuestion,
)
from bot.question.sets import Measure, Most, codes_in, groups_in
from bot.resolution import CAST, Vote
from bot.store.ballots import NUMBER_OF_VOTE
from bot.store.summary import Summary

_COMMON: Final = 10
"""The fewest common votes with which a state is ranked by how alike it voted; fewer where the other has not voted so
often."""

Mask = NDArray[np.bool_]
"""Of resolutions and states."""
_Places = NDArray[np.bool_]
"""Of resolutions alone."""


def recorded_in(among: Among, library: Library) -> list[int]:
    """The places of those that meet the conditions and have a roll call."""
    return chosen(among, library, recorded=True)


def history_answer(question: HistoryQuestion, library: Library) -> HistoryAnswer:
    """How states voted on the resolutions that meet the conditions; and the figures with, or without, the drafts and
    amendments that meet them, where there are any."""
    answer, among = _history_answer(question, library), drafts_otherwise(question.among)
    if among is None:
        return answer
    otherwise = _history_answer(replace(question, among=among), library)
    some = min(answer.recorded, otherwise.recorded) > 0 and not answer.absent
    return replace(answer, otherwise=otherwise) if some and _figures(answer) != _figures(otherwise) else answer


def _figures(answer: HistoryAnswer) -> object:
    """What was counted: how often states agreed, how often one cast each vote, or on how many it is so."""
    each = () if answer.question.votes or answer.question.against else answer.figures
    of = answer.voted if answer.question.against else answer.recorded
    return answer.agreement or each or (len(answer.rows), of)


def _history_answer(question: HistoryQuestion, library: Library) -> HistoryAnswer:
    recorded, ballots = recorded_in(question.among, library), library.ballots
    cast = ballots.of_states(recorded, question.states)
    voted = _of_them(question, np.isin(cast, numbers(CAST)))
    alike: _Places = voted & np.logical_and.reduce(cast == cast[:, :1], axis=1)
    compared = len(question.states) > 1 and question.comparison is not Comparison.NONE
    agreement = Agreement(int(alike.sum()), int(voted.sum())) if compared else None
    fits = _fitting(question, cast, voted, alike)
    if question.alone and question.votes == set(CAST):
        # Whatever it cast, nobody else did.
        fits &= voted & ((ballots.cast[recorded] == cast[:, :1]).sum(axis=1) == 1)
    elif question.alone:
        fits &= ballots.so(question.votes)[recorded].sum(axis=1) == len(question.states)
    if question.against:
        most = majority(question.against, recorded, library)
        fits &= voted & np.isin(most, numbers(CAST)) & (cast[:, 0] != most)
    places = [recorded[at] for at in np.flatnonzero(fits)]
    by_result = ordered(places, question.order, library)
    # How a state voted is known, whatever the totals: those with none to be sorted by come last.
    sorted_ones = set(by_result)
    fitting = [*by_result, *(at for at in places if at not in sorted_ones)]

    def row(at: int) -> HistoryRow:
        return HistoryRow(library.summaries[at], tuple((code, ballots.vote(at, code)) for code in question.states))

    alone = len(question.states) == 1 and voted.any()
    figures = tuple((vote, int((cast == NUMBER_OF_VOTE[vote]).sum())) for vote in CAST) if alone else ()
    always = len(fitting) if agreement is None else agreement.same
    count = always if question.measure is Measure.ALL else len(fitting)
    # Both times: on each of those that are named, and not only whenever it voted.
    of = len(recorded) if question.among.symbols and question.comparison is Comparison.NONE else int(voted.sum())
    verdict = _verdict(question.measure, count, of) or _alike(question.measure, figures)
    absent = tuple(code for code in question.states if recorded and _in_no_record(code, recorded, library))
    rows = Lazy(fitting, row)
    turned = turns(rows) if question.turning else ()
    return HistoryAnswer(
        question, rows, len(recorded), agreement, int(voted.sum()), figures, verdict, absent, turns=turned
    )


def _verdict(measure: Measure, count: int, of: int) -> Verdict | None:
    """Whether it was so always, ever, never; None where that is not asked, or none voted."""
    if not of:
        return None
    match measure:
        case Measure.ALL:
            return Verdict.of(count == of)
        case Measure.ANY:
            return Verdict.of(count > 0)
        case Measure.NONE:
            return Verdict.of(count == 0)
    return None


def _alike(measure: Measure, figures: tuple[tuple[Vote, int], ...]) -> Verdict | None:
    """Whether a single state voted alike on all of them, or not; None where that is not asked, or it voted on one."""
    if measure not in (Measure.SAME, Measure.DIFFERENT) or sum(count for _, count in figures) < 2:
        return None
    same = sum(count > 0 for _, count in figures) == 1
    return Verdict.of(same is (measure is Measure.SAME))


def _fitting(question: HistoryQuestion, cast: NDArray[np.uint8], voted: _Places, alike: _Places) -> _Places:
    """On which it is so of the states: cast has a row for each resolution, a column for each of them."""
    if question.comparison is not Comparison.NONE:
        # Whoever did not vote agrees with nobody, and differs from nobody.
        return (
            voted
            if question.comparison is Comparison.AGREEMENT
            else voted & (alike == (question.comparison is Comparison.SAME))
        )
    if question.each:
        so = [np.isin(cast[:, at], numbers(wanted)) for at, wanted in enumerate(question.each)]
        fitting: _Places = np.logical_and.reduce(so)
    elif question.votes:
        fitting = _of_them(question, np.isin(cast, numbers(question.votes)))
    else:
        fitting = np.logical_or.reduce(cast != NUMBER_OF_VOTE[Vote.ABSENT], axis=1)
    return fitting


def _of_them(question: HistoryQuestion, so: NDArray[np.bool_]) -> _Places:
    """On which it is so of all of the states, or of any one of them, as is asked."""
    found: _Places = (np.logical_or if question.either else np.logical_and).reduce(so, axis=1)
    return found


def counted_mask(question: AlikeQuestion | ThroughoutQuestion, places: Sequence[int], library: Library) -> Mask:
    """Where a state is one of those who are counted: of a group, less those who are left out."""
    mask = members_on(question.group, places, library)
    for each in question.left_out:
        for group in groups_in(each):
            mask &= ~members_on(group, places, library)
        mask &= ~np.isin(library.ballots.codes, codes_in(each))
    return mask


def alike_answer(question: AlikeQuestion, library: Library) -> AlikeAnswer:
    """The states by how often they voted as that one did, or most members of a group, of those with enough common
    votes."""
    recorded, ballots = recorded_in(question.among, library), library.ballots
    column = ballots.columns.get(question.state)
    if (column is None and not question.majority) or not recorded:
        return AlikeAnswer(question, (), 0, 0, 0)
    cast, voted = ballots.cast[recorded], ballots.voted[recorded]
    theirs = majority(question.majority, recorded, library) if column is None else cast[:, column]
    there = np.isin(theirs, numbers(CAST))
    both = voted & there[:, None] & counted_mask(question, recorded, library)
    same = (both & (cast == theirs[:, None])).sum(axis=0)
    of, own = both.sum(axis=0), int(there.sum())
    # Those that are asked about are counted, however few their votes.
    common = 1 if question.of else max(1, min(_COMMON, own))
    counted = [
        Counted(code, int(same[i]), int(of[i]))
        for i, code in enumerate(ballots.codes)
        if i != column and of[i] >= common
    ]
    sign = 1 if question.least else -1
    rows = sorted(counted, key=lambda x: (sign * x.percent, -x.of, x.code))
    found = tuple(row for row in rows if not question.always or row.count == row.of)
    if question.of:
        found = tuple(row for row in found if row.code in question.of)
    first = leading(question.few or len(found), found, lambda row: row.percent)
    on = [at for at, so in zip(recorded, there, strict=True) if so]
    return AlikeAnswer(question, tuple(first), own, common, len(found), proposals_in(on, question.among, library))


def throughout_answer(question: ThroughoutQuestion, library: Library) -> ThroughoutAnswer:
    """Those who voted so on every resolution, or whenever they voted; who did so most often first."""
    recorded, ballots = recorded_in(question.among, library), library.ballots
    members = counted_mask(question, recorded, library)
    cast = ballots.so(question.votes)[recorded]
    if question.alone:
        cast = cast & (cast.sum(axis=1) == 1)[:, None]
    so = (cast & members).sum(axis=0)
    voted = (ballots.voted[recorded] & members).sum(axis=0)
    if question.votes == {Vote.NOT_VOTING}:
        # Of those whose members they were, and not of those on which they voted.
        voted = (ballots.of_states(recorded, ballots.codes) != NUMBER_OF_VOTE[Vote.ABSENT]).sum(axis=0)
    of = np.full_like(voted, len(recorded)) if question.each and not question.most else voted
    least = max(1, min(_COMMON, len(recorded))) if question.share and not question.not_always else 0
    ever = (question.least & (of > 0)) | ((so > 0) & (question.most | (so == of)))
    fit = (so < of) if question.not_always else (of >= least) if question.share else ever
    rows = [
        Counted(code, int(so[i]), int(of[i]))
        for i, code in enumerate(ballots.codes)
        if (fit[i] and not question.of) or code in question.of
    ]
    absent = tuple(code for code in question.of if recorded and _in_no_record(code, recorded, library))
    def figure(row: Counted) -> float:
        return (row.percent if question.share else row.count) * (1 if question.least else -1)

    found = sorted(rows, key=lambda x: (figure(x), -x.of if question.share or question.least else x.of, x.code))
    first = leading(question.few or len(found), found, figure)
    proposals = proposals_in(recorded, question.among, library)
    verdict = Verdict.of(bool(found)) if question.whether and recorded else None
    return ThroughoutAnswer(question, tuple(first), len(recorded), absent, proposals, least, verdict=verdict)


def _in_no_record(code: str, places: list[int], library: Library) -> bool:
    """Whether none of the records at some places lists a state."""
    return bool((library.ballots.of_states(places, [code]) == NUMBER_OF_VOTE[Vote.ABSENT]).all())


def between_answer(question: BetweenQuestion, library: Library) -> BetweenAnswer:
    """Those who voted so on each of the resolutions."""
    places = [library.catalogue.places[symbol] for symbol, _ in question.of]
    members, ballots = members_on(question.group, places, library), library.ballots
    rows = []
    for i, code in enumerate(ballots.codes):
        votes = tuple(ballots.vote(at, code) for at in places)
        so = [vote in wanted if wanted else vote in CAST for vote, (_, wanted) in zip(votes, question.of, strict=True)]
        changed = any(wanted for _, wanted in question.of) or len(set(votes)) > 1
        if all(so) and changed and members[:, i].all():
            rows.append((code, votes))
    summaries = tuple(library.summaries[at] for at in places)
    turned = not any(wanted for _, wanted in question.of)
    return BetweenAnswer(question, summaries, tuple(rows), _in_some(places, members, library) if turned else 0)


def _in_some(places: Sequence[int], members: Mask, library: Library) -> int:
    """How many states, of the members of a group, are in some of the records at some places and not in all."""
    there = library.ballots.of_states(places, library.ballots.codes) != NUMBER_OF_VOTE[Vote.ABSENT]
    return int((there.any(axis=0) & ~there.all(axis=0) & members.any(axis=0)).sum())


def group_answer(question: GroupHistoryQuestion, library: Library) -> GroupHistoryAnswer:
    """How those voted who were members on the day, and how united they were."""
    recorded = recorded_in(question.among, library)
    figures = [dict(zip(CAST, map(int, row), strict=True)) for row in group_counts(question.group, recorded, library)]
    so = [
        row
        for row, of in enumerate(figures)
        if any(of.values())
        and (not question.votes or most_cast(of) in question.votes)
        and _compared_so(question.comparison, of)
    ]

    if question.most in (Most.SPLIT, Most.UNITED):
        sign = 1 if question.most is Most.SPLIT else -1
        so.sort(key=lambda at: sign * (agreement_index(figures[at]) or 0.0))

    def row(at: int) -> GroupRow:
        return GroupRow(library.summaries[recorded[at]], tuple(figures[at].items()), agreement_index(figures[at]))

    indexes = [index for at in so if (index := agreement_index(figures[at])) is not None]
    cohesion = sum(indexes) / len(indexes) if indexes else None
    proposals = proposals_in(recorded, question.among, library)
    return GroupHistoryAnswer(question, Lazy(so, row), len(recorded), cohesion, proposals)


def _compared_so(comparison: Comparison, figures: dict[Vote, int]) -> bool:
    """Whether those who voted, if there are several, did so alike or apart, as is asked."""
    alike = sum(figures.values()) == max(figures.values())
    match comparison:
        case Comparison.SAME:
            return alike and max(figures.values()) > 1
        case Comparison.DIFFERENT:
            return not alike
    return True


def parts_answer(question: PartsQuestion, library: Library) -> PartsAnswer:
    """How states, or the members of a group, voted in each year, in each body or on each subject."""
    asked = question.of
    recorded = recorded_in(asked.among, library)
    parts: dict[str, list[int]] = {}
    for row, at in enumerate(recorded):
        for label in _labels(question.by, library.summaries[at]):
            parts.setdefault(label, []).append(row)
    of_part = (
        _of_states(asked, recorded, library)
        if isinstance(asked, HistoryQuestion)
        else _of_group(asked, recorded, library)
    )
    rows = [of_part(label, within) for label, within in parts.items()]
    rows.sort(key=lambda row: (-int(row.label), "") if question.by is By.YEAR else (-row.recorded, row.label))
    if question.first is not First.NONE:
        rows.sort(key=lambda row: _place(row, question))
    return PartsAnswer(question, tuple(rows), len(recorded), proposals_in(recorded, asked.among, library))


def _place(row: PartRow, question: PartsQuestion) -> float:
    """By what a part stands before others, where the first or the last of them is sought; the greatest number where
    there is nothing to tell."""
    votes = question.of.votes
    figure: float | None = row.cohesion
    if row.agreement:
        figure = row.agreement.same / row.agreement.of if row.agreement.of else None
    elif len(votes) == 1:
        figure = dict(row.figures).get(next(iter(votes)), 0) if row.recorded else None
    return math.inf if figure is None else figure if question.first is First.LEAST else -figure


def _labels(by: By, summary: Summary) -> tuple[str, ...]:
    match by:
        case By.YEAR:
            return (str(summary.adopted.year),)
        case By.BODY:
            return (summary.body.name.lower(),)
        case By.SUBJECT:
            return tuple(dict.fromkeys(summary.subjects))


def _of_states(
    asked: HistoryQuestion, recorded: Sequence[int], library: Library
) -> Callable[[str, list[int]], PartRow]:
    cast = library.ballots.of_states(recorded, asked.states)
    voted: _Places = np.logical_and.reduce(np.isin(cast, numbers(CAST)), axis=1)
    alike: _Places = voted & np.logical_and.reduce(cast == cast[:, :1], axis=1)

    def of_part(label: str, within: list[int]) -> PartRow:
        figures = tuple((vote, int((cast[within] == NUMBER_OF_VOTE[vote]).sum())) for vote in CAST)
        together = len(asked.states) > 1
        return PartRow(
            label,
            figures,
            len(within),
            Agreement(int(alike[within].sum()), int(voted[within].sum())) if together else None,
        )

    return of_part


def _of_group(
    asked: GroupHistoryQuestion, recorded: Sequence[int], library: Library
) -> Callable[[str, list[int]], PartRow]:
    counts = group_counts(asked.group, recorded, library)

    def of_part(label: str, within: list[int]) -> PartRow:
        figures = dict(zip(CAST, map(int, counts[within].sum(axis=0)), strict=True))
        each = (agreement_index(dict(zip(CAST, map(int, row), strict=True))) for row in counts[within])
        indexes = [index for index in each if index is not None]
        return PartRow(
            label, tuple(figures.items()), len(within), cohesion=sum(indexes) / len(indexes) if indexes else None
        )

    return of_part
