"""In which year it was most so or least, what was voted on on a day, a group in a year, and who of two is closer to a
third, over the data of tests/across.py, counted in plain Python."""

from __future__ import annotations

import pytest

from tests.across import CAST, Roll, World, agreement
from tests.test_record_questions import symbols

YEARS = range(2019, 2024)


def alike(world: World, year: int) -> float:
    """How often China and Cuba voted the same in a year."""
    same, of = agreement([r for r in world.known if r.day.year == year], "CHN", "CUB")
    return same / of


FIRST = (
    ("max", "哪一年中国和古巴一致率最高"),
    ("max", "In which year did China and Cuba agree most?"),
    ("max", "En quelle année la Chine et Cuba ont-ils été le plus d'accord ?"),
    ("max", "¿En qué año coincidieron más China y Cuba?"),
    ("max", "В каком году Китай и Куба голосовали одинаково чаще всего?"),
    ("min", "中国和古巴哪一年一致率最低"),
    ("min", "In which year did China and Cuba agree least?"),
)


@pytest.mark.parametrize(("which", "asked"), FIRST, ids=[row[1] for row in FIRST])
def test_the_year_of_most_or_least_agreement_comes_first(world: World, which: str, asked: str) -> None:
    years = {str(year): alike(world, year) for year in YEARS}
    first = world.told(asked)["table"][0]["part"]
    assert years[first] == (max if which == "max" else min)(years.values())


THEN = (
    ("max", "中国和古巴历年一致率", "哪一年最高"),
    ("max", "agreement between China and Cuba by year", "which year was the highest?"),
    ("min", "中国和古巴每年的一致率", "哪年最低"),
)


@pytest.mark.parametrize("turns", THEN, ids=[row[2] for row in THEN])
def test_after_a_record_by_year_one_of_these_is_sought(world: World, turns: tuple[str, ...]) -> None:
    which, *asked = turns
    years = {str(year): alike(world, year) for year in YEARS}
    first = world.told(*asked)["table"][0]["part"]
    assert years[first] == (max if which == "max" else min)(years.values())


def test_the_year_in_which_a_state_did_so_least_comes_first(world: World) -> None:
    of = [r.day.year for r in world.known if r.votes.get("JPN") == "no"]
    assert of.count(int(world.told("日本哪一年反对最少")["table"][0]["part"])) == min(map(of.count, YEARS))


def test_one_of_these_years_keeps_the_state(world: World) -> None:
    reply = world.told("日本每年投了几次反对", "2023年投了几次")
    of = [r for r in world.known if r.day.year == 2023 and r.votes.get("JPN") == "no"]
    assert {row["resolution"] for row in reply["table"]} == {r.symbol for r in of}


GROUP = (
    "欧盟2022年", "歐盟 2022", "EU 2022", "the EU in 2022?", "UE en 2022", "l'Union européenne en 2022", "ЕС 2022",
    "الاتحاد الأوروبي 2022",
)  # fmt: skip


@pytest.mark.parametrize("asked", GROUP)
def test_a_group_and_a_year_ask_how_it_voted_then(world: World, asked: str) -> None:
    of = [r for r in world.known if r.day.year == 2022]
    reply = world.told(asked)
    assert reply["kind"] == "history"
    assert set(symbols(reply)) <= {r.symbol for r in of}


def one(world: World) -> Roll:
    """A resolution on which China voted."""
    return next(r for r in world.known if r.body == "assembly" and r.votes.get("CHN") in CAST)


DAY = (
    "那天投了哪些", "當天還表決了哪些決議", "同一天还通过了什么", "what else was voted that day?",
    "which other resolutions were adopted that day?", "quoi d'autre a été voté ce jour-là ?",
    "quelles autres résolutions ont été adoptées le même jour ?", "¿qué más se votó ese día?",
    "что ещё голосовали в тот день?", "какие ещё резолюции приняты в тот день?", "ماذا صوتوا عليه أيضا في ذلك اليوم؟",
)  # fmt: skip


@pytest.mark.parametrize("asked", DAY)
def test_what_else_was_voted_on_that_day_is_all_of_that_day(world: World, asked: str) -> None:
    roll = one(world)
    reply = world.told(f"{roll.symbol}表决结果", asked)
    assert set(symbols(reply)) == {r.symbol for r in world.known if r.day == roll.day}


def test_what_a_state_opposed_that_day_is_of_that_day(world: World) -> None:
    roll = next(r for r in world.known if r.votes.get("CHN") == "no")
    for asked in ("那天中国反对了哪些", "what did China vote against that day?"):
        then = {r.symbol for r in world.known if r.day == roll.day and r.votes.get("CHN") == "no"}
        assert set(symbols(world.told(f"{roll.symbol}表决结果", asked))) == then


CLOSER = (
    "智利和古巴哪个离中国更近", "智利和古巴誰更接近中國", "is Chile or Cuba closer to China?",
    "Le Chili ou Cuba, qui est plus proche de la Chine ?", "¿Chile o Cuba están más cerca de China?",
    "Кто ближе к Китаю, Чили или Куба?", "أيهما أقرب إلى الصين، شيلي أم كوبا؟",
)  # fmt: skip


@pytest.mark.parametrize("asked", CLOSER)
def test_the_closer_of_two_comes_first(world: World, asked: str) -> None:
    rates = {code: same / of for code in ("CHL", "CUB") for same, of in [agreement(world.known, "CHN", code)]}
    states = [row["state"] for row in world.told(asked)["table"]]
    assert states == sorted(rates, key=rates.__getitem__, reverse=True)


FUTURE = (
    "明年印度会不会又弃权", "印度下次还会弃权吗", "will India abstain again next year?", "Will France vote against it?",
    "L'Inde va-t-elle s'abstenir l'année prochaine ?", "¿Se abstendrá India el próximo año?",
    "Воздержится ли Индия в следующем году?", "هل ستمتنع الهند العام المقبل عن التصويت؟",
)  # fmt: skip


@pytest.mark.parametrize("asked", FUTURE)
def test_how_somebody_will_vote_is_not_foretold(world: World, asked: str) -> None:
    assert world.told(asked)["kind"] == "none"
