"""Whether anybody ever voted so on any resolution on a subject, and not on one: did any EU member vote against a
resolution on Belarus in 2023?"""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.shapes import Shape
from bot.question.reading import Reading


def any_resolution(r: Reading) -> bool:
    """Whether it is asked if anybody of a group voted so on a resolution, whichever: against any HRC resolution."""
    asks = (r.asks or r.ends_as_question) and r.has(Cue.ANY_ONE, Cue.THERE_IS, Cue.WHO, Cue.EVER, Cue.KIND_OF)
    of_one = r.documents or r.tells(Shape.THIS_DOCUMENT, Shape.THAT_ONE)
    if not asks or of_one or not r.groups or len(r.named_votes) != 1:
        return False
    organs = {a: b for a, b, _ in r.library.catalogue.organs(r.text.norm)}
    begins = {a for a, _ in r.spans_of(Shape.RESOLUTION)}
    ends = [r.skipped(b, ()) for _, b in r.spans_of(Shape.INDEFINITE)]
    # An HRC resolution.
    behind = [r.skipped(organs[at], ()) for at in ends if at in organs]
    return not begins.isdisjoint((*ends, *behind))
