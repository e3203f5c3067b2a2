"""Which words there are in a language, and which groups of letters: the word lists of pyspellchecker, which come with that package."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_LISTS = frozenset({"en", "es", "fr"})
"""Those with enough words: they have 86,000 to 160,000, the Russian one 20,000."""
STRANGE = 0.04
"""The share of words that are no words. Of a Spanish text whose fonts name wrong letters 0.083 are, of the same with the right ones 0.012,
of 20 official texts in English at most 0.001."""
ENOUGH = 100
"""Words: of fewer, a share says nothing."""
_PLAIN = re.compile(r"(?<![\w’'-])[a-zß-öø-ÿœ]{3,}(?![\w’'-])")
"""A word in small letters: names, symbols and words with a hyphen are in no list."""
_ROMAN = re.compile("[ivxlc]+")


@cache
def known(language: str | None) -> frozenset[str]:
    """The words of a language as they are listed, in small letters; none where there is no list. Of all that have one, where it is not known which."""
    if language is None:
        return frozenset().union(*(known(each) for each in _LISTS))
    if language not in _LISTS:
        return frozenset()
    # Imported where it is used: most files have no word broken at the end of a line.
    from spellchecker import SpellChecker

    return frozenset(SpellChecker(language=language).word_frequency.dictionary)


@cache
def _groups(language: str | None) -> frozenset[str]:
    return frozenset(group for word in known(language) for group in _of(word))


def _of(word: str) -> Iterable[str]:
    """The groups of three letters in a word, with its two ends as letters."""
    whole = f"^{word}$"
    return (whole[i : i + 3] for i in range(len(whole) - 2))


def no_words(texts: Iterable[str], language: str | None) -> list[str]:
    """What in a text is no word of its language, in order, where that is much of it: not listed, with letters together that no word has together.

    Empty where it is little, where the text is short, and where there is no list.
    """
    if language not in _LISTS:
        return []
    words = [word for text in texts for word in _PLAIN.findall(text) if not _ROMAN.fullmatch(word)]
    listed = known(language)
    unknown = [word for word in words if word not in listed]
    if len(words) < ENOUGH or len(unknown) < STRANGE * len(words):
        return []
    strange = [word for word in unknown if any(group not in _groups(language) for group in _of(word))]
    return strange if len(strange) >= STRANGE * len(words) else []
