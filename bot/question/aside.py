"""Clauses that ask something which is not understood, beside a question that is: what is understood is answered, and
below it stands which words were not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from bot.language.cues import Cue
from bot.language.normal import BLANK, blank, is_chinese, normal
from bot.language.refusals import Refused
from bot.language.shapes import Shape
from bot.question.apart import MOST_PIECES, Asks, kind_of, pieces_of, read_piece
from bot.question.conversation import Understood
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
    VoteQuestion,
)
from bot.question.reading import LITTLE, VOTE_CUES, Reading, letters
from bot.question.record import PagedQuestion
from bot.resolution import Span

_JOINS: tuple[Cue | Shape, ...] = (Cue.JOIN, Cue.AND_THEN, Shape.NEXT_QUESTION)
_ANSWERED = (*SURE_KINDS, GroupsQuestion, DocumentQuestion, PagedQuestion, OfDocument)
"""The questions below whose answer it is said what else was not understood."""
_NOT_SURE = (Refusal, SubjectQuestion)
"""What a message may be taken for that has one clause of which nothing is known."""
_OF_A_CLAUSE = frozenset({
    Refused.NOT_FOUND, Refused.CHAT, Refused.SERVICE, Refused.FUTURE, Refused.OPINION, Refused.MONEY, Refused.PERSON,
})  # fmt: skip
"""The refusals of what one clause asks, which hold for no other: that a document is not here holds for all."""
_SIGNS: tuple[Cue | Shape, ...] = (
    Cue.CAST, Cue.STANCE, *VOTE_CUES, Cue.IT_IS_SAID, Shape.PART_UNIT, Shape.RESOLUTION, Shape.PROPOSAL,
    Shape.AMENDMENT, Cue.ON_SUBJECT, Cue.INSTRUMENT,
)  # fmt: skip
"""Words of votes, paragraphs and resolutions, beside which a name may belong to what is asked, or say of which."""


def with_aside(message: str, r: Reading, whole: Understood, ask: Callable[[str], Understood]) -> Understood:
    """What a message asks, and which of its clauses ask something that is not understood.

    whole: what it is understood as; ask: the same for a piece of it. A clause without which the message asks the same
    is not used by what it asks; nor is one that has words of nothing that is known here, and a name.
    """
    # Where paragraphs on a subject are sought, every clause may say on which.
    sought = isinstance(whole[0], SubjectQuestion) and whole[0].in_document
    if sought or not isinstance(whole[0], (*_ANSWERED, *_NOT_SURE, Several)):
        return whole
    said: list[Question] = []
    left_out: list[Span] = []
    for clause in _asking(message, r, whole[0]):
        left = ask(_without(r, [*left_out, clause.span]))
        if (aside := _aside(whole, left, clause)) is None:
            continue
        said.append(aside or ClarifyQuestion(Unclear.ASIDE, part=quoted(message, *clause.words)))
        left_out.append(clause.span)
        whole = left
    return (Several((*_parts(whole[0]), *said)), whole[1]) if said else whole


def _aside(whole: Understood, left: Understood, clause: _Clause) -> Question | Literal[False] | None:
    """What is said of a clause, given what a message asks with it and without it: what it asks by itself, where the
    whole message was taken for that; False where it is only named; None where what is asked uses it."""
    before, now = _parts(whole[0]), _parts(left[0])
    if any(each.reason not in _OF_A_CLAUSE for each in before if isinstance(each, Refusal)):
        return None
    sure = [each for each in now if isinstance(each, _ANSWERED)]
    same = sure == [each for each in before if isinstance(each, _ANSWERED)] and left[1].symbol == whole[1].symbol
    foreign = sure == [*now] and _foreign(clause.read)
    alone = question_of(frame_of(clause.read))
    if not sure or alone in sure or _said_again(alone, sure, clause.read):
        return None
    if isinstance(whole[0], _NOT_SURE):
        # What stands behind the first clause may go back to it.
        return alone if foreign and clause.span[0] and isinstance(alone, _NOT_SURE) else None
    only_named = foreign and _less_only(before, now, clause.read.states)
    return False if len(before) == len(now) and (same or only_named) else None


def _less_only(before: tuple[Question, ...], now: tuple[Question, ...], states: Iterable[str]) -> bool:
    """Whether all that what is asked loses is to be about some states."""
    lost = [(one, other) for one, other in zip(before, now, strict=False) if one != other]
    return all(
        isinstance(one, VoteQuestion)
        and set(one.states) - set(other.states if isinstance(other, VoteQuestion) else ()) <= set(states)
        for one, other in lost
    )


def _said_again(alone: Question, sure: Iterable[Question], piece: Reading) -> bool:
    """Whether what a clause asks is told by what is answered anyway: was it thrown out, how did it end?"""
    kind = kind_of(alone)
    told = kind in (Asks.FACT, Asks.DOCUMENT) or (kind is Asks.RESULT and piece.has(Cue.RESULT))
    return told and kind in map(kind_of, sure)


def _parts(question: Question) -> tuple[Question, ...]:
    return question.questions if isinstance(question, Several) else (question,)


def _without(r: Reading, spans: Iterable[Span]) -> str:
    """The message without some of its clauses."""
    text = r.text.cased
    for start, end in sorted(spans, reverse=True):
        text = text[:start].rstrip(" ,，;；") + text[end:] if text[end:].strip() else text[:start].rstrip(" ,，;；")
    return f"{text}?" if r.ends_as_question and not text.endswith(("?", "？")) else text


def quoted(message: str, start: int, end: int) -> str:
    """A clause as it was typed: its places are those of the normal form, which may be shorter."""

    def length(i: int) -> int:
        return len(normal(message[:i]))

    places = range(len(message) + 1)
    begin, behind = bisect_right(places, start, key=length) - 1, bisect_left(places, end, key=length)
    return message[begin:behind].strip(" \n,，;；.。?？!！¿¡、؟،؛:：")


def typed(message: str, r: Reading, span: Span) -> str:
    """What stands at a place of a message that was read, as it was typed; where it was read as another, as that."""
    return quoted(message, *span) if normal(message) == r.text.norm else r.text.cased[slice(*span)]


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause that asks something."""

    span: Span
    """Of all that is left out with it: with what joins it to the one before, or the next to it."""
    words: Span
    read: Reading


def _asking(message: str, r: Reading, question: Question) -> Iterator[_Clause]:
    """The clauses that ask something and of which something is not understood, or, beside what is asked of all
    resolutions, of which that is something else, in a message of which the rest asks as well."""
    spans = _clauses(message, r)
    if not 1 < len(spans) <= MOST_PIECES:
        return
    before = [0, *(end for _, end in spans)]
    asks = [_asks(r, *each) for each in zip(before, spans, strict=False)]
    if not any(asks):
        return
    read = [read_piece(r, *span) for span in spans]
    named = [bool(piece.references.selections) for piece in read]
    for i, ((start, end), piece) in enumerate(zip(spans, read, strict=True)):
        beside = any(asks[:i] + named[:i] + asks[i + 1 :] + named[i + 1 :])
        if asks[i] and beside and (_unknown(piece) or _of_another_kind(piece, question)):
            head = min((a for a, _ in r.spans_of(Shape.QUESTION_WORD) if before[i] <= a < start), default=start)
            yield _Clause((before[i], end if i else spans[1][0]), (head, end), piece)


def _clauses(message: str, r: Reading) -> list[Span]:
    """Where the clauses of a message stand: what is only joined, and begins with no word that asks, is one with what
    stands before."""
    found: list[Span] = []
    for start, end in pieces_of(message, r):
        before = found[-1][1] if found else 0
        joins = [(a - before, b - before) for a, b in r.spans_of(Cue.JOIN) if before <= a and b <= start]
        joined = bool(joins) and not blank(r.text.norm[before:start], joins).strip(f" {BLANK}")
        if found and joined and not _begins(r, before, end):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


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
    chinese = any(is_chinese(norm[a]) for a, _ in r.spans_of(Shape.QUESTION_WORD) if start <= a < end)
    return norm[end : end + 1] != "!" and (chinese or _begins(r, before, end))


def _begins(r: Reading, before: int, end: int) -> bool:
    """Whether what stands between two places begins with a word that asks, but for words that join it."""
    joins = [(a - before, b - before) for a, b in r.spans_of(*_JOINS) if before <= a]
    words = [a for a, _ in r.spans_of(Shape.QUESTION_WORD) if before <= a < end]
    return any(not letters(blank(r.text.norm[before:a], [x for x in joins if x[1] <= a - before])) for a in words)


_SENTENCE_ENDS = tuple(".!?;:。")


def _unknown(piece: Reading) -> bool:
    """Whether something of a clause is not understood, besides words that ask: a word, of Chinese two characters where
    it is about votes, since they may say whose, or about nothing known, and else more; or it is not to be asked
    here."""
    left = piece.left_besides(
        Shape.QUESTION_WORD, Shape.YOU, Shape.ABLE, Shape.SMALL_TALK, Cue.GREETING, Cue.THANKS, Cue.HELP
    )
    alone = question_of(frame_of(piece))
    refused = isinstance(alone, Refusal) and left > 0
    a_word = left == LITTLE and (piece.about_votes or isinstance(alone, SubjectQuestion) or not is_chinese(piece.rest))
    return left > LITTLE or a_word or refused


def _of_another_kind(piece: Reading, question: Question) -> bool:
    kind = kind_of(question_of(frame_of(piece)), piece)
    return isinstance(question, PagedQuestion) and kind in (Asks.FACT, Asks.TEXT, Asks.DOCUMENT)


def _foreign(piece: Reading) -> bool:
    """Whether a clause has no words of votes or of texts: a name in it is none of those that are asked about."""
    named = piece.references.spans or piece.documents or piece.spans_of(*_SIGNS)
    return not (named or kind_of(question_of(frame_of(piece)), piece))
