"""Whether what was found is what was sought: told apart into found, perhaps, hardly, and not there.

Meaning decides, by how much the best text has of the half of the question that it has least of, how far it stands out
among the others, and how much was asked; where that leaves it open, with a second opinion, which also ranks the best
texts again. Words decide alone where hardly any are missing, and where meaning is not looked at; and where it is
written down what people call the texts (content/subjects/): of 939 questions on what such a document treats they find
all but 6, and meaning alone would answer none of these rightly, and 31 of 259 on what it does not treat. There it only
offers what it is clear about.

The constants were set on 432 questions on what eight documents treat and 295 on what they do not, though it is near to
it, each time without those about the one that was then asked about (`python -m tests.bench.documents --loo` prints
that). Of these, 410 and 281 are read as questions about a subject. What is said of a constant below is the share of the
410 that are answered rightly where 1 in 20 of the 281 is answered as if found, with the others as they are; with all as
they are it is 0.60.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from statistics import fmean

from bot.search.index import Found

_SURE = 0.595
"""The least sureness (see `sureness`) for the best text to count as what was sought: of the 281 near misses 11 reach
it, and of the 410 others 240, 10 of them with another paragraph. With 0.58 14 and 263, with 0.61 9 and 228. Where no
second opinion can be had, 6 near misses and 154 of the others do."""
_NEAR = 0.52
"""The least sureness for it to be asked back whether one of the best texts is meant. Below, it is said that nothing was
found, and what comes nearest. Of what is treated 56 questions stand between NEAR and SURE, and 36 near misses."""
_CLEAR = 0.63
"""From here on no second opinion is asked: 1 near miss and 119 of the others are there, 115 of these rightly; with it
114 would be."""
_OPEN = 0.42
"""Nor is it below here, where 96 near misses and 31 of the others are, none of which it would make sure. It is asked of
442 of the 691."""
LEAST_NEAR = 0.3
"""The least meaning of the best text for that to be named at all: letters without sense are at 0.2 to 0.4, and 1 of the
410 questions and 9 near misses below it."""
ASKED = 0.15
"""What the length of a question counts. With 0, 0.05, 0.10 and 0.20 0.51, 0.55, 0.58 and 0.56."""
_LONGEST = 20
"""The length up to which it counts."""
AGAINST = 0.65
"""What counts against a text, see `Found.against`. With 0, 0.3, 0.5, 0.8 and 1 0.51, 0.56, 0.58, 0.60 and 0.59."""
AHEAD = 5.0
"""What it counts by how much nearer a second opinion finds the best text than the others; how near it finds it counts
1. With 0, 2.5, 4, 6 and 7.5 0.50, 0.56, 0.58, 0.60 and 0.59; without the nearness 0.57, with twice that 0.55."""
_USUAL = 0.9
"""What both are at as a rule, so that it adds as often as it takes: near misses are at 0.87, what is treated at 0.97,
each the median."""
JOINED = 1.05
"""What the nearness by a second opinion counts beside the score when the best are ranked again: the right one is then
first for 0.81 of the 410 and among the first three for 0.92, without it for 0.77 and 0.90. With half of it first for
0.79, with 1.5 times and twice as much for 0.80."""
SECOND_ASKED = 6
"""Of how many texts, the best, a second opinion is asked: each takes some 100 ms once. With 4 0.55, with 8 or 12
0.59."""

LEAST_FOUND = 0.40
"""The least words of a text for a short question to be decided by its words. On the questions about one document and on
86 subjects that it does not treat: 核武器 is at 0.397 (of 武器), 网络安全 at 0.31, and all but two of the short
subjects that are treated are above 0.44. Of the 295 near misses to eight documents none is above 0.27."""
LONG = 1.8
"""For longer ones, the words times length to the power LONGER have to reach this. A person who rambles says many words
that stand in no document, so the share that is found falls with the length, for subjects that are treated (0.2 at 6
characters, 0.1 at 12, 0.04 at 20) and, further below, for those that are not."""
LONGER = 1.3
EXPECTED = 0.6
"""The share of all that which will do where the question says that there is such a text (哪段, which paragraph)."""

PARAGRAPHS_OFFERED = 3
"""How many texts are offered."""


class Certainty(StrEnum):
    """Whether what was sought is there."""

    BY_WORDS = "by words"
    BY_MEANING = "by meaning"
    PERHAPS = "perhaps"
    HARDLY = "hardly"
    """Not there, as far as can be told; something comes near."""
    NOT_THERE = "not there"


def doubtful(found: Sequence[Found], length: int, *, expected: bool = False, told: bool = False) -> bool:
    """Whether a second opinion is worth its time; it is to be of the first SECOND_ASKED. The rest as for `verdict`."""
    if told or len(found) < 2 or (_said(found, length, expected) and _alone(found, told)):
        return False
    return sureness(found, length) >= _OPEN and not clear(found, length)


def clear(found: Sequence[Found], length: int) -> bool:
    """Whether the best text is what was sought without a second opinion."""
    return bool(found) and sureness(found, length) >= _CLEAR


def seconded(found: Sequence[Found], second: Sequence[float]) -> list[Found]:
    """The texts found, best first, by what was known of them and by a second opinion on the first few.

    second: how near the second encoder finds the question to each of these; nothing where it was not asked.
    """
    heard = [replace(each, second=near) for each, near in zip(found, second, strict=False)]
    return sorted(heard, key=lambda f: -f.score - JOINED * f.second) + list(found[len(heard) :])


def verdict(found: Sequence[Found], length: int, *, expected: bool = False, told: bool = False) -> Certainty:
    """What to make of the texts found, best first.

    length: of the question; a Chinese character counts one, another word two. expected: whether the question says that
    there is such a text. told: whether the texts are found by what people call them as well as by what stands in them.
    """
    if not found:
        return Certainty.NOT_THERE
    sure = sureness(found, length)
    if _said(found, length, expected) and _alone(found, told):
        return Certainty.BY_WORDS
    if sure >= _SURE and not told:
        return Certainty.BY_MEANING
    if found[0].meaning < LEAST_NEAR:
        return Certainty.NOT_THERE
    return Certainty.PERHAPS if sure >= (_CLEAR if told else _NEAR) else Certainty.HARDLY


def _said(found: Sequence[Found], length: int, expected: bool) -> bool:
    """Whether a text has enough of the words."""
    return max(f.words for f in found) >= least(length) * (EXPECTED if expected else 1)


def _alone(found: Sequence[Found], told: bool) -> bool:
    """Whether the words decide alone, where there are enough."""
    return told or max(f.words for f in found) >= LEAST_FOUND or not any(f.meaning for f in found)


def least(length: int) -> float:
    """The words that a text has to have for them to decide."""
    return min(LEAST_FOUND, LONG * math.pow(max(1, length), -LONGER))


def sureness(found: Sequence[Found], length: int) -> float:
    """How surely the best text is what was sought, by its meaning; 0 where meaning was not looked at."""
    best = found[0]
    if not best.meaning:
        return 0.0
    first = best.least - AGAINST * best.against + ASKED * math.log(min(_LONGEST, max(1, length)))
    return first + _agreement(found)


def _agreement(found: Sequence[Found]) -> float:
    """What a second opinion adds to sureness, or takes from it: by how near it finds the best text, and by how far that
    is ahead of the others; 0 where it was not asked, or of the best alone."""
    best, *others = [each.second for each in found if each.second] or [0.0]
    return best + AHEAD * (best - fmean(others)) - _USUAL if others else 0.0


def offers(found: Sequence[Found]) -> tuple[Found, ...]:
    """The texts to offer, best first: the best, the best by the meaning and by the words, as far as there is room for
    both, and the next best."""
    by_words = [f for f in sorted(found, key=lambda f: -f.words) if f.words]
    by_meaning = [f for f in sorted(found, key=lambda f: -f.meaning) if f.meaning]
    chosen = dict.fromkeys((*found[:1], *by_meaning[:1], *by_words[:1], *found))
    return tuple(sorted(tuple(chosen)[:PARAGRAPHS_OFFERED], key=found.index))
