"""Clean text → content/resolutions/, whole or not at all, with a note of where it came from beside it."""

from __future__ import annotations

import re
from pathlib import Path

from bot.corpus.changes import change
from bot.corpus.provenance import Provenance, note_of
from bot.errors import ContentError


def file_name(symbol: str, language: str) -> str:
    """``A_HRC_RES_56_4.zh.txt`` for A/HRC/RES/56/4 in Chinese, ``S_RES_2728_2024.en.txt`` for S/RES/2728(2024) in
    English."""
    return f"{re.sub(r'[^A-Za-z0-9-]+', '_', symbol).strip('_')}.{language}.txt"


def store(folder: Path, name: str, text: str, provenance: Provenance, *, replace: bool) -> Path:
    """Write a text and its note into a folder, within `writing`; the path of the text.

    Raises ContentError where that text is there already and not to be replaced, or can't be written;
    then nothing has changed.
    """
    path = folder / name
    if path.exists() and not replace:
        raise ContentError(path, None, "is there already; expected --replace, or a document that is not in content yet")
    try:
        change(folder, {note_of(path).name: provenance.toml().encode(), name: text.encode()})
    except OSError as error:
        raise ContentError(path, None, f"{error.strerror}; expected a place to write to") from None
    return path
