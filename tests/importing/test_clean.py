"""Tests of the cleaning of lines: what begins a paragraph, what is put together, what is no text. All texts are
invented."""

from __future__ import annotations

import pytest

from bot.corpus.forms import FORMS
from bot.importing.clean import clean
from bot.importing.detect import language_of
from bot.importing.extract import extract
from bot.importing.furniture import symbol_in

HEAD = "The Human Rights Council,\n\n"


def paragraphs(text: str) -> list[str]:
    """What clean() makes of the text below the line that opens the preamble."""
    return [
        line for line in clean(extract("x.txt", (HEAD + text).encode()).lines, FORMS["en"]).text.splitlines() if line
    ][1:]


WRAPPED = (
    (
        "a word broken at a hyphen",
        "Noting the interna-\ntional cooperation of invented States in all matters,",
        ["Noting the international cooperation of invented States in all matters,"],
    ),
    (
        "a hyphen before a capital",
        "Noting North-\nSouth cooperation in all invented matters whatever,",
        ["Noting North-South cooperation in all invented matters whatever,"],
    ),
    (
        "one before a figure",
        "Noting the effects of COVID-\n19 on the invented matters of all,",
        ["Noting the effects of COVID-19 on the invented matters of all,"],
    ),
    (
        "one that the document has elsewhere",
        "Noting the so-called case and the so-\ncalled matters of invented States,",
        ["Noting the so-called case and the so-called matters of invented States,"],
    ),
    (
        "one of a known word",
        "Noting the work of all the non-\ngovernmental organizations of States,",
        ["Noting the work of all the non-governmental organizations of States,"],
    ),
    (
        "one that stands for what comes later",
        "Noting the short-\nand long-term consequences of the invented,",
        ["Noting the short- and long-term consequences of the invented,"],
    ),
    (
        "a soft one",
        "Noting the coop\u00ad\neration of invented States in all the matters,",
        ["Noting the cooperation of invented States in all the matters,"],
    ),
    (
        "a symbol broken at a slash",
        "Recalling the invented resolution A/HRC/RES/\n97/12 of the Council in this,",
        ["Recalling the invented resolution A/HRC/RES/97/12 of the Council in this,"],
    ),
    (
        "years",
        "Noting the invented decade of action 2090–\n2099 of the United Nations,",
        ["Noting the invented decade of action 2090–2099 of the United Nations,"],
    ),
    (
        "a page turns in a paragraph",
        "Noting the invented\n\f cooperation of States,",
        ["Noting the invented cooperation of States,"],
    ),
    (
        "0.7 is no number of a paragraph",
        "Noting the share of\n0.7 per cent of invented income in all,",
        ["Noting the share of 0.7 per cent of invented income in all,"],
    ),
    (
        "a number that does not follow",
        "Recalling, in paragraph\n12. of it, what was invented for this,",
        ["Recalling, in paragraph 12. of it, what was invented for this,"],
    ),
    (
        "paragraphs without a blank line",
        "1. Affirms that it is\ninvented;\n2. Decides to go on.",
        ["1. Affirms that it is invented;", "2. Decides to go on."],
    ),
    (
        "sub-paragraphs",
        "1. Calls upon all States:\n(a) To do one thing; and\n(b) To do as in subparagraph\n(a) above;",
        ["1. Calls upon all States:", "(a) To do one thing; and", "(b) To do as in subparagraph (a) above;"],
    ),
    (
        "a running head in a paragraph",
        "Noting the invented\n\nA/HRC/RES/98/77\n\ncooperation of all States,",
        ["Noting the invented cooperation of all States,"],
    ),
    (
        "a job number in a paragraph",
        "Noting the invented\n\nGE.93-13251   3\n\ncooperation of all States,",
        ["Noting the invented cooperation of all States,"],
    ),
    (
        "an asterisk for emphasis is no note",
        "*Noting* the invented,\n\n**Recalling** the rest,",
        ["*Noting* the invented,", "**Recalling** the rest,"],
    ),
    (
        "a paragraph that lost its end is not joined",
        "Noting that the\n\nRecalling the rest,",
        ["Noting that the", "Recalling the rest,"],
    ),
    (
        "a symbol at the head of a line is as long as it is",
        "Recalling the invented resolutions of all of the Councils and the statements of\nS/PRST/2095/16, "
        "S/PRST/2095/26, and S/PRST/2096/3,\n"
        "Noting the rest of the invented matters of all of the States of the world,",
        [
            (
                "Recalling the invented resolutions of all of the Councils and the statements of S/PRST/2095/16, "
                "S/PRST/2095/26, and S/PRST/2096/3,"
            ),
            "Noting the rest of the invented matters of all of the States of the world,",
        ],
    ),
    (
        "a heading that no blank line sets apart",
        "Noting the invented cooperation of all of the States,\n1. Affirms that what was invented is good for all "
        "States;\n"
        "Invented criteria\n2. Decides to go on.",
        [
            "Noting the invented cooperation of all of the States,",
            "1. Affirms that what was invented is good for all States;",
            "Invented criteria",
            "2. Decides to go on.",
        ],
    ),
    (
        "a heading above a number that stands alone",
        "1.\nAffirms that what was invented is good for all of the States;\nInvented criteria\n2.\nDecides to go on.",
        [
            "1. Affirms that what was invented is good for all of the States;",
            "Invented criteria",
            "2. Decides to go on.",
        ],
    ),
    (
        "furniture between a number and its paragraph",
        "1. Affirms that it is invented;\n\n2.\n\nGE.93-13251 (E)\n\n121093\n\n*9313251*\n\nDecides to go on.",
        ["1. Affirms that it is invented;", "2. Decides to go on."],
    ),
    (
        "a name behind a short line of a preamble",
        "Noting the repair of the old lighthouses on the shores of Kiribati,\nTonga, Vanuatu and the other islands "
        "of the invented ocean,\n"
        "Mindful of the wrecks that lie in front of the shores of them all,\n\n1. Decides to go on.",
        [
            (
                "Noting the repair of the old lighthouses on the shores of Kiribati, Tonga, Vanuatu and the other "
                "islands of the invented ocean,"
            ),
            "Mindful of the wrecks that lie in front of the shores of them all,",
            "1. Decides to go on.",
        ],
    ),
    (
        "a name behind a note's mark, above the next paragraph",
        (
            "Having heard the statement of the keeper of the lights,\nDeputy Master of the Invented Pilots, "
            "45\n\nMindful of wrecks,\n\n1. Decides to go on."
        ),
        [
            "Having heard the statement of the keeper of the lights, Deputy Master of the Invented Pilots, 45",
            "Mindful of wrecks,",
            "1. Decides to go on.",
        ],
    ),
    (
        "a blank line within a paragraph of a preamble",
        (
            "Mindful of its responsibilities under the\n\nStatutes of the Invented Pilots and of the others,\n\n1. "
            "Decides to go on."
        ),
        [
            "Mindful of its responsibilities under the Statutes of the Invented Pilots and of the others,",
            "1. Decides to go on.",
        ],
    ),
    (
        "headings of an annex, with the numbers of sections and paragraphs on lines of their own",
        "1. Decides to go on.\n\nAnnex\nRules of the pilots\n\nI.\nMeetings\n\n1.\nThe pilots will meet at noon.\n2.\n"
        "They will meet again.\n\nII.\nNotice\n\n3.\nNotice will be given.",
        [
            "1. Decides to go on.",
            "Annex",
            "Rules of the pilots",
            "I. Meetings",
            "1. The pilots will meet at noon.",
            "2. They will meet again.",
            "II. Notice",
            "3. Notice will be given.",
        ],
    ),
    (
        "a heading of two lines below the number of its section",
        "1. Decides to go on;\n\n     II.\n          Pilots of small harbours, lighthouses\n          and islands\n\n"
        "2. Decides to go on.",
        ["1. Decides to go on;", "II. Pilots of small harbours, lighthouses and islands", "2. Decides to go on."],
    ),
    (
        "a number alone in a paragraph stays",
        "Noting that there are\n98\ninvented States in all of the world,",
        ["Noting that there are 98 invented States in all of the world,"],
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"), [(text, expected) for _, text, expected in WRAPPED], ids=[name for name, _, _ in WRAPPED]
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


FOOT = """\
1. Decides to go on.

34th meeting
8 July 2093

[Adopted by a recorded vote of 4 to 2, with 1 abstention. The voting was as
follows:
In favour: Algeria, Guinea-
Bissau, Côte
d’Ivoire,

A/HRC/RES/98/77
                                      GE.93-13251 5
Cuba
Against:
Belgium, Finland
Abstaining:
Morocco]
"""


def test_the_foot() -> None:
    assert paragraphs(FOOT)[1:] == [
        "34th meeting",
        "8 July 2093",
        "[Adopted by a recorded vote of 4 to 2, with 1 abstention. The voting was as follows:",
        "In favour:",
        "Algeria, Guinea-Bissau, Côte d’Ivoire, Cuba",
        "Against:",
        "Belgium, Finland",
        "Abstaining:",
        "Morocco]",
    ]


def test_footnotes_stand_behind_the_text_with_their_own_numbers() -> None:
    text = (
        "Noting the report,² and the rest,¹²\n\n² See the invented\nreport.\n\n1. Decides to go on.\n\n¹² "
        "A/HRC/98/999.\n\n* Reissued for\nreasons.\n"
    )
    notes = ["² See the invented report.", "¹² A/HRC/98/999.", "* Reissued for reasons."]
    assert paragraphs(text) == ["Noting the report,² and the rest,¹²", "1. Decides to go on.", *notes]


def test_footnotes_below_a_rule_need_no_raised_figure() -> None:
    assert paragraphs("Noting the report,³\n\n__________\n3 A/HRC/98/999.\n")[-1] == "³ A/HRC/98/999."


def test_marks_that_stand_apart_from_their_notes_below_a_rule() -> None:
    """Some programs take raised figures out of a page behind the notes that they are of; a page number is none."""
    text = (
        "Noting the rest,\n\fNoting the invented reports,3 and the others,4\n\n_______\n3\n\n"
        "Invented/12.\nSee the invented record, chap. III,\nsect. A.\n4\n\n2/2\n"
    )
    assert paragraphs(text)[-2:] == ["³ Invented/12.", "⁴ See the invented record, chap. III, sect. A."]


def test_a_mark_that_stands_last_on_a_page_is_no_page_number_and_is_raised_where_it_is_cited() -> None:
    text = (
        "Noting the invented reports, 1 and the others of 2041, 2\n\n1/3\n\f1. Decides to go on;"
        "\n_______\n1\n\nInvented/12.\n"
        "See the record.\n2\n\n2/3\n\f2. Decides to end.\n\n3/3\n"
    )
    whole = paragraphs(text)
    assert whole[0] == "Noting the invented reports,¹ and the others of 2041,²"
    assert whole[-2:] == ["¹ Invented/12.", "² See the record."]


def test_a_mark_that_a_line_sets_apart_from_its_note_at_the_foot_of_a_page_without_a_rule() -> None:
    text = (
        "Noting the invented reports, 1\n\nAware of the rest,\n\n1\n\nInvented/12, as it\nstands.\n\n98-76543 (E)\n\n"
        "1. Decides to go on.\n"
    )
    whole = paragraphs(text)
    assert whole[:2] == ["Noting the invented reports,¹", "Aware of the rest,"]
    assert "¹ Invented/12, as it stands." in whole


def test_a_running_head_of_several_lines_above_and_below_the_symbol() -> None:
    title = "The many invented matters of all\nof the States of the whole of the world"
    pages = f"A/HRC/RES/98/77\n{title}\n\ncooperation of\n\f{title}\nA/HRC/RES/98/77\n\nall States,\n"
    head = f"98/77. {title}\n\n{HEAD}Noting the invented\n\f"
    found = clean(extract("x.txt", (head + pages).encode()).lines, FORMS["en"])
    assert found.text.rstrip().endswith("Noting the invented cooperation of all States,")


FURNITURE = (
    "- 2 -", "– 2 –", "Page 2 of 3", "2 of 3", "2 | P a g e", "第 2 页，共 3 页", "página 2 de 3", "стр. 2",
    "ADVANCE UNEDITED VERSION", "Unedited advance copy", "未经编辑的预发本", "Human Rights Council A/HRC/RES/98/77",
    "https://x.test/A/HRC/RES/98/77", "Downloaded from https://x.test/A/HRC/RES/98/77",
)  # fmt: skip


@pytest.mark.parametrize("line", FURNITURE)
def test_what_stands_between_pages_is_no_wording_though_no_page_turns(line: str) -> None:
    body = f"Noting the invented matters of all\n\n{line}\n\nStates of the whole of the world,\n"
    text = f"A/HRC/RES/98/77\n\n{HEAD}{body}"
    found = clean(extract("x.txt", text.encode()).lines, FORMS["en"])
    assert found.text.rstrip().endswith("Noting the invented matters of all States of the whole of the world,")
    assert line in {left.text for left in found.left_out}


def test_a_date_below_a_rule_is_no_footnote_and_a_job_number_ends_its_region() -> None:
    text = (
        "Noting it,¹\n\n_______\n1 A/HRC/98/999.\n\nGE.93-13251\n\n1. Decides that\n2 States at least be "
        "invented.\n\n22 December 2093\n"
    )
    assert paragraphs(text) == [
        "Noting it,¹",
        "1. Decides that 2 States at least be invented.",
        "22 December 2093",
        "¹ A/HRC/98/999.",
    ]
    text = "1. Decides to go on.¹\n\n_______\n1 A/HRC/98/999.\n\n22 December 2093\n"
    assert paragraphs(text) == ["1. Decides to go on.¹", "22 December 2093", "¹ A/HRC/98/999."]


@pytest.mark.parametrize(
    "text",
    [
        "Noting a share of 0.7 per cent,\n7 States, and so on,\n",
        "Noting the resolution,2 and the other,2\n2 States at least,\n",
        "Noting that there are\n98 invented States,\n",
    ],
    ids=["a decimal", "two places", "no place"],
)
def test_a_figure_that_is_no_mark_stays(text: str) -> None:
    assert "".join(paragraphs(text)).isascii()


def test_what_goes_on_behind_the_end_of_the_last_paragraph_is_doubted() -> None:
    text = f"{HEAD}Noting the invented,\n\n1. Decides to go on.\n\n-----\n\nb/ A note of old.\n"
    found = clean(extract("x.txt", text.encode()).lines, FORMS["en"])
    assert [doubt.found for doubt in found.doubts] == ["“b/ A note of old.” behind the end of the last paragraph"]


def test_a_page_that_turns_behind_a_comma_is_told() -> None:
    found = clean(
        extract(
            "x.txt", (HEAD + "Noting the invented matters of all of the States,\n\fRecalling the rest,\n").encode()
        ).lines,
        FORMS["en"],
    )
    assert [joint.text for joint in found.joints] == ["…rs of all of the States, ¶ Recalling the rest,…"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A/HRC/RES/98/77\n\nx A/HRC/RES/1/1", "A/HRC/RES/98/77"),
        ("United Nations A/RES/78/241\n", "A/RES/78/241"),
        ("S/RES/2728(2024)\n", "S/RES/2728 (2024)"),
        ("See A/HRC/RES/56/4.\n", None),
    ],
)
def test_the_symbol(text: str, expected: str | None) -> None:
    found = symbol_in(extract("x.txt", text.encode()).lines)
    assert (found.text if found else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("人权理事会，重申 A/HRC/RES/56/4 与 COVID-19", "zh"),
        ("Reaffirming all the resolutions of the Council on it,", "en"),
        ("Réaffirmant toutes les résolutions du Conseil sur la question et des droits,", "fr"),
        ("Reafirmando todas las resoluciones del Consejo y los derechos para una paz,", "es"),
        ("вновь подтверждая все резолюции Совета,", "ru"),
        ("إذ يؤكد من جديد جميع قرارات المجلس،", "ar"),
        ("12345", None),
    ],
)
def test_the_language(text: str, expected: str | None) -> None:
    assert language_of(extract("x.txt", text.encode()).lines) == expected
