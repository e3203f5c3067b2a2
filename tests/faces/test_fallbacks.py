"""Tests of what is done where Telegram refuses one way to answer: another one, and never nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.botapi import Call
from tests.faces.served import CLAUSE_5, Served, ids

RESULT = "Adopted by a recorded vote: 29 in favour"


@pytest.fixture
def refusing(shared: Served) -> Iterator[Served]:
    """The shared bot; calls of it may be refused, and nobody sees a traceback of that."""
    refused, said = len(shared.server.refused), len(shared.stderr)
    yield shared
    del shared.server.record.refused[refused:]
    assert "Traceback" not in shared.stderr[said:]
    assert shared.process.poll() is None


@pytest.fixture
def somebody(refusing: Served) -> int:
    """Somebody new, who has Telegram in English."""
    ident = next(ids)
    refusing.server.user(ident, language_code="en")
    return ident


@pytest.fixture
def hall(refusing: Served) -> int:
    """A new group with topics."""
    return refusing.server.chat(-1_000_000_000_000 - next(ids), type="supergroup", title="Hall", topics=[31, 32]).id


def answers(served: Served, chat: int, say: str, user: int, **more: Any) -> list[Call]:
    """What is sent to a chat for a message, as soon as there is a message."""
    before = len(served.server.sent)
    served.server.say(say, chat=chat, user=user, **more)
    served.server.wait_for(1, since=before)
    return [call for call in served.server.messages if call.chat_id == chat]


# --- topics and questions that are gone ------------------------------------------------------------


@pytest.mark.parametrize(
    ("say", "method"), [("/para 5", "sendMessage"), ("/map", "sendPhoto"), ("/lang", "sendMessage")]
)
def test_a_topic_that_is_closed(refusing: Served, hall: int, somebody: int, say: str, method: str) -> None:
    refusing.server.close_topic(hall, 32)
    last = answers(refusing, hall, say, somebody, thread=32)[-1]
    assert (last.method, last.thread_id) == (method, None)
    assert "TOPIC_CLOSED" in {r.description.removeprefix("Bad Request: ") for r in refusing.server.refused}


@pytest.mark.parametrize("label", ["Who voted how", "As a picture", "Full text"])
def test_a_button_in_a_topic_that_is_closed(refusing: Served, hall: int, somebody: int, label: str) -> None:
    asked = refusing.server.exchange("/tally" if label != "Full text" else "/para", chat=hall, user=somebody, thread=32)
    refusing.server.close_topic(hall, 32)
    done = refusing.press(asked, label, somebody)
    assert not done.notice
    assert {call.thread_id for call in done.messages} == {None}


@pytest.mark.parametrize("label", ["Who voted how", "As a picture"])
def test_a_topic_that_was_deleted(refusing: Served, hall: int, somebody: int, label: str) -> None:
    asked = refusing.server.exchange("/tally", chat=hall, user=somebody, thread=32)
    data = refusing.button(asked, label)["callback_data"]
    before = len(refusing.server.sent)
    query = refusing.server.press(data, asked, somebody)
    refusing.server.delete_topic(hall, 32)
    sent = refusing.server.wait_for(lambda call: call.chat_id == hall and call.message, since=before)
    assert query.query_id in {call.params.get("callback_query_id") for call in refusing.server.sent}
    assert sent.thread_id is None


@pytest.mark.parametrize("say", ["/para 5", "/map", "/full"])
def test_a_question_that_was_deleted(refusing: Served, hall: int, somebody: int, say: str) -> None:
    said = refusing.server.say(say, chat=hall, user=somebody)
    refusing.server.delete(hall, said.message_id)
    assert refusing.server.wait_for(lambda call: call.chat_id == hall and call.message).reply_to is None


@pytest.mark.parametrize("words", ["message to be replied not found", "replied message not found"])
def test_a_server_that_refuses_to_reply_to_what_was_deleted(
    refusing: Served, hall: int, somebody: int, words: str
) -> None:
    refusing.server.fail_next(400, f"Bad Request: {words}", method="sendMessage", chat=hall)
    (call,) = answers(refusing, hall, "/para 5", somebody)
    assert (call.reply_to, call.parts("blockquote")) == (None, [CLAUSE_5])


# --- what may not be sent --------------------------------------------------------------------------


def test_the_result_in_words_where_no_picture_may_be_sent(refusing: Served, hall: int, somebody: int) -> None:
    refusing.server.deny(hall, "photos")
    (call,) = answers(refusing, hall, "/map", somebody)
    assert call.method == "sendMessage"
    assert call.text.startswith(RESULT)


@pytest.mark.parametrize(
    "words", ["Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN", "Bad Request: not enough rights to send photos to the chat"]
)
def test_the_result_in_words_whatever_telegram_calls_it(refusing: Served, hall: int, somebody: int, words: str) -> None:
    refusing.server.fail_next(400, words, method="sendPhoto", chat=hall)
    (call,) = answers(refusing, hall, "/map", somebody)
    assert call.text.startswith(RESULT)


def test_the_button_for_the_picture_where_none_may_be_sent(refusing: Served, hall: int, somebody: int) -> None:
    asked = refusing.server.exchange("/vote China", chat=hall, user=somebody)
    refusing.server.deny(hall, "photos")
    done = refusing.press(asked, "As a picture", somebody)
    assert not done.notice
    assert done.message.text.startswith(RESULT)


def test_the_text_where_no_file_may_be_sent(refusing: Served, hall: int, somebody: int) -> None:
    asked = refusing.server.exchange("/para", chat=hall, user=somebody)
    refusing.server.deny(hall, "documents")
    done = refusing.press(asked, "As a .txt file", somebody)
    assert not done.notice
    assert any(CLAUSE_5 in call.text for call in done.messages)


def test_a_chat_where_nothing_may_be_sent_holds_up_nobody(refusing: Served, hall: int, somebody: int) -> None:
    refusing.server.deny(hall, "text messages", "photos")
    for say in ("/para 5", "/map"):
        refusing.server.say(say, chat=hall, user=somebody)
    assert CLAUSE_5 in refusing.server.exchange("第5段", chat=somebody).text
    refusing.server.wait_until(
        lambda: len([r for r in refusing.server.refused if r.params.get("chat_id") == str(hall)]) >= 3
    )
    refusing.server.deny(hall)
    assert CLAUSE_5 in refusing.server.exchange("/para 5", chat=hall, user=somebody).text


@pytest.mark.parametrize(
    "why",
    [
        "bot was blocked by the user",
        "user is deactivated",
        "bot was kicked from the group chat",
        "bot can't initiate conversation with a user",
    ],
)
def test_whoever_blocks_the_bot_holds_up_nobody(refusing: Served, somebody: int, why: str) -> None:
    asked = refusing.server.exchange("第4段", chat=somebody)
    refusing.server.forbid(somebody, why)
    query = refusing.server.press(refusing.button(asked, "▶")["callback_data"], asked)
    for say in ("第5段", "/map", "/lang", "/full"):
        refusing.server.say(say, chat=somebody)
    assert CLAUSE_5 in refusing.server.exchange("第5段", chat=next(ids)).text
    refusing.server.wait_for(lambda call: call.params.get("callback_query_id") == query.query_id)
    # The press and each message, and of the picture also the sign of being at work.
    theirs = str(somebody)
    refusing.server.wait_until(lambda: [r.params.get("chat_id") for r in refusing.server.refused].count(theirs) == 6)
    refusing.server.allow(somebody)
    assert CLAUSE_5 in refusing.server.exchange("第5段", chat=somebody).text


# --- pictures ----------------------------------------------------------------------------------------


def pictured(served: Served, chat: int) -> Call:
    """The picture that /map sends."""
    before = len(served.server.sent)
    served.server.say("/map", chat=chat)
    return served.server.wait_for(lambda call: call.chat_id == chat and call.method == "sendPhoto", since=before)


def test_a_picture_that_telegram_has_forgotten_is_uploaded_again(refusing: Served, somebody: int) -> None:
    pictured(refusing, somebody)
    known = pictured(refusing, somebody)
    assert not known.files
    refusing.server.forget_picture(known)
    assert pictured(refusing, somebody).files
    assert not pictured(refusing, somebody).files


@pytest.mark.parametrize(
    "words", ["wrong remote file identifier specified: Wrong string length", "FILE_REFERENCE_EXPIRED", "wrong file_id"]
)
def test_whatever_telegram_says_of_a_picture_it_has_forgotten(refusing: Served, somebody: int, words: str) -> None:
    pictured(refusing, somebody)
    refusing.server.fail_next(400, f"Bad Request: {words}", method="sendPhoto", chat=somebody)
    assert pictured(refusing, somebody).files


def test_the_other_order_of_a_picture_that_telegram_has_forgotten(refusing: Served, somebody: int) -> None:
    call = pictured(refusing, somebody)
    refusing.press(call, "By regional group")
    # The bot is that of other tests too, so only what is sent anew here may be forgotten.
    refusing.server.forget_picture(call)
    refusing.press(call, "In the record's order")
    done = refusing.press(call, "By regional group")
    assert not done.notice
    assert done.message.files


def test_a_picture_whose_message_is_gone_is_sent(refusing: Served, somebody: int) -> None:
    call = pictured(refusing, somebody)
    refusing.server.fail_next(400, "Bad Request: message to edit not found", method="editMessageMedia", chat=somebody)
    done = refusing.press(call, "By regional group")
    assert not done.notice
    assert done.message.method == "sendPhoto"


def test_a_caption_that_is_too_long_follows_as_a_message(refusing: Served, somebody: int) -> None:
    refusing.server.fail_next(400, "Bad Request: message caption is too long", method="sendPhoto", chat=somebody)
    before = len(refusing.server.sent)
    refusing.server.say("/map", chat=somebody)
    told = refusing.server.wait_for(
        lambda call: call.chat_id == somebody and call.method == "sendMessage", since=before
    )
    assert RESULT in told.text
    (shown,) = [
        call for call in refusing.server.sent[before:] if call.chat_id == somebody and call.method == "sendPhoto"
    ]
    assert shown.text == ""
    assert shown.buttons


# --- messages to edit, groups that move ------------------------------------------------------------------


@pytest.mark.parametrize("words", ["message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID"])
def test_a_message_to_edit_that_is_gone_is_sent(refusing: Served, somebody: int, words: str) -> None:
    call = refusing.server.exchange("第5段", chat=somebody)
    refusing.server.fail_next(400, f"Bad Request: {words}", method="editMessageText", chat=somebody)
    done = refusing.press(call, "▶")
    assert not done.notice
    assert (done.message.method, done.message.text[:3]) == ("sendMessage", "第6段")


@pytest.mark.parametrize(
    ("message", "label", "method"),
    [("/para 5", "▶", "editMessageText"), ("/vote China", "Result", "sendMessage"), ("/vote China", "As a picture",
    "sendPhoto"),
     ("/para", "As a .txt file", "sendDocument")],
)  # fmt: skip
def test_a_button_in_a_group_that_has_moved(
    refusing: Served, somebody: int, message: str, label: str, method: str
) -> None:
    old, new = -next(ids), -1_000_000_000_000 - next(ids)
    for ident, kind in ((old, "group"), (new, "supergroup")):
        refusing.server.chat(ident, type=kind, title="Hall")
    asked = refusing.server.exchange(message, chat=old, user=somebody)
    refusing.server.fail_next(method=method, chat=old, migrate_to=new, times=1)
    refusing.server.fail_next(method="sendMessage" if method == "editMessageText" else method, chat=old, migrate_to=new)
    before = len(refusing.server.sent)
    refusing.server.press(refusing.button(asked, label)["callback_data"], asked, somebody)
    refusing.server.wait_for(lambda call: call.chat_id == new and call.message, since=before)


# --- presses ---------------------------------------------------------------------------------------------


def acknowledged(served: Served) -> set[str]:
    return {call.params["callback_query_id"] for call in served.server.sent if call.method == "answerCallbackQuery"}


def test_forty_presses_in_a_group_are_acknowledged_within_ten_seconds(
    refusing: Served, hall: int, somebody: int
) -> None:
    asked = refusing.server.exchange("/vote China", chat=hall, user=somebody)
    data = refusing.button(asked, "Result")["callback_data"]
    # Half of them by one person, which is a flood; and the group is told to wait meanwhile.
    refusing.server.fail_next(method="sendMessage", chat=hall, retry_after=3)
    queries = [refusing.server.press(data, asked, somebody if n % 2 else next(ids)).query_id for n in range(40)]
    refusing.server.wait_until(lambda: set(queries) <= acknowledged(refusing), 10)
    answered = [c for c in refusing.server.sent if c.params.get("callback_query_id") in queries]
    assert {call.text for call in answered} == {""}


@pytest.mark.parametrize(
    "fault",
    [{"status": 400, "description": "Bad Request: chat not found"}, {"status": 403}, {"status": 500, "times": 4}],
    ids=["400", "403", "500"],
)
def test_a_button_that_fails_does_not_say_that_it_is_old(
    refusing: Served, somebody: int, fault: dict[str, Any]
) -> None:
    asked = refusing.server.exchange("/vote China", chat=somebody)
    refusing.server.fail_next(method="sendMessage", chat=somebody, **fault)
    before = len(refusing.server.sent)
    query = refusing.server.press(refusing.button(asked, "Result")["callback_data"], asked)
    answer = refusing.server.wait_for(lambda call: call.params.get("callback_query_id") == query.query_id, since=before)
    assert answer.text == ""


def test_a_press_is_acknowledged_before_what_it_causes(refusing: Served, somebody: int) -> None:
    asked = refusing.server.exchange("/vote China", chat=somebody)
    before = len(refusing.server.sent)
    refusing.server.press(refusing.button(asked, "Result")["callback_data"], asked)
    refusing.server.wait_for(1, since=before)
    assert [call.method for call in refusing.server.sent[before:]][:2] == ["answerCallbackQuery", "sendMessage"]


def test_an_acknowledgement_that_does_not_get_through_does_not_cost_the_answer(refusing: Served, somebody: int) -> None:
    asked = refusing.server.exchange("/vote China", chat=somebody)
    refusing.server.fail_next(method="answerCallbackQuery", retry_after=7200)
    before = len(refusing.server.sent)
    refusing.server.press(refusing.button(asked, "Result")["callback_data"], asked)
    assert refusing.server.wait_for(1, since=before)[0].text.startswith(RESULT)
