"""Tests of what is taken out of files: what can't be read is refused in one sentence, and nothing is lost."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from bot.errors import ContentError
from bot.importing.characters import unsound
from bot.importing.extract import extract, text_lines
from bot.importing.lines import Before, LineKind, tidy, weigh
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
    ("password.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "a Word file with a password; "),
    ("latin.txt", "Le Conseil, réaffirmant".encode("latin-1"), "byte 13 is not UTF-8, "),
    ("cyrillic.txt", "Совет по правам человека".encode("cp1251"), "byte 0 is not UTF-8, "),
    ("japanese.txt", "人権理事会は、決議を採択する。".encode("euc_jp"), "byte 0 is not UTF-8, "),
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


CHINESE = (Path(__file__).parents[2] / "content/resolutions/A_HRC_RES_56_4.zh.txt").read_text(encoding="utf-8")
TRADITIONAL = OpenCC("s2t").convert(CHINESE)
ENCODINGS = {
    **{f"{name} {encoding}": (text, encoding) for name, text in (("en", ENGLISH), ("zh", CHINESE)) for encoding in (
        "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32",
    )},
    "zh gbk": (CHINESE.replace("¹", "1"), "gbk"),
    "zh gb18030": (CHINESE, "gb18030"),
    "traditional gbk": (TRADITIONAL.replace("¹", "1"), "gbk"),
    "traditional gb18030": (TRADITIONAL, "gb18030"),
    "traditional big5": (TRADITIONAL.replace("¹", "1"), "cp950"),
}  # fmt: skip


@pytest.mark.parametrize("name", ENCODINGS)
def test_a_text_is_the_same_in_every_encoding(name: str) -> None:
    text, encoding = ENCODINGS[name]
    known = text.encode(encoding, "ignore")
    assert extract("x.txt", known).lines == extract("x.txt", known.decode(encoding).encode()).lines
    assert extract(
        "x.txt", known.replace(b"\n", b"\r\n") if "utf-16" not in encoding and "utf-32" not in encoding else known
    ).lines


@given(
    st.text(st.characters(codec="cp1251", categories=["L", "P", "Zs"]), min_size=1),
    st.sampled_from(["cp1251", "koi8-r", "iso8859-5"]),
)
def test_what_is_not_chinese_is_not_read_as_such(text: str, encoding: str) -> None:
    data = ("Совет по правам человека, " + text).encode(encoding, "ignore")
    with pytest.raises(ContentError, match="is not UTF-8, nor is the text Chinese in GBK or Big5; expected"):
        extract("x.txt", data)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("one\na childâ€™s lantern", 2),
        ("a lantern\n\n人\ue123民", 3),
        ("Secretary\ufffdGeneral", 1),
        ("⺀", 1),
        ("x\x07", 1),
        ("EstÃ¡", 1),
        # an object, a tag, what stands for nothing yet, what turns letters round
        ("a \ufffc lantern", 1),
        ("a\U000e0041 lantern", 1),
        ("one\ntwo \u0378", 2),
        ("a \u202enretnal\u202c", 1),
        # as web pages and programs write them
        ("oil &amp; wicks", 1),
        ("one\nthe keeper&#8217;s oil", 2),
        ("a <b>lit</b> lantern", 1),
        ("lit<br/>anew", 1),
        ("the keeper\\u2019s oil", 1),
        # what a program wrote for a character that it could not
        ("the keeper?s oil", 1),
        ("点亮????灯火", 1),
        ("点亮□□灯火", 1),
        ("一\n点亮锟斤拷灯火", 2),
        # read in another encoding than it was written in
        ("请" + "灯塔看守人提出".encode().decode("gb18030", "ignore") + "报告", 1),
        ("ثم " + "إضاءة المصابيح".encode().decode("cp1256", "ignore"), 1),
        ("и " + "зажечь".encode().decode("cp1251", "ignore"), 1),
    ],
)
def test_what_is_no_text_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(ContentError, match=rf"x.txt: line {line}: .*; expected the text as it was issued"):
        extract("x.txt", text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "Is it lit? Who knows", "see www.un.org/a?lang=en and https://x.test/y?z", "□ lamps", "oil & wicks; R&D;",
        "a < b > c", "<https://x.test/b>", "¿Quién?", "ما هذا؟", "联通移动数据中心", "СОВЕТ ПО ПРАВАМ ЧЕЛОВЕКА",
    ],
)  # fmt: skip
def test_what_looks_like_it_is_text(text: str) -> None:
    assert unsound(text) is None


@pytest.mark.parametrize(("text", "word"), [("to light tо them", "tо"), ("Cовет и COVID-19, ВИЧ/A", "Cовет")])
def test_a_word_of_two_alphabets_is_told(text: str, word: str) -> None:
    (doubt,) = extract("x.txt", f"one\n{text}".encode()).doubts
    assert (doubt.place, doubt.found) == ("line 2", f"“{word}” has letters of two alphabets")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\u2028", "\u2029"])
def test_every_end_of_a_line_is_one(end: str) -> None:
    assert [line.text for line in extract("x.txt", f"one{end}two{end}{end}three".encode()).lines] == [
        "one",
        "two",
        "three",
    ]


def test_accents_and_hyphens_are_those_of_a_keyboard() -> None:
    typed_so = "E\u0301tat co\u2011pilote".encode()
    assert [line.text for line in extract("x.txt", typed_so).lines] == ["État co-pilote"]


@pytest.mark.parametrize("word", ["sécurité", "là", "ÉGALITÉ", "niño", "año", "Decisión", "État"])
@pytest.mark.parametrize("mark", ["¹", "²", "³,", "¹⁰.", " »", "»", "…", "”", "††"])
def test_what_stands_behind_an_accent_is_text(word: str, mark: str) -> None:
    assert unsound(f"un {word}{mark} un") is None
    assert unsound(f"¹²{word}{mark}") is None


def test_soft_hyphens_of_a_text_show_at_the_end_of_a_line_only() -> None:
    assert [line.text for line in extract("x.txt", "a lan\u00adtern is sto\u00ad\nred".encode()).lines] == [
        "a lantern is sto-",
        "red",
    ]


@given(st.text("ab é中1\t \f\n\u00ad\u200bﬁ⻓", min_size=1))
def test_every_character_of_a_text_is_in_a_line(text: str) -> None:
    found = text_lines("x.txt", ("x" + text).encode())
    assert found.characters == sum(weigh(line.text) for line in found.lines)


def test_long_lines_of_cells_and_tabs_take_no_time() -> None:
    begun = time.process_time()
    extract("x.txt", b"x" + b"\t" * 2_900_000)
    extract("x.txt", b"lantern    " * 30_000 + b"\t" * 2_000_000)
    assert time.process_time() - begun < 10


def test_a_broken_xml_part_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DOCX)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            new.writestr(
                entry.filename, old.read(entry)[:200] if entry.filename == "word/document.xml" else old.read(entry)
            )
    with pytest.raises(ContentError, match="the Word file is broken"):
        extract("x.docx", out.getvalue())


def test_word_numbers_its_lists_and_notes() -> None:
    lines = extract("x.docx", DOCX).lines
    texts = [line.text for line in lines]
    labels = [text.split()[0] for text in texts if text[0] in "(1234" and ("." in text[:3] or text[0] == "(")]
    assert labels == ["1.", "2.", "(a)", "(b)", "(i)", "(ii)", "(c)", "3.", "4."]
    assert [line.text[:2] for line in lines if line.kind is LineKind.NOTE] == ["* ", "¹ ", "² ", "³ "]
    assert [line.text for line in lines if line.kind is LineKind.MARGIN] == ["A/HRC/RES/98/77", "GE.93-13251 2"]
    assert all(line.before in (Before.PARAGRAPH, Before.NOTHING) for line in lines)


def test_a_pdf_gives_raised_figures_as_marks_and_cells_as_lines() -> None:
    for rise in (True, False):
        texts = [
            line.text.strip() for line in extract("x.pdf", makers.make_pdf(ENGLISH, makers.ENGLISH, rise=rise)).lines
        ]
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
