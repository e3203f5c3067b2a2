"""What is loaded once is not looked through again and again."""

from __future__ import annotations

import gc

import pytest

from bot.memory import loading, settled, unsettled


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
