"""Numbers of paragraphs that stand on a line of their own, as some programs take them out of a PDF, put before the
paragraph they are of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.corpus.figures import whole_number
from bot.corpus.forms import OPERATIVE, Form, layout
from bot.corpus.lines import bare
from bot.corpus.marks import without_mark
from bot.doubts import Doubt, DoubtKind
from bot.importing.lines import LeftOut, Line
from bot.language import numerals

_ALONE = re.compile(r"\s{0,20}(\d{1,3})[.．]\s{0,9}")
_SECTION = rf"(?:(?:[IVX]{{1,5}}|[A-Z]|[{numerals.CHINESE}]{{1,3}})[.．]|[{numerals.CHINESE}]{{1,3}}、)"
_SECTION_ALONE = re.compile(rf"\s{{0,20}}({_SECTION})\s{{0,9}}")
SECTION = re.compile(rf"{_SECTION}(?:(?<=、)|\s|$)")
"""The number or letter of a section, with what stands behind it."""
_FEWEST = 3
"""Paragraphs of a text that has numbers in another form than the usual one."""
_SHORT = 25
"""Characters: a heading in Chinese is not longer."""
_ENDS = tuple(";；.。:：")
_LONGEST_HEADING = 50
"""Characters: the first line of a paragraph that goes on is longer, as wide as the page."""
_FARTHEST_BELOW = 12
"""Within how many lines behind a number it must begin; job numbers and barcodes may stand between."""
_FURTHEST = 40
"""Within how many lines before a number the paragraph it is of must begin."""


def numbers_joined(lines: tuple[Line, ...], dropped: dict[int, str], start: int, form: Form) -> tuple[Line, ...]:
    """The lines, with each number that is due and stands alone before the line that its paragraph begins with.

    That is the next one, where the line before the number ends a paragraph; else the first one behind the last that
    does. dropped: the positions of lines that are no text; start: where the text begins.
    """
    result = _sections_joined(lines, dropped, start)
    lines = tuple(result)
    annexes = [i + 1 for i in range(start, len(lines)) if form.annex.fullmatch(bare(lines[i].text.strip()))]
    due = 1
    for i in range(start, len(lines)):
        alone = None if i in dropped else _ALONE.fullmatch(lines[i].text)
        if alone is None:
            found = None if i in dropped else OPERATIVE.match(lines[i].text.lstrip())
            due = due + 1 if found and int(found[1]) == due else due
            continue
        due = 1 if int(alone[1]) == 1 else due
        target = _target(lines, dropped, start, annexes, i, form) if int(alone[1]) == due else None
        if target is None:
            continue
        due += 1
        if target > i:
            result[i] = replace(lines[i], text=f"{alone[1]}. {lines[target].text.lstrip()}", right=lines[target].right)
            result[target] = replace(lines[target], text="")
        else:
            result[target] = replace(result[target], text=f"{alone[1]}. {result[target].text.lstrip()}")
            result[i] = replace(lines[i], text="")
    return tuple(result)


_OTHERWISE = (
    re.compile(r"(?P<sign>)(?P<number>\d{1,3})(?P<stop>[)）])(?=\s|[^\W\d])"),
    re.compile(r"(?P<sign>[(（])\s?(?P<number>\d{1,3})\s?(?P<stop>[)）])"),
    re.compile(r"(?P<sign>)(?P<number>\d{1,3})(?P<stop>、)"),
    re.compile(rf"(?P<sign>)(?P<number>[{numerals.CHINESE}]{{1,3}})(?P<stop>[、.．])"),
    re.compile(rf"(?P<sign>[(（])(?P<number>[{numerals.CHINESE}]{{1,3}})(?P<stop>[)）])"),
)
"""Forms of numbers that stand before paragraphs in other texts than official ones: 1), (1), 1、, 一、, 一., （一）."""


@dataclass(frozen=True, slots=True)
class Renumbered:
    """The lines of a text, its paragraphs numbered as others are."""

    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...] = ()
    """The signs of their numbers."""
    doubts: tuple[Doubt, ...] = ()


def otherwise_numbered(lines: tuple[Line, ...], start: int) -> Renumbered:
    """The lines of a text in which no paragraph has a number in the usual form, and all have one in another: those of
    them with the usual one, “1.”. start: where the text begins."""
    found: list[tuple[int, re.Match[str]]] = []
    if not any(OPERATIVE.match(line.text.lstrip(" \u3000*")) for line in lines[start:]):
        each = (_in_form(lines, start, form) for form in _OTHERWISE)
        found = next((one for one in each if one), [])
    renumbered, left_out = list(lines), []
    for i, number in found:
        text = lines[i].text.lstrip()
        plain = str(whole_number(number["number"]) or "")
        beyond = number["number"][len(plain) :] if not number["number"].isdigit() else ""
        if signs := number["sign"] + beyond:
            left_out.append(LeftOut(signs, "signs of a number", lines[i].place))
        renumbered[i] = replace(lines[i], text=f"{plain}. {text[number.end() :].lstrip()}")
    if not found:
        return Renumbered(lines)
    at, first = found[0]
    what = f"“{first[0]}” before “{lines[at].text.lstrip()[first.end() :].strip()[:30]}”"
    doubt = Doubt(DoubtKind.NUMBERING, lines[at].place, what, f"the number 1, and so on to {len(found)}")
    return Renumbered(tuple(renumbered), tuple(left_out), (doubt,))


def _in_form(lines: tuple[Line, ...], start: int, form: re.Pattern[str]) -> list[tuple[int, re.Match[str]]]:
    """Where numbers in a form stand before the paragraphs of a text, from 1 on, each once, and not below what leads in
    a list. Nothing where they do not, or are two or fewer."""
    body = [i for i in range(start, len(lines)) if lines[i].text.strip()]
    found = [(i, number) for i in body if (number := form.match(lines[i].text.lstrip()))]
    values = [whole_number(number["number"]) for _, number in found]
    if len(found) < _FEWEST or values != list(range(1, len(found) + 1)):
        return []
    above = {i: lines[before].text.rstrip() for before, i in pairwise(body)}
    # Headings have Chinese numerals, too: they end as no paragraph does, and are short.
    headed = any(
        not number["number"].isdigit() and len(text := lines[i].text.strip()) <= _SHORT and not text.endswith(_ENDS)
        for i, number in found
    )
    return [] if headed or any(above.get(i, "").endswith((":", "：")) for i, _ in found) else found


def _sections_joined(lines: tuple[Line, ...], dropped: dict[int, str], start: int) -> list[Line]:
    """The lines, with each number of a section that stands alone before the short line below it, which is its
    heading."""
    result = list(lines)
    for i in range(start, len(lines)):
        alone = None if i in dropped else _SECTION_ALONE.fullmatch(lines[i].text)
        below = _below(lines, dropped, i) if alone else None
        if alone and below is not None and _is_short(lines[below]) and not _ends(lines[below]):
            between = "" if alone[1].endswith("、") else " "
            heading = f"{alone[1]}{between}{lines[below].text.lstrip()}"
            result[i] = replace(lines[i], text=heading, right=lines[below].right)
            result[below] = replace(lines[below], text="")
    return result


def _below(lines: tuple[Line, ...], dropped: dict[int, str], at: int) -> int | None:
    """The position of the next line that is text, if one is near."""
    near = range(at + 1, min(at + _FARTHEST_BELOW, len(lines)))
    return next((i for i in near if i not in dropped and lines[i].text.strip()), None)


def _is_short(line: Line) -> bool:
    return len(line.text.strip()) <= _LONGEST_HEADING


def _target(
    lines: tuple[Line, ...], dropped: dict[int, str], start: int, annexes: list[int], at: int, form: Form
) -> int | None:
    """The position of the line that a number belongs before; None where there is none. annexes: where their texts
    begin."""
    annex = max((i for i in annexes if i <= at), default=start)
    near = [i for i in range(max(annex, at - _FURTHEST), at) if i not in dropped and lines[i].text.strip()]
    above = [i for i in near if not _ALONE.fullmatch(lines[i].text)]
    below = _below(lines, dropped, at)
    if below is not None and (
        not above or _ends(lines[above[-1]]) or _headed(lines, above, below, form, annex > start)
    ):
        return below
    behind = next((k for k in range(len(above) - 2, -1, -1) if _ends(lines[above[k]])), None)
    return above[behind + 1] if behind is not None else below


def _headed(lines: tuple[Line, ...], above: list[int], below: int, form: Form, in_annex: bool) -> bool:
    """Whether a heading stands above the number: a short line with the number of a section, or behind the end of a
    paragraph and, but in an annex, before one that begins as operative ones do."""
    heading = lines[above[-1]]
    is_section = bool(SECTION.match(heading.text.lstrip()))
    is_behind_an_end = len(above) > 1 and _ends(lines[above[-2]])
    begins_below = in_annex or bool(form.acts(lines[below].text.lstrip()))
    return _is_short(heading) and (is_section or (is_behind_an_end and begins_below))


def _ends(line: Line) -> bool:
    tail = without_mark(line.text.rstrip()[-24:])
    return any(found.end() == len(tail) for found in layout.ENDED.finditer(tail))
