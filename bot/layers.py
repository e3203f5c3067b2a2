"""Words in two layers: the program's own files, and those of whoever runs it, laid over them.

An owner's file has the name and the form of the program's file that it adds to, and holds only what is different
(see `laid_over`): so a new version of the program brings new words, and the owner's stay.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REPLACE = "replace"
"""In an owner's table: whether it stands instead of the program's, and does not add to it."""
WITHOUT = "without"
"""In an owner's table: words that are taken out of the program's lists in it."""


@dataclass(frozen=True, slots=True)
class Layers:
    """A file or a folder of the program, and the owner's of the same name, which need not be there."""

    program: Path
    own: Path

    def __truediv__(self, name: str) -> Layers:
        return Layers(self.program / name, self.own / name)

    def with_name(self, name: str) -> Layers:
        """Another one beside it."""
        return Layers(self.program.with_name(name), self.own.with_name(name))

    @property
    def name(self) -> str:
        """Of the file or folder."""
        return self.program.name

    @property
    def owned(self) -> bool:
        """Whether the owner has such a file."""
        return self.own.is_file()

    def glob(self, pattern: str) -> list[Layers]:
        """What is in either folder, by name."""
        names = {path.name for folder in (self.program, self.own) for path in folder.glob(pattern)}
        return [self / name for name in sorted(names)]

    def signature(self, patterns: Iterable[str]) -> str:
        """Tells whether anything has changed in a folder: of the name and the content of every file that one of the
        patterns, as in names/*.toml, finds in it."""
        whole = hashlib.sha256()
        for layer, folder in (("program", self.program), ("own", self.own)):
            for path in sorted({path for pattern in patterns for path in folder.glob(pattern)}):
                try:
                    content = hashlib.sha256(path.read_bytes()).hexdigest()
                except OSError:
                    content = "unreadable"  # Who reads it says so, in a sentence.
                whole.update(f"{layer} {path.relative_to(folder).as_posix()} {content}\n".encode())
        return whole.hexdigest()

    def __str__(self) -> str:
        """The file to name where something is wrong: the program's is sound, so it is the owner's, if there is one."""
        return str(self.own if self.owned else self.program)

    def line_of(self, message: str) -> int | None:
        """The line of the owner's file that a message is about: of a table, key or word in it; None if it has none."""
        if not self.owned:
            return None
        lines = [
            line.partition("#")[0].strip()
            for line in self.own.read_text(encoding="utf-8", errors="replace").splitlines()
        ]
        numbered = re.match(r"\[(\w+)\] (\d+)", message)
        if numbered:
            return self._numbered(lines, f"[[{numbered[1]}]]", int(numbered[2]))
        for found in _NAMED.finditer(message.partition("; expected")[0]):
            place = next(filter(None, found.groups()))
            table, _, key = place.rpartition(".")
            header = next(
                (number for number, line in enumerate(lines, 1) if line in (f"[{place}]", f"[{table}]")), None
            )
            under = (
                n
                for n, line in enumerate(lines, 1)
                if header and n > header and line.partition("=")[0].rstrip() == key
            )
            quoting = (number for number, line in enumerate(lines, 1) if place in line)
            line = next(under, header) if table else header
            if line or (line := next(quoting, None)):
                return line
        return None

    def _numbered(self, lines: list[str], header: str, number: int) -> int | None:
        """The line of a table in a row, whose number counts the program's tables before the owner's."""
        programs = self.program.read_text(encoding="utf-8").splitlines().count(header) if self.program.is_file() else 0
        ours = [at for at, line in enumerate(lines, 1) if line == header]
        return ours[number - programs - 1] if 0 < number - programs <= len(ours) else None


_NAMED = re.compile(r"\[{1,2}([^\[\]]+)\]|“([^“”]+)”|'([^']+)'|^([\w.]+)")
"""In a message: [table] or [table.key], “word”, 'word', and the word that it begins with."""


class LayerError(ValueError):
    """An owner's file does not fit the program's; `place` is the table, the message what was found and expected."""

    def __init__(self, place: str, message: str) -> None:
        self.place, self.message = place, message
        super().__init__(message)


def laid_over(program: dict[str, Any], own: dict[str, Any], place: str = "") -> dict[str, Any]:
    """What the owner's file makes of the program's; LayerError where they do not fit.

    A table that both have is made of both: lists have the program's entries and then the owner's, anything else is the
    owner's. With ``replace = true`` a table is the owner's alone; ``without = […]`` takes words out of the program's
    lists. Tables in a row (``[[same]]``) follow the program's.
    """
    own = dict(own)
    if place:
        replaces, without = own.pop(REPLACE, False), own.pop(WITHOUT, [])
        if not isinstance(replaces, bool):
            raise LayerError(place, f"[{place}] {REPLACE} is {replaces!r:.40}; expected true or false")
        if not isinstance(without, list):
            raise LayerError(place, f"[{place}] {WITHOUT} is {without!r:.40}; expected a list of words")
        program = {} if replaces else {key: _less(value, without) for key, value in program.items()}
    whole = dict(program)
    for key, value in own.items():
        known = program.get(key)
        where = f"{place}.{key}" if place else key
        if known is not None and type(known) is not type(value):
            raise LayerError(
                where, f"[{where}] is {value!r:.40}; expected what the program's file has there, {_kind(known)}"
            )
        if isinstance(value, dict):
            whole[key] = laid_over(known or {}, value, where)
        elif isinstance(value, list):
            whole[key] = [*(known or []), *(each for each in value if each not in (known or []))]
        else:
            whole[key] = value
    return whole


def _less(value: Any, without: list[Any]) -> Any:
    return [each for each in value if each not in without] if isinstance(value, list) else value


def _kind(value: Any) -> str:
    return "a table" if isinstance(value, dict) else "a list" if isinstance(value, list) else "a string"
