"""Tests of the Bot API server that the other tests rely on."""

from __future__ import annotations

import asyncio
import html
import inspect
import json
import os
import re
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
import telegram
from aiohttp import web
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputMediaPhoto,
    InputTextMessageContent,
    ReplyKeyboardMarkup,
    ReplyParameters,
    Update,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from tests.botapi import BotApi, Call, Faults, HtmlError, clean, cut, find_entities, parse, utf16
from tests.botapi.args import SCHEMAS
from tests.botapi.keyboard import ACTIONS
from tests.botapi.updates import UPDATE_TYPES

Handler = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]
ME = 1001
GROUP = -5
HALL = -1001234567890


def builder(server: BotApi) -> Any:
    """Begin an application that talks to the server."""
    root = server.url
    return Application.builder().token(server.token).base_url(f"{root}/bot").base_file_url(f"{root}/file/bot")


@asynccontextmanager
async def served(**options: Any) -> AsyncIterator[tuple[BotApi, Bot]]:
    """Run a server that knows a few chats, and a bot."""
    async with BotApi(**options) as server:
        server.chat(ME)
        server.chat(GROUP)
        server.chat(HALL, title="Hall", username="hall", topics=[7])
        bot = Bot(server.token, f"{server.url}/bot", f"{server.url}/file/bot")
        async with bot:
            yield server, bot


@asynccontextmanager
async def polling(server: BotApi, handler: Handler) -> AsyncIterator[Any]:
    """Run an application that polls and gives every message to a handler."""
    app = builder(server).build()
    app.add_handler(MessageHandler(filters.ALL, handler))
    async with app:
        await app.start()
        await app.updater.start_polling(poll_interval=0, timeout=5)
        yield app
        await app.updater.stop()
        await app.stop()


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say the same again, in bold."""
    message = update.effective_message
    assert message is not None
    await message.reply_html(f"<b>{html.escape(message.text or '')}</b>", do_quote=True)


async def post(server: BotApi, method: str, **params: Any) -> httpx.Response:
    """Call a method with a JSON body."""
    async with httpx.AsyncClient() as client:
        return await client.post(f"{server.url}/bot{server.token}/{method}", json=params)


def picture(width: int = 3, height: int = 2) -> bytes:
    """Make a PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\0" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def refuses(reason: str) -> Any:
    """Expect the library to report a refusal (it begins all reasons with a capital)."""
    return pytest.raises(BadRequest, match=f"(?i){re.escape(reason)}")


def keyboard(*buttons: InlineKeyboardButton) -> InlineKeyboardMarkup:
    """Make a keyboard of one column."""
    return InlineKeyboardMarkup([[button] for button in buttons])


# -- HTML ---------------------------------------------------------------------------------

VALID: list[tuple[str, str, list[tuple[Any, ...]]]] = [
    ("", "", []),
    ("plain", "plain", []),
    ("a &lt; b &amp;&amp; c &gt; d &quot;", 'a < b && c > d "', []),
    ("&#65;&#x42;&#X43;&#128512;", "ABC😀", []),
    ("&amp;lt;", "&lt;", []),
    ("a > b", "a > b", []),
    ("<b>x</b>", "x", [("bold", 0, 1)]),
    ("<B>x</b>", "x", [("bold", 0, 1)]),
    ("<strong>x</strong >", "x", [("bold", 0, 1)]),
    ("<i>x</i><em>y</em>", "xy", [("italic", 0, 1), ("italic", 1, 1)]),
    ("<u>x</u><ins>y</ins>", "xy", [("underline", 0, 1), ("underline", 1, 1)]),
    (
        "<s>x</s><strike>y</strike><del>z</del>",
        "xyz",
        [("strikethrough", 0, 1), ("strikethrough", 1, 1), ("strikethrough", 2, 1)],
    ),
    ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
    ("<span class='tg-spoiler'>x</span>", "x", [("spoiler", 0, 1)]),
    ("<tg-spoiler>x</tg-spoiler>", "x", [("spoiler", 0, 1)]),
    ("<b>😀<i>é</i></b>", "😀é", [("bold", 0, 3), ("italic", 2, 1)]),
    ("<b>a<b>b</b></b>", "ab", [("bold", 0, 2), ("bold", 1, 1)]),
    ("<code>x</code>", "x", [("code", 0, 1)]),
    ("<pre>x\ny</pre>", "x\ny", [("pre", 0, 3)]),
    (
        '<pre><code class="language-python">x</code></pre>',
        "x",
        [("pre", 0, 1, {"language": "python"})],
    ),
    ("<pre><code>x</code></pre>", "x", [("pre", 0, 1)]),
    (
        '<a href="https://example.org/?a=1&amp;b=2">x</a>',
        "x",
        [("text_link", 0, 1, {"url": "https://example.org/?a=1&b=2"})],
    ),
    (
        '<a href="tg://user?id=42">x</a>',
        "x",
        [("text_mention", 0, 1, {"user": {"id": 42, "is_bot": False, "first_name": "User"}})],
    ),
    ("<blockquote>a <b>b</b></blockquote>", "a b", [("blockquote", 0, 3), ("bold", 2, 1)]),
    ("<blockquote><code>a</code> b</blockquote>", "a b", [("blockquote", 0, 3), ("code", 0, 1)]),
    ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
    (
        '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
        "👍",
        [("custom_emoji", 0, 2, {"custom_emoji_id": "5368324170671202286"})],
    ),
    ("<b></b>x", "x", []),
    ("<b>a\0b\tc\r\nd</b>", "a b c\nd", [("bold", 0, 7)]),
    ("\u202ea<b>\u202eb</b>", "ab", [("bold", 1, 1)]),
]


@pytest.mark.parametrize(("source", "plain", "entities"), VALID)
def test_html_is_read(source: str, plain: str, entities: list[tuple[Any, ...]]) -> None:
    """What Telegram accepts gives the right text and entities."""
    wanted = [
        {"type": kind, "offset": offset, "length": length, **(more[0] if more else {})}
        for kind, offset, length, *more in entities
    ]
    assert parse(source) == (plain, wanted)


INVALID = [
    ("a < b", 2, 'Unsupported start tag "" at byte offset 2'),
    ("é&", 2, 'Unsupported entity or unescaped "&" at byte offset 2'),
    ("AT&T", 2, "Unsupported entity"),
    ("&nbsp;", 0, "Unsupported entity"),
    ("&apos;", 0, "Unsupported entity"),
    ("&lt", 0, "Unsupported entity"),
    ("&#;", 0, "Unsupported entity"),
    ("&#0;", 0, "Invalid numeric entity"),
    ("&#xD800;", 0, "Invalid numeric entity"),
    ("&#x110000;", 0, "Invalid numeric entity"),
    ("<", 0, "Unclosed start tag at byte offset 0"),
    ("x <b", 2, "Unclosed start tag at byte offset 2"),
    ("<b>x", 0, 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b><i>x</i>", 0, 'Can\'t find end tag corresponding to start tag "b"'),
    ("x</b>", 1, "Unexpected end tag at byte offset 1"),
    ("<b>x</b", 4, "Unclosed end tag at byte offset 4"),
    (
        "<b><i>x</b></i>",
        7,
        'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
    ),
    ("<b>x</strong>", 4, "Unmatched end tag"),
    ("<b>x</>", 4, "Unmatched end tag"),
    ("<br>", 0, 'Unsupported start tag "br" at byte offset 0'),
    ("<b/>", 0, 'Unsupported start tag "b/"'),
    ("<p>x</p>", 0, "Unsupported start tag"),
    ("<ul><li>x</li></ul>", 0, "Unsupported start tag"),
    ("<!-- x -->", 0, "Unsupported start tag"),
    ("<span>x</span>", 0, 'Tag "span" must have class "tg-spoiler"'),
    ('<span class="x">x</span>', 0, 'Tag "span" must have class "tg-spoiler"'),
    ("<a>x</a>", 0, "valid URL"),
    ('<a href="">x</a>', 0, "valid URL"),
    ('<a href="javascript:alert(1)">x</a>', 0, "valid URL"),
    ('<a href="nowhere">x</a>', 0, "valid URL"),
    ('<a href="https://a.org/?a=1&b=2">x</a>', 27, "Unsupported entity"),
    ('<a href="https://a.org>x</a>', 0, "Unclosed start tag at byte offset 0"),
    ("<a href=https://a.org>x</a>", 8, "Unexpected end of name token at byte offset 8"),
    ('<a ="x">y</a>', 0, 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<a href>x</a>", 0, "Expected equal sign"),
    ('<b class="x">x</b>', 0, "Unsupported attribute"),
    ('<code class="python">x</code>', 0, "must have class"),
    ('<code class="language-python">x</code>', 0, "must be inside"),
    ("<pre>a<code>x</code></pre>", 6, "can't be nested"),
    ("<pre><code>x</code>a</pre>", 0, "must fill the whole"),
    ("<code><b>x</b></code>", 6, "can't be nested"),
    ("<b><code>x</code></b>", 3, "can't be nested"),
    ("<blockquote><blockquote>x</blockquote></blockquote>", 12, "can't be nested"),
    ("<b><blockquote>x</blockquote></b>", 3, "can't be nested"),
    ('<tg-emoji emoji-id="x">y</tg-emoji>', 0, "Invalid custom emoji identifier specified"),
]


@pytest.mark.parametrize(("source", "offset", "reason"), INVALID)
def test_html_is_refused(source: str, offset: int, reason: str) -> None:
    """What Telegram refuses, or would show wrongly, is refused at the right byte."""
    with pytest.raises(HtmlError) as caught:
        parse(source)
    assert (caught.value.offset, reason in caught.value.reason) == (offset, True), caught.value


@given(st.text())
def test_escaped_text_is_read_back(text: str) -> None:
    """Any escaped text gives itself, without control characters."""
    assert parse(html.escape(text)) == (clean(text), [])
    assert parse(f"<b>{html.escape(text)}</b>")[0] == clean(text)


@given(st.text(alphabet="<>/&;abi =\"'#x1\r\0é😀"))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text breaks the reader; entities stay inside the text."""
    try:
        plain, entities = parse(text)
    except HtmlError as error:
        assert 0 <= error.offset <= len(text.encode())
    else:
        assert all(0 < e["length"] <= utf16(plain) - e["offset"] for e in entities)


# -- entities -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start", [("bot_command", "/start")]),
        ("😀 /Start_1@some_bot now", [("bot_command", "/Start_1@some_bot")]),
        ("a/b /c/ 好/d /e好 </f>", []),
        ("(/g) -/h", [("bot_command", "/g"), ("bot_command", "/h")]),
        ("/i@ab", []),
        ("hi @resolution_bot, 好 @abc", [("mention", "@resolution_bot")]),
        ("mail me@example.org", [("email", "me@example.org")]),
        ("see https://example.org/@abcd.", [("url", "https://example.org/@abcd")]),
        ("#tag #1", [("hashtag", "#tag")]),
    ],
)
def test_entities_are_found(text: str, found: list[tuple[str, str]]) -> None:
    """Commands and mentions are found where Telegram finds them, counted in UTF-16."""
    assert [(e["type"], cut(text, e)) for e in find_entities(text)] == found


# -- the bot over HTTP --------------------------------------------------------------------


def test_knows_all_that_the_library_sends() -> None:
    """Every parameter of the library is known, and every type of update and of button."""
    own = {"self", "api_kwargs", "filename", "current_offset", "disable_web_page_preview"}
    own |= {"reply_to_message_id", "allow_sending_without_reply"}
    own |= {f"{kind}_timeout" for kind in ("read", "write", "connect", "pool")}
    for method, schema in SCHEMAS.items():
        names = set(inspect.signature(getattr(Bot, method)).parameters)
        assert names - own == set(schema), method
    assert set(UPDATE_TYPES) == {kind.value for kind in telegram.constants.UpdateType}
    assert set(ACTIONS) < set(InlineKeyboardButton.__slots__)


@pytest.mark.asyncio
async def test_echo_by_polling() -> None:
    """A bot that polls answers in private, in a group, and in a topic."""
    async with BotApi() as server, polling(server, echo):
        first = server.say("one <1>")
        call = await server.wait_for_async(lambda c: c.chat_id == ME)
        assert (call.text, call.parts("bold")) == ("one <1>", ["one <1>"])
        assert call.reply_to == first.message_id
        second = server.say("/roll@resolution_bot", chat=GROUP, user={"id": 2, "first_name": "B"})
        call = await server.wait_for_async(lambda c: c.chat_id == GROUP)
        assert call.reply_to == second.message_id
        call = await server.exchange_async("three", chat=HALL, thread=7)
        assert (call.thread_id, call.message_id, call.reply_to) == (7, 9, 8)
        assert len(await server.wait_for_async(3)) == 3
        await server.wait_until_async(lambda: server.pending == 0)
    assert not server.refused


@pytest.mark.asyncio
async def test_kinds_of_messages() -> None:
    """The library reads all kinds of messages that people may write."""
    seen: list[Update] = []

    async def keep(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        seen.append(update)

    async with BotApi() as server, polling(server, keep):
        said = server.say("a", user={"id": 3, "language_code": "pt-br", "username": "cee"})
        server.say("b", edit=said)
        server.say("c", reply_to=said, quote="b")
        server.say("d", chat={"id": -1009, "type": "channel", "title": "News"})
        server.say("e", chat=GROUP, anonymous=True)
        server.say("f", chat=HALL, sender_chat={"id": -1009})
        server.say("g", chat=HALL, thread=5)
        server.say(chat=GROUP, extra={"new_chat_members": [server.core.world.bot]})
        server.enqueue({"update_id": 999_999_999, "message": dict(said.message)})
        await server.wait_until_async(lambda: server.pending == 0)
        while len(seen) < 9:
            await asyncio.sleep(0.01)
    a, b, c, d, e, f, g, h, i = seen
    assert a.message and a.effective_user and a.effective_user.language_code == "pt-br"
    assert b.edited_message and b.edited_message.message_id == a.message.message_id
    assert c.message and c.message.reply_to_message and c.message.quote
    assert c.message.reply_to_message.text == "b"
    assert d.channel_post and d.effective_user is None
    assert e.message and e.message.sender_chat and e.message.sender_chat.id == GROUP
    assert f.message and f.message.sender_chat and f.message.sender_chat.id == -1009
    assert g.message and g.message.is_topic_message and g.message.message_thread_id == 5
    assert g.message.reply_to_message and g.message.reply_to_message.forum_topic_created
    assert h.message and h.message.new_chat_members
    assert i.update_id == 999_999_999


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"text": ""}, "message text is empty"),
    ("sendMessage", {}, "message text is empty"),
    ("sendMessage", {"text": " \n\t\u200b"}, "message text is empty"),
    ("sendMessage", {"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
    ("sendMessage", {"text": "😀" * 2049}, "message is too long"),
    ("sendMessage", {"text": "x", "parse_mode": "XML"}, "unsupported parse_mode"),
    ("sendMessage", {"text": "<b>x", "parse_mode": "html"}, "can't parse entities: Can't find"),
    ("sendMessage", {"text": "<b>x</b>" * 101, "parse_mode": "HTML"}, "too many entities"),
    ("sendMessage", {"text": "x", "chat_id": 77}, "chat not found"),
    ("sendMessage", {"text": "x", "chat_id": "@nobody"}, "chat not found"),
    ("sendMessage", {"text": "x", "chat_id": None}, "parameter 'chat_id' is null"),
    ("sendMessage", {"text": "x", "colour": "red"}, "unknown parameter 'colour'"),
    ("sendMessage", {"text": "x", "message_thread_id": 8}, "message thread not found"),
    ("sendMessage", {"text": "x", "message_thread_id": "y"}, "must be an integer"),
    ("sendMessage", {"text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup"),
    ("sendMessage", {"text": "x", "reply_markup": "[]"}, "object expected as reply markup"),
    ("sendMessage", {"text": "x", "reply_parameters": {"message_id": 9}}, "message to be replied"),
    (
        "sendMessage",
        {"text": "x", "reply_parameters": {"message_id": 1, "quote": "nothing"}},
        "QUOTE_TEXT_INVALID",
    ),
    (
        "sendMessage",
        {"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
        "ends after the end of the text",
    ),
    (
        "sendMessage",
        {"text": "x", "link_preview_options": {"is_off": True}},
        "unknown field 'is_off'",
    ),
    (
        "sendMessage",
        {
            "text": "x",
            "reply_markup": json.dumps({"inline_keyboard": [[{"text": "\ud800", "callback_data": "x"}]]}),
        },
        "strings must be encoded in UTF-8",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_parameters": {"message_id": 1, "chat_id": []}},
        "can't parse the parameters",
    ),
    ("sendChatAction", {"action": "dance"}, "wrong parameter action in request"),
    ("editMessageText", {"text": "y", "message_id": 99}, "message to edit not found"),
    ("editMessageText", {"text": "y", "message_id": 1}, "message can't be edited"),
    ("editMessageText", {"text": "y"}, "message identifier is not specified"),
    ("deleteMessage", {"message_id": 99}, "message to delete not found"),
    ("deleteMessage", {"chat_id": GROUP, "message_id": 1}, "message can't be deleted"),
    ("sendPhoto", {"photo": "AgACunknown"}, "wrong file identifier/HTTP URL specified"),
    ("sendDocument", {}, "there is no document in the request"),
]


@pytest.mark.asyncio
async def test_refusals() -> None:
    """What Telegram refuses is refused, and recorded with its reason."""
    async with served() as (server, _):
        server.say("hello there")
        server.say("hello all", chat=GROUP)
        for method, params, reason in REFUSED:
            answer = await post(server, method, **{"chat_id": ME, **params})
            assert answer.status_code == 400, (method, params)
            assert answer.json()["ok"] is False
            assert answer.json()["description"].startswith("Bad Request: ")
            assert reason in answer.json()["description"], (method, params)
            assert reason in server.refused[-1].description
        assert len(server.refused) == len(REFUSED)
        assert server.sent == []


BUTTONS: list[tuple[dict[str, Any], str]] = [
    ({"text": "x"}, "Text buttons are unallowed"),
    ({"text": "", "callback_data": "x"}, "non-empty string"),
    ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
    ({"text": "x", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
    ({"text": "x", "callback_data": "y", "url": "https://a.org"}, "both"),
    ({"text": "x", "url": "ftp://a.org"}, "Wrong HTTP URL"),
    ({"text": "x", "url": "https://nowhere"}, "Wrong HTTP URL"),
    ({"text": "x", "switch_inline_query": "y" * 257}, "SWITCH_INLINE_QUERY_INVALID"),
    ({"text": "x", "copy_text": {"text": ""}}, "BUTTON_COPY_TEXT_INVALID"),
    ({"text": "x", "color": "red", "callback_data": "y"}, "unknown field 'color'"),
]


@pytest.mark.asyncio
async def test_keyboards() -> None:
    """Keyboards are checked button by button."""
    good = [
        {"text": "x", "callback_data": "é" * 32},
        {"text": "x", "url": "https://example.org/a"},
        {"text": "x", "url": "tg://user?id=1"},
        {"text": "x", "switch_inline_query": ""},
        {"text": "x", "copy_text": {"text": "y"}},
        {"text": "x", "callback_data": "y", "style": "danger"},
    ]
    cases: list[tuple[Any, str]] = [([[button]], reason) for button, reason in BUTTONS]
    cases += [([[good[0]] * 9], "over 8"), ([[good[0]]] * 101, "over 100"), ([good[0]], "array")]
    async with served() as (server, _):
        for rows, reason in cases:
            markup = {"inline_keyboard": rows}
            answer = await post(server, "sendMessage", chat_id=ME, text="x", reply_markup=markup)
            assert answer.status_code == 400 and reason in answer.json()["description"], rows
        markup = {"inline_keyboard": [good, [], [good[0]] * 8]}
        answer = await post(server, "sendMessage", chat_id=ME, text="x", reply_markup=markup)
        assert answer.json()["result"]["reply_markup"]["inline_keyboard"] == [good, [good[0]] * 8]
        assert len(server.sent[-1].buttons) == 14


@pytest.mark.asyncio
async def test_sending_and_editing() -> None:
    """Messages are kept, quoted, edited and deleted as the library asks."""
    async with served() as (server, bot):
        said = server.say("the quick brown fox")
        reply = ReplyParameters(said.message_id, quote="quick brown")
        sent = await bot.send_message(ME, "  <i>a</i> /help \n", "HTML", reply_parameters=reply)
        assert (sent.text, server.sent[-1].parts("bot_command")) == ("a /help", ["/help"])
        assert sent.quote and sent.quote.position == 4
        lost = ReplyParameters(55, allow_sending_without_reply=True)
        assert (await bot.send_message(ME, "x", reply_parameters=lost)).reply_to_message is None
        markup = keyboard(InlineKeyboardButton("x", callback_data="y"))
        edited = await sent.edit_text("b", reply_markup=markup)
        assert isinstance(edited, telegram.Message) and edited.edit_date
        with refuses("message is not modified"):
            await sent.edit_text("b", reply_markup=markup)
        await sent.edit_text("b")
        assert "reply_markup" not in server.shown(server.sent[-1])
        with refuses("message is not modified"):
            await sent.edit_reply_markup(None)
        with refuses("no caption"):
            await sent.edit_caption("c")
        await sent.delete()
        with refuses("message to edit not found"):
            await sent.edit_text("c")
        with pytest.raises(ValueError, match="there is no message"):
            server.shown((ME, sent.message_id))
        assert (await bot.send_message("@Hall", "x", message_thread_id=7)).is_topic_message
        await bot.send_message(ME, "x", reply_markup=ReplyKeyboardMarkup([["a", "b"]]))
        await bot.send_chat_action(ME, "typing")
        assert (await bot.get_chat(HALL)).title == "Hall"
        assert [c.method for c in server.sent][-1] == "sendChatAction"


@pytest.mark.asyncio
async def test_a_reply_is_no_topic() -> None:
    """A reply in a supergroup has a thread, which is no topic to send to."""
    async with BotApi() as server:
        first = server.say("a", chat={"id": -1007})
        second = server.say("b", reply_to=first)
        assert second.message["message_thread_id"] == first.message_id
        assert "is_topic_message" not in second.message
        params = {"chat_id": -1007, "text": "x", "message_thread_id": first.message_id}
        answer = await post(server, "sendMessage", **params)
        assert "message thread not found" in answer.text


@pytest.mark.asyncio
async def test_files() -> None:
    """Files are taken, named, found again by name, and fetched."""
    async with served() as (server, bot):
        photo = await bot.send_photo(ME, picture(), caption="<b>x</b>", parse_mode="HTML")
        assert photo.photo[0].width == 3 and photo.caption == "x"
        again = await bot.send_photo(GROUP, photo.photo[0].file_id)
        assert again.photo == photo.photo
        document = await bot.send_document(ME, b"hello", filename="a.txt")
        assert document.document
        assert server.sent[-1].files["document"].content == b"hello"
        file = await document.document.get_file()
        assert await file.download_as_bytearray() == b"hello"
        await photo.edit_media(InputMediaPhoto(picture(5, 5), caption="y"))
        assert server.sent[-1].text == "y"
        await photo.edit_caption("z")
        for content, reason in [
            (b"no picture", "IMAGE_PROCESS_FAILED"),
            (picture(9999, 2), "PHOTO_INVALID_DIMENSIONS"),
            (picture(50, 1), "PHOTO_INVALID_DIMENSIONS"),
        ]:
            with refuses(reason):
                await bot.send_photo(ME, content)
        with refuses("can't use file of type Photo as Document"):
            await bot.send_document(ME, photo.photo[0].file_id)
        with refuses("caption is too long"):
            await bot.send_photo(ME, picture(), caption="x" * 1025)
        with refuses("failed to get HTTP URL content"):
            await bot.send_photo(ME, "https://example.org/a.png")


@pytest.mark.asyncio
async def test_buttons_are_pressed_and_answered() -> None:
    """A callback query is answered once, and only while it is fresh."""
    async with served() as (server, bot):
        markup = keyboard(InlineKeyboardButton("x", callback_data="y"))
        sent = await bot.send_message(ME, "x", reply_markup=markup)
        asked = server.press("y", server.sent[-1])
        update = (await bot.get_updates(timeout=1))[-1]
        assert update.callback_query and update.callback_query.id == asked.query_id
        assert update.callback_query.message == sent
        with refuses("MESSAGE_TOO_LONG"):
            await update.callback_query.answer("x" * 201)
        await update.callback_query.answer("done")
        assert server.sent[-1].text == "done"
        with refuses("query is too old"):
            await update.callback_query.answer()
        with pytest.raises(ValueError, match="no button 'z'"):
            server.press("z", server.messages[-1])
        late = server.press("z", (ME, sent.message_id), user=8, force=True, gone=True)
        server.expire(late)
        update = (await bot.get_updates(update.update_id + 1))[-1]
        assert update.callback_query and update.callback_query.message
        assert update.callback_query.from_user.id == 8
        assert not update.callback_query.message.is_accessible
        with refuses("query is too old"):
            await update.callback_query.answer()


@pytest.mark.asyncio
async def test_inline_queries() -> None:
    """Answers to inline queries are checked; a result can be chosen."""

    def article(ident: str = "1", text: str = "<b>x</b>", title: str = "t") -> Any:
        content = InputTextMessageContent(text, parse_mode="HTML")
        markup = keyboard(InlineKeyboardButton("x", callback_data="y"))
        return InlineQueryResultArticle(ident, title, content, reply_markup=markup)

    async with served() as (server, bot):
        asked = server.inline("query", user={"id": 4, "language_code": "de"})
        update = (await bot.get_updates(timeout=1))[-1]
        assert update.inline_query and update.inline_query.query == "query"
        ident = asked.query_id
        cases: list[tuple[list[Any], dict[str, Any], str]] = [
            ([article(), article()], {}, "RESULT_ID_DUPLICATE"),
            ([article("é" * 33)], {}, "RESULT_ID_INVALID"),
            ([article(title="")], {}, "title"),
            ([article(text="<b>")], {}, "can't parse entities"),
            ([article(text="x" * 4097)], {}, "message is too long"),
            ([], {"cache_time": -1}, "cache_time"),
            ([], {"button": InlineQueryResultsButton("x", start_parameter="a b")}, "START_PARAM"),
        ]
        for results, options, reason in cases:
            with refuses(reason):
                await bot.answer_inline_query(ident, results, **options)
        many = json.dumps([{**article(str(n)).to_dict()} for n in range(51)])
        answer = await post(server, "answerInlineQuery", inline_query_id=ident, results=many)
        assert "RESULTS_TOO_MUCH" in answer.text
        button = InlineQueryResultsButton("more", start_parameter="more")
        await bot.answer_inline_query(ident, [article()], cache_time=0, button=button)
        assert [r["id"] for r in server.results(asked)] == ["1"]
        with refuses("query is too old"):
            await bot.answer_inline_query(ident, [])
        _, inline_id = server.choose(asked, "1")
        with refuses("not modified"):
            await bot.edit_message_text(
                "x",
                inline_message_id=inline_id,
                reply_markup=keyboard(InlineKeyboardButton("x", callback_data="y")),
                entities=[telegram.MessageEntity("bold", 0, 1)],
            )
        await bot.edit_message_text("z", inline_message_id=inline_id)
        server.press("y", inline_id, force=True)
        with refuses("MESSAGE_ID_INVALID"):
            await bot.edit_message_text("z", inline_message_id="nowhere")


@pytest.mark.asyncio
async def test_profile() -> None:
    """Commands and descriptions are kept by scope and language, within their limits."""
    async with served() as (server, bot):
        scope = telegram.BotCommandScopeChat(ME)
        await bot.set_my_commands([("roll", "Roll")])
        await bot.set_my_commands([("roll", "Wirf")], scope, "de")
        assert (await bot.get_my_commands())[0].description == "Roll"
        assert (await bot.get_my_commands(scope, "de"))[0].description == "Wirf"
        assert await bot.get_my_commands(scope) == ()
        await bot.delete_my_commands()
        assert await bot.get_my_commands() == ()
        cases: list[tuple[Any, dict[str, Any], str]] = [
            ([("Roll", "x")], {}, "BOT_COMMAND_INVALID"),
            ([("/roll", "x")], {}, "BOT_COMMAND_INVALID"),
            ([("r" * 33, "x")], {}, "BOT_COMMAND_INVALID"),
            ([("r", "x"), ("r", "y")], {}, "BOT_COMMAND_INVALID"),
            ([("r", "")], {}, "BOT_COMMAND_DESCRIPTION_INVALID"),
            ([("r", "x" * 257)], {}, "BOT_COMMAND_DESCRIPTION_INVALID"),
            ([(f"r{n}", "x") for n in range(101)], {}, "BOT_COMMANDS_TOO_MUCH"),
            ([("r", "x")], {"language_code": "eng"}, "language code"),
            ([("r", "x")], {"scope": telegram.BotCommandScopeChat(404)}, "chat not found"),
        ]
        for commands, options, reason in cases:
            with refuses(reason):
                await bot.set_my_commands(commands, **options)
        await bot.set_my_description("d" * 512)
        await bot.set_my_short_description("s" * 120, language_code="ru")
        await bot.set_my_name("N")
        assert (await bot.get_my_description("fr")).description == "d" * 512
        assert (await bot.get_my_short_description("ru")).short_description == "s" * 120
        assert (await bot.get_my_short_description()).short_description == ""
        assert (await bot.get_my_name()).name == "N"
        with refuses("too long"):
            await bot.set_my_description("d" * 513)
        with refuses("too long"):
            await bot.set_my_short_description("d" * 121)
        assert server.profile.name == {"": "N"}
        assert await bot.log_out() and await bot.close()


# -- updates ------------------------------------------------------------------------------


@pytest.mark.asyncio
async def test_updates_are_confirmed_by_offset() -> None:
    """Updates come again until a higher offset confirms them."""
    async with served() as (server, bot):
        ids = [server.say(str(n)).update_id for n in range(5)]
        assert [u.update_id for u in await bot.get_updates()] == ids
        assert [u.update_id for u in await bot.get_updates(ids[2], limit=2)] == ids[2:4]
        assert server.pending == 3
        assert [u.update_id for u in await bot.get_updates(-1)] == ids[4:]
        assert server.pending == 1
        begun = time.monotonic()
        waiting = asyncio.create_task(bot.get_updates(ids[4] + 1, timeout=5))
        await asyncio.sleep(0.05)
        server.say("late")
        assert len(await waiting) == 1
        assert time.monotonic() - begun < 1
        assert await bot.get_updates(ids[4] + 2) == ()
        await bot.get_updates(allowed_updates=["callback_query"])
        server.say("unwanted")
        assert (server.pending, len(server.unwanted)) == (0, 1)
        await bot.get_updates()
        server.say("still unwanted")
        await bot.get_updates(allowed_updates=[])
        server.say("wanted")
        assert (server.pending, len(server.unwanted)) == (1, 2)
        with refuses("unknown update type"):
            await bot.get_updates(allowed_updates=["messages"])


@pytest.mark.asyncio
async def test_two_pollers_conflict() -> None:
    """The getUpdates call that waits is ended by another one; a cancelled one is not."""
    async with served() as (server, bot):
        first = asyncio.create_task(bot.get_updates(timeout=5))
        await server.wait_until_async(lambda: server.counts.get("getUpdates") == 1)
        other = Bot(server.token, f"{server.url}/bot")
        second = asyncio.create_task(other.get_updates(timeout=5))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        second.cancel()
        await asyncio.sleep(0.05)
        await other.shutdown()
        assert await bot.get_updates() == ()
        assert [r.code for r in server.refused] == [409]


@pytest.mark.asyncio
async def test_webhook() -> None:
    """Updates are posted in order with the secret, again and again until they are taken."""
    got: list[tuple[str | None, Any]] = []

    async def take(request: web.Request) -> web.Response:
        got.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), await request.json()))
        return web.Response(status=500 if len(got) <= 2 else 200)

    async with served() as (server, bot):
        app = web.Application()
        app.router.add_post("/hook", take)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
        hooks: list[tuple[str, dict[str, Any]]] = [
            ("http://example.org/hook", {}),
            (url, {"secret_token": "a b"}),
            (url, {"max_connections": 101}),
        ]
        for bad, options in hooks:
            with pytest.raises(BadRequest):
                await bot.set_webhook(bad, **options)
        waiting = asyncio.create_task(bot.get_updates(timeout=5))
        await server.wait_until_async(lambda: server.core.updates.poll)
        await bot.set_webhook(url, secret_token="s3cret", allowed_updates=["message"])
        with pytest.raises(Conflict, match="terminated by setWebhook"):
            await waiting
        with pytest.raises(Conflict, match="while webhook is active"):
            await bot.get_updates()
        ids = [server.say(text).update_id for text in "abc"]
        await server.wait_until_async(lambda: server.pending == 0)
        assert [u["update_id"] for _, u in got] == [ids[0], ids[0], *ids]
        assert {secret for secret, _ in got} == {"s3cret"}
        info = await bot.get_webhook_info()
        assert info.url == url and "500" in (info.last_error_message or "")
        await bot.delete_webhook(drop_pending_updates=True)
        assert (await bot.get_webhook_info()).url == ""
        await runner.cleanup()


# -- faults -------------------------------------------------------------------------------


@pytest.mark.asyncio
async def test_single_faults() -> None:
    """The next call of a method fails as planned, and only that one."""
    async with served() as (server, bot):
        send = [
            ({"retry_after": 3}, RetryAfter),
            ({"status": 502}, NetworkError),
            ({"status": 401}, InvalidToken),
            ({"migrate_to": HALL}, ChatMigrated),
            ({"status": 403, "description": "bot was blocked by the user"}, Forbidden),
            ({"drop": True}, NetworkError),
            ({"drop": True, "processed": True}, NetworkError),
        ]
        for options, error in send:
            server.fail_next(method="sendMessage", **options)  # type: ignore[arg-type]
            await bot.get_me()
            with pytest.raises(error):
                await bot.send_message(ME, str(options))
        server.fail_next(409, "x", method="getUpdates")
        with pytest.raises(Conflict):
            await bot.get_updates()
        assert [c.text for c in server.sent] == [str(send[-1][0])]
        assert len(server.struck) == 8
        assert not server.refused
        server.fail_next(200, method="sendMessage", delay=0.05)
        begun = time.monotonic()
        assert await bot.send_message(ME, "slow")
        assert time.monotonic() - begun >= 0.05
        server.fail_next(chat=GROUP, times=2)
        assert await bot.send_message(ME, "x")
        for _ in range(2):
            with pytest.raises(NetworkError):
                await bot.send_message(GROUP, "x")
        assert await bot.send_message(GROUP, "x")


@pytest.mark.asyncio
async def test_lasting_faults() -> None:
    """Blocked chats, migrated groups, revoked tokens and outages."""
    async with served() as (server, bot):
        server.forbid(ME)
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await bot.send_message(ME, "x")
        server.allow(ME)
        await bot.send_message(ME, "x")
        new = server.migrate(GROUP)
        with pytest.raises(ChatMigrated) as caught:
            await bot.send_message(GROUP, "x")
        assert caught.value.new_chat_id == new
        updates = await bot.get_updates()
        assert [u.message and u.message.migrate_to_chat_id for u in updates] == [new, None]
        await bot.send_message(new, "x")
        server.outage(calls=2)
        for _ in range(2):
            with pytest.raises(NetworkError):
                await bot.get_me()
        await bot.get_me()
        server.outage(seconds=0.05, status=502)
        with pytest.raises(NetworkError, match="Bad Gateway"):
            await bot.get_me()
        await asyncio.sleep(0.06)
        await bot.get_me()
        server.revoke()
        with pytest.raises(InvalidToken):
            await bot.get_me()


@pytest.mark.asyncio
async def test_random_faults() -> None:
    """Random faults come at about their rate, the same for the same seed."""

    assert Faults(rate_poll_fail=1).draw("getUpdates")
    assert Faults(rate_poll_fail=1).draw("sendMessage") is None

    async def strike() -> list[str]:
        faults = Faults(0.1, 0.1, 0.1, retry_after=0, methods=["sendMessage"], seed=5)
        async with served(faults=faults) as (server, bot):
            outcomes = []
            for number in range(100):
                try:
                    await bot.send_message(ME, str(number))
                except TelegramError as error:
                    outcomes.append(type(error).__name__)
            assert 15 < len(outcomes) == len(server.struck) < 50
            processed = sum(1 for s in server.struck if s.fault.processed)
            assert 0 < processed
            assert len(server.sent) == 100 - len(outcomes) + processed
            return outcomes

    assert await strike() == await strike()


@pytest.mark.asyncio
async def test_polling_survives_faults() -> None:
    """The library goes on polling through failures, and no update is lost."""
    async with BotApi() as server:
        server.fail_next(method="getUpdates", drop=True)
        async with polling(server, echo):
            for number in range(5):
                server.say(str(number))
            calls = await server.wait_for_async(5)
            assert sorted(call.text for call in calls) == list("01234")


# -- the server itself --------------------------------------------------------------------


@pytest.mark.asyncio
async def test_addresses() -> None:
    """Wrong tokens, methods and addresses are told apart, as are the ways to send."""
    async with BotApi() as server, httpx.AsyncClient() as client:
        root = server.url

        async def status(path: str) -> int:
            return (await client.get(root + path)).status_code

        assert await status(f"/bot{server.token}/getMe") == 200
        assert await status(f"/bot{server.token}/GETME") == 200
        assert await status(f"/bot{server.token}/sendNothing") == 404
        assert await status("/bot123456:WRONG/getMe") == 401
        assert await status("/botx/getMe") == 404
        assert await status("/") == 404
        assert await status(f"/file/bot{server.token}/photos/none") == 404
        server.chat(ME)
        path = f"{root}/bot{server.token}/sendMessage"
        params: dict[str, Any] = {"chat_id": ME, "text": "é😀"}
        assert (await client.get(path, params=params)).status_code == 200
        assert (await client.post(path, data=params)).status_code == 200
        assert (await client.post(path, json=params)).status_code == 200
        parts = {name: (None, str(value)) for name, value in params.items()}
        assert (await client.post(path, files=parts)).status_code == 200
        assert [call.text for call in server.messages] == ["é😀"] * 4
        bad = await client.post(
            path,
            content=b"text=%ff&chat_id=1001",
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        )
        assert bad.status_code == 400
        bad = await client.post(path, content=b"[]", headers={"Content-Type": "application/json"})
        assert bad.status_code == 400
        stray = await client.post(path, data=params, files={"extra": ("x", b"y")})
        assert "no parameter refers to it" in stray.text


def test_in_a_thread() -> None:
    """The server runs in a thread, for bots in other processes, and can be started again."""
    server = BotApi(username="other_bot")
    with server.in_thread():
        address = f"{server.url}/bot{server.token}"
        asked = httpx.get(f"{address}/getUpdates")
        assert asked.json() == {"ok": True, "result": []}
        said = server.say("x")
        assert httpx.get(f"{address}/getUpdates").json()["result"][0]["update_id"] == said.update_id
        httpx.get(f"{address}/sendMessage", params={"chat_id": ME, "text": "y"})
        assert server.wait_for(1)[0].text == "y"
        assert server.wait_for(lambda call: call.text == "y").message_id == 2
        with pytest.raises(TimeoutError, match=r"waited 0.01 s for 2 messages; sent:\n.*'y'"):
            server.wait_for(2, timeout=0.01)
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{address}/getMe")
    with server.in_thread():
        assert httpx.get(f"{address}/getMe").json()["result"]["username"] == "other_bot"
        server.clear()
        assert server.sent == []


ECHO = """
import os
from telegram.ext import Application, MessageHandler, filters

async def echo(update, context):
    await update.effective_message.reply_text(update.effective_message.text)

root = os.environ["BOT_API_URL"]
builder = Application.builder().token(os.environ["BOT_TOKEN"]).base_url(f"{root}/bot")
app = builder.concurrent_updates(True).build()
app.add_handler(MessageHandler(filters.TEXT, echo))
app.run_polling(poll_interval=0)
"""


def test_a_bot_in_another_process() -> None:
    """A bot of its own process answers many chats and stops without a refusal."""
    with BotApi().in_thread() as server:
        environment = {**os.environ, "BOT_TOKEN": server.token, "BOT_API_URL": server.url}
        with subprocess.Popen([sys.executable, "-c", ECHO], env=environment) as process:
            try:
                for number in range(100):
                    server.say(f"/echo {number}", chat=ME + number % 7)
                calls = server.wait_for(100)
                assert {call.text for call in calls} == {f"/echo {n}" for n in range(100)}
                assert server.exchange("more", chat=GROUP).text == "more"
            finally:
                process.terminate()
        assert process.returncode == 0
        assert (server.refused, server.pending) == ([], 0)


@pytest.mark.asyncio
async def test_blocking_waits_are_caught() -> None:
    """Waiting in the loop of the server itself is an error, not a deadlock."""
    async with BotApi() as server:
        with pytest.raises(RuntimeError, match="_async"):
            server.wait_for(1)
        with pytest.raises(TimeoutError):
            await server.wait_for_async(1, timeout=0.01)


@settings(max_examples=20)
@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=4))
def test_said_text_comes_cleaned(texts: list[str]) -> None:
    """Whatever is said can be sent as JSON and keeps its entities inside the text."""
    server = BotApi()
    for text in texts:
        message = json.loads(json.dumps(server.say(text).message))
        assert message["text"] == message["text"].rstrip()
        for entity in message.get("entities", []):
            assert 0 < entity["length"] <= utf16(message["text"]) - entity["offset"]


def test_calls_are_readable() -> None:
    """A recorded call stands alone."""
    call = Call("sendMessage", {}, text="abc", entities=({"type": "b", "offset": 1, "length": 1},))
    assert (call.parts("b"), call.thread_id, call.reply_to, call.buttons) == (["b"], None, None, [])
