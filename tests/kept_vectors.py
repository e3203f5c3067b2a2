"""What the second encoder makes of the sentences of tests/documents/, kept in a file beside them: to encode them takes
half a minute.

`python -m tests.kept_vectors` makes the file anew; a sentence that is not in it is encoded. That what is kept is what
the encoder says is tested in tests/test_meaning.py.
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
from tests.documents_scorer import FOLDER, all_imported

FILE = FOLDER / "second_vectors.npz"
computed = second.encoded
"""What is kept as it is computed."""


def encoded(texts: Sequence[str]) -> Vector:
    """The vectors of sentences, a row each, as `second.encoded` gives them, but for rounding."""
    known = {text: kept(text) for text in texts}
    if new := [text for text, vector in known.items() if vector is None]:
        known |= zip(new, computed(new), strict=True)
    return np.array([known[text] for text in texts], np.float32).reshape(-1, second.DIMENSIONS)


def kept(text: str) -> Half | None:
    """The vector of a sentence that is kept."""
    return _vectors().get(_key(text))


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
    vectors: dict[int, Half] = {}

    def heard(texts: Sequence[str]) -> Vector:
        found = computed(texts)
        vectors.update(zip(map(_key, texts), found.astype(np.float16), strict=True))
        return found

    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as home:
        patch.setenv(STORE, f"{home}/store")
        patch.setattr(second, "encoded", heard)
        for folder in all_imported(Path(home) / "content").values():
            load(folder).encode(None)
    np.savez(FILE, keys=np.array(list(vectors), np.uint64), vectors=np.array(list(vectors.values())))
    print(f"{len(vectors)} sentences, {FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
