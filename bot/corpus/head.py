"""The head of a text: the organ, its session and agenda item, what was adopted and when, the number and the title.

head      = council | assembly | draft
council   = [name] dated-number [symbol]                      (up to 1964: 12 (1946). Resolution of 10 December 1946)
          | [name] number dated                               (up to 1993: Resolution 402 (1976), of 22 December 1976)
          | [name] number adopted                             (since: Adopted by the Security Council at its … meeting)
assembly  = [name] [session [days]] [item [title]] adopted-by [basis] number "." title [letter]
          | [name] number "." title [letter]                 (in volumes of resolutions)
draft     = …                                                (drafts.py)
opening   = recital* chapeau                                  (The General Assembly,)
"""

from __future__ import annotations

import re

from bot.corpus import ordinals
from bot.corpus.figures import of_symbol, whole_number
from bot.corpus.forms import BASIS, NUMBER_AND_TITLE, OPERATIVE, PRINTED_SYMBOL, RECOGNIZED, SYMBOLS
from bot.corpus.heads import QUOTES, Head, opening
from bot.corpus.lines import Cursor, TextLine, group, spans_of
from bot.doubts import DoubtKind
from bot.resolution import AgendaItem, Body, DocumentKind, Meeting, Passage, Session, Span

_RECITALS = 12
"""Within how many lines below the head the preamble must be opened."""
_DECIDING = 200
"""Within how many characters the sentence that a decision consists of says when, and which organ decides."""
_STROKES = str.maketrans("lIift|", "111111")
"""What a 1 in the day of old print is recognized as: 3f July."""

_PART = re.compile("[A-Z]")
"""Which of the resolutions that share a number it is, on a line between the title and the text: B, of 88/101 B."""


class HeadReader:
    """Reads the lines up to the one that opens the preamble."""

    def __init__(self, cursor: Cursor) -> None:
        self.cursor, self.form = cursor, cursor.form
        self.bodies = {name: body for body, name in self.form.names.items()} | self.form.inflected

    def is_known(self) -> bool:
        """Whether the head, or the line that opens the preamble, is of one of the organs with forms of their own."""
        cursor, form = self.cursor, self.form
        line = cursor.peek()
        printed = line.bare if line else ""
        council = (form.council_number, form.council_dated_number, form.council_adopted)
        by_number = (cursor.sees(NUMBER_AND_TITLE) or cursor.sees(form.session)) and self._opened_as_known()
        return (
            printed in form.names.values()
            or any(map(cursor.sees, (*council, *form.adopted_by.values())))
            or bool(by_number)
        )

    def _opened_as_known(self) -> bool:
        ahead = (self.cursor.peek(i) for i in range(_RECITALS))
        return any(line is not None and self.opens(line) for line in ahead)

    def body_named(self, name: str) -> Body | None:
        """Which body has that name, which old documents print in capitals."""
        known = {each.casefold(): body for each, body in self.bodies.items()}
        return known.get(name.casefold())

    def read(self) -> Head:
        """The head, by the form of the organ it is of."""
        cursor, form = self.cursor, self.form
        if cursor.sees(form.council_number) or cursor.sees(form.council_dated_number):
            return self._security_council(form.names[Body.SECURITY_COUNCIL])
        line = cursor.peek()
        printed = line.bare if line else ""
        if self.bodies.get(printed) is Body.SECURITY_COUNCIL:
            self._council_named(printed)
            return self._security_council(printed)
        if printed in form.names.values():
            cursor.pass_over()
        if cursor.sees(NUMBER_AND_TITLE):
            return self._from_number()
        if printed in form.names.values():
            return self._assembly_or_council(printed)
        if cursor.sees(form.session) or any(p.fullmatch(printed) for p in form.adopted_by.values()):
            # The General Assembly's name may stand in the masthead only; the line that says who adopted it has it too.
            return self._assembly_or_council("")
        if cursor.sees(form.council_adopted):
            raise cursor.fail(
                line,
                (
                    "the number of the resolution is missing; expected it on a line before this one, as in "
                    "“Resolution 2728 (2024)”, or in the name of the file, or as --symbol"
                ),
            )
        line, _ = cursor.take(re.compile(".+"), "the name of the body")
        raise cursor.fail(
            line, f"the body “{line.text[:40]}” is not known; expected one of {', '.join(form.names.values())}"
        )

    def _council_named(self, printed: str) -> None:
        """Read on behind the name of the Security Council; ContentError where no number stands below it."""
        cursor, form = self.cursor, self.form
        line = cursor.pass_over()
        if cursor.sees(form.council_number) or cursor.sees(form.council_dated_number):
            return
        organs = ", ".join(form.names.values())
        what = f"the body “{printed}” has no number of a resolution on the next line"
        raise cursor.fail(line, f"{what}; expected that, or another body of {organs}")

    # --- Human Rights Council and General Assembly ---------------------------------------------------

    def _assembly_or_council(self, printed: str) -> Head:
        cursor = self.cursor
        regular = self.bodies.get(printed) is Body.HUMAN_RIGHTS_COUNCIL
        session = self.session(regular)
        item = self.agenda_item(regular and session is not None and not session.series)
        kind, line, found = self._adopted_by(printed)
        body_name = group(found, "body") or printed
        body = self.body_named(body_name)
        if body is None or (printed and body is not self.bodies[printed]):
            raise cursor.fail(line, f"adopted by “{body_name}”; expected {printed}, as in the head")
        adopted = cursor.dated(line, found)
        basis = cursor.whole(cursor.skip()) if cursor.sees(BASIS) else None
        number, title = self._number_and_title(session)
        self.chapeau(body, kind)
        symbol = SYMBOLS.get((body, kind))
        if symbol is None:
            raise cursor.fail(line, f"a {kind} of the {body} has no symbol of its own; expected a resolution")
        return Head(body, printed or self.form.names[body], kind, number, symbol.format(number=number.replace(" (",
        "(")), title, session, item,
                    adopted, self._date_in(line), basis=basis)  # fmt: skip

    def _from_number(self) -> Head:
        """The head of a text that begins with its number, as in a volume of resolutions: the line that opens the
        preamble names the organ, and the date stands in the foot."""
        cursor, form, kind = self.cursor, self.form, DocumentKind.RESOLUTION
        first = cursor.peek()
        number, title = self._number_and_title(None)
        line = cursor.peek()
        opened = opening(line.bare.lstrip(QUOTES), form.openings) if line else None
        body = next((b for chapeau, b in form.chapeaux.items() if chapeau[:-1] == opened), Body.SECURITY_COUNCIL)
        if first and line and body is Body.SECURITY_COUNCIL and (deciding := self._deciding(line)):
            body, found = deciding
            understood = f"the {body}, on {found[0]}, as its first sentence says"
            cursor.doubt(DoubtKind.HEAD, first, f"no line says who adopted {number}", understood)
            return Head(body, form.names[body], DocumentKind.DECISION, number,
                        SYMBOLS[body, DocumentKind.DECISION].format(number=number), title,
                        adopted=cursor.dated(line, found), adopted_as_printed=found[0])  # fmt: skip
        if first is None or body is Body.SECURITY_COUNCIL:
            organs = ", ".join(f"“{chapeau}”" for chapeau, b in form.chapeaux.items() if b is not body)
            raise cursor.fail(
                first, f"no line says who adopted {number}; expected that above it, or below its title one of {organs}"
            )
        cursor.doubt(DoubtKind.HEAD, first, f"no line says who adopted {number}", f"the {body}, as it opens the text")
        self.chapeau(body, kind)
        symbol = SYMBOLS[body, kind].format(number=number.replace(" (", "("))
        return Head(body, form.names[body], kind, number, symbol, title)

    def _deciding(self, line: TextLine) -> tuple[Body, re.Match[str]] | None:
        """Which of the organs decides in the sentence that a text begins with, and on which day: At its 12th meeting,
        on 5 June, the Council decided to …."""
        begin = line.bare[:_DECIDING]
        day = self.form.date.search(begin)
        behind = begin[day.end() :] if day else ""
        decides = {body for body, kind in SYMBOLS if kind is DocumentKind.DECISION}
        named = [(behind.find(name), body) for name, body in self.bodies.items() if name in behind and body in decides]
        numbered = any(OPERATIVE.match(each.text) for each in self.cursor.lines[self.cursor.at :])
        alone = not (numbered or self.form.recites(begin))
        return (min(named)[1], day) if day and named and alone else None

    def _date_in(self, line: TextLine) -> str:
        printed = self.form.date.search(line.bare)
        return printed[0] if printed else ""

    def session(self, required: bool) -> Session | None:
        """The session, with its days where the head has them; required: whether it is doubted where there is none."""
        cursor, form = self.cursor, self.form
        if not cursor.sees(form.session):
            if required:
                self._missing("the session")
            return None
        line, found = cursor.take(form.session, "the session")
        printed = group(found, "number") or ""
        number = ordinals.value(printed)
        if number is None:
            raise cursor.fail(line, f"“{printed}” is not a number; expected that of the session")
        series = "ES-" if found["emergency"] else "S-" if found["special"] else ""
        if not cursor.sees(form.session_dates):
            if required:
                self._missing("the dates of the session")
            return Session(number, line.bare, "", None, None, series)
        dates, days = cursor.take(form.session_dates, "the dates of the session")
        y1, m1, d1, y2, m2, d2 = (group(days, name) for name in ("y1", "m1", "d1", "y2", "m2", "d2"))
        opened = cursor.day(dates, y1 or y2 or "", m1 or m2 or "", d1 or d2 or "")
        closed = cursor.day(dates, y2 or y1 or "", m2 or m1 or "", d2 or d1 or "")
        if opened > closed:
            raise cursor.fail(dates, "the session closes before it opens; expected dates in order")
        return Session(number, line.bare, dates.bare, opened, closed, series)

    def _missing(self, what: str) -> None:
        """Remember that the head lacks what others have; ContentError at the end of the text."""
        line = self.cursor.peek()
        if line is None:
            raise self.cursor.fail(None, what)
        self.cursor.doubt(DoubtKind.HEAD, line, f"{what} does not stand before “{line.text[:40]}”", "the head has none")

    def agenda_item(self, required: bool) -> AgendaItem | None:
        """The agenda item; required: whether it is doubted where none stands there, or no title."""
        cursor = self.cursor
        if not cursor.sees(self.form.agenda_item):
            if required:
                self._missing("the agenda item")
            return None
        line, found = cursor.take(self.form.agenda_item, "the agenda item")
        spans: list[Span] = []
        last: TextLine | None = None
        while (more := cursor.peek()) is not None and not (last and more.after_blank) and not self._begins_text(more):
            spans += (cursor.broken(last, more) if last else []) + spans_of(more.start, more.text)
            last = cursor.skip()
        if not spans and required:
            self._missing("the title of the agenda item")
        return AgendaItem(whole_number(found["number"]), cursor.passage(spans) if spans else None, line.bare)

    def _begins_text(self, line: TextLine) -> bool:
        patterns = (*self.form.adopted_by.values(), NUMBER_AND_TITLE, self.form.draft, BASIS)
        return any(p.fullmatch(line.bare) for p in patterns) or self.opens(line)

    def _adopted_by(self, printed: str) -> tuple[DocumentKind, TextLine, re.Match[str]]:
        cursor, form = self.cursor, self.form
        for kind, pattern in form.adopted_by.items():
            if cursor.sees(pattern):
                return kind, *cursor.take(pattern, "")
        line, found = cursor.take(
            form.adopted_by[DocumentKind.RESOLUTION],
            f"the line saying when {printed} adopted the resolution, by day, month and year",
        )
        return DocumentKind.RESOLUTION, line, found

    def _number_and_title(self, session: Session | None) -> tuple[str, Passage]:
        cursor = self.cursor
        line = cursor.peek()
        found = cursor.sees(NUMBER_AND_TITLE)
        if line is None or found is None:
            line, found = cursor.take(NUMBER_AND_TITLE, "the number and title of the resolution, as in “56/4. …”")
        cursor.skip()
        number = of_symbol(found["number"])
        begin = re.match(r"[^.．]+?(?:[.．]|[-–—](?=[\s*_]))[*_\s]*", line.text)
        assert begin
        cursor.apparatus.append((line.start, line.start + begin.end()))
        spans, last = spans_of(line.start + begin.end(), line.text[begin.end() :]), line
        while (more := cursor.peek()) is not None and not more.after_blank and not self.opens(more):
            spans += cursor.broken(last, more) + spans_of(more.start, more.text)
            last = cursor.skip()
        following = cursor.peek(1)
        if cursor.sees(_PART) and following and self.opens(following):
            number = f"{number} {cursor.pass_over().bare}"
        if session:
            self._of_session(line, number, session)
        return number, cursor.passage(spans)

    def _of_session(self, line: TextLine, number: str, session: Session) -> None:
        roman = re.search(r"\(([IVXLC]+)\)", number)
        expected = f"{session.series}{session.number}"
        if roman is None and number.split("/")[0] != expected and not number.startswith("OS/"):
            raise self.cursor.fail(line, f"number {number} is not of session {expected}; expected {expected}/…")

    # --- Security Council ------------------------------------------------------------------------------

    def _security_council(self, printed: str) -> Head:
        cursor, form, body = self.cursor, self.form, Body.SECURITY_COUNCIL
        pattern = form.council_dated_number if cursor.sees(form.council_dated_number) else form.council_number
        first, found = cursor.take(pattern, "the number of the resolution, as in “Resolution 2728 (2024)”")
        printed_number = first.text.rstrip(",*_ ")
        behind = (first.start + len(printed_number), first.start + len(first.text))
        cursor.apparatus[-1:] = [behind] if behind[0] < behind[1] else []
        title = cursor.passage(spans_of(first.start, printed_number))
        figure, year = found["number"], group(found, "year")
        line, adopted, meeting, unanimous = first, cursor.dated(first, found), None, False
        if adopted is None and cursor.sees(form.council_dated):
            line, found = cursor.take(form.council_dated, "")
            printed_day, printed_year = found["d"], found["y"]
            day = printed_day.translate(_STROKES)
            if day != printed_day:
                cursor.doubt(DoubtKind.RECOGNIZED, line, f"“{printed_day}” for a day", day)
            if not printed_year.isdigit() and year:
                cursor.doubt(DoubtKind.RECOGNIZED, line, f"“{printed_year}” for a year", f"{year}, as in the number")
                printed_year = year
            adopted = cursor.day(line, printed_year, found["m"], day)
        elif adopted is None:
            line, found = cursor.take(
                form.council_adopted, "the line saying at which meeting the Security Council adopted it, and when"
            )
            adopted = cursor.dated(line, found)
            assert adopted is not None
            meeting = Meeting(self._meeting(line, found["meeting"]), found["meeting"], adopted)
            unanimous = bool(group(found, "unanimous"))
        assert adopted is not None
        if year is None:
            year = str(adopted.year)
            cursor.doubt(
                DoubtKind.HEAD,
                first,
                f"“{first.text[:40]}” has no year",
                f"{figure} ({year}), as it was adopted in {year}",
            )
        if str(adopted.year) != year:
            cursor.doubt(
                DoubtKind.HEAD, first, f"{year} in the number, adopted in {adopted.year}", f"{figure} ({adopted.year})"
            )
            year = str(adopted.year)
        basis = cursor.whole(cursor.skip()) if cursor.sees(PRINTED_SYMBOL) else None
        self.chapeau(body, DocumentKind.RESOLUTION)
        symbol = SYMBOLS[body, DocumentKind.RESOLUTION].format(number=f"{figure}({year})")
        return Head(body, printed, DocumentKind.RESOLUTION, f"{figure} ({year})", symbol, title, adopted=adopted,
        adopted_as_printed=self._date_in(line),
                    meeting=meeting, unanimous=unanimous, basis=basis)  # fmt: skip

    def _meeting(self, line: TextLine, printed: str) -> int:
        """The number of a meeting; letters in it are figures that were recognized as such, and are doubted."""
        found = re.search(r"\d[\dlIO]*", printed)
        assert found
        number = found[0].translate(RECOGNIZED)
        if number != found[0]:
            self.cursor.doubt(DoubtKind.RECOGNIZED, line, f"“{found[0]}” for the number of the meeting", number)
        return int(number)

    # --- the line that opens the preamble ----------------------------------------------------------------

    def opens(self, line: TextLine) -> bool:
        """Whether a line opens the preamble, or introduces a text."""
        bare = line.bare.lstrip(QUOTES)
        return opening(bare, self.form.openings) is not None or self.form.introduction.fullmatch(bare) is not None

    def chapeau(self, body: Body, kind: DocumentKind) -> None:
        """Pass over the line that opens the preamble; what stands before it are recitals, which the preamble begins
        with."""
        cursor, form = self.cursor, self.form
        if kind is not DocumentKind.RESOLUTION and cursor.sees(form.introduction):
            cursor.pass_over()
        chapeau = next(c for c, b in form.chapeaux.items() if b is body)
        ahead = next(
            (
                i
                for i in range(_RECITALS)
                if (line := cursor.peek(i)) and opening(line.bare.lstrip(QUOTES), {chapeau[:-1]})
            ),
            None,
        )
        line = cursor.peek(ahead or 0)
        if line is None:
            raise cursor.fail(None, f"“{chapeau}”, which opens the preamble")
        if ahead == 0:
            if not line.bare.endswith(chapeau[-1]):
                cursor.doubt(
                    DoubtKind.HEAD,
                    line,
                    f"“{line.bare}” opens the preamble; others have “{chapeau}”",
                    "it opens the preamble",
                )
            cursor.pass_over()
        elif ahead:
            cursor.doubt(
                DoubtKind.HEAD, line, f"{ahead} lines stand before “{line.bare}”", "paragraphs of the preamble"
            )
            cursor.at_chapeau = cursor.at + ahead
        elif kind is DocumentKind.RESOLUTION:
            cursor.doubt(
                DoubtKind.HEAD,
                line,
                f"“{chapeau}”, which opens the preamble, does not stand before “{line.text[:40]}”",
                "the preamble begins here",
            )
