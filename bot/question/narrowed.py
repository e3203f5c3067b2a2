"""Those of the resolutions listed before that meet one more condition: 其中关于核武器的, which did it abstain on?"""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import about, chosen
from bot.question.conditions import conditions, topic_of
from bot.question.each import votes_of_each
from bot.question.model import ClarifyQuestion, Question, Unclear
from bot.question.of_those import both, shown
from bot.question.ordering import order_of
from bot.question.reading import LITTLE, Reading, weight
from bot.question.record import (
    AlikeQuestion,
    Among,
    Comparison,
    GroupHistoryQuestion,
    HistoryQuestion,
    ListQuestion,
    Order,
    PagedQuestion,
    ThroughoutQuestion,
)
from bot.question.sets import Measure
from bot.question.thresholds import counted_numbers, whether_any, with_bounds
from bot.resolution import Vote


def voted_so_by_those(r: Reading, last: PagedQuestion) -> HistoryQuestion | None:
    """Which ones did it abstain on?, 弃权的是哪些, after how states voted on several: those on which these did so; None
    where others are asked about, or which had such votes at all."""
    if not isinstance(last, HistoryQuestion) or last.comparison is not Comparison.NONE or not r.votes:
        return None
    which = r.spans_of(Shape.WHICH_OF_THEM, Shape.WHICH_RESOLUTIONS, Cue.WHICH_OF, Cue.WHICH_ONES)
    others = r.mentions or r.has(Cue.COUNTRIES) or apart_from(r.spans_of(Cue.WHO), which)
    # 哪些有弃权; which of those, where they had voted otherwise.
    of_votes = r.has(Cue.THERE_IS, Cue.MOST, Cue.LEAST, Cue.NARROWEST, Cue.ALL, Cue.ONLY, Cue.AMONG, Cue.OF_SHOWN)
    of_votes = of_votes or (r.has(Cue.UNANIMOUS, Cue.HOW_MANY) and not which)
    says_more = r.named or r.documents or r.left or conditions(r) != Among()
    if not which or others or of_votes or says_more:
        return None
    return replace(last, votes=r.votes, each=(), measure=Measure.LIST, alone=False, order=Order.LATEST, page=0)


def filtered(r: Reading, last: PagedQuestion) -> Question | None:
    """其中关于核武器的, which of those did China abstain on: those of the list before that meet one more condition."""
    of_states = isinstance(last, GroupHistoryQuestion) and last.comparison is Comparison.NONE and bool(r.states)
    which = of_states or r.tells(Shape.WHICH_OF_THEM, Shape.WHICH_RESOLUTIONS)
    if isinstance(last, (ThroughoutQuestion, AlikeQuestion, GroupHistoryQuestion)) and which:
        # Who always opposed them?, then which was the closest; the EU's, then 其中中国赞成的: of the same.
        last = ListQuestion(shown(last), results=True)
    if not isinstance(last, (HistoryQuestion, ListQuestion)):
        return None
    said_again = isinstance(last, HistoryQuestion) and bool(r.votes) and not set(r.states).isdisjoint(last.states)
    if isinstance(last, HistoryQuestion) and said_again and set(last.states) < set(r.states) and not r.asks:
        # Now those where China and Russia abstained: not of those where Russia alone did.
        return None
    goes_on = (_goes_on_with(r, last) and not said_again) or _of_the_list(r, last)
    # 美国也反对的呢: those that the other state opposed, and it too.
    also = r.tells(Shape.ALSO) and bool(r.votes) and bool(r.states) and not (said_again or r.asks)
    # Was the US the only one: alone, and not only those.
    among = bool(apart_from(r.spans_of(Cue.AMONG), r.spans_of(Cue.ONLY)))
    of_shown = among or r.has(Cue.OF_SHOWN) or goes_on or also
    return narrowed_to(r, last) if of_shown and not (r.documents or r.groups) else None


def narrowed_to(r: Reading, last: HistoryQuestion | ListQuestion) -> Question | None:
    """Those of the resolutions of a question that meet the conditions of a message too; None where it has none."""
    bounded = with_bounds(r, of_list=True)
    if isinstance(bounded, ClarifyQuestion):
        return bounded
    r = bounded
    if not r.bounds and (counted := [x for x in counted_numbers(r) if not r.few]):
        # Fewer than ten: of what is not said.
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[slice(*counted[0][:2])])
    last = replace(last, among=_settled(last.among, r))
    words, more, before = topic_of(r), conditions(r), last.among
    subject = weight(words) > 1 and (r.has(Cue.ON_SUBJECT, Cue.WHERE) or bool(about(words, r.library)))
    if (voted := _voted(r)) is None:
        return ClarifyQuestion(Unclear.WHAT)
    if r.states and not r.votes and r.tells(Shape.ALSO) and isinstance(last, HistoryQuestion):
        # Of those, Japan too: that voted so as well.
        voted = tuple((code, last.votes) for code in r.states if last.votes)
    sorts = not r.states
    order = order_of(r, of_list=True) if sorts else Order.LATEST
    of_result = order is not Order.LATEST or replace(more, times=(), body=None) != Among()
    asks_how = bool(r.states) and not voted and r.has(Cue.CAST, Cue.HOW, Cue.STANCE)
    not_understood = (r.states and not (voted or asks_how)) or (weight(words) > LITTLE and not subject)
    if not (subject or voted or of_result or asks_how) or not_understood:
        return None
    before = shown(last) if asks_how else before
    on = both(before, replace(more, words=words if subject else "", voted=voted))
    if asks_how:
        return HistoryQuestion(r.states, among=on)
    if isinstance(last, HistoryQuestion) and last.measure is not Measure.LIST and r.states:
        # 以色列全部都反對嗎, then 加拿大反對了其中哪幾個: of those, and of Israel no more.
        return ListQuestion(on, results=True)
    if isinstance(last, ListQuestion):
        order = last.order if order is Order.LATEST else order
        whether = bool(r.bounds or voted) and whether_any(r)
        return replace(last, among=on, order=order, results=last.results or of_result, whether=whether, page=0)
    return replace(last, among=on, order=last.order if order is Order.LATEST else order, page=0)


def _settled(among: Among, r: Reading) -> Among:
    """The conditions with the latest few named by their symbols: of these more is asked, and of none before them."""
    if not among.latest:
        return among
    latest = tuple(r.library.summaries[at].symbol for at in chosen(among, r.library))
    return replace(among, symbols=latest, latest=0)


def _voted(r: Reading) -> tuple[tuple[str, frozenset[Vote]], ...] | None:
    """What the states of a message are said to have voted, each with its votes; None where that is not clear."""
    each = votes_of_each(r) if r.votes else ()
    if each is None:
        return None
    return tuple(zip(r.states, each or (r.votes,) * len(r.states), strict=True)) if r.votes else ()


def _of_the_list(r: Reading, last: PagedQuestion) -> bool:
    """Whether it is asked after a list, with no resolution in view, how a state voted, or whether any were adopted:
    中国怎么投的, 有通过的吗?"""
    # 两次都弃权吗: both of these.
    several = apart_from(r.spans_of(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS), r.spans_of(Shape.BOTH_TIMES))
    of_all = r.bodies or times.dated(r) or r.tells(Shape.RESOLUTION) or several
    how = bool(r.states) and r.has(Cue.HOW, Cue.STANCE) and r.has(Cue.CAST)
    outcome = conditions(r).outcome is not None or r.tells(Shape.ADOPTED)
    # 俄罗斯弃权的呢, celles où la Chine s'est abstenue.
    who = apart_from(r.spans_of(Cue.WHO), r.spans_of(Shape.WHICH_OF_THEM))
    voted = bool(r.states) and bool(r.votes) and not who
    asks = how or voted or (outcome and not r.states)
    in_view = r.resolution is not None
    return isinstance(last, ListQuestion) and asks and not (in_view or of_all) and r.unaccounted <= LITTLE


def _goes_on_with(r: Reading, last: PagedQuestion) -> bool:
    """Whether a message speaks of resolutions and does not say which, so that those of the list before are meant:
    反对票最多的是哪份, which were not unanimous?"""
    of_ones = r.tells(Shape.WHICH_RESOLUTIONS, Shape.LISTED_ONE, Shape.WHICH_ONE)
    of_ones = of_ones or (r.tells(Shape.WHICH_OF_THEM) and not r.states)
    if isinstance(last, ListQuestion):
        some = r.has(Cue.THERE_IS) and r.has(Cue.AND_THEN)
        # 有反对票的吗, any abstentions?
        any_one = bool(r.votes) and whether_any(r) and r.resolution is None
        of_ones = of_ones or r.has(Cue.WHICH_OF, Cue.HOW_MANY) or some or any_one
    named = r.bodies or times.dated(r) or r.tells(Shape.RESOLUTION) or r.has(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS)
    return of_ones and not (named or r.has(Cue.COUNTRIES, Cue.ON_SUBJECT, Cue.TIMES))
