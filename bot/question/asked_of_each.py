"""Questions of all resolutions one after another, each of states of its own: 美国在哪些决议上弃权？中国呢又在哪些？"""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.normal import signs_in
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import chosen
from bot.question.conditions import states_on
from bot.question.division import ENDS, between
from bot.question.examine import examine
from bot.question.frame import frame_of
from bot.question.kinds import question_of
from bot.question.model import Fact, FactQuestion, OfDocument, Question, Several
from bot.question.reading import LITTLE, Reading
from bot.question.record import Among, Comparison, HistoryQuestion, ListQuestion, OfAmong
from bot.resolution import Span

MOST_ASKED = 4
"""How many such questions of one message are answered one by one."""
_ASKERS = (Cue.HOW_MANY, Cue.TIMES, Cue.WHICH_OF, Cue.SHARE)
"""Words that ask something of all resolutions."""


def asked_of_each(whole: Question, r: Reading) -> Several | None:
    """The questions of the clauses of a message, where each names states of its own and has a word that asks: how many
    did Nepal abstain on, and how many did India? What one leaves open it has of the one before: its vote, its time.
    None where they do not, so that what is asked is asked of all the states together."""
    if not isinstance(whole, HistoryQuestion) or whole.comparison is not Comparison.NONE or len(r.states) < 2:
        return None
    clauses = list(between(r.text.cased, _ends(r)))
    reads = [examine(clause, r.library) for clause in clauses]
    asks_each = all(each.states and each.has(*_ASKERS) for each in reads)
    if not 1 < len(reads) <= MOST_ASKED or not asks_each:
        return None
    questions: list[HistoryQuestion] = []
    for each in reads:
        asked = _asked(each, questions[-1] if questions else None)
        if asked is None or asked in questions:
            return None
        questions.append(asked)
    return Several(tuple(questions))


def each_time(whole: Question, r: Reading) -> Several | None:
    """The same of each time, where each stands in a clause that asks: who opposed most in 2022, and who in 2023? None
    where it is asked of them together."""
    if not isinstance(whole, OfAmong) or len(whole.among.times) < _TWO:
        return None
    reads = [examine(clause, r.library) for clause in between(r.text.cased, _ends(r))]
    periods = [times.periods(each) for each in reads]
    asks_each = all(each.has(Cue.WHO, *_ASKERS) for each in reads)
    if tuple(p for each in periods for p in each) != whole.among.times or not asks_each or len(reads) < _TWO:
        return None
    return Several(tuple(replace(whole, among=replace(whole.among, times=each)) for each in periods))


_TWO = 2


def and_when(whole: Question, r: Reading) -> Several | None:
    """How often states voted so, and when last, or first: 投了几次反对票，最近一次是哪天; the number, and the day of
    that one. None where no clause asks that."""
    if not isinstance(whole, (HistoryQuestion, ListQuestion)) or not r.has(Cue.TIMES, Cue.HOW_MANY, Cue.DOCUMENTS):
        return None
    *before, last = between(r.text.cased, _ends(r))
    which = examine(last, r.library)
    first = which.has(Cue.EARLIEST, Cue.FIRST_ONE)
    asks = which.tells(Shape.ASKS_WHEN, Shape.WHICH_OF_THEM) and (first or which.tells(Shape.LATEST))
    says_more = which.mentions or which.votes or which.documents or times.dated(which) or which.left > LITTLE
    if not (before and asks) or says_more:
        return None
    question = question_of(frame_of(examine(",".join(before), r.library)))
    found = chosen(among, r.library) if (among := _counted(question)) else ()
    if not found:
        return None
    symbol = r.library.summaries[found[-1 if first else 0]].symbol
    return Several((question, OfDocument(symbol, FactQuestion((Fact.ADOPTED,)))))


def _counted(question: Question) -> Among | None:
    """Which resolutions a question lists; None where that is not one condition of each by itself, as where states are
    compared."""
    if isinstance(question, ListQuestion):
        return question.among
    if not isinstance(question, HistoryQuestion) or not question.votes or question.each or question.alone:
        return None
    voted = (*question.among.voted, *((code, question.votes) for code in question.states))
    return replace(question.among, voted=voted) if question.comparison is Comparison.NONE else None


def _asked(r: Reading, before: HistoryQuestion | None) -> HistoryQuestion | None:
    """What a clause asks, behind another one; None where it asks nothing of the record."""
    asked = question_of(frame_of(r))
    on_it = before is not None and bool(before.among.words) and len(states_on(r)) == len(r.states)
    if not on_it and isinstance(asked, HistoryQuestion) and (r.votes or before is None or not before.votes):
        return replace(asked, among=_filled(asked.among, before.among)) if before else asked
    if before is None or r.left > LITTLE:
        return None
    if on_it:
        # And which on Belarus? What that is on, no voter.
        on = states_on(r)
        topic = r.text.norm[on[0].start : on[0].end]
        return replace(before, among=replace(_filled(Among(), before.among), words=topic)) if len(on) == 1 else None
    # And on how many did India? On how many was India against?
    return replace(before, states=r.states, each=(), votes=r.votes or before.votes)


def _filled(among: Among, before: Among) -> Among:
    """The conditions of a clause with those of the one before of which it says nothing."""
    return replace(among, times=among.times or before.times, body=among.body or before.body)


def _ends(r: Reading) -> list[Span]:
    """Where a clause ends, or another question begins: … y en cuántas India."""
    asks = [start for start, _ in r.shapes.get(Shape.AND_ASKS, ()) if start]
    askers = {start for start, _ in r.spans_of(*_ASKERS)}
    asks += [a for a, b in r.cues.get(Cue.JOIN, ()) if a and r.skipped(b, (Cue.VOTING,)) in askers]
    return [*signs_in(r.text.norm, ",:"), *(m.span() for m in ENDS.finditer(r.text.norm)), *((at, at) for at in asks)]
