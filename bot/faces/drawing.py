"""What pictures are drawn with: colours, fonts, text that fits its place, and shapes.

The colours are those of the “high-contrast” scheme of Paul Tol, “Colour Schemes”, SRON/EPS/TN/09-002 (issue 3.2,
2021), made to be told apart by colour-blind people and in greyscale. Text on each of them has a contrast of 4.5 or
more.
"""

from __future__ import annotations

import os
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, features

from bot.language.normal import is_chinese
from bot.resolution import Vote

Colour = tuple[int, int, int]

PAPER: Colour = (255, 255, 255)
INK: Colour = (26, 26, 26)
FAINT: Colour = (90, 90, 90)
RULE_COLOUR: Colour = (208, 208, 208)
FILL: dict[Vote, Colour] = {
    Vote.YES: (0, 68, 136), Vote.NO: (187, 85, 102), Vote.ABSTAIN: (221, 170, 51), Vote.NOT_VOTING: (149, 149, 149),
    Vote.ABSENT: (221, 221, 221),
}  # fmt: skip
"""The colour of each vote's tiles."""
ON_FILL: dict[Vote, Colour] = {
    Vote.YES: PAPER,
    Vote.NO: PAPER,
    Vote.ABSTAIN: INK,
    Vote.NOT_VOTING: INK,
    Vote.ABSENT: INK,
}
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
# What is not broken between lines: a few characters in brackets; a Chinese character with its punctuation; a Latin
# word,
# or its part up to a hyphen; and the number before any of these.
_UNBROKEN = re.compile(
    rf"\s*(?:（[^（）\s]{{1,6}}）|(?:\d+\s?)?(?:[{_OPENING}]*[{_CJK}][{_CLOSING}]*|[^\s\-{_CJK}]*-+|[^\s\-{_CJK}]+"
    rf"|(?<=\d)))"
)
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
_CHINESE = "国國關颱Aa0é…"
"""What a font for Chinese has to have: both scripts, and Latin letters with accents."""


def shapes_letters() -> bool:
    """Whether letters that are joined can be drawn here: Pillow does that with Raqm and FriBiDi, which not every system
    has."""
    return bool(features.check("raqm"))


def font_folders() -> tuple[Path, ...]:
    """Where systems keep their fonts."""
    home = Path(os.path.expanduser("~"))
    shared = (
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/Library/Fonts",
        "/System/Library/Fonts",
        "C:/Windows/Fonts",
    )
    return (*map(Path, shared), home / ".local/share/fonts", home / ".fonts", home / "Library/Fonts")


@lru_cache(maxsize=64)
def find_font(needed: str = _CHINESE) -> Font | None:
    """The best font with these characters on this system, looked for once; None where there is none."""
    return search_font(font_folders(), needed)


def search_font(folders: Sequence[Path], needed: str = _CHINESE) -> Font | None:
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
        return all(has_glyph(font, character) for character in needed) and pen_of(font, 20, bold=True).width("A") > 0
    except OSError:  # not a font, or not one of that many faces
        return False


# --- setting text -----------------------------------------------------------------------------


class Pen:
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
        # Capitals and Chinese characters are as high as 0.8 of the size, near enough: they come in the middle of the
        # line.
        base = at[1] + (self.line + 0.76 * self.size) / 2
        ImageDraw.Draw(image).text(
            (at[0] - left, round(base)), text, colour, self.face, "ls",
            direction=self.direction, stroke_width=self.stroke, stroke_fill=colour,
        )  # fmt: skip


@lru_cache(maxsize=4096)
def _extent(pen: Pen, text: str) -> tuple[int, int]:
    """How far a line goes to the left and to the right of where it is begun."""
    left, _, right, _ = pen.face.getbbox(text, direction=pen.direction, anchor="ls", stroke_width=pen.stroke)
    return min(0, int(left)), -int(-max(right, pen.face.getlength(text, direction=pen.direction)) // 1)


@lru_cache(maxsize=512)
def pen_of(font: Font | None, size: float, bold: bool = False) -> Pen:
    """The font at a size, in the basic layout, which is the same whatever else is installed; joined letters need the
    other one."""
    if font is None:
        built_in = ImageFont.load_default(size)
        assert isinstance(built_in, ImageFont.FreeTypeFont)
        face = built_in.font_variant(layout_engine=ImageFont.Layout.BASIC)
    else:
        # Not ImageFont.truetype(), which for a file that it can't read takes another of that name elsewhere.
        engine = ImageFont.Layout.RAQM if font.shaped else ImageFont.Layout.BASIC
        face = ImageFont.FreeTypeFont(
            font.bold if bold and font.bold else font.path, size, font.face, layout_engine=engine
        )
    stroke = size / 100 if bold and not (font and font.bold) else 0
    return Pen(face, size, stroke, "rtl" if font and font.shaped else None)


@lru_cache(maxsize=8192)
def has_glyph(font: Font | None, character: str) -> bool:
    """Whether the font has a glyph for it: one other than that for a character which no font has."""
    face = pen_of(font, 20).face
    glyph, none = face.getmask(character), face.getmask("\U0010fffe")
    return character == " " or (glyph.size, bytes(glyph)) != (none.size, bytes(none))


@lru_cache(maxsize=4096)
def drawn(font: Font | None, text: str) -> str | None:
    """The text as the font can draw it, é as e if need be; None where it can't."""
    kept = _ISOLATES if font and font.shaped else ""
    text = "".join(c for c in " ".join(text[:LONGEST_TEXT].split()) if c.isprintable() or c in kept)
    whole = ""
    for character in text:
        if character not in kept and not has_glyph(font, character):
            character = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
            if not all(has_glyph(font, c) for c in character):
                return None
        whole += character
    return whole


def drawn_words(font: Font | None, text: str) -> str:
    """Of the text, the words that the font can draw."""
    words = [drawn(font, word) for word in text[:LONGEST_TEXT].split()]
    line = " ".join(word for word in words if word)
    return line.strip(_DANGLING) if None in words else line


def cut(pen: Pen, text: str, width: int) -> str:
    """As much of the text as there is room for, with … where that is not all."""
    if pen.width(text) <= width:
        return text
    # Not quite in order of width, where there are spaces: what comes out is tried again.
    end = bisect_right(range(len(text)), width, key=lambda end: pen.width(text[:end] + "…")) - 1
    while end >= 0 and pen.width(text[:end].rstrip() + "…") > width:
        end -= 1
    return text[:end].rstrip() + "…" if end >= 0 else ""


def _wrapped(pen: Pen, text: str, width: int) -> list[str]:
    """The text in lines; one is too wide only where it is a single word."""
    lines = [""]
    for unit in _UNBROKEN.findall(text) or [text]:
        if lines[-1] and pen.width(lines[-1] + unit) > width:
            lines.append(unit.strip())
        else:
            lines[-1] = (lines[-1] + unit).strip()
    return lines


def _fits(pen: Pen, lines: list[str], width: int, height: int) -> bool:
    return len(lines) * pen.line <= max(height, pen.line) and all(pen.width(line) <= width for line in lines)


@lru_cache(maxsize=4096)
def fitted(
    font: Font | None, text: str, box: tuple[int, int], sizes: tuple[float, float], bold: bool
) -> tuple[Pen, tuple[str, ...]]:
    """The text in lines, as large as it goes into a box of that width and height; cut where even the least size is too
    large."""
    width, height = box
    size, least = sizes
    while True:
        pen = pen_of(font, size, bold)
        lines = _wrapped(pen, text, width)
        if _fits(pen, lines, width, height):
            return pen, tuple(_evened(pen, text, lines, width))
        if size == least:
            return pen, _forced(pen, text, lines, width, max(1, height // pen.line))
        size = max(least, round(size * STEP * 2) / 2)


def _evened(pen: Pen, text: str, lines: list[str], width: int) -> list[str]:
    """The same number of lines, but none much shorter than the rest."""
    while len(lines) > 1:
        width = max(map(pen.width, lines)) - 1
        narrower = _wrapped(pen, text, width)
        if not (len(narrower) == len(lines) and all(pen.width(line) <= width for line in narrower)):
            break
        lines = narrower
    return lines


def _forced(pen: Pen, text: str, lines: list[str], width: int, most: int) -> tuple[str, ...]:
    """The lines that there is room for, each cut to the width; all the rest of the text is in the last."""
    for line in lines[: most - 1]:
        text = text[len(line) :].lstrip()
    return tuple(cut(pen, line, width) for line in (*lines[: most - 1], text) if line) or ("",)


# --- shapes -----------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def mark_of(vote: Vote, size: int) -> Image.Image:
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
def rounded(width: int, height: int, radius: int) -> Image.Image:
    """A rectangle with round corners, as a mask."""
    mask = Image.new("L", (width * SMOOTH, height * SMOOTH))
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, width * SMOOTH - 1, height * SMOOTH - 1), radius * SMOOTH, 255)
    return mask.resize((width, height), Image.Resampling.BOX)
