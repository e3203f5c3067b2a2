"""Patterns whose answer is a yes or a no, a number, or a comparison: one function a pattern."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from tests.questions.composed.draw import NAMED_GROUPS, OUTSIDERS, Case, Draw, judged, listing, others, pattern
from tests.questions.composed.model import Expectation, Kind
from tests.questions.composed.record import REGIONS, VOTES, groups, having, votes

EVERYBODY = frozenset(votes())
Forms = tuple[str, ...]


def _number(count: int) -> Forms:
    """The figure a text must hold; none for nought, which a text may say in words."""
    return (str(count),) if count else ()


def _per_cent(part: int, whole: int) -> str:
    """Per cent to one decimal, either way of rounding a half; a whole number also without the decimal."""
    exact = Decimal(100 * part) / Decimal(whole)
    rounded = {exact.quantize(Decimal("0.1"), rounding) for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN)}
    return "|".join(sorted({str(value) for value in rounded} | {str(value).removesuffix(".0") for value in rounded}))


def _leading(codes: frozenset[str]) -> str:
    """The vote most of the states cast."""
    return max(VOTES, key=lambda vote: len(codes & having(vote)))


def _is_united(group: str) -> bool:
    return groups()[group] <= having(_leading(groups()[group]))


def _has_majority(group: str) -> bool:
    """Whether more than half of a group of three or more voted alike."""
    members = groups()[group]
    return len(members) > 2 and 2 * len(members & having(_leading(members))) > len(members)


@pattern
def same_vote(d: Draw) -> Case:
    """Whether two states voted alike."""
    a = d.state()
    b = d.choice(having(votes()[a]) - {a} if d.chance(0.5) else others(votes()[a]))
    return Case({"a": a, "b": b}, judged(votes()[a] == votes()[b], frozenset({a, b})))


def _pair(d: Draw) -> tuple[str, str, str]:
    x = d.vote()
    a, b = d.sample(having(x), 2) if d.chance(0.4) else d.states(2)
    return x, a, b


@pattern
def both_x(d: Draw) -> Case:
    """Whether each of two states cast a vote."""
    x, a, b = _pair(d)
    return Case({"x": x, "a": a, "b": b}, judged({a, b} <= having(x), frozenset({a, b})))


@pattern
def neither_a_nor_b_x(d: Draw) -> Case:
    """Whether it is so that neither of two states cast a vote: yes if none of them did."""
    x, a, b = _pair(d)
    return Case({"x": x, "a": a, "b": b}, judged(not {a, b} & having(x), frozenset({a, b})))


@pattern
def did_a_x(d: Draw) -> Case:
    """Whether a state cast a vote."""
    a = d.state()
    x = votes()[a] if d.chance(0.5) else d.vote()
    return Case({"a": a, "x": x}, judged(votes()[a] == x, frozenset({a})))


@pattern
def did_outsider_x(d: Draw) -> Case:
    """A state not in the record did not cast the vote; a reply that it is absent, without a "no", is accepted."""
    a, x = d.choice(OUTSIDERS), d.vote()
    absent = frozenset({a})
    return Case({"a": a, "x": x}, judged(False, absent) + listing(absent, kind=Kind.VOTE))


def _quantified(d: Draw, least: int) -> tuple[str, str, frozenset[str], frozenset[str]]:
    x, g = d.vote(), d.group(least)
    if least and d.chance(0.4):
        x = _leading(groups()[g])
    return x, g, groups()[g], groups()[g] & having(x)


@pattern
def all_g_x(d: Draw) -> Case:
    """All: each member in the record cast the vote. Lists: the group, those who did, or those who did not."""
    x, g, members, did = _quantified(d, 2)
    if d.chance(0.3):
        g = d.choice(group for group in NAMED_GROUPS if len(groups()[group]) > 1 and _is_united(group))
        members = did = groups()[g]
        x = _leading(members)
    return Case({"x": x, "g": g}, judged(members == did, members, did, members - did))


@pattern
def all_g_x_but_a(d: Draw) -> Case:
    """Whether each member but the one named cast the vote; what that one did is not asked."""
    g = d.group()
    a = d.choice(groups()[g])
    rest = groups()[g] - {a}
    x = _leading(rest) if d.chance(0.7) else d.vote()
    did = rest & having(x)
    return Case({"x": x, "g": g, "a": a}, judged(rest == did, rest, groups()[g], did, rest - did))


@pattern
def any_g_x(d: Draw) -> Case:
    """Any: at least one member in the record cast the vote. No, for a group without voters."""
    x, g, members, did = _quantified(d, 0)
    return Case({"x": x, "g": g}, judged(bool(did), members, did))


@pattern
def none_g_x(d: Draw) -> Case:
    """Whether it is so that no member cast the vote: yes if there is none."""
    x, g, members, did = _quantified(d, 2)
    return Case({"x": x, "g": g}, judged(not did, members, did))


@pattern
def only_g_x(d: Draw) -> Case:
    """Only: everyone who cast the vote is a member; not that every member cast it."""
    holding = [f"{vote} {group}" for vote in VOTES for group in NAMED_GROUPS if having(vote) <= groups()[group]]
    x, g = d.choice(holding).split() if d.chance(0.3) else (d.vote(), d.group())
    members, did = groups()[g], having(x)
    return Case({"x": x, "g": g}, judged(did <= members, did, did - members, did & members, members))


@pattern
def count_g_x(d: Draw) -> Case:
    """How many of a group cast a vote."""
    x, g, members, did = _quantified(d, 2)
    return Case({"x": x, "g": g}, listing(did, members, kind=Kind.COUNT, figures=_number(len(did))))


@pattern
def count_g_not_x(d: Draw) -> Case:
    """How many of a group cast one of the other two votes."""
    x, g, members, did = _quantified(d, 2)
    did_not = members - did
    return Case({"x": x, "g": g}, listing(did_not, members, kind=Kind.COUNT, figures=_number(len(did_not))))


@pattern
def count_outside_g_x(d: Draw) -> Case:
    """How many outside a group cast a vote."""
    x, g = d.vote(), d.group()
    did = having(x) - groups()[g]
    outside = EVERYBODY - groups()[g]
    return Case({"x": x, "g": g}, listing(did, outside, kind=Kind.COUNT, figures=_number(len(did))))


@pattern
def count_x(d: Draw) -> Case:
    """How many cast a vote: listed, or all the record, or the figure alone."""
    x = d.vote()
    figures = _number(len(having(x)))
    bare = Expectation(Kind.COUNT, {}, None, figures)
    return Case({"x": x}, (*listing(having(x), EVERYBODY, kind=Kind.COUNT, figures=figures), bare))


@pattern
def count_not_x(d: Draw) -> Case:
    """How many cast one of the other two votes."""
    x = d.vote()
    figures = _number(len(others(x)))
    bare = Expectation(Kind.COUNT, {}, None, figures)
    return Case({"x": x}, (*listing(others(x), EVERYBODY, kind=Kind.COUNT, figures=figures), bare))


@pattern
def difference_x_y(d: Draw) -> Case:
    """By how many one vote is ahead of another; the two votes are named with the larger number first."""
    x, y = d.choice(("yes no", "no abstain", "yes abstain")).split()
    figures = _number(len(having(x)) - len(having(y)))
    bare = Expectation(Kind.COUNT, {}, None, figures)
    return Case({"x": x, "y": y}, (*listing(having(x, y), EVERYBODY, kind=Kind.COUNT, figures=figures), bare))


@pattern
def share_g_x(d: Draw) -> Case:
    """Which part of a group's voters cast a vote: per cent, and the two numbers; nought may be said in words."""
    x, g, members, did = _quantified(d, 2)
    shown = (_per_cent(len(did), len(members)), str(len(did))) if did else ()
    figures = (*shown, str(len(members)))
    return Case({"x": x, "g": g}, listing(did, members, kind=Kind.SHARE, figures=figures))


@pattern
def share_x(d: Draw) -> Case:
    """Which part of the 47 cast a vote."""
    x = d.vote()
    figures = (_per_cent(len(having(x)), len(EVERYBODY)),)
    bare = Expectation(Kind.SHARE, {}, None, figures)
    return Case({"x": x}, (*listing(having(x), EVERYBODY, kind=Kind.SHARE, figures=figures), bare))


def _tally(codes: frozenset[str]) -> Forms:
    return tuple(str(len(codes & having(vote))) for vote in VOTES if codes & having(vote))


@pattern
def compare_g_h(d: Draw) -> Case:
    """Two groups side by side: every voter of both, and the numbers of each."""
    g, h = d.two_groups()
    figures = tuple(dict.fromkeys(_tally(groups()[g]) + _tally(groups()[h])))
    return Case({"g": g, "h": h}, listing(groups()[g] | groups()[h], kind=Kind.COMPARE, figures=figures))


@pattern
def more_x_g_or_h(d: Draw) -> Case:
    """Which of two groups cast a vote more; only pairs where the number and the part agree on it."""
    x = d.vote()
    while True:
        g, h = d.two_groups()
        first, second = (len(groups()[one] & having(x)) for one in (g, h))
        parts = first * len(groups()[h]) - second * len(groups()[g])
        if (first - second) * parts > 0:
            break
    both = groups()[g] | groups()[h]
    figures = tuple(dict.fromkeys(_number(first) + _number(second)))
    return Case({"x": x, "g": g, "h": h}, listing(both, both & having(x), kind=Kind.COMPARE, figures=figures))


@pattern
def then_how_many(d: Draw) -> Case:
    """Those of a group who cast a vote, then how many that is."""
    return count_g_x(d)


@pattern
def united(d: Draw) -> Case:
    """Whether the members of a group all cast the same vote."""
    members = groups()[g := d.group(3)]
    dissenters = members - having(_leading(members))
    return Case({"g": g}, judged(not dissenters, members, dissenters))


@pattern
def split(d: Draw) -> Case:
    """Whether the members of a group cast different votes."""
    members = groups()[g := d.group(3)]
    dissenters = members - having(_leading(members))
    return Case({"g": g}, judged(bool(dissenters), members, dissenters))


@pattern
def broke_ranks(d: Draw) -> Case:
    """The members of a group, most of which voted alike, who voted otherwise."""
    members = groups()[g := d.choice(filter(_has_majority, NAMED_GROUPS))]
    return Case({"g": g}, listing(members - having(_leading(members))))


@pattern
def majority_how(d: Draw) -> Case:
    """What most members of a group did, with their number; only groups of which more than half voted alike."""
    members = groups()[g := d.choice(filter(_has_majority, NAMED_GROUPS))]
    most = members & having(_leading(members))
    return Case({"g": g}, listing(members, most, kind=Kind.TALLY, figures=_number(len(most))))


@pattern
def majority_x(d: Draw) -> Case:
    """Whether more than half of a group's voters cast a vote; not asked of a group in which exactly half did."""
    while True:
        x, g, members, did = _quantified(d, 3)
        if 2 * len(did) != len(members):
            return Case({"x": x, "g": g}, judged(2 * len(did) > len(members), members, did))


@pattern
def most_split_region(d: Draw) -> Case:
    """The regional group most divided, by any measure Latin America and the Caribbean (5 to 3); named."""
    named = ("{region:grulac}",)
    return Case({}, listing(EVERYBODY, groups()["grulac"], kind=Kind.TALLY, figures=named))


@pattern
def is_a_in_g(d: Draw) -> Case:
    """Whether a state is a member of a group; the list is not judged."""
    g = d.group(1)
    a = d.choice(groups()[g]) if d.chance(0.5) else d.choice(EVERYBODY - groups()[g])
    return Case({"a": a, "g": g}, (Expectation(Kind.FACT, None, "yes" if a in groups()[g] else "no"),))


@pattern
def region_of_a(d: Draw) -> Case:
    """The regional group a state belongs to, named; the list is not judged."""
    a = d.state()
    region = next(one for one in REGIONS if a in groups()[one])
    return Case({"a": a}, (Expectation(Kind.FACT, None, None, (f"{{region:{region}}}",)),))
