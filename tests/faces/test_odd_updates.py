"""Tests of updates that can't be read: they are skipped, confirmed and logged, and whoever asks next is answered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot, Update

from bot.faces.telegram.updates import Unfit, read
from tests.botapi import BotApi
from tests.faces.served import CLAUSE_5, Served, hooked, ids, serving
from tests.odd_updates import SAID, message, odd, wrong

BOT = Bot("123456:TEST-token_for_the_local_server_000")
READ = {"a gift without a sticker", "nothing but its id"}
"""What the library can read; there is nothing in it to answer."""
CASES = [*odd(1), *wrong(1)]


@pytest.fixture(scope="module", params=["polling", "webhook"])
def receiving(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A bot that fetches its updates, and one that is sent them."""
    server, log = BotApi(), tmp_path_factory.mktemp("odd") / "stderr"
    with server.in_thread():
        if request.param == "polling":
            with serving(log, server, BOT_MAX_RATE="0") as served:
                yield served
        else:
            with hooked(log, server, BOT_MAX_RATE="0") as (served, _):
                yield served


@pytest.mark.parametrize("case", CASES)
def test_the_next_one_is_answered(receiving: Served, case: str) -> None:
    chat = next(ids)
    server, before, polls = receiving.server, len(receiving.stderr), receiving.server.counts.get("getUpdates", 0)
    ident = server.enqueue({**odd(chat), **wrong(chat)}[case])
    assert CLAUSE_5 in server.exchange("第5段", chat=chat).text
    server.wait_until(lambda: not server.pending)
    said = receiving.stderr[before:]
    assert "Traceback" not in said
    assert SAID not in said
    kind = next(iter({**odd(1), **wrong(1)}[case]), None)
    assert (f"update {ident} ({kind}) can't be read" in said) == (case not in READ)
    # The one and the other are fetched; and not again and again.
    assert server.counts.get("getUpdates", 0) - polls <= 4


def test_all_at_once_between_questions(receiving: Served) -> None:
    chats = [next(ids) for _ in range(4)]
    for chat in chats:
        receiving.server.say("第5段", chat=chat)
        for update in (*odd(chat).values(), *wrong(chat).values()):
            receiving.server.enqueue(update)
        receiving.server.say("第6段", chat=chat)
    for chat in chats:
        receiving.server.wait_for(lambda call, chat=chat: call.chat_id == chat and call.text.startswith("第6段"))
        # Only the one whose text is a number could be told; there is none here.
        assert [call.text[:3] for call in receiving.server.messages if call.chat_id == chat] == ["第5段", "第6段"]


ODD_ANSWERS = [5, {"a": 1}, [5], ["x"], [{"message": {}}], [{"update_id": "7"}], False]


def test_an_odd_answer_to_a_poll_is_waited_out(tmp_path: Path) -> None:
    server = BotApi()
    with server.in_thread(), serving(tmp_path / "stderr", server) as served:
        for chat, result in enumerate(ODD_ANSWERS, 7):
            server.fail_next(method="getUpdates", result=result)
            assert CLAUSE_5 in server.exchange("第5段", chat=chat).text
        server.fail_next(method="getUpdates", result=5, times=4)
        polls = server.counts["getUpdates"]
        assert CLAUSE_5 in server.exchange("第5段", chat=7).text
        # Later and later, not hundreds a second.
        assert server.counts["getUpdates"] - polls <= 7
        assert "Traceback" not in served.stderr


_KEYS = [
    "update_id",
    "message",
    "callback_query",
    "inline_query",
    "chat",
    "from",
    "id",
    "type",
    "text",
    "entities",
    "date",
    "data",
]
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.sampled_from(["private", "x", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=6),
    max_leaves=30,
)


@given(_JSON)
def test_no_json_raises(data: object) -> None:
    assert isinstance(read(data, BOT), (Update, Unfit, type(None)))


@given(st.sampled_from(["message_id", "date", "chat", "from", "text", "entities"]), _JSON)
def test_what_is_read_has_what_it_should(field: str, value: object) -> None:
    found = read({"update_id": 1, "message": message(7, text="x") | {field: value}}, BOT)
    if isinstance(found, Update):
        assert found.message is not None
        assert type(found.message.chat.id) is int
        assert type(found.message.message_id) is int
        assert found.message.text is None or type(found.message.text) is str
