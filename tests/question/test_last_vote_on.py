"""The last vote on a state, and the last one that it cast itself.

The titles are those of resolutions of the United Nations; who voted how on them is made up.
"""

from __future__ import annotations

import json

import pytest

from bot.faces.json import line
from bot.talk import Speaker, Talk
from tests.across import STATES
from tests.question.test_described import imported

RECORD = (
    ("A/HRC/RES/51/26", "2022-10-07", "Situation of human rights in the Syrian Arab Republic", "CUB"),
    ("A/HRC/RES/57/21", "2024-10-10", "Situation of human rights in the Syrian Arab Republic", "CHN"),
    ("A/HRC/RES/51/28", "2022-10-07", "Situation of human rights in Burundi", "RUS"),
    ("A/HRC/RES/60/15", "2025-10-06", "Situation of human rights in Burundi", "CHN"),
    ("A/HRC/RES/52/1", "2023-04-03", "Advancing human rights in South Sudan", "RUS"),
    ("A/HRC/RES/61/2", "2026-03-27", "Advancing human rights in South Sudan", "CHN"),
    ("A/HRC/RES/61/33", "2026-03-31", "Right of the Palestinian people to self-determination", "USA"),
)
"""Symbol, day, title, and who alone was against it."""


@pytest.fixture(scope="module")
def speaker(tmp_path_factory: pytest.TempPathFactory) -> Speaker:
    return imported(tmp_path_factory.mktemp("last_vote"), RECORD)


LAST_ON = (
    ("最近一次南苏丹表决", "A/HRC/RES/61/2"),
    ("布隆迪最近一次表决", "A/HRC/RES/60/15"),
    ("敘利亞最近一次表決結果", "A/HRC/RES/57/21"),
    ("last vote on Syria", "A/HRC/RES/57/21"),
    ("last Burundi vote", "A/HRC/RES/60/15"),
    ("last HRC vote on South Sudan", "A/HRC/RES/61/2"),
    ("dernier vote sur le Burundi", "A/HRC/RES/60/15"),
    ("última votación sobre Siria", "A/HRC/RES/57/21"),
    ("последнее голосование по Сирии", "A/HRC/RES/57/21"),
    ("آخر تصويت على سوريا", "A/HRC/RES/57/21"),
)


@pytest.mark.parametrize(("message", "symbol"), LAST_ON, ids=[row[0] for row in LAST_ON])
def test_the_last_vote_on_a_state(speaker: Speaker, message: str, symbol: str) -> None:
    text = speaker.next(message, Talk())[0].text
    assert {symbol for symbol, *_ in RECORD if symbol in text} == {symbol}
    # With what it came to: all but one were in favour.
    assert str(len(STATES) - 1) in text


FIRST_ON = ("最早一次布隆迪表决", "first vote on Burundi")


@pytest.mark.parametrize("message", FIRST_ON)
def test_the_first_vote_on_a_state_comes_first(speaker: Speaker, message: str) -> None:
    table = json.loads(line(speaker.next(message, Talk())[0]))["table"]
    assert [row["resolution"] for row in table] == ["A/HRC/RES/51/28", "A/HRC/RES/60/15"]


LAST_CAST = (
    ("中国最近一次投票", "A/HRC/RES/61/33"),
    ("China's last vote", "A/HRC/RES/61/33"),
    ("when did China last vote against?", "A/HRC/RES/61/2"),
    ("中国最近一次投反对票是哪份", "A/HRC/RES/61/2"),
)


@pytest.mark.parametrize(("message", "symbol"), LAST_CAST, ids=[row[0] for row in LAST_CAST])
def test_the_last_vote_that_a_state_cast(speaker: Speaker, message: str, symbol: str) -> None:
    table = json.loads(line(speaker.next(message, Talk())[0]))["table"]
    assert [row["resolution"] for row in table] == [symbol]
