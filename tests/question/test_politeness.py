"""Greetings, thanks and asking what the bot can do, told by their words; and facts, by those they are made of."""

from __future__ import annotations

import pytest

from bot.corpus.library import Library
from bot.language.normal import read
from bot.question.conversation import Conversation
from bot.question.model import Fact, FactQuestion, HelpQuestion, Question, SubjectQuestion, TallyQuestion, Topic
from bot.question.politeness import clauses
from bot.question.understand import understand
from bot.resolution import Part


def asked(message: str, library: Library) -> Question:
    return understand(message, Conversation(), library)[0]


THANKS = (
    "谢谢，帮我省了好多时间", "多謝你，祝你週末愉快", "cheers, you have been a great help", "thanks, that nailed it",
    "merci beaucoup, passez une bonne semaine", "muchísimas gracias, qué rapidez", "спасибо, очень выручили",
    "شكرا لك، نهارك سعيد",
)  # fmt: skip
HELLO = (
    "各位早安",
    "evening all",
    "bonsoir à toutes et à tous",
    "muy buenas tardes a todos",
    "всем доброго дня",
    "أهلا بكم جميعا",
)
WHAT_IT_CAN_DO = (
    "你都會做些什麼", "what on earth can you do?", "à quoi peux-tu m'aider ?", "¿en qué puedes ayudarnos?",
    "чем вы можете быть полезны?", "بماذا يمكنك مساعدتي؟",
)  # fmt: skip
SUBJECTS = (
    "谢谢，贫困", "thanks, poverty", "merci, la pauvreté", "gracias, la pobreza", "спасибо, бедность",
    "can you tell me about poverty", "peux-tu me parler de la pauvreté", "¿puedes contarme algo de la pobreza?",
)  # fmt: skip


@pytest.mark.parametrize("message", THANKS)
def test_thanks(message: str, library: Library) -> None:
    assert asked(message, library) == HelpQuestion(Topic.THANKS)


@pytest.mark.parametrize("message", [*HELLO, *WHAT_IT_CAN_DO])
def test_greetings_and_what_it_can_do(message: str, library: Library) -> None:
    assert asked(message, library) == HelpQuestion(Topic.HELLO)


@pytest.mark.parametrize("message", SUBJECTS)
def test_what_stands_beside_thanks_is_asked(message: str, library: Library) -> None:
    assert isinstance(asked(message, library), SubjectQuestion)


@pytest.mark.parametrize(
    ("message", "only_greets"),
    [
        ("merci, et la Chine ?", [True, False]),
        ("thanks! who abstained?", [True, False]),
        ("杜拜支持吗", [False]),  # 拜 is a word for goodbye
        ("mil gracias, me salvaste el día", [True, False]),  # a remark, and no clause that only thanks
    ],
)
def test_clauses(message: str, only_greets: list[bool], library: Library) -> None:
    assert [c.only_greets for c in clauses(read(message).norm, library.lexicon)] == only_greets


FACTS = (
    ("à quelle séance du Conseil ?", Fact.MEETING, None),
    ("numéro de la séance ?", Fact.MEETING, None),
    ("число и месяц принятия", Fact.ADOPTED, None),
    ("en quelle année ?", Fact.ADOPTED, None),
    ("¿en qué mes se aprobó?", Fact.ADOPTED, None),
    ("agenda item number", Fact.AGENDA_ITEM, None),
    ("punto del orden del día", Fact.AGENDA_ITEM, None),
    ("تحت أي بند من جدول الأعمال؟", Fact.AGENDA_ITEM, None),
    ("what's the name of this resolution?", Fact.TITLE, None),
    ("ما اسم هذا القرار؟", Fact.TITLE, None),
    ("was it the General Assembly or the Council that adopted it?", Fact.BODY, None),
    ("是大会通过的还是理事会通过的", Fact.BODY, None),
    ("combien y a-t-il d'alinéas dans le préambule ?", Fact.COUNT, Part.PREAMBLE),
    ("¿cuántos párrafos hay en la parte dispositiva?", Fact.COUNT, Part.OPERATIVE),
)


@pytest.mark.parametrize(("message", "fact", "part"), FACTS)
def test_facts(message: str, fact: Fact, part: Part | None, library: Library) -> None:
    assert asked(message, library) == FactQuestion((fact,), part)


@pytest.mark.parametrize(
    "message",
    [
        "did it get through or was it thrown out?", "le texte est-il passé ?", "¿prosperó o fue rechazada?",
        "её приняли или отклонили?", "هل مر القرار أم رفض؟", "表决通过了没有？",
    ],
)  # fmt: skip
def test_whether_it_passed(message: str, library: Library) -> None:
    assert isinstance(asked(message, library), TallyQuestion)
