"""Which paragraphs come nearest to words that somebody quotes, letter by letter, and how near."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from bot.corpus.library import Library
from bot.corpus.vocabulary import RUN
from bot.language.normal import squeezed
from bot.resolution import Paragraph, Resolution

_MOST_COMPARED: Final = 6
"""How many of the paragraphs that share most with a quotation are compared with it letter by letter."""
ALIKE: Final = 70.0
"""The least likeness (0–100) of a quotation and the best stretch of a paragraph for it to be that stretch, misquoted.

Of 1,000 stretches of 15 to 60 characters of the clauses of 56/4 with a word of two characters (from 30 characters on,
two such words) changed, dropped or added, the least is at 84.6; of 30 sentences of other instruments or made up, 29 are
at 58.3 or less, and one, which misquotes what PP8 says of 0.7 per cent, at 80."""
SHARED: Final = 0.45
"""The least share of the runs of letters of a quotation that a text has, for the two to be compared; among several
resolutions, of the weight of its words.

Of the 1,000 stretches above the least has 0.58, and of 20 sentences of other texts all have 0.35 or less but the one
that misquotes PP8, with 0.5. Of 1,500 stretches of eight documents with up to four words changed, beside the paragraphs
of 30,000 others, the least has 0.49 of the weight where it is 70 alike, and 0.64 where it is 90 alike; of 1,400
sentences of questions three quarters have less than 0.45."""


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
    """The paragraph nearest to a quotation, of equals the one in view before others; None where none shares a word."""
    typed = squeezed(quote)
    places = [found.position for found in library.worded(quote, _MOST_COMPARED)]
    if in_view and len(library.resolutions) > 1:
        places += [found.position for found in library.worded(quote, _MOST_COMPARED, in_view)]
    found = []
    for at in dict.fromkeys(places):
        resolution, paragraph = library.places[at]
        texts = (resolution, *(t for t in library.texts.get(resolution.symbol, {}).values() if t is not resolution))
        for text in texts:
            printed = text.paragraph(paragraph.id).text
            found.append(Near(likeness(typed, squeezed(printed)), resolution, paragraph, printed))
    return max(found, key=lambda n: (n.likeness, n.resolution is in_view), default=None)


def may_quote(words: str, library: Library) -> bool:
    """Whether words can stand in a text, nearly: a quick look."""
    if len(library.resolutions) > 1:
        return library.index.may_have(words, SHARED)
    typed, runs = squeezed(words), library.runs(library.resolutions[0])
    own = [typed[i : i + RUN] for i in range(len(typed) - RUN + 1)]
    return bool(own) and sum(run in runs for run in own) >= SHARED * len(own)


def likeness(typed: str, printed: str) -> float:
    """How like a quotation the best stretch of a text is, 0–100; the whole text, where the quotation is longer."""
    if not typed or not printed:
        return 0.0
    return fuzz.ratio(typed, printed) if len(typed) > len(printed) else fuzz.partial_ratio(typed, printed)
