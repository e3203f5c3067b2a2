"""What can be asked: one frozen class for each kind of question, and the conversation it is asked in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.corpus.model import Body, Part, Vote
from bot.language.references import Selection


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


class Refused(StrEnum):
    """Why a question has no answer in the document; each has its sentence in content/wording/."""

    OTHER_DOCUMENT = "other_document"
    OTHER_TIME = "other_time"
    OTHER_BODY = "other_body"
    REASON = "reason"
    OPINION = "opinion"
    FUTURE = "future"
    SPONSORS = "sponsors"
    NOT_CAST = "not_cast"
    PERSON = "person"
    MONEY = "money"
    CHAT = "chat"
    INJECTION = "injection"
    LANGUAGE = "language"
    NOT_FOUND = "not_found"


class Unclear(StrEnum):
    """Why the bot asks back."""

    EMPTY = "empty"
    WHICH_STATE = "which_state"
    WHICH_DOCUMENT = "which_document"
    WHICH_PARAGRAPH = "which_paragraph"
    WHAT = "what"


class Topic(StrEnum):
    """What a message that asks nothing of the document is about."""

    HELLO = "hello"
    THANKS = "thanks"
    ABOUT = "about"
    PRIVACY = "privacy"


class Verdict(StrEnum):
    """What a question about states wants to hear first."""

    NONE = "none"
    YES_NO = "yes_no"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class VoteQuestion:
    """How did these states vote?"""

    states: tuple[str, ...]
    """Alpha-3 codes, in the order asked."""
    verdict: Verdict = Verdict.NONE
    asked: frozenset[Vote] = frozenset()
    """For YES_NO: the votes that make the answer yes."""
    guessed: tuple[tuple[str, str], ...] = ()
    """(what was typed, code) where a name was not spelt as it should be."""


@dataclass(frozen=True, slots=True)
class RollQuestion:
    """Which states voted so, of all or of some groups?"""

    votes: frozenset[Vote] = frozenset()
    """Empty for every vote."""
    groups: tuple[str, ...] = ()
    """Ids of content/groups.toml; empty for all voters."""
    without: tuple[str, ...] = ()
    """Alpha-3 codes of states to leave out."""
    like: str = ""
    """Only those who voted like the state of this code."""
    without_groups: tuple[str, ...] = ()
    """Ids of groups to leave out."""
    unlike: str = ""
    """Only those who voted differently from the state of this code."""


@dataclass(frozen=True, slots=True)
class TallyQuestion:
    """What was the result?"""

    unanimous: bool = False
    """Whether it is asked if nobody was against it."""
    votes: frozenset[Vote] = frozenset()
    """The votes that are asked about; the reply gives all figures whichever they are."""


@dataclass(frozen=True, slots=True)
class ParagraphQuestion:
    """What do these paragraphs say?"""

    selections: tuple[Selection, ...]
    excluded: tuple[Selection, ...] = ()


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
    asked: str = ""
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
    paragraphs: tuple[str, ...] = ()
    """For WHICH_PARAGRAPH: the ids of those offered, in order."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Understood, but not something the document says."""

    reason: Refused
    about: str = ""
    """What it was asked about, where the reply names it (a document's symbol)."""
    words: str = ""
    """What the message is about, for saying which paragraph comes nearest."""
    paragraphs: tuple[str, ...] = ()
    """For NOT_FOUND: the ids of those that come nearest, in order, to choose from."""


class Comparison(StrEnum):
    """What is asked about two states across resolutions."""

    NONE = "none"
    SAME = "same"
    DIFFERENT = "different"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class Among:
    """Which of the resolutions are looked at; a condition that is None holds for all."""

    year: int | None = None
    """Of adoption."""
    body: Body | None = None
    words: str = ""
    """Of the title."""
    special: bool = False
    """Only those of special sessions."""
    without_a_vote: bool = False
    """Only those adopted without a vote."""


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


@dataclass(frozen=True, slots=True)
class ListQuestion:
    """Which resolutions are there?"""

    among: Among = Among()
    page: int = 0


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
    | TallyQuestion
    | ParagraphQuestion
    | SubjectQuestion
    | FactQuestion
    | DocumentQuestion
    | HelpQuestion
    | ClarifyQuestion
    | Refusal
    | HistoryQuestion
    | ListQuestion
    | OfDocument
    | Several
)


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
