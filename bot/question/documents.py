"""Which resolution a message is about: the one it names, the one in view, or one of several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from bot.corpus.catalogue import LIKELY, SURE_TITLE, Catalogue
from bot.corpus.near_titles import HARDLY, likeness
from bot.language.citations import DocumentReference
from bot.language.cues import Cue
from bot.language.lexicon import longest
from bot.language.named import Sense
from bot.language.normal import BLANK, CJK, blank, is_chinese, normal
from bot.language.numerals import CHINESE, value
from bot.language.shapes import Shape
from bot.language.words import cut, without_elided
from bot.question import times
from bot.question.among import about
from bot.question.choice import DocumentChoice
from bot.question.conversation import Conversation
from bot.question.latest import first_few, of_list_by_date
from bot.question.model import ClarifyQuestion, DocumentQuestion, ParagraphQuestion, Question, SubjectQuestion
from bot.question.reading import LITTLE, Reading, letters, weight
from bot.question.record import ENTRIES_A_PAGE, ListQuestion, Order, PagedQuestion
from bot.resolution import Outcome, Resolution, Span, outcome
from bot.store.summary import Summary

LEAST_WORDS = 2
"""The least weight of the words that a title is sought by."""
A_TITLE = 6
"""The least weight of a title that names a resolution without quotation marks, or a word for a resolution beside it."""
_SHORT = 6
"""The most weight of a message that only says which of those offered."""
DOCUMENTS_OFFERED = 5
"""How many resolutions are offered where several could be meant."""


def meant(r: Reading, conversation: Conversation) -> DocumentChoice:
    """Which resolution a message is about, in its conversation."""
    catalogue = r.library.catalogue
    if len(catalogue.resolutions) == 1:
        return _the_only_one(r)
    in_view = r.library.get(conversation.symbol) if conversation.symbol else None
    last = conversation.last
    offered = last.symbols if isinstance(last, ClarifyQuestion) else ()
    if place := _of_list(r, conversation, in_view):
        return place
    by_number = _cited(r, catalogue)
    counts = r.has(Cue.HOW_MANY) and not (r.votes or r.has(Cue.WHO, Cue.COUNTRIES))
    amendments = r.tells(Shape.AMENDMENT) and (r.tells(Shape.WHICH_RESOLUTIONS) or counts)
    whether = r.has(Cue.THERE_IS) and r.asks and r.tells(Shape.RESOLUTION) and not r.about_votes  # Is there one on X?
    every = r.has(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS, Cue.EVER, Cue.BY_YEAR)
    of_several = (every or amendments or whether) and not offered
    numbered = tuple(catalogue.summary(x.symbol) for x in by_number)
    candidates, naming = (numbered, ()) if by_number or of_several else by_title(r)
    if offered and not candidates:
        candidates, naming = called_so(r), ((0, len(r.text.norm)),)
    among = tuple(catalogue.summary(symbol) for symbol in offered if symbol in catalogue.places)
    if among and (chosen := _chosen(r, among, candidates)):
        # 那波兰呢, after the only one that may be meant, asks something else of it.
        whole = () if r.states or r.groups or r.votes else ((0, len(r.text.norm)),)
        return DocumentChoice(catalogue.read(chosen), named=True, naming=naming if candidates else whole)
    candidates = narrowed(r, adopted(candidates))
    if in_view and r.tells(Shape.SAME_DAY) and not by_number:
        candidates = tuple(x for x in candidates if x.adopted == in_view.adopted)
    if len(candidates) == 1:
        return DocumentChoice(catalogue.read(candidates[0]), named=True, naming=naming)
    if candidates:
        # 56/4 is a number of the Council and of the Assembly: the one in view, if it is one of them.
        return (
            DocumentChoice(in_view, named=True, naming=naming)
            if in_view and any(x.symbol == in_view.symbol for x in candidates)
            else DocumentChoice(None, True, tuple(map(catalogue.read, candidates[:DOCUMENTS_OFFERED])), naming)
        )
    return _unnamed(r, in_view, conversation.listed if isinstance(last, PagedQuestion) else offered)


def _the_only_one(r: Reading) -> DocumentChoice:
    """The resolution where there is no other; what it is on only names it: 国际团结决议谁反对."""
    beside = (x for x in titles_said(r) if x.shape in (Shape.BEHIND_TITLE, Shape.BEFORE_TITLE))
    naming = tuple((x.start, x.end) for x in beside if about(words_of(r.text.norm[slice(*x.words)], r), r.library))
    return DocumentChoice(r.library.catalogue.resolutions[0], any(cited(d, r) for d in r.documents), naming=naming)


def _of_list(r: Reading, conversation: Conversation, in_view: Resolution | None) -> DocumentChoice | None:
    """The resolution that a message means by its place in the list that was shown, right after it, or after another of
    it."""
    of_text = isinstance(conversation.last, (ParagraphQuestion, SubjectQuestion))
    of_listed = in_view is not None and in_view.symbol in conversation.listed and not in_view.paragraphs
    another = (r.has(Cue.AND_THEN) or of_listed) and not of_text
    if r.documents or first_few(r) or not (isinstance(conversation.last, PagedQuestion) or another):
        return None
    # And the second?, of a list in an order of votes: the second most, of which there may be several.
    last = conversation.last
    in_order = isinstance(last, ListQuestion) and last.order is not Order.LATEST
    ranked = in_order and r.tells(Shape.SECOND, Shape.THIRD) and not (r.votes or r.states or r.has(Cue.WHO, Cue.CAST))
    return place_in_list(r, conversation.listed, ranked=ranked) or of_list_by_date(r, conversation)


def _unnamed(r: Reading, in_view: Resolution | None, listed: tuple[str, ...]) -> DocumentChoice:
    """Which resolution a message is about that names none: the one in view, or one of those of the body and year that
    it names."""
    catalogue = r.library.catalogue
    of_body = narrowed(r, catalogue.newest)
    if in_view and (
        len(of_body) == len(catalogue.newest) or times.dated(r) or any(x.symbol == in_view.symbol for x in of_body)
    ):
        return DocumentChoice(in_view)
    # 安理会谁弃权了, with a resolution of the Council in view: of the other body's, if there are any.
    of_list = narrowed(r, tuple(map(catalogue.summary, listed)))
    best = tuple(map(catalogue.read, (of_list or of_body)[:DOCUMENTS_OFFERED]))
    of_shown = len(of_list) == 1 < len(listed) < ENTRIES_A_PAGE  # Of a list of which all was shown: 2024年的那份.
    one = (len(of_body) == 1 or of_shown) and not r.has(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS)
    one_meant = of_shown and r.tells(Shape.LISTED_ONE, Shape.ONE_THAT, Shape.WHICH_ONE, Shape.RESOLUTION)
    naming = tuple(times.spans(r)) if one_meant else ()
    return DocumentChoice(best[0], named=bool(naming), naming=naming) if one else DocumentChoice(None, offered=best)


def nearest(r: Reading) -> tuple[Resolution, ...]:
    """The few resolutions whose titles come nearest to what is left of a message that names neither a body nor a time;
    none where little is left."""
    if r.left < LITTLE or r.bodies or times.dated(r):
        return ()
    words = words_of(letters(blank(r.text.norm, r.known)), r)
    near = r.library.titles.ranked(words, r.library.catalogue.every) if words.strip() else ()
    places = [at for x in near if likeness(x.found, weight(words)) >= HARDLY for at in x.places]
    found = adopted(tuple(r.library.summaries[at] for at in places))
    return tuple(map(r.library.catalogue.read, found[:DOCUMENTS_OFFERED]))


def of_a_subject(r: Reading) -> bool:
    """有哪些关于饮水的决议: the resolutions stand behind what they are on."""
    starts = [start for start, _ in r.cues.get(Cue.ON_SUBJECT, ())]
    resolutions = [start for start, _ in r.shapes.get(Shape.RESOLUTION, ())]
    return r.has(Cue.WHO, Cue.LIST, Cue.THERE_IS) and bool(starts and resolutions) and max(resolutions) >= min(starts)


def place_in_list(r: Reading, symbols: Sequence[str], *, ranked: bool = False) -> DocumentChoice | None:
    """The resolution of a place in a list of symbols that was shown: 第二份, the third one, 3; where in the message
    that stands. An ordinal by itself is none where it says which of an order is meant."""
    place = next(iter((*_places(r), *(() if ranked else _ordinals(r)))), None)
    if not place or not 0 < abs(place[0]) <= len(symbols):
        return None
    number, span = place
    # The third is no third paragraph.
    same = [x for x in r.references.spans if x[0] < span[1] and span[0] < x[1]]
    if number > 0:
        return DocumentChoice(r.library.get(symbols[number - 1]), named=True, naming=(span, *same))
    # The last one of a list that begins with the latest: that at its end, or that.
    days = [r.library.catalogue.summary(symbol).adopted for symbol in symbols]
    either = (symbols[number], symbols[days.index(max(days))]) if number == -1 else (symbols[number],)
    meant = tuple(x for symbol in dict.fromkeys(either) if (x := r.library.get(symbol)))
    one = meant[0] if len(meant) == 1 else None
    return DocumentChoice(one, named=True, offered=() if one else meant, naming=(span, *same))


def _places(r: Reading) -> Iterator[tuple[int, Span]]:
    """The places of a list that a message can mean, and where they stand in it."""
    norm, shapes = r.text.norm, r.shapes
    if bare := re.fullmatch(r"[ 。.]*(\d{1,4})[ 。.]*", norm):
        yield int(bare[1]), bare.span()
    ones = [start for start, _ in shapes.get(Shape.LISTED_ONE, ())]
    for start, end in shapes.get(Shape.OF_LIST, ()):
        counted = re.compile(rf"(第 ?)?(\d{{1,4}}|[{CHINESE}]{{1,3}})$").search(norm, max(0, start - 6), start)
        begins = counted and counted.start() <= r.skipped(0, (Cue.AND_THEN, Cue.FILLER))
        if counted and ((counted[1] and begins) or end in ones):
            yield value(counted[2]) or 0, (counted.start(), end)
    for start, end in shapes.get(Shape.NUMBER_WORD, ()):
        if counted := re.match(r" ?(\d{1,4})", norm[end:]):
            yield int(counted[1]), (start, end + counted.end())
    articles = {end + 1 for _, end in shapes.get(Shape.ARTICLE, ())} | {0}
    for word in re.finditer("[a-z]+|\\d{1,4}[a-z]{2}", norm):
        begun = word.start() in articles and word.start() not in ones
        last = not norm[word.end() :].strip(" ?.!")
        if begun and (last or word.end() + 1 in ones) and (number := value(word[0])):
            yield number, word.span()


def _ordinals(r: Reading) -> Iterator[tuple[int, Span]]:
    """The places that an ordinal by itself can mean: la deuxième, по последней, 最后一份; none that counts something
    else that is not known."""
    norm = r.text.norm
    if r.tells(Shape.PART_UNIT, Shape.OLDEST_FIRST) or r.has(Cue.DOCUMENTS):
        return
    ones = dict(r.spans_of(Shape.LISTED_ONE, Shape.OF_LIST, Shape.RESOLUTION))
    for start, end, place in r.library.lexicon.references.ordinals(norm):
        at = r.skipped(end, ())
        counted = at + 1 if value(norm[at : at + 1]) == 1 else at
        behind = max(counted, ones.get(counted, 0)) if counted in ones else end
        stands_alone = counted in ones or r.unknown_from(at) == at
        before = r.skipped(0, (Cue.AND_THEN, Cue.FILLER, Cue.VOTING, Cue.MEMBERS, Cue.OF_THOSE, Cue.ON_SUBJECT))
        behind_known = any(b == len(norm[:start].rstrip()) for _, b in r.known)
        leads = start <= before or behind_known or not weight(letters(norm[:start]))
        if stands_alone and leads:
            yield place, (start, behind)


def called_so(r: Reading) -> tuple[Summary, ...]:
    """The resolutions whose titles have the words of a message that has nothing but such words: “the one on older
    persons”."""
    words = words_of(r.rest, r)
    return titled(r.library.catalogue, words) if weight(words) >= LEAST_WORDS else ()


def titled(catalogue: Catalogue, words: str) -> tuple[Summary, ...]:
    """The best few of the resolutions whose titles have these words, or most of them."""
    return tuple(x for x, score in catalogue.search(words, DOCUMENTS_OFFERED) if score >= SURE_TITLE)


def words_of(text: str, r: Reading) -> str:
    """Text without the words that only ask."""
    filler = r.library.lexicon.filler
    pieces = (w.strip() for piece in text.split() for w in (cut(piece) if is_chinese(piece) else [piece]))
    bare = (without_elided(w.strip(" ?？!.,。，"), filler) for w in pieces)
    return " ".join(w for w in bare if w and w not in filler)


Known = TypeVar("Known", Resolution, Summary)


def narrowed(r: Reading, candidates: tuple[Known, ...]) -> tuple[Known, ...]:
    """Those of the body and of the time that the message names, if there are any."""
    named, bodies = times.periods(r), r.bodies
    of_body = tuple(x for x in candidates if x.body in bodies) or candidates if bodies else candidates
    if not named:
        return of_body
    return tuple(x for x in of_body if any(period.has(x.adopted) for period in named)) or of_body


def adopted(candidates: tuple[Known, ...]) -> tuple[Known, ...]:
    """Those that have symbols of resolutions, if there are any; else drafts and amendments."""
    return tuple(x for x in candidates if outcome(x.symbol, None) is Outcome.ADOPTED) or candidates


def _chosen(r: Reading, offered: tuple[Summary, ...], named: tuple[Summary, ...]) -> Summary | None:
    """After “which document?”: 第一个, the second one, 大会的, 2024年的, or a name that fits one of those offered."""
    among = tuple(x for x in named if x in offered)
    if named and not among:
        return None
    fits = narrowed(r, among or offered)
    # Of the only one that was offered, neither another time nor other words say that it is meant.
    said = weight(letters(blank(r.text.norm, [*r.known, *times.spans(r)])))
    dated = not times.periods(r) or any(period.has(x.adopted) for period in times.periods(r) for x in fits)
    if len(fits) == 1 and dated and (among or said <= LITTLE):
        return fits[0]
    if named:
        return None
    at = place_named(r, len(offered))
    return offered[at] if at is not None else None


def place_named(r: Reading, of: int) -> int | None:
    """Which of so many, counted from 0, a short message names by its place: 第一个, the second, 3; None where none:
    第二段 is paragraph 2, and none of what was offered."""
    norm = r.text.norm.strip(" 。.")
    if weight(norm) > _SHORT or r.states or r.groups or r.tells(Shape.PART_UNIT):
        return None
    ones = [start for start, _ in r.shapes.get(Shape.LISTED_ONE, ())]
    words = (w[0] for w in re.finditer("[a-z]+|\\d{1,4}[a-z]{2}", r.text.norm) if w.start() not in ones)
    counted = re.search(rf"第 ?(\d|[{CHINESE}])", norm) or re.fullmatch(r"(\d)", norm)
    first = 1 if r.has(Cue.FIRST_ONE) else None
    number = value(counted[1]) if counted else next(filter(None, map(value, words)), first)
    return number - 1 if number and number <= of else None


def pending(conversation: Conversation) -> Question:
    """What is asked of a document that was chosen: what it was asked back about, else what it says."""
    last = conversation.last
    return last.pending if isinstance(last, ClarifyQuestion) and last.pending else DocumentQuestion(full=False)


def _cited(r: Reading, catalogue: Catalogue) -> tuple[Resolution, ...]:
    """The resolutions that the first symbol or number can mean that means any."""
    return next((found for d in r.documents if (found := cited(d, r))), ())


def cited(document: DocumentReference, r: Reading) -> tuple[Resolution, ...]:
    """The resolutions that a symbol or number can mean; of those of one number, the ones of the organ named before it:
    大会第56/4号决议."""
    found = r.library.catalogue.called(document.text)
    before = [(end, body) for _, end, body in r.library.bodies_in(r.text.norm) if end <= document.start]
    end, body = max(before, key=lambda x: x[0], default=(0, None))
    between = blank(r.text.norm, r.shapes.get(Shape.OF_NUMBER, ()))[end : document.start]
    return tuple(x for x in found if x.body is body) if before and set(between) <= _BETWEEN else found


_BETWEEN = frozenset(f"{BLANK} .'’s/")
"""Signs that may stand between a body and the number of its resolution."""


def _fits_names(one: Summary, said: SaidTitle, r: Reading) -> bool:
    """Whether a title names the state that stands right before its words, where somebody else is asked about, or the
    result: 朝鲜人权决议 is none on human rights alone."""
    beside = [m for m in r.mentions if m.end == said.words[0] and m.named.sense is Sense.STATE]
    others = r.has(Cue.WHO, Cue.RESULT, Cue.UNANIMOUS) or any(m not in beside for m in r.mentions)
    if not beside or not others:
        return True
    on = r.library.titles.named_by(r.library.catalogue.places[one.symbol])
    return all(set(m.named.codes) <= on for m in beside)


class SaidTitle(NamedTuple):
    """What may be a title, or a part of one, as a message puts it."""

    start: int
    end: int
    words: Span
    """Where the words of the title themselves stand."""
    shape: Shape | None
    """The word for a resolution beside it; None for quotation marks."""


def titles_said(r: Reading) -> Iterator[SaidTitle]:
    """What may be titles, from left to right. Names of states are no part of a title here."""
    norm = blank(r.text.norm, [(m.start, m.end) for m in r.mentions])
    found = [SaidTitle(*m.span(), m.span(1), None) for m in re.finditer("《([^《》]{2,80})》", norm)]
    for shape in (Shape.BEHIND_TITLE, Shape.WHICH_ONE):
        for start, end in longest(r.shapes.get(shape, ())):
            for begin, words in _before(norm, start, r.shapes.get(Shape.ARTICLE, ())):
                found.append(SaidTitle(begin, end, (words, start), shape))
    for start, end in r.shapes.get(Shape.BEFORE_TITLE, ()):
        if words_behind := re.compile(" ([^?,.]{3,80})").match(norm, end):
            found.append(SaidTitle(start, words_behind.end(), words_behind.span(1), Shape.BEFORE_TITLE))
    return iter(sorted(found, key=lambda said: said.start))


def _before(norm: str, at: int, articles: Iterable[Span]) -> list[Span]:
    """Where what ends at a place begins, and the words of the title in it: a run of Chinese characters, or behind an
    article."""
    if chinese := re.compile(f"[{CJK}]{{2,24}}$").search(norm, max(0, at - 24), at):
        return [(chinese.start(), chinese.start())]
    run = re.compile("[a-z' -]{3,60} $").search(norm, max(0, at - 61), at)
    return [(start, end + 1) for start, end in articles if run and run.start() <= start and end < at - 3][-1:]


def names_an_instrument(r: Reading) -> bool:
    """Whether a text other than the resolution is asked about: 《千年宣言》, the draft declaration."""
    title = any(not r.library.catalogue.is_title(normal(t)) for t in re.findall("《([^《》]+)》", r.text.norm))
    symbols = [(d.start, d.end) for d in r.documents]
    # 56/4议程项目 is no Agenda 4.
    of_year = any(not any(a <= start < b for a, b in symbols) for start, _ in r.shapes.get(Shape.AGENDA_OF_YEAR, ()))
    return title or of_year or (r.has(Cue.INSTRUMENT) and not r.has(Cue.FACT_AGENDA, Cue.FACT_FOOTNOTE))


Titled = tuple[tuple[Summary, ...], tuple[tuple[int, int], ...]]


def by_title(r: Reading) -> Titled:
    """The resolutions of a title, or of a part of one beside a word for a resolution; and where it stands."""
    catalogue = r.library.catalogue
    # 哪段讲发展权 names no resolution of that title.
    whole = [
        x
        for x in catalogue.titled(r.text.norm)
        if weight(r.text.norm[x[0] : x[1]]) >= A_TITLE or r.text.norm[x[0]] == "《"
    ]
    if whole:
        longest = max(end - start for start, end, _ in whole)
        fits = [(start, end, at) for start, end, at in whole if end - start == longest]
        places = dict.fromkeys(at for _, _, at in fits)
        return tuple(catalogue.summaries[at] for at in places), tuple({(start, end) for start, end, _ in fits})
    # Words that only ask are none of it.
    for found in titles_said(r):
        words = words_of(r.text.norm[slice(*found.words)], r)
        of_any = len(catalogue.summaries) > 1 and catalogue.in_name_of_body(words)
        if weight(words) < LEAST_WORDS or of_any:
            continue
        scored = [x for x in catalogue.search(words, 2 * DOCUMENTS_OFFERED) if _fits_names(x[0], found, r)]
        sure = tuple(x for x, score in scored if score >= SURE_TITLE)
        if sure or (likely := tuple(x for x, score in scored if score >= LIKELY)):
            return sure or likely, ((found.start, found.end),)
    return (), ()
