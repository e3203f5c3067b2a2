"""Tests of bot.language.slips: which ordinal a misspelt word is, and which words are none."""

from __future__ import annotations

import pytest

from bot.corpus.library import Library
from bot.language.normal import normal

MISSPELT = (
    ("двенатцатый пункт", 12),
    ("абзац семнацатый", 17),
    ("шестнадцатова пункта", 16),
    ("the thriteenth paragraph", 13),
    ("forth paragraph", 4),
    ("operative ninteenth", 19),
    ("le septiéme alinéa", 7),
    ("párrafo decimotecero", 13),
    ("الفقرة التاسغة", 9),
)
"""One letter more or less, another one, or two that changed places; two slips in a long word."""

NOT_MISSPELT = (
    "texto párrafo",  # sexto begins otherwise
    "short paragraph",
    "the filth of a paragraph",
    "forth from here",  # beside no unit
    "весь пункт",
    "пустой абзац",
    "الفقرة العامة",
)


@pytest.mark.parametrize(("message", "number"), MISSPELT)
def test_misspelt_ordinals(library: Library, message: str, number: int) -> None:
    assert [s.first for s in library.lexicon.references.read(normal(message)).selections] == [number]


@pytest.mark.parametrize("message", NOT_MISSPELT)
def test_words_that_are_no_ordinals(library: Library, message: str) -> None:
    assert not library.lexicon.references.read(normal(message)).selections
