"""The reply as one JSON object."""

from __future__ import annotations

from bot.answer import Answer, ClarifyAnswer, ParagraphAnswer, RollAnswer, SeveralAnswer, VoteAnswer
from bot.wording import Reply, plain


def as_json(answer: Answer, reply: Reply) -> dict[str, object]:
    """The fields of `ask --json`.

    kind; resolution (symbol); votes (alpha-3 → yes, no, abstain or absent); paragraphs (ids, best first
    or in the order asked); text (as a person reads it); why (the words that decided, for a subject).
    """
    first = answer.answers[0] if isinstance(answer, SeveralAnswer) else answer
    return {
        "kind": first.kind.value,
        "resolution": None if isinstance(first, ClarifyAnswer) else first.resolution.symbol,
        "votes": dict(first.votes) if isinstance(first, (VoteAnswer, RollAnswer)) else {},
        "paragraphs": [p.id for p in first.paragraphs] if isinstance(first, ParagraphAnswer) else [],
        "text": plain(reply),
        "why": list(first.why) if isinstance(first, ParagraphAnswer) else [],
    }
