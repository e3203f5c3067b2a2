"""What several steps look for in a message: how much of it is left over, whether it is about votes, about a fact, about another text."""

from __future__ import annotations

import re

from bot.language.lexicon import Cue
from bot.language.normal import normal
from bot.question.model import Fact, FactQuestion, ParagraphQuestion, RollQuestion, TableQuestion, TallyQuestion, VoteQuestion
from bot.question.reading import Reading

LITTLE = 2
"""The weight (see `weight`) of what may be left of a message besides the words that are understood,
for it to be taken for a question of a kind that has no words of its own (a bare name, a greeting)."""
SOME = 5
"""The same, for a question that does have words of its kind (which session, when)."""
MUCH = 14
"""The same, for one that has several such words (how many, in favour)."""
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
SURE = (VoteQuestion, RollQuestion, TableQuestion, TallyQuestion, ParagraphQuestion, FactQuestion)
"""The questions that have signs of their own, and so are what they seem in a piece of a message too: a subject may be anything."""


def about_votes(r: Reading) -> bool:
    """Whether there are words of voting in the message."""
    return r.has(Cue.CAST, Cue.YES, Cue.NO, Cue.ABSTAIN, Cue.STANCE, Cue.NOT_CAST)


def names_an_instrument(r: Reading) -> bool:
    """Whether a text other than the resolution is asked about: 《千年宣言》, the draft declaration."""
    title = any(not r.library.catalogue.is_title(normal(t)) for t in re.findall("《([^《》]+)》", r.text.norm))
    agenda = re.search(r"\d{4} ?年?[^,。?]{0,8}议程|\d{4} agenda", r.text.norm)
    return title or bool(agenda) or (r.has(Cue.INSTRUMENT) and not r.has(Cue.FACT_AGENDA, Cue.FACT_FOOTNOTE))
