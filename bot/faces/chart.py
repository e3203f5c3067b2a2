"""Counts as a picture, in the style of the board: stacked bars of votes, or a matrix of agreement. PNG, sized for a
telephone.

Every word comes from the caller, already in the reader's language.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from PIL import Image, ImageDraw

from bot.faces.drawing import (
    FAINT,
    FILL,
    INK,
    ON_FILL,
    PAPER,
    RULE_COLOUR,
    Colour,
    Font,
    drawn_words,
    fitted,
    mark_of,
    pen_of,
    rounded,
)
from bot.resolution import Vote

WIDTH = 1080
MARGIN = 44
MOST_BARS = 40
"""Bars of one picture: with more it is more than twice as high as wide, and Telegram makes it smaller."""
MOST_IN_MATRIX = 12
"""States of one matrix: with more its cells have no room for a percentage."""
_BAR, _GAP = 44, 10
_LABEL = 0.27
"""Of the width within the margins, what the names of bars, or of the rows of a matrix, take."""
_LARGEST_LABEL = 28
_COUNTS = (24, 20, 16)
"""The sizes of the count on a part of a bar: the largest one for which there is room, or none."""

LIGHT = 0.68
"""The share of agreement from which what stands on a cell is white: there white and black ink have a contrast of 4.1
with it, and on either side the one that is used has more."""

Paint = Callable[[Image.Image, int], None]
_Block = tuple[int, Paint]


@dataclass(frozen=True, slots=True)
class Bar:
    """How often each vote was cast."""

    label: str
    figures: tuple[tuple[Vote, int], ...]

    @property
    def total(self) -> int:
        """Of all votes."""
        return sum(count for _, count in self.figures)


@dataclass(frozen=True, slots=True)
class Cell:
    """How often two states voted the same; nothing of a state and itself."""

    same: int
    of: int


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart says: bars or a matrix."""

    title: str
    note: str
    """What was counted."""
    source: str
    headings: tuple[tuple[Vote, str], ...] = ()
    """The name of each vote: the legend of the bars."""
    bars: tuple[Bar, ...] = ()
    names: tuple[str, ...] = ()
    """Of the rows, and columns, of the matrix."""
    cells: tuple[tuple[Cell | None, ...], ...] = ()
    """By row, in the order of the names."""
    right_to_left: bool = False

    @property
    def letters(self) -> str:
        """Every character that stands on it, once."""
        said = [
            self.title,
            self.note,
            self.source,
            *(name for _, name in self.headings),
            *(bar.label for bar in self.bars),
            *self.names,
            "0123456789%–",
        ]
        return "".join(sorted({c for text in said for c in text if c.isprintable() and not c.isspace()}))


def draw_chart(chart: Chart, font: Font | None = None) -> bytes:
    """The chart as a PNG; the same bytes for the same chart and font.

    font: as for the board. ValueError where there are more than MOST_BARS bars or MOST_IN_MATRIX states.
    """
    if len(chart.bars) > MOST_BARS:
        raise ValueError(f"{len(chart.bars)} bars; expected {MOST_BARS} at most")
    if len(chart.names) > MOST_IN_MATRIX:
        raise ValueError(f"{len(chart.names)} states; expected {MOST_IN_MATRIX} at most")
    target = io.BytesIO()
    _Sheet(chart, font).paint().save(target, "PNG", compress_level=3)
    return target.getvalue()


class _Sheet:
    """A chart laid out from the top down."""

    def __init__(self, chart: Chart, font: Font | None) -> None:
        self.chart, self.font = chart, font
        self.inner = WIDTH - 2 * MARGIN
        self.label = round(self.inner * _LABEL)
        if chart.bars:
            # Years take less than the names of groups do.
            pen = pen_of(font, _LARGEST_LABEL)
            self.label = min(self.label, max(pen.width(drawn_words(font, bar.label)) for bar in chart.bars) + 8)

    @cached_property
    def blocks(self) -> list[_Block]:
        """All of the picture."""
        return list(self._blocks())

    def paint(self) -> Image.Image:
        """The picture."""
        image = Image.new("RGB", (WIDTH, sum(height for height, _ in self.blocks)), PAPER)
        top = 0
        for height, paint in self.blocks:
            paint(image, top)
            top += height
        return image

    def at(self, left: int, width: int) -> int:
        """Where something that wide begins: so far from the left, or from the right where that is where lines begin."""
        return WIDTH - left - width if self.chart.right_to_left else left

    def _blocks(self) -> Iterator[_Block]:
        yield _space(40)
        yield from self._text(self.chart.title, (46, 32), 3, INK, bold=True)
        yield _space(10)
        yield from self._text(self.chart.note, (30, 24), 3, FAINT)
        yield _space(26)
        if self.chart.bars:
            yield self._legend()
            yield _space(24)
            yield from map(self._bar, self.chart.bars)
        if self.chart.names:
            yield self._matrix()
        yield self._rule()
        yield from self._text(self.chart.source, (24, 20), 3, FAINT)
        yield _space(32)

    def _text(
        self, text: str, sizes: tuple[int, int], lines: int, colour: Colour, *, bold: bool = False
    ) -> Iterator[_Block]:
        text = drawn_words(self.font, text)
        if not text:
            return
        pen, written = fitted(
            self.font, text, (self.inner, lines * pen_of(self.font, sizes[0], bold).line), sizes, bold
        )

        def paint(image: Image.Image, top: int) -> None:
            for i, line in enumerate(written):
                pen.write(image, (self.at(MARGIN, pen.width(line)), top + i * pen.line), line, colour)

        yield len(written) * pen.line, paint

    def _legend(self) -> _Block:
        """The colour, the mark and the name of each vote."""
        side = 40
        pen = pen_of(self.font, 28)

        def paint(image: Image.Image, top: int) -> None:
            left = MARGIN
            for vote, name in self.chart.headings:
                x = self.at(left, side)
                image.paste(FILL[vote], (x, top), rounded(side, side, side // 5))
                mark = mark_of(vote, round(side * 0.6))
                image.paste(ON_FILL[vote], (x + (side - mark.width) // 2, top + (side - mark.height) // 2), mark)
                said = drawn_words(self.font, name)
                pen.write(image, (self.at(left + side + 12, pen.width(said)), top + (side - pen.line) // 2), said, INK)
                left += side + 12 + pen.width(said) + 44

        return side, paint

    def _bar(self, bar: Bar) -> _Block:
        """A bar as long as its total, with the count of each vote where there is room, and the total behind it."""
        longest = max(each.total for each in self.chart.bars) or 1
        pens = [pen_of(self.font, size, bold=True) for size in _COUNTS]
        behind = pen_of(self.font, 24)
        room = self.inner - self.label - 12 - behind.width(str(longest)) - 14

        def paint(image: Image.Image, top: int) -> None:
            sizes = (_LARGEST_LABEL, 16)
            pen, lines = fitted(self.font, drawn_words(self.font, bar.label), (self.label, _BAR), sizes, False)
            for i, line in enumerate(lines):
                pen.write(
                    image,
                    (self.at(MARGIN, pen.width(line)), top + (_BAR - len(lines) * pen.line) // 2 + i * pen.line),
                    line,
                    INK,
                )
            left, before = MARGIN + self.label + 12, 0
            for vote, count in bar.figures:
                start, end = (round(room * n / longest) for n in (before, before + count))
                before += count
                if end > start:
                    image.paste(
                        FILL[vote],
                        (
                            self.at(left + start, end - start),
                            top,
                            self.at(left + start, end - start) + end - start,
                            top + _BAR,
                        ),
                    )
                number = next((pen for pen in pens if pen.width(str(count)) + 6 <= end - start), None)
                if count and number:
                    x = self.at(left + start + (end - start - number.width(str(count))) // 2, number.width(str(count)))
                    number.write(image, (x, top + (_BAR - number.line) // 2), str(count), ON_FILL[vote])
            said = str(bar.total)
            x = left + round(room * bar.total / longest) + 14
            behind.write(image, (self.at(x, behind.width(said)), top + (_BAR - behind.line) // 2), said, FAINT)

        return _BAR + _GAP, paint

    def _matrix(self) -> _Block:
        """A square of cells: the deeper its colour, the more often the two voted the same."""
        count = len(self.chart.names)
        side = min((self.inner - self.label) // count, 150)
        left = MARGIN + self.label
        # All of one size: that of the name with the least room.
        size = min(self._size(name, (side - 12, side)) for name in self.chart.names)

        def paint(image: Image.Image, top: int) -> None:
            for i, name in enumerate(self.chart.names):
                self._name(image, name, (MARGIN, top + side + i * side), (self.label - 12, side - 6))
                self._heading(image, name, (left + i * side, top), side, size)
                for j, cell in enumerate(self.chart.cells[i]):
                    self._cell(image, cell, (left + j * side, top + side + i * side), side)

        return side * (count + 1) + 16, paint

    def _name(self, image: Image.Image, name: str, at: tuple[int, int], box: tuple[int, int]) -> None:
        pen, lines = fitted(self.font, drawn_words(self.font, name), box, (28, 14), False)
        top = at[1] + (box[1] - len(lines) * pen.line) // 2
        for i, line in enumerate(lines):
            pen.write(image, (self.at(at[0], pen.width(line)), top + i * pen.line), line, INK)

    def _size(self, name: str, box: tuple[int, int]) -> float:
        """The size at which a name goes into a box."""
        return fitted(self.font, drawn_words(self.font, name), box, (_LARGEST_LABEL, 14), False)[0].size

    def _heading(self, image: Image.Image, name: str, at: tuple[int, int], side: int, size: float) -> None:
        """The name of a column, in the middle above it."""
        box = (side - 12, side - 8)
        pen, lines = fitted(self.font, drawn_words(self.font, name), box, (size, 14), False)
        top = at[1] + side - 8 - len(lines) * pen.line
        left = self.at(at[0], side - 6)
        for i, line in enumerate(lines):
            pen.write(image, (left + (side - 6 - pen.width(line)) // 2, top + i * pen.line), line, INK)

    def _cell(self, image: Image.Image, cell: Cell | None, at: tuple[int, int], side: int) -> None:
        share = cell.same / cell.of if cell and cell.of else None
        colour = RULE_COLOUR if share is None else _between(PAPER, FILL[Vote.YES], share)
        size = side - 6
        left = self.at(at[0], size)
        image.paste(colour, (left, at[1]), rounded(size, size, size // 9))
        said = "–" if share is None else f"{share:.0%}"
        # One digit is written as large as two are.
        pen, _ = fitted(self.font, said.rjust(3, "8"), (size - 8, size // 2), (34, 14), True)
        ink = PAPER if share is not None and share > LIGHT else INK
        above = size // 2 - pen.line if cell and cell.of else (size - pen.line) // 2
        pen.write(image, (left + (size - pen.width(said)) // 2, at[1] + above), said, ink)
        if cell and cell.of:
            under, below = fitted(self.font, f"{cell.same}/{cell.of}", (size - 8, size // 3), (22, 12), False)
            under.write(image, (left + (size - under.width(below[0])) // 2, at[1] + size // 2 + 2), below[0], ink)

    def _rule(self) -> _Block:
        def paint(image: Image.Image, top: int) -> None:
            ImageDraw.Draw(image).rectangle((MARGIN, top + 16, WIDTH - MARGIN - 1, top + 17), RULE_COLOUR)

        return 34, paint


def _between(one: Colour, other: Colour, share: float) -> Colour:
    """A colour so far on the way from one to the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _space(height: int) -> _Block:
    return height, lambda image, top: None
