"""PDF → its pages, of a file that is whole and has an end."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral

from bot.errors import ContentError
from bot.importing.pdf.drawing import Device, EndlessError, Interpreter, common, size
from bot.importing.pdf.letters import Page

PAGES = 500
"""The longest resolution, with all its annexes, has well under two hundred."""
UNPACKED = 128_000_000
"""Bytes that one stream may unpack to: a page in colour as a picture of 600 dots an inch has 105 million."""
_SHOWS_TEXT = frozenset({"FreeText", "Widget", "Stamp", "Redact"})
"""Kinds of annotations that are seen on the page with text of their own."""

def pages(path: str, data: bytes) -> Iterator[Page]:
    """The pages of a PDF; ContentError where it is encrypted or broken, or where it has no end."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    _check_whole(path, data)
    try:
        document = PDFDocument(PDFParser(BytesIO(data)))
        found = _page_list(path, document)
        device = Device(PDFResourceManager())
        interpreter = Interpreter(device.rsrcmgr, device)
        interpreter.off = _switched_off(document)
        for number, page in enumerate(found, 1):
            interpreter.process_page(page)
            yield _page(number, page, device)
    except ContentError:
        raise
    except EndlessError as error:
        raise ContentError(path, None, f"the PDF draws without end ({error}); expected a document") from None
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise ContentError(path, None, "the PDF is encrypted; expected one that opens without a password") from None
    except Exception as error:
        # pdfminer raises whatever its parts raise on a broken file: KeyError, struct.error, RecursionError …
        raise ContentError(path, None, f"the PDF is broken ({type(error).__name__}); expected one that opens in a reader") from None


def _check_whole(path: str, data: bytes) -> None:
    """ContentError where the file breaks off, or a stream of it unpacks to more than any page needs."""
    if b"startxref" not in data[-2048:]:
        raise ContentError(path, None, "the PDF breaks off before its end; expected all of it")
    at = data.find(b"stream")
    while at >= 0:
        start = at + (8 if data[at + 6 : at + 8] == b"\r\n" else 7)
        packed = data[at - 3 : at] != b"end" and b"FlateDecode" in data[max(0, at - 400) : at]
        if packed and (wrong := _unpacked(memoryview(data)[start:])):
            raise ContentError(path, None, f"a part of the PDF {wrong}; expected one that opens in a reader")
        at = data.find(b"stream", at + 6)


def _unpacked(data: memoryview) -> str:
    """What is wrong with a packed stream; empty where nothing is, or it is packed otherwise."""
    unpacker, length = zlib.decompressobj(), 0
    block: bytes | memoryview = data
    try:
        while not unpacker.eof and len(block):
            length += len(unpacker.decompress(block, 1_000_000))
            if length > UNPACKED:
                return f"unpacks to more than {UNPACKED} bytes"
            block = unpacker.unconsumed_tail
    except zlib.error:
        return "is damaged" if length > 1000 else ""
    return "" if unpacker.eof else "breaks off"


def _page_list(path: str, document: PDFDocument) -> list[PDFPage]:
    """The pages, as many as the file says it has."""
    found: list[PDFPage] = []
    for page in PDFPage.create_pages(document):
        if len(found) == PAGES:
            raise ContentError(path, None, f"more than {PAGES} pages; expected a resolution")
        found.append(page)
    said = dict_value(document.catalog.get("Pages")).get("Count") if "Pages" in document.catalog else None
    said = resolve1(said)
    if isinstance(said, int) and said != len(found):
        raise ContentError(path, None, f"the PDF says it has {said} pages, and {len(found)} can be found; expected all of them")
    if not found:
        raise ContentError(path, None, "the PDF is broken (no pages); expected one that opens in a reader")
    return found


def _switched_off(document: PDFDocument) -> frozenset[int]:
    """The numbers of the layers that are not shown."""
    layers = resolve1(document.catalog.get("OCProperties"))
    if not isinstance(layers, dict):
        return frozenset()
    shown = dict_value(layers.get("D", {}))

    def numbers(value: Any) -> set[int]:
        return {each.objid for each in list_value(value or []) if isinstance(each, PDFObjRef)}

    off = numbers(shown.get("OFF"))
    if isinstance(base := shown.get("BaseState"), PSLiteral) and base.name == "OFF":
        off |= numbers(layers.get("OCGs")) - numbers(shown.get("ON"))
    return frozenset(off)


def _page(number: int, page: PDFPage, device: Device) -> Page:
    left, bottom, right, top = device.paper
    area = max(1.0, (right - left) * (top - bottom))
    pictured = min(1.0, sum(size(common(picture.rect, device.paper)) for picture in device.pictures) / area)
    letters = tuple(device.seen(i, letter) for i, letter in enumerate(device.letters))
    return Page(number, right - left, letters, device.characters, pictured, tuple(_comments(page)))


def _comments(page: PDFPage) -> Iterator[str]:
    """The kinds of annotations on a page that show text."""
    for each in list_value(page.annots or []):
        annotation = resolve1(each)
        kind = annotation.get("Subtype") if isinstance(annotation, dict) else None
        if isinstance(kind, PSLiteral) and kind.name in _SHOWS_TEXT and ("Contents" in annotation or "V" in annotation):
            yield str(kind.name)
