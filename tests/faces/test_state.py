"""Tests of what outlives a restart, and of several bots that serve one token: in processes, against the strict
server."""

from __future__ import annotations

import itertools
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from redis import Redis

from tests.botapi import PATIENCE, BotApi, Call
from tests.faces.served import CLAUSE_5, Served, ids, serving
from tests.replicas import Replicas
from tests.valkey import BINARY, MISSING, Valkey, valkey

WITH_VALKEY = pytest.mark.skipif(not BINARY, reason=MISSING)
CLAUSE = re.compile(r"第(\d+)段：")
PARAGRAPHS = 20
"""Operative paragraphs of 56/4."""


# --- a restart -------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=["file", pytest.param("valkey", marks=WITH_VALKEY)])
def again(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Served, int, Call]]:
    """A bot that was killed and started again; somebody who asked before, and the picture they got."""
    folder = tmp_path_factory.mktemp("state")
    with valkey(folder) if request.param == "valkey" else _nothing() as server, BotApi().in_thread() as api:
        place, who = server.url if server else str(folder / "state"), next(ids)
        api.user(who, language_code="en")
        with serving(folder / "stderr", api, BOT_STATE=place, BOT_MAX_RATE="0") as served:
            api.exchange("/lang zh-Hant", chat=who)
            picture = served.calls(who, "/map")[-1]
            api.exchange("第4段", chat=who)
            api.wait_until(lambda: not api.pending)
            served.process.kill()
            served.process.wait()
        with serving(folder / "stderr", api, BOT_STATE=place, BOT_MAX_RATE="0") as served:
            yield served, who, picture
            assert served.stop() == 0
            assert "Traceback" not in served.stderr


class _nothing:  # noqa: N801
    """No Valkey."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        pass


def test_a_conversation_goes_on(again: tuple[Served, int, Call]) -> None:
    served, who, _ = again
    assert CLAUSE_5 in served.server.exchange("下一段", chat=who).text


def test_the_language_is_still_chosen(again: tuple[Served, int, Call]) -> None:
    served, who, _ = again
    assert "投了贊成票" in served.server.exchange("How did China vote?", chat=who).text


def test_a_picture_is_not_uploaded_again(again: tuple[Served, int, Call]) -> None:
    served, who, picture = again
    call = served.calls(who, "/map")[-1]
    assert (call.method, call.files) == ("sendPhoto", {})
    assert picture.files


def test_a_file_that_is_none_of_ours_is_one_sentence(tmp_path: Path) -> None:
    place = tmp_path / "notes.txt"
    place.write_text("minutes of a meeting\n" * 100, encoding="utf-8")
    with BotApi().in_thread() as api, serving(tmp_path / "stderr", api, BOT_STATE=str(place)) as served:
        assert served.process.wait(60) != 0
        (said,) = served.stderr.strip().splitlines()[-1:]
    assert said.endswith("expected a file of this bot's, or one that is not there yet")
    assert f"BOT_STATE: {place} can't be used (file is not a database)" in said
    assert "Traceback" not in served.stderr


# --- several bots ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Replicas, Valkey]]:
    folder = tmp_path_factory.mktemp("replicas")
    with valkey(folder) as server, BotApi().in_thread() as api, Replicas(api, server.url, folder).running() as replicas:
        yield replicas, server
        assert replicas.tracebacks == 0


def ask(api: BotApi, chats: list[int], rounds: range) -> None:
    """Each chat asks for a paragraph in each round."""
    for number, chat in itertools.product(rounds, chats):
        api.say(f"第{number + 1}段", chat=chat)


def heard(api: BotApi, chat: int) -> list[int]:
    """The paragraphs that a chat got, in order."""
    found = (CLAUSE.match(call.text) for call in api.sent if call.chat_id == chat and call.method == "sendMessage")
    return [int(each[1]) for each in found if each]


def everything(api: BotApi, chats: list[int], rounds: range) -> bool:
    """Whether each chat has got what it asked for."""
    wanted = {number + 1 for number in rounds}
    return all(set(heard(api, chat)) >= wanted for chat in chats)


def remembers(api: BotApi, who: int) -> bool:
    """Whether somebody new is answered in the language that they choose."""
    api.exchange("/lang zh-Hant", chat=who)
    return "贊成" in api.exchange("How did China vote?", chat=who).text


@WITH_VALKEY
def test_a_conversation_is_held_with_both(shared: tuple[Replicas, Valkey]) -> None:
    replicas, _ = shared
    api, who = replicas.server, next(ids)
    api.exchange("/lang zh-Hant", chat=who)
    api.exchange("第1段", chat=who)
    answered = [0]
    for number in range(2, 21):
        assert api.exchange("下一段", chat=who).text.startswith(f"第{number}段：")
        answered = [served.stderr.count("answered paragraph") for served in replicas.bots]
        if all(answered):
            break
    assert all(answered), answered


@WITH_VALKEY
def test_each_chat_is_answered_in_order_and_once(shared: tuple[Replicas, Valkey]) -> None:
    api, chats = shared[0].server, [next(ids) for _ in range(8)]
    ask(api, chats, range(10))
    api.wait_until(lambda: everything(api, chats, range(10)))
    assert {chat: heard(api, chat) for chat in chats} == {chat: list(range(1, 11)) for chat in chats}


@WITH_VALKEY
def test_an_update_that_is_sent_again_is_not_answered_again(shared: tuple[Replicas, Valkey]) -> None:
    """As Telegram does where its connection broke before it heard that an update was taken."""
    api, who = shared[0].server, next(ids)
    with api.record.lock:
        api.say("第3段", chat=who)
        update = dict(api.core.updates.items[-1])
    api.wait_until(lambda: heard(api, who) == [3])
    api.enqueue(update)
    api.exchange("第4段", chat=who)
    assert heard(api, who) == [3, 4]


@WITH_VALKEY
def test_what_a_killed_one_had_in_hand_another_one_answers(shared: tuple[Replicas, Valkey]) -> None:
    replicas, _ = shared
    api, chats = replicas.server, [next(ids) for _ in range(6)]
    ask(api, chats, range(8))
    api.wait_until(lambda: any(heard(api, chat) for chat in chats))
    replicas.kill(0)
    api.wait_until(lambda: everything(api, chats, range(8)))
    for chat in chats:
        # One that was being answered when it was killed may come twice.
        assert list(dict.fromkeys(heard(api, chat))) == list(range(1, 9))
        assert len(heard(api, chat)) <= 9
    replicas.start(0)
    replicas.wait(0)


@WITH_VALKEY
def test_a_valkey_that_is_killed_and_started_again_under_load(shared: tuple[Replicas, Valkey]) -> None:
    replicas, server = shared
    api, chats = replicas.server, [next(ids) for _ in range(6)]
    ask(api, chats, range(8))
    api.wait_until(lambda: any(heard(api, chat) for chat in chats))
    server.kill()
    ask(api, chats, range(8, 10))
    # Answers go on without it …
    api.wait_until(lambda: everything(api, chats, range(8, 10)))
    server.start()
    # … and nothing that was handed over is lost.
    api.wait_until(lambda: everything(api, chats, range(10)))
    # It is used again, as soon as it is there.
    deadline = time.monotonic() + PATIENCE
    while not remembers(api, next(ids)):
        assert time.monotonic() < deadline
    # What was answered is taken out of the queues.
    with Redis.from_url(server.url) as client:
        while client.keys("resolution-bot:*:queue:*"):
            assert time.monotonic() < deadline
            time.sleep(0.1)
    lines = [line for served in replicas.bots for line in served.stderr.splitlines() if "can't be" in line]
    assert lines
    assert len({line[:19] for line in lines}) >= len(lines) / 4
