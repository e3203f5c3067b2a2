"""The reply as one JSON object."""

from __future__ import annotations

import json

from bot.answer import (
    Answer,
    ClarifyAnswer,
    HistoryAnswer,
    ListAnswer,
    NoneAnswer,
    OfferAnswer,
    ParagraphAnswer,
    RollAnswer,
    SeveralAnswer,
    VoteAnswer,
)
from bot.corpus.model import Paragraph, Resolution
from bot.talk import Spoken


def line(spoken: Spoken) -> str:
    """A reply as one line of `ask --json`.

    kind; resolution (symbol); votes (alpha-3 → yes, no, abstain or absent); paragraphs (ids, best first
    or in the order asked); text (as a person reads it); why (the words that decided, for a subject);
    offered (ids of at most three paragraphs, best first, where it is not sure that one of them is sought, or
    none seems to be and these come nearest). Of
    several resolutions: table (symbol, date, title, and the votes by alpha-3) and, where states are compared,
    agreement (same, of, percent).
    """
    answer = spoken.answer
    first = answer.answers[0] if isinstance(answer, SeveralAnswer) else answer
    fields: dict[str, object] = {
        "kind": first.kind.value,
        "resolution": None if isinstance(first, ClarifyAnswer) or first.resolution is None else first.resolution.symbol,
        "votes": dict(first.votes) if isinstance(first, (VoteAnswer, RollAnswer)) else {},
        "paragraphs": [p.id for p in first.paragraphs] if isinstance(first, ParagraphAnswer) else [],
        "text": spoken.text,
        "why": list(first.why) if isinstance(first, ParagraphAnswer) else [],
        "offered": [p.id for p in _offered(first)],
    }
    if isinstance(first, ListAnswer):
        fields["table"] = [_entry(r) for r in first.found]
    if isinstance(first, HistoryAnswer):
        fields["table"] = [{**_entry(row.resolution), **dict(row.votes)} for row in first.rows]
        if first.agreement:
            fields["agreement"] = {"same": first.agreement.same, "of": first.agreement.of, "percent": round(first.agreement.percent, 1)}
    return json.dumps(fields, ensure_ascii=False)


def _offered(answer: Answer) -> tuple[Paragraph, ...]:
    match answer:
        case OfferAnswer():
            return answer.paragraphs
        case NoneAnswer():
            return answer.offered
    return ()


def _entry(resolution: Resolution) -> dict[str, str]:
    return {"resolution": resolution.symbol, "date": resolution.adopted.isoformat(), "title": resolution.title.text}
