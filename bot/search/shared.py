"""Terms that are known in several languages: which of those in a question the texts have."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from bot.search.index import Found


def with_terms(
    found: Sequence[Found], asked: frozenset[int], each: Sequence[frozenset[int]], start: int
) -> list[Found]:
    """What was found, each with what it has of the known terms of a question (`Found.term`, `Found.unheard`).

    asked: the terms of the question, by their numbers; each: those of all texts, the first of which stands at start.
    """
    having = {term: sum(term in own for own in each) for term in asked}
    unheard = 0 in having.values()
    rarity = {term: math.log((len(each) + 1) / (count + 0.5)) for term, count in having.items()}
    return [
        replace(f, term=max((rarity[term] for term in asked & each[f.position - start]), default=0.0), unheard=unheard)
        for f in found
    ]
