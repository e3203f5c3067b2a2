"""Questions about more than one resolution: how states voted on all of them, and which ones there are."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.named import Mention, Sense
from bot.language.normal import blank
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import about, chosen, without_proposals
from bot.question.any_such import any_member
from bot.question.came_to import with_outcome
from bot.question.comparison import comparison_of, whether_ever
from bot.question.conditions import (
    OF_AMENDMENTS,
    asks_who,
    conditions,
    divided,
    in_order,
    on_subject,
    several_on,
    without_topic,
)
from bot.question.council import asked_back, body_alone, which_council
from bot.question.documents import words_of
from bot.question.each import against_most, voted_so, votes_of_each, when_so
from bot.question.either import any_of_them, of_any
from bot.question.few import of_few, with_few
from bot.question.frame import Frame, Role
from bot.question.latest import newest
from bot.question.latest_vote import latest_vote
from bot.question.listing import its_amendments, listing, on_a_state
from bot.question.measure import picked_by
from bot.question.model import ClarifyQuestion, Question, Refusal, Refused, Several, Unclear
from bot.question.no_voters import without_no_voter
from bot.question.on_what import on_a_state_alone, on_what
from bot.question.on_which import asks_on_which
from bot.question.ordering import in_which_year, sought_first
from bot.question.pair_alike import pair_alike
from bot.question.ranked import alike, throughout, together, which_members
from bot.question.reading import LITTLE, UNKNOWN_BETWEEN, VOTE_CUES, Reading, letters, weight
from bot.question.record import (
    ENTRIES_A_PAGE,
    AlikeQuestion,
    By,
    Comparison,
    GroupHistoryQuestion,
    HistoryQuestion,
    ListQuestion,
    OfAmong,
    PagedQuestion,
    PartsQuestion,
    ThroughoutQuestion,
)
from bot.question.relative import joined, on_others
from bot.question.sets import Most
from bot.question.sided import sided_against
from bot.question.structure import STRUCTURE
from bot.question.thresholds import with_bounds
from bot.question.topics import without_topics
from bot.question.unused import unused
from bot.question.votes_on import votes_on


def across(f: Frame) -> Question | None:
    """中国对哪些决议投了反对票, 2024年通过的: asked of all resolutions; None where a message asks of one, or there is
    only one."""
    r = f.reading
    if councils := which_council(r):
        # The word is understood, though not which is meant.
        r = replace(r, own=(*r.own, *councils))
        f = replace(f, reading=r)
    if r.references.selections and not _counts_resolutions(r):
        return None
    if len(r.library.summaries) == 1:
        return ListQuestion() if r.has(Cue.DOCUMENTS) and not r.documents else None
    that_one = r.spans_of(Shape.THAT_ONE)
    # По этой резолюции: the same form is of several.
    documents = apart_from(r.spans_of(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS), r.spans_of(Shape.THIS_DOCUMENT))
    several = bool(documents) or r.tells(Shape.WHICH_RESOLUTIONS)
    of_that = that_one and not apart_from(r.spans_of(Cue.DOCUMENTS), that_one)
    of_this = r.resolution is not None and ((r.tells(Shape.THIS_DOCUMENT) and not several) or bool(of_that))
    if r.named or of_this or (r.has(Cue.OTHER_BODY) and not r.bodies):
        return its_amendments(r) if of_this else None
    question = of_resolutions(f) or (None if f.conversation.last else on_a_state_alone(r) or body_alone(r))
    if isinstance(question, PagedQuestion) and _asks_for_sponsors(r):
        return Refusal(Refused.SPONSORS)
    asks = bool(councils) and (question is None or isinstance(question, PagedQuestion))
    return (asked_back(r, question, councils) if asks else None) or question


def _asks_for_sponsors(r: Reading) -> bool:
    """Whether it is asked who put forward, or what somebody did: how many amendments did Russia table? An amendment by
    itself is no such word, nor is what resolutions are on."""
    names = [*r.own, *r.spans_of(*OF_AMENDMENTS), *((a, b) for a, b, _ in r.library.catalogue.titled(r.text.norm))]
    return bool(apart_from(r.spans_of(Cue.SPONSORS), names))


def of_resolutions(f: Frame) -> Question | None:
    """What a message asks of all resolutions, or of those that meet its conditions; None where it asks nothing of
    them."""
    r = f.reading
    if r.states and r.has(Cue.UNANIMOUS):
        r = _beside_unanimity(_not_of_all(r))
    if latest := newest(r):
        r = replace(r, own=(*r.own, *latest.spans))
    question = _less(f, r) or _of_all_kinds(r)
    compared = r.has(Cue.COMPARE) and len(times.periods(r)) > 1
    by = divided(r) or (By.YEAR if compared or in_which_year(r) else None)
    if not by or not isinstance(question, (HistoryQuestion, GroupHistoryQuestion)):
        return question
    if isinstance(question, HistoryQuestion) and question.either:
        # In each year, those of each state are counted, and not those of any.
        return ClarifyQuestion(Unclear.WHAT)
    # On one subject there may be one a year: each of them.
    on_one = isinstance(question, HistoryQuestion) and bool(question.among.words) and len(question.states) == 1
    few = on_one and len(chosen(question.among, r.library, recorded=True)) <= ENTRIES_A_PAGE
    return question if few and by is By.YEAR else PartsQuestion(question, by, first=sought_first(r))


def _of_all_kinds(r: Reading) -> Question | None:
    """The question that a message asks of all resolutions; asked back where it would leave out a part of it."""
    r = with_outcome(r)
    of_one = pair_alike(r) or sided_against(r) or together(r) or latest_vote(r)
    if of_one := of_one or _without_proposals(on_a_state(r), r):
        return of_one
    bounded = with_bounds(with_few(without_topics(r)))
    if isinstance(bounded, ClarifyQuestion):
        return bounded
    r = bounded
    kinds = (against_most, on_what, on_others, alike, throughout, _group, _history, listing)
    question = next((question for kind in kinds if (question := kind(r))), None)
    if isinstance(question, Several):
        return Several(tuple(_without_proposals(each, r) or each for each in question.questions))
    question = of_any(of_few(question, r), r)
    if question is None and r.tells(Shape.RESOLUTION) and (back := times.counted_back(r)):
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[slice(*back[0])])
    if isinstance(question, HistoryQuestion) and (which := _ambiguous(question, r)):
        return ClarifyQuestion(Unclear.WHICH_STATE, which)
    if not isinstance(question, ClarifyQuestion):
        question = _without_proposals(question, r)
        each = _of_each_body(question, r)
        if part := unused(each[0] if each else question, r):
            return ClarifyQuestion(Unclear.PART, part=part)
        return Several(each) if each else question
    return question


def _without_proposals(question: Question | None, r: Reading) -> Question | None:
    """The question without drafts and amendments, where resolutions are asked about and there are such of these
    conditions as well; of amendments alone, where there are no resolutions of them."""
    if not isinstance(question, OfAmong):
        return question
    # Who always votes against the death penalty: on the resolutions on it.
    on_it = isinstance(question, ThroughoutQuestion) and bool(question.among.words)
    says = (r.tells(Shape.RESOLUTION) or on_it) and not r.tells(*OF_AMENDMENTS)
    return replace(question, among=without_proposals(question.among, r.library)) if says else question


def _ambiguous(question: HistoryQuestion, r: Reading) -> tuple[str, ...]:
    """Those of which one is named beside the states that are asked about: Japan and Korea; none where it is a topic."""
    named = [m for m in r.mentions if m.named.sense is Sense.AMBIGUOUS]
    left = (m.named.codes for m in named if r.text.norm[m.start : m.end] not in question.among.words)
    return next((codes for codes in left if set(codes).isdisjoint(question.states)), ())


def _of_each_body(question: Question | None, r: Reading) -> tuple[HistoryQuestion | GroupHistoryQuestion, ...]:
    """How often did it vote no in the Assembly and in the Council?, of each of these by itself; nothing where a message
    does not name several bodies, or asks something else."""
    if not isinstance(question, (HistoryQuestion, GroupHistoryQuestion)) or question.among.body:
        return ()
    organs = sorted(r.library.catalogue.organs(r.text.norm))
    named = dict.fromkeys(body for _, _, body in organs if body in r.bodies)
    each = (replace(question, among=replace(question.among, body=body)) for body in named)
    return tuple(each) if len(named) > 1 else ()


def _less(f: Frame, r: Reading) -> Question | None:
    """Who did so most, or always, less some: leaving aside the P5, who abstained most? None where nobody is left out of
    such a question."""
    left_out = [m for m, role in f.roles if role is Role.LEFT_OUT]
    if not left_out or f.put_back:
        return None
    known = [*f.used, *((m.start, m.end) for m in left_out)]
    of_others = replace(r, mentions=tuple(m for m in r.mentions if m not in left_out), own=(*r.own, *known))
    question = _of_all_kinds(of_others)
    of_some = isinstance(question, ThroughoutQuestion) and bool(question.of)
    if isinstance(question, (AlikeQuestion, ThroughoutQuestion)) and not of_some:
        return replace(question, left_out=f.left_out)
    return None


def _not_of_all(r: Reading) -> Reading:
    """The message without those words for unanimity whose "all" are states named right before them, 中美都赞成, or
    every time: 每次都赞成."""
    ends = {m.end for m in r.mentions}
    said = apart_from(r.spans_of(Cue.UNANIMOUS), r.spans_of(Cue.ALWAYS, Cue.WHETHER))
    left = [(a, b) for a, b in said if len(r.text.norm[:a].rstrip()) not in ends]
    cues = {cue: left if cue is Cue.UNANIMOUS else of for cue, of in r.cues.items()}
    return replace(r, cues={cue: of for cue, of in cues.items() if of})


def _beside_unanimity(r: Reading) -> Reading:
    """The message without the words for votes in “nobody opposed”, where a state is said to have voted besides: these
    say of which resolutions."""
    nobody = r.spans_of(Cue.UNANIMOUS)
    votes = (Cue.YES, Cue.NO, Cue.ABSTAIN)
    left = {
        cue: [x for x in of if cue not in votes or not any(a <= x[0] and x[1] <= b for a, b in nobody)]
        for cue, of in r.cues.items()
    }
    return replace(r, cues={cue: of for cue, of in left.items() if of})


def _counts_resolutions(r: Reading) -> bool:
    """Whether what looks like a choice of paragraphs is one of resolutions: the last five resolutions, 前三."""
    counts = r.has(Cue.DOCUMENTS) or newest(r) is not None or with_few(r).few is not None
    return counts and not r.tells(Shape.PART_UNIT)


def _of_a_third(r: Reading) -> bool:
    """Whether it is asked how one voted where others did the same or not: 美国和英国投得不同的决议法国怎么投."""
    states = sorted((m for m in r.mentions if m.named.sense is Sense.STATE), key=lambda m: m.start)
    return r.has(Cue.HOW) and len(states) > 2 and not all(joined(a, b, r) for a, b in pairwise(states))


def _group(r: Reading) -> Question | None:
    """欧盟在各决议上怎么投的, how united has the EU been across resolutions."""
    r, topic = without_topic(r) if len(r.groups) == 1 == len(r.states) else (r, "")
    if len(r.groups) != 1 or r.states:
        return None
    dated = bool(times.dated(r)) and r.resolution is None
    # EU 2024, African Group on Sudan: nothing else can be asked of a group and a year, or a subject.
    nothing_else = (dated or topic) and len(r.mentions) == 1 and _asks_no_more(r)
    asks = r.has(Cue.CAST, Cue.UNITED, Cue.SPLIT) or r.votes or divided(r) or nothing_else
    of_a_body = r.resolution is None and bool(conditions(r).body)
    by_part = divided(r) or in_which_year(r)
    # Where the EU was most divided: on which of all, where none is in view.
    first_of_all = r.resolution is None and r.has(Cue.SPLIT, Cue.UNITED) and r.has(Cue.MOST, Cue.LEAST)
    of_all = r.has(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS, Cue.TIMES) or dated or of_a_body or by_part or bool(topic)
    of_all = of_all or (first_of_all and not (r.votes or r.tells(Shape.TOGETHER)))
    who = apart_from(r.spans_of(Cue.WHO, Cue.COUNTRIES), r.spans_of(Cue.WHICH_OF))
    asks_for_states = (bool(who) and not r.tells(Shape.WHICH_RESOLUTIONS)) or which_members(r)
    if not asks or not of_all or asks_for_states or any_member(r):
        return None
    among = on_subject(r, conditions(r))
    if topic and not isinstance(among, ClarifyQuestion):
        among = replace(among, words=in_order(r, topic, among.words))
    # All of them, as one: on how many, or on which.
    as_one = r.has(Cue.UNITED, Cue.UNANIMOUS, Cue.ALL, Cue.SAME, Cue.BOTH)
    united = as_one and not r.has(Cue.HOW, Cue.MOST, Cue.LEAST, Cue.SPLIT)
    # How united it was asks for no number of resolutions.
    counts = set(r.cues.get(Cue.HOW_MANY, ())) - set(r.cues.get(Cue.UNITED, ()))
    # 有多团结 asks for none either, though there is a word for "there is".
    there_is = r.has(Cue.THERE_IS) and r.has(Cue.ALL, Cue.SAME, Cue.BOTH)
    asks_whether = r.has(Cue.WHETHER, Cue.YES_OR_NO, Cue.EVER, Cue.ALWAYS)
    asks_any = there_is or asks_whether or r.has(Cue.TIMES, Cue.WHO, Cue.DOCUMENTS, Cue.SHARE)
    asks_which = counts or r.votes or asks_any or r.tells(Shape.WHICH_RESOLUTIONS)
    apart = not r.votes and not r.has(Cue.HOW) and _voted_apart(r)
    comparison = Comparison.DIFFERENT if apart else Comparison.SAME if united and asks_which else Comparison.NONE
    ranks = r.has(Cue.MOST, Cue.LEAST, Cue.SPLIT) and not (r.has(Cue.HOW) or r.votes)
    most = Most.SPLIT if apart else picked_by(r) if ranks else Most.NONE
    asked = GroupHistoryQuestion(r.groups[0], r.votes, comparison=comparison, most=most)
    return among if isinstance(among, ClarifyQuestion) else replace(asked, among=among)


def _voted_apart(r: Reading) -> bool:
    """Whether it is asked where members of a group did not all vote alike, and not where they did so most or least:
    n'ont pas tous voté de la même façon, 没有投成一样, when did they split."""
    differs = (Cue.SPLIT, Cue.DIFFER)
    alike = apart_from(r.spans_of(Cue.SAME, Cue.UNITED), r.spans_of(*differs))
    so_many_votes = any(r.word_before(start, (Cue.HOW_MANY,), (Cue.FILLER,)) for start, _ in r.spans_of(Cue.CAST))
    counts = r.has(*differs) and (so_many_votes or r.has(Cue.TIMES, Cue.DOCUMENTS)) and not alike
    others = r.has(Cue.MOST, Cue.LEAST) or (r.has(Cue.HOW_MANY) and not counts)
    if others or not r.has(Cue.SAME, Cue.UNITED, Cue.DIFFER, Cue.SPLIT):
        return False
    between = (Cue.VOTING, Cue.CAST, Cue.ALL, Cue.BOTH, Cue.MEMBERS, Cue.FILLER, Cue.LIKE)
    said = r.spans_of(Cue.SAME, Cue.UNITED, Cue.CAST, Cue.ALL)
    negated = any(r.word_before(start, (Cue.NEGATION,), between, UNKNOWN_BETWEEN) for start, _ in said)
    return negated or r.has(Cue.DIFFER, Cue.NOT_ALL, Cue.SPLIT)


def _history(r: Reading) -> Question | None:
    """How states voted on all of them; where it is asked on several states, on each of these."""
    if len(r.mentions) == 1 and votes_on(r.mentions[0], r) and not (r.votes or r.has(Cue.WHO, Cue.COUNTRIES)):
        # How did the vote on Belarus change: that is no voter.
        return _results_on(r)
    apart = votes_of_each(r) if len(r.named_votes) > 1 else ()
    if not apart and (on := several_on(r)):
        each = [q for m in on if isinstance(q := _history(_on_one(m, on, r)), HistoryQuestion)]
        return Several(tuple(each)) if len(each) == len(on) else ClarifyQuestion(Unclear.WHAT)
    # Russia abstained on while China supported: China is a voter.
    r, topic = (r, "") if apart else without_topic(r)
    if not (apart or topic):
        r, topic = without_no_voter(r)
    comparison = comparison_of(r)
    # China on Ukraine: nothing else can be asked of a state and a subject.
    on_it = bool(topic) and (r.about_votes or (len(r.mentions) == 1 and _asks_no_more(r)))
    asks = comparison is not Comparison.NONE or on_it or _of_all(r)
    if not r.states or not asks:
        return None
    among = on_subject(r, conditions(r))
    if isinstance(among, ClarifyQuestion):
        return among
    among = replace(among, words=in_order(r, topic, among.words)) if topic else among
    if comparison is Comparison.NONE and asks_who(r) and not asks_on_which(r):
        # Who was against, with a state: that it is what the resolutions are on is not said.
        return ClarifyQuestion(Unclear.WHAT)
    if comparison is not Comparison.NONE:
        asked = HistoryQuestion(r.states, comparison=comparison, among=among, measure=whether_ever(r, comparison))
        return ClarifyQuestion(Unclear.WHAT) if _of_a_third(r) else asked
    return voted_so(r, among)


def _results_on(r: Reading) -> ListQuestion | None:
    """The resolutions on the state that votes are said to be on, with what they came to; None where there are none."""
    words = r.text.norm[r.mentions[0].start : r.mentions[0].end]
    among = without_proposals(replace(conditions(r), words=words), r.library)
    return ListQuestion(among, results=True) if r.resolution is None and chosen(among, r.library) else None


def _on_one(state: Mention, on: list[Mention], r: Reading) -> Reading:
    """The message without those of several states that it asks on but one, which stands where the first one does."""
    text, first = r.text.norm, on[0]
    others = [(m.start, m.end) for m in on if m is not state]
    left = tuple(m for m in r.mentions if m not in on or m is state)
    behind = any(len(text[: state.start].rstrip()) == b for _, b in r.cues.get(Cue.ON_SUBJECT, ()))
    if state is not first and not behind:
        ends = (first.end, state.start)
        goes_on = apart_from(r.cues.get(Cue.AND_THEN, ()), [ends])
        cues = {**r.cues, Cue.ON_SUBJECT: [*r.cues.get(Cue.ON_SUBJECT, ()), ends], Cue.AND_THEN: goes_on}
        cues = {cue: spans for cue, spans in cues.items() if spans}
        return replace(r, mentions=left, own=(*r.own, *others), cues=cues)
    return replace(r, mentions=left, own=(*r.own, *others))


def _asks_no_more(r: Reading) -> bool:
    """Whether nothing is said beside a name and a time that asks anything, or is not understood."""
    asks_else = r.asks or r.has(Cue.AFTERMATH, Cue.WHY, Cue.FUTURE, Cue.OPINION, Cue.SPONSORS)
    of_one = r.tells(Shape.SPECIAL_SESSION, Shape.RESOLUTION, Shape.ONE_THAT, Shape.WHICH_ONE, Shape.LISTED_ONE)
    left = letters(blank(r.text.norm, [*r.known, *r.spans_of(*STRUCTURE), *times.spans(r)]))
    return weight(left) < LITTLE and not (asks_else or of_one)


def _of_all(r: Reading) -> bool:
    """Whether the votes of all resolutions are asked about, by a word for them or by what only several have."""
    # Kenya 2025: nothing else can be asked of a state and a year.
    nothing_else = len(r.states) == 1 == len(r.mentions) and _asks_no_more(r)
    voting = r.has(Cue.CAST) or bool(r.votes) or (nothing_else and not r.has(Cue.WHERE, Cue.ON_SUBJECT))
    of_year = bool(times.dated(r)) and r.resolution is None and voting
    of_latest = newest(r) is not None and voting
    often = (r.votes or r.has(Cue.NOT_CAST)) and r.has(Cue.TIMES, Cue.ALWAYS, Cue.EVER)
    subject = (
        r.has(Cue.WHERE, Cue.ON_SUBJECT)
        and r.has(Cue.CAST, *VOTE_CUES)
        and r.tells(Shape.RESOLUTION)
        and about(words_of(r.rest, r), r.library)
    )
    # On how many did Nepal abstain?
    # Did it vote against it, and how many did: on that one.
    on_it = any(r.precedes(a, tuple(VOTE_CUES), (Cue.ON_SUBJECT,)) for a, _ in r.cues.get(Cue.IT, ()))
    asks_on_how_many = r.has(Cue.HOW_MANY) and not (on_it or r.has(Cue.WHO, Cue.COUNTRIES))
    counts = r.votes and r.resolution is None and asks_on_how_many
    share = r.votes and ((r.has(Cue.SHARE) and len(r.states) == 1) or in_which_year(r))
    # 印度赞成巴基斯坦反对的.
    each_so = r.resolution is None and len(r.named_votes) > 1 and bool(votes_of_each(r)) and not r.has(Cue.HOW, Cue.WHO)
    counts = counts or each_so
    # 发展权决议 美国 历年.
    by_part = divided(r) and (r.has(Cue.CAST, *VOTE_CUES) or (r.resolution is None and r.tells(Shape.RESOLUTION)))
    # 大会决议里…, China's abstentions in the Council: a body, and no document of it.
    of_a_body = (voting or r.has(Cue.NOT_CAST)) and r.resolution is None and bool(conditions(r).body)
    listed_votes = voting and r.has(Cue.LIST, Cue.EARLIEST, Cue.LATEST_ONE) and r.resolution is None
    conditioned = of_latest or of_year or by_part or of_a_body or listed_votes or often or subject or share or counts
    conditioned = conditioned or asks_on_which(r) or when_so(r)
    of_amendments = r.resolution is None and bool(conditions(r).amendments)
    # 反对国只有以色列和美国的决议.
    alone = r.resolution is None and bool(r.votes) and r.has(Cue.ONLY) and r.tells(Shape.RESOLUTION)
    # China or Russia opposed: nobody says so of one resolution.
    any_of = r.resolution is None and not (r.asks or r.ends_as_question) and any_of_them(r)
    of_amendments = of_amendments or alone or any_of
    return r.has(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS) or of_amendments or bool(conditioned)
