"""How two lines of one paragraph are put together, and what a hyphen at the end of the first one is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from bot.importing.lines import LeftOut, Line

_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…\U00020000-\U0003ffff]")
_FIRST = frozenset(
    {"non", "self", "well", "high", "low", "long", "short", "cross", "multi", "post", "pre", "anti", "ex", "vice", "co", "socio"}
    | {"decision", "policy", "law", "capacity", "follow", "gender", "people", "community", "evidence"}
)
"""What stands before a hyphen of its own."""
_MERGED = frozenset({"inter", "over", "under", "un", "re", "dis", "mis", "out"})
"""What does not, whatever follows."""
_SECOND = frozenset(
    {"based", "being", "building", "centred", "determination", "discrimination", "driven", "free", "fold", "governmental", "holders", "income"}
    | {"led", "level", "making", "makers", "oriented", "profit", "related", "responsive", "sensitive", "scale", "sharing", "specific", "term", "up", "wide"}
    | {"et", "de", "du", "des", "la", "le", "les", "sur"}
)
"""What stands behind one."""
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
        """The words that stand unbroken on a line."""
        return frozenset(word.lower() for line in self.lines for word in _WORD.findall(line.text.rstrip("-\u00ad ")))

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
        if with_hyphen.lower() in self.words or without.lower() in self.words:
            keep = with_hyphen.lower() in self.words
        else:
            keep = first not in _MERGED and (first in _FIRST or second in _SECOND)
        self.joints.append(Joint(line, with_hyphen if keep else without))
        return (bare if keep else self._without_hyphen(bare, line)) + more

    def _without_hyphen(self, bare: str, line: Line) -> str:
        """A text less the hyphen at its end, which is told as left out."""
        self.left_out.append(LeftOut(bare[-1], "hyphen at the end of a line", line.place))
        return bare[:-1]
