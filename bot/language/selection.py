"""Values that say which paragraphs are meant by number, before it is known whether there are such."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.resolution import Part


@dataclass(frozen=True, slots=True)
class Selection:
    """A run of paragraphs by number."""

    first: int
    last: int
    """Inclusive. Both count from the end where negative: -1 is the last paragraph."""
    part: Part | None = None
    """None where the message does not say: the operative part is meant."""
    annex: int = 0
    """The number of the annex, for a paragraph of one."""
    piece: str = ""
    """A sub-paragraph of the one paragraph: ``(a)``, ``(a)(i)``."""
    section: str = ""
    """The label of the chapter or part that numbers its paragraphs anew: ``A``, ``ii``, ``1``; empty for none."""
    middle: bool = False
    """Only the middle one of the run, of an even number the middle two."""
    counted: bool = field(default=False, compare=False, repr=False)
    """Whether so many are meant, the first three, and not those that are printed 1 to 3; the same where no number is
    left out."""


_IDENTIFIER = re.compile(r"(?P<part>PP|OP|ANNEX)(?:(?P<holder>[0-9]+|[A-Z]+)\.)?(?P<number>[0-9]+)(?P<piece>\(.*\))?")


def selection_of(identifier: str) -> Selection:
    """The selection of the one paragraph of an id, ``OP12``, ``OP5(a)``, ``ANNEX1.3``, ``OPA.1``.

    ValueError where it is no id.
    """
    found = _IDENTIFIER.fullmatch(identifier)
    if not found:
        raise ValueError(f"{identifier!r} is no id of a paragraph")
    number, part, holder = int(found["number"]), Part(found["part"]), found["holder"] or ""
    in_annex = part is Part.ANNEX
    annex = int(holder) if in_annex and holder.isdecimal() else 0
    return Selection(number, number, part, annex, found["piece"] or "", "" if in_annex else holder)


@dataclass(frozen=True, slots=True)
class Step:
    """A way from paragraphs that are shown or named to others."""

    count: int
    """How many paragraphs on or, negative, back."""
    leap: bool = False
    """Whether it leads to one paragraph (two paragraphs above) and not to all up to it (the two before)."""
    paced: bool = False
    """Whether a unit or a number stands with it, or it stands beside another: 下一段, and not 下 alone."""
    joined: bool = False
    """Whether it adds to what is named: 第5段和下一段."""


@dataclass(frozen=True, slots=True)
class References:
    """What a message says of paragraphs by number."""

    selections: tuple[Selection, ...] = ()
    excluded: tuple[Selection, ...] = ()
    """Those it says it does not want."""
    steps: tuple[Step, ...] = ()
    """The ways on or back, from what it names or from what was shown last."""
    middle: bool = False
    """Whether it says “the middle one” and no run that it would be the middle of."""
    refused: bool = False
    """Whether it names only what it does not want: 除了第4段, of those shown last."""
    in_order: bool = False
    """Whether it only counts, and does not say what: the second one, 第二个, el último."""
    part: Part | None = None
    """The part that is named, with or without numbers."""
    spans: tuple[tuple[int, int], ...] = ()
    """Where all this stands in the message."""
    between: bool = False
    """Whether the run that it names is what stands between two paragraphs, without these."""
    annex: tuple[Selection, tuple[int, int]] | None = None
    """The annex that is named without any paragraph of it, as all of its paragraphs, and where it is named."""

    @property
    def step(self) -> int:
        """How many paragraphs on or back the last step leads; 0 where there is none."""
        return self.steps[-1].count if self.steps else 0
