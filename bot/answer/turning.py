"""From which resolution on a state voted otherwise than before."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from bot.answer.record import HistoryRow
from bot.resolution import CAST, Vote
from bot.store.summary import Summary


def turns(rows: Iterable[HistoryRow]) -> tuple[tuple[Summary, Vote, Vote], ...]:
    """Where the vote of the one state of some rows, the first adopted first, is not that of the one before on which it
    voted, and how it voted on both."""
    cast = [(row.summary, row.votes[0][1]) for row in rows if row.votes[0][1] in CAST]
    return tuple((there, before, after) for (_, before), (there, after) in pairwise(cast) if before is not after)
