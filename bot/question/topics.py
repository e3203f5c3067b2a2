"""The states that resolutions are on, and no voters, in what is asked of all resolutions."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.named import Mention, Sense
from bot.language.shapes import Shape
from bot.question.conditions import of_voters_on, states_on, topic_of
from bot.question.documents import LEAST_WORDS
from bot.question.latest import newest
from bot.question.ordering import in_which_year
from bot.question.reading import Reading, weight
from bot.question.votes_on import votes_on


def without_topics(r: Reading) -> Reading:
    """The message with the names that say what resolutions are on as words: 关于巴勒斯坦的决议 asks for no vote of
    Palestine."""
    if of_voters_on(r) and (topics := _on_states(r)):
        # Who voted against cooperation with Georgia each time? That is what it is on.
        return replace(r, mentions=tuple(m for m in r.mentions if m not in topics))
    if topics := _in_order_on(r):
        return replace(r, mentions=tuple(m for m in r.mentions if m not in topics))
    if r.has(Cue.BY_YEAR) and r.has(Cue.HOW_MANY, Cue.RESULT) and (said := states_on(r)):
        return replace(r, mentions=tuple(m for m in r.mentions if m not in said))
    # Iran Iran resolutions: said twice, it is no voter.
    says_votes = r.votes or r.has(Cue.CAST, Cue.HOW, Cue.STANCE, Cue.NOT_CAST)
    twice = len(r.states) == 1 < len(r.mentions) and r.tells(Shape.RESOLUTION) and not says_votes and bool(states_on(r))
    if twice or _of_its_amendments(r):
        return replace(r, mentions=tuple(m for m in r.mentions if m.named.sense is not Sense.STATE))
    documents = r.has(Cue.DOCUMENTS) or r.tells(Shape.RESOLUTION, Shape.AMENDMENT)
    of_states = (
        Cue.CAST, Cue.STANCE, Cue.NOT_CAST, Cue.HOW, Cue.SAME, Cue.AGREEMENT, Cue.DIFFER, Cue.LIKE, Cue.ALIKE,
        Cue.COMPARE, Cue.CHANGED, Cue.UNITED, Cue.SPLIT,
    )  # fmt: skip
    counts = r.has(Cue.HOW_MANY, Cue.LIST, Cue.TIMES, Cue.WHICH_OF) or r.tells(Shape.WHICH_RESOLUTIONS)
    # Resolutions mentioning Chad: no word that asks how it voted.
    counts = counts or newest(r) is not None or (r.tells(Shape.SAYING) and r.resolution is None)
    if documents and counts and not (r.votes or r.tells(Shape.LOSING, Shape.WINNING) or r.has(*of_states)):
        # 索马里通过了几份决议: nobody is asked how he voted.
        return replace(r, mentions=tuple(m for m in r.mentions if m.named.sense is not Sense.STATE))
    if (voted_on := _voted_on(r)) is not None:
        return replace(r, mentions=tuple(m for m in r.mentions if m is not voted_on))
    # How many times did the Council vote on Iran?
    documents = documents or (bool(r.bodies) and r.has(Cue.TIMES) and not r.votes)
    # Resolutions on which the US voted are not on the US.
    behind = (m for m in r.mentions if r.precedes(m.start, (Cue.ON_SUBJECT,), (Cue.FILLER,)))
    on = [m for m in behind if m.named.sense is not Sense.STATE or m in states_on(r)]
    named = [m for m in on if not r.precedes(m.start, (Cue.WHICH_OF,), (Cue.FILLER,))] if documents else []
    return replace(r, mentions=tuple(m for m in r.mentions if m not in named)) if named else r


def _voted_on(r: Reading) -> Mention | None:
    """The one state that a message names, right behind votes on it that are counted: how many votes on Chad were there
    in 2022?"""
    if len(r.mentions) != 1 or r.votes or not r.has(Cue.HOW_MANY, Cue.LIST, Cue.TIMES):
        return None
    return r.mentions[0] if votes_on(r.mentions[0], r) else None


def _in_order_on(r: Reading) -> list[Mention]:
    """The states that resolutions are on, where it is asked which of these had the most votes so, or was the closest:
    缅甸决议哪次反对票最多; nothing where other states are named."""
    states = [m for m in r.mentions if m.named.sense is Sense.STATE]
    extreme = r.has(Cue.NARROWEST, Cue.CONTESTED, Cue.MOST_VOTES) or (r.votes and r.has(Cue.MOST, Cue.LEAST))
    asks = extreme and r.tells(Shape.WHICH_OF_THEM, Shape.WHICH_RESOLUTIONS) and r.tells(Shape.RESOLUTION)
    topics = states_on(r) if asks and not r.groups else []
    return topics if set(states) <= set(topics) else []


def _of_its_amendments(r: Reading) -> bool:
    """Whether all states that a message names say what a draft, or what amendments are to, is on, and none how it
    voted: 委内瑞拉那份决议草案的修正案, were all amendments to the Venezuela resolution rejected?"""
    states, rejected = [m for m in r.mentions if m.named.sense is Sense.STATE], r.spans_of(Cue.REJECTED)
    voted = apart_from(((a, b) for a, b, _ in r.vote_words), rejected)
    asks = r.has(Cue.HOW, Cue.STANCE, Cue.NOT_CAST) or voted
    return bool(states) and r.tells(Shape.AMENDMENT, Shape.DRAFT) and not asks and set(states) <= set(states_on(r))


def _on_states(r: Reading) -> list[Mention]:
    """The states that resolutions are on, where it is asked who voted so on each of them, or in which year most did."""
    states = [m for m in r.mentions if m.named.sense is Sense.STATE]
    if not in_which_year(r):
        return states
    # In which year did China vote no most often? China is the voter.
    return states if weight(topic_of(r)) >= LEAST_WORDS or states_on(r) or r.tells(Shape.RESOLUTION) else []
