"""What is asked of a text by what its paragraphs are for, and by nothing else: who pays, when will it come up again."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.question.frame import Frame
from bot.question.model import Question, SubjectQuestion
from bot.question.reading import LITTLE, Reading, weight
from bot.question.subject import subject_words
from bot.resolution import Span


def purpose(f: Frame) -> Question | None:
    """Who pays for it, 以后还会再谈吗: of the text in view; None where more is said, of which that is only a part."""
    r = f.reading
    asked = r.library.purposes.asked_alone(r.text.norm) if r.resolution and r.resolution.paragraphs else {}
    spans = [span for found in asked.values() for span in found]
    if not spans or _of_more(r, spans):
        return None
    return SubjectQuestion(r.text.norm, in_document=r.has(Cue.WHERE, Cue.IT_IS_SAID), purposes=tuple(asked), alone=True)


def _of_more(r: Reading, spans: list[Span]) -> bool:
    """Whether anything is said beside the words at some places that could be asked about."""
    votes = [(start, end) for start, end, _ in r.vote_words if not any(a <= start and end <= b for a, b in spans)]
    named = r.states or r.groups or r.references.selections or (r.documents and not r.named)
    return bool(votes or named) or weight(subject_words(r, [*spans, *r.library.purposes.beside(r.text.norm)])) >= LITTLE
