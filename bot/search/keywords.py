"""Full-text search over a list of texts in any mix of languages, held in memory.

Two steps. First, an inverted index (tantivy) of words, characters and pairs of neighbouring
characters picks CANDIDATES texts by BM25. Then each candidate is scored by how much of the query,
weighted by rarity, its best passage answers. That score alone decides the order; between equal
scores the text that comes earlier wins.
"""

from __future__ import annotations

import math
from bisect import insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from bot.search.postings import NUMBERS, Postings
from bot.search.prepared import is_unspaced, pieces, prepare, stem, terms

CANDIDATES = 50
"""Texts which the second step looks at. On DRCD dev (1,000 paragraphs, 3,524 questions) BM25 has the
right one among the first 10, 30 and 50 for 99.7 %, 99.9 % and 100.0 % of the questions. With 20, 30,
50 and 100 R@1 is the same there, but padded to 100,000 paragraphs 0.932, 0.934, 0.939 and 0.941."""

PASSAGES = (2.0, 6.0)
"""Lengths of the passages in which the query is sought, as multiples of the query's own length: the
narrow one wants its words side by side, the wide one within a few sentences. On DRCD dev R@1 is 0.965
with both, 0.959 to 0.962 with a single length of 1.5, 3 or 6, and 0.963 to 0.966 with other pairs."""

QUERY_LENGTH = 300
"""Characters of a query that count. The time of a search grows faster than the query: with 1,000
paragraphs 300 characters take about 25 ms, 4,096 (the longest message of a chat) up to 6 s."""

_QUERIES = 64
"""Of how many queries the terms are kept: one is held against one resolution after the other."""

_GLANCED_AT = 10
"""Texts that a quick look is at."""

_ROUNDING = 1e-6
"""How much less a sum of weights may be for the order in which they are added."""


class Keywords:
    """An index over texts, which keep the positions they have in the list.

    Build time and memory grow with the total length of the texts. The index never changes after it
    is built, so that threads may share it.
    """

    def __init__(self, texts: Sequence[str], postings: Postings | None, starts: Mapping[int, int]) -> None:
        """An index over prepared texts; made by `of` from texts as they are.

        postings: their inverted index, made when it is first needed unless told; starts: of each of its documents, the
        position of its first text.
        """
        self._texts, self._given, self._starts = texts, postings, starts
        # The same terms come up over and over.
        self._where = lru_cache(maxsize=1 << 12)(self._sought)

    @classmethod
    def of(cls, texts: Sequence[str]) -> Keywords:
        """Index the texts, in memory; there may be none, and any may be empty."""
        prepared = [_prepared(text) for text in texts]
        return cls(prepared, None, {at // NUMBERS: at for at in range(0, len(prepared), NUMBERS)})

    @cached_property
    def _postings(self) -> Postings:
        """The inverted index: only a search of all texts needs it."""
        if self._given is not None:
            return self._given
        postings = Postings()
        postings.update((of, map(terms, self._texts[at : at + NUMBERS])) for of, at in self._starts.items())
        return postings

    def having(self, query: str, least: float) -> list[tuple[int, float]]:
        """All texts that answer so much of the query, as `search` says it, best first; least: above 0."""
        asked = self._asked(query, None)
        if not asked.weights or not self._texts:
            return []
        places = self._placed(_needed(asked.weights, least), len(self._texts))
        texts = {place: self._texts[place] for place in places}
        # Of thousands of titles most stand there several times, from one year to the next.
        different = {text: place for place, text in texts.items()}
        rough = {text: _Rough.of(asked, place, text) for text, place in different.items()}
        scores = {text: _score(asked, c, text, least) for text, c in rough.items() if c.most >= least}
        scored = ((place, scores.get(text, 0.0)) for place, text in texts.items())
        return sorted(((place, score) for place, score in scored if score >= least), key=lambda x: (-x[1], x[0]))

    def glanced(self, query: str, least: float) -> list[int]:
        """The positions of those of the few texts with the rarest terms of a query that have terms of so much of its
        weight, wherever in them they stand; of terms that no text has, nothing is asked. In a million texts that takes
        a fortieth of a search. least: above 0."""
        asked = self._asked(query, None)
        nowhere = _rarity(0, len(self._texts))
        weights = {term: weight for term, weight in asked.weights.items() if weight < nowhere}
        if not weights:
            return []
        enough = least * math.fsum(weights.values())
        held = {place: self._texts[place] for place in self._placed(_needed(weights, least), _GLANCED_AT)}
        return [at for at, text in held.items() if sum(weights[t] for t in weights if t in text) >= enough - _ROUNDING]

    def search(self, query: str, limit: int = 10, within: range | None = None) -> list[tuple[int, float]]:
        """The texts that answer the query best, as (position, score), best first, at most limit.

        within: look only at the texts at these positions, as if there were no others.

        The score, in [0, 1], is how much of the query the text's best passage answers: 1 when the
        whole query stands in the text, near 0 when they share a common character or two. Terms of
        the query that occur in no text count as the rarest there are and so lower every score.
        Texts that share nothing with the query are left out. Never raises for want of a match.
        """
        return self.ranked(query, limit, within, lambda _: 0.0, ())

    def ranked(
        self, query: str, limit: int, within: range | None, bonus: Callable[[int], float], also: Iterable[int]
    ) -> list[tuple[int, float]]:
        """As `search`, but what decides the order is the score and the bonus of its position: (position, score alone).

        also: positions of texts that are looked at whether or not they share anything with the query; of others, those
        that do.
        """
        asked = self._asked(query, within)
        if limit <= 0 or not asked.weights or not self._texts:
            return []
        candidates = self._candidates(asked, max(limit, CANDIDATES)) if within is None else within
        # Those of a range are read at once.
        held = {} if within is None else dict(zip(within, self._texts[within.start : within.stop], strict=False))
        wanted = frozenset(also)
        texts = {p: held.get(p) or self._texts[p] for p in (*candidates, *wanted)}
        rough = [_Rough.of(asked, p, text) for p, text in texts.items()]
        most = {c.position: c.most + bonus(c.position) for c in rough}
        found: list[tuple[float, int, float]] = []  # (-score with bonus, position): the one sort key; then the score
        for candidate in sorted(rough, key=lambda c: (-most[c.position], c.position)):
            least = -found[limit - 1][0] if len(found) >= limit else 0.0
            if most[candidate.position] < least:
                break
            more = bonus(candidate.position)
            score = _score(asked, candidate, texts[candidate.position], max(0.0, least - more))
            if score or candidate.position in wanted:
                insort(found, (-score - more, candidate.position, score))
        return [(position, score) for _, position, score in found[:limit]]

    def words(self, query: str, position: int) -> tuple[str, ...]:
        """The words of the query that the text at the position has, in the query's order, each once.

        Words come in lower case and Simplified characters, unstemmed; of scripts without spaces
        they are the longest runs of two or more characters which also stand in the text. Raises
        IndexError if there is no such position.
        """
        text = self._texts[position]
        return tuple(dict.fromkeys(w for p in pieces(query[:QUERY_LENGTH]) for w in _shared(p, text)))

    def _sought(self, term: str, start: int, stop: int) -> int:
        """Which of the texts at those positions have a term, spelt as it stands in a prepared text: a bit for each."""
        # A pair can only be where both its characters are; a word is longer, by the spaces around it.
        likely = self._where(term[0], start, stop) & self._where(term[1], start, stop) if len(term) == 2 else -1
        return sum(1 << i for i, text in enumerate(self._texts[start:stop]) if likely >> i & 1 and term in text)

    def _asked(self, query: str, within: range | None) -> _Query:
        among = self._texts if within is None else self._texts[within.start : within.stop]
        text, of_text = _terms_of(query)
        weights: dict[str, float] = {}
        units: dict[str, float] = {}
        for term, sought, is_unit in of_text:
            df = (
                self._postings.having(term)
                if within is None
                else self._where(sought, within.start, within.stop).bit_count()
            )
            weights[sought] = _rarity(df, len(among))
            if is_unit:
                units[sought] = weights[sought]
        pairs = [t for t in weights if t not in units]
        counts = Counter(c for c in text if c in units)
        return _Query(
            text,
            len(text.strip()),
            weights,
            math.fsum(weights.values()),
            units,
            math.fsum(units.values()),
            pairs,
            counts,
        )

    def _candidates(self, asked: _Query, count: int) -> list[int]:
        """Positions of the texts with the highest BM25 for the query's terms, best first."""
        return self._placed((term.strip() for term in asked.weights), count)

    def _placed(self, terms: Iterable[str], count: int) -> list[int]:
        """Positions of the texts with the highest BM25 for some terms, best first."""
        places = self._postings.likely(terms, count)
        return [self._starts[document] + number for document, number in places if document in self._starts]


@lru_cache(maxsize=1 << 12)
def _prepared(text: str) -> str:
    """A text prepared: titles come up again from year to year, and with each description of one."""
    return prepare(text)


@lru_cache(maxsize=_QUERIES)
def _terms_of(query: str) -> tuple[str, tuple[tuple[str, str, bool], ...]]:
    """The prepared form of a query, and each of its terms: as postings have it, as it stands in a prepared text, and
    whether it is a word or a single character."""
    text = prepare(query[:QUERY_LENGTH])
    each = ((term, is_unspaced(term)) for term in dict.fromkeys(terms(text)))
    return text, tuple((t, t if unspaced else f" {t} ", not unspaced or len(t) == 1) for t, unspaced in each)


@dataclass(frozen=True)
class _Query:
    """A query ready to be held against texts.

    text is its prepared form, and length how long that is without the spaces at its ends; weights has
    the rarity of each of its terms, spelt as it stands in a prepared text, and whole their sum; units
    has the weights of those terms which are words or single characters, and whole_units their sum;
    pairs are its other terms; counts has how often each of these single characters stands in the text.
    """

    text: str
    length: int
    weights: Mapping[str, float]
    whole: float
    units: Mapping[str, float]
    whole_units: float
    pairs: Sequence[str]
    counts: Mapping[str, int]


class _Rough(NamedTuple):
    """What can be told of a candidate at little cost; the two parts are in [0, 1]. A tuple, since a message makes
    hundreds, each in a third of the time.

    anywhere is the part of the query's weight that the text has, units the part that it has of the
    weight of words and single characters alone, and most is the highest score it can have. terms are
    those of the query's terms that the text has.
    """

    position: int
    anywhere: float
    units: float
    most: float
    terms: Sequence[str]

    @classmethod
    def of(cls, asked: _Query, position: int, text: str) -> _Rough:
        has = {t for t in asked.units if t in text}
        units = math.fsum(map(asked.weights.__getitem__, has)) / asked.whole_units
        # A pair can only be where both its characters are: most need not be sought.
        pairs = [t for t in asked.pairs if t[0] in has and t[1] in has and t in text]
        terms = (*has, *pairs)
        anywhere = math.fsum(map(asked.weights.__getitem__, terms)) / asked.whole
        # No more characters than these can be in common, which bounds the partial ratio; the last term is for rounding.
        shorter = min(asked.length, len(text))
        common = min(asked.length - sum([asked.counts[t] for t in asked.counts if t not in has]), shorter)
        alike = 2 * common / (shorter + common) + 1e-6
        return cls(position, anywhere, units, anywhere * (units + alike) / 2, terms)


def _rarity(having: int, among: int) -> float:
    """The weight of a term that some of so many texts have: by rarity, as BM25 has it in Lucene and tantivy (after
    Robertson and Sparck Jones)."""
    return math.log(1 + (among - having + 0.5) / (having + 0.5))


def _needed(weights: Mapping[str, float], least: float) -> list[str]:
    """The rarest terms, one of which each text has that has terms of so much of the weight of all: who has none of some
    terms lacks their weight, and these weigh more than may be lacking. Of thousands of texts, some have one."""
    needed, lacking, whole = [], 0.0, math.fsum(weights.values())
    for term in sorted(weights, key=weights.__getitem__, reverse=True):
        if lacking > (1 - least) * whole + _ROUNDING:
            break
        needed.append(term.strip())
        lacking += weights[term]
    return needed


def _score(asked: _Query, candidate: _Rough, text: str, least: float) -> float:
    """How much of the query the text answers, in [0, 1], or 0 if that is less than least.

    It is nearness times the mean of two looser measures: the part that words and single characters
    alone make up, which forgives another order, and rapidfuzz's partial ratio, which rewards the same.
    """
    if not candidate.anywhere:
        return 0.0
    # To weigh passages takes the most time, and then the ratio: do without where they cannot suffice.
    # The hundredth of a per cent leaves room for rounding.
    needed = (2 * least / candidate.anywhere - candidate.units) * 100 - 0.01
    alike = candidate.units + fuzz.partial_ratio(asked.text.strip(), text, score_cutoff=needed) / 100
    if candidate.anywhere * alike / 2 < least:
        return 0.0
    return min(candidate.anywhere, _nearness(asked, candidate, text, 2 * least / alike if least else 0.0)) * alike / 2


def _nearness(asked: _Query, candidate: _Rough, text: str, least: float = 0.0) -> float:
    """What part of the query's weight the best passage of a text has: the mean over PASSAGES; or 0 if that is less than
    least."""
    places: list[tuple[int, int, str]] = []
    for term in candidate.terms:
        at, length = text.find(term), len(term)
        while at >= 0:
            places.append((at, at + length, term))
            at = text.find(term, at + 1)
    places.sort()
    held: list[float] = []
    for times in PASSAGES:
        held.append(_best_passage(places, asked.weights, round(len(asked.text) * times)))
        # A longer passage has no more than the whole text has.
        most = sum(held) / asked.whole + candidate.anywhere * (len(PASSAGES) - len(held))
        if most / len(PASSAGES) + 1e-6 < least:
            return 0.0
    return sum(held) / len(held) / asked.whole


def _best_passage(places: Sequence[tuple[int, int, str]], weights: Mapping[str, float], length: int) -> float:
    """The greatest weight of different terms within so many characters, given where in order they stand: (start, end,
    term)."""
    best = held = 0.0
    counts = dict.fromkeys(weights, 0)
    first, (start, _, gone) = 0, places[0] if places else (0, 0, "")
    for _, end, term in places:
        if not counts[term]:
            held += weights[term]
        counts[term] += 1
        while end - start > length:
            counts[gone] -= 1
            if not counts[gone]:
                held -= weights[gone]
            first += 1
            start, _, gone = places[first]
        if held > best:
            best = held
    return best


def _shared(piece: str, text: str) -> Iterator[str]:
    """The words of one piece of a query that a prepared text has; see Index.words."""
    if not is_unspaced(piece) or len(piece) == 1:
        if (f" {stem(piece)} " if not is_unspaced(piece) else piece) in text:
            yield piece
        return
    start = 0
    while start < len(piece) - 1:
        end = start + 1
        while end < len(piece) and piece[start : end + 1] in text:
            end += 1
        if end - start > 1:
            yield _trimmed(piece[start:end])
        start = end


def _trimmed(run: str) -> str:
    """The run without particles at its ends that only joined it to its neighbours, as far as two characters are
    left."""
    while len(run) > 2 and run[-1] in "的了些":
        run = run[:-1]
    while len(run) > 2 and run[0] in "的些":
        run = run[1:]
    return run
