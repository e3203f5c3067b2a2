"""Tests of Word files: what is printed is text, what is not is told, what can't be known is refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.glyphlist import glyphname2unicode
from reportlab.pdfbase._fontdata_enc_symbol import SymbolEncoding

from bot.doubts import DoubtKind
from bot.errors import ContentError
from bot.importing.characters import RADICALS, from_symbol_font
from bot.importing.extract import extract
from bot.importing.lines import Before, LineKind, weigh
from bot.importing.word import word_lines
from tests.importing.word_files import docx, paragraph, run, style, taken, texts

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = "<w:r><w:instrText>{}</w:instrText></w:r>"
BEGIN, SEPARATE, END = (FIELD.format(each) for each in ("begin", "separate", "end"))
BOX = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"
RUBY = "<w:r><w:ruby><w:rubyPr/><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"
SYMBOL = '<w:r><w:sym w:font="{}" w:char="{}"/></w:r>'
MATH = "<m:oMath>{}</m:oMath>"

# --- what is text -------------------------------------------------------------------------------------

SHOWN = {
    "runs": (run("Lights ") + run("lan") + run("terns"), ["Lights lanterns"]),
    "a tab, a hyphen that does not break": (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r>",
        ["a b-c"],
    ),
    "soft hyphens": ("<w:r><w:t>lan\u00adterns</w:t><w:softHyphen/><w:t>lit\u200e</w:t></w:r>", ["lanternslit"]),
    "an end of a line in the markup": ("<w:r><w:t>one\ntwo</w:t></w:r>", ["one two"]),
    "a break": ("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>", ["one", "two"]),
    "a link, a control, a tag": (
        f"<w:hyperlink>{run('one ')}</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>{run('two ')}</w:sdtContent></w:sdt>"
        f"<w:smartTag>{run('three')}</w:smartTag>",
        ["one two three"],
    ),
    "a field": (BEGIN + CODE.format(" REF x ") + SEPARATE + run("result") + END, ["result"]),
    "a field in one element": (f'<w:fldSimple w:instr=" REF x ">{run("result")}</w:fldSimple>', ["result"]),
    "a field in the code of a field": (
        BEGIN
        + CODE.format(" IF ")
        + BEGIN
        + CODE.format(" REF x ")
        + SEPARATE
        + run("seven")
        + END
        + CODE.format(" = 7 ")
        + SEPARATE
        + run("result")
        + END,
        ["result"],
    ),
    "a phonetic guide": (RUBY.format(run("dēng"), run("灯")) + run("笼"), ["灯笼"]),
    "a sign of Symbol": (SYMBOL.format("Symbol", "F0B3") + SYMBOL.format("Symbol", "F061"), ["≥α"]),
    "a sign of Wingdings": (SYMBOL.format("Wingdings", "F0E0"), ["→"]),
    "a sign of a font of letters": (SYMBOL.format("Times New Roman", "2265"), ["≥"]),
    "alternatives": (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>new</w:t></mc:Choice>'
        "<mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>",
        ["new"],
    ),
    "alternatives that Word does not know": (
        '<mc:AlternateContent xmlns:odd="urn:odd"><mc:Choice Requires="odd"><w:r><w:t>new</w:t></w:r></mc:Choice>'
        "<mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent>",
        ["old"],
    ),
    "a row of mathematical signs": (run("n ") + MATH.format("<m:r><m:t>≥</m:t></m:r>") + run(" 2"), ["n ≥ 2"]),
    "lifted figures": (run("10 km") + run("2", '<w:position w:val="6"/>') + run(" of it"), ["10 km² of it"]),
    "raised figures": (run("10 km") + run("2", '<w:vertAlign w:val="superscript"/>') + run(" of it"), ["10 km² of it"]),
    "raised by a style": (run("10 km") + run("3", '<w:rStyle w:val="Raised"/>'), ["10 km³"]),
    "formatting that was changed": (
        "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t>as it is</w:t></w:r>",
        ["as it is"],
    ),
    "hidden by both styles is shown": (run("shown", '<w:rStyle w:val="Hidden"/>'), ["shown"], "HiddenPara"),
    "hidden by a style and not by the run": (
        run("shown", '<w:rStyle w:val="Hidden"/><w:vanish w:val="0"/>'),
        ["shown"],
    ),
    "radicals": ("⻓⻄⻛⻔⻝⼈⺠", ["长西风门食人民"]),
    "a comment's place": ("<w:commentRangeStart/>" + run("x") + "<w:r><w:commentReference/></w:r>", ["x"]),
    "white in a shaded run": (run("white", '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>'), ["white"]),
}
STYLES = "".join(
    [
        style("Hidden", "<w:rPr><w:vanish/></w:rPr>", "character"),
        style("HiddenPara", "<w:rPr><w:vanish/></w:rPr>"),
        style("Struck", '<w:basedOn w:val="StruckBase"/>', "character"),
        style("StruckBase", "<w:rPr><w:strike/></w:rPr>", "character"),
        style("Raised", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>', "character"),
    ]
)


@pytest.mark.parametrize("name", SHOWN)
def test_text(name: str) -> None:
    body, lines, *styled = SHOWN[name]
    found = taken(paragraph(body, "".join(f'<w:pStyle w:val="{each}"/>' for each in styled)), styles=STYLES)
    assert [line.text for line in found.lines] == lines
    assert not found.doubts


def test_tables_and_controls_hold_paragraphs() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph('one')}</w:tc><w:tc>{paragraph('two')}</w:tc></w:tr></w:tbl>"
    body = table + f"<w:sdt><w:sdtContent>{paragraph('three')}</w:sdtContent></w:sdt>" + paragraph("four")
    assert texts(body) == ["one", "two", "three", "four"]


@pytest.mark.parametrize("main", ["document.macroEnabled.main", "template.main", "template.macroEnabledTemplate.main"])
@pytest.mark.parametrize("strict", [False, True])
def test_every_kind_of_word_file(main: str, strict: bool) -> None:
    data = docx(paragraph("Lanterns"), main=main, strict=strict, footnotes="", header=paragraph("HEAD"))
    assert [(line.text, line.kind) for line in extract("x.docm", data).lines] == [
        ("Lanterns", LineKind.BODY),
        ("HEAD", LineKind.MARGIN),
    ]


# --- what is not shown -----------------------------------------------------------------------------------

HIDDEN = {
    "a run": (run("Decides ") + run("not ", "<w:vanish/>") + run("to light"), "not", "hidden text"),
    "by a style": (run("Decides ") + run("not ", '<w:rStyle w:val="Hidden"/>') + run("to light"), "not", "hidden text"),
    "tiny": (run("Decides ") + run("not ", '<w:sz w:val="2"/>') + run("to light"), "not", "text too small to be seen"),
    "white": (run("Decides ") + run("not ", '<w:color w:val="FFFFFF"/>') + run("to light"), "not", "white text"),
    "a text box": (
        run("Decides to light") + f"<w:r><w:drawing><wps:txbx>{BOX.format('Notes')}</wps:txbx></w:drawing></w:r>",
        "Notes",
        "a text box",
    ),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_not_in_the_text_is_a_doubt(name: str) -> None:
    body, words, why = HIDDEN[name]
    found = taken(paragraph(body), styles=STYLES)
    assert [line.text for line in found.lines if line.kind is LineKind.BODY] == ["Decides to light"]
    assert [(doubt.kind, doubt.place, why in doubt.found, words in doubt.found) for doubt in found.doubts] == [
        (DoubtKind.HIDDEN, "paragraph 1", True, True)
    ]


def test_a_box_with_an_alternative_for_old_programs_is_there_once() -> None:
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice "
        f'Requires="wps"><w:drawing>{BOX.format("UNITED NATIONS")}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{BOX.format('UNITED NATIONS')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert [line.text for line in taken(paragraph(run("x") + both)).lines] == ["x", "UNITED NATIONS"]


def test_a_paragraph_whose_end_is_hidden_goes_on() -> None:
    body = paragraph("Decides", "<w:rPr><w:vanish/></w:rPr>") + paragraph(" to light")
    assert texts(body) == ["Decides to light"]


def test_a_hidden_paragraph_and_row_are_none() -> None:
    hidden = paragraph(run("check this", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>")
    row = f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{paragraph('gone')}</w:tc></w:tr></w:tbl>"
    found = taken(paragraph("one") + hidden + row + paragraph("two"))
    assert [(line.text, line.before) for line in found.lines] == [("one", Before.PARAGRAPH), ("two", Before.PARAGRAPH)]
    assert sorted((left.place, left.text, left.why) for left in found.left_out) == [
        ("paragraph 2", "check this", "hidden text"),
        ("table", "gone", "hidden row"),
    ]


def test_comments_and_guides_are_left_out() -> None:
    body = paragraph(RUBY.format(run("dēng"), run("灯")))
    found = taken(body, comments=f"<w:comment>{paragraph('Really?')}</w:comment>")
    assert [(left.text, left.why) for left in found.left_out] == [("dēng", "phonetic guide"), ("Really?", "comment")]


# --- what is refused --------------------------------------------------------------------------------------

TRACKED = f"<w:ins>{run('x')}</w:ins>"
REFUSED = {
    "struck": (run("Decides ") + run("not", "<w:strike/>"), "paragraph 1: “not” is struck out"),
    "struck twice": (run("not", "<w:dstrike/>"), "paragraph 1: “not” is struck out"),
    "struck by a style": (run("not", '<w:rStyle w:val="Struck"/>'), "paragraph 1: “not” is struck out"),
    "inserted": (TRACKED, "tracked changes stand in the file (document)"),
    "deleted": ("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", "tracked changes"),
    "moved": (f"<w:moveTo>{run('x')}</w:moveTo>", "tracked changes"),
    "an equation": (
        MATH.format("<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"),
        "an equation, “12”",
    ),
    "a sign without a character": (SYMBOL.format("Wingdings 3", "F0A1"), "the sign F0A1 of the font Wingdings 3"),
    "a sign without a font": (SYMBOL.format("", "F0A1"), "the sign F0A1 "),
    "letters in Symbol": (run("b", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), "“b” in the font Symbol"),
    "private use": (
        run("share ") + run("\uf0b3", '<w:rFonts w:ascii="Symbol"/>'),
        "paragraph 1: the character U+F0B3 ",
    ),
    "no character": ("儿\ufffd童", "paragraph 1: the character U+FFFD (REPLACEMENT CHARACTER)"),
    "a wrong encoding": ("a childâ€™s lantern", "paragraph 1: “childâ€™s” is text that was read in a wrong encoding"),
    "markup of a web page": ("oil &amp;amp; wicks", "paragraph 1: “&amp;” is markup, and no text"),
    "a date that a program fills in": (run("on ") + "<w:r><w:dayLong/></w:r>", "a date or a page number that a"),
    "a number that a field makes": (BEGIN + CODE.format("AUTONUM  \\* Arabic") + END + run("x"), "a field AUTONUM,"),
    "a field without an end": (BEGIN + CODE.format("REF x") + run("all the rest"), "a field that does not end"),
    "a note that is lost": (
        run("x") + '<w:r><w:footnoteReference w:id="9"/></w:r>',
        "footnote 1: its mark stands in the text",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_its_place(name: str) -> None:
    body, said = REFUSED[name]
    with pytest.raises(ContentError) as raised:
        taken(paragraph(body), styles=STYLES)
    assert said in raised.value.message
    assert "; expected " in raised.value.message


@pytest.mark.parametrize(
    "parts",
    [
        {"header": paragraph(TRACKED)},
        {"footer": paragraph(TRACKED)},
        {"footnotes": f"<w:footnote>{paragraph(TRACKED)}</w:footnote>"},
        {"endnotes": f"<w:endnote>{paragraph(TRACKED)}</w:endnote>"},
    ],
    ids=lambda parts: next(iter(parts)),
)
def test_tracked_changes_in_any_part(parts: dict[str, str]) -> None:
    with pytest.raises(ContentError, match=rf"tracked changes stand in the file \({next(iter(parts))}\)"):
        taken(paragraph("x"), **parts)


@pytest.mark.parametrize(
    "body",
    [
        paragraph("x", "<w:rPr><w:ins/></w:rPr>"),
        paragraph("x", "<w:rPr><w:del/></w:rPr>"),
        paragraph("x", "<w:numPr><w:ins/></w:numPr>"),
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('x')}</w:tc></w:tr></w:tbl>",
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns/></w:tcPr>{paragraph('x')}</w:tc></w:tr></w:tbl>",
    ],
    ids=["paragraph inserted", "paragraph deleted", "number inserted", "row deleted", "cell inserted"],
)
def test_tracked_changes_of_any_thing(body: str) -> None:
    with pytest.raises(ContentError, match="tracked changes stand in the file"):
        taken(body)


def test_a_text_in_another_file_within_is_refused() -> None:
    with pytest.raises(ContentError, match="a part of the text is a file within this one"):
        taken(paragraph("x") + '<w:altChunk r:id="r9"/>')


def test_a_field_may_go_on_in_the_next_paragraph() -> None:
    field = (
        paragraph(BEGIN + CODE.format(" TOC ") + SEPARATE + run("one"))
        + paragraph(run("two") + END)
        + paragraph("three")
    )
    assert texts(field) == ["one", "two", "three"]
    assert [line.text for line in taken(paragraph("x"), header=field).lines] == ["x", "one", "two", "three"]


def test_signs_of_the_margins_need_no_meaning() -> None:
    footer = paragraph(
        run("Please recycle ") + SYMBOL.format("Wingdings 2", "F0A1") + run("x", '<w:rFonts w:ascii="Webdings"/>')
    )
    lines = taken(paragraph("Lanterns"), footer=footer).lines
    assert [(line.text, line.kind) for line in lines] == [
        ("Lanterns", LineKind.BODY),
        ("Please recycle \ufffdx", LineKind.MARGIN),
    ]


# --- notes --------------------------------------------------------------------------------------------------


def cites(kind: str, number: int, more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}" {more}/></w:r>'


def notes(kind: str, *numbers: int) -> str:
    rule = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    return rule + "".join(
        f'<w:{kind} w:id="{n}"><w:p><w:r><w:{kind}Ref/></w:r>{run(f"Note {n}.")}</w:p></w:{kind}>' for n in numbers
    )


def of_section(inner: str) -> str:
    return f"<w:sectPr><w:footnotePr>{inner}</w:footnotePr></w:sectPr>"


THREE = [paragraph(run("a") + cites("footnote", n)) for n in (3, 1, 2)]
NOTES = {
    "in the order of the text": ("".join(THREE), "", ["a¹", "a²", "a³", "¹ Note 3.", "² Note 1.", "³ Note 2."]),
    "from five, as the section says": (
        "".join(THREE) + of_section('<w:numStart w:val="5"/>'),
        "",
        ["a⁵", "a⁶", "a⁷", "⁵ Note 3.", "⁶ Note 1.", "⁷ Note 2."],
    ),
    "from five, as the document says": (
        "".join(THREE),
        '<w:footnotePr><w:numStart w:val="5"/></w:footnotePr>',
        ["a⁵", "a⁶", "a⁷", "⁵ Note 3.", "⁶ Note 1.", "⁷ Note 2."],
    ),
    "anew in each section": (
        THREE[0]
        + paragraph(run("b") + cites("footnote", 1), of_section(""))
        + THREE[2]
        + of_section('<w:numRestart w:val="eachSect"/>'),
        "",
        ["a¹", "b²", "a¹", "¹ Note 3.", "² Note 1.", "¹ Note 2."],
    ),
    "an asterisk": (
        paragraph(run("a") + cites("footnote", 1, 'w:customMarkFollows="1"') + run("*")) + THREE[0],
        "",
        ["a*", "a¹", "Note 1.", "¹ Note 3."],
    ),
}


@pytest.mark.parametrize("name", NOTES)
def test_notes_are_marked_as_printed(name: str) -> None:
    body, said, lines = NOTES[name]
    assert texts(body, footnotes=notes("footnote", 1, 2, 3), settings=said) == lines


def test_a_note_that_nothing_cites_is_left_out() -> None:
    found = taken(THREE[0], footnotes=notes("footnote", 1, 3))
    assert [(left.text, left.why) for left in found.left_out] == [("Note 1.", "note that nothing cites")]


def test_a_hidden_mark_is_not_counted() -> None:
    hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
    assert texts(paragraph(run("a") + hidden) + THREE[0], footnotes=notes("footnote", 1, 3)) == ["a", "a¹", "¹ Note 3."]


def test_endnotes_are_read_where_figures_mark_them() -> None:
    body = paragraph(run("a") + cites("endnote", 1))
    said = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
    assert texts(body, endnotes=notes("endnote", 1), settings=said) == ["a¹", "¹ Note 1."]
    with pytest.raises(ContentError, match="paragraph 1: endnotes marked in Word’s format “lowerRoman” \\(i\\)"):
        taken(body, endnotes=notes("endnote", 1))


def test_marks_that_begin_anew_on_each_page_are_refused_unless_there_is_one() -> None:
    each_page = of_section('<w:numRestart w:val="eachPage"/>')
    assert texts(THREE[0] + each_page, footnotes=notes("footnote", 3)) == ["a¹", "¹ Note 3."]
    with pytest.raises(ContentError, match="paragraph 2: footnotes that are numbered anew on each page"):
        taken("".join(THREE) + each_page, footnotes=notes("footnote", 1, 2, 3))


# --- tables that come from elsewhere ----------------------------------------------------------------------------


ALIKE = {"Delta", "Omega", "asteriskmath", "angleleft", "angleright"}
"""Letters with the names of operators there; names that both lists have for other characters of the same look."""


def test_the_signs_of_symbol_are_those_of_its_encoding() -> None:
    """As another library tells the font's encoding, and a third the characters of its names."""
    for code, name in enumerate(SymbolEncoding):
        sign = from_symbol_font("Symbol", chr(0xF000 + code)) if code > 0x20 else None
        named = glyphname2unicode.get(name or "", "\ue000")
        if sign and not "\ue000" <= named <= "\uf8ff" and name not in ALIKE:
            assert unicodedata.normalize("NFKC", sign) == unicodedata.normalize("NFKC", named), name
    assert [from_symbol_font("Symbol", c) for c in "Da\uf0b3"] == ["Δ", "α", "≥"]


def test_a_radical_is_drawn_as_its_ideograph_is_named() -> None:
    assert all(0x2E80 <= ord(radical) <= 0x2EF3 for radical in RADICALS)
    assert all(unicodedata.name(ideograph, "CJK UNIFIED").startswith("CJK UNIFIED") for ideograph in RADICALS.values())
    assert {r: i for r, i in RADICALS.items() if unicodedata.normalize("NFKC", r) != r} == {"⺟": "母", "⻳": "龟"}


# --- every character -----------------------------------------------------------------------------------------------

WORDS = st.text("ab é中1² \u00ad\u200bﬁ⻓", min_size=0, max_size=8)
PROPERTIES = st.sampled_from(
    ["", "<w:vanish/>", '<w:color w:val="FFFFFF"/>', "<w:b/>", '<w:vertAlign w:val="superscript"/>']
)
RUNS = st.builds(run, WORDS, PROPERTIES)
FIELDS = st.builds(lambda a, b: BEGIN + CODE.format("REF x") + a + SEPARATE + b + END, RUNS, RUNS)
GUIDES = st.builds(RUBY.format, RUNS, RUNS)
SIGNS = st.just(SYMBOL.format("Symbol", "F0B3") + "<w:r><w:noBreakHyphen/></w:r>")
BOXES = st.builds(lambda words: f"<w:r><w:pict>{BOX.format(words)}</w:pict></w:r>", WORDS)
CITES = st.sampled_from([cites("footnote", n) for n in (1, 2)])
PARAGRAPHS = st.builds(
    lambda inner, mark: paragraph("<w:r/>" + "".join(inner), mark),
    st.lists(st.one_of(RUNS, FIELDS, GUIDES, SIGNS, BOXES), max_size=4),
    st.sampled_from(["", "<w:rPr><w:vanish/></w:rPr>", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>']),
)


@settings(max_examples=60)
@given(st.lists(PARAGRAPHS, max_size=5), st.lists(CITES, max_size=2, unique=True), WORDS)
def test_every_character_is_in_a_line_or_left_out(paragraphs: list[str], cited: list[str], words: str) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = paragraph(run("Lanterns") + "".join(cited)) + "".join(paragraphs)
    comments = f"<w:comment>{paragraph(run(words))}</w:comment>"
    parts = {
        "numbering": numbering,
        "footnotes": notes("footnote", 1, 2),
        "header": paragraph(run(words)),
        "comments": comments,
    }
    found = word_lines("x.docx", docx(body, **parts))
    placed = [line.text for line in found.lines] + [left.text for left in found.left_out]
    assert found.characters == sum(weigh(text) for text in placed)
    assert found.characters >= weigh("Lanterns") + 2 * len(cited) + weigh("Note1.Note2.")
