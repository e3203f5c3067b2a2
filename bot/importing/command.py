"""What the import command does with its files, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.corpus.library import check_agreement, read_text
from bot.corpus.model import Resolution
from bot.corpus.order import check_order
from bot.corpus.votes import read_votes, with_votes
from bot.errors import ContentError
from bot.importing.document import read_document, summary
from bot.importing.lines import LARGEST
from bot.importing.store import Source, file_name, store
from bot.language.names import Names

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says of an import."""

    symbol: str | None = None
    language: str | None = None
    replace: bool = False
    dry_run: bool = False


def import_files(files: tuple[str, ...], content: Path, options: Options, say: Callable[[str], None]) -> list[ContentError]:
    """Import each file; those that were refused, each with its reason.

    say: prints what was read of each, before it is written.
    """
    names = Names(content)
    refused: list[ContentError] = []
    for file in files:
        try:
            _import(file, content / "resolutions", names, options, say)
        except ContentError as error:
            refused.append(error)
    return refused


def _import(file: str, folder: Path, names: Names, options: Options, say: Callable[[str], None]) -> None:
    label = "standard input" if file == STDIN else file
    data = _bytes(file, label)
    document = read_document(label, data, names.code_in_record, options.symbol, options.language)
    resolution = document.resolution
    check_order(label, resolution, names)
    name = file_name(resolution.symbol, resolution.language)
    say(f"{label}:\n{summary(document)}")
    if (folder / name).exists() and not options.replace:
        raise ContentError(label, None, f"{name} is in {folder} already; expected --replace, or a document that is not there yet")
    _check_siblings(label, resolution, folder, name, names)
    if options.dry_run:
        say(f"  not written  {name} (--dry-run)")
    else:
        source = Source(Path(label).name, data, date.today())
        say(f"  written      {store(folder, name, document.cleaned.text, source, replace=options.replace)}")


def _check_siblings(label: str, resolution: Resolution, folder: Path, name: str, names: Names) -> None:
    """ContentError where the text does not agree with those of other languages that stand there already, or with the votes."""
    stem = name.rsplit(".", 2)[0]
    votes = folder / f"{stem}.votes.csv"
    data = read_votes(votes, names, resolution) if votes.exists() else None
    for path in sorted(folder.glob(f"{stem}.*.txt")):
        if path.name != name:
            other = read_text(path, names.code_in_record)
            check_agreement(Path(label), with_votes(resolution, data) if data else resolution, path, with_votes(other, data) if data else other)
    if data:
        with_votes(resolution, data)


def _bytes(file: str, label: str) -> bytes:
    """What the file holds, or standard input; more than is read of any document is refused by its length."""
    try:
        if file == STDIN:
            return sys.stdin.buffer.read(LARGEST + 1)
        with open(file, "rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise ContentError(label, None, f"{error.strerror}; expected a file that can be read") from None
