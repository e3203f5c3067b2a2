"""Tests of the forms of other organs, kinds and languages, on invented texts: nothing here was published."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.corpus.forms import FORMS
from bot.corpus.library import Library
from bot.corpus.reader import read
from bot.doubts import DoubtKind
from bot.errors import ContentError
from bot.resolution import CAST, Adoption, AgendaItem, Body, DocumentKind, Part, Resolution, Tally, Vote
from tests.corpus.corruption import Outcome, body_outcome, outcome
from tests.corpus.places import doubled, held_back, unplaced
from tests.corpus.writer import LANGUAGES, STATES, Spec, write

CODES = tuple(STATES)
VOTES = {Vote.YES: CODES[:20], Vote.NO: CODES[20:33], Vote.ABSTAIN: CODES[33:38]}
NUMBERED = (
    ("Invents one", ("first", "i deep", "i deeper", "second")),
    ("Invents two", ("third", "fourth")),
    ("Invents three", ()),
)
GENERAL = {"body": Body.GENERAL_ASSEMBLY, "number": "78/901", "session": 78, "states_adoption": False}
SECURITY = {"body": Body.SECURITY_COUNCIL, "number": "2999", "meeting": 9586, "states_adoption": False}


def parsed(library: Library, spec: Spec, edit: Callable[[str], str] = lambda s: s) -> Resolution:
    """The invented text of that description, read."""
    found = read("invented", edit(write(spec)), FORMS[spec.language], library.names.code_in_record)
    assert (unplaced(found), doubled(found)) == ([], [])
    return found


def check(spec: Spec, found: Resolution) -> None:
    """What was read is what was written, and every passage is where its spans say."""
    assert (found.language, found.body, found.kind, found.adopted) == (spec.language, spec.body, spec.kind, spec.day)
    assert [p.id for p in found.paragraphs] == [
        *(f"PP{n}" for n in range(1, len(spec.preamble) + 1)), *(f"OP{n}" for n in range(1, len(spec.operative) + 1)),
        *(f"ANNEX{a}.{n}" for a, (_, texts) in enumerate(spec.annexes, 1) for n in range(1, len(texts) + 1)),
    ]  # fmt: skip
    for paragraph, (text, subs) in zip(found.operative, spec.operative, strict=True):
        assert paragraph.text.startswith(text)
        assert [s.text.rstrip(" ;；.。:：").split("\n")[0].rstrip(" :：") for s in paragraph.subparagraphs] == [
            s.removeprefix("i ") for s in subs
        ]
    assert [h.text for h in found.headings] == [spec.headings[n] for n in sorted(spec.headings)]
    if spec.votes:
        assert found.adoption is Adoption.RECORDED_VOTE
        assert {vote: tuple(v.code for v in found.voters(vote)) for vote in CAST} == {
            vote: spec.votes.get(vote, ()) for vote in CAST
        }
        assert found.tally == Tally(*(len(spec.votes.get(vote, ())) for vote in CAST))
    passages = [
        found.title,
        *found.paragraphs,
        *found.footnotes,
        *found.headings,
        *(s for p in found.paragraphs for s in p.subparagraphs),
    ]
    passages += [
        p for p in (found.basis, found.agenda_item and found.agenda_item.title, *(a.title for a in found.annexes)) if p
    ]
    for passage in passages:
        assert "".join(found.source[a:b] for a, b in passage.spans) == passage.text
    for voter in found.roll_call:
        assert voter.span
        assert found.source[slice(*voter.span)].replace("’", "'") == STATES[voter.code][spec.at]


SPECS: tuple[tuple[str, dict[str, object], str], ...] = (
    # what is written, how it differs from a resolution adopted without a vote, its symbol
    ("without a vote", {}, "A/HRC/RES/56/901"),
    ("recorded vote", {"votes": VOTES}, "A/HRC/RES/56/901"),
    ("recorded vote in older words, orally revised", {"votes": VOTES, "older": True, "revised": True,
    "same_line": True}, "A/HRC/RES/56/901"),
    ("no brackets", {"votes": VOTES, "bracketed": False}, "A/HRC/RES/56/901"),
    ("lists on several lines, no blank line", {"votes": VOTES, "per_line": 4, "spaced": False}, "A/HRC/RES/56/901"),
    ("nobody against or abstaining", {"votes": {Vote.YES: CODES}}, "A/HRC/RES/56/901"),
    ("nobody against", {"votes": {Vote.YES: CODES[:9], Vote.ABSTAIN: CODES[9:10]}}, "A/HRC/RES/56/901"),
    ("footnotes", {"note": "Invented/1.", "star": "Invented note."}, "A/HRC/RES/56/901"),
    ("italics by one asterisk", {"emphasis": "*"}, "A/HRC/RES/56/901"),
    ("italics by an underscore", {"emphasis": "_"}, "A/HRC/RES/56/901"),
    ("no emphasis", {"emphasis": ""}, "A/HRC/RES/56/901"),
    ("sub-paragraphs", {"operative": NUMBERED}, "A/HRC/RES/56/901"),
    ("parts", {"operative": NUMBERED, "headings": {1: "I", 2: "II. Invented part"}}, "A/HRC/RES/56/901"),
    ("special session", {"session": 35, "series": "S-", "item": None, "number": "S-35/1"}, "A/HRC/RES/S-35/1"),
    ("decision", {"kind": DocumentKind.DECISION, "number": "56/901", "numbered": False, "operative": (("Decides so",
    ()),)},
    "A/HRC/DEC/56/901"),
    (
        "statement", {"kind": DocumentKind.STATEMENT, "number": "56/1", "numbered": False, "operative": (("States so",
        ()),),
        "states_adoption": False},
        "A/HRC/PRST/56/1",
    ),
    ("General Assembly", GENERAL, "A/RES/78/901"),
    ("General Assembly, on a report", GENERAL | {"basis": True, "item": None}, "A/RES/78/901"),
    ("General Assembly, a tally", GENERAL | {"states_adoption": True, "tally": (121, 10, 8)}, "A/RES/78/901"),
    ("emergency special session", GENERAL | {"series": "ES-", "session": 11, "number": "ES-11/9"}, "A/RES/ES-11/9"),
    ("Security Council", SECURITY, "S/RES/2999(2024)"),
    ("Security Council, no blank line", SECURITY | {"spaced": False}, "S/RES/2999(2024)"),
    ("one annex", {"annexes": (("Invented annex", ("One", "Two")),)}, "A/HRC/RES/56/901"),
    ("annexes behind a recorded vote", {"annexes": (("First", ("One", "Two")), ("Second", ("Three",))), "votes": VOTES},
    "A/HRC/RES/56/901"),
    ("annexes of the General Assembly", GENERAL | {"annexes": (("First", ("One",)), ("Second", ("Three",)))},
    "A/RES/78/901"),
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("changes", "symbol"), [row[1:] for row in SPECS], ids=[row[0] for row in SPECS])
def test_form(library: Library, changes: dict[str, object], symbol: str, language: str) -> None:
    """Every form in Chinese, English and French is read as it was written."""
    spec = replace(Spec(language=language), **changes)
    found = parsed(library, spec)
    check(spec, found)
    assert found.symbol == symbol
    assert found.orally_revised is spec.revised
    if spec.tally:
        assert (found.tally, found.roll_call, found.adoption) == (Tally(*spec.tally), (), Adoption.RECORDED_VOTE)
    elif not spec.states_adoption:
        assert (found.tally, found.adoption) == (None, Adoption.NOT_STATED)
    assert bool(found.basis) is spec.basis
    assert [(n.mark, n.cited_by) for n in found.footnotes] == [("¹", "OP1")] * bool(spec.note) + [
        ("*", "title")
    ] * bool(spec.star)


def test_facts_of_the_head(library: Library) -> None:
    """Sessions, agenda items and meetings as printed, and nothing where the organ's form has none."""
    found = parsed(library, Spec(language="fr"))
    assert found.session
    assert (found.session.number, found.session.name, found.session.opened) == (
        56,
        "Cinquante-sixième session",
        date(2024, 7, 1),
    )
    assert found.agenda_item
    assert (found.agenda_item.number, found.agenda_item.title.text) == (3, "Point inventé")
    assert found.meeting
    assert (found.meeting.number, found.meeting.name) == (34, "34e séance")
    council = parsed(library, replace(Spec(language="zh"), **SECURITY))
    assert (council.session, council.agenda_item, council.title.text) == (None, None, "第2999(2024)号决议")
    assert council.meeting
    assert (council.meeting.number, council.adopted_as_printed) == (9586, "2024年7月10日")
    assembly = parsed(library, replace(Spec(), **GENERAL))
    assert assembly.session
    assert (assembly.session.dates, assembly.session.opened) == ("", None)


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("Agenda item 64", "64"),
        ("Agenda item 97 (c)", "97 (c)"),
        ("Agenda items 12, 25 (a) and (d) and 131", "12, 25 (a) and (d) and 131"),
        ("Point 70 b) de l’ordre du jour", "70 b)"),
        ("Пункты 7 и 9 a) повестки дня", "7 и 9 a)"),
        ("议程项目98(甲)和99", "98(甲)和99"),
        ("البند 101 (ك) من جدول الأعمال", "101 (ك)"),
    ],
)
def test_the_numbers_of_an_agenda_item_have_their_letters(printed: str, numbers: str) -> None:
    assert AgendaItem(int(re.search(r"\d+", printed)[0]), None, printed).numbers == numbers


HEADED = (
    # language, headings that begin as operative paragraphs do: below a number, and without one
    ("en", "Calls for contributions", "Requests for assistance to small invented ports"),
    ("fr", "Cadre juridique et fiscal", "Aide aux petites communes du littoral"),
    ("zh", "鼓励措施", "呼吁各方提供捐款的程序"),
)


@pytest.mark.parametrize(("language", "below", "alone"), HEADED, ids=[row[0] for row in HEADED])
def test_a_heading_may_begin_as_a_paragraph_does(library: Library, language: str, below: str, alone: str) -> None:
    """What ends as no paragraph does, before the one whose number is due, is a heading."""
    found = parsed(library, Spec(language=language, headings={1: f"I\n\n{below}", 2: alone}))
    assert [(h.text, h.before) for h in found.headings] == [("I", "OP1"), (below, "OP1"), (alone, "OP2")]
    assert (len(found.preamble), len(found.operative), found.doubts) == (2, 2, ())


def test_subparagraphs(library: Library) -> None:
    """They are of the paragraph's text, and are found by their ids."""
    found = parsed(library, Spec(operative=NUMBERED))
    assert [s.id for s in found.paragraph("OP1").subparagraphs] == ["OP1(a)", "OP1(a)(i)", "OP1(a)(ii)", "OP1(b)"]
    assert found.subparagraph("OP1(a)").text == "first:\n(i) deep;\n(ii) deeper;"
    assert (
        found.subparagraph("OP1(a)(ii)").text,
        found.subparagraph("OP1(a)(ii)").label,
        found.subparagraph("OP1(a)(ii)").level,
    ) == ("deeper;", "a.ii", 1)
    with pytest.raises(KeyError):
        found.subparagraph("OP1(c)")


LABELS = (
    # as printed, and in their normal form
    (("(a)", "(b)", "(c)"), "abc"), (("(一)", "(二)", "(三)"), "一二三"), (("㈠", "㈡", "㈢"), "一二三"), (("（a）",
    "（b）", "（c）"),
    "abc"),
    (("a)", "b)", "c)"), "abc"), (("a.", "b.", "c."), "abc"), (("(壹)", "(貳)", "(參)"), "一二三"), (("(１)", "(２)",
    "(３)"),
    "123"),
    (("(甲)", "(乙)", "(丙)"), "甲乙丙"), (("(子)", "(丑)", "(寅)"), "子丑寅"), (("(а)", "(б)", "(в)"), "aбв"), (("а)",
    "б)", "в)"),
    "aбв"),
    (("(أ)", "(ب)", "(ج)"), "أبج"), (("(أ)", "(ب)", "(ت)"), "أبت"), (("1.1", "1.2", "1.3"), "123"),
)  # fmt: skip


@pytest.mark.parametrize(("labels", "expected"), LABELS)
def test_labels(library: Library, labels: tuple[str, ...], expected: str) -> None:
    """However a label is printed, it has one normal form; none is doubted."""
    new = tuple(zip(("(a)", "(b)", "(c)"), labels, strict=True))

    def edit(text: str) -> str:
        for old, label in new:
            text = text.replace(old, label)
        return text

    found = parsed(library, Spec(operative=(("Invents", ("one", "two", "three")), ("Invents two", ()))), edit)
    assert [s.label for s in found.paragraph("OP1").subparagraphs] == list(expected)
    assert not found.doubts


def _swap(old: str, new: str) -> Callable[[str], str]:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


REFUSED: tuple[tuple[str, dict[str, object], Callable[[str], str], tuple[str, ...]], ...] = (
    # what is wrong, in which text, the change that makes it so, words of the error
    ("decision of another session", {}, _swap("56/901", "55/901"), ("55/901", "56")),
    ("special session without its letter", {"session": 35, "series": "S-", "item": None, "number": "S-35/1"},
    _swap("S-35/1", "35/1"), ("35/1", "S-35")),
    ("annex out of order", {"annexes": (("First", ("One",)), ("Second", ("Two",)))}, _swap("Annex II", "Annex III"),
    ("III", "annex 2")),
    ("text between lists", {"votes": VOTES}, _swap("Against:", "See below.\n\nAgainst:"), ("See below", "state")),
    ("lists in another order", {"votes": {Vote.YES: CODES[:3], Vote.NO: CODES[3:6]}},
     lambda s: s.replace("In favour:", "X:").replace("Against:", "In favour:").replace("X:", "Against:"), ("order",)),
    ("no tally in the Council", {"states_adoption": False}, lambda s: s, ("says how it was adopted",)),
    ("tally without its lists", {"tally": (29, 14, 4)}, lambda s: s, ("no list says who voted how",)),
)  # fmt: skip


@pytest.mark.parametrize(("changes", "edit", "words"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused(
    library: Library, changes: dict[str, object], edit: Callable[[str], str], words: tuple[str, ...]
) -> None:
    """A text that is not sound is refused with its line, or held back for the doubt in its vote."""
    with pytest.raises(ContentError) as caught:
        held_back(parsed(library, replace(Spec(), **changes), edit), "x.en.txt")
    assert caught.value.line
    assert [word for word in words if word not in caught.value.message] == [], caught.value
    assert "expected" in caught.value.message


DOUBTED: tuple[tuple[DoubtKind, dict[str, object], Callable[[str], str], tuple[str, ...]], ...] = (
    # the kind of doubt, in which text, the change that makes it, words of the doubt
    (DoubtKind.NUMBERING, {"operative": NUMBERED}, _swap("(b) second", "(c) second"), ("(c)", "OP1", "gap",
    "understood: (c)")),
    (DoubtKind.RECOGNIZED, {}, _swap("10 July 2024\n\n[", "10 Jully 2024\n\n["), ("jully", "month",
    "understood: july")),
    (DoubtKind.NUMBERING, {"annexes": (("First", ("One", "Two")),)}, _swap("2. Two", "3. Two"), ("3", "expected 2")),
    (DoubtKind.HEAD, SECURITY, _swap("2999 (2024)", "2999 (2023)"), ("2023", "adopted in 2024",
    "understood: 2999 (2024)")),
    (DoubtKind.NUMBERING, {}, _swap("2. ", "II. "), ("“II.”", "understood: the number 2")),
    (DoubtKind.HEAD, {}, _swap("The Human Rights Council,\n\n", ""), ("The Human Rights Council,", "preamble")),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "changes", "edit", "words"), DOUBTED)
def test_doubted(
    library: Library, kind: DoubtKind, changes: dict[str, object], edit: Callable[[str], str], words: tuple[str, ...]
) -> None:
    """What can be placed but is unusual is read, and told with its line."""
    spec = replace(Spec(), **changes)
    assert parsed(library, spec).doubts == ()
    found = parsed(library, spec, edit).doubts
    assert [
        d for d in found if d.kind is kind and d.place.startswith("line ") and all(word in str(d) for word in words)
    ], found


def test_numbers_that_begin_again(library: Library) -> None:
    """The paragraphs of a part with numbers of its own have the part in their ids; headings stand before them."""
    text = write(Spec(operative=NUMBERED, headings={2: "II"}))
    found = parsed(
        library,
        Spec(operative=NUMBERED, headings={2: "II"}),
        lambda s: s.replace("2. **Invents", "1. **Invents").replace("3. **Inv", "2. **Inv"),
    )
    assert "II" in text
    assert [p.id for p in found.paragraphs] == ["PPI.1", "PPI.2", "OPI.1", "OPII.1", "OPII.2"]
    assert [(h.text, h.before) for h in found.headings] == [("II", "OPII.1")]
    assert found.paragraph("OPI.1(a)").text.startswith("first")
    assert found.doubts == ()


TALLIES: tuple[tuple[str, str, tuple[int, int, int]], ...] = (
    # language, line, tally
    ("en", "[Adopted by a recorded vote of 29 to 14, with 4 abstentions. The voting was as follows:", (29, 14, 4)),
    ("en", "[Resolution adopted by a recorded vote of 30 votes to 15, with 2 abstentions.", (30, 15, 2)),
    ("en", "Adopted by a recorded vote of 121 to 10, with 8 abstentions", (121, 10, 8)),
    ("en", "[Adopted as orally revised by a recorded vote of 46 to none, with 1 abstention. The voting was as follows:",
    (46, 0, 1)),
    ("en", "[Adopted by a recorded vote of 46 to 1, with no abstentions. The voting was as follows:", (46, 1, 0)),
    ("fr", "[Adoptée par 29 voix contre 14, avec 4 abstentions. Les voix se sont réparties comme suit :", (29, 14, 4)),
    ("fr", (
        "[Adoptée à l’issue d’un vote enregistré par 29 voix contre une, avec une abstention. Les voix se sont "
        "réparties comme suit:"
    ), (29, 1, 1)),
    ("fr", "[Résolution adoptée par 46 voix contre zéro, avec 1 abstention, à l’issue d’un vote enregistré.", (46, 0,
    1)),
    ("zh", "[记录表决以29票对14票、4票弃权获得通过。表决情况如下：", (29, 14, 4)),
    ("zh", "[以30票对15票、2票弃权的记录表决获得通过。", (30, 15, 2)),
    ("zh", "[经记录表决，以30票赞成、15票反对、2票弃权通过。", (30, 15, 2)),
    ("zh", "[经口头修正的决议经记录表决以46票赞成、无反对票、1票弃权获得通过。", (46, 0, 1)),
    ("zh", "[记录表决以46票对1票，无人弃权获得通过。表决情况如下：", (46, 1, 0)),
    ("es", (
        "[Aprobada en votación registrada por 29 votos contra 14 y 4 abstenciones. El resultado de la votación fue "
        "el siguiente:"
    ), (29, 14, 4)),
    ("ru", "[Принята заносимым в отчет о заседании голосованием 29 голосами против 14 при 4 воздержавшихся.", (29, 14,
    4)),
    ("ar", "[اعتُمد بتصويت مسجل بأغلبية 29 صوتاً مقابل 14 صوتاً وامتناع 4 أعضاء عن التصويت. وكانت نتيجة التصويت كما يلي:",
    (29, 14, 4)),
    ("ar", "[اعتُمد بتصويت مسجل بأغلبية 29 صوتاً مقابل صوتين، وامتناع عضو واحد عن التصويت.", (29, 2, 1)),
    ("ar", "[اعتمد بتصويت مسجل بأغلبية 40 صوتا مقابل صوت واحد، وامتناع عضوين عن التصويت.", (40, 1, 2)),
    ("en", "Adopted by a recorded vote of 136 to 8, with 33 abstentions, as follows:", (136, 8, 33)),
    ("fr", "Adoptée par 136 voix contre 8, avec 33 abstentions, comme suit :", (136, 8, 33)),
    ("es", "Aprobada en votación registrada por 136 votos contra 8 y 33 abstenciones, como sigue:", (136, 8, 33)),
    ("ru", (
        "Принята заносимым в отчет о заседании голосованием 136 голосами против 8 при 33 воздержавшихся, следующим "
        "образом:"
    ), (136, 8, 33)),
    ("ar", "اعتمد بتصويت مسجل بأغلبية 136 صوتا مقابل 8 أصوات وامتناع 33 عضوا عن التصويت، على النحو التالي:", (136, 8,
    33)),
    ("zh", "记录表决以136票对8票、33票弃权获得通过，如下：", (136, 8, 33)),
)  # fmt: skip


@pytest.mark.parametrize(("language", "line", "tally"), TALLIES)
def test_tally(library: Library, language: str, line: str, tally: tuple[int, int, int]) -> None:
    """The wordings of the tally, current and older ones."""
    from bot.corpus.lines import TextLine, group
    from bot.corpus.record import figure

    bare = TextLine(1, 0, line, True).bare
    found = next((f for f in (p.fullmatch(bare) for p in FORMS[language].tallies) if f), None)
    assert found
    assert tuple(figure(group(found, name)) for name in ("yes", "no", "abstain")) == tally


OTHERS = {
    "es": """Consejo de Derechos Humanos
56º período de sesiones
18 de junio a 12 de julio de 2024
Tema 3 de la agenda
Tema inventado
Resolución aprobada por el Consejo de Derechos Humanos el 10 de julio de 2024
56/901. Título inventado
El Consejo de Derechos Humanos,
Recordando lo inventado,
1. *Inventa* lo siguiente:
a) Uno;
b) Dos;
2. *Decide* inventar.
34ª sesión
10 de julio de 2024
[Aprobada en votación registrada por 3 votos contra 2 y 1 abstención. El resultado de la votación fue el siguiente:
Votos a favor:
China, Cuba y Sudáfrica
Votos en contra:
Francia y Estados Unidos de América
Abstenciones:
México]
""",
    "ru": """Совет по правам человека
Пятьдесят шестая сессия
18 июня – 12 июля 2024 года
Пункт 3 повестки дня
Вымышленный пункт
Резолюция, принятая Советом по правам человека 10 июля 2024 года
56/901. Вымышленное название
Совет по правам человека,
ссылаясь на вымышленное,
1. выдумывает следующее:
a) одно;
b) другое;
2. постановляет выдумать.
34-е заседание
10 июля 2024 года
[Принята в результате заносимого в отчет о заседании голосования 3 голосами против 2 при 1 воздержавшемся. Голоса распределились следующим образом:
Голосовали за:
Китай, Куба, Южная Африка
Голосовали против:
Соединенные Штаты Америки, Франция
Воздержались:
Мексика]
""",  # noqa: E501 - a line is one of the document
    "ar": """مجلس حقوق الإنسان
الدورة السادسة والخمسون
18 حزيران/يونيه - 12 تموز/يوليه 2024
البند 3 من جدول الأعمال
بند مختلق
قرار اعتمده مجلس حقوق الإنسان في 10 تموز/يوليه 2024
56/901. عنوان مختلق
إن مجلس حقوق الإنسان،
إذ يشير إلى ما اختلق،
1- يختلق ما يلي:
(أ) واحد؛
(ب) اثنان؛
2- يقرر أن يختلق.
الجلسة 34
10 تموز/يوليه 2024
[اعتُمد بتصويت مسجل بأغلبية 3 أصوات مقابل 2 وامتناع 1 عن التصويت. وكانت نتيجة التصويت كما يلي:
المؤيدون:
الصين، كوبا، جنوب أفريقيا
المعارضون:
فرنسا والولايات المتحدة الأمريكية
الممتنعون:
المكسيك]
""",
}


@pytest.mark.parametrize("number", ["56/901- ", "56/901 – ", "٥٦/٩٠١- "])
def test_a_number_with_a_dash_or_in_arabic_figures(library: Library, number: str) -> None:
    """The official Arabic form sets the title off by a dash; figures may be Arabic ones. The symbol has those of all
    symbols."""
    text = OTHERS["ar"].replace("56/901. ", number)
    found = read("invented", text, FORMS["ar"], library.names.code_in_record)
    assert (found.symbol, found.number, found.title.text) == ("A/HRC/RES/56/901", "56/901", "عنوان مختلق")
    assert (unplaced(found), doubled(found)) == ([], [])


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages(library: Library, language: str) -> None:
    """An invented resolution in Spanish, Russian and Arabic."""
    found = read("invented", OTHERS[language], FORMS[language], library.names.code_in_record)
    assert (found.symbol, found.adopted, found.tally) == ("A/HRC/RES/56/901", date(2024, 7, 10), Tally(3, 2, 1))
    assert [v.code for v in found.voters(Vote.YES)] == ["CHN", "CUB", "ZAF"]
    assert {v.code for v in found.voters(Vote.NO)} == {"FRA", "USA"}
    assert [p.id for p in found.paragraphs] == ["PP1", "OP1", "OP2"]
    assert len(found.paragraph("OP1").subparagraphs) == 2
    assert found.session
    assert (found.session.number, found.session.opened, found.session.closed) == (
        56,
        date(2024, 6, 18),
        date(2024, 7, 12),
    )


# --- what was written is what is read ----------------------------------------------------------------

WORDS = (
    st.text("abcdefghij ", min_size=3, max_size=40)
    .map(str.strip)
    .filter(lambda s: len(s) > 2 and "  " not in s)
    .map("Invents ".__add__)
)
PARAGRAPHS = st.lists(st.tuples(WORDS, st.lists(WORDS, max_size=3).map(tuple)), min_size=1, max_size=6).map(tuple)


@st.composite
def specs(draw: st.DrawFn) -> Spec:
    """An invented resolution of the Human Rights Council with a recorded vote."""
    codes = draw(st.permutations(CODES))
    yes, no = draw(st.integers(1, 30)), draw(st.integers(0, 10))
    left_out = draw(st.integers(0, 7))
    votes = {
        Vote.YES: tuple(codes[:yes]),
        Vote.NO: tuple(codes[yes : yes + no]),
        Vote.ABSTAIN: tuple(codes[yes + no : yes + no + left_out]),
    }
    return Spec(
        language=draw(st.sampled_from(LANGUAGES)), votes=votes, older=draw(st.booleans()), revised=draw(st.booleans()),
        bracketed=draw(st.booleans()),
        same_line=draw(st.booleans()), per_line=draw(st.sampled_from((1, 3, 100))), spaced=draw(st.booleans()),
        emphasis=draw(st.sampled_from(("", "*", "**", "_"))), preamble=tuple(draw(st.lists(WORDS, min_size=1,
        max_size=5, unique=True))),
        operative=draw(PARAGRAPHS), note=draw(st.sampled_from(("", "Invented/1."))), day=date(2024, draw(st.integers(1,
        12)), draw(st.integers(1, 28))),
    )  # fmt: skip


@settings(max_examples=120)
@given(spec=specs())
def test_what_is_written_is_read(library: Library, spec: Spec) -> None:
    """Reading what the writer wrote gives the same resolution."""
    check(spec, parsed(library, spec))


def test_no_damage_goes_unseen(library: Library) -> None:
    """A few hundred records, each damaged in one way: doubted, or read as they were."""
    dice = random.Random(4)
    came = [outcome(dice, library.names, library.names.code_in_record) for _ in range(400)]
    assert [text for _, what, text in came if what is Outcome.WRONG] == []
    assert sum(what in (Outcome.REFUSED, Outcome.DOUBTED) for _, what, _ in came) > 300
    assert len({kind for kind, _, _ in came}) == 7


def test_damage_to_the_body_is_refused_or_doubted(library: Library) -> None:
    """A line of the body lost, doubled or swapped: an operative one never without a word; two preambular ones may
    change places unseen."""
    dice = random.Random(5)
    came = [body_outcome(dice, library.names.code_in_record) for _ in range(200)]
    assert [text for _, what, text in came if what is Outcome.WRONG] == []
    assert [text for kind, what, text in came if what is Outcome.SAME and kind == "double"] == []
    assert sum(what in (Outcome.REFUSED, Outcome.DOUBTED) for _, what, _ in came) > 100


def test_parts_of_every_kind(library: Library) -> None:
    """part() and paragraphs agree."""
    found = parsed(library, Spec(annexes=(("First", ("One", "Two")),)))
    assert found.paragraphs == tuple(p for part in Part for p in found.part(part))
    assert found.annexes[0].title
    assert (found.annexes[0].name, found.annexes[0].title.text) == ("Annex", "First")
