"""Word files for tests, written as markup."""

from __future__ import annotations

import io
import zipfile

from bot.importing.extract import extract
from bot.importing.lines import Extracted, LineKind

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
NAMES = f'xmlns:w="{W}" xmlns:m="{M}" xmlns:mc="{MC}" xmlns:wps="{WPS}" xmlns:r="{R}"'
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ROOTS = {"header": "hdr", "footer": "ftr"}


def run(text: str, properties: str = "") -> str:
    """A run of text; properties: what stands in its rPr."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inner: str, properties: str = "") -> str:
    """A paragraph of runs, or of plain text; properties: what stands in its pPr."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner if inner.startswith('<') else run(inner)}</w:p>"


def listed(text: str, level: int = 0, number: int = 1) -> str:
    """A paragraph of a list."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(at: int, how: str, text: str, more: str = "") -> str:
    """A level of a list; more: what else stands in it."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{how}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str, more: str = "", override: str = "") -> str:
    """A list of those levels, 1, and one with its counters, 2; override: what the second says itself."""
    one = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    numbers = [f'<w:num w:numId="{i}"><w:abstractNumId w:val="0"/>{override if i == 2 else ""}</w:num>' for i in (1, 2)]
    return more + one + "".join(numbers)


def style(name: str, inner: str, kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{inner}</w:style>'


def docx(body: str, *, strict: bool = False, main: str = "document.main", **parts: str) -> bytes:
    """A Word file. parts: the inner markup of numbering, styles, footnotes, settings, comments, header …"""
    relations = "".join(
        f'<Relationship Id="r{i}" Type="{R}/{kind}" Target="{kind}.xml"/>' for i, kind in enumerate(parts)
    )
    whole = f'<Relationship Id="r" Type="{R}/officeDocument" Target="word/document.xml"/>'
    files = {
        "[Content_Types].xml": f'<Types><Override PartName="/word/document.xml" ContentType="{main}+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{whole}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
    }
    for kind, inner in parts.items():
        files[f"word/{kind}.xml"] = f"<w:{ROOTS.get(kind, kind)} {NAMES}>{inner}</w:{ROOTS.get(kind, kind)}>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            if strict:
                content = content.replace(W, STRICT).replace(
                    R, "http://purl.oclc.org/ooxml/officeDocument/relationships"
                )
            archive.writestr(name, content)
    return out.getvalue()


def taken(body: str, **parts: str) -> Extracted:
    """What is taken out of a Word file with that body."""
    return extract("x.docx", docx(body, **parts))


def texts(body: str, **parts: str) -> list[str]:
    """The lines of the body and of the notes, less what stands around them."""
    return [line.text for line in taken(body, **parts).lines if line.kind is not LineKind.MARGIN]
