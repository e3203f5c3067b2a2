"""Misspelt words of voting, and for "except", in scripts that put spaces between words: agianst, siad no, exept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import groupby

from rapidfuzz.distance import OSA

from bot.language.phrases import is_letter
from bot.question.reading import Reading

SHORTEST = 4
"""Letters of the shortest word that is looked at; of one as short, only neighbours are put back in their order."""
LONG = 6
"""Letters from which a letter may be missing, too many, or another."""


def respelt(r: Reading) -> str:
    """The message with each word that nothing here knows and that is almost one word of voting as that one."""
    return _with(r, *r.library.lexicon.voting)


def leaving_out(r: Reading) -> str:
    """The message with each such word that is almost one that leaves something out as that one; shipping, with another
    letter, is no skipping."""
    whole = r.library.lexicon.references.leaving_out
    return _with(r, whole, (), lambda word, other: len(word) != len(other) or sorted(word) == sorted(other))


def of_groups(r: Reading) -> list[str]:
    """The few messages that it may be meant for with such words that are almost ones of names of groups, or of what
    states are called, as these: europen union cuntries; and with a negation apart that is written as one with such a
    name, неафриканские."""
    lexicon = r.library.lexicon
    known = _by_letter(r.library.names.group_words, lexicon.kinds)
    guessed = [range(m.start, m.end) for m in r.mentions if m.guessed]
    messages = [r.text.cased]
    # The last one first, so that what is put in its place moves none that is still to be looked at.
    for start, end, word in reversed(of_letters(r.text.norm)):
        if len(word) < LONG or not (r.unknown_from(start) >= end or any(start in of for of in guessed)):
            continue
        meant = [other for other in known.get(word[0], ()) if almost(word, other)]
        negation = next((x for x in lexicon.negations if word.startswith(x) and len(word) - len(x) >= LONG), "")
        if negation and not meant:
            meant = [f"{negation} {word[len(negation) :]}"]
        if len(messages) * len(meant) > _MOST_MEANT or not meant:
            continue
        messages = [f"{x[:start]}{other}{x[end:]}" for x in messages for other in meant]
    return [x for x in messages if x != r.text.cased]


@lru_cache(maxsize=2)
def _by_letter(*of: frozenset[str]) -> dict[str, list[str]]:
    """Some words by their first letters: what a word is almost begins as it does."""
    known: dict[str, list[str]] = {}
    for word in frozenset().union(*of):
        known.setdefault(word[0], []).append(word)
    return known


_MOST_MEANT = 8
"""The most messages that one may be meant for; of more, none is looked at."""


def of_letters(text: str) -> list[tuple[int, int, str]]:
    """(start, end, word) of the words of a text in scripts that put spaces between them."""
    found = []
    for letters, places in groupby(range(len(text)), lambda i: is_letter(text[i])):
        start, *rest = places
        end = start + len(rest) + 1
        found += [(start, end, text[start:end])] if letters else []
    return found


def _with(
    r: Reading,
    whole: Iterable[str],
    stems: Iterable[str],
    fits: Callable[[str, str], bool] = lambda *_: True,
) -> str:
    """The message with what is meant in place of unknown words; fits: whether a word may be meant for another."""
    norm, cased = r.text.norm, r.text.cased
    pieces, at = [], 0
    for letters, places in groupby(range(len(norm)), lambda i: is_letter(norm[i])):
        start, *rest = places
        end = start + len(rest) + 1
        word = norm[start:end]
        unknown = letters and len(word) >= SHORTEST and r.unknown_from(start) >= end
        if unknown and (right := _meant(word, whole, stems)) and fits(word, right):
            pieces += [cased[at:start], right]
            at = end
    return "".join([*pieces, cased[at:]])


def _meant(word: str, whole: Iterable[str], stems: Iterable[str]) -> str:
    """The one word that it almost is, or that almost begins as it does; empty where none is, or more than one."""
    fits = {other for other in whole if almost(word, other)} | begun(word, stems)
    return fits.pop() if len(fits) == 1 else ""


def begun(word: str, stems: Iterable[str]) -> set[str]:
    """What a word is meant for that almost begins as one of some words does that go on: aprovadas is aprobadas."""
    fits: set[str] = set()
    for stem in (stem for stem in stems if len(stem) >= LONG - 1):
        cuts = range(len(stem) - 1, min(len(stem) + 1, len(word)) + 1)
        fits |= {stem + word[cut:] for cut in cuts if almost(word[:cut], stem, LONG - 2)}
    return fits


def almost(word: str, other: str, long: int = LONG) -> bool:
    """Whether two neighbours changed places, or, of long words, one letter is missing, too many, or another."""
    near = bool(word) and other[0] == word[0] and OSA.distance(word, other, score_cutoff=1) == 1
    return near and (sorted(other) == sorted(word) or (len(other) >= long and len(word) >= long - 1))
