"""One file, from its bytes to a resolution that adds up: extracted, cleaned, read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.corpus.forms import FORMS
from bot.corpus.reader import read
from bot.doubts import Doubt, DoubtKind
from bot.errors import ContentError
from bot.importing.account import Account, account, grouped
from bot.importing.clean import clean
from bot.importing.detect import language_of
from bot.importing.extract import extract
from bot.importing.furniture import Headed, symbol_in
from bot.importing.lines import Extracted, LeftOut
from bot.importing.pieces import Cleaned
from bot.importing.unnumbered import with_number
from bot.resolution import CAST, Part, Resolution

_STATEMENTS = "S/PRST/"
"""How the symbols of statements of the Security Council's President begin."""


@dataclass(frozen=True, slots=True)
class Document:
    """What an import would add."""

    resolution: Resolution
    cleaned: Cleaned
    extracted: Extracted

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """All that is in the file and not in the text."""
        return self.extracted.left_out + self.cleaned.left_out

    @property
    def account(self) -> Account:
        """Where the characters of the file are."""
        return account(self.extracted.characters, self.resolution, self.left_out)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """All that is unusual, in the file, in how its lines were put together, and in the text; those of the text by
        their place in the file."""
        placed = (replace(doubt, place=_in_file(doubt.place, self.cleaned)) for doubt in self.resolution.doubts)
        return (*self.extracted.doubts, *self.cleaned.doubts, *placed, *self._miscounted())

    def _miscounted(self) -> tuple[Doubt, ...]:
        difference = self.account.difference
        if not difference:
            return ()
        what = (
            f"{abs(difference)} characters {'of the file are nowhere' if difference > 0 else 'stand twice'} "
            f"({self.account})"
        )
        return (Doubt(DoubtKind.HIDDEN, "the whole file", what, "the text as it is shown"),)


def read_document(
    path: str, data: bytes, code_of: Callable[[str], str | None], symbol: str | None = None, language: str | None = None
) -> Document:
    """The resolution in a file.

    path: named in errors; code_of: as the reader's; symbol, language: what it is expected to be, found in the file
    where None. Raises ContentError, with the place in the file, where it can't be read or does not add up.
    """
    extracted = extract(path, data)
    found = language or language_of(extracted.lines)
    if found not in FORMS:
        what = f"the language “{found}” can't be read" if found else "too little text to tell its language"
        raise ContentError(path, None, f"{what}; expected --language with one of {', '.join(FORMS)}")
    extracted = with_number(path, extracted, FORMS[found], symbol)
    lines = extracted.lines
    cleaned, headed = clean(lines, FORMS[found]), symbol_in(lines)
    try:
        resolution = read(path, cleaned.text, FORMS[found], code_of)
    except ContentError as error:
        raise _of_president(path, headed) or _placed(error, path, cleaned) from None
    for said, where in ((symbol, "given as"), (headed and headed.text, "headed")):
        if said and _bare(said) != _bare(resolution.symbol):
            line = resolution.source.count("\n", 0, resolution.title.spans[0][0]) + 1
            beside = f" on {headed.line.place}" if headed and where == "headed" else ""
            what = (
                f"the text is that of {resolution.symbol}, but it is {where} {said}{beside}; expected the same symbol"
            )
            raise _placed(ContentError(path, line, what), path, cleaned)
    return Document(resolution, cleaned, extracted)


def _of_president(path: str, headed: Headed | None) -> ContentError | None:
    """The error for a statement of the Security Council's President, which is none of what is read here; None for any
    other document."""
    if headed is None or not _bare(headed.text).startswith(_STATEMENTS):
        return None
    what = f"{headed.line.place}: {headed.text} is a statement of the President of the Security Council"
    return ContentError(path, None, f"{what}; expected a resolution, a decision or a draft of one")


def _bare(symbol: str) -> str:
    return "".join(symbol.upper().split())


def _placed(error: ContentError, path: str, cleaned: Cleaned) -> ContentError:
    """An error of the reader with the place in the file. Its own line, and those it speaks of, are of the text as
    cleaned."""
    place = _place(error.line or 0, cleaned)
    if place is None:
        return ContentError(path, None, error.message)
    return ContentError(path, None, f"{place} (line {error.line} of the clean text): {error.message}")


def _place(number: int, cleaned: Cleaned) -> str | None:
    """Where a line of the clean text begins in the file; None for none."""
    return next((line.place for line in reversed(cleaned.places[:number]) if line), None)


def _in_file(place: str, cleaned: Cleaned) -> str:
    """A place that the reader names, “line 12”, as one in the file."""
    number = place.removeprefix("line ")
    return (_place(int(number), cleaned) if number.isdecimal() else None) or place


def summary(document: Document) -> str:
    """What was read, for a person to compare with the file: a fact a line."""
    resolution, cleaned = document.resolution, document.cleaned
    parts = [
        f"{len(resolution.part(part))} {name}"
        for part, name in ((Part.PREAMBLE, "preambular"), (Part.OPERATIVE, "operative"), (Part.ANNEX, "annexed"))
    ]
    subs = sum(len(paragraph.subparagraphs) for paragraph in resolution.paragraphs)
    rows = [
        ("symbol", f"{resolution.symbol} ({resolution.language})"),
        ("title", resolution.title.text),
        ("adopted", f"{resolution.adopted.isoformat()}, {_vote(resolution)}"),
        (
            "paragraphs",
            ", ".join(part for part in parts if not part.startswith("0 "))
            + (f", {subs} sub-paragraphs" if subs else ""),
        ),
        *(
            (f"  {vote.value}", f"{len(voters)}: {', '.join(v.name for v in voters)}")
            for vote in CAST
            if (voters := resolution.voters(vote))
        ),
        *(("heading", f"{heading.text} (before {heading.before})") for heading in resolution.headings),
        *(("annex", f"{annex.name} ({len(annex.paragraphs)} paragraphs)") for annex in resolution.annexes),
        *((f"footnote {note.mark}", f"{note.text} (cited by {note.cited_by})") for note in resolution.footnotes),
        *(("joined", f"{joint.text} ({joint.line.place})") for joint in cleaned.joints),
        *(("left out", line) for line in grouped(document.left_out)),
        ("characters", str(document.account)),
        *(("doubt", str(doubt)) for doubt in document.doubts),
    ]
    return "\n".join(f"  {name:<12} {said}" for name, said in rows)


def _vote(resolution: Resolution) -> str:
    tally = resolution.tally
    figures = f" {tally.yes}–{tally.no}–{tally.abstain}, {len(resolution.roll_call)} voters named" if tally else ""
    return f"{resolution.adoption.value}{figures}"
