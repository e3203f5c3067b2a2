"""Which two states voted most alike, or least, of all or of a group: 东盟哪两国投票最一致, which two of the P5 voted
least alike."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.shapes import Shape
from bot.question.conditions import conditions, on_subject
from bot.question.model import ClarifyQuestion, Question
from bot.question.reading import Reading
from bot.question.record import AlikeQuestion


def pair_alike(r: Reading) -> Question | None:
    """Which two voted most, or least, alike; None where no pair of states is asked for, or on one resolution."""
    likened = r.has(Cue.SAME, Cue.ALIKE, Cue.AGREEMENT, Cue.DIFFER, Cue.LIKE, Cue.UNITED, Cue.SPLIT)
    ranked = r.has(Cue.MOST, Cue.LEAST, Cue.ALIKE, Cue.OFTEN, Cue.DIFFER)
    of_one = r.resolution is not None and not r.has(Cue.OFTEN, Cue.DOCUMENTS, Cue.ALL_DOCUMENTS)
    # Agreed the least: with one another, and with no resolution.
    voted = apart_from(((a, b) for a, b, _ in r.vote_words), r.spans_of(Cue.SAME, Cue.DIFFER))
    if not (r.tells(Shape.WHICH_TWO) and likened and ranked) or of_one or r.states or len(r.groups) > 1 or voted:
        return None
    # 最不一致, least alike, differ most.
    least = r.has(Cue.LEAST, Cue.DIFFER, Cue.SPLIT)
    spans = r.spans_of(Shape.WHICH_TWO)
    read = replace(r, own=(*r.own, *spans))
    among = on_subject(read, conditions(read)) if r.has(Cue.ON_SUBJECT, Cue.ON_BEHIND, Cue.WHERE) else conditions(read)
    if isinstance(among, ClarifyQuestion):
        return among
    return AlikeQuestion("", least, group=r.groups[0] if r.groups else "", among=among, pairs=True)
