"""The log of the Telegram bot: one line an event on standard error, never the token."""

from __future__ import annotations

import logging
import sys
from copy import copy

from telegram.error import TelegramError

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Redacting(logging.Formatter):
    """A formatter that leaves the token out of whatever it has formatted, tracebacks and addresses included."""

    def __init__(self, token: str) -> None:
        super().__init__(FORMAT)
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """The record as text, with the token replaced; what Telegram or the network answered is told in a word."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, TelegramError):
            record = copy(record)
            record.msg, record.args = f"{record.getMessage().splitlines()[0]} ({type(error).__name__})", ()
            record.exc_info = record.exc_text = None
        return super().format(record).replace(self._token, "<token>")


def set_up(token: str) -> None:
    """Log to standard error, without the token."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redacting(token))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    # httpx logs the address of every request, which holds the token.
    logging.getLogger("httpx").setLevel(logging.WARNING)
