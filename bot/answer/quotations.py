"""Quoted words compared, word for word, with all documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein, Opcode

from bot.answer.model import Checked, Difference, QuotationAnswer, Standing
from bot.corpus.library import Library
from bot.corpus.quoted import ALIKE, nearest_to
from bot.language.normal import WORDS, normal, squeezed
from bot.question.model import QuotationQuestion
from bot.resolution import Paragraph, Resolution

NEAREST: Final = 0.15
"""The least score of the search for the paragraph that is named as the nearest to what stands nowhere.

Two made-up sentences on what a paragraph is about have 0.17 and 0.32, three of other instruments 0.11 or less."""
_ROOMS: Final = (0, 4, 16, 64)
"""Words beyond both ends of the best stretch that are looked at, for what a quotation leaves out."""
_Word = tuple[str, tuple[int, int]]
"""A word as it is compared, and where it stands."""


def quotation_answer(question: QuotationQuestion, in_view: Resolution | None, library: Library) -> QuotationAnswer:
    """How each of the quotations stands in the documents; of equals, the one in view before others."""
    return QuotationAnswer(tuple(checked(quote, in_view, library) for quote in question.quotes))


def checked(quote: str, in_view: Resolution | None, library: Library) -> Checked:
    """Whether a quotation stands in a document word for word, otherwise, or in none."""
    best = nearest_to(quote, in_view, library)
    if best is None or best.likeness < ALIKE:
        return Checked(quote, Standing.NOWHERE, in_view, _nearest(quote, in_view, library))
    if squeezed(quote) in squeezed(best.text):
        return Checked(quote, Standing.VERBATIM, best.resolution, best.paragraph)
    found = _differences(quote, best.text)
    standing = Standing.DIFFERENT if found else Standing.VERBATIM
    return Checked(quote, standing, best.resolution, best.paragraph, found)


def _nearest(quote: str, in_view: Resolution | None, library: Library) -> Paragraph | None:
    """The paragraph of the resolution in view that shares most with what stands nowhere."""
    found = library.worded(quote, 1, in_view) if in_view else []
    return library.places[found[0].position][1] if found and found[0].words >= NEAREST else None


def _differences(quote: str, text: str) -> tuple[Difference, ...]:
    """Where a quotation is not as the text has it, each place in the words of both."""
    typed, printed = _words(quote), _words(text)
    codes, begin = min((_edits(typed, printed, room) for room in _ROOMS), key=lambda edits: _cost(edits[0]))
    found: list[Difference] = []
    for code in codes:
        if code.tag != "equal":
            said = _text(quote, typed[code.src_start : code.src_end])
            stands = _text(text, printed[begin + code.dest_start : begin + code.dest_end])
            found.append(Difference(said, stands))
    return tuple(found)


def _edits(typed: Sequence[_Word], printed: Sequence[_Word], room: int) -> tuple[list[Opcode], int]:
    """What makes the quotation of the best stretch of the text, and the word at which the stretch begins."""
    said, stands = [w for w, _ in typed], [w for w, _ in printed]
    best = fuzz.partial_ratio_alignment(said, stands) if len(said) <= len(stands) else None
    begin, end = (max(0, best.dest_start - room), best.dest_end + room) if best else (0, len(stands))
    return _trimmed(list(Levenshtein.opcodes(said, stands[begin:end]))), begin


def _cost(codes: Sequence[Opcode]) -> float:
    """How far a quotation is from a stretch: a word of its own weighs as much as four that it leaves out."""
    own = sum(code.src_end - code.src_start for code in codes if code.tag != "equal")
    return own + sum(code.dest_end - code.dest_start for code in codes if code.tag == "insert") / 4


def _words(text: str) -> list[_Word]:
    """The words and characters of a text as they are compared, each with where it stands."""
    return [(normal(m[0]), m.span()) for m in WORDS.finditer(text)]


def _text(text: str, words: Sequence[_Word]) -> str:
    return text[words[0][1][0] : words[-1][1][1]] if words else ""


def _trimmed(codes: list[Opcode]) -> list[Opcode]:
    """The edits without what only the text has before the quotation begins and after it ends."""
    if codes and codes[0].tag == "insert":
        codes = codes[1:]
    return codes[:-1] if codes and codes[-1].tag == "insert" else codes
