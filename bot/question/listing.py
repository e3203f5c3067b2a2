"""Questions about which resolutions there are: 2023年通过的, on food, with the fewest votes against."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.named import Mention, Sense
from bot.language.normal import blank, is_chinese, signs_in
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import about, chosen
from bot.question.conditions import (
    conditions,
    lists_resolutions,
    on_subject,
    states_on,
    topic_of,
)
from bot.question.documents import LEAST_WORDS, of_a_subject, words_of
from bot.question.latest import newest
from bot.question.model import ClarifyQuestion, Question, Several
from bot.question.ordering import in_which_year, order_of, rank_of, which_of_a_body
from bot.question.reading import LITTLE, Reading, letters, weight
from bot.question.record import Among, Bound, ListQuestion, Order
from bot.question.sessions import spans_of_sessions
from bot.question.subject import subject_words
from bot.question.votes_on import vote_was_on
from bot.resolution import Outcome


def listing(r: Reading) -> Question | None:
    """The question which resolutions there are, or whether there are any; None where a message asks for none."""
    question = _any_such_vote(r) or its_amendments(r) or _listing(r)
    any_one = (Cue.ANY_ONE, Cue.EITHER)
    who = apart_from(r.spans_of(Cue.WHO, Cue.WHICH_OF), r.spans_of(*any_one))
    others = who or r.has(Cue.LIST, Cue.COUNTRIES, Cue.SHARE)
    every = r.asks and r.has(Cue.ALL, Cue.BOTH, Cue.ALL_DOCUMENTS) and not others
    others = others or r.has(Cue.HOW_MANY)
    whether = r.asks and r.has(Cue.THERE_IS, Cue.WHETHER, *any_one) and not others
    if not isinstance(question, ListQuestion):
        return question
    if question.among.drafts and question.among.outcome is None and not r.has(Cue.CAST):
        # What was adopted is no draft any more.
        question = replace(question, among=replace(question.among, outcome=Outcome.REJECTED))
    # Were all the amendments rejected?
    if every and question.among.outcome:
        return replace(question, every=True, share=True)
    if both := _of_both_outcomes(question, r):
        return both
    return replace(question, whether=True) if whether else question


def _of_both_outcomes(question: ListQuestion, r: Reading) -> Several | None:
    """Which were adopted and which were rejected, 哪些通过了，哪些被否决了: both of them; None where only one is asked
    for."""
    rejected = r.spans_of(Cue.REJECTED)
    adopted = apart_from(r.spans_of(Shape.ADOPTED), rejected)
    words = (Cue.JOIN, Cue.OR, Cue.AND_THEN, Cue.COMPARE, Shape.QUESTION_WORD)
    joins = [*r.spans_of(*words), *signs_in(r.text.norm, ",;?")]
    pairs = (sorted((one, other)) for one in adopted for other in rejected)
    joined = any(one[1] <= a and b <= other[0] for one, other in pairs for a, b in joins)
    if question.among.outcome is None or not joined:
        return None
    each = (Outcome.ADOPTED, Outcome.REJECTED)
    return Several(tuple(replace(question, among=replace(question.among, outcome=outcome)) for outcome in each))


def _any_such_vote(r: Reading) -> Question | None:
    """Was there any vote against in the Security Council in 2023?: the resolutions on which somebody voted so."""
    among = conditions(r)
    asks = r.asks and r.has(Cue.ANY_ONE, Cue.THERE_IS, Cue.EVER) and len(r.votes) == 1 and among.body is not None
    others = r.states or r.groups or r.has(Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY, Cue.UNANIMOUS) or among.bounds
    if not asks or others or not (r.resolution is None or _of_other_time(r, among)):
        return None
    on = on_subject(r, replace(among, bounds=(Bound(next(iter(r.votes)), 1),), put_to_the_vote=True))
    return on if isinstance(on, ClarifyQuestion) else ListQuestion(on, results=True)


def its_amendments(r: Reading) -> ListQuestion | None:
    """修正案有几个, were there any amendments?, of the resolution in view: those to it that were put to the vote; None
    where there were none."""
    in_view, asked = r.resolution, conditions(r)
    asks = r.has(Cue.HOW_MANY, Cue.LIST, Cue.THERE_IS, Cue.WHICH_OF, Cue.WHO, Cue.ANY_ONE)
    names = r.mentions or r.votes or r.documents or asked != Among(amendments=True)
    # 针对它表决的: of its characters one is taken for a word of its own, and one is left.
    says_more = bool(topic_of(r)) and r.left >= LEAST_WORDS
    if in_view is None or not asks or names or says_more:
        return None
    at = r.library.catalogue.places[in_view.symbol]
    session = int(r.library.catalogue.columns.session[at])
    among = Among(words=r.library.summaries[at].titles[0], amendments=True, session=session)
    return ListQuestion(among, results=True) if session and chosen(among, r.library) else None


def _listing(r: Reading) -> Question | None:
    """The question which resolutions there are."""
    among = conditions(r)
    if by_result := _results(r, among):
        return by_result
    if r.has(Cue.BY_YEAR) and not (r.states or r.groups) and weight(topic_of(r)) >= LEAST_WORDS:
        # 发展权决议历年票数: one after another.
        on = on_subject(r, among)
        return on if isinstance(on, ClarifyQuestion) else ListQuestion(on, results=True)
    if mentioned := _mentioned(r, among):
        return mentioned
    # Voted down is no vote that anybody cast.
    rejected = among.outcome is Outcome.REJECTED
    voting = not rejected and (r.votes or (r.has(Cue.CAST) and not among.without_a_vote))
    if not _asks_which(r, among) or voting or r.groups or r.has(Cue.IT_IS_SAID, Cue.COUNTRIES):
        return None
    dated = [*times.spans(r), *r.spans_of(Shape.SPECIAL_SESSION), *spans_of_sessions(r)]
    adopted = r.spans_of(Shape.ADOPTED) if dated or among.without_a_vote else ()
    left = letters(blank(r.text.norm, [*r.known, *dated, *adopted]))
    of_proposals = among.amendments or among.drafts
    left = topic_of(r) if of_proposals else left
    words = left if of_proposals else words_of(left, r)
    if weight(words) >= LEAST_WORDS and not r.states and about(words, r.library):
        return ListQuestion(replace(among, words=words))
    if weight(left) > LITTLE + 4 * (among.special or among.without_a_vote) and not r.states:
        # A subject that stands in no title may stand in a paragraph.
        return None
    if weight(topic := topic_of(r)) >= LEAST_WORDS and not (r.states or among.special or among.without_a_vote):
        # 哪些决议讲企鹅: not of all there are.
        return ListQuestion(replace(among, mentions=topic), listed=_for_a_list(r))
    return None if r.states or r.has(Cue.WHERE) else ListQuestion(among)


def _asks_which(r: Reading, among: Among) -> bool:
    """Whether it is asked which resolutions there are, or drafts or amendments."""
    # When was the resolution adopted? Of one.
    when = r.has(Cue.FACT_ADOPTED) and replace(among, outcome=None) == Among()
    asks = (
        r.has(Cue.DOCUMENTS)
        or (among != Among() and r.tells(Shape.RESOLUTION) and not when)
        or (among.times and r.tells(Shape.ADOPTED))
        or (r.resolution is None and r.has(Cue.ON_SUBJECT) and r.tells(Shape.RESOLUTION) and not r.has(Cue.WHO))
    )
    counts = r.has(Cue.WHO, Cue.LIST, Cue.HOW_MANY)
    of_drafts = among.drafts and r.resolution is None and (counts or r.has(Cue.WHICH_OF, Cue.THERE_IS))
    of_proposals = of_drafts or (bool(among.amendments) and r.resolution is None)
    # 有没有没通过的, with none in view.
    any_one = r.resolution is None and r.has(Cue.THERE_IS, Cue.ANY_ONE)
    rejected = among.outcome is Outcome.REJECTED and (counts or any_one or _only_of_a_time(r, among))
    return bool(asks) or _of_a_body(r, among) or lists_resolutions(r) or of_proposals or rejected


def _of_a_body(r: Reading, among: Among) -> bool:
    """Whether a message says nothing else than of which body and when: 联大2023年12月4日, HRC 59."""
    said = blank(r.text.norm, [*r.known, *r.own, *times.spans(r), *spans_of_sessions(r)])
    of_a_time = bool(r.bodies) and bool(among.times or among.session) and r.resolution is None
    return of_a_time and not (letters(said) or r.mentions or r.asks or r.has(Cue.HOW, Cue.WHO, Cue.WHERE))


def on_a_state(r: Reading) -> ListQuestion | None:
    """乌克兰决议, Syria resolution 2024: those on a state that a message names, and nothing else."""
    # The latest HRC vote on South Sudan.
    vote_on = r.has(Cue.CAST) and (r.has(Cue.LATEST_ONE, Cue.EARLIEST) or r.tells(Shape.LATEST))
    latest = r.spans_of(Shape.LATEST) if vote_on else ()
    said = blank(r.text.norm, [*r.known, *r.own, *times.spans(r), *spans_of_sessions(r), *latest])
    asks = r.votes or r.asks or r.has(Cue.HOW, Cue.WHO, Cue.STANCE, Cue.NOT_CAST, Cue.HOW_MANY)
    on = r.spans_of(Cue.ON_SUBJECT, Cue.ON_BEHIND)
    was_on = [] if vote_on else vote_was_on(r)
    topics = states_on(r) or was_on
    # All votes on Ukraine, 关于乌克兰的表决: each with its result.
    votes_on = r.has(Cue.CAST) and bool(topics) and bool(on or was_on) and not vote_on
    # Le vote le plus serré: its result is not asked for.
    result = apart_from(r.spans_of(Cue.RESULT), r.spans_of(Cue.NARROWEST, Cue.CONTESTED))
    of_one = (result and not votes_on) or apart_from(r.spans_of(Cue.WHERE), on) or (r.has(Cue.CAST) and not votes_on)
    asks = asks or (bool(of_one) and not vote_on)
    says = r.tells(Shape.RESOLUTION) or vote_on or votes_on
    if asks or letters(said) or r.resolution is not None or len(r.mentions) != 1 or not says:
        return None
    if vote_on and not topics and (voted_on := _voted_on(r)):
        topics = [voted_on]
    words = " ".join(r.text.norm[m.start : m.end] for m in topics)
    among = replace(conditions(r), words=words, put_to_the_vote=votes_on)
    if vote_on and words and r.has(Cue.EARLIEST):
        return ListQuestion(among, order=Order.EARLIEST, results=True)
    if vote_on and words and not r.tells(Shape.RESOLUTION):
        # The latest vote on Myanmar is one of those; where there is none, it is no vote of Myanmar's.
        return ListQuestion(replace(among, latest=among.latest or 1), results=True)
    there_are, order = bool(words) and about(words, r.library), order_of(r)
    results = vote_on or votes_on or order is not Order.LATEST
    return ListQuestion(among, order=order, results=results, newest=vote_on) if there_are else None


def _voted_on(r: Reading) -> Mention | None:
    """The state that the vote spoken of was on, where resolutions are on it: 最近一次南苏丹表决, last Syria vote."""
    named, norm = r.mentions[0], r.text.norm
    if is_chinese(norm[named.start]):
        behind = r.skipped(named.end, (Cue.LATEST_ONE, Cue.OF_THOSE))
        on_it = any(start == behind for start, _ in r.spans_of(Shape.PASSING))
    else:
        # The last vote of Cuba is one that it cast.
        of = {end for _, end in r.spans_of(Cue.OF_THOSE, Cue.MEMBERS)}
        voted_on = r.precedes(named.start, (Cue.CAST,), (Cue.VOTING,)) and len(norm[: named.start].rstrip()) not in of
        latest = {end for _, end in r.spans_of(Shape.LATEST, Cue.LATEST_ONE, Cue.EARLIEST)}
        between = any(a == r.skipped(named.end, ()) for a, _ in r.spans_of(Cue.CAST))
        on_it = voted_on or (between and len(norm[: named.start].rstrip()) in latest)
    # What the last vote came to is asked of no voter.
    known = r.has(Cue.RESULT) or about(norm[named.start : named.end], r.library)
    return named if on_it and known else None


def _results(r: Reading, among: Among) -> Question | None:
    """Which resolutions there are by how the votes on them went, each with its result."""
    order = order_of(r)
    nothing_else = r.resolution is None and not topic_of(r)
    of_all = r.has(Cue.DOCUMENTS) or r.tells(Shape.RESOLUTION) or nothing_else or in_which_year(r)
    of_ones = r.tells(Shape.WHICH_OF_THEM, Shape.WHICH_RESOLUTIONS) or bool(among.amendments) or which_of_a_body(r)
    of_all = of_all or (r.resolution is None and of_ones and not r.has(Cue.COUNTRIES))
    unopposed = r.has(Cue.UNANIMOUS) and not among.without_a_vote and among.unanimous is None
    counted = bool(among.bounds) or among.tied
    results = unopposed or among.unanimous is not None or counted or (r.has(Cue.RESULT) and not r.votes)
    of_any = r.resolution is None and r.tells(Shape.RESOLUTION) and r.has(Cue.WHICH_OF) and not r.has(Cue.COUNTRIES)
    all_agreed = unopposed or among.unanimous is not None
    of_any = of_any or (r.resolution is None and r.has(Cue.HOW_MANY) and all_agreed)
    of_several = counted or of_any or r.has(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS) or r.tells(Shape.WHICH_RESOLUTIONS)
    # 12月22日表决了哪些决议, and not those with fewer than 26 votes.
    voted_on = r.has(Cue.DOCUMENTS) and not (among.without_a_vote or r.has(Cue.LEAST, Cue.MOST) or _other_numbers(r))
    of_time = _only_a_time(r, among)
    voted_on = voted_on or of_time
    of_none = r.resolution is None or of_time
    counts = (r.has(Cue.LIST, Cue.TIMES, Cue.HOW_MANY) or voted_on) and r.has(Cue.CAST) and of_none
    which_amendments = bool(among.amendments) and r.resolution is None
    which_amendments = which_amendments and r.has(Cue.WHICH_OF, Cue.HOW_MANY, Cue.LIST, Cue.THERE_IS, Cue.WHO)
    put_to_the_vote = (counts or which_amendments) and among != Among() and not (r.votes or r.has(Cue.COUNTRIES))
    if r.states or r.groups:
        return None
    if order is not Order.LATEST and of_all:
        wanted = among
    elif of_several and results and not among.without_a_vote:
        order, wanted = Order.LATEST, replace(among, unopposed=unopposed)
    elif put_to_the_vote:
        order, wanted = Order.LATEST, replace(among, put_to_the_vote=True)
    else:
        return None
    on = on_subject(r, wanted)
    rank = 1 if order is Order.LATEST else rank_of(r).place
    asked = ListQuestion(order=order, results=True, rank=rank, share=r.has(Cue.SHARE))
    return on if isinstance(on, ClarifyQuestion) else replace(asked, among=on)


def _only_of_a_time(r: Reading, among: Among) -> bool:
    """Whether a message says no more of what it asks than the time or the body: what was rejected in 2023?"""
    return bool(among.times or among.body) and r.resolution is None and not topic_of(r)


def _only_a_time(r: Reading, among: Among) -> bool:
    """Whether a message asks what was voted on at a time, and says no more than of which body, or on which day:
    2025年10月人权理事会的表决, what did the Council vote on on 4 May 2023?"""
    of_day = all(period.first == period.last for period in among.times)
    then = r.resolution is not None and not _of_other_time(r, among)
    says_which = bool(among.times) and (bool(r.bodies) or of_day)
    return says_which and not (then or topic_of(r) or r.has(Cue.WHO))


def _of_other_time(r: Reading, among: Among) -> bool:
    """Whether the resolution in view was adopted at none of the times that are named."""
    in_view = r.resolution
    return in_view is not None and bool(among.times) and not any(p.has(in_view.adopted) for p in among.times)


def _other_numbers(r: Reading) -> bool:
    """Whether a message has a number that is none of a date."""
    dated = times.spans(r)
    numbers = r.library.lexicon.references.numbers(r.text.norm)
    return any(not any(a <= start < b for a, b in dated) for start, _, _ in numbers)


_ASK_FOR_A_LIST = (Cue.DOCUMENTS, Cue.ALL_DOCUMENTS, Cue.LATEST_ONE, Cue.EARLIEST, Cue.LIST)


def _mentioned(r: Reading, among: Among) -> Question | None:
    """哪份决议提到饮水, which resolutions mention housing: of all, also with one of them in view."""
    of_amendments = bool(among.amendments) and r.resolution is None
    latest_one = r.has(Cue.LATEST_ONE) and r.tells(Shape.RESOLUTION)
    # 提到刑讯的决议: of all, where none is in view.
    which = r.resolution is None and r.tells(Shape.SAYING) and r.tells(Shape.RESOLUTION)
    several = of_amendments or r.has(Cue.DOCUMENTS) or of_a_subject(r) or latest_one or which
    if (
        not (several and r.has(Cue.WHERE, Cue.IT_IS_SAID, Cue.ON_SUBJECT))
        or r.states
        or r.groups
        or r.votes
        or r.has(Cue.CAST)
    ):
        return None
    latest = newest(r)
    asking = r.spans_of(*_ASK_FOR_A_LIST, Cue.HOW_MANY, Cue.ON_SUBJECT, Shape.AMENDMENT)
    asked = [*asking, *(latest.spans if latest else ())]
    asked += [*r.spans_of(Cue.YES_OR_NO), *times.spans(r), *spans_of_sessions(r)]
    words = topic_of(r) if of_amendments else subject_words(r, [*asked, *r.own, *r.shapes.get(Shape.ADOPTED, ())])
    words = _whole_name(words, r)
    if weight(words) < LEAST_WORDS:
        return None
    # Of amendments there are no texts.
    on = replace(among, words=words) if of_amendments else replace(among, mentions=words)
    return ListQuestion(on, results=of_amendments, listed=_for_a_list(r))


def _whole_name(words: str, r: Reading) -> str:
    """The name of the one state of which words are a part, as it is typed, the US; the words where they say more."""
    named = [m for m in r.library.names.find(r.text) if m.named.sense is Sense.STATE]
    said = r.text.norm[named[0].start : named[0].end] if len(named) == 1 else ""
    return said if set(words.split()) <= set(said.split()) else words


def _for_a_list(r: Reading) -> bool:
    """Whether resolutions are to be listed, list resolutions on food, and not found by what they say: which mention
    it?"""
    return r.has(Cue.LIST) or not (r.has(Cue.IT_IS_SAID, Cue.WHICH_OF) or r.tells(Shape.SAYING))
