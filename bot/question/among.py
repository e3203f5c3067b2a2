"""Which resolutions meet conditions, by what is known of them without reading any."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from bot.corpus.catalogue import Columns
from bot.corpus.library import Library
from bot.corpus.near_titles import Told, likeness
from bot.language.named import Sense
from bot.language.normal import blank, normal, read
from bot.question.majority import majority
from bot.question.other_languages import with_other_languages
from bot.question.reading import letters, weight
from bot.question.record import Among, ListQuestion, Order
from bot.resolution import CAST, Body, Outcome, Tally, Vote
from bot.search.prepared import prepare
from bot.store.ballots import NUMBER_OF_VOTE
from bot.store.summary import Summary

Item = TypeVar("Item")

MOST_MENTIONED: Final = 300
"""How many of the paragraphs that come nearest to some words are looked at for them."""
WHOLE: Final = 0.9
"""The score from which a paragraph is taken to have the words in another form: homes for home."""


ON_STATE: Final = 0.55
"""The likeness from which a title that names a state is taken to be on what else is said of it: 0.57 and more for those
on human rights there, 0.52 and less for those on something else."""


def chosen(among: Among, library: Library, *, recorded: bool = False) -> list[int]:
    """The places of the summaries that meet the conditions, the last one adopted first; recorded: only those with a
    roll call."""
    catalogue = library.catalogue
    meets = _meeting(among, catalogue.columns)
    meets &= _voted_so(among, len(meets), library)
    if among.vetoed:
        meets = meets & _vetoed(library)
    for within in (
        about(among.words, library) if among.words else None,
        mentioning(among.mentions, library) if among.mentions else None,
    ):
        if within is not None:
            only = np.zeros(len(meets), np.bool_)
            only[sorted(within)] = True
            meets = meets & only
    if among.like:
        meets = meets & np.isin(np.arange(len(meets)), _like(among.like, library))
    if among.symbols:
        named = [catalogue.places[symbol] for symbol in among.symbols if symbol in catalogue.places]
        meets = meets & np.isin(np.arange(len(meets)), named)
    if among.less:
        left_out = [catalogue.places[symbol] for symbol in among.less if symbol in catalogue.places]
        meets = meets & ~np.isin(np.arange(len(meets)), left_out)
    if among.not_on:
        meets = meets & ~np.isin(np.arange(len(meets)), sorted(_left_out(among, library)))
    order = catalogue.in_order
    met = order[meets[order]][: among.latest or None]
    places: list[int] = (met[catalogue.columns.recorded[met]] if recorded else met).tolist()
    return places


def _voted_so(among: Among, count: int, library: Library) -> NDArray[np.bool_]:
    """On which of so many, of all that there are, states and a group voted as the conditions say."""
    every, so = range(count), np.ones(count, np.bool_)
    for code, votes in among.voted:
        so &= np.isin(library.ballots.of_states(every, [code])[:, 0], numbers(votes))
    if among.apart:
        cast = library.ballots.of_states(every, among.apart)
        so &= np.isin(cast, numbers(CAST)).all(axis=1) & (cast[:, 0] != cast[:, 1])
    if among.group:
        so &= np.isin(majority(among.group[0], every, library), numbers(among.group[1]))
    return so


def without_proposals(among: Among, library: Library) -> Among:
    """The conditions without drafts and amendments, where resolutions meet them as well; of amendments alone, where no
    resolution does; as they are where they say of either, or of what was rejected."""
    if among.amendments is not None or among.drafts or among.outcome is Outcome.REJECTED:
        return among
    columns, found = library.catalogue.columns, chosen(replace(among, latest=0), library)
    drafts = columns.proposal[found]
    if not drafts.any() or not (drafts.sum() < len(found) or columns.amendment[found].all()):
        return among
    return replace(among, amendments=bool(drafts.all()))


PERMANENT: Final = "p5"
"""The group of content/groups.toml of those whose vote against a draft of the Security Council is a veto (Article 27
of the Charter)."""


def _vetoed(library: Library) -> NDArray[np.bool_]:
    """Which are drafts of the Security Council that a permanent member voted against, and that were not adopted."""
    columns = library.catalogue.columns
    drafts: NDArray[np.bool_] = columns.proposal & (columns.body == list(Body).index(Body.SECURITY_COUNCIL))
    group = library.names.groups.get(PERMANENT)
    against = np.zeros(len(drafts), np.bool_)
    for code in sorted(group.members) if group else ():
        against |= library.ballots.of_states(range(len(drafts)), [code])[:, 0] == NUMBER_OF_VOTE[Vote.NO]
    return drafts & against


def numbers(votes: Iterable[Vote]) -> list[np.uint8]:
    """What stands for these votes in the matrix of who voted how."""
    return [NUMBER_OF_VOTE[vote] for vote in votes]


def _meeting(among: Among, columns: Columns) -> NDArray[np.bool_]:
    """Which meet the conditions that need no words."""
    meets = np.ones(len(columns.day), np.bool_)
    if among.times:
        days = columns.day
        within = ((days >= each.first.toordinal()) & (days <= each.last.toordinal()) for each in among.times)
        meets &= np.logical_or.reduce(list(within))
    if among.body is not None:
        meets &= columns.body == list(Body).index(among.body)
    for wanted, so in (
        (among.drafts, ~columns.amendment),
        (among.special, columns.special),
        (among.without_a_vote, columns.without_a_vote),
        (among.unopposed, columns.unopposed),
        (among.put_to_the_vote, columns.recorded),
        (among.unanimous is not None, columns.voted_on & (columns.unanimous == bool(among.unanimous))),
    ):
        if wanted:
            meets &= so
    if among.session:
        meets &= (columns.session == among.session) & (columns.special == among.special)
    if among.tied:
        meets &= (columns.tallies[:, 0] == columns.tallies[:, 1]) & (columns.tallies[:, 0] >= 0)
    for bound in among.bounds:
        # Where there is no result, it is below nought.
        counted = _margins(columns) if bound.vote is None else columns.tallies[:, CAST.index(bound.vote)]
        meets &= (counted >= bound.least) & (counted <= (counted if bound.most is None else bound.most))
    if among.amendments is not None:
        meets &= columns.amendment if among.amendments else ~columns.proposal
    if among.outcome is not None:
        meets &= columns.outcome == list(Outcome).index(among.outcome)
    return meets


def _margins(columns: Columns) -> NDArray[np.int64]:
    """The difference between those in favour and those against on each; below nought where there is no result."""
    yes, no = columns.tallies[:, 0].astype(np.int64), columns.tallies[:, 1].astype(np.int64)
    return np.where(yes < 0, -1, np.abs(yes - no))


def about(words: str, library: Library) -> frozenset[int]:
    """Those of these words, or what stands for the same, in title or subject; of a piece of a symbol, those that
    have it."""
    if not words:
        return frozenset()
    catalogue = library.catalogue
    of_symbol = catalogue.with_parts(words)
    if of_symbol is not None:
        return of_symbol
    of_words = with_other_languages(words, worded(words, library), library)
    return of_words or _of_state(words, library) or _meant(words, library)


def worded(words: str, library: Library) -> frozenset[int]:
    """The places of those that have these words, or what stands for the same, in title or subject, or are called so."""
    catalogue = library.catalogue
    called = {catalogue.places[r.symbol] for r in catalogue.called(normal(words))}
    others = _terms(words, library) - {words}
    found = catalogue.about(words).union(called, *map(catalogue.saying, others))
    text = read(words)
    states = [m.named.codes for m in library.names.find(text) if m.named.sense is Sense.STATE]
    return found - _in_longer_names(words, states[0], found, library) if len(states) == 1 else found


def _in_longer_names(words: str, codes: tuple[str, ...], places: Iterable[int], library: Library) -> frozenset[int]:
    """Those of some places where the name of a state stands only in a longer name that is not its: Sudan in South
    Sudan, India in the Indian Ocean."""
    names = {normal(name) for name in _names_of(words, library)}

    def only_there(at: int) -> bool:
        told = read(library.catalogue.told(at))
        others = [(m.start, m.end) for m in library.names.find(told) if not set(codes) & set(m.named.codes)]
        inside = any(name in told.norm[a:b] for a, b in others for name in names)
        left = blank(told.norm, others)
        return inside and not any(name in left for name in names)

    of_it = frozenset(at for at in places if set(codes) & library.titles.named_by(at))
    return frozenset(at for at in places if at not in of_it and only_there(at))


def _left_out(among: Among, library: Library) -> frozenset[int]:
    """Those on what resolutions are not to be on; not those whose titles name the states that they are to be on, and
    not these: reports on the Sudan and South Sudan are a subject of what is on the Sudan."""
    found, not_on = about(among.not_on, library), library.titles.named(among.not_on)
    on = library.titles.named(f"{among.words} {among.mentions}") - not_on
    titled = {at: library.titles.named_by(at) for at in found} if not_on and on else {}
    return frozenset(at for at in found if not on & titled.get(at, frozenset()) or not_on & titled[at])


def _of_state(words: str, library: Library) -> frozenset[int]:
    """Those on what these words say of the one state among them, 白俄罗斯人权: whose titles come nearest to them, and
    those that have such a title in a longer one."""
    text = read(words)
    states = [m for m in library.names.find(text) if m.named.sense is Sense.STATE]
    rest = letters(blank(text.norm, [(m.start, m.end) for m in states])).strip()
    if len(states) != 1 or not rest or len(library.summaries) == 1:
        return frozenset()
    names = _names_of(text.norm[states[0].start : states[0].end], library)
    of_state = frozenset().union(*map(library.catalogue.about, names))
    english = library.names.states[states[0].named.codes[0]].en
    named = f"{text.norm[: states[0].start]}{english}{text.norm[states[0].end :]}"
    ranked = library.titles.ranked(named, of_state) if of_state else ()
    best = next((x for x in ranked if likeness(x.found, weight(words)) >= ON_STATE), None)
    near = (_meant(words, library) & of_state) or frozenset(best.places if best else ())
    titles = {normal(title) for at in near for title in library.summaries[at].titles}
    longer = (at for at in of_state if any(t in normal(x) for x in library.summaries[at].titles for t in titles))
    return near.union(longer)


def _meant(words: str, library: Library) -> frozenset[int]:
    """Those whose titles come near to these words in meaning, where the words stand in none."""
    if len(library.summaries) == 1:
        return frozenset()
    surely, near = library.titles.told(words, weight(words), library.catalogue.every)
    # A title has every state that is named, so that other words may be missing.
    listed = surely in (Told.SURELY, Told.LIKELY) or (surely is Told.PERHAPS and bool(library.titles.named(words)))
    on_it = library.titles.on_the_same(words, near) if listed else ()
    return frozenset(place for x in on_it for place in x.places)


SAME_TITLE: Final = 85
"""Per cent by which the title of another year is like that of a resolution: those of one item of the agenda differ by a
few words. Of 440 records 30 pairs of titles of one body that name the same states are that like, all but one (the
rights of the child, on two themes) on the same; between 78 and 85 there are 7 more, of which 2 are."""


def title_likeness(one: str, other: str) -> float:
    """How like two titles are, in per cent, each in the language in which they are most."""
    return max(fuzz.ratio(a, b) for a in one.splitlines() for b in other.splitlines())


def _like(symbol: str, library: Library) -> list[int]:
    """The places of those on the same states with the title of a resolution, or one that is hardly different."""
    titles, own = library.titles, library.catalogue.places[symbol]
    on, text = titles.named_by(own), titles.text(own)
    same = [at for at in range(len(library.summaries)) if titles.named_by(at) == on]
    found = [at for at in same if title_likeness(titles.text(at), text) >= SAME_TITLE]
    # Those that have no title in a language of its own.
    languages = set(library.summaries[own].languages)
    others = frozenset(at for at in same if languages.isdisjoint(library.summaries[at].languages))
    title = text.splitlines()[0]
    surely, near = titles.told(title, weight(title), others, on_states=False) if others else (None, ())
    return found + [at for x in near for at in x.places if surely is Told.SURELY]


def titled_so(words: str, library: Library) -> frozenset[int]:
    """Those whose titles have nearly all of these words; else of what stands for the same, which an abbreviation means
    first: ATT is no attack."""
    words = _without_article(words)
    like = library.catalogue.titled_like(words)
    return (_called(words, library) or like) if words.isupper() else (like or _called(words, library))


def _called(words: str, library: Library) -> frozenset[int]:
    """Those whose titles have what stands for the same as these words."""
    others = (term for term in map(normal, library.terms.standing_for(words)) if term != normal(words))
    return frozenset[int]().union(*map(library.catalogue.with_title, others))


def called_otherwise(words: str, library: Library) -> bool:
    """Whether these words are another name of what is in a title: TPNW, 核禁约."""
    return bool(_called(_without_article(words), library))


def _without_article(words: str) -> str:
    """An abbreviation without the article that is written as one with it: l'ATT."""
    before, _, short = words.partition("'")
    return short if short.isupper() and len(before) <= _LONGEST_ARTICLE else words


_LONGEST_ARTICLE = 2
"""Letters of an article that is written as one with what it stands before, as far as its apostrophe."""


def naming(codes: frozenset[str], places: frozenset[int], library: Library) -> frozenset[int]:
    """Those of some places whose titles name all these states."""
    called = (library.names.states[code].en for code in codes)
    # Iran (Islamic Republic of) is the Islamic Republic of Iran in titles.
    named = places.intersection(*(library.catalogue.having(name) for name in called))
    return frozenset(place for place in named if codes <= library.titles.named_by(place))


def _terms(words: str, library: Library) -> set[str]:
    """The words, their synonyms, and where they are the name of a state, its other names and what is called after it:
    the Palestinian people."""
    return {*library.terms.in_any_form(words), *_names_of(words, library)}


def _names_of(words: str, library: Library) -> set[str]:
    """All names of the state that the words are a name of, less those that texts are looked through for without their
    article, and that are none without it: les States; none where they are none."""
    codes, aliases = _named_alone(words, library), library.names.aliases
    names = {name for name, other in aliases.items() if other.codes == codes} if codes else set()
    return {name for name in names if name == words or _as_compared(name) in aliases}


def _as_compared(name: str) -> str:
    """A name without a first word that texts are compared without; the name where it has none."""
    rest = name.partition(" ")[2]
    return rest if rest and prepare(name) == prepare(rest) else name


def _named_alone(words: str, library: Library) -> tuple[str, ...]:
    """The state that the words are a name of; nothing where they are none, or say more."""
    text = read(words)
    found = [m for m in library.names.find(text) if (m.start, m.end) == (0, len(text.norm.rstrip()))]
    return found[0].named.codes if found and found[0].named.sense is Sense.STATE else ()


def _names_one(codes: tuple[str, ...], text: str, library: Library) -> bool:
    """Whether a text names one of some states."""
    named = (m.named.codes for m in library.names.find(read(text)) if m.named.sense is not Sense.WORD)
    return any(not set(codes).isdisjoint(each) for each in named)


def mentioning(words: str, library: Library) -> frozenset[int]:
    """Those of which a paragraph has these words, or the title or subject these or what stands for them."""
    found = library.worded(words, MOST_MENTIONED)
    having = [f.position for f in found if f.words >= WHOLE or library.found_by.says(words, f.position)]
    if of := _named_alone(words, library):
        # 中国 is not said where 发展中国家 are spoken of.
        having = [at for at in having if _names_one(of, library.places[at][1].text, library)]
    said = worded(words, library).union(library.places.resolution(position) for position in having)
    return said or about(words, library)


def listed(question: ListQuestion, library: Library) -> list[Summary]:
    """The resolutions that a list has, in its order."""
    places = chosen(question.among, library)
    in_order = _from(question.rank, ordered(places, question.order, library), question.order, library)
    if question.few:
        in_order = leading(question.few, in_order, lambda at: rank(library.summaries[at], question.order))
    # Of those that were named, none is passed over because its result is in doubt.
    left = [at for at in places if at not in in_order] if question.among.symbols else []
    return [library.summaries[at] for at in (*in_order, *left)]


def _from(rank: int, places: list[int], order: Order, library: Library) -> list[int]:
    """Those of a place in an order and behind it; of several alike, all have the same place."""
    if rank == 1 or order not in _RANK:
        return places[rank - 1 :]
    of = {at: _RANK[order](tally) for at in places if (tally := library.summaries[at].tally) is not None}
    before = sorted(set(of.values()))[: rank - 1]
    return [at for at in places if of[at] not in before]


def leading(few: int, items: Sequence[Item], key: Callable[[Item], object]) -> list[Item]:
    """So many of some in an order, the first, and those that are level with the last of these; key: what they are in
    the order of."""
    return [x for i, x in enumerate(items) if i < few or key(x) == key(items[few - 1])]


def ordered(places: list[int], order: Order, library: Library) -> list[int]:
    """The places of summaries, the last one adopted first, in another order; without those that have no result, where
    they are ordered by it."""
    if order is Order.LATEST:
        return places
    if order is Order.EARLIEST:
        return places[::-1]
    voted = [(at, tally) for at in places if (tally := library.summaries[at].tally) is not None]
    return [at for at, _ in sorted(voted, key=lambda x: _RANK[order](x[1]))]


def rank(summary: Summary, order: Order) -> int | None:
    """What a list in an order that goes by results is sorted by, least first; None where there is no result."""
    return _RANK[order](summary.tally) if summary.tally else None


_RANK: Final[dict[Order, Callable[[Tally], int]]] = {
    Order.NARROWEST: lambda tally: abs(tally.yes - tally.no),
    Order.WIDEST: lambda tally: -abs(tally.yes - tally.no),
    Order.CONTESTED: lambda tally: -tally.no,
    Order.SUPPORTED: lambda tally: -tally.yes,
    Order.LEAST_SUPPORTED: lambda tally: tally.yes,
    Order.LEAST_CONTESTED: lambda tally: tally.no,
    Order.LEAST_ABSTAINED: lambda tally: tally.abstain,
    Order.ABSTAINED: lambda tally: -tally.abstain,
}
"""What is least of the resolution that comes first in a list."""
