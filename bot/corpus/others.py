"""The head of a text of another body than the four with forms of their own.

Its lines stand in no common order, so that each is known by what it is; the line that opens the preamble says whose the
text is.

head    = (symbol | body | session | days | item [title] | date | adopted | numbered | titled | title)* opening
opening = "The" name ","                                   (before a paragraph that begins as preambular ones do)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from bot.corpus import ordinals
from bot.corpus.forms import OPERATIVE, Form, layout
from bot.corpus.forms.common import ENGLISH_MONTHS
from bot.corpus.forms.other_bodies import OTHER_FORMS, OTHER_SYMBOL, OWN_SYMBOL, OWN_SYMBOL_IN, SYMBOLS_IN_ARABIC
from bot.corpus.head import HeadReader
from bot.corpus.heads import QUOTES, Head, opening
from bot.corpus.labels import LABEL
from bot.corpus.lines import FOOTNOTE, Cursor, TextLine, bare, group, spans_of
from bot.corpus.made import made as made_symbol
from bot.corpus.made import of_conference
from bot.doubts import DoubtKind
from bot.resolution import AgendaItem, Body, DocumentKind, Passage, Session, body_of

FARTHEST = 60
"""Within how many lines the preamble must be opened."""
_LONGEST_OPENING = 260
_MOST_LINES = 3
"""On how many lines the one that opens the preamble may be broken."""
_LONGEST_NAME = 160
_REACH = 8
"""Within how many lines a paragraph must begin as preambular ones do, where the first does not: Having considered."""
_IN_MASTHEAD = 3
"""Letters of the longest sign that stands alone in a masthead: E, EA."""
_LAST_SESSION = 200
"""Above it a number is a year."""
_ORDINAL = re.compile(r"(?<!\w)(\d{1,3})\.?(?:st|nd|rd|th|e|º|ª|-я)(?!\w)")
_REPORT = re.compile(r"/REP\b", re.IGNORECASE)
"""In the symbol of a report that has many resolutions: C 2017/REP."""
_TITLED = re.compile(r"(?P<number>\d{1,4}(?:/\d{1,4})?(?:\s[A-Z])?)\s?(?:[.．]\s|．)\s{0,9}(?P<title>[^\W\d].*)")
"""The number of the text before its title: 5/14. End plastic pollution."""
OWN_TITLED = re.compile(rf"(?P<number>{OWN_SYMBOL.pattern})\s?[:：.．–—-]\s{{0,9}}(?P<title>[^\W\d].*)")
"""Its whole symbol before its title: A41-4: Aviation and the weather."""
_FAR_TITLED = re.compile(r"(?P<number>\d{1,4}) (?P<title>[^\W\d].*)")
"""The same without a stop: it must be the number of its symbol."""


class Part(Enum):
    """What a line of the head is."""

    SYMBOL = auto()
    BODY = auto()
    SESSION = auto()
    DAYS = auto()
    """The place and the days of the session."""
    ITEM = auto()
    DATE = auto()
    ADOPTED = auto()
    NUMBERED = auto()
    TITLED = auto()
    DRAFT = auto()
    PLAIN = auto()
    """The title of the text or of the agenda item, or anything else."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The line that opens a preamble."""

    at: int
    """The index of its first line."""
    lines: int
    """On how many it stands."""
    text: str
    name: str
    """Of the body, as it has it: 82.ª Asamblea Mundial de la Salud."""


def opened(texts: Sequence[str], set_off: Sequence[bool], form: Form) -> Opened | None:
    """Where these lines of a head open the preamble of a text of another body; None where none does.

    set_off: which of them stand behind white space, where others go on with the line before.
    """
    for reach, free in ((1, False), (_REACH, False), (1, True)):
        for count in range(1, _MOST_LINES + 1):
            for at in range(len(texts) - count):
                broken = any(set_off[at + 1 : at + count])
                if broken or not (free or set_off[at]):
                    continue
                text = ("" if form.joins else " ").join(texts[at : at + count]).lstrip(QUOTES)
                below = texts[at + count : at + count + reach]
                name = _name_in(text, form)
                if name and any(begins_preamble(each, form) for each in below):
                    return Opened(at, count, text, name)
    return None


def _name_in(text: str, form: Form) -> str:
    """The name of the body in a line that may open a preamble; empty where it opens none, or that of one of the four
    bodies."""
    if len(text) > _LONGEST_OPENING or form.recites(text) or opening(text, form.openings):
        return ""
    found = OTHER_FORMS[form.language].opening.fullmatch(text)
    return found["name"] if found else ""


def begins_preamble(text: str, form: Form) -> bool:
    """Whether a line begins as the first paragraph of a text does, whatever number or label stands before it."""
    label = OPERATIVE.match(text) or LABEL.match(text)
    words = text[label.end() :] if label else text
    return bool(form.recites(words)) or (OPERATIVE.match(text) is not None)


def part_of(text: str, form: Form, name: str) -> Part:
    """What a line of the head is; name: of the body, as the preamble is opened with it."""
    own = OTHER_FORMS[form.language]
    dated = form.date.search(text) or form.masthead_date.search(text)
    whole = (
        (Part.SYMBOL, OTHER_SYMBOL), *((Part.SYMBOL, pattern) for pattern, _ in SYMBOLS_IN_ARABIC),
        (Part.DRAFT, form.draft), (Part.SESSION, form.session), (Part.DATE, form.date),
        (Part.DATE, form.masthead_date), (Part.DAYS, form.session_dates), (Part.ITEM, form.agenda_item),
        (Part.ITEM, own.item), (Part.NUMBERED, own.numbered),
    )  # fmt: skip
    if own.adopted.match(text):
        return Part.ADOPTED
    if known := next((part for part, pattern in whole if pattern.fullmatch(text)), None):
        return known
    if _TITLED.fullmatch(text) or OWN_TITLED.fullmatch(text):
        return Part.TITLED
    met = own.meeting.fullmatch(text)
    days = (found.end() for found in form.session_dates.finditer(text))
    ends_dated = dated and any(end >= len(text.rstrip(") ")) for end in days)
    if ends_dated or (met and ordinals.value(met["number"])):
        return Part.DAYS
    sign = text.isupper() and text.isascii() and len(text) <= _IN_MASTHEAD
    of_body = sign or layout.is_masthead(text) or OTHER_SYMBOL.fullmatch(text.strip("()"))
    return Part.BODY if of_body or is_named(text, name, own.names.values()) else Part.PLAIN


def symbol_on(text: str) -> str:
    """The symbol on a line that has one and nothing else, in Latin letters; empty for any other line."""
    in_arabic = ((pattern.fullmatch(text), symbol) for pattern, symbol in SYMBOLS_IN_ARABIC)
    if known := next((symbol.format(*found.groups()) for found, symbol in in_arabic if found), ""):
        return known
    found = OTHER_SYMBOL.fullmatch(text)
    return found["symbol"] if found else ""


def is_named(text: str, name: str, names: Iterable[str]) -> bool:
    """Whether a line is the name of the body: as the preamble is opened with it, with more before or behind it, or one
    of those that are known."""
    plain = text.casefold()
    said = re.split("[,،，]", name)[0].casefold()
    known = (each.casefold() for each in names)
    return len(text) <= _LONGEST_NAME and (plain.startswith(said) or any(each in plain for each in known))


class OtherReader(HeadReader):
    """Reads the head of a text of another body."""

    def __init__(self, cursor: Cursor, opening: Opened) -> None:
        super().__init__(cursor)
        self.opening = opening
        self.own = OTHER_FORMS[self.form.language]
        lines = cursor.lines[cursor.at : cursor.at + opening.at]
        self.noted, self.noted_day = self._noted()
        self.parts = self._numbered_once([(line, self.part(line)) for line in lines])
        self.of_session: Session | None = None
        self.item: AgendaItem | None = None
        self.dated: tuple[date, str] | None = None
        self.adopted: tuple[date, str] | None = None

    def part(self, line: TextLine) -> Part:
        """What a line of the head is."""
        return part_of(line.bare, self.form, self.opening.name)

    def read(self) -> Head:
        """The head; ContentError where nothing gives the text a symbol."""
        cursor = self.cursor
        symbol = self._symbol()
        titled, title = self._title()
        end = cursor.at + self.opening.at
        while cursor.at < end:
            self._line(*self.parts[len(self.parts) - (end - cursor.at)], titled)
        cursor.pass_over()
        body, name = self._body(symbol)
        adopted = [found for line in self._of(Part.ADOPTED) if (found := self.own.adopted.match(line.bare))]
        numbered = [found for _, found in self._found(Part.NUMBERED, self.own.numbered)]
        decision = any(group(found, "decision") for found in (*numbered, *adopted))
        draft = bool(self._of(Part.DRAFT))
        day, printed = self.adopted or self.noted_day or (self.dated if draft else None) or (None, "")
        return Head(
            body, name, DocumentKind.DECISION if decision else DocumentKind.RESOLUTION, self._number() or symbol,
            symbol, title, self.of_session, self.item, day, printed, dated=self.dated or self._only_day(titled),
            draft=draft,
        )  # fmt: skip

    def _noted(self) -> tuple[str, tuple[date, str] | None]:
        """The symbol and the day in a note to the title that says when the text was adopted."""
        for line in self.cursor.notes:
            told = FOOTNOTE.fullmatch(line.bare if line.bare[:1] in "*" else f"* {line.bare}")
            text = told[3] if told else ""
            if self.own.adopted.match(text):
                symbol = OWN_SYMBOL_IN.search(text)
                return symbol["symbol"] if symbol else "", self._day(replace(line, text=text))
        return "", None

    def _numbered_once(self, parts: list[tuple[TextLine, Part]]) -> list[tuple[TextLine, Part]]:
        """The lines of the head, of which one at most is its number: that which ends as its symbol does, or the first.
        Follow-up to resolution 5/14 is a title."""
        symbols = [symbol_on(line.bare) for line, part in parts if part is Part.SYMBOL]
        own = next((symbol for symbol in symbols if OWN_SYMBOL.fullmatch(symbol)), "")
        numbered = [(line, self.own.numbered.fullmatch(line.bare)) for line, part in parts if part is Part.NUMBERED]
        fits = [
            line for line, found in numbered if found and (not own or _last(group(found, "number") or "") == _last(own))
        ]
        if own := own or self.noted:
            parts = [(x, Part.TITLED if part is Part.PLAIN and _is_far(x, own) else part) for x, part in parts]
        return [
            (line, Part.PLAIN if part is Part.NUMBERED and not any(line is each for each in fits[:1]) else part)
            for line, part in parts
        ]

    def _of(self, part: Part) -> list[TextLine]:
        return [line for line, each in self.parts if each is part]

    def _found(self, part: Part, pattern: re.Pattern[str]) -> list[tuple[TextLine, re.Match[str]]]:
        return [(line, found) for line in self._of(part) if (found := pattern.fullmatch(line.bare))]

    def _line(self, line: TextLine, part: Part, titled: TextLine) -> None:
        """Take the next line of the head, and what it says."""
        cursor = self.cursor
        if line is titled:
            cursor.skip()
        elif part is Part.SESSION and self.of_session is None:
            self.of_session = self.session(False)
        elif part is Part.ITEM and self.item is None:
            self._item(line, titled)
        else:
            cursor.pass_over()
            if part is Part.PLAIN:
                cursor.doubt(DoubtKind.HEAD, line, f"“{line.text[:60]}” in the head", "not of the title")
        if part is Part.DATE:
            self.dated = self.dated or self._day(line)
        if part is Part.ADOPTED:
            self.adopted = self.adopted or self._day(line)

    # --- what it is called ------------------------------------------------------------------------

    def _symbol(self) -> str:
        """The symbol of the text: its own, else that of the document that it stands in, else one that is made of its
        number, or its number as printed."""
        printed = [symbol_on(line.bare) for line in self._of(Part.SYMBOL)]
        numbered = self._found(Part.NUMBERED, self.own.numbered) + self._found(Part.TITLED, OWN_TITLED)
        numbers = [group(found, "number") or "" for _, found in numbered]
        own = next((symbol for symbol in (*printed, *numbers) if OWN_SYMBOL.fullmatch(symbol)), self.noted)
        if own:
            return own
        found = next((symbol for symbol in printed if not _REPORT.search(symbol)), "") or self._made(printed)
        first = self.cursor.peek()
        if not found or first is None:
            what = "no symbol stands in the head; expected one above the text, as E/CN.4/RES/2003/5, or as --symbol"
            raise self.cursor.fail(first, what)
        if not self._of(Part.DRAFT):
            self.cursor.doubt(DoubtKind.HEAD, first, "the text has no symbol of its own", found)
        return found

    def _made(self, printed: list[str]) -> str:
        """A symbol made of what is printed: as its body has them, or its number; empty where it has none."""
        number, session = self._number(), self._session_number()
        headed = [(line, found) for line, found in self._found(Part.NUMBERED, self.own.numbered)]
        decision = any(group(found, "decision") for _, found in headed)
        heading = next((line.bare.partition(":")[0].rstrip(".") for line, _ in headed), "")
        body, name = self._body("")
        made = made_symbol(body, number, session, decision=decision)
        made = made or of_conference(self.opening.name, heading, session)
        alone = f"{name} {number}" if number else next(iter(printed), "")
        return made or ("/" in number and number) or heading or alone

    def _session_number(self) -> int:
        """The number of the session, wherever the head or the line that opens the preamble has it; 0 where none has."""
        texts = [*(line.bare for line, _ in self.parts), self.opening.text]
        found = (self.form.session.search(text) for text in texts)
        values = (ordinals.value(group(each, "number") or "") for each in found if each)
        ordinal = (int(each[1]) for text in texts if (each := _ORDINAL.search(text)))
        return next((value for value in (*values, *ordinal) if value and value <= _LAST_SESSION), 0)

    def _number(self) -> str:
        """Its number as printed; empty where only its symbol has it."""
        found = self._found(Part.NUMBERED, self.own.numbered) + self._found(Part.TITLED, _TITLED)
        found += self._found(Part.TITLED, _FAR_TITLED) + self._found(Part.TITLED, OWN_TITLED)
        return next((group(each, "number") or "" for _, each in found), "")

    def _body(self, symbol: str) -> tuple[Body, str]:
        """The body and its name: one that is known by the symbol or by its name, else as printed."""
        said = self.opening.name
        known = body_of(symbol)
        if known is None or known.principal or known is Body.OTHER:
            by_name = (body for body, name in self.own.names.items() if name.casefold() in said.casefold())
            known = next(by_name, Body.OTHER)
        if known is not Body.OTHER:
            return known, self.own.names.get(known, said)
        plain = re.split("[,،，]", said)[0]
        fuller = (line.bare for line in self._of(Part.BODY) if line.bare.casefold().startswith(plain.casefold()))
        return Body.OTHER, next((line for line in fuller if len(plain.split()) == 1), plain)

    def _title(self) -> tuple[TextLine, Passage]:
        """The line with the title, and the title: behind the number, else the last line that is nothing else."""
        cursor = self.cursor
        titled = ((Part.TITLED, pattern) for pattern in (OWN_TITLED, _TITLED, _FAR_TITLED))
        for part, pattern in (*titled, (Part.NUMBERED, self.own.numbered)):
            for line, found in self._found(part, pattern):
                if title := group(found, "title"):
                    begin = line.start + max(i for i in range(len(line.text)) if bare(line.text[i:]) == title)
                    cursor.apparatus.append((line.start, begin))
                    return line, cursor.passage(spans_of(begin, line.text[begin - line.start :]))
        plain = self._of(Part.PLAIN)
        # What stands first above others is rather the name of an organization.
        own = [line for line in plain if not self._below_item(line) and line is not self.parts[0][0]] or plain
        last = next(iter(own[-1:] or self._of(Part.NUMBERED) or self._of(Part.SYMBOL)), None)
        if last is None:
            raise cursor.fail(cursor.peek(), "no title stands above the text; expected one")
        if not own:
            cursor.doubt(DoubtKind.HEAD, last, "the text has no title", last.bare)
        return last, cursor.whole(last)

    def _below_item(self, line: TextLine) -> bool:
        at = next(i for i, (each, _) in enumerate(self.parts) if each is line)
        return at > 0 and self.parts[at - 1][1] is Part.ITEM

    # --- when, and under which item -------------------------------------------------------------------

    def _day(self, line: TextLine) -> tuple[date, str] | None:
        """The date in a line, and how it is printed there."""
        found = self.form.date.search(line.bare)
        day = self.cursor.dated(line, found) if found else masthead_day(self.cursor, line)
        printed = found or self.form.masthead_date.search(line.bare)
        return (day, printed[0]) if day and printed else None

    def _only_day(self, titled: TextLine) -> tuple[date, str] | None:
        """The one day that other lines of the head than its title have in them, and that is none of several."""
        beside = (Part.TITLED, Part.NUMBERED)
        lines = [line for line, part in self.parts if part not in beside and line is not titled]
        found = {x[0]: line for line in lines for x in self.form.date.finditer(line.bare) if not self._of_several(x)}
        return self._day(next(iter(found.values()))) if len(found) == 1 else None

    def _of_several(self, day: re.Match[str]) -> bool:
        """Whether a day is the first or last of several: 24–27 September 2093."""
        spans = self.form.session_dates.finditer(day.string)
        return any(x.start() <= day.start() and day.end() <= x.end() and x[0] != day[0] for x in spans)

    def _item(self, line: TextLine, titled: TextLine) -> None:
        """The agenda item, with the title below it where that is not the title of the text."""
        cursor = self.cursor
        found = self.form.agenda_item.fullmatch(line.bare) or self.own.item.fullmatch(line.bare)
        assert found
        cursor.pass_over()
        below = cursor.peek()
        of_item = below is not None and below is not titled and (below, Part.PLAIN) in self.parts
        title = cursor.whole(cursor.skip()) if of_item else None
        self.item = AgendaItem(int(group(found, "number") or 0), title, line.bare)


def _is_far(line: TextLine, symbol: str) -> bool:
    """Whether a line is the title behind the number of the text, without a stop between them."""
    found = _FAR_TITLED.fullmatch(line.bare)
    return found is not None and found["number"] == _last(symbol)


def _last(number: str) -> str:
    """The last figures of a number or symbol."""
    figures = re.sub(r"\D+", " ", number).split()
    return figures[-1] if figures else ""


def masthead_day(cursor: Cursor, line: TextLine) -> date | None:
    """The day in a masthead that is in English; ContentError where the calendar has none."""
    found = cursor.form.masthead_date.search(line.bare)
    if found is None:
        return None
    try:
        return date(int(found["y"]), ENGLISH_MONTHS.index(found["m"].lower()) + 1, int(found["d"]))
    except ValueError:
        raise cursor.fail(line, f"{found[0]} is not a date; expected a day of the calendar") from None


def opens_here(cursor: Cursor) -> Opened | None:
    """Where the text of another body is opened, from where the cursor stands."""
    lines = cursor.lines[cursor.at : cursor.at + FARTHEST]
    return opened([line.bare for line in lines], [True] * len(lines), cursor.form)
