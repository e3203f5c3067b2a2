"""Which bots of this user are serving on this machine, and how `reload` reaches them.

Each leaves a file in a folder that is its user's alone, and holds a lock on it as long as it runs: a file without a
lock is one that a crash left.
"""

from __future__ import annotations

import fcntl
import json
import os
import signal
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

RELOADS_WITHIN: Final = 120.0
"""Seconds to wait for a bot to have read its content: a thousand documents take some ten."""
_LOOK_EVERY: Final = 0.05
"""Seconds between looks whether it has."""


def _place() -> Path | None:
    """The folder of those files; None where there is none that nobody else can write to."""
    runtime = os.environ.get("RUNTIME_DIRECTORY", "").partition(":")[0]
    base = os.environ.get("XDG_RUNTIME_DIR") or ""
    if runtime:
        place = Path(runtime)
    elif base and Path(base).is_dir():
        place = Path(base) / "resolution-bot"
    else:
        place = Path(tempfile.gettempdir()) / f"resolution-bot-{os.getuid()}"
    try:
        place.mkdir(mode=0o700, exist_ok=True)
        found = place.lstat()
    except OSError:
        return None
    ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o022
    return place if ours else None


@dataclass(slots=True)
class Serving:
    """The file of this process."""

    content: Path
    descriptor: int | None
    """None where no file could be had: then it serves all the same, and `reload` does not find it."""
    times: int = 0

    def said(self, what: str) -> None:
        """Note what came of reading the content once more."""
        self.times += 1
        self.note(what)

    def note(self, what: str) -> None:
        """Write the file."""
        if self.descriptor is None:
            return
        entry = {"pid": os.getpid(), "content": str(self.content.resolve()), "times": self.times, "said": what}
        with suppress(OSError):
            os.ftruncate(self.descriptor, 0)
            os.pwrite(self.descriptor, json.dumps(entry).encode(), 0)


@contextmanager
def serving(content: Path) -> Iterator[Serving]:
    """While this process serves that content."""
    place, descriptor = _place(), None
    path = place / f"{os.getpid()}.json" if place else None
    if path:
        with suppress(OSError):
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    mine = Serving(content, descriptor)
    mine.note("")
    try:
        yield mine
    finally:
        if path and descriptor is not None:
            path.unlink(missing_ok=True)
            os.close(descriptor)


@dataclass(frozen=True, slots=True)
class Reloaded:
    """A bot that was told to read its content anew, and what came of it; empty where it has not said so in time."""

    pid: int
    said: str


def reload(content: Path) -> list[Reloaded]:
    """Tell every bot that serves that content to read it anew (SIGHUP), and wait for it; what came of each."""
    told = [(path, entry) for path, entry in _running() if entry["content"] == str(content.resolve())]
    for _, entry in told:
        os.kill(int(str(entry["pid"])), signal.SIGHUP)
    return [Reloaded(int(str(entry["pid"])), _awaited(path, entry)) for path, entry in told]


def _awaited(path: Path, before: dict[str, object]) -> str:
    until = time.monotonic() + RELOADS_WITHIN
    while time.monotonic() < until:
        now = _entry(path)
        if now and now["times"] != before["times"]:
            return str(now["said"])
        if now is None and not path.exists():
            break
        time.sleep(_LOOK_EVERY)
    return ""


def _running() -> Iterator[tuple[Path, dict[str, object]]]:
    place = _place()
    for path in sorted(place.glob("*.json")) if place else ():
        with suppress(OSError), path.open("rb") as stream:
            try:
                fcntl.flock(stream, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                if entry := _entry(path):
                    yield path, entry
            else:
                # Nobody holds it: its process is gone.
                path.unlink()


def _entry(path: Path) -> dict[str, object] | None:
    with suppress(OSError, ValueError):
        entry = json.loads(path.read_bytes())
        if isinstance(entry, dict) and {"pid", "content", "times", "said"} <= entry.keys():
            return entry
    return None
