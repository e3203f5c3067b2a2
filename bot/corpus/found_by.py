"""What paragraphs are found by: their text in every language, their own subjects, and the synonyms of their terms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.corpus.lazy import Places
from bot.corpus.terms import Terms
from bot.language.normal import normal
from bot.resolution import Paragraph, Resolution
from bot.search.prepared import prepare
from bot.store.passages import KnownTerms, Passage, Prepared

_Subjects = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True)
class FoundBy:
    """What the paragraphs of a library are found by."""

    places: Places
    spans: Mapping[str, range]
    """By symbol: the positions of a resolution's paragraphs."""
    all_texts: Callable[[Resolution], Iterable[Resolution]]
    """A resolution in each of its languages."""
    subjects: _Subjects
    terms: Terms
    kept: Callable[[], Prepared]
    """What of it is kept."""

    def passages(self, resolution: Resolution) -> list[Passage]:
        """What each paragraph of a resolution is found by, as it is kept."""
        each = ((p, self._text(resolution, p)) for p in resolution.paragraphs)
        known = [(p, text, self.terms.known(text)) for p, text in each]
        return [Passage(_prepared(self._searched(resolution, p, text, own)), own) for p, text, own in known]

    def words(self, resolution: Resolution) -> list[str]:
        """The same of each paragraph as it is written."""
        texts = [self._text(resolution, p) for p in resolution.paragraphs]
        each = zip(resolution.paragraphs, texts, self._terms(resolution.symbol), strict=True)
        return ["\n".join(self._searched(resolution, p, text, known)) for p, text, known in each]

    def says(self, words: str, position: int) -> bool:
        """Whether these very words, or what they are a synonym of, stand in the paragraph at that position."""
        resolution, paragraph = self.places[position]
        norm, text = normal(words), self._text(resolution, paragraph)
        if norm in normal(text):
            return True
        known = self._terms(resolution.symbol)[position - self.spans[resolution.symbol].start]
        return any(norm in normal(term) for term in self.terms.beside(text, known, norm))

    def terms_among(self, asked: frozenset[int], symbol: str) -> list[frozenset[int]]:
        """Which of some known terms each paragraph of the resolution of a symbol has, in any of its languages."""
        return [asked.intersection(known) for known in self._terms(symbol)]

    def _terms(self, symbol: str) -> Sequence[KnownTerms]:
        """The known terms of each paragraph of a resolution: to look for them takes a fifth of a millisecond for each,
        and several resolutions are looked at anew with most questions about none."""
        span = self.spans[symbol]
        known = self.kept().terms(span.start) if span else []
        if len(known) == len(span):
            return known
        # Another version of the program has dropped them.
        return [self.terms.known(self._text(*self.places[at])) for at in span]

    def _searched(
        self, resolution: Resolution, paragraph: Paragraph, text: str, known: KnownTerms
    ) -> tuple[str, ...]:
        own = self.subjects.get(resolution.symbol, {}).get(paragraph.id, ())
        return (text, *own, *self.terms.beside(text, known))

    def _text(self, resolution: Resolution, paragraph: Paragraph) -> str:
        """A paragraph's text in every language."""
        others = (t for t in self.all_texts(resolution) if t is not resolution)
        return "\n".join((paragraph.text, *(t.paragraph(paragraph.id).text for t in others)))


def _prepared(searched: Sequence[str]) -> str:
    """What a paragraph is found by, prepared: its text, and terms, which stand in many paragraphs."""
    text, *terms = searched
    return " ".join(("", prepare(text).strip(), *map(_prepared_term, terms), ""))


@lru_cache(maxsize=1 << 14)
def _prepared_term(term: str) -> str:
    return prepare(term).strip()
