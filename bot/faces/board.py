"""A roll call as a picture: a tile for each voter, told apart by colour and by mark. PNG, sized for a telephone.

Every word comes from the caller, already in the reader's language; the counts are taken from the tiles.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from PIL import Image, ImageDraw

from bot.faces.drawing import (
    FAINT,
    FILL,
    INK,
    LONGEST_SIDES,
    ON_FILL,
    PAPER,
    RULE_COLOUR,
    Colour,
    Font,
    cut,
    drawn,
    drawn_words,
    fitted,
    mark_of,
    pen_of,
    rounded,
)
from bot.resolution import CAST, Vote


@dataclass(frozen=True, slots=True)
class Tile:
    """A voter on the board."""

    name: str
    code: str
    """ISO 3166-1 alpha-3."""
    vote: Vote
    latin: str = ""
    """The name to show where there is no font for the other."""


@dataclass(frozen=True, slots=True)
class Board:
    """What a board says."""

    title: str
    result: str
    """What came of the vote, in a sentence."""
    source: str
    headings: dict[Vote, str]
    """The name of each vote: the legend."""
    tiles: tuple[Tile, ...]
    """Every voter, in the record's order."""
    groups: tuple[tuple[str, tuple[Tile, ...]], ...] = ()
    """Names of groups and the voters in each; a voter of none of them comes after the last."""
    right_to_left: bool = False
    """Whether its words are written from right to left; the sheet then is, too, and its letters are shaped."""

    @property
    def letters(self) -> str:
        """Every character that stands on it, once."""
        said = [self.title, self.result, self.source, *self.headings.values(), *(name for name, _ in self.groups)]
        said += [text for tile in self.tiles for text in (tile.name, tile.code)]
        return "".join(sorted({c for text in said for c in text if c.isprintable() and not c.isspace()}))


def draw(board: Board, font: Font | None = None) -> bytes:
    """The board as a PNG that Telegram takes as a photo; the same bytes for the same board and font.

    font: from find_font(). Without one only Latin letters can be drawn: the tiles then have their Latin names, and of
    the other words those that cannot be drawn are left out, so the caller had better give them in English.
    Raises ValueError where there are more tiles than a photo holds (about 1,300).
    """
    sheet = next((s for s in (_Sheet(board, font, grid) for grid in _GRIDS[:-1]) if s.height <= 2 * s.grid.width), None)
    sheet = sheet or _Sheet(board, font, _GRIDS[-1])
    if sheet.grid.width + sheet.height > LONGEST_SIDES:
        raise ValueError(
            f"{len(board.tiles)} tiles make a picture of {sheet.grid.width} by {sheet.height}; expected "
            f"{LONGEST_SIDES} at most in all"
        )
    target = io.BytesIO()
    sheet.paint().save(target, "PNG", compress_level=3)
    return target.getvalue()


# --- the sheet --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Grid:
    """How the tiles are laid out, in pixels."""

    width: int
    columns: int
    tile_height: int
    gap: int


# From few, large tiles to many, small ones; the first whose picture is no more than twice as high as wide is taken,
# because Telegram reduces what is higher than 1,280 or 2,560 pixels.
_GRIDS = (
    _Grid(1080, 4, 100, 12),
    _Grid(1080, 5, 88, 10),
    _Grid(1080, 6, 80, 9),
    _Grid(1440, 9, 80, 9),
    _Grid(1440, 10, 72, 8),
    _Grid(2400, 16, 72, 8),
)

_Paint = Callable[[Image.Image, int], None]
_Block = tuple[int, _Paint]
"""A horizontal strip of the picture: its height, and what paints it onto an image from a given height down."""


class _Sheet:
    """A board laid out on a grid."""

    def __init__(self, board: Board, font: Font | None, grid: _Grid) -> None:
        self.board, self.font, self.grid = board, font, grid
        self.margin = self.px(44)
        self.inner = grid.width - 2 * self.margin

    def at(self, left: int, width: int, whole: int = 0) -> int:
        """Where something that wide begins: so far from the left, or as far from the right; whole: of what it stands
        in, 0 for the sheet."""
        return (whole or self.grid.width) - left - width if self.board.right_to_left else left

    def px(self, length: float) -> int:
        """A length of the head and the foot, given for a width of 1080."""
        return round(length * self.grid.width / 1080)

    @cached_property
    def blocks(self) -> list[_Block]:
        """All of the picture, from the top down."""
        return list(self._blocks())

    @property
    def height(self) -> int:
        """Of the picture."""
        return sum(height for height, _ in self.blocks)

    def paint(self) -> Image.Image:
        """The picture."""
        image = Image.new("RGB", (self.grid.width, self.height), PAPER)
        top = 0
        for height, paint in self.blocks:
            paint(image, top)
            top += height
        return image

    def _blocks(self) -> Iterator[_Block]:
        yield self._space(40)
        yield from self._text(self.board.title, (46, 32), 3, INK, bold=True, after=10)
        yield from self._text(self.board.result, (30, 24), 3, FAINT, after=26)
        if self.board.tiles:
            yield self._tally()
            yield self._space(18)
            yield self._bar()
            yield self._space(30)
        for name, tiles in self._sections():
            if name:
                yield self._heading(name, tiles)
            yield self._tiles(tiles)
        yield self._rule()
        yield from self._text(self.board.source, (24, 20), 3, FAINT)
        yield self._space(32)

    def _sections(self) -> Iterator[tuple[str, tuple[Tile, ...]]]:
        """The tiles by group, then those of no group."""
        yield from ((name, tiles) for name, tiles in self.board.groups if tiles)
        grouped = {tile.code for _, tiles in self.board.groups for tile in tiles}
        if rest := tuple(tile for tile in self.board.tiles if tile.code not in grouped):
            yield "", rest

    def _space(self, height: float) -> _Block:
        return self.px(height), lambda image, top: None

    def _text(
        self, text: str, sizes: tuple[int, int], lines: int, colour: Colour, *, bold: bool = False, after: float = 0
    ) -> Iterator[_Block]:
        text = drawn_words(self.font, text)
        if not text:
            return
        largest, least = (self.px(size) for size in sizes)
        room = lines * pen_of(self.font, largest, bold).line
        pen, written = fitted(self.font, text, (self.inner, room), (largest, least), bold)

        def paint(image: Image.Image, top: int) -> None:
            for i, line in enumerate(written):
                pen.write(image, (self.at(self.margin, pen.width(line)), top + i * pen.line), line, colour)

        yield len(written) * pen.line + self.px(after), paint

    # --- the tally: counts, and the legend at once

    def _counts(self, tiles: Sequence[Tile]) -> list[tuple[Vote, int]]:
        """How many there are of each vote that can be cast, and of any other there is."""
        counts = Counter(tile.vote for tile in tiles)
        return [(vote, counts[vote]) for vote in Vote if counts[vote] or vote in CAST]

    def _tally(self) -> _Block:
        counts = self._counts(self.board.tiles)
        side, gap = self.px(84), self.px(16)
        number, label = pen_of(self.font, self.px(50), bold=True), pen_of(self.font, self.px(27))
        headings = [drawn_words(self.font, self.board.headings.get(vote, "")) for vote, _ in counts]
        needed = [
            side + gap + max(number.width(str(n)), label.width(h)) for (_, n), h in zip(counts, headings, strict=True)
        ]
        columns = self._columns(needed)

        def paint(image: Image.Image, top: int) -> None:
            left = self.margin
            for (vote, count), heading, column in zip(counts, headings, columns, strict=True):
                self._badge(image, (self.at(left, side), top), side, vote)
                x, room = left + side + gap, column - side - 2 * gap
                figures = cut(number, str(count), room)
                number.write(image, (self.at(x, number.width(figures)), top - self.px(6)), figures, INK)
                pen, lines = fitted(self.font, heading, (room, 1), (label.size, self.px(18)), False)
                pen.write(
                    image,
                    (self.at(x, pen.width(lines[0])), top + side + self.px(3) - (label.line + pen.line) // 2),
                    lines[0],
                    INK,
                )
                left += column

        return side, paint

    def _columns(self, needed: list[int]) -> list[int]:
        """How wide each entry of the tally is: all the same, unless one needs more and others can give it."""
        gap = self.px(16)
        even = [self.inner // len(needed)] * len(needed)
        spare = self.inner + gap - sum(needed) - gap * len(needed)
        if max(needed) + gap <= even[0] or spare < 0:
            return even
        # The last one's gap is in the margin.
        return [width + gap + spare // len(needed) for width in needed]

    def _badge(self, image: Image.Image, at: tuple[int, int], side: int, vote: Vote) -> None:
        """A square of a vote's colour with its mark."""
        image.paste(FILL[vote], at, rounded(side, side, side // 5))
        mark = mark_of(vote, round(side * 0.6))
        image.paste(ON_FILL[vote], (at[0] + (side - mark.width) // 2, at[1] + (side - mark.height) // 2), mark)

    def _bar(self) -> _Block:
        """The shares of the votes."""
        height = self.px(18)

        def paint(image: Image.Image, top: int) -> None:
            strip = Image.new("RGB", (self.inner, height), PAPER)
            before, total = 0, len(self.board.tiles)
            for vote, count in self._counts(self.board.tiles):
                start, end = (round(self.inner * n / total) for n in (before, before + count))
                if count:
                    first = min(start + (self.px(3) if before else 0), end - 1)
                    left = self.at(first, end - first, self.inner)
                    strip.paste(FILL[vote], (left, 0, left + end - first, height))
                before += count
            image.paste(strip, (self.margin, top), rounded(self.inner, height, height // 2))

        return height, paint

    # --- the tiles

    def _heading(self, name: str, tiles: Sequence[Tile]) -> _Block:
        """The name of a group, with its own tally at the right."""
        above, height = self.px(10), self.px(58)
        number, side = pen_of(self.font, self.px(26), bold=True), self.px(22)
        counts = [(vote, str(count)) for vote, count in self._counts(tiles) if count]

        def paint(image: Image.Image, top: int) -> None:
            top += above
            x = self.margin + self.inner
            for vote, count in reversed(counts):
                x -= number.width(count)
                number.write(image, (self.at(x, number.width(count)), top + (height - number.line) // 2), count, INK)
                x -= side + self.px(14)
                self._badge(
                    image,
                    (self.at(x, side + self.px(6)), top + (height - side - self.px(6)) // 2),
                    side + self.px(6),
                    vote,
                )
                x -= self.px(22)
            pen, lines = fitted(
                self.font, drawn_words(self.font, name), (x - self.margin, 1), (self.px(32), self.px(24)), True
            )
            pen.write(image, (self.at(self.margin, pen.width(lines[0])), top + (height - pen.line) // 2), lines[0], INK)

        return above + height, paint

    def _tiles(self, tiles: Sequence[Tile]) -> _Block:
        grid = self.grid
        rows = -(-len(tiles) // grid.columns)

        def paint(image: Image.Image, top: int) -> None:
            for i, tile in enumerate(tiles):
                row, column = divmod(i, grid.columns)
                left, right = (self.margin + (self.inner + grid.gap) * c // grid.columns for c in (column, column + 1))
                width = right - left - grid.gap
                image.paste(self._tile(tile, width), (self.at(left, width), top + row * (grid.tile_height + grid.gap)))

        return rows * (grid.tile_height + grid.gap), paint

    def _tile(self, tile: Tile, width: int) -> Image.Image:
        """A tile: code and mark above, the name below."""
        height = self.grid.tile_height
        picture = Image.new("RGB", (width, height), PAPER)
        picture.paste(FILL[tile.vote], (0, 0), rounded(width, height, height // 9))
        colour = ON_FILL[tile.vote]
        edge, pad = height // 9, height // 12
        code, side = pen_of(self.font, round(height * 0.22)), round(height * 0.26)
        picture.paste(
            colour, (self.at(width - edge - side, side, width), pad + (code.line - side) // 2), mark_of(tile.vote, side)
        )
        written = cut(code, drawn_words(self.font, tile.code), width - 2 * edge - side - pad)
        code.write(picture, (self.at(edge, code.width(written), width), pad), written, colour)
        below = pad + code.line + height // 32
        room = height - below - pad // 2
        name = drawn(self.font, tile.name) or drawn(self.font, tile.latin) or drawn_words(self.font, tile.code)
        pen, lines = fitted(
            self.font, name, (width - 2 * edge, round(0.92 * room)), (round(height * 0.36), round(height * 0.18)), True
        )
        y = below + (room - len(lines) * pen.line) // 2
        for i, line in enumerate(lines):
            pen.write(picture, (self.at(edge, pen.width(line), width), y + i * pen.line), line, colour)
        return picture

    def _rule(self) -> _Block:
        """A line between the tiles and the source."""

        def paint(image: Image.Image, top: int) -> None:
            y = top + self.px(16)
            ImageDraw.Draw(image).rectangle(
                (self.margin, y, self.margin + self.inner - 1, y + self.px(2) - 1), RULE_COLOUR
            )

        return self.px(34), paint
