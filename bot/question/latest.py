"""The one resolution that a message means by its being the latest, or the first, of those on a subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.cues import Cue
from bot.question.conditions import apart_from, newest
from bot.question.reading import Reading
from bot.resolution import Resolution, Span


@dataclass(frozen=True, slots=True)
class ByTime:
    """That the one is meant that was adopted last of several, or first."""

    last: bool
    spans: tuple[Span, ...]
    """Where the message says so."""

    def of(self, found: Sequence[Resolution]) -> Sequence[Resolution]:
        """The one of these; none of none."""
        choose = max if self.last else min
        return [choose(found, key=lambda x: x.adopted)] if found else []


def by_time(r: Reading) -> ByTime | None:
    """最新的死刑决议谁反对, the first resolution on Sudan; None where a message asks of several, the latest three or
    the latest resolutions, or says nothing of it."""
    few = newest(r)
    first, last = r.spans_of(Cue.EARLIEST), [*r.spans_of(Cue.LATEST_ONE), *(few.spans if few else ())]
    words = first or last
    several = apart_from(r.spans_of(Cue.DOCUMENTS, Cue.LIST), words)
    if not words or several or (few and few.count > 1) or (first and last):
        return None
    return ByTime(last=not first, spans=tuple(words))
