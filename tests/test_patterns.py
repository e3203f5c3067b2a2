"""No regular expression that a message or a file reaches takes long on a text made against it."""

from __future__ import annotations

import gc
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

from bot.talk import Speaker
from tests.hostile_patterns import BEGINS_WITH, LENGTH, Found, hostile, patterns

QUICK = 0.05
"""Seconds of processor time that any may take on LENGTH characters, however slow the machine."""
SLOW = 0.5
"""Seconds that none may take, and of a part of the text that part of them. Between the two it is how the time grows
that decides: half the text takes half the time where it grows with the length, and a quarter where with its square."""
GROWS = 3.0
"""Between 2 and 4: how many times longer twice the text may take."""
FIRST, *_ = PARTS = (4, 2, 1)
"""A quarter of the text is tried first, then half of it, then all. What takes so little on a part that all of it takes
QUICK at the most, even where time grows with the cube of the length, need not be tried on more."""


class LateError(Exception):
    """It took too long."""


@contextmanager
def alarm(limit: float) -> Iterator[None]:
    """LateError after so many seconds of processor time: the matcher looks for signals every few thousand steps."""

    def late(*_: object) -> None:
        raise LateError

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, limit)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def no_garbage() -> Iterator[None]:
    """Garbage is not collected meanwhile: of all that the tests hold, that takes as long as a slow expression."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def seconds(pattern: re.Pattern[str], way: str, text: str, limit: float) -> float:
    """What one use takes; the limit where it takes longer, tried twice: a machine may have been busy elsewhere once."""
    tried = _tried(pattern, way, text, limit)
    return tried if tried < limit else _tried(pattern, way, text, limit)


def _tried(pattern: re.Pattern[str], way: str, text: str, limit: float) -> float:
    start = time.thread_time()
    try:
        with alarm(limit):
            if way == "all":
                for _ in pattern.finditer(text):
                    pass
            else:
                getattr(pattern, way)(text)
    except LateError:
        return limit
    return time.thread_time() - start


def too_slow(found: Found) -> str:
    """The first hostile text that it takes long on, cut, and how long; empty where there is none."""
    for text in hostile(found):
        quick: set[str] = set()
        for way in sorted(found.ways):
            if way in quick:
                continue
            if took := _too_long(found.pattern, way, text):
                return f"{way} takes {took:.2f} s on {text[:20]!r}…{text[LENGTH // 2 :][:10]!r}…"
            quick |= BEGINS_WITH.get(way, frozenset())
    return ""


def _too_long(pattern: re.Pattern[str], way: str, text: str) -> float:
    """How long it takes on a text, or on that part of it that shows that it takes too long; 0 where it does not."""
    parts = {part: text[: LENGTH // part] + text[-2:] if part > 1 else text for part in PARTS}

    def least(part: int, times: int) -> float:
        return min(seconds(pattern, way, parts[part], SLOW / part) for _ in range(times))

    for part in PARTS:
        took = least(part, 1)
        if took <= QUICK / part**3:
            return 0.0
        if took >= SLOW / part:
            return took
        if part < FIRST and took > QUICK:
            times_longer = GROWS ** (FIRST // part // 2)
            if min(took, least(part, 2)) > max(QUICK, times_longer * least(FIRST, 3)):
                return took
    return 0.0


def test_a_slow_one_is_found() -> None:
    """The test itself: an expression of each kind that takes long."""
    for source in (r"\s+$", r"(?:a|aa)+$", r"(\d+)*x", r"x*y", r".*a.*b.*c"):
        assert too_slow(Found(source, re.compile(source), frozenset({"search"}))), source
    for source in (r"\d{1,9}x", r"(?<!\s)\s+$", r"[ab]+"):
        assert not too_slow(Found(source, re.compile(source), frozenset({"search"}))), source


def test_all_are_quick(speaker: Speaker) -> None:
    found = patterns(speaker, speaker.library)
    assert len(found) > 200
    with no_garbage():
        slow = {each.where: f"{each.pattern.pattern[:60]!r}: {said}" for each in found if (said := too_slow(each))}
    assert not slow, "\n".join(f"{where}: {said}" for where, said in slow.items())
