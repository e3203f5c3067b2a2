"""The files of content/, read and checked: each error names the file and the line, and what was expected."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.errors import ContentError
from bot.language.normal import normal
from bot.language.parsed import parsed
from bot.layers import LayerError, Layers, laid_over

LANGUAGES = ("zh", "en", "fr", "es", "ru", "ar")
"""The keys under which files of content/ have words by language: the United Nations' official languages."""


def load_toml(path: Path | Layers, claimed: frozenset[str] = frozenset()) -> dict[str, Any]:
    """A TOML file of content/, with the owner's laid over it; ContentError, with the line, where it can't be read.

    claimed: names, in normal form, that are taken out of the program's lists, for the owner has another use for them.
    """
    if not isinstance(path, Layers):
        return read_toml(path)
    if not path.owned:
        return _without(read_toml(path.program), claimed)
    own = read_toml(path.own)
    program = _without(read_toml(path.program), claimed) if path.program.exists() else {}
    try:
        return laid_over(program, own)
    except LayerError as error:
        raise ContentError(path, None, error.message) from None


def _without(content: dict[str, Any], claimed: frozenset[str]) -> dict[str, Any]:
    """The content less those names, wherever a list has them."""

    def less(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: less(each) for key, each in value.items()}
        if isinstance(value, list):
            return [less(each) for each in value if not (isinstance(each, str) and normal(each) in claimed)]
        return value

    return {key: less(value) for key, value in content.items()} if claimed else content


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file as it stands; ContentError, with the line, where it can't be read."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return parsed(path, text)
    except FileNotFoundError:
        raise ContentError(path, None, "the file is missing; expected it in this folder") from None
    except OSError as error:
        raise ContentError(path, None, f"{error.strerror}; expected a file that can be read") from None
    except UnicodeDecodeError as error:
        raise ContentError(path, None, f"not UTF-8 text (byte {error.start}); expected TOML in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise ContentError(path, line, f"not TOML: {error}; expected key = value") from None


def strings(path: Path | Layers, table: dict[str, Any], key: str, where: str) -> list[str]:
    """The list of strings under a key (empty where the key is not there); ContentError if it is none."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise ContentError(path, None, f"{where}: {key} is {value!r:.60}; expected a list of non-empty strings")
    return value


def tables(path: Path | Layers, content: dict[str, Any], keys: frozenset[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(name, table) of every table in a file of content/; ContentError for what is no table or has another key than
    these."""
    for name, table in content.items():
        if not isinstance(table, dict):
            raise ContentError(path, None, f"{name} is {table!r:.40}; expected a table, [{name}]")
        for key in table:
            if key not in keys:
                raise ContentError(path, None, f"[{name}] has {key}; expected only {', '.join(sorted(keys))}")
        yield name, table
