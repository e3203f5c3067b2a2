"""How the members of a group voted on resolutions: who were members on the day, and what most of them cast."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.corpus.library import Library
from bot.resolution import CAST, Vote
from bot.store.ballots import NUMBER_OF_VOTE


def members_on(group: str, places: Sequence[int], library: Library) -> NDArray[np.bool_]:
    """Where a state was a member of the group on the day of the vote, a row for each resolution and a column for each
    state; everywhere for no group."""
    codes = library.ballots.codes
    if not group:
        return np.ones((len(places), len(codes)), dtype=np.bool_)
    days = {library.summaries[at].adopted for at in places}
    members = {day: library.names.groups[group].on(day) for day in days}
    on = {day: np.array([code in those for code in codes], dtype=np.bool_) for day, those in members.items()}
    return np.array([on[library.summaries[at].adopted] for at in places], dtype=np.bool_).reshape(
        len(places), len(codes)
    )


def group_counts(group: str, places: Sequence[int], library: Library) -> NDArray[np.int64]:
    """A row for each resolution: how many of those who were members on the day cast each of CAST."""
    members, cast = members_on(group, places, library), library.ballots.cast[list(places)]
    return np.stack([((cast == NUMBER_OF_VOTE[vote]) & members).sum(axis=1) for vote in CAST], axis=1)


def majority(group: str, places: Sequence[int], library: Library) -> NDArray[np.uint8]:
    """What more of the members on the day cast than anything else, on each resolution; absent where there is none."""
    counts = group_counts(group, places, library)
    most = counts.max(axis=1, initial=0)
    alone = (most > 0) & ((counts == most[:, None]).sum(axis=1) == 1)
    numbers = np.array([NUMBER_OF_VOTE[vote] for vote in CAST], np.uint8)
    return np.where(alone, numbers[counts.argmax(axis=1)], NUMBER_OF_VOTE[Vote.ABSENT]).astype(np.uint8)
