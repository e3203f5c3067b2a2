"""The footnotes and endnotes of a Word file, and how each is marked where it is cited (ECMA-376 part 1, 17.11)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.importing.lines import DIGITS
from bot.importing.markup import attribute, child, tag, value, whole
from bot.importing.number_formats import UnprintableError, printed
from bot.importing.package import Package

KINDS = {"footnote": "decimal", "endnote": "lowerRoman"}
"""What notes there are, each with the format of numbers where none is set."""
_NO_NOTES = {"separator", "continuationSeparator", "continuationNotice"}
"""Types of what is kept among the notes and is none: rules."""


@dataclass(frozen=True, slots=True)
class _Scheme:
    """How the notes of a section are numbered."""

    how: str
    start: int
    restart: str
    """continuous, eachSect or eachPage."""


class Notes:
    """The notes of a document, whose citations are to be shown to it in order."""

    def __init__(self, package: Package) -> None:
        settings = package.part("settings")
        changed = tag("sectPrChange")
        sections = [each for each in package.document.iter(tag("sectPr")) if each.getparent().tag != changed] or [None]
        self.bodies: dict[tuple[str, str], Any] = {}
        """By kind and id."""
        self.rules: list[Any] = []
        """What is kept among the notes and is none."""
        self.schemes: dict[str, list[_Scheme]] = {}
        self.last: dict[str, tuple[int, int]] = {}
        """By kind, the section and the number of the note that was numbered last."""
        for kind, usual in KINDS.items():
            self.schemes[kind] = [_scheme(kind, usual, (section, settings)) for section in sections]
            for part in package.parts(f"{kind}s"):
                for note in part.iterchildren(tag(kind)):
                    if attribute(note, "type") in _NO_NOTES:
                        self.rules.append(note)
                    else:
                        self.bodies[kind, attribute(note, "id")] = note

    def mark(self, kind: str, section: int) -> str:
        """The mark of the next note that is numbered, in raised figures.

        section: that of the citation, from 0. Raises UnprintableError where the mark is none that a text is read
        with, or depends on the pages, which a Word file has not.
        """
        schemes = self.schemes[kind]
        scheme = schemes[min(section, len(schemes) - 1)]
        before, number = self.last.get(kind, (section, 0))
        first = kind not in self.last
        if scheme.restart == "eachPage" and not first:
            raise UnprintableError(
                f"{kind}s that are numbered anew on each page, and a Word file does not say where its pages turn"
            )
        if first or (scheme.restart == "eachSect" and before != section):
            number = scheme.start - 1
        self.last[kind] = section, number + 1
        if scheme.how != "decimal":
            example = _example(scheme.how, number + 1)
            raise UnprintableError(f"{kind}s marked in Word’s format “{scheme.how}” ({example}), not in figures")
        return printed(scheme.how, number + 1).translate(DIGITS)


def _example(how: str, number: int) -> str:
    try:
        return printed(how, number)
    except UnprintableError:
        return str(number)


def _scheme(kind: str, usual: str, places: tuple[Any | None, ...]) -> _Scheme:
    """How notes are numbered: as the section says, else as the document does."""
    properties = [child(place, f"{kind}Pr") for place in places]

    def said(name: str) -> str | None:
        return next((found for each in properties if (found := value(child(each, name))) is not None), None)

    return _Scheme(said("numFmt") or usual, whole(said("numStart"), 1), said("numRestart") or "continuous")
