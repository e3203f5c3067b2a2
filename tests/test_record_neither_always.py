"""A state that a message begins with is what it is on, and no voter; who did not always vote so, and neither of two; if
any of a group did; which two voted most alike: over invented records, what is right computed from these."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from tests.across import COUNCIL, RIGHTS, UNION, Roll, World, imported
from tests.test_record_questions import symbols

KENYA, KELP, SEALS = "Situation of human rights in Kenya", "Upkeep of lighthouses", "Care of orchards"
MEMBERS = sorted(RIGHTS)
ROLLS = (
    ("A/HRC/RES/52/51", date(2023, 4, 4), KENYA, "YYYNYAAANYYNNAA"),
    ("A/HRC/RES/55/52", date(2024, 4, 4), KENYA, "YYYNYAAYNYYNYAA"),
    ("A/HRC/RES/58/53", date(2025, 4, 4), KENYA, "YYYAYAAYNYYNYAN"),
    ("A/HRC/RES/52/54", date(2023, 4, 4), KELP, "YYNNYNNYYYYYYYY"),
    ("A/HRC/RES/55/55", date(2024, 4, 5), KELP, "YYYNYYAYYYYYYNY"),
    ("A/HRC/RES/57/56", date(2024, 10, 9), SEALS, "NNYYAYAYNYYYYNY"),
)
PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")
PAPER, INK = "S/RES/2951(2023)", "S/RES/2952(2023)"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with six records of the Human Rights Council, half of them on a state, and two of another one."""
    rolls = [Roll(a, b, c, dict(zip(MEMBERS, votes, strict=True))) for a, b, c, votes in ROLLS]
    for symbol, day, letters in ((PAPER, date(2023, 5, 4), "YYYAYYYYYY"), (INK, date(2023, 6, 4), "AYYAYYYYYN")):
        rolls.append(Roll(symbol, day, f"Marking of {symbol[6:10]}", dict(zip(COUNCIL, letters, strict=True))))
    return imported(tmp_path_factory.mktemp("neither"), rolls)


ON_KENYA = (
    "on Kenya in 2024, how did Chile vote", "that Kenya thing in 2024, how did Chile vote",
    "that thing on Kenya in 2024, how did Chile vote", "sur le Kenya en 2024, comment a voté le Chili",
    "lo de Kenia en 2024, ¿cómo votó Chile?", "sobre Kenia en 2024, ¿cómo votó Chile?",
    "по Кении в 2024 году как голосовало Чили", "بشأن كينيا في 2024، كيف صوتت شيلي", "关于肯尼亚的决议2024年智利怎么投",
)  # fmt: skip


@pytest.mark.parametrize("asked", ON_KENYA)
def test_the_state_that_a_message_begins_with_is_no_voter(record: World, asked: str) -> None:
    reply = record.told(asked)
    assert symbols(reply) == [ROLLS[1][0]] or reply["resolution"] == ROLLS[1][0]
    assert "KEN" not in str(reply["votes"])
    vote = reply["votes"].get("CHL") or reply["table"][0]["CHL"]
    assert vote == "yes"


LIKENED = ("Does Chile always vote like Cuba?", "¿Chile votó siempre como Cuba?", "Всегда ли Чили голосовала как Куба?")


@pytest.mark.parametrize("asked", LIKENED)
def test_who_is_likened_is_a_voter(record: World, asked: str) -> None:
    assert "agreement" in record.told(asked)


NOT_ALWAYS = (
    "who did not always vote in favour of the Kenya resolutions", "哪些国家对肯尼亚决议不是每次都投赞成票",
    "哪些國家對肯尼亞決議不是每次都投贊成票", "quels pays n'ont pas toujours voté pour les résolutions sur le Kenya",
    "qué países no votaron siempre a favor de las resoluciones sobre Kenia",
    "кто не всегда голосовал за резолюции по Кении", "من لم يصوت دائما لصالح القرارات بشأن كينيا",
)  # fmt: skip


@pytest.mark.parametrize("asked", NOT_ALWAYS)
def test_who_did_not_always(record: World, asked: str) -> None:
    on_it = [votes for _, _, title, votes in ROLLS if title == KENYA]
    # Beside the name of each, how often it did, those who did so least first.
    right = {code: sum(x[at] == "Y" for x in on_it) for at, code in enumerate(MEMBERS)}
    told = {row["state"]: row["count"] for row in record.told(asked)["table"]}
    assert told == {code: count for code, count in right.items() if count < len(on_it)}


ALWAYS = (
    ("did Cuba always vote for the upkeep of lighthouses", "yes"),
    ("did Chile always vote for the upkeep of lighthouses", "no"),
    ("智利对关于肯尼亚的决议每次都投赞成票吗", "yes"), ("智利對關於肯尼亞的決議是不是每次都投贊成票", "yes"),
    ("墨西哥对人权理事会关于肯尼亚人权状况的决议是不是每次都投赞成票", "no"),
    ("Le Chili a-t-il toujours voté pour les résolutions sur le Kenya ?", "yes"),
    ("¿Votó México siempre a favor de las resoluciones sobre Kenia?", "no"),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "verdict"), ALWAYS, ids=[row[0] for row in ALWAYS])
def test_whether_it_always_did(record: World, asked: str, verdict: str) -> None:
    assert record.told(asked)["verdict"] == verdict


ANY = (
    ("did any permanent member vote no in the Security Council in 2023", "no", set()),
    ("In the 2023 Security Council resolutions, did any permanent member abstain?", "yes", {"CHN", "RUS"}),
    ("un membre permanent s'est-il abstenu au Conseil de sécurité en 2023 ?", "yes", {"CHN", "RUS"}),
    ("¿votó en contra algún miembro permanente en el Consejo de Seguridad en 2023?", "no", set()),
    ("голосовал ли кто-нибудь из постоянных членов против в Совете Безопасности в 2023 году", "no", set()),
    ("هل امتنع أي عضو دائم عن التصويت على أي قرار لمجلس الأمن في 2023", "yes", {"CHN", "RUS"}),
    ("五常2023年在安理会有人投过反对票吗", "no", set()),
    ("2023年有欧盟国家反对过关于肯尼亚的决议吗", "no", set()),
    ("2024年有金砖国家反对过关于肯尼亚的决议吗", "yes", {"CHN"}),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "verdict", "who"), ANY, ids=[row[0] for row in ANY])
def test_whether_any_of_a_group_did(record: World, asked: str, verdict: str, who: set[str]) -> None:
    reply = record.told(asked)
    assert reply["verdict"] == verdict
    assert {row["state"] for row in reply["table"]} == who


NEITHER = (
    "2024年人权理事会哪些决议既没有智利反对也没有中国反对",
    "which 2024 HRC resolutions were opposed by neither Chile nor China",
    "En 2024, quelles résolutions du Conseil des droits de l'homme n'ont eu ni le non du Chili ni celui de la Chine ?",
    "по каким резолюциям СПЧ 2024 года ни Чили, ни Китай не голосовали против",
    "في أي قرارات مجلس حقوق الإنسان لعام 2024 لم تصوت لا شيلي ولا الصين ضد",
)  # fmt: skip


@pytest.mark.parametrize("asked", NEITHER)
def test_neither_of_two(record: World, asked: str) -> None:
    at = [MEMBERS.index(code) for code in ("CHL", "CHN")]
    right = [symbol for symbol, day, _, votes in ROLLS if day.year == 2024 and all(votes[x] != "N" for x in at)]
    assert set(symbols(record.told(asked))) == set(right)


TWO = (
    ("which two EU members voted least alike", True), ("欧盟里哪两个国家投票最不一致", True),
    ("歐盟裡哪兩國投票最一致", False),
    ("quels deux membres de l'UE ont voté le plus souvent de la même façon", False),
    ("¿qué dos miembros de la UE coincidieron menos?", True),
    ("какие две страны ЕС реже всего голосовали одинаково", True),
    ("أي دولتين من الاتحاد الأوروبي الأقل توافقا في التصويت", True),
    ("among the EU, which two members agreed the most", False),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "least"), TWO, ids=[row[0] for row in TWO])
def test_which_two_of_a_group(record: World, asked: str, *, least: bool) -> None:
    there = [code for code in MEMBERS if code in UNION]
    same = {
        pair: sum(x[MEMBERS.index(pair[0])] == x[MEMBERS.index(pair[1])] for *_, x in ROLLS)
        for pair in combinations(there, 2)
    }
    told = [((row["state"], row["other"]), row["count"], row["of"]) for row in record.told(asked)["table"]]
    best = (min if least else max)(same.values())
    assert {pair: count for pair, count, _ in told} == same
    assert told[0][1] == best
    assert all(of == len(ROLLS) for _, _, of in told)


LEAST_WITH = ("¿quién de los BRICS coincidió menos con Chile?", "¿quién de los BRICS votó menos como Chile?")


@pytest.mark.parametrize("asked", LEAST_WITH)
def test_least_with_one_leaves_nobody_out(record: World, asked: str) -> None:
    reply = record.told(asked)
    assert "CHL" not in [row["state"] for row in reply["table"]]
    assert reply["table"][0]["state"] == "CHN"
