"""Tests of bot.language.russian: the forms of a noun, and the words that share no more than a stem with a name."""

from __future__ import annotations

import pytest

from bot.corpus.library import Library
from bot.language.named import Sense
from bot.language.normal import read
from bot.language.russian import forms

FORMS = (
    ("куба", {"куба", "кубы", "кубе", "кубу", "кубой"}, {"кубик", "куб"}),
    ("индия", {"индия", "индии", "индию", "индией"}, {"инд", "инда"}),
    ("китай", {"китай", "китая", "китаю", "китаем", "китае"}, {"кит", "кита"}),
    ("ирак", {"ирак", "ирака", "ираку", "ираком", "ираке"}, {"ира"}),
    ("греки", {"греки", "греков", "грекам", "греками", "греках"}, {"грек"}),
    ("дели", {"дели"}, {"дел", "дела", "дело"}),
    ("перу", {"перу"}, {"перо", "пера"}),
)


@pytest.mark.parametrize(("noun", "some", "others"), FORMS)
def test_forms(noun: str, some: set[str], others: set[str]) -> None:
    assert some <= forms(noun)
    assert not others & forms(noun)


@pytest.mark.parametrize("words", ["как дела", "на самом деле", "дело в том", "дано определение", "груз", "пера"])
def test_words_with_the_stem_of_a_name(library: Library, words: str) -> None:
    assert not [m for m in library.names.find(read(words)) if m.named.sense is not Sense.WORD]


@pytest.mark.parametrize(
    ("words", "code"),
    [("с Кубой", "CUB"), ("голос Дели", "IND"), ("позиция Индии", "IND"), ("Грузией", "GEO"), ("Китаем", "CHN")],
)
def test_forms_of_names(library: Library, words: str, code: str) -> None:
    assert [m.named.codes for m in library.names.find(read(words))] == [(code,)]
