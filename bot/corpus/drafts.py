"""The head of a draft, which has its symbol and a date and no number of a resolution.

draft = symbol [name] date [name] [session] [item [title]] [title] [sponsors ":"] "draft resolution" [title]
"""

from __future__ import annotations

import re
from datetime import date

from bot.corpus.forms import ANY_SYMBOL
from bot.corpus.head import HeadReader
from bot.corpus.heads import Head
from bot.corpus.lines import Cursor, TextLine, spans_of
from bot.corpus.others import OtherReader, masthead_day, opens_here
from bot.resolution import DocumentKind, Passage, Span, body_of

_LONGEST_TITLE = 24
"""Pieces of the longest title: what goes on farther is none."""


_CORRIGENDUM = re.compile(r"\d/Corr\.\d+\*{0,3}$")
"""How the symbol of a corrigendum ends: A/RES/78/5/Corr.1."""


def read_head(cursor: Cursor) -> Head:
    """The head of a text that stands where the cursor does, of a draft or a resolution."""
    first = cursor.peek()
    if first and _CORRIGENDUM.search(first.bare):
        raise cursor.fail(first, f"{first.bare} corrects a text that stands elsewhere; expected the text itself")
    reader = HeadReader(cursor)
    symbol = cursor.sees(ANY_SYMBOL)
    if symbol and body_of(symbol["symbol"]) in cursor.form.names:
        return DraftReader(cursor).read()
    if (opening := None if reader.is_known() else opens_here(cursor)) is not None:
        return OtherReader(cursor, opening).read()
    return (DraftReader if symbol else HeadReader)(cursor).read()


class DraftReader(HeadReader):
    """Reads the lines of a draft up to the one that opens the preamble."""

    def read(self) -> Head:
        """The head; ContentError where nothing says that it is a draft."""
        cursor, form = self.cursor, self.form
        line, found = cursor.take(ANY_SYMBOL, "")
        symbol = found["symbol"]
        body = body_of(symbol)
        if body is None or body not in form.names:
            raise cursor.fail(
                line, f"{symbol} is the symbol of another body; expected one of {', '.join(form.names.values())}"
            )
        self._pass_over_bodies()
        dated, day = self._date()
        self._pass_over_bodies()
        session = self.session(False)
        self._pass_over_committee()
        item = self.agenda_item(False)
        title, sponsors, drafted = self._lines()
        if drafted is None:
            raise cursor.fail(
                dated,
                f"nothing says that {symbol} is a draft resolution; expected that line, or the number of a resolution",
            )
        kind = DocumentKind.RESOLUTION
        self.chapeau(body, kind)
        return Head(body, form.names[body], kind, symbol, symbol, title or drafted, session, item, day, dated.bare,
                    draft=True, sponsors=sponsors)  # fmt: skip

    def _pass_over_bodies(self) -> None:
        """Read on behind the organs that a masthead names: the General Assembly, whose the documents are, then the
        Council."""
        while (more := self.cursor.peek()) is not None and more.bare in self.bodies:
            self.cursor.pass_over()

    def _pass_over_committee(self) -> None:
        """Read on behind the committee to which a draft is put: a line between the session and the agenda item."""
        here, following = self.cursor.sees(self.form.agenda_item), self.cursor.peek(1)
        if not here and following and self.form.agenda_item.fullmatch(following.bare):
            self.cursor.pass_over()

    def _date(self) -> tuple[TextLine, date]:
        """The line with the date of a draft, and that day."""
        cursor, form = self.cursor, self.form
        if not cursor.sees(form.masthead_date):
            line, found = cursor.take(form.date, "the date of the draft")
            day = cursor.dated(line, found)
            assert day is not None
            return line, day
        line, _ = cursor.take(form.masthead_date, "the date of the draft")
        day = masthead_day(cursor, line)
        assert day is not None
        return line, day

    def _lines(self) -> tuple[Passage | None, Passage | None, Passage | None]:
        """The title of a draft, who put it forward, and the line that says that it is one."""
        cursor = self.cursor
        title: list[Span] = []
        sponsors = drafted = None
        last: TextLine | None = None
        while (line := cursor.peek()) is not None and not self.opens(line):
            found = self.form.draft.fullmatch(line.bare)
            cursor.skip()
            if found and drafted is None:
                drafted = cursor.whole(line)
                sponsors = drafted if found["sponsors"] else None
                continue
            goes_on = last is not None and last.number == line.number - 1
            between = [] if last is None else cursor.broken(last, line) if goes_on else [cursor.newline(last)]
            title += [*between, *spans_of(line.start, line.text)]
            last = line
            if len(title) > _LONGEST_TITLE:
                break
        return cursor.passage(title) if title else None, sponsors, drafted
