"""Composed questions about the recorded vote on A/HRC/RES/56/4, with answers from set algebra.

`rows()` makes the questions, the same each time; `score(row, reply)` judges a reply in JSON. The patterns and their
algebra are in lists.py and judgements.py, the truth in record.py, and the words of each language in its TOML file.

Readings: "only G did X" is that everyone who did X is in G; "all of G did X", that each member of G in the record did;
"any of G", that at least one did; "none of G", that not one did. "Voted like A" may list A or not.
"""

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.questions.composed import judgements, lists  # noqa: F401 - importing them registers the patterns
from tests.questions.composed.draw import PATTERNS, Case, Draw
from tests.questions.composed.model import Expectation, Kind, Row, score

__all__ = ["LANGUAGES", "PATTERNS", "Expectation", "Kind", "Row", "rows", "score"]

LANGUAGES = ("zh-Hans", "zh-Hant", "en", "fr", "es", "ru", "ar")
DRAWS = 2  # fillings of each phrasing
EMPTY_KEPT = 0.3  # part of the fillings with an empty list which is kept; the others are drawn again, a few times
TRIES = 4


@cache
def _language(lang: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).with_name(f"{lang}.toml")).read_text(encoding="utf-8"))


class _Name(SimpleNamespace):
    """A name with its grammatical forms as attributes; alone it is the first of them."""

    def __str__(self) -> str:
        return str(self.nom)


def _name(table: dict[str, list[str]], key: str) -> _Name:
    return _Name(**dict(zip(table["forms"], table[key], strict=True)))


def _words(case: Case, words: dict[str, Any], chooser: random.Random) -> dict[str, SimpleNamespace | str]:
    """What fills each slot: {a} a state, {g} a group, {x.past} a vote, and {xa} vote x in agreement with state a."""
    filled: dict[str, SimpleNamespace | str] = {}
    for slot, key in case.slots.items():
        if slot in "xy":
            filled[slot] = SimpleNamespace(**{form: chooser.choice(many) for form, many in words["votes"][key].items()})
        else:
            filled[slot] = _name(words["states" if slot in "abc" else "groups"], key)
    for vote in filled.keys() & {"x", "y"}:
        for state in filled.keys() & {"a", "b", "c"}:
            if agreeing := getattr(filled[vote], getattr(filled[state], "gender", ""), None):
                filled[vote + state] = agreeing
    return filled


def _written(turn: str, lang: str) -> str:
    """The message as it is written: a capital first, and the Spanish y before the sound i as e."""
    if lang == "es":
        turn = re.sub(r"\by (?=I[^aeo])", "e ", turn)
    first = next((at for at, sign in enumerate(turn) if sign.isalpha()), 0)
    return turn[:first] + turn[first].upper() + turn[first + 1 :]


def _drawn(name: str, draw: Draw) -> Case:
    """A filling of a pattern, most of those with an empty answer drawn again."""
    for _ in range(TRIES):
        case = PATTERNS[name](draw)
        if case.accepted[0].states != {} or draw.chance(EMPTY_KEPT):
            return case
    return case


def _named(expected: Expectation, case: Case, regions: dict[str, str]) -> Expectation:
    """The expectation with the regional group in the words of the language, and the sets it was computed from."""
    figures = tuple(re.sub(r"\{region:(\w+)\}", lambda found: regions[found[1]], figure) for figure in expected.figures)
    return replace(expected, figures=figures, filters=tuple(f"{slot}={key}" for slot, key in case.slots.items()))


def _rows_of(lang: str) -> Iterator[Row]:
    words = _language(lang)
    seen = set()
    for name, phrasings in words["patterns"].items():
        draw, chooser = Draw(f"{lang}/{name}"), random.Random(f"words/{lang}/{name}")
        for phrasing in phrasings * DRAWS:
            case = _drawn(name, draw)
            fill = _words(case, words, chooser)
            templates = [phrasing] if isinstance(phrasing, str) else phrasing
            turns = tuple(_written(template.format(**fill), lang) for template in templates)
            if turns in seen or len(set(case.slots.values())) < len(case.slots):
                continue
            seen.add(turns)
            first, *also = (_named(expected, case, words["regions"]) for expected in case.accepted)
            yield Row(f"{lang}/{name}/{len(seen)}", name, lang, turns, first, tuple(also))


@cache
def rows() -> tuple[Row, ...]:
    """Every composed question, in the order of the languages and their patterns."""
    return tuple(row for lang in LANGUAGES for row in _rows_of(lang))
