"""What is worked out once: of the words of content/, for as long as none of their files changes, and of a message.

A running bot that reads its content anew has mostly new documents, and the same words.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from cachetools import LRUCache

from bot.layers import Layers

Made = TypeVar("Made")
Of = TypeVar("Of")

_KEPT = 2
"""Of how many contents: what a bot serves, and what it served before somebody tried a change."""


def kept(*files: str) -> Callable[[Callable[[Layers], Made]], Callable[[Layers], Made]]:
    """A function of a folder of words that makes anew only what it has not made of just these files before.

    files: patterns of those that it reads, as in names/*.toml. What it makes must be such that nothing changes it.
    """

    def keeping(make: Callable[[Layers], Made]) -> Callable[[Layers], Made]:
        made: LRUCache[str, Made] = LRUCache(_KEPT)

        @wraps(make)
        def found(words: Layers) -> Made:
            signed = words.signature(files)
            known = made.get(signed)
            if known is None:
                known = made[signed] = make(words)
            return known

        return found

    return keeping


def once(tell: Callable[[Of], Made]) -> Callable[[Of], Made]:
    """A function of a value, which keeps with the value what it tells of it; neither may be changed by anybody."""
    name = f"{tell.__module__}.{tell.__qualname__}"

    @wraps(tell)
    def told(of: Of) -> Made:
        known: dict[str, Made] = vars(of)
        if name not in known:
            known[name] = tell(of)
        return known[name]

    return told
