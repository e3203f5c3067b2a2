"""Tests of groups, topics and channels; of messages that are edited, and of answers that are to be deleted."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Bot, Message

from bot.faces.telegram.delivery import digest, reply
from tests.botapi import BotApi, Call
from tests.faces.served import CLAUSE_5, KEPT, Served, ids

BOT = {"id": 123456, "is_bot": True, "first_name": "Resolution", "username": "resolution_bot"}
OTHER_BOT = {"id": 654321, "is_bot": True, "first_name": "Other", "username": "other_bot"}


def sent(calls: list[Call]) -> list[Call]:
    """Without signs of being at work."""
    return [call for call in calls if call.method != "sendChatAction"]


# --- silent unless addressed -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("say", "extra"),
    [
        ("第5段", {}),
        ("中国怎么投的？", {}),
        ("@other_bot 第5段", {}),
        ("@resolution_bots 第5段", {}),
        ("resolution_bot 第5段", {}),
        ("/tally@other_bot", {}),
        ("/start@other_bot op5", {}),
        ("/map@other_bot", {}),
        ("/lang@other_bot en", {}),
        ("/delete@other_bot", {}),
        ("第5段 /tally@other_bot", {}),
        ("中国投了赞成票。", {"via_bot": BOT}),
        ("@resolution_bot 第5段", {"via_bot": BOT}),
        ("@resolution_bot 第5段", {"is_automatic_forward": True}),
        ("/tally", {"is_automatic_forward": True}),
        ("/map", {"is_automatic_forward": True}),
    ],
    ids=[
        "a clause", "a question", "another's mention", "a longer name", "the name alone", "another's command",
        "another's start", "another's picture",
        "another's language", "another's delete", "another's command in a text", "sent by inline mode",
        "the same with a mention",
        "a channel's post forwarded by itself", "a channel's command forwarded by itself",
        "a channel's picture forwarded by itself",
    ],
)  # fmt: skip
def test_silent_in_a_group(served: Served, group: int, me: int, say: str, extra: dict[str, Any]) -> None:
    assert served.silent(group, say, user=me, extra=extra)


@pytest.mark.parametrize("say", ["/tally@other_bot", "/vote@other_bot 中国"])
def test_another_bots_command_is_not_ours_even_in_reply_to_us(served: Served, group: int, me: int, say: str) -> None:
    ours = served.server.exchange("/para 5", chat=group, user=me)
    assert served.silent(group, say, user=me, reply_to=ours)


@pytest.mark.parametrize(
    ("say", "extra"),
    [
        (None, {"new_chat_members": [BOT]}),
        (None, {"left_chat_member": OTHER_BOT}),
        (None, {"new_chat_title": "第5段"}),
        (None, {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 9, "height": 9}], "caption": "第5段"}),
    ],
    ids=["the bot joins", "somebody leaves", "a new title", "a picture"],
)
def test_what_happens_in_a_group_is_not_talked_about(
    served: Served, group: int, me: int, say: str | None, extra: dict[str, Any]
) -> None:
    assert served.silent(group, say, user=me, extra=extra)


@pytest.mark.parametrize(
    "say",
    [
        "/para 5",
        "/para@resolution_bot 5",
        "/PARA@Resolution_Bot 5",
        "@resolution_bot paragraph 5",
        "paragraph 5 @RESOLUTION_BOT?",
    ],
)
@pytest.mark.parametrize("kind", ["group", "supergroup"])
def test_answers_when_addressed(served: Served, me: int, say: str, kind: str) -> None:
    number = next(ids)
    chat = served.server.chat(-number if kind == "group" else -1_000_000_000_000 - number, type=kind, title="Hall").id
    said = served.server.say(say, chat=chat, user=me)
    call = served.server.wait_for(lambda call: call.chat_id == chat)
    assert call.parts("blockquote") == [CLAUSE_5]
    assert call.reply_to == said.message_id


def test_a_mention_by_name_without_a_user_name(served: Served, group: int, me: int) -> None:
    entity = {"type": "text_mention", "offset": 0, "length": 10, "user": BOT}
    call = served.server.exchange("Resolution 第5段", chat=group, user=me, entities=[entity])
    assert call.parts("blockquote") == [CLAUSE_5]


def test_a_reply_to_the_bot_is_for_it_whoever_asked_before(served: Served, group: int, me: int, you: int) -> None:
    first = served.server.exchange("/para 4", chat=group, user=me)
    assert CLAUSE_5 in served.server.exchange("第5段", chat=group, user=you, reply_to=first).text


def test_a_deep_link_into_a_group(served: Served, group: int, me: int) -> None:
    assert served.server.exchange("/start@resolution_bot op5", chat=group, user=me).parts("blockquote") == [CLAUSE_5]


# --- where the answer stands -----------------------------------------------------------------------


def test_the_answer_quotes_the_question(served: Served, group: int, me: int) -> None:
    said = served.server.say("/para 5", chat=group, user=me)
    served.server.say("noise", chat=group, user=me)
    assert served.server.wait_for(lambda call: call.chat_id == group).reply_to == said.message_id


def test_all_of_a_long_answer_quotes_the_question(served: Served, group: int, me: int) -> None:
    calls = served.calls(group, "/full", user=me)
    assert calls
    assert {call.reply_to for call in calls} == {1}


@pytest.mark.parametrize(
    "say",
    ["/para 5", "@resolution_bot 第5段", "/full", "/map", "/start@resolution_bot map", "/lang", "/delete", "/help"],
)
def test_answers_stand_in_the_topic_of_the_question(served: Served, me: int, say: str) -> None:
    hall = served.server.chat(-1_000_000_000_000 - next(ids), type="supergroup", title="Hall", topics=[31, 32]).id
    calls = served.calls(hall, say, user=me, thread=32)
    assert calls
    for call in calls:
        assert (call.thread_id if call.message else call.params.get("message_thread_id")) == 32


def test_what_a_button_sends_stands_in_the_topic_of_the_button(served: Served, me: int, you: int) -> None:
    hall = served.server.chat(-1_000_000_000_000 - next(ids), type="supergroup", title="Hall", topics=[31, 32]).id
    call = served.server.exchange("/vote 中国", chat=hall, user=me, thread=32)
    for label in ("投票名单", "表决图"):
        assert [done.thread_id for done in sent(served.press(call, label, you).calls)] == [32]


def test_a_refused_reply_is_sent_plainly_into_the_same_topic(served: Served, me: int) -> None:
    hall = served.server.chat(-1_000_000_000_000 - next(ids), type="supergroup", title="Hall", topics=[32]).id
    served.server.fail_next(
        method="sendMessage", chat=hall, status=400, description="Bad Request: can't parse entities"
    )
    call = served.server.exchange("/para 5", chat=hall, user=me, thread=32)
    assert CLAUSE_5 in call.text
    assert call.thread_id == 32


def test_a_question_that_was_deleted_is_answered_all_the_same(served: Served, group: int, me: int) -> None:
    said = served.server.say("/para 5", chat=group, user=me)
    with served.server.record.lock:
        served.server.core.world.messages.pop((group, said.message_id), None)
    assert CLAUSE_5 in served.server.wait_for(lambda call: call.chat_id == group).text


# --- whose conversation ------------------------------------------------------------------------------


def test_each_person_has_a_conversation_of_their_own_in_each_chat(
    served: Served, group: int, me: int, you: int
) -> None:
    def asked(text: str, user: int) -> str:
        return served.server.exchange(f"@resolution_bot {text}", chat=group, user=user).text

    asked("第4段", me)
    assert CLAUSE_5 not in asked("下一段", you)
    assert CLAUSE_5 in asked("下一段", me)
    assert CLAUSE_5 not in served.server.exchange("下一段", chat=me).text


def test_a_button_is_part_of_the_conversation_of_whoever_pressed_it(
    served: Served, group: int, me: int, you: int
) -> None:
    call = served.server.exchange("/para 3", chat=group, user=me)
    served.press(call, "▶", you)
    assert CLAUSE_5 in served.server.exchange("@resolution_bot next paragraph", chat=group, user=you).text
    assert (
        "Operative paragraph 4:" in served.server.exchange("@resolution_bot next paragraph", chat=group, user=me).text
    )


def test_anonymous_administrators_are_answered(served: Served, group: int) -> None:
    call = served.server.exchange("/para 第4段", chat=group, anonymous=True)
    assert call.text.startswith("第4段：")
    assert CLAUSE_5 in served.server.exchange("@resolution_bot 下一段", chat=group, anonymous=True).text


def test_anonymous_administrators_of_two_groups_share_nothing(served: Served, group: int) -> None:
    other = served.server.chat(-1_000_000_000_000 - next(ids), type="supergroup", title="Other").id
    served.server.exchange("/para 第4段", chat=group, anonymous=True)
    assert CLAUSE_5 not in served.server.exchange("@resolution_bot 下一段", chat=other, anonymous=True).text


def test_the_language_one_anonymous_administrator_chose_is_not_that_of_all(served: Served, group: int) -> None:
    other = served.server.chat(-1_000_000_000_000 - next(ids), type="supergroup", title="Other").id
    served.server.exchange("/lang en", chat=group, anonymous=True)
    try:
        assert served.server.exchange("/para 第5段", chat=group, anonymous=True).text.startswith(
            "Operative paragraph 5:"
        )
        assert served.server.exchange("/para 第5段", chat=other, anonymous=True).text.startswith("第5段：")
    finally:
        served.server.exchange("/lang auto", chat=group, anonymous=True)


def test_who_writes_as_a_channel_is_answered(served: Served, group: int) -> None:
    channel = served.server.chat(-1_000_000_000_000 - next(ids), type="channel", title="News").id
    assert CLAUSE_5 in served.server.exchange("/para 第5段", chat=group, sender_chat=channel).text


# --- channels ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("say", "begins"),
    [
        ("/para 第5段", "第5段："),
        ("/tally 中国", "记录表决以29票赞成"),
        ("/vote@resolution_bot 法国", "法国投了反对票。"),
    ],
)
def test_a_command_in_a_channel(served: Served, say: str, begins: str) -> None:
    channel = served.server.chat(-1_000_000_000_000 - next(ids), type="channel", title="News").id
    assert served.server.exchange(say, chat=channel).text.startswith(begins)


def test_the_picture_in_a_channel(served: Served) -> None:
    channel = served.server.chat(-1_000_000_000_000 - next(ids), type="channel", title="News").id
    served.server.say("/map", chat=channel)
    served.server.wait_for(lambda call: call.chat_id == channel and call.method == "sendPhoto")


def test_a_post_that_is_edited_edits_its_answer(served: Served) -> None:
    channel = served.server.chat(-1_000_000_000_000 - next(ids), type="channel", title="News").id
    said = served.server.say("/para 第4段", chat=channel)
    first = served.server.wait_for(lambda call: call.chat_id == channel)
    done = served.server.exchange("/para 第5段", edit=said)
    assert (done.method, done.message_id) == ("editMessageText", first.message_id)
    assert CLAUSE_5 in done.text


@pytest.mark.parametrize("say", ["第5段", "中国怎么投的", "/tally@other_bot"])
def test_posts_that_ask_nothing_are_left_alone(served: Served, say: str) -> None:
    channel = served.server.chat(-1_000_000_000_000 - next(ids), type="channel", title="News").id
    before = len(served.server.sent)
    served.server.say(say, chat=channel)
    served.server.exchange("/tally", chat=channel)
    assert len([call for call in served.server.sent[before:] if call.chat_id == channel]) == 1


# --- trouble -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("say", "method"),
    [("/para 第5段", "sendMessage"), ("/full", "sendMessage"), ("/map", "sendPhoto"), ("/lang", "sendMessage")],
)
def test_a_group_that_became_a_supergroup_gets_the_answer_there(served: Served, me: int, say: str, method: str) -> None:
    old, new = -next(ids), -1_000_000_000_000 - next(ids)
    served.server.chat(old, type="group", title="Hall")
    served.server.chat(new, type="supergroup", title="Hall")
    before = len(served.server.sent)
    served.server.fail_next(method=method, chat=old, migrate_to=new)
    served.server.say(say, chat=old, user=me)
    call = served.server.wait_for(lambda call: call.chat_id == new, 3, since=before)
    assert call.method == method


def test_a_group_that_moves_while_it_is_asked(served: Served, me: int) -> None:
    old = served.server.chat(-next(ids), type="group", title="Hall").id
    served.server.exchange("/para 第4段", chat=old, user=me)
    new = served.server.migrate(old)
    assert CLAUSE_5 in served.server.exchange("/para 第5段", chat=new, user=me).text


def test_a_chat_that_forbids_the_bot_does_not_stop_the_others(served: Served, group: int, me: int) -> None:
    said = len(served.stderr)
    refused = len(served.server.refused)
    served.server.forbid(group, "bot was kicked from the supergroup chat")
    for say in ("/para 5", "/map", "/lang", "@resolution_bot 第5段"):
        served.server.say(say, chat=group, user=me)
    assert CLAUSE_5 in served.server.exchange("第5段", chat=me).text
    served.server.wait_until(lambda: len(served.server.refused) >= refused + 4)
    served.server.allow(group)
    assert CLAUSE_5 in served.server.exchange("/para 5", chat=group, user=me).text
    assert {refusal.code for refusal in served.server.refused[refused:]} == {403}
    del served.server.record.refused[refused:]
    assert "Traceback" not in served.stderr[said:]


def test_a_sign_of_being_at_work_that_fails_does_not_cost_the_picture(served: Served, me: int) -> None:
    served.server.fail_next(method="sendChatAction", chat=me, status=502)
    served.server.say("/map", chat=me)
    served.server.wait_for(lambda call: call.chat_id == me and call.method == "sendPhoto")


# --- edited questions ------------------------------------------------------------------------------------


def edited(
    served: Served, chat: int, first: str, *then: str, user: int | None = None
) -> tuple[list[Call], list[list[Call]]]:
    """What is sent for a message, and what is done for each of its edits."""
    before = len(served.server.sent)
    said = served.server.say(first, chat=chat, user=user)
    served.server.say("/privacy", chat=chat, user=user)
    served.server.wait_for(lambda call: call.chat_id == chat and call.text.startswith(KEPT), since=before)
    answer = [call for call in served.server.sent[before:] if call.chat_id == chat][:-1]
    return answer, [served.calls(chat, text, edit=said, user=user) for text in then]


@pytest.mark.parametrize("where", ["private", "group"])
def test_an_edited_question_edits_its_answer(served: Served, group: int, me: int, where: str) -> None:
    chat = me if where == "private" else group
    (first,), ((done,),) = edited(served, chat, "/para 4", "/para 第5段", user=me)
    assert (done.method, done.message_id) == ("editMessageText", first.message_id)
    assert CLAUSE_5 in served.server.shown(first)["text"]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("第4段", ["第5段", "第6段"]),
        ("第4段", ["中国怎么投的", "核武器", "第4段"]),
        ("核武器", ["刚果", "刚果民主共和国"]),
        ("/tally", ["/roll", "/vote 中国"]),
        ("第4段", ["/tally", "全文，不，第5段"]),
    ],
)
def test_edited_again_and_again(served: Served, me: int, you: int, first: str, then: list[str]) -> None:
    (answer,), edits = edited(served, me, first, *then)
    for text, done in zip(then, edits, strict=True):
        assert [(call.method, call.message_id) for call in done] == [("editMessageText", answer.message_id)]
        # As if nothing else had been asked.
        fresh = served.calls(you, text)
        assert [call.text for call in done] == [call.text for call in fresh]


@pytest.mark.parametrize(
    ("first", "then", "does"),
    [
        (["full text", "its end"], ["a clause"], ["deleteMessage", "editMessageText"]),
        (["a clause"], ["full text", "its end"], ["editMessageText", "sendMessage"]),
        (["one", "two", "three"], ["one", "2"], ["deleteMessage", "editMessageText"]),
        (["one", "two"], ["one", "two", "three"], ["sendMessage"]),
        (["one", "two"], ["one", "two"], []),
    ],
    ids=["shorter", "longer", "in part the same", "more of the same", "the same"],
)
async def test_edited_to_something_of_another_length(first: list[str], then: list[str], does: list[str]) -> None:
    async with BotApi() as server, Bot(server.token, base_url=f"{server.url}/bot") as bot:
        said = server.say("question", chat=7)
        to = Message.de_json(dict(said.message), bot)
        earlier = await reply(to, first, None)
        before = len(server.sent)
        now = await reply(to, then, None, earlier)
        assert sorted(call.method for call in server.sent[before:]) == does
        assert not server.refused
        shown = [
            message["text"] for (_, ident), message in server.core.world.messages.items() if ident != said.message_id
        ]
        assert sorted(shown) == sorted(then)
        assert [sent.digest for sent in now] == [digest(text) for text in then]
        # In the order in which they are to be read.
        assert [server.shown((7, sent.message_id))["text"] for sent in now] == then
        assert sorted(now, key=lambda sent: sent.message_id) == list(now)


@pytest.mark.parametrize("then", ["第5段", "第 5 段", "第五段"])
def test_edited_without_a_difference_does_nothing(served: Served, me: int, then: str) -> None:
    _, edits = edited(served, me, "第5段", then)
    assert edits == [[]]


def test_what_an_edited_question_means_depends_on_what_was_said_before_it(served: Served, me: int) -> None:
    served.server.exchange("第4段", chat=me)
    _, ((done,),) = edited(served, me, "第9段", "下一段")
    assert CLAUSE_5 in done.text


@pytest.mark.parametrize(
    ("first", "then", "shows"),
    [("/map", "/tally", "text"), ("/tally", "/map", "photo"), ("/map", "第5段", "text")],
    ids=["a picture becomes words", "words become a picture", "a picture becomes a clause"],
)
def test_an_answer_of_another_kind_takes_the_place_of_the_old_one(
    served: Served, me: int, first: str, then: str, shows: str
) -> None:
    answer, (done,) = edited(served, me, first, then)
    old = sent(answer)[-1].message_id
    new = [call for call in sent(done) if call.method != "deleteMessage"][-1].message_id
    assert shows in served.server.shown((me, new))  # type: ignore[arg-type]
    if old != new:
        with pytest.raises(ValueError, match="no message"):
            served.server.shown((me, old))  # type: ignore[arg-type]


def test_a_picture_asked_for_twice_by_an_edit_is_sent_once(served: Served, me: int) -> None:
    answer, (done,) = edited(served, me, "/map", "/map please")
    assert [call.method for call in sent(answer)] == ["sendPhoto"]
    assert [call.method for call in sent(done) if call.method == "sendPhoto"] == []


def test_an_edit_that_addresses_the_bot_is_answered(served: Served, group: int, me: int) -> None:
    said = served.server.say("第5段", chat=group, user=me)
    call = served.server.exchange("@resolution_bot 第5段", edit=said, user=me)
    assert (call.method, call.reply_to) == ("sendMessage", said.message_id)
    assert CLAUSE_5 in call.text


def test_an_answer_that_was_deleted_is_sent_again(served: Served, me: int) -> None:
    said = served.server.say("第4段", chat=me)
    answer = served.server.wait_for(lambda call: call.chat_id == me)
    refused = len(served.server.refused)
    with served.server.record.lock:
        served.server.core.world.messages.pop((me, answer.message_id or 0))
    call = served.server.exchange("第5段", edit=said)
    assert call.method == "sendMessage"
    assert CLAUSE_5 in call.text
    assert [refusal.method for refusal in served.server.refused[refused:]] == ["editMessageText"]
    del served.server.record.refused[refused:]


# --- /delete ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("say", ["/para 5", "@resolution_bot 第5段", "/map", "/start@resolution_bot map", "/help"])
def test_the_asker_deletes_an_answer(served: Served, group: int, me: int, say: str) -> None:
    answer = sent(served.calls(group, say, user=me))[-1]
    done = served.calls(group, "/delete", user=me, reply_to=answer)
    assert [(call.method, call.params.get("message_id")) for call in done] == [("deleteMessage", answer.message_id)]


def test_another_does_not(served: Served, group: int, me: int, you: int) -> None:
    answer = served.server.exchange("/para 5", chat=group, user=me)
    done = served.server.exchange("/delete", chat=group, user=you, reply_to=answer)
    assert done.text == "I delete an answer only for the person who asked."
    assert served.server.shown(answer)


@pytest.mark.parametrize("label", ["Who voted how", "Result", "As a picture"])
def test_who_pressed_a_button_deletes_what_it_sent(served: Served, group: int, me: int, you: int, label: str) -> None:
    answer = served.server.exchange("/vote China", chat=group, user=me)
    pressed = served.press(answer, label, you).message
    assert (
        served.server.exchange("/delete", chat=group, user=me, reply_to=pressed).text
        == "I delete an answer only for the person who asked."
    )
    assert [call.method for call in served.calls(group, "/delete", user=you, reply_to=pressed)] == ["deleteMessage"]


def test_who_had_the_file_sent_deletes_it(served: Served, group: int, me: int) -> None:
    answer = served.server.exchange("/para", chat=group, user=me)
    pressed = served.press(answer, "As a .txt file", me).message
    assert [call.method for call in served.calls(group, "/delete", user=me, reply_to=pressed)] == ["deleteMessage"]


def test_an_edited_answer_is_still_the_askers(served: Served, group: int, me: int) -> None:
    (first,), _ = edited(served, group, "/para 4", "/para 5", user=me)
    assert [call.method for call in served.calls(group, "/delete", user=me, reply_to=first)] == ["deleteMessage"]


def test_in_a_private_chat_anything_of_the_bots_is_deleted(served: Served, me: int) -> None:
    answer = served.server.exchange("/help", chat=me)
    assert [call.method for call in served.calls(me, "/delete", reply_to=answer)] == ["deleteMessage"]


@pytest.mark.parametrize("to", ["nothing", "somebody"])
def test_delete_needs_an_answer_of_the_bots(served: Served, group: int, me: int, you: int, to: str) -> None:
    other = served.server.say("hello", chat=group, user=you) if to == "somebody" else None
    said = served.server.exchange("/delete", chat=group, user=me, reply_to=other)
    assert said.text == "Reply /delete to a message of mine, and I delete it."


def test_what_telegram_does_not_let_be_deleted(served: Served, group: int, me: int) -> None:
    answer = served.server.exchange("/para 5", chat=group, user=me)
    served.server.fail_next(
        method="deleteMessage", chat=group, status=400, description="Bad Request: message can't be deleted for everyone"
    )
    assert (
        served.server.exchange("/delete", chat=group, user=me, reply_to=answer).text
        == "Telegram does not let me delete that message."
    )


# --- sent by inline mode -----------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["中国投了赞成票。", "第5段：\n" + CLAUSE_5])
def test_what_inline_mode_sent_is_not_answered(served: Served, me: int, text: str) -> None:
    assert served.calls(me, text, extra={"via_bot": BOT}) == []


def test_what_another_bots_inline_mode_sent_is_read_like_any_message(served: Served, me: int) -> None:
    assert CLAUSE_5 in served.calls(me, "第5段", extra={"via_bot": OTHER_BOT})[0].text
