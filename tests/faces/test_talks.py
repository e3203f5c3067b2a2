"""Tests of bot.faces.telegram.talks: how long conversations are remembered, and how many."""

from __future__ import annotations

import pytest

from bot.faces.telegram import talks as module
from bot.faces.telegram.talks import KEPT_FOR, MOST, Talks
from bot.question.model import Conversation, HelpQuestion, Turn
from bot.talk import Talk


class Clock:
    """Shows the time that it was set to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


TALK = Talk(Conversation((Turn(HelpQuestion()),)), "zh-Hant")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def talks(clock: Clock) -> Talks:
    return Talks(clock)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_a_new_conversation_is_empty_and_in_the_language_given(talks: Talks, language: str) -> None:
    assert talks.get((1, 2), language) == Talk(Conversation(), language)


@pytest.mark.parametrize("now", [0.0, 1.0, 10.0**9])
def test_a_clock_that_has_just_begun_makes_no_difference(talks: Talks, clock: Clock, now: float) -> None:
    clock.now = now
    talks.put((1, 2), TALK)
    assert talks.get((1, 2), "en") is TALK


@pytest.mark.parametrize(("later", "kept"), [(0.0, True), (KEPT_FOR - 1, True), (KEPT_FOR + 1, False), (10 * KEPT_FOR, False)])
def test_expiry(talks: Talks, clock: Clock, later: float, kept: bool) -> None:
    talks.put((1, 2), TALK)
    clock.now += later
    assert talks.get((1, 2), "en") == (TALK if kept else Talk(language="en"))


def test_every_message_starts_the_time_anew(talks: Talks, clock: Clock) -> None:
    for _ in range(5):
        talks.put((1, 2), TALK)
        clock.now += 0.9 * KEPT_FOR
        assert talks.get((1, 2), "en") is TALK


def test_looking_does_not(talks: Talks, clock: Clock) -> None:
    talks.put((1, 2), TALK)
    clock.now += 0.6 * KEPT_FOR
    talks.get((1, 2), "en")
    clock.now += 0.6 * KEPT_FOR
    assert talks.get((1, 2), "en") == Talk(language="en")


@pytest.mark.parametrize("other", [(1, 3), (3, 2), (2, 1)])
def test_each_person_in_each_chat_has_a_conversation(talks: Talks, other: tuple[int, int]) -> None:
    talks.put((1, 2), TALK)
    assert talks.get(other, "en") == Talk(language="en")


def test_no_more_than_so_many_are_remembered(talks: Talks) -> None:
    for user in range(MOST + 3):
        talks.put((1, user), TALK)
    remembered = [user for user in range(MOST + 3) if talks.get((1, user), "en") is TALK]
    assert remembered == list(range(3, MOST + 3))


def test_the_one_silent_for_longest_goes_first(talks: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    for user in (1, 2, 3, 1, 4):
        talks.put((9, user), TALK)
    assert [user for user in (1, 2, 3, 4) if talks.get((9, user), "en") is TALK] == [1, 3, 4]
