"""The body of a text: preambular and operative paragraphs, with the headings between them.

    body      = segment+                               (several where the numbers of paragraphs begin again)
    segment   = heading* preambular* (heading* operative)*
    operative = number "." text piece*                 (in a text without numbers: what begins with an operative verb)
    piece     = label text | bullet text | text        (a sub-paragraph, or a line of its own without a label)
    heading   = a short line that ends as no paragraph does, before a paragraph

What can be placed but is not so in other texts is a doubt: a number that jumps, a paragraph that ends otherwise, a line
that begins nothing. A line that stands twice, and a number that fits nowhere, are errors.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile

from bot.corpus.forms import OPERATIVE, number_due
from bot.corpus.labels import LABEL, normal_label
from bot.corpus.lines import Cursor, TextLine, marks_in, perhaps_note
from bot.corpus.numbered import NumberedLines
from bot.corpus.paragraphs import Builder, ending
from bot.corpus.segments import BULLET, Segment, check_ends, headings_in, joined, lead_in, part_by_verbs, tabular
from bot.doubts import DoubtKind
from bot.resolution import DocumentKind, Heading, Paragraph, Part, Passage

_FURTHEST = 4
"""How many operative paragraphs may be missing where a number jumps; a number further on is none of a paragraph."""

_NESTED = re.compile(r"(\d{1,3})\.(\d{1,2})\.?\s+(?=\S)")
"""The number of a line within a numbered paragraph, as lists of several levels have it: 1.1."""


class BodyReader:
    """Reads the lines from the one behind the chapeau up to the first that is of the foot."""

    def __init__(self, cursor: Cursor, ends: Callable[[TextLine], bool], kind: DocumentKind) -> None:
        self.cursor, self.form, self.ends, self.kind = cursor, cursor.form, ends, kind
        self.segments: list[Segment] = [Segment()]
        self.seen: dict[str, int] = {}
        self.carried: list[Passage] = []
        """The headings that stand before the next segment."""
        self.marks = "".join(self.form.ends.values())
        self.lettered = False
        """Whether the preambular paragraphs have letters: (a) Recalling …, (b) Noting …."""
        body = takewhile(lambda line: not self.ends(line), cursor.lines[cursor.at :])
        self.numbers = NumberedLines(body, cursor.at)

    def read(self) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...], tuple[Heading, ...]]:
        """The preamble, the operative part, and the headings."""
        while True:
            segment = self.segments[-1]
            self._preamble(segment)
            self._operative(segment)
            if not self._begins_again():
                break
            line = self._more()
            if line and not self.carried:
                self.cursor.doubt(
                    DoubtKind.NUMBERING,
                    line,
                    f"the numbers begin again at “{line.text[:40]}”, below no heading",
                    "another part begins here",
                )
            part = Part.OPERATIVE if line and OPERATIVE.match(line.text) else Part.PREAMBLE
            self.segments.append(Segment(headings=[(passage, part, 1) for passage in self.carried]))
            self.carried = []
        if not any(s.operative for s in self.segments):
            part_by_verbs(self.segments[0], self.cursor)
        for segment in self.segments:
            lead_in(segment, self.cursor)
            check_ends(segment, self.cursor, self.kind, at_end=segment is self.segments[-1])
        return joined(self.segments, self.cursor)

    # --- preambular paragraphs -------------------------------------------------------------------

    def _preamble(self, segment: Segment) -> None:
        cursor = self.cursor
        spaced = self._spaced()
        while (line := self._more()) is not None and not self._numbered(line, 1):
            if cursor.at == cursor.at_chapeau:
                cursor.pass_over()
                continue
            if self._headings(segment, Part.PREAMBLE if self._preambular_ahead() else Part.OPERATIVE):
                continue
            if segment.preamble and not self.lettered and self._goes_on(line, segment.preamble[-1]):
                self._add_to(segment.preamble, line)
                continue
            if line.bare.lstrip('"“«„ ') in self.form.chapeaux:
                raise cursor.fail(
                    line,
                    f"“{line.bare}” opens the preamble once more; expected {Part.PREAMBLE}{len(segment.preamble) + 1}",
                )
            letter = self._letter(line, len(segment.preamble))
            offset = letter.end() if letter else 0
            cursor.apparatus += [(line.start, line.start + offset)] if offset else []
            paragraph = self._paragraph(segment, Part.PREAMBLE, len(segment.preamble) + 1, offset, spaced)
            self._check_once(line, paragraph, segment.preamble)
            segment.preamble.append(paragraph)

    def _letter(self, line: TextLine, before: int) -> re.Match[str] | None:
        """The letter of a preambular paragraph that a line begins, behind so many others, where they have letters."""
        found = LABEL.match(line.text)
        if found is None or normal_label(found) != chr(ord("a") + before):
            return None
        if not before:
            self.lettered = bool(self.form.recites(line.text[found.end() :]))
        return found if self.lettered else None

    def _more(self, ahead: int = 0) -> TextLine | None:
        """The next line, if it is of the body."""
        line = self.cursor.peek(ahead)
        return None if line is None or self.ends(line) else line

    def _spaced(self) -> bool:
        """Whether blank lines set the preambular paragraphs apart; where none does, every line is one."""
        ahead, spaced = 1, False
        while (line := self._more(ahead)) is not None and not OPERATIVE.match(line.text):
            spaced = spaced or line.after_blank
            ahead += 1
        return spaced or ahead == 1

    def _goes_on(self, line: TextLine, last: Paragraph) -> bool:
        """Whether a line can't begin a preambular paragraph, and is one of the last: it begins with a figure, or in
        lower case, or a bullet."""
        first = re.sub(r"^\W+", "", line.text)[:1]
        starts = first.isdigit() or (self.form.capitals and first.islower())
        listed = (
            ending(last.text) in ":：" and bool(BULLET.match(line.text)) and not self.form.recites(line.text)
        )
        return starts or listed

    def _add_to(self, paragraphs: list[Paragraph], line: TextLine) -> None:
        """Add a line to the last paragraph: behind what has not ended it goes on, behind what has it is a line of its
        own."""
        cursor, last = self.cursor, paragraphs[-1]
        if "".join(last.text.split()).endswith("".join(line.text.split())):
            raise cursor.fail(line, f"the end of {last.id} stands here once more; expected the next paragraph")
        ended = ending(last.text) in self.marks
        if not (ended and BULLET.match(line.text)):
            cursor.doubt(
                DoubtKind.SPLIT, line, f"“{line.text[:40]}” begins as no paragraph does", f"{last.id} goes on here"
            )
        cursor.skip()
        broken = self._newline_before(line) if ended else self._break_before(line)
        passage = cursor.passage([*last.spans, *broken, *cursor.spans(line)])
        paragraphs[-1] = replace(last, text=passage.text, spans=passage.spans, marks=tuple(marks_in(passage.text)))
        self.segments[-1].lasts[last.id] = line

    def _newline_before(self, line: TextLine) -> list[tuple[int, int]]:
        at = self.cursor.source.rindex("\n", 0, line.start)
        return [(at, at + 1)]

    def _break_before(self, line: TextLine) -> list[tuple[int, int]]:
        return [] if self.form.joins else self._newline_before(line)

    def _check_once(self, line: TextLine, paragraph: Paragraph, before: list[Paragraph]) -> None:
        """ContentError where a preambular paragraph, or the end of the one before it, stands there once more."""
        if paragraph.text in self.seen:
            raise self.cursor.fail(
                line, f"stands on line {self.seen[paragraph.text]} already; expected each preambular paragraph once"
            )
        self.seen[paragraph.text] = line.number
        if before and "".join(before[-1].text.split()).endswith("".join(paragraph.text.split())):
            raise self.cursor.fail(line, f"the end of {before[-1].id} stands here once more; expected {paragraph.id}")

    # --- operative paragraphs ----------------------------------------------------------------------

    def _operative(self, segment: Segment) -> None:
        cursor, paragraphs = self.cursor, segment.operative
        while (line := self._more()) is not None:
            due = paragraphs[-1].number + 1 if paragraphs else 1
            if self._headings(segment, Part.OPERATIVE, due):
                if self._begins_again():
                    self.carried = [
                        passage for passage, part, number in segment.headings if (part, number) == (Part.OPERATIVE, due)
                    ]
                    del segment.headings[-len(self.carried) :]
                    return
                continue
            found = self._numbered(line, due)
            if found is None and paragraphs and self._unnumbered_here(line, due):
                cursor.doubt(
                    DoubtKind.NUMBERING, line, f"no number before “{line.text[:40]}”", f"{Part.OPERATIVE}{due}"
                )
                found = due, 0
            if found is None and paragraphs and self._preambular_between(line, due):
                paragraph = self._paragraph(segment, Part.PREAMBLE, len(segment.preamble) + 1, 0, spaced=True)
                self._check_once(line, paragraph, segment.preamble)
                segment.preamble.append(paragraph)
                continue
            if found is None:
                return
            number, offset = found
            cursor.apparatus += [(line.start, line.start + offset)] if offset else []
            paragraphs.append(self._paragraph(segment, Part.OPERATIVE, number, offset, spaced=True))

    def _numbered(self, line: TextLine, due: int) -> tuple[int, int] | None:
        """The number of the operative paragraph that a line begins, and where its text does; None where it begins
        none."""
        if found := OPERATIVE.match(line.text):
            return self._placed(line, int(found[1]), due, found.end())
        found = number_due(line.text, due, others=self.numbers.none)
        if found is None:
            return None
        by_verb = self.form.acts(line.text[found.end() :].lstrip("*_"))
        by_next = (
            found["stop"]
            and found["figures"].isdigit()
            and line.after_blank
            and self.numbers.after(self.cursor.at) == due + 1
        )
        if not (by_verb or by_next):
            return None
        self.cursor.doubt_once(
            DoubtKind.NUMBERING,
            line,
            f"“{found[0].strip()}” before “{line.text[found.end() :][:30]}”",
            f"the number {due}",
        )
        return due, found.end()

    def _placed(self, line: TextLine, printed: int, due: int, end: int) -> tuple[int, int] | None:
        """What becomes of a printed number; ContentError where it fits nowhere."""
        cursor = self.cursor
        if printed == due:
            return due, end
        ahead = self.numbers.after(self.cursor.at)
        if due < printed <= due + _FURTHEST and (ahead is None or ahead in (printed + 1, 1)):
            cursor.doubt_once(
                DoubtKind.NUMBERING,
                line,
                f"operative paragraph {printed}; expected {due}",
                f"{Part.OPERATIVE}{printed}; none is numbered {due}",
            )
            return printed, end
        if printed < due and ahead == due + 1:
            cursor.doubt_once(
                DoubtKind.NUMBERING,
                line,
                f"operative paragraph {printed} again; expected {due}",
                f"{Part.OPERATIVE}{due}",
            )
            return due, end
        if printed == 1:
            return None
        raise cursor.fail(line, f"operative paragraph {printed}; expected {due}: the numbers must have no gap")

    def _unnumbered_here(self, line: TextLine, due: int) -> bool:
        """Whether an operative paragraph begins here whose number is missing: the next one has the number after it, or
        the text ends with it."""
        following = self.numbers.after(self.cursor.at)
        last = following is None and ending(line.text) in self.form.ends["last"] and self._more(1) is None
        return following == due + 1 or (last and bool(self.form.acts(line.bare)))

    def _preambular_between(self, line: TextLine, due: int) -> bool:
        """Whether a preambular paragraph stands here, between two parts of the operative one whose numbers run
        through."""
        following = self.numbers.at(self.cursor.at)
        return following == due and bool(self.form.recites(line.bare))

    def _begins_again(self) -> bool:
        """Whether a part begins here in which the numbers do so again."""
        segment = self.segments[-1]
        line = self._more()
        found = OPERATIVE.match(line.text) if line else None
        restarts = found is not None and int(found[1]) == 1
        opens = bool(line and self.form.recites(line.bare) and self.numbers.after(self.cursor.at) == 1)
        return bool(segment.operative) and (restarts or opens)

    # --- one paragraph -------------------------------------------------------------------------------

    def _paragraph(self, segment: Segment, part: Part, number: int, offset: int, spaced: bool) -> Paragraph:
        """The paragraph that the next line begins, with the lines and sub-paragraphs that it goes on in."""
        cursor = self.cursor
        first = cursor.skip()
        name = f"{part}{number}"
        builder = Builder(cursor, name, first, offset)
        due, listed = number + 1, 0
        while (more := self._more()) is not None and cursor.at != cursor.at_chapeau:
            if (
                (found := OPERATIVE.match(more.text))
                and part is Part.OPERATIVE
                and self._lists(builder, int(found[1]), listed, due)
            ):
                listed = int(found[1])
                builder.add_numbered(cursor.skip(), found.end(), found[1])
                continue
            if nested := self._nested(more, part, number, builder):
                builder.add_numbered(cursor.skip(), nested.end(), nested[2])
                continue
            set_off = more.after_blank or ending(builder.last.text) in self.marks
            if found or (set_off and self._numbered(more, due if part is Part.OPERATIVE else 1)):
                break
            if self.lettered and part is Part.PREAMBLE and self._letter(more, number):
                break
            if builder.takes(more):
                builder.add(cursor.skip())
            elif not self._takes(builder, more, part, spaced, due):
                break
        passage = builder.passage()
        segment.lasts[name] = builder.last
        return Paragraph(
            passage.text, passage.spans, part, number, tuple(marks_in(passage.text)), builder.subparagraphs()
        )

    def _nested(self, line: TextLine, part: Part, number: int, builder: Builder) -> re.Match[str] | None:
        """What a line begins with that is the next one within a numbered paragraph: 1.1, 1.2."""
        found = _NESTED.match(line.text)
        next_one = found is not None and (int(found[1]), int(found[2])) == (number, len(builder.labelled) + 1)
        return found if part is Part.OPERATIVE and next_one and ending(builder.last.text) in self.marks else None

    def _lists(self, builder: Builder, printed: int, listed: int, due: int) -> bool:
        """Whether a numbered line is one of a list within the paragraph: it begins with 1 behind a colon, and goes on
        until the number due."""
        begins = (
            printed == 1
            and due > 2
            and ending(builder.last.text) in ":："
            and not listed
            and self.numbers.list_before(due, self.cursor.at)
        )
        goes_on = bool(listed) and printed == listed + 1 and (printed != due or self.numbers.again(due, self.cursor.at))
        return begins or goes_on

    def _takes(self, builder: Builder, more: TextLine, part: Part, spaced: bool, due: int) -> bool:
        """Add a line without number or label to a paragraph, if it is of it."""
        cursor, last = self.cursor, builder.last
        end = ending(last.text)
        ended, wrapped = end in self.marks, not more.after_blank or (part is Part.PREAMBLE and not spaced)
        if more.text == last.text:
            raise cursor.fail(more, f"stands on the line before already; expected {builder.identifier} to go on")
        if (
            part is Part.PREAMBLE
            and ((more.after_blank and spaced) or ended)
            and not (end in ":：" and BULLET.match(more.text))
        ):
            if ended and spaced and not more.after_blank:
                cursor.doubt(
                    DoubtKind.SPLIT, more, f"no blank line before “{more.text[:40]}”", "a paragraph begins here"
                )
            return False
        if not ended and wrapped:
            builder.go_on(cursor.skip())
            return True
        if part is Part.PREAMBLE and not ended:
            return False
        if (
            self._heading_count(due)
            or self._unnumbered_here(more, due)
            or (end in self.form.ends["last"] and self._preambular_between(more, due))
        ):
            return False
        if end in self.form.ends["last"] and self.numbers.after(self.cursor.at) is None and not BULLET.match(more.text):
            return False
        if not ended and not more.after_blank:
            builder.go_on(cursor.skip())
            return True
        if not (end in ":：" or BULLET.match(more.text)):
            what = "no number or label" if ended else "a blank line"
            cursor.doubt(
                DoubtKind.SPLIT,
                more,
                f"{what} before “{more.text[:40]}”",
                f"{builder.identifier} goes on here{perhaps_note(more)}",
            )
        builder.flush(cursor.skip())
        return True

    # --- headings ----------------------------------------------------------------------------------------

    def _heading_count(self, due: int = 1) -> int:
        """How many of the next lines are headings, where the operative paragraph with that number is due."""
        return headings_in(self._more, self.form, self.marks, due)

    def _preambular_ahead(self) -> bool:
        line = self._more(self._heading_count())
        return bool(line and not OPERATIVE.match(line.text))

    def _headings(self, segment: Segment, part: Part, number: int = 1) -> bool:
        """Take the headings that stand here; whether there were any."""
        count = self._heading_count(number)
        before = len(segment.preamble) + 1 if part is Part.PREAMBLE else number
        if not count or (
            part is Part.PREAMBLE and segment.preamble and ending(segment.preamble[-1].text) not in self.marks
        ):
            return False
        for _ in range(count):
            line = self.cursor.skip()
            if tabular(line.text):
                self.cursor.doubt(DoubtKind.SPLIT, line, f"“{line.text[:40]}” may be of a table", "a heading")
            segment.headings.append((self.cursor.whole(line), part, before))
        return True
