"""Which resolutions there are."""

from __future__ import annotations

from dataclasses import replace

from bot.answer.model import Answer, ClarifyAnswer
from bot.answer.record import ListAnswer
from bot.answer.subject import subject_answer
from bot.corpus.library import Library
from bot.corpus.titles import NEAR, likeness
from bot.language.normal import normal
from bot.question.among import chosen, listed
from bot.question.documents import DOCUMENTS_OFFERED
from bot.question.model import ClarifyQuestion, SubjectQuestion, Unclear
from bot.question.reading import weight
from bot.question.record import Among, ListQuestion, Order


def list_answer(question: ListQuestion, library: Library) -> Answer:
    """The resolutions that meet the conditions; where a paragraph of one alone has the words that are sought, that."""
    found, words = tuple(listed(question, library)), question.among.mentions
    titled = any(normal(words) in normal(title) for each in found[:1] for title in each.titles)
    if words and len(found) == 1 and found[0].paragraphs and not titled:
        only = library.get(found[0].symbol)
        return (
            subject_answer(SubjectQuestion(words, in_document=True), only, library)
            if only
            else ListAnswer(question, found)
        )
    near = () if found else _near(question.among, library)
    return (
        ClarifyAnswer(None, ClarifyQuestion(Unclear.WHICH_DOCUMENT, symbols=near))
        if near
        else ListAnswer(
            question,
            found,
            _with_result(question.among, library) if question.share else 0,
            not found and nothing_then(question.among, library),
            _in_doubt(question, library),
        )
    )


def nothing_then(among: Among, library: Library) -> bool:
    """Whether there is nothing at all here of the time and the body that are asked about."""
    return bool(among.times) and not chosen(Among(among.times, among.body), library)


def _in_doubt(question: ListQuestion, library: Library) -> int:
    """How many resolutions a list leaves out since their published totals are in doubt; 0 where no result matters."""
    among = question.among
    whole = replace(among, bounds=(), tied=False, unopposed=False, unanimous=None, outcome=None, latest=0)
    sorts = question.order not in (Order.LATEST, Order.EARLIEST)
    if among.symbols or not (sorts or (replace(whole, latest=among.latest) != among)):
        return 0
    return sum(library.summaries[at].tally is None for at in chosen(whole, library, recorded=True))


def _with_result(among: Among, library: Library) -> int:
    """How many of the resolutions of that time, body and subject have a result."""
    whole = Among(among.times, among.body, among.words, mentions=among.mentions, amendments=among.amendments)
    return sum(library.summaries[at].tally is not None for at in chosen(whole, library))


def _near(among: Among, library: Library) -> tuple[str, ...]:
    """The symbols of the few resolutions whose titles come near to a subject that none is surely on, the last one
    adopted first."""
    words = among.mentions or among.words
    if not words or len(library.summaries) == 1:
        return ()
    of = chosen(replace(among, words="", mentions=""), library)
    near = library.titles.ranked(words, frozenset(of))
    places = {at for x in near if likeness(x.found, weight(words)) >= NEAR for at in x.places}
    return tuple(library.summaries[at].symbol for at in of if at in places)[:DOCUMENTS_OFFERED]
