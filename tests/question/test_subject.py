"""Tests of bot.question.subject: which words of a message say what it is about, and which misheard ones are put
right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.corpus.library import Library
from bot.question.examine import examine
from bot.question.subject import subject_words


def words(message: str, library: Library) -> str:
    return subject_words(replace(examine(message, library), resolution=library.resolutions[0]))


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        # words that only ask are left out
        ("哪段讲发展权", "发展权"),
        ("请问哪一段提到了气候变化？", "气候变化"),
        ("有没有提到南南合作", "南南合作"),
        ("请问决议里关于极端贫困怎么说", "极端贫困"),
        ("哪段講發展權", "发展权"),
        ("which paragraph mentions climate change?", "climate change"),
        ("what does it say about poverty", "poverty"),
        ("你好，气候变化", "气候变化"),
        ("which para is abt climate change", "climate change"),
        # and so is a verb that jieba takes for one word with its object, right behind what asks where
        ("哪段谈税", "税"),
        ("有没有哪段讲债的", "债"),
        ("哪段讲讲话", "讲话"),
        ("再来一波疫情", "再来一波疫情"),
        # so are the documents named by symbol, and figures
        ("A/HRC/RES/56/4 发展权", "发展权"),
        # scripts side by side are set apart
        ("COVID-19疫情", "covid-19 疫情"),
        ("发展权 climate", "发展权 climate"),
        # nothing but words that ask
        ("", ""),
        ("？！", ""),
        ("请问有没有", ""),
        ("can you please", ""),
    ],
)
def test_subject_words(library: Library, message: str, expected: str) -> None:
    assert words(message, library) == expected


@pytest.mark.parametrize(
    ("message", "heard"),
    [
        # a word that stands nowhere, sounds like one that does, and shares a character with it
        ("役情", "疫情"),
        ("哪段提到役情", "疫情"),
        ("气侯变化", "气候变化"),
        ("有没有提到气侯", "气候"),
        ("哪段讲气侯和役情", "气候疫情"),
    ],
)
def test_homophones_are_put_right(library: Library, message: str, heard: str) -> None:
    assert words(message, library) == heard


def test_a_word_that_stands_in_the_text_is_left_as_it_is(library: Library) -> None:
    for word in ("疫情", "气候", "发展", "团结", "贫困", "权利", "合作"):
        assert library.vocabulary(library.resolutions[0]).knows(word)
        assert words(word, library) == word


def test_a_common_word_is_no_slip(library: Library) -> None:
    # 一致 is in the document, and 一直 sounds like it.
    assert not library.vocabulary(library.resolutions[0]).knows("一直")
    assert "一致" not in words("国际团结一直没有实现", library)


def test_a_word_that_shares_no_character_is_left_as_it_is(library: Library) -> None:
    # 一请 sounds like 疫情, and 奇猴 like 气候.
    for word in ("一请", "奇猴"):
        assert not library.vocabulary(library.resolutions[0]).knows(word)
        assert words(word, library) == word


def test_what_has_no_homophone_here_is_left_as_it_is(library: Library) -> None:
    assert words("恐龙", library) == "恐龙"
