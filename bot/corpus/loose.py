"""The head of a text of one of the four bodies whose lines stand otherwise than in the forms that documents have now:
in collections, in old prints, copied in part.

Each line is known by what it is, as those of other bodies are (others.py); the line that opens the preamble says whose
the text is. Nothing in such a head may speak against anything else in it, and that it is read so is a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.corpus.figures import of_symbol
from bot.corpus.forms import NUMBER_AND_TITLE, PRINTED_SYMBOL, SYMBOLS
from bot.corpus.forms.other_bodies import OWN_SYMBOL
from bot.corpus.heads import QUOTES, Head, opening
from bot.corpus.lines import Cursor, TextLine, bare, group, spans_of
from bot.corpus.others import FARTHEST, OWN_TITLED, Opened, OtherReader, part_of
from bot.corpus.others import Part as Line
from bot.resolution import Body, DocumentKind, Meeting, Passage, body_of

_LONGEST_DATED = 60
"""Characters of the longest line that says nothing but what was adopted on a day: Resolution of 14 March 1951."""
_ROMAN = r"\d{1,4}(?: [A-Z])? \((?:[A-Z]-)?[IVXLC]+\)"
_NUMBERS = {
    Body.HUMAN_RIGHTS_COUNCIL: re.compile(r"(?:S-)?\d{1,3}/\d{1,4}"),
    Body.GENERAL_ASSEMBLY: re.compile(rf"(?:E?S-)?\d{{1,3}}/\d{{1,4}}(?: [A-Z])?|{_ROMAN}"),
    Body.ECONOMIC_AND_SOCIAL_COUNCIL: re.compile(rf"\d{{4}}/\d{{1,4}}(?: [A-Z])?|{_ROMAN}"),
}
"""What the numbers of each body look like."""
_OWN_SYMBOL = re.compile(
    r"[AE]/(?:HRC/)?(?:RES|DEC|PRST)/(?P<number>(?:E?S-)?\d{1,4}/\d{1,4}(?: [A-Z])?|\d{1,4} ?\([IVXLC]+\))"
)
"""The symbol of a text of the four, which has its number."""
_NO_TEXT = re.compile(r"^\S+/(?:L|CRP|Corr)\.\d{1,4}\S{0,12}$")
"""The symbol of a draft, or of what corrects a text."""
_COUNCIL_SYMBOL = re.compile(r"S/RES/(?P<number>\d{1,4}) ?\((?P<year>\d{4})\)")


def foreign_symbol(texts: list[str]) -> str:
    """The symbol of another body's text that stands on a line of a head, alone, behind the name of the body or before
    the title: the General Conference of the IAEA opens its resolutions as the General Assembly does. Empty where none
    does."""
    ends = (piece for text in texts for piece in re.split(r"\s{2,}", text.strip()))
    titled = (found["symbol"] for text in texts if (found := OWN_TITLED.fullmatch(text.strip())))
    owns = (*(piece for piece in ends if OWN_SYMBOL.fullmatch(piece)), *titled)
    return next((own for own in owns if not ((body := body_of(own)) and body.principal)), "")


def opened_by_principal(cursor: Cursor) -> Opened | None:
    """Where a text is opened by one of the four, from where the cursor stands."""
    for at, line in enumerate(cursor.lines[cursor.at : cursor.at + FARTHEST]):
        text = line.bare.lstrip(QUOTES)
        if text not in cursor.form.names.values() and (plain := opening(text, cursor.form.openings)):
            return Opened(at, 1, text, plain)
    return None


def read_loosely(cursor: Cursor) -> Head:
    """The head of a text that stands where the cursor does; ContentError where it is none."""
    opened = opened_by_principal(cursor)
    if opened is None:
        raise cursor.fail(cursor.peek(), "no line opens a preamble; expected the name of a body")
    above = cursor.lines[cursor.at : cursor.at + opened.at]
    foreign = foreign_symbol([line.bare for line in above])
    return OtherReader(cursor, opened).read() if foreign else LooseReader(cursor, opened).read()


class LooseReader(OtherReader):
    """Reads the head of a text of one of the four, line by line."""

    def part(self, line: TextLine) -> Line:
        """What a line of the head is."""
        text, form = line.bare, self.form
        adopting = (*form.adopted_by.values(), form.council_adopted, form.introduction, form.council_dated)
        if any(p.fullmatch(text) for p in adopting):
            return Line.ADOPTED
        if form.council_number.fullmatch(text) or form.council_dated_number.fullmatch(text):
            return Line.NUMBERED
        if _OWN_SYMBOL.fullmatch(text.rstrip("*")):
            return Line.SYMBOL
        if NUMBER_AND_TITLE.fullmatch(text):
            return Line.TITLED
        if PRINTED_SYMBOL.fullmatch(text) or text.startswith("["):
            return Line.BODY
        found = part_of(text, form, self.opening.name)
        return Line.ADOPTED if found is Line.PLAIN and self._is_dated(text) else found

    def _is_dated(self, text: str) -> bool:
        """Whether a line says nothing but what was adopted on a day."""
        day = self.form.date.search(text)
        return bool(day) and len(text) <= _LONGEST_DATED and day is not None and not text[day.end() :].strip(" .,)")

    def read(self) -> Head:
        """The head; ContentError where it has no number, or something in it speaks against something else."""
        cursor, first = self.cursor, self.cursor.peek()
        assert first is not None
        body = next(b for chapeau, b in self.form.chapeaux.items() if opening(self.opening.text, {chapeau[:-1]}))
        kind = self._kind()
        number, titled, title = self._number_and_title_of(body, first)
        symbol = SYMBOLS.get((body, kind))
        if symbol is None:
            raise cursor.fail(first, f"a {kind} of the {body} has no symbol of its own; expected a resolution")
        end = cursor.at + self.opening.at
        while cursor.at < end:
            self._line(*self.parts[len(self.parts) - (end - cursor.at)], titled)
        cursor.pass_over()
        self._check(first, body, number)
        self.adopted = next((on for line in self._adopting() if (on := self._day(line))), self.adopted)
        day, printed = self.adopted or (None, "")
        meeting, unanimous = self._meeting_of()
        made = symbol.format(number=number.replace(" (", "("))
        return Head(
            body, self.form.names[body], kind, number, made, title, self.of_session, self.item, day, printed,
            meeting=meeting, unanimous=unanimous, dated=self.dated, loose=True,
        )  # fmt: skip

    # --- what it is called ------------------------------------------------------------------------

    def _kind(self) -> DocumentKind:
        """What it is, as the line says that tells who adopted it, or its number."""
        for line in self._of(Line.ADOPTED):
            for kind, pattern in self.form.adopted_by.items():
                if pattern.fullmatch(line.bare):
                    return kind
        numbered = [found for _, found in self._found(Line.NUMBERED, self.own.numbered)]
        return DocumentKind.DECISION if any(group(x, "decision") for x in numbered) else DocumentKind.RESOLUTION

    def _number_and_title_of(self, body: Body, first: TextLine) -> tuple[str, TextLine, Passage]:
        """Its number, and the line with its title, and that."""
        found = [*self._numbers(body)]
        if len({number for number, _, _ in found}) != 1:
            said = ", ".join(dict.fromkeys(number for number, _, _ in found)) or "none"
            raise self.cursor.fail(first, f"numbers of the {body} in the head: {said}; expected one")
        titled = next((each for each in found if each[2] is not None), None)
        if titled and (title := titled[2]):
            return titled[0], titled[1], title
        return found[0][0], *self._title()

    def _numbers(self, body: Body) -> Iterator[tuple[str, TextLine, Passage | None]]:
        """Each number of a text of that body in the head, with its line, and the title that stands on it."""
        form = self.form
        for line, part in self.parts:
            if body is Body.SECURITY_COUNCIL:
                council = form.council_number.fullmatch(line.bare) or form.council_dated_number.fullmatch(line.bare)
                council = council or _COUNCIL_SYMBOL.fullmatch(line.bare.rstrip("*"))
                year = group(council, "year") if council else None
                if council and year:
                    yield f"{council['number']} ({year})", line, self._behind(line, "")
                continue
            patterns = {Line.TITLED: NUMBER_AND_TITLE, Line.NUMBERED: self.own.numbered, Line.SYMBOL: _OWN_SYMBOL}
            pattern = patterns.get(part)
            numbered = pattern.fullmatch(line.bare.rstrip("*")) if pattern else None
            printed = (group(numbered, "number") or "") if numbered else ""
            number = of_symbol(printed).replace("(", " (").replace("  ", " ")
            if numbered and _NUMBERS[body].fullmatch(number):
                title = group(numbered, "title")
                yield number, line, self._behind(line, title) if title else None

    def _behind(self, line: TextLine, title: str) -> Passage:
        """The title at the end of a line; the whole line where it has none."""
        begin = next((i for i in range(len(line.text)) if title and bare(line.text[i:]) == title), 0)
        begin = max((i for i in range(begin, len(line.text)) if title and bare(line.text[i:]) == title), default=begin)
        if begin:
            self.cursor.apparatus.append((line.start, line.start + begin))
        return self.cursor.passage(spans_of(line.start + begin, line.text[begin:]))

    # --- what has to agree --------------------------------------------------------------------------

    def _check(self, first: TextLine, body: Body, number: str) -> None:
        """ContentError where one line of the head speaks against another."""
        cursor, form = self.cursor, self.form
        named = (p.fullmatch(line.bare) for line, _ in self.parts for p in form.adopted_by.values())
        for name in (group(found, "body") for found in named if found):
            if name and self.body_named(name) is not body:
                raise cursor.fail(first, f"adopted by “{name}”; expected the {body}, which opens the preamble")
        days = {day[0] for line in self._adopting() if (day := self._day(line))}
        if len(days) > 1:
            said = " and ".join(sorted(day.isoformat() for day in days))
            raise cursor.fail(first, f"adopted on {said}, as the head says; expected one day")
        self._check_alone(first, body)
        if self.of_session and body is not Body.SECURITY_COUNCIL:
            self._of_session(first, number, self.of_session)
        years = {day.year for day in days}
        if body is Body.SECURITY_COUNCIL and any(f"({year})" not in number for year in years):
            raise cursor.fail(first, f"{number} was adopted in {years.pop()}; expected the year of its number")

    def _check_alone(self, first: TextLine, body: Body) -> None:
        """ContentError where another organ has its name above the text, or another text is opened below."""
        cursor = self.cursor
        drafted = next((line for line, part in self.parts if part is Line.DRAFT or _NO_TEXT.search(line.bare)), None)
        if drafted:
            raise cursor.fail(drafted, f"“{drafted.bare[:40]}” is of no text that was adopted; expected one")
        organs = {self.bodies.get(line.bare, body) for line, _ in self.parts} - {body, Body.GENERAL_ASSEMBLY}
        if organs:
            said = ", ".join(sorted(organs))
            raise cursor.fail(first, f"headed {said}; expected the {body}, which opens the preamble")
        again = (line for line in cursor.lines[cursor.at :] if len(line.bare) < FARTHEST)
        more = next((line for line in again if opening(line.bare.lstrip(QUOTES), {self.opening.name})), None)
        if more:
            raise cursor.fail(more, f"“{more.bare}” opens another text; expected one text a file")

    def _adopting(self) -> list[TextLine]:
        """The lines that say on which day it was adopted."""
        dated = self.form.council_dated_number
        return [line for line, part in self.parts if part is Line.ADOPTED or dated.fullmatch(line.bare)]

    def _meeting_of(self) -> tuple[Meeting | None, bool]:
        """The meeting that a line of the Security Council names, and whether all were in favour."""
        found = next((x for line, _ in self.parts if (x := self.form.council_adopted.fullmatch(line.bare))), None)
        if found is None or self.adopted is None:
            return None, False
        line = self.parts[0][0]
        meeting = Meeting(self._meeting(line, found["meeting"]), found["meeting"], self.adopted[0])
        return meeting, bool(group(found, "unanimous"))
