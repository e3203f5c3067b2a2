"""Updates fetched by long polling: each batch confirmed, each update read by itself, slower while it fails."""

from __future__ import annotations

import asyncio
import json
import logging
import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, Final
from urllib.parse import urlencode

from telegram import Bot
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.faces.telegram.pauses import Pause, seconds_of
from bot.faces.telegram.request import READ
from bot.faces.telegram.updates import id_of, read

log = logging.getLogger(__name__)

POLL: Final = 10
"""Seconds for which Telegram holds a request while there is nothing new."""
_PAUSES: Final = (0.1, 30.0)
"""Seconds before the second try of a request that fails, and the longest before a further one."""
AGAIN: Final = 0.5
"""Seconds until the one that was here first fetches again after another program did."""
SETTLED: Final = 3.0
"""Seconds of undisturbed fetching after which this program counts as the one that was here first."""
WAITS: Final = 5.0
"""Seconds between looks whether the other program is still there; up to half as many more, so that two don't look in
step."""
UNTOUCHED: Final = 2.0
"""Seconds for which an update has to lie there for the other program to be gone: it fetches within AGAIN."""
TOLD_AGAIN: Final = 600.0
"""Seconds after which another program that is still there is logged once more."""


class Polling:
    """Fetches the updates of one bot, and puts what can be read into a queue."""

    def __init__(
        self,
        bot: Bot,
        allowed: Sequence[str],
        put: Callable[[object], object],
        failed: Callable[[TelegramError], None] | None,
    ) -> None:
        """allowed: the kinds of updates to ask for. failed: is called for each request that fails."""
        self._bot, self._allowed, self._put, self._failed = bot, allowed, put, failed
        self._offset = 0
        self._task: asyncio.Task[None] | None = None
        self._undisturbed_since: float | None = None
        self._conflict_told = float("-inf")

    def start(self) -> None:
        """Begin to fetch."""
        self._task = asyncio.create_task(self._run(), name="polling")

    async def stop(self) -> None:
        """Fetch no more, and tell Telegram what was fetched."""
        if self._task is None:
            return
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        if self._offset:
            with suppress(TelegramError):
                await self._fetch(timeout=0, limit=1)

    async def _run(self) -> None:
        pause = Pause(*_PAUSES)
        while True:
            try:
                self._take(await self._fetch())
                pause = Pause(*_PAUSES)
                self._undisturbed_since = self._undisturbed_since or self._now
            except InvalidToken:
                # PollingRequest has told that the token is refused, which ends the program.
                return
            except Conflict as error:
                await self._disturbed(error)
            except TelegramError as error:
                soon = pause.next()
                told = seconds_of(error) if isinstance(error, RetryAfter) else 0.0
                # Everybody waits for the polls: a limit is tried once, as it may be over, and then obeyed.
                wait = soon if soon == _PAUSES[0] else max(told, soon)
                self._tell(error, f"{type(error).__name__}), trying again in {wait:.1f} s")
                await asyncio.sleep(wait)

    @property
    def _now(self) -> float:
        return asyncio.get_running_loop().time()

    async def _fetch(self, timeout: int = POLL, limit: int = 100) -> list[Any]:
        """What Telegram has, the first updates first; it is confirmed by the next request."""
        asked: dict[str, Any] = {"timeout": timeout, "limit": limit, "allowed_updates": json.dumps(list(self._allowed))}
        if self._offset:
            asked["offset"] = self._offset
        # The library would read a batch as a whole: the raw one is needed, for which it has no method.
        request: BaseRequest = self._bot._request[0]
        try:
            found = await request.post(
                f"{self._bot.base_url}/getUpdates?{urlencode(asked)}", read_timeout=READ + timeout
            )
        except (AttributeError, KeyError, TypeError):
            found = None
        if not isinstance(found, list) or (found and all(id_of(one) is None for one in found)):
            raise NetworkError("an odd answer to getUpdates")
        return found

    def _take(self, found: Sequence[object]) -> None:
        for one in found:
            self._offset = max(self._offset, (id_of(one) or 0) + 1)
            if (update := read(one, self._bot)) is not None:
                self._put(update)

    def _tell(self, error: TelegramError, said: str) -> None:
        log.warning("updates could not be fetched (%s", said)
        if self._failed:
            self._failed(error)

    # --- another program with the same token ----------------------------------------------------

    async def _disturbed(self, error: Conflict) -> None:
        """Another program fetches as well: whoever was here first goes on, the other one waits."""
        first = self._undisturbed_since is not None and self._now - self._undisturbed_since >= SETTLED
        if self._now - self._conflict_told > TOLD_AGAIN:
            self._conflict_told = self._now
            ending = "and was here later: going on" if first else "waiting until it ends"
            self._tell(error, f"another program fetches them with the same token), {ending}")
        elif self._failed:
            self._failed(error)
        if first:
            await asyncio.sleep(AGAIN)
            return
        self._undisturbed_since = None
        while not await self._is_alone():
            pass
        self._conflict_told = float("-inf")
        log.info("the other program has ended: updates are fetched here")

    async def _is_alone(self) -> bool:
        """Wait a while, and look whether the other program is gone; nothing is taken from it meanwhile."""
        await asyncio.sleep(WAITS * random.uniform(1, 1.5))  # noqa: S311
        try:
            before = await self._fetch(limit=1)
            if not before:
                return True
            await asyncio.sleep(UNTOUCHED)
            after = await self._fetch(timeout=0, limit=1)
        except InvalidToken:
            raise
        except TelegramError:
            return False
        return bool(after) and id_of(before[0]) == id_of(after[0])
