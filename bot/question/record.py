"""What can be asked of more than one resolution: one frozen class for each kind of question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.language.dates import Period
from bot.question.sets import Measure, Most, StateSet
from bot.resolution import Body, Outcome, Span, Vote


class Comparison(StrEnum):
    """What is asked about two states across resolutions."""

    NONE = "none"
    SAME = "same"
    DIFFERENT = "different"
    MOST = "most"
    """Did more than half of them vote so?"""
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class Bound:
    """How many votes of a kind there are to be."""

    vote: Vote | None
    """None for the difference between those in favour and those against."""
    least: int = 0
    most: int | None = None
    """None for as many as there may be."""


@dataclass(frozen=True, slots=True)
class Few:
    """How many of a sorted list are wanted."""

    count: int
    spans: tuple[Span, ...]
    """Where the message says so."""


@dataclass(frozen=True, slots=True)
class Among:
    """Which of the resolutions are looked at; a condition that is None holds for all."""

    times: tuple[Period, ...] = ()
    """In one of which it was adopted."""
    body: Body | None = None
    words: str = ""
    """Of the title, or of what the catalogue says of the subject."""
    special: bool = False
    """Only those of special sessions."""
    without_a_vote: bool = False
    """Only those adopted without a vote."""
    mentions: str = ""
    """Words of a paragraph or of the title."""
    unopposed: bool = False
    """Only those on which votes were recorded, and none against."""
    unanimous: bool | None = None
    """Only those on which votes were recorded, all of them in favour; False for those on which not all were."""
    bounds: tuple[Bound, ...] = ()
    """Only those with so many votes of each kind."""
    tied: bool = False
    """Only those with as many votes in favour as against."""
    put_to_the_vote: bool = False
    """Only those of which there is a roll call."""
    amendments: bool | None = None
    """Only amendments that were put to the vote; False for neither these nor drafts, but the resolutions alone."""
    drafts: bool = False
    """Only what was put to the vote as a whole, adopted or not: no amendments."""
    outcome: Outcome | None = None
    """Only those that were adopted, or rejected."""
    voted: tuple[tuple[str, frozenset[Vote]], ...] = ()
    """Only those on which each of these states, by alpha-3, voted one of its votes."""
    group: tuple[str, frozenset[Vote]] | None = None
    """Only those on which most members of a group, by its id, voted one of its votes."""
    apart: tuple[str, str] | None = None
    """Only those on which these two states, by alpha-3, cast votes that are not the same."""
    session: int = 0
    """Only those of the session of that number, a regular one unless only special ones are meant; 0 for all."""
    vetoed: bool = False
    """Only drafts of the Security Council that a permanent member voted against."""
    symbols: tuple[str, ...] = ()
    """Only these; empty for all."""
    like: str = ""
    """Only those with the title of the one of this symbol, or one that is hardly different."""
    less: tuple[str, ...] = ()
    """All but these."""
    not_on: str = ""
    """Words that are in neither title nor subject."""
    latest: int = 0
    """Only so many of those that meet all the rest, the last ones adopted; 0 for all."""

    @property
    def year(self) -> int | None:
        """The one year in which it was adopted, where only that is a condition of time."""
        return self.times[0].year if len(self.times) == 1 else None

    @property
    def plain(self) -> bool:
        """Whether a year and a body are all the conditions there are."""
        return Among(self.times, self.body) == self and (not self.times or self.year is not None)


class Order(StrEnum):
    """How a list of resolutions is sorted."""

    LATEST = "latest"
    EARLIEST = "earliest"
    NARROWEST = "narrowest"
    """The least difference between those in favour and those against first."""
    WIDEST = "widest"
    """The greatest one first."""
    CONTESTED = "contested"
    """The most votes against first."""
    SUPPORTED = "supported"
    """The most votes in favour first."""
    LEAST_SUPPORTED = "least_supported"
    """The fewest."""
    LEAST_CONTESTED = "least_contested"
    """The fewest votes against first."""
    LEAST_ABSTAINED = "least_abstained"
    """The fewest abstentions first."""
    ABSTAINED = "abstained"
    """The most abstentions first."""


@dataclass(frozen=True, slots=True)
class HistoryQuestion:
    """How did these states vote on the resolutions there are?"""

    states: tuple[str, ...]
    votes: frozenset[Vote] = frozenset()
    """Only where all of them voted one of these; empty for all."""
    each: tuple[frozenset[Vote], ...] = ()
    """Only where each voted one of its own, in the order of the states; empty where the same is asked of all."""
    comparison: Comparison = Comparison.NONE
    among: Among = Among()
    page: int = 0
    measure: Measure = Measure.LIST
    """Of the votes asked about: ALL for always, ANY for ever, NONE for never, SHARE."""
    alone: bool = False
    """Only where nobody else voted so."""
    order: Order = Order.LATEST
    against: str = ""
    """Only where the one state voted otherwise than most members of this group, by its id."""
    turning: bool = False
    """From which one on the one state voted otherwise than before: its votes in the order of time, and where they
    change."""
    either: bool = False
    """Where any one of the states voted so, and not all of them: China or Russia."""


@dataclass(frozen=True, slots=True)
class AlikeQuestion:
    """Who voted most like a state, or like most members of a group?"""

    state: str
    """Empty where it is most members of a group."""
    least: bool = False
    """Who voted least like it."""
    always: bool = False
    """Only those who always did."""
    of: tuple[str, ...] = ()
    """Only these states; empty for all."""
    group: str = ""
    """Only members of this group; empty for all."""
    left_out: tuple[StateSet, ...] = ()
    """Who is not counted."""
    among: Among = Among()
    few: int = 0
    """Only so many of them, the first, and those that are level with the last of these; 0 for all."""
    page: int = 0
    majority: str = ""
    """The group that most members are of; empty where it is a state."""
    pairs: bool = False
    """Which two of all, or of the group, voted most alike, or least: no state is named."""


@dataclass(frozen=True, slots=True)
class ThroughoutQuestion:
    """Who voted so on every resolution?"""

    votes: frozenset[Vote]
    each: bool = True
    """On every one that has a roll call; else whenever they voted."""
    most: bool = False
    """Who voted so on most of them, instead."""
    alone: bool = False
    """Only where nobody else voted so."""
    share: bool = False
    """By how large a part of their votes it is, and not by how many they are."""
    least: bool = False
    """The smallest part, or number, of these first."""
    not_always: bool = False
    """Who did not always vote so, instead: those who voted otherwise at least once."""
    whether: bool = False
    """Whether it is asked if anybody did: yes or no, before the list."""
    of: tuple[str, ...] = ()
    """Only these states; empty for all."""
    group: str = ""
    left_out: tuple[StateSet, ...] = ()
    among: Among = Among()
    few: int = 0
    """Only so many of them, the first, and those that are level with the last of these; 0 for all."""
    page: int = 0


@dataclass(frozen=True, slots=True)
class BetweenQuestion:
    """Who voted so on one resolution and so on another; or, where no votes are named, otherwise on one than on the
    other?"""

    of: tuple[tuple[str, frozenset[Vote]], ...]
    """(symbol, votes), in the order named."""
    group: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class GroupHistoryQuestion:
    """How did the members of a group vote on the resolutions there are, and how united were they?"""

    group: str
    votes: frozenset[Vote] = frozenset()
    """Only where most of them voted one of these; empty for all."""
    comparison: Comparison = Comparison.NONE
    """SAME for only where all who voted cast the same vote, one of these; DIFFERENT for only where they did not."""
    most: Most = Most.NONE
    """SPLIT for those first on which it was most divided, UNITED for most united."""
    among: Among = Among()
    page: int = 0


class By(StrEnum):
    """What a record is divided by."""

    YEAR = "year"
    """Of adoption."""
    BODY = "body"
    SUBJECT = "subject"
    """What the catalogue says of it; one that has several subjects counts for each."""


class First(StrEnum):
    """Which part of a record is sought, and so stands first."""

    NONE = "none"
    """None of them: they stand in order."""
    MOST = "most"
    """That with the most of the votes that are asked about, or with the most agreement."""
    LEAST = "least"


@dataclass(frozen=True, slots=True)
class PartsQuestion:
    """The same, for each year, body or subject by itself?"""

    of: HistoryQuestion | GroupHistoryQuestion
    by: By
    page: int = 0
    first: First = First.NONE


@dataclass(frozen=True, slots=True)
class ListQuestion:
    """Which resolutions are there?"""

    among: Among = Among()
    page: int = 0
    order: Order = Order.LATEST
    """Any but the first leaves out those without a result."""
    results: bool = False
    """With the result of each."""
    rank: int = 1
    """The place in that order from which it is listed: 2 for the second most."""
    few: int = 0
    """Only so many of them, the first, and those that are level with the last of these; 0 for all."""
    share: bool = False
    """And how many in a hundred they are of those with a result, in the same time and of the same body."""
    sorts: bool = False
    """Whether it is only to be sorted, and the first of them is not asked for in particular."""
    newest: bool = False
    """Whether the first of them, the last one adopted, is asked for in particular."""
    whether: bool = False
    """Whether it is asked if there are any: yes or no, before the list."""
    listed: bool = False
    """Whether the list itself is asked for, and no paragraph of the only one in it that has the words sought."""
    ahead: str = ""
    """The symbol of the one of which it is asked whether it is the first, ahead of the others; empty for none."""
    every: bool = False
    """Whether it is asked if all with a result came to that: yes or no, with how many did."""
    alike: Measure = Measure.LIST
    """SAME or DIFFERENT where it is asked if all came to the same figures, or did not: yes or no."""


ENTRIES_A_PAGE = 10
"""Entries of a list in one message."""


OfAmong = HistoryQuestion | AlikeQuestion | ThroughoutQuestion | GroupHistoryQuestion | ListQuestion
"""The questions of all resolutions that meet conditions, as they are."""
PagedQuestion = (
    HistoryQuestion
    | AlikeQuestion
    | ThroughoutQuestion
    | BetweenQuestion
    | GroupHistoryQuestion
    | PartsQuestion
    | ListQuestion
)
"""The questions of more than one resolution, whose answers are read page by page."""
