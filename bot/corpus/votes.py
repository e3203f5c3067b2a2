"""Voting data beside a text: ``NAME.votes.csv``, in the columns of the United Nations Digital Library.

One row for each member: ``ms_code`` (ISO 3166-1 alpha-3, or the code of a former state), ``ms_name``, and
``ms_vote``: Y, N, A, or X where the member did not vote. The other columns
are of the resolution as a whole and the same in every row; those that are known here are checked.

Source: the data sets “General Assembly voting data” and “Security Council voting data”,
https://digitallibrary.un.org/record/4060887 and https://digitallibrary.un.org/record/4055387.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bot.cells import harmless
from bot.errors import ContentError
from bot.language.names import Names
from bot.resolution import CAST, Adoption, Body, Resolution, Tally, Vote, Voter

VOTES_FILE = ".votes.csv"
"""How the name of such a file ends."""
REQUIRED = ("ms_code", "ms_name", "ms_vote")
"""The columns that have to be there."""
_COLUMNS = (
    "undl_id", "ms_code", "ms_name", "permanent_member", "ms_vote", "date", "session", "resolution", "draft",
    "committee_report", "meeting", "description",
    "agenda_title", "agenda", "subjects", "modality", "title", "vote_note", "total_yes", "total_no",
    "total_abstentions", "total_non_voting", "total_ms",
    "undl_link",
)  # fmt: skip
"""The columns of either data set."""
EXPORTED = (
    "ms_code", "ms_name", "ms_vote", "date", "session", "resolution", "meeting", "title", "total_yes", "total_no",
    "total_abstentions", "total_non_voting",
    "total_ms",
)  # fmt: skip
"""The columns that are written."""
VOTE_OF_LETTER = {"Y": Vote.YES, "N": Vote.NO, "A": Vote.ABSTAIN, "X": Vote.NOT_VOTING}
_TOTALS = {
    "total_yes": (Vote.YES,), "total_no": (Vote.NO,), "total_abstentions": (Vote.ABSTAIN,),
    "total_non_voting": (Vote.NOT_VOTING,),
    "total_ms": (*CAST, Vote.NOT_VOTING),
}  # fmt: skip
TOTAL_COLUMNS = tuple(_TOTALS)
"""The columns of totals."""
_SAID = {
    "total_yes": "yes", "total_no": "no", "total_abstentions": "abstain", "total_non_voting": "not voting",
    "total_ms": "members",
}  # fmt: skip
"""What a doubt calls the totals."""
_MEMBERS = {
    Body.GENERAL_ASSEMBLY: (date(2011, 7, 14), 193), Body.SECURITY_COUNCIL: (date(1966, 1, 1), 15),
    Body.ECONOMIC_AND_SOCIAL_COUNCIL: (date(1974, 1, 1), 54),
}  # fmt: skip
"""How many members an organ has had, since when; the General Assembly with South Sudan."""


def members_of(resolution: Resolution) -> int | None:
    """How many members its organ had when it was adopted; None where that is not known here."""
    since, members = _MEMBERS.get(resolution.body, (date.max, 0))
    return members if resolution.adopted >= since else None


@dataclass(frozen=True, slots=True)
class VotingData:
    """The votes of one file."""

    path: Path
    voters: tuple[Voter, ...]
    """In the order of the file, those that did not vote among them."""
    tally: Tally


def read_votes(path: Path, names: Names, resolution: Resolution | None = None, *, totals: bool = True) -> VotingData:
    """The votes in a file; ContentError, with file and line, where they are not sound or are of another resolution.

    totals: whether those given have to be those of the votes listed.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ContentError(path, None, f"{error.strerror}; expected a file that can be read") from None
    except UnicodeDecodeError as error:
        raise ContentError(
            path,
            path.read_bytes()[: error.start].count(b"\n") + 1,
            f"byte {error.start} is not UTF-8; expected text in UTF-8",
        ) from None
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True, restkey="(more)")
    header = [name.strip() for name in rows.fieldnames or ()]
    _check_header(path, header)
    rows.fieldnames = header
    voters: dict[str, Voter] = {}
    last: dict[str, str] = {}
    try:
        for row in rows:
            fields = _row(path, rows.line_num, row)
            voter = _voter(path, rows.line_num, fields, names)
            if voter.code in voters:
                raise ContentError(
                    path, rows.line_num, f"{voter.name} ({voter.code}) has a row already; expected one for each member"
                )
            _check_row(path, rows.line_num, fields, last, resolution)
            voters[voter.code], last = voter, fields
    except csv.Error as error:
        raise ContentError(
            path, rows.line_num, f"not CSV: {error}; expected the columns of the voting data, set apart by commas"
        ) from None
    if not voters:
        raise ContentError(path, None, "no votes here; expected a row for each member")
    counts = Counter(v.vote for v in voters.values())
    if totals:
        _check_totals(path, rows.line_num, last, counts)
    if resolution and not last.get("total_ms"):
        _check_members(path, rows.line_num, len(voters), resolution)
    tally = Tally(counts[Vote.YES], counts[Vote.NO], counts[Vote.ABSTAIN], counts[Vote.NOT_VOTING])
    return VotingData(path, tuple(voters.values()), tally)


def _check_header(path: Path, header: list[str]) -> None:
    for name in header:
        if name not in _COLUMNS:
            raise ContentError(
                path, 1, f"the column “{name}” is not known; expected those of the voting data: {', '.join(_COLUMNS)}"
            )
        if header.count(name) > 1:
            raise ContentError(path, 1, f"the column {name} stands here twice; expected each once")
    if missing := [name for name in REQUIRED if name not in header]:
        raise ContentError(path, 1, f"the column {missing[0]} is missing; expected {', '.join(REQUIRED)}")


def _row(path: Path, line: int, row: Mapping[str, str | list[str] | None]) -> dict[str, str]:
    fields = {name: value.strip() for name, value in row.items() if isinstance(value, str)}
    if len(fields) != len(row):
        raise ContentError(
            path, line, "the row has more or fewer fields than the first line; expected one for each column"
        )
    return fields


def _voter(path: Path, line: int, fields: dict[str, str], names: Names) -> Voter:
    code, name, letter = (fields[column] for column in REQUIRED)
    code = names.continued.get(code, code)
    if letter not in VOTE_OF_LETTER:
        raise ContentError(path, line, f"ms_vote is “{letter}”; expected one of {', '.join(VOTE_OF_LETTER)}")
    if code not in names.states:
        raise ContentError(
            path, line, f"ms_code “{code}” is not a code of content/names; expected the alpha-3 code of a state there"
        )
    # A name that is not known is no reason to doubt the code: records print names in many ways.
    if (known := names.code_in_record(name) or code) != code:
        raise ContentError(
            path, line, f"“{name}” is {known}, but ms_code says {code}; expected a name and a code of the same state"
        )
    return Voter(code, name, VOTE_OF_LETTER[letter], None)


def _check_row(
    path: Path, line: int, fields: dict[str, str], last: dict[str, str], resolution: Resolution | None
) -> None:
    """Whether a row is of the same resolution as the last one, and of the one beside which the file stands."""
    for name, value in fields.items():
        if name not in (*REQUIRED, "permanent_member") and last and last[name] != value:
            raise ContentError(
                path,
                line,
                (
                    f"{name} is “{value[:40]}” here and “{last[name][:40]}” in the row before; expected the same in "
                    f"every row"
                ),
            )
    if last or resolution is None:
        return
    expected = {"resolution": resolution.symbol, "date": resolution.adopted.isoformat()}
    for name, wanted in expected.items():
        said = fields.get(name, "")
        if said and said.replace(" ", "") != wanted.replace(" ", ""):
            raise ContentError(path, line, f"{name} is “{said}”; expected {wanted}, as in the text")


def _check_totals(path: Path, line: int, fields: dict[str, str], counts: Counter[Vote]) -> None:
    given = {name: fields.get(name, "").removesuffix(".0") for name in _TOTALS}  # the data of 2026 has 152.0
    for name, value in given.items():
        if value and not (value.isascii() and value.isdigit()):
            raise ContentError(path, line, f"{name} is “{value}”; expected a whole number")
    for name, total, listed in unequal({name: int(value) for name, value in given.items() if value}, counts):
        raise ContentError(path, line, f"{name} is “{total}”, but {listed} rows are; expected the same number")


def unequal(totals: Mapping[str, int], counts: Counter[Vote]) -> Iterator[tuple[str, int, int]]:
    """Which totals, by their columns, are not those of the votes listed: the column, its total, how many are listed.

    Where those that did not vote are not listed, their total says nothing of the list, and they are among the members
    or not.
    """
    unlisted = 0 if counts[Vote.NOT_VOTING] else totals.get("total_non_voting", 0)
    for name, total in totals.items():
        listed = sum(counts[vote] for vote in _TOTALS[name])
        if total not in ((listed, listed + unlisted) if Vote.NOT_VOTING in _TOTALS[name] else (listed,)):
            yield name, total, listed


def unequal_said(totals: Mapping[str, int], counts: Counter[Vote]) -> str:
    """The same as a doubt says it: yes 3 (listed: 2); empty where all totals are those of the votes listed."""
    return ", ".join(f"{_SAID[name]} {total} (listed: {listed})" for name, total, listed in unequal(totals, counts))


def _check_members(path: Path, line: int, listed: int, resolution: Resolution) -> None:
    """ContentError where a file without a total lists most of the members, but not all; one with fewer is an
    extract."""
    members = members_of(resolution)
    if members and members / 2 < listed != members:
        raise ContentError(
            path,
            line,
            f"{listed} members are listed; expected {members}, with X for each that did not vote, or total_ms",
        )


def with_votes(resolution: Resolution, data: VotingData) -> Resolution:
    """The resolution with those votes; ContentError where its own text says otherwise."""
    path, tally = data.path, resolution.tally
    if resolution.adoption is Adoption.WITHOUT_A_VOTE:
        raise ContentError(
            path, None, f"{resolution.symbol} was adopted without a vote; expected no votes beside its text"
        )
    if tally and (tally.yes, tally.no, tally.abstain) != (data.tally.yes, data.tally.no, data.tally.abstain):
        said = " to ".join(str(tally.of(vote)) for vote in CAST)
        here = " to ".join(str(data.tally.of(vote)) for vote in CAST)
        raise ContentError(path, None, f"the votes are {here}, but the text says {said}; expected the same")
    if resolution.roll_call:
        listed = {v.code: v.vote for v in resolution.roll_call if v.vote in CAST}
        here_too = {v.code: v.vote for v in data.voters if v.vote in CAST}
        for code in sorted(listed.keys() | here_too.keys()):
            if listed.get(code) is not here_too.get(code):
                raise ContentError(
                    path,
                    None,
                    f"{code} is {here_too.get(code)} here and {listed.get(code)} in the text; expected the same votes",
                )
        # The text's own record stays, each name at its place; those that did not vote follow.
        voters = tuple(v for v in resolution.roll_call if v.vote in CAST) + tuple(
            v for v in data.voters if v.vote is Vote.NOT_VOTING
        )
        return replace(resolution, tally=data.tally, roll_call=voters)
    return replace(resolution, tally=data.tally, roll_call=data.voters, adoption=Adoption.RECORDED_VOTE)


def export(resolution: Resolution, names: Names) -> str:
    """The votes of a resolution as voting data, which `read_votes` reads back; an empty table where it has no roll
    call."""
    out = io.StringIO()
    writer = csv.DictWriter(out, EXPORTED, lineterminator="\n")
    writer.writeheader()
    letters = {vote: letter for letter, vote in VOTE_OF_LETTER.items()}
    tally = resolution.tally or Tally(0, 0, 0)
    whole = {
        "date": resolution.adopted.isoformat(), "session": str(resolution.session.number) if resolution.session else "",
        "resolution": resolution.symbol,
        "meeting": str(resolution.meeting.number) if resolution.meeting else "",
        "title": " ".join(resolution.title.text.split()),
        "total_yes": tally.yes, "total_no": tally.no, "total_abstentions": tally.abstain,
        "total_non_voting": tally.not_voting,
        "total_ms": tally.total + tally.not_voting,
    }  # fmt: skip
    for voter in resolution.roll_call:
        name = names.states[voter.code].en if names.code_in_record(voter.name) != voter.code else voter.name
        row = {"ms_code": voter.code, "ms_name": name, "ms_vote": letters[voter.vote], **whole}
        writer.writerow({column: harmless(cell) for column, cell in row.items()})
    return out.getvalue()
