"""What the import command does with voting data: a file of votes for each record, and what came of each."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from bot.corpus.changes import writing
from bot.corpus.files import read_text
from bot.corpus.provenance import Provenance
from bot.corpus.votes import VOTE_OF_LETTER, VOTES_FILE, unequal_said
from bot.doubts import Doubt, DoubtKind
from bot.errors import ContentError
from bot.importing.ballots import TOTALS, Unsound, VotingRecord
from bot.importing.store import file_name, store
from bot.importing.voting import read_all
from bot.language.names import Names


class Fate(StrEnum):
    """What became of a record."""

    WRITTEN = "written"
    REPLACED = "replaced what was there"
    SAME = "was there already"
    HELD = "held back for its doubts"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A record, and what became of it."""

    symbol: str
    fate: Fate
    doubts: tuple[Doubt, ...] = ()
    error: ContentError | None = None
    reasons: tuple[Unsound, ...] = ()
    """Of the doubts, in the same order."""

    @property
    def line(self) -> str:
        """What is said of it where it is not simply written."""
        if self.error:
            return f"{self.symbol}: {self.error}" if self.symbol else str(self.error)
        return f"{self.symbol}: {self.fate}" + "".join(f"\n  doubt        {doubt}" for doubt in self.doubts)


def import_voting(
    path: Path, content: Path, names: Names, accept: frozenset[DoubtKind], *, dry_run: bool
) -> Iterator[Recorded]:
    """Write each record of a file of voting data into content, one after the other.

    What is there already stays where it says the same, and else is replaced: the newer file is right. Of two records
    with one symbol in a file, the second is a doubt, since nothing says which vote was on the document as a whole.
    """
    digest = _digest(path)
    seen: set[str] = set()
    for record in read_all(path, names):
        if isinstance(record, ContentError):
            yield Recorded("", Fate.REFUSED, error=record)
            continue
        doubts = record.doubts
        if record.symbol in seen:
            found = "a second vote under this symbol in the same file"
            place = f"{record.symbol}, {record.place}"
            doubt = Doubt(DoubtKind.VOTE, place, found, "nothing: the first one stays")
            yield Recorded(record.symbol, Fate.HELD, (doubt,), reasons=(Unsound.SECOND,))
            continue
        seen.add(record.symbol)
        if any(doubt.kind not in accept or doubt.understood == "nothing" for doubt in doubts):
            yield Recorded(record.symbol, Fate.HELD, doubts, reasons=record.reasons)
            continue
        provenance = Provenance(path.name, digest, date.today(), doubts)
        try:
            fate = _write(record, content / "resolutions", names, provenance, dry_run=dry_run)
            yield Recorded(record.symbol, fate, doubts, reasons=record.reasons)
        except ContentError as error:
            yield Recorded(record.symbol, Fate.REFUSED, doubts, error, record.reasons)


def _write(record: VotingRecord, folder: Path, names: Names, provenance: Provenance, *, dry_run: bool) -> Fate:
    stem = file_name(record.symbol, "x").removesuffix(".x.txt")
    path = folder / (stem + VOTES_FILE)
    text = record.csv()
    old = path.read_text(encoding="utf-8") if path.exists() else None
    if old == text:
        return Fate.SAME
    if not dry_run:
        with writing(folder):
            _check_texts(record, folder, stem, names)
            store(folder, path.name, text, _named(provenance, path, record), replace=True)
    return Fate.WRITTEN if old is None else Fate.REPLACED


def _named(provenance: Provenance, path: Path, record: VotingRecord) -> Provenance:
    """The note beside the file: its doubts as they will be found in it when it is read."""
    totals = {TOTALS[letter]: total for letter, total in record.totals}
    if record.members is not None:
        totals["total_ms"] = record.members
    off = unequal_said(totals, Counter(VOTE_OF_LETTER[ballot.letter] for ballot in record.ballots))
    if not off:
        return provenance
    found = f"the totals are not those of the votes listed: {off}"
    doubt = Doubt(DoubtKind.VOTE, path.name, found, "the votes as listed; no result")
    return replace(provenance, doubts=(doubt,))


def _check_texts(record: VotingRecord, folder: Path, stem: str, names: Names) -> None:
    """ContentError where a text that is there says otherwise."""
    for path in sorted(folder.glob(f"{stem}.*.txt")):
        resolution = read_text(path, names.code_in_record)
        if resolution.roll_call or resolution.tally:
            written = {b.code: b.letter for b in record.ballots}
            here = {v.code: {"yes": "Y", "no": "N", "abstain": "A"}.get(v.vote, "X") for v in resolution.roll_call}
            off = sorted(code for code in here if here[code] != written.get(code))
            if off:
                what = f"{off[0]} is {written.get(off[0])} in the voting data and {here[off[0]]} in {path.name}"
                raise ContentError(
                    record.symbol, None, f"{what}; expected the votes of the text, which is what was published"
                )


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def fates(done: list[Recorded]) -> str:
    """A table: how many records were written, replaced, the same, held back and refused, and how many are in doubt for
    what reason."""
    counts = Counter(each.fate for each in done)
    doubtful = Counter(reason for each in done for reason in set(each.reasons))
    rows = [(counts[fate], fate.value) for fate in Fate if counts[fate]]
    rows.append((len(done), "records in all"))
    rows += ((doubtful[reason], f"in doubt: {reason}") for reason in Unsound if doubtful[reason])
    return "\n".join(f"{count:>6}  {what}" for count, what in rows)
