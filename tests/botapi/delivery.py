"""Updates by webhook."""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from .record import Record
from .updates import Updates, waker
from .world import now

RETRY = (0.02, 1.0)
"""The first and the longest pause before an update is posted again, in seconds."""


async def deliver(updates: Updates, record: Record) -> None:
    """Post the updates to the webhook, one after the other, each until it is taken."""
    wake = asyncio.Event()
    loop = asyncio.get_running_loop()
    updates.wake_webhook = waker(loop, wake)
    delay = RETRY[0]
    try:
        async with ClientSession(timeout=ClientTimeout(10)) as session:
            while True:
                wake.clear()
                with record.lock:
                    hook = updates.webhook
                    item = updates.items[0] if hook.url and updates.items else None
                if item is None:
                    await wake.wait()
                    continue
                failure = await _post(session, hook.url, hook.secret, item)
                with record.lock:
                    if failure:
                        hook.last_error, hook.last_error_date = failure, now()
                    elif updates.items and updates.items[0] is item:
                        updates.confirm_first()
                record.changed()
                if failure:
                    await asyncio.sleep(delay)
                delay = min(delay * 2, RETRY[1]) if failure else RETRY[0]
    finally:
        updates.wake_webhook = lambda: None


async def _post(session: ClientSession, url: str, secret: str, item: dict[str, Any]) -> str:
    """Post one update; give what went wrong, or nothing."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
    try:
        async with session.post(url, json=item, headers=headers) as response:
            if 200 <= response.status <= 299:
                return ""
            return f"Wrong response from the webhook: {response.status} {response.reason}"
    except (ClientError, OSError, TimeoutError) as error:
        return f"{type(error).__name__}: {error}"
