"""The words of a document, kept for as long as it is asked about."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from operator import add

from bot.language.normal import is_chinese, normal
from bot.language.words import chinese_words, misheard

RUN = 4
"""Letters of the runs by which it is told quickly whether a text can have words."""

_HEARD = 1024
"""Of how many words what they were misheard for is kept: those that ask come up again and again."""


class Vocabulary:
    """The words of some texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        # What people call a paragraph stands there for several.
        self._lines = frozenset(map(normal, {line for text in texts for line in text.splitlines()}))
        self._words = cache(chinese_words)
        self._having = cache(self._words_having)
        self.heard = lru_cache(_HEARD)(self._misheard)
        """The Chinese word of the texts that a misheard one means (役情: 疫情); None if there is none, or several."""

    @cached_property
    def _pairs(self) -> frozenset[str]:
        return frozenset(pair for line in self._lines for pair in map(add, line, line[1:]))

    def knows(self, word: str) -> bool:
        """Whether every two neighbouring characters of a word stand side by side in the texts."""
        return all(word[i : i + 2] in self._pairs for i in range(len(word) - 1))

    def _misheard(self, word: str) -> str | None:
        # It shares a character with it.
        return misheard(word, {known for character in set(word) for known in self._having(character)})

    def cut(self) -> None:
        """Cut all lines into words, ahead of the questions that need some: a quarter of a second."""
        for line in self._chinese:
            self._words(line)

    def _words_having(self, character: str) -> frozenset[str]:
        """The Chinese words of the texts that have a character; only the lines with it are cut into words."""
        lines = [line for line in self._chinese if character in line]
        return frozenset(word for line in lines for word in self._words(line) if character in word)

    @cached_property
    def _chinese(self) -> tuple[str, ...]:
        """The lines that have Chinese words."""
        return tuple(filter(is_chinese, self._lines))
