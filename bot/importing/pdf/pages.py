"""PDF → the letters of each page, with what becomes of them: pdfminer runs the page, and what it does not follow is followed here.

It does not say what is invisible, cut off by a clipping path, covered, or on a layer that is switched off.
"""

from __future__ import annotations

import logging
import math
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import apply_matrix_pt, apply_matrix_rect, mult_matrix

from bot.errors import ContentError
from bot.importing.lines import weigh
from bot.importing.pdf.letters import Letter, Page, typed

PAGES = 500
"""The longest resolution, with all its annexes, has well under two hundred."""
OPERANDS = 3_000_000
"""Of a whole file. A page of text has some five thousand; the reader takes about a second for a million."""
FORMS = 20_000
"""How often a file may draw one of its parts: parts that draw each other twice are drawn without end."""
UNPACKED = 128_000_000
"""Bytes that one stream may unpack to: a page in colour as a picture of 600 dots an inch has 105 million."""
_WHITE = 0.95
"""Of the brightest: what is at least as bright can't be seen on paper."""
_TINY = 1.0
"""In points: smaller letters can't be read."""
_EDGE = 2.0
"""In points: how far the middle of a letter may lie beyond an edge and the letter still be seen."""
_SHOWS_TEXT = frozenset({"FreeText", "Widget", "Stamp", "Redact"})
"""Kinds of annotations that are seen on the page with text of their own."""

Rect = tuple[float, float, float, float]


class TooMuch(Exception):
    """A file that no reader should follow to its end."""


@dataclass(frozen=True, slots=True)
class _Area:
    """A rectangle that is filled, or a picture."""

    rect: Rect
    white: bool
    at: int
    """How many letters were drawn before it."""


@dataclass(slots=True)
class _Drawing:
    """What of the state of a drawing pdfminer does not keep."""

    clip: Rect
    clear: bool = False
    """Whether what is drawn is transparent."""
    layers: list[bool] = field(default_factory=list)
    """For each content that is marked just now, whether its layer is switched off."""


def pages(path: str, data: bytes) -> Iterator[Page]:
    """The pages of a PDF; ContentError where it is encrypted or broken, or where it has no end."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    _check_whole(path, data)
    try:
        document = PDFDocument(PDFParser(BytesIO(data)))
        found = _page_list(path, document)
        device = _Device(PDFResourceManager())
        interpreter = _Interpreter(device.rsrcmgr, device)
        interpreter.off = _switched_off(document)
        for number, page in enumerate(found, 1):
            interpreter.process_page(page)
            yield _page(number, page, device)
    except ContentError:
        raise
    except TooMuch as error:
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


def _page(number: int, page: PDFPage, device: _Device) -> Page:
    left, bottom, right, top = device.paper
    area = max(1.0, (right - left) * (top - bottom))
    pictured = min(1.0, sum(_size(_common(picture.rect, device.paper)) for picture in device.pictures) / area)
    letters = tuple(device.seen(i, letter) for i, letter in enumerate(device.letters))
    return Page(number, right - left, letters, device.characters, pictured, tuple(_comments(page)))


def _comments(page: PDFPage) -> Iterator[str]:
    """The kinds of annotations on a page that show text."""
    for each in list_value(page.annots or []):
        annotation = resolve1(each)
        kind = annotation.get("Subtype") if isinstance(annotation, dict) else None
        if isinstance(kind, PSLiteral) and kind.name in _SHOWS_TEXT and ("Contents" in annotation or "V" in annotation):
            yield str(kind.name)


def _common(one: Rect, other: Rect) -> Rect:
    """What two rectangles have in common; empty where nothing."""
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    return left, bottom, max(left, min(one[2], other[2])), max(bottom, min(one[3], other[3]))


def _size(rect: Rect) -> float:
    return (rect[2] - rect[0]) * (rect[3] - rect[1])


def _within(x: float, y: float, rect: Rect, slack: float = 0) -> bool:
    return rect[0] - slack <= x <= rect[2] + slack and rect[1] - slack <= y <= rect[3] + slack


def _bright(color: Any, space: Any) -> bool:
    """Whether a color is white, or nearly; of a pattern, nobody knows."""
    if getattr(space, "name", "") in ("Separation", "DeviceN", "Indexed", "Pattern", "Lab"):
        return False
    if isinstance(color, int | float):
        return color >= _WHITE
    if isinstance(color, tuple) and all(isinstance(part, int | float) for part in color):
        return max(color) <= 1 - _WHITE if len(color) == 4 else min(color) >= _WHITE
    return False


class _Device(PDFTextDevice):
    """Takes down the letters, fillings and pictures of one page after the other."""

    rsrcmgr: PDFResourceManager

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.drawing = _Drawing((0, 0, 0, 0))
        self.render = 0
        self.spacing = 0.0
        self.frames: list[Rect] = []

    def begin_page(self, page: PDFPage, ctm: Any) -> None:
        self.paper: Rect = apply_matrix_rect(ctm, page.cropbox)
        self.drawing = _Drawing(self.paper)
        self.letters: list[Letter] = []
        self.points: list[tuple[float, float]] = []
        self.clips: list[Rect] = []
        self.white: list[bool] = []
        self.areas: list[_Area] = []
        self.pictures: list[_Area] = []
        self.frames = []
        self.characters = 0

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        self.frames.append(apply_matrix_rect(mult_matrix(matrix, self.ctm or (1, 0, 0, 1, 0, 0)), bbox))

    def end_figure(self, name: str) -> None:
        self.frames.pop()

    def render_image(self, name: str, stream: Any) -> None:
        self.pictures.append(_Area(_common(self.frames[-1], self.drawing.clip), False, len(self.letters)))

    def paint_path(self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:
        corners = [part[-2:] for part in path if part[0] in "ml"]
        upright = len(corners) in (4, 5) and len({x for x, _ in corners}) == len({y for _, y in corners}) == 2
        if fill and upright and not self.drawing.clear and not any(self.drawing.layers):
            rect = _bounds([apply_matrix_pt(self.ctm or (1, 0, 0, 1, 0, 0), corner) for corner in corners])
            self.areas.append(_Area(_common(rect, self.drawing.clip), _bright(graphicstate.ncolor, graphicstate.ncs), len(self.letters)))

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        self.render = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(self, matrix: Any, font: Any, fontsize: float, scaling: float, rise: float, cid: int, ncs: Any, graphicstate: Any) -> float:
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = f"(cid:{cid})"
        advance = float(font.char_width(cid) * fontsize * scaling)
        a, b, c, d, x, y = matrix
        across, up = math.hypot(a, b) or 1.0, math.hypot(c, d)
        size = abs(fontsize) * up
        text = typed(text)
        letter = Letter(
            text, x, x + advance * across, y, rise * up, size, str(font.fontname), round(math.degrees(math.atan2(b, a))) % 360, self._hidden(size),
            self.render in (3, 7), not text.strip(),
        )  # fmt: skip
        self.letters.append(letter)
        self.points.append((x + advance * a / 2 - 0.3 * size * b / across, y + advance * b / 2 + 0.3 * size * a / across))
        self.clips.append(self.drawing.clip)
        self.white.append(self.render in (0, 2, 4, 6) and _bright(graphicstate.ncolor, ncs))
        self.characters += weigh(letter.text)
        return advance

    def _hidden(self, size: float) -> str:
        """Why what is drawn just now can't be seen, as far as the drawing says."""
        if any(self.drawing.layers):
            return "on a layer that is switched off"
        if self.render in (3, 7) or self.drawing.clear:
            return "invisible"
        return "too small to be seen" if size < _TINY else ""

    def seen(self, i: int, letter: Letter) -> Letter:
        """A letter, with what the page as a whole says of it: outside, clipped, covered, white on white."""
        x, y = self.points[i]
        covered = any(area.at > i and _within(x, y, area.rect) for area in self.pictures)
        if letter.unseen:
            return letter
        if not _within(x, y, self.paper, _EDGE):
            return replace(letter, unseen="outside the page")
        if not _within(x, y, self.clips[i], _EDGE):
            return replace(letter, unseen="cut off by its frame")
        if covered or any(area.at > i and _within(x, y, area.rect) for area in self.areas):
            return replace(letter, unseen="covered", behind=covered)
        dark = self.white[i] and any(area.at <= i and not area.white and _within(x, y, area.rect) for area in (*self.areas, *self.pictures))
        return replace(letter, unseen="white on white") if self.white[i] and not dark else letter


def _bounds(points: list[tuple[float, float]]) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


class _Interpreter(PDFPageInterpreter):
    """Runs pages; it follows clipping paths, transparency and layers, and stops where a file has no end."""

    device: _Device
    off: frozenset[int] = frozenset()
    """The layers that are not shown."""

    def __init__(self, manager: PDFResourceManager, device: _Device, spent: _Spent | None = None) -> None:
        super().__init__(manager, device)
        self.spent = spent or _Spent()
        self.states: list[_Drawing] = []
        self.clipping = False

    def dup(self) -> _Interpreter:
        """One for a part of the page."""
        other = _Interpreter(self.rsrcmgr, self.device, self.spent)
        other.off = self.off
        return other

    def push(self, obj: Any) -> None:
        """An operand."""
        self.spent.operands += 1
        if self.spent.operands > OPERANDS:
            raise TooMuch(f"more than {OPERANDS} steps")
        super().push(obj)

    def do_q(self) -> None:
        """Save the state."""
        self.push(None)
        self.pop(1)
        self.states.append(replace(self.device.drawing, layers=list(self.device.drawing.layers)))
        super().do_q()

    def do_Q(self) -> None:
        """Restore the state. Which layer is drawn on is no part of it."""
        if self.states:
            layers = self.device.drawing.layers
            self.device.drawing = replace(self.states.pop(), layers=layers)
        super().do_Q()

    def do_W(self) -> None:
        """Clip what is drawn from here on to the path."""
        self.clipping = True

    do_W_a = do_W

    def _clip(self) -> None:
        """Apply the clipping path, whose bounds stand for it, once it is complete."""
        if self.clipping:
            points = [point for part in self.curpath for point in zip(part[1::2], part[2::2], strict=False)]
            rect = _bounds([apply_matrix_pt(self.ctm, point) for point in points]) if points else (0, 0, 0, 0)  # type: ignore[arg-type]
            self.device.drawing.clip = _common(self.device.drawing.clip, rect)
            self.clipping = False

    def do_n(self) -> None:
        """End a path that is not drawn."""
        self._clip()
        super().do_n()

    def do_S(self) -> None:
        """Draw the path."""
        self._clip()
        super().do_S()

    def do_f(self) -> None:
        """Fill the path."""
        self._clip()
        super().do_f()

    do_F = do_f

    def do_f_a(self) -> None:
        """Fill the path, by the other rule."""
        self._clip()
        super().do_f_a()

    def do_B(self) -> None:
        """Fill and draw the path."""
        self._clip()
        super().do_B()

    def do_B_a(self) -> None:
        """Fill and draw the path, by the other rule."""
        self._clip()
        super().do_B_a()

    def do_gs(self, name: Any) -> None:
        """Take over parameters by their name: of these, how transparent fillings are, and the font."""
        found = resolve1(dict_value(self.resources.get("ExtGState", {})).get(getattr(name, "name", None)))
        if not isinstance(found, dict):
            return
        if isinstance(alpha := resolve1(found.get("ca")), int | float):
            self.device.drawing.clear = alpha < 1 - _WHITE

    def do_BMC(self, tag: Any) -> None:
        """Begin marked content."""
        self.device.drawing.layers.append(False)

    def do_BDC(self, tag: Any, props: Any) -> None:
        """Begin marked content, on a layer perhaps."""
        layer = dict_value(self.resources.get("Properties", {})).get(getattr(props, "name", None))
        self.device.drawing.layers.append(getattr(tag, "name", "") == "OC" and self._is_off(layer))

    def do_EMC(self) -> None:
        """End marked content."""
        if self.device.drawing.layers:
            self.device.drawing.layers.pop()

    def _is_off(self, layer: Any) -> bool:
        """Whether a layer, or all of those that stand for it, are switched off."""
        if isinstance(layer, PDFObjRef) and layer.objid in self.off:
            return True
        group = resolve1(layer)
        members = resolve1(group.get("OCGs")) if isinstance(group, dict) else None
        listed = members if isinstance(members, list) else [group["OCGs"]] if members and isinstance(group, dict) else []
        return bool(listed) and all(isinstance(each, PDFObjRef) and each.objid in self.off for each in listed)

    def do_Do(self, xobjid_arg: Any) -> None:
        """Draw a part of the page: within its frame, with the state of the page."""
        self.spent.forms += 1
        if self.spent.forms > FORMS:
            raise TooMuch(f"more than {FORMS} parts")
        part = resolve1(self.xobjmap.get(getattr(xobjid_arg, "name", None)))
        attributes = getattr(part, "attrs", {})
        before = self.device.drawing
        box = resolve1(attributes.get("BBox"))
        clip = before.clip
        if isinstance(box, list):
            matrix = resolve1(attributes.get("Matrix")) or (1, 0, 0, 1, 0, 0)
            clip = _common(clip, apply_matrix_rect(mult_matrix(tuple(matrix), self.ctm), tuple(box)))  # type: ignore[arg-type]
        hidden = self._is_off(attributes.get("OC"))
        self.device.drawing = replace(before, clip=clip, layers=[*before.layers, hidden])
        super().do_Do(xobjid_arg)
        self.device.drawing = before


@dataclass(slots=True)
class _Spent:
    """What the reading of a file has taken so far."""

    operands: int = 0
    forms: int = 0
