"""The reply as one JSON object."""

from __future__ import annotations

import json
from collections.abc import Mapping

from bot.answer.model import (
    Answer,
    ClarifyAnswer,
    GroupsAnswer,
    NoneAnswer,
    OfferAnswer,
    ParagraphAnswer,
    QuotationAnswer,
    RollAnswer,
    SeveralAnswer,
    TableAnswer,
    TallyAnswer,
    VoteAnswer,
)
from bot.answer.record import (
    AlikeAnswer,
    BetweenAnswer,
    Counted,
    GroupHistoryAnswer,
    HistoryAnswer,
    ListAnswer,
    PartRow,
    PartsAnswer,
    ThroughoutAnswer,
)
from bot.question.sets import codes_in, groups_in
from bot.resolution import Paragraph, Part, Resolution
from bot.search.decide import PARAGRAPHS_OFFERED
from bot.store.summary import Summary
from bot.talk import Spoken
from bot.wording.pieces import plain


def line(spoken: Spoken) -> str:
    """A reply as one line of `ask --json`.

    kind; resolution (symbol); votes (alpha-3 → yes, no, abstain or absent); paragraphs (ids, best first or in the
    order asked: PP3, OP12, OP5(a); of an annex A3, or ANNEX2.3 where there are several); text (as a person reads
    it); why (the words that decided, for a subject); verdict (yes, no or null: what a question that wants one is
    answered with); filters (ids of the groups, votes and codes of the states that the reply is restricted by, all
    named in its first line); offered (ids of at most three paragraphs, best first, where it is not sure that one of
    them is sought, or none seems to be and these come nearest; where meaning found one, that and the next best).
    For several questions in one message these are the first one's, and answers has one such object for each. Of
    several resolutions: table (symbol, date, title, and the votes by alpha-3, or how many of a group cast each; or
    of each state on how many of how many it is so) and, where states are compared, agreement (same, of, percent).
    """
    answer = spoken.answer
    several = answer.answers if isinstance(answer, SeveralAnswer) else (answer,)
    fields = _fields(several[0]) | {"text": spoken.text}
    said = zip(several, spoken.parts, strict=True) if len(several) > 1 else ()
    fields["answers"] = [_fields(each) | {"text": plain(part)} for each, part in said]
    return json.dumps(fields, ensure_ascii=False)


def _fields(answer: Answer) -> dict[str, object]:
    """What there is to say of one answer, but for its words."""
    fields: dict[str, object] = {
        "kind": answer.kind.value,
        "resolution": None
        if isinstance(answer, ClarifyAnswer) or answer.resolution is None
        else answer.resolution.symbol,
        "votes": dict(answer.votes) if isinstance(answer, (VoteAnswer, RollAnswer, TableAnswer)) else {},
        "paragraphs": [_id(p, answer.resolution) for p in answer.paragraphs]
        if isinstance(answer, (ParagraphAnswer, QuotationAnswer))
        else [],
        "why": list(answer.why) if isinstance(answer, ParagraphAnswer) else [],
        "verdict": _verdict(answer),
        "filters": _filters(answer),
        "offered": [_id(p, answer.resolution) for p in offered] if (offered := _offered(answer)) else [],
    }
    if isinstance(answer, (AlikeAnswer, ThroughoutAnswer)):
        fields["table"] = [_counted(row) for row in answer.rows]
    if isinstance(answer, BetweenAnswer):
        fields["table"] = [
            {"state": code, **dict(zip((each.symbol for each in answer.of), votes, strict=True))}
            for code, votes in answer.rows
        ]
    if isinstance(answer, GroupHistoryAnswer):
        fields["table"] = [
            {**_entry(row.summary), **dict(row.figures), "cohesion": row.cohesion} for row in answer.rows
        ]
    if isinstance(answer, PartsAnswer):
        fields["table"] = [_part(row) for row in answer.rows]
    if isinstance(answer, ListAnswer):
        fields["table"] = [_entry(each) for each in answer.found]
    if isinstance(answer, HistoryAnswer):
        fields["table"] = [{**_entry(row.summary), **dict(row.votes)} for row in answer.rows]
        if answer.agreement:
            fields["agreement"] = {
                "same": answer.agreement.same,
                "of": answer.agreement.of,
                "percent": round(answer.agreement.percent, 1),
            }
    return fields


def _counted(row: Counted) -> dict[str, object]:
    """A state, or the two of a pair, and on how many it is so."""
    other = {"other": row.other} if row.other else {}
    return {"state": row.code, **other, "count": row.count, "of": row.of}


def _id(paragraph: Paragraph, resolution: Resolution | None) -> str:
    """The id of a paragraph: A3 for one of an annex that is the only one."""
    alone = paragraph.part is Part.ANNEX and resolution is not None and len(resolution.annexes) == 1
    return f"A{paragraph.number}{paragraph.piece}" if alone else paragraph.id


def _offered(answer: Answer) -> tuple[Paragraph, ...]:
    match answer:
        case OfferAnswer():
            return answer.paragraphs
        case ParagraphAnswer(by_meaning=True):
            further = map(answer.resolution.paragraph, answer.further)
            return (*answer.paragraphs, *further)[:PARAGRAPHS_OFFERED]
        case NoneAnswer():
            return answer.offered
    return ()


_WITH_VERDICT = (
    VoteAnswer, RollAnswer, TableAnswer, GroupsAnswer, TallyAnswer, HistoryAnswer, ListAnswer, ParagraphAnswer,
    ThroughoutAnswer,
)  # fmt: skip


def _verdict(answer: Answer) -> str | None:
    if isinstance(answer, _WITH_VERDICT) and answer.verdict:
        return answer.verdict.value
    return None


def _filters(answer: Answer) -> list[str]:
    """What restricts the reply: groups, then states, then votes."""
    match answer:
        case RollAnswer(question=asked):
            sets = (asked.who, asked.only)
            groups = dict.fromkeys(g for s in sets for g in groups_in(s))
            return [*groups, *dict.fromkeys(c for s in sets for c in codes_in(s)), *sorted(asked.votes)]
        case TableAnswer(question=compared):
            compared_groups = dict.fromkeys(g for s in compared.sets for g in groups_in(s))
            codes = dict.fromkeys(c for s in compared.sets for c in codes_in(s))
            return [*compared_groups, *codes, *sorted(compared.votes)]
        case GroupsAnswer(question=sought):
            return list(sought.groups)
    return []


def _part(row: PartRow) -> dict[str, object]:
    compared: Mapping[str, object] = (
        {"same": row.agreement.same, "of": row.agreement.of} if row.agreement else dict(row.figures)
    )
    return {
        "part": row.label,
        "recorded": row.recorded,
        **compared,
        **({"cohesion": row.cohesion} if row.cohesion is not None else {}),
    }


def _entry(each: Summary) -> dict[str, str]:
    return {"resolution": each.symbol, "date": each.adopted.isoformat(), "title": each.titles[0]}
