"""What a text says in figures, which is the same in every language: days, months, years, amounts, numbers of
resolutions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.language import numerals
from bot.language.dates import Dated, Period, dates
from bot.language.normal import blank

_NUMBER = re.compile(
    r"(?:(?<![a-z\d/.,-])|(?<=res/))(?:(?P<whole>\d{1,3}(?:[ ,.]\d{3})+|\d+(?:/\d+)?)|(?P<parted>\d+[.,]\d+))"
    r"(?![\d/-]|[.,]\d)"
)
"""10 000, 10,000, 10.000, 715, 0.7, 70/1, s/res/2334; the 19 of COVID-19 is none."""
_ARTICLE = re.compile(rf"第([{numerals.CHINESE}]+)条")
_BETWEEN_THOUSANDS = str.maketrans("", "", " ,.")
_TOLD = 2
"""The digits of a number that tells something, but for one of percents: paragraphs are numbered, and so are their
parts."""
_DASHES_OF_A_DAY = 2
_TELLING = 3
"""The digits of one that hardly any text has by chance."""


@lru_cache(maxsize=4096)
def figures(norm: str) -> frozenset[str]:
    """The figures of a text in normal form, each in a form of its own: 2004-07-09, 2004-07, 2004, 10000, 70/1; of a day
    its month and its year as well."""
    return frozenset(part for written in _written(norm) for part in (written, *_wider(written)))


def sought(norm: str) -> frozenset[str]:
    """The figures that a message in normal form names, as exactly as it does: of a day no month."""
    return frozenset(_written(norm))


def telling(figure: str) -> bool:
    """Whether a figure is so much of its own that what has it is what is sought by it: a day, 70/1, 715; no year."""
    of_its_own = "/" in figure or figure.count("-") == _DASHES_OF_A_DAY
    return of_its_own or (figure.isdecimal() and len(figure) >= _TELLING and not _is_year(figure))


def _written(norm: str) -> tuple[str, ...]:
    norm = _ARTICLE.sub(lambda m: f"{numerals.chinese(m[1]) or m[1]}条", norm)
    named = dates(norm)
    left = blank(norm, [(each.start, each.end) for each in named])
    return (*(part for each in named for part in _parts(each)), *_numbers(left))


def _numbers(norm: str) -> Iterator[str]:
    """The numbers that tell something."""
    for m in _NUMBER.finditer(norm):
        if m["parted"]:
            yield m["parted"].replace(",", ".")
        elif len(number := m["whole"].translate(_BETWEEN_THOUSANDS)) >= _TOLD or norm[m.end() :].lstrip()[:1] == "%":
            yield number


def _parts(each: Dated) -> Iterator[str]:
    """A day, a month or a year as one figure; of years from one to another, both."""
    first, last = each.period.first, each.period.last
    if first == last:
        yield first.isoformat()
    elif each.period == Period.of(first.year, first.month):
        yield f"{first:%Y-%m}"
    else:
        yield from dict.fromkeys((str(first.year), str(last.year)))


def _wider(figure: str) -> Iterator[str]:
    """Of a day its month and year, of a month its year."""
    pieces = figure.split("-")
    return ("-".join(pieces[:length]) for length in range(1, len(pieces)))


def _is_year(figure: str) -> bool:
    return len(figure) == len("2004") and figure.startswith(("19", "20"))
