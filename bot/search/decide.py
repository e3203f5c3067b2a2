"""Whether what was found is what was sought: told apart into found, perhaps, hardly, and not there.

Words decide alone where enough of them stand in a text. Else the meaning decides, by how near it comes and how much
was asked: a question of many words comes less near to anything than a short one does.
The constants were set on questions about nine documents, each time without the questions about the one that was
then asked about (`python -m tests.bench.documents` prints that).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum

from bot.search.index import Found

SURE = 0.69
"""The least sureness (see `sureness`) for the best text to count as what was sought. Of 199 questions about what eight
documents do not treat, though it is near to what they do, 2 reach that, and 3 are taken for found by their words; of 336 on
what they treat, 49 and 41 are answered so."""
NEAR = 0.64
"""The least sureness for it to be asked back whether one of the best texts is meant. Below, it is said that nothing was
found, and what comes nearest. Of what words did not decide among the questions about eight documents, 106 on what is treated
and 35 near misses stand between NEAR and SURE, 121 and 150 below."""
LEAST_NEAR = 0.2
"""The least nearness of the best text for that to be named at all: letters without sense are at 0.1 to 0.2."""
ASKED = 0.08
"""What the length of a question counts beside nearness. With 0.05, 0.10, 0.13 and 0.16 0.24, 0.26, 0.29 and 0.30 of 322
questions about those documents are answered rightly where 1 in 20 of the others is answered as if found."""
LONGEST = 20
"""The length up to which it counts."""

CERTAIN = 0.5
LEAST = 0.40
"""The least words of a text for a short question to be decided by its words. On the questions about one
document and on 86 subjects that it does not treat: 核武器 is at 0.397 (of 武器), 网络安全 at 0.31, and all but two of the
short subjects that are treated are above 0.44."""
LONG = 1.8
"""For longer ones, the words times length to the power LONGER have to reach this. A person who rambles says many words
that stand in no document, so the share that is found falls with the length, for subjects that are treated (0.2 at 6
characters, 0.1 at 12, 0.04 at 20) and, further below, for those that are not."""
LONGER = 1.3
EXPECTED = 0.6
"""The share of all that which will do where the question says that there is such a text (哪段, which paragraph)."""

OFFERED = 3
"""How many texts are offered."""


class Verdict(StrEnum):
    """Whether what was sought is there."""

    BY_WORDS = "by words"
    BY_MEANING = "by meaning"
    PERHAPS = "perhaps"
    HARDLY = "hardly"
    """Not there, as far as can be told; something comes near."""
    NOT_THERE = "not there"


def verdict(found: Sequence[Found], length: int, *, expected: bool = False, told: bool = False) -> Verdict:
    """What to make of the texts found, best first.

    length: of the question; a Chinese character counts one, another word two. expected: whether the question says that
    there is such a text. told: whether the texts are found by what people call them as well as by what stands in them.
    """
    if not found:
        return Verdict.NOT_THERE
    words = max(f.words for f in found)
    said = words >= least(length) * (EXPECTED if expected else 1)
    sure = sureness(found[0], length)
    looked_at = any(f.meaning for f in found)
    if said and (told or sure >= SURE or words >= CERTAIN or not looked_at):
        return Verdict.BY_WORDS
    if sure >= SURE:
        return Verdict.BY_MEANING
    if found[0].meaning < LEAST_NEAR:
        return Verdict.NOT_THERE
    return Verdict.PERHAPS if sure >= NEAR else Verdict.HARDLY


def least(length: int) -> float:
    """The words that a text has to have for them to decide."""
    return min(LEAST, LONG * math.pow(max(1, length), -LONGER))


def sureness(best: Found, length: int) -> float:
    """How surely the best text is what was sought, by its meaning; 0 where meaning was not looked at."""
    return best.meaning + ASKED * math.log(min(LONGEST, max(1, length))) if best.meaning else 0.0


def offers(found: Sequence[Found]) -> tuple[Found, ...]:
    """The texts to offer, best first: the best, at least one by the words and one by the meaning, and the next best."""
    by_words = [f for f in sorted(found, key=lambda f: -f.words) if f.words]
    by_meaning = [f for f in sorted(found, key=lambda f: -f.meaning) if f.meaning]
    chosen = dict.fromkeys((*found[:1], *by_meaning[:1], *by_words[:1], *found))
    return tuple(sorted(tuple(chosen)[:OFFERED], key=found.index))
