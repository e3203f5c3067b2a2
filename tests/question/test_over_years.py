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
