"""Messages that go on about the paragraphs shown before: other numbers, the other part, the one after."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.holders import behind_number, beside_piece, read_references
from bot.language.lexicon import apart_from
from bot.language.normal import BLANK, blank
from bot.language.selection import Selection, Step, selection_of
from bot.language.shapes import Shape
from bot.question.facts import FACT_CUES
from bot.question.frame import Frame
from bot.question.model import (
    ClarifyQuestion,
    ParagraphQuestion,
    Question,
    SubjectQuestion,
    Unclear,
)
from bot.question.paragraphs import numbered, refused_part
from bot.question.reading import LITTLE, SOME, Reading
from bot.question.where import ByNumber, beside, in_part, selections_in
from bot.resolution import Part, Resolution, leave_out


def after_paragraphs(f: Frame, last: ParagraphQuestion | SubjectQuestion) -> Question | None:
    """那第5段呢, sorry, I meant fifteen, 不是正文的，我要序言的, 还有别的段吗."""
    r = f.reading
    if isinstance(last, SubjectQuestion) and r.has(Cue.MORE) and r.left <= LITTLE:
        beyond = (*last.beyond, *f.conversation.shown)
        return SubjectQuestion(last.words, beyond=beyond, part=last.part, asked=last.asked)
    if f.conversation.shown and _in_full(r):
        return ParagraphQuestion(ByNumber(tuple(map(selection_of, f.conversation.shown))))
    if question := _piece(f, last) or (_numbers(r, last) if isinstance(last, ParagraphQuestion) else None):
        return question
    return _in_other_part(r, last)


def _in_full(r: Reading) -> bool:
    """Whether the paragraphs that were shown are asked for as a whole: the full text of that paragraph, 那段的全文."""
    whole = r.has(Cue.FULL, Cue.ALL) and r.tells(Shape.PART_UNIT)
    sought = apart_from(r.spans_of(Cue.WHERE, Cue.IT_IS_SAID), r.spans_of(Cue.THIS_PARAGRAPH))
    asks_else = r.mentions or r.references.selections or r.references.step or r.documents or r.votes or sought
    several = r.tells(Shape.WHICH_SEVERAL) or r.has(Cue.FACT_COUNT, Cue.HOW_MANY)
    of_shown = r.has(Cue.IT, Cue.THIS_PARAGRAPH) or r.tells(Shape.ARTICLE, Shape.THAT_ONE)
    return whole and of_shown and not (asks_else or several or r.left > LITTLE)


def _piece(f: Frame, last: ParagraphQuestion | SubjectQuestion) -> Question | None:
    """And (c)?, y el d), (ii) please: the sub-paragraph of the paragraph that was asked for or shown last, beside or in
    the one that was."""
    r, at = f.reading, _only(f, last)
    if at is None or r.states:
        return None
    left = _said(r)
    bare = len(left) == 1 and left.isalpha()
    lone = not left or (bare and not (at.piece and r.has(Cue.AND_THEN)))
    found = () if lone or r.references.selections else _pieces_of(r, at, left)
    if not found and _has_pieces(r, at):
        # 第三项 is a paragraph where nothing was shown, and one of those of a paragraph that has such.
        found = _pieces_of(r, replace(at, piece=""), _said(r, Cue.AMONG, Cue.THIS_PARAGRAPH))
    return ParagraphQuestion(ByNumber(found)) if found else None


def _pieces_of(r: Reading, at: Selection, said: str) -> tuple[Selection, ...]:
    """The sub-paragraphs of that paragraph that a text names; empty where it names anything else."""
    words = r.library.lexicon
    for whole in behind_number(at.first, said):
        found = read_references(whole, words.references, words.holders, ()).selections
        if found and all(s.piece and s.first == s.last == at.first for s in found):
            return tuple(replace(at, piece=beside_piece(at.piece, s.piece)) for s in found)
    return ()


def _has_pieces(r: Reading, at: Selection) -> bool:
    """Whether a paragraph has sub-paragraphs."""
    part = at.part or Part.OPERATIVE
    paragraphs = r.resolution.paragraphs if r.resolution else ()
    return any(p.subparagraphs for p in paragraphs if p.part is part and p.number == at.first)


def _only(f: Frame, last: ParagraphQuestion | SubjectQuestion) -> Selection | None:
    """The one paragraph that was asked for last by its number, or shown last; None where there were several."""
    named = selections_in(last.where) if isinstance(last, ParagraphQuestion) else ()
    of = named if named and all(s.first > 0 for s in named) else tuple(map(selection_of, f.conversation.shown))
    return of[-1] if of and len({(s.part, s.annex, s.first, s.last) for s in of}) == 1 else None


def _said(r: Reading, *besides: Cue) -> str:
    """What a message says besides going on with what was shown; besides: what more is left out."""
    spans = r.spans_of(Cue.CORRECTION, Cue.AND_THEN, Cue.FILLER, Shape.SAME_PART, *besides)
    # A label is no small word: y el a).
    spans = [(start, end) for start, end in spans if r.text.norm[end : end + 1] != ")"]
    return blank(r.text.norm, spans).replace(BLANK, " ").strip(" ,.;。?!¿")


def _numbers(r: Reading, last: ParagraphQuestion) -> Question | None:
    """Other numbers, bare or of the part that the ones before were of: 那十五呢; 那第5段呢, after a preambular
    paragraph."""
    before = selections_in(last.where)
    preambular = bool(before) and all(s.part is Part.PREAMBLE for s in before)
    goes_on = r.has(Cue.AND_THEN) or r.tells(Shape.SAME_PART)
    if r.references.selections:
        follows = preambular and goes_on and r.left <= LITTLE
        return numbered(r, r.references.selections, Part.PREAMBLE) if follows else None
    if r.references.step or not (goes_on or r.has(Cue.CORRECTION)) or r.states:
        return None
    part = Part.PREAMBLE if preambular else None
    return numbered(r, r.library.lexicon.references.read(_said(r)).selections, part)


def _in_other_part(r: Reading, last: ParagraphQuestion | SubjectQuestion) -> Question | None:
    """The same numbers, or subject, in the other part."""
    part = r.references.part and (refused_part(r) or r.references.part)
    if r.references.selections or part is None or r.left > LITTLE or r.has(Cue.FACT_COUNT):
        return None
    if isinstance(last, SubjectQuestion):
        return replace(last, part=part, beyond=())
    return replace(last, where=in_part(last.where, part))


def next_paragraph(f: Frame) -> Question | None:
    """下一段, the one before: from the paragraph that was shown last."""
    r, shown = f.reading, f.conversation.shown
    steps = r.references.steps
    if not steps or r.left > SOME or r.references.selections:
        return None
    if not shown:
        asks_that = r.left <= LITTLE and not r.about_votes and not r.has(*FACT_CUES, Cue.WHO)
        return ClarifyQuestion(Unclear.WHAT) if asks_that else None
    if not r.has(Cue.THIS_PARAGRAPH):
        # And the next one: no more than that.
        steps = tuple(replace(step, joined=False) for step in steps)
    if len(steps) == 1 and not steps[0].joined:
        return ParagraphQuestion(ByNumber((_led_to(f, steps[0]),)))
    return ParagraphQuestion(beside(ByNumber(tuple(map(selection_of, shown))), steps))


def _led_to(f: Frame, step: Step) -> Selection:
    """The paragraphs that one step leads to from those shown last, by their numbers."""
    r, shown, count = f.reading, f.conversation.shown, step.count
    at = selection_of(shown[-1] if count > 0 else shown[0])
    paragraphs = r.resolution.part(at.part or Part.OPERATIVE) if r.resolution else ()
    if r.resolution and abs(count) == 1 and (over := _over_the_end(at, count, r.resolution)):
        return over
    if leave_out(paragraphs) and (found := _led_among([p.number for p in paragraphs], at, step)):
        return found
    if step.leap:
        there = max(at.first + count, 0)
        return replace(at, first=there, last=there, piece="")
    first, last = (at.first + 1, at.first + count) if count > 0 else (max(at.first + count, 0), at.first - 1)
    return replace(at, first=first, last=max(first, last), piece="")


def _led_among(numbers: list[int], at: Selection, step: Step) -> Selection | None:
    """The same by their places, among numbers that leave some out; None where it leads past an end."""
    if at.first not in numbers:
        return None
    place, count = numbers.index(at.first), step.count
    near = place + (1 if count > 0 else -1)
    low, high = sorted((place + count if step.leap else near, place + count))
    if not 0 <= low <= high < len(numbers):
        return None
    return replace(at, first=numbers[low], last=numbers[high], piece="")


def _over_the_end(shown: Selection, step: int, resolution: Resolution) -> Selection | None:
    """The first operative paragraph after the last preambular one, and the other way round; else None."""
    preambular, first = len(resolution.preamble), next((p.number for p in resolution.operative), 1)
    if step > 0 and shown.part is Part.PREAMBLE and shown.first == preambular:
        return Selection(first, first, Part.OPERATIVE)
    if step < 0 and shown.part is Part.OPERATIVE and shown.first == first and preambular:
        return Selection(preambular, preambular, Part.PREAMBLE)
    return None
