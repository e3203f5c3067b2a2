"""Which paragraphs come nearest to words that somebody quotes, letter by letter, and how near."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from bot.corpus.library import Library
from bot.corpus.model import Paragraph, Resolution
from bot.language.normal import CJK, whole

MOST_COMPARED: Final = 6
"""How many of the paragraphs that share most with a quotation are compared with it letter by letter."""
ALIKE: Final = 70.0
"""The least likeness (0–100) of a quotation and the best stretch of a paragraph for it to be that stretch, misquoted. Of 1,000
stretches of 15 to 60 characters of the clauses of 56/4 with a word of two characters (from 30 characters on, two such words)
changed, dropped or added, the least is at 84.6; of 30 sentences of other instruments or made up, 29 are at 58.3 or less, and one,
which misquotes what PP8 says of 0.7 per cent, at 80."""
WORDS = re.compile(rf"[{CJK}]|[^\W_{CJK}]+")
"""What is compared: a Chinese character, or a word or number; marks and spaces are not."""


@dataclass(frozen=True, slots=True)
class Near:
    """A paragraph beside a quotation."""

    likeness: float
    """0–100; 100 where the quotation stands in it word for word."""
    resolution: Resolution
    """The main text of its resolution."""
    paragraph: Paragraph
    text: str
    """Of the paragraph, in the language that comes nearest."""


def nearest_to(quote: str, in_view: Resolution | None, library: Library) -> Near | None:
    """The paragraph that comes nearest to a quotation; of equals, the one in view before others. None where none shares a word."""
    typed = squeezed(quote)
    places = [found.position for found in library.worded(quote, MOST_COMPARED)]
    if in_view and len(library.resolutions) > 1:
        places += [found.position for found in library.worded(quote, MOST_COMPARED, in_view)]
    found = []
    for at in dict.fromkeys(places):
        resolution, paragraph = library.places[at]
        texts = (resolution, *(t for t in library.texts.get(resolution.symbol, {}).values() if t is not resolution))
        for text in texts:
            printed = text.paragraph(paragraph.id).text
            found.append(Near(likeness(typed, squeezed(printed)), resolution, paragraph, printed))
    return max(found, key=lambda n: (n.likeness, n.resolution is in_view), default=None)


@lru_cache(maxsize=512)
def squeezed(text: str) -> str:
    """A text without anything but letters, characters and digits, in normal form."""
    return "".join(WORDS.findall(whole(text)))


def likeness(typed: str, printed: str) -> float:
    """How like the best stretch of a text is to a quotation, 0–100; of a quotation longer than the text, to the whole."""
    if not typed or not printed:
        return 0.0
    return fuzz.ratio(typed, printed) if len(typed) > len(printed) else fuzz.partial_ratio(typed, printed)
