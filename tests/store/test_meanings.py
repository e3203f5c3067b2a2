"""The vectors of paragraphs are computed once for each resolution, and are the same from the store as without it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.search import second
from bot.search.covered import Divided
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


def test_parts_have_the_same_numbers_for_every_process(tmp_path: Path) -> None:
    numbers = Meanings(tmp_path, Encoder()).parts.numbers(["lanterns", "ferries"]).tolist()
    assert len(set(numbers)) == 2
    encode = Encoder()
    again = Meanings(tmp_path, encode).parts
    assert again.numbers(["anchors", "ferries", "lanterns"])[1:].tolist() == numbers[::-1]
    assert encode.asked == ["anchors"]
    vectors = again.vectors(np.array(numbers, np.int32))
    assert vectors is not None
    assert np.allclose(vectors, Encoder()(["lanterns", "ferries"]), atol=1e-3)


@pytest.mark.parametrize("most", [1, 2, 5])
def test_more_parts_than_are_kept_in_memory_are_read_again(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr("bot.store.parts.MOST_ROWS", most)
    monkeypatch.setattr("bot.store.parts.MOST_NUMBERS", most)
    encode = Encoder()
    words = sorted(divided("first", "second"))
    kept = Meanings(None, encode).parts
    kept.keep(words)
    for asked in (words[:3], words[2:5], words, words[:1], words[4:2:-1]):
        assert np.allclose(kept(asked), Encoder()(asked), atol=1e-3)
    assert encode.asked == words


@pytest.mark.parametrize("within", [slice(0, 5), slice(0, 2), slice(2, 5), slice(4, 5), slice(3, 4), slice(1, 3)])
def test_the_store_divides_paragraphs_as_the_texts_themselves_are(tmp_path: Path, within: slice) -> None:
    encode = Encoder()
    asked = encode(["bees", "疏浚", "ferries", "pilots"])
    every = [*TEXTS["first"], *TEXTS["second"]]
    wanted = Divided.of(([part for text in versions for part in parts(text)] for versions in every[within]), encode)
    found = Meanings(tmp_path, encode).divided(GROUPS, within, TEXTS.__getitem__)
    assert np.allclose(found.nearest(asked), wanted.nearest(asked), atol=1e-3)


def test_paragraphs_are_divided_though_another_version_drops_their_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Meanings(tmp_path, Encoder())
    here.update(GROUPS, TEXTS.__getitem__)
    monkeypatch.setattr("bot.store.meanings.PACKAGE", "numpy")
    other = Meanings(tmp_path, Encoder())
    other.parts.drop_others(other.sentences)
    asked = Encoder()(["bees", "ferries"])
    near = here.divided(GROUPS[1:], slice(2, 3), TEXTS.__getitem__).nearest(asked)
    assert near == pytest.approx(np.ones((1, 2)), abs=1e-3)  # bees are counted there, and ferries painted
    assert np.allclose(here.parts(["bees", "ferries"]), asked, atol=1e-3)


def test_what_was_kept_in_another_form_is_deleted(tmp_path: Path) -> None:
    for name in ("meanings.sqlite", "meanings.sqlite-wal"):
        (tmp_path / name).touch()
    Meanings(tmp_path, Encoder())
    assert not list(tmp_path.glob("meanings.sqlite*"))


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
