"""Drafts that a message names by their numbers alone, L.39, and which session's they are."""

from __future__ import annotations

from collections.abc import Iterator

from bot.question.conversation import Conversation
from bot.question.reading import Reading
from bot.resolution import Span

OF_DRAFT = "/L."
"""Before the number of a draft in its symbol."""


def draft_numbers(r: Reading) -> list[tuple[Span, int]]:
    """Where a message has the number of a draft with no session before it, with its sign, and the number."""
    return list(_bare(r))


def drafts_in_full(r: Reading, conversation: Conversation) -> str:
    """The message with whole symbols in place of the numbers alone: L.59 of A/HRC/48/L.59. They are of the session of
    the draft in view, else the one of those shown that has all of them, else, of several, the only one that has. Empty
    where there is no such number, or it is not known which session's it is."""
    found = draft_numbers(r)
    session = _session(r, conversation, {number for _, number in found}) if found else ""
    if not session:
        return ""
    said = r.text.cased
    for (start, end), number in reversed(found):
        said = f"{said[:start]}{session}{OF_DRAFT}{number}{said[end:]}"
    return said


def _bare(r: Reading) -> Iterator[tuple[Span, int]]:
    sign = OF_DRAFT[1:].lower()
    for at, end, number in r.library.lexicon.references.numbers(r.text.norm):
        start = at - len(sign)
        before = r.text.norm[: max(start, 0)][-1:]
        stands_alone = not (before.isascii() and before.isalnum()) and before not in ("/", ".")
        if start >= 0 and r.text.norm[start:at] == sign and stands_alone:
            yield (start, end), number


def _session(r: Reading, conversation: Conversation, numbers: set[int]) -> str:
    """What stands before the numbers in the symbols of the drafts that are meant; empty where that is not known."""
    in_view, sign, _ = conversation.symbol.partition(OF_DRAFT)
    if sign:
        return in_view
    here = {x.symbol for x in r.library.summaries if OF_DRAFT in x.symbol}
    of_several = here if len(numbers) > 1 else ()
    for symbols in (conversation.listed, of_several):
        sessions = {x.partition(OF_DRAFT)[0] for x in symbols if OF_DRAFT in x}
        fits = [x for x in sessions if all(f"{x}{OF_DRAFT}{number}" in here for number in numbers)]
        if len(fits) == 1:
            return fits[0]
    return ""
