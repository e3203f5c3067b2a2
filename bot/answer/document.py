"""What a document says of itself."""

from __future__ import annotations

from bot.answer.model import Answer, FactAnswer, NoneAnswer
from bot.question.model import Fact, FactQuestion, Refusal, Refused
from bot.resolution import Resolution


def fact_answer(question: FactQuestion, resolution: Resolution) -> Answer:
    """What the document says of itself; refused where its form has no such thing."""
    if Fact.FOOTNOTE in question.facts and not resolution.footnotes:
        return NoneAnswer(resolution, Refusal(Refused.NOT_FOUND))
    return FactAnswer(resolution, question)
