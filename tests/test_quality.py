"""The gate in the tests: linter, types, sound content, and imports that go one way."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BOT = ROOT / "bot"
MODULES = sorted(BOT.rglob("*.py"))
TELEGRAM = BOT / "faces" / "telegram"
INNER = [p for p in MODULES if p.relative_to(BOT).parts[0] in ("language", "corpus", "question", "answer/answers.py")]
"""What knows nothing of where messages come from."""


@pytest.mark.parametrize("command", [("ruff", "check", "."), ("mypy",), ("bot", "check")], ids=" ".join)
def test_passes(command: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr


@cache
def imports(path: Path) -> tuple[str, ...]:
    """The full names of all modules that a module imports, wherever in it the import stands."""
    return tuple(_imports(path, looked_through(path)))


def _imports(path: Path, looked: Looked) -> Iterator[str]:
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in looked.imports:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        else:
            base = (
                ".".join((*package[: len(package) + 1 - node.level], node.module or "")).strip(".")
                if node.level
                else node.module or ""
            )
            yield from (f"{base}.{alias.name}" for alias in node.names)


@dataclass(frozen=True)
class Looked:
    """What is asked of a module, by one walk through all of it."""

    imports: list[ast.Import | ast.ImportFrom]
    functions: dict[str, int]
    """How many lines each has."""
    strings: list[str]
    """But for what documents it."""
    expressions: int
    """How many regular expressions it has."""


@cache
def looked_through(path: Path) -> Looked:
    """What is asked of a module."""
    looked, told, strings, expressions = Looked([], {}, [], 0), set(), {}, 0
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import() | ast.ImportFrom():
                looked.imports.append(node)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                looked.functions[node.name] = (node.end_lineno or node.lineno) - node.lineno + 1
            case ast.Expr(value=ast.Constant() as told_by):
                told.add(told_by)
            case ast.Constant(value=str() as string):
                strings[node] = string
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=name)):
                expressions += name != "escape"
    said = [string for node, string in strings.items() if node not in told]
    return replace(looked, strings=said, expressions=expressions)


def below(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def test_the_modules_are_found() -> None:
    assert {p.relative_to(BOT).as_posix() for p in MODULES} >= {
        "answer/answers.py",
        "search/index.py",
        "talk.py",
        "faces/telegram/app.py",
    }
    assert len(INNER) >= 10
    assert any(below(module, "telegram") for path in TELEGRAM.glob("*.py") for module in imports(path))


@pytest.mark.parametrize(
    "path", [p for p in MODULES if not p.is_relative_to(TELEGRAM)], ids=lambda p: p.relative_to(ROOT).as_posix()
)
def test_only_the_telegram_face_imports_telegram(path: Path) -> None:
    assert not [module for module in imports(path) if below(module, "telegram")]


@pytest.mark.parametrize("path", INNER, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_nothing_inner_imports_a_face(path: Path) -> None:
    assert not [module for module in imports(path) if below(module, "bot.faces")]


def test_search_imports_nothing_of_the_bot() -> None:
    of_the_bot = [m for path in (BOT / "search").glob("*.py") for m in imports(path) if below(m, "bot")]
    assert of_the_bot
    assert not [module for module in of_the_bot if not below(module, "bot.search")]
