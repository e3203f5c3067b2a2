"""What a message has before what it asks: the symbol of a resolution as its heading, 56/4 谁反对, 56/4: who opposed
it?; or a word for no: no, the abstentions."""

from __future__ import annotations

from typing import NamedTuple

from bot.corpus.library import Library
from bot.language.citations import documents
from bot.language.cues import Cue
from bot.language.normal import normal
from bot.language.shapes import Shape
from bot.question.conversation import Conversation
from bot.question.examine import examine
from bot.question.model import ClarifyQuestion
from bot.question.reading import Reading, letters

_SET_OFF = " \t\n,:，："
"""Signs that set a heading apart from what stands behind it."""


_OPENS = frozenset("《「『«“\"")
"""Signs before a title."""


class Headed(NamedTuple):
    """A message without its heading."""

    symbol: str
    """Of the resolution that the heading names."""
    rest: str


def headed(message: str, conversation: Conversation, library: Library) -> Headed | None:
    """The message without the symbol that it begins with, where that is set apart from a question that stands behind
    it, and is of one resolution here.

    None also where a question was left open, another resolution is in view, or more than one document is named: then
    the symbol may be the answer, or one of those that are compared.
    """
    text = message.strip()
    end = next((at for at, sign in enumerate(text) if sign in _SET_OFF), 0)
    symbol, rest = text[:end], text[end:].lstrip(_SET_OFF)
    if "/" not in symbol or len(library.summaries) == 1 or isinstance(conversation.last, ClarifyQuestion):
        return None
    known = library.catalogue.called(normal(symbol))
    one = len(known) == 1 and conversation.symbol in ("", known[0].symbol)
    if not one or documents(normal(rest)) or not letters(normal(rest)):
        return None
    r = examine(rest, library)
    goes_on = any(start == 0 for start, _ in r.spans_of(Cue.JOIN, Cue.AND_THEN))
    # 78/220 Iran, 78/35 《…》: what a vote without a text is on.
    may_be_on = (bool(r.mentions) or not _OPENS.isdisjoint(rest)) and not known[0].paragraphs
    return None if goes_on or may_be_on else Headed(known[0].symbol, rest)


def behind_no(r: Reading) -> str:
    """What stands behind a word for no that a message begins with, and a sign, no, … or non ! …, or one that corrects,
    non pardon; empty where it does not begin so."""
    ends = [r.skipped(b, ()) for a, b in r.spans_of(Shape.NO_SAID) if a == 0]
    corrects = {a for a, _ in r.spans_of(Cue.CORRECTION)}
    ends = [end for end in ends if r.text.norm[end : end + 1] in _BEHIND_NO or end in corrects]
    return r.text.cased[ends[0] + (ends[0] not in corrects) :].strip(" ,.!;") if ends else ""


_BEHIND_NO = (",", ".", "!", ";", "-", "…")
