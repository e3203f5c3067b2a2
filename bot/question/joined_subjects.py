"""Several subjects that are joined in what a message says of resolutions: 2026年白俄罗斯和布隆迪的决议, the one on
ferries and the one on orchards. What it asks is asked of the resolution on each, and of none of them alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from bot.language.cues import Cue
from bot.language.named import Sense
from bot.language.normal import blank, normal
from bot.language.phrases import ARABIC_AND
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import titled_so
from bot.question.conversation import Conversation, Understood
from bot.question.documents import LEAST_WORDS
from bot.question.misspelt_subject import finds_nothing
from bot.question.model import (
    SURE_KINDS,
    ClarifyQuestion,
    OfDocument,
    Question,
    Refusal,
    Refused,
    RollQuestion,
    Several,
    TallyQuestion,
    Unclear,
    VoteQuestion,
)
from bot.question.pieces import of_resolution, pieces, unknown
from bot.question.reading import Reading, letters
from bot.question.record import BetweenQuestion, HistoryQuestion, ListQuestion, OfAmong
from bot.question.sessions import spans_of_sessions
from bot.resolution import Span, Vote

_MOST_JOINED = 4
"""How many subjects are asked about at once."""
_EMPTY = (
    Cue.JOIN, Cue.ON_SUBJECT, Cue.FILLER, Cue.OF_THOSE, Cue.MEMBERS, Shape.ONE_THAT, Shape.ARTICLE, Shape.LISTED_ONE,
)  # fmt: skip
"""Words that may stand between two subjects that are joined."""


def each_of_joined(r: Reading, whole: Understood, ask: Callable[[str], Understood]) -> Understood:
    """What a message is understood as; where it joins several subjects and asks of one of them, or finds nothing, what
    it asks of the resolution on each.

    ask: understands a message.
    """
    subjects = _subjects(r) if len(r.library.summaries) > 1 and not r.documents else []
    if not subjects or not _of_one_alone(whole[0], r, subjects):
        return whole
    start, end = subjects[0][0], subjects[-1][1]
    outside = [(a, b) for a, b in _of_so_many(r, len(subjects)) if b <= start or end <= a] + _joined_before(r, start)
    before, behind = (_less(r, span, outside) for span in ((0, start), (end, len(r.text.cased))))
    each = [ask(f"{before}{r.text.cased[slice(*subject)]}{behind}") for subject in subjects]
    together = _together([(question, goes_on.symbol) for question, goes_on in each], r, subjects)
    return (together, whole[1]) if together else whole


def of_each_before(r: Reading, whole: Understood, conversation: Conversation) -> Understood:
    """What a message is understood as; and China?, after how one state voted on each of several resolutions, of each of
    them, and not of one."""
    question, last = whole[0], conversation.last
    before = last.questions if isinstance(last, Several) else ()
    of_each = [each for each in before if isinstance(each, OfDocument) and isinstance(each.question, VoteQuestion)]
    goes_on = r.has(Cue.AND_THEN) and not r.documents and isinstance(question, VoteQuestion)
    if not goes_on or len(of_each) < len(before) or whole[1].symbol not in {each.symbol for each in of_each}:
        return whole
    return Several(tuple(OfDocument(each.symbol, question) for each in of_each)), whole[1]


def _together(each: list[tuple[Question, str]], r: Reading, subjects: list[Span]) -> Several | None:
    """What is asked of each subject as one question; None where it is not asked of a resolution on each, or, of those
    of which it is not, that is not told."""
    told = [x for x in each if _tells(*x, r)]
    others = [question for question, symbol in each if not _tells(question, symbol, r)]
    of = [OfDocument(symbol, question) if isinstance(question, SURE_KINDS) else question for question, symbol in told]
    if len(set(of)) < len(of) or not all(_not_known(question, r) for question in others):
        return None
    if not told:
        # Of the one it is asked back which is meant, and the other is not here.
        open_ones = [question for question in others if isinstance(question, ClarifyQuestion)]
        not_here = [question for question in others if not isinstance(question, ClarifyQuestion)]
        return Several((*not_here, *open_ones)) if len(open_ones) == 1 else None
    who = [(symbol, _votes(question)) for question, symbol in told if question == RollQuestion(_votes(question))]
    both = r.has(Cue.BOTH) or bool(_joined_before(r, subjects[0][0]))
    if len(who) == len(each) and both:
        # Who opposed both: those who did so on each.
        return Several((BetweenQuestion(tuple(who)),))
    named = set(_states(r, subjects))
    as_voters = (isinstance(x, VoteQuestion | HistoryQuestion) and set(x.states) & named for x, _ in told)
    return None if any(as_voters) else Several((*of, *others))


def _votes(question: Question) -> frozenset[Vote]:
    return question.votes if isinstance(question, RollQuestion) else frozenset()


def _tells(question: Question, symbol: str, r: Reading) -> bool:
    """Whether what is asked is asked of one resolution, or how states voted on some that are here."""
    of_one = bool(symbol) and isinstance(question, VoteQuestion | RollQuestion | TallyQuestion)
    on_some = isinstance(question, HistoryQuestion | ListQuestion) and bool(_said(question))
    return of_one or (on_some and not finds_nothing(question, r.library))


def _said(question: Question) -> str:
    """What the resolutions are said to be on that are asked about; empty where that is not said."""
    return normal(f"{question.among.words} {question.among.mentions}".strip()) if isinstance(question, OfAmong) else ""


def _not_known(question: Question, r: Reading) -> bool:
    """Whether resolutions are asked about that are not here, or it is asked back which one is meant."""
    refused = isinstance(question, Refusal) and question.reason in (Refused.OTHER_DOCUMENT, Refused.OTHER_TIME)
    asked_back = isinstance(question, ClarifyQuestion) and question.unclear is Unclear.WHICH_DOCUMENT
    return refused or asked_back or (isinstance(question, OfAmong) and finds_nothing(question, r.library))


def _of_one_alone(question: Question, r: Reading, subjects: list[Span]) -> bool:
    """Whether a message is understood as asking of one resolution, of none, or of a state that is a subject of it."""
    as_voters = isinstance(question, HistoryQuestion) and not set(question.states).isdisjoint(_states(r, subjects))
    # On Ukraine and Belarus: of the resolutions on the one.
    said = _said(question) if isinstance(question, HistoryQuestion | ListQuestion) else ""
    passed_over = bool(said) and any(r.text.norm[slice(*subject)] not in said for subject in subjects)
    return isinstance(question, SURE_KINDS) or finds_nothing(question, r.library) or as_voters or passed_over


def _states(r: Reading, spans: list[Span]) -> Iterator[str]:
    """The states that are named at some places."""
    for m in r.mentions:
        if m.named.sense is Sense.STATE and any(a <= m.start and m.end <= b for a, b in spans):
            yield from m.named.codes


def _subjects(r: Reading) -> list[Span]:
    """Where the subjects stand that a message joins, from left to right; nothing where it joins none, or says of each
    when its resolution was adopted."""
    each = sorted(set(units(r)))
    found: list[tuple[Span, bool]] = []
    for span, beside in each:
        if found and not _joined(r, found[-1][0][1], span[0]):
            if len(found) > 1 and any(near for _, near in found):
                break
            found = []
        found.append((span, beside))
    spans = [span for span, _ in found]
    fits = 1 < len(spans) <= _MOST_JOINED and any(near for _, near in found)
    titled = fits and titled_so(r.text.cased[spans[0][0] : spans[-1][1]], r.library)
    return spans if fits and not titled else []


def units(r: Reading) -> Iterator[tuple[Span, bool]]:
    """Where what may be a subject stands, what "and" joins apart, and whether it stands beside a word for a resolution
    or one for "on"."""
    groups = [(m.start, m.end) for m in r.mentions if m.named.group]
    organs = [(a, b) for a, b, _ in r.library.catalogue.organs(r.text.norm)]
    joins = r.cues.get(Cue.JOIN, ())
    # 印度对甲和乙怎么投: on both of them.
    objects = r.spans_of(Shape.OF_OBJECT) if r.has(Cue.CAST) else []
    voted_on = {r.skipped(b, ()) for _, b in objects}
    for piece in pieces(r, [*groups, *organs, *spans_of_sessions(r), *objects]):
        cuts = [(a, b) for a, b in joins if piece.start < a and b < piece.end and not _in_a_name(r, (a, b))]
        ends = [(piece.start, piece.start), *cuts, (piece.end, piece.end)]
        for (_, start), (end, _) in pairwise(ends):
            if span := _bare(r, start, end):
                yield span, piece.on or piece.beside or piece.start in voted_on


def _in_a_name(r: Reading, span: Span) -> bool:
    return any(m.start < span[1] and span[0] < m.end for m in r.mentions)


def _bare(r: Reading, start: int, end: int) -> Span | None:
    """What stands between two places, without empty words at its ends; None where that says of nothing what it is."""
    norm = r.text.norm
    left = blank(norm, [x for x in r.spans_of(*_EMPTY) if not _in_a_name(r, x)])
    while start < end and not left[start].isalnum():
        start += 1
    while start < end and (not left[end - 1].isalnum() or left[start:end].endswith(f" {ARABIC_AND}")):
        end -= 1
    named = any(m.named.sense is Sense.STATE and start <= m.start and m.end <= end for m in r.mentions)
    return (start, end) if start < end and (named or unknown(r, start, end) >= LEAST_WORDS) else None


def _joined(r: Reading, end: int, start: int) -> bool:
    """Whether "and" or a sign that stands for it is between two places, and nothing besides but empty words and words
    for a resolution."""
    norm = r.text.norm
    empty = [*r.spans_of(*_EMPTY), *of_resolution(r)]
    inside = [(a - end, b - end) for a, b in empty if end <= a and b <= start]
    joins = [1 for a, b in r.cues.get(Cue.JOIN, ()) if end <= a and b <= start]
    timed = any(end <= a and b <= start for a, b in times.spans(r))
    left = letters(blank(norm[end:start], inside))
    return not timed and (left == ARABIC_AND or (not left and (bool(joins) or norm[end:start] == "、")))


def _of_so_many(r: Reading, count: int) -> list[Span]:
    """Where it is said that there are so many resolutions, of which each is asked about by itself then: both, 两份."""
    units = r.spans_of(Shape.OF_LIST)
    numbers = [(a, b) for a, b, n in r.library.lexicon.references.numbers(r.text.norm) if n == count]
    counted = [(a, y) for a, b in numbers for x, y in units if r.skipped(b, ()) == x]
    return [*r.spans_of(Cue.BOTH), *counted]


def _joined_before(r: Reading, start: int) -> list[Span]:
    """Where "and" stands before the first subject as well, и по Беларуси, и по Украине, and says that both are
    meant."""
    on = {r.skipped(b, (Cue.MEMBERS,)): a for a, b in r.cues.get(Cue.ON_SUBJECT, ())}
    first = on.get(start, start)
    return [(a, b) for a, b in r.cues.get(Cue.JOIN, ()) if b <= first and r.skipped(b, ()) == first]


def _less(r: Reading, span: Span, left_out: list[Span]) -> str:
    """A part of the message, without what stands at some places of it."""
    start, end = span
    inside = [(a - start, b - start) for a, b in left_out if start <= a and b <= end]
    text = r.text.cased[start:end]
    for a, b in sorted(inside, reverse=True):
        text = f"{text[:a]}{text[b:].lstrip() if not text[:a].strip() else text[b:]}"
    return text
