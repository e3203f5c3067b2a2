"""Words that a paragraph is said to have: they are compared with it, and not shown as if they stood there."""

from __future__ import annotations

import pytest

from bot.answer.model import ParagraphAnswer, QuotationAnswer, SeveralAnswer, Standing
from bot.corpus.library import Library
from bot.language.normal import squeezed
from bot.question.conversation import Conversation
from bot.question.model import (
    ClarifyQuestion,
    ParagraphQuestion,
    Question,
    QuotationQuestion,
    Several,
    SubjectQuestion,
    Unclear,
)
from bot.question.understand import understand
from bot.talk import Speaker, reply


def asked(library: Library, message: str) -> Question:
    """What a message asks by itself."""
    return understand(message, Conversation(), library)[0]


QUOTED = (
    "第1段说“国际团结是各国的法律义务”对吗",
    "第一段說「各國必須向發展中國家付錢」，對嗎？",
    'para 1 says "solidarity is a legal duty of states", right?',
    "le paragraphe 1 dit « les États doivent payer une taxe », non ?",
    "¿el párrafo 1 dice «los Estados deben pagar un impuesto»?",
    "в пункте 1 сказано «государства должны платить налог», верно?",
)


@pytest.mark.parametrize("message", QUOTED)
def test_quoted_words_that_are_not_there(library: Library, message: str) -> None:
    """It is said first how they stand, and then what the paragraph says."""
    question = asked(library, message)
    assert isinstance(question, Several)
    assert isinstance(question.questions[0], QuotationQuestion)
    assert isinstance(question.questions[1], ParagraphQuestion)
    given = reply(message, Conversation(), library)[0]
    assert isinstance(given, SeveralAnswer)
    quoted, shown = given.answers
    assert isinstance(quoted, QuotationAnswer) and isinstance(shown, ParagraphAnswer)
    assert [x.standing for x in quoted.checked] == [Standing.NOWHERE]
    assert [p.id for p in shown.paragraphs] == ["OP1"]


IN_IT = (
    ("第5段说“国际团结是当代国际法和国际人权法的一项基本原则”对吗", Standing.VERBATIM),
    ("第5段是不是说国际团结是当代国际法和国际人权法的一项基本原则", Standing.VERBATIM),
    ("第4段有没有说各国义务促进国际合作", Standing.VERBATIM),
    ("第5段说“国际团结是当代国际法和国际人道法的一项基本原则”对吗", Standing.DIFFERENT),
)


@pytest.mark.parametrize(("message", "standing"), IN_IT, ids=[row[0] for row in IN_IT])
def test_words_that_are_there(library: Library, message: str, standing: Standing) -> None:
    given = reply(message, Conversation(), library)[0]
    assert isinstance(given, QuotationAnswer)
    assert [x.standing for x in given.checked] == [standing]


CLAIMED = (
    ("第1段说各国应当捐款对吗", "OP1", "各国应当捐款"),
    ("第5段说国际团结是基本原则对吗", "OP5", "国际团结是基本原则"),
    ("does paragraph 5 say that solidarity is a legal duty?", "OP5", "solidarity is a legal duty"),
    ("le paragraphe 5 dit que la solidarité est une obligation, non ?", "OP5", "la solidarité est une obligation"),
    ("¿el párrafo 5 dice que la solidaridad es obligatoria?", "OP5", "la solidaridad es obligatoria"),
    ("в пункте 5 сказано, что солидарность важна всем государствам?", "OP5", "солидарность важна всем государствам"),
    ("هل تقول الفقرة 5 إن التضامن واجب قانوني؟", "OP5", "التضامن واجب قانوني"),
)


@pytest.mark.parametrize(("message", "told", "claim"), CLAIMED, ids=[row[0] for row in CLAIMED])
def test_what_is_claimed_without_marks(library: Library, message: str, told: str, claim: str) -> None:
    """The paragraph is shown, and below it that those are not its words."""
    question = asked(library, message)
    assert isinstance(question, Several)
    said = question.questions[1]
    assert isinstance(said, ClarifyQuestion) and said.unclear is Unclear.CLAIM
    assert squeezed(said.part) == squeezed(claim)
    spoken = Speaker(library).answer([message])
    assert isinstance(spoken.answer, SeveralAnswer)
    assert isinstance(spoken.answer.answers[0], ParagraphAnswer)
    assert [p.id for p in spoken.answer.answers[0].paragraphs] == [told]
    assert said.part in spoken.text


NOTHING = ("第3段说了什么？", "第3段提到水了吗", "does paragraph 8 mention climate?", "show my boss paragraph 5?")


@pytest.mark.parametrize("message", NOTHING)
def test_what_claims_nothing(library: Library, message: str) -> None:
    assert isinstance(asked(library, message), ParagraphQuestion)


OTHER_LANGUAGE = (
    ('Where is this from: "international solidarity is a fundamental principle of international law"?', "/en/"),
    ("откуда это: «международная солидарность является принципом международного права»?", "/ru/"),
    ("¿de dónde es: «la solidaridad internacional es un principio del derecho internacional»?", "/es/"),
)


@pytest.mark.parametrize(("message", "link"), OTHER_LANGUAGE, ids=[row[1] for row in OTHER_LANGUAGE])
def test_a_quotation_in_a_language_of_no_text(library: Library, message: str, link: str) -> None:
    """The text is here in Chinese: whether the official text in another language has these words is not known."""
    spoken = Speaker(library).answer([message])
    assert isinstance(spoken.answer, QuotationAnswer)
    assert f"docs.un.org{link}A/HRC/RES/56/4" in spoken.text


def test_a_quotation_in_the_language_of_the_text_is_compared(library: Library) -> None:
    spoken = Speaker(library).answer(["“会员国承诺尊重所有人的人权” 出自哪"])
    assert isinstance(spoken.answer, QuotationAnswer) and "docs.un.org" not in spoken.text


def test_a_subject_is_none(library: Library) -> None:
    assert isinstance(asked(library, "哪段说国际团结是基本原则"), SubjectQuestion)
