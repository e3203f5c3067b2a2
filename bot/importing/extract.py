"""Files as they are issued (Word, PDF, plain text) → lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.errors import ContentError
from bot.importing.lines import DIGITS, LARGEST, Before, Extracted, Line, weigh, width

_KINDS = "expected a .docx, a .pdf with a text layer, or text in UTF-8"
_OTHER = (
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc), or one with a password; expected it saved as .docx, without one"),
    (b"{\\rtf", f"an RTF file; {_KINDS}"),
    (b"\xff\xfe", "text in UTF-16; expected text in UTF-8"),
    (b"\xfe\xff", "text in UTF-16; expected text in UTF-8"),
    (b"\x89PNG", f"a picture; {_KINDS}"),
    (b"\xff\xd8\xff", f"a picture; {_KINDS}"),
)


def extract(path: str, data: bytes) -> Extracted:
    """The lines of a file, and what of it is in none. What kind it is, its first bytes say.

    path: named in errors. Raises ContentError where it can't be read or has no text.
    """
    if len(data) > LARGEST:
        raise ContentError(path, None, f"{len(data)} bytes; expected a document of at most {LARGEST}")
    if not data.strip():
        raise ContentError(path, None, f"an empty file; {_KINDS}")
    for start, what in _OTHER:
        if data.startswith(start):
            raise ContentError(path, None, what)
    if data.startswith(b"PK"):
        from bot.importing.word import word_lines

        extracted = word_lines(path, data)
    elif b"%PDF-" in data[:1024]:
        from bot.importing.pdf import pdf_lines

        extracted = pdf_lines(path, data)
    else:
        extracted = text_lines(path, data)
    if not extracted.lines:
        raise ContentError(path, None, "no text in it; expected that of a resolution")
    return extracted


def text_lines(path: str, data: bytes) -> Extracted:
    """The lines of plain text or Markdown; a form feed turns the page."""
    try:
        source = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise ContentError(path, data[: error.start].count(b"\n") + 1, f"byte {error.start} is not UTF-8; {_KINDS}") from None
    if "\0" in source:
        raise ContentError(path, source[: source.index("\0")].count("\n") + 1, f"a NUL character; {_KINDS}")
    if re.match(r"\s*<(?:!doctype|html|\?xml)\b", source, re.IGNORECASE):
        raise ContentError(path, None, f"a web page; {_KINDS}")
    if path.endswith(".md"):
        source = _unmarked(source)
    return Extracted(tuple(_numbered(source)), weigh(source))


def _unmarked(source: str) -> str:
    """Markdown without the marks of headings, escapes and footnotes; those of emphasis stay."""
    source = re.sub(r"^#{1,6}\s+(.*?)\s*#*$", r"\1", source, flags=re.MULTILINE)
    source = re.sub(r"\[\^(\d+)\]:?", lambda found: found[1].translate(DIGITS), source)
    return re.sub(r"\\([][().*_#+-])", r"\1", source)


def _numbered(source: str) -> Iterator[Line]:
    page, before = 1, Before.PAGE
    for number, raw in enumerate(source.split("\n"), 1):
        for i, piece in enumerate(raw.split("\f")):
            if i:
                page, before = page + 1, Before.PAGE
            if not piece.strip():
                before = Before.PAGE if before is Before.PAGE else Before.SPACE
                continue
            for cell, column in _cells(piece):
                yield replace(_line(cell, width(piece[:column].expandtabs())), page=page, number=number, before=before)
                before = Before.NOTHING


def _cells(piece: str) -> Iterator[tuple[str, int]]:
    """What stands side by side: text set apart by three spaces or more, unless it is the number of a paragraph."""
    start = len(piece) - len(piece.lstrip())
    for gap in re.finditer(r"[ \t]{3,}(?=\S)", piece):
        if gap.start() < start or len(piece[start : gap.start()].strip()) < 6:
            continue
        yield piece[start : gap.start()], start
        start = gap.end()
    yield piece[start:], start


def _line(text: str, column: int) -> Line:
    return Line(text, 0, 0, plain=True, left=column, right=column + width(text.rstrip()))
