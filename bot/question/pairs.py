"""Two resolutions on the same that are compared: those of two times that a message names with what they are on, and
what is asked of two that were compared: 新增了谁, by how many votes?"""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from bot.language.cues import Cue
from bot.language.named import Sense
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import SAME_TITLE, about, chosen, title_likeness
from bot.question.conditions import changes, in_order, states_on, topic_of
from bot.question.conversation import Conversation
from bot.question.documents import LEAST_WORDS
from bot.question.model import Question, Several
from bot.question.reading import LITTLE, Reading, weight
from bot.question.record import Among, BetweenQuestion, ListQuestion, Order
from bot.resolution import CAST, Vote

_TWO = 2


def of_two_times(r: Reading) -> tuple[str, ...]:
    """The symbols of the two resolutions on the same, one of each of two times, that a message compares: who changed on
    South Sudan between 2022 and 2023? Nothing where it compares none so, or there are more."""
    # What's the difference between the 2022 and the 2025 vote on it?
    differ = r.has(Cue.DIFFERENCE, Cue.MARGIN, Cue.DIFFER) and not r.votes and len(states_on(r)) == len(r.states)
    ends, compares = times.ends_of_periods(r), changes(r) or r.has(Cue.COMPARE) or differ
    if len(ends) != _TWO or not compares or r.documents or r.groups:
        return ()
    on = states_on(r) or [m for m in r.mentions if m.named.sense is Sense.STATE]
    rest = replace(r, mentions=tuple(m for m in r.mentions if m not in on))
    names = [r.text.norm[m.start : m.end] for m in on]
    left = topic_of(replace(rest, own=(*r.own, *((m.start, m.end) for m in on))))
    words = in_order(r, " ".join(names), left) if len(names) == 1 and left else " ".join((*names, left)).strip()
    if weight(words) < LEAST_WORDS or any(m.named.sense is Sense.STATE for m in rest.mentions):
        return ()
    within = about(words, r.library)
    then = (chosen(Among((period,), amendments=False), r.library, recorded=True) for period in ends)
    of_each = ([at for at in places if at in within] for places in then)
    likeness = {(one, other): _likeness(one, other, r) for one, other in product(*of_each)}
    best = max(likeness.values(), default=0)
    pairs = [pair for pair, like in likeness.items() if like == best >= SAME_TITLE]
    return tuple(r.library.summaries[at].symbol for at in pairs[0]) if len(pairs) == 1 else ()


def _likeness(one: int, other: int, r: Reading) -> float:
    """How like the titles of two resolutions are, in per cent; 0 where they are not of one body, or on other states."""
    summaries, titles = r.library.summaries, r.library.titles
    of_one_body = summaries[one].body is summaries[other].body
    same = of_one_body and titles.named_by(one) == titles.named_by(other)
    return title_likeness(titles.text(one), titles.text(other)) if same else 0


def of_those_compared(r: Reading, conversation: Conversation) -> BetweenQuestion | ListQuestion | None:
    """Who is new, who is gone, 差了几票, after two resolutions were compared: those who are in the record of one alone,
    or voted so there alone; and by how many votes the results differ. None where that is not asked."""
    two = _compared(conversation.last)
    if len(two) != _TWO or r.mentions or r.documents or times.dated(r) or r.left_besides(*_ONE_ALONE) > LITTLE:
        return None
    if (r.has(Cue.MARGIN, Cue.DIFFERENCE) or r.tells(Shape.BY_HOW_MANY)) and not r.votes:
        return ListQuestion(Among(symbols=two), order=Order.SUPPORTED, results=True)
    earlier, later = sorted(two, key=lambda symbol: r.library.catalogue.summary(symbol).adopted)
    if r.tells(Shape.NEW_THERE):
        return _there_alone(later, earlier, r.votes)
    return _there_alone(earlier, later, r.votes) if r.tells(Shape.GONE) else None


_ONE_ALONE = (Shape.NEW_THERE, Shape.GONE, Shape.BY_HOW_MANY)


def _there_alone(here: str, there: str, votes: frozenset[Vote]) -> BetweenQuestion:
    """Who voted so on one resolution and not on the other, or is in the record of the one alone."""
    not_so = frozenset({*CAST, Vote.NOT_VOTING, Vote.ABSENT} - votes) if votes else frozenset({Vote.ABSENT})
    voted = votes or frozenset({*CAST, Vote.NOT_VOTING})
    return BetweenQuestion(((there, not_so), (here, voted)))


def _compared(last: Question | None) -> tuple[str, ...]:
    """The symbols of the resolutions that the question before compared; nothing where it compared none."""
    parts = last.questions if isinstance(last, Several) else (last,)
    between = [each for each in parts if isinstance(each, BetweenQuestion)]
    listed = [each for each in parts if isinstance(each, ListQuestion) and len(each.among.symbols) == _TWO]
    return tuple(symbol for symbol, _ in between[0].of) if between else listed[0].among.symbols if listed else ()
