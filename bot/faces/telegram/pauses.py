"""How long to wait before something is tried again."""

from __future__ import annotations

from datetime import timedelta

from telegram.error import RetryAfter


class Pause:
    """Pauses between tries, each twice as long as the one before."""

    def __init__(self, first: float, longest: float) -> None:
        """Seconds of the first pause and of the longest."""
        self._next, self._longest = first, longest

    def next(self) -> float:
        """The seconds of the next pause."""
        now = self._next
        self._next = min(2 * now, self._longest)
        return now


def seconds_of(error: RetryAfter) -> float:
    """The seconds that Telegram says to wait."""
    told = error.retry_after
    return told.total_seconds() if isinstance(told, timedelta) else float(told)
