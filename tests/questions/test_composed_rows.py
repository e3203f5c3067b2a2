"""The composed questions: how many there are, that their answers are right, and that the scorer tells replies apart."""

from collections import Counter
from collections.abc import Callable

import pytest

from tests.questions.composed import LANGUAGES, PATTERNS, Row, rows, score
from tests.questions.composed.model import REPLIES, Expectation, Kind
from tests.questions.composed.record import CODES, groups, votes

ABSTAINING = {"ARG": "abstain", "CHL": "abstain", "CRI": "abstain", "MAR": "abstain"}  # the foot of the document
OTHER = {"yes": "no", "no": "abstain", "abstain": "yes", "absent": "yes"}


def slots(row: Row) -> dict[str, str]:
    return dict(entry.split("=") for entry in row.expectation.filters)


def test_there_are_enough_of_them() -> None:
    by_language = Counter(row.lang for row in rows())
    assert len(rows()) >= 1500
    assert set(by_language) == set(LANGUAGES)
    assert min(by_language.values()) >= 150
    for lang in LANGUAGES:
        assert {row.pattern for row in rows() if row.lang == lang} == set(PATTERNS)
    assert len(PATTERNS) >= 60


def test_no_row_and_no_conversation_of_a_pattern_comes_twice() -> None:
    assert len({row.id for row in rows()}) == len(rows())
    assert len({(row.lang, row.pattern, row.turns) for row in rows()}) == len(rows())


def test_no_slot_is_left_open() -> None:
    said = [turn for row in rows() for turn in row.turns]
    wanted = [figure for row in rows() for expected in row.accepted for figure in expected.figures]
    assert not [text for text in said + wanted if "{" in text or "}" in text or "  " in text]


def test_the_roll_call_is_the_one_the_document_counts() -> None:
    assert Counter(votes().values()) == {"yes": 29, "no": 14, "abstain": 4}
    assert {code: vote for code, vote in votes().items() if vote == "abstain"} == ABSTAINING
    assert votes().keys() == set(CODES.values())


def test_every_vote_expected_is_in_the_record_or_absent() -> None:
    for row in rows():
        for expected in row.accepted:
            for code, vote in (expected.states or {}).items():
                assert vote == votes().get(code, "absent"), row.id


# Pattern, what fills it (the votes without an order), and the answer, counted by hand in the document.
FACTS = [
    ("who_x", {"x": "abstain"}, ABSTAINING, None, ()),
    ("neither_x_nor_y", {"x": "yes", "y": "no"}, ABSTAINING, None, ()),
    ("broke_ranks", {"g": "asia_pacific_group"}, {"JPN": "no"}, None, ()),
    ("broke_ranks", {"g": "african_union"}, {"MAR": "abstain"}, None, ()),
    ("only_g_x", {"x": "abstain", "g": "g77"}, ABSTAINING, "yes", ()),
    ("count_x", {"x": "no"}, None, None, ("14",)),
    ("count_not_x", {"x": "no"}, None, None, ("33",)),
    ("difference_x_y", {"x": "yes", "y": "no"}, None, None, ("15",)),
    ("share_x", {"x": "yes"}, None, None, ("61.7",)),
]


@pytest.mark.parametrize(("pattern", "filled", "states", "verdict", "figures"), FACTS)
def test_hand_counted_answers(
    pattern: str, filled: dict[str, str], states: dict[str, str] | None, verdict: str | None, figures: tuple[str, ...]
) -> None:
    found = [row.expectation for row in rows() if row.pattern == pattern and slots(row) == filled]
    assert found
    for expected in found:
        assert states is None or expected.states == states
        assert (expected.verdict, expected.figures) == (verdict, figures)


def member(state: str, group: str) -> bool:
    return state in groups()[group]


# For one state at a time, whether it is listed: the same answers by another way than sets.
LISTED: dict[str, Callable[[str, str, dict[str, str]], bool]] = {
    "who_x": lambda s, v, f: v == f["x"],
    "who_x_in_g": lambda s, v, f: v == f["x"] and member(s, f["g"]),
    "who_not_x": lambda s, v, f: v != f["x"],
    "who_not_x_in_g": lambda s, v, f: v != f["x"] and member(s, f["g"]),
    "neither_x_nor_y": lambda s, v, f: v != f["x"] and v != f["y"],
    "neither_for_nor_against": lambda s, v, f: v == "abstain" and member(s, f["g"]),
    "x_or_y": lambda s, v, f: v == f["x"] or v == f["y"],
    "x_outside_g": lambda s, v, f: v == f["x"] and not member(s, f["g"]),
    "x_except_a_b": lambda s, v, f: v == f["x"] and s != f["a"] and s != f["b"],
    "x_except_g_h": lambda s, v, f: v == f["x"] and not member(s, f["g"]) and not member(s, f["h"]),
    "x_except_g_a": lambda s, v, f: v == f["x"] and not member(s, f["g"]) and s != f["a"],
    "x_in_g_and_h": lambda s, v, f: v == f["x"] and member(s, f["g"]) and member(s, f["h"]),
    "x_in_g_or_h": lambda s, v, f: v == f["x"] and (member(s, f["g"]) or member(s, f["h"])),
    "x_in_g_not_h": lambda s, v, f: v == f["x"] and member(s, f["g"]) and not member(s, f["h"]),
    "like_a": lambda s, v, f: v == votes()[f["a"]] and s != f["a"],
    "unlike_a": lambda s, v, f: v != votes()[f["a"]],
    "unlike_a_in_g": lambda s, v, f: v != votes()[f["a"]] and member(s, f["g"]),
    "how_a_b_c": lambda s, v, f: s in f.values(),
    "then_b": lambda s, v, f: s == f["b"],
    "then_without_a": lambda s, v, f: v == f["x"] and s != f["a"],
    "narrowed_twice": lambda s, v, f: v == f["x"] and member(s, f["g"]) and s != f["a"],
}


@pytest.mark.parametrize("pattern", LISTED)
def test_lists_state_by_state(pattern: str) -> None:
    for row in rows():
        if row.pattern == pattern:
            listed = {state: vote for state, vote in votes().items() if LISTED[pattern](state, vote, slots(row))}
            assert row.expectation.states == listed, row.id


# Whether the answer is yes, from the votes of the members in a row.
SAID = {
    "all_g_x": lambda ballots, x: set(ballots) == {x},
    "any_g_x": lambda ballots, x: x in ballots,
    "none_g_x": lambda ballots, x: x not in ballots,
    "majority_x": lambda ballots, x: ballots.count(x) > len(ballots) / 2,
    "united": lambda ballots, x: len(set(ballots)) == 1,
    "split": lambda ballots, x: len(set(ballots)) > 1,
}


@pytest.mark.parametrize("pattern", SAID)
def test_verdicts_vote_by_vote(pattern: str) -> None:
    verdicts = set()
    for row in rows():
        if row.pattern == pattern:
            filled = slots(row)
            ballots = [vote for state, vote in votes().items() if member(state, filled["g"])]
            verdicts.add(row.expectation.verdict)
            assert row.expectation.verdict == ("yes" if SAID[pattern](ballots, filled.get("x")) else "no"), row.id
    assert verdicts == {"yes", "no"}


def reply(expected: Expectation) -> dict[str, object]:
    text = "; ".join(figure.split("|")[0] for figure in expected.figures)
    kind = min(REPLIES[expected.kind])
    return {"kind": kind, "votes": dict(expected.states or {}), "verdict": expected.verdict, "text": text}


def test_a_reply_that_says_what_is_expected_is_right() -> None:
    for row in rows():
        for expected in row.accepted:
            assert score(row, reply(expected)) == (True, False), row.id


def test_votes_turned_round_are_confidently_wrong() -> None:
    for row in rows():
        if row.expectation.states:
            turned = {code: OTHER[vote] for code, vote in row.expectation.states.items()}
            assert score(row, reply(row.expectation) | {"votes": turned}) == (False, True), row.id


def test_a_verdict_turned_round_is_confidently_wrong() -> None:
    for row in rows():
        if row.expectation.verdict:
            turned = OTHER[row.expectation.verdict].replace("abstain", "yes")
            assert score(row, reply(row.expectation) | {"verdict": turned}) == (False, True), row.id


LIST = Row("r", "p", "en", ("?",), Expectation(Kind.ROLL, ABSTAINING))
EMPTY = Row("r", "p", "en", ("?",), Expectation(Kind.ROLL, {}))
VERDICT = Row("r", "p", "en", ("?",), Expectation(Kind.VERDICT, ABSTAINING, "yes"))
SHARE = Row("r", "p", "fr", ("?",), Expectation(Kind.SHARE, ABSTAINING, None, ("92.3", "12")))


@pytest.mark.parametrize(
    ("row", "given", "expected"),
    [
        (LIST, {"kind": "clarify", "votes": {}, "verdict": None, "text": "?"}, (False, False)),
        (LIST, {"kind": "none", "votes": {}, "verdict": None, "text": ""}, (False, False)),
        (LIST, {"kind": "roll", "votes": {}, "verdict": None, "text": ""}, (False, True)),
        (LIST, {"kind": "tally", "votes": {}, "verdict": None, "text": "29, 14, 4"}, (False, False)),
        (LIST, {"kind": "roll", "votes": ABSTAINING | {"FRA": "no"}, "verdict": None, "text": ""}, (False, True)),
        (EMPTY, {"kind": "roll", "votes": {}, "verdict": None, "text": ""}, (True, False)),
        (EMPTY, {"kind": "roll", "votes": ABSTAINING, "verdict": None, "text": ""}, (False, True)),
        (VERDICT, {"kind": "roll", "votes": ABSTAINING, "verdict": None, "text": ""}, (False, False)),
        (VERDICT, {"kind": "roll", "votes": ABSTAINING, "verdict": "no", "text": ""}, (False, True)),
        (SHARE, {"kind": "tally", "votes": ABSTAINING, "verdict": None, "text": "92,3 % (12)"}, (True, False)),
        (SHARE, {"kind": "tally", "votes": ABSTAINING, "verdict": None, "text": "٩٢٫٣ ١٢"}, (True, False)),
        (SHARE, {"kind": "tally", "votes": ABSTAINING, "verdict": None, "text": "192.3 % (12)"}, (False, False)),
        (SHARE, {"kind": "tally", "votes": ABSTAINING, "verdict": None, "text": "92.3 % (120)"}, (False, False)),
    ],
)
def test_the_scorer(row: Row, given: dict[str, object], expected: tuple[bool, bool]) -> None:
    assert score(row, given) == expected
