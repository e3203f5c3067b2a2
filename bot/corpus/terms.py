"""Terms that may stand for one another (content/synonyms.toml): where they stand, and as which of them titles have
them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from bot.language.normal import normal, read
from bot.language.phrases import Phrases

_TITLED = 64
"""Of how many terms it is kept how titles have them."""


class Terms:
    """Sets of terms that stand for the same, in any language."""

    def __init__(self, sets: Sequence[Sequence[str]], in_titles: Callable[[str], object]) -> None:
        """sets: the terms of each set. in_titles: those whose titles have a term in normal form; false where none
        has."""
        self._terms = sets
        self._sets = Phrases((term, i) for i, terms in enumerate(sets) for term in terms)
        self._in_titles = in_titles
        self._titled = lru_cache(maxsize=_TITLED)(self._as_titles_have_it)

    def standing_for(self, words: str) -> tuple[str, ...]:
        """The words, and all that stand for the same in any language."""
        sets = dict.fromkeys(self._sets.get(normal(words)))
        return (words, *(term for i in sets for term in self._terms[i]))

    def beside(self, text: str) -> tuple[str, ...]:
        """What stands for the terms in a text and does not stand there itself."""
        sets = dict.fromkeys(i for _, _, i in self._sets.longest(normal(text)))
        return tuple(term for i in sets for term in self._terms[i] if term not in text)

    def places(self, norm: str) -> list[tuple[int, int]]:
        """Where terms stand in a text in normal form that others stand for, the longest at each place."""
        return [(start, end) for start, end, _ in self._sets.longest(norm)]

    def as_titled(self, words: str) -> str:
        """The words, each term in them as it stands in titles where it does not itself: the OPCW, 地雷."""
        known = read(words)
        said, at = "", 0
        for start, end, group in sorted(self._sets.longest(known.norm)):
            if start >= at and (term := self._titled(known.norm[start:end], group)):
                said += f"{known.cased[at:start]} {term} "
                at = end
        return " ".join((said + known.cased[at:]).split()) if at else words

    def _as_titles_have_it(self, said: str, group: int) -> str:
        """The term of a set that stands in a title, the longest there is; none where it is no longer than the one that
        is said, and this does as well."""
        stands = (term for term in self._terms[group] if self._in_titles(normal(term)))
        term = max(stands, key=len, default="")
        return "" if len(term) <= len(said) and self._in_titles(said) else term
