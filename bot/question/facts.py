"""Questions about a document as a whole: what it says of itself, its text, and the lists that it does not give."""

from __future__ import annotations

import re

from bot.language.lexicon import Cue
from bot.language.names import Sense
from bot.question.model import Conversation, DocumentQuestion, Fact, FactQuestion, ListQuestion, Question, Refusal, Refused
from bot.question.reading import Reading, weight
from bot.question.signs import FACT_CUES, LITTLE, SOME, names_an_instrument

_ASKS = re.compile("告知|告诉|提供|给出|说明|什么|哪|几|多少|何|啥|咩|乜|边|谁|which|what|when|quel|que|cual|как|когда|ما|متي|[?？]")


def facts(r: Reading, c: Conversation) -> Question | None:
    """What the document says of itself outside its paragraphs: its date, its symbol, its title."""
    found = [fact for cue, fact in FACT_CUES.items() if r.has(cue)]
    if not found or (r.has(Cue.IT_IS_SAID) and not r.has(Cue.FACT_COUNT)):
        return None
    said = r.has(Cue.WHERE) and (weight(r.rest) > LITTLE or "《" in r.text.norm)
    if said and not r.has(Cue.FACT_COUNT, Cue.FACT_FOOTNOTE):
        return None
    if any(m.named.sense is Sense.WORD for m in r.mentions) and r.rest:
        return None
    if names_an_instrument(r):
        return None if found == [Fact.AGENDA_ITEM] else Refusal(Refused.NOT_FOUND)
    if weight(r.rest) > (SOME if _ASKS.search(r.text.norm) else 1):
        return None
    if Fact.SESSION_DATES in found:
        found = [f for f in found if f not in (Fact.ADOPTED, Fact.SESSION, Fact.MEETING)]
    if Fact.FOOTNOTE in found:
        found = [Fact.FOOTNOTE]
    if Fact.SESSION in found and Fact.MEETING not in found and Fact.ADOPTED in found and re.search("when|何时|什么时候|哪天|几时", r.text.norm):
        found = [Fact.SESSION_DATES, Fact.SESSION]
    if Fact.AGENDA_ITEM in found:
        found = [f for f in found if f is not Fact.TITLE]
    return FactQuestion(tuple(dict.fromkeys(found)), r.references.part)


def document(r: Reading, c: Conversation) -> Question | None:
    """The whole text, its outline, or nothing but its symbol."""
    own = bool(r.documents)
    if r.has(Cue.FULL) and weight(r.rest) <= LITTLE and not r.references.spans:
        return DocumentQuestion(full=not r.has(Cue.OUTLINE))
    if r.has(Cue.OUTLINE) and weight(r.rest) <= LITTLE:
        return DocumentQuestion(full=False, brief=r.has(Cue.BRIEF))
    left = r.left_without(Cue.FILLER, Cue.FACT_SYMBOL, Cue.QUESTION)
    chosen = r.named and isinstance(c.last, ListQuestion)
    if (own or chosen) and not r.has(Cue.WHERE, Cue.IT_IS_SAID, Cue.IT, Cue.THIS_PARAGRAPH) and weight(left) < LITTLE and not re.search(r"\d", left):
        return DocumentQuestion(full=False)
    return None
