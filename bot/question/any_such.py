"""Whether anybody of a group ever voted so, on any resolution on a subject or of a time, and not on one: did any EU
member vote against a resolution on Belarus in 2023?"""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.shapes import Shape
from bot.question import times
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


def any_member(r: Reading) -> bool:
    """Whether it is asked if any member of a group voted so, whichever: un membre de l'OTAN a-t-il voté contre,
    2023年有金砖国家弃权过吗."""
    one_vote = len(r.groups) == 1 and len(r.named_votes) == 1 and not r.states
    of_one = r.documents or r.tells(Shape.THIS_DOCUMENT, Shape.THAT_ONE)
    if not one_vote or of_one or not (r.asks or r.ends_as_question or r.has(Cue.WHETHER)):
        return False
    beside = (Cue.MEMBERS, Cue.KIND_OF, Cue.OF_THOSE, Cue.FILLER)
    ends = [b for _, b in r.spans_of(Shape.INDEFINITE, Cue.ANY_ONE, Cue.THERE_IS, Cue.EITHER)]
    starts = {m.start for m in r.mentions if m.named.group}
    who = [b for _, b in r.spans_of(Cue.ANY_ONE, Cue.THERE_IS)]
    # 五常有人反对过吗.
    behind = any(b > a for b in who for a in starts)
    return behind or any(r.skipped(b, beside) in starts or b in starts for b in ends)


def whether_any(r: Reading) -> bool:
    """Whether yes or no is asked for: if any of a group voted so, and not which of them."""
    asks = r.asks or r.ends_as_question or r.has(Cue.WHETHER)
    plainly = r.has(Cue.WHICH_OF, Cue.COUNTRIES, Cue.LIST, Cue.HOW_MANY)
    which = plainly or bool(apart_from(r.spans_of(Cue.WHO), r.spans_of(Cue.ANY_ONE, Cue.THERE_IS, Cue.KIND_OF)))
    # هل صوت أي عضو: its "any" asks which elsewhere.
    first = any(a == 0 for a, _ in r.spans_of(Cue.YES_OR_NO))
    return asks and (first or not which) and (any_member(r) or any_resolution(r))


def of_a_part(r: Reading) -> bool:
    """Whether it is asked if any member did so of the resolutions of a time or of a body, and not of one alone."""
    one = r.tells(Shape.RESOLUTION) and not r.tells(Shape.SEVERAL_RESOLUTIONS)
    return not one and bool(times.dated(r) or r.bodies) and any_member(r)
