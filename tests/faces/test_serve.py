"""Tests of ``serve``: the bot in a process of its own, against a strict Bot API server on this machine."""

from __future__ import annotations

import logging
import math
import os
import re
import sys
import time
from pathlib import Path

import pytest

from bot.corpus.library import Library
from bot.faces.telegram.logs import Redacting
from bot.settings import STORE
from tests.botapi import PATIENCE, BotApi, Call
from tests.faces.served import CLAUSE_5, HELLO, Served, ids, serving
from tests.starting import run


def _examples(call: Call) -> list[str]:
    """The messages that can be sent by the buttons under a reply."""
    return [
        b["text"]
        for row in (call.markup or {}).get("inline_keyboard", [])
        for b in row
        if b.get("callback_data", "").startswith("eg-")
    ]


# --- in a private chat -----------------------------------------------------------------------------


def test_a_clause(served: Served, me: int) -> None:
    call = served.server.exchange("第5段", chat=me)
    assert call.method == "sendMessage"
    assert call.text.startswith("第5段：\n")
    assert [part.strip() for part in call.parts("bold")] == ["第5段："]
    assert call.parts("blockquote") == [CLAUSE_5]
    assert call.parts("url") == ["https://undocs.org/A/HRC/RES/56/4"]


def test_no_preview_of_the_link(served: Served, me: int) -> None:
    assert served.server.exchange("第5段", chat=me).params["link_preview_options"] == {"is_disabled": True}


def test_a_conversation(served: Served, me: int) -> None:
    assert served.server.exchange("中国怎么投的", chat=me).text.startswith("中国投了赞成票。")
    assert served.server.exchange("法国呢", chat=me).text.startswith("法国投了反对票。")
    assert served.server.exchange("and Japan?", chat=me).text.startswith("Japan: against.")


@pytest.mark.parametrize(
    ("message", "begins"),
    [
        ("/start", HELLO["en"]),
        ("/start 12", HELLO["en"]),
        ("/help", HELLO["en"]),
        ("/help 第5段", "第5段："),
        ("/para", "A/HRC/RES/56/4, 人权与国际团结"),
        ("/para 5", "Operative paragraph 5:"),
        ("/para 第5段", "第5段："),
        ("/para 21", "There is no operative paragraph 21: "),
        ("/para 南南合作", "第10段："),
        ("/vote", "In favour (29): "),
        ("/vote 法国", "法国投了反对票。"),
        ("/vote Congo", "Which one do you mean? "),
        ("/vote G7", "Group of Seven"),
        ("/tally", "Adopted by a recorded vote: 29 in favour, 14 against, 4 abstaining"),
        ("/tally 中国", "记录表决以29票赞成、14票反对、4票弃权获得通过"),
        ("/roll", "In favour (29): "),
        ("/roll 弃权", "弃权（4）：阿根廷、智利、哥斯达黎加、摩洛哥"),
        ("/roll against", "Against (14): Albania"),
        ("/full", "A/HRC/RES/56/4, 人权与国际团结"),
        ("/full now", "A/HRC/RES/56/4, 人权与国际团结"),
        ("/about", "I answer questions about "),
        ("/about you", "I answer questions about "),
        ("/vote@resolution_bot 古巴", "古巴投了赞成票。"),
        ("/PARA 5", "Operative paragraph 5:"),
    ],
)
def test_commands(served: Served, me: int, message: str, begins: str) -> None:
    assert served.server.exchange(message, chat=me).text.startswith(begins)


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
def test_a_new_user_is_greeted_in_the_language_of_the_app(served: Served, me: int, language: str) -> None:
    served.server.user(me, language_code=language)
    assert served.server.exchange("/start", chat=me).text.startswith(HELLO[language])


def test_a_command_is_part_of_the_conversation(served: Served, me: int) -> None:
    served.server.exchange("/para 4", chat=me)
    assert CLAUSE_5 in served.server.exchange("next paragraph", chat=me).text


@pytest.mark.parametrize("message", ["全文", "/full"])
def test_the_full_text(served: Served, me: int, message: str, library: Library) -> None:
    before = len(served.server.sent)
    served.server.exchange(message, chat=me)
    served.server.exchange("/tally", chat=me)
    texts = [call.text for call in served.server.sent[before:] if call.chat_id == me][:-1]
    assert all(len(text) <= 4096 for text in texts)
    for paragraph in library.resolutions[0].paragraphs:
        assert sum(paragraph.text in text for text in texts) == 1, paragraph.id


@pytest.mark.parametrize(
    "message",
    [
        "<b>&",
        "</blockquote>&lt;",
        "/para <b>&</b>",
        "/vote <a href='x'>",
        "*_`[x](y)",
        "\U0001f389",
        "啊" * 4096,
        "\u202e\u0301",
    ],
)
def test_markup_and_nonsense_do_no_harm(served: Served, me: int, message: str) -> None:
    call = served.server.exchange(message, chat=me)
    # What can be asked, or the paragraphs that come nearest, to tap.
    assert len([b for row in (call.markup or {}).get("inline_keyboard", []) for b in row if "callback_data" in b]) >= 3


@pytest.mark.parametrize("message", ["/nope", "/sing a song", "/NOPE"])
def test_an_unknown_command_is_answered_with_what_can_be_asked(served: Served, me: int, message: str) -> None:
    call = served.server.exchange(message, chat=me)
    assert "A/HRC/RES/56/4" in call.text
    assert len(_examples(call)) >= 3


@pytest.mark.parametrize(
    "extra",
    [
        {"location": {"longitude": 1.5, "latitude": 2.5}},
        {"dice": {"emoji": "🎲", "value": 3}},
        {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 9, "height": 9}], "caption": "第5段"},
        {"voice": {"file_id": "a", "file_unique_id": "b", "duration": 3}},
        {
            "sticker": {
                "file_id": "a",
                "file_unique_id": "b",
                "width": 9,
                "height": 9,
                "type": "regular",
                "is_animated": False,
                "is_video": False,
            }
        },
    ],
    ids=lambda extra: next(iter(extra)),
)
@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "I can only read text messages."), ("zh-hans", "我只能读文字消息。"), ("zh-hant", "我只能讀文字訊息。")],
)
def test_a_message_that_is_no_text(served: Served, me: int, extra: dict[str, object], language: str, said: str) -> None:
    served.server.user(me, language_code=language)
    before = len(served.server.sent)
    served.server.say(None, chat=me, extra=extra)
    call = served.server.wait_for(lambda call: call.chat_id == me, since=before)
    assert call.text == said


def test_people_do_not_share_a_conversation(served: Served, me: int) -> None:
    other = next(ids)
    served.server.exchange("第4段", chat=me)
    assert CLAUSE_5 not in served.server.exchange("下一段", chat=other).text
    assert CLAUSE_5 in served.server.exchange("下一段", chat=me).text


# --- in a group --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "say", ["第5段", "hello", "中国怎么投的？", "/nope", "@somebody 第5段", "resolution_bot 第5段", "/tally@other_bot"]
)
def test_silent_in_a_group(served: Served, group: int, say: str) -> None:
    assert served.silent(group, say)


def test_silent_in_a_group_when_somebody_else_is_replied_to(served: Served, group: int) -> None:
    before = len(served.server.sent)
    said = served.server.say("中国怎么投的？", chat=group, user=5)
    served.server.say("法国呢", chat=group, user=6, reply_to=said)
    served.server.say("/tally", chat=group, user=6)
    served.server.wait_for(lambda call: call.chat_id == group and "29" in call.text, since=before)
    assert len([call for call in served.server.sent[before:] if call.chat_id == group]) == 1


def test_no_word_about_a_picture_in_a_group(served: Served, group: int) -> None:
    before = len(served.server.sent)
    served.server.say(None, chat=group, user=5, extra={"dice": {"emoji": "🎲", "value": 3}})
    served.server.exchange("/tally", chat=group, user=5)
    assert len([call for call in served.server.sent[before:] if call.chat_id == group]) == 1


@pytest.mark.parametrize(
    "say",
    [
        "/para 第5段",
        "/para@resolution_bot 第5段",
        "@resolution_bot 第5段",
        "第5段 @resolution_bot",
        "请问 @Resolution_Bot 第5段",
        "@resolution_bot第5段",
    ],
)
def test_answers_in_a_group_when_it_is_meant(served: Served, group: int, say: str) -> None:
    if say.endswith("bot第5段"):
        # Telegram ends a mention before a Chinese character only where the client has marked it so.
        served.server.say(say, chat=group, user=5, entities=[{"type": "mention", "offset": 0, "length": 15}])
        call = served.server.wait_for(lambda call: call.chat_id == group)
    else:
        call = served.server.exchange(say, chat=group, user=5)
    assert call.parts("blockquote") == [CLAUSE_5]


def test_answers_in_a_group_when_it_is_replied_to(served: Served, group: int) -> None:
    first = served.server.exchange("/vote 中国", chat=group, user=5)
    second = served.server.exchange("法国呢", chat=group, user=5, reply_to=first)
    assert second.text.startswith("法国投了反对票。")


def test_two_people_in_a_group_have_their_own_conversations(served: Served, group: int) -> None:
    def said(text: str, user: int) -> str:
        return served.server.exchange(f"@resolution_bot {text}", chat=group, user=user).text

    said("第4段", 5)
    assert CLAUSE_5 not in said("下一段", 6)
    said("第9段", 6)
    assert CLAUSE_5 in said("下一段", 5)
    assert said("下一段", 6).startswith("第10段：")


def test_one_person_in_two_chats_has_two_conversations(served: Served, group: int, me: int) -> None:
    served.server.exchange("/para 第4段", chat=group, user=me)
    assert CLAUSE_5 not in served.server.exchange("下一段", chat=me).text
    assert CLAUSE_5 in served.server.exchange("@resolution_bot 下一段", chat=group, user=me).text


# --- the menu ----------------------------------------------------------------------------------------


def test_the_menu_is_set_in_every_language(served: Served) -> None:
    menus = {
        key: {c["command"]: c["description"] for c in menu} for key, menu in served.server.profile.commands.items()
    }
    languages = {"": "[a-z]", "zh": "[一-龥]", "fr": "[a-z]", "es": "[a-z]", "ru": "[а-я]", "ar": "[\u0621-\u064a]"}
    assert {language for _, language in menus} == set(languages)
    assert len(menus) == 2 * len(languages)
    for (scope, language), menu in menus.items():
        everywhere = {"para", "vote", "tally", "roll", "map", "help"}
        assert set(menu) == everywhere | ({"delete"} if "group" in scope else {"full", "lang", "about", "privacy"})
        assert all(re.search(languages[language], said) for said in menu.values())


# --- faults --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault",
    [{"status": 400}, {"status": 403}, {"status": 502}, {"drop": True}],
    ids=["400", "403", "502", "no response"],
)
def test_a_reply_that_can_not_be_sent_does_not_stop_the_next(served: Served, me: int, fault: dict[str, int]) -> None:
    other = next(ids)
    struck = len(served.server.struck)
    served.server.fail_next(method="sendMessage", chat=me, **fault)
    served.server.say("第4段", chat=me)
    assert CLAUSE_5 in served.server.exchange("第5段", chat=other).text
    # Different chats are answered side by side: the fault may come after the other's reply.
    served.server.wait_until(lambda: len(served.server.struck) == struck + 1)
    before = len(served.server.sent)
    served.server.say("第5段", chat=me)
    served.server.wait_for(lambda call: call.chat_id == me and CLAUSE_5 in call.text, since=before)


def test_an_update_that_can_not_be_handled_is_apologised_for(served: Served, me: int) -> None:
    served.server.chat(me)
    before = len(served.server.sent)
    user = {"id": me, "is_bot": False, "first_name": "A", "language_code": "en"}
    # A text that is none makes the handler fail.
    served.server.enqueue(
        {
            "message": {
                "message_id": 900,
                "date": 0,
                "chat": {"id": me, "type": "private", "first_name": "A"},
                "from": user,
                "text": 5,
            }
        }
    )
    call = served.server.wait_for(lambda call: call.chat_id == me, since=before)
    assert call.text == "Sorry, that message could not be handled. Please send it again."
    assert CLAUSE_5 in served.server.exchange("第5段", chat=me).text


def test_what_is_written_is_not_logged(served: Served, me: int) -> None:
    served.server.exchange("how did Wakanda-7731 vote", chat=me)
    served.server.exchange("第5段", chat=me)
    assert "Wakanda" not in served.stderr
    assert str(me) not in served.stderr
    assert "answered paragraph" in served.stderr


def test_outages_at_the_start_and_later(tmp_path: Path) -> None:
    server = BotApi()
    with server.in_thread():
        # From the start on: no response, then an error of the server.
        server.outage(calls=1)
        with serving(tmp_path / "stderr", server) as served:
            assert CLAUSE_5 in server.exchange("第5段").text
            before = len(server.struck)
            # All calls fail, of which there are many while it starts, until one that fetches updates has.
            server.outage(seconds=math.inf, status=502)
            server.say("第4段", chat=7)
            server.wait_until(lambda: any(struck.method == "getUpdates" for struck in server.struck[before:]))
            server.outage()
            assert CLAUSE_5 in server.exchange("第5段").text
            assert not server.refused
            assert server.token not in served.stderr
            assert server.token.partition(":")[2] not in served.stderr
            served.stop()


def test_the_log_leaves_the_token_out_of_addresses_and_tracebacks() -> None:
    token = "123456:sesame-open"
    try:
        raise ValueError(f"https://api.telegram.org/bot{token}/getMe")
    except ValueError:
        record = logging.LogRecord(
            "x",
            logging.ERROR,
            __file__,
            1,
            "POST %s",
            (f"https://api.telegram.org/bot{token}/sendMessage",),
            sys.exc_info(),
        )
    said = Redacting(token).format(record)
    assert "sesame" not in said
    assert "https://api.telegram.org/bot<token>/sendMessage" in said
    assert "ValueError: https://api.telegram.org/bot<token>/getMe" in said


def test_it_stops_when_it_is_told_to(tmp_path: Path) -> None:
    server = BotApi()
    with server.in_thread(), serving(tmp_path / "stderr", server) as served:
        server.wait_until(lambda: server.counts.get("getUpdates"))
        started = time.monotonic()
        assert served.stop() == 0
        assert time.monotonic() - started < 5
        assert "Traceback" not in served.stderr
        assert not server.refused


# --- what it needs ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({}, ["BOT_TOKEN"]),
        ({"BOT_TOKEN": ""}, ["BOT_TOKEN"]),
        ({"BOT_TOKEN": "sesame-open"}, ["BOT_TOKEN"]),
        ({"BOT_TOKEN": "123456:sesame-open", "BOT_API_URL": "nonsense"}, ["BOT_API_URL"]),
        ({"BOT_TOKEN": "123456:sesame-open", "BOT_API_URL": "ftp://example.org"}, ["BOT_API_URL"]),
        ({"BOT_TOKEN": "sesame-open", "BOT_API_URL": "nonsense"}, ["BOT_TOKEN", "BOT_API_URL"]),
    ],
    ids=["no token", "empty token", "no such token", "no address", "wrong scheme", "both"],
)
def test_an_environment_that_will_not_do(environment: dict[str, str], named: list[str]) -> None:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("BOT_") or k == STORE}
    done = run("serve", environment=clean | environment)
    assert done.returncode == 2
    assert done.stdout == b""
    (said,) = done.stderr.decode().splitlines()
    assert said.startswith(f"resolution-bot: {named[0]}: ")
    assert all(f"{name}: " in said for name in named)
    assert "sesame" not in said


def test_unsound_content_is_said_before_anything_is_sent(content: Path) -> None:
    path = content / "resolutions" / "A_HRC_RES_56_4.zh.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("摩洛哥]", "亚特兰蒂斯]"), encoding="utf-8")
    with BotApi().in_thread() as server:
        environment = {**os.environ, "BOT_TOKEN": server.token, "BOT_API_URL": server.url}
        done = run("serve", "--content", str(content), environment=environment)
        assert done.returncode == 1
        assert re.fullmatch(rf"resolution-bot: {re.escape(str(path))}:\d+: .*\n", done.stderr.decode())
        assert not server.counts


# --- the token, the network, and what is said of the bot itself -------------------------------------------


def _refused(served: Served) -> None:
    """It has ended by itself: one sentence, no token, no traceback."""
    assert served.process.wait(PATIENCE) == 2
    said = [line for line in served.stderr.splitlines() if line.startswith("resolution-bot: ")]
    assert len(said) == 1
    assert "BOT_TOKEN" in said[0]
    assert "@BotFather" in said[0]
    assert served.stderr.splitlines()[-1] == said[0]
    assert "Traceback" not in served.stderr
    assert served.server.token not in served.stderr
    assert served.server.token.partition(":")[2] not in served.stderr


def test_a_token_that_is_refused_at_start(tmp_path: Path) -> None:
    server = BotApi()
    server.revoke()
    with server.in_thread(), serving(tmp_path / "stderr", server) as served:
        _refused(served)
        assert {refusal.code for refusal in server.refused} == {401}
        assert not server.sent


def test_a_network_that_is_down_is_waited_for_and_a_token_that_is_refused_later_is_not(tmp_path: Path) -> None:
    server = BotApi()
    with server.in_thread():
        server.outage(calls=1)
        with serving(tmp_path / "stderr", server) as served:
            server.wait_until(lambda: server.struck)
            assert served.process.poll() is None
            assert CLAUSE_5 in server.exchange("第5段").text
            assert not server.refused
            server.revoke()
            server.say("第4段")
            _refused(served)


@pytest.mark.parametrize("fault", [{"retry_after": 1}, {"status": 502}], ids=["429", "502"])
def test_a_reply_is_sent_again_and_arrives_once(served: Served, me: int, fault: dict[str, int]) -> None:
    before, struck = len(served.server.sent), len(served.server.struck)
    served.server.fail_next(method="sendMessage", chat=me, **fault)
    assert CLAUSE_5 in served.server.exchange("第5段", chat=me).text
    assert "29" in served.server.exchange("/tally", chat=me).text
    assert len(served.server.struck) == struck + 1
    assert [CLAUSE_5 in call.text for call in served.server.sent[before:] if call.chat_id == me] == [True, False]


@pytest.mark.parametrize(
    ("language", "licence", "kept"),
    [
        ("en", "MIT", "store no messages|keep no messages|not store|not keep"),
        ("zh-hans", "MIT", "不保存"),
        ("zh-hant", "MIT", "不保存|不會保存|不儲存"),
    ],
)
def test_about_tells_of_the_licence_and_of_what_is_kept(
    served: Served, me: int, language: str, licence: str, kept: str
) -> None:
    served.server.user(me, language_code=language)
    said = served.server.exchange("/about", chat=me).text
    assert licence in said
    assert re.search(kept, said)
    assert "A/HRC/RES/56/4" in said


@pytest.mark.parametrize("message", ["/nope@resolution_bot", "/sing@resolution_bot", "@resolution_bot /nope"])
def test_an_unknown_command_with_the_name_of_the_bot_gets_no_clause(served: Served, me: int, message: str) -> None:
    call = served.server.exchange(message, chat=me)
    assert call.parts("blockquote") == []
    assert len(_examples(call)) >= 3
