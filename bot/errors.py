"""The one exception that content which is not sound raises."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from bot.layers import Layers


class Fault(StrEnum):
    """What is wrong with a file whatever stands in it, as whoever sent it is told (``file_…`` in wording/)."""

    FORMAT = "format"
    """It is not what its name says."""
    EMPTY = "empty"
    SCAN = "scan"
    """Pages of it are pictures, or their characters have no meaning."""
    LOCKED = "locked"
    """It has a password."""
    LONG = "long"
    SLOW = "slow"
    """Reading it takes more time or memory than any document."""
    BROKEN = "broken"


class ContentError(ValueError):
    """Something in content/ is not as it has to be.

    The message is one sentence that says what was found and what was expected; ``str()`` puts the
    file and, where known, the line in front of it. fault: None where it is what stands in the file that is not right.
    """

    def __init__(self, path: Path | Layers | str, line: int | None, message: str, fault: Fault | None = None) -> None:
        if line is None and isinstance(path, Layers):
            line = path.line_of(message)
        self.path, self.line, self.message, self.fault = str(path), line, message, fault
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")
