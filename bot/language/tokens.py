"""The pieces that a message falls into for the grammar of references: numbers, words of references, everything else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.language import numerals
from bot.language.phrases import Phrases, is_letter


class TokenKind(StrEnum):
    """What a piece of a message can be to the grammar of references. Names are those of references.toml."""

    NUMBER = "number"
    NTH = "nth"
    UNIT = "unit"
    WEAK_UNIT = "weak_unit"
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    TO = "to"
    AND = "and"
    FIRST = "first"
    LAST = "last"
    FROM_END = "from_end"
    PENULTIMATE = "penultimate"
    ANTEPENULTIMATE = "antepenultimate"
    LAST_BUT = "last_but"
    MIDDLE = "middle"
    INCLUSIVE = "inclusive"
    ONWARD = "onward"
    BEYOND = "beyond"
    SHORT_OF = "short_of"
    START_AT = "start_at"
    ALL = "all"
    ALL_BUT = "all_but"
    MORE = "more"
    NEXT = "next"
    PREVIOUS = "previous"
    AFTER = "after"
    BEFORE = "before"
    FORWARD = "forward"
    BACKWARD = "backward"
    AROUND = "around"
    EITHER_SIDE = "either_side"
    NEXT_BUT_ONE = "next_but_one"
    PREVIOUS_BUT_ONE = "previous_but_one"
    NOT = "not"
    GLUE = "glue"
    OF = "of"
    OF_THOSE = "of_those"
    SINGLE = "single"
    OTHER = "other"


WORDED = frozenset(TokenKind) - {TokenKind.NUMBER, TokenKind.OTHER}
"""The kinds that have words of their own in references.toml."""


class Token(NamedTuple):
    """A piece of a message; there are many, and a frozen dataclass takes four times as long to make."""

    kind: TokenKind
    start: int
    end: int
    value: int = 0
    ordinal: bool = False
    run: tuple[int, ...] = ()
    """Of 二三: 2 and 3, since Chinese puts neighbouring numbers side by side."""
    foreign: bool = False
    """A cardinal that content/ spells out, which may be a word of another language too: once is eleven in Spanish."""
    text: str = ""
    """Of a phrase that content/ has: as it is typed."""
    roman: bool = False
    """Whether it is a number in letters: xii."""

    @property
    def spaced(self) -> bool:
        """Whether it is a phrase of a script that sets words apart."""
        return is_letter(self.text[:1])

    @property
    def sign(self) -> bool:
        """Whether it is a comma or the like, and no word."""
        return not self.text[:1].isalnum()


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words, out of content/references.toml."""

    value: int
    ordinal: bool


Word = TokenKind | Spelled
"""What a phrase can mean to the grammar."""

_ENGLISH = numerals.ENGLISH_PATTERN
_TIMES = "|".join(numerals.ENGLISH_TIMES)
ORDINAL_ENDING = "st|nd|rd|th|er|ere|eme|e|o|a|º|ª|-[а-я]{1,3}"
_NUMBER = re.compile(
    rf"(?P<digits>\d+)(?:{ORDINAL_ENDING})?(?![\w])"  # 12, 12th, 5e, 3-й
    r"|(?P<bare>\d+)"  # 12段
    rf"|(?P<chinese>[{numerals.CHINESE}]+(?:{numerals.THOUSAND}[{numerals.CHINESE}]*)?)"  # 十二, 一千二百
    rf"|(?P<english>(?:{_ENGLISH})(?:[ -](?:{_TIMES})(?:(?: and)? (?:{_ENGLISH}))?){{0,3}})(?![a-z])"  # twelve hundred
    r"|(?P<roman>x{0,3}(?:ix|iv|v?i{1,3}|v|(?<=x)))(?![a-z])"  # xii
)
NUMERAL = re.compile(rf"[\d{numerals.CHINESE}]")
_NUMBER_STARTS = frozenset(numerals.CHINESE) | {w[0] for w in numerals.ENGLISH} | set("ivx")
_ORDINAL_ENDINGS = re.compile(rf"\d(?:{ORDINAL_ENDING})")
_ARABIC_AND = "\u0648"
_AFTER_UNITS = (TokenKind.UNIT, TokenKind.PREAMBLE, TokenKind.OPERATIVE)


def tokens_of(text: str, words: Phrases[Word]) -> list[Token]:
    """The pieces of a text in normal form, without spaces; words: the phrases of references and of numbers."""
    spaced = " ".join(_apart(word) for word in text.split(" "))
    longest = _phrases(spaced, words)
    if spaced != text:
        # Soixante-dix-sept has its hyphens in content/.
        longest |= {at: found for at, found in _phrases(text, words).items() if "-" in text[at + 1 : found[0]]}
    text = spaced
    for start in [at for at in longest if at and is_letter(text[at]) and is_letter(text[at - 1])]:
        # Arabic writes “and”, and prepositions, as one word with what follows.
        while start and is_letter(text[start - 1]):
            start -= 1
            longest.setdefault(start, (start + 1, TokenKind.AND if text[start] == _ARABIC_AND else TokenKind.GLUE))
    return _sifted(_cut(text, longest), text)


_CHAINED = 3
"""Words with hyphens between them, at least, that are said as they are without: third-from-last."""


def _apart(word: str) -> str:
    """A word with spaces for the hyphens between those that it is made of, where it is made of so many in Latin
    letters."""
    parts = word.split("-")
    chained = len(parts) >= _CHAINED and all(part[:2].isascii() and part[:2].isalpha() for part in parts)
    return " ".join(parts) if chained and all(len(part) > 1 for part in parts) else word


def _phrases(text: str, words: Phrases[Word]) -> dict[int, tuple[int, Word]]:
    """Where the longest phrases of content/ begin: where each ends, and what it means."""
    return {start: (end, meaning) for start, end, meaning in words.longest(text)}


def cardinals(text: str, words: Phrases[Word]) -> list[Token]:
    """The cardinals in a text in normal form, whatever they count; words: as for `tokens_of`."""
    cut = _cut(text, _phrases(text, words))
    return [token for token in cut if token.kind is TokenKind.NUMBER and not token.ordinal]


def _cut(text: str, longest: dict[int, tuple[int, Word]]) -> list[Token]:
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        number = _number(text, at, _leads_to_roman(tokens))
        if at in longest and (number is None or number.end <= longest[at][0]):
            end, meaning = longest[at]
            token = _worded(at, end, meaning, text[at:end])
        elif number:
            token = number
        elif text[at] == " ":
            at += 1
            continue
        else:
            end = at + 1
            while end < len(text) and is_letter(text[at]) and is_letter(text[end]):
                end += 1
            token = Token(TokenKind.OTHER, at, end)
        tokens.append(token)
        at = token.end
    return tokens


def _worded(start: int, end: int, meaning: Word, text: str) -> Token:
    """The token of a phrase of content/."""
    if isinstance(meaning, Spelled):
        return Token(TokenKind.NUMBER, start, end, meaning.value, meaning.ordinal, foreign=not meaning.ordinal)
    return Token(meaning, start, end, text=text)


def _leads_to_roman(tokens: Sequence[Token]) -> bool:
    """Whether letters behind these may be a number: the number of something, or one that goes on from another such."""
    joined = len(tokens) > 1 and tokens[-1].kind in (TokenKind.TO, TokenKind.AND)
    return bool(tokens) and (tokens[-1].kind in _AFTER_UNITS or (joined and tokens[-2].roman))


def _number(text: str, at: int, roman: bool) -> Token | None:
    """The number that stands there, whichever way it is written; roman: whether letters may be one."""
    if text[at] not in _NUMBER_STARTS and not text[at].isdecimal():
        return None
    found = _NUMBER.match(text, at)
    if not found or not found[0] or (at and is_letter(text[at - 1]) and is_letter(text[at])):
        return None
    if found["roman"]:
        # xii is a number only as the number of something.
        return (
            Token(TokenKind.NUMBER, at, found.end(), numerals.roman(found["roman"]), roman=True) if roman else None
        )
    value = numerals.value(found["digits"] or found["bare"] or found["chinese"] or found["english"] or "")
    if value is None:
        return None
    ordinal = found["english"] in numerals.ENGLISH_ORDINALS or bool(_ORDINAL_ENDINGS.search(found[0]))
    return Token(TokenKind.NUMBER, at, found.end(), value, ordinal, numerals.neighbours(found["chinese"] or ""))


def _sifted(tokens: Sequence[Token], text: str) -> list[Token]:
    """The tokens with numerals that are part of a word (一共, 统一, 三方) made OTHER."""
    sifted = []
    for i, token in enumerate(tokens):
        before = tokens[i - 1].kind if i else None
        after = tokens[i + 1].kind if i + 1 < len(tokens) else None
        if token.kind is TokenKind.NUMBER and before is not TokenKind.NTH and text[token.start] in numerals.CHINESE:
            of_things = token.value < 3 and text[token.end : token.end + 1] == "个"
            runs_on = after in (TokenKind.OTHER, TokenKind.WEAK_UNIT) and text[token.end] not in " \x00"
            if of_things or runs_on:
                token = Token(TokenKind.OTHER, token.start, token.end)
        sifted.append(token)
    return sifted


def words_of(references: dict[str, list[str]], numbers: Iterable[tuple[str, Spelled]]) -> Phrases[Word]:
    """The phrases of references and of spelled numbers; references: for each TokenKind's value the phrases of it."""
    phrases: list[tuple[str, Word]] = [(w, TokenKind(kind)) for kind, listed in references.items() for w in listed]
    return Phrases([*phrases, *numbers])
