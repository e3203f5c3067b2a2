"""Tests of bot.faces.telegram.unanswered: what is kept of a question without an answer."""

from __future__ import annotations

import json
import logging
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.faces.telegram.unanswered import Unanswered


@pytest.mark.parametrize(
    "text",
    [
        "为什么中国投赞成票",
        "two\nlines\r\nand \u2028 more",
        '"quoted" \\ {}',
        "\x00\x1b[31m",
        "\U0001f389",
        "half a \ud83d pair",
        "",
    ],
    ids=["chinese", "lines", "quotes", "controls", "astral", "surrogate", "nothing"],
)
def test_a_line_for_each_question(tmp_path: Path, text: str) -> None:
    path = tmp_path / "unanswered.jsonl"
    before = datetime.now(UTC).date().isoformat()
    Unanswered(path).add(text, "reason", "zh-Hans")
    # Opened again, as after a restart.
    Unanswered(path).add("next", "opinion", "en")
    first, second = path.read_bytes().splitlines()
    entry = json.loads(first)
    assert list(entry) == ["day", "why", "language", "message"]
    assert before <= entry.pop("day") <= datetime.now(UTC).date().isoformat()
    assert entry == {"why": "reason", "language": "zh-Hans", "message": text}
    assert json.loads(second)["message"] == "next"


def test_an_answer_that_was_wrong(tmp_path: Path) -> None:
    path = tmp_path / "unanswered.jsonl"
    before = datetime.now(UTC).replace(second=0, microsecond=0)
    Unanswered(path).wrong("vote", "A/HRC/RES/56/4", "France: against.", "en")
    entry = json.loads(path.read_bytes())
    noted = datetime.fromisoformat(f"{entry.pop('day')}T{entry.pop('time')}:00+00:00")
    assert before <= noted <= datetime.now(UTC)
    assert entry == {
        "why": "wrong",
        "kind": "vote",
        "document": "A/HRC/RES/56/4",
        "language": "en",
        "answer": "France: against.",
    }


def test_the_file_is_its_owners(tmp_path: Path) -> None:
    path = tmp_path / "unanswered.jsonl"
    Unanswered(path).add("x", "reason", "en")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_moved_away_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "unanswered.jsonl"
    kept = Unanswered(path)
    kept.add("one", "reason", "en")
    path.rename(tmp_path / "old")
    kept.add("two", "reason", "en")
    assert json.loads(path.read_text(encoding="utf-8"))["message"] == "two"


def test_what_can_not_be_written_is_told_once_a_kind(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    folder = tmp_path / "folder"
    kept = Unanswered(folder / "unanswered.jsonl")
    for _ in range(3):
        kept.add("what was asked", "reason", "en")
    assert len(caplog.records) == 1
    (folder / "unanswered.jsonl").mkdir(parents=True)
    for _ in range(3):
        kept.add("what was asked", "reason", "en")
    assert [record.getMessage().partition(": ")[2] for record in caplog.records] == [
        "No such file or directory",
        "Is a directory",
    ]
    assert "asked" not in caplog.text
