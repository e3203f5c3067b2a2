"""Which resolutions meet conditions, by what is known of them without reading any."""

from __future__ import annotations

from typing import Final

from bot.corpus.library import Library
from bot.corpus.model import Adoption
from bot.language.names import LANGUAGES, Sense
from bot.language.normal import normal
from bot.question.model import Among, ListQuestion, Order
from bot.store.summary import Summary

MOST_MENTIONED: Final = 300
"""How many of the paragraphs that come nearest to some words are looked at for them."""
WHOLE: Final = 0.9
"""The score from which a paragraph is taken to have the words in another form: homes for home."""


def chosen(among: Among, library: Library) -> list[int]:
    """The places of the summaries that meet the conditions, the last one adopted first."""
    catalogue = library.catalogue
    sets = [about(among.words, library)] if among.words else []
    sets += [mentioning(among.mentions, library)] if among.mentions else []
    within = frozenset.intersection(*sets) if sets else None
    return [at for at in catalogue.order if (within is None or at in within) and _meets(library.summaries[at], among)]


def _meets(each: Summary, among: Among) -> bool:
    first, last = among.year, among.year if among.to is None else among.to
    in_time = first is None or (last is not None and first <= each.adopted.year <= last)
    special = bool(each.session) and not each.session[0].isdigit()
    unopposed = each.tally is not None and not each.tally.no
    return (
        in_time
        and (among.body is None or each.body is among.body)
        and (special or not among.special)
        and (each.adoption is Adoption.WITHOUT_A_VOTE or not among.without_a_vote)
        and (unopposed or not among.unopposed)
    )


def about(words: str, library: Library) -> frozenset[int]:
    """Those of these words, or what stands for the same, in title or subject, or of this symbol or number."""
    if not words:
        return frozenset()
    catalogue = library.catalogue
    called = {catalogue.places[r.symbol] for r in catalogue.called(normal(words))}
    return frozenset(called).union(*(catalogue.about(term) for term in _terms(words, library)))


def _terms(words: str, library: Library) -> set[str]:
    """The words, their synonyms, and where they are the name of a state, its other names."""
    named = library.names.aliases.get(normal(words))
    codes = named.codes if named and named.sense is Sense.STATE else ()
    others = {library.names.states[code].name(language) for code in codes for language in LANGUAGES}
    return {*library.terms(words), *others}


def mentioning(words: str, library: Library) -> frozenset[int]:
    """Those of which a paragraph, or the title, has these words."""
    found = library.worded(words, MOST_MENTIONED)
    having = (f.position for f in found if f.words >= WHOLE or library.says(words, f.position))
    places = library.catalogue.places
    titled = [at for at, each in enumerate(library.summaries) if any(normal(words) in normal(title) for title in each.titles)]
    return frozenset({*(places[library.places[position][0].symbol] for position in having), *titled})


def listed(question: ListQuestion, library: Library) -> list[Summary]:
    """The resolutions that a list has, in its order."""
    found = [library.summaries[at] for at in chosen(question.among, library)]
    if question.order is Order.LATEST:
        return found
    voted = [(each, each.tally) for each in found if each.tally is not None]
    if question.order is Order.NARROWEST:
        return [each for each, _ in sorted(voted, key=lambda x: abs(x[1].yes - x[1].no))]
    return [each for each, _ in sorted(voted, key=lambda x: -x[1].no)]
