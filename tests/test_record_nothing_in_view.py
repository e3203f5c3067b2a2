"""Questions of all resolutions that need none in view: what two states opposed together, who stood alone, whose part of
votes is the largest, where a group was most divided, how it voted on a state; the expected counted in plain Python."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date

import pytest

from tests.across import CAST, STATES, UNION, Roll, World, counted, imported
from tests.test_record_asked_on import listed

NAMED = ("Situation of human rights in Belarus", "Human rights in Myanmar", "Rights of the child")
ALONE_ON = (("USA", "N"), ("USA", "N"), ("ZAF", "N"), ("MEX", "A"))
"""Who alone did not vote in favour of some resolutions, and how each voted."""


@pytest.fixture(scope="module")
def titled(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with resolutions on two states and on neither, and some on which one state stood alone."""
    dice = random.Random(6)
    votes = [{code: dice.choice("YYNA") for code in STATES} for _ in range(12)]
    votes += [{**dict.fromkeys(STATES, "Y"), code: letter} for code, letter in ALONE_ON]
    made = [
        Roll(f"A/HRC/RES/{40 + at}/{at}", date(2021 + at % 5, 3, at), NAMED[at % 3], each)
        for at, each in enumerate(votes, 1)
    ]
    return imported(tmp_path_factory.mktemp("titled"), made)


BOTH_OPPOSED = (
    "中国和美国一起反对的有哪些",
    "哪些是中国和美国都反对的",
    "中国和美国都反对了什么",
    "what did China and the US both oppose?",
    "which ones did China and the US both vote against?",
    "À quoi la Chine et les États-Unis se sont-ils tous deux opposés ?",
    "Contre quoi la Chine et les États-Unis ont-ils voté ensemble ?",
    "¿A qué se opusieron China y Estados Unidos?",
    "¿Contra qué votaron juntos China y Estados Unidos?",
    "Против чего вместе выступили Китай и США?",
    "ما الذي عارضته الصين والولايات المتحدة معا؟",
    "على ماذا اعترضت كل من الصين والولايات المتحدة؟",
)


@pytest.mark.parametrize("asked", BOTH_OPPOSED)
def test_what_two_states_opposed_together(world: World, asked: str) -> None:
    assert listed(world, asked) == {r.symbol for r in world.known if {"CHN", "USA"} <= r.who("no")} != set()


ONE_ABSTAINED = ("俄罗斯弃权而中国反对的有哪些", "What did Russia abstain on and China oppose?")


@pytest.mark.parametrize("asked", ONE_ABSTAINED)
def test_where_one_abstained_and_another_opposed(world: World, asked: str) -> None:
    so = {r.symbol for r in world.known if "RUS" in r.who("abstain") and "CHN" in r.who("no")}
    assert listed(world, asked) == so


def test_a_state_that_is_said_to_have_opposed_is_asked_back_of_which(world: World) -> None:
    assert world.told("J'ai lu que la Chine a voté contre")["kind"] == "clarify"


def table(world: World, *turns: str) -> dict[str, int]:
    """How often each state did so that is on a page of the table of a reply."""
    return {row["state"]: row["count"] for row in world.told(*turns)["table"]}


def alone(known: Iterable[Roll], vote: str) -> dict[str, int]:
    """How often each state was the only one that voted so."""
    only = [next(iter(r.who(vote))) for r in known if len(r.who(vote)) == 1]
    return {code: only.count(code) for code in only}


ALONE = (
    ("no", "谁单独投过反对票"),
    ("no", "唯一反对"),
    ("no", "哪个国家最常单独反对"),
    ("abstain", "哪个国家单独弃权过"),
    ("abstain", "誰獨自棄權過"),
    ("no", "who has ever been the only one against?"),
    ("no", "sole dissenter"),
    ("no", "who most often voted no alone?"),
    ("abstain", "which country was ever the only one to abstain?"),
    ("no", "Quel pays a déjà été le seul à s'opposer ?"),
    ("no", "Qui a été seul à voter contre ?"),
    ("no", "¿Quién ha sido el único en votar en contra?"),
    ("no", "Кто хоть раз был единственным против?"),
    ("abstain", "Кто один воздержался?"),
    ("no", "من كان الوحيد الذي صوت ضد؟"),
)


@pytest.mark.parametrize(("vote", "asked"), ALONE, ids=[asked for _, asked in ALONE])
def test_who_stood_alone(titled: World, vote: str, asked: str) -> None:
    assert table(titled, asked) == alone(titled.known, vote) != {}


@pytest.mark.parametrize("asked", ["¿Qué país votó solo en contra alguna vez?", "who always only voted against?"])
def test_only_that_may_mean_two_things_is_asked_back(world: World, asked: str) -> None:
    assert world.told(asked)["kind"] == "clarify"


def shares(world: World, vote: str) -> dict[str, float]:
    """Which part of its votes each state with ten of them or more cast so."""
    of = {code: counted(world.known, code, *CAST) for code in STATES}
    return {code: counted(world.known, code, vote) / of[code] for code in STATES if of[code] >= 10}


BY_SHARE = (
    ("yes", max, "哪个国家赞成率最高"),
    ("no", min, "哪国反对率最低"),
    ("yes", max, "which country has the highest yes rate?"),
    ("abstain", max, "which country has the highest abstention rate?"),
    ("abstain", max, "Quel pays a le taux d'abstention le plus élevé ?"),
    ("yes", max, "¿Qué país tiene la tasa más alta de votos a favor?"),
    ("no", max, "У какого государства наибольший процент голосов против?"),
    ("yes", max, "أي دولة لديها أعلى نسبة تصويت لصالح؟"),
)


@pytest.mark.parametrize(("vote", "first", "asked"), BY_SHARE, ids=[row[2] for row in BY_SHARE])
def test_whose_part_of_votes_is_the_largest(world: World, vote: str, first: type[max], asked: str) -> None:
    of = shares(world, vote)
    row = world.told(asked)["table"][0]
    assert row["count"] / row["of"] == first(of.values())


NEVER_OTHERWISE = (
    "哪些国家从来没跟中国投得不一样",
    "who never voted differently from China",
    "qui n'a jamais voté autrement que la Chine ?",
    "¿Quién nunca votó distinto de China?",
    "Кто никогда не голосовал иначе, чем Китай?",
    "من لم يصوت أبدا بشكل مختلف عن الصين؟",
)


@pytest.mark.parametrize("asked", NEVER_OTHERWISE)
def test_who_never_voted_otherwise_always_voted_alike(world: World, asked: str) -> None:
    rows = world.told(asked)["table"]
    assert all(row["count"] == row["of"] for row in rows)
    assert rows == world.told("who always votes with China?")["table"]


def cohesion(roll: Roll) -> float:
    """The agreement index of the European Union, of which one left: 1 for all alike, 0 for as many of each vote."""
    members = UNION if roll.day > date(2020, 1, 31) else (*UNION, "GBR")
    counts = [sum(roll.votes.get(code) == vote for code in members) for vote in CAST]
    return (max(counts) - (sum(counts) - max(counts)) / 2) / sum(counts)


MOST_DIVIDED = (
    "欧盟内部分歧最大的一次",
    "欧盟最分裂的一次",
    "where did the EU split most?",
    "When was the EU most divided?",
    "EU's biggest split",
    "Sur quoi l'UE s'est-elle le plus divisée ?",
    "¿Dónde se dividió más la Unión Europea?",
    "Где ЕС разошёлся больше всего?",
    "أين انقسم الاتحاد الأوروبي أكثر؟",
)


@pytest.mark.parametrize("asked", MOST_DIVIDED)
def test_where_a_group_was_most_divided(world: World, asked: str) -> None:
    of = {r.symbol: cohesion(r) for r in world.known if any(r.votes.get(code) in CAST for code in UNION)}
    first = world.told(asked)["table"][0]
    assert of[first["resolution"]] == min(of.values())


OF_A_GROUP = (
    "欧盟对白俄罗斯怎么投",
    "欧盟在白俄罗斯问题上怎么投的",
    "How did the EU vote on Belarus?",
    "EU on Belarus",
    "Comment l'UE a-t-elle voté sur le Bélarus ?",
    "¿Cómo votó la Unión Europea sobre Belarús?",
    "Как голосовал ЕС по Беларуси?",
    "كيف صوت الاتحاد الأوروبي بشأن بيلاروس؟",
)


@pytest.mark.parametrize("asked", OF_A_GROUP)
def test_how_a_group_voted_on_a_state(titled: World, asked: str) -> None:
    reply = titled.told(asked)
    of = {r.symbol: r for r in titled.known if "Belarus" in r.title}
    assert {row["resolution"] for row in reply["table"]} == set(of)
    for row in reply["table"]:
        assert row["yes"] == len(of[row["resolution"]].who("yes") & set(UNION))


ALL_VOTES = (
    "白俄罗斯问题的所有表决",
    "关于白俄罗斯的表决",
    "all votes on Belarus",
    "votes on Belarus",
    "tous les votes sur le Bélarus",
    "todas las votaciones sobre Belarús",
    "все голосования по Беларуси",
    "كل التصويتات بشأن بيلاروس",
)


@pytest.mark.parametrize("asked", ALL_VOTES)
def test_all_votes_on_a_state_are_none_that_it_cast(titled: World, asked: str) -> None:
    reply = titled.told(asked)
    assert reply["kind"] == "documents"
    assert listed(titled, asked) == {r.symbol for r in titled.known if "Belarus" in r.title}


OF_A_STATE = (
    ("中国 白俄罗斯问题", ("CHN",)),
    ("中法在白俄罗斯问题上怎么投的", ("CHN", "FRA")),
    ("China on Belarus", ("CHN",)),
    ("Chine sur le Bélarus", ("CHN",)),
    ("China sobre Belarús", ("CHN",)),
    ("Китай по Беларуси", ("CHN",)),
    ("كيف صوتت الصين على القرارات المتعلقة ببيلاروس؟", ("CHN",)),
)


@pytest.mark.parametrize(("asked", "states"), OF_A_STATE, ids=[row[0] for row in OF_A_STATE])
def test_how_states_voted_on_another(titled: World, asked: str, states: tuple[str, ...]) -> None:
    rows = {row["resolution"]: row for row in titled.told(asked)["table"]}
    of = {r.symbol: r.votes for r in titled.known if "Belarus" in r.title}
    assert set(rows) == set(of)
    assert all(rows[symbol][code] == of[symbol][code] for symbol in of for code in states)


AGAINST_ON = (
    "俄罗斯对白俄罗斯决议反对过吗",
    "Did Russia ever vote against on Belarus?",
    "La Russie a-t-elle déjà voté contre sur le Bélarus ?",
    "¿Rusia votó alguna vez en contra sobre Belarús?",
    "Голосовала ли Россия когда-нибудь против по Беларуси?",
    "كم مرة صوتت روسيا ضد القرارات المتعلقة ببيلاروس؟",
)


@pytest.mark.parametrize("asked", AGAINST_ON)
def test_against_on_a_state_is_no_vote_of_that_state(titled: World, asked: str) -> None:
    assert listed(titled, asked) == {
        r.symbol for r in titled.known if "Belarus" in r.title and "RUS" in r.who("no")
    } != set()


WHO_OPPOSED = (
    "who voted against the Belarus resolutions?",
    "which countries voted against resolutions on Belarus?",
    "Qui a voté contre les résolutions sur le Bélarus ?",
    "¿Quién votó en contra de las resoluciones sobre Belarús?",
    "Кто голосовал против резолюций по Беларуси?",
    "من صوت ضد قرارات بيلاروس؟",
)


@pytest.mark.parametrize("asked", WHO_OPPOSED)
def test_who_opposed_the_resolutions_on_a_state_is_how_often_each_did(titled: World, asked: str) -> None:
    of = [r for r in titled.known if "Belarus" in r.title]
    expected = {code: count for code in STATES if (count := counted(of, code, "no"))}
    found = {}
    for page in range(1 + len(expected) // 10):
        found |= table(titled, asked, *["more"] * page)
    assert found == expected != {}


def test_who_opposed_all_of_them_did_so_on_each(titled: World) -> None:
    of = [r for r in titled.known if "Myanmar" in r.title]
    so = {code for code in STATES if all(code in r.who("yes") for r in of)}
    assert set(table(titled, "who supported all the Myanmar resolutions?")) == so


ON_WHICH = ("哪几份", "on which ones?", "sur lesquelles ?", "¿en cuáles?", "по каким?", "على أيها؟")


@pytest.mark.parametrize("then", ON_WHICH)
def test_on_which_after_who_stood_alone(titled: World, then: str) -> None:
    alone_on = {r.symbol for r in titled.known if len(r.who("no")) == 1}
    assert listed(titled, "who has ever been the only one against?", then) == alone_on != set()


@pytest.mark.parametrize("then", ["and the lowest?", "最低的呢", "et le plus bas ?", "а самый низкий?"])
def test_the_smallest_part_after_the_largest(world: World, then: str) -> None:
    row = world.told("which country has the highest yes rate?", then)["table"][0]
    assert row["count"] / row["of"] == min(shares(world, "yes").values())


OF_A_YEAR = ("跟2021年那次比", "compare with the 2021 one", "comparez avec celle de 2021", "compara con la de 2021")


@pytest.mark.parametrize("then", OF_A_YEAR)
def test_compared_with_the_ones_of_a_year(world: World, then: str) -> None:
    of = {r.symbol: r.votes.get("FRA") for r in world.known if "lanterns" in r.title and r.day.year == 2021}
    told = world.told("How did France vote on resolutions on lanterns?", then)
    assert {row["resolution"] for row in told["table"]} == set(of) != set()
    assert all(row["FRA"] == of[row["resolution"]] for row in told["table"] if of[row["resolution"]])


ON_ANOTHER = (
    ("欧盟对白俄罗斯怎么投", "那缅甸问题呢"),
    ("How did the EU vote on Belarus?", "and on Myanmar?"),
    ("Comment l'UE a-t-elle voté sur le Bélarus ?", "et sur le Myanmar ?"),
    ("Как голосовал ЕС по Беларуси?", "а по Мьянме?"),
)


@pytest.mark.parametrize(("asked", "then"), ON_ANOTHER, ids=[row[0] for row in ON_ANOTHER])
def test_how_a_group_voted_on_another_state_then(titled: World, asked: str, then: str) -> None:
    rows = {row["resolution"]: row["no"] for row in titled.told(asked, then)["table"]}
    assert rows == {r.symbol: len(r.who("no") & {*UNION}) for r in titled.known if "Myanmar" in r.title}
