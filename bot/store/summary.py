"""What is known of a resolution without its text: enough to name, list, choose and count it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.resolution import Adoption, Body, DocumentKind, Resolution, Tally


@dataclass(frozen=True, slots=True)
class Summary:
    """A resolution as a list has it."""

    symbol: str
    languages: tuple[str, ...]
    """Of its texts, that of the main one first."""
    kind: DocumentKind
    body: Body
    body_names: tuple[str, ...]
    """As its texts print them."""
    titles: tuple[str, ...]
    """In the order of the languages."""
    adopted: date
    session: str
    """As its number begins: 56, S-33; empty where its texts name none."""
    adoption: Adoption
    tally: Tally | None
    voters: int
    """How many states its record names."""
    paragraphs: int
    """Of the main text, in all its parts; 0 where there is no text."""
    subjects: tuple[str, ...] = ()
    """What the catalogue says that it is about."""
    adopted_from: str = ""
    """The symbol of its draft, where that is known."""


def summary(texts: Sequence[Resolution]) -> Summary:
    """The summary of a resolution by its texts, the main one first."""
    main = texts[0]
    return Summary(
        main.symbol,
        tuple(text.language for text in texts),
        main.kind,
        main.body,
        tuple(dict.fromkeys(text.body_name for text in texts)),
        tuple(text.title.text for text in texts),
        main.adopted,
        f"{main.session.series}{main.session.number}" if main.session else "",
        main.adoption,
        main.tally,
        len(main.roll_call),
        len(main.paragraphs),
        main.subjects,
        main.adopted_from,
    )
