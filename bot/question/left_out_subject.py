"""What resolutions are not to be on: those on Sudan and not on South Sudan, 2024年的决议，不包括关于以色列的."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.named import Mention, Sense
from bot.language.shapes import Shape
from bot.question.among import about
from bot.question.conditions import states_on
from bot.question.conversation import Conversation
from bot.question.documents import LEAST_WORDS, words_of
from bot.question.model import ClarifyQuestion, Question, Unclear
from bot.question.reading import Reading, letters, weight
from bot.question.record import OfAmong
from bot.resolution import Span

_LEAVES_OUT = (Cue.NOT_OF, Cue.EXCEPT, Cue.EXCEPT_BEHIND, Cue.NEGATION)
_EMPTY = (Cue.FILLER, Cue.MEMBERS, Cue.OF_THOSE, Cue.THAT_SET, Cue.VOTING, Cue.ON_SUBJECT, Cue.DOCUMENTS, Cue.MENTIONS)
"""What may stand between a word that leaves out and what is left out: except for those on."""
_ENDS = frozenset(",.;:?!()、。")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What resolutions are not to be on, and where a message says so."""

    words: str
    span: Span
    said: str
    """The words of the message at that place."""


def subject_left_out(r: Reading) -> LeftOut | None:
    """What a message says that resolutions are not to be on; None where it says nothing of it, or leaves out voters."""
    if not (r.tells(Shape.RESOLUTION, Shape.AMENDMENT) or r.has(Cue.DOCUMENTS)) or r.documents:
        return None
    # Who voted no on the resolution on Mali: its "no" is a part of the vote.
    votes = [(a, b) for a, b, _ in r.vote_words if " " in r.text.norm[a:b]]
    asked = [*r.spans_of(Cue.WHETHER, Cue.YES_OR_NO), *votes]
    for start, end in sorted(set(r.spans_of(*_LEAVES_OUT)), key=lambda x: (x[0], -x[1])):
        if any(a <= start and end <= b for a, b in asked):
            continue
        at = r.skipped(end, _EMPTY)
        named = next((m for m in r.mentions if m.named.sense is Sense.STATE and m.start == at), None)
        if named and _is_subject(r, start, at, named):
            behind = r.skipped(named.end, (Cue.OF_THOSE,))
            # 关于苏丹而不是南苏丹的决议: what they are called stays.
            of_name = any(behind == a for a, _ in r.spans_of(Shape.RESOLUTION))
            # 智利反对的不涉及苏丹的决议: one of the two is enough.
            doubled = any(b == start for _, b in r.spans_of(Cue.OF_THOSE))
            last = named.end if of_name and not doubled else behind
            return LeftOut(r.text.norm[named.start : named.end], (start, last), r.text.norm[start:last])
        words = (_words(r, end) or _contrasted(r, start, end)) if named is None else None
        if words:
            return LeftOut(words[0], (start, words[1]), r.text.norm[start : words[1]])
    return None


def _is_subject(r: Reading, start: int, at: int, named: Mention) -> bool:
    """Whether a state that is left out is one that resolutions are on, and no voter: a word for "on" stands before it,
    or it stands behind another that they are on, or no voters are asked about."""
    says_on = any(start < a and b <= at for a, b in r.spans_of(Cue.ON_SUBJECT))
    before = max((m for m in r.mentions if m.end <= start), key=lambda m: m.end, default=None)
    behind_topic = before is not None and before in states_on(r)
    who = apart_from(r.spans_of(Cue.WHO, Cue.COUNTRIES), r.spans_of(Cue.WHICH_OF, Cue.DOCUMENTS))
    voters = r.about_votes or r.groups or who
    return says_on or behind_topic or not voters


def _words(r: Reading, end: int) -> tuple[str, int] | None:
    """The words behind one that leaves out and one for "on", as far as the clause goes, and where they end."""
    norm = r.text.norm
    on = [b for a, b in r.spans_of(Cue.ON_SUBJECT) if a == r.skipped(end, (Cue.FILLER, Cue.OF_THOSE, Cue.THAT_SET))]
    on += [b for a, b in r.spans_of(Cue.ON_SUBJECT) if a == r.skipped(end, ())]
    if not on:
        return None
    last = next((i for i in range(max(on), len(norm)) if norm[i] in _ENDS), len(norm))
    words = words_of(letters(norm[max(on) : last]), r)
    return (words, last) if weight(words) >= LEAST_WORDS else None


def _contrasted(r: Reading, start: int, end: int) -> tuple[str, int] | None:
    """The same behind a subject that resolutions are on, bees not bicycles; None where nothing is on both."""
    if not any(a <= start and end <= b for a, b in r.spans_of(Cue.NOT_OF)):
        return None
    norm, begins = r.text.norm, [b for _, b in r.spans_of(Cue.ON_SUBJECT) if b <= start]
    last = next((i for i in range(end, len(norm)) if norm[i] in _ENDS), len(norm))
    on = words_of(letters(norm[max(begins, default=start) : start]), r)
    words = words_of(letters(norm[end:last]), r)
    known = min(weight(on), weight(words)) >= LEAST_WORDS and about(on, r.library) and about(words, r.library)
    return (words, last) if known else None


def less_subject(left_out: LeftOut, question: Question, conversation: Conversation, r: Reading) -> Question:
    """The question, of those resolutions alone that are not on that; asked back where it is not one of resolutions that
    meet conditions, or of one that is on none of it."""
    on = about(left_out.words, r.library)
    places = r.library.catalogue.places
    if isinstance(question, OfAmong) and on:
        return replace(question, among=replace(question.among, not_on=left_out.words))
    if isinstance(question, ClarifyQuestion):
        others = tuple(symbol for symbol in question.symbols if places.get(symbol) not in on)
        return replace(question, symbols=others) if others else question
    of_another = bool(conversation.symbol) and places.get(conversation.symbol) not in on
    return question if of_another else ClarifyQuestion(Unclear.PART, part=left_out.said)
