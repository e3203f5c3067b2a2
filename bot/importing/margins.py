"""How the lines of a text stand on their pages: where they begin, and whether they go on or end a paragraph."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise

from bot.corpus.forms import OPERATIVE, layout
from bot.corpus.lines import MARKS
from bot.importing.lines import Before, Line
from bot.importing.note_lines import UNWRAPPED

_TAIL = 30
"""How many characters at its end tell how a text ends."""

_SENTENCE = re.compile(rf"[.。][\W{MARKS}]*$")
"""The end of a sentence."""


def is_unwrapped(lines: list[Line]) -> bool:
    """Whether plain text has a line for each paragraph: most of it is in lines that are longer than any page is
    wide."""
    long = sum(len(line.text) for line in lines if line.plain and line.right > UNWRAPPED)
    return 2 * long > sum(len(line.text) for line in lines)


def goes_on_below(line: Line) -> bool:
    """Whether a line can begin no paragraph. Russian ones begin in lower case."""
    text = line.text.lstrip()
    return bool(re.match(r"[a-zß-ÿ]|\d", text)) and not OPERATIVE.match(text)


def is_ended(text: str) -> bool:
    """Whether a text ends as paragraphs and sub-paragraphs do."""
    tail = text.rstrip()[-24:]
    return any(found.end() == len(tail) for found in layout.ENDED.finditer(tail))


def margins(lines: list[Line]) -> defaultdict[int, float]:
    """How far in most lines stand with which an unfinished one goes on: for each page of plain text, and for other
    files under 0."""
    pages: dict[int, Counter[float]] = {}
    whole = Counter[float]()
    for last, line in pairwise(lines):
        if line.before is Before.NOTHING and not is_ended(last.text):
            pages.setdefault(page_of(line), Counter())[round(line.left)] += 1
            whole[round(line.left)] += 1
    usual = whole.most_common(1)[0][0] if whole else min((line.left for line in lines), default=0.0)
    return defaultdict(lambda: usual, {page: found.most_common(1)[0][0] for page, found in pages.items()})


def edge_of(lines: list[Line]) -> float:
    """How far to the right lines of a text reach; those of a foot that is flush right may stand farther out."""
    farthest = max((line.right for line in lines), default=0.0)
    return max((line.right for line in lines if line.left < farthest / 2), default=farthest)


def page_of(line: Line) -> int:
    """The page of a line of plain text; 0 for lines of other files, whose margins are one."""
    return line.page if line.plain else 0


def of_text(lines: tuple[Line, ...], dropped: dict[int, str], notes: set[int]) -> list[Line]:
    """The lines of the text itself; where something stood between two of them, white space says nothing."""
    body: list[Line] = []
    gone = False
    for i, line in enumerate(lines):
        if i in dropped or i in notes:
            gone = True
            continue
        if not line.text.strip():
            continue
        turned = gone or (body and line.page != body[-1].page)
        body.append(replace(line, before=Before.PAGE) if turned and line.before is not Before.PARAGRAPH else line)
        gone = False
    return body
