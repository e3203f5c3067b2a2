"""What no document tells, and what is not worked out: in which city it was adopted, at what hour, how many words a
paragraph has, every second paragraph."""

from __future__ import annotations

from bot.language.refusals import Refused
from bot.language.shapes import Shape
from bot.question.frame import Frame
from bot.question.model import Question, Refusal
from bot.question.reading import LITTLE


def not_told(f: Frame) -> Question | None:
    """Refused, where a message says hardly anything besides: a paragraph may be on a city."""
    r = f.reading
    every_other = r.tells(Shape.EVERY_OTHER) and not (r.references.selections or r.references.part)
    if not (r.tells(Shape.NOT_TOLD) or every_other) or r.states or r.groups:
        return None
    little = r.left_besides(Shape.NOT_TOLD, Shape.EVERY_OTHER, Shape.UNITS) <= LITTLE
    return Refusal(Refused.NOT_FOUND) if little else None
