"""What a message asks of each of several resolutions that may be meant, over invented data, counted in plain Python."""

from __future__ import annotations

from datetime import date

import pytest

from tests.across import COUNCIL, RIGHTS, Roll, World, imported
from tests.test_record_questions import symbols

MEANT = [
    Roll("A/HRC/RES/80/11", date(2020, 6, 9), "Safety of lanterns in harbours", dict.fromkeys(RIGHTS, "N")),
    Roll("A/HRC/RES/82/12", date(2022, 6, 9), "Sale of lanterns at fairs", dict.fromkeys(RIGHTS, "A")),
]
OTHERS = [
    Roll("A/HRC/RES/82/13", date(2022, 6, 9), "Keeping of kettles", dict.fromkeys(RIGHTS, "Y")),
    Roll("S/RES/3100(2022)", date(2022, 3, 9), "Mending of bicycles", dict.fromkeys(COUNCIL, "Y")),
]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with these resolutions alone."""
    return imported(tmp_path_factory.mktemp("each"), [*MEANT, *OTHERS])


@pytest.mark.parametrize(
    "turns",
    [
        ("lanterns人权理事会决议 中国分别投了什么",), ("lanterns相关的人权理事会决议 中国都投了什么",),
        ("the lanterns resolution: how did China vote on each?",),
        ("la résolution sur lanterns, comment a voté la Chine, respectivement ?",),
        ("la resolución sobre lanterns, ¿cómo votó China en cada una?",),
        ("резолюция о lanterns, как голосовал Китай по каждой?",),
        ("القرار بشأن lanterns، كيف صوتت الصين على كل منها؟",),
        ("lanterns决议法国怎么投的", "中国分别投了什么"),
        ("the lanterns resolution: how did France vote?", "how did China vote on each?"),
    ],
)  # fmt: skip
def test_the_vote_of_a_state_on_each(world: World, turns: tuple[str, ...]) -> None:
    reply = world.told(*turns)
    assert set(symbols(reply)) == {x.symbol for x in MEANT}, reply["text"]
    assert reply["kind"] == "history"


@pytest.mark.parametrize(
    "message", ["lanterns人权理事会决议 结果分别是什么", "the lanterns resolution: what was the result, respectively?"]
)
def test_the_result_of_each(world: World, message: str) -> None:
    reply = world.told(message)
    assert set(symbols(reply)) == {x.symbol for x in MEANT}
    assert reply["kind"] == "documents"


@pytest.mark.parametrize("message", ["the lanterns resolution: how did China vote?", "lanterns决议中国怎么投的"])
def test_which_one_is_asked_back_where_it_is_not_each(world: World, message: str) -> None:
    assert world.told(message)["kind"] == "clarify"
