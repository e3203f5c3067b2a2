"""Tests of updates that can't be read: they are skipped, confirmed and logged, and whoever asks next is answered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot, Update

from bot.faces.telegram.updates import Unfit, read
from tests.botapi import BotApi
from tests.faces.served import CLAUSE_5, Served, hooked, ids, serving

BOT = Bot("123456:TEST-token_for_the_local_server_000")
SAID = "the words of a person 4711"


def message(chat: int, **more: Any) -> dict[str, Any]:
    """A message in a private chat."""
    person = {"id": chat, "is_bot": False, "first_name": "A", "language_code": "en"}
    return {"message_id": 900, "date": 0, "chat": {"id": chat, "type": "private", "first_name": "A"}, "from": person, **more}


def odd(chat: int) -> dict[str, dict[str, Any]]:
    """Updates with less, or with other things, than the library knows; each in that chat."""
    text = {"text": SAID}
    nameless = {"id": chat, "is_bot": False}
    colour = {"fill": {"type": "solid"}}
    unlabelled = {"inline_keyboard": [[{"callback_data": "op5"}]]}
    return {
        "a gift without a sticker": {"message": message(chat, gift={"gift": {"id": "7", "star_count": 5}})},
        "an origin of an unknown kind": {"message": message(chat, **text, forward_origin={"date": 0})},
        "a chat background": {"message": message(chat, chat_background_set={"type": {"type": "fill", **colour}})},
        "an entity without an offset": {"message": message(chat, **text, entities=[{"type": "bold", "length": 3}])},
        "a user without a name": {"message": message(chat, **text) | {"from": nameless}},
        "a button without a text": {"message": message(chat, **text, reply_markup=unlabelled)},
        "a story without a chat": {"message": message(chat, story={"id": 3})},
        "a poll without options": {"message": message(chat, poll={"id": "1", "question": SAID, "is_anonymous": True})},
    }


def wrong(chat: int) -> dict[str, dict[str, Any]]:
    """Updates with fields of other types than the Bot API has."""
    who = {"id": chat, "is_bot": False, "first_name": "A"}
    return {
        "a message that is a number": {"message": 5},
        "a message that is a list": {"edited_message": [SAID]},
        "a chat that is a text": {"message": message(chat) | {"chat": SAID}},
        "a chat's id that is a text": {"message": message(chat, text=SAID) | {"chat": {"id": SAID, "type": "private"}}},
        "a chat's id that is a list": {"message": message(chat, text=SAID) | {"chat": {"id": [1], "type": "private"}}},
        "a message's id that is a fraction": {"message": message(chat, text=SAID) | {"message_id": 1.5}},
        "a date that is a text": {"message": message(chat, text=SAID) | {"date": "today"}},
        "a user that is true": {"message": message(chat, text=SAID) | {"from": True}},
        "a user's language that is a number": {"message": message(chat, text=SAID) | {"from": {**who, "language_code": 5}}},
        "a reply to a text": {"message": message(chat, text=SAID, reply_to_message=SAID)},
        "a press with data that are a list": {"callback_query": {"id": "1", "from": who, "chat_instance": "1", "data": ["op5"]}},
        "a press by nobody": {"callback_query": {"id": "1", "chat_instance": "1", "data": "op5"}},
        "an inline query that is a number": {"inline_query": {"id": "1", "from": who, "query": 5, "offset": ""}},
        "an inline query with an id that is null": {"inline_query": {"id": None, "from": who, "query": "5", "offset": ""}},
        "nothing but its id": {},
    }


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


@pytest.mark.parametrize(
    "result", [5, {"a": 1}, [5], ["x"], [{"message": {}}], [{"update_id": "7"}], False], ids=lambda result: json.dumps(result)
)
def test_an_odd_answer_to_a_poll_is_waited_out(tmp_path: Path, result: object) -> None:
    server = BotApi()
    with server.in_thread(), serving(tmp_path / "stderr", server) as served:
        server.fail_next(method="getUpdates", result=result, times=3)
        assert CLAUSE_5 in server.exchange("第5段", chat=7).text
        # Half a second, one, two: not hundreds a second.
        assert 4 <= server.counts["getUpdates"] <= 8
        assert "Traceback" not in served.stderr


_KEYS = ["update_id", "message", "callback_query", "inline_query", "chat", "from", "id", "type", "text", "entities", "date", "data"]
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
