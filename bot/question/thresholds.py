"""How many votes of a kind a message sets as a condition: 赞成票不满100张的, no abstention, adopted 14-0-1."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from, longest
from bot.language.normal import BLANK, blank
from bot.language.numerals import value
from bot.language.shapes import Shape
from bot.question import times
from bot.question.latest import newest
from bot.question.model import ClarifyQuestion, Unclear
from bot.question.ordering import rank_of
from bot.question.pieces import tokens
from bot.question.reading import LITTLE, Reading
from bot.question.record import Bound
from bot.question.sessions import sessions
from bot.question.those_and_others import of_those_and_others
from bot.resolution import CAST, Span, Vote

MOST_VOTES = 193
"""The most votes that a roll call of any body has: the Members of the United Nations."""
_MEMBERS = (15, 47, MOST_VOTES)
"""How many the Security Council, the Human Rights Council and the Assembly have."""
_RESULT = re.compile(r"(?<![\d/.-])(\d{1,3}) ?([-–—/:]) ?(\d{1,3})(?: ?\2 ?(\d{1,3}))?(?![\d/.-])")
"""A result in figures and signs, in the order of the official records: in favour, against, abstaining."""
FEWEST_IN_FAVOUR = 9
"""With fewer votes in favour nothing is adopted, in any of these bodies: 以不到五票通过 is a difference."""
_NOT_FAR = 24
"""Characters that may stand between a number and the vote that so many cast, known ones with them."""
_SIGNS = frozenset(f" :,'’\"«»“”{BLANK}")
_MARKS = "".join(_SIGNS) + ".?!;()"
_BESIDE = (Cue.FILLER, Cue.VOTING, Cue.MEMBERS, Cue.WHO_VOTES, Cue.CAST, Cue.OF_THOSE, Cue.BEING, Cue.ONLY)
_COMPARED = (Shape.AT_MOST, Shape.AT_LEAST, Shape.FEWER, Shape.OVER)
_ALSO_BEHIND = (Shape.AT_MOST, Shape.AT_LEAST)
"""Those that may stand behind a number: 100票以上, 100 or more."""


_Found = list[tuple[Bound, tuple[Span, ...]]]
"""Each number of votes, with where the message says it."""


def with_bounds(r: Reading, *, of_list: bool = False) -> Reading | ClarifyQuestion:
    """The message with the numbers of votes that it sets as conditions, whose words are understood then; as it is where
    it asks for no resolutions, or of whom. Asked back where one of its numbers is no condition beside others that
    are. of_list: it asks of resolutions that were listed before."""
    if of_others := of_those_and_others(r):
        return of_others
    if tied := r.spans_of(Shape.TIED):
        r = replace(r, own=(*r.own, *tied))
    any_one = r.has(Cue.EVER, Cue.THERE_IS, Cue.HOW_MANY, Cue.WHICH_OF, Cue.ANY_ONE)
    compared = r.tells(*_COMPARED) or r.has(Cue.ONLY)
    of_any = r.resolution is None and r.tells(Shape.RESOLUTION) and (any_one or compared)
    asks = of_list or of_any or r.has(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS) or r.tells(Shape.WHICH_RESOLUTIONS)
    if not (asks or _votes_without(r)) or (r.has(Cue.COUNTRIES) and not compared):
        return r
    if r.has(Cue.COUNTRIES, Cue.WHO) and (so_many := _of_resolutions(r)):
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[slice(*so_many)])
    found = _results(r) or [*_of_margin(r), *_counted(r)] or _adopted_with(r) or (_some(r) if of_list else [])
    if not found:
        return r
    spans = list(dict.fromkeys(span for _, places in found for span in places))
    for number in _left(r, spans):
        if not (within := _within(found, number, r)):
            return ClarifyQuestion(Unclear.PART, part=r.text.norm[number[0] : number[1]])
        found = [(within[0], (*found[0][1], *within[1]))]
    spans = list(dict.fromkeys(span for _, places in found for span in places))
    return replace(r, own=(*r.own, *spans), bounds=tuple(bound for bound, _ in found))


def _votes_without(r: Reading) -> bool:
    """Whether a message says no more than votes in which nobody voted so: votes without abstentions, with no
    resolution in view."""
    # A vote with no abstentions is no vote with somebody.
    likens = apart_from(r.spans_of(Cue.SAME, Cue.DIFFER), r.spans_of(Shape.NO_VOTES))
    says_more = r.mentions or r.documents or r.left > LITTLE or likens or r.has(Cue.WHO, Cue.HOW)
    return r.resolution is None and r.has(Cue.CAST) and not says_more and bool(_without(r))


def _of_resolutions(r: Reading) -> Span | None:
    """Where a number that is compared counts resolutions and no votes: yes on at least 40 resolutions; None for
    nowhere."""
    begin = {a for a, _ in r.spans_of(Shape.RESOLUTION)}
    counted = (x for x in counted_numbers(r) if x[2] > 1)
    return next(((x[0], x[1]) for x in counted if begin & {x[1], r.skipped(x[1], ())}), None)


def _left(r: Reading, used: Iterable[Span]) -> list[tuple[int, int, int]]:
    """The numbers in figures, or compared by a word, that are neither of these nor counted in the conditions."""
    latest = newest(r)
    known = [*used, *r.own, *(latest.spans if latest else ())]
    numbers = (x for x in numbers_in(r) if x[2] <= MOST_VOTES and not any(a < x[1] and x[0] < b for a, b in known))
    return [x for x in numbers if r.text.norm[x[0]].isdecimal() or _compared((x[0], x[1]), r)]


def _within(found: _Found, number: tuple[int, int, int], r: Reading) -> tuple[Bound, tuple[Span, ...]] | None:
    """The one condition that there is with another number of the same votes: more than 5 but fewer than 12 in favour;
    None where that is not what is said."""
    start, end, count = number
    compared = _compared((start, end), r)
    if compared is None or len(found) != 1:
        return None
    bound, other = found[0][0], _bound(found[0][0].vote, count, compared[0])
    most = min((x for x in (bound.most, other.most) if x is not None), default=None)
    both = Bound(bound.vote, max(bound.least, other.least), most)
    is_range = (bound.least, bound.most) != (bound.least, bound.least) and most is not None and both.least <= most
    return (both, ((start, end), compared[1])) if is_range else None


def of_one(r: Reading) -> bool:
    """Whether it is said of one resolution only, and not of one state alone: una sola resolución, قرار واحد فقط."""
    ones = [(a, b) for a, b, count in numbers_in(r) if count == 1]
    behind = [x for x in r.cues.get(Cue.ONLY, ()) if x not in ones]
    named = [m.start for m in r.mentions]

    def near(one: Span, other: Span, least: int) -> bool:
        (_, end), (start, _) = sorted((one, other))
        return least <= start - end <= _BESIDE_ONE and not any(end <= at < start for at in named)

    return any(
        any(near(one, x, 0) for one in ones)
        or any(x < only and near(x, only, _A_WORD) and _said(x, only, r, ()) for only in behind)
        for x in r.spans_of(Shape.RESOLUTION)
    )


_A_WORD = 3
"""The fewest characters between a resolution and "only" behind it where its number, in any language, stands between."""
_BESIDE_ONE = 8
"""Characters between one and a resolution, where only stands between them."""


def told_result(r: Reading) -> tuple[tuple[Bound, ...], tuple[Span, ...]]:
    """The result that a message tells of the one that it means, 那个19比19的修正案, the 26-4-17 one: as conditions, and
    where it stands; nothing where it tells none, or compares the numbers of it."""
    found = [] if r.tells(*_COMPARED) else _results(r)
    return tuple(bound for bound, _ in found), tuple(span for _, places in found for span in places)


def _results(r: Reading) -> _Found:
    """14-0-1; or two numbers or three with a word for "to" between them: 14 to 1, 15比0比0."""
    known = [*((d.start, d.end) for d in r.documents), *times.spans(r)]
    if m := _RESULT.search(blank(r.text.norm, known)):
        return _exactly([int(x) for x in (m[1], m[3], m[4]) if x], m.span())
    spans = longest(r.cues.get(Cue.RATIO, ()))
    if len(spans) != 1 or any(a < spans[0][1] + 2 and spans[0][0] < b for a, b, _ in r.vote_words):
        return []
    counts = [n for a, b, n in numbers_in(r) if spans[0][0] <= a and b <= spans[0][1]]
    return _exactly([*counts, 0] if len(counts) == 1 else counts, spans[0])


def _exactly(counts: list[int], span: Span) -> _Found:
    whole = 1 < len(counts) <= len(CAST) and sum(counts) <= MOST_VOTES
    return [(Bound(vote, n, n), (span,)) for vote, n in zip(CAST, counts, strict=False)] if whole else []


def _counted(r: Reading) -> _Found:
    """The numbers beside words for votes, and the votes that nobody cast."""
    numbered = _numbered(r)
    named = {bound.vote for bound, _ in numbered}
    without = [x for x in _without(r) if x[0].vote not in named]
    return [*numbered, *without]


def _of_margin(r: Reading) -> _Found:
    """A number beside a word for the difference, with what it is compared by: by a margin of less than ten,
    差距不到五票, passed by less than five."""
    margins = r.spans_of(Cue.MARGIN)
    votes = apart_from(((a, b) for a, b, _ in r.vote_words), r.spans_of(Cue.REJECTED))
    passed = r.tells(Shape.ADOPTED, Shape.PASSING) and not (margins or votes)
    for start, end, count in numbers_in(r) if margins or passed else ():
        near = [x for x in margins if not _said((start, end), x, r, (*_COMPARED, Shape.ARTICLE))]
        compared = _compared((start, end), r)
        if passed and compared and compared[0] in _SO_FEW:
            # More than thirty may be in favour, and no difference.
            begins = min(start, compared[1][0])
            near = [x for x in r.spans_of(Shape.BY_SO_MANY) if not _said(x, (begins, begins), r, ())]
            near = [] if count > FEWEST_IN_FAVOUR and set(near) <= set(r.spans_of(Shape.WITH_SO_MANY)) else near
        elif not margins and count == 1:
            # Failed by one vote.
            votes = [x for x in r.spans_of(Cue.CAST) if r.skipped(end, ()) == x[0]]
            near = [x for x in r.spans_of(Shape.BY_SO_MANY) if votes and not _said(x, (start, start), r, ())]
        if near and count <= MOST_VOTES:
            spans = ((start, end), *near, *((compared[1],) if compared else ()))
            return [(_bound(None, count, compared[0] if compared else None), spans)]
    return []


def _adopted_with(r: Reading) -> _Found:
    """Adopted with fewer than 25 votes: those in favour, where no others are named."""
    if not r.tells(Shape.ADOPTED) or r.vote_words or r.has(Cue.MARGIN):
        return []
    cast = {a for a, _ in r.spans_of(Cue.CAST)}
    numbers = [x for x in counted_numbers(r) if r.skipped(x[1], ()) in cast]
    return [(bound_of(Vote.YES, x, r), tuple(comparing([x], r))) for x in numbers]


_SO_FEW = (Shape.FEWER, Shape.AT_MOST)


def whether_any(r: Reading) -> bool:
    """Whether it is asked if there were any that voted so: 有反对票的吗, any abstentions?"""
    who = apart_from(r.spans_of(Cue.WHO), r.spans_of(Cue.ANY_ONE))
    some = r.has(Cue.THERE_IS, Cue.ANY_ONE) or (r.has(Cue.WHO_VOTES) and r.ends_as_question)
    return some and not who and (r.asks or r.ends_as_question)


def _some(r: Reading) -> _Found:
    """有弃权的呢: of the resolutions of a list, those on which somebody voted so."""
    there_is = r.spans_of(Cue.THERE_IS, Cue.ANY_ONE, Shape.WHICH_OF_THEM, *(() if r.has(Cue.WHO) else [Cue.WHO_VOTES]))
    of_all = () if r.states else there_is
    # 没有反对票的 has its 有 in it.
    some = (x for x in r.vote_words if not r.negated(x[0], x[1]))
    beside = ((word, (a, b), vote) for a, b, vote in some for word in of_all if word[1] <= a)
    found: _Found = [(Bound(vote, 1), (word,)) for word, span, vote in beside if not _said(word, span, r, ())]
    return found[:1]


def _numbered(r: Reading) -> _Found:
    """The numbers beside words for votes, each with what it is compared by: fewer than 100 in favour."""
    latest = newest(r)
    of_latest = set(latest.spans) if latest else set()
    numbers = [x for x in numbers_in(r) if (x[0], x[1]) not in of_latest and x[2] <= MOST_VOTES]
    numbers = [x for x in numbers if x[2] != 1 or not _of_one(x[:2], r)]
    found: dict[Vote, tuple[Bound, tuple[Span, ...]]] = {}
    for start, end, count in numbers:
        near = min(((_gap((start, end), (a, b), r), vote) for a, b, vote in r.vote_words), default=None)
        if near is None or near[0] > _NOT_FAR or near[1] in found:
            continue
        compared = _compared((start, end), r)
        spans = ((start, end), compared[1]) if compared else ((start, end),)
        found[near[1]] = _bound(near[1], count, compared[0] if compared else None), spans
    return list(found.values())


def _bound(vote: Vote | None, count: int, compared: Shape | None) -> Bound:
    least, most = {
        None: (count, count),
        Shape.FEWER: (0, count - 1),
        Shape.AT_MOST: (0, count),
        Shape.OVER: (count + 1, None),
        Shape.AT_LEAST: (count, None),
    }[compared]
    return Bound(vote, least, most)


def counted_numbers(r: Reading) -> list[tuple[int, int, int]]:
    """(start, end, value) of the numbers of a message that are compared by a word: at least three, 不超过5张."""
    return [x for x in numbers_in(r) if x[2] <= MOST_VOTES and _compared((x[0], x[1]), r)]


def exact_numbers(r: Reading) -> list[tuple[int, int, int]]:
    """The same of numbers that count states or votes and are compared by no word: did two states vote against?, 5票反对
    吗."""
    counted = {start for start, _ in r.spans_of(Cue.KIND_OF, Cue.COUNTRIES, Cue.MEMBERS, Cue.CAST)}
    counted |= {m.start for m in r.mentions if m.named.group}
    # 反对的有14个: the word that counts ends the clause.
    counted |= {start for start, end in r.spans_of(Shape.OF_LIST) if r.text.norm[end : end + 1] in ("", ",", " ", "?")}
    # 4个国家.
    single = {start: end for start, end in r.cues.get(Cue.FILLER, ()) if end - start == 1}
    # The 7 of G7 counts none.
    named = [(m.start, m.end) for m in r.mentions]
    numbers = [x for x in numbers_in(r) if x[2] <= MOST_VOTES and not any(a <= x[0] < b for a, b in named)]
    ones = _ones(r)
    return [x for x in numbers if x[:2] in ones or not counted.isdisjoint((x[1], x[1] + 1, single.get(x[1], x[1])))]


def comparing(numbers: Iterable[tuple[int, int, int]], r: Reading) -> list[Span]:
    """Where such numbers stand, and what they are compared by."""
    compared = [(x, found) for x in numbers if (found := _compared((x[0], x[1]), r))]
    return [span for x, found in compared for span in ((x[0], x[1]), found[1])]


def bound_of(vote: Vote, number: tuple[int, int, int], r: Reading) -> Bound:
    """How many votes of a kind such a number sets as a condition: just so many where it is compared by no word."""
    compared = _compared((number[0], number[1]), r)
    return _bound(vote, number[2], compared[0] if compared else None)


def _compared(number: Span, r: Reading) -> tuple[Shape, Span] | None:
    """What a number is compared by, right before it or, as "or more" is, behind it."""
    # 有没有超过100国 is no 没有超过; 最多的三份 is a superlative.
    whether = r.spans_of(Cue.WHETHER)
    most = {x for x in r.spans_of(Cue.MOST, Cue.LEAST) if r.text.norm[x[1] : number[0]].strip()}
    found = [
        (span, shape)
        for shape in _COMPARED
        for span in apart_from([x for x in r.spans_of(shape) if x not in most], whether)
        if (span[1] <= number[0] or (shape in _ALSO_BEHIND and number[1] <= span[0])) and not _said(number, span, r, ())
    ]
    # 不满 is less, and its 满 is not looked at.
    span, shape = max(found, key=lambda x: x[0][1] - x[0][0], default=((0, 0), None))
    return (shape, span) if shape else None


def _without(r: Reading) -> _Found:
    """Not a single abstention, 没有反对票: the votes that nobody cast; none where others are said to have cast them."""
    if r.states or r.groups or r.has(Cue.ALL_IN_FAVOUR):
        return []
    # Where nobody was against it is a condition of its own.
    unanimous = r.spans_of(Cue.UNANIMOUS)
    found: dict[Vote, tuple[Bound, tuple[Span, ...]]] = {}
    for word in r.spans_of(Shape.NO_VOTES):
        for a, b, vote in r.vote_words:
            # Of yes and no, "no" is the vote.
            inside = any(x <= word[0] and word[1] <= y for x, y, _ in r.vote_words)
            # Who did not vote against any: the vote itself is denied.
            denied = r.has(Cue.WHO) and word in r.negating(a, b) and word not in r.spans_of(Cue.NO_ONE)
            if inside or denied or any(x < b and a < y for x, y in unanimous):
                continue
            if word != (a, b) and not _said(word, (a, b), r, ()) and vote is not Vote.YES:
                found.setdefault(vote, (Bound(vote, 0, 0), (word,)))
    return list(found.values())


def _gap(number: Span, vote: Span, r: Reading) -> int:
    """How far a number is from a word for a vote; beyond all where something else is said between them."""
    overlaps = number[0] < vote[1] and vote[0] < number[1]
    if overlaps and any(a <= number[0] and number[1] <= b for a, b in _ones(r)):
        # 一票反对: the vote is part of what is counted.
        return 0
    if overlaps or _said(number, vote, r, _COMPARED):
        return _NOT_FAR + 1
    return max(vote[0] - number[1], number[0] - vote[1])


def _said(one: Span, other: Span, r: Reading, shapes: Iterable[Shape]) -> bool:
    """Whether anything stands between two words but signs, words of voters, and what these shapes are."""
    (_, end), (start, _) = sorted((one, other))
    if start < end:
        return False
    of_lists = r.spans_of(Shape.RESOLUTION, Shape.WHICH_ONE, Shape.LISTED_ONE, Cue.DOCUMENTS)
    # Of one resolution, 五个以上 counts states.
    of_lists += r.spans_of(Shape.OF_LIST) if r.resolution is None else []
    if any(a < start and end < b for a, b in of_lists):
        return True
    # 两国一起投反对票: where names are, a number with words of voters behind it may count these.
    beside = (Cue.FILLER,) if r.states or r.groups else _BESIDE
    known = [(a - end, b - end) for a, b in r.spans_of(*beside, *shapes) if end <= a and b <= start]
    return not set(blank(r.text.norm[end:start], known)) <= _SIGNS


def _of_one(number: Span, r: Reading) -> bool:
    """Whether a resolution is named right behind a number, only one resolution, una sola resolución, or what is most
    right before it: 反对最多的一份."""
    if r.precedes(number[0], (Cue.MOST, Cue.LEAST, Cue.NARROWEST, Cue.CONTESTED), (Cue.OF_THOSE, Cue.FILLER)):
        return True
    end = max([number[1], *(b for a, b in r.spans_of(Shape.ONE_VOTER) if a <= number[0] < b)])
    return r.skipped(end, (Cue.ONLY,)) in {a for a, _ in r.spans_of(Shape.RESOLUTION)}


def _ones(r: Reading) -> list[Span]:
    """Where it is said that one cast such a vote, what overlaps as one: only one country."""
    found: list[Span] = []
    for start, end in sorted(span for span in r.spans_of(Shape.ONE_VOTER) if not _of_one(span, r)):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def numbers_in(r: Reading) -> list[tuple[int, int, int]]:
    """(start, end, value) of every number outside documents and dates, in figures or words."""
    norm = r.text.norm
    # One, of which it is not said what it counts, is a number here.
    spelt = ((a, b, value(norm[a:b].strip(_MARKS))) for a, b in tokens(norm, 0, len(norm)))
    every = {*r.library.lexicon.references.numbers(norm), *((a, b, n) for a, b, n in spelt if n is not None)}
    every |= {(a, b, 1) for a, b in _ones(r)}
    whole = [x for x in every if not any(a <= x[0] and x[1] <= b and b - a > x[1] - x[0] for a, b, _ in every)]
    # 4 December is no number of votes, nor is that of a session, and 一票都没有 is none.
    others = [
        *((d.start, d.end) for d in r.documents), *((d.start, d.end) for d in times.dated(r)),
        *r.spans_of(Shape.NO_VOTES, Shape.WHICH_RESOLUTIONS, Shape.TOTAL),
        *rank_of(r).spans, *(r.few.spans if r.few else ()), *(span for span, _ in sessions(r)),
    ]  # fmt: skip
    # Toutes deux; 反对票最多的是哪一次 is asked of one, and sets no condition.
    others += r.spans_of(Cue.BOTH, Cue.ALL, Cue.NEITHER, Cue.ALL_DOCUMENTS, Shape.WHICH_OF_THEM)
    # Did a single one oppose it? But of several: those with a single vote against.
    others += apart_from(r.spans_of(Cue.EITHER), r.spans_of(Cue.ONLY)) if r.resolution else []
    # 中国、俄罗斯、伊朗三国: so many were named.
    ends = {len(norm[: m.end].rstrip()) for m in r.mentions}
    others += [(a, b) for a, b, n in whole if n == len(r.states) > 1 and len(norm[:a].rstrip()) in ends]
    # 15国全数赞成: of a council of so many.
    whole_body = {a for a, _ in r.spans_of(Cue.ALL_IN_FAVOUR, Cue.ALL, Cue.UNANIMOUS)}
    others += [
        (a, b) for a, b, n in whole if n in _MEMBERS and r.skipped(b, (Cue.MEMBERS, Cue.FILLER)) in whole_body
    ]
    # 只有俄罗斯一国弃权, Russia was the only one: that state alone.
    alone = r.spans_of(Cue.ONLY) if r.states else []
    of_state = [(a, b) for a, b, n in whole if n == 1 and alone and not _of_one((a, b), r)]
    others += [
        (a, b) for a, b in of_state if any(x <= a and b <= y for x, y in alone) or len(norm[:a].rstrip()) in ends
    ]
    return [x for x in sorted(whole) if not any(a < x[1] and x[0] < b for a, b in others)]
