"""Patterns whose answer is a list of states: one function a pattern, the algebra in its body."""

from tests.questions.composed.draw import NAMED_GROUPS, OUTSIDERS, Case, Draw, listing, others, pattern
from tests.questions.composed.model import Kind
from tests.questions.composed.record import ABSTAIN, NO, YES, groups, having, votes

EVERYBODY = frozenset(votes())


@pattern
def who_x(d: Draw) -> Case:
    """All who cast a vote."""
    x = d.vote()
    return Case({"x": x}, listing(having(x)))


@pattern
def who_x_in_g(d: Draw) -> Case:
    """Those of a group who cast a vote; the group may have no voters."""
    x, g = d.vote(), d.group(0)
    return Case({"x": x, "g": g}, listing(groups()[g] & having(x)))


@pattern
def who_not_x(d: Draw) -> Case:
    """Not X is the other two votes; states outside the record did not vote and are not listed."""
    x = d.vote()
    return Case({"x": x}, listing(others(x)))


@pattern
def who_not_x_in_g(d: Draw) -> Case:
    """The other two votes within a group."""
    x, g = d.vote(), d.group()
    return Case({"x": x, "g": g}, listing(groups()[g] & others(x)))


@pattern
def neither_x_nor_y(d: Draw) -> Case:
    """Neither of two votes is the third."""
    x, y = d.two_votes()
    return Case({"x": x, "y": y}, listing(EVERYBODY - having(x, y)))


@pattern
def neither_for_nor_against(d: Draw) -> Case:
    """Neither for nor against is abstaining, within a group."""
    abstaining = [group for group in NAMED_GROUPS if groups()[group] & having(ABSTAIN)]
    g = d.choice(abstaining) if d.chance(0.7) else d.group()
    return Case({"g": g}, listing(groups()[g] - having(YES, NO)))


@pattern
def x_or_y(d: Draw) -> Case:
    """Either of two votes."""
    x, y = d.two_votes()
    return Case({"x": x, "y": y}, listing(having(x, y)))


@pattern
def x_or_y_in_g(d: Draw) -> Case:
    """Either of two votes within a group."""
    (x, y), g = d.two_votes(), d.group()
    return Case({"x": x, "y": y, "g": g}, listing(groups()[g] & having(x, y)))


@pattern
def x_outside_g(d: Draw) -> Case:
    """Those who cast a vote, without a group."""
    x, g = d.vote(), d.group()
    return Case({"x": x, "g": g}, listing(having(x) - groups()[g]))


def _except(d: Draw, count: int) -> Case:
    x = d.vote()
    named = d.sample(having(x), min(count, len(having(x))))
    return Case({"x": x, **dict(zip("abc", named, strict=False))}, listing(having(x) - set(named)))


@pattern
def x_except_a(d: Draw) -> Case:
    """Those who cast a vote, without one of them."""
    return _except(d, 1)


@pattern
def x_except_a_b(d: Draw) -> Case:
    """Those who cast a vote, without two of them."""
    return _except(d, 2)


@pattern
def x_except_a_b_c(d: Draw) -> Case:
    """Those who cast a vote, without three of them."""
    return _except(d, 3)


@pattern
def x_except_g_h(d: Draw) -> Case:
    """Those who cast a vote, without two groups."""
    x, (g, h) = d.vote(), d.two_groups()
    return Case({"x": x, "g": g, "h": h}, listing(having(x) - groups()[g] - groups()[h]))


@pattern
def x_except_g_a(d: Draw) -> Case:
    """Those who cast a vote, without a group and a state outside it."""
    x, g = d.vote(), d.group()
    rest = having(x) - groups()[g]
    a = d.choice(rest or EVERYBODY - groups()[g])
    return Case({"x": x, "g": g, "a": a}, listing(rest - {a}))


@pattern
def x_in_g_and_h(d: Draw) -> Case:
    """Members of both groups who cast a vote."""
    x, (g, h) = d.vote(), d.two_groups()
    return Case({"x": x, "g": g, "h": h}, listing(groups()[g] & groups()[h] & having(x)))


@pattern
def x_in_g_or_h(d: Draw) -> Case:
    """Members of either group who cast a vote."""
    x, (g, h) = d.vote(), d.two_groups()
    return Case({"x": x, "g": g, "h": h}, listing((groups()[g] | groups()[h]) & having(x)))


@pattern
def x_in_g_not_h(d: Draw) -> Case:
    """Members of one group but not of another who cast a vote."""
    x, (g, h) = d.vote(), d.two_groups()
    return Case({"x": x, "g": g, "h": h}, listing((groups()[g] - groups()[h]) & having(x)))


@pattern
def how_g_and_h(d: Draw) -> Case:
    """How the members of both groups voted."""
    g, h = d.two_groups()
    return Case({"g": g, "h": h}, listing(groups()[g] & groups()[h], kind=Kind.TALLY))


@pattern
def how_g_not_h(d: Draw) -> Case:
    """How the members of one group which are not in another voted."""
    g, h = d.two_groups()
    return Case({"g": g, "h": h}, listing(groups()[g] - groups()[h], kind=Kind.TALLY))


@pattern
def x_in_none_of_g_h(d: Draw) -> Case:
    """Those who cast a vote and are in neither group."""
    x, (g, h) = d.vote(), d.two_groups()
    return Case({"x": x, "g": g, "h": h}, listing(having(x) - groups()[g] - groups()[h]))


@pattern
def in_none_of_g_h_k(d: Draw) -> Case:
    """States of the record in none of three groups, with their votes."""
    large = [group for group in NAMED_GROUPS if len(groups()[group]) > 7]
    g, h, k = d.sample(large, 3)
    rest = EVERYBODY - groups()[g] - groups()[h] - groups()[k]
    return Case({"g": g, "h": h, "k": k}, listing(rest, kind=Kind.TALLY))


@pattern
def like_a(d: Draw) -> Case:
    """Those with the vote of a state; with or without that state itself."""
    a = d.state()
    alike = having(votes()[a])
    return Case({"a": a}, listing(alike - {a}, alike))


@pattern
def like_a_in_g(d: Draw) -> Case:
    """Those of a group with the vote of a state; with or without that state if it is a member."""
    a, g = d.state(), d.group()
    alike = having(votes()[a]) & groups()[g]
    return Case({"a": a, "g": g}, listing(alike - {a}, alike))


@pattern
def like_a_outside_g(d: Draw) -> Case:
    """Those outside a group with the vote of a state; with or without that state."""
    a, g = d.state(), d.group()
    alike = having(votes()[a]) - groups()[g]
    return Case({"a": a, "g": g}, listing(alike - {a}, alike))


@pattern
def unlike_a(d: Draw) -> Case:
    """Those with another vote than a state."""
    a = d.state()
    return Case({"a": a}, listing(others(votes()[a])))


@pattern
def unlike_a_in_g(d: Draw) -> Case:
    """Those of a group with another vote than a state."""
    a, g = d.state(), d.group()
    return Case({"a": a, "g": g}, listing(groups()[g] & others(votes()[a])))


@pattern
def how_g(d: Draw) -> Case:
    """How a group voted; it may have no voters."""
    g = d.group(0)
    return Case({"g": g}, listing(groups()[g], kind=Kind.TALLY))


@pattern
def how_g_except_a(d: Draw) -> Case:
    """How a group voted, without one member."""
    g = d.group()
    a = d.choice(groups()[g])
    return Case({"g": g, "a": a}, listing(groups()[g] - {a}, kind=Kind.TALLY))


@pattern
def how_a(d: Draw) -> Case:
    """One state's vote."""
    a = d.state()
    return Case({"a": a}, listing(frozenset({a}), kind=Kind.VOTE))


@pattern
def how_outsider(d: Draw) -> Case:
    """A state which is not in the record is said to be absent from it."""
    a = d.choice(OUTSIDERS)
    return Case({"a": a}, listing(frozenset({a}), kind=Kind.VOTE))


@pattern
def how_a_b(d: Draw) -> Case:
    """Two states' votes."""
    a, b = d.states(2)
    return Case({"a": a, "b": b}, listing(frozenset({a, b}), kind=Kind.VOTE))


@pattern
def how_a_b_c(d: Draw) -> Case:
    """Three states' votes."""
    a, b, c = d.states(3)
    return Case({"a": a, "b": b, "c": c}, listing(frozenset({a, b, c}), kind=Kind.VOTE))


@pattern
def corrected_within(d: Draw) -> Case:
    """A state taken back and another named, in one message: the vote of the other alone."""
    a, b = d.states(2)
    return Case({"a": a, "b": b}, listing(frozenset({b}), kind=Kind.VOTE))


@pattern
def corrected_after(d: Draw) -> Case:
    """A state asked about, then another named as the one meant."""
    return corrected_within(d)


@pattern
def then_b(d: Draw) -> Case:
    """A state's vote, then another's; the reply to the second is about it alone."""
    return corrected_within(d)


@pattern
def then_in_g(d: Draw) -> Case:
    """All who cast a vote, then those of a group."""
    x, g = d.vote(), d.group()
    return Case({"x": x, "g": g}, listing(having(x) & groups()[g]))


@pattern
def of_those_in_g(d: Draw) -> Case:
    """All who cast a vote, then "of those" the members of a group."""
    return then_in_g(d)


@pattern
def then_without_g(d: Draw) -> Case:
    """All who cast a vote, then without a group."""
    return x_outside_g(d)


@pattern
def then_without_a(d: Draw) -> Case:
    """All who cast a vote, then without a state among them."""
    return _except(d, 1)


@pattern
def then_y(d: Draw) -> Case:
    """Those of a group who cast a vote, then those who cast another: of the group or, as a new question, of all."""
    (x, y), g = d.two_votes(), d.group()
    return Case({"x": x, "y": y, "g": g}, listing(groups()[g] & having(y), having(y)))


@pattern
def then_h(d: Draw) -> Case:
    """How a group voted, then how another did."""
    g, h = d.two_groups()
    return Case({"g": g, "h": h}, listing(groups()[h], kind=Kind.TALLY))


@pattern
def narrowed_twice(d: Draw) -> Case:
    """All who cast a vote, then those of a group, then without one of these."""
    x = d.vote()
    g = d.choice(group for group in NAMED_GROUPS if len(groups()[group] & having(x)) > 1)
    a = d.choice(groups()[g] & having(x))
    return Case({"x": x, "g": g, "a": a}, listing((having(x) & groups()[g]) - {a}))
