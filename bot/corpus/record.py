"""How a text says it was adopted: the tally, and the roll call, whose lists must add up to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from bot.corpus.forms import Form
from bot.corpus.forms.adoption import beginning
from bot.corpus.joined import Joined, joined
from bot.corpus.lines import MARKS, Cursor, TextLine, group, plainly
from bot.corpus.roster import Listed
from bot.corpus.told import Told, begins_list, speaks_of_vote, tell
from bot.doubts import NO_LIST, NOTHING_BELOW, Doubt, DoubtKind
from bot.errors import ContentError
from bot.resolution import CAST, Adoption, Tally, Vote, Voter

_CLOSES = re.compile(r"[\]］][\s.]{0,8}$")
"""What closes a record in brackets, at the end of a line."""
_MARKED = re.compile(rf"\s?[,،、]?\s?([{MARKS}]{{1,4}}|\*{{1,3}}(?!\w))")
"""The mark of a footnote behind a name."""
_WORDS = {
    "one": 1, "un": 1, "une": 1, "una": 1, "uno": 1, "одного": 1, "одном": 1,
    "صوت واحد": 1, "عضو واحد": 1, "دولة واحدة": 1,
    "صوتين": 2, "صوتان": 2, "عضوين": 2, "دولتين": 2,
}  # fmt: skip
Record = tuple[Adoption, Tally | None, tuple[Voter, ...], bool]
"""How it was adopted, the tally, the roll call, and whether it was orally revised."""


def figure(text: str | None) -> int:
    """A figure of the tally; none, no, zéro and the like are 0."""
    return int(text) if text and text.isdigit() else _WORDS.get((text or "").lower(), 0)


@lru_cache
def _headings(names: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(
        re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s{1,9}") for name in sorted(names, key=len, reverse=True)
    )
    count = r"(?:[(（]\d{1,3}[)）]\s{0,9})?"
    return re.compile(rf"[*_]{{0,3}}({words})[*_]{{0,3}}\s{{0,9}}{count}[:：][*_]{{0,3}}\s{{0,9}}", re.IGNORECASE)


def list_heading(form: Form) -> re.Pattern[str]:
    """The heading of a list of voters, with the marks and spaces around it; one group: its name."""
    return _headings(tuple(form.votes))


class RecordReader:
    """Reads the record of a vote from where the cursor stands."""

    def __init__(self, cursor: Cursor, code_of: Callable[[str], str | None]) -> None:
        self.cursor, self.code_of, self.form = cursor, code_of, cursor.form
        self.voters: dict[str, Voter] = {}
        self.lists: dict[Vote, TextLine] = {}

    def read(self, required: bool, needs_roll_call: bool) -> Record:
        """The record: in the form in which most are printed, else in whatever words it tells how the text was adopted;
        one that does not add up is doubted, and told in no part. ContentError where no record stands here."""
        cursor = self.cursor
        cursor.place = "vote"
        first = cursor.peek()
        if first is None and required and cursor.lines:
            cursor.doubt(DoubtKind.VOTE, cursor.lines[-1], NOTHING_BELOW, "it is not stated")
            return Adoption.NOT_STATED, None, (), False
        before = cursor.kept()
        try:
            record = self._read(required, needs_roll_call)
            return self._with_table(first, record) if first else record
        except ContentError as error:
            if first is None or not (begins_record(first.bare, self.form) or speaks_of_vote(first.bare, self.form)):
                raise
            usual = error if cursor.at > before.at else None
            cursor.back(before)
            return read_told(cursor, self.code_of, usual, needs_roll_call=needs_roll_call)

    def _with_table(self, first: TextLine, record: Record) -> Record:
        """The record, with the table of votes below it, if there is one and it is of as many."""
        rest = list(_lines_of(self.cursor))
        if record[1] is None or record[2] or not rest:
            return record
        told = tell(joined([first, *rest]).text, self.form, self.code_of)
        if told.problem or told.unknown or not told.named:
            if begins_list(rest[0].bare, self.form):
                raise self.cursor.fail(rest[0], told.problem or f"“{told.unknown}” is not a state in content/names")
            return record
        for _ in rest:
            self.cursor.pass_over()
        return entered(self.cursor, [first, *rest], told, None, needs_roll_call=False)

    def _read(self, required: bool, needs_roll_call: bool) -> Record:
        """The record in the form in which most are printed; ContentError where it is none, or does not add up."""
        cursor, form = self.cursor, self.form
        if found := cursor.sees(form.without_a_vote):
            cursor.pass_over()
            return Adoption.WITHOUT_A_VOTE, None, (), bool(group(found, "revised"))
        tally_found = next((f for f in map(cursor.sees, form.tallies) if f), None)
        if tally_found is None:
            if not required and (cursor.peek() is None or cursor.sees(form.annex)):
                return Adoption.NOT_STATED, None, (), False
            cursor.take(form.tallies[0], "how it was adopted: the tally of the recorded vote, or that there was none")
            raise AssertionError("unreachable: the first tally was not seen")
        line = cursor.pass_over()
        tally = Tally(*(figure(group(tally_found, name)) for name in ("yes", "no", "abstain")))
        revised = bool(group(tally_found, "revised"))
        more = cursor.peek()
        listed = more is not None and list_heading(form).match(plainly(more.text))
        if not needs_roll_call and (cursor.sees(form.annex) or not listed):
            return Adoption.RECORDED_VOTE, tally, (), revised
        alone = not needs_roll_call and bool(_CLOSES.search(line.bare))
        return Adoption.RECORDED_VOTE, tally, self._roll_call(line, tally, alone=alone), revised

    def _roll_call(self, tally_line: TextLine, tally: Tally, *, alone: bool) -> tuple[Voter, ...]:
        """The lists; alone: whether the brackets hold the tally alone, and the lists stand behind them."""
        cursor = self.cursor
        bracketed = tally_line.bare.startswith(("[", "［")) and not alone
        closed: TextLine | None = tally_line if bracketed and _CLOSES.search(tally_line.bare) else None
        vote: Vote | None = None
        while (line := cursor.peek()) is not None:
            if (closed or not bracketed) and cursor.sees(self.form.annex):
                break
            cursor.pass_over()
            if closed:
                raise cursor.fail(
                    line, f"“{line.text[:40]}” follows “]” on line {closed.number}; expected the end of the text"
                )
            vote, closes = self._line(line, vote)
            closed = line if closes else None
        if bracketed != bool(closed):
            raise cursor.fail(
                closed,
                "expected “[” before the tally, since “]” closes the vote here"
                if closed
                else "“]”, which closes the recorded vote",
            )
        self._add_up(tally_line, tally)
        return tuple(self.voters.values())

    def _line(self, line: TextLine, vote: Vote | None) -> tuple[Vote, bool]:
        """Read one line of the lists; the list that it goes on with, and whether it closes the record."""
        text, start, cursor = line.text, line.start, self.cursor
        if heading := list_heading(self.form).match(plainly(text)):
            vote = self.form.votes[" ".join(heading[1].lower().replace("’", "'").split())]
            if vote in self.lists:
                raise cursor.fail(
                    line,
                    f"a second list “{heading[1]}”; expected one only, and line {self.lists[vote].number} begins one",
                )
            self.lists[vote] = line
            start += heading.end()
            text = text[heading.end() :]
        if vote is None:
            raise cursor.fail(line, f"expected the heading of a list of voters, found “{text[:40]}”")
        closes = _CLOSES.search(text)
        if closes:
            text = text[: closes.start()].rstrip(" .\u00a0")
        if text.strip().lower() not in self.form.nobody:
            self._voters(line, start, text.removesuffix(self.form.separator), vote)
        return vote, bool(closes)

    def _add_up(self, tally_line: TextLine, tally: Tally) -> None:
        cursor = self.cursor
        for kind in CAST:
            count = sum(v.vote is kind for v in self.voters.values())
            if count != tally.of(kind):
                at = self.lists.get(kind, tally_line)
                said = f"the tally on line {tally_line.number} says {tally.of(kind)}"
                raise cursor.fail(at, f"{count} voters listed under “{kind}”, but {said}; expected the same number")
        printed = list(self.lists)
        if printed != [vote for vote in CAST if vote in self.lists]:
            raise cursor.fail(
                self.lists[printed[0]], f"the lists stand in the order {', '.join(printed)}; expected {', '.join(CAST)}"
            )

    def _voters(self, line: TextLine, start: int, text: str, vote: Vote) -> None:
        at = 0
        for piece in text.split(self.form.separator) if text.strip() else ():
            for offset, name in self._names(piece):
                if not name:
                    raise self.cursor.fail(line, "a voter's name is missing between two separators; expected a name")
                begin = start + at + offset
                code = self.code_of(name)
                if code is None:
                    raise self.cursor.fail(
                        line, f"“{name}” is not a state in content/names; expected the name of a state"
                    )
                if code in self.voters:
                    raise self.cursor.fail(
                        line,
                        f"“{name}” is listed twice (also under “{self.voters[code].vote}”); expected each voter once",
                    )
                self.voters[code] = Voter(code, name, vote, (begin, begin + len(name)))
                if mark := _MARKED.match(line.text, begin + len(name) - line.start):
                    self.cursor.vote_marks[code] = mark[1]
                    self.cursor.starred.setdefault(mark[1], line)
            at += len(piece) + len(self.form.separator)

    def _names(self, piece: str) -> Iterator[tuple[int, str]]:
        """The names between two separators, each with its place: one, or two that a word for “and” joins."""
        name = _trimmed(piece, self.form)
        begin = piece.index(name)
        if self.code_of(name) is None:
            for word in self.form.conjunctions:
                last = name.removeprefix(word.lstrip())
                if last != name and self.code_of(last.strip()):
                    yield begin + len(name) - len(last.lstrip()), last.strip()
                    return
                for found in re.finditer(re.escape(word), name):
                    # Behind the first of them a footnote may be marked: Finland² and Japan.
                    left, right = name[: found.start()].strip(MARKS + " "), name[found.end() :]
                    if self.code_of(left) and self.code_of(right.strip()):
                        yield begin, left
                        yield begin + found.end() + len(right) - len(right.lstrip()), right.strip()
                        return
        yield begin, name


def _trimmed(piece: str, form: Form) -> str:
    """A name without marks, full stop, and a word for “and” at its ends."""
    name = piece.strip(" \t\r\f\v\u00a0\u202f*_" + MARKS)
    if not form.joins:
        name = name.removesuffix(".")
    for word in form.conjunctions:
        name = name.removesuffix(word.rstrip()) if word.endswith(" ") else name
    return name.strip(" \t\r\u00a0\u202f*_" + MARKS)


# --- in whatever words ---------------------------------------------------------------------------------


def begins_record(text: str, form: Form) -> bool:
    """Whether a line begins the record of a vote: in brackets, with words that say so, or with a list."""
    return bool(text.startswith(("[", "［")) or beginning(form.language).match(text) or list_heading(form).match(text))


def read_told(
    cursor: Cursor, code_of: Callable[[str], str | None], error: ContentError | None, *, needs_roll_call: bool
) -> Record:
    """The record that stands where the cursor does, in whatever words; what does not add up is a doubt. error: why it
    can't be read in the form in which most are printed, where it begins like those."""
    lines = list(_lines_of(cursor))
    told = tell(joined(lines).text, cursor.form, code_of)
    below = lines[1].bare if len(lines) > 1 else ""
    listed = list_heading(cursor.form).match(below) or begins_list(below, cursor.form)
    if told.problem and below and not listed:
        alone = tell(joined(lines[:1]).text, cursor.form, code_of)
        lines, told = (lines[:1], alone) if not alone.problem else (lines, told)
    for _ in lines:
        cursor.pass_over()
    return entered(cursor, lines, told, error, needs_roll_call=needs_roll_call)


def _lines_of(cursor: Cursor) -> Iterator[TextLine]:
    """The lines of a record: up to an annex, or to the bracket that closes it."""
    first = cursor.peek()
    bracketed = first is not None and first.bare.startswith(("[", "［"))
    ahead = 0
    while (line := cursor.peek(ahead)) is not None and not cursor.form.annex.fullmatch(line.bare):
        yield line
        ahead += 1
        if bracketed and _CLOSES.search(line.bare) and not _goes_on(cursor.peek(ahead), cursor.form):
            return


def _goes_on(line: TextLine | None, form: Form) -> bool:
    return line is not None and bool(list_heading(form).match(line.bare))


def entered(
    cursor: Cursor, lines: list[TextLine], told: Told, error: ContentError | None, *, needs_roll_call: bool
) -> Record:
    """What a record tells, with each voter at its place."""
    first, tally = lines[0], told.tally
    wrong = told.problem or (told.unknown and f"“{told.unknown}” is not a state in content/names")
    if wrong:
        found = error.message if error else f"“{first.text[:60]}”: {wrong}"
        lost = list(dict.fromkeys(one.name for one in told.named if not one.code))
        if not told.problem and len(lost) > 1:
            # Each of them is shown, and not the first alone.
            found = f"{', '.join(f'“{name}”' for name in lost)} are no states in content/names"
        place = f"line {error.line if error else first.number}"
        understood = "the figures alone" if tally else "how it was adopted is not stated"
        cursor.doubts.append(Doubt(DoubtKind.VOTE, place, found, understood))
        adoption = Adoption.RECORDED_VOTE if tally else Adoption.NOT_STATED
        return adoption, tally, (), told.revised and tally is not None
    if needs_roll_call and tally and not told.named:
        cursor.doubt(DoubtKind.VOTE, first, NO_LIST, "the figures alone")
    whole = joined(lines)
    voters = tuple(_placed(cursor, one, whole) for one in told.named)
    return told.adoption, tally, voters, told.revised


def _placed(cursor: Cursor, one: Listed, whole: Joined) -> Voter:
    """A voter, with where its name stands in the source, if it stands there unbroken, and the mark behind it."""
    start, end = whole.span(one.start, one.end)
    if mark := _MARKED.match(cursor.source, end):
        cursor.vote_marks[one.code] = mark[1]
        line = next(line for line in cursor.lines if line.start <= start < line.start + len(line.text))
        cursor.starred.setdefault(mark[1], line)
    name = cursor.source[start:end]
    return Voter(one.code, name if "\n" not in name else one.name, one.vote, None if "\n" in name else (start, end))
