"""What the lines of a file are put together to: paragraphs, and the text they make."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from bot.doubts import Doubt
from bot.importing.joints import Joint
from bot.importing.lines import LeftOut, Line


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The text of a file, and what became of the rest of it."""

    text: str
    places: tuple[Line | None, ...]
    """For each line of the text, where it begins in the file; None for a blank one."""
    left_out: tuple[LeftOut, ...]
    joints: tuple[Joint, ...]
    doubts: tuple[Doubt, ...] = ()
    """What was decided on little in putting the text together."""


class Zone(Enum):
    """Where in a resolution a line stands: what begins a paragraph depends on it."""

    HEAD = auto()
    BODY = auto()
    FOOT = auto()


@dataclass(slots=True)
class Piece:
    """A paragraph as it is put together."""

    text: str
    first: Line
    close: bool = False
    """Whether no blank line stands before it: it is a sub-paragraph."""
