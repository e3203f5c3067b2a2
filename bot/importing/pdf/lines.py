"""Rows → lines: a row is cut where a wide gap stands, words are set apart by blanks, raised figures become marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.corpus.forms.layout import RECYCLE
from bot.doubts import Doubt, DoubtKind
from bot.errors import ContentError, Fault
from bot.importing.detect import language_of
from bot.importing.lines import DIGITS, Before, Extracted, LeftOut, Line, tidy
from bot.importing.pdf import bidi
from bot.importing.pdf.letters import Letter
from bot.importing.pdf.pages import pages
from bot.importing.pdf.rows import LIFTED, SMALL, PageRow, rows_of, usual, without
from bot.importing.pdf.seen import seen
from bot.importing.spelling import no_words

WORD_GAP = 0.2
"""In ems: between Latin letters, or these and Chinese ones, this much is a space that the file does not have."""
CELL_GAP = 4.0
"""In ems: what is farther apart does not belong to one line."""
PARAGRAPH_GAP = 1.2
"""Times the usual distance of two lines: more is white space between two paragraphs."""
_NUMBERED = 8
"""As many lines with numbers that go up by one at their left have them for people to refer to; no list of a text has
bare figures."""
SET_APART = 3
"""As many equal distances, wider than between two words, are those of a word whose letters are set apart."""
TRACKED = 8
"""Letters: of fewer at equal distances, nobody knows whether they are one word."""
_LETTERS = 3_000_000
"""Characters of a file: the longest resolutions have half a million."""

_CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_BULLETS = str.maketrans(
    {"\uf0b7": "•", "\uf0a7": "•", "\uf06e": "•", "\uf0d8": "•", "\uf076": "•", "\uf0fc": "•", "\uf02d": "-"}
)
"""How the fonts of signs that come with Word draw bullets."""
_MARKS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_CLOSING = frozenset(",.;:")
_LABEL = re.compile(r"[(（]?[\w]{1,5}[.)）]")
"""A number or label, behind which white space may be as wide as between two cells."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A line as it stands on the page."""

    letters: list[Letter]
    """From left to right."""
    row: PageRow
    arabic: bool


def pdf_lines(path: str, data: bytes) -> Extracted:
    """The lines of a PDF; ContentError where it is encrypted, broken, or a page has no text that can be read."""
    rows: list[PageRow] = []
    left_out: list[LeftOut] = []
    doubts: list[Doubt] = []
    characters, widths = 0, dict[int, float]()
    for page in pages(path, data):
        found = seen(path, page)
        characters += page.characters
        if characters > _LETTERS:
            raise ContentError(path, None, f"more than {_LETTERS} characters; expected a resolution", Fault.LONG)
        of_page = rows_of(page.number, found.letters)
        of_page, numbers = _unnumbered(of_page)
        if any(row.column for row in of_page):
            doubts.append(
                Doubt(
                    DoubtKind.SPLIT, f"page {page.number}", "two columns", "the left one is read before the right one"
                )
            )
        rows += of_page
        left_out += (*found.left_out, *numbers)
        doubts += found.doubts
        widths[page.number] = page.width
    lines = tuple(_lines(path, rows, widths))
    doubts += _no_words(lines)
    return Extracted(lines, characters, tuple(left_out), tuple(doubts))


def _no_words(lines: tuple[Line, ...]) -> list[Doubt]:
    """A doubt where the text that the file has for its pages is not what they show: its words are none."""
    strange = Counter(no_words((line.text for line in lines), language_of(lines)))
    if not strange:
        return []
    examples = ", ".join(f"{word} ({count})" for word, count in strange.most_common(8))
    found = f"{strange.total()} words that are no words: {examples}"
    return [Doubt(DoubtKind.RECOGNIZED, "the whole file", found, "the text as the file has it")]


def _unnumbered(rows: list[PageRow]) -> tuple[list[PageRow], list[LeftOut]]:
    """The rows without the numbers of lines that stand in the margin; and these."""
    firsts = [(i, _first_word(row)) for i, row in enumerate(rows)]
    numbers = [(i, word, int("".join(letter.text for letter in word))) for i, word in firsts if _is_number(word)]
    margin = max((word[-1].x1 for _, word, _ in numbers), default=0.0)
    counted = len(numbers) >= _NUMBERED and all(b[2] - a[2] == 1 for a, b in pairwise(numbers)) and numbers[0][2] == 1
    of_numbers = {i: word for i, word, _ in numbers}
    text = (letter for i, row in enumerate(rows) for letter in row.words[len(of_numbers.get(i, ())) :])
    if not counted or any(letter.x0 < margin for letter in text):
        return rows, []
    out = [without(row, of_numbers.get(i, ())) for i, row in enumerate(rows)]
    left = [LeftOut(str(number), "number of a line", f"page {rows[i].page}") for i, _, number in numbers]
    return [row for row in out if row], left


def _first_word(row: PageRow) -> list[Letter]:
    """The letters of a row before its first white space."""
    word: list[Letter] = []
    for letter in row.letters:
        if word and (letter.blank or letter.x0 - word[-1].x1 > WORD_GAP * row.size):
            break
        if not letter.blank:
            word.append(letter)
    return word


def _is_number(word: list[Letter]) -> bool:
    return len(word) < 5 and all(re.fullmatch("[0-9]", letter.text) for letter in word)


def _lines(path: str, rows: list[PageRow], widths: dict[int, float]) -> Iterator[Line]:
    """The lines that the rows are cut into; the distance of rows says where white space is."""
    pitch = _line_pitch(rows)
    arabic = bidi.is_arabic([letter for row in rows for letter in row.letters])
    cells = [(row, [_Cell(cell, row, arabic) for cell in _cells(row, arabic)]) for row in rows]
    mirror = arabic and bidi.brackets([_text(cell) for _, each in cells for cell in each])
    page, number = 0, 0
    last: PageRow | None = None
    for row, parts in cells:
        before = Before.NOTHING
        if last is None or row.page != last.page:
            page, number, before = row.page, 0, Before.PAGE
        elif row.column != last.column:
            before = Before.PAGE
        elif _pitch(last, row) > PARAGRAPH_GAP * pitch:
            before = Before.SPACE
        for cell in parts:
            number += 1
            line = _line(cell, page, number, before, widths[page], mirror)
            if _PRIVATE.search(line.text) and not RECYCLE.fullmatch(line.text.strip()):
                what = f"{line.place} has a character without a meaning of its own; expected a PDF with all of its text"
                raise ContentError(path, None, what, Fault.SCAN)
            yield line
            before = Before.NOTHING
        last = row


def _line_pitch(rows: list[PageRow]) -> float:
    """The distance of two lines of a paragraph: the least that several rows of the usual size have. Short paragraphs
    have more between them."""
    size = usual(row.size for row in rows)
    near = Counter(
        round(pitch, 1) for a, b in pairwise(rows) if round(b.size, 1) == size and 0.9 < (pitch := _pitch(a, b)) < 2
    )
    return min((pitch for pitch, count in near.items() if count >= near.total() / 20), default=1.2)


def _pitch(above: PageRow, below: PageRow) -> float:
    """The distance of two rows, in ems of the lower one; 0 on different pages."""
    return (above.base - below.base) / below.size if above.page == below.page else 0.0


def _cells(row: PageRow, arabic: bool) -> list[list[Letter]]:
    """What of a row belongs together, in the order in which it is read."""
    cells: list[list[Letter]] = []
    for letter in row.letters:
        if letter.blank and not (cells and letter.x0 - cells[-1][-1].x1 < WORD_GAP * row.size):
            continue
        near = cells and letter.x0 - _right(cells[-1]) < (2 if _is_label(cells[-1]) else 1) * CELL_GAP * row.size
        if near:
            cells[-1].append(letter)
        else:
            cells.append([letter])
    kept = [cell for cell in cells if any(not letter.blank for letter in cell)]
    return kept[::-1] if arabic else kept


def _right(cell: list[Letter]) -> float:
    return cell[-1].x1


def _is_label(cell: list[Letter]) -> bool:
    return bool(_LABEL.fullmatch("".join(letter.text for letter in cell).strip()))


def _spaced(letters: Sequence[Letter], size: float) -> list[Letter]:
    """The letters of a line from left to right, with blanks where white space stands that is no character.

    There are none between the letters of one word that are set apart.
    """
    spread = _spread(letters, size)
    out: list[Letter] = []
    for i, letter in enumerate(letters):
        if i in spread and letter.blank:
            continue
        if out and i not in spread and not out[-1].blank and _apart(out[-1], letter, size):
            out.append(replace(letter, text=" ", x0=out[-1].x1, x1=letter.x0, blank=True))
        out.append(letter)
    return out


def _apart(one: Letter, other: Letter, size: float) -> bool:
    """Whether white space that is no character stands between two neighbours, which are not both Chinese."""
    both = _CJK.match(one.text) and _CJK.match(other.text)
    return not both and not other.blank and other.x0 - one.x1 > WORD_GAP * size


def _spread(letters: Sequence[Letter], size: float) -> set[int]:
    """The positions of letters that belong to the word before them though they are set apart from it.

    All stand at the same distance, which is less than that before and behind them.
    """
    words = [i for i, letter in enumerate(letters) if not letter.blank]
    gaps = [letters[b].x0 - letters[a].x1 for a, b in pairwise(words)]
    if sum(gap > WORD_GAP * size for gap in gaps) < SET_APART:
        return set()
    out = _tracked(letters, words, gaps, size)
    start = 0
    while start < len(gaps):
        end = start
        while (
            end < len(gaps)
            and abs(gaps[end] - gaps[start]) <= 0.06 * size
            and all(_is_letter(letters[words[i]]) for i in (end, end + 1))
        ):
            end += 1
        beside = [*gaps[max(0, start - 1) : start], *gaps[end : end + 1]]
        if (
            end - start >= SET_APART
            and gaps[start] > WORD_GAP * size
            and all(gap > 1.2 * gaps[start] for gap in beside)
        ):
            out.update(range(words[start] + 1, words[end] + 1))
        start = max(end, start + 1)
    return out


def _tracked(letters: Sequence[Letter], words: list[int], gaps: list[float], size: float) -> set[int]:
    """The same of a line whose letters are all set apart: most stand at one distance, as wide as a blank, and words at
    a wider one."""
    if sum(_is_letter(letters[i]) for i in words) <= TRACKED:
        return set()
    usual_gap = sorted(gaps)[len(gaps) // 2]
    if usual_gap <= WORD_GAP * size or max(gaps) <= 1.2 * usual_gap:
        return set()
    near = (k for k, gap in enumerate(gaps) if abs(gap - usual_gap) <= 0.06 * size)
    return {i for k in near for i in range(words[k] + 1, words[k + 1] + 1)}


def _text(cell: _Cell) -> str:
    """What is written in a line, with its raised figures as marks."""
    words = [letter for letter in cell.letters if not letter.blank]
    size = usual(letter.size for letter in words)
    base = next(letter.base for letter in words if round(letter.size, 1) == size)
    letters = _spaced(cell.letters, cell.row.size)
    text = ""
    for letter in bidi.written(letters) if cell.arabic else letters:
        raised = letter.size <= SMALL * size and letter.base + letter.lift - base > LIFTED * size
        if raised and letter.text.isdigit():
            # A mark belongs to what it stands behind, whatever white space is drawn there.
            text = (text.rstrip() if text[-2:-1] not in _MARKS else text) + letter.text.translate(DIGITS)
        elif letter.text in _CLOSING and text.endswith(" ") and text.rstrip()[-1:] in _MARKS:
            text = text.rstrip() + letter.text
        else:
            text += letter.text
    return tidy(text.translate(_BULLETS)).lstrip()


def _is_letter(letter: Letter) -> bool:
    return len(letter.text) == 1 and letter.text.isalpha() and not _CJK.match(letter.text)


def _line(cell: _Cell, page: int, number: int, before: Before, width: float, mirror: bool) -> Line:
    words = [letter for letter in cell.letters if not letter.blank]
    size = usual(letter.size for letter in words)
    left, right = min(letter.x0 for letter in words), max(letter.x1 for letter in words)
    if cell.arabic:
        left, right = width - right, width - left
    text = _text(cell)
    return Line(
        bidi.turned(text) if mirror else text,
        page,
        number,
        before,
        left=left,
        right=right,
        em=size,
        size=size,
        stressed=_stressed(words),
    )


def _stressed(words: list[Letter]) -> bool:
    """Whether the line opens in another font than it closes in, with a bold or slanted one."""
    first = re.search(r"bold|ital|obli|,b|,i", words[0].font, re.IGNORECASE)
    return bool(first) and words[0].font != words[-1].font
