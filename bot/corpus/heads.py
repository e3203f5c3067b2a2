"""What the head of a text says, and the line behind it that opens the preamble."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

from bot.resolution import AgendaItem, Body, DocumentKind, Meeting, Passage, Session

QUOTES = '"“«„ '
"""What may stand before the line that opens the preamble."""

_LONGEST_WORD = 12
"""Characters of what may stand before the name of the organ in the line that opens the preamble: Therefore."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says; None for what it leaves to the foot, or has not."""

    body: Body
    body_name: str
    kind: DocumentKind
    number: str
    symbol: str
    title: Passage
    session: Session | None = None
    agenda_item: AgendaItem | None = None
    adopted: date | None = None
    adopted_as_printed: str = ""
    meeting: Meeting | None = None
    unanimous: bool = False
    """Whether it says that all were in favour."""
    basis: Passage | None = None
    draft: bool = False
    sponsors: Passage | None = None
    loose: bool = False
    """Whether it is of one of the four bodies and laid out otherwise than theirs are (loose.py)."""
    dated: tuple[date, str] | None = None
    """The date of the document, and how it is printed, where the head of another body's has one."""


def opening(bare: str, openings: frozenset[str] | set[str]) -> str | None:
    """Which of these lines opens a preamble in that one, whatever stop it ends with and word it begins with (Therefore
    the …), and in capitals too; None where none does."""
    plain = bare.rstrip(",，،.;:： ")
    if plain in openings:
        return plain
    if plain.isupper() and plain != bare:
        # In capitals the name alone, without a stop, stands in mastheads, too.
        return next((o for o in openings if _without_accents(o) == _without_accents(plain)), None)
    within = (
        o
        for o in openings
        if len(o) < len(plain) <= len(o) + _LONGEST_WORD and plain.casefold().endswith(" " + o.casefold())
    )
    return next(within, None)


def _without_accents(text: str) -> str:
    """In lower case without accents: capitals are often printed without them."""
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
