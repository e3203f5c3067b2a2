"""Numbers as old prints have them, and as symbols do.

二九七五（二十六） is 2975 (XXVI), 3379 (د-30) is 3379 (XXX).
"""

from __future__ import annotations

import re

from bot.corpus.forms import SERIES_IN_ARABIC
from bot.language import numerals

_ROMAN = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LOOKALIKES = str.maketrans("ХСІ○", "XCI〇")
"""Cyrillic letters in Roman figures, and a circle for a nought."""
_OF_SESSION = re.compile(r"(?P<number>.+?)\s?[(（](?:د-?)?(?P<session>\d{1,2}|[一二三四五六七八九十]{1,4})[)）]")


def of_symbol(number: str) -> str:
    """A number as symbols have it: ٦٠/٩٩ is 60/99, دإط-12/3 is ES-12/3."""
    series = next((s for s in SERIES_IN_ARABIC if number.startswith(s)), "")
    figures = "".join(str(int(c)) if c.isdecimal() else c for c in number.removeprefix(series))
    figures = figures.translate(_LOOKALIKES)
    if not series and (found := _OF_SESSION.fullmatch(figures)):
        session = whole_number(found["session"])
        counted = numerals.chinese(found["number"])
        figures = f"{counted or found['number']} ({roman(session)})" if session else figures
    return SERIES_IN_ARABIC.get(series, "") + figures


def whole_number(text: str) -> int:
    """The value of figures, also with what makes them an ordinal (1er, 1º), or of a Chinese numeral (一九六九); 0 where
    it is neither."""
    plain = text.strip().translate(_LOOKALIKES)
    counted = numerals.chinese(plain)
    return (int(re.sub(r"\D", "", plain) or 0)) if counted is None else counted


def roman(number: int) -> str:
    """A number below 400 in Roman figures."""
    out = ""
    for value, sign in _ROMAN:
        out += sign * (number // value)
        number %= value
    return out
