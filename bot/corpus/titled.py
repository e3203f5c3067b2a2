"""What the titles of resolutions say that these are on, as they are held against descriptions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.resolution import AMENDMENT

_ON = re.compile(r"\[(?:on )?(.+?)\]?$")
"""What the libraries put in brackets behind the title of a resolution that has only its number for one."""


def described(titles: Sequence[str]) -> str:
    """What the titles of a resolution say that it is on, without what tells nothing of that."""
    found = (_ON.search(title) or title for title in titles)
    bare = (title if isinstance(title, str) else title[1] for title in found)
    return abbreviated("\n".join(dict.fromkeys(title.rstrip().removesuffix(AMENDMENT).rstrip(" :") for title in bare)))


def abbreviated(text: str) -> str:
    """A text with the name of the organization as the titles of missions have it: now the one, now the other."""
    return text.replace("United Nations", "UN")
