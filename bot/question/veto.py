"""Questions about vetoes: which drafts of the Security Council a permanent member voted down."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.refusals import Refused
from bot.question.among import chosen
from bot.question.conditions import conditions
from bot.question.frame import Frame
from bot.question.model import Question, Refusal
from bot.question.reading import Reading
from bot.question.record import Among, HistoryQuestion, ListQuestion
from bot.resolution import Body, Vote


def veto(f: Frame) -> Question | None:
    """Which drafts were vetoed, by whom, how often; a refusal where none here was, or where the resolution that is
    asked about is of a body in which nobody has a veto. None where a message asks for none, or of a vote in the
    Council."""
    r = f.reading
    elsewhere = bool(r.bodies) and Body.SECURITY_COUNCIL not in r.bodies and r.resolution is None
    if not _asks(r) or elsewhere:
        return None
    of_all = len(r.library.summaries) > 1 and r.has(Cue.TIMES, Cue.EVER, Cue.DOCUMENTS, Cue.ALL_DOCUMENTS)
    if r.resolution and not of_all:
        of_council = r.resolution.body is Body.SECURITY_COUNCIL
        return None if of_council else Refusal(Refused.NO_VETO)
    among = replace(conditions(r), body=Body.SECURITY_COUNCIL, outcome=None, vetoed=True)
    if not chosen(Among(vetoed=True), r.library):
        return Refusal(Refused.VETO)
    return HistoryQuestion(r.states, _AGAINST, among=among) if r.states else ListQuestion(among, results=True)


_AGAINST = frozenset({Vote.NO})


def _asks(r: Reading) -> bool:
    """Whether a message speaks of a veto: not only of those who have one, nor of a draft that was 被否决, rejected."""
    others = [*((m.start, m.end) for m in r.mentions), *r.spans_of(Cue.REJECTED)]
    return bool(apart_from(r.spans_of(Cue.VETO), others))
