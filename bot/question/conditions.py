"""Which resolutions a message asks of, where it asks of more than one: of a year, of a body, on a subject, the latest
five."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.language.lexicon import Cue
from bot.language.named import Mention
from bot.language.normal import BLANK, blank
from bot.language.shapes import Shape
from bot.question.among import about
from bot.question.documents import LEAST_WORDS, YEAR_NAMED, words_of
from bot.question.model import ClarifyQuestion, Unclear
from bot.question.reading import LITTLE, Reading, letters, weight
from bot.question.record import OPEN_END, Among
from bot.resolution import Outcome, Span

MOST_LATEST = 1_000
"""The greatest number that is taken for how many of the latest resolutions are meant; beyond it, it is a year or no
number of theirs."""


def dated(r: Reading) -> str:
    """The message without the documents it names, whose symbols may hold years."""
    return blank(r.text.norm, [(d.start, d.end) for d in r.documents]).replace(BLANK, " ")


def conditions(r: Reading) -> Among:
    """Which resolutions a message asks of: of a year, of a body, adopted or not, the latest ones."""
    years = sorted({int(year) for year in YEAR_NAMED.findall(dated(r))})
    body = next(iter(r.bodies)) if len(r.bodies) == 1 else None
    since = OPEN_END if len(years) == 1 and r.tells(Shape.SINCE) else years[-1] if len(years) > 1 else None
    special, without = r.tells(Shape.SPECIAL_SESSION), r.tells(Shape.WITHOUT_A_VOTE)
    outcome = Outcome.ADOPTED if r.tells(Shape.ADOPTED) and not without else None
    if r.has(Cue.REJECTED) and not (r.states or r.groups):
        # What a state rejected it voted against.
        outcome = Outcome.REJECTED
    latest = newest(r)
    return Among(
        years[0] if years else None,
        body,
        special=special,
        without_a_vote=without,
        to=since,
        outcome=outcome,
        latest=latest.count if latest else 0,
    )


def with_subject(r: Reading, among: Among) -> Among | ClarifyQuestion:
    """The conditions with the subject that the message names: 关于粮食的决议, resolutions on food; asked back where
    other words are left."""
    asking = " ".join(r.text.norm[a:b] for cue in (Cue.BOTH, Cue.MOST) for a, b in r.cues.get(cue, ()))
    words = " ".join(word for word in words_of(r.rest, r).split() if word not in asking.split())
    if weight(words) < LEAST_WORDS:
        return among
    if r.has(Cue.WHERE, Cue.ON_SUBJECT) or about(words, r.library):
        return replace(among, words=words)
    return ClarifyQuestion(Unclear.PART, part=words) if weight(words) > LITTLE else among


# --- the latest ones ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Newest:
    """That only so many of the latest resolutions are meant."""

    count: int
    spans: tuple[Span, ...]
    """Where the message says so."""


def newest(r: Reading) -> Newest | None:
    """最近五份安理会决议, the last five resolutions, the latest resolution; None where a message does not say how
    many."""
    resolutions = r.shapes.get(Shape.RESOLUTION, ())
    for latest in r.shapes.get(Shape.LATEST, ()) if resolutions else ():
        for start, end, count in r.library.lexicon.references.numbers(r.text.norm):
            number = (start, end)
            near = not said_between(latest, number, r) and _leads(number, resolutions, r)
            if near and 0 < count <= MOST_LATEST and not YEAR_NAMED.search(dated(r), start, end):
                return Newest(count, (latest, number))
        if _leads(latest, r.shapes.get(Shape.ONE_RESOLUTION, ()), r):
            return Newest(1, (latest,))
    return None


def _leads(word: Span, others: Iterable[Span], r: Reading) -> bool:
    """Whether nothing is said between a word and one of some others."""
    return any(not said_between(word, other, r, r.mentions) for other in others)


def said_between(one: Span, other: Span, r: Reading, names: Iterable[Mention] = ()) -> str:
    """What stands between two words that is neither a body nor a vote nor one of these names, nor says nothing of its
    own; nothing where they overlap."""
    (_, end), (start, _) = sorted((one, other))
    norm = r.text.norm
    empty = r.spans_of(Cue.FILLER, Cue.MEMBERS, Cue.OF_THOSE, Cue.VOTING, Cue.CAST, Shape.ADOPTED, Shape.LATEST)
    named = [(m.start, m.end) for m in names]
    said = [*named, *((a, b) for a, b, _ in (*r.library.catalogue.organs(norm), *r.vote_words))]
    known = [(a - end, b - end) for a, b in (*empty, *said) if end <= a and b <= start]
    return letters(blank(norm[end:start], known))
