"""The one exception that content which is not sound raises."""

from __future__ import annotations

from pathlib import Path

from bot.layers import Layers


class ContentError(ValueError):
    """Something in content/ is not as it has to be.

    The message is one sentence that says what was found and what was expected; ``str()`` puts the
    file and, where known, the line in front of it.
    """

    def __init__(self, path: Path | Layers | str, line: int | None, message: str) -> None:
        if line is None and isinstance(path, Layers):
            line = path.line_of(message)
        self.path, self.line, self.message = str(path), line, message
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")
