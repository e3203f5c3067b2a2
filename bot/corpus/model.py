"""What a resolution is once read: frozen values, each with its place in the published text.

The published text is the only copy of the words. Every piece of wording kept here carries the spans
it was read from, and ``"".join(source[a:b] for a, b in spans) == text`` holds for each of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Span = tuple[int, int]
"""Start and end (exclusive) in the source text, in characters."""


class Vote(StrEnum):
    """How a state stands in the record of a vote."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"
    """Not in the record: the record does not say why, and it is not an abstention."""


CAST = (Vote.YES, Vote.NO, Vote.ABSTAIN)
"""The votes a roll call lists, in the order in which United Nations records print them."""


class Part(StrEnum):
    """The two parts of a resolution; the value is the prefix of its paragraphs' ids."""

    PREAMBLE = "PP"
    OPERATIVE = "OP"


class Adoption(StrEnum):
    """How a resolution was adopted."""

    RECORDED_VOTE = "recorded vote"
    WITHOUT_A_VOTE = "without a vote"


class Body(StrEnum):
    """The organs whose documents are read; the value is the name in English."""

    HUMAN_RIGHTS_COUNCIL = "Human Rights Council"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the published text."""

    text: str
    """The words as printed, without emphasis marks and page furniture."""
    spans: tuple[Span, ...] = field(repr=False)
    """Where the text stands in the source: one span, or several where something interrupts it."""


@dataclass(frozen=True, slots=True)
class Paragraph(Passage):
    """A preambular or operative paragraph."""

    part: Part
    number: int
    """From 1; printed for operative paragraphs, counted for preambular ones."""
    marks: tuple[str, ...] = ()
    """The footnote marks that stand in the text, e.g. ``("¹",)``."""

    @property
    def id(self) -> str:
        """``PP3`` or ``OP12``."""
        return f"{self.part}{self.number}"


@dataclass(frozen=True, slots=True)
class Footnote(Passage):
    """A footnote, without its mark."""

    mark: str
    cited_by: str
    """The id of the paragraph that cites it."""


@dataclass(frozen=True, slots=True)
class Session:
    """The session of the body at which a resolution was adopted."""

    number: int
    name: str
    """As printed: 第五十六届会议."""
    dates: str
    """As printed: 2024年6月18日至7月12日."""
    opened: date
    closed: date


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """The agenda item under which a resolution was adopted."""

    number: int
    title: Passage


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting at which a resolution was adopted."""

    number: int
    name: str
    """As printed: 第34次会议."""
    date: date


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of a recorded vote."""

    yes: int
    no: int
    abstain: int

    @property
    def total(self) -> int:
        """How many states are in the record."""
        return self.yes + self.no + self.abstain

    def of(self, vote: Vote) -> int:
        """The figure of one of the three votes that can be cast."""
        return {Vote.YES: self.yes, Vote.NO: self.no, Vote.ABSTAIN: self.abstain}[vote]


@dataclass(frozen=True, slots=True)
class Voter:
    """One entry of a roll call."""

    code: str
    """ISO 3166-1 alpha-3."""
    name: str
    """As the record prints it."""
    vote: Vote
    span: Span = field(repr=False)


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution of a United Nations organ, as published in one language."""

    symbol: str
    """The document symbol, e.g. ``A/HRC/RES/56/4``."""
    language: str
    """Of this text: ``zh``."""
    body: Body
    body_name: str
    """As printed: 人权理事会."""
    number: str
    """As printed: 56/4."""
    title: Passage
    session: Session
    agenda_item: AgendaItem
    adopted: date
    adopted_as_printed: str
    """The date of adoption as printed at the foot: 2024年7月10日."""
    meeting: Meeting
    preamble: tuple[Paragraph, ...]
    operative: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...]
    adoption: Adoption
    tally: Tally | None
    """None where it was adopted without a vote."""
    roll_call: tuple[Voter, ...]
    """In the order of the record; empty where it was adopted without a vote."""
    source: str = field(repr=False)
    """The published text, whole."""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The preamble, then the operative part."""
        return self.preamble + self.operative

    def part(self, part: Part) -> tuple[Paragraph, ...]:
        """The paragraphs of one part, in order."""
        return self.preamble if part is Part.PREAMBLE else self.operative

    def paragraph(self, identifier: str) -> Paragraph:
        """The paragraph of that id; KeyError where there is none."""
        for paragraph in self.paragraphs:
            if paragraph.id == identifier:
                return paragraph
        raise KeyError(identifier)

    def vote_of(self, code: str) -> Vote:
        """How the state of that alpha-3 code voted; ABSENT where the record does not name it."""
        return next((v.vote for v in self.roll_call if v.code == code), Vote.ABSENT)

    def voters(self, vote: Vote) -> tuple[Voter, ...]:
        """Those who cast that vote, in the order of the record."""
        return tuple(v for v in self.roll_call if v.vote is vote)
