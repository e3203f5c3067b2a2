"""Which two states voted most alike, or least, of all or of a group."""

from __future__ import annotations

from typing import Final

import numpy as np

from bot.answer.history import counted_mask, recorded_in
from bot.answer.listing import proposals_in
from bot.answer.record import AlikeAnswer, Counted
from bot.corpus.library import Library
from bot.question.among import leading, numbers
from bot.question.record import AlikeQuestion
from bot.resolution import CAST

_COMMON: Final = 10
"""The fewest common votes with which a pair is ranked; fewer where there are not so many votes."""


def pairs_answer(question: AlikeQuestion, library: Library) -> AlikeAnswer:
    """The pairs by how often both cast the same vote, of those with enough common votes."""
    recorded, ballots = recorded_in(question.among, library), library.ballots
    if not recorded:
        return AlikeAnswer(question, (), 0, 0, 0)
    voted = ballots.voted[recorded] & counted_mask(question, recorded, library)
    cast = ballots.cast[recorded]
    of = _both(voted)
    same = sum((_both(voted & (cast == number)) for number in numbers(CAST)), np.zeros_like(of))
    most = int(np.triu(of, 1).max(initial=0))
    common = max(1, min(_COMMON, most))
    pairs = (sorted((ballots.codes[a], ballots.codes[b])) for a, b in np.argwhere(np.triu(of >= common, 1)))
    at = {code: i for i, code in enumerate(ballots.codes)}
    found = [Counted(one, int(same[at[one], at[two]]), int(of[at[one], at[two]]), two) for one, two in pairs]
    sign = 1 if question.least else -1
    rows = sorted(found, key=lambda x: (sign * x.percent, -x.of, x.code, x.other))
    first = leading(question.few or len(rows), rows, lambda row: row.percent)
    return AlikeAnswer(
        question, tuple(first), len(recorded), common, len(rows), proposals_in(recorded, question.among, library)
    )


def _both(mask: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """On how many it is so of each two states; mask: a row for each resolution, a column for each state."""
    # Whole numbers are exact in it up to 16 million, and a product of others is slow: of 30,000 resolutions it takes
    # 6 s, and so 0.01 s.
    counts = mask.astype(np.float32)
    both: np.ndarray[tuple[int, ...], np.dtype[np.int64]] = (counts.T @ counts).astype(np.int64)
    return both
