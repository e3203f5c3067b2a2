"""A composed question, what a right reply to it holds, and the scorer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

ALL_REPLIES = frozenset({"vote", "roll", "tally"})


class Kind(StrEnum):
    """What is asked for."""

    VOTE = "vote"  # how named states voted
    ROLL = "roll"  # which states
    TALLY = "tally"  # how the votes fall
    COUNT = "count"  # how many
    SHARE = "share"  # which part, per cent
    COMPARE = "compare"  # two groups side by side
    VERDICT = "verdict"  # yes or no about votes
    FACT = "fact"  # about a state or a group, whatever it voted


# The kinds of reply that can answer what is asked.
REPLIES = {
    Kind.VOTE: frozenset({"vote", "roll"}),
    Kind.ROLL: frozenset({"vote", "roll"}),
    Kind.TALLY: ALL_REPLIES,
    Kind.COUNT: frozenset({"roll", "tally"}),
    Kind.SHARE: frozenset({"roll", "tally"}),
    Kind.COMPARE: frozenset({"roll", "tally"}),
    Kind.VERDICT: ALL_REPLIES,
    Kind.FACT: ALL_REPLIES | {"fact"},
}


@dataclass(frozen=True)
class Expectation:
    """What one accepted reply holds.

    states: alpha-3 code and vote of each state the reply lists, no more and no fewer; None where it is not judged.
    verdict: "yes" or "no"; None where the question is not of that sort, or where an answer without one is accepted.
    figures: what the text must contain, each a number or name; alternatives are separated by "|".
    filters: the sets the answer was computed from, for a reader of the row; not judged.
    """

    kind: Kind
    states: Mapping[str, str] | None = None
    verdict: str | None = None
    figures: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """A conversation whose last message is scored; `also` holds further accepted readings."""

    id: str
    pattern: str
    lang: str
    turns: tuple[str, ...]
    expectation: Expectation
    also: tuple[Expectation, ...] = ()

    @property
    def accepted(self) -> tuple[Expectation, ...]:
        """Every reading a reply may take."""
        return (self.expectation, *self.also)


_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789.")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")


def _contains(text: str, figure: str) -> bool:
    """Whether the text has one of the alternatives; a number only as a whole, in Western or Arabic digits."""
    plain = _DECIMAL_COMMA.sub(".", text.translate(_DIGITS)).casefold()
    for one in figure.casefold().split("|"):
        is_number = one.replace(".", "", 1).isdigit()
        pattern = rf"(?<![\d.]){re.escape(one)}(?!\.?\d)" if is_number else re.escape(one)
        if re.search(pattern, plain):
            return True
    return False


def _other_verdict(expected: Expectation, reply: Mapping[str, Any]) -> bool:
    """Whether the reply says yes or no against the expectation, or where named states' votes are all that is stated."""
    given = reply.get("verdict")
    judges_it = expected.verdict is not None or expected.kind is Kind.VOTE
    return judges_it and given is not None and given != expected.verdict


def _matches(expected: Expectation, reply: Mapping[str, Any]) -> bool:
    if reply.get("kind") not in REPLIES[expected.kind]:
        return False
    if _other_verdict(expected, reply) or (expected.verdict and reply.get("verdict") is None):
        return False
    if expected.states is not None and dict(reply.get("votes") or {}) != dict(expected.states):
        return False
    return all(_contains(str(reply.get("text") or ""), figure) for figure in expected.figures)


def _contradicts(expected: Expectation, reply: Mapping[str, Any]) -> bool:
    """Whether the reply states another verdict, or another list; a tally or verdict without a list states none."""
    if _other_verdict(expected, reply):
        return True
    listed = dict(reply.get("votes") or {})
    states_none = not listed and (reply.get("kind") == "tally" or reply.get("verdict") is not None)
    return expected.states is not None and not states_none and listed != dict(expected.states)


def score(row: Row, reply: Mapping[str, Any]) -> tuple[bool, bool]:
    """(right, confident_wrong) for a reply in JSON: kind, votes, verdict, text.

    Right: one accepted reading is met in full. Confident wrong: a reply about votes, or with a fact where one is asked
    for, which contradicts every accepted reading by its list or its verdict. Asking back, or saying nothing, is
    neither.
    """
    if any(_matches(expected, reply) for expected in row.accepted):
        return True, False
    states_something = reply.get("kind") in ALL_REPLIES | REPLIES[row.expectation.kind]
    return False, states_something and all(_contradicts(expected, reply) for expected in row.accepted)
