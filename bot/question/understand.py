"""From a message in a conversation to the question it asks, and the document that it is of."""

from __future__ import annotations

from dataclasses import replace

from bot.corpus.library import Library
from bot.language.cues import Cue
from bot.question import times
from bot.question.another import another
from bot.question.compound import asked, of_several_documents
from bot.question.conditions import conditions
from bot.question.conversation import Conversation
from bot.question.described import bare_choice, beside_symbol, described, without, without_subjects
from bot.question.documents import DocumentChoice, meant
from bot.question.examine import examine
from bot.question.history import between
from bot.question.model import (
    SURE_KINDS,
    ClarifyQuestion,
    DocumentQuestion,
    GroupsQuestion,
    OfDocument,
    Question,
    Refusal,
    Several,
    SubjectQuestion,
    Unclear,
    VoteQuestion,
)
from bot.question.reading import Reading, letters
from bot.question.record import HistoryQuestion, PagedQuestion
from bot.question.weighed import weighed

_OF_A_DOCUMENT = (*SURE_KINDS, GroupsQuestion, DocumentQuestion, Several)
"""The questions that only one document can answer."""


def understand(message: str, conversation: Conversation, library: Library) -> tuple[Question, Conversation]:
    """The question that a message asks in a conversation, and the conversation with the document in view that it is of.

    Every message asks one, if only to be asked back.
    """
    r = examine(message, library)
    beside = beside_symbol(r)
    if beside.other:
        left = without(r, (*beside.fits, *beside.other))
        understood = _understood(left, examine(left, library), conversation)
        if isinstance(understood[0], SURE_KINDS):
            # The symbol says which; that its title says something else the reply shows, which has the title.
            return understood
    if beside.fits:
        message = without(r, beside.fits)
        r = examine(message, library)
    return _understood(message, r, conversation)


def _understood(message: str, r: Reading, conversation: Conversation) -> tuple[Question, Conversation]:
    """The same, for a message without what only describes resolutions that it names by symbol, and what it is read
    as."""
    if compared := between(r):
        return compared, conversation
    if weighed_by_votes := weighed(r, conversation):
        return weighed_by_votes, conversation
    if several := of_several_documents(r, conversation):
        return several, conversation
    goes_on = another(r, conversation)
    which = goes_on or described(r, conversation)
    if isinstance(which, Refusal):
        return which, conversation
    if which and not goes_on:
        message = without(r, which.naming)
        r = examine(message, r.library)
        which = bare_choice(which)
        if not letters(r.text.norm) and isinstance(conversation.last, SURE_KINDS):
            # وعلى…؟: its "and" is written as one with the word for "on".
            return settled(conversation.last, which, conversation)
    elif not which:
        r = without_subjects(r)
        which = meant(r, conversation)
    question = asked(message, which.read_into(r), conversation)
    vague = times.not_dated(r) if isinstance(question, PagedQuestion) else None
    if vague:
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[slice(*vague)]), conversation
    counted = not which.named and r.has(Cue.TIMES) and bool(times.dated(r))
    if counted and isinstance(question, VoteQuestion):
        # How often did it vote no in 2023: it is who was asked about, and not only on the resolution in view.
        return HistoryQuestion(question.states, r.votes, among=conditions(r)), conversation
    return settled(_with_message(question, message), which, conversation)


def _with_message(question: Question, message: str) -> Question:
    """A question about a subject with the message that asks it, of which the words alone would say less."""
    if isinstance(question, SubjectQuestion | Refusal) and question.words and not question.asked:
        return replace(question, asked=message)
    return question


def settled(question: Question, which: DocumentChoice, conversation: Conversation) -> tuple[Question, Conversation]:
    """The question, or “which document?” where only one can answer it and none is meant; the conversation with that one
    in view."""
    if which.resolution:
        return question, replace(conversation, symbol=which.resolution.symbol)
    own = isinstance(question, Several) and all(isinstance(q, (PagedQuestion, OfDocument)) for q in question.questions)
    if isinstance(question, _OF_A_DOCUMENT) and not own:
        symbols = tuple(x.symbol for x in which.offered)
        question = ClarifyQuestion(Unclear.WHICH_DOCUMENT, symbols=symbols, pending=question)
    return question, conversation
