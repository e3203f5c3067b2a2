"""Which question a message asks: the kinds are tried in a fixed order, the surest signs first.

Each step is a function from a Reading and the conversation to a Question, or None where the message
is not of its kind. A message that stands alone takes nothing from the conversation.

The steps stand in modules of one subject each; here are their order, introductions, and several questions in one message.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.corpus.library import Library
from bot.language.lexicon import Cue
from bot.language.refusals import When
from bot.question.accounting import accounted
from bot.question.documents import Meant, meant
from bot.question.documents import cited as named
from bot.question.facts import document, facts
from bot.question.follow import back, more, same_of_another
from bot.question.found import found
from bot.question.frame import frame_of
from bot.question.history import across, between
from bot.question.introduction import goes_back, without_introduction
from bot.question.model import (
    ClarifyQuestion,
    Conversation,
    DocumentQuestion,
    FactQuestion,
    GroupsQuestion,
    HelpQuestion,
    OfDocument,
    ParagraphQuestion,
    Question,
    Refusal,
    Refused,
    RollQuestion,
    Several,
    SubjectQuestion,
    TableQuestion,
    TallyQuestion,
    Unclear,
    VoteQuestion,
)
from bot.question.offered import chosen_paragraph
from bot.question.paragraphs import next_paragraphs, paragraphs, same_number
from bot.question.quotations import quotation
from bot.question.reading import Reading, examine
from bot.question.refusal import cited_article, other_document, refused
from bot.question.signs import FACT_CUES, SURE
from bot.question.smalltalk import empty, talk
from bot.question.subject import in_others, subject, subject_words
from bot.question.votes import about, chosen_state
from bot.question.where import selections_in

Step = Callable[[Reading, Conversation], Question | None]



def votes(r: Reading, c: Conversation) -> Question | None:
    """A question about votes."""
    return about(frame_of(r), c)


def chosen(r: Reading, c: Conversation) -> Question | None:
    """The state chosen of those that a name may mean."""
    return chosen_state(frame_of(r), c)


STEPS: tuple[Step, ...] = (
    empty,
    quotation,
    same_of_another,
    other_document,
    cited_article,
    refused(When.FIRST),
    found,
    across,
    refused(When.BEFORE_VOTES),
    talk,
    chosen,
    chosen_paragraph,
    in_others,
    paragraphs,
    next_paragraphs,
    same_number,
    back,
    votes,
    facts,
    document,
    refused(When.LAST),
    more,
    subject,
)
"""In the order in which they are tried."""

_SEGMENTS = re.compile(
    r"[。！？!?;；\n]+|，(?:另外|还有(?![哪谁其])|顺便|再|以及|然后|同时)|(?:\?|,|\.)\s*(?:and|also)\s"
    r"|\sand\s(?=(?:what|who|how|when|which)\b)",
    re.IGNORECASE,
)
MOST_QUESTIONS = 4
"""How many questions of one message are answered one by one."""
_BY_A_WORD = (Refused.NOT_FOUND, Refused.PERSON, Refused.MONEY, Refused.OPINION, Refused.CHAT)
"""The refusals that go by a word, which a paragraph may be about all the same."""
_OF_A_DOCUMENT = (
    VoteQuestion,
    RollQuestion,
    TableQuestion,
    GroupsQuestion,
    TallyQuestion,
    ParagraphQuestion,
    FactQuestion,
    DocumentQuestion,
    Several,
)
"""The questions that only one document can answer."""


def _of(r: Reading, conversation: Conversation) -> Question:
    question = next(q for step in STEPS if (q := step(r, conversation)) is not None)
    question = accounted(question, frame_of(r))
    if isinstance(question, Refusal) and question.reason in _BY_A_WORD:
        return replace(question, words=subject_words(r))
    return question


def _all_sure(pieces: list[str], kinds: tuple[type, ...], whole: Reading) -> tuple[Question, ...]:
    """The questions of the pieces of a message if each asks one of those kinds; else none."""
    parts = []
    for piece in pieces:
        r = replace(examine(piece, whole.library), resolution=whole.resolution, named=whole.named)
        part = _of(r, Conversation())
        if not isinstance(part, kinds):
            return ()
        parts.append(part)
    return tuple(parts)


def _introduced(message: str, whole: Reading, conversation: Conversation) -> Question | None:
    """The question that comes after an introduction; None where there is no such."""
    for r in without_introduction(message, whole, FACT_CUES):
        question = _of(replace(r, resolution=whole.resolution, named=whole.named), conversation)
        helps = isinstance(question, HelpQuestion) and r.has(Cue.HELP)
        if helps or isinstance(question, SURE) or (isinstance(question, SubjectQuestion) and question.in_document and not goes_back(r)):
            return question
    return None


def _asked(message: str, r: Reading, conversation: Conversation) -> Question:
    """The question of a message, or its questions where there are several."""
    if question := _introduced(message, r, conversation):
        return question
    whole = _of(r, conversation)
    if isinstance(whole, (ClarifyQuestion, HelpQuestion)):
        return whole
    pieces = [p for p in _SEGMENTS.split(message) if p.strip()]
    if 1 < len(pieces) <= MOST_QUESTIONS:
        # What one of the questions is refused for is no reason to refuse the others.
        refused = isinstance(whole, Refusal)
        parts = _all_sure(pieces, (*SURE, Refusal) if refused else SURE, r)
        different = len(parts) == len({type(q) for q in parts})
        if parts and different and not (refused and all(q.reason is Refused.NOT_FOUND for q in parts if isinstance(q, Refusal))):
            return Several(parts)
    return whole


_JOINED = re.compile("[,，;；。.、]|和|与|跟|及|以及|还有|\\band\\b|\\bet\\b")


def _of_several(message: str, r: Reading, c: Conversation) -> Question | None:
    """A question of two or more documents, each named by its number: the same of each, or one of each."""
    of = {d: found[0] for d in r.documents if len(found := named(d, r)) == 1}
    symbols = tuple(dict.fromkeys(x.symbol for x in of.values()))
    if not 1 < len(symbols) <= MOST_QUESTIONS:
        return None
    question = _of(replace(r, resolution=next(iter(of.values())), named=True), c)
    if isinstance(question, (VoteQuestion, RollQuestion, TallyQuestion, FactQuestion, DocumentQuestion)):
        return Several(tuple(OfDocument(symbol, question) for symbol in symbols))
    if not isinstance(question, ParagraphQuestion):
        return None
    if len(selections_in(question.where)) == 1 and len(r.references.selections) == 1:
        # 40/1和41/1的第3段: one number for all.
        return Several(tuple(OfDocument(symbol, question) for symbol in symbols))
    parts = []
    for piece in _JOINED.split(message):
        read = examine(piece, r.library)
        meant_by = {x.symbol for d in read.documents for x in named(d, read)}
        if not meant_by and not read.references.spans:
            continue
        part = _of(replace(read, resolution=r.library.get(next(iter(meant_by), "")), named=True), Conversation()) if len(meant_by) == 1 else None
        if not isinstance(part, ParagraphQuestion):
            return ClarifyQuestion(Unclear.WHICH_DOCUMENT, symbols=symbols, pending=question)
        parts.append(OfDocument(meant_by.pop(), part))
    return Several(tuple(parts))


def understand(message: str, conversation: Conversation, library: Library) -> tuple[Question, Conversation]:
    """The question that a message asks in a conversation, and the conversation with the document in view that it is of.

    Every message asks one, if only to be asked back.
    """
    r = examine(message, library)
    if compared := between(r):
        return compared, conversation
    if several := _of_several(message, r, conversation):
        return several, conversation
    which = meant(r, conversation)
    return settled(_with_message(_asked(message, which.read_into(r), conversation), message), which, conversation)


def _with_message(question: Question, message: str) -> Question:
    """A question about a subject with the message that asks it, of which the words alone would say less."""
    if isinstance(question, (SubjectQuestion, Refusal)) and question.words and not question.asked:
        return replace(question, asked=message)
    return question


def settled(question: Question, which: Meant, conversation: Conversation) -> tuple[Question, Conversation]:
    """The question, or “which document?” where only one can answer it and none is meant; the conversation with that one in view."""
    if which.resolution:
        return question, replace(conversation, symbol=which.resolution.symbol)
    if isinstance(question, _OF_A_DOCUMENT):
        question = ClarifyQuestion(Unclear.WHICH_DOCUMENT, symbols=tuple(x.symbol for x in which.offered), pending=question)
    return question, conversation
