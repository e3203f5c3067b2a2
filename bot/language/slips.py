"""Misspelt ordinals beside a word for a paragraph or a part: четырнацатый пункт, forth paragraph, párrafo septmo."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.language import numerals
from bot.language.normal import normal
from bot.language.phrases import is_letter
from bot.language.tokens import Spelled, Token, TokenKind

_SHORTEST = 5
"""Letters of the shortest word that is taken for an ordinal: of four, too many are like one."""
_LONG = 9
"""Letters of the shortest word that may have two slips in it; a shorter one has one."""
_BESIDE = frozenset({TokenKind.UNIT, TokenKind.PREAMBLE, TokenKind.OPERATIVE})


class Ordinals:
    """Tells what misspelt ordinals are meant for."""

    def __init__(self, numbers: Sequence[tuple[str, Spelled]]) -> None:
        """numbers: those that content/ spells out; only ordinals of one word are looked at."""
        self._numbers = numbers

    @cached_property
    def _by_letter(self) -> dict[str, dict[str, int]]:
        """The ordinals and their values, by their first letter."""
        spelt = {normal(form): number.value for form, number in self._numbers if number.ordinal}
        english = {form: value for form, value in numerals.ENGLISH.items() if form in numerals.ENGLISH_ORDINALS}
        found: dict[str, dict[str, int]] = {}
        for form, value in (spelt | english).items():
            if all(map(is_letter, form)):
                found.setdefault(form[0], {})[form] = value
        return found

    def mended(self, tokens: Sequence[Token], text: str) -> list[Token]:
        """The tokens of a text in normal form, with the numbers that are meant in place of misspelt ones."""
        meant = list(tokens)
        for at, token in enumerate(tokens):
            beside = {tokens[i].kind for i in (at - 1, at + 1) if 0 <= i < len(tokens)}
            if token.kind is TokenKind.OTHER and not _BESIDE.isdisjoint(beside):
                value = self._near(text[token.start : token.end])
                if value is not None:
                    meant[at] = Token(TokenKind.NUMBER, token.start, token.end, value, ordinal=True)
        return meant

    def _near(self, word: str) -> int | None:
        """The number of the ordinals that are nearest to a word and begin like it; None where none is near, or they
        differ."""
        if len(word) < _SHORTEST:
            return None
        known = self._by_letter.get(word[0], {})
        slips = 2 if len(word) >= _LONG else 1
        near = process.extract(word, known.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None)
        least = min((distance for _, distance, _ in near), default=0)
        meant = {known[form] for form, distance, _ in near if distance == least}
        return meant.pop() if len(meant) == 1 else None
