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


OF_ITS_GROUP = (
    (("智利怎么投的", "跟它同一个地区组、票却不一样的有谁"), "CHL"),
    (("How did Chile vote?", "who in its group voted differently?"), "CHL"),
    (("跟智利同一个地区组、票却不一样的有谁",), "CHL"),
    (("who in Japan's regional group voted differently from it?",), "JPN"),
    (("Qui dans le groupe régional du Chili a voté autrement ?",), "CHL"),
    (("¿Quiénes del grupo regional de Cuba votaron distinto que ella?",), "CUB"),
    (("Кто из региональной группы Кубы голосовал иначе?",), "CUB"),
)


@pytest.mark.parametrize(("turns", "state"), OF_ITS_GROUP, ids=[" ".join(row[0]) for row in OF_ITS_GROUP])
def test_of_a_states_group_those_who_voted_otherwise_than_it(
    library: Library, turns: tuple[str, ...], state: str
) -> None:
    resolution = library.resolutions[0]
    cast = {voter.code: str(voter.vote) for voter in resolution.roll_call}
    regional = (library.names.groups[g].on(resolution.adopted) for g in library.names.regional)
    group = next(members for members in regional if state in members)
    reply = json.loads(line(Speaker(library).answer(list(turns))))
    assert reply["votes"] == {
        code: vote for code, vote in cast.items() if code in group and vote != cast[state]
    }


def test_beside_the_paragraph_that_was_shown_before_a_vote(library: Library) -> None:
    assert json.loads(line(Speaker(library).answer(["第5段", "谁弃权了", "刚才那段的下一段"])))["paragraphs"] == ["OP6"]
