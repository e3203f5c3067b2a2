"""Answers to “is it one of these?”: 第二个, the second, 2.

The step (see `ladder`) gives the paragraph chosen, as a question by its number.
"""

from __future__ import annotations

from bot.language.selection import selection_of
from bot.question.documents import OF_A_PART, SHORT, place_named
from bot.question.model import ClarifyQuestion, Conversation, ParagraphQuestion, Question, Refusal
from bot.question.reading import Reading, weight
from bot.question.where import ByNumber


def chosen_paragraph(r: Reading, c: Conversation) -> Question | None:
    """The paragraph of those offered that a short message names by its place; 第二段 is paragraph 2, and none of these."""
    last = c.turns[-1].question if c.turns else None
    offered = last.paragraphs if isinstance(last, (ClarifyQuestion, Refusal)) else ()
    asks_more = weight(r.text.norm) > SHORT or r.states or r.groups or OF_A_PART.search(r.text.norm)
    if not offered or asks_more:
        return None
    at = place_named(r.text.norm, len(offered))
    return None if at is None else ParagraphQuestion(ByNumber((selection_of(offered[at]),)))
