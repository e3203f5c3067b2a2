"""Symbols of special sessions as Arabic texts print them."""

from __future__ import annotations

import pytest

from bot.language.citations import documents
from bot.language.normal import normal

SAID = (
    ("القرار د.إ.ط-10/24", "es-10/24"), ("دإط-11/4", "es-11/4"), ("كيف صوتت مصر على دإ-38/1", "s-38/1"),
    ("القرار د.إ.ط - 10/24 و 57/9", "es-10/24"),
)  # fmt: skip


@pytest.mark.parametrize(("said", "symbol"), SAID)
def test_an_arabic_series(said: str, symbol: str) -> None:
    assert documents(normal(said))[0].text == symbol
