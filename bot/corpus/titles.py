"""What the titles of resolutions mean, for those who say in words of their own, or in another language, which one they
mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.language.named import Sense
from bot.language.names import Names
from bot.language.normal import BLANK, blank, read
from bot.search import Index
from bot.search.decide import sureness
from bot.search.encoder import Encode
from bot.search.index import Found
from bot.search.keywords import is_unspaced
from bot.search.parts import parts
from bot.search.vectors import Vectors, sentences
from bot.store.parts import Parts
from bot.store.summary import Summary

LOOKED_AT = 256
"""How many titles are looked at closely, the nearest as a whole: each has some ten parts to compare."""
MOST_MISSING = 1_000
"""How many titles are encoded for a question where they are not kept: that takes two seconds, once. Where more are not,
what they mean is not looked at before `index` has been run."""
_FOUND = 12
_VERSIONS = 32
"""Of how many sets of titles an index is kept: those of a body and a year."""
_ON = re.compile(r"\[(?:on )?(.+?)\]?$")
"""What the libraries put in brackets behind the title of a resolution that has only its number for one."""
_AMENDED = re.compile(r"\s*:?\s*amendment\s*$")
"""What they put behind the title of a resolution for an amendment to its draft."""

Named = frozenset[str]
"""States by code, and groups by id, that a text names."""


@dataclass(frozen=True, slots=True)
class Near:
    """A title that comes near to some words."""

    title: str
    places: tuple[int, ...]
    """Of the summaries that have it, of those among which it was sought."""
    found: Found
    least: float
    """How nearly it has each word that is no name of a state or a group, of the one that it has least; 1 where there is
    none, or in a script without spaces."""


class Titles:
    """The titles of all resolutions by what they mean. All is made when it is first asked for."""

    def __init__(self, summaries: Sequence[Summary], names: Names, encode: Encode, kept: Parts) -> None:
        """kept: the store of the vectors of titles and of their words."""
        self._summaries, self._names = summaries, names
        self._encode, self._kept = encode, kept
        self._index = lru_cache(maxsize=_VERSIONS)(self._indexed)
        self.named = lru_cache(maxsize=1 << 14)(self._named)

    @cached_property
    def _texts(self) -> tuple[list[str], list[int]]:
        """Each different title once, and by the place of a summary where its title stands among them."""
        known: dict[str, int] = {}
        of = [known.setdefault(_described(each), len(known)) for each in self._summaries]
        return list(known), of

    def keep(self) -> None:
        """Compute what all titles mean, where it is not kept already."""
        for text in self._texts[0]:
            self._keep(text)

    def _keep(self, text: str) -> None:
        self._kept.keep((*sentences(text), *parts(text)))

    def ranked(self, words: str, among: frozenset[int]) -> tuple[Near, ...]:
        """The titles that come near to some words, best first; of those that name each state and group that the words
        name, all the same.

        among: the places of the summaries that are looked at.
        """
        texts, of = self._texts
        looked_at = tuple(sorted({of[place] for place in among}))
        if not self._ready(looked_at):
            return ()
        index, at_text = self._index(self._nearest(words, looked_at))
        named = self.named(words)
        meant = [part for part in parts(self._without_names(words)) if not is_unspaced(part)]
        near = []
        everything = index.ranked(words, len(at_text), range(len(at_text)))
        for found in sorted(everything, key=lambda found: -sureness(found, 1)):
            title = texts[at_text[found.position]]
            if named <= self.named(title):
                places = tuple(place for place in sorted(among) if of[place] == at_text[found.position])
                least = index.means(meant, found.position) if meant else 1.0
                near.append(Near(title, places, found, least))
            if len(near) == _FOUND:
                break
        return tuple(near)

    def _ready(self, looked_at: tuple[int, ...]) -> bool:
        """Whether there are such titles, and what they mean is kept; it is computed where that takes little."""
        texts = [self._texts[0][at] for at in looked_at]
        missing = self._kept.missing([part for text in texts for part in sentences(text)])
        if missing > MOST_MISSING:
            return False
        for text in texts if missing else ():
            self._keep(text)
        return bool(texts)

    def _nearest(self, words: str, looked_at: tuple[int, ...]) -> tuple[int, ...]:
        """The titles to look at closely."""
        if len(looked_at) <= LOOKED_AT:
            return looked_at
        near = self._vectors.nearness(self._encode([words])[0], len(self._texts[0]))
        return tuple(sorted(sorted(looked_at, key=lambda at: -near[at])[:LOOKED_AT]))

    @cached_property
    def _vectors(self) -> Vectors:
        return Vectors.of([(text,) for text in self._texts[0]], self._kept)

    def _indexed(self, at: tuple[int, ...]) -> tuple[Index, tuple[int, ...]]:
        """The search over the titles at those places."""
        return Index([self._texts[0][each] for each in at], encode=self._kept, encode_parts=self._kept), at

    def _named(self, text: str) -> Named:
        """The states, by code, and the groups, by id, that a text names."""
        mentions = [m.named for m in self._names.find(read(text))]
        codes = (code for named in mentions if named.sense in (Sense.STATE, Sense.SEVERAL) for code in named.codes)
        return frozenset((*codes, *(named.group for named in mentions if named.sense is Sense.GROUP)))

    def _without_names(self, text: str) -> str:
        known = read(text)
        return blank(known.cased, [(m.start, m.end) for m in self._names.find(known)]).replace(BLANK, " ")


def _described(summary: Summary) -> str:
    """What the titles of a resolution say that it is on, without what tells nothing of that."""
    titles = (_ON.search(title) or title for title in summary.titles)
    bare = (title if isinstance(title, str) else title[1] for title in titles)
    return "\n".join(dict.fromkeys(_AMENDED.sub("", title) for title in bare))
