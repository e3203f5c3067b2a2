"""Clean official text → Resolution; whatever does not add up is reported with its line, never passed over.

The text has one line for each paragraph or sub-paragraph, as NAME.LANGUAGE.txt in content/resolutions. A footnote is a
line that begins with its mark; ``**bold**``, ``*italic*`` and ``_italic_`` are not wording.

    text      = head body annex* foot record annex* appended? note*     (notes stand anywhere)
    head      = …                                                       (head.py)
    body      = preambular* operative*, with headings                   (body.py)
    annex     = "Annex" number? title? paragraph*                       (annexes.py)
    foot      = meeting date | date meeting | council-foot
    council-foot = "Adopted" how "at the … meeting" votes? remark*      (the Security Council up to 1993)
    record    = tally (heading name ("," name)*)* | without-a-vote      (record.py)

What can be placed but is not so in other texts is a doubt of the resolution; what can't be placed is a ContentError.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date

from bot.corpus.annexes import read_annexes, read_appended
from bot.corpus.body import BodyReader
from bot.corpus.drafts import read_head
from bot.corpus.feet import foot_line, is_bracketed, read_foot, read_remarks
from bot.corpus.figures import whole_number
from bot.corpus.forms import OPERATIVE, Form
from bot.corpus.heads import Head
from bot.corpus.joined import joined
from bot.corpus.lines import FOOTNOTE, MARKS, Cursor, TextLine, bare, perhaps_note, spans_of
from bot.corpus.loose import read_loosely
from bot.corpus.marks import cites, may_cite, plain
from bot.corpus.printed import PrintedRecord, read_printed
from bot.corpus.record import Record, RecordReader, list_heading
from bot.corpus.told import is_told, tell
from bot.corpus.volumes import in_order
from bot.doubts import Doubt, DoubtKind
from bot.errors import ContentError
from bot.resolution import Adoption, Annex, Body, DocumentKind, Footnote, Meeting, Paragraph, Part, Resolution, Voter

__all__ = ["MARKS", "Reader", "read"]

_PAUSE = ";；؛"
"""What preambular paragraphs of other bodies end with, as those of the World Health Assembly do."""
_HEAD = 40
"""Within how many lines the record of a vote may stand above a text."""
_LISTS = 8
"""Within how many lines the lists of a record stand that is above a text."""
_LONGEST_FOOT = 800
"""Characters of the longest line of the foot: a record of the Security Council names at most fourteen states."""


class Reader(Cursor):
    """Reads one published text, line by line."""

    def __init__(
        self,
        path: str,
        source: str,
        form: Form,
        code_of: Callable[[str], str | None],
        refused: ContentError | None = None,
    ) -> None:
        super().__init__(path, source, form)
        self.refused = refused
        """Why the head or the foot is in none of the usual forms: each of its lines is then known by what it is."""
        self.part = "head"
        """Which part of the text is read."""
        self.code_of = code_of
        self._ends: dict[int, bool] = {}
        self._of_other = False
        """Whether it is of another body than the four with forms of their own."""
        self._printed = False
        """Whether the record of the vote is printed in the foot."""

    # --- the parts of the text, in order ----------------------------------------------------

    def read(self) -> Resolution:
        """The whole resolution; ContentError where a line can't be placed."""
        in_order(self)
        self._record_of_note()
        self._record_last()
        head = self._head()
        self.part = "body"
        self._of_other = (head.loose or not head.body.principal) and not head.draft
        if self._of_other:
            self.form = replace(self.form, ends=self.form.ends | {"PP": self.form.ends["PP"] + _PAUSE})
        self._printed = head.body is Body.SECURITY_COUNCIL and not head.draft
        preamble, operative, headings = BodyReader(self, self._ends_body, head.kind).read()
        annexes = read_annexes(self, 1, self._ends_body)
        if (line := self.peek()) is not None and not self._ends_body(line):
            annexes += read_appended(self, len(annexes) + 1, self._ends_body)
        adopted, as_printed, meeting, printed = self._adopted(head)
        adoption, tally, roll_call, revised = printed.record
        remarks = read_remarks(self, self.form.annex) if self._of_other else ()
        annexes += read_annexes(self, len(annexes) + 1, None)
        if (left := self.peek()) is not None:
            raise self.fail(left, f"expected the end of the text, found “{left.text[:40]}”{perhaps_note(left)}")
        preamble, operative = self._cite_plainly(preamble, operative)
        footnotes = self._footnotes((*preamble, *operative), annexes) + printed.remarks + remarks
        self._doubt_whole(preamble, operative)
        return Resolution(
            symbol=head.symbol, language=self.form.language, body=head.body, body_name=head.body_name,
            number=head.number, title=head.title, session=head.session, agenda_item=head.agenda_item, adopted=adopted,
            adopted_as_printed=as_printed, meeting=meeting, preamble=preamble, operative=operative,
            footnotes=footnotes, adoption=adoption, tally=tally, roll_call=self._noted(roll_call, footnotes),
            source=self.source,
            kind=head.kind, headings=headings, annexes=annexes, basis=head.basis, orally_revised=revised,
            doubts=tuple(self.doubts),
            draft=head.draft, sponsors=head.sponsors, apparatus=tuple(self.apparatus),
        )  # fmt: skip

    def _head(self) -> Head:
        """The head, in one of the usual forms, or line by line."""
        if self.refused is None:
            return read_head(self)
        head = read_loosely(self)
        at = f"line {self.refused.line or 1}"
        self.doubts.append(Doubt(DoubtKind.HEAD, at, self.refused.message, "each line of head and foot for itself"))
        return head

    def _adopted(self, head: Head) -> tuple[date, str, Meeting | None, PrintedRecord]:
        """When it was adopted, as a date and as printed, at which meeting, and how."""
        head, met = self._dated_by_record(head)
        before = self._record(head) if self._of_other and self._sees_record() else None
        self.part = "foot"
        adopted, as_printed, meeting = self._foot(head)
        self.part = "record"
        meeting = meeting or met
        if self._printed and (head.meeting is None or self._sees_printed()):
            printed = read_printed(self, self.code_of, adopted)
        else:
            printed = PrintedRecord(before or self._record(head))
        if printed.meeting and meeting is None:
            meeting = Meeting(*printed.meeting, adopted)
        elif printed.meeting and meeting and printed.meeting[0] != meeting.number:
            what = f"the record is of meeting {printed.meeting[0]}"
            self.doubt(DoubtKind.HEAD, self.lines[-1], what, f"{meeting.number}, as in the head")
        return adopted, as_printed, meeting, printed

    def _dated_by_record(self, head: Head) -> tuple[Head, Meeting | None]:
        """The head with the day of adoption, and the meeting, where the record that comes next alone says them."""
        line = self.peek()
        if head.adopted or line is None or not is_told(line.bare, self.form):
            return head, None
        told = tell(joined([line]).text, self.form, self.code_of)
        found = self.form.date.search(told.day)
        day = self.dated(line, found) if found else None
        if day is None:
            return head, None
        return replace(head, adopted=day, adopted_as_printed=told.day), told.meeting and Meeting(*told.meeting, day)

    def _record_of_note(self) -> None:
        """Put the record of a vote that stands in a note to the title, “* Adopted by a recorded vote of …”, where it
        stands in others: before the names of the voters, where they follow, else behind the foot."""
        noted = ((note, FOOTNOTE.fullmatch(note.text)) for note in self.notes)
        starred = ((note, found.start(3)) for note, found in noted if found and found[2])
        told = ((note, at) for note, at in starred if self._is_record(bare(note.text[at:])))
        note, at = next(told, (None, 0))
        if note is None:
            return
        self.notes.remove(note)
        self.apparatus.append((note.start, note.start + at))
        annexed = next((i for i, x in enumerate(self.lines) if self.form.annex.fullmatch(x.bare)), len(self.lines))
        below = max((i for i, x in enumerate(self.lines[:annexed]) if OPERATIVE.match(x.text)), default=0)
        heading = list_heading(self.form)
        named = (i for i in range(below, annexed) if heading.match(self.lines[i].bare))
        record = TextLine(note.number, note.start + at, note.text[at:], note.after_blank)
        self.lines.insert(next(named, annexed), record)

    def _record_last(self) -> None:
        """Put the record of a vote that stands above the text behind it, before the annexes."""
        at = next((i for i, x in enumerate(self.lines[:_HEAD]) if self._is_record_above(x.bare)), None)
        below = (i for i, line in enumerate(self.lines[:_HEAD]) if OPERATIVE.match(line.text))
        if at is None or at > next(below, 0):
            return
        behind = self.lines[at + 1 :]
        listed = [i for i, line in enumerate(behind[:_LISTS]) if list_heading(self.form).match(line.bare)]
        alone = bool(listed) and list_heading(self.form).fullmatch(behind[listed[-1]].bare) is not None
        count = 2 + listed[-1] + alone if listed and listed[0] == 0 else 1
        record = self.lines[at : at + count]
        del self.lines[at : at + count]
        annexed = (i for i, line in enumerate(self.lines) if i > at and self.form.annex.fullmatch(line.bare))
        place = next(annexed, len(self.lines))
        self.lines[place:place] = record

    def _is_record(self, text: str) -> bool:
        """Whether a line is the record of a vote, or says that there was none."""
        usual = (self.form.without_a_vote, *self.form.tallies)
        return any(p.fullmatch(text) for p in usual) or is_told(text, self.form)

    def _is_record_above(self, text: str) -> bool:
        """Whether a line above the text is one, and not one of the head that says so with the day and the organ."""
        dated = self.form.date.search(text, 0, _LONGEST_FOOT) or self.form.council_adopted.fullmatch(text)
        return not dated and self._is_record(text)

    def _ends_body(self, line: TextLine) -> bool:
        """Whether a line is of the foot, of the record, or begins an annex."""
        known = self._ends.get(line.number)
        if known is None:
            known = self._ends[line.number] = self._is_foot(line)
        return known

    def _is_foot(self, line: TextLine) -> bool:
        form = self.form
        if is_told(line.bare, form) and not OPERATIVE.match(line.text):
            return True
        # Most lines are longer, or end as paragraphs of this form do and as no line of the foot does.
        if (
            len(line.text) > _LONGEST_FOOT
            or line.text[-1] in form.ends[Part.OPERATIVE][0]
            or OPERATIVE.match(line.text)
        ):
            return False
        if self._printed and form.council_record.match(line.bare):
            return True
        if self._of_other and (foot_line(line.bare, form) or line.text.startswith("[") or is_bracketed(line)):
            return True
        patterns = (form.date, form.meeting, form.annex, form.without_a_vote, *form.tallies)
        return any(p.fullmatch(line.bare) for p in patterns)

    def _record(self, head: Head) -> Record:
        """How it was adopted, as the record below the foot says."""
        if head.draft:
            return Adoption.NOT_STATED, None, (), False
        if head.unanimous:
            return Adoption.UNANIMOUS, None, (), False
        required = head.body is Body.HUMAN_RIGHTS_COUNCIL and head.kind is not DocumentKind.STATEMENT
        if self._of_other and not required and not self._sees_record():
            return Adoption.NOT_STATED, None, (), False
        return RecordReader(self, self.code_of).read(required, required)

    def _sees_printed(self) -> bool:
        """Whether the next line is a record of the Security Council in one sentence."""
        line = self.peek()
        return line is not None and self.form.council_record.match(line.bare) is not None

    def _sees_record(self) -> bool:
        """Whether the next line is the record of a vote, or says that there was none."""
        line = self.peek()
        return line is not None and self._is_record(line.bare)

    def _doubt_whole(self, preamble: tuple[Paragraph, ...], operative: tuple[Paragraph, ...]) -> None:
        """Doubt a text without one of its two parts."""
        if not operative:
            raise self.fail(None, f"{Part.OPERATIVE}1")
        if not preamble and self.lines:
            self.doubt(DoubtKind.SPLIT, self.lines[0], "no preambular paragraph", "the text has an operative part only")

    # --- the foot -----------------------------------------------------------------------------

    def _foot(self, head: Head) -> tuple[date, str, Meeting | None]:
        """The date of adoption, as a date and as printed, and the meeting: in the foot, or in the head."""
        self.place = "title"
        cut = head.body is Body.HUMAN_RIGHTS_COUNCIL and head.kind is not DocumentKind.STATEMENT
        if head.loose and cut and self.peek() is None:
            # With nothing at all below it, it may be cut off.
            raise self.fail(None, "the date of adoption")
        if self._of_other:
            return read_foot(self, head)
        if head.body is Body.SECURITY_COUNCIL or head.draft:
            assert head.adopted is not None
            return head.adopted, head.adopted_as_printed, head.meeting
        optional = head.adopted is not None and (
            head.body is not Body.HUMAN_RIGHTS_COUNCIL or head.kind is not DocumentKind.RESOLUTION
        )
        footless = not (self.sees(self.form.date) or self.sees(self.form.meeting))
        if head.adopted is not None and footless and (optional or self._sees_record()):
            if not optional:
                line = self.lines[self.at]
                self.doubt(DoubtKind.HEAD, line, "no day and no meeting below the text", head.adopted_as_printed)
            return head.adopted, head.adopted_as_printed, None
        before = self.pass_over() if self.sees(self.form.meeting) else None
        line, found = self.take(self.form.date, "the date of adoption")
        adopted = self.dated(line, found)
        assert adopted is not None
        if head.adopted is not None and adopted != head.adopted:
            raise self.fail(
                line, f"dated {line.text}; expected {head.adopted.isoformat()}, the date of adoption in the head"
            )
        session = head.session
        if session and session.opened and session.closed and not session.opened <= adopted <= session.closed:
            raise self.fail(line, f"{line.text} is outside the session; expected a day within {session.dates}")
        if before is None and (optional and not self.sees(self.form.meeting)):
            return adopted, line.bare, None
        meeting = before or self.take(self.form.meeting, "the meeting")[0]
        number = self.form.meeting.fullmatch(meeting.bare)
        assert number
        at = Meeting(whole_number(number["number"]), meeting.bare.rstrip(",，。"), adopted)
        return adopted, line.bare.rstrip("。"), at

    # --- footnotes ------------------------------------------------------------------------------

    def _cite_plainly(self, *parts: tuple[Paragraph, ...]) -> list[tuple[Paragraph, ...]]:
        """The parts, with the marks of notes that they cite in plain figures; and what of the foot does."""
        noted = {found[1]: line for line in self.notes if (found := FOOTNOTE.fullmatch(line.text)) and found[1]}
        known = {mark for part in parts for p in part for mark in p.marks} | self.marked.keys()
        result = [list(part) for part in parts]
        for mark, line in noted.items():
            if mark in known:
                continue
            if self.foot_mark == plain(mark):
                self.marked[mark] = "vote"
                continue
            places = [(part, i) for part in result for i, p in enumerate(part) if cites(p.text, mark)]
            if not places and sum(may_cite(p.text, mark) for part in result for p in part) == 1:
                places = [(part, i) for part in result for i, p in enumerate(part) if may_cite(p.text, mark)]
            for part, i in places:
                part[i] = replace(part[i], marks=(*part[i].marks, mark))
            if places:
                ids = ", ".join(part[i].id for part, i in places)
                self.doubt(
                    DoubtKind.NOTE, line, f"footnote {mark} is cited in plain figures, {plain(mark)}", f"cited by {ids}"
                )
        return [tuple(part) for part in result]

    def _footnotes(self, paragraphs: tuple[Paragraph, ...], annexes: tuple[Annex, ...]) -> tuple[Footnote, ...]:
        paragraphs += tuple(p for annex in annexes for p in annex.paragraphs)
        cited: dict[str, str] = {}
        for paragraph in paragraphs:
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
                self.doubt(DoubtKind.NOTE, line, f"no paragraph cites footnote {mark}", "a note of the whole text")
            self.apparatus.append((line.start, line.start + found.start(3)))
            passage = self.passage(spans_of(line.start + found.start(3), found[3]))
            notes[mark] = Footnote(
                passage.text, passage.spans, mark, cited.get(mark, "" if found[1] else self._starred(mark, paragraphs))
            )
        for mark in cited.keys() - notes.keys():
            self._doubt_mark(mark, cited[mark], paragraphs)
        for mark, line in self.starred.items():
            if mark not in notes:
                what = f"{mark} behind a name, and no note with that mark"
                self.doubt(DoubtKind.NOTE, line, what, "a vote without a note")
        return tuple(notes.values())

    def _starred(self, mark: str, paragraphs: tuple[Paragraph, ...]) -> str:
        """What cites a note with asterisks: the record of the vote, where they stand behind a name there, a paragraph
        that has them, and not as a pair for emphasis, else the title."""
        begun = ((p, self.source.rfind("\n", 0, p.spans[0][0]) + 1) for p in paragraphs)
        printed = ((p.id, self.source[start : p.spans[-1][1] + len(mark)]) for p, start in begun)
        in_text = (name for name, source in printed if re.findall(r"\*+", source).count(mark) % 2)
        return "vote" if mark in self.starred else next(in_text, "title")

    def _doubt_mark(self, mark: str, place: str, paragraphs: tuple[Paragraph, ...]) -> None:
        """Doubt a mark that has no note; ContentError where another one has, since a line is missing then."""
        spans = next((p.spans for p in paragraphs if p.id == place), ())
        number = self.source.count("\n", 0, spans[0][0] if spans else self.source.index(mark)) + 1
        raise ContentError(self.path, number, f"{place} cites footnote {mark}; expected a line that begins with {mark}")

    def _noted(self, roll_call: tuple[Voter, ...], footnotes: tuple[Footnote, ...]) -> tuple[Voter, ...]:
        """The roll call, each voter with what a footnote says of its vote."""
        notes = {note.mark: note.text for note in footnotes}
        return tuple(
            replace(v, note=notes[mark]) if (mark := self.vote_marks.get(v.code, "")) in notes else v for v in roll_call
        )


def read(path: str, source: str, form: Form, code_of: Callable[[str], str | None]) -> Resolution:
    """The resolution that a published text holds.

    path: named in errors; source: the text; code_of: from a state's printed name to its alpha-3 code,
    None where it is not known. Raises ContentError, with the line, where the text is not sound.
    """
    reader = Reader(path, source, form, code_of)
    try:
        return reader.read()
    except ContentError as refused:
        if reader.part not in ("head", "foot"):
            raise
        with suppress(ContentError):
            return Reader(path, source, form, code_of, refused).read()
        raise
