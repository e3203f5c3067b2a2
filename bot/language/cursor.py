"""A walk over the pieces of a message, for the grammar of references (see `references`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.selection import Selection
from bot.language.tokens import Token, TokenKind
from bot.resolution import Part, Span

GLUE = (TokenKind.GLUE, TokenKind.MORE, TokenKind.OF, TokenKind.SINGLE)
"""What may stand almost anywhere in a reference."""
PARTS = {TokenKind.PREAMBLE: Part.PREAMBLE, TokenKind.OPERATIVE: Part.OPERATIVE}
"""The parts of a resolution, by the pieces that name them."""
_SAYS_LITTLE = (*GLUE, TokenKind.OF_THOSE, TokenKind.AND, TokenKind.PREAMBLE, TokenKind.OPERATIVE, TokenKind.UNIT)
_NO_LIST = (TokenKind.OTHER, TokenKind.FIRST, TokenKind.ALL, TokenKind.ALL_BUT, TokenKind.MIDDLE)


@dataclass(frozen=True, slots=True)
class Found:
    """A selection with its span in the message."""

    span: Span
    selection: Selection
    place: int = 0
    """Which of the message's lists it is in: the token that it begins with."""
    part_behind: bool = False
    """Whether its part stands behind its number: 8 of the preamble."""


class Cursor:
    """A place in a list of tokens, and what can be told from there."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """At the first of the tokens."""
        self.tokens = tokens
        self.at = 0
        self.found: list[Found] = []
        """What was read so far."""
        # With nothing else in the message, a number alone is a reference: "17", "十一到十三".
        self.bare = all(t.kind not in _NO_LIST and not t.foreign for t in tokens)

    def kind(self, ahead: int = 0) -> TokenKind | None:
        """The kind of the token so far ahead; None beyond either end."""
        at = self.at + ahead
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else None

    def accept(self, *kinds: TokenKind) -> Token | None:
        """The next token, gone past, if it is of one of these kinds; else None."""
        if self.kind() in kinds:
            self.at += 1
            return self.tokens[self.at - 1]
        return None

    def glue(self) -> None:
        """Go past what may stand almost anywhere."""
        while self.accept(*GLUE):
            pass

    def part(self) -> Part | None:
        """The part that the next token names, gone past; None where it names none."""
        token = self.accept(*PARTS)
        return PARTS[token.kind] if token else None

    def trailing_part(self) -> Part | None:
        """A part named after the numbers: “paragraphe 8 du dispositif”, “最后一段，序言的”."""
        saved = self.at
        self.accept(TokenKind.UNIT)
        self.glue()
        if part := self.part():
            self.accept(TokenKind.UNIT)
            return part
        self.at = saved
        self.accept(TokenKind.UNIT)
        return None

    def idle(self) -> bool:
        """Whether nothing more is asked: only words follow that change no reference."""
        return all(t.kind in _SAYS_LITTLE for t in self.tokens[self.at :])

    def ends(self) -> bool:
        """Whether what was read is not the beginning of something else: “paragraph last” of “paragraph last year”."""
        return self.kind() not in (TokenKind.OTHER, TokenKind.NUMBER, TokenKind.NTH)

    def span(self, first: int) -> Span:
        """Where the tokens from that one to the last one read stand."""
        return self.tokens[first].start, self.tokens[self.at - 1].end
