"""What is loaded once is not looked through again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from bot.memory import loading, settled, unsettled


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    """What comes and goes is looked through when each test begins, whatever ran before it in the same process; what
    other tests hold is kept out of it again afterwards."""
    enabled = gc.isenabled()
    gc.enable()
    yield
    gc.freeze()
    if not enabled:
        gc.disable()


def test_while_it_is_loaded_nothing_is_looked_through() -> None:
    with loading():
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.unfreeze()


def test_content_that_is_not_sound_leaves_it_as_it_was() -> None:
    with pytest.raises(ValueError, match="not sound"), loading():
        raise ValueError("not sound")
    assert gc.isenabled()


def test_what_is_settled_can_go_once_it_is_replaced() -> None:
    settled()
    assert gc.get_freeze_count()
    unsettled()
    assert not gc.get_freeze_count()
