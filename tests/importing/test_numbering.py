"""Tests of the labels that Word prints and no text holds: each format, each way in which a list counts."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ContentError
from bot.importing.number_formats import UnprintableError, printed
from bot.language.numerals import chinese, roman
from tests.importing.word_files import level, listed, lists, paragraph, run, style, texts

# --- formats: as the standard describes them ------------------------------------------------------------

FORMATS = (
    ("decimal", {1: "1", 12: "12", 0: "0"}),
    ("decimalZero", {1: "01", 9: "09", 10: "10", 100: "100"}),
    ("decimalFullWidth", {1: "１", 10: "１０"}),
    ("decimalFullWidth2", {2: "２"}),
    ("decimalHalfWidth", {7: "7"}),
    ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
    ("decimalEnclosedCircleChinese", {3: "③"}),
    ("decimalEnclosedParen", {1: "⑴", 20: "⒇"}),
    ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛"}),
    ("numberInDash", {4: "- 4 -"}),
    ("hex", {10: "A", 31: "1F"}),
    ("001, 002, 003, ...", {1: "001", 12: "012"}),
    ("lowerLetter", {1: "a", 26: "z", 27: "aa", 28: "bb", 53: "aaa"}),
    ("upperLetter", {2: "B", 27: "AA"}),
    ("lowerRoman", {1: "i", 4: "iv", 9: "ix", 14: "xiv", 40: "xl"}),
    ("upperRoman", {19: "XIX", 1994: "MCMXCIV"}),
    ("chicago", {1: "*", 2: "†", 3: "‡", 4: "§", 5: "**", 6: "††"}),
    ("russianLower", {1: "а", 2: "б", 10: "к", 29: "я", 30: "аа"}),
    ("russianUpper", {3: "В"}),
    ("arabicAbjad", {1: "أ", 2: "ب", 3: "ج", 4: "د", 5: "هـ", 6: "و"}),
    ("arabicAlpha", {1: "أ", 2: "ب", 3: "ت", 4: "ث", 28: "ي"}),
    ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九"}),
    (
        "chineseCountingThousand",
        {12: "十二", 100: "一百", 101: "一百零一", 110: "一百一十", 1001: "一千零一", 1010: "一千零一十"},
    ),
    ("chineseLegalSimplified", {1: "壹", 2: "贰", 9: "玖"}),
    ("ideographDigital", {1: "一", 10: "一〇", 23: "二三"}),
    ("taiwaneseDigital", {10: "一○"}),
    ("taiwaneseCounting", {12: "十二"}),
    ("taiwaneseCountingThousand", {100: "一百"}),
    ("japaneseCounting", {21: "二十一"}),
    ("ideographTraditional", {1: "甲", 2: "乙", 10: "癸"}),
    ("ideographZodiac", {1: "子", 2: "丑", 12: "亥"}),
    ("ideographZodiacTraditional", {1: "甲子", 2: "乙丑", 13: "丙子", 60: "癸亥"}),
    ("ideographLegalTraditional", {1: "壹", 2: "貳", 6: "陸"}),
    ("ideographEnclosedCircle", {1: "㊀", 10: "㊉"}),
)
REFUSED = (
    "ordinal",
    "cardinalText",
    "ordinalText",
    "aiueo",
    "aiueoFullWidth",
    "iroha",
    "irohaFullWidth",
    "japaneseLegal",
    "japaneseDigitalTenThousand",
    "ganada",
    "chosung",
    "koreanDigital",
    "koreanCounting",
    "koreanLegal",
    "koreanDigital2",
    "vietnameseCounting",
    "hebrew1",
    "hebrew2",
    "hindiVowels",
    "hindiConsonants",
    "hindiNumbers",
    "hindiCounting",
    "thaiLetters",
    "thaiNumbers",
    "thaiCounting",
    "bahtText",
    "dollarText",
    "a1, a2, ...",
    "",
)


@pytest.mark.parametrize(
    ("how", "number", "label"), [(how, n, label) for how, found in FORMATS for n, label in found.items()], ids=str
)
def test_a_format(how: str, number: int, label: str) -> None:
    assert printed(how, number) == label
    assert texts(listed("Lanterns", 0), numbering=lists(_from(number, how))) == [f"({label}) Lanterns"]


def _from(number: int, how: str) -> str:
    form = f'<w:numFmt w:val="custom" w:format="{how}"/>' if "," in how else f'<w:numFmt w:val="{how}"/>'
    return f'<w:lvl w:ilvl="0"><w:start w:val="{number}"/>{form}<w:lvlText w:val="(%1)"/></w:lvl>'


@pytest.mark.parametrize("how", REFUSED)
def test_a_format_of_words_or_of_another_language_is_refused_by_its_name(how: str) -> None:
    with pytest.raises(UnprintableError, match=re.escape(f"“{how}”")):
        printed(how, 1)
    if how:
        with pytest.raises(ContentError, match=rf"^x.docx: paragraph 2: .*“{re.escape(how)}”.*; expected "):
            texts(paragraph("Before") + listed("Lanterns"), numbering=lists(_from(1, how)))


@pytest.mark.parametrize(
    ("how", "number"),
    [
        ("lowerLetter", 0),
        ("lowerLetter", 781),
        ("ideographTraditional", 11),
        ("arabicAbjad", 29),
        ("chineseCounting", 100),
        ("decimal", 10**9),
        ("lowerRoman", -1),
    ],
)
def test_a_number_that_a_format_has_no_sign_for_is_refused(how: str, number: int) -> None:
    with pytest.raises(UnprintableError, match=f"the number {number} in Word’s format “{how}”"):
        printed(how, number)


@given(st.integers(1, 99))
def test_chinese_numbers_are_read_as_what_they_were_written_from(number: int) -> None:
    assert chinese(printed("chineseCounting", number)) == chinese(printed("chineseCountingThousand", number)) == number


@given(st.integers(1, 39))
def test_roman_numbers_are_read_as_what_they_were_written_from(number: int) -> None:
    assert roman(printed("lowerRoman", number)) == number


# --- how lists count -----------------------------------------------------------------------------------

TWO = (level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"))
STYLES = (
    style("Op", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    + style("Sub", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    + style("SubOfSub", '<w:basedOn w:val="Sub"/>')
    + style("Plain", '<w:basedOn w:val="Op"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>')
)


def of_style(name: str) -> str:
    return paragraph("x", f'<w:pStyle w:val="{name}"/>')


def linked(at: int, how: str, text: str, name: str) -> str:
    return level(at, how, text, f'<w:pStyle w:val="{name}"/>')


LISTS = {
    "deeper levels begin anew": (
        "".join(listed("x", at) for at in (0, 1, 1, 0, 1)),
        lists(*TWO),
        ["1.", "(a)", "(b)", "2.", "(a)"],
    ),
    "a level that never begins anew": (
        "".join(listed("x", at) for at in (0, 1, 1, 0, 1)),
        lists(TWO[0], level(1, "lowerLetter", "(%2)", '<w:lvlRestart w:val="0"/>')),
        ["1.", "(a)", "(b)", "2.", "(c)"],
    ),
    "a level that begins anew behind the first only": (
        "".join(listed("x", at) for at in (0, 1, 2, 1, 2, 0, 2)),
        lists(*TWO, level(2, "lowerRoman", "(%3)", '<w:lvlRestart w:val="1"/>')),
        ["1.", "(a)", "(i)", "(b)", "(ii)", "2.", "(i)"],
    ),
    "numbers of several levels": (
        "".join(listed("x", at) for at in (0, 1, 1, 0, 1)),
        lists(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2")),
        ["I.", "I.1", "I.2", "II.", "II.1"],
    ),
    "figures for all levels": (
        "".join(listed("x", at) for at in (0, 1, 1)),
        lists(level(0, "upperRoman", "%1."), level(1, "lowerLetter", "%1.%2", "<w:isLgl/>")),
        ["I.", "1.1", "1.2"],
    ),
    "a list that begins with five": (
        listed("x") + listed("x", 0, 2) + listed("x", 0, 2) + listed("x"),
        lists(*TWO, override='<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
        ["1.", "5.", "6.", "7."],
    ),
    "a list that goes on from another": (listed("x") + listed("x", 0, 2), lists(*TWO), ["1.", "2."]),
    "a level of its own": (
        listed("x") + listed("x", 0, 2),
        lists(*TWO, override=f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'),
        ["1.", "B)"],
    ),
    "styles of the levels": (
        "".join(map(of_style, ("Op", "Sub", "SubOfSub", "Op", "Plain", "Op"))),
        lists(linked(0, "decimal", "%1.", "Op"), linked(1, "lowerLetter", "(%2)", "Sub")),
        ["1.", "(a)", "(b)", "2.", "", "3."],
    ),
    "a list that a style names": (
        "".join(listed("x", at) for at in (0, 1)),
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="L"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="8"><w:styleLink w:val="L"/>{"".join(TWO)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
        ["1.", "(a)"],
    ),
    "a paragraph out of the list": (listed("x") + listed("x", 0, 0) + listed("x"), lists(*TWO), ["1.", "", "2."]),
    "no numbers": (listed("x"), lists(level(0, "none", "")), [""]),
    "words without a number": (listed("x"), lists(level(0, "none", "Note:")), [""]),
    "a bullet of Symbol": (
        listed("x"),
        lists(level(0, "bullet", "\uf0b7", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>')),
        ["•"],
    ),
    "a bullet that is a letter": (
        listed("x"),
        lists(level(0, "bullet", "o", '<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr>')),
        ["•"],
    ),
    "a dash": (listed("x"), lists(level(0, "bullet", "–")), ["–"]),
    "an article": (listed("x"), lists(level(0, "chineseCounting", "第%1条")), ["第一条"]),
    "a format for old programs beside it": (
        listed("x"),
        lists(
            '<w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<mc:AlternateContent xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
            '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
            '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText '
            'w:val="%1."/></w:lvl>'
        ),
        ["001."],
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_counts(name: str) -> None:
    body, numbering, labels = LISTS[name]
    ElementTree.fromstring(f'<x xmlns:w="w" xmlns:mc="mc">{numbering}</x>')
    found = [text.removesuffix("x").strip() for text in texts(body, numbering=numbering, styles=STYLES)]
    assert found == labels


def test_no_space_behind_a_label_where_word_prints_none() -> None:
    tight = level(0, "decimal", "%1", '<w:suff w:val="nothing"/>')
    assert texts(listed(". Decides"), numbering=lists(tight)) == ["1. Decides"]


def test_what_is_hidden_is_not_counted() -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    body = (
        listed("first")
        + f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{hidden}</w:pPr>'
        + run("gone", "<w:vanish/>")
        + "</w:p>"
    )
    assert texts(body + listed("second"), numbering=lists(*TWO)) == ["1. first", "2. second"]
