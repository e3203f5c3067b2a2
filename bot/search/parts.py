"""The parts of a text that may each be met by another text: its words, and in scripts without spaces pairs of
characters."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from bot.search.prepared import is_unspaced, pieces

_RUN = 4
"""Characters of the longer parts of a question in a script without spaces, which say more than pairs do."""
MOST_PARTS = 48
"""Parts of the longest question that are looked at, evenly spread: each takes a fifth of a millisecond to encode."""

_LATELY = 1 << 10
"""Of how many texts the parts are kept: the titles that come near to a message are divided for it, and it is some of
the same few hundred for each."""


@lru_cache(maxsize=_LATELY)
def parts(text: str) -> tuple[str, ...]:
    """The words and the pairs of neighbouring characters of a text, each once; without those that only ask or join."""
    found: dict[str, None] = {}
    for piece in pieces(text):
        found |= dict.fromkeys(_runs(piece, 2))
    return tuple(found)


def parts_of(texts: Iterable[str]) -> list[str]:
    """The parts of several texts, as of one."""
    return list(dict.fromkeys(part for text in texts for part in parts(text)))


def asked_for(question: str) -> list[str]:
    """The parts of a question, each once: those that a text has, and the runs of RUN characters or two words that they
    stand in."""
    found: list[str] = []
    before = ""
    for piece in pieces(question):
        if is_unspaced(piece):
            found += (*_runs(piece, 2), *_runs(piece, _RUN))
            before = ""
        else:
            found += (piece, f"{before} {piece}") if before else (piece,)
            before = piece
    once = list(dict.fromkeys(found))
    return once[:: -(-len(once) // MOST_PARTS)] if once else once


def _runs(piece: str, length: int) -> Iterable[str]:
    """The runs of so many characters of a piece without spaces, or all of it where it is shorter; a word as it is."""
    if len(piece) <= length or not is_unspaced(piece):
        return (piece,)
    return map("".join, zip(*(piece[at:] for at in range(length)), strict=False))
