"""Who voted how on one resolution and how on another: who changed, who opposed both, whether a state voted alike."""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.normal import blank
from bot.language.shapes import Shape
from bot.question import times
from bot.question.another import compared, on_the_same
from bot.question.conversation import Conversation
from bot.question.documents import cited
from bot.question.model import ClarifyQuestion, Question, RollQuestion, Unclear, VoteQuestion
from bot.question.reading import LITTLE, Reading, letters, weight
from bot.question.record import Among, BetweenQuestion, Comparison, HistoryQuestion, PagedQuestion
from bot.question.sets import EVERYONE, Measure
from bot.resolution import CAST, Vote

MOST_BETWEEN = 4
"""How many resolutions are compared at once."""


def between(r: Reading, conversation: Conversation) -> Question | None:
    """哪些国家在57/9弃权但在56/4反对, who changed between the two: who voted so on each of several resolutions, that a
    message names, or that were spoken of before; None where that is not asked."""
    if len(r.library.summaries) == 1:
        return None
    if still := _still(r, conversation):
        return still
    if not r.documents:
        return _of_those_before(r, conversation)
    of = {d: found[0].symbol for d in r.documents if len(found := cited(d, r)) == 1}
    symbols = tuple(dict.fromkeys(of.values()))
    places = sorted((d.start, symbol) for d, symbol in of.items())
    if of and not r.states and _asked_apart(r, places[0][0], places[-1][0]):
        return None
    in_view = conversation.symbol if r.library.get(conversation.symbol or "") else ""
    another = len(symbols) == 1 and in_view and in_view not in symbols
    if another and r.has(Cue.CHANGED) and r.states:
        # 到了61/2号，巴西的立场有改变吗: since the one that was spoken of.
        both = sorted((in_view, *symbols), key=lambda symbol: r.library.catalogue.summary(symbol).adopted)
        return of_every(r, both, conversation.last)
    if not 1 < len(symbols) <= MOST_BETWEEN:
        return None
    if question := of_every(r, symbols):
        return question
    votes = _votes(r)
    asks = r.has(Cue.WHO, Cue.COUNTRIES) and not r.states and len(r.groups) < 2
    if not asks or len(votes) < 2:
        return None
    if len(votes) != len(places):
        return ClarifyQuestion(Unclear.WHAT)
    # 54/23比51/25，从弃权改成赞成: who changed did so from the earlier one to the later one.
    apart = any(places[0][0] < start < places[-1][0] for start, _ in votes)
    in_time = r.has(Cue.CHANGED) and not apart
    catalogue = r.library.catalogue
    named = sorted(places, key=lambda x: catalogue.summary(x[1]).adopted if in_time else x[0])
    return _each_so(r, [symbol for _, symbol in named])


def _still(r: Reading, conversation: Conversation) -> BetweenQuestion | None:
    """Who still opposed it in 2025, 到60/17还是反对的, after who opposed another one: those who did so on both."""
    last, in_view = conversation.last, r.library.get(conversation.symbol) if conversation.symbol else None
    asks = r.tells(Shape.STILL) and r.has(Cue.WHO, Cue.COUNTRIES) and not (r.states or r.groups)
    before = isinstance(last, RollQuestion) and last.who == EVERYONE and bool(last.votes) and last.votes == r.votes
    if not in_view or not asks or not before:
        return None
    found = [x for d in r.documents for x in cited(d, r)]
    other = found[0] if len(found) == 1 else None if r.documents else on_the_same(r, in_view)
    if other is None or other.symbol == in_view.symbol:
        return None
    return BetweenQuestion(((in_view.symbol, r.votes), (other.symbol, r.votes)))


def of_every(r: Reading, symbols: Sequence[str], last: Question | None = None) -> Question | None:
    """Who voted so on all of some resolutions, or not alike on them; whether a state voted alike on them, be it one
    that the question before is about: did it change in 2024? None where something else is asked."""
    differ = r.has(Cue.DIFFER) and (r.has(Cue.CAST) or len(r.documents) > 1)
    alike, otherwise = r.has(Cue.SAME), r.has(Cue.CHANGED) or differ
    who = r.has(Cue.WHO, Cue.COUNTRIES, Cue.WHICH_OF) or bool(r.groups and otherwise)
    # 都是讲乌克兰的，哪些国家投票不一样: the state that both are on.
    on = frozenset[str]().union(*(r.library.titles.named_by(r.library.catalogue.places[x]) for x in symbols))
    voters = tuple(x for x in r.states if x not in on) if r.has(Cue.COUNTRIES) else r.states
    if states := voters or (last.states if isinstance(last, VoteQuestion) and not who else ()):
        return _of_states(r, states, symbols, alike=alike and not otherwise) if alike or otherwise else None
    # 两次都反对的; after who voted so, 2024年变了吗.
    who = who or (r.tells(Shape.BOTH_TIMES) and bool(r.votes) and not r.asks)
    who = who or (otherwise and isinstance(last, RollQuestion))
    return _of_voters(r, symbols, otherwise) if who and len(r.groups) < 2 else None


def _of_voters(r: Reading, symbols: Sequence[str], otherwise: bool) -> Question | None:
    """Who voted so on all of some resolutions, or on each as it is said of that, or not alike on them."""
    group = r.groups[0] if r.groups else ""
    votes = _votes(r)
    if not votes:
        return BetweenQuestion(tuple((symbol, frozenset()) for symbol in symbols), group) if otherwise else None
    each = r.has(Cue.ALL, Cue.BOTH) or r.tells(Shape.BOTH_TIMES)
    if each and len(r.named_votes) == 1 == len(votes):
        return BetweenQuestion(tuple((symbol, r.votes) for symbol in symbols), group)
    return _each_so(r, symbols) if len(votes) == len(symbols) and not r.documents else None


def _votes(r: Reading) -> list[tuple[int, frozenset[Vote]]]:
    """Where the words for votes stand, and what they mean, from left to right."""
    found = sorted({(start, vote) for vote, spans in r.vote_spans.items() for start, _ in spans})
    return [(start, frozenset(set(CAST) - {vote}) if r.negated(start) else frozenset({vote})) for start, vote in found]


def _each_so(r: Reading, symbols: Sequence[str]) -> BetweenQuestion:
    """Who voted on each as the word for a vote of the same place says."""
    of = tuple((symbol, votes) for symbol, (_, votes) in zip(symbols, _votes(r), strict=True))
    return BetweenQuestion(of, r.groups[0] if r.groups else "")


def _of_states(
    r: Reading, states: tuple[str, ...], symbols: Sequence[str], *, alike: bool
) -> HistoryQuestion | None:
    """How states voted on some resolutions: of one, whether alike; of two or more, whether like one another."""
    if r.groups or r.votes or r.has(Cue.WHO, Cue.COUNTRIES):
        return None
    among = Among(symbols=tuple(symbols))
    if len(states) == 1:
        return HistoryQuestion(states, among=among, measure=Measure.SAME if alike else Measure.DIFFERENT)
    return HistoryQuestion(states, among=among, comparison=Comparison.AGREEMENT if alike else Comparison.NONE)


def _of_those_before(r: Reading, conversation: Conversation) -> Question | None:
    """两次都是成员的国家里，哪些票变了; par rapport à 2023, qui a changé?: of two that the message does not name; asked
    back where there are not two."""
    # 日本和德国投得不同的: from one another.
    changed = bool(apart_from(r.spans_of(Cue.CHANGED), r.spans_of(Cue.DIFFER) if len(r.states) > 1 else []))
    # Qui a voté contre les deux ?
    every = apart_from(r.spans_of(Cue.ALL), r.spans_of(Cue.BOTH))
    both = r.has(Cue.BOTH) and not every and r.has(Cue.WHO) and bool(r.votes) and not (r.states or r.groups)
    # 两份里哪份反对票多 is asked of the two, and of no voters.
    weighed = r.has(Cue.MOST, Cue.LEAST, Cue.COMPARE) or r.tells(Shape.WHICH_RESOLUTIONS, Shape.FEWER)
    likened = bool(r.states) and r.has(Cue.SAME, Cue.DIFFER)
    says = r.tells(Shape.BOTH_TIMES) and ((bool(r.votes) and not r.states) or likened)
    alone = says and bool(conversation.symbol)
    of_both = (r.tells(Shape.BOTH_TIMES) or both) and not weighed and (bool(conversation.last_two) or alone)
    if not changed and not of_both:
        return None
    others = r.spans_of(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS, Cue.WHY, Cue.FUTURE, Cue.TIMES, Cue.WHERE, Shape.RESOLUTION)
    of_all = bool(apart_from(others, r.spans_of(Cue.CHANGED, Shape.BOTH_TIMES)))
    empty = r.spans_of(Shape.BOTH_TIMES, Shape.OF_MEMBERS, Shape.THAT_ONE, Shape.CALENDAR, Cue.BOTH)
    said = weight(letters(blank(r.text.norm, [*r.known, *times.spans(r), *empty])))
    # Climate change is no change of a vote.
    if of_all or said >= LITTLE:
        return None
    symbols = compared(r, conversation)
    if symbols:
        return of_every(r, symbols, conversation.last)
    who = r.has(Cue.WHO, Cue.COUNTRIES, Cue.WHICH_OF) or (bool(r.states) and r.ends_as_question and not r.has(Cue.HOW))
    of_list = isinstance(conversation.last, PagedQuestion) and bool(r.states)
    asks = changed and who and not (of_list or r.votes or r.bodies or times.periods(r))
    # Three times, where two were spoken of.
    asks = asks or says
    spans = r.spans_of(Cue.CHANGED, Shape.BOTH_TIMES)
    return ClarifyQuestion(Unclear.PART, part=r.text.norm[slice(*spans[0])]) if asks else None


def _asked_apart(r: Reading, first: int, last: int) -> bool:
    """Whether of two documents each has a question: who opposed the one? And who the other? A谁弃权，B谁反对."""
    between = r.text.norm[first:last]
    joined = bool(set(between) & set(",、;")) or any(first < a and b < last for a, b in r.spans_of(Shape.AND_ASKS))
    again = any(first < a < last for a, _ in r.spans_of(Cue.WHO, Cue.COUNTRIES))
    before = any(a < first for a, _ in r.spans_of(Cue.WHO, Cue.COUNTRIES))
    return "?" in between or (joined and again and before) or (joined and again and bool(r.vote_words))
