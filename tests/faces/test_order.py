"""Tests of bot.faces.telegram.order: whose turn it is, in a time that passes only when a test says so."""

from __future__ import annotations

import asyncio
import datetime as dtm
import itertools
import logging
from collections.abc import Callable
from typing import Any

import pytest
from telegram import CallbackQuery, Chat, InlineQuery, Message, Update, User

from bot.faces.telegram import order
from bot.faces.telegram.metrics import Metrics
from bot.faces.telegram.order import InOrder

_ids = itertools.count(1)
NOW = dtm.datetime.now(dtm.UTC)
ANONYMOUS = User(1087968824, "Group", True)
CHANNEL = User(136817688, "Channel", True)


class Time:
    """A clock that stands still until it is put forward."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._sleeping: list[tuple[float, asyncio.Future[None]]] = []

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        wakes: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleeping.append((self.now + seconds, wakes))
        await wakes

    async def pass_by(self, seconds: float) -> None:
        end = self.now + seconds
        await settle()
        while due := [s for s in self._sleeping if s[0] <= end]:
            first = min(due, key=lambda s: s[0])
            self._sleeping.remove(first)
            self.now = max(self.now, first[0])
            if not first[1].done():
                first[1].set_result(None)
            await settle()
        self.now = end


async def settle() -> None:
    """Let all tasks run as far as they get."""
    for _ in range(20):
        await asyncio.sleep(0)


class Bot:
    """A processor, and what it has let through."""

    def __init__(self) -> None:
        self.time = Time()
        self.metrics = Metrics()
        self.noticed: list[Update] = []
        self.answered: list[str] = []
        self.begun: list[str] = []
        self.held: dict[str, asyncio.Event] = {}
        self.processor = InOrder(self.metrics, self.notice, clock=self.time.clock, sleep=self.time.sleep)
        self.tasks: list[asyncio.Task[None]] = []

    async def notice(self, update: Update) -> None:
        self.noticed.append(update)

    def take(self, update: object, name: str = "") -> asyncio.Task[None]:
        async def handle() -> None:
            self.begun.append(name)
            if name in self.held:
                await self.held[name].wait()
            self.answered.append(name)

        self.tasks.append(asyncio.create_task(self.processor.process_update(update, handle())))
        return self.tasks[-1]

    def hold(self, name: str) -> asyncio.Event:
        self.held[name] = asyncio.Event()
        return self.held[name]

    def counted(self, name: str, **labels: str) -> float:
        return self.metrics.registry.get_sample_value(name, labels) or 0.0


def chat(ident: int) -> Chat:
    return Chat(ident, Chat.PRIVATE if ident > 0 else Chat.SUPERGROUP)


def message(user: int = 1, where: int | None = None, sender: User | None = None, as_chat: int | None = None) -> Message:
    by = sender or User(user, "A", False)
    return Message(
        next(_ids), NOW, chat(where or user), from_user=by, sender_chat=chat(as_chat) if as_chat else None, text="x"
    )


def said(user: int = 1, where: int | None = None, **more: Any) -> Update:
    return Update(next(_ids), message=message(user, where, **more))


def edited(user: int = 1) -> Update:
    return Update(next(_ids), edited_message=message(user))


def pressed(user: int = 1) -> Update:
    return Update(
        next(_ids), callback_query=CallbackQuery("q", User(user, "A", False), "c", message=message(user), data="x")
    )


def asked(user: int = 1) -> Update:
    return Update(next(_ids), inline_query=InlineQuery("q", User(user, "A", False), "x", ""))


def posted() -> Update:
    return Update(
        next(_ids), channel_post=Message(next(_ids), NOW, Chat(-7, Chat.CHANNEL), sender_chat=Chat(-7, Chat.CHANNEL))
    )


# --- order -------------------------------------------------------------------------------------------


async def test_one_chat_in_order_and_others_side_by_side() -> None:
    bot = Bot()
    go = bot.hold("first of 1")
    for user, name in ((1, "first of 1"), (1, "second of 1"), (2, "first of 2"), (1, "third of 1")):
        bot.take(said(user), name)
    await settle()
    assert bot.answered == ["first of 2"]
    go.set()
    await settle()
    assert bot.answered == ["first of 2", "first of 1", "second of 1", "third of 1"]


async def test_people_in_a_group_are_answered_in_order() -> None:
    bot = Bot()
    go = bot.hold("one")
    bot.take(said(1, -5), "one")
    bot.take(said(2, -5), "two")
    await settle()
    assert bot.answered == []
    go.set()
    await settle()
    assert bot.answered == ["one", "two"]


async def test_inline_queries_of_one_person_keep_their_order_but_do_not_wait_for_messages() -> None:
    bot = Bot()
    bot.hold("message")
    go = bot.hold("first query")
    bot.take(said(1), "message")
    bot.take(asked(1), "first query")
    bot.take(asked(1), "second query")
    bot.take(asked(2), "another's query")
    await settle()
    assert bot.answered == ["another's query"]
    go.set()
    await settle()
    assert bot.answered == ["another's query", "first query", "second query"]
    bot.held["message"].set()
    await settle()


async def test_what_fails_does_not_hold_up_the_next() -> None:
    bot = Bot()

    async def fail() -> None:
        raise ValueError

    failing = asyncio.create_task(bot.processor.process_update(said(1), fail()))
    bot.take(said(1), "next")
    with pytest.raises(ValueError):
        await failing
    await settle()
    assert bot.answered == ["next"]


async def test_what_is_no_update_is_answered() -> None:
    bot = Bot()
    await bot.take("something", "something")
    assert bot.answered == ["something"]
    assert bot.counted("bot_updates_total", type="unknown") == 1


# --- floods ------------------------------------------------------------------------------------------


async def test_a_flood_is_answered_in_order_as_the_bucket_leaks() -> None:
    bot = Bot()
    names = [str(n) for n in range(30)]
    for name in names:
        bot.take(said(1), name)
    await settle()
    assert bot.answered == names[:20]
    assert len(bot.noticed) == 1
    for n in range(10):
        await bot.time.pass_by(0.5)
        assert bot.answered == names[: 21 + n]
    assert len(bot.noticed) == 1
    assert bot.counted("bot_flood_notices_total") == 1
    assert bot.counted("bot_messages_dropped_total") == 0


async def test_nobody_else_is_slowed_not_even_in_the_same_group() -> None:
    bot = Bot()
    for n in range(60):
        bot.take(said(1, -5), f"flood {n}")
    bot.take(said(2, -5), "in the group")
    bot.take(said(3), "elsewhere")
    bot.take(asked(1), "an inline query of the same person")
    await settle()
    assert set(bot.answered[20:]) == {"in the group", "elsewhere", "an inline query of the same person"}
    await bot.time.pass_by(20)
    assert len(bot.answered) == 63


@pytest.mark.parametrize(
    ("what", "waits"),
    [
        (lambda n: said(1), True),
        (lambda n: edited(1), True),
        (lambda n: pressed(1), True),
        (lambda n: said(1, -n), True),
        (lambda n: (said, edited, pressed)[n % 3](1), True),
        (lambda n: asked(1), False),
        (lambda n: posted(), False),
        (lambda n: said(n), False),
        (lambda n: said(n, -5), False),
        (lambda n: said(0, -5, sender=ANONYMOUS, as_chat=-5), True),
        (lambda n: said(0, -n, sender=ANONYMOUS, as_chat=-n), False),
        (lambda n: said(0, -n, sender=ANONYMOUS), False),
        (lambda n: said(0, -5, sender=CHANNEL, as_chat=-8), True),
        (lambda n: said(0, -5, sender=CHANNEL, as_chat=-100 - n), False),
    ],
    ids=[
        "messages",
        "edited messages",
        "buttons",
        "messages in many groups",
        "all of them",
        "inline queries",
        "channel posts",
        "messages of many people",
        "messages of many people in a group",
        "an anonymous administrator",
        "anonymous administrators of many groups",
        "anonymous administrators, with nothing said of the chat",
        "a channel in a group",
        "channels in a group",
    ],
)
async def test_what_is_a_flood(what: Callable[[int], Update], waits: bool) -> None:
    bot = Bot()
    for n in range(1, 26):
        bot.take(what(n), str(n))
    await settle()
    assert len(bot.answered) == (20 if waits else 25)
    assert len(bot.noticed) == waits
    await bot.time.pass_by(10)
    assert len(bot.answered) == 25


async def test_twenty_messages_are_no_flood_and_room_comes_back() -> None:
    bot = Bot()
    for _ in range(4):
        for _ in range(20):
            bot.take(said(1), "")
        await settle()
        await bot.time.pass_by(10)
    assert len(bot.answered) == 80
    assert not bot.noticed


async def test_a_steady_flood_gets_one_notice_and_the_next_one_another() -> None:
    bot = Bot()
    for _ in range(300):
        # A little more than what leaks.
        bot.take(said(1), "")
        await bot.time.pass_by(0.4)
    assert len(bot.noticed) == 1
    await bot.time.pass_by(60)
    assert len(bot.answered) == 300
    for _ in range(25):
        bot.take(said(1), "")
    await bot.time.pass_by(10)
    assert len(bot.noticed) == 2


async def test_a_hundred_wait_and_further_ones_are_dropped(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    bot = Bot()
    for n in range(150):
        bot.take(said(1), str(n))
    await settle()
    assert bot.counted("bot_messages_dropped_total") == 30
    await bot.time.pass_by(100)
    assert bot.answered == [str(n) for n in range(120)]
    assert all(task.done() for task in bot.tasks)
    assert [record.levelname for record in caplog.records if record.name == order.__name__] == ["INFO", "WARNING"]


async def test_floods_of_many_leave_room_for_everybody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(order, "MOST_WAITING_OF_ALL", 30)
    bot = Bot()
    for n in range(200):
        bot.take(said(1 + n % 5), "")
    bot.take(said(9), "somebody else")
    await settle()
    assert bot.counted("bot_messages_dropped_total") == 70
    assert bot.answered.count("somebody else") == 1
    await bot.time.pass_by(100)
    assert len(bot.answered) == 131


async def test_a_notice_that_can_not_be_sent_costs_no_answer(caplog: pytest.LogCaptureFixture) -> None:
    bot = Bot()

    async def fail(update: Update) -> None:
        raise ValueError("what was written")

    bot.processor._notice = fail
    for _ in range(25):
        bot.take(said(1), "")
    await bot.time.pass_by(10)
    assert len(bot.answered) == 25
    assert "ValueError" in caplog.text
    assert "written" not in caplog.text


async def test_a_stop_cuts_off_those_who_wait() -> None:
    bot = Bot()
    for n in range(30):
        bot.take(said(1), str(n))
    await settle()
    for task in bot.tasks:
        task.cancel()
    await asyncio.gather(*bot.tasks, return_exceptions=True)
    assert len(bot.answered) == 20
    await bot.time.pass_by(20)
    await bot.take(said(1), "later")
    assert bot.answered[20:] == ["later"]


# --- chats to which nothing can be sent --------------------------------------------------------------


async def test_the_queue_of_a_chat_is_bounded(caplog: pytest.LogCaptureFixture) -> None:
    bot = Bot()
    go = bot.hold("0")
    for n in range(order.MOST_IN_A_CHAT + 50):
        bot.take(said(n + 1, -5), str(n))
    bot.take(said(9_999), "elsewhere")
    await settle()
    assert bot.answered == ["elsewhere"]
    assert bot.counted("bot_messages_dropped_total") == 50
    go.set()
    await asyncio.gather(*bot.tasks)
    assert bot.answered[1:] == [str(n) for n in range(order.MOST_IN_A_CHAT)]
    # Once, however many.
    assert sum("a chat has too many updates" in record.getMessage() for record in caplog.records) == 1
    await bot.take(said(1, -5), "afterwards")
    assert bot.answered[-1] == "afterwards"


async def test_long_queues_grow_no_more_once_many_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(order, "MOST_IN_CHATS", 60)
    bot = Bot()
    for where in range(-6, 0):
        bot.hold(f"{where} 0")
        for n in range(20):
            bot.take(said(1 - where * 100 + n, where), f"{where} {n}")
    bot.take(said(9_999), "elsewhere")
    await settle()
    assert bot.answered == ["elsewhere"]
    # Three have filled it up; of the others as many wait as always may.
    assert bot.counted("bot_messages_dropped_total") == 3 * (20 - order.FEW_IN_A_CHAT)
    for go in bot.held.values():
        go.set()
    await asyncio.gather(*bot.tasks)


async def test_a_chat_that_waits_is_not_in_hand() -> None:
    waiting: set[int] = set()
    bot = Bot()
    bot.processor = InOrder(
        bot.metrics, bot.notice, clock=bot.time.clock, sleep=bot.time.sleep, waiting=lambda: waiting
    )
    go = bot.hold("0")
    for n in range(50):
        bot.take(said(n + 1, -5), str(n))
    other = bot.hold("other")
    bot.take(said(99), "other")
    await settle()
    assert bot.processor.in_hand == 51
    waiting.add(-5)
    assert bot.processor.in_hand == 1
    go.set()
    other.set()
    await asyncio.gather(*bot.tasks)
    assert bot.processor.in_hand == 0


async def test_an_update_is_announced_before_it_waits_for_anything() -> None:
    announced: list[Update] = []
    bot = Bot()
    bot.processor = InOrder(
        bot.metrics, bot.notice, clock=bot.time.clock, sleep=bot.time.sleep, arrived=announced.append
    )
    bot.hold("0")
    for n in range(150):
        # A flood of presses, of which some wait, and some are dropped.
        bot.take(pressed(1), str(n))
    await settle()
    assert len(announced) == 150
    for task in bot.tasks:
        task.cancel()
    await asyncio.gather(*bot.tasks, return_exceptions=True)


# --- memory and counts --------------------------------------------------------------------------------


async def test_nothing_is_kept_of_those_who_are_quiet() -> None:
    bot = Bot()
    for n in range(1, 2001):
        bot.take(said(n, -n), "")
    await settle()
    await bot.time.pass_by(20)
    await bot.take(said(1), "")
    assert bot.processor.tracked == 1


async def test_somebody_who_never_stops_does_not_keep_the_others_in_memory() -> None:
    bot = Bot()
    for n in range(1, 3001):
        bot.take(said(1), "")
        bot.take(said(n, -n), "")
        await bot.time.pass_by(0.6)
    assert bot.processor.tracked < 5


async def test_what_is_taken_is_counted() -> None:
    bot = Bot()
    go = bot.hold("slow")
    for update in (said(1), edited(2), pressed(3), asked(4), posted()):
        await bot.take(update)
    slow = bot.take(said(5), "slow")
    await bot.time.pass_by(2)
    go.set()
    await slow
    assert bot.counted("bot_updates_total", type="message") == 2
    assert [
        bot.counted("bot_updates_total", type=t)
        for t in ("edited_message", "callback_query", "inline_query", "channel_post")
    ] == [1, 1, 1, 1]
    assert bot.counted("bot_reply_seconds_count") == 6
    assert bot.counted("bot_reply_seconds_sum") == 2
