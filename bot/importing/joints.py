"""How two lines of one paragraph are put together, and what a hyphen at the end of the first one is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bot.doubts import Doubt, DoubtKind
from bot.importing.lines import LeftOut, Line
from bot.importing.spelling import known_words

_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…\U00020000-\U0003ffff]")
_OWN = frozenset(
    {
        "non",
        "self",
        "well",
        "high",
        "low",
        "long",
        "short",
        "cross",
        "multi",
        "post",
        "pre",
        "anti",
        "ex",
        "vice",
        "co",
        "socio",
        "follow",
    }
)
"""What stands before a hyphen of its own, whatever follows."""
_SUSPENDING = frozenset({"and", "or", "to", "et", "ou", "y", "o", "e", "u", "и", "или"})
"""What follows a hyphen that stands for a part of a word that comes later: short- and long-term."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_BROKEN = re.compile(r"(?<![^\W\d_])(?<![^\W\d_][-’'])[^\W\d_]++(?:[-’'][^\W\d_]++)*+(?=-$)")
"""The word before a hyphen at the end of a line."""
_LONGEST = 80
"""Characters in which a word is looked for at the end or the beginning of a line."""


@dataclass(frozen=True, slots=True)
class Joint:
    """Where lines were put together on a guess, for a person to look at: a word broken at a hyphen, a paragraph at the
    turn of a page."""

    line: Line
    """Where it begins."""
    text: str
    """As it was put together."""


class Joiner:
    """Puts lines together; it knows the words of the document."""

    def __init__(self, lines: list[Line], language: str = "") -> None:
        self.lines, self.language = lines, language
        self.joints: list[Joint] = []
        self.doubts: list[Doubt] = []
        self.left_out: list[LeftOut] = []
        """The hyphens that only said that a word goes on in the next line."""

    def joined(self, lines: list[Line]) -> str:
        """Lines that are known to be one paragraph, as one text."""
        text = lines[0].text
        for last, line in pairwise(lines):
            text = self.join(text, last, line.text)
        return text

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that stand unbroken on a line."""
        whole: set[str] = set()
        broken = False
        for line in self.lines:
            text = line.text.rstrip()
            found = [word.lower() for word in _WORD.findall(text)]
            ends = text.endswith(("-", "\u00ad"))
            whole.update(found[1 if broken else 0 : len(found) - 1 if ends else len(found)])
            broken = ends
        return frozenset(whole)

    @cached_property
    def broken(self) -> list[tuple[str, str]]:
        """The words that lines of the document break at a hyphen: what stands before it, and behind it."""
        found = (
            (_BROKEN.search(a.text.rstrip()[-_LONGEST:]), _WORD.match(b.text.lstrip()[:_LONGEST]))
            for a, b in pairwise(self.lines)
        )
        return [
            (re.split("[-’']", a[0].lower())[-1], re.split("[-’']", b[0].lower())[0])
            for a, b in found
            if a and b and b[0][0].islower()
        ]

    @cached_property
    def hyphenates(self) -> bool:
        """Whether the document breaks words at the ends of lines: it breaks one that is known into pieces that are
        none."""
        return any(
            self._is_word(a + b) and not (self._is_word(a) and self._is_word(b))
            for a, b in self.broken
            if a not in _OWN
        )

    def _is_word(self, word: str) -> bool:
        return word in self.words or word in known_words(self.language)

    def join(self, text: str, line: Line, more: str) -> str:
        """A text that ends with `line`, and the text of the line it goes on in."""
        more = more.lstrip()
        bare = text.rstrip()
        if bare.endswith("\u00ad"):
            return self._without_hyphen(bare, line) + more
        if re.search(r"\w-$", bare):
            return self._hyphen(text, line, more)
        if re.search(r"[\w)]/$|\d[–—]$", bare):
            return bare + more
        wide = bool(_WIDE.match(bare[-1:])), bool(_WIDE.match(more[:1]))
        if all(wide) or (any(wide) and text == bare):
            return bare + more
        return f"{bare} {more}"

    def _hyphen(self, text: str, line: Line, more: str) -> str:
        """The hyphen stays before a capital letter or a figure, and where neither the document nor a list of words has
        the word without it."""
        bare = text.rstrip()
        before, after = _BROKEN.search(bare[-_LONGEST:]), _WORD.match(more[:_LONGEST])
        if after and (text != bare or after[0].lower() in _SUSPENDING):
            self.joints.append(Joint(line, f"{before[0] if before else ''}- {after[0]}"))
            return f"{bare} {more}"
        if not before or not after or not after[0][0].islower():
            return bare + more
        with_hyphen, without = f"{before[0]}-{after[0]}", before[0] + after[0]
        keep, sure = self._keeps(with_hyphen.lower(), without.lower())
        self.joints.append(Joint(line, with_hyphen if keep else without))
        if not sure:
            what = f"“{before[0]}-” at the end of a line, “{after[0]}” in the next"
            self.doubts.append(Doubt(DoubtKind.HYPHEN, line.place, what, with_hyphen if keep else without))
        return (bare if keep else self._without_hyphen(bare, line)) + more

    def _keeps(self, with_hyphen: str, without: str) -> tuple[bool, bool]:
        """Whether the hyphen is one of the word, and whether that is sure."""
        if with_hyphen in self.words or without in self.words:
            return with_hyphen in self.words, True
        first, second = re.split("[-’']", with_hyphen)[-2:]
        if first in _OWN:
            return True, True
        pieces, whole = self._is_word(first) and self._is_word(second), self._is_word(first + second)
        if whole:
            return pieces and not self.hyphenates, not pieces
        return pieces or not self.hyphenates, False

    def _without_hyphen(self, bare: str, line: Line) -> str:
        """A text less the hyphen at its end, which is told as left out."""
        self.left_out.append(LeftOut(bare[-1], "hyphen at the end of a line", line.place))
        return bare[:-1]
