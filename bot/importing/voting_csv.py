"""The bulk CSV of voting data: a row for each member and resolution → records of votes, one at a time."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import IO

from bot.errors import ContentError
from bot.importing.ballots import (
    COLUMNS,
    TOTALS,
    VOTE_LETTERS,
    Ballot,
    VotingRecord,
    plain_day,
    plain_symbol,
    plain_title,
)

_LONGEST_FIELD = 1_000_000
"""Characters of the longest field."""
_MORE = "(more)"
"""The name of what a row has beyond its columns."""
_NEEDED = ("ms_code", "ms_name", "ms_vote", "resolution", "date")
_OF_MEMBER = COLUMNS[:3]
"""The columns of a row that are its member's; the others are of the resolution."""
_Row = dict[str, str]
_Key = tuple[str | None, str, str]
"""What tells the votes on one document from others: the record's number, the symbol, the date."""


def bulk(path: str, stream: IO[bytes]) -> Iterator[VotingRecord | ContentError]:
    """The records of a file, in order; for one that can't be read, why. ContentError where the file itself can't be."""
    apart = {key: lines for key, lines in _begun(path, stream).items() if len(lines) > 1}
    stream.seek(0)
    for key, rows in _grouped(path, stream):
        if key not in apart:
            yield _of_rows(path, rows)
        elif rows[0][0] == apart[key][0]:
            first, second = apart[key][:2]
            what = f"the rows of {key[1]} stand apart, from line {first} and from line {second}"
            yield ContentError(path, second, f"{what}; expected all rows of one vote below one another")


def _begun(path: str, stream: IO[bytes]) -> dict[_Key, list[int]]:
    """The lines in which rows of a vote begin: two where others stand between them."""
    begun: dict[_Key, list[int]] = {}
    for key, rows in _grouped(path, stream):
        begun.setdefault(key, []).append(rows[0][0])
    return begun


def _grouped(path: str, stream: IO[bytes]) -> Iterator[tuple[_Key, list[tuple[int, _Row]]]]:
    """The rows of each vote that stand below one another, with their lines."""
    csv.field_size_limit(_LONGEST_FIELD)
    lines = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    rows = csv.DictReader(lines, strict=True, restkey=_MORE)
    try:
        rows.fieldnames = _header(path, rows.fieldnames or ())
        for key, group in groupby(_keyed(rows), key=lambda item: item[0]):
            yield key, [(number, row) for _, number, row in group]
    except csv.Error as error:
        raise ContentError(
            path, rows.line_num, f"not CSV: {error}; expected the columns of the voting data, set apart by commas"
        ) from None
    except UnicodeDecodeError:
        raise ContentError(path, _undecoded(stream), "not UTF-8; expected text in UTF-8") from None
    finally:
        lines.detach()  # the stream is its opener's to close


def _header(path: str, names: Sequence[str]) -> list[str]:
    """The names of the columns; ContentError where one that is needed is missing, or one stands there twice."""
    header = [name.strip() for name in names]
    if missing := [name for name in _NEEDED if name not in header]:
        raise ContentError(
            path, 1, f"the column {missing[0]} is missing; expected those of the UN Digital Library's voting data"
        )
    if twice := [name for name in COLUMNS if header.count(name) > 1]:
        raise ContentError(path, 1, f"the column {twice[0]} stands here twice; expected each once")
    return header


def _keyed(rows: csv.DictReader[str]) -> Iterator[tuple[_Key, int, _Row]]:
    """Each row that has anything in it, and of which vote it is: one that is not whole is of that of the row before."""
    key = None
    for row in rows:
        if not any(row.values()):
            continue
        if key is None or _is_whole(row):
            key = (row.get("undl_id"), row["resolution"], row["date"])
        yield key, rows.line_num, row


def _is_whole(row: _Row) -> bool:
    """Whether a row has as many fields as there are columns."""
    return _MORE not in row and None not in row.values()


def _undecoded(stream: IO[bytes]) -> int | None:
    """The first line that is not UTF-8."""
    stream.seek(0)
    for number, line in enumerate(stream, 1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            return number
    return None


def _of_rows(path: str, rows: list[tuple[int, _Row]]) -> VotingRecord | ContentError:
    line, first = rows[0]
    if error := _not_of_one(path, rows):
        return error
    ballots = []
    for number, row in rows:
        letter = VOTE_LETTERS.get(row["ms_vote"].strip().upper())
        if letter is None:
            return ContentError(path, number, f"ms_vote is “{row['ms_vote']}”; expected one of Y, N, A, X")
        # The row of what was adopted without a vote is of no member.
        if any(row[column].strip() for column in _OF_MEMBER):
            ballots.append(Ballot(row["ms_code"].strip(), row["ms_name"].strip(), letter))
    totals = {}
    for column in (*TOTALS.values(), "total_ms"):
        value = first.get(column, "").strip()
        if value and not re.fullmatch(r"\d+(?:\.0+)?", value):
            return ContentError(path, line, f"{column} is “{value}”; expected a whole number")
        if value:
            totals[column] = int(value.partition(".")[0])

    def plain(name: str) -> str:
        return " ".join(first.get(name, "").split())

    return VotingRecord(
        f"line {line}", plain_symbol(first["resolution"]) or plain_symbol(plain("draft")), plain_day(plain("date")),
        plain_title(plain("title") or plain("description")), tuple(ballots),
        tuple((letter, totals[column]) for letter, column in TOTALS.items() if column in totals),
        totals.get("total_ms"),
        plain("session"), plain("draft"), plain("meeting"), plain("agenda_title"), plain("subjects"),
        plain("vote_note"), plain("undl_link"),
    )  # fmt: skip


def _not_of_one(path: str, rows: list[tuple[int, _Row]]) -> ContentError | None:
    """Why rows are not those of one vote: one is not whole, or says otherwise of the vote than the first one."""
    line, first = rows[0]
    for number, row in rows:
        if not _is_whole(row):
            return ContentError(
                path, number, "the row has more or fewer fields than the first line; expected one for each column"
            )
        for column in COLUMNS[len(_OF_MEMBER) :]:
            if row.get(column) != first.get(column):
                what = f"{column} is “{row[column][:40]}” here and “{first[column][:40]}” in line {line}"
                return ContentError(path, number, f"{what}; expected the same in every row of one vote")
    return None
