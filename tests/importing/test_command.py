"""Tests of the import command: what it writes, and what it refuses to."""

from __future__ import annotations

import hashlib
import os
import tomllib
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.corpus.provenance import Provenance
from bot.errors import ContentError
from bot.importing.store import file_name, store
from tests.importing import makers
from tests.importing.test_documents import CHINESE, SOURCES

NAME = "A_HRC_RES_56_4.zh.txt"


def run(content: Path, *arguments: str, stdin: bytes | str = "") -> Result:
    result = CliRunner().invoke(main, ["import", "--content", str(content), *arguments], input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def kept(content: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((content / "resolutions").iterdir())}


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """56/4 as a Word file."""
    path = tmp_path / "N2413251.docx"
    path.write_bytes(makers.make_docx(CHINESE, makers.CHINESE))
    return path


def test_a_file_becomes_a_text_with_its_source_beside_it(content: Path, word: Path) -> None:
    (content / "resolutions" / NAME).unlink()
    result = run(content, str(word))
    assert result.exit_code == 0
    assert "A/HRC/RES/56/4 (zh)" in result.stdout
    assert "15 preambular, 20 operative" in result.stdout
    assert "29–14–4, 47 voters named" in result.stdout
    written = kept(content)
    assert set(written) == {NAME, "A_HRC_RES_56_4.zh.source.toml"}
    assert written[NAME].decode() == CHINESE
    note = tomllib.loads(written["A_HRC_RES_56_4.zh.source.toml"].decode())
    assert note == {
        "file": "N2413251.docx",
        "sha256": hashlib.sha256(word.read_bytes()).hexdigest(),
        "imported": date.today(),
    }
    assert CliRunner().invoke(main, ["check", "--content", str(content)]).exit_code == 0


def test_a_text_that_is_there_stays_without_replace(content: Path, word: Path) -> None:
    before = kept(content)
    result = run(content, str(word))
    assert result.exit_code == 1
    assert f"{NAME} is in " in result.stderr
    assert "expected --replace" in result.stderr
    assert kept(content) == before
    assert run(content, "--replace", str(word)).exit_code == 0
    assert kept(content)[NAME].decode() == CHINESE


def test_a_dry_run_writes_nothing(content: Path, word: Path) -> None:
    before = kept(content)
    result = run(content, "--dry-run", "--replace", str(word))
    assert result.exit_code == 0
    assert "not written" in result.stdout
    assert kept(content) == before


def test_standard_input(content: Path) -> None:
    (content / "resolutions" / NAME).unlink()
    result = run(content, "-", stdin=makers.make_text(CHINESE, makers.CHINESE).encode())
    assert result.exit_code == 0, result.stderr
    assert kept(content)[NAME].decode().replace(" ", "") == CHINESE.replace(" ", "")


def test_several_files_each_on_its_own(content: Path, tmp_path: Path, word: Path) -> None:
    (content / "resolutions" / NAME).unlink()
    picture = tmp_path / "picture.pdf"
    picture.write_bytes(makers.picture_pdf())
    text, furniture = SOURCES["en"]
    lost = tmp_path / "lost.pdf"
    lost.write_bytes(makers.make_pdf(text.replace("Brazil, ", ""), furniture))
    result = run(content, str(picture), str(tmp_path / "none.pdf"), str(lost), str(word))
    assert result.exit_code == 1
    complaints = result.stderr.splitlines()
    assert [line.split(": ")[1] for line in complaints] == [str(picture), str(tmp_path / "none.pdf"), str(lost)]
    assert "text layer" in complaints[0]
    assert "1 doubts that nobody accepted" in complaints[2]
    assert NAME in kept(content)


def test_nothing_is_left_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / NAME).write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ContentError, match="No space left on device; expected a place to write to"):
        store(tmp_path, NAME, "new", Provenance("x", "0", date(2024, 7, 10)), replace=True)
    assert [path.name for path in tmp_path.iterdir()] == [NAME]
    assert (tmp_path / NAME).read_text() == "old"


def test_a_source_with_quotation_marks_is_still_toml(tmp_path: Path) -> None:
    store(tmp_path, NAME, "new", Provenance('a"b\\c\n.txt', "0", date(2024, 7, 10)), replace=False)
    assert tomllib.loads((tmp_path / "A_HRC_RES_56_4.zh.source.toml").read_text())["file"] == 'a"b\\c\n.txt'


@pytest.mark.parametrize(
    ("symbol", "language", "name"),
    [
        ("A/HRC/RES/56/4", "zh", "A_HRC_RES_56_4.zh.txt"),
        ("S/RES/2728(2024)", "en", "S_RES_2728_2024.en.txt"),
        ("S/RES/2728 (2024)", "en", "S_RES_2728_2024.en.txt"),
        ("A/RES/ES-10/22", "fr", "A_RES_ES-10_22.fr.txt"),
        ("../../x", "en", "x.en.txt"),
    ],
)
def test_file_names(symbol: str, language: str, name: str) -> None:
    assert file_name(symbol, language) == name
