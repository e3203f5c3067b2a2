"""The record of a vote as the Security Council's resolutions up to 1993 print it below the text, in one sentence, and
as later ones do in collections.

    record = "Adopted" ["unanimously" | "without a vote"] "at the" n "th meeting" ["by consensus" | votes] ["."] [mark]
    votes  = "by" figure "votes to" figure [names] ["with" figure "abstentions" [names]]
    names  = "(" name ("," name)* ")"
    remark = a footnote on it: One member (…) did not participate in the voting.

Old print is recognized with slips. A figure counts where all of them add up to the members that the Council had; names
count where they are known and as many as the figure before them says. What does not add up is a doubt, and is left to
the words as printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from bot.corpus.joined import joined
from bot.corpus.lines import FOOTNOTE, Cursor, TextLine, bare, group
from bot.corpus.record import Record, entered, figure
from bot.corpus.told import tell
from bot.doubts import NO_FIGURES, NOTHING_BELOW, DoubtKind
from bot.resolution import Adoption, Footnote, Span, Tally, Vote, Voter

ENLARGED = date(1966, 1, 1)
"""When the Council's members became fifteen; they had been eleven (Charter, Article 23, as amended with effect from
1965)."""
_STROKES = frozenset("Il|")
"""What the figure 1 of old print is recognized as."""
_FIGURES = str.maketrans("IilO", "1110")
_LONGEST_MEETING = 80
"""Within how many characters a record names the meeting."""
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4}


@dataclass(frozen=True, slots=True)
class PrintedRecord:
    """What the sentence says."""

    record: Record
    meeting: tuple[int, str] | None = None
    """The number of the meeting, and its name as printed."""
    remarks: tuple[Footnote, ...] = ()
    """Lines below it without a mark."""


def read_printed(cursor: Cursor, code_of: Callable[[str], str | None], adopted: date) -> PrintedRecord:
    """The record that stands where the cursor does. adopted: the day, on which the number of members depends."""
    return _Reader(cursor, code_of, 15 if adopted >= ENLARGED else 11).read()


class _Reader:
    def __init__(self, cursor: Cursor, code_of: Callable[[str], str | None], members: int) -> None:
        self.cursor, self.form, self.code_of, self.members = cursor, cursor.form, code_of, members
        self.voters: dict[str, Voter] = {}

    def read(self) -> PrintedRecord:
        cursor, form = self.cursor, self.form
        cursor.place = "vote"
        first = cursor.peek()
        if first is None or form.annex.fullmatch(first.bare):
            if cursor.lines:
                cursor.doubt(
                    DoubtKind.VOTE,
                    cursor.lines[-1],
                    NOTHING_BELOW,
                    "it is not stated",
                )
            return PrintedRecord((Adoption.NOT_STATED, None, (), False))
        lines = [cursor.pass_over()]
        while (more := cursor.peek()) is not None and not more.after_blank and not form.annex.fullmatch(more.bare):
            lines.append(cursor.pass_over())
        if (told := self._in_other_words(lines)) is not None:
            return told
        remarks = tuple(self._remarks())
        printed = " ".join(line.bare for line in lines)
        found = form.council_foot.fullmatch(printed)
        if found is None:
            cursor.doubt(
                DoubtKind.VOTE,
                first,
                f"“{printed[:120]}” can't be read as a record",
                "how it was adopted is not stated",
            )
            named = form.meeting.search(printed[:_LONGEST_MEETING])
            meeting = (int(named["number"]), named[0]) if named else None
            return PrintedRecord((Adoption.NOT_STATED, None, (), False), meeting, remarks)
        number = self._meeting(first, found["meeting"])
        cursor.foot_mark = found["mark"] or ""
        span = (first.start, lines[-1].start + len(lines[-1].text))
        record = self._record(first, found, span)
        return PrintedRecord(record, (number, found["meeting"]) if number else None, remarks)

    def _in_other_words(self, lines: list[TextLine]) -> PrintedRecord | None:
        """The record with the lists or the table below it, or in other words than most; None where it has neither, or
        is not understood in full."""
        cursor = self.cursor
        below = list(takewhile(lambda line: not self.form.annex.fullmatch(line.bare), cursor.lines[cursor.at :]))
        usual = self.form.council_foot.fullmatch(" ".join(line.bare for line in lines))
        alone = tell(joined(lines).text, self.form, self.code_of)
        for whole in [[*lines, *below], lines] if below else [lines]:
            told = tell(joined(whole).text, self.form, self.code_of) if len(whole) > len(lines) else alone
            tally = told.tally
            away = 0 if tally is None or tally.not_voting else self._noted_away()[0]
            fits = tally is None or tally.total + tally.not_voting + away == self.members
            more = len(told.named) > len(alone.named) or (usual is None and whole is lines)
            if told.problem or told.unknown or not fits or not more:
                continue
            for _ in whole[len(lines) :]:
                cursor.pass_over()
            adoption, _, voters, revised = entered(cursor, whole, told, None, needs_roll_call=False)
            if away:
                self._not_participating()
            voters += tuple(self.voters.values())
            record = adoption, replace(tally, not_voting=tally.not_voting + away) if tally else None, voters, revised
            return PrintedRecord(record, told.meeting, tuple(self._remarks()))
        return None

    def _meeting(self, line: TextLine, printed: str) -> int | None:
        """The number of the meeting; letters in it are figures that were recognized as such, and are doubted."""
        figures = re.sub(r"[^\dIilO]|(?:st|nd|rd|th)$", "", printed)
        number = figures.translate(_FIGURES)
        if number != figures:
            self.cursor.doubt(DoubtKind.RECOGNIZED, line, f"“{printed}” for the number of the meeting", number)
        return int(number) if number.isdigit() else None

    def _remarks(self) -> list[Footnote]:
        """The lines below the record, which have no mark."""
        cursor, remarks = self.cursor, []
        while (line := cursor.peek()) is not None and not self.form.annex.fullmatch(line.bare):
            cursor.doubt(
                DoubtKind.NOTE,
                line,
                f"“{line.text[:40]}” stands below the record without a mark",
                "a remark on the vote",
            )
            passage = cursor.whole(cursor.skip())
            remarks.append(Footnote(passage.text, passage.spans, "", "vote"))
        return remarks

    def _record(self, line: TextLine, found: re.Match[str], span: Span) -> Record:
        if found["without"] or self._noted_without_a_vote():
            return Adoption.WITHOUT_A_VOTE, None, (), False
        if group(found, "unanimous"):
            return Adoption.UNANIMOUS, None, (), False
        if found["consensus"]:
            return Adoption.CONSENSUS, None, (), False
        if found["yes"] is None:
            self.cursor.doubt(
                DoubtKind.VOTE, line, f"“{line.text[:60]}” {NO_FIGURES}", "how it was adopted is not stated"
            )
            return Adoption.NOT_STATED, None, (), False
        yes, no, abstain = (self._figure(line, found[name]) for name in ("yes", "no", "abstain"))
        away = self._not_participating()
        if yes + no + abstain + away != self.members:
            what = (
                f"{yes} to {no}, {abstain} abstaining, {away} not participating; the Council had {self.members} members"
            )
            self.cursor.doubt(DoubtKind.VOTE, line, what, "how it was adopted is not stated")
            return Adoption.NOT_STATED, None, (), False
        for count, name, vote in ((no, "against", Vote.NO), (abstain, "abstaining", Vote.ABSTAIN)):
            if count:
                self._voters(line, found[name] or "", span, vote, count)
        return Adoption.RECORDED_VOTE, Tally(yes, no, abstain, away), tuple(self.voters.values()), False

    def _figure(self, line: TextLine, printed: str | None) -> int:
        """A figure; a stroke is a 1, and is doubted."""
        if printed in _STROKES:
            self.cursor.doubt(DoubtKind.RECOGNIZED, line, f"“{printed}” for a figure of the vote", "1")
            return 1
        return figure(printed)

    def _notes(self) -> list[tuple[TextLine, str]]:
        """The footnotes of the text, each less its mark."""
        found = ((line, FOOTNOTE.fullmatch(line.text)) for line in self.cursor.notes)
        return [(line, bare(note[3])) for line, note in found if note]

    def _noted_without_a_vote(self) -> bool:
        return any(self.form.without_a_vote.fullmatch(text) for _, text in self._notes())

    def _not_participating(self) -> int:
        """How many members took no part in the vote, as a note says; those that it names are entered."""
        count, line, names = self._noted_away()
        if line is not None:
            self._voters(line, names, None, Vote.NOT_VOTING, count)
        return count

    def _noted_away(self) -> tuple[int, TextLine | None, str]:
        """How many members took no part, in which note, and their names there; 0 where none says so."""
        for line, text in self._notes():
            if found := self.form.not_participating.fullmatch(text):
                return _COUNTS.get(found["count"].lower()) or int(found["count"]), line, found["names"]
        return 0, None, ""

    def _voters(self, line: TextLine, names: str, span: Span | None, vote: Vote, count: int) -> None:
        """Enter the states that are named; none of them where one is not known, or there are more or fewer than the
        figure says."""
        pieces = self._pieces(names)
        codes = [self.code_of(piece) for piece in pieces]
        if None in codes or len(codes) != count or len({*codes, *self.voters}) != len(codes) + len(self.voters):
            unknown = next((piece for piece, code in zip(pieces, codes, strict=True) if code is None), None)
            what = (
                f"“{unknown}” is not a state in content/names"
                if unknown
                else f"{len(pieces)} states named for {count} votes"
            )
            self.cursor.doubt(DoubtKind.VOTE, line, f"{what} ({vote})", "who voted so is not said")
            return
        for piece, code in zip(pieces, codes, strict=True):
            assert code
            self.voters[code] = Voter(code, piece, vote, self._span(piece, span))

    def _pieces(self, names: str) -> list[str]:
        """The names in a list; one with a word for “and” in it is one name where it is known as such."""
        pieces: list[str] = []
        for piece in (p.strip(" .") for p in names.split(self.form.separator)):
            joined = next((word for word in self.form.conjunctions if word in piece), None)
            pieces += [piece] if not joined or self.code_of(piece) else [p.strip() for p in piece.split(joined)]
        return [piece for piece in pieces if piece]

    def _span(self, name: str, span: Span | None) -> Span | None:
        """Where a name stands in the source; None where it is broken there."""
        if span is None:
            return None
        words = r"\s+".join(map(re.escape, name.split()))
        found = re.compile(words).search(self.cursor.source, *span)
        return (found.start(), found.end()) if found and " ".join(found[0].split()) == found[0] else None
