"""Where the words yes and no themselves are votes: Куба да, Япония нет, who voted, but not no."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.named import Sense
from bot.language.shapes import Shape
from bot.question.reading import Reading


def said_so(r: Reading) -> Reading:
    """The reading where the words yes and no themselves stand beside states, each for its vote: Куба да, Япония нет; не
    да, Куба, which only begins to speak."""
    r = _counted_for(r)
    norm, states = r.text.norm, [m for m in r.mentions if m.named.sense is Sense.STATE]

    def beside(a: int, b: int) -> bool:
        behind = any(m.end <= a and not norm[m.end : a].strip(f" {_DASHES}:") for m in states)
        return behind or any(b <= m.start and norm[b : m.start].strip() in (*_DASHES, ":") for m in states)

    def left_out(a: int, b: int) -> bool:
        # Who voted, but not no?
        return r.has(Cue.CAST) and bool(r.precedes(a, (Cue.EXCEPT,), ()))

    said = {Cue.YES: r.spans_of(Shape.YES_SAID), Cue.NO: r.spans_of(Shape.NO_SAID)}
    out = {cue: [x for x in of if left_out(*x)] for cue, of in said.items()}
    if any(out.values()):
        negates = [x for x in r.cues.get(Cue.NEGATION, ()) if x not in out[Cue.NO]]
        cues = {**r.cues, Cue.NEGATION: negates, **{c: sorted({*r.cues.get(c, ()), *of}) for c, of in out.items()}}
        return replace(r, cues={cue: of for cue, of in cues.items() if of})
    yes, no = ([x for x in r.spans_of(shape) if beside(*x)] for shape in (Shape.YES_SAID, Shape.NO_SAID))
    if not yes:
        return r
    said = {Cue.YES: yes, Cue.NO: no}
    cues = {**r.cues, **{c: sorted({*r.cues.get(c, ()), *of}) for c, of in said.items() if of}}
    # Its لا begins no "neither".
    neither = [x for x in cues.get(Cue.NEITHER, ()) if x not in no]
    return replace(r, cues={cue: of for cue, of in {**cues, Cue.NEITHER: neither}.items() if of})


_DASHES = "-–—"


def _counted_for(r: Reading) -> Reading:
    """The reading where those in favour are counted beside others by a word that is no vote elsewhere: how many were
    against, and how many for?"""
    others = r.has(Cue.NO, Cue.ABSTAIN) and r.has(Cue.HOW_MANY, Cue.WHO)
    ends = {end for _, end in r.spans_of(Cue.HOW_MANY, Cue.WHO, Cue.BEING, Cue.CAST)} if others else set()
    joins = {start for start, _ in r.spans_of(Cue.JOIN, Cue.AND_THEN)}

    def closes(end: int) -> bool:
        behind = r.text.norm[end:].lstrip()
        return not behind.strip("?!. ") or behind[0] in _SIGNS or r.skipped(end, ()) in joins

    words = [x for x in r.spans_of(Shape.FOR_SIDE) if len(r.text.norm[: x[0]].rstrip()) in ends and closes(x[1])]
    # Against 54/23 but for 57/20.
    named = {d.start for d in r.documents} if len(r.documents) > 1 and r.has(Cue.NO, Cue.ABSTAIN) else set()
    words += [x for x in r.spans_of(Shape.FOR_SIDE) if r.skipped(x[1], (Cue.FILLER,)) in named]
    new = [x for x in words if x not in r.cues.get(Cue.YES, ())]
    return replace(r, cues={**r.cues, Cue.YES: sorted([*r.cues.get(Cue.YES, ()), *new])}) if new else r


_SIGNS = ",;?!."
