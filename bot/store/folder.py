"""Where the store of a content folder is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from bot.settings import store_folder


def store_of(content: Path) -> Path:
    """The folder in which what is compiled from that content folder is kept: another one for each of them."""
    return store_folder() / hashlib.sha256(str(content.resolve()).encode()).hexdigest()[:16]


def digest(files: Iterable[Path]) -> str:
    """What tells whether any of these files has changed: of their contents, in the order of their paths; those that are
    not there say nothing."""
    whole = hashlib.sha256()
    for file in sorted(files):
        if file.exists():
            whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def drop_earlier(folder: Path, database: str) -> None:
    """Delete a database that has another name now, since it is kept in another form. Who has it open goes on using
    it."""
    for name in (database, f"{database}-wal", f"{database}-shm"):
        (folder / name).unlink(missing_ok=True)
