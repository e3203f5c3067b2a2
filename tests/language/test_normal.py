"""Tests of bot.language.normal: what does not change the meaning of a message is not in its normal form."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.normal import MESSAGE_LIMIT, is_chinese, normal, read, simplified

NORMAL = (
    # characters
    ("什么", "什么"),  # and not 什幺
    ("說什麼", "说什么"),
    ("決議贊成反對棄權", "决议赞成反对弃权"),
    ("聯合國人權理事會", "联合国人权理事会"),
    ("紐西蘭", "纽西兰"),  # characters only: the usage stays
    ("乾隆", "乾隆"),  # not 干隆
    ("餘下的國家", "余下的国家"),
    ("笫三段", "第三段"),  # a common slip
    ("嘅", "的"),  # Cantonese
    # width
    ("ＯＰ１２", "op12"),
    ("第１２段", "第12段"),
    ("５６／４", "56/4"),
    ("（ａ）", "(a)"),
    # case
    ("OP", "op"),
    ("ФРАНЦИЯ", "франция"),
    ("ÉTATS", "etats"),
    # accents
    ("Côte d'Ivoire", "cote d'ivoire"),
    ("Türkiye", "turkiye"),
    ("España", "espana"),
    ("São Tomé", "sao tome"),
    ("Que\u0301 es", "que es"),  # accent typed as a character of its own
    ("cœur", "coeur"),
    ("соглашённый", "соглашенный"),  # ё is е
    ("йод", "йод"),  # й is a letter, not an accented и
    # Arabic
    ("أفريقيا", "افريقيا"),
    ("إسبانيا", "اسبانيا"),
    ("مَغرب", "مغرب"),  # vowel signs
    ("مـــصر", "مصر"),  # stretched
    ("للدول وللبلدان", "الدول والبلدان"),  # the article behind a preposition
    ("ایران و کوبا", "ايران و كوبا"),  # Persian letters
    # punctuation
    ("Cote d’Ivoire", "cote d'ivoire"),
    ("14–16", "14-16"),
    ("14—16", "14-16"),
    ("14−16", "14-16"),
    # what cannot be seen
    ("第\u200b12\u200d段", "第12段"),
    ("\ufeff第12段", "第12段"),
    ("soli\u00addarity", "solidarity"),
    ("\u202eOP 3\u202c", "op 3"),
    ("OP\x003", "op3"),
    ("❤\ufe0f", "❤"),
    # spaces
    ("  第 12 段  ", "第12段"),
    ("第 十 二 段", "第十二段"),
    ("中 国", "中国"),
    ("中国 怎么投？ 谢谢", "中国怎么投?谢谢"),
    ("United  \t Kingdom", "united kingdom"),
    ("para\n3", "para 3"),
    ("OP 3 和 4", "op 3和4"),
    ("中\u3000国", "中国"),
    ("United\u00a0Kingdom", "united kingdom"),
    # nothing
    ("", ""),
    (" \n\t ", ""),
    ("\u200b", ""),
    # what stays
    ("🇯🇵", "🇯🇵"),
    ("0.7%", "0.7%"),
    ("a/hrc/res/56/4", "a/hrc/res/56/4"),
    ("¶9", "¶9"),
)


@pytest.mark.parametrize(("message", "expected"), NORMAL)
def test_normal(message: str, expected: str) -> None:
    """The normal form of what people type."""
    assert normal(message) == expected


CASED = (
    # message, with its case
    ("US投了哪個", "US投了哪个"),
    ("Tell US", "Tell US"),
    ("États-Unis", "Etats-Unis"),
    ("ＵＳＡ", "USA"),
)


@pytest.mark.parametrize(("message", "expected"), CASED)
def test_case_is_kept_beside(message: str, expected: str) -> None:
    """The case as typed is kept, for codes."""
    assert read(message).cased == expected
    assert read(message).norm == expected.lower()


GAPS = (
    # message, normal form, places where a space was
    ("刚果 布隆迪", "刚果布隆迪", {2}),
    ("中国 法国 德国", "中国法国德国", {2, 4}),
    ("OP 3", "op 3", set()),
)


@pytest.mark.parametrize(("message", "norm", "gaps"), GAPS)
def test_gaps(message: str, norm: str, gaps: set[int]) -> None:
    """Where a space beside a Chinese character was dropped is remembered."""
    text = read(message)
    assert text.norm == norm
    assert set(text.gaps) & set(range(1, len(norm))) == gaps


def test_of_a_long_message_the_beginning_and_the_end_are_read() -> None:
    """The question of a long message often stands at its end."""
    text = normal("头" + "国" * 5000 + "尾")
    assert len(text) <= MESSAGE_LIMIT
    assert (text[0], text[-1]) == ("头", "尾")
    assert len(normal("ﷺ" * MESSAGE_LIMIT)) <= MESSAGE_LIMIT  # one character that stands for eighteen


SIMPLIFIED = (
    ("什麼", "什么"),
    ("臺灣", "台湾"),
    ("Hello, 世界！", "Hello, 世界！"),  # nothing else is changed
)


@pytest.mark.parametrize(("text", "expected"), SIMPLIFIED)
def test_simplified(text: str, expected: str) -> None:
    """Characters are simplified, and width, case and spaces stay."""
    assert simplified(text) == expected


CHINESE = (
    ("中", True),
    ("vote 投票", True),
    ("〇", True),
    ("㗎", True),  # Cantonese, in an extension block
    ("vote", False),
    ("，。", False),
    ("ひらがな", False),
    ("", False),
)


@pytest.mark.parametrize(("text", "expected"), CHINESE)
def test_is_chinese(text: str, expected: bool) -> None:
    """Whether there is a Chinese character."""
    assert is_chinese(text) is expected


# --- any message at all ----------------------------------------------------------------------------


@given(st.text(max_size=200))
def test_any_message(message: str) -> None:
    """Any message has a normal form, both strings of which have the same length, and nothing invisible is in it."""
    text = read(message)
    assert len(text.cased) == len(text.norm)
    assert text.norm == text.norm.strip()
    assert "  " not in text.norm
    assert not {"\u200b", "\ufeff", "\u00ad", "\n", "\t", "\x00"} & set(text.norm)
    assert not any("A" <= c <= "Z" or "Ａ" <= c <= "ｚ" for c in text.norm)
    assert all(0 <= gap <= len(text.norm) for gap in text.gaps)


TYPED = st.text(
    alphabet=st.one_of(
        st.characters(min_codepoint=0x20, max_codepoint=0x17F),  # Latin
        st.characters(min_codepoint=0x400, max_codepoint=0x45F),  # Cyrillic
        st.characters(min_codepoint=0x620, max_codepoint=0x64A),  # Arabic
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5, exclude_characters="薴"),  # Chinese
        st.characters(min_codepoint=0xFF01, max_codepoint=0xFF5E),  # full width
        st.sampled_from(" \n　、，。？！；：《》“”‘’—–…〇麼麽廿卅國\u200b\u200d\ufeff\ufe0f🇯🇵¹¶§"),
    ),
    max_size=60,
)


@given(TYPED)
def test_idempotent(message: str) -> None:
    """The normal form is its own normal form."""
    once = normal(message)
    assert normal(once) == once


@given(TYPED, st.integers(0, 60))
def test_invisible_characters_mean_nothing(message: str, place: int) -> None:
    """A character that cannot be seen changes nothing, wherever it stands between whole letters."""
    before, after = message[:place], message[place:]
    if not unicodedata.combining(after[:1] or "a"):
        assert normal(before + "\u200b" + after) == normal(before + after)
