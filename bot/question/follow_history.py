"""What is asked after a question of more than one resolution: 那法国呢, and in 2023?, which ones?"""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.normal import blank
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import about
from bot.question.conditions import (
    OF_AMENDMENTS,
    Rank,
    apart_from,
    conditions,
    divided,
    order_of,
    rank_of,
    states_on,
    topic_of,
)
from bot.question.documents import words_of
from bot.question.each import voted_so, votes_of_each
from bot.question.model import ClarifyQuestion, Question, Unclear
from bot.question.reading import LITTLE, Reading, letters, weight
from bot.question.record import (
    AlikeQuestion,
    Among,
    BetweenQuestion,
    Comparison,
    GroupHistoryQuestion,
    HistoryQuestion,
    ListQuestion,
    Order,
    PagedQuestion,
    PartsQuestion,
    ThroughoutQuestion,
)
from bot.question.thresholds import with_bounds
from bot.resolution import Vote


def following(r: Reading, last: PagedQuestion) -> Question | None:
    """那法国呢, 那2023年呢, 还有呢 after such a question."""
    rank = rank_of(r) if isinstance(last, ListQuestion) and last.order is not Order.LATEST else Rank()
    r = replace(r, own=(*r.own, *rank.spans))
    filtered = None if r.named or rank.spans else _filtered(r, last)
    if filtered or r.named or (r.references.selections and not rank.spans) or r.left > LITTLE or r.documents:
        return filtered
    if r.has(Cue.MORE) or r.references.step > 0:
        return replace(last, page=last.page + 1)
    if isinstance(last, ListQuestion) and rank.spans and not (r.states or r.groups or conditions(r) != Among()):
        # And the second most?
        return replace(last, rank=rank.place, page=0)
    if sorted_otherwise := _sorted(r, last):
        return sorted_otherwise
    says_more = r.left or r.states or r.groups or r.votes or conditions(r) != Among()
    if r.has(Cue.WHO, Cue.LIST, Cue.HOW_MANY) and not (says_more or r.has(Cue.RESULT)):
        # Which ones? They are listed.
        return replace(last, page=0)
    of = last.of if isinstance(last, PartsQuestion) else last
    if (by := divided(r)) and isinstance(of, (HistoryQuestion, GroupHistoryQuestion)) and not (r.states or r.groups):
        return PartsQuestion(of, by)
    if isinstance(last, AlikeQuestion) and r.has(Cue.ALIKE, Cue.MOST, Cue.LEAST) and not (r.states or r.groups):
        # And least often?
        return replace(last, least=r.has(Cue.LEAST, Cue.DIFFER), page=0)
    # Are there any that Russia abstained on and China supported? Of those before, though one is in view.
    of_each = len(r.named_votes) > 1 and r.has(Cue.THERE_IS, Cue.LIST) and bool(votes_of_each(r))
    goes_on = _only_conditions(r) or _only_votes(r) or of_each or r.has(Cue.AND_THEN, Cue.AMONG)
    if not goes_on or isinstance(last, BetweenQuestion):
        return None
    if isinstance(last, PartsQuestion):
        other = _of_others(r, last.of)
        return replace(last, of=other, page=0) if isinstance(other, (HistoryQuestion, GroupHistoryQuestion)) else None
    return _of_others(r, last)


def _sorted(r: Reading, last: PagedQuestion) -> Question | None:
    """按时间从早到晚, oldest first: the same in another order; None where a message says anything else."""
    order = order_of(r, of_list=True)
    sorts = order is not Order.LATEST and not (r.states or r.groups or r.votes or conditions(r) != Among())
    return replace(last, order=order, page=0) if sorts and isinstance(last, (HistoryQuestion, ListQuestion)) else None


def _filtered(r: Reading, last: PagedQuestion) -> Question | None:
    """其中关于核武器的, which of those did China abstain on: those of the list before that meet one more condition."""
    if not isinstance(last, (HistoryQuestion, ListQuestion)):
        return None
    said_again = isinstance(last, HistoryQuestion) and bool(r.votes) and not set(r.states).isdisjoint(last.states)
    goes_on = (_goes_on_with(r, last) and not said_again) or _of_the_list(r, last)
    # Was the US the only one: alone, and not only those.
    of_shown = bool(apart_from(r.spans_of(Cue.AMONG), r.spans_of(Cue.ONLY))) or r.has(Cue.OF_SHOWN) or goes_on
    if not of_shown or r.documents or r.groups:
        return None
    bounded = with_bounds(r, of_list=True)
    if isinstance(bounded, ClarifyQuestion):
        return bounded
    r = bounded
    words, more, before = topic_of(r), conditions(r), last.among
    subject = weight(words) > 1 and (r.has(Cue.ON_SUBJECT, Cue.WHERE) or bool(about(words, r.library)))
    if (voted := _voted(r)) is None:
        return ClarifyQuestion(Unclear.WHAT)
    sorts = not r.states
    order = order_of(r, of_list=True) if sorts else Order.LATEST
    of_result = order is not Order.LATEST or replace(more, times=(), body=None) != Among()
    asks_how = bool(r.states) and not voted and r.has(Cue.CAST, Cue.HOW, Cue.STANCE) and isinstance(last, ListQuestion)
    not_understood = (r.states and not (voted or asks_how)) or (weight(words) > LITTLE and not subject)
    if not (subject or voted or of_result or asks_how) or not_understood:
        return None
    on = _both(before, replace(more, words=words if subject else "", voted=voted))
    if asks_how:
        return HistoryQuestion(r.states, among=on)
    if isinstance(last, ListQuestion):
        order = last.order if order is Order.LATEST else order
        return replace(last, among=on, order=order, results=last.results or of_result, page=0)
    return replace(last, among=on, order=last.order if order is Order.LATEST else order, page=0)


def _voted(r: Reading) -> tuple[tuple[str, frozenset[Vote]], ...] | None:
    """What the states of a message are said to have voted, each with its votes; None where that is not clear."""
    each = votes_of_each(r) if r.votes else ()
    if each is None:
        return None
    return tuple(zip(r.states, each or (r.votes,) * len(r.states), strict=True)) if r.votes else ()


def _of_the_list(r: Reading, last: PagedQuestion) -> bool:
    """Whether it is asked after a list, with no resolution in view, how a state voted, or whether any were adopted:
    中国怎么投的, 有通过的吗?"""
    of_all = r.bodies or times.dated(r) or r.tells(Shape.RESOLUTION) or r.has(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS)
    how = bool(r.states) and r.has(Cue.HOW, Cue.STANCE) and r.has(Cue.CAST)
    outcome = conditions(r).outcome is not None or r.tells(Shape.ADOPTED)
    asks = how or (outcome and not r.states)
    return isinstance(last, ListQuestion) and asks and r.resolution is None and not of_all and r.left <= LITTLE


def _goes_on_with(r: Reading, last: PagedQuestion) -> bool:
    """Whether a message speaks of resolutions and does not say which, so that those of the list before are meant:
    反对票最多的是哪份, which were not unanimous?"""
    of_ones = r.tells(Shape.WHICH_RESOLUTIONS, Shape.LISTED_ONE, Shape.WHICH_ONE)
    if isinstance(last, ListQuestion):
        some = r.has(Cue.THERE_IS) and r.has(Cue.AND_THEN)
        of_ones = of_ones or r.has(Cue.WHICH_OF, Cue.HOW_MANY) or some
    named = r.bodies or times.dated(r) or r.tells(Shape.RESOLUTION) or r.has(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS)
    return of_ones and not (named or r.has(Cue.COUNTRIES, Cue.ON_SUBJECT, Cue.TIMES))


def _both(before: Among, more: Among) -> Among:
    """What meets the conditions before and some more; of times and bodies those that are named now."""
    return Among(
        more.times or before.times,
        more.body or before.body,
        f"{before.words} {more.words}".strip(),
        special=before.special or more.special,
        without_a_vote=before.without_a_vote or more.without_a_vote,
        mentions=before.mentions,
        unopposed=before.unopposed or more.unopposed,
        unanimous=before.unanimous if more.unanimous is None else more.unanimous,
        bounds=(*before.bounds, *more.bounds),
        tied=before.tied or more.tied,
        put_to_the_vote=before.put_to_the_vote or more.put_to_the_vote,
        amendments=before.amendments if more.amendments is None else more.amendments,
        outcome=more.outcome or before.outcome,
        voted=(*before.voted, *more.voted),
        session=more.session or before.session,
        vetoed=before.vetoed or more.vetoed,
        latest=before.latest,
    )


_NO_QUESTION = {
    Cue.FILLER, Cue.OF_THOSE, Cue.MEMBERS, Cue.VOTING, Cue.QUESTION, Cue.BEING, Cue.ONLY, Cue.AND_THEN, Cue.AMONG,
    Cue.EITHER, Cue.JOIN, Cue.CORRECTION, Cue.COMPLAINT,
}  # fmt: skip
_WHICH_ONES = {
    Cue.WHO, Cue.WHICH_OF, Cue.WHICH_ONES, Cue.LIST, Cue.THERE_IS, Cue.WHO_VOTES, Cue.YES_OR_NO, Cue.WHETHER,
    Cue.ANY_ONE, Cue.TO_DO, Cue.WHERE,
}  # fmt: skip
"""What a question which ones is made of besides: which ones in 2025?"""
_OF_VOTES = {Cue.YES, Cue.NO, Cue.ABSTAIN, Cue.WHO_VOTES, Cue.BOTH, Cue.NEGATION, Cue.YES_AND_NO}


def _only_votes(r: Reading) -> bool:
    """Whether a message names nothing but votes: 赞成和弃权."""
    return bool(r.votes) and not r.left and not r.cues.keys() - _NO_QUESTION - _OF_VOTES


def _only_conditions(r: Reading) -> bool:
    """Whether a message names nothing but a year or a body: in 2023?"""
    amendments = r.spans_of(*OF_AMENDMENTS)
    said = weight(words_of(letters(blank(r.text.norm, [*r.known, *times.spans(r), *amendments])), r))
    asks_which = _WHICH_ONES if r.has(Cue.WHO, Cue.LIST) else set()
    others = r.cues.keys() - _NO_QUESTION - asks_which
    return (bool(amendments) or conditions(r) != Among()) and not said and not others


def _of_others(
    r: Reading, last: HistoryQuestion | AlikeQuestion | ThroughoutQuestion | GroupHistoryQuestion | ListQuestion
) -> Question | None:
    """What was asked before, of other states, votes, years or bodies."""
    if isinstance(last, GroupHistoryQuestion) and len(r.groups) == 1 and not r.states:
        return replace(last, group=r.groups[0], votes=r.votes or last.votes, page=0)
    if r.groups:
        return None
    among = conditions(r)
    on = states_on(r)
    if isinstance(last, HistoryQuestion) and len(on) == len(r.states) == 1 and not r.votes:
        # How did China vote on Syria?, and on Belarus?: China once more.
        topic = r.text.norm[on[0].start : on[0].end]
        times_now, body = among.times or last.among.times, among.body or last.among.body
        return replace(last, among=replace(last.among, words=topic, times=times_now, body=body), page=0)
    kept = replace(last.among, times=among.times or last.among.times, body=among.body or last.among.body)
    says_amendments = r.tells(*OF_AMENDMENTS)
    kept = replace(kept, amendments=among.amendments) if says_amendments else kept
    if isinstance(last, AlikeQuestion) and len(r.states) == 1:
        return replace(last, state=r.states[0], among=kept, page=0)
    if voted := _voted_otherwise(r, last):
        return voted
    if isinstance(last, HistoryQuestion) and r.states and r.votes:
        # And those that Russia abstained on and China supported?
        return voted_so(r, kept)
    if isinstance(last, HistoryQuestion):
        one = last.comparison is Comparison.NONE
        states = (
            r.states
            if r.states and (one or len(r.states) > 1)
            else (last.states[0], *r.states)
            if r.states
            else last.states
        )
        if not (r.states or r.votes or says_amendments or among != Among()):
            return None
        # What each of the states before voted is nothing that can be asked of another.
        each = () if r.states or r.votes else last.each
        return replace(last, states=states, votes=r.votes or last.votes, each=each, among=kept, page=0)
    return replace(last, among=kept, page=0) if says_amendments or among != Among() else None


def _voted_otherwise(r: Reading, last: PagedQuestion) -> Question | None:
    """The same where the last condition was how a state voted, of another state or another vote: and Russia?, and
    abstain on?"""
    if not isinstance(last, (HistoryQuestion, ListQuestion)) or not last.among.voted or conditions(r) != Among():
        return None
    code, votes = last.among.voted[-1]
    other = r.states[0] if len(r.states) == 1 and isinstance(last, ListQuestion) else "" if r.states else code
    if not other or not (r.states or r.votes):
        return None
    voted = (*last.among.voted[:-1], (other, r.votes or votes))
    return replace(last, among=replace(last.among, voted=voted), page=0)
