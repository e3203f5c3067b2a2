"""Clauses of a message that only greet or thank, judged by their words: a mechanism, and no list of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.language.cues import Cue
from bot.language.lexicon import Lexicon
from bot.language.normal import BLANK, blank
from bot.language.shapes import Shape
from bot.question.reading import LITTLE, letters, weight
from bot.resolution import Span

POLITE = (Cue.GREETING, Cue.THANKS)
_ASKING = (
    Cue.CAST, Cue.STANCE, Cue.NO, Cue.ABSTAIN, Cue.WHO, Cue.WHERE, Cue.HOW_MANY, Cue.RESULT, Cue.FULL, Cue.OUTLINE,
    *(cue for cue in Cue if cue.startswith("fact_")),
)  # fmt: skip
"""What asks something beside them; a word for yes does where nothing greets: merci pour tout."""
CLAUSE = re.compile(rf"[^,.!?;:\n{BLANK}]+\??")
"""A clause of a text in normal form."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a message, with how much (see `weight`) of it is of which kind."""

    span: Span
    greets: bool
    """Whether it has a word that greets or thanks."""
    asks: bool
    kindly: int
    """What greetings and thanks are made of."""
    rest: str
    """What is left without that, and without words that say nothing."""

    @property
    def only_greets(self) -> bool:
        """Whether it greets or thanks and says nothing else."""
        return self.greets and self.polite and not weight(self.rest)

    @property
    def polite(self) -> bool:
        """Whether it may stand in a message that only greets or thanks: most of it does, as in mil gracias, me salvaste
        la tarde."""
        left = weight(self.rest)
        return not self.asks and (left < LITTLE or left < self.kindly)


def clauses(norm: str, lexicon: Lexicon) -> Iterator[Clause]:
    """The clauses of a text in normal form."""
    cues = lexicon.cues(norm)
    polite = [span for cue in POLITE for span in cues.get(cue, ())]
    kind = [*polite, *lexicon.shapes(norm).get(Shape.SMALL_TALK, ())]
    empty = [span for cue in (Cue.FILLER, Cue.AND_THEN) for span in cues.get(cue, ())]
    asking = [x for cue in _ASKING for x in cues.get(cue, ()) if not _stands_in_longer(x, kind) and x not in polite]
    unkind, left = blank(norm, kind), blank(norm, [*kind, *empty])
    for start, end in (clause.span() for clause in CLAUSE.finditer(norm)):
        said = norm[start:end]
        if not letters(said):
            continue
        greets = any(start <= a and b <= end for a, b in polite)
        signs = asking if greets else [*asking, *cues.get(Cue.YES, ())]
        asks = any(map(str.isdecimal, said)) or any(start <= a < end for a, _ in signs)
        kindly = 0 if said.endswith("?") else weight(letters(said)) - weight(letters(unkind[start:end]))
        yield Clause((start, end), greets, asks, kindly, letters(left[start:end]))


def _stands_in_longer(span: Span, spans: Iterable[Span]) -> bool:
    """Whether it is part of one of these: 时间 asks when, and 好多时间 does not."""
    return any(a <= span[0] and span[1] <= b and (a, b) != span for a, b in spans)
