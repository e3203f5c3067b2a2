"""Questions for paragraphs by number: 第5段, the next one, the same number in the preamble.

Each step (see `ladder`) gives a ParagraphQuestion with the numbers as they were said; whether there are such paragraphs is for the answer to say.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.corpus.model import Part
from bot.language import numerals
from bot.language.lexicon import Cue
from bot.language.normal import BLANK, blank
from bot.language.selection import Selection, selection_of
from bot.question.model import ClarifyQuestion, Conversation, ParagraphQuestion, Question, SubjectQuestion, Unclear
from bot.question.reading import Reading, weight
from bot.question.signs import FACT_CUES, LITTLE, SOME, about_votes
from bot.question.where import ByNumber, by_number, in_part, selections_in


def paragraphs(r: Reading, c: Conversation) -> Question | None:
    """第5段, 序言第3到5段, all but the fourth: paragraphs by number."""
    selections = r.references.selections or _bare_numbers(r, c)
    # 第12段的脚注 asks for the note; of two paragraphs nobody asks it.
    of_a_note = r.has(Cue.FACT_FOOTNOTE) and not r.states and len(selections) == 1
    if not selections or of_a_note or _counts_them(r):
        return None
    part, left_out = r.references.part or _inherited_part(r, c), r.references.excluded
    if part and all(s.part is None for s in (*selections, *left_out)):
        selections, left_out = (tuple(replace(s, part=part) for s in of) for of in (selections, left_out))
    return ParagraphQuestion(by_number(selections, left_out))


def _counts_them(r: Reading) -> bool:
    """Whether it is asked how many there are: 前头序言一共多少段 asks for no first paragraph."""
    left = blank(r.text.norm, r.cues.get(Cue.FACT_COUNT, ()))
    return r.has(Cue.FACT_COUNT) and not any(re.search(rf"[\d{numerals.CHINESE}]", left[a:b]) for a, b in r.references.spans)


def _bare_numbers(r: Reading, c: Conversation) -> tuple[Selection, ...]:
    """“Sorry, I meant fifteen”, 那十五呢: after a paragraph by number, a number alone is another."""
    if r.references.step or not isinstance(c.last, ParagraphQuestion) or not r.has(Cue.CORRECTION, Cue.AND_THEN) or r.states:
        return ()
    spans = [span for cue in (Cue.CORRECTION, Cue.AND_THEN, Cue.FILLER) for span in r.cues.get(cue, ())]
    left = blank(r.text.norm, spans).replace(BLANK, " ").strip(" ,.。?!")
    return r.library.lexicon.references.read(left).selections


def _inherited_part(r: Reading, c: Conversation) -> Part | None:
    """那第5段呢 after a preambular paragraph is of the preamble too."""
    last = c.last
    follows = r.has(Cue.AND_THEN) and weight(r.rest) <= LITTLE
    before = selections_in(last.where) if follows and isinstance(last, ParagraphQuestion) else ()
    if before and all(s.part is Part.PREAMBLE for s in before):
        return Part.PREAMBLE
    return None


def next_paragraphs(r: Reading, c: Conversation) -> Question | None:
    """下一段, the one before: from the paragraph that was shown last."""
    step = r.references.step
    if not step or weight(r.rest) > SOME:
        return None
    if not c.shown:
        return ClarifyQuestion(Unclear.WHAT) if weight(r.text.norm) <= 6 and not about_votes(r) and not r.has(*FACT_CUES) else None
    shown = selection_of(c.shown[-1] if step > 0 else c.shown[0])
    number = shown.first
    if r.references.leap:
        there = max(number + step, 0)
        return ParagraphQuestion(ByNumber((replace(shown, first=there, last=there, piece=""),)))
    if r.resolution and abs(step) == 1 and (over := _over_the_end(shown, step, len(r.resolution.preamble))):
        return ParagraphQuestion(ByNumber((over,)))
    if step > 0:
        return ParagraphQuestion(ByNumber((replace(shown, first=number + 1, last=number + step, piece=""),)))
    first = max(number + step, 0)
    return ParagraphQuestion(ByNumber((replace(shown, first=first, last=max(number - 1, first), piece=""),)))


def _over_the_end(shown: Selection, step: int, preambular: int) -> Selection | None:
    """The first operative paragraph after the last preambular one, and the other way round; else None."""
    if step > 0 and shown.part is Part.PREAMBLE and shown.first == preambular:
        return Selection(1, 1, Part.OPERATIVE)
    if step < 0 and shown.part is Part.OPERATIVE and shown.first == 1 and preambular:
        return Selection(preambular, preambular, Part.PREAMBLE)
    return None


_PART_WORDS = {Part.PREAMBLE: ("序言", "前言", "序文", "preamb"), Part.OPERATIVE: ("正文", "执行", "operative", "主文")}


def same_number(r: Reading, c: Conversation) -> Question | None:
    """不是正文的，我要序言的: the same numbers, or subject, in the other part."""
    last, part = c.last, r.references.part
    if part is None or not isinstance(last, (ParagraphQuestion, SubjectQuestion)) or weight(r.rest) > LITTLE or r.has(Cue.FACT_COUNT):
        return None
    norm = r.text.norm
    refused = [p for p in _PART_WORDS if any(re.search(rf"(?:不是|不要|不看|not|非|唔系|唔是)[^，。,.]{{0,8}}{w}", norm) for w in _PART_WORDS[p])]
    if refused:
        part = Part.PREAMBLE if Part.OPERATIVE in refused else Part.OPERATIVE
    if isinstance(last, SubjectQuestion):
        return replace(last, part=part, beyond=())
    return replace(last, where=in_part(last.where, part))
