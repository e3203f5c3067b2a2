"""The resolution that a message means by how it differs from the one in view: 换成2712号, and in 2024."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from bot.language.cues import Cue
from bot.language.normal import blank
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import chosen
from bot.question.conversation import Conversation
from bot.question.documents import DOCUMENTS_OFFERED, DocumentChoice, adopted
from bot.question.model import Refusal, Refused
from bot.question.reading import LITTLE, Reading, letters, weight
from bot.question.record import Among
from bot.resolution import Body, Resolution, Span

_LEAST_NUMBER = 100
"""Below it, a number alone may count something, or be that of a paragraph."""
_SAME_TITLE = 85
"""Per cent by which the title of another year is like that of the resolution in view: those of one item of the agenda
differ by a few words. Of 440 records 30 pairs of titles of one body that name the same states are that like, all but
one (the rights of the child, on two themes) on the same; between 78 and 85 there are 7 more, of which 2 are."""
_OF_ALL = (Cue.DOCUMENTS, Cue.ALL_DOCUMENTS, Cue.TIMES, Cue.ALWAYS, Cue.EVER, Cue.CHANGED, Cue.COMPARE)


def another(r: Reading, conversation: Conversation) -> DocumentChoice | Refusal | None:
    """That resolution, or the few that it may be; a refusal where it is not here; None where a message does not go on
    with one."""
    in_view = r.library.get(conversation.symbol) if conversation.symbol else None
    goes_on = r.has(Cue.AND_THEN, Cue.OTHER_ONE) or r.tells(Shape.WHICH_ONE, Shape.LISTED_ONE)
    if in_view is None or r.documents or not goes_on or r.has(*_OF_ALL) or r.tells(Shape.WHICH_RESOLUTIONS):
        return None
    return _other_of_two(r, in_view, conversation.listed) or _numbered(r, in_view) or _of_another_time(r, in_view)


def _other_of_two(r: Reading, in_view: Resolution, listed: tuple[str, ...]) -> DocumentChoice | None:
    """The other one of two that were shown."""
    spans = r.spans_of(Cue.OTHER_ONE)
    others = [x for symbol in listed if symbol != in_view.symbol and (x := r.library.get(symbol))]
    of_two = in_view.symbol in listed and len(others) == 1
    return _choice(others, spans) if spans and of_two else None


def _numbered(r: Reading, in_view: Resolution) -> DocumentChoice | Refusal | None:
    """The resolution of the Security Council with the number that a message names, after another one of its; a refusal
    where it is not here."""
    if in_view.body is not Body.SECURITY_COUNCIL:
        return None
    taken = [*times.spans(r), *((m.start, m.end) for m in r.mentions)]
    for start, end, number in r.library.lexicon.references.numbers(r.text.norm):
        if number < _LEAST_NUMBER or any(a < end and start < b for a, b in taken):
            continue
        behind = [x for x in r.spans_of(Shape.OF_NUMBER) if x[0] == end]
        if found := r.library.catalogue.called(f"s/res/{number}"):
            return _choice(found, [(start, end), *behind, *_covering(r, (start, end))])
        if behind and not r.states and not r.votes:
            return Refusal(Refused.OTHER_DOCUMENT, f"S/RES/{number}")
    return None


def _covering(r: Reading, span: Span) -> list[Span]:
    """References that a number was taken for: 2712 is no paragraph."""
    return [x for x in r.references.spans if x[0] < span[1] and span[0] < x[1]]


def _of_another_time(r: Reading, in_view: Resolution) -> DocumentChoice | None:
    """The resolution of the same title of the time that a message names, in which the one in view was not adopted; None
    where it says besides what it is on."""
    named = times.periods(r)
    said = weight(letters(blank(r.text.norm, [*r.known, *times.spans(r)])))
    describes = said > LITTLE or (r.has(Cue.ON_SUBJECT) and bool(r.states))
    if describes or not named or any(period.has(in_view.adopted) for period in named):
        return None
    summaries, titles = r.library.summaries, r.library.titles
    # The situation in one state is none in another, however alike the titles are.
    on = titles.named(in_view.title.text)
    places = [at for at in chosen(Among(named, in_view.body), r.library) if titles.named_by(at) == on]
    like = {at: fuzz.ratio(summaries[at].titles[0], in_view.title.text) for at in places}
    best = [at for at in places if like[at] >= _SAME_TITLE and like[at] == max(like.values())]
    kept = {x.symbol for x in adopted(tuple(summaries[at] for at in best))}
    found = (r.library.catalogue.resolutions[at] for at in best if summaries[at].symbol in kept)
    return _choice(found, times.spans(r))


def _choice(found: Iterable[Resolution], spans: Iterable[Span]) -> DocumentChoice | None:
    """The one that was found; of several, the first few to choose from."""
    several = tuple(found)[:DOCUMENTS_OFFERED]
    if not several:
        return None
    one = several[0] if len(several) == 1 else None
    return DocumentChoice(one, named=True, offered=() if one else several, naming=tuple(spans))
