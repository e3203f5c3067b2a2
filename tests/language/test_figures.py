"""The figures of a text: a table of how they are written, and what they are."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from bot.language.figures import figures, sought, telling
from bot.language.normal import normal

WRITTEN = (
    ("on 9 March 2031", {"2031-03-09"}),
    ("2031年3月9日", {"2031-03-09"}),
    ("٩ آذار/مارس ٢٠٣١", {"2031-03-09"}),
    ("в марте 2031 года", {"2031-03"}),
    ("before 1967", {"1967"}),
    ("up to 12,500 soldiers and 640 police", {"12500", "640"}),
    ("12 500 soldats, 12.500 soldados", {"12500"}),
    ("A/RES/81/204 and resolution 81/204", {"81/204"}),
    ("resolution 3401 (2031)", {"3401", "2031"}),
    ("第二十三条", {"23"}),
    ("0,7 % et 5 %", {"0.7", "5"}),
    # Names, and what paragraphs are numbered by.
    ("COVID-19, paragraph 4", set()),
    ("no figures", set()),
)


@pytest.mark.parametrize(("text", "found"), WRITTEN)
def test_figures_are_read_as_they_are_written(text: str, found: set[str]) -> None:
    assert sought(normal(text)) == found
    assert figures(normal(text)) >= found


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from(("en", "fr", "es", "ru", "zh")))
def test_a_day_is_the_same_figure_in_every_language(day: date, language: str) -> None:
    assert sought(normal(format_date(day, "long", language))) == {day.isoformat()}
    assert figures(normal(format_date(day, "long", language))) == {f"{day:%Y-%m-%d}", f"{day:%Y-%m}", f"{day:%Y}"}


@given(st.integers(1000, 999_999_999))
def test_an_amount_is_the_same_figure_with_any_sign_between_its_thousands(amount: int) -> None:
    ways = (f"{amount:,}", f"{amount:,}".replace(",", " "), f"{amount:,}".replace(",", "."))
    assert {figure for way in ways for figure in sought(f"of {way} tons")} == {str(amount)}


@pytest.mark.parametrize(
    ("figure", "tells"),
    [("2031-03-09", True), ("81/204", True), ("640", True), ("2031", False), ("2031-03", False), ("23", False)],
)
def test_which_figures_tell_what_is_sought(figure: str, tells: bool) -> None:
    assert telling(figure) is tells


@given(st.text(max_size=200))
def test_any_text_has_figures_or_none(text: str) -> None:
    assert sought(normal(text)) <= figures(normal(text))
