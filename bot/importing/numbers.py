"""Numbers of paragraphs that stand on a line of their own, as some programs take them out of a PDF, put before the paragraph they are of."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.corpus.forms import OPERATIVE, layout
from bot.importing.lines import Line

_ALONE = re.compile(r"\s{0,20}(\d{1,3})[.．]\s{0,9}")
_FARTHEST_BELOW = 12
"""Within how many lines behind a number it must begin; job numbers and barcodes may stand between."""
_FURTHEST = 40
"""Within how many lines before a number the paragraph it is of must begin."""


def numbers_joined(lines: tuple[Line, ...], dropped: dict[int, str], start: int) -> tuple[Line, ...]:
    """The lines, with each number that is due and stands alone before the line that its paragraph begins with.

    That is the next one, where the line before the number ends a paragraph; else the first one behind the last that does.
    dropped: the positions of lines that are no text; start: where the text begins.
    """
    result = list(lines)
    due = 1
    for i in range(start, len(lines)):
        alone = None if i in dropped else _ALONE.fullmatch(lines[i].text)
        if alone is None:
            found = None if i in dropped else OPERATIVE.match(lines[i].text.lstrip())
            due = due + 1 if found and int(found[1]) == due else due
            continue
        target = _target(lines, dropped, start, i) if int(alone[1]) == due else None
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


def _target(lines: tuple[Line, ...], dropped: dict[int, str], start: int, at: int) -> int | None:
    """The position of the line that a number belongs before; None where there is none."""
    above = [i for i in range(max(start, at - _FURTHEST), at) if i not in dropped and not _ALONE.fullmatch(lines[i].text)]
    below = next((i for i in range(at + 1, min(at + _FARTHEST_BELOW, len(lines))) if i not in dropped and lines[i].text.strip()), None)
    if below is not None and (not above or _ends(lines[above[-1]])):
        return below
    behind = next((k for k in range(len(above) - 2, -1, -1) if _ends(lines[above[k]])), None)
    return above[behind + 1] if behind is not None else None


def _ends(line: Line) -> bool:
    tail = line.text.rstrip()[-24:]
    return any(found.end() == len(tail) for found in layout.ENDED.finditer(tail))
