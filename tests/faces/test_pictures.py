"""Tests of the roll call as a picture: what is sent, that it is drawn once, and what the buttons under it do."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bot.corpus.library import Library
from bot.faces.drawing import find_font
from bot.faces.telegram.pictures import Pictures
from bot.language.speaking import REPLY_LANGUAGES
from bot.talk import Speaker
from tests.botapi import Call, parse, utf16
from tests.faces.served import OFFICIAL, Served, ids

LANGUAGES = tuple(x.tag for x in REPLY_LANGUAGES)

RESULT = {
    "en": "Adopted by a recorded vote: 29 in favour, 14 against, 4 abstaining",
    "zh-hans": "记录表决以29票赞成、14票反对、4票弃权获得通过",
    "zh-hant": "記錄表決以29票贊成、14票反對、4票棄權獲得通過",
}
BY_GROUP = {"en": "By regional group", "zh-hans": "按区域组", "zh-hant": "按區域組"}
BY_RECORD = {"en": "In the record's order", "zh-hans": "按记录顺序", "zh-hant": "按記錄順序"}


def asked(served: Served, code: str, say: str = "/map") -> Call:
    """The picture that somebody new gets."""
    ident = next(ids)
    served.server.user(ident, language_code=code)
    (call,) = [call for call in served.calls(ident, say) if call.method != "sendChatAction"]
    return call


def drawn(served: Served, call: Call) -> bytes:
    """The picture that stands in a message."""
    file_id = served.server.shown(call)["photo"][-1]["file_id"]
    return served.server.core.world.files[file_id].content


@pytest.mark.parametrize("code", RESULT)
def test_the_picture_has_a_caption_with_result_and_source(served: Served, code: str) -> None:
    call = asked(served, code)
    assert call.method == "sendPhoto"
    assert utf16(call.text) <= 1024
    assert call.text.startswith("A/HRC/RES/56/4 人权与国际团结")
    assert RESULT[code] in call.text
    assert call.parts("url") == [OFFICIAL]
    assert BY_GROUP[code] in [label for row in served.rows(call) for label in row]


@pytest.mark.parametrize("code", RESULT)
def test_the_picture_is_a_png_for_a_telephone(served: Served, code: str) -> None:
    picture = drawn(served, asked(served, code))
    with Image.open(io.BytesIO(picture)) as image:
        assert image.format == "PNG"
        width, height = image.size
        image.load()
    # Telegram shows photos at 1280 pixels at most, and refuses those over 10,000 in all.
    assert 600 <= width <= 2560
    assert 600 <= height <= 2560
    assert 1 / 3 <= width / height <= 3
    assert len(picture) < 1_000_000


def test_the_picture_is_in_the_language_of_who_asks(served: Served) -> None:
    # Without a font that has Chinese characters those who read them have the English one.
    pictures = {code: drawn(served, asked(served, code)) for code in RESULT}
    # Chinese, where it is not: in English, in the fonts that the Latin words of an English picture are drawn in.
    assert len(set(pictures.values())) == (3 if find_font() else 2)


@pytest.mark.parametrize("code", RESULT)
def test_the_second_time_it_is_sent_by_its_id(served: Served, code: str) -> None:
    first, second = asked(served, code), asked(served, code)
    assert second.files == {}
    assert second.params["photo"] == served.server.shown(first)["photo"][-1]["file_id"]
    assert second.text == first.text


def test_it_says_that_it_is_at_work(served: Served, me: int) -> None:
    calls = served.calls(me, "/map")
    assert [call.method for call in calls] == ["sendChatAction", "sendPhoto"]
    assert calls[0].params["action"] == "upload_photo"


@pytest.mark.parametrize("code", RESULT)
def test_the_other_order_takes_the_place_of_the_picture(served: Served, code: str) -> None:
    call = asked(served, code)
    by_record = drawn(served, call)
    done = served.press(call, BY_GROUP[code]).message
    assert (done.method, done.message_id) == ("editMessageMedia", call.message_id)
    assert drawn(served, call) != by_record
    assert RESULT[code] in done.text
    # And back, by the id it has by now.
    back = served.press(call, BY_RECORD[code]).message
    assert (back.method, back.message_id, back.files) == ("editMessageMedia", call.message_id, {})
    assert drawn(served, call) == by_record
    assert served.press(call, BY_GROUP[code]).message.files == {}


def test_two_taps_on_the_other_order_do_no_harm(served: Served) -> None:
    call = asked(served, "en")
    data = served.button(call, BY_GROUP["en"])["callback_data"]
    refused = len(served.server.refused)
    first = served.server.press(data, call)
    second = served.press_data(call, data)
    assert first.query_id
    assert not second.notice
    assert {
        refusal.description for refusal in served.server.refused[refused:] if "not modified" not in refusal.description
    } == set()
    del served.server.record.refused[refused:]


@pytest.mark.parametrize(
    ("code", "result", "roll", "begins"),
    [("en", "Result", "Who voted how", "In favour (29): "), ("zh-hans", "表决结果", "投票名单", "赞成（29）：")],
)
def test_the_words_under_the_picture(served: Served, code: str, result: str, roll: str, begins: str) -> None:
    call = asked(served, code)
    assert served.press(call, result).message.text.startswith(RESULT[code])
    assert served.press(call, roll).message.text.startswith(begins)


@pytest.mark.parametrize(
    ("message", "label"),
    [
        ("/tally", "As a picture"),
        ("表决结果", "表决图"),
        ("中国怎么投的", "表决图"),
        ("/roll", "As a picture"),
        ("/full", "As a picture"),
    ],
)
def test_answers_about_the_vote_have_a_button_for_the_picture(
    served: Served, me: int, message: str, label: str
) -> None:
    call = served.calls(me, message)[-1]
    done = served.press(call, label).calls
    assert [c.method for c in done if c.method != "sendChatAction"] == ["sendPhoto"]
    # What was asked still stands above it.
    assert served.server.shown(call)["text"] == call.text


def test_a_picture_by_regional_group_from_a_link(served: Served) -> None:
    call = asked(served, "en", "/start map-groups")
    assert BY_RECORD["en"] in [label for row in served.rows(call) for label in row]
    assert drawn(served, call) != drawn(served, asked(served, "en"))


def test_the_picture_begins_a_conversation_about_the_vote(served: Served, me: int) -> None:
    served.server.say("/map", chat=me)
    served.server.wait_for(lambda call: call.chat_id == me and call.method == "sendPhoto")
    assert served.server.exchange("谁弃权了", chat=me).text.startswith("弃权（4）：")


@pytest.mark.parametrize("language", LANGUAGES)
def test_captions_fit(speaker: Speaker, library: Library, language: str) -> None:
    text, _ = parse(Pictures(speaker).caption(library.resolutions[0], language))
    assert utf16(text) <= 1024
    assert OFFICIAL in text
