"""Which of the resolutions that were offered to choose from a reply means: the one from March, 33票赞成那份, all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.language.cues import Cue
from bot.language.normal import blank
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import chosen, leading, ordered, rank
from bot.question.choice import DocumentChoice
from bot.question.conditions import conditions
from bot.question.conversation import Conversation
from bot.question.documents import DOCUMENTS_OFFERED
from bot.question.latest import by_time
from bot.question.model import ClarifyQuestion, OfDocument, Question, Several, TallyQuestion, Unclear, VoteQuestion
from bot.question.ordering import order_of
from bot.question.reading import VOTE_CUES, Reading, letters
from bot.question.record import Among, HistoryQuestion, ListQuestion, Order
from bot.question.sessions import spans_of_sessions
from bot.question.sets import Measure
from bot.question.thresholds import told_result, with_bounds
from bot.resolution import Span

_ONES = (Shape.ONE_THAT, Shape.WHICH_ONE, Shape.LISTED_ONE, Shape.THAT_ONE, Shape.ARTICLE, Shape.OF_LIST)
"""Words for one of several."""
_OUTCOME = (Cue.REJECTED, Shape.ADOPTED, Shape.PASSING, Shape.AMENDMENT, Shape.PROPOSAL, Shape.SPECIAL_SESSION)
_EMPTY = (
    Cue.FILLER, Cue.AND_THEN, Cue.VOTING, Cue.MEMBERS, Cue.OF_THOSE, Cue.WHO_VOTES, Cue.JOIN, Cue.QUESTION, Cue.BEING,
    Cue.CORRECTION, Cue.ON_SUBJECT, Cue.AMONG, Cue.OF_SHOWN, Cue.IT, Shape.RESOLUTION, Shape.COMPLETE, Shape.SMALL_TALK,
    *_ONES,
)  # fmt: skip
"""What a reply may have besides that asks nothing."""
_ALL = (Cue.ALL, Cue.BOTH, Cue.ALL_DOCUMENTS, Cue.ALWAYS, Cue.BY_YEAR, Cue.EITHER, Shape.YEARS, Shape.CALENDAR)
"""What one is made of that means all of them."""


def of_offered(r: Reading, conversation: Conversation) -> DocumentChoice | None:
    """The one of those offered that a message means by when it was adopted or how it was voted on; those of them that
    it may mean, of which as many are meant as it names times. None where nothing was offered, or it says neither."""
    asked = _asked_back(conversation)
    told = _told(r) if asked and not r.documents else None
    if asked is None or told is None:
        return None
    one = r.tells(*_ONES) or r.has(Cue.LATEST_ONE, Cue.EARLIEST)
    asks_else = not says_no_more(r, told.spans)
    if asks_else and (not one or letters(blank(r.text.norm, [*told.spans, *r.known, *r.spans_of(*_ONES)]))):
        return None
    found = _fitting(r, told, asked.symbols) or _fitting(r, told, _alike(r, asked.symbols))
    kept = tuple(r.library.resolutions[at] for at in found[:DOCUMENTS_OFFERED])
    named = times.periods(r)
    of_each = ([x for x in kept if period.has(x.adopted)] for period in named)
    every = 1 < len(kept) == len(named) and all(len(then) == 1 for then in of_each)
    alone = kept[0] if len(kept) == 1 else None
    choice = DocumentChoice(alone, named=True, offered=() if alone else kept, every=every, naming=told.spans)
    return choice if kept else None


def not_chosen(r: Reading, conversation: Conversation) -> ClarifyQuestion | None:
    """What was asked back right before, once more: where a message says that it means one of those, and not which."""
    of_one = r.tells(Shape.ONE_THAT, Shape.WHICH_ONE, Shape.LISTED_ONE)
    return _asked_back(conversation) if of_one else None


def says_no_more(r: Reading, told: Sequence[Span]) -> bool:
    """Whether a message says no more than what stands at some places."""
    return not r.mentions and not letters(blank(r.text.norm, [*told, *r.spans_of(*_EMPTY)]))


def answered(choice: DocumentChoice, asked: Question) -> Question:
    """What was asked back about, of those that were chosen."""
    each = (OfDocument(x.symbol, asked) for x in choice.offered) if choice.every else ()
    return Several(tuple(each)) if choice.every else asked


def all_offered(r: Reading, conversation: Conversation) -> Question | None:
    """What it was asked back about, of all that were offered: all of them, toutes les années; None where a message does
    not say so, or anything else."""
    asked = _asked_back(conversation)
    says = r.has(*(x for x in _ALL if isinstance(x, Cue)))
    left = letters(blank(r.text.norm, r.spans_of(*_ALL, *_EMPTY, Cue.FACT_ADOPTED)))
    if asked is None or asked.pending is None or not says or left:
        return None
    return _of_each(r, asked.pending, asked.symbols)


def on_each(question: Question, which: DocumentChoice, r: Reading, conversation: Conversation) -> Question | None:
    """俄罗斯分别投了什么, where several may be meant, by this message or the one before, and all of them were offered:
    the vote of the one state, or the result, on each. None where a message does not say that, or asks something else.
    """
    of_one = isinstance(question, VoteQuestion) and len(question.states) == 1 and question.measure is Measure.LIST
    if which.resolution or not (of_one or question == TallyQuestion()) or not r.tells(Shape.ON_EACH):
        return None
    before = _asked_back(conversation)
    symbols = tuple(x.symbol for x in which.offered) if which.named else before.symbols if before else ()
    return _of_each(r, question, symbols) if 1 < len(symbols) < DOCUMENTS_OFFERED else None


def _of_each(r: Reading, asked: Question, symbols: tuple[str, ...]) -> Question:
    """What is asked of one, of each of some, or of all with the one title that these have."""
    among = Among(like=symbols[0], amendments=False) if _alike(r, symbols) else Among(symbols=symbols)
    if isinstance(asked, VoteQuestion) and asked.measure is Measure.LIST and len(asked.states) == 1:
        return HistoryQuestion(asked.states, among=among)
    if asked == TallyQuestion():
        return ListQuestion(among, results=True)
    return Several(tuple(OfDocument(symbol, asked) for symbol in symbols))


def which_offered(r: Reading, conversation: Conversation) -> ListQuestion | None:
    """反对最多的是哪份, which had the most abstentions?, where it was asked back which is meant: those that were
    offered, in that order; None where a message does not ask which, but says it."""
    asked = _asked_back(conversation)
    told = _told(r) if asked and r.tells(Shape.WHICH_RESOLUTIONS, Shape.WHICH_OF_THEM) else None
    if asked is None or told is None or told.order in (Order.LATEST, Order.EARLIEST):
        return None
    if not says_no_more(r, [*told.spans, *r.spans_of(Shape.WHICH_RESOLUTIONS, Shape.WHICH_OF_THEM)]):
        return None
    like = _alike(r, asked.symbols)
    among = Among(like=asked.symbols[0], amendments=False) if like else Among(symbols=asked.symbols)
    return ListQuestion(among, order=told.order, results=True)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a message tells of the one that it means."""

    among: Among
    month: tuple[int, int] | None
    """Of a year that it does not name; with the day, or 0."""
    order: Order
    last: bool | None
    """Whether the last one adopted of them, or the first; None for neither."""
    spans: tuple[Span, ...]


def _told(r: Reading) -> _Told | None:
    """What it tells of that; None where it tells nothing."""
    counted = with_bounds(r, of_list=True)
    if isinstance(counted, ClarifyQuestion):
        return None
    # Who abstained?, beside the oldest one: that vote is asked about.
    counted = r if r.has(Cue.WHO, Cue.COUNTRIES, Cue.HOW) else counted
    bounds, results = told_result(r)
    unopposed = r.has(Cue.UNANIMOUS) and not counted.bounds
    among = replace(conditions(counted), bounds=bounds or counted.bounds, latest=0, unopposed=unopposed)
    months = times.without_year(r)
    order, in_time = order_of(counted, of_list=True), by_time(r)
    spans = [*times.spans(r), *counted.own[len(r.own) :], *results, *spans_of_sessions(r), *r.spans_of(*_OUTCOME)]
    spans += [(a, b) for a, b, _ in r.library.catalogue.organs(r.text.norm)]
    spans += [(a, b) for a, b, _, _ in months]
    spans += in_time.spans if in_time else ()
    if order not in (Order.LATEST, Order.EARLIEST) or among.bounds or unopposed:
        spans += r.spans_of(*VOTE_CUES, Cue.CAST, *_SORTED)
    month = months[0][2:] if len(months) == 1 else None
    by_order = order not in (Order.LATEST, Order.EARLIEST)
    told = among != Among() or month or by_order or in_time
    return _Told(among, month, order, in_time.last if in_time else None, tuple(spans)) if told else None


_SORTED = (
    Cue.MOST,
    Cue.LEAST,
    Cue.NARROWEST,
    Cue.CONTESTED,
    Cue.MARGIN,
    Cue.MOST_VOTES,
    Cue.ALIKE,
    Cue.UNANIMOUS,
    Cue.NEGATION,
    Cue.THERE_IS,
    Shape.NO_VOTES,
)


def _asked_back(conversation: Conversation) -> ClarifyQuestion | None:
    """What was asked back right before: which of some resolutions is meant."""
    last = conversation.turns[-1].question if conversation.turns else None
    which = isinstance(last, ClarifyQuestion) and last.unclear is Unclear.WHICH_DOCUMENT and bool(last.symbols)
    return last if which and isinstance(last, ClarifyQuestion) else None


def _alike(r: Reading, symbols: Sequence[str]) -> tuple[str, ...]:
    """The symbols of all with the one title of some, which are more than were offered; nothing where they have not
    one."""
    places = chosen(Among(like=symbols[0], amendments=False), r.library)
    found = tuple(r.library.summaries[at].symbol for at in places)
    return found if set(symbols) <= set(found) else ()


def _fitting(r: Reading, told: _Told, symbols: Sequence[str]) -> list[int]:
    """The places of those of some that are what a message tells."""
    library = r.library
    places = chosen(replace(told.among, symbols=tuple(symbols)), library) if symbols else []
    if told.month:
        month, day = told.month
        days = {at: library.summaries[at].adopted for at in places}
        places = [at for at in places if days[at].month == month and day in (0, days[at].day)]
    if told.order not in (Order.LATEST, Order.EARLIEST):
        order = told.order
        places = leading(1, ordered(places, order, library), lambda at: rank(library.summaries[at], order))
    if told.last is not None and places:
        places = [places[0] if told.last else places[-1]]
    return places
