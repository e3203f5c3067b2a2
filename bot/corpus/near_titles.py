"""How surely a title that comes near to a description is what that means: by its likeness, by how far it is ahead of
the others, and by what a second opinion says."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from bot.search.index import Found

_SURE = 0.78
"""The least likeness of the best title, with what it is ahead of the others by (up to AHEAD), for it to be the one that
is meant. Of 146 descriptions in seven languages, 54 of resolutions among 161 titles and 92 of others, most of them near
misses, 33 of the 54 are taken rightly, and none wrongly; with 0.74 35, and 2 of the 92 as well; with 0.84 30."""
_LEAST_SURE = 0.58
"""The least likeness by itself: of the 92, one that alone names a group is at 0.63, the others that are far ahead below
0.45; 1 of the 33 is at 0.60."""
LEAST_EACH = 0.6
"""How nearly the title has to have each word, in scripts with spaces: the situation in Kashmir is near to that in
Burundi but for one word, at 0.44. With 0.55 one more of the 146 is taken, wrongly; with 0.65 28 of the 33 are."""
_AHEAD = 0.3
"""What being ahead counts at most."""
_CLOSE = 0.05
"""Titles that are less sure than the best by no more than that may be meant as well."""
_LIKELY = 0.68
_LIKELY_AHEAD = 0.1
"""The least likeness, and being ahead, for titles to be listed as what a subject is called, though not each of its
words is met: 36 of the 54, and 4 of the 92, such as that on religious hatred for freedom of religion."""
WELL = 0.72
LEAST_WELL = 0.4
"""The least likeness among all, and how nearly it has each word, of a title that is LIKELY for it to be meant where a
body or a time says which of its resolutions. Over 440 records and 60 descriptions, narrowed by the body and the month
of each resolution that is meant 57 of 60 are known instead of 52 and none wrongly; of 30 others narrowed by each body
and month 3 of 1,380 are taken, as before. With 0.68, 1 is wrong."""
SOLE = 0.66
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
_CROWD, _MOST_CROWDED = 0.06, 2
"""Where so many titles on other subjects come that near to the likeliest, none is meant and no second opinion is asked:
of 13 descriptions whose title it alone tells, over the record, the third nearest is at 0.08 or more below; of 49
subjects of paragraphs, for each of which it took 15 to 40 ms to tell none, at 0.06 or less for all but four."""
_ALONE = 0.2
"""The likeness that there may be outside of what is looked at."""
HARDLY = 0.42
"""The least likeness for a title to be offered rather than to be told that there is none, where a resolution is plainly
described: 51 of the 54 are that near, in the same table."""
SOLE_ON_STATES = 0.5
"""The least likeness of the only title of a part that comes near at all and names the states that a description does:
none is taken besides of the 1,380, the 330 and the 30 among all, with 0.42 as with 0.6, and among all 26 of the 30 that
are here instead of 24."""
NEAR = 0.6
"""The least likeness for a title to be offered: 44 of the 54 are, and 34 of the 92."""
MOST_NEAR = 12
"""How many titles are told of."""

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


RANK = {each: at for at, each in enumerate(reversed(Told))}


def told(near: Sequence[Near], length: int) -> tuple[Told, tuple[Near, ...]]:
    """Which of the titles that come near to a description are meant, and how surely; length: its weight."""
    sure = [likeness(x.found, length) for x in near]
    if not sure or sure[0] < _LEAST_SURE:
        return Told.NOT, ()
    close = tuple(x for x, each in zip(near, sure, strict=True) if each >= sure[0] - _CLOSE)
    others = sure[len(close) :]
    # Where as many as are looked at come near, more may.
    ahead = sure[0] - others[0] if others else _AHEAD * (len(sure) < MOST_NEAR)
    if sure[0] + min(ahead, _AHEAD) >= _SURE and close[0].least >= LEAST_EACH:
        return Told.SURELY, close
    if sure[0] >= _LIKELY and ahead >= _LIKELY_AHEAD:
        return Told.LIKELY, close
    return (Told.PERHAPS, close) if sure[0] >= NEAR else (Told.NOT, ())


def sole(near: Sequence[Near], every: Sequence[Near], length: int) -> bool:
    """Whether the best of a part of the titles is the best of all, and nothing in the part comes as near."""
    best, *others = (likeness(x.found, length) for x in near)
    ahead = not others or best - others[0] >= _LIKELY_AHEAD
    nearest = near[0].title == every[0].title
    return nearest and ahead and best >= SOLE and near[0].least >= _LEAST_SOLE


def agreed(
    near: Sequence[Near], length: int, second: Callable[[Sequence[str]], Sequence[float]],
    same: Callable[[str, str], bool],
) -> tuple[Told, tuple[Near, ...]] | None:
    """What a second opinion finds nearest of the titles that come near, with those on the same; None where it is not
    sure enough, or there is none to ask.

    second: says how near it finds the words to each of some titles. same: whether two titles are on the same.
    """
    asked = near[:_ASKED_SECOND]
    sure = [likeness(x.found, length) for x in asked]
    # To ask takes some 15 ms, and where none can be the one, it says nothing.
    possible = max(sure, default=0.0) >= _LEAST_SECONDED and not _crowded(asked, sure, same)
    heard = second([x.title for x in asked]) if possible else ()
    if not heard:
        return None
    best = max(range(len(asked)), key=heard.__getitem__)
    on_it = [same(x.title, asked[best].title) for x in asked]
    others = [at for at, alike in enumerate(on_it) if not alike]
    ahead = min(_AHEAD, heard[best] - max((heard[at] for at in others), default=0.0))
    further = sure[best] - max((sure[at] for at in others), default=_ALONE)
    met = _BY_SECOND * heard[best] + _BY_WORDS * min(_MOST_WORDS, asked[best].least)
    sureness = sure[best] + ahead + max(-_AHEAD, min(_AHEAD, further)) + met
    if sure[best] < _LEAST_SECONDED or sureness < _SECONDED:
        return None
    close = zip(asked, sure, on_it, strict=True)
    return Told.SURELY, tuple(x for x, each, alike in close if alike and each >= sure[best] - _CLOSE)


def _crowded(near: Sequence[Near], sure: Sequence[float], same: Callable[[str, str], bool]) -> bool:
    """Whether several titles on other subjects come as near as the likeliest."""
    best = max(range(len(near)), key=sure.__getitem__)
    close = (x.title for x, each in zip(near, sure, strict=True) if each > sure[best] - _CROWD)
    return sum(not same(title, near[best].title) for title in close) >= _MOST_CROWDED
