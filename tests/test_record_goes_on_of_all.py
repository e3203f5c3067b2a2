"""Messages that go on from one resolution, a count or a list to all years, to a total, or to some of a list, over the
data of tests/across.py, counted in plain Python."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.across import CAST, STATES, Roll, World, counted
from tests.test_record_questions import symbols
from tests.test_record_talk import LISTS, listed

YEARS = (2020, 2022)
TOTAL = (
    ("2020年德国反对了几次", "2022年呢", "两年一共呢"),
    ("2020年德國反對了幾次", "2022年呢", "總共多少"),
    ("how often did Germany vote against in 2020?", "and in 2022?", "in total?"),
    ("combien de fois l'Allemagne a-t-elle voté contre en 2020 ?", "et en 2022 ?", "et en tout ?"),
    ("¿cuántas veces votó Alemania en contra en 2020?", "¿y en 2022?", "¿y en total?"),
    ("сколько раз Германия голосовала против в 2020 году?", "а в 2022?", "всего?"),
    ("كم مرة صوتت ألمانيا ضد في 2020؟", "وفي 2022؟", "والمجموع؟"),
)


@pytest.mark.parametrize("turns", TOTAL, ids=[row[2] for row in TOTAL])
def test_a_total_is_of_the_years_that_were_counted(world: World, turns: tuple[str, ...]) -> None:
    wanted = sum(counted(world.known, "DEU", "no", year=year) for year in YEARS)
    assert str(wanted) in world.told(*turns)["text"].splitlines()[0]


def test_there_is_no_total_of_two_states(world: World) -> None:
    assert world.told("2020年德国反对了几次", "法国呢", "一共多少")["kind"] == "clarify"


def test_the_total_of_one_is_that(world: World) -> None:
    reply = world.told("2020年德国反对了几次", "一共几次")
    assert str(counted(world.known, "DEU", "no", year=2020)) in reply["text"].splitlines()[0]


THEN = (
    ("德国反对过几次", "2022年投了几次"),
    ("德国每年反对几次", "2022年投了几次"),
    ("how often did Germany vote against?", "how many times in 2022?"),
    ("combien de fois l'Allemagne a-t-elle voté contre ?", "combien en 2022 ?"),
)


@pytest.mark.parametrize("turns", THEN, ids=[row[0] for row in THEN])
def test_how_often_then_is_asked_of_the_same_state(world: World, turns: tuple[str, ...]) -> None:
    first = world.told(*turns)["text"].splitlines()[0]
    assert str(counted(world.known, "DEU", "no", year=2022)) in first and "2022" in first


MOST = (
    ("德国每年反对几次", "哪一年最多", "no", max),
    ("德国每年反对几次", "哪年最少", "no", min),
    ("德國每年棄權幾次", "哪一年最多", "abstain", max),
    ("how often does Germany vote against each year?", "in which year was it most?", "no", max),
    ("{one}德国怎么投的", "它哪一年反对最多", "no", max),
)


@pytest.mark.parametrize(("first", "then", "vote", "choose"), MOST)
def test_the_year_with_most_stands_first(world: World, first: str, then: str, vote: str, choose: object) -> None:
    of_year = {year: counted(world.known, "DEU", vote, year=year) for year in range(2019, 2024)}
    assert choose in (max, min)
    wanted = (max if choose is max else min)(of_year.values())
    reply = world.told(first.format(one=listed(world)[0].symbol), then)
    assert of_year[int(reply["table"][0]["part"])] == wanted


def on(world: World, subject: str) -> list[Roll]:
    """The resolutions on a subject, the last adopted first."""
    return [r for r in world.known if f" {subject} " in r.title and "/L." not in r.symbol]


OVER = (
    ("{one}谁反对", "历年呢"),
    ("{one}結果", "歷年呢"),
    ("who opposed {one}?", "and over the years?"),
    ("qui a voté contre {one} ?", "et au fil des ans ?"),
)


@pytest.mark.parametrize("turns", OVER, ids=[row[1] for row in OVER])
def test_over_the_years_are_those_on_the_same(world: World, turns: tuple[str, ...]) -> None:
    rolls = on(world, "beekeeping")
    reply = world.told(*(turn.format(one=rolls[0].symbol) for turn in turns))
    assert set(symbols(reply)) == {r.symbol for r in rolls}
    assert "beekeeping" in reply["text"].splitlines()[0]


WHICH_YEAR = (("{one}谁反对", "哪一年最多"), ("who opposed {one}?", "in which year were there most?"))


@pytest.mark.parametrize("turns", WHICH_YEAR, ids=[row[1] for row in WHICH_YEAR])
def test_in_which_year_most_opposed_those_on_the_same(world: World, turns: tuple[str, ...]) -> None:
    rolls = on(world, "beekeeping")
    reply = world.told(*(turn.format(one=rolls[-1].symbol) for turn in turns))
    most = max(len(r.who("no")) for r in rolls)
    assert symbols(reply)[0] in {r.symbol for r in rolls if len(r.who("no")) == most}


RANKED = (
    ("zh", "哪国弃权最多"),
    ("zh-Hant", "誰棄權最多"),
    ("en", "who abstained most often?"),
    ("fr", "qui s'est le plus souvent abstenu ?"),
)


@pytest.mark.parametrize(("language", "who"), RANKED, ids=[row[0] for row in RANKED])
def test_who_did_so_most_is_asked_of_the_list(world: World, language: str, who: str) -> None:
    times = Counter(code for r in listed(world) for code in r.who("abstain"))
    reply = world.told(LISTS[language], who)
    assert times[reply["table"][0]["state"]] == max(times.values())
    assert "2021" in reply["text"].splitlines()[0]


ANY = (
    ("zh", "有弃权的吗"),
    ("zh", "有人弃权吗"),
    ("zh", "哪些有弃权"),
    ("en", "any abstentions?"),
    ("en", "which had abstentions?"),
    ("fr", "y a-t-il eu des abstentions ?"),
    ("ru", "есть ли воздержавшиеся?"),
)


@pytest.mark.parametrize(("language", "asked"), ANY, ids=[row[1] for row in ANY])
def test_whether_any_of_a_list_had_such_votes(world: World, language: str, asked: str) -> None:
    wanted = {r.symbol for r in listed(world) if r.who("abstain")}
    reply = world.told(LISTS[language], asked)
    assert set(symbols(reply)) == wanted
    assert reply.get("verdict") in (None, "yes")


def test_then_of_another_vote(world: World) -> None:
    reply = world.told(LISTS["zh"], "有弃权的吗", "反对的呢")
    assert set(symbols(reply)) == {r.symbol for r in listed(world) if r.who("no")}


EARLIEST = (
    ("zh", "最早那份德国怎么投的", "最新的那份日本呢，怎么投的"),
    ("zh-Hant", "最早那份德國怎麼投的", "最新那份日本怎麼投的"),
    ("en", "how did Germany vote on the oldest one?", "and how did Japan vote on the latest one?"),
    ("ru", "как Германия голосовала по самой ранней?", "как Япония голосовала по самой последней из них?"),
)


@pytest.mark.parametrize(("language", "oldest", "latest"), EARLIEST, ids=[row[0] for row in EARLIEST])
def test_how_a_state_voted_on_the_first_or_the_last(world: World, language: str, oldest: str, latest: str) -> None:
    rolls = listed(world)
    reply = world.told(LISTS[language], oldest)
    assert (reply["resolution"], set(reply["votes"])) == (rolls[-1].symbol, {"DEU"})
    reply = world.told(LISTS[language], latest)
    assert (reply["resolution"], set(reply["votes"])) == (rolls[0].symbol, {"JPN"})


def test_the_first_of_a_list_is_that_of_its_last_page(world: World) -> None:
    rolls = [r for r in world.known if r.body == "rights"]
    reply = world.told("人权理事会的决议有哪些", "最早那份谁反对")
    assert reply["resolution"] == rolls[-1].symbol
    opposed = [r for r in world.known if r.votes.get("DEU") == "no"]
    assert world.told("德国反对了哪些决议", "最早那份谁反对")["resolution"] == opposed[-1].symbol


BOTH = (
    ("{a}德国怎么投的", "日本呢", "{b}两国呢"),
    ("{a}德國怎麼投的", "日本呢", "{b}兩國都怎麼投的"),
    ("how did Germany vote on {a}?", "and Japan?", "and both on {b}?"),
    ("comment l'Allemagne a-t-elle voté sur {a} ?", "et le Japon ?", "et les deux sur {b} ?"),
    ("¿cómo votó Alemania sobre {a}?", "¿y Japón?", "¿y los dos en {b}?"),
)


@pytest.mark.parametrize("turns", BOTH, ids=[row[2] for row in BOTH])
def test_both_are_the_two_asked_about_before(world: World, turns: tuple[str, ...]) -> None:
    one, other, *_ = listed(world)
    reply = world.told(*(turn.format(a=one.symbol, b=other.symbol) for turn in turns))
    assert reply["resolution"] == other.symbol and set(reply["votes"]) == {"DEU", "JPN"}


def test_both_is_asked_back_after_one(world: World) -> None:
    one = listed(world)[0]
    assert world.told(f"{one.symbol}德国怎么投的", "两国呢")["kind"] == "clarify"


THOSE = (
    ("{a}谁反对", "这些国家在{b}呢"),
    ("who voted against {a}?", "and these countries on {b}?"),
)


@pytest.mark.parametrize("turns", THOSE, ids=[row[1] for row in THOSE])
def test_those_who_were_listed_on_another(world: World, turns: tuple[str, ...]) -> None:
    one, other, *_ = (r for r in listed(world) if r.who("no"))
    reply = world.told(*(turn.format(a=one.symbol, b=other.symbol) for turn in turns))
    assert reply["resolution"] == other.symbol
    assert set(reply["votes"]) == {code for code in one.who("no") if other.votes.get(code) in CAST}


OTHERWISE = (
    ("德国和法国2021年投得一样的有几份", "不一样的呢"),
    ("德国和法国2021年的一致率", "不一致的有几次"),
)


@pytest.mark.parametrize("turns", OTHERWISE, ids=[row[1] for row in OTHERWISE])
def test_where_two_voted_otherwise(world: World, turns: tuple[str, ...]) -> None:
    both = [r for r in world.known if r.day.year == 2021 and {r.votes.get("DEU"), r.votes.get("FRA")} <= set(CAST)]
    differ = {r.symbol for r in both if r.votes["DEU"] != r.votes["FRA"]}
    assert set(symbols(world.told(*turns))) == differ


AMENDED = (
    ("人权理事会2023年的修正案有哪些", "哪个差点通过"),
    ("which amendments were there in the Human Rights Council in 2023?", "which came closest to passing?"),
)


@pytest.mark.parametrize("turns", AMENDED, ids=[row[1] for row in AMENDED])
def test_what_was_nearly_adopted_was_rejected(world: World, turns: tuple[str, ...]) -> None:
    rejected = [r for r in world.known if "/L." in r.symbol and len(r.who("yes")) <= len(r.who("no"))]
    nearest = min(rejected, key=lambda r: len(r.who("no")) - len(r.who("yes")))
    assert symbols(world.told(*turns))[0] == nearest.symbol


NAMED = (("反对的{name}有吗", "no"), ("弃权的{name}有吗", "abstain"))


@pytest.mark.parametrize(("asked", "vote"), NAMED)
def test_a_name_behind_a_vote_is_whole(world: World, asked: str, vote: str) -> None:
    for roll in listed(world):
        reply = world.told(f"{roll.symbol} {asked.format(name=STATES['CHN'][2])}")
        assert reply["verdict"] == ("yes" if roll.votes["CHN"] == vote else "no")


WHICH_ONES = ("on which resolutions?", "which ones?", "sur quelles résolutions ?", "¿en cuáles resoluciones?",
              "по каким резолюциям?", "على أي قرارات؟", "哪几份", "是哪些决议")  # fmt: skip


@pytest.mark.parametrize("which", WHICH_ONES)
def test_which_ones_are_those_that_were_counted(world: World, which: str) -> None:
    reply = world.told("how many resolutions did Cuba vote against in 2022?", which)
    assert symbols(reply) == [r.symbol for r in world.known if r.day.year == 2022 and r.votes.get("CUB") == "no"][:10]


def test_nothing_is_listed_where_nothing_was_counted(world: World) -> None:
    assert world.told("who sponsored the most of them?", "on which resolutions?")["kind"] in ("clarify", "none")


ASSEMBLY = ("adopted by the General Assembly", "only those of the General Assembly",
            "adoptées par l'Assemblée générale", "aprobadas por la Asamblea General", "大会通过的")  # fmt: skip


@pytest.mark.parametrize("body", ASSEMBLY)
def test_those_of_a_body_are_picked_out_by_who_adopted_them(world: World, body: str) -> None:
    of_body = [r for r in world.known if r.body == "assembly" and r.day.year == 2022 and r.votes["CUB"] == "no"]
    adopted = [r for r in of_body if len(r.who("yes")) > len(r.who("no"))]
    reply = world.told("which resolutions did Cuba vote against in 2022?", body)
    assert set(symbols(reply)) in ({r.symbol for r in adopted}, {r.symbol for r in of_body})


EACH = ("how did Cuba vote on each", "how did Cuba vote on each one?", "comment Cuba a-t-elle voté sur chacune ?",
        "¿cómo votó Cuba en cada una?", "как голосовала Куба по каждой?", "古巴每份怎么投的")  # fmt: skip


@pytest.mark.parametrize("each", EACH)
def test_how_a_state_voted_on_each_of_a_list(world: World, each: str) -> None:
    reply = world.told("which resolutions are there on bicycles?", each)
    on = {r.symbol for r in world.known if "bicycles" in r.title and "CUB" in r.votes}
    assert reply["kind"] == "history"
    assert set(symbols(reply)) <= on
    assert len(symbols(reply)) == min(len(on), 10)
