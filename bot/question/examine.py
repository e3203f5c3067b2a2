"""Everything that can be found in a message, read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from bot.corpus.library import Library
from bot.language.citations import DocumentReference, documents
from bot.language.cues import Cue
from bot.language.holders import read_references
from bot.language.kept import once
from bot.language.lexicon import Spans, apart_from, longest
from bot.language.named import Mention, Sense
from bot.language.names import Names
from bot.language.normal import BLANK, CJK, Text, all_chinese, blank, is_chinese, read
from bot.language.shapes import Shape
from bot.question.background import without_background
from bot.question.latest import on_between
from bot.question.organ_names import with_organs
from bot.question.reading import VOTE_CUES, Reading, letters, weight, without_empty_ends
from bot.question.signs import (
    less_asked,
    less_dated,
    less_inside_words,
    only_a_state,
    outside,
    ranks_of,
    who_of_a_group,
)
from bot.question.spelling import leaving_out, of_groups, respelt
from bot.question.yes_and_no import said_so
from bot.resolution import Body, Span

_LATELY = 64
"""Of how many messages it is kept what was found in them: a long one is looked at in its pieces, some of them again and
again."""


def examine(message: str, library: Library) -> Reading:
    """Everything that can be found in a message; never fails, whatever it holds."""
    return _reader(library)(message)


@once
def _reader(library: Library) -> Callable[[str], Reading]:
    """What finds it, and keeps what it found last."""
    return lru_cache(_LATELY)(partial(_read, library=library))


def _read(message: str, library: Library) -> Reading:
    whole = read(message)
    left = without_background(whole, library.lexicon)
    r = _examined(left, library)
    if not r.named_votes and r.has(Cue.WHO, Cue.ALL, Cue.HOW_MANY, Cue.CAST) and len(r.text.norm) <= GUESSED_IN:
        corrected = respelt(r)
        again = _examined(read(corrected), library) if corrected != r.text.cased else r
        r = again if again.named_votes else r
    restricts = r.references.selections or r.states or r.groups
    if restricts and len(r.text.norm) <= GUESSED_IN and (corrected := leaving_out(r)) != r.text.cased:
        r = _examined(read(corrected), library)
    guesses = any(m.guessed for m in r.mentions)
    if (r.left or guesses) and len(r.text.norm) <= GUESSED_IN:
        r = _with_groups(r)
    # 鉴于甲国与乙国…，两国投了什么: the background says who is meant.
    return _examined(whole, library) if r.has(Cue.IT) and not r.states and left != whole else r


def _is_year(document: DocumentReference, library: Library) -> bool:
    """Whether what looks like the number of a resolution, which none here has, is a year of those that are here: the
    Iran resolution 2025."""
    if not document.text.isdecimal() or not library.catalogue.newest or library.catalogue.called(document.text):
        return False
    newest = library.catalogue.newest
    return newest[-1].adopted.year <= int(document.text) <= newest[0].adopted.year


def _examined(text: Text, library: Library) -> Reading:
    found_documents = [d for d in documents(text.norm) if not _is_year(d, library)]
    found_documents += _numbered(text.norm, found_documents, library)
    # E/CN.4/RES/1997/57 has the code of no state in it.
    symbols = [(d.start, d.end) for d in found_documents]
    mentions = [m for m in _named(text, library) if not any(a <= m.start < b for a, b in symbols)]
    mentions = with_organs(mentions, text.norm, library)
    own = (
        *((start, end) for start, end, _ in library.catalogue.titled(text.norm)),
        *((start, end) for start, end, _ in library.catalogue.organs(text.norm)),
        *_of_amendments(text.norm, library),
    )
    named = [*((m.start, m.end) for m in mentions if m.named.sense is not Sense.WORD), *symbols]
    # Of a document that there is, “56/4 12” says as much as 12 does by itself.
    there = [(d.start, d.end) for d in found_documents if library.catalogue.called(d.text)]
    taken = [*(s for s in named if s not in there), *own]
    asked = blank(text.norm, there).replace(BLANK, " ")
    references = read_references(asked, library.lexicon.references, library.lexicon.holders, taken)
    # Names of states stay blank for the cues: 美国 has no word of voting in it.
    again = _asked_again(text.norm, named, library)
    cues = who_of_a_group(library.lexicon.cues(blank(text.norm, [*named, *own, *again])), mentions)
    cues = {**cues, Cue.AND_THEN: [*cues.get(Cue.AND_THEN, ()), *again]} if again else cues
    cues = less_asked(less_dated(less_inside_words(text.norm, cues)))
    cues = ranks_of(cues, mentions)
    cues = only_a_state(cues, mentions, library.lexicon.shapes(text.norm).get(Shape.LONE, ()))
    organs = library.catalogue.organs(text.norm) if len(library.resolutions) > 1 else ()
    for cue, around in _around(text.norm, organs, library).items() if organs else ():
        cues = {**cues, cue: [*cues.get(cue, ()), *around]}
    if len(library.resolutions) == 1:
        # Of one, nobody asks which resolutions there are but in a message that asks nothing else.
        left = blank(
            text.norm, [span for cue in (Cue.DOCUMENTS, Cue.FILLER, Cue.QUESTION) for span in cues.get(cue, ())]
        )
        unasked = (
            (Cue.DOCUMENTS, Cue.AGREEMENT) if weight(letters(left)) or Cue.FACT_SYMBOL in cues else (Cue.AGREEMENT,)
        )
        cues = {cue: spans for cue, spans in cues.items() if cue not in unasked}
    reading = Reading(text, tuple(mentions), tuple(found_documents), references, cues, own, library)
    return _with_guesses(_which_on(_of_ones(_of_a_body(said_so(reading)))))


def _with_groups(r: Reading) -> Reading:
    """The message with the misspelt words of a group as they are meant, where they name one, or what its members are
    called; as it is where they may mean several."""
    again = [_examined(read(corrected), r.library) for corrected in of_groups(r)]
    # A word that is nearly one of theirs names a group only where it does so with the others.
    better = [x for x in again if len(x.groups) > len(r.groups) or (x.groups == r.groups != () and x.left < r.left)]
    least = [x for x in better if x.left == min(y.left for y in better)]
    return least[0] if len({x.groups for x in least}) == 1 else r


def _of_a_body(r: Reading) -> Reading:
    """The reading without the words for "on" before a body's resolutions, which say of no resolution what it is on:
    voted no on a Human Rights Council resolution."""
    if len(r.library.summaries) == 1 or not r.has(Cue.ON_SUBJECT):
        return r
    resolutions = {a for a, _ in r.spans_of(Shape.RESOLUTION, Cue.DOCUMENTS)}
    organs = r.library.catalogue.organs(r.text.norm)
    bodies = [a for a, b, _ in organs if r.skipped(b, ()) in resolutions]
    said = blank(r.text.norm, r.known) if bodies else ""
    none = [x for x in r.cues[Cue.ON_SUBJECT] if any(x[1] < a and not letters(said[x[1] : a]) for a in bodies)]
    if not none:
        return r
    cues = {**r.cues, Cue.ON_SUBJECT: [x for x in r.cues[Cue.ON_SUBJECT] if x not in none]}
    return replace(r, cues={cue: of for cue, of in cues.items() if of})


def _which_on(r: Reading) -> Reading:
    """The reading where it is asked which resolutions there are, what they are on between: 哪些水权决议, which right
    to water resolutions: it asks for several, and not how anybody voted."""
    resolutions = r.spans_of(Shape.RESOLUTION)
    # 哪些国家在海地决议上弃权: its 哪些 asks for no resolutions.
    asking = apart_from(longest(r.cues.get(Cue.WHICH_OF, ())), r.cues.get(Cue.COUNTRIES, ()))
    which = [x for x in asking if on_between(x[1], resolutions, r)]
    if not which or len(r.library.summaries) == 1:
        return r
    how = [x for x in r.cues.get(Cue.HOW, ()) if not any(x[0] < b and a < x[1] for a, b in which)]
    cues = {**r.cues, Cue.DOCUMENTS: [*r.cues.get(Cue.DOCUMENTS, ()), *which], Cue.HOW: how}
    return replace(r, cues={cue: of for cue, of in cues.items() if of})


def _of_ones(r: Reading) -> Reading:
    """The reading without words for a vote in what only says of which resolution it is asked, the one against slavery,
    et pour celle de mars; or that somebody is likened to another: agreed most with India."""
    against = [x for x in r.spans_of(Shape.ONE_AGAINST) if r.unknown_from(r.skipped(x[1], (Cue.FILLER,))) - x[1] > 1]
    one = r.spans_of(Shape.ONE_AGAINST, Shape.ONE_THAT, Shape.RESOLUTION)
    goes_on = [x for x in r.spans_of(Cue.AND_THEN) if any(x[1] < a <= r.skipped(x[1], (Cue.FILLER,)) for a, _ in one)]
    on = [x for x in r.spans_of(Cue.NO) if any(a <= x[0] and x[1] <= b for a, b in against)]
    none = [x for x in r.spans_of(*VOTE_CUES) if x in on or any(a <= x[0] and x[1] <= b for a, b in goes_on)]
    named = {m.start for m in r.mentions}
    likened = {a for a, b in r.spans_of(Cue.LIKE) if r.skipped(b, (Cue.MEMBERS,)) in named}
    alike = set(r.spans_of(Cue.SAME)) & set(r.spans_of(Cue.YES))
    none += [x for x in alike if r.skipped(x[1], (Cue.MOST, Cue.LEAST)) in likened]
    if not none:
        return r
    cues = {cue: [x for x in of if x not in none] if cue in VOTE_CUES else of for cue, of in r.cues.items()}
    cues[Cue.ON_SUBJECT] = [*cues.get(Cue.ON_SUBJECT, ()), *on]
    return replace(r, cues={cue: of for cue, of in cues.items() if of})


def _named(text: Text, library: Library) -> list[Mention]:
    """The names in a text; of what holds none, as 国家中, those that begin before it, 阿拉伯国家, and no 中国, and
    those that begin in it where no other begins behind it: 反对的中国, and no 中亚 in 其中亚洲."""
    none = library.lexicon.no_names(text)
    found = list(library.names.find(replace(text, norm=blank(text.norm, none)) if none else text))
    every = library.names.find(text) if none else ()
    before = [m for m in every if any(m.start < a < m.end < b for a, b in none)]
    starts = {m.start for m in found}
    before += [m for m in every if any(a < m.start < b < m.end and b not in starts for a, b in none)]
    taken = [(m.start, m.end) for m in found]
    return sorted(
        [*found, *(m for m in before if not any(a < m.end and m.start < b for a, b in taken))], key=lambda m: m.start
    )


def _of_amendments(norm: str, library: Library) -> list[tuple[int, int]]:
    """Where a message leaves amendments out, or counts them in; its "not" refuses no vote: 不含修正案."""
    shapes = library.lexicon.shapes(norm) if library.catalogue.has_amendments else {}
    return [x for shape in (Shape.NO_AMENDMENTS, Shape.WITH_AMENDMENTS) for x in shapes.get(shape, ())]


_NUMBER = re.compile(r"(?<![\d/])\d{1,4}(?![\d/(]| ?\()")
_SHORT_NUMBER = 100
"""Below it, a number is that of a resolution only right behind the word for one, where the Council is named, and
nothing follows that it may count: 安理会哪些决议15比0通过."""
_BEHIND_NUMBER = "号?!,.;)"
"""What may stand behind such a number, but for the name of the Council."""
_OF_THE = 8
"""Characters between a number and the name of the Council behind it, in any language: 83 of the."""
_YEARS = range(1945, 2045)
"""Numbers that are years behind the name of a body."""
_LONG_NUMBER = 1_000
"""From it on, and but for years, a number alone is that of a resolution, where there is one: 2728谁弃权."""


def _numbered(norm: str, known: Sequence[DocumentReference], library: Library) -> list[DocumentReference]:
    """The resolutions that a message names by their number alone: those of the Security Council behind its name or a
    word for a resolution, قرار مجلس الأمن ٢٧١٢, СБ 2683, and those that are here of it, or of the Assembly before
    1976, of which there is one of a number, 2758谁反对."""
    numbers = [m for m in _NUMBER.finditer(norm) if not any(d.start < m.end() and m.start() < d.end for d in known)]
    if not numbers:
        return []
    shapes = library.lexicon.shapes(norm)
    councils = [(start, end) for start, end, body in library.bodies_in(norm) if body is Body.SECURITY_COUNCIL]
    council = {end for _, end in councils}
    resolution = {end for _, end in shapes.get(Shape.RESOLUTION, ())}
    one = {end for _, end in shapes.get(Shape.ONE_RESOLUTION, ())}
    steps = {end: start for start, end in shapes.get(Shape.OF_NUMBER, ())}
    numbered = set(steps.values())
    first = _first_number(norm, library)
    found = []
    for number in numbers:
        at = len(norm[: number.start()].rstrip())
        short = int(number[0]) < _SHORT_NUMBER
        while not short and at in steps and at not in resolution | council:
            at = len(norm[: steps[at]].rstrip())
        alone = norm[at - 1 : at] == "(" and norm.startswith(")", number.end())
        of_year = int(number[0]) in _YEARS
        named = (alone or at in council) and not (of_year or short)
        counts = short and _may_count(norm, number.end(), councils)
        behind = (at in resolution and bool(council or not short) and not counts) or named
        # 2712号, where there is one.
        before = number.end() in numbered and not (of_year or short)
        here, long = library.catalogue.numbered(number[0]), int(number[0]) >= _LONG_NUMBER and not of_year
        if of_year and not (here or at in one):
            # Security Council resolutions 2023: of that year.
            continue
        if number.start() == first and not here and not long and library.catalogue.called(number[0]):
            found.append(DocumentReference(number[0], *number.span()))
            continue
        of_council = bool(council) and (behind or (before and long))
        voted_on = at in resolution or number.start() == first or _voted_on(norm, at, number.end(), library)
        if of_council or (long and voted_on) or (here and (behind or before or long)):
            found.append(DocumentReference(here or f"s/res/{number[0]}", *number.span()))
    return found


def _may_count(norm: str, end: int, councils: Sequence[Span]) -> bool:
    """Whether something stands behind a short number that it may count, and not the name of the Council."""
    before_council = any(0 < start - end <= _OF_THE for start, _ in councils)
    return not before_council and norm[end:].lstrip()[:1] not in _BEHIND_NUMBER


def _voted_on(norm: str, at: int, end: int, library: Library) -> bool:
    """Whether a number that ends somewhere stands right behind a vote, or a word for what it is on, that ends at a
    place, and nothing follows that it may count: who abstained on 2719?"""
    cues = library.lexicon.cues(norm)
    asking = (x for cue in (Cue.ON_SUBJECT, Cue.CAST, *VOTE_CUES) for _, x in cues.get(cue, ()))
    return at in asking and norm[end:].strip()[:1] in ("", *_BEHIND_NUMBER)


_ASKERS = (Cue.WHO, Cue.COUNTRIES, Cue.HOW, Cue.RESULT)
"""Words that ask of the resolution that is named before them."""


def _first_number(norm: str, library: Library) -> int:
    """Where a number of three digits or more stands that begins a message, with nothing behind it but a question: 2719,
    220谁反对; -1 where none does. A year is none."""
    number = _NUMBER.search(norm)
    begins = number and not norm[: number.start()].strip() and int(number[0]) >= _SHORT_NUMBER
    if not number or not begins or int(number[0]) in _YEARS or len(library.summaries) == 1:
        return -1
    end = len(norm) - len(norm[number.end() :].lstrip(" ,:"))
    asks = any(start == end for cue in _ASKERS for start, _ in library.lexicon.cues(norm).get(cue, ()))
    return number.start() if asks or not norm[end:].strip(" ?!.") else -1


_OF_SEVERAL = (Cue.DOCUMENTS, Cue.ALL_DOCUMENTS)


def _around(norm: str, organs: Sequence[tuple[int, int, Body]], library: Library) -> Spans:
    """Where words for several resolutions stand around the name of a body: 哪些大会决议, the latest HRC resolution."""
    spans = longest((start, end + norm.startswith(" ", end)) for start, end, _ in organs)
    places = [at for at in range(len(norm)) if not any(start <= at < end for start, end in spans)]
    found = library.lexicon.cues("".join(norm[at] for at in places))
    whole = {cue: [(places[a], places[b - 1] + 1) for a, b in found.get(cue, ())] for cue in _OF_SEVERAL}
    around = {cue: [x for x in of if any(x[0] < a < x[1] for a, _ in spans)] for cue, of in whole.items()}
    return {cue: of for cue, of in around.items() if of}


def _asked_again(norm: str, named: Sequence[Span], library: Library) -> list[Span]:
    """Where a message begins with words that ask the question before once more; there are no others in them: même chose
    pour, 同样的问题."""
    spans = longest(library.lexicon.shapes(norm).get(Shape.ASKED_AGAIN, ()))
    cues = library.lexicon.cues(norm) if spans else {}
    empty = [x for cue in (Cue.FILLER, Cue.AND_THEN, Cue.JOIN) for x in cues.get(cue, ())]
    first = min((a for a, _ in named), default=len(norm))
    return [(a, b) for a, b in spans if a < first and not letters(blank(norm, empty)[:a])]


GUESSED_IN = 400
"""Characters of the longest message in which misspelt names are looked for: each word takes 0.2 ms."""


def _with_guesses(r: Reading) -> Reading:
    """The reading with compounds (中美) and misspelt names, where the message is about votes."""
    if (
        not r.named_votes
        and (r.has(Cue.CAST, Cue.WHO, Cue.HOW_MANY, Cue.RESULT) or r.left <= 5)
        and not r.has(Cue.IT_IS_SAID)
    ):
        # 反兑的有几个: a vote by sound.
        heard = r.library.lexicon.heard(blank(r.text.norm, r.known))
        r = replace(r, cues={**r.cues, **heard}) if heard else r
    voting = r.has(Cue.CAST, Cue.STANCE, Cue.SAME, *VOTE_CUES) or r.left <= 8
    if (
        not voting
        or r.has(Cue.IT_IS_SAID)
        or r.references.selections
        or _of_another(r)
        or len(r.text.norm) > GUESSED_IN
    ):
        return r
    mentions = [_longer(m, r) for m in r.mentions]
    # 56/4中美: no day of a month.
    mentions += r.library.names.compounds(
        replace(r.text, norm=blank(r.text.norm, [(d.start, d.end) for d in r.documents])), mentions
    )
    counting = r.groups or (r.has(Cue.WHO, Cue.HOW_MANY, Cue.RESULT) and not r.has(Cue.HOW))
    guesses = _guesses(r, mentions, only_heard=bool(counting) and not _is_latin(r))
    # Who opposed the one on weapons of mass destruction: what it is on is no misspelt state.
    on = min((start for start, _ in r.cues.get(Cue.ON_SUBJECT, ())), default=len(r.text.norm))
    mentions += [m for m in guesses if m.start < on or not (counting or r.has(Cue.WHO))]
    if mentions == list(r.mentions):
        return r
    mentions.sort(key=lambda m: m.start)
    return replace(r, mentions=tuple(mentions), cues=outside(r.cues, [m for m in mentions if m.guessed]))


def _of_another(r: Reading) -> bool:
    """Whether a document is named that there is not."""
    return any(not r.library.catalogue.called(d.text) for d in r.documents)


def _longer(mention: Mention, r: Reading) -> Mention:
    """The longer name that a name and what follows it sound like together: 印度尼西呀 is not 印度; else the mention
    itself."""
    norm = r.text.norm
    if any(s <= mention.end < e and e - s > 1 for found in r.cues.values() for s, e in found):
        return mention  # What follows is a word that is known.
    for end in range(min(len(norm), mention.end + 4), mention.end + 1, -1):
        free = all_chinese(norm[mention.start : end]) and not any(mention.end <= m.start < end for m in r.mentions)
        if free and (longer := r.library.names.heard(norm, mention.start, end)):
            return longer
    return mention


def _is_latin(r: Reading) -> bool:
    return not is_chinese(r.text.norm)


def _guesses(r: Reading, mentions: Iterable[Mention], only_heard: bool) -> list[Mention]:
    """What the unread pieces of the message may name; only_heard: by sound alone.

    Known words of one character are left in the pieces: 阿跟廷和摩洛个 has 跟 and 和 in it.
    """
    taken = [(m.start, m.end) for m in mentions] + list(r.references.spans) + list(r.own)
    taken += [span for cue, found in r.cues.items() for span in found if span[1] - span[0] > 1 or cue is Cue.CAST]
    norm, names = r.text.norm, r.library.names
    found: list[Mention] = []
    for piece in list(re.finditer(rf"[{CJK}]{{2,16}}|[^\W\d_{CJK}]{{5,}}", blank(norm, taken)))[:12]:
        if not is_chinese(piece[0]) and r.library.speaks_of(piece[0]):
            continue  # الانسان is no misspelt Spain.
        ask = names.heard if only_heard else names.guess
        whole = ask(norm, *piece.span()) or ask(
            norm, *without_empty_ends(norm, *piece.span(), r.library.lexicon.filler)
        )
        found += [whole] if whole else _heard_inside(norm, *piece.span(), names)
    return found[:10]


def _heard_inside(norm: str, start: int, end: int, names: Names) -> Iterator[Mention]:
    """Names of three characters or more that sound like a part of a Chinese piece, the longest at each place."""
    at = start
    while at < end - 2 and is_chinese(norm[at]):
        found = next(
            (m for length in range(min(6, end - at), 2, -1) if (m := names.heard(norm, at, at + length))), None
        )
        if found:
            yield found
        at = found.end if found else at + 1
