"""Records of votes in one line: those of the Security Council that name who was against or abstained, and totals alone,
in six languages; invented texts."""

from __future__ import annotations

import pytest

from bot.corpus.forms import FORMS
from bot.corpus.library import Library
from bot.corpus.reader import read
from bot.importing.document import read_document
from bot.resolution import Adoption, Resolution, Tally, Vote

COUNCIL = {
    "en": (
        "Resolution 2999 (2093)", "Adopted by the Security Council at its 19012th meeting, on 4 May 2093",
        "The Security Council,", "Recalling its resolution 2998 (2093),", "Decides to remain seized of the matter.",
    ),
    "fr": (
        "Résolution 2999 (2093)", "Adoptée par le Conseil de sécurité à sa 19012e séance, le 4 mai 2093",
        "Le Conseil de sécurité,", "Rappelant sa résolution 2998 (2093),", "Décide de rester saisi de la question.",
    ),
    "es": (
        "Resolución 2999 (2093)",
        "Aprobada por el Consejo de Seguridad en su 19012ª sesión, celebrada el 4 de mayo de 2093",
        "El Consejo de Seguridad,", "Recordando su resolución 2998 (2093),",
        "Decide seguir ocupándose de la cuestión.",
    ),
    "ru": (
        "Резолюция 2999 (2093)", "принятая Советом Безопасности на его 19012-м заседании 4 мая 2093 года",
        "Совет Безопасности,", "ссылаясь на свою резолюцию 2998 (2093),",
        "постановляет продолжать заниматься этим вопросом.",
    ),
    "ar": (
        "القرار 2999 (2093)", "الذي اتخذه مجلس الأمن في جلسته 19012، المعقودة في 4 أيار/مايو 2093", "إن مجلس الأمن،",
        "إذ يشير إلى قراره 2998 (2093)،", "يقرر أن يبقي المسألة قيد نظره.",
    ),
    "zh": (
        "第2999(2093)号决议", "2093年5月4日安全理事会第19012次会议通过", "安全理事会，", "回顾其第2998(2093)号决议，",
        "决定继续处理此案。",
    ),
}  # fmt: skip


def council(language: str, record: str) -> str:
    number, adopted, chapeau, recalling, decides = COUNCIL[language]
    return f"{number}\n\n{adopted}\n\n{chapeau}\n\n{recalling}\n\n1. {decides}\n\n{record}\n"


NAMED: tuple[tuple[str, str, Tally | None, dict[str, Vote]], ...] = (
    (
        "en", "Adopted at the 19012th meeting by 12 votes to 1 (China), with 2 abstentions (Algeria, Brazil).",
        Tally(12, 1, 2), {"CHN": Vote.NO, "DZA": Vote.ABSTAIN, "BRA": Vote.ABSTAIN},
    ),
    (
        "fr", "Adoptée à la 19012e séance par 13 voix contre zéro, avec 2 abstentions (Algérie et Brésil).",
        Tally(13, 0, 2), {"DZA": Vote.ABSTAIN, "BRA": Vote.ABSTAIN},
    ),
    (
        "es", "Aprobada en la 19012ª sesión por 13 votos contra ninguno y 2 abstenciones (Argelia, Brasil).",
        Tally(13, 0, 2), {"DZA": Vote.ABSTAIN, "BRA": Vote.ABSTAIN},
    ),
    (
        "ru", "Принята на 19012-м заседании 13 голосами, при этом никто не голосовал против, при 2 воздержавшихся "
        "(Алжир, Бразилия).",
        Tally(13, 0, 2), {"DZA": Vote.ABSTAIN, "BRA": Vote.ABSTAIN},
    ),
    (
        "ar", "اتخذ في الجلسة 19012 بأغلبية 13 صوتا مقابل لا شيء، وامتناع عضوين عن التصويت (الجزائر، البرازيل).",
        Tally(13, 0, 2), {"DZA": Vote.ABSTAIN, "BRA": Vote.ABSTAIN},
    ),
    (
        "zh", "第19012次会议以13票对零票、2票弃权（阿尔及利亚、巴西）通过。", Tally(13, 0, 2),
        {"DZA": Vote.ABSTAIN, "BRA": Vote.ABSTAIN},
    ),
)  # fmt: skip


@pytest.mark.parametrize(("language", "record", "tally", "votes"), NAMED, ids=[row[0] for row in NAMED])
def test_the_line_that_names_some(
    library: Library, language: str, record: str, tally: Tally, votes: dict[str, Vote]
) -> None:
    """The totals, and the states that it names, and no others."""
    text = council(language, record)
    path = f"S_RES_2999.{language}.txt"
    for found in (
        read(path, text, FORMS[language], library.names.code_in_record),
        read_document(path, text.encode(), library.names.code_in_record).resolution,
    ):
        assert (found.adoption, found.tally) == (Adoption.RECORDED_VOTE, tally)
        assert {voter.code: voter.vote for voter in found.roll_call} == votes
        assert len(found.operative) == 1
        assert not found.doubts


UNANIMOUS = {
    "en": "Adopted unanimously at the 19012th meeting.",
    "fr": "Adoptée à l'unanimité à la 19012e séance.",
    "es": "Aprobada por unanimidad en la 19012ª sesión.",
    "ru": "Принята единогласно на 19012-м заседании.",
    "ar": "اتخذ بالإجماع في الجلسة 19012.",
    "zh": "第19012次会议一致通过。",
}


@pytest.mark.parametrize("language", UNANIMOUS)
def test_unanimous(library: Library, language: str) -> None:
    text = council(language, UNANIMOUS[language])
    found = read("S_RES_2999.txt", text, FORMS[language], library.names.code_in_record)
    assert (found.adoption, found.tally) == (Adoption.UNANIMOUS, None)


def test_another_meeting_and_a_sum_that_is_wrong(library: Library) -> None:
    """What does not agree with the head, or with the fifteen members, is doubted."""
    for record, expected in (
        ("Adopted at the 19013th meeting by 13 votes to none, with 2 abstentions (Algeria, Brazil).", "19013"),
        ("Adopted at the 19012th meeting by 13 votes to none, with 3 abstentions (Algeria, Brazil, Chile).", "13 to 0"),
    ):
        found = read("S_RES_2999.txt", council("en", record), FORMS["en"], library.names.code_in_record)
        assert [expected in doubt.found for doubt in found.doubts] == [True]


TOTALS = (
    # language, the line below the foot: 98 in favour, 7 against, 21 abstaining
    ("en", "[Adopted by a recorded vote of 98 to 7, with 21 abstentions.]"),
    ("en", "98 votes in favour, 7 against and 21 abstentions"),
    ("fr", "[Adoptée par 98 voix contre 7, avec 21 abstentions.]"),
    ("fr", "98 voix pour, 7 voix contre et 21 abstentions"),
    ("es", "[Aprobada en votación registrada por 98 votos contra 7 y 21 abstenciones.]"),
    ("es", "98 votos a favor, 7 en contra y 21 abstenciones"),
    ("ru", "98 голосов за, 7 против, 21 воздержавшийся"),
    ("ru", "[98 голосами против 7 при 21 воздержавшемся]"),
    ("ar", "[اعتمد بتصويت مسجل بأغلبية 98 صوتا مقابل 7 أصوات وامتناع 21 عضوا عن التصويت.]"),
    ("ar", "98 صوتا مقابل 7 أصوات وامتناع 21 عضوا عن التصويت"),
    ("zh", "98票对7票，21票弃权"),
    ("zh", "98票赞成、7票反对、21票弃权"),
)


@pytest.mark.parametrize(("language", "line"), TOTALS)
def test_totals_alone(language: str, line: str, library: Library) -> None:
    """Totals without a roll call, with or without a word for adopted, are the result."""
    found = assembly(language, line, library)
    assert (found.adoption, found.tally, found.roll_call) == (Adoption.RECORDED_VOTE, Tally(98, 7, 21), ())


HEADS = {
    "en": ("General Assembly\n\nResolution adopted by the General Assembly on 4 May 2093", "The General Assembly,",
           "Recalling its resolution 146/2,", "Decides to plant trees.", "12th plenary meeting\n4 May 2093"),
    "fr": ("Assemblée générale\n\nRésolution adoptée par l'Assemblée générale le 4 mai 2093", "L'Assemblée générale,",
           "Rappelant sa résolution 146/2,", "Décide de planter des arbres.", "12e séance plénière\n4 mai 2093"),
    "es": ("Asamblea General\n\nResolución aprobada por la Asamblea General el 4 de mayo de 2093",
           "La Asamblea General,", "Recordando su resolución 146/2,", "Decide plantar árboles.",
           "12ª sesión plenaria\n4 de mayo de 2093"),
    "ru": ("Генеральная Ассамблея\n\nРезолюция, принятая Генеральной Ассамблеей 4 мая 2093 года",
           "Генеральная Ассамблея,", "ссылаясь на свою резолюцию 146/2,", "постановляет сажать деревья.",
           "12-е пленарное заседание\n4 мая 2093 года"),
    "ar": ("الجمعية العامة\n\nقرار اتخذته الجمعية العامة في 4 أيار/مايو 2093", "إن الجمعية العامة،",
           "إذ تشير إلى قرارها 146/2،", "تقرر غرس الأشجار.", "الجلسة العامة 12\n4 أيار/مايو 2093"),
    "zh": ("大会\n\n2093年5月4日大会决议", "大会，", "回顾其第146/2号决议，", "决定植树。",
           "第12次全体会议\n2093年5月4日"),
}  # fmt: skip


def assembly(language: str, line: str, library: Library) -> Resolution:
    head, chapeau, recalling, decides, foot = HEADS[language]
    text = f"{head}\n\n147/9. Trees\n\n{chapeau}\n\n{recalling}\n\n1. {decides}\n\n{foot}\n\n{line}\n"
    return read("A_RES_147_9.txt", text, FORMS[language], library.names.code_in_record)


NOTED = {
    "en": ("* Adopted by a recorded vote of 2 to 1, with 1 abstention, as follows:", ("In favour: Chad, Cuba",
    "Against: Fiji", "Abstaining: Peru")),
    "fr": ("* Adoptée par 2 voix contre une, avec 1 abstention, comme suit :", ("Ont voté pour : Tchad, Cuba",
    "Ont voté contre : Fidji", "Se sont abstenus : Pérou")),
    "es": ("* Aprobada en votación registrada por 2 votos contra 1 y 1 abstención, como sigue:", (
    "Votos a favor: Chad, Cuba", "Votos en contra: Fiji", "Abstenciones: Perú")),
}  # fmt: skip
"""By language: the note that the title has, and the lists of voters, which stand above it in the text as cleaned."""


@pytest.mark.parametrize("language", NOTED)
def test_a_record_in_a_note_to_the_title(language: str, library: Library) -> None:
    """The vote that a note to the title tells, with the names of the voters behind the note or without, is the result,
    and no note is left of it."""
    note, lists = NOTED[language]
    for names in (lists, ()):
        found = assembly(language, "\n\n".join((*names, note)), library)
        assert (found.adoption, found.tally) == (Adoption.RECORDED_VOTE, Tally(2, 1, 1))
        votes = {voter.code: voter.vote for voter in found.roll_call}
        each = {"TCD": Vote.YES, "CUB": Vote.YES, "FJI": Vote.NO, "PER": Vote.ABSTAIN}
        assert votes == (each if names else {})
        assert not found.footnotes
