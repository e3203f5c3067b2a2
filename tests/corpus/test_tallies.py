"""How records say in each language on what vote a text was adopted, also by roll call, and where no word says how."""

from __future__ import annotations

import pytest

from bot.corpus.forms import FORMS
from bot.corpus.lines import bare, group
from bot.corpus.record import figure

SAID = (
    ("en", "[Adopted by a roll-call vote of 38 to 5, with 10 abstentions. See chap. X.]"),
    ("en", "Adopted by 38 votes to 5, with 10 abstentions."),
    ("en", "[Adopted as orally revised by a recorded vote of 38 to 5, with 10 abstentions. The voting was as follows:"),
    ("fr", "[Adoptée par 38 voix contre 5, avec 10 abstentions, à l'issue d'un vote par appel nominal. Voir chap. X.]"),
    ("fr", "[Adoptée à l’issue d’un vote par appel nominal par 38 voix contre 5, avec 10 abstentions."),
    ("fr", "Adoptée par 38 voix contre 5, avec 10 abstentions, lors d'un vote enregistré."),
    ("es", "[Aprobada en votación nominal por 38 votos contra 5 y 10 abstenciones."),
    ("es", "Aprobada por 38 votos a favor, 5 en contra y 10 abstenciones."),
    ("ru", "[Принята поименным голосованием 38 голосами против 5 при 10 воздержавшихся. См. главу X.]"),
    ("ru", "[Принята путем проведения заносимого в отчет о заседании голосования 38 голосами против 5 при 10"
           " воздержавшихся. Голоса распределились следующим образом:"),
    ("ru", "Принята 38 голосами против 5 при 10 воздержавшихся."),
    ("zh", "[经唱名表决，以38票赞成、5票反对、10票弃权获得通过。表决情况如下："),
    ("zh", "[以唱名表决方式，以38票对5票、10票弃权通过。见第十章。]"),
    ("zh", "（经唱名表决以38票对5票，10票弃权通过）"),
    ("zh", "[經記錄表決，以３８票贊成、５票反對、１０票棄權通過。"),
    ("ar", "[اعتمد بتصويت بنداء الأسماء بأغلبية 38 صوتا مقابل 5 أصوات وامتناع 10 أعضاء عن التصويت."),
    ("ar", "اعتمد بأغلبية 38 صوتا مقابل 5 أصوات وامتناع 10 أعضاء عن التصويت."),
)  # fmt: skip


@pytest.mark.parametrize(("language", "said"), SAID)
def test_the_figures_of_a_vote_are_read(language: str, said: str) -> None:
    matched = (pattern.fullmatch(bare(said)) for pattern in FORMS[language].tallies)
    found = next((each for each in matched if each), None)
    assert found is not None
    assert [figure(group(found, name)) for name in ("yes", "no", "abstain")] == [38, 5, 10]
