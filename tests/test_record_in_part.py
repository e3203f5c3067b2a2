"""Questions of which a part was left unsaid: documents that are not here, the first of a year, what resolutions are not
to be on, how often a group was divided; over the data of tests/across.py, counted in plain Python."""

from __future__ import annotations

import pytest

from tests.across import CAST, World

NAMED = (
    "how did Chile vote on {} and A/RES/99/999?",
    "A/RES/99/999和{}智利分别怎么投的",
    "Comment le Chili a-t-il voté sur {} et A/RES/99/999 ?",
    "¿cómo votó Chile en {} y A/RES/99/999?",
    "Как голосовала Чили по {} и A/RES/99/999?",
    "كيف صوتت شيلي على {} و A/RES/99/999؟",
)


@pytest.mark.parametrize("asked", NAMED)
def test_those_that_are_here_are_answered_beside_the_missing(world: World, asked: str) -> None:
    known = next(x.symbol for x in world.known if x.symbol.startswith("A/RES/"))
    told = world.told(asked.format(known))
    assert known in told["text"] and "A/RES/99/999" in told["text"] and told["kind"] == "vote"


def test_those_that_are_not_here_are_all_that_is_said(world: World) -> None:
    assert world.told("how did Chile vote on A/RES/99/998 and A/RES/99/999?")["kind"] == "none"


FIRST = (
    "first resolution of 2021", "2021年的第一份决议", "2021年的第一份決議", "première résolution de 2021",
    "primera resolución de 2021", "первая резолюция 2021 года", "أول قرار في 2021",
)  # fmt: skip


@pytest.mark.parametrize("asked", FIRST)
def test_the_first_of_a_year_is_the_earliest(world: World, asked: str) -> None:
    of_year = [x for x in world.known if x.day.year == 2021 and "/RES/" in x.symbol]
    table = world.told(asked)["table"]
    assert table[0]["resolution"] == min(of_year, key=lambda x: x.day).symbol and len(table) == len(of_year)


@pytest.mark.parametrize(
    "asked",
    [
        "how many times did the African Group split?",
        "非洲组分裂过几次",
        "combien de fois le Groupe africain s'est-il divisé ?",
    ],
)
def test_how_often_a_group_was_divided(world: World, asked: str) -> None:
    of = [{x.votes.get(code) for code in ("DZA", "EGY", "KEN", "ZAF")} & set(CAST) for x in world.known]
    assert str(sum(len(votes) > 1 for votes in of)) in world.told(asked)["text"].partition("\n")[0]


@pytest.mark.parametrize(
    ("asked", "on", "vote"),
    [
        ("智利反对的关于ferries的决议", "ferries", "no"),
        ("智利反對的關於ferries的決議", "ferries", "no"),
        ("古巴赞成的关于orchards的决议", "orchards", "yes"),
    ],
)
def test_resolutions_told_by_a_vote_are_listed(world: World, asked: str, on: str, vote: str) -> None:
    code = "CUB" if "古巴" in asked else "CHL"
    wanted = {x.symbol for x in world.known if on in x.title and x.votes.get(code) == vote}
    assert {row["resolution"] for row in world.told(asked)["table"]} == wanted


def test_what_they_are_not_to_be_on_needs_no_word_for_on(world: World) -> None:
    told = world.told("resolutions about protection not lanterns")
    wanted = {x.symbol for x in world.known if "Protection" in x.title and "lanterns" not in x.title}
    assert {row["resolution"] for row in told["table"]} == wanted


BARE = (
    "resolutions adopted with fewer than 8 votes", "résolutions adoptées avec moins de 8 voix",
    "resoluciones aprobadas con menos de 8 votos", "резолюции, принятые менее чем 8 голосами",
    "قرارات اعتمدت بأقل من 11 صوتا",
)  # fmt: skip


@pytest.mark.parametrize("asked", BARE)
def test_votes_by_which_it_was_adopted_are_those_in_favour(world: World, asked: str) -> None:
    fewer = 11 if "11" in asked else 8
    wanted = {x.symbol for x in world.known if "/RES/" in x.symbol and len(x.who("yes")) < fewer}
    assert {row["resolution"] for row in world.told(asked)["table"]} == wanted


@pytest.mark.parametrize(
    ("asked", "said"),
    [("有多少份决议被否决", "不是决议"), ("how many resolutions were rejected?", "not resolutions")],
)
def test_what_was_rejected_is_said_to_be_no_resolution(world: World, asked: str, said: str) -> None:
    assert said in world.told(asked)["text"]
