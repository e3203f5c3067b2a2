"""What the titles of resolutions mean, for those who say in words of their own, or in another language, which one they
mean."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, cached_property, lru_cache

from rapidfuzz import fuzz

from bot.corpus.titled import TitleVectors, abbreviated, described
from bot.language.named import Mention, Sense
from bot.language.names import Names
from bot.language.normal import BLANK, Text, blank, read
from bot.search import Index
from bot.search.encoder import Encode
from bot.search.index import Found
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
_SURE = 0.78
"""The least likeness of the best title, with what it is ahead of the others by (up to AHEAD), for it to be the one that
is meant. Of 146 descriptions in seven languages, 54 of resolutions among 161 titles and 92 of others, most of them near
misses, 33 of the 54 are taken rightly, and none wrongly; with 0.74 35, and 2 of the 92 as well; with 0.84 30."""
_LEAST_SURE = 0.58
"""The least likeness by itself: of the 92, one that alone names a group is at 0.63, the others that are far ahead below
0.45; 1 of the 33 is at 0.60."""
_LEAST_EACH = 0.6
"""How nearly the title has to have each word, in scripts with spaces: the situation in Kashmir is near to that in
Burundi but for one word, at 0.44. With 0.55 one more of the 146 is taken, wrongly; with 0.65 28 of the 33 are."""
_NAMES = 0.1
"""By how much more it has to have each word with a capital: Tibet comes near to Tigray, at 0.63."""
_AHEAD = 0.3
"""What being ahead counts at most."""
_CLOSE = 0.05
"""Titles that are less sure than the best by no more than that may be meant as well."""
_LIKELY = 0.68
_LIKELY_AHEAD = 0.1
"""The least likeness, and being ahead, for titles to be listed as what a subject is called, though not each of its
words is met: 36 of the 54, and 4 of the 92, such as that on religious hatred for freedom of religion."""
_WELL = 0.72
_LEAST_WELL = 0.4
"""The least likeness among all, and how nearly it has each word, of a title that is LIKELY for it to be meant where a
body or a time says which of its resolutions. Over 440 records and 60 descriptions, narrowed by the body and the month
of each resolution that is meant 57 of 60 are known instead of 52 and none wrongly; of 30 others narrowed by each body
and month 3 of 1,380 are taken, as before. With 0.68, 1 is wrong."""
_SOLE = 0.66
"""The least likeness of the only title among a part of them that comes near, and has each word: of the 1,380 none is
taken besides, and 1 of 330 where a body and a year are named; with 0.6 5 and 5."""
_LEAST_SOLE = 0.45
"""How nearly it has to have each word where it is the nearest of all as well, and that far (_LIKELY_AHEAD) ahead of the
next of the part: none besides of the 1,380 and the 330; with 0.4 1 more of each, with 0.3 3 and 1."""
_SECONDED = 1.3
"""The least sureness of the title that a second opinion finds nearest: its likeness, how much nearer it is than the
others by either, the nearness by the second (BY_SECOND) and how nearly it has each word (BY_WORDS). Of 400 descriptions
and parts of the record that have what they describe 51 are taken beside the 213 that are without it; of 834 that have
not, none besides. With 1.26 57 and 5, without the second opinion's nearness 46 and none."""
_LEAST_SECONDED = 0.45
"""The least likeness of such a title."""
_BY_SECOND, _BY_WORDS, _MOST_WORDS = 0.5, 0.2, 0.7
_ASKED_SECOND = 8
"""Of how many titles, the nearest, the second opinion is asked: each takes some 50 ms once."""
MOST_SECONDED = 5_000
"""Of how many different titles all are encoded for it ahead, by `index`: a thousand take half a minute, once. Of more,
those that messages come near to are, one by one: a message comes near to some twenty, which takes half a second."""
_SAME_SUBJECT = 85
"""Per cent by which a title is like another, or a part of it, to be on the same where both name the same states."""
_ALONE = 0.2
"""The likeness that there may be outside of what is looked at."""
HARDLY = 0.42
"""The least likeness for a title to be offered rather than to be told that there is none, where a resolution is plainly
described: 51 of the 54 are that near, in the same table."""
_SOLE_ON_STATES = 0.5
"""The least likeness of the only title of a part that comes near at all and names the states that a description does:
none is taken besides of the 1,380, the 330 and the 30 among all, with 0.42 as with 0.6, and among all 26 of the 30 that
are here instead of 24."""
NEAR = 0.6
"""The least likeness for a title to be offered: 44 of the 54 are, and 34 of the 92."""
MOST_NEAR = 12
"""How many titles are told of."""
_ASKED = 64
"""Of how many descriptions it is kept what comes near to them: a message is read piece by piece, some twice."""
_VERSIONS = 4
"""Of how many sets of titles an index is kept, 6 MB each: those of a body and a year. Of more titles than are looked at
closely each description has a set of its own, which comes up again while its message is read."""
_PROPER = re.compile(r"(?<=\s)[A-ZА-Я]\w+")

_AGAINST = 0.3
"""What counts against a title beside its meaning, see `Found.against`."""
_LENGTH, _LONGEST = 0.10, 20
"""What the length of a description counts, up to a longest."""


def likeness(found: Found, length: int) -> float:
    """How surely a title is what a description of that weight means; 0 where meaning was not looked at."""
    if not found.meaning:
        return 0.0
    return found.meaning - _AGAINST * found.against + _LENGTH * math.log(min(_LONGEST, max(1, length)))


@dataclass(frozen=True, slots=True)
class Near:
    """A title that comes near to some words."""

    title: str
    places: tuple[int, ...]
    """Of the summaries that have it, of those among which it was sought."""
    found: Found
    least: float
    """How nearly it has each word that is no name of a state, of the one that it has least; 1 where there is
    none, or in a script without spaces."""


class Told(Enum):
    """How surely a description tells which resolution is meant."""

    SURELY = "surely"
    LIKELY = "likely"
    """Nothing else comes nearly as near: enough for a list, which shows what it has."""
    PERHAPS = "perhaps"
    NOT = "not"


_RANK = {each: at for at, each in enumerate(reversed(Told))}


def told(near: Sequence[Near], length: int) -> tuple[Told, tuple[Near, ...]]:
    """Which of the titles that come near to a description are meant, and how surely; length: its weight."""
    sure = [likeness(x.found, length) for x in near]
    if not sure or sure[0] < _LEAST_SURE:
        return Told.NOT, ()
    close = tuple(x for x, each in zip(near, sure, strict=True) if each >= sure[0] - _CLOSE)
    others = sure[len(close) :]
    # Where as many as are looked at come near, more may.
    ahead = sure[0] - others[0] if others else _AHEAD * (len(sure) < MOST_NEAR)
    if sure[0] + min(ahead, _AHEAD) >= _SURE and close[0].least >= _LEAST_EACH:
        return Told.SURELY, close
    if sure[0] >= _LIKELY and ahead >= _LIKELY_AHEAD:
        return Told.LIKELY, close
    return (Told.PERHAPS, close) if sure[0] >= NEAR else (Told.NOT, ())


def _sole(near: Sequence[Near], every: Sequence[Near], length: int) -> bool:
    """Whether the best of a part of the titles is the best of all, and nothing in the part comes as near."""
    best, *others = (likeness(x.found, length) for x in near)
    ahead = not others or best - others[0] >= _LIKELY_AHEAD
    nearest = near[0].title == every[0].title
    return nearest and ahead and best >= _SOLE and near[0].least >= _LEAST_SOLE


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
        return again if _RANK[again[0]] >= _RANK[found[0]] else found

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
        one = len(at_all) == 1 and likeness(at_all[0].found, length) >= _SOLE_ON_STATES
        if on_states and one and self.named(words):
            return Told.SURELY, tuple(at_all)
        if len(among) == len(self._summaries):
            return self._agreed(words, length, of_part) or (surely, near)
        if len(near) == 1 and near[0].least >= _LEAST_EACH and likeness(near[0].found, length) >= _SOLE:
            return Told.SURELY, near
        every = self.ranked(words, self.every)
        if len(near) == 1 and _sole(of_part, every, length):
            return Told.SURELY, near
        likely, whole = told(every, length)
        within = tuple(replace(x, places=at) for x in whole if (at := tuple(p for p in x.places if p in among)))
        met = likely in (Told.SURELY, Told.LIKELY) and likeness(whole[0].found, length) >= _WELL
        if met and within and whole[0].least >= _LEAST_WELL:
            return Told.SURELY, within
        return self._agreed(words, length, of_part) or (surely, near)

    def _agreed(self, words: str, length: int, near: Sequence[Near]) -> tuple[Told, tuple[Near, ...]] | None:
        """What a second opinion finds nearest of the titles that come near, with those on the same; None where it is
        not sure enough, or there is none to ask."""
        asked = near[:_ASKED_SECOND]
        sure = [likeness(x.found, length) for x in asked]
        # To ask takes some 15 ms, and where none can be the one, it says nothing.
        possible = self._second is not None and max(sure, default=0.0) >= _LEAST_SECONDED
        heard = self._second.opinion((words,), [x.title for x in asked]) if self._second and possible else ()
        if not heard:
            return None
        best = max(range(len(asked)), key=heard.__getitem__)
        on_it = [self._same_subject(x.title, asked[best].title) for x in asked]
        others = [at for at, same in enumerate(on_it) if not same]
        ahead = min(_AHEAD, heard[best] - max((heard[at] for at in others), default=0.0))
        further = sure[best] - max((sure[at] for at in others), default=_ALONE)
        met = _BY_SECOND * heard[best] + _BY_WORDS * min(_MOST_WORDS, asked[best].least)
        sureness = sure[best] + ahead + max(-_AHEAD, min(_AHEAD, further)) + met
        if sure[best] < _LEAST_SECONDED or sureness < _SECONDED:
            return None
        close = zip(asked, sure, on_it, strict=True)
        return Told.SURELY, tuple(x for x, each, same in close if same and each >= sure[best] - _CLOSE)

    def on_the_same(self, words: str, near: Sequence[Near]) -> tuple[Near, ...]:
        """Those titles with the others that come near to the words and are on the same as one of them."""
        every = self.ranked(words, self.every)
        titles = [x.title for x in near]
        others = (x for x in every if x.title not in titles and any(self._same_subject(x.title, t) for t in titles))
        return (*near, *others)

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
