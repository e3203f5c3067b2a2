"""The words for an answer of any kind."""

from __future__ import annotations

from dataclasses import replace

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
from bot.wording.pieces import Reply
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
    answer = _read(answer, voice)
    match answer:
        case VoteAnswer():
            return vote_reply(answer, voice)
        case RollAnswer():
            return roll_reply(answer, voice)
        case TableAnswer():
            return table_reply(answer, voice)
        case GroupsAnswer():
            return groups_reply(answer, voice)
        case TallyAnswer():
            return tally_reply(answer, voice)
        case ParagraphAnswer():
            return paragraph_reply(answer, voice)
        case QuotationAnswer():
            return quotation_reply(answer, voice)
        case FactAnswer():
            return fact_reply(answer, voice)
        case DocumentAnswer():
            if answer.brief:
                return brief(answer.resolution, voice)
            return full_text(answer.resolution, voice) if answer.full else outline(answer.resolution, voice)
        case HelpAnswer():
            return help_reply(answer, voice)
        case ClarifyAnswer():
            return clarify_reply(answer, voice)
        case OfferAnswer():
            return offer_reply(answer, voice)
        case NoneAnswer():
            return none_reply(answer, voice)
        case HistoryAnswer():
            return history_reply(answer, voice)
        case AlikeAnswer():
            return alike_reply(answer, voice)
        case ThroughoutAnswer():
            return throughout_reply(answer, voice)
        case BetweenAnswer():
            return between_reply(answer, voice)
        case GroupHistoryAnswer():
            return group_reply(answer, voice)
        case PartsAnswer():
            return parts_reply(answer, voice)
        case ListAnswer():
            return list_reply(answer, voice)
        case SeveralAnswer():
            return tuple(block for a in answer.answers for block in _said(a, voice))
