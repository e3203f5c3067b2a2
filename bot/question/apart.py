"""Questions of different kinds in one message, each of which is asked by itself: 法国怎么投的 第5段说了什么."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import get_args

from bot.language.cues import Cue
from bot.language.normal import normal, signs_in
from bot.language.refusals import Refused
from bot.language.shapes import Shape
from bot.question.conversation import Conversation
from bot.question.division import ENDS
from bot.question.examine import examine
from bot.question.facts import FACT_CUES
from bot.question.frame import frame_of
from bot.question.kinds import question_of
from bot.question.model import (
    ClarifyQuestion,
    DocumentQuestion,
    FactQuestion,
    ParagraphQuestion,
    Question,
    Refusal,
    RollQuestion,
    Several,
    SubjectQuestion,
    TableQuestion,
    TallyQuestion,
    Unclear,
    VoteQuestion,
)
from bot.question.reading import LITTLE, Reading, letters
from bot.question.record import PagedQuestion
from bot.resolution import Span


class Asks(StrEnum):
    """What questions ask for: two of one kind may say more of one another, two of different kinds do not."""

    VOTES = "votes"
    """Those of some states, or of those that voted so."""
    WHO = "who"
    """All that voted so."""
    RESULT = "result"
    TEXT = "text"
    FACT = "fact"
    DOCUMENT = "document"
    RECORD = "record"
    """Of more than one resolution."""
    REASON = "reason"
    FUTURE = "future"
    SPONSORS = "sponsors"


_KINDS: dict[type, Asks] = {
    VoteQuestion: Asks.VOTES,
    RollQuestion: Asks.VOTES,
    TableQuestion: Asks.VOTES,
    TallyQuestion: Asks.RESULT,
    ParagraphQuestion: Asks.TEXT,
    FactQuestion: Asks.FACT,
    DocumentQuestion: Asks.DOCUMENT,
}
_KINDS.update(dict.fromkeys(get_args(PagedQuestion), Asks.RECORD))
_REFUSED = {Refused.REASON: Asks.REASON, Refused.FUTURE: Asks.FUTURE, Refused.SPONSORS: Asks.SPONSORS}
_VOTING = (Cue.CAST, Cue.YES, Cue.NO, Cue.ABSTAIN, Cue.STANCE, Cue.NOT_CAST)
_SIGNS = {
    Asks.VOTES: _VOTING,
    Asks.WHO: (Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY, Cue.LIST, Cue.KIND_OF),
    Asks.RESULT: (Cue.RESULT, Cue.HOW_MANY),
    Asks.TEXT: (Cue.WHERE, Cue.IT_IS_SAID, Shape.PART_UNIT),
    Asks.FACT: tuple(FACT_CUES),
    Asks.DOCUMENT: (Cue.FULL, Cue.OUTLINE),
    Asks.RECORD: (*_VOTING, Cue.AGREEMENT, Cue.SAME, Cue.DIFFER, Cue.ALIKE),
    Asks.REASON: (Cue.WHY,),
    Asks.FUTURE: (Cue.FUTURE,),
    Asks.SPONSORS: (Cue.SPONSORS,),
}
"""The words without which none of these is asked."""
# Words of voting are signs of both, and alone are no sign that a message asks for two things.
_TOLD_BY = (_SIGNS[Asks.RECORD], *(words for kind, words in _SIGNS.items() if kind not in (Asks.VOTES, Asks.RECORD)))
_TWO = 2
MOST_PIECES = 12
"""Pieces of the longest message that is divided so."""

Ask = Callable[[str, Reading, Conversation], Question]


def of_different_kinds(message: str, r: Reading, conversation: Conversation, ask: Ask) -> Several | None:
    """The questions of a message, where its pieces ask for things of different kinds; None where they do not.

    ask: reads one of them. A piece that asks nothing by itself belongs to the one before it.
    """
    if sum(bool(r.spans_of(*words)) for words in _TOLD_BY) < _TWO:
        return None
    spans = list(pieces_of(message, r))
    if not 1 < len(spans) <= MOST_PIECES:
        return None
    if of_all := _of_each(r, spans, conversation, ask):
        return of_all
    # 紫色大象：谁弃权了？日本怎么投的: what stands before a colon, and says nothing that is known, is none of them.
    (start, end), *others = spans
    lead = read_piece(r, start, end)
    says = lead.mentions or lead.documents or kind_of(question_of(frame_of(lead)), lead)
    apart = _of_each(r, others, conversation, ask) if r.text.norm[end : end + 1] == ":" and not says else None
    aside = ClarifyQuestion(Unclear.ASIDE, part=r.text.cased[start:end].strip())
    return Several((*apart.questions, aside)) if apart else None


def _of_each(r: Reading, spans: list[Span], conversation: Conversation, ask: Ask) -> Several | None:
    """The same, of the pieces that stand at some places."""
    found = _divided(r, spans)
    if len({kind for _, kind in found}) < _TWO:
        return None
    questions: list[Question] = []
    for (start, end), kind in found:
        one = ask(piece_text(r, start, end), read_piece(r, start, end), Conversation() if questions else conversation)
        parts = one.questions if isinstance(one, Several) else (one,)
        if any(kind_of(part) is not kind for part in parts):
            return None
        questions += parts
    return Several(tuple(questions))


def _divided(r: Reading, spans: list[Span]) -> list[tuple[Span, Asks]]:
    """Where the questions stand, each with what it asks for: pieces one after the other that ask for the same are one.

    A piece that asks nothing goes with the next one where it names somebody, as in how did France | and Germany vote,
    and else with the one before; one that says nothing with none.
    """
    found: list[tuple[Span, Asks]] = []
    waiting: int | None = None
    last, of_some = None, False
    for start, end in spans:
        piece = read_piece(r, start, end)
        if waiting is None and found and _says_nothing(piece):
            continue
        begin = start if waiting is None else waiting
        kind = None if _leaves_out(piece) else kind_of(question_of(frame_of(piece)), piece)
        of_before = bool(found) and kind in _OF_VOTES and piece.has(*_OF_BEFORE)
        before = found[-1][1] if found else None
        of_them = before is Asks.VOTES and (of_some or r.text.norm[start - 1 : start] == ",")
        # 欧盟赞成、反对、弃权各有多少: how many of the same abstained.
        counts = kind is Asks.RESULT and bool(last and last.groups and piece.votes) and not piece.has(Cue.RESULT)
        goes_on = bool(found) and (before is kind or (of_them and (kind is Asks.WHO or counts)))
        if kind is None and (not found or piece.mentions):
            waiting = begin
        elif last and kind and _of_one_paragraph({before: last, kind: piece}):
            found[-1] = ((found[-1][0][0], end), Asks.TEXT)
            waiting = None
        elif kind is None or of_before or goes_on:
            found[-1] = ((found[-1][0][0], end), found[-1][1])
            waiting = None
        else:
            found.append(((begin, end), kind))
            waiting = None
        # Which Latin American states abstained, and which voted in favour: of the same.
        last = piece if kind else last
        of_some = (of_some and kind is None) or (kind is Asks.VOTES and bool(piece.votes))
    if waiting is not None and found:
        found[-1] = ((found[-1][0][0], spans[-1][1]), found[-1][1])
    return found


def _leaves_out(r: Reading) -> bool:
    """Whether a piece of a message only says who is left out of what the next one asks: 要是不算非洲组，…."""
    return r.has(Cue.FUTURE) and r.has(Cue.EXCEPT) and bool(r.mentions) and not (r.about_votes or r.ends_as_question)


def _of_one_paragraph(pieces: Mapping[Asks | None, Reading]) -> bool:
    """Whether one of two pieces asks what it is about, and the other is nothing but the number of a paragraph:
    内容是什么？第21段."""
    if pieces.keys() != {Asks.DOCUMENT, Asks.TEXT}:
        return False
    of_document, of_text = pieces[Asks.DOCUMENT], pieces[Asks.TEXT]
    bare = bool(of_text.references.selections) and not of_text.has(Cue.IT_IS_SAID, Cue.WHERE, Cue.HOW)
    return bare and not of_document.tells(Shape.THIS_DOCUMENT, Shape.RESOLUTION)


def _says_nothing(r: Reading) -> bool:
    """Whether a piece of a message only leads over to what comes next: 再问一下, además."""
    return not (r.mentions or r.references.spans or r.documents or r.about_votes or r.has(*_ASKING)) and (
        r.left <= LITTLE
    )


_OF_VOTES = (Asks.VOTES, Asks.WHO, Asks.RESULT)
_ASKING = tuple({cue for words in _SIGNS.values() for cue in words if isinstance(cue, Cue)})
_OF_BEFORE = (Cue.AMONG, Cue.THAT_SET, Cue.REST, Cue.ELSE, Cue.OWN_GROUP, Cue.SAME, Cue.DIFFER)
"""Words by which a piece of a message asks of those that the one before is about."""


def kind_of(question: Question, r: Reading | None = None) -> Asks | None:
    """What a question asks for; None where it is not known, or where the words for that do not stand in the piece that
    it was read from."""
    if isinstance(question, Refusal):
        return _REFUSED.get(question.reason)
    if isinstance(question, SubjectQuestion):
        return Asks.TEXT if question.in_document and not (r and r.mentions) else None
    kind = _KINDS.get(type(question))
    if kind is Asks.DOCUMENT and r and (r.tells(Shape.PART_UNIT) or r.has(Cue.ONLY)):
        # All paragraphs, please: of those that were asked for; 只有一句话: what it is like.
        return None
    if isinstance(question, RollQuestion) and question == RollQuestion(question.votes):
        kind = Asks.WHO
    if kind is Asks.FACT and r and r.references.selections:
        # And the eighth preambular one, for a footnote.
        return None
    told = r is None or kind is None or (kind is Asks.TEXT and r.references.selections) or r.spans_of(*_SIGNS[kind])
    return kind if told else None


def piece_text(r: Reading, start: int, end: int) -> str:
    """A piece of the message; with a question mark where the message ends with one."""
    piece = r.text.cased[start:end].rstrip(" ,，;；")
    return f"{piece}?" if r.ends_as_question and not piece.endswith(("?", "？")) else piece


def read_piece(r: Reading, start: int, end: int) -> Reading:
    """A piece of a message read by itself, of the resolution that the message is about; of none where another piece
    names that, and this one asks of several."""
    piece = examine(piece_text(r, start, end), r.library)
    elsewhere = r.named and bool(r.documents) and not piece.documents
    several = piece.has(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS) or piece.tells(Shape.WHICH_RESOLUTIONS)
    of_all = elsewhere and several and not piece.tells(Shape.THIS_DOCUMENT, Shape.THAT_ONE)
    return piece if of_all else replace(piece, resolution=r.resolution, named=r.named)


def pieces_of(message: str, r: Reading) -> Iterator[Span]:
    """Where a message may divide: at the ends of sentences and clauses, before words that begin another question, and
    where a space stands beside Chinese, which has none within a sentence."""
    norm = r.text.norm
    named = [(m.start, m.end) for m in r.mentions]
    goes_on = {a for a, _ in r.spans_of(Shape.SAME_QUESTION)}
    cuts = [*signs_in(norm, ",:;"), *(m.span() for m in ENDS.finditer(norm))]
    # Footnote no. 8.
    shortened = {end for _, end in r.spans_of(Shape.NUMBER_WORD) if norm[end:].lstrip()[:1].isdecimal()}
    stops = (at + 1 for at, c in enumerate(norm) if c == "." and norm[at + 1 : at + 2] in ("", " "))
    cuts += [(end - 1, end) for end in stops if end not in shortened]
    # In an address, what they join is no question.
    cuts += [x for x in signs_in(norm, "+&") if _ends_a_word(norm[x[1] : x[1] + 1])]
    cuts += [(at, end) for at, end in signs_in(norm, "/") if norm[at - 1 : end + 1] == " / "]
    cuts += [(at, at) for at in (*r.text.gaps, *_line_ends(message))]
    cuts += [x for x in r.spans_of(Shape.NEXT_QUESTION, Cue.JOIN) if x[0] not in goes_on]
    cuts += [(a, a) for a, _ in r.spans_of(Shape.AND_ASKS)]
    at = 0
    for start, end in sorted({*cuts, (len(norm), len(norm))}):
        if any(a < start and end < b for a, b in named):
            continue
        if letters(norm[at:start]):
            yield at, start
        at = max(at, end)


def _ends_a_word(sign: str) -> bool:
    return sign in ("", " ") or not sign.isascii()


def _line_ends(message: str) -> list[int]:
    """Where the lines of a message end in its normal form, which has none."""
    lines = message.splitlines()
    return [len(normal("\n".join(lines[: i + 1]))) for i in range(len(lines) - 1)]
