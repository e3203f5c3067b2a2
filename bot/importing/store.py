"""Clean text → content/resolutions/, whole or not at all, with a note of where it came from beside it."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.errors import ContentError


@dataclass(frozen=True, slots=True)
class Source:
    """What a text was taken from."""

    file: str
    """Its name without folders, or “standard input”."""
    data: bytes
    imported: date


def file_name(symbol: str, language: str) -> str:
    """``A_HRC_RES_56_4.zh.txt`` for A/HRC/RES/56/4 in Chinese, ``S_RES_2728_2024.en.txt`` for S/RES/2728(2024) in English."""
    return f"{re.sub(r'[^A-Za-z0-9-]+', '_', symbol).strip('_')}.{language}.txt"


def store(folder: Path, name: str, text: str, source: Source, *, replace: bool) -> Path:
    """Write a text and its note into a folder; the path of the text.

    Raises ContentError where that text is there already and not to be replaced, or can't be written;
    then nothing has changed.
    """
    path = folder / name
    if path.exists() and not replace:
        raise ContentError(path, None, "is there already; expected --replace, or a document that is not in content yet")
    note = folder / f"{name.removesuffix('.txt')}.source.toml"
    aside: list[Path] = []
    try:
        for content in (_note(source), text):
            aside.append(_aside(folder, content))
        os.replace(aside[0], note)
        os.replace(aside[1], path)
    except OSError as error:
        raise ContentError(path, None, f"{error.strerror}; expected a place to write to") from None
    finally:
        for left in aside:
            with suppress(OSError):
                left.unlink(missing_ok=True)
    return path


def _aside(folder: Path, content: str) -> Path:
    """A new file in a folder with that content, all of it on disk."""
    handle, name = tempfile.mkstemp(prefix=".import-", dir=folder)
    try:
        with open(handle, "wb") as stream:
            stream.write(content.encode())
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, 0o644)  # that of mkstemp is readable for its owner only
    except OSError:
        with suppress(OSError):
            os.unlink(name)
        raise
    return Path(name)


def _note(source: Source) -> str:
    """What the note says, in TOML."""
    name = re.sub(r'[\x00-\x1f\x7f"\\]', lambda found: f"\\u{ord(found[0]):04x}", source.file)
    return f'file = "{name}"\nsha256 = "{hashlib.sha256(source.data).hexdigest()}"\nimported = {source.imported.isoformat()}\n'
