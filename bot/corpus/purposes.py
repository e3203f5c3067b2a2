"""What paragraphs are for, whatever they are about, and how people ask for it: content/purposes.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.errors import ContentError
from bot.language import numerals
from bot.language.content_files import LANGUAGES, load_toml, strings, tables
from bot.language.kept import kept
from bot.language.normal import normal, whole
from bot.language.phrases import Phrases
from bot.layers import Layers
from bot.resolution import Paragraph, Part, Span

_AND = "+"
"""Between phrases of which a paragraph has to have each."""
_BESIDE = "beside"
FIGURE = re.compile(r"(?<![\d.\-])\d+(?:\.\d+)?(?![\d.]| ?[年月日条])")
"""A number in digits that is neither part of a date nor of an article nor of a name (COVID-19)."""
_YEAR = re.compile(f"[{numerals.DIGITS}○]{{4}} ?年")
"""A year in Chinese numerals: 一九七○年."""
_PARTS = {"preamble": Part.PREAMBLE, "operative": Part.OPERATIVE}


@dataclass(frozen=True, slots=True)
class Purpose:
    """What some paragraphs are for."""

    name: str
    part: Part | None
    """The only part in which they stand; None for any."""
    asked: tuple[str, ...]
    """What people say who ask for such paragraphs, in all languages."""
    said: dict[str, tuple[str, ...]]
    """By language: what such paragraphs say, one of which is enough."""
    number: bool = False
    """Whether they are asked for a number: it is never all that is asked for, and one in digits is enough."""


class Purposes:
    """What paragraphs can be for."""

    def __init__(self, purposes: Sequence[Purpose], beside: Iterable[str] = ()) -> None:
        """beside: what may stand beside what is asked, and asks for no more."""
        self._parts = {purpose.name: purpose.part for purpose in purposes}
        self.numbers = frozenset(purpose.name for purpose in purposes if purpose.number)
        """The names of those that are asked for a number."""
        self._asked = Phrases((phrase, purpose.name) for purpose in purposes for phrase in purpose.asked)
        self._beside = Phrases((phrase, True) for phrase in beside)
        self._said = {(p.name, language): _Said(of) for p in purposes for language, of in p.said.items()}

    def asked(self, norm: str) -> dict[str, list[Span]]:
        """By the name of a purpose: where a message in normal form asks for paragraphs that are for it."""
        found: dict[str, list[Span]] = {}
        for start, end, name in self._asked.everywhere(norm):
            found.setdefault(name, []).append((start, end))
        return found

    def asked_alone(self, norm: str) -> dict[str, list[Span]]:
        """The same of those that can be all that is asked for."""
        return {name: spans for name, spans in self.asked(norm).items() if name not in self.numbers}

    def beside(self, norm: str) -> list[Span]:
        """Where words stand in a message in normal form that ask for no more."""
        return [(start, end) for start, end, _ in self._beside.everywhere(norm)]

    def serves(self, name: str, paragraph: Paragraph, language: str) -> bool:
        """Whether a paragraph in a language is for it, as far as its words tell."""
        if name in self.numbers and FIGURE.search(paragraph.text):
            return True
        said = self._said.get((name, language))
        text = _YEAR.sub("", paragraph.text) if name in self.numbers else paragraph.text
        return said is not None and self._parts[name] in (None, paragraph.part) and said.stands(whole(text))


class _Said:
    """What paragraphs say in a language."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._each = [tuple(map(normal, phrase.split(_AND))) for phrase in phrases]
        self._phrases = Phrases((phrase, phrase) for every in self._each for phrase in every)

    def stands(self, norm: str) -> bool:
        """Whether a text in normal form says one of it."""
        found = {phrase for _, _, phrase in self._phrases.everywhere(norm)}
        return any(found.issuperset(every) for every in self._each)


@kept("purposes.toml")
def purposes_of(words: Layers) -> Purposes:
    """The purposes of a content folder, which may have none; ContentError where they are not sound."""
    path = words / "purposes.toml"
    if not (path.program.exists() or path.owned):
        return Purposes(())
    keys = frozenset({"part", "number", "asked", "said"})
    content = load_toml(path)
    beside = _by_language(path, {_BESIDE: content.pop(_BESIDE)}, _BESIDE, _BESIDE) if _BESIDE in content else {}
    purposes = [_purpose(path, name, table) for name, table in tables(path, content, keys)]
    return Purposes(purposes, (word for of in beside.values() for word in of))


def _purpose(path: Layers, name: str, table: dict[str, Any]) -> Purpose:
    if (part := table.get("part", "")) not in ("", *_PARTS):
        raise ContentError(path, None, f"[{name}] has part {part!r:.40}; expected {' or '.join(_PARTS)}, or none")
    if not isinstance(number := table.get("number", False), bool):
        raise ContentError(path, None, f"[{name}] has number {number!r:.40}; expected true or false")
    asked, said = (_by_language(path, table, key, f"{name}.{key}") for key in ("asked", "said"))
    return Purpose(name, _PARTS.get(part), tuple(phrase for of in asked.values() for phrase in of), said, number)


def _by_language(path: Layers, table: dict[str, Any], key: str, name: str) -> dict[str, tuple[str, ...]]:
    """The lists of phrases under a key; name: of that table, as the file has it."""
    where, of = f"[{name}]", table.get(key)
    if not isinstance(of, dict) or not of or set(of) - set(LANGUAGES):
        raise ContentError(path, None, f"{where} is {of!r:.40}; expected lists by {', '.join(LANGUAGES)}")
    return {language: tuple(strings(path, of, language, where)) for language in of}
