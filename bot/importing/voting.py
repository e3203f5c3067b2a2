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

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO

from lxml import etree

from bot.doubts import Doubt, DoubtKind
from bot.errors import ContentError
from bot.importing.ballots import (
    TOTALS,
    VOTE_LETTERS,
    WITHOUT_A_VOTE,
    Ballot,
    Unsound,
    VotingRecord,
    plain_day,
    plain_symbol,
    plain_title,
)
from bot.importing.characters import unsound
from bot.importing.voting_csv import bulk
from bot.language.names import Names
from bot.resolution import body_of

MARC = "{http://www.loc.gov/MARC21/slim}"


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
    record = None
    for record in _marc(path, stream) if is_xml else bulk(path, stream):
        yield record
    if record is None:
        raise ContentError(path, None, "no votes here; expected a row or a field for each member")


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
    symbol, day = plain_symbol(_first(fields, "791")), _first(fields, "269").replace("-", "")
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
        place, symbol, plain_day(day), plain_title(" ".join(_first(fields, "245", code) for code in "abc").strip()),
        tuple(ballots), _totals(fields), _members(fields), draft=_first(fields, "993"), meeting=_first(fields, "952"),
        agenda_title=agenda, vote_note=_first(fields, "591"),
        subjects="; ".join(dict.fromkeys(field["d"] for field in fields.get("991", ()) if field.get("d"))),
    )  # fmt: skip


def _members(fields: _Fields) -> int | None:
    given = _first(fields, "996", "f")
    return int(given) if given.isdecimal() else None


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
    for words in (record.title, record.agenda_title, record.subjects):
        if what := unsound(words):
            yield Unsound.NO_TEXT, what, "nothing"
    try:
        date.fromisoformat(record.date)
    except ValueError:
        yield Unsound.NAMELESS, f"the date is “{record.date}”, not one as in 2024-03-15", "nothing"


def _counted(record: VotingRecord) -> Iterator[_Found]:
    counts = record.counts()
    given = dict(record.totals)
    # Where those not voting are not listed, their total says nothing of the list.
    letters = [letter for letter in given if letter != "X" or counts["X"]]
    off = any(given[letter] != counts[letter] for letter in letters)
    if record.ballots and (off or record.members_missing):
        said = [f"{TOTALS[letter]} {given[letter]}" for letter in letters]
        here = [f"{counts[letter]} {letter}" for letter in letters]
        if record.members_missing:
            said, here = [*said, f"total_ms {record.members}"], [*here, f"{len(record.ballots)} in all"]
        what = f"the totals ({', '.join(said)}) are not those of the votes listed ({', '.join(here)})"
        yield Unsound.TOTALS, what, "the votes as listed; no result"
    if not record.ballots and not record.without_a_vote:
        yield Unsound.NO_VOTES, f"no votes are listed (kind of vote: “{record.vote_note}”)", "nothing"
    if record.ballots and WITHOUT_A_VOTE.search(record.vote_note):
        what = f"votes are listed, but the kind of vote is “{record.vote_note}”"
        yield Unsound.WITHOUT, what, "the votes as listed"


def _named(record: VotingRecord, names: Names) -> Iterator[_Found]:
    for code, count in Counter(ballot.code for ballot in record.ballots).items():
        if count > 1:
            yield Unsound.TWICE, f"{code} has {count} votes", "nothing"
    for ballot in record.ballots:
        known = names.code_in_record(ballot.name)
        if ballot.code not in names.states:
            what = f"the code {ballot.code or '“”'} ({ballot.name}) is not in content/names"
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
