"""Any one of several states: what China or Russia opposed, either France or Germany, at least one of the two."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.named import Mention, Sense
from bot.question.model import ClarifyQuestion, Question, Unclear
from bot.question.pieces import joined
from bot.question.reading import Reading
from bot.question.record import Among, HistoryQuestion, OfAmong, Order, PartsQuestion
from bot.question.sets import Measure

_BESIDE = (Cue.MEMBERS, Cue.FILLER, Cue.OF_THOSE, Cue.EITHER)


def any_of_them(r: Reading) -> bool:
    """Whether a vote is asked about that any one of the states of a message may have cast: China or Russia opposed.

    Neither China nor Russia, and what is negated, is of each of them."""
    named = _named(r)
    if len(named) < _TWO or not r.votes or r.refused_votes or r.has(Cue.NEITHER):
        return False
    if not all(joined(r, a.end, b.start, (Cue.OR, Cue.JOIN), _BESIDE, ",、،") for a, b in pairwise(named)):
        return False
    if joined(r, named[-2].end, named[-1].start, (Cue.OR,), _BESIDE):
        return True
    beside = (Cue.MEMBERS, Cue.FILLER, Cue.OF_THOSE, Cue.BOTH)
    behind = (named[-1].end, r.skipped(named[-1].end, beside))
    return any(r.skipped(b, beside) == named[0].start or a in behind for a, b in r.spans_of(Cue.EITHER))


_TWO = 2


def _named(r: Reading) -> list[Mention]:
    """The states that a message names, as they stand."""
    return sorted((m for m in r.mentions if m.named.sense is Sense.STATE), key=lambda m: m.start)


def of_any(question: Question | None, r: Reading) -> Question | None:
    """The question with a vote of any one of the states, where a message says "or" between them; asked back where that
    cannot be counted: always, alone, of the last five, how others voted there."""
    if isinstance(question, OfAmong) and _of_voters(question.among, r):
        return ClarifyQuestion(Unclear.WHAT)
    if not isinstance(question, HistoryQuestion) or len(question.states) < _TWO or not any_of_them(r):
        return question
    if not question.votes and not question.each:
        return question
    plain = question.measure in (Measure.LIST, Measure.ANY, Measure.SHARE)
    # 两国之一反对: one of them, and not one vote against.
    counted = question.among.bounds and r.has(Cue.EITHER)
    if question.each or question.alone or counted or not plain:
        return ClarifyQuestion(Unclear.WHAT)
    measure = Measure.LIST if question.measure is Measure.SHARE else question.measure
    # At least one of them: none comes first for that.
    of_words = apart_from(r.spans_of(Cue.MOST, Cue.LEAST), r.spans_of(Cue.EITHER))
    order = question.order if of_words or question.order is Order.EARLIEST else Order.LATEST
    return replace(question, either=True, measure=measure, order=order)


def _of_voters(among: Among, r: Reading) -> bool:
    """Whether it is asked of the resolutions on which one or another of several states voted so."""
    voters = {code for code, _ in among.voted}
    named = [m for m in _named(r) if voters & set(m.named.codes)]
    either = any(joined(r, a.end, b.start, (Cue.OR,), _BESIDE) for a, b in pairwise(named))
    return either and not (r.refused_votes or r.has(Cue.NEITHER))


def of_any_before(question: Question, last: Question | None) -> Question:
    """The question; asked back where it is of those on which any one of the states asked about before voted so, which
    would be counted as those on which all of them did."""
    if not isinstance(last, HistoryQuestion) or not last.either:
        return question
    of = question.of if isinstance(question, PartsQuestion) else None
    among = of.among if of else question.among if isinstance(question, OfAmong) else Among()
    voters = {code for code, _ in among.voted}
    parts = isinstance(of, HistoryQuestion) and len(of.states) > 1
    return ClarifyQuestion(Unclear.WHAT) if parts or len(voters & set(last.states)) > 1 else question
