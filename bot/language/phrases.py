"""Fixed phrases found in a text: the one matcher behind names, groups and cues."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Generic, NamedTuple, TypeVar

from bot.language.normal import normal

T = TypeVar("T")

LETTER = r"a-z\u00df-\u024f\u0370-\u052f\u0620-\u065f\u066e-\u06d3"
"""Letters of scripts that put spaces between words, for use inside a character class; digits and Chinese characters are
not among them."""
_LETTERS = frozenset(re.findall(f"[{LETTER}]", "".join(map(chr, range(0x700)))))
ARABIC_AND, ARABIC_IN = "و", "ب"
"""Arabic “and”, and “in” or “with”."""
_ARABIC_PREFIXES = f"{ARABIC_AND}ف{ARABIC_IN}لك"
"""Conjunctions and prepositions that Arabic writes together with the word that follows."""
_CONJUNCTIONS = f"{ARABIC_AND}ف"
"""Those of them that may stand before a preposition: ولقطر, and to Qatar."""
_LONG_ENOUGH = 3
"""Letters of the shortest word before which two of them are taken off: وكلا has no “no” in it."""
_GAP = "…"
"""In a phrase: up to GAP_LENGTH characters of anything."""
GAP_LENGTH = 12
_NUMBER = "{number}"
"""In a phrase: a number in digits, with or without a space beside it."""


_SLOTS = {_GAP: f".{{0,{GAP_LENGTH}}}?", _NUMBER: r" ?\d{1,9} ?"}


def _gapped(phrase: str) -> tuple[str, re.Pattern[str]]:
    """For a phrase with gaps or numbers in it: the longest of its pieces, which a text that has the phrase has, and a
    regular expression."""
    pieces = [
        piece if piece in _SLOTS else normal(piece) for piece in re.split(f"({_GAP}|{re.escape(_NUMBER)})", phrase)
    ]
    longest = max((piece for piece in pieces if piece not in _SLOTS), key=len)
    return longest, re.compile("".join(_SLOTS.get(piece) or re.escape(piece) for piece in pieces))


def is_letter(c: str) -> bool:
    """Whether words of this character's script are set apart by spaces."""
    return c in _LETTERS


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is not part of a longer word, in scripts that put spaces between words."""
    if end < len(text) and is_letter(text[end]) and is_letter(text[end - 1]):
        return False
    return _begins_word(text, start, end)


def _begins_word(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] begins a word, or stands behind what Arabic writes together with it."""
    before = text[max(0, start - 3) : start]
    if not before or not (is_letter(text[start]) and is_letter(before[-1])):
        return True
    if before[-1] not in _ARABIC_PREFIXES:
        return False
    if len(before) == 1 or not is_letter(before[-2]):
        return True
    two = before[-2] in _CONJUNCTIONS and before[-1] not in _CONJUNCTIONS and end - start >= _LONG_ENOUGH
    return two and (len(before) == 2 or not is_letter(before[-3]))


ARABIC_ARTICLE = "ال"
"""Written together with the word that follows."""


def _article_before(text: str, start: int) -> int:
    """Where the Arabic article that is written together with the word at start begins; start itself where none is."""
    begin = start - len(ARABIC_ARTICLE)
    return begin if begin >= 0 and text.startswith(ARABIC_ARTICLE, begin) else start


_CLAUSE_MARKS = frozenset(",.;:!?。、\"'()《》“”¿¡")
"""Signs beside which a clause begins or ends."""


def begins_clause(text: str, start: int) -> bool:
    """Whether a clause begins at that place of a text."""
    before = text[:start].rstrip()[-1:]
    return not before or before in _CLAUSE_MARKS


class _Form(NamedTuple):
    """Where a phrase may stand."""

    first: bool = False
    """Only where a clause begins."""
    open_ended: bool = False
    """Also where its last word goes on."""
    last: bool = False
    """Only where a clause ends."""

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether text[start:end] stands where the form wants it."""
        after = text[end:].lstrip()[:1]
        ends = not after or after in _CLAUSE_MARKS
        return (not self.first or begins_clause(text, start)) and (ends or not self.last)


_ANYWHERE = _Form(first=False, open_ended=False, last=False)


def _form_of(phrase: str) -> tuple[_Form, str]:
    """Where a phrase may stand, and the phrase without the marks that say so."""
    if phrase[:1] != "^" and phrase[-1:] not in ("*", "$"):
        return _ANYWHERE, phrase
    form = _Form(phrase.startswith("^"), phrase.endswith("*"), phrase.endswith("$"))
    return form, phrase.removeprefix("^").removesuffix("*").removesuffix("$")


def _gives_way(start: int, end: int, later: Iterable[tuple[int, int]]) -> bool:
    """Whether one of the phrases that begin later begins inside text[start:end], ends behind it and is longer."""
    inside = takewhile(lambda span: span[0] < end, later)
    return any(b > end and b - a > end - start for a, b in inside)


class Phrases(Generic[T]):
    """A dictionary of phrases, each with what it means.

    A phrase is compared in its normal form. One that ends with ``*`` also matches where the word goes
    on (``abstain*``), and behind the Arabic article; ``…`` in it stands for a gap of up to GAP_LENGTH characters,
    ``{number}`` for a number. One that begins with ``^`` matches only where a clause begins, one that ends with ``$``
    only where one ends (``^did``, ``吗$``).
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._exact: dict[str, list[tuple[_Form, T]]] = defaultdict(list)
        self._gapped: list[tuple[str, re.Pattern[str], T]] = []
        for phrase, meaning in phrases:
            if _GAP in phrase or _NUMBER in phrase:
                self._gapped.append((*_gapped(phrase), meaning))
                continue
            form, bare = _form_of(phrase)
            key = normal(bare)
            if key and (form, meaning) not in (known := self._exact[key]):
                known.append((form, meaning))
        lengths: dict[str, set[int]] = defaultdict(set)
        for key in self._exact:
            lengths[key[:2]].add(len(key))
        # By the first two characters: the lengths of phrases that begin so, and 1 where the first one is a phrase too.
        self._lengths = {k: tuple(sorted(v | lengths.get(k[0], set()), reverse=True)) for k, v in lengths.items()}
        first = "".join(re.escape(c) for c in sorted({key[0] for key in lengths}))
        # Within a word no phrase begins; looking only where one can saves most of the time.
        self._starts = (
            re.compile(f"(?:(?<![{LETTER}])|(?<=[{_ARABIC_PREFIXES}])|(?![{LETTER}]))[{first}]") if first else None
        )

    def __contains__(self, phrase: str) -> bool:
        return phrase in self._exact

    def get(self, phrase: str) -> list[T]:
        """The meanings of a phrase in normal form; empty where it is not known."""
        return [meaning for _, meaning in self._exact.get(phrase, ())]

    def items(self) -> Iterator[tuple[str, list[T]]]:
        """Every phrase in normal form that has no gap, with its meanings."""
        return ((phrase, [meaning for _, meaning in of]) for phrase, of in self._exact.items())

    def _found(self, text: str) -> Iterator[tuple[int, list[tuple[int, T]]]]:
        """Every place where phrases begin, with (end, meaning) of each, longest first."""
        if self._starts is None:
            return
        lengths_of, meanings_of, length_of_text = self._lengths.get, self._exact.get, len(text)
        for match in self._starts.finditer(text):
            start = match.start()
            found: list[tuple[int, T]] = []
            for length in lengths_of(text[start : start + 2]) or lengths_of(text[start], ()):
                end = start + length
                # Beyond the end of the text, a slice is shorter than asked for.
                for form, meaning in meanings_of(text[start:end], ()) if end <= length_of_text else ():
                    if form is not _ANYWHERE and not form.fits(text, start, end):
                        continue
                    if stands_alone(text, start, end):
                        found.append((end, meaning))
                    elif form.open_ended and _begins_word(text, _article_before(text, start), end):
                        found.append((self._word_end(text, end), meaning))
            if found:
                yield start, found

    @staticmethod
    def _word_end(text: str, end: int) -> int:
        while end < len(text) and is_letter(text[end]):
            end += 1
        return end

    def everywhere(self, text: str) -> Iterator[tuple[int, int, T]]:
        """(start, end, meaning) of every phrase in a text in normal form, also of overlapping ones."""
        for start, found in self._found(text):
            for end, meaning in found:
                yield start, end, meaning
        for piece, pattern, meaning in self._gapped:
            # To look for a piece takes a fifth of what the expression takes, and most texts do not have it.
            for match in pattern.finditer(text) if piece in text else ():
                if stands_alone(text, *match.span()):
                    yield *match.span(), meaning

    def longest(
        self, text: str, gaps: frozenset[int] = frozenset(), *, yielding: bool = False
    ) -> Iterator[tuple[int, int, T]]:
        """(start, end, meaning) from left to right, the longest phrase at each place, none overlapping.

        yielding: where a longer one begins inside it, a phrase gives way: 票中东盟国家 has 东盟国家 in it, and no 中东.
        gaps: places that a phrase goes across only where no shorter one begins at the same place.
        """
        places = list(self._found(text))
        reached = 0
        for at, (start, found) in enumerate(places):
            if start < reached:
                continue
            whole = [f for f in found if not any(start < gap < f[0] for gap in gaps)] if gaps else found
            end, meaning = (whole or found)[0]
            if yielding and _gives_way(start, end, ((s, f[0][0]) for s, f in places[at + 1 :])):
                continue
            reached = end
            yield start, end, meaning
