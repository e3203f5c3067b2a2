"""The endings of Russian nouns and adjectives, as far as names have them."""

from __future__ import annotations

import re

_ENDINGS = re.compile(
    "(?<=..)(?:ией|иями|иях|иям|ами|ями|ого|ому|ыми|ими|ов|ев|ой|ей|ом|ем|ам|ям|ах|ях|ии|ия|ию|ая|ую|ые|ый|ых|ым|ий|ую"
    "|[аяыиуюеойь])$"
)
_GENITIVE = re.compile("ай$")
"""Китай is Китая, of which the ending could be an adjective's."""
_DECLENSIONS = (
    ("ия", "ия ии ию ией"),
    ("а", "а ы и е у ой ою"),
    ("я", "я и е ю ей ею"),
    ("й", "й я ю ем е и"),
    ("ь", "ь я ю ем е и ью"),
    ("ы", "ы ов ам ами ах"),
    ("(?<=[гкхжшчщ])и", "и ов ей ам ами ах"),
    ("(?<=[бвгджзклмнпрстфхцчшщ])", " а у ом ем е ы и ов ам ами ах"),
)
"""How a noun ends, and its endings; one that ends otherwise, as Чили and Перу do, has but the one form."""


def uninflected(word: str) -> str:
    """A word less one ending of a noun or adjective."""
    return _ENDINGS.sub("", word)


def stems(word: str) -> frozenset[str]:
    """What a word of a name may be without its ending, and as it stands."""
    return frozenset({word, uninflected(word), uninflected(_GENITIVE.sub("ая", word))})


def forms(noun: str) -> frozenset[str]:
    """The forms of a noun given in the nominative: Куба, Кубы, Кубе …; Дели alone."""
    for ending, endings in _DECLENSIONS:
        if found := re.search(f"{ending}$", noun):
            return frozenset(noun[: found.start()] + each for each in endings.split(" "))
    return frozenset({noun})
