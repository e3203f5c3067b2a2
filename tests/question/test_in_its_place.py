"""One of several states, by its place among those asked about last: 第二个, the last two."""

from __future__ import annotations

import json

import pytest

from bot.corpus.library import Library
from bot.faces.json import line
from bot.talk import Speaker

THREE = "巴西、阿根廷、智利分别怎么投"
IN_ENGLISH = "How did Brazil, Chile and Japan vote?"
NAMED = (
    (THREE, "第二个", ("ARG",)),
    (THREE, "第二个再说一遍", ("ARG",)),
    (THREE, "最后一个呢", ("CHL",)),
    (THREE, "后两个呢", ("ARG", "CHL")),
    (THREE, "前两个", ("BRA", "ARG")),
    (IN_ENGLISH, "say the third again", ("JPN",)),
    (IN_ENGLISH, "and the first two?", ("BRA", "CHL")),
    (IN_ENGLISH, "the last one?", ("JPN",)),
    ("¿Cómo votaron Chile y Cuba?", "¿y el segundo?", ("CUB",)),
    ("Comment ont voté le Chili et le Japon ?", "et le deuxième ?", ("JPN",)),
    ("Как голосовали Чили и Япония?", "а вторая?", ("JPN",)),
    ("كيف صوتت شيلي واليابان؟", "والثانية؟", ("JPN",)),
)


@pytest.mark.parametrize(("first", "then", "states"), NAMED, ids=[f"{row[0]} {row[1]}" for row in NAMED])
def test_those_in_that_place(library: Library, first: str, then: str, states: tuple[str, ...]) -> None:
    cast = {voter.code: str(voter.vote) for voter in library.resolutions[0].roll_call}
    reply = json.loads(line(Speaker(library).answer([first, then])))
    assert reply["votes"] == {code: cast[code] for code in states}


@pytest.mark.parametrize(
    ("first", "then"), [(THREE, "第五个"), ("谁弃权了", "第二个呢"), ("Who abstained?", "and the second one?")]
)
def test_none_is_in_that_place_or_the_order_is_not_known(library: Library, first: str, then: str) -> None:
    assert json.loads(line(Speaker(library).answer([first, then])))["kind"] == "clarify"


def test_a_paragraph_in_its_place_is_one(library: Library) -> None:
    assert json.loads(line(Speaker(library).answer([IN_ENGLISH, "the second paragraph"])))["paragraphs"] == ["OP2"]
