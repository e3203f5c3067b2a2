"""All of content/: every resolution, by symbol, with the vocabulary that goes with it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from itertools import takewhile
from pathlib import Path

from cachetools import LRUCache
from rapidfuzz import fuzz, process

from bot import search
from bot.corpus.catalogue import Catalogue, whole_names
from bot.corpus.compiled import Texts
from bot.corpus.everyday import Everyday
from bot.corpus.found_by import FoundBy
from bot.corpus.labels import by_rank
from bot.corpus.lazy import Lazy, LazyMeant, Places
from bot.corpus.meant import Meant
from bot.corpus.purposes import Purposes
from bot.corpus.terms import Terms, Titled
from bot.corpus.titles import Titles
from bot.corpus.vocabulary import RUN, Vocabulary
from bot.language.lexicon import Lexicon
from bot.language.names import Names
from bot.language.normal import normal, squeezed, whole
from bot.language.phrases import ARABIC_ARTICLE, Phrases
from bot.language.refusals import RefusalRow
from bot.layers import Layers
from bot.resolution import Body, Paragraph, Resolution
from bot.search import Found, Index, second
from bot.search.encoder import Encode, encode
from bot.search.prepared import prepare
from bot.settings import by_meaning, store_folder, vocabulary
from bot.store.ballots import Ballots
from bot.store.folder import digest
from bot.store.meanings import Meanings
from bot.store.passages import Passages, Prepared
from bot.store.records import Records
from bot.store.summary import Summary

MOST_MEANT = 1_000
"""How many paragraphs are sought through by meaning at once: to encode that many takes some two seconds, once. Where
there are more, words say which resolutions are likely, and meaning is looked at within these."""
_ENDING = 3
"""Letters of the longest ending that a word may have behind its stem."""
_BEHIND = "\U0010ffff"
"""Comes behind all letters, in order."""
_SEARCHED_BY = (
    "corpus/found_by.py", "corpus/terms.py", "language/normal.py", "language/phrases.py",
    "search/asking.py", "search/asking.toml", "search/postings.py", "search/prepared.py",
)  # fmt: skip
"""The files of the program that decide by what words something is found, and which known terms it has."""
VOCABULARIES = 64
"""Of how many resolutions the words are kept at hand."""


@dataclass(frozen=True)
class Library:
    """What the bot knows; made once, at start."""

    folder: Path
    names: Names
    lexicon: Lexicon
    summaries: tuple[Summary, ...]
    """Of every resolution, in the order of the names of their files."""
    texts: Texts
    """By symbol and language: every text of a resolution, the main one first; read as they are asked for."""
    subjects: dict[str, dict[str, tuple[str, ...]]]
    """By symbol and paragraph id: the words that people look for the paragraph by."""
    terms: Terms
    """The terms that may stand for one another."""
    records: Records
    """The store that all of this is read from."""
    bodies: dict[Body, tuple[str, ...]] = field(default_factory=dict)
    """What people call the organs, in all languages."""
    addressees: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    """By id and language: what those are called of whom paragraphs ask something."""
    refusals: tuple[RefusalRow, ...] = ()
    """What is not answered, and by which signs it is known, in the order in which it is looked for."""
    first_words: Terms = field(default_factory=lambda: Terms(()))
    """The first words of clauses that may stand for one another: requests, 请."""
    everyday: Everyday = field(default_factory=lambda: Everyday({}))
    """What people say in everyday words, and how documents put it."""
    purposes: Purposes = field(default_factory=lambda: Purposes(()))
    """What paragraphs are for, whatever they are about."""

    @property
    def words(self) -> Layers:
        """Where the words come from that go with the texts."""
        return vocabulary(self.folder)

    @cached_property
    def resolutions(self) -> Sequence[Resolution]:
        """The main text of each, in the order of the summaries, read as they are asked for."""
        return Lazy([s.symbol for s in self.summaries], self._main)

    def all_texts(self, resolution: Resolution) -> Iterable[Resolution]:
        """A resolution in each of its languages."""
        return self.texts[resolution.symbol].values()

    def _main(self, symbol: str) -> Resolution:
        return self.texts.main(symbol)

    @cached_property
    def ballots(self) -> Ballots:
        """Who voted how on what, in the order of the summaries."""
        return Ballots.of(self.records.votes())

    @cached_property
    def index(self) -> Index:
        """The search over every paragraph of every resolution, at the positions of `places`; built where it is not kept
        already."""
        keywords, meant = self._prepared.keywords(), LazyMeant(self.places, self.all_texts)
        if not by_meaning():
            return Index(keywords, meant, None)
        kept, at = self._meanings, self._by_meaning
        asked = second.Second(kept.sentences.kept)
        return Index(keywords, meant, self._encode, at.vectors, kept.parts, asked, at.divided)

    @cached_property
    def _prepared(self) -> Prepared:
        return self.prepared(None)

    def prepared(self, progress: Callable[[int, int], None] | None) -> Prepared:
        """What every paragraph is found by; prepared where it is not kept already, telling how many of how many
        resolutions are done."""
        passages = Passages(self.records.folder, self._searched_by)
        stems, found_by = self.records.stems, self.found_by
        documents = passages.update(
            self.records.groups, lambda stem: found_by.passages(self._main(stems[stem])), progress
        )
        return Prepared(passages, {documents[stem]: span for stem, span in self._stems.items()})

    @cached_property
    def found_by(self) -> FoundBy:
        """What paragraphs are found by."""
        return FoundBy(
            self.places, self._spans, self.all_texts, self.subjects, self.terms, lambda: self._prepared
        )

    @cached_property
    def _meanings(self) -> Meanings:
        return Meanings(self.records.folder, self._encode)

    @cached_property
    def _encode(self) -> Encode:
        return partial(encode, folder=store_folder())

    def encode(self, progress: Callable[[int, int], None] | None) -> None:
        """Compute what all paragraphs mean, where it is not kept already, and for the second encoder where there
        are no more than MOST_MEANT, or subjects: of these it is asked about small talk alone, where nothing else would
        take long; progress: is told how many of how many resolutions are done."""
        if not by_meaning():
            return
        self._meanings.update(self.records.groups, self._meant, progress)
        few = len(self.places) <= MOST_MEANT
        self._encode_second([symbol for symbol in self._spans if few or symbol in self.subjects])
        if len(self.summaries) > 1:
            self.titles.keep()

    def _encode_second(self, symbols: Iterable[str], wanted: Callable[[], bool] = lambda: True) -> None:
        """Compute what the paragraphs of some resolutions mean to the second encoder, where it is not kept."""
        meant = LazyMeant(self.places, self.all_texts)
        asked = [at for symbol in symbols for at in self._spans[symbol]]
        if asked and second.available():
            for at in takewhile(lambda _: wanted(), asked):
                self._meanings.sentences.keep(second.looked_at(meant[at][0]))

    def ahead(self, wanted: Callable[[], bool] = lambda: True) -> None:
        """Compute what the first questions would have to wait for, as long as it is wanted; of many documents it is
        left to them, and to `index`. A quarter of a second for a document, and 20 to 100 ms for each of its sentences,
        once."""
        if len(self.places) > MOST_MEANT:
            return
        for resolution in takewhile(lambda _: wanted(), self.resolutions):
            self.vocabulary(resolution).cut()
        if by_meaning():
            for span in takewhile(lambda _: wanted(), filter(None, self._stems.values())):
                self._by_meaning.vectors(span.start, span.stop)
            self._encode_second((symbol for symbol in self._spans if symbol not in self.subjects), wanted)

    @cached_property
    def titles(self) -> Titles:
        """The titles by what they mean."""
        kept = self._meanings if by_meaning() else None
        asked = second.Second(kept.sentences.kept) if kept else None
        parts = kept.parts if kept else None
        titled = Titled(self.terms, lambda norm: self.catalogue.with_title(norm))
        return Titles(self.summaries, self.names, self._encode, parts, asked, titled.as_titled)

    def _meant(self, stem: str) -> Sequence[Sequence[str]]:
        """What stands in each paragraph of a resolution, in each of its languages."""
        span = self._stems[stem]
        return LazyMeant(self.places, self.all_texts)[span.start : span.stop]

    @cached_property
    def _stems(self) -> dict[str, range]:
        """Of each group of files, by its stem: the positions of its resolution's paragraphs."""
        return {stem: self._spans[symbol] for stem, symbol in self.records.stems.items()}

    @cached_property
    def _by_meaning(self) -> Meant:
        return Meant(self._meanings, self.records.groups, self._stems, self._meant)

    @property
    def _searched_by(self) -> str:
        """Of all that decides what a paragraph is found by: the search, synonyms and subjects."""
        words = [self.words / "synonyms.toml", *(self.words / "subjects").glob("*.toml")]
        program = [Path(search.__file__).parent.parent / name for name in _SEARCHED_BY]
        return digest([*program, *(path for each in words for path in (each.program, each.own))])

    def closeness(self, words: str, position: int) -> float:
        """How close the closest of its subjects is to the paragraph at that position, 0–100."""
        resolution, paragraph = self.places[position]
        own = self._subjects.get(resolution.symbol, {}).get(paragraph.id, ())
        closest = process.extractOne(normal(words), own, scorer=fuzz.ratio)
        return closest[1] if closest else 0.0

    @cached_property
    def _subjects(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """The subjects in normal form, by symbol and id of the paragraph."""
        return {s: {p: tuple(map(normal, own)) for p, own in of.items()} for s, of in self.subjects.items()}

    @cached_property
    def _spans(self) -> dict[str, range]:
        """By symbol: the positions of a resolution's paragraphs."""
        spans, at = {}, 0
        for each in self.summaries:
            spans[each.symbol] = range(at, at + each.paragraphs)
            at += each.paragraphs
        return spans

    def search(self, words: str, limit: int, resolution: Resolution | None = None, asked: str = "") -> list[Found]:
        """Where the paragraphs on a subject stand in `places`, of one resolution or of all, best first.

        asked: the whole question, for the meaning, where there is one.
        """
        if resolution is None and len(self.places) > MOST_MEANT:
            return self.index.ranked(words, limit, asked=())
        within = self._spans[resolution.symbol] if resolution else None
        return self.index.ranked(words, limit, within, (words, asked) if asked else (words,))

    def encoded(self, resolution: Resolution) -> bool:
        """Whether what its paragraphs mean is kept, so that to look at it takes milliseconds and not a tenth of a
        second."""
        start = self._spans[resolution.symbol].start
        return not by_meaning() or not resolution.paragraphs or self._by_meaning.has(start)

    def worded(self, words: str, limit: int, resolution: Resolution | None = None) -> Sequence[Found]:
        """The same by the words alone, as a quotation is sought."""
        return self._worded(words, limit, self._spans[resolution.symbol] if resolution else None)

    @cached_property
    def _worded(self) -> Callable[[str, int, range | None], tuple[Found, ...]]:
        """The search by words, which keeps what it found last: a message is looked at piece by piece, some pieces
        twice."""

        def found(words: str, limit: int, within: range | None) -> tuple[Found, ...]:
            return tuple(self.index.ranked(words, limit, within, asked=()))

        return lru_cache(maxsize=VOCABULARIES)(found)

    def matched(self, words: str, resolution: Resolution, paragraph: Paragraph) -> tuple[str, ...]:
        """The words that a paragraph was found by, as it has them."""
        return self.index.words(words, self.place(resolution, paragraph))

    @cached_property
    def _vocabularies(self) -> LRUCache[str, Vocabulary]:
        return LRUCache(VOCABULARIES)

    def vocabulary(self, resolution: Resolution) -> Vocabulary:
        """The words that a resolution's paragraphs are found by."""
        known = self._vocabularies.get(resolution.symbol)
        if known is None:
            known = self._vocabularies[resolution.symbol] = Vocabulary(self.found_by.words(resolution))
        return known

    @cached_property
    def _runs(self) -> LRUCache[str, frozenset[str]]:
        return LRUCache(VOCABULARIES)

    def runs(self, resolution: Resolution) -> frozenset[str]:
        """Every RUN letters that stand side by side in a paragraph of a resolution, in any language."""
        known = self._runs.get(resolution.symbol)
        if known is None:
            texts = (resolution, *self.all_texts(resolution))
            letters = (squeezed(p.text) for text in texts for p in text.paragraphs)
            known = frozenset(t[i : i + RUN] for t in letters for i in range(len(t) - RUN + 1))
            self._runs[resolution.symbol] = known
        return known

    @cached_property
    def places(self) -> Places:
        """Every paragraph with its resolution, in the order in which they are indexed; read as they are asked for."""
        return Places(self.summaries, self.resolutions)

    def symbol_at(self, position: int) -> str:
        """The symbol of the resolution whose paragraph stands there; no text is read for it."""
        return self.summaries[self.places.resolution(position)].symbol

    def place(self, resolution: Resolution, paragraph: Paragraph) -> int:
        """Where a paragraph of a resolution stands in `places`."""
        return self._spans[resolution.symbol].start + resolution.paragraphs.index(paragraph)

    def speaks_of(self, word: str) -> bool:
        """Whether a word, or a form of it, is one of those that subjects are called by, and so no misspelt name."""
        stem, words = prepare(word).strip(), self._subject_words
        begun = words[bisect_left(words, stem) : bisect_left(words, stem + _BEHIND)]
        return any(len(each) <= len(stem) + _ENDING for each in begun)

    @cached_property
    def _subject_words(self) -> list[str]:
        """The words that subjects are called by, in order; one with the Arabic article also without it."""
        own = (word for of in self.subjects.values() for listed in of.values() for word in listed)
        words = {*self.terms.said, *re.findall(r"\w+", whole("\n".join(own)))}
        return sorted(words | {word.removeprefix(ARABIC_ARTICLE) for word in words})

    @cached_property
    def addressed(self) -> Phrases[str]:
        """What those are called of whom paragraphs ask something, with their ids."""
        called = ((name, i) for i, of in self.addressees.items() for names in of.values() for name in names)
        return Phrases(called)

    def get(self, symbol: str) -> Resolution | None:
        """The main text of the resolution of that symbol."""
        return self._main(symbol) if symbol in self.texts else None

    def text(self, resolution: Resolution, language: str) -> Resolution:
        """A resolution in that language (zh, en …), where there is a text; else as given."""
        return self.texts[resolution.symbol].get(language, resolution)

    def piece(self, resolution: Resolution, whole: Paragraph, labels: str) -> Paragraph | None:
        """The sub-paragraph that those labels, ``(b)(ii)``, mean in any text of a resolution; None where there is none.

        Texts label alike what stands at the same place: (ii) in English is (二) in Chinese. Where no text has the
        labels as they are given, what stands at that place is meant, if they can mark only one: (二) of (a), (b) and
        (c).
        """
        for text in (resolution, *self.all_texts(resolution)):
            at = next(
                (i for i, s in enumerate(text.paragraph(whole.id).subparagraphs) if s.id == whole.id + labels), None
            )
            if at is not None and at < len(whole.subparagraphs):
                return resolution.paragraph(whole.subparagraphs[at].id)
        found = by_rank(whole, re.findall(r"[^()]+", labels))
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
        there = {body for body in self.bodies if body.principal} | {each.body for each in self.summaries}
        return Phrases((normal(name), body) for body in there for name in self.bodies.get(body, ()))

    def bodies_in(self, norm: str) -> list[tuple[int, int, Body]]:
        """Where organs are named in a text in normal form, also those that adopted nothing here."""
        return whole_names(self._organs.everywhere(norm))

    @cached_property
    def catalogue(self) -> Catalogue:
        """Which resolutions there are, by what people call them."""
        return Catalogue(self.summaries, self.resolutions, self.bodies)
