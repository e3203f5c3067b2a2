"""Invented texts in which it says how they were adopted in other places and words than in most: below the "
     "text, with or
without the day, above it, in a note, in a table; and what is doubted there."""

from __future__ import annotations

import textwrap

import pytest

from bot.corpus.library import Library
from bot.doubts import DoubtKind
from bot.errors import ContentError
from bot.importing.document import Document, read_document
from bot.resolution import Adoption
from tests.corpus.places import doubled, unplaced

ASSEMBLY = {
    "en": ("Resolution adopted by the General Assembly on 18 December 2093", "98/201. Quiet harbours",
           "The General Assembly,", "Recalling its resolution 97/14,", "1. Invites all States to paint their buoys;",
           "2. Decides to return to the matter.", "62nd plenary meeting\n18 December 2093"),
    "fr": ("Résolution adoptée par l'Assemblée générale le 18 décembre 2093", "98/201. Les ports tranquilles",
           "L'Assemblée générale,", "Rappelant sa résolution 97/14,",
           "1. Invite tous les États à peindre leurs bouées;",
           "2. Décide de revenir sur la question.", "62e séance plénière\n18 décembre 2093"),
    "es": ("Resolución aprobada por la Asamblea General el 18 de diciembre de 2093", "98/201. Los puertos tranquilos",
           "La Asamblea General,", "Recordando su resolución 97/14,", "1. Invita a los Estados a pintar sus boyas;",
           "2. Decide volver a ocuparse de la cuestión.", "62ª sesión plenaria\n18 de diciembre de 2093"),
    "ru": ("Резолюция, принятая Генеральной Ассамблеей 18 декабря 2093 года", "98/201. Тихие гавани",
           "Генеральная Ассамблея,", "ссылаясь на свою резолюцию 97/14,",
           "1. предлагает всем государствам покрасить буи;", "2. постановляет вернуться к этому вопросу.",
           "62-е пленарное заседание,\n18 декабря 2093 года"),
    "ar": ("قرار اتخذته الجمعية العامة في 18 كانون الأول/ديسمبر 2093", "98/201- الموانئ الهادئة", "إن الجمعية العامة،",
           "إذ تشير إلى قرارها 97/14،", "1- تدعو جميع الدول إلى طلاء عواماتها؛", "2- تقرر العودة إلى المسألة.",
           "الجلسة العامة 62\n18 كانون الأول/ديسمبر 2093"),
    "zh": ("2093年12月18日大会决议", "98/201. 安静的港口", "大会，", "回顾其第97/14号决议，", "1. 请各国油漆浮标；",
           "2. 决定再次审议此事。", "2093年12月18日\n第62次全体会议"),
}  # fmt: skip
VOTES = "CHL yes PER yes KEN no GBR abstain"
RECORDS = (
    ("en", "Adopted by a recorded vote of 2 to 1, with 1 abstention, as follows: In favour: Chile, Peru. Against: "
     "Kenya. Abstaining: United Kingdom of Great Britain and Northern Ireland.", VOTES),
    ("en", "The draft resolution, as amended, was adopted by 33 votes to 12, with 6 abstentions.", "33-12-6"),
    ("en", "Adopted by consensus.", Adoption.CONSENSUS),
    ("fr", "La résolution a été adoptée par 2 voix contre une, avec une abstention. Ont voté pour : Chili et Pérou. A "
     "voté contre : Kenya. S'est abstenu : Royaume-Uni de Grande-Bretagne et d'Irlande du Nord.", VOTES),
    ("es", "Resolución aprobada por 33 votos contra 12 y 6 abstenciones.", "33-12-6"),
    ("ru", "Принята 2 голосами против 1 при 1 воздержавшемся: голосовали за: Чили, Перу; голосовали против: Кения; "
     "воздержались: Соединенное Королевство Великобритании и Северной Ирландии.", VOTES),
    ("ar", "اعتمد القرار بأغلبية صوتين مقابل صوت واحد وامتناع عضو واحد عن التصويت: المؤيدون: شيلي وبيرو؛ المعارضون: "
     "كينيا؛ الممتنعون: المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية.", VOTES),
    ("zh", "决议以2票对1票、1票弃权通过。赞成：智利、秘鲁。反对：肯尼亚。弃权：大不列颠及北爱尔兰联合王国。", VOTES),
    ("zh", "一致通过。", Adoption.UNANIMOUS),
)  # fmt: skip


def laid_out(*parts: str) -> str:
    """Paragraphs as a page prints them, in lines of no more than seventy columns."""
    lines = ("\n".join(wrapped for line in part.split("\n") for wrapped in _wrapped(line)) for part in parts)
    return "\n\n".join(lines)


def _wrapped(line: str) -> list[str]:
    if any("一" <= character <= "鿿" for character in line):
        return [line[i : i + 30] for i in range(0, len(line), 30)]
    return textwrap.wrap(line, 70)


def imported(text: str, library: Library) -> Document:
    found = read_document("x.txt", text.encode(), library.names.code_in_record)
    assert unplaced(found.resolution) == []
    assert doubled(found.resolution) == []
    assert found.account.difference == 0
    return found


def said(found: Document) -> str | Adoption:
    """Who voted how; the figures, where nobody is named; how it was adopted, where there are none."""
    resolution = found.resolution
    tally = resolution.tally
    votes = " ".join(f"{voter.code} {voter.vote}" for voter in resolution.roll_call)
    return votes or (f"{tally.yes}-{tally.no}-{tally.abstain}" if tally else resolution.adoption)


@pytest.mark.parametrize(("language", "record", "right"), RECORDS, ids=[row[0] for row in RECORDS])
@pytest.mark.parametrize("place", ["below", "above", "note", "undated"])
def test_where_it_stands(library: Library, language: str, record: str, right: str | Adoption, place: str) -> None:
    """Below the foot, above the title, in a note to the head, and right below the text, which has no foot."""
    head, *text, foot = ASSEMBLY[language]
    parts = {
        "below": (head, *text, foot, record),
        "above": (head, record, *text, foot),
        "note": (f"{head}*", *text, foot, f"* {record}"),
        "undated": (head, *text, record),
    }
    found = imported(laid_out(*parts[place]), library)
    assert said(found) == right
    assert (found.resolution.adopted.isoformat(), len(found.resolution.paragraphs)) == ("2093-12-18", 3)
    assert not [doubt for doubt in found.doubts if doubt.kind is DoubtKind.VOTE]


@pytest.mark.parametrize(
    ("language", "record"),
    [
        ("en", "Adopted by a recorded vote of 2 to 1, with 1 abstention, as follows: In favour: Chile, Atlantis. "
         "Against: Kenya. Abstaining: Ruritania."),
        ("zh", "决议以2票对1票、1票弃权通过。赞成：智利、Atlantis。反对：肯尼亚。弃权：Ruritania。"),
    ],
    ids=["en", "zh"],
)  # fmt: skip
def test_every_name_of_no_state_is_shown(library: Library, language: str, record: str) -> None:
    """Nobody is said to have voted so then: who is meant by them may be anybody; the figures stand."""
    head, *text, foot = ASSEMBLY[language]
    found = imported(laid_out(head, *text, foot, record), library)
    (doubt,) = (doubt for doubt in found.doubts if doubt.kind is DoubtKind.VOTE)
    assert "Atlantis" in doubt.found and "Ruritania" in doubt.found
    assert said(found) == "2-1-1"


OTHERS: tuple[tuple[str, tuple[str, ...], str | Adoption, str, int], ...] = (
    # the last words of the text before it, the record; what it says, the day, the meeting
    ("Resolution adopted by the Economic and Social Council|2093/14. Quiet harbours|The Economic and Social Council,"
     "|Recalling its resolution 2092/14,|1. Invites all States to paint their buoys;|2. Decides to return to it.",
     ("Adopted at the 44th plenary meeting, on 24 July 2093, by 33 votes to 12, with 6 abstentions.",), "33-12-6",
     "2093-07-24", 44),
    ("E/CN.4/RES/2093/88|Quiet harbours|Commission on Human Rights resolution 2093/88|The Commission on Human Rights,"
     "|Recalling its resolution 2092/14,|1. Requests all States to oil their gates;|2. Decides to return to it.",
     ("(Adopted on 10 March 2093 by 33 votes to 12, with 6 abstentions)",), "33-12-6", "2093-03-10", 0),
    ("Resolution 2999 (2093)|Adopted by the Security Council at its 19012th meeting, on 4 May 2093|The Security "
     "Council,"
     "|Recalling its resolution 2998 (2093),|1. Decides to remain seized of the matter.",
     ("Vote: 12 in favour, 1 against, 2 abstentions (Chad, Oman)",), "TCD abstain OMN abstain", "2093-05-04", 19012),
    ("Resolution 2999 (2093)|Adopted by the Security Council at its 19012th meeting, on 4 May 2093|The Security "
     "Council,"
     "|Recalling its resolution 2998 (2093),|1. Decides to remain seized of the matter.",
     ("Adopted at the 19012th meeting by 13 votes to none, with 2 abstentions.",
      "State   Vote\n" + "\n".join(f"{name}   Yes" for name in (
          "Chad", "Oman", "China", "France", "Peru", "Kenya", "Chile", "Cuba", "Mali", "Togo", "Ghana",
           "Benin", "Gabon",
      )) + "\nJapan   Abstained\nNorway   Abstained"),
     " ".join(f"{code} yes" for code in (
         "TCD", "OMN", "CHN", "FRA", "PER", "KEN", "CHL", "CUB", "MLI", "TGO", "GHA", "BEN", "GAB",
     )) + " JPN abstain NOR abstain", "2093-05-04", 19012),
)  # fmt: skip


@pytest.mark.parametrize(("text", "record", "right", "day", "meeting"), OTHERS, ids=["ecosoc", "chr", "sc", "table"])
def test_other_bodies(
    library: Library, text: str, record: tuple[str, ...], right: str | Adoption, day: str, meeting: int
) -> None:
    found = imported("\n\n".join((*text.split("|"), *record)), library)
    resolution = found.resolution
    assert said(found) == right
    assert (resolution.adopted.isoformat(), resolution.meeting.number if resolution.meeting else 0) == (day, meeting)
    assert not [doubt for doubt in found.doubts if doubt.kind is DoubtKind.VOTE]


DOUBTED: tuple[tuple[str, str, str, str | Adoption], ...] = (
    # language, the record, what the doubt names, what is told
    ("en", "Adopted by 2 votes to none. In favour: Chile, Atlantis.", "Atlantis", "2-0-0"),
    ("fr", "Adoptée par 2 voix contre zéro. Pour : Chili, Atlantide.", "Atlantide", "2-0-0"),
    ("en", "Adopted by 3 votes to none. In favour: Chile, Peru.", "2 voters listed under “yes”", Adoption.NOT_STATED),
    ("es", "Aprobada por 3 votos contra 1. Votos a favor: Chile, Perú, Cuba.",
           "no list of the 1 “no”", Adoption.NOT_STATED),
    ("en", "Paragraph 2 was adopted by 20 votes to 3 and the whole by 33 to 12.",
           "“Paragraph” is not understood", Adoption.NOT_STATED),
    ("ru", "Принята большинством голосов, 20 против 3, после поправки.", "“после”", Adoption.NOT_STATED),
    ("ar", "اعتمد القرار بأغلبية ساحقة مقابل 3 أصوات.", "“ساحقة”", Adoption.NOT_STATED),
    ("zh", "决议经修改后以压倒多数通过，3票反对。", "“修改后以压倒多数通过”", Adoption.NOT_STATED),
)  # fmt: skip


@pytest.mark.parametrize(("language", "record", "named", "told"), DOUBTED)
def test_what_is_not_understood_is_a_doubt_and_the_text_is_read(
    library: Library, language: str, record: str, named: str, told: str | Adoption
) -> None:
    """It names what was not understood, and no voter is told."""
    found = imported(laid_out(*ASSEMBLY[language], record), library)
    (doubt,) = [doubt for doubt in found.doubts if doubt.kind is DoubtKind.VOTE]
    assert named in doubt.found
    assert said(found) == told
    assert len(found.resolution.paragraphs) == 3


def test_a_council_text_whose_head_alone_has_the_day(library: Library) -> None:
    """It is doubted; with nothing at all below it, it may be cut off, and is refused."""
    text = (
        "A/HRC/RES/98/77\n\nHuman Rights Council\nNinety-eighth session\n27 February–4 April 2093\nAgenda item 3\n\n"
        "Resolution adopted by the Human Rights Council on 4 April 2093\n\n98/77. The right to quiet\n\nThe Human "
        "Rights Council,\n\nRecalling its resolution 97/14,\n\n1. Requests all States to oil their gates;\n\n"
        "2. Decides to return to the matter."
    )
    found = imported(f"{text}\n\nAdopted without a vote.\n", library)
    assert (found.resolution.adopted.isoformat(), said(found)) == ("2093-04-04", Adoption.WITHOUT_A_VOTE)
    assert "no day and no meeting below the text" in {doubt.found for doubt in found.doubts}
    with pytest.raises(ContentError, match="expected the date of adoption"):
        imported(text, library)
