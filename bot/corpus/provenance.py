"""The note beside a text, NAME.LANGUAGE.source.toml: what the text was taken from, and the doubts that were accepted
with it."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.doubts import Doubt, DoubtKind
from bot.errors import ContentError

SUFFIX = ".source.toml"
_FIELDS = {"file": str, "sha256": str, "imported": date, "became": str, "doubt": list}
_OPTIONAL = frozenset({"became", "doubt"})
_DOUBT = ("kind", "place", "found", "understood")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a text comes from."""

    file: str
    """Its name without folders, or “standard input”."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    imported: date
    doubts: tuple[Doubt, ...] = ()
    """Those that somebody looked at and accepted."""
    became: str = ""
    """Of a draft: the symbol of the resolution that it was adopted as. Whoever tends the content writes it here."""

    def toml(self) -> str:
        """The note as it is written."""
        lines = [f"file = {_quoted(self.file)}", f'sha256 = "{self.sha256}"', f"imported = {self.imported.isoformat()}"]
        if self.became:
            lines.append(f"became = {_quoted(self.became)}")
        for doubt in self.doubts:
            lines += ["", "[[doubt]]", *(f"{name} = {_quoted(str(getattr(doubt, name)))}" for name in _DOUBT)]
        return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A basic string of TOML."""
    escaped = re.sub(r'[\x00-\x1f\x7f"\\]', lambda found: f"\\u{ord(found[0]):04x}", text)
    return f'"{escaped}"'


def note_of(text: Path) -> Path:
    """The path of the note that belongs to a text, or to a file of votes."""
    return text.with_name(text.name.rpartition(".")[0] + SUFFIX)


def read_provenance(text: Path) -> Provenance | None:
    """The note beside a text; None where there is none. ContentError, naming the field, where it is not sound."""
    path = note_of(text)
    if not path.exists():
        return None
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ContentError(path, None, f"{error.strerror}; expected a note that can be read") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(path, None, f"not TOML: {error}; expected the note of an import") from None
    for name, kind in _FIELDS.items():
        if (name in content and not isinstance(content[name], kind)) or (name not in content and name not in _OPTIONAL):
            raise ContentError(path, None, f"{name} is {content.get(name)!r}; expected a {kind.__name__}")
    if unknown := sorted(set(content) - set(_FIELDS)):
        raise ContentError(path, None, f"{', '.join(unknown)} stands here; expected only {', '.join(_FIELDS)}")
    doubts = tuple(_doubt(path, number, table) for number, table in enumerate(content.get("doubt", []), 1))
    return Provenance(content["file"], content["sha256"], content["imported"], doubts, content.get("became", ""))


def _doubt(path: Path, number: int, table: Any) -> Doubt:
    sound = (
        isinstance(table, dict) and set(table) == set(_DOUBT) and all(isinstance(table[name], str) for name in _DOUBT)
    )
    if not sound:
        raise ContentError(
            path, None, f"[[doubt]] {number} has other fields; expected {', '.join(_DOUBT)}, each in quotation marks"
        )
    if table["kind"] not in set(map(str, DoubtKind)):
        raise ContentError(
            path, None, f"[[doubt]] {number} is of kind “{table['kind']}”; expected one of {', '.join(DoubtKind)}"
        )
    return Doubt(DoubtKind(table["kind"]), table["place"], table["found"], table["understood"])


def check_accepted(text: Path, doubts: tuple[Doubt, ...], provenance: Provenance | None) -> None:
    """ContentError where a text has a doubt that nobody accepted: by its kind and what was found, wherever it
    stands."""
    accepted = Counter((doubt.kind, doubt.found) for doubt in (provenance.doubts if provenance else ()))
    left = [doubt for doubt in doubts if not _take(accepted, doubt)]
    if left:
        more = f" and {len(left) - 1} more" if len(left) > 1 else ""
        what = f"a doubt that nobody accepted: {left[0]}{more}"
        number = left[0].place.removeprefix("line ")
        line = int(number) if number.isdecimal() else None
        line = int(number) if number.isdecimal() else None
        raise ContentError(
            text, line, f"{what}; expected it in {note_of(text).name} (import --replace --accept writes it)"
        )


def _take(accepted: Counter[tuple[DoubtKind, str]], doubt: Doubt) -> bool:
    key = (doubt.kind, doubt.found)
    accepted[key] -= 1
    return accepted[key] >= 0
