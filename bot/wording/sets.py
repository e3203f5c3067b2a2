"""The words for a set of states: 非洲国家组（摩洛哥除外）."""

from __future__ import annotations

from collections.abc import Iterable

from bot.question.sets import EVERYONE, AllOf, AnyOf, Everyone, Less, Members, StateSet, These, VotedLike, VotedSo
from bot.resolution import Resolution, Vote
from bot.wording.voice import Voice


def described(expression: StateSet, resolution: Resolution, voice: Voice) -> str:
    """A set of states in words."""
    match expression:
        case Everyone():
            return voice.wording("sets.all")
        case These(codes):
            return voice.listed(voice.state(c, resolution) for c in codes)
        case Members(group):
            return voice.group(group)
        case VotedSo(votes):
            return voice.wording("sets.voted", votes=either(votes, voice))
        case VotedLike(code, alike):
            heading = voice.wording(f"heading.{resolution.vote_of(code)}")
            return voice.wording(
                "sets.like" if alike else "sets.unlike", state=voice.state(code, resolution), heading=heading
            )
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


def either(votes: Iterable[Vote], voice: Voice) -> str:
    """The headings of votes: 赞成或弃权; in the order of the record's columns."""
    asked = set(votes)
    return voice.wording("sets.or").join(voice.wording(f"heading.{v}") for v in Vote if v in asked)
