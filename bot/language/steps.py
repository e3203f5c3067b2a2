"""Steps from the paragraph shown last, and the middle one of several (see `references`)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.cursor import GLUE, Cursor, Found
from bot.language.selection import Selection
from bot.language.tokens import Token, TokenKind
from bot.resolution import Span

_BUT_ONE = {TokenKind.NEXT_BUT_ONE: 2, TokenKind.PREVIOUS_BUT_ONE: -2}
_MOST_STEPS = 50
"""The longest step that is taken for one: “the next 100 years” is none."""


class Stepping(Cursor):
    """Reads steps, and the middle one."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """At the first of the tokens, with no step read."""
        super().__init__(tokens)
        self.step = 0
        self.leap = False
        self.paced = False
        self.joined = False
        self.middles: list[Span] = []

    def stepped(self) -> bool:
        """A step from the paragraph shown last."""
        start = self.at
        for step in (self.further, self.beside, self.second, self.relative):
            if (n := step()) and abs(n) <= _MOST_STEPS:
                self.step = n
                self.joined = start > 0 and self.tokens[start - 1].kind is TokenKind.AND
                return True
            self.at = start
        return False

    def further(self) -> int:
        """再来一段, another paragraph; one more, where nothing else is said."""
        alone = self.at == 0
        if not self.accept(TokenKind.MORE):
            return 0
        number = self.accept(TokenKind.NUMBER)
        ordinal = number is not None and number.ordinal
        if ordinal or not (self.accept(TokenKind.UNIT) or alone) or not self.idle():
            return 0
        return number.value if number else 1

    def beside(self) -> int:
        """Two paragraphs above: one step, however far."""
        number = self.accept(TokenKind.NUMBER)
        counts = number is not None and not number.ordinal and self.kind(-2) is not TokenKind.NTH
        unit = self.accept(TokenKind.UNIT) if counts else None
        # 5段后面 is behind paragraph 5: only in scripts with spaces can a count stand there.
        if number is None or unit is None or number.end == unit.start:
            return 0
        towards = self.accept(TokenKind.NEXT, TokenKind.PREVIOUS)
        if towards is None:
            return 0
        self.leap = self.paced = True
        return number.value if towards.kind is TokenKind.NEXT else -number.value

    def second(self) -> int:
        """下下段, the one after the next: one step over the one between."""
        token = self.accept(*_BUT_ONE)
        if token is None:
            return 0
        self.glue()
        self.accept(TokenKind.UNIT)
        self.leap = self.paced = True
        return _BUT_ONE[token.kind]

    def relative(self) -> int:
        """下一段, next two, the two after that, the paragraph before."""
        number, unit = None, self.kind(-1) is TokenKind.UNIT
        if self.kind() is TokenKind.GLUE and self.kind(1) is TokenKind.NUMBER:
            if self.kind(2) not in (TokenKind.NEXT, TokenKind.PREVIOUS):
                return 0
            self.at += 1
            number = self.accept(TokenKind.NUMBER)
        token = self.accept(TokenKind.NEXT, TokenKind.PREVIOUS)
        if token is None:
            return 0
        self.glue()
        number = number or self.accept(TokenKind.NUMBER)
        self.accept(*GLUE)
        n = number.value if number else 1
        # 下个 and following are ordinary words unless a paragraph follows, or nothing does.
        idle = self.idle()
        self.paced = bool(self.accept(TokenKind.UNIT) or number or unit)
        if not (self.paced or idle) or n < 1:
            return 0
        return n if token.kind is TokenKind.NEXT else -n

    def middle(self) -> bool:
        """中间那段, the middle one."""
        start = self.at
        part = self.part()
        self.glue()
        if not self.accept(TokenKind.MIDDLE):
            self.at = start
            return False
        if self.kind() in (TokenKind.UNIT, TokenKind.NTH) and self.kind(1) is TokenKind.NUMBER:
            # between paragraphs 6 and 8
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
