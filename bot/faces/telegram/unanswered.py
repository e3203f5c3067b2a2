"""Questions without an answer and answers that were wrong, for the people who tend content/: what, and not by whom."""

from __future__ import annotations

import json
import logging
import os
from datetime import UTC, datetime
from pathlib import Path

log = logging.getLogger(__name__)

WRONG = "wrong"
"""Why a line stands there that is of an answer."""


class Unanswered:
    """A file with a line of JSON for each question that was refused, and each answer that was reported as wrong."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._told: set[str] = set()

    def add(self, message_text: str, why: str, language: str) -> None:
        """Append a question; where that can't be done, it is logged once, and the question is let go."""
        # The day and no more: with the time, a question could be laid beside somebody's chat.
        self._append(
            {"day": datetime.now(UTC).date().isoformat(), "why": why, "language": language, "message": message_text}
        )

    def wrong(self, kind: str, symbol: str, answer: str, language: str) -> None:
        """Append that an answer was wrong: its kind, the symbol of its document (may be empty) and how it begins.

        With the time, to the minute: the bot's words are nobody's, and the log of that minute may say why.
        """
        now = datetime.now(UTC)
        when = {"day": now.date().isoformat(), "time": now.strftime("%H:%M")}
        self._append({**when, "why": WRONG, "kind": kind, "document": symbol, "language": language, "answer": answer})

    def _append(self, entry: dict[str, str]) -> None:
        # Half a surrogate pair, which no encoding has, stays as JSON's own \udxxx.
        line = json.dumps(entry, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
        try:
            # Opened each time, so that the file may be moved away at any time; one write, so that lines stay whole.
            descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                os.write(descriptor, line)
            finally:
                os.close(descriptor)
        except OSError as error:
            kind = type(error).__name__ if error.errno is None else os.strerror(error.errno)
            if kind not in self._told:
                self._told.add(kind)
                log.warning("a question without an answer could not be kept in BOT_UNANSWERED: %s", kind)
