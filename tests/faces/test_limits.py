"""Tests of bot.faces.telegram.limits: who waits when Telegram says so, in a time that passes only when a test says
so."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from telegram.error import BadRequest, RetryAfter

from bot.faces.telegram import limits
from bot.faces.telegram.limits import PerChat
from tests.faces.test_order import Time, settle


class Telegram:
    """What refuses requests as it is told to, and the requests that came through."""

    def __init__(self, rate: float = 0) -> None:
        self.time = Time()
        self.limiter = PerChat(rate, self.time.clock, self.time.sleep)
        self.refusals: dict[int | None, list[int]] = {}
        """How many seconds each chat is told to wait, one refusal after the other."""
        self.came: list[tuple[float, int | None]] = []
        self.began = self.time.now

    async def _answer(self, chat: int | None) -> bool:
        if told := self.refusals.get(chat):
            raise RetryAfter(told.pop(0))
        self.came.append((self.time.now - self.began, chat))
        return True

    def send(self, chat: int | None, endpoint: str = "sendMessage") -> asyncio.Task[Any]:
        data = {} if chat is None else {"chat_id": chat}
        return asyncio.create_task(self.limiter.process_request(self._answer, (chat,), {}, endpoint, data, None))

    def when(self, chat: int | None) -> list[float]:
        """When the requests of a chat came through, in seconds since the beginning."""
        return [round(at, 1) for at, where in self.came if where == chat]


async def test_a_chat_that_is_told_to_wait_waits_alone() -> None:
    telegram = Telegram()
    telegram.refusals[1] = [60]
    telegram.send(1)
    await settle()
    for chat in (2, 3, 1, 2):
        telegram.send(chat)
    await settle()
    assert (telegram.when(2), telegram.when(3), telegram.when(1)) == ([0.0, 0.0], [0.0], [])
    assert set(telegram.limiter.waiting) == {1}
    await telegram.time.pass_by(61)
    assert telegram.when(1) == [60.1, 60.1]
    assert not telegram.limiter.waiting


async def test_told_again_it_waits_again() -> None:
    telegram = Telegram()
    telegram.refusals[1] = [5, 7]
    sent = telegram.send(1)
    await telegram.time.pass_by(20)
    assert telegram.when(1) == [12.2]
    assert sent.result() is True


@pytest.mark.parametrize(
    ("refused", "waits"),
    [
        ([1, 2, 3], False),
        ([1, 2, 3, 4], True),
        ([1, 1, 1, 1], False),
        ([1, 2, None, 3, 4], False),
        ([1, 2, 3, "answerCallbackQuery"], True),
        ([1, 2, 3, "setMyCommands"], False),
    ],
    ids=[
        "three chats",
        "four chats",
        "one chat four times",
        "one is served between",
        "three and the answer to a button",
        "three and the menu",
    ],
)
async def test_several_chats_in_a_row_are_the_limit_of_all(refused: list[Any], waits: bool) -> None:
    telegram = Telegram()
    for one in refused:
        chat = one if isinstance(one, int) else None
        telegram.refusals[chat] = [] if one is None else [20 if chat == 1 else 30]
        sent = telegram.send(99 if one is None else chat, one if isinstance(one, str) else "sendMessage")
        await settle()
        if isinstance(one, str):
            # Whoever sends it decides how long to wait.
            with pytest.raises(RetryAfter):
                sent.result()
    telegram.came.clear()
    telegram.send(50)
    await settle()
    assert telegram.when(50) == ([] if waits else [0.0])
    # What is left over of the longer waits is those chats' own.
    await telegram.time.pass_by(21)
    assert telegram.when(50) == [20.1 if waits else 0.0]


async def test_chats_refused_one_by_one_over_a_while_are_not_the_limit_of_all() -> None:
    telegram = Telegram()
    for chat in range(1, 9):
        telegram.refusals[chat] = [60]
        telegram.send(chat)
        await telegram.time.pass_by(3)
    telegram.send(50)
    await settle()
    assert telegram.when(50) == [24.0]


@pytest.mark.parametrize(
    "endpoint", ["setMyCommands", "getMyCommands", "answerCallbackQuery", "answerInlineQuery", "getMe", "setWebhook"]
)
async def test_a_method_without_a_chat_is_not_held_up_and_holds_up_nobody(endpoint: str) -> None:
    telegram = Telegram()
    telegram.refusals |= {None: [7200], 1: [60]}
    telegram.send(1)
    sent = telegram.send(None, endpoint)
    telegram.send(2)
    again = telegram.send(None, endpoint)
    await settle()
    with pytest.raises(RetryAfter):
        sent.result()
    assert again.result() is True
    assert telegram.when(2) == [0.0]


async def test_what_would_come_too_late_is_given_up() -> None:
    telegram = Telegram()
    telegram.refusals[1] = [7200]
    sent, after = telegram.send(1), telegram.send(1)
    await settle()
    for task in (sent, after):
        with pytest.raises(RetryAfter):
            task.result()
    assert telegram.came == []


async def test_a_refusal_for_another_reason_is_not_tried_again() -> None:
    telegram = Telegram()

    async def refuse(chat: int) -> bool:
        raise BadRequest("chat not found")

    with pytest.raises(BadRequest):
        await telegram.limiter.process_request(refuse, (1,), {}, "sendMessage", {"chat_id": 1}, None)


async def test_it_is_not_tried_for_ever() -> None:
    telegram = Telegram()
    telegram.refusals[1] = [1] * 50
    sent = telegram.send(1)
    await telegram.time.pass_by(100)
    with pytest.raises(RetryAfter):
        sent.result()
    assert len(telegram.refusals[1]) == 50 - limits.TRIES


async def test_limits_that_are_over_are_forgotten() -> None:
    telegram = Telegram()
    for chat in range(1, 3 * limits.KEPT):
        telegram.refusals[chat] = [1]
        telegram.send(chat)
        await telegram.time.pass_by(3)
    assert len(telegram.limiter._held) <= limits.KEPT + 1


async def test_a_group_gets_no_more_than_telegram_allows() -> None:
    telegram = Telegram(rate=1000)
    for _ in range(30):
        telegram.send(-5)
        telegram.send(7)
    await settle()
    await asyncio.sleep(0)
    assert len(telegram.when(-5)) == limits.GROUP_RATE[0]
    assert len(telegram.when(7)) == 30
    assert set(telegram.limiter.waiting) == {-5}
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        task.cancel()
