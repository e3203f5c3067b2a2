"""What the environment and the command line may set."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bot.layers import Layers

OVERLAY = "overlay"
"""The folder of an owner's own words, in a content folder."""


def content_folder(given: str | None = None) -> Path:
    """The content folder: the one given, that of BOT_CONTENT, or the program's own."""
    chosen = given or os.environ.get("BOT_CONTENT")
    return Path(chosen) if chosen else program_content()


def program_content() -> Path:
    """The content that comes with the program: the checkout's, if it runs in one or is installed in one's .venv, or the installed copy.

    Who installs from a checkout and changes a word in its content/ expects that word to be known.
    """
    here = Path(__file__).resolve().parent
    checkouts = (here.parent, Path.cwd(), Path(sys.prefix).parent)
    found = next((place / "content" for place in checkouts if _is_checkout(place)), None)
    return found or here / "content"


def _is_checkout(place: Path) -> bool:
    return all((place / name).is_file() for name in ("pyproject.toml", "bot/settings.py", "content/cues.toml"))


def vocabulary(folder: Path) -> Layers:
    """The words that go with the texts of a content folder: its own, or the program's where it has none; over them, its overlay/."""
    whole = (folder / "cues.toml").is_file() or (folder / "names").is_dir()
    return Layers(folder if whole else program_content(), folder / OVERLAY)


def documents_url() -> str:
    """Where documents are fetched by symbol: BOT_DOCUMENTS_URL, or the UN's own document system."""
    from bot.importing.fetch import BASE

    return os.environ.get("BOT_DOCUMENTS_URL") or BASE
