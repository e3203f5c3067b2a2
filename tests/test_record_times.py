"""Days and months as conditions of what is asked of all resolutions, over the data of tests/across.py.

What is right is counted from that data in plain Python.
"""

from __future__ import annotations

import pytest

from tests.across import Roll, World
from tests.test_record_questions import symbols

MONTHS = {
    "en": ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
    "es": ("", "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
           "noviembre", "diciembre"),
}  # fmt: skip


def of_month(world: World, roll: Roll) -> list[Roll]:
    """What was adopted in the month of a resolution."""
    return [r for r in world.known if (r.day.year, r.day.month) == (roll.day.year, roll.day.month)]


@pytest.mark.parametrize(
    "message",
    [
        "{y}年{m}月通过了哪些决议",
        "Which resolutions were adopted in {en} {y}?",
        "¿Qué resoluciones se aprobaron en {es} de {y}?",
    ],
)
def test_the_resolutions_of_a_month(world: World, message: str) -> None:
    roll = next(r for r in world.known if r.symbol.startswith("A/RES"))
    year, month = roll.day.year, roll.day.month
    asked = message.format(y=year, m=month, en=MONTHS["en"][month], es=MONTHS["es"][month])
    adopted = {r.symbol for r in of_month(world, roll) if "/RES/" in r.symbol}
    assert set(symbols(world.told(asked))) >= adopted
    assert not set(symbols(world.told(asked))) - {r.symbol for r in of_month(world, roll)}


@pytest.mark.parametrize(
    "message", ["Which resolutions did China oppose on {d} {en} {y}?", "中国{y}年{m}月{d}日反对了哪些决议"]
)
def test_the_day_of_a_date_is_no_number_of_votes(world: World, message: str) -> None:
    roll = next(r for r in world.known if r.votes.get("CHN") == "no")
    asked = message.format(y=roll.day.year, m=roll.day.month, d=roll.day.day, en=MONTHS["en"][roll.day.month])
    expected = {r.symbol for r in world.known if r.day == roll.day and r.votes.get("CHN") == "no"}
    assert set(symbols(world.told(asked))) == expected


@pytest.mark.parametrize(
    ("message", "time"),
    [
        ("中国去年投了几次反对票", "去年"),
        ("中国2021年上半年投了几次反对票", "上半年"),
        ("日本3月投了几次弃权票", "3月"),
        ("How many times did China vote against last year?", "last year"),
        ("How many times did China vote against in Q2 2021?", "q2"),
        ("Сколько раз Китай голосовал против в прошлом году?", "в прошлом году"),
        ("كم مرة صوتت الصين ضد القرارات العام الماضي؟", "العام الماضي"),
    ],
)
def test_a_time_that_is_no_date_is_asked_back(world: World, message: str, time: str) -> None:
    reply = world.told(message)
    assert reply["kind"] == "clarify"
    assert time in reply["text"]


@pytest.mark.parametrize(
    "turns",
    [
        ("How did Japan vote on {symbol}?", "how often did it vote no in {year}?"),
        ("日本在{symbol}投的什么", "它{year}年投了几次反对票"),
    ],
)
def test_how_often_in_a_year_is_not_only_on_the_resolution_in_view(world: World, turns: tuple[str, ...]) -> None:
    roll = next(r for r in world.known if r.votes.get("JPN") == "no" and "/RES/" in r.symbol)
    year = roll.day.year
    expected = {r.symbol for r in world.known if r.day.year == year and r.votes.get("JPN") == "no"}
    reply = world.told(*(turn.format(symbol=roll.symbol, year=year) for turn in turns))
    assert set(symbols(reply)) == expected
