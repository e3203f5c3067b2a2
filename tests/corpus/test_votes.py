"""Tests of bot.corpus.votes, on invented texts and votes: voting data is checked against itself and against the
text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.corpus.forms import FORMS
from bot.corpus.library import Library
from bot.corpus.loading import load
from bot.corpus.reader import read
from bot.corpus.votes import export, read_votes, with_votes
from bot.errors import ContentError
from bot.faces.report import row
from bot.resolution import CAST, Adoption, Body, Resolution, Tally, Vote
from tests.corpus.writer import STATES, Spec, write

CODES = tuple(STATES)
ASSEMBLY = Spec(body=Body.GENERAL_ASSEMBLY, number="78/901", session=78, states_adoption=False)
ROWS = ((CODES[:6], "Y"), (CODES[6:9], "N"), (CODES[9:10], "A"), (CODES[10:12], "X"))
HEADER = (
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,total_yes,total_no,total_abstentions,total_non_voting,"
    "total_ms\n"
)


def data() -> str:
    """Invented voting data for the invented resolution."""
    whole = "2024-07-10,78,A/RES/78/901,6,3,1,2,12"
    return HEADER + "".join(
        f'1,{code},"{STATES[code][1].upper()}",{letter},{whole}\n' for codes, letter in ROWS for code in codes
    )


def parsed(library: Library, spec: Spec) -> Resolution:
    """The invented text, read."""
    return read("invented", write(spec), FORMS[spec.language], library.names.code_in_record)


def test_votes(library: Library, tmp_path: Path) -> None:
    """A resolution whose text prints no vote gets the votes of the data."""
    path = tmp_path / "A.votes.csv"
    path.write_text(data(), "utf-8")
    text = parsed(library, ASSEMBLY)
    found = with_votes(text, read_votes(path, library.names, text))
    assert (found.adoption, found.tally) == (Adoption.RECORDED_VOTE, Tally(6, 3, 1, 2))
    assert found.tally is not None
    assert (found.tally.total, found.tally.of(Vote.NOT_VOTING)) == (10, 2)
    assert [v.code for v in found.roll_call] == list(CODES[:12])
    assert found.vote_of(CODES[11]) is Vote.NOT_VOTING
    assert found.vote_of(CODES[12]) is Vote.ABSENT
    assert {v.span for v in found.roll_call} == {None}
    assert Vote.NOT_VOTING not in CAST


def test_exported_votes_are_read_back(library: Library, tmp_path: Path) -> None:
    """What is written is read as the same votes, with those that did not vote and from a roll call in any language."""
    path = tmp_path / "A.votes.csv"
    path.write_text(data(), "utf-8")
    text = parsed(library, ASSEMBLY)
    found = with_votes(text, read_votes(path, library.names, text))
    listed = parsed(
        library, Spec(language="zh", votes={Vote.YES: CODES[:5], Vote.NO: CODES[5:7], Vote.ABSTAIN: CODES[7:8]})
    )
    for resolution in (found, listed):
        path.write_text(export(resolution, library.names), "utf-8")
        again = read_votes(path, library.names, resolution)
        assert again.tally == resolution.tally
        assert [(v.code, v.name, v.vote) for v in again.voters] == [
            (v.code, v.name, v.vote) for v in resolution.roll_call
        ]
        assert with_votes(resolution, again) == resolution


def test_a_name_that_is_not_known_leaves_the_vote_to_the_code(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "A.votes.csv"
    path.write_text(data(), "utf-8")
    whole = read_votes(path, library.names, parsed(library, ASSEMBLY))
    path.write_text(_swap("ALGERIA", "ALGERYA")(data()), "utf-8")
    found = read_votes(path, library.names, parsed(library, ASSEMBLY))
    assert [(v.code, v.vote) for v in found.voters] == [(v.code, v.vote) for v in whole.voters]


def _swap(old: str, new: str) -> Callable[[str], str]:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


REFUSED: tuple[tuple[str, Callable[[str], str], int | None, tuple[str, ...]], ...] = (
    # what is wrong, the change that makes it so, the line, words of the error
    ("no column of votes", _swap("ms_vote", "draft"), 1, ("ms_vote", "missing")),
    ("unknown column", _swap("undl_id", "colour"), 1, ("colour",)),
    ("column twice", _swap("session", "date"), 1, ("date", "twice")),
    ("unknown letter", _swap(",Y,", ",Z,"), 2, ("Z", "Y, N, A, X")),
    ("unknown code", _swap("1,DZA", "1,DZB"), 2, ("DZB", "alpha-3")),
    ("name of another", _swap("ALGERIA", "CUBA"), 2, ("CUB", "DZA")),
    ("state twice", lambda s: s + s.splitlines(keepends=True)[1], 14, ("row already",)),
    ("row lost", lambda s: "".join(s.splitlines(keepends=True)[:-1]), 12, ("total_non_voting", "2", "1")),
    ("vote changed", _swap(",Y,", ",N,"), 13, ("total_yes", "6", "5")),
    ("total changed", lambda s: s.replace(",6,3,1,2,12", ",6,4,1,2,12"), 13, ("total_no", "4", "3")),
    ("total changed in one row", _swap(",6,3,1,2,12", ",6,4,1,2,12"), 3, ("total_no", "before")),
    ("another resolution", lambda s: s.replace("A/RES/78/901", "A/RES/78/902"), 2, ("A/RES/78/902", "A/RES/78/901")),
    ("another day", lambda s: s.replace("2024-07-10", "2024-07-11"), 2, ("2024-07-11", "2024-07-10")),
    ("field too many", _swap(",12\n", ",12,13\n"), 2, ("fields",)),
    ("field too few", _swap(",12\n", "\n"), 2, ("fields",)),
    ("quotation mark left open", _swap('ALGERIA"', "ALGERIA"), None, ("expected",)),
    ("nothing but the header", lambda s: s.splitlines(keepends=True)[0], None, ("no votes",)),
    ("empty file", lambda _: "", 1, ("missing",)),
)


@pytest.mark.parametrize(("edit", "line", "words"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused(
    library: Library, tmp_path: Path, edit: Callable[[str], str], line: int | None, words: tuple[str, ...]
) -> None:
    """Data that is not sound is refused by file and line."""
    path = tmp_path / "A.votes.csv"
    path.write_text(edit(data()), "utf-8")
    with pytest.raises(ContentError) as caught:
        read_votes(path, library.names, parsed(library, ASSEMBLY))
    error = caught.value
    assert error.path == str(path)
    assert line in (None, error.line), error
    assert [word for word in words if word not in error.message] == [], error


@pytest.mark.parametrize(
    ("body", "day", "rows", "refused"),
    [
        (Body.GENERAL_ASSEMBLY, date(2024, 7, 10), 193, False), (Body.GENERAL_ASSEMBLY, date(2024, 7, 10), 192, True),
        (Body.GENERAL_ASSEMBLY, date(2024, 7, 10), 96, False), (Body.GENERAL_ASSEMBLY, date(2010, 7, 10), 192, False),
        (Body.SECURITY_COUNCIL, date(2024, 7, 10), 15, False), (Body.SECURITY_COUNCIL, date(2024, 7, 10), 14, True),
        (Body.ECONOMIC_AND_SOCIAL_COUNCIL, date(2024, 7, 10), 54, False),
        (Body.ECONOMIC_AND_SOCIAL_COUNCIL, date(2024, 7, 10), 53, True),
        (Body.ECONOMIC_AND_SOCIAL_COUNCIL, date(1970, 7, 10), 27, False),
        (Body.SECURITY_COUNCIL, date(2024, 7, 10), 7, False), (Body.HUMAN_RIGHTS_COUNCIL, date(2024, 7, 10), 46, False),
    ],
)  # fmt: skip
def test_how_many_members_are_listed(
    body: Body, day: date, rows: int, refused: bool, library: Library, tmp_path: Path
) -> None:
    """Without a total, a file that lists most members of an organ has to list all of them. The votes are invented."""
    path = tmp_path / "A.votes.csv"
    states = [state for state in library.names.states.values() if library.names.code_in_record(state.en) == state.code][
        :rows
    ]
    assert len(states) == rows
    path.write_text(
        "ms_code,ms_name,ms_vote\n" + "".join(f'{state.code},"{state.en}",Y\n' for state in states), "utf-8"
    )
    text = replace(parsed(library, ASSEMBLY), body=body, adopted=day)
    if not refused:
        assert len(read_votes(path, library.names, text).voters) == rows
        return
    members = {Body.GENERAL_ASSEMBLY: 193, Body.SECURITY_COUNCIL: 15, Body.ECONOMIC_AND_SOCIAL_COUNCIL: 54}[body]
    with pytest.raises(ContentError, match=f"{rows} members are listed; expected {members}") as caught:
        read_votes(path, library.names, text)
    assert caught.value.line == rows + 1


def test_check_says_how_many_members_are_listed(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "A.votes.csv"
    path.write_text(data(), "utf-8")
    text = parsed(library, ASSEMBLY)
    found = with_votes(text, read_votes(path, library.names, text))
    assert "12 of 193" in row(found, ["zh"])


OTHERWISE: tuple[tuple[str, Spec, tuple[str, ...]], ...] = (
    # what the text says otherwise, the text, words of the error
    ("another tally", replace(ASSEMBLY, states_adoption=True, tally=(6, 4, 1)), ("6 to 3 to 1", "6 to 4 to 1")),
    ("no vote", replace(ASSEMBLY, states_adoption=True), ("without a vote",)),
    (
        "another roll call",
        replace(
            ASSEMBLY,
            states_adoption=True,
            votes={Vote.YES: CODES[:5] + CODES[6:7], Vote.NO: (*CODES[7:9], CODES[5]), Vote.ABSTAIN: CODES[9:10]},
        ),
        ("in the text", "same votes"),
    ),
)


@pytest.mark.parametrize(("spec", "words"), [row[1:] for row in OTHERWISE], ids=[row[0] for row in OTHERWISE])
def test_the_text_says_otherwise(library: Library, tmp_path: Path, spec: Spec, words: tuple[str, ...]) -> None:
    """Votes that are not those of the text are refused."""
    path = tmp_path / "A.votes.csv"
    path.write_text(data(), "utf-8")
    text = parsed(library, spec)
    with pytest.raises(ContentError) as caught:
        with_votes(text, read_votes(path, library.names, text))
    assert [word for word in words if word not in caught.value.message] == [], caught.value


# --- several texts of one resolution, and votes beside them, in the library ----------------------------

VOTES = {Vote.YES: CODES[:9], Vote.NO: CODES[9:12], Vote.ABSTAIN: CODES[12:13]}


def put(content: Path, spec: Spec, name: str = "B") -> None:
    """An invented text in the content folder."""
    (content / "resolutions" / f"{name}.{spec.language}.txt").write_text(write(spec), "utf-8")


def test_several_languages(content: Path) -> None:
    """They are one resolution: the Chinese text is the main one, all are there."""
    for language in ("fr", "en", "zh"):
        put(content, Spec(language=language, votes=VOTES))
    put(content, replace(ASSEMBLY, language="fr"), "C")
    put(content, replace(ASSEMBLY, language="en"), "C")
    (content / "resolutions" / "C.votes.csv").write_text(data(), "utf-8")
    library = load(content)
    assert [(r.symbol, r.language) for r in library.resolutions] == [
        ("A/HRC/RES/56/4", "zh"),
        ("A/HRC/RES/56/901", "zh"),
        ("A/RES/78/901", "en"),
    ]
    assert sorted(library.texts["A/HRC/RES/56/901"]) == ["en", "fr", "zh"]
    assert library.texts["A/RES/78/901"]["fr"].vote_of("DZA") is Vote.YES
    assert library.get("A/RES/78/901") is library.texts["A/RES/78/901"]["en"]


DISAGREEING: tuple[tuple[str, Spec, tuple[str, ...]], ...] = (
    # what is otherwise in the French text, that text, words of the error
    (
        "a paragraph too many",
        Spec(language="fr", votes=VOTES, operative=(("Un", ()), ("Deux", ()), ("Trois", ()))),
        ("3", "2", "OP"),
    ),
    ("another vote", Spec(language="fr", votes=VOTES | {Vote.ABSTAIN: CODES[13:14]}), (CODES[12], "abstain")),
    ("another tally", Spec(language="fr", votes=VOTES | {Vote.ABSTAIN: CODES[12:14]}), ("record",)),
    ("adopted on another day", Spec(language="fr", votes=VOTES, day=date(2024, 7, 11)), ("2024-07-11", "2024-07-10")),
)


@pytest.mark.parametrize(("spec", "words"), [row[1:] for row in DISAGREEING], ids=[row[0] for row in DISAGREEING])
def test_texts_that_do_not_agree(content: Path, spec: Spec, words: tuple[str, ...]) -> None:
    """Texts of one resolution that do not agree are refused, with both files."""
    put(content, Spec(language="en", votes=VOTES))
    put(content, spec)
    with pytest.raises(ContentError) as caught:
        load(content)
    assert caught.value.path.endswith("B.fr.txt")
    assert [word for word in (*words, "B.en.txt") if word not in caught.value.message] == [], caught.value


def test_votes_without_a_text(content: Path) -> None:
    """Voting data beside no text is refused where it does not say itself what was voted on."""
    (content / "resolutions" / "C.votes.csv").write_text(data(), "utf-8")
    with pytest.raises(ContentError, match=r"C\.votes\.csv:2: no text stands beside these votes, and title is empty"):
        load(content)
