"""What is asked of all years after a question of one resolution, or after a count by year: 历年呢, which year most?"""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.shapes import Shape
from bot.question import times
from bot.question.conversation import Conversation
from bot.question.follow_sets import OfVotes, asked_before
from bot.question.model import Question, VoteQuestion
from bot.question.ordering import BY_LEAST, MOST_FIRST, sought_first
from bot.question.reading import LITTLE, Reading
from bot.question.record import (
    Among,
    By,
    First,
    GroupHistoryQuestion,
    HistoryQuestion,
    ListQuestion,
    Order,
    PartsQuestion,
)
from bot.question.sets import EVERYONE, Members


def over_years(r: Reading, conversation: Conversation) -> Question | None:
    """The same of each year, or by the year that has most of a vote; None where that is not asked, or a message says of
    whom or of which resolutions."""
    extreme = r.tells(Shape.WHICH_YEAR) and r.has(Cue.MOST, Cue.LEAST, Cue.CONTESTED, Cue.ALIKE)
    names = r.mentions or r.documents or r.bodies or times.dated(r) or r.named or r.references.selections
    last = conversation.last
    compares = r.has(Cue.SAME, Cue.DIFFER, Cue.AGREEMENT) and not isinstance(last, PartsQuestion)
    others = r.has(Cue.DOCUMENTS, Cue.WHY) or r.tells(Shape.RESOLUTION) or compares
    if names or others or not (extreme or r.has(Cue.BY_YEAR)) or r.left_besides(Shape.WHICH_YEAR) > LITTLE:
        return None
    if isinstance(last, PartsQuestion):
        return _by_most(r, last) if extreme and last.by is By.YEAR else None
    if isinstance(last, HistoryQuestion) and extreme:
        return _by_most(r, PartsQuestion(last, By.YEAR))
    if not isinstance(last, OfVotes) or not conversation.symbol:
        return None
    if extreme and isinstance(last, VoteQuestion):
        return _by_most(r, PartsQuestion(HistoryQuestion(last.states, last.asked), By.YEAR))
    return _on_the_same(r, last, Among(like=conversation.symbol, amendments=False))


def _by_most(r: Reading, last: PartsQuestion) -> PartsQuestion | None:
    """The count by year, the year first that has most of the one vote that is asked about, or the fewest; or that in
    which several agreed most, or least."""
    of = last.of
    if isinstance(of, GroupHistoryQuestion) or len(of.states) > 1:
        return replace(last, first=sought_first(r), page=0)
    votes, first = r.votes or of.votes, First.LEAST if _least(r) else First.MOST
    return replace(last, of=replace(of, votes=votes), first=first, page=0) if len(votes) == 1 else None


def _least(r: Reading) -> bool:
    return r.has(Cue.LEAST) and not r.has(Cue.CONTESTED)


def _on_the_same(r: Reading, last: OfVotes, among: Among) -> Question | None:
    """What was asked of one resolution, of all those on the same."""
    before = asked_before(last)
    if isinstance(last, VoteQuestion):
        return HistoryQuestion(last.states, among=among)
    if isinstance(before.who, Members):
        return GroupHistoryQuestion(before.who.group, among=among)
    votes = r.votes or before.votes
    sorts = r.tells(Shape.WHICH_YEAR) and len(votes) == 1
    order = (BY_LEAST if _least(r) else MOST_FIRST)[next(iter(votes))] if sorts else Order.LATEST
    return ListQuestion(among, order=order, results=True) if before.who == EVERYONE else None
