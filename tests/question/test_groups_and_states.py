"""A group and states asked about together, of 56/4: how those of the group voted, and how the states did."""

from __future__ import annotations

import json

import pytest

from bot.faces.json import line
from bot.talk import Speaker

TOGETHER = (
    ("欧盟和美国怎么投的", "european_union", ("USA",)),
    ("非洲组、日本和古巴怎么投的", "african_group", ("JPN", "CUB")),
    ("How did the EU and Brazil vote?", "european_union", ("BRA",)),
    ("Comment ont voté l'Union européenne et le Chili ?", "european_union", ("CHL",)),
    ("¿Cómo votaron la Unión Europea y Cuba?", "european_union", ("CUB",)),
    ("Как голосовали Африканская группа и Япония?", "african_group", ("JPN",)),
    ("كيف صوتت المجموعة الأفريقية واليابان؟", "african_group", ("JPN",)),
)


@pytest.mark.parametrize(("asked", "group", "states"), TOGETHER, ids=[row[0] for row in TOGETHER])
def test_both_are_answered(speaker: Speaker, asked: str, group: str, states: tuple[str, ...]) -> None:
    resolution = speaker.library.resolutions[0]
    members = speaker.library.names.groups[group].on(resolution.adopted)
    wanted = {v.code: v.vote.value for v in resolution.roll_call if v.code in members or v.code in states}
    assert json.loads(line(speaker.answer([asked])))["votes"] == wanted


@pytest.mark.parametrize(
    ("asked", "codes"),
    [("欧盟国家法国怎么投的", {"FRA"}), ("How did the EU members France and Germany vote?", {"FRA", "DEU"})],
)
def test_a_group_says_which_states_are_meant(speaker: Speaker, asked: str, codes: set[str]) -> None:
    assert json.loads(line(speaker.answer([asked])))["votes"].keys() == codes


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [("did the EU and the US vote against it?", "yes"), ("did the EU and Cuba vote against it?", "no")],
)
def test_whether_both_did(speaker: Speaker, asked: str, verdict: str) -> None:
    assert json.loads(line(speaker.answer([asked])))["verdict"] == verdict
