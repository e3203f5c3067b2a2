"""What a message takes for granted and is not so, or is not told: it is said, and nothing else is answered for it."""

from __future__ import annotations

import pytest

from bot.answer.kind import Verdict
from bot.answer.model import FactAnswer, NoneAnswer, ParagraphAnswer, TallyAnswer
from bot.language.refusals import Refused
from bot.talk import Speaker

NOT_REJECTED = (
    "my brother told me A/HRC/RES/56/4 was voted down",
    "wasn't 56/4 rejected?",
    "同事说56/4被否决了",
    "聽說56/4沒有通過",
    "ma voisine affirme que la 56/4 a été rejetée",
    "mi prima dice que la 56/4 fue rechazada",
    "коллега утверждает, что 56/4 отклонили",
    "صديقتي تقول إن 56/4 رُفض",
)
PUT_IN_BEHIND = (
    ("paragraph 4 bis", 4),
    ("OP 7 ter", 7),
    ("第7段之二", 7),
    ("paragraphe 9 bis", 9),
    ("párrafo 9 ter", 9),
    ("пункт 7 бис", 7),
    ("الفقرة 9 مكررا", 9),
)
IN_WHAT_ORDER = (
    "which country was the first to vote?",
    "who voted last",
    "哪个国家最先投票",
    "誰第一個投的",
    "quel pays a voté en premier ?",
    "¿qué país votó primero?",
    "какая страна проголосовала первой? кто голосовал первым?",
    "أي دولة صوتت أولا؟ من صوت أولا؟",
)
WHO_IT_IS = (
    "qui est l'experte indépendante ?",
    "кто эксперт?",
    "谁是秘书处的专家",
    "谁是理事会的主席",
    "¿quién es el experto independiente?",
    "who is the expert?",
    "من هو الخبير؟",
)
ADOPTED_WHEN = (
    ("不是在第20次会议上通过的吗", "34"),
    ("was it adopted at the 57th session?", "56"),
    ("¿se aprobó en la 20ª sesión?", "34"),
    ("第58届会议通过的吗", "五十六"),
)


@pytest.mark.parametrize("message", NOT_REJECTED)
def test_it_was_not_rejected(speaker: Speaker, message: str) -> None:
    spoken = speaker.answer([message])
    assert isinstance(spoken.answer, TallyAnswer) and spoken.answer.verdict is Verdict.NO
    assert spoken.text.startswith(speaker.wordings[spoken.language]("verdict.so_many_no"))


@pytest.mark.parametrize(("message", "number"), PUT_IN_BEHIND)
def test_no_paragraph_stands_between_two_numbers(speaker: Speaker, message: str, number: int) -> None:
    answer = speaker.answer([message]).answer
    assert isinstance(answer, ParagraphAnswer) and not answer.paragraphs
    (missing,) = answer.missing
    assert (missing.first, bool(missing.piece)) == (number, True)


@pytest.mark.parametrize("message", IN_WHAT_ORDER)
def test_no_record_tells_in_what_order(speaker: Speaker, message: str) -> None:
    spoken = speaker.answer([message])
    assert isinstance(spoken.answer, NoneAnswer) and spoken.answer.refusal.reason is Refused.UNTOLD


@pytest.mark.parametrize("message", WHO_IT_IS)
def test_nobody_is_named(speaker: Speaker, message: str) -> None:
    answer = speaker.answer([message]).answer
    assert isinstance(answer, NoneAnswer) and answer.refusal.reason is Refused.PERSON


@pytest.mark.parametrize(("message", "number"), ADOPTED_WHEN)
def test_at_which_it_was_adopted(speaker: Speaker, message: str, number: str) -> None:
    spoken = speaker.answer([message])
    assert isinstance(spoken.answer, FactAnswer) and number in spoken.text
