"""Texts as they are held against one another: runs of characters of scripts without spaces, and stems of words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import pairwise

import opencc
import snowballstemmer

# Scripts written without spaces (Han, kana, hangul, bopomofo, Thai, Lao, Burmese, Khmer), where
# characters and their pairs have to stand in for words.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3041-\u312f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
_PIECE = re.compile(rf"[{_UNSPACED}]+|\d+(?:\.\d+)+|[^\W_{_UNSPACED}]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_IS_UNSPACED = re.compile(rf"[{_UNSPACED}]")
_LATIN = re.compile("[a-z\u00df-\u024f\u1e00-\u1eff]+")
_CYRILLIC = re.compile("[\u0430-\u052f]+")
_ARABIC = re.compile("[\u0600-\u06ff]+")
# Arabic vowel signs and the lengthening stroke are optional in writing, and would split words.
_ARABIC_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
# Letters that are written one for the other, as messages in normal form have them.
_ARABIC_LETTERS = str.maketrans("أإآىةئؤ", "اااي\u0647يو")
# “And”, and the article with what is written together with it; what is left has to be a word (light10, Larkey et al.).
_ARABIC_JOINED = re.compile(
    "^(?:\u0648?(?:[\u0628\u0643\u0641]?\u0627(?=\u0644)|\u0644(?=\u0644))\u0644|\u0648)(?=...)"
)

# Words with which one asks, and others that say nothing of what is asked about; dropped from queries and
# texts alike. Texts that state things lack the former, so that rarity would take them for the heart of
# the question. Spelt as _normal leaves them.
_EMPTY_RUN = re.compile(
    "请问|是否|有没有|(?:是|为)?(?:[什甚]么(?:时候|样)?|啥|哪(?:一?[个些种位座条项年]|[里儿])?|何[时地人处者种年]"
    "|[为如]何"
    "|谁|[怎咋]么?样?|多少|几[个种年次位])|[吗呢]"
)
_EMPTY_WORDS = frozenset(
    _PIECE.findall(
        "what which who whom whose when where why how do does did is are was were be can could should please "
        "tell me there any it its the a an of to in on for by and or about "
        "que quoi quel quelle quels quelles qui quand où ou comment pourquoi est ce le la les l un une des du "
        "de d et en à au aux "
        "qué cuál cual cuáles cuales quién quien cuándo cuando dónde donde cómo como por es el los las una del "
        "al y "
        "что какой какая какое какие каких кто когда где почему зачем как ли и в во на о об с для по "
        "ما ماذا من متى أين اين كيف هل لماذا في على عن"
    )
)


def pieces(text: str) -> list[str]:
    """The runs and words of a text or query without the empty words, unless it consists of nothing else."""
    normal = _normal(text)
    kept = [p for p in _PIECE.findall(_EMPTY_RUN.sub(" ", normal)) if p not in _EMPTY_WORDS]
    return kept or _PIECE.findall(normal)


def is_unspaced(piece: str) -> bool:
    """Whether a piece is of a script without spaces."""
    return bool(_IS_UNSPACED.match(piece))


def prepare(text: str) -> str:
    """A text as one string of runs of characters as they are and words as their stems, with spaces around each.

    All that follows works on this form: a word is sought as " stem ", a pair of characters as itself.
    """
    return f" {' '.join(p if _IS_UNSPACED.match(p) else stem(p) for p in pieces(text))} "


def terms(prepared: str) -> list[str]:
    """The terms of a prepared text, with repetition: words, characters, pairs of neighbouring ones."""
    found: list[str] = []
    for piece in prepared.split():
        found += (*piece, *map("".join, pairwise(piece))) if _IS_UNSPACED.match(piece) else (piece,)
    return found


def _normal(text: str) -> str:
    """The text with compatibility forms, case, optional marks and Traditional characters evened out."""
    # Lone surrogates cannot be handed to OpenCC, which takes UTF-8.
    text = text.encode("utf-8", "replace").decode("utf-8")
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return _THOUSANDS.sub("", _ARABIC_MARKS.sub("", _simplifier().convert(text)))


# One spelling for both: globalization would be cut down to global, globalisation is not.
_AMERICAN = re.compile("(?<=...)iz(?=(?:e|ed|es|er|ing|ation|ations|ational)$)")


# A vocabulary grows far slower than its collection; the bound keeps junk from filling the memory.
@lru_cache(maxsize=1 << 12)
def stem(word: str) -> str:
    """The stem of a word by its script; English serves for every language in Latin letters."""
    if _LATIN.fullmatch(word):
        word = _AMERICAN.sub("is", word)
        bare = unicodedata.normalize("NFKD", word)
        return _stemmer("english")("".join(c for c in bare if not unicodedata.combining(c)))
    if _CYRILLIC.fullmatch(word):
        return _stemmer("russian")(word.replace("\u0451", "\u0435"))
    if _ARABIC.fullmatch(word):
        return _stemmer("arabic")(_ARABIC_JOINED.sub("", word.translate(_ARABIC_LETTERS)))
    return word


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    stem: Callable[[str], str] = snowballstemmer.stemmer(language).stemWord
    return stem


@cache
def _simplifier() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
