"""Misspelt words of voting, and for "except", in scripts that put spaces between words: agianst, siad no, exept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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


def _with(
    r: Reading, whole: Iterable[str], stems: Iterable[str], fits: Callable[[str, str], bool] = lambda *_: True
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
    fits = {other for other in whole if _almost(word, other)}
    for stem in stems:
        cuts = range(len(stem) - 1, min(len(stem) + 1, len(word)) + 1)
        fits |= {stem + word[cut:] for cut in cuts if len(stem) >= LONG - 1 and _almost(word[:cut], stem, LONG - 2)}
    return fits.pop() if len(fits) == 1 else ""


def _almost(word: str, other: str, long: int = LONG) -> bool:
    """Whether two neighbours changed places, or, of long words, one letter is missing, too many, or another."""
    near = bool(word) and other[0] == word[0] and OSA.distance(word, other, score_cutoff=1) == 1
    return near and (sorted(other) == sorted(word) or (len(other) >= long and len(word) >= long - 1))
