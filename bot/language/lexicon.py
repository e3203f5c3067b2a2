"""The words by which it is known what is asked: content/cues.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from bot.errors import ContentError
from bot.language.content_files import LANGUAGES, load_toml, strings, tables
from bot.language.cues import Cue
from bot.language.normal import BLANK, CJK, Text, all_chinese, is_chinese, normal
from bot.language.phrases import ARABIC_ARTICLE, Phrases, begins_clause
from bot.language.reference_words import read_words
from bot.language.shapes import Shape
from bot.language.words import Sound, sound
from bot.layers import Layers
from bot.resolution import Span

Spans = dict[Cue, list[Span]]
"""Where each cue that a message has stands in it."""


_LESS_SURE = frozenset({Cue.WHERE, Cue.IT_IS_SAID, Cue.WHY, Cue.ABSTAIN, Cue.FACT_COUNT, Cue.FUTURE})
_SURER = frozenset({
    Cue.RESULT, Cue.STANCE, Cue.CAST, Cue.HOW, Cue.FACT_TITLE, Cue.FACT_ADOPTED, Cue.FACT_SYMBOL, Cue.OUTLINE,
    Cue.IT_IS_SAID,
})  # fmt: skip
"""Cues whose longer phrases outweigh shorter ones of _LESS_SURE inside them."""


_OVERRULING = (Cue.ALL, Cue.NOT_ALL, Cue.CHAT, Cue.NO, Cue.NO_ONE, Cue.EITHER, Cue.EXCEPT, Cue.NOT_CAST, Cue.REST)
"""Cues inside whose phrases words of certain others are not read."""
_PARTS_OF = {
    Cue.CAST: Cue.CHAT, Cue.NOT_OF: Cue.NO_ONE, Cue.ONLY: Cue.EITHER, Cue.WHERE: Cue.EXCEPT, Cue.NOT_CAST: Cue.EXCEPT,
    Cue.EXCEPT: Cue.NOT_CAST, Cue.RESULT: Cue.NOT_CAST,
}  # fmt: skip
"""Cues whose words are none inside a longer one of another: 机票 is no 票, not one of them, un seul d'entre eux, دون
ذكر."""
_LEFTMOST = (Cue.WHETHER,)
"""Cues of which none is read that begins inside another: 有没有没投 has no second 有没 in it."""


_NEGATIVE = frozenset({Cue.NEGATION, Cue.NOT_OF, Cue.NO_ONE, Cue.NOT_ALL, Cue.NEITHER, Cue.EXCEPT, Cue.CORRECTION})
"""Cues that are none where they are part of a word that asks: 是不是 negates nothing."""


def _negates_nothing(word: Span, whether: Iterable[Span], rest: Iterable[Span]) -> bool:
    """Whether a negation is a part of a word that asks, or stands within one for the rest: and which aren't?"""
    start, end = word
    return any(a < end and start < b for a, b in whether) or any(a <= start and end <= b for a, b in rest)


def longest(spans: Iterable[Span]) -> list[Span]:
    """The spans without those that stand inside another."""
    found: list[Span] = []
    for start, end in sorted(set(spans), key=lambda s: (s[0], -s[1])):
        if not found or end > found[-1][1]:
            found.append((start, end))
    return found


def apart_from(words: Iterable[Span], others: Sequence[Span]) -> list[Span]:
    """Those words that overlap none of some others: 最 says nothing of its own in 最少, nor 哪些 in 哪些决议."""
    return [(start, end) for start, end in words if not any(start < b and a < end for a, b in others)]


def _leftmost(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """From left to right, the longest at each place, none overlapping."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _by_cue(matches: Iterable[tuple[int, int, Cue]]) -> Spans:
    """Where each cue stands."""
    found: Spans = {}
    for start, end, cue in matches:
        found.setdefault(cue, []).append((start, end))
    return found


def _negating_verbs(matches: list[tuple[int, int, Cue]], text: str) -> list[tuple[int, int, Cue]]:
    """The cues, with those that negate a verb as negations before words for a vote, and without them elsewhere."""
    if not any(cue is Cue.NEGATES_VERB for _, _, cue in matches):
        return matches
    votes = {start for start, _, cue in matches if cue in (Cue.YES, Cue.NO, Cue.ABSTAIN)}
    votes = {start for start in votes if not text.startswith(ARABIC_ARTICLE, start)}  # No verb has an article.
    negating = [(a, b, Cue.NEGATION) for a, b, cue in matches if cue is Cue.NEGATES_VERB and b + 1 in votes]
    return [*negating, *(m for m in matches if m[2] is not Cue.NEGATES_VERB)]


def _without_nor(matches: list[tuple[int, int, Cue]], text: str) -> list[tuple[int, int, Cue]]:
    """The cues without negations in a word for “nor” between two names, or two votes, before which nothing is negated:
    it is one for “or” there, as in هندوراس ولا باراغواي."""
    if not any(cue is Cue.OR for _, _, cue in matches):
        return matches
    votes = [(start, end) for start, end, cue in matches if cue in (Cue.YES, Cue.NO, Cue.ABSTAIN)]
    before = {end for _, end in votes} | {i + 1 for i, c in enumerate(text) if c == BLANK}
    behind = {start for start, _ in votes} | {i for i, c in enumerate(text) if c == BLANK}
    neither = {(start, end) for start, end, cue in matches if cue is Cue.NEITHER}
    nor = [(start, end) for start, end, cue in matches if cue is Cue.OR and (start, end) not in neither]
    nor = [(start, end) for start, end in nor if start - 1 in before and end + 1 in behind]
    inside = {m for m in matches if m[2] in _NEGATIVE and any(a <= m[0] and m[1] <= b for a, b in nor)}
    first = min((start for start, end, cue in {*matches} - inside if cue in _NEGATIVE), default=None)
    return [m for m in matches if m not in inside or (first is not None and first < m[0])]


def _between(text: str, start: int, end: int, empty: Iterable[Span]) -> str:
    """What stands between two places without words that say nothing there."""
    left = list(text[start:end])
    for a, b in empty:
        if start <= a and b <= end:
            left[a - start : b - start] = BLANK * (b - a)
    return "".join(left).replace(BLANK, "").strip(" 、,/")


_LATELY = 32
"""Of how many texts what was found is kept: a message and its pieces are looked at four times over, on the average."""


class Lexicon:
    """The cues and the words of references."""

    def __init__(self, path: Path | Layers) -> None:
        """Load content/cues.toml, and references.toml beside it; ContentError where a table is missing, unknown, or no
        list of words."""
        content = load_toml(path)
        keys = frozenset(LANGUAGES)
        list(tables(path, content, keys))
        known = dict.fromkeys((*Cue, *Shape))
        for name in content:
            if name not in known:
                raise ContentError(path, None, f"[{name}] is not a cue; expected one of {', '.join(known)}")
        missing = [cue for cue in known if cue not in content]
        if missing:
            raise ContentError(path, None, f"[{missing[0]}] is missing; expected a table of words for it")
        self._no_names = Phrases((word, Cue.NO_NAMES) for word in _words(path, Cue.NO_NAMES, content[Cue.NO_NAMES]))
        self._words = {name: _words(path, name, table) for name, table in content.items()}
        self._cues = Phrases((word, cue) for cue in Cue for word in self._words[cue])
        self._shapes = Phrases((word, shape) for shape in Shape for word in self._words[shape])
        self._cues_of, self._shapes_of = lru_cache(_LATELY)(self._cues_found), lru_cache(_LATELY)(self._shapes_found)
        self.filler = frozenset(self._words[Cue.FILLER])
        self.references, self.holders = read_words(path.with_name("references.toml"))

    @cached_property
    def _heard(self) -> dict[Sound, Cue]:
        """The words for a vote of two Chinese characters, by how they sound."""
        words = {
            w: cue for cue in (Cue.YES, Cue.NO, Cue.ABSTAIN) for w in self._words[cue] if len(w) == 2 and all_chinese(w)
        }
        return {sound(normal(word)): cue for word, cue in words.items()}

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The words, of six letters or more, by which states are called beside a group: countries, members."""
        phrases = (w for cue in (Cue.COUNTRIES, Cue.KIND_OF) for w in self._words[cue])
        words = (word for phrase in phrases for word in normal(phrase.strip("^$*")).split())
        return frozenset(word for word in words if len(word) > 5 and word.isalpha())

    @cached_property
    def negations(self) -> frozenset[str]:
        """The single words that negate what stands behind them."""
        return frozenset(map(normal, (w for w in self._words[Cue.NEGATION] if w.isalpha())))

    @cached_property
    def voting(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words, of four letters or more, of which phrases of voting are made: whole ones, and those that go on."""
        phrases = [w for cue in (Cue.YES, Cue.NO, Cue.ABSTAIN, Cue.CAST) for w in self._words[cue]]
        whole, stems = (
            frozenset(
                word
                for phrase in phrases
                if phrase.endswith("*") is goes_on
                for word in normal(phrase.strip("^$*")).split()
                if len(word) > 3 and word.isalpha()
            )
            for goes_on in (False, True)
        )
        return whole, stems

    @cached_property
    def asking(self) -> tuple[frozenset[str], frozenset[str], dict[tuple[int, str], set[str]]]:
        """The words, of four letters or more, of which all phrases are made: whole ones, and those that go on; and the
        Chinese phrases by each of their characters that may be another, as its place and the characters beside it."""
        phrases = [(normal(w.strip("^$*")), w.endswith("*")) for words in self._words.values() for w in words]
        spaced = [(word, goes_on) for phrase, goes_on in phrases for word in phrase.split() if len(word) > 3]
        spaced = [(word, goes_on) for word, goes_on in spaced if word.isalpha() and not is_chinese(word)]
        chinese: dict[tuple[int, str], set[str]] = {}
        for phrase in (phrase for phrase, _ in phrases if len(phrase) > 1 and all_chinese(phrase)):
            for i in range(len(phrase)):
                chinese.setdefault((i, phrase[:i] + phrase[i + 1 :]), set()).add(phrase)
        whole, stems = (frozenset(word for word, on in spaced if on is goes_on) for goes_on in (False, True))
        return whole, stems, chinese

    def no_names(self, text: Text) -> list[tuple[int, int]]:
        """Where no name is sought: 其中亚洲 has no 中亚 in it, and au moins, or Au moins, no African Union; in
        capitals, AU is one."""
        found = ((start, end) for start, end, _ in self._no_names.everywhere(text.norm))
        return [(start, end) for start, end in found if not text.cased[start:end].isupper()]

    def shapes(self, text: str) -> dict[Shape, list[Span]]:
        """Where words stand in a text in normal form that tell how it is built; to be left as it is."""
        return self._shapes_of(text)

    def _shapes_found(self, text: str) -> dict[Shape, list[Span]]:
        found: dict[Shape, list[Span]] = {}
        for start, end, shape in self._shapes.everywhere(text):
            found.setdefault(shape, []).append((start, end))
        if none := self._left_out(text, found):
            found[Shape.NO_AMENDMENTS] = [*found.get(Shape.NO_AMENDMENTS, []), *none]
        return found

    def _left_out(self, text: str, shapes: dict[Shape, list[Span]]) -> list[Span]:
        """Where amendments or drafts, or both of them, stand with a word for "except" before or behind them: without
        drafts and amendments, 决议草案不算."""
        words = longest(span for shape in (Shape.AMENDMENT, Shape.DRAFT) for span in shapes.get(shape, ()))
        if not words:
            return []
        cues = self.cues(text)
        joins, small = cues.get(Cue.JOIN, ()), [*cues.get(Cue.FILLER, ()), *shapes.get(Shape.ARTICLE, ())]
        runs: list[Span] = []
        for start, end in words:
            if runs and not _between(text, runs[-1][1], start, [*joins, *small]):
                runs[-1] = (runs[-1][0], end)
            else:
                runs.append((start, end))
        before = [(a, run[1]) for run in runs for a, b in cues.get(Cue.EXCEPT, ()) if b <= run[0] and not
                  _between(text, b, run[0], small)]
        behind = [(run[0], b) for run in runs for a, b in cues.get(Cue.EXCEPT_BEHIND, ()) if run[1] <= a and not
                  _between(text, run[1], a, small)]
        return [*before, *behind]

    def asks(self, text: str) -> bool:
        """Whether a text in normal form asks something: by a word at the head of a clause, in Chinese anywhere."""
        words = self.shapes(text).get(Shape.QUESTION_WORD, ())
        return any(is_chinese(text[start:end]) or begins_clause(text, start) for start, end in words)

    def heard(self, text: str) -> Spans:
        """The cues of a vote that a text has by sound, though not as they are written: 反兑, 赞城."""
        found: Spans = {}
        for piece in re.finditer(f"[{CJK}]{{2,}}", text):
            for start in range(piece.start(), piece.end() - 1):
                if cue := self._heard.get(sound(text[start : start + 2])):
                    found.setdefault(cue, []).append((start, start + 2))
        return found

    def cues(self, text: str) -> Spans:
        """Every cue in a text in normal form, with where it stands; to be left as it is."""
        return self._cues_of(text)

    def _cues_found(self, text: str) -> Spans:
        matches = _without_nor(_negating_verbs(list(self._cues.everywhere(text)), text), text)
        every = _by_cue(matches)
        hidden, terms = every.pop(Cue.HIDES, []), every.pop(Cue.TERM, [])
        # 企边度 asks for a side, and its 边度 not for a place in the text.
        told = [span for cue in _SURER for span in every.get(cue, ())]
        matches = [
            m
            for m in matches
            if m[2] not in _LESS_SURE or not any(a <= m[0] and m[1] <= b and b - a > m[1] - m[0] for a, b in told)
        ]
        found: Spans = {}
        every = _by_cue(matches)
        of = {cue: every.get(cue, []) for cue in _OVERRULING}
        whole = {cue: _leftmost(every.get(cue, [])) for cue in _LEFTMOST}
        for start, end, cue in matches:
            if cue in whole and (start, end) not in whole[cue]:
                continue
            if cue in _NEGATIVE and _negates_nothing((start, end), whole[Cue.WHETHER], of[Cue.REST]):
                continue
            if cue is Cue.EXCEPT and any(a <= start and end < b for a, b in of[Cue.ALL]):
                continue  # Without exception.
            if cue is Cue.NOT_OF and any(a <= start and start < b for a, b in of[Cue.NOT_ALL]):
                continue  # 不是所有.
            if cue in (Cue.NO_ONE, Cue.NOT_OF) and any(a < start < b for a, b in of[Cue.NO]):
                continue  # Voted no; votaron que no miembros de la OTAN.
            longer = of[_PARTS_OF[cue]] if cue in _PARTS_OF else ()
            if any(a <= start and end <= b and b - a > end - start for a, b in longer):
                continue
            if not any(a <= start and end <= b for a, b in (*hidden, *terms)):
                found.setdefault(cue, []).append((start, end))
        if hidden:
            found[Cue.FILLER] = found.get(Cue.FILLER, []) + hidden
        return found


def _words(path: Path | Layers, name: str, table: dict[str, Any]) -> list[str]:
    return [word for language in table for word in strings(path, table, language, f"[{name}]")]
