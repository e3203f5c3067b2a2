"""Which resolutions a question of more than one is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from bot.language.cues import Cue
from bot.language.dates import dates
from bot.language.lexicon import apart_from
from bot.language.named import Mention, Sense
from bot.language.normal import BLANK, blank, is_chinese
from bot.language.numerals import COUNTED
from bot.language.phrases import ARABIC_IN
from bot.language.shapes import Shape
from bot.question import times
from bot.question.all_alike import all_alike
from bot.question.among import about
from bot.question.any_such import any_resolution, of_a_part
from bot.question.came_to import outcome_of
from bot.question.documents import A_TITLE, LEAST_WORDS, words_of
from bot.question.latest import newest
from bot.question.model import ClarifyQuestion, Unclear
from bot.question.ordering import in_which_year
from bot.question.pieces import behind_resolutions, tokens
from bot.question.reading import LITTLE, Reading, letters, weight
from bot.question.record import Among, By
from bot.question.sessions import sessions, spans_of_sessions
from bot.question.structure import STRUCTURE
from bot.question.votes_on import asked_behind_topic, begins_at, headed_by_topic, votes_on
from bot.resolution import Body, Outcome, Resolution, Span


def divided(r: Reading) -> By | None:
    """By what it is asked for each part: 逐年, by body."""
    cues = {Cue.BY_YEAR: By.YEAR, Cue.BY_BODY: By.BODY, Cue.BY_SUBJECT: By.SUBJECT}
    return next((by for cue, by in cues.items() if r.has(cue)), None)


def on_subject(r: Reading, among: Among) -> Among | ClarifyQuestion:
    """The conditions with the subject that the message names: 关于粮食的决议, resolutions on food; asked back where
    other words are left."""
    words = topic_of(r)
    if weight(words) < LEAST_WORDS:
        return among
    if r.has(Cue.WHERE, Cue.ON_SUBJECT, Cue.ON_BEHIND) or about(words, r.library):
        return replace(among, words=words)
    return ClarifyQuestion(Unclear.PART, part=words) if weight(words) > LITTLE else among


def states_on(r: Reading) -> list[Mention]:
    """The states that stand behind a word for "on", or in Chinese before one, with what else it is on between:
    古巴禁运问题上."""
    # How about India is no question on it, nor what did Russia abstain on and China oppose.
    joins = {a for a, _ in r.spans_of(Cue.JOIN)}
    said = [x for x in r.cues.get(Cue.ON_SUBJECT, ()) if r.skipped(x[1], ()) not in joins]
    words = apart_from(said, r.spans_of(Cue.AND_THEN))
    empty = [x for x in r.spans_of(Shape.ARTICLE, Cue.FILLER) if not any(a < x[1] and x[0] < b for a, b in words)]
    norm = blank(r.text.norm, empty).replace(BLANK, " ")
    ends = {len(r.text.norm[:b].rstrip()) for _, b in words}
    states = [m for m in r.mentions if m.named.sense in (Sense.STATE, Sense.SEVERAL)]
    behind = [max((m for m in states if m.end <= a), key=lambda m: m.end, default=None) for a, _ in _behind(r)]
    behind += behind_resolutions(r)
    # How Germany voted on Haiti, 德国对海地怎么投, 谁对海地弃权.
    voters = [m.end for m in r.mentions if m.named.sense in (Sense.STATE, Sense.GROUP)] if r.has(Cue.CAST) else []
    voters += [b for _, b in r.cues.get(Cue.WHO, ())] if r.votes else []
    casting = {b for a, b in r.spans_of(Shape.OF_OBJECT) if any(end <= a for end in voters)}
    behind += [m for m in states if len(r.text.norm[: m.start].rstrip()) in casting]
    # 德国怎么投巴勒斯坦的: how it voted on that.
    cast = {b for _, b in r.spans_of(Cue.CAST)} if r.has(Cue.HOW) else set()
    behind += [m for m in states[1:] if m.start in cast and is_chinese(r.text.norm[m.start])]
    return [m for m in states if m in behind or before_resolution(m, r) or _end_before(norm, m.start) in ends]


def behind_on(state: Mention, r: Reading) -> bool:
    """Whether a state stands right behind a word for "on": по Сирии, المتعلقة بإيران."""
    norm = r.text.norm
    end = _end_before(norm, state.start)
    return any(len(norm[:b].rstrip()) == end for _, b in r.cues.get(Cue.ON_SUBJECT, ()))


def _end_before(norm: str, start: int) -> int:
    """Where what stands before a name ends, less the Arabic preposition written as one with it: المتعلقة بإيران."""
    before = norm[:start]
    return len((before[:-1] if before.endswith(" " + ARABIC_IN) else before).rstrip())


def several_on(r: Reading) -> list[Mention]:
    """The states that it is asked on, each by itself, how others voted, where they are several: on Syria and on
    Belarus; nothing where they are not."""
    on, named = states_on(r), [m for m in r.mentions if m.named.sense is Sense.STATE]
    words = {len(r.text.norm[:b].rstrip()) for _, b in apart_from(r.spans_of(Cue.ON_SUBJECT), r.spans_of(Cue.AND_THEN))}
    empty = r.spans_of(Shape.ARTICLE, Cue.MEMBERS)
    norm = blank(r.text.norm, [x for x in empty if x[1] not in words]).replace(BLANK, " ")
    on = [m for m in on if len(norm[: m.start].rstrip()) in words]
    for one, other in pairwise(named):
        joins = [x for x in r.cues.get(Cue.JOIN, ()) if one.end <= x[0] and x[1] <= other.start]
        between = blank(norm, joins)[one.end : other.start]
        if one in on and other not in on and joins and not between.replace(BLANK, "").strip():
            on.append(other)
    return on if 1 < len(on) < len(named) and not is_chinese(r.text.norm[on[0].start]) else []


def before_resolution(state: Mention, r: Reading) -> bool:
    """Whether a word for a resolution or an amendment stands behind a state, in Chinese, with nothing but what the
    resolution is on between, 叙利亚决议, 伊朗人权决议, or in Arabic right before it."""
    norm = r.text.norm
    if any(r.skipped(b, (Cue.FILLER,)) == state.start for _, b in r.spans_of(Shape.RESOLUTIONS_OF)):
        return True
    starts = [a for a, _ in r.spans_of(Shape.RESOLUTION, Shape.AMENDMENT, Shape.DRAFT) if a >= state.end]
    start = min(starts, default=-1)
    if start > 0 and not is_chinese(norm[start]):
        # Syria resolutions, the Syria human rights resolution.
        between = norm[state.end : start]
        words = [*apart_from(r.known, r.spans_of(Cue.FILLER)), *r.spans_of(Cue.ON_SUBJECT, Cue.JOIN, Cue.CAST)]
        # صوتت مصر على القرارات: it voted on them.
        words += r.spans_of(Shape.OF_OBJECT)
        asked = any(a < start and state.end < b for a, b in words)
        return len(between) <= _MOST_BETWEEN and not set(between) & set(_SIGNS) and not asked
    # 巴勒斯坦的大会决议.
    start = next((a for a, b, _ in r.library.catalogue.organs(norm) if b == start), start)
    if not 0 <= start - state.end <= _MOST_BEFORE:
        return False
    # 叙利亚的决议, but not 中国提出的决议.
    start = max((a for a, b in r.cues.get(Cue.OF_THOSE, ()) if b == start), default=start)
    # 只有法国和英国的决议, 德国和印度在各决议上: of both.
    joined = any(b == state.start for _, b in r.cues.get(Cue.JOIN, ())) and state is not r.mentions[0]
    # The 点 of 定居点 says nothing of its own.
    words = [(a, b) for a, b in r.known if b - a > 1 or (a, b) not in r.spans_of(Cue.FILLER)]
    # 委内瑞拉那份决议草案.
    words = apart_from(words, r.spans_of(Shape.THAT_ONE, Shape.WHICH_ONE))
    known = [*words, *r.spans_of(Cue.OF_THOSE, Cue.JOIN)]
    said = set(norm[state.end : start]) & set(_SIGNS)
    return not (said or joined) and not any(a < start and state.end < b for a, b in known)


_MOST_BEFORE = 8
"""Characters that may stand between a state and the word for a resolution on it."""
_MOST_BETWEEN = 32
"""The same in scripts with spaces."""
_MOST_BEHIND = 12
"""Characters that may stand between a state and the word for "on" behind it."""


def _behind(r: Reading) -> list[Span]:
    """Where a word for "on" stands behind a state, with no sign between them."""
    # 美国在新疆问题上: of a voter.
    voters = {start for start, _ in apart_from(r.cues.get(Cue.VOTING, ()), r.cues.get(Cue.ON_BEHIND, ()))}
    ends = [m.end for m in r.mentions]
    near = ((a, b, max((x for x in ends if x <= a), default=None)) for a, b in r.cues.get(Cue.ON_BEHIND, ()))
    said = [(a, b, r.text.norm[end:a]) for a, b, end in near if end is not None and end not in voters]
    return [(a, b) for a, b, between in said if len(between) <= _MOST_BEHIND and not set(between) & set(_SIGNS)]


_SIGNS = ",;。?!"


def without_topic(r: Reading) -> tuple[Reading, str]:
    """A message that asks how a state or a group voted on a state: without the name of the latter, and the name; as it
    is, and no name, where it names nobody else, or none so."""
    named = [m for m in r.mentions if m.named.sense is Sense.STATE]
    voters = [m for m in r.mentions if m.named.sense in (Sense.STATE, Sense.SEVERAL, Sense.GROUP)]
    on = states_on(r)
    of_it = r.resolution and (r.named or _is_on(r.resolution, on, r))
    if not on and len(named) == 2 and r.has(Cue.BY_YEAR) and _apart(named[0], named[1], r):
        # Kazakhstan by year on human rights in Belarus.
        on = named[1:]
    on = on or headed_by_topic(named, voters, r)
    if of_it or len(on) != 1 or len(voters) == 1:
        return r, ""
    topic = on[0]
    # How about Japan and China asks of both.
    plainly = before_resolution(topic, r) or any(begins_at(a, topic, r) for a, _ in _behind(r)) or votes_on(topic, r)
    plainly = plainly or asked_behind_topic(topic, voters, r)
    if topic is voters[0] and not plainly:
        return r, ""
    left = tuple(m for m in r.mentions if m is not topic)
    return replace(r, mentions=left, own=(*r.own, (topic.start, topic.end))), r.text.norm[topic.start : topic.end]


def _apart(one: Mention, other: Mention, r: Reading) -> bool:
    """Whether something is said between two states that neither joins nor compares them."""
    joins = [(a - one.end, b - one.end) for a, b in r.cues.get(Cue.JOIN, ()) if one.end <= a and b <= other.start]
    compares = r.has(Cue.SAME, Cue.DIFFER, Cue.COMPARE, Cue.AGREEMENT)
    return not compares and bool(letters(blank(r.text.norm[one.end : other.start], joins)))


def in_order(r: Reading, topic: str, words: str) -> str:
    """The words that resolutions are on and the state among them, as they stand in the message: 白俄罗斯人权."""
    norm = blank(r.text.norm, [(a, b) for a, b, _ in r.library.catalogue.organs(r.text.norm)])
    places = {word: norm.find(word) for word in (*words.split(), topic)}
    return " ".join(sorted(places, key=lambda word: places[word]))


def _is_on(resolution: Resolution, states: Sequence[Mention], r: Reading) -> bool:
    """Whether the title of a resolution names any of some states."""
    named = r.library.titles.named_by(r.library.catalogue.places[resolution.symbol])
    return any(not named.isdisjoint(m.named.codes) for m in states)


def asks_who(r: Reading) -> bool:
    """Whether it is asked who cast a vote on one resolution, so that a state that is named is one that it is on:
    古巴禁运谁弃权, who was against the one on Belarus?"""
    which = r.spans_of(Shape.WHICH_RESOLUTIONS, Cue.DOCUMENTS)
    # The only one who voted against asks for nobody's name.
    ends = [b for _, b in r.cues.get(Cue.ONLY, ())]
    # 哪些国家 asks for states, whatever 哪些 asks for alone.
    asking = apart_from(r.spans_of(Cue.WHO), [*which, *r.spans_of(Cue.WHICH_OF)])
    asking += apart_from(r.spans_of(Cue.COUNTRIES), which)
    who = [x for x in asking if not any(0 <= x[0] - b <= 2 for b in ends)]
    of_all = (Cue.DOCUMENTS, Cue.ALL_DOCUMENTS, Cue.TIMES, Cue.ALWAYS, Cue.EVER, Cue.MOST, Cue.OFTEN, Cue.HOW_MANY)
    otherwise = (Cue.HOW, Cue.AMONG, Cue.EXCEPT, Cue.EXCEPT_BEHIND, Cue.ELSE, Cue.SAME, Cue.LIKE, Cue.DIFFER)
    # Entre 2021 et 2025, من غير صوته: neither says of whom it is asked.
    others = r.has(*of_all) or apart_from(r.spans_of(*otherwise), [*times.spans(r), *r.spans_of(Cue.CHANGED)])
    return (bool(r.votes) or changes(r)) and bool(who) and not (others or alone(r))


def changes(r: Reading) -> bool:
    """Whether a change of somebody's vote is spoken of; 日本和德国投得不同的 is from one another, and who never voted
    differently from China from that one."""
    # 在布隆迪问题上2023年和2025年投得不一样: from one year to the other.
    on = {code for m in states_on(r) for code in m.named.codes} if len(times.dated(r)) > 1 else set()
    voters = [code for code in r.states if code not in on]
    from_one = len(voters) > 1 or (len(voters) == 1 and r.has(Cue.WHO, Cue.COUNTRIES))
    return bool(apart_from(r.spans_of(Cue.CHANGED), r.spans_of(Cue.DIFFER) if from_one else []))


def alone(r: Reading) -> bool:
    """Whether a state is said to be the only one: 只有中国弃权, Russia alone."""
    empty = (Cue.FILLER, Cue.BEING, Cue.VOTING)
    states = [m for m in r.mentions if m.named.sense is Sense.STATE]
    words = r.cues.get(Cue.ONLY, ())
    return any(r.skipped(b, empty) == m.start or r.skipped(m.end, empty) == a for a, b in words for m in states)


def of_all_alike(r: Reading) -> bool:
    """Whether it is asked of all resolutions on the same, and not of one: who opposed each of them, in which year most
    were in favour."""
    # Which years asks for no voters.
    who = bool(apart_from(r.spans_of(Cue.WHO, Cue.COUNTRIES), r.spans_of(Cue.BY_YEAR)))
    asks_who = who and bool(r.votes) and not r.has(Cue.SAME, Cue.ALIKE, Cue.AGREEMENT)
    of_years = r.has(Cue.ALL, Cue.BOTH) and len(times.dated(r)) > 1
    # 哪些国家反对过叙利亚决议: whoever did so on any of those on it.
    ever = r.has(Cue.EVER) and bool(states_on(r)) and len(states_on(r)) == len(r.states)
    each = asks_who and (of_years or ever or r.has(Cue.ALWAYS, Cue.ALL_DOCUMENTS, Cue.BY_YEAR))
    return each or in_which_year(r)


def of_voters_on(r: Reading) -> bool:
    """Whether it is asked who voted so on all resolutions of a kind, on each of them or on how many."""
    return of_all_alike(r) or _of_several_on(r) or any_resolution(r) or of_a_part(r)


def _of_several_on(r: Reading) -> bool:
    """Whether it is asked who voted so on the resolutions, which are several, on a state: who voted against the Syria
    resolutions?"""
    several = apart_from(r.spans_of(Shape.SEVERAL_RESOLUTIONS), r.spans_of(Shape.WHICH_RESOLUTIONS, Cue.WHO))
    who = apart_from(r.spans_of(Cue.WHO, Cue.COUNTRIES), r.spans_of(Shape.WHICH_RESOLUTIONS, Cue.DOCUMENTS))
    of_one = r.documents or r.tells(Shape.THIS_DOCUMENT, Shape.THAT_ONE, Shape.ONE_THAT) or r.has(Cue.SAME, Cue.LIKE)
    plainly = bool(several and who) and len(r.named_votes) == 1 and r.votes == r.named_votes
    return plainly and not of_one and {m.named.codes for m in states_on(r)} == {
        m.named.codes for m in r.mentions if m.named.sense in (Sense.STATE, Sense.SEVERAL)
    } != set()


def lists_resolutions(r: Reading) -> bool:
    """Whether resolutions on a subject are to be listed or counted, with no word that says that there are several:
    列一下死刑的决议, 死刑决议有多少份."""
    counted = [b for _, b in r.spans_of(Cue.HOW_MANY) if any(b == end for _, end in r.spans_of(Shape.OF_LIST))]
    lists = r.has(Cue.LIST) or (r.has(Cue.THERE_IS) and r.has(Cue.WHICH_ONES))
    of_votes = r.about_votes or r.groups or r.has(Cue.RESULT, Cue.COUNTRIES, Cue.HOW)
    of_one = r.documents or r.references.selections or r.tells(Shape.THIS_DOCUMENT, Shape.PART_UNIT)
    of_one = of_one or r.has(Cue.IT_IS_SAID, Cue.WHERE, Cue.THE_TEXT)
    asks = r.tells(Shape.RESOLUTION) and (bool(counted) or lists) and not (of_votes or of_one)
    return asks and weight(topic_of(r)) >= LEAST_WORDS


OF_AMENDMENTS = (Shape.AMENDMENT, Shape.NO_AMENDMENTS, Shape.WITH_AMENDMENTS, Shape.DRAFT)
"""Say whether these, or drafts, are meant as well as resolutions, alone, or not."""
_OF_CONDITIONS = (
    *OF_AMENDMENTS, Shape.SPECIAL_SESSION, Shape.WITHOUT_A_VOTE, Shape.ADOPTED, Shape.RESOLUTION, Shape.BETWEEN_DATES,
    Shape.WHEN, Shape.WHICH_YEAR, Shape.OLDEST_FIRST, Shape.REST_OF_LIST, Shape.NEARLY_ADOPTED, Shape.LOSING,
    Shape.WINNING,
)  # fmt: skip


def topic_of(r: Reading) -> str:
    """What is left of a message that may say what the resolutions are on, without the years and what else is a
    condition."""
    known = [*r.spans_of(*STRUCTURE, *_OF_CONDITIONS), *times.spans(r), *spans_of_sessions(r)]
    # Of all that have such a title, the title says what they are on.
    titles = [(a, b) for a, b, _ in r.library.catalogue.titled(r.text.norm) if weight(r.text.norm[a:b]) >= A_TITLE]
    # The 人 of 人权 says nothing of its own, nor the 发 of 发展权.
    every = [x for x in (*r.known, *known) if x not in titles or r.named]
    left = _words_in_part(blank(r.text.norm, every), r.text.norm)
    said = words_of(letters(left), r)
    return " ".join(dict.fromkeys(word for word in said.split() if not COUNTED.fullmatch(word)))


def _words_in_part(left: str, norm: str) -> str:
    """What is left of a text, with those Chinese words whole of which single characters were taken for others."""
    if not is_chinese(left):
        return left
    whole = list(left)
    for start, end in _words_of(norm):
        taken = [at for at in range(start, end) if left[at] == BLANK]
        if len(taken) == 1 and end - start > 1 and is_chinese(norm[start]):
            whole[taken[0]] = norm[taken[0]]
    return "".join(whole)


@lru_cache(maxsize=256)  # the pieces of one message are looked at several times
def _words_of(norm: str) -> tuple[Span, ...]:
    """Where the words of a text stand."""
    return tuple(tokens(norm, 0, len(norm)))


def listed(r: Reading, words: str) -> Among:
    """The resolutions that are looked for by a year, a body, a session, words of their titles, or a piece of their
    symbols."""
    if r.library.catalogue.with_parts(words) is not None:
        # HRC in it is no name of the body by itself, and 2023 no year.
        return Among(words=words.strip())
    spans = [
        *((a, b) for a, b, _ in r.library.catalogue.organs(r.text.norm)),
        *((d.start, d.end) for d in dates(r.text.norm)),
        *spans_of_sessions(r),
    ]
    named = [*spans, *r.spans_of(Shape.RESOLUTION)] if spans else []
    left = blank(r.text.norm, named).replace(BLANK, " ").strip(" 年的,") if named else words.strip()
    return replace(conditions(r), words=left)


_BETWEEN = 16
"""Characters that may stand between a negation and the word for "unanimous" that it negates."""


def conditions(r: Reading) -> Among:
    """Which resolutions a message asks of: of a year, of a body, adopted or not."""
    body = next(iter(r.bodies)) if len(r.bodies) == 1 else None
    special, without = r.tells(Shape.SPECIAL_SESSION), r.tells(Shape.WITHOUT_A_VOTE)
    outcome = outcome_of(r)
    # What another body than the Security Council 否决 it rejected.
    voted_down = r.has(Cue.VETO) and bool(r.bodies) and Body.SECURITY_COUNCIL not in r.bodies
    if voted_down and not (r.states or r.groups):
        outcome = Outcome.REJECTED
    if r.tells(Shape.NEARLY_ADOPTED):
        outcome = Outcome.REJECTED
    latest = newest(r)
    among = Among(
        times.periods(r),
        body,
        special=special,
        without_a_vote=without,
        amendments=amendments(r),
        drafts=_drafts(r),
        outcome=outcome,
        latest=latest.count if latest else 0,
        bounds=r.bounds,
        tied=r.tells(Shape.TIED),
        session=next((number for _, number in sessions(r)), 0),
    )
    if r.has(Cue.ALL_IN_FAVOUR) and not without and not (r.states or r.groups):
        before = min(start for start, _ in r.cues[Cue.ALL_IN_FAVOUR])
        negated = any(0 <= before - end <= _BETWEEN for _, end in r.cues.get(Cue.NEGATION, ()))
        among = replace(among, unanimous=not negated)
    if all_alike(r):
        among = replace(among, unanimous=True)
    if r.has(Cue.UNANIMOUS) and r.states and r.votes:
        among = replace(among, unopposed=True)
    return among


def amendments(r: Reading) -> bool | None:
    """Whether only amendments are meant, or, False, neither these nor drafts; None where a message says neither."""
    if r.tells(Shape.NO_AMENDMENTS):
        return False
    # Those that mention an amendment: that is what is sought in them.
    words = (Cue.ON_SUBJECT, Cue.WHERE, Cue.IT_IS_SAID)
    sought = any(r.precedes(at, words, (Cue.FILLER,)) for at, _ in r.spans_of(Shape.AMENDMENT)) and not _of_voting(r)
    only = r.tells(Shape.AMENDMENT) and not (r.tells(Shape.WITH_AMENDMENTS) or sought or r.has(Cue.IT_IS_SAID))
    return True if only and r.library.catalogue.has_amendments else None


def _of_voting(r: Reading) -> bool:
    """Whether it is asked how somebody voted, so that “on amendments” says what on."""
    return r.about_votes or r.has(Cue.ALIKE, Cue.SAME, Cue.LIKE, Cue.AGREEMENT, Cue.DIFFER, Cue.UNITED, Cue.SPLIT)


def _drafts(r: Reading) -> bool:
    """Whether only what was put to the vote as a whole is meant: which drafts were rejected?"""
    plainly = r.tells(Shape.DRAFT) and not r.tells(Shape.AMENDMENT, Shape.NO_AMENDMENTS, Shape.WITH_AMENDMENTS)
    return plainly and r.library.catalogue.has_amendments
