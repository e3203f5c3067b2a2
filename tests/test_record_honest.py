"""What a count or a list leaves out is told; the latest vote, those who vote with one and against another, who changed
on a subject, what resolutions came to beside how states voted: over the data of tests/across.py and a few records."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from bot.corpus.loading import load
from bot.talk import Speaker, Talk
from tests.across import CAST, RIGHTS, Roll, World, agreement, bulk, content_of, imported, rolls
from tests.test_record_questions import symbols

LETTERS_FOR, LETTERS_AGAINST = "Y" * 10 + "N" * 3 + "A" * 2, "Y" * 4 + "N" * 9 + "A" * 2
CLOSE = "Y" * 7 + "N" * 8


def _roll(symbol: str, day: date, title: str, letters: str) -> Roll:
    return Roll(symbol, day, title, dict(zip(sorted(RIGHTS), letters, strict=True)))


def _few() -> list[Roll]:
    kenya = "Situation of human rights in Kenya"
    return [
        _roll("A/HRC/RES/54/11", date(2023, 10, 12), kenya, "N" + LETTERS_FOR[1:]),
        _roll("A/HRC/RES/57/12", date(2024, 10, 9), kenya, LETTERS_FOR),
        _roll("A/HRC/57/L.21", date(2024, 10, 9), f"{kenya} : amendment", LETTERS_AGAINST),
        _roll("A/HRC/57/L.22", date(2024, 10, 9), f"{kenya} : amendment", CLOSE),
        _roll("A/HRC/RES/55/3", date(2024, 4, 3), "Upkeep of lighthouses", "Y" * 13 + "NN"),
    ]


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with these records."""
    return imported(tmp_path_factory.mktemp("honest"), _few())


@pytest.fixture(scope="module")
def doubtful(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with some drafts, of which the totals of one are not those of its votes."""
    some = [*[r for r in rolls() if "/L." in r.symbol], *_few()]
    rows = list(csv.DictReader(io.StringIO(bulk(some))))
    for row in rows:
        if row["resolution"] == "A/HRC/57/L.21":
            row["total_no"] = str(float(row["total_no"]) + 1)
    out = io.StringIO()
    table = csv.DictWriter(out, list(rows[0]))
    table.writeheader()
    table.writerows(rows)
    folder: Path = tmp_path_factory.mktemp("doubtful")
    return World(Speaker(load(content_of(folder, out.getvalue(), "--accept"))), some)


APART = (
    ("which amendments were rejected?", "Kept apart"), ("哪些修正案被否决了", "单独搁置"),
    ("哪些修正案被否決了", "單獨擱置"), ("quels amendements ont été rejetés ?", "Mises à part"),
    ("¿qué enmiendas fueron rechazadas?", "Aparte"), ("какие поправки отклонены?", "Оставлены в стороне"),
    ("how many rejected amendments did Cuba support?", "Kept apart"),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "said"), APART, ids=[row[0] for row in APART])
def test_how_many_are_kept_apart_is_told_above_the_list(doubtful: World, asked: str, said: str) -> None:
    text = doubtful.told(asked)["text"]
    head = text.partition("\n\n")[0]
    assert said in head
    assert "A/HRC/57/L.21" not in text


ADOPTED = ("how many resolutions were adopted in 2024?", "2024年通过了多少决议")


@pytest.mark.parametrize("asked", ADOPTED)
def test_a_resolution_in_doubt_was_adopted_all_the_same(doubtful: World, asked: str) -> None:
    text = doubtful.told(asked)["text"]
    assert any(word in text for word in ("2 resolutions here", "这里共2份"))
    assert not any(word in text for word in ("Kept apart", "单独搁置"))


WITHOUT_A_VOTE = (
    ("which resolutions were adopted without a vote?", "was put to a recorded vote"),
    ("哪些决议未经表决通过", "都经过记录表决"), ("有没有协商一致通过的决议", "都经过记录表决"),
    ("quelles résolutions ont été adoptées sans vote ?", "vote enregistré"),
    ("¿qué resoluciones se aprobaron sin votación?", "votación registrada"),
    ("какие резолюции приняты без голосования", "голосование"),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "said"), WITHOUT_A_VOTE, ids=[row[0] for row in WITHOUT_A_VOTE])
def test_that_all_were_put_to_a_vote_is_said_where_others_are_sought(few: World, asked: str, said: str) -> None:
    reply = few.told(asked)
    assert reply["kind"] == "none"
    assert said in reply["text"]


LATEST = (
    "最近一次表决是哪次？", "when was the latest vote?", "quel est le dernier vote ?", "¿cuál fue la última votación?",
    "какое голосование было последним?", "آخر تصويت", "the last Human Rights Council vote",
)  # fmt: skip


@pytest.mark.parametrize("asked", LATEST)
def test_the_latest_votes_are_those_of_the_last_day(few: World, asked: str) -> None:
    last = max(r.day for r in few.known)
    assert set(symbols(few.told(asked))) == {r.symbol for r in few.known if r.day == last}


MOST = (
    ("laquelle compte le plus d'abstentions", "abstain", True),
    ("Quel vote compte le plus d'abstentions", "abstain", True),
    ("最多反对票", "no", True), ("fewest votes in favour", "yes", False), ("most votes against", "no", True),
    ("哪场表决反对票最多", "no", True), ("which HRC text got the most yes votes", "yes", True),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "vote", "most"), MOST, ids=[row[0] for row in MOST])
def test_which_vote_is_asked_with_few_words(few: World, asked: str, vote: str, most: bool) -> None:
    counts = {r.symbol: len(r.who(vote)) for r in few.known}
    first = symbols(few.told(asked))[0]
    assert counts[first] == (max if most else min)(counts.values())


WITH_AND_AGAINST = (
    "who votes with China and against Japan?", "谁跟中国一样、跟日本相反", "qui vote avec la Chine contre le Japon ?",
    "¿quién vota con China contra Japón?", "кто голосует с Китаем против Японии?", "من يصوت مع الصين ضد اليابان؟",
)  # fmt: skip


@pytest.mark.parametrize("asked", WITH_AND_AGAINST)
def test_with_one_and_against_another_is_counted_where_the_two_differ(world: World, asked: str) -> None:
    where = [
        r
        for r in world.known
        if {r.votes.get("CHN"), r.votes.get("JPN")} <= set(CAST) and r.votes["CHN"] != r.votes["JPN"]
    ]
    rows = world.told(asked)["table"]
    assert rows
    assert all((row["count"], row["of"]) == agreement(where, "CHN", row["state"]) for row in rows)


AGAINST = (
    "Has France ever voted against Italy?", "La France a-t-elle déjà voté contre l'Italie ?", "法国反对过意大利吗",
    "¿Francia votó alguna vez contra Italia?",
)  # fmt: skip


@pytest.mark.parametrize("asked", AGAINST)
def test_against_a_state_is_otherwise_than_it(world: World, asked: str) -> None:
    agreed = world.told(asked)["agreement"]
    assert (agreed["same"], agreed["of"]) == agreement(world.known, "FRA", "ITA")


CAME_TO = (
    ("how many amendments that Cuba supported were rejected?", "CUB"), ("古巴支持的修正案有几个没通过", "CUB"),
    ("how many amendments that Brazil supported were voted down?", "BRA"),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "code"), CAME_TO, ids=[row[0] for row in CAME_TO])
def test_what_failed_with_the_vote_of_a_state(few: World, asked: str, code: str) -> None:
    failed = {r.symbol for r in few.known if "/L." in r.symbol and len(r.who("yes")) <= len(r.who("no"))}
    expected = {r.symbol for r in few.known if r.symbol in failed and r.votes[code] == "yes"}
    assert {row["resolution"] for row in few.told(asked).get("table", ())} == expected


def test_by_one_vote_is_a_margin(few: World) -> None:
    for asked in ("did any amendment fail by one vote?", "which amendments failed by one vote"):
        assert symbols(few.told(asked)) == ["A/HRC/57/L.22"]
    assert not symbols(few.told("resolutions adopted by one vote"))


def test_both_outcomes_are_told_where_they_are_weighed(few: World) -> None:
    text = few.told("how many amendments were adopted vs rejected?")["text"]
    assert "adopted" in text and "rejected: 2 here" in text


REJECTED = ("有没有没通过的", "有没有被否决的", "were any rejected?", "y a-t-il eu des rejets ?", "did any fail?")


@pytest.mark.parametrize("asked", REJECTED)
def test_whether_any_was_rejected_is_asked_of_all(few: World, asked: str) -> None:
    assert set(symbols(few.told(asked))) == {"A/HRC/57/L.21", "A/HRC/57/L.22"}


CHANGED = (
    ("Did Argentina change its mind on Kenya?", "ARG", "yes"), ("阿根廷在肯尼亚问题上改变过立场吗", "ARG", "yes"),
    ("Did Brazil change its vote on Kenya?", "BRA", "no"),
    ("L'Argentine a-t-elle changé d'avis sur le Kenya ?", "ARG", "yes"),
    ("Бразилия изменила свою позицию по Кении?", "BRA", "no"),
    ("has Brazil always voted the same on Kenya?", "BRA", "yes"),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "code", "verdict"), CHANGED, ids=[row[0] for row in CHANGED])
def test_whether_a_state_changed_on_a_subject(few: World, asked: str, code: str, verdict: str) -> None:
    reply = few.told(asked)
    assert reply["verdict"] == verdict
    assert {row["resolution"] for row in reply["table"]} == {"A/HRC/RES/54/11", "A/HRC/RES/57/12"}
    assert code in json.dumps(reply["table"])


WHO_CHANGED = (
    "who changed their vote on Kenya?", "哪些国家在肯尼亚问题上改票了",
    "quels pays ont changé leur vote sur le Kenya ?",
    "какие страны изменили свой голос по Кении?",
)  # fmt: skip


@pytest.mark.parametrize("asked", WHO_CHANGED)
def test_who_changed_on_a_subject_is_told_of_its_last_two(few: World, asked: str) -> None:
    assert {row["state"] for row in few.told(asked)["table"]} == {"ARG"}


SOUGHT = (
    ("resolutions mentioning France", "Sought in titles"), ("which resolutions mention France?", "Sought in titles"),
    ("哪些决议提到法国", "查的是标题"), ("提到法国的决议", "查的是标题"),
    ("quelles résolutions mentionnent la France ?", "Cherché dans les titres"),
    ("¿qué resoluciones mencionan a Francia?", "Buscado en los títulos"),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "said"), SOUGHT, ids=[row[0] for row in SOUGHT])
def test_where_words_were_sought_is_told(few: World, asked: str, said: str) -> None:
    reply = few.told(asked)
    assert reply["kind"] == "none"
    assert said in reply["text"]


def test_votes_on_a_state_are_none_of_its_own(few: World) -> None:
    assert set(symbols(few.told("How many votes on Kenya were there in 2024?"))) == {
        r.symbol for r in few.known if "Kenya" in r.title and r.day.year == 2024
    }


ALIKE = (
    "on which resolutions did everyone vote the same?", "哪些决议所有国家投得一样",
    "¿sobre qué resoluciones votaron todos igual?",
    "sur quelles résolutions tous ont-ils voté de la même façon ?", "по каким резолюциям все голосовали одинаково?",
)  # fmt: skip


@pytest.mark.parametrize("asked", ALIKE)
def test_all_alike_is_all_in_favour(world: World, asked: str) -> None:
    expected = {r.symbol for r in world.known if r.who("yes") and not r.who("no", "abstain") and "/RES/" in r.symbol}
    assert set(symbols(world.told(asked))) == expected != set()


def test_a_conversation_goes_on_behind_the_name_that_was_meant(few: World) -> None:
    talk = Talk()
    spoken, talk = few.speaker.next("how did the USSR vote on 55/3?", talk)
    assert "“USSR”" in spoken.text
    spoken, talk = few.speaker.next("and Cuba?", talk)
    assert "Cuba" in spoken.text


OTHERS_ON = (
    "How many votes on Kenya were there in 2023 and how many did Argentina oppose?",
    "How many votes on Kenya were there in 2023 and how many did Argentina vote against?",
)


@pytest.mark.parametrize("asked", OTHERS_ON)
def test_beside_votes_on_a_state_another_one_is_the_voter(few: World, asked: str) -> None:
    rows = few.told(asked)["table"]
    assert {row["resolution"] for row in rows} == {"A/HRC/RES/54/11"}


ONLY_EVER = ("哪些国家只投过赞成票", "who has only ever voted in favour?")


@pytest.mark.parametrize("asked", ONLY_EVER)
def test_who_only_ever_voted_so_never_voted_otherwise(few: World, asked: str) -> None:
    rows = few.told(asked)["table"]
    expected = {code for code in RIGHTS if all(r.votes[code] == "yes" for r in few.known)}
    assert {row["state"] for row in rows} == expected != set()


def test_a_state_that_only_ever_voted_so_is_not_the_only_one(few: World) -> None:
    for name, code in (("巴西", "BRA"), ("南非", "ZAF")):
        reply = few.told(f"{name}只投过赞成票吗")
        assert reply["verdict"] == ("yes" if all(r.votes[code] == "yes" for r in few.known) else "no")
        assert "别国都没有" not in reply["text"]


FIRST_OTHERWISE = (
    ("哪个国家反对最多", "不算草案和修正案"),
    ("who votes against most often?", "Without drafts and amendments, the first"),
)


def test_who_is_first_of_resolutions_alone_is_told_where_it_is_another(few: World) -> None:
    def most(of: list[Roll]) -> dict[str, int]:
        return {code: sum(r.votes[code] == "no" for r in of) for code in RIGHTS}

    of_all, of_resolutions = most(few.known), most([r for r in few.known if "/RES/" in r.symbol])
    others = max(of_all.values()) == of_all[max(of_resolutions, key=lambda code: of_resolutions[code])]
    for asked, said in FIRST_OTHERWISE:
        assert (said in few.told(asked)["text"]) is not others


def test_more_by_a_number_is_asked_back(few: World) -> None:
    assert few.told("哪一份决议赞成比反对多一票")["kind"] == "clarify"


SORTED_SO = (
    "which 2024 amendments did Japan vote against, most opposed first",
    "2024年人权理事会修正案表决中，日本投反对票的比例是多少？",
)  # fmt: skip


@pytest.mark.parametrize("asked", SORTED_SO)
def test_a_vote_on_one_in_doubt_is_counted_in_whatever_order(doubtful: World, asked: str) -> None:
    right = {r.symbol for r in _few() if "/L." in r.symbol and r.votes["JPN"] == "N"}
    assert set(symbols(doubtful.told(asked))) == right == {"A/HRC/57/L.21", "A/HRC/57/L.22"}
