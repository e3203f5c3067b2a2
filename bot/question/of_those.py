"""What is asked of each of the resolutions that were listed or counted: did China always oppose them?, and the rest?"""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import chosen
from bot.question.conditions import conditions, states_on
from bot.question.conversation import Conversation
from bot.question.each import measure_of_all
from bot.question.frame import frame_of
from bot.question.history import of_resolutions
from bot.question.model import ClarifyQuestion, Question
from bot.question.reading import LITTLE, Reading
from bot.question.record import (
    Among,
    Bound,
    Comparison,
    GroupHistoryQuestion,
    HistoryQuestion,
    ListQuestion,
    OfAmong,
    Order,
    PagedQuestion,
    PartsQuestion,
    ThroughoutQuestion,
)
from bot.question.sets import Measure
from bot.resolution import CAST


def says_which(r: Reading) -> bool:
    """Whether a message says by itself which resolutions it asks of: by a body, a day, a document, or all of them."""
    # Each time, 每次都: of those that were listed.
    every = apart_from(r.spans_of(Cue.ALL_DOCUMENTS), r.spans_of(Cue.ALWAYS))
    all_of = bool(every) or r.has(Cue.DOCUMENTS) or r.tells(Shape.RESOLUTION)
    return bool(r.bodies or times.dated(r) or r.documents or r.named or all_of)


def listed_before(r: Reading, conversation: Conversation) -> PagedQuestion | None:
    """The question in whose answer the resolution in view was listed, where one of that list was asked about since."""
    if not r.resolution or r.named or r.resolution.symbol not in conversation.listed:
        return None
    return next((t.question for t in reversed(conversation.turns) if isinstance(t.question, PagedQuestion)), None)


def only_which(r: Reading, last: PagedQuestion) -> PagedQuestion | None:
    """On which resolutions?, sur lesquelles: those that were counted, from the first; None where it says more."""
    asks = r.tells(Shape.WHICH_RESOLUTIONS, Shape.WHICH_OF_THEM)
    # 哪几份 asks for no number.
    counts = apart_from(r.spans_of(Cue.HOW_MANY), r.spans_of(Shape.WHICH_RESOLUTIONS))
    says_more = r.mentions or r.left or r.named or r.documents or counts or conditions(r) != Among()
    if not asks or says_more or r.cues.keys() - _WHICH - {Cue.HOW_MANY}:
        return None
    if isinstance(last, ThroughoutQuestion) and last.alone:
        # Who was the only one against?, and on which: those with one vote against.
        bounds = (*last.among.bounds, *(Bound(vote, 1, 1) for vote in last.votes))
        return ListQuestion(replace(last.among, bounds=bounds), results=True)
    return replace(last, page=0)


_WHICH = {
    Cue.WHO, Cue.WHICH_OF, Cue.WHICH_ONES, Cue.LIST, Cue.THERE_IS, Cue.WHERE, Cue.TO_DO, Cue.ON_SUBJECT, Cue.DOCUMENTS,
    Cue.VOTING, Cue.FILLER, Cue.OF_THOSE, Cue.MEMBERS, Cue.QUESTION, Cue.BEING, Cue.AND_THEN, Cue.AMONG, Cue.JOIN,
    Cue.WHO_VOTES,
}  # fmt: skip
"""What a question that only asks on which ones is made of."""


def of_each(r: Reading, last: PagedQuestion) -> Question | None:
    """Did China always oppose?, who opposed each time?, did the two ever differ?, of those that the question before is
    of; None where that is not asked."""
    of = last.of if isinstance(last, PartsQuestion) else last
    of_shown = r.spans_of(Cue.AMONG, Cue.OF_SHOWN)
    # 那几次 are those that were listed, and asks for no number.
    often = bool(apart_from(r.spans_of(Cue.EVER, Cue.TIMES), of_shown))
    again = r.has(Cue.ALWAYS) or often
    of_state = bool(r.states) and (r.has(Cue.ALL) and bool(r.votes) and r.asks)
    alike = len(r.states) > 1 and r.resolution is None and r.has(Cue.SAME, Cue.DIFFER, Cue.AGREEMENT)
    changed = r.has(Cue.CHANGED) and not (r.has(Cue.WHO, Cue.COUNTRIES) or r.votes)
    if same := _how_often(r, of) or _how_often_then(r, of) or _otherwise(r, of) or _on_a_state(r, of):
        return same
    # 和阿根廷比, after how one state voted.
    beside = r.has(Cue.COMPARE, Cue.SAME) and len(r.states) == 1 and not (r.votes or r.groups or r.has(Cue.WHO))
    if beside and isinstance(of, HistoryQuestion) and len(of.states) == 1 and not says_which(r) and r.left <= LITTLE:
        states = tuple(dict.fromkeys((*of.states, *r.states)))
        return HistoryQuestion(states, comparison=Comparison.AGREEMENT, among=of.among) if len(states) > 1 else None
    # 谁弃权最多, of those that were listed.
    which = r.spans_of(Cue.WHICH_OF, Cue.WHICH_ONES, Shape.WHICH_OF_THEM)
    who = bool(apart_from(r.spans_of(Cue.WHO), which)) or r.has(Cue.COUNTRIES)
    ranks = bool(r.votes) and who and r.has(Cue.MOST, Cue.LEAST)
    asks = again or of_state or alike or changed or ranks
    if not asks or not isinstance(of, OfAmong) or says_which(r) or r.references.selections or r.left > LITTLE:
        return None
    if not (r.states or r.groups or r.has(Cue.WHO, Cue.COUNTRIES)):
        return _of_the_same(r, of)
    if changed and len(r.states) == 1 and not r.groups:
        return HistoryQuestion(r.states, among=shown(of), measure=Measure.DIFFERENT)
    # The list before is what "all of them" are.
    end = len(r.text.norm)
    asked = of_resolutions(frame_of(replace(r, resolution=None, cues={**r.cues, Cue.DOCUMENTS: [(end, end)]})))
    if not isinstance(asked, OfAmong):
        return asked if isinstance(asked, ClarifyQuestion) else None
    scope = of.among if often and not of_shown else shown(of)
    return replace(asked, among=both(scope, asked.among))


def _how_often(r: Reading, of: PagedQuestion) -> HistoryQuestion | None:
    """美国几次, after who did so most, or how often another did: how often it did."""
    if not isinstance(of, (HistoryQuestion, ThroughoutQuestion)) or len(of.votes) != 1:
        return None
    says_else = r.votes or r.groups or r.has(Cue.SAME, Cue.DIFFER, Cue.AGREEMENT) or says_which(r) or r.left > LITTLE
    asks = r.has(Cue.TIMES) and bool(r.states) and not says_else
    return HistoryQuestion(r.states, of.votes, among=of.among) if asks else None


def _how_often_then(r: Reading, of: PagedQuestion) -> HistoryQuestion | None:
    """2023年投了几次, how many times in 2022?, after how often a state did so: how often it did then."""
    then = conditions(r)
    names = r.mentions or r.documents or r.references.selections or r.tells(Shape.RESOLUTION, Shape.ADOPTED)
    others = r.has(Cue.WHO, Cue.COUNTRIES, Cue.WHICH_OF, Cue.DOCUMENTS, Cue.ALL_DOCUMENTS, Cue.LIST, Cue.MOST)
    asks = r.has(Cue.TIMES, Cue.HOW_MANY) and then.plain and then != Among() and not (names or others)
    if not asks or not isinstance(of, HistoryQuestion) or r.left > LITTLE:
        return None
    among = replace(of.among, times=then.times or of.among.times, body=then.body or of.among.body)
    each = () if r.votes else of.each
    return replace(of, votes=r.votes or of.votes, each=each, among=among, order=Order.LATEST, page=0)


def _on_a_state(r: Reading, of: PagedQuestion) -> HistoryQuestion | ListQuestion | None:
    """有几份是伊朗的, how many are on Iran?, after those on which a state voted so: of them, those on that state."""
    named = r.mentions[0] if len(r.states) == 1 == len(r.mentions) else None
    says_else = r.votes or r.bodies or times.dated(r) or r.has(Cue.CAST, Cue.HOW, Cue.SAME, Cue.DIFFER)
    says_else = says_else or r.left > LITTLE
    counts = r.has(Cue.HOW_MANY) or (r.has(Cue.WHO, Cue.LIST) and not r.has(Cue.COUNTRIES))
    if named is None or says_else or not counts or not isinstance(of, HistoryQuestion | ListQuestion):
        return None
    # 有几份是伊朗的: they are its, where resolutions are counted.
    its = r.tells(Shape.OF_LIST) and any(a == named.end for a, _ in r.spans_of(Cue.OF_THOSE))
    its = its and any(b == named.start for _, b in r.spans_of(Cue.BEING))
    on = its or r.precedes(named.start, (Cue.ON_SUBJECT,), (Cue.FILLER,)) or named in states_on(r)
    words = r.text.norm[named.start : named.end]
    if not on or of.among.words or of.among.mentions:
        return None
    return replace(of, among=replace(of.among, words=words), page=0)


def _otherwise(r: Reading, of: PagedQuestion) -> HistoryQuestion | ListQuestion | None:
    """不一样的呢, how often differently?, after how often two voted alike; 不一致的呢, after those all supported."""
    # 哪些不一样 asks for resolutions.
    which = r.spans_of(Cue.WHICH_OF, Cue.WHICH_ONES, Shape.WHICH_OF_THEM, Shape.WHICH_RESOLUTIONS)
    who = apart_from(r.spans_of(Cue.WHO), which)
    says_else = r.mentions or r.votes or r.documents or times.dated(r) or who or r.has(Cue.COUNTRIES, Cue.MOST)
    compared = isinstance(of, HistoryQuestion) and of.comparison is not Comparison.NONE
    agreed = (r.has(Cue.SAME) and r.has(Cue.WHERE, Cue.STANCE)) or (r.has(Cue.SAME, Cue.AGREEMENT) and bool(which))
    if agreed and not r.has(Cue.DIFFER, Cue.SPLIT) and compared:
        # And where did they agree?
        alike = replace(of, comparison=Comparison.SAME, page=0) if isinstance(of, HistoryQuestion) else None
        return None if says_else or r.left > LITTLE else alike
    if not r.has(Cue.DIFFER, Cue.SPLIT) or says_else or r.left > LITTLE:
        return None
    if isinstance(of, ListQuestion) and of.among.unanimous:
        return replace(of, among=replace(of.among, unanimous=False), page=0)
    if isinstance(of, HistoryQuestion) and of.comparison is not Comparison.NONE:
        return replace(of, comparison=Comparison.DIFFERENT, page=0)
    return None


def _of_the_same(r: Reading, of: OfAmong) -> Question | None:
    """The same of those who were asked about before, where nobody is named: did it ever abstain?"""
    if isinstance(of, HistoryQuestion) and len(of.states) > 1 and r.has(Cue.SAME, Cue.DIFFER, Cue.AGREEMENT):
        return HistoryQuestion(of.states, comparison=Comparison.AGREEMENT, among=of.among)
    if isinstance(of, HistoryQuestion) and len(of.states) == 1 and r.has(Cue.SAME, Cue.DIFFER, Cue.CHANGED):
        alike = r.has(Cue.SAME) and not r.has(Cue.DIFFER, Cue.CHANGED)
        return HistoryQuestion(of.states, among=of.among, measure=Measure.SAME if alike else Measure.DIFFERENT)
    if not isinstance(of, HistoryQuestion) or not r.votes:
        return None
    measure = measure_of_all(r)
    votes = r.named_votes if measure is Measure.NONE else r.votes
    return HistoryQuestion(of.states, votes, among=of.among, measure=measure)


def of_all_asked(r: Reading, conversation: Conversation) -> ListQuestion | None:
    """三国都弃权的有吗, did all three ever abstain?, after the votes of one state after another: the resolutions on
    which all of these voted so; None where that is not asked."""
    which = r.spans_of(Shape.WHICH_OF_THEM, Shape.WHICH_RESOLUTIONS, Cue.BOTH, Cue.ALL)
    others = apart_from(r.spans_of(Cue.WHO, Cue.COUNTRIES), [*which, *r.spans_of(Cue.WHICH_OF)])
    asks = r.votes and r.has(Cue.ALL, Cue.BOTH) and not (r.states or r.groups or others)
    if not asks or says_which(r) or r.left > LITTLE:
        return None
    asked: list[tuple[str, Among]] = []
    for turn in reversed(conversation.turns):
        if (one := _of_one_state(turn.question)) is None:
            break
        asked.append(one)
    states = tuple(dict.fromkeys(code for code, _ in asked))[::-1]
    counted = [number for _, _, number in r.library.lexicon.references.numbers(r.text.norm)]
    count = counted[0] if counted else len(states) if r.has(Cue.ALL) else 2
    if len(states) < 2 or not 1 < count <= len(states):
        return None
    voted = tuple((code, r.votes) for code in states[-count:])
    return ListQuestion(both(asked[0][1], Among(voted=voted)), results=True)


def _of_one_state(question: Question) -> tuple[str, Among] | None:
    """The state whose votes are asked about, and on which resolutions; None where none is, or several are."""
    match question:
        case HistoryQuestion(states=(code,)):
            return code, question.among
        case ListQuestion(among=among) if among.voted:
            return among.voted[-1][0], replace(among, voted=among.voted[:-1])
    return None


def shown(of: OfAmong) -> Among:
    """The conditions that the resolutions meet that are listed in answer to a question."""
    if isinstance(of, GroupHistoryQuestion) and of.votes:
        return replace(of.among, group=(of.group, of.votes))
    votes = of.votes if isinstance(of, HistoryQuestion) else frozenset()
    listed = isinstance(of, HistoryQuestion) and of.comparison is Comparison.NONE and of.measure is Measure.LIST
    # Whether it always was so is asked of all of them.
    if not isinstance(of, HistoryQuestion) or not listed or not (votes or of.each):
        return of.among
    each = of.each or (votes,) * len(of.states)
    return replace(of.among, voted=(*of.among.voted, *zip(of.states, each, strict=True)))


def both(before: Among, more: Among) -> Among:
    """What meets the conditions before and some more; of times and bodies those that are named now."""
    return Among(
        more.times or before.times,
        more.body or before.body,
        f"{before.words} {more.words}".strip(),
        special=before.special or more.special,
        without_a_vote=before.without_a_vote or more.without_a_vote,
        mentions=before.mentions,
        unopposed=before.unopposed or more.unopposed,
        unanimous=before.unanimous if more.unanimous is None else more.unanimous,
        bounds=(*before.bounds, *more.bounds),
        tied=before.tied or more.tied,
        put_to_the_vote=before.put_to_the_vote or more.put_to_the_vote,
        amendments=before.amendments if more.amendments is None else more.amendments,
        outcome=more.outcome or before.outcome,
        voted=tuple(dict.fromkeys((*before.voted, *more.voted))),
        group=more.group or before.group,
        session=more.session or before.session,
        vetoed=before.vetoed or more.vetoed,
        symbols=before.symbols,
        like=before.like,
        less=before.less,
        not_on=before.not_on,
        latest=before.latest,
    )


def the_rest(r: Reading, conversation: Conversation) -> HistoryQuestion | ListQuestion | None:
    """And the others?, after some of a list: those of the list that were not among these; None where that is not
    asked."""
    if not r.tells(Shape.REST_OF_LIST) or says_which(r) or r.states or r.groups or r.left > LITTLE + LITTLE:
        return None
    lists = [t.question for t in conversation.turns[-2:] if isinstance(t.question, (ListQuestion, HistoryQuestion))]
    if not lists or lists[-1] is not conversation.turns[-1].question:
        return None
    last, library = lists[-1], r.library
    picked = chosen(shown(last), library)
    for whole in lists[:-1]:
        of_whole = chosen(shown(whole), library)
        if set(picked) < set(of_whole):
            among = replace(whole.among, less=tuple(library.summaries[at].symbol for at in picked))
            return replace(whole, among=among, order=Order.LATEST, page=0)
    if isinstance(last, HistoryQuestion) and last.votes and len(last.states) == 1:
        # Where it did not vote so, but otherwise.
        return replace(last, votes=frozenset(CAST) - last.votes, measure=Measure.LIST, page=0)
    return None
