"""What is loaded once and stays to the end, told apart from what comes and goes."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """While all that is made stays: to look through it for what can be let go takes a fifth of a start."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if enabled:
            gc.enable()


def settled() -> None:
    """From now on do not look through what there is for what can be let go: with thousands of documents that takes a
    second or more, in the middle of a message."""
    gc.collect()
    gc.freeze()
    # How much has to be new before all is looked through again is counted from the last time.
    gc.collect()


def unsettled() -> None:
    """Look through all of it again, since some of it is to be replaced."""
    gc.unfreeze()
