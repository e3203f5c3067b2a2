"""One normal form for everything that people type and everything it is compared with.

Width, case, script, accents and stray spaces do not change what a message means. The normal form is
in Simplified Chinese (OpenCC t2s: characters only, since names have usages of their own, see names.py).
It is for comparing, never for showing.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import opencc

MESSAGE_LIMIT = 1000
"""Characters of a message that are read: of a longer one, its beginning and its end (see `shortened`)."""
_TAIL = 300
"""How many of them are of the end, where a long message often has its question."""

_BARE = {
    place: base[0]
    for place in range(0xC0, 0x1F00)
    if len(base := unicodedata.normalize("NFD", chr(place))) > 1 and "LATIN" in unicodedata.name(chr(place))
}
"""Latin letters with an accent, without it; none stands outside that range."""
_ODD: dict[int, str | None] = {}
_ODD |= _BARE | str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "—": "-", "–": "-", "−": "-", "‑": "-", "‐": "-",
     "笫": "第", "〜": "~", "～": "~", "ё": "е", "Ё": "Е", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ئ": "ي",
     "ؤ": "و", "ی": "ي", "ک": "ك",
     "؟": "?", "،": ",", "؛": ";", "œ": "oe", "Œ": "OE", "ı": "i", "咗": "了", "嘅": "的", "係": "是", "嗰": "那"}
)  # fmt: skip
_ODD |= {first + i: str(i) for first in (0x0660, 0x06F0) for i in range(10)}  # the digits of Arabic and Persian
_SHORT = 40
"""Characters of the longest text whose normal form is remembered, so that long ones can't fill the memory."""
_UNSEEN = (
    range(0x00, 0x09), range(0x0B, 0x20), range(0x7F, 0xA0), (0xAD, 0x61C, 0x640), range(0x64B, 0x653),
    range(0x200B, 0x2010), range(0x202A, 0x202F), range(0x2060, 0x206A), (0xFE0E, 0xFE0F, 0xFEFF),
)  # fmt: skip
"""Characters that say nothing: controls, marks of direction, Arabic vowel signs, joiners, selectors of variants."""
_COMBINING = range(0x300, 0x370)
_ODD |= dict.fromkeys(itertools.chain(*_UNSEEN, _COMBINING))  # they are left out
_FIRST_CHINESE = "\u2e80"
"""No character before it is Chinese, or a sign that Chinese is written with; none has a Simplified one."""
CJK = "\u3400-\u9fff\uf900-\ufaff\u3007"
"""The range of Chinese characters, for use inside a character class."""
_CHINESE = re.compile(f"[{CJK}]")
_GAP = re.compile(rf"(?<=[{CJK}、，。？！；：])\s+|(?<!\s)\s+(?=[{CJK}、，。？！；：])")
BLANK = "\x00"
"""Stands, one for one, for characters that have been read already."""
_LAM = "ل"
_OF_THE = re.compile(rf"(?<![\u0620-\u06d3])([وف]?){_LAM}({_LAM})(?=[\u0620-\u06d3]{{2}})")
"""The Arabic article behind a preposition, which takes its first letter: للدول is ل and الدول."""


@lru_cache(maxsize=1)
def _converter() -> opencc.OpenCC:
    # 1.4.2 or later: earlier versions turn 什么 into 什幺.
    return opencc.OpenCC("t2s")


def _simplify(text: str) -> str:
    """Simplified characters, one for one, so that places in the text stay what they are."""
    simple: str = _converter().convert(text)
    if len(simple) == len(text):
        return simple
    return "".join(s if len(s := _converter().convert(c)) == 1 else c for c in text)


def _lower(text: str) -> str:
    low = text.lower()
    # A capital sigma becomes another letter at the end of a word than within it.
    if len(low) == len(text) and "Σ" not in text:
        return low
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


@dataclass(frozen=True, slots=True)
class Text:
    """A message in normal form; both strings have the same length, place for place."""

    cased: str
    """With the case as typed: US is a state, us is a word."""
    norm: str
    """In lower case: what everything is compared in."""
    gaps: frozenset[int] = frozenset()
    """Places in both where white space beside a Chinese character was dropped: 刚果 布隆迪 is two names."""


def shortened(message: str) -> str:
    """The message, or the beginning and the end of one that is longer than MESSAGE_LIMIT."""
    return message if len(message) <= MESSAGE_LIMIT else f"{message[: MESSAGE_LIMIT - _TAIL - 1]}\n{message[-_TAIL:]}"


def read(message: str) -> Text:
    """The normal form of a message of any length and content, at most MESSAGE_LIMIT characters."""
    cased, gaps = _cased(unicodedata.normalize("NFKC", shortened(message))[:MESSAGE_LIMIT], MESSAGE_LIMIT)
    return Text(cased, _lower(cased), gaps)


def whole(text: str) -> str:
    """The normal form of a text of any length, for what is compared with messages: a paragraph, an agenda item."""
    if _is_plain(text):
        return " ".join(text.lower().split())
    return _lower(_cased(unicodedata.normalize("NFKC", text), None)[0])


def _is_plain(text: str) -> bool:
    """Whether only case and spaces of a text can matter, as of most words of content/."""
    return text.isascii() and text.isprintable() and "`" not in text


WORDS = re.compile(rf"[{CJK}]|[^\W_{CJK}]+")
"""What quotations are compared by: a Chinese character, or a word or number; marks and spaces are not."""


@lru_cache(maxsize=512)
def squeezed(text: str) -> str:
    """A text of any length without anything but letters, characters and digits, in normal form."""
    return "".join(WORDS.findall(whole(text)))


def _cased(text: str, limit: int | None) -> tuple[str, frozenset[int]]:
    """The normal form but for its case, of a text with compatibility forms evened out, and the gaps in it (see Text).

    limit: how many characters are kept.
    """
    if _is_plain(text):
        text = " ".join(text.split())[:limit]
        return text, frozenset({len(text)})
    text = text.translate(_ODD)
    if _LAM in text:
        text = _OF_THE.sub(r"\1ا\2", text)
    text = " ".join(text.split())[:limit]
    if max(text, default="") < _FIRST_CHINESE:
        return text, frozenset({len(text)})
    text, gaps = _without_gaps(text)
    return _simplify(text), gaps


def _without_gaps(text: str) -> tuple[str, frozenset[int]]:
    """The text without white space beside Chinese characters, and the places where there was some."""
    if " " not in text:
        return text, frozenset({len(text)})
    pieces, gaps, length = [], set(), 0
    for piece in _GAP.split(text):
        pieces.append(piece)
        length += len(piece)
        gaps.add(length)
    return "".join(pieces), frozenset(gaps)


def normal(text: str) -> str:
    """The normal form as one string, for words out of content/."""
    return _remembered(text) if len(text) <= _SHORT else read(text).norm


@lru_cache(maxsize=65_536)
def _remembered(text: str) -> str:
    return whole(text)


def simplified(text: str) -> str:
    """The text in Simplified characters, otherwise as it is."""
    simple: str = _converter().convert(text)
    return simple


@lru_cache(maxsize=1)
def _to_traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


@lru_cache(maxsize=1)
def _in_print() -> opencc.OpenCC:
    # The characters of Hong Kong, 秘書長: those of s2t are for comparing, and have 祕書長.
    return opencc.OpenCC("s2hk")


def traditional(text: str) -> str:
    """The text in the Traditional characters that replies are written in."""
    converted: str = _in_print().convert(text)
    return converted


def in_both_scripts(text: str) -> bool:
    """Whether the text is the same in Simplified and in Traditional characters."""
    return bool(_converter().convert(text) == text and _to_traditional().convert(text) == text)


def is_chinese(text: str) -> bool:
    """Whether there is a Chinese character in it."""
    return _CHINESE.search(text) is not None


def all_chinese(text: str) -> bool:
    """Whether it is made of Chinese characters alone, one or more."""
    return bool(text) and all(map(is_chinese, text))


def has_digit(text: str) -> bool:
    """Whether there is a digit in it."""
    return any(map(str.isdecimal, text))


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with those spans blanked, so that places in it stay what they are."""
    characters = list(text)
    for start, end in spans:
        characters[start:end] = BLANK * (end - start)
    return "".join(characters)


def signs_in(norm: str, signs: str) -> list[tuple[int, int]]:
    """Where any of some signs stand in a text."""
    return [(at, at + 1) for at, sign in enumerate(norm) if sign in signs]
