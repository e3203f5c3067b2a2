"""Names of states in the record of a vote: a list of them, and a table with a vote beside each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from bot.corpus.forms import Form
from bot.corpus.lines import MARKS
from bot.resolution import Vote

_SEPARATOR = re.compile(r"[,、،，;；؛]")
_AROUND = " \t\n.。*_|[]［］·•-–—:：" + MARKS
_PAUSES = ",;，；،؛、"
_BETWEEN = " \t\n–—:：=|.…(-"
"""What may stand between a state and its vote."""
_LONGEST_NAME = 90


@dataclass(frozen=True, slots=True)
class Listed:
    """A state that is named."""

    code: str
    """Empty where it is not known."""
    name: str
    vote: Vote
    start: int
    end: int


@dataclass(slots=True)
class Names:
    """The names of one list."""

    listed: list[Listed] = field(default_factory=list)
    unknown: str = ""
    """The first name that is no state's."""


class Roster:
    """Reads names of states. joined: words that may stand before the last name, beside those of the form."""

    def __init__(self, form: Form, code_of: Callable[[str], str | None], joined: tuple[str, ...]) -> None:
        self.form, self.code_of = form, code_of
        self.joined = tuple(dict.fromkeys((*form.conjunctions, *joined)))

    def code(self, name: str) -> str | None:
        """The code of a state by its name, which may go on in the next line."""
        plain = "" if self.form.joins else " "
        return self.code_of(plain.join(part.strip() for part in name.split("\n"))) if name else None

    def names(self, text: str, start: int, end: int, vote: Vote) -> Names:
        """The names in a stretch of text."""
        found = Names()
        nobody = text[start:end].strip(_AROUND + _PAUSES).lower()
        if not nobody or nobody in {word.rstrip(".") for word in self.form.nobody}:
            return found
        pieces = self._pieces(text, start, end)
        at = 0
        while at < len(pieces):
            a, b = pieces[at]
            more = next((k for k in (1, 2) if at + k < len(pieces) and self.code(text[a : pieces[at + k][1]])), 0)
            # A name with a comma in it: Congo, Democratic Republic of the.
            held = [(a, pieces[at + more][1])] if more else list(self._in(text, a, b))
            at += more
            for one, other in held or [(a, b)]:
                name = text[one:other]
                found.listed.append(Listed(self.code(name) or "", " ".join(name.split()), vote, one, other))
                if not held:
                    found.unknown = found.unknown or name
            at += 1
        return found

    def _pieces(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """What stands between separators, less what stands around names."""
        cuts = [start, *(m.end() for m in _SEPARATOR.finditer(text, start, end)), end]
        spans = ((a, b - 1 if b != end else b) for a, b in pairwise(cuts))
        found = [self._trimmed(text, a, b) for a, b in spans]
        return [span for span in found if span[0] < span[1]] if found else []

    def _trimmed(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Where a name stands, less marks, stops, and a word for “and” before it."""
        while start < end and text[start] in _AROUND:
            start += 1
        while start < end and text[end - 1] in _AROUND:
            end -= 1
        for word in self.joined:
            first = word.lstrip()
            if text[start:end].startswith(first) and not self.code(text[start:end]):
                left = self._trimmed(text, start + len(first), end)
                start = left[0] if self.code(text[slice(*left)]) else start
        return start, end

    def _in(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The names of which one piece is made: one, or several that words for “and” or line breaks join; nothing
        where one is not known."""
        if self.code(text[start:end]):
            yield start, end
            return
        # Chinese names have no space within.
        breaks = [*self.joined, "\n", *((" ", "\u3000") if self.form.joins else ())]
        for cut, word in ((m.start(), each) for each in breaks for m in re.finditer(re.escape(each), text[start:end])):
            left = self._trimmed(text, start, start + cut)
            right = self._trimmed(text, start + cut + len(word), end)
            if self.code(text[slice(*left)]) and (rest := list(self._in(text, *right))):
                yield left
                yield from rest
                return


@dataclass(slots=True)
class Table:
    """States with the vote of each, and where they begin and end in the text; at its end where there are none."""

    start: int
    end: int
    rows: list[Listed] = field(default_factory=list)


def rows_in(text: str, roster: Roster, cast: Mapping[str, Vote], columns: frozenset[str]) -> Table:
    """The table in a text: it begins with the name of a state, and goes on to the last vote."""
    words = "|".join(re.escape(word) for word in sorted(cast, key=len, reverse=True))
    edge = r"(?=$|[\s,;.،؛，；。、\]])" if not roster.form.joins else ""
    votes = re.compile(rf"(?P<vote>{words}){edge}", re.IGNORECASE)
    table = Table(len(text), len(text))
    at = 0
    for found in votes.finditer(text):
        stop = at + len(text[at : found.start()].rstrip(_BETWEEN))
        if stop == found.start() and table.rows:
            continue
        begin = _name_before(text, at if table.rows else max(at, stop - _LONGEST_NAME), stop, roster)
        if begin is None and (not table.rows or any(c.isdecimal() for c in text[at:stop])):
            continue
        if begin is None:
            begin = at + len(text[at:stop]) - len(text[at:stop].lstrip(_AROUND + _PAUSES))
        table.start = table.start if table.rows else begin
        at = table.end = found.end()
        name = " ".join(text[begin:stop].split())
        table.rows.append(Listed(roster.code(text[begin:stop]) or "", name, cast[found["vote"].lower()], begin, stop))
    if len(table.rows) < 2:
        return Table(len(text), len(text))
    table.start = _without_columns(text, table.start, columns)
    return table


def _name_before(text: str, start: int, stop: int, roster: Roster) -> int | None:
    """Where the name of a state begins that ends there."""
    for begin in range(start, stop):
        apart = begin == start or roster.form.joins or not text[begin - 1].isalnum()
        if apart and text[begin] not in _AROUND + _PAUSES and roster.code(text[begin:stop]):
            return begin
    return None


def _without_columns(text: str, first: int, columns: frozenset[str]) -> int:
    """Where a table begins, with the heads of its columns."""
    while (before := re.search(r"(?:^|(?<=\s))([^\s.:]+)\s*$", text[:first])) and before[1].lower() in columns:
        first = before.start()
    return first
