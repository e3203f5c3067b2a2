"""The other members of a group, after how one of them voted, over the data of tests/across.py, counted in plain
Python."""

from __future__ import annotations

import pytest

from tests.across import CAST, World

SEVEN = ("CAN", "DEU", "FRA", "GBR", "ITA", "JPN", "USA")


@pytest.mark.parametrize(
    "message",
    [
        "g7其他国家呢", "G7其余成员呢", "and the other G7 members?", "what about the rest of the G7?",
        "et les autres membres du G7 ?", "¿y los demás miembros del G7?", "а остальные страны G7?",
        "وبقية أعضاء مجموعة السبع؟",
    ],
)  # fmt: skip
@pytest.mark.parametrize("code", ["USA", "JPN"])
def test_the_others_of_the_group_of_the_one_before(world: World, message: str, code: str) -> None:
    name = {"USA": "美国", "JPN": "日本"}[code]
    roll = next(r for r in world.known if r.body == "assembly" and all(r.votes[x] in CAST for x in SEVEN))
    votes = world.told(f"{name}对{roll.symbol}怎么投的", message)["votes"]
    assert votes == {x: roll.votes[x] for x in SEVEN if x != code}


@pytest.mark.parametrize("message", ["g7其他国家呢", "and the other G7 members?"])
def test_all_of_the_group_where_the_one_before_is_none_of_it(world: World, message: str) -> None:
    roll = next(r for r in world.known if r.body == "assembly" and all(r.votes[x] in CAST for x in SEVEN))
    assert world.told(f"中国对{roll.symbol}怎么投的", message)["votes"] == {x: roll.votes[x] for x in SEVEN}
