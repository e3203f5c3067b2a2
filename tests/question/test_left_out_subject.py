"""What resolutions are not to be on: on the Sudan and not on South Sudan.

The titles are those of resolutions of the United Nations; who voted how on them is made up.
"""

from __future__ import annotations

import json

import pytest

from bot.faces.json import line
from bot.talk import Speaker, Talk
from tests.question.test_described import imported

SUDAN = "The human rights impact of the ongoing conflict in the Sudan"
SOUTH = "Advancing human rights in South Sudan"
RECORD = (
    ("A/HRC/RES/50/1", "2022-07-07", SUDAN, "RUS"),
    ("A/HRC/RES/54/2", "2023-10-11", SUDAN, "CHN"),
    ("A/HRC/RES/52/1", "2023-04-03", SOUTH, "CHN"),
    ("A/HRC/RES/55/1", "2024-04-03", SOUTH, "CHN"),
    ("A/HRC/RES/58/1", "2025-04-02", SOUTH, "RUS"),
    ("A/HRC/RES/54/35", "2023-10-13", "Question of the death penalty", "CHN"),
    ("A/HRC/RES/55/6", "2024-04-03", "Effects of foreign debt on the enjoyment of human rights", "DEU"),
    ("A/HRC/RES/55/7", "2024-04-03", "The negative impact of unilateral coercive measures on human rights", "FRA"),
)
"""Symbol, day, title, and who alone was against it."""


@pytest.fixture(scope="module")
def speaker(tmp_path_factory: pytest.TempPathFactory) -> Speaker:
    return imported(tmp_path_factory.mktemp("left_out"), RECORD)


def listed(speaker: Speaker, message: str) -> set[str]:
    """The symbols of the table of a reply."""
    return {row["resolution"] for row in json.loads(line(speaker.next(message, Talk())[0])).get("table", ())}


NOT_THE_SOUTH = (
    "关于苏丹的决议（不是南苏丹）",
    "关于苏丹的决议，不包括南苏丹",
    "关于苏丹而不是南苏丹的决议有哪些",
    "列出苏丹决议，不要南苏丹的",
    "關於蘇丹而非南蘇丹的決議有哪些",
    "resolutions on Sudan, not South Sudan",
    "resolutions about Sudan but not South Sudan",
    "which resolutions concern Sudan rather than South Sudan?",
    "résolutions sur le Soudan, pas le Soudan du Sud",
    "résolutions sur le Soudan sauf le Soudan du Sud",
    "resoluciones sobre Sudán, no Sudán del Sur",
    "resoluciones sobre Sudán y no sobre Sudán del Sur",
    "резолюции по Судану, а не по Южному Судану",
    "قرارات السودان وليس جنوب السودان",
)


@pytest.mark.parametrize("message", NOT_THE_SOUTH)
def test_those_on_one_state_and_not_on_another(speaker: Speaker, message: str) -> None:
    assert listed(speaker, message) == {symbol for symbol, _, title, _ in RECORD if title == SUDAN}


OTHERS = (
    ("2024年的决议，不包括关于南苏丹的", {"A/HRC/RES/55/6", "A/HRC/RES/55/7"}),
    ("human rights resolutions of 2024 except those on foreign debt", {"A/HRC/RES/55/1", "A/HRC/RES/55/7"}),
    ("resolutions on human rights, but not on unilateral measures", {r[0] for r in RECORD} - {"A/HRC/RES/54/35",
     "A/HRC/RES/55/7"}),
)  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), OTHERS, ids=[row[0] for row in OTHERS])
def test_all_but_those_on_a_subject(speaker: Speaker, message: str, expected: set[str]) -> None:
    assert listed(speaker, message) == expected


def test_how_a_state_voted_on_those_that_are_left(speaker: Speaker) -> None:
    message = "How did China vote on Sudan resolutions (not South Sudan)?"
    assert listed(speaker, message) == {"A/HRC/RES/50/1", "A/HRC/RES/54/2"}


VOTERS = ("resolutions that China opposed and Russia did not", "中国反对而俄罗斯没反对的决议")


@pytest.mark.parametrize("message", VOTERS)
def test_a_voter_that_is_left_out_is_no_subject(speaker: Speaker, message: str) -> None:
    expected = {symbol for symbol, _, _, against in RECORD if against == "CHN"}
    assert listed(speaker, message) == expected
