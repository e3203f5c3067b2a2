"""Heads that stand otherwise than in the forms that documents have now are read: invented texts, as collections, old
prints, agencies and copies of pages have them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.corpus.forms import FORMS
from bot.corpus.library import Library
from bot.corpus.reader import read
from bot.doubts import DoubtKind
from bot.errors import ContentError
from bot.importing.document import Document, read_document
from bot.resolution import Body, DocumentKind
from tests.corpus.places import doubled, unplaced

BODIES = {
    "en": "Recalling the charter of the harbours,\n\nNoting the report on lanterns,\n\n"
    "1. Requests the Secretary-General to count the lanterns of all the harbours;\n\n2. Decides to remain seized.\n",
    "fr": "Rappelant la charte des ports,\n\nNotant le rapport sur les lanternes,\n\n"
    "1. Prie le Secrétaire général de compter les lanternes de tous les ports ;\n\n2. Décide de rester saisie.\n",
    "es": "Recordando la carta de los puertos,\n\nTomando nota del informe sobre los faroles,\n\n"
    "1. Pide al Secretario General que cuente los faroles de los puertos;\n\n2. Decide seguir ocupándose de ello.\n",
    "ru": "напоминая об уставе гаваней,\n\nотмечая доклад о фонарях,\n\n"
    "1. просит Генерального секретаря сосчитать фонари всех гаваней;\n\n2. постановляет вернуться к этому вопросу.\n",
    "ar": "إذ تشير إلى ميثاق الموانئ،\n\nوإذ تحيط علما بالتقرير عن المصابيح،\n\n"
    "1 - تطلب إلى الأمين العام أن يحصي مصابيح الموانئ كلها؛\n\n2 - تقرر أن تبقي المسألة قيد نظرها.\n",
    "zh": "回顾港口宪章，\n\n注意到关于灯笼的报告，\n\n1. 请秘书长清点所有港口的灯笼；\n\n2. 决定继续处理此案。\n",
}  # fmt: skip
"""By language, two preambular and two operative paragraphs."""

GA, SC, ECOSOC = Body.GENERAL_ASSEMBLY, Body.SECURITY_COUNCIL, Body.ECONOMIC_AND_SOCIAL_COUNCIL
HRC, OTHER, CHR = Body.HUMAN_RIGHTS_COUNCIL, Body.OTHER, Body.COMMISSION_ON_HUMAN_RIGHTS

READ = (
    # what is so in it, language, head, foot; symbol, body, title, adopted
    (
        "the number above the line that says who adopted it", "en",
        "91/37. Lanterns in harbours\n\nResolution adopted by the General Assembly on 9 December 2036\n\n"
        "The General Assembly,\n\n", "",
        "A/RES/91/37", GA, "Lanterns in harbours", date(2036, 12, 9),
    ),
    (
        "the agenda item above the session", "fr",
        "Assemblée générale\n\nPoint 12 de l'ordre du jour\n\nQuatre-vingt-onzième session\n\n"
        "Résolution adoptée par l'Assemblée générale le 9 décembre 2036\n\n91/38. Les lanternes des ports\n\n"
        "L'Assemblée générale,\n\n", "",
        "A/RES/91/38", GA, "Les lanternes des ports", date(2036, 12, 9),
    ),
    (
        "an opening line in capitals, and a day below the text", "es",
        "201 (III). Los faroles de los puertos\n\nLA ASAMBLEA GENERAL,\n\n",
        "\n170a. sesión plenaria,\n8 de diciembre de 1948.\n",
        "A/RES/201(III)", GA, "Los faroles de los puertos", date(1948, 12, 8),
    ),
    (
        "a number and a day in Chinese numerals", "zh",
        "二六〇七（二十四）. 港口的灯笼\n\n大会，\n\n", "\n一九六九年十二月十六日，\n第一八三六次全体会议。\n",
        "A/RES/2607(XXIV)", GA, "港口的灯笼", date(1969, 12, 16),
    ),
    (
        "the session in Arabic", "ar",
        "2607 (د-24) - مصابيح الموانئ\n\nإن الجمعية العامة،\n\n", "\nالجلسة العامة 1836\n16 كانون الأول/ديسمبر 1969\n",
        "A/RES/2607(XXIV)", GA, "مصابيح الموانئ", date(1969, 12, 16),
    ),
    (
        "the day on a line between the number and the opening", "ru",
        "411 (XIII). Фонари гаваней\n\nРезолюция от 5 сентября 1951 года\n\nЭкономический и Социальный Совет,\n\n", "",
        "E/RES/411(XIII)", ECOSOC, "Фонари гаваней", date(1951, 9, 5),
    ),
    (
        "the Council up to 1964", "ru",
        "131 (1957). Резолюция от 9 сентября 1957 года\n\nСовет Безопасности,\n\n", "",
        "S/RES/131(1957)", SC, "131 (1957). Резолюция от 9 сентября 1957 года", date(1957, 9, 9),
    ),
    (
        "the Council up to 1993", "es",
        "Resolución 402 (1976)\nde 22 de diciembre de 1976\n\nEl Consejo de Seguridad,\n\n", "",
        "S/RES/402(1976)", SC, "Resolución 402 (1976)", date(1976, 12, 22),
    ),
    (
        "an opening line that the first paragraph stands on", "zh",
        "第2960(2031)号决议\n\n2031年5月4日安全理事会第9930次会议通过\n\n安全理事会，", "",
        "S/RES/2960(2031)", SC, "第2960(2031)号决议", date(2031, 5, 4),
    ),
    (
        "the same, of another body", "en",
        "Decision 91/COP.14\n\nLanterns in harbours\n\nThe Conference of the Parties, ", "\n3 March 2036\n",
        "91/COP.14", OTHER, "Lanterns in harbours", date(2036, 3, 3),
    ),
    (
        "the number on the line of a decision, the title on the next one", "ru",
        "Решение 92/COP.14\nФонари гаваней\n\nКонференция Сторон,\n\n", "\n3 марта 2036 года\n",
        "92/COP.14", OTHER, "Фонари гаваней", date(2036, 3, 3),
    ),
    (
        "a commission without a symbol", "fr",
        "1997/91. Les lanternes des ports\n\nLa Commission des droits de l'homme,\n\n", "\n57e séance\n11 avril 1997\n",
        "E/CN.4/RES/1997/91", CHR, "Les lanternes des ports", date(1997, 4, 11),
    ),
    (
        "the symbol and the day in a note", "en",
        "61   Lanterns in harbours*\n\nThe General Conference,\n\n",
        "\n* Resolution adopted on the report of the CLT Commission at the 12th plenary meeting, on 9 November 2033 "
        "(47 C/Resolution 61).\n",
        "47 C/Resolution 61", Body.UNESCO_GENERAL_CONFERENCE, "Lanterns in harbours", date(2033, 11, 9),
    ),
    (
        "a number of a conference in Roman figures", "es",
        "Conferencia Internacional del Trabajo\n121.ª reunión, Ginebra, 2033\n\nResolución III\n\n"
        "Resolución sobre los faroles de los puertos\n(adoptada el 16 de junio de 2033)\n\n"
        "La Conferencia General de la Organización Internacional del Trabajo,\n\n", "",
        "ILC.121/Resolución III", OTHER, "Resolución sobre los faroles de los puertos", date(2033, 6, 16),
    ),
    (
        "a report that has many resolutions", "fr",
        "C 2037/REP\n\nRésolution 9/2037\n\nLes lanternes des ports\n\nLA CONFÉRENCE,\n\n",
        "\n(Adoptée le 7 juillet 2037)\n",
        "9/2037", OTHER, "Les lanternes des ports", date(2037, 7, 7),
    ),
    (
        "a letter before the number, and the place before the day", "fr",
        "UNION POSTALE UNIVERSELLE\n\nRésolution C 12/2037\n\nLes lanternes des ports\n\nLe Congrès,\n\n",
        "\nLomé, 25 août 2037\n",
        "C 12/2037", OTHER, "Les lanternes des ports", date(2037, 8, 25),
    ),
    (
        "another body that opens its texts as one of the four", "zh",
        "国际原子能机构        GC(71)/RES/6\n\n第七十一届常会\n\n2027年9月24日全体会议通过的决议\n\n港口的灯笼\n\n"
        "大会，\n\n", "",
        "GC(71)/RES/6", Body.IAEA_GENERAL_CONFERENCE, "港口的灯笼", date(2027, 9, 24),
    ),
    (
        "a regional committee in Arabic", "ar",
        "ش م/ل إ 77/ق-3\n\nمصابيح الموانئ\n\nاللجنة الإقليمية،\n\n", "\n14 تشرين الأول/أكتوبر 2030\n",
        "EM/RC77/R.3", OTHER, "مصابيح الموانئ", date(2030, 10, 14),
    ),
    (
        "another body in capitals", "ru",
        "Резолюция 8/2037\n\nФонари гаваней\n\nКОНФЕРЕНЦИЯ,\n\n", "\n(Принята 7 июля 2037 года)\n",
        "8/2037", OTHER, "Фонари гаваней", date(2037, 7, 7),
    ),
    (
        "an article left out in Arabic", "ar",
        "الدورة الحادية والتسعون\n\n91/39 - مصابيح الموانئ\n\nقرار اتخذته الجمعية العامة في 9 كانون الأول/"
        "ديسمبر 2036\n\nإن الجمعية العامة،\n\n", "",
        "A/RES/91/39", GA, "مصابيح الموانئ", date(2036, 12, 9),
    ),
    (
        "the number in the symbol only", "ru",
        "A/HRC/RES/91/4\n\nФонари гаваней\n\nСовет по правам человека,\n\n",
        "\n40-е заседание\n4 октября 2035 года\n[Принята без голосования.]\n",
        "A/HRC/RES/91/4", HRC, "Фонари гаваней", date(2035, 10, 4),
    ),
    (
        "the word and the number above the title", "es",
        "RESOLUCIÓN 91/40\nLos faroles de los puertos\n\nLa Asamblea General,\n\n",
        "\n60ª sesión plenaria\n9 de diciembre de 2036\n",
        "A/RES/91/40", GA, "Los faroles de los puertos", date(2036, 12, 9),
    ),
    (
        "the word and the number behind the name of the body", "zh",
        "大会决议91/41\n\n港口的灯笼\n\n大会，\n\n", "\n2036年12月9日\n第60次全体会议\n",
        "A/RES/91/41", GA, "港口的灯笼", date(2036, 12, 9),
    ),
    (
        "the Council's number in the symbol only", "en",
        "S/RES/2960 (2031)\n\nAdopted by the Security Council at its 9930th meeting, on 4 May 2031\n\n"
        "The Security Council,\n\n", "",
        "S/RES/2960(2031)", SC, "S/RES/2960 (2031)", date(2031, 5, 4),
    ),
)  # fmt: skip


def imported(library: Library, text: str) -> Document:
    return read_document("a.txt", text.encode(), library.names.code_in_record)


@pytest.mark.parametrize(
    ("language", "head", "foot", "symbol", "body", "title", "adopted"), [row[1:] for row in READ],
    ids=[f"{row[1]}: {row[0]}" for row in READ],
)  # fmt: skip
def test_heads(
    library: Library, language: str, head: str, foot: str, symbol: str, body: Body, title: str, adopted: date
) -> None:
    """What is printed is found wherever it stands, the paragraphs are those of the text, and every sign is placed."""
    document = imported(library, head + BODIES[language] + foot)
    found = document.resolution
    assert (found.symbol, found.body, found.title.text, found.adopted) == (symbol, body, title, adopted)
    assert (len(found.preamble), len(found.operative)) == (2, 2)
    assert found.preamble[0].text == BODIES[language].split("\n\n")[0]
    assert not document.account.difference
    assert (unplaced(found), doubled(found)) == ([], [])
    again = read("again", found.source, FORMS[language], library.names.code_in_record)
    assert (again.paragraphs, again.symbol) == (found.paragraphs, symbol)


STATEMENTS = (
    # language, head, what stands before and behind each paragraph
    (
        "en", "Human Rights Council\nNinety-first session\n\nStatement by the President\n\nPRST 91/4. Lanterns\n\n"
        "At the 12th meeting of the Human Rights Council, held on 3 October 2051, the President of the Council made "
        "the following statement on behalf of the Council:\n\n“The Human Rights Council,\n\n", "“", "”",
    ),
    (
        "fr", "Conseil des droits de l'homme\nQuatre-vingt-onzième session\n\nDéclaration du Président\n\n"
        "PRST 91/4. Les lanternes\n\nÀ la 12e séance du Conseil, le 3 octobre 2051, le Président a fait, au nom de "
        "celui-ci, la déclaration suivante :\n\n« Le Conseil des droits de l'homme,\n\n", "« ", " »",
    ),
    (
        "zh", "人权理事会\n第九十一届会议\n\n主席声明\n\nPRST 91/4. 灯笼\n\n"
        "在2051年10月3日人权理事会第12次会议上，主席代表理事会发表了以下声明：\n\n“人权理事会，\n\n",
        "“", "”",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("language", "head", "begins", "ends"), STATEMENTS, ids=[row[0] for row in STATEMENTS])
def test_statements(library: Library, language: str, head: str, begins: str, ends: str) -> None:
    """The quotation marks of what a President reads out are no wording, and the line before it has the day."""
    paragraphs = BODIES[language].strip().split("\n\n")
    text = head + "\n\n".join(begins + each for each in paragraphs) + ends + "\n"
    document = imported(library, text)
    found = document.resolution
    assert (found.symbol, found.kind, found.adopted) == ("A/HRC/PRST/91/4", DocumentKind.STATEMENT, date(2051, 10, 3))
    assert [p.text for p in found.paragraphs] == [p.split(". ", 1)[-1] if p[0] in "12" else p for p in paragraphs]
    assert not document.account.difference


REFUSED = (
    # what speaks against what, head
    ("another organ", "Security Council\n\n91/37. Lanterns\n\nThe General Assembly,\n\n"),
    (
        "another organ that adopted it",
        "91/37. Lanterns\n\nResolution adopted by the Human Rights Council on 9 December 2036\n\n"
        "The General Assembly,\n\n",
    ),
    (
        "two days",
        "91/37. Lanterns\n\nResolution adopted by the General Assembly on 9 December 2036\n\n"
        "Adopted on 10 December 2036\n\nThe General Assembly,\n\n",
    ),
    (
        "two numbers",
        "91/37. Lanterns\n\n91/38. Harbours\n\nResolution adopted by the General Assembly on 9 December 2036\n\n"
        "The General Assembly,\n\n",
    ),
    (
        "another session",
        "90/37. Lanterns\n\nNinety-first session\n\n"
        "Resolution adopted by the General Assembly on 9 December 2036\n\nThe General Assembly,\n\n",
    ),
    ("a draft", "A/C.3/91/L.4\n\nDraft resolution\n\nResolution 91/37\n\n9 May 2036\n\nThe General Assembly,\n\n"),
    ("no day", "91/37. Lanterns\n\nThe General Assembly,\n\n"),
    ("no number", "Resolution adopted by the General Assembly on 9 December 2036\n\nThe General Assembly,\n\n"),
)


@pytest.mark.parametrize("head", [head for _, head in REFUSED], ids=[what for what, _ in REFUSED])
def test_what_speaks_against_something_else_is_refused(library: Library, head: str) -> None:
    """A head is read line by line only where all of it agrees, and the day and the number are there."""
    with pytest.raises(ContentError, match="expected"):
        imported(library, head + BODIES["en"])


def test_a_head_in_another_order_is_doubted(library: Library) -> None:
    """The first line that is not as in others is named, in the file."""
    doubts = imported(library, READ[0][2] + BODIES["en"]).doubts
    assert [(doubt.kind, doubt.place) for doubt in doubts] == [(DoubtKind.HEAD, "line 1")]
    assert "no line says who adopted 91/37" in str(doubts[0])


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_a_statement_of_the_president_is_called_that(library: Library, language: str) -> None:
    """Its body is known, and that it is none of a resolution is the reason."""
    text = f"United Nations\n\nS/PRST/2036/4\n\n{BODIES[language]}"
    with pytest.raises(ContentError, match="S/PRST/2036/4 is a statement of the President"):
        read_document("a.txt", text.encode(), library.names.code_in_record, language=language)


def test_a_day_that_is_not_whole_is_asked_for(library: Library) -> None:
    head = "General Assembly\n\nResolution adopted by the General Assembly in May 2036\n\n91/36. Quays\n\n"
    with pytest.raises(ContentError, match="by day, month and year"):
        read_document("a.txt", f"{head}The General Assembly,\n\n{BODIES['en']}".encode(), library.names.code_in_record)
