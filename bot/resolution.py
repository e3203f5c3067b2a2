"""What a resolution is once read: frozen values, each with its place in the published text.

The published text is the only copy of the words. Every piece of wording kept here carries the spans
it was read from, and ``"".join(source[a:b] for a, b in spans) == text`` holds for each of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from bot.bodies import Body as Body
from bot.bodies import body_of as body_of
from bot.doubts import Doubt

Span = tuple[int, int]
"""Start and end (exclusive) in the source text, in characters."""
FIRST_YEAR = 1946
"""The first year in which the organs met; a session with a lower number is counted."""


class Vote(StrEnum):
    """How a state stands in the record of a vote."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    NOT_VOTING = "not_voting"
    """Listed in the voting data as a member that did not vote: neither absent from the record nor an abstention."""
    ABSENT = "absent"
    """Not in the record: the record does not say why, and it is not an abstention."""


CAST = (Vote.YES, Vote.NO, Vote.ABSTAIN)
"""The votes a roll call lists, in the order in which United Nations records print them."""


class Part(StrEnum):
    """The parts of a resolution; the value is the prefix of its paragraphs' ids."""

    PREAMBLE = "PP"
    OPERATIVE = "OP"
    ANNEX = "ANNEX"


class Adoption(StrEnum):
    """How a resolution was adopted."""

    RECORDED_VOTE = "recorded vote"
    UNANIMOUS = "unanimously"
    """By a vote of which the text gives no figures: nobody was against, nobody abstained."""
    CONSENSUS = "by consensus"
    WITHOUT_A_VOTE = "without a vote"
    NOT_STATED = "not stated"
    """The text does not say, as those of the General Assembly do not, nor those of the Security Council since 1994."""


class DocumentKind(StrEnum):
    """What kind of text it is."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    STATEMENT = "President's statement"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the published text."""

    text: str
    """The words as printed, without emphasis marks and page furniture."""
    spans: tuple[Span, ...] = field(repr=False)
    """Where the text stands in the source: one span, or several where something interrupts it."""


@dataclass(frozen=True, slots=True)
class Subparagraph(Passage):
    """A lettered or numbered piece of a paragraph, with the pieces of it; its text is that of the paragraph from behind
    its label."""

    id: str
    """``OP5(a)``, and ``OP5(a)(i)`` for a piece of it."""
    label: str
    """The labels in their normal form: ``a``, ``a.i``; 1 for (一) and ㈠."""

    @property
    def level(self) -> int:
        """0 for (a), 1 for (i) in it."""
        return self.label.count(".")


@dataclass(frozen=True, slots=True)
class Paragraph(Passage):
    """A preambular or operative paragraph, or one of an annex; a line break in its text is that before a
    sub-paragraph."""

    part: Part
    number: int
    """From 1; printed for operative paragraphs, counted for preambular ones."""
    marks: tuple[str, ...] = ()
    """The footnote marks that stand in the text, e.g. ``("¹",)``."""
    subparagraphs: tuple[Subparagraph, ...] = ()
    """In the order of the text, those of all levels."""
    annex: int = 0
    """The number of its annex; 0 outside of one."""
    piece: str = ""
    """Where this is only a sub-paragraph of it: ``(a)``."""
    chapter: str = ""
    """The part of the text in which the numbers begin again: ``A``; empty where they run through."""

    @property
    def id(self) -> str:
        """``PP3``, ``OP12`` or ``ANNEX1.3``; ``OPA.2`` in a part of its own numbers, ``OP5(a)`` for a sub-paragraph."""
        within = f"{self.annex}." if self.annex else f"{self.chapter}." if self.chapter else ""
        return f"{self.part}{within}{self.number}{self.piece}"


def leave_out(paragraphs: tuple[Paragraph, ...]) -> bool:
    """Whether the printed numbers of paragraphs leave some out, so that a place among them is no number: 1, 2, 5."""
    numbers = [p.number for p in paragraphs]
    rising = all(a < b for a, b in pairwise(numbers))
    return rising and numbers != list(range(1, len(numbers) + 1))


@dataclass(frozen=True, slots=True)
class Heading(Passage):
    """A heading between paragraphs, or the number of a part: I, 一、…."""

    before: str
    """The id of the paragraph that it stands before."""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex, with its own paragraphs and headings."""

    number: int
    """From 1; printed where there are several."""
    name: str
    """As printed: 附件一, Annex I."""
    title: Passage | None
    paragraphs: tuple[Paragraph, ...]
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote(Passage):
    """A footnote, without its mark."""

    mark: str
    """Empty for a remark below the record of the vote that has none."""
    cited_by: str
    """The id of the paragraph that cites it; ``title`` for the title and the head, ``vote`` for the record of the vote,
    empty where nothing does."""


@dataclass(frozen=True, slots=True)
class Session:
    """The session of the body at which a resolution was adopted."""

    number: int
    name: str
    """As printed: 第五十六届会议."""
    dates: str
    """As printed: 2024年6月18日至7月12日; empty where the head has none, as in the General Assembly's."""
    opened: date | None
    closed: date | None
    series: str = ""
    """What stands before its number in that of a resolution: ``S-`` for special sessions, ``ES-`` for emergency special
    ones."""

    @property
    def of_year(self) -> bool:
        """Whether it is called by its year, as those of the Economic and Social Council are: 2021 session."""
        return self.number >= FIRST_YEAR


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """The agenda item under which a resolution was adopted."""

    number: int
    """The first one, where there are several."""
    title: Passage | None
    """None where it is not printed, as in resolutions of the General Assembly up to 2012."""
    name: str = ""
    """As printed: Agenda item 99 (hh)."""

    @property
    def numbers(self) -> str:
        """All of its numbers with their letters, as printed: 99 (hh)."""
        at = [i for i, c in enumerate(self.name) if c.isdigit() or c in ")）"]
        return self.name[at[0] : at[-1] + 1] if at else str(self.number)


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
    not_voting: int = 0
    """Members that did not vote, where the voting data counts them."""

    @property
    def total(self) -> int:
        """How many states voted or abstained."""
        return self.yes + self.no + self.abstain

    def of(self, vote: Vote) -> int:
        """The figure of one of the three votes that can be cast, or of those not voting."""
        figures = (self.yes, self.no, self.abstain, self.not_voting)
        return figures[(*CAST, Vote.NOT_VOTING).index(vote)]


class Outcome(StrEnum):
    """What a vote came to."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    OPEN = "open"
    """Nothing that is known here tells: the totals of the vote on a draft are in doubt, or a veto counts."""


def is_proposal(symbol: str) -> bool:
    """Whether that is the symbol of a draft or an amendment, and of no resolution."""
    return bool(_DRAFT_OF_COUNCIL.match(symbol)) or "/L." in symbol


def session_in(symbol: str) -> str:
    """The session in the symbol of a resolution or draft of the General Assembly, its Council, or the Economic and
    Social Council, 78 in A/RES/78/7, S-33 of a special one, 2021 in E/RES/2021/43; empty where it has none."""
    assembly, _, rest = symbol.partition("/")
    by_session = assembly == "A" or body_of(symbol) is Body.ECONOMIC_AND_SOCIAL_COUNCIL
    parts = rest.split("/")[:-1] if by_session else []
    return next((x for x in parts if x.removeprefix("E").removeprefix("S-").isdigit()), "")


AMENDMENT = "amendment"
"""What the two UN libraries put behind the title of a resolution, and a colon, for an amendment to its draft."""


def is_amendment(title: str) -> bool:
    """Whether that is the title of an amendment."""
    return title.rstrip().endswith(AMENDMENT)


def outcome(symbol: str, tally: Tally | None) -> Outcome:
    """What the vote on the document of that symbol came to.

    What has the symbol of a resolution was adopted; a draft or an amendment was if more were in favour than against.
    """
    of_council = bool(_DRAFT_OF_COUNCIL.match(symbol))
    if not is_proposal(symbol):
        return Outcome.ADOPTED
    if tally is None:
        return Outcome.OPEN
    if tally.yes <= tally.no:
        return Outcome.REJECTED
    return Outcome.OPEN if of_council else Outcome.ADOPTED


_DRAFT_OF_COUNCIL = re.compile(r"S/\d{4}/\d")
"""How the symbol of a draft of the Security Council begins: S/2024/173."""


@dataclass(frozen=True, slots=True)
class Voter:
    """One entry of a roll call."""

    code: str
    """ISO 3166-1 alpha-3."""
    name: str
    """As the record prints it."""
    vote: Vote
    span: Span | None = field(repr=False)
    """Where the name stands in the source; None where the vote is known from voting data."""
    note: str = ""
    """What a footnote says of this vote: that another one had been intended."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
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
    """For the Security Council, whose resolutions have none: Resolution 2728 (2024)."""
    session: Session | None
    agenda_item: AgendaItem | None
    adopted: date
    """That of a draft is the day it is dated."""
    adopted_as_printed: str
    """The date of adoption as printed at the foot, or in the head where the foot has none: 2024年7月10日."""
    meeting: Meeting | None
    preamble: tuple[Paragraph, ...]
    operative: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...]
    adoption: Adoption
    tally: Tally | None
    """None where it was adopted without a vote, or the text does not say."""
    roll_call: tuple[Voter, ...]
    """In the order of the record; empty where there is none. Where the text names only those against and abstaining, it
    holds these."""
    source: str = field(repr=False)
    """The published text, whole."""
    kind: DocumentKind = DocumentKind.RESOLUTION
    headings: tuple[Heading, ...] = ()
    annexes: tuple[Annex, ...] = ()
    basis: Passage | None = None
    """What a resolution of the General Assembly was adopted on: [on the report of the First Committee (A/78/409, para.
    89)]."""
    orally_revised: bool = False
    became: str = ""
    """What became of a draft, as content says it: the symbol of the resolution that it was adopted as."""
    adopted_from: str = ""
    """The symbol of the draft that it was as it was put to the vote, where voting data name it."""
    subjects: tuple[str, ...] = ()
    """What the catalogue says that it is about, where it is known from voting data."""
    doubts: tuple[Doubt, ...] = ()
    """What is unusual in the text, and how it was understood."""
    draft: bool = False
    """Whether it is a draft: the text does not say that it was adopted."""
    sponsors: Passage | None = None
    """Who put a draft forward, as its head says."""
    apparatus: tuple[Span, ...] = field(default=(), repr=False, compare=False)
    """What is neither a passage nor a voter: lines of the head and the foot, numbers of paragraphs, marks of notes."""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The preamble, then the operative part, then the annexes."""
        return self.preamble + self.operative + self.part(Part.ANNEX)

    def part(self, part: Part) -> tuple[Paragraph, ...]:
        """The paragraphs of one part, in order."""
        if part is Part.ANNEX:
            return tuple(p for annex in self.annexes for p in annex.paragraphs)
        return self.preamble if part is Part.PREAMBLE else self.operative

    def paragraph(self, identifier: str) -> Paragraph:
        """The paragraph of that id, or for ``OP5(a)`` its sub-paragraph by itself; KeyError where there is none."""
        if "(" in identifier:
            whole, found = self.paragraph(identifier.partition("(")[0]), self.subparagraph(identifier)
            return replace(
                whole, text=found.text, spans=found.spans, subparagraphs=(), piece=found.id.removeprefix(whole.id)
            )
        for paragraph in self.paragraphs:
            if paragraph.id == identifier:
                return paragraph
        raise KeyError(identifier)

    def subparagraph(self, identifier: str) -> Subparagraph:
        """The sub-paragraph of that id, ``OP5(a)``; KeyError where there is none."""
        for sub in self.paragraph(identifier.partition("(")[0]).subparagraphs:
            if sub.id == identifier:
                return sub
        raise KeyError(identifier)

    def vote_of(self, code: str) -> Vote:
        """How the state of that alpha-3 code voted; ABSENT where the record does not name it."""
        return next((v.vote for v in self.roll_call if v.code == code), Vote.ABSENT)

    def voters(self, vote: Vote) -> tuple[Voter, ...]:
        """Those who cast that vote, in the order of the record."""
        return tuple(v for v in self.roll_call if v.vote is vote)
