"""Makers of files as the document system issues them: clean text laid out with masthead, running heads, job numbers and
page numbers."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from bot.importing.lines import width

MARKS = "¹²³⁴⁵⁶⁷⁸⁹"
FIGURES = str.maketrans(MARKS, "123456789")
OPERATIVE = re.compile(r"(\d+)\. (.*)", re.DOTALL)
LABEL = re.compile(r"(\((?:[a-z]|[ivx]+)\)) (.*)", re.DOTALL)


@dataclass(frozen=True)
class Furniture:
    """What stands around the text."""

    symbol: str
    united_nations: str
    organ: str
    distribution: tuple[str, ...]
    job: str
    job_line: str
    barcode: str
    recycle: str


CHINESE = Furniture(
    "A/HRC/RES/56/4", "联 合 国", "大 会", ("Distr.: General", "22 July 2024", "Chinese", "Original: English"),
    "GE.24-13251", "GE.24-13251 (C)  240724  250724", "*2413251*", "请回收",
)  # fmt: skip
ENGLISH = Furniture(
    "A/HRC/RES/98/77", "United Nations", "General Assembly", ("Distr.: General", "22 July 2093", "Original: English"),
    "GE.93-13251", "GE.93-13251 (E)", "*9313251*", "Please recycle",
)  # fmt: skip


@dataclass(frozen=True)
class Block:
    """A paragraph and what it is: head, preamble, operative, sub, foot."""

    text: str
    kind: str
    gap: bool = True


def blocks(text: str) -> tuple[list[Block], dict[str, str]]:
    """The paragraphs of a clean text, and its footnotes by their marks."""
    lines = [line for line in text.replace("**", "").splitlines() if line.strip()]
    notes = {line[0]: line[1:].strip() for line in lines if line[0] in MARKS + "*"}
    kept = [line for line in lines if line[0] not in MARKS + "*"]
    opening = next(i for i, line in enumerate(kept) if re.fullmatch("The .+,|.{2,5}，", line))
    foot = next(
        i
        for i, line in enumerate(kept)
        if i > opening and re.fullmatch(r"\d+(?:th|st) meeting|\d{4}年\d+月\d+日", line)
    )
    out = []
    for i, line in enumerate(kept):
        if i < opening:
            out.append(Block(line, "head", gap=i >= 5))
        elif i >= foot:
            out.append(Block(line, "foot"))
        elif OPERATIVE.fullmatch(line):
            out.append(Block(line, "operative"))
        else:
            out.append(Block(line, "sub" if LABEL.fullmatch(line) else "preamble"))
    return out, notes


# --- PDF -----------------------------------------------------------------------------------------


class Sheet:
    """Lays paragraphs out on pages."""

    def __init__(
        self,
        furniture: Furniture,
        notes: dict[str, str],
        font: str,
        height: float,
        *,
        rise: bool,
        gaps: bool,
        hyphens: bool,
    ) -> None:
        self.furniture, self.notes, self.font, self.height = furniture, notes, font, height
        self.rise, self.gaps, self.hyphens = rise, gaps, hyphens
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=(A4[0], height))
        self.page, self.size, self.left, self.right = 1, 10, 90, 480
        self.cited: list[str] = []
        self.y = self._masthead()

    def _put(self, x: float, y: float, text: str, size: float) -> None:
        self.canvas.setFont(self.font, size)
        self.canvas.drawString(x, y, text)

    def _masthead(self) -> float:
        made, top = self.furniture, self.height - 60
        self._put(self.left, top, made.united_nations, 14)
        self._put(380, top, made.symbol, 14)
        self._put(self.left, top - 40, made.organ, 20)
        for i, line in enumerate(made.distribution):
            self._put(380, top - 22 - 12 * i, line, 10)
        self._put(self.left, 40, made.job_line, 9)
        self._put(330, 40, made.barcode, 12)
        self._put(430, 40, made.recycle, 9)
        return top - 90

    def _turn(self) -> None:
        self._foot()
        self.canvas.showPage()
        self.page += 1
        even = self.page % 2 == 0
        self._put(self.left if even else 400, self.height - 45, self.furniture.symbol, 9)
        self._put(self.left if even else 460, 40, str(self.page), 9)
        self._put(420 if even else self.left, 40, self.furniture.job, 9)
        self.y = self.height - 80

    def _foot(self) -> None:
        if not self.cited:
            return
        lines = [(i, line, mark) for mark in self.cited for i, line in enumerate(self._wrapped(self.notes[mark], 8, 0))]
        y = 60.0 + 10 * len(lines)
        self._put(self.left, y, "_" * 18, 8)
        for i, line, mark in lines:
            y -= 10
            if not i:
                self._marked(self.left + 4, y, mark, 8)
            self._put(self.left + 14, y, line, 8)
        self.cited = []

    def _marked(self, x: float, y: float, text: str, size: float) -> float:
        """Write text whose marks are raised; where it ends."""
        for piece in re.findall(f"[{MARKS}]+|[^{MARKS}]+", text):
            raised = piece[0] in MARKS
            at = size * 0.62 if raised else size
            written = self.canvas.beginText(x, y + (size * 0.33 if raised and not self.rise else 0))
            written.setFont(self.font, at)
            written.setRise(size * 0.33 if raised and self.rise else 0)
            written.textOut(piece.translate(FIGURES))
            self.canvas.drawText(written)
            x += pdfmetrics.stringWidth(piece.translate(FIGURES), self.font, at)
        return x

    def _wrapped(self, text: str, size: float, indent: float) -> Iterator[str]:
        """The lines of a text; a space at which it was broken stays at the end, as in files that Word makes."""
        line = ""
        for word in re.findall(
            r"[\w.,;:'’()/%¹²³*\[\]]*[A-Za-z0-9][^\s\u3000-\uffef\u4e00-\u9fff]*\s?|.[，。；：、》）)]*\s?", text
        ):
            room = self.right - self.left - indent - self._wide(line, size)
            if line and self._wide(word.rstrip(), size) > room:
                head = self._broken(word, room, size)
                yield line + head
                line, word, indent = (
                    "",
                    word.removeprefix(head.removesuffix("-") if not word.startswith(head) else head),
                    0,
                )
            line += word
        yield line

    def _broken(self, word: str, room: float, size: float) -> str:
        """As much of a word, with its hyphen, as there is room for."""
        if not self.hyphens:
            return ""
        for at in range(len(word) - 4, 3, -1):
            head = word[:at]
            if word[at - 1] == "-" and self._wide(head, size) < room:
                return head
            if (
                word[:at].isalpha()
                and word[at : at + 3].isalpha()
                and word[:at].islower()
                and self._wide(head + "-", size) < room
            ):
                return head + "-"
        return ""

    def _wide(self, text: str, size: float) -> float:
        return float(pdfmetrics.stringWidth(text.translate(FIGURES), self.font, size))

    def paragraph(self, block: Block) -> None:
        indent = {"preamble": 24, "operative": 24, "sub": 40}.get(block.kind, 0)
        if block.gap and self.gaps:
            self.y -= 6
        for i, line in enumerate(self._wrapped(block.text, self.size, indent)):
            marks = [mark for mark in self.notes if mark in line and (mark != "*" or line.rstrip().endswith("*"))]
            reserved = sum(10 * len(list(self._wrapped(self.notes[mark], 8, 0))) for mark in self.cited + marks) + 90
            if self.y < reserved:
                self._turn()
            self.cited += [mark for mark in marks if mark not in self.cited]
            self._marked(self.left + (0 if i else indent), self.y, line, self.size)
            self.y -= 13

    def close(self) -> bytes:
        self._foot()
        self.canvas.save()
        return self.out.getvalue()


def make_pdf(
    text: str,
    furniture: Furniture,
    *,
    height: float = A4[1],
    rise: bool = False,
    gaps: bool = True,
    hyphens: bool = True,
) -> bytes:
    """A PDF of a clean text."""
    font = "Times-Roman"
    if furniture is CHINESE:
        font = "STSong-Light"
        pdfmetrics.registerFont(UnicodeCIDFont(font))
    paragraphs, notes = blocks(text)
    sheet = Sheet(furniture, notes, font, height, rise=rise, gaps=gaps, hyphens=hyphens)
    for block in paragraphs:
        sheet.paragraph(block)
    return sheet.close()


def picture_pdf() -> bytes:
    """A PDF with a picture and no text."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawImage(ImageReader(Image.new("RGB", (20, 20), "grey")), 50, 50, 400, 600)
    canvas.save()
    return out.getvalue()


def encrypted_pdf() -> bytes:
    """A PDF that needs a password."""
    from reportlab.lib.pdfencrypt import StandardEncryption

    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret", strength=128))
    canvas.drawString(50, 50, "invented")
    canvas.save()
    return out.getvalue()


# --- Word ----------------------------------------------------------------------------------------

_NUMBERING = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl></w:abstractNum>"""


def make_docx(text: str, furniture: Furniture, *, tracked: bool = False) -> bytes:
    """A Word file of a clean text, with automatic numbers and Word's own footnotes."""
    document = Document()
    _numbers(document)
    paragraphs, notes = blocks(text)
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = furniture.united_nations, furniture.symbol
    table.cell(1, 0).text, table.cell(1, 1).text = furniture.organ, "\n".join(furniture.distribution)
    section = document.sections[0]
    section.header.paragraphs[0].text, section.footer.paragraphs[0].text = furniture.symbol, f"{furniture.job}\t2"
    for block in paragraphs:
        _word_paragraph(document, block, notes)
    _footnotes(document, notes)
    if tracked:
        inserted = OxmlElement("w:ins")
        inserted.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>x</w:t></w:r>"))
        document.paragraphs[5]._p.append(inserted)
    document.add_paragraph("____________")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _numbers(document: Document) -> None:
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(_NUMBERING))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))


def _word_paragraph(document: Document, block: Block, notes: dict[str, str]) -> None:
    paragraph = document.add_paragraph()
    text, level = block.text, None
    if block.kind == "operative":
        text, level = OPERATIVE.fullmatch(text)[2], 0
    elif block.kind == "sub":
        label, text = LABEL.fullmatch(text).groups()
        level = 2 if label in ("(i)", "(ii)", "(iii)") else 1
    if level is not None:
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
        )
    for piece in re.findall(rf"[{MARKS}]|\*$|[^{MARKS}*]+", text):
        run = paragraph.add_run()
        if piece in notes:
            reference = OxmlElement("w:footnoteReference")
            reference.set(qn("w:id"), str(list(notes).index(piece) + 7))
            run._r.append(reference)
            if piece == "*":
                reference.set(qn("w:customMarkFollows"), "1")
                run.add_text("*")
        else:
            words = piece.split(" ", 1)
            run.add_text(words[0])
            run.italic = block.kind == "preamble"
            paragraph.add_run(" " + words[1] if len(words) > 1 else "")


def _footnotes(document: Document, notes: dict[str, str]) -> None:
    inner = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    for i, (mark, text) in enumerate(notes.items(), 7):
        own = "<w:t>*</w:t>" if mark == "*" else "<w:footnoteRef/>"
        inner += (
            f'<w:footnote w:id="{i}"><w:p><w:r>{own}</w:r><w:r><w:t xml:space="preserve"> '
            f"{text}</w:t></w:r></w:p></w:footnote>"
        )
    blob = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {nsdecls("w")}>{inner}</w:footnotes>'.encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    document.part.relate_to(Part(PackURI("/word/footnotes.xml"), kind, blob, document.part.package), RT.FOOTNOTES)


# --- plain text ------------------------------------------------------------------------------------


def make_text(text: str, furniture: Furniture, *, columns: int = 76, rows: int = 44, form_feeds: bool = True) -> str:
    """Plain text as programs take it out of a PDF: hard-wrapped, with what stands around the text."""
    paragraphs, notes = blocks(text)
    gap = " " * 30
    pages = [[furniture.united_nations + gap + furniture.symbol, "", furniture.organ + gap + furniture.distribution[0]]]
    pages[0] += [gap * 2 + line for line in furniture.distribution[1:]]
    for block in paragraphs:
        pages[-1] += [""] * block.gap
        for line in _columns(block.text, columns):
            if len(pages[-1]) > rows:
                _text_foot(pages, notes, furniture, columns)
                pages.append([furniture.symbol, ""])
            pages[-1].append(line)
    _text_foot(pages, notes, furniture, columns)
    return ("\n\f" if form_feeds else "\n\n").join("\n".join(page) for page in pages) + "\n"


def _text_foot(pages: list[list[str]], notes: dict[str, str], furniture: Furniture, columns: int) -> None:
    number = len(pages)
    for mark in [mark for mark in notes if any(mark in line for line in pages[-1])]:
        pages[-1] += ["", *_columns(f"{mark} {notes[mark]}", columns)]
    pages[-1] += ["", furniture.job_line if number == 1 else f"{furniture.job}    {number}"]


def _columns(text: str, columns: int) -> Iterator[str]:
    line = ""
    for word in (
        re.findall(r"[A-Za-z0-9.%()/-]+\s?|.[，。；：、》）]*\s?", text)
        if re.search("[一-鿿]", text)
        else re.findall(r"[^\s-]+(?:-|\s|$)", text)
    ):
        if width(line + word.rstrip()) > columns:
            yield line.rstrip()
            line = ""
        line += word
    yield line
