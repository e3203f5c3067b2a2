"""How the code is laid out: floors, circles, sizes, and the map of it in README.md. `pytest -s` prints the figures."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.conftest import FIRST
from tests.test_quality import BOT, MODULES, ROOT, imports, looked_through

FLOORS = (
    ("errors", "settings", "layers", "output", "cells", "hangup", "memory", "running", "unanswered"),
    ("bodies", "doubts", "resolution"),
    ("search",),
    ("language",),
    ("store",),
    ("corpus",),
    ("importing",),
    ("question",),
    ("answer",),
    ("wording",),
    ("talk",),
    ("faces",),
    ("program",),
    ("__main__",),
)
"""From the ground up: a room imports from its own floor and from those below it."""
LONGEST_FUNCTION, LONGEST_MODULE, WIDEST_LINE = 40, 400, 120
LONG = {
    "bot/corpus/body.py:_takes": "one case after the other, in the order in which a line is tried",
    "bot/corpus/head.py:_security_council": "the lines of a head in their order",
    "bot/corpus/votes.py:read_votes": "the columns of a file in their order",
    "bot/faces/telegram/buttons.py:_of_one": "a case for each kind of answer",
    "bot/importing/pdf/seen.py:seen": "what is left out of a page, one thing after the other",
}
"""The functions longer than that, each with why it is one."""
README = (ROOT / "README.md").read_text(encoding="utf-8")
NAMES = {p.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__"): p for p in MODULES}


def floor(module: str) -> int:
    """On which floor a module of bot/ is."""
    room = [*module.split("."), ""][1]
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def imported(path: Path) -> set[str]:
    """The modules of bot/ that a module imports, wherever in it the import stands."""
    found = set()
    for name in imports(path):
        while name and name not in NAMES:
            name = name.rpartition(".")[0]
        found.add(name)
    return {name for name in found if name.startswith("bot.")}


@cache
def edges() -> dict[str, set[str]]:
    """By module of bot/: those that it imports."""
    return {name: imported(path) for name, path in NAMES.items()}


def test_every_room_has_a_floor() -> None:
    rooms = {name.split(".")[1] for name in NAMES if "." in name}
    assert rooms == {room for rooms in FLOORS for room in rooms}


def test_imports_go_down() -> None:
    rooms = {name: below for name, below in edges().items() if name != "bot"}
    up = [(name, other) for name, below in rooms.items() for other in below if floor(other) > floor(name)]
    print(f"imports up: {len(up)}")
    assert not up


def circle(edges: dict[str, set[str]]) -> list[str]:
    """Those that import one another in a circle, if any do."""
    try:
        list(TopologicalSorter(edges).static_order())
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_circles() -> None:
    rooms: dict[str, set[str]] = {}
    for name, below in edges().items():
        room = ".".join(name.split(".")[:2])
        rooms.setdefault(room, set()).update({".".join(o.split(".")[:2]) for o in below} - {room, "bot"})
    assert circle({"a": {"b"}, "b": {"a"}})
    assert not circle(edges())
    assert not circle(rooms)


def test_sizes() -> None:
    lines = {p: p.read_text(encoding="utf-8").splitlines() for p in MODULES}
    lengths = {
        f"{p.relative_to(ROOT).as_posix()}:{name}": n
        for p in MODULES
        for name, n in looked_through(p).functions.items()
    }
    long = {name for name, length in lengths.items() if length > LONGEST_FUNCTION}
    wide = [f"{p}:{n}" for p, text in lines.items() for n, line in enumerate(text, 1) if len(line) > WIDEST_LINE]
    print(
        f"{len(lines)} modules, {sum(map(len, lines.values()))} lines, longest function {max(lengths.values())} lines"
    )
    large = {p.relative_to(ROOT).as_posix() for p, text in lines.items() if len(text) > LONGEST_MODULE}
    print(f"{len(large)} modules over {LONGEST_MODULE} lines")
    print(f"{len(long)} functions over {LONGEST_FUNCTION} lines, {len(wide)} lines over {WIDEST_LINE} columns")
    assert not wide
    assert not large
    assert long == LONG.keys()


OF_DOCUMENTS = ("bot/corpus/", "bot/importing/")
"""Where the grammars of the languages stand that documents are in: what people say is content, and not code."""
WORDS = re.compile("[\u4e00-\u9fff]+|[\u0400-\u04ff]{2,}|[\u0620-\u064a]{2,}")
"""Runs of letters that are words of Chinese, Russian or Arabic."""
MOST_RUNS, MOST_EXPRESSIONS = 109, 108
"""How many of them, and how many regular expressions, bot/ may have outside those grammars: fewer as they move to
content/, never more."""


def test_words_of_human_language_stand_in_content() -> None:
    paths = [p for p in MODULES if not p.relative_to(ROOT).as_posix().startswith(OF_DOCUMENTS)]
    runs = sum(len(WORDS.findall(text)) for p in paths for text in looked_through(p).strings)
    regexes = sum(looked_through(p).expressions for p in paths)
    print(f"outside the grammars of documents: {runs} runs of words of human language, {regexes} regular expressions")
    assert runs <= MOST_RUNS
    assert regexes <= MOST_EXPRESSIONS


CHANGES = re.findall(
    r"^\| ([^|]+) \| ((?:`[^`|]+`[^|]*)+) \|$", README.partition("To change")[2].partition("\n## ")[0], re.M
)
"""The rows of the table: what is to be changed, and where."""


def test_the_table_says_where_each_thing_is() -> None:
    wanted = {
        "a group", "a name", "a sentence of the bot", "a refusal", "a cue", "a reply language", "a document language",
        "a document form", "a question kind", "a threshold of search", "a button", "a command", "a fault of Telegram",
    }  # fmt: skip
    assert wanted <= {what.partition(":")[0].partition(",")[0].strip() for what, _ in CHANGES}


@pytest.mark.parametrize(("what", "where"), CHANGES)
def test_what_the_table_names_is_there(what: str, where: str) -> None:
    files = re.findall(r"`([^`]+)`", where)
    assert 1 <= len(files) <= 2, what
    for file in files:
        assert list(ROOT.glob(file)), f"{what}: {file}"


def test_the_map_names_every_room() -> None:
    drawn = README.partition("## The map")[2].partition("\n## ")[0]
    rooms = {p.name for p in BOT.iterdir() if (p.is_dir() and p.name != "__pycache__") or p.name == "talk.py"}
    assert {room for room in rooms if f"{room}" not in drawn} == set()


LISTS = ("references.toml", "cues.toml", "names/states.toml", "names/territories.toml")


@pytest.mark.parametrize("file", [*(f"content/{name}" for name in LISTS), "bot/search/asking.toml"])
def test_lists_of_words_have_one_phrase_a_line_in_order(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    lists = re.findall(r"^\w+ = \[\n((?:    .*\n)*)\]$", text, re.M)
    assert len(lists) == len(re.findall(r"^\w+ = \[(?!\])", text, re.M)) > 0
    for each in lists:
        assert all(re.fullmatch(r'    (?:#.*|"(?:[^"\\]|\\.)*",(?:  #.*)?)', line) for line in each.splitlines()), each
        phrases = tomllib.loads(f"phrases = [\n{each}]")["phrases"]
        assert "    #" in each or phrases == sorted(phrases), each


def test_the_files_that_tests_begin_with_are_there() -> None:
    assert [name for name in FIRST if not (ROOT / name).is_file()] == []
