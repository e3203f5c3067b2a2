"""What no adopted text is likely to say of its vote, though it can be read: it is doubted."""

from __future__ import annotations

from collections.abc import Iterator

from bot.corpus.record import Record
from bot.resolution import Adoption, Body

_MEMBERS = {
    Body.GENERAL_ASSEMBLY: 193, Body.SECURITY_COUNCIL: 15, Body.ECONOMIC_AND_SOCIAL_COUNCIL: 54,
    Body.HUMAN_RIGHTS_COUNCIL: 47,
}  # fmt: skip
"""The most members that each organ has had (Charter, Articles 23 and 61 as amended; A/RES/60/251, paragraph 7)."""


def unlikely(body: Body, record: Record) -> Iterator[str]:
    """What is unlikely in how an adopted text of that body says it was adopted, a sentence each."""
    adoption, tally, roll_call, _ = record
    voted = max(tally.total if tally else 0, len(roll_call))
    most = _MEMBERS.get(body)
    if most and voted > most:
        yield f"{voted} members voted; expected at most {most}"
    if adoption is Adoption.RECORDED_VOTE and tally and tally.yes <= tally.no:
        yield f"adopted by {tally.yes} votes to {tally.no}; expected more in favour than against"
