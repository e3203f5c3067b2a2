"""Which of several resolutions are meant by when they were adopted: the latest few, the latest one on a subject, or the
first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.named import Mention
from bot.language.normal import blank
from bot.language.numerals import value
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import chosen
from bot.question.choice import DocumentChoice
from bot.question.conversation import Conversation
from bot.question.pieces import tokens
from bot.question.reading import VOTE_CUES, Reading, letters
from bot.question.record import ENTRIES_A_PAGE, Comparison, HistoryQuestion, ListQuestion
from bot.resolution import Resolution, Span

MOST_LATEST = 1_000
"""The greatest number that is taken for how many of the latest resolutions are meant; beyond it, it is a year or no
number of theirs."""


@dataclass(frozen=True, slots=True)
class Newest:
    """That only so many of the latest resolutions are meant."""

    count: int
    spans: tuple[Span, ...]
    """Where the message says so."""


def newest(r: Reading) -> Newest | None:
    """最近五份安理会决议, the last five resolutions, the latest resolution; None where a message does not say how
    many."""
    resolutions = r.shapes.get(Shape.RESOLUTION, ())
    # 票数最接近: its 近 says nothing of when.
    of_time = apart_from(r.shapes.get(Shape.LATEST, ()), r.spans_of(Cue.NARROWEST, Cue.ALIKE))
    for latest in of_time if resolutions else ():
        two = ((a, b, 2) for a, b in r.spans_of(Shape.TWO_RESOLUTIONS))
        for start, end, count in (*r.library.lexicon.references.numbers(r.text.norm), *two):
            number = (start, end)
            beside = not said_between(latest, number, r)
            end = max(latest[1], start, end)
            near = beside and (_leads(number, resolutions, r) or _counts(end, resolutions, r))
            if near and 0 < count <= MOST_LATEST and not any(d.start <= start < d.end for d in times.dated(r)):
                return Newest(count, (latest, number))
        if _leads(latest, r.shapes.get(Shape.ONE_RESOLUTION, ()), r):
            return Newest(1, (latest,))
    return None


def _leads(word: Span, others: Iterable[Span], r: Reading) -> bool:
    """Whether nothing is said between a word and one of some others."""
    return any(not said_between(word, other, r, r.mentions) for other in others)


_ASKING: tuple[Cue | Shape, ...] = (
    *VOTE_CUES, Cue.CAST, Cue.NOT_CAST, Cue.HOW, Cue.WHO, Cue.COUNTRIES, Cue.ON_SUBJECT, Cue.JOIN, Cue.LATEST_ONE,
    Cue.EARLIEST, Cue.BEING, Shape.LATEST,
)  # fmt: skip
"""What is said of no resolution between a number of them and the word for one."""
_LONGEST_SUBJECT = 40
"""Characters that may stand between these."""


def _counts(end: int, resolutions: Iterable[Span], r: Reading) -> bool:
    """Whether what ends there counts resolutions with what they are on between, and not months: 最近三份水权决议, the
    last three right to water resolutions."""
    return not times.unit_behind(end, r) and on_between(end, resolutions, r)


def on_between(end: int, resolutions: Iterable[Span], r: Reading) -> bool:
    """Whether a word for resolutions stands behind a place, with nothing but what they are on between."""
    norm, asked = r.text.norm, [*r.spans_of(*_ASKING), *((m.start, m.end) for m in r.mentions if m.named.group)]
    starts = (a for a, _ in resolutions if end <= a <= end + _LONGEST_SUBJECT and not set(norm[end:a]) & _SIGNS)
    return any(not any(end <= a and b <= start for a, b in asked) for start in starts)


_SIGNS = frozenset(",.;:?!。、")


def said_between(one: Span, other: Span, r: Reading, names: Iterable[Mention] = ()) -> str:
    """What stands between two words that is neither a body nor a vote nor one of these names, nor says nothing of its
    own; nothing where they overlap."""
    (_, end), (start, _) = sorted((one, other))
    norm = r.text.norm
    empty = r.spans_of(Cue.FILLER, Cue.MEMBERS, Cue.OF_THOSE, Cue.VOTING, Cue.CAST, Shape.ADOPTED, Shape.LATEST)
    named = [(m.start, m.end) for m in names]
    said = [*named, *((a, b) for a, b, _ in (*r.library.catalogue.organs(norm), *r.vote_words))]
    known = [(a - end, b - end) for a, b in (*empty, *said) if end <= a and b <= start]
    return letters(blank(norm[end:start], known))


@dataclass(frozen=True, slots=True)
class ByTime:
    """That the one is meant that was adopted last of several, or first."""

    last: bool
    spans: tuple[Span, ...]
    """Where the message says so."""

    def of(self, found: Sequence[Resolution]) -> Sequence[Resolution]:
        """The one of these, of which the last one adopted comes first; none of none."""
        return found[:1] if self.last else found[-1:]


def by_time(r: Reading) -> ByTime | None:
    """最新的死刑决议谁反对, the first resolution on Sudan; None where a message asks of several, the latest three or
    the latest resolutions, or says nothing of it."""
    few = newest(r)
    first, last = r.spans_of(Cue.EARLIEST), [*r.spans_of(Cue.LATEST_ONE), *(few.spans if few else ())]
    words = first or last
    several = apart_from(r.spans_of(Cue.DOCUMENTS, Cue.LIST), words)
    if not words or several or (few and few.count > 1) or (first and last):
        return None
    return ByTime(last=not first, spans=tuple(words))


def first_few(r: Reading) -> bool:
    """前三个, top 3, les trois premiers: whether a message asks for so many at the head of a list that was shown, and
    nothing else."""
    norm = r.text.norm
    spelt = ((a, b, value(norm[a:b].strip("?.!,"))) for a, b in tokens(norm, 0, len(norm)))
    numbers = [*r.library.lexicon.references.numbers(norm), *((a, b, n) for a, b, n in spelt if n is not None)]
    # The first one is that one, and no list of one.
    ones = r.spans_of(Shape.LISTED_ONE)
    numbers = [x for x in numbers if x[2] > 1 or x[:2] not in ones]
    empty = r.spans_of(*_EMPTY, *_COUNTED)
    return any(not letters(blank(norm, [word, (a, b), *empty])) for word, (a, b, _) in at_the_head(r, numbers))


def at_the_head(
    r: Reading, numbers: Sequence[tuple[int, int, int]]
) -> Iterator[tuple[Span, tuple[int, int, int]]]:
    """The words for the head of a list, each with the number of these, (start, end, value), that stands beside it:
    top 3, 前三."""
    for word in r.spans_of(Shape.FIRST_FEW):
        for number in numbers:
            (_, end), (start, _) = sorted((word, number[:2]))
            if end <= start and not r.text.norm[end:start].strip(" -–"):
                yield word, number


_COUNTED = (Shape.OF_LIST, Shape.LISTED_ONE, Shape.ARTICLE, Shape.RESOLUTION, Shape.RANKED)
_EMPTY = (Cue.FILLER, Cue.AND_THEN, Cue.MEMBERS, Cue.OF_THOSE, Cue.COUNTRIES, Cue.LIST, Cue.WHO, Cue.DOCUMENTS)
"""What a message may have besides that only asks for a part of a list."""


def of_list_by_date(r: Reading, conversation: Conversation) -> DocumentChoice | None:
    """The resolution of a list that was adopted first or last, where the message means that: 最新那份, the oldest one,
    how did China vote on the latest one?"""
    spans = [*r.spans_of(Cue.LATEST_ONE, Cue.EARLIEST)]
    sorts = r.tells(Shape.OLDEST_FIRST) or r.has(Cue.DOCUMENTS)
    # 最早那份中国怎么投的, but not 最新的苏丹决议, which is of no list.
    on_a_state = r.states and (r.tells(Shape.RESOLUTION) or not r.about_votes)
    symbols = _whole_list(r, conversation)
    if not symbols or not spans or sorts or r.bodies or on_a_state or times.dated(r):
        return None
    choose = max if r.has(Cue.LATEST_ONE) else min
    catalogue = r.library.catalogue
    chosen_one = choose(symbols, key=lambda symbol: catalogue.summary(symbol).adopted)
    return DocumentChoice(r.library.get(chosen_one), named=True, naming=tuple(spans))


def _whole_list(r: Reading, conversation: Conversation) -> Sequence[str]:
    """The symbols of the list that was shown, with those on its other pages; nothing where these are not known."""
    last, shown = conversation.last, conversation.listed
    if len(shown) < ENTRIES_A_PAGE:
        return shown
    if isinstance(last, HistoryQuestion) and last.votes and last.comparison is Comparison.NONE and not last.either:
        voted = (*last.among.voted, *((code, last.votes) for code in last.states))
        last = ListQuestion(replace(last.among, voted=voted))
    places = chosen(last.among, r.library) if isinstance(last, ListQuestion) else ()
    return [r.library.summaries[at].symbol for at in places]
