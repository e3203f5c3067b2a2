"""Texts whose paragraphs have numbers in another form than official ones: (1), 1), 1、, 一、; and what else other
layouts do: capitals, counts behind the headings of lists, a document's symbol on each page."""

from __future__ import annotations

import re

import pytest

from bot.corpus.library import Library
from bot.doubts import DoubtKind
from bot.importing.document import Document, read_document
from tests.documents_scorer import FOLDER

NAMES = ("road_safety.en.txt", "journalists.fr.txt", "fisheries.es.txt", "older_persons.ru.txt", "school_water.zh.txt")


def read(text: str, library: Library) -> Document:
    return read_document("other.txt", text.encode(), library.names.code_in_record)


def ids(document: Document) -> list[str]:
    r = document.resolution
    return [*(p.id for p in r.paragraphs), *(s.id for p in r.paragraphs for s in p.subparagraphs)]


@pytest.mark.parametrize("form", [r"(\1) ", r"\1) ", r"（\1）", r"\1、"])
@pytest.mark.parametrize("name", NAMES)
def test_numbers_in_another_form_are_numbers_all_the_same(name: str, form: str, library: Library) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    if "、" in form and not name.endswith(".zh.txt"):
        pytest.skip("in Chinese alone")
    found = read(re.sub(r"(?m)^(\d+)\. (?=\S)", form, text), library)
    assert ids(found) == ids(read(text, library))
    assert {doubt.kind for doubt in found.doubts} == {DoubtKind.NUMBERING}
    assert found.account.difference == 0


def test_chinese_numerals_are_numbers_where_they_are_no_headings(library: Library) -> None:
    text = (FOLDER / "school_water.zh.txt").read_text(encoding="utf-8")
    numerals = [*"一二三四五六七八九十", *(f"十{n}" for n in "一二三四五六")]
    found = read(re.sub(r"(?m)^(\d+)\. ", lambda n: f"{numerals[int(n[1]) - 1]}、", text), library)
    assert ids(found) == ids(read(text, library))
    headed = (FOLDER / "digital_divide.zh.txt").read_text(encoding="utf-8")
    assert len(read(headed, library).resolution.headings) == 8


@pytest.mark.parametrize(
    ("name", "said", "printed"),
    [
        ("road_safety.en.txt", "The General Assembly,", "THE GENERAL ASSEMBLY,"),
        ("older_persons.ru.txt", "Совет по правам человека,", "СОВЕТ ПО ПРАВАМ ЧЕЛОВЕКА,"),
        ("fisheries.es.txt", "La Asamblea General,", "LA ASAMBLEA GENERAL,"),
        ("journalists.fr.txt", "Ont voté pour :", "Ont voté pour (15) :"),
        ("road_safety.en.txt", "19 December 2041\n", "December 19, 2041\n"),
    ],
)
def test_what_is_printed_otherwise_is_read_alike(name: str, said: str, printed: str, library: Library) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert said in text
    found = read(printed.join(text.rsplit(said, 1)), library).resolution
    right = read(text, library).resolution
    assert [p.text for p in found.paragraphs] == [p.text for p in right.paragraphs]
    assert [v.code for v in found.roll_call] == [v.code for v in right.roll_call]
    assert found.adopted == right.adopted


PARTIES = """Nations Unies                                  FCCC/CP(9)/12/Add.1
                                               Distr. générale
                                               4 mars 2031

Conférence des Parties
Neuvième session

            Décision 12/COP.9

            Phares et récifs

     La Conférence des Parties,
     Rappelant la décision 3/COP.8,
     1.   Invite les Parties à entretenir les phares situés près

FCCC/CP(9)/12/Add.1

des récifs ;
     2.   Prie le secrétariat de lui rendre compte ;
     3.   Décide de revenir sur la question.

                                                  8e séance plénière
                                                  20 février 2031
"""


def test_the_symbol_of_the_document_around_a_text_is_no_part_of_it(library: Library) -> None:
    found = read(PARTIES, library)
    assert found.resolution.operative[0].text == "Invite les Parties à entretenir les phares situés près des récifs ;"
    assert len(found.resolution.operative) == 3


INDENTED = """Совет по правам человека

Девяносто третья сессия

Резолюция, принятая Советом по правам человека 6 июля 2087 года

93/9. Маяки

     Совет по правам человека,
     отмечая, что маяк повышает безопасность рыбаков и моряков,
внимательность и уверенность которых от него зависят,
     отмечая также, что не все бухты освещены,
     1.   призывает государства строить маяки;
     2.   просит государства обучать смотрителей маяков в прибрежных городах
и поселках;
     3.   постановляет продолжить рассмотрение этого вопроса.

                                                          36-е заседание
                                                          6 июля 2087 года

[Принята без голосования.]
"""


def test_where_paragraphs_begin_farther_in_a_line_that_does_not_goes_on(library: Library) -> None:
    r = read(INDENTED, library).resolution
    assert [len(p.text.split()) for p in r.preamble] == [15, 7]
    assert len(r.operative) == 3


def test_drafts_say_that_they_are_provisional(library: Library) -> None:
    draft = """United Nations                                                     S/2031/412

Security Council                                                   Provisional
                                                                   26 June 2031

                                                                   Original: English

Chile, Fiji and Malta: draft resolution

The Security Council,

Recalling its resolution 2341 (2017),

1. Calls upon Member States to light lighthouses;

2. Decides to remain seized of the matter.
"""
    r = read(draft, library).resolution
    assert (r.symbol, r.adopted.isoformat(), r.draft) == ("S/2031/412", "2031-06-26", True)
    assert [len(r.preamble), len(r.operative)] == [1, 2]
