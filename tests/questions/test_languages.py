"""Questions in French, Spanish, Russian and Arabic: every ordinal as num2words spells it."""

from __future__ import annotations

import json

import pytest
from num2words import num2words

from bot.corpus.library import Library
from bot.faces.json import line
from bot.language.normal import read
from bot.talk import Speaker

PARAGRAPHS = {
    "fr": (
        ("{} alinéa du préambule", "le {} alinéa du préambule", "Que dit le {} alinéa du préambule ?"),
        ("{} paragraphe du dispositif", "le {} paragraphe du dispositif", "Que dit le {} paragraphe du dispositif ?"),
    ),
    "es": (
        ("{} párrafo del preámbulo", "el {} párrafo del preámbulo", "¿Qué dice el {} párrafo del preámbulo?"),
        (
            "{} párrafo de la parte dispositiva",
            "el {} párrafo dispositivo",
            "¿Qué dice el {} párrafo de la parte dispositiva?",
        ),
    ),
    "ru": (
        ("{} пункт преамбулы", "{} абзац преамбулы", "Что говорится в {} абзаце преамбулы?"),
        ("{} пункт постановляющей части", "{} пункт резолютивной части", "покажи {} пункт постановляющей части"),
    ),
    "ar": (
        ("الفقرة {} من الديباجة", "فقرة الديباجة {}", "ماذا تقول الفقرة {} من الديباجة؟"),
        ("الفقرة {} من المنطوق", "فقرة المنطوق {}", "ماذا تقول الفقرة {} من المنطوق؟"),
    ),
}
"""Three phrasings of a preambular and of an operative paragraph in each language."""
ARABIC = (
    "الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة", "العاشرة",
    "الحادية عشرة",
    "الثانية عشرة", "الثالثة عشرة", "الرابعة عشرة", "الخامسة عشرة", "السادسة عشرة", "السابعة عشرة", "الثامنة عشرة",
    "التاسعة عشرة",
    "العشرون",
)  # fmt: skip
"""The ordinals of a paragraph, which is feminine; num2words has none with the article."""


@pytest.fixture(scope="module")
def speaker(library: Library) -> Speaker:
    return Speaker(library)


@pytest.mark.parametrize("language", PARAGRAPHS)
@pytest.mark.parametrize(("at", "prefix", "last"), [(0, "PP", 15), (1, "OP", 20)])
def test_every_ordinal(language: str, at: int, prefix: str, last: int, speaker: Speaker) -> None:
    wrong = []
    for number in range(1, last + 1):
        spelled = ARABIC[number - 1] if language == "ar" else num2words(number, lang=language, to="ordinal")
        for phrasing in PARAGRAPHS[language][at]:
            found = json.loads(line(speaker.answer([phrasing.format(spelled)])))["paragraphs"]
            if found != [f"{prefix}{number}"]:
                wrong.append((phrasing.format(spelled), found))
    assert wrong == []


SPELLED = {
    "fr": ("paragraphe {}", "le {} paragraphe du dispositif"),
    "es": ("párrafo {}", "el {} párrafo de la parte dispositiva"),
    "ru": ("пункт {}", "{} пункт постановляющей части"),
    "ar": ("الفقرة {}", ""),
}
"""A cardinal and an ordinal beside the word for a paragraph; num2words has no ordinals of a feminine in Arabic."""
MISSPELT = {"quatre-vingtsième"}
"""What num2words has and no dictionary."""


@pytest.mark.parametrize("language", SPELLED)
def test_every_number_below_a_hundred(language: str, library: Library) -> None:
    wrong = []
    for to, phrasing in zip(("cardinal", "ordinal"), SPELLED[language], strict=True):
        for number in range(2, 100) if phrasing else ():
            spelled = num2words(number, lang=language, to=to)
            found = library.lexicon.references.read(read(phrasing.format(spelled)).norm).selections
            if spelled not in MISSPELT and [(s.first, s.last) for s in found] != [(number, number)]:
                wrong.append((spelled, found))
    assert wrong == []
