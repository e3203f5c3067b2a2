"""What the environment and the command line may set."""

from __future__ import annotations

import os
from pathlib import Path


def content_folder(given: str | None = None) -> Path:
    """The content folder: the one given, that of BOT_CONTENT, the installed one, or the checkout's."""
    if chosen := given or os.environ.get("BOT_CONTENT"):
        return Path(chosen)
    here = Path(__file__).resolve().parent
    installed = here / "content"
    return installed if installed.is_dir() else here.parent / "content"


def documents_url() -> str:
    """Where documents are fetched by symbol: BOT_DOCUMENTS_URL, or the UN's own document system."""
    from bot.importing.fetch import BASE

    return os.environ.get("BOT_DOCUMENTS_URL") or BASE


def by_meaning() -> bool:
    """Whether subjects are also found by what they mean, with the sentence encoder: unless BOT_ENCODER is 0."""
    return os.environ.get("BOT_ENCODER", "").strip() != "0"
