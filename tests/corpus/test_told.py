"""How a text was adopted, in whatever words: invented lines of many bodies and years, in six languages, held against
what they say; and lines that do not say it in full, of which nothing is told."""

from __future__ import annotations

import pytest

from bot.corpus.forms import FORMS
from bot.corpus.joined import joined
from bot.corpus.library import Library
from bot.corpus.lines import lines_of
from bot.corpus.told import tell
from bot.resolution import Adoption

VOTE, UNANIMOUS, CONSENSUS, WITHOUT = (
    Adoption.RECORDED_VOTE, Adoption.UNANIMOUS, Adoption.CONSENSUS, Adoption.WITHOUT_A_VOTE,
)  # fmt: skip

TOLD: tuple[tuple[str, str, Adoption, str, str], ...] = (
    # language, the line, how it was adopted, the figures, who is said to have voted how
    ("en", "Adopted at the 6th meeting, by a vote of ten to none with one abstention.", VOTE, "10-0-1", ""),
    ("en", "Adopted at the 212th meeting, by 9 votes to none, with 2 abstentions (Egypt, India).", VOTE, "9-0-2",
     "EGY abstain IND abstain"),
    ("en", "Adopted by 33 votes to 12, with 6 abstentions.", VOTE, "33-12-6", ""),
    ("en", "[Resolution as a whole, as amended, adopted by 20 votes to none, with 3 abstentions.]", VOTE, "20-0-3", ""),
    ("en", "The resolution was adopted by a roll-call vote of 2 in favour, 1 against and 1 abstention, as follows: In "
     "favour: Chile and Peru; Against: Kenya; Abstaining: Japan.", VOTE, "2-1-1", "CHL yes PER yes KEN no JPN abstain"),
    ("en", "Adopted by 3 votes to 1, with 1 abstention.\nALGERIA – yes\nANGOLA – yes\nBENIN – yes\nCHINA – no\n"
     "FRANCE – abstained", VOTE, "3-1-1", "DZA yes AGO yes BEN yes CHN no FRA abstain"),
    ("en", "Resolution 37/318 was adopted by a recorded vote of 2 to none, with 1 abstention.\nState Vote\nChad Yes\n"
     "Mali Yes\nOman Abstained", VOTE, "2-0-1", "TCD yes MLI yes OMN abstain"),
    ("en", "Adopted by a recorded vote of 3 to none, with 1 abstention.\nIn favour (3): Chile, Congo, Democratic "
     "Republic of the, and Cuba\nAbstaining (1): Japan", VOTE, "3-0-1", "CHL yes COD yes CUB yes JPN abstain"),
    ("en", "Recorded vote: 29-14-4", VOTE, "29-14-4", ""),
    ("en", "Adopted without a vote at the 23rd plenary meeting, on 24 July 1991.", WITHOUT, "", ""),
    ("en", "Adopted unanimously at its sixth meeting.", UNANIMOUS, "", ""),
    ("en", "Adopted unanimously, without a vote, at the 41st meeting.", WITHOUT, "", ""),
    ("en", "Adopted by consensus.", CONSENSUS, "", ""),
    ("fr", "Adoptée par 31 voix contre 9, avec 7 abstentions.", VOTE, "31-9-7", ""),
    ("fr", "adoptée par dix voix contre zéro, avec une abstention (Liban)", VOTE, "10-0-1", "LBN abstain"),
    ("fr", "Adoptée à la 820e séance par 10 voix contre zéro, avec une abstention (Suède).", VOTE, "10-0-1",
     "SWE abstain"),
    ("fr", "La résolution a été adoptée par un vote enregistré de vingt-neuf voix pour, quatorze contre et quatre "
     "abstentions.", VOTE, "29-14-4", ""),
    ("fr", "[Adoptée par 2 voix contre une, avec 2 abstentions, à l'issue d'un vote enregistré. Les voix se sont "
     "réparties comme suit: Pour: Chili et Pérou. Contre: Kenya. Abstentions: Japon, France]", VOTE, "2-1-2",
     "CHL yes PER yes KEN no JPN abstain FRA abstain"),
    ("fr", "Adoptée sans vote à la 52e séance plénière, le 3 mars 1993.", WITHOUT, "", ""),
    ("fr", "Adoptée à l’unanimité.", UNANIMOUS, "", ""),
    ("fr", "Vote enregistré : Togo – oui, Bénin – oui, Gabon – non.\nRésultat : 2 voix pour, 1 contre", VOTE, "2-1-0",
     "TGO yes BEN yes GAB no"),
    ("es", "Aprobada en votación registrada por 17 votos contra 2 y 6 abstenciones.", VOTE, "17-2-6", ""),
    ("es", "Aprobada por diez votos contra ninguno y una abstención (Polonia).", VOTE, "10-0-1", "POL abstain"),
    ("es", "Aprobada por 2 votos a favor, 1 en contra y 1 abstención. Votos a favor: Chile y Perú. Votos en contra: "
     "Kenya. Abstenciones: Japón.", VOTE, "2-1-1", "CHL yes PER yes KEN no JPN abstain"),
    ("es", "La resolución fue aprobada por unanimidad en la 1500ª sesión plenaria, el 3 de mayo de 1966.", UNANIMOUS,
     "", ""),
    ("es", "Aprobada por consenso.", CONSENSUS, "", ""),
    ("es", "Aprobada sin votación.", WITHOUT, "", ""),
    ("ru", "Резолюция принята заносимым в отчет о заседании голосованием 2 голосами против 1 при 2 воздержавшихся; "
     "голоса распределились следующим образом: голосовали за: Чад, Мали; голосовали против: Израиль; воздержались: "
     "Бельгия и Япония.", VOTE, "2-1-2", "TCD yes MLI yes ISR no BEL abstain JPN abstain"),
    ("ru", "Принята десятью голосами против нуля при одном воздержавшемся (Польша).", VOTE, "10-0-1", "POL abstain"),
    ("ru", "Резолюция принята: за – 31, против – 9, воздержались – 7.", VOTE, "31-9-7", ""),
    ("ru", "Решение принято без голосования на 12-м заседании 3 мая 1993 года.", WITHOUT, "", ""),
    ("ru", "Принята единогласно.", UNANIMOUS, "", ""),
    ("ru", "Принята консенсусом.", CONSENSUS, "", ""),
    ("ar", "اعتُمد القرار بأغلبية ثلاثة وعشرين صوتا مقابل صوتين وامتناع ثلاثة أعضاء عن التصويت.", VOTE, "23-2-3", ""),
    ("ar", "اعتمد بأغلبية عشرة أصوات مقابل لا شيء وامتناع عضو واحد عن التصويت (بولندا).", VOTE, "10-0-1",
     "POL abstain"),
    ("ar", "[اعتُمد بتصويت مسجل بأغلبية صوتين مقابل صوت واحد وامتناع عضو واحد عن التصويت. "
     "وكانت نتيجة التصويت كالتالي: المؤيدون: تشاد، مالي. المعارضون: فرنسا. الممتنعون: فنلندا.]", VOTE, "2-1-1",
     "TCD yes MLI yes FRA no FIN abstain"),
    ("ar", "اعتمد بدون تصويت في الجلسة العامة 52.", WITHOUT, "", ""),
    ("ar", "اعتمد بتوافق الآراء.", CONSENSUS, "", ""),
    ("ar", "اعتمد القرار بالإجماع.", UNANIMOUS, "", ""),
    ("zh", "[决议以2票赞成、1票反对、1票弃权通过，"
     "记录表决结果如下：赞成：乍得、马里 反对：以色列 弃权：奥地利]", VOTE, "2-1-1",
     "TCD yes MLI yes ISR no AUT abstain"),
    ("zh", "以十票对零票、一票弃权（波兰）通过。", VOTE, "10-0-1", "POL abstain"),
    ("zh", "决议以3票对零票、1票弃权获得通过：\n乍得——赞成\n马里——赞成\n智利——赞成\n中国——弃权", VOTE, "3-0-1",
     "TCD yes MLI yes CHL yes CHN abstain"),
    ("zh", "經記錄表決以31票對9票、7票棄權通過。", VOTE, "31-9-7", ""),
    ("zh", "第23次全体会议协商一致通过", CONSENSUS, "", ""),
    ("zh", "未经表决通过。", WITHOUT, "", ""),
    ("zh", "一致通过。", UNANIMOUS, "", ""),
    ("en", "Adopted by 12 votes to 1 (China), with 2 abstentions (Chad, Oman).", VOTE, "12-1-2",
     "CHN no TCD abstain OMN abstain"),
    ("en", "Adopted by 13-0-2.", VOTE, "13-0-2", ""),
    ("en", "Yes: 29, No: 14, Abstain: 4, Non-voting: 10", VOTE, "29-14-4", ""),
    ("en", "Adopted by 2 votes (China, Peru) to 1 (France), with 2 abstentions (Chad, Mali).", VOTE, "2-1-2",
     "CHN yes PER yes FRA no TCD abstain MLI abstain"),
    ("en", "Adopted at the one hundred and eighty-third plenary meeting, on 10 December 1948, by 48 votes to none, "
     "with 8 abstentions.", VOTE, "48-0-8", ""),
    ("en", "Adopted by 13 votes to none, with 1 member not participating in the vote (China).", VOTE, "13-0-0",
     "CHN not_voting"),
    ("en", "Adopted by a recorded vote of 2 to none, with 1 abstention. In favour: Chile, Peru Abstaining: Japan", VOTE,
     "2-0-1", "CHL yes PER yes JPN abstain"),
    ("fr", "Adoptée à main levée par 33 voix, sans opposition, avec 6 abstentions.", VOTE, "33-0-6", ""),
    ("es", "Resultado de la votación: a favor: 29; en contra: 14; abstenciones: 4", VOTE, "29-14-4", ""),
    ("es", "Aprobada por veintiocho votos contra catorce, con once abstenciones.", VOTE, "28-14-11", ""),
    ("ru", "Принята 33 голосами при 6 воздержавшихся, при этом никто не голосовал против.", VOTE, "33-0-6", ""),
    ("ru", "Принята двадцатью девятью голосами против четырнадцати при четырех воздержавшихся.", VOTE, "29-14-4", ""),
    ("ar", "اعتمد بأغلبية ٢٩ صوتا مقابل ١٤ صوتا وامتناع ٤ أعضاء عن التصويت.", VOTE, "29-14-4", ""),
    ("ar", "نتيجة التصويت: المؤيدون: 29؛ المعارضون: 14؛ الممتنعون: 4.", VOTE, "29-14-4", ""),
    ("zh", "决议草案A/C.3/98/L.5经记录表决以88票赞成、52票反对、23票弃权获得通过。", VOTE, "88-52-23", ""),
    ("zh", "大会以一百二十三票对二票、五十票弃权通过本决议。", VOTE, "123-2-50", ""),
    ("zh", "以52票赞成、无反对票、14票弃权通过", VOTE, "52-0-14", ""),
)  # fmt: skip


@pytest.mark.parametrize(("language", "line", "adoption", "figures", "votes"), TOLD)
def test_what_a_line_says(
    library: Library, language: str, line: str, adoption: Adoption, figures: str, votes: str
) -> None:
    told = tell(joined(list(lines_of(line))).text, FORMS[language], library.names.code_in_record)
    tally = told.tally
    assert (told.problem, told.unknown) == ("", "")
    assert told.adoption is adoption
    assert (f"{tally.yes}-{tally.no}-{tally.abstain}" if tally else "") == figures
    assert " ".join(f"{one.code} {one.vote}" for one in told.named) == votes


DOUBTED: tuple[tuple[str, str, str], ...] = (
    # language, the line, what is wrong with it
    ("en", "Operative paragraph 5 was retained by 20 votes to 3.", "“Operative”"),
    ("en", "Not adopted, by 20 votes to 23.", "“Not”"),
    ("en", "Adopted by a recorded vote of 3 to none. In favour: Chile, Peru", "2 voters listed under “yes”"),
    ("en", "Adopted by a recorded vote of 2 to 1. In favour: Chile, Peru", "no list of the 1 “no”"),
    ("en", "Adopted by 2 votes to 1: Chile – yes, Atlantis – yes, Peru – no", "Atlantis"),
    ("en", "Adopted by 2 votes to none. In favour: Chile, Chile", "listed twice"),
    ("en", "Adopted by 20 votes in favour.", "voted against"),
    ("en", "Adopted with 3 abstentions.", "voted in favour"),
    ("en", "52 members were present; adopted by 20 votes to 5.", "“present”"),
    ("en", "Of 20 votes, 12 were in favour and 8 against.", "“yes 12”"),
    ("fr", "Adoptée par 12 voix contre 3, à l'exception du paragraphe 4.", "“l”"),
    ("es", "Aprobada por 12 votos contra 3 tras un debate.", "“tras”"),
    ("ru", "Принята 12 голосами против 3 после поправки.", "“после”"),
    ("ar", "اعتمد بأغلبية 12 صوتا مقابل 3 أصوات باستثناء الفقرة", "باستثناء"),
    ("zh", "以12票对3票、暂停后通过。", "暂"),
    ("zh", "以2票对零票通过。赞成：乍得、亚特兰蒂斯", "亚特兰蒂斯"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "line", "what"), DOUBTED)
def test_what_a_line_does_not_say_in_full(library: Library, language: str, line: str, what: str) -> None:
    told = tell(joined(list(lines_of(line))).text, FORMS[language], library.names.code_in_record)
    assert what in (told.problem or told.unknown)
