"""The pieces of a message that may say what a resolution is on: what stands between the words that ask, and whatever
else is no part of a title."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from, longest
from bot.language.named import Mention, Sense
from bot.language.normal import BLANK, blank, is_chinese
from bot.language.numerals import value
from bot.language.shapes import Shape
from bot.language.words import cut
from bot.question import times
from bot.question.reading import VOTE_CUES, Reading, letters, weight
from bot.resolution import Span

_ASKING = (
    *VOTE_CUES, Cue.NOT_CAST, Cue.CAST, Cue.WHO, Cue.COUNTRIES, Cue.HOW, Cue.HOW_MANY, Cue.RESULT, Cue.ONLY, Cue.LIST,
    Cue.DOCUMENTS, Cue.ALL_DOCUMENTS, Cue.CHANGED, Cue.COMPARE, Cue.LATEST_ONE, Cue.EARLIEST, Cue.TIMES, Cue.SHARE,
    Cue.RANKS, Cue.UNITED, Cue.YES_OR_NO, Cue.AMONG, Cue.WHY, Cue.SPONSORS, Cue.OPINION, Cue.FUTURE, Cue.IT_IS_SAID,
    Cue.FACT_SYMBOL,
)  # fmt: skip
"""Words of which none is a part of a title."""
_EMPTY = (
    Cue.FILLER, Cue.VOTING, Cue.MEMBERS, Cue.OF_THOSE, Cue.JOIN, Cue.AND_THEN, Cue.ON_SUBJECT, Cue.ON_BEHIND, Cue.BEING,
    Cue.QUESTION, Shape.PASSING, Shape.ARTICLE,
)  # fmt: skip
"""Words that are none at the ends of one."""
_WHICH_ELSE = (
    Cue.OTHER_ONE, Cue.FIRST_ONE, Shape.ONE_BEFORE, Shape.ONE_AFTER, Shape.YEAR_BEFORE, Shape.YEAR_AFTER,
    Shape.SAME_TITLE, Shape.SAME_DAY,
)  # fmt: skip
"""Words that say which one otherwise than by what it is on."""
OF_RESOLUTION = (Shape.RESOLUTION, Shape.WHICH_ONE)
"""Words for one."""
_MARKS = frozenset(',;:?!¿¡()[]"。、|/\n«»' + BLANK)
_DASHES = frozenset("-–—")
_QUOTES = (("《", "》"), ("「", "」"), ("『", "』"), ('"', '"'), ("«", "»"))
_LONGEST = 120
"""Characters of the longest title in quotation marks."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a message that may say what a resolution is on."""

    start: int
    end: int
    """Where its words stand, without empty ones at its ends."""
    whole: Span
    """The same with the word for "on" before it."""
    on: bool = False
    """Whether it stands behind a word for "on", or in Chinese before one."""
    beside: bool = False
    """Whether it stands beside a word for a resolution, or beside its symbol; or is marked."""
    marked: bool = False
    """Whether it stands in quotation marks or brackets."""


def pieces(r: Reading, cuts: list[Span]) -> list[Piece]:
    """The pieces of a message, from left to right; cuts: what is no part of any, beside the words that ask, documents
    and years."""
    norm = r.text.norm
    quoted = _quoted(norm)
    ends = [at for at, c in enumerate(norm) if c == "." and not norm[at + 1 : at + 2].isalnum()]
    # A dash between spaces, but no hyphen.
    ends += [at for at in range(1, len(norm) - 1) if norm[at] in _DASHES and norm[at - 1] == " " == norm[at + 1]]
    marks = [(at, at + 1) for at in (*ends, *(at for at, c in enumerate(norm) if c in _MARKS))]
    named = [*((d.start, d.end) for d in r.documents), *of_resolution(r)]
    beside_states = _against(r)
    asking = [x for x in r.spans_of(*_ASKING) if x not in beside_states]
    hard = [*asking, *_voting_alike(r), *times.spans(r), *cuts, *_of_that_vote(r)]
    free = [span for span in (*hard, *named, *marks) if not any(a <= span[0] and span[1] <= b for a, b in quoted)]
    found = [*((a, b, True) for a, b in quoted), *((a, b, False) for a, b in _between(norm, [*free, *quoted]))]
    bare = blank(norm, hard)
    each = (piece for start, end, said in sorted(found) for piece in _divided(r, start, end, said))
    return [replace(p, beside=p.marked or _beside(r, bare, p, named)) for p in each]


def behind_state(r: Reading) -> list[Span]:
    """Where a Chinese word for the one that is meant stands between a state and what else it is on, where nothing is
    asked that the state could have to do with: 海地那个渔业决议."""
    resolutions = [a for a, _ in r.spans_of(Shape.RESOLUTION)]
    if r.about_votes or r.asks or not resolutions or r.has(Cue.WHO, Cue.HOW, Cue.COUNTRIES):
        return []
    states = {m.end for m in r.mentions if m.named.sense is Sense.STATE}
    words = longest([x for x in r.spans_of(Shape.ONE_THAT, Shape.WHICH_ONE) if is_chinese(r.text.norm[x[0]])])
    return [(a, b) for a, b in words if a in states and any(unknown(r, b, at) >= _LEAST_SAID for at in resolutions)]


def _voting_alike(r: Reading) -> list[Span]:
    """Where words for the same say how votes were cast, and are none of a title: right behind a word for voting or the
    name of a group, or right before one for "on": did all vote the same way on the settlements?"""
    on = {a for a, _ in r.spans_of(Cue.ON_SUBJECT)}
    same = apart_from(r.spans_of(Cue.SAME), r.spans_of(*_WHICH_ELSE)) if r.has(Cue.CAST) else []
    ends = [*(b for _, b in r.spans_of(Cue.CAST)), *(m.end for m in r.mentions if m.named.group)]
    behind = {r.skipped(end, between) for end in ends for between in ((), (Cue.FILLER, Cue.MEMBERS, Cue.OF_THOSE))}
    return [(a, b) for a, b in same if a in behind or r.skipped(b, ()) in on]


def of_resolution(r: Reading) -> list[Span]:
    """Where words for a resolution stand, or for one of several: the Haiti one, la de Irán."""
    return [*r.spans_of(*OF_RESOLUTION), *_ones(r)]


def _of_that_vote(r: Reading) -> list[Span]:
    """Where words stand for the vote spoken of that are none for a resolution: that time, 当时; no title has them."""
    words = of_resolution(r)
    return [(a, b) for a, b in r.spans_of(Shape.THAT_ONE) if not any(a < y and x < b for x, y in words)]


def _ones(r: Reading) -> Iterator[Span]:
    """Where "one" stands behind an article and what that one is on, or such words as la de before that."""
    dated = {d.start for d in times.dated(r)}
    yield from (x for x in r.spans_of(Shape.ONE_THAT) if r.skipped(x[1], (Cue.FILLER,)) not in dated)
    # The latest on Belarus, la última sobre Nicaragua.
    on = {a for a, _ in r.spans_of(Cue.ON_SUBJECT)}
    by_time = ((a, r.skipped(b, (Cue.FILLER,))) for a, b in r.spans_of(Cue.LATEST_ONE, Cue.EARLIEST))
    yield from ((a, b) for a, b in by_time if b in on or any(a < at < b for at in on))
    asking = r.spans_of(*_ASKING, *_WHICH_ELSE)
    articles = [b for _, b in r.spans_of(Shape.ARTICLE)]
    for at, end in r.spans_of(Shape.LISTED_ONE):
        start = max((x for x in articles if x < at), default=at)
        asks = any(start <= a and b <= at for a, b in asking)
        named = any(start <= m.start and m.end <= at for m in r.mentions)
        says = named or unknown(r, start, at) >= _LEAST_SAID
        counts = value(r.text.norm[start:at].strip()) is not None
        if start < at and says and not (asks or counts or is_chinese(r.text.norm[at])):
            yield at, end


def _against(r: Reading) -> list[Span]:
    """Where "against" stands between what a resolution is on and the state that this is against, and is no vote:
    l'embargo contre Cuba, санкции против Мали."""
    words = r.spans_of(Cue.NO) if r.has(Cue.WHO, Cue.COUNTRIES, Cue.RESULT, Cue.HOW) else []
    states = {m.start for m in r.mentions if m.named.sense is Sense.STATE}
    before = [(a, b, tokens(r.text.norm, 0, a)[-1:]) for a, b in words if r.skipped(b, (Cue.FILLER,)) in states]
    return [(a, b) for a, b, word in before if word and unknown(r, *word[0]) >= _LEAST_SAID]


_LEAST_SAID = 2
"""The least weight of the words between an article and "one" that say what it is on."""


def _quoted(norm: str) -> list[Span]:
    """What stands in quotation marks, without these."""
    found: list[Span] = []
    for opens, closes in _QUOTES:
        start = norm.find(opens)
        while start >= 0 and (end := norm.find(closes, start + 1)) > 0:
            if 2 < end - start <= _LONGEST and not any(a <= start < b for a, b in found):
                found.append((start + 1, end))
            start = norm.find(opens, end + 1)
    return found


def _between(norm: str, spans: list[Span]) -> Iterator[Span]:
    """What stands between some spans of a text."""
    at = 0
    for start, end in sorted([*spans, (len(norm), len(norm))]):
        if norm[at:start].strip():
            yield at, start
        at = max(at, end)


def _beside(r: Reading, norm: str, piece: Piece, near: list[Span]) -> bool:
    """Whether nothing but empty words stands between a piece and one of those."""
    empty = [(a, b) for a, b in r.spans_of(*_EMPTY) if not (a < piece.end and piece.start < b)]
    left = blank(norm, empty)
    gaps = (left[piece.end : a] if a >= piece.end else left[b : piece.start] for a, b in near)
    return any(not gap.strip(f" ,({BLANK}") for gap in gaps)


def _divided(r: Reading, start: int, end: int, quoted: bool) -> Iterator[Piece]:
    """A piece; or two where a word for "on" stands between names and what they are asked about: China on space."""
    # The "sur" of Sudán del Sur is no French word for "on".
    for a, b in sorted(apart_from(r.cues.get(Cue.ON_SUBJECT, ()), _names(r))):
        before = blank(r.text.norm, [(m.start, m.end) for m in r.mentions])[start:a]
        only_names = BLANK in before and not unknown(r, start, a)
        if start < a and b < end and only_names and not quoted:
            yield from (p for p in (_trimmed(r, start, a, quoted), _trimmed(r, a, end, quoted)) if p)
            return
    if piece := _trimmed(r, start, end, quoted):
        yield piece


def _trimmed(r: Reading, start: int, end: int, quoted: bool) -> Piece | None:
    """The piece between two places; None where there are only empty words."""
    norm = r.text.norm
    empty = r.library.lexicon.filler | {norm[a:b] for a, b in r.spans_of(*_EMPTY)}
    words = tokens(norm, start, end)
    in_names = set(words) - set(apart_from(words, _names(r)))
    while words and norm[slice(*words[0])] in empty and words[0] not in in_names:
        words = words[1:]
    while words and norm[slice(*words[-1])] in empty and words[-1] not in in_names:
        words = words[:-1]
    if not words:
        return None
    first, last = words[0][0], words[-1][1]
    on = r.cues.get(Cue.ON_SUBJECT, ())
    if not unknown(r, first, last):
        # What about Chile?: its "about" says of no resolution what it is on.
        on = apart_from(on, r.spans_of(Cue.AND_THEN))
    before = [a for a, b in on if start <= a and b <= first]
    behind = [b for a, b in r.cues.get(Cue.ON_BEHIND, ()) if last <= a and b <= end and not letters(norm[last:a])]
    marked = quoted or (norm[:start].rstrip().endswith("(") and norm[end:].lstrip().startswith(")"))
    whole = (min(before, default=first), max(behind, default=last))
    return Piece(first, last, whole, bool(before or behind), marked=marked)


def _names(r: Reading) -> list[Span]:
    """Where names of states stand."""
    return [(m.start, m.end) for m in r.mentions if m.named.sense is Sense.STATE]


def tokens(norm: str, start: int, end: int) -> list[Span]:
    """Where the words between two places stand."""
    found: list[Span] = []
    at = start
    for run in norm[start:end].split(" "):
        for word in cut(run) if is_chinese(run) else [run]:
            if word.strip(BLANK):
                found.append((at, at + len(word)))
            at += len(word)
        at += 1
    return found


def unknown(r: Reading, start: int, end: int) -> int:
    """How much (see `weight`) stands between two places that is not known otherwise than as a title."""
    titled = {(a, b) for a, b, _ in r.library.catalogue.titled(r.text.norm)}
    return weight(letters(blank(r.text.norm, [x for x in r.known if x not in titled])[start:end]))


def behind_resolutions(r: Reading) -> list[Mention]:
    """The states that stand in what resolutions are said to be on, behind whoever is asked about: how did Chile vote on
    the resolutions on the situation in Belarus?"""
    norm, states = r.text.norm, [m for m in r.mentions if m.named.sense is Sense.STATE]
    words = r.spans_of(Shape.RESOLUTION, Cue.DOCUMENTS)
    on = r.cues.get(Cue.ON_SUBJECT, ())
    starts = [a for a, _ in on if any(b <= a <= r.skipped(b, (Cue.FILLER,)) for _, b in words)]
    taken = r.spans_of(*VOTE_CUES, Cue.CAST, Cue.SAME, Cue.DIFFER, Cue.COMPARE, Cue.AGREEMENT, Cue.HOW, Cue.WHO)

    def said(start: int, end: int) -> bool:
        return bool(set(norm[start:end]) & _MARKS) or any(start <= a and b <= end for a, b in taken)

    first = min((m.end for m in states), default=0)
    return [m for m in states if any(first <= at < m.start and not said(at, m.start) for at in starts)]


def states_in(r: Reading, piece: Piece) -> list[Mention]:
    """The names of states in a piece; of the Sudan, of which the article is a part, it has the end."""
    return [
        m
        for m in r.mentions
        if m.named.sense in (Sense.STATE, Sense.SEVERAL) and piece.start < m.end <= piece.end
    ]


def without_asked(r: Reading, piece: Piece, meant: frozenset[str] | None) -> Piece | None:
    """The piece without the names of states at its ends that are asked about: those that are not meant by it.

    meant: the states that a title names; None where it is not known, so that the first names are asked about if nobody
    else is, and more than an empty word follows them.
    """
    norm = r.text.norm
    start, end = piece.start if meant is not None else _behind_asked(r, piece), piece.end
    for m in states_in(r, piece):
        if m.start == start and meant is not None and not set(m.named.codes) <= meant:
            start = m.end
    for m in reversed(states_in(r, piece)):
        if m.end == end and meant is not None and not set(m.named.codes) <= meant:
            end = m.start
    if (start, end) == (piece.start, piece.end):
        return piece
    left = _trimmed(r, start, end, False) if norm[start:end].strip() else None
    on = left is not None and (left.on or (piece.on and start == piece.start))
    return replace(left, on=on, beside=piece.beside, marked=piece.marked) if left else None


def _behind_asked(r: Reading, piece: Piece) -> int:
    """The place behind the first names in a piece where these are who is asked about: nobody else is, and an empty word
    sets them apart, 中国和古巴对伊朗人权决议; else where it begins."""
    first: list[Mention] = []
    for m in states_in(r, piece):
        if m.start == piece.start or (first and joined(r, first[-1].end, m.start)):
            first.append(m)
    if not first:
        return piece.start
    inside = [m for m in r.mentions if piece.start < m.end <= piece.end]
    others = [m for m in r.mentions if m not in inside and not joined(r, m.end, first[0].start)]
    asks = r.has(Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY, Cue.RESULT, Cue.LIST) or bool(others)
    # 巴西对死刑决议的投票变了吗 asks of Brazil.
    asks = asks or (r.has(Cue.CHANGED) and not r.asks)
    joins = {a for a, _ in r.cues.get(Cue.JOIN, ())}
    found = (x for x in tokens(r.text.norm, first[-1].end, piece.end)[:1] if x[0] not in joins)
    behind = [norm for a, b in found if (norm := r.text.norm[a:b])]
    empty = r.library.lexicon.filler | {r.text.norm[a:b] for a, b in r.cues.get(Cue.VOTING, ())}
    return first[-1].end if not asks and behind and behind[0] in empty else piece.start


def joined(
    r: Reading, end: int, start: int, by: tuple[Cue, ...] = (Cue.JOIN,), beside: tuple[Cue, ...] = (), signs: str = ""
) -> bool:
    """Whether one of the words that join stands between two places, or one of these signs, and no others but words
    beside them; the first place comes first."""
    norm = r.text.norm
    joins = [(a, b) for a, b in r.spans_of(*by) if end <= a and b <= start]
    empty = [*joins, *((a, b) for a, b in r.spans_of(*beside) if end <= a and b <= start)]
    gap = blank(norm[end:start], [(a - end, b - end) for a, b in empty])
    return not letters(gap) and (bool(joins) or not set(gap).isdisjoint(signs))
