"""The words of references to paragraphs: content/references.toml."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.errors import ContentError
from bot.language.content_files import LANGUAGES, load_toml, strings, tables
from bot.language.elsewhere import Elsewhere, ElsewhereWords
from bot.language.holders import Holder, HolderWords
from bot.language.references import ReferenceReader
from bot.language.tokens import WORDED, Spelled, TokenKind
from bot.layers import Layers

_KINDS = tuple(kind for kind in TokenKind if kind in WORDED)
"""In an order that never changes: a phrase of two kinds means the first."""
_TABLES = (*_KINDS, *Elsewhere, *Holder)
_ENTRY_KEYS = ("cardinal", "ordinal", "cardinal_tens", "ordinal_tens", "cardinal_ones", "ordinal_ones")
_NUMBER_KEYS = frozenset({*_ENTRY_KEYS, "joint"})
_ONES = 20
"""What is joined to tens is less: vingt et un, soixante-douze."""


def read_words(path: Path | Layers) -> tuple[ReferenceReader, HolderWords]:
    """What reads references, by the words of that file.

    ContentError where a table is missing, unknown, or no list of words.
    """
    content = load_toml(path)
    numbers = content.pop("number", {})
    if not isinstance(numbers, dict):
        raise ContentError(path, None, f"number is {numbers!r:.40}; expected [number.fr] and the others")
    spelled = dict(_spelled(path, numbers))
    words: dict[str, list[str]] = {}
    for name, table in tables(path, content, frozenset(LANGUAGES)):
        if name not in _TABLES:
            raise ContentError(path, None, f"[{name}] is no piece of a reference; expected one of {', '.join(_TABLES)}")
        written = ((language, word) for language in table for word in strings(path, table, language, f"[{name}]"))
        words[name] = [each for language, word in written for each in _with_numbers(word, spelled.get(language, ()))]
    if missing := [name for name in _TABLES if name not in words]:
        raise ContentError(path, None, f"[{missing[0]}] is missing; expected a table of words for it")
    elsewhere = ElsewhereWords.of(words, words[TokenKind.UNIT])
    every = tuple(number for of_language in spelled.values() for number in of_language)
    reader = ReferenceReader({name: words[name] for name in _KINDS}, elsewhere, every)
    return reader, HolderWords.of({name: words[name] for name in (*Holder, TokenKind.AND, TokenKind.TO)})


_ANY_NUMBER = "{number}"
"""In a phrase, stands for every cardinal that its language spells out."""


def _with_numbers(phrase: str, numbers: Sequence[tuple[str, Spelled]]) -> list[str]:
    """A phrase; where it stands for one with a number, para {number}, it with each of these."""
    cardinals = (form for form, number in numbers if not number.ordinal)
    return [phrase.replace(_ANY_NUMBER, form) for form in cardinals] if _ANY_NUMBER in phrase else [phrase]


def _spelled(path: Path | Layers, numbers: dict[str, Any]) -> Iterator[tuple[str, list[tuple[str, Spelled]]]]:
    """By language, the numbers that [number.LANGUAGE] spells out, each as “12: douzième”, and those that it composes.

    ContentError where one is not so.
    """
    for language, table in tables(path, numbers, _NUMBER_KEYS):
        where = f"[number.{language}]"
        if language not in LANGUAGES:
            raise ContentError(path, None, f"{where} is of no language; expected one of {', '.join(LANGUAGES)}")
        of = {key: list(_entries(path, where, key, strings(path, table, key, where))) for key in _ENTRY_KEYS}
        joints = strings(path, table, "joint", where)
        if bad := [joint for joint in joints if "{tens}" not in joint or "{ones}" not in joint]:
            raise ContentError(path, None, f"{where}: joint has {bad[0]!r:.40}; expected {{tens}} and {{ones}} in it")
        found: list[tuple[str, Spelled]] = []
        for ordinal, own in ((False, "cardinal"), (True, "ordinal")):
            found += ((form, Spelled(value, ordinal)) for value, form in of[own])
            ones = [(value, form) for value, form in (*of[own], *of[f"{own}_ones"]) if value < _ONES]
            composed = itertools.product(joints, of[f"{own}_tens"], ones)
            for joint, (a, ten), (b, one) in composed:
                found.append((joint.format(tens=ten, ones=one), Spelled(a + b, ordinal)))
        yield language, found


def _entries(path: Path | Layers, where: str, key: str, listed: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The value and each form of “12: word, word”; ContentError where an entry is not so."""
    for entry in listed:
        value, _, forms = entry.partition(":")
        if not value.strip().isdecimal() or not forms.strip():
            raise ContentError(path, None, f"{where}: {key} has {entry!r:.40}; expected “12: word, word”")
        yield from ((int(value), form.strip()) for form in forms.split(","))
