"""Tests of reading voting data as the libraries publish it, on invented votes."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.library import Library
from bot.doubts import DoubtKind
from bot.errors import ContentError
from bot.importing.ballots import VOTE_LETTERS, Ballot, VotingRecord
from bot.importing.voting import checked, is_voting_data, records

HEADER = (
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,meeting,title,agenda_title,subjects,vote_note,"
    "total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link"
)
TITLE = "Lanterns : resolution / adopted by the General Assembly"


def bulk(*rows: tuple[str, str, str, str, str], totals: str = "2.0,1.0,0.0,1.0,4.0") -> bytes:
    """A bulk file: (undl_id, code, name, vote, symbol) a row."""
    lines = [(
        f"{i},{code},{name},{vote},2035-12-18,90,{symbol},A/90/L.7,A/90/PV.55,{TITLE},Item 7,LIGHT,RECORDED,{totals},"
        f"https://x/{i}"
    )
             for i, code, name, vote, symbol in rows]  # fmt: skip
    return "\n".join((HEADER, *lines, "")).encode()


FOUR = (
    ("7", "AFG", "AFGHANISTAN", "Y", "A/RES/90/12"), ("7", "BEN", "BENIN", "N", "A/RES/90/12"),
    ("7", "CHL", "CHILE", "X", "A/RES/90/12"), ("7", "TUR", "TÜRKİYE", "Y", "A/RES/90/12"),
)  # fmt: skip


def marc(
    symbol: str = "A/HRC/RES/60/9",
    votes: str = "YNA-",
    totals: tuple[int, int, int] = (1, 1, 1),
    date: str = "20351218",
) -> bytes:
    """One record in MARCXML, of as many of four states as there are letters."""
    states = (("AFG", "AFGHANISTAN"), ("BEN", "BENIN"), ("CHL", "CHILE"), ("TUR", "TÜRKİYE"))
    fields = "".join(
        f'<datafield tag="967"><subfield code="a">{i}</subfield><subfield code="{"bc"[i % 2]}">{code}</subfield>'
        + (f'<subfield code="d">{vote}</subfield>' if vote != "-" else "")
        + f'<subfield code="e">{name}</subfield></datafield>'
        for i, (vote, (code, name)) in enumerate(zip(votes, states, strict=False))
    )
    yes, no, abstaining = totals
    return (
        '<?xml version="1.0"?><collection xmlns="http://www.loc.gov/MARC21/slim"><record><controlfield '
        'tag="001">9</controlfield>'
        '<datafield tag="245"><subfield code="a">Lanterns  :</subfield><subfield code="b">resolution '
        "/</subfield></datafield>"
        f'<datafield tag="269"><subfield code="a">{date}</subfield></datafield>'
        '<datafield tag="591"><subfield code="a">RECORDED</subfield></datafield>'
        f'<datafield tag="791"><subfield code="a">{symbol}</subfield></datafield>{fields}'
        '<datafield tag="991"><subfield code="c">Item 7</subfield><subfield code="d">LIGHT</subfield></datafield>'
        f'<datafield tag="996"><subfield code="b">{yes}</subfield><subfield code="c">{no}</subfield><subfield '
        f'code="d">{abstaining}</subfield></datafield>'
        "</record></collection>"
    ).encode()


def read(data: bytes) -> list[VotingRecord | ContentError]:
    return list(records("x", io.BytesIO(data)))


def only(data: bytes) -> VotingRecord:
    (record,) = read(data)
    assert isinstance(record, VotingRecord)
    return record


def test_a_bulk_file_has_many_resolutions_each_with_its_votes() -> None:
    other = (("8", "BEN", "BENIN", "A", "A/RES/90/13"),)
    first, second = read(bulk(*FOUR) + bulk(*other, totals="0.0,0.0,1.0,0.0,1.0").partition(b"\n")[2])
    assert isinstance(first, VotingRecord)
    assert isinstance(second, VotingRecord)
    assert (first.symbol, first.date, first.session, first.draft, first.meeting) == (
        "A/RES/90/12",
        "2035-12-18",
        "90",
        "A/90/L.7",
        "A/90/PV.55",
    )
    assert first.title == "Lanterns"
    assert [(b.code, b.letter) for b in first.ballots] == [("AFG", "Y"), ("BEN", "N"), ("CHL", "X"), ("TUR", "Y")]
    assert dict(first.totals) == {"Y": 2, "N": 1, "A": 0, "X": 1}
    assert (second.symbol, second.ballots) == ("A/RES/90/13", (Ballot("BEN", "BENIN", "A"),))


def test_a_record_in_marcxml() -> None:
    record = only(marc())
    assert (record.symbol, record.date, record.title) == ("A/HRC/RES/60/9", "2035-12-18", "Lanterns")
    assert (record.agenda_title, record.subjects, record.vote_note) == ("Item 7", "LIGHT", "RECORDED")
    assert [(b.code, b.letter) for b in record.ballots] == [("AFG", "Y"), ("BEN", "N"), ("CHL", "A"), ("TUR", "X")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"ms_code,ms_name,ms_vote\nAFG,AFGHANISTAN,Y\n", "the column resolution is missing"),
        (bulk(("7", "AFG", "AFGHANISTAN", "J", "A/RES/90/12")), "ms_vote is “J”; expected one of Y, N, A, X"),
        (bulk(FOUR[0], totals="2.5,0,0,0,1"), "total_yes is “2.5”; expected a whole number"),
        (HEADER.encode() + b"\n7,AFG,AFGHANISTAN\n", "more or fewer fields"),
        (bulk(*FOUR) + b"7,CUB,CUBA,Y\n", "x:6: the row has more or fewer fields"),
        (HEADER.encode(), "no votes here; expected a row or a field for each member"),
        (HEADER.replace("session", "ms_vote").encode(), "the column ms_vote stands here twice"),
        (bulk(*FOUR).replace("Ü".encode(), b"\xdc"), "x:5: not UTF-8; expected text in UTF-8"),
        # rows that are not of one vote, or not together
        (
            bulk(*FOUR).replace(b"2.0,1.0", b"3.0,1.0", 1),
            "x:3: total_yes is “2.0” here and “3.0” in line 2; expected the same in every row of one vote",
        ),
        (
            bulk(FOUR[0], ("8", "BEN", "BENIN", "A", "A/RES/90/13"), *FOUR[1:], totals=",,,,"),
            "x:4: the rows of A/RES/90/12 stand apart, from line 2 and from line 4; expected all rows of one vote",
        ),
        (marc(votes="Q"), "has the vote “Q” of “AFGHANISTAN”"),
        (marc(symbol=""), "has no symbol"),
        (marc(date="18.12.2035"), "has the date “18.12.2035”"),
        (marc()[:300], "the XML breaks off"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]>' + marc()[21:].replace(b"LIGHT", b"&a;"), "A/HRC/RES/60/9"),
    ],
)
def test_what_can_not_be_read_is_one_sentence(data: bytes, said: str) -> None:
    try:
        found = "; ".join(str(each) for each in read(data))
    except ContentError as error:
        found = str(error)
    assert said in found


def test_an_entity_is_not_unpacked() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "laughter">]>' + marc()[21:].replace(b"LIGHT", b"&a;")
    assert only(bomb).subjects == ""


# --- doubts -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "doubts"),
    [
        (bulk(*FOUR), []),
        (marc(), []),
        # those not voting are not always counted
        (marc(votes="YNA"), []),
        (
            bulk(*FOUR, totals="3.0,1.0,0.0,0.0,4.0"),
            ["the totals (total_yes 3, total_no 1, total_abstentions 0, total_non_voting 0)"],
        ),
        (
            marc(totals=(2, 1, 1)),
            [
                (
                    "the totals (total_yes 2, total_no 1, total_abstentions 1) are not those of the votes listed (1 "
                    "Y, 1 N, 1 A)"
                )
            ],
        ),
        # fewer members are listed than there were; those not voting may not be listed at all
        (bulk(*FOUR, totals="2.0,1.0,0.0,1.0,193"), ["total_ms 193) are not those of the votes listed (2 Y, "]),
        (bulk(*FOUR, totals=",,,,193"), ["totals (total_ms 193) are not those of the votes listed (4 in all)"]),
        (bulk(*FOUR[:2], totals="1.0,1.0,0.0,5.0,7.0"), []),
        (bulk(*FOUR[:2], totals="1.0,1.0,0.0,5.0,2.0"), []),
        # a vote without a code is that of its name; one without either is nobody's
        (bulk(("7", "", "BENIN", "N", "A/RES/90/12"), totals="0,1,0,0,1"), []),
        (bulk(FOUR[0], ("7", "", "TOTAL", "", "A/RES/90/12"), totals="1,0,0,1,2"), ["the code “” (TOTAL) is not in"]),
        (bulk(*FOUR).replace(b",RECORDED,", b",ADOPTED WITHOUT VOTE,"), ["the kind of vote is “ADOPTED WITHOUT VOTE”"]),
        (bulk(*FOUR).replace(b"LIGHT", "LumiÃ¨re".encode()), ["“LumiÃ¨re” is text that was read in a wrong encoding"]),
        (bulk(*FOUR).replace(b"Lanterns", b"Oil &amp; lanterns"), ["“&amp;” is markup, and no text"]),
        (bulk(*FOUR).replace(b"ms_code,ms_name", b" ms_code , ms_name "), []),
        (bulk(*FOUR) + b"," * 18, []),
        (bulk(FOUR[0], FOUR[0], totals="2.0,0.0,0.0,0.0,2.0"), ["AFG has 2 votes"]),
        (
            bulk(("7", "ZZZ", "ATLANTIS", "Y", "A/RES/90/12"), totals="1.0,0.0,0.0,0.0,1.0"),
            ["the code ZZZ (ATLANTIS) is not in content/names"],
        ),
        (
            bulk(("7", "BEN", "CHILE", "Y", "A/RES/90/12"), totals="1.0,0.0,0.0,0.0,1.0"),
            ["“CHILE” is CHL, but the code is BEN"],
        ),
        (marc(votes=""), ["no votes are listed (kind of vote: “RECORDED”)"]),
        (marc(votes="").replace(b">RECORDED<", b">ADOPTED WITHOUT VOTE<"), []),
        # codes of states under names of then, and one that is not known beside a name that is
        (bulk(("7", "SUN", "USSR", "Y", "A/RES/9/12"), totals="1.0,0.0,0.0,0.0,1.0"), []),
        (bulk(("7", "QQQ", "UPPER VOLTA", "Y", "A/RES/9/12"), totals="1.0,0.0,0.0,0.0,1.0"), []),
        # without what it can be asked about by
        (bulk(*((*row[:4], "TD/RES/2035/3") for row in FOUR)), ["“TD/RES/2035/3” is of no body whose votes are read"]),
        (bulk(*FOUR).replace(b"2035-12-18", b"2035"), ["the date is “2035”"]),
        (bulk(*FOUR).replace(TITLE.encode(), b""), ["it has no title"]),
    ],
)
def test_what_does_not_add_up_is_a_doubt(data: bytes, doubts: list[str], library: Library) -> None:
    found = checked(only(data), library.names).doubts
    assert len(found) == len(doubts)
    assert all(doubt.kind is DoubtKind.VOTE and said in doubt.found for doubt, said in zip(found, doubts, strict=True))


@pytest.mark.parametrize(
    ("code", "name", "today"),
    [
        ("SUN", "USSR", "RUS"),
        ("ZAR", "ZAIRE", "COD"),
        ("HVO", "UPPER VOLTA", "BFA"),
        ("QQQ", "BURMA", "MMR"),
        ("CSK", "CZECHOSLOVAKIA", "CSK"),
        ("EGY", "UNITED ARAB REPUBLIC", "EGY"),
    ],
)
def test_states_of_then_stand_under_todays_codes(code: str, name: str, today: str, library: Library) -> None:
    record = checked(only(bulk(("7", code, name, "Y", "A/RES/9/12"), totals="1.0,0.0,0.0,0.0,1.0")), library.names)
    assert [(ballot.code, ballot.name) for ballot in record.ballots] == [(today, name)]


def test_a_draft_that_became_no_resolution_stands_under_its_own_symbol() -> None:
    rows = ((*row[:4], "") for row in FOUR)
    assert only(bulk(*rows)).symbol == "A/90/L.7"


# --- what is written ------------------------------------------------------------------------------------

LETTERS = st.sampled_from("YNAX")
BALLOTS = st.lists(
    st.builds(Ballot, st.sampled_from(["AFG", "BEN", "CHL", "TUR"]), st.text("ABC ,\"'\n", max_size=8), LETTERS),
    min_size=1,
    max_size=4,
)


@given(BALLOTS, st.text(max_size=20))
def test_what_is_written_reads_back_the_same(ballots: list[Ballot], title: str) -> None:
    record = VotingRecord("line 2", "A/RES/90/12", "2035-12-18", " ".join(title.split()), tuple(ballots), ())
    rows = list(csv.DictReader(io.StringIO(record.csv(), newline="")))
    assert [(row["ms_code"], row["ms_name"], row["ms_vote"]) for row in rows] == [
        (b.code, b.name, b.letter) for b in ballots
    ]
    counted = Counter(b.letter for b in ballots)
    assert {row["total_yes"] for row in rows} == {str(counted["Y"])}
    assert record.csv() == record.csv()


def test_what_voting_data_looks_like() -> None:
    assert is_voting_data(bulk(*FOUR))
    assert is_voting_data(b"\xef\xbb\xbf" + bulk(*FOUR))
    assert is_voting_data(marc())
    for other in (b"", b"%PDF-1.7", "人权理事会".encode(), b"<html>ms_code ms_vote</html>", b"PK\x03\x04"):
        assert not is_voting_data(other)


def test_every_letter_of_both_forms_is_one_of_four() -> None:
    assert set(VOTE_LETTERS.values()) == set("YNAX")


def test_records_come_one_at_a_time_from_a_file_of_any_length(tmp_path: Path) -> None:
    path = tmp_path / "bulk.csv"
    path.write_bytes(
        bulk(*((str(i), "BEN", "BENIN", "Y", f"A/RES/90/{i}") for i in range(500)), totals="1.0,0.0,0.0,0.0,1.0")
    )
    with path.open("rb") as stream:
        found = records(str(path), stream)
        assert isinstance(first := next(found), VotingRecord)
        assert first.symbol == "A/RES/90/0"
        assert sum(1 for _ in found) == 499
