"""Tests of bot.question.aside: of a message, what is understood is answered, and what asks and is not understood is
named; what only surrounds a question is not."""

from __future__ import annotations

import json

import pytest

from bot.answer.kind import AnswerKind
from bot.answer.model import Answer, ClarifyAnswer, NoneAnswer, SeveralAnswer
from bot.faces.json import line
from bot.question.model import Unclear
from bot.talk import Speaker
from tests.across import World


def parts(answer: Answer) -> tuple[Answer, ...]:
    return answer.answers if isinstance(answer, SeveralAnswer) else (answer,)


def named(answer: Answer) -> list[str]:
    """The clauses of which a reply says that they were not understood."""
    asides = (each.question for each in parts(answer) if isinstance(each, ClarifyAnswer))
    return [each.part for each in asides if each.unclear is Unclear.ASIDE]


NOT_UNDERSTOOD = [
    ("第6段怎么写的，亚马逊王国怎么投的", AnswerKind.PARAGRAPH, "亚马逊王国怎么投的"),
    ("挪威怎么投的，另外明早会下雪吗", AnswerKind.VOTE, "明早会下雪吗"),
    ("意大利怎么投的，咖啡要煮几分钟", AnswerKind.VOTE, "咖啡要煮几分钟"),
    ("月亮离地球有多远，埃及怎么投的", AnswerKind.VOTE, "月亮离地球有多远"),
    ("What does paragraph 6 say, and how did Zubrowka vote?", AnswerKind.PARAGRAPH, "how did Zubrowka vote"),
    ("How tall is the Eiffel Tower? And how did Norway vote?", AnswerKind.VOTE, "How tall is the Eiffel Tower"),
    ("Que dit le paragraphe 6 et comment a voté le Zubrowka ?", AnswerKind.PARAGRAPH, "comment a voté le Zubrowka"),
    ("Comment a voté le Pérou, et où dort-il cette nuit ?", AnswerKind.VOTE, "où dort-il cette nuit"),
    ("¿Qué dice el párrafo 6 y cómo votó Zubrowka?", AnswerKind.PARAGRAPH, "cómo votó Zubrowka"),
    ("Что говорится в пункте 6 и как голосовала Зубровка?", AnswerKind.PARAGRAPH, "как голосовала Зубровка"),
    ("ماذا تقول الفقرة 6 وكيف صوتت زوبروفكا؟", AnswerKind.PARAGRAPH, "وكيف صوتت زوبروفكا"),
]


@pytest.mark.parametrize(("message", "kind", "words"), NOT_UNDERSTOOD)
def test_what_is_understood_is_answered_and_the_rest_named(
    speaker: Speaker, message: str, kind: AnswerKind, words: str
) -> None:
    spoken = speaker.answer([message])
    assert spoken.answer.kind is kind
    assert named(spoken.answer) == [words]
    assert words in spoken.text


@pytest.mark.parametrize(
    "message",
    [
        "哪些国家反对，部长们戴什么样的帽子",
        "How did Norway vote, and will it snow in Oslo?",
        "Comment a voté la Norvège, et va-t-il neiger ce soir ?",
        "Как голосовала Норвегия и где купить хлеб?",
        "كيف صوتت النرويج؟ ما عاصمة بيرو؟",
    ],
)
def test_what_is_not_here_is_said_below_what_is(speaker: Speaker, message: str) -> None:
    answered, *others = parts(speaker.answer([message]).answer)
    assert answered.kind in (AnswerKind.VOTE, AnswerKind.ROLL)
    assert others
    assert all(isinstance(each, (NoneAnswer, ClarifyAnswer)) for each in others)


@pytest.mark.parametrize(
    "message",
    [
        "早上好，我是研究生，在写毕业论文，想问挪威怎么投的",
        "哎呀，明白了！谁弃权了？",
        "刚才信号不好。第6段怎么写的？谢谢你",
        "听说吵得很凶，最后结果怎么样？",
        "Good evening! I teach history and my class loves this. How did Norway vote?",
        "How did Norway vote? My editor needs it by noon.",
        "Could you help me, please? What does paragraph 6 say?",
        "What a surprise! Who abstained?",
        "Bonsoir, je prépare un exposé. Comment a voté la Norvège ?",
        "Quelle surprise ! Qui s'est abstenu ?",
        "Buenas tardes, preparo un informe. ¿Cómo votó Noruega?",
        "¡Qué sorpresa! ¿Quién se abstuvo?",
        "Добрый вечер, готовлю доклад. Как голосовала Норвегия?",
        "مساء الخير، أنا طالبة وأعد بحثا. كيف صوتت النرويج؟",
        "Norway, Peru and Chad: which of the three said yes?",
        "挪威和秘鲁，两家票一样吗",
        "最后算通过没有？多少比多少",
    ],
)
def test_what_surrounds_a_question_is_not_named(speaker: Speaker, message: str) -> None:
    answer = speaker.answer([message]).answer
    assert named(answer) == []
    assert answer.kind not in (AnswerKind.CLARIFY, AnswerKind.NONE)


def test_beside_what_is_asked_of_all_resolutions(world: World) -> None:
    spoken = world.speaker.answer(["日本和德国的一致率是多少？第几届会议呢"])
    assert spoken.answer.kind is AnswerKind.HISTORY
    assert named(spoken.answer) == ["第几届会议呢"]


def test_the_conversation_goes_on_from_what_was_understood(speaker: Speaker) -> None:
    alone = speaker.answer(["How did Norway vote?", "And Peru?"])
    beside = speaker.answer(["How did Norway vote, and how did Zubrowka vote?", "And Peru?"])
    assert line(alone) == line(beside)


@pytest.mark.parametrize(
    ("message", "groups"),
    [
        ("亚洲及太平洋国家组谁弃权，还有东盟怎么投的", [["asia_pacific_group"], ["asean"]]),
        ("How did the Arab League vote, and who in the EU abstained?", [["arab_league"], ["european_union"]]),
    ],
)
def test_groups_that_are_asked_about_one_by_one(speaker: Speaker, message: str, groups: list[list[str]]) -> None:
    each = json.loads(line(speaker.answer([message])))["answers"]
    assert len(each) == len(groups)
    assert all(set(group) <= set(answer["filters"]) for group, answer in zip(groups, each, strict=True))
