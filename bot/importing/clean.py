"""Lines of a file → clean text: a paragraph a line, footnotes behind it; what was dropped is told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from bot.corpus.feet import foot_line
from bot.corpus.forms import OPERATIVE, PRINTED_SYMBOL, Form, layout, number_due
from bot.corpus.forms.adoption import beginning
from bot.corpus.heads import opening as opens
from bot.corpus.labels import LABEL
from bot.corpus.lines import bare, plainly
from bot.corpus.marks import mark_at_end
from bot.corpus.record import list_heading
from bot.corpus.told import begins_list, lone_headings
from bot.doubts import Doubt, DoubtKind
from bot.importing.columns import voters_apart
from bot.importing.furniture import furniture, opening, symbol_apart
from bot.importing.heads import begins_in_head, columns_apart
from bot.importing.joints import Joiner, Joint
from bot.importing.lines import Before, LeftOut, Line
from bot.importing.margins import (
    _SENTENCE,
    _TAIL,
    edge_of,
    goes_on_below,
    is_ended,
    is_unwrapped,
    margins,
    of_text,
    page_of,
)
from bot.importing.note_lines import begins_foot, notes_in
from bot.importing.notes import raised
from bot.importing.numbers import SECTION, numbers_joined, otherwise_numbered
from bot.importing.pieces import Cleaned, Piece, Zone
from bot.importing.runin import opening_apart, unquoted

_HEADING = 0.6
"""The share of the longest line that a heading has at most, where nothing but its end tells it from text."""
_NUMBER_ALONE = 6
"""Characters of the longest number of a part that stands alone above its heading, with its stop: VIII., ثالثاً."""
_INDENT = 0.8
"""In ems: a line that begins this much farther in begins a paragraph."""

_MOST = 0.9
"""Of a greater share of the numbered paragraphs it says how all begin that they begin farther in."""


def clean(lines: tuple[Line, ...], form: Form) -> Cleaned:
    """The text that stands in those lines, which are in the language of that form."""
    lines = opening_apart(lines, form)
    start = opening(lines, form)
    lines, quoted = unquoted(lines, start.at) if start else (lines, ())
    lines = columns_apart(lines, start.at, form) if start and start.other else symbol_apart(lines, start)
    start = opening(lines, form)
    numbered = otherwise_numbered(lines, start.at if start else 0)
    lines = numbered.lines
    dropped = furniture(lines, start)
    found = raised(lines, dropped, form, start)
    lines = numbers_joined(found.lines, dropped, start.at if start else 0, form)
    notes, cited = notes_in(lines, dropped, form)
    body = voters_apart(of_text(lines, dropped, notes), form)
    joiner = Joiner([line for i, line in enumerate(lines) if i not in dropped], form.language)
    joiner.joints += found.joints
    paragraphs = Paragraphs(body, joiner, form)
    pieces = paragraphs.pieces()
    notes_joined = (Piece(joiner.joined(note), note[0]) for note in cited)
    pieces += sorted(notes_joined, key=lambda piece: piece.text.startswith("*"))
    out: list[tuple[str, Line | None]] = []
    for piece in pieces:
        if out and not piece.close:
            out.append(("", None))
        out.append((piece.text.strip(), piece.first))
    text = "".join(f"{each}\n" for each, _ in out)
    left_out = [LeftOut(lines[i].text.strip(), why, lines[i].place) for i, why in sorted(dropped.items())]
    left_out += [*joiner.left_out, *found.left_out, *quoted, *numbered.left_out]
    doubts = (*numbered.doubts, *joiner.doubts)
    return Cleaned(text, tuple(line for _, line in out), tuple(left_out), tuple(joiner.joints), doubts)


# --- paragraphs --------------------------------------------------------------------------------


class Paragraphs:
    """Puts the lines of a text together to paragraphs, from the first to the last."""

    def __init__(self, lines: list[Line], joiner: Joiner, form: Form) -> None:
        self.lines, self.joiner, self.form = lines, joiner, form
        start = opening(lines, form)
        self.opening = start.at if start else len(lines)
        of_numbers = [i for i, line in enumerate(lines) if OPERATIVE.match(line.text.lstrip("* "))]
        self.last_numbered = max(of_numbers, default=len(lines))
        self.unnumbered = self.last_numbered < self.opening or not of_numbers
        self.printed = bool(start and start.printed)
        self.council = bool(start and start.council)
        self.other = start.other if start else None
        text = lines[self.opening :]
        self.edge = edge_of(text)
        self.margins = margins(text)
        self.unwrapped = is_unwrapped(text)
        self.spaced = sum(line.before is Before.SPACE for line in text) > len(text) / 20
        numbered = [line for line in text if OPERATIVE.match(line.text) and line.before is not Before.PAGE]
        set_off = sum(line.before is not Before.NOTHING or self._is_indented(line) for line in numbered)
        farther_in = [line for line in numbered if line.plain and self._is_indented(line)]
        self.indented = not self.spaced and len(farther_in) > _MOST * len(numbered)
        """Whether paragraphs begin farther in, as those with numbers do."""
        self.silent = set_off * 2 < len(numbered) if numbered else not self.spaced
        """Whether neither white space nor an indent shows where paragraphs begin: it does not where one begins for
        sure, with its number."""
        preamble = list(takewhile(lambda line: not OPERATIVE.match(line.text), text[2:]))
        self.run_together = all(line.plain and line.before is not Before.SPACE for line in preamble)
        """Whether no blank line sets the preambular paragraphs apart."""
        self.lone = bool(lone_headings("\n".join(line.text.strip() for line in text), form))
        """Whether the lists of voters have headings without colons."""
        self.number = 0
        self.in_annex = False
        self.zone = Zone.HEAD

    def pieces(self) -> list[Piece]:
        """The paragraphs."""
        pieces: list[Piece] = []
        last: Line | None = None
        headed = False
        for i, line in enumerate(self.lines):
            if i == self.opening:
                self.zone = Zone.BODY
            annexed = i != self.opening and last is not None and self._turn(pieces[-1].text, line)
            below, headed = headed, last is not None and self._is_heading(i, pieces[-1].text)
            opened = last is None or i == self.opening
            if self.other and self.opening < i <= self.opening + self.other.lines:
                opened = i == self.opening + self.other.lines
                headed = below = annexed = False
            begins = opened or annexed or below or headed or (last and self._begins(pieces[-1], last, line))
            if begins and not self._in_title(pieces, line):
                pieces += self._piece(pieces, line)
            else:
                assert last is not None
                self._doubt(pieces[-1].text, last, line)
                if i > self.last_numbered:
                    self._doubt_end(pieces[-1].text, line)
                pieces[-1].text = self.joiner.join(pieces[-1].text, last, line.text)
            last = line
        return pieces

    def _in_title(self, pieces: list[Piece], line: Line) -> bool:
        """Whether a line goes on with the title of an annex: blank lines set paragraphs apart, and none stands before
        it."""
        below = len(pieces) > 1 and self.form.annex.fullmatch(bare(pieces[-2].text.strip()))
        set_off = (
            not (line.plain and self.spaced)
            or line.before is not Before.NOTHING
            or LABEL.match(line.text)
            or self._number(line.text) is not None
        )
        return self.zone is Zone.BODY and bool(below) and not set_off

    def _is_heading(self, at: int, before: str) -> bool:
        """Whether a line stands between a paragraph that has ended and one that begins, and ends as none does: no blank
        line sets it apart."""
        line, following = self.lines[at], self.lines[at + 1] if at + 1 < len(self.lines) else None
        text, ahead = line.text.strip(), following.text.lstrip() if following else ""
        if self.zone is not Zone.BODY or not ahead or LABEL.fullmatch(text):
            return False
        if line.right > _HEADING * self.edge and not SECTION.match(text):
            return False
        begins = self._number(ahead) == self.number + 1 or (
            self._opens_recital(ahead) and not ahead[:1].islower()
        )
        ends = (is_ended(text) and not SECTION.fullmatch(text)) or mark_at_end(text) is not None
        stands = is_ended(before) or SECTION.match(text)
        return bool(begins and stands) and not ends and not goes_on_below(line)

    def _doubt(self, before: str, last: Line, line: Line) -> None:
        """Remember lines put together where the paragraph might as well have ended: a page turns, or nothing sets
        paragraphs apart."""
        turned, ended = line.before is Before.PAGE, is_ended(before) and not goes_on_below(line)
        if self.zone is Zone.BODY and (turned or self.silent) and ended:
            self._guess(before, last, line, "|")
            # A Russian paragraph begins in lower case, with words that stand elsewhere too.
            if turned and not (self.number or self.form.capitals) and self._opens_recital(line.text):
                found = f"“{line.text.strip()[:40]}” behind “…{before.strip()[-24:]}” as a page turns"
                self.joiner.doubts.append(Doubt(DoubtKind.SPLIT, line.place, found, "it goes on here"))

    def _doubt_end(self, before: str, line: Line) -> None:
        """Doubt what goes on with the last paragraph behind its full stop, where something was left out between: it may
        be a footnote."""
        ended = before.rstrip().endswith(tuple(self.form.ends["last"]))
        if self.zone is Zone.BODY and line.before is Before.PAGE and ended and not self.in_annex:
            found = f"“{line.text.strip()[:40]}” behind the end of the last paragraph"
            self.joiner.doubts.append(Doubt(DoubtKind.SPLIT, line.place, found, "it goes on here"))

    def _guess(self, before: str, last: Line, line: Line, sign: str) -> None:
        """Remember what was done with two lines: | they were joined, ¶ a paragraph was begun."""
        self.joiner.joints.append(Joint(last, f"…{before.strip()[-24:]} {sign} {line.text.strip()[:20]}…"))

    def _piece(self, pieces: list[Piece], line: Line) -> Iterable[Piece]:
        text = line.text
        heading = list_heading(self.form).match(plainly(text.strip())) if self.zone is Zone.FOOT else None
        if heading and text.strip()[heading.end() :]:
            return Piece(text.strip()[: heading.end()], line), Piece(text.strip()[heading.end() :], line)
        if self.zone is Zone.HEAD and re.match("[一-鿿]", text) and layout.ORGAN_LINE.fullmatch(text.strip()):
            text = re.sub(r"\s", "", text)
        number = self._number(text)
        if self.zone is Zone.BODY and number is not None:
            self.number = number
        labelled = self.zone is Zone.BODY and bool(LABEL.match(text)) and number is None
        return (Piece(text, line, close=labelled and bool(pieces)),)

    def _number(self, text: str) -> int | None:
        """The number of the operative paragraph that a line begins; one without its stop, or in another form, only
        where it is due."""
        if found := OPERATIVE.match(text.lstrip("* ")):
            return int(found[1])
        found = number_due(text, self.number + 1, others=self.unnumbered)
        behind = plainly(text[found.end() :].lstrip("*_")) if found else ""
        return self.number + 1 if self.form.acts(behind) else None

    def _opens_recital(self, text: str) -> bool:
        """Whether a line begins as preambular paragraphs do."""
        return self.form.recites(plainly(text.lstrip())) is not None

    def _turn(self, before: str, line: Line) -> bool:
        """From one zone to the next, where this line begins it; whether an annex begins with it."""
        text = bare(line.text.strip())
        set_off = line.before is not Before.NOTHING or self.zone is Zone.FOOT
        if self.form.annex.fullmatch(text) and set_off:
            self.zone, self.number, self.in_annex = Zone.BODY, 0, True
            return True
        if self.zone is Zone.BODY:
            signed = _SENTENCE.search(before[-_TAIL:]) and self._is_foot(text)
            voted = text.startswith("[") and self.form.record_start.match(text[1:])
            printed = self._is_printed_record(before, text)
            self.zone = Zone.FOOT if signed or voted or printed else Zone.BODY
        return False

    def _is_printed_record(self, before: str, text: str) -> bool:
        """Whether a line begins to say how the text was adopted, behind the end of a sentence; in old resolutions of
        the Security Council, behind anything."""
        ended = _SENTENCE.search(before[-_TAIL:])
        of_council = (self.printed or (self.council and ended)) and self.form.council_record.match(text)
        return bool(of_council or (ended and beginning(self.form.language).match(text)))

    def _is_foot(self, text: str) -> bool:
        """Whether a line is the date of adoption, or the meeting."""
        patterns = (self.form.date, self.form.meeting)
        return any(p.fullmatch(text) for p in patterns) or bool(self.other and foot_line(text, self.form))

    def _begins(self, piece: Piece, last: Line, line: Line) -> bool:
        """Whether a paragraph begins with that line."""
        if line.before is Before.PARAGRAPH:
            return True
        if self.zone is Zone.HEAD:
            return begins_in_head(piece.text, last, line, self.form, self.other)
        if self.zone is Zone.FOOT:
            return self._begins_in_foot(piece, line)
        return self._begins_in_body(piece.text, last, line)

    def _begins_in_foot(self, piece: Piece, line: Line) -> bool:
        text, before = line.text.strip(), piece.text.strip()
        if (self.printed or self.council) and self.form.council_record.match(bare(before)):
            return line.before is Before.SPACE
        if self._is_printed_record(before, bare(text)):
            return True
        if self.other and (self._is_foot(bare(text)) or self._is_foot(bare(before))):
            return True
        if begins_foot(text, self.form) or list_heading(self.form).match(plainly(text)):
            return True
        lone = begins_list(text, self.form) or (begins_list(before, self.form) and len(before) < _TAIL)
        if lone and self.lone:
            return True
        whole = (self.form.date, self.form.meeting, list_heading(self.form))
        if any(pattern.fullmatch(bare(before)) for pattern in whole) or before.endswith("]"):
            return True
        listing = before.endswith(("、", ",", "،", "-"))
        return line.before is Before.SPACE and not listing

    def _begins_in_body(self, before: str, last: Line, line: Line) -> bool:
        text = line.text.lstrip()
        if (begins_foot(text, self.form) or self._is_foot(bare(text.strip()))) and _SENTENCE.search(before[-_TAIL:]):
            return True
        if self._is_printed_record(before, bare(text.strip())):
            return True
        if len(before) < _TAIL and (LABEL.fullmatch(before.strip()) or OPERATIVE.fullmatch(before.strip())):
            # A number or a label alone: its paragraph stands on the next line.
            return False
        short = len(before) < _TAIL * 4
        above = bare(before.strip())
        numbered = self.form.heading.fullmatch(above) or self.form.chapter.fullmatch(above)
        part = numbered and len(above) <= _NUMBER_ALONE
        opened = short and (opens(above, self.form.openings) or self.form.annex.fullmatch(above) or part)
        if opened or text.strip() == last.text.strip():
            # What stands twice is not joined: the reader refuses it.
            return True
        if short and (PRINTED_SYMBOL.fullmatch(before.strip()) or opens(bare(text.strip()), self.form.openings)):
            return True
        marked = (
            mark_at_end(before) is not None
            and self.form.capitals
            and text[:1].isupper()
            and self._opens_recital(text)
        )
        ended = is_ended(before) or marked
        number = self._number(text)
        if number is not None and (ended or (number == self.number + 1 and OPERATIVE.match(text.lstrip("* ")))):
            return True
        if LABEL.match(text) and ended:
            return True
        if line.before is Before.SPACE or (self.unwrapped and line.before is not Before.PAGE):
            return not self._torn(before, ended, line)
        if line.plain and line.before is Before.NOTHING and self._first(before, line):
            return True
        return ended and not goes_on_below(line) and self._set_off(before, last, line)

    def _torn(self, before: str, ended: bool, line: Line) -> bool:
        """Whether white space stands within a paragraph: that has not ended, and this can begin none; a page of the
        original turned there."""
        text = line.text.lstrip()
        goes_on = bool(re.match(r"[a-zß-ÿ(]", text)) or self._begins_none(line)
        begun = LABEL.match(text) or SECTION.match(text) or self._is_foot(bare(text.strip()))
        torn = self.form.capitals and not ended and goes_on and not begun
        if torn:
            self.joiner.doubts.append(
                Doubt(
                    DoubtKind.SPLIT,
                    line.place,
                    f"a blank line within “…{before.strip()[-24:]} {line.text.strip()[:24]}…”",
                    "one paragraph",
                )
            )
        return torn

    def _is_indented(self, line: Line) -> bool:
        return line.left - self.margins[page_of(line)] > _INDENT * line.em

    def _first(self, before: str, line: Line) -> bool:
        """Whether a line is farther in than those that a paragraph goes on in. With a number or label, it may go on as
        far in; a heading with one goes on in lower case."""
        of_heading = self.form.capitals and line.text.lstrip()[:1].islower() and SECTION.match(before)
        goes_on = of_heading or OPERATIVE.match(before) or LABEL.match(before)
        return self._is_indented(line) and not goes_on

    def _set_off(self, before: str, last: Line, line: Line) -> bool:
        """Whether the look of the page says that a paragraph has ended, or one begins."""
        by_space = self.spaced and not line.plain
        if line.before is Before.NOTHING and (by_space or (self.indented and not self._is_indented(line))):
            return False
        if line.stressed or line.left - last.left > _INDENT * line.em or self._first(before, line):
            return True
        word = re.match(r"[^\s一-鿿-]+", line.text.lstrip())
        wide = 1 if line.plain else 0.5
        needed = (len(word[0]) * wide if word else 2) * line.em
        slack = 0.08 * self.edge if line.plain else 0.5 * line.em
        if last.right + needed + slack < self.edge:
            return not self._is_name(before, last, line)
        together = self.run_together and not self.number and line.before is Before.NOTHING
        tells = self.form.tells or (self.form.capitals and line.text.lstrip()[:1].isupper())
        turned = line.before is Before.PAGE and not self.number and tells
        guess = (self.silent or together or turned) and self._opens_recital(line.text)
        if guess:
            self._guess(before, last, line, "¶")
        return guess

    def _is_name(self, before: str, last: Line, line: Line) -> bool:
        """Whether a line of plain text behind a short one begins with a name, rather than as paragraphs of a preamble
        do."""
        goes_on = line.plain and line.before is Before.NOTHING and self._begins_none(line)
        if goes_on:
            self._guess(before, last, line, "|")
        return goes_on

    def _begins_none(self, line: Line) -> bool:
        """Whether a line of a preamble, where the text above goes on into it, begins as no paragraph does."""
        text = line.text.lstrip()
        in_preamble = self.zone is Zone.BODY and self.form.capitals and not self.number and not self.in_annex
        return in_preamble and not any(p.match(text) for p in (self.form.preambular, self.form.operative, LABEL))
