"""A resolution of which there is voting data only, and no text: ``NAME.votes.csv`` with the columns of the resolution
as a whole.

Its title is the catalogue's, in English; it has no paragraphs and no source. Where the published totals are not those
of the votes listed, it has no tally: neither is called the result.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from datetime import date
from pathlib import Path

from bot.corpus.votes import TOTAL_COLUMNS, VOTE_OF_LETTER, read_votes, unequal_said
from bot.doubts import Doubt, DoubtKind
from bot.errors import ContentError
from bot.language.names import Names
from bot.resolution import Adoption, Body, Meeting, Passage, Resolution, Tally, Voter, body_of

NO_TEXT = ""
"""The language of a resolution without a text."""
_NEEDED = ("resolution", "date", "title")


def recorded(path: Path, names: Names) -> Resolution:
    """The resolution that a file of votes tells of; ContentError, with the line, where it is not sound."""
    rows = _rows(path)
    whole = rows[0]
    if missing := [name for name in _NEEDED if not whole.get(name)]:
        raise ContentError(
            path,
            2,
            f"no text stands beside these votes, and {missing[0]} is empty; expected a text, or {', '.join(_NEEDED)}",
        )
    symbol = whole["resolution"]
    body = body_of(symbol)
    if body is None:
        raise ContentError(
            path,
            2,
            (f"the symbol {symbol} is of no body that is known here; expected one of {', '.join(map(str, Body))}"),
        )
    try:
        adopted = date.fromisoformat(whole["date"])
    except ValueError:
        raise ContentError(path, 2, f"date is “{whole['date']}”; expected one as in 2024-07-10") from None
    voters, tally, doubts = _votes(path, rows, names)
    return Resolution(
        symbol=symbol, language=NO_TEXT, body=body, body_name=body.value, number=number_in(symbol),
        title=Passage(whole["title"], ()), session=None,
        agenda_item=None, adopted=adopted, adopted_as_printed="", meeting=_meeting(whole.get("meeting", ""), adopted),
        preamble=(), operative=(),
        footnotes=(), adoption=Adoption.RECORDED_VOTE if voters else Adoption.WITHOUT_A_VOTE, tally=tally,
        roll_call=voters, source="", doubts=doubts, adopted_from=_draft(whole),
        subjects=tuple(s for s in (whole.get("agenda_title", ""), whole.get("subjects", "")) if s),
    )  # fmt: skip


def _draft(whole: dict[str, str]) -> str:
    """The symbol of the draft; empty where there is none but its own."""
    return whole.get("draft", "") if whole.get("draft") != whole["resolution"] else ""


def _rows(path: Path) -> list[dict[str, str]]:
    """The rows of a file, which may have none but the one of a resolution adopted without a vote."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        rows = [
            {k: v for k, v in row.items() if isinstance(k, str) and isinstance(v, str)}
            for row in csv.DictReader(io.StringIO(text, newline=""))
        ]
    except (UnicodeDecodeError, csv.Error) as error:
        raise ContentError(path, None, f"not CSV in UTF-8: {error}; expected the columns of the voting data") from None
    if not rows:
        raise ContentError(path, None, "no votes here; expected a row for each member")
    return rows


def number_in(symbol: str) -> str:
    """The number of a resolution by its symbol: 78/208, S-33/1, 2725 (2024); the symbol itself for a draft."""
    found = re.search(r"/RES/(.+)$", symbol)
    return re.sub(r"(?<!\s)\s*\(", " (", found[1]) if found else symbol


def _meeting(text: str, day: date) -> Meeting | None:
    """The meeting: A/78/PV.62, or Adopted at the 2nd meeting."""
    found = re.search(r"PV\.(\d+)|(?<!\d)(\d+)(?:st|nd|rd|th) meeting", text)
    return Meeting(int(found[1] or found[2]), text, day) if found else None


def _votes(
    path: Path, rows: list[dict[str, str]], names: Names
) -> tuple[tuple[Voter, ...], Tally | None, tuple[Doubt, ...]]:
    """Who voted how, the tally, and why there is none where the totals say otherwise."""
    if not any(row["ms_code"] for row in rows):
        return (), None, ()
    counts = Counter(VOTE_OF_LETTER[row["ms_vote"]] for row in rows if row["ms_vote"] in VOTE_OF_LETTER)
    given = {name: int(rows[0][name]) for name in TOTAL_COLUMNS if rows[0].get(name, "").isdecimal()}
    off = unequal_said(given, counts)
    if not off:
        data = read_votes(path, names)
        return data.voters, data.tally, ()
    found = f"the totals are not those of the votes listed: {off}"
    doubt = Doubt(DoubtKind.VOTE, path.name, found, "the votes as listed; no result")
    data = read_votes(path, names, totals=False)
    return data.voters, None, (doubt,)
