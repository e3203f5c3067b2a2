"""The words for several documents: lists of them, page by page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.answer.record import ListAnswer
from bot.bodies import has_address
from bot.language.named import Sense
from bot.language.normal import read
from bot.question.record import ENTRIES_A_PAGE, Among, Bound, Order
from bot.question.sets import Measure
from bot.resolution import CAST, Adoption, Outcome, Vote, is_proposal
from bot.store.summary import Summary
from bot.wording.pieces import Block, Piece, Reply, Style
from bot.wording.voice import LINK, Voice

Item = TypeVar("Item")
TITLE_LENGTH = 60
"""Characters of a title in a list."""


def list_reply(answer: ListAnswer, voice: Voice) -> Reply:
    """A page of the documents found, and how to take one of them into view; where there is one document, that."""
    if len(voice.library.summaries) == 1:
        only = voice.wording("documents.only", entry=entry(voice.library.summaries[0], voice))
        return ((Piece(only),),)
    question = answer.question
    head = _head(answer, voice)
    with_results = question.results or question.order is not Order.LATEST

    def line(number: int, each: Summary) -> tuple[str, str]:
        return f"{number}. {_listed(each, voice, with_results)}", each.symbol

    use = ((Piece(voice.wording("documents.use")),),) if answer.found else ()
    if answer.none_then:
        count = len(voice.library.summaries)
        use = ((Piece(voice.wording("none_of_all.other_time", count=count)),), *use)
    return ((Piece(head, Style.BOLD),), *paged(answer.found, line, question.page, voice), *use)


def _head(answer: ListAnswer, voice: Voice) -> str:
    """The first lines of a list: its conditions, how many it has, and what it leaves out."""
    if answer.only_votes:
        return voice.wording("documents.only_votes", count=len(voice.library.summaries))
    question = answer.question
    among = conditions(question.among, voice)
    if question.order is not Order.LATEST:
        place = voice.wording("documents.rank", rank=question.rank) if question.rank > 1 else ""
        few = voice.wording("documents.few", count=question.few) if question.few else ""
        among = voice.listed(filter(None, (among, voice.wording(f"documents.{question.order}"), place, few)))
    of = {"among": among} if among else {}
    head = voice.wording(f"documents.{_head_key(answer, among)}", count=len(answer.found), **of)
    if answer.verdict:
        head = _verdict(answer, voice) + head
    if answer.of:
        percent = voice.wording.percent(len(answer.found) / answer.of)
        head = voice.wording("documents.share", head=head, of=answer.of, percent=percent)
    if question.among.symbols and (difference := _difference(answer.found, question.order)) is not None:
        head = voice.wording("documents.difference", head=head, difference=difference)
    if answer.otherwise:
        figures = voice.wording("documents.so_many", count=answer.otherwise)
        head += "\n" + otherwise(question.among, figures, voice)
    head += _proposals(answer, voice) + doubted(answer.in_doubt, voice)
    if question.among.mentions and answer.texts < len(voice.library.summaries):
        head += "\n" + voice.wording("documents.searched", count=answer.texts)
    return head


def _proposals(answer: ListAnswer, voice: Voice) -> str:
    """The line with how many of those that were rejected are no resolutions; empty where drafts are asked about."""
    among = answer.question.among
    says = among.outcome is not Outcome.REJECTED or among.amendments or among.drafts
    count = 0 if says else sum(is_proposal(each.symbol) for each in answer.found)
    return "\n" + voice.wording("documents.proposals", count=count, recorded=len(answer.found)) if count else ""


def _head_key(answer: ListAnswer, among: str) -> str:
    """Which sentence says how many a list has: amendments are no resolutions, nor is what was rejected."""
    of = answer.question.among
    if of.amendments or of.drafts or of.outcome is Outcome.REJECTED:
        return "head_of_proposals"
    mixed = any(is_proposal(each.symbol) for each in answer.found)
    return ("head_mixed" if mixed else "head_among") if among else "head"


def doubted(count: int, voice: Voice) -> str:
    """The line with how many are left out of what is counted, since their totals are in doubt; empty where none is."""
    return "\n" + voice.wording("documents.in_doubt", count=count) if count else ""


def _verdict(answer: ListAnswer, voice: Voice) -> str:
    """Yes or no, before the head of a list."""
    question, alike = answer.question, answer.question.alike is not Measure.LIST
    key = "history." if question.every or question.ahead or alike else "documents.any_"
    # No. 2 resolutions: how many there are is on a line of its own.
    return voice.wording(f"{key}{answer.verdict}") + ("\n" if alike else voice.space)


def otherwise(among: Among, figures: str, voice: Voice) -> str:
    """The line with what would be counted without drafts and amendments, or with them, where the conditions say or do
    not say so."""
    way = "and" if among.drafts else "without" if among.amendments is None else "with"
    return voice.wording(f"documents.{way}_amendments", figures=figures)


def _difference(found: Sequence[Summary], order: Order) -> int | None:
    """By how many votes of the kind that they are sorted by the first two of some resolutions differ."""
    tallies = [each.tally for each in found[:2] if each.tally]
    if order not in _SORTED_BY or len(tallies) < 2:
        return None
    one, other = (tally.of(_SORTED_BY[order]) for tally in tallies)
    return abs(one - other)


_SORTED_BY = {
    Order.SUPPORTED: Vote.YES, Order.LEAST_SUPPORTED: Vote.YES, Order.CONTESTED: Vote.NO, Order.ABSTAINED: Vote.ABSTAIN,
    Order.LEAST_CONTESTED: Vote.NO, Order.LEAST_ABSTAINED: Vote.ABSTAIN,
}  # fmt: skip


def _listed(each: Summary, voice: Voice, with_result: bool) -> str:
    line = entry(each, voice)
    return voice.wording("documents.result", entry=line, result=result(each, voice)) if with_result else line


def result(each: Summary, voice: Voice) -> str:
    """The figures of a vote; or that there are none that can be called the result."""
    if each.tally:
        return voice.wording("documents.figures", yes=each.tally.yes, no=each.tally.no, abstain=each.tally.abstain)
    return voice.wording(
        "documents.without_a_vote" if each.adoption is Adoption.WITHOUT_A_VOTE else "documents.no_result"
    )


def entry(each: Summary, voice: Voice) -> str:
    """A resolution in a list: symbol, title, date."""
    return voice.wording(
        "documents.entry", symbol=each.symbol, title=_title(each, voice), date=voice.wording.date(each.adopted)
    )


def _title(each: Summary, voice: Voice) -> str:
    """The title of a resolution as a list has it: so many characters of it."""
    title = dict(zip(each.languages, each.titles, strict=True)).get(voice.reading, each.titles[0])
    return title if len(title) <= TITLE_LENGTH else title[:TITLE_LENGTH] + "…"


def conditions(among: Among, voice: Voice) -> str:
    """The conditions, in words."""
    said = [
        voice.listed(voice.wording.period(each) for each in among.times),
        voice.wording("documents.special") if among.special else "",
        voice.wording("documents.session", number=among.session) if among.session else "",
        voice.wording("documents.without_a_vote") if among.without_a_vote else "",
        voice.wording(f"body.{among.body.name.lower()}") if among.body else "",
        voice.wording("documents.unopposed") if among.unopposed else "",
        voice.wording("documents.put_to_the_vote") if among.put_to_the_vote else "",
        *(voice.wording(f"documents.cast_{bound.vote or 'margin'}", count=_counted(bound)) for bound in among.bounds),
        voice.wording("documents.tied") if among.tied else "",
        "" if among.unanimous is None else voice.wording(f"documents.{'' if among.unanimous else 'not_'}unanimous"),
        "" if among.amendments is None else voice.wording(f"documents.{'' if among.amendments else 'no_'}amendments"),
        voice.wording("documents.drafts") if among.drafts else "",
        voice.wording(f"documents.{among.outcome}") if among.outcome else "",
        voice.wording("documents.mentions", words=_called(among.mentions, voice)) if among.mentions else "",
        _called(among.words, voice),
        voice.wording("documents.not_on", words=_called(among.not_on, voice)) if among.not_on else "",
        _title(voice.library.catalogue.summary(among.like), voice) if among.like else "",
        *(voice.wording("history.vote", state=voice.name(c), vote=votes_named(v, voice)) for c, v in among.voted),
        _apart(among.apart, voice) if among.apart else "",
        _of_group(*among.group, voice) if among.group else "",
        voice.wording("documents.latest", count=among.latest) if among.latest else "",
        voice.wording("documents.less", count=len(among.less)) if among.less else "",
    ]
    return voice.listed(filter(None, said))


def _called(words: str, voice: Voice) -> str:
    """What resolutions are on: a state by its name in the language of the reply, other words as they are compared."""
    text = read(words)
    named = [m for m in voice.library.names.find(text) if (m.start, m.end) == (0, len(text.norm))] if words else []
    of_one = named and named[0].named.sense is Sense.STATE and not named[0].guessed
    return voice.name(named[0].named.codes[0]) if of_one else words


def _apart(states: tuple[str, str], voice: Voice) -> str:
    """That two states did not vote the same."""
    return voice.wording("documents.apart", states=voice.listed(voice.name(code) for code in states))


def _of_group(group: str, votes: frozenset[Vote], voice: Voice) -> str:
    """That most members of a group voted so."""
    most = voice.wording("history.majority_of", group=voice.group(group))
    return voice.wording("history.vote", state=most, vote=votes_named(votes, voice))


def votes_named(votes: frozenset[Vote], voice: Voice) -> str:
    """Votes, in the order of a record."""
    return voice.listed(voice.wording(f"vote.{v}") for v in (*CAST, Vote.NOT_VOTING, Vote.ABSENT) if v in votes)


def _counted(bound: Bound) -> str:
    """How many votes there are to be, in figures and signs."""
    if bound.most is None:
        return f"≥ {bound.least}"
    if bound.least == bound.most:
        return str(bound.least)
    return f"{bound.least}–{bound.most}" if bound.least else f"≤ {bound.most}"


def paged(
    rows: Sequence[Item], line: Callable[[int, Item], tuple[str, str]], page: int, voice: Voice
) -> tuple[Block, ...]:
    """One page of a list, and which it is where there are several.

    line: of the number of a row, counted from 1, and the row: its line, and the symbol of its source, empty for none.
    """
    pages = max(1, -(-len(rows) // ENTRIES_A_PAGE))
    page = min(page, pages - 1)
    block: list[Piece] = []
    for at, row in enumerate(rows[page * ENTRIES_A_PAGE : (page + 1) * ENTRIES_A_PAGE]):
        said, symbol = line(page * ENTRIES_A_PAGE + at + 1, row)
        block.append(Piece(("\n" if at else "") + said + (" " if symbol else "")))
        block += [Piece(LINK.format(symbol=symbol), Style.LINK)] if symbol and has_address(symbol) else []
    blocks: tuple[Block, ...] = (tuple(block),) if block else ()
    return (*blocks, (Piece(voice.wording("documents.page", page=page + 1, pages=pages)),)) if pages > 1 else blocks
