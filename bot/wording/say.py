"""The words for an answer of any kind."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch

from bot.answer.model import (
    Answer,
    ClarifyAnswer,
    DocumentAnswer,
    FactAnswer,
    GroupsAnswer,
    HelpAnswer,
    NoneAnswer,
    OfferAnswer,
    ParagraphAnswer,
    QuotationAnswer,
    RollAnswer,
    SeveralAnswer,
    TableAnswer,
    TallyAnswer,
    VoteAnswer,
)
from bot.answer.record import (
    AlikeAnswer,
    BetweenAnswer,
    GroupHistoryAnswer,
    HistoryAnswer,
    ListAnswer,
    PartsAnswer,
    ThroughoutAnswer,
)
from bot.corpus.library import Library
from bot.wording.documents import brief, fact_reply, full_text, outline
from bot.wording.guidance import clarify_reply, help_reply, none_reply
from bot.wording.history import alike_reply, between_reply, group_reply, history_reply, parts_reply, throughout_reply
from bot.wording.lists import list_reply
from bot.wording.paragraphs import offer_reply, paragraph_reply
from bot.wording.pieces import Piece, Reply, Style
from bot.wording.quotations import quotation_reply
from bot.wording.sentences import Wording
from bot.wording.voice import Voice
from bot.wording.votes import groups_reply, roll_reply, table_reply, tally_reply, vote_reply


def say(answer: Answer, library: Library, wording: Wording) -> Reply:
    """The reply to read for an answer; clauses are those of the text in its language, where the resolution has one."""
    return _said(answer, Voice(library, wording))


def _read(answer: Answer, voice: Voice) -> Answer:
    """The answer from the text in the reader's language, where there is one."""
    if answer.resolution is None or isinstance(answer, (SeveralAnswer, QuotationAnswer)):
        return answer
    text = voice.library.text(answer.resolution, voice.reading)
    if text is answer.resolution:
        return answer
    if isinstance(answer, (ParagraphAnswer, OfferAnswer)):
        return replace(
            answer,
            resolution=text,
            paragraphs=tuple(voice.library.same(p, answer.resolution, text) for p in answer.paragraphs),
        )
    if isinstance(answer, NoneAnswer):
        nearest = text.paragraph(answer.nearest.id) if answer.nearest else None
        offered = tuple(text.paragraph(p.id) for p in answer.offered)
        return replace(answer, resolution=text, nearest=nearest, offered=offered)
    return replace(answer, resolution=text)


def _said(answer: Answer, voice: Voice) -> Reply:
    return (*_label(answer, voice), *reply_of(_read(answer, voice), voice))


@singledispatch
def reply_of(answer: Answer, voice: Voice) -> Reply:
    """The reply for an answer of a certain kind, from the text that it has."""
    raise AssertionError(f"{type(answer).__name__} has no words")


reply_of.register(VoteAnswer, vote_reply)
reply_of.register(RollAnswer, roll_reply)
reply_of.register(TableAnswer, table_reply)
reply_of.register(GroupsAnswer, groups_reply)
reply_of.register(TallyAnswer, tally_reply)
reply_of.register(ParagraphAnswer, paragraph_reply)
reply_of.register(QuotationAnswer, quotation_reply)
reply_of.register(FactAnswer, fact_reply)
reply_of.register(HelpAnswer, help_reply)
reply_of.register(ClarifyAnswer, clarify_reply)
reply_of.register(OfferAnswer, offer_reply)
reply_of.register(NoneAnswer, none_reply)
reply_of.register(HistoryAnswer, history_reply)
reply_of.register(AlikeAnswer, alike_reply)
reply_of.register(ThroughoutAnswer, throughout_reply)
reply_of.register(BetweenAnswer, between_reply)
reply_of.register(GroupHistoryAnswer, group_reply)
reply_of.register(PartsAnswer, parts_reply)
reply_of.register(ListAnswer, list_reply)


@reply_of.register
def _document_reply(answer: DocumentAnswer, voice: Voice) -> Reply:
    if answer.brief:
        return brief(answer.resolution, voice)
    return full_text(answer.resolution, voice) if answer.full else outline(answer.resolution, voice)


@reply_of.register
def _several_reply(answer: SeveralAnswer, voice: Voice) -> Reply:
    return tuple(block for each in answer.answers for block in _said(each, voice))


def _label(answer: Answer, voice: Voice) -> Reply:
    """What the answer behind it is about, where that was sought by its words, and is found by meaning or not at all."""
    about = answer.about if isinstance(answer, ParagraphAnswer | OfferAnswer | NoneAnswer) else ""
    return ((Piece(voice.wording("paragraph.about", words=about), Style.BOLD),),) if about else ()
