"""Quoted words compared, word for word, with all documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein, Opcode

from bot.answer.model import Checked, Difference, QuotationAnswer, Standing
from bot.corpus.library import Library
from bot.corpus.model import Paragraph, Resolution
from bot.language.normal import CJK, normal, whole
from bot.question.model import QuotationQuestion

MOST_COMPARED: Final = 8
"""How many of the paragraphs that share most with a quotation are compared with it letter by letter."""
ALIKE: Final = 80.0
"""The least likeness (0–100) of a quotation and the best stretch of a paragraph for it to be that stretch, misquoted.
Measured on 1,050 stretches of 10 to 60 characters of the clauses of 56/4 with one to three words changed, dropped or added (the
least is 80.0 for a stretch of 10, and all but one in a hundred are above 84), and on 40 sentences of other
instruments and of people's own (the highest is 71)."""
NEAREST: Final = 40.0
"""The least likeness of the paragraph that is named as the nearest to what stands nowhere."""
_WORDS = re.compile(rf"[{CJK}]|[^\W_{CJK}]+")
_ROOM = 4
"""Words beyond both ends of the best stretch that are looked at, for what a quotation leaves out near its ends."""


@dataclass(frozen=True, slots=True)
class _Near:
    """A paragraph beside a quotation."""

    likeness: float
    resolution: Resolution
    paragraph: Paragraph
    text: str
    """Of the paragraph, in the language that comes nearest."""


def quotation_answer(question: QuotationQuestion, in_view: Resolution | None, library: Library) -> QuotationAnswer:
    """How each of the quotations stands in the documents; of equals, the one in view before others."""
    return QuotationAnswer(tuple(checked(quote, in_view, library) for quote in question.quotes))


def checked(quote: str, in_view: Resolution | None, library: Library) -> Checked:
    """Whether a quotation stands in a document word for word, otherwise, or in none."""
    nears = near(quote, in_view, library)
    best = max(nears, key=lambda n: (n.likeness, n.resolution is in_view), default=None)
    if best is None or best.likeness < NEAREST:
        return Checked(quote, Standing.NOWHERE)
    if best.likeness < ALIKE:
        return Checked(quote, Standing.NOWHERE, best.resolution, best.paragraph)
    found = _differences(quote, best.text)
    standing = Standing.DIFFERENT if found else Standing.VERBATIM
    return Checked(quote, standing, best.resolution, best.paragraph, found)


def near(quote: str, in_view: Resolution | None, library: Library) -> list[_Near]:
    """The paragraphs that may have a quotation, each in the language in which it is most like it."""
    typed = squeezed(quote)
    places = dict.fromkeys(at for at, _ in library.search(quote, MOST_COMPARED))
    if in_view:
        places |= dict.fromkeys(at for at, _ in library.search(quote, MOST_COMPARED, in_view))
    found = []
    for at in places:
        resolution, paragraph = library.places[at]
        texts = [t.paragraph(paragraph.id).text for t in library.texts.get(resolution.symbol, {"": resolution}).values()]
        text = max(texts, key=lambda t: likeness(typed, squeezed(t)))
        found.append(_Near(likeness(typed, squeezed(text)), resolution, paragraph, text))
    return found


@lru_cache(maxsize=512)
def squeezed(text: str) -> str:
    """A text without anything but letters, characters and digits, in normal form: marks and spaces are not quoted."""
    return "".join(_WORDS.findall(whole(text)))


def likeness(typed: str, printed: str) -> float:
    """How like the best stretch of a text is to a quotation, 0–100; of a quotation longer than the text, to the whole."""
    if not typed or not printed:
        return 0.0
    if len(typed) > len(printed):
        return fuzz.ratio(typed, printed)
    return fuzz.partial_ratio(typed, printed)


def _differences(quote: str, text: str) -> tuple[Difference, ...]:
    """Where a quotation is not as the text has it, each place in the words of both."""
    typed, printed = _words(quote), _words(text)
    begin, end = _stretch([w for w, _ in typed], [w for w, _ in printed])
    found: list[Difference] = []
    codes = Levenshtein.opcodes([w for w, _ in typed], [w for w, _ in printed[begin:end]])
    for code in _trimmed(list(codes)):
        if code.tag != "equal":
            said = _text(quote, typed[code.src_start : code.src_end])
            stands = _text(text, printed[begin + code.dest_start : begin + code.dest_end])
            found.append(Difference(said, stands))
    return tuple(found)


def _words(text: str) -> list[tuple[str, tuple[int, int]]]:
    """The words and characters of a text as they are compared, each with where it stands."""
    return [(normal(m[0]), m.span()) for m in _WORDS.finditer(text)]


def _text(text: str, words: Sequence[tuple[str, tuple[int, int]]]) -> str:
    return text[words[0][1][0] : words[-1][1][1]] if words else ""


def _stretch(typed: list[str], printed: list[str]) -> tuple[int, int]:
    """The words of the text from which to which it comes nearest to the quotation, with some room at both ends."""
    best = fuzz.partial_ratio_alignment(typed, printed) if len(typed) <= len(printed) else None
    if best is None:
        return 0, len(printed)
    return max(0, best.dest_start - _ROOM), min(len(printed), best.dest_end + _ROOM)


def _trimmed(codes: list[Opcode]) -> list[Opcode]:
    """The edits without what only the text has before the quotation begins and after it ends."""
    if codes and codes[0].tag == "insert":
        codes = codes[1:]
    return codes[:-1] if codes and codes[-1].tag == "insert" else codes
