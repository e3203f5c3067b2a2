"""Rows of Arabic → the order in which they are written.

A page shows where each letter stands; the bidirectional algorithm of Unicode (Annex 9), which put it there, is run
backwards: the row is read from the right, and what is written from the left in it, Latin words and figures, is turned
round again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from bot.importing.pdf.letters import Letter

_CLASSES = {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N", "ES": "s", "CS": "s", "ET": "t", "NSM": "m"}
_LATIN = r"(?<![Nst])[Nst]*+L(?:[^R]*[LN])?t*"
_NUMBER = r"(?<!t)t*+N(?:[Nt]|sN)*+"
_LEFTWARD = re.compile(f"{_LATIN}|{_NUMBER}")
"""What reads from the left: Latin words with the figures and signs between them, and numbers with one sign between two
figures."""
_MIRRORED = {"(": ")", ")": "(", "[": "]", "]": "[", "«": "»", "»": "«", "{": "}", "}": "{"}
_OPENS = frozenset("([{«")


def is_arabic(letters: Sequence[Letter]) -> bool:
    """Whether most of the letters are written from the right."""
    right = sum(_class(letter) == "R" for letter in letters)
    return right > sum(_class(letter) == "L" for letter in letters)


def _class(letter: Letter) -> str:
    """Which way a letter goes: L, R, N for a figure, s and t for what stands between or beside figures, m for a mark on
    a letter, or o."""
    kinds = [_CLASSES.get(unicodedata.bidirectional(c), "o") for c in letter.text]
    return next((kind for kind in kinds if kind in "LRN"), kinds[0] if kinds else "o")


def written(letters: Sequence[Letter]) -> list[Letter]:
    """The letters of a row, which stand from left to right, in the order in which they are written."""
    shown = _with_marks(letters)
    classes = "".join(_class(group[0]) for group in shown)
    order: list[Letter] = []
    end = len(shown)
    runs = {found.end(): found.start() for found in _LEFTWARD.finditer(classes)}
    while end:
        start = runs.get(end, end - 1)
        for group in shown[start:end]:
            order += group
        end = start
    return order


def _with_marks(letters: Sequence[Letter]) -> list[list[Letter]]:
    """The letters, each with the marks that stand over or under it behind it."""
    bases = [[letter] for letter in letters if _class(letter) != "m"]
    for mark in (letter for letter in letters if _class(letter) == "m"):
        middle = (mark.x0 + mark.x1) / 2
        nearest = min(bases, key=lambda group: abs((group[0].x0 + group[0].x1) / 2 - middle), default=None)
        if nearest is None:
            bases.append([mark])
        else:
            nearest.append(mark)
    return bases


def brackets(texts: Sequence[str]) -> bool:
    """Whether brackets in these lines must be turned: fonts give either the sign that is drawn or the one that is
    written."""
    plain = sum(_unbalanced(text) for text in texts)
    return sum(_unbalanced(turned(text)) for text in texts) < plain


def turned(text: str) -> str:
    """A text with its brackets turned."""
    return "".join(_MIRRORED.get(c, c) for c in text)


def _unbalanced(text: str) -> int:
    """How many brackets close what is not open."""
    depth = wrong = 0
    for c in text:
        if c in _OPENS:
            depth += 1
        elif c in _MIRRORED:
            wrong += depth == 0
            depth = max(0, depth - 1)
    return wrong
