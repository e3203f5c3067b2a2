"""SIGHUP, kept from the program's first moment on.

It tells `serve` to read content anew; until somebody listens for it, it would end the program. So this module is
imported before all others, and keeps a signal that comes meanwhile.
"""

from __future__ import annotations

import signal
import sys
from types import FrameType

_kept = False


def taken() -> bool:
    """Whether a signal was kept; it is then forgotten."""
    global _kept
    was, _kept = _kept, False
    return was


def _keep(number: int, frame: FrameType | None) -> None:
    global _kept
    _kept = True


# Only for `serve`: everything else ends with the terminal it runs in. Windows has no such signal.
if sys.argv[1:2] == ["serve"] and hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, _keep)
