"""A large table of bytes, of which a few rows are read at a time, left in a file."""

from __future__ import annotations

import math
import os
import weakref
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


class Rows:
    """The rows of a table in a file; taken by their numbers, as from the table itself. Threads may share it."""

    def __init__(self, file: Path, width: int) -> None:
        """width: bytes of a row. OSError where the file cannot be read."""
        # Not mapped: of what is mapped, sixteen pages are taken into memory for each row that is looked at.
        self._file, self._width = os.open(file, os.O_RDONLY), width
        weakref.finalize(self, os.close, self._file)

    def __len__(self) -> int:
        return os.fstat(self._file).st_size // self._width

    def __getitem__(self, numbers: NDArray[np.int64]) -> NDArray[np.uint8]:
        file, width = self._file, self._width
        read = [os.pread(file, width, number * width) for number in numbers.tolist()]
        return np.frombuffer(b"".join(read), np.uint8).reshape(-1, width)


def left_in(file: Path, shape: tuple[int, int], read: Callable[[], NDArray[np.uint8]]) -> Any:
    """The rows of a table out of a file, which is made where it is not there or not as long; the table itself where it
    cannot be. read: gives the table, of that shape."""
    size, width = math.prod(shape), shape[1]
    with suppress(OSError):
        if file.stat().st_size == size:
            return Rows(file, width)
    table = read()
    # Others may write it, or read it, at the same time.
    part = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        table.tofile(part)
        part.replace(file)
        return Rows(file, width)
    except OSError:
        with suppress(OSError):
            part.unlink()
        return table
