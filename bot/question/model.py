"""What can be asked: one frozen class for each kind of question, and the conversation it is asked in."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.language.refusals import Refused as Refused
from bot.question.record import (
    AlikeQuestion,
    BetweenQuestion,
    Bound,
    GroupHistoryQuestion,
    HistoryQuestion,
    ListQuestion,
    PartsQuestion,
    ThroughoutQuestion,
)
from bot.question.sets import EVERYONE, Measure, Most, StateSet
from bot.question.where import Where
from bot.resolution import CAST, Body, Outcome, Part, Vote


class Fact(StrEnum):
    """What a document says of itself outside its paragraphs."""

    SYMBOL = "symbol"
    TITLE = "title"
    BODY = "body"
    ADOPTED = "adopted"
    MEETING = "meeting"
    SESSION = "session"
    SESSION_DATES = "session_dates"
    AGENDA_ITEM = "agenda_item"
    FOOTNOTE = "footnote"
    COUNT = "count"
    SPONSORS = "sponsors"
    """Who put it forward, as a draft says."""


class Unclear(StrEnum):
    """Why the bot asks back."""

    EMPTY = "empty"
    WHICH_STATE = "which_state"
    WHICH_DOCUMENT = "which_document"
    WHICH_BODY = "which_body"
    WHICH_PARAGRAPH = "which_paragraph"
    WHAT = "what"
    WRONG = "wrong"
    """The message says that the answer before was none, or not the right one."""
    PART = "part"
    """A part of the message is not understood, and may change what it asks."""
    ASIDE = "aside"
    """A clause of it is not understood, beside what is answered."""
    CLAIM = "claim"
    """Words that a paragraph is said to have, and has not, beside that paragraph."""
    UNCHECKED = "unchecked"
    """What is claimed beside a question was not looked at."""
    SPELT = "spelt"
    """A word of it was taken for another, beside what is answered."""
    TAKEN_FOR = "taken_for"
    """For whom a loose name was taken, beside what is answered."""
    NO_LIST = "no_list"
    """It asks how states voted of which nobody keeps a list."""
    LANGUAGE = "language"
    """The message is in a language that is not spoken here."""


class Topic(StrEnum):
    """What a message that asks nothing of the document is about."""

    HELLO = "hello"
    THANKS = "thanks"
    ABOUT = "about"
    PRIVACY = "privacy"
    LANGUAGE = "language"
    """In which one to answer."""


@dataclass(frozen=True, slots=True)
class VoteQuestion:
    """How did these states vote?"""

    states: tuple[str, ...]
    """Alpha-3 codes, in the order asked."""
    measure: Measure = Measure.LIST
    asked: frozenset[Vote] = frozenset()
    """The votes that the measure is about."""
    guessed: tuple[tuple[str, str], ...] = ()
    """(what was typed, code) where a name was not spelt as it should be."""
    each: tuple[frozenset[Vote], ...] = ()
    """For ALL: what each of them is said to have voted, in their order, where that is not the same."""


@dataclass(frozen=True, slots=True)
class RollQuestion:
    """Which states of a set voted so?"""

    votes: frozenset[Vote] = frozenset()
    """Empty for every vote."""
    who: StateSet = EVERYONE
    measure: Measure = Measure.LIST
    only: StateSet = EVERYONE
    """For ONLY: those of whom it is said; for SHARE: those whose share it is, EVERYONE for those who voted so."""
    bound: Bound | None = None
    """For SO_MANY: how many of them."""


@dataclass(frozen=True, slots=True)
class TableQuestion:
    """How did several sets of states vote, side by side?"""

    sets: tuple[StateSet, ...]
    votes: frozenset[Vote] = frozenset()
    """What they are compared by; empty for every vote."""
    most: Most = Most.NONE
    measure: Measure = Measure.LIST
    """For ALL, NONE and ANY: which of the sets it is so of that all, none or some of them cast these votes."""
    asks: bool = False
    """Whether it is asked if more of the first cast these votes than of the second."""
    alone: bool = False
    """Whether the votes of those that are picked out are wanted, and of no others."""
    apart: tuple[Vote, ...] = ()
    """Two votes, where it is asked by how many the ones were more than the others."""

    @property
    def of_all(self) -> bool:
        """Whether every vote is named, so that they are compared by none of them."""
        return self.votes >= set(CAST)


@dataclass(frozen=True, slots=True)
class GroupsQuestion:
    """Which groups are these states in; or, where groups are named, are they in them?"""

    states: tuple[str, ...]
    groups: tuple[str, ...] = ()


class Than(StrEnum):
    """How one number of votes is to another."""

    MORE = "more"
    FEWER = "fewer"
    AS_MANY = "as_many"


@dataclass(frozen=True, slots=True)
class Compared:
    """Whether so many votes of some kinds were cast, beside those of others."""

    one: frozenset[Vote]
    other: frozenset[Vote]
    than: Than | None
    """None where it is asked how many more."""
    denied: bool = False
    """Whether it is said not to be so."""


class Fraction(StrEnum):
    """A share of the votes that is to be reached."""

    TWO_THIRDS = "two_thirds"
    THREE_QUARTERS = "three_quarters"
    MORE_THAN_HALF = "more_than_half"

    def of(self, votes: int) -> int:
        """The fewest of so many votes that reach it."""
        return {
            Fraction.TWO_THIRDS: -(-2 * votes // 3),
            Fraction.THREE_QUARTERS: -(-3 * votes // 4),
            Fraction.MORE_THAN_HALF: votes // 2 + 1,
        }[self]


@dataclass(frozen=True, slots=True)
class Supposed:
    """That some who voted had voted otherwise."""

    who: StateSet
    vote: Vote
    """The vote that they are supposed to have cast; NOT_VOTING for none."""
    count: int = 0
    """How many of them; 0 for all."""


@dataclass(frozen=True, slots=True)
class TallyQuestion:
    """What was the result?"""

    unanimous: bool = False
    """Whether it is asked if nobody was against it."""
    votes: frozenset[Vote] = frozenset()
    """The votes that are asked about; the reply gives all figures whichever they are."""
    majority: bool = False
    """Whether it is asked how many votes it takes."""
    outcome: Outcome | None = None
    """Whether it is asked if it was adopted, or rejected."""
    compared: Compared | None = None
    fraction: Fraction | None = None
    """The share of the votes of which it is asked whether it was reached."""
    supposed: Supposed | None = None
    """What it is asked to be reckoned from, in place of the record."""


class Told(StrEnum):
    """What is to be told of the paragraphs that are found."""

    CLAUSES = "clauses"
    LIST = "list"
    """All of them, with how many there are."""
    COUNT = "count"
    """How many there are, and which."""
    NUMBER = "number"
    """Which number they have."""
    CITATION = "citation"
    """How they are cited."""


@dataclass(frozen=True, slots=True)
class ParagraphQuestion:
    """What do these paragraphs say, which are they, how many?"""

    where: Where
    told: Told = Told.CLAUSES
    asks: bool = False
    """Whether it is asked if there is such a one."""


@dataclass(frozen=True, slots=True)
class QuotationQuestion:
    """Do these words stand in a document, and where?"""

    quotes: tuple[str, ...]
    """As they were typed."""


@dataclass(frozen=True, slots=True)
class SubjectQuestion:
    """What does the document say about this?"""

    words: str
    """The message less the words that only ask."""
    in_document: bool = False
    """Whether the message says that a paragraph is sought, rather than merely what about."""
    figure: bool = False
    """Whether a number is asked for, so that only a paragraph with one will do."""
    counted: str = ""
    """The word for what that number is of, which has to be meant there too: 多少税."""
    session: bool = False
    """Whether it is asked to which session something is handed in, so that only a paragraph that says so will do."""
    beyond: tuple[str, ...] = ()
    """Ids of paragraphs already shown, when others are wanted."""
    part: Part | None = None
    """The part that it is sought in, where the message names one; if that has nothing, the other will do."""
    follows: tuple[str, ...] = ()
    """Ids of the paragraphs shown right before, where the message speaks of it or them: 它能上门去查吗."""
    purposes: tuple[str, ...] = ()
    """What the paragraphs are for that are sought (content/purposes.toml)."""
    alone: bool = False
    """Whether they are sought by nothing else."""
    asked: str = field(default="", compare=False)
    """The message itself, for what it means; empty where there is none but the words."""


@dataclass(frozen=True, slots=True)
class FactQuestion:
    """What does the document say of itself?"""

    facts: tuple[Fact, ...]
    part: Part | None = None
    """For COUNT: of which part; None for both."""
    note: int = 0
    """For FOOTNOTE: the number of the one that is meant; 0 for all."""


@dataclass(frozen=True, slots=True)
class DocumentQuestion:
    """The document as a whole."""

    full: bool
    """The full text rather than an outline."""
    brief: bool = False
    """No more than a few lines."""


@dataclass(frozen=True, slots=True)
class HelpQuestion:
    """What can be asked, or who is asked?"""

    topic: Topic = Topic.HELLO


@dataclass(frozen=True, slots=True)
class ClarifyQuestion:
    """Not clear enough to answer."""

    unclear: Unclear
    states: tuple[str, ...] = ()
    """For WHICH_STATE: the codes that may be meant; for TAKEN_FOR: the one that was."""
    symbols: tuple[str, ...] = ()
    """For WHICH_DOCUMENT: of the best few that may be meant."""
    pending: Question | None = None
    """For WHICH_DOCUMENT and WHICH_BODY: what is asked of it."""
    part: str = ""
    """For PART, UNCHECKED, SPELT and TAKEN_FOR: those words; for LANGUAGE: its tag."""
    paragraphs: tuple[str, ...] = ()
    """For WHICH_PARAGRAPH: the ids of those offered, in order."""
    meant: str = ""
    """For SPELT: what they were taken for; for TAKEN_FOR: the group, empty where it is a state."""
    bodies: tuple[Body, ...] = ()
    """For WHICH_BODY: those that may be meant."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Understood, but not something the document says."""

    reason: Refused
    about: str = ""
    """What it was asked about, where the reply names it: a document's symbol, or the base language of a text."""
    by: tuple[str, ...] = ()
    """The words of the message that it is refused for."""
    words: str = ""
    """What the message is about, where it is refused for words: a paragraph may be about that all the same."""
    beside: bool = False
    """Whether it says much beside the words that it is refused for, which many questions about a subject have too."""
    asked: str = field(default="", compare=False)
    """The message itself, for what it means."""
    paragraphs: tuple[str, ...] = ()
    """For NOT_FOUND: the ids of those that come nearest, in order, to choose from."""
    pending: Question | None = field(default=None, compare=False)
    """For OTHER_DOCUMENT: what is asked of it, and may be asked of one that is named next."""


@dataclass(frozen=True, slots=True)
class OfDocument:
    """A question about a certain document, where a message asks about several."""

    symbol: str
    question: Question


@dataclass(frozen=True, slots=True)
class Several:
    """Two or more questions in one message."""

    questions: tuple[Question, ...]


Question = (
    VoteQuestion
    | RollQuestion
    | TableQuestion
    | GroupsQuestion
    | TallyQuestion
    | ParagraphQuestion
    | QuotationQuestion
    | SubjectQuestion
    | FactQuestion
    | DocumentQuestion
    | HelpQuestion
    | ClarifyQuestion
    | Refusal
    | HistoryQuestion
    | AlikeQuestion
    | ThroughoutQuestion
    | BetweenQuestion
    | GroupHistoryQuestion
    | PartsQuestion
    | ListQuestion
    | OfDocument
    | Several
)


SURE_KINDS = (VoteQuestion, RollQuestion, TableQuestion, TallyQuestion, ParagraphQuestion, FactQuestion)
"""The questions that have signs of their own, and so are what they seem in a piece of a message too: a subject may be
anything."""

SAID_BESIDE = frozenset({Refused.UNTOLD, Refused.ON_STATE, Refused.ONLY_ONE})
"""The refusals that are one sentence, below which stands how states voted."""
