"""Tests of the languages: in which one is answered, how to choose it, and what Telegram shows of the bot in each."""

from __future__ import annotations

import re

import pytest

from bot.answer.model import RollAnswer
from bot.language.speaking import REPLY_LANGUAGES, of_user
from bot.talk import Speaker
from tests.botapi import Call
from tests.faces.served import HELLO, Served, ids

SCRIPTS = {"": "[a-z]", "zh": "[一-龥]", "fr": "[a-z]", "es": "[a-z]", "ru": "[а-я]", "ar": "[ء-ي]"}
"""Telegram's code of each language that menus are set in, and letters of it."""
ABSTAINED = {"en": "Abstaining (4): ", "zh-Hans": "弃权（4）：", "zh-Hant": "棄權（4）："}
ASK = {"en": "In which language shall I answer?", "zh-hans": "用哪种语言回答？", "zh-hant": "用哪種語言回答？"}


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("fr", "fr"),
        ("ru", "ru"),
        ("es-MX", "es"),
        ("ar", "ar"),
        ("pt-BR", "en"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-hans", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh-Hant", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("zh-Hant-TW", "zh-Hant"),
        ("zh-Hans-HK", "zh-Hans"),
        ("", "zh-Hans"),
        (None, "zh-Hans"),
    ],
)
def test_the_language_of_the_app(code: str | None, language: str) -> None:
    assert of_user(code) == language


@pytest.mark.parametrize("code", ["en", "zh-hans", "zh-hant", "fr", None])
@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("谁弃权了", "zh-Hans"),
        ("誰棄權了", "zh-Hant"),
        ("Who abstained?", "en"),
        ("/roll 弃权", "zh-Hans"),
        ("/roll 棄權", "zh-Hant"),
        ("/roll abstained", "en"),
    ],
)
def test_the_language_of_the_question_goes_before_that_of_the_app(
    served: Served, code: str | None, message: str, language: str
) -> None:
    ident = next(ids)
    served.server.user(ident, language_code=code)
    assert served.server.exchange(message, chat=ident).text.startswith(ABSTAINED[language])


@pytest.mark.parametrize("message", ["/roll", "/tally", "/start", "/para 12", "12", "pp3"])
@pytest.mark.parametrize(
    ("code", "word"),
    [("en", "in favour|I answer|paragraph"), ("zh-hans", "赞成|回答|段"), ("zh-hant", "贊成|回答關於|段")],
)
def test_what_is_in_no_language_is_answered_in_that_of_the_app(
    served: Served, code: str, word: str, message: str
) -> None:
    ident = next(ids)
    served.server.user(ident, language_code=code)
    text = served.server.exchange(message, chat=ident).text
    assert re.search(word, text.splitlines()[0], re.IGNORECASE)


# --- /lang -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "said", "then"),
    [
        ("/lang en", "I answer in English.", "en"),
        ("/lang EN", "I answer in English.", "en"),
        ("/lang zh-Hant", "我用繁體中文回答。", "zh-Hant"),
        ("/lang zh-Hans", "我用简体中文回答。", "zh-Hans"),
        ("/lang zh", "我用简体中文回答。", "zh-Hans"),
    ],
)
def test_a_language_that_was_chosen_is_kept(served: Served, me: int, command: str, said: str, then: str) -> None:
    assert served.server.exchange(command, chat=me).text == said
    for message in ("谁弃权了", "誰棄權了", "Who abstained?", "/roll abstained"):
        assert served.server.exchange(message, chat=me).text.startswith(ABSTAINED[then])


def test_the_choice_is_taken_back(served: Served, me: int) -> None:
    served.server.exchange("/lang zh-Hant", chat=me)
    served.server.exchange("/lang auto", chat=me)
    assert served.server.exchange("谁弃权了", chat=me).text.startswith(ABSTAINED["zh-Hans"])
    assert served.server.exchange("Who abstained?", chat=me).text.startswith(ABSTAINED["en"])


def test_the_choice_is_that_of_one_person_in_all_chats(served: Served, group: int, me: int, you: int) -> None:
    served.server.exchange("/lang en", chat=me)
    assert served.server.exchange("@resolution_bot 谁弃权了", chat=group, user=me).text.startswith(ABSTAINED["en"])
    assert served.server.exchange("@resolution_bot 谁弃权了", chat=group, user=you).text.startswith(
        ABSTAINED["zh-Hans"]
    )


@pytest.mark.parametrize("command", ["/lang", "/lang de", "/lang <b>"])
@pytest.mark.parametrize("code", ASK)
def test_without_a_language_it_is_asked_for(served: Served, command: str, code: str) -> None:
    ident = next(ids)
    served.server.user(ident, language_code=code)
    call = served.server.exchange(command, chat=ident)
    assert call.text == ASK[code]
    automatic = {"en": "Automatic", "zh-hans": "自动", "zh-hant": "自動"}[code]
    assert sorted(label for row in served.rows(call) for label in row) == sorted(
        [*(x.own_name for x in REPLY_LANGUAGES), automatic]
    )


@pytest.mark.parametrize(
    ("label", "said", "then"),
    [
        ("English", "I answer in English.", "en"),
        ("繁體中文", "我用繁體中文回答。", "zh-Hant"),
        ("简体中文", "我用简体中文回答。", "zh-Hans"),
    ],
)
def test_a_language_is_chosen_by_its_button(served: Served, me: int, label: str, said: str, then: str) -> None:
    call = served.server.exchange("/lang", chat=me)
    done = served.press(call, label)
    assert not done.notice
    assert (done.message.method, done.message.message_id) == ("editMessageText", call.message_id)
    assert done.message.text == said
    assert served.rows(call) == []
    assert served.server.exchange("誰棄權了", chat=me).text.startswith(ABSTAINED[then])


def test_the_language_is_left_to_the_bot_by_a_button(served: Served, me: int) -> None:
    served.server.exchange("/lang zh-Hant", chat=me)
    done = served.press(served.server.exchange("/lang", chat=me), "自動")
    assert done.message.text == "I answer in the language of your question."
    assert served.server.exchange("谁弃权了", chat=me).text.startswith(ABSTAINED["zh-Hans"])


# --- the bot's own words -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "kept", "memory", "nothing_else"),
    [
        ("en", "the short conversation", "in memory", "No message is stored"),
        ("zh-hans", "简短的对话", "内存", "不保存任何消息"),
        ("zh-hant", "簡短的對話", "記憶體", "不保存任何|不儲存任何"),
    ],
)
def test_privacy_says_what_is_kept(served: Served, code: str, kept: str, memory: str, nothing_else: str) -> None:
    ident = next(ids)
    served.server.user(ident, language_code=code)
    text = served.server.exchange("/privacy", chat=ident).text
    assert kept in text
    assert memory in text
    assert re.search(nothing_else, text)
    # Where, for this bot has no BOT_STATE; how much, and for how long.
    assert re.search("gone when it stops|程序停止即消失|程式停止即消失", text)
    assert "8" in text
    assert "30" in text
    # This bot keeps no questions without an answer, so it does not say so.
    assert not re.search("are noted|记下来|記下來", text)


@pytest.mark.parametrize("code", HELLO)
@pytest.mark.parametrize("command", ["/start", "/help", "/about"])
def test_it_introduces_itself_in_the_language_of_the_app(served: Served, code: str, command: str) -> None:
    ident = next(ids)
    served.server.user(ident, language_code=code)
    said = served.server.exchange(command, chat=ident)
    own = {"en": "I answer questions about ", "zh-hans": "关于", "zh-hant": "關於"}[code]
    assert own in said.text


# --- what Telegram shows of it ---------------------------------------------------------------------------


def test_menus_and_descriptions_are_in_every_language(served: Served) -> None:
    profile = served.server.profile
    assert (
        {language for _, language in profile.commands}
        == set(profile.description)
        == set(profile.short_description)
        == set(SCRIPTS)
    )
    for language, letters in SCRIPTS.items():
        said = [profile.description[language], profile.short_description[language]]
        said += [
            entry["description"] for (_, code), menu in profile.commands.items() if code == language for entry in menu
        ]
        assert all(re.search(letters, text) for text in said)
        assert len(profile.description[language]) <= 512
        assert len(profile.short_description[language]) <= 120


def test_menus_and_descriptions_are_set_only_where_they_differ(
    twice: tuple[Served, dict[str, Call], list[Call]],
) -> None:
    again, _, of_both_starts = twice
    set_ = [call.method for call in of_both_starts if call.method.startswith("setMy")]
    # Default and groups, in each language; once in all.
    assert sorted(set_) == sorted(
        (["setMyCommands"] * 2 + ["setMyDescription", "setMyShortDescription"]) * len(SCRIPTS)
    )
    assert again.server.counts["getMyCommands"] == 4 * len(SCRIPTS)


def test_the_name_of_a_group_is_none_of_a_language(speaker: Speaker) -> None:
    asked = speaker.answer(["من عارض؟", "الدول العربية فقط"])
    assert isinstance(asked.answer, RollAnswer)
