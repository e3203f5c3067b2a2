"""PDF with a text layer → lines: characters are put in rows by their baseline, rows are cut where a wide gap stands."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any

from bot.errors import ContentError
from bot.importing.lines import DIGITS, Before, Extracted, Line, tidy, weigh

WORD_GAP = 0.2
"""In ems: between Latin letters, or these and Chinese ones, this much is a space that the file does not have."""
CELL_GAP = 4.0
"""In ems: what is farther apart does not belong to one line."""
SMALL = 0.8
"""Times the size of what stands beside it: a raised figure is no larger."""
PARAGRAPH_GAP = 1.2
"""Times the usual distance of two lines: more is white space between two paragraphs."""

_CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Letter:
    """A character on a page; lengths in points, from the bottom left."""

    text: str
    x0: float
    x1: float
    base: float
    """Its baseline, or that of its neighbours where the file raises it with respect to that."""
    low: float
    """The lower edge of its box."""
    size: float
    font: str


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on one baseline."""

    page: int
    letters: tuple[Letter, ...]
    """From left to right."""
    base: float
    size: float
    """That most of it has."""


def pdf_lines(path: str, data: bytes) -> Extracted:
    """The lines of a PDF; ContentError where it is encrypted, broken, or a page is a picture without text."""
    rows: list[Row] = []
    characters = 0
    for page, (letters, pictures) in enumerate(_pages(path, data), 1):
        words = [letter for letter in letters if letter.text.strip()]
        if not words and pictures:
            raise ContentError(path, None, f"page {page} is a picture without a text layer; expected a PDF whose text can be selected")
        if any(letter.text.startswith("(cid:") for letter in words):
            raise ContentError(path, None, f"page {page} has characters that the PDF gives no text for; expected the .docx, or a PDF with all of its text")
        rows += _rows(page, letters)
        characters += sum(weigh(tidy(letter.text)) for letter in words)
    return Extracted(tuple(_lines(rows)), characters)


def _pages(path: str, data: bytes) -> Iterator[tuple[list[Letter], bool]]:
    """Page by page: its characters, and whether there are pictures."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=None)
    interpreter = PDFPageInterpreter(manager, device)
    try:
        for page in PDFPage.get_pages(BytesIO(data)):
            interpreter.process_page(page)
            found = list(_inside(device.get_result()))
            yield [item for item in found if item is not None], None in found
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise ContentError(path, None, "the PDF is encrypted; expected one that opens without a password") from None
    except Exception as error:
        # pdfminer raises whatever its parts raise on a broken file: KeyError, struct.error, RecursionError …
        raise ContentError(path, None, f"the PDF is broken ({type(error).__name__}); expected one that opens in a reader") from None


def _inside(item: Any) -> Iterator[Letter | None]:
    """The characters in a page or figure; None for a picture."""
    from pdfminer.layout import LTChar, LTContainer, LTImage

    if isinstance(item, LTChar):
        yield Letter(item.get_text(), item.x0, item.x1, item.matrix[5], item.y0, item.size, item.fontname)
    elif isinstance(item, LTImage):
        yield None
    elif isinstance(item, LTContainer):
        for part in item:
            yield from _inside(part)


def _usual(values: Iterable[float]) -> float:
    """The value that most have, to a tenth."""
    counts = Counter(round(value, 1) for value in values)
    return counts.most_common(1)[0][0] if counts else 1.0


def _rows(page: int, letters: list[Letter]) -> list[Row]:
    """The rows of a page, from the top; figures that are raised are in the row they belong to."""
    heaps: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda each: -each.base):
        if heaps and heaps[-1][0].base - letter.base <= 0.15 * letter.size:
            heaps[-1].append(letter)
        else:
            heaps.append([letter])
    rows = [_row(page, heap) for heap in heaps if any(letter.text.strip() for letter in heap)]
    for raised in list(rows):
        home = next((row for row in rows if _belongs(raised, row)), None)
        if home is not None:
            rows[rows.index(home)] = _row(page, [*home.letters, *raised.letters], home)
            rows.remove(raised)
    return rows


def _row(page: int, letters: list[Letter], as_in: Row | None = None) -> Row:
    ordered = tuple(sorted(letters, key=lambda letter: letter.x0))
    if as_in:
        return Row(page, ordered, as_in.base, as_in.size)
    return Row(page, ordered, letters[0].base, _usual(letter.size for letter in letters if letter.text.strip()))


def _belongs(raised: Row, row: Row) -> bool:
    """Whether a row of small letters is raised in another, that it touches."""
    if raised is row or raised.size > SMALL * row.size or not 0.1 < (raised.base - row.base) / row.size < 0.7:
        return False
    first, last = raised.letters[0], raised.letters[-1]
    behind = any(-0.1 * row.size < first.x0 - letter.x1 < 0.4 * row.size for letter in row.letters)
    ahead = 0 <= row.letters[0].x0 - last.x1 < 3 * row.size
    return behind or ahead


def _lines(rows: list[Row]) -> Iterator[Line]:
    """The lines that the rows are cut into; the distance of rows says where white space is."""
    usual = _line_pitch(rows)
    page, number = 0, 0
    last: Row | None = None
    for row in rows:
        before = Before.NOTHING
        if last is None or row.page != last.page:
            page, number, before = row.page, 0, Before.PAGE
        elif _pitch(last, row) > PARAGRAPH_GAP * usual:
            before = Before.SPACE
        for cell in _cells(row):
            number += 1
            yield _line(cell, row, page, number, before)
            before = Before.NOTHING
        last = row


def _line_pitch(rows: list[Row]) -> float:
    """The distance of two lines of a paragraph: the least that several rows of the usual size have. Short paragraphs have more distances between them."""
    size = _usual(row.size for row in rows)
    near = Counter(round(pitch, 1) for a, b in pairwise(rows) if round(b.size, 1) == size and 0.9 < (pitch := _pitch(a, b)) < 2)
    return min((pitch for pitch, count in near.items() if count >= near.total() / 20), default=1.2)


def _pitch(above: Row, below: Row) -> float:
    """The distance of two rows, in ems of the lower one; 0 on different pages."""
    return (above.base - below.base) / below.size if above.page == below.page else 0.0


def _cells(row: Row) -> list[list[Letter]]:
    cells: list[list[Letter]] = []
    for letter in row.letters:
        if not letter.text.strip() and not (cells and letter.x0 - cells[-1][-1].x1 < WORD_GAP * row.size):
            continue
        if cells and letter.x0 - cells[-1][-1].x1 < CELL_GAP * row.size:
            cells[-1].append(letter)
        else:
            cells.append([letter])
    return [cell for cell in cells if any(letter.text.strip() for letter in cell)]


def _line(cell: list[Letter], row: Row, page: int, number: int, before: Before) -> Line:
    words = [letter for letter in cell if letter.text.strip()]
    size = _usual(letter.size for letter in words)
    text = ""
    last: Letter | None = None
    for letter in cell:
        raised = letter.text.isdigit() and letter.size <= SMALL * row.size and letter.low > row.base + 0.05 * row.size
        if last and not text.endswith(" ") and _apart(last, letter, row.size):
            text += " "
        text += letter.text.translate(DIGITS) if raised else letter.text
        last = letter
    return Line(tidy(text).lstrip(), page, number, before, left=words[0].x0, right=words[-1].x1, em=size, size=size, stressed=_stressed(words))


def _apart(one: Letter, other: Letter, size: float) -> bool:
    """Whether white space that is no character stands between two neighbours, which are not both Chinese."""
    both = _CJK.match(one.text) and _CJK.match(other.text)
    return not both and other.x0 - one.x1 > WORD_GAP * size


def _stressed(words: list[Letter]) -> bool:
    """Whether the line opens in another font than it closes in, with a bold or slanted one."""
    first = re.search(r"bold|ital|obli|,b|,i", words[0].font, re.IGNORECASE)
    return bool(first) and words[0].font != words[-1].font
