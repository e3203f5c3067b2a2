"""What stands on the pages but is not text: masthead, running heads, job and page numbers, barcodes, rules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.importing import phrases
from bot.importing.lines import Before, Kind, Line

RUNNING = 3
"""On how many pages the same first or last line must stand to be a running head."""
_HEAD = 60
"""Within how many lines the text must begin; the masthead stands before it."""


@dataclass(frozen=True, slots=True)
class Headed:
    """The symbol a document is headed with."""

    text: str
    line: Line
    """The first one it stands on."""


def symbol_in(lines: tuple[Line, ...]) -> Headed | None:
    """The symbol that stands on lines of its own, most often; None where there is none."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        text = re.sub(rf"^(?:{'|'.join(phrases.UNITED_NATIONS)})\s+", "", line.text.strip())
        if (whole := phrases.FOOTER.fullmatch(text.rstrip("*"))) and whole["symbol"]:
            found.setdefault(canonical(whole["symbol"]), []).append(line)
    symbol = max(found, key=lambda each: len(found[each]), default=None)
    return Headed(symbol, found[symbol][0]) if symbol else None


def opening(lines: Sequence[Line]) -> int | None:
    """Where the text begins: with the line that opens the preamble, or, as in decisions, with the paragraph below the number and title."""
    texts = [line.text.strip() for line in lines[:_HEAD]]
    chapeau = next((i for i, text in enumerate(texts) if phrases.CHAPEAU.fullmatch(text)), None)
    numbered = next((i for i, text in enumerate(texts) if phrases.NUMBER.match(text)), None)
    if chapeau is not None or numbered is None:
        return chapeau
    return next((i for i in range(numbered + 1, len(texts)) if lines[i].before in (Before.SPACE, Before.PARAGRAPH)), None)


def canonical(symbol: str) -> str:
    """A symbol as it is printed: S/RES/2728 (2024)."""
    return re.sub(r"\s*\(", " (", symbol.strip())


def furniture(lines: tuple[Line, ...]) -> dict[int, str]:
    """Which lines are not text, by their positions: what they are."""
    dropped = {i: "header, footer or text box" for i, line in enumerate(lines) if line.kind is Kind.MARGIN}
    headed = symbol_in(lines)
    own = headed.text if headed else None
    for i, line in enumerate(lines):
        if line.kind is Kind.BODY and (why := _anywhere(line.text.strip(), own)):
            dropped.setdefault(i, why)
    dropped |= _masthead(lines, dropped)
    _edges(lines, dropped)
    return dropped


def _anywhere(text: str, own: str | None) -> str | None:
    """What a line is that can be no text wherever it stands; None where it may be."""
    if phrases.BARCODE.fullmatch(text):
        return "barcode"
    if phrases.RECYCLE.fullmatch(text):
        return "note on recycling"
    if phrases.RULE.fullmatch(text):
        return "rule"
    found = phrases.FOOTER.fullmatch(text.rstrip("*"))
    if found and found["symbol"] is None:
        return "job number"
    return "symbol" if found and canonical(found["symbol"]) == own else None


def _masthead(lines: tuple[Line, ...], dropped: dict[int, str]) -> dict[int, str]:
    """The lines of the masthead. Its date is next to its distribution; of the organs it names, that which the text opens with stays."""
    texts = [line.text.strip() for line in lines[:_HEAD]]
    end = opening(lines) or 0
    organs = [i for i in range(end) if phrases.ORGAN_LINE.fullmatch(texts[i])]
    distributed = [i for i in range(end) if phrases.DISTRIBUTED.fullmatch(texts[i])]
    if not distributed and not any(i in dropped for i in range(end)):
        return {}
    found: dict[int, str] = {}
    for i in range(end):
        if not phrases.MASTHEAD.fullmatch(texts[i]) or i in organs[-1:]:
            continue
        if phrases.DATE_LINE.fullmatch(texts[i]) and not any(0 < i - j <= 3 for j in distributed):
            continue
        found[i] = "masthead"
    return found


def _edges(lines: tuple[Line, ...], dropped: dict[int, str]) -> None:
    """Add what stands at the top or foot of pages: page numbers, and heads that run through the document."""
    pages: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        pages.setdefault(line.page, []).append(i)
    running = _running(lines, pages, dropped)
    for page, positions in pages.items():
        for way in (positions, positions[::-1]):
            for i in way:
                if i in dropped:
                    continue
                text = lines[i].text.strip()
                if text in running and page > 1:
                    dropped[i] = "running head"
                elif len(pages) > 1 and _is_page(text, page):
                    dropped[i] = "page number"
                else:
                    break
    title = _title(lines)
    for i, line in enumerate(lines):
        text = line.text.strip()
        beside = {dropped.get(j) for j in (i - 1, i + 1)} & {"job number", "symbol", "running head"}
        if i in dropped or not beside or line.kind is not Kind.BODY:
            continue
        if _is_page(text, line.page if len(pages) > 1 else 0):
            dropped[i] = "page number"
        elif phrases.JOB_DATES.fullmatch(text) and "job number" in beside:
            dropped[i] = "job number"
        elif i > len(lines[:_HEAD]) // 4 and _squeezed(text) in title and (_squeezed(text) == title or len(_squeezed(text)) > 8):
            dropped[i] = "running head"


def _title(lines: tuple[Line, ...]) -> str:
    """The title of the resolution, without spaces: the General Assembly's stands at the head of each page."""
    texts = [line.text.strip() for line in lines[:_HEAD]]
    end = opening(lines) or 0
    start = next((i for i in range(end - 1, -1, -1) if phrases.NUMBER.match(texts[i])), end)
    return _squeezed(phrases.NUMBER.sub("", " ".join(texts[start:end]), count=1))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _running(lines: tuple[Line, ...], pages: dict[int, list[int]], dropped: dict[int, str]) -> set[str]:
    """The lines that stand first or last on several pages."""
    found: Counter[str] = Counter()
    for positions in pages.values():
        left = [i for i in positions if i not in dropped]
        found.update({lines[i].text.strip() for i in (*left[:1], *left[-1:])})
    return {text for text, count in found.items() if count >= RUNNING}


def _is_page(text: str, page: int) -> bool:
    """Whether it is the number of that page (0: of any), alone or as in 2/4."""
    found = phrases.PAGE_LINE.fullmatch(text)
    if not found:
        return False
    number, of = int(found[1]), int(found[2] or 0)
    return (not page or number == page) and (not of or number <= of)
