"""How many of a sorted list are wanted: 反对票最多的三份决议, top 5, the three countries that abstain most."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.normal import blank
from bot.language.shapes import Shape
from bot.question.latest import at_the_head
from bot.question.model import Question
from bot.question.reading import Reading, letters
from bot.question.record import AlikeQuestion, Few, ListQuestion, Order, ThroughoutQuestion
from bot.question.thresholds import counted_numbers, numbers_in
from bot.resolution import Span

_SORTED = (Cue.MOST, Cue.LEAST, Cue.NARROWEST, Cue.CONTESTED, Cue.ALIKE, Cue.MARGIN, Cue.MOST_VOTES, Cue.OFTEN)
"""Words by which a list is sorted."""
_MOST = 50
"""The greatest number that is taken for how many are wanted."""
_EMPTY = (Cue.FILLER, Cue.OF_THOSE, Cue.MEMBERS, Cue.LIST, Cue.ONLY, *_SORTED)


def with_few(r: Reading) -> Reading:
    """The message with how many of a sorted list it wants, whose words are understood then; as it is where it does not
    say."""
    found = _top(r) or (_counted(r) if r.has(*_SORTED) else None)
    if not found:
        return r
    by, spans = {}, [*found.spans]
    if not r.has(*_SORTED):
        # Top three, by votes against: most of them first.
        by = {Cue.MOST: [spans.pop(0)]}
    # The three with the most votes are not all three.
    others = {cue: _apart_from(r, cue, found) for cue in (Cue.ALL, Cue.BOTH, Cue.ALL_DOCUMENTS)}
    cues = {**r.cues, **{cue: left for cue, left in others.items() if r.has(cue)}}
    end = max(end for _, end in found.spans)
    of_states = [x for x in r.spans_of(Cue.KIND_OF) if end <= x[0] and not _said(r, end, x[0])]
    asked = {Cue.COUNTRIES: of_states} if of_states and not r.has(Cue.COUNTRIES) else {}
    return replace(r, few=found, own=(*r.own, *spans), cues={k: v for k, v in {**cues, **by, **asked}.items() if v})


def _apart_from(r: Reading, cue: Cue, few: Few) -> list[Span]:
    """Where the words of a cue stand that do not have the number in them."""
    start, end = few.spans[-1]
    return [(a, b) for a, b in r.spans_of(cue) if not (a <= start and end <= b)]


def of_few(question: Question | None, r: Reading) -> Question | None:
    """The question with how many are wanted, where it asks for a list in which some come before others by how they
    voted, or were voted on; else as it is."""
    by_votes = isinstance(question, ListQuestion) and question.order not in (Order.LATEST, Order.EARLIEST)
    by_count = isinstance(question, ThroughoutQuestion) and question.most
    if r.few and isinstance(question, (ListQuestion, ThroughoutQuestion, AlikeQuestion)):
        in_order = by_votes or by_count or isinstance(question, AlikeQuestion)
        return replace(question, few=r.few.count) if in_order else question
    return question


def _top(r: Reading) -> Few | None:
    """前三名, top 3, les trois premiers: a number beside such a word."""
    found = at_the_head(r, numbers_in(r)) if r.tells(Shape.FIRST_FEW) else ()
    few = (Few(number[2], (word, number[:2])) for word, number in found if 1 < number[2] <= _MOST)
    return next(iter(few), None)


def _counted(r: Reading) -> Few | None:
    """The number that counts resolutions or countries, compared by no word: the three resolutions, 五个国家."""
    compared = {x[:2] for x in counted_numbers(r)}
    counting = r.spans_of(Shape.OF_LIST, Shape.RESOLUTION, Cue.DOCUMENTS, Cue.COUNTRIES, Cue.KIND_OF)
    whole = r.spans_of(Cue.ALL, Cue.BOTH, Cue.ALL_DOCUMENTS)
    of_all = [x for x in r.library.lexicon.references.numbers(r.text.norm) if any(a <= x[0] < b for a, b in whole)]
    numbers = [*numbers_in(r), *of_all]
    overlapping = {(a, b) for a, b, _ in numbers if any(x <= a and b <= y for x, y in counting)}
    for start, end, count in numbers:
        behind = any(end <= x[0] and not _said(r, end, x[0]) for x in counting)
        # 票数最接近的三次.
        of_sorted = r.word_before(start, _SORTED, (Cue.OF_THOSE, Cue.FILLER, Cue.MEMBERS)) is not None
        counts = behind or of_sorted or (start, end) in overlapping
        # The 5 of P5 counts none.
        named = any(m.start <= start < m.end for m in r.mentions)
        if counts and not named and 1 < count <= _MOST and (start, end) not in (*compared, *r.own):
            return Few(count, ((start, end),))
    return None


def _said(r: Reading, start: int, end: int) -> str:
    """What stands between a number and what it counts that is neither a body nor a vote nor by what they are sorted."""
    norm = r.text.norm
    known = [*r.spans_of(*_EMPTY), *((a, b) for a, b, _ in (*r.library.catalogue.organs(norm), *r.vote_words))]
    return letters(blank(norm[start:end], [(a - start, b - start) for a, b in known if start <= a and b <= end]))
