"""Files as they are issued (Word, PDF, plain text) → lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.doubts import Doubt, DoubtKind
from bot.errors import ContentError, Fault
from bot.importing.characters import mixed, unsound
from bot.importing.encodings import decoded
from bot.importing.lines import DIGITS, LARGEST, SOFT_HYPHEN, Before, Extracted, Line, LineKind, typed, weigh, width

_KINDS = "expected a .docx, a .pdf with a text layer, or plain text in UTF-8"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
"""What an old Word file begins with, and one with a password, whose parts have names in UTF-16."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHER = (
    (b"{\\rtf", f"an RTF file; {_KINDS}"),
    (b"\x89PNG", f"a picture; {_KINDS}"),
    (b"\xff\xd8\xff", f"a picture; {_KINDS}"),
    (b"GIF8", f"a picture; {_KINDS}"),
    (b"II*\0", f"a picture; {_KINDS}"),
    (b"MM\0*", f"a picture; {_KINDS}"),
)
_LARGEST_TEXT = 3_000_000
"""Bytes of a plain text: the longest resolutions have a tenth of it."""
_SPACES = re.compile("[\u00a0\u202f\u2007-\u2009]")
"""Spaces that are as wide as one, at which no line is broken."""
_WEB_PAGE = re.compile(r"\s*<(?:!doctype|html|head|body|meta|\?xml)\b", re.IGNORECASE)


def extract(path: str, data: bytes) -> Extracted:
    """The lines of a file, and what of it is in none. What kind it is, its first bytes say.

    path: named in errors. Raises ContentError where it can't be read, has no text, or has characters that are no text.
    """
    if len(data) > LARGEST:
        raise ContentError(path, None, f"more than {LARGEST} bytes; expected a document of at most that", Fault.LONG)
    if not data.strip():
        raise ContentError(path, None, f"an empty file; {_KINDS}", Fault.EMPTY)
    if data.startswith(_OLD_WORD):
        raise _old_word(path, data)
    for start, what in _OTHER:
        if data.startswith(start):
            raise ContentError(path, None, what, Fault.FORMAT)
    if is_pdf(data):
        from bot.importing.pdf import pdf_lines

        extracted = pdf_lines(path, data)
    elif data.startswith(b"PK"):
        from bot.importing.word import word_lines

        extracted = _sound(path, word_lines(path, data))
    else:
        extracted = _sound(path, text_lines(path, data))
    if not extracted.lines:
        raise ContentError(path, None, "no text in it; expected that of a resolution", Fault.EMPTY)
    placed = sum(weigh(line.text) for line in extracted.lines) + sum(weigh(each.text) for each in extracted.left_out)
    if placed != extracted.characters:
        raise ContentError(
            path, None, f"{placed} of its {extracted.characters} characters are placed; expected every one"
        )
    return extracted


def is_pdf(data: bytes) -> bool:
    """Whether a file is taken for a PDF; what readers of PDF allow may stand before its first bytes."""
    return b"%PDF-" in data[:1024]


def _old_word(path: str, data: bytes) -> ContentError:
    """What a file in the old format of Word is: no library is known to read all of its notes and automatic numbers."""
    if _ENCRYPTED in data:
        return ContentError(path, None, "a Word file with a password; expected it saved without one", Fault.LOCKED)
    expected = "expected the PDF of the same document, or the file saved by Word as .docx"
    return ContentError(path, None, f"an old Word file (.doc); {expected}", Fault.FORMAT)


def _sound(path: str, extracted: Extracted) -> Extracted:
    """What was taken out, with a doubt for each line that has a word of two alphabets. ContentError, with the place,
    where a line of the text or of a note has what is no text."""
    doubts = list(extracted.doubts)
    for line in extracted.lines:
        if line.kind is LineKind.MARGIN:
            continue
        if what := unsound(line.text):
            raise ContentError(path, None, f"{line.place}: {what}; expected the text as it was issued")
        if word := mixed(line.text):
            found = f"“{word}” has letters of two alphabets"
            doubts.append(Doubt(DoubtKind.RECOGNIZED, line.place, found, "the text as the file has it"))
    return replace(extracted, doubts=tuple(doubts))


def text_lines(path: str, data: bytes) -> Extracted:
    """The lines of plain text or Markdown, as it would be typed; a form feed turns the page."""
    if len(data) > _LARGEST_TEXT:
        raise ContentError(path, None, f"{len(data)} bytes of plain text; expected at most {_LARGEST_TEXT}", Fault.LONG)
    source = decoded(data)
    if source is None:
        raise ContentError(path, *_undecoded(data), Fault.FORMAT)
    if "\0" in source:
        line = source[: source.index("\0")].count("\n") + 1
        raise ContentError(path, line, f"a NUL character; {_KINDS}", Fault.FORMAT)
    if _WEB_PAGE.match(source):
        raise ContentError(path, None, f"a web page; {_KINDS}", Fault.FORMAT)
    if path.endswith(".md"):
        source = _unmarked(source)
    source = _SPACES.sub(" ", typed(source))
    source = re.sub(rf"{SOFT_HYPHEN}(?=[ \t]*(?:\n|$))", "-", source).replace(SOFT_HYPHEN, "")
    return Extracted(tuple(_numbered(source)), weigh(source))


def _undecoded(data: bytes) -> tuple[int | None, str]:
    """The line and what is wrong with it, of bytes that are text in no known encoding."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data[: error.start].count(
            b"\n"
        ) + 1, f"byte {error.start} is not UTF-8, nor is the text Chinese in GBK or Big5; {_KINDS}"
    return data[: data.index(0)].count(b"\n") + 1, f"a NUL character; {_KINDS}"


def _unmarked(source: str) -> str:
    """Markdown without the marks of headings, escapes and footnotes; those of emphasis stay."""
    source = re.sub(r"^#{1,6}(?:[ \t]+(.*))?$", _heading, source, flags=re.MULTILINE)
    source = re.sub(r"\[\^(\d+)\]:?", lambda found: found[1].translate(DIGITS), source)
    return re.sub(r"\\([][().*_#+-])", r"\1", source)


def _heading(found: re.Match[str]) -> str:
    """A heading in Markdown without its marks; those that may close it have a space before them."""
    text = (found[1] or "").rstrip()
    bare = text.rstrip("#")
    return bare.rstrip() if not bare or bare[-1].isspace() else text


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
                yield replace(_line(cell, column), page=page, number=number, before=before)
                before = Before.NOTHING


def _cells(piece: str) -> Iterator[tuple[str, int]]:
    """What stands side by side, each with its column: set apart by three spaces or more, and no paragraph's number."""
    start = len(piece) - len(piece.lstrip())
    column = _advanced(0, piece[:start])
    for gap in re.finditer(r"[ \t]{3,}", piece.rstrip()):
        if gap.start() < start or len(piece[start : gap.start()].strip()) < 6:
            continue
        yield piece[start : gap.start()], column
        column = _advanced(column, piece[start : gap.end()])
        start = gap.end()
    yield piece[start:], column


def _advanced(column: int, text: str) -> int:
    """The column behind a text that begins at that one; a tab goes on to the next eighth."""
    first, *rest = text.split("\t")
    column += width(first)
    for each in rest:
        column += 8 - column % 8 + width(each)
    return column


def _line(text: str, column: int) -> Line:
    return Line(text, 0, 0, plain=True, left=column, right=column + width(text.rstrip()))
