"""Whether what was found is what was sought: told apart into found, perhaps, hardly, and not there.

Meaning decides, by how near the best text comes, how much of the question it covers, how far it stands out among the
others, and how much was asked; where that leaves it open, with a second opinion. Words decide alone where hardly any
are missing, where it is written down what people call the texts (content/subjects/), and where meaning is not looked
at.

The constants were set on 432 questions on what eight documents treat and 295 on what they do not, though it is near to
it, each time without those about the one that was then asked about (`python -m tests.bench.documents --loo` prints
that). Of these, 418 and 282 are read as questions about a subject. What is said of a constant below is the share of the
418 that are answered rightly where 1 in 20 of the 282 is answered as if found, with the others as they are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum
from statistics import fmean

from bot.search.index import Found

_SURE = 0.626
"""The least sureness (see `sureness`, with what a second opinion adds) for the best text to count as what was sought:
of the 282 near misses 10 reach it, and of the 418 others 227, 7 of them with another paragraph. With 0.60 19 and 247,
with 0.64 9 and 211. Where no second opinion can be had, 11 near misses and 169 of the others do."""
_NEAR = 0.54
"""The least sureness for it to be asked back whether one of the best texts is meant. Below, it is said that nothing was
found, and what comes nearest. Of what is treated 52 questions stand between NEAR and SURE, and 35 near misses; below,
139 and 237."""
_CLEAR = 0.68
"""From NEAR up to here a second opinion is asked, which is for 262 of the 700 questions: 2 near misses and 101 of the
others are above. Asked always, it brings 0.01 less."""
LEAST_NEAR = 0.3
"""The least meaning of the best text for that to be named at all: letters without sense are at 0.2 to 0.4, and 1 of the
418 questions and 9 near misses below it."""
ASKED = 0.10
"""What the length of a question counts beside meaning. With 0, 0.05, 0.10 and 0.15 0.47, 0.52, 0.55 and 0.53."""
_LONGEST = 20
"""The length up to which it counts."""
AGAINST = 0.3
"""What counts against a text beside its meaning, see `Found.against`. With 0, 0.15, 0.3 and 0.5 0.49, 0.54, 0.55 and
0.54."""
SECOND = 4.0
"""What a second opinion counts beside meaning, by how much nearer it finds the best text than the others. With 0, 2, 4
and 6 0.42, 0.52, 0.55 and 0.56; the logistic fit to all has 4.3."""
_USUAL = 0.013
"""By how much nearer it finds the best text as a rule, so that it adds as often as it takes: near misses are at 0.006,
what is treated at 0.031, each the median."""
SECOND_ASKED = 6
"""Of how many texts, the best, a second opinion is asked: each takes some 50 ms once. With 4 0.02 less are answered
rightly, with 8 or 10 no more."""

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
    if len(found) < 2 or (_said(found, length, expected) and _alone(found, told)):
        return False
    return sureness(found[0], length) >= _NEAR and not clear(found, length)


def clear(found: Sequence[Found], length: int) -> bool:
    """Whether the best text is what was sought without a second opinion."""
    return bool(found) and sureness(found[0], length) >= _CLEAR


def verdict(
    found: Sequence[Found], length: int, *, expected: bool = False, told: bool = False, second: Sequence[float] = ()
) -> Certainty:
    """What to make of the texts found, best first.

    length: of the question; a Chinese character counts one, another word two. expected: whether the question says that
    there is such a text. told: whether the texts are found by what people call them as well as by what stands in them.
    second: how near the second encoder finds the question to each of the first few; nothing where it was not asked.
    """
    if not found:
        return Certainty.NOT_THERE
    sure = sureness(found[0], length) + agreement(second)
    if _said(found, length, expected) and (_alone(found, told) or sure >= _SURE):
        return Certainty.BY_WORDS
    if sure >= _SURE:
        return Certainty.BY_MEANING
    if found[0].meaning < LEAST_NEAR:
        return Certainty.NOT_THERE
    return Certainty.PERHAPS if sure >= _NEAR else Certainty.HARDLY


def _said(found: Sequence[Found], length: int, expected: bool) -> bool:
    """Whether a text has enough of the words."""
    return max(f.words for f in found) >= least(length) * (EXPECTED if expected else 1)


def _alone(found: Sequence[Found], told: bool) -> bool:
    """Whether the words decide alone, where there are enough."""
    return told or max(f.words for f in found) >= LEAST_FOUND or not any(f.meaning for f in found)


def least(length: int) -> float:
    """The words that a text has to have for them to decide."""
    return min(LEAST_FOUND, LONG * math.pow(max(1, length), -LONGER))


def sureness(best: Found, length: int) -> float:
    """How surely the best text is what was sought, by its meaning; 0 where meaning was not looked at."""
    if not best.meaning:
        return 0.0
    return best.meaning - AGAINST * best.against + ASKED * math.log(min(_LONGEST, max(1, length)))


def agreement(second: Sequence[float]) -> float:
    """What a second opinion adds to sureness, or takes from it: by how far the best text is ahead of the others."""
    return SECOND * (second[0] - fmean(second[1:]) - _USUAL) if len(second) > 1 else 0.0


def offers(found: Sequence[Found], second: Sequence[float] = ()) -> tuple[Found, ...]:
    """The texts to offer, best first: the best, the best by the meaning, by the words and by the second opinion, as far
    as there is room for all, and the next best."""
    by_words = [f for f in sorted(found, key=lambda f: -f.words) if f.words]
    by_meaning = [f for f in sorted(found, key=lambda f: -f.meaning) if f.meaning]
    by_second = [found[second.index(max(second))]] if second else []
    chosen = dict.fromkeys((*found[:1], *by_meaning[:1], *by_words[:1], *by_second, *found))
    return tuple(sorted(tuple(chosen)[:PARAGRAPHS_OFFERED], key=found.index))
