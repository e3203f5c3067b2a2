"""Texts as volumes of resolutions print them, in each language: when each was adopted, and the lists of the voters,
stand above its number."""
# ruff: noqa: E501 - a paragraph is a line

from __future__ import annotations

import re

import pytest

from bot.corpus.library import Library
from bot.doubts import DoubtKind
from bot.importing.document import read_document
from bot.resolution import Adoption, Vote

VOLUMES = {
    "en": """IV. Resolutions adopted on the reports of the First Committee

RESOLUTION 66/901
Adopted at the 71st plenary meeting, on 2 December 2011, on the recommendation of the Committee (A/66/405, para. 7), by a recorded vote of 3 to 1, with 2 abstentions, as follows:

In favour: Chile, Fiji, Togo

Against: Malta

Abstaining: Kenya, Japan

66/901. Lanterns on quays

The General Assembly,

Recalling its resolution 65/12,

1. Requests States to light the quays;

2. Decides to return to the matter.

311
""",
    "fr": """IV. Résolutions adoptées sur les rapports de la Première Commission

RÉSOLUTION 66/901
Adoptée à la 71e séance plénière, le 2 décembre 2011, sur la recommandation de la Commission (A/66/405, par. 7), à l’issue d’un vote enregistré, par 3 voix contre une, avec 2 abstentions, comme suit :

Ont voté pour : Chili, Fidji, Togo

Ont voté contre : Malte

Se sont abstenus : Kenya, Japon

66/901. Lanternes sur les quais

L’Assemblée générale,

Rappelant sa résolution 65/12,

1. Prie les États d’éclairer les quais ;

2. Décide de revenir sur la question.
""",
    "es": """IV. Resoluciones aprobadas sobre la base de los informes de la Primera Comisión

RESOLUCIÓN 66/901
Aprobada en la 71ª sesión plenaria, celebrada el 2 de diciembre de 2011, por recomendación de la Comisión (A/66/405, párr. 7), en votación registrada de 3 votos contra 1 y 2 abstenciones, como sigue:

Votos a favor: Chile, Fiji, Togo

Votos en contra: Malta

Abstenciones: Kenya, Japón

66/901. Faroles en los muelles

La Asamblea General,

Recordando su resolución 65/12,

1. Solicita a los Estados que iluminen los muelles;

2. Decide volver a examinar la cuestión.
""",
    "ru": """IV. Резолюции, принятые по докладам Первого комитета

РЕЗОЛЮЦИЯ 66/901
Принята на 71-м пленарном заседании 2 декабря 2011 года по рекомендации Комитета (A/66/405, пункт 7) заносимым в отчет о заседании голосованием 3 голосами против 1 при 2 воздержавшихся, следующим образом:

Голосовали за: Чили, Фиджи, Того

Голосовали против: Мальта

Воздержались: Кения, Япония

66/901. Фонари на причалах

Генеральная Ассамблея,

ссылаясь на свою резолюцию 65/12,

1. просит государства освещать причалы;

2. постановляет вернуться к этому вопросу.
""",
    "zh": """四、根据第一委员会的报告通过的决议

第66/901号决议
2011年12月2日第71次全体会议根据委员会的建议(A/66/405，第7段)以3票对1票、2票弃权的记录表决通过，表决情况如下：

赞成：智利、斐济、多哥

反对：马耳他

弃权：肯尼亚、日本

66/901. 码头上的灯笼

大会，

回顾其第65/12号决议，

1. 请各国照亮码头；

2. 决定再次审议这一问题。
""",
    "ar": """رابعا - القرارات المتخذة بناء على تقارير اللجنة الأولى

القرار 66/901
اتخذ في الجلسة العامة 71، المعقودة في 2 كانون الأول/ديسمبر 2011، بناء على توصية اللجنة (A/66/405، الفقرة 7)، بتصويت مسجل بأغلبية 3 أصوات مقابل صوت واحد وامتناع عضوين عن التصويت، على النحو التالي:

المؤيدون: شيلي، فيجي، توغو

المعارضون: مالطة

الممتنعون: كينيا، اليابان

66/901 - الفوانيس على الأرصفة

إن الجمعية العامة،

إذ تشير إلى قرارها 65/12،

1 - تطلب إلى الدول أن تنير الأرصفة؛

2 - تقرر العودة إلى المسألة.
""",
}


@pytest.mark.parametrize("spaced", [True, False], ids=["blank lines", "none"])
@pytest.mark.parametrize("language", VOLUMES)
def test_what_stands_above_the_number_in_a_volume_is_read(language: str, spaced: bool, library: Library) -> None:
    text = VOLUMES[language] if spaced else VOLUMES[language].replace("\n\n", "\n")
    found = read_document("volume.txt", text.encode(), library.names.code_in_record)
    r = found.resolution
    assert (r.symbol, r.language, r.adopted.isoformat()) == ("A/RES/66/901", language, "2011-12-02")
    assert r.meeting is not None
    assert r.meeting.number == 71
    assert r.tally is not None
    assert (r.tally.yes, r.tally.no, r.tally.abstain) == (3, 1, 2)
    votes = {v.code: v.vote for v in r.roll_call}
    yes, abstaining = dict.fromkeys(("CHL", "FJI", "TGO"), Vote.YES), dict.fromkeys(("KEN", "JPN"), Vote.ABSTAIN)
    assert votes == yes | {"MLT": Vote.NO} | abstaining
    assert (len(r.preamble), len(r.operative)) == (1, 2)
    assert found.account.difference == 0
    assert "running head" in {left.why for left in found.left_out}


def test_one_that_was_not_voted_on_is_adopted_without_a_vote(library: Library) -> None:
    text = VOLUMES["en"].replace("by a recorded vote of 3 to 1, with 2 abstentions, as follows:", "without a vote")
    text = re.sub(r"(?m)^(In favour|Against|Abstaining):.*\n\n", "", text)
    r = read_document("volume.txt", text.encode(), library.names.code_in_record).resolution
    assert (r.adoption, r.adopted.isoformat()) == (Adoption.WITHOUT_A_VOTE, "2011-12-02")


def test_of_a_list_that_does_not_add_up_no_vote_is_told(library: Library) -> None:
    text = VOLUMES["en"].replace("Chile, Fiji, Togo", "Chile, Fiji")
    document = read_document("volume.txt", text.encode(), library.names.code_in_record)
    r = document.resolution
    assert DoubtKind.VOTE in {doubt.kind for doubt in document.doubts}
    assert (r.adoption, r.tally, r.roll_call) == (Adoption.NOT_STATED, None, ())
