"""Tests of the Security Council's resolutions as printed up to 1993, of drafts, and of what is unusual in a text. All
texts are invented."""

from __future__ import annotations

from datetime import date

import pytest

from bot.corpus.library import Library
from bot.doubts import DoubtKind
from bot.importing.document import Document, read_document
from bot.resolution import Adoption, Resolution, Tally, Vote
from tests.corpus.places import doubled, unplaced


def imported(text: str, library: Library) -> Document:
    """A file with that text, as an import reads it: every character has one place."""
    found = read_document("x.txt", text.encode(), library.names.code_in_record)
    assert unplaced(found.resolution) == []
    assert doubled(found.resolution) == []
    assert found.account.difference == 0, found.account
    return found


def read_file(text: str, library: Library) -> Resolution:
    return imported(text, library).resolution


def sixties(foot: str, notes: str = "") -> str:
    """A resolution of the kind printed since 1965, with that record below it."""
    return (
        "Resolution 1453 (1971)\nof 9 March 1971\n\nThe Security Council,\n\nTaking note of the letters of the "
        "lighthouse keepers,\n\n"
        "1. Calls upon every keeper to trim the wicks of\nall lamps;\n\n2. Decides to remain seized of the lamps.\n\n"
        + foot
        + "\n\n"
        + notes
    )


RECORDS: tuple[tuple[str, str, Adoption, Tally | None, dict[str, Vote]], ...] = (
    # the record, notes below it, how it was adopted, the figures, the states named
    ("Adopted unanimously at the\n1612th meeting.", "", Adoption.UNANIMOUS, None, {}),
    ("Adopted at the 1612th meeting by consensus.", "", Adoption.CONSENSUS, None, {}),
    ("Adopted without a vote at the 1612th\nmeeting.", "", Adoption.WITHOUT_A_VOTE, None, {}),
    ("Adopted at the 1612th meeting by 15 votes to none.", "", Adoption.RECORDED_VOTE, Tally(15, 0, 0), {}),
    (
        "Adopted at the 1612th meeting by 11 votes\nto 2 (Portugal, United States\nof America), with 2 abstentions "
        "(France,\n"
        "United Kingdom of Great Britain and Northern Ireland).", "",
        Adoption.RECORDED_VOTE, Tally(11, 2, 2), {"PRT": Vote.NO, "USA": Vote.NO, "FRA": Vote.ABSTAIN,
        "GBR": Vote.ABSTAIN},
    ),
    (
        (
            "Adopted at the 1612th meeting by 13 votes to none,\nwith 2 abstentions (Yugoslavia, Union of "
            "Soviet\nSocialist Republics)."
        ), "",
        Adoption.RECORDED_VOTE, Tally(13, 0, 2), {"YUG": Vote.ABSTAIN, "RUS": Vote.ABSTAIN},
    ),
    (
        "Adopted at the 1612th meeting by 14 votes to none. 7",
        "7 One member (China) did not participate in the voting.",
        Adoption.RECORDED_VOTE, Tally(14, 0, 0, 1), {"CHN": Vote.NOT_VOTING},
    ),
    # a stroke that was recognized for a 1: all figures add up to fifteen
    ("Adopted at the 1612th meeting by 14 votes to none, with I abstention (Zambia).", "", Adoption.RECORDED_VOTE,
    Tally(14, 0, 1), {"ZMB": Vote.ABSTAIN}),
    # figures that do not add up are no record
    ("Adopted at the 1612th meeting by 12 votes to none, with 2 abstentions (China, India).", "", Adoption.NOT_STATED,
    None, {}),
    ("Adopted at the 1612th meeting by 14 votes to none.", "", Adoption.NOT_STATED, None, {}),
    # a name that is no state's: the figures stay, nobody is said to have cast the vote
    ("Adopted at the 1612th meeting by 13 votes to none, with 2 abstentions (Atlantis, India).", "",
    Adoption.RECORDED_VOTE, Tally(13, 0, 2), {}),
    ("Adopted at the 1612th meeting by 13 votes to none, with 2 abstentions (India).", "", Adoption.RECORDED_VOTE,
    Tally(13, 0, 2), {}),
    ("Adopted at the 1612th meeting, paragraph 2 by a large majority.", "", Adoption.NOT_STATED, None, {}),
)  # fmt: skip


@pytest.mark.parametrize(("foot", "notes", "adoption", "tally", "votes"), RECORDS)
def test_the_record_in_the_foot(
    library: Library, foot: str, notes: str, adoption: Adoption, tally: Tally | None, votes: dict[str, Vote]
) -> None:
    """Figures count where they add up to the members of the Council, names where they are known and as many as the
    figure says; else it is doubted."""
    found = read_file(sixties(foot, notes), library)
    assert (found.symbol, found.adopted) == ("S/RES/1453(1971)", date(1971, 3, 9))
    assert found.meeting
    assert found.meeting.number == 1612
    assert (found.adoption, found.tally) == (adoption, tally)
    assert {v.code: v.vote for v in found.roll_call} == votes
    assert [p.id for p in found.paragraphs] == ["PP1", "OP1", "OP2"]
    whole = tally is None or len(votes) == tally.no + tally.abstain + tally.not_voting
    if adoption is Adoption.NOT_STATED or not whole:
        assert DoubtKind.VOTE in {d.kind for d in found.doubts}


@pytest.mark.parametrize(
    "head", ["33 (1947). Resolution of 8 May 1947\n[S/345]\n\n", "33 (1947). Resolution of 8 May 1947\n"]
)
def test_of_the_first_years(library: Library, head: str) -> None:
    """The number first, the symbol of the draft below it, no comma behind the Council's name, an operative part without
    numbers, eleven members."""
    text = head + (
        "The Security Council\n\nNoting the state of the lamps of the coast.\n\nRequests all keepers to trim the "
        "wicks;\n\n"
        "Further requests them to report.\n\nAdopted at the 140th meeting by\n9 votes to 1 (Poland), with 1 "
        "abstention (Syria)."
    )
    found = read_file(text, library)
    assert (found.symbol, found.number, found.adopted) == ("S/RES/33(1947)", "33 (1947)", date(1947, 5, 8))
    assert [(p.id, p.text.split()[0]) for p in found.paragraphs] == [
        ("PP1", "Noting"),
        ("OP1", "Requests"),
        ("OP2", "Further"),
    ]
    assert found.tally == Tally(9, 1, 1)
    assert {v.code: v.vote for v in found.roll_call} == {"POL": Vote.NO, "SYR": Vote.ABSTAIN}
    assert {DoubtKind.HEAD, DoubtKind.ENDING} <= {d.kind for d in found.doubts}


DRAFTS = (
    # the file, the symbol, the day, the sponsors, the paragraphs
    (
        "United Nations S/2093/835\nSecurity Council Distr.: General\n3 June 2093\nOriginal: English\n\nAlbania and "
        "Benin: draft resolution\n\n"
        "The Security Council,\n\nRecalling the lamps,\n\n1. Decides to trim the wicks.\n",
        "S/2093/835", date(2093, 6, 3), "Albania and Benin: draft resolution", ["PP1", "OP1"],
    ),
    (
        "United Nations\nA/HRC/98/L.5\nGeneral Assembly\nDistr.: Limited\n4 July 2093\nOriginal: English\n\nHuman "
        "Rights Council\nNinety-eighth session\n"
        "Agenda item 3\nInvented rights\n\nBenin, Chad: draft resolution\n\n98/… Rights of keepers\n\nThe Human "
        "Rights Council,\n\nGuided by the lamps,\n\n"
        "1. Affirms the rights of keepers;\n\n2. Decides to go on.\n",
        "A/HRC/98/L.5", date(2093, 7, 4), "Benin, Chad: draft resolution", ["PP1", "OP1", "OP2"],
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "symbol", "day", "sponsors", "paragraphs"), DRAFTS, ids=["Security Council", "Human Rights Council"]
)
def test_a_draft(library: Library, text: str, symbol: str, day: date, sponsors: str, paragraphs: list[str]) -> None:
    """A draft is known by its symbol, says that it is one, and keeps its sponsors; nothing says that it was adopted."""
    found = read_file(text, library)
    assert (found.symbol, found.adopted, found.draft, found.adoption) == (symbol, day, True, Adoption.NOT_STATED)
    assert found.sponsors
    assert found.sponsors.text == sponsors
    assert [p.id for p in found.paragraphs] == paragraphs


COUNCIL_DRAFTS = {
    "fr": (
        "Nations Unies S/2093/836\nConseil de sécurité Distr. générale\n3 juin 2093\nFrançais\nOriginal : anglais\n\n"
        "Albanie et Bénin : projet de résolution\n\nLe Conseil de sécurité,\n\nRappelant les lampes,\n\n1. Décide de "
        "tailler les mèches.\n"
    ),
    "es": (
        "Naciones Unidas S/2093/836\nConsejo de Seguridad Distr. general\n3 de junio de 2093\nEspañol\nOriginal: "
        "inglés\n\n"
        "Albania y Benin: proyecto de resolución\n\nEl Consejo de Seguridad,\n\nRecordando las lámparas,\n\n1. "
        "Decide recortar las mechas.\n"
    ),
    "ru": (
        "Организация Объединенных Наций S/2093/836\nСовет Безопасности Distr.: General\n3 June "
        "2093\nRussian\nOriginal: English\n\n"
        "Албания и Бенин: проект резолюции\n\nСовет Безопасности,\n\nссылаясь на лампы,\n\n1. постановляет подрезать "
        "фитили.\n"
    ),
    "ar": (
        "الأمم المتحدة S/2093/836\nمجلس الأمن Distr.: General\n3 June 2093\nArabic\nOriginal: English\n\n"
        "ألبانيا وبنن: مشروع قرار\n\nإن مجلس الأمن،\n\nإذ يشير إلى المصابيح،\n\n1 - يقرر قص الفتائل.\n"
    ),
}
"""A draft of the Security Council as printed in each language; the heads of Russian and Arabic ones have lines in
English."""
RIGHTS_DRAFTS = {
    "fr": (
        "Nations Unies\nA/HRC/98/L.6\nAssemblée générale\nDistr. limitée\n4 juillet 2093\nFrançais\nOriginal : "
        "anglais\n\n"
        "Conseil des droits de l’homme\nQuatre-vingt-dix-huitième session\nPoint 3 de l’ordre du jour\nDroits "
        "inventés\n\n"
        "Bénin, Tchad : projet de résolution\n\n98/… Droits des gardiens\n\nLe Conseil des droits de l’homme,"
        "\n\nGuidé par les lampes,\n\n"
        "1. Affirme les droits des gardiens ;\n\n2. Décide de continuer.\n"
    ),
    "es": (
        "Naciones Unidas\nA/HRC/98/L.6\nAsamblea General\nDistr. limitada\n4 de julio de 2093\nEspañol\nOriginal: "
        "inglés\n\n"
        "Consejo de Derechos Humanos\n98º período de sesiones\nTema 3 de la agenda\nDerechos inventados\n\n"
        "Benin, Chad: proyecto de resolución\n\n98/… Derechos de los guardianes\n\nEl Consejo de Derechos Humanos,"
        "\n\nGuiado por las lámparas,\n\n"
        "1. Afirma los derechos de los guardianes;\n\n2. Decide continuar.\n"
    ),
    "ru": (
        "Организация Объединенных Наций\nA/HRC/98/L.6\nГенеральная Ассамблея\nDistr.: Limited\n4 July "
        "2093\nRussian\nOriginal: English\n\n"
        "Совет по правам человека\nДевяносто восьмая сессия\nПункт 3 повестки дня\nВыдуманные права\n\n"
        "Бенин, Чад: проект резолюции\n\n98/… Права смотрителей\n\nСовет по правам человека,\n\nруководствуясь "
        "светом ламп,\n\n"
        "1. подтверждает права смотрителей;\n\n2. постановляет продолжать.\n"
    ),
    "ar": (
        "الأمم المتحدة\nA/HRC/98/L.6\nالجمعية العامة\nDistr.: Limited\n4 July 2093\nArabic\nOriginal: English\n\n"
        "مجلس حقوق الإنسان\nالدورة الثامنة والتسعون\nالبند 3 من جدول الأعمال\nحقوق مختلقة\n\n"
        "بنن، تشاد: مشروع قرار\n\n98/… حقوق الحراس\n\nإن مجلس حقوق الإنسان،\n\nإذ يسترشد بالمصابيح،\n\n"
        "1 - يؤكد حقوق الحراس؛\n\n2 - يقرر المضي قدما.\n"
    ),
}
"""A draft of the Human Rights Council, the same."""
SPONSORS = {
    "fr": ("Albanie et Bénin : projet de résolution", "Bénin, Tchad : projet de résolution"),
    "es": ("Albania y Benin: proyecto de resolución", "Benin, Chad: proyecto de resolución"),
    "ru": ("Албания и Бенин: проект резолюции", "Бенин, Чад: проект резолюции"),
    "ar": ("ألبانيا وبنن: مشروع قرار", "بنن، تشاد: مشروع قرار"),
}


@pytest.mark.parametrize("language", SPONSORS)
@pytest.mark.parametrize(
    ("at", "texts", "symbol", "day", "paragraphs"),
    [
        (0, COUNCIL_DRAFTS, "S/2093/836", date(2093, 6, 3), ["PP1", "OP1"]),
        (1, RIGHTS_DRAFTS, "A/HRC/98/L.6", date(2093, 7, 4), ["PP1", "OP1", "OP2"]),
    ],
    ids=["Security Council", "Human Rights Council"],
)
def test_a_draft_in_another_language(
    library: Library, language: str, at: int, texts: dict[str, str], symbol: str, day: date, paragraphs: list[str]
) -> None:
    found = read_file(texts[language], library)
    assert (found.language, found.symbol, found.adopted, found.draft, found.adoption) == (
        language,
        symbol,
        day,
        True,
        Adoption.NOT_STATED,
    )
    assert found.sponsors and found.sponsors.text == SPONSORS[language][at]
    assert (found.session and found.session.number, found.agenda_item and found.agenda_item.number) == (
        (98, 3) if at else (None, None)
    )
    assert [p.id for p in found.paragraphs] == paragraphs


def typed(body: str) -> str:
    """A resolution of the Security Council as typed today, with that body."""
    head = (
        "Security Council\n\nResolution 4041 (2093)\n\nAdopted by the Security Council at its 9941st meeting, on 7 "
        "May 2093"
    )
    return f"{head}\n\nThe Security Council,\n\n{body}"


BODIES: tuple[tuple[str, str, list[str], list[tuple[str, str]], set[DoubtKind]], ...] = (
    # what is unusual, the body, the paragraphs, the headings, the doubts
    ("a heading before the first", "Noting it,\n\nLamp oil\n\n1. Decides this;\n\nReporting\n\n2. Asks for that.",
    ["PP1", "OP1", "OP2"],
     [("Lamp oil", "OP1"), ("Reporting", "OP2")], set()),
    ("bullets", "Noting it,\n\n1. Asks for a list of:\n\n• the lamps,\n\n• the wicks;\n\n2. Decides to go on.", ["PP1",
    "OP1", "OP2"], [], set()),
    ("a list with numbers",
    "Noting it,\n\n1. Recalls the lamps;\n\n2. Urges steps on:\n\n1. The oil,\n\n2. The wicks;\n\n3. Decides to go on.",
     ["PP1", "OP1", "OP2", "OP3"], [], set()),
    ("a number without a stop", "Noting it,\n\n1. Regrets the dark;\n\n2 Condemns the storms;\n\n3. Decides to go on.",
    ["PP1", "OP1", "OP2", "OP3"], [],
     {DoubtKind.NUMBERING}),
    *(
        (f"numbers like {first}", f"Noting it,\n\n{first}Decides to light lamps;\n\n{second}Requests a report.",
        ["PP1", "OP1", "OP2"], [], {DoubtKind.NUMBERING})
        for first, second in (("1) ", "2) "), ("(1) ", "(2) "), ("OP1. ", "OP2. "), ("¶1 ", "¶2 "), ("1º ", "2º "),
        ("① ", "② "), ("⒈", "⒉"), ("一、", "二、"), ("第1段 ", "第2段 "))
    ),
    ("numbers with a dash", "Noting it,\n\n1.- Decides to light lamps;\n\n2.- Requests a report.",
    ["PP1", "OP1", "OP2"], [], set()),
    ("labels that are no numbers", "Noting it,\n\n1. Decides:\n\n(1) Requests oil;\n\n(2) Asks for it;\n\n2. Asks so.",
    ["PP1", "OP1", "OP2"], [], set()),
    ("a number that jumps", "Noting it,\n\n1. Regrets the dark;\n\n3. Decides to go on.", ["PP1", "OP1", "OP3"], [],
    {DoubtKind.NUMBERING}),
    ("a comma for a semicolon", "Noting it,\n\n1. Regrets the dark,\n\n2. Decides to go on.", ["PP1", "OP1", "OP2"], [],
    {DoubtKind.ENDING}),
    ("parts whose numbers run through",
    "Noting it,\n\nA\n\n1. Regrets the dark;\n\nB\n\nRecalling the light,\n\n2. Decides to go on.",
     ["PP1", "PP2", "OP1", "OP2"], [("A", "OP1"), ("B", "OP2")], set()),
    ("parts with numbers of their own",
    "Noting it,\n\nA\n\n1. Regrets the dark;\n\n2. Asks for light;\n\nB\n\n1. Decides to go on.",
     ["PPA.1", "OPA.1", "OPA.2", "OPB.1"], [("A", "OPA.1"), ("B", "OPB.1")], set()),
    ("a letter behind",
     "Noting it,\n\n1. Decides to go on.\n\nLetter of the keeper\n\nI have the honour to send a lamp.",
     ["PP1", "OP1", "ANNEX1.1"], [], {DoubtKind.SPLIT}),
    ("a page that turned in a paragraph", "Noting that the lamps of\n\nthe coast are out,\n\n1. Decides to go on.",
    ["PP1", "OP1"], [], set()),
    ("figures behind a comma",
    "Recalling 2733 (2032) of 23 January 2032,\n2746 (2032) of 17 March 2032,\n\n1. Decides to go on.", ["PP1", "OP1"],
    [], set()),
    ("numbers on lines of their own",
     (
         "Noting it,\n\n1.\nDemands that the lamps be lit\nsoon;\nCalls upon the keeper to report\n2.\non the lamps;"
         "\n3.\n\nDecides to go on."
     ),
     ["PP1", "OP1", "OP2", "OP3"], [], set()),
)  # fmt: skip


@pytest.mark.parametrize(
    ("body", "paragraphs", "headings", "doubts"), [row[1:] for row in BODIES], ids=[row[0] for row in BODIES]
)
def test_the_body(
    library: Library, body: str, paragraphs: list[str], headings: list[tuple[str, str]], doubts: set[DoubtKind]
) -> None:
    """Where paragraphs begin and end, whatever stands between them; and what is told as unusual."""
    found = read_file(typed(body), library)
    assert [p.id for p in found.paragraphs] == paragraphs
    assert [(h.text, h.before) for h in found.headings] == headings
    assert {d.kind for d in found.doubts} == doubts


def test_marks_in_plain_figures(library: Library) -> None:
    """A mark behind a stop or with a stroke is known by its note; the words stay as they are in the file."""
    text = typed(
        "Noting the letter of 3 May 2093, 1/\n\n1. Approves the report; 2/\n\n2. Decides to go on.\n\n1/ "
        "S/2093/7.\n\n2/ S/2093/8.\n"
    )
    found = read_file(text, library)
    assert [(n.mark, n.text, n.cited_by) for n in found.footnotes] == [
        ("¹", "S/2093/7.", "PP1"),
        ("²", "S/2093/8.", "OP1"),
    ]
    assert found.preamble[0].text == "Noting the letter of 3 May 2093, 1/"
    assert {d.kind for d in found.doubts} == {DoubtKind.NOTE}


def test_a_hyphen_at_the_end_of_a_line(library: Library) -> None:
    """It stays where the words are two, and goes where a word is known only without it; every one that goes is left out
    by name."""
    body = (
        "Noting the storm-\nstruck lamps and the interna-\ntional coopera-\ntion of the Council-\nmandated keepers,"
        "\n\n1. Decides to go on."
    )
    found = imported(typed(body), library)
    assert (
        found.resolution.preamble[0].text
        == "Noting the storm-struck lamps and the international cooperation of the Council-mandated keepers,"
    )
    assert [left.why for left in found.left_out] == ["hyphen at the end of a line"] * 2


def test_a_vote_with_a_note(library: Library) -> None:
    """The vote is the recorded one; what a note says of it stands with it, and cites no paragraph."""
    text = (
        "Human Rights Council\nNinety-eighth session\n1–28 July 2093\nAgenda item 3\nInvented item\n\n"
        "Resolution adopted by the Human Rights Council on 9 July 2093\n\n98/77. Lamps\n\n"
        "The Human Rights Council,\n\nNoting it,\n\n1. Decides to go on.\n\n35th meeting\n9 July 2093\n\n"
        "[Adopted by a recorded vote of 2 to 2, with 1 abstention. "
        "The voting was as follows:\n"
        "In favour:\nChina, Cuba\nAgainst:\nBenin,* Japan\nAbstaining:\nChile]\n\n"
        "* The delegation of Benin said later that it had meant to vote otherwise.\n"
    )
    found = read_file(text, library)
    assert {v.code: (v.vote, bool(v.note)) for v in found.roll_call} == {
        "CHN": (Vote.YES, False), "CUB": (Vote.YES, False), "BEN": (Vote.NO, True), "JPN": (Vote.NO, False),
        "CHL": (Vote.ABSTAIN, False),
    }  # fmt: skip
    assert [(n.mark, n.cited_by) for n in found.footnotes] == [("*", "vote")]


NOTED = (
    # the head, a name in the record, the note; what cites it, whether anything is told
    ("98/77. Lamps", "Benin*", "Noting it,", "\n* It had meant otherwise.", "vote", False),
    ("98/77. Lamps", "Benin*", "Noting it,", "", None, True),
    ("98/77. Lamps*", "Benin", "Noting it,", "\n* Reissued for a lamp.", "title", False),
    ("98/77. Lamps", "Benin", "Noting the study,*", "\n* A/HRC/98/1.", "PP1", False),
    ("98/77. Lamps", "Benin", "**Noting** it*,", "\n* A/HRC/98/1.", "PP1", False),
    ("98/77. Lamps*", "Benin", "*Noting* it,", "\n* Reissued for a lamp.", "title", False),
)


@pytest.mark.parametrize(("title", "name", "preamble", "note", "cited", "told"), NOTED)
def test_asterisks_are_of_what_they_stand_behind(
    library: Library, title: str, name: str, preamble: str, note: str, cited: str | None, told: bool
) -> None:
    text = (
        "Human Rights Council\nNinety-eighth session\n1–28 July 2093\nAgenda item 3\nInvented item\n\n"
        f"Resolution adopted by the Human Rights Council on 9 July 2093\n\n{title}\n\n"
        f"The Human Rights Council,\n\n{preamble}\n\n1. Decides to go on.\n\n35th meeting\n9 July 2093\n\n"
        "[Adopted by a recorded vote of 2 to 1, with 1 abstention. The voting was as follows:\n"
        f"In favour:\nChina, Cuba\nAgainst:\n{name}\nAbstaining:\nChile]\n{note}\n"
    )
    found = read_file(text, library)
    assert [n.cited_by for n in found.footnotes] == ([cited] if cited else [])
    assert [d.kind for d in found.doubts] == [DoubtKind.NOTE] * told


def test_former_states_have_their_codes(library: Library) -> None:
    """By the codes of ISO 3166-3; a member under an older name is the member."""
    code = library.names.code_in_record
    former = {
        "Yugoslavia": "YUG",
        "Czechoslovakia": "CSK",
        "German Democratic Republic": "DDR",
        "Democratic Yemen": "YMD",
        "Serbia and Montenegro": "SCG",
    }
    assert {name: code(name) for name in former} == former
    older = {
        "Burma": "MMR",
        "Upper Volta": "BFA",
        "Dahomey": "BEN",
        "Ceylon": "LKA",
        "Zaire": "COD",
        "United Arab Republic": "EGY",
        "Byelorussian SSR": "BLR",
    }
    assert {name: code(name) for name in older} == older
