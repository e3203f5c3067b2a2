"""All of content/: every resolution, by symbol, with the vocabulary that goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rapidfuzz import fuzz, process

from bot.corpus.forms import FORMS
from bot.corpus.model import Paragraph, Resolution
from bot.corpus.reader import read
from bot.errors import ContentError
from bot.language.lexicon import Lexicon
from bot.language.names import LANGUAGES, Names, load_toml, strings, tables
from bot.language.normal import normal
from bot.language.phrases import Phrases
from bot.language.words import Sound, by_sound
from bot.search import Index


@dataclass(frozen=True)
class Library:
    """What the bot knows; made once, at start."""

    folder: Path
    names: Names
    lexicon: Lexicon
    resolutions: tuple[Resolution, ...]
    subjects: dict[str, dict[str, tuple[str, ...]]]
    """By symbol and paragraph id: the words that people look for the paragraph by."""
    synonyms: tuple[tuple[str, ...], ...]
    """Sets of terms that stand for one another."""

    @cached_property
    def index(self) -> Index:
        """The search over every paragraph of every resolution, at the positions of `places`."""
        return Index(self._texts)

    @cached_property
    def _texts(self) -> list[str]:
        return [self._searched(r, p.id) for r, p in self.places]

    def closeness(self, words: str, position: int) -> float:
        """How close the closest of its subjects is to the paragraph at that position, 0–100."""
        resolution, paragraph = self.places[position]
        own = self.subjects.get(resolution.symbol, {}).get(paragraph.id, ())
        closest = process.extractOne(normal(words), own, scorer=fuzz.ratio, processor=normal)
        return closest[1] if closest else 0.0

    @cached_property
    def _searched_lines(self) -> list[str]:
        """All that paragraphs are found by, in normal form."""
        return [normal(line) for text in self._texts for line in text.splitlines()]

    @cached_property
    def _pairs(self) -> frozenset[str]:
        return frozenset(line[i : i + 2] for line in self._searched_lines for i in range(len(line) - 1))

    def knows(self, word: str) -> bool:
        """Whether every two neighbouring characters of a word stand side by side in what paragraphs are found by."""
        return all(word[i : i + 2] in self._pairs for i in range(len(word) - 1))

    @cached_property
    def sounds(self) -> dict[Sound, tuple[str, ...]]:
        """The Chinese words that paragraphs are found by, by how they sound."""
        return by_sound(self._searched_lines)

    @cached_property
    def places(self) -> tuple[tuple[Resolution, Paragraph], ...]:
        """Every paragraph with its resolution, in the order in which they are indexed."""
        return tuple((r, p) for r in self.resolutions for p in r.paragraphs)

    @cached_property
    def _sets(self) -> Phrases[int]:
        return Phrases((term, i) for i, terms in enumerate(self.synonyms) for term in terms)

    def _searched(self, resolution: Resolution, identifier: str) -> str:
        """What a paragraph is found by: its text, the synonyms of its terms, and its own subjects."""
        text = resolution.paragraph(identifier).text
        sets = dict.fromkeys(i for _, _, i in self._sets.longest(normal(text)))
        extra = [term for i in sets for term in self.synonyms[i] if term not in text]
        own = self.subjects.get(resolution.symbol, {}).get(identifier, ())
        return "\n".join((text, *own, *extra))

    def get(self, symbol: str) -> Resolution | None:
        """The resolution of that symbol."""
        return next((r for r in self.resolutions if r.symbol == symbol), None)


def load(folder: Path) -> Library:
    """Everything in a content folder; ContentError, with file and line, where it is not sound."""
    if not folder.is_dir():
        raise ContentError(folder, None, "not a folder; expected one that has resolutions/, names/ and cues.toml")
    names = Names(folder)
    lexicon = Lexicon(folder / "cues.toml")
    resolutions = tuple(_resolutions(folder / "resolutions", names))
    return Library(folder, names, lexicon, resolutions, _subjects(folder / "subjects", resolutions), _synonyms(folder / "synonyms.toml"))


def _resolutions(folder: Path, names: Names) -> list[Resolution]:
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise ContentError(folder, None, "no document here; expected at least one NAME.LANGUAGE.txt")
    found: dict[str, Path] = {}
    resolutions = []
    for path in paths:
        language = path.name.split(".")[-2] if path.name.count(".") > 1 else ""
        if language not in FORMS:
            raise ContentError(path, None, f"the language “{language}” can't be read; expected NAME.LANGUAGE.txt with one of {', '.join(FORMS)}")
        try:
            source = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            raise ContentError(path, line, f"byte {error.start} is not UTF-8; expected text in UTF-8") from None
        resolution = read(str(path), source, FORMS[language], names.code_of)
        if resolution.symbol in found:
            raise ContentError(path, None, f"{resolution.symbol} stands in {found[resolution.symbol].name} already; expected each resolution once")
        found[resolution.symbol] = path
        resolutions.append(resolution)
    return resolutions


def _subjects(folder: Path, resolutions: tuple[Resolution, ...]) -> dict[str, dict[str, tuple[str, ...]]]:
    subjects: dict[str, dict[str, tuple[str, ...]]] = {}
    for path in sorted(folder.glob("*.toml")):
        content = load_toml(path)
        symbol = content.pop("symbol", None)
        resolution = next((r for r in resolutions if r.symbol == symbol), None)
        if resolution is None:
            raise ContentError(path, None, f"symbol {symbol!r} is not a document in resolutions/; expected one that is")
        ids = {p.id for p in resolution.paragraphs}
        for identifier, table in tables(path, content, frozenset(LANGUAGES)):
            if identifier not in ids:
                raise ContentError(path, None, f"[{identifier}] is not a paragraph of {symbol}; expected one of {', '.join(sorted(ids))}")
            words = tuple(w for language in LANGUAGES for w in strings(path, table, language, f"[{identifier}]"))
            subjects.setdefault(resolution.symbol, {})[identifier] = words
    return subjects


def _synonyms(path: Path) -> tuple[tuple[str, ...], ...]:
    sets = []
    content = load_toml(path)
    if set(content) - {"same"} or not isinstance(content.get("same", []), list):
        raise ContentError(path, None, f"{', '.join(content)} stand here; expected only [[same]]")
    numbered = {f"[same] {i}": table for i, table in enumerate(content.get("same", []), 1)}
    for where, table in tables(path, numbered, frozenset(LANGUAGES)):
        terms = tuple(t for language in LANGUAGES for t in strings(path, table, language, where))
        if len(terms) < 2:
            raise ContentError(path, None, f"{where} has {len(terms)} term; expected two or more")
        sets.append(terms)
    return tuple(sets)
