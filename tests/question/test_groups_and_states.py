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


EACH = (
    ("非洲组赞成、反对、弃权各有多少", "african_group", "yes no abstain"),
    ("拉美组赞成、反对、弃权的各有几国", "grulac", "yes no abstain"),
    ("which Latin American states voted against, and how many abstained", "grulac", "no abstain"),
    ("Quels États d'Amérique latine ont voté pour, et combien se sont abstenus ?", "grulac", "yes abstain"),
    ("¿Qué países de América Latina votaron a favor, y cuántos se abstuvieron?", "grulac", "yes abstain"),
    ("какие страны Латинской Америки за, сколько воздержались", "grulac", "yes abstain"),
)


@pytest.mark.parametrize(("asked", "group", "votes"), EACH, ids=[row[0] for row in EACH])
def test_how_many_is_of_the_group_too(speaker: Speaker, asked: str, group: str, votes: str) -> None:
    """Whoever of the group voted so, and not all that abstained."""
    resolution = speaker.library.resolutions[0]
    members = speaker.library.names.groups[group].on(resolution.adopted)
    cast = {v.code: v.vote.value for v in resolution.roll_call if v.code in members}
    wanted = {code: vote for code, vote in cast.items() if vote in votes.split()}
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


MISSPELT = (
    ("how did the european union cuntries vote?", "european_union"),
    ("how did the europen union countries vote?", "european_union"),
    ("asian contries?", "asia_pacific_group"),
    ("how did the latin amercan states vote?", "grulac"),
    ("comment ont voté les pays afrcains ?", "african_group"),
    ("как голосовали африкнские страны?", "african_group"),
    ("как голосовали страны латиноамериканской группы?", "grulac"),
)


@pytest.mark.parametrize(("asked", "group"), MISSPELT, ids=[row[0] for row in MISSPELT])
def test_a_misspelt_group_is_meant(speaker: Speaker, asked: str, group: str) -> None:
    resolution = speaker.library.resolutions[0]
    members = speaker.library.names.groups[group].on(resolution.adopted)
    found = json.loads(line(speaker.answer([asked])))
    assert found["votes"].keys() == {v.code for v in resolution.roll_call if v.code in members}


TAKEN_BACK = (
    ("how did the EU vote?", "not the EU, I meant NATO", "nato"),
    ("非洲组怎么投的", "不是非洲组，是亚太组", "asia_pacific_group"),
    ("how did the African Group vote?", "no, not the African Group, the Arab League", "arab_league"),
)


@pytest.mark.parametrize(("first", "then", "group"), TAKEN_BACK, ids=[row[1] for row in TAKEN_BACK])
def test_a_group_that_is_taken_back_is_left_out_of_nothing(
    speaker: Speaker, first: str, then: str, group: str
) -> None:
    resolution = speaker.library.resolutions[0]
    members = speaker.library.names.groups[group].on(resolution.adopted)
    found = json.loads(line(speaker.answer([first, then])))
    assert found["votes"].keys() == {v.code for v in resolution.roll_call if v.code in members}


SAID_YES = (
    ("Куба да, Япония нет?", "yes"),
    ("да — Куба?", "yes"),
    ("Япония — да?", "no"),
    ("¿Cuba sí, Japón no?", "yes"),
    ("Chile sí, Alemania no?", "no"),
)


@pytest.mark.parametrize(("asked", "verdict"), SAID_YES, ids=[row[0] for row in SAID_YES])
def test_yes_and_no_beside_states_are_votes(speaker: Speaker, asked: str, verdict: str) -> None:
    assert json.loads(line(speaker.answer([asked])))["verdict"] == verdict


def test_yes_before_another_question_is_no_vote(speaker: Speaker) -> None:
    assert json.loads(line(speaker.answer(["кто за?", "да, а Япония?"])))["votes"] == {"JPN": "no"}


def test_a_letter_by_itself_is_no_word_of_a_language(speaker: Speaker) -> None:
    spoken = speaker.answer(["who voted against?", "phillipines, bangaldesh n maldivs?"])
    assert spoken.language == "en"


def test_those_that_are_in_no_such_group_in_one_word(speaker: Speaker) -> None:
    resolution = speaker.library.resolutions[0]
    african = speaker.library.names.groups["african_group"].on(resolution.adopted)
    found = json.loads(line(speaker.answer(["Кто воздержался?", "а неафриканские?"])))
    abstained = {v.code for v in resolution.roll_call if v.vote.value == "abstain"}
    assert found["votes"].keys() == abstained - african
