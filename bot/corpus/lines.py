"""The lines of a published text, what is not wording in them, and the cursor that the reader moves over them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.corpus.figures import whole_number
from bot.corpus.forms import Form
from bot.doubts import Doubt, DoubtKind
from bot.errors import ContentError
from bot.language.normal import simplified
from bot.resolution import Passage, Span

MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_MARK = re.compile(rf"(?<!\bkm)(?<!\bm)[{MARKS}]+")
"""A footnote's mark; km² is none."""
_HAS_MARK = re.compile(f"[{MARKS}]")
FOOTNOTE = re.compile(rf"(?:([{MARKS}]+)\s*|(\*+)\s+)(\S.*)")
"""A footnote: its mark, in figures or asterisks, and its text."""
LONGEST_PHRASE = 3_500
"""Characters of the longest line that is a fixed phrase: that of a draft, with a hundred sponsors."""
_EMPHASIS = re.compile(r"\*+|(?<![\w*])_+(?=\S)|(?<=\S)_+(?!\w)")
NOT_WORDING = re.compile(
    rf"\*+|(?<!\w)_+|_+(?!\w)|(?<!\bkm)(?<!\bm)[{MARKS}]+|[\u064b-\u0652\u0640\u200b\u200e\u200f]"
)


_CHINESE = re.compile("[一-鿿]")
_NARROW = {ord(wide): chr(ord(wide) - 0xFEE0) for wide in "／" + "".join(map(chr, (*range(0xFF10, 0xFF1A),
    *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))}
"""Letters, figures and strokes as wide as a Chinese character, and the plain ones."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of the source that is not blank, without the white space around it."""

    number: int
    start: int
    """Where it begins in the source, in characters."""
    text: str
    after_blank: bool
    """Whether a blank line, or nothing, stands before it."""

    @property
    def bare(self) -> str:
        """The text without emphasis and footnote marks and vowel signs, with straight apostrophes and single plain
        spaces."""
        return bare(self.text)


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """A text without emphasis and footnote marks and vowel signs, with straight apostrophes and single plain spaces;
    Chinese in Simplified characters, its letters and figures in their plain form."""
    return " ".join(NOT_WORDING.sub("", plainly(text)).replace("’", "'").split())


def plainly(text: str) -> str:
    """Chinese in Simplified characters, with letters and figures in their plain form, character for character; other
    texts as they are."""
    return simplified(text).translate(_NARROW) if _CHINESE.search(text) else text


def marks_in(text: str) -> list[str]:
    """The footnote marks in a text."""
    return _MARK.findall(text) if _HAS_MARK.search(text) else []


def raised(figures: str) -> str:
    """Figures as a footnote's mark."""
    return "".join(MARKS[int(figure)] for figure in figures)


def perhaps_note(line: TextLine) -> str:
    """What an error adds for a line that looks like a footnote whose mark is not raised; nothing for others."""
    found = re.match(r"([0-9]{1,3})\s+(?=[^\W\d])", line.text)
    return f" (is it a footnote? expected its mark raised, as “{raised(found[1])}”)" if found else ""


def lines_of(source: str) -> Iterator[TextLine]:
    """The lines that are not blank."""
    start, blank = 0, True
    # Not splitlines(): a form feed ends no line in an editor, nor in the numbers of an error.
    for number, raw in enumerate(source.split("\n"), 1):
        text = raw.strip()
        if text:
            yield TextLine(number, start + raw.index(text), text, blank)
        blank = not text
        start += len(raw) + 1


def spans_of(start: int, text: str) -> list[Span]:
    """The spans of a stretch of source, less its emphasis marks."""
    spans, at = [], 0
    for mark in _EMPHASIS.finditer(text):
        if mark.start() > at:
            spans.append((start + at, start + mark.start()))
        at = mark.end()
    if at < len(text):
        spans.append((start + at, start + len(text)))
    return spans


def group(found: re.Match[str], *names: str) -> str | None:
    """The first of those groups that the pattern has and that matched; each also under its name with "_" behind it."""
    groups = found.groupdict()
    return next((groups[n] for name in names for n in (name, name + "_") if groups.get(n)), None)


@dataclass(frozen=True, slots=True)
class _Place:
    """What a cursor goes back to."""

    at: int
    doubts: int
    apparatus: int
    marked: dict[str, str]
    vote_marks: dict[str, str]
    starred: dict[str, TextLine]


class Cursor:
    """A place in a text that is read line by line."""

    def __init__(self, path: str, source: str, form: Form) -> None:
        self.path, self.source, self.form = path, source, form
        self.lines: list[TextLine] = []
        self.notes: list[TextLine] = []
        for line in lines_of(source):
            (self.notes if line.text[0] in MARKS + "*" and FOOTNOTE.fullmatch(line.text) else self.lines).append(line)
        self.at = 0
        self.place = "title"
        """What footnotes that lines taken now have marks of are cited by."""
        self.marked: dict[str, str] = {}
        """Those marks, each with the place."""
        self.doubts: list[Doubt] = []
        self.apparatus: list[Span] = []
        """What of the text is neither a passage nor a voter."""
        self.vote_marks: dict[str, str] = {}
        """By the code of a voter, the mark of the footnote behind its name."""
        self.foot_mark = ""
        """The plain figures at the end of the record of the vote that are a mark."""
        self.starred: dict[str, TextLine] = {}
        """The asterisks behind names in the record of the vote, each with the first line that has them."""
        self.at_chapeau: int | None = None
        """The index of the line that opens the preamble, where recitals stand before it."""

    def kept(self) -> _Place:
        """Where the cursor stands and what it has gathered, to go back to."""
        return _Place(
            self.at, len(self.doubts), len(self.apparatus), dict(self.marked), dict(self.vote_marks), dict(self.starred)
        )

    def back(self, place: _Place) -> None:
        """Go back, as if nothing had been read since."""
        self.at = place.at
        del self.doubts[place.doubts :], self.apparatus[place.apparatus :]
        self.marked, self.vote_marks, self.starred = dict(place.marked), dict(place.vote_marks), dict(place.starred)

    def doubt(self, kind: DoubtKind, line: TextLine, found: str, understood: str) -> None:
        """Remember what is unusual on a line, and how it was understood."""
        self.doubts.append(Doubt(kind, f"line {line.number}", found, understood))

    def doubt_once(self, kind: DoubtKind, line: TextLine, found: str, understood: str) -> None:
        """The same, for what is looked at again before it is taken."""
        doubt = Doubt(kind, f"line {line.number}", found, understood)
        if doubt not in self.doubts:
            self.doubts.append(doubt)

    def spans(self, line: TextLine) -> list[Span]:
        """The wording of a line."""
        return spans_of(line.start, line.text)

    def pass_over(self) -> TextLine:
        """The next line, which there is, and which is no wording."""
        line = self.skip()
        self.apparatus.append((line.start, line.start + len(line.text)))
        return line

    def fail(self, line: TextLine | None, message: str) -> ContentError:
        """The error for that line (None: for the end of the text)."""
        if line is None:
            return ContentError(self.path, self.source.count("\n") + 1, f"the text ends here; expected {message}")
        return ContentError(self.path, line.number, message)

    def peek(self, ahead: int = 0) -> TextLine | None:
        """The next line, or one further ahead; None at the end."""
        return self.lines[self.at + ahead] if self.at + ahead < len(self.lines) else None

    def skip(self) -> TextLine:
        """The next line, which there is; whatever marks it has are remembered."""
        line = self.lines[self.at]
        self.at += 1
        for mark in marks_in(line.text):
            self.marked.setdefault(mark, self.place)
        return line

    def sees(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The match of the whole next line."""
        line = self.peek()
        return pattern.fullmatch(line.bare) if line and len(line.text) <= LONGEST_PHRASE else None

    def take(self, pattern: re.Pattern[str], what: str) -> tuple[TextLine, re.Match[str]]:
        """The next line, which must match the whole pattern; `what` names it in the error."""
        line = self.peek()
        if line is None:
            raise self.fail(None, what)
        found = self.sees(pattern)
        if not found:
            raise self.fail(line, f"expected {what}, found “{line.text[:40]}”{perhaps_note(line)}")
        return self.pass_over(), found

    def passage(self, spans: list[Span]) -> Passage:
        """The text of those spans."""
        return Passage("".join(self.source[a:b] for a, b in spans), tuple(spans))

    def whole(self, line: TextLine) -> Passage:
        """A line as a passage, less its emphasis marks and, at its end, an asterisk."""
        return self.passage(spans_of(line.start, line.text))

    def broken(self, line: TextLine, more: TextLine) -> list[Span]:
        """The line break between a line and one that goes on with it, where it stands for a space."""
        if self.form.joins:
            return []
        end = self.source.index("\n", line.start + len(line.text))
        return [(end, end + 1)]

    def newline(self, line: TextLine) -> Span:
        """The line break behind a line."""
        end = self.source.index("\n", line.start + len(line.text))
        return (end, end + 1)

    def day(self, line: TextLine, year: str, month: str, day: str) -> date:
        """That date; an error where the calendar has no such day."""
        name = re.sub(r"^(?:de )?", "", month.strip().lower())
        number = self._month(line, name) if self.form.months else whole_number(name)
        if number is None:
            raise self.fail(line, f"“{name}” is not a month; expected one of {', '.join(self.form.months)}")
        try:
            return date(whole_number(year), number, whole_number(day))
        except ValueError:
            raise self.fail(line, f"{year}-{number}-{day} is not a date; expected a day of the calendar") from None

    def _month(self, line: TextLine, name: str) -> int | None:
        """The number of a month; one letter may be another, and is doubted."""
        if name in self.form.months:
            return self.form.months[name]
        near = {
            number: known
            for known, number in self.form.months.items()
            if len(known) > 3 and OSA.distance(known, name, score_cutoff=1) <= 1
        }
        if len(near) != 1:
            return None
        (number, known) = next(iter(near.items()))
        self.doubt(DoubtKind.RECOGNIZED, line, f"“{name}” is not a month", known)
        return number

    def dated(self, line: TextLine, found: re.Match[str]) -> date | None:
        """The date in a line that was matched; None where it has none."""
        year, month, day = (group(found, name) for name in "ymd")
        return self.day(line, year, month, day) if year and month and day else None
