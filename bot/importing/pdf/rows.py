"""The letters of a page → rows: what stands on one baseline, with the figures that are raised in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.importing.pdf.letters import Letter

SMALL = 0.8
"""Times the size of what stands beside it: a raised figure is no larger. In official PDFs it has 0.65 of it."""
LIFTED = 0.1
"""In ems: a raised figure stands at least this much above the baseline. In official PDFs it is 0.35."""
_LEVEL = 0.15
"""In ems: what differs less in its baseline stands on the same one."""
_GUTTER = 1.5
"""In ems: as wide is the white space between two columns at least. A justified line has at most about one between two
words."""
_COLUMN_ROWS = 3
"""As many rows one beside the other make two columns, where each side is as wide as a column."""
_COLUMN = 9.0
"""In ems: as wide is a column of text at least, in half of its rows. Labels, names of States and the parts of a
masthead are narrower."""
_BREAK = 1.9
"""In ems: where more white space is above a row that stands to one side alone, the columns have ended."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """What stands on one baseline."""

    page: int
    letters: tuple[Letter, ...]
    """From left to right."""
    base: float
    size: float
    """That most of it has."""
    words: tuple[Letter, ...]
    """Those of its letters that are no white space."""
    left: float
    """Where its text begins."""
    right: float
    """Where its text ends."""
    column: int = 0
    """Which column of its page it stands in, from 1; 0 where it goes across the page."""


def usual(values: Iterable[float]) -> float:
    """The value that most have, to a tenth."""
    counts = Counter(round(value, 1) for value in values)
    return counts.most_common(1)[0][0] if counts else 1.0


def rows_of(page: int, letters: Iterable[Letter]) -> list[PageRow]:
    """The rows of a page in the order in which they are read: from the top, the left column before the right one."""
    rows = _rows(page, letters)
    out: list[PageRow] = []
    at = 0
    while at < len(rows):
        end, gutter = _columns(rows, at)
        if gutter is None:
            out.append(rows[at])
            at += 1
            continue
        out += (*_side(rows[at:end], gutter, 1), *_side(rows[at:end], gutter, 2))
        at = end
    return out


def _rows(page: int, letters: Iterable[Letter]) -> list[PageRow]:
    heaps: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda each: -each.base):
        if heaps and heaps[-1][0].base - letter.base <= _LEVEL * letter.size:
            heaps[-1].append(letter)
        else:
            heaps.append([letter])
    rows = [_row(page, heap) for heap in heaps if any(not letter.blank for letter in heap)]
    at = 0
    while at < len(rows):
        near = [i for i in (at + 1, at + 2, at - 1, at - 2) if 0 <= i < len(rows) and _belongs(rows[at], rows[i])]
        if near:
            rows[near[0]] = _row(page, [*rows[near[0]].letters, *rows[at].letters], rows[near[0]])
            del rows[at]
        else:
            at += 1
    return rows


def _row(page: int, letters: Iterable[Letter], as_in: PageRow | None = None, column: int = 0) -> PageRow:
    """A row of letters, of which one at least is no white space."""
    ordered = tuple(sorted(letters, key=lambda letter: letter.x0))
    words = tuple(letter for letter in ordered if not letter.blank)
    left, right = words[0].x0, max(letter.x1 for letter in words)
    if as_in:
        return PageRow(page, ordered, as_in.base, as_in.size, words, left, right, column)
    # A letter that is much larger than the others (an initial) does not say where the row stands.
    size = usual(letter.size for letter in words)
    base = next(letter.base for letter in words if round(letter.size, 1) == size)
    return PageRow(page, ordered, base, size, words, left, right, column)


def without(row: PageRow, gone: Iterable[Letter]) -> PageRow | None:
    """A row without some of its letters; None where nothing but white space is left."""
    drop = {id(letter) for letter in gone}
    kept = [letter for letter in row.letters if id(letter) not in drop]
    return _row(row.page, kept, row, row.column) if any(not letter.blank for letter in kept) else None


def _belongs(part: PageRow, row: PageRow) -> bool:
    """Whether a row of small letters is raised or lowered in another, or a few letters stand at nearly the same height
    as the others."""
    above = (part.base - row.base) / row.size
    raised = part.size <= SMALL * row.size and (LIFTED < above < 0.7 or -0.4 < above < 0)
    level = abs(above) < 0.3 and len(part.words) <= 2 and part.size > SMALL * row.size
    return len(part.words) < len(row.words) and (raised or level) and _fits(part, row)


def _fits(part: PageRow, row: PageRow) -> bool:
    """Whether there is room in a row, or at its ends, for what stands above it."""
    size, words = row.size, row.words
    left, right = part.left, part.right
    if any(letter.x0 < right - 0.15 * size and left + 0.15 * size < letter.x1 for letter in words):
        return False
    behind = min((left - letter.x1 for letter in words if letter.x1 <= left + 0.15 * size), default=99 * size)
    ahead = min((letter.x0 - right for letter in words if letter.x0 >= right - 0.15 * size), default=99 * size)
    return behind < 0.6 * size or ahead < (3 * size if behind > 9 * size else 1.5 * size)


# --- columns -----------------------------------------------------------------------------------------


def _columns(rows: list[PageRow], at: int) -> tuple[int, float | None]:
    """How far two columns go that begin with that row, and where the white space between them is; None where there are
    none."""
    best: tuple[int, float | None] = (at, None)
    for low, high in (*_gaps(rows[at]), *_beside(rows[at : at + 2])):
        end = at + 1
        while (
            end < len(rows)
            and not _ends(rows[end - 1], rows[end], low)
            and (narrowed := _narrowed(rows[end], low, high))
        ):
            low, high = narrowed
            end += 1
        if end - at >= _COLUMN_ROWS and end > best[0] and _are_columns(rows[at:end], (low + high) / 2):
            best = end, (low + high) / 2
    return best


def _gaps(row: PageRow) -> Iterator[tuple[float, float]]:
    """The wide white spaces in a row."""
    right = row.words[0].x1
    for letter in row.words[1:]:
        if letter.x0 - right > _GUTTER * row.size:
            yield right, letter.x0
        right = max(right, letter.x1)


def _beside(rows: list[PageRow]) -> Iterator[tuple[float, float]]:
    """The white space between two rows of which one stands to the side of the other."""
    for one, other in (rows, rows[::-1]) if len(rows) == 2 else ():
        if other.left - one.right > _GUTTER * one.size:
            yield one.right, other.left


def _ends(last: PageRow, row: PageRow, gutter: float) -> bool:
    """Whether columns have ended above a row: it stands below white space, and not on both sides."""
    one_sided = row.right <= gutter or row.left > gutter
    return one_sided and last.base - row.base > _BREAK * row.size


def _narrowed(row: PageRow, low: float, high: float) -> tuple[float, float] | None:
    """What is left of a white space below which a row stands; None where it goes across."""
    for left, right in ((-float("inf"), row.left), *_gaps(row), (row.right, float("inf"))):
        left, right = max(left, low), min(right, high)
        if right - left > _GUTTER * row.size:
            return left, right
    return None


def _are_columns(rows: list[PageRow], gutter: float) -> bool:
    """Whether what stands to both sides of a white space is text in columns."""
    sides = [_side(rows, gutter, column) for column in (1, 2)]
    wide = [sum(part.right - part.left > _COLUMN * part.size for part in side) for side in sides]
    return all(len(side) >= _COLUMN_ROWS and 2 * count >= len(side) for side, count in zip(sides, wide, strict=True))


def _side(rows: list[PageRow], gutter: float, column: int) -> list[PageRow]:
    """The rows of the left column, 1, or the right one, 2."""
    halves = ([letter for letter in row.letters if (letter.x0 > gutter) == (column == 2)] for row in rows)
    return [_row(rows[0].page, half, column=column) for half in halves if any(not letter.blank for letter in half)]
