"""Which words there are in a language, and which groups of letters: the word lists of pyspellchecker, which come with
that package."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

_LISTS = frozenset({"en", "es", "fr"})
"""Languages with lists of enough words to tell what is none: they have 86,000 to 160,000, the Russian one 20,000."""
STRANGE = 0.04
"""The share of words that are no words. Of a Spanish text whose fonts name wrong letters 0.083 are, of the same with
the right ones 0.012, of 20 official texts in English at most 0.001."""
ENOUGH = 100
"""Words: of fewer, a share says nothing."""
_PLAIN = re.compile(r"(?<![\w’'-])[a-zß-öø-ÿœ]{3,}(?![\w’'-])")
"""A word in small letters: names, symbols and words with a hyphen are in no list."""
_ROMAN = re.compile("[ivxlc]+")


@lru_cache(maxsize=4)
def known_words(language: str) -> frozenset[str]:
    """The words of a language, in lower case; none for a language without a list."""
    # A quarter of a second to load: only where a line ends with a hyphen, or the text of a PDF is looked at.
    from spellchecker import SpellChecker

    if language not in SpellChecker.languages():
        return frozenset()
    return frozenset(SpellChecker(language=language).word_frequency.dictionary)


@cache
def _groups(language: str) -> frozenset[str]:
    return frozenset(group for word in known_words(language) for group in _of(word))


def _of(word: str) -> Iterable[str]:
    """The groups of three letters in a word, with its two ends as letters."""
    whole = f"^{word}$"
    return (whole[i : i + 3] for i in range(len(whole) - 2))


def no_words(texts: Iterable[str], language: str | None) -> list[str]:
    """What in a text is no word of its language, in order, where that is much of it: not listed, with letters together
    that no word has together.

    Empty where it is little, where the text is short, and where there is no list.
    """
    if language is None or language not in _LISTS:
        return []
    words = [word for text in texts for word in _PLAIN.findall(text) if not _ROMAN.fullmatch(word)]
    listed = known_words(language)
    unknown = [word for word in words if word not in listed]
    if len(words) < ENOUGH or len(unknown) < STRANGE * len(words):
        return []
    strange = [word for word in unknown if any(group not in _groups(language) for group in _of(word))]
    return strange if len(strange) >= STRANGE * len(words) else []
