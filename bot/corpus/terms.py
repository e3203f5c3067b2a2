"""Terms that others stand for: where they stand in a message, and how titles have them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from bot.language.normal import all_chinese, is_chinese, normal, read, whole
from bot.language.phrases import LETTER, Phrases
from bot.language.words import Sound, sound
from bot.search.prepared import prepare

_MOST_WORDS = 4
"""Words of the longest term that is known in other forms."""
_SPACED = re.compile(rf"[{LETTER}\d]")
"""What words of scripts with spaces between them begin with, and no Chinese one."""
_KEPT = 1 << 10
"""Of how many terms it is kept how titles have them."""


class Terms:
    """The sets of one kind of content/synonyms.toml; kept with the words, for all documents that they go with."""

    def __init__(self, sets: tuple[tuple[str, ...], ...]) -> None:
        """sets: the terms of each."""
        self.sets = sets

    @cached_property
    def _sets(self) -> Phrases[int]:
        return Phrases((term, at) for at, terms in enumerate(self.sets) for term in terms)

    def standing_for(self, words: str) -> tuple[str, ...]:
        """The words, and all that stand for the same in any language."""
        sets = dict.fromkeys(self._sets.get(normal(words)))
        return (words, *(term for at in sets for term in self.sets[at]))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The terms of one word, in scripts with spaces."""
        return tuple(term for terms in self.sets for term in terms if term.isalpha() and not is_chinese(term))

    @cached_property
    def chinese(self) -> frozenset[str]:
        """The Chinese terms, in normal form."""
        norms = (normal(term) for terms in self.sets for term in terms)
        return frozenset(filter(all_chinese, norms))

    @cached_property
    def sounding(self) -> Mapping[Sound, Sequence[str]]:
        """The Chinese terms by how they sound."""
        by_sound: dict[Sound, list[str]] = {}
        for term in sorted(self.chinese):
            by_sound.setdefault(sound(term), []).append(term)
        return by_sound

    def in_any_form(self, words: str) -> tuple[str, ...]:
        """The same of words that may stand in another form: о правах ребенка, derechos de los niños."""
        stemmed = None if is_chinese(words) else self._by_stem(prepare(words))
        others = () if stemmed is None else self.sets[stemmed]
        return tuple(dict.fromkeys((*self.standing_for(words), *others)))

    def beside(self, text: str, known: Iterable[int], having: str = "") -> tuple[str, ...]:
        """What stands for the terms in a text, as `known` says them, and does not stand there itself; having: only of
        the sets with a term that has this in it, in normal form."""
        sets = self._having(having) if having else range(len(self.sets))
        return tuple(term for at in known if at in sets for term in self.sets[at] if term not in text)

    @cached_property
    def _having(self) -> Callable[[str], frozenset[int]]:
        """The sets with a term that has something in normal form in it: most words are in none."""
        terms = dict(self._sets.items())
        return lru_cache(maxsize=_KEPT)(lambda norm: frozenset(at for t in terms if norm in t for at in terms[t]))

    def known(self, text: str) -> tuple[int, ...]:
        """The sets, by their numbers, of the terms in a text, in any form."""
        norm = normal(text)
        stands = (at for _, _, at in self._sets.longest(norm))
        # Only words of scripts with spaces have other forms.
        others = self._in_other_forms(text) if _SPACED.search(norm) else ()
        return tuple(dict.fromkeys((*stands, *others)))

    def _in_other_forms(self, text: str) -> Iterator[int]:
        """The sets of the terms in a text whose words stand in any form, in scripts with spaces between words."""
        stems = prepare(text).split()
        at = 0
        while at < len(stems):
            ends = range(min(len(stems), at + _MOST_WORDS), at, -1)
            runs = ((end, f" {' '.join(stems[at:end])} ") for end in ends)
            found = next(((end, of) for end, run in runs if (of := self._by_stem(run)) is not None), None)
            if found:
                yield found[1]
            at = found[0] if found else at + 1

    def where(self, norm: str) -> list[tuple[int, int]]:
        """Where terms stand that others stand for, the longest at each place."""
        return [(start, end) for start, end, _ in self._sets.longest(norm)]

    def everywhere(self, norm: str) -> list[tuple[int, int, int]]:
        """Where terms stand, in any form, and of which set, by their places."""
        found = list(self._sets.longest(norm))
        return sorted((*found, *self._by_stems(norm, [x[:2] for x in found])))

    def _by_stems(self, norm: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
        """Where terms stand in another form, outside of what is taken, and of which set: хуситами, mines terrestres."""
        words = [m.span() for m in re.finditer(r"[^\W\d_]+", norm) if not is_chinese(m[0])]
        at = 0
        while at < len(words):
            spans = ((words[at][0], words[last - 1][1]) for last in range(min(len(words), at + _MOST_WORDS), at, -1))
            free = (x for x in spans if not any(a < x[1] and x[0] < b for a, b in taken))
            known = ((*x, group) for x in free if (group := self._by_stem(prepare(norm[slice(*x)]))) is not None)
            found = next(known, None)
            if found:
                yield found
            at = next((i for i in range(at, len(words)) if words[i][0] >= found[1]), len(words)) if found else at + 1

    def _by_stem(self, prepared: str) -> int | None:
        """The set of the term with these stems, in scripts with spaces between words; None where there is none."""
        return self._stemmed.get(prepared)

    @cached_property
    def _stemmed(self) -> dict[str, int]:
        """The sets by the stems of their terms, in scripts with spaces between words: of ten thousand terms, a tenth of
        a second."""
        return {prepare(term): at for at, terms in enumerate(self.sets) for term in terms if not is_chinese(term)}

    @cached_property
    def said(self) -> frozenset[str]:
        """The words of all terms, in normal form."""
        return frozenset(re.findall(r"\w+", whole("\n".join(term for terms in self.sets for term in terms))))


class Titled:
    """The terms beside the titles that there are."""

    def __init__(self, terms: Terms, with_title: Callable[[str], frozenset[int]]) -> None:
        """with_title: the places of the titles in which a text stands."""
        self._terms, self._with_title = terms, with_title

    def as_titled(self, words: str) -> str:
        """The words, each term in them as it stands in titles where it does not itself: the OPCW, 地雷."""
        known = read(words)
        said, at = "", 0
        for start, end, group in self._terms.everywhere(known.norm):
            if start >= at and (term := self._titled(known.norm[start:end], group)):
                said += f"{known.cased[at:start]} {term} "
                at = end
        return " ".join((said + known.cased[at:]).split()) if at else words

    @cached_property
    def _titled(self) -> Callable[[str, int], str]:
        """The term of a set that stands in a title, the longest there is; none where it is no longer than the one that
        is said, and this does as well."""

        def titled(said: str, group: int) -> str:
            stands = (term for term in self._terms.sets[group] if self._with_title(normal(term)))
            term = max(stands, key=len, default="")
            return "" if len(term) <= len(said) and self._with_title(said) else term

        return lru_cache(maxsize=_KEPT)(titled)
