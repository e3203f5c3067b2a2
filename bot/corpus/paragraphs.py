"""One paragraph, put together from the lines it stands on, with its sub-paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.corpus.labels import LABEL, Labelled, normal_label, paths
from bot.corpus.lines import MARKS, Cursor, TextLine, spans_of
from bot.corpus.marks import without_mark
from bot.doubts import DoubtKind
from bot.resolution import Part, Passage, Span, Subparagraph

_CLOSING = MARKS + "*_ ”\"’'»）)]】』」"


def ending(text: str) -> str:
    """The last character of a text that says how it ends: not a mark, raised or not, a quotation mark or a bracket."""
    return (without_mark(text).rstrip(_CLOSING) or text)[-1]


class Builder:
    """Collects the lines of a paragraph."""

    def __init__(self, cursor: Cursor, identifier: str, first: TextLine, offset: int) -> None:
        self.cursor, self.identifier, self.first, self.last = cursor, identifier, first, first
        self.spans: list[Span] = []
        self.labelled: list[Labelled] = []
        text = first.text[offset:]
        if found := LABEL.match(text):
            self._label(first, found, offset, 0)
        else:
            self.spans += spans_of(first.start + offset, text)
        if not self.spans:
            raise cursor.fail(first, f"{identifier} has no text; expected some behind “{first.text}”")

    def takes(self, line: TextLine) -> bool:
        """Whether a line is a sub-paragraph."""
        return LABEL.match(line.text) is not None

    def add(self, line: TextLine) -> None:
        """Add a sub-paragraph."""
        found = LABEL.match(line.text)
        assert found
        broken_at = len(self.spans)
        self.spans.append(self.cursor.newline(self.last))
        self._label(line, found, 0, broken_at)
        self.last = line

    def add_numbered(self, line: TextLine, end: int, label: str) -> None:
        """Add a numbered line of a list within the paragraph; end: where its text begins; label: its number."""
        broken_at = len(self.spans)
        self.spans.append(self.cursor.newline(self.last))
        begin = line.start + end
        self.spans += [(line.start, begin)]
        self.labelled.append(Labelled(line, label, broken_at, len(self.spans)))
        self.spans += spans_of(begin, line.text[end:]) or [(begin, begin)]
        self.last = line

    def _label(self, line: TextLine, found: re.Match[str], offset: int, broken_at: int) -> None:
        begin = line.start + offset
        self.spans += spans_of(begin, found[0])
        self.labelled.append(Labelled(line, normal_label(found), broken_at, len(self.spans)))
        wording = spans_of(begin + found.end(), line.text[offset + found.end() :])
        if not wording:
            raise self.cursor.fail(
                line, f"{self.identifier}({normal_label(found)}) has no text; expected some behind its label"
            )
        self.spans += wording

    def go_on(self, line: TextLine) -> None:
        """Add a line with which the last one goes on."""
        self.spans += self.cursor.broken(self.last, line) + spans_of(line.start, line.text)
        self.last = line

    def flush(self, line: TextLine) -> None:
        """Add a line of its own that has no label."""
        self.spans += [self.cursor.newline(self.last), *spans_of(line.start, line.text)]
        self.last = line

    def passage(self) -> Passage:
        """The whole paragraph; an error where it has no words."""
        passage = self.cursor.passage(self.spans)
        if not re.search(r"\w", passage.text):
            raise self.cursor.fail(
                self.first, f"{self.identifier} has no words; expected some before “{passage.text[-1]}”"
            )
        return passage

    def subparagraphs(self) -> tuple[Subparagraph, ...]:
        """The sub-paragraphs in order; a doubt where the labels have a gap."""
        if not self.labelled:
            return ()
        found, wrong = paths([x.label for x in self.labelled])
        for i in wrong:
            label = self.labelled[i]
            before = f"({self.labelled[i - 1].label})" if i else "nothing"
            what = f"sub-paragraph ({label.label}) of {self.identifier} follows {before}; expected labels without a gap"
            self.cursor.doubt(DoubtKind.NUMBERING, label.line, what, f"({')('.join(found[i])})")
        self._doubt_notes(found)
        subs = []
        for i, (x, path) in enumerate(zip(self.labelled, found, strict=True)):
            later = (
                y.broken_at for y, p in zip(self.labelled[i + 1 :], found[i + 1 :], strict=True) if len(p) <= len(path)
            )
            spans = self.spans[x.begins_at : next(later, len(self.spans))]
            passage = self.cursor.passage(spans)
            subs.append(
                Subparagraph(
                    passage.text, passage.spans, self.identifier + "".join(f"({p})" for p in path), ".".join(path)
                )
            )
        return tuple(subs)

    def _doubt_notes(self, found: list[tuple[str, ...]]) -> None:
        """Doubt a list with figures that begins below a sub-paragraph which has ended: it may be a footnote."""
        ends = self.cursor.form.ends
        complete = (ends[Part.OPERATIVE] + ends["last"]).replace(":", "").replace("：", "")
        for (last, above), (here, path) in pairwise(zip(self.labelled, found, strict=True)):
            ended = ending(self.cursor.passage(self.spans[last.begins_at : here.broken_at]).text) in complete
            if ended and here.label.isdecimal() and len(path) > len(above):
                what = f"“{here.line.text[:40]}” behind the end of {self.identifier}({')('.join(above)})"
                self.cursor.doubt(
                    DoubtKind.NOTE, here.line, what, f"sub-paragraph ({')('.join(path)}), and not a footnote"
                )
