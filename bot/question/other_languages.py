"""Resolutions on the same whose titles are in other languages: 人权与国际团结 finds those of Human rights and
international solidarity as well."""

from __future__ import annotations

from rapidfuzz import fuzz

from bot.corpus.library import Library
from bot.corpus.near_titles import Told
from bot.language.kept import once
from bot.language.normal import normal
from bot.question.reading import letters, weight

WHOLE_TITLE = 85
"""Per cent by which words are like a title that they are the whole of, but for small ones."""


@once
def _by_language(library: Library) -> dict[tuple[str, ...], frozenset[int]]:
    """The places of the resolutions by the languages that they have titles in."""
    found: dict[tuple[str, ...], set[int]] = {}
    for at, each in enumerate(library.summaries):
        found.setdefault(tuple(sorted(each.languages)), set()).add(at)
    return {languages: frozenset(places) for languages, places in found.items()}


def with_other_languages(words: str, found: frozenset[int], library: Library) -> frozenset[int]:
    """Those that were found by some words, and where these are a whole title, those with that title in languages that
    none of them has."""
    by_language = _by_language(library)
    if not found or len(by_language) == 1:
        return found
    own = {language for at in found for language in library.summaries[at].languages}
    others = frozenset[int]().union(*(at for languages, at in by_language.items() if own.isdisjoint(languages)))
    titles = {title for at in found for title in library.summaries[at].titles}
    said = _letters(words)
    title = max(titles, key=lambda title: fuzz.ratio(said, _letters(title)), default="")
    if not others or fuzz.ratio(said, _letters(title)) < WHOLE_TITLE:
        return found
    surely, near = library.titles.told(title, weight(title), others, on_states=False)
    return found.union(at for x in near for at in x.places) if surely is Told.SURELY else found


def _letters(text: str) -> str:
    """A text without signs and spaces."""
    return "".join(letters(normal(text)).split())
