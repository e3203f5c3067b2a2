"""What can be answered: one frozen class for each kind of answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.answer.kind import AnswerKind, Verdict
from bot.answer.record import (
    AlikeAnswer,
    BetweenAnswer,
    GroupHistoryAnswer,
    HistoryAnswer,
    ListAnswer,
    PartsAnswer,
    ThroughoutAnswer,
)
from bot.language.selection import Selection
from bot.question.model import (
    ClarifyQuestion,
    FactQuestion,
    GroupsQuestion,
    ParagraphQuestion,
    Refusal,
    RollQuestion,
    TableQuestion,
    TallyQuestion,
    Topic,
    Unclear,
    VoteQuestion,
)
from bot.question.sets import StateSet
from bot.resolution import Paragraph, Resolution, Tally, Vote

Votes = tuple[tuple[str, Vote], ...]
"""(alpha-3, vote) of several states."""


@dataclass(frozen=True, slots=True)
class VoteAnswer:
    """How each of the states asked about stands in the record."""

    resolution: Resolution
    votes: Votes
    """In the order asked."""
    question: VoteQuestion
    verdict: Verdict | None = None
    """Computed from the votes; None where it is not asked for, or the record does not say."""
    kind: AnswerKind = AnswerKind.VOTE


@dataclass(frozen=True, slots=True)
class RollAnswer:
    """Which states of a set voted so."""

    resolution: Resolution
    votes: Votes
    """Those listed, in the order of the record."""
    question: RollQuestion
    unrecorded: int
    """How many members of the groups asked about are not in the record."""
    whole: Votes = ()
    """All of the set that the record lists."""
    so: Votes = ()
    """Those of them that voted as asked."""
    verdict: Verdict | None = None
    kind: AnswerKind = AnswerKind.ROLL


@dataclass(frozen=True, slots=True)
class TableRow:
    """How one set of states voted, in a table of several."""

    states: StateSet
    votes: Votes
    unrecorded: int
    """How many of the set are not in the record."""
    majority: Vote | None
    """None where two votes have as many."""
    out_of_line: Votes
    """Those who voted otherwise than the majority."""
    cohesion: float | None
    """From 0 to 1; None where none of the set voted."""


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """How several sets of states voted, side by side."""

    resolution: Resolution
    rows: tuple[TableRow, ...]
    question: TableQuestion
    picked: tuple[int, ...] = ()
    """The places of the rows that stand out as asked."""
    verdict: Verdict | None = None
    kind: AnswerKind = AnswerKind.ROLL

    @property
    def votes(self) -> Votes:
        """Of all sets, each state once."""
        return tuple(dict(x for row in self.rows for x in row.votes).items())


@dataclass(frozen=True, slots=True)
class GroupsAnswer:
    """Which groups states are in."""

    resolution: Resolution
    found: tuple[tuple[str, tuple[str, ...]], ...]
    """(alpha-3, ids of groups): of those asked about, or of all."""
    question: GroupsQuestion
    verdict: Verdict | None = None
    kind: AnswerKind = AnswerKind.FACT


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a vote would have come to, of what is supposed."""

    moved: tuple[str, ...]
    """The codes of those who are supposed to have voted otherwise; empty where only their number is."""
    tally: Tally


@dataclass(frozen=True, slots=True)
class TallyAnswer:
    """The result."""

    resolution: Resolution
    question: TallyQuestion
    verdict: Verdict | None = None
    of_states: bool = False
    """Whether it was asked how states voted, which the document does not print."""
    reckoned: Reckoned | None = None
    kind: AnswerKind = AnswerKind.TALLY


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
    question: ParagraphQuestion | None = None
    """What was asked, where the paragraphs were not sought by subject alone."""
    counted: tuple[str, ...] = ()
    """The words that stand in them, as often as they do, for a question how often."""
    in_agenda_item: bool = False
    """Whether the words stand in the agenda item too."""
    verdict: Verdict | None = None
    """Whether there are such, where that is asked; None where there are some of those that are named."""
    about: str = ""
    """The words that were sought in the text, and do not stand there."""
    kind: AnswerKind = AnswerKind.PARAGRAPH


class Standing(StrEnum):
    """How words that were quoted stand in a document."""

    VERBATIM = "verbatim"
    DIFFERENT = "different"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where a quotation is not as printed; either may be empty."""

    typed: str
    printed: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation beside the paragraph that comes nearest to it."""

    quote: str
    standing: Standing
    resolution: Resolution | None = None
    paragraph: Paragraph | None = None
    """The one that has it; for NOWHERE the nearest, None where none comes near."""
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotationAnswer:
    """Whether and where quoted words stand."""

    checked: tuple[Checked, ...]

    @property
    def found(self) -> tuple[Checked, ...]:
        """Those that stand somewhere, word for word or nearly so."""
        return tuple(c for c in self.checked if c.standing is not Standing.NOWHERE)

    @property
    def kind(self) -> AnswerKind:
        """A paragraph where there is one, else none."""
        return AnswerKind.PARAGRAPH if self.found else AnswerKind.NONE

    @property
    def resolution(self) -> Resolution | None:
        """The one that the first quotation stands in; None where none stands anywhere."""
        return self.found[0].resolution if self.found else None

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Those of that resolution, each once."""
        return tuple(
            {
                c.paragraph.id: c.paragraph for c in self.found if c.resolution is self.resolution and c.paragraph
            }.values()
        )


@dataclass(frozen=True, slots=True)
class FactAnswer:
    """What the document says of itself."""

    resolution: Resolution
    question: FactQuestion
    kind: AnswerKind = AnswerKind.FACT


@dataclass(frozen=True, slots=True)
class DocumentAnswer:
    """The document as a whole."""

    resolution: Resolution
    full: bool
    brief: bool = False
    kind: AnswerKind = AnswerKind.DOCUMENT


@dataclass(frozen=True, slots=True)
class HelpAnswer:
    """What can be asked."""

    resolution: Resolution | None
    """None where there are several and none is in view, here and below."""
    topic: Topic
    kind: AnswerKind = AnswerKind.HELP


@dataclass(frozen=True, slots=True)
class ClarifyAnswer:
    """A question back."""

    resolution: Resolution | None
    question: ClarifyQuestion
    kind: AnswerKind = AnswerKind.CLARIFY


@dataclass(frozen=True, slots=True)
class OfferAnswer:
    """A question back: whether one of these paragraphs is what is sought."""

    resolution: Resolution
    paragraphs: tuple[Paragraph, ...]
    """At most decide.OFFERED, best first."""
    about: str = ""
    """The words that were sought in the text, and do not stand there."""
    kind: AnswerKind = AnswerKind.CLARIFY

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
    question: ParagraphQuestion | None = None
    """For paragraphs of a kind that there are none of."""
    offered: tuple[Paragraph, ...] = ()
    """For a subject: those that come nearest, at most decide.OFFERED, to choose from."""
    about: str = ""
    """The words that were sought in the text, and do not stand there."""
    kind: AnswerKind = AnswerKind.NONE


@dataclass(frozen=True, slots=True)
class SeveralAnswer:
    """The answers to several questions of one message; the first one's kind is that of the whole."""

    answers: tuple[Answer, ...]

    @property
    def kind(self) -> AnswerKind:
        """The kind of the first answer."""
        return self.answers[0].kind

    @property
    def resolution(self) -> Resolution | None:
        """The resolution of the first answer."""
        return self.answers[0].resolution


Answer = (
    VoteAnswer
    | RollAnswer
    | TableAnswer
    | GroupsAnswer
    | TallyAnswer
    | ParagraphAnswer
    | QuotationAnswer
    | FactAnswer
    | DocumentAnswer
    | HelpAnswer
    | ClarifyAnswer
    | OfferAnswer
    | NoneAnswer
    | HistoryAnswer
    | AlikeAnswer
    | ThroughoutAnswer
    | BetweenAnswer
    | GroupHistoryAnswer
    | PartsAnswer
    | ListAnswer
    | SeveralAnswer
)
