"""In which order resolutions, or years, are wanted: the narrowest first, the year with the most, the second of them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.normal import blank, signs_in
from bot.language.shapes import Shape
from bot.question import times
from bot.question.latest import newest
from bot.question.reading import Reading, letters
from bot.question.record import First, Order
from bot.question.sessions import spans_of_sessions
from bot.resolution import Span, Vote


def in_which_year(r: Reading) -> bool:
    """Whether it is asked in which year a vote, or those of states, went furthest one way: 哪一年赞成票最多."""
    extreme = r.has(Cue.MOST, Cue.LEAST, Cue.NARROWEST, Cue.CONTESTED, Cue.MOST_VOTES)
    alike = len(r.states) > 1 and r.has(Cue.AGREEMENT, Cue.SAME, Cue.ALIKE)
    united = len(r.groups) == 1 and r.has(Cue.UNITED, Cue.SPLIT)
    asks = bool(r.votes) or alike or united or r.has(Cue.NARROWEST, Cue.CONTESTED)
    return r.tells(Shape.WHICH_YEAR) and extreme and asks


def sought_first(r: Reading) -> First:
    """Whether the year is sought in which it was most so, or least: 哪一年一致率最高, which year was the lowest?"""
    least = r.has(Cue.LEAST) and not apart_from(r.spans_of(Cue.MOST), r.spans_of(Cue.LEAST))
    least = least is not (r.has(Cue.SPLIT) and not r.has(Cue.UNITED))
    extreme = r.has(Cue.MOST, Cue.LEAST, Cue.ALIKE) and r.tells(Shape.WHICH_YEAR)
    return First.NONE if not extreme else First.LEAST if least else First.MOST


def says_apart(r: Reading, *cues: Cue) -> bool:
    """Whether there is a word of any of these cues that is no part of what is understood already, as more is in more
    than 8 against."""
    return any(not any(a < end and start < b for a, b in r.own) for start, end in r.spans_of(*cues))


BY_LEAST = {
    Vote.NO: Order.LEAST_CONTESTED, Vote.YES: Order.LEAST_SUPPORTED, Vote.ABSTAIN: Order.LEAST_ABSTAINED,
}  # fmt: skip
"""By which vote a list is sorted that has those first on which the fewest cast it."""
MOST_FIRST = {Vote.NO: Order.CONTESTED, Vote.YES: Order.SUPPORTED, Vote.ABSTAIN: Order.ABSTAINED}
"""By which vote a list is sorted that has those first on which most cast it."""


def order_of(r: Reading, *, of_list: bool = False) -> Order:
    """By what a list is to be sorted: the narrowest, the most abstentions; of_list: of resolutions that were listed
    before."""
    if newest(r):
        return Order.LATEST
    least, most = says_apart(r, Cue.LEAST), says_apart(r, Cue.MOST)
    only_least = least and not apart_from(r.spans_of(Cue.MOST), r.spans_of(Cue.LEAST))
    yes_and_no = r.named_votes >= {Vote.YES, Vote.NO} and r.has(Cue.COMPARE)
    of_margin = (r.has(Cue.MARGIN) or yes_and_no) and (least or most)
    of_resolutions = (
        of_list or in_which_year(r) or r.has(Cue.DOCUMENTS) or r.tells(Shape.RESOLUTION, Shape.WHICH_RESOLUTIONS)
    )
    # 安理会哪次弃权票最多, laquelle compte le plus d'abstentions.
    of_resolutions = of_resolutions or (r.resolution is None and r.tells(Shape.WHICH_OF_THEM)) or which_of_a_body(r)
    of_resolutions = of_resolutions or _votes_alone(r)
    narrowest = r.has(Cue.NARROWEST) or r.tells(Shape.NEARLY_ADOPTED)
    # Least votes: those in favour, as the most votes are.
    named = len(r.named_votes) == 1 or (only_least and r.has(Cue.CAST) and not (r.named_votes or r.has(Cue.NOT_CAST)))
    of_votes = named and of_resolutions and not _of_countries(r, of_list)
    for order, wanted in (
        (Order.EARLIEST, r.has(Cue.EARLIEST) or r.tells(Shape.OLDEST_FIRST) or (not of_list and _first_of_a_time(r))),
        (Order.NARROWEST, narrowest or (of_margin and least) or (of_list and _closest(r))),
        (Order.WIDEST, of_margin),
        (Order.CONTESTED, r.has(Cue.CONTESTED)),
        (BY_LEAST[next(iter(r.named_votes), Vote.YES)], of_votes and only_least),
        (MOST_FIRST[next(iter(r.named_votes), Vote.YES)], of_votes and most and not least),
        (Order.SUPPORTED, says_apart(r, Cue.MOST_VOTES)),
    ):
        if wanted:
            return order
    return Order.LATEST


def _first_of_a_time(r: Reading) -> bool:
    """2024年的第一份决议, the first resolution of 2024: whether that of a time is asked for, of no list."""
    empty = (Cue.FILLER, Cue.OF_THOSE)
    of = {a for a, _ in r.spans_of(Shape.RESOLUTION)}
    said = any(r.skipped(b, empty) in of or r.skipped(b, ()) in of for _, b in r.spans_of(Cue.FIRST_ONE))
    # 第一份决议, whose 份 and 决议 are no more than filler.
    behind = any(b <= at <= b + _NEXT for _, b in r.spans_of(Cue.FIRST_ONE) for at in of)
    return bool(times.dated(r)) and r.resolution is None and not r.votes and (said or behind)


_NEXT = 2
"""Characters that may stand between the first and the resolutions: 第一份决议."""


def _votes_alone(r: Reading) -> bool:
    """Whether a message says no more than of which votes there were most, or fewest, and no resolution is in view:
    fewest votes in favour, 最多反对票."""
    names = r.mentions or r.documents or r.has(Cue.WHO, Cue.COUNTRIES, Cue.HOW, Cue.HOW_MANY, Cue.OFTEN)
    said = [*r.known, *r.spans_of(Cue.MOST, Cue.LEAST, Cue.CAST, Cue.VOTING, Cue.OF_THOSE), *times.spans(r)]
    return r.resolution is None and r.has(Cue.CAST) and not names and not letters(blank(r.text.norm, said))


def which_of_a_body(r: Reading) -> bool:
    """Whether it is asked which vote or text, with the name of a body amid these words: which HRC text."""
    norm = r.text.norm
    for start, end, _ in r.library.catalogue.organs(norm):
        before = norm[:start].rstrip()
        around = f"{before} {norm[end:].lstrip()}"
        which = r.library.lexicon.shapes(around).get(Shape.WHICH_RESOLUTIONS, ())
        if any(a < len(before) < b for a, b in which):
            return True
    return False


def _of_countries(r: Reading, of_list: bool) -> bool:
    """Whether it is asked which countries did so most; not where they are asked about behind a comma: 哪一份弃权最多，
    哪些国家弃权."""
    most = min((start for start, _ in r.spans_of(Cue.MOST, Cue.LEAST)), default=0)
    ends = [start for start, _ in signs_in(r.text.norm, ",") if start > most]
    if not of_list:
        # 弃权最多的是哪份，哪些国家弃权: which resolution is asked before.
        which = min((end for _, end in r.spans_of(Shape.WHICH_OF_THEM, Shape.WHICH_RESOLUTIONS)), default=None)
        ends = [end for end in ends if which is not None and which <= end]
    return any(not any(end <= start for end in ends) for start, _ in r.spans_of(Cue.COUNTRIES))


def _closest(r: Reading) -> bool:
    """Whether it is asked which was the closest, with no state that others would be close to."""
    return r.has(Cue.ALIKE) and not (r.states or r.groups or r.has(Cue.COUNTRIES, Cue.LIKE))


@dataclass(frozen=True, slots=True)
class Rank:
    """Which of an order is meant, and where a message says so."""

    place: int = 1
    spans: tuple[Span, ...] = ()


def rank_of(r: Reading) -> Rank:
    """The second most, 第三名: which of an order is meant; the first where nothing is said, or it counts something
    else."""
    if r.references.selections and r.tells(Shape.PART_UNIT):
        return Rank()
    others = [*spans_of_sessions(r), *times.spans(r), *((m.start, m.end) for m in r.mentions)]
    for place, shape in ((2, Shape.SECOND), (3, Shape.THIRD)):
        if spans := apart_from(r.spans_of(shape), others):
            return Rank(place, tuple(spans))
    return Rank()
