"""Messages that hold more than one thing: an introduction and a question, several questions, or one of several
documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.language.lexicon import Cue, Lexicon
from bot.language.normal import read
from bot.language.shapes import Shape
from bot.question.conversation import Conversation
from bot.question.documents import cited
from bot.question.examine import examine
from bot.question.facts import FACT_CUES
from bot.question.frame import frame_of
from bot.question.introduction import goes_back, without_introduction
from bot.question.kinds import question_of
from bot.question.model import (
    SURE_KINDS,
    ClarifyQuestion,
    DocumentQuestion,
    FactQuestion,
    HelpQuestion,
    OfDocument,
    ParagraphQuestion,
    Question,
    Refusal,
    Refused,
    RollQuestion,
    Several,
    SubjectQuestion,
    TallyQuestion,
    Unclear,
    VoteQuestion,
)
from bot.question.reading import Reading
from bot.question.where import selections_in
from bot.resolution import Span

MOST_QUESTIONS = 4
"""How many questions of one message are answered one by one."""
_ENDS = re.compile(r"[。！？!?;；\n]+")
"""Behind which another question may begin."""
_COMMAS = re.compile(r"[,，.?]\s*$")
_STOPS = re.compile(r"[,，;；。.、]")
_OF_EACH = (VoteQuestion, RollQuestion, TallyQuestion, FactQuestion, DocumentQuestion)
"""The questions that can be asked of several documents at once as they are."""


def asked(message: str, r: Reading, conversation: Conversation) -> Question:
    """The question of a message, or its questions where there are several."""
    if question := _introduced(message, r, conversation):
        return question
    whole = question_of(frame_of(r, conversation))
    if isinstance(whole, (ClarifyQuestion, HelpQuestion)):
        return whole
    return _several(message, r, whole) or whole


def of_several_documents(r: Reading, conversation: Conversation) -> Question | None:
    """A question of two or more documents, each named by its number: the same of each, or one of each."""
    of = {d: found[0] for d in r.documents if len(found := cited(d, r)) == 1}
    symbols = tuple(dict.fromkeys(x.symbol for x in of.values()))
    if not 1 < len(symbols) <= MOST_QUESTIONS:
        return None
    question = question_of(frame_of(replace(r, resolution=next(iter(of.values())), named=True), conversation))
    if isinstance(question, _OF_EACH):
        return Several(tuple(OfDocument(symbol, question) for symbol in symbols))
    if not isinstance(question, ParagraphQuestion):
        return None
    if len(selections_in(question.where)) == 1 and len(r.references.selections) == 1:
        # 40/1和41/1的第3段: one number for all.
        return Several(tuple(OfDocument(symbol, question) for symbol in symbols))
    parts = _paragraphs_of_each(r)
    return Several(parts) if parts else ClarifyQuestion(Unclear.WHICH_DOCUMENT, symbols=symbols, pending=question)


def _paragraphs_of_each(r: Reading) -> tuple[OfDocument, ...]:
    """The paragraphs asked for of each document by itself: 40/1第3段和41/1第5段; nothing where that is not clear."""
    parts = []
    joins = [*r.cues.get(Cue.JOIN, ()), *(m.span() for m in _STOPS.finditer(r.text.norm))]
    for piece in _between(r.text.cased, joins):
        part_read = examine(piece, r.library)
        meant = {x.symbol for d in part_read.documents for x in cited(d, part_read)}
        if not meant and not part_read.references.spans:
            continue
        if len(meant) != 1:
            return ()
        symbol = meant.pop()
        part = question_of(frame_of(replace(part_read, resolution=r.library.get(symbol), named=True)))
        if not isinstance(part, ParagraphQuestion):
            return ()
        parts.append(OfDocument(symbol, part))
    return tuple(parts)


def _introduced(message: str, whole: Reading, conversation: Conversation) -> Question | None:
    """The question that comes after an introduction; None where there is no such, as before what corrects a
    question."""
    if whole.has(Cue.CORRECTION) and isinstance(conversation.last, RollQuestion):
        return None
    for r in without_introduction(message, whole, FACT_CUES):
        question = question_of(frame_of(replace(r, resolution=whole.resolution, named=whole.named), conversation))
        helps = isinstance(question, HelpQuestion) and r.has(Cue.HELP)
        sought = isinstance(question, SubjectQuestion) and question.in_document and not goes_back(r)
        if helps or sought or isinstance(question, SURE_KINDS):
            return question
    return None


def _several(message: str, r: Reading, whole: Question) -> Question | None:
    """The questions of the sentences of a message, each of another kind; None where it asks but one.

    What one of the questions is refused for is no reason to refuse the others.
    """
    pieces = _questions(message, r.library.lexicon)
    if not 1 < len(pieces) <= MOST_QUESTIONS:
        return None
    refused = isinstance(whole, Refusal)
    parts = _all_sure(pieces, (*SURE_KINDS, Refusal) if refused else SURE_KINDS, r)
    refusals = [q for q in parts if isinstance(q, Refusal)]
    # Of which nothing is found, nothing was asked.
    idle = refused and all(q.reason is Refused.NOT_FOUND for q in refusals)
    different = len(parts) == len({type(q) for q in parts})
    return Several(parts) if parts and different and not idle else None


def _questions(message: str, lexicon: Lexicon) -> list[str]:
    """The pieces of a message that may each be a question."""
    text = read(message)
    shapes = lexicon.shapes(text.norm)
    goes_on = {start for start, _ in shapes.get(Shape.SAME_QUESTION, ())}
    others = [span for span in shapes.get(Shape.NEXT_QUESTION, ()) if span[0] not in goes_on]
    joins = [span for span in others if _COMMAS.search(text.norm, max(0, span[0] - 2), span[0])]
    joins += [(start, start) for start, _ in shapes.get(Shape.AND_ASKS, ()) if start]
    return list(_between(text.cased, [*joins, *(m.span() for m in _ENDS.finditer(text.norm))]))


def _between(text: str, spans: list[Span]) -> Iterator[str]:
    """What stands between some spans of a text, from left to right; nothing of none but blanks."""
    at = 0
    for start, end in [*sorted(spans), (len(text), len(text))]:
        if text[at:start].strip():
            yield text[at:start]
        at = max(at, end)


def _all_sure(pieces: list[str], kinds: tuple[type, ...], whole: Reading) -> tuple[Question, ...]:
    """The questions of the pieces of a message if each asks one of those kinds; else none."""
    parts: list[Question] = []
    for piece in pieces:
        r = replace(examine(piece, whole.library), resolution=whole.resolution, named=whole.named)
        part = question_of(frame_of(r))
        # Which was the most divided? List their votes: of those that the question before is about.
        of_those = parts and r.has(Cue.IT, Cue.AMONG) and part == RollQuestion()
        if of_those or not isinstance(part, kinds):
            return ()
        parts.append(part)
    return tuple(parts)
