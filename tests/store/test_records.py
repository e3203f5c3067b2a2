"""Tests of the store: whole or not at all, the same for every reader until it is opened anew, and thrown away without
harm."""

from __future__ import annotations

import os
import shutil
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.compiled import compiled
from bot.corpus.library import Library
from bot.corpus.loading import load
from bot.errors import ContentError
from bot.resolution import Adoption, Body, DocumentKind, Resolution, Tally
from bot.settings import vocabulary
from bot.store.codec import StaleError, packed, packed_summary, unpacked, unpacked_summary
from bot.store.folder import store_of
from bot.store.records import FILE, DoubleError, TextGroup, opened
from bot.store.summary import Summary
from tests import many

TEXT = "A_HRC_RES_56_4.zh.txt"


@pytest.fixture(scope="module")
def resolution(library: Library) -> Resolution:
    return library.resolutions[0]


def group(resolution: Resolution, symbol: str, files: str = "1") -> TextGroup:
    """A group of one text with that symbol; the name of its file is the symbol."""
    return TextGroup(symbol, files, ((f"{symbol}.zh.txt", replace(resolution, symbol=symbol)),))


def test_a_text_comes_back_as_it_was(resolution: Resolution) -> None:
    assert unpacked(packed(resolution)) == resolution


SUMMARIES = st.builds(
    Summary, st.text(), st.tuples(st.text()), st.sampled_from(DocumentKind), st.sampled_from(Body),
    st.tuples(st.text()),
    st.tuples(st.text()), st.dates(),
    st.text(), st.sampled_from(Adoption), st.none() | st.builds(Tally, *[st.integers(0, 200)] * 4), st.integers(0, 193),
    st.integers(0, 999),
)  # fmt: skip


@given(SUMMARIES)
def test_a_summary_comes_back_as_it_was(summary: Summary) -> None:
    assert unpacked_summary(packed_summary(summary)) == summary


NONE = Summary(
    "A",
    (),
    DocumentKind.RESOLUTION,
    Body.GENERAL_ASSEMBLY,
    (),
    (),
    date(2024, 1, 1),
    "",
    Adoption.NOT_STATED,
    None,
    0,
    0,
)


@pytest.mark.parametrize("data", [b"", b"nothing of the kind", packed_summary(NONE)[:-3]])
def test_what_is_no_text_and_no_summary_is_stale(data: bytes) -> None:
    with pytest.raises(StaleError):
        unpacked(data)
    with pytest.raises(StaleError):
        unpacked_summary(data)


def test_all_or_nothing(tmp_path: Path, resolution: Resolution) -> None:
    store = opened(tmp_path, "1")
    store.update([group(resolution, "A/1")], [])

    def breaking() -> object:
        yield group(resolution, "A/2")
        raise ContentError("x", None, "not sound")

    with pytest.raises(ContentError):
        store.update(breaking(), ["A/1"])  # type: ignore[arg-type]
    assert [each.symbol for each in store.summaries()] == ["A/1"]
    with pytest.raises(DoubleError) as double:
        store.update([replace(group(resolution, "A/1"), stem="other")], [])
    assert (double.value.symbol, double.value.first) == ("A/1", "A/1.zh.txt")
    assert store.files() == {"A/1": "1"}


def test_a_reader_sees_what_it_saw_when_it_was_opened(tmp_path: Path, resolution: Resolution) -> None:
    first = opened(tmp_path, "1")
    first.update([group(resolution, "A/1"), group(resolution, "A/2")], [])
    first.settle()
    second = opened(tmp_path, "1")
    second.update([group(resolution, "A/3", "2")], ["A/1"])
    assert [each.symbol for each in first.summaries()] == ["A/1", "A/2"]
    assert first.text("A/1", "zh").symbol == "A/1"
    assert [each.symbol for each in second.summaries()] == ["A/2", "A/3"]
    with pytest.raises(KeyError):
        second.text("A/1", "zh")


def test_a_text_is_one_value_as_long_as_somebody_holds_it(tmp_path: Path, resolution: Resolution) -> None:
    store = opened(tmp_path, "1")
    store.update([group(resolution, f"A/{n}") for n in range(5)], [])
    held = store.text("A/0", "zh")
    for n in range(1, 5):
        store.text(f"A/{n}", "zh")
    store._kept.clear()  # as if many others had been asked for since
    assert store.text("A/0", "zh") is held


def test_another_version_begins_anew(tmp_path: Path, resolution: Resolution) -> None:
    opened(tmp_path, "1").update([group(resolution, "A/1")], [])
    assert opened(tmp_path, "2").files() == {}
    assert opened(tmp_path, "2").files() == {}


@pytest.mark.parametrize("damage", [b"", b"not a database at all" * 100, None])
def test_a_broken_store_is_thrown_away(tmp_path: Path, resolution: Resolution, damage: bytes | None) -> None:
    store = opened(tmp_path, "1")
    store.update([group(resolution, "A/1")], [])
    store.close()
    for left in tmp_path.iterdir():
        left.unlink()
    if damage is not None:
        (tmp_path / FILE).write_bytes(damage)
    assert opened(tmp_path, "1").files() == {}


def test_without_a_place_to_write_to_it_is_in_memory(resolution: Resolution) -> None:
    store = opened(Path("/dev/null/store"), "1")
    store.update([group(resolution, "A/1")], [])
    assert store.text("A/1", "zh").symbol == "A/1"


# --- what is read of a content folder -------------------------------------------------------------------


@pytest.fixture
def three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with 56/4 and two invented resolutions, and a store of its own."""
    monkeypatch.setenv("BOT_STORE", str(tmp_path / "store"))
    many.generate(tmp_path / "content", 2)
    return tmp_path / "content"


def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the texts that are read from now on."""
    from bot.corpus import files as module

    read: list[str] = []
    whole = module.read_text

    def telling(path: Path, code_of: object) -> Resolution:
        read.append(path.name)
        return whole(path, code_of)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "read_text", telling)
    return read


def test_only_what_changed_is_read(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = read_files(monkeypatch)
    symbols = [each.symbol for each in load(three).summaries]
    assert len(read) == len(symbols) == 3
    read.clear()
    assert [each.symbol for each in load(three).summaries] == symbols
    assert read == []
    path = three / "resolutions" / TEXT
    path.write_text(path.read_text(encoding="utf-8").replace("审议阶段", "审议阶段 "), encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert [each.symbol for each in load(three).summaries] == symbols
    assert read == [TEXT]


def test_what_is_gone_is_dropped_and_what_is_new_is_there(three: Path) -> None:
    before = load(three)
    path = three / "resolutions" / TEXT
    away = path.rename(three / TEXT)
    shutil.rmtree(three / "subjects")
    assert load(three).get("A/HRC/RES/56/4") is None
    assert before.get("A/HRC/RES/56/4") is not None  # who was opened before sees it still
    shutil.move(away, path)
    assert load(three).get("A/HRC/RES/56/4") is not None


def test_content_that_is_not_sound_leaves_the_store_as_it_was(three: Path) -> None:
    load(three)
    path = three / "resolutions" / TEXT
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("29票", "28票"), encoding="utf-8")
    with pytest.raises(ContentError, match=TEXT):
        load(three)
    with sqlite3.connect(store_of(three) / FILE) as kept:
        assert kept.execute("SELECT count(*) FROM stem").fetchone() == (3,)
    path.write_text(text, encoding="utf-8")
    assert len(load(three).summaries) == 3


def test_a_resolution_in_files_that_begin_differently_is_told(three: Path) -> None:
    shutil.copy(three / "resolutions" / TEXT, three / "resolutions" / "Z.zh.txt")
    with pytest.raises(ContentError, match=rf"Z\.zh\.txt: A/HRC/RES/56/4 stands in {TEXT} already"):
        load(three)


def test_progress_is_told(three: Path, library: Library) -> None:
    told: list[tuple[int, int]] = []
    compiled(three, library.names, vocabulary(three) / "names", lambda done, of: told.append((done, of)))
    assert told == [(0, 3), (1, 3), (2, 3)]
