"""Invented texts in layouts that set beside or behind one another what others set on lines of their own: the day beside
the agenda item, notes above the record of the vote, labels alone, a symbol with the title behind it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.corpus.library import Library
from bot.doubts import DoubtKind
from bot.importing.document import Document, read_document
from bot.resolution import Adoption
from tests.importing.test_heads import BODIES

GAP = " " * 20
WHA = {
    # the line with the session and the symbol, the item, the day, a title, the opening line, the meeting
    "en": ("Ninety-second World Health Assembly", "Agenda item 14.2", "30 May 2093", "Lanterns in wards",
           "The Ninety-second World Health Assembly,", "Ninth plenary meeting"),
    "fr": ("Quatre-vingt-douzième Assemblée mondiale de la Santé", "Point 14.2 de l'ordre du jour", "30 mai 2093",
           "Les lanternes des salles", "La Quatre-vingt-douzième Assemblée mondiale de la Santé,",
           "Neuvième séance plénière"),
    "es": ("92.ª Asamblea Mundial de la Salud", "Punto 14.2 del orden del día", "30 de mayo de 2093",
           "Los faroles de las salas", "La 92.ª Asamblea Mundial de la Salud,", "Novena sesión plenaria"),
    "ru": ("Девяносто вторая сессия Всемирной ассамблеи здравоохранения", "Пункт 14.2 повестки дня", "30 мая 2093 г.",
           "Фонари в палатах", "Девяносто вторая сессия Всемирной ассамблеи здравоохранения,",
           "Девятое пленарное заседание"),
    "ar": ("جمعية الصحة العالمية الثانية والتسعون", "البند 14-2 من جدول الأعمال", "30 أيار/مايو 2093",
           "مصابيح العنابر", "جمعية الصحة العالمية الثانية والتسعون،", "الجلسة العامة التاسعة"),
    "zh": ("第九十二届世界卫生大会", "议程项目14.2", "2093年5月30日", "病房的灯笼", "第九十二届世界卫生大会，",
           "第九次全体会议"),
}  # fmt: skip


def imported(library: Library, text: str) -> Document:
    document = read_document("a.txt", text.encode(), library.names.code_in_record)
    assert not document.account.difference
    return document


@pytest.mark.parametrize("gap", [GAP, " "], ids=["columns", "run together"])
@pytest.mark.parametrize("language", WHA)
def test_the_day_beside_the_agenda_item(library: Library, language: str, gap: str) -> None:
    """It is the day of the document, and with no other one it is that of the text, in doubt."""
    session, item, day, title, opening, _ = WHA[language]
    text = f"{session}{GAP}WHA92.3\n\n{item}{gap}{day}\n\n{title}\n\n{opening}\n\n{BODIES[language]}"
    document = imported(library, text)
    found = document.resolution
    assert (found.symbol, found.title.text, found.adopted) == ("WHA92.3", title, date(2093, 5, 30))
    assert (len(found.preamble), len(found.operative), found.annexes) == (2, 2, ())
    assert any("no line says when it was adopted" in str(doubt) for doubt in document.doubts)


@pytest.mark.parametrize("language", WHA)
def test_the_meeting_and_the_day_on_one_line_below_the_text(library: Library, language: str) -> None:
    """The stop of an abbreviation behind the year is the date's; a rule of signs closes the page."""
    session, item, day, title, opening, meeting = WHA[language]
    foot = f"\n{GAP}{meeting}, {day}\n{GAP}A92/VR/9\n\n{GAP}=     =     =\n"
    head = f"{session}{GAP}WHA92.3\n\n{item}\n\n{title}\n\n{opening}\n\n"
    document = imported(library, head + BODIES[language] + foot)
    found = document.resolution
    assert (found.adopted, found.annexes) == (date(2093, 5, 30), ())
    assert found.meeting is not None
    assert (found.meeting.number, [note.text for note in found.footnotes]) == (9, ["A92/VR/9"])
    assert not document.doubts


CAPITALS = (
    ("en", "Distr. GENERAL", "RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY", "91/37.  Lanterns in harbours",
     "The General Assembly,", "60th plenary meeting\n9 December 2036", "Notes",
     "Adopted by a recorded vote of 2 to 1, with 1 abstention, as follows:\n\nIn favour:  Chile, Peru.\n\n"
     "Against:  Kenya.\n\nAbstaining:  Togo."),
    ("fr", "Distr. GÉNÉRALE", "RÉSOLUTION ADOPTÉE PAR L'ASSEMBLÉE GÉNÉRALE", "91/37.  Les lanternes des ports",
     "L'Assemblée générale,", "60e séance plénière\n9 décembre 2036", "Notes",
     "Adoptée par 2 voix contre 1, avec 1 abstention. Ont voté pour : Chili, Pérou. A voté contre : Kenya. "
     "S'est abstenu : Togo."),
    ("es", "Distr. GENERAL", "RESOLUCIÓN APROBADA POR LA ASAMBLEA GENERAL", "91/37.  Los faroles de los puertos",
     "La Asamblea General,", "60ª sesión plenaria\n9 de diciembre de 2036", "Notas",
     "Resolución aprobada por 2 votos contra 1 y 1 abstención. Votos a favor: Chile, Perú. Votos en contra: Kenya. "
     "Abstenciones: Togo."),
)  # fmt: skip


@pytest.mark.parametrize("row", CAPITALS, ids=[row[0] for row in CAPITALS])
def test_a_head_in_capitals_and_notes_above_the_record(library: Library, row: tuple[str, ...]) -> None:
    """The organ's name in capitals is its name, and the word above the notes is none of the foot."""
    language, distribution, adopted, titled, opening, foot, notes, record = row
    first, *rest = BODIES[language].split("\n\n")
    body = "\n\n".join([f"{first[:-1]}, 1/", *rest])
    head = f"A/RES/91/37\n{distribution}\n11 February 2037\n\n{adopted}\n\n{titled}\n\n{opening}\n\n"
    document = imported(library, f"{head}{body}\n{foot}\n\n{GAP}{notes}\n\n1/   A/91/398.\n\n{record}\n")
    found = document.resolution
    assert (found.symbol, found.adopted, found.adoption) == (
        "A/RES/91/37", date(2036, 12, 9), Adoption.RECORDED_VOTE,
    )  # fmt: skip
    assert [(voter.code, voter.vote.value) for voter in found.roll_call] == [
        ("CHL", "yes"), ("PER", "yes"), ("KEN", "no"), ("TGO", "abstain"),
    ]  # fmt: skip
    assert [note.text for note in found.footnotes] == ["A/91/398."]


def test_a_mark_in_brackets_within_chinese(library: Library) -> None:
    """No space stands between the mark and the word behind it; the notes stand below the record."""
    body = BODIES["zh"].replace("回顾港口宪章", "回顾港口宪章[1]以及灯笼条例").replace("灯笼的报告", "灯笼的报告[2]")
    head = "A/HRC/RES/91/4\n人权理事会\n第九十一届会议\n\n人权理事会2035年10月4日通过的决议\n"
    head += "91/4. 港口的灯笼\n人权理事会，\n"
    foot = "第40次会议\n2035年10月4日\n[未经表决获得通过。]\n[1] 见第九章。\n[2] A/HRC/91/9。\n"
    found = imported(library, head + body + foot).resolution
    assert [(note.mark, note.cited_by) for note in found.footnotes] == [("¹", "PP1"), ("²", "PP2")]


TITLED = (
    ("en", "A93-7: Lanterns on aeroplanes", "The Assembly,", "Adopted on 9 October 2093"),
    ("fr", "A93-7 :  Les lanternes des avions", "L'Assemblée,", "Adoptée le 9 octobre 2093"),
    ("es", "A93-7: Los faroles de los aviones", "La Asamblea,", "Aprobada el 9 de octubre de 2093"),
    ("ru", "A93-7. Фонари самолетов", "Ассамблея,", "Принята 9 октября 2093 года"),
    ("ar", "A93-7: مصابيح الطائرات", "إن الجمعية العمومية،", "اعتمد في 9 تشرين الأول/أكتوبر 2093"),
    ("zh", "A93-7：飞机的灯笼", "大会，", "2093年10月9日通过"),
)


@pytest.mark.parametrize(("language", "titled", "opening", "adopted"), TITLED, ids=[row[0] for row in TITLED])
def test_a_symbol_with_the_title_behind_it(
    library: Library, language: str, titled: str, opening: str, adopted: str
) -> None:
    """The line is both; only the title is read out."""
    found = imported(library, f"{titled}\n\n{opening}\n\n{BODIES[language]}\n({adopted})\n").resolution
    assert (found.symbol, found.title.text) == ("A93-7", titled[5:].lstrip(" :.："))
    assert found.adopted == date(2093, 10, 9)


NOTED = (
    ("en", "45   Year of lanterns*", "The General Conference,",
     "* Resolution adopted on the report of Commission IV at the 17th plenary meeting, on 19 November 2093 "
     "(74 C/Resolution 45)."),
    ("fr", "45   Année des lanternes*", "La Conférence générale,",
     "* Résolution adoptée sur le rapport de la Commission IV à la 17e séance plénière, le 19 novembre 2093 "
     "(74 C/Résolution 45)."),
    ("es", "45   Año de los faroles*", "La Conferencia General,",
     "* Resolución aprobada por recomendación de la Comisión IV en la 17ª sesión plenaria, el 19 de noviembre de 2093 "
     "(74 C/Resolución 45)."),
)  # fmt: skip


@pytest.mark.parametrize(("language", "titled", "opening", "note"), NOTED, ids=[row[0] for row in NOTED])
def test_a_note_to_the_title_has_the_symbol_and_the_day(
    library: Library, language: str, titled: str, opening: str, note: str
) -> None:
    """A figure behind a short word, as à, is no vote."""
    found = imported(library, f"{titled}\n\n{opening}\n\n{BODIES[language]}\n_____\n{note}\n").resolution
    assert (found.symbol, found.adopted) == (note.split("(")[1].rstrip(")."), date(2093, 11, 19))
    assert (found.adoption, found.title.text) == (Adoption.NOT_STATED, titled[5:].rstrip("*"))


TURNED = (
    ("en", "Page 2"), ("fr", "Page 2"), ("es", "Página 2"), ("ru", "Страница 2"), ("ar", "الصفحة 2"), ("zh", "第2页"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "page"), TURNED, ids=[row[0] for row in TURNED])
def test_a_page_turns_within_a_paragraph(library: Library, language: str, page: str) -> None:
    """The number of the page with its word is no text, and the paragraph goes on."""
    session, _, day, title, opening, meeting = WHA[language]
    recital, _, rest = BODIES[language].partition("\n\n")
    at = recital.rfind(" ") + 1 or len(recital) // 2
    torn = f"{recital[:at].rstrip()}\n\n/...\nWHA92.3\n{page}\n\n{recital[at:]}"
    head = f"{session}{GAP}WHA92.3\n\n{title}\n\n{opening}\n\n"
    found = imported(library, f"{head}{torn}\n\n{rest}\n{meeting}, {day}\n").resolution
    assert [p.text for p in found.preamble][:1] == [recital]


def test_a_label_alone_above_a_word_that_opens_recitals(library: Library) -> None:
    """It is no heading: (i), and Noting on the next line."""
    head = "S/RES/2960 (2031)\n\nResolution 2960 (2031)\nAdopted by the Security Council at its 9930th meeting, on\n"
    head += "4 May 2031\nThe Security Council,\nRecalling its resolution 2950 (2031),\n"
    text = "1.\nDecides that the Mission shall help the harbours by:\n(a)\nHolding fairs, and by:\n(i)\n"
    text += "Noting lanterns;\n(ii)\nRecalling buoys;\n2.\nDecides to remain seized of the matter.\n"
    found = imported(library, head + text).resolution
    assert [s.id for p in found.operative for s in p.subparagraphs] == ["OP1(a)", "OP1(a)(i)", "OP1(a)(ii)"]
    assert not found.headings


@pytest.mark.parametrize("stop", [".", "．"])
def test_chinese_numerals_with_a_stop(library: Library, stop: str) -> None:
    """They number paragraphs as figures do, with a doubt."""
    head = "六七二(七). 港口的灯笼\n\n大会，\n\n回顾港口宪章，\n\n"
    body = f"一{stop} 核准关于灯笼的报告；\n\n二{stop} 请秘书长清点灯笼；\n\n三{stop} 决定再次审议此事。\n\n"
    document = imported(library, f"{head}{body}一九五二年十二月十日，\n第四〇二次全体会议。\n")
    assert [p.text for p in document.resolution.operative] == [
        "核准关于灯笼的报告；", "请秘书长清点灯笼；", "决定再次审议此事。",
    ]  # fmt: skip
    assert DoubtKind.NUMBERING in {doubt.kind for doubt in document.doubts}


TITLES = {"zh": "港口的灯笼", "en": "Lanterns", "fr": "Les lanternes", "es": "Los faroles", "ru": "Фонари гаваней"}
LONE = (
    # language, title and opening line, foot, record
    ("zh", "大会，", "2036年12月9日\n第60次全体会议", "唱名表决结果如下：\n赞成者3　　反对者1　　弃权者2\n"
     "  赞成    智利　秘鲁　肯尼亚\n  反对    多哥\n  弃权    古巴　苏丹\n"),
    ("en", "The General Assembly,", "60th plenary meeting\n9 December 2036",
     "Adopted by a recorded vote of 3 to 1, with 2 abstentions, as follows:\n\nIn favour\n\nChile, Peru, Kenya\n\n"
     "Against\n\nTogo\n\nAbstaining\n\nCuba, Sudan\n"),
    ("en", "The General Assembly,", "60th plenary meeting\n9 December 2036",
     "Adopted by a recorded vote of 3 to 1, with 2 abstentions, as follows:\n\n"
     "In favour       Chile, Peru, Kenya\n\nAgainst         Togo\n\nAbstaining      Cuba, Sudan\n"),
    ("fr", "L'Assemblée générale,", "60e séance plénière\n9 décembre 2036",
     "Adoptée par 3 voix contre 1, avec 2 abstentions.\n\nOnt voté pour\n\nChili, Kenya, Pérou\n\nOnt voté contre\n\n"
     "Togo\n\nSe sont abstenus\n\nCuba, Soudan\n"),
    ("es", "La Asamblea General,", "60ª sesión plenaria\n9 de diciembre de 2036",
     "Resolución aprobada por 3 votos contra 1 y 2 abstenciones.\n\nVotos a favor\n\nChile, Kenya, Perú\n\n"
     "Votos en contra\n\nTogo\n\nAbstenciones\n\nCuba, Sudán\n"),
    ("ru", "Генеральная Ассамблея,", "60-е пленарное заседание\n9 декабря 2036 года",
     "Принята 3 голосами против 1 при 2 воздержавшихся.\n\nГолосовали за\n\nКения, Перу, Чили\n\n"
     "Голосовали против\n\nТого\n\nВоздержались\n\nКуба, Судан\n"),
)  # fmt: skip


@pytest.mark.parametrize("row", LONE, ids=[f"{row[0]}{i}" for i, row in enumerate(LONE)])
def test_lists_whose_headings_have_no_colon(library: Library, row: tuple[str, ...]) -> None:
    """They are lists where they add up to the figures; else the vote is in doubt, and told in no part."""
    language, opening, foot, record = row
    text = f"A/RES/91/37\n\n91/37. {TITLES[language]}\n\n{opening}\n\n{BODIES[language]}\n{foot}\n\n"
    found = imported(library, text + record).resolution
    votes = {voter.code: voter.vote.value for voter in found.roll_call}
    assert votes == {"CHL": "yes", "PER": "yes", "KEN": "yes", "TGO": "no", "CUB": "abstain", "SDN": "abstain"}
    wrong = imported(library, text + record.replace("3", "4"))
    assert (wrong.resolution.adoption, wrong.resolution.roll_call) == (Adoption.NOT_STATED, ())
    assert DoubtKind.VOTE in {doubt.kind for doubt in wrong.doubts}


def test_a_plain_mark_between_two_treaties(library: Library) -> None:
    """Behind a title in brackets and before a word for “and”, a figure that a note below a rule has is its mark."""
    body = BODIES["zh"].replace("回顾港口宪章，", "回顾《港口宪章》1和《灯笼条约》，2")
    foot = "2036年12月9日\n第60次全体会议\n_____\n1 《条约汇编》，第9卷。\n2 A/91/9。\n"
    found = imported(library, f"A/RES/91/37\n\n91/37. 港口的灯笼\n\n大会，\n\n{body}\n{foot}").resolution
    assert [(note.mark, note.cited_by) for note in found.footnotes] == [("¹", "PP1"), ("²", "PP1")]
