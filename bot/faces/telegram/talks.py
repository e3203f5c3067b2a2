"""The conversations that are going on, in memory: one for each person in each chat, for a while."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

from bot.talk import Talk

KEPT_FOR = 30 * 60.0
"""Seconds after its last message for which a conversation is remembered."""
MOST = 10_000
"""How many conversations are remembered; the oldest go first."""

Key = tuple[int, int]
"""Ids of the chat and of the user."""


class Talks:
    """What is remembered of each conversation."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._talks: OrderedDict[Key, tuple[float, Talk]] = OrderedDict()

    def get(self, key: Key, language: str) -> Talk:
        """The conversation as it stands, or a new one in that language."""
        at, talk = self._talks.get(key, (float("-inf"), Talk()))
        return talk if self._clock() - at <= KEPT_FOR else Talk(language=language)

    def put(self, key: Key, talk: Talk) -> None:
        """Remember the conversation."""
        self._talks[key] = (self._clock(), talk)
        self._talks.move_to_end(key)
        while len(self._talks) > MOST:
            self._talks.popitem(last=False)
