"""The words of a Chinese text, and how they sound."""

from __future__ import annotations

import sys
from collections.abc import Container, Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bot import output
from bot.language.counts import Counts
from bot.language.normal import all_chinese
from bot.settings import store_folder

if TYPE_CHECKING:
    import jieba

Sound = tuple[str, ...]
"""The syllables of a word in pinyin, without tones."""


@lru_cache(maxsize=1)
def tokenizer() -> jieba.Tokenizer:
    """A jieba tokenizer of our own; made when it is first needed."""
    jieba = _jieba()
    own = jieba.Tokenizer()
    # jieba itself caches under a predictable name in the shared temporary folder, where others could plant one.
    own.FREQ = _counts(store_folder() / f"words-{jieba.__version__}", own)
    own.total, own.initialized = own.FREQ.total, True
    return own


def _jieba() -> Any:
    """jieba without pkg_resources, by which it looks for its own files where that is installed: to load that takes ten
    times as long as jieba itself."""
    absent = "pkg_resources" not in sys.modules
    if absent:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]  # what cannot be imported
    try:
        import jieba

        return jieba
    finally:
        if absent:
            del sys.modules["pkg_resources"]


def _counts(kept: Path, of: jieba.Tokenizer) -> Counts:
    """How often jieba's words come up, 0 for what is only the beginning of one; from the file, or made anew and kept
    there, which takes a second."""
    with suppress(OSError, ValueError):
        return Counts.unpacked(kept.read_bytes())
    made = Counts.of(*of.gen_pfdict(of.get_dict_file()))
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        output.write(str(kept), made.packed())
    return made


@lru_cache(maxsize=256)  # of the pieces of one message, each is divided twice on the average
def cut(text: str) -> tuple[str, ...]:
    """The words of a text in normal form."""
    return tuple(tokenizer().lcut(text))


RARE: Final = 10
"""What jieba has counted less often, of some sixty million, is as likely a verb with its object: 谈钱 is at 3, 讲水 at
none, 讲话 at 2,555."""


def is_rare(word: str) -> bool:
    """Whether a Chinese word is hardly one."""
    return int(tokenizer().FREQ.get(word) or 0) < RARE


@lru_cache(maxsize=1 << 14)
def sound(word: str) -> Sound:
    """How a Chinese word sounds."""
    from pypinyin.seg.simpleseg import seg

    # What pypinyin itself cuts the word into, since the same pieces come up over and over.
    return tuple(syllable for piece in seg(word) for syllable in _syllables(piece))


@lru_cache(maxsize=1 << 13)
def _syllables(piece: str) -> Sound:
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(piece))


def chinese_words(text: str) -> frozenset[str]:
    """The words of two to four Chinese characters in a text in normal form."""
    return frozenset(word for word in cut(text) if 2 <= len(word) <= 4 and all_chinese(word))


COMMONER: Final = 3
"""How many times as common as a known word, by jieba's count, one that sounds like it may be for a slip to be
likelier."""


def misheard(word: str, known: Iterable[str]) -> str | None:
    """The one of different known words that sounds like this one and shares a character with it (役情: 疫情); None if
    there is none, or several."""
    frequency, heard, own = tokenizer().FREQ.get, sound(word), frozenset(word)
    # 一直 is so much more common than 一致 that it is meant.
    fits = [
        k
        for k in known
        if k != word and not own.isdisjoint(k) and frequency(word, 0) <= COMMONER * frequency(k, 1)
        and sound(k) == heard
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None


def without_elided(word: str, filler: Container[str]) -> str:
    """A word without the one that says nothing and is written as one with it as far as an apostrophe: l'Ukraine."""
    before, apostrophe, behind = word.partition("'")
    return behind if behind and before + apostrophe in filler else word
