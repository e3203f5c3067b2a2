"""The encoder's network out of the file in its package, read without the table where that has been left in a file.

The table, a row for each piece of a word, is nine tenths of what the package reads, and of what it takes to unpack.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.search.rows import left_in

Numbers: TypeAlias = NDArray[np.float32]

NGRAMS = ((2, 0), (3, 1), (5, 2))
"""Of each branch of the network: how many tokens it looks at, and how many of these stand before the one it is at."""


@dataclass(frozen=True, slots=True)
class Network:
    """The weights, by the names that the package has for them, and what divides texts into tokens."""

    sp: Any
    eps: float
    table: Any
    """The embeddings of the tokens, quantized: a row each."""
    scale: Numbers
    lo: Numbers
    proj_W: Numbers  # noqa: N815
    """Of all branches side by side, and so are the next three."""
    proj_b: Numbers
    ln_g_all: Numbers
    ln_b_all: Numbers
    w1: list[Numbers]
    """Of each branch, and so are the next three."""
    b1: list[Numbers]
    w2: list[Numbers]
    b2: list[Numbers]
    ln_g: Numbers
    ln_b: Numbers
    cnn_W: Numbers  # noqa: N815
    cnn_b: Numbers
    d0: Numbers
    d1: Numbers
    d2: Numbers
    d3: Numbers
    p1: Numbers
    p3: Numbers


_JOINED = {"proj_W": "proj", "proj_b": "proj_b", "ln_g_all": "ln_g", "ln_b_all": "ln_b"}
"""What is of all branches side by side, by its names here and in the file, each with a branch's number behind it; and
what is a list of one for each:"""
_LISTED = {"w1": "w1_", "b1": "b1_", "w2": "w2_", "b2": "b2_"}
_ALONE = ("scale", "lo", "ln_g", "ln_b", "cnn_W", "cnn_b", "d0", "d1", "d2", "d3", "p1", "p3")


def network(file: Path, pieces: Any, left: Path | None) -> Network:
    """The network of a file of weights. pieces: divides texts into the pieces that it knows. left: the file with the
    table, which is made where it is not there; None for the table in memory."""
    with np.load(file) as read:
        weights: dict[str, Any] = {name: read[name] for name in _ALONE}
        weights |= {name: [read[f"{of}{n}"] for n, _ in NGRAMS] for name, of in _LISTED.items()}
        for name, of in _JOINED.items():
            weights[name] = np.concatenate([read[f"{of}{n}"] for n, _ in NGRAMS], axis=-1)
        # The table is quantized in parts: of rows that stand one after the other, each is in the next one.
        parts, width = len(read["scale"]), len(read["cnn_b"])

        def table() -> NDArray[np.uint8]:
            unpacked = np.empty((rows, width), np.uint8)
            for part in range(parts):
                unpacked[part::parts] = read[f"q{part + 1}"]
            return unpacked

        rows = -(-pieces.vocab_size // parts) * parts
        embeddings = left_in(left, (rows, width), table) if left else table()
        return Network(pieces, float(read["eps"]), embeddings, **weights)
