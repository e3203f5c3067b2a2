"""Resolutions on states: the latest of them whatever else its title says, how the vote on one went, and a draft that is
described and asked whether it passed; over invented records."""

from __future__ import annotations

from datetime import date

import pytest

from tests.across import RIGHTS, Roll, World, imported
from tests.test_record_questions import symbols

FOR, AGAINST = "Y" * 10 + "N" * 3 + "A" * 2, "Y" * 4 + "N" * 9 + "A" * 2
KENYA = "Situation of human rights in Kenya"


def _roll(symbol: str, day: date, title: str, letters: str) -> Roll:
    return Roll(symbol, day, title, dict(zip(sorted(RIGHTS), letters, strict=True)))


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with three resolutions on one state, the last of a special session, one on another, and a draft."""
    rolls = [
        _roll("A/HRC/RES/52/11", date(2023, 4, 3), KENYA, FOR),
        _roll("A/HRC/RES/55/12", date(2024, 4, 4), KENYA, FOR[::-1]),
        _roll("A/HRC/RES/S-38/1", date(2025, 2, 7), f"The {KENYA[0].lower()}{KENYA[1:]}, with regard to wells", FOR),
        _roll("A/HRC/RES/58/13", date(2025, 4, 2), "Situation of human rights in Norway", FOR),
        _roll("A/HRC/58/L.9", date(2025, 4, 1), "Discontinuation of the mandate of the expert on kites", AGAINST),
    ]
    return imported(tmp_path_factory.mktemp("states"), rolls)


LATEST = (
    "最新的肯尼亚人权决议谁反对",
    "最新的肯尼亞人權決議誰反對",
    "who opposed the latest resolution on the situation of human rights in Kenya?",
    "Qui a voté contre la dernière résolution sur la situation des droits de l'homme au Kenya ?",
    "¿Quién votó en contra de la última resolución sobre la situación de los derechos humanos en Kenya?",
)


@pytest.mark.parametrize("message", LATEST)
def test_the_latest_on_a_state_is_that_of_a_longer_title_too(states: World, message: str) -> None:
    reply = states.told(message)
    assert reply["resolution"] == "A/HRC/RES/S-38/1"
    assert set(reply["votes"]) == states.known[2].who("no")


WENT = (
    "How did the vote on Kenya change from 2023 to 2024?",
    "Comment le vote sur le Kenya a-t-il changé entre 2023 et 2024 ?",
    "¿Cómo cambió la votación sobre Kenya de 2023 a 2024?",
    "Как изменилось голосование по Кении с 2023 по 2024 год?",
)


@pytest.mark.parametrize("message", WENT)
def test_the_vote_on_a_state_is_none_of_its_own(states: World, message: str) -> None:
    reply = states.told(message)
    assert all(symbol in reply["text"] for symbol in ("A/HRC/RES/52/11", "A/HRC/RES/55/12"))
    assert reply["kind"] in ("tally", "documents")


PASSED = (
    "Did the draft to end the mandate of the expert on kites pass?",
    "Was the draft on discontinuing the mandate of the kites expert adopted in 2025?",
    "关于终止kites专家任务的草案通过了吗",
    "Le projet de résolution sur la fin du mandat de l'expert sur les kites a-t-il été adopté ?",
)


@pytest.mark.parametrize("message", PASSED)
def test_a_draft_that_is_described_and_asked_whether_it_passed_is_that_draft(states: World, message: str) -> None:
    assert states.told(message)["resolution"] == "A/HRC/58/L.9"


@pytest.mark.parametrize("year", [2024, 2025])
def test_how_many_times_is_no_word_of_a_title(states: World, year: int) -> None:
    reply = states.told(f"Did Chile abstain at least 5 times in {year}?")
    assert reply["kind"] == "history"
    assert len(symbols(reply)) == sum(r.votes["CHL"] == "abstain" for r in states.known if r.day.year == year)


def test_at_least_so_many_times_is_no_least(states: World) -> None:
    assert states.told("Which states voted no at least 2 times in 2025?")["kind"] == "clarify"
