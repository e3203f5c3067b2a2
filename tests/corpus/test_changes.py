"""Tests of bot.corpus.changes: a change is whole or not at all, and those who read or write wait for one another."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.corpus import changes
from bot.corpus.changes import change, reading, writing
from bot.errors import ContentError

BEFORE = {"a.txt": "old a", "a.source.toml": "old note", "b.votes.csv": "votes"}
AFTER = {"a.txt": "new a", "a.source.toml": "new note"}
PUT = {name: text.encode() for name, text in AFTER.items()}


class CutError(BaseException):
    """The process ends here; no handler of errors sees it, and nothing is tidied up."""


def held(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in BEFORE.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def test_all_at_once(folder: Path) -> None:
    with writing(folder):
        change(folder, PUT, ["b.votes.csv"])
    assert held(folder) == AFTER


def _cut_at(number: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Have the process end at its number-th call of the system that changes the folder; what was called is listed."""
    called: list[str] = []

    def counted(name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **named: Any) -> Any:
            called.append(name)
            if len(called) == number:
                raise CutError
            return act(*arguments, **named)

        return run

    for owner, name in (
        (os, "replace"),
        (os, "fsync"),
        (Path, "rename"),
        (Path, "unlink"),
        (Path, "mkdir"),
        (shutil, "rmtree"),
    ):
        monkeypatch.setattr(owner, name, counted(name, getattr(owner, name)))
    return called


@pytest.mark.parametrize("open_again", [reading, writing])
def test_cut_off_anywhere_it_is_done_or_not_done(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, open_again: Callable[[Path], Any]
) -> None:
    outcomes, number = [], 0
    while True:
        number += 1
        copy = shutil.copytree(folder, tmp_path_factory.mktemp("cut") / "texts")
        with pytest.MonkeyPatch.context() as patched:
            called = _cut_at(number, patched)
            try:
                with writing(copy):
                    change(copy, PUT, ["b.votes.csv"])
            except CutError:
                pass
            if len(called) < number:
                break
        with open_again(copy):
            outcomes.append(held(copy))
    assert number > 8
    assert all(outcome in (BEFORE, AFTER) for outcome in outcomes)
    # What is not decided is not done, and what is decided stays so.
    done = [outcome == AFTER for outcome in outcomes]
    assert done == sorted(done)
    assert {*done} == {False, True}


@pytest.mark.parametrize("left", [".import-abc", ".import-abc.txt"])
def test_what_was_begun_long_ago_is_thrown_away(folder: Path, left: str) -> None:
    (folder / left).mkdir() if left.endswith("abc") else (folder / left).write_text("half")
    with reading(folder):
        assert held(folder) == BEFORE


def test_a_full_disk_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with writing(folder), pytest.raises(OSError, match="No space left"):
        change(folder, PUT)
    assert held(folder) == BEFORE


def test_who_writes_waits_for_who_reads(folder: Path) -> None:
    order, ready = [], threading.Event()

    def write() -> None:
        ready.set()
        with writing(folder):
            order.append("written")

    writer = threading.Thread(target=write)
    with reading(folder), reading(folder):
        writer.start()
        ready.wait()
        order.append("read")
    writer.join()
    assert order == ["read", "written"]


def test_nobody_waits_for_ever(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "LOCK_WITHIN", 0.05)
    with (
        writing(folder),
        pytest.raises(ContentError, match="another program is at work here; expected"),
        reading(folder),
    ):
        pass


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with reading(tmp_path / "none"):
        pass
    with pytest.raises(ContentError, match="not a folder; expected"), writing(tmp_path / "none"):
        pass
