"""Messages that only go back to what was asked before, and what that was.

The steps (see `ladder`) give the question from before, changed where the message changes it.
"""

from __future__ import annotations

from bot.language.lexicon import Cue
from bot.language.selection import selection_of
from bot.question.model import ClarifyQuestion, Conversation, ParagraphQuestion, Question, RollQuestion, SubjectQuestion, Unclear, VoteQuestion
from bot.question.reading import Reading, weight
from bot.question.signs import FACT_CUES, LITTLE, SOME, SURE
from bot.question.where import ByNumber


def same_of_another(r: Reading, c: Conversation) -> Question | None:
    """那56/5呢, or the answer to “which document?”: what was asked before, of the document named now."""
    last = c.last
    asks = r.references.selections or r.states or r.groups or r.votes or r.has(Cue.CAST, Cue.RESULT, *FACT_CUES)
    if len(r.library.resolutions) == 1 or not r.named or asks or weight(r.left_without(Cue.AND_THEN, Cue.FILLER, Cue.QUESTION)) > LITTLE:
        return None
    if isinstance(last, ClarifyQuestion) and last.pending:
        return last.pending
    return last if r.has(Cue.AND_THEN) and isinstance(last, SURE) else None


def back(r: Reading, c: Conversation) -> Question | None:
    """What was shown or asked last, once more."""
    if not r.has(Cue.BACK) or weight(r.rest) > SOME or r.states or r.groups:
        return None
    if not c.shown and c.last is None:
        return ClarifyQuestion(Unclear.WHAT)
    if c.shown and not (r.has(Cue.CAST) and isinstance(c.last, (VoteQuestion, RollQuestion))):
        return ParagraphQuestion(ByNumber(tuple(map(selection_of, c.shown))))
    return c.last


def more(r: Reading, c: Conversation) -> Question | None:
    """还有别的段吗: others on the subject asked about before."""
    last = c.last
    if r.has(Cue.MORE) and weight(r.rest) <= LITTLE and isinstance(last, SubjectQuestion):
        return SubjectQuestion(last.words, beyond=(*last.beyond, *c.shown), part=last.part, asked=last.asked)
    return None
