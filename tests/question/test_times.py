"""When the resolutions were adopted that a message means, as people say it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.corpus.library import Library
from bot.language.dates import Period
from bot.question.examine import examine
from bot.question.times import periods

SAID = (
    ("2020年到2022年的决议", [("2020-01-01", "2022-12-31")]),
    ("2020年和2022年的决议", [("2020-01-01", "2020-12-31"), ("2022-01-01", "2022-12-31")]),
    ("20年到22年的决议", [("2020-01-01", "2022-12-31")]),
    ("23年那份", [("2023-01-01", "2023-12-31")]),
    ("93年的大会决议", [("1993-01-01", "1993-12-31")]),
    ("近20年的决议", []),
    ("20年来的决议", []),
    ("23年来", []),
    ("2020年3月至2021年6月", [("2020-03-01", "2021-06-30")]),
    ("2019年以来", [("2019-01-01", "")]),
    ("2019年之前的", [("", "2018-12-31")]),
    ("截至2019年", [("", "2019-12-31")]),
    ("resolutions from 2020 to 2022", [("2020-01-01", "2022-12-31")]),
    ("between 2020 and 2022", [("2020-01-01", "2022-12-31")]),
    ("in 2020 and in 2022", [("2020-01-01", "2020-12-31"), ("2022-01-01", "2022-12-31")]),
    ("since March 2021", [("2021-03-01", "")]),
    ("after 2020", [("2021-01-01", "")]),
    ("before 5 May 2010", [("", "2010-05-04")]),
    ("entre 2020 et 2022", [("2020-01-01", "2022-12-31")]),
    ("depuis juin 2021", [("2021-06-01", "")]),
    ("desde 2018 hasta 2020", [("2018-01-01", "2020-12-31")]),
    ("antes de 2018", [("", "2017-12-31")]),
    ("с 2018 по 2020 год", [("2018-01-01", "2020-12-31")]),
    ("после 2018 года", [("2019-01-01", "")]),
    ("بين 2018 و2020", [("2018-01-01", "2020-12-31")]),
    ("منذ 2018", [("2018-01-01", "")]),
    ("S/RES/2728(2024)", []),
    ("2023年6月到10月", [("2023-06-01", "2023-10-31")]),
    ("2023年3-7月", [("2023-03-01", "2023-07-31")]),
    ("2023年3月和7月", [("2023-03-01", "2023-03-31"), ("2023-07-01", "2023-07-31")]),
    ("from June to October 2023", [("2023-06-01", "2023-10-31")]),
    ("entre marzo y julio de 2021", [("2021-03-01", "2021-07-31")]),
    ("с марта по июль 2021 года", [("2021-03-01", "2021-07-31")]),
    ("منذ عام 2018", [("2018-01-01", "")]),
    ("قبل عام 2018", [("", "2017-12-31")]),
)
"""A message, and the first and the last day of what it means; empty where it is open."""


@pytest.mark.parametrize(("message", "expected"), SAID, ids=[row[0] for row in SAID])
def test_a_message_means_what_was_adopted_then(library: Library, message: str, expected: list[tuple[str, str]]) -> None:
    def day(text: str, otherwise: date) -> date:
        return date.fromisoformat(text) if text else otherwise

    meant = [Period(day(first, date.min), day(last, date.max)) for first, last in expected]
    assert list(periods(examine(message, library))) == meant
