"""What is taken out of a file: its lines, each with its place there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""From a figure to the same one raised: what footnotes are marked with."""


class Before(StrEnum):
    """What stands between a line and the one before it."""

    NOTHING = "nothing"
    """It follows directly: the paragraph may go on."""
    SPACE = "space"
    """A blank line, or more white space than between two lines of a paragraph."""
    PAGE = "page"
    """A page turns, or something that was dropped stands there: white space says nothing here."""
    PARAGRAPH = "paragraph"
    """The file says itself that a paragraph begins."""


class Kind(StrEnum):
    """What a file itself says of a line."""

    BODY = "body"
    MARGIN = "margin"
    """In a header, a footer or a text box."""
    NOTE = "note"
    """Of a footnote; its first line begins with the mark."""


class Unit(StrEnum):
    """What lines are counted in."""

    LINE = "line"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that has text. Lengths are in points, or in columns where the file is plain text."""

    text: str
    """With its raised figures as ¹; a space at its end stays, since it says that a word ends there."""
    page: int
    """From 1; 0 where the file has no pages."""
    number: int
    """From 1: within its page, or within the file where the file has no pages or is plain text."""
    before: Before = Before.NOTHING
    kind: Kind = Kind.BODY
    unit: Unit = Unit.LINE
    plain: bool = False
    """Whether the file is plain text: its lines are counted through, and may be paragraphs already."""
    left: float = 0
    right: float = 0
    em: float = 2
    """As wide as a Chinese character."""
    size: float = 0
    """Of the letters; 0 where it is not known."""
    stressed: bool = False
    """Whether its first words are in bold or italics and the others are not."""

    @property
    def place(self) -> str:
        """Where it is, for a message: page 2, line 14."""
        where = f"{self.unit} {self.number}"
        return f"page {self.page}, {where}" if self.page and not self.plain else where
