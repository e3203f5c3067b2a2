"""Tests of what is taken out of files: what can't be read is refused in one sentence, and Word's automatic numbers are there."""

from __future__ import annotations

import io
import zipfile

import pytest

from bot.errors import ContentError
from bot.importing.extract import extract
from bot.importing.lines import Before, Kind, tidy
from bot.importing.numbering import chinese, letters, roman
from tests.importing import makers
from tests.importing.texts import ENGLISH


def packed(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


DOCX = makers.make_docx(ENGLISH, makers.ENGLISH)
REFUSED = (
    ("empty.txt", b" \n", "an empty file; expected "),
    ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word file "),
    ("x.rtf", b"{\\rtf1 x}", "an RTF file; "),
    ("gb.txt", "人权理事会".encode("gb18030"), "byte 0 is not UTF-8; "),
    ("utf16.txt", "x".encode("utf-16"), "UTF-16; "),
    ("nul.txt", b"x\0y", "a NUL character; "),
    ("page.txt", b"<!DOCTYPE html><p>x", "a web page; "),
    ("cut.docx", DOCX[: len(DOCX) // 2], "the Word file is broken "),
    ("other.docx", packed(a="b"), "not a Word document; "),
    ("hollow.docx", packed(**{"word/document.xml": "<"}), "the Word file is broken "),
    ("tracked.docx", makers.make_docx(ENGLISH, makers.ENGLISH, tracked=True), "tracked changes "),
    ("picture.pdf", makers.picture_pdf(), "page 1 is a picture without a text layer; "),
    ("encrypted.pdf", makers.encrypted_pdf(), "the PDF is encrypted; "),
    ("cut.pdf", b"%PDF-1.4\nbroken", "the PDF breaks off "),
    ("picture.png", b"\x89PNG\r\n", "a picture; "),
)


@pytest.mark.parametrize(("name", "data", "said"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_refused_in_one_sentence(name: str, data: bytes, said: str) -> None:
    with pytest.raises(ContentError) as raised:
        extract(name, data)
    assert said in raised.value.message
    assert "expected " in raised.value.message
    assert raised.value.path == name
    assert "\n" not in str(raised.value)


def test_a_broken_xml_part_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DOCX)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            new.writestr(entry.filename, old.read(entry)[:200] if entry.filename == "word/document.xml" else old.read(entry))
    with pytest.raises(ContentError, match="the Word file is broken"):
        extract("x.docx", out.getvalue())


def test_word_numbers_its_lists_and_notes() -> None:
    lines = extract("x.docx", DOCX).lines
    texts = [line.text for line in lines]
    labels = [text.split()[0] for text in texts if text[0] in "(1234" and ("." in text[:3] or text[0] == "(")]
    assert labels == ["1.", "2.", "(a)", "(b)", "(i)", "(ii)", "(c)", "3.", "4."]
    assert [line.text[:2] for line in lines if line.kind is Kind.NOTE] == ["* ", "¹ ", "² ", "³ "]
    assert [line.text for line in lines if line.kind is Kind.MARGIN] == ["A/HRC/RES/98/77", "GE.93-13251 2"]
    assert all(line.before in (Before.PARAGRAPH, Before.NOTHING) for line in lines)


def test_a_pdf_gives_raised_figures_as_marks_and_cells_as_lines() -> None:
    for rise in (True, False):
        texts = [line.text.strip() for line in extract("x.pdf", makers.make_pdf(ENGLISH, makers.ENGLISH, rise=rise)).lines]
        assert texts[:2] == ["United Nations", "A/HRC/RES/98/77"]
        assert any(text.endswith("2093,¹ and all earlier") or "2093,¹" in text for text in texts)
        assert any(text.startswith("² A/HRC/98/999") or text.startswith("²A/HRC/98/999") for text in texts)


def test_markdown_has_no_marks_left_but_those_of_emphasis() -> None:
    lines = extract("x.md", b"# 56/4. Title\n\n1\\. **Affirms** this[^1];\n\n[^1]: A/HRC/56/57.\n").lines
    assert [line.text for line in lines] == ["56/4. Title", "1. **Affirms** this¹;", "¹ A/HRC/56/57."]


def test_a_form_feed_turns_the_page_but_ends_no_line() -> None:
    lines = extract("x.txt", b"one\n\x0ctwo\n\nthree\n").lines
    assert [(line.text, line.page, line.number, line.before) for line in lines] == [
        ("one", 1, 1, Before.PAGE), ("two", 2, 2, Before.PAGE), ("three", 2, 4, Before.SPACE),
    ]  # fmt: skip


def test_typeset_text_is_as_it_would_be_typed() -> None:
    assert tidy("ef\ufb01cient\u00a0⽂件 non\u2011State") == "efficient 文件 non-State"


@pytest.mark.parametrize(
    ("how", "number", "printed"),
    [(letters, 1, "a"), (letters, 27, "aa"), (roman, 4, "iv"), (roman, 19, "xix"), (chinese, 10, "十"), (chinese, 23, "二十三")],
)
def test_formats_of_numbers(how: object, number: int, printed: str) -> None:
    assert how(number) == printed  # type: ignore[operator]
