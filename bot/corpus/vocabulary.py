"""The words of a document, kept for as long as it is asked about."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from bot.language.normal import normal
from bot.language.words import Sound, by_sound

RUN = 4
"""Letters of the runs by which it is told quickly whether a text can have words."""


class Vocabulary:
    """The words of some texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._lines = [normal(line) for text in texts for line in text.splitlines()]

    @cached_property
    def _pairs(self) -> frozenset[str]:
        return frozenset(line[i : i + 2] for line in self._lines for i in range(len(line) - 1))

    def knows(self, word: str) -> bool:
        """Whether every two neighbouring characters of a word stand side by side in the texts."""
        return all(word[i : i + 2] in self._pairs for i in range(len(word) - 1))

    @cached_property
    def sounds(self) -> dict[Sound, tuple[str, ...]]:
        """The Chinese words of the texts, by how they sound."""
        return by_sound(self._lines)
