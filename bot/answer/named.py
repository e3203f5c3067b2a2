"""Questions about a subject that name a state which the text does not: what Japan pays, a text says that names none,
is not there."""

from __future__ import annotations

from bot.corpus.library import Library
from bot.language.named import Sense
from bot.language.normal import read
from bot.question.reading import LITTLE, weight
from bot.resolution import Resolution


def names_another_state(asked: str, resolution: Resolution, library: Library) -> bool:
    """Whether a question names a state, by a word that is written as names are, and the text names none of those."""
    states = _states(asked, library)
    if not states:
        return False
    return _names_none(resolution, states, library)


def names_nobody_there(words: str, asked: str, resolution: Resolution, library: Library) -> bool:
    """Whether what is sought is nothing but names of states that the text does not name: 中国 is none of those
    发展中国家, and the United States no 联合国, however much their letters are alike.

    words: what is sought; asked: the whole question, whose names have words that say nothing by themselves.
    """
    known = read(asked or words)
    named = [m for m in library.names.find(known) if m.named.sense is not Sense.WORD and not m.guessed]
    sought = frozenset(code for m in named for code in m.named.codes)
    if not sought or _besides(words, [known.norm[m.start : m.end] for m in named]) >= LITTLE:
        return False
    return _names_none(resolution, sought, library)


def _names_none(resolution: Resolution, states: frozenset[str], library: Library) -> bool:
    """Whether neither the title nor a paragraph of a text names one of these states."""
    texts = (resolution.title.text, *(paragraph.text for paragraph in resolution.paragraphs))
    return all(states.isdisjoint(_states(text, library)) for text in texts)


def _besides(words: str, names: list[str]) -> int:
    """How much is sought beside those names, of which a part may have been left out of it."""
    left = words
    for name in sorted(names, key=len, reverse=True):
        left = left.replace(name, " ")
    parts = {part for name in names for part in name.split()}
    return weight(" ".join(part for part in left.split() if part not in parts))


def _states(text: str, library: Library) -> frozenset[str]:
    """The codes of the states that a text names by words that are written as names are."""
    known = read(text)
    return frozenset(
        code
        for mention in library.names.find(known)
        if mention.named.sense is not Sense.WORD and not (mention.guessed or known.cased[mention.start].islower())
        for code in mention.named.codes
    )
