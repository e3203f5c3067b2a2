"""Negations that stand before what was voted on, and not right before the vote: 谁没有对78/35投赞成票."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.language.normal import BLANK, blank
from bot.language.phrases import is_letter
from bot.resolution import Span

_SIGNS = frozenset(f" ,:'\"“”《》()-{BLANK}")


def before_object(
    norm: str,
    vote: int,
    negations: Iterable[Span],
    objects: Sequence[Span],
    prepositions: Sequence[Span],
    empty: Sequence[Span],
) -> Span | None:
    """The negation of a vote that begins at a place, where nothing but one of the objects of votes, or the preposition
    of one that was taken out of the message, and empty words stand between them; None for none."""
    for start, end in negations:
        between = [x for x in objects if end <= x[0] and x[1] <= vote]
        left = blank(norm[end:vote], [(a - end, b - end) for a, b in (*between, *empty) if end <= a and b <= vote])
        # 没有对投赞成票: the object itself is read apart.
        apart = any(a == end and b <= vote for a, b in prepositions)
        if (between or apart) and set(left) <= _SIGNS:
            return start, end
    return None


def in_a_phrase(left: str, start: int, end: int) -> bool:
    """Whether a word stands between two that are not known, in scripts with spaces between words: violence against
    women.

    left: the message with all that is known blanked, as is an article behind the word.
    """
    behind = left[end : end + _ARTICLE].lstrip(f" {BLANK}")
    around = (left[:start].rstrip(" ")[-1:], behind[:1])
    return all(c and is_letter(c) for c in around)


_ARTICLE = 7
"""Characters behind a word within which, behind an article, the next one begins."""
