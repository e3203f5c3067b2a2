"""A state that votes are on, and so no voter: how many votes on Chad were there, 乍得的表决结果."""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.named import Mention, Sense
from bot.language.normal import blank, is_chinese
from bot.language.shapes import Shape
from bot.question import times
from bot.question.reading import LITTLE, Reading, letters


def votes_on(state: Mention, r: Reading) -> bool:
    """Whether a state stands right behind a word for votes and one that says what these are on."""
    starts = {r.skipped(end, ()) for _, end in r.spans_of(Cue.CAST)}
    on = [b for a, b in r.spans_of(Cue.ON_SUBJECT) if a in starts]
    return any(r.skipped(b, (Cue.MEMBERS, Cue.FILLER)) == state.start for b in on)


def asked_behind_topic(topic: Mention, named: Sequence[Mention], r: Reading) -> bool:
    """Whether it is asked behind a state that is a topic, before any other name, how somebody voted: on Iran in 2024,
    how did Japan vote; sur l'Iran, comment a voté le Japon."""
    voters = [m.start for m in named if m.start >= topic.end]
    # Como Alemania: like it.
    like = [(a, b) for a, b in r.spans_of(Cue.LIKE) if voters and r.skipped(b, (Cue.MEMBERS,)) == voters[0]]
    how = apart_from(r.spans_of(Cue.HOW), like)
    asking = [a for a, _ in how if a >= topic.end and voters and a < voters[0]]
    # The Spanish cómo is a word that joins as well.
    joins = [a for a, _ in r.spans_of(Cue.JOIN) if a not in asking]
    return bool(asking) and not any(topic.end <= a < voters[0] for a in joins)


def headed_by_topic(states: Sequence[Mention], named: Sequence[Mention], r: Reading) -> list[Mention]:
    """The state that a message is on, where it begins with it, and only then asks how another voted, with no word
    for "on": that Syria thing in 2023, how did Chile vote; lo de Siria, ¿cómo votó Chile?"""
    norm = r.text.norm
    if len(states) != _TWO or is_chinese(norm[states[0].start]):
        return []
    state = states[0]
    if r.has(Cue.AND_THEN, Cue.CORRECTION, Cue.IT, Cue.SAME, Cue.DIFFER, Cue.COMPARE):
        return []
    how = min((a for a, _ in r.spans_of(Cue.HOW) if a >= state.end), default=0)
    # A name that is called upon first, and asked of behind a sign: Chile? How did it vote?
    signs = not set(norm[state.end : how]).isdisjoint(_ENDS)
    return [state] if not signs and asked_behind_topic(state, named, r) and r.left <= LITTLE else []


_TWO = 2
"""The state that a message is on, and the voter."""
_ENDS = ".;?!:。"
"""Signs at which what a name says ends."""


def vote_was_on(r: Reading) -> list[Mention]:
    """The one state that a message names, where it is what was voted on: with the result of a vote behind it in
    Chinese, or a word for what is voted on before it, 就乍得的表决, التصويت على تشاد; nothing where it may be a
    voter."""
    if len(r.mentions) != 1 or r.mentions[0].named.sense is not Sense.STATE or r.has(Cue.HOW, Cue.STANCE):
        return []
    state = r.mentions[0]
    cast = r.spans_of(Cue.CAST)
    before = [a for a, b in r.spans_of(Shape.OF_OBJECT) if r.skipped(b, ()) == state.start]
    objects = any(b <= at for at in before for _, b in cast) or any(state.end <= a for a, _ in cast if before)
    # 乍得的表决结果, and not 乍得的投票.
    behind = r.skipped(state.end, (Cue.OF_THOSE,))
    results = [(a, b) for a, b in r.spans_of(Cue.RESULT) if a == behind]
    of_vote = any(a <= x and y <= b for a, b in results for x, y in cast)
    return [state] if objects or of_vote else []


def begins_at(at: int, state: Mention, r: Reading) -> bool:
    """Whether a word begins at a place with nothing but a time between it and a state: 布隆迪2022年的局势."""
    spans = [(a - state.end, b - state.end) for a, b in times.spans(r) if state.end <= a and b <= at]
    spans += [(a - state.end, b - state.end) for a, b in r.cues.get(Cue.OF_THOSE, ()) if spans and state.end <= a < at]
    return state.end <= at and not letters(blank(r.text.norm[state.end : at], spans))
