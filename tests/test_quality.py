"""The gate in the tests: linter, types, sound content, and imports that go one way."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
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
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = (
                ".".join((*package[: len(package) + 1 - node.level], node.module or "")).strip(".")
                if node.level
                else node.module or ""
            )
            yield from (f"{base}.{alias.name}" for alias in node.names)


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
