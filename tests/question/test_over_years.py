"""One title in several years, over the record of tests/question/test_described.py: who changed from the first of them
to the last."""

from __future__ import annotations

import json

import pytest

from bot.faces.json import line
from bot.talk import Speaker, Talk
from tests.across import Reply
from tests.question.test_described import RECORD, speaker

__all__ = ["speaker"]

PENALTY = {code for _, _, title, code in RECORD if title == "Question of the death penalty"}
"""Each was against one of the two, and for the other."""


def reply(speaker: Speaker, *turns: str) -> Reply:
    """The reply to the last message of a conversation."""
    talk = Talk()
    for turn in turns:
        spoken, talk = speaker.next(turn, talk)
    found: Reply = json.loads(line(spoken))
    return found


BETWEEN = (
    ("死刑问题的决议，2022年到2024年谁改了票",),
    ("死刑問題決議2022至2024年間哪些國家改變立場",),
    ("who switched sides on the death penalty resolution between 2022 and 2024?",),
    ("Qui a changé de vote sur la peine de mort entre 2022 et 2024 ?",),
    ("¿Quién cambió de voto sobre la pena de muerte entre 2022 y 2024?",),
    ("Кто изменил голос по смертной казни с 2022 по 2024 год?",),
    ("من غيّر صوته بشأن عقوبة الإعدام بين 2022 و2024؟",),
    ("A/RES/79/179谁反对", "2022年到2024年谁变了"),
    ("who opposed A/RES/79/179?", "who changed between 2022 and 2024?"),
    ("A/RES/77/225谁反对", "A/RES/79/179呢", "这两年之间谁改票了"),
    ("who opposed A/RES/77/225?", "and A/RES/79/179?", "who switched between those two years?"),
    ("qui s'est opposé à A/RES/77/225 ?", "et A/RES/79/179 ?", "qui a changé entre ces deux années ?"),
)


@pytest.mark.parametrize("turns", BETWEEN, ids=[row[-1] for row in BETWEEN])
def test_who_changed_over_some_years_did_so_from_the_first_to_the_last(
    speaker: Speaker, turns: tuple[str, ...]
) -> None:
    assert {row["state"] for row in reply(speaker, *turns)["table"]} == PENALTY


ONE = (
    ("2022到2024年埃及对死刑问题决议的投票变了吗", "yes"),
    ("Did Egypt change its vote on the death penalty between 2022 and 2024?", "yes"),
    ("Did Brazil change its vote on the death penalty between 2022 and 2024?", "no"),
)


@pytest.mark.parametrize(("asked", "verdict"), ONE, ids=[row[0] for row in ONE])
def test_whether_a_state_changed_is_said_of_all_of_these_years(speaker: Speaker, asked: str, verdict: str) -> None:
    assert reply(speaker, asked)["verdict"] == verdict


def test_between_two_years_are_all_of_them(speaker: Speaker) -> None:
    assert "2022–2023" in reply(speaker, "How did China vote between 2022 and 2023?")["text"]
    assert "2022–2023" in reply(speaker, "2022年和2023年之间中国反对了几次")["text"]


TWO = {symbol for symbol, _, title, _ in RECORD if title == "Question of the death penalty"}
LISTED = (
    "列一下死刑问题的决议", "死刑问题的决议有几份", "死刑問題決議有多少份", "死刑问题决议都有哪些",
    "list the death penalty resolutions", "combien de résolutions portent sur la peine de mort ?",
)  # fmt: skip


@pytest.mark.parametrize("asked", LISTED)
def test_resolutions_on_a_subject_are_listed_with_no_word_for_several(speaker: Speaker, asked: str) -> None:
    assert {row["resolution"] for row in reply(speaker, asked)["table"]} == TWO


EVERY = (
    ("死刑问题的决议巴西是不是每次都赞成", "yes"),
    ("死刑问题的决议中国是不是每次都赞成", "no"),
    ("Did Brazil vote yes every time on the death penalty?", "yes"),
)


@pytest.mark.parametrize(("asked", "verdict"), EVERY, ids=[row[0] for row in EVERY])
def test_whether_it_was_so_every_time_is_a_yes_or_no(speaker: Speaker, asked: str, verdict: str) -> None:
    assert reply(speaker, asked)["verdict"] == verdict


def test_all_of_so_many_are_asked_about_where_there_are_so_many(speaker: Speaker) -> None:
    asked = "《人权与文化多样性》{}份决议，{}次都赞成的有谁"
    assert reply(speaker, asked.format("三", "三"))["kind"] == "history"
    assert reply(speaker, asked.format("五", "五"))["kind"] == "clarify"


LATEST = (
    "最近一次关于叙利亚的表决结果", "result of the latest vote on Syria", "résultat du dernier vote sur la Syrie",
    "resultado de la última votación sobre Siria", "результат последнего голосования по Сирии",
)  # fmt: skip


@pytest.mark.parametrize("asked", LATEST)
def test_the_latest_vote_on_a_state_is_no_vote_of_that_state(speaker: Speaker, asked: str) -> None:
    # What is in the occupied Golan is no situation in Syria.
    on = [symbol for symbol, _, title, _ in sorted(RECORD, key=lambda row: row[1]) if "Syrian Arab Republic" in title]
    assert reply(speaker, asked)["resolution"] == on[-1]


@pytest.mark.parametrize("asked", ["最近一次关于缅甸的表决结果", "result of the latest vote on Myanmar"])
def test_where_there_is_no_vote_on_a_state_its_own_votes_are_none(speaker: Speaker, asked: str) -> None:
    assert reply(speaker, asked)["kind"] == "none"


SHORT = (
    "ATT谁反对", "who voted against the ATT?", "qui a voté contre l'ATT ?", "¿quién votó en contra del ATT?",
    "кто голосовал против ДТО?",
)  # fmt: skip


@pytest.mark.parametrize("asked", SHORT)
def test_a_short_name_means_the_title_that_it_is_short_for(speaker: Speaker, asked: str) -> None:
    assert reply(speaker, asked)["resolution"] == "A/RES/78/48"


DRAFT = (
    "不对，我问的是终止实况调查团任务的那个草案", "那结束实况调查团任务的草案呢",
    "no, I meant the draft that would end the fact-finding mission", "non, je parle du projet qui met fin à la mission",
)  # fmt: skip


@pytest.mark.parametrize("asked", DRAFT)
def test_the_draft_on_the_same_is_meant_by_what_it_would_do(speaker: Speaker, asked: str) -> None:
    assert reply(speaker, "who opposed A/HRC/RES/54/2?", asked)["resolution"] == "A/HRC/54/L.70"
