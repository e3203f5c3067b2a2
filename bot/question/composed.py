"""Paragraphs that are several things at once: of certain numbers and mentioning a word, less the one on a subject.

A message is read as a whole and what is left out of it, each by the readers of bot/question/found::

    composed = whole { "except" whole }
    whole    = [ numbers | those shown ] [ criterion | not said ]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.language.cues import Cue
from bot.language.normal import BLANK, blank
from bot.language.selection import Selection
from bot.language.shapes import Shape
from bot.language.words import cut
from bot.question.conversation import Conversation
from bot.question.examine import examine
from bot.question.found import CRITERIA, mentioned
from bot.question.model import ClarifyQuestion, ParagraphQuestion, Told, Unclear
from bot.question.paragraphs import numbered
from bot.question.quotations import MARKS
from bot.question.reading import LITTLE, Reading, letters, weight
from bot.question.structure import STRUCTURE
from bot.question.subject import subject_words
from bot.question.where import (
    AddressedTo,
    BeginningWith,
    Both,
    ByNumber,
    Mentioning,
    OnSubject,
    ShownBefore,
    Where,
    Without,
    in_part,
    inner,
    of_shown,
)
from bot.resolution import Part, Span

_ONES = (Shape.LISTED_ONE, Shape.WHICH_ONE, Shape.PART_UNIT, Shape.UNITS)
"""Words for a paragraph of those that are left out: but not the one on X."""
_STOPS = frozenset(".;?!。\n")
_COMMAS = frozenset(",:")
_UNITED = (Cue.WHICH_NUMBER, Cue.WHICH_OF, Cue.OF_SHOWN, Shape.UNITS)
"""Words by which paragraphs are sought, where it is said what they do not mention."""


def composed(r: Reading, c: Conversation) -> ParagraphQuestion | ClarifyQuestion | None:
    """The paragraphs that a message describes by more than one thing; None where it does not."""
    if r.states or r.groups or r.about_votes:
        return None
    r = _without_openings(r)
    if (picks := r.spans_of(Shape.EVERY_OTHER)) and (r.references.selections or r.references.part):
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[slice(*picks[0])])
    question = _less_denied(r, c) or _less(r, c) or _also(r, c) or _told(_whole(r, c, alone=r.has(Cue.BEGINNING)))
    if question:
        unread = _unread(question.where, r)
        return ClarifyQuestion(Unclear.PART, part=unread) if unread else question
    denied, scope = _denied(r), _scope(r)
    if denied and scope and _several(scope):
        # Those that do not mention what is not understood are not all of them.
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[slice(*denied[0])])
    return None


def _told(where: Where | None) -> ParagraphQuestion | None:
    by_number = isinstance(where, ByNumber) or (isinstance(where, Without) and isinstance(where.whole, ByNumber))
    return ParagraphQuestion(where, Told.CLAUSES if by_number else Told.LIST) if where else None


def _unread(where: Where, r: Reading) -> str:
    """What a message says besides, where it says how paragraphs begin; empty where all of it is used."""
    every = (where, *(x for outer in inner(where) for x in (outer, *inner(outer))))
    if not any(isinstance(x, BeginningWith) for x in every):
        return ""
    small: tuple[Cue | Shape, ...] = (
        Shape.ANY_FORM, Shape.OPENING_FROM, Shape.OPENING_WORD, Shape.PART_UNIT, Cue.BEGINNING, *STRUCTURE,
    )  # fmt: skip
    used = [*r.known, *r.spans_of(*small), *_unaddressed(r), *(m.span() for m in MARKS.finditer(r.text.norm))]
    used += [(start, end) for start, end, _ in r.library.addressed.longest(r.text.norm)]
    said = (piece for x in every for words in _words_in(x, r) for piece in (words, *cut(words)))
    used += [(at, at + len(word)) for word in said if (at := r.text.norm.find(word)) >= 0]
    left = letters(blank(r.text.norm, used))
    return left if weight(left) > LITTLE else ""


def _words_in(where: Where, r: Reading) -> tuple[str, ...]:
    """The words by which paragraphs are sought, and what stands for the first ones: 决心 (determined)."""
    match where:
        case BeginningWith(words):
            return tuple(term for word in words for term in r.library.first_words.standing_for(word))
        case Mentioning(words) | OnSubject(words):
            return (words,)
    return ()


# --- a whole -------------------------------------------------------------------------------


def _whole(r: Reading, c: Conversation, *, alone: bool) -> Where | None:
    """What a message, or a piece of one, describes; alone: whether one thing said of it is enough."""
    scope, shown = _scope(r), _of_those_shown(r, c)
    within = scope or shown
    if denied := _denied(r):
        return _not_said(r, denied, within)
    single = scope is not None and not _several(scope)
    criterion = next((q.where for read in CRITERIA if (q := read(r, c))), None) if not single else None
    if criterion is None and within and not single:
        criterion = mentioned(r, r.spans_of(Shape.SAYING)) if r.tells(Shape.SAYING) else None
    if criterion is None and alone and r.tells(Shape.SAYING) and r.has(Cue.WHERE):
        criterion = mentioned(r, r.spans_of(Shape.SAYING))
    if criterion and within:
        return Both((criterion, within))
    if isinstance(scope, ByNumber) and not single and (sought := _sought(r)):
        return Both((sought, _with_ends(scope, r)))
    return (criterion or scope) if alone else None


def _sought(r: Reading) -> OnSubject | None:
    """What the one is on that is sought among some: 第10到14段里哪段是谈钱的, which of paragraphs 5–9 is about aid?"""
    # Those between two are asked for as well as sought among: only which one seeks.
    within = r.has(Cue.WHERE, Cue.ON_SUBJECT, Cue.WHICH_NUMBER) and not r.references.between
    asks = (r.tells(Shape.WHICH_OF_THEM) or within) and len(r.references.selections) == 1
    words = subject_words(r, r.references.spans) if asks else ""
    return OnSubject(words) if weight(words) else None


def _with_ends(scope: ByNumber, r: Reading) -> ByNumber:
    """Paragraphs with the two that they are said to be between: between OP1 and OP4, which one says so?"""
    if not r.references.between or len(scope.selections) != 1:
        return scope
    run = scope.selections[0]
    return ByNumber((replace(run, first=run.first - 1, last=run.last + 1),))


def _scope(r: Reading) -> ByNumber | Without | None:
    """The paragraphs that a message names by number."""
    r = _without_openings(r)
    refused = r.references.refused and not r.has(Cue.NOT_SAID)
    if not r.references.selections or refused:
        return None
    if r.references.steps:
        return _beyond(r)
    question = numbered(r, r.references.selections)
    where = question.where if isinstance(question, ParagraphQuestion) else None
    return where if isinstance(where, ByNumber | Without) else None


def _without_openings(r: Reading) -> Reading:
    """The message with a word that says what paragraphs begin with taken for none for the first of them."""
    openings = r.spans_of(Cue.BEGINNING)
    return replace(r, references=r.library.lexicon.references.read(blank(r.text.norm, openings))) if openings else r


def _beyond(r: Reading) -> ByNumber | None:
    """All behind or before one that is named: the paragraphs after 10 that mention climate."""
    one, steps = r.references.selections[0], r.references.steps
    single = len(r.references.selections) == len(steps) == 1 and one.first == one.last > 0
    if not single or abs(steps[0].count) != 1 or steps[0].joined or not r.tells(Shape.WHICH_SEVERAL, Shape.UNITS):
        return None
    run = (one.first + 1, -1) if steps[0].count > 0 else (1, one.first - 1)
    return ByNumber((replace(one, first=run[0], last=run[1]),)) if run[1] else None


def _of_those_shown(r: Reading, c: Conversation) -> Where | None:
    """Those shown last, where a message says that it is about these, and there are several."""
    says = r.has(Cue.OF_SHOWN, Cue.AMONG) and len(c.shown) > 1
    return of_shown(ShownBefore(), c.shown) if says else None


def _several(where: Where) -> bool:
    """Whether these are, or may be, more paragraphs than one."""
    if not isinstance(where, ByNumber):
        return True
    return len(where.selections) > 1 or any(s.first != s.last for s in where.selections)


def _denied(r: Reading) -> list[Span]:
    """Where a message says that something is not mentioned, and does not ask whether it is: 有没有提到."""
    said = sorted(r.spans_of(Shape.SAYING))
    negated = [(x[0], end) for start, end in said if (x := r.word_before(start, (Cue.NEGATION,), (Cue.FILLER,)))]
    asks = r.spans_of(Cue.WHETHER)
    denied = [*r.cues.get(Cue.NOT_SAID, ()), *negated]
    return [x for x in denied if not any(a < x[1] and x[0] < b for a, b in asks)]


def _not_said(r: Reading, denied: list[Span], within: Where | None) -> Where | None:
    """Those of some that do not mention a word: of all of the part that is named, if nothing else is."""
    part = r.references.part
    sought = within is not None or part is not None or r.has(*_cues(_UNITED)) or r.tells(*_shapes(_UNITED))
    words = mentioned(r, denied) if sought else None
    if words is None or (within is not None and not _several(within)):
        return None
    whole = within or ByNumber(
        tuple(Selection(1, -1, x) for x in ((part,) if part else (Part.PREAMBLE, Part.OPERATIVE)))
    )
    return Without(whole, replace(words, part=None))


def _cues(words: tuple[Cue | Shape, ...]) -> tuple[Cue, ...]:
    return tuple(word for word in words if isinstance(word, Cue))


def _shapes(words: tuple[Cue | Shape, ...]) -> tuple[Shape, ...]:
    return tuple(word for word in words if isinstance(word, Shape))


# --- described, and not so ---


def _less_denied(r: Reading, c: Conversation) -> ParagraphQuestion | None:
    """What a message describes by one thing, less what it says in a clause of its own that these are not: begin with
    “requests” and are not addressed to the expert, mention one thing and not another."""
    norm, quoted = r.text.norm, [m.span() for m in MARKS.finditer(r.text.norm)]
    for start, end in _outside([*_denied(r), *_unaddressed(r)], quoted):
        until = min(_on_to(norm, end, _STOPS | _COMMAS | _LISTS, quoted), _ends_at_and(r, end))
        whole, rest = _piece(r, _without(r, (start, until))), _piece(r, r.text.cased[end:until])
        where = _whole(whole, c, alone=True) if whole and rest else None
        gone = _said_of(rest, asks=(start, end) not in _denied(r)) if rest else None
        plain = where is None or (isinstance(where, ByNumber) and isinstance(gone, Mentioning))
        if not gone or plain or not where:
            # Those of some numbers that do not mention a word are read as they stand.
            continue
        if r.references.part and isinstance(where, BeginningWith | Mentioning):
            where = in_part(where, where.part or r.references.part)
        return _told(Without(where, gone))
    return None


def _also(r: Reading, c: Conversation) -> ParagraphQuestion | None:
    """What a message describes by how it begins or by whom it addresses, and by a word that it mentions, or by both."""
    norm, quoted = r.text.norm, [m.span() for m in MARKS.finditer(r.text.norm)]
    if not r.has(Cue.BEGINNING) and not r.tells(Shape.ADDRESSED):
        return None
    for start, end in _outside(r.spans_of(Shape.SAYING, Shape.ADDRESSED), [*quoted, *_denied(r), *_unaddressed(r)]):
        begin = min([start, *(a for a, b in r.spans_of(Cue.JOIN) if start - _NEXT <= b <= start)])
        until = min(_on_to(norm, end, _STOPS | _COMMAS | _LISTS, quoted), _ends_at_and(r, end))
        whole, rest = _piece(r, _without(r, (begin, until))), _piece(r, r.text.cased[end:until])
        where = _whole(whole, c, alone=True) if whole else None
        so = _said_of(rest, asks=(start, end) in r.spans_of(Shape.ADDRESSED)) if rest else None
        if so and isinstance(where, BeginningWith | AddressedTo | Mentioning):
            part = None if isinstance(where, AddressedTo) else r.references.part
            so = replace(so, part=None) if isinstance(so, Mentioning) else so
            return _told(Both((so, in_part(where, part) if part else where)))
    return None


_LISTS = frozenset("、")


def _ends_at_and(r: Reading, at: int) -> int:
    """Where a word for "and" or "but" stands behind a place, with a word behind it that says something of its own."""
    heads = [*r.spans_of(Shape.SAYING, Shape.ADDRESSED, Cue.BEGINNING), *_denied(r)]
    joins = (a for a, b in r.spans_of(Cue.JOIN) if a > at and any(b <= x[0] <= b + _NEXT for x in heads))
    return min(joins, default=len(r.text.norm))


_NEXT = 8
"""Characters between a word for "and" and the verb of the clause that it joins: and that mention."""


def _unaddressed(r: Reading) -> list[Span]:
    """Where a message says that paragraphs ask nothing of somebody: not addressed to, 不是请."""
    said = sorted(r.spans_of(Shape.ADDRESSED, Cue.ASKED))
    words = ((r.word_before(start, (Cue.NEGATION, Cue.NOT_OF), (Cue.FILLER, Cue.BEING)), end) for start, end in said)
    return [(word[0], end) for word, end in words if word]


def _said_of(rest: Reading, *, asks: bool) -> Where | None:
    """What a clause says of paragraphs: a word that they mention; asks: whom they address."""
    if not asks:
        return mentioned(rest, [])
    named = {who for _, _, who in rest.library.addressed.longest(rest.text.norm)}
    return AddressedTo(named.pop()) if len(named) == 1 else None


# --- less some -----------------------------------------------------------------------------


def _less(r: Reading, c: Conversation) -> ParagraphQuestion | None:
    """What a message describes, or what was shown last, less what it says that it does not want."""
    for whole, rest in _divided(r):
        if whole and whole.references.selections and not r.references.selections:
            # 3258除以18: what is a number by itself is none in the message.
            continue
        shown = of_shown(ShownBefore(), c.shown) if len(c.shown) > 1 and not _says(whole) else None
        where = shown or (_whole(whole, c, alone=True) if whole else None)
        named = r.tells(Shape.WHICH_SEVERAL) and rest and (rest.references.selections or rest.references.part)
        others = isinstance(where, Mentioning) and bool(named)
        if isinstance(where, ByNumber | Mentioning) and not _says(rest) and not others:
            # 2–6 except 3: what is left out by number alone is read elsewhere, but for 除了第12段，哪些段落提到.
            continue
        gone = _unwanted(rest, where, c) if where and rest else None
        if where and gone:
            return _told(Without(where, gone))
    return None


def _says(r: Reading | None) -> bool:
    """Whether a piece says more than numbers."""
    return r is not None and weight(subject_words(r, r.references.spans)) >= LITTLE


def _unwanted(r: Reading, whole: Where, c: Conversation) -> Where | None:
    """What a piece describes that is left out of a whole."""
    on_subject = r.has(Cue.ON_SUBJECT, Cue.WHERE, Cue.IT_IS_SAID) or r.tells(Shape.SAYING)
    if any(isinstance(x, BeginningWith) for x in (whole, *inner(whole))) and not on_subject:
        quoted = tuple((a or b).strip() for a, b in MARKS.findall(r.text.norm))
        joins = r.spans_of(Cue.OR, Cue.JOIN)
        bare = blank(r.text.norm, joins).replace("/", BLANK).replace("、", BLANK).replace(",", BLANK).split(BLANK)
        words = quoted or tuple(word.strip() for word in bare if word.strip())
        return BeginningWith(words) if words else None
    if not _says(r):
        part = r.references.part
        return _scope(r) or (ByNumber((Selection(1, -1, part),)) if part and not r.references.selections else None)
    alone = [m for m in MARKS.finditer(r.text.norm) if weight(blank(r.text.norm, [m.span(), *r.known])) < LITTLE]
    if alone:
        return Mentioning((alone[0][1] or alone[0][2]).strip(), exact=True)
    if sought := next((q.where for read in CRITERIA if (q := read(r, c))), None):
        return sought
    # Cooperation without conditions leaves out no paragraph on these.
    of_one = on_subject or r.has(Cue.THIS_PARAGRAPH, Cue.OF_SHOWN) or r.tells(*_ONES)
    subject = subject_words(r, r.references.spans) if of_one else ""
    return OnSubject(subject) if weight(subject) >= LITTLE else None


def _divided(r: Reading) -> Iterator[tuple[Reading | None, Reading | None]]:
    """The ways in which a message may be divided at a word for "except": what it wants, and what it does not."""
    norm, quoted = r.text.norm, [m.span() for m in MARKS.finditer(r.text.norm)]
    inside = [*quoted, *r.spans_of(Cue.NOT_SAID, Shape.COMPLETE)]
    for start, end in _outside(r.excepted_behind, inside):
        begin = _back_to(norm, start, _STOPS | _COMMAS, quoted)
        yield _piece(r, _without(r, (begin, end))), _piece(r, r.text.cased[begin:start])
    leading = [*r.cues.get(Cue.EXCEPT, ()), *(x for x in r.cues.get(Cue.NOT_OF, ()) if _before_marks(r, x, quoted))]
    # Non-governmental: a part of a word leaves nothing out.
    for start, end in _outside([x for x in leading if norm[x[1] : x[1] + 1] != "-"], inside):
        numbers = [b for a, b in r.references.spans if end <= a <= r.skipped(end, (Cue.FILLER, Cue.MEMBERS))]
        goes_on = any(a >= max(numbers, default=len(norm)) for a, _ in r.spans_of(Shape.SAYING))
        # Which paragraphs except 8 mention climate?
        until = max(numbers) if goes_on else _on_to(norm, end, _STOPS, quoted)
        before = r.text.cased[:start]
        if before.strip(" ,") or goes_on:
            yield _piece(r, _without(r, (start, until))), _piece(r, r.text.cased[end:until])
        else:
            comma = _on_to(norm, end, _STOPS | _COMMAS, quoted)
            yield _piece(r, r.text.cased[comma:]), _piece(r, r.text.cased[end:comma])


def _before_marks(r: Reading, word: Span, quoted: list[Span]) -> bool:
    """Whether what a word stands before is a quotation."""
    at = r.skipped(word[1], (Cue.FILLER,))
    return any(a == at for a, _ in quoted)


def _without(r: Reading, span: Span) -> str:
    """The message without what stands at a place."""
    return f"{r.text.cased[: span[0]]} {r.text.cased[span[1] :]}"


def _outside(spans: list[Span], inside: list[Span]) -> list[Span]:
    """The longest of some places, in their order, that stand in none of others."""
    wider = [x for x in spans if x not in inside]
    free = {x for x in wider if not any(a <= x[0] and x[1] <= b and (a, b) != x for a, b in (*inside, *wider))}
    return sorted(free)


def _back_to(norm: str, at: int, marks: frozenset[str], quoted: list[Span]) -> int:
    """Where the clause begins that a place is in; a comma between quotations ends none."""
    while at > 0 and (norm[at - 1] not in marks or any(a < at <= b for a, b in quoted)):
        at -= 1
    before = norm[:at].rstrip(" ,、")
    joined = next((a for a, b in quoted if b == len(before) and norm[at - 1 : at] in _COMMAS), None)
    return at if joined is None else _back_to(norm, joined, marks, quoted)


def _on_to(norm: str, at: int, marks: frozenset[str], quoted: list[Span]) -> int:
    """Where the clause ends that a place is in."""
    while at < len(norm) and (norm[at] not in marks or any(a < at < b for a, b in quoted)):
        at += 1
    return at


def _piece(whole: Reading, text: str) -> Reading | None:
    """A piece of a message, read by itself; None where it is empty."""
    if not text.strip(" ,.;:?!。，、"):
        return None
    return _without_openings(replace(examine(text, whole.library), resolution=whole.resolution, named=whole.named))
