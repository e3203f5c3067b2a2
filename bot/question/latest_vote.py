"""The latest vote of all, or the first: 最近一次表决是哪次, quel est le dernier vote du Conseil ?"""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.dates import Period
from bot.language.normal import blank
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import chosen
from bot.question.conditions import conditions
from bot.question.reading import Reading, letters
from bot.question.record import ListQuestion
from bot.question.sessions import spans_of_sessions

_EMPTY = (
    Cue.LATEST_ONE, Cue.EARLIEST, Cue.FACT_ADOPTED, Cue.FILLER, Cue.BEING, Cue.QUESTION, Cue.VOTING, Cue.MEMBERS,
    Cue.OF_THOSE, Cue.CAST, Cue.WHO, Cue.WHICH_OF, Cue.WHICH_ONES, Cue.AFTERMATH, Cue.LIST, Cue.TO_DO,
    Shape.ASKS_WHEN, Shape.WHICH_OF_THEM, Shape.WHICH_RESOLUTIONS, Shape.QUESTION_WORD, Shape.LATEST, Shape.ARTICLE,
    Shape.AMENDMENT,
)  # fmt: skip
"""What a message may be made of that asks for nothing else."""


def latest_vote(r: Reading) -> ListQuestion | None:
    """The votes of the last day on which there was one, or of the first, of a body, or of all: which of one day was
    last no record tells; None where a resolution is in view, or a message says anything else."""
    which = r.has(Cue.LATEST_ONE, Cue.EARLIEST) or r.tells(Shape.LATEST)
    asks = which and r.has(Cue.CAST) and r.resolution is None
    if not asks or r.mentions or r.documents or r.vote_words or r.tells(Shape.RESOLUTION):
        return None
    organs = [(a, b) for a, b, _ in r.library.catalogue.organs(r.text.norm)]
    known = [*r.spans_of(*_EMPTY), *times.spans(r), *spans_of_sessions(r), *organs]
    if letters(blank(r.text.norm, known)):
        return None
    among = replace(conditions(r), latest=0, put_to_the_vote=True)
    found = chosen(among, r.library, recorded=True)
    if not found:
        return ListQuestion(among, results=True)
    day = r.library.summaries[found[-1 if r.has(Cue.EARLIEST) else 0]].adopted
    return ListQuestion(replace(among, times=(Period(day, day),)), results=True)
