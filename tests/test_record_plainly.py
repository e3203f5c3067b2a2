"""Messages of few words, as on a phone, over the data of tests/across.py, counted in plain Python: a body and a day, a
state and a year, the year before, two questions in one, where it is from."""

from __future__ import annotations

import pytest

from tests.across import World, agreement, counted
from tests.test_record_questions import symbols

BODIES = (("联大{y}年", "assembly"), ("人權理事會{y}年", "rights"), ("security council {y}", "council"))


@pytest.mark.parametrize(("asked", "body"), BODIES, ids=[row[0] for row in BODIES])
def test_a_body_and_a_year_alone_ask_for_the_list(world: World, asked: str, body: str) -> None:
    reply = world.told(asked.format(y=2021))
    expected = {r.symbol for r in world.known if r.body == body and r.day.year == 2021 and "/L." not in r.symbol}
    assert set(symbols(reply)) == expected


STATES = (("肯尼亚{y}年", "KEN"), ("Kenya {y}", "KEN"), ("法國 {y}", "FRA"), ("Brasil {y}", "BRA"))


@pytest.mark.parametrize(("asked", "code"), STATES, ids=[row[0] for row in STATES])
def test_a_state_and_a_year_alone_ask_for_its_votes(world: World, asked: str, code: str) -> None:
    rows = world.told(asked.format(y=2021))["table"]
    assert len(rows) == counted(world.known, code, "yes", "no", "abstain", "not_voting", year=2021)


BESIDE = (
    ("2021年中国反对了几次", "上一年呢", 2020),
    ("2021年中國反對了幾次", "下一年呢", 2022),
    ("how often did China vote against in 2021?", "the year before?", 2020),
    ("combien de fois la Chine a-t-elle voté contre en 2021 ?", "l'année d'avant ?", 2020),
    ("¿cuántas veces votó China en contra en 2021?", "¿y el año anterior?", 2020),
)


@pytest.mark.parametrize(("first", "then", "year"), BESIDE, ids=[row[1] for row in BESIDE])
def test_the_year_before_of_a_count(world: World, first: str, then: str, year: int) -> None:
    assert len(world.told(first, then)["table"]) == counted(world.known, "CHN", "no", year=year)


@pytest.mark.parametrize(
    "asked",
    ["resolution on ferries {y}, who voted against?", "résolution sur les ferries {y}, qui a voté contre ?"],
)
def test_a_year_behind_the_word_is_no_number_of_a_resolution(world: World, asked: str) -> None:
    reply = world.told(asked.format(y=2021))
    assert reply["kind"] != "none"


WHICH = (
    ("中国哪几年投了弃权", "CHN"),
    ("which years did Japan abstain?", "JPN"),
    ("¿en qué años se abstuvo Brasil?", "BRA"),
)


@pytest.mark.parametrize(("asked", "code"), WHICH, ids=[row[0] for row in WHICH])
def test_in_which_years_a_state_voted_so(world: World, asked: str, code: str) -> None:
    rows = {row["part"]: row["abstain"] for row in world.told(asked)["table"]}
    for year in {r.day.year for r in world.known}:
        assert rows[str(year)] == counted(world.known, code, "abstain", year=year)


SOURCES = ("source?", "来源？", "出處", "fuente", "источник?")


@pytest.mark.parametrize("asked", SOURCES)
def test_where_it_is_from_is_the_resolution(world: World, asked: str) -> None:
    roll = world.known[0]
    reply = world.told(f"who opposed {roll.symbol}?", asked)
    assert (reply["kind"], reply["resolution"]) == ("fact", roll.symbol)


TWO = ("{s}: tally + who said no", "{s} 票数和谁反对", "{s}票數，誰反對", "result & who opposed {s}")


@pytest.mark.parametrize("asked", TWO)
def test_the_result_and_who_in_one_message(world: World, asked: str) -> None:
    roll = next(r for r in world.known if r.who("no"))
    tally, who = world.told(asked.format(s=roll.symbol))["answers"]
    assert tally["kind"] == "tally"
    assert set(who["votes"]) == roll.who("no")


NAMES = (
    ("2021年中国投了几次反对", "日本"),
    ("how often did China vote against in 2021?", "japan?"),
    ("中國2021年反對了哪些", "日本"),
    ("¿cuántas veces votó China en contra en 2021?", "Japón"),
)


@pytest.mark.parametrize(("first", "then"), NAMES, ids=[row[0] for row in NAMES])
def test_a_name_alone_goes_on_with_a_count(world: World, first: str, then: str) -> None:
    assert len(world.told(first, then)["table"]) == counted(world.known, "JPN", "no", year=2021)


BESIDE_ONE = (("智利2021年", "和巴西比"), ("Chile 2021", "compared with Brazil?"), ("智利2021年", "跟巴西一样吗"))


@pytest.mark.parametrize(("first", "then"), BESIDE_ONE, ids=[row[1] for row in BESIDE_ONE])
def test_one_named_now_is_compared_with_the_one_before(world: World, first: str, then: str) -> None:
    reply = world.told(first, then)
    assert (reply["agreement"]["same"], reply["agreement"]["of"]) == agreement(
        [r for r in world.known if r.day.year == 2021], "CHL", "BRA"
    )


MOST_AGAINST = (
    ("人权理事会2021年", "反对票最多的"),
    ("人權理事會2021年", "反對最多的"),
    ("Human Rights Council 2021", "the most votes against"),
)


@pytest.mark.parametrize(("first", "then"), MOST_AGAINST, ids=[row[1] for row in MOST_AGAINST])
def test_the_most_of_a_list_is_of_that_list(world: World, first: str, then: str) -> None:
    of = [r for r in world.known if r.body == "rights" and r.day.year == 2021]
    reply = world.told(first, then)
    assert set(symbols(reply)) == {r.symbol for r in of}
    assert len(next(r for r in of if r.symbol == symbols(reply)[0]).who("no")) == max(len(r.who("no")) for r in of)


OF_LIST = (("人权理事会2021年", "中国呢"), ("Human Rights Council 2021", "and China?"))


@pytest.mark.parametrize(("first", "then"), OF_LIST, ids=[row[1] for row in OF_LIST])
def test_a_state_after_a_list_asks_for_its_votes_on_it(world: World, first: str, then: str) -> None:
    of = [r for r in world.known if r.body == "rights" and r.day.year == 2021]
    rows = world.told(first, then)["table"]
    assert {row["resolution"]: row["CHN"] for row in rows} == {r.symbol: r.votes["CHN"] for r in of}


NO_VOTES = ("美国退出联合国了吗", "will Kenya leave the Council?", "为什么日本没参加", "what will China do next year?")


@pytest.mark.parametrize("asked", NO_VOTES)
def test_what_asks_for_no_votes_is_not_answered_with_votes(world: World, asked: str) -> None:
    assert world.told(asked)["kind"] in ("none", "clarify")


OFTEN = (
    ("2021年谁反对最多", "日本几次"),
    ("2021年誰反對最多", "日本幾次"),
    ("who opposed most in 2021?", "how many times did Japan?"),
)


@pytest.mark.parametrize(("first", "then"), OFTEN, ids=[row[1] for row in OFTEN])
def test_how_often_one_did_what_others_did_most(world: World, first: str, then: str) -> None:
    assert len(world.told(first, then)["table"]) == counted(world.known, "JPN", "no", year=2021)
