"""What of a page is its text: not what nobody sees, nor what is drawn twice or across it; turned as it is held to be
read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from bot.doubts import Doubt, DoubtKind
from bot.errors import ContentError, Fault
from bot.importing.lines import LeftOut, weigh
from bot.importing.pdf.letters import Letter, Page
from bot.importing.pdf.pages import CHANGES_TEXT

PICTURED = 0.5
"""The share of a page that a picture of it covers at least. Emblems cover 0.006 of official pages, scans all of
them."""
SHOWN = 0.8
"""The share of a page's text that must be seen on it: of official pages all is, on pages turned the wrong way about
half."""
TWICE = 0.12
"""In ems: as near to each other as that stand two drawings of one character, never two characters. The narrowest, i,
has 0.28."""
LARGE = 1.8
"""Times the size of the text: what is as large and stands across lines of the text is a watermark."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What of a page is read, what is not, and what is unusual about it."""

    letters: list[Letter]
    left_out: list[LeftOut]
    doubts: list[Doubt]


def seen(path: str, page: Page) -> Seen:
    """The text of a page. ContentError where that is a picture, has no meaning, or mostly is not seen."""
    place = f"page {page.number}"
    written = [letter for letter in page.letters if not letter.blank]
    recognized = page.pictured >= PICTURED and 2 * sum(letter.behind for letter in written) > len(written)
    if page.pictured and not written:
        what = f"{place} is a picture without a text layer; expected a PDF whose text can be selected"
        raise ContentError(path, None, what, Fault.SCAN)
    _check_meaning(path, place, written)
    _check_unchanged(path, place, page.comments)
    letters, out = list(page.letters), list[LeftOut]()
    doubts: list[Doubt] = []
    if recognized:
        letters = [replace(letter, unseen="") if letter.behind else letter for letter in letters]
        doubts.append(
            Doubt(
                DoubtKind.RECOGNIZED,
                place,
                "the page is a picture, with text behind it that a machine recognized",
                "the recognized text",
            )
        )
    letters, gone = _parted(letters, lambda letter: letter.unseen)
    out += _told(gone, place, doubts, "left out, as it is not seen")
    way = Counter(_quarter(letter.way) for letter in letters if not letter.blank).most_common(1)
    main = way[0][0] if way else 0
    if weigh("".join(letter.text for letter in letters)) < SHOWN * page.characters:
        turned = ", as it is turned and runs off the page" if main else ""
        said = f"{place} shows less than {SHOWN:.0%} of the text that the file has for it{turned}"
        raise ContentError(path, None, f"{said}; expected pages that show all of their text")
    letters, gone = _parted(letters, lambda letter: "" if _quarter(letter.way) == main else "turned against the text")
    out += _told(gone, place, doubts, "left out, as a stamp or watermark")
    letters, gone = _once(letters)
    out += _told(gone, place, None)
    letters = [_turned(letter, main, page.width) for letter in letters]
    letters, gone = _parted(letters, _across(letters))
    out += _told(gone, place, doubts, "left out, as a watermark")
    for kind in sorted(set(page.comments)):
        doubts.append(
            Doubt(DoubtKind.HIDDEN, place, f"an annotation ({kind}) shows text", "left out, as it is not of the page")
        )
    return Seen(letters, out, doubts)


def _check_meaning(path: str, place: str, letters: list[Letter]) -> None:
    """ContentError where a font gives no characters, or private ones, for what it draws. An arrow behind the note on
    recycling is no text."""
    if any(letter.text.startswith("(cid:") or letter.text in "\ufffd\0" for letter in letters):
        what = f"{place} has characters that the PDF gives no text for"
        raise ContentError(path, None, f"{what}; expected the .docx, or a PDF with all of its text", Fault.SCAN)


def _check_unchanged(path: str, place: str, comments: tuple[str, ...]) -> None:
    """ContentError where an annotation changes the text: strikes it out, takes it away, puts more into it."""
    if changing := sorted(CHANGES_TEXT.intersection(comments)):
        what = f"{place} has an annotation that changes its text ({changing[0]})"
        raise ContentError(path, None, f"{what}; expected the text as it was issued")


def _quarter(way: int) -> int:
    """A direction to the nearest quarter of a circle, if it is near one."""
    near = round(way / 90) * 90
    return near % 360 if abs(way - near) <= 2 else way


def _parted(letters: list[Letter], why: Callable[[Letter], str]) -> tuple[list[Letter], list[tuple[Letter, str]]]:
    """Those that stay, and the others, each with the reason; blanks between two of these go with them."""
    kept: list[Letter] = []
    gone: list[tuple[Letter, str]] = []
    for letter in letters:
        reason = why(letter)
        if reason:
            gone.append((letter, reason))
        else:
            kept.append(letter)
    return kept, gone


def _told(
    gone: list[tuple[Letter, str]], place: str, doubts: list[Doubt] | None, understood: str = ""
) -> list[LeftOut]:
    """What is left out, a reason a stretch; and the doubts on it, where there are to be any."""
    out: list[LeftOut] = []
    for reason, stretch in groupby(gone, key=lambda each: each[1]):
        text = "".join(letter.text for letter, _ in stretch).strip()
        if text:
            out.append(LeftOut(text, reason, place))
            if doubts is not None:
                doubts.append(Doubt(DoubtKind.HIDDEN, place, f"“{_short(text)}”: {reason}", understood))
    return out


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _once(letters: list[Letter]) -> tuple[list[Letter], list[tuple[Letter, str]]]:
    """The letters, each once where the same is drawn twice in one place to look bold, or with a shadow."""
    there: defaultdict[tuple[str, int, int], list[Letter]] = defaultdict(list)
    kept: list[Letter] = []
    gone: list[tuple[Letter, str]] = []
    for letter in letters:
        reach = TWICE * letter.size
        column, row = round(letter.x0 / 4), round(letter.base / 4)
        cells = ((letter.text, column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1))
        near = (each for cell in cells if cell in there for each in there[cell])
        if not letter.blank and any(
            abs(each.x0 - letter.x0) < reach and abs(each.base - letter.base) < reach for each in near
        ):
            gone.append((letter, "drawn twice"))
            continue
        there[letter.text, column, row].append(letter)
        kept.append(letter)
    return kept, gone


def _turned(letter: Letter, way: int, width: float) -> Letter:
    """A letter on the page turned so that it reads from the left."""
    if way == 0:
        return letter
    long = letter.x1 - letter.x0
    x, y = {90: (letter.base, -letter.x0), 180: (width - letter.x0, -letter.base), 270: (-letter.base, letter.x0)}.get(
        way, (letter.x0, letter.base)
    )
    return replace(letter, x0=x, x1=x + long, base=y)


def _across(letters: Iterable[Letter]) -> Callable[[Letter], str]:
    """Why a large letter is none of the text: it stands across lines of it."""
    written = [letter for letter in letters if not letter.blank]
    usual = Counter(round(letter.size, 1) for letter in written).most_common(1)
    size = usual[0][0] if usual else 0.0
    text = [letter for letter in written if letter.size < LARGE * size]
    sizes = {letter.size for letter in written if letter.size >= LARGE * size}
    marks = {
        each
        for each in sizes
        if any(_covers(letter, other) for letter in written if letter.size == each for other in text)
    }
    return lambda letter: "drawn across the text" if letter.size in marks and not letter.blank else ""


def _covers(large: Letter, small: Letter) -> bool:
    """Whether the middle of a letter lies within a larger one."""
    x, y = (small.x0 + small.x1) / 2, small.base + 0.25 * small.size
    return large.x0 < x < large.x1 and large.base < y < large.base + 0.7 * large.size
