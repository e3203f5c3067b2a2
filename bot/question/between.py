"""Who voted how on one resolution and how on another: who changed, who opposed both, whether a state voted alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.normal import blank
from bot.language.shapes import Shape
from bot.question import times
from bot.question.another import STEPS, compared
from bot.question.conditions import changes
from bot.question.conversation import Conversation
from bot.question.documents import cited
from bot.question.facts import FACT_CUES
from bot.question.follow_sets import OfVotes
from bot.question.model import (
    ClarifyQuestion,
    OfDocument,
    Question,
    RollQuestion,
    Several,
    TallyQuestion,
    Unclear,
    VoteQuestion,
)
from bot.question.pairs import of_those_compared, of_two_times
from bot.question.reading import LITTLE, Reading, letters, weight
from bot.question.record import Among, BetweenQuestion, Comparison, HistoryQuestion, ListQuestion, PagedQuestion
from bot.question.relative import votes_apart
from bot.question.sets import EVERYONE, Measure, Members
from bot.resolution import CAST, Vote

MOST_BETWEEN = 4
"""How many resolutions are compared at once."""
_TWO = 2


def between(r: Reading, conversation: Conversation) -> Question | None:
    """哪些国家在57/9弃权但在56/4反对, who changed between the two, compare 57/9 and 56/4: what is asked of several
    resolutions together, that a message names or that were spoken of before; None where nothing is."""
    if len(r.library.summaries) == 1:
        return None
    if more := of_those_compared(r, conversation):
        return more
    if two := of_two_times(r):
        of_voters = of_every(replace(r, mentions=()), two)
        return of_voters or (None if r.votes or r.has(Cue.MOST, Cue.LEAST, Cue.WHERE) else _compared_whole(two))
    places = sorted((d.start, found[0].symbol) for d in r.documents if len(found := cited(d, r)) == 1)
    named = tuple(dict.fromkeys(symbol for _, symbol in places))
    if len(named) > 1:
        apart = not r.states and _asked_apart(r, places[0][0], places[-1][0])
        fits = len(named) <= MOST_BETWEEN and not apart
        return of_every(r, named) or _each_named(r, places) or _whole(r, named) if fits else None
    if not _goes_on(r, conversation) or (r.documents and not named):
        return None
    if symbols := compared(r, conversation, named):
        still = _still(r, conversation, symbols)
        return still or _each_time(r, symbols) or of_every(r, symbols, conversation.last) or _whole(r, symbols)
    return _asked_back(r, conversation)


def by_their_figures(r: Reading) -> Several | None:
    """Both results, where so many votes of one kind on a resolution are compared with those on one of another year: did
    the 2025 text get more yes votes than that of 2023?; None where voters are asked about."""
    two = of_two_times(r) if len(r.named_votes) == 1 and not r.has(Cue.WHO, Cue.COUNTRIES) else ()
    return Several(tuple(OfDocument(symbol, TallyQuestion()) for symbol in two)) if two else None


def _goes_on(r: Reading, conversation: Conversation) -> bool:
    """Whether a message that does not name two resolutions compares some that were spoken of: who changed?, both times,
    who still opposed it, the same in 2024?"""
    last, in_view = conversation.last, conversation.symbol
    weighed = r.has(Cue.MOST, Cue.LEAST) or r.tells(Shape.WHICH_RESOLUTIONS, Shape.FEWER)
    others = r.spans_of(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS, Cue.WHY, Cue.FUTURE, Cue.TIMES, Cue.WHERE, Shape.RESOLUTION)
    beside = bool(times.periods(r)) or r.tells(*STEPS)
    nobody = not (r.states or r.groups or r.votes)
    # 跟2024年那份比, compare it with the 2024 resolution.
    with_one = bool(in_view) and beside and nobody and r.has(Cue.COMPARE) and not (weighed or r.documents)
    one = r.spans_of(Shape.RESOLUTION) if with_one else []
    if apart_from(others, [*r.spans_of(Cue.CHANGED, Shape.BOTH_TIMES), *one]) or _says_besides(r):
        return False
    if with_one:
        return True
    if r.documents:
        compares = r.has(Cue.COMPARE) and not (weighed or r.votes)
        # 和中国投得不同 is from others, and no change.
        turns = bool(apart_from(r.spans_of(Cue.CHANGED), r.spans_of(Cue.DIFFER)))
        turns = turns and not r.has(Cue.OWN_GROUP, Cue.RANKS)
        otherwise = changes(r) and bool(r.states) and not r.has(Cue.WHO, Cue.COUNTRIES)
        return turns or (bool(in_view) and (compares or otherwise or r.tells(Shape.STILL)))
    # Qui a voté contre les deux ?
    every = apart_from(r.spans_of(Cue.ALL), r.spans_of(Cue.BOTH))
    both = r.has(Cue.BOTH) and not every and r.has(Cue.WHO) and bool(r.votes) and not (r.states or r.groups)
    alone = _of_both_times(r) and bool(in_view)
    # 两份里哪份反对票多 is asked of the two, and of no voters.
    of_both = (r.tells(Shape.BOTH_TIMES) or both) and not (weighed or r.has(Cue.COMPARE))
    # The one with the same title is another resolution.
    same = bool(apart_from(r.spans_of(Cue.SAME), r.spans_of(Shape.SAME_TITLE)))
    # So the same on both?, after how one state voted on one and on another.
    on_two = r.has(Cue.BOTH) and isinstance(last, VoteQuestion) and bool(conversation.last_two)
    alike = same and nobody and isinstance(last, OfVotes) and (r.asks or r.ends_as_question) and (beside or on_two)
    of_both = of_both and (bool(conversation.last_two) or alone or _state_each_time(r))
    return changes(r) or alike or of_both or _says_still(r, last)


def _of_both_times(r: Reading) -> bool:
    """Whether it is asked who voted so both times, or whether a state voted alike: 印度两次一样吗."""
    likened = bool(r.states) and r.has(Cue.SAME, Cue.DIFFER)
    so = bool(r.votes) and not r.states
    return r.tells(Shape.BOTH_TIMES) and (so or likened or _state_each_time(r))


def _state_each_time(r: Reading) -> bool:
    """Whether it is asked if states voted so on each of two resolutions or more: 日本两次都弃权吗."""
    others = r.groups or r.has(Cue.SAME, Cue.DIFFER, Cue.CHANGED) or times.periods(r)
    counts = r.has(Cue.HOW_MANY, Cue.TIMES, Cue.WHO, Cue.COUNTRIES)
    return r.tells(Shape.BOTH_TIMES) and bool(r.states and r.votes) and not (others or counts)


def _each_time(r: Reading, symbols: Sequence[str]) -> HistoryQuestion | None:
    """Whether, or that, they voted so on each of those: None where that is not asked."""
    if not _state_each_time(r):
        return None
    measure = Measure.ALL if r.asks or r.ends_as_question else Measure.LIST
    return HistoryQuestion(r.states, r.votes, among=Among(symbols=tuple(symbols)), measure=measure)


def _says_besides(r: Reading) -> bool:
    """Whether a message says what no comparison has: climate change is no change of a vote."""
    empty = r.spans_of(
        Shape.BOTH_TIMES, Shape.OF_MEMBERS, Shape.THAT_ONE, Shape.CALENDAR, Shape.STILL, Shape.SAME_TITLE, *STEPS,
        Shape.THAN, Cue.BOTH,
    )  # fmt: skip
    return weight(letters(blank(r.text.norm, [*r.known, *times.spans(r), *empty]))) >= LITTLE


def _says_still(r: Reading, last: Question | None) -> bool:
    """Whether it is asked who still voted as those did who were asked about before."""
    asks = r.tells(Shape.STILL) and r.has(Cue.WHO, Cue.COUNTRIES) and not (r.states or r.groups)
    before = isinstance(last, RollQuestion) and last.who == EVERYONE and bool(last.votes) and last.votes == r.votes
    return asks and before


def _still(r: Reading, conversation: Conversation, symbols: Sequence[str]) -> BetweenQuestion | None:
    """Who still opposed it in 2025, 到60/17还是反对的, after who opposed another one: those who did so on both."""
    if not _says_still(r, conversation.last):
        return None
    first = [symbol for symbol in symbols if symbol == conversation.symbol]
    others = [symbol for symbol in symbols if symbol not in first]
    return BetweenQuestion(tuple((symbol, r.votes) for symbol in (*first, *others)))


def _each_named(r: Reading, places: Sequence[tuple[int, str]]) -> Question | None:
    """Who voted so on one and so on another of those that a message names, and where; asked back where it is not clear
    which vote is on which."""
    votes = votes_in_order(r)
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


def _whole(r: Reading, symbols: Sequence[str]) -> Several | None:
    """57/9和56/4比较, are the two the same?: the result of each, and who voted otherwise on the one than on the
    other."""
    compares = r.has(Cue.COMPARE) or (r.has(Cue.SAME, Cue.DIFFER) and not r.has(Cue.WHO, Cue.COUNTRIES))
    named = r.states or r.groups or r.votes or r.references.selections
    others = r.has(Cue.MOST, Cue.LEAST, Cue.WHERE, Cue.IT_IS_SAID, Cue.FULL, *FACT_CUES)
    others = others or bool(apart_from(r.spans_of(Cue.THE_TEXT), r.spans_of(Cue.IT)))
    if not compares or named or others or r.left > LITTLE:
        return None
    return _compared_whole(symbols)


def _compared_whole(symbols: Sequence[str]) -> Several:
    """The result of each of some resolutions, and who voted otherwise on the one than on the other."""
    results = (OfDocument(symbol, TallyQuestion()) for symbol in symbols)
    return Several((*results, BetweenQuestion(tuple((symbol, frozenset()) for symbol in symbols))))


def of_every(r: Reading, symbols: Sequence[str], last: Question | None = None) -> Question | None:
    """Who voted so on all of some resolutions, or not alike on them; whether a state voted alike on them, be it one
    that the question before is about: did it change in 2024? None where something else is asked."""
    # 票数不同吗 is asked of the result, and of no voter.
    cast = apart_from(r.spans_of(Cue.CAST), r.spans_of(Cue.RESULT))
    differ = r.has(Cue.DIFFER) and (bool(cast) or len(r.documents) > 1)
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
    # The same result in 2024?, after what it was: whether all came to the same figures.
    of_nobody = alike and not (otherwise or who or r.groups or r.votes)
    asks = r.asks or not r.has(Cue.DIFFER)
    if of_nobody and asks and (isinstance(last, TallyQuestion) or r.has(Cue.RESULT)):
        same = Measure.DIFFERENT if r.has(Cue.DIFFER) else Measure.SAME
        return ListQuestion(Among(symbols=tuple(symbols)), results=True, alike=same)
    if of_nobody and isinstance(last, OfVotes):
        # Was it the same in 2024?, after who voted so: who did so on each.
        return Several(tuple(OfDocument(symbol, last) for symbol in symbols))
    return _of_voters(r, symbols, otherwise, _group_before(r, last)) if who and len(r.groups) < 2 else None


def of_both(r: Reading, whole: Reading) -> Reading:
    """A message without what describes resolutions, with a "both" that stood before these: both the reefs text and the
    wells one."""
    both = whole.spans_of(Cue.BOTH)
    kept = both and not r.has(Cue.BOTH) and bool(r.votes) and r.has(Cue.WHO, Cue.COUNTRIES)
    return replace(r, cues={**r.cues, Cue.BOTH: both}) if kept else r


def _group_before(r: Reading, last: Question | None) -> str:
    """The group that a message names, or else goes on with: 东盟怎么投的, then 变了吗; empty for all."""
    goes_on = isinstance(last, RollQuestion) and isinstance(last.who, Members) and not r.has(Cue.WHO, Cue.COUNTRIES)
    before = last.who.group if goes_on and isinstance(last, RollQuestion) and isinstance(last.who, Members) else ""
    return r.groups[0] if r.groups else before


def _of_voters(r: Reading, symbols: Sequence[str], otherwise: bool, group: str) -> Question | None:
    """Who of a group, or of all, voted so on all of some resolutions, on each as it is said of that, or not alike."""
    votes = votes_in_order(r)
    if not votes:
        return BetweenQuestion(tuple((symbol, frozenset()) for symbol in symbols), group) if otherwise else None
    each = r.has(Cue.ALL, Cue.BOTH) or r.tells(Shape.BOTH_TIMES)
    if each and len(r.named_votes) == 1 == len(votes):
        return BetweenQuestion(tuple((symbol, r.votes) for symbol in symbols), group)
    if len(votes) == len(symbols):
        return _each_so(r, symbols) if len(r.documents) < len(symbols) else None
    return _become(r, symbols, group)


def _become(r: Reading, symbols: Sequence[str], group: str) -> Question | None:
    """谁变成赞成, any that switched to no?: who voted so on the last, and otherwise on the first; asked back where only
    the one vote is named that somebody turned to or from."""
    votes = votes_in_order(r)
    if len(votes) != 1 or len(symbols) != _TWO or not changes(r):
        return None
    start, vote = votes[0]
    # Switched to no: the word for the vote may begin with the "to".
    turned = [b for _, b in r.spans_of(Cue.CHANGED) if b <= start <= r.skipped(b, (Cue.FILLER, Cue.VOTING))]
    if not turned or r.precedes(start, (Cue.OF_THOSE,), (Cue.FILLER,)):
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[slice(*r.spans_of(Cue.CHANGED)[0])])
    return BetweenQuestion(((symbols[0], frozenset(CAST) - vote), (symbols[1], vote)), group)


def turned_to(r: Reading, last: BetweenQuestion) -> BetweenQuestion | None:
    """To no?, from no to abstain, after who changed: those that did so; None where there are no two resolutions."""
    symbols = [symbol for symbol, _ in last.of]
    votes = [vote for _, vote in votes_in_order(r)]
    if len(symbols) != _TWO or not 0 < len(votes) <= _TWO:
        return None
    first = votes[0] if len(votes) > 1 else frozenset(CAST) - votes[0]
    return replace(last, of=((symbols[0], first), (symbols[1], votes[-1])), page=0)


def turned_round(last: BetweenQuestion) -> BetweenQuestion | None:
    """From no to yes?, after from yes to no; None where the same vote is sought on each."""
    symbols, votes = zip(*last.of, strict=True)
    return replace(last, of=tuple(zip(symbols, reversed(votes), strict=True)), page=0) if len(set(votes)) > 1 else None


def votes_in_order(r: Reading) -> list[tuple[int, frozenset[Vote]]]:
    """Where the words for votes stand, and what they mean, from left to right."""
    # Voted no on it: the words overlap, and are one vote.
    said = votes_apart((start, end, vote) for vote, spans in r.vote_spans.items() for start, end in spans)
    found = [(start, vote) for start, _, vote in said]
    return [(start, frozenset(set(CAST) - {vote}) if r.negated(start) else frozenset({vote})) for start, vote in found]


def _each_so(r: Reading, symbols: Sequence[str]) -> BetweenQuestion:
    """Who voted on each as the word for a vote of the same place says."""
    of = tuple((symbol, votes) for symbol, (_, votes) in zip(symbols, votes_in_order(r), strict=True))
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


def _asked_back(r: Reading, conversation: Conversation) -> ClarifyQuestion | None:
    """What was not understood of a message that compares, where there are no two resolutions."""
    who = r.has(Cue.WHO, Cue.COUNTRIES, Cue.WHICH_OF) or (bool(r.states) and r.ends_as_question and not r.has(Cue.HOW))
    of_list = isinstance(conversation.last, PagedQuestion) and bool(r.states)
    asks = changes(r) and who and not (of_list or r.votes or r.bodies or times.periods(r))
    # Three times, where two were spoken of.
    asks = asks or _of_both_times(r)
    spans = r.spans_of(Cue.CHANGED, Shape.BOTH_TIMES)
    return ClarifyQuestion(Unclear.PART, part=r.text.norm[slice(*spans[0])]) if asks else None


def _asked_apart(r: Reading, first: int, last: int) -> bool:
    """Whether of two documents each has a question: who opposed the one? And who the other? A谁弃权，B谁反对."""
    between = r.text.norm[first:last]
    joined = bool(set(between) & set(",、;")) or any(first < a and b < last for a, b in r.spans_of(Shape.AND_ASKS))
    asks = [a for a, _ in r.spans_of(Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY, Cue.RESULT)]
    again = any(first < a < last for a in asks)
    # 谁在甲弃权，乙有几国反对: one before the first, and one behind the last.
    both = any(a < first for a in asks) and (again or any(a > last for a in asks))
    return "?" in between or (joined and both) or (joined and again and bool(r.vote_words))
