"""What the environment and the command line may set."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from bot.errors import ContentError
from bot.layers import Layers

OVERLAY = "overlay"
"""The folder of an owner's own words, in a content folder."""
SETTINGS_FILE = "settings.env"
"""The file of an owner's settings in it: lines as in BOT_LOG=json."""
TEMPLATE = "own"
"""In the program's content: what a new content folder begins with."""


def content_folder(given: str | None = None) -> Path:
    """The content folder: the one given, that of BOT_CONTENT, or the program's own."""
    chosen = given or os.environ.get("BOT_CONTENT")
    return Path(chosen) if chosen else program_content()


def check_own(folder: Path) -> None:
    """ContentError where that is the copy installed with the program: what is written there goes with an upgrade."""
    if folder.resolve() == Path(__file__).resolve().parent / "content":
        expected = "expected a folder of your own: resolution-bot init DIR, then --content DIR"
        raise ContentError(folder, None, f"comes with the program, and goes with the next version of it; {expected}")


def program_content() -> Path:
    """The content that comes with the program: that of a checkout it runs in or is installed in, or the installed copy.

    Who installs from a checkout and changes a word in its content/ expects that word to be known.
    """
    here = Path(__file__).resolve().parent
    # Path(): where the program was called, which need not be there any more.
    checkouts = (here.parent, Path(), Path(sys.prefix).parent)
    found = next((place.absolute() / "content" for place in checkouts if _is_checkout(place)), None)
    return found or here / "content"


def _is_checkout(place: Path) -> bool:
    return all((place / name).is_file() for name in ("pyproject.toml", "bot/settings.py", "content/cues.toml"))


def vocabulary(folder: Path) -> Layers:
    """The words for the texts of a content folder: its own, or the program's where it has none; over them overlay/."""
    whole = (folder / "cues.toml").is_file() or (folder / "names").is_dir()
    return Layers(folder if whole else program_content(), folder / OVERLAY)


STORE = "BOT_STORE"
"""Names the folder of all stores; default: resolution-bot in the user's cache."""


def store_folder() -> Path:
    """The folder in which all is kept that can be made anew."""
    chosen = os.environ.get(STORE)
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(chosen) if chosen else caches / "resolution-bot"


DOCUMENTS = "https://documents.un.org/api/symbol/access"
"""The United Nations' own document system."""


def documents_url() -> str:
    """Where documents are fetched by symbol: BOT_DOCUMENTS_URL, or the UN's own document system."""
    return os.environ.get("BOT_DOCUMENTS_URL") or DOCUMENTS


def unanswered_file() -> Path | None:
    """The file that BOT_UNANSWERED names; None where it is not set."""
    named = os.environ.get("BOT_UNANSWERED")
    return Path(named) if named else None


def read_settings(folder: Path) -> None:
    """Put what the settings file of a content folder says into the environment, where that does not say it already.

    ContentError, with the line, where a setting is not known, or the file can't be read.
    """
    path = folder / SETTINGS_FILE
    if not path.is_file():
        return
    from dotenv import dotenv_values

    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise ContentError(path, None, f"{error.strerror}; expected a file that can be read") from None
    except UnicodeDecodeError as error:
        raise ContentError(path, None, f"byte {error.start} is not UTF-8; expected text in UTF-8") from None
    known = known_settings()
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, equals, _ = line.strip().removeprefix("export ").partition("=")
        if not equals or name.strip() not in known:
            said = name.strip() if equals and name.strip().isidentifier() else "this line"
            raise ContentError(
                path, number, f"{said} is no setting; expected NAME=VALUE with one of {', '.join(known)}"
            )
    for name, value in dotenv_values(path, interpolate=False, encoding="utf-8-sig").items():
        if value and not os.environ.get(name):
            os.environ[name] = value


def known_settings() -> list[str]:
    """The names of all settings that such a file may have, as the one of a new folder lists them."""
    text = (program_content() / TEMPLATE / SETTINGS_FILE).read_text(encoding="utf-8")
    return re.findall(r"^#?(BOT_[A-Z_]+)=", text, re.MULTILINE)


def by_meaning() -> bool:
    """Whether subjects are also found by what they mean, with the sentence encoder: unless BOT_ENCODER is 0."""
    return os.environ.get("BOT_ENCODER", "").strip() != "0"
