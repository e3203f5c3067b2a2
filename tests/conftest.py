"""What the tests share: the checkout's content, read once, and a copy of it that a test may change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.corpus import library as libraries
from bot.corpus.library import Library
from bot.talk import Speaker

CONTENT = Path(__file__).parent.parent / "content"


@pytest.fixture(scope="session")
def library() -> Library:
    """The content of this checkout; frozen, so that all tests can have the same one."""
    return libraries.load(CONTENT)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content folder, to be changed at will."""
    return shutil.copytree(CONTENT, tmp_path / "content")


@pytest.fixture(scope="session")
def speaker(library: Library) -> Speaker:
    """Who answers, out of the checkout's content."""
    return Speaker(library)
