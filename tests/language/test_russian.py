"""Tests of bot.language.russian: the forms of a noun, and the words that share no more than a stem with a name."""

from __future__ import annotations

import pytest

from bot.corpus.library import Library
from bot.language.named import Sense
from bot.language.normal import read

STEMS = (
    # a name, words that have its stem, words that have another
    ("куба", {"куба", "кубы", "кубе", "кубу", "кубой"}, set()),
    ("индия", {"индия", "индии", "индию", "индией"}, {"инда"}),
    ("китай", {"китай", "китая", "китаю", "китаем", "китае"}, {"кот"}),
    ("грузия", {"грузии", "грузией"}, {"груз", "груза", "грузов"}),
    ("дели", set(), {"дел", "дела", "дело"}),
    ("перу", set(), {"перо", "пера"}),
)


@pytest.mark.parametrize(("name", "same", "others"), STEMS)
def test_stems(library: Library, name: str, same: set[str], others: set[str]) -> None:
    endings = library.names.russian
    assert all(endings.uninflected(word) in endings.stems(name) for word in same)
    assert not any(endings.uninflected(word) in endings.stems(name) for word in others)


@pytest.mark.parametrize("words", ["как дела", "на самом деле", "дело в том", "дано определение", "груз", "пера"])
def test_words_with_the_stem_of_a_name(library: Library, words: str) -> None:
    assert not [m for m in library.names.find(read(words)) if m.named.sense is not Sense.WORD]


@pytest.mark.parametrize(
    ("words", "code"),
    [("с Кубой", "CUB"), ("голос Дели", "IND"), ("позиция Индии", "IND"), ("Грузией", "GEO"), ("Китаем", "CHN")],
)
def test_forms_of_names(library: Library, words: str, code: str) -> None:
    assert [m.named.codes for m in library.names.find(read(words))] == [(code,)]
