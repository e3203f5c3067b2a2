"""Which resolution a message was found to be about."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.language.selection import References
from bot.question import times
from bot.question.reading import Reading
from bot.resolution import Resolution, Span


@dataclass(frozen=True, slots=True)
class DocumentChoice:
    """Which resolution a message is about."""

    resolution: Resolution | None
    """None where none is named or in view, or several could be meant."""
    named: bool = False
    """Whether the message itself names it."""
    offered: tuple[Resolution, ...] = ()
    """Where several could be meant: the best few."""
    naming: tuple[tuple[int, int], ...] = ()
    """Where in the message a title, or a part of one, stands."""
    every: bool = False
    """Whether all that are offered are meant."""

    def read_into(self, r: Reading) -> Reading:
        """The message as read, with the resolution that it is about."""
        # A title may have 非洲人后裔 in it, and speaks of no African group.
        spans = r.references.spans
        named = bool(spans) and all(any(a <= s and e <= b for a, b in self.naming) for s, e in spans)
        whole = (0, len(r.text.norm)) in self.naming
        references = References() if whole or named else r.references
        mentions = tuple(m for m in r.mentions if not any(a <= m.start and m.end <= b for a, b in self.naming))
        # Of the same title: that asks for none.
        naming = () if whole else self.naming
        cues = {
            cue: [x for x in of if not any(a <= x[0] and x[1] <= b for a, b in naming)] for cue, of in r.cues.items()
        }
        return replace(
            r,
            mentions=mentions,
            references=references,
            cues={cue: of for cue, of in cues.items() if of},
            resolution=self.resolution,
            named=self.named,
            naming=(*self.naming, *self._when(r)),
        )

    def _when(self, r: Reading) -> list[Span]:
        """Where a message says on which day or in which month the resolution was adopted, that it names otherwise."""
        if not self.resolution or not self.named:
            return []
        adopted = self.resolution.adopted
        return [(d.start, d.end) for d in times.dated(r) if d.period.year is None and d.period.has(adopted)]
