"""A character on a page, as the file draws it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from bot.importing.lines import tidy

_SHAPED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Letter:
    """A character on a page; lengths in points, from the bottom left of the page as it is held to be read."""

    text: str
    """As it would be typed; of a ligature, several characters."""
    x0: float
    x1: float
    base: float
    """Its baseline, without `lift`."""
    lift: float
    """How far the file raises it above that."""
    size: float
    font: str
    way: int = 0
    """In degrees, anticlockwise, to the nearest one: in which direction it is written."""
    unseen: str = ""
    """Why a reader of the page does not see it; empty where he does."""
    behind: bool = False
    """Whether it is not drawn, or drawn below a picture that covers it: text recognized in a picture is."""
    blank: bool = False
    """Whether it is white space."""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page."""

    number: int
    """From 1."""
    width: float
    letters: tuple[Letter, ...]
    """In the order in which they are drawn."""
    characters: int
    """Of what was drawn, without white space, counted as it was drawn."""
    pictured: float = 0
    """The share of the page that pictures cover; scans may consist of several."""
    comments: tuple[str, ...] = ()
    """The kinds of its annotations that show text of their own, or change that of the page."""


@cache
def typed(text: str) -> str:
    """A character as it would be typed: Arabic ones not in the shape that they have within a word."""
    return tidy(_SHAPED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text))
