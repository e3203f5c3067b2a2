"""What somebody who is none here is said to say of a vote, my teacher says that it was rejected, 听说没通过: it is read
as asked, so that the figures confirm or correct it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import longest
from bot.language.shapes import Shape
from bot.question.conversation import Understood
from bot.question.described import without
from bot.question.model import RollQuestion, TallyQuestion, VoteQuestion
from bot.question.reading import Reading, weight
from bot.question.untold import without_verdict
from bot.resolution import Span

_MOST = 12
"""The greatest weight (see `weight`) of what names whoever says so: my history teacher at school."""
_OTHERWISE = (Cue.WHERE, Cue.IT_IS_SAID, Cue.THE_TEXT, Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY, Cue.WHY, Cue.HOW)
"""What stands before a word for saying and asks by itself, or names the text."""


def heard(r: Reading, ask: Callable[[str], Understood]) -> Understood | None:
    """What is said to be so, as it is answered where it is asked: by yes or no, and the figures; None where nobody is
    said to say anything, or it is nothing of a vote.

    ask: understands a message.
    """
    span = _said(r)
    if not span:
        return None
    errs = longest(r.spans_of(Shape.ERRS))
    left = without(r, [span, *errs]).strip().rstrip(" ?？؟" if errs else "")
    question, goes_on = ask(left if left.endswith(("?", "？", "؟")) else f"{left.rstrip(_ENDS)}?")
    if errs:
        # Is he wrong?: a yes or no would be read as the answer to that.
        question = replace(question, outcome=None) if isinstance(question, TallyQuestion) else without_verdict(question)
    return (question, goes_on) if isinstance(question, VoteQuestion | TallyQuestion | RollQuestion) else None


_ENDS = " .!。！,，"


def _said(r: Reading) -> Span | None:
    """Where it stands who says so, with the word for saying; None where that names a state, the text or a paragraph, or
    asks something, and where nothing of a vote stands behind it."""
    for start, end in longest(r.spans_of(Shape.HEARSAY)):
        told = [*r.spans_of(Shape.PASSING, Cue.REJECTED, Cue.UNANIMOUS, Cue.RESULT), *(x[:2] for x in r.vote_words)]
        before = [a for words in (r.spans_of(*_OTHERWISE), r.spans_of(Shape.RESOLUTION, Shape.ASKS)) for a, _ in words]
        named = [m.start for m in r.mentions] + [a for a, _ in r.references.spans] + [d.start for d in r.documents]
        head = r.text.norm[:start]
        if any(a < start for a in (*before, *named)) or weight(head) > _MOST or not any(a >= end for a, _ in told):
            continue
        return 0, end
    return None
