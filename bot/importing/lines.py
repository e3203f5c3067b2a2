"""What is taken out of a file: its lines, each with its place there."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from bot.doubts import Doubt
from bot.importing.characters import RADICALS

LARGEST = 30_000_000
"""Bytes of a file: the longest resolutions have well under one million."""
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


class LineKind(StrEnum):
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
    kind: LineKind = LineKind.BODY
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


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Text of a file that is no wording of the document."""

    text: str
    why: str
    """What it is: running head, page number, invisible text."""
    place: str


@dataclass(frozen=True, slots=True)
class Extracted:
    """What is taken out of a file. Each of its characters, white space apart, is in a line or left out."""

    lines: tuple[Line, ...]
    characters: int
    """Of the file as typeset, without white space: those of lines and of what is left out, counted before either is
    made."""
    left_out: tuple[LeftOut, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def weigh(text: str) -> int:
    """How many characters a text has, white space not counted."""
    return len("".join(text.split()))


def width(text: str) -> int:
    """How many columns text fills: two for a Chinese character."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text if not unicodedata.combining(c))


_LOOKALIKE = re.compile("[\ufb00-\ufb06\u2f00-\u2fdf\u2e80-\u2eff\uf900-\ufaff]")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufeff]")
"""What says how letters join, where a line may end and in which direction it runs: none is printed. What has letters
printed backwards (U+202D, U+202E) is not among them."""
SOFT_HYPHEN = "\u00ad"
"""Printed at the end of a line only; on the page of a PDF it is a hyphen that was drawn."""


def typed(text: str) -> str:
    """Text as it would be typed: no ligatures, no radicals in place of ideographs, accents with their letters, plain
    hyphens, nothing unseen."""
    plain = _LOOKALIKE.sub(lambda found: RADICALS.get(found[0]) or unicodedata.normalize("NFKC", found[0]), text)
    return re.sub("[\u2010\u2011]", "-", _UNSEEN.sub("", unicodedata.normalize("NFC", plain)))


def tidy(text: str) -> str:
    """Typeset text as it would be typed: with the characters of a keyboard and plain spaces."""
    return re.sub(r"[\s\u00a0\u202f\u2009]+", " ", typed(text))
