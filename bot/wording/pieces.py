"""What replies are made of: pieces of text, each in a style, in blocks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How a piece of a reply is meant to look."""

    PLAIN = "plain"
    BOLD = "bold"
    QUOTE = "quote"
    """Verbatim text of a document."""
    LINK = "link"
    """An address; it is its own label."""
    FOLD = "fold"
    """Long, and may be shown folded."""
    EXAMPLE = "example"
    """Messages to send, a line each; a face that has buttons for them leaves this out."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a reply in one style."""

    text: str
    style: Style = Style.PLAIN
    marked: bool = False
    """Whether these are words that a subject was found by."""


Block = tuple[Piece, ...]
Reply = tuple[Block, ...]
"""Blocks are set apart by a blank line; a reply may be split between them."""


def plain(reply: Reply) -> str:
    """The reply as plain text."""
    return "\n\n".join("".join(piece.text for piece in block) for block in reply)
