"""The resolution that a message means by how it differs from the one in view: 换成2712号, and in 2024, 大会的呢."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.corpus.near_titles import HARDLY, Told, likeness
from bot.language.cues import Cue
from bot.language.dates import Period
from bot.language.lexicon import apart_from
from bot.language.named import Sense
from bot.language.normal import BLANK, blank
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import SAME_TITLE, chosen, title_likeness
from bot.question.choice import DocumentChoice
from bot.question.conversation import Conversation
from bot.question.council import COUNCILS
from bot.question.documents import DOCUMENTS_OFFERED, adopted
from bot.question.draft_numbers import OF_DRAFT, draft_numbers
from bot.question.model import (
    ClarifyQuestion,
    DocumentQuestion,
    OfDocument,
    Refusal,
    Refused,
    RollQuestion,
    TableQuestion,
    TallyQuestion,
    Unclear,
    VoteQuestion,
)
from bot.question.reading import LITTLE, Reading, letters, weight
from bot.question.record import Among, BetweenQuestion, PagedQuestion, PartsQuestion
from bot.resolution import Body, Resolution, Span
from bot.store.summary import Summary

_LEAST_NUMBER = 100
"""Below it, a number alone may count something, or be that of a paragraph."""
_OF_ALL = (Cue.DOCUMENTS, Cue.ALL_DOCUMENTS, Cue.TIMES, Cue.ALWAYS, Cue.EVER, Cue.COMPARE)
_OF_VOTES = (VoteQuestion, RollQuestion, TableQuestion, TallyQuestion, OfDocument)
_ONE = (Shape.WHICH_ONE, Shape.LISTED_ONE, Shape.SAME_TITLE)
_EMPTY_BACK = (Cue.ON_SUBJECT, Cue.FILLER)
"""What may stand between words that go back and the state that the resolution is on."""
STEPS = (Shape.YEAR_BEFORE, Shape.YEAR_AFTER, Shape.ONE_BEFORE, Shape.ONE_AFTER)
"""Say which one is meant by when it was adopted beside the one in view."""


def another(r: Reading, conversation: Conversation) -> DocumentChoice | ClarifyQuestion | Refusal | None:
    """That resolution, or the few that it may be; a refusal where it is not here; asked back of which time, where that
    is not said by a date. None where a message does not go on with one."""
    in_view = r.library.get(conversation.symbol) if conversation.symbol else _offered(r, conversation)
    # After a paragraph, or where paragraphs are spoken of, the previous one is a paragraph.
    of_one = isinstance(conversation.last, (*_OF_VOTES, DocumentQuestion))
    steps = r.tells(*STEPS) and of_one and not r.tells(Shape.PART_UNIT)
    other_time = in_view is not None and _of_other_time(r, in_view, conversation)
    goes_on = r.has(Cue.AND_THEN, Cue.OTHER_ONE, Cue.CORRECTION) or r.tells(*_ONE, Shape.GO_BACK)
    goes_on = goes_on or steps or other_time
    changed = r.has(Cue.CHANGED) and not other_time
    of_all = r.has(*_OF_ALL) or changed or r.tells(Shape.WHICH_RESOLUTIONS)
    if r.documents or of_all:
        return None
    if of_topic := _of_the_topic(r, conversation):
        return of_topic
    if in_view is None:
        return _any_draft(r)
    if returned := _returned(r, conversation):
        return returned
    if not goes_on:
        return None
    if on_other := _on_another_state(r, in_view, conversation):
        return on_other
    found = _other_of_two(r, in_view, conversation.listed) or _numbered(r, in_view)
    found = found or _draft_on_the_same(r, in_view)
    # After a question of all of them, 那2022年呢 is one as well.
    of_one = not isinstance(conversation.last, PagedQuestion)
    vague = times.not_dated(r) if of_one and isinstance(conversation.last, _OF_VOTES) and not steps else None
    if not found and vague and weight(letters(blank(r.text.norm, [*r.known, vague]))) <= LITTLE:
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[slice(*vague)])
    if not conversation.symbol and not found:
        return _alike_offered(r, conversation)
    return found or (_alike(r, in_view, steps) or _itself(r, in_view) if of_one else None)


def _on_another_state(r: Reading, in_view: Resolution, conversation: Conversation) -> DocumentChoice | None:
    """伊朗的呢, after the result or the votes on one on Syria: the one on that state, of the same body and year, where
    there is one; 伊朗呢 asks how it voted."""
    places, titles, last = r.library.catalogue.places, r.library.titles, conversation.last
    named = [m for m in r.mentions if m.named.sense is Sense.STATE]
    whose = {a for a, _ in r.spans_of(Cue.OF_THOSE)}
    of_it = len(named) == 1 == len(r.mentions) and named[0].end in whose
    says_more = r.votes or r.bodies or times.dated(r) or r.has(Cue.CAST, Cue.HOW, Cue.WHO) or r.left > LITTLE
    of_all = isinstance(last, RollQuestion | TallyQuestion) and not (isinstance(last, RollQuestion) and not last.votes)
    if not of_it or says_more or not of_all or len(titles.named_by(places[in_view.symbol])) != 1:
        return None
    year = Among((Period.of(in_view.adopted.year),), in_view.body, amendments=False)
    on = frozenset(named[0].named.codes)
    found = [at for at in chosen(year, r.library) if titles.named_by(at) == on]
    spans = [(named[0].start, r.skipped(named[0].end, (Cue.OF_THOSE,)))]
    return _choice(map(r.library.resolutions.__getitem__, found), spans)


def _alike_offered(r: Reading, conversation: Conversation) -> DocumentChoice | Refusal | None:
    """前年呢, after “which of these?”: those of that time that are on the same as one of them."""
    last = conversation.last
    symbols = last.symbols if isinstance(last, ClarifyQuestion) else ()
    offered = [x for symbol in symbols if (x := r.library.get(symbol))]
    choices = [_alike(r, each, steps=False) for each in offered]
    found = [x for x in choices if isinstance(x, DocumentChoice)]
    every = dict.fromkeys(one for x in found for one in ((x.resolution,) if x.resolution else x.offered))
    return _choice(every, found[0].naming) if found else next((x for x in choices if x), None)


def _itself(r: Reading, in_view: Resolution) -> DocumentChoice | None:
    """The resolution in view, where a message goes on with the time at which it was adopted, and says no more: 去年呢,
    of one of last year."""
    named = times.periods(r)
    own = bool(named) and all(period.has(in_view.adopted) for period in named) and r.has(Cue.AND_THEN)
    spans = times.spans(r)
    says_more = r.mentions or r.bodies or r.votes or weight(letters(blank(r.text.norm, [*r.known, *spans])))
    return _choice([in_view], spans) if own and not says_more else None


def _of_the_topic(r: Reading, conversation: Conversation) -> DocumentChoice | Refusal | None:
    """Who opposed it in 2025?, after how states voted on several resolutions on the same: the one of that time."""
    last = conversation.last
    of = last.of if isinstance(last, PartsQuestion) else last
    asks = bool(r.votes) and (r.has(Cue.WHO, Cue.COUNTRIES, Cue.THERE_IS, Cue.ANY_ONE) or r.has(Cue.RESULT))
    one_time = len(times.periods(r)) == 1 and not (r.states or r.bodies or r.has(Cue.ON_SUBJECT, Cue.LIST))
    if isinstance(of, BetweenQuestion) or not isinstance(of, PagedQuestion) or not (asks and one_time):
        return None
    if isinstance(of, PartsQuestion) or not of.among.words or r.left_besides() > LITTLE + LITTLE:
        return None
    among = replace(of.among, times=times.periods(r), voted=(), latest=0)
    found = adopted(tuple(r.library.summaries[at] for at in chosen(among, r.library, recorded=True)))
    spans = [*times.spans(r), *r.spans_of(Shape.THAT_ONE, Shape.WHICH_ONE)]
    return _choice(map(r.library.catalogue.read, found), spans) or Refusal(Refused.OTHER_TIME)


def _returned(r: Reading, conversation: Conversation) -> DocumentChoice | None:
    """The resolution that was spoken of before, where a message goes back to it by its time, its body or the state that
    it is on: back to the 2025 one, revenons à celle de 2025; None where it is none of those, or may be several."""
    if not r.tells(Shape.GO_BACK):
        return None
    named, words = times.periods(r), r.spans_of(Shape.GO_BACK)
    on = [m for m in r.mentions if r.skipped(max(b for _, b in words), _EMPTY_BACK) == m.start]
    codes = {code for m in on for code in m.named.codes}
    # The council, of which there may be several: that of the one spoken of before.
    councils = [] if r.bodies else r.spans_of(Shape.COUNCIL)
    bodies = r.bodies or (COUNCILS if councils else ())

    def fitting(symbols: Iterable[str]) -> list[Resolution]:
        return [
            x
            for x in map(r.library.get, dict.fromkeys(symbols))
            if x
            and (not named or any(period.has(x.adopted) for period in named))
            and (not bodies or x.body in bodies)
            and codes <= r.library.titles.named_by(r.library.catalogue.places[x.symbol])
        ]

    fits = fitting(turn.of for turn in conversation.turns if turn.of)
    # None of which was chosen of those that were offered: it is asked back once more which.
    asked = (turn.question for turn in conversation.turns)
    fits = fits or fitting(symbol for q in asked if isinstance(q, ClarifyQuestion) for symbol in q.symbols)
    says_which = named or bodies or codes
    spans = [*times.spans(r), *words, *r.spans_of(Shape.ONE_THAT, Shape.LISTED_ONE), *_organs(r), *councils]
    naming = [*spans, *((m.start, m.end) for m in on)]
    one_or_open = len(fits) == 1 or (bool(fits) and not any(turn.of == fits[0].symbol for turn in conversation.turns))
    return _choice(fits, naming) if says_which and one_or_open else None


def _of_other_time(r: Reading, in_view: Resolution, conversation: Conversation) -> bool:
    """Whether a message names one time, at which the resolution in view was not adopted, and no body, after a question
    of votes on it: does the UK still vote against it this year?"""
    named = times.periods(r)
    other = len(named) == 1 and not named[0].has(in_view.adopted)
    return other and not r.bodies and isinstance(conversation.last, _OF_VOTES)


def _offered(r: Reading, conversation: Conversation) -> Resolution | None:
    """The first of those that were offered, where a message names a body or a time of which none of them is, or a draft
    in place of the only one."""
    last = conversation.last
    symbols = last.symbols if isinstance(last, ClarifyQuestion) and last.pending else ()
    offered = tuple(x for symbol in symbols if (x := r.library.get(symbol)))
    if not offered:
        return None
    if len(offered) == 1 and r.tells(Shape.PROPOSAL):
        return offered[0]
    named = times.periods(r)
    fits = [
        x
        for x in offered
        if (not r.bodies or x.body in r.bodies) and (not named or any(each.has(x.adopted) for each in named))
    ]
    return None if fits else offered[0]


def _other_of_two(r: Reading, in_view: Resolution, listed: tuple[str, ...]) -> DocumentChoice | None:
    """The other one of two that were shown."""
    spans = r.spans_of(Cue.OTHER_ONE)
    others = [x for symbol in listed if symbol != in_view.symbol and (x := r.library.get(symbol))]
    of_two = in_view.symbol in listed and len(others) == 1
    return _choice(others, spans) if spans and of_two else None


def _numbered(r: Reading, in_view: Resolution) -> DocumentChoice | Refusal | None:
    """The resolution of the same body, and the same session, with the number that a message names; a refusal where it
    is not here."""
    taken = [*times.spans(r), *((m.start, m.end) for m in r.mentions), *r.own]
    before = "S/RES/" if in_view.body is Body.SECURITY_COUNCIL else in_view.symbol[: in_view.symbol.rfind("/") + 1]
    for start, end, number in r.library.lexicon.references.numbers(r.text.norm):
        behind = [x for x in r.spans_of(Shape.OF_NUMBER) if x[0] == end]
        counts = number < _LEAST_NUMBER and not behind
        if counts or any(a < end and start < b for a, b in taken):
            continue
        if found := r.library.catalogue.called(f"{before}{number}".lower()):
            return _choice(found, [(start, end), *behind, *_covering(r, (start, end))])
        if behind and not r.states and not r.votes:
            return Refusal(Refused.OTHER_DOCUMENT, f"{before}{number}")
    return None


def _draft_on_the_same(r: Reading, in_view: Resolution) -> DocumentChoice | None:
    """The draft of the year of the resolution in view on the states that this is on, where a message speaks of one, and
    what it says comes near to its title: no, the draft that ends the mandate; None where there is not one alone."""
    if not r.tells(Shape.PROPOSAL) or r.tells(Shape.AMENDMENT):
        return None
    columns, titles = r.library.catalogue.columns, r.library.titles
    on = titles.named_by(r.library.catalogue.places[in_view.symbol])
    then = Among((Period.of(in_view.adopted.year),), in_view.body)
    drafts = (at for at in chosen(then, r.library) if columns.proposal[at] and not columns.amendment[at])
    places = [at for at in drafts if titles.named_by(at) == on] if on else []
    left = blank(r.text.norm, r.known).replace(BLANK, " ")
    words, said = letters(left), (len(left) - len(left.lstrip()), len(left.rstrip()))
    near = titles.ranked(words, frozenset(places)) if len(places) == 1 and words else ()
    if not any(likeness(x.found, weight(words)) >= HARDLY for x in near):
        return None
    return _choice(map(r.library.resolutions.__getitem__, places), [said, *r.spans_of(Shape.PROPOSAL)])


def _any_draft(r: Reading) -> DocumentChoice | None:
    """The draft whose number alone a message names, or those of several sessions: 修正案L.57谁反对."""
    named = draft_numbers(r)
    if not named:
        return None
    ends = tuple(f"{OF_DRAFT}{number}" for _, number in named)
    found = [x for x in r.library.catalogue.newest if x.symbol.endswith(ends)]
    apart = blank(r.text.norm, [span for span, _ in named])
    sessions = {session for _, _, session in r.library.lexicon.references.numbers(apart)}
    of_session = [x for x in found if any(f"/{session}{OF_DRAFT}" in x.symbol for session in sessions)]
    kept = (r.library.get(x.symbol) for x in of_session or found)
    naming = [x for span, _ in named for x in (span, *_covering(r, span))]
    return _choice(filter(None, kept), [*naming, *r.spans_of(Shape.PROPOSAL)])


def _covering(r: Reading, span: Span) -> list[Span]:
    """References that a number was taken for: 2712 is no paragraph."""
    return [x for x in r.references.spans if x[0] < span[1] and span[0] < x[1]]


def compared(r: Reading, conversation: Conversation, named: Sequence[str] = ()) -> tuple[str, ...]:
    """The symbols of the resolutions that a message compares that names one at most, as they were adopted: the one in
    view with the one that is named, or with the one on the same of the time that it names; or else the last two that
    were spoken of, or as many as it says; nothing where there are not so many."""
    in_view = r.library.get(conversation.symbol) if conversation.symbol else None
    if named:
        other = r.library.get(named[0])
        these: tuple[str, ...] = (*named, in_view.symbol) if in_view and other and other != in_view else ()
    elif in_view and len(ends := times.ends_of_periods(r)) > 1:
        these = _at_each(r, in_view, ends)
    elif in_view and (ends or r.tells(*STEPS)):
        other = on_the_same(r, in_view)
        these = (other.symbol, in_view.symbol) if other and other.symbol != in_view.symbol else ()
    else:
        of_times = r.spans_of(Shape.BOTH_TIMES)
        numbers = r.library.lexicon.references.numbers(r.text.norm)
        counted = [count for start, end, count in numbers if any(a <= start and end <= b for a, b in of_times)]
        these = conversation.last_of(max([2, *counted]))
    return tuple(sorted(these, key=lambda symbol: r.library.catalogue.summary(symbol).adopted))


def _at_each(r: Reading, in_view: Resolution, named: Sequence[Period]) -> tuple[str, ...]:
    """The symbols of those on the same as the one in view of several times, 2021年到2025年; nothing where there is not
    one of each."""
    found = [
        [in_view.symbol]
        if period.has(in_view.adopted)
        else [x.symbol for x in _on_the_same(r, in_view, Among((period,), in_view.body))]
        for period in named
    ]
    return tuple(symbols[0] for symbols in found) if all(len(symbols) == 1 for symbols in found) else ()


def on_the_same(r: Reading, in_view: Resolution) -> Resolution | None:
    """The one resolution on the same, of another time or body that a message names; None where there is not one."""
    choice = _alike(r, in_view, steps=r.tells(*STEPS))
    return choice.resolution if isinstance(choice, DocumentChoice) else None


def _alike(r: Reading, in_view: Resolution, steps: bool) -> DocumentChoice | Refusal | None:
    """The resolution on the same, of the time or the body that a message names, or the one adopted before or after it;
    a refusal where there is none, and nothing else is asked. None where that is the one in view, or the message says
    besides what it is on."""
    named = times.periods(r) or (_year_beside(r, in_view) if steps else ())
    stepped = [*r.spans_of(Shape.SAME_TITLE, Shape.GO_BACK), *_ones(r), *(r.spans_of(*STEPS) if steps else ())]
    body = next(iter(r.bodies)) if len(r.bodies) == 1 else in_view.body
    said = weight(letters(blank(r.text.norm, [*r.known, *times.spans(r), *stepped])))
    on = r.library.titles.named_by(r.library.catalogue.places[in_view.symbol])
    describes = said > LITTLE or _on_another(r, on, said) or len(r.bodies) > 1
    in_view_fits = body is in_view.body and (not named or any(period.has(in_view.adopted) for period in named))
    beside = steps and r.tells(Shape.ONE_BEFORE, Shape.ONE_AFTER)
    if describes or (in_view_fits and not beside):
        return None
    found = _on_the_same(r, in_view, Among(named, body))
    if beside and found:
        later = r.tells(Shape.ONE_AFTER)
        apart = [x for x in found if x.adopted != in_view.adopted and (x.adopted > in_view.adopted) is later]
        days = [x.adopted for x in apart]
        nearest = (min(days) if later else max(days)) if days else None
        found = [x for x in apart if x.adopted == nearest]
    catalogue = r.library.catalogue
    kept = map(catalogue.read, adopted(tuple(found)))
    stepped += [x for each in stepped for x in _covering(r, each)]
    # 上一份南苏丹决议, 前一年白俄罗斯那份，越南呢: the state that both are on.
    others = any(m.named.group or not set(m.named.codes) <= on for m in r.mentions)
    says_one = r.tells(Shape.RESOLUTION) or (others and r.tells(Shape.WHICH_ONE, Shape.LISTED_ONE, Shape.ONE_THAT))
    named_too = [(m.start, m.end) for m in r.mentions if says_one and set(m.named.codes) <= on and m.named.codes]
    choice = _choice(kept, [*times.spans(r), *stepped, *_organs(r), *named_too])
    # On the same subject, how did they vote: of no other one, whoever is asked about.
    only_which = r.tells(Shape.SAME_TITLE) or not (r.states or r.groups or r.references.selections)
    none = Refused.OTHER_TIME if named or beside else Refused.OTHER_BODY
    return choice or (Refusal(none) if only_which else None)


def _on_another(r: Reading, on: frozenset[str], said: int) -> bool:
    """Whether a message says besides that it is on something else than the resolution in view, which is on these
    states; said: how much of the message is not known."""
    words = apart_from(r.cues.get(Cue.ON_SUBJECT, ()), r.spans_of(Shape.SAME_TITLE))
    between = (Cue.FILLER, Cue.MEMBERS, Cue.VOTING)
    behind = [m for m in r.mentions if words and r.precedes(m.start, (Cue.ON_SUBJECT,), between)]
    other = any(not set(m.named.codes) <= on for m in behind)
    return bool(r.library.catalogue.titled(r.text.norm)) or other or (bool(words) and bool(said))


def _year_beside(r: Reading, in_view: Resolution) -> tuple[Period, ...]:
    """The year before or after that of the resolution in view, where a message means that."""
    step = {Shape.YEAR_BEFORE: -1, Shape.YEAR_AFTER: 1}
    return tuple(Period.of(in_view.adopted.year + by) for shape, by in step.items() if r.tells(shape))


def _ones(r: Reading) -> list[Span]:
    """Where words stand before a time that say that one of several resolutions is meant: celle de 2025."""
    starts = {d.start for d in times.dated(r)}
    return [(a, b) for a, b in r.spans_of(Shape.ONE_THAT) if r.skipped(b, (Cue.FILLER,)) in starts]


def _organs(r: Reading) -> list[Span]:
    return [(a, b) for a, b, _ in r.library.catalogue.organs(r.text.norm)]


def _on_the_same(r: Reading, in_view: Resolution, among: Among) -> list[Summary]:
    """Those of some resolutions whose titles are most like that of the one in view; if none is, those that mean the
    same."""
    summaries, titles = r.library.summaries, r.library.titles
    own = r.library.catalogue.places[in_view.symbol]
    # The situation in one state is none in another, however alike the titles are.
    on = titles.named_by(own)
    places = [at for at in chosen(among, r.library) if titles.named_by(at) == on and at != own]
    like = {at: title_likeness(titles.text(at), titles.text(own)) for at in places}
    best = max(like.values(), default=0)
    if best >= SAME_TITLE:
        return [summaries[at] for at in places if like[at] == best]
    title = titles.text(own).splitlines()[0]
    surely, near = titles.told(title, weight(title), frozenset(places), on_states=False)
    return [summaries[at] for x in near for at in x.places] if surely is Told.SURELY else []


def _choice(found: Iterable[Resolution], spans: Iterable[Span]) -> DocumentChoice | None:
    """The one that was found; of several, the first few to choose from."""
    several = tuple(found)[:DOCUMENTS_OFFERED]
    if not several:
        return None
    one = several[0] if len(several) == 1 else None
    return DocumentChoice(one, named=True, offered=() if one else several, naming=tuple(spans))
