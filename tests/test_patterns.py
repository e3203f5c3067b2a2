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
"""Seconds that none may take. Between the two it is how the time grows that decides: a quarter of the text
takes a quarter of the time where it grows with the length, and a sixteenth where it grows with its square."""
GROWS = 9.0
"""Between 4 and 16: how many times longer four times the text may take."""
AT_ONCE = QUICK / 4**3
"""Seconds for a quarter of the text from which the whole one takes QUICK at the most, even where time grows with the
cube of the length: what takes no longer need not be tried on all of it."""


class LateError(Exception):
    """It took longer than SLOW."""


@contextmanager
def alarm() -> Iterator[None]:
    """LateError after SLOW seconds of processor time: the matcher looks for signals every few thousand steps."""

    def late(*_: object) -> None:
        raise LateError

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, SLOW)
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


def seconds(pattern: re.Pattern[str], way: str, text: str) -> float:
    """What one use takes; SLOW where it does not end, tried twice: a machine may have been busy elsewhere once."""
    tried = _tried(pattern, way, text)
    return tried if tried < SLOW else _tried(pattern, way, text)


def _tried(pattern: re.Pattern[str], way: str, text: str) -> float:
    start = time.thread_time()
    try:
        with alarm():
            if way == "all":
                for _ in pattern.finditer(text):
                    pass
            else:
                getattr(pattern, way)(text)
    except LateError:
        return SLOW
    return time.thread_time() - start


def too_slow(found: Found) -> str:
    """The first hostile text that it takes long on, cut, and how long; empty where there is none."""
    for text in hostile(found):
        short = text[: LENGTH // 4] + text[-2:]
        quick: set[str] = set()
        for way in sorted(found.ways):
            if way in quick:
                continue
            if (at_first := seconds(found.pattern, way, short)) <= AT_ONCE:
                quick |= BEGINS_WITH.get(way, frozenset())
                continue
            took = seconds(found.pattern, way, text) if at_first < SLOW else SLOW
            if QUICK < took < SLOW:
                took = min(took, *(seconds(found.pattern, way, text) for _ in range(2)))
            if took > QUICK:
                quarter = min(seconds(found.pattern, way, short) for _ in range(3)) if took < SLOW else 0.0
                if took >= SLOW or (took > QUICK and took > GROWS * quarter):
                    return f"{way} takes {took:.2f} s on {text[:20]!r}…{text[LENGTH // 2 :][:10]!r}…"
    return ""


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
