"""Clean official text → Resolution; whatever does not add up is reported with its line, never passed over.

The text has one line for each paragraph or sub-paragraph, as NAME.LANGUAGE.txt in content/resolutions:
the head, the preamble, the operative part, the foot with the record of the vote, and annexes. A footnote
is a line that begins with its mark; ``**bold**``, ``*italic*`` and ``_italic_`` are not wording.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.corpus.annexes import read_annexes
from bot.corpus.forms import OPERATIVE, Form
from bot.corpus.head import QUOTES, Head, HeadReader
from bot.corpus.lines import FOOTNOTE, MARKS, Cursor, Line, marks_in, perhaps_note, raised, spans_of
from bot.corpus.model import Annex, Body, Footnote, Heading, Kind, Meeting, Paragraph, Part, Resolution
from bot.corpus.paragraphs import Builder, ending
from bot.corpus.record import RecordReader
from bot.errors import ContentError

__all__ = ["MARKS", "Reader", "read"]

_LONGEST_HEADING = 100
"""Characters of the longest line that is taken for a heading without a number."""


class Reader(Cursor):
    """Reads one published text, line by line."""

    def __init__(self, path: str, source: str, form: Form, code_of: Callable[[str], str | None]) -> None:
        super().__init__(path, source, form)
        self.code_of = code_of
        self.headings: list[Heading] = []
        self._ends: dict[int, bool] = {}

    # --- the parts of the text, in order ----------------------------------------------------

    def read(self) -> Resolution:
        """The whole resolution; ContentError where the text is not sound."""
        head = HeadReader(self).read()
        preamble = self._preamble(head.kind)
        operative = self._operative()
        if not operative:
            preamble, operative = self._unnumbered(preamble)
        annexes = read_annexes(self, 1, self._ends_body)
        adopted, as_printed, meeting = self._foot(head)
        required = head.body is Body.HUMAN_RIGHTS_COUNCIL and head.kind is not Kind.STATEMENT
        adoption, tally, roll_call, revised = RecordReader(self, self.code_of).read(required, required)
        annexes += read_annexes(self, len(annexes) + 1, None)
        if (left := self.peek()) is not None:
            raise self.fail(left, f"expected the end of the text, found “{left.text[:40]}”{perhaps_note(left)}")
        return Resolution(
            symbol=head.symbol, language=self.form.language, body=head.body, body_name=head.body_name,
            number=head.number, title=head.title, session=head.session, agenda_item=head.agenda_item, adopted=adopted,
            adopted_as_printed=as_printed, meeting=meeting, preamble=preamble, operative=operative,
            footnotes=self._footnotes(preamble + operative, annexes), adoption=adoption, tally=tally, roll_call=roll_call, source=self.source,
            kind=head.kind, headings=tuple(self.headings), annexes=annexes, basis=head.basis, orally_revised=revised,
        )  # fmt: skip

    def _ends_body(self, line: Line) -> bool:
        """Whether a line is of the foot, of the record, or begins an annex."""
        known = self._ends.get(line.number)
        if known is None:
            form, patterns = self.form, (self.form.date, self.form.meeting, self.form.annex, self.form.without_a_vote, *self.form.tallies)
            # Most lines are longer, or end as paragraphs of this form do and as no line of the foot does.
            long = len(line.text) > 400 or line.text[-1] in form.ends[Part.OPERATIVE][0]
            known = self._ends[line.number] = not long and not OPERATIVE.match(line.text) and any(p.fullmatch(line.bare) for p in patterns)
        return known

    def _preamble(self, kind: Kind) -> tuple[Paragraph, ...]:
        paragraphs: list[Paragraph] = []
        seen: dict[str, int] = {}
        spaced = self._spaced()
        while (line := self.peek()) is not None and not OPERATIVE.match(line.text) and not self._ends_body(line):
            if self._heading_lines(first=True):
                break
            if line.bare.lstrip(QUOTES) in self.form.chapeaux:
                raise self.fail(line, f"“{line.bare}” opens the preamble once more; expected {Part.PREAMBLE}{len(paragraphs) + 1}")
            paragraph = self._paragraph(Part.PREAMBLE, len(paragraphs) + 1, spaced, kind)
            if paragraph.text in seen:
                raise self.fail(line, f"stands on line {seen[paragraph.text]} already; expected each preambular paragraph once")
            self._check_beginning(line, paragraph, paragraphs[-1] if paragraphs else None)
            seen[paragraph.text] = line.number
            paragraphs.append(paragraph)
        return tuple(paragraphs)

    def _check_beginning(self, line: Line, paragraph: Paragraph, last: Paragraph | None) -> None:
        """ContentError where a preambular paragraph is a piece of one: it begins as none does, or is how the last one ends."""
        if last and "".join(last.text.split()).endswith("".join(paragraph.text.split())):
            raise self.fail(line, f"the end of {last.id} stands here once more; expected {paragraph.id}")
        first = re.sub(r"^\W+", "", paragraph.text)[:1]
        if first.isdigit() or (self.form.capitals and first.islower()):
            what = "a capital letter" if self.form.capitals else "a word"
            raise self.fail(line, f"{paragraph.id} begins with “{first}”; expected {what} (does {last.id if last else 'the line before'} go on here?)")

    def _spaced(self) -> bool:
        """Whether blank lines set the preambular paragraphs apart; where none does, every line is one."""
        ahead, spaced = 1, False
        while (line := self.peek(ahead)) is not None and not OPERATIVE.match(line.text) and not self._ends_body(line):
            spaced = spaced or line.after_blank
            ahead += 1
        return spaced or ahead == 1

    def _paragraph(self, part: Part, number: int, spaced: bool, kind: Kind = Kind.RESOLUTION) -> Paragraph:
        """The paragraph that the next line begins, with the lines and sub-paragraphs that it goes on in."""
        first = self.skip()
        found = OPERATIVE.match(first.text) if part is Part.OPERATIVE else None
        builder = Builder(self, f"{part}{number}", first, found.end() if found else 0)
        ended = self.form.ends[part] + self.form.ends[Part.OPERATIVE] + self.form.ends["last"]
        while (more := self.peek()) is not None and not OPERATIVE.match(more.text):
            if builder.takes(more):
                builder.add(self.skip())
                continue
            if (more.after_blank and spaced) or self._ends_body(more):
                break
            if ending(builder.last.text) in ended:
                if (part is Part.PREAMBLE and not spaced) or self._heading_lines(first=False):
                    break
                what = "the number of an operative paragraph" if part is Part.OPERATIVE else "a blank line before it"
                raise self.fail(more, f"follows the end of {part}{number}; expected {what}{perhaps_note(more)}")
            if more.text == builder.last.text:
                raise self.fail(more, f"stands on the line before already; expected {part}{number} to go on")
            builder.go_on(self.skip())
        passage = builder.passage()
        self._check_end(part, number, ending(passage.text), builder.last, kind)
        return Paragraph(passage.text, passage.spans, part, number, tuple(marks_in(passage.text)), builder.subparagraphs())

    def _check_end(self, part: Part, number: int, end: str, last: Line, kind: Kind) -> None:
        form, following = self.form, self.peek()
        numbered = bool(following and OPERATIVE.match(following.text))
        ends = form.ends[part]
        if part is Part.OPERATIVE and not numbered:
            ends = form.ends["last"] + (form.ends[part] if self._heading_lines(first=False) else "")
        elif part is Part.PREAMBLE and (kind is not Kind.RESOLUTION or following is None or self._ends_body(following)):
            ends += form.ends["last"]
        if end not in ends:
            expected = " or ".join(f"“{c}”" for c in ends)
            asked = f"is it a footnote’s mark? expected it raised, as “{raised(end)}”" if end.isascii() and end.isdigit() else "is a line missing?"
            raise self.fail(last, f"{part}{number} ends with “{end}”; expected {expected} ({asked})")

    def _heading_lines(self, *, first: bool) -> list[Line]:
        """The headings that the next lines are, if operative paragraphs follow; before the first of these, one has to be numbered."""
        found: list[Line] = []
        while (line := self.peek(len(found))) is not None and not OPERATIVE.match(line.text):
            numbered = self.form.heading.fullmatch(line.bare)
            plain = len(line.text) <= _LONGEST_HEADING and ending(line.text) not in "".join(self.form.ends.values()) and not self._ends_body(line)
            if not (plain and (numbered or found or not first)):
                return []
            found.append(line)
        return found if line is not None else []

    def _operative(self) -> tuple[Paragraph, ...]:
        paragraphs: list[Paragraph] = []
        while True:
            expected = len(paragraphs) + 1
            headings = self._heading_lines(first=not paragraphs)
            self.headings += [Heading(p.text, p.spans, f"{Part.OPERATIVE}{expected}") for p in (self.whole(self.skip()) for _ in headings)]
            line = self.peek()
            found = OPERATIVE.match(line.text) if line else None
            if line is None or found is None:
                return tuple(paragraphs)
            if int(found[1]) != expected:
                again = " (numbers that begin again in each part can't be told apart)" if int(found[1]) == 1 and headings else ""
                raise self.fail(line, f"operative paragraph {found[1]}; expected {expected}: the numbers must have no gap{again}")
            paragraphs.append(self._paragraph(Part.OPERATIVE, expected, True))

    def _unnumbered(self, preamble: tuple[Paragraph, ...]) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
        """The preamble, and the operative part of one unnumbered paragraph or more: from the first one on that ends a sentence."""
        last = self.form.ends["last"]
        first = next((i for i, p in enumerate(preamble) if ending(p.text) in last), None)
        if first is None:
            found = self.peek()
            what = f"{Part.PREAMBLE}{len(preamble) + 1} or operative paragraph 1, “1. …”"
            raise self.fail(found, f"expected {what}, found “{found.text[:40]}”" if found else what)
        moved = [replace(p, part=Part.OPERATIVE, number=n) for n, p in enumerate(preamble[first:], 1)]
        subs = [tuple(replace(s, id=f"{p.id}({s.label.replace('.', ')(')})") for s in p.subparagraphs) for p in moved]
        return preamble[:first], tuple(replace(p, subparagraphs=s) for p, s in zip(moved, subs, strict=True))

    # --- the foot -----------------------------------------------------------------------------

    def _foot(self, head: Head) -> tuple[date, str, Meeting | None]:
        """The date of adoption, as a date and as printed, and the meeting: in the foot, or in the head."""
        self.place = "title"
        if head.body is Body.SECURITY_COUNCIL:
            assert head.adopted is not None
            return head.adopted, head.adopted_as_printed, head.meeting
        optional = head.adopted is not None and (head.body is not Body.HUMAN_RIGHTS_COUNCIL or head.kind is not Kind.RESOLUTION)
        if optional and not self.sees(self.form.date) and not self.sees(self.form.meeting):
            assert head.adopted is not None
            return head.adopted, head.adopted_as_printed, None
        before = self.skip() if self.sees(self.form.meeting) else None
        line, found = self.take(self.form.date, "the date of adoption")
        adopted = self.dated(line, found)
        assert adopted is not None
        if head.adopted is not None and adopted != head.adopted:
            raise self.fail(line, f"dated {line.text}; expected {head.adopted.isoformat()}, the date of adoption in the head")
        session = head.session
        if session and session.opened and session.closed and not session.opened <= adopted <= session.closed:
            raise self.fail(line, f"{line.text} is outside the session; expected a day within {session.dates}")
        if before is None and (optional and not self.sees(self.form.meeting)):
            return adopted, line.bare, None
        meeting = before or self.take(self.form.meeting, "the meeting")[0]
        number = self.form.meeting.fullmatch(meeting.bare)
        assert number
        return adopted, line.bare, Meeting(int(number["number"]), meeting.bare.rstrip(","), adopted)

    # --- footnotes ------------------------------------------------------------------------------

    def _footnotes(self, paragraphs: tuple[Paragraph, ...], annexes: tuple[Annex, ...]) -> tuple[Footnote, ...]:
        cited: dict[str, str] = {}
        for paragraph in (*paragraphs, *(p for annex in annexes for p in annex.paragraphs)):
            for mark in paragraph.marks:
                cited.setdefault(mark, paragraph.id)
        cited = cited | {mark: place for mark, place in self.marked.items() if mark not in cited}
        notes: dict[str, Footnote] = {}
        for line in self.notes:
            found = FOOTNOTE.fullmatch(line.text)
            assert found
            mark = found[1] or found[2]
            if mark in notes:
                raise self.fail(line, f"a second footnote {mark}; expected each mark once")
            if mark not in cited and found[1]:
                raise self.fail(line, f"no paragraph cites footnote {mark}; expected its mark in one of them")
            passage = self.passage(spans_of(line.start + found.start(3), found[3]))
            notes[mark] = Footnote(passage.text, passage.spans, mark, cited.get(mark, "title"))
        for mark, place in cited.items():
            if mark not in notes:
                at = self.source.index(mark)
                spans = [s for p in (*paragraphs, *(p for a in annexes for p in a.paragraphs)) if p.id == place for s in p.spans]
                line_number = self.source.count("\n", 0, spans[0][0] if spans else at) + 1
                raise ContentError(self.path, line_number, f"{place} cites footnote {mark}; expected a line that begins with {mark}")
        return tuple(notes.values())


def read(path: str, source: str, form: Form, code_of: Callable[[str], str | None]) -> Resolution:
    """The resolution that a published text holds.

    path: named in errors; source: the text; code_of: from a state's printed name to its alpha-3 code,
    None where it is not known. Raises ContentError, with the line, where the text is not sound.
    """
    return Reader(path, source, form, code_of).read()
