"""A resolution that is described in the language of its title, beside others on the same whose titles are in another:
国际团结 is in the one Chinese title, and what the English ones are on; none of them is meant before the others."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.normal import blank, is_chinese, normal
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import about
from bot.question.choice import DocumentChoice
from bot.question.conversation import Conversation
from bot.question.documents import DOCUMENTS_OFFERED
from bot.question.reading import Reading, letters
from bot.resolution import Resolution


def with_other_titles(which: DocumentChoice, r: Reading, conversation: Conversation) -> DocumentChoice:
    """The choice with those on the same whose titles are in another script, among which the asker is to choose; as it
    is where a message asks of no vote, or says which by number, date or body."""
    told = r.documents or times.dated(r) or r.bodies or r.references.selections or not r.about_votes
    one = which.resolution
    in_view = one is not None and one.symbol == conversation.symbol
    known = (one,) if one else which.offered
    if told or not which.named or which.every or in_view or not known or not which.naming:
        return which
    others = _others(known, which, r)
    if not others:
        return which
    offered = sorted((*known, *others), key=lambda x: x.adopted, reverse=True)[:DOCUMENTS_OFFERED]
    return replace(which, resolution=None, offered=tuple(offered))


def _others(known: tuple[Resolution, ...], which: DocumentChoice, r: Reading) -> list[Resolution]:
    """Those on what the message describes whose titles are in a script that none of the known ones has."""
    # 团结的决议: by what stands in the title alone.
    norm = blank(r.text.norm, r.spans_of(Shape.RESOLUTION, Cue.OF_THOSE, Cue.ON_SUBJECT, Cue.ON_BEHIND))
    words = " ".join(letters(norm[start:end]) for start, end in which.naming)
    symbols = {x.symbol for x in known}
    places = r.library.catalogue.places
    on_it = about(words, r.library) if words else frozenset()
    if len(on_it) <= len(known) == 1:
        # 团结 by itself is no term that other titles have: by all of the title.
        on_it = about(normal(known[0].title.text), r.library)
    # All that are known are on it, so that the others are on the same.
    if not {places[symbol] for symbol in symbols} <= on_it:
        return []
    scripts = {_script(r.library.summaries[places[symbol]].titles) for symbol in symbols}
    summaries = (r.library.summaries[at] for at in sorted(on_it))
    found = (r.library.get(x.symbol) for x in summaries if x.symbol not in symbols and _script(x.titles) not in scripts)
    return [x for x in found if x]


def _script(titles: tuple[str, ...]) -> bool:
    """Whether titles are Chinese alone."""
    return bool(titles) and all(any(map(is_chinese, title)) for title in titles)
