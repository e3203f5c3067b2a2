"""Paragraphs, as a question names them: values that say which are meant, and look nothing up."""

from __future__ import annotations

from dataclasses import dataclass

from bot.corpus.model import Part
from bot.language.selection import Selection


@dataclass(frozen=True, slots=True)
class ByNumber:
    """Those with these numbers, from either end; a number that is not there is for the answer to tell."""

    selections: tuple[Selection, ...]


@dataclass(frozen=True, slots=True)
class OnSubject:
    """Those on a subject, best first."""

    words: str
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class BeginningWith:
    """Those whose first words are these: 确认, Calls upon."""

    words: str
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class AddressedTo:
    """Those that ask something of somebody: the Secretary-General, States."""

    words: str


@dataclass(frozen=True, slots=True)
class Mentioning:
    """All in which these words stand."""

    words: str


@dataclass(frozen=True, slots=True)
class Quoting:
    """Those in which these words stand word for word, or nearly so."""

    words: str


@dataclass(frozen=True, slots=True)
class CitingNote:
    """Those that cite a footnote; with no mark, any."""

    mark: str = ""


@dataclass(frozen=True, slots=True)
class ShownBefore:
    """Of those shown last: the k-th (from the end if negative), or all for 0."""

    position: int = 0


@dataclass(frozen=True, slots=True)
class BesideOf:
    """So many after (before, if negative) one that is found otherwise."""

    of: Where
    step: int


@dataclass(frozen=True, slots=True)
class Without:
    """Those of an expression that are not in another."""

    whole: Where
    left_out: Where


@dataclass(frozen=True, slots=True)
class Together:
    """Those of several expressions, in the order named."""

    of: tuple[Where, ...]


Where = (
    ByNumber
    | OnSubject
    | BeginningWith
    | AddressedTo
    | Mentioning
    | Quoting
    | CitingNote
    | ShownBefore
    | BesideOf
    | Without
    | Together
)
