"""What is answered of more than one resolution: one frozen class for each kind of answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer.kind import AnswerKind, Verdict
from bot.question.among import rank
from bot.question.record import (
    AlikeQuestion,
    BetweenQuestion,
    GroupHistoryQuestion,
    HistoryQuestion,
    ListQuestion,
    PartsQuestion,
    ThroughoutQuestion,
)
from bot.question.sets import Measure
from bot.resolution import Vote
from bot.store.summary import Summary


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A resolution, and how the states asked about stand in its record."""

    summary: Summary
    votes: tuple[tuple[str, Vote], ...]
    """(alpha-3, vote), in the order asked."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often two states or more voted the same."""

    same: int
    of: int
    """Resolutions on which all of them voted: in favour, against or abstaining."""

    @property
    def percent(self) -> float:
        """The share in per cent; 0 where there is nothing to compare."""
        return 100 * self.same / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class HistoryAnswer:
    """How states voted on the resolutions there are."""

    question: HistoryQuestion
    rows: Sequence[HistoryRow]
    """All of them, the last adopted first; a face shows a page."""
    recorded: int
    """How many of the resolutions looked at have a roll call."""
    agreement: Agreement | None = None
    """Where two or more states are compared."""
    voted: int = 0
    """On how many all of the states voted: in favour, against or abstaining."""
    figures: tuple[tuple[Vote, int], ...] = ()
    """How often each vote was cast, of a single state."""
    verdict: Verdict | None = None
    """Where it is asked whether it was always so, ever or never."""
    absent: tuple[str, ...] = ()
    """Those of the states that none of these records lists."""
    otherwise: HistoryAnswer | None = None
    """The same without drafts and amendments, where these are counted; with them, where they are not."""
    in_doubt: int = 0
    """How many more meet all conditions but those on the result, and have totals that are not those of the votes
    listed."""
    turns: tuple[tuple[Summary, Vote, Vote], ...] = ()
    """On which the one state voted otherwise than on the one before, and how on both; where that is asked."""
    resolution: None = None
    kind: AnswerKind = AnswerKind.HISTORY


@dataclass(frozen=True, slots=True)
class Counted:
    """A state, and on how many of how many resolutions it is so of it."""

    code: str
    count: int
    of: int
    other: str = ""
    """The other one of a pair; empty where it is counted of one."""

    @property
    def percent(self) -> float:
        """The share in per cent."""
        return 100 * self.count / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class AlikeAnswer:
    """Who voted like a state how often."""

    question: AlikeQuestion
    rows: tuple[Counted, ...]
    """In the order asked for; of each, on how many of those both voted on they voted the same."""
    voted: int
    """On how many the state itself voted."""
    common: int
    """The fewest common votes with which a state is counted."""
    counted: int
    """How many states are: the rows may be the first of them."""
    proposals: int = 0
    """How many of those counted are drafts and amendments, where the conditions do not say of which it is asked."""
    in_doubt: int = 0
    """How many more meet all conditions but those on the result, and have totals that are not those of the votes
    listed."""
    otherwise_first: Counted | None = None
    """Who is first without drafts and amendments, where these are counted and that is another state."""
    resolution: None = None
    kind: AnswerKind = AnswerKind.HISTORY


@dataclass(frozen=True, slots=True)
class ThroughoutAnswer:
    """Who voted so throughout."""

    question: ThroughoutQuestion
    rows: tuple[Counted, ...]
    recorded: int
    absent: tuple[str, ...] = ()
    """Those of the states asked about that none of these records lists."""
    proposals: int = 0
    """How many of those counted are drafts and amendments, where the conditions do not say of which it is asked."""
    least: int = 0
    """How many votes those cast at least who are listed by the share of them; 0 where they are not."""
    in_doubt: int = 0
    """How many more meet all conditions but those on the result, and have totals that are not those of the votes
    listed."""
    otherwise_first: Counted | None = None
    """Who is first without drafts and amendments, where these are counted and that is another state."""
    verdict: Verdict | None = None
    """Whether anybody did; None where that is not asked."""
    resolution: None = None
    kind: AnswerKind = AnswerKind.HISTORY


@dataclass(frozen=True, slots=True)
class BetweenAnswer:
    """Who voted so on one resolution and so on another."""

    question: BetweenQuestion
    of: tuple[Summary, ...]
    rows: tuple[tuple[str, tuple[Vote, ...]], ...]
    """(alpha-3, the vote on each)."""
    apart: int = 0
    """How many states are in some of the records and not in all, where it is asked who voted otherwise."""
    resolution: None = None
    kind: AnswerKind = AnswerKind.HISTORY


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A resolution, and how the members of a group voted on it."""

    summary: Summary
    figures: tuple[tuple[Vote, int], ...]
    cohesion: float | None


@dataclass(frozen=True, slots=True)
class GroupHistoryAnswer:
    """How a group voted, and how united it was."""

    question: GroupHistoryQuestion
    rows: Sequence[GroupRow]
    """The last adopted first."""
    recorded: int
    cohesion: float | None
    """The mean of all on which members voted."""
    proposals: int = 0
    """How many of those counted are drafts and amendments, where the conditions do not say of which it is asked."""
    in_doubt: int = 0
    """How many more meet all conditions but those on the result, and have totals that are not those of the votes
    listed."""
    resolution: None = None
    kind: AnswerKind = AnswerKind.HISTORY


@dataclass(frozen=True, slots=True)
class PartRow:
    """How it was in one year, in one body, or on one subject."""

    label: str
    """A year, the name of a Body in lower case, or a subject as the catalogue has it."""
    figures: tuple[tuple[Vote, int], ...]
    """How often the state, or a member of the group, cast each vote."""
    recorded: int
    """How many of the resolutions have a roll call."""
    agreement: Agreement | None = None
    """Of two states or more."""
    cohesion: float | None = None
    """Of a group: the mean."""


@dataclass(frozen=True, slots=True)
class PartsAnswer:
    """How it was in each year, in each body, or on each subject."""

    question: PartsQuestion
    rows: tuple[PartRow, ...]
    """Years in order, the last one first; of bodies and subjects those with the most resolutions first."""
    recorded: int
    proposals: int = 0
    """How many of those counted are drafts and amendments, where the conditions do not say of which it is asked."""
    in_doubt: int = 0
    """How many more meet all conditions but those on the result, and have totals that are not those of the votes
    listed."""
    resolution: None = None
    kind: AnswerKind = AnswerKind.HISTORY


@dataclass(frozen=True, slots=True)
class ListAnswer:
    """Which resolutions there are."""

    question: ListQuestion
    found: tuple[Summary, ...]
    """All of them, best or last adopted first; a face shows a page."""
    of: int = 0
    """Where a share is asked for: how many with a result there are of the same time, body and subject."""
    none_then: bool = False
    """Whether there is nothing at all here of the time and the body that are asked about."""
    in_doubt: int = 0
    """How many meet all conditions but those on the result, and have totals that are not those of the votes listed."""
    otherwise: int = 0
    """How many there are without drafts and amendments, where these are listed; with them, where they are not; 0 where
    that is as many."""
    texts: int = 0
    """Of how many documents the text is here, where words are sought that they mention."""
    only_votes: bool = False
    """Whether those adopted without a vote are sought where every document here was put to one."""
    resolution: None = None
    kind: AnswerKind = AnswerKind.DOCUMENTS

    @property
    def verdict(self) -> Verdict | None:
        """Whether there are any, or all with a result are so, or alike, where that is asked; None where it hangs on
        those in doubt, or without a result."""
        if self.question.alike is not Measure.LIST:
            figures = {(x.tally.yes, x.tally.no, x.tally.abstain) if x.tally else None for x in self.found}
            return None if None in figures else Verdict.of((len(figures) == 1) is (self.question.alike is Measure.SAME))
        if self.question.ahead:
            ranks = [rank(each, self.question.order) for each in self.found]
            known = len(ranks) > 1 and None not in ranks
            first = self.found[0].symbol == self.question.ahead and len(set(ranks[:2])) > 1 if known else False
            return Verdict.of(first) if known else None
        if self.question.every:
            all_so = len(self.found) == self.of
            return None if all_so and (self.in_doubt or not self.of) else Verdict.of(all_so)
        return Verdict.of(bool(self.found)) if self.question.whether and not self.only_votes else None
