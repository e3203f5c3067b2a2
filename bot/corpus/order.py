"""Whether a roll call has a name that is one letter from another's, and out of its place: Zambia between France and
Germany.

Or one that is a name in another language only: Chine between Brazil and Cuba, which was Chile.

The lists are printed in alphabetical order, the Chinese ones in that of the English names. A misspelling
that makes one state's name another's leaves the figures right; its place gives it away, unless it is
at an end of the list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from weakref import WeakKeyDictionary

from babel import Locale
from rapidfuzz.distance import OSA

from bot.errors import ContentError
from bot.language.named import Sense
from bot.language.names import Names
from bot.language.normal import normal
from bot.resolution import CAST, Resolution


def check_order(path: str, resolution: Resolution, names: Names) -> None:
    """ContentError, with the line, for a voter whose name is out of order while one that is spelt almost alike would
    not be."""
    recorded = {v.code for v in resolution.roll_call}
    for voter in resolution.roll_call:
        meant = _foreign(names, resolution.language, voter.name, voter.code)
        if meant and meant not in recorded and voter.span:
            line = resolution.source.count("\n", 0, voter.span[0]) + 1
            raise ContentError(
                path,
                line,
                f"“{voter.name}” is no name in this language; expected {names.states[meant].en}, spelt almost alike",
            )
    for vote in CAST:
        voters = resolution.voters(vote)
        places = [_place(names, resolution.language, v.code, v.name) for v in voters]
        for i in _misplaced(places):
            for code, alias in _twins(names, voters[i].name, voters[i].code):
                twin = _place(names, resolution.language, code, alias)
                span = voters[i].span
                if code not in recorded and span and _sorted([*places[:i], twin, *places[i + 1 :]]):
                    line = resolution.source.count("\n", 0, span[0]) + 1
                    raise ContentError(
                        path,
                        line,
                        (
                            f"“{voters[i].name}” is out of alphabetical order; expected {names.states[code].en}, "
                            f"spelt almost alike"
                        ),
                    )


_FOUND: WeakKeyDictionary[Names, dict[tuple[str, str, str], str | None]] = WeakKeyDictionary()
"""What `_foreign` found, for as long as the names that it was found in are in use: a reload has new ones."""


def _foreign(names: Names, language: str, name: str, code: str) -> str | None:
    """The state meant by a name of another language; remembered, since the same states vote on every resolution."""
    found = _FOUND.setdefault(names, {})
    key = (language, name, code)
    if key not in found:
        found[key] = _sought(names, language, name, code)
    return found[key]


def _sought(names: Names, language: str, name: str, code: str) -> str | None:
    """The state whose usual name in a language is one letter from a name that is another state's in another language:
    Chine for Chile."""
    locale = Locale.parse(language).territories

    def own(of: str) -> set[str]:
        state = names.states[of]
        return {normal(n) for n in (locale.get(state.alpha2), {"en": state.en, "zh": state.zh}.get(language)) if n}

    # Chinese names are in no other language; Iraq is printed in French too, where everyday usage has Irak.
    if language == "zh" or normal(name) in own(code) | {normal(names.states[code].en)}:
        return None
    return next((twin for twin, alias in _twins(names, name, code) if alias in own(twin)), None)


def _place(names: Names, language: str, code: str, name: str) -> str:
    """What a name is sorted by."""
    text = names.states[code].en if language == "zh" else name
    plain = unicodedata.normalize("NFD", text.casefold())
    return re.sub(r"[\W\d_]|[\u0300-\u036f]", "", plain)


def _sorted(places: list[str]) -> bool:
    return all(a <= b for a, b in pairwise(places))


def _misplaced(places: list[str]) -> list[int]:
    """The places without which the others are in order; none where all are, or more than one are not."""
    if _sorted(places):
        return []
    first = next(i for i, (a, b) in enumerate(pairwise(places)) if a > b)
    return [i for i in (first, first + 1) if _sorted(places[:i] + places[i + 1 :])]


def _twins(names: Names, name: str, code: str) -> Iterator[tuple[str, str]]:
    """The other states, by code and name, with a name that is one letter from this one."""
    key = normal(name)
    for alias, named in names.aliases.items():
        if (
            named.sense is Sense.STATE
            and named.codes[0] != code
            and abs(len(alias) - len(key)) < 2
            and OSA.distance(alias, key, score_cutoff=1) == 1
        ):
            yield named.codes[0], alias
