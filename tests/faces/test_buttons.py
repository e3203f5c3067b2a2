"""Tests of the buttons under replies: what they say, what pressing them does, and that they still work, or say so, when
they are old."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from telegram import InlineKeyboardButton

from bot.answer.model import ClarifyAnswer, NoneAnswer, ParagraphAnswer, VoteAnswer
from bot.corpus.library import Library
from bot.faces.telegram.buttons import Buttons
from bot.faces.telegram.payload import parse, question_of
from bot.language.speaking import REPLY_LANGUAGES
from bot.question.model import (
    ClarifyQuestion,
    DocumentQuestion,
    Question,
    RollQuestion,
    TallyQuestion,
    Unclear,
    VoteQuestion,
)
from bot.talk import Speaker, Talk
from tests.botapi import Call
from tests.faces.served import OFFICIAL, Served, ids
from tests.starting import ROOT

LANGUAGES = tuple(x.tag for x in REPLY_LANGUAGES)

AT = "--A_HRC_RES_56_4"
OLD = {
    "en": "This button is no longer valid. Please ask again.",
    "zh-hans": "这个按钮已失效，请重新提问。",
    "zh-hant": "這個按鈕已失效，請重新提問。",
}


def begins(text: str, *beginnings: str) -> bool:
    """Whether the lines of a text begin so, one after the other; lines between are passed over."""
    lines = iter(text.splitlines())
    return all(any(line.startswith(beginning) for line in lines) for beginning in beginnings)


# --- turning pages ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "pages"),
    [
        ("第5段", ["◀ 第4段", "第6段 ▶"]),
        ("paragraph 5", ["◀ operative paragraph 4", "operative paragraph 6 ▶"]),
        ("請問第5段", ["◀ 第4段", "第6段 ▶"]),
        ("序言第2段", ["◀ 序言部分第1段", "序言部分第3段 ▶"]),
        # The ends stop; they neither wrap nor lead into the other part.
        ("第1段", ["第2段 ▶"]),
        ("第20段", ["◀ 第19段"]),
        ("序言第1段", ["序言部分第2段 ▶"]),
        ("序言第15段", ["◀ 序言部分第14段"]),
        # Where there is not one paragraph there are no pages.
        ("第5到7段", []),
        ("第21段", []),
    ],
)
def test_the_pages_before_and_after_a_clause(served: Served, me: int, message: str, pages: list[str]) -> None:
    call = served.server.exchange(message, chat=me)
    labels = [label.lower() for row in served.rows(call) for label in row if "◀" in label or "▶" in label]
    assert labels == pages
    assert not pages or [label.lower() for label in served.rows(call)[0]] == pages


@pytest.mark.parametrize(
    ("message", "presses", "ends_at", "pages"),
    [
        ("第5段", "▶", "第6段：", ["◀ 第5段", "第7段 ▶"]),
        ("第5段", "◀", "第4段：", ["◀ 第3段", "第5段 ▶"]),
        ("第5段", "▶◀", "第5段：", ["◀ 第4段", "第6段 ▶"]),
        ("第18段", "▶▶", "第20段：", ["◀ 第19段"]),
        ("第3段", "◀◀", "第1段：", ["第2段 ▶"]),
        ("/para 5", "▶▶", "Operative paragraph 7:", ["◀ operative paragraph 6", "operative paragraph 8 ▶"]),
        ("序言第14段", "▶", "序言部分第15段：", ["◀ 序言部分第14段"]),
    ],
)
def test_turning_a_page_edits_the_message(
    served: Served, me: int, message: str, presses: str, ends_at: str, pages: list[str]
) -> None:
    call = served.server.exchange(message, chat=me)
    for press in presses:
        done = served.press(call, press)
        assert not done.notice
        assert done.message.method == "editMessageText"
        assert done.message.message_id == call.message_id
    shown = served.server.shown(call)
    assert shown["text"].startswith(ends_at)
    assert OFFICIAL in shown["text"]
    assert [label.lower() for label in served.rows(call)[0]] == pages


def test_every_clause_is_reached_by_turning_pages(served: Served, me: int, library: Library) -> None:
    call = served.server.exchange("第1段", chat=me)
    read = [served.server.shown(call)["text"]]
    # Not faster than a person may be: over twenty in ten seconds is a flood.
    for _ in range(15):
        read.append(served.press(call, "▶").message.text)
    operative = library.resolutions[0].operative
    assert all(p.text in text for p, text in zip(operative, read, strict=False))


def test_a_page_that_was_turned_is_what_is_talked_about(served: Served, me: int) -> None:
    call = served.server.exchange("第5段", chat=me)
    served.press(call, "▶")
    assert served.server.exchange("下一段", chat=me).text.startswith("第7段：")


def test_two_taps_on_one_button_turn_one_page(served: Served, me: int) -> None:
    call = served.server.exchange("第5段", chat=me)
    data = served.button(call, "▶")["callback_data"]
    asked = served.server.press(data, call)
    before = len(served.server.sent)
    done = served.press_data(call, data)
    assert not done.notice
    assert asked.query_id in _answered(served.server.sent[before:])
    assert served.server.shown(call)["text"].startswith("第6段：")
    # Telegram refuses an edit that changes nothing; the bot can't know of an edit while it is under way.
    assert {
        refusal.description for refusal in served.server.refused if "not modified" not in refusal.description
    } == set()
    served.server.record.refused.clear()


def test_a_clause_that_is_gone_is_sent_anew_rather_than_lost(served: Served, me: int) -> None:
    call = served.server.exchange("第5段", chat=me)
    data = served.button(call, "▶")["callback_data"]
    served.server.fail_next(
        method="editMessageText", chat=me, status=400, description="Bad Request: message can't be edited"
    )
    done = served.press_data(call, data)
    assert done.message.method == "sendMessage"
    assert done.message.text.startswith("第6段：")


# --- runners-up, readings, examples ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "also"),
    [
        ("发展权", "另见："),
        ("气候变化", "另见："),
        ("獨立專家", "另見："),
        ("Which paragraph is on the right to development?", "See also: "),
    ],
)
def test_the_runners_up_of_a_subject_are_buttons(served: Served, me: int, message: str, also: str) -> None:
    call = served.server.exchange(message, chat=me)
    (line,) = [line for line in call.text.splitlines() if line.startswith(also)]
    named = line.removeprefix(also).rstrip("。.").replace("、", ", ").split(", ")
    labels = served.rows(call)[0]
    assert [label.lower() for label in labels] == named
    for label in labels:
        done = served.press(call, label)
        assert done.message.method == "sendMessage"
        assert done.message.text.lower().startswith(label.lower())
        assert len(done.message.parts("blockquote")) == 1


def test_a_clause_found_alone_has_pages_rather_than_runners_up(served: Served, me: int) -> None:
    call = served.server.exchange("南南合作", chat=me)
    assert served.rows(call)[0] == ["◀ 第9段", "第11段 ▶"]


@pytest.mark.parametrize(
    ("message", "readings", "unrecorded"),
    [
        ("刚果", ["刚果民主共和国", "刚果（布）"], "{}不在表决记录中"),
        ("刚果投了反对票吗", ["刚果民主共和国", "刚果（布）"], "{}不在表决记录中"),
        ("剛果怎麼投的", ["剛果民主共和國", "剛果（布）"], "{}不在表決記錄中"),
        (
            "/vote Congo",
            ["Democratic Republic of the Congo", "Congo (Brazzaville)"],
            "{}: not in the record of the vote",
        ),
        (
            "How did Korea vote?",
            ["Democratic People's Republic of Korea", "Republic of Korea"],
            "{}: not in the record of the vote",
        ),
    ],
)
def test_the_readings_of_an_ambiguous_name_are_buttons(
    served: Served, me: int, message: str, readings: list[str], unrecorded: str
) -> None:
    call = served.server.exchange(message, chat=me)
    assert served.rows(call) == [readings]
    for reading in readings:
        done = served.press(call, reading)
        assert begins(done.message.text, reading, unrecorded.format(reading)), done.message.text
        assert OFFICIAL in done.message.text


def test_a_reading_that_voted(served: Served, me: int) -> None:
    call = served.server.exchange("Dominican", chat=me)
    assert begins(
        served.press(call, "Dominican Republic").message.text, "Dominican Republic", "Dominican Republic: in favour."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reading_of_every_ambiguous_name_means_its_state(
    speaker: Speaker, library: Library, language: str
) -> None:
    for codes in {tuple(codes) for codes in _ambiguous(library)}:
        for code in codes:
            words = library.names.unmistakable(code, language)
            asked, _ = speaker.ask(ClarifyQuestion(Unclear.WHICH_STATE, codes), Talk(language=language))
            assert isinstance(asked.answer, ClarifyAnswer)
            spoken, _ = speaker.next(words, Talk(language=language))
            assert isinstance(spoken.answer, VoteAnswer), words
            assert [state for state, _ in spoken.answer.votes] == [code], words


def _ambiguous(library: Library) -> Iterator[list[str]]:
    with (library.folder / "names" / "ambiguous.toml").open("rb") as file:
        for alias in tomllib.load(file)["alias"]:
            yield [code for code in alias["means"] if code in library.names.states]


@pytest.mark.parametrize(
    ("message", "examples"),
    [
        ("讲个笑话", ["中国怎么投的", "谁弃权了", "第12段"]),
        ("为什么法国反对", ["美国怎么投的", "非洲组怎么投的", "表决结果"]),
        ("為什麼法國反對", ["美國怎麼投的", "非洲組怎麼投的", "表決結果"]),
        (
            "Why did France vote against?",
            ["How did France vote?", "How did the African Group vote?", "What was the result?"],
        ),
        ("What about resolution 61/295?", ["What is it about?", "What was the result?", "When was it adopted?"]),
        ("今天天气怎么样", ["中国怎么投的", "谁弃权了", "第12段"]),
    ],
)
def test_a_refusal_has_three_examples_to_tap(served: Served, me: int, message: str, examples: list[str]) -> None:
    call = served.server.exchange(message, chat=me)
    assert [label for row in served.rows(call) for label in row] == examples
    # They stand on the buttons, and not in the text as well.
    assert not any(example in call.text for example in examples)
    for example in examples:
        pressed = served.press(call, example).messages
        asked = served.server.exchange(example, chat=next(ids))
        assert pressed[0].text == f"{example}\n\n{asked.text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_answered_in_its_own_language(speaker: Speaker, language: str) -> None:
    wording = speaker.wordings[language]
    # Those about several documents are answered where there are several: tests/test_many.py.
    for theme in set(wording.themes) - {"documents"}:
        for example in wording.examples(theme):
            spoken, _ = speaker.next(example, Talk(language=language))
            assert not isinstance(spoken.answer, (NoneAnswer, ClarifyAnswer)), example
            assert spoken.language == language, example


# --- the document, the record ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "outline", "file"),
    [("全文", "目录", "下载 .txt"), ("/full", "Outline", "As a .txt file"), ("決議全文", "目錄", "下載 .txt")],
)
def test_the_full_text_is_folded_and_comes_as_a_file(
    served: Served, me: int, library: Library, message: str, outline: str, file: str
) -> None:
    sent = served.calls(me, message)
    folded = "".join(part for call in sent for part in call.parts("expandable_blockquote"))
    assert all(paragraph.text in folded for paragraph in library.resolutions[0].paragraphs)
    assert not any(call.markup for call in sent[:-1])
    assert served.rows(sent[-1])[0][:2] == [outline, file]
    assert served.press(sent[-1], outline).message.text.startswith("A/HRC/RES/56/4")

    done = served.press(sent[-1], file).message
    assert done.method == "sendDocument"
    assert done.text == "A/HRC/RES/56/4"
    (upload,) = done.files.values()
    assert upload.filename == "A_HRC_RES_56_4.zh.txt"
    assert upload.content == (ROOT / "content" / "resolutions" / "A_HRC_RES_56_4.zh.txt").read_bytes()


def test_the_outline_leads_to_the_full_text(served: Served, me: int) -> None:
    call = served.server.exchange("/para", chat=me)
    done = served.press(call, "Full text")
    assert done.messages[0].parts("expandable_blockquote")


@pytest.mark.parametrize(
    ("message", "folded"),
    [("/roll", 1), ("/roll 赞成", 0), ("/roll in favour", 1), ("/roll abstained", 0), ("/roll against", 0)],
    ids=["all, in English", "29 in Chinese are short", "29 in English", "4", "14 in English"],
)
def test_long_rolls_are_folded(served: Served, me: int, message: str, folded: int) -> None:
    call = served.server.exchange(message, chat=me)
    assert len(call.parts("expandable_blockquote")) == folded
    assert OFFICIAL in call.text


# --- links -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "payload"),
    [
        ("paragraph 12", "op12" + AT),
        ("the 3rd preambular paragraph", "pp3" + AT),
        ("South-South cooperation", "op10" + AT),
        ("How did China vote?", "vote-CHN" + AT),
        ("How did China and France vote?", "vote-CHN-FRA" + AT),
        ("What was the result?", "tally" + AT),
        ("Who voted how?", "roll" + AT),
        ("Who voted against?", "roll-no" + AT),
        ("What is it about?", "outline" + AT),
    ],
)
def test_what_is_shared_shows_the_same_to_whom_it_is_sent(
    served: Served, me: int, you: int, message: str, payload: str
) -> None:
    call = served.server.exchange(message, chat=me)
    share = urlsplit(served.button(call, "Share")["url"])
    assert (share.scheme, share.netloc, share.path) == ("https", "t.me", "/share/url")
    link = urlsplit(parse_qs(share.query)["url"][0])
    assert (link.scheme, link.netloc, link.path) == ("https", "t.me", "/resolution_bot")
    assert parse_qs(link.query) == {"start": [payload]}
    assert served.server.exchange(f"/start {payload}", chat=you).text == call.text


@pytest.mark.parametrize(
    "message",
    [
        "第5段",
        "发展权",
        "中国怎么投的",
        "表决结果",
        "谁弃权了",
        "欧盟怎么投的",
        "决议讲了什么",
        "哪天通过的",
        "/full",
        "/map",
        "中国怎么投的？第5段说什么？",
    ],
)
def test_every_answer_from_the_document_has_a_button_to_it(served: Served, me: int, message: str) -> None:
    last = served.calls(me, message)[-1]
    assert OFFICIAL in [button.get("url") for button in last.buttons]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_button_sends_fits_and_is_understood(speaker: Speaker, library: Library, language: str) -> None:
    buttons = Buttons(library, speaker.wordings[language], "resolution_bot")
    asked: list[Question] = [RollQuestion(), TallyQuestion(), DocumentQuestion(full=True), DocumentQuestion(full=False)]
    asked += [
        question
        for payload in ("roll-yes", "roll-no", "roll-abstain")
        if (found := parse(payload)) and (question := question_of(found, library))
    ]
    asked += [
        question
        for p in library.resolutions[0].paragraphs
        if (found := parse(p.id.lower())) and (question := question_of(found, library))
    ]
    asked += [ClarifyQuestion(Unclear.WHICH_STATE, tuple(codes)) for codes in _ambiguous(library)]
    asked += [ClarifyQuestion(Unclear.WHAT), VoteQuestion(tuple(library.names.states)[:40])]
    seen: list[InlineKeyboardButton] = []
    for question in asked:
        markup = buttons.under(speaker.ask(question, Talk(language=language))[0].answer)
        assert markup, question
        seen += [button for row in markup.inline_keyboard for button in row]
    seen += [
        b
        for keyboard in (buttons.picture(library.resolutions[0], grouped=True), buttons.languages())
        for row in keyboard.inline_keyboard
        for b in row
    ]
    for button in seen:
        if button.callback_data is not None:
            data = str(button.callback_data)
            assert 1 <= len(data.encode()) <= 64, data
            found = parse(data)
            assert found and str(found) == data
        else:
            assert (button.url or "").startswith(("https://t.me/", "https://undocs.org/"))


# --- language ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "label", "says"),
    [
        ("第5段", "▶", "第6段："),
        ("第5段", "全文", "A/HRC/RES/56/4，人权与国际团结"),
        ("中国怎么投的", "投票名单", "赞成（29）："),
        ("中國怎麼投的", "投票名單", "贊成（29）："),
        ("中國怎麼投的", "表決結果", "記錄表決以29票贊成"),
        ("How did China vote?", "Who voted how", "In favour (29): "),
        ("How did China vote?", "Result", "Adopted by a recorded vote: 29"),
        ("發展權", "序言部分第3段", "序言部分第3段："),
        ("讲个笑话", "第12段", "第12段"),
    ],
)
def test_a_button_replies_in_the_language_of_its_message(
    served: Served, group: int, me: int, you: int, message: str, label: str, says: str
) -> None:
    # Whoever presses has Telegram in another language than the one who asked.
    served.server.user(you, language_code="zh-hans" if label.isascii() else "en")
    call = served.server.exchange(f"@resolution_bot {message}", chat=group, user=me)
    assert served.press(call, label, you).messages[0].text.startswith(says)


def test_what_follows_a_button_is_in_the_language_of_the_button(served: Served, me: int) -> None:
    call = served.server.exchange("第5段", chat=me)
    served.press(call, "▶")
    assert served.server.exchange("12", chat=me).text.startswith("第12段：")


# --- old, foreign, garbage -----------------------------------------------------------------------------


GARBAGE = [
    ("nothing known", "x"),
    ("another bot's", "delete:all"),
    ("as long as can be", "a" * 64),
    ("Chinese", "第十二段"),
    ("markup", "<b>&"),
    ("a document there is not", "op12--A_HRC_RES_99_9"),
    ("a state there is not", "vote-ZZZ" + AT),
    ("a state in small letters", "vote-chn" + AT),
    ("a reading there is not", "state-ZZZ~e"),
    ("an example there is not", "eg-general-99~e"),
    ("a theme there is not", "eg-nope-0~e"),
    ("an example without a number", "eg-general~e"),
    ("a language there is not", "lang-de"),
    ("a language letter there is not", "op12~z"),
    ("a vote there is not", "roll-maybe" + AT),
    ("a picture there is not", "map-sideways" + AT),
    ("paragraph zero", "page-op0" + AT),
    ("no paragraph", "page" + AT),
    ("a page there is not", "page-op99" + AT),
    ("too many parts", "op12--A--B"),
    ("a break in it", "op12\n"),
]


@pytest.mark.parametrize("data", [row[1] for row in GARBAGE], ids=[row[0] for row in GARBAGE])
def test_a_button_that_means_nothing_gets_a_short_notice(served: Served, me: int, data: str) -> None:
    call = served.server.exchange("第5段", chat=me)
    before = served.server.shown(call)
    done = served.press_data(call, data, force=True)
    assert done.notice in (OLD["en"], OLD["zh-hans"])
    assert done.calls == []
    assert served.server.shown(call) == before


@pytest.mark.parametrize("language", OLD)
def test_a_message_too_old_to_be_given_to_bots(served: Served, language: str) -> None:
    ident = next(ids)
    served.server.user(ident, language_code=language)
    call = served.server.exchange("/para 5", chat=ident)
    for button in call.buttons:
        if data := button.get("callback_data"):
            done = served.press_data(call, data, gone=True)
            assert done.notice == OLD[language]
            assert done.calls == []


@pytest.mark.parametrize("label", ["Full text", "▶"])
def test_a_button_whose_reply_can_not_be_sent_is_answered_all_the_same(served: Served, me: int, label: str) -> None:
    call = served.server.exchange("/para 5", chat=me)
    method = "sendMessage" if label == "Full text" else "editMessageText"
    served.server.fail_next(method=method, chat=me, status=403, description="Forbidden: bot was blocked by the user")
    served.press(call, label)
    assert not served.press(call, label).notice


def test_every_press_is_answered_exactly_once(served: Served, me: int) -> None:
    replies = [
        served.server.exchange(message, chat=me) for message in ("第5段", "中国怎么投的", "Congo", "讲个笑话", "/lang")
    ]
    before = len(served.server.sent)
    asked = [
        served.server.press(button["callback_data"], reply)
        for reply in replies
        for button in reply.buttons
        if "callback_data" in button
    ]
    asked.append(served.server.press("nonsense", replies[0], force=True))
    pressed = [query.query_id for query in asked]
    # As many are nearly a flood.
    served.server.wait_until(lambda: len(_answered(served.server.sent[before:])) >= len(pressed))
    assert sorted(_answered(served.server.sent[before:])) == sorted(pressed)


def _answered(calls: list[Call]) -> list[str]:
    return [call.params["callback_query_id"] for call in calls if call.method == "answerCallbackQuery"]


# --- after a restart -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "label", "says"),
    [
        ("第5段", "▶", "第6段："),
        ("第5段", "全文", "A/HRC/RES/56/4，人权与国际团结"),
        ("发展权", "序言部分第3段", "序言部分第3段："),
        ("刚果", "刚果（布）", "刚果（布）\n"),
        ("讲个笑话", "第12段", "第12段\n"),
        ("How did China vote?", "Who voted how", "In favour (29): "),
        ("/full", "As a .txt file", "A/HRC/RES/56/4"),
        ("/map", "By regional group", "A/HRC/RES/56/4"),
        ("/lang", "繁體中文", "我用繁體中文回答。"),
    ],
)
def test_buttons_work_after_a_restart(
    restarted: dict[str, Call], again: Served, message: str, label: str, says: str
) -> None:
    done = again.press(restarted[message], label)
    assert not done.notice
    assert done.messages[0].text.startswith(says)
    assert not again.server.refused


def test_there_is_a_question_behind_every_paragraph(library: Library, speaker: Speaker) -> None:
    for paragraph in library.resolutions[0].paragraphs:
        payload = parse(paragraph.id.lower())
        question = question_of(payload, library) if payload else None
        assert question
        answer = speaker.ask(question, Talk())[0].answer
        assert isinstance(answer, ParagraphAnswer)
        assert answer.paragraphs == (paragraph,)
