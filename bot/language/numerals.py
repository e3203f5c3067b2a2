"""Numbers as people and documents write them: 12, 十二, 廿, 〇八, 拾贰, twelve, twelfth."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

_DIGITS = {
    **{c: i for i, c in enumerate("〇一二三四五六七八九")},
    **{c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")},
    "两": 2,
    "俩": 2,
    "仨": 3,
}
"""Ordinary and financial digits, in Simplified characters."""
DIGITS = "".join(_DIGITS)
"""All of them, for use inside a character class."""
TENS = {"十": 10, "拾": 10, "廿": 20, "卅": 30, "卌": 40}
HUNDREDS = {"百": 100, "佰": 100}
THOUSAND = "千"
"""No numeral begins with it in what people ask: 千年宣言 is a title."""
NTH = "第"
"""Before a numeral that is an ordinal."""
POINT = "点"
"""Between a whole number in words and its decimals."""

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_DECADES = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_DECADE_ORDINALS = {k[:-1] + "ieth": v for k, v in _DECADES.items()}


def _english() -> dict[str, int]:
    words = {w: i for i, w in enumerate(_ONES)} | {w: i for i, w in enumerate(_ORDINALS)}
    words |= _DECADES | _DECADE_ORDINALS
    for decade, tens in _DECADES.items():
        for i in range(1, 10):
            words[f"{decade}-{_ONES[i]}"] = words[f"{decade}-{_ORDINALS[i]}"] = tens + i
            words[f"{decade} {_ONES[i]}"] = words[f"{decade} {_ORDINALS[i]}"] = tens + i
    return words


ENGLISH = _english()
"""English cardinals and ordinals from 0 to 99, in lower case."""
ENGLISH_ORDINALS = frozenset(w for w in ENGLISH if w.endswith(("th", "first", "second", "third")))
"""The ordinals among them."""


def _any(words: Iterable[str]) -> str:
    """A pattern of words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


ENGLISH_PATTERN = (
    rf"(?:{_any(_DECADES)})(?:[- ](?:{_any((*_ONES[1:10], *_ORDINALS[1:10]))}))?"
    rf"|{_any((*_ONES, *_ORDINALS, *_DECADE_ORDINALS))}"
)
"""A regular expression of ENGLISH, put together as they are: of all of them side by side, it takes ten times as long to
compile."""

ENGLISH_TIMES = {"hundred": 100, "thousand": 1000}
"""What an English cardinal can be multiplied by: twelve hundred, one thousand two hundred."""

CHINESE = "".join(_DIGITS) + "".join(TENS) + "".join(HUNDREDS)
COUNTED = re.compile(rf"(?:\d+|[{CHINESE}]+)\w?")
"""A number, or one with a word of one character that counts: 六个, 47次."""
"""Every character a Chinese numeral is made of (Simplified)."""


def chinese(text: str) -> int | None:
    """The value of a Chinese numeral below 10,000, or None where the characters do not make one.

    Both ways of writing are read: with units (一千二百, 一百二十三, 廿一) and digit by digit (〇八, 一二).
    """
    thousands, found, below = text.partition(THOUSAND)
    if found:
        times, rest = chinese(thousands), chinese(below) if below else 0
        return None if times is None or rest is None or not 0 < times < 10 else times * 1000 + rest
    if not text or any(c not in CHINESE for c in text):
        return None
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, digit = 0, None
    for c in text:
        if c in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[c]
        elif c in HUNDREDS:
            total, digit = total + (1 if digit is None else digit) * 100, None
        else:
            total, digit = total + (digit or 1) * TENS[c], None
    return total + (digit or 0)


def roman(text: str) -> int:
    """The value of a Roman numeral in lower case, made of i, v and x."""
    digits = [{"i": 1, "v": 5, "x": 10}[c] for c in text]
    return sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))


def neighbours(text: str) -> tuple[int, ...]:
    """The numbers of 二三 or 一二三: digits side by side, each one more than the one before; else nothing."""
    run = tuple(_DIGITS[c] for c in text if c in _DIGITS)
    rising = len(run) == len(text) > 1 and run[0] > 0 and all(b == a + 1 for a, b in itertools.pairwise(run))
    return run if rising else ()


def value(text: str) -> int | None:
    """The value of a numeral in digits, Chinese or English (normalised text); None if it is none."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return int(text) if len(text) <= 6 else None
    return english(text) if text[:1].isascii() else chinese(text)


def english(text: str) -> int | None:
    """The value of an English cardinal or ordinal in lower case: twelve, twelve hundred and five; None where it is
    none."""
    if text in ENGLISH:
        return ENGLISH[text]
    words = text.replace("-", " ").split()
    if ENGLISH_TIMES.keys().isdisjoint(words):
        return None
    thousands, below = 0, 0
    for word in words:
        if word == "hundred":
            below = (below or 1) * ENGLISH_TIMES[word]
        elif word in ENGLISH_TIMES:
            thousands, below = thousands + (below or 1) * ENGLISH_TIMES[word], 0
        elif word != "and":
            if word not in ENGLISH:
                return None
            below += ENGLISH[word]
    return thousands + below
