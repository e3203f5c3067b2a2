"""The automatic numbers of Word's lists, which stand in no paragraph's text (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from bot.importing.characters import from_symbol_font
from bot.importing.markup import attribute, chain, child, is_on, tag, value, whole
from bot.importing.number_formats import printed

_DEEPEST = 9
"""The levels that a list has."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    how: str
    """A format of numbers, none or bullet."""
    text: str
    """As in ``(%1)``."""
    start: int
    restart: int
    """It begins again behind a paragraph of a level before this one, counted from 0; 0: it never does."""
    legal: bool
    """Whether the numbers of all levels are printed in figures."""
    style: str | None
    """The style whose paragraphs are of this level."""
    font: str
    """That of a bullet."""
    space: str
    """What stands between the label and the text."""


def _level(element: Any) -> Level:
    at = whole(attribute(element, "ilvl"), 0)
    form = child(element, "numFmt")
    how = value(form) or "decimal"
    fonts = child(child(element, "rPr"), "rFonts")
    return Level(
        how=attribute(form, "format") if how == "custom" and form is not None else how,
        text="" if is_on(child(child(element, "rPr"), "vanish")) else value(child(element, "lvlText")) or "",
        start=whole(value(child(element, "start")), 1),
        restart=whole(value(child(element, "lvlRestart")), at),
        legal=is_on(child(element, "isLgl")),
        style=value(child(element, "pStyle")),
        font=attribute(fonts, "ascii") if fonts is not None else "",
        space="" if value(child(element, "suff")) == "nothing" else " ",
    )


@dataclass(frozen=True, slots=True)
class List:
    """A list of the document: what a ``numId`` stands for."""

    shared: str
    """Whose counters it counts with: those of its abstract list."""
    starts: dict[int, int]
    """Where its levels begin anew, at its first paragraph."""
    levels: dict[int, Level]


class Numbering:
    """Counts the lists of a document; its paragraphs are to be shown to it in order."""

    def __init__(self, part: Any | None, styles: dict[str, Any]) -> None:
        self.styles = styles
        self.counters: dict[str, dict[int, int]] = {}
        self.begun: set[str] = set()
        root: Any = part if part is not None else ()
        self.abstract = {attribute(each, "abstractNumId"): each for each in root if each.tag == tag("abstractNum")}
        self.lists = {attribute(each, "numId"): self._list(each) for each in root if each.tag == tag("num")}

    def _list(self, element: Any) -> List:
        shared = value(child(element, "abstractNumId")) or ""
        levels = {whole(attribute(level, "ilvl"), 0): _level(level) for level in self._levels(shared)}
        starts: dict[int, int] = {}
        for override in element.iterchildren(tag("lvlOverride")):
            at = whole(attribute(override, "ilvl"), 0)
            if (level := child(override, "lvl")) is not None:
                levels[at] = _level(level)
            start = value(child(override, "startOverride"))
            if start is not None and at in levels:
                starts[at] = whole(start, 1)
                levels[at] = replace(levels[at], start=starts[at])
        return List(shared, starts, levels)

    def _levels(self, shared: str) -> list[Any]:
        """The levels of an abstract list, or of the one that its style names."""
        found = self.abstract.get(shared)
        style = value(child(found, "numStyleLink"))
        if style is not None:
            found = next((each for each in self.abstract.values() if value(child(each, "styleLink")) == style), found)
        return list(found.iterchildren(tag("lvl"))) if found is not None else []

    def _of(self, paragraph: Any) -> tuple[str | None, int]:
        """The list and level of a paragraph: its own, or its style's, whose level the list says."""
        properties = child(paragraph, "pPr")
        own = child(properties, "numPr")
        identifier, level = value(child(own, "numId")), value(child(own, "ilvl"))
        if identifier is not None:
            return identifier, whole(level, 0)
        styles = list(chain(self.styles, value(child(properties, "pStyle"))))
        numbers = [child(child(style, "pPr"), "numPr") for style in styles]
        identifier = next((found for each in numbers if (found := value(child(each, "numId"))) is not None), None)
        if level is None and identifier in self.lists:
            names = [attribute(style, "styleId") for style in styles]
            linked = {each.style: at for at, each in self.lists[identifier].levels.items() if each.style}
            at = next((linked[name] for name in names if name in linked), None)
            if at is not None:
                return identifier, at
        return identifier, whole(
            level or next((found for each in numbers if (found := value(child(each, "ilvl")))), None), 0
        )

    def label(self, paragraph: Any) -> str:
        """The number of a paragraph as it is printed (``12.``), with the space behind it; empty if it has none.

        Raises UnprintableError where its format is not one that can be written.
        """
        identifier, at = self._of(paragraph)
        if identifier not in self.lists:
            return ""
        found = self.lists[identifier]
        if at not in found.levels or not 0 <= at < _DEEPEST:
            return ""
        counters = self.counters.setdefault(found.shared, {})
        if identifier not in self.begun:
            self.begun.add(identifier)
            for begun in found.starts:
                counters.pop(begun, None)
        level = found.levels[at]
        counters[at] = counters[at] + 1 if at in counters else level.start
        for deeper in [each for each in counters if each > at]:
            if deeper not in found.levels or at < found.levels[deeper].restart:
                del counters[deeper]
        text = self._bullet(level) if level.how == "bullet" else self._numbers(found, level, counters)
        return f"{text}{level.space}" if text else ""

    def _numbers(self, found: List, level: Level, counters: dict[int, int]) -> str:
        """The text of a level with the numbers of those it names; of one that no paragraph had yet, its first."""

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            named = found.levels.get(at)
            if named is None or named.how in ("none", "bullet"):
                return ""
            how = "decimal" if level.legal and named.how != "decimalZero" else named.how
            return printed(how, counters.get(at, named.start))

        return "" if level.how == "none" and "%" not in level.text else re.sub(r"%([1-9])", number, level.text).strip()

    @staticmethod
    def _bullet(level: Level) -> str:
        """A bullet as it is printed: a dash, a sign, or the dot that a font for symbols has in place of a letter."""
        text = level.text.strip()
        if not text:
            return ""
        plain = "".join(from_symbol_font(level.font, c) or "•" for c in text)
        return (
            "•"
            if any(c.isalnum() for c in plain) or any(ord(c) > 0xFFFF or 0xE000 <= ord(c) <= 0xF8FF for c in plain)
            else plain
        )
