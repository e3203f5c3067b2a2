"""The words for a set of states: 非洲国家组（摩洛哥除外）."""

from __future__ import annotations

from collections.abc import Iterable

from bot.question.sets import (
    EVERYONE,
    AllOf,
    AnyOf,
    Everyone,
    Less,
    LikeOwnGroup,
    Members,
    StateSet,
    These,
    VotedLike,
    VotedSo,
)
from bot.resolution import Resolution, Vote
from bot.wording.voice import Voice

_MOST_NAMED = 6
"""How many states are named one by one in the head of a list of them."""


def described(expression: StateSet, resolution: Resolution, voice: Voice) -> str:
    """A set of states in words."""
    match expression:
        case Everyone():
            return voice.wording("sets.all")
        case These(codes):
            few = len(codes) <= _MOST_NAMED
            named = (voice.state(c, resolution) for c in codes)
            return voice.listed(named) if few else voice.wording("sets.those", count=len(codes))
        case Members(group):
            return voice.group(group)
        case VotedSo(votes):
            return voice.wording("sets.voted", votes=either(votes, voice))
        case VotedLike() | LikeOwnGroup():
            return _likened(expression, resolution, voice)
        case AnyOf(sets):
            return voice.listed(described(s, resolution, voice) for s in sets)
        case AllOf(sets):
            return voice.wording(
                "sets.both", sets=voice.wording("sets.and").join(described(s, resolution, voice) for s in sets)
            )
        case Less(whole, left_out):
            left = described(left_out, resolution, voice)
            if whole == EVERYONE:
                return voice.wording("sets.without", left_out=left)
            return voice.wording("sets.less", whole=described(whole, resolution, voice), left_out=left)


def _likened(expression: VotedLike | LikeOwnGroup, resolution: Resolution, voice: Voice) -> str:
    """Those who voted as another did, or as most of their own group, or otherwise, in words."""
    if isinstance(expression, LikeOwnGroup):
        return voice.wording("sets.with_own_group" if expression.alike else "sets.against_own_group")
    heading = voice.wording(f"heading.{resolution.vote_of(expression.code)}")
    key = "sets.like" if expression.alike else "sets.unlike"
    return voice.wording(key, state=voice.state(expression.code, resolution), heading=heading)


def either(votes: Iterable[Vote], voice: Voice) -> str:
    """The headings of votes: 赞成或弃权; in the order of the record's columns."""
    asked = set(votes)
    return voice.wording("sets.or").join(voice.wording(f"heading.{v}") for v in Vote if v in asked)
