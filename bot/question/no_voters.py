"""States that no record of a vote lists: beside a voter, such a one is what resolutions are on."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.language.cues import Cue
from bot.language.named import Sense
from bot.question.pieces import joined
from bot.question.reading import Reading


def without_no_voter(r: Reading) -> tuple[Reading, str]:
    """A message that asks how others voted for or against one that never votes, without its name, and the name: did
    Norway ever vote for Palestine? As it is, and no name, where it asks of both or compares them."""
    named = sorted((m for m in r.mentions if m.named.sense is Sense.STATE), key=lambda m: m.start)
    voting = frozenset(r.library.ballots.codes)
    never = [m for m in named if voting.isdisjoint(m.named.codes)]
    compares = r.has(Cue.SAME, Cue.LIKE, Cue.DIFFER, Cue.AGREEMENT, Cue.COMPARE, Cue.ALIKE)
    if len(never) != 1 or len(named) < 2 or compares:
        return r, ""
    topic = never[0]
    if any(topic in pair and joined(r, pair[0].end, pair[1].start) for pair in pairwise(named)):
        return r, ""
    left = tuple(m for m in r.mentions if m is not topic)
    return replace(r, mentions=left, own=(*r.own, (topic.start, topic.end))), r.text.norm[topic.start : topic.end]
