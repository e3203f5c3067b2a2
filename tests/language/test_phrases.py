"""Tests of bot.language.phrases: the longest phrase, at the borders of words."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.phrases import GAP_LENGTH, Phrases, is_letter, stands_alone

YIELDING = (
    # phrases, text in normal form, what is found where a phrase gives way to a longer one that begins in it
    (["中东", "东盟国家"], "票中东盟国家", ["东盟国家"]),
    (["中东", "东盟"], "票中东盟", ["中东"]),  # not to one that is as long
    (["南非", "非洲国家"], "南非洲国家", ["非洲国家"]),
    (["中国", "国家"], "中国家", ["中国"]),
    (["中东", "东盟国家"], "中东和东盟国家", ["中东", "东盟国家"]),
)


@pytest.mark.parametrize(("phrases", "text", "expected"), YIELDING)
def test_yielding(phrases: list[str], text: str, expected: list[str]) -> None:
    found = Phrases((phrase, phrase) for phrase in phrases).longest(text, yielding=True)
    assert [text[start:end] for start, end, _ in found] == expected


LONGEST = (
    # phrases, text in normal form, what is found from left to right
    #
    # the longest at each place
    (["印度", "印度尼西亚"], "印度尼西亚投了", ["印度尼西亚"]),
    (["印度", "印度尼西亚"], "印度和印度尼西亚", ["印度", "印度尼西亚"]),
    (["苏丹", "南苏丹"], "南苏丹和苏丹", ["南苏丹", "苏丹"]),
    (["guinea", "guinea bissau"], "guinea bissau", ["guinea bissau"]),
    # from the left: what a longer match has taken is gone
    (["中国", "国家"], "中国家", ["中国"]),
    (["发展中国家", "中国"], "发展中国家", ["发展中国家"]),
    (["发展中国家", "中国"], "发展在中国", ["中国"]),
    # no further than the end of the text
    (["中国", "中国香港"], "中国", ["中国"]),
    # one character
    (["投"], "中投", ["投"]),
    (["a"], "a", ["a"]),
    # phrases are compared in their normal form
    (["États-Unis"], "etats-unis", ["etats-unis"]),
    (["紐西蘭"], "纽西兰", ["纽西兰"]),
    # borders of words: Latin
    (["us"], "tell us", ["us"]),
    (["us"], "russia", []),
    (["us"], "used", []),
    (["us"], "bus", []),
    (["us"], "us,", ["us"]),
    (["us"], "us投了哪个", ["us"]),  # a Chinese character is a border
    (["op"], "op3", ["op"]),  # so is a digit
    (["mali"], "somalia", []),
    (["niger"], "nigeria", []),
    (["oman"], "roman women", []),
    # Cyrillic
    (["оман"], "роман", []),
    (["оман"], "а оман?", ["оман"]),
    (["за"], "задача", []),
    (["за"], "кто за?", ["за"]),
    # Arabic, which writes and, in, with, to, as together with the word that follows
    (["مصر"], "مصر", ["مصر"]),
    (["مصر"], "ومصر", ["مصر"]),
    (["مصر"], "لمصر", ["مصر"]),
    (["مصر"], "مصري", []),
    (["مصر"], "حمصر", []),
    (["عمان"], "وعمان", ["عمان"]),
    (["عمان"], "ولعمان", ["عمان"]),  # and to
    (["عمان"], "لوعمان", []),
    (["لا"], "وكلا", []),  # both, and no “no”
    (["سبب*"], "والسببية", ["سببية"]),  # a stem behind the article
    (["سبب"], "السبب", []),
    # Chinese has no borders
    (["法国"], "请问法国怎么投", ["法国"]),
    # * goes on
    (["abstain*"], "he abstained.", ["abstained"]),
    (["abstain*"], "abstain", ["abstain"]),
    (["abstain*"], "nonabstaining", []),
    (["abstain"], "abstained", []),
    (["голос*"], "голосовали", ["голосовали"]),
    (["голос*"], "отголоски", []),
    (["vot*"], "pivot", []),
    # nothing
    ([""], "abc", []),
    (["*"], "abc", []),
    ([], "abc", []),
    (["abc"], "", []),
)


@pytest.mark.parametrize(("phrases", "text", "expected"), LONGEST)
def test_longest(phrases: list[str], text: str, expected: list[str]) -> None:
    """The longest phrase from left to right, at the borders of words only."""
    found = Phrases((p, p) for p in phrases).longest(text)
    assert [text[start:end] for start, end, _ in found] == expected


EVERYWHERE = (
    # phrases, text, what is found, in no order
    (["投", "投票", "票"], "投票", {"投", "投票", "票"}),  # overlapping ones too
    (["how many", "many"], "how many", {"how many", "many"}),
    (["没有", "有没有"], "有没有", {"没有", "有没有"}),
    # … is a gap
    (["提供…帮助"], "提供帮助", {"提供帮助"}),
    (["提供…帮助"], "能提供一点帮助吗", {"提供一点帮助"}),
    (["提供…帮助"], "提供" + "一" * GAP_LENGTH + "帮助", {"提供" + "一" * GAP_LENGTH + "帮助"}),
    (["提供…帮助"], "提供" + "一" * (GAP_LENGTH + 1) + "帮助", set()),
    (["提供…帮助"], "帮助提供", set()),
    (["can…help"], "can you help me", {"can you help"}),
    (["can…help"], "can you helpless", set()),
    (["can…help"], "pecan help", set()),
    (["a.b…c"], "axb c", set()),  # a full stop is a full stop
    (["a.b…c"], "a.b c", {"a.b c"}),
)


@pytest.mark.parametrize(("phrases", "text", "expected"), EVERYWHERE)
def test_everywhere(phrases: list[str], text: str, expected: set[str]) -> None:
    """Every phrase wherever it stands, those with a gap among them."""
    found = Phrases((p, p) for p in phrases).everywhere(text)
    assert {text[start:end] for start, end, _ in found} == expected


def test_meanings() -> None:
    """A phrase can have more than one meaning, and is asked for in its normal form."""
    phrases = Phrases([("Split", 1), ("split", 2), ("other", 3)])
    assert sorted(phrases.get("split")) == [1, 2]
    assert phrases.get("Split") == []
    assert phrases.get("nothing") == []
    assert "split" in phrases
    assert "nothing" not in phrases
    assert sorted(phrases.everywhere("split")) == [(0, 5, 1), (0, 5, 2)]


GAPS = (
    # text, places where a space was, what is found: 刚果布 is one of the two Congos
    ("刚果布隆迪", {2}, ["刚果", "布隆迪"]),
    ("刚果布隆迪", set(), ["刚果布"]),
    ("刚果布", {3}, ["刚果布"]),
    ("布隆迪", {1}, ["布隆迪"]),  # spaced letters of one name, with no shorter one in it
)


@pytest.mark.parametrize(("text", "gaps", "expected"), GAPS)
def test_gaps(text: str, gaps: set[int], expected: list[str]) -> None:
    """A space sets two names apart where either could be meant, and means nothing inside one."""
    phrases = Phrases((p, p) for p in ("刚果", "刚果布", "布隆迪"))
    assert [text[a:b] for a, b, _ in phrases.longest(text, frozenset(gaps))] == expected


ALONE = (
    # text, start, end, whether it stands alone
    ("us", 0, 2, True),
    ("tell us now", 5, 7, True),
    ("bus", 1, 3, False),
    ("use", 0, 2, False),
    ("us2", 0, 2, True),
    ("中us国", 1, 3, True),
    ("роман", 1, 5, False),
    ("ومصر", 1, 4, True),
    ("حومصر", 2, 5, False),  # the prefix must begin the word
    ("中国", 0, 1, True),
)


@pytest.mark.parametrize(("text", "start", "end", "expected"), ALONE)
def test_stands_alone(text: str, start: int, end: int, expected: bool) -> None:
    """Whether a stretch of text is a word of its own."""
    assert stands_alone(text, start, end) is expected


LETTERS = (
    ("a", True),
    ("ß", True),
    ("я", True),
    ("م", True),
    ("α", True),
    ("1", False),
    ("中", False),
    (" ", False),
    ("-", False),
    ("あ", False),
)


@pytest.mark.parametrize(("character", "expected"), LETTERS)
def test_is_letter(character: str, expected: bool) -> None:
    """Scripts with spaces between words, and those without."""
    assert is_letter(character) is expected


@given(
    st.lists(st.text(alphabet="ab中国 ", min_size=1, max_size=4), max_size=8), st.text(alphabet="ab中国 ", max_size=30)
)
def test_matches_are_phrases_in_order(phrases: list[str], text: str) -> None:
    """Whatever is found is a phrase, where it stands, and no two overlap; nothing is found that is not everywhere."""
    known = Phrases((p, p.strip()) for p in phrases)
    found = list(known.longest(text))
    assert all(end_before <= start for (_, end_before, _), (start, _, _) in itertools.pairwise(found))
    assert all(start < end <= len(text) and text[start:end] in known for start, end, _ in found)
    everywhere = {(start, end) for start, end, _ in known.everywhere(text)}
    assert {(start, end) for start, end, _ in found} <= everywhere
    assert bool(found) == bool(everywhere)
