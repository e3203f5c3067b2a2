"""Where the store of a content folder is."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

VARIABLE = "BOT_STORE"
"""Names the folder of all stores; default: resolution-bot in the user's cache."""


def store_of(content: Path) -> Path:
    """The folder in which what is compiled from that content folder is kept: another one for each of them."""
    chosen = os.environ.get(VARIABLE)
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    root = Path(chosen) if chosen else caches / "resolution-bot"
    return root / hashlib.sha256(str(content.resolve()).encode()).hexdigest()[:16]


def digest(files: Iterable[Path]) -> str:
    """What tells whether any of these files has changed: of their contents, in the order of their paths; those that are
    not there say nothing."""
    whole = hashlib.sha256()
    for file in sorted(files):
        if file.exists():
            whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()
