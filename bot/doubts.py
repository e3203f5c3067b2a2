"""Doubts: what can be read but is unusual, for a person to look at before it is kept. Imports nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DoubtKind(StrEnum):
    """What may be unusual in a document; the value is the word that ``import --accept`` takes."""

    ENDING = "ending"
    """A paragraph ends as those of its part do not: a preambular one with a semicolon, an operative one with a
    comma."""
    NUMBERING = "numbering"
    """A number that jumps, is missing or stands twice."""
    SPLIT = "split"
    """Where one paragraph ends and the next begins was decided on little: a page turns, or nothing sets paragraphs
    apart."""
    HYPHEN = "hyphen"
    """A hyphen at the end of a line that may be one of the word or not."""
    NOTE = "note"
    """A footnote that nothing cites, a mark without a note, a mark in plain figures."""
    VOTE = "vote"
    """A record of the vote that is not whole, or is printed in words only."""
    HEAD = "head"
    """A head that lacks what others have, or has more."""
    RECOGNIZED = "recognized"
    """Letters that a machine recognized in a picture, or words that are no words."""
    HIDDEN = "hidden"
    """Something in the file that a reader of it does not see, and that was left out."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One unusual thing, and how it was understood."""

    kind: DoubtKind
    place: str
    """Where it stands, as a person finds it: page 2, line 14."""
    found: str
    """What is unusual."""
    understood: str
    """What was made of it."""

    @property
    def of_record(self) -> bool:
        """Whether it is of a record of the vote that is printed, and was not understood."""
        return self.kind is DoubtKind.VOTE and not self.found.endswith(_NO_RECORD)

    def __str__(self) -> str:
        return f"{self.kind}: {self.place}: {self.found}; understood: {self.understood}"


NOTHING_BELOW = "nothing below the text says how it was adopted"
NO_LIST = "no list says who voted how"
NO_FIGURES = "gives no figures"
_NO_RECORD = (NOTHING_BELOW, NO_LIST, NO_FIGURES)
"""How a doubt ends about a text that prints no record, or none of who voted how."""
