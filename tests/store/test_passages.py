"""Tests of what paragraphs are found by, kept between starts: only what changed is prepared again, and nothing else is
found."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import main
from bot.corpus.found_by import FoundBy
from bot.corpus.library import Library
from bot.corpus.loading import load
from bot.search.keywords import Keywords
from bot.search.postings import NUMBERS, Postings, place_of
from bot.search.prepared import prepare, terms
from bot.store.passages import Passage, Passages, Prepared
from tests import many

TEXTS = ("the lanterns of the harbour", "harbour masters report", "权利和港口", "nothing of the kind")


# --- the inverted index -------------------------------------------------------------------------------------


def filled(postings: Postings) -> Postings:
    postings.update(
        [(7, [terms(prepare(text)) for text in TEXTS[:2]]), (9, [terms(prepare(text)) for text in TEXTS[2:]])]
    )
    return postings


@pytest.mark.parametrize("kept", [False, True], ids=["in memory", "in a folder"])
def test_texts_are_found_by_document_and_number(tmp_path: Path, kept: bool) -> None:
    postings = filled(Postings(tmp_path / "index" if kept else None))
    assert sorted(postings.likely(terms(prepare("harbour")), 9)) == [(7, 0), (7, 1)]
    assert postings.likely(terms(prepare("港口")), 9) == [(9, 0)]
    assert (postings.having("harbour"), postings.having("anchor")) == (2, 0)


def test_a_document_is_put_in_place_of_the_one_before_or_dropped(tmp_path: Path) -> None:
    postings = filled(Postings(tmp_path))
    postings.update([(7, [terms(prepare("anchors"))])], dropped=[9])
    assert postings.likely(terms(prepare("harbour 港口 lanterns")), 9) == []
    assert postings.likely(terms(prepare("anchors")), 9) == [(7, 0)]


def test_another_process_finds_what_is_in_the_folder(tmp_path: Path) -> None:
    filled(Postings(tmp_path))
    assert sorted(Postings(tmp_path).likely(terms(prepare("harbour")), 9)) == [(7, 0), (7, 1)]


@pytest.mark.parametrize("number", [-1, NUMBERS])
def test_a_document_of_too_many_texts_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=f"text {number} of a document; expected fewer than {NUMBERS}"):
        place_of(1, number)


# --- prepared passages --------------------------------------------------------------------------------------


def test_only_what_is_missing_is_prepared(tmp_path: Path) -> None:
    asked: list[str] = []

    def prepare_of(stem: str) -> list[Passage]:
        asked.append(stem)
        return [Passage(f" {stem} words ", (3, 1))]

    numbers = Passages(tmp_path, "1").update([("a", "1"), ("b", "1")], prepare_of)
    assert asked == ["a", "b"]
    again = Passages(tmp_path, "1")
    assert again.texts(numbers["b"]) == [" b words "]
    assert again.terms(numbers["b"]) == [(3, 1)]
    assert again.update([("a", "1"), ("b", "1")], prepare_of) == numbers
    assert asked == ["a", "b"]
    changed = again.update([("a", "2"), ("c", "1")], prepare_of)
    assert asked == ["a", "b", "a", "c"]
    assert set(changed) == {"a", "c"}
    assert not set(changed.values()) & set(numbers.values())
    late = Passages(tmp_path, "1")  # has no words in memory
    assert late.texts(numbers["b"]) == late.terms(numbers["b"]) == []
    assert late.text(numbers["b"], 0) == " "
    assert late.text(changed["c"], 0) == " c words "
    Passages(tmp_path, "2").update([("a", "2"), ("c", "1")], prepare_of)
    assert asked[4:] == ["a", "c"]  # what a paragraph is found by has changed


def test_a_number_is_not_given_again(tmp_path: Path) -> None:
    passages = Passages(tmp_path, "1")
    first = passages.update([("a", "1"), ("b", "1")], lambda _: [Passage(" words ")])
    passages.update([("a", "1")], lambda _: [Passage(" words ")])
    assert passages.update([("a", "1"), ("c", "1")], lambda _: [Passage(" words ")])["c"] not in first.values()


def test_what_was_kept_in_another_form_is_deleted(tmp_path: Path) -> None:
    earlier = {"passages.sqlite", "passages-2.sqlite", "postings", "postings-2"}
    for name in earlier:
        (tmp_path / name).touch() if name.endswith("sqlite") else Postings(tmp_path / name)
    Passages(tmp_path, "1")
    assert {path.name for path in tmp_path.iterdir()} & earlier == set()


def test_prepared_passages_stand_at_their_positions(tmp_path: Path) -> None:
    passages = Passages(tmp_path, "1")
    texts = {"a": [Passage(" one "), Passage(" two ", (7,))], "b": [], "c": [Passage(" three ", (5,))]}
    at = passages.update([(stem, "1") for stem in texts], texts.__getitem__)
    prepared = Prepared(passages, {at["a"]: range(0, 2), at["b"]: range(2, 2), at["c"]: range(2, 3)})
    assert list(prepared) == [" one ", " two ", " three "]
    for within in (slice(0, 2), slice(1, 3), slice(2, 3), slice(1, 1)):
        assert prepared[within] == [" one ", " two ", " three "][within]
    with pytest.raises(IndexError):
        prepared[3]
    assert [prepared.terms(start) for start in (0, 2)] == [[(), (7,)], [(5,)]]


def test_what_is_kept_scores_as_what_is_in_memory(tmp_path: Path) -> None:
    passages = Passages(tmp_path, "1")
    numbers = passages.update([("a", "1")], lambda _: [Passage(prepare(text)) for text in TEXTS])
    kept = Prepared(passages, {numbers["a"]: range(len(TEXTS))}).keywords()
    for query in ("harbour", "lanterns of harbour masters", "港口的权利", "anchor"):
        assert kept.search(query) == Keywords.of(TEXTS).search(query)


# --- in the library ---------------------------------------------------------------------------------------------


@pytest.fixture
def three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with 56/4 and two invented resolutions, and a store of its own."""
    monkeypatch.setenv("BOT_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("BOT_ENCODER", "0")
    many.generate(tmp_path / "content", 2)
    return tmp_path / "content"


def found(library: Library, words: str) -> list[str]:
    """The paragraphs of 56/4 on some words, best first."""
    return [library.places[each.position][1].id for each in library.search(words, 3, library.get("A/HRC/RES/56/4"))]


def test_a_start_finds_what_the_last_one_prepared(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = found(load(three), "南南合作")
    assert first[0] == "OP10"
    monkeypatch.setattr(FoundBy, "passages", None)  # nothing may be prepared again
    assert found(load(three), "南南合作") == first


def test_a_text_that_changed_is_found_by_its_new_words(three: Path) -> None:
    found(load(three), "南南合作")
    path = three / "resolutions" / "A_HRC_RES_56_4.zh.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("南南合作", "灯塔守望者"), encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert found(load(three), "灯塔守望者")[0] == "OP10"


def test_the_command_prepares_all(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = CliRunner().invoke(main, ["index", "--content", str(three)])
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[-1] == "3 documents, 105 paragraphs"
    monkeypatch.setattr(FoundBy, "passages", None)
    assert found(load(three), "南南合作")[0] == "OP10"
