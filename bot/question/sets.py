"""Sets of states as a question names them, and what is wanted of them: values that say what is meant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.resolution import Vote


@dataclass(frozen=True, slots=True)
class Everyone:
    """All that the record lists."""


@dataclass(frozen=True, slots=True)
class These:
    """Certain states."""

    codes: tuple[str, ...]
    """Alpha-3, in the order named."""


@dataclass(frozen=True, slots=True)
class Members:
    """The members of a group on the day of the vote."""

    group: str
    """An id of content/groups.toml."""


@dataclass(frozen=True, slots=True)
class VotedSo:
    """Those whose vote was one of these."""

    votes: frozenset[Vote]


@dataclass(frozen=True, slots=True)
class VotedLike:
    """Those who voted as a state did, itself left out; or who voted otherwise."""

    code: str
    alike: bool = True


@dataclass(frozen=True, slots=True)
class LikeOwnGroup:
    """Those who voted as most of their own regional group did; or who voted otherwise."""

    alike: bool = True


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Those in at least one of the sets."""

    sets: tuple[StateSet, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Those in every one of the sets."""

    sets: tuple[StateSet, ...]


@dataclass(frozen=True, slots=True)
class Less:
    """Those of a set that are not in another."""

    whole: StateSet
    left_out: StateSet


StateSet = Everyone | These | Members | VotedSo | VotedLike | LikeOwnGroup | AnyOf | AllOf | Less

EVERYONE = Everyone()


def any_of(*sets: StateSet) -> StateSet:
    """The union, of one set that set itself; EVERYONE of none. States named one by one are one set."""
    flat = tuple(dict.fromkeys(x for s in sets for x in (s.sets if isinstance(s, AnyOf) else (s,))))
    if codes := tuple(dict.fromkeys(c for x in flat if isinstance(x, These) for c in x.codes)):
        flat = (*(x for x in flat if not isinstance(x, These)), These(codes))
    return EVERYONE if not flat else flat[0] if len(flat) == 1 else AnyOf(flat)


def all_of(*sets: StateSet) -> StateSet:
    """The intersection; EVERYONE restricts nothing."""
    kept = tuple(dict.fromkeys(x for s in sets if s != EVERYONE for x in (s.sets if isinstance(s, AllOf) else (s,))))
    return EVERYONE if not kept else kept[0] if len(kept) == 1 else AllOf(kept)


def less(whole: StateSet, *left_out: StateSet) -> StateSet:
    """The difference; without anything to leave out, the whole. What was left out before stays so."""
    if not left_out:
        return whole
    before = (whole.left_out,) if isinstance(whole, Less) else ()
    return Less(whole.whole if isinstance(whole, Less) else whole, any_of(*before, *left_out))


def parts(expression: StateSet) -> tuple[StateSet, ...]:
    """The expression and every set that it is made of, outermost first."""
    match expression:
        case AnyOf(sets) | AllOf(sets):
            inner = sets
        case Less(whole, left_out):
            inner = (whole, left_out)
        case _:
            inner = ()
    return (expression, *(x for s in inner for x in parts(s)))


def groups_in(expression: StateSet) -> tuple[str, ...]:
    """The ids of the groups that an expression names, each once."""
    return tuple(dict.fromkeys(x.group for x in parts(expression) if isinstance(x, Members)))


def codes_in(expression: StateSet) -> tuple[str, ...]:
    """The codes of the states that an expression names, each once."""
    named = (
        (x.codes if isinstance(x, These) else (x.code,)) for x in parts(expression) if isinstance(x, (These, VotedLike))
    )
    return tuple(dict.fromkeys(code for codes in named for code in codes))


class Measure(StrEnum):
    """What is wanted of some states and the votes asked about; all but LIST, COUNT, SHARE, SIDE and RANKS are answered
    with yes or no first."""

    LIST = "list"
    COUNT = "count"
    SHARE = "share"
    """In per cent, with what it is a share of."""
    ANY = "any"
    """Did one of them vote so?"""
    ALL = "all"
    NOT_ALL = "not_all"
    """Is it so that not all of them did?"""
    NONE = "none"
    ONLY = "only"
    """Did these and no others?"""
    SAME = "same"
    """Did all of them vote alike?"""
    DIFFERENT = "different"
    MOST = "most"
    """Did more than half of them vote so?"""
    SO_MANY = "so_many"
    """Are those who voted so as many as is said?"""
    SIDE = "side"
    """With which of the others did the first one vote?"""
    RANKS = "ranks"
    """Who of them voted otherwise than most of them."""


class Most(StrEnum):
    """By what one of several groups is picked out."""

    NONE = "none"
    VOTES = "votes"
    """The most of them voted as asked."""
    SPLIT = "split"
    UNITED = "united"
