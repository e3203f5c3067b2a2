"""The years, months and days that a message names: 2023年, 2024年3月15日, in October 2024, 2023-24.

Names of months are those of CLDR, for Arabic of each of the usages that name them differently.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from babel import Locale
from babel.dates import get_month_names

from bot.language import numerals
from bot.language.normal import normal

_LOCALES = ("en", "fr", "es", "ru", "ar", "ar_SY", "ar_MA", "ar_DZ", "ar_MR")
_YEAR = r"(?<![\d/])(?P<year>(?:19|20)\d\d)(?!\d)"
_CHINESE_YEAR = rf"(?P<year>[{numerals.DIGITS}]{{4}}|(?<!\d)(?:19|20)?\d\d) ?年"
_DAY = r"(?<![\d/-])(?P<day>\d{1,2})(?!\d)(?:-?[^\W\d_]{1,3}|º)?"
_SMALL = r"(?:[.,]| [^\W\d_]{2,3}\b)?"
"""What may stand between the parts of a date: a comma, or a short word such as of, de, del."""
_IN_DATES = ("19", "20", "年")
"""Every date has a year, which has one of these."""
_LAST_MONTH = 12
_MONTH = "月"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From one day to another, both of them in it."""

    first: date
    last: date

    @classmethod
    def of(cls, year: int, month: int = 0, day: int = 0) -> Period:
        """A year, a month or a day; a ValueError where there is none such."""
        if day:
            return cls(date(year, month, day), date(year, month, day))
        first = date(year, month or 1, 1)
        return cls(first, date(year, month or _LAST_MONTH, monthrange(year, month or _LAST_MONTH)[1]))

    @property
    def year(self) -> int | None:
        """The year that it is; None where it is not one whole year."""
        return self.first.year if self == Period.of(self.first.year) else None

    def has(self, day: date) -> bool:
        """Whether a day is in it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Dated:
    """Where a text in normal form names a period."""

    start: int
    end: int
    period: Period


@cache
def _months() -> dict[str, int]:
    """The months by their names in normal form, long and short."""
    named = {
        normal(str(name)).rstrip("."): number
        for locale in map(Locale.parse, _LOCALES)
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, locale).items()
    }
    # В ноябре: CLDR has the genitive of Russian months, and not the prepositional, which ends otherwise.
    genitives = get_month_names("wide", "format", Locale.parse("ru")).items()
    return named | {normal(name[:-1] + _PREPOSITIONAL): number for number, name in genitives}


_PREPOSITIONAL = "е"


def _value(text: str) -> int:
    """A number in figures or in Chinese; 0 where it is none."""
    return numerals.value(text) or 0


def _chinese(m: re.Match[str]) -> Period:
    """2024年, 二〇二四年三月, 24年3月15日, 93年."""
    year, month, day = m["year"], m["month"], m["day"]
    if not year.isdecimal():
        year = "".join(str(_value(digit)) for digit in year)
    number = int(year) if len(year) > len("24") else _century(int(year)) + int(year)
    return Period.of(number, _value(month) if month else 0, _value(day) if day else 0)


def _century(year: int) -> int:
    """The century of a year of two figures; ValueError for one between the last and the first: 40年 counts years."""
    if _LAST_YEAR < year < _FIRST_YEAR:
        raise ValueError(year)
    return _CENTURY if year <= _LAST_YEAR else _CENTURY - 100


_CENTURY, _LAST_YEAR, _FIRST_YEAR = 2000, 29, 45
"""The United Nations began in 1945."""


def _chinese_months(m: re.Match[str]) -> Period:
    """2024年3-7月: from the one to the other."""
    year, last = int(m["year"]), _value(m["last"])
    return Period(Period.of(year, _value(m["month"])).first, Period.of(year, last).last)


def _named(m: re.Match[str]) -> Period:
    """15 March 2024, march 15th, 2024, март 2024."""
    parts = m.groupdict()
    return Period.of(int(m["year"]), _months()[m["month"]], int(parts.get("day") or 0))


def _figures(m: re.Match[str]) -> Period:
    """2024-03-15, 15.03.2024; 03/25/2024 can only be the 25th of March."""
    month, day = int(m["month"]), int(m["day"])
    if month > _LAST_MONTH:
        month, day = day, month
    return Period.of(int(m["year"]), month, day)


def _years(m: re.Match[str]) -> Period:
    """2023-24: from the one to the other."""
    last = int(m["year"][:2] + m["last"])
    if last <= int(m["year"]):
        raise ValueError(m[0])
    return Period(Period.of(int(m["year"])).first, Period.of(last).last)


def _month_of(m: re.Match[str]) -> Period:
    """2024-03."""
    return Period.of(int(m["year"]), int(m["month"]))


@cache
def _forms() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Period]], ...]:
    """How dates are written, the longer forms first, each with what it means."""
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    # An Arabic preposition is a part of the word: لديسمبر.
    # Arabic texts of the United Nations print two names of a month: تموز/يوليه.
    month = rf"(?:(?<![^\W\d_])|(?<=[بلو]))(?P<month>{names})(?:/[^\W\d_]+)?(?![^\W\d_])"
    number = rf"\d{{1,2}}|[{numerals.CHINESE}]{{1,3}}"
    forms = (
        (rf"{_CHINESE_YEAR} ?(?P<month>{number}) ?{_MONTH}(?:份| ?(?P<day>{number}) ?[日号])?", _chinese),
        (rf"{_CHINESE_YEAR} ?(?P<month>{number}) ?{_MONTH}? ?[-~] ?(?P<last>{number}) ?{_MONTH}", _chinese_months),
        (rf"{_YEAR}([-./])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}})(?!\d)", _figures),
        (r"(?<![\d./-])(?P<day>\d{1,2})([-./])(?P<month>\d{1,2})\2(?P<year>(?:19|20)\d\d)(?!\d)", _figures),
        (rf"{_DAY}{_SMALL} {month}{_SMALL} {_YEAR}", _named),
        (rf"{month}{_SMALL} {_DAY}{_SMALL} {_YEAR}", _named),
        (rf"{month}{_SMALL} {_YEAR}", _named),
        (rf"{_YEAR},? {month}(?<=[^\W\d_]{{5}})", _named),
        (rf"{_YEAR} ?[-/] ?(?P<last>\d\d)(?![\d-])", _years),
        (rf"{_YEAR}-(?P<month>0[1-9]|1[0-2])(?![\d-])", _month_of),
        (_CHINESE_YEAR + "(?P<month>)(?P<day>)", _chinese),
        (r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)", lambda m: Period.of(int(m["year"]))),
    )
    return tuple((re.compile(pattern), read) for pattern, read in forms)


def _found(norm: str) -> Iterator[Dated]:
    for pattern, read in _forms():
        for m in pattern.finditer(norm):
            try:
                yield Dated(*m.span(), read(m))
            except ValueError:
                # 2024年13月 names no month: shorter forms may fit.
                continue


_LONG = 4
"""Letters of the shortest name of a month that is taken for one by itself: mar and may are words as well."""


@lru_cache(maxsize=256)
def months(norm: str) -> tuple[tuple[int, int, int], ...]:
    """(start, end, number) of the months that a text names without a year beside them: 6月, in June."""
    taken = [(d.start, d.end) for d in dates(norm)]
    chinese = re.finditer(rf"(?<![\d{numerals.CHINESE}])(\d{{1,2}}|[{numerals.CHINESE}]{{1,3}}){_MONTH}", norm)
    found = [(*m.span(), _value(m[1])) for m in chinese]
    words = re.finditer(rf"[^\W\d_]{{{_LONG},}}", norm)
    found += [(*m.span(), _months()[m[0]]) for m in words if m[0] in _months()]
    free = (x for x in found if 0 < x[2] <= _LAST_MONTH and not any(a < x[1] and x[0] < b for a, b in taken))
    return tuple(sorted(free))


@lru_cache(maxsize=256)
def dates(norm: str) -> tuple[Dated, ...]:
    """The dates in a text in normal form, from left to right; where two forms fit, the longer one."""
    if not any(sign in norm for sign in _IN_DATES):
        # Names of months are not loaded before they are looked for.
        return ()
    kept: list[Dated] = []
    for each in sorted(_found(norm), key=lambda d: d.start - d.end):
        if not any(each.start < other.end and other.start < each.end for other in kept):
            kept.append(each)
    return tuple(sorted(kept, key=lambda d: d.start))
