"""Whether what was found is what was sought: told apart into found, perhaps, hardly, and not there.

Meaning decides, by how much the best text has of the half of the question that it has least of, how far it stands out
among the others, and how much was asked; where that leaves it open, with a second opinion, which also ranks the best
texts again. Words decide alone where hardly any are missing, and where meaning is not looked at; and where it is
written down what people call the texts (content/subjects/): of 939 questions on what such a document treats they find
all but 6, and meaning alone would answer none of these rightly, and 31 of 259 on what it does not treat. There it only
offers what it is clear about.

The constants were set on 432 questions on what eight documents treat and 295 on what they do not, though it is near to
it (`python -m tests.bench.documents --loo` sets SURE again without each in turn, and prints what becomes of its own).
Of these, 420 and 287 are read as questions about a subject. Unless TERM and UNHEARD are spoken of, what is said of a
constant below is the share of the 426 that are answered rightly where 1 in 20 of the near misses is answered as if
found, with the others as they are and these two 0; with all as they were then it is 0.61.
Those of fourteen other documents, which people ask at more length, set how much length counts, and of whom and how
often a second opinion is asked: of 205 that are treated 149 are then answered rightly and 192 served, before 120 and
174.

What is learned instead of set (logistic regression, trees, on six to thirty such measures) answers fewer of a document
that it has not seen: 0.45 to 0.54 of the 217. So do clauses in place of sentences (0.73 first, for 0.76), and the
question without the words that only ask (0.71); that operative paragraphs are asked for more often tells nothing, but
where a whole question is asked (OPERATIVE).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from statistics import fmean

from bot.search.index import Found

_SURE = 0.32
"""The least sureness (see `sureness`) for the best text to count as what was sought: of 791 questions on what
forty-three documents treat 600 are then answered rightly, and 13 of 295 near misses as if found; with 0.325 594 and
11."""
_NEAR = 0.31
"""The least sureness for it to be asked back whether one of the best texts is meant: from here on it is far
likelier that it is treated than not. Below, it is said that nothing was found, and what comes nearest."""
_CLEAR = 0.45
"""From here on no second opinion is asked: with 0.40, 0.42, 0.45 and 0.50 299, 302, 302 and 300 of 428 questions on
what eight documents treat are answered rightly and 13 of 299 near misses each time, and 221, 221, 222 and 223 of 263 on
twenty-five others."""
_OPEN = 0.40
"""Nor where sureness and the nearness of the best text come to less: with 0.60 399 of these 428 are served, with 0.50
and less 405, and of the 263 253 and 255; it is asked of a seventh more."""
LEAST_NEAR = 0.3
"""The least meaning of the best text for that to be named at all: letters without sense are at 0.2 to 0.4, and 1 of the
426 questions and 8 near misses below it."""
ASKED = 0.165
"""What the length of a question counts. With 0.05, 0.10, 0.15, 0.165 and 0.20 0.51, 0.56, 0.60, 0.61 and 0.60, and of
200 questions on fourteen other documents, which are half as long again, 88, 115, 132, 136 and 138 are answered
rightly."""
_LONGEST = 27
"""The length up to which it counts."""
LACKS = 0.5
"""What it counts against a text that others have more of the question. On the average of 6 to 26 near misses answered
0.58, with 0 0.56, with 0.3 0.59."""
COMMON = 1.5
"""What it counts against it that all texts come near: the question is then about what the document is about, not about
one text. With 0.65, 1, 1.25, 1.75 and 2 0.38, 0.42, 0.54, 0.57 and 0.45."""
_HEARD_NEAR = 0.45
"""What it counts how near a second opinion finds the best text. With 0, 0.15, 0.3, 0.6 and 0.9 0.56, 0.61, 0.59, 0.58
and 0.50."""
AHEAD = 0.7
"""What it counts by how much nearer that finds it than the others. With 0, 0.35, 1 and 1.4 0.53, 0.58, 0.60 and
0.56."""
WHETHER = 0.06
"""What it counts against it that the question says that there is such a text, or asks whether: 20 in 100 near misses
do, and 4 of what is treated. With 0 and 0.1 0.57 and 0.60."""
_USUAL = 0.17
"""What both are at as a rule, so that it adds as often as it takes: near misses are at 0.14, what is treated at 0.25,
each the median."""
TERM = 0.02
"""What the rarity of a term that is known in several languages counts for the best text, where that has it and the
question too."""
UNHEARD = 0.05
"""What it counts against it that no text has such a term of the question: with neither 276 of the 420 are answered
rightly and 39 of 57 on four other documents, with both 289 and 44. With half or twice as much of either 278 to 288 and
42 to 44."""
NUMBERLESS = 0.1
"""What it counts against it that a number is asked for and it gives none. Of 63 questions on what thirty-five documents
do not treat 55 are then refused, before 51, and as many are answered rightly of those on what they treat."""
JOINED = 0.5
"""What the nearness by a second opinion counts beside the score when the best are ranked again: the right one is then
first for 0.82 of the 426 and among the first three for 0.93, without it for 0.77 and 0.90. With half of it for 0.82 and
0.93, with twice as much for 0.82 and 0.92."""
SECOND_ASKED = 12
"""Of how many texts, the best, a second opinion is asked: each takes some 100 ms once. With 8, 12 and all of them 180,
184 and 184 of 200 questions on fourteen other documents are served."""
_BESIDE = 7
"""How many of the others the best is held against (AHEAD), by what a second opinion says."""

OPERATIVE = 0.02
"""What it counts for an operative paragraph where a question is asked, and not why: who asks wants to know what is to
be done, and preambles say in the same words how things are. With it 293 of the 432 are answered rightly, without it
291, and as many with 0.016 to 0.03; of 200 questions on fourteen other documents 134 rightly and 12 wrongly, without it
131 and 16. Where only words are said, as in a search, it adds mistakes."""

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

LEAST_OFFERED = 0.1
"""The least words of a text for it to be offered for its words. Without, a word that stands there by chance takes the
place of the third: the right one is then among those offered for 0.90 of the 217, and with it for 0.92."""
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
    sure = sureness(found, length, expected)
    return sure + found[0].meaning >= _OPEN and not clear(found, length, expected)


def clear(found: Sequence[Found], length: int, expected: bool = False) -> bool:
    """Whether the best text is what was sought without a second opinion."""
    return bool(found) and sureness(found, length, expected) >= _CLEAR


def seconded(found: Sequence[Found], second: Sequence[float]) -> list[Found]:
    """The texts found, best first, by what was known of them and by a second opinion on the first few.

    second: how near the second encoder finds the question to each of these; nothing where it was not asked.
    """
    heard = [replace(each, second=near) for each, near in zip(found, second, strict=False)]
    return sorted(heard, key=lambda f: -f.score - JOINED * (f.second or 0.0)) + list(found[len(heard) :])


def verdict(found: Sequence[Found], length: int, *, expected: bool = False, told: bool = False) -> Certainty:
    """What to make of the texts found, best first.

    length: of the question; a Chinese character counts one, another word two. expected: whether the question says that
    there is such a text. told: whether the texts are found by what people call them as well as by what stands in them.
    """
    if not found:
        return Certainty.NOT_THERE
    sure = sureness(found, length, expected)
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


def sureness(found: Sequence[Found], length: int, expected: bool = False) -> float:
    """How surely the best text is what was sought, by its meaning; 0 where meaning was not looked at."""
    best = found[0]
    if not best.meaning:
        return 0.0
    asked = ASKED * math.log(min(_LONGEST, max(1, length)))
    against = LACKS * best.lacks + COMMON * best.common + (WHETHER if expected else 0.0)
    known = TERM * best.term - (UNHEARD if best.unheard else 0.0)
    gives = NUMBERLESS if best.numberless else 0.0
    return best.least - against + asked + known - gives + _agreement(found)


def _agreement(found: Sequence[Found]) -> float:
    """What a second opinion adds to sureness, or takes from it: by how near it finds the best text, and by how far that
    is ahead of the others; 0 where it was not asked, or of the best alone."""
    best, *others = [each.second for each in found if each.second is not None] or [0.0]
    return _HEARD_NEAR * best + AHEAD * (best - fmean(others[:_BESIDE])) - _USUAL if others else 0.0


def offers(found: Sequence[Found]) -> tuple[Found, ...]:
    """The texts to offer, best first: the best, the best by a second opinion, by the meaning and by the words, as far
    as there is room, and the next best: by the meaning where no second opinion was asked.

    Of what eight and twenty-five other documents treat 405 of 428 and 255 of 263 are then shown or offered; without the
    second opinion's own 404 and 254.
    """
    by_words = [f for f in sorted(found, key=lambda f: -f.words) if f.words >= LEAST_OFFERED]
    by_meaning = [f for f in sorted(found, key=lambda f: -f.meaning) if f.meaning]
    by_second = sorted((f for f in found if f.second is not None), key=lambda f: -(f.second or 0.0))
    next_best = found if by_second else by_meaning
    chosen = dict.fromkeys((*found[:1], *by_second[:1], *by_meaning[:1], *by_words[:1], *next_best, *found))
    return tuple(sorted(tuple(chosen)[:PARAGRAPHS_OFFERED], key=found.index))
