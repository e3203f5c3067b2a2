"""Clauses that ask something which is not understood, beside a question that is: what is understood is answered, and
below it stands which words were not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from bot.language.cues import Cue
from bot.language.normal import blank, is_chinese, normal
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
    SubjectQuestion,
    Unclear,
)
from bot.question.reading import LITTLE, VOTE_CUES, Reading, letters
from bot.question.record import PagedQuestion
from bot.resolution import Span

Understood = tuple[Question, Conversation]
_ANSWERED = (*SURE_KINDS, GroupsQuestion, DocumentQuestion, PagedQuestion, OfDocument)
"""The questions below whose answer it is said what else was not understood."""
_NOT_SURE = (Refusal, SubjectQuestion)
"""What a message may be taken for that has one clause of which nothing is known."""
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
    if not isinstance(whole[0], (*_ANSWERED, *_NOT_SURE, Several)):
        return whole
    said: list[Question] = []
    left_out: list[Span] = []
    for span, piece in _asking(message, r, whole[0]):
        left = ask(_without(r, [*left_out, span]))
        if (aside := _aside(whole[0], left[0], piece)) is None:
            continue
        said.append(aside or ClarifyQuestion(Unclear.ASIDE, part=_quoted(message, *span)))
        left_out.append(span)
        whole = left
    return (Several((*_parts(whole[0]), *said)), whole[1]) if said else whole


def _aside(whole: Question, left: Question, piece: Reading) -> Question | Literal[False] | None:
    """What is said of a clause, given what a message asks with it and without it: what it asks by itself, where the
    whole message was taken for that; False where it is only named; None where what is asked uses it."""
    before, now = _parts(whole), _parts(left)
    if not all(isinstance(each, _ANSWERED) for each in now if each not in before):
        return None
    if isinstance(whole, _NOT_SURE):
        of_all = isinstance(whole, Refusal) and whole.reason not in _OF_A_CLAUSE
        alone = question_of(frame_of(piece))
        return alone if not of_all and left != whole and isinstance(alone, _NOT_SURE) else None
    if any(isinstance(each, _NOT_SURE) and each not in now for each in before):
        # Of it, it is said that it is not here.
        return None
    return False if before == now or _foreign(piece) else None


def _parts(question: Question) -> tuple[Question, ...]:
    return question.questions if isinstance(question, Several) else (question,)


def _without(r: Reading, spans: Iterable[Span]) -> str:
    """The message without some of its clauses."""
    text = r.text.cased
    for start, end in sorted(spans, reverse=True):
        text = text[:start].rstrip(" ,，;；") + text[end:] if text[end:].strip() else text[:start].rstrip(" ,，;；")
    return f"{text}?" if r.ends_as_question and not text.endswith(("?", "？")) else text


def _quoted(message: str, start: int, end: int) -> str:
    """A clause as it was typed: its places are those of the normal form, which may be shorter."""
    places = range(len(message))
    begin, behind = (bisect_left(places, at, key=lambda i: len(normal(message[:i]))) for at in (start, end))
    return message[begin:behind].strip(" \n,，;；.。?？!！¿¡、؟،؛:：")


def _asking(message: str, r: Reading, question: Question) -> Iterator[tuple[Span, Reading]]:
    """The clauses that ask something and of which something is not understood, or, beside what is asked of all
    resolutions, of which that is something else; each with what joins it to the one before, the first one with what
    joins the next to it."""
    spans = list(pieces_of(message, r))
    if not 1 < len(spans) <= MOST_PIECES:
        return
    for i, (start, end) in enumerate(spans):
        before = spans[i - 1][1] if i else 0
        piece = read_piece(r, start, end)
        if _asks(r, before, (start, end)) and (_unknown(piece) or _of_another_kind(piece, question)):
            yield (before, end if i else spans[1][0]), piece


def _asks(r: Reading, before: int, clause: Span) -> bool:
    """Whether a clause asks something of its own: a whole sentence with a question mark, or one with a word that asks,
    at its head but in Chinese, where that stands anywhere.

    before: where the one before it ends; what joins it to that may be a word that asks, as in y cómo.
    """
    norm, (start, end) = r.text.norm, clause
    sentence = not norm[:before].strip() or norm[:start].rstrip()[-1:] in _SENTENCE_ENDS
    if norm[start:end].rstrip().endswith("?") and sentence:
        return True
    # ¡Qué interesante! exclaims.
    exclaims = norm[end : end + 1] == "!"
    words = [] if exclaims else [a for a, _ in r.spans_of(Shape.QUESTION_WORD) if before <= a < end]
    if any(is_chinese(norm[a]) for a in words):
        return True
    joins = [(a - before, b - before) for a, b in r.spans_of(*_JOINS) if before <= a]
    return any(not letters(blank(norm[before:a], [x for x in joins if x[1] <= a - before])) for a in words)


_SENTENCE_ENDS = tuple(".!?;:。")
_JOINS: tuple[Cue | Shape, ...] = (Cue.JOIN, Cue.AND_THEN, Shape.NEXT_QUESTION)


def _unknown(piece: Reading) -> bool:
    """Whether something of a clause is not understood, besides words that ask, or it is nothing to be asked here."""
    left = piece.left_besides(
        Shape.QUESTION_WORD, Shape.YOU, Shape.ABLE, Shape.SMALL_TALK, Cue.GREETING, Cue.THANKS, Cue.HELP
    )
    return left >= LITTLE or isinstance(question_of(frame_of(piece)), Refusal)


def _of_another_kind(piece: Reading, question: Question) -> bool:
    kind = kind_of(question_of(frame_of(piece)), piece)
    return isinstance(question, PagedQuestion) and kind not in (None, kind_of(question))


def _foreign(piece: Reading) -> bool:
    """Whether a clause has no words of votes or of texts: a name in it is none of those that are asked about."""
    references = piece.references.spans or piece.documents
    return not (references or piece.spans_of(*_SIGNS) or kind_of(question_of(frame_of(piece)), piece))
