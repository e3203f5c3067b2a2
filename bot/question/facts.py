"""Questions about a document as a whole: what it says of itself, its text, and the lists that it does not give."""

from __future__ import annotations

import re

from bot.language.lexicon import Cue
from bot.language.named import Sense
from bot.language.shapes import Shape
from bot.question.documents import names_an_instrument
from bot.question.frame import Frame
from bot.question.model import DocumentQuestion, Fact, FactQuestion, Question
from bot.question.reading import LITTLE, SOME, weight

FACT_CUES = {
    Cue.FACT_FOOTNOTE: Fact.FOOTNOTE,
    Cue.FACT_COUNT: Fact.COUNT,
    Cue.FACT_SESSION_DATES: Fact.SESSION_DATES,
    Cue.FACT_MEETING: Fact.MEETING,
    Cue.FACT_SESSION: Fact.SESSION,
    Cue.FACT_AGENDA: Fact.AGENDA_ITEM,
    Cue.FACT_SYMBOL: Fact.SYMBOL,
    Cue.FACT_TITLE: Fact.TITLE,
    Cue.FACT_BODY: Fact.BODY,
    Cue.FACT_ADOPTED: Fact.ADOPTED,
}


def facts(f: Frame) -> Question | None:
    """What the document says of itself outside its paragraphs: its date, its symbol, its title."""
    r = f.reading
    found = [fact for cue, fact in FACT_CUES.items() if r.has(cue)]
    if not found or (r.has(Cue.IT_IS_SAID) and not r.has(Cue.FACT_COUNT)):
        return None
    said = r.has(Cue.WHERE) and (r.left > LITTLE or "《" in r.text.norm)
    if said and not r.has(Cue.FACT_COUNT, Cue.FACT_FOOTNOTE):
        return None
    if any(m.named.sense is Sense.WORD for m in r.mentions) and r.rest:
        return None
    if names_an_instrument(r) or r.left > (SOME if r.tells(Shape.ASKS) or "?" in r.text.norm else 1):
        return None
    if Fact.SESSION_DATES in found:
        found = [f for f in found if f not in (Fact.ADOPTED, Fact.SESSION, Fact.MEETING)]
    if Fact.FOOTNOTE in found:
        found = [Fact.FOOTNOTE]
    when = Fact.ADOPTED in found and r.tells(Shape.ASKS_WHEN)
    if when and Fact.SESSION in found and Fact.MEETING not in found:
        found = [Fact.SESSION_DATES, Fact.SESSION]
    if Fact.AGENDA_ITEM in found:
        found = [f for f in found if f is not Fact.TITLE]
    return FactQuestion(tuple(dict.fromkeys(found)), r.references.part)


def document(f: Frame) -> Question | None:
    """The whole text, its outline, or nothing but its symbol."""
    r = f.reading
    if r.has(Cue.FULL) and r.left <= LITTLE and not r.references.spans:
        return DocumentQuestion(full=not r.has(Cue.OUTLINE))
    if r.has(Cue.OUTLINE) and r.left <= LITTLE:
        return DocumentQuestion(full=False, brief=r.has(Cue.BRIEF))
    left = r.left_without(Cue.FILLER, Cue.FACT_SYMBOL, Cue.QUESTION)
    more = r.has(Cue.WHERE, Cue.IT_IS_SAID, Cue.IT, Cue.THIS_PARAGRAPH) or re.search(r"\d", left)
    return DocumentQuestion(full=False) if r.documents and not more and weight(left) < LITTLE else None
