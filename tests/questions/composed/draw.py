"""Seeded choices of votes, states and groups, and the registry of patterns."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.questions.composed.model import Expectation, Kind
from tests.questions.composed.record import VOTES, ballots, groups, having, votes

# The groups the questions name, each with a name in every language of the questions.
NAMED_GROUPS = (
    "african_group",
    "asia_pacific_group",
    "eastern_european_group",
    "grulac",
    "weog",
    "european_union",
    "nato",
    "g7",
    "g20",
    "brics",
    "asean",
    "african_union",
    "arab_league",
    "gcc",
    "oic",
    "commonwealth",
    "oif",
    "mercosur",
    "g77",
    "nam",
    "oecd",
    "opec",
    "sco",
    "caricom",
    "visegrad",
    "pacific_islands_forum",
)
# States outside the record which people ask about.
OUTSIDERS = ("RUS", "GBR", "UKR", "ISR", "CAN", "EGY")
# Voters of a group about which "all", "which of" and the like can be asked.
SOME = 2


@dataclass(frozen=True)
class Case:
    """A filled pattern: slot letter to vote (x, y), state (a, b, c) or group (g, h, k), and the readings accepted."""

    slots: dict[str, str]
    accepted: tuple[Expectation, ...]


class Draw:
    """Random choices of one pattern in one language; the same seed gives the same choices."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)

    def choice(self, items: Iterable[str]) -> str:
        """One of the items, whatever order they come in."""
        return self._random.choice(sorted(items))

    def sample(self, items: Iterable[str], count: int) -> tuple[str, ...]:
        """Several different items in a random order."""
        return tuple(self._random.sample(sorted(items), count))

    def chance(self, share: float) -> bool:
        """True in the share of cases given, 0 to 1."""
        return self._random.random() < share

    def vote(self) -> str:
        """One of the three votes."""
        return self.choice(VOTES)

    def two_votes(self) -> tuple[str, ...]:
        """Two different votes."""
        return self.sample(VOTES, 2)

    def state(self) -> str:
        """A state of the record."""
        return self.choice(votes())

    def states(self, count: int) -> tuple[str, ...]:
        """Different states of the record."""
        return self.sample(votes(), count)

    def group(self, least: int = SOME) -> str:
        """A group with at least so many voters."""
        return self.choice(group for group in NAMED_GROUPS if len(groups()[group]) >= least)

    def two_groups(self, least: int = SOME) -> tuple[str, ...]:
        """Two groups with different voters."""
        while True:
            first, second = self.sample(NAMED_GROUPS, 2)
            sets = groups()[first], groups()[second]
            if min(map(len, sets)) >= least and sets[0] != sets[1]:
                return first, second


Pattern = Callable[[Draw], Case]
PATTERNS: dict[str, Pattern] = {}


def pattern(build: Pattern) -> Pattern:
    """Register a pattern under the name of the function which builds it."""
    PATTERNS[build.__name__] = build
    return build


def listing(
    *codes: frozenset[str], kind: Kind = Kind.ROLL, figures: tuple[str, ...] = (), verdict: str | None = None
) -> tuple[Expectation, ...]:
    """One accepted reading for each set of states, the first the plainest; the rest of the expectation is the same."""
    distinct = list(dict.fromkeys(codes))
    return tuple(Expectation(kind, ballots(one), verdict, figures) for one in distinct)


def judged(truth: bool, *codes: frozenset[str]) -> tuple[Expectation, ...]:
    """A yes or a no, with whichever of the lists the reply shows as its grounds."""
    return listing(*codes, kind=Kind.VERDICT, verdict="yes" if truth else "no")


def others(vote: str) -> frozenset[str]:
    """The states of the record which cast one of the two other votes."""
    return frozenset(votes()) - having(vote)
