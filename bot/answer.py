"""Question + Library → Answer: what is said, as data; no words of the bot's own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from bot import history
from bot.corpus.catalogue import LIKELY
from bot.corpus.library import Library
from bot.corpus.model import CAST, Paragraph, Part, Resolution, Vote
from bot.history import Agreement, Row
from bot.language.normal import CJK, normal
from bot.language.references import Selection
from bot.question.ladder import understand
from bot.question.model import (
    Among,
    ClarifyQuestion,
    Comparison,
    Conversation,
    DocumentQuestion,
    Fact,
    FactQuestion,
    HelpQuestion,
    HistoryQuestion,
    ListQuestion,
    OfDocument,
    ParagraphQuestion,
    Question,
    Refusal,
    Refused,
    RollQuestion,
    Several,
    SubjectQuestion,
    TallyQuestion,
    Topic,
    Turn,
    Unclear,
    Verdict,
    VoteQuestion,
)
from bot.question.reading import weight
from bot.search import Found
from bot.search.decide import Verdict as Sureness
from bot.search.decide import offers, verdict

NEAR: Final = 0.25
"""The least words of a paragraph that a refusal names as what comes nearest."""
CLOSE: Final = 0.97
"""The second paragraph is shown as well when its score is at least this share of the best one's."""
SHORT: Final = 3
"""Chinese characters of the longest word that has to stand in a paragraph, or to be most of what it is looked for by."""
MEANT: Final = 70.0
"""How much of that, 0–100, see Library.closeness: 历史债务 is at 67 of 债务."""
EQUAL: Final = 0.999
"""Paragraphs are told apart by their closest lines when their scores are at least this share of the best one's."""
FURTHER: Final = 0.60
"""Further paragraphs are named by number when their score is at least this share of the best one's."""
MOST_FURTHER: Final = 2
MOST_FOUND: Final = 8
"""How many paragraphs of a resolution are looked at."""
MOST_SEARCHED: Final = 60
"""How many of all paragraphs, or titles, are looked at where no resolution is named."""
MOST_COMPARED: Final = 4
"""How many of the resolutions that these are of are looked at closely."""
MOST_SHOWN: Final = 20
"""How many paragraphs asked for by number are shown in one reply."""


class Kind(StrEnum):
    """The kinds of reply, as `ask --json` names them."""

    VOTE = "vote"
    ROLL = "roll"
    TALLY = "tally"
    PARAGRAPH = "paragraph"
    FACT = "fact"
    DOCUMENT = "document"
    HELP = "help"
    CLARIFY = "clarify"
    NONE = "none"
    HISTORY = "history"
    DOCUMENTS = "documents"


@dataclass(frozen=True, slots=True)
class VoteAnswer:
    """How each of the states asked about stands in the record."""

    resolution: Resolution
    votes: tuple[tuple[str, Vote], ...]
    """(alpha-3, vote), in the order asked."""
    question: VoteQuestion
    kind: Kind = Kind.VOTE


@dataclass(frozen=True, slots=True)
class RollAnswer:
    """Which states voted so."""

    resolution: Resolution
    votes: tuple[tuple[str, Vote], ...]
    """(alpha-3, vote), in the order of the record."""
    question: RollQuestion
    unrecorded: int
    """How many members of the groups asked about are not in the record."""
    kind: Kind = Kind.ROLL


@dataclass(frozen=True, slots=True)
class TallyAnswer:
    """The result."""

    resolution: Resolution
    question: TallyQuestion
    kind: Kind = Kind.TALLY


@dataclass(frozen=True, slots=True)
class ParagraphAnswer:
    """Paragraphs, verbatim."""

    resolution: Resolution
    paragraphs: tuple[Paragraph, ...]
    """Empty where there is no such paragraph."""
    missing: tuple[Selection, ...] = ()
    """What was asked for and does not exist."""
    further: tuple[str, ...] = ()
    """Ids of other paragraphs on the same subject."""
    why: tuple[str, ...] = ()
    """The words that decided, for a subject."""
    by_meaning: bool = False
    """Whether a subject was found by what it means, its words being others."""
    left_out: int = 0
    """How many of those asked for are not shown, there being more than MOST_SHOWN."""
    elsewhere: tuple[Resolution, ...] = ()
    """Other resolutions that have something on the subject, where none was named."""
    kind: Kind = Kind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class FactAnswer:
    """What the document says of itself."""

    resolution: Resolution
    question: FactQuestion
    kind: Kind = Kind.FACT


@dataclass(frozen=True, slots=True)
class DocumentAnswer:
    """The document as a whole."""

    resolution: Resolution
    full: bool
    kind: Kind = Kind.DOCUMENT


@dataclass(frozen=True, slots=True)
class HelpAnswer:
    """What can be asked."""

    resolution: Resolution | None
    """None where there are several and none is in view, here and below."""
    topic: Topic
    kind: Kind = Kind.HELP


@dataclass(frozen=True, slots=True)
class ClarifyAnswer:
    """A question back."""

    resolution: Resolution | None
    question: ClarifyQuestion
    kind: Kind = Kind.CLARIFY


@dataclass(frozen=True, slots=True)
class OfferAnswer:
    """A question back: whether one of these paragraphs is what is sought."""

    resolution: Resolution
    paragraphs: tuple[Paragraph, ...]
    """At most decide.OFFERED, best first."""
    kind: Kind = Kind.CLARIFY

    @property
    def question(self) -> ClarifyQuestion:
        """What is asked back."""
        return ClarifyQuestion(Unclear.WHICH_PARAGRAPH, paragraphs=tuple(p.id for p in self.paragraphs))


@dataclass(frozen=True, slots=True)
class NoneAnswer:
    """Not in this document."""

    resolution: Resolution | None
    refusal: Refusal
    nearest: Paragraph | None = None
    """The paragraph that comes nearest to what was asked, where one comes near."""
    offered: tuple[Paragraph, ...] = ()
    """For a subject: those that come nearest, at most decide.OFFERED, to choose from."""
    kind: Kind = Kind.NONE


@dataclass(frozen=True, slots=True)
class HistoryAnswer:
    """How states voted on the resolutions there are."""

    question: HistoryQuestion
    rows: tuple[Row, ...]
    """All of them, the last adopted first; a face shows a page."""
    recorded: int
    """How many of the resolutions looked at have a roll call."""
    agreement: Agreement | None = None
    """Where two or more states are compared."""
    resolution: None = None
    kind: Kind = Kind.HISTORY


@dataclass(frozen=True, slots=True)
class ListAnswer:
    """Which resolutions there are."""

    question: ListQuestion
    found: tuple[Resolution, ...]
    """All of them, best or last adopted first; a face shows a page."""
    resolution: None = None
    kind: Kind = Kind.DOCUMENTS


@dataclass(frozen=True, slots=True)
class SeveralAnswer:
    """The answers to several questions of one message; the first one's kind is that of the whole."""

    answers: tuple[Answer, ...]

    @property
    def kind(self) -> Kind:
        """The kind of the first answer."""
        return self.answers[0].kind

    @property
    def resolution(self) -> Resolution | None:
        """The resolution of the first answer."""
        return self.answers[0].resolution


Answer = (
    VoteAnswer
    | RollAnswer
    | TallyAnswer
    | ParagraphAnswer
    | FactAnswer
    | DocumentAnswer
    | HelpAnswer
    | ClarifyAnswer
    | OfferAnswer
    | NoneAnswer
    | HistoryAnswer
    | ListAnswer
    | SeveralAnswer
)


def reply(message: str, conversation: Conversation, library: Library) -> tuple[Answer, Conversation]:
    """The answer to a message, and the conversation after it."""
    return respond(*understand(message, conversation, library), library)


def respond(question: Question, conversation: Conversation, library: Library) -> tuple[Answer, Conversation]:
    """The answer to a question, and the conversation after it."""
    in_view = library.resolutions[0] if len(library.resolutions) == 1 else library.get(conversation.symbol)
    given = answer(question, library, in_view)
    shown = tuple(p.id for p in given.paragraphs) if isinstance(given, ParagraphAnswer) else ()
    if isinstance(given, NoneAnswer) and isinstance(question, SubjectQuestion):
        question = given.refusal
    if isinstance(given, (ClarifyAnswer, OfferAnswer)):
        question = given.question
    if given.resolution:
        conversation = replace(conversation, symbol=given.resolution.symbol)
    return given, conversation.then(Turn(question, shown))


def answer(question: Question, library: Library, resolution: Resolution | None) -> Answer:
    """The answer to a question, from that resolution; without one, to a question that needs none, or asks of all."""
    match question:
        case HelpQuestion():
            return HelpAnswer(resolution, question.topic)
        case ClarifyQuestion():
            return ClarifyAnswer(resolution, question)
        case Refusal():
            return NoneAnswer(resolution, question, _nearest(question, resolution, library))
        case HistoryQuestion():
            return _history(question, library)
        case ListQuestion():
            return _list(question, library)
        case OfDocument():
            return answer(question.question, library, library.get(question.symbol))
        case Several():
            return SeveralAnswer(tuple(answer(q, library, resolution) for q in question.questions))
        case SubjectQuestion() if resolution is None:
            return _subject_anywhere(question, library)
    if resolution is None:
        # The question of a button or a link, which has no document in view to be of.
        return ClarifyAnswer(None, ClarifyQuestion(Unclear.WHICH_DOCUMENT, symbols=(), pending=question))
    return _of_one(question, library, resolution)


def _of_one(question: Question, library: Library, resolution: Resolution) -> Answer:
    match question:
        case VoteQuestion():
            return _votes(question, resolution)
        case RollQuestion():
            return _roll(question, resolution, library)
        case TallyQuestion():
            return TallyAnswer(resolution, question)
        case ParagraphQuestion():
            return _paragraphs(question, resolution, library)
        case SubjectQuestion():
            return _subject(question, resolution, library)
        case FactQuestion():
            return _fact(question, resolution)
        case DocumentQuestion():
            return DocumentAnswer(resolution, question.full)
    raise AssertionError(f"{type(question).__name__} is of no document")


def _nearest(refusal: Refusal, resolution: Resolution | None, library: Library) -> Paragraph | None:
    """The paragraph that comes nearest to what was asked, where one comes near."""
    if not refusal.words or resolution is None:
        return None
    found = _found(refusal.words, "", resolution, library)
    return found[0][0] if found and found[0][1].words >= NEAR else None


def _votes(question: VoteQuestion, resolution: Resolution) -> Answer:
    if not resolution.roll_call:
        return TallyAnswer(resolution, TallyQuestion())
    return VoteAnswer(resolution, tuple((code, resolution.vote_of(code)) for code in question.states), question)


def _roll(question: RollQuestion, resolution: Resolution, library: Library) -> Answer:
    if not resolution.roll_call:
        return TallyAnswer(resolution, TallyQuestion())
    wanted = question.votes or frozenset((*CAST, Vote.NOT_VOTING))
    for code, same in ((question.like, True), (question.unlike, False)):
        if code:
            vote = resolution.vote_of(code)
            if vote is Vote.ABSENT:
                # Nobody voted like, or unlike, a state that is not in the record.
                return _votes(VoteQuestion((code,), Verdict.NONE), resolution)
            wanted = frozenset({vote}) if same else frozenset(CAST) - {vote}
    groups = [library.names.groups[g].members for g in question.groups]
    members = frozenset().union(*groups)
    left_out = frozenset(question.without).union(*(library.names.groups[g].members for g in question.without_groups))
    voters = [v for v in resolution.roll_call if (not groups or v.code in members) and v.code not in left_out]
    unrecorded = len(members - {v.code for v in resolution.roll_call})
    return RollAnswer(resolution, tuple((v.code, v.vote) for v in voters if v.vote in wanted), question, unrecorded)


def _part(selection: Selection, resolution: Resolution) -> tuple[Paragraph, ...]:
    """The paragraphs that a selection counts: those of a part, or of one annex."""
    paragraphs = resolution.part(selection.part or Part.OPERATIVE)
    return tuple(p for p in paragraphs if p.annex == selection.annex) if selection.annex else paragraphs


def _chosen(selection: Selection, resolution: Resolution, library: Library) -> list[Paragraph] | None:
    """The paragraphs a selection means; None where one of its ends does not exist."""
    paragraphs = _part(selection, resolution)
    if selection.piece:
        whole = next((p for p in paragraphs if p.number == selection.first), None)
        piece = library.piece(resolution, whole, selection.piece) if whole else None
        return [piece] if piece else None
    first = selection.first if selection.first >= 0 else len(paragraphs) + 1 + selection.first
    last = selection.last if selection.last >= 0 else len(paragraphs) + 1 + selection.last
    return list(paragraphs[first - 1 : last]) if 1 <= first <= last <= len(paragraphs) else None


def _paragraphs(question: ParagraphQuestion, resolution: Resolution, library: Library) -> Answer:
    found: dict[str, Paragraph] = {}
    missing = []
    for selection in question.selections:
        chosen = _chosen(selection, resolution, library)
        if chosen is None:
            missing.append(selection)
            chosen = _existing(selection, resolution)
        found |= {p.id: p for p in chosen}
    for selection in question.excluded:
        for paragraph in _chosen(selection, resolution, library) or ():
            found.pop(paragraph.id, None)
    shown = tuple(found.values())
    return ParagraphAnswer(resolution, shown[:MOST_SHOWN], tuple(missing), left_out=max(0, len(shown) - MOST_SHOWN))


def _existing(selection: Selection, resolution: Resolution) -> list[Paragraph]:
    """What there is of a range that goes past the end: 第19到25段 has 19 and 20."""
    paragraphs = _part(selection, resolution)
    if selection.first < 1 or selection.first == selection.last:
        return []
    return list(paragraphs[selection.first - 1 :])


def _subject(question: SubjectQuestion, resolution: Resolution, library: Library) -> Answer:
    ranked = _found(question.words, question.asked, resolution, library)
    if question.part:
        there = _subject_among([x for x in ranked if x[0].part is question.part], question, resolution, library)
        if isinstance(there, ParagraphAnswer):
            return there
    return _subject_among(ranked, question, resolution, library)


def _subject_among(ranked: Ranked, question: SubjectQuestion, resolution: Resolution, library: Library) -> Answer:
    """The answer out of the paragraphs on a subject, best first."""
    left = [(p, f) for p, f in ranked if p.id not in question.beyond]
    found = [f for _, f in left]
    decided = verdict(found, weight(question.words), expected=question.in_document)
    if decided is Sureness.NOT_THERE:
        return NoneAnswer(resolution, Refusal(Refused.NOT_FOUND))
    if decided in (Sureness.PERHAPS, Sureness.HARDLY):
        chosen = offers(found)
        offered = tuple(p for p, f in left if f in chosen)
        if decided is Sureness.PERHAPS:
            return OfferAnswer(resolution, offered)
        refusal = Refusal(Refused.NOT_FOUND, paragraphs=tuple(p.id for p in offered))
        return NoneAnswer(resolution, refusal, offered=offered)
    if question.figure and not _FIGURE.search(left[0][0].text):
        return NoneAnswer(resolution, Refusal(Refused.NOT_FOUND), left[0][0])
    scores = [f.words if decided is Sureness.BY_WORDS else f.score for f in found]
    near = [CLOSE * max(scores), FURTHER * max(scores)]
    second = 1 if len(left) > 1 and min(scores[:2]) >= near[0] else 0
    shown = tuple(p for p, _ in left[: 1 + second])
    rest = zip(left[len(shown) :], scores[len(shown) :], strict=True)
    further = tuple(p.id for (p, _), score in rest if score >= near[1])[:MOST_FURTHER]
    why = library.matched(question.words, resolution, shown[0])
    return ParagraphAnswer(resolution, shown, further=further, why=why, by_meaning=decided is Sureness.BY_MEANING)


_FIGURE = re.compile(r"(?<![\d.\-])\d+(?:\.\d+)?(?![\d.]| ?[年月日条])")
"""A number that is neither part of a date nor of an article nor of a name (COVID-19)."""


Ranked = list[tuple[Paragraph, Found]]
"""Paragraphs, and how they were found, best first."""


def _found(words: str, asked: str, resolution: Resolution, library: Library) -> Ranked:
    """The paragraphs of the resolution on a subject, best first. asked: the whole question, where there is one."""
    found = library.search(words, MOST_FOUND, resolution, asked)
    if re.fullmatch(f"[{CJK}]{{1,{SHORT}}}", words) and resolution.language == "zh":
        # 债务 stands in 历史债务, which somebody may look for it by, but not in the document.
        found = sorted((_if_meant(f, words, library) for f in found), key=lambda f: -f.score)
    # What has the very figure that is asked for comes first.
    figures = re.findall(r"\d[\d.,]*\d ?%?|\d ?%", words)
    if exact := [x for x in found if any(figure in library.places[x.position][1].text for figure in figures)]:
        found = exact
    # Between those that have all of it, the one with a line that is all about it: “国际团结” stands in most of them.
    best = found[0].score if found else 0.0
    closeness = {f.position: library.closeness(words, f.position) if f.score >= EQUAL * best else 0.0 for f in found}
    ranked = sorted(found, key=lambda f: (-closeness[f.position], -f.score, f.position))
    return [(library.places[f.position][1], f) for f in ranked]


def _if_meant(found: Found, words: str, library: Library) -> Found:
    """What was found, less its words where these only stand in something else."""
    meant = library.says(words, found.position) or library.closeness(words, found.position) >= MEANT
    return found if meant else replace(found, words=0.0)


def _subject_anywhere(question: SubjectQuestion, library: Library) -> Answer:
    """The paragraphs on a subject in the resolution that has most on it; which others have something."""
    found = library.search(question.words, MOST_SEARCHED, asked=question.asked)
    likely = dict.fromkeys(library.places[f.position][0].symbol for f in found)
    answers: list[tuple[float, ParagraphAnswer]] = []
    offered: list[tuple[float, OfferAnswer]] = []
    for resolution in filter(None, map(library.get, list(likely)[:MOST_COMPARED])):
        ranked = _found(question.words, question.asked, resolution, library)
        match _subject_among(ranked, question, resolution, library):
            case ParagraphAnswer() as given:
                answers.append((ranked[0][1].score, given))
            case OfferAnswer() as given:
                offered.append((ranked[0][1].score, given))
    if not answers:
        return max(offered, key=lambda x: x[0])[1] if offered else NoneAnswer(None, Refusal(Refused.NOT_FOUND))
    best, answer = max(answers, key=lambda x: x[0])
    others = tuple(a.resolution for score, a in answers if a is not answer and score >= FURTHER * best)
    return replace(answer, elsewhere=others)


def _history(question: HistoryQuestion, library: Library) -> HistoryAnswer:
    among = tuple(history.chosen(library.catalogue.latest, question.among, _titled(question.among, library)))
    compared = len(question.states) > 1 and question.comparison is not Comparison.NONE
    agreement = history.agreement(question, among) if compared else None
    return HistoryAnswer(question, history.rows(question, among), sum(bool(r.roll_call) for r in among), agreement)


def _list(question: ListQuestion, library: Library) -> ListAnswer:
    return ListAnswer(question, tuple(history.chosen(library.catalogue.latest, question.among, _titled(question.among, library))))


def _titled(among: Among, library: Library) -> frozenset[str] | None:
    """The symbols of the resolutions whose titles or symbols have the words; None where there are none to have."""
    if not among.words:
        return None
    called = library.catalogue.called(normal(among.words))
    found = [r for r, score in library.catalogue.search(among.words, MOST_SEARCHED) if score >= LIKELY]
    return frozenset(r.symbol for r in (*called, *found))


def _fact(question: FactQuestion, resolution: Resolution) -> Answer:
    if Fact.FOOTNOTE in question.facts and not resolution.footnotes:
        return NoneAnswer(resolution, Refusal(Refused.NOT_FOUND))
    return FactAnswer(resolution, question)
