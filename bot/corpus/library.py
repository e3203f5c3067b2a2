"""All of content/: every resolution, by symbol, with the vocabulary that goes with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from cachetools import LRUCache
from rapidfuzz import fuzz, process

from bot.corpus.catalogue import Catalogue
from bot.corpus.forms import FORMS
from bot.corpus.model import Body, Paragraph, Part, Resolution, Subparagraph, Vote
from bot.corpus.order import check_order
from bot.corpus.reader import read
from bot.corpus.votes import VotingData, read_votes, with_votes
from bot.errors import ContentError
from bot.language.holders import ranks
from bot.language.lexicon import Lexicon
from bot.language.names import LANGUAGES, Names, load_toml, strings, tables
from bot.language.normal import normal, squeezed
from bot.language.phrases import Phrases
from bot.language.refusals import RefusalRow, load_refusals
from bot.language.words import Sound, by_sound
from bot.search import Index

MAIN = ("zh", "en", "fr", "es", "ru", "ar")
"""The languages in the order in which a text is taken for the main one of its resolution."""


VOCABULARIES = 64
"""Of how many resolutions the words are kept at hand."""


RUN = 4
"""Letters of the runs by which it is told quickly whether a text can have words."""


class Vocabulary:
    """The words of some texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._lines = [normal(line) for text in texts for line in text.splitlines()]

    @cached_property
    def _pairs(self) -> frozenset[str]:
        return frozenset(line[i : i + 2] for line in self._lines for i in range(len(line) - 1))

    def knows(self, word: str) -> bool:
        """Whether every two neighbouring characters of a word stand side by side in the texts."""
        return all(word[i : i + 2] in self._pairs for i in range(len(word) - 1))

    @cached_property
    def sounds(self) -> dict[Sound, tuple[str, ...]]:
        """The Chinese words of the texts, by how they sound."""
        return by_sound(self._lines)


@dataclass(frozen=True)
class Library:
    """What the bot knows; made once, at start."""

    folder: Path
    names: Names
    lexicon: Lexicon
    resolutions: tuple[Resolution, ...]
    """One text of each, the main one: the first of MAIN that there is."""
    subjects: dict[str, dict[str, tuple[str, ...]]]
    """By symbol and paragraph id: the words that people look for the paragraph by."""
    synonyms: tuple[tuple[str, ...], ...]
    """Sets of terms that stand for one another."""
    texts: dict[str, dict[str, Resolution]] = field(default_factory=dict)
    """By symbol and language: every text of a resolution, the main one among them."""

    bodies: dict[Body, tuple[str, ...]] = field(default_factory=dict)
    """What people call the organs, in all languages."""
    addressees: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    """By id and language: what those are called of whom paragraphs ask something."""
    refusals: tuple[RefusalRow, ...] = ()
    """What is not answered, and by which signs it is known, in the order in which it is looked for."""

    @cached_property
    def index(self) -> Index:
        """The search over every paragraph of every resolution, at the positions of `places`."""
        return Index(self._texts)

    @cached_property
    def _texts(self) -> list[str]:
        return [self._searched(r, p) for r, p in self.places]

    def closeness(self, words: str, position: int) -> float:
        """How close the closest of its subjects is to the paragraph at that position, 0–100."""
        resolution, paragraph = self.places[position]
        own = self.subjects.get(resolution.symbol, {}).get(paragraph.id, ())
        closest = process.extractOne(normal(words), own, scorer=fuzz.ratio, processor=normal)
        return closest[1] if closest else 0.0

    @cached_property
    def _spans(self) -> dict[str, range]:
        """By symbol: the positions of a resolution's paragraphs."""
        spans, at = {}, 0
        for resolution in self.resolutions:
            spans[resolution.symbol] = range(at, at + len(resolution.paragraphs))
            at += len(resolution.paragraphs)
        return spans

    def search(self, words: str, limit: int, resolution: Resolution | None = None) -> list[tuple[int, float]]:
        """Positions of the paragraphs on a subject, of one resolution or of all, with their scores, best first."""
        return self.index.search(words, limit, self._spans[resolution.symbol] if resolution else None)

    def matched(self, words: str, resolution: Resolution, paragraph: Paragraph) -> tuple[str, ...]:
        """The words that a paragraph was found by, as it has them."""
        return self.index.words(words, self._spans[resolution.symbol].start + resolution.paragraphs.index(paragraph))

    @cached_property
    def _vocabularies(self) -> LRUCache[str, Vocabulary]:
        return LRUCache(VOCABULARIES)

    def vocabulary(self, resolution: Resolution) -> Vocabulary:
        """The words that a resolution's paragraphs are found by."""
        known = self._vocabularies.get(resolution.symbol)
        if known is None:
            known = self._vocabularies[resolution.symbol] = Vocabulary([self._texts[at] for at in self._spans[resolution.symbol]])
        return known

    @cached_property
    def _runs(self) -> LRUCache[str, frozenset[str]]:
        return LRUCache(VOCABULARIES)

    def runs(self, resolution: Resolution) -> frozenset[str]:
        """Every RUN letters that stand side by side in a paragraph of a resolution, in any language."""
        known = self._runs.get(resolution.symbol)
        if known is None:
            texts = (resolution, *self.catalogue.all_texts(resolution))
            letters = (squeezed(p.text) for text in texts for p in text.paragraphs)
            known = frozenset(t[i : i + RUN] for t in letters for i in range(len(t) - RUN + 1))
            self._runs[resolution.symbol] = known
        return known

    @cached_property
    def places(self) -> tuple[tuple[Resolution, Paragraph], ...]:
        """Every paragraph with its resolution, in the order in which they are indexed."""
        return tuple((r, p) for r in self.resolutions for p in r.paragraphs)

    @cached_property
    def _sets(self) -> Phrases[int]:
        return Phrases((term, i) for i, terms in enumerate(self.synonyms) for term in terms)

    def _searched(self, resolution: Resolution, paragraph: Paragraph) -> str:
        """What a paragraph is found by: its text in every language, its own subjects, and the synonyms of its terms."""
        text, *extra = self._said(resolution, paragraph)
        own = self.subjects.get(resolution.symbol, {}).get(paragraph.id, ())
        return "\n".join((text, *own, *extra))

    def _said(self, resolution: Resolution, paragraph: Paragraph) -> list[str]:
        """A paragraph's text in every language, then the synonyms of its terms."""
        identifier = paragraph.id
        others = [t.paragraph(identifier).text for t in self.catalogue.all_texts(resolution) if t is not resolution]
        text = "\n".join((paragraph.text, *others))
        sets = dict.fromkeys(i for _, _, i in self._sets.longest(normal(text)))
        return [text, *(term for i in sets for term in self.synonyms[i] if term not in text)]

    def says(self, words: str, position: int) -> bool:
        """Whether these very words, or what they are a synonym of, stand in the paragraph at that position."""
        return normal(words) in normal("\n".join(self._said(*self.places[position])))

    def terms(self, words: str) -> tuple[str, ...]:
        """The words, and all that stand for the same in any language."""
        sets = self._sets.get(normal(words))
        return (words, *(term for i in dict.fromkeys(sets) for term in self.synonyms[i]))

    @cached_property
    def addressed(self) -> Phrases[str]:
        """What those are called of whom paragraphs ask something, with their ids."""
        called = ((name, i) for i, of in self.addressees.items() for names in of.values() for name in names)
        return Phrases(called)

    def get(self, symbol: str) -> Resolution | None:
        """The resolution of that symbol."""
        return self._by_symbol.get(symbol)

    def text(self, resolution: Resolution, language: str) -> Resolution:
        """A resolution in that language (zh, en …), where there is a text; else as given."""
        return self.texts.get(resolution.symbol, {}).get(language, resolution)

    def piece(self, resolution: Resolution, whole: Paragraph, labels: str) -> Paragraph | None:
        """The sub-paragraph that those labels, ``(b)(ii)``, mean in any text of a resolution; None where there is none.

        Texts label alike what stands at the same place: (ii) in English is (二) in Chinese. Where no text has the labels
        as they are given, what stands at that place is meant, if they can mark only one: (二) of (a), (b) and (c).
        """
        for text in (resolution, *self.catalogue.all_texts(resolution)):
            at = next((i for i, s in enumerate(text.paragraph(whole.id).subparagraphs) if s.id == whole.id + labels), None)
            if at is not None and at < len(whole.subparagraphs):
                return resolution.paragraph(whole.subparagraphs[at].id)
        found = _by_rank(whole, re.findall(r"[^()]+", labels))
        return resolution.paragraph(found.id) if found else None

    def same(self, paragraph: Paragraph, of: Resolution, text: Resolution) -> Paragraph:
        """A paragraph, or sub-paragraph, of one text of a resolution in another of its texts."""
        if not paragraph.piece:
            return text.paragraph(paragraph.id)
        whole = paragraph.id.removesuffix(paragraph.piece)
        at = next(i for i, s in enumerate(of.paragraph(whole).subparagraphs) if s.id == paragraph.id)
        return text.paragraph(text.paragraph(whole).subparagraphs[at].id)

    @cached_property
    def _organs(self) -> Phrases[Body]:
        return Phrases((normal(name), body) for body, called in self.bodies.items() for name in called)

    def bodies_in(self, norm: str) -> list[tuple[int, int, Body]]:
        """Where organs are named in a text in normal form, also those that adopted nothing here."""
        return list(self._organs.everywhere(norm))

    @cached_property
    def catalogue(self) -> Catalogue:
        """Which resolutions there are, by what people call them."""
        return Catalogue(self.resolutions, self.texts, self.bodies)

    @cached_property
    def _by_symbol(self) -> dict[str, Resolution]:
        return {r.symbol: r for r in self.resolutions}


def load(folder: Path) -> Library:
    """Everything in a content folder; ContentError, with file and line, where it is not sound."""
    if not folder.is_dir():
        raise ContentError(folder, None, "not a folder; expected one that has resolutions/, names/ and cues.toml")
    names = Names(folder)
    lexicon = Lexicon(folder / "cues.toml")
    texts = _texts(folder / "resolutions", names)
    resolutions = tuple(next(of[language] for language in MAIN if language in of) for of in texts.values())
    subjects, synonyms = _subjects(folder / "subjects", resolutions), _synonyms(folder / "synonyms.toml")
    bodies, addressees = _bodies(folder / "bodies.toml"), _addressees(folder / "addressees.toml")
    return Library(folder, names, lexicon, resolutions, subjects, synonyms, texts, bodies, addressees, load_refusals(folder / "refusals.toml"))


def _by_rank(paragraph: Paragraph, labels: list[str]) -> Subparagraph | None:
    """The sub-paragraph that labels of any kind can mark by its place among its like; None where none or several can be meant."""
    above, found = "", None
    for level, label in enumerate(labels):
        like = [s for s in paragraph.subparagraphs if s.level == level and s.label.startswith(above)]
        places = [n for n in ranks(label) if n <= len(like)]
        if len(places) != 1:
            return None
        found = like[places[0] - 1]
        above = f"{found.label}."
    return found


def _bodies(path: Path) -> dict[Body, tuple[str, ...]]:
    known = {body.name.lower(): body for body in Body}
    bodies = {}
    for name, table in tables(path, load_toml(path), frozenset(LANGUAGES)):
        if name not in known:
            raise ContentError(path, None, f"[{name}] is no organ; expected one of {', '.join(known)}")
        bodies[known[name]] = tuple(w for language in LANGUAGES for w in strings(path, table, language, f"[{name}]"))
    return bodies


def _addressees(path: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    found = {}
    for name, table in tables(path, load_toml(path), frozenset(LANGUAGES)):
        called = {language: tuple(strings(path, table, language, f"[{name}]")) for language in LANGUAGES}
        for language, names in called.items():
            if not names:
                raise ContentError(path, None, f"[{name}] has no name in {language}; expected at least one")
        found[name] = called
    return found


def _texts(folder: Path, names: Names) -> dict[str, dict[str, Resolution]]:
    """Every text by symbol and language, in the order of the files; those of one resolution must agree."""
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise ContentError(folder, None, "no document here; expected at least one NAME.LANGUAGE.txt")
    votes = {path.name.removesuffix(".votes.csv"): path for path in sorted(folder.glob("*.votes.csv"))}
    stems = {path.name.rsplit(".", 2)[0] for path in paths}
    for name, path in votes.items():
        if name not in stems:
            raise ContentError(path, None, f"no text stands beside these votes; expected {name}.LANGUAGE.txt")
    code_of = cache(names.code_in_record)
    read_already: dict[str, VotingData] = {}
    texts: dict[str, dict[str, Resolution]] = {}
    found: dict[str, Path] = {}
    for path in paths:
        resolution = read_text(path, code_of)
        check_order(str(path), resolution, names)
        stem = path.name.rsplit(".", 2)[0]
        if stem in votes:
            if stem not in read_already:
                read_already[stem] = read_votes(votes[stem], names, resolution)
            resolution = with_votes(resolution, read_already[stem])
        of = texts.setdefault(resolution.symbol, {})
        if resolution.language in of:
            first = found[resolution.symbol + resolution.language]
            raise ContentError(path, None, f"{resolution.symbol} stands in {first.name} already; expected each resolution once in each language")
        for language, other in of.items():
            check_agreement(path, resolution, found[resolution.symbol + language], other)
        found[resolution.symbol + resolution.language] = path
        of[resolution.language] = resolution
    return texts


def read_text(path: Path, code_of: Callable[[str], str | None]) -> Resolution:
    """The resolution in one file."""
    language = path.name.split(".")[-2] if path.name.count(".") > 1 else ""
    if language not in FORMS:
        raise ContentError(path, None, f"the language “{language}” can't be read; expected NAME.LANGUAGE.txt with one of {', '.join(FORMS)}")
    content = path.read_bytes()
    try:
        source = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ContentError(path, line, f"byte {error.start} is not UTF-8; expected text in UTF-8") from None
    return read(str(path), source, FORMS[language], code_of)


def check_agreement(path: Path, text: Resolution, other_path: Path, other: Resolution) -> None:
    """ContentError where two texts of one resolution have not as many paragraphs, or not the same record."""
    for part in Part:
        here, there = len(text.part(part)), len(other.part(part))
        if here != there:
            raise ContentError(path, None, f"{here} paragraphs {part} here, {there} in {other_path.name}; expected as many in every language")
    for one, another in zip(text.paragraphs, other.paragraphs, strict=True):
        if len(one.subparagraphs) != len(another.subparagraphs):
            what = f"{one.id} has {len(one.subparagraphs)} sub-paragraphs here, {len(another.subparagraphs)} in {other_path.name}"
            raise ContentError(path, None, f"{what}; expected as many in every language")
    if text.adopted != other.adopted:
        raise ContentError(path, None, f"adopted on {text.adopted} here, on {other.adopted} in {other_path.name}; expected the same day")
    if (text.adoption, text.tally) != (other.adoption, other.tally):
        raise ContentError(path, None, f"the adoption is not that in {other_path.name}; expected the same record in every language")
    votes, others = ({v.code: v.vote for v in r.roll_call} for r in (text, other))
    for code in sorted(votes.keys() | others.keys()):
        here_vote, there_vote = votes.get(code, Vote.ABSENT), others.get(code, Vote.ABSENT)
        if here_vote is not there_vote:
            raise ContentError(path, None, f"{code} is {here_vote} here, {there_vote} in {other_path.name}; expected the same votes in every language")


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
