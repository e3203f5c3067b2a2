"""Who agrees with a state or disagrees, with which of two it sides, which members of a group did something, how often
one did beside another, and the fewest votes; over the data of tests/across.py, counted in plain Python."""

from __future__ import annotations

from datetime import date

import pytest

from tests.across import CAST, COUNCIL, UNION, World, agreement, counted
from tests.test_record_questions import symbols

COMMON = 10
"""The fewest votes that two have to share to be listed as alike."""
Figures = list[tuple[str, int, int]]


def table(world: World, *turns: str) -> Figures:
    """Each state of a list, with on how many of how many."""
    return [(row["state"], row["count"], row["of"]) for row in world.told(*turns).get("table", ())]


def likest(world: World, code: str, *, least: bool) -> Figures:
    """Those who voted most, or least, as one did, with how often."""
    states = {state for roll in world.known for state in roll.votes} - {code}
    both = [(state, *agreement(world.known, code, state)) for state in states]
    shared = [x for x in both if x[2] >= COMMON]
    best = (min if least else max)(same / of for _, same, of in shared)
    return sorted(x for x in shared if x[1] / x[2] == best)


AGREED = (
    "who agreed with China between 2019 and 2023?",
    "2019年到2023年谁和中国一致",
    "2019年到2023年誰和中國一致",
    "Qui était d'accord avec la Chine de 2019 à 2023 ?",
    "¿Quién coincidió con China entre 2019 y 2023?",
    "Кто соглашался с Китаем с 2019 по 2023 год?",
    "من اتفق مع الصين من 2019 إلى 2023؟",
)
DISAGREED = (
    "who disagreed most with China?",
    "which countries disagreed with China most often?",
    "who disagreed with China between 2019 and 2023?",
    "谁最不同意中国",
    "誰最不同意中國",
    "Qui était le plus en désaccord avec la Chine de 2019 à 2023 ?",
    "¿Quién discrepó más de China entre 2019 y 2023?",
    "Кто чаще всего расходился с Китаем с 2019 по 2023 год?",
    "من اختلف أكثر مع الصين من 2019 إلى 2023؟",
)


@pytest.mark.parametrize(("message", "least"), [*((m, False) for m in AGREED), *((m, True) for m in DISAGREED)])
def test_who_agreed_with_a_state_is_who_voted_most_like_it(world: World, message: str, least: bool) -> None:
    first = likest(world, "CHN", least=least)
    assert sorted(table(world, message)[: len(first)]) == first


@pytest.mark.parametrize("message", ["who disagreed with France?", "谁不同意法国", "Кто расходился с Францией?"])
def test_of_the_one_in_view_who_disagreed_voted_otherwise(world: World, message: str) -> None:
    roll = next(r for r in world.known if r.votes.get("FRA") == "yes" and len(r.who("no")) > 1 and r.who("abstain"))
    others = {code for code in roll.who(*CAST) if roll.votes[code] != roll.votes["FRA"]}
    assert set(world.told(roll.symbol, message)["votes"]) == others


WITH_WHICH = (
    "印度和中国一致多还是和法国一致多",
    "印度和中國一致多還是和法國一致多",
    "was India more often with China or with France?",
)


@pytest.mark.parametrize("message", WITH_WHICH)
def test_the_first_of_three_is_likened_to_either_of_the_others(world: World, message: str) -> None:
    expected = [(code, *agreement(world.known, "IND", code)) for code in ("CHN", "FRA")]
    assert sorted(table(world, message)) == expected


WHICH_MEMBERS = (
    "Which of the P5 abstained in the Security Council?",
    "五常里哪几个在安理会弃过权",
    "五常中哪個在安理會棄過權",
    "Quels membres du P5 se sont abstenus au Conseil de sécurité ?",
    "¿Cuáles de los P5 se abstuvieron en el Consejo de Seguridad?",
)


@pytest.mark.parametrize("message", WHICH_MEMBERS)
def test_which_members_are_those_who_did_so_and_not_what_most_of_them_did(world: World, message: str) -> None:
    council = [roll for roll in world.known if roll.body == "council"]
    often = {code: counted(council, code, "abstain") for code in COUNCIL[:5]}
    assert {code: n for code, n, _ in table(world, message)} == {code: n for code, n in often.items() if n}


def test_which_members_of_a_group_did_so_in_a_year(world: World) -> None:
    often = {code: counted(world.known, code, "no", year=2022) for code in UNION}
    expected = {code: n for code, n in often.items() if n}
    assert {code: n for code, n, _ in table(world, "Which EU members voted no in 2022?")} == expected


BESIDE_ANOTHER = (
    "How often did Chile abstain in 2022 compared with India?",
    "2022年智利弃权次数与印度相比如何",
    "Combien de fois le Chili s'est-il abstenu en 2022 par rapport à l'Inde ?",
    "¿Cuántas veces se abstuvo Chile en 2022 en comparación con India?",
    "Сколько раз Чили воздерживалась в 2022 году по сравнению с Индией?",
)


@pytest.mark.parametrize("message", BESIDE_ANOTHER)
def test_how_often_one_did_beside_another_is_no_agreement(world: World, message: str) -> None:
    expected = {code: counted(world.known, code, "abstain", year=2022) for code in ("CHL", "IND")}
    assert {code: n for code, n, _ in table(world, message)} == expected


FEWEST = (
    "which resolution got the fewest votes in 2022?",
    "2022年得票最少的决议",
    "2022年票數最少的決議",
    "quelle résolution a recueilli le moins de voix en 2022 ?",
    "¿Qué resolución tuvo menos votos en 2022?",
    "Какая резолюция набрала меньше всего голосов в 2022 году?",
    "ما القرار الذي حصل على أقل الأصوات في 2022؟",
)


@pytest.mark.parametrize("message", FEWEST)
def test_the_fewest_votes_are_those_in_favour(world: World, message: str) -> None:
    votes = {r.symbol: len(r.who("yes")) for r in world.known if r.day.year == 2022}
    first = symbols(world.told(message))[0]
    assert votes[first] == min(votes.values())


WITH_FEWER = (
    "2022年以不到{n}票通过的决议",
    "2022年以不到{n}票通過的決議",
    "resolutions adopted in 2022 with fewer than {n} votes",
    "Какие резолюции приняты с менее чем {n} голосами в 2022 году?",
    "ما القرارات التي اعتمدت بأقل من {n} صوتا في 2022؟",
)


@pytest.mark.parametrize("message", WITH_FEWER)
def test_adopted_with_fewer_than_so_many_votes_is_of_those_in_favour(world: World, message: str) -> None:
    few = {r.symbol for r in world.known if r.day.year == 2022 and len(r.who("yes")) < 12}
    assert set(symbols(world.told(message.format(n=12)))) == few


OF_SO_MANY = (
    "How many countries voted no on at least 5 resolutions?",
    "Quels pays ont voté contre plus de 5 résolutions en 2022 ?",
    "¿Qué países votaron en contra de más de 5 resoluciones en 2022?",
    "2022年有多少国家对至少5份决议投了反对票",
)


@pytest.mark.parametrize("message", OF_SO_MANY)
def test_so_many_resolutions_are_no_votes_on_one(world: World, message: str) -> None:
    assert world.told(message)["kind"] == "clarify"


ON_NONE = ("من لم يصوت ضد أي قرار في 2022؟", "谁在2022年没有反对过任何决议")


@pytest.mark.parametrize("message", ON_NONE)
def test_who_opposed_none_is_who_never_did(world: World, message: str) -> None:
    year = [r for r in world.known if r.day.year == 2022]
    voted = {code for r in year for code in r.who(*CAST)}
    never = {code for code in voted if not counted(year, code, "no")}
    assert {code for code, _, _ in table(world, message)} == never


EITHER = (
    "did Mexico or the EU vote against {symbol}?",
    "墨西哥或欧盟有没有反对{symbol}",
    "Le Mexique ou l'Union européenne ont-ils voté contre {symbol} ?",
    "¿Votó en contra de {symbol} México o la Unión Europea?",
    "Голосовали ли Мексика или ЕС против {symbol}?",
    "هل صوتت المكسيك أو الاتحاد الأوروبي ضد {symbol}؟",
)


@pytest.mark.parametrize("message", EITHER)
def test_a_state_or_a_group_is_any_of_them(world: World, message: str) -> None:
    asked = {"MEX", *UNION}
    roll = next(r for r in world.known if r.votes.get("MEX") == "no" and 0 < len(r.who("no") & asked) < len(asked))
    reply = world.told(message.format(symbol=roll.symbol))
    assert reply["verdict"] == "yes"
    assert set(reply["votes"]) == roll.who("no") & asked


TOGETHER = (
    "中国和法国共同反对了几份决议",
    "中國和法國一致反對的決議有幾份",
    "中国和法国一同反对的决议有哪些",
    "中国和法国一道反对的决议有几份",
    "how many resolutions did China and France both oppose?",
)


@pytest.mark.parametrize("message", TOGETHER)
def test_opposed_together_is_that_both_opposed_it(world: World, message: str) -> None:
    both = {r.symbol for r in world.known if "/RES/" in r.symbol and r.votes.get("CHN") == r.votes.get("FRA") == "no"}
    assert set(symbols(world.told(message))) == both


UNANIMOUSLY = (
    "Which resolutions did the EU unanimously oppose?",
    "Quelles résolutions l'UE a-t-elle unanimement rejetées ?",
    "¿Qué resoluciones rechazó la UE por unanimidad?",
    "Какие резолюции ЕС единогласно отверг?",
    "ما القرارات التي عارضها الاتحاد الأوروبي بالإجماع؟",
)


@pytest.mark.parametrize("message", UNANIMOUSLY)
def test_what_a_group_opposed_unanimously_is_not_what_most_of_it_did(world: World, message: str) -> None:
    # The United Kingdom was a member until the end of January 2020; one alone is not of one mind.
    resolutions = [r for r in world.known if "/RES/" in r.symbol]
    members = {r.symbol: (*UNION, "GBR") if r.day <= date(2020, 1, 31) else UNION for r in resolutions}
    cast = {r.symbol: [r.votes[c] for c in members[r.symbol] if r.votes.get(c) in CAST] for r in resolutions}
    all_against = {symbol for symbol, votes in cast.items() if len(votes) > 1 and set(votes) == {"no"}}
    assert set(symbols(world.told(message))) == all_against


@pytest.mark.parametrize("message", ["which resolutions had nobody against?", "哪些决议没有人反对"])
def test_nobody_against_is_a_condition_and_no_denial(world: World, message: str) -> None:
    unopposed = {r.symbol for r in world.known if "/RES/" in r.symbol and not r.who("no")}
    assert set(symbols(world.told(message))) == unopposed
