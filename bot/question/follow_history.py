"""What is asked after a question of more than one resolution: 那法国呢, and in 2023?, which ones?"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from bot.language.cues import Cue
from bot.language.dates import Period
from bot.language.lexicon import apart_from
from bot.language.named import Sense
from bot.language.normal import blank, read
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import chosen
from bot.question.between import turned_round, turned_to
from bot.question.conditions import (
    OF_AMENDMENTS,
    conditions,
    divided,
    states_on,
)
from bot.question.conversation import Conversation
from bot.question.documents import words_of
from bot.question.each import voted_so, votes_of_each
from bot.question.latest import first_few
from bot.question.model import ClarifyQuestion, Question, Unclear
from bot.question.narrowed import filtered, voted_so_by_those
from bot.question.of_those import both, of_each, only_which, shown
from bot.question.only_they import they_alone
from bot.question.ordering import MOST_FIRST, Rank, in_which_year, order_of, rank_of
from bot.question.reading import LITTLE, Reading, letters, weight
from bot.question.record import (
    AlikeQuestion,
    Among,
    BetweenQuestion,
    Bound,
    Comparison,
    GroupHistoryQuestion,
    HistoryQuestion,
    ListQuestion,
    OfAmong,
    Order,
    PagedQuestion,
    PartsQuestion,
    ThroughoutQuestion,
)
from bot.question.sets import Measure
from bot.question.those_and_others import with_others


def following(r: Reading, last: PagedQuestion) -> Question | None:
    """那法国呢, 那2023年呢, 还有呢 after such a question."""
    # Whether there were any is not asked again.
    last = replace(last, whether=False) if isinstance(last, ListQuestion) else last
    # 哪些有弃权, and not 有哪些弃权, which asks who did.
    have = {b for _, b in r.spans_of(Cue.WHICH_OF)} & {a for a, _ in r.spans_of(Cue.THERE_IS)}
    of_several = r.has(Cue.AMONG, Cue.OF_SHOWN, Cue.MOST, Cue.LEAST) or r.tells(Shape.WHICH_OF_THEM) or bool(have)
    who = bool(r.votes and apart_from(r.spans_of(Cue.WHO), r.spans_of(Cue.ANY_ONE)))
    who = who and not (r.states or of_several or r.tells(Shape.WHICH_RESOLUTIONS))
    again = r.has(Cue.ALWAYS, Cue.EVER, Cue.TIMES, Cue.DOCUMENTS, Cue.ALL_DOCUMENTS)
    of_one = not again and ((r.tells(Shape.THAT_ONE) and r.resolution) or who)
    # Of the one that was picked out of them, it is asked by itself.
    of_states = they_alone(r, last) or voted_so_by_those(r, last)
    return of_states or (None if of_one else of_each(r, last) or _following(r, last))


def _following(r: Reading, last: PagedQuestion) -> Question | None:
    """The same, but for what is asked of each of them."""
    if more := only_which(r, last) or _with_others(r, last) or _of_its_order(r, last):
        return more
    rank = rank_of(r) if isinstance(last, ListQuestion) and last.order is not Order.LATEST else Rank()
    r = replace(r, own=(*r.own, *rank.spans))
    of_them = None if r.named or rank.spans else filtered(r, last)
    if of_them or r.named or (r.references.selections and not rank.spans) or _left(r) > LITTLE or r.documents:
        return of_them
    if r.has(Cue.MORE) or r.references.step > 0:
        return replace(last, page=last.page + 1)
    if isinstance(last, ListQuestion) and rank.spans and not (r.states or r.groups or conditions(r) != Among()):
        # And the second most?
        return replace(last, rank=rank.place, page=0)
    if sorted_otherwise := _sorted(r, last):
        return sorted_otherwise
    says_more = r.left or r.states or r.groups or r.votes or conditions(r) != Among()
    otherwise = (Cue.RESULT, Cue.MOST, Cue.LEAST, Cue.ALIKE, Cue.SAME, Cue.DIFFER, Cue.IN_BOTH, Cue.CHANGED, Cue.ELSE)
    if r.has(Cue.WHO, Cue.LIST, Cue.HOW_MANY) and not (says_more or r.has(*otherwise)):
        return replace(last, page=0)  # Which ones? They are listed.
    of = last.of if isinstance(last, PartsQuestion) else last
    if (by := divided(r)) and isinstance(of, (HistoryQuestion, GroupHistoryQuestion)) and not (r.states or r.groups):
        return PartsQuestion(of, by)
    if isinstance(last, AlikeQuestion) and r.has(Cue.ALIKE, Cue.MOST, Cue.LEAST) and not (r.states or r.groups):
        # And least often?
        return replace(last, least=r.has(Cue.LEAST, Cue.DIFFER), page=0)
    # Are there any that Russia abstained on and China supported? Of those before, though one is in view.
    of_votes = len(r.named_votes) > 1 and r.has(Cue.THERE_IS, Cue.LIST) and bool(votes_of_each(r))
    with_one = {Cue.LIKE} if isinstance(last, HistoryQuestion) and last.comparison is not Comparison.NONE else set()
    alone = _only_names(r, with_one) or _only_conditions(r) or _only_votes(r)
    goes_on = alone or of_votes or r.has(Cue.AND_THEN, Cue.AMONG, Cue.CORRECTION)
    return _going_on(r, last) if goes_on else None


def years_beside(r: Reading, last: PagedQuestion) -> Question | None:
    """And the year before?, after a question of the resolutions of one year: the same of that; None where it is not
    asked."""
    step = next((by for shape, by in ((Shape.YEAR_BEFORE, -1), (Shape.YEAR_AFTER, 1)) if r.tells(shape)), 0)
    if not step or isinstance(last, BetweenQuestion) or r.left_besides(Shape.YEAR_BEFORE, Shape.YEAR_AFTER) > LITTLE:
        return None
    of = last.of if isinstance(last, PartsQuestion) else last
    named = of.among.times
    if len(named) != 1 or named[0].year is None or isinstance(last, PartsQuestion):
        return None
    return replace(last, among=replace(last.among, times=(Period.of(named[0].year + step),), symbols=()), page=0)


def pending_year_beside(r: Reading, conversation: Conversation) -> ClarifyQuestion | None:
    """And the year before?, where it was asked back which council is meant: that is asked again, of that year."""
    last = conversation.turns[-1].question if conversation.turns else None
    if not isinstance(last, ClarifyQuestion) or last.unclear is not Unclear.WHICH_BODY:
        return None
    pending = years_beside(r, last.pending) if isinstance(last.pending, PagedQuestion) else None
    says_more = r.mentions or r.votes or r.documents or conditions(r) != Among()
    return replace(last, pending=pending) if pending and not says_more else None


def pending_topic_beside(r: Reading, conversation: Conversation) -> ClarifyQuestion | ListQuestion | None:
    """缅甸的那个呢, where it was asked back of which council resolutions on another state are meant: that is asked
    again, of that one; where there are none on it whichever is meant, that there are none."""
    last = conversation.turns[-1].question if conversation.turns else None
    if not isinstance(last, ClarifyQuestion) or last.unclear is not Unclear.WHICH_BODY:
        return None
    other = _other_topic(r, last.pending) if isinstance(last.pending, ListQuestion) else None
    if other is None or r.documents or conditions(r) != Among() or r.left > LITTLE:
        return None
    return replace(last, pending=other) if chosen(other.among, r.library) else other


def _of_its_order(r: Reading, last: PagedQuestion) -> Question | None:
    """The other way round?, the top three, the second?, who did most?: of nothing else than what was listed."""
    if isinstance(last, ThroughoutQuestion) and last.share and r.has(Cue.MOST, Cue.LEAST):
        # And the lowest?, after whose part of votes was the largest.
        says_more = r.mentions or r.votes or r.documents or r.unaccounted > LITTLE
        return None if says_more else replace(last, least=r.has(Cue.LEAST), page=0)
    if first_few(r):
        return replace(last, page=0)
    if isinstance(last, BetweenQuestion) and r.votes and not (r.mentions or r.documents or r.has(Cue.WHICH_OF)):
        return turned_to(r, last) if not _left(r) else None
    if r.mentions or r.votes or conditions(r) != Among() or r.documents:
        return None
    if (years := years_beside(r, last)) is not None:
        return years
    if isinstance(last, BetweenQuestion):
        return turned_round(last) if r.tells(Shape.REVERSED) and not _left(r) else None
    if isinstance(last, (AlikeQuestion, ThroughoutQuestion)):
        return replace(last, page=0) if rank_of(r).spans else None
    of_one = isinstance(last, HistoryQuestion) and len(last.votes) == 1 and last.comparison is Comparison.NONE
    most = r.has(Cue.WHO) and r.has(Cue.MOST) and r.unaccounted <= LITTLE
    if not (of_one and most and isinstance(last, HistoryQuestion)):
        return None
    # After how often one state voted so.
    return ThroughoutQuestion(last.votes, each=False, most=True, among=last.among)


def _with_others(r: Reading, last: PagedQuestion) -> Question | None:
    """And with exactly one more?, after where some states voted so: where so many others did."""
    count, spans = with_others(r)
    r = replace(r, own=(*r.own, *spans))
    names = r.states or r.groups or r.votes or times.dated(r) or r.documents
    if not count or names or not isinstance(last, HistoryQuestion) or len(last.votes) != 1 or r.unaccounted > LITTLE:
        return None
    vote = next(iter(last.votes))
    votes = len(last.states) + count
    bounds = (*(x for x in last.among.bounds if x.vote is not vote), Bound(vote, votes, votes))
    return replace(last, among=replace(last.among, bounds=bounds), alone=False, measure=Measure.LIST, page=0)


def _going_on(r: Reading, last: PagedQuestion) -> Question | None:
    """What was asked before, of others, where a message says that it goes on with it."""
    if isinstance(last, BetweenQuestion):
        of_group = len(r.groups) == 1 and not (r.states or r.votes)
        return replace(last, group=r.groups[0], page=0) if of_group else None
    if most := r.spans_of(Cue.MOST, Cue.LEAST, Cue.NARROWEST):
        # It is sorted by nothing that is understood.
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[slice(*most[0])])
    if isinstance(last, PartsQuestion):
        other = _of_others(r, last.of)
        return replace(last, of=other, page=0) if isinstance(other, (HistoryQuestion, GroupHistoryQuestion)) else None
    return _of_others(r, last)


def _left(r: Reading) -> int:
    """How much (see `weight`) of a message is not understood after a list."""
    return r.left_besides(Shape.SORTED, Shape.OLDEST_FIRST, Shape.WHICH_OF_THEM, Shape.REVERSED)


def _sorted(r: Reading, last: PagedQuestion) -> Question | None:
    """按时间从早到晚, oldest first: the same in another order; None where a message says anything else."""
    order, sorts = order_of(r, of_list=True), r.tells(Shape.SORTED)
    # 反对票最多的, 反对最多的一年: of no states.
    extreme = r.has(Cue.CONTESTED, Cue.MOST_VOTES) and not (r.has(Cue.WHO, Cue.COUNTRIES) or r.unaccounted)
    by_votes = (sorts or in_which_year(r) or extreme) and len(r.named_votes) == 1
    if order is Order.LATEST and by_votes:
        order = MOST_FIRST[next(iter(r.named_votes))]
    says_more = r.states or r.groups or (r.votes and not by_votes) or conditions(r) != Among()
    if order is Order.LATEST or says_more or not isinstance(last, (HistoryQuestion, ListQuestion)):
        return None
    sorted_so = replace(last, order=order, page=0)
    return replace(sorted_so, sorts=True) if isinstance(sorted_so, ListQuestion) and sorts else sorted_so


_NO_QUESTION = {
    Cue.FILLER, Cue.OF_THOSE, Cue.MEMBERS, Cue.VOTING, Cue.QUESTION, Cue.BEING, Cue.ONLY, Cue.AND_THEN, Cue.AMONG,
    Cue.EITHER, Cue.JOIN, Cue.CORRECTION, Cue.COMPLAINT, Cue.HOW_MANY, Cue.TIMES, Cue.THERE_IS,
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


def _only_names(r: Reading, besides: Set[Cue]) -> bool:
    """Whether a message says nothing but whom it is about, with none of the resolutions picked out: 越南, France?; and
    some words besides: with France?"""
    said = letters(blank(r.text.norm, [*r.known, *((m.start, m.end) for m in r.mentions)]))
    named = bool(r.states) is not bool(r.groups) and r.resolution is None
    # On Belarus: the same on that.
    on = {Cue.ON_SUBJECT} if states_on(r) else set()
    return named and not said and not r.cues.keys() - _NO_QUESTION - on - besides


def _only_conditions(r: Reading) -> bool:
    """Whether a message names nothing but a year or a body: in 2023?"""
    amendments = r.spans_of(*OF_AMENDMENTS)
    # Adopted by the Assembly: in it.
    passed = r.spans_of(Shape.ADOPTED, Shape.PASSING) if r.bodies or times.dated(r) else []
    said = weight(words_of(letters(blank(r.text.norm, [*r.known, *times.spans(r), *amendments, *passed])), r))
    asks_which = _WHICH_ONES if r.has(Cue.WHO, Cue.LIST) else set()
    # How many times in 2023?, 2023年投了几次.
    counts = {Cue.CAST, Cue.HOW} if r.has(Cue.TIMES) else set()
    # Compare with the 2023 one: the same of that year.
    one = times.dated(r) and r.tells(Shape.ONE_THAT, Shape.LISTED_ONE, Shape.THAT_ONE)
    compared = {Cue.COMPARE, Cue.LIKE, Cue.WHO_VOTES} if one else set()
    others = r.cues.keys() - _NO_QUESTION - asks_which - counts - compared
    return (bool(amendments) or conditions(r) != Among()) and not said and not others


def _of_others(r: Reading, last: OfAmong) -> Question | None:
    """What was asked before, of other states, votes, years or bodies."""
    if isinstance(last, GroupHistoryQuestion) and len(r.groups) == 1 and not r.states:
        return replace(last, group=r.groups[0], votes=r.votes or last.votes, page=0)
    if r.groups:
        return None
    among = conditions(r)
    on = states_on(r)
    if isinstance(last, (HistoryQuestion, GroupHistoryQuestion)) and len(on) == len(r.states) == 1 and not r.votes:
        # How did China vote on Syria?, and on Belarus?: China once more.
        topic = r.text.norm[on[0].start : on[0].end]
        times_now, body = among.times or last.among.times, among.body or last.among.body
        return replace(last, among=replace(last.among, words=topic, times=times_now, body=body), page=0)
    before, outcome = last.among, among.outcome or last.among.outcome
    kept = replace(before, times=among.times or before.times, body=among.body or before.body, outcome=outcome)
    turns = before.amendments is True and r.tells(Shape.RESOLUTION) and not r.tells(*OF_AMENDMENTS)
    says_amendments = turns or r.tells(*OF_AMENDMENTS)
    kept = replace(kept, amendments=False if turns else among.amendments) if says_amendments else kept
    kept = both(kept, replace(among, times=(), body=None, amendments=None, outcome=None))
    if isinstance(last, AlikeQuestion) and len(r.states) == 1:
        return replace(last, state=r.states[0], among=kept, page=0)
    if voted := _voted_otherwise(r, last):
        return voted
    if isinstance(last, HistoryQuestion):
        return _of_other_states(r, last, kept)
    if isinstance(last, ListQuestion) and (others := _other_topic(r, last)):
        on_others = replace(others, among=both(others.among, among))
        # 德国, after those on another state: where there are none on it, it is a voter.
        if not r.states or chosen(on_others.among, r.library):
            return on_others
    if isinstance(last, ListQuestion) and r.states and not (r.votes or r.resolution or r.left or among != Among()):
        # 中国呢, after a list: how it voted on those.
        return HistoryQuestion(r.states, among=shown(last))
    return replace(last, among=kept, page=0) if says_amendments or among != Among() else None


def _of_other_states(r: Reading, last: HistoryQuestion, kept: Among) -> Question | None:
    """How others voted, or how often these voted otherwise, of those that meet some conditions."""
    if r.states and r.votes:
        # And those that Russia abstained on and China supported?
        return voted_so(r, kept)
    if not (r.states or r.votes or r.tells(*OF_AMENDMENTS) or conditions(r) != Among()):
        return None
    states = r.states or last.states
    if len(r.states) == 1 and last.comparison is not Comparison.NONE:
        states = (last.states[0], *r.states)
    # What each of the states before voted is nothing that can be asked of another.
    each = () if r.states or r.votes else last.each
    return replace(last, states=states, votes=r.votes or last.votes, each=each, among=kept, page=0)


def _other_topic(r: Reading, last: ListQuestion) -> ListQuestion | None:
    """The resolutions on another state, after a list of those on one: 伊朗的呢; None where something else is asked."""
    before = last.among.mentions or last.among.words
    text = read(before)
    on_state = [m for m in r.library.names.find(text) if (m.start, m.end) == (0, len(text.norm.rstrip()))]
    asks = r.votes or r.has(Cue.CAST, Cue.HOW, Cue.STANCE, Cue.WHO) or len(r.states) != 1
    if asks or not on_state or on_state[0].named.sense is not Sense.STATE:
        return None
    named = next(m for m in r.mentions if m.named.codes == r.states)
    words = r.text.norm[named.start : named.end]
    among = replace(last.among, mentions=words) if last.among.mentions else replace(last.among, words=words)
    return replace(last, among=among, page=0)


def _voted_otherwise(r: Reading, last: PagedQuestion) -> Question | None:
    """The same where the last condition was how a state voted, of another state or another vote: and Russia?, and
    abstain on?"""
    if not isinstance(last, (HistoryQuestion, ListQuestion)) or conditions(r) != Among():
        return None
    if isinstance(last, ListQuestion) and len(last.among.bounds) == 1 == len(r.votes) and not r.mentions:
        # 有弃权的吗, then 反对的呢.
        bound = replace(last.among.bounds[0], vote=next(iter(r.votes)))
        return replace(last, among=replace(last.among, bounds=(bound,)), page=0)
    if not last.among.voted:
        return None
    code, votes = last.among.voted[-1]
    other = r.states[0] if len(r.states) == 1 and isinstance(last, ListQuestion) else "" if r.states else code
    if not other or not (r.states or r.votes):
        return None
    voted = (*last.among.voted[:-1], (other, r.votes or votes))
    return replace(last, among=replace(last.among, voted=voted), page=0)
