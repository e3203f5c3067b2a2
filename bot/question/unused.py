"""What a question of all resolutions would pass over of its message: it is asked back about instead."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.lexicon import apart_from, longest
from bot.language.normal import is_chinese, normal
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import chosen
from bot.question.comparison import voted_so_together
from bot.question.conditions import topic_of
from bot.question.documents import LEAST_WORDS
from bot.question.latest import newest
from bot.question.model import Question
from bot.question.more_by import more_by
from bot.question.ordering import rank_of
from bot.question.reading import Reading, weight
from bot.question.record import (
    AlikeQuestion,
    Among,
    BetweenQuestion,
    Comparison,
    HistoryQuestion,
    ListQuestion,
    PagedQuestion,
    PartsQuestion,
    ThroughoutQuestion,
)
from bot.question.thresholds import counted_numbers

_BETWEEN = 8
"""Characters that may stand between a word that leaves out and the body it leaves out: except in the."""


def unused(question: Question | None, r: Reading) -> str:
    """The part of a message that the question asked of all resolutions does not use; empty where it uses all, or where
    none is asked but for a body that is left out."""
    if question is None:
        return _body_left_out(r)
    return (
        _body_left_out(r)
        or _excepted(question, r)
        or _organ_inside(r)
        or (_one_of_bodies(question, r) if isinstance(question, (HistoryQuestion, ListQuestion)) else "")
        or _threshold(r)
        or more_by(r)
        or _rank(question, r)
        or _few(question, r)
        or (_compared(r) if isinstance(question, ListQuestion) else "")
        or (_likeness(question, r) if isinstance(question, HistoryQuestion) else "")
        or (_of_states(question, r) if isinstance(question, (HistoryQuestion, ListQuestion)) else "")
        or _left_over(question, r)
    )


def not_so_many(among: Among, r: Reading) -> str:
    """What says of how many resolutions it is asked, 三次都, where so many do not meet the conditions; else empty."""
    for start, end in longest(r.spans_of(Cue.ALL_DOCUMENTS)):
        said = r.text.norm[start:end]
        # All 2023 resolutions are those of that year.
        years = [(d.start - start, d.end - start) for d in times.dated(r)]
        counts = [n for a, b, n in r.library.lexicon.references.numbers(said) if (a, b) not in years]
        if counts and len(chosen(among, r.library, recorded=True)) not in counts:
            return said
    return ""


def _body_left_out(r: Reading) -> str:
    """The body that a message leaves out, 安理会以外, outside the Security Council, with the word that does."""
    for start, end, _ in r.library.catalogue.organs(r.text.norm):
        # What leaves out a name leaves out no body: 不算五常，安理会…
        behind = [b for a, b in apart_from(r.spans_of(Cue.EXCEPT_BEHIND), r.own) if a - end in (0, 1)]
        before = [a for a, b in apart_from(r.spans_of(Cue.EXCEPT), r.own) if 0 <= start - b <= _BETWEEN]
        if behind or before:
            return r.text.norm[min([start, *before]) : max([end, *behind])]
    return ""


def _excepted(question: Question, r: Reading) -> str:
    """What else it leaves out: 除了海地的; not who is said to have voted otherwise, but not by Germany."""
    of_votes = {word for start, end, _ in r.vote_words for word in r.negating(start, end)}
    known = [*of_votes, *r.own, *r.spans_of(Cue.ALL, Cue.ONLY, Cue.UNANIMOUS, Cue.ALL_IN_FAVOUR, Cue.NOT_CAST)]
    if isinstance(question, HistoryQuestion) and question.each:
        of_voters = r.spans_of(Cue.NEGATION)
        known += [(a, b) for a, b in r.spans_of(Cue.EXCEPT) if any(a <= x and y <= b for x, y in of_voters)]
    # Menos votos are the fewest.
    fewest = [(a, b) for a, b in r.spans_of(Cue.LEAST) if (a, b) not in r.spans_of(Cue.EXCEPT)]
    words = apart_from(longest(r.spans_of(Cue.EXCEPT, Cue.EXCEPT_BEHIND)), [*known, *fewest])
    if not words:
        return ""
    start, end = words[0]
    behind = min((m.end for m in r.mentions if m.start >= end), default=end)
    return r.text.norm[start:behind].strip()


def _organ_inside(r: Reading) -> str:
    """A committee of a body, of whose reports the record does not tell: 大会第三委员会."""
    organs = [(a, b) for a, b, _ in r.library.catalogue.organs(r.text.norm)]
    others = apart_from(longest(r.spans_of(Cue.OTHER_BODY)), [*organs, *r.own])
    return r.text.norm[slice(*others[0])] if r.bodies and others else ""


def _one_of_bodies(question: HistoryQuestion | ListQuestion, r: Reading) -> str:
    """The bodies that are named where several are and none is a condition: 大会和安理会的决议."""
    among = question.among
    sought = normal(f"{among.words} {among.mentions}")
    organs = [(a, b) for a, b, body in r.library.catalogue.organs(r.text.norm) if body in r.bodies]
    if len(r.bodies) < 2 or among.body is not None or any(r.text.norm[a:b] in sought for a, b in organs):
        return ""
    return r.text.norm[min(a for a, _ in organs) : max(b for _, b in organs)]


def _threshold(r: Reading) -> str:
    """A share that is to be reached, 三分之二多数, where none is asked for."""
    words = apart_from(r.spans_of(Shape.FRACTION, Cue.MAJORITY), [*times.spans(r), *r.own])
    return r.text.norm[slice(*words[0])] if words else ""


def _compared(r: Reading) -> str:
    """A number of votes that is compared by a word and is no condition: fewer than 25 votes, and not of which kind."""
    known = [(start, end) for start, end, count in counted_numbers(r) if count > 1]
    left = apart_from(known, [*times.spans(r), *r.own])
    return r.text.norm[slice(*left[0])] if left and r.has(Cue.CAST) and not newest(r) else ""


def _rank(question: Question, r: Reading) -> str:
    """The second most, where no list of resolutions is asked for in such an order."""
    words = [] if isinstance(question, ListQuestion) and question.rank > 1 else apart_from(rank_of(r).spans, r.own)
    return r.text.norm[slice(*words[0])] if words and r.has(Cue.MOST, Cue.LEAST) else ""


def _few(question: Question, r: Reading) -> str:
    """How many are wanted, where no list is sorted by votes: of which so many would be the first."""
    so_many = isinstance(question, (ListQuestion, AlikeQuestion, ThroughoutQuestion)) and question.few
    return r.text.norm[slice(*r.few.spans[-1])] if r.few and not so_many else ""


def _likeness(question: HistoryQuestion, r: Reading) -> str:
    """A word for voting alike or otherwise that nothing is asked by."""
    compared = question.comparison is not Comparison.NONE or voted_so_together(r)
    words = [] if compared else r.spans_of(Cue.DIFFER, Cue.SAME)
    said = apart_from(words, [*((a, b) for a, b, _ in r.vote_words), *r.spans_of(Cue.SPLIT, Cue.UNANIMOUS)])
    return r.text.norm[slice(*said[0])] if said and len(r.states) > 1 else ""


def _of_states(question: HistoryQuestion | ListQuestion, r: Reading) -> str:
    """A group of states where nobody asks of it."""
    if isinstance(question, HistoryQuestion) and question.against:
        return ""
    groups = [(m.start, m.end) for m in r.mentions if m.named.group]
    return r.text.norm[slice(*groups[0])] if groups else ""


def _left_over(question: Question, r: Reading) -> str:
    """Words that nothing is known of and that no condition has: قرار غزة, of a title in another script."""
    if isinstance(question, BetweenQuestion | PartsQuestion) or not isinstance(question, PagedQuestion):
        return ""
    sought = f"{question.among.words} {question.among.mentions}"
    latest = r.spans_of(Shape.LATEST) if question.among.latest else []
    rank = [r.text.norm[start:end] for start, end in (*rank_of(r).spans, *latest)]
    # In a script with spaces a short word may stand inside of a longer one that is a condition.
    conditions = frozenset(sought.split())
    left = (word for word in topic_of(r).split() if word not in (sought if is_chinese(word) else conditions))
    words = [word for word in left if word not in rank]
    return " ".join(words) if weight("".join(words)) >= LEAST_WORDS else ""
