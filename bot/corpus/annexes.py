"""The annexes of a text: every line of them is a paragraph, a sub-paragraph, a title or a heading."""

from __future__ import annotations

from collections.abc import Callable

from bot.corpus.forms import OPERATIVE
from bot.corpus.lines import Cursor, TextLine, marks_in
from bot.corpus.paragraphs import Builder, ending
from bot.doubts import DoubtKind
from bot.language import numerals
from bot.resolution import Annex, Heading, Paragraph, Part, Passage

_LONGEST_TITLE = 200
_ARABIC = {"الأول": 1, "الثاني": 2, "الثالث": 3, "الرابع": 4}


def read_annexes(cursor: Cursor, number: int, stops: Callable[[TextLine], bool] | None) -> tuple[Annex, ...]:
    """The annexes that begin where the cursor stands, the first of that number; stops: tells a line behind them."""
    annexes: list[Annex] = []
    while (line := cursor.peek()) is not None and (found := cursor.form.annex.fullmatch(line.bare)):
        cursor.pass_over()
        printed, expected = _number(found["number"]), number + len(annexes)
        if printed not in (None, expected):
            raise cursor.fail(line, f"annex {found['number']}; expected annex {expected}")
        annexes.append(_AnnexReader(cursor, expected, line, stops).read(found["title"]))
    return tuple(annexes)


def _number(printed: str | None) -> int | None:
    if printed is None:
        return None
    if printed in _ARABIC:
        return _ARABIC[printed]
    if set(printed.lower()) <= set("ivx"):
        return numerals.roman(printed.lower())
    return numerals.value(printed) or ord(printed[0].lower()) - ord("a") + 1


def read_appended(cursor: Cursor, number: int, stops: Callable[[TextLine], bool] | None) -> tuple[Annex, ...]:
    """What follows the operative part without being called an annex: a letter, a list."""
    line = cursor.peek()
    if line is None:
        return ()
    cursor.doubt(
        DoubtKind.SPLIT, line, f"“{line.text[:40]}” follows the operative part", f"appended, as annex {number}"
    )
    return (_AnnexReader(cursor, number, line, stops).read_unnamed(),)


class _AnnexReader:
    def __init__(self, cursor: Cursor, number: int, line: TextLine, stops: Callable[[TextLine], bool] | None) -> None:
        self.cursor, self.number, self.line = cursor, number, line
        self.stops = stops
        self.paragraphs: list[Paragraph] = []
        self.pending: list[Passage] = []
        self.headings: list[Heading] = []
        self.numbered = self._is_numbered()

    def read(self, title_here: str | None) -> Annex:
        """The annex whose first line was taken."""
        cursor = self.cursor
        title: Passage | None = None
        name = self.line.bare
        if title_here:
            cursor.apparatus.pop()
            begin = self.line.text.index(title_here) if title_here in self.line.text else None
            title = (
                cursor.passage([(self.line.start + begin, self.line.start + len(self.line.text))])
                if begin is not None
                else cursor.whole(self.line)
            )
            name = name.removesuffix(title_here).rstrip(" .:-–—")
            cursor.apparatus += [(self.line.start, title.spans[0][0])] if title.spans[0][0] > self.line.start else []
        elif (line := cursor.peek()) is not None and self._more(line) and self._is_title(line):
            title = cursor.whole(cursor.skip())
        while (line := cursor.peek()) is not None and self._more(line):
            self._line(line)
        if not self.paragraphs:
            raise cursor.fail(
                cursor.peek() or self.line, f"“{self.line.bare}” has no text below its title; expected paragraphs"
            )
        self._flush_pending()
        return Annex(self.number, name, title, tuple(self.paragraphs), tuple(self.headings))

    def read_unnamed(self) -> Annex:
        """All lines that follow, as an annex without a name."""
        while (line := self.cursor.peek()) is not None and self._more(line):
            self._line(line)
        self._flush_pending()
        return Annex(self.number, "", None, tuple(self.paragraphs), tuple(self.headings))

    def _flush_pending(self) -> None:
        """Make paragraphs of the short lines at the end, which are headings of nothing."""
        for passage in self.pending:
            self.paragraphs.append(
                Paragraph(
                    passage.text,
                    passage.spans,
                    Part.ANNEX,
                    self._next(),
                    tuple(marks_in(passage.text)),
                    (),
                    self.number,
                )
            )
        self.pending = []

    def _next(self) -> int:
        """The number of the next paragraph; that of an introduction to numbered ones is 0."""
        return self.paragraphs[-1].number + 1 if self.paragraphs else 1

    def _more(self, line: TextLine) -> bool:
        return not self.cursor.form.annex.fullmatch(line.bare) and not (self.stops and self.stops(line))

    def _is_numbered(self) -> bool:
        ahead = 0
        while (line := self.cursor.peek(ahead)) is not None and self._more(line):
            if (found := OPERATIVE.match(line.text)) and int(found[1]) == 1:
                return True
            ahead += 1
        return False

    def _is_title(self, line: TextLine) -> bool:
        ends = "".join(self.cursor.form.ends.values())
        return len(line.text) <= _LONGEST_TITLE and ending(line.text) not in ends and not OPERATIVE.match(line.text)

    def _line(self, line: TextLine) -> None:
        cursor = self.cursor
        found = OPERATIVE.match(line.text) if self.numbered else None
        expected = self._next()
        if found and int(found[1]) != expected:
            cursor.doubt(
                DoubtKind.NUMBERING,
                line,
                f"paragraph {found[1]} of annex {self.number}; expected {expected}",
                f"paragraph {expected} of it",
            )
        if found:
            cursor.apparatus.append((line.start, line.start + found.end()))
        if not found and self.numbered and not self.paragraphs and not self._is_title(line):
            expected = 0  # what introduces the numbered paragraphs
        elif not found and self._is_title(line):
            self.pending.append(cursor.whole(cursor.skip()))
            return
        builder = Builder(cursor, f"{Part.ANNEX}{self.number}.{expected}", cursor.skip(), found.end() if found else 0)
        while (
            (more := cursor.peek()) is not None
            and self._more(more)
            and not (self.numbered and OPERATIVE.match(more.text))
        ):
            if builder.takes(more):
                builder.add(cursor.skip())
            elif self.numbered and not self._is_title(more):
                builder.flush(cursor.skip())
            else:
                break
        passage = builder.passage()
        marks = tuple(marks_in(passage.text))
        self.paragraphs.append(
            Paragraph(passage.text, passage.spans, Part.ANNEX, expected, marks, builder.subparagraphs(), self.number)
        )
        self.headings += [Heading(p.text, p.spans, self.paragraphs[-1].id) for p in self.pending]
        self.pending = []
