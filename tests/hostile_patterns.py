"""Every regular expression of the program, and strings made against each.

A string that a regular expression does badly on has a long run of what one of its repetitions takes, behind what the
repetition follows, and then something that nothing matches. So the runs are made from the expression's own parts.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import warnings
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parse  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import bot

LENGTH = 20_000
"""Characters of a hostile string."""
MANY = 10_000
"""Of a collection with so many members, none is looked at: it is of texts."""
MISMATCH = "\x00\uffff"
PLAIN = (
    " ",
    "\n",
    "\t",
    "0",
    "9",
    "a",
    "A",
    "(",
    "[",
    ".",
    ",",
    "/",
    "-",
    "、",
    "第",
    "段",
    "\u0301",
    "\xa0",
    "(a)",
    "1. ",
    "a ",
    " \n",
    "第1",
    "1/",
)
"""Runs of these are tried on every expression."""
_WAYS = {"match": "match", "search": "search", "fullmatch": "fullmatch"} | dict.fromkeys(
    ("sub", "subn", "split", "findall", "finditer"), "all"
)
_USED = re.compile(rf"(\w+)\s*\.\s*({'|'.join(_WAYS)})\b")
"""A method of a regular expression, behind the name of what has it."""
_CALLED = re.compile(rf"\bre\s*\.\s*(?:{'|'.join(_WAYS)})\b")
ALL_WAYS = frozenset(_WAYS.values())
BEGINS_WITH: dict[str, frozenset[str]] = {"all": frozenset({"search", "match"}), "search": frozenset({"match"})}
"""What a way of using an expression does first, so that it takes at least as long: who goes through a text seeks the
first place, and who seeks it looks whether it is the beginning."""


@dataclass(frozen=True)
class Found:
    """A regular expression, and where it stands."""

    where: str
    pattern: re.Pattern[str]
    ways: frozenset[str]
    """How it is used: search, match, fullmatch, or all, for what goes through a text; all of them where not known."""


def modules() -> Iterator[ModuleType]:
    """Every module of the program but the entry point."""
    for info in pkgutil.walk_packages(bot.__path__, "bot."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def patterns(*roots: Any) -> list[Found]:
    """All there are: in the modules, in their classes, in calls of re, and in what the roots refer to."""
    found: dict[tuple[str, int], Found] = {}
    ways = _ways()

    def add(where: str, pattern: re.Pattern[Any], how: frozenset[str]) -> None:
        if isinstance(pattern.pattern, str):
            known = found.get((pattern.pattern, pattern.flags))
            found[pattern.pattern, pattern.flags] = Found(where, pattern, how | (known.ways if known else frozenset()))

    for module in modules():
        for name, value in vars(module).items():
            for pattern in _within(value, set(), 0):
                alone = isinstance(value, re.Pattern)
                add(f"{module.__name__}.{name}", pattern, (ways.get(name) if alone else None) or ALL_WAYS)
        for line, pattern, way in _called(module):
            add(f"{module.__name__}:{line}", pattern, frozenset({way}))
    for root in roots:
        for pattern in _within(root, set(), 0, deep=True):
            add(type(root).__name__, pattern, ALL_WAYS)
    return list(found.values())


@cache
def _source(module: ModuleType) -> str:
    """What a module is written with."""
    return Path(str(module.__file__)).read_text(encoding="utf-8")


def _ways() -> dict[str, frozenset[str]]:
    """By the name of a regular expression: which of its methods are called anywhere, or named in a comment."""
    ways: dict[str, set[str]] = {}
    for module in modules():
        for name, way in _USED.findall(_source(module)):
            ways.setdefault(name, set()).add(_WAYS[way])
    return {name: frozenset(each) for name, each in ways.items()}


_LEAVES = frozenset({str, bytes, int, float, bool, type(None)})
"""What has nothing within it; most of what there is."""


def _within(value: Any, seen: set[int], depth: int, *, deep: bool = False) -> Iterator[re.Pattern[Any]]:
    if id(value) in seen or depth > 12:
        return
    seen.add(id(value))
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for each in _branches([*value.keys(), *value.values()]):
            yield from _within(each, seen, depth + 1, deep=deep)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for each in _branches(value):
            yield from _within(each, seen, depth + 1, deep=deep)
    elif isinstance(value, type) and value.__module__.startswith("bot.") and depth < 2:
        yield from _within(dict(vars(value)), seen, depth + 1, deep=deep)
    elif deep and type(value).__module__.startswith("bot."):
        names = [
            *getattr(value, "__dict__", {}),
            *(n for c in type(value).__mro__ for n in getattr(c, "__slots__", ())),
        ]
        for name in names:
            yield from _within(getattr(value, name, None), seen, depth + 1, deep=deep)


def _branches(values: Collection[Any]) -> list[Any]:
    """Those of a few values that may have something within them."""
    return [each for each in values if type(each) not in _LEAVES] if len(values) < MANY else []


def _called(module: ModuleType) -> Iterator[tuple[int, re.Pattern[Any], str]]:
    """The expressions given to functions of re in a module, as far as they can be known without running it."""
    # To look through all modules node by node takes longer than to try all of their expressions.
    tree = ast.parse(_source(module)) if _CALLED.search(_source(module)) else ast.Module([], [])
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        of = node.func.value
        if not (isinstance(of, ast.Name) and of.id == "re" and node.func.attr in _WAYS):
            continue
        try:
            given = eval(compile(ast.Expression(node.args[0]), "<pattern>", "eval"), dict(vars(module)))
            flags = [k.value for k in node.keywords if k.arg == "flags"]
            second = node.args[2:3] if node.func.attr in ("match", "search", "fullmatch", "findall", "finditer") else []
            flag = (
                eval(compile(ast.Expression([*flags, *second][0]), "<flags>", "eval"), dict(vars(module)))
                if flags or second
                else 0
            )
        except NameError:
            continue
        if isinstance(given, str):
            yield node.lineno, re.compile(given, int(flag)), _WAYS[node.func.attr]


# --- strings against one ---------------------------------------------------------------------------


def hostile(found: Found, seed: int = 0) -> list[str]:
    """Strings of LENGTH characters made against a regular expression."""
    random = Random(f"{seed}{found.pattern.pattern!a}")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = sre_parse.parse(found.pattern.pattern, found.pattern.flags & ~re.DEBUG)
    runs = [("", unit) for unit in PLAIN]
    for before, unit in _repeated(tree, "", random):
        runs += [("", unit), (before, unit)]
    strings = []
    for before, unit in dict.fromkeys(runs):
        if unit:
            run = (unit * (LENGTH // len(unit) + 1))[: LENGTH - len(before) - len(MISMATCH)]
            strings.append(f"{before}{run}{MISMATCH}")
        if unit and before and len(before) < 40:
            many = f"{before}{unit}"
            strings.append((many * (LENGTH // len(many) + 1))[:LENGTH])
    return list(dict.fromkeys(strings))


def _repeated(tree: Any, before: str, random: Random) -> Iterator[tuple[str, str]]:
    """Each repetition without a small end: what stands before it, and what it repeats."""
    for op, argument in tree:
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            low, high, inside = argument
            unit = _sample(inside, random)
            if high > 8:
                yield before, unit
                yield before, unit + _sample(inside, random)
            yield from _repeated(inside, before, random)
            before += unit * max(low, 1)
        elif op is sre.SUBPATTERN:
            yield from _repeated(argument[3], before, random)
            before += _sample(argument[3], random)
        elif op is sre.ATOMIC_GROUP:
            yield from _repeated(argument, before, random)
            before += _sample(argument, random)
        elif op is sre.BRANCH:
            for branch in argument[1][:12]:
                yield from _repeated(branch, before, random)
            before += _sample([(op, argument)], random)
        elif op in (sre.ASSERT, sre.ASSERT_NOT):
            yield from _repeated(argument[1], before, random)
        else:
            before += _sample([(op, argument)], random)


def _sample(tree: Any, random: Random) -> str:
    """Something that a part of a regular expression matches, more or less."""
    return "".join(_piece(op, argument, random) for op, argument in tree)


def _piece(op: Any, argument: Any, random: Random) -> str:
    if op is sre.LITERAL:
        return chr(argument)
    if op in (sre.NOT_LITERAL, sre.ANY):
        return "x"
    if op is sre.IN:
        return _one_of(argument, random)
    if op is sre.BRANCH:
        return _sample(random.choice(argument[1]), random)
    if op is sre.SUBPATTERN:
        return _sample(argument[3], random)
    if op is sre.ATOMIC_GROUP:
        return _sample(argument, random)
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        low, _, inside = argument
        return _sample(inside, random) * max(low, 1)
    return ""


_CATEGORIES = {
    sre.CATEGORY_DIGIT: "0", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "a", sre.CATEGORY_NOT_SPACE: "x",
    sre.CATEGORY_NOT_DIGIT: "x", sre.CATEGORY_NOT_WORD: " ",
}  # fmt: skip


def _one_of(items: Any, random: Random) -> str:
    if items[0][0] is sre.NEGATE:
        return next(c for c in "xü中 0" if not re.match(f"[{re.escape(c)}]", "")) if len(items) == 1 else "x"
    op, argument = random.choice(items)
    if op is sre.LITERAL:
        return chr(argument)
    if op is sre.RANGE:
        return chr(random.randint(*argument))
    return _CATEGORIES.get(argument, "x")
