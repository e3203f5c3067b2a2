"""What a count or a list of resolutions leaves out, so that it does not claim to be whole: records whose published
totals are in doubt."""

from __future__ import annotations

from dataclasses import replace

from bot.corpus.library import Library
from bot.question.among import chosen
from bot.question.record import Among
from bot.resolution import Outcome


def in_doubt(among: Among, library: Library, *, sorts: bool = False) -> int:
    """How many resolutions meet all conditions but those on the result, and are left out since their published totals
    are not those of the votes listed; 0 where no result matters. sorts: whether they are sorted by their results."""
    whole = replace(among, bounds=(), tied=False, unopposed=False, unanimous=None, outcome=None, latest=0)
    if among.symbols or not (sorts or replace(whole, latest=among.latest) != among):
        return 0
    # A resolution was adopted whatever its totals are; what is open may have come to what is asked for.
    may_be = {list(Outcome).index(each) for each in (among.outcome, Outcome.OPEN) if each}
    columns, found = library.catalogue.columns, chosen(among, library, recorded=True)
    left = set(chosen(whole, library, recorded=True)).difference(() if sorts else found)
    if found and not columns.proposal[found].any():
        # Where resolutions alone are counted, no draft is missing.
        left = {at for at in left if not columns.proposal[at]}
    known = among.outcome is None
    return sum(library.summaries[at].tally is None and (known or int(columns.outcome[at]) in may_be) for at in left)


def only_votes(among: Among, library: Library) -> bool:
    """Whether what was adopted without a vote is meant, and everything that is here was put to a recorded one."""
    return among.without_a_vote and bool(library.catalogue.columns.recorded.all())
