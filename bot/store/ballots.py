"""Who voted how on what, as one matrix: counted over all resolutions without reading any."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bot.resolution import CAST, Vote, Voter

_VOTES = (Vote.ABSENT, Vote.YES, Vote.NO, Vote.ABSTAIN, Vote.NOT_VOTING)
"""What each number in the matrix says; a state that a record does not list is absent."""
NUMBER_OF_VOTE = {vote: np.uint8(number) for number, vote in enumerate(_VOTES)}
_CODE = 0xFFFFFF
"""Of four bytes, little end first, the three of a code."""


def packed_votes(roll_call: Iterable[Voter]) -> bytes:
    """A roll call as bytes: four for each state, its alpha-3 code and the number of its vote."""
    return b"".join(v.code.encode("ascii") + bytes((int(NUMBER_OF_VOTE[v.vote]),)) for v in roll_call)


@dataclass(frozen=True, eq=False)
class Ballots:
    """A row for each resolution, in the order of the summaries; a column for each state that any record lists."""

    codes: tuple[str, ...]
    cast: NDArray[np.uint8]

    @classmethod
    def of(cls, packed: Sequence[bytes]) -> Ballots:
        """The matrix of those roll calls, as `packed_votes` gives them."""
        each = np.frombuffer(b"".join(packed), dtype="<u4")
        rows = np.repeat(np.arange(len(packed)), [len(data) // 4 for data in packed])
        known, columns = np.unique(each & _CODE, return_inverse=True)
        cast = np.zeros((len(packed), len(known)), dtype=np.uint8)
        cast[rows, columns] = each >> 24
        return cls(tuple(int(code).to_bytes(3, "little").decode("ascii") for code in known), cast)

    @cached_property
    def columns(self) -> dict[str, int]:
        """The column of each state, by its alpha-3 code."""
        return {code: at for at, code in enumerate(self.codes)}

    @cached_property
    def voted(self) -> NDArray[np.bool_]:
        """Where a state voted: in favour, against or abstaining."""
        return self.so(CAST)

    def so(self, votes: Iterable[Vote]) -> NDArray[np.bool_]:
        """Where a state voted one of these."""
        wanted = np.zeros(len(_VOTES), dtype=np.bool_)
        wanted[[int(NUMBER_OF_VOTE[vote]) for vote in votes]] = True
        return wanted[self.cast]

    def vote(self, at: int, code: str) -> Vote:
        """How a state stands in the record of the resolution at that place."""
        column = self.columns.get(code)
        return Vote.ABSENT if column is None else _VOTES[self.cast[at, column]]

    def of_states(self, places: Sequence[int], codes: Sequence[str]) -> NDArray[np.uint8]:
        """A row for each of the resolutions at those places, a column for each of the states."""
        known = [self.columns.get(code) for code in codes]
        absent = np.full(len(places), NUMBER_OF_VOTE[Vote.ABSENT])
        rows = self.cast[list(places)]
        return np.stack([absent if column is None else rows[:, column] for column in known], axis=1)
