"""A state or a group by a name that is not quite its own, the Soviet Union, 穆斯林国家: for whom it is taken."""

from __future__ import annotations

from bot.language.named import Sense
from bot.language.shapes import Shape
from bot.question.conversation import Conversation
from bot.question.model import (
    ClarifyQuestion,
    HelpQuestion,
    Question,
    Refusal,
    Several,
    SubjectQuestion,
    Unclear,
)
from bot.question.reading import Reading

_OF_NOBODY = (ClarifyQuestion, Refusal, HelpQuestion, SubjectQuestion, Several)
"""What asks of no voter, or says itself of whom."""


def with_names_meant(question: Question, r: Reading, conversation: Conversation) -> Question:
    """The question, and beside it for whom a loose name was taken; the question alone where there is none, or it was
    the state's own name when the resolution in view was voted on."""
    if isinstance(question, _OF_NOBODY):
        return question
    in_view = r.library.get(conversation.symbol) if conversation.symbol else None
    loose = r.spans_of(Shape.LOOSELY_NAMED)
    for m in r.mentions:
        inside = any((a <= m.start and m.end <= b) or (m.start <= a and b <= m.end) for a, b in loose)
        if not inside or m.named.sense not in (Sense.STATE, Sense.GROUP):
            continue
        earlier = r.library.names.states[m.named.codes[0]].earlier if not m.named.group else ()
        if in_view and any(name.since <= in_view.adopted <= name.until for name in earlier):
            continue
        typed = r.text.cased[m.start : m.end]
        codes = () if m.named.group else m.named.codes[:1]
        return Several((question, ClarifyQuestion(Unclear.TAKEN_FOR, codes, part=typed, meant=m.named.group)))
    return question
