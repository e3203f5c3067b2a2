"""Official text → Resolution; whatever does not add up is reported with its line, never passed over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.corpus.forms import SYMBOLS, Form
from bot.corpus.model import (
    CAST,
    Adoption,
    AgendaItem,
    Footnote,
    Meeting,
    Paragraph,
    Part,
    Passage,
    Resolution,
    Session,
    Span,
    Tally,
    Vote,
    Voter,
)
from bot.errors import ContentError
from bot.language import numerals

MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FOOTNOTE = re.compile(rf"([{MARKS}]+)\s*(.+)")
_EMPHASIS = re.compile(r"\*+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source that is not blank, without the white space around it."""

    number: int
    start: int
    """Where it begins in the source, in characters."""
    text: str
    after_blank: bool
    """Whether a blank line, or nothing, stands before it."""


def _lines(source: str) -> Iterator[Line]:
    start, blank = 0, True
    # Not splitlines(): a form feed ends no line in an editor, nor in the numbers of an error.
    for number, raw in enumerate(source.split("\n"), 1):
        text = raw.strip()
        if text:
            yield Line(number, start + raw.index(text), text, blank)
        blank = not text
        start += len(raw) + 1


def _spans(start: int, text: str) -> list[Span]:
    """The spans of a stretch of source, less its emphasis marks."""
    spans, at = [], 0
    for mark in _EMPHASIS.finditer(text):
        if mark.start() > at:
            spans.append((start + at, start + mark.start()))
        at = mark.end()
    if at < len(text):
        spans.append((start + at, start + len(text)))
    return spans


class Reader:
    """Reads one published text, line by line."""

    def __init__(self, path: str, source: str, form: Form, code_of: Callable[[str], str | None]) -> None:
        self.path, self.source, self.form, self.code_of = path, source, form, code_of
        lines = list(_lines(source))
        self.notes = [line for line in lines if _FOOTNOTE.fullmatch(line.text)]
        self.lines = [line for line in lines if line not in self.notes]
        self.at = 0

    # --- the cursor -------------------------------------------------------------------------

    def fail(self, line: Line | None, message: str) -> ContentError:
        """The error for that line (None: for the end of the text)."""
        if line is None:
            return ContentError(self.path, self.source.count("\n") + 1, f"the text ends here; expected {message}")
        return ContentError(self.path, line.number, message)

    def peek(self) -> Line | None:
        """The next line, or None at the end."""
        return self.lines[self.at] if self.at < len(self.lines) else None

    def take(self, pattern: re.Pattern[str], what: str) -> tuple[Line, re.Match[str]]:
        """The next line, which must match the whole pattern; `what` names it in the error."""
        line = self.peek()
        if line is None:
            raise self.fail(None, what)
        found = pattern.fullmatch(line.text)
        if not found:
            raise self.fail(line, f"expected {what}, found “{line.text[:40]}”")
        self.at += 1
        return line, found

    def passage(self, spans: list[Span]) -> Passage:
        """The text of those spans."""
        return Passage("".join(self.source[a:b] for a, b in spans), tuple(spans))

    def day(self, line: Line, year: str, month: str, day: str) -> date:
        """That date; an error where the calendar has no such day."""
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            raise self.fail(line, f"{year}-{month}-{day} is not a date; expected a day of the calendar") from None

    # --- the parts of the text, in order ----------------------------------------------------

    def read(self) -> Resolution:
        """The whole resolution; ContentError where the text is not sound."""
        form = self.form
        line, found = self.take(re.compile(".+"), "the name of the body")
        body_name = line.text
        if body_name not in form.bodies:
            raise self.fail(line, f"the body “{body_name}” is not known; expected one of {', '.join(form.bodies)}")
        body = form.bodies[body_name]
        session = self._session()
        item = self._agenda_item()
        line, found = self.take(form.adopted_by, f"the line saying when {body_name} adopted the resolution")
        if found[1] != body_name:
            raise self.fail(line, f"adopted by “{found[1]}”; expected {body_name}, as in the head")
        adopted = self.day(line, found[2], found[3], found[4])
        line, found = self.take(form.number_and_title, "the number and title of the resolution, as in “56/4. …”")
        number = found[1]
        title = self.passage([(line.start + found.start(2), line.start + found.end(2))])
        if number.split("/")[0] != str(session.number):
            raise self.fail(line, f"number {number} is not of session {session.number}; expected {session.number}/…")
        self.take(re.compile(re.escape(body_name + form.chapeau)), f"“{body_name}{form.chapeau}”, which opens the preamble")
        preamble, operative = self._preamble(), self._operative()
        line, found = self.take(form.date, "the date of adoption")
        if self.day(line, *found.groups()) != adopted:
            raise self.fail(line, f"dated {line.text}; expected {adopted.isoformat()}, the date of adoption in the head")
        as_printed = line.text
        if not session.opened <= adopted <= session.closed:
            raise self.fail(line, f"{line.text} is outside the session; expected a day within {session.dates}")
        line, found = self.take(form.meeting, "the meeting")
        meeting = Meeting(int(found[1]), line.text, adopted)
        adoption, tally, roll_call = self._adoption()
        if (left := self.peek()) is not None:
            raise self.fail(left, f"expected the end of the text, found “{left.text[:40]}”")
        footnotes = self._footnotes(preamble + operative)
        return Resolution(
            symbol=SYMBOLS[body].format(number=number), language=form.language, body=body, body_name=body_name,
            number=number, title=title, session=session, agenda_item=item, adopted=adopted,
            adopted_as_printed=as_printed, meeting=meeting, preamble=preamble, operative=operative,
            footnotes=footnotes, adoption=adoption, tally=tally, roll_call=roll_call, source=self.source,
        )  # fmt: skip

    def _session(self) -> Session:
        line, found = self.take(self.form.session, "the session")
        name, number = line.text, numerals.value(found[1])
        if number is None:
            raise self.fail(line, f"“{found[1]}” is not a number; expected that of the session")
        line, found = self.take(self.form.session_dates, "the dates of the session")
        year, month, day, to_year, to_month, to_day = found.groups()
        opened = self.day(line, year, month, day)
        closed = self.day(line, to_year or year, to_month or month, to_day)
        if opened > closed:
            raise self.fail(line, "the session closes before it opens; expected dates in order")
        return Session(number, name, line.text, opened, closed)

    def _agenda_item(self) -> AgendaItem:
        line, found = self.take(self.form.agenda_item, "the agenda item")
        spans: list[Span] = []
        first = True
        while (next_line := self.peek()) is not None and (first or not next_line.after_blank):
            spans += _spans(next_line.start, next_line.text)
            first = False
            self.at += 1
        if not spans:
            raise self.fail(line, "the agenda item has no title; expected it on the next line")
        return AgendaItem(int(found[1]), self.passage(spans))

    def _paragraph(self, part: Part, number: int, first: Line, offset: int) -> Paragraph:
        """The paragraph that begins on a line that was just taken, at that place in it, with the lines it goes on in."""
        spans, last = _spans(first.start + offset, first.text[offset:]), first
        if not spans:
            raise self.fail(first, f"{part}{number} has no text; expected some behind “{first.text}”")
        while (more := self.peek()) is not None and not more.after_blank and not self.form.operative.match(more.text):
            if last.text[-1] in self.form.ends[part]:
                what = "the number of an operative paragraph" if part is Part.OPERATIVE else "a blank line before it"
                raise self.fail(more, f"follows the end of {part}{number}; expected {what}")
            spans += _spans(more.start, more.text)
            last = more
            self.at += 1
        passage = self.passage(spans)
        if not re.search(r"\w", passage.text):
            raise self.fail(first, f"{part}{number} has no words; expected some before “{passage.text[-1]}”")
        following = self.peek()
        is_last = part is Part.OPERATIVE and not (following and self.form.operative.match(following.text))
        ends = self.form.ends["last" if is_last else part]
        if passage.text[-1] not in ends:
            expected = " or ".join(f"“{c}”" for c in ends)
            raise self.fail(last, f"{part}{number} ends with “{passage.text[-1]}”; expected {expected} (is a line missing?)")
        return Paragraph(passage.text, passage.spans, part, number, tuple(re.findall(f"[{MARKS}]+", passage.text)))

    def _preamble(self) -> tuple[Paragraph, ...]:
        paragraphs: list[Paragraph] = []
        seen: dict[str, int] = {}
        while (line := self.peek()) is not None and not self.form.operative.match(line.text):
            self.at += 1
            paragraph = self._paragraph(Part.PREAMBLE, len(paragraphs) + 1, line, 0)
            if paragraph.text in seen:
                raise self.fail(line, f"stands on line {seen[paragraph.text]} already; expected each preambular paragraph once")
            seen[paragraph.text] = line.number
            paragraphs.append(paragraph)
        return tuple(paragraphs)

    def _operative(self) -> tuple[Paragraph, ...]:
        paragraphs: list[Paragraph] = []
        while (line := self.peek()) is not None and (found := self.form.operative.match(line.text)):
            expected = len(paragraphs) + 1
            if int(found[1]) != expected:
                raise self.fail(line, f"operative paragraph {found[1]}; expected {expected}: the numbers must have no gap")
            self.at += 1
            paragraphs.append(self._paragraph(Part.OPERATIVE, expected, line, found.end()))
        if not paragraphs:
            raise self.fail(self.peek(), "operative paragraph 1, “1. …”")
        return tuple(paragraphs)

    def _adoption(self) -> tuple[Adoption, Tally | None, tuple[Voter, ...]]:
        line = self.peek()
        if line is not None and self.form.without_a_vote.fullmatch(line.text):
            self.at += 1
            return Adoption.WITHOUT_A_VOTE, None, ()
        line, found = self.take(self.form.recorded_vote, "how it was adopted: the tally of the recorded vote, or that there was none")
        tally = Tally(*(int(figure or 0) for figure in found.groups()))
        return Adoption.RECORDED_VOTE, tally, self._roll_call(line, tally)

    def _roll_call(self, tally_line: Line, tally: Tally) -> tuple[Voter, ...]:
        voters: dict[str, Voter] = {}
        lists: dict[Vote, Line] = {}
        bracketed = tally_line.text.startswith("[")
        closed: Line | None = None
        vote: Vote | None = None
        while (line := self.peek()) is not None:
            self.at += 1
            if closed:
                raise self.fail(line, f"“{line.text[:40]}” follows “]” on line {closed.number}; expected the end of the text")
            text, start = line.text, line.start
            heading, colon, rest = text.partition("：")
            if colon and heading in self.form.votes:
                vote = self.form.votes[heading]
                if vote in lists:
                    raise self.fail(line, f"a second list “{heading}”; expected one only, and line {lists[vote].number} begins one")
                lists[vote] = line
                start += len(heading) + 1
                text = rest
            if vote is None:
                raise self.fail(line, f"expected the heading of a list of voters, found “{text[:40]}”")
            if text.endswith("]"):
                closed, text = line, text[:-1]
            self._voters(line, start, text.removesuffix(self.form.separator), vote, voters)
        if bracketed != bool(closed):
            raise self.fail(closed, "expected “[” before the tally, since “]” closes the vote here" if closed else "“]”, which closes the recorded vote")
        for kind in CAST:
            count = sum(v.vote is kind for v in voters.values())
            if count != tally.of(kind):
                at = lists.get(kind, tally_line)
                said = f"the tally on line {tally_line.number} says {tally.of(kind)}"
                raise self.fail(at, f"{count} voters listed under “{kind}”, but {said}; expected the same number")
        return tuple(voters.values())

    def _voters(self, line: Line, start: int, text: str, vote: Vote, voters: dict[str, Voter]) -> None:
        at = 0
        for piece in text.split(self.form.separator) if text.strip() else ():
            name = piece.strip()
            begin = start + at + (len(piece) - len(piece.lstrip()))
            at += len(piece) + len(self.form.separator)
            if not name:
                raise self.fail(line, "a voter's name is missing between two separators; expected a name")
            code = self.code_of(name)
            if code is None:
                raise self.fail(line, f"“{name}” is not a state in content/names; expected the name of a state")
            if code in voters:
                raise self.fail(line, f"“{name}” is listed twice (also under “{voters[code].vote}”); expected each voter once")
            voters[code] = Voter(code, name, vote, (begin, begin + len(name)))

    def _footnotes(self, paragraphs: tuple[Paragraph, ...]) -> tuple[Footnote, ...]:
        cited: dict[str, Paragraph] = {}
        for paragraph in paragraphs:
            for mark in paragraph.marks:
                cited.setdefault(mark, paragraph)
        notes: dict[str, Footnote] = {}
        for line in self.notes:
            found = _FOOTNOTE.fullmatch(line.text)
            assert found
            mark = found[1]
            if mark in notes:
                raise self.fail(line, f"a second footnote {mark}; expected each mark once")
            if mark not in cited:
                raise self.fail(line, f"no paragraph cites footnote {mark}; expected its mark in one of them")
            passage = self.passage(_spans(line.start + found.start(2), found[2]))
            notes[mark] = Footnote(passage.text, passage.spans, mark, cited[mark].id)
        for mark, paragraph in cited.items():
            if mark not in notes:
                line_number = self.source.count("\n", 0, paragraph.spans[0][0]) + 1
                raise ContentError(self.path, line_number, f"{paragraph.id} cites footnote {mark}; expected a line that begins with {mark}")
        return tuple(notes.values())


def read(path: str, source: str, form: Form, code_of: Callable[[str], str | None]) -> Resolution:
    """The resolution that a published text holds.

    path: named in errors; source: the text; code_of: from a state's printed name to its alpha-3 code,
    None where it is not known. Raises ContentError, with the line, where the text is not sound.
    """
    return Reader(path, source, form, code_of).read()
