"""The text that the elements of a Word file hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.importing.lines import SOFT_HYPHEN, tidy, weigh
from bot.importing.markup import tag

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

UNKNOWN = "\ufffd"
"""In place of a sign whose character is not known."""


def is_property(element: Any) -> bool:
    """Whether an element of an equation only says how it is set."""
    return any(str(each.tag).endswith("Pr") for each in (element, *element.iterancestors()))


def box_of(paragraph: Any) -> Any | None:
    """The text box that a paragraph stands in."""
    return next(paragraph.iterancestors(tag("txbxContent")), None)


def pieces_of(element: Any) -> Iterator[str]:
    """Each piece of text that an element holds, whatever becomes of it."""
    for part in element.iter(tag("t"), tag("delText"), f"{MATH}t", tag("sym"), tag("noBreakHyphen")):
        if part.tag == tag("sym"):
            yield UNKNOWN
        else:
            yield "-" if part.tag == tag("noBreakHyphen") else text_seen(part.text)


def text_seen(text: str | None) -> str:
    """The text of an element as Word shows it: without soft hyphens, its line ends as spaces."""
    return (text or "").replace(SOFT_HYPHEN, "").replace("\n", " ").replace("\r", " ")


def words_in(element: Any) -> str:
    """The text that an element holds."""
    return tidy("".join(pieces_of(element)))


def characters_in(element: Any) -> int:
    """How many characters it holds."""
    return sum(weigh(tidy(piece)) for piece in pieces_of(element))
