"""The files of one resolution, read and checked: its texts, and the votes beside them.

Only what is new or has changed is read so; so these modules are not loaded where all is in the store.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bot.corpus.agreement import check_agreement
from bot.corpus.forms import FORMS
from bot.corpus.order import check_order
from bot.corpus.provenance import check_accepted, read_provenance
from bot.corpus.reader import read
from bot.corpus.recorded import recorded
from bot.corpus.votes import VOTES_FILE, read_votes, with_votes
from bot.errors import ContentError
from bot.language.names import Names
from bot.resolution import Resolution
from bot.store.records import TextGroup

MAIN = ("zh", "en", "fr", "es", "ru", "ar")
"""The languages in the order in which a text is taken for the main one of its resolution."""


def read_group(
    folder: Path, stem: str, files: list[str], signed: str, names: Names, code_of: Callable[[str], str | None]
) -> TextGroup:
    """The texts of one resolution, with the votes beside them; ContentError where they are not sound or do not
    agree."""
    if stem + VOTES_FILE in files and not any(name.endswith(".txt") for name in files):
        return TextGroup(stem, signed, ((stem + VOTES_FILE, _recorded(folder / (stem + VOTES_FILE), names)),))
    texts: dict[str, tuple[str, Resolution]] = {}
    data = None
    for name in (name for name in files if name.endswith(".txt")):
        path = folder / name
        resolution = read_text(path, code_of)
        check_order(str(path), resolution, names)
        provenance = read_provenance(path)
        check_accepted(path, resolution.doubts, provenance)
        if provenance and provenance.became:
            resolution = replace(resolution, became=provenance.became)
        if stem + VOTES_FILE in files:
            data = data or read_votes(folder / (stem + VOTES_FILE), names, resolution)
            resolution = with_votes(resolution, data)
        for other_name, other in texts.values():
            if other.symbol != resolution.symbol:
                what = f"the text is that of {resolution.symbol}, that in {other_name} is of {other.symbol}"
                raise ContentError(
                    path, None, f"{what}; expected files with the same beginning of their names to be of one resolution"
                )
            check_agreement(path, resolution, folder / other_name, other)
        texts[resolution.language] = (name, resolution)
    return TextGroup(stem, signed, tuple(texts[language] for language in MAIN if language in texts))


def _recorded(path: Path, names: Names) -> Resolution:
    """The resolution that has votes and no text."""
    resolution = recorded(path, names)
    check_accepted(path, resolution.doubts, read_provenance(path))
    return resolution


def read_text(path: Path, code_of: Callable[[str], str | None]) -> Resolution:
    """The resolution in one file."""
    language = path.name.split(".")[-2] if path.name.count(".") > 1 else ""
    if language not in FORMS:
        raise ContentError(
            path,
            None,
            f"the language “{language}” can't be read; expected NAME.LANGUAGE.txt with one of {', '.join(FORMS)}",
        )
    try:
        content = path.read_bytes()
        source = content.decode("utf-8-sig")
    except OSError as error:
        raise ContentError(path, None, f"{error.strerror}; expected a text that can be read") from None
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ContentError(path, line, f"byte {error.start} is not UTF-8; expected text in UTF-8") from None
    return read(str(path), source, FORMS[language], code_of)
