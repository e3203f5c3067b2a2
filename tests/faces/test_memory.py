"""Tests of bot.faces.telegram.memory: how long things are remembered, and how many."""

from __future__ import annotations

import pytest

from bot.faces.telegram.delivery import Sent
from bot.faces.telegram.memory import Answered, Memory
from bot.question.model import REMEMBERED, Conversation, HelpQuestion, Turn
from bot.talk import Talk


class Clock:
    """Shows the time that it was set to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


TALK = Talk(Conversation((Turn(HelpQuestion()),)), "zh-Hant")
ANSWER = Answered(2, TALK, (Sent(11, 1), Sent(12, 2)))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def memory(clock: Clock) -> Memory:
    return Memory(clock)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_a_new_conversation_is_empty_and_in_the_language_given(memory: Memory, language: str) -> None:
    assert memory.talk((1, 2), language) == Talk(Conversation(), language)


@pytest.mark.parametrize(("later", "kept"), [(0.0, True), (REMEMBERED - 1, True), (REMEMBERED + 1, False), (10 * REMEMBERED, False)])
def test_expiry(memory: Memory, clock: Clock, later: float, kept: bool) -> None:
    memory.keep((1, 2), TALK)
    memory.answered(1, 10, ANSWER)
    clock.now += later
    assert memory.talk((1, 2), "en") == (TALK if kept else Talk(language="en"))
    assert memory.answer(1, 10) == (ANSWER if kept else None)
    assert memory.asker(1, 12) == (2 if kept else None)


def test_every_message_starts_the_time_anew_and_looking_does_not(memory: Memory, clock: Clock) -> None:
    for _ in range(5):
        memory.keep((1, 2), TALK)
        clock.now += 0.9 * REMEMBERED
        assert memory.talk((1, 2), "en") is TALK
    clock.now += 0.2 * REMEMBERED
    assert memory.talk((1, 2), "en") == Talk(language="en")


@pytest.mark.parametrize("other", [(1, 3), (3, 2), (2, 1)])
def test_each_person_in_each_chat_has_a_conversation(memory: Memory, other: tuple[int, int]) -> None:
    memory.keep((1, 2), TALK)
    assert memory.talk(other, "en") == Talk(language="en")


def test_the_one_silent_for_longest_goes_first(clock: Clock) -> None:
    memory = Memory(clock, most=3)
    for user in (1, 2, 3, 1, 4):
        memory.keep((9, user), TALK)
    assert len(memory) == 3
    assert [user for user in (1, 2, 3, 4) if memory.talk((9, user), "en") is TALK] == [1, 3, 4]


def test_a_chosen_language_stays_until_it_is_taken_back(memory: Memory, clock: Clock) -> None:
    memory.choose(2, "en")
    clock.now += 10 * REMEMBERED
    assert (memory.language(2), memory.language(3)) == ("en", None)
    memory.choose(2, None)
    memory.choose(3, None)
    assert memory.language(2) is None
