"""What a message names and its question leaves out: the bot asks back rather than answer a smaller question."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.language.cues import Cue
from bot.language.lexicon import apart_from, longest
from bot.language.named import Mention, Sense
from bot.language.normal import blank, is_chinese
from bot.language.numerals import COUNTED, value
from bot.language.phrases import is_letter
from bot.language.shapes import Shape
from bot.question.exceptions import of_it
from bot.question.frame import Frame, Role, members_of
from bot.question.measure import negating_sameness
from bot.question.model import (
    ClarifyQuestion,
    GroupsQuestion,
    Question,
    RollQuestion,
    TableQuestion,
    TallyQuestion,
    Unclear,
    VoteQuestion,
)
from bot.question.on_what import in_a_paragraph
from bot.question.reading import LITTLE, SOME, VOTE_CUES, Reading, letters, weight
from bot.question.sets import (
    EVERYONE,
    AllOf,
    AnyOf,
    Less,
    Measure,
    StateSet,
    These,
    VotedLike,
    VotedSo,
    codes_in,
    groups_in,
    parts,
)
from bot.question.structure import STRUCTURE
from bot.question.thresholds import comparing, counted_numbers
from bot.resolution import CAST, Span

_OF_VOTES = (VoteQuestion, RollQuestion, TableQuestion, GroupsQuestion, TallyQuestion)
"""The questions that names and words for votes are used by."""
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{3,40})\s?$")
"""What stands right before a word that joins it to a name; a Chinese one is not set apart from what is before it."""


def accounted(question: Question, f: Frame) -> Question:
    """The question; or what is asked back, where it would answer less than the message says."""
    part = _ally(question, f) or left_out(question, f)
    return ClarifyQuestion(Unclear.PART, part=part) if part else question


def without_list(f: Frame) -> ClarifyQuestion | None:
    """How states voted of which there is no list: 发达国家怎么投的; None where votes are on them, or for them, or a
    paragraph is sought that speaks of them."""
    r = f.reading
    said = _without_list(r)
    left = r.left_besides(Shape.NO_LIST)
    goes_on = isinstance(f.conversation.last, _OF_VOTES) and not left
    # El sur global: its sur is no French one.
    of_text = apart_from(r.spans_of(Cue.IT_IS_SAID, Cue.WHERE, Cue.ON_SUBJECT, Cue.OPINION, Shape.PART_UNIT), said)
    # The great powers, and nothing else, of which no text here speaks.
    alone = not left and not f.conversation.turns and bool(said) and not in_a_paragraph(r.text.norm[slice(*said[0])], r)
    asks = goes_on or alone or (r.about_votes and left <= SOME)
    if not said or of_text or r.references.selections or not asks:
        return None
    # Support for developing countries is no vote of theirs.
    supported = r.word_before(said[0][0], (Cue.YES,), (Cue.FILLER, Cue.MEMBERS, Cue.AND_THEN))
    of_theirs = not supported or r.has(Cue.CAST, Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY) or r.tells(Shape.RESOLUTION)
    return ClarifyQuestion(Unclear.NO_LIST, part=r.text.cased[slice(*said[0])]) if of_theirs else None


def _without_list(r: Reading) -> list[Span]:
    """Where states are spoken of of which there is no list; not the least developed ones, of which there is one, nor
    words beside a name, which says who is meant: NATO allies, 其邻国秘鲁."""
    named = [(m.start, m.end) for m in r.mentions if m.named.sense is not Sense.WORD and not m.guessed]
    return [
        (start, end)
        for start, end in longest(r.spans_of(Shape.NO_LIST))
        if not any(a < end and start < b for a, b in named)
        and not any(r.skipped(b, ()) == start or r.skipped(end, ()) == a for a, b in named)
    ]


def left_out(question: Question, f: Frame) -> str:
    """The first name, or word for a vote or an exception, that a question about votes does not use; empty where it uses
    all."""
    if not isinstance(question, _OF_VOTES):
        return ""
    norm = f.reading.text.norm
    for mention, role in f.roles:
        if role is not Role.CORRECTED and not _used(mention, question, f):
            return norm[mention.start : mention.end]
    # In favour, against and abstaining: how each of them.
    restricting = f.reading.vote_spans.items() if f.reading.named_votes != set(CAST) else ()
    for vote, spans in restricting:
        if not _votes_used(question, f):
            return norm[slice(*spans[0])] if vote in f.reading.named_votes else ""
    if isinstance(question, RollQuestion) and (part := _measured_otherwise(question, f)):
        return norm[slice(*part)]
    # Three countries: the number is used.
    counted = isinstance(question, RollQuestion) and question.bound is not None
    tallied = isinstance(question, TallyQuestion) and bool(f.reading.named_votes)
    of_states = tallied or (isinstance(question, RollQuestion) and not counted)
    if of_states and not f.roles and (kind := _kind_of_states(f)):
        # Who of the ten: of the group that was asked about before.
        of_so_many = isinstance(question, RollQuestion) and question.who != EVERYONE and value(kind) is not None
        return "" if of_so_many else kind
    taken_back = any(role is Role.CORRECTED for _, role in f.roles)
    subtracted = isinstance(question, TallyQuestion) and f.reading.has(Cue.DIFFERENCE)
    if subtracted or taken_back:
        return ""
    joined = _unknown_joined(f) or _unknown_beside_states(question, f) or _unknown_between(question, f)
    if joined := joined or _outside_nothing(question, f):
        return joined
    # How many of the EU voted yes, and how many did not: of all votes, none is left out.
    of_some = isinstance(question, RollQuestion) or (isinstance(question, TableQuestion) and not question.of_all)
    dropped = _dropped(f) if of_some else _unused((Cue.EXCEPT,), f)
    return norm[slice(*dropped)] if dropped else _not_in_both(question, f) or _unknown_of_group(question, f)


def _ally(question: Question, f: Frame) -> str:
    """Those like a state, where it is asked how they voted, and not who they are: 美国的盟友里谁反对."""
    spans = f.reading.cues.get(Cue.ALIKE, ()) if isinstance(question, VoteQuestion) else ()
    return f.reading.text.norm[slice(*spans[0])] if spans else ""


def _unknown_joined(f: Frame) -> str:
    """What a name is joined to and is none here: Bogotá or Atlantis; empty where there is no such."""
    r = f.reading
    for mention in r.mentions:
        words = [span for cue in (Cue.JOIN, Cue.OR) for span in r.cues.get(cue, ())]
        joins = [end for start, end in words if start - mention.end in (0, 1)]
        at = r.skipped(max(joins, default=0), (Cue.MEMBERS,))
        until = r.unknown_from(at)
        if joins and until - at > 1 and not is_chinese(r.text.norm[at]):
            return r.text.norm[at:until].strip()
        before = [start for start, end in words if r.skipped(end, (Cue.MEMBERS,)) == mention.start]
        word = _WORD_BEFORE.search(r.text.norm, 0, min(before, default=0))
        if word and r.unknown_from(word.start()) >= word.end(1):
            return word[1]
    return ""


def _unknown_beside_states(question: Question, f: Frame) -> str:
    """The same in Chinese, beside states that are asked about one by one: 古巴和木星怎么投."""
    r = f.reading
    norm = r.text.norm
    of_states = isinstance(question, VoteQuestion) or any(isinstance(x, These) for x in _sets(question))
    for start, end in longest(r.spans_of(Cue.JOIN, Cue.OR)) if of_states else ():
        until = _name_until(end, r)
        if any(m.end == start for m in f.asked) and until - end > 1 and is_chinese(norm[end]):
            return norm[end:until].strip()
        starts = (at for at in range(start - 1) if is_chinese(norm[at]) and _name_until(at, r) == start)
        if any(m.start == end for m in f.asked) and (before := next(starts, None)) is not None:
            return norm[before:start]
    return ""


def _name_until(at: int, r: Reading) -> int:
    """Where an unknown name in Chinese ends that begins at a place: a character in it may mean something by itself."""
    until = r.unknown_from(at)
    while until > at and (behind := r.unknown_from(until + 1)) > until + 1:
        until = behind
    return until


def _unknown_between(question: Question, f: Frame) -> str:
    """What is not understood between two groups whose members are counted together, or between a vote and a group: it
    may leave out the latter, NATO peeled of the EU, against bar-the EU."""
    r = f.reading
    groups = [m for m in f.asked if m.named.group]
    who = question.who if isinstance(question, RollQuestion) else EVERYONE
    together = any(isinstance(x, AnyOf) for x in parts(who))
    gaps = [(one.end, other.start) for one, other in pairwise(groups) if together]
    for m in groups if isinstance(question, RollQuestion) else ():
        behind = r.word_before(m.start, tuple(VOTE_CUES), (Cue.MEMBERS, Cue.FILLER, Cue.OF_THOSE), unknown=1)
        gaps += [(behind[1], m.start)] if behind and not is_chinese(r.text.norm[m.start]) else []
    for start, end in gaps:
        known = [(a - start, b - start) for a, b in (*r.known, *r.spans_of(*STRUCTURE)) if start <= a]
        if weight(left := letters(blank(r.text.norm[start:end], known))) >= LITTLE:
            return left
    return ""


def _outside_nothing(question: Question, f: Frame) -> str:
    """The word that leaves out those asked about before, where a question leaves nobody out: who outside it."""
    out = any(isinstance(x, (Less, VotedLike)) for s in _sets(question) for x in parts(s))
    spans = [] if out or isinstance(question, VoteQuestion) else sorted(of_it(f.reading))
    return f.reading.text.norm[slice(*spans[0])] if spans else ""


def _unknown_of_group(question: Question, f: Frame) -> str:
    """What is not understood behind a group and a word that says "of them": 阿盟里的高山国家, the EU's members in X."""
    r = f.reading
    if not isinstance(question, RollQuestion) or not f.groups:
        return ""
    groups = [m.end for m in r.mentions if m.named.group]
    for _, end in r.cues.get(Cue.OF_THOSE, ()):
        at = r.skipped(end, (Cue.MEMBERS, Cue.FILLER))
        until = r.unknown_from(at)
        behind_a_group = any(m <= end <= r.skipped(m, (Cue.MEMBERS, Cue.OF_THOSE)) for m in groups)
        # 阿盟里的高山国家: of Chinese, only where it says that they are states.
        named = any(m.start == r.skipped(until, ()) for m in r.mentions)
        states = any(start == until for start, _ in r.cues.get(Cue.KIND_OF, ()))
        unknown = until - at > 1 and not named and (states or not is_chinese(r.text.norm[at]))
        if behind_a_group and unknown:
            return r.text.norm[at:until].strip()
    return ""


_SHORTEST_KIND = 3
"""Characters, with a space: so many at least say behind “countries” which they are."""
_EXPLAIN = (
    Cue.NO_ONE, Cue.NOT_ALL, Cue.NEITHER, Cue.SAME, Cue.DIFFER, Cue.RANKS, Cue.UNITED, Cue.SPLIT, Cue.LEAST, Cue.RESULT,
    Cue.YES, Cue.NO, Cue.ABSTAIN, Cue.NOT_CAST, Cue.YES_AND_NO, Cue.YES_OR_NO, Cue.WHETHER,
    Cue.EXCEPT, Cue.EXCEPT_BEHIND, Cue.ANY_ONE, Cue.ALL, Cue.ONLY, Cue.WHY, Cue.THANKS, Cue.HELP,
    Cue.COMPLAINT, Cue.GREETING, Cue.ALWAYS, Cue.EVER, Cue.UNANIMOUS, Cue.BACK,
)  # fmt: skip
"""Cues of which a negation may be a part: 不一样, nobody."""


def _dropped(f: Frame) -> tuple[int, int] | None:
    """A word for "except", or a negation with the word that it negates, that leaves out nothing; None where all do."""
    norm = f.reading.text.norm
    if dropped := _unused((Cue.EXCEPT, Cue.EXCEPT_BEHIND), f):
        return dropped
    if not (dropped := _unused((Cue.NEGATION, Cue.NOT_OF), f)):
        return None
    end = at = f.reading.skipped(dropped[1], ())
    while end < len(norm) and norm[end].isalnum() and (is_letter(norm[end]) or end - at < MOST_NAMED):
        end += 1
    return (dropped[0], end) if end > at else dropped


MOST_NAMED = 8
"""Chinese characters behind a negation that are named where it is not understood."""


_STOPS = (",", ".", ";", "!")
"""What may stand behind a negation that is a sentence by itself."""


def _unused(cues: tuple[Cue, ...], f: Frame) -> tuple[int, int] | None:
    """The first word of some cues that leaves out nothing and negates nothing, nor is a part of a word that is
    understood otherwise."""
    r = f.reading
    # 不是，我问的是反对的: takes back what was said before.
    explain = [*_EXPLAIN, *([Cue.CORRECTION] if f.conversation.turns else ())]
    explain += [Cue.RHETORICAL] if r.has(Cue.YES_OR_NO) else []
    # Aucun pays n'a voté contre: one negation in two words.
    twice = r.cues.get(Cue.CONCORD, ()) if r.has(Cue.NO_ONE, Cue.NEITHER) else ()
    explain += [Cue.CONCORD] if twice else []
    concord = {end for _, end in twice} if r.refused_votes else set()
    wider = (
        [span for cue in explain for span in r.cues.get(cue, ())]
        if Cue.EXCEPT not in cues
        else r.spans_of(Cue.UNANIMOUS, Cue.ALL, Cue.RANKS)
    )
    # Neither for nor against: it is part of a vote.
    taken = [*f.used, *(span for spans in r.vote_spans.values() for span in spans)]
    taken += comparing(counted_numbers(r), r)  # 不超过5张.
    taken += negating_sameness(r)
    taken += r.cues.get(Cue.JOIN, ()) if f.left_out else ()  # Neither in NATO nor in the EU.
    if r.has(Cue.CORRECTION) and f.conversation.turns:
        # Non, pardon, celle de 2023: it negates what was said before.
        wider += [(a, b) for a, b in r.spans_of(*cues) if a == 0 and r.text.norm[b : b + 1] in _STOPS]
    for start, end in longest(span for cue in cues for span in r.cues.get(cue, ())):
        # Países no están, países no participaron: their no.
        explained = end in concord or any((a <= start or a < end < b) and end <= b for a, b in wider)
        if not explained and not any(a < end and start < b for a, b in taken):
            return start, end
    return None


def _not_in_both(question: Question, f: Frame) -> str:
    """The word that says "in both" where a question names no two sets to be in; empty where it is none."""
    r = f.reading
    spans = r.cues.get(Cue.IN_BOTH, ())
    both = any(isinstance(x, (AllOf, Less)) for s in _sets(question) for x in parts(s))
    asks = isinstance(question, RollQuestion) and not r.has(Cue.NEGATION) and question.only == EVERYONE
    return r.text.norm[slice(*spans[0])] if spans and asks and not both else ""


def _measured_otherwise(question: RollQuestion, f: Frame) -> tuple[int, int] | None:
    """Where words stand for a share of those who voted so, or for a likeness, that a question does not ask; None where
    none do."""
    r = f.reading
    of_the_votes = question.measure is Measure.SHARE and question.only == EVERYONE and groups_in(question.who)
    if of_the_votes:
        return next(iter(r.cues.get(Cue.OF_THE_VOTES, ())), None)
    if question.measure is Measure.LIST and not f.groups and r.tells(Shape.WHICH_OF_THEM, Shape.WHICH_RESOLUTIONS):
        # 哪个赞成最多, of one resolution.
        return next(iter(r.spans_of(Cue.MOST, Cue.LEAST)), None)
    return next(iter(r.spans_of(Cue.DIFFER, Cue.CHANGED, Cue.NARROWEST)), None) if question == RollQuestion() else None


def _kind_of_states(f: Frame) -> str:
    """What is said of the states asked about and is not understood: developing countries, 发达国家; empty where nothing
    is."""
    r = f.reading
    norm = r.text.norm
    if r.has(Cue.ONLY) and r.ends_as_question and r.left and len(r.named_votes) == 1:
        return r.rest  # Was it only the Barbarians that voted against?
    # 发展中国家: 中 says nothing by itself, and is a part of what is said here.
    single = {span for span in r.cues.get(Cue.FILLER, ()) if span[1] - span[0] == 1 and is_chinese(norm[slice(*span)])}
    known = {i for a, b in r.known if (a, b) not in single for i in range(a, b)}
    known |= {i for a, b in r.spans_of(Shape.EVERY_STATE) for i in range(a, b)}
    for start, end in sorted(r.cues.get(Cue.KIND_OF, ())):
        # Romance languages and Arabic say it behind: pays développés.
        behind = r.unknown_from(r.skipped(end, ()))
        if behind - end > _SHORTEST_KIND and not is_chinese(norm[end:behind].strip()[0]):
            return norm[end:behind].strip()
        at = start
        while at > 0 and norm[at - 1] == " ":
            at -= 1
        begin = at
        while begin > 0 and begin - 1 not in known and (norm[begin - 1].isalpha() or norm[begin - 1] == " "):
            begin -= 1
        # 哪六个国家, the two states: a number is no kind.
        said = norm[begin:at].strip()
        if at - begin > 1 and not COUNTED.fullmatch(said) and value(said) is None:
            return said
    return _unknown_those(r)


def _unknown_those(r: Reading) -> str:
    """What stands behind "who of" and is not understood: who of the Vikings; empty where nothing does."""
    for start, end in r.cues.get(Cue.OF_THOSE, ()):
        of_them = any(b in (start - 1, end) for _, b in r.spans_of(Cue.WHICH_OF, Cue.WHO))
        at = r.skipped(end, (Cue.MEMBERS, Cue.FILLER))
        until = r.unknown_from(at)
        if of_them and until - at > _SHORTEST_KIND and not is_chinese(r.text.norm[at]):
            return r.text.norm[at:until].strip()
    return ""


def _sets(question: Question) -> tuple[StateSet, ...]:
    match question:
        case RollQuestion():
            return (question.who, question.only)
        case TableQuestion():
            return question.sets
    return ()


def _used(mention: Mention, question: Question, f: Frame) -> bool:
    """Whether a question holds a name; a group of which a state asked about is a member only says which state is
    meant."""
    states = question.states if isinstance(question, (VoteQuestion, GroupsQuestion)) else ()
    codes = {*states, *(c for s in _sets(question) for c in codes_in(s))}
    groups = {g for s in _sets(question) for g in groups_in(s)}
    if isinstance(question, GroupsQuestion):
        groups |= set(question.groups)
    named = mention.named
    if not named.group:
        return set(named.codes) <= codes
    # 日本怎么投的，G7其他国家呢: of others in it is asked as well.
    behind = all(m.end <= mention.start for m in f.reading.mentions if not m.named.group)
    others = behind and f.reading.has(Cue.ELSE, Cue.WHO, Cue.COUNTRIES)
    return named.group in groups or (bool(set(states) & members_of(named.group, f.reading)) and not others)


def _votes_used(question: Question, f: Frame) -> bool:
    """Whether a question holds the votes that the message means: all of them for a list of what each state cast."""
    meant = f.reading.votes
    match question:
        case VoteQuestion():
            return question.measure in (Measure.LIST, Measure.SAME, Measure.DIFFERENT) or bool(question.asked)
        case RollQuestion():
            held = question.votes.union(*(x.votes for x in parts(question.who) if isinstance(x, VotedSo)))
            # Against Japan, with China: what looks like a vote says who voted otherwise.
            likened = {x.alike for x in parts(question.who) if isinstance(x, VotedLike)}
            return meant <= held or f.reading.named_votes <= held or likened == {True, False}
        case TableQuestion(measure=Measure.LIST):
            return meant <= question.votes
        case TableQuestion():
            return f.reading.named_votes <= question.votes
    return True
