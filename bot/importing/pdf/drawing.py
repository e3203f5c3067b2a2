"""What a page draws: pdfminer runs it, and what it does not follow is followed here.

It does not say what is invisible, cut off by a clipping path, covered, or on a layer that is switched off.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, dict_value, resolve1
from pdfminer.utils import apply_matrix_pt, apply_matrix_rect, mult_matrix

from bot.importing.lines import weigh
from bot.importing.pdf.letters import Letter, typed

GRACE, A_PAGE = 6.0, 1.0
"""Seconds of the processor that a file may take, and each of its pages. An official page takes 0.05 to 0.2."""
_FORMS = 20_000
"""How often a file may draw one of its parts: parts that draw each other twice are drawn without end."""
_WHITE = 0.95
"""Of the brightest: what is at least as bright can't be seen on paper."""
_TINY = 1.0
"""In points: smaller letters can't be read."""
_EDGE = 2.0
"""In points: how far the middle of a letter may lie beyond an edge and the letter still be seen."""
_THIN = 2.0
"""In points: what is no thicker is a line."""
_STRUCK = 0.15
"""In ems: how near to the middle of small letters a line must go through them to strike them out. Programs draw it up
to 0.07 from there, underlines 0.4 below."""
_NO_CHANGE = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
"""The matrix that changes nothing."""

Rect = tuple[float, float, float, float]
"""Left, bottom, right, top."""


class EndlessError(Exception):
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
    clipping: bool = False
    """Whether the path that is made just now is to be the clipping path."""
    clear: bool = False
    """Whether what is drawn is transparent."""
    layers: list[bool] = field(default_factory=list)
    """For each content that is marked just now, whether its layer is switched off."""


@dataclass(slots=True)
class Spent:
    """What the reading of a file has taken so far, and when it has to end."""

    until: float
    """As time.process_time() says it: how busy the machine is does not matter."""
    forms: int = 0

    def check(self) -> None:
        """EndlessError where the file takes more time than any document."""
        if time.process_time() > self.until:
            raise EndlessError("too long")


def common(one: Rect, other: Rect) -> Rect:
    """What two rectangles have in common; empty where nothing."""
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    return left, bottom, max(left, min(one[2], other[2])), max(bottom, min(one[3], other[3]))


def size(rect: Rect) -> float:
    """How large a rectangle is."""
    return (rect[2] - rect[0]) * (rect[3] - rect[1])


def _within(x: float, y: float, rect: Rect, slack: float = 0) -> bool:
    return rect[0] - slack <= x <= rect[2] + slack and rect[1] - slack <= y <= rect[3] + slack


def _bright(color: Any, space: Any) -> bool:
    """Whether a color is white, or nearly; of a pattern, nobody knows."""
    if getattr(space, "name", "") in ("Separation", "DeviceN", "Indexed", "Pattern", "Lab"):
        return False
    if isinstance(color, int | float):
        return bool(color >= _WHITE)
    if isinstance(color, tuple) and all(isinstance(part, int | float) for part in color):
        return bool(max(color) <= 1 - _WHITE if len(color) == 4 else min(color) >= _WHITE)
    return False


class Device(PDFTextDevice):
    """Takes down the letters, fillings and pictures of one page after the other."""

    rsrcmgr: PDFResourceManager

    def __init__(self, manager: PDFResourceManager, spent: Spent) -> None:
        super().__init__(manager)
        self.spent = spent
        self.drawing = _Drawing((0, 0, 0, 0))
        self.render = 0
        self.spacing = 0.0
        self.frames: list[Rect] = []

    def begin_page(self, page: PDFPage, ctm: Any) -> None:
        """Begin a page with nothing on it."""
        self.paper: Rect = apply_matrix_rect(ctm, page.cropbox)
        self.drawing = _Drawing(self.paper)
        self.letters: list[Letter] = []
        self.points: list[tuple[float, float]] = []
        self.clips: list[Rect] = []
        self.white: list[bool] = []
        self.areas: list[_Area] = []
        self.strokes: list[Rect] = []
        self.pictures: list[_Area] = []
        self.frames = []
        self.characters = 0

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        """Begin a part of the page, or a picture."""
        self.frames.append(apply_matrix_rect(mult_matrix(matrix, self.ctm or _NO_CHANGE), bbox))

    def end_figure(self, name: str) -> None:
        """End it."""
        self.frames.pop()

    def render_image(self, name: str, stream: Any) -> None:
        """Take down a picture, in the frame that was begun."""
        self.pictures.append(_Area(common(self.frames[-1], self.drawing.clip), False, len(self.letters)))

    def paint_path(self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:
        """Take down a filling, if it is a rectangle, and straight lines; only these cover text or strike it out."""
        if not self.drawing.clear and not any(self.drawing.layers):
            corners = [part[-2:] for part in path if part[0] in "ml"]
            upright = len(corners) in (4, 5) and len({x for x, _ in corners}) == len({y for _, y in corners}) == 2
            if fill and upright:
                self._filled(self._rect(corners), _bright(graphicstate.ncolor, graphicstate.ncs))
            if stroke and not _bright(graphicstate.scolor, graphicstate.scs):
                for one, other in pairwise(path):
                    if other[0] == "l":
                        self._drawn(self._rect([one[-2:], other[-2:]]))
        self.clip(path)

    def _rect(self, points: list[tuple[float, float]]) -> Rect:
        """The bounds of points as they stand on the page, as far as they are not clipped."""
        return common(_bounds([apply_matrix_pt(self.ctm or _NO_CHANGE, point) for point in points]), self.drawing.clip)

    def _filled(self, rect: Rect, white: bool) -> None:
        if white or not self._drawn(rect):
            self.areas.append(_Area(rect, white, len(self.letters)))

    def _drawn(self, rect: Rect) -> bool:
        """Take down what is thin enough for a line; whether it is."""
        is_line = min(rect[2] - rect[0], rect[3] - rect[1]) <= _THIN
        if is_line:
            self.strokes.append(rect)
        return is_line

    def clip(self, path: Any) -> None:
        """Take over a path, whose bounds stand for it, as the frame of what is drawn from here on, if it is meant as
        one."""
        if self.drawing.clipping:
            points = [point for part in path for point in zip(part[1::2], part[2::2], strict=False)]
            rect = (
                _bounds([apply_matrix_pt(self.ctm or _NO_CHANGE, point) for point in points])
                if points
                else (0, 0, 0, 0)
            )
            self.drawing = replace(self.drawing, clip=common(self.drawing.clip, rect), clipping=False)

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Take down a string, letter by letter."""
        self.render = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        """Take down a letter. Returns how far it moves on."""
        self.spent.check()
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = f"(cid:{cid})"
        advance = float(font.char_width(cid) * fontsize * scaling)
        a, b, c, d, x, y = matrix
        across, up = math.hypot(a, b) or 1.0, math.hypot(c, d)
        height = abs(fontsize) * up
        text = typed(text)
        letter = Letter(
            text, x, x + advance * across, y, rise * up, height, str(font.fontname), round(math.degrees(math.atan2(b,
            a))) % 360, self._hidden(height),
            self.render in (3, 7), not text.strip(),
        )  # fmt: skip
        self.letters.append(letter)
        self.points.append(
            (x + advance * a / 2 - 0.3 * height * b / across, y + advance * b / 2 + 0.3 * height * a / across)
        )
        self.clips.append(self.drawing.clip)
        self.white.append(self.render in (0, 2, 4, 6) and _bright(graphicstate.ncolor, ncs))
        self.characters += weigh(letter.text)
        return advance

    def _hidden(self, height: float) -> str:
        """Why what is drawn just now can't be seen, as far as the drawing says."""
        if any(self.drawing.layers):
            return "on a layer that is switched off"
        if self.render in (3, 7) or self.drawing.clear:
            return "invisible"
        return "too small to be seen" if height < _TINY else ""

    def seen(self, i: int, letter: Letter) -> Letter:
        """A letter, with what the page as a whole says of it: outside, clipped, covered, white on white."""
        self.spent.check()
        x, y = self.points[i]
        covered = any(area.at > i and _within(x, y, area.rect) for area in self.pictures)
        if letter.unseen:
            return letter
        if not _within(x, y, self.paper, _EDGE):
            return replace(letter, unseen="outside the page")
        if not _within(x, y, self.clips[i], _EDGE):
            return replace(letter, unseen="cut off by its frame")
        if any(_strikes(stroke, x, y, letter) for stroke in self.strokes):
            return replace(letter, unseen="struck out")
        if covered or any(area.at > i and _within(x, y, area.rect) for area in self.areas):
            return replace(letter, unseen="covered", behind=covered)
        dark = self.white[i] and any(
            area.at <= i and not area.white and _within(x, y, area.rect) for area in (*self.areas, *self.pictures)
        )
        return replace(letter, unseen="white on white") if self.white[i] and not dark else letter


def _strikes(line: Rect, x: float, y: float, letter: Letter) -> bool:
    """Whether a line goes through the middle of a letter, x and y, the way that it is written."""
    near = _STRUCK * letter.size
    if letter.way % 180 == 0:
        return line[3] - line[1] <= _THIN and line[0] <= x <= line[2] and line[1] - near <= y <= line[3] + near
    return line[2] - line[0] <= _THIN and line[1] <= y <= line[3] and line[0] - near <= x <= line[2] + near


def _bounds(points: list[tuple[float, float]]) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


class Interpreter(PDFPageInterpreter):
    """Runs pages; it follows clipping paths, transparency and layers, and stops where a file has no end."""

    device: Device
    off: frozenset[int] = frozenset()
    """The layers that are not shown."""

    def __init__(self, manager: PDFResourceManager, device: Device) -> None:
        super().__init__(manager, device)
        self.states: list[_Drawing] = []

    def dup(self) -> Interpreter:
        """One for a part of the page."""
        other = Interpreter(self.rsrcmgr, self.device)
        other.off = self.off
        return other

    def push(self, obj: Any) -> None:
        """Take an operand."""
        self.device.spent.check()
        super().push(obj)

    def do_q(self) -> None:
        """Save the state."""
        self.device.spent.check()
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
        self.device.drawing.clipping = True

    do_W_a = do_W

    def do_n(self) -> None:
        """End a path that is not drawn."""
        self.device.spent.check()
        self.device.clip(self.curpath)
        super().do_n()

    def do_F(self) -> None:
        """Fill the path, as older files say it."""
        self.do_f()

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
        listed = (
            members if isinstance(members, list) else [group["OCGs"]] if members and isinstance(group, dict) else []
        )
        return bool(listed) and all(isinstance(each, PDFObjRef) and each.objid in self.off for each in listed)

    def do_Do(self, xobjid_arg: Any) -> None:
        """Draw a part of the page: within its frame, with the state of the page."""
        self.device.spent.forms += 1
        if self.device.spent.forms > _FORMS:
            raise EndlessError(f"more than {_FORMS} parts")
        part = resolve1(self.xobjmap.get(getattr(xobjid_arg, "name", None)))
        attributes = getattr(part, "attrs", {})
        before = self.device.drawing
        box = resolve1(attributes.get("BBox"))
        clip = before.clip
        if isinstance(box, list):
            matrix = resolve1(attributes.get("Matrix")) or (1, 0, 0, 1, 0, 0)
            clip = common(clip, apply_matrix_rect(mult_matrix(tuple(matrix), self.ctm), tuple(box)))
        hidden = self._is_off(attributes.get("OC"))
        self.device.drawing = replace(before, clip=clip, layers=[*before.layers, hidden])
        super().do_Do(xobjid_arg)
        self.device.drawing = before
