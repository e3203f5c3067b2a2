"""Changes to a folder of texts: each whole or not at all, one at a time, whenever the power fails.

What is to be written is laid down in a folder of its own beside the texts, ``.import-…``. Renaming that to
``.change-…`` is the moment from which the change counts: whoever opens the texts next, after a crash, carries it out to
the end. A ``.import-…`` that nobody works on is thrown away. Nobody works on it once the folder's lock can be had: the
system takes a lock off with the process that held it.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from bot.errors import ContentError

LOCK_WITHIN: Final = 30.0
"""Seconds to wait for the lock: a change takes milliseconds, and reading a thousand documents under ten seconds."""
_LOOK_EVERY: Final = 0.02
"""Seconds between tries to have it."""
_BEGUN, _DECIDED = ".import-", ".change-"
_PUT, _DROP = "put", "drop"


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Nobody changes that folder of texts meanwhile; ContentError where somebody does for too long.

    Where there is no such folder, there is nothing to wait for.
    """
    if not folder.is_dir():
        yield
        return
    with _lock(folder, fcntl.LOCK_SH) as descriptor:
        if _left(folder, _DECIDED, _BEGUN):
            with suppress(BlockingIOError):
                # Somebody else who reads sees to it, or leaves it to the next.
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _settle(folder, tidy=False)
            _take(folder, descriptor, fcntl.LOCK_SH)
            if _left(folder, _DECIDED):
                raise ContentError(
                    folder,
                    None,
                    "a change to these texts was cut off; expected to be let to finish it: run check as their owner",
                )
        yield


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Nobody else reads or changes that folder of texts meanwhile; ContentError where it can't be had."""
    if not folder.is_dir():
        raise ContentError(folder, None, "not a folder; expected one of texts, as `resolution-bot init` makes it")
    with _lock(folder, fcntl.LOCK_EX):
        _settle(folder, tidy=True)
        yield


def change(folder: Path, put: Mapping[str, bytes], drop: Iterable[str] = ()) -> None:
    """Write files into a folder, and take others out of it, all or none; within `writing`.

    put: what each file is to hold, by its name. OSError where it can't be done; then nothing has changed.
    """
    begun = Path(tempfile.mkdtemp(prefix=_BEGUN, dir=folder))
    try:
        for part in (_PUT, _DROP):
            (begun / part).mkdir()
        for name, content in put.items():
            _write(begun / _PUT / name, content)
        for name in drop:
            _write(begun / _DROP / name, b"")
        decided = folder / begun.name.replace(_BEGUN, _DECIDED, 1)
        begun.rename(decided)
    except OSError:
        shutil.rmtree(begun, ignore_errors=True)
        raise
    _carry_out(folder, decided)


def _write(path: Path, content: bytes) -> None:
    """A new file with that content, all of it on disk."""
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _carry_out(folder: Path, decided: Path) -> None:
    """Do what was decided, or what is left of it."""
    for path in _files(decided / _PUT):
        os.replace(path, folder / path.name)
    for path in _files(decided / _DROP):
        (folder / path.name).unlink(missing_ok=True)
        path.unlink()
    shutil.rmtree(decided)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _left(folder: Path, *kinds: str) -> list[Path]:
    return sorted(path for kind in kinds for path in folder.glob(f"{kind}*"))


def _settle(folder: Path, *, tidy: bool) -> None:
    """Finish what was decided, throw away what was only begun; tidy: whether it is an error if that can't be done."""
    try:
        for decided in _left(folder, _DECIDED):
            _carry_out(folder, decided)
        for begun in _left(folder, _BEGUN):
            shutil.rmtree(begun) if begun.is_dir() else begun.unlink()
    except OSError as error:
        if tidy:
            raise ContentError(folder, None, f"{error.strerror}; expected a place to write to") from None


@contextmanager
def _lock(folder: Path, kind: int) -> Iterator[int]:
    """The folder's lock; the descriptor that holds it."""
    try:
        # The folder itself is locked: no file is left behind, and who may only read can have it too.
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise ContentError(folder, None, f"{error.strerror}; expected a folder that can be read") from None
    try:
        _take(folder, descriptor, kind)
        yield descriptor
    finally:
        os.close(descriptor)


def _take(folder: Path, descriptor: int, kind: int) -> None:
    until = time.monotonic() + LOCK_WITHIN
    while True:
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise ContentError(
                    folder, None, f"another program is at work here; expected it to be done within {LOCK_WITHIN:.0f} s"
                ) from None
            time.sleep(_LOOK_EVERY)
        except OSError as error:
            raise ContentError(
                folder, None, f"can't be locked ({error.strerror}); expected a folder on a disk of this machine"
            ) from None
        else:
            return
