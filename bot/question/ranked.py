"""Questions who is first of all states: who voted most like one, who did so most often, or always."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.named import Mention, Sense
from bot.language.normal import BLANK, blank
from bot.language.shapes import Shape
from bot.question import times
from bot.question.any_such import any_member, any_resolution, of_a_part, whether_any
from bot.question.conditions import (
    conditions,
    of_all_alike,
    of_voters_on,
    on_subject,
    topic_of,
)
from bot.question.documents import LEAST_WORDS
from bot.question.model import ClarifyQuestion, Question, Unclear
from bot.question.not_always import who_not_always
from bot.question.ordering import in_which_year, order_of, says_apart, which_of_a_body
from bot.question.pieces import joined
from bot.question.reading import Reading, letters, weight
from bot.question.record import AlikeQuestion, Order, ThroughoutQuestion
from bot.question.sets import These
from bot.question.thresholds import counted_numbers
from bot.question.unused import not_so_many
from bot.resolution import Span, Vote


def alike(r: Reading) -> Question | None:
    """谁和中国一致率最高, which countries always vote with China; 俄罗斯和日本谁跟中国更一致."""
    if one := _more_like_one(r) or _like_most_of(r) or _against_one(r):
        return one
    if len(r.states) != 1 or len(r.groups) > 1 or r.named_votes:
        return None
    never = r.has(Cue.EVER) and r.has(Cue.NEGATION, Cue.NO_ONE)
    superlative = (
        (r.has(Cue.MOST, Cue.LEAST, Cue.ALWAYS) or (never and r.has(Cue.SAME)))
        and r.has(Cue.SAME, Cue.AGREEMENT, Cue.LIKE, Cue.DIFFER)
        and r.has(Cue.WHO, Cue.COUNTRIES)
    )
    # Who votes like France?, who agreed with it in 2022?, with no document in view: those most like it.
    likened = r.resolution is None and _likened(r)
    # Who never voted otherwise than China?: always as it did.
    never_otherwise = never and r.has(Cue.DIFFER) and r.has(Cue.WHO, Cue.COUNTRIES)
    if not (r.has(Cue.ALIKE) or superlative or never_otherwise or (likened and not r.votes)):
        return None
    # Who never votes with the US?: those least like it, with how often they were.
    never_so = never and not r.has(Cue.DIFFER)
    least = (r.has(Cue.LEAST, Cue.DIFFER) or never_so) and not never_otherwise
    always = (r.has(Cue.ALWAYS) and not least) or never_otherwise or (likened and r.has(Cue.ALL) and not superlative)
    asked = AlikeQuestion(r.states[0], least, always, group=_one_group(r))
    return _on(r, asked)


def _likened(r: Reading) -> bool:
    """Whether it is asked who voted as a state did, or otherwise, and on what is not said."""
    asks = r.has(Cue.WHO, Cue.COUNTRIES) and r.has(Cue.SAME, Cue.LIKE, Cue.DIFFER)
    if r.has(Cue.CAST):
        return asks and r.has(Cue.SAME, Cue.LIKE)
    of_one = r.documents or r.groups or r.tells(Shape.RESOLUTION, Shape.THIS_DOCUMENT, Shape.THAT_ONE)
    return asks and r.has(Cue.SAME, Cue.DIFFER) and not of_one and weight(topic_of(r)) < LEAST_WORDS


def _against_one(r: Reading) -> Question | None:
    """Who votes against Israel most, 谁最常反对以色列: who voted least as that one did; None where a resolution is
    spoken of, which may be on it."""
    asks = r.has(Cue.WHO, Cue.COUNTRIES) and r.has(Cue.MOST, Cue.OFTEN) and r.named_votes == {Vote.NO}
    of_one = r.resolution or r.documents or r.groups or r.tells(Shape.RESOLUTION) or r.has(Cue.DOCUMENTS)
    if not asks or of_one or len(r.states) != 1 or len(r.mentions) != 1:
        return None
    against = any(r.skipped(end, (Cue.MEMBERS,)) == r.mentions[0].start for _, end, _ in r.vote_words)
    return _on(r, AlikeQuestion(r.states[0], least=True)) if against else None


def _like_most_of(r: Reading) -> Question | None:
    """Who broke with the EU most often, 谁最常跟欧盟唱反调: by how often they voted as most of its members did; of the
    members alone, where they are said to break ranks. None where that is asked of the resolution in view."""
    # How often EU members voted differently is a number of votes.
    counts = r.has(Cue.TIMES) and not r.has(Cue.WHO, Cue.MOST, Cue.LEAST, Cue.ALIKE)
    asks = r.has(Cue.WHO, Cue.COUNTRIES, Cue.KIND_OF) and not (counts or _which_resolutions(r))
    if len(r.groups) != 1 or r.states or r.named_votes or not asks:
        return None
    of_all = r.has(Cue.OFTEN, Cue.MOST, Cue.LEAST, Cue.ALWAYS, Cue.ALL_DOCUMENTS, Cue.DOCUMENTS, Cue.TIMES)
    likened = r.has(Cue.SAME, Cue.DIFFER, Cue.ALIKE, Cue.AGREEMENT) and (of_all or r.has(Cue.ALIKE))
    if not (r.has(Cue.RANKS) or likened) or (r.resolution is not None and not of_all) or r.has(Cue.OWN_GROUP):
        return None
    least = r.has(Cue.RANKS, Cue.DIFFER, Cue.LEAST)
    of = r.groups[0] if r.has(Cue.RANKS) else ""
    return _on(r, AlikeQuestion("", least, group=of, majority=r.groups[0]))


def _more_like_one(r: Reading) -> Question | None:
    """俄罗斯和日本谁跟中国更一致, who votes more like China, Russia or Japan?: which of two is more like a third."""
    named = [m for m in r.mentions if m.named.sense is Sense.STATE]
    more = r.has(Cue.MORE, Cue.MOST, Cue.COMPARE, Cue.ALIKE, Cue.LEAST)
    # With China or with Japan: of all of them, where none is in view.
    of_all = r.resolution is None and first_of_sides(r, named) is not None
    likened = r.has(Cue.SAME, Cue.AGREEMENT, Cue.LIKE, Cue.ALIKE) and r.has(Cue.WHO, Cue.OR, Cue.WHICH_OF)
    likened = likened or of_all
    if len(named) != len(r.states) or len(named) != _OF_THREE or not likened or not (more or of_all) or r.named_votes:
        return None
    one = _of_two_sides(r, sorted(named, key=lambda m: m.start))
    one = one or _apart(r, named, (Cue.JOIN, Cue.OR), (Cue.MEMBERS,)) or _apart(r, named, (Cue.OR,), _BEFORE_A_SIDE)
    if one is None:
        return None
    of = tuple(code for m in named if m is not one for code in m.named.codes)
    return _on(r, AlikeQuestion(one.named.codes[0], r.has(Cue.LEAST), of=of))


def _of_two_sides(r: Reading, named: Sequence[Mention]) -> Mention | None:
    """The first of three names, where it is likened to the second, and then, behind an "or", to the third:
    印度和中国一致多还是和美国一致多; None where it is not said so."""
    first, second, third = named
    with_ = (Cue.LIKE, Cue.JOIN, Cue.MEMBERS, Cue.FILLER)
    either = any(second.end <= a and r.skipped(b, with_) == third.start for a, b in r.spans_of(Cue.OR))
    likened = any(second.end <= a and b <= third.start for a, b in r.spans_of(Cue.SAME, Cue.AGREEMENT, Cue.ALIKE))
    return first if either and likened and joined(r, first.end, second.start, (Cue.JOIN, Cue.LIKE)) else None


def first_of_sides(r: Reading, named: Sequence[Mention]) -> Mention | None:
    """The one of three states of which it is asked with which of the others it sided: Chile with Cuba or with Japan;
    None where that is not asked."""
    if len(named) != len(r.states) or len(named) != _OF_THREE or r.has(Cue.COUNTRIES, Cue.DIFFER):
        return None
    one = _apart(r, named, (Cue.OR,), _BEFORE_A_SIDE)
    if one is None:
        return None
    # Voted with: Spanish and Russian say it with words that are no more than "with".
    start, end = (named[0].end, named[1].start) if one is named[0] else (named[1].end, named[2].start)
    cast = any(start <= a and b <= end for a, b in r.spans_of(Cue.CAST, Cue.STANCE))
    return one if letters(r.text.norm[start:end]) and (cast or r.has(Cue.SAME, Cue.LIKE, Cue.ALIKE)) else None


_BEFORE_A_SIDE = (Cue.MEMBERS, Cue.LIKE, Cue.SAME, Cue.ALIKE, Cue.FILLER, Cue.OF_THOSE)
"""What may stand beside the word that joins the two: with China or with the US."""


def _apart(
    r: Reading, named: Sequence[Mention], by: tuple[Cue, ...], beside: tuple[Cue, ...]
) -> Mention | None:
    """The first or the last of three names, where the other two alone are joined by such words, with none but others
    beside them; None where it is not so."""
    apart = [at for at, (a, b) in enumerate(pairwise(named)) if not joined(r, a.end, b.start, by, beside)]
    return named[-1 if apart[0] else 0] if len(apart) == 1 else None


_OF_THREE = 3
"""Two states, and the one that they are likened to."""


def throughout(r: Reading) -> Question | None:
    """谁在所有决议里都投反对票, which countries always abstained; who of two states voted so more often."""
    if _of_several(r) and len(r.votes) == 1 and not r.resolution:
        least = bool(apart_from(r.spans_of(Cue.LEAST), r.spans_of(Cue.EITHER)))
        return _on(r, ThroughoutQuestion(r.votes, most=True, least=least, of=r.states))
    if of_part := who_not_always(r) or _by_share(r) or _alone(r):
        return _on(r, of_part)
    # Are there states with a yes on all of them?
    there_are = (r.has(Cue.THERE_IS) and r.has(Cue.KIND_OF)) or which_members(r) or any_resolution(r) or any_member(r)
    asks = (there_are or r.has(Cue.WHO, Cue.COUNTRIES)) and not r.states and len(r.groups) < 2
    if asks and (did_not := _not_cast(r)):
        return _on(r, did_not)
    if in_which_year(r):
        return None
    # By how many more were in favour than against, resolutions are told apart, and no states.
    of_margin = order_of(r) in (Order.NARROWEST, Order.WIDEST)
    asks = asks and bool(r.votes) and not of_margin
    one_vote = len(r.named_votes) == 1
    ranked = says_apart(r, Cue.MOST, Cue.LEAST, Cue.CONTESTED)
    most = one_vote and ranked and not r.resolution and not _which_resolutions(r)
    # Who never voted so, or on no resolution, voted otherwise whenever they voted.
    never = (r.has(Cue.EVER) or _on_none(r)) and r.votes != r.named_votes
    most = most or (one_vote and not never and _on_one_or_more(r))
    # Who voted against the Syria resolutions: on how many of them; on all of them: on each.
    of_topic, every = asks and one_vote and _of_topic(r), r.has(Cue.ALL, Cue.BOTH, Cue.ALL_DOCUMENTS, Cue.ALWAYS)
    most = most or (of_topic and not every)
    if not asks or not (most or never or of_topic or r.has(Cue.ALL_DOCUMENTS, Cue.ALWAYS) or of_all_alike(r)):
        return None
    if times_said := _so_many_times(r):
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[slice(*times_said)])
    if only := _only_so(r):
        return _never_otherwise(r) or ClarifyQuestion(Unclear.PART, part=only)
    # In 2021, 2022 and 2023 each time: on each of them, and not only whenever they voted.
    of_years = len(times.dated(r)) > 1 and weight(topic_of(r)) >= LEAST_WORDS
    each = r.has(Cue.ALL_DOCUMENTS) or of_years or (of_topic and r.has(Cue.ALL, Cue.BOTH))
    # The fewest times: those that never did so among them.
    least = most and r.has(Cue.LEAST) and not r.has(Cue.CONTESTED)
    asked = _on(r, ThroughoutQuestion(r.votes, each, most, least=least, group=_one_group(r)))
    part = not_so_many(asked.among, r) if isinstance(asked, ThroughoutQuestion) else ""
    return ClarifyQuestion(Unclear.PART, part=part) if part else _yes_or_no(asked, r)


def _yes_or_no(question: Question, r: Reading) -> Question:
    """The question; if anybody did so at all, where that is asked, and not who did so most."""
    ranks = says_apart(r, Cue.MOST, Cue.LEAST, Cue.CONTESTED)
    whether = isinstance(question, ThroughoutQuestion) and question.most and not ranks and whether_any(r)
    return replace(question, whether=True) if isinstance(question, ThroughoutQuestion) and whether else question


def _not_cast(r: Reading) -> ThroughoutQuestion | None:
    """Who did not vote at all, ever, or most often, where no resolution is in view; None where that is not said."""
    if not r.has(Cue.NOT_CAST) or r.resolution or not r.has(Cue.ALL, Cue.ALL_DOCUMENTS, Cue.EVER, Cue.MOST):
        return None
    most = r.has(Cue.MOST) and not r.has(Cue.ALL, Cue.EVER)
    return ThroughoutQuestion(frozenset({Vote.NOT_VOTING}), most=most, group=_one_group(r))


def _on_one_or_more(r: Reading) -> bool:
    """Whether it is asked who did so on any of them: 谁反对过, who ever voted against; which of the P5 abstained in the
    Council in 2023."""
    ever = r.has(Cue.EVER) and not r.has(Cue.ALL, Cue.ALWAYS)
    ever = ever or any_resolution(r) or of_a_part(r)
    return r.resolution is None and (ever or (which_members(r) and _of_a_part(r)))


def _of_several(r: Reading) -> bool:
    """Whether it is asked who of several states voted so more often."""
    # At least one of the two is no least.
    more = bool(apart_from(r.spans_of(Cue.MOST, Cue.OFTEN), r.spans_of(Cue.EITHER)))
    more = more or (r.has(Cue.LEAST) and r.has(Cue.COMPARE))
    # How often did China abstain, compared with India? That "how often" is one of agreement as well.
    counted = r.has(Cue.TIMES, Cue.HOW_MANY, Cue.AGREEMENT) and r.has(Cue.COMPARE) and len(r.named_votes) == 1
    likened = r.has(Cue.SAME) or (r.has(Cue.AGREEMENT, Cue.LIKE) and not counted)
    return len(r.states) > 1 and (more or counted) and not likened


def _on_none(r: Reading) -> bool:
    """Whether any resolution is spoken of behind a vote, and who cast it is asked before: من لم يصوت ضد أي قرار."""
    who, votes = r.spans_of(Cue.WHO, Cue.COUNTRIES), [b for _, b, _ in r.vote_words]
    any_one = r.spans_of(Shape.WHICH_RESOLUTIONS) if r.resolution is None else []
    return any(end <= a for end in votes for a, _ in any_one) and any(a < min(votes) for a, _ in who)


def _so_many_times(r: Reading) -> Span | None:
    """Where it is said how many times at least, or at most, somebody did so; None where it is not."""
    said = r.spans_of(Cue.TIMES)
    counted = ((a, b) for a, b, _ in counted_numbers(r))
    return next(((a, b) for a, b in counted if any(x <= a and b <= y for x, y in said)), None)


def which_members(r: Reading) -> bool:
    """Whether it is asked which members of a group did something, and not on what: which of the P5, 五常中哪个."""
    empty, asks = (Cue.FILLER, Cue.MEMBERS, Cue.OF_THOSE, Cue.AMONG), r.spans_of(Cue.WHICH_OF, Cue.WHO)
    behind = {r.skipped(b, empty) for _, b in asks}
    groups = [m for m in r.mentions if m.named.group]
    before = len(groups) == 1 and r.skipped(groups[0].end, empty[1:]) in {a for a, _ in asks}
    beside = before or (len(groups) == 1 and groups[0].start in behind)
    of_all = r.tells(Shape.WHICH_RESOLUTIONS) or r.has(Cue.ALL_DOCUMENTS)
    return beside and not (of_all or r.has(Cue.UNITED, Cue.SPLIT, Cue.SAME))


def _of_a_part(r: Reading) -> bool:
    """Whether it is asked of the resolutions of a time, or of a body, and not of one alone."""
    return bool(times.dated(r) or conditions(r).body) and not (r.documents or r.tells(Shape.RESOLUTION))


def _never_otherwise(r: Reading) -> Question | None:
    """Who only ever voted so, 谁只投过赞成票: and never otherwise; None where that is not said, or of one in view."""
    # Votó solo en contra alguna vez may say that nobody else did.
    votes = [start for start, _, _ in r.vote_words]
    only = [(a, min((x for x in votes if x >= a), default=a)) for a, _ in r.spans_of(Cue.ONLY)]
    ever = any(a <= x < vote for x, _ in r.spans_of(Cue.EVER) for a, vote in only)
    so = len(r.named_votes) == 1 and r.votes == r.named_votes and ever and not r.resolution
    return _on(r, ThroughoutQuestion(r.votes, each=False, group=_one_group(r))) if so else None


def _of_topic(r: Reading) -> bool:
    """Whether it is asked of several resolutions on a state, whose name is taken for what they are on."""
    named = [m for m in r.library.names.find(r.text) if m.named.sense in (Sense.STATE, Sense.SEVERAL)]
    return bool(named) and of_voters_on(replace(r, mentions=(*r.mentions, *named))) and not r.bounds


def _which_resolutions(r: Reading) -> bool:
    """Whether it is asked which resolutions, or amendments, and not which states."""
    starts = {start for start, _ in r.cues.get(Cue.WHICH_OF, ())}
    of_amendments = bool(conditions(r).amendments) and r.has(Cue.WHICH_OF)
    which = of_amendments or r.tells(Shape.WHICH_RESOLUTIONS) or which_of_a_body(r)
    which = which or any(start in starts for start, _ in r.cues.get(Cue.DOCUMENTS, ()))
    of_ones = r.tells(Shape.WHICH_OF_THEM) or (r.has(Cue.WHICH_OF) and r.tells(Shape.RESOLUTION))
    return which or (of_ones and not r.has(Cue.COUNTRIES, Cue.KIND_OF))


def _one_group(r: Reading) -> str:
    return r.groups[0] if r.groups else ""


def together(r: Reading) -> Question | None:
    """谁总和美国一起反对, who abstains with China most?: who cast a vote where a state did, of all that did so."""
    together = {a for a, _ in r.spans_of(Shape.TOGETHER)}
    beside = any(m.end in together or r.precedes(m.start, (Cue.LIKE,), (Cue.MEMBERS,)) for m in r.mentions)
    asks = r.has(Cue.WHO, Cue.COUNTRIES) and len(r.states) == 1 and len(r.named_votes) == 1 and r.votes == r.named_votes
    if not (asks and beside) or r.resolution is not None or r.groups or r.has(Cue.HOW, Cue.DIFFER, Cue.LEAST):
        return None
    among = replace(conditions(r), voted=((r.states[0], r.votes),))
    always = r.has(Cue.ALWAYS, Cue.ALL) and not r.has(Cue.MOST)
    return ThroughoutQuestion(r.votes, each=False, most=not always, left_out=(These(r.states),), among=among)


def _by_share(r: Reading) -> ThroughoutQuestion | None:
    """哪个国家赞成率最高, which country has the lowest yes rate?: who voted so in the largest part of their votes; None
    where that is not asked."""
    which = r.has(Cue.WHO, Cue.COUNTRIES) and not (r.states or r.resolution or _which_resolutions(r))
    extreme = r.has(Cue.MOST, Cue.LEAST) and not in_which_year(r)
    if not (which and extreme and r.has(Cue.SHARE)) or len(r.named_votes) != 1 or r.votes != r.named_votes:
        return None
    least = r.has(Cue.LEAST) and not r.has(Cue.CONTESTED)
    return ThroughoutQuestion(
        r.votes, each=False, most=True, share=True, least=least, group=_one_group(r)
    ) if len(r.groups) < 2 else None


def _alone(r: Reading) -> ThroughoutQuestion | None:
    """谁单独投过反对票, who has ever been the only one against?: whose vote nobody else cast, of all resolutions where
    none is in view; None where that is not asked."""
    one_vote = len(r.named_votes) == 1 and r.votes == r.named_votes
    of_all = r.resolution is None or r.has(Cue.EVER, Cue.OFTEN, Cue.ALWAYS, Cue.DOCUMENTS, Cue.TIMES)
    asks = r.has(Cue.WHO, Cue.COUNTRIES) or not r.unaccounted
    if not (one_vote and of_all and asks) or r.states or len(r.groups) > 1 or _which_resolutions(r):
        return None
    alone = _beside_vote(r, r.spans_of(Shape.SOLE))
    return ThroughoutQuestion(r.votes, each=False, most=True, alone=True, group=_one_group(r)) if alone else None


def _only_so(r: Reading) -> str:
    """The word for "only" beside a vote that may say that nobody else cast it or that it was the only one cast; empty
    where there is none."""
    return next((r.text.norm[start:end] for start, end in _beside_vote(r, r.spans_of(Cue.ONLY))), "")


_BETWEEN_ALONE = (
    Cue.VOTING, Cue.CAST, Cue.MEMBERS, Cue.WHO_VOTES, Cue.FILLER, Cue.OF_THOSE, Cue.BEING, Cue.KIND_OF, Cue.EVER,
)  # fmt: skip
"""What may stand between a word that says that nobody else did, and the vote."""


def _beside_vote(r: Reading, words: Sequence[Span]) -> list[Span]:
    """Those words that stand right before a vote, the only one to vote against, or right behind it: voted no alone."""
    votes, between = [span for spans in r.vote_spans.values() for span in spans], r.spans_of(*_BETWEEN_ALONE)
    norm = r.text.norm

    def empty(start: int, end: int) -> bool:
        known = [(a - start, b - start) for a, b in between if start <= a and b <= end]
        return not blank(norm[start:end], known).strip(f" {BLANK}")

    return [x for x in words if any((x[1] <= a and empty(x[1], a)) or (b <= x[0] and empty(b, x[0])) for a, b in votes)]


def _on(r: Reading, asked: AlikeQuestion | ThroughoutQuestion) -> Question:
    """The question under the conditions of the message, with what the resolutions are on; asked back where that is not
    known."""
    says_on = r.has(Cue.ON_SUBJECT, Cue.ON_BEHIND, Cue.WHERE) or isinstance(asked, ThroughoutQuestion)
    among = on_subject(r, conditions(r)) if says_on else conditions(r)
    return among if isinstance(among, ClarifyQuestion) else replace(asked, among=among)
