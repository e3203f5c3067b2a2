"""Tests of what members are called in votes of the days when they had another name."""

from __future__ import annotations

from datetime import date

import pytest

from bot.corpus.library import Library

CALLED = (
    # code, day, language, name
    ("RUS", date(1975, 11, 10), "zh-Hans", "苏联"),
    ("RUS", date(1991, 12, 24), "zh-Hans", "俄罗斯联邦"),
    ("RUS", date(1980, 1, 1), "zh-Hant", "蘇聯"),
    ("UKR", date(1960, 12, 14), "en", "Ukrainian SSR"),
    ("COD", date(1975, 11, 10), "fr", "Zaïre"),
    ("COD", date(1965, 1, 1), "en", "Democratic Republic of the Congo"),
    ("BFA", date(1984, 8, 3), "es", "Alto Volta"),
    ("BFA", date(1984, 8, 4), "es", "Burkina Faso"),
    ("EGY", date(1962, 11, 6), "ru", "Объединенная Арабская Республика"),
    ("MKD", date(2010, 1, 1), "zh-Hans", "前南斯拉夫的马其顿共和国"),
    ("TUR", date(2021, 3, 1), "en", "Turkey"),
    # one that no earlier name is known in
    ("MMR", date(1955, 1, 1), "pt", "Burma"),
    ("CHN", date(1955, 1, 1), "zh-Hans", "中国"),
)


@pytest.mark.parametrize(("code", "day", "language", "name"), CALLED)
def test_names_of_then(library: Library, code: str, day: date, language: str, name: str) -> None:
    assert library.names.states[code].name(language, day) == name


def test_without_a_day_they_have_todays(library: Library) -> None:
    assert library.names.states["RUS"].name("zh-Hans") == "俄罗斯联邦"
