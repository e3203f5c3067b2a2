"""A footnote asked for by its number: resolution 56/4 has one, which its twelfth paragraph cites."""

from __future__ import annotations

import json

import pytest

from bot.faces.json import line
from bot.talk import Speaker

TEXT_OF_IT = "A/HRC/56/57"
NOT_THERE = (
    "footnote 6",
    "footnote no. 8",
    "the third footnote",
    "脚注5",
    "哪一段有脚注7",
    "腳註4",
    "註2",
    "note de bas de page 3",
    "note 8",
    "nota al pie 2",
    "nota 7",
    "сноска 5",
    "حاشية 3",
    "which paragraph cites footnote 2",
)
THERE = ("footnote 1", "脚注1", "腳註1", "nota al pie 1", "note de bas de page 1", "сноска 1", "第12段的脚注")


@pytest.mark.parametrize("message", NOT_THERE)
def test_a_footnote_that_is_not_there(speaker: Speaker, message: str) -> None:
    reply = json.loads(line(speaker.answer([message])))
    assert not reply["paragraphs"], reply["text"]
    assert TEXT_OF_IT not in reply["text"]
    assert "(¹)" in reply["text"].replace("（", "(").replace("）", ")").replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize("message", THERE)
def test_the_one_that_is(speaker: Speaker, message: str) -> None:
    assert TEXT_OF_IT in json.loads(line(speaker.answer([message])))["text"]


def test_which_paragraph_cites_it(speaker: Speaker) -> None:
    assert json.loads(line(speaker.answer(["which paragraph has footnote 1"])))["paragraphs"] == ["OP12"]
