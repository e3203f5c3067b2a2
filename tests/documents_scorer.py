"""Asks labelled questions of the invented resolutions in tests/documents/, and counts what becomes of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from bot.doubts import DoubtKind
from bot.faces.json import line
from bot.importing.command import Options, from_file, import_all
from bot.talk import Speaker
from tests.questions_scorer import right

FOLDER = Path(__file__).parent / "documents"
CONTENT = Path(__file__).parent.parent / "content"

Row = dict[str, Any]


@dataclass(frozen=True)
class Score:
    """Counts of rows."""

    subjects: int = 0
    first: int = 0
    """Subjects of which the right paragraph came first."""
    offered: int = 0
    """Subjects that were not answered rightly, and of which the right paragraph was among those offered."""
    near: int = 0
    as_found: int = 0
    """Near misses that were answered as if found."""
    asked_back: int = 0
    others: int = 0
    right: int = 0
    """Others that were answered rightly."""

    def __add__(self, other: Score) -> Score:
        return Score(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    def __str__(self) -> str:
        served = self.first + self.offered
        return (
            f"subjects {self.subjects:4d}  right first {self.first / max(1, self.subjects):.3f}"
            f"  served {served / max(1, self.subjects):.3f}  near misses {self.near:4d}"
            f"  as if found {self.as_found / max(1, self.near):.3f}  asked back "
            f"{self.asked_back / max(1, self.near):.3f}"
            f"  others {self.right} of {self.others}"
        )


def rows(name: str) -> list[Row]:
    """The rows of questions.jsonl or held.jsonl."""
    return [json.loads(text) for text in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() if text]


def all_imported(home: Path) -> dict[str, Path]:
    """A content folder in home for each of the documents, by the name of its file."""
    return imported(sorted(FOLDER.glob("*.txt")), home)


def imported(paths: Iterable[Path], home: Path) -> dict[str, Path]:
    """By the name of each file: a content folder in home that has it alone, and nothing that was written for any."""
    files = {path.name: path for path in paths}
    together = home / "all"
    shutil.copytree(CONTENT, together)
    for name in ("resolutions", "subjects"):
        shutil.rmtree(together / name)
        (together / name).mkdir()
    folders = {path.name: shutil.copytree(together, home / path.stem) for path in files.values()}
    options = Options(accept=frozenset(DoubtKind))
    # One process reads all of them.
    done = import_all([from_file(str(files[name]), options) for name in folders], together, lambda _: None)
    for folder, each in zip(folders.values(), done, strict=True):
        assert each.written, each.error
        for file in Path(each.written).parent.glob(f"{Path(each.written).name.partition('.')[0]}.*"):
            file.rename(folder / "resolutions" / file.name)
    return folders


def scored(speaker: Speaker, asked: Iterable[Row]) -> Score:
    """What becomes of the rows about a document, which the speaker's library has alone."""
    whole = Score()
    for row in asked:
        whole += _one(json.loads(line(speaker.answer(row["turns"]))), row)
    return whole


def _one(reply: dict[str, Any], row: Row) -> Score:
    if row.get("near_miss"):
        return Score(near=1, as_found=reply["kind"] not in ("none", "clarify"), asked_back=reply["kind"] == "clarify")
    best = {b for want in row.get("accept") or [row["expect"]] for b in want.get("best", ())}
    if best:
        first = right(reply, row)
        return Score(subjects=1, first=first, offered=not first and bool(best & set(reply["offered"])))
    return Score(others=1, right=right(reply, row))
