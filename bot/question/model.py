"""What can be asked: one frozen class for each kind of question, and the conversation it is asked in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.language.refusals import Refused as Refused
from bot.question.sets import EVERYONE, StateSet
from bot.question.where import Where
from bot.resolution import Body, Part, Vote


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


class Unclear(StrEnum):
    """Why the bot asks back."""

    EMPTY = "empty"
    WHICH_STATE = "which_state"
    WHICH_DOCUMENT = "which_document"
    WHICH_PARAGRAPH = "which_paragraph"
    WHAT = "what"
    PART = "part"
    """A part of the message is not understood, and may change what it asks."""
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


class Measure(StrEnum):
    """What is wanted of some states and the votes asked about; all but LIST, COUNT, SHARE and RANKS are answered with
    yes or no first."""

    LIST = "list"
    COUNT = "count"
    SHARE = "share"
    """In per cent, with what it is a share of."""
    ANY = "any"
    """Did one of them vote so?"""
    ALL = "all"
    NOT_ALL = "not_all"
    """Is it so that not all of them did?"""
    NONE = "none"
    ONLY = "only"
    """Did these and no others?"""
    SAME = "same"
    """Did all of them vote alike?"""
    DIFFERENT = "different"
    MOST = "most"
    """Did more than half of them vote so?"""
    RANKS = "ranks"
    """Who of them voted otherwise than most of them."""


class Most(StrEnum):
    """By what one of several groups is picked out."""

    NONE = "none"
    VOTES = "votes"
    """The most of them voted as asked."""
    SPLIT = "split"
    UNITED = "united"


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


@dataclass(frozen=True, slots=True)
class RollQuestion:
    """Which states of a set voted so?"""

    votes: frozenset[Vote] = frozenset()
    """Empty for every vote."""
    who: StateSet = EVERYONE
    measure: Measure = Measure.LIST
    only: StateSet = EVERYONE
    """For ONLY: those of whom it is said; for SHARE: those whose share it is, EVERYONE for those who voted so."""


@dataclass(frozen=True, slots=True)
class TableQuestion:
    """How did several sets of states vote, side by side?"""

    sets: tuple[StateSet, ...]
    votes: frozenset[Vote] = frozenset()
    """What they are compared by; empty for every vote."""
    most: Most = Most.NONE


@dataclass(frozen=True, slots=True)
class GroupsQuestion:
    """Which groups are these states in; or, where groups are named, are they in them?"""

    states: tuple[str, ...]
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TallyQuestion:
    """What was the result?"""

    unanimous: bool = False
    """Whether it is asked if nobody was against it."""
    votes: frozenset[Vote] = frozenset()
    """The votes that are asked about; the reply gives all figures whichever they are."""
    majority: bool = False
    """Whether it is asked how many votes it takes."""


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
    beyond: tuple[str, ...] = ()
    """Ids of paragraphs already shown, when others are wanted."""
    part: Part | None = None
    """The part that it is sought in, where the message names one; if that has nothing, the other will do."""
    asked: str = field(default="", compare=False)
    """The message itself, for what it means; empty where there is none but the words."""


@dataclass(frozen=True, slots=True)
class FactQuestion:
    """What does the document say of itself?"""

    facts: tuple[Fact, ...]
    part: Part | None = None
    """For COUNT: of which part; None for both."""


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
    """For WHICH_STATE: the codes that may be meant."""
    symbols: tuple[str, ...] = ()
    """For WHICH_DOCUMENT: of the best few that may be meant."""
    pending: Question | None = None
    """For WHICH_DOCUMENT: what is asked of it."""
    part: str = ""
    """For PART: those words; for LANGUAGE: its tag."""
    paragraphs: tuple[str, ...] = ()
    """For WHICH_PARAGRAPH: the ids of those offered, in order."""


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
    asked: str = field(default="", compare=False)
    """The message itself, for what it means."""
    paragraphs: tuple[str, ...] = ()
    """For NOT_FOUND: the ids of those that come nearest, in order, to choose from."""


class Comparison(StrEnum):
    """What is asked about two states across resolutions."""

    NONE = "none"
    SAME = "same"
    DIFFERENT = "different"
    MOST = "most"
    """Did more than half of them vote so?"""
    AGREEMENT = "agreement"


OPEN_END = 9999
"""The last year of what has gone on since."""


@dataclass(frozen=True, slots=True)
class Among:
    """Which of the resolutions are looked at; a condition that is None holds for all."""

    year: int | None = None
    """Of adoption; with `to`, the first one."""
    body: Body | None = None
    words: str = ""
    """Of the title, or of what the catalogue says of the subject."""
    special: bool = False
    """Only those of special sessions."""
    without_a_vote: bool = False
    """Only those adopted without a vote."""
    to: int | None = None
    """The last year, where several are meant."""
    mentions: str = ""
    """Words of a paragraph or of the title."""
    unopposed: bool = False
    """Only those on which votes were recorded, and none against."""

    @property
    def plain(self) -> bool:
        """Whether a year and a body are all the conditions there are."""
        return Among(self.year, self.body) == self


@dataclass(frozen=True, slots=True)
class HistoryQuestion:
    """How did these states vote on the resolutions there are?"""

    states: tuple[str, ...]
    votes: frozenset[Vote] = frozenset()
    """Only where all of them voted one of these; empty for all."""
    each: tuple[frozenset[Vote], ...] = ()
    """Only where each voted one of its own, in the order of the states; empty where the same is asked of all."""
    comparison: Comparison = Comparison.NONE
    among: Among = Among()
    page: int = 0
    measure: Measure = Measure.LIST
    """Of the votes asked about: ALL for always, ANY for ever, NONE for never, SHARE."""


@dataclass(frozen=True, slots=True)
class AlikeQuestion:
    """Who voted most like a state?"""

    state: str
    least: bool = False
    """Who voted least like it."""
    always: bool = False
    """Only those who always did."""
    group: str = ""
    """Only members of this group; empty for all."""
    among: Among = Among()
    page: int = 0


@dataclass(frozen=True, slots=True)
class ThroughoutQuestion:
    """Who voted so on every resolution?"""

    votes: frozenset[Vote]
    each: bool = True
    """On every one that has a roll call; else whenever they voted."""
    most: bool = False
    """Who voted so on most of them, instead."""
    group: str = ""
    among: Among = Among()
    page: int = 0


@dataclass(frozen=True, slots=True)
class BetweenQuestion:
    """Who voted so on one resolution and so on another; or, where no votes are named, otherwise on one than on the
    other?"""

    of: tuple[tuple[str, frozenset[Vote]], ...]
    """(symbol, votes), in the order named."""
    group: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class GroupHistoryQuestion:
    """How did the members of a group vote on the resolutions there are, and how united were they?"""

    group: str
    votes: frozenset[Vote] = frozenset()
    """Only where most of them voted one of these; empty for all."""
    among: Among = Among()
    page: int = 0


class By(StrEnum):
    """What a record is divided by."""

    YEAR = "year"
    """Of adoption."""
    BODY = "body"
    SUBJECT = "subject"
    """What the catalogue says of it; one that has several subjects counts for each."""


@dataclass(frozen=True, slots=True)
class PartsQuestion:
    """The same, for each year, body or subject by itself?"""

    of: HistoryQuestion | GroupHistoryQuestion
    by: By
    page: int = 0


class Order(StrEnum):
    """How a list of resolutions is sorted."""

    LATEST = "latest"
    NARROWEST = "narrowest"
    """The least difference between those in favour and those against first."""
    CONTESTED = "contested"
    """The most votes against first."""


@dataclass(frozen=True, slots=True)
class ListQuestion:
    """Which resolutions are there?"""

    among: Among = Among()
    page: int = 0
    order: Order = Order.LATEST
    """Any but the first leaves out those without a result."""
    results: bool = False
    """With the result of each."""


PagedQuestion = (
    HistoryQuestion
    | AlikeQuestion
    | ThroughoutQuestion
    | BetweenQuestion
    | GroupHistoryQuestion
    | PartsQuestion
    | ListQuestion
)
"""The questions of more than one resolution, whose answers are read page by page."""


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


@dataclass(frozen=True, slots=True)
class Turn:
    """A message that was answered."""

    question: Question
    paragraphs: tuple[str, ...] = ()
    """Ids of the paragraphs the reply showed."""


MEMORY = 8
"""How many turns a conversation remembers."""
REMEMBERED = 30 * 60
"""Seconds after its last message for which a conversation is remembered."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was said before: the last turns, oldest first."""

    turns: tuple[Turn, ...] = ()
    symbol: str = ""
    """Of the resolution in view; empty for the first in content."""

    def then(self, turn: Turn) -> Conversation:
        """The conversation after one more turn."""
        return replace(self, turns=(*self.turns, turn)[-MEMORY:])

    @property
    def last(self) -> Question | None:
        """The last question that was about the document: help and refusals are passed over."""
        for turn in reversed(self.turns):
            if not isinstance(turn.question, (HelpQuestion, Refusal)):
                return turn.question
        return None

    @property
    def states(self) -> tuple[str, ...]:
        """The last two states asked about one by one, or all of the last question if it named several."""
        codes: list[str] = []
        for turn in reversed(self.turns):
            if isinstance(turn.question, VoteQuestion):
                codes = [*(s for s in turn.question.states if s not in codes), *codes]
            if len(codes) > 1:
                break
        return tuple(codes)

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the paragraphs that were shown last."""
        return next((t.paragraphs for t in reversed(self.turns) if t.paragraphs), ())
