"""Clauses that ask something which is not understood, beside a question that is: what is understood is answered, and
below it stands which words were not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from bot.language.cues import Cue
from bot.language.normal import blank, is_chinese
from bot.language.refusals import Refused
from bot.language.shapes import Shape
from bot.question.apart import MOST_PIECES, kind_of, pieces_of, read_piece
from bot.question.conversation import Conversation
from bot.question.frame import frame_of
from bot.question.kinds import question_of
from bot.question.model import (
    SURE_KINDS,
    ClarifyQuestion,
    DocumentQuestion,
    GroupsQuestion,
    OfDocument,
    Question,
    Refusal,
    Several,
    Unclear,
)
from bot.question.reading import LITTLE, VOTE_CUES, Reading, letters, weight
from bot.question.record import PagedQuestion
from bot.resolution import Span

Understood = tuple[Question, Conversation]
_ANSWERED = (*SURE_KINDS, GroupsQuestion, DocumentQuestion, PagedQuestion, OfDocument)
"""The questions below whose answer it is said what else was not understood."""
_OF_A_CLAUSE = frozenset({
    Refused.NOT_FOUND, Refused.CHAT, Refused.FUTURE, Refused.OPINION, Refused.MONEY, Refused.PERSON,
})  # fmt: skip
"""The refusals of what one clause asks, which hold for no other: that a document is not here holds for all."""
_SIGNS = (
    Cue.CAST, Cue.STANCE, *VOTE_CUES, Cue.IT_IS_SAID, Shape.PART_UNIT, Shape.RESOLUTION, Shape.PROPOSAL,
    Shape.AMENDMENT, Cue.ON_SUBJECT,
)  # fmt: skip
"""Words of votes, paragraphs and resolutions, beside which a name may belong to what is asked, or say of which."""


def with_aside(message: str, r: Reading, whole: Understood, ask: Callable[[str], Understood]) -> Understood:
    """What a message asks, and which of its clauses ask something that is not understood.

    whole: what it is understood as; ask: the same for a piece of it. A clause without which the message asks the same
    is not used by what it asks; one that has words of nothing that is known here is not, whatever name is in it.
    """
    question, _ = whole
    if not isinstance(question, (*_ANSWERED, Several, Refusal)):
        return whole
    said: list[Question] = []
    left_out: list[Span] = []
    for span, piece in _asking(message, r, question):
        left = ask(_without(r, [*left_out, span]))
        before, now = _parts(whole[0]), _parts(left[0])
        if not all(isinstance(each, _ANSWERED) for each in now if not isinstance(each, Refusal)):
            continue
        refused = [each for each in before if isinstance(each, Refusal) and each not in now]
        if isinstance(whole[0], Refusal) and refused:
            if refused[0].reason not in _OF_A_CLAUSE or not isinstance(now[0], _ANSWERED):
                continue
            said += refused
        elif refused:
            continue
        elif before == now or _foreign(piece):
            said.append(ClarifyQuestion(Unclear.ASIDE, part=_quoted(r, span)))
        else:
            continue
        left_out.append(span)
        whole = left
    return (Several((*_parts(whole[0]), *said)), whole[1]) if said else whole


def _parts(question: Question) -> tuple[Question, ...]:
    return question.questions if isinstance(question, Several) else (question,)


def _without(r: Reading, spans: Iterable[Span]) -> str:
    """The message without some of its clauses."""
    text = r.text.cased
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}" if text[end:].strip() else text[:start].rstrip(" ,，;；")
    return f"{text}?" if r.ends_as_question and not text.endswith(("?", "？")) else text


def _quoted(r: Reading, span: Span) -> str:
    return r.text.cased[slice(*span)].strip(" ,，;；.。?？!！¿¡、")


def _asking(message: str, r: Reading, question: Question) -> Iterator[tuple[Span, Reading]]:
    """The clauses that ask something and of which something is not understood, or, beside what is asked of all
    resolutions, of which that is something else."""
    spans = list(pieces_of(message, r))
    if not 1 < len(spans) <= MOST_PIECES:
        return
    for start, end in spans:
        piece = read_piece(r, start, end)
        if _asks(r, piece, start, end) and (_unknown(piece) or _of_another_kind(piece, question)):
            yield (start, end), piece


def _asks(r: Reading, piece: Reading, start: int, end: int) -> bool:
    """Whether a clause asks something of its own: a whole sentence with a question mark, or one with a word that asks,
    at its head but in Chinese, where that stands anywhere."""
    before = r.text.norm[:start].rstrip()
    sentence = not before or before[-1] in ".!?;:。"
    if sentence and r.text.norm[start:end].rstrip().endswith("?"):
        return True
    words = piece.spans_of(Shape.QUESTION_WORD)
    if any(is_chinese(piece.text.norm[a]) for a, _ in words):
        return True
    head = len(piece.text.norm) - len(piece.text.norm.lstrip(" ¿¡,"))
    head = piece.skipped(head, (Cue.JOIN, Cue.AND_THEN))
    return any(a == head for a, _ in words)


def _unknown(piece: Reading) -> bool:
    """Whether something of a clause is not understood, besides words that ask."""
    words = (Shape.QUESTION_WORD, Shape.YOU, Shape.ABLE, Shape.SMALL_TALK, Cue.GREETING, Cue.THANKS, Cue.HELP)
    return weight(letters(blank(piece._left, piece.spans_of(*words)))) >= LITTLE


def _of_another_kind(piece: Reading, question: Question) -> bool:
    kind = kind_of(question_of(frame_of(piece)), piece)
    return isinstance(question, PagedQuestion) and kind not in (None, kind_of(question))


def _foreign(piece: Reading) -> bool:
    """Whether a clause has no words of votes or of texts: a name in it is none of those that are asked about."""
    references = piece.references.spans or piece.documents
    return not (references or piece.spans_of(*_SIGNS) or kind_of(question_of(frame_of(piece)), piece))
