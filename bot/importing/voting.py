"""Voting data as the United Nations' libraries publish it → records of votes, one at a time, however large the file.

Two forms are read:

- the UN Digital Library's bulk CSV of the General Assembly and the Security Council: a row for each member and
  resolution, in the columns of `bot.corpus.votes`, totals written “152.0”;
- MARCXML, as both libraries export a record: 245 title, 269 date, 500 sponsors, 591 kind of vote, 791 symbol, 952
meeting,
  967 a vote (code in b or c, vote in d, name in e), 981 body, 991 agenda item (b, c) and subject (d), 993 draft, 996
  totals.

A record is not judged here, only read; what does not add up in it is a doubt.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import IO

from lxml import etree

from bot.cells import harmless
from bot.corpus.recorded import body_of
from bot.doubts import Doubt, DoubtKind
from bot.errors import ContentError
from bot.language.names import Names

MARC = "{http://www.loc.gov/MARC21/slim}"
VOTE_LETTERS = {"Y": "Y", "N": "N", "A": "A", "X": "X", "": "X", "-": "X", ".": "X"}
"""The letters of both forms, as they are written here: X for a member that did not vote."""
TOTALS = {"Y": "total_yes", "N": "total_no", "A": "total_abstentions", "X": "total_non_voting"}
_COLUMNS = (
    "ms_code", "ms_name", "ms_vote", "date", "session", "resolution", "draft", "meeting", "title", "agenda_title",
    "subjects", "vote_note",
    *TOTALS.values(), "total_ms", "undl_link",
)  # fmt: skip
"""What is written, in this order."""
WITHOUT_A_VOTE = re.compile(r"without\s+(?:a\s+)?vote|consensus", re.IGNORECASE)
"""In the kind of vote: that there was none."""
_LONGEST_FIELD = 1_000_000
"""Characters of the longest field of a CSV file."""


class Unsound(StrEnum):
    """Why a record is in doubt; the value is what `import` says where it counts the reasons."""

    TOTALS = "totals that are not those of the votes listed"
    NO_VOTES = "no votes listed"
    TWICE = "two votes of one state"
    NAMELESS = "no symbol of a body that is known here, no title or no date"
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
            "undl_link": self.link,
            "total_ms": str(len(self.ballots)), **{column: str(totals.get(letter, "")) for letter,
            column in TOTALS.items()},
        }  # fmt: skip
        out = io.StringIO()
        writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
        writer.writeheader()
        for ballot in self.ballots or (Ballot("", "", ""),):
            row = {"ms_code": ballot.code, "ms_name": ballot.name, "ms_vote": ballot.letter, **whole}
            writer.writerow({column: harmless(cell) for column, cell in row.items()})
        return out.getvalue()


def is_voting_data(start: bytes) -> bool:
    """Whether a file that begins so is voting data."""
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    header = text.split(b"\n", 1)[0]
    if text.startswith(b"<"):
        return b"MARC21/slim" in start
    return b"ms_code" in header and b"ms_vote" in header


def records(path: str, stream: IO[bytes]) -> Iterator[VotingRecord | ContentError]:
    """The records of a file, in order; for one that can't be read, why. ContentError where the file itself can't be.

    path: named in errors; stream: the file, at its beginning.
    """
    start = stream.read(3)
    stream.seek(0)
    is_xml = start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"
    yield from _marc(path, stream) if is_xml else _bulk(path, stream)


# --- the bulk CSV -----------------------------------------------------------------------------------


def _bulk(path: str, stream: IO[bytes]) -> Iterator[VotingRecord | ContentError]:
    csv.field_size_limit(_LONGEST_FIELD)
    lines = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    rows = csv.DictReader(lines, strict=True, restkey="(more)")
    try:
        header = {name.strip() for name in rows.fieldnames or ()}
        if missing := [name for name in ("ms_code", "ms_name", "ms_vote", "resolution", "date") if name not in header]:
            raise ContentError(
                path, 1, f"the column {missing[0]} is missing; expected those of the UN Digital Library's voting data"
            )
        numbered = ((rows.line_num, row) for row in rows)
        for _, group in groupby(
            numbered, key=lambda item: (item[1].get("undl_id"), item[1]["resolution"], item[1]["date"])
        ):
            yield _of_rows(path, list(group))
    except csv.Error as error:
        raise ContentError(
            path, rows.line_num, f"not CSV: {error}; expected the columns of the voting data, set apart by commas"
        ) from None
    except UnicodeDecodeError as error:
        raise ContentError(
            path, None, f"byte {error.start} of what is read is not UTF-8; expected text in UTF-8"
        ) from None
    finally:
        lines.detach()  # the stream is its opener's to close


def _of_rows(path: str, rows: list[tuple[int, dict[str, str]]]) -> VotingRecord | ContentError:
    line, first = rows[0]
    ballots = []
    for number, row in rows:
        if "(more)" in row or None in row.values():
            return ContentError(
                path, number, "the row has more or fewer fields than the first line; expected one for each column"
            )
        letter = VOTE_LETTERS.get(row["ms_vote"].strip().upper())
        if letter is None:
            return ContentError(path, number, f"ms_vote is “{row['ms_vote']}”; expected one of Y, N, A, X")
        if row["ms_code"].strip():
            ballots.append(Ballot(row["ms_code"].strip(), row["ms_name"].strip(), letter))
    totals = []
    for letter, column in TOTALS.items():
        value = first.get(column, "").strip()
        if value and not re.fullmatch(r"\d+(?:\.0+)?", value):
            return ContentError(path, line, f"{column} is “{value}”; expected a whole number")
        if value:
            totals.append((letter, int(value.partition(".")[0])))

    def plain(name: str) -> str:
        return " ".join(first.get(name, "").split())

    day = _day(plain("date"))
    return VotingRecord(
        f"line {line}", _symbol(first["resolution"]) or _symbol(plain("draft")), day,
        _title(plain("title") or plain("description")), tuple(ballots), tuple(totals),
        plain("session"), plain("draft"), plain("meeting"), plain("agenda_title"), plain("subjects"),
        plain("vote_note"), plain("undl_link"),
    )  # fmt: skip


_REVISED = re.compile(r"\bas\s+orally\s+\w+$", re.IGNORECASE)
"""What the catalogue adds to the symbol of a draft that was put to the vote in other words than it was printed in."""


def _day(text: str) -> str:
    """A date as in 2024-03-15, which a catalogue has as 20240315; any other text as it is."""
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if len(text) == 8 and text.isdecimal() else text


def _symbol(text: str) -> str:
    return re.sub(r"\s+", "", _REVISED.sub("", text.strip()))


_ADDED = re.compile(
    r"(?<!\s)\s*+[:/]\s*+(?:resolution|decision|draft resolution)?\s*+/?\s*+(?:adopted by .*)?$", re.DOTALL
)


def _title(text: str) -> str:
    """A title less what the catalogue adds to it: “: resolution / adopted by the General Assembly”."""
    return _ADDED.sub("", text).strip()


# --- MARCXML ------------------------------------------------------------------------------------------


def _marc(path: str, stream: IO[bytes]) -> Iterator[VotingRecord | ContentError]:
    try:
        # No entities, no network, no document type: a record has none of them.
        parsing = etree.iterparse(
            stream, tag=f"{MARC}record", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        for number, (_, element) in enumerate(parsing, 1):
            yield _of_record(path, number, _fields(element))
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise ContentError(
            path, error.lineno, "the XML breaks off or is not sound; expected MARCXML as a library exports it"
        ) from None


_Fields = dict[str, list[dict[str, str]]]


def _fields(record: etree._Element) -> _Fields:
    """The fields of a record by tag: for each, its subfields by code."""
    fields: _Fields = defaultdict(list)
    for field in record.iter(f"{MARC}datafield"):
        subfields: dict[str, str] = {}
        for sub in field.iter(f"{MARC}subfield"):
            subfields.setdefault(sub.get("code", ""), " ".join((sub.text or "").split()))
        fields[field.get("tag", "")].append(subfields)
    number = next((each.text or "" for each in record.iter(f"{MARC}controlfield") if each.get("tag") == "001"), "")
    fields["001"].append({"a": number.strip()})
    return fields


def _first(fields: _Fields, tag: str, code: str = "a") -> str:
    return next((field[code] for field in fields.get(tag, ()) if field.get(code)), "")


def _of_record(path: str, number: int, fields: _Fields) -> VotingRecord | ContentError:
    place = f"record {number}"
    symbol, day = _symbol(_first(fields, "791")), _first(fields, "269").replace("-", "")
    if not symbol or not re.fullmatch(r"\d{8}", day):
        what = "no symbol (field 791)" if not symbol else f"the date “{_first(fields, '269')}” (field 269)"
        return ContentError(path, None, f"{place} has {what}; expected a symbol and a date as in 2024-03-15")
    ballots = []
    for field in fields.get("967", ()):
        letter = VOTE_LETTERS.get(field.get("d", "").strip().upper())
        code = field.get("c") or field.get("b") or ""
        if letter is None or not code:
            what = f"{place}, {symbol}: field 967 has the vote “{field.get('d')}” of “{field.get('e')}”"
            return ContentError(path, None, f"{what}; expected Y, N or A, and a code")
        ballots.append(Ballot(code, field.get("e", ""), letter))
    agenda = " ".join(part for part in (_first(fields, "991", "b"), _first(fields, "991", "c")) if part)
    return VotingRecord(
        place, symbol, _day(day), _title(" ".join(_first(fields, "245",
        code) for code in "abc").strip()), tuple(ballots),
        _totals(fields), draft=_first(fields, "993"), meeting=_first(fields, "952"), agenda_title=agenda,
        vote_note=_first(fields, "591"),
        subjects="; ".join(dict.fromkeys(field["d"] for field in fields.get("991", ()) if field.get("d"))),
    )  # fmt: skip


def _totals(fields: _Fields) -> tuple[tuple[str, int], ...]:
    given = zip("YNAX", (_first(fields, "996", code) for code in "bcde"), strict=True)
    return tuple((letter, int(value)) for letter, value in given if value.isdecimal())


# --- what does not add up -----------------------------------------------------------------------------


def checked(record: VotingRecord, names: Names) -> VotingRecord:
    """The record with its doubts, and the codes of states as content/names has them.

    A doubt is: totals that are not those of its votes; a state with two votes; a code that is not known beside a name
    that is not either; a name that is another state's.
    """
    record = replace(record, ballots=tuple(_of_today(ballot, names) for ballot in record.ballots))
    found = [*_known(record), *_counted(record), *_named(record, names)]
    place = f"{record.symbol}, {record.place}"
    return replace(
        record,
        doubts=tuple(Doubt(DoubtKind.VOTE, place, what, meant) for _, what, meant in found),
        reasons=tuple(reason for reason, _, _ in found),
    )


def _of_today(ballot: Ballot, names: Names) -> Ballot:
    """The ballot under today's code: that which continues one of then (SUN), or which the name has."""
    code = names.continued.get(ballot.code, ballot.code)
    if code not in names.states:
        code = names.code_in_record(ballot.name) or code
    return replace(ballot, code=code)


_Found = tuple[Unsound, str, str]
"""Why a record is in doubt, what is unusual, and how it is understood."""


def _known(record: VotingRecord) -> Iterator[_Found]:
    """What is missing without which a record is no resolution that can be asked about."""
    if body_of(record.symbol) is None:
        yield Unsound.NAMELESS, f"the symbol “{record.symbol}” is of no body whose votes are read here", "nothing"
    if not record.title:
        yield Unsound.NAMELESS, "it has no title", "nothing"
    try:
        date.fromisoformat(record.date)
    except ValueError:
        yield Unsound.NAMELESS, f"the date is “{record.date}”, not one as in 2024-03-15", "nothing"


def _counted(record: VotingRecord) -> Iterator[_Found]:
    counts = record.counts()
    given = dict(record.totals)
    # Where those not voting are not listed, their total says nothing of the list.
    letters = [letter for letter in given if letter != "X" or counts["X"]]
    if record.ballots and any(given[letter] != counts[letter] for letter in letters):
        said = ", ".join(f"{TOTALS[letter]} {given[letter]}" for letter in letters)
        here = ", ".join(f"{counts[letter]} {letter}" for letter in letters)
        what = f"the totals ({said}) are not those of the votes listed ({here})"
        yield Unsound.TOTALS, what, "the votes as listed; no result"
    if not record.ballots and not record.without_a_vote:
        yield Unsound.NO_VOTES, f"no votes are listed (kind of vote: “{record.vote_note}”)", "nothing"


def _named(record: VotingRecord, names: Names) -> Iterator[_Found]:
    for code, count in Counter(ballot.code for ballot in record.ballots).items():
        if count > 1:
            yield Unsound.TWICE, f"{code} has {count} votes", "nothing"
    for ballot in record.ballots:
        known = names.code_in_record(ballot.name)
        if ballot.code not in names.states:
            what = f"the code {ballot.code} ({ballot.name}) is not in content/names"
            yield Unsound.UNKNOWN_CODE, what, "nothing"
        elif known is not None and known != ballot.code:
            what = f"“{ballot.name}” is {known}, but the code is {ballot.code}"
            yield Unsound.OTHER_NAME, what, f"the vote of {ballot.code}"


def read_all(path: Path, names: Names) -> Iterable[VotingRecord | ContentError]:
    """The records of a file, each with its doubts; see `records`."""
    try:
        with path.open("rb") as stream:
            for record in records(str(path), stream):
                yield record if isinstance(record, ContentError) else checked(record, names)
    except OSError as error:
        raise ContentError(path, None, f"{error.strerror}; expected a file that can be read") from None
