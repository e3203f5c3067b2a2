"""What the titles of resolutions say that these are on, as they are held against descriptions."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from bot.resolution import AMENDMENT
from bot.search import Index
from bot.search.covered import Divided, KeptEncoder
from bot.search.encoder import Vector
from bot.search.parts import parts
from bot.search.vectors import Vectors
from bot.store.parts import Numbers, Parts

MOST_ASKED = 1 << 11
"""Of how many descriptions and parts of them the vectors are kept, 1 kB each."""
_ON = re.compile(r"\[(?:on )?(.+?)\]?$")
"""What the libraries put in brackets behind the title of a resolution that has only its number for one."""


def described(titles: Sequence[str]) -> str:
    """What the titles of a resolution say that it is on, without what tells nothing of that."""
    found = (_ON.search(title) or title for title in titles)
    bare = (title if isinstance(title, str) else title[1] for title in found)
    return abbreviated("\n".join(dict.fromkeys(title.rstrip().removesuffix(AMENDMENT).rstrip(" :") for title in bare)))


def abbreviated(text: str) -> str:
    """A text with the name of the organization as the titles of missions have it: now the one, now the other."""
    return text.replace("United Nations", "UN")


def some_of(whole: Vectors, at: Sequence[int]) -> Vectors:
    """The vectors of some titles, in order, out of those of all."""
    # A title without a letter has none.
    within = np.flatnonzero(np.isin(whole.positions, at))
    ends = np.append(whole.starts[1:], len(whole.rows))[within]
    own = [whole.rows[a:b] for a, b in zip(whole.starts[within].tolist(), ends.tolist(), strict=True)]
    lengths = [len(rows) for rows in own]
    taken = np.concatenate([np.empty(0, np.int32), *own])
    positions = np.searchsorted(np.array(at), whole.positions[within]).astype(np.int32)
    starts = np.cumsum([0, *lengths[:-1]]) if lengths else np.empty(0, np.int64)
    rows = np.arange(len(taken), dtype=np.int32)
    return Vectors(whole.matrix[taken], rows, starts, whole.lengths[within], positions)


class TitleVectors:
    """The vectors of the parts of titles, of which each has its numbers at hand once it was looked at, and of what is
    asked about them."""

    def __init__(self, kept: Parts) -> None:
        self._kept, self._asked = kept, KeptEncoder(kept, MOST_ASKED)
        self._numbers: dict[str, Numbers] = {}

    def asked(self, said: Sequence[str]) -> Vector:
        """Those of descriptions and parts of them, a row each."""
        return self._asked(said).astype("f4")

    def divided(self, texts: Sequence[str]) -> Divided:
        """Those of the parts of some titles."""
        for text in texts:
            if text not in self._numbers:
                self._numbers[text] = self._kept.numbers(parts(text))
        own = [self._numbers[text] for text in texts]
        every, counts = np.concatenate([np.empty(0, np.int32), *own]), np.array([len(each) for each in own], np.int64)
        found = Divided.of_numbers(every, counts, self._kept.vectors)
        if found is None:  # another version of the program has dropped them
            self._numbers.clear()
            return Divided.of(map(parts, texts), self._kept)
        return found

    def index(self, texts: Sequence[str], at: Sequence[int], whole: Vectors) -> Index:
        """The search over some titles, which stand at those places among all; whole: the vectors of all."""

        def kept(start: int, stop: int) -> Vectors:
            return some_of(whole, at[start:stop])

        def divided(start: int, stop: int) -> Divided:
            return self.divided(texts[start:stop])

        return Index(texts, encode=self._kept, kept=kept, encode_parts=self.asked, divided=divided)
