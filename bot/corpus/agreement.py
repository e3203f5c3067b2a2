"""Whether the texts of one resolution agree with one another."""

from __future__ import annotations

from pathlib import Path

from bot.errors import ContentError
from bot.resolution import Part, Resolution, Vote


def check_agreement(path: Path, text: Resolution, other_path: Path, other: Resolution) -> None:
    """ContentError where two texts of one resolution have not as many paragraphs, or not the same record."""
    for part in Part:
        here, there = len(text.part(part)), len(other.part(part))
        if here != there:
            raise ContentError(
                path,
                None,
                f"{here} paragraphs {part} here, {there} in {other_path.name}; expected as many in every language",
            )
    for one, another in zip(text.paragraphs, other.paragraphs, strict=True):
        if len(one.subparagraphs) != len(another.subparagraphs):
            what = (
                f"{one.id} has {len(one.subparagraphs)} sub-paragraphs here, {len(another.subparagraphs)} in "
                f"{other_path.name}"
            )
            raise ContentError(path, None, f"{what}; expected as many in every language")
    if text.adopted != other.adopted:
        raise ContentError(
            path,
            None,
            f"adopted on {text.adopted} here, on {other.adopted} in {other_path.name}; expected the same day",
        )
    if (text.adoption, text.tally) != (other.adoption, other.tally):
        raise ContentError(
            path, None, f"the adoption is not that in {other_path.name}; expected the same record in every language"
        )
    votes, others = ({v.code: v.vote for v in r.roll_call} for r in (text, other))
    for code in sorted(votes.keys() | others.keys()):
        here_vote, there_vote = votes.get(code, Vote.ABSENT), others.get(code, Vote.ABSENT)
        if here_vote is not there_vote:
            raise ContentError(
                path,
                None,
                (
                    f"{code} is {here_vote} here, {there_vote} in {other_path.name}; expected the same votes in "
                    f"every language"
                ),
            )
