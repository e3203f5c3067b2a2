"""The paragraphs on a subject: all ranking of them, and the thresholds that decide what is shown."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import Final

from bot.answer.model import Answer, NoneAnswer, ParagraphAnswer
from bot.corpus.library import Library
from bot.corpus.model import Paragraph, Resolution
from bot.language.normal import CJK
from bot.question.model import Refusal, Refused, SubjectQuestion
from bot.question.reading import weight

LEAST: Final = 0.40
"""The least score of the best paragraph for a short subject to count as being in the document. Measured on the
labelled questions and on 86 subjects that are not treated: 核武器 is at 0.397 (of 武器), 网络安全 at 0.31, and all but
two of the short subjects that are treated are above 0.44."""
LONG: Final = 1.8
"""For longer ones, the score times length to the power LONGER has to reach this. A person who rambles says
many words that stand in no document, so the share that is found falls with the length, for subjects that
are treated (0.2 at 6 characters, 0.1 at 12, 0.04 at 20) and, further below, for those that are not."""
LONGER: Final = 1.3
SURE: Final = 0.6
"""The share of all that which will do where the message says that a paragraph is sought (哪段, which paragraph)."""
NEAR: Final = 0.25
"""The least score of a paragraph that a refusal names as what comes nearest."""
CLOSE: Final = 0.97
"""The second paragraph is shown as well when its score is at least this share of the best one's."""
SHORT: Final = 3
"""Chinese characters of the longest word that has to stand in a paragraph, or to be most of what it is looked for by."""
MEANT: Final = 70.0
"""How much of that, 0–100, see Library.closeness: 历史债务 is at 67 of 债务."""
EQUAL: Final = 0.999
"""Paragraphs are told apart by their closest lines when their scores are at least this share of the best one's."""
FURTHER: Final = 0.60
"""Further paragraphs are named by number when their score is at least this share of the best one's."""
MOST_FURTHER: Final = 2
MOST_SEARCHED: Final = 60
"""How many of all paragraphs, or titles, are looked at where no resolution is named."""
MOST_COMPARED: Final = 4
"""How many of the resolutions that these are of are looked at closely."""


def nearest(refusal: Refusal, resolution: Resolution | None, library: Library) -> Paragraph | None:
    """The paragraph that comes nearest to what was asked, where one comes near."""
    if not refusal.words or resolution is None:
        return None
    found = _found(refusal.words, resolution, library)
    return found[0][0] if found and found[0][1] >= NEAR else None


def subject_answer(question: SubjectQuestion, resolution: Resolution, library: Library) -> Answer:
    """The paragraphs of one resolution on a subject, those of the part named first."""
    ranked = _found(question.words, resolution, library)
    if question.part:
        there = _subject_among([x for x in ranked if x[0].part is question.part], question, resolution, library)
        if isinstance(there, ParagraphAnswer):
            return there
    return _subject_among(ranked, question, resolution, library)


def _subject_among(ranked: list[tuple[Paragraph, float]], question: SubjectQuestion, resolution: Resolution, library: Library) -> Answer:
    """The answer out of the paragraphs on a subject, best first."""
    found = [(p, score) for p, score in ranked if p.id not in question.beyond]
    if not found or found[0][1] < _least(question):
        return NoneAnswer(resolution, Refusal(Refused.NOT_FOUND))
    if question.figure and not _FIGURE.search(found[0][0].text):
        return NoneAnswer(resolution, Refusal(Refused.NOT_FOUND), found[0][0])
    best = found[0][1]
    shown = tuple(p for p, score in found[:2] if score >= CLOSE * best)
    further = tuple(p.id for p, score in found[len(shown) :] if score >= FURTHER * best)[:MOST_FURTHER]
    return ParagraphAnswer(resolution, shown, further=further, why=library.matched(question.words, resolution, shown[0]))


_FIGURE = re.compile(r"(?<![\d.\-])\d+(?:\.\d+)?(?![\d.]| ?[年月日条])")
"""A number that is neither part of a date nor of an article nor of a name (COVID-19)."""


def _found(words: str, resolution: Resolution, library: Library) -> list[tuple[Paragraph, float]]:
    """The paragraphs of the resolution on a subject, with their scores, best first."""
    found = library.search(words, 8, resolution)
    if re.fullmatch(f"[{CJK}]{{1,{SHORT}}}", words) and resolution.language == "zh":
        # 债务 stands in 历史债务, which somebody may look for it by, but not in the document.
        found = [x for x in found if library.says(words, x[0]) or library.closeness(words, x[0]) >= MEANT]
    # What has the very figure that is asked for comes first.
    figures = re.findall(r"\d[\d.,]*\d ?%?|\d ?%", words)
    if exact := [x for x in found if any(figure in library.places[x[0]][1].text for figure in figures)]:
        found = exact
    # Between those that have all of it, the one with a line that is all about it: “国际团结” stands in most of them.
    best = found[0][1] if found else 0.0
    ranked = sorted(found, key=lambda f: (-library.closeness(words, f[0]) if f[1] >= EQUAL * best else 0.0, -f[1], f[0]))
    return [(library.places[at][1], score) for at, score in ranked]


def subject_anywhere(question: SubjectQuestion, library: Library) -> Answer:
    """The paragraphs on a subject in the resolution that has most on it; which others have something."""
    likely = dict.fromkeys(library.places[at][0].symbol for at, _ in library.search(question.words, MOST_SEARCHED))
    answers = []
    for symbol in list(likely)[:MOST_COMPARED]:
        resolution = library.get(symbol)
        ranked = _found(question.words, resolution, library) if resolution else []
        given = _subject_among(ranked, question, resolution, library) if resolution else None
        if isinstance(given, ParagraphAnswer):
            answers.append((ranked[0][1], given))
    if not answers:
        return NoneAnswer(None, Refusal(Refused.NOT_FOUND))
    best, given = max(answers, key=lambda x: x[0])
    others = tuple(a.resolution for score, a in answers if a is not given and score >= FURTHER * best)
    return replace(given, elsewhere=others)


def _least(question: SubjectQuestion) -> float:
    """The score that the best paragraph has to have; see LEAST, LONG and SURE."""
    length = max(1, weight(question.words))
    return min(LEAST, LONG * math.pow(length, -LONGER)) * (SURE if question.in_document else 1)
