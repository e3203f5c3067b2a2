"""A roll call as a picture: a tile for each voter, told apart by colour and by mark. PNG, sized for a telephone.

Every word comes from the caller, already in the reader's language; the counts are taken from the tiles.

The colours are those of the “high-contrast” scheme of Paul Tol, “Colour Schemes”, SRON/EPS/TN/09-002 (issue 3.2,
2021), made to be told apart by colour-blind people and in greyscale. Text on each of them has a contrast of 4.5 or more.
"""

from __future__ import annotations

import io
import os
import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, features

from bot.corpus.model import CAST, Vote
from bot.language.normal import is_chinese

Colour = tuple[int, int, int]

PAPER: Colour = (255, 255, 255)
INK: Colour = (26, 26, 26)
FAINT: Colour = (90, 90, 90)
RULE: Colour = (208, 208, 208)
FILL: dict[Vote, Colour] = {
    Vote.YES: (0, 68, 136), Vote.NO: (187, 85, 102), Vote.ABSTAIN: (221, 170, 51), Vote.NOT_VOTING: (149, 149, 149), Vote.ABSENT: (221, 221, 221),
}  # fmt: skip
"""The colour of each vote's tiles."""
ON_FILL: dict[Vote, Colour] = {Vote.YES: PAPER, Vote.NO: PAPER, Vote.ABSTAIN: INK, Vote.NOT_VOTING: INK, Vote.ABSENT: INK}
"""The colour of what stands on them."""

LONGEST_SIDES = 10_000
"""Width and height together of a photo that Telegram takes; neither side may be more than 20 times the other."""
SMOOTH = 4
"""Shapes are drawn this many times larger, then reduced, so that their edges are smooth."""
LINE = 1.22
"""Height of a line, in sizes of its font."""
STEP = 0.96
"""By how much text that does not fit is made smaller at a time."""
LONGEST_TEXT = 1000
"""Characters of a text that are looked at; no place on a board has room for as many."""

_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_OPENING, _CLOSING = "（《〈「『【“‘", "），。、；：！？》〉」』】”’…"
# What is not broken between lines: a few characters in brackets; a Chinese character with its punctuation; a Latin word,
# or its part up to a hyphen; and the number before any of these.
_UNBROKEN = re.compile(rf"\s*(?:（[^（）\s]{{1,6}}）|(?:\d+\s?)?(?:[{_OPENING}]*[{_CJK}][{_CLOSING}]*|[^\s\-{_CJK}]*-+|[^\s\-{_CJK}]+|(?<=\d)))")
_ISOLATES = "\u2068\u2069"
"""They are not drawn, and keep what runs the other way together."""
_DANGLING = " ·•,;:|/()[]—–-、，；："


@dataclass(frozen=True, slots=True)
class Font:
    """A font with Chinese characters, found on this system."""

    path: str
    face: int = 0
    """Which of the fonts in the file."""
    bold: str = ""
    """The file of its bold weight, same face; empty where there is none, and strokes are thickened instead."""
    shaped: bool = False
    """Whether its letters are joined, and run from right to left."""


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
        raise ValueError(f"{len(board.tiles)} tiles make a picture of {sheet.grid.width} by {sheet.height}; expected {LONGEST_SIDES} at most in all")
    target = io.BytesIO()
    sheet.paint().save(target, "PNG", compress_level=3)
    return target.getvalue()


# --- the font ---------------------------------------------------------------------------------

_FONTS = (
    ("NotoSansCJK-Regular.ttc", 2, "NotoSansCJK-Bold.ttc"),
    ("NotoSansCJKsc-Regular.otf", 0, "NotoSansCJKsc-Bold.otf"),
    ("NotoSansSC-Regular.otf", 0, "NotoSansSC-Bold.otf"),
    ("SourceHanSans.ttc", 2, ""),
    ("SourceHanSansSC-Regular.otf", 0, "SourceHanSansSC-Bold.otf"),
    ("SourceHanSansCN-Regular.otf", 0, "SourceHanSansCN-Bold.otf"),
    ("wqy-microhei.ttc", 0, ""),
    ("wqy-zenhei.ttc", 0, ""),
    ("DroidSansFallbackFull.ttf", 0, ""),
    ("Hiragino Sans GB.ttc", 0, ""),
    ("msyh.ttc", 0, "msyhbd.ttc"),
)
"""File, face for Simplified Chinese, file of the bold weight; the best first."""
_OTHER_FONTS = (
    ("NotoSans-Regular.ttf", 0, "NotoSans-Bold.ttf"),
    ("NotoSansArabic-Regular.ttf", 0, "NotoSansArabic-Bold.ttf"),
    ("DejaVuSans.ttf", 0, "DejaVuSans-Bold.ttf"),
    ("Arial Unicode.ttf", 0, ""),
    ("arial.ttf", 0, "arialbd.ttf"),
)
"""The same without Chinese, some with Arabic letters. They go first for other words: in fonts for Chinese, the
apostrophe of d’Ivoire is as wide as a character."""
CHINESE = "国國關颱Aa0é…"
"""What a font for Chinese has to have: both scripts, and Latin letters with accents."""


def shapes_letters() -> bool:
    """Whether letters that are joined can be drawn here: Pillow does that with Raqm and FriBiDi, which not every system has."""
    return bool(features.check("raqm"))


def font_folders() -> tuple[Path, ...]:
    """Where systems keep their fonts."""
    home = Path(os.path.expanduser("~"))
    shared = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts", "C:/Windows/Fonts")
    return (*map(Path, shared), home / ".local/share/fonts", home / ".fonts", home / "Library/Fonts")


@lru_cache(maxsize=64)
def find_font(needed: str = CHINESE) -> Font | None:
    """The best font with these characters on this system, looked for once; None where there is none."""
    return search_font(font_folders(), needed)


def search_font(folders: Sequence[Path], needed: str = CHINESE) -> Font | None:
    """The best font with these characters in these folders and those below them; None where there is none."""
    found: dict[str, str] = {}
    for folder in folders:
        for place, _, names in sorted(os.walk(folder)):
            found |= {name: os.path.join(place, name) for name in names if name not in found}
    first, then = (_FONTS, _OTHER_FONTS) if is_chinese(needed) else (_OTHER_FONTS, _FONTS)
    for name, face, bold in (*first, *then):
        if name in found:
            weights = dict.fromkeys((found.get(bold, ""), ""))
            fonts = (Font(found[name], face, weight) for weight in weights)
            if font := next((f for f in fonts if _usable(f, needed)), None):
                return font
    return None


def _usable(font: Font, needed: str) -> bool:
    try:
        return all(_has(font, character) for character in needed) and _pen(font, 20, bold=True).width("A") > 0
    except OSError:  # not a font, or not one of that many faces
        return False


# --- setting text -----------------------------------------------------------------------------


class _Pen:
    """A font at a size."""

    def __init__(self, face: ImageFont.FreeTypeFont, size: float, stroke: float, direction: str | None = None) -> None:
        self.face, self.size, self.stroke, self.direction = face, size, stroke, direction

    @property
    def line(self) -> int:
        """The height of a line."""
        return round(self.size * LINE)

    def width(self, text: str) -> int:
        """How wide the text comes out, with what its glyphs have beyond their advance."""
        left, right = _extent(self, text)
        return right - left

    def write(self, image: Image.Image, at: tuple[int, int], text: str, colour: Colour) -> None:
        """Write a line; at: its left end and its top."""
        left, _ = _extent(self, text)
        # Capitals and Chinese characters are as high as 0.8 of the size, near enough: they come in the middle of the line.
        base = at[1] + (self.line + 0.76 * self.size) / 2
        ImageDraw.Draw(image).text(
            (at[0] - left, round(base)), text, colour, self.face, "ls",
            direction=self.direction, stroke_width=self.stroke, stroke_fill=colour,
        )  # fmt: skip


@lru_cache(maxsize=4096)
def _extent(pen: _Pen, text: str) -> tuple[int, int]:
    """How far a line goes to the left and to the right of where it is begun."""
    left, _, right, _ = pen.face.getbbox(text, direction=pen.direction, anchor="ls", stroke_width=pen.stroke)
    return min(0, int(left)), -int(-max(right, pen.face.getlength(text, direction=pen.direction)) // 1)


@lru_cache(maxsize=512)
def _pen(font: Font | None, size: float, bold: bool = False) -> _Pen:
    """The font at a size, in the basic layout, which is the same whatever else is installed; joined letters need the other one."""
    if font is None:
        built_in = ImageFont.load_default(size)
        assert isinstance(built_in, ImageFont.FreeTypeFont)
        face = built_in.font_variant(layout_engine=ImageFont.Layout.BASIC)
    else:
        # Not ImageFont.truetype(), which for a file that it can't read takes another of that name elsewhere.
        engine = ImageFont.Layout.RAQM if font.shaped else ImageFont.Layout.BASIC
        face = ImageFont.FreeTypeFont(font.bold if bold and font.bold else font.path, size, font.face, layout_engine=engine)
    stroke = size / 100 if bold and not (font and font.bold) else 0
    return _Pen(face, size, stroke, "rtl" if font and font.shaped else None)


@lru_cache(maxsize=8192)
def _has(font: Font | None, character: str) -> bool:
    """Whether the font has a glyph for it: one other than that for a character which no font has."""
    face = _pen(font, 20).face
    glyph, none = face.getmask(character), face.getmask("\U0010fffe")
    return character == " " or (glyph.size, bytes(glyph)) != (none.size, bytes(none))


@lru_cache(maxsize=4096)
def _drawn(font: Font | None, text: str) -> str | None:
    """The text as the font can draw it, é as e if need be; None where it can't."""
    kept = _ISOLATES if font and font.shaped else ""
    text = "".join(c for c in " ".join(text[:LONGEST_TEXT].split()) if c.isprintable() or c in kept)
    drawn = ""
    for character in text:
        if character not in kept and not _has(font, character):
            character = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
            if not all(_has(font, c) for c in character):
                return None
        drawn += character
    return drawn


def _drawn_words(font: Font | None, text: str) -> str:
    """Of the text, the words that the font can draw."""
    words = [_drawn(font, word) for word in text[:LONGEST_TEXT].split()]
    line = " ".join(word for word in words if word)
    return line.strip(_DANGLING) if None in words else line


def _cut(pen: _Pen, text: str, width: int) -> str:
    """As much of the text as there is room for, with … where that is not all."""
    if pen.width(text) <= width:
        return text
    # Not quite in order of width, where there are spaces: what comes out is tried again.
    end = bisect_right(range(len(text)), width, key=lambda end: pen.width(text[:end] + "…")) - 1
    while end >= 0 and pen.width(text[:end].rstrip() + "…") > width:
        end -= 1
    return text[:end].rstrip() + "…" if end >= 0 else ""


def _wrapped(pen: _Pen, text: str, width: int) -> list[str]:
    """The text in lines; one is too wide only where it is a single word."""
    lines = [""]
    for unit in _UNBROKEN.findall(text) or [text]:
        if lines[-1] and pen.width(lines[-1] + unit) > width:
            lines.append(unit.strip())
        else:
            lines[-1] = (lines[-1] + unit).strip()
    return lines


def _fits(pen: _Pen, lines: list[str], width: int, height: int) -> bool:
    return len(lines) * pen.line <= max(height, pen.line) and all(pen.width(line) <= width for line in lines)


@lru_cache(maxsize=4096)
def _fitted(font: Font | None, text: str, box: tuple[int, int], sizes: tuple[float, float], bold: bool) -> tuple[_Pen, tuple[str, ...]]:
    """The text in lines, as large as it goes into a box of that width and height; cut where even the least size is too large."""
    width, height = box
    size, least = sizes
    while True:
        pen = _pen(font, size, bold)
        lines = _wrapped(pen, text, width)
        if _fits(pen, lines, width, height):
            return pen, tuple(_evened(pen, text, lines, width))
        if size == least:
            return pen, _forced(pen, text, lines, width, max(1, height // pen.line))
        size = max(least, round(size * STEP * 2) / 2)


def _evened(pen: _Pen, text: str, lines: list[str], width: int) -> list[str]:
    """The same number of lines, but none much shorter than the rest."""
    while len(lines) > 1:
        width = max(map(pen.width, lines)) - 1
        narrower = _wrapped(pen, text, width)
        if not (len(narrower) == len(lines) and all(pen.width(line) <= width for line in narrower)):
            break
        lines = narrower
    return lines


def _forced(pen: _Pen, text: str, lines: list[str], width: int, most: int) -> tuple[str, ...]:
    """The lines that there is room for, each cut to the width; all the rest of the text is in the last."""
    for line in lines[: most - 1]:
        text = text[len(line) :].lstrip()
    return tuple(_cut(pen, line, width) for line in (*lines[: most - 1], text) if line) or ("",)


# --- shapes -----------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _mark(vote: Vote, size: int) -> Image.Image:
    """A tick, a cross, a dash, a dot for who did not vote, or a ring for who is not in the record, as a mask."""
    side = size * SMOOTH
    mask = Image.new("L", (side, side))
    pen = ImageDraw.Draw(mask)
    if vote is Vote.NOT_VOTING:
        pen.ellipse((0.34 * side, 0.34 * side, 0.66 * side, 0.66 * side), fill=255)
    if vote is Vote.ABSENT:
        pen.ellipse((0.12 * side, 0.12 * side, 0.88 * side, 0.88 * side), outline=255, width=round(0.13 * side))
    for stroke in _STROKES.get(vote, ()):
        points = [(x * side, y * side) for x, y in stroke]
        pen.line(points, 255, round(0.17 * side), joint="curve")
        for x, y in points:  # round ends
            pen.circle((x, y), 0.085 * side, 255)
    return mask.resize((size, size), Image.Resampling.BOX)


_STROKES = {
    Vote.YES: (((0.12, 0.54), (0.40, 0.80), (0.88, 0.22)),),
    Vote.NO: (((0.18, 0.18), (0.82, 0.82)), ((0.18, 0.82), (0.82, 0.18))),
    Vote.ABSTAIN: (((0.14, 0.50), (0.86, 0.50)),),
}


@lru_cache(maxsize=64)
def _rounded(width: int, height: int, radius: int) -> Image.Image:
    """A rectangle with round corners, as a mask."""
    mask = Image.new("L", (width * SMOOTH, height * SMOOTH))
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, width * SMOOTH - 1, height * SMOOTH - 1), radius * SMOOTH, 255)
    return mask.resize((width, height), Image.Resampling.BOX)


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
_GRIDS = (_Grid(1080, 4, 100, 12), _Grid(1080, 5, 88, 10), _Grid(1080, 6, 80, 9), _Grid(1440, 9, 80, 9), _Grid(1440, 10, 72, 8), _Grid(2400, 16, 72, 8))

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
        """Where something that wide begins: so far from the left, or as far from the right; whole: of what it stands in, 0 for the sheet."""
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

    def _text(self, text: str, sizes: tuple[int, int], lines: int, colour: Colour, *, bold: bool = False, after: float = 0) -> Iterator[_Block]:
        text = _drawn_words(self.font, text)
        if not text:
            return
        largest, least = (self.px(size) for size in sizes)
        room = lines * _pen(self.font, largest, bold).line
        pen, fitted = _fitted(self.font, text, (self.inner, room), (largest, least), bold)

        def paint(image: Image.Image, top: int) -> None:
            for i, line in enumerate(fitted):
                pen.write(image, (self.at(self.margin, pen.width(line)), top + i * pen.line), line, colour)

        yield len(fitted) * pen.line + self.px(after), paint

    # --- the tally: counts, and the legend at once

    def _counts(self, tiles: Sequence[Tile]) -> list[tuple[Vote, int]]:
        """How many there are of each vote that can be cast, and of any other there is."""
        counts = Counter(tile.vote for tile in tiles)
        return [(vote, counts[vote]) for vote in Vote if counts[vote] or vote in CAST]

    def _tally(self) -> _Block:
        counts = self._counts(self.board.tiles)
        side, gap = self.px(84), self.px(16)
        number, label = _pen(self.font, self.px(50), bold=True), _pen(self.font, self.px(27))
        headings = [_drawn_words(self.font, self.board.headings.get(vote, "")) for vote, _ in counts]
        needed = [side + gap + max(number.width(str(n)), label.width(h)) for (_, n), h in zip(counts, headings, strict=True)]
        columns = self._columns(needed)

        def paint(image: Image.Image, top: int) -> None:
            left = self.margin
            for (vote, count), heading, column in zip(counts, headings, columns, strict=True):
                self._badge(image, (self.at(left, side), top), side, vote)
                x, room = left + side + gap, column - side - 2 * gap
                figures = _cut(number, str(count), room)
                number.write(image, (self.at(x, number.width(figures)), top - self.px(6)), figures, INK)
                pen, lines = _fitted(self.font, heading, (room, 1), (label.size, self.px(18)), False)
                pen.write(image, (self.at(x, pen.width(lines[0])), top + side + self.px(3) - (label.line + pen.line) // 2), lines[0], INK)
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
        image.paste(FILL[vote], at, _rounded(side, side, side // 5))
        mark = _mark(vote, round(side * 0.6))
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
            image.paste(strip, (self.margin, top), _rounded(self.inner, height, height // 2))

        return height, paint

    # --- the tiles

    def _heading(self, name: str, tiles: Sequence[Tile]) -> _Block:
        """The name of a group, with its own tally at the right."""
        above, height = self.px(10), self.px(58)
        number, side = _pen(self.font, self.px(26), bold=True), self.px(22)
        counts = [(vote, str(count)) for vote, count in self._counts(tiles) if count]

        def paint(image: Image.Image, top: int) -> None:
            top += above
            x = self.margin + self.inner
            for vote, count in reversed(counts):
                x -= number.width(count)
                number.write(image, (self.at(x, number.width(count)), top + (height - number.line) // 2), count, INK)
                x -= side + self.px(14)
                self._badge(image, (self.at(x, side + self.px(6)), top + (height - side - self.px(6)) // 2), side + self.px(6), vote)
                x -= self.px(22)
            pen, lines = _fitted(self.font, _drawn_words(self.font, name), (x - self.margin, 1), (self.px(32), self.px(24)), True)
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
        picture.paste(FILL[tile.vote], (0, 0), _rounded(width, height, height // 9))
        colour = ON_FILL[tile.vote]
        edge, pad = height // 9, height // 12
        code, side = _pen(self.font, round(height * 0.22)), round(height * 0.26)
        picture.paste(colour, (self.at(width - edge - side, side, width), pad + (code.line - side) // 2), _mark(tile.vote, side))
        written = _cut(code, _drawn_words(self.font, tile.code), width - 2 * edge - side - pad)
        code.write(picture, (self.at(edge, code.width(written), width), pad), written, colour)
        below = pad + code.line + height // 32
        room = height - below - pad // 2
        name = _drawn(self.font, tile.name) or _drawn(self.font, tile.latin) or _drawn_words(self.font, tile.code)
        pen, lines = _fitted(self.font, name, (width - 2 * edge, round(0.92 * room)), (round(height * 0.36), round(height * 0.18)), True)
        y = below + (room - len(lines) * pen.line) // 2
        for i, line in enumerate(lines):
            pen.write(picture, (self.at(edge, pen.width(line), width), y + i * pen.line), line, colour)
        return picture

    def _rule(self) -> _Block:
        """A line between the tiles and the source."""

        def paint(image: Image.Image, top: int) -> None:
            y = top + self.px(16)
            ImageDraw.Draw(image).rectangle((self.margin, y, self.margin + self.inner - 1, y + self.px(2) - 1), RULE)

        return self.px(34), paint
