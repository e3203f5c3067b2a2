"""Which paragraphs come nearest to words that somebody quotes, letter by letter, and how near."""

from __future__ import annotations

from collections.abc import Iterator
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
ALMOST: Final = 90.0
"""The least likeness of what stands in no marks for it to be out of a paragraph."""
SHARED: Final = 0.45
"""The least share of the runs of letters of a quotation that a text has, for the two to be compared.

Of the 1,000 stretches above the least has 0.58, and of 20 sentences of other texts all have 0.35 or less but the one
that misquotes PP8, with 0.5."""
_WEIGHT: Final = 0.65
"""Among several resolutions, the least share of the weight of its words that a text has for the two to be compared,
where they have to be ALMOST alike. Of 2,028 stretches of eight documents with up to four words or letters changed that
are, 3 have less; of 1,416 sentences of questions 76 in 100."""


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
    found = [near for at in dict.fromkeys(places) for near in _compared(typed, at, library)]
    return max(found, key=lambda n: (n.likeness, n.resolution is in_view), default=None)


def is_quoted(words: str, in_view: Resolution | None, library: Library) -> bool:
    """Whether words that are said to be a quotation are ALIKE a stretch of a paragraph."""
    if len(library.resolutions) == 1 and not _may_be_here(words, library):
        return False
    near = nearest_to(words, in_view, library)
    return near is not None and near.likeness >= ALIKE


def is_pasted(words: str, library: Library) -> bool:
    """Whether words of which it is not said are ALMOST a stretch of a paragraph: a quick look."""
    if len(library.resolutions) == 1:
        near = nearest_to(words, None, library) if _may_be_here(words, library) else None
        return near is not None and near.likeness >= ALMOST
    typed = squeezed(words)
    places = library.index.glanced(words, _WEIGHT)
    return any(near.likeness >= ALMOST for at in places for near in _compared(typed, at, library))


def _compared(typed: str, at: int, library: Library) -> Iterator[Near]:
    """The paragraph at a position beside a quotation, in each of its languages."""
    resolution, paragraph = library.places[at]
    for text in (resolution, *(t for t in library.texts[resolution.symbol].values() if t is not resolution)):
        printed = text.paragraph(paragraph.id).text
        yield Near(likeness(typed, squeezed(printed)), resolution, paragraph, printed)


def _may_be_here(words: str, library: Library) -> bool:
    """Whether words can stand in the one resolution that there is, nearly."""
    typed, runs = squeezed(words), library.runs(library.resolutions[0])
    own = [typed[i : i + RUN] for i in range(len(typed) - RUN + 1)]
    return bool(own) and sum(run in runs for run in own) >= SHARED * len(own)


def likeness(typed: str, printed: str) -> float:
    """How like a quotation the best stretch of a text is, 0–100; the whole text, where the quotation is longer."""
    if not typed or not printed:
        return 0.0
    return fuzz.ratio(typed, printed) if len(typed) > len(printed) else fuzz.partial_ratio(typed, printed)
