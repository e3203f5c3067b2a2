"""Days and months as conditions of what is asked of all resolutions, over the data of tests/across.py.

What is right is counted from that data in plain Python.
"""

from __future__ import annotations

import re

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
        ("中国上半年投了几次反对票", "上半年"),
        ("日本3月投了几次弃权票", "3月"),
        ("How many times did China vote against last year?", "last year"),
        ("How many times did China vote against in Q2?", "q2"),
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


PARTS = (
    ("中国{y}年上半年投了几次反对票", 1, 6),
    ("中國{y}年下半年投了幾次反對票", 7, 12),
    ("{y}年第三季度中国反对了哪些决议", 7, 9),
    ("How many times did China vote against in Q2 {y}?", 4, 6),
    ("Which resolutions did China oppose in the second half of {y}?", 7, 12),
    ("À quelles résolutions la Chine s'est-elle opposée au premier semestre {y} ?", 1, 6),
    ("¿A qué resoluciones se opuso China en el cuarto trimestre de {y}?", 10, 12),
    ("Сколько раз Китай голосовал против во втором полугодии {y} года?", 7, 12),
    ("كم مرة صوتت الصين ضد القرارات في النصف الأول من عام {y}؟", 1, 6),
)
"""A message, and the first and the last month of the part of a year that it names."""


@pytest.mark.parametrize(("message", "first", "last"), PARTS, ids=[row[0] for row in PARTS])
@pytest.mark.parametrize("year", [2021, 2022])
def test_a_part_of_a_year(world: World, message: str, first: int, last: int, year: int) -> None:
    no = [r for r in world.known if r.votes.get("CHN") == "no" and r.day.year == year]
    expected = {r.symbol for r in no if first <= r.day.month <= last}
    reply = world.told(message.format(y=year))
    assert set(symbols(reply)) == expected
    assert str(len(expected)) in reply["text"].splitlines()[0]


RANGES = (
    "中国2021到2022年投了多少次弃权",
    "How many times did China abstain between 2021 and 2022?",
    "Сколько раз Китай воздержался с 2021 по 2022 год?",
    "كم مرة امتنعت الصين عن التصويت بين عامي 2021 و2022؟",
)


@pytest.mark.parametrize("message", RANGES)
def test_a_run_of_years(world: World, message: str) -> None:
    abstained = {r.symbol for r in world.known if r.votes.get("CHN") == "abstain" and r.day.year in (2021, 2022)}
    assert set(symbols(world.told(message))) == abstained


SESSIONS = (
    "理事会第{n}届会议上中国投了几次反对",
    "第{n}届理事会会议上中国反对了几次",
    "At the Council’s {n}th session, how often did China vote against?",
    "À la {n}e session du Conseil, combien de fois la Chine a-t-elle voté contre ?",
    "En el {n}º período de sesiones del Consejo, ¿cuántas veces votó en contra China?",
    "Сколько раз Китай голосовал против на {n}-й сессии Совета?",
)
"""Of the councils, that of human rights alone counts its sessions."""


@pytest.mark.parametrize("message", SESSIONS)
def test_the_council_that_has_sessions(world: World, message: str) -> None:
    def of_session(roll: Roll) -> int:
        found = re.match(r"A/HRC/(?:RES/)?(\d+)/", roll.symbol)
        return int(found[1]) if found else 0

    no = [r for r in world.known if r.votes.get("CHN") == "no" and of_session(r)]
    session = max({of_session(r) for r in no}, key=lambda n: (4 <= n % 10, n))
    expected = {r.symbol for r in no if of_session(r) == session}
    assert set(symbols(world.told(message.format(n=session)))) == expected


PER_RESOLUTION = (
    "人权理事会2022年有几份决议中国反对",
    "On how many Human Rights Council resolutions of 2022 did China vote against?",
    "По скольким резолюциям Совета по правам человека 2022 года Китай голосовал против?",
)


@pytest.mark.parametrize("message", PER_RESOLUTION)
def test_on_how_many_resolutions(world: World, message: str) -> None:
    no = [r for r in world.known if r.votes.get("CHN") == "no" and r.symbol.startswith("A/HRC/RES/")]
    assert set(symbols(world.told(message))) == {r.symbol for r in no if r.day.year == 2022 and "/L." not in r.symbol}


ON_ITS_RESOLUTIONS = (
    "Has Japan ever voted no on a Human Rights Council resolution?",
    "Has Japan ever voted no on any Human Rights Council resolution?",
    "日本对人权理事会决议投过反对票吗",
)


@pytest.mark.parametrize("message", ON_ITS_RESOLUTIONS)
def test_what_was_voted_on_is_a_body_s(world: World, message: str) -> None:
    no = {r.symbol for r in world.known if r.symbol.startswith("A/HRC/RES/") and r.votes.get("JPN") == "no"}
    reply = world.told(message)
    assert reply["verdict"] == ("yes" if no else "no")
    assert set(symbols(reply)) == no
