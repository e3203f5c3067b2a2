"""When the resolutions were adopted that a message means: in 2023, from 2020 to 2022, since March 2024, before 2010."""

from __future__ import annotations

from datetime import date, timedelta

from bot.language.cues import Cue
from bot.language.dates import Dated, Period, dates, months
from bot.language.kept import once
from bot.language.normal import BLANK, blank, is_chinese
from bot.language.shapes import Shape
from bot.question.reading import Reading
from bot.resolution import Span

_SIGNS = frozenset(f" ,-~()'’{BLANK}")


def without_documents(r: Reading) -> str:
    """The message without the documents it names, whose symbols may hold years."""
    return blank(r.text.norm, [(d.start, d.end) for d in r.documents]).replace(BLANK, " ")


@once
def dated(r: Reading) -> tuple[Dated, ...]:
    """The years, months and days that a message names, outside the symbols in it; of 6月到10月 in one year, both
    months."""
    norm = without_documents(r)
    found = [x for x in dates(norm) if not _counts_years(r, x)]
    of_month = [x for x in found if x.period == Period.of(x.period.first.year, x.period.first.month)]
    others = []
    for start, end, month in months(norm) if of_month else ():
        year = next((x.period.first.year for x in of_month if not _apart(r, (start, end), (x.start, x.end))), None)
        if year is not None:
            others.append(Dated(start, end, Period.of(year, month)))
    return tuple(sorted((*(_part_of(r, x) for x in found), *others), key=lambda d: d.start))


def _counts_years(r: Reading, each: Dated) -> bool:
    """Whether what looks like a year of two figures is so many years: 近20年, 20年来."""
    figures = [c for c in r.text.norm[each.start : each.end] if c.isdecimal()]
    beside = any(end == each.start for _, end in r.spans_of(Shape.PAST)) or any(
        start < each.end < end for start, end in r.spans_of(Shape.MANY_YEARS)
    )
    return len(figures) == len("24") and beside


_PARTS = {
    Shape.FIRST_HALF: (1, 6), Shape.SECOND_HALF: (7, 12), Shape.FIRST_QUARTER: (1, 3), Shape.SECOND_QUARTER: (4, 6),
    Shape.THIRD_QUARTER: (7, 9), Shape.FOURTH_QUARTER: (10, 12),
}  # fmt: skip
"""The first and the last month of each part of a year."""


def _part_of(r: Reading, each: Dated) -> Dated:
    """A year with the word for a part of it that stands beside it, 2023年下半年, the first half of 2021; else as it
    is."""
    parts = ((x, months) for shape, months in _PARTS.items() for x in r.spans_of(shape)) if each.period.year else ()
    for (a, b), (first, last) in parts:
        (_, end), (start, _) = sorted(((a, b), (each.start, each.end)))
        if not _said(r, end, start, Cue.FILLER, Cue.OF_THOSE):
            year = each.period.first.year
            period = Period(Period.of(year, first).first, Period.of(year, last).last)
            return Dated(min(a, each.start), max(b, each.end), period)
    return each


def _apart(r: Reading, one: Span, other: Span) -> bool:
    """Whether anything stands between two places that does not join them."""
    (_, end), (start, _) = sorted((one, other))
    return _said(r, end, start, *_JOINS)


def not_dated(r: Reading) -> Span | None:
    """Where a message names a time that is no date: 去年, in the first quarter, a month of which it says no year; None
    where it names none."""
    known = [(d.start, d.end) for d in dated(r)]
    bare = [(a, b) for a, b, _ in months(without_documents(r)) if not any(x < b and a < y for x, y in known)]
    taken = [*known, *((m.start, m.end) for m in r.mentions)]
    words = [*r.spans_of(Shape.VAGUE_TIME, *_PARTS), *counted_back(r)]
    vague = (x for x in words if not any(a < x[1] and x[0] < b for a, b in taken))
    return next(iter([*vague, *bare]), None)


def without_year(r: Reading) -> tuple[tuple[int, int, int, int], ...]:
    """(start, end, month, day) of the months that a message names without a year, and the day beside each, 0 for none:
    4月3日, on 3 April, el 3 de abril."""
    numbers = [x for x in r.library.lexicon.references.numbers(r.text.norm) if 0 < x[2] <= _LAST_DAY]
    found = []
    for start, end, month in months(without_documents(r)):
        beside = [x for x in numbers if x[0] in (end, end + 1) or 0 < start - x[1] <= _BEFORE_MONTH]
        at, until, day = next(iter(beside), (start, end, 0))
        found.append((min(start, at), max(end, until), month, day))
    return tuple(found)


_LAST_DAY = 31
_BEFORE_MONTH = 6
"""Characters that may stand between the figures of a day and the name of its month: 3rd of April."""


def counted_back(r: Reading) -> list[Span]:
    """Where so many months or sessions are said to be the last ones, 最近三个月, the last two sessions: no day is."""
    norm, found = r.text.norm, []
    for start, end, _ in r.library.lexicon.references.numbers(norm):
        for a, b in r.spans_of(Shape.LATEST, Shape.PAST):
            (_, before), (behind, _) = sorted(((a, b), (start, end)))
            unit = unit_behind(max(b, end), r) if not norm[before:behind].strip() else None
            found += [(min(a, start), unit[1])] if unit else []
    return found


def unit_behind(at: int, r: Reading) -> Span | None:
    """Where what a number counts stands right behind a place, if it is years, months or sessions."""
    begins = (at, r.skipped(at, ()), r.skipped(at, (Cue.FILLER,)))
    return next((x for x in r.spans_of(Shape.YEARS, Shape.TIME_UNITS) if x[0] in begins), None)


def _said(r: Reading, start: int, end: int, *words: Cue | Shape) -> bool:
    """Whether anything stands between two places but signs and such words."""
    known = [(a - start, b - start) for a, b in r.spans_of(*words) if start <= a and b <= end]
    return bool(set(blank(r.text.norm[start:end], known)) - _SIGNS)


_JOINS = (Shape.UNTIL, Shape.TO_DATE, Cue.JOIN, Cue.OF_THOSE)


@once
def spans(r: Reading) -> tuple[Span, ...]:
    """Where they stand, with the words that say from when or until when."""
    beside = [word for each in dated(r) for word in _beside(r, each, *_BESIDE)]
    return (*((each.start, each.end) for each in dated(r)), *beside)


_BESIDE = (Shape.SINCE, Shape.AFTER_DATE, Shape.BEFORE_DATE, Shape.UNTIL, Shape.BETWEEN_DATES)


@once
def periods(r: Reading) -> tuple[Period, ...]:
    """The periods that a message names, in their order; none where it names no time."""
    return _periods(r, ends=False)


def ends_of_periods(r: Reading) -> tuple[Period, ...]:
    """The same; of those between two dates the first and the last one by themselves, which are compared."""
    return _periods(r, ends=True)


def _periods(r: Reading, *, ends: bool) -> tuple[Period, ...]:
    found = dated(r)
    meant: list[Period] = []
    at = 0
    while at < len(found):
        first, last = found[at], found[at + 1] if at + 1 < len(found) else None
        if last and first.period.first <= last.period.last and _to(r, first, last):
            between = Period(first.period.first, last.period.last)
            meant += [first.period, last.period] if ends else [between]
            at += 1
        else:
            meant.append(_open(r, first))
        at += 1
    return tuple(sorted(set(meant)))


def _to(r: Reading, first: Dated, last: Dated) -> bool:
    """Whether what stands between two dates says that all between them is meant."""
    until = any(first.end <= a and b <= last.start for a, b in r.spans_of(Shape.UNTIL, Shape.TO_DATE))
    signs = set(r.text.norm[first.end : last.start]) & set("-~")
    joined = not _said(r, first.end, last.start, Shape.UNTIL, Shape.TO_DATE) and bool(until or signs)
    # 2021年和2025年之间.
    behind = (a for a, _ in _beside(r, last, Shape.BETWEEN_DATES) if a >= last.end)
    return joined or bool(_beside(r, first, Shape.BETWEEN_DATES)) or any(behind)


def _open(r: Reading, each: Dated) -> Period:
    """A date, with all before or after it where a word beside it says so."""
    period = each.period
    if _beside(r, each, Shape.SINCE):
        return Period(period.first, date.max)
    if _beside(r, each, Shape.AFTER_DATE):
        return Period(period.last + timedelta(days=1), date.max)
    if _beside(r, each, Shape.BEFORE_DATE):
        return Period(date.min, period.first - timedelta(days=1))
    return Period(date.min, period.last) if _beside(r, each, Shape.UNTIL) else period


def _beside(r: Reading, each: Dated, *shapes: Shape) -> list[Span]:
    """Where such words stand right before a date, behind it in Chinese, or have it in them."""
    found = []
    # A favor en 2025: the first word is part of a vote.
    of_votes = [(a, b) for a, b, _ in r.vote_words]
    # En 2025, au droit: but in Chinese such words are prepositions.
    # По сравнению с 2023 годом, back to 2025, got through in October, 2023年以不到25票,
    # 2023年得到印度支持的: these set no beginning and no end.
    wider = r.spans_of(Cue.COMPARE, Shape.GO_BACK, Shape.ADOPTED, Shape.FEWER, Shape.IN_PASSIVE)
    beside = (x for x in r.spans_of(*shapes) if not any(a <= x[0] and x[1] <= b for a, b in wider))
    words = ((a, b) for a, b in beside if a < each.end or is_chinese(r.text.norm[a]))
    for a, b in words:
        (_, end), (start, _) = sorted(((a, b), (each.start, each.end)))
        of_a_vote = any(x <= a and b <= y for x, y in of_votes)
        if not of_a_vote and not _said(r, end, start, Cue.FILLER):
            found.append((a, b))
    return found
