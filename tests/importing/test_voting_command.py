"""Tests of importing voting data: what is written, what is kept apart, and that a second time changes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.corpus.loading import load
from bot.resolution import Adoption, Outcome, Tally, Vote, outcome
from bot.talk import Speaker
from bot.wording.pieces import plain
from tests.importing.test_voting import FOUR, bulk, marc

NAME = "A_RES_90_12.votes.csv"


@pytest.fixture
def folder(content: Path) -> Path:
    """A content folder without a document."""
    for sub in ("resolutions", "subjects"):
        shutil.rmtree(content / sub)
        (content / sub).mkdir()
    return content


def run(folder: Path, data: bytes, *options: str, name: str = "bulk.csv") -> Result:
    path = folder.parent / name
    path.write_bytes(data)
    result = CliRunner().invoke(main, ["import", "--content", str(folder), *options, str(path)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def kept(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "resolutions").iterdir())}


def test_a_roll_call_without_a_text_is_a_resolution(folder: Path) -> None:
    result = run(folder, bulk(*FOUR))
    assert result.exit_code == 0
    assert [line.split(None, 1) for line in result.stdout.splitlines()[-2:]] == [
        ["1", "written"],
        ["1", "records in all"],
    ]
    found = load(folder).get("A/RES/90/12")
    assert found is not None
    assert (found.title.text, found.number, found.adopted.isoformat()) == ("Lanterns", "90/12", "2035-12-18")
    assert (found.tally.yes, found.tally.no, found.tally.abstain, found.tally.not_voting) == (2, 1, 0, 1)  # type: ignore[union-attr]
    assert {v.code: v.vote for v in found.roll_call} == {
        "AFG": Vote.YES,
        "BEN": Vote.NO,
        "CHL": Vote.NOT_VOTING,
        "TUR": Vote.YES,
    }
    assert found.subjects == ("Item 7", "LIGHT")
    assert found.paragraphs == ()


@pytest.mark.parametrize(
    ("rows", "totals", "tally"),
    [
        (FOUR, "2,1,0,1,4", Tally(2, 1, 0, 1)),
        # those not voting are counted and not listed
        ((*FOUR[:2], FOUR[3]), "2,1,0,190,193", Tally(2, 1, 0)),
        # a list that is not whole is no result
        (FOUR, "2,1,0,1,193", None),
        (FOUR, "2,1,0,5,8", None),
        (FOUR, "3,1,0,1,5", None),
        (FOUR, ",,,,193", None),
    ],
)
def test_what_is_written_can_be_read_and_only_a_whole_list_is_the_result(
    folder: Path, rows: tuple[tuple[str, str, str, str, str], ...], totals: str, tally: Tally | None
) -> None:
    run(folder, bulk(*rows, totals=totals), "--accept")
    found = load(folder).get("A/RES/90/12")
    assert found is not None
    assert (found.tally, found.vote_of("AFG"), bool(found.doubts)) == (tally, Vote.YES, tally is None)


def test_adopted_without_a_vote_is_a_record_too(folder: Path) -> None:
    run(folder, marc(votes="").replace(b">RECORDED<", b">ADOPTED WITHOUT VOTE<"), name="record.xml")
    found = load(folder).get("A/HRC/RES/60/9")
    assert found is not None
    assert (found.adoption, found.tally, found.roll_call) == (Adoption.WITHOUT_A_VOTE, None, ())


def test_a_second_time_changes_nothing_and_a_newer_file_replaces(folder: Path) -> None:
    run(folder, bulk(*FOUR))
    before = kept(folder)
    again = run(folder, bulk(*FOUR))
    assert "1  was there already" in again.stdout
    assert kept(folder) == before
    newer = run(folder, bulk(*FOUR[:3], ("7", "TUR", "TÜRKİYE", "N", "A/RES/90/12"), totals="1.0,2.0,0.0,1.0,4.0"))
    assert newer.exit_code == 0
    assert "A/RES/90/12: replaced what was there" in newer.stdout
    assert load(folder).get("A/RES/90/12").vote_of("TUR") is Vote.NO  # type: ignore[union-attr]


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    assert "1  written" in run(folder, bulk(*FOUR), "--dry-run").stdout
    assert kept(folder) == {}


def test_totals_that_are_not_those_of_the_votes_are_never_the_result(folder: Path) -> None:
    wrong = bulk(*FOUR, totals="3.0,1.0,0.0,0.0,4.0")
    held = run(folder, wrong)
    assert held.exit_code == 1
    assert "A/RES/90/12: held back for its doubts" in held.stdout
    assert "the totals (total_yes 3, total_no 1," in held.stdout
    assert kept(folder) == {}
    assert run(folder, wrong, "--accept").exit_code == 0
    found = load(folder).get("A/RES/90/12")
    assert found is not None
    assert found.tally is None
    assert [doubt.kind for doubt in found.doubts] == ["vote"]
    assert found.vote_of("AFG") is Vote.YES


def test_a_doubt_of_nothing_is_not_written_even_when_accepted(folder: Path) -> None:
    twice = run(folder, bulk(FOUR[0], FOUR[0], totals="2.0,0.0,0.0,0.0,2.0"), "--accept")
    assert twice.exit_code == 1
    assert "AFG has 2 votes" in twice.stdout
    assert kept(folder) == {}


def test_a_second_vote_under_one_symbol_is_kept_apart(folder: Path) -> None:
    other = [("8", code, name, vote, symbol) for _, code, name, vote, symbol in FOUR]
    result = run(folder, bulk(*FOUR, *other), "--accept")
    assert "a second vote under this symbol in the same file" in result.stdout
    assert list(kept(folder)) == [NAME, "A_RES_90_12.votes.source.toml"]


def test_doubts_are_counted_by_reason(folder: Path) -> None:
    rows = [
        ("1", "AFG", "AFGHANISTAN", "Y", "A/RES/90/1"), ("2", "AFG", "AFGHANISTAN", "N", "A/RES/90/2"),
        ("3", "QQQ", "NOWHERE", "Y", "A/RES/90/3"), ("4", "AFG", "AFGHANISTAN", "Y", "A/RES/90/1"),
    ]  # fmt: skip
    said = run(folder, bulk(*rows, totals="1.0,0.0,0.0,0.0,1.0")).stdout
    assert [line.strip() for line in said.splitlines() if "in doubt" in line] == [
        "1  in doubt: totals that are not those of the votes listed",
        "1  in doubt: a code that is not in content/names",
        "1  in doubt: a second vote under one symbol",
    ]


def test_voting_data_goes_into_a_folder_of_ones_own_whose_words_are_the_programs(tmp_path: Path) -> None:
    own = tmp_path / "own"
    assert CliRunner().invoke(main, ["init", str(own)]).exit_code == 0
    assert run(own, bulk(*FOUR)).exit_code == 0
    assert (own / "resolutions" / NAME).exists()


@pytest.mark.parametrize(
    ("symbol", "figures", "came_to"),
    [
        ("A/HRC/60/L.9", (4, 5, 1), Outcome.REJECTED),
        ("A/HRC/60/L.9", (5, 5, 0), Outcome.REJECTED),
        ("A/HRC/60/L.9", (6, 5, 9), Outcome.ADOPTED),
        ("A/HRC/60/L.9", None, Outcome.OPEN),
        # What has the symbol of a resolution is one, whatever its figures.
        ("A/HRC/RES/60/9", (4, 5, 1), Outcome.ADOPTED),
        ("A/HRC/RES/60/9", None, Outcome.ADOPTED),
        # In the Security Council one vote against may be a veto.
        ("S/2035/9", (14, 1, 0), Outcome.OPEN),
        ("S/2035/9", (1, 14, 0), Outcome.REJECTED),
        ("S/RES/9901(2035)", (14, 1, 0), Outcome.ADOPTED),
    ],
)
def test_what_a_vote_came_to(symbol: str, figures: tuple[int, int, int] | None, came_to: Outcome) -> None:
    assert outcome(symbol, Tally(*figures) if figures else None) is came_to


def test_a_draft_that_was_put_to_the_vote_as_revised_and_not_adopted(folder: Path) -> None:
    run(folder, marc("A/HRC/60/L.9 as orally revised", "YNNA", (1, 2, 1)), name="record.xml")
    said = Speaker(load(folder)).answer(["What was the result of the vote on A/HRC/60/L.9?"])
    assert plain(said.reply).startswith("Not adopted, in a recorded vote: 1 in favour, 2 against, 1 abstaining")


def test_the_votes_of_a_text_that_is_there_stay_those_of_the_text(content: Path) -> None:
    data = (
        b"undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,meeting,title,agenda_title,subjects,vote_note,"
        b"total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link\n"
        b"1,CHN,CHINA,N,2024-07-10,56,A/HRC/RES/56/4,,,x,,,RECORDED,0,1,0,0,1,\n"
    )
    result = run(content, data)
    assert result.exit_code == 1
    assert "expected the votes of the text, which is what was published" in result.stderr
    assert not (content / "resolutions" / "A_HRC_RES_56_4.votes.csv").exists()


def test_of_files_of_both_kinds_each_is_read_as_what_it_is(folder: Path, tmp_path: Path) -> None:
    votes = tmp_path / "bulk.csv"
    votes.write_bytes(bulk(*FOUR))
    text = tmp_path / "none.txt"
    text.write_text("人权理事会", encoding="utf-8")
    result = CliRunner().invoke(main, ["import", "--content", str(folder), str(votes), str(text)])
    assert result.exit_code == 1
    assert "1  written" in result.stdout
    assert "none.txt" in result.stderr
