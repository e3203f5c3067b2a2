"""The dates that people write, in every language of the messages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from bot.language.dates import Period, dates
from bot.language.normal import normal

WRITTEN = (
    ("2023年12月通过的", "2023-12-01", "2023-12-31"),
    ("二〇二四年二月那份", "2024-02-01", "2024-02-29"),
    ("24年3月15号", "2024-03-15", "2024-03-15"),
    ("2023年的", "2023-01-01", "2023-12-31"),
    ("the text of 3 April 2025", "2025-04-03", "2025-04-03"),
    ("on April 3rd, 2025", "2025-04-03", "2025-04-03"),
    ("in Oct. 2022", "2022-10-01", "2022-10-31"),
    ("le 1er juillet 2022", "2022-07-01", "2022-07-01"),
    ("la résolution d'août 2021", "2021-08-01", "2021-08-31"),
    ("el 30 de junio del 2020", "2020-06-30", "2020-06-30"),
    ("в ноябре 1975 года", "1975-11-01", "1975-11-30"),
    ("29 ноября 1975 года", "1975-11-29", "1975-11-29"),
    ("في كانون الأول 2019", "2019-12-01", "2019-12-31"),
    ("لديسمبر 2019", "2019-12-01", "2019-12-31"),
    ("1999-07-04", "1999-07-04", "1999-07-04"),
    ("04.07.1999", "1999-07-04", "1999-07-04"),
    ("12/25/2001", "2001-12-25", "2001-12-25"),
    ("2005-06", "2005-01-01", "2006-12-31"),
    ("2005-02 ", "2005-02-01", "2005-02-28"),
    ("2021–22", "2021-01-01", "2022-12-31"),
)


@pytest.mark.parametrize(("written", "first", "last"), WRITTEN)
def test_a_date_is_what_it_says(written: str, first: str, last: str) -> None:
    expected = Period(date.fromisoformat(first), date.fromisoformat(last))
    assert [d.period for d in dates(normal(written))] == [expected]


@pytest.mark.parametrize("written", ["1234567", "12/24", "A/RES/78/240", "3月", "第5段", "may I ask", "40年"])
def test_what_is_no_date(written: str) -> None:
    assert not dates(normal(written))


def test_of_a_month_that_there_is_not_the_year_is_left() -> None:
    assert [d.period for d in dates(normal("2024年13月"))] == [Period.of(2024)]


@given(st.dates(date(1945, 10, 24), date(2099, 12, 31)), st.sampled_from(("en", "fr", "es", "ru", "ar", "zh")))
def test_a_day_as_each_language_writes_it_in_full(day: date, locale: str) -> None:
    found = dates(normal(format_date(day, "long", locale)))
    assert [d.period for d in found] == [Period(day, day)]


@given(first=st.dates(date(1900, 1, 1), date(2098, 12, 31)), days=st.integers(0, 366))
def test_a_year_and_a_month_have_their_days(first: date, days: int) -> None:
    day = first + timedelta(days=days)
    assert Period.of(first.year).has(day) == (day.year == first.year)
    assert Period.of(first.year, first.month).has(day) == ((day.year, day.month) == (first.year, first.month))
