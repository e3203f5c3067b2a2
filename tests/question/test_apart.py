"""Two questions of different kinds in one message: both are answered, and each as it is alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import permutations

import pytest

from bot.answer.model import Answer, ParagraphAnswer, SeveralAnswer
from bot.faces.json import line
from bot.talk import Speaker

ASKED = {
    "zh": {
        "votes": ["巴西怎么投的", "挪威和比利时投的什么", "东欧组怎么投"],
        "who": ["谁没有赞成也没有反对", "哪些国家反对"],
        "result": ["表决结果如何", "一共多少票赞成"],
        "text": ["第7段写了什么", "序言部分第3段", "哪一段讲气候变化"],
        "fact": ["哪一天通过的", "文件编号是什么", "在第几次会议上通过"],
        "document": ["这份决议主要讲什么"],
        "reason": ["他们为什么反对"],
        "sponsors": ["是哪些国家提的案"],
    },
    "en": {
        "votes": ["how did Brazil vote", "what was the vote of Belgium"],
        "who": ["which countries abstained"],
        "result": ["what was the result"],
        "text": ["what does paragraph 7 say", "show preambular paragraph 3"],
        "fact": ["on what date was it adopted", "what is the document symbol"],
        "document": ["what is this resolution about"],
        "reason": ["why did Germany vote against"],
        "sponsors": ["who were the sponsors"],
    },
    "fr": {
        "votes": ["comment le Brésil a-t-il voté"],
        "who": ["quels pays se sont abstenus"],
        "text": ["que dit le paragraphe 7"],
        "fact": ["quelle est la date d'adoption"],
        "reason": ["pourquoi l'Allemagne a-t-elle voté contre"],
    },
    "es": {
        "votes": ["cómo votó Brasil"],
        "who": ["qué países se abstuvieron"],
        "text": ["qué dice el párrafo 7"],
        "fact": ["en qué fecha se aprobó"],
        "reason": ["por qué votó en contra Alemania"],
    },
    "ru": {
        "votes": ["как голосовала Бразилия"],
        "who": ["какие страны воздержались"],
        "text": ["что сказано в пункте 7"],
        "fact": ["когда была принята резолюция"],
        "reason": ["почему Германия голосовала против"],
    },
    "ar": {
        "votes": ["كيف صوتت البرازيل"],
        "who": ["ما الدول التي امتنعت عن التصويت"],
        "text": ["ماذا تقول الفقرة 7"],
        "fact": ["متى اعتمد القرار"],
        "reason": ["لماذا صوتت ألمانيا ضد القرار"],
    },
}
"""For each language, questions about 56/4, by what they ask for."""
KINDS = {
    "votes": {"vote", "roll"},
    "who": {"roll", "tally"},
    "result": {"tally", "roll"},
    "text": {"paragraph"},
    "fact": {"fact"},
    "document": {"document"},
    "reason": {"none"},
    "sponsors": {"none"},
}
"""What kind of answer each of these gets."""
JOINS = {
    "zh": ("，", " ", "？", "？另外，", " 另外", "，还想知道", "，顺便问一句", "；", "。再问一下，", "\n"),
    "en": ("? ", ", and ", "? Also, ", ". And ", "; ", "\n"),
    "fr": (" ? ", ", et ", " ? Et aussi, ", " ; ", "\n"),
    "es": ("? ", ", y ", "? Además, ", "; ", "\n"),
    "ru": ("? ", ", и ", "? И ещё: ", "; ", "\n"),
    "ar": ("؟ ", "، و", "؟ وأيضا ", "؛ ", "\n"),
}
"""What people put between two questions."""
QUESTION_MARK = {"zh": "？", "fr": " ?", "ar": "؟"}


def pairs(language: str) -> Iterator[tuple[tuple[str, str], str, str, str]]:
    """Each kind before each other one, and between two of their questions what joins them, in turn."""
    kinds = ASKED[language]
    for at, (one, other) in enumerate(permutations(kinds, 2)):
        first, second = (kinds[kind][at % len(kinds[kind])] for kind in (one, other))
        yield (one, other), first, JOINS[language][at % len(JOINS[language])], second


def answers(speaker: Speaker, message: str) -> list[dict[str, object]]:
    """The answers to a message, each with all that is said in it but for a verdict."""
    reply = json.loads(line(speaker.answer([message])))
    kept = ("kind", "resolution", "votes", "paragraphs", "text")
    return [{field: each[field] for field in kept} for each in reply["answers"] or [reply]]


@pytest.mark.parametrize("language", ASKED)
def test_each_is_answered_as_alone(speaker: Speaker, language: str) -> None:
    mark = QUESTION_MARK.get(language, "?")
    wrong = []
    for asked, first, join, second in pairs(language):
        found = answers(speaker, message := f"{first}{join}{second}{mark}")
        alone = [answers(speaker, f"{each}{mark}") for each in (first, second)]
        of_its_kind = all(each["kind"] in KINDS[kind] for kind, (each,) in zip(asked, alone, strict=True))
        if not of_its_kind or found != [*alone[0], *alone[1]]:
            wrong.append((message, [each["kind"] for each in found]))
    assert not wrong


# --- what is one question, although it is said in several pieces ----------------------------------------------


@pytest.mark.parametrize(
    "message",
    [
        "第7段，它是怎么写的",
        "我是学生，想知道巴西怎么投的，谢谢",
        "哪一段讲气候变化，还有灾害",
        "How did Brazil and Belgium vote?",
        "Which countries abstained, and which of them are in the OIC?",
        "请问，关于气候变化，决议是怎么说的",
        "I need the third operative paragraph and the fifth preambular one for a footnote.",
    ],
)
def test_one_question_stays_one(speaker: Speaker, message: str) -> None:
    kinds = {each["kind"] for each in answers(speaker, message)}
    assert len(kinds) == 1


def parts(speaker: Speaker, message: str) -> tuple[Answer, ...]:
    """The answers to the questions of a message, which has several."""
    answer = speaker.answer([message]).answer
    assert isinstance(answer, SeveralAnswer)
    return answer.answers


NUMBERED = (
    "1) who abstained? 2) how did Japan vote? 3) what does paragraph 5 say?",
    "Dear colleagues, (1) who abstained? (2) how did Japan vote? (3) what does paragraph 5 say?",
    "1、谁弃权了？2、日本怎么投的？3、第5段说什么？",
    "请教：\n1) 谁弃权了\n2) 日本怎么投的\n3) 第5段说什么",
)


@pytest.mark.parametrize("message", NUMBERED)
def test_numbers_before_questions_are_those_of_no_paragraphs(speaker: Speaker, message: str) -> None:
    *others, last = parts(speaker, message)
    assert [type(x).__name__ for x in others] == ["RollAnswer", "VoteAnswer"]
    assert isinstance(last, ParagraphAnswer) and [p.id for p in last.paragraphs] == ["OP5"]


FUTURE = (
    "How did India vote and will it vote the same next year?",
    "印度怎么投的，明年还会这样投吗？",
    "Comment l'Inde a voté et votera-t-elle pareil l'an prochain ?",
)


@pytest.mark.parametrize("message", FUTURE)
def test_what_will_be_is_refused_beside_what_was(speaker: Speaker, message: str) -> None:
    assert [type(x).__name__ for x in parts(speaker, message)] == ["VoteAnswer", "NoneAnswer"]
