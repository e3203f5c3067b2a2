"""Files made to do harm: that unpack to gigabytes, run in circles, nest without end, or are just very long."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
MEBIBYTE = 2**20


def packed(parts: dict[str, bytes | str]) -> bytes:
    """A packed file with those parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def relations(*targets: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{i}" Type="{R}/{kind}" Target="{to}"/>' for i, (kind, to) in enumerate(targets)
    )
    return f'<Relationships xmlns="{RELATIONS}">{inner}</Relationships>'


def word(body: str | bytes, **parts: str | bytes) -> bytes:
    """A Word file with that body; parts: styles, numbering, footnotes, header."""
    whole = body if isinstance(body, bytes) else f"<w:document {W}><w:body>{body}</w:body></w:document>"
    found: dict[str, bytes | str] = {
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(*((kind, f"{kind}.xml") for kind in parts)),
        "word/document.xml": whole,
    }
    return packed(found | {f"word/{kind}.xml": content for kind, content in parts.items()})


def paragraphs(count: int, inner: str = "<w:r><w:t>1. Decides to light a lantern;</w:t></w:r>") -> str:
    return f"<w:p>{inner}</w:p>" * count


def numbered(count: int, how: str, start: str) -> bytes:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{how}"/><w:lvlText w:val="%1."/></w:lvl>'
    part = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    of_list = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r>'
    return word(paragraphs(count, of_list), numbering=part)


def laughs(levels: int) -> str:
    """Entities that each stand for ten of the one before."""
    inner = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "ha"}">' for i in range(levels))
    return (
        f'<?xml version="1.0"?><!DOCTYPE w [{inner}]>'
        f"<w:document {W}><w:body><w:p><w:r><w:t>&a{levels - 1};</w:t></w:r></w:p></w:body></w:document>"
    )


def lying(size: int) -> bytes:
    """A packed file whose document says that it is small and is not."""
    true = word(b" " * size)
    return true.replace(struct.pack("<I", size), struct.pack("<I", 1000))


def overlapping(entries: int) -> bytes:
    """A packed file with that many names for one and the same part."""
    true = word(paragraphs(10))
    at = true.rindex(b"PK\x05\x06")
    start = struct.unpack("<I", true[at + 16 : at + 20])[0]
    entry = true[start:at]
    count = min(entries, 0xFFFF)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(entry) * entries, start, 0)
    return true[:start] + entry * entries + end


# --- PDF -------------------------------------------------------------------------------------------


def pdf(*objects: str | bytes) -> bytes:
    """A PDF of those objects, the first of which is its catalogue."""
    out = io.BytesIO()
    out.write(b"%PDF-1.5\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content.encode() if isinstance(content, str) else content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def stream(content: bytes, entries: str = "") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries.encode(), len(content), content)


CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"
PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def page(content: bytes, *more: str | bytes, entries: str = "", resources: str = "") -> bytes:
    """A PDF of one page with that content; more: the objects from the sixth on."""
    of_page = f"<< /Font << /F 5 0 R >> {resources} >>"
    leaf = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources {of_page} >>"
    return pdf(CATALOGUE, PAGES, leaf, stream(content, entries), FONT, *more)


def forms(count: int, calls: int) -> bytes:
    """Forms that each draw the next one several times."""
    named = "/XObject << {} >>"
    made = [
        stream(
            f"/X{i + 1} Do ".encode() * calls if i + 1 < count else b"BT /F 10 Tf 10 10 Td (x) Tj ET",
            f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F 5 0 R >> "
            f"{named.format(f'/X{i + 1} {7 + i} 0 R') if i + 1 < count else ''} >>",
        )
        for i in range(count)
    ]
    return page(b"/X0 Do", *made, resources=named.format("/X0 6 0 R"))


def circle_of_forms() -> bytes:
    form = stream(
        b"/X0 Do /X0 Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X0 6 0 R >> >>"
    )
    return page(b"/X0 Do", form, resources="/XObject << /X0 6 0 R >>")


def deflated(size: int, times: int = 1) -> bytes:
    """The content of a page that unpacks to that many bytes, packed that many times."""
    data = b"q Q " * (size // 4)
    for _ in range(times):
        data = zlib.compress(data, 1)
    return page(data, entries=f"/Filter [{'/FlateDecode ' * times}]")


def unicode_map() -> bytes:
    ranges = "begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange " + (
        "1 beginbfrange <00000000> <FFFFFFFF> <0020> endbfrange " * 50
    )
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    leaf = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    return pdf(CATALOGUE, PAGES, leaf, stream(b"BT /F 10 Tf (abc) Tj ET"), font, stream(ranges.encode()))


def many_pages(count: int) -> bytes:
    kids = " ".join(f"{4 + i} 0 R" for i in range(count))
    leaf = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 3 0 R >>"
    return pdf(CATALOGUE, f"<< /Type /Pages /Kids [{kids}] /Count {count} >>", stream(b"q Q"), *[leaf] * count)


def circle_of_tables() -> bytes:
    """A table of objects that says that the table before it is itself."""
    made = page(b"q Q")
    start = made.rindex(b"xref\n0")
    return made.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)


# --- all of them --------------------------------------------------------------------------------------

HEAD = (
    "A/HRC/RES/98/77\n\nHuman Rights Council\n\nNinety-eighth session\n\n3–21 March 2093\n\nAgenda item 3\n\n"
    "Resolution adopted by the Human Rights Council on 20 March 2093\n\n98/77. Lanterns\n\n"
    "The Human Rights Council,\n\n"
)


def hostile_files(seed: int, scale: float = 1.0) -> dict[str, Callable[[], bytes]]:
    """Makers of files by their names. scale: how large they are; 1 is as large as is of use to do harm."""
    chance = random.Random(seed)

    def many(count: float) -> int:
        return max(1, int(count * scale * chance.uniform(0.9, 1.1)))

    large, long = many(18 * MEBIBYTE), many(2.9 * MEBIBYTE)
    return {
        "unpacks.docx": lambda: word(b" " * many(1000 * MEBIBYTE)),
        "lies.docx": lambda: lying(many(200 * MEBIBYTE)),
        "names.docx": lambda: overlapping(many(400_000)),
        "laughs.docx": lambda: word(laughs(9).encode()),
        "entity.docx": lambda: word(
            laughs(1).replace('"ha"', 'SYSTEM "file:///etc/passwd"').encode(), styles=f"<w:styles {W}/>"
        ),
        "entity16.docx": lambda: word(laughs(9).replace('"1.0"', '"1.0" encoding="utf-16"').encode("utf-16")),
        "deep.docx": lambda: word("<w:smartTag>" * many(100_000) + "</w:smartTag>" * 9),
        "nested.docx": lambda: word("<w:p>" + "<w:smartTag>" * 200 + "</w:smartTag>" * 200 + "</w:p>"),
        "cells.docx": lambda: word("<w:tbl><w:tr>" + "<w:tc/>" * (large // 7) + "</w:tr></w:tbl>"),
        "tabs.docx": lambda: word(paragraphs(1, f"<w:r><w:t>x</w:t>{'<w:tab/>' * (large // 8)}</w:r>")),
        "paragraphs.docx": lambda: word(paragraphs(large // 70)),
        "runs.docx": lambda: word(paragraphs(1, "<w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t></w:r>" * (large // 50))),
        "word.docx": lambda: word(paragraphs(1, f"<w:r><w:t>{'x' * (9 * MEBIBYTE)}</w:t></w:r>")),
        "encoding.docx": lambda: word(paragraphs(1, f"<w:r><w:t>{'Ãâ€' * (large // 10)}</w:t></w:r>")),
        "letters.docx": lambda: numbered(many(20_000), "lowerLetter", "700"),
        "start.docx": lambda: numbered(5, "lowerLetter", "9" * 30),
        "roman.docx": lambda: numbered(many(50_000), "upperRoman", "30000"),
        "notes.docx": lambda: word(
            paragraphs(many(50_000), '<w:r><w:t>x</w:t><w:footnoteReference w:id="1"/></w:r>'),
            footnotes=f'<w:footnotes {W}><w:footnote w:id="1"><w:p/></w:footnote></w:footnotes>',
        ),
        "fields.docx": lambda: word(
            paragraphs(many(100_000), '<w:r><w:fldChar w:fldCharType="begin"/><w:t>x</w:t></w:r>')
        ),
        "styles.docx": lambda: word(
            paragraphs(many(20_000), '<w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>x</w:t></w:r>'),
            styles=f"<w:styles {W}>"
            + "".join(
                f'<w:style w:styleId="s{i}"><w:basedOn w:val="s{(i + 1) % 20_000}"/></w:style>' for i in range(20_000)
            )
            + "</w:styles>",
        ),
        "headers.docx": lambda: packed(
            {
                "word/document.xml": f"<w:document {W}><w:body/></w:document>",
                "word/header.xml": f"<w:hdr {W}>{paragraphs(10_000)}</w:hdr>",
                "word/_rels/document.xml.rels": relations(*[("header", "header.xml")] * many(20_000)),
            }
        ),
        "outside.docx": lambda: packed({"_rels/.rels": relations(("officeDocument", "../../../../../dev/zero"))}),
        "circle.pdf": lambda: pdf(CATALOGUE, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 /Parent 2 0 R >>"),
        "count.pdf": lambda: pdf(CATALOGUE, f"<< /Type /Pages /Kids [3 0 R] /Count {10**12} >>", "<< /Type /Page >>"),
        "forms.pdf": lambda: forms(12, 12),
        "circle_of_forms.pdf": circle_of_forms,
        "circle_of_tables.pdf": circle_of_tables,
        "unpacks.pdf": lambda: deflated(many(400 * MEBIBYTE)),
        "unpacks_twice.pdf": lambda: deflated(many(400 * MEBIBYTE), 2),
        "deep.pdf": lambda: pdf(CATALOGUE, "[" * many(500_000)),
        "long_stream.pdf": lambda: page(b"q Q").replace(b"/Length 3", b"/Length %d" % 10**12),
        "map.pdf": unicode_map,
        "pages.pdf": lambda: many_pages(many(100_000)),
        "operators.pdf": lambda: page(b"q " * many(5_000_000)),
        "letters.pdf": lambda: page(b"BT /F 1 Tf " + b"1 0 0 1 9 9 Tm (x) Tj " * many(300_000) + b"ET"),
        "tabs.txt": lambda: b"x" + b"\t" * many(29_000_000),
        "pages.txt": lambda: b"\f" * many(29_000_000) + b"x",
        "pages_short.txt": lambda: b"\f" * long + b"x",
        "long.txt": lambda: b"lantern " * many(12_500_000),
        "cells.txt": lambda: b"lantern    " * (long // 11),
        "numbers.txt": lambda: HEAD.encode() + b"1" * (long // 2),
        "blanks.txt": lambda: HEAD.encode() + b"1. Decides" + b" " * 100_000 + b"x\n[" + b" " * 100_000 + b"x",
        "paragraphs.txt": lambda: (
            HEAD.encode() + b"".join(b"%d. Decides to light a lantern;\n\n" % i for i in range(1, long // 40))
        ),
        "labels.txt": lambda: HEAD.encode() + b"1. Decides:\n\n" + b"(a) Light;\n\n" * (long // 13),
        "marks.txt": lambda: (HEAD + "¹ A note.\n" * (long // 12)).encode(),
        "mixed.txt": lambda: (HEAD + "".join(chance.choices("aé中1 ¹.,;(\n", k=many(300_000)))).encode(),
        "brackets.txt": lambda: HEAD.encode() + b"[(" * (long // 4),
        "chinese.txt": lambda: ("人权理事会，" * (long // 20)).encode("gb18030"),
    }
