"""The identifier of languages that is kept says of every text what the package's own says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from bot.language.identifier import identifier_in

TEXTS = (
    ("Como votou o Brasil?", "pt"),
    ("Wie hat Deutschland abgestimmt?", "de"),
    ("Come ha votato l'Italia?", "it"),
    ("Hoe heeft Nederland gestemd over deze resolutie?", "nl"),
    ("Quels pays se sont abstenus ?", "fr"),
    ("¿Quiénes se abstuvieron en la votación?", "es"),
    ("Jak głosowała Polska w tej sprawie?", "pl"),
    ("Як голосувала Україна?", "uk"),
    ("谁投了弃权票", "zh"),
)


@pytest.fixture(scope="module")
def package() -> LanguageIdentifier:
    """The package's own, of all its languages."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where it is kept."""
    identifier_in((place := tmp_path_factory.mktemp("kept")) / "languages")
    return place


@pytest.fixture(scope="module")
def kept(folder: Path, package: LanguageIdentifier) -> LanguageIdentifier:
    """What was read again, after which the package's own is one of the same languages."""
    read = identifier_in(folder / "languages")
    package.set_languages(list(dict.fromkeys(read.nb_classes)))
    return read


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_languages_are_told_apart(kept: LanguageIdentifier, text: str, language: str) -> None:
    assert kept.classify(text)[0] == language


@given(st.text(max_size=80) | st.lists(st.sampled_from([text for text, _ in TEXTS]), max_size=3).map(" ".join))
def test_it_says_what_the_package_says(kept: LanguageIdentifier, package: LanguageIdentifier, text: str) -> None:
    assert kept.rank(text) == package.rank(text)


@pytest.mark.parametrize("before", [b"", b"cut short"], ids=("empty", "another"))
def test_a_file_that_cannot_be_read_is_made_anew(folder: Path, tmp_path: Path, before: bytes) -> None:
    (tmp_path / "languages").write_bytes(before)
    identifier_in(tmp_path / "languages")
    names = sorted(path.name for path in folder.iterdir())
    assert names == sorted(path.name for path in tmp_path.iterdir())
    assert all((tmp_path / name).read_bytes() == (folder / name).read_bytes() for name in names)


def test_what_is_kept_is_not_made_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LanguageIdentifier, "from_model_file", lambda *_, **__: pytest.fail("unpacked again"))
    identifier_in(folder / "languages")


def test_where_no_file_can_be_made_it_works_as_well(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    text, language = TEXTS[0]
    assert identifier_in(tmp_path / "file" / "languages").classify(text)[0] == language
