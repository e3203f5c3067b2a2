"""How two lines of one paragraph are put together, and what a hyphen at the end of the first one is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bot.importing.detect import language_of
from bot.importing.lines import LeftOut, Line
from bot.importing.spelling import known

_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…\U00020000-\U0003ffff]")
_FIRST = frozenset({"non", "self", "well", "cross", "post", "pre", "anti", "ex", "vice", "co", "socio", "multi", "sub", "mid"})
"""What stands before a hyphen of its own though it is no word, or where the two are one word elsewhere."""
_MERGED = frozenset({"inter", "over", "under", "un", "re", "dis", "mis", "out"})
"""What does not, whatever follows."""
_SUSPENDING = frozenset({"and", "or", "to", "et", "ou", "y", "o", "e", "u", "и", "или"})
"""What follows a hyphen that stands for a part of a word that comes later: short- and long-term."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Joint:
    """Where lines were put together on a guess, for a person to look at: a word broken at a hyphen, a paragraph at the turn of a page."""

    line: Line
    """Where it begins."""
    text: str
    """As it was put together."""


class Joiner:
    """Puts lines together; it knows the words of the document."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.joints: list[Joint] = []
        self.left_out: list[LeftOut] = []
        """The hyphens that only said that a word goes on in the next line."""

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that stand whole on a line: not those that a hyphen at its end may have broken."""
        found: set[str] = set()
        broken = False
        for line in self.lines:
            words = [word.lower() for word in _WORD.findall(line.text)]
            ends = bool(re.search(r"\w[-\u00ad]\s*$", line.text))
            found.update(words[broken : len(words) - ends])
            broken = ends
        return frozenset(found)

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
        """The hyphen stays before a capital letter or a figure, and where the document or its meaning says that it is one."""
        bare = text.rstrip()
        before, after = re.search(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*(?=-$)", bare), _WORD.match(more)
        if after and (text != bare or after[0].lower() in _SUSPENDING):
            self.joints.append(Joint(line, f"{before[0] if before else ''}- {after[0]}"))
            return f"{bare} {more}"
        if not before or not after or not after[0][0].islower():
            return bare + more
        with_hyphen, without = f"{before[0]}-{after[0]}", before[0] + after[0]
        first, second = re.split("[-’']", before[0].lower())[-1], re.split("[-’']", after[0].lower())[0]
        here = with_hyphen.lower() in self.words
        keep = here or (without.lower() not in self.words and self._is_compound(first, second))
        self.joints.append(Joint(line, with_hyphen if keep else without))
        return (bare if keep else self._without_hyphen(bare, line)) + more

    def _is_compound(self, first: str, second: str) -> bool:
        """Whether two parts of a word have a hyphen between them wherever they stand: together they are no word, or none here.

        Official files do not break words at the end of a line; one that does breaks many, so that one part at least is no word.
        """
        if first in _FIRST or first in _MERGED:
            return first in _FIRST
        parts = first in self.known and second in self.known
        return first + second not in self.known or (parts and not self.breaks)

    @cached_property
    def known(self) -> frozenset[str]:
        """The words of the document's language, of which there may be no list, and those of the document."""
        return known(language_of(self.lines)) | self.words

    @cached_property
    def breaks(self) -> bool:
        """Whether the file breaks words at the end of a line."""
        for one, other in pairwise(self.lines):
            found = re.search(r"([^\W\d_]+)-$", one.text), re.match(r"[^\W\d_]+", other.text)
            if found[0] and found[1]:
                first, second = found[0][1].lower(), found[1][0]
                if first + second in self.known and not (first in self.known and second in self.known):
                    return True
        return False

    def _without_hyphen(self, bare: str, line: Line) -> str:
        """A text less the hyphen at its end, which is told as left out."""
        self.left_out.append(LeftOut(bare[-1], "hyphen at the end of a line", line.place))
        return bare[:-1]
