"""Questions about a subject that name a state which the text does not: what Japan pays, a text says that names none,
is not there."""

from __future__ import annotations

from bot.corpus.library import Library
from bot.language.named import Sense
from bot.language.normal import blank, read
from bot.question.reading import LITTLE, weight
from bot.resolution import Resolution


def names_another_state(asked: str, resolution: Resolution, library: Library) -> bool:
    """Whether a question names a state, by a word that is written as names are, and the text names none of those."""
    states = _states(asked, library)
    if not states:
        return False
    texts = (resolution.title.text, *(paragraph.text for paragraph in resolution.paragraphs))
    return all(states.isdisjoint(_states(text, library)) for text in texts)


def names_nobody_there(words: str, resolution: Resolution, library: Library) -> bool:
    """Whether what is sought is nothing but names of states that the text does not name: 中国 is none of those
    发展中国家, and the United States no 联合国, however much their letters are alike."""
    known = read(words)
    mentions = [m for m in library.names.find(known) if m.named.sense is not Sense.WORD and not m.guessed]
    sought = frozenset(code for m in mentions for code in m.named.codes)
    besides = blank(known.norm, [(m.start, m.end) for m in mentions])
    if not sought or weight(besides) >= LITTLE:
        return False
    texts = (resolution.title.text, *(paragraph.text for paragraph in resolution.paragraphs))
    return all(sought.isdisjoint(_states(text, library)) for text in texts)


def _states(text: str, library: Library) -> frozenset[str]:
    known = read(text)
    return frozenset(
        code
        for mention in library.names.find(known)
        if mention.named.sense is not Sense.WORD and not (mention.guessed or known.cased[mention.start].islower())
        for code in mention.named.codes
    )
