"""Words with which one asks, and others that say nothing of what is asked about: asking.toml, beside this module.

They are dropped from queries and texts alike: texts that state things lack the former, so that rarity would take them
for the heart of the question. All that is indexed was prepared with them, so that they are the same wherever it is
searched.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("asking.toml")


@dataclass(frozen=True)
class Asking:
    """What is dropped, spelt as prepared texts are: in lower case and Simplified characters."""

    words: frozenset[str]
    """Whole words."""
    runs: re.Pattern[str]
    """What is dropped wherever it stands, in scripts without spaces."""


@cache
def asking() -> Asking:
    """The words of the file."""
    return read_asking(FILE.read_text("utf-8"))


def read_asking(text: str) -> Asking:
    """The words of such a file."""
    listed = {name: [word for of in table.values() for word in of] for name, table in tomllib.loads(text).items()}
    runs, copula, asks = map(_any, (listed["runs"], listed["copula"], listed["asking"]))
    return Asking(frozenset(listed["words"]), re.compile(f"{runs}|(?:{copula})?(?:{asks})"))


def _any(words: Iterable[str]) -> str:
    """A pattern of phrases, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
