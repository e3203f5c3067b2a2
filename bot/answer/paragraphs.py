"""The paragraphs that a question names: one evaluator for every expression of bot/question/where."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from bot.answer.kind import Verdict
from bot.answer.model import Answer, ClarifyAnswer, NoneAnswer, OfferAnswer, ParagraphAnswer
from bot.answer.subject import nearest, subject_answer
from bot.corpus.library import Library
from bot.corpus.requests import asked
from bot.language.normal import normal, whole
from bot.language.phrases import Phrases, is_letter, stands_alone
from bot.language.selection import Selection
from bot.question.model import (
    ClarifyQuestion,
    ParagraphQuestion,
    Refusal,
    Refused,
    SubjectQuestion,
    Told,
    Unclear,
)
from bot.question.where import (
    AddressedTo,
    BeginningWith,
    BesideOf,
    Both,
    ByNumber,
    CitingNote,
    Mentioning,
    OnSubject,
    ShownBefore,
    Together,
    Where,
    Without,
    inner,
)
from bot.resolution import Paragraph, Part, Resolution, leave_out

MOST_SHOWN: Final = 20
"""How many paragraphs asked for by number are shown in one reply."""
OPENS: Final = 8
"""Characters within which the verb stands that a paragraph opens with: 再次请, Also reiterates its call."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What an expression means in a resolution."""

    paragraphs: tuple[Paragraph, ...] = ()
    missing: tuple[Selection, ...] = ()
    """Numbers that it names and that are not there."""
    words: tuple[str, ...] = ()
    """The words that it seeks, as they stand there, as often as they do."""


def paragraphs_answer(question: ParagraphQuestion, resolution: Resolution, library: Library) -> Answer:
    """The paragraphs that are meant, and which of the numbers are not there."""
    where, found = question.where, evaluate(question.where, resolution, library)
    if words := _not_found(where, resolution, library):
        return ClarifyAnswer(resolution, ClarifyQuestion(Unclear.PART, part=words))
    if isinstance(where, Both) and isinstance(where.of[0], OnSubject):
        return _sought_among(where.of[0], where.of[1], resolution, library)
    if not found.paragraphs and not found.missing:
        in_other_words = question.told is Told.LIST
        if isinstance(where, Mentioning) and (in_other_words or not _may_say_none(where.words, resolution)):
            sought = subject_answer(SubjectQuestion(where.words, in_document=True), resolution, library)
            if isinstance(sought, ParagraphAnswer | NoneAnswer | OfferAnswer):
                return replace(sought, about=where.words)
            return sought
        return NoneAnswer(resolution, Refusal(Refused.NOT_FOUND), question=question)
    told = question.told in (Told.LIST, Told.COUNT)
    return ParagraphAnswer(
        resolution,
        found.paragraphs[:MOST_SHOWN],
        found.missing,
        left_out=max(0, len(found.paragraphs) - MOST_SHOWN),
        question=question,
        counted=found.words,
        in_agenda_item=told and isinstance(where, Mentioning) and _in_agenda(where, resolution, library),
        verdict=_verdict(found) if question.asks else None,
    )


def _verdict(found: _Found) -> Verdict | None:
    return None if found.paragraphs and found.missing else Verdict.of(bool(found.paragraphs))


def _sought_among(sought: OnSubject, among: Where, resolution: Resolution, library: Library) -> Answer:
    """The one on a subject of some paragraphs."""
    ids = {p.id for p in evaluate(among, resolution, library).paragraphs}
    others = tuple(p.id for p in resolution.paragraphs if p.id not in ids)
    answer = subject_answer(SubjectQuestion(sought.words, in_document=True, beyond=others), resolution, library)
    # Who asks which of these it is knows that one is.
    return OfferAnswer(resolution, answer.offered) if isinstance(answer, NoneAnswer) and answer.offered else answer


def _not_found(where: Where, resolution: Resolution, library: Library) -> str:
    """The words of what is left out by them and is not found, so that nothing would be, or by which none could be found
    to begin; empty where there are none."""
    if isinstance(where, BeginningWith):
        return next((word for word in where.words if not _may_open(word, resolution, library)), "")
    if not isinstance(where, Without):
        return next((words for x in inner(where) if (words := _nowhere(x, resolution, library))), "")
    match where.left_out:
        case OnSubject(words):
            kept = evaluate(where.whole, resolution, library)
            return "" if _left_out(where.left_out, kept, resolution, library) else words
        case Mentioning(words) if not _may_say_none(words, resolution):
            return "" if evaluate(where.left_out, resolution, library).paragraphs else words
        case BeginningWith():
            return _not_found(where.left_out, resolution, library) or _not_found(where.whole, resolution, library)
    return _not_found(where.whole, resolution, library)


def _nowhere(where: Where, resolution: Resolution, library: Library) -> str:
    """The same of one of several things that are said of paragraphs: a word of another language that is not found."""
    if not isinstance(where, Mentioning) or _may_say_none(where.words, resolution):
        return _not_found(where, resolution, library)
    return "" if evaluate(where, resolution, library).paragraphs else where.words


def evaluate(where: Where, resolution: Resolution, library: Library) -> _Found:
    """The paragraphs that an expression means, each once; ShownBefore means none: its reader knows what was shown."""
    match where:
        case ByNumber(selections):
            return _by_number(selections, resolution, library)
        case Together(of):
            return _joined([evaluate(x, resolution, library) for x in of])
        case Without(kept, left_out):
            found = evaluate(kept, resolution, library)
            gone = _left_out(left_out, found, resolution, library)
            return _Found(tuple(p for p in found.paragraphs if p.id not in gone), found.missing)
        case Both(of):
            sets = [{p.id for p in evaluate(x, resolution, library).paragraphs} for x in of]
            return _Found(tuple(p for p in resolution.paragraphs if all(p.id in ids for ids in sets)))
        case BesideOf(of, step, leap):
            found = evaluate(of, resolution, library)
            beside = _joined([_beside(found, n, resolution) for n in ((step,) if leap else _up_to(step))])
            return replace(beside, missing=beside.missing[:1])
        case OnSubject(words, part):
            answer = subject_answer(SubjectQuestion(words, in_document=True, part=part), resolution, library)
            return _Found(answer.paragraphs[:1] if isinstance(answer, ParagraphAnswer) else ())
        case Mentioning():
            return _mentioning(where, resolution, library)
        case ShownBefore():
            return _Found()
    return _Found(tuple(filter(_test(where, resolution, library), _addressed_first(where, resolution, library))))


def _left_out(where: Where, of: _Found, resolution: Resolution, library: Library) -> frozenset[str]:
    """The ids of what is left out of some paragraphs: of a subject, the one of these that is most on it."""
    if not isinstance(where, OnSubject):
        return frozenset(p.id for p in evaluate(where, resolution, library).paragraphs)
    ids = {p.id for p in of.paragraphs}
    others = tuple(p.id for p in resolution.paragraphs if p.id not in ids)
    question = SubjectQuestion(where.words, in_document=True, beyond=others)
    return frozenset(p.id for p in nearest(subject_answer(question, resolution, library))[:1])


def _test(
    where: BeginningWith | CitingNote | AddressedTo, resolution: Resolution, library: Library
) -> Callable[[Paragraph], bool]:
    """Whether a paragraph is of those that an expression describes."""
    match where:
        case BeginningWith(words, part, any_form):
            openings = [normal(term) for word in words for term in _openings(word, resolution, library)]
            begins = _soon if any_form else _begins
            return lambda p: part in (None, p.part) and any(begins(_said(p, resolution, library), o) for o in openings)
        case CitingNote(mark):
            return lambda p: bool(p.marks) and (not mark or mark in {normal(m) for m in p.marks})
        case AddressedTo(addressee):
            return lambda p: addressee in {who for _, who in asked(p.text, resolution.language, library.addressed)}


def _openings(word: str, resolution: Resolution, library: Library) -> tuple[str, ...]:
    """What stands for a first word: itself in its own script, 确认 is not 认识到; in another, what means the same."""
    own = _is_unspaced(word) == (resolution.language == "zh")
    return (word,) if own else (*library.terms.standing_for(word), *library.first_words.standing_for(word)[1:])


def _may_open(word: str, resolution: Resolution, library: Library) -> bool:
    """Whether it can be told of a first word whether a clause opens with it: by itself, or by what means the same in
    the language of a text."""
    texts = library.texts.get(resolution.symbol, {resolution.language: resolution}).values()
    chinese = [text.language == "zh" for text in texts]
    return any(_is_unspaced(term) in chinese for term in _openings(word, resolution, library))


def _addressed_first(where: Where, resolution: Resolution, library: Library) -> Iterable[Paragraph]:
    """The paragraphs in their order; those that open with what they ask of somebody before those that go on to it."""
    if not isinstance(where, AddressedTo):
        return resolution.paragraphs

    def later(p: Paragraph) -> bool:
        places = [at for at, who in asked(p.text, resolution.language, library.addressed) if who == where.addressee]
        return not places or min(places) > OPENS

    return sorted(resolution.operative, key=later)


def _said(paragraph: Paragraph, resolution: Resolution, library: Library) -> list[str]:
    """A paragraph in every language that there is a text in, in normal form."""
    texts = library.texts.get(resolution.symbol, {resolution.language: resolution})
    return [whole(text.paragraph(paragraph.id).text) for text in texts.values()]


def _begins(said: list[str], opening: str) -> bool:
    return any(text.startswith(opening) and stands_alone(text, 0, len(opening)) for text in said)


def _soon(said: list[str], opening: str) -> bool:
    """Whether one of some texts opens with a word in some form: 请, 又请, 再次请."""
    return any(0 <= text.find(opening) <= OPENS for text in said)


# --- by number -----------------------------------------------------------------------------


def _by_number(selections: tuple[Selection, ...], resolution: Resolution, library: Library) -> _Found:
    found: dict[str, Paragraph] = {}
    missing = []
    for selection in selections:
        chosen = _chosen(selection, resolution, library)
        if chosen is None:
            missing.append(selection)
            chosen = _existing(selection, resolution) or _in_annex_alone(selection, resolution)
        found |= {p.id: p for p in chosen}
    return _Found(tuple(found.values()), tuple(missing))


def _in_annex_alone(selection: Selection, resolution: Resolution) -> list[Paragraph]:
    """The paragraphs of annexes with a number that is none of the text itself, and of which no part is said."""
    one = selection.first == selection.last > 0 and not (selection.part or selection.section or selection.piece)
    return [p for p in resolution.part(Part.ANNEX) if p.number == selection.first] if one else []


def _counted(selection: Selection, resolution: Resolution) -> tuple[Paragraph, ...]:
    """The paragraphs that a selection counts: those of a part, of one annex, or of one chapter."""
    paragraphs = resolution.part(selection.part or Part.OPERATIVE)
    if selection.section:
        holders = {f"{p.part}{label}." for p in paragraphs for label in _labels(selection.section)}
        return tuple(p for p in paragraphs if p.id[: p.id.find(".") + 1] in holders)
    return tuple(p for p in paragraphs if p.annex == selection.annex) if selection.annex else paragraphs


def _labels(section: str) -> set[str]:
    """How a chapter's label may be printed: 第一部分 is A, I or 1."""
    if not section.isdecimal():
        return {section.upper()}
    number = int(section)
    letter = {chr(ord("A") + number - 1)} if 1 <= number <= 26 else set()
    return {section, *letter, *(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")[number - 1 : number])}


def _by_print(selection: Selection, paragraphs: tuple[Paragraph, ...]) -> bool:
    """Whether a selection names numbers as they are printed, among paragraphs whose numbers leave some out."""
    by_place = selection.counted or selection.middle or selection.first < 1
    every = (selection.first, selection.last) == (1, -1)
    return not by_place and not every and leave_out(paragraphs)


def _chosen(selection: Selection, resolution: Resolution, library: Library) -> list[Paragraph] | None:
    """The paragraphs a selection means; None where one of its ends does not exist."""
    selection = _of_one_annex(selection, resolution)
    paragraphs = _counted(selection, resolution)
    if selection.piece:
        one = next((p for p in paragraphs if p.number == selection.first), None)
        piece = library.piece(resolution, one, selection.piece) if one else None
        return [piece] if piece else None
    if selection.part is Part.ANNEX and 0 < selection.first <= selection.last:
        # What introduces the numbered paragraphs of an annex has the number 0.
        numbers = {p.number for p in paragraphs}
        there = {selection.first, selection.last} <= numbers
        return [p for p in paragraphs if selection.first <= p.number <= selection.last] if there else None
    if _by_print(selection, paragraphs):
        return _printed(selection, paragraphs)
    first = selection.first if selection.first >= 0 else len(paragraphs) + 1 + selection.first
    last = selection.last if selection.last >= 0 else len(paragraphs) + 1 + selection.last
    if not 1 <= first <= last <= len(paragraphs):
        return None
    run = list(paragraphs[first - 1 : last])
    return run[(len(run) - 1) // 2 : len(run) // 2 + 1] if selection.middle else run


def _printed(selection: Selection, paragraphs: tuple[Paragraph, ...]) -> list[Paragraph] | None:
    """The paragraphs with the numbers of a selection, where these leave some out; None where one of its ends does not
    exist. From so many on, or up to the last, are those that there are."""
    numbers = {p.number for p in paragraphs}
    last = selection.last if selection.last > 0 else paragraphs[selection.last].number
    run = [p for p in paragraphs if selection.first <= p.number <= last]
    there = last in numbers and (selection.first in numbers or selection.last < 0)
    return run if there and run else None


def _of_one_annex(selection: Selection, resolution: Resolution) -> Selection:
    """The selection; of annex 3 where there is only one, the third paragraph of it."""
    whole = selection.part is Part.ANNEX and (selection.first, selection.last) == (1, -1)
    if not whole or len(resolution.annexes) != 1 or selection.annex < 2:
        return selection
    return replace(selection, first=selection.annex, last=selection.annex, annex=1)


def _existing(selection: Selection, resolution: Resolution) -> list[Paragraph]:
    """What there is of a range that goes past the end: 第19到25段 has 19 and 20."""
    paragraphs = _counted(selection, resolution)
    if selection.first < 1 or selection.first == selection.last:
        return []
    if _by_print(selection, paragraphs):
        last = selection.last if selection.last > 0 else paragraphs[-1].number
        return [p for p in paragraphs if selection.first <= p.number <= last]
    return list(paragraphs[selection.first - 1 :])


def _joined(parts: list[_Found]) -> _Found:
    """All of several, in the order named, each once."""
    joined = {p.id: p for found in parts for p in found.paragraphs}
    return _Found(tuple(joined.values()), tuple(dict.fromkeys(m for found in parts for m in found.missing)))


def _up_to(step: int) -> range:
    """The steps to all that are at most so far away, in the order of the text."""
    return range(1, step + 1) if step > 0 else range(step, 0)


def _beside(found: _Found, step: int, resolution: Resolution) -> _Found:
    """The paragraph so many after the last (before the first) of some; over the border of parts, not over an end."""
    if not found.paragraphs:
        return found
    order = [p.id for p in resolution.paragraphs]
    start = found.paragraphs[-1 if step > 0 else 0]
    at = order.index(start.id.removesuffix(start.piece)) + step
    if 0 <= at < len(order):
        return _Found((resolution.paragraphs[at],))
    number = start.number + step if step > 0 else 0
    return _Found(missing=(Selection(number, number, start.part, start.annex),))


# --- by a word -----------------------------------------------------------------------------


def _patterns(where: Mentioning, resolution: Resolution, library: Library) -> Phrases[str]:
    """What is counted: the words themselves and what they are a synonym of, each place once, the longest there; of
    words in quotation marks themselves alone, where the text is in their script."""
    own = _is_unspaced(where.words) == (resolution.language == "zh")
    terms = (where.words,) if where.exact and own else library.terms.standing_for(where.words)
    return Phrases((term if _is_unspaced(term) else f"{term}*", term) for term in terms)


def _as_written(term: str, text: str) -> bool:
    """Whether a term that is all capitals stands so: WHO is not who."""
    return not term.isupper() or _is_unspaced(term) or term in text


def _is_unspaced(term: str) -> bool:
    return not any(map(is_letter, normal(term)))


def _mentioning(where: Mentioning, resolution: Resolution, library: Library) -> _Found:
    """Counted in the first text of the resolution that has the words, the main one before others."""
    patterns = _patterns(where, resolution, library)
    texts = library.texts.get(resolution.symbol, {resolution.language: resolution}).values()
    for text in (resolution, *(t for t in texts if t is not resolution)):
        sought = (p for p in text.paragraphs if where.part in (None, p.part))
        found = {p.id: [t for _, _, t in patterns.longest(whole(p.text)) if _as_written(t, p.text)] for p in sought}
        if any(found.values()):
            words = tuple(term for of in found.values() for term in of)
            return _Found(tuple(p for p in resolution.paragraphs if found.get(p.id)), words=words)
    return _Found()


def _in_agenda(where: Mentioning, resolution: Resolution, library: Library) -> bool:
    """Whether the words stand in the title of the agenda item."""
    item = resolution.agenda_item
    return (
        item is not None
        and item.title is not None
        and any(True for _ in _patterns(where, resolution, library).longest(whole(item.title.text)))
    )


def _may_say_none(words: str, resolution: Resolution) -> bool:
    """Whether words that stand nowhere are not mentioned: nobody can say it of those in another language."""
    return resolution.language == "zh" and _is_unspaced(words)
