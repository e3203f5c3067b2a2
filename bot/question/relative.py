"""Resolutions that are asked about by how others voted on them: 日本对中国投反对票的决议都怎么投."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.language.cues import Cue
from bot.language.named import Mention, Sense
from bot.language.normal import blank, is_chinese, signs_in
from bot.language.shapes import Shape
from bot.question.conditions import behind_on, conditions, on_subject, states_on
from bot.question.latest import said_between
from bot.question.model import ClarifyQuestion, Question, Unclear
from bot.question.reading import Reading, letters
from bot.question.record import Among, Comparison, GroupHistoryQuestion, HistoryQuestion, ThroughoutQuestion
from bot.resolution import CAST, Span, Vote

_CLAUSE_ENDS = ",;،؛"


def on_others(r: Reading) -> Question | None:
    """日本对中国投反对票的决议都怎么投, 谁反对了中国赞成的决议, how did Japan vote when China abstained: some on those
    on which others voted so."""
    said = subjects(r) if r.votes and _of_several(r) else None
    # 印度对叙利亚人权决议: what one state has to do with them is that they are on it.
    behind = before_resolutions(r) and not (len(r.states) > 1 and states_on(r)) and not _votes_on_them(r)
    if said and said.asked and ((not said.of and behind) or (said.of and r.has(Cue.NO_ONE, Cue.ONLY))):
        # What the named state has to do with the resolutions is not known.
        return ClarifyQuestion(Unclear.WHAT)
    # 中国对白俄罗斯修正案投了几次反对, 中国对海地投了几次弃权: they are on that.
    counts = r.has(Cue.TIMES) and not (r.has(Cue.HOW) or r.tells(Shape.RESOLUTION))
    on_it = (counts or r.tells(Shape.AMENDMENT)) and any(m in states_on(r) for m in (said.of if said else ()))
    if said is None or not said.of or on_it:
        return None
    # The US at the UN: on how many did Washington vote so? One state, named twice.
    whose = {m.named.codes for m in said.of if m.named.sense is Sense.STATE}
    # ضد القرارات المتعلقة بإيران: what they are on.
    on = [m for m in states_on(r) if behind_on(m, r)]
    others = [m for m in r.mentions if m not in [*said.of, *on] and m.named.codes not in whose]
    asked = [m for m in others if m.named.sense in (Sense.STATE, Sense.GROUP)]
    of_names = bool(asked) and _asks_how(r) and all(set_apart(m, said.of, r) for m in asked)
    if of_names is bool(said.asked) or (said.asked and any(m.named.sense is Sense.STATE for m in asked)):
        return None
    groups = [m for m in asked if m.named.sense is Sense.GROUP]
    of_group = next((m for m in said.of if m.named.sense is Sense.GROUP), None)
    if of_group or (groups and len(asked) > 1):
        # Of a group some voted so, and others otherwise.
        unclear = of_group or groups[0]
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[unclear.start : unclear.end])
    among = _among(replace(r, own=(*r.own, *r.spans_of(Shape.WHEN))), on)
    if isinstance(among, ClarifyQuestion):
        return among
    among = replace(among, voted=tuple((code, votes) for m, votes in said.of.items() for code in m.named.codes))
    if said.asked:
        return ThroughoutQuestion(said.asked, each=False, most=True, among=among)
    if groups:
        return GroupHistoryQuestion(groups[0].named.group, among=among)
    states = tuple(dict.fromkeys(code for m in asked for code in m.named.codes))
    alike = len(states) > 1 and r.has(Cue.SAME, Cue.LIKE, Cue.AGREEMENT, Cue.DIFFER)
    return HistoryQuestion(states, comparison=Comparison.AGREEMENT if alike else Comparison.NONE, among=among)


def _among(r: Reading, on: Sequence[Mention]) -> Among | ClarifyQuestion:
    """The conditions of a message, with the state that the resolutions are on."""
    among = on_subject(r, conditions(r))
    if isinstance(among, ClarifyQuestion) or not on or among.words:
        return among
    return replace(among, words=r.text.norm[on[0].start : on[0].end])


def _of_several(r: Reading) -> bool:
    """Whether it asks of more than the resolution in view: of none in view, of resolutions, of whenever it was so."""
    of_one = r.tells(Shape.THIS_DOCUMENT, Shape.ONE_RESOLUTION)
    return r.resolution is None or (r.tells(Shape.RESOLUTION) and not of_one) or r.tells(Shape.WHEN)


def _asks_how(r: Reading) -> bool:
    """Whether it is asked how somebody voted: by a word for it, or by a word of voting apart from those for a vote."""
    votes = [(start, end) for start, end, _ in r.vote_words]
    apart = any(all(said_between(span, vote, r) for vote in votes) for span in r.cues.get(Cue.CAST, ()))
    return r.has(Cue.HOW, Cue.UNITED, Cue.SPLIT) or apart


@dataclass(frozen=True, slots=True)
class Subjects:
    """Who is said to have voted how."""

    of: dict[Mention, frozenset[Vote]]
    """Of each name that is the subject of a vote, that vote: 中国反对的, opposed by China."""
    asked: frozenset[Vote]
    """The vote of which it is asked who cast it: 谁反对了, which countries opposed."""


def subjects(r: Reading) -> Subjects | None:
    """Who is said to have voted how; None where that is not clear."""
    of: dict[Mention, frozenset[Vote]] = {}
    asked: frozenset[Vote] = frozenset()
    for start, end, vote in votes_apart(r.vote_words):
        meant = frozenset(set(CAST) - {vote}) if r.negated(start, end) else frozenset({vote})
        subject = _subject((start, end), r)
        if subject is None or any(of.get(mention, meant) != meant for mention in subject):
            return None
        of |= dict.fromkeys(subject, meant)
        asked |= frozenset() if subject else meant
    return Subjects(of, asked)


def before_resolutions(r: Reading) -> bool:
    """Whether the resolutions stand between a name and every vote: 谁对中国提出的决议投了反对票."""
    resolutions = r.spans_of(Shape.RESOLUTION)
    votes = [(start, end) for start, end, _ in r.vote_words]
    named = [(m.start, m.end) for m in r.mentions if m.named.sense is Sense.STATE]
    return any(all(_count_between(name, vote, resolutions) for vote in votes) for name in named)


def _votes_on_them(r: Reading) -> bool:
    """Whether the one state that a message names is the voter, which stands right before the word for what it voted on,
    and nobody else is asked for: 乍得对关于海地的决议每次都投赞成票吗."""
    objects = {start for start, _ in r.spans_of(Shape.OF_OBJECT)}
    named = [m for m in r.mentions if m.named.sense is Sense.STATE]
    asks = r.has(Cue.WHO, Cue.COUNTRIES)
    return len(named) == 1 and len(r.mentions) == 1 and named[0].end in objects and not asks


def says_which(r: Reading) -> bool:
    """德国反对的关于海地的决议: whether a message only says which resolutions, by who voted how on them, as Chinese
    does before their name, and asks nothing of one of them."""
    norm = r.text.norm
    end = len(norm.rstrip(" ?.!"))
    of = {a for a, _ in r.spans_of(Cue.OF_THOSE)}
    before = any(b in of and is_chinese(norm[a]) for a, b, _ in r.vote_words)
    last = any(b == end for _, b in r.spans_of(Shape.RESOLUTION))
    of_one = r.resolution is not None or r.tells(Shape.THAT_ONE, Shape.ONE_RESOLUTION, Shape.THIS_DOCUMENT)
    asks = r.asks or r.has(Cue.HOW, Cue.WHO, Cue.RESULT, Cue.NOT_SAID)
    return bool(r.states) and before and last and not (of_one or asks)


def set_apart(mention: Mention, of: dict[Mention, frozenset[Vote]], r: Reading) -> bool:
    """Whether a name stands apart from every vote that others are the subjects of: another name, the resolutions or the
    end of a clause is between."""
    others = [(m.start, m.end) for m in of]
    spans = [(start, end) for start, end, _ in r.vote_words]
    return all(_count_between((mention.start, mention.end), span, [*others, *_ends(r)]) for span in spans)


def votes_apart(words: Iterable[tuple[int, int, Vote]]) -> list[tuple[int, int, Vote]]:
    """The words for votes, those that overlap and say the same as one: 投反对票."""
    apart: list[tuple[int, int, Vote]] = []
    for start, end, vote in sorted(words):
        if apart and start < apart[-1][1] and vote is apart[-1][2]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]), vote)
        else:
            apart.append((start, end, vote))
    return apart


def _subject(vote: Span, r: Reading) -> list[Mention] | None:
    """The names that are the subject of a word for a vote: the nearest one, and what is joined to it; none where a word
    that asks who is nearer; None where neither is in its clause."""
    # Voted against on Syria: it is no voter.
    on = [m for m in states_on(r) if behind_on(m, r) or r.precedes(m.start, (Cue.ON_SUBJECT,), (Cue.MEMBERS,))]
    voters = (m for m in r.mentions if m.named.sense in (Sense.STATE, Sense.GROUP) and m not in on)
    named = sorted(voters, key=lambda m: m.start)
    ends = _ends(r)

    spans = [(m.start, m.end) for m in named]

    def distance(span: Span) -> tuple[int, int, bool, bool]:
        gap = max(vote[0] - span[1], span[0] - vote[1])
        return _count_between(span, vote, ends), gap, span not in spans, span[0] > vote[0]

    nearest = min((*spans, *r.spans_of(Cue.WHO, Cue.COUNTRIES)), key=distance, default=None)
    if nearest is None or distance(nearest)[0]:
        return [] if r.has(Cue.WHO_VOTES, Cue.COUNTRIES) else None
    if nearest not in spans:
        return []
    first = last = spans.index(nearest)
    while first and joined(named[first - 1], named[first], r):
        first -= 1
    while last + 1 < len(named) and joined(named[last], named[last + 1], r):
        last += 1
    return named[first : last + 1]


def joined(one: Mention, other: Mention, r: Reading) -> bool:
    """Whether nothing but a word that joins stands between two names."""
    joining = [(a - one.end, b - one.end) for a, b in r.cues.get(Cue.JOIN, ()) if one.end <= a and b <= other.start]
    return not letters(blank(r.text.norm[one.end : other.start], joining))


def _ends(r: Reading) -> list[Span]:
    """Where one clause ends, or another begins: commas, the resolutions themselves, when."""
    commas = signs_in(r.text.norm, _CLAUSE_ENDS)
    return [*commas, *r.spans_of(Shape.RESOLUTION, Shape.WHEN)]


def _count_between(one: Span, other: Span, spans: Iterable[Span]) -> int:
    """How many of the spans stand between two others."""
    (_, end), (start, _) = sorted((one, other))
    return sum(end <= a and b <= start for a, b in spans)
