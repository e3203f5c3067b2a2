"""Whether what was found is what was sought: told apart into found, perhaps, hardly, and not there.

Meaning decides, by how near the best text comes and how much of the question it covers, and how much was asked: a
question
of many words comes less near to anything than a short one does. Words decide alone where hardly any are missing, where
it
is written down what people call the texts (content/subjects/), and where meaning is not looked at.
The constants were set on 432 questions on what eight documents treat and 295 on what they do not, though it is near to
it,
each time without those about the one that was then asked about (`python -m tests.bench.documents --loo` prints that).
Of
these, 418 and 282 are read as questions about a subject.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum

from bot.search.index import Found

_SURE = 0.69
"""The least sureness (see `sureness`) for the best text to count as what was sought: of the 282 near misses 11 reach
it, and of
the 418 others 173, 5 of them with another paragraph. With 0.68, at which near misses alone would set it, 15 and 183."""
_NEAR = 0.64
"""The least sureness for it to be asked back whether one of the best texts is meant. Below, it is said that nothing was
found, and
what comes nearest. Of what is treated 68 questions stand between NEAR and SURE, and 32 near misses; below, 177 and
239."""
LEAST_NEAR = 0.3
"""The least meaning of the best text for that to be named at all: letters without sense are at 0.2 to 0.4, and 1 of the
418
questions and 9 near misses below it."""
ASKED = 0.08
"""What the length of a question counts beside meaning. With 0, 0.05, 0.08, 0.10 and 0.13 0.34, 0.38, 0.41, 0.41 and
0.39 of
the questions are answered rightly where 1 in 20 near misses is answered as if found."""
_LONGEST = 20
"""The length up to which it counts."""

LEAST_FOUND = 0.40
"""The least words of a text for a short question to be decided by its words. On the questions about one
document and on 86 subjects that it does not treat: 核武器 is at 0.397 (of 武器), 网络安全 at 0.31, and all but two of
the
short subjects that are treated are above 0.44. Of the 295 near misses to eight documents none is above 0.27."""
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


def verdict(found: Sequence[Found], length: int, *, expected: bool = False, told: bool = False) -> Certainty:
    """What to make of the texts found, best first.

    length: of the question; a Chinese character counts one, another word two. expected: whether the question says that
    there is such a text. told: whether the texts are found by what people call them as well as by what stands in them.
    """
    if not found:
        return Certainty.NOT_THERE
    words = max(f.words for f in found)
    said = words >= least(length) * (EXPECTED if expected else 1)
    sure = sureness(found[0], length)
    by_words_alone = told or words >= LEAST_FOUND or not any(f.meaning for f in found)
    if said and (by_words_alone or sure >= _SURE):
        return Certainty.BY_WORDS
    if sure >= _SURE:
        return Certainty.BY_MEANING
    if found[0].meaning < LEAST_NEAR:
        return Certainty.NOT_THERE
    return Certainty.PERHAPS if sure >= _NEAR else Certainty.HARDLY


def least(length: int) -> float:
    """The words that a text has to have for them to decide."""
    return min(LEAST_FOUND, LONG * math.pow(max(1, length), -LONGER))


def sureness(best: Found, length: int) -> float:
    """How surely the best text is what was sought, by its meaning; 0 where meaning was not looked at."""
    return best.meaning + ASKED * math.log(min(_LONGEST, max(1, length))) if best.meaning else 0.0


def offers(found: Sequence[Found]) -> tuple[Found, ...]:
    """The texts to offer, best first: the best, at least one by the words and one by the meaning, and the next best."""
    by_words = [f for f in sorted(found, key=lambda f: -f.words) if f.words]
    by_meaning = [f for f in sorted(found, key=lambda f: -f.meaning) if f.meaning]
    chosen = dict.fromkeys((*found[:1], *by_meaning[:1], *by_words[:1], *found))
    return tuple(sorted(tuple(chosen)[:PARAGRAPHS_OFFERED], key=found.index))
