"""What the import command does with its files, one after the other, and what came of each."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path

from bot.cells import harmless
from bot.corpus.agreement import check_agreement
from bot.corpus.changes import reading, writing
from bot.corpus.files import read_text
from bot.corpus.order import check_order
from bot.corpus.provenance import Provenance
from bot.corpus.votes import read_votes, with_votes
from bot.doubts import DoubtKind
from bot.errors import ContentError
from bot.importing.apart import Worker, read_bytes
from bot.importing.document import Document, summary
from bot.importing.lines import LARGEST
from bot.importing.store import file_name, store
from bot.language.names import Names, names_of
from bot.resolution import Part, Resolution
from bot.settings import check_own, vocabulary

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says of an import."""

    symbol: str | None = None
    language: str | None = None
    replace: bool = False
    dry_run: bool = False
    accept: frozenset[DoubtKind] = frozenset()
    """The kinds of doubts that do not keep a text from being written."""


class Outcome(StrEnum):
    """What came of a file."""

    READ = "read"
    ACCEPTED = "read with doubts"
    HELD = "held back for its doubts"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Imported:
    """A file, and what came of it."""

    file: str
    outcome: Outcome
    document: Document | None = None
    """None where it was refused before it could be read."""
    written: str = ""
    """The name of the text in content; empty where none was written."""
    error: ContentError | None = None

    @property
    def whole(self) -> str:
        """All that was read of it, and what was written, if anything was."""
        said = f"{self.file}:\n{summary(self.document)}" if self.document else ""
        return (
            f"{said}\n  {'written' if self.written else 'not written':<12} {self.written or self.outcome}"
            if said
            else ""
        )

    @property
    def held(self) -> str:
        """Why nothing was written, where its doubts are the reason."""
        count = len(self.document.doubts) if self.document else 0
        return f"{self.file}: {count} doubts that nobody accepted; expected --accept, once they have been looked at"

    @property
    def line(self) -> str:
        """In one line: the file, what it is, its doubts by kind, and what was written; empty where it was refused."""
        if self.error or self.document is None:
            return ""
        kinds = Counter(doubt.kind for doubt in self.document.doubts)
        counted = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
        doubts = f", doubts: {counted}" if counted else ""
        return (
            f"{self.file}: {_facts(self.document.resolution)}{doubts}; "
            f"{self.written or f'not written ({self.outcome})'}"
        )


def _facts(resolution: Resolution) -> str:
    numbers = " + ".join(str(len(resolution.part(part))) for part in Part if resolution.part(part))
    return f"{resolution.symbol} ({resolution.language}), {numbers} paragraphs"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document that is to be imported."""

    label: str
    """What it is called in what is said of it: the path of a file, a symbol."""
    name: str
    """Of the file it was taken from, for the note beside the text."""
    data: Callable[[], bytes]
    """Its bytes; raises ContentError where they can't be had."""
    options: Options


def from_file(file: str, options: Options) -> Incoming:
    """A file, or standard input for ``-``."""
    label = "standard input" if file == STDIN else file
    data = _standard_input if file == STDIN else partial(read_bytes, file)
    return Incoming(label, Path(label).name, data, options)


def import_all(incoming: Iterable[Incoming], content: Path, tell: Callable[[Imported], None]) -> list[Imported]:
    """Import each document; what came of each, in order. tell: is told of each as it is done.

    They are read in a process of its own, which a file made to do harm can take down and nothing else.
    """
    done = []
    names = names_of(vocabulary(content))
    with Worker(names.code_in_record) as worker:
        for each in incoming:
            done.append(_import(each, content / "resolutions", names, worker))
            tell(done[-1])
    return done


def _import(incoming: Incoming, folder: Path, names: Names, worker: Worker) -> Imported:
    label, options = incoming.label, incoming.options
    document = None
    try:
        data = incoming.data()
        document = worker.read(label, data, options.symbol, options.language)
        unaccepted = [doubt for doubt in document.doubts if doubt.kind not in options.accept]
        outcome = Outcome.HELD if unaccepted else Outcome.ACCEPTED if document.doubts else Outcome.READ
        if unaccepted or options.dry_run:
            with reading(folder):
                _check(label, document, folder, names, options)
            return Imported(label, outcome, document)
        name = file_name(document.resolution.symbol, document.resolution.language)
        provenance = Provenance(incoming.name, hashlib.sha256(data).hexdigest(), date.today(), document.doubts)
        check_own(folder.parent)
        # What it is compared with stays as it is until it is written: another import waits.
        with writing(folder):
            _check(label, document, folder, names, options)
            written = store(folder, name, document.cleaned.text, provenance, replace=options.replace)
        return Imported(label, outcome, document, str(written))
    except ContentError as error:
        return Imported(label, Outcome.REFUSED, document, error=error)


def _check(label: str, document: Document, folder: Path, names: Names, options: Options) -> None:
    """ContentError where a document does not fit what is in content already."""
    resolution = document.resolution
    check_order(label, resolution, names)
    name = file_name(resolution.symbol, resolution.language)
    if (folder / name).exists() and not options.replace:
        raise ContentError(
            label, None, f"{name} is in {folder} already; expected --replace, or a document that is not there yet"
        )
    _check_siblings(label, resolution, folder, name, names)


def _check_siblings(label: str, resolution: Resolution, folder: Path, name: str, names: Names) -> None:
    """ContentError where the text does not agree with those of other languages that stand there already, or with the
    votes."""
    stem = name.rsplit(".", 2)[0]
    votes = folder / f"{stem}.votes.csv"
    data = read_votes(votes, names, resolution) if votes.exists() else None
    for path in sorted(folder.glob(f"{stem}.*.txt")):
        if path.name != name:
            other = read_text(path, names.code_in_record)
            check_agreement(
                Path(label),
                with_votes(resolution, data) if data else resolution,
                path,
                with_votes(other, data) if data else other,
            )
    if data:
        with_votes(resolution, data)


def _standard_input() -> bytes:
    """What standard input gives; more than is read of any document is refused by its length."""
    try:
        return sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        raise ContentError("standard input", None, f"{error.strerror}; expected a document") from None


# --- what came of many ----------------------------------------------------------------------------


def outcomes(done: Iterable[Imported]) -> str:
    """A table: how many files were read, read with doubts, held back, and refused, these by reason."""
    done = tuple(done)
    counts = Counter(imported.outcome for imported in done)
    rows = [(str(count), outcome.value) for outcome in Outcome if (count := counts[outcome])]
    reasons = Counter(_reason(imported.error) for imported in done if imported.error)
    rows += [(str(count), f"  {reason}") for reason, count in reasons.most_common()]
    rows.append((str(len(done)), "in all"))
    width = max(len(figure) for figure, _ in rows)
    return "\n".join(f"{figure:>{width}}  {what}" for figure, what in rows)


def _reason(error: ContentError) -> str:
    """What was wrong, without what is this file's alone: places, numbers and quoted words."""
    what = error.message.partition(" of the clean text): ")[2] or error.message
    return re.sub(r"\d+", "…", re.sub(r"“[^“”]*”", "“…”", what.partition("; expected")[0]))


def report(done: Iterable[Imported]) -> str:
    """A line a file, set apart by tabs: the file, what came of it, what it is, its doubts, the reason of a refusal."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter="\t", lineterminator="\n")
    rows.writerow(("file", "outcome", "symbol", "language", "paragraphs", "written", "doubts", "reason"))
    for imported in done:
        document = imported.document
        resolution = document.resolution if document else None
        cells = (
            imported.file,
            imported.outcome.value,
            resolution.symbol if resolution else "",
            resolution.language if resolution else "",
            len(resolution.paragraphs) if resolution else "",
            imported.written,
            " | ".join(str(doubt) for doubt in document.doubts) if document else "",
            imported.error.message if imported.error else "",
        )
        rows.writerow(map(harmless, cells))
    return out.getvalue()
