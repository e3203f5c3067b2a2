"""How states voted across resolutions, and which resolutions there are: pure functions over a list of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from bot.answer.model import Agreement, HistoryAnswer, HistoryRow, ListAnswer
from bot.corpus.catalogue import LIKELY
from bot.corpus.library import Library
from bot.corpus.model import CAST, Adoption, Resolution, Vote
from bot.language.normal import normal
from bot.question.model import Among, Comparison, HistoryQuestion, ListQuestion

MOST_SEARCHED: Final = 60
"""How many titles are looked at for words of a title."""


def history_answer(question: HistoryQuestion, library: Library) -> HistoryAnswer:
    """How states voted on the resolutions that meet the conditions."""
    among = tuple(chosen(library.catalogue.latest, question.among, _titled(question.among, library)))
    compared = len(question.states) > 1 and question.comparison is not Comparison.NONE
    compared_as = agreement(question, among) if compared else None
    return HistoryAnswer(question, rows(question, among), sum(bool(r.roll_call) for r in among), compared_as)


def list_answer(question: ListQuestion, library: Library) -> ListAnswer:
    """The resolutions that meet the conditions."""
    return ListAnswer(question, tuple(chosen(library.catalogue.latest, question.among, _titled(question.among, library))))


def _titled(among: Among, library: Library) -> frozenset[str] | None:
    """The symbols of the resolutions whose titles or symbols have the words; None where there are none to have."""
    if not among.words:
        return None
    called = library.catalogue.called(normal(among.words))
    found = [r for r, score in library.catalogue.search(among.words, MOST_SEARCHED) if score >= LIKELY]
    return frozenset(r.symbol for r in (*called, *found))


def chosen(resolutions: Iterable[Resolution], among: Among, titled: frozenset[str] | None = None) -> Iterator[Resolution]:
    """Those that meet the conditions; titled: the symbols of those that have the words asked for, None for all."""
    for resolution in resolutions:
        session = resolution.session
        if (
            (among.year is None or resolution.adopted.year == among.year)
            and (among.body is None or resolution.body is among.body)
            and (not among.special or (session is not None and session.series))
            and (not among.without_a_vote or resolution.adoption is Adoption.WITHOUT_A_VOTE)
            and (titled is None or resolution.symbol in titled)
        ):
            yield resolution


def rows(question: HistoryQuestion, resolutions: Iterable[Resolution]) -> tuple[HistoryRow, ...]:
    """The resolutions with a roll call on which the states voted as the question asks, in the order given."""
    return tuple(row for row in _recorded(question, resolutions) if _fits(row, question))


def _recorded(question: HistoryQuestion, resolutions: Iterable[Resolution]) -> Iterator[HistoryRow]:
    for resolution in resolutions:
        if resolution.roll_call:
            yield HistoryRow(resolution, tuple((code, resolution.vote_of(code)) for code in question.states))


def _fits(row: HistoryRow, question: HistoryQuestion) -> bool:
    votes = [vote for _, vote in row.votes]
    if question.comparison is not Comparison.NONE:
        # Whoever did not vote agrees with nobody, and differs from nobody.
        if not all(vote in CAST for vote in votes):
            return False
        return question.comparison is Comparison.AGREEMENT or (len(set(votes)) == 1) == (question.comparison is Comparison.SAME)
    if question.each:
        return all(vote in wanted for vote, wanted in zip(votes, question.each, strict=True))
    if question.votes:
        return all(vote in question.votes for vote in votes)
    return any(vote is not Vote.ABSENT for vote in votes)


def agreement(question: HistoryQuestion, resolutions: Iterable[Resolution]) -> Agreement:
    """How often the states voted the same, of the resolutions on which all of them voted."""
    voted = [row for row in _recorded(question, resolutions) if all(vote in CAST for _, vote in row.votes)]
    return Agreement(sum(len({vote for _, vote in row.votes}) == 1 for row in voted), len(voted))
