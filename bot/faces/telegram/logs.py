"""The log of the Telegram bot: one line an event on standard error, never the token, never what people write."""

from __future__ import annotations

import logging
import re
import sys
import time
import traceback
from collections.abc import Callable
from copy import copy
from typing import Any, Literal

from cachetools import LRUCache
from pythonjsonlogger.json import JsonFormatter
from telegram.error import TelegramError

EVERY = 1.0
"""Seconds between two lines for one cause of trouble."""
CAUSES = 256
"""How many causes are kept apart."""
ALWAYS = {"always": True}
"""Extra of a line that somebody waits for, as who reloads does: it is let through however soon it follows another
one."""
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def _without_token(token: str) -> re.Pattern[str]:
    ident, _, secret = token.partition(":")
    # The secret half by itself is as good as the whole; %3A is the colon in an address.
    return re.compile(rf"({re.escape(ident)}(:|%3A))?{re.escape(secret or ident)}", re.IGNORECASE)


def _fit(record: logging.LogRecord) -> logging.LogRecord:
    """A copy of the record that can be shown: its message is one line, without what Telegram sent."""
    record = copy(record)
    for mark in ALWAYS:
        record.__dict__.pop(mark, None)
    error = record.exc_info[1] if record.exc_info else None
    if record.name.startswith("telegram") and record.args:
        # The library's own lines name whole updates, which hold what people wrote, and responses.
        given = record.args if isinstance(record.args, tuple) else (record.args,)  # logging unwraps a single dict
        record.args = tuple(a if isinstance(a, int | float) else "…" for a in given)
    lines = record.getMessage().splitlines() or [""]
    said = " ".join(lines)
    if error is not None and (isinstance(error, TelegramError) or record.name.startswith("telegram.request")):
        # What Telegram or the network answered is told in a word.
        said = f"{lines[0]} ({type(error).__name__})"
        record.exc_info = record.exc_text = None
    record.msg, record.args = said, ()
    return record


class Redacting(logging.Formatter):
    """Lines of text, and the traceback of an unknown error after them; the token is left out of it all."""

    def __init__(self, token: str) -> None:
        super().__init__(FORMAT)
        self._token = _without_token(token)

    def format(self, record: logging.LogRecord) -> str:
        """The record as text."""
        return self._token.sub("<token>", super().format(_fit(record)))


class RedactingJson(JsonFormatter):
    """A JSON object for each record, on one line; the token is left out of it."""

    def __init__(self, token: str) -> None:
        names = {"levelname": "level", "name": "logger", "exc_info": "traceback"}
        super().__init__(
            ["levelname", "name", "message"], rename_fields=names, timestamp="time", json_ensure_ascii=False
        )
        self._token = _without_token(token)

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON."""
        said: str = super().format(_fit(record))
        return self._token.sub("<token>", said)

    def formatException(self, ei: Any) -> str:  # noqa: N802
        """Where an error came from and its class; not its message, which may repeat what somebody wrote."""
        return "".join([*traceback.format_tb(ei[2]), ei[0].__name__])


class Seldom(logging.Filter):
    """Lets one line a second through for one cause of trouble; the next one says how many were left out."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._told: LRUCache[tuple[str, ...], tuple[float, int]] = LRUCache(CAUSES)

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is let through; what the bot does in the ordinary course, or was told to, is no
        trouble."""
        ordinary = record.levelno < logging.WARNING and record.name.startswith("bot.")
        if ordinary or ALWAYS.keys() <= record.__dict__.keys():
            return True
        error = record.exc_info[0] if record.exc_info else None
        cause = (record.name, str(record.msg).partition("\n")[0], error.__name__ if error else "")
        now, (last, left) = self._clock(), self._told.get(cause, (float("-inf"), 0))
        if now - last < EVERY:
            self._told[cause] = (last, left + 1)
            return False
        self._told[cause] = (now, 0)
        if left:
            record.msg = f"{record.msg} (and {left} more)"
        return True


def set_up(token: str, form: Literal["text", "json"] = "text") -> None:
    """Log to standard error in that form, without the token."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingJson(token) if form == "json" else Redacting(token))
    handler.addFilter(Seldom())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    # httpx logs the address of every request, which holds the token.
    logging.getLogger("httpx").setLevel(logging.WARNING)
