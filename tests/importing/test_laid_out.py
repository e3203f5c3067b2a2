"""Invented resolutions of every body in the layouts that pdftotext (plain and -layout), Word and web pages give: what
is right for each stands in laid_out/right.jsonl, written from the text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.corpus.library import Library
from bot.errors import ContentError
from bot.importing.document import Document, read_document

FOLDER = Path(__file__).with_name("laid_out")
ROWS = [json.loads(line) for line in (FOLDER / "right.jsonl").read_text(encoding="utf-8").splitlines()]


def document(row: dict[str, Any], library: Library, change: Callable[[str], str] = lambda text: text) -> Document:
    path = FOLDER / f"{row['file']}.txt"
    text = change(path.read_text(encoding="utf-8"))
    return read_document(path.name, text.encode(), library.names.code_in_record)


def facts(found: Document) -> dict[str, object]:
    """What was read, under the names that the rows have for it."""
    r, session, item = found.resolution, found.resolution.session, found.resolution.agenda_item
    return {
        "symbol": r.symbol, "language": r.language, "body": r.body.value, "pp": len(r.preamble), "op": len(r.operative),
        "adopted": r.adopted.isoformat(), "meeting": r.meeting.number if r.meeting else None,
        "session": f"{session.series}{session.number}" if session else None,
        "item": item.numbers if item else None, "item_title": item.title.text if item and item.title else None,
        "title": r.title.text, "basis": r.basis is not None, "draft": r.draft, "adoption": r.adoption.value,
        "tally": [r.tally.yes, r.tally.no, r.tally.abstain] if r.tally else None, "voters": len(r.roll_call),
        "notes": [[note.mark, note.cited_by] for note in r.footnotes],
        "headings": [f"{heading.text} @{heading.before}" for heading in r.headings],
        "subs": [sub.id for paragraph in r.paragraphs for sub in paragraph.subparagraphs],
        "annexes": [[a.name, a.title.text if a.title else None, len(a.paragraphs)] for a in r.annexes],
        "texts": {p.id: " ".join(p.text.split()) for p in r.paragraphs},
        "doubts": sorted({doubt.kind.value for doubt in found.doubts}),
    }  # fmt: skip


@pytest.mark.parametrize("row", [row for row in ROWS if "refused" not in row], ids=lambda row: row["file"])
def test_a_text_is_read_as_it_is_laid_out(row: dict[str, Any], library: Library) -> None:
    found = document(row, library)
    read, right = facts(found), {"doubts": []} | row
    texts = read.pop("texts")
    assert isinstance(texts, dict)
    assert {key: read[key] for key in right.keys() & read.keys()} == {key: right[key] for key in right.keys() & read}
    assert {key: texts[key] for key in row.get("texts", {})} == row.get("texts", {})
    assert found.account.difference == 0


@pytest.mark.parametrize("row", [row for row in ROWS if "refused" in row], ids=lambda row: row["file"])
def test_what_cannot_be_placed_is_refused_with_its_line(row: dict[str, Any], library: Library) -> None:
    with pytest.raises(ContentError) as refused:
        document(row, library)
    assert "expected" in str(refused.value)
    assert all(word in str(refused.value) for word in row["refused"])


def without_breaks(text: str) -> str:
    return re.sub(r"(?<=\S) (?=\S)", "\u00a0", text)


def without_blank_lines(text: str) -> str:
    return re.sub(r"\n\s*\n+", "\n", text)


def with_carriage_returns(text: str) -> str:
    return text.replace("\n", "\r\n")


def farther_in(text: str) -> str:
    return re.sub(r"(?m)^(?=\S| )", " " * 8, text)


def on_two_pages(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(lines[: len(lines) // 2]) + "\n\f" + "\n".join(lines[len(lines) // 2 :])


def otherwise_numbered(text: str) -> str:
    return re.sub(r"(?m)^(\s*\d+)\.\s+", r"\1) ", text)


CHANGES = [
    without_breaks, without_blank_lines, with_carriage_returns, farther_in, on_two_pages, otherwise_numbered,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_a_text_loses_is_never_lost_silently(change: Callable[[str], str], library: Library) -> None:
    """The same text in another guise is read alike, or it is doubted, or refused."""
    for row in ROWS:
        if "refused" in row:
            continue
        right = facts(document(row, library))
        try:
            found = document(row, library, change)
        except ContentError:
            continue
        assert found.doubts or _squeezed(facts(found)) == _squeezed(right), row["file"]


def _squeezed(value: object) -> str:
    return "".join(repr(value).split())
