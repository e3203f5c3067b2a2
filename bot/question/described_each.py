"""Messages that describe several resolutions, and ask something of each: who opposed the one on ferries, and how did
Chile vote on the one on orchards?"""

from __future__ import annotations

from bot.corpus.library import Library
from bot.language.cues import Cue
from bot.question.choice import DocumentChoice
from bot.question.compound import MOST_QUESTIONS, OF_EACH, asked, clauses
from bot.question.conversation import Conversation
from bot.question.described import bare_choice, described, without
from bot.question.documents import meant
from bot.question.examine import examine
from bot.question.model import OfDocument, Several
from bot.question.reading import Reading


def described_each(r: Reading) -> Several | None:
    """What a message asks of each of the resolutions that its clauses describe; None where not every clause describes
    one of its own and asks something of it."""
    pieces = clauses(r) if not r.documents and len(r.library.summaries) > 1 else []
    if not 1 < len(pieces) <= MOST_QUESTIONS:
        return None
    parts: list[OfDocument] = []
    for piece in pieces:
        if (part := _of_clause(piece, r.library)) is None:
            return None
        parts.append(part)
    return Several(tuple(parts)) if len({part.symbol for part in parts}) == len(parts) else None


def _of_clause(clause: str, library: Library) -> OfDocument | None:
    """What a clause asks of the one resolution that it surely describes; None where it does not."""
    r = examine(clause, library)
    if not r.has(Cue.WHO, Cue.COUNTRIES, Cue.HOW, Cue.RESULT, Cue.HOW_MANY, Cue.WHETHER, Cue.YES_OR_NO, Cue.CAST):
        return None
    told = described(r, Conversation())
    which = told or meant(r, Conversation())
    if not isinstance(which, DocumentChoice) or which.resolution is None or not which.named:
        return None
    left = without(r, which.naming) if told else clause
    read = bare_choice(which).read_into(examine(left, library)) if told else which.read_into(r)
    question = asked(left, read, Conversation())
    return OfDocument(which.resolution.symbol, question) if isinstance(question, OF_EACH) else None
