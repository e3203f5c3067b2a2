"""SIGHUP, caught from the program's first moment to its last.

It tells `serve` to read content anew; where nobody listens for it, it would end the program. So this module is imported
before all others, and keeps a signal that comes before somebody listens. One handler stays in place throughout: were it
changed for another, a signal could come in between.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from types import FrameType

_listener: Callable[[], object] | None = None
_kept = False


def listen(listener: Callable[[], object] | None) -> None:
    """Call that at each signal from now on, and for one that was kept; None: keep them again."""
    global _listener, _kept
    _listener = listener
    _catch()
    if listener and _kept:
        _kept = False
        listener()


def ignore() -> None:
    """Let signals pass without a trace: the program ends."""
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)


def _caught(number: int, frame: FrameType | None) -> None:
    global _kept
    if _listener:
        _listener()
    else:
        _kept = True


def _catch() -> None:
    # Windows has no such signal.
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, _caught)


# Only for `serve`: everything else ends with the terminal it runs in.
if sys.argv[1:2] == ["serve"]:
    _catch()
