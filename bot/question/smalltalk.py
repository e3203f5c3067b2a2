"""Messages that ask nothing of a resolution: empty ones, chat, greetings, thanks, and what the bot can do."""

from __future__ import annotations

import re

from bot.language.lexicon import Cue
from bot.language.normal import blank
from bot.question.model import ClarifyQuestion, Conversation, HelpQuestion, Question, Topic, Unclear
from bot.question.reading import Reading, weight
from bot.question.signs import FACT_CUES, LITTLE, SOME, about_votes


def empty(r: Reading, c: Conversation) -> Question | None:
    """Nothing but signs: help where it is a “?” in a conversation, else it is asked back."""
    if re.search(r"\w", r.text.norm) or r.mentions:
        return None
    if set(r.text.norm) & set("?？") and c.turns:
        return HelpQuestion()
    return ClarifyQuestion(Unclear.EMPTY)


def talk(r: Reading, c: Conversation) -> Question | None:
    """Greetings, thanks, and what the bot can do."""
    asks = about_votes(r) or r.states or r.groups or r.references.selections or r.references.step
    numbers = re.search(r"\d", blank(r.text.norm, [(d.start, d.end) for d in r.documents]))
    if asks or numbers or (r.has(Cue.RESULT, Cue.FULL, Cue.OUTLINE, *FACT_CUES) and not r.has(Cue.HELP)):
        return None
    if r.has(Cue.ABOUT_BOT) and weight(r.rest) <= LITTLE:
        return HelpQuestion(Topic.ABOUT)
    if r.has(Cue.COMPLAINT) and weight(r.rest) <= LITTLE:
        return ClarifyQuestion(Unclear.WHAT)
    plainly = any(len(r.text.norm[s:e].encode()) >= 12 for s, e in r.cues.get(Cue.HELP, ()))
    if r.has(Cue.HELP) and not r.has(Cue.OUTLINE) and weight(r.rest) <= (SOME if plainly else LITTLE):
        return HelpQuestion()
    if r.has(Cue.GREETING, Cue.THANKS) and weight(r.left_without(Cue.GREETING, Cue.THANKS, Cue.FILLER, Cue.AND_THEN)) < LITTLE:
        return HelpQuestion(Topic.THANKS if r.has(Cue.THANKS) else Topic.HELLO)
    return None
