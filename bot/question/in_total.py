"""What is asked in total, after the same was counted of one year after another: 一共多少, and altogether?"""

from __future__ import annotations

from dataclasses import replace

from bot.language.shapes import Shape
from bot.question import times
from bot.question.conversation import Conversation
from bot.question.model import ClarifyQuestion, Question, Unclear
from bot.question.reading import LITTLE, Reading
from bot.question.record import Among, GroupHistoryQuestion, HistoryQuestion, ListQuestion

_Counted = HistoryQuestion | GroupHistoryQuestion | ListQuestion


def in_total(r: Reading, conversation: Conversation) -> Question | None:
    """The same of all the years that it was asked of one by one; asked back where the questions before differ in more
    than that, so that there is nothing to add up. None where no total is asked for, or nothing was counted."""
    words = r.spans_of(Shape.TOTAL)
    names = r.mentions or r.votes or r.bodies or r.documents or times.dated(r) or r.references.step
    if not words or names or r.left_besides(Shape.TOTAL) > LITTLE:
        return None
    asked: list[_Counted] = []
    for turn in reversed(conversation.turns):
        if not isinstance(turn.question, _Counted):
            break
        asked.append(replace(turn.question, page=0))
    each = list(dict.fromkeys(reversed(asked)))
    if not each:
        return None
    if len({_of_any_time(question) for question in each}) > 1:
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[slice(*words[0])])
    last = each[-1]
    every = tuple(dict.fromkeys(period for question in each for period in question.among.times))
    # Of which one is of all times, that is the total.
    among = replace(last.among, times=every if all(question.among.times for question in each) else ())
    return replace(last, among=among)


def _of_any_time(question: _Counted) -> _Counted:
    """The question without its time."""
    among: Among = replace(question.among, times=())
    return replace(question, among=among)
