"""What is picked out of a run that is named beside it: the first two of the last five (see `references`)."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cursor import GLUE, PARTS, Found
from bot.language.numbered import Numbered
from bot.language.selection import Selection, Step
from bot.language.tokens import Token, TokenKind

_BETWEEN = frozenset({*GLUE, TokenKind.UNIT, TokenKind.MIDDLE, *PARTS})
"""What may stand between the two."""
_OF = (TokenKind.OF, TokenKind.MIDDLE)


class Picking(Numbered):
    """Reads references, and what is picked out of another."""

    steps: list[Step]

    def picked(self, found: list[Found]) -> bool:
        """Whether what was just read picks out of what was read before, or the other way round; it then stands in its
        place."""
        before = self.found[-1] if self.found else None
        if before is None:
            return False
        between = [t for t in self.tokens if before.span[1] <= t.start and t.end <= found[0].span[0]]
        of = [t for t in between if t.kind in _OF]
        beside = bool(of) and _BETWEEN.issuperset(t.kind for t in between)
        if beside and of[0].spaced:
            parts = [f for f in self.found if f.place == before.place]
            return len(found) == 1 and self._replaced(len(parts), found[0], parts)
        if beside and len(found) == 1 and (step := _step_from(before.selection, found[0].selection)):
            # 第5段的前两段: the two before it.
            self.steps.append(step)
            return True
        of_those = any(t.kind is TokenKind.OF_THOSE for t in between) or self._of_those()
        return (beside or of_those) and self._replaced(1, before, found)

    def _replaced(self, count: int, whole: Found, parts: list[Found]) -> bool:
        """Whether those are parts of a run; they then stand for the last so many that were read."""
        chosen = [picked(whole.selection, part.selection) for part in parts]
        if not all(chosen):
            return False
        spans = [whole.span, *(part.span for part in parts)]
        span = min(spans)[0], max(end for _, end in spans)
        place = parts[0].place or whole.place
        self.found[-count:] = [Found(span, selection, place) for selection in chosen if selection]
        return True

    def of_run(self) -> bool:
        """Whether a run follows that what was just read is picked out of, or a word for those named before."""
        if self._of_those():
            return not self.found or _count(self.found[-1].selection) != 1
        of: Token | None = self.tokens[self.at] if self.kind() is TokenKind.OF else None
        if of is None or not of.spaced:
            return False
        start = self.at
        self.glue()
        found = self.reference()
        self.at = start
        return len(found) == 1 and _count(found[0].selection) != 1

    def _of_those(self) -> bool:
        """Whether a word for those named before follows."""
        ahead = (t.kind for t in self.tokens[self.at :] if t.kind not in GLUE)
        return next(ahead, None) is TokenKind.OF_THOSE


def _count(run: Selection) -> int:
    """How many a run has; 0 where that takes knowing how long the text is."""
    return run.last - run.first + 1 if (run.first > 0) == (run.last > 0) else 0


def picked(whole: Selection, part: Selection) -> Selection | None:
    """Those of a run that have these places in it, from either end; None where it has not as many, or is no run."""
    count = _count(whole)
    if count == 1 or whole.middle or part.piece or part.section:
        return None
    part = replace(part, part=whole.part or part.part)
    if part.middle:
        return replace(whole, part=part.part, middle=True)
    if count and max(abs(part.first), abs(part.last)) > count:
        return None
    first, last = (n - 1 + whole.first if n > 0 else n + 1 + whole.last for n in (part.first, part.last))
    return replace(whole, part=part.part, first=first, last=last)


def _step_from(one: Selection, run: Selection) -> Step | None:
    """The way from one paragraph to those right before or behind it, where a run at an end of the text is named of it;
    None where it is no such."""
    count = _count(run)
    if _count(one) != 1 or count < 2 or not (run.first == 1 or run.last == -1):
        return None
    return Step(-count if run.first == 1 else count, paced=True)
