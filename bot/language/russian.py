"""What words of Russian names are without their endings: content/names/words.toml has these."""

from __future__ import annotations

from collections.abc import Iterable

_STEM = 2
"""Letters that an ending leaves of a word at least."""
_SHORT = 5
"""Letters of the longest noun that has one form if it ends in one of ONE_FORM: Дели and Перу; дело and перо are
others."""
_ONE_FORM = ("о", "у", "ю", "и")
_PLURALS = frozenset("гкхжшчщи")
"""Letters before which и ends a plural: греки."""


class Endings:
    """The endings of nouns and adjectives, as far as names have them."""

    def __init__(self, endings: Iterable[str]) -> None:
        self._endings = frozenset(endings)
        self._longest = max(map(len, self._endings), default=0)

    def uninflected(self, word: str) -> str:
        """A word less one ending, the longest that it has."""
        lengths = range(min(self._longest, len(word) - _STEM), 0, -1)
        return next((word[:-length] for length in lengths if word[-length:] in self._endings), word)

    def stems(self, word: str) -> frozenset[str]:
        """What a word of a name may be without its ending, and as it stands."""
        if len(word) <= _SHORT and word.endswith(_ONE_FORM) and not (word[-1] == "и" and word[-2:-1] in _PLURALS):
            return frozenset({word})
        # Китай is Китая, of which the ending could be an adjective's.
        genitive = f"{word[:-1]}я" if word.endswith("ай") else word
        return frozenset({word, self.uninflected(word), self.uninflected(genitive)})
