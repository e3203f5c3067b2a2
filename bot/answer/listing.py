"""Which resolutions there are, and which an answer lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer.doubtful import in_doubt
from bot.answer.model import Answer, ClarifyAnswer, SeveralAnswer
from bot.answer.record import BetweenAnswer, GroupHistoryAnswer, GroupRow, HistoryAnswer, HistoryRow, ListAnswer
from bot.answer.subject import subject_answer
from bot.corpus.library import Library
from bot.corpus.near_titles import NEAR, likeness
from bot.language.normal import normal
from bot.question.among import chosen, listed, ordered, rank
from bot.question.documents import DOCUMENTS_OFFERED
from bot.question.model import ClarifyQuestion, SubjectQuestion, Unclear
from bot.question.reading import weight
from bot.question.record import ENTRIES_A_PAGE, Among, ListQuestion, Order
from bot.resolution import Outcome
from bot.store.summary import Summary


def list_answer(question: ListQuestion, library: Library) -> Answer:
    """The resolutions that meet the conditions; where a paragraph of one alone has the words that are sought, that."""
    found, words = tuple(listed(question, library)), question.among.mentions
    titled = any(normal(words) in normal(title) for each in found[:1] for title in each.titles)
    if words and len(found) == 1 and found[0].paragraphs and not (titled or question.listed):
        only = library.get(found[0].symbol)
        return (
            subject_answer(SubjectQuestion(words, in_document=True), only, library)
            if only
            else ListAnswer(question, found)
        )
    near = () if found or question.every else _near(question.among, library)
    counted = _of_an_outcome if question.every else _with_result
    return (
        ClarifyAnswer(None, ClarifyQuestion(Unclear.WHICH_DOCUMENT, symbols=near))
        if near
        else ListAnswer(
            question,
            found,
            counted(question.among, library) if question.share else 0,
            not found and nothing_then(question.among, library),
            in_doubt(question.among, library, sorts=question.order not in (Order.LATEST, Order.EARLIEST)),
            _otherwise(question, library) if found or question.among.drafts else 0,
            sum(each.paragraphs > 0 for each in library.summaries) if words else 0,
        )
    )


def drafts_otherwise(among: Among) -> Among | None:
    """The conditions without drafts and amendments, where they do not say so; with them, where these are left out, or
    drafts alone are meant. None where it is amendments that are meant, or what is sought is but the latest."""
    if among.drafts:
        return replace(among, drafts=False)
    if among.amendments or among.latest or among.outcome is Outcome.REJECTED or among.symbols:
        return None
    return replace(among, amendments=None if among.amendments is False else False)


def proposals_in(places: Sequence[int], among: Among, library: Library) -> int:
    """How many at some places are drafts and amendments, where the conditions do not say of which it is asked."""
    says = among.amendments is not None or among.drafts or among.outcome is Outcome.REJECTED
    return 0 if says else int(library.catalogue.columns.proposal[list(places)].sum())


def _otherwise(question: ListQuestion, library: Library) -> int:
    """How many resolutions a list would have that treats drafts and amendments otherwise; 0 where it has as many."""
    otherwise = None if question.few else drafts_otherwise(question.among)
    count = len(ordered(chosen(otherwise, library), question.order, library)) if otherwise else 0
    return 0 if count == len(ordered(chosen(question.among, library), question.order, library)) else count


def nothing_then(among: Among, library: Library) -> bool:
    """Whether there is nothing at all here of the time and the body that are asked about."""
    return bool(among.times) and not chosen(Among(among.times, among.body), library)


def _of_an_outcome(among: Among, library: Library) -> int:
    """How many of the resolutions of these conditions are known to have been adopted or rejected."""
    known = (Outcome.ADOPTED, Outcome.REJECTED)
    return sum(len(chosen(replace(among, outcome=outcome), library)) for outcome in known)


def _with_result(among: Among, library: Library) -> int:
    """How many of the resolutions of these conditions, whatever they came to, have a result."""
    whole = replace(among, bounds=(), tied=False, unopposed=False, unanimous=None, outcome=None, put_to_the_vote=False)
    return sum(library.summaries[at].tally is not None for at in chosen(whole, library))


def _near(among: Among, library: Library) -> tuple[str, ...]:
    """The symbols of the few resolutions whose titles come near to a subject that none is surely on, the last one
    adopted first; of a piece of a symbol, none."""
    words = among.mentions or among.words
    of_symbol = library.catalogue.with_parts(words) is not None
    if not words or of_symbol or len(library.summaries) == 1:
        return ()
    of = chosen(replace(among, words="", mentions=""), library)
    near = library.titles.ranked(words, frozenset(of))
    places = {at for x in near if likeness(x.found, weight(words)) >= NEAR for at in x.places}
    return tuple(library.summaries[at].symbol for at in of if at in places)[:DOCUMENTS_OFFERED]


_MOST_PAGES = 5
"""Of how many pages of a list it is remembered which resolutions they show."""


def listed_symbols(given: Answer) -> tuple[str, ...]:
    """The symbols of the resolutions that an answer lists, from its first page to the one that is shown."""
    match given:
        case ListAnswer():
            rows: Sequence[Summary | HistoryRow | GroupRow] = given.found
        case BetweenAnswer():
            return tuple(each.symbol for each in given.of)
        case HistoryAnswer() | GroupHistoryAnswer():
            rows = given.rows
        case SeveralAnswer():
            # One question of each of several documents.
            return tuple(dict.fromkeys(x.resolution.symbol for x in given.answers if x.resolution))
        case _:
            return ()
    shown = rows[: ENTRIES_A_PAGE * min(given.question.page + 1, _MOST_PAGES)]
    return tuple(each.symbol if isinstance(each, Summary) else each.summary.symbol for each in shown)


def picked_out(given: Answer) -> str:
    """The symbol of the resolution that a list is about in the end, and that is spoken of next: the only one, or the
    first by what is asked for, the latest, the most votes against or the narrowest; empty where there is none, or two
    are first."""
    symbols = listed_symbols(given)
    if len(symbols) == 1 or not isinstance(given, (ListAnswer, HistoryAnswer)):
        return symbols[0] if len(symbols) == 1 else ""
    if isinstance(given, ListAnswer) and given.question.newest:
        return symbols[0] if symbols else ""
    order, sorts = given.question.order, isinstance(given, ListAnswer) and given.question.sorts
    if sorts or order in (Order.LATEST, Order.EARLIEST):
        return ""
    rows: Sequence[Summary | HistoryRow] = given.found if isinstance(given, ListAnswer) else given.rows
    ranks = [rank(each if isinstance(each, Summary) else each.summary, order) for each in rows[:2]]
    return symbols[0] if len(set(ranks)) > 1 else ""
