"""What can't be reached for a while is done without: answers go on, and it is tried again soon."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from bot.faces.telegram.state.model import Key, State, StateError

log = logging.getLogger(__name__)

LEFT_ALONE: Final = 1.0
"""Seconds for which it is not tried again, so that one that does not answer holds up nobody for longer."""


class Steady:
    """Another place to keep things in, for whom none of its errors matters: nothing is found, nothing is kept."""

    def __init__(self, state: State, clock: Callable[[], float] = time.monotonic) -> None:
        self._state, self._clock = state, clock
        self._tried_from = float("-inf")

    async def get(self, keys: Sequence[Key]) -> list[bytes | None]:
        """See State."""
        if self._clock() >= self._tried_from:
            try:
                return await self._state.get(keys)
            except StateError as error:
                self._failed(error)
        return [None] * len(keys)

    async def put(self, values: Mapping[Key, bytes | None]) -> None:
        """See State."""
        if self._clock() >= self._tried_from:
            try:
                await self._state.put(values)
            except StateError as error:
                self._failed(error)

    async def close(self) -> None:
        """See State."""
        await self._state.close()

    def _failed(self, error: StateError) -> None:
        self._tried_from = self._clock() + LEFT_ALONE
        log.warning("what is remembered can't be reached (%s): answers go on without it", error)
