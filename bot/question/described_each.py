"""Messages that describe several resolutions, and ask something of each: who opposed the one on ferries, and how did
Chile vote on the one on orchards?"""

from __future__ import annotations

from bot.corpus.library import Library
from bot.language.cues import Cue
from bot.question.choice import DocumentChoice
from bot.question.compound import MOST_QUESTIONS, OF_EACH, asked, clauses
from bot.question.conversation import Conversation, Turn
from bot.question.described import bare_choice, described, without
from bot.question.documents import meant
from bot.question.examine import examine
from bot.question.model import ClarifyQuestion, OfDocument, Several, Unclear
from bot.question.reading import Reading

_ASKS = (Cue.WHO, Cue.COUNTRIES, Cue.HOW, Cue.RESULT, Cue.HOW_MANY, Cue.WHETHER, Cue.YES_OR_NO, Cue.CAST)


def described_each(r: Reading) -> Several | ClarifyQuestion | None:
    """What a message asks of each of the resolutions that its clauses describe; asked back where it is not sure which
    one of them describes. None where not every clause describes one of its own and asks something of it."""
    pieces = clauses(r) if not r.documents and len(r.library.summaries) > 1 else []
    if not 1 < len(pieces) <= MOST_QUESTIONS:
        return None
    parts: list[OfDocument | str] = []
    before = Conversation()
    for piece in pieces:
        part = _of_clause(piece, r.library, before)
        if part is None:
            return None
        parts.append(part)
        if isinstance(part, OfDocument):
            # And who opposed the one on apes?, beside the first.
            before = Conversation((Turn(part.question, of=part.symbol),), part.symbol)
    told = tuple(part for part in parts if isinstance(part, OfDocument))
    unsure = [part for part in parts if isinstance(part, str)]
    if not told or len({part.symbol for part in told}) < len(told):
        return None
    return ClarifyQuestion(Unclear.PART, part=unsure[0]) if unsure else Several(told)


def asked_apart(r: Reading) -> bool:
    """Whether two clauses of a message each ask who cast a vote."""
    each = (examine(piece, r.library) for piece in clauses(r))
    return sum(bool(x.votes) and x.has(Cue.WHO, Cue.COUNTRIES) for x in each) > 1


def _of_clause(clause: str, library: Library, before: Conversation) -> OfDocument | str | None:
    """What a clause asks of the one resolution that it surely describes, or its words where it is not sure which; None
    where it describes none, or asks nothing of it."""
    r = examine(clause, library)
    if not r.has(*_ASKS):
        return None
    told = described(r, Conversation()) or described(r, before)
    which = told or meant(r, Conversation())
    if not isinstance(which, DocumentChoice) or not which.named:
        return None
    if which.resolution is None:
        spans = which.naming if told and not which.every else ()
        return r.text.cased[min(a for a, _ in spans) : max(b for _, b in spans)] if spans else None
    left = without(r, which.naming) if told else clause
    read = bare_choice(which).read_into(examine(left, library)) if told else which.read_into(r)
    question = asked(left, read, Conversation())
    return OfDocument(which.resolution.symbol, question) if isinstance(question, OF_EACH) else None
