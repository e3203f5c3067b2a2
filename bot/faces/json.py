"""The reply as one JSON object."""

from __future__ import annotations

import json

from bot.answer import ClarifyAnswer, ParagraphAnswer, RollAnswer, SeveralAnswer, VoteAnswer
from bot.talk import Spoken


def line(spoken: Spoken) -> str:
    """A reply as one line of `ask --json`.

    kind; resolution (symbol); votes (alpha-3 → yes, no, abstain or absent); paragraphs (ids, best first
    or in the order asked); text (as a person reads it); why (the words that decided, for a subject).
    """
    answer = spoken.answer
    first = answer.answers[0] if isinstance(answer, SeveralAnswer) else answer
    fields = {
        "kind": first.kind.value,
        "resolution": None if isinstance(first, ClarifyAnswer) else first.resolution.symbol,
        "votes": dict(first.votes) if isinstance(first, (VoteAnswer, RollAnswer)) else {},
        "paragraphs": [p.id for p in first.paragraphs] if isinstance(first, ParagraphAnswer) else [],
        "text": spoken.text,
        "why": list(first.why) if isinstance(first, ParagraphAnswer) else [],
    }
    return json.dumps(fields, ensure_ascii=False)
