"""Tests of an import up to the resolution: files laid out as they are issued give the text they were made from, and the
same facts."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.corpus.forms import FORMS
from bot.corpus.library import Library
from bot.doubts import DoubtKind
from bot.errors import ContentError
from bot.importing.clean import clean
from bot.importing.detect import language_of
from bot.importing.document import Document, read_document, summary
from bot.importing.extract import extract
from bot.importing.pieces import Cleaned
from bot.resolution import Adoption, Resolution
from tests.importing import makers
from tests.importing.texts import ENGLISH, FRENCH, GENERAL_ASSEMBLY, SECURITY_COUNCIL, SECURITY_COUNCIL_CHINESE, SHORT

SEED = (Path(__file__).parents[2] / "content/resolutions/A_HRC_RES_56_4.zh.txt").read_text(encoding="utf-8")


def cleaned(name: str, data: bytes | str) -> Cleaned:
    lines = extract(name, data.encode() if isinstance(data, str) else data).lines
    return clean(lines, FORMS[language_of(lines) or "en"])


CHINESE = cleaned("seed.txt", SEED.replace("**", "")).text
"""56/4 with each paragraph on a line, the footnote behind it."""
SOURCES = {"zh": (CHINESE, makers.CHINESE), "en": (cleaned("x.txt", ENGLISH).text, makers.ENGLISH)}


# --- clean text stays as it is ----------------------------------------------------------------------


def test_clean_text_is_not_changed_but_for_blank_lines_and_the_place_of_footnotes() -> None:
    found = cleaned("seed.txt", SEED)
    lines = [line for line in SEED.splitlines() if line.strip()]
    title = lines.index("促进和保护所有人权——公民权利、政治权利、")
    lines[title : title + 2] = ["".join(lines[title : title + 2])]
    lines.append(lines.pop(lines.index("¹ A/HRC/56/57。")))
    assert [line for line in found.text.splitlines() if line] == lines
    assert found.left_out == found.joints == ()
    assert cleaned("x.txt", found.text).text == found.text


def test_invented_clean_text_is_not_changed() -> None:
    assert SOURCES["en"][0].replace("\n", "") == ENGLISH.replace("\n", "")


# --- laid-out files give the text they were made from --------------------------------------------------


@pytest.mark.parametrize("language", SOURCES)
@pytest.mark.parametrize("height", [842, 700, 610, 480])
@pytest.mark.parametrize("how", [{}, {"rise": True}, {"gaps": False}, {"hyphens": False}], ids=str)
def test_pdf(language: str, height: float, how: dict[str, bool]) -> None:
    text, furniture = SOURCES[language]
    found = cleaned("x.pdf", makers.make_pdf(text, furniture, height=height, **how))
    assert found.text == text


@pytest.mark.parametrize("language", SOURCES)
def test_docx(language: str) -> None:
    text, furniture = SOURCES[language]
    assert cleaned("x.docx", makers.make_docx(text, furniture)).text == text


@pytest.mark.parametrize("language", SOURCES)
@pytest.mark.parametrize(("columns", "rows"), [(60, 30), (76, 44), (95, 60)])
@pytest.mark.parametrize("form_feeds", [True, False])
def test_text(language: str, columns: int, rows: int, form_feeds: bool) -> None:
    text, furniture = SOURCES[language]
    found = cleaned("x.txt", makers.make_text(text, furniture, columns=columns, rows=rows, form_feeds=form_feeds))
    # Which of the two a broken line had between a figure and a Chinese character, the file does not say.
    assert found.text.replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", [*(text for text, _ in SOURCES.values()), SHORT], ids=[*SOURCES, "short"])
@pytest.mark.parametrize("form_feeds", [True, False])
def test_marks_in_plain_figures(text: str, form_feeds: bool) -> None:
    """As programs take them out of a PDF: nothing but their places says that they are marks, and each is told."""
    furniture = makers.CHINESE if text is CHINESE else makers.ENGLISH
    laid_out = makers.make_text(text, furniture, form_feeds=form_feeds).translate(makers.FIGURES)
    found = cleaned("x.txt", laid_out)
    assert found.text.replace(" ", "") == text.replace(" ", "")
    marks = sum(line[0] in makers.MARKS for line in text.splitlines() if line)
    assert sum("a footnote’s mark" in joint.text for joint in found.joints) == marks


@pytest.mark.parametrize("indent", ["\t", "   ", "\u3000\u3000"], ids=["a tab", "spaces", "a wide space"])
@pytest.mark.parametrize("language", SOURCES)
def test_an_indent_begins_a_paragraph(language: str, indent: str) -> None:
    """Hard-wrapped, without a blank line between paragraphs, as text is copied out of a document."""
    text, furniture = SOURCES[language]
    assert cleaned("x.txt", _pasted(text, furniture, indent)).text.replace(" ", "") == text.replace(" ", "")


def test_without_an_indent_a_paragraph_that_is_begun_on_a_guess_is_told() -> None:
    found = cleaned("x.txt", _pasted(SHORT, makers.ENGLISH, ""))
    assert found.text == SHORT
    assert [joint.text for joint in found.joints] == [
        "…e listed nowhere at all, ¶ Reaffirming what was…",
        "…the sake of tests alone, ¶ Recalling its invent…",
    ]


def _pasted(text: str, furniture: makers.Furniture, indent: str) -> str:
    """A clean text hard-wrapped, with an indent for a blank line."""
    opens, closes = (
        ("The Human Rights Council,\n", "\n34th meeting")
        if furniture is makers.ENGLISH
        else ("人权理事会，\n", "\n2024年7月10日")
    )
    head, chapeau, body = makers.make_text(text, furniture, columns=76, rows=1000).partition(opens)
    body, foot, rest = body.partition(closes)
    return head + chapeau + body.replace("\n\n", "\n" + indent).strip("\n") + foot + rest


def test_short_paragraphs_do_not_hide_the_distance_of_lines() -> None:
    assert cleaned("x.pdf", makers.make_pdf(SHORT, makers.ENGLISH)).text == SHORT


def test_what_was_dropped_is_told_with_its_place() -> None:
    found = cleaned("x.pdf", makers.make_pdf(*SOURCES["zh"]))
    said = {(left.why, left.text) for left in found.left_out}
    assert {
        ("masthead", "联 合 国"),
        ("masthead", "22 July 2024"),
        ("barcode", "*2413251*"),
        ("note on recycling", "请回收"),
        ("page number", "2"),
    } <= said
    assert ("symbol", "A/HRC/RES/56/4") in said
    assert all(left.place.startswith("page ") for left in found.left_out)
    everything = "".join(line.text for line in extract("x.pdf", makers.make_pdf(*SOURCES["zh"])).lines)
    kept = found.text + "".join(left.text for left in found.left_out)
    assert sorted("".join(everything.split())) == sorted("".join(kept.split()))


# --- and the same facts ----------------------------------------------------------------------------------


def document(name: str, data: bytes | str, library: Library, **given: str) -> Document:
    return read_document(name, data.encode() if isinstance(data, str) else data, library.names.code_of, **given)


def facts(resolution: Resolution) -> Resolution:
    """A resolution without its places in its source."""

    def bare(value: object) -> object:
        return value if not hasattr(value, "spans") else replace(value, spans=())  # type: ignore[type-var]

    paragraphs = {part: tuple(map(bare, getattr(resolution, part))) for part in ("preamble", "operative")}
    item = resolution.agenda_item
    assert item is not None
    return replace(
        resolution, source="", title=bare(resolution.title), agenda_item=replace(item, title=bare(item.title)),
        footnotes=tuple(map(bare, resolution.footnotes)), roll_call=tuple(replace(v, span=(0,
        0)) for v in resolution.roll_call), **paragraphs,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["56-4.docx", "56-4.pdf", "56-4.txt"])
def test_56_4_is_the_same_from_every_kind_of_file(name: str, library: Library) -> None:
    made = {".docx": makers.make_docx, ".pdf": makers.make_pdf}.get(Path(name).suffix)
    data = made(CHINESE, makers.CHINESE) if made else SEED
    published = library.get("A/HRC/RES/56/4")
    assert published is not None
    found = document(name, data, library).resolution
    assert facts(found) == facts(published)
    assert len(found.roll_call) == 47


@pytest.mark.parametrize("name", ["x.docx", "x.pdf"])
def test_an_invented_english_one(name: str, library: Library) -> None:
    made = makers.make_docx if name.endswith("docx") else makers.make_pdf
    found = document(name, made(*SOURCES["en"]), library)
    resolution = found.resolution
    assert (resolution.symbol, resolution.language) == ("A/HRC/RES/98/77", "en")
    assert [len(resolution.preamble), len(resolution.operative), len(resolution.roll_call)] == [4, 4, 20]
    assert [sub.id for sub in resolution.operative[1].subparagraphs] == [
        "OP2(a)",
        "OP2(b)",
        "OP2(b)(i)",
        "OP2(b)(ii)",
        "OP2(c)",
    ]
    assert {note.mark: note.cited_by for note in resolution.footnotes} == {
        "¹": "PP2",
        "²": "PP4",
        "³": "OP3",
        "*": "title",
    }
    assert resolution.vote_of("GNB") == "yes"
    said = summary(found)
    assert "12–5–3, 20 voters named" in said
    assert re.search(r"left out     masthead \d+×, from (?:page 1, line|paragraph) \d+: .*“United Nations”", said)


OTHERS = (
    ("A/RES/98/241", "en", GENERAL_ASSEMBLY, [
        "Affirms that this is invented;¹",
        "Decides to include in the provisional agenda of its ninety-ninth session nothing at all."]),
    ("S/RES/4728(2093)", "en", SECURITY_COUNCIL, ["Demands that this be invented;",
    "Decides to remain actively seized of the matter."]),
    ("S/RES/4728(2093)", "zh", SECURITY_COUNCIL_CHINESE, ["要求这是虚构的；", "决定继续积极处理此案。"]),
    ("A/HRC/RES/98/77", "fr", FRENCH, ["Affirme que ce texte est inventé ;", "Décide de rester saisi de la question."]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("symbol", "language", "text", "operative"),
    OTHERS,
    ids=[f"{symbol} {language}" for symbol, language, _, _ in OTHERS],
)
def test_invented_ones_of_other_organs_and_languages(
    symbol: str, language: str, text: str, operative: list[str], library: Library
) -> None:
    resolution = document("x.txt", text, library).resolution
    assert (resolution.symbol, resolution.language) == (symbol, language)
    assert [paragraph.text for paragraph in resolution.operative] == operative
    assert resolution.headings == ()


MASTHEAD_ONLY = """\
United Nations\tA/RES/98/242

General Assembly\tDistr.: General
28 December 2093

Ninety-eighth session
Agenda item 99
General and complete invention

Resolution adopted by the General Assembly
on 22 December 2093

98/242.\tInvented texts

\tThe General Assembly,

\tRecalling its invented resolution 97/1,1

\t1.\tAffirms that this is invented;

__________________
1 Resolution 217 A (III).

93-26183 (E)\t050194
*9326183*

\t2.\tDecides to go on.

50th plenary meeting
22 December 2093

Annex
Invented principles

1.\tThis is invented.

2.\tSo is this.
"""
"""Invented: the organ's name stands beside the distribution only, a date below a rule, and a title below “Annex”."""


def test_a_general_assembly_text_with_its_name_in_the_masthead_only(library: Library) -> None:
    resolution = document("x.txt", MASTHEAD_ONLY, library).resolution
    assert (resolution.symbol, resolution.body_name) == ("A/RES/98/242", "General Assembly")
    assert resolution.adopted.isoformat() == "2093-12-22"
    assert [(note.mark, note.text, note.cited_by) for note in resolution.footnotes] == [
        ("¹", "Resolution 217 A (III).", "PP1")
    ]
    annex, title = resolution.annexes[0], resolution.annexes[0].title
    assert (annex.name, title and title.text, [p.text for p in annex.paragraphs]) == (
        "Annex",
        "Invented principles",
        ["This is invented.", "So is this."],
    )


# --- what does not add up is doubted or refused, with its place ------------------------------------------------------


def test_a_lost_voter(library: Library) -> None:
    text, furniture = SOURCES["en"]
    lost = text.replace("Brazil, ", "")
    for found, place in (
        (document("x.pdf", makers.make_pdf(lost, furniture), library), r"page \d, line \d+"),
        (document("x.docx", makers.make_docx(lost, furniture), library), r"paragraph \d+"),
    ):
        (doubt,) = [each for each in found.doubts if each.kind is DoubtKind.VOTE]
        assert re.fullmatch(place, doubt.place)
        assert re.match(r"11 voters listed under “yes”, but the tally .* 12;", doubt.found)
        assert (found.resolution.adoption, found.resolution.roll_call) == (Adoption.NOT_STATED, ())


def test_a_lost_paragraph(library: Library) -> None:
    text, furniture = SOURCES["zh"]
    lost = "\n".join(line for line in text.split("\n") if not line.startswith("7. "))
    found = document("x.pdf", makers.make_pdf(lost, furniture), library)
    (doubt,) = [d for d in found.doubts if d.kind is DoubtKind.NUMBERING]
    assert re.fullmatch(r"page \d, line \d+", doubt.place)
    assert "operative paragraph 8; expected 7" in doubt.found


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("\nGuided", "\nThe Human Rights Council,\n\nGuided",
        "“The Human Rights Council,” opens the preamble once more; expected PP1"),
        ("at all,\n", "at all,\n\nat all,\n", "the end of PP1 stands here once more; expected the next paragraph"),
        ("nowhere at all,\n", "nowhere\nat all,\nat all,\n",
        "the end of PP1 stands here once more; expected the next paragraph"),
    ],
    ids=["a chapeau twice", "an end twice", "a line twice"],
)  # fmt: skip
def test_a_preamble_that_is_not_sound(old: str, new: str, words: str, library: Library) -> None:
    assert document("x.txt", SHORT, library).resolution.symbol == "A/HRC/RES/98/78"
    with pytest.raises(ContentError, match=rf"^x\.txt: line \d+ \(line \d+ of the clean text\): .*{words}"):
        document("x.txt", SHORT.replace(old, new), library)


@pytest.mark.parametrize(
    ("old", "new", "kind", "words"),
    [
        ("at all,\n", "at all,\n\nor elsewhere,\n", DoubtKind.SPLIT,
        "“or elsewhere,” begins as no paragraph does; understood: PP1 goes on here"),
        ("at all,\n", "at all,\n\n2022, or elsewhere,\n", DoubtKind.SPLIT,
        "“2022, or elsewhere,” begins as no paragraph does; understood: PP1 goes on"),
        ("2089,¹", "2089,1", DoubtKind.NOTE, "footnote ¹ is cited in plain figures, 1; understood: cited by PP3"),
        ("34th meeting", "2  A/HRC/98/48.\n\n34th meeting", DoubtKind.SPLIT, "follows the operative part"),
    ],
    ids=["lower case", "a figure", "a plain mark", "a plain note"],
)  # fmt: skip
def test_what_is_unusual_in_a_file_is_doubted(
    old: str, new: str, kind: DoubtKind, words: str, library: Library
) -> None:
    assert not document("x.txt", SHORT, library).doubts
    found = document("x.txt", SHORT.replace(old, new), library).doubts
    assert [d for d in found if d.kind is kind and words in str(d)], found


def test_a_lost_footnote(library: Library) -> None:
    with pytest.raises(ContentError, match=r"line \d+ .*: OP12 cites footnote ¹"):
        document("x.txt", SEED.replace("¹ A/HRC/56/57。", ""), library)


def test_another_symbol_or_language_than_given(library: Library) -> None:
    with pytest.raises(
        ContentError, match=r"^x\.txt: line 18 \(line \d+ of .*given as A/HRC/RES/56/5; expected the same symbol"
    ):
        document("x.txt", SEED, library, symbol="A/HRC/RES/56/5")
    with pytest.raises(
        ContentError,
        match=r"^x\.txt: line 20 \(line \d+ of .*headed A/HRC/RES/56/5 on line 1; expected the same symbol",
    ):
        document("x.txt", "A/HRC/RES/56/5\n\n" + SEED, library)
    with pytest.raises(ContentError, match="“xx” can't be read; expected --language"):
        document("x.txt", SEED, library, language="xx")
    with pytest.raises(ContentError, match="too little text to tell its language"):
        document("x.txt", "12345", library)
