"""Marks of footnotes in plain figures, as old print and recognized text have them: Nations, 41 · 1992, 1/ · the report
29 that."""

from __future__ import annotations

import re

from bot.corpus.lines import MARKS

STROKED = r" ?(?<![\d/]){number}/(?=[\s,;.:)]|$)"
"""A mark with a stroke behind it, in documents up to 1997."""
SPACED = (
    r"(?:(?<=[^\d\s][,;.:])|(?<=[)\]”\"’，；。：）》」])|(?<=\b(?:19|20)\d\d)|(?<=\b(?:19|20)\d\d[,;.:]))"
    r" {{0,2}}{number}"
    r"(?![\d/(]| \(| (?:months|days|years|per cent|votes))(?=\s*[,;.:]?(?:\s|$))"
)
"""One behind a stop, a bracket or a year, set apart by a space."""
_NUMBERED = (
    "paragraph", "paragraphs", "resolution", "resolutions", "Article", "article", "annex", "of", "to", "than", "by",
    "and", "or", "on", "in", "at", "from",
    "within", "for", "least", "about", "most", "the",
)  # fmt: skip
"""Words of English that a figure belongs to which is no mark."""
_WITHIN = "(?<=[a-z])" + "".join(rf"(?<!\b{word})" for word in _NUMBERED) + r" {number}(?= [a-z]|[,;.:]|$)"
"""One within a sentence, which nothing but its note shows; only where it stands once."""
_AT_END = re.compile(r"(?<=[,;.:，；。：؛،]) {0,2}(\d{1,3})/?$")
"""A mark behind the stop at the end of a paragraph."""


def plain(mark: str) -> str:
    """A raised mark in plain figures."""
    return "".join(str(MARKS.index(figure)) for figure in mark)


def mark_at_end(text: str) -> str | None:
    """The plain figures at the end of a text that are a mark; None where there are none."""
    found = _AT_END.search(text[-12:])
    return found[1] if found else None


def without_mark(text: str) -> str:
    """A text less the plain figures at its end that are a mark."""
    found = _AT_END.search(text[-12:])
    return text[: len(text) - len(found[0])] if found else text


def cites(text: str, mark: str) -> bool:
    """Whether a text cites the note of that mark, in plain figures that can be nothing else."""
    number = plain(mark)
    return any(re.search(pattern.format(number=number), text) for pattern in (STROKED, SPACED))


def may_cite(text: str, mark: str) -> int:
    """At how many places a text may cite the note of that mark within a sentence."""
    return len(re.findall(_WITHIN.format(number=plain(mark)), text))
