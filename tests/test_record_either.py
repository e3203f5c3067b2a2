"""Any one of several states, who did so least, and when, over the data of tests/across.py, counted in plain Python."""

from __future__ import annotations

import pytest

from tests.across import CAST, STATES, World, counted, meant

EITHER = (
    ("Chile or Cuba voted against", ("CHL", "CUB"), "no"),
    ("How many resolutions did Chile or Cuba vote against?", ("CHL", "CUB"), "no"),
    ("either India or Indonesia abstained", ("IND", "IDN"), "abstain"),
    ("India, Indonesia or Mexico abstained", ("IND", "IDN", "MEX"), "abstain"),
    ("How many resolutions did at least one of Chile and Cuba oppose?", ("CHL", "CUB"), "no"),
    ("智利或古巴反对的决议有几份", ("CHL", "CUB"), "no"),
    ("印度或印度尼西亚弃权", ("IND", "IDN"), "abstain"),
    ("智利或古巴反對的決議有幾份", ("CHL", "CUB"), "no"),
    ("le Chili ou Cuba ont voté contre", ("CHL", "CUB"), "no"),
    ("Chile o Cuba votaron en contra", ("CHL", "CUB"), "no"),
    ("Чили или Куба голосовали против", ("CHL", "CUB"), "no"),
    ("صوتت شيلي أو كوبا ضد", ("CHL", "CUB"), "no"),
)


@pytest.mark.parametrize(("asked", "codes", "vote"), EITHER, ids=[row[0] for row in EITHER])
def test_any_one_of_them(world: World, asked: str, codes: tuple[str, ...], vote: str) -> None:
    wanted = [x.symbol for x in meant([asked], world.known) if any(x.votes.get(code) == vote for code in codes)]
    told = world.told(asked)
    assert f"{len(wanted)}" in told["text"].partition("\n")[0]
    assert {row["resolution"] for row in told["table"]} <= set(wanted)
    assert len({row["resolution"] for row in told["table"]}) == len(wanted)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Chile or Cuba voted against", "Chile or Cuba"),
        ("智利或古巴弃权", "智利或古巴"),
        ("Чили или Куба воздержались", "Чили или Куба"),
    ],
)
def test_the_head_says_that_it_is_any(world: World, asked: str, said: str) -> None:
    assert said in world.told(asked)["text"].partition("\n")[0]


@pytest.mark.parametrize(
    "asked",
    [
        "how did Germany vote where Chile or Cuba voted against",
        "智利或古巴反对的决议，德国怎么投的",
        "How often did Chile or Cuba vote against each year?",
        "the last five resolutions that Chile or Cuba opposed",
        "Did Chile or Cuba always vote against?",
    ],
)
def test_what_cannot_be_counted_of_any_is_asked_back(world: World, asked: str) -> None:
    assert world.told(asked)["kind"] == "clarify"


@pytest.mark.parametrize("then", ["how did Germany vote on those?", "by year"])
def test_what_follows_is_not_counted_as_of_all_of_them(world: World, then: str) -> None:
    assert world.told("Chile or Cuba voted against", then)["kind"] == "clarify"


@pytest.mark.parametrize("then", ["in 2021?", "2021年呢"])
def test_it_goes_on_with_any_one_of_them(world: World, then: str) -> None:
    of_year = [x for x in world.known if x.day.year == 2021]
    wanted = {x.symbol for x in of_year if "no" in (x.votes.get("CHL"), x.votes.get("CUB"))}
    told = world.told("Chile or Cuba voted against", then)
    assert {row["resolution"] for row in told["table"]} == wanted


LEAST = (
    ("who abstained the least", "abstain"),
    ("which country voted against least often", "no"),
    ("谁弃权次数最少", "abstain"),
    ("哪个国家反对最少", "no"),
    ("誰棄權次數最少", "abstain"),
    ("quel pays a voté contre le moins souvent ?", "no"),
    ("кто реже всего голосовал против", "no"),
    ("أي دولة امتنعت أقل من غيرها؟", "abstain"),
)


@pytest.mark.parametrize(("asked", "vote"), LEAST, ids=[row[0] for row in LEAST])
def test_who_did_so_least_comes_first(world: World, asked: str, vote: str) -> None:
    rows = world.told(asked)["table"]
    counts = [row["count"] for row in rows]
    voted = [code for code in STATES if counted(world.known, code, *CAST)]
    of = {code: counted(world.known, code, vote) for code in voted}
    assert counts == sorted(counts) and {row["state"]: row["count"] for row in rows} == of


@pytest.mark.parametrize("asked", ["who abstained least, Chile or Cuba?", "智利和古巴谁弃权最少"])
def test_who_of_two_did_so_least_comes_first(world: World, asked: str) -> None:
    rows = world.told(asked)["table"]
    wanted = {code: counted(world.known, code, "abstain") for code in ("CHL", "CUB")}
    assert {row["state"]: row["count"] for row in rows} == wanted
    assert rows[0]["count"] == min(wanted.values())


@pytest.mark.parametrize("asked", ["¿qué país se abstuvo menos?", "¿quién votó menos veces en contra?"])
def test_less_is_never_answered_as_more(world: World, asked: str) -> None:
    told = world.told(asked)
    counts = [row["count"] for row in told.get("table") or ()]
    assert told["kind"] == "clarify" or counts == sorted(counts)


WHEN = (
    ("Kenya before 2021", "KEN", 0, 2020),
    ("Kenya after 2021", "KEN", 2022, 9999),
    ("肯尼亚2021年以前", "KEN", 0, 2020),
    ("肯尼亞2021年以前", "KEN", 0, 2020),
    ("Kenya avant 2021", "KEN", 0, 2020),
    ("Kenia antes de 2021", "KEN", 0, 2020),
    ("Кения до 2021 года", "KEN", 0, 2020),
    ("كينيا قبل 2021", "KEN", 0, 2020),
)


@pytest.mark.parametrize(("asked", "code", "first", "last"), WHEN, ids=[row[0] for row in WHEN])
def test_a_state_before_and_after_a_year(world: World, asked: str, code: str, first: int, last: int) -> None:
    on = {x.symbol for x in world.known if first <= x.day.year <= last and code in x.votes}
    assert {row["resolution"] for row in world.told(asked)["table"]} == on
