"""Tests of bot.language.numerals: numbers in digits, Chinese and English."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import numerals
from bot.language.normal import normal

VALUES = (
    # digits
    ("0", 0),
    ("12", 12),
    ("007", 7),
    (" 12 ", 12),
    # Chinese with units
    ("十", 10),
    ("十二", 12),
    ("二十", 20),
    ("二十一", 21),
    ("九十九", 99),
    ("一百", 100),
    ("百", 100),
    ("一百零三", 103),
    ("一百〇三", 103),
    ("一百一十", 110),
    ("一百二十", 120),
    ("一百二十三", 123),
    ("两百", 200),
    # Chinese digit by digit
    ("〇", 0),
    ("零", 0),
    ("〇八", 8),
    ("一二", 12),
    ("二〇", 20),
    ("二〇三〇", 2030),
    # characters of their own for tens
    ("廿", 20),
    ("廿一", 21),
    ("卅", 30),
    ("卅二", 32),
    ("卌", 40),
    # two and three of something
    ("两", 2),
    ("俩", 2),
    ("仨", 3),
    # financial numerals, in Simplified characters
    ("壹", 1),
    ("拾", 10),
    ("拾贰", 12),
    ("贰拾", 20),
    ("贰拾叁", 23),
    ("壹佰", 100),
    # English
    ("zero", 0),
    ("one", 1),
    ("twelve", 12),
    ("twenty", 20),
    ("twenty-one", 21),
    ("twenty one", 21),
    ("ninety-nine", 99),
    # English ordinals
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fifth", 5),
    ("eighth", 8),
    ("ninth", 9),
    ("twelfth", 12),
    ("twentieth", 20),
    ("twenty-first", 21),
    ("fortieth", 40),
    ("fifty-sixth", 56),
    # none at all
    ("", None),
    ("段", None),
    ("第三", None),
    ("十二段", None),
    ("二三十", None),  # twenty or thirty
    ("五六十", None),  # fifty or sixty
    ("a", None),
    ("twenty-", None),
    ("twenty-eleven", None),
    ("tenty", None),
    ("-1", None),
    ("1.5", None),
    ("²", None),
    ("٣", None),  # the normal form is in European digits
    ("1234567", None),  # more digits than a number of anything here has
)


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_value(text: str, value: int | None) -> None:
    """The value of a numeral."""
    assert numerals.value(text) == value


TYPED = (
    # as typed, value of the normal form
    ("１２", 12),  # full width
    ("拾貳", 12),  # Traditional financial numerals
    ("貳拾", 20),
    ("叁", 3),
    ("參", None),  # 参 in Simplified characters is a verb
    ("兩", 2),
    ("TWELVE", 12),
    ("Twenty‑First", 21),  # with a hyphen that does not break
    ("十 二", 12),
)


@pytest.mark.parametrize(("typed", "value"), TYPED)
def test_value_as_typed(typed: str, value: int | None) -> None:
    """The value of a numeral in another script, width or case, by way of its normal form."""
    assert numerals.value(normal(typed)) == value


DIGITS = "〇一二三四五六七八九"


def _written(n: int) -> str:
    """A number below 200 in Chinese, as it is counted: 十二, 二十, 一百零三, 一百一十二."""
    hundred, rest = divmod(n, 100)
    tens, ones = divmod(rest, 10)
    text = "一百" if hundred else ""
    if tens:
        text += ("" if tens == 1 and not hundred else DIGITS[tens]) + "十"
    elif hundred and ones:
        text += "零"
    return text + (DIGITS[ones] if ones or not text else "")


def test_the_pattern_of_english_ones_is_of_all_of_them_and_of_nothing_else() -> None:
    words = sorted(set(re.split("[- ]", " ".join(numerals.ENGLISH))))
    said = [f"{a}{between}{b}" for a in words for between in " -" for b in words]
    found = {each for each in (*words, *said) if re.fullmatch(numerals.ENGLISH_PATTERN, each)}
    assert found == numerals.ENGLISH.keys()


def test_written() -> None:
    """The numerals that the properties below are made from are written as one writes them."""
    assert [_written(n) for n in (0, 8, 10, 12, 20, 56, 100, 103, 110, 199)] == [
        "〇", "八", "十", "十二", "二十", "五十六", "一百", "一百零三", "一百一十", "一百九十九"
    ]  # fmt: skip


@given(st.integers(0, 199))
def test_written_in_chinese(n: int) -> None:
    """Every number from 0 to 199, written with units and digit by digit."""
    assert numerals.value(_written(n)) == n
    assert numerals.value("".join(DIGITS[int(d)] for d in str(n))) == n


@given(st.text(alphabet=numerals.CHINESE, max_size=6))
def test_any_run_of_numerals(text: str) -> None:
    """Any run of the characters has a value that is no less than nothing, or none."""
    value = numerals.value(text)
    assert value is None or value >= 0
    assert (value is None) or text != ""


@given(st.text(max_size=12))
def test_any_text(text: str) -> None:
    """What holds a character that is part of no numeral has no value."""
    numeral = set(numerals.CHINESE) | set("0123456789- \t\n") | set("abcdefghijklmnopqrstuvwxyz")
    value = numerals.value(text)
    if set(text.strip()) - numeral:
        assert value is None
