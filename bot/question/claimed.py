"""Words that a paragraph is said to have, where yes or no is asked: 第1段说“…”对吗, does paragraph 5 say that …?

They are compared with the paragraph, word for word; whether it means the same is not judged, and that is said.
"""

from __future__ import annotations

from bot.corpus.quoted import ALIKE, nearest_to
from bot.language.cues import Cue
from bot.language.normal import BLANK, blank, squeezed
from bot.language.shapes import Shape
from bot.question.model import ClarifyQuestion, ParagraphQuestion, Question, QuotationQuestion, Several, Unclear
from bot.question.quotations import MARKS, QUOTED
from bot.question.reading import LITTLE, Reading, weight
from bot.question.where import ByNumber
from bot.resolution import Part, Resolution

_TERM = 2 * LITTLE
"""The most weight of what only says what a paragraph is about: climate change."""
_ENDS = " ,.;:!?。،؟\"'“”「」«»"


def with_claim(question: Question, r: Reading) -> Question:
    """The question; beside a paragraph that is asked by number, how the words stand that it is said to have."""
    where = question.where if isinstance(question, ParagraphQuestion) else None
    open_one = r.about_votes or r.has(Cue.HOW, Cue.WHO, Cue.HOW_MANY, Cue.WHY)
    asks = (r.asks or r.ends_as_question) and not open_one
    if not isinstance(where, ByNumber) or r.resolution is None or not asks or not r.tells(Shape.CLAIMS):
        return question
    one = [s for s in where.selections if 0 < s.first == s.last and not (s.annex or s.section)]
    if len(one) != 1 or len(where.selections) != 1:
        return question
    told = f"{one[0].part or Part.OPERATIVE}{one[0].first}"
    marked = tuple((m[1] or m[2]).strip() for m in MARKS.finditer(r.text.cased))
    quotes = tuple(x for x in marked if weight(x.lower()) >= QUOTED)
    if quotes:
        there = all(_stands_in(told, x, r) for x in quotes)
        return QuotationQuestion(quotes) if there else Several((QuotationQuestion(quotes), question))
    return _unmarked(question, told, _claim(r), r)


def _unmarked(question: Question, told: str, claim: str, r: Reading) -> Question:
    """The question, with what stands in no marks and is said to be in that paragraph."""
    if weight(claim.lower()) <= _TERM or r.resolution is None:
        return question
    printed = [p.text for text in _texts(r) for p in text.paragraphs if p.id == told]
    if any(squeezed(claim) in squeezed(text) for text in printed):
        return QuotationQuestion((claim,))
    return Several((question, ClarifyQuestion(Unclear.CLAIM, part=claim))) if printed else question


def _texts(r: Reading) -> tuple[Resolution, ...]:
    """The texts of the resolution in view, in whichever languages it is here."""
    return (r.resolution, *r.library.texts[r.resolution.symbol].values()) if r.resolution else ()


def _stands_in(told: str, quote: str, r: Reading) -> bool:
    """Whether a quotation is a stretch of that paragraph, or nearly."""
    near = nearest_to(quote, r.resolution, r.library)
    here = near is not None and r.resolution is not None and near.resolution.symbol == r.resolution.symbol
    return near is not None and here and near.likeness >= ALIKE and near.paragraph.id == told


def _claim(r: Reading) -> str:
    """What the paragraph is said to say: what stands behind its number and the words for saying, to the last word that
    is not known."""
    left = blank(r.text.norm, r.known).replace(BLANK, " ")
    # …, right? …, non ?
    length = len(r.text.norm.rstrip(_ENDS))
    tail = min((a for a, b in r.spans_of(Cue.YES_OR_NO, Shape.NO_SAID) if b >= length), default=length)
    unknown = [i for i, c in enumerate(left[:tail]) if c.isalnum()]
    heads = [end for _, end in (*r.references.spans, *r.spans_of(Shape.CLAIMS)) if unknown and end <= unknown[0]]
    return r.text.cased[max(heads, default=0) : unknown[-1] + 1].strip(_ENDS) if unknown else ""
