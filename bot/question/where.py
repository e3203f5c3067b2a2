"""Paragraphs, as a question names them: values that say which are meant, and look nothing up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.language.selection import Selection, Step, selection_of
from bot.resolution import Part


@dataclass(frozen=True, slots=True)
class ByNumber:
    """Those with these numbers, from either end; a number that is not there is for the answer to tell."""

    selections: tuple[Selection, ...]


@dataclass(frozen=True, slots=True)
class OnSubject:
    """The one that is most on a subject."""

    words: str
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class BeginningWith:
    """Those whose first words are one of these: 确认, Calls upon; 又确认 begins with 又确认 alone."""

    words: tuple[str, ...]
    part: Part | None = None
    any_form: bool = False
    """Whether what strengthens the word may stand before it: a form of “requests”, 又请 as well."""


@dataclass(frozen=True, slots=True)
class AddressedTo:
    """Those that ask something of somebody: the Secretary-General, States."""

    addressee: str
    """An id of content/addressees.toml."""


@dataclass(frozen=True, slots=True)
class Mentioning:
    """All in which these words stand, or what they are a synonym of."""

    words: str
    part: Part | None = None
    exact: bool = False
    """Whether the very words are meant, as where they stand in quotation marks."""


@dataclass(frozen=True, slots=True)
class CitingNote:
    """Those that cite a footnote; with no mark, any."""

    mark: str = ""


@dataclass(frozen=True, slots=True)
class ShownBefore:
    """Of those shown last: the k-th (from the end if negative), or all for 0; or the middle one."""

    position: int = 0
    middle: bool = False


@dataclass(frozen=True, slots=True)
class BesideOf:
    """So many after (before, if negative) some that are found otherwise."""

    of: Where
    step: int
    leap: bool = True
    """Whether the one is meant that is so many away, and not all up to it."""


@dataclass(frozen=True, slots=True)
class Without:
    """Those of an expression that are not in another."""

    whole: Where
    left_out: Where


@dataclass(frozen=True, slots=True)
class Both:
    """Those that are in each of several expressions, in the order of the text."""

    of: tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Those of several expressions, in the order named."""

    of: tuple[Where, ...]


Where = (
    ByNumber
    | OnSubject
    | BeginningWith
    | AddressedTo
    | Mentioning
    | CitingNote
    | ShownBefore
    | BesideOf
    | Without
    | Both
    | Together
)


def by_number(selections: Iterable[Selection], left_out: Iterable[Selection] = ()) -> Where:
    """Those with some numbers less those with others."""
    wanted, unwanted = ByNumber(tuple(selections)), ByNumber(tuple(left_out))
    return Without(wanted, unwanted) if unwanted.selections else wanted


def beside(of: Where, steps: Sequence[Step]) -> Where:
    """What steps lead to from some paragraphs, each from these, and one like it on from the one before it; with these
    themselves where the first joins them. In the order of the text."""
    if not steps:
        return of
    total: dict[bool, int] = {}
    led: list[tuple[int, Where]] = [(0, of)] if steps[0].joined else []
    for before, step in zip((None, *steps), steps, strict=False):
        ahead = step.count > 0
        again = before is not None and before.count == step.count
        total[ahead] = total[ahead] + step.count if again else step.count
        if again and not step.joined:
            led.pop()
        led.append((total[ahead], BesideOf(of, total[ahead], step.leap or again or abs(step.count) == 1)))
    ordered = tuple(dict.fromkeys(where for _, where in sorted(led, key=lambda each: each[0])))
    return ordered[0] if len(ordered) == 1 else Together(ordered)


def inner(expression: Where) -> tuple[Where, ...]:
    """The expressions that one is made of; of none but itself, nothing."""
    match expression:
        case BesideOf(of):
            return (of,)
        case Without(whole, left_out):
            return (whole, left_out)
        case Together(of) | Both(of):
            return of
    return ()


def selections_in(expression: Where) -> tuple[Selection, ...]:
    """The numbers that an expression wants; not those that it leaves out."""
    if isinstance(expression, ByNumber):
        return expression.selections
    wanted = (expression.whole,) if isinstance(expression, Without) else inner(expression)
    return tuple(s for part in wanted for s in selections_in(part))


def in_part(expression: Where, part: Part) -> Where:
    """The same of another part: not the operative one, the preambular one."""
    match expression:
        case ByNumber(selections):
            return ByNumber(tuple(replace(s, part=part) for s in selections))
        case OnSubject() | BeginningWith() | Mentioning():
            return replace(expression, part=part)
        case BesideOf(of):
            return replace(expression, of=in_part(of, part))
        case Without(whole, left_out):
            return Without(in_part(whole, part), in_part(left_out, part))
        case Together(of) | Both(of):
            return replace(expression, of=tuple(in_part(x, part) for x in of))
    return expression


def of_shown(expression: Where, shown: tuple[str, ...]) -> Where | None:
    """The expression with the paragraphs shown last in place of ShownBefore; None where there are not as many.

    shown: their ids, in the order shown.
    """
    match expression:
        case ShownBefore(position, middle):
            ids = _middle(shown) if middle else _at(shown, position)
            return ByNumber(tuple(map(selection_of, ids))) if ids else None
        case BesideOf(of):
            inside = of_shown(of, shown)
            return replace(expression, of=inside) if inside else None
        case Without(whole, left_out):
            kept, gone = of_shown(whole, shown), of_shown(left_out, shown)
            return Without(kept, gone) if kept and gone else None
        case Together(of) | Both(of):
            found = [of_shown(x, shown) for x in of]
            return replace(expression, of=tuple(x for x in found if x)) if all(found) else None
    return expression


def _at(shown: tuple[str, ...], position: int) -> tuple[str, ...]:
    """All for 0, else the k-th from the end that its sign says."""
    if not position:
        return shown
    at = position - 1 if position > 0 else len(shown) + position
    return shown[at : at + 1] if 0 <= at < len(shown) else ()


def _middle(shown: tuple[str, ...]) -> tuple[str, ...]:
    """The one in the middle, of an even number the two; of fewer than three there is none."""
    return shown[(len(shown) - 1) // 2 : len(shown) // 2 + 1] if len(shown) > 2 else ()
