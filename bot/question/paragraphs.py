"""Questions for paragraphs by number: 第5段, 序言第3到5段, all but the fourth.

A ParagraphQuestion holds the numbers as they were said; whether there are such paragraphs is for the answer to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.language.cues import Cue
from bot.language.normal import blank
from bot.language.selection import Selection
from bot.language.shapes import Shape
from bot.language.tokens import NUMERAL
from bot.question.frame import Frame
from bot.question.model import ParagraphQuestion, Question, Refusal, Refused, Several
from bot.question.reading import LITTLE, Reading, letters, weight
from bot.question.where import ByNumber, by_number
from bot.resolution import Part


def paragraphs(f: Frame) -> Question | None:
    """Paragraphs by number, or all of an annex, where nothing else is said."""
    r = f.reading
    return numbered(r, r.references.selections or _of_annex(r))


def _of_annex(r: Reading) -> tuple[Selection, ...]:
    """The annex that the message names and nothing else: 附件, show me annex II."""
    if r.references.annex is None:
        return ()
    annex, span = r.references.annex
    # What does annex 2 say? seeks no paragraph, as where it is mentioned does.
    seeks = r.has(Cue.WHERE) and (not r.has(Cue.TO_DO) or r.tells(Shape.SAYING, Shape.UNITS))
    asks_else = r.about_votes or seeks or r.has(Cue.FACT_COUNT) or bool(r.states)
    left = weight(letters(blank(r.text.norm, [*r.known, span])))
    return () if asks_else or left > LITTLE else (annex,)


def in_a_language(f: Frame) -> Question | None:
    """Paragraph 17 in English: the paragraph as it is here, and in which languages there is a text."""
    r = f.reading
    asks = r.has(Cue.LANGUAGE_VERSION) and not (r.votes or r.states or r.left > LITTLE)
    asked = paragraphs(f) if asks else None
    return Several((asked, Refusal(Refused.LANGUAGE))) if asked else None


def numbered(r: Reading, selections: Iterable[Selection], part: Part | None = None) -> Question | None:
    """The paragraphs with these numbers, of that part where the message names none; None where there are no numbers."""
    selections, left_out = tuple(selections), r.references.excluded
    # 第12段的脚注 asks for the note; of two paragraphs nobody asks it.
    of_a_note = r.has(Cue.FACT_FOOTNOTE) and not r.states and len(selections) == 1
    of_an_instrument = r.has(Cue.PROVISION) and r.has(Cue.INSTRUMENT)
    if not selections or of_a_note or of_an_instrument or _counts_them(r):
        return None
    part = r.references.part or part
    if part and all(s.part is None for s in (*selections, *left_out)):
        selections, left_out = (tuple(replace(s, part=part) for s in of) for of in (selections, left_out))
    return ParagraphQuestion(by_number(selections, left_out))


def if_there_is(question: Question, r: Reading) -> Question:
    """The question, with whether it asks if there are such paragraphs: 序言有第十六段吗, is there one that asks States?
    Does paragraph 3 mention water asks of it, and not if there is one."""
    if not isinstance(question, ParagraphQuestion) or not (r.has(Cue.THERE_IS) and r.asks):
        return question
    numbers_alone = isinstance(question.where, ByNumber)
    of_it = r.left >= LITTLE or r.has(Cue.IT_IS_SAID, Cue.TO_DO) or r.tells(Shape.SAYING)
    return question if numbers_alone and of_it else replace(question, asks=True)


def _counts_them(r: Reading) -> bool:
    """Whether it is asked how many there are: 前头序言一共多少段 asks for no first paragraph."""
    left = blank(r.text.norm, r.cues.get(Cue.FACT_COUNT, ()))
    numbers = any(NUMERAL.search(left[a:b]) for a, b in r.references.spans)
    return r.has(Cue.FACT_COUNT) and not numbers


_NEAR = 8
"""Characters that may stand between a word that refuses and the part that it refuses."""


def refused_part(r: Reading) -> Part | None:
    """The other part than the one that is refused: 不是正文的; None where none is."""
    refused = [
        part
        for part, shape in _PART_WORDS.items()
        if any(_is_refused(start, r) for start, _ in r.shapes.get(shape, ()))
    ]
    if not refused:
        return None
    return Part.PREAMBLE if Part.OPERATIVE in refused else Part.OPERATIVE


_PART_WORDS = {Part.PREAMBLE: Shape.PREAMBLE, Part.OPERATIVE: Shape.OPERATIVE}


def _is_refused(at: int, r: Reading) -> bool:
    ends = (end for _, end in r.shapes.get(Shape.REFUSED_PART, ()) if at - _NEAR <= end <= at)
    return any(not set(r.text.norm[end:at]) & set(",.。") for end in ends)
