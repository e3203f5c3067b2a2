"""The rows of a reply as a table: comma-separated values, as spreadsheets open them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from functools import singledispatch

from bot.answer.model import Answer, RollAnswer, TableAnswer, TallyAnswer, VoteAnswer
from bot.answer.record import (
    AlikeAnswer,
    BetweenAnswer,
    GroupHistoryAnswer,
    HistoryAnswer,
    ListAnswer,
    PartsAnswer,
    ThroughoutAnswer,
)
from bot.corpus.library import Library
from bot.resolution import CAST, Vote
from bot.store.summary import Summary
from bot.wording.sentences import Wording
from bot.wording.sets import described
from bot.wording.voice import LINK, Voice

MARK = "\ufeff"
"""Before the first line: without it some spreadsheets do not read UTF-8."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

_Cells = Sequence[object]


def table_of(answer: Answer, library: Library, wording: Wording) -> str:
    """The answer's table, all of its rows, as CSV (RFC 4180); empty where it has none.

    The names of the columns are English words, as programs expect them; states have their code and their name in the
    asker's language.
    """
    rows = list(_rows(answer, Voice(library, wording)))
    if len(rows) < 2:
        return ""
    out = io.StringIO()
    csv.writer(out).writerows([[_harmless(cell) for cell in row] for row in rows])
    return out.getvalue()


def _harmless(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else "" if cell is None else cell


_OF_RESOLUTION = ("resolution", "date", "title")
_OF_VOTES = ("code", "state", "vote")


@singledispatch
def _rows(answer: Answer, voice: Voice) -> Iterable[_Cells]:
    """The names of the columns, then the rows; nothing where there is no table."""
    return ()


@_rows.register
def _history(answer: HistoryAnswer, voice: Voice) -> Iterable[_Cells]:
    yield (*_OF_RESOLUTION, *answer.question.states, "source")
    for row in answer.rows:
        yield (*_cells(row.summary), *(str(vote) for _, vote in row.votes), _source(row.summary.symbol))


@_rows.register
def _group_history(answer: GroupHistoryAnswer, voice: Voice) -> Iterable[_Cells]:
    yield (*_OF_RESOLUTION, *CAST, "cohesion", "source")
    for row in answer.rows:
        counts = [count for _, count in row.figures]
        yield (*_cells(row.summary), *counts, _rounded(row.cohesion), _source(row.summary.symbol))


@_rows.register
def _list(answer: ListAnswer, voice: Voice) -> Iterable[_Cells]:
    yield (*_OF_RESOLUTION, *CAST, "source")
    for found in answer.found:
        tally = (found.tally.yes, found.tally.no, found.tally.abstain) if found.tally else ("", "", "")
        yield (*_cells(found), *tally, _source(found.symbol))


@_rows.register
def _parts(answer: PartsAnswer, voice: Voice) -> Iterable[_Cells]:
    yield (str(answer.question.by), "recorded", *CAST, "same", "of", "cohesion")
    for part in answer.rows:
        compared = (part.agreement.same, part.agreement.of) if part.agreement else ("", "")
        yield (part.label, part.recorded, *(count for _, count in part.figures), *compared, _rounded(part.cohesion))


@_rows.register
def _counted(answer: AlikeAnswer | ThroughoutAnswer, voice: Voice) -> Iterable[_Cells]:
    pairs = any(row.other for row in answer.rows)
    yield ("code", "state", *(("other_code", "other") if pairs else ()), "count", "of", "percent")
    for row in answer.rows:
        other = (row.other, voice.name(row.other)) if pairs else ()
        yield (row.code, voice.name(row.code), *other, row.count, row.of, round(row.percent, 1))


@_rows.register
def _between(answer: BetweenAnswer, voice: Voice) -> Iterable[_Cells]:
    yield ("code", "state", *(each.symbol for each in answer.of))
    yield from ((code, voice.name(code), *map(str, votes)) for code, votes in answer.rows)


@_rows.register
def _side_by_side(answer: TableAnswer, voice: Voice) -> Iterable[_Cells]:
    yield ("states", *CAST, Vote.NOT_VOTING, "cohesion")
    for row in answer.rows:
        counts = [sum(vote is each for _, vote in row.votes) for each in (*CAST, Vote.NOT_VOTING)]
        yield (described(row.states, answer.resolution, voice), *counts, _rounded(row.cohesion))


@_rows.register
def _votes(answer: VoteAnswer | RollAnswer, voice: Voice) -> Iterable[_Cells]:
    yield _OF_VOTES
    day = answer.resolution.adopted
    yield from ((code, voice.name(code, day), str(vote)) for code, vote in answer.votes)


@_rows.register
def _roll_call(answer: TallyAnswer, voice: Voice) -> Iterable[_Cells]:
    yield _OF_VOTES
    day = answer.resolution.adopted
    yield from ((voter.code, voice.name(voter.code, day), str(voter.vote)) for voter in answer.resolution.roll_call)


def _cells(each: Summary) -> _Cells:
    return (each.symbol, each.adopted.isoformat(), each.titles[0])


def _source(symbol: str) -> str:
    return LINK.format(symbol=symbol)


def _rounded(index: float | None) -> object:
    return None if index is None else round(index, 3)
