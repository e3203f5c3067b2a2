"""Whether every character of a clean text has one place: in a passage, in the roll call, or in the apparatus around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.corpus.model import Resolution, Span

_NO_WORDING = re.compile(r"[\s*_]*")
"""White space and marks of emphasis, which are no wording."""


def _placed(resolution: Resolution) -> Iterator[Span]:
    """The spans of everything that the text was taken apart into."""
    annexes = resolution.annexes
    passages = [*resolution.paragraphs, *resolution.headings, *resolution.footnotes, *(h for annex in annexes for h in annex.headings)]
    passages += [title for annex in annexes if (title := annex.title)]
    item = resolution.agenda_item.title if resolution.agenda_item else None
    passages += [passage for passage in (resolution.title, item, resolution.basis) if passage]
    if resolution.sponsors and resolution.sponsors.spans != resolution.title.spans:
        passages.append(resolution.sponsors)
    for passage in passages:
        yield from passage.spans
    yield from resolution.apparatus


def _counts(resolution: Resolution) -> list[int]:
    """For each character of the source, in how many places it is."""
    counts = [0] * len(resolution.source)
    for begin, end in _placed(resolution):
        for at in range(begin, end):
            counts[at] += 1
    return counts


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


def unplaced(resolution: Resolution) -> list[Span]:
    """The stretches of the source that are nowhere; white space and marks of emphasis are no wording."""
    return _runs(resolution, _counts(resolution), range(1))


def doubled(resolution: Resolution) -> list[Span]:
    """The stretches of the source that are in two places."""
    counts = _counts(resolution)
    return _runs(resolution, counts, range(2, max(counts, default=0) + 2))
