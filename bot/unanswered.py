"""What was asked without an answer, counted: reads the file that BOT_UNANSWERED names."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from bot.cells import harmless
from bot.errors import ContentError

_COLUMNS = ("times", "first", "last", "document", "why", "message")


@dataclass(frozen=True, slots=True)
class Asked:
    """A message, and how often it had no answer."""

    message: str
    """As it was first asked; of what was reported as wrong, how the answer began."""
    why: str
    document: str
    """The symbol of the document that was in view; empty where that is not known."""
    times: int
    first: str
    last: str
    """When it was first and last asked: a day, and a time where it was kept."""


def count(path: Path) -> list[Asked]:
    """Every message of such a file with how often it is there, most asked first.

    ContentError, with the line, where one can't be read. Messages that differ in capitals, blanks and marks at their
    end only are one.
    """
    asked: dict[tuple[str, str, str], Asked] = {}
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    one = _read(path, number, line)
                    key = (" ".join(one.message.casefold().split()).rstrip("?？!！.。 "), one.why, one.document)
                    known = asked.get(key, replace(one, times=0))
                    asked[key] = replace(
                        known, times=known.times + 1, first=min(known.first, one.first), last=max(known.last, one.last)
                    )
    except OSError as error:
        raise ContentError(path, None, f"{error.strerror}; expected the file that BOT_UNANSWERED names") from None
    return sorted(asked.values(), key=lambda one: (-one.times, one.message))


def _read(path: Path, number: int, line: bytes) -> Asked:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        entry = None
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise ContentError(
            path, number, "not a line of such a file; expected a JSON object of strings, as `serve` writes it"
        )
    when = " ".join(filter(None, (entry.get("day"), entry.get("time"))))
    return Asked(
        entry.get("message") or entry.get("answer", ""), entry.get("why", ""), entry.get("document", ""), 1, when, when
    )


def table(asked: Iterable[Asked]) -> str:
    """The same as lines set apart by tabs, with a line of headings."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter="\t", lineterminator="\n")
    rows.writerow(_COLUMNS)
    for one in asked:
        rows.writerow(harmless(" ".join(str(getattr(one, column)).split())) for column in _COLUMNS)
    return out.getvalue()
