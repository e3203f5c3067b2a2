"""Two questions of all resolutions in one message, each of states of its own, over the data of tests/across.py, counted
in plain Python: how many did Japan abstain on, and how many did India?"""

from __future__ import annotations

import pytest

from bot.question.record import ENTRIES_A_PAGE
from tests.across import World, counted, meant

ABSTAIN = ("abstain",)
AGAINST = ("no",)
TWO = (
    ("法国在哪些决议上弃权？中国又在哪些决议上弃权？", ("FRA", ABSTAIN), ("CHN", ABSTAIN)),
    ("中國反對了哪些決議？俄羅斯又反對了哪些？", ("CHN", AGAINST), ("RUS", AGAINST)),
    ("中国赞成了几份决议，美国反对了几份决议？", ("CHN", ("yes",)), ("USA", AGAINST)),
    ("how many resolutions did Brazil abstain on, and how many did India?", ("BRA", ABSTAIN), ("IND", ABSTAIN)),
    ("on how many did Brazil abstain, and on how many did India?", ("BRA", ABSTAIN), ("IND", ABSTAIN)),
    ("how often did China vote no and how often did the US?", ("CHN", AGAINST), ("USA", AGAINST)),
    ("¿En cuántas resoluciones se abstuvo Brasil y en cuántas India?", ("BRA", ABSTAIN), ("IND", ABSTAIN)),
    ("combien de fois la France s'est abstenue, et combien de fois l'Italie ?", ("FRA", ABSTAIN), ("ITA", ABSTAIN)),
    ("На каких резолюциях воздержалась Индия? А на каких Китай?", ("IND", ABSTAIN), ("CHN", ABSTAIN)),
    ("على كم قرار امتنعت الهند، وعلى كم قرار امتنعت الصين؟", ("IND", ABSTAIN), ("CHN", ABSTAIN)),
)


@pytest.mark.parametrize(("message", "one", "other"), TWO, ids=[row[0] for row in TWO])
def test_each_is_counted_by_itself(
    world: World, message: str, one: tuple[str, tuple[str, ...]], other: tuple[str, tuple[str, ...]]
) -> None:
    heads = [reply["text"].splitlines()[0] for reply in world.told(message)["answers"]]
    counts = [counted(meant([message], world.known), code, *votes) for code, votes in (one, other)]
    assert len(heads) == len(counts)
    assert all(str(count) in head for head, count in zip(heads, counts, strict=True)), heads


TOGETHER = (
    ("on which resolutions did Brazil and India abstain?", "abstain", "abstain"),
    ("巴西和印度都弃权的决议有哪些", "abstain", "abstain"),
    ("which resolutions did Brazil support and India oppose?", "yes", "no"),
)


@pytest.mark.parametrize(("message", "one", "other"), TOGETHER, ids=[row[0] for row in TOGETHER])
def test_what_is_asked_of_both_stays_of_both(world: World, message: str, one: str, other: str) -> None:
    both = [r for r in meant([message], world.known) if r.votes.get("BRA") == one and r.votes.get("IND") == other]
    assert len(world.told(message)["table"]) == len(both)


TIMES = (
    "谁在2022年反对最多，谁在2023年？",
    "2022年谁弃权最多，2023年又是谁？",
    "which country voted no most often in 2022, and which in 2023?",
    "quel pays a le plus souvent voté contre en 2022, et lequel en 2023 ?",
)


@pytest.mark.parametrize("message", TIMES)
def test_each_time_by_itself(world: World, message: str) -> None:
    vote = "abstain" if "弃权" in message else "no"
    answers = world.told(message)["answers"]
    for year, answer in zip((2022, 2023), answers, strict=True):
        of_year = [r for r in meant([message], world.known) if r.day.year == year]
        most = max(counted(of_year, code, vote) for code in {c for r in of_year for c in r.votes})
        assert str(most) in answer["text"].split("\n1. ")[1].splitlines()[0]


WHEN = (
    ("中国投了几次反对票，最近一次是哪天？", "CHN", "no", True),
    ("how many times did India abstain, and when was the first?", "IND", "abstain", False),
    ("how often did France vote no, and when was the last time?", "FRA", "no", True),
    ("combien de fois la Chine a-t-elle voté contre, et quand pour la dernière fois ?", "CHN", "no", True),
)


@pytest.mark.parametrize(("message", "code", "vote", "last"), WHEN, ids=[row[0] for row in WHEN])
def test_how_often_and_when(world: World, message: str, code: str, vote: str, last: bool) -> None:
    so = [r for r in meant([message], world.known) if r.votes.get(code) == vote]
    day = (max if last else min)(r.day for r in so)
    count, when = world.told(message)["answers"]
    assert str(len(so)) in count["text"].splitlines()[0]
    assert when["resolution"] in {r.symbol for r in so if r.day == day}


TOO = (
    ("which resolutions did China vote against?", "of those, France too"),
    ("中国反对了哪些决议？", "其中法国也反对的"),
)


@pytest.mark.parametrize(("first", "then"), TOO, ids=[row[1] for row in TOO])
def test_of_those_another_too(world: World, first: str, then: str) -> None:
    both = [r for r in meant([first], world.known) if r.votes.get("CHN") == r.votes.get("FRA") == "no"]
    assert len(world.told(first, then)["table"]) == min(len(both), ENTRIES_A_PAGE)
