"""What the tests share: the checkout's content, read once, and a copy of it that a test may change."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.corpus import loading
from bot.corpus.library import Library
from bot.store.folder import VARIABLE
from bot.talk import Speaker

# The tests start the program some hundred times; without bytecode, each start would compile all of its modules.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


@pytest.fixture(scope="session", autouse=True)
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Stores of what the tests read are not put into the user's cache."""
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = str(tmp_path_factory.mktemp("store"))
    yield
    os.environ.pop(VARIABLE)
    if before is not None:
        os.environ[VARIABLE] = before


CONTENT = Path(__file__).parent.parent / "content"


@pytest.fixture(scope="session")
def library() -> Library:
    """The content of this checkout; frozen, so that all tests can have the same one."""
    return loading.load(CONTENT)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content folder, to be changed at will."""
    return shutil.copytree(CONTENT, tmp_path / "content")


@pytest.fixture(scope="session")
def speaker(library: Library) -> Speaker:
    """Who answers, out of the checkout's content."""
    return Speaker(library)
