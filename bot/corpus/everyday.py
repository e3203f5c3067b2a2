"""Everyday words, and how documents put what they say: content/everyday.toml."""

from __future__ import annotations

from bot.errors import ContentError
from bot.language.content_files import LANGUAGES, load_toml, strings
from bot.language.kept import kept
from bot.language.normal import normal
from bot.language.phrases import Phrases
from bot.layers import Layers


class Everyday:
    """What people say, by which words documents say it."""

    def __init__(self, put: dict[str, str]) -> None:
        """put: how documents put it, by each phrase of everyday speech."""
        self._phrases = Phrases(put.items())

    def as_documents_say(self, message: str) -> str:
        """The message with its everyday words put as documents do; as it is where it has none."""
        norm = normal(message)
        said, at = "", 0
        for start, end, put in sorted(self._phrases.longest(norm)):
            if start >= at:
                said += norm[at:start] + put
                at = end
        return said + norm[at:] if at else message


@kept("everyday.toml")
def everyday_of(words: Layers) -> Everyday:
    """The everyday words of a content folder, which may have none; ContentError where they are not sound."""
    path = words / "everyday.toml"
    if not (path.program.exists() or path.owned):
        return Everyday({})
    put: dict[str, str] = {}
    for language, table in load_toml(path).items():
        if language not in LANGUAGES or not isinstance(table, dict):
            raise ContentError(path, None, f"{language} is no language; expected a table of {', '.join(LANGUAGES)}")
        for official in table:
            # As documents have it, it stays: 和平集会, of which 集会 is a part.
            for phrase in (official, *strings(path, table, official, f"[{language}]")):
                known = put.setdefault(normal(phrase), official)
                if known != official:
                    raise ContentError(path, None, f"{phrase} stands for {known} and for {official}; expected one")
    return Everyday(put)
