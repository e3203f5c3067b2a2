"""Quotations: compared word for word with the published text, which is the truth here."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer.model import QuotationAnswer, Standing
from bot.answer.quotations import checked
from bot.corpus.library import Library
from bot.language.normal import squeezed
from bot.question.conversation import Conversation
from bot.question.model import QuotationQuestion
from bot.question.understand import understand
from bot.talk import Speaker

_SHORTEST = 15


@given(st.integers(0, 34), st.floats(0, 1), st.floats(0, 1))
def test_a_stretch_of_a_clause_is_verbatim(library: Library, at: int, begins: float, goes_on: float) -> None:
    """Any stretch of any paragraph is found word for word, in a paragraph that has it."""
    paragraph = library.resolutions[0].paragraphs[at]
    start = round(begins * (len(paragraph.text) - _SHORTEST))
    end = start + _SHORTEST + round(goes_on * (len(paragraph.text) - _SHORTEST - start))
    quote = paragraph.text[start:end]
    found = checked(quote, library.resolutions[0], library)
    assert found.paragraph is not None
    assert found.standing is Standing.VERBATIM
    assert squeezed(quote) in squeezed(found.paragraph.text)


CHANGED = ("原则", "贡献", "措施", "海洋")


@pytest.mark.parametrize("seed", range(30))
def test_a_changed_word_is_shown(library: Library, seed: int) -> None:
    """A stretch with one word of it put in place of another: what was typed and what is printed are both shown."""
    chance = random.Random(seed)
    text = squeezed(chance.choice([p for p in library.resolutions[0].paragraphs if len(squeezed(p.text)) > 40]).text)
    start = chance.randrange(len(text) - 30)
    original, word = text[start : start + 30], chance.choice(CHANGED)
    quote = f"{original[:12]}{word}{original[14:]}"
    if quote in text:
        return
    found = checked(quote, library.resolutions[0], library)
    assert found.standing is Standing.DIFFERENT
    assert found.paragraph is not None
    assert all(d.typed in quote and squeezed(d.printed) in squeezed(found.paragraph.text) for d in found.differences)
    assert {c for d in found.differences for c in d.typed} <= set(word) | set(original)
    assert found.differences


FOREIGN = (
    "人人有权享有生命、自由和人身安全",
    "任何人不得加以任意逮捕、拘禁或放逐",
    "各会员国应当每年向基金缴纳会费的百分之三",
    "Everyone has the right to freedom of thought, conscience and religion",
    "Tous les êtres humains naissent libres et égaux en dignité et en droits",
)


@pytest.mark.parametrize("sentence", FOREIGN)
def test_what_stands_nowhere(speaker: Speaker, sentence: str) -> None:
    """A sentence of another text is in no document, whatever comes nearest."""
    for message in (f"“{sentence}”出自哪一段", f'Where is this from: "{sentence}"?', f"这句话是原文吗：「{sentence}」"):
        answer = speaker.answer([message]).answer
        assert isinstance(answer, QuotationAnswer), message
        assert [c.standing for c in answer.checked] == [Standing.NOWHERE]
        assert answer.paragraphs == ()


REPLIES = (
    # message, ids, what the reply says in its first line
    ("“确认国际团结是当代国际法和国际人权法的一项基本原则”出自哪里", ["OP5"], ["原话", "第5段"]),
    ("「決定在同一議程項目下繼續審議此事」這句話有嗎", ["OP20"], ["原話", "第20段"]),
    ("«决定在同一议程项目下继续审议此事» d'où vient cette phrase ?", ["OP20"], ["原话", "第20段"]),
    ("“决定在下一议程项目下继续审议此事”是原话吗", ["OP20"], ["第20段", "“下”", "“同”"]),
    ("“强调人道主义合作和技术合作，是国际团结的一个重要方面”，有没有这句", ["OP10"], ["第10段", "漏了", "南南合作"]),
    ("认识到各国和其他行为体现在就需要更加齐心协力，团结一致采取集体行动", ["OP7"], ["第7段", "没有", "现在就"]),
    ("回顾工业化国家承诺将国民总收入的 0.7% 用于官方发展援助", ["PP8"], ["原话", "序言部分第8段"]),
)


@pytest.mark.parametrize(("message", "ids", "said"), REPLIES, ids=[row[0] for row in REPLIES])
def test_replies(speaker: Speaker, message: str, ids: list[str], said: list[str]) -> None:
    spoken = speaker.answer([message])
    assert isinstance(spoken.answer, QuotationAnswer)
    assert [p.id for p in spoken.answer.paragraphs] == ids
    assert all(p.text in spoken.text for p in spoken.answer.paragraphs)
    first = spoken.text.splitlines()[0]
    assert [word for word in said if word not in first] == []


def test_a_term_in_marks_beside_a_quotation_is_one_too(speaker: Speaker) -> None:
    answer = speaker.answer(["“重申各国义务促进国际合作”和“国别访问请求”各在哪段"]).answer
    assert isinstance(answer, QuotationAnswer)
    assert [p.id for p in answer.paragraphs] == ["OP4", "OP13"]


def test_two_pasted_clauses_are_both_named(speaker: Speaker) -> None:
    pasted = (
        "又强调需要增加对有关联合国机构、基金和方案的自愿捐助；认识到各国和其他行为体需要更加齐心协力，"
        "团结一致采取集体行动。这是哪儿的话"
    )
    answer = speaker.answer([pasted]).answer
    assert isinstance(answer, QuotationAnswer)
    assert [p.id for p in answer.paragraphs] == ["OP11", "OP7"]


NOT_QUOTED = (
    "“国际团结”在哪段",  # a term
    "“人权与国际团结”怎么投的",
    "翻译“确认国际团结是当代国际法和国际人权法的一项基本原则”",
    "哪一段讲“有钱的国家多帮帮没钱的国家”",  # a subject in marks
    "我想知道发达国家答应给发展中国家多少援助，哪段写了",
    "中国怎么投的",
)


@pytest.mark.parametrize("message", NOT_QUOTED)
def test_not_a_quotation(library: Library, message: str) -> None:
    question, _ = understand(message, Conversation(), library)
    assert not isinstance(question, QuotationQuestion)
