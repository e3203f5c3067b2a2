"""Which resolutions there are, and which of them is meant by what people call them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.corpus.all_titles import AllTitles
from bot.corpus.lazy import Lazy
from bot.language.citations import bare_symbol
from bot.language.normal import CJK, is_chinese, normal
from bot.language.phrases import Phrases
from bot.resolution import CAST, Adoption, Body, Outcome, Resolution, is_amendment, is_proposal, outcome, session_in
from bot.search import Keywords
from bot.search.prepared import prepare
from bot.store.summary import Summary

SURE_TITLE = 0.8
"""The share of the words asked for that a title has to have for it to be the one that is meant."""
LIKELY = 0.5
"""… for it to be offered."""
_HEADING = 0.1
_FEWEST = 20
"""The share of the records of a body, and the number of them, beyond which what they are filed under is a heading that
says nothing of any of them: "all human rights, including the right to development" is the item of 204 of the 364 of the
Human Rights Council, of which 6 have that right in their titles; 18 are filed under capital punishment."""
_PARTS = re.compile(r"[a-z]+|\d+")
"""The parts of a symbol in normal form."""
_SIGNS = " /.()-"
"""What stands between them."""
_BESIDE_NUMBERS = frozenset({"l", "s"})
"""The letters that stand before the numbers of drafts and of special sessions."""
_CENTURIES, _DIGITS = ("19", "20"), 4
"""What a year begins with, and how many digits it has."""
_KEPT = 64
"""Of how many texts it is kept which titles stand in them."""
_WORDS = re.compile(rf"[^\W\d_{CJK}]+")


@dataclass(frozen=True, eq=False)
class Columns:
    """What is known of each resolution as arrays, in the order of the summaries: of thousands, some are chosen in a
    millisecond."""

    day: NDArray[np.int32]
    """Of adoption, counted from that before the first of the year 1."""
    body: NDArray[np.int8]
    """The place of the body among all bodies."""
    special: NDArray[np.bool_]
    """Of a special session."""
    session: NDArray[np.int16]
    """The number of the session it is of, regular or special; 0 for none."""
    without_a_vote: NDArray[np.bool_]
    unopposed: NDArray[np.bool_]
    """Nobody was against it."""
    unanimous: NDArray[np.bool_]
    """All who voted were in favour."""
    voted_on: NDArray[np.bool_]
    """It has a tally."""
    tallies: NDArray[np.int16]
    """A row for each resolution: how many cast each of CAST; -1 where it has no tally."""
    outcome: NDArray[np.int8]
    """The place of what a vote on it came to among all outcomes."""
    recorded: NDArray[np.bool_]
    """There is a roll call."""
    proposal: NDArray[np.bool_]
    """It is a draft or an amendment."""
    amendment: NDArray[np.bool_]

    @classmethod
    def of(cls, summaries: Sequence[Summary]) -> Columns:
        """The columns of those summaries."""
        bodies = {body: at for at, body in enumerate(Body)}
        sessions = [each.session or session_in(each.symbol) for each in summaries]
        numbers = [session.rpartition("-")[2] for session in sessions]
        return cls(
            np.array([each.adopted.toordinal() for each in summaries], np.int32),
            np.array([bodies[each.body] for each in summaries], np.int8),
            np.array([bool(session) and not session[0].isdigit() for session in sessions], np.bool_),
            np.array([int(number) if number.isdigit() else 0 for number in numbers], np.int16),
            np.array([each.adoption is Adoption.WITHOUT_A_VOTE for each in summaries], np.bool_),
            np.array([each.tally is not None and not each.tally.no for each in summaries], np.bool_),
            np.array([t is not None and not (t.no or t.abstain) for t in (x.tally for x in summaries)], np.bool_),
            np.array([each.tally is not None for each in summaries], np.bool_),
            np.array([[x.tally.of(v) if x.tally else -1 for v in CAST] for x in summaries], np.int16).reshape(-1, 3),
            np.array([list(Outcome).index(outcome(each.symbol, each.tally)) for each in summaries], np.int8),
            np.array([each.voters > 0 for each in summaries], np.bool_),
            np.array([is_proposal(each.symbol) for each in summaries], np.bool_),
            np.array([is_amendment(each.titles[0]) for each in summaries], np.bool_),
        )


class Catalogue:
    """The resolutions by symbol, number, title and year."""

    def __init__(
        self, summaries: Sequence[Summary], resolutions: Sequence[Resolution], bodies: Mapping[Body, Sequence[str]]
    ) -> None:
        """The catalogue of those resolutions.

        resolutions: one text of each, in the order of the summaries; bodies: what else people call the bodies.
        """
        self.summaries, self.resolutions = summaries, resolutions
        self._bodies = bodies
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_number: dict[str, list[int]] = defaultdict(list)
        """The same without the letters of those that share a number: 78/183 of A/RES/78/183A."""
        self._by_draft: dict[str, list[int]] = defaultdict(list)
        for at, each in enumerate(summaries):
            symbol = bare_symbol(each.symbol if each.body.principal else normal(each.symbol))
            number = _LETTER.sub("", symbol)
            for name in _names(symbol):
                self._by_name[name].append(at)
            for name in _names(number) if number != symbol else ():
                self._by_number[name].append(at)
            if each.adopted_from:
                self._by_draft[bare_symbol(each.adopted_from)].append(at)

    def called(self, name: str) -> tuple[Resolution, ...]:
        """Those of a symbol or number in normal form: a/hrc/res/56/4, res/56/4 or 56/4, several where bodies share a
        number; of that of a draft that is not here, what was adopted from it."""
        bare = bare_symbol(name)
        places = self._by_name.get(bare) or self._by_number.get(bare) or self._by_draft.get(bare) or ()
        return tuple(self.resolutions[at] for at in places)

    def numbered(self, number: str) -> str:
        """The name of the resolution that a number alone tells, where numbers went on from session to session:
        s/res/2728, as the Security Council's do, or 2758, as the Assembly's did until 1976; empty where there is none.
        """
        of_council = f"s/res/{number}"
        one = self.called(number)
        roman = len(one) == 1 and f"/{number}(" in one[0].symbol
        return of_council if self.called(of_council) else number if roman else ""

    def summary(self, symbol: str) -> Summary:
        """The summary of the resolution of that symbol; KeyError where there is none."""
        return self.summaries[self.places[symbol]]

    def read(self, summary: Summary) -> Resolution:
        """The main text of the resolution of that summary."""
        return self.resolutions[self.places[summary.symbol]]

    def with_parts(self, words: str) -> frozenset[int] | None:
        """The places of those whose symbols have all parts of a piece of a symbol, one behind the other: S/RES, 78/16,
        L.36, S-36, 2720 (2023), or 52 alone. None where words are no such piece: they have other words or signs than
        symbols have, no stroke beside more than numbers and the letters of drafts and special sessions, or are a year.
        """
        norm = normal(words)
        parts = _PARTS.findall(norm)
        said = {part for part in parts if part.isalpha()}
        of_symbols = said <= (self._letters if "/" in norm else _BESIDE_NUMBERS)
        counts = "/" in norm or any(map(str.isdecimal, parts))
        alone = norm.strip()
        a_year = len(alone) == _DIGITS and alone.isdecimal() and alone.startswith(_CENTURIES)
        if not (parts and of_symbols and counts) or a_year or _PARTS.sub("", norm).strip(_SIGNS):
            return None
        sought = f" {' '.join(parts)} "
        return frozenset(at for at, symbol in enumerate(self._parts) if sought in symbol)

    @cached_property
    def _parts(self) -> list[str]:
        """The symbols by their parts, words and numbers, with a space on either side of each."""
        return [f" {' '.join(_PARTS.findall(normal(each.symbol)))} " for each in self.summaries]

    @cached_property
    def _letters(self) -> frozenset[str]:
        """The parts of the symbols that are letters."""
        return frozenset(part for symbol in self._parts for part in symbol.split() if part.isalpha())

    def with_title(self, norm: str) -> frozenset[int]:
        """The places of those in one of whose titles that stands, in normal form."""
        return self._all_titles.having(norm)

    @cached_property
    def _all_titles(self) -> AllTitles:
        return AllTitles([each.titles for each in self.summaries])

    @cached_property
    def title_words(self) -> tuple[str, ...]:
        """The words of all titles in scripts with spaces, each once."""
        words = (word for titles in self._all_titles.texts for word in _WORDS.findall(titles))
        return tuple(dict.fromkeys(words))

    @cached_property
    def _titles(self) -> Phrases[int]:
        return Phrases((normal(title), at) for at, each in enumerate(self.summaries) for title in each.titles)

    @cached_property
    def _titles_in(self) -> Callable[[str], tuple[tuple[int, int, int], ...]]:
        """Where titles stand in a text, kept of the last few: a message is looked at piece by piece."""
        return lru_cache(maxsize=_KEPT)(lambda norm: tuple(self._titles.everywhere(norm)))

    @cached_property
    def _organs(self) -> Phrases[Body]:
        printed = {(name, each.body) for each in self.summaries for name in each.body_names}
        names = {(said, body) for name, body in printed for said in (name, "联合国" + name, _called(body, name))}
        # Of one document, nobody names another body than its own but to ask for what there is not.
        own = {each.body for each in self.summaries}
        several = len(self.summaries) > 1
        there = {body for body in self._bodies if body in own or (several and body.principal)}
        names |= {(name, body) for body in there for name in self._bodies[body]}
        return Phrases((normal(name), body) for name, body in sorted(names))

    @cached_property
    def _organs_in(self) -> Callable[[str], tuple[tuple[int, int, Body], ...]]:
        """Where names of bodies stand in a text, kept likewise."""
        return lru_cache(maxsize=_KEPT)(lambda norm: tuple(whole_names(self._organs.everywhere(norm))))

    def titled(self, norm: str) -> list[tuple[int, int, int]]:
        """Where titles stand in a text in normal form, whole, with the quotation marks around them, and the places of
        the resolutions that have them: of a title that comes up year after year these are hundreds."""
        found = self._titles_in(norm)
        return [
            (a - 1, b + 1, at) if norm[a - 1 : a] == "《" and norm[b : b + 1] == "》" else (a, b, at)
            for a, b, at in found
        ]

    def organs(self, norm: str) -> tuple[tuple[int, int, Body], ...]:
        """Where the names of the bodies stand that adopted them, and which."""
        return self._organs_in(norm)

    @cached_property
    def _names_of_bodies(self) -> str:
        called = {normal(name) for names in self._bodies.values() for name in names}
        return "".join(f"\n {name} \n" for name in sorted(called))

    def in_name_of_body(self, words: str) -> bool:
        """Whether words are a part of the name of a body, human rights, 人权, and so say of none of its resolutions
        what it is on."""
        said = normal(words).strip()
        return (said if is_chinese(said) else f" {said} ") in self._names_of_bodies

    def is_title(self, norm: str) -> bool:
        """Whether a text in normal form is the title of one of them."""
        return norm in self._titles

    @cached_property
    def _index(self) -> Keywords:
        return Keywords.of(["\n".join(each.titles) for each in self.summaries])

    def search(self, words: str, limit: int) -> list[tuple[Summary, float]]:
        """Those whose titles have most of these words, best first, with how much of them (0–1)."""
        return [(self.summaries[at], score) for at, score in self._index.search(words, limit)]

    def titled_like(self, words: str) -> frozenset[int]:
        """The places of all whose titles have nearly all of these words (SURE_TITLE); none of them is read."""
        return frozenset(at for at, _ in self._index.having(words, SURE_TITLE))

    @cached_property
    def _told(self) -> list[str]:
        """Of each, its titles, and what the catalogue says of its subject, a line each."""
        records = Counter(each.body for each in self.summaries)
        so_filed = Counter((each.body, subject.rstrip(".")) for each in self.summaries for subject in each.subjects)
        headings = {x for x, count in so_filed.items() if count >= _FEWEST and count > _HEADING * records[x[0]]}
        return [
            "\n".join((*each.titles, *(x for x in each.subjects if (each.body, x.rstrip(".")) not in headings)))
            for each in self.summaries
        ]

    @cached_property
    def _subjects(self) -> Keywords:
        return Keywords.of(self._told)

    def having(self, words: str) -> frozenset[int]:
        """The places of those whose titles, or what the catalogue says of their subject, have all of these words, in
        whichever order; else most of them."""
        found = self._subjects.having(words, LIKELY)
        least = SURE_TITLE if any(score >= SURE_TITLE for _, score in found) else LIKELY
        return frozenset(at for at, score in found if score >= least)

    def about(self, words: str) -> frozenset[int]:
        """The same; where some have them one after another, only these: the right to development is no right to what
        development is only beside."""
        having = self.having(words)
        return (self._together(words, having) if len(prepare(words).split()) > 1 else having) or having

    def told(self, at: int) -> str:
        """The titles of the one at a place, and what the catalogue says of its subject, a line each."""
        return self._told[at]

    def saying(self, words: str) -> frozenset[int]:
        """The places of those of which a title, or what the catalogue says of its subject, has these words one after
        another."""
        return self._together(words, (at for at, score in self._subjects.having(words, SURE_TITLE)))

    def _together(self, words: str, places: Iterable[int]) -> frozenset[int]:
        phrase = words if is_chinese(words) else prepare(words)
        form = str if is_chinese(words) else prepare
        return frozenset(at for at in places if any(phrase in form(text) for text in self._told[at].splitlines()))

    @cached_property
    def latest(self) -> Sequence[Resolution]:
        """All, the last one adopted first; read as they are asked for."""
        return Lazy(
            [self.summaries[at].symbol for at in self.order], lambda symbol: self.resolutions[self.places[symbol]]
        )

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The places of all summaries, that of the last one adopted first."""
        return tuple(
            sorted(
                range(len(self.summaries)),
                key=lambda at: (self.summaries[at].adopted, self.summaries[at].symbol),
                reverse=True,
            )
        )

    @cached_property
    def in_order(self) -> NDArray[np.int64]:
        """The same as an array."""
        return np.array(self.order, np.int64)

    @cached_property
    def every(self) -> frozenset[int]:
        """The places of all summaries."""
        return frozenset(range(len(self.summaries)))

    @cached_property
    def has_amendments(self) -> bool:
        """Whether any of them is an amendment."""
        return bool(self.columns.amendment.any())

    @cached_property
    def columns(self) -> Columns:
        """What lists are chosen by, of all summaries."""
        return Columns.of(self.summaries)

    @cached_property
    def newest(self) -> tuple[Summary, ...]:
        """All summaries, the last one adopted first."""
        return tuple(self.summaries[at] for at in self.order)

    @cached_property
    def places(self) -> dict[str, int]:
        """By symbol: the place of its summary."""
        return {each.symbol: at for at, each in enumerate(self.summaries)}


_LETTER = re.compile(r"(?<=[\d)])[a-z](?:-[a-z])?$")
"""Which of the resolutions of one number it is: 78/183a, 47/1a-b."""


def whole_names(found: Iterable[tuple[int, int, Body]]) -> list[tuple[int, int, Body]]:
    """The names of bodies less those that share words with the longer name of another one: in World Health Assembly
    there is no Assembly."""
    places = list(found)

    def within(start: int, end: int, body: Body) -> bool:
        return any(a < end and start < b and other is not body and b - a > end - start for a, b, other in places)

    return [each for each in places if not within(*each)]


def _called(body: Body, name: str) -> str:
    """The name of a body in English; as printed for one that is not known."""
    return name if body is Body.OTHER else body.value


def _names(symbol: str) -> set[str]:
    """What a resolution is called by: every end of its bare symbol that tells something, and its number."""
    if by_word := re.fullmatch(r"[^\W\d/]+(\d+/.+)", symbol):
        # Resolución 7/2093: its number is what stands behind the word.
        return {symbol, by_word[1]}
    if "/" not in symbol:
        return {symbol}
    parts = symbol.split("/")
    ends = {"/".join(parts[i:]) for i in range(len(parts))}
    # S/RES/2728(2024) is called 2728 as well; 4 alone is no name of 56/4.
    bare = _undated(parts[-1])
    ends |= {_undated(e) for e in ends if e.count("/") > 1 or "s/res/" in e}
    return {e for e in ends if "/" in e or "(" in e} | ({bare} if re.fullmatch(r"\d{3,}", bare) else set())


def _undated(name: str) -> str:
    """A name less the year, or the session, in brackets at its end."""
    number, _, behind = name.partition("(")
    return number + behind.partition(")")[2]
