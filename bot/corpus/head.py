"""The head of a text: the organ, its session and agenda item, what was adopted and when, the number and the title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.corpus import ordinals
from bot.corpus.forms import BASIS, NUMBER_AND_TITLE, SYMBOLS
from bot.corpus.lines import Cursor, Line, group, spans_of
from bot.corpus.model import AgendaItem, Body, Kind, Meeting, Passage, Session, Span

QUOTES = '"“«„ '
"""What may stand before the line that opens the preamble."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says; None for what it leaves to the foot, or has not."""

    body: Body
    body_name: str
    kind: Kind
    number: str
    symbol: str
    title: Passage
    session: Session | None = None
    agenda_item: AgendaItem | None = None
    adopted: date | None = None
    adopted_as_printed: str = ""
    meeting: Meeting | None = None
    basis: Passage | None = None


class HeadReader:
    """Reads the lines up to the one that opens the preamble."""

    def __init__(self, cursor: Cursor) -> None:
        self.cursor, self.form = cursor, cursor.form
        self.bodies = {name: body for body, name in self.form.names.items()} | self.form.inflected

    def read(self) -> Head:
        """The head, by the form of the organ it is of."""
        cursor, form = self.cursor, self.form
        if cursor.sees(form.council_number):
            return self._security_council(form.names[Body.SECURITY_COUNCIL])
        line = cursor.peek()
        printed = line.bare if line else ""
        if self.bodies.get(printed) is Body.SECURITY_COUNCIL:
            body_line = cursor.skip()
            if not cursor.sees(form.council_number):
                organs = ", ".join(form.names.values())
                raise cursor.fail(body_line, f"the body “{printed}” has no number of a resolution on the next line; expected that, or another body of {organs}")
            return self._security_council(printed)
        if printed in form.names.values():
            cursor.skip()
            return self._assembly_or_council(printed)
        if cursor.sees(form.session) or any(p.fullmatch(printed) for p in form.adopted_by.values()):
            # The General Assembly's name may stand in the masthead only; the line that says who adopted it has it too.
            return self._assembly_or_council("")
        line, _ = cursor.take(re.compile(".+"), "the name of the body")
        raise cursor.fail(line, f"the body “{line.text[:40]}” is not known; expected one of {', '.join(form.names.values())}")

    # --- Human Rights Council and General Assembly ---------------------------------------------------

    def _assembly_or_council(self, printed: str) -> Head:
        cursor = self.cursor
        regular = self.bodies.get(printed) is Body.HUMAN_RIGHTS_COUNCIL
        session = self._session(regular)
        item = self._agenda_item(regular and session is not None and not session.series)
        kind, line, found = self._adopted_by(printed)
        body_name = group(found, "body") or printed
        body = self.bodies[body_name]
        if printed and body is not self.bodies[printed]:
            raise cursor.fail(line, f"adopted by “{body_name}”; expected {printed}, as in the head")
        adopted = cursor.dated(line, found)
        basis = cursor.whole(cursor.skip()) if cursor.sees(BASIS) else None
        number, title = self._number_and_title(session)
        self._chapeau(body, kind)
        symbol = SYMBOLS.get((body, kind))
        if symbol is None:
            raise cursor.fail(line, f"a {kind} of the {body} has no symbol of its own; expected a resolution")
        return Head(body, printed or self.form.names[body], kind, number, symbol.format(number=number.replace(" (", "(")), title, session, item,
                    adopted, self._date_in(line), basis=basis)  # fmt: skip

    def _date_in(self, line: Line) -> str:
        printed = self.form.date.search(line.bare)
        return printed[0] if printed else ""

    def _session(self, required: bool) -> Session | None:
        cursor, form = self.cursor, self.form
        if not required and not cursor.sees(form.session):
            return None
        line, found = cursor.take(form.session, "the session")
        number = ordinals.value(found["number"])
        if number is None:
            raise cursor.fail(line, f"“{found['number']}” is not a number; expected that of the session")
        series = "ES-" if found["emergency"] else "S-" if found["special"] else ""
        if not required and not cursor.sees(form.session_dates):
            return Session(number, line.bare, "", None, None, series)
        dates, days = cursor.take(form.session_dates, "the dates of the session")
        y1, m1, d1, y2, m2, d2 = (group(days, name) for name in ("y1", "m1", "d1", "y2", "m2", "d2"))
        opened = cursor.day(dates, y1 or y2 or "", m1 or m2 or "", d1 or d2 or "")
        closed = cursor.day(dates, y2 or y1 or "", m2 or m1 or "", d2 or d1 or "")
        if opened > closed:
            raise cursor.fail(dates, "the session closes before it opens; expected dates in order")
        return Session(number, line.bare, dates.bare, opened, closed, series)

    def _agenda_item(self, required: bool) -> AgendaItem | None:
        cursor = self.cursor
        if not required and not cursor.sees(self.form.agenda_item):
            return None
        line, found = cursor.take(self.form.agenda_item, "the agenda item")
        spans: list[Span] = []
        last: Line | None = None
        while (more := cursor.peek()) is not None and not (last and more.after_blank) and not self._begins_text(more):
            spans += (cursor.broken(last, more) if last else []) + spans_of(more.start, more.text)
            last = cursor.skip()
        if not spans:
            raise cursor.fail(line, "the agenda item has no title; expected it on the next line")
        return AgendaItem(int(found["number"]), cursor.passage(spans), line.bare)

    def _begins_text(self, line: Line) -> bool:
        return any(p.fullmatch(line.bare) for p in self.form.adopted_by.values()) or NUMBER_AND_TITLE.fullmatch(line.bare) is not None

    def _adopted_by(self, printed: str) -> tuple[Kind, Line, re.Match[str]]:
        cursor, form = self.cursor, self.form
        for kind, pattern in form.adopted_by.items():
            if cursor.sees(pattern):
                return kind, *cursor.take(pattern, "")
        line, found = cursor.take(form.adopted_by[Kind.RESOLUTION], f"the line saying when {printed} adopted the resolution")
        return Kind.RESOLUTION, line, found

    def _number_and_title(self, session: Session | None) -> tuple[str, Passage]:
        cursor = self.cursor
        line, found = cursor.take(NUMBER_AND_TITLE, "the number and title of the resolution, as in “56/4. …”")
        number = found["number"]
        begin = re.match(r"[^.．]+[.．][*_]*\s*", line.text)
        assert begin
        spans, last = spans_of(line.start + begin.end(), line.text[begin.end() :]), line
        while (more := cursor.peek()) is not None and not more.after_blank and not self._opens(more):
            spans += cursor.broken(last, more) + spans_of(more.start, more.text)
            last = cursor.skip()
        if session:
            self._of_session(line, number, session)
        return number, cursor.passage(spans)

    def _of_session(self, line: Line, number: str, session: Session) -> None:
        roman = re.search(r"\(([IVXLC]+)\)", number)
        expected = f"{session.series}{session.number}"
        if roman is None and number.split("/")[0] != expected and not number.startswith("OS/"):
            raise self.cursor.fail(line, f"number {number} is not of session {expected}; expected {expected}/…")

    # --- Security Council ------------------------------------------------------------------------------

    def _security_council(self, printed: str) -> Head:
        cursor, form, body = self.cursor, self.form, Body.SECURITY_COUNCIL
        line, found = cursor.take(form.council_number, "the number of the resolution, as in “Resolution 2728 (2024)”")
        number, year = f"{found['number']} ({found['year']})", found["year"]
        title = cursor.passage([(a, b) for a, b in spans_of(line.start, line.text.rstrip(",*_ "))])
        line, found = cursor.take(form.council_adopted, "the line saying at which meeting the Security Council adopted it, and when")
        adopted = cursor.dated(line, found)
        assert adopted is not None
        if str(adopted.year) != year:
            raise cursor.fail(line, f"adopted in {adopted.year}; expected {year}, as in the number")
        figures = re.search(r"\d+", found["meeting"])
        assert figures
        self._chapeau(body, Kind.RESOLUTION)
        symbol = SYMBOLS[body, Kind.RESOLUTION].format(number=number.replace(" ", ""))
        return Head(body, printed, Kind.RESOLUTION, number, symbol, title, adopted=adopted, adopted_as_printed=self._date_in(line),
                    meeting=Meeting(int(figures[0]), found["meeting"], adopted))  # fmt: skip

    # --- the line that opens the preamble ----------------------------------------------------------------

    def _opens(self, line: Line) -> bool:
        bare = line.bare.lstrip(QUOTES)
        return bare in self.form.chapeaux or self.form.introduction.fullmatch(bare) is not None

    def _chapeau(self, body: Body, kind: Kind) -> None:
        cursor, form = self.cursor, self.form
        if kind is not Kind.RESOLUTION and cursor.sees(form.introduction):
            cursor.skip()
        chapeau = next(c for c, b in form.chapeaux.items() if b is body)
        line = cursor.peek()
        if line is not None and line.bare.lstrip(QUOTES) == chapeau:
            cursor.skip()
        elif kind is Kind.RESOLUTION or line is None:
            cursor.take(re.compile(re.escape(chapeau)), f"“{chapeau}”, which opens the preamble")
