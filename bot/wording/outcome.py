"""The words for what the vote on a document came to, with its figures."""

from __future__ import annotations

from bot.resolution import CAST, Tally, outcome
from bot.wording.sentences import Wording


def outcome_of(symbol: str, tally: Tally, wording: Wording) -> str:
    """Adopted, not adopted, or put to the vote, with how many voted how."""
    return wording(f"tally.{outcome(symbol, tally)}", **figures_of(tally, wording))


def figures_of(tally: Tally, wording: Wording) -> dict[str, int | str]:
    """The figures of a vote, as the sentences on it name them."""
    cast = {str(vote): tally.of(vote) for vote in CAST}
    shares = {
        f"{vote}_percent": wording.percent(count / tally.total if tally.total else 0) for vote, count in cast.items()
    }
    return {**cast, "total": tally.total, "margin": tally.yes - tally.no, **shares}
