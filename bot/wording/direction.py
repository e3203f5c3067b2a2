"""Text from right to left: what runs the other way in it is isolated (Unicode UAX #9), so that it stands right on any
face."""

from __future__ import annotations

import re
import string
import unicodedata

FIRST_STRONG, POP = "\u2068", "\u2069"
"""FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE."""
_RUN = re.compile(r"[/.@]?[A-Za-z][\w./@-]*(?: [A-Za-z][\w./@-]*)*", re.ASCII)
"""Latin words next to one another, a command or the end of a file's name."""


def isolated(value: object) -> object:
    """What a sentence is filled in with, isolated where it has Latin letters or is a figure with marks in it; else as
    it is."""
    text = str(value)
    directions = {unicodedata.bidirectional(c) for c in text}
    figures = "EN" in directions and not text.isdecimal()
    runs_on = bool(directions & {"R", "AL"})
    return f"{FIRST_STRONG}{text}{POP}" if "L" in directions or (figures and not runs_on) else value


def isolated_runs(sentence: str) -> str:
    """A sentence with its own Latin words isolated, and the fields to fill in as they are."""
    said = ""
    for literal, field, _, _ in string.Formatter().parse(sentence):
        said += _RUN.sub(lambda run: FIRST_STRONG + run[0] + POP, literal).replace("{", "{{").replace("}", "}}")
        said += f"{{{field}}}" if field is not None else ""
    return said
