"""Tests of bot.faces.telegram.html: that Telegram accepts every reply, and that nothing is lost on the way."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.corpus.library import Library
from bot.faces.telegram.html import LIMIT, length, messages, render
from bot.talk import Speaker
from bot.wording.pieces import Block, Piece, Reply, Style, plain
from tests.botapi import clean, parse, utf16


def visible(text: str) -> str:
    """What is left of a text for the eye: no white space, no control characters."""
    return "".join(c for c in clean(text) if not c.isspace() and unicodedata.category(c) != "Cc")


def shown(reply: Reply, limit: int = LIMIT) -> list[str]:
    """The plain text of each message, as Telegram would show it; fails where Telegram would refuse one."""
    texts = []
    for message in messages(reply, limit):
        text, _ = parse(message)
        assert utf16(text) <= limit
        assert text.strip()
        texts.append(text)
    assert visible("".join(texts)) == visible("".join(piece.text for block in reply for piece in block))
    return texts


@pytest.fixture(scope="module")
def speaker(library: Library) -> Speaker:
    return Speaker(library)


@pytest.mark.parametrize(
    ("block", "html"),
    [
        ((Piece("a"),), "a"),
        ((Piece("a", Style.BOLD),), "<b>a</b>"),
        ((Piece("a", Style.QUOTE),), "<blockquote>a</blockquote>"),
        ((Piece("https://undocs.org/A/HRC/RES/56/4", Style.LINK),), "https://undocs.org/A/HRC/RES/56/4"),
        ((Piece("a\n", Style.BOLD), Piece("b"), Piece("c", Style.QUOTE)), "<b>a\n</b>b<blockquote>c</blockquote>"),
        ((Piece("<b>"),), "&lt;b&gt;"),
        ((Piece("a & b", Style.BOLD),), "<b>a &amp; b</b>"),
        ((Piece("&lt;", Style.QUOTE),), "<blockquote>&amp;lt;</blockquote>"),
        ((Piece("a\x00b\x1fc"),), "abc"),
        ((Piece("", Style.BOLD), Piece("a")), "a"),
        ((), ""),
    ],
)
def test_render(block: Block, html: str) -> None:
    assert render(block) == html


@pytest.mark.parametrize("style", Style)
def test_markup_is_shown_as_it_was_typed(style: Style) -> None:
    typed = "</blockquote><b>&amp;<a href=\"x\">1 < 2 && 3 > 2 'y'</b>"
    (message,) = messages(((Piece(typed, style),),))
    text, entities = parse(message)
    assert text == typed
    assert {entity["length"] for entity in entities} <= {len(typed)}


@pytest.mark.parametrize(
    ("text", "units"), [("", 0), ("abc", 3), ("第12段", 4), ("🇯🇵", 4), ("𠮷", 2), ("\uffff", 1), ("\U00010000", 2)]
)
def test_length_is_in_utf16_units(text: str, units: int) -> None:
    assert length(text) == units == len(text.encode("utf-16-le")) // 2


def test_nothing_makes_no_message() -> None:
    assert messages(()) == []
    assert messages(((), (Piece(""),))) == []


def test_blocks_are_set_apart_by_a_blank_line() -> None:
    assert messages(((Piece("a", Style.BOLD),), (Piece("b"),))) == ["<b>a</b>\n\nb"]


@pytest.mark.parametrize(
    ("first", "second", "count"), [(2046, 2048, 1), (2047, 2048, 2), (4096, 1, 2), (4093, 1, 1), (4094, 1, 2)]
)
def test_as_few_messages_as_will_do(first: int, second: int, count: int) -> None:
    reply = ((Piece("a" * first),), (Piece("b" * second),))
    assert len(shown(reply)) == count


def test_astral_characters_count_for_two() -> None:
    assert len(shown(((Piece("𠮷" * 2048),),))) == 1
    assert len(shown(((Piece("𠮷" * 2049),),))) == 2


def test_escaping_does_not_count() -> None:
    assert len(shown(((Piece("&" * LIMIT),),))) == 1


def test_split_between_blocks_where_that_is_possible() -> None:
    reply = tuple((Piece(letter * 1500),) for letter in "abcde")
    assert shown(reply) == ["a" * 1500 + "\n\n" + "b" * 1500, "c" * 1500 + "\n\n" + "d" * 1500, "e" * 1500]


def test_a_long_block_is_split_after_a_line_or_a_sentence() -> None:
    lines = "\n".join("x" * 99 for _ in range(100))
    assert all(set(text.split("\n")) <= {"x" * 99, ""} for text in shown(((Piece(lines),),)))
    clauses = "".join(f"{'字' * 98}{n % 10}；" for n in range(100))
    assert all(text.endswith("；") for text in shown(((Piece(clauses, Style.QUOTE),),)))


def test_every_part_of_a_long_quotation_is_a_quotation() -> None:
    for message in messages(((Piece("字" * 9000, Style.QUOTE),),)):
        text, (entity,) = parse(message)
        assert (entity["type"], entity["offset"], entity["length"]) == ("blockquote", 0, len(text))


PIECES = st.builds(
    Piece,
    # One character that is seen, wherever else there is white space: a message of nothing else is refused.
    st.builds(
        lambda before, seen, after: before + seen + after,
        st.text("<>&\"' \n\x00ab字𠮷🇯\u202e\u0301", max_size=30),
        st.sampled_from("<&a字𠮷"),
        st.text(max_size=30),
    ),
    st.sampled_from(list(Style)),
)
REPLIES = st.lists(st.lists(PIECES, min_size=1, max_size=4).map(tuple), max_size=6).map(tuple)


@given(REPLIES)
@settings(max_examples=80)
def test_any_reply_is_accepted_and_whole(reply: Reply) -> None:
    shown(reply)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["字", "𠮷", "a b", "<&>", "甲，", "乙。", "x"]),
            st.integers(1, 3000),
            st.sampled_from(list(Style)),
        ),
        min_size=1,
        max_size=5,
    )
)
@settings(max_examples=60)
def test_any_long_reply_is_accepted_and_whole(parts: list[tuple[str, int, Style]]) -> None:
    shown(((Piece("题", Style.BOLD), *(Piece(text * times, style) for text, times, style in parts)), (Piece("完"),)))


@given(REPLIES.filter(bool))
@settings(max_examples=50)
def test_where_there_is_room_for_all_there_is_one_message(reply: Reply) -> None:
    if utf16(plain(reply)) <= LIMIT:
        assert len(messages(reply)) == 1


QUESTIONS = [
    "全文", "决议讲了什么", "full text", "決議全文", "中国怎么投的", "法国赞成了吗", "谁赞成了", "非洲组怎么投的",
    "how did the African Group vote",
    "第1到20段", "第12段", "第21段", "哪段讲发展权", "文号和标题", "你好", "谢谢", "为什么", "<b>&", "/nope", "",
    "美国咋投 法国呢 表决结果是多少", "A/RES/<1>&", "摩罗哥怎么投的",
]  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
def test_real_replies(question: str, speaker: Speaker) -> None:
    shown(speaker.answer([question]).reply)


@given(
    st.text(max_size=60), st.sampled_from(["{}怎么投的", "第12段{}", "{}号决议", "how did {} vote", "A/RES/{}", "{}"])
)
@settings(max_examples=60)
def test_whatever_is_asked_the_reply_is_accepted(library: Library, words: str, form: str) -> None:
    shown(Speaker(library).answer([form.format(words)]).reply)


def test_a_paragraph_is_not_torn_where_it_fits(speaker: Speaker, library: Library) -> None:
    texts = shown(speaker.answer(["全文"]).reply, 600)
    assert len(texts) > 4
    for paragraph in library.resolutions[0].paragraphs:
        assert sum(paragraph.text in text for text in texts) == 1, paragraph.id


def test_clauses_are_quotations(speaker: Speaker, library: Library) -> None:
    (message,) = messages(speaker.answer(["第5段"]).reply)
    quoted = re.findall("<blockquote>(.*?)</blockquote>", message)
    assert (
        quoted
        == [library.resolutions[0].paragraph("OP5").text]
        == ["确认国际团结是当代国际法和国际人权法的一项基本原则；"]
    )


@pytest.mark.parametrize("after", ["\n", " ", "\n\n", " \n\x00"])
@pytest.mark.parametrize("style", Style)
def test_nothing_but_white_space_is_no_message_behind_a_full_one(after: str, style: Style) -> None:
    (message,) = messages(((Piece("a" * LIMIT, style), Piece(after)),))
    text, _ = parse(message)
    assert text == "a" * LIMIT


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("text", ["\x00", "\x07\x1b\x1f\x7f", "\x00\n\x08", "\ud800", "\x0b\x0c"])
def test_control_characters_alone_are_no_message(text: str, style: Style) -> None:
    assert messages(((Piece(text, style),),)) == []
    assert len(messages(((Piece("a"),), (Piece(text, style),), (Piece("b"),)))) == 1


def test_what_comes_after_a_full_message_is_kept() -> None:
    assert [text.strip() for text in shown(((Piece("a" * LIMIT), Piece("\n"), Piece("b")),))] == ["a" * LIMIT, "b"]
