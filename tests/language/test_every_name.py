"""Every name in the table is found in every question, as exactly what it means; and so are several side by side."""

from __future__ import annotations

import random

import pytest

from bot.corpus.library import Library
from bot.language.named import Named, Sense
from bot.language.normal import is_chinese, read

TEMPLATES = (
    "{}怎么投的",
    "请问{}对这项决议投了什么票？",
    "{}有沒有投反對票",
    "想知道{}係點投嘅",
    "How did {} vote?",
    "Did {} vote against the resolution?",
)
PAIRS = 2000


def found(message: str, library: Library) -> list[Named]:
    return [mention.named for mention in library.names.find(read(message))]


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_alias_is_found_as_what_it_means(template: str, library: Library) -> None:
    wrong = []
    for alias, named in library.names.aliases.items():
        if named.sense is Sense.WORD:
            continue
        got = found(template.format(library.names.cased.get(alias, alias)), library)
        if got != [named]:
            wrong.append((alias, named, got))
    assert not wrong, f"{len(wrong)} of {len(library.names.aliases)}: {wrong[:20]}"


def test_words_that_contain_a_name_name_no_state(library: Library) -> None:
    words = [alias for alias, named in library.names.aliases.items() if named.sense is Sense.WORD]
    wrong = {
        word: states
        for word in words
        if (states := [n for n in found(f"{word}怎么样", library) if n.sense is not Sense.WORD])
    }
    assert not wrong


@pytest.mark.parametrize(
    ("message", "codes"),
    [
        ("La Paz se abstuvo?", ["BOL"]), ("qué dice sobre la paz", []), ("les EAU ont voté pour ?", ["ARE"]),
        ("le droit à l'eau", []), ("Malé, pour ou contre ?", ["MDV"]), ("female and male", []),
    ],
)  # fmt: skip
def test_some_names_are_words_but_for_their_capitals(message: str, codes: list[str], library: Library) -> None:
    assert [code for named in found(message, library) for code in named.codes] == codes


def test_names_side_by_side_are_each_found(library: Library) -> None:
    rng = random.Random(7)
    chinese = sorted(
        (a, n.codes[0]) for a, n in library.names.aliases.items() if n.sense is Sense.STATE and is_chinese(a)
    )
    latin = sorted(
        (library.names.cased.get(a, a), n.codes[0])
        for a, n in library.names.aliases.items()
        if n.sense is Sense.STATE and a.isascii()
    )
    wrong = []
    for i in range(PAIRS):
        names, joint, template = (
            (chinese, "、", "{}分别怎么投的"), (chinese, "和", "{}投得一样吗"),
            (latin, ", ", "How did {} vote?"), (latin, " and ", "Did {} vote the same way?"),
        )[i % 4]  # fmt: skip
        chosen = rng.sample(names, 2 + i % 2)
        message = template.format(joint.join(alias for alias, _ in chosen))
        got = [c for n in found(message, library) if n.sense is Sense.STATE for c in n.codes]
        if got != [code for _, code in chosen]:
            wrong.append((message, got, [code for _, code in chosen]))
    assert not wrong, f"{len(wrong)} of {PAIRS}: {wrong[:20]}"
