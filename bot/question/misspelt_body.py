"""The name of a body that is misspelt: Securty Council, 安里会. It is read as that name, and the reply says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rapidfuzz.distance import OSA

from bot.corpus.library import Library
from bot.language.kept import once
from bot.language.normal import all_chinese, is_chinese, normal
from bot.language.words import sound
from bot.question.aside import typed
from bot.question.conversation import Understood
from bot.question.examine import GUESSED_IN, examine
from bot.question.model import ClarifyQuestion, Several, Unclear
from bot.question.reading import Reading
from bot.question.spelling import of_letters
from bot.resolution import Span

_SHORTEST, _SHORTEST_CHINESE = 11, 3
"""Letters, and Chinese characters, of the shortest name of a body that may be misspelt."""
_LONG = 16
"""Letters from which a name may have two slips, and not only one."""


def with_body_spelt(message: str, r: Reading, ask: Callable[[str], Understood]) -> Understood | None:
    """What a message asks with the misspelt name of a body in it as it is meant, and how that was read; None where it
    has none.

    ask: understands a message.
    """
    if len(r.library.summaries) == 1 or len(r.text.norm) > GUESSED_IN:
        return None
    found = _slip(r)
    if found is None:
        return None
    (start, end), name = found
    spelt = f"{r.text.cased[:start]}{name}{r.text.cased[end:]}"
    if not examine(spelt, r.library).bodies:
        return None
    question, goes_on = ask(spelt)
    read_as = ClarifyQuestion(Unclear.SPELT, part=typed(message, r, (start, end)), meant=name)
    return Several((*(question.questions if isinstance(question, Several) else (question,)), read_as)), goes_on


@once
def _names(library: Library) -> dict[str, str]:
    """The longer names of the bodies of which there are resolutions, by their normal form."""
    there = {summary.body for summary in library.summaries}
    names = {normal(name): name for body in there for name in library.bodies.get(body, ())}
    return {norm: name for norm, name in names.items() if len(norm) >= _least(norm)}


def _least(norm: str) -> int:
    return _SHORTEST_CHINESE if is_chinese(norm) else _SHORTEST


def _slip(r: Reading) -> tuple[Span, str] | None:
    """Where the misspelt name of a body stands, and that name; None where there is none, or several are as near."""
    organs = [(a, b) for a, b, _ in r.library.catalogue.organs(r.text.norm)]
    known = [*((m.start, m.end) for m in r.mentions), *((d.start, d.end) for d in r.documents)]
    known += [x for x in r.own if x not in organs]
    names = _names(r.library)
    near: list[tuple[int, int, Span, str]] = []
    for start, end in (*_windows(r), *_chinese(r)):
        said = r.text.norm[start:end]
        # Of Genral Assembly the second word names the Assembly by itself.
        words = said.count(" ")
        whole = all(start <= a and b <= end and r.text.norm.count(" ", a, b) < words for a, b in organs)
        if not whole or said in names or any(a < end and start < b for a, b in known):
            continue
        like = ((_slips(said, norm), name) for norm, name in names.items())
        near += [(slips, start - end, (start, end), name) for slips, name in like if slips]
    # Of two names as near, the longer is meant, which has the other in it.
    best = min(near, key=lambda x: x[:2], default=None)
    return (best[2], best[3]) if best else None


def _windows(r: Reading) -> Iterator[Span]:
    """Where words stand, two or more, that may be such a name in scripts that put spaces between them."""
    words = [(a, b) for a, b, _ in of_letters(r.text.norm)]
    most = max((norm.count(" ") for norm in _names(r.library)), default=0) + 1
    for at, (start, _) in enumerate(words):
        yield from ((start, end) for _, end in words[at + 1 : at + most])


def _chinese(r: Reading) -> Iterator[Span]:
    """The same in Chinese."""
    lengths = {len(norm) for norm in _names(r.library) if is_chinese(norm)}
    for start in range(len(r.text.norm)):
        ends = (start + length for length in lengths)
        yield from ((start, end) for end in ends if end <= len(r.text.norm) and all_chinese(r.text.norm[start:end]))


def _slips(said: str, name: str) -> int:
    """By how many slips something that is said differs from a name; nought where it is no slip of that."""
    if is_chinese(name):
        # One character is another that sounds the same.
        differ = sum(a != b for a, b in zip(said, name, strict=False))
        return int(len(said) == len(name) and differ == 1 and is_chinese(said) and sound(said) == sound(name))
    most = 1 + (len(name) >= _LONG)
    if said.count(" ") != name.count(" ") or abs(len(said) - len(name)) > most:
        return 0
    slips = OSA.distance(said, name, score_cutoff=most)
    # Human rights councils is that name in another form.
    return slips if slips <= most and said.rstrip("s") != name.rstrip("s") else 0
