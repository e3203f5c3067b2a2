"""Steps from the paragraph shown last or from one that is named, and the middle one of several (see `references`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.language.cursor import GLUE, Found
from bot.language.numbered import Numbered
from bot.language.selection import Selection, Step
from bot.language.tokens import Token, TokenKind
from bot.resolution import Span

_BUT_ONE = {TokenKind.NEXT_BUT_ONE: 2, TokenKind.PREVIOUS_BUT_ONE: -2}
_OF_ONE = (TokenKind.AFTER, TokenKind.BEFORE)
"""What may have the number of a paragraph behind it: after 12."""
_BACK = (TokenKind.PREVIOUS, TokenKind.BEFORE, TokenKind.BACKWARD)
STEP_WORDS = (TokenKind.NEXT, TokenKind.PREVIOUS, *_OF_ONE)
"""What leads from a paragraph to another."""
_AROUND = (TokenKind.AROUND, TokenKind.EITHER_SIDE)
_MOST_STEPS = 50
"""The longest step that is taken for one: “the next 100 years” is none."""
_TWO_SIDES = 2


class Stepping(Numbered):
    """Reads steps, and the middle one."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """At the first of the tokens, with no step read."""
        super().__init__(tokens)
        self.steps: list[Step] = []
        self.middles: list[Span] = []

    def stepped(self) -> bool:
        """A step from the paragraph shown last, or from one that is named beside it."""
        start, found = self.at, len(self.found)
        for read in (self.around, self.moved, self.further, self.beside, self.second, self.relative):
            steps = read()
            if steps and all(0 < abs(s.count) <= _MOST_STEPS for s in steps):
                joined = self._joined(start)
                self.steps += [replace(s, joined=joined) for s in steps]
                return True
            self.at, self.found = start, self.found[:found]
        return False

    def _joined(self, start: int) -> bool:
        """Whether the step from that token on adds to what is before it: by a word for "and", or by a comma that such a
        word follows before another step."""
        # Paragraph 7 and the paragraph that follows it.
        skipped = (*GLUE, TokenKind.UNIT) if self.found else GLUE
        before = next((t for t in reversed(self.tokens[:start]) if t.kind not in skipped), None)
        return before is not None and before.kind is TokenKind.AND and (not before.sign or self.goes_on())

    def around(self) -> tuple[Step, ...]:
        """前后各一段, the two on either side, its neighbours: on and back."""
        start = self.at
        self.glue()
        number = self.accept(TokenKind.NUMBER)
        self.accept(TokenKind.UNIT)
        token = self.accept(*_AROUND)
        if token is None or (number and not token.spaced):
            return ()
        each = token.kind is TokenKind.EITHER_SIDE
        self.glue()
        if token.spaced:
            self.accept(TokenKind.UNIT)
            named = self.of_one()
        else:
            number, named = self.accept(TokenKind.NUMBER), False
        unit = self.accept(TokenKind.UNIT)
        if not (unit or named or self.idle() or self._behind_one(start)):
            return ()
        count = number.value if number else 1
        if not each and count == _TWO_SIDES:
            count = 1  # 前后两段: one on each side.
        return (Step(-count, paced=True), Step(count, paced=True))

    def moved(self) -> tuple[Step, ...]:
        """Go back three, 往前跳两段: to one paragraph, however far."""
        token = self.accept(TokenKind.FORWARD, TokenKind.BACKWARD)
        if token is None:
            return ()
        self.glue()
        number = self.accept(TokenKind.NUMBER)
        self.glue()
        self.accept(*STEP_WORDS)
        if not number or number.ordinal or not (self.accept(TokenKind.UNIT) or self.idle()):
            return ()
        return (_step(number.value, token, leap=True),)

    def further(self) -> tuple[Step, ...]:
        """再来一段, another paragraph; one more, where nothing else is said."""
        alone = self.at == 0
        if not self.accept(TokenKind.MORE):
            return ()
        number = self.accept(TokenKind.NUMBER)
        ordinal = number is not None and number.ordinal
        if ordinal or not (self.accept(TokenKind.UNIT) or alone) or not self.idle():
            return ()
        return (Step(number.value if number else 1),)

    def beside(self) -> tuple[Step, ...]:
        """Two paragraphs above: one step, however far; two paragraphs after 12: both of them."""
        start = self.at
        self.glue()
        those = self.at > start  # The two paragraphs after it: both.
        number = self.accept(TokenKind.NUMBER)
        counts = number is not None and not number.ordinal and self.kind(-2) is not TokenKind.NTH
        unit = self.accept(TokenKind.UNIT) if counts else None
        # 5段后面 is behind paragraph 5: only in scripts with spaces can a count stand there.
        if number is None or unit is None or number.end == unit.start:
            return ()
        towards = self.accept(*STEP_WORDS)
        return (_step(number.value, towards, leap=not (self.of_one() or self.names_one() or those)),) if towards else ()

    def second(self) -> tuple[Step, ...]:
        """下下段, the one after the next: one step over the one between."""
        token = self.accept(*_BUT_ONE)
        if token is None:
            return ()
        self.glue()
        self.accept(TokenKind.UNIT)
        return (Step(_BUT_ONE[token.kind], leap=True, paced=True),)

    def relative(self) -> tuple[Step, ...]:
        """下一段, next two, the two after that, the paragraph before, the one after 12."""
        start = self.at
        number, unit = None, self.kind(-1) is TokenKind.UNIT
        leap = self.at == 0 and self.kind() is TokenKind.NUMBER and self.kind(1) in STEP_WORDS and self.tokens[1].spaced
        if leap:
            # Two further on.
            number = self.accept(TokenKind.NUMBER)
        elif self.kind() in GLUE and self.kind(1) is TokenKind.NUMBER:
            if self.kind(2) not in STEP_WORDS or not self.tokens[self.at + 2].spaced:
                return ()
            # The one two before it.
            leap = self.kind() is TokenKind.SINGLE
            self.at += 1
            number = self.accept(TokenKind.NUMBER)
        token = self.accept(*STEP_WORDS)
        if token is None:
            return ()
        self.glue()
        named = token.kind in _OF_ONE and self.of_one(among_others=unit)
        number = number or (None if named else self.accept(TokenKind.NUMBER))
        self.accept(*GLUE)
        # 下个 and following are ordinary words unless a paragraph follows, or another step, or nothing does.
        idle = self.idle()
        paced = bool(named or self.names_one() or self.accept(TokenKind.UNIT) or number or unit or self.goes_on())
        if not (paced or idle):
            return ()
        # Paragraph 7 and the following one.
        beside_another = idle and bool(self.steps or (self.found and self._joined(start)))
        leap = leap and not named
        return (_step(number.value if number else 1, token, leap=leap, paced=paced or beside_another),)

    def of_one(self, *, among_others: bool = False) -> bool:
        """A number that stands alone behind what leads on from it, read: after 12, al 7; among_others: whether other
        words may follow, as they may in the paragraphs after 12 that…"""
        start = self.at
        while self.accept(TokenKind.TO, TokenKind.NTH, *GLUE):
            pass
        first = self.at
        number = self.accept(TokenKind.NUMBER)
        counts = self.kind() in (TokenKind.UNIT, TokenKind.OTHER, TokenKind.PREAMBLE, TokenKind.OPERATIVE)
        counts = counts and not (number and number.ordinal and self.accept(TokenKind.UNIT))
        short = number is not None and number.value < _MOST_STEPS
        counts = counts and not (among_others and short and self.kind() is TokenKind.OTHER)
        if number is None and (ends := self.end(anchored=True)):
            # The one after the last of those.
            self.found += [Found(self.span(first), selection, first) for selection in ends]
            return True
        if number is None or number.foreign or counts:
            self.at = start
            return False
        self.found.append(Found(self.span(first), Selection(number.value, number.value), first))
        return True

    def names_one(self) -> bool:
        """Whether what stands behind is a paragraph by its number: after paragraph 12."""
        ahead = [t.kind for t in self.tokens[self.at :] if t.kind not in (*GLUE, TokenKind.NTH)][:2]
        return ahead == [TokenKind.UNIT, TokenKind.NUMBER]

    def goes_on(self) -> bool:
        """Whether another step follows behind a word for "and": the one before and the one after."""
        ahead = [t.kind for t in self.tokens[self.at :] if t.kind not in GLUE][:2]
        return len(ahead) > 1 and ahead[0] is TokenKind.AND and ahead[1] in STEP_WORDS

    def middle(self) -> bool:
        """中间那段, the middle one."""
        start = self.at
        part = self.part()
        self.glue()
        if not self.accept(TokenKind.MIDDLE):
            self.at = start
            return False
        if self._counted():
            return True
        if self._two_ahead():
            # Between paragraphs 6 and 8: these are read next.
            self.middles.append(self.span(start))
            return True
        if self._behind_two(start):
            self.middles.append(self.span(start))
            return True
        self.glue()
        self.accept(TokenKind.NUMBER)
        self.glue()
        part = part or self.part()
        if not self.accept(TokenKind.UNIT) and not self.idle():
            self.at = start
            return False
        if part or (part := self.trailing_part()):
            self.found.append(Found(self.span(start), Selection(1, -1, part, middle=True)))
        else:
            self.middles.append(self.span(start))
        return True

    def counted_from(self) -> bool:
        """The one that a step before it is counted from, which leads to one paragraph then: two on, counting from 15,
        往后两段，从15算."""
        start = self.at
        ahead = self.accept(TokenKind.START_AT)
        while self.accept(TokenKind.NTH, TokenKind.UNIT, *GLUE):
            pass
        first = self.at
        number = self.accept(TokenKind.NUMBER)
        self.accept(TokenKind.UNIT)
        starts = number is not None and bool(ahead or self.accept(TokenKind.START_AT))
        if number is None or not starts or not self.steps:
            self.at = start
            return False
        self.found.append(Found(self.span(first), Selection(number.value, number.value), first))
        self.steps[-1] = replace(self.steps[-1], leap=True, joined=False)
        return True

    def _behind_one(self, start: int) -> bool:
        """Whether nothing stands between one paragraph that was named and a place: 第8段的左右邻居."""
        return self._glued(start) and self.found[-1].selection.first == self.found[-1].selection.last

    def _behind_two(self, start: int) -> bool:
        """Whether two paragraphs of one list stand right before a place: 第6段和第8段中间."""
        two = self.found[-2:]
        return self._glued(start) and len(two) > 1 and two[0].place == two[1].place and self._single(two)

    def _single(self, found: Sequence[Found]) -> bool:
        return all(f.selection.first == f.selection.last for f in found)

    def _glued(self, start: int) -> bool:
        """Whether nothing that matters stands between what was named last and a place."""
        last = self.found[-1].span[1] if self.found else -1
        between = [t.kind for t in self.tokens[:start] if t.start >= last]
        return last >= 0 and {TokenKind.UNIT, *GLUE}.issuperset(between)

    def _counted(self) -> bool:
        """Whether a number of paragraphs stands right before, the middle of which is meant: 正文20段里正中间那两段."""
        last = self.found[-1] if self.found else None
        number = next((t for t in self.tokens if last and t.start == last.span[0]), None)
        of = self.kind(-2) is TokenKind.OF and self._glued(self.at - 1)
        several = number is not None and number.kind is TokenKind.NUMBER and number.value > _TWO_SIDES
        if last is None or number is None or number.ordinal or not (of and several and self._single([last])):
            return False
        run = replace(last.selection, first=1, middle=True)
        self.found[-1] = replace(last, span=(last.span[0], self.tokens[self.at - 1].end), selection=run)
        while self.accept(TokenKind.NUMBER, TokenKind.UNIT, *GLUE):
            pass
        return True

    def _two_ahead(self) -> bool:
        """Whether two paragraphs follow that something may stand between: between OP3 and OP6, entre le 3 et le 6."""
        small = (*GLUE, TokenKind.UNIT, TokenKind.NTH, TokenKind.PREAMBLE, TokenKind.OPERATIVE)
        kinds = [t.kind for t in self.tokens[self.at :] if t.kind not in small]
        return kinds[:3] == [TokenKind.NUMBER, TokenKind.AND, TokenKind.NUMBER]


def _step(count: int, towards: Token, *, leap: bool = False, paced: bool = True) -> Step:
    """So many paragraphs the way that a word leads."""
    return Step(-count if towards.kind in _BACK else count, leap, paced)
