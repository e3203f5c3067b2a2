"""The automatic numbers of Word's lists, which stand in no paragraph's text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def tag(name: str) -> str:
    """The full name of an element of WordprocessingML."""
    return W + name


def child(element: Any | None, name: str) -> Any | None:
    """The first child of that name, None where there is none."""
    return None if element is None else element.find(tag(name))


def attribute(element: Any, name: str) -> str:
    """That attribute, empty where it is not set."""
    return str(element.get(tag(name), ""))


def value(element: Any | None, default: str | None = None) -> str | None:
    """The ``w:val`` of an element: None where there is no element, the default where it has none."""
    return None if element is None else element.get(tag("val"), default)


def chain(styles: dict[str, Any], identifier: str | None) -> Iterator[Any]:
    """A style, then those it is based on."""
    seen = set()
    while identifier and identifier not in seen and (style := styles.get(identifier)) is not None:
        seen.add(identifier)
        yield style
        identifier = value(child(style, "basedOn"))


def letters(number: int) -> str:
    """a … z, aa, bb, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


_ROMAN = {1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}


def roman(number: int) -> str:
    """i, ii, iii, iv."""
    out = ""
    for worth, sign in _ROMAN.items():
        out += sign * (number // worth)
        number %= worth
    return out


def chinese(number: int) -> str:
    """一 … 九十九."""
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if not tens:
        return digits[ones]
    return ("" if tens == 1 else digits[tens % 10]) + "十" + (digits[ones] if ones else "")


_ENCLOSED = {
    "decimalEnclosedCircle": ("①", 20),
    "decimalEnclosedCircleChinese": ("①", 20),
    "decimalEnclosedParen": ("⑴", 20),
    "ideographEnclosedCircle": ("㊀", 10),
}
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "ideographDigital": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "none": lambda number: "",
    "bullet": lambda number: "",
}


def _printed(how: str, number: int) -> str:
    """A number in one of Word's formats; those that are not known print as figures."""
    if how in _ENCLOSED:
        first, most = _ENCLOSED[how]
        return chr(ord(first) + number - 1) if 1 <= number <= most else str(number)
    return _FORMATS.get(how, str)(number)


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    how: str
    text: str
    """As in ``(%1)``."""
    start: int


def _level(element: Any) -> Level:
    return Level(value(child(element, "numFmt")) or "decimal", value(child(element, "lvlText")) or "", int(value(child(element, "start")) or 1))


class Numbering:
    """Counts the lists of a document; its paragraphs are to be shown to it in order."""

    def __init__(self, part: Any | None, styles: dict[str, Any]) -> None:
        self.styles = styles
        self.lists: dict[str, tuple[str, dict[int, int], dict[int, Level]]] = {}
        """By numId: whose counters it shares, where its levels start anew, and its levels."""
        self.counters: dict[str, dict[int, int]] = {}
        self.begun: set[str] = set()
        abstract = {attribute(each, "abstractNumId"): each for each in part.iter(tag("abstractNum"))} if part is not None else {}
        for each in part.iter(tag("num")) if part is not None else ():
            shared = value(child(each, "abstractNumId")) or ""
            levels = {int(attribute(level, "ilvl")): _level(level) for level in self._levels(abstract, shared)}
            starts: dict[int, int] = {}
            for override in each.iter(tag("lvlOverride")):
                at = int(attribute(override, "ilvl"))
                if (level := child(override, "lvl")) is not None:
                    levels[at] = _level(level)
                if (start := value(child(override, "startOverride"))) is not None:
                    starts[at] = int(start)
            self.lists[attribute(each, "numId")] = (shared, starts, levels)

    def _levels(self, abstract: dict[str, Any], shared: str) -> list[Any]:
        """The levels of an abstract list, or of the one that its style names."""
        found = abstract.get(shared)
        style = value(child(found, "numStyleLink"))
        if style is not None:
            found = next((each for each in abstract.values() if value(child(each, "styleLink")) == style), found)
        return list(found.iter(tag("lvl"))) if found is not None else []

    def _of(self, paragraph: Any) -> tuple[str | None, int]:
        """The list and level of a paragraph, its own or its style's."""
        properties = child(paragraph, "pPr")
        places = [properties, *(child(style, "pPr") for style in chain(self.styles, value(child(properties, "pStyle"))))]
        identifier = level = None
        for place in places:
            numbers = child(place, "numPr")
            identifier = identifier or value(child(numbers, "numId"))
            level = level or value(child(numbers, "ilvl"))
        return identifier, int(level or 0)

    def label(self, paragraph: Any) -> str:
        """The automatic number of a paragraph as it is printed, as in ``12.``; empty where it has none."""
        identifier, at = self._of(paragraph)
        if identifier not in self.lists:
            return ""
        shared, starts, levels = self.lists[identifier]
        if at not in levels:
            return ""
        counters = self.counters.setdefault(shared, {})
        if identifier not in self.begun:
            self.begun.add(identifier)
            counters.update({level: start - 1 for level, start in starts.items()})
        counters[at] = counters.get(at, levels[at].start - 1) + 1
        for deeper in [level for level in counters if level > at]:
            counters[deeper] = levels[deeper].start - 1 if deeper in levels else 0

        def number(found: re.Match[str]) -> str:
            level = int(found[1]) - 1
            return _printed(levels[level].how, counters.get(level, levels[level].start)) if level in levels else ""

        return "" if levels[at].how in ("none", "bullet") else re.sub(r"%(\d)", number, levels[at].text)
