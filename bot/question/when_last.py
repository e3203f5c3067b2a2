"""And when was the last time?, after what states voted or which resolutions there are: the last one of them, or the
first."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.normal import blank
from bot.language.shapes import Shape
from bot.question.conversation import Conversation
from bot.question.of_those import shown
from bot.question.reading import Reading, letters
from bot.question.record import Comparison, HistoryQuestion, ListQuestion, Order
from bot.question.sets import Measure

_EMPTY = (
    Cue.LATEST_ONE, Cue.EARLIEST, Cue.FACT_ADOPTED, Cue.FILLER, Cue.BEING, Cue.QUESTION, Cue.VOTING, Cue.MEMBERS,
    Cue.OF_THOSE, Cue.JOIN, Cue.AND_THEN, Cue.IT, Shape.AND_ASKS, Shape.ASKS_WHEN, Shape.WHICH_OF_THEM,
)  # fmt: skip
"""What a message may be made of that asks nothing else."""


def when_last(r: Reading, conversation: Conversation) -> HistoryQuestion | ListQuestion | None:
    """The last one, or the first, of those in the answer right before, of which a message asks when it was; None where
    it says anything else, or none were listed."""
    last = conversation.turns[-1].question if conversation.turns else None
    asks = r.has(Cue.LATEST_ONE, Cue.EARLIEST) and not (r.mentions or r.documents or r.vote_words)
    if not asks or letters(blank(r.text.norm, r.spans_of(*_EMPTY))):
        return None
    latest = r.has(Cue.LATEST_ONE)
    if isinstance(last, ListQuestion):
        of_list = replace(last.among, latest=1) if latest else last.among
        return replace(last, among=of_list, order=Order.LATEST if latest else Order.EARLIEST, page=0)
    so = isinstance(last, HistoryQuestion) and last.comparison is Comparison.NONE and (last.votes or last.each)
    if not isinstance(last, HistoryQuestion) or not so or last.alone:
        return None
    listed = replace(last, measure=Measure.LIST, order=Order.EARLIEST, page=0)
    return HistoryQuestion(last.states, among=replace(shown(listed), latest=1)) if latest else listed
