"""What stands on the pages but is not text: masthead, running heads, job and page numbers, barcodes, rules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.corpus.forms import ANY_SYMBOL, PRINTED_SYMBOL, Form, layout
from bot.corpus.forms.other_bodies import OTHER_SYMBOL, OWN_SYMBOL
from bot.corpus.heads import opening as opens
from bot.corpus.lines import bare, plainly
from bot.corpus.loose import foreign_symbol
from bot.corpus.others import Opened, opened, symbol_on
from bot.importing.lines import Before, Line, LineKind

RUNNING = 3
"""On how many pages the same first or last line must stand to be a running head."""
_HEAD = 60
"""Within how many lines the text must begin; the masthead stands before it."""
_BESIDE = frozenset({"job number", "symbol", "running head", "barcode"})
"""What page numbers and running heads stand beside."""
_SYMBOL = re.compile(layout.RESOLUTION_SYMBOL)
_NUMBER = re.compile(rf"{layout.HEAD_NUMBER.pattern}|\d{{1,4}}/\d{{1,4}}|\d{{1,4}}\s?[(（](?:\d{{4}}|[IVXLC]+)[)）]")
"""What may be the number of a resolution on a line of its head."""
_BEGINS_NOTE = re.compile(r"[\[(（^/]?(?:\d{1,3}(?![\d.])|[⁰¹²³⁴⁵⁶⁷⁸⁹①-⑳]|\*)")
"""How a note begins: with its mark, and no paragraph’s number."""
_LINE_OF_TITLE = 8
"""Characters of the shortest line of a title that is known as one by itself."""
_DATE_BELOW = 4
"""How many lines below its distribution the date of a document may stand."""


@dataclass(frozen=True, slots=True)
class Headed:
    """The symbol a document is headed with."""

    text: str
    line: Line
    """The first one it stands on."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the text of a resolution begins."""

    at: int
    """The index of its first line below the head."""
    printed: bool = False
    """Whether it is one of the Security Council up to 1993, whose record of the vote stands in the foot."""
    council: bool = False
    """Whether it is a later one of it, which has such a record in collections."""
    draft: bool = False
    other: Opened | None = None
    """How it is opened, where it is of another body than the four with forms of their own."""


def symbol_in(lines: tuple[Line, ...]) -> Headed | None:
    """The symbol that stands on lines of its own, most often; None where there is none."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        text = re.sub(rf"^(?:{'|'.join(layout.UNITED_NATIONS)})\s+", "", line.text.strip()[: layout.LONGEST_FURNITURE])
        if (whole := layout.FOOTER.fullmatch(text.rstrip("*"))) and whole["symbol"]:
            found.setdefault(canonical(whole["symbol"]), []).append(line)
    symbol = max(found, key=lambda each: len(found[each]), default=None)
    return Headed(symbol, found[symbol][0]) if symbol else None


def draft_symbol(lines: tuple[Line, ...], start: Opening | None) -> Headed | None:
    """The symbol of a draft, which stands in its masthead only; None for what is no draft."""
    if start is None or not start.draft:
        return None
    found = ((line, word) for line in lines[: start.at] for word in line.text.split())
    return next(
        (Headed(symbol["symbol"], line) for line, word in found if (symbol := ANY_SYMBOL.fullmatch(word))), None
    )


def symbol_apart(lines: tuple[Line, ...], start: Opening | None) -> tuple[Line, ...]:
    """The lines, with the symbol of a draft on one of its own where others of the masthead stand beside it."""
    headed = draft_symbol(lines, start)
    if headed is None or headed.line.text.strip() == headed.text or not layout.is_masthead(headed.line.text.strip()):
        return lines
    at = next(i for i, line in enumerate(lines) if line is headed.line)
    rest = " ".join(headed.line.text.replace(headed.text, " ", 1).split())
    symbol = replace(headed.line, text=headed.text, before=Before.NOTHING)
    return (*lines[:at], replace(headed.line, text=rest), symbol, *lines[at + 1 :])


def opening(lines: Sequence[Line], form: Form) -> Opening | None:
    """Where the text begins: behind the date of a resolution of the Security Council, with the line that opens the
    preamble, or, as in decisions, with the paragraph below the number and title."""
    texts = [bare(line.text.strip()) for line in lines[:_HEAD]]
    names = frozenset(form.names.values())
    chapeau = next((i for i, text in enumerate(texts) if _opens(text, form, names)), None)
    council = _below_council(texts, form)
    below = council is not None and council.at < len(texts)
    if council is not None and below and (chapeau is None or council.at <= chapeau):
        return council
    if chapeau is not None and foreign_symbol([line.text for line in lines[:chapeau]]):
        return Opening(chapeau, other=Opened(chapeau, 1, texts[chapeau], texts[chapeau].rstrip(",，،")))
    if chapeau is not None:
        return Opening(chapeau, draft=any(form.draft.search(text[-_HEAD:]) for text in texts[:chapeau]))
    if other := _of_other(lines, texts, form):
        return other
    numbered = next((i for i, text in enumerate(texts) if layout.HEAD_NUMBER.match(text)), None)
    if numbered is None:
        return None
    spaced = (i for i in range(numbered + 1, len(texts)) if lines[i].before in (Before.SPACE, Before.PARAGRAPH))
    return next((Opening(i) for i in spaced), None)


def _of_other(lines: Sequence[Line], texts: list[str], form: Form) -> Opening | None:
    """Where a text of another body is opened, unless a line says that one of the four adopted it."""
    set_off = [line.before is not Before.NOTHING for line in lines[: len(texts)]]
    found = opened(texts, set_off, form)
    if found is None or any(p.fullmatch(text) for text in texts[: found.at] for p in form.adopted_by.values()):
        return None
    return Opening(found.at, other=found)


def other_symbol(lines: tuple[Line, ...], start: Opening | None) -> Headed | None:
    """The symbol of a text of another body, which stands in its head: its own, else that of its document."""
    if start is None or start.other is None:
        return None
    found = [(line, line.text.strip().rstrip("*")) for line in lines[: start.at] if symbol_on(bare(line.text.strip()))]
    found.sort(key=lambda each: OWN_SYMBOL.fullmatch(each[1]) is None)
    return Headed(found[0][1], found[0][0]) if found else None


def _opens(text: str, form: Form, names: frozenset[str]) -> bool:
    """Whether a line opens the preamble. The name alone stands in the masthead."""
    plain = text.lstrip('"“«„ ')
    return len(text) < _HEAD and plain not in names and opens(plain, form.openings) is not None


def _below_council(texts: list[str], form: Form) -> Opening | None:
    """The line below the number and the date of a resolution of the Security Council."""
    for i, text in enumerate(texts):
        if form.council_dated_number.fullmatch(text):
            return Opening(_behind_symbol(texts, i + 1), printed=True)
        numbered = form.council_number.fullmatch(text)
        if numbered and numbered.groupdict().get("d"):
            return Opening(_behind_symbol(texts, i + 1), printed=True)
        following = texts[i + 1 : i + 3]
        if numbered and following and form.council_dated.fullmatch(following[0]):
            return Opening(_behind_symbol(texts, i + 2), printed=True)
        for count in (1, 2, 3):
            if form.council_adopted.fullmatch(" ".join(texts[i : i + count])):
                return Opening(i + count, council=True)
    return None


def _behind_symbol(texts: list[str], at: int) -> int:
    return at + 1 if at < len(texts) and PRINTED_SYMBOL.fullmatch(texts[at]) else at


def canonical(symbol: str) -> str:
    """A symbol as it is printed: S/RES/2728 (2024)."""
    return re.sub(r"(?<!\s)\s*\(", " (", symbol.strip())


def furniture(lines: tuple[Line, ...], start: Opening | None) -> dict[int, str]:
    """Which lines are not text, by their positions: what they are. start: where the text begins."""
    dropped = {i: "header, footer or text box" for i, line in enumerate(lines) if line.kind is LineKind.MARGIN}
    headed = draft_symbol(lines, start) or other_symbol(lines, start) or symbol_in(lines)
    own = headed.text if headed else None
    document = _document_symbol(lines, start, own)
    for i, line in enumerate(lines):
        text = line.text.strip()
        if line.kind is LineKind.BODY and (why := _anywhere(text, own) or (document and _with_symbol(text, document))):
            dropped.setdefault(i, why)
    dropped |= dict.fromkeys(_notes_headings(lines, start.at if start else 0), "heading of the notes")
    dropped |= _masthead(lines, dropped, start)
    if start and own and not start.draft:
        dropped |= {i: "running head" for i in range(start.at, len(lines)) if _is_running_masthead(lines[i], own)}
    _edges(lines, dropped, start)
    last = next((i for i in range(len(lines) - 1, -1, -1) if i not in dropped), 0)
    if start and last > start.at and lines[last].plain and layout.PAGE_LINE.fullmatch(lines[last].text.strip()):
        dropped[last] = "page number"
    if start and (start.draft or start.other) and headed:
        _keep_draft(lines, dropped, start, headed)
    elif start and headed and not any(_NUMBER.search(lines[i].text) for i in range(start.at) if i not in dropped):
        _keep_symbol(lines, dropped, start, headed)
    return dropped


def _notes_headings(lines: tuple[Line, ...], start: int) -> Iterator[int]:
    """The positions of the lines below the head that stand above notes, and say so: Notes."""
    for i in range(start + 1, len(lines) - 1):
        headed = layout.NOTES_HEADING.fullmatch(lines[i].text.strip(" :：_*"))
        if headed and _BEGINS_NOTE.match(lines[i + 1].text.lstrip()):
            yield i


_OF_ANY_FILE = (
    ("turn of a page", layout.TURN), ("note on an advance version", layout.ADVANCE), ("barcode", layout.BARCODE),
    ("note on recycling", layout.RECYCLE), ("rule", layout.RULE_LINE), ("running head", layout.VOLUME_HEAD),
)  # fmt: skip
"""What lines of some forms are, wherever they stand."""


def _document_symbol(lines: tuple[Line, ...], start: Opening | None, own: str | None) -> str | None:
    """The symbol in the masthead of the document in which a text of another body stands, under another one of its own:
    that of the report of a conference."""
    if start is None or start.other is None:
        return None
    symbols = (found["symbol"] for line in lines[: start.at] if (found := OTHER_SYMBOL.fullmatch(line.text.strip())))
    return next((symbol for symbol in symbols if symbol != own), None)


def _anywhere(text: str, own: str | None) -> str | None:
    """What a line is that can be no text wherever it stands; None where it may be."""
    if len(text) > layout.LONGEST_FURNITURE:
        return None
    if why := next((why for why, pattern in _OF_ANY_FILE if pattern.fullmatch(text)), None):
        return why
    found = layout.FOOTER.fullmatch(text.rstrip("*"))
    if found and found["symbol"] is None:
        return "job number"
    if found:
        return "symbol" if canonical(found["symbol"]) == own else None
    return _with_symbol(text, own) if own else None


def _with_symbol(text: str, own: str) -> str | None:
    """What a line is that has the symbol of the text and little else; None where it may be text."""
    page = layout.PAGE_NUMBER
    if re.fullmatch(rf"(?:{page}\s+)?{re.escape(own)}(?:\s+{page})?", text.rstrip("*")):
        return "symbol"
    before = text.removesuffix(own) if text.endswith(own) else ""
    if before.strip() in layout.UNITED_NATIONS:
        return "masthead"
    return "address" if re.fullmatch(r"(?:\w+ )*https?://\S+", before) else None


def _is_running_masthead(line: Line, own: str) -> bool:
    """Whether a line below the head consists of the symbol of the text and other parts of a masthead."""
    text = line.text.strip()
    return len(text) > len(own) and own in text and layout.is_masthead(text)


def _keep_draft(lines: tuple[Line, ...], dropped: dict[int, str], start: Opening, headed: Headed) -> None:
    """Take back the symbol and the date of a draft, or of a text of another body, which stand in its masthead only."""
    dates = [i for i in range(start.at) if layout.DATE_LINE.fullmatch(lines[i].text.strip())]
    symbols = [
        i for i in range(start.at) if lines[i] is headed.line and lines[i].text.strip().rstrip("*") == headed.text
    ]
    for i in (*symbols[:1], *dates[:1]):
        dropped.pop(i, None)


def _keep_symbol(lines: tuple[Line, ...], dropped: dict[int, str], start: Opening, headed: Headed) -> None:
    """Take back the symbol of a text whose head has its number nowhere else."""
    whole = (i for i in range(start.at) if canonical(lines[i].text.strip().rstrip("*")) == headed.text)
    for i in (*whole,)[:1]:
        dropped.pop(i, None)


def _masthead(lines: tuple[Line, ...], dropped: dict[int, str], start: Opening | None) -> dict[int, str]:
    """The lines of the masthead. Its date is next to its distribution; of the organs it names, that which the text
    opens with stays."""
    texts = [plainly(line.text.strip()) for line in lines[:_HEAD]]
    end = min(start.at if start else 0, len(texts))
    organs = [i for i in range(end) if layout.ORGAN_LINE.fullmatch(texts[i])]
    distributed = [i for i in range(end) if layout.DISTRIBUTED.fullmatch(texts[i])]
    dates = [i for i in range(end) if layout.DATE_LINE.fullmatch(texts[i])]
    own_dates = {next((i for i in dates if 0 < i - j <= _DATE_BELOW), None) for j in distributed}
    if not distributed and not any(i in dropped for i in range(end)):
        return {}
    found = dict.fromkeys(_broken_organs(texts[:end]), "masthead")
    for i in range(end):
        if not layout.is_masthead(texts[i]) or i in organs[-1:]:
            continue
        if i in dates and i not in own_dates:
            continue
        found[i] = "masthead"
    return found


def _broken_organs(texts: list[str]) -> Iterator[int]:
    """The positions of the two lines that an organ's name stands on, with other parts of the masthead between and
    beside them."""
    for i, text in enumerate(texts):
        for j in range(i + 1, min(i + 3, len(texts))):
            rest, *beside = re.split(r"\s{3,}", texts[j])
            others = (*texts[i + 1 : j], *beside)
            if layout.ORGAN_LINE.fullmatch(f"{text} {rest}") and all(map(layout.is_masthead, others)):
                yield from (i, j)


def _edges(lines: tuple[Line, ...], dropped: dict[int, str], start: Opening | None) -> None:
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
                why = _at_edge(lines[i].text.strip(), page, running if page > 1 else (), of=len(pages))
                if not why:
                    break
                dropped[i] = why
    _beside_others(lines, dropped, _title(lines, start), pages=len(pages))


def _beside_others(lines: tuple[Line, ...], dropped: dict[int, str], title: str, *, pages: int) -> None:
    """Add what stands beside what is left out already; pages: how many there are."""
    # A running head of several lines stands above the symbol on one page and below it on the next.
    for i, line in (*enumerate(lines), *reversed([*enumerate(lines)])):
        if i in dropped:
            continue
        if pages > 1 and line.text.strip() == f"{line.page}/{pages}":
            dropped[i] = "page number"
            continue
        beside = {dropped.get(j) for j in (i - 1, i + 1)} & _BESIDE
        short = line.kind is LineKind.BODY and len(line.text.strip()) <= layout.LONGEST_FURNITURE
        far = i > len(lines[:_HEAD]) // 4
        if beside and short and (why := _next_to(beside, line, title, several=pages > 1, far=far)):
            dropped[i] = why


def _at_edge(text: str, page: int, running: Container[str], *, of: int) -> str:
    """Why the first or last line of a page is left out; empty where it is not. of: how many pages there are."""
    if text in running:
        return "running head"
    return "page number" if of > 1 and _is_page(text, page) else ""


def _next_to(beside: Container[str | None], line: Line, title: str, *, several: bool, far: bool) -> str:
    """Why a line is left out that stands beside what is left out for those reasons; empty where it is not."""
    text = line.text.strip()
    paired = layout.PAGE_LINE.fullmatch(text) if "job number" in beside else None
    if _is_page(text, line.page if several else 0) or (paired and paired[2]):
        return "page number"
    if layout.JOB_DATES.fullmatch(text) and ("job number" in beside or "barcode" in beside):
        return "job number"
    return "running head" if _is_running_title(_SYMBOL.sub("", text, count=1), title, far=far) else ""


def _title(lines: tuple[Line, ...], start: Opening | None) -> str:
    """The title of the resolution, without spaces: the General Assembly's stands at the head of each page."""
    texts = [line.text.strip() for line in lines[:_HEAD]]
    end = min(start.at if start else 0, len(texts))
    first = next((i for i in range(end - 1, -1, -1) if layout.HEAD_NUMBER.match(texts[i])), end)
    return _squeezed(layout.HEAD_NUMBER.sub("", " ".join(texts[first:end]), count=1))


def _is_running_title(text: str, title: str, *, far: bool) -> bool:
    """Whether a line, less the symbol before it, is the title or a line of it; far: from the head, where the title
    itself stands."""
    squeezed = _squeezed(text)
    whole = bool(squeezed) and squeezed == title
    return far and bool(squeezed) and squeezed in title and (whole or len(squeezed) > _LINE_OF_TITLE)


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
    found = layout.PAGE_LINE.fullmatch(text)
    if not found:
        return False
    number, of = int(found[1]), int(found[2] or 0)
    return (not page or number == page) and (not of or number <= of)
