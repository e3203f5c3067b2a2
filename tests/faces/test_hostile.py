"""Tests of ``serve`` with what people who mean harm may send; tests/bench/hostile.py does the same by the ten
thousand."""

from __future__ import annotations

import pytest

from tests.bench.hostile import Verdict, attack
from tests.bench.hostile_messages import OWED, Kind, collect

ACTS = 120
PEOPLE = 30
STALL = 30.0
"""Seconds without a call after which what is missing counts as unanswered: patient, for it is only waited out where
something is wrong."""


@pytest.fixture(scope="module")
def verdict() -> Verdict:
    """What one bot made of all of it."""
    return attack(collect(ACTS), PEOPLE, stall=STALL)


def test_everything_was_tried(verdict: Verdict) -> None:
    assert verdict.done.total() == ACTS
    assert all(verdict.done[kind] for kind in Kind)


@pytest.mark.parametrize("kind", OWED)
def test_everything_that_needs_an_answer_gets_one(verdict: Verdict, kind: Kind) -> None:
    assert [act for act in verdict.unanswered if act.kind is kind] == []


def test_nothing_is_refused_by_the_server(verdict: Verdict) -> None:
    assert [(refusal.method, refusal.description) for refusal in verdict.refused] == []


def test_nothing_goes_wrong_inside(verdict: Verdict) -> None:
    assert verdict.tracebacks == 0, verdict.log
    assert verdict.status == 0
