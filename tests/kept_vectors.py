"""What the second encoder makes of the sentences of tests/documents/ and of what is asked about them and about 56/4,
kept in a file beside the former: to encode all of it takes a minute.

`python -m tests.kept_vectors` makes the file anew; what is not in it is encoded. That what is kept is what the encoder
says is tested in tests/test_meaning.py.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from bot.corpus.loading import load
from bot.search import second
from bot.search.covered import Half
from bot.search.encoder import Vector
from bot.settings import STORE
from bot.talk import Speaker
from tests.documents_scorer import CONTENT, FOLDER, all_imported, rows, scored

FILE = FOLDER / "second_vectors.npz"
computed, computed_of_question = second.encoded, second.questioned
"""What is kept as it is computed."""
_AS_QUESTION = "?"
"""Before what stands for a question, which has another vector than the same words as a sentence."""


def encoded(texts: Sequence[str]) -> Vector:
    """The vectors of sentences, a row each, as `second.encoded` gives them, but for rounding."""
    known = {text: kept(text) for text in texts}
    if new := [text for text, vector in known.items() if vector is None]:
        known |= zip(new, computed(new), strict=True)
    return np.array([known[text] for text in texts], np.float32).reshape(-1, second.DIMENSIONS)


def questioned(question: str) -> Vector:
    """The vector of a question, as `second.questioned` gives it, but for rounding."""
    vector = kept_of_question(question)
    return computed_of_question(question) if vector is None else vector.astype(np.float32)


def kept(text: str) -> Half | None:
    """The vector of a sentence that is kept."""
    return _vectors().get(_key(text))


def kept_of_question(question: str) -> Half | None:
    """The vector of a question that is kept."""
    return _vectors().get(_key(_AS_QUESTION + question))


@cache
def _vectors() -> dict[int, Half]:
    """The vectors by what stands for their sentences."""
    with np.load(FILE) as file:
        return dict(zip(file["keys"].tolist(), file["vectors"], strict=True))


def _key(text: str) -> int:
    """What stands for a sentence: a part of its hash."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())


def main() -> None:
    """Make the file anew."""
    from tests import test_questions

    vectors: dict[int, Half] = {}

    def heard(texts: Sequence[str]) -> Vector:
        found = computed(texts)
        vectors.update(zip(map(_key, texts), found.astype(np.float16), strict=True))
        return found

    def heard_question(question: str) -> Vector:
        found = computed_of_question(question)
        vectors[_key(_AS_QUESTION + question)] = found.astype(np.float16)
        return found

    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as home:
        patch.setenv(STORE, f"{home}/store")
        patch.setattr(second, "encoded", heard)
        patch.setattr(second, "questioned", heard_question)
        for name, folder in all_imported(Path(home) / "content").items():
            library = load(folder)
            library.encode(None)
            scored(Speaker(library), [row for row in rows("questions") if row["document"] == name])
        speaker = Speaker(load(CONTENT))
        for row in test_questions.rows():
            speaker.answer(row["turns"])
    np.savez(FILE, keys=np.array(list(vectors), np.uint64), vectors=np.array(list(vectors.values())))
    print(f"{len(vectors)} sentences and questions, {FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
