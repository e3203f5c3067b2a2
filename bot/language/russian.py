"""The endings of Russian nouns and adjectives, as far as names have them."""

from __future__ import annotations

import re

_ENDINGS = re.compile(
    "(?<=..и)(?:ями|я[мх]|ей|[яию])$|(?<=..)"
    "(?:[аяыи]ми|о(?:го|му)|[ое]в|[оеыи]й|[оеаяы]м|[аяы]х|ая|ую|ые|[аяыиуюеойь])$"
)
"""Индия keeps the letter before its ending: груз is no form of Грузия."""
_SHORT = 5
"""Letters of the longest noun that has one form if it ends in one of ONE_FORM: Дели and Перу; дело and перо are
others."""
_ONE_FORM = ("о", "у", "ю", "и")
_PLURALS = frozenset("гкхжшчщи")
"""Letters before which и ends a plural: греки."""


def uninflected(word: str) -> str:
    """A word less one ending of a noun or adjective."""
    return _ENDINGS.sub("", word)


def stems(word: str) -> frozenset[str]:
    """What a word of a name may be without its ending, and as it stands."""
    if len(word) <= _SHORT and word.endswith(_ONE_FORM) and not (word[-1] == "и" and word[-2:-1] in _PLURALS):
        return frozenset({word})
    # Китай is Китая, of which the ending could be an adjective's.
    genitive = f"{word[:-1]}я" if word.endswith("ай") else word
    return frozenset({word, uninflected(word), uninflected(genitive)})
