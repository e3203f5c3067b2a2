"""PDF → its pages, of a file that is whole and has an end."""

from __future__ import annotations

import logging
import time
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

from bot.errors import ContentError, Fault
from bot.importing.pdf.drawing import A_PAGE, GRACE, Device, EndlessError, Interpreter, Spent, common, size
from bot.importing.pdf.letters import Page

PAGES = 500
"""The longest resolution, with all its annexes, has well under two hundred."""
DRAWN = 4_000_000
"""Bytes that draw a page. One of text takes some 60,000."""
_UNPACKED = 128_000_000
"""Bytes that one stream may unpack to: a page in colour as a picture of 600 dots an inch has 105 million."""
_SHOWS_TEXT = frozenset({"FreeText", "Widget", "Stamp"})
"""Kinds of annotations that are seen on the page with text of their own."""
CHANGES_TEXT = frozenset({"StrikeOut", "Redact", "Caret"})
"""Kinds of annotations that strike text of the page out, take it away, or put more into it."""


def pages(path: str, data: bytes) -> Iterator[Page]:
    """The pages of a PDF; ContentError where it is encrypted or broken, or where it has no end."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    _check_whole(path, data)
    spent = Spent(time.process_time() + GRACE)
    try:
        document = PDFDocument(PDFParser(BytesIO(data)))
        found = _page_list(path, document, spent)
        device = Device(PDFResourceManager(), spent)
        interpreter = Interpreter(device.rsrcmgr, device)
        interpreter.off = _switched_off(document)
        for number, page in enumerate(found, 1):
            spent.until += A_PAGE
            if sum(len(resolve1(each).get_data()) for each in page.contents) > DRAWN:
                what = f"page {number} takes more than {DRAWN} bytes to draw; expected a page of text"
                raise ContentError(path, None, what, Fault.SLOW)
            interpreter.process_page(page)
            yield _page(number, page, device)
    except ContentError:
        raise
    except EndlessError as error:
        what = f"the PDF draws without end ({error}); expected a document"
        raise ContentError(path, None, what, Fault.SLOW) from None
    except (PDFPasswordIncorrect, PDFEncryptionError):
        what = "the PDF is encrypted; expected one that opens without a password"
        raise ContentError(path, None, what, Fault.LOCKED) from None
    except Exception as error:
        # pdfminer raises whatever its parts raise on a broken file: KeyError, struct.error, RecursionError …
        what = f"the PDF is broken ({type(error).__name__}); expected one that opens in a reader"
        raise ContentError(path, None, what, Fault.BROKEN) from None


def _check_whole(path: str, data: bytes) -> None:
    """ContentError where the file breaks off, or a stream of it unpacks to more than any page needs."""
    if b"startxref" not in data[-2048:]:
        raise ContentError(path, None, "the PDF breaks off before its end; expected all of it", Fault.BROKEN)
    at = data.find(b"stream")
    while at >= 0:
        start = at + (8 if data[at + 6 : at + 8] == b"\r\n" else 7)
        packed = data[at - 3 : at] != b"end" and b"FlateDecode" in data[max(0, at - 400) : at]
        if packed and (wrong := _unpacked(memoryview(data)[start:])):
            what = f"a part of the PDF {wrong}; expected one that opens in a reader"
            raise ContentError(path, None, what, Fault.BROKEN)
        at = data.find(b"stream", at + 6)


def _unpacked(data: memoryview) -> str:
    """What is wrong with a packed stream; empty where nothing is, or it is packed otherwise."""
    unpacker, length = zlib.decompressobj(), 0
    block: bytes | memoryview = data
    try:
        while not unpacker.eof and len(block):
            length += len(unpacker.decompress(block, 1_000_000))
            if length > _UNPACKED:
                return f"unpacks to more than {_UNPACKED} bytes"
            block = unpacker.unconsumed_tail
    except zlib.error:
        begun = len(data) > 1 and data[0] & 15 == 8 and (256 * data[0] + data[1]) % 31 == 0
        return "is damaged" if begun else ""
    return "" if unpacker.eof else "breaks off"


def _page_list(path: str, document: PDFDocument, spent: Spent) -> list[PDFPage]:
    """The pages, as many as the file says it has."""
    root = document.catalog.get("Pages")
    said = resolve1(dict_value(root).get("Count"))
    if isinstance(said, int) and said > PAGES:
        what = f"a PDF of {said} pages; expected a resolution, of at most {PAGES}"
        raise ContentError(path, None, what, Fault.LONG)
    found: list[PDFPage] = []
    for page in _leaves(document, root, {}, set(), spent):
        found.append(page)
        if len(found) > PAGES:
            raise ContentError(path, None, f"more than {PAGES} pages; expected a resolution", Fault.LONG)
    if said != len(found) or not found:
        what = f"the PDF says it has {said} pages, and {len(found)} can be found; expected all of them"
        raise ContentError(path, None, what, Fault.BROKEN)
    return found


def _leaves(document: PDFDocument, node: Any, above: dict[str, Any], met: set[int], spent: Spent) -> Iterator[PDFPage]:
    """The pages below a node of the tree that they stand in. Each is one of them once, whatever the tree says."""
    spent.check()
    number = getattr(node, "objid", None)
    if number is None or number in met:
        return
    met.add(number)
    own = dict_value(node)
    attributes = {**{key: value for key, value in above.items() if key in PDFPage.INHERITABLE_ATTRS}, **own}
    if "Kids" not in own:
        yield PDFPage(document, number, attributes, None)
        return
    for kid in list_value(own["Kids"]):
        yield from _leaves(document, kid, attributes, met, spent)


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
    """The kinds of annotations on a page that show text, or change it."""
    for each in list_value(page.annots or []):
        annotation = resolve1(each)
        kind = annotation.get("Subtype") if isinstance(annotation, dict) else None
        name = str(kind.name) if isinstance(kind, PSLiteral) else ""
        shows = name in _SHOWS_TEXT and ("Contents" in annotation or "V" in annotation)
        if shows or name in CHANGES_TEXT:
            yield name
