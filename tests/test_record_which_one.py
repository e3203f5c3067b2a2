"""Which one of resolutions went furthest, whether all of a group voted alike on one, two of one body and year, and who
did so no longer."""

from __future__ import annotations

from datetime import date

import pytest

from tests.across import RIGHTS, Roll, World, imported
from tests.test_record_questions import symbols

ABSTAINED = (
    "聯大的決議裡棄權票最多的是哪一個", "联大决议弃权票最多的是哪一个", "联大嘅决议入面弃权票最多嘅系边个",
    "of the Assembly's resolutions, which one has the most abstentions?",
    "Parmi les résolutions de l'Assemblée générale, laquelle a le plus d'abstentions ?",
    "De las resoluciones de la Asamblea General, ¿cuál tiene más abstenciones?",
    "Какая из резолюций Генеральной Ассамблеи имеет больше всего воздержавшихся?",
    "أي من قرارات الجمعية العامة حصل على أكبر عدد من الامتناع عن التصويت؟",
)  # fmt: skip


@pytest.mark.parametrize("asked", ABSTAINED)
def test_which_one_of_resolutions_is_no_state(world: World, asked: str) -> None:
    reply = world.told(asked)
    counts = {r.symbol: len(r.who("abstain")) for r in world.known if r.body == "assembly"}
    listed = [counts[symbol] for symbol in symbols(reply)]
    assert listed == sorted(counts.values(), reverse=True)[: len(listed)]


@pytest.mark.parametrize("asked", ["联大决议里哪一个国家弃权票最多", "弃权票最多的是哪一个国家，联大决议里"])
def test_which_one_of_states_is_no_resolution(world: World, asked: str) -> None:
    known = [r for r in world.known if r.body == "assembly"]
    most = max(sum(r.votes.get(code) == "abstain" for r in known) for r in known for code in r.votes)
    assert world.told(asked)["table"][0]["count"] == most


SETTLED, GOLAN, OTHER = "A/HRC/RES/61/32", "A/HRC/RES/61/31", "A/RES/78/11"
CAST = {
    SETTLED: dict(zip(sorted(RIGHTS), "NYYYYNNNAYYYYAA", strict=True)),
    GOLAN: dict(zip(sorted(RIGHTS), "NYYNYYYYYNYNYNY", strict=True)),
    OTHER: dict(zip(sorted(RIGHTS), "YYNYYNYNYYYYYYN", strict=True)),
}


def _rolls() -> list[Roll]:
    golan = "Human rights in the occupied Syrian Golan"
    settled = "Israeli settlements in the Occupied Palestinian Territory, including East Jerusalem"
    return [
        Roll(OTHER, date(2023, 11, 28), "The Syrian Golan", CAST[OTHER]),
        Roll(GOLAN, date(2026, 3, 31), golan, CAST[GOLAN]),
        Roll(SETTLED, date(2026, 3, 31), f"{settled}, and in the occupied Syrian Golan", CAST[SETTLED]),
        Roll("A/HRC/RES/61/30", date(2026, 3, 30), "Upkeep of lighthouses in harbours", dict.fromkeys(RIGHTS, "Y")),
    ]


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with these records."""
    return imported(tmp_path_factory.mktemp("council"), _rolls())


ALIKE = (
    "欧盟成员国在2026年以色列定居点决议{}上是否都投得一样？",
    "Did the EU members all vote the same way on the Israeli settlements in 2026{}?",
    "Les membres de l'Union européenne siégeant au Conseil ont-ils tous voté de la même façon sur les colonies "
    "israéliennes en 2026{} ?",
    "¿Votaron de la misma manera todos los miembros de la Unión Europea sobre los asentamientos israelíes en 2026{}?",
    "Все ли члены ЕС голосовали одинаково по израильским поселениям в 2026 году{}?",
    "هل صوت جميع أعضاء الاتحاد الأوروبي بنفس الطريقة على المستوطنات الإسرائيلية في 2026{}؟",
)


@pytest.mark.parametrize("behind", ["", " (61/32)"])
@pytest.mark.parametrize("asked", ALIKE)
def test_whether_all_of_a_group_voted_alike_gets_a_verdict(council: World, asked: str, behind: str) -> None:
    union = {CAST[SETTLED][code] for code in ("DEU", "FRA", "ITA", "POL")}
    reply = council.told(asked.format(behind))
    assert (reply["resolution"], reply["verdict"]) == (SETTLED, "yes" if len(union) == 1 else "no")


BOTH = (
    "人权理事会2026年以色列定居点决议和叙利亚戈兰决议哪些国家都投了反对票",
    "hrc 2026 which states voted no on both the israeli settlements text and the syrian golan one",
    "hrc 2026 which states voted no on both the syrian golan text and the israeli settlements one",
    "¿Qué países votaron en contra tanto de la resolución del Consejo de Derechos Humanos de 2026 sobre los "
    "asentamientos israelíes como de la del Golán sirio?",
)


@pytest.mark.parametrize("asked", BOTH)
def test_a_body_and_a_year_hold_for_each_of_two(council: World, asked: str) -> None:
    no = {symbol: {code for code, vote in CAST[symbol].items() if vote == "N"} for symbol in (SETTLED, GOLAN)}
    reply = council.told(asked)
    assert {row["state"] for row in reply["table"]} == no[SETTLED] & no[GOLAN]
    assert OTHER not in reply["text"]


NO_LONGER = (
    "Qui avait voté contre la 61/32 mais plus contre la 61/31 ?",
    "61/32投了反对、61/31不再反对的有谁",
    "who voted against 61/32 but no longer against 61/31?",
    "¿Quién votó en contra de la 61/32 pero ya no en contra de la 61/31?",
    "Кто голосовал против 61/32, но уже не против 61/31?",
)


@pytest.mark.parametrize("asked", NO_LONGER)
def test_who_did_so_no_longer_did_otherwise(council: World, asked: str) -> None:
    reply = council.told(asked)
    otherwise = {code for code, vote in CAST[GOLAN].items() if CAST[SETTLED][code] == "N" and vote in "YA"}
    assert {row["state"] for row in reply["table"]} == otherwise


@pytest.mark.parametrize(
    "asked",
    [
        "qui n'a plus voté contre en 61/31 ?", "quels pays n'ont plus voté contre la 61/31 ?",
        "who no longer voted against in 61/31?", "¿quién ya no votó en contra de la 61/31?",
        "кто больше не голосовал против 61/31?", "61/31谁不再投反对票", "من لم يعد يصوت ضد 61/31",
    ],
)  # fmt: skip
def test_no_longer_is_a_negation(council: World, asked: str) -> None:
    assert set(council.told(asked)["votes"]) == {code for code, vote in CAST[GOLAN].items() if vote in "YA"}


@pytest.mark.parametrize("asked", ["le Chili et la France ont voté pareil ?", "Chile y Francia votaron igual?"])
def test_alike_is_asked_of_the_one_in_view(council: World, asked: str) -> None:
    reply = council.told("61/31", asked)
    assert (reply["kind"], reply["verdict"]) == ("vote", {True: "yes", False: "no"}[same("CHL", "FRA")])
    assert reply["resolution"] == GOLAN


def same(one: str, other: str) -> bool:
    """Whether two states voted alike on that one."""
    return CAST[GOLAN][one] == CAST[GOLAN][other]


@pytest.mark.parametrize(
    "asked",
    ["resoluciones del Consejo donde Argelia, Argentina, Francia y Alemania fueron los únicos en contra",
     "resoluciones del Consejo con Argelia, Argentina, Francia y Alemania como únicos votos en contra"],
)  # fmt: skip
def test_the_only_ones(council: World, asked: str) -> None:
    so = {code for code, vote in CAST[SETTLED].items() if vote == "N"}
    assert so == {"DZA", "ARG", "FRA", "DEU"}
    assert symbols(council.told(asked)) == [SETTLED]
