"""Tests of ``reload``: a running bot is found, told, and says what came of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import running
from bot.importing.folder import init
from tests.botapi import BotApi
from tests.faces.served import Served, ids, serving
from tests.starting import ROOT, run


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the bots of this test leave word that they run."""
    (tmp_path / "run").mkdir(mode=0o700)
    return tmp_path / "run"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    init(tmp_path / "own")
    return tmp_path / "own"


@pytest.fixture
def bot(tmp_path: Path, own: Path, place: Path) -> Iterator[Served]:
    server = BotApi()
    with (
        server.in_thread(),
        serving(tmp_path / "log", server, BOT_CONTENT=str(own), RUNTIME_DIRECTORY=str(place)) as served,
    ):
        assert served.server.exchange("第5段", chat=next(ids)).text.startswith("第5段")
        yield served


def reload(own: Path, place: Path) -> tuple[int, str, str]:
    """The exit status of ``reload``, what it says, and what it complains of."""
    environment = {**os.environ, "RUNTIME_DIRECTORY": str(place)}
    done = run("reload", "--content", str(own), environment=environment, timeout=180)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_running_bot_reads_its_content_anew(bot: Served, own: Path, place: Path) -> None:
    text = next((ROOT / "tests" / "documents").glob("road_safety.en.txt"))
    assert run("import", "--content", str(own), str(text), environment=os.environ).returncode == 0
    said = f"process {bot.process.pid}: content was read: 2 document(s)\n"
    assert reload(own, place) == (0, said, "")
    # What is not sound is not even told to it.
    (own / "overlay" / "cues.toml").write_text("[yes\n")
    status, _, complaint = reload(own, place)
    assert status == 1
    assert f"{own / 'overlay' / 'cues.toml'}:1: not TOML" in complaint
    assert bot.server.exchange("96/188", chat=next(ids)).text
    bot.stop()
    assert list(place.iterdir()) == []
    (own / "overlay" / "cues.toml").write_text("")
    assert "no bot of yours serves it; expected a running `serve`" in reload(own, place)[2]


def test_what_a_crash_left_is_no_bot(own: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUNTIME_DIRECTORY", str(place))
    with running.serving(own) as mine:
        mine.note("left")
        (left,) = place.iterdir()
        copy = left.read_bytes()
    (place / "1.json").write_bytes(copy.replace(str(os.getpid()).encode(), b"1"))
    assert running.reload(own) == []
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("rights", [0o777, 0o770])
def test_a_place_that_others_can_write_to_is_not_trusted(
    rights: int, own: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.chmod(rights)
    monkeypatch.setenv("RUNTIME_DIRECTORY", str(place))
    with running.serving(own):
        assert list(place.iterdir()) == []
        assert running.reload(own) == []
