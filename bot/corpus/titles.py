"""What the titles of resolutions mean, for those who say in words of their own, or in another language, which one they
mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, cached_property, lru_cache

from rapidfuzz import fuzz

from bot.corpus.near_titles import (
    HARDLY,
    LEAST_EACH,
    LEAST_WELL,
    MOST_NEAR,
    RANK,
    SOLE,
    SOLE_ON_STATES,
    WELL,
    Near,
    Told,
    agreed,
    likeness,
    sole,
    told,
)  # fmt: skip
from bot.corpus.titled import TitleVectors, abbreviated, described
from bot.language.named import Mention, Sense
from bot.language.names import Names
from bot.language.normal import BLANK, Text, blank, read
from bot.search import Index
from bot.search.encoder import Encode
from bot.search.parts import parts
from bot.search.prepared import is_unspaced
from bot.search.second import Second
from bot.search.vectors import Vectors, sentences
from bot.store.parts import Parts
from bot.store.summary import Summary

LOOKED_AT = 256
"""How many titles are looked at closely, the nearest as a whole: each has some ten parts to compare."""
MOST_MISSING = 1_000
"""How many titles are encoded for a question where they are not kept: that takes two seconds, once. Where more are not,
what they mean is not looked at before `index` has been run."""
_ASKED = 64
"""Of how many descriptions it is kept what comes near to them: a message is read piece by piece, some twice."""
_VERSIONS = 4
"""Of how many sets of titles an index is kept, 6 MB each: those of a body and a year. Of more titles than are looked at
closely each description has a set of its own, which comes up again while its message is read."""
_SAME_SUBJECT = 85
"""Per cent by which a title is like another, or a part of it, to be on the same where both name the same states."""
MOST_SECONDED = 5_000
"""Of how many different titles all are encoded for it ahead, by `index`: a thousand take half a minute, once. Of more,
those that messages come near to are, one by one: a message comes near to some twenty, which takes half a second."""
_NAMES = 0.1
"""By how much more it has to have each word with a capital: Tibet comes near to Tigray, at 0.63."""
_PROPER = re.compile(r"(?<=\s)[A-ZА-Я]\w+")


class Titles:
    """The titles of all resolutions by what they mean. All is made when it is first asked for."""

    def __init__(
        self,
        summaries: Sequence[Summary],
        names: Names,
        encode: Encode,
        kept: Parts | None,
        second: Second | None = None,
        as_titled: Callable[[str], str] = str,
    ) -> None:
        """kept: the store of the vectors of titles and of their words; None where meaning is not looked at. second: is
        asked where these leave it open which title is meant. as_titled: puts words as titles have them."""
        self._as_titled = as_titled
        self._summaries, self._names, self._second = summaries, names, second
        self._encode, self._kept, self._near = encode, kept, TitleVectors(kept) if kept else None
        self._kept_all: set[int] = set()
        self._index = lru_cache(maxsize=_VERSIONS)(self._indexed)
        self._lately = lru_cache(maxsize=_ASKED)(self._ranked)
        self.named = lru_cache(maxsize=1 << 14)(self._named)

    @cached_property
    def _texts(self) -> tuple[list[str], list[int]]:
        """Each different title once, and by the place of a summary where its title stands among them."""
        known: dict[str, int] = {}
        on = cache(described)
        of = [known.setdefault(on(each.titles), len(known)) for each in self._summaries]
        return list(known), of

    @cached_property
    def _having(self) -> dict[int, list[int]]:
        """Of each title, the places of the summaries that have it."""
        having: dict[int, list[int]] = {}
        for place, at in enumerate(self._texts[1]):
            having.setdefault(at, []).append(place)
        return having

    def keep(self) -> None:
        """Compute what all titles mean, where it is not kept already; to the second encoder too where there are no more
        than MOST_SECONDED."""
        for text in self._texts[0]:
            self._keep(text)
        if self._second and len(self._texts[0]) <= MOST_SECONDED:
            self._second.keep(self._texts[0])

    def _keep(self, text: str) -> None:
        if self._kept:
            self._kept.keep((*sentences(text), *parts(text)))

    def ranked(self, words: str, among: frozenset[int]) -> tuple[Near, ...]:
        """The titles that come near to some words, best first; of those that name each state that the words name.

        among: the places of the summaries that are looked at.
        """
        # Of thousands a set takes megabytes, and it is kept with each description.
        return self._lately(words, self.every if len(among) == len(self._summaries) else among)

    @cached_property
    def every(self) -> frozenset[int]:
        """The places of all summaries."""
        return frozenset(range(len(self._summaries)))

    def _ranked(self, words: str, among: frozenset[int]) -> tuple[Near, ...]:
        texts, of = self._texts
        whole = among is self.every
        looked_at = tuple(range(len(texts)) if whole else sorted({of[place] for place in among}))
        if not self._ready(looked_at):
            return ()
        index, at_text = self._index(self._nearest(words, looked_at))
        named = self.named(words)
        said = self._without_names(words)
        meant, names = _words(said), _words(" ".join(_PROPER.findall(said)))
        near = []
        everything = index.ranked(words, len(at_text), range(len(at_text)))
        for found in sorted(everything, key=lambda found: -likeness(found, 1)):
            title = texts[at_text[found.position]]
            if not named or named <= self.named(title):
                places = tuple(place for place in self._having[at_text[found.position]] if place in among)
                least = index.means(meant, found.position) if meant else 1.0
                of_names = index.means(names, found.position) - _NAMES if names else 1.0
                near.append(Near(title, places, found, min(least, of_names)))
            if len(near) == MOST_NEAR:
                break
        return tuple(near)

    def _ready(self, looked_at: tuple[int, ...]) -> bool:
        """Whether there are such titles, and what they mean is kept; it is computed where that takes little."""
        if self._kept is None:
            return False
        unsure = [at for at in looked_at if at not in self._kept_all]
        texts = [self._texts[0][at] for at in unsure]
        missing = self._kept.missing([part for text in texts for part in sentences(text)])
        if missing > MOST_MISSING:
            return False
        for text in texts if missing else ():
            self._keep(text)
        self._kept_all.update(unsure)
        return bool(looked_at)

    def _nearest(self, words: str, looked_at: tuple[int, ...]) -> tuple[int, ...]:
        """The titles to look at closely."""
        if len(looked_at) <= LOOKED_AT:
            return looked_at
        asked = self._near.asked([words]) if self._near else self._encode([words])
        near = self._vectors.nearness(asked[0], len(self._texts[0]))[list(looked_at)]
        return tuple(looked_at[at] for at in sorted((-near).argsort(kind="stable")[:LOOKED_AT].tolist()))

    @cached_property
    def _vectors(self) -> Vectors:
        return Vectors.of([(text,) for text in self._texts[0]], self._kept or self._encode)

    def _indexed(self, at: tuple[int, ...]) -> tuple[Index, tuple[int, ...]]:
        """The search over the titles at those places."""
        texts = [self._texts[0][each] for each in at]
        return (self._near.index(texts, at, self._vectors) if self._near else Index(texts, encode=None)), at

    def told(
        self, words: str, length: int, among: frozenset[int], *, on_states: bool = True
    ) -> tuple[Told, tuple[Near, ...]]:
        """Which of the titles of the summaries at those places are meant by a description, and how surely; length: its
        weight. Among a part of them the one is meant as well that is likely among all, and is met well.

        on_states: whether the states that it names tell which of a part is meant, where one title alone comes near.
        """
        found = self._of_its_states(words, self._told(words, length, among, on_states))
        titled = abbreviated(self._as_titled(self._in_full(words)))
        if found[0] is Told.SURELY or titled == words:
            return found
        again = self._of_its_states(words, self._told(titled, length, among, on_states))
        return again if RANK[again[0]] >= RANK[found[0]] else found

    def _of_its_states(self, words: str, found: tuple[Told, tuple[Near, ...]]) -> tuple[Told, tuple[Near, ...]]:
        """What was found; of several titles those alone that name the states of the words and no others, if there are
        any: human rights in Russia, and not in Ukraine."""
        surely, near = found
        named = self.named(words)
        exactly = tuple(x for x in near if self.named(x.title) == named) if named else ()
        return surely, exactly or near

    def _told(self, words: str, length: int, among: frozenset[int], on_states: bool) -> tuple[Told, tuple[Near, ...]]:
        of_part = self.ranked(words, among)
        surely, near = told(of_part, length)
        if surely is Told.SURELY:
            return surely, near
        # All that come near name the states that are named.
        at_all = [x for x in of_part if likeness(x.found, length) >= HARDLY]
        one = len(at_all) == 1 and likeness(at_all[0].found, length) >= SOLE_ON_STATES
        if on_states and one and self.named(words):
            return Told.SURELY, tuple(at_all)
        if len(among) == len(self._summaries):
            return self._agreed(words, length, of_part) or (surely, near)
        if len(near) == 1 and near[0].least >= LEAST_EACH and likeness(near[0].found, length) >= SOLE:
            return Told.SURELY, near
        every = self.ranked(words, self.every)
        if len(near) == 1 and sole(of_part, every, length):
            return Told.SURELY, near
        likely, whole = told(every, length)
        within = tuple(replace(x, places=at) for x in whole if (at := tuple(p for p in x.places if p in among)))
        met = likely in (Told.SURELY, Told.LIKELY) and likeness(whole[0].found, length) >= WELL
        if met and within and whole[0].least >= LEAST_WELL:
            return Told.SURELY, within
        return self._agreed(words, length, of_part) or (surely, near)

    def _agreed(self, words: str, length: int, near: Sequence[Near]) -> tuple[Told, tuple[Near, ...]] | None:
        """What a second opinion finds nearest of them, if there is one to ask."""

        def opinion(titles: Sequence[str]) -> Sequence[float]:
            return self._second.opinion((words,), titles) if self._second else ()

        return agreed(near, length, opinion, self._same_subject)

    def on_the_same(self, words: str, near: Sequence[Near]) -> tuple[Near, ...]:
        """Those titles with the others that come near to the words and are on the same as one of them."""
        every = self.ranked(words, self.every)
        titles = [x.title for x in near]
        others = (x for x in every if x.title not in titles and any(self._same_subject(x.title, t) for t in titles))
        return (*near, *others)

    def on_the_same_as(self, places: frozenset[int], among: frozenset[int]) -> frozenset[int]:
        """Those of some summaries, at places, whose titles are on the same as that of one of others: a longer one that
        has it in it."""
        titles = {self.text(place) for place in places}
        return frozenset(at for at in among if any(self._same_subject(self.text(at), title) for title in titles))

    def _same_subject(self, one: str, other: str) -> bool:
        alike = fuzz.partial_ratio(one.lower(), other.lower()) >= _SAME_SUBJECT
        return one == other or (alike and self.named(one) == self.named(other))

    def text(self, place: int) -> str:
        """What the titles of the summary at that place say that it is on, one to a line."""
        return self._texts[0][self._texts[1][place]]

    def named_by(self, place: int) -> frozenset[str]:
        """The states, by code, that the titles of the summary at that place name."""
        return self.named("\n".join(self._summaries[place].titles))

    def _named(self, text: str) -> frozenset[str]:
        """The states, by code, that a text names."""
        return frozenset(code for m in self._states(read(text)) for code in m.named.codes)

    def _without_names(self, text: str) -> str:
        known = read(text)
        return blank(known.cased, [(m.start, m.end) for m in self._states(known)]).replace(BLANK, " ")

    def _in_full(self, words: str) -> str:
        """The words with the states in full that they name by letters: DPRK, РФ."""
        known = read(words)
        for m in reversed(self._states(known)):
            said = known.cased[m.start : m.end]
            if len(m.named.codes) == 1 and said.isupper() and len(said) <= _MOST_LETTERS:
                words = f"{known.cased[: m.start]}{self._names.states[m.named.codes[0]].en}{words[m.end :]}"
        return words

    def _states(self, text: Text) -> list[Mention]:
        return [m for m in self._names.find(text) if m.named.sense in (Sense.STATE, Sense.SEVERAL)]


def _words(text: str) -> list[str]:
    """The words of a text that are set apart by spaces."""
    return [part for part in parts(text) if not is_unspaced(part)]


_MOST_LETTERS = 5
"""Of an abbreviation of the name of a state: КНДР."""
