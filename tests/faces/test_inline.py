"""Tests of inline mode: what @bot and a few words offer in any chat, and what choosing it sends."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from telegram import InputTextMessageContent

from bot.corpus.library import Library
from bot.faces.telegram.buttons import Buttons
from bot.faces.telegram.inline import Offer, article
from bot.faces.telegram.payload import Action, Payload
from bot.talk import Speaker
from bot.wording.pieces import Piece, Style
from tests.botapi import parse, utf16
from tests.faces.served import CLAUSE_5, OFFICIAL, Served, ids
from tests.faces.test_buttons import OLD

CLAUSE_10 = "强调人道主义合作和技术合作，包括南南合作和三方合作背景下的这种合作，是国际团结的一个重要方面；"


class Offered:
    """The answer to an inline query."""

    def __init__(self, served: Served, query: str, language: str = "en") -> None:
        self.served = served
        user = served.server.user(next(ids), language_code=language)
        before = len(served.server.sent)
        self.asked = served.server.inline(query, user)
        call = served.server.wait_for(lambda c: c.params.get("inline_query_id") == self.asked.query_id, since=before)
        self.params = call.params
        self.results: list[dict[str, Any]] = served.server.results(self.asked)
        self.button: dict[str, str] = dict(self.params["button"])

    @property
    def titles(self) -> list[str]:
        return [result["title"] for result in self.results]

    def text(self, result: dict[str, Any]) -> str:
        """The message that a result sends, without its markup."""
        return str(parse(result["input_message_content"]["message_text"])[0])


QUERIES = [
    "中国", "12", "南南合作", "China", "paragraph 12", "South-South cooperation", "發展權", "谁弃权了", "欧盟",
    "中国和法国",
    "表决结果", "全文", "第1到20段", "", "哪天通过的", "Who voted against?", "中国怎么投的？第5段说什么？", "第21段",
    "核武器",
]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "first", "says", "also"),
    [
        ("中国", "中国投了赞成票。", "中国投了赞成票。", ["表决结果", "投票名单"]),
        ("China", "China: in favour.", "China: in favour.", ["Result", "Who voted how"]),
        ("12", "第12段", "第12段：", ["序言部分第12段"]),
        ("pp3", "序言部分第3段", "序言部分第3段：", []),
        ("paragraph 12", "Operative paragraph 12", "Operative paragraph 12:", ["Preambular paragraph 12"]),
        ("南南合作", "第10段", CLAUSE_10, []),
        ("South-South cooperation", "Operative paragraph 10", CLAUSE_10, []),
        ("國際團結是基本原則", "第5段", CLAUSE_5, []),
        (
            "发展权",
            "序言部分第4段、序言部分第5段",
            "序言部分第4段：",
            ["序言部分第4段", "序言部分第5段", "序言部分第3段"],
        ),
        (
            "谁弃权了",
            "弃权（4）：阿根廷、智利、哥斯达黎加、摩洛哥",
            "弃权（4）：阿根廷、智利、哥斯达黎加、摩洛哥",
            ["表决结果"],
        ),
        ("表决结果", "表决结果", "记录表决以29票赞成、14票反对、4票弃权获得通过", ["投票名单"]),
        ("中国和法国", "中国投了赞成票。", "法国投了反对票。", ["中国", "法国", "表决结果"]),
        ("When was it adopted?", "Adopted on: 10 July 2024", "10 July 2024", []),
    ],
)
def test_what_a_query_offers(served: Served, query: str, first: str, says: str, also: list[str]) -> None:
    offered = Offered(served, query)
    assert offered.titles[0].startswith(first)
    assert says in offered.text(offered.results[0])
    assert set(also) <= set(offered.titles[1:])


@pytest.mark.parametrize("query", ["刚果", "Korea"])
def test_a_name_of_two_states_offers_both(served: Served, query: str) -> None:
    both = {
        "刚果": ["刚果民主共和国", "刚果（布）"],
        "Korea": ["Democratic People's Republic of Korea", "Republic of Korea"],
    }[query]
    offered = Offered(served, query)
    assert all(any(title.startswith(name) for title in offered.titles) for name in both)


@pytest.mark.parametrize("query", QUERIES)
def test_results_are_whole_and_sourced(served: Served, query: str) -> None:
    offered = Offered(served, query)
    assert len(offered.results) <= 10
    assert len({result["id"] for result in offered.results}) == len(offered.results)
    for result in offered.results:
        assert result["type"] == "article"
        assert 1 <= len(result["title"]) <= 60
        text = offered.text(result)
        assert utf16(text) <= 4096
        assert "A/HRC/RES/56/4" in text
        assert result["input_message_content"]["parse_mode"] == "HTML"
        assert result["input_message_content"]["link_preview_options"] == {"is_disabled": True}
        (button,) = [button for row in result["reply_markup"]["inline_keyboard"] for button in row]
        assert button["url"].startswith("https://t.me/resolution_bot?start=")


@pytest.mark.parametrize("query", [query for query in QUERIES if query])
def test_results_say_where_they_are_from(served: Served, query: str) -> None:
    offered = Offered(served, query)
    assert all(OFFICIAL in offered.text(result) for result in offered.results)


@pytest.mark.parametrize("query", [query for query in QUERIES if query not in ("第21段", "核武器")])
def test_results_have_a_description_that_is_not_the_title_again(served: Served, query: str) -> None:
    offered = Offered(served, query)
    assert offered.results
    for result in offered.results:
        assert 1 <= len(result.get("description", "")) <= 120, result["title"]
        assert not result["description"].startswith(result["title"])


def test_a_reply_too_long_for_one_message_says_where_the_rest_is(speaker: Speaker, library: Library) -> None:
    spoken = speaker.answer(["第5段"])
    *_, source = spoken.reply
    clauses = tuple((Piece(f"{n}. \U0001f389" + "啊" * 300, Style.QUOTE),) for n in range(1, 40))
    long = replace(spoken, reply=(*clauses, source))
    result = article(
        Offer("x", "5", long, Payload(Action.TALLY)), Buttons(library, speaker.wordings["zh-Hans"], "resolution_bot")
    )
    assert isinstance(result.input_message_content, InputTextMessageContent)
    text = str(parse(result.input_message_content.message_text)[0])
    assert 3000 < utf16(text) <= 4096
    assert "9. " in text
    assert "39. " not in text
    assert "…" in text
    assert text.endswith(OFFICIAL)


@pytest.mark.parametrize("query", ["中国", "", "zxqj"])
def test_results_are_the_same_for_all_and_kept_for_a_while(served: Served, query: str) -> None:
    params = Offered(served, query).params
    assert not params.get("is_personal")
    assert 60 <= params["cache_time"] <= 3600


def test_nothing_typed_yet_offers_what_can_be_typed(served: Served) -> None:
    offered = Offered(served, "")
    assert 3 <= len(offered.results) <= 10
    # In Chinese and in English, as the results are the same for all.
    assert any("中国怎么投的" in title for title in offered.titles)
    assert any("How did China vote?" in title for title in offered.titles)
    for result in offered.results:
        assert OFFICIAL in offered.text(result)


@pytest.mark.parametrize(
    "query", ["zxqj", "核武器", "你好", "为什么法国反对", "\u202e\u0301", "<b>&", "*" * 256], ids=range(7)
)
def test_what_finds_nothing_leads_to_what_can_be_asked(served: Served, query: str) -> None:
    offered = Offered(served, query)
    assert offered.results == []
    assert offered.button["text"]
    assert offered.button["start_parameter"]


@pytest.mark.parametrize(
    ("query", "label"),
    [("中国", "可以问什么"), ("China", "What can be asked"), ("中國怎麼投的", "可以問什麼"), ("zxqj", "Not found")],
)
def test_the_button_above_leads_into_the_private_chat(served: Served, me: int, query: str, label: str) -> None:
    button = Offered(served, query).button
    assert button["text"] == label
    assert (
        served.server.exchange(f"/start {button['start_parameter']}", chat=me).text
        == served.server.exchange("/start", chat=me).text
    )


@pytest.mark.parametrize("query", ["中国", "12", "南南合作", "表决结果", "How did China and France vote?"])
def test_a_result_that_is_chosen_stands_in_the_chat_as_it_was_offered(served: Served, you: int, query: str) -> None:
    offered = Offered(served, query)
    result = offered.results[0]
    _, inline_id = served.server.choose(offered.asked, result["id"], query)
    shown = served.server.core.world.inline_messages[inline_id]
    assert shown["text"] == offered.text(result)
    # The button under it asks the same in the private chat of whoever presses it.
    (button,) = [button for row in shown["reply_markup"]["inline_keyboard"] for button in row]
    served.server.user(you, language_code="zh-hans" if not query.isascii() else "en")
    answer = served.server.exchange(f"/start {button['url'].partition('start=')[2]}", chat=you)
    assert answer.text.splitlines()[0] == shown["text"].splitlines()[0] or query == "12"


def test_a_foreign_button_under_a_chosen_result_gets_a_notice(served: Served) -> None:
    offered = Offered(served, "中国")
    _, inline_id = served.server.choose(offered.asked, offered.results[0]["id"], "中国")
    assert served.press_data(inline_id, "op12", force=True).notice in OLD.values()


def test_a_query_that_is_too_old_does_no_harm(served: Served) -> None:
    struck = len(served.server.struck)
    served.server.fail_next(
        method="answerInlineQuery", status=400, description="Bad Request: query is too old and response timeout expired"
    )
    served.server.inline("中国", next(ids))
    served.server.wait_until(lambda: len(served.server.struck) > struck)
    assert Offered(served, "12").titles[0] == "第12段"
