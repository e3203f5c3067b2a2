"""Titles of which a description is all but stock words: the Syrian Golan is Human rights in the occupied Syrian Golan,
and no longer title that has it as a part."""

from __future__ import annotations

from functools import lru_cache

from bot.corpus.library import Library
from bot.language.lexicon import Lexicon, longest
from bot.language.normal import blank, normal
from bot.language.shapes import Shape

_KEPT = 1 << 11
"""Of how many texts it is kept what they say without stock words."""


def wholly(words: str, places: frozenset[int], library: Library) -> frozenset[int]:
    """Those of some places of which these words, or what stands for the same, are the whole title but for words that
    many titles have: 被占领的叙利亚戈兰, human rights in the Golan."""
    bare = _bare(words, library.lexicon)
    if not bare:
        return frozenset()
    said = {_bare(term, library.lexicon) for term in library.terms.in_any_form(bare)} | {bare}
    titles = {at: library.summaries[at].titles for at in places}
    return frozenset(at for at, of in titles.items() if any(_bare(title, library.lexicon) in said for title in of))


@lru_cache(maxsize=_KEPT)
def _bare(text: str, lexicon: Lexicon) -> str:
    """A text in normal form without stock words and signs."""
    norm = normal(text)
    stock = longest(lexicon.shapes(norm).get(Shape.STOCK_OF_TITLES, ()))
    return " ".join("".join(c if c.isalnum() else " " for c in blank(norm, stock)).split())
