"""Tests of reading files in a process of its own: the same as in this one, and no file harms another."""

from __future__ import annotations

import mmap
import os
import socket
from collections.abc import Iterator
from multiprocessing import active_children, get_context
from pathlib import Path

import pytest

from bot.corpus.library import Library
from bot.errors import ContentError, Fault
from bot.importing import apart
from bot.importing.apart import Limits, Worker, read_bytes
from bot.importing.document import read_document
from bot.importing.lines import LARGEST
from bot.language.named import RecordNames
from tests.importing.hostile import forms, hostile_files

CONTENT = Path(__file__).parents[2] / "content"
SEED = CONTENT / "resolutions" / "A_HRC_RES_56_4.zh.txt"
LEAST = 0.001
"""Of the size at which they do harm: what a file is made of decides how it ends, and the tests are to be quick."""
ENDLESS = {"map.pdf"}
"""What takes as long as it is given."""


@pytest.fixture(scope="module", autouse=True)
def by_themselves() -> Iterator[None]:
    """Here the processes start as they do where the program runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apart, "get_context", get_context)
        yield


@pytest.fixture(scope="module")
def codes(library: Library) -> RecordNames:
    return library.names.code_in_record


@pytest.fixture(scope="module")
def worker(codes: RecordNames) -> Iterator[Worker]:
    with Worker(codes, Limits(processor=2, clock=4, paged=4)) as worker:
        yield worker


def processes() -> set[int | None]:
    return {process.pid for process in active_children()}


def test_a_file_is_read_as_in_this_process(codes: RecordNames) -> None:
    expected = read_document("seed.txt", SEED.read_bytes(), codes)
    with Worker(codes) as worker:
        before = processes()
        assert worker.read("seed.txt", SEED.read_bytes()) == expected
        assert worker.read("seed.txt", SEED.read_bytes(), "A/HRC/RES/56/4", "zh") == expected
        assert processes() == before


def test_a_large_parent_does_not_make_the_process_a_large_one(codes: RecordNames) -> None:
    """Linux hands on to a new program how much memory the one that started it has had."""
    large = bytearray(400 * 2**20)
    large[:: mmap.PAGESIZE] = b"x" * len(large[:: mmap.PAGESIZE])
    with Worker(codes) as worker:
        before = processes()
        worker.read("seed.txt", SEED.read_bytes())
        worker.read("seed.txt", SEED.read_bytes())
        assert processes() == before


def test_an_error_is_the_same_error(worker: Worker, codes: RecordNames) -> None:
    data = SEED.read_bytes().replace(b"\n1. ", b"\n9. ")
    with pytest.raises(ContentError) as here:
        read_document("seed.txt", data, codes)
    with pytest.raises(ContentError) as there:
        worker.read("seed.txt", data)
    assert (str(there.value), there.value.line) == (str(here.value), here.value.line)


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (Limits(processor=1, clock=50), "reading it takes more than 1 seconds of processor time"),
        (Limits(clock=1), "reading it takes more than 1 seconds"),
    ],
    ids=["processor", "clock"],
)
def test_what_takes_too_long_is_refused_and_the_next_file_is_read(
    limits: Limits, said: str, codes: RecordNames
) -> None:
    with Worker(codes, limits) as worker:
        before = processes()
        with pytest.raises(ContentError, match=rf"^marks.txt: {said}; expected ") as raised:
            worker.read("marks.txt", hostile_files(1)["marks.txt"]())
        assert raised.value.fault is Fault.SLOW
        assert processes() != before
        assert worker.read("seed.txt", SEED.read_bytes()).resolution.symbol == "A/HRC/RES/56/4"


def test_a_pdf_has_time_for_all_its_pages(codes: RecordNames) -> None:
    with (
        Worker(codes, Limits(processor=60, clock=60, paged=1)) as worker,
        pytest.raises(ContentError, match=r"^forms.pdf: reading it takes more than 1 seconds"),
    ):
        worker.read("forms.pdf", forms(12, 12))


def test_what_takes_too_much_memory_is_refused(codes: RecordNames) -> None:
    with Worker(codes, Limits(memory=160)) as worker:
        with pytest.raises(ContentError, match=r"^x.docx: .*; expected ") as raised:
            worker.read("x.docx", hostile_files(1, 0.7)["cells.docx"]())
        assert "\n" not in str(raised.value)
        assert worker.read("seed.txt", SEED.read_bytes()).resolution.symbol == "A/HRC/RES/56/4"


def test_more_output_than_is_allowed_is_refused(codes: RecordNames) -> None:
    with (
        Worker(codes, Limits(output=0)) as worker,
        pytest.raises(ContentError, match="what was read of it is too much"),
    ):
        worker.read("seed.txt", SEED.read_bytes())


def test_a_process_that_was_ended_is_started_anew(worker: Worker) -> None:
    worker.read("seed.txt", SEED.read_bytes())
    for process in active_children():
        process.kill()
        process.join()
    assert worker.read("seed.txt", SEED.read_bytes()).resolution.symbol == "A/HRC/RES/56/4"


@pytest.fixture(scope="module")
def hurried(codes: RecordNames) -> Iterator[Worker]:
    """One that waits no longer than a second for a PDF."""
    with Worker(codes, Limits(paged=1)) as worker:
        yield worker


@pytest.mark.parametrize("name", hostile_files(1))
def test_a_file_made_to_do_harm_is_one_sentence(
    name: str, worker: Worker, hurried: Worker, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ContentError) as raised:
        (hurried if name in ENDLESS else worker).read(name, hostile_files(1, LEAST)[name]())
    said = str(raised.value)
    assert said.startswith(f"{name}: ")
    assert "; expected " in said
    assert "\n" not in said
    assert "Traceback" not in said
    assert capfd.readouterr() == ("", "")


def test_what_is_no_file_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
    said = {"pipe": "a pipe", ".": "a folder", "/dev/zero": "a device", "/dev/tty": "a device", "socket": "a socket"}
    for name, what in said.items():
        with pytest.raises(ContentError, match=f": it is {what}; expected a file$"):
            read_bytes(tmp_path / name)
    for name in ("self", "lost", "a\0b", "x" * 5000):
        with pytest.raises(ContentError, match=r"; expected a file that can be read$"):
            read_bytes(f"{tmp_path}/{name}")


def test_a_file_is_read_whole_but_for_what_is_too_long_for_any(tmp_path: Path) -> None:
    assert read_bytes(SEED) == SEED.read_bytes()
    long = tmp_path / "long"
    with long.open("wb") as stream:
        stream.truncate(LARGEST * 4)
    assert len(read_bytes(long)) == LARGEST + 1
