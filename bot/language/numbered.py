"""References by number: lists and ranges, and what is counted from one of the two ends (see `references`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.language.cursor import GLUE, PARTS, Cursor, Found
from bot.language.selection import Selection
from bot.language.tokens import Token, TokenKind
from bot.language.unwanted import LEAVES_OUT
from bot.resolution import Part

_ENDS = (
    TokenKind.FIRST, TokenKind.LAST, TokenKind.FROM_END,
    TokenKind.PENULTIMATE, TokenKind.ANTEPENULTIMATE, TokenKind.LAST_BUT,
)  # fmt: skip
LEADS_ON = (
    TokenKind.NEXT, TokenKind.PREVIOUS, TokenKind.AFTER, TokenKind.BEFORE, TokenKind.AROUND, TokenKind.EITHER_SIDE,
    TokenKind.FORWARD, TokenKind.BACKWARD,
)  # fmt: skip
"""What begins a step."""
_LONG_NUMBER = 100
"""From which on a number beside a step is none of a paragraph: 2030 and what comes after."""
_FROM_LAST = {TokenKind.PENULTIMATE: 2, TokenKind.ANTEPENULTIMATE: 3}


class Numbered(Cursor):
    """Reads references by number."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """At the first of the tokens, with none read."""
        super().__init__(tokens)
        self.own_part = False
        """Whether the last number of the list being read has a part of its own before it."""
        self.whole = next((i for i, t in enumerate(tokens) if t.kind in (TokenKind.ALL, TokenKind.ALL_BUT)), None)
        """Which token says that all are meant, less some."""

    def reference(self) -> list[Found]:
        """One reference from here on: a list of numbers with a part and a unit around it; or nothing."""
        start, self.own_part = self.at, False
        part = self.part()
        self.accept(*GLUE)
        unit = bool(self.accept(TokenKind.UNIT))
        part = part or self.part()
        unit = bool(self.accept(TokenKind.UNIT)) or unit
        if self.kind() is TokenKind.GLUE and self.kind(1) is TokenKind.NUMBER:
            self.at += 1  # Paragraph number five.
        first = self.at
        counted = self.end(unit)
        anchored = unit or part is not None or self.after_not(start) or self.in_between(start)
        found = [Found(self.span(first), s) for s in counted] or self.numbers(anchored)
        if not found:
            self.at = start
            return []
        found_part = self.trailing_part()
        if part is None and not self.own_part and len({f.selection.part for f in found[:-1]} | {None}) == 1:
            # para 3 and 4 of the preamble; but 第5段和序言第3段
            found_part = found_part or found[-1].selection.part
        found = _with_parts_behind(found) if part is None else found
        if unit and found[-1].selection.first < 0 and any(f.selection.first > 1 for f in found):
            # Paragraphs 3 to 5 and the last of the preamble: of it is the last alone.
            last = found[-1].selection
            found[-1] = replace(found[-1], selection=replace(last, part=last.part or found_part))
            found_part = None
        parts = (f.selection.part or part or found_part for f in found)
        return [replace(f, selection=replace(f.selection, part=p)) for f, p in zip(found, parts, strict=True)]

    def part_of_whole(self) -> Part | None:
        """The part named right behind “all”: all preambular paragraphs except 4."""
        if self.whole is None:
            return None
        behind = next((t.kind for t in self.tokens[self.whole + 1 :] if t.kind not in GLUE), None)
        return PARTS.get(behind) if behind else None

    def after_not(self, at: int) -> bool:
        """Whether what comes is not wanted of what was named before: les paragraphes 1 à 4, sauf le 2; all but 4."""
        before = [t.kind for t in self.tokens[max(0, at - 3) : at] if t.kind not in GLUE]
        return (bool(self.found) or self.whole is not None) and bool(before) and before[-1] in LEAVES_OUT

    def in_between(self, at: int) -> bool:
        """Whether what comes is what paragraphs are sought between: los párrafos entre el 3 y el 6."""
        before = [t.kind for t in self.tokens[:at] if t.kind not in GLUE]
        return bool(before) and before[-1] is TokenKind.MIDDLE and TokenKind.UNIT in before

    # --- from one of the two ends ----------------------------------------------------------

    def end(self, anchored: bool) -> list[Selection]:
        """Paragraphs counted from an end; anchored: a unit stands before it (le paragraphe avant-dernier)."""
        start = self.at
        token = self.accept(*_ENDS)
        if token is None:
            return self.number_first(anchored)
        if token.kind in (TokenKind.PENULTIMATE, TokenKind.ANTEPENULTIMATE):
            return self.from_last(_FROM_LAST[token.kind])
        if token.kind is TokenKind.LAST_BUT:
            number = self.accept(TokenKind.NUMBER)
            if number:
                return self.from_last(number.value + 1)
            self.at = start
            return []
        found = self.counted(token, anchored)
        if not found:
            self.at = start
        return found

    def from_last(self, n: int) -> list[Selection]:
        """The n-th paragraph from the end, with the part and the unit that may follow."""
        part = self.part()
        self.accept(TokenKind.UNIT)
        return [Selection(-n, -n, part)]

    def counted(self, token: Token, anchored: bool) -> list[Selection]:
        """前三段, 最后两段, last paragraph, 倒数第二段, 首段, 末段: what follows FIRST, LAST or FROM_END."""
        self.glue()
        nth = self.accept(TokenKind.NTH)
        number = self.accept(TokenKind.NUMBER)
        n = number.value if number else 1
        part, unit = self.part_and_unit()
        alone = self.bare and self.kind() is None
        by_number = number is not None and (self.bare or self.kind() is None)
        last_alone = token.kind is TokenKind.LAST and alone
        behind_a_unit = anchored and self.ends()
        sure = unit or part or by_number or last_alone or behind_a_unit or self.steps_on() or self.of_run()
        if n < 1 or not sure:
            return []
        if token.kind is TokenKind.FROM_END and number and not nth and not number.ordinal:
            # 倒数两段
            return [Selection(-n, -1, part)]
        if token.kind is TokenKind.FROM_END or (token.kind is TokenKind.LAST and nth):
            return [Selection(-n, -n, part), *self.more_from_end(part)]
        return [Selection(1, n, part, counted=n > 1)] if token.kind is TokenKind.FIRST else [Selection(-n, -1, part)]

    def part_and_unit(self) -> tuple[Part | None, Token | None]:
        """The part and the unit that follow, gone past; not those of a list that begins there: two of paras 5–9."""
        start = self.at
        self.glue()
        part, unit = self.part(), self.accept(TokenKind.UNIT)
        of_another = self.at > start + 1 and self.kind() in (TokenKind.NTH, TokenKind.NUMBER)
        if not (part or unit) or (of_another and self.tokens[start].kind is TokenKind.OF and self.tokens[start].spaced):
            self.at = start
            return None, None
        return part, unit

    def more_from_end(self, part: Part | None) -> list[Selection]:
        """The rest of 倒数第二和第三段."""
        start = self.at
        if self.accept(TokenKind.AND) and self.accept(TokenKind.NTH) and (number := self.accept(TokenKind.NUMBER)):
            self.accept(TokenKind.UNIT)
            return [Selection(-number.value, -number.value, part)]
        self.at = start
        return []

    def number_first(self, anchored: bool) -> list[Selection]:
        """“first three paragraphs”, “third last paragraph”, “third from last”, “les trois premiers alinéas”."""
        start = self.at
        first, second = (*self.tokens[start : start + 2], None, None)[:2]
        selection = _by_two(first, second) if first and second and first.kind is TokenKind.NUMBER else None
        if selection is None or second is None or first is None:
            return []
        self.at += 2
        counts_on = second.kind is TokenKind.FROM_END and self.kind() in (TokenKind.NTH, TokenKind.NUMBER)
        part = self.part()
        unit = self.accept(TokenKind.UNIT)
        of_words = second.kind is TokenKind.FROM_END and self.idle()
        behind_a_unit = anchored and first.foreign and self.ends()
        alone = self.kind() is None or self.bare
        if counts_on or not (unit or part or alone or of_words or behind_a_unit or self.of_run()):
            self.at = start
            return []
        return [replace(selection, part=part)]

    def of_run(self) -> bool:
        """Whether a run follows that what was just read is picked out of (see `picking`)."""
        return False

    # --- lists -----------------------------------------------------------------------------

    def numbers(self, anchored: bool) -> list[Found]:
        """A list of numbers and ranges, each with its span; anchored: a part or unit stands before it."""
        start = end = self.at
        found: list[Found] = []
        sure = anchored or self.bare
        while True:
            item = self.item(first=not found) or (self.last_item() if found else None)
            if item is None:
                self.at = end
                break
            found += item[0]
            sure = sure or item[1]
            if self.summed_up(len(found)):
                return found
            end = self.at
            sure = sure or self.steps_on()
            side_by_side = self.kind() in (TokenKind.NTH, TokenKind.NUMBER) and (self.bare or anchored)
            if not (self.accept(TokenKind.AND) or side_by_side):
                break
            while self.accept(TokenKind.AND, *GLUE):
                pass
            goes_on = (TokenKind.NTH, TokenKind.NUMBER, TokenKind.UNIT, TokenKind.PREAMBLE, TokenKind.OPERATIVE, *_ENDS)
            if self.kind() not in goes_on:
                self.at = end
                break
        if found and (sure or self.of_run()):
            return found
        self.at = start
        return []

    def steps_on(self) -> bool:
        """Whether a step begins right behind the number just read, in a script without spaces: 14后面一段."""
        ahead = next((t for t in self.tokens[self.at :] if t.kind not in GLUE), None)
        short = self.tokens[self.at - 1].value < _LONG_NUMBER
        return ahead is not None and not ahead.spaced and ahead.kind in LEADS_ON and short

    def last_item(self) -> tuple[list[Found], bool] | None:
        """The end of “the first and the last paragraph”, and whether a unit follows it."""
        start = self.at
        part = self.part()
        self.glue()
        first = self.at
        selections = self.end(anchored=True)
        if not selections:
            self.at = start
            return None
        self.own_part = part is not None
        unit = self.tokens[self.at - 1].kind is TokenKind.UNIT
        return [Found(self.span(first), replace(s, part=s.part or part)) for s in selections], unit

    def summed_up(self, count: int) -> bool:
        """Whether the list is counted behind it, which makes it sure: 3、7、19这三段."""
        saved = self.at
        self.glue()
        number = self.accept(TokenKind.NUMBER)
        if number and number.value == count and self.accept(TokenKind.UNIT):
            return True
        self.at = saved
        return False

    def item(self, first: bool) -> tuple[list[Found], bool] | None:
        """One number, run of neighbours or range of a list, and whether it is sure to number paragraphs."""
        begin = self.at
        part = None if first else self.part()
        if not first:
            self.accept(TokenKind.UNIT)
            part = part or self.part()
            self.own_part = part is not None
        start = self.at
        nth = self.accept(TokenKind.NTH)
        number = self.accept(TokenKind.NUMBER)
        if not number:
            self.at = begin
            return None
        self.accept(*GLUE)
        inner = self.part()
        unit = self.accept(TokenKind.UNIT, TokenKind.WEAK_UNIT)
        leads = part is not None
        part = part or inner or self.part()
        behind = part is not None and not leads
        # 一段, 两条 without 第 are "a paragraph", "two articles"; 三项 without it is no reference at all.
        several = number.value > 2 and unit is not None and unit.kind is TokenKind.UNIT
        sure = bool(unit and (nth or number.ordinal or several)) or bool(part and (nth or number.ordinal))
        if last := self.range_end(number):
            low, high = sorted(last) if last[1] > 0 else last
            sure = sure or (self.ends_with_unit(start) and max(last) > 2)
            return [Found(self.span(start), Selection(low, high, part), part_behind=behind)], sure
        if self.from_behind():
            from_end = Selection(-number.value, -number.value, part)
            return [Found(self.span(start), from_end, part_behind=behind)], sure
        run = number.run if nth and number.run else (number.value,)
        return [Found(self.span(start), Selection(n, n, part), part_behind=behind) for n in run], sure

    def from_behind(self) -> bool:
        """Whether the number just read counts from the end: paragraph 3 from the bottom, третий абзац с конца."""
        saved = self.at
        self.glue()
        if self.accept(TokenKind.FROM_END) and self.kind() not in (TokenKind.NTH, TokenKind.NUMBER):
            return True
        self.at = saved
        return False

    def range_end(self, number: Token) -> tuple[int, int] | None:
        """Both ends of a range that begins with that number: 第13到15段, 从第17段到最后; None if it is none."""
        saved = self.at
        self.accept(TokenKind.AND, *GLUE)
        if self.accept(TokenKind.ONWARD):
            return number.value, -1  # 第15段起, 15 and following.
        if self.accept(TokenKind.BEYOND):
            return number.value + 1, -1
        if number.value > 1 and self.accept(TokenKind.SHORT_OF):
            return 1, number.value - 1
        self.at = saved
        if self.accept(TokenKind.TO):
            self.accept(*GLUE)
            self.accept(TokenKind.UNIT)
            self.part()
            self.accept(TokenKind.NTH)
            if last := self.accept(TokenKind.NUMBER):
                self.accept(TokenKind.UNIT)
                return number.value, last.value
            if self.accept(TokenKind.LAST):
                self.accept(TokenKind.NUMBER)
                self.accept(TokenKind.UNIT)
                return number.value, -1
        self.at = saved
        return None

    def ends_with_unit(self, start: int) -> bool:
        """Whether the last token read, from that one on, is a unit."""
        return self.at > start and self.tokens[self.at - 1].kind is TokenKind.UNIT


def _with_parts_behind(found: list[Found]) -> list[Found]:
    """What is named, each without a part of that which stands behind the next with one: 4, 6 and 8 of the preamble."""
    filled: list[Found] = []
    part: Part | None = None
    for each in reversed(found):
        own = each.selection.part
        part = (own if each.part_behind else None) if own else part
        filled.append(replace(each, selection=replace(each.selection, part=own or part)))
    return filled[::-1]


def _by_two(first: Token, second: Token) -> Selection | None:
    """What a number and the word behind it count: first three, trois premiers, third last, deux derniers."""
    n = first.value
    match second.kind:
        case TokenKind.NUMBER if first.ordinal and n == 1 and not second.ordinal and second.value:
            return Selection(1, second.value, counted=second.value > 1)
        case TokenKind.NUMBER if first.foreign and second.ordinal and second.value == 1:
            return Selection(1, n, counted=n > 1)
        case TokenKind.FIRST if not first.ordinal and n:
            return Selection(1, n, counted=n > 1)
        case TokenKind.LAST if n:
            return Selection(-n, -n if first.ordinal else -1)
        case TokenKind.FROM_END if n:
            return Selection(-n, -n)
    return None
