"""Whether every character of a text that was read has one place, and whether a doubt holds it back."""

from __future__ import annotations

import re
from pathlib import Path

from bot.corpus.account import EMPHASIS, counts_of
from bot.corpus.provenance import check_accepted
from bot.doubts import DoubtKind
from bot.resolution import Resolution, Span

_NO_WORDING = re.compile(rf"[\s{EMPHASIS}]*")
"""White space and marks of emphasis, which are no wording."""


def unplaced(resolution: Resolution) -> list[Span]:
    """The stretches of the source that are nowhere; white space and marks of emphasis are no wording."""
    return _runs(resolution, counts_of(resolution), range(1))


def doubled(resolution: Resolution) -> list[Span]:
    """The stretches of the source that are in two places."""
    counts = counts_of(resolution)
    return _runs(resolution, counts, range(2, max(counts, default=0) + 2))


def _runs(resolution: Resolution, counts: list[int], wanted: range) -> list[Span]:
    """The stretches of wording whose characters are in that many places."""
    source, spans, begin = resolution.source, [], None
    for at in range(len(source) + 1):
        inside = at < len(source) and counts[at] in wanted
        if inside and begin is None:
            begin = at
        elif not inside and begin is not None:
            if not _NO_WORDING.fullmatch(source, begin, at):
                spans.append((begin, at))
            begin = None
    return spans


def held_back(found: Resolution, path: str) -> None:
    """Raise what keeps a text with doubts from being loaded; of a vote in doubt, no voter is told."""
    if any(doubt.kind is DoubtKind.VOTE for doubt in found.doubts):
        assert found.roll_call == ()
    check_accepted(Path(path), found.doubts, None)
