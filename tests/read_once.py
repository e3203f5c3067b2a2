"""TOML that is read many times by one process: the same text is the same TOML."""

from __future__ import annotations

import pickle
import tomllib
from collections.abc import Callable
from functools import lru_cache
from typing import Any

KEPT = 128
"""Of how many texts what they are as TOML is kept: content/ has some forty."""


def reading() -> Callable[[str], dict[str, Any]]:
    """What is to take the place of `tomllib.loads`."""
    parse = tomllib.loads

    @lru_cache(KEPT)
    def parsed(text: str) -> bytes:
        return pickle.dumps(parse(text))

    # Each has one of its own, which it may change.
    return lambda text: pickle.loads(parsed(text))
