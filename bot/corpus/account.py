"""Whether every character of a clean text has one place: in a passage, in the roll call, or in the apparatus around
them."""

from __future__ import annotations

from collections.abc import Iterator

from bot.resolution import Resolution, Span

EMPHASIS = "*_"
"""Marks that may stand around and within passages, and are no wording."""


def head(resolution: Resolution) -> Iterator[Span]:
    """The spans of what stands around the paragraphs: title, agenda item, sponsors, numbers and labels, foot, record of
    the vote."""
    item = resolution.agenda_item.title if resolution.agenda_item else None
    passages = [annex.title for annex in resolution.annexes if annex.title]
    passages += [passage for passage in (resolution.title, item, resolution.basis) if passage]
    if resolution.sponsors and resolution.sponsors.spans != resolution.title.spans:
        passages.append(resolution.sponsors)
    for passage in passages:
        yield from passage.spans
    yield from resolution.apparatus


def headings(resolution: Resolution) -> Iterator[Span]:
    """The spans of the headings, those of annexes too."""
    for heading in (*resolution.headings, *(heading for annex in resolution.annexes for heading in annex.headings)):
        yield from heading.spans


def _placed(resolution: Resolution) -> Iterator[Span]:
    """The spans of everything that the text was taken apart into."""
    for passage in (*resolution.paragraphs, *resolution.footnotes):
        yield from passage.spans
    yield from headings(resolution)
    yield from head(resolution)


def counts_of(resolution: Resolution) -> list[int]:
    """For each character of the source, in how many places it is."""
    counts = [0] * len(resolution.source)
    for begin, end in _placed(resolution):
        for at in range(begin, end):
            counts[at] += 1
    return counts


def marks(resolution: Resolution) -> int:
    """How many marks of emphasis stand between passages: they belong to how a text is kept, and to no passage."""
    counts = counts_of(resolution)
    return sum(not count and character in EMPHASIS for count, character in zip(counts, resolution.source, strict=True))
