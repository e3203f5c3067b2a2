"""What voting data says of the vote on one document: members, how they voted, and the totals given."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from bot.cells import harmless
from bot.doubts import Doubt

VOTE_LETTERS = {"Y": "Y", "N": "N", "A": "A", "X": "X", "": "X", "-": "X", ".": "X"}
"""The letters of both forms, as they are written here: X for a member that did not vote."""
TOTALS = {"Y": "total_yes", "N": "total_no", "A": "total_abstentions", "X": "total_non_voting"}
COLUMNS = (
    "ms_code", "ms_name", "ms_vote", "date", "session", "resolution", "draft", "meeting", "title", "agenda_title",
    "subjects", "vote_note",
    *TOTALS.values(), "total_ms", "undl_link",
)  # fmt: skip
"""What is written, in this order."""
WITHOUT_A_VOTE = re.compile(r"without\s+(?:a\s+)?vote|consensus", re.IGNORECASE)
"""In the kind of vote: that there was none."""


class Unsound(StrEnum):
    """Why a record is in doubt; the value is what `import` says where it counts the reasons."""

    TOTALS = "totals that are not those of the votes listed"
    NO_VOTES = "no votes listed"
    WITHOUT = "votes listed of what was adopted without one"
    TWICE = "two votes of one state"
    NAMELESS = "no symbol of a body that is known here, no title or no date"
    NO_TEXT = "words that are no text"
    UNKNOWN_CODE = "a code that is not in content/names"
    OTHER_NAME = "a name that is another state's than the code"
    SECOND = "a second vote under one symbol"


@dataclass(frozen=True, slots=True)
class Ballot:
    """A member, and how it voted."""

    code: str
    name: str
    letter: str
    """Y, N, A or X."""


@dataclass(frozen=True, slots=True)
class VotingRecord:
    """What is published of the vote on one document. Fields that are not given are empty."""

    place: str
    """Where it begins in its file: line 12, record 3."""
    symbol: str
    date: str
    """As YYYY-MM-DD."""
    title: str
    ballots: tuple[Ballot, ...]
    totals: tuple[tuple[str, int], ...]
    """By the letter of the vote; those that are given."""
    members: int | None = None
    """How many members there were, where that is given."""
    session: str = ""
    draft: str = ""
    meeting: str = ""
    agenda_title: str = ""
    subjects: str = ""
    vote_note: str = ""
    link: str = ""
    doubts: tuple[Doubt, ...] = ()
    reasons: tuple[Unsound, ...] = ()
    """Of each doubt, in the same order."""

    @property
    def without_a_vote(self) -> bool:
        """Whether it was adopted without one."""
        return not self.ballots and bool(WITHOUT_A_VOTE.search(self.vote_note))

    @property
    def members_missing(self) -> bool:
        """Whether there were other members than are listed, those not voting apart where none of them is."""
        unlisted = 0 if self.counts()["X"] else dict(self.totals).get("X", 0)
        return self.members not in (None, len(self.ballots), len(self.ballots) + unlisted)

    def counts(self) -> Counter[str]:
        """How many members voted how, by letter."""
        return Counter(ballot.letter for ballot in self.ballots)

    def csv(self) -> str:
        """The record as a file of its own, which is always the same for the same record."""
        totals = dict(self.totals) or {letter: self.counts()[letter] for letter in TOTALS}
        whole = {
            "date": self.date, "session": self.session, "resolution": self.symbol, "draft": self.draft,
            "meeting": self.meeting, "title": self.title,
            "agenda_title": self.agenda_title, "subjects": self.subjects, "vote_note": self.vote_note,
            "undl_link": self.link, "total_ms": str(len(self.ballots) if self.members is None else self.members),
            **{column: str(totals.get(letter, "")) for letter, column in TOTALS.items()},
        }  # fmt: skip
        out = io.StringIO()
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for ballot in self.ballots or (Ballot("", "", ""),):
            row = {"ms_code": ballot.code, "ms_name": ballot.name, "ms_vote": ballot.letter, **whole}
            writer.writerow({column: harmless(cell) for column, cell in row.items()})
        return out.getvalue()


_REVISED = re.compile(r"\bas\s+orally\s+\w+$", re.IGNORECASE)
"""What the catalogue adds to the symbol of a draft that was put to the vote in other words than it was printed in."""


def plain_day(text: str) -> str:
    """A date as in 2024-03-15, which a catalogue has as 20240315; any other text as it is."""
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if len(text) == 8 and text.isdecimal() else text


def plain_symbol(text: str) -> str:
    """A symbol without spaces, and without what the catalogue adds to it."""
    return re.sub(r"\s+", "", _REVISED.sub("", text.strip()))


_ADDED = re.compile(
    r"(?<!\s)\s*+[:/]\s*+(?:resolution|decision|draft resolution)?\s*+/?\s*+(?:adopted by .*)?$", re.DOTALL
)


def plain_title(text: str) -> str:
    """A title less what the catalogue adds to it: “: resolution / adopted by the General Assembly”."""
    return _ADDED.sub("", text).strip()
