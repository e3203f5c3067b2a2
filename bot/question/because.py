"""A reason that is given beside a question about votes, 因为主权才反对, because of climate change: that no record gives
any is said beside the answer."""

from __future__ import annotations

from collections.abc import Callable

from bot.language.cues import Cue
from bot.language.normal import blank, is_chinese
from bot.language.refusals import Refused
from bot.language.shapes import Shape
from bot.question.conversation import Understood
from bot.question.described import without
from bot.question.model import SURE_KINDS, Refusal, Several
from bot.question.reading import Reading, letters
from bot.question.record import PagedQuestion
from bot.resolution import Span


def beside_reason(r: Reading, ask: Callable[[str], Understood]) -> Understood | None:
    """What a message asks without the reason that it gives for a vote, and that reasons are in no record; that alone
    where nothing is understood without it; None where it gives none.

    ask: understands a message.
    """
    span = _reason(r)
    if not span:
        return None
    question, goes_on = ask(without(r, [span]))
    if not isinstance(question, (*SURE_KINDS, PagedQuestion, Several)):
        return Refusal(Refused.REASON), goes_on
    parts = question.questions if isinstance(question, Several) else (question,)
    return Several((*parts, Refusal(Refused.REASON))), goes_on


def _reason(r: Reading) -> Span | None:
    """Where a message that asks about votes gives a reason, with the word that does; None where it gives none, or a
    title does."""
    asks = r.about_votes and bool(r.states or r.groups or r.has(Cue.WHO, Cue.COUNTRIES))
    if not asks or r.has(Cue.IT_IS_SAID, Cue.WHERE):
        return None
    titles = [(a, b) for a, b, _ in r.library.catalogue.titled(r.text.norm)]
    said = [x for x in sorted(r.spans_of(Shape.BECAUSE)) if not any(a <= x[0] and x[1] <= b for a, b in titles)]
    said = [x for x in said if is_chinese(r.text.norm[x[0]]) or _of_a_vote(x[0], r)]
    # 是不是因为…: the reason is all that is asked.
    asked = {b for _, b in r.spans_of(Cue.YES_OR_NO, Cue.WHETHER)} & {a for a, _ in said}
    if not said or asked:
        return None
    start, behind = said[0][0], max(b for a, b in said if a == said[0][0])
    signs = (at for at in range(behind, len(r.text.norm)) if r.text.norm[at] in _SIGNS)
    end = min(signs, default=len(r.text.norm))
    if is_chinese(r.text.norm[start]):
        # 因为气候变化投了反对票吗: up to the vote.
        voting = (*((a, b) for a, b, _ in r.vote_words), *r.spans_of(Cue.CAST, Cue.YES_OR_NO))
        end = min([end, *(a for a, _ in voting if a >= behind)])
    return start, end


def _of_a_vote(at: int, r: Reading) -> bool:
    """Whether a vote is spoken of before a place in the same clause, with nothing between that says what a resolution
    is on: the one on discrimination due to religion."""
    begin = max((i + 1 for i in range(at) if r.text.norm[i] in _SIGNS or r.text.norm[i] == ":"), default=0)
    voting = [b for a, b in (*((a, b) for a, b, _ in r.vote_words), *r.spans_of(Cue.CAST)) if begin <= a and b <= at]
    on = [b for a, b in r.spans_of(Cue.ON_SUBJECT) if voting and min(voting) <= a and b <= at]
    return bool(voting) and not any(letters(blank(r.text.norm, r.known)[b:at]) for b in on)


_SIGNS = frozenset(",;。?!")
"""Signs that end a reason."""
