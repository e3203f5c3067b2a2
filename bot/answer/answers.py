"""The answer to a question: which function gives it, and what the conversation remembers of it."""

from __future__ import annotations

from dataclasses import replace

from bot.answer.across import across_answer
from bot.answer.despite import refused
from bot.answer.document import fact_answer
from bot.answer.kind import Verdict
from bot.answer.listing import listed_symbols, picked_out
from bot.answer.model import (
    Answer,
    ClarifyAnswer,
    DocumentAnswer,
    HelpAnswer,
    NoneAnswer,
    OfferAnswer,
    ParagraphAnswer,
    QuotationAnswer,
    RollAnswer,
    SeveralAnswer,
    TallyAnswer,
)
from bot.answer.paragraphs import paragraphs_answer
from bot.answer.quotations import quotation_answer
from bot.answer.reckoned import reckoned
from bot.answer.record import BetweenAnswer
from bot.answer.subject import subject_answer, subject_anywhere
from bot.answer.votes import groups_answer, holds, roll_answer, table_answer, votes_answer
from bot.corpus.library import Library
from bot.question.conversation import Conversation, Turn
from bot.question.model import (
    SAID_BESIDE,
    ClarifyQuestion,
    DocumentQuestion,
    FactQuestion,
    GroupsQuestion,
    HelpQuestion,
    OfDocument,
    ParagraphQuestion,
    Question,
    QuotationQuestion,
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
from bot.question.record import (
    AlikeQuestion,
    BetweenQuestion,
    GroupHistoryQuestion,
    HistoryQuestion,
    ListQuestion,
    PartsQuestion,
    ThroughoutQuestion,
)
from bot.resolution import Outcome, Resolution, outcome


def respond(question: Question, conversation: Conversation, library: Library) -> tuple[Answer, Conversation]:
    """The answer to a question, and the conversation after it."""
    in_view = library.resolutions[0] if len(library.resolutions) == 1 else library.get(conversation.symbol)
    whole = answer(question, library, in_view)
    question, given = _understood(question, whole)
    shown = tuple(p.id for p in given.paragraphs) if isinstance(given, (ParagraphAnswer, QuotationAnswer)) else ()
    if isinstance(given, NoneAnswer) and isinstance(question, SubjectQuestion):
        question = given.refusal
    if isinstance(given, (ClarifyAnswer, OfferAnswer)):
        question = given.question
    if given.resolution:
        conversation = replace(conversation, symbol=given.resolution.symbol)
    symbols = listed_symbols(given)
    if spoken_of := picked_out(given):
        conversation = replace(conversation, symbol=spoken_of)
    of = given.resolution.symbol if given.resolution else ""
    return whole, conversation.then(Turn(question, shown, symbols, of, _voters(given)))


def _understood(question: Question, given: Answer) -> tuple[Question, Answer]:
    """The one question of several, and its answer, beside which the others were not understood; else both as they
    are."""
    if not isinstance(question, Several) or not isinstance(given, SeveralAnswer):
        return question, given
    beside = (Unclear.ASIDE, Unclear.CLAIM, Unclear.SPELT, Unclear.TAKEN_FOR)
    aside = [
        (isinstance(each, ClarifyQuestion) and each.unclear in beside)
        or (isinstance(each, Refusal) and each.reason in SAID_BESIDE)
        for each in question.questions
    ]
    if any(isinstance(each, ClarifyQuestion) and each.unclear is Unclear.WHICH_DOCUMENT for each in question.questions):
        # I have none on Myanmar; of those on Syria, which do you mean?
        aside = [one or isinstance(each, Refusal) for one, each in zip(aside, question.questions, strict=True)]
    if aside.count(False) != 1 or len(aside) == 1:
        return question, given
    at = aside.index(False)
    return question.questions[at], given.answers[at]


def _voters(given: Answer) -> tuple[str, ...]:
    """The codes of the states that an answer lists as those that voted so."""
    match given:
        case RollAnswer(votes=votes):
            return tuple(code for code, _ in votes)
        case BetweenAnswer(rows=rows):
            return tuple(code for code, _ in rows)
    return ()


def answer(question: Question, library: Library, resolution: Resolution | None) -> Answer:
    """The answer to a question, from that resolution; without one, to a question that needs none, or asks of all."""
    match question:
        case HelpQuestion():
            return HelpAnswer(resolution, question.topic)
        case ClarifyQuestion():
            return ClarifyAnswer(resolution, question)
        case Refusal():
            return refused(question, resolution, library)
        case (
            HistoryQuestion()
            | AlikeQuestion()
            | ThroughoutQuestion()
            | BetweenQuestion()
            | GroupHistoryQuestion()
            | PartsQuestion()
            | ListQuestion()
        ):
            return across_answer(question, library)
        case OfDocument():
            return answer(question.question, library, library.get(question.symbol))
        case Several():
            return SeveralAnswer(tuple(answer(q, library, resolution) for q in question.questions))
        case QuotationQuestion():
            return quotation_answer(question, resolution, library)
        case SubjectQuestion() if resolution is None:
            return subject_anywhere(question, library)
    if resolution is None:
        # The question of a button or a link, which has no document in view to be of.
        return ClarifyAnswer(None, ClarifyQuestion(Unclear.WHICH_DOCUMENT, symbols=(), pending=question))
    return _of_one(question, library, resolution)


def _of_one(question: Question, library: Library, resolution: Resolution) -> Answer:
    """What is answered of one resolution."""
    match question:
        case ParagraphQuestion() | SubjectQuestion() | FactQuestion() | DocumentQuestion():
            return _of_text(question, library, resolution)
        case VoteQuestion():
            return votes_answer(question, resolution)
        case RollQuestion():
            return roll_answer(question, resolution, library)
        case TableQuestion():
            return table_answer(question, resolution, library)
        case GroupsQuestion():
            return groups_answer(question, resolution, library)
        case TallyQuestion():
            supposed = reckoned(question, resolution, library)
            return supposed or TallyAnswer(resolution, question, _of_result(question, resolution))
    raise AssertionError(f"{type(question).__name__} is of no document")


def _of_result(question: TallyQuestion, resolution: Resolution) -> Verdict | None:
    """Whether it was adopted, or rejected, or unanimous, as is asked; None where that is not asked, or not known."""
    if question.compared and resolution.tally:
        held = holds(question.compared, resolution.tally)
        return None if held is None else Verdict.of(held)
    if question.fraction and (tally := resolution.tally):
        # Of those present and voting, which are those who did not abstain.
        return Verdict.of(tally.yes >= question.fraction.of(tally.yes + tally.no))
    came_to = outcome(resolution.symbol, resolution.tally)
    if question.outcome and came_to is not Outcome.OPEN:
        return Verdict.of(came_to is question.outcome)
    taken = resolution.tally if question.unanimous else None
    return Verdict.of(not taken.no) if taken else None


def _of_text(
    question: ParagraphQuestion | SubjectQuestion | FactQuestion | DocumentQuestion,
    library: Library,
    resolution: Resolution,
) -> Answer:
    """What is answered from the text of a resolution, and from what it says of itself."""
    if not resolution.paragraphs and isinstance(question, (ParagraphQuestion, SubjectQuestion)):
        return NoneAnswer(resolution, Refusal(Refused.NO_TEXT))
    match question:
        case ParagraphQuestion():
            return paragraphs_answer(question, resolution, library)
        case SubjectQuestion():
            return subject_answer(question, resolution, library)
        case FactQuestion():
            return fact_answer(question, resolution)
        case DocumentQuestion():
            return DocumentAnswer(resolution, question.full, question.brief)
