"""Word files → lines: a paragraph a line, with its automatic number, and the footnotes behind the text."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from bot.errors import ContentError
from bot.importing.lines import DIGITS, LARGEST, Before, Extracted, Kind, Line, Unit, tidy, weigh, width
from bot.importing.numbering import Numbering, attribute, chain, child, tag, value

UNPACKED = 10 * LARGEST
"""Bytes a Word file may unpack to."""
_OPENED = "expected a .docx that opens in Word"
_OUTSIDE = {"drawing", "pict", "object", "AlternateContent"}
"""What holds no text of the paragraph itself, though perhaps a text box."""


def word_lines(path: str, data: bytes) -> Extracted:
    """The lines of a .docx; ContentError where it is broken, or has changes that were not accepted."""
    document = _opened(path, data)
    if document.element.body.xpath(".//w:ins[.//w:t] | .//w:del | .//w:moveFrom"):
        raise ContentError(path, None, "tracked changes stand in the file; expected the text as it was issued")
    lines = tuple(_Walk(document).lines())
    return Extracted(lines, sum(weigh(line.text) for line in lines))


def _opened(path: str, data: bytes) -> Any:
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > UNPACKED:
                raise ContentError(path, None, f"it unpacks to more than {UNPACKED} bytes; expected a document")
            if "word/document.xml" not in archive.namelist():
                raise ContentError(path, None, f"a packed file, but not a Word document; {_OPENED}")
        # lxml's errors on XML that is not sound are SyntaxErrors.
        return Document(BytesIO(data))
    except ContentError:
        raise
    except (zipfile.BadZipFile, OpcError, SyntaxError, KeyError, ValueError, EOFError, zlib.error, NotImplementedError, RuntimeError, OSError) as error:
        raise ContentError(path, None, f"the Word file is broken ({type(error).__name__}); {_OPENED}") from None


@dataclass
class _Walk:
    """One way through a document: what it has counted so far."""

    document: Any
    cited: list[tuple[str, str]] = field(default_factory=list)
    """The footnotes in the order of the text: id, and mark where Word numbers them (empty where the text has a mark of its own, such as *)."""

    def __post_init__(self) -> None:
        styles = self.document.styles.element
        self.styles = {attribute(style, "styleId"): style for style in styles.iter(tag("style"))}
        self.numbering = Numbering(self._part("numbering"), self.styles)

    def _part(self, name: str) -> Any | None:
        """The root of that part, None where there is none."""
        for part in self._parts(name):
            return part
        return None

    def _parts(self, name: str) -> Iterator[Any]:
        from docx.oxml import parse_xml

        for relation in self.document.part.rels.values():
            if not relation.is_external and relation.reltype.endswith(f"/{name}"):
                yield parse_xml(relation.target_part.blob)

    def lines(self) -> Iterator[Line]:
        """The body, then the footnotes, then what stands in headers, footers and text boxes."""
        outside = [paragraph for name in ("header", "footer") for part in self._parts(name) for paragraph in part.iter(tag("p"))]
        for number, paragraph in enumerate(self._paragraphs(self.document.element.body), 1):
            outside += [inner for box in paragraph.iter(tag("txbxContent")) for inner in box.iter(tag("p"))]
            yield from self._paragraph(paragraph, number)
        yield from self._notes()
        for i, paragraph in enumerate(outside, 1):
            if text := tidy("".join(self._texts(paragraph))).strip():
                yield Line(text, 0, i, Before.PARAGRAPH, Kind.MARGIN, Unit.PARAGRAPH)

    def _paragraphs(self, parent: Any) -> Iterator[Any]:
        """The paragraphs in a body, with those of its tables."""
        for element in parent:
            if element.tag == tag("p"):
                yield element
            elif element.tag in (tag("tbl"), tag("tr"), tag("tc"), tag("sdt"), tag("sdtContent"), tag("customXml")):
                yield from self._paragraphs(element)

    def _paragraph(self, paragraph: Any, number: int) -> Iterator[Line]:
        label = self.numbering.label(paragraph)
        text = "".join(self._texts(paragraph))
        before = Before.PARAGRAPH
        for i, piece in enumerate(text.split("\n")):
            words = tidy(f"{label} {piece}" if label and not i else piece).lstrip()
            if words:
                stressed = not i and self._stressed(paragraph)
                yield Line(words, 0, number, before, unit=Unit.PARAGRAPH, right=width(words), stressed=stressed)
                before = Before.NOTHING

    def _notes(self) -> Iterator[Line]:
        part = self._part("footnotes")
        notes = {attribute(note, "id"): note for note in part.iter(tag("footnote"))} if part is not None else {}
        for i, (identifier, mark) in enumerate(self.cited, 1):
            note = notes.get(identifier)
            pieces = [tidy("".join(self._texts(p))).strip() for p in note.iter(tag("p"))] if note is not None else []
            text = " ".join((mark, *(piece for piece in pieces if piece))).strip()
            yield Line(text, 0, i, Before.PARAGRAPH, Kind.NOTE, Unit.PARAGRAPH)

    def _texts(self, element: Any) -> Iterator[str]:
        """The pieces of text under an element, in order."""
        for part in element:
            name = etree_name(part)
            if name in _OUTSIDE or name in ("pPr", "instrText"):
                continue
            if name == "r":
                yield from self._run(part)
            else:
                yield from self._texts(part)

    def _run(self, run: Any) -> Iterator[str]:
        properties = child(run, "rPr")
        if value(child(properties, "vanish"), "1") not in (None, "0", "false"):
            return
        raised = self._raised(run)
        for part in run:
            name = etree_name(part)
            if name == "t":
                text = part.text or ""
                yield re.sub(r"\d", lambda found: found[0].translate(DIGITS), text) if raised else text
            elif name == "footnoteReference":
                yield self._reference(part)
            else:
                yield {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(name, "")

    def _reference(self, part: Any) -> str:
        """The mark of a footnote where it is cited; nothing where the text has one of its own, such as an asterisk."""
        own = attribute(part, "customMarkFollows") in ("1", "true")
        mark = "" if own else str(1 + sum(bool(mark) for _, mark in self.cited)).translate(DIGITS)
        self.cited.append((attribute(part, "id"), mark))
        return mark

    def _raised(self, run: Any) -> bool:
        properties = child(run, "rPr")
        own = value(child(properties, "vertAlign"))
        if own is not None:
            return own == "superscript"
        style = value(child(properties, "rStyle"))
        found = (value(child(child(each, "rPr"), "vertAlign")) for each in chain(self.styles, style))
        return next((each for each in found if each), None) == "superscript"

    def _stressed(self, paragraph: Any) -> bool:
        """Whether its first run of words is bold or in italics and its last is not."""
        runs = [run for run in paragraph.iter(tag("r")) if re.search(r"[^\W\d]", "".join(self._run_text(run)))]
        if len(runs) < 2:
            return False
        set_off = [any(value(child(child(run, "rPr"), name), "1") not in (None, "0", "false") for name in ("b", "i")) for run in (runs[0], runs[-1])]
        return set_off == [True, False]

    @staticmethod
    def _run_text(run: Any) -> Iterator[str]:
        return (part.text or "" for part in run.iter(tag("t")))


def etree_name(element: Any) -> str:
    """The name of an element without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
