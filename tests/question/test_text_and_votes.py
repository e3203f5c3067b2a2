"""A question of paragraphs and one of votes in one message, with a comma or nothing between them: both are answered.

That the paragraphs have the words, and who voted how, is read in the document.
"""

from __future__ import annotations

import json

import pytest

from bot.faces.json import line
from bot.talk import Speaker, Talk

BOTH = (
    ("气候变化在哪段提的 中国投了啥", "气候变化", "CHN", "yes"),
    ("哪段讲气候变化，古巴怎么投的", "气候变化", "CUB", "yes"),
    ("日本怎么投的，哪段提到气候变化", "气候变化", "JPN", "no"),
    ("which paragraph is on climate change, how did China vote", "气候变化", "CHN", "yes"),
    ("Quel paragraphe parle des changements climatiques, et la France a voté quoi ?", "气候变化", "FRA", "no"),
    ("¿Qué párrafo habla del cambio climático, y cómo votó Alemania?", "气候变化", "DEU", "no"),
    ("第3段和第5段，中国怎么投的", "国际团结", "CHN", "yes"),
)


@pytest.mark.parametrize(("message", "words", "code", "vote"), BOTH, ids=[row[0] for row in BOTH])
def test_both_are_answered(speaker: Speaker, message: str, words: str, code: str, vote: str) -> None:
    spoken, _ = speaker.next(message, Talk())
    answers = {answer["kind"]: answer for answer in json.loads(line(spoken))["answers"]}
    assert answers["vote"]["votes"] == {code: vote}
    resolution = speaker.library.resolutions[0]
    assert any(words in resolution.paragraph(id).text for id in answers["paragraph"]["paragraphs"])


@pytest.mark.parametrize("message", ["哪段提到中国", "which paragraph mentions China, Cuba or Japan?"])
def test_a_name_alone_asks_no_second_question(speaker: Speaker, message: str) -> None:
    spoken, _ = speaker.next(message, Talk())
    assert not json.loads(line(spoken)).get("answers")
