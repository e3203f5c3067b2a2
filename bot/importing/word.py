"""Word files → lines: a paragraph a line, with its automatic number, and the notes behind the text.

What a reader of the printed document does not see is no text: it is left out and told. What can't be known from the
file (changes that nobody accepted, words struck out, a number in a format that is not known) is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from bot.doubts import Doubt, DoubtKind
from bot.errors import ContentError, Fault
from bot.importing.characters import SYMBOL_FONTS, from_symbol_font
from bot.importing.lines import DIGITS, Before, Extracted, LeftOut, Line, LineKind, Unit, tidy, weigh, width
from bot.importing.markup import Properties, attribute, child, is_on, tag, value
from bot.importing.number_formats import UnprintableError
from bot.importing.numbering import Numbering
from bot.importing.package import Package
from bot.importing.word_fields import PARTS, Fields
from bot.importing.word_notes import KINDS, Notes
from bot.importing.word_text import MATH, UNKNOWN, box_of, characters_in, is_property, text_seen, words_in

_TRACKED = tuple(map(tag, ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "delText")))
_ELSEWHERE = tuple(map(tag, ("altChunk", "subDoc")))
"""Where the text goes on in another file."""
_BLOCKS = {tag(name) for name in ("tbl", "tr", "tc", "sdt", "sdtContent", "customXml", "smartTag")}
"""What paragraphs stand in."""
_FILLED = {tag(name) for name in ("dayLong", "dayShort", "monthLong", "monthShort", "yearLong", "yearShort", "pgNum")}
"""What has no text in the file, and some on paper."""
_TINY = 2
"""In half points: what is as small can't be read."""
_LIFTED = 4
"""In half points: a figure that stands as high above its line is a raised one."""
_NO_TEXT = {tag(name) for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr")}
_AS_TEXT = {tag("tab"): " ", tag("ptab"): " ", tag("br"): "\n", tag("cr"): "\n", tag("noBreakHyphen"): "-"}
_REFERENCES = {tag(f"{kind}Reference"): kind for kind in KINDS}
_DRAWN = {tag("object"): "an embedded object", tag("drawing"): "a diagram or chart"}
_LARGEST_TEXT = 2_000_000
"""Characters of a document: the longest resolutions have a tenth of it."""


def word_lines(path: str, data: bytes) -> Extracted:
    """The lines of a Word file: .docx, .docm, .dotx, in the usual form of the format or the strict one.

    Its characters are those that its text holds (body, notes, headers, footers, text boxes, comments; of alternatives,
    the one that Word shows), and the labels of lists and marks of notes, which it prints and holds in no text.
    Raises ContentError where the file is broken, has changes that were not accepted, or prints what can't be known.
    """
    package = Package(path, data)
    return _Walk(package).extracted()


class _Walk:
    """One way through a document: what it has counted so far."""

    def __init__(self, package: Package) -> None:
        self.path = package.path
        self.document = package.document
        self.stories = {"document": [self.document]}
        self.stories |= {
            kind: package.parts(kind) for kind in ("header", "footer", "footnotes", "endnotes", "comments")
        }
        self.characters = sum(characters_in(story) for stories in self.stories.values() for story in stories)
        if self.characters > _LARGEST_TEXT:
            what = f"{self.characters} characters; expected a document of at most {_LARGEST_TEXT}"
            raise ContentError(self.path, None, what, Fault.LONG)
        self._refuse_changes()
        self.properties = Properties(package.part("styles"))
        self.numbering = Numbering(package.part("numbering"), self.properties.styles)
        self.notes = Notes(package)
        self.section = 0
        self.cited: list[tuple[str, str, str]] = []
        """The notes in the order of the text: kind, id, and mark; none where the text has its own, such as *."""
        self.fields = Fields()
        self.place = ""
        self.is_margin = False
        """Whether what is read stands in a header, footer or text box: it is no wording, and its signs need no
        meaning."""
        self.printed = 0
        """Characters of labels and marks."""
        self.stress: list[bool] = []
        """Whether each run of words of the paragraph is bold or in italics."""
        self.left_out: list[LeftOut] = []
        self.doubts: list[Doubt] = []

    def extracted(self) -> Extracted:
        """What is taken out of the document."""
        outside: list[Any] = []
        lines = [*self._body(outside), *self._cited(), *self._margins(outside)]
        for story in self.stories["comments"]:
            self.place = "comments"
            self._leave(story, "comment")
        for note in (*self.notes.bodies.values(), *self.notes.rules):
            self.place = "notes"
            self._leave(note, "note that nothing cites")
        return Extracted(tuple(lines), self.characters + self.printed, tuple(self.left_out), tuple(self.doubts))

    def _refuse_changes(self) -> None:
        """ContentError where a part has tracked changes, or goes on in another file."""
        for kind, stories in self.stories.items():
            for story in stories:
                if next(story.iter(*_TRACKED), None) is not None and kind != "comments":
                    raise self._error(f"tracked changes stand in the file ({kind}); expected the text as it was issued")
                if next(story.iter(*_ELSEWHERE), None) is not None:
                    raise self._error(
                        "a part of the text is a file within this one; expected it saved by Word as one document"
                    )

    def _error(self, message: str, place: str = "") -> ContentError:
        return ContentError(self.path, None, f"{place}: {message}" if place else message)

    # --- paragraphs ------------------------------------------------------------------------------

    def _body(self, outside: list[Any]) -> Iterator[Line]:
        """The lines of the body; the paragraphs of its text boxes are added to those outside."""
        label = text = ""
        paragraphs = list(self._paragraphs(self.document.find(tag("body"))))
        for number, paragraph in enumerate(paragraphs, 1):
            self.place = f"paragraph {number}"
            boxes = [
                inner
                for box in paragraph.iter(tag("txbxContent"))
                for inner in box.iter(tag("p"))
                if box_of(inner) is box
            ]
            outside += boxes
            self._doubt_boxes(boxes)
            own = self._read(paragraph)
            concealed = self._is_mark_hidden(paragraph)
            if own.strip() or not concealed:
                label = self._label(paragraph) if not text else label
                text += own
            if child(child(paragraph, "pPr"), "sectPr") is not None:
                self.section += 1
            if concealed and number < len(paragraphs):
                continue
            yield from self._lines(label, text, number)
            label = text = ""
            self.stress = []

    def _paragraphs(self, parent: Any) -> Iterator[Any]:
        """The paragraphs in a body, with those of its tables; a row that is hidden is left out."""
        for element in parent if parent is not None else ():
            if element.tag == tag("p"):
                yield element
            elif element.tag == tag("tr") and is_on(child(child(element, "trPr"), "hidden")):
                self.place = "table"
                self._leave(element, "hidden row", doubt=True)
            elif element.tag in _BLOCKS:
                yield from self._paragraphs(element)

    def _lines(self, label: str, text: str, number: int) -> Iterator[Line]:
        before = Before.PARAGRAPH
        stressed = len(self.stress) > 1 and self.stress[0] and not self.stress[-1]
        for i, piece in enumerate(text.split("\n")):
            words = tidy(piece if i else label + piece).lstrip()
            if words:
                yield Line(
                    words, 0, number, before, unit=Unit.PARAGRAPH, right=width(words), stressed=stressed and not i
                )
                before = Before.NOTHING

    def _label(self, paragraph: Any) -> str:
        """The automatic number of a paragraph, counted among what is printed."""
        try:
            label = tidy(self.numbering.label(paragraph))
        except UnprintableError as error:
            raise self._error(f"{error}; expected numbers as the official languages have them", self.place) from None
        self.printed += weigh(label)
        return label

    def _read(self, paragraph: Any) -> str:
        """The text of a paragraph that is seen, without its label."""
        return "".join(self._texts(paragraph, paragraph))

    def _is_mark_hidden(self, paragraph: Any) -> bool:
        """Whether the end of a paragraph is hidden: the next one goes on in its line."""
        return self.properties.switched("vanish", child(child(paragraph, "pPr"), "rPr"), paragraph)

    # --- notes, margins ----------------------------------------------------------------------------

    def _cited(self) -> Iterator[Line]:
        """The notes that the text cites, in its order."""
        self._field(self.fields.close)
        for i, (kind, identifier, mark) in enumerate(self.cited, 1):
            self.place = f"{kind} {i}"
            note = self.notes.bodies.pop((kind, identifier), None)
            if note is None:
                raise self._error(
                    f"its mark stands in the text, and the note is not in the file; {_AS_ISSUED}", self.place
                )
            pieces = [tidy(self._label(p) + self._read(p)).strip() for p in note.iter(tag("p"))]
            self.printed += weigh(mark)
            yield Line(
                " ".join((mark, *filter(None, pieces))).strip(), 0, i, Before.PARAGRAPH, LineKind.NOTE, Unit.PARAGRAPH
            )
            self._field(self.fields.close)

    def _margins(self, outside: list[Any]) -> Iterator[Line]:
        """What stands in headers, footers and text boxes."""
        self.is_margin = True
        number = 0
        for story in (*self.stories["header"], *self.stories["footer"], outside):
            for paragraph in story if story is outside else story.iter(tag("p")):
                number += 1
                self.place = f"header, footer or text box {number}"
                if text := tidy(self._label(paragraph) + self._read(paragraph)).strip():
                    yield Line(text, 0, number, Before.PARAGRAPH, LineKind.MARGIN, Unit.PARAGRAPH)
            self._field(self.fields.close)

    def _doubt_boxes(self, boxes: list[Any]) -> None:
        """A text box may hold a piece of the text, and where in it does not say."""
        if words := "".join(words_in(box) for box in boxes).strip():
            self._doubt(f"a text box, “{words[:60]}”", "no part of the text")

    # --- runs --------------------------------------------------------------------------------------

    def _texts(self, element: Any, paragraph: Any) -> Iterator[str]:
        """The pieces of text under an element, in order."""
        for part in element:
            if part.tag == tag("r"):
                yield from self._run(part, paragraph)
            elif part.tag == f"{MATH}oMath":
                yield from self._equation(part)
            elif part.tag == tag("fldSimple"):
                self._field(partial(self.fields.check, attribute(part, "instr")))
                yield from self._texts(part, paragraph)
            elif part.tag not in _NO_TEXT:
                yield from self._texts(part, paragraph)

    def _run(self, run: Any, paragraph: Any) -> Iterator[str]:
        unseen = self._unseen(run, paragraph)
        for part in run:
            if part.tag in PARTS:
                self._field(partial(self.fields.take, part))
            elif self.fields.is_code or unseen:
                why = "code of a field" if self.fields.is_code else unseen
                self._leave(part, why, doubt=why == unseen and not self.is_margin)
            elif part.tag == tag("t"):
                yield self._text(text_seen(part.text), run, paragraph)
            elif part.tag in _REFERENCES:
                yield self._reference(part, _REFERENCES[part.tag])
            elif part.tag == tag("sym"):
                yield self._symbol(part)
            elif part.tag == tag("ruby"):
                yield from self._ruby(part, paragraph)
            elif part.tag in _DRAWN:
                self._doubt_drawn(part)
            elif part.tag in _FILLED:
                what = "a date or a page number that a program fills in when it prints"
                raise self._error(f"{what}; {_AS_ISSUED}", self.place)
            else:
                yield _AS_TEXT.get(part.tag, "")

    def _ruby(self, ruby: Any, paragraph: Any) -> Iterator[str]:
        """The text that a phonetic guide stands over; the guide is left out."""
        for part in ruby:
            if part.tag == tag("rubyBase"):
                yield from self._texts(part, paragraph)
            else:
                self._leave(part, "phonetic guide")

    def _unseen(self, run: Any, paragraph: Any) -> str:
        """Why a run is not seen in the printed document; empty where it is."""
        properties = child(run, "rPr")
        if self.properties.switched("vanish", properties, paragraph):
            return "hidden text"
        size = value(self.properties.found("sz", properties, paragraph), "") or ""
        if size.isdecimal() and int(size) <= _TINY:
            return "text too small to be seen"
        color = value(self.properties.found("color", properties, paragraph), "") or ""
        if color.upper() != "FFFFFF":
            return ""
        behind = [self.properties.found(name, properties, paragraph) for name in ("shd", "highlight")]
        behind.append(child(child(paragraph, "pPr"), "shd"))
        in_table = next(paragraph.iterancestors(tag("tbl")), None) is not None
        return "" if in_table or any(each is not None for each in behind) else "white text"

    def _text(self, text: str, run: Any, paragraph: Any) -> str:
        """The text of a run that is seen, its figures raised where they are set so."""
        properties = child(run, "rPr")
        for name in ("strike", "dstrike"):
            if text.strip() and self.properties.switched(name, properties, paragraph):
                raise self._error(
                    f"“{text.strip()[:60]}” is struck out; expected the text as it was issued", self.place
                )
        fonts = self.properties.found("rFonts", properties, paragraph)
        font = attribute(fonts, "ascii") if fonts is not None else ""
        if font.casefold() in SYMBOL_FONTS and not self.is_margin:
            self._refuse_signs(font, text)
        if re.search(r"[^\W\d]", text):
            self.stress.append(any(self.properties.switched(name, properties, paragraph) for name in ("b", "i")))
        lift = value(self.properties.found("position", properties, paragraph), "") or ""
        is_lifted = lift.isdecimal() and int(lift) >= _LIFTED
        raised = is_lifted or value(self.properties.found("vertAlign", properties, paragraph)) == "superscript"
        return re.sub(r"[0-9]", lambda found: found[0].translate(DIGITS), text) if raised else text

    def _refuse_signs(self, font: str, text: str) -> None:
        """ContentError where a font of signs draws another one in place of a letter."""
        drawn = next((c for c in text if not c.isspace() and ord(c) < 0x100 and from_symbol_font(font, c) != c), None)
        if drawn:
            what = f"“{drawn}” in the font {font}, which draws a sign in its place"
            raise self._error(f"{what}; expected the sign itself", self.place)

    def _reference(self, part: Any, kind: str) -> str:
        """The mark of a note where it is cited; nothing where the text has one of its own, such as an asterisk."""
        own = attribute(part, "customMarkFollows") in ("1", "true", "on")
        try:
            mark = "" if own else self.notes.mark(kind, self.section)
        except UnprintableError as error:
            raise self._error(f"{error}; expected a document whose notes are numbered through", self.place) from None
        self.cited.append((kind, attribute(part, "id"), mark))
        self.printed += weigh(mark)
        return mark

    def _symbol(self, part: Any) -> str:
        """The character of a sign that was put in from the list of a font."""
        font, code = attribute(part, "font"), attribute(part, "char")
        sign = from_symbol_font(font, chr(int(code, 16))) if re.fullmatch("[0-9A-Fa-f]{2,5}", code) else None
        if sign is None and self.is_margin:
            return UNKNOWN
        if sign is None:
            raise self._error(
                f"the sign {code} of the font {font}, whose character is not known; expected the character itself",
                self.place,
            )
        return sign

    def _equation(self, equation: Any) -> Iterator[str]:
        """The text of an equation that is a row of characters; one that is more can't be written in a line."""
        plain = {f"{MATH}{name}" for name in ("r", "t", "rPr", "ctrlPr")}
        laid_out = [each for each in equation.iter() if each.tag.startswith(MATH) and each.tag not in plain]
        if any(each is not equation and not is_property(each) for each in laid_out):
            raise self._error(
                f"an equation, “{words_in(equation)[:60]}”, that is more than a row of characters; expected words",
                self.place,
            )
        yield words_in(equation)

    def _field(self, act: Callable[[], None]) -> None:
        """Take note of a field; ContentError where what it prints can't be known."""
        try:
            act()
        except UnprintableError as error:
            raise self._error(f"{error}; {_AS_ISSUED}", self.place) from None

    # --- what is left out --------------------------------------------------------------------------------

    def _leave(self, element: Any, why: str, *, doubt: bool = False) -> None:
        """Leave out the text of an element, if it has any."""
        words = words_in(element)
        if weigh(words):
            self.left_out.append(LeftOut(words, why, self.place))
            if doubt:
                self._doubt(f"{why}, “{words.strip()[:60]}”", "not in the text")

    def _doubt(self, found: str, understood: str) -> None:
        self.doubts.append(Doubt(DoubtKind.HIDDEN, self.place, found, understood))

    def _doubt_drawn(self, part: Any) -> None:
        """An object or a diagram may show words, which the text has not; a picture is none."""
        data = next((each.get("uri", "") for each in part.iter() if str(each.tag).endswith("}graphicData")), "")
        if part.tag == tag("object") or data.endswith(("/chart", "/diagram")):
            self._doubt(f"{_DRAWN[part.tag]}, which may show words", "no part of the text")


_AS_ISSUED = "expected the document as it was issued"
