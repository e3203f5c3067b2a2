"""Words that count from the day on which it is asked: 去年, last month, and what they say on some days."""

from __future__ import annotations

from datetime import date

import pytest

from bot.question.examine import examine
from bot.question.today import in_dates
from bot.talk import Speaker
from tests.across import World
from tests.test_record_questions import symbols

NOVEMBER = "2026-11-29"
JANUARY = "2025-01-15"
"""A day whose last month is of another year."""

MEANT = (
    # on which day, message, with its dates, in normal form
    (NOVEMBER, "去年大会反对票最多的决议", "2025年大会反对票最多的决议"),
    (NOVEMBER, "前年10月人权理事会的决议", "2024年10月人权理事会的决议"),
    (NOVEMBER, "今年以来中国反对了几份", "2026年以来中国反对了几份"),
    (JANUARY, "上个月的表决", "2024-12的表决"),
    (NOVEMBER, "本月的决议", "2026-11的决议"),
    (NOVEMBER, "how often did Japan abstain in March of last year?", "how often did Japan abstain in March of 2025?"),
    (NOVEMBER, "resolutions from this year and the year before last", "resolutions from 2026 and 2024"),
    (NOVEMBER, "les résolutions de l'année dernière", "les resolutions de 2025"),
    (NOVEMBER, "resoluciones de marzo del año pasado", "resoluciones de marzo del 2025"),
    (NOVEMBER, "Какие резолюции приняты в прошлом году?", "Какие резолюции приняты в 2025?"),
    (NOVEMBER, "ما هي قرارات العام الماضي", "ما هي قرارات 2025"),
    (JANUARY, "昨天通过了哪些决议", "2025-01-14通过了哪些决议"),
    (NOVEMBER, "近五年中国投了几次反对票", "2022-2026年中国投了几次反对票"),
    (JANUARY, "过去3年里日本弃权了几次", "2023-2025年日本弃权了几次"),
    (NOVEMBER, "how often did Japan abstain in the past three years?", "how often did Japan abstain in the 2024-2026?"),
    (NOVEMBER, "Brasil se abstuvo en los últimos dos años", "Brasil se abstuvo en los 2025-2026"),
    (NOVEMBER, "la France s'est abstenue ces cinq dernières années", "la France s'est abstenue ces 2022-2026"),
    (NOVEMBER, "Япония воздержалась за последние пять лет", "Япония воздержалась за 2022-2026"),
    (JANUARY, "which resolutions were adopted today?", "which resolutions were adopted 2025-01-15?"),
)  # fmt: skip


@pytest.mark.parametrize(("day", "message", "dated"), MEANT)
def test_a_word_becomes_the_date_of_that_day(world: World, day: str, message: str, dated: str) -> None:
    assert in_dates(examine(message, world.speaker.library), date.fromisoformat(day)) == dated


LEFT = (
    "2023年的决议",  # a date already
    "今天过得怎么样",  # small talk
    "how are you today?",
    "去年的78/9谁反对",  # the reply has the date of the resolution that is named
    "前一年呢",  # counts from the resolution in view
)


@pytest.mark.parametrize("message", LEFT)
def test_it_is_left_alone(world: World, message: str) -> None:
    assert not in_dates(examine(message, world.speaker.library), date.fromisoformat(NOVEMBER))


OF_ITS_YEAR = (
    ("la même année au Conseil", "2021 au Conseil"),
    ("同一年大会的呢", "2021年大会的呢"),
    ("a GA one in the same year?", "a GA one in 2021?"),
    ("in 2020 and the same year", ""),  # that of the date in the message, not of the resolution in view
)


@pytest.mark.parametrize(("message", "dated"), OF_ITS_YEAR)
def test_the_same_year_is_that_of_the_resolution_in_view(world: World, message: str, dated: str) -> None:
    said = in_dates(examine(message, world.speaker.library), None, date(2021, 3, 4))
    assert said.casefold().replace("ê", "e") == dated.casefold()


def test_what_was_adopted_last_year_is_what_was_adopted_in_that_year(world: World) -> None:
    year = max(roll.day.year for roll in world.known)
    then = World(Speaker(world.speaker.library, lambda: date(year + 1, 2, 1)), world.known)
    of_year = {roll.symbol for roll in world.known if roll.day.year == year and roll.symbol.startswith("A/RES")}
    assert set(symbols(then.told("去年大会通过了哪些决议"))) == of_year != set()


def test_without_a_clock_it_is_asked_back(world: World) -> None:
    assert world.speaker.answer(["去年大会通过了哪些决议"]).answer.kind == "clarify"
