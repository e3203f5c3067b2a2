"""What a service manager (systemd) is told: that the bot serves, that it is alive, that it stops.

The protocol is a word a datagram to the socket that NOTIFY_SOCKET names: sd_notify(3).
"""

from __future__ import annotations

import asyncio
import logging
import os
import socket
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

log = logging.getLogger(__name__)

MICROSECONDS = 1_000_000


async def watched(work: Coroutine[Any, Any, None]) -> None:
    """Do the work under the eyes of a service manager, where there is one.

    Signs of life come from the event loop, twice in the time after which they are missed: a loop that hangs gives none,
    and is started anew.
    """
    _tell("READY=1")
    beating = asyncio.create_task(_beat(_missed_after()))
    try:
        await work
    finally:
        beating.cancel()
        with suppress(asyncio.CancelledError):
            await beating
        _tell("STOPPING=1")


async def _beat(missed_after: float) -> None:
    while missed_after:
        _tell("WATCHDOG=1")
        await asyncio.sleep(missed_after / 2)


def _missed_after() -> float:
    """Seconds without a sign of life after which it is taken for dead; 0 where nobody watches."""
    told, pid = os.environ.get("WATCHDOG_USEC", ""), os.environ.get("WATCHDOG_PID", "")
    watched = told.isascii() and told.isdigit() and pid in ("", str(os.getpid()))
    return int(told) / MICROSECONDS if watched else 0.0


def _tell(word: str) -> None:
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as manager:
            # An @ stands for the zero byte of an abstract address.
            manager.connect(f"\0{address[1:]}" if address.startswith("@") else address)
            manager.sendall(word.encode())
    except OSError as error:
        log.warning("the service manager could not be told %s: %s", word, error.strerror)
