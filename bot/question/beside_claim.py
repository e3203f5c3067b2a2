"""What is claimed of most of them behind a question about all resolutions: which amendments passed? most get rejected,
right? It is no part of what is asked, and below the answer stands that it was not looked at."""

from __future__ import annotations

from collections.abc import Callable

from bot.language.cues import Cue
from bot.language.shapes import Shape
from bot.question.aside import typed
from bot.question.conversation import Understood
from bot.question.described import without
from bot.question.model import ClarifyQuestion, Several, Unclear
from bot.question.politeness import CLAUSE
from bot.question.reading import Reading
from bot.question.record import PagedQuestion
from bot.resolution import Span


def beside_claim(message: str, r: Reading, ask: Callable[[str], Understood]) -> Understood | None:
    """What a message asks without what it claims of most of them, and that this was not looked at; None where it claims
    nothing, or asks nothing of all resolutions without that.

    ask: understands a message.
    """
    span = _claim(r)
    question, goes_on = ask(without(r, [span])) if span else (None, None)
    parts = question.questions if isinstance(question, Several) else (question,)
    if not span or goes_on is None or not isinstance(parts[0], PagedQuestion):
        return None
    claimed = ClarifyQuestion(Unclear.UNCHECKED, part=typed(message, r, span))
    return Several((*(part for part in parts if part), claimed)), goes_on


def _claim(r: Reading) -> Span | None:
    """Where a clause behind the first one begins with a word for most of them, and says what became of them but asks
    nothing, to the end of the message; None where none does."""
    outcomes, asking = r.spans_of(Shape.ADOPTED, Cue.REJECTED), r.spans_of(Shape.QUESTION_WORD)
    mostly = {start for start, _ in r.spans_of(Shape.MOSTLY)}
    clauses = [clause.span() for clause in CLAUSE.finditer(r.text.norm)] if mostly and outcomes else []
    for begin, end in clauses[1:]:
        # But most …
        at = r.skipped(begin, (Cue.AND_THEN, Cue.JOIN, Cue.FILLER))
        inside = [a for a, _ in outcomes if at <= a < end]
        if inside and not mostly.isdisjoint((at, r.skipped(begin, ()))) and not any(begin <= a for a, _ in asking):
            return begin, len(r.text.norm)
    return None
