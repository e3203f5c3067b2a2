"""Resolutions of the Security Council copied without the line that has their number, as from a page whose title it is.

The number is then the one that the file is named by, or that is given with it; it is put before the text, and doubted.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from bot.corpus.forms.common import Form
from bot.doubts import Doubt, DoubtKind
from bot.importing.lines import Extracted, Line, weigh

_SYMBOL = re.compile(r"(?<![a-z])s[ _/-]?res[ _/-]?(\d{1,4})(?!\d)", re.IGNORECASE)
"""S/RES/2728 (2024), S_RES_2728, sres2728."""


def with_number(path: str, extracted: Extracted, form: Form, symbol: str | None) -> Extracted:
    """What was taken out of a file, with the line of the number before it where the file begins with the line that
    stands behind that one, and its symbol or else its name says the number; else as it is."""
    first = extracted.lines[0]
    adopted = form.council_adopted.fullmatch(first.text.strip())
    named = _SYMBOL.search(symbol or PurePath(path).name)
    if adopted is None or named is None:
        return extracted
    heading = form.council_heading.format(number=named[1], year=adopted["y"])
    said = f"given as {symbol}" if symbol else f"called {PurePath(path).name}"
    doubt = Doubt(DoubtKind.HEAD, first.place, f"the number stands nowhere in the file, which is {said}", heading)
    return replace(
        extracted,
        lines=(Line(heading, first.page, first.number, plain=first.plain), *extracted.lines),
        characters=extracted.characters + weigh(heading),
        doubts=(*extracted.doubts, doubt),
    )
