"""The vectors of paragraphs are computed once for each resolution, and are the same from the store as without it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.search import second
from bot.search.encoder import DIMENSIONS, Vector
from bot.search.parts import parts
from bot.search.vectors import Vectors, sentences
from bot.store.meanings import Meanings

TEXTS = {
    "first": [("Lanterns are lit. Harbours are dredged.", "点灯。疏浚港口。"), ("Bees are counted.",)],
    "second": [("Orchards are watered.",), ("",), ("Bees are counted. Ferries are painted.",)],
}
GROUPS = [("first", "signed 1"), ("second", "signed 1")]


class Encoder:
    """Gives each sentence a direction of its own, and keeps which it was given."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, given: Sequence[str]) -> Vector:
        self.asked += given
        made = np.array(
            [np.random.default_rng(sum(map(ord, s))).normal(size=DIMENSIONS) for s in given], np.float32
        ).reshape(-1, DIMENSIONS)
        unit: Vector = made / np.linalg.norm(made, axis=1, keepdims=True)
        return unit


def said(*stems: str) -> set[str]:
    """The sentences of resolutions."""
    return {sentence for stem in stems for versions in TEXTS[stem] for text in versions for sentence in sentences(text)}


def divided(*stems: str) -> set[str]:
    """The parts of their paragraphs."""
    return {part for stem in stems for versions in TEXTS[stem] for text in versions for part in parts(text)}


def test_each_resolution_is_encoded_once(tmp_path: Path) -> None:
    encode = Encoder()
    Meanings(tmp_path, encode).update(GROUPS, TEXTS.__getitem__)
    assert set(encode.asked) == said("first", "second") | divided("first", "second")
    encode.asked.clear()
    again = Meanings(tmp_path, encode)
    again.update(GROUPS, TEXTS.__getitem__)
    for key in GROUPS:
        again.of(key, TEXTS.__getitem__)
    again.parts(sorted(divided("first", "second")))
    assert encode.asked == []


def test_a_part_that_several_have_is_encoded_once(tmp_path: Path) -> None:
    encode = Encoder()
    Meanings(tmp_path, encode).update(GROUPS, TEXTS.__getitem__)
    assert len(divided("first")) + len(divided("second")) > len(divided("first", "second"))
    assert sorted(part for part in encode.asked if part in divided("first", "second")) == sorted(
        divided("first", "second")
    )


def test_parts_that_are_not_kept_are_encoded_beside_those_that_are() -> None:
    encode = Encoder()
    meanings = Meanings(None, encode)
    meanings.of(GROUPS[0], TEXTS.__getitem__)
    encode.asked.clear()
    asked = ["anchors", "lanterns", "harbours"]
    assert np.allclose(meanings.parts(asked), Encoder()(asked), atol=1e-3)
    assert encode.asked == ["anchors"]


def test_the_parts_of_another_encoder_are_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Meanings(tmp_path, Encoder()).update(GROUPS, TEXTS.__getitem__)
    monkeypatch.setattr("bot.store.meanings.PACKAGE", "numpy")
    encode = Encoder()
    Meanings(tmp_path, encode).parts(["lanterns"])
    assert encode.asked == ["lanterns"]


class Second(Encoder):
    """The same, with as many dimensions as the second encoder has."""

    def __call__(self, given: Sequence[str]) -> Vector:
        vectors: Vector = super().__call__(given)[:, : second.DIMENSIONS]
        return vectors


def test_what_the_second_encoder_said_of_a_sentence_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    encode = Second()
    monkeypatch.setattr("bot.search.second.encoded", encode)
    # Both encoders are given these.
    Meanings(tmp_path, Encoder()).parts.keep(["lanterns", "ferries"])
    first = Meanings(tmp_path, Encoder()).sentences.kept(["lanterns", "ferries"])
    Meanings(tmp_path, Encoder()).update(GROUPS, TEXTS.__getitem__)
    again = Meanings(tmp_path, Encoder()).sentences.kept(["ferries", "anchors", "lanterns"])
    assert encode.asked == ["lanterns", "ferries", "anchors"]
    assert again[[2, 0]].tolist() == first.tolist()
    assert np.allclose(again, Second()(["ferries", "anchors", "lanterns"]), atol=1e-3)
    monkeypatch.setattr("bot.store.meanings.SECOND_PACKAGE", "numpy")
    Meanings(tmp_path, Encoder()).sentences.kept(["ferries"])
    assert encode.asked[3:] == ["ferries"]


def test_what_has_changed_is_encoded_anew_and_what_is_gone_is_dropped(tmp_path: Path) -> None:
    encode = Encoder()
    Meanings(tmp_path, encode).update(GROUPS, TEXTS.__getitem__)
    encode.asked.clear()
    Meanings(tmp_path, encode).update([("first", "signed 2")], TEXTS.__getitem__)
    assert set(encode.asked) == said("first")
    encode.asked.clear()
    Meanings(tmp_path, encode).of(GROUPS[1], TEXTS.__getitem__)
    assert set(encode.asked) == said("second")


def test_a_build_that_breaks_off_is_gone_on_with(tmp_path: Path) -> None:
    encode = Encoder()

    def broken(stem: str) -> Sequence[Sequence[str]]:
        if stem == "second":
            raise KeyboardInterrupt
        return TEXTS[stem]

    with pytest.raises(KeyboardInterrupt):
        Meanings(tmp_path, encode).update(GROUPS, broken)
    encode.asked.clear()
    Meanings(tmp_path, encode).update(GROUPS, TEXTS.__getitem__)
    assert set(encode.asked) == said("second") | (divided("second") - divided("first"))


@pytest.mark.parametrize("folder", [True, False], ids=("in a folder", "in memory"))
def test_the_store_says_how_near_texts_are_as_the_vectors_themselves_do(tmp_path: Path, folder: bool) -> None:
    encode = Encoder()
    meanings = Meanings(tmp_path if folder else None, encode)
    kept = Vectors.joined(
        [(0, meanings.of(GROUPS[0], TEXTS.__getitem__)), (2, meanings.of(GROUPS[1], TEXTS.__getitem__))]
    )
    whole = Vectors.of([*TEXTS["first"], *TEXTS["second"]], encode)
    for question in ("Bees are counted.", "疏浚港口。", "Something else entirely"):
        vector = encode([question])[0]
        assert np.allclose(kept.nearness(vector, 5), whole.nearness(vector, 5), atol=1e-3)
