"""Two resolutions compared, named or spoken of before, and the states of one list sought on another, over the data of
tests/across.py, counted in plain Python."""

from __future__ import annotations

import pytest

from tests.across import CAST, UNION, Reply, Roll, World


def two(world: World) -> tuple[Roll, Roll]:
    """Two resolutions of the Assembly, the older first, on which some changed both ways."""
    of = [r for r in world.known if r.body == "assembly"]
    return next(
        (a, b)
        for a in of
        for b in of
        if a.day < b.day and a.who("yes") & b.who("abstain") and a.who("abstain", "no") & b.who("yes")
    )


def changed(a: Roll, b: Roll) -> set[str]:
    """Those that cast a vote on both, and not the same."""
    return {code for code in a.who(*CAST) & b.who(*CAST) if a.votes[code] != b.votes[code]}


def of_table(reply: Reply) -> set[str]:
    return {row["state"] for row in reply["table"]}


WHOLE = (
    "比较{b}和{a}", "{a}和{b}一样吗", "{a}跟{b}有什麼不同", "{a} vs {b}", "compare {a} with {b}", "comparer {a} et {b}",
    "compara {a} y {b}", "сравни {a} и {b}", "قارن بين {a} و {b}",
)  # fmt: skip


@pytest.mark.parametrize("asked", WHOLE)
def test_two_that_are_compared_have_each_its_result_and_those_that_changed(world: World, asked: str) -> None:
    a, b = two(world)
    reply = world.told(asked.format(a=a.symbol, b=b.symbol))
    *results, last = reply["answers"]
    assert {x["resolution"] for x in results} == {a.symbol, b.symbol}
    assert {x["kind"] for x in results} == {"tally"}
    assert of_table(last) == changed(a, b)


WITH = (
    ("{b}谁反对", "跟{a}比谁变了"),
    ("{b}誰反對", "和{a}相比，哪些國家改變了立場"),
    ("who opposed {b}?", "compared to {a}, who changed?"),
    ("qui était contre {b} ?", "par rapport à {a}, qui a changé ?"),
    ("¿quién votó en contra de {b}?", "comparado con {a}, ¿quién cambió?"),
    ("кто против {b}?", "по сравнению с {a} кто изменил позицию?"),
)


@pytest.mark.parametrize(("first", "then"), WITH, ids=[row[1] for row in WITH])
def test_one_that_is_named_is_compared_with_the_one_in_view(world: World, first: str, then: str) -> None:
    a, b = two(world)
    assert of_table(world.told(first.format(b=b.symbol), then.format(a=a.symbol))) == changed(a, b)


@pytest.mark.parametrize("asked", ["{b}里立场变了的有哪些国家", "which states changed their vote on {b}?"])
def test_with_nothing_to_compare_it_is_asked_back(world: World, asked: str) -> None:
    assert world.told(asked.format(b=two(world)[1].symbol))["kind"] == "clarify"


TURNED = (
    ("谁变成弃权", "反过来呢"),
    ("有沒有變成棄權的國家", "倒過來"),
    ("any that switched to abstain?", "and vice versa?"),
    ("who went from yes to abstain?", "and the other way around?"),
    ("qui est passé de pour à abstention ?", "et l'inverse ?"),
)


@pytest.mark.parametrize(("asked", "back"), TURNED, ids=[row[0] for row in TURNED])
def test_who_turned_to_a_vote_cast_another_before(world: World, asked: str, back: str) -> None:
    a, b = two(world)
    before = ("yes",) if "from" in asked or "passé" in asked else ("yes", "no")
    opened = f"who opposed {a.symbol}?", f"and {b.symbol}?"
    assert of_table(world.told(*opened, asked)) == a.who(*before) & b.who("abstain")
    assert of_table(world.told(*opened, asked, back)) == a.who("abstain") & b.who(*before)


@pytest.mark.parametrize("asked", ["谁不再投赞成了，变了", "who changed from yes?"])
def test_a_vote_that_some_turned_from_is_asked_back(world: World, asked: str) -> None:
    a, b = two(world)
    assert world.told(f"who opposed {a.symbol}?", f"and {b.symbol}?", asked)["kind"] == "clarify"


THOSE = (
    ("{a}谁反对", "它们在{b}呢"),
    ("{a}誰反對", "這些國家在{b}怎麼投的"),
    ("who opposed {a}?", "how did those vote on {b}?"),
    ("who opposed {a}?", "and these countries on {b}?"),
)


@pytest.mark.parametrize(("first", "then"), THOSE, ids=[row[1] for row in THOSE])
def test_those_of_a_list_are_sought_on_another(world: World, first: str, then: str) -> None:
    a, b = two(world)
    reply = world.told(first.format(a=a.symbol), then.format(b=b.symbol))
    assert reply["resolution"] == b.symbol
    assert reply["votes"] == {code: b.votes[code] for code in a.who("no")}


ALSO = (("{a}谁赞成", "其中谁{b}弃权"), ("who supported {a}?", "which of those abstained on {b}?"))


@pytest.mark.parametrize(("first", "then"), ALSO, ids=[row[1] for row in ALSO])
def test_those_of_a_list_that_voted_so_on_another(world: World, first: str, then: str) -> None:
    a, b = two(world)
    reply = world.told(first.format(a=a.symbol), then.format(b=b.symbol))
    assert set(reply["votes"]) == a.who("yes") & b.who("abstain")


INSIDE = (("{a}谁反对", "{b}里面谁弃权"), ("who opposed {a}?", "did any abstain on {b}?"))


@pytest.mark.parametrize(("first", "then"), INSIDE, ids=[row[1] for row in INSIDE])
def test_of_another_one_it_is_asked_of_all(world: World, first: str, then: str) -> None:
    a, b = two(world)
    assert set(world.told(first.format(a=a.symbol), then.format(b=b.symbol))["votes"]) == b.who("abstain")


NARROWED = (("比较{a}和{b}", "谁变了", "变成弃权的"), ("compare {a} and {b}", "who changed?", "to abstain"))


@pytest.mark.parametrize(("first", "then", "last"), NARROWED, ids=[row[2] for row in NARROWED])
def test_those_that_changed_are_narrowed_to_a_vote(world: World, first: str, then: str, last: str) -> None:
    a, b = two(world)
    reply = world.told(first.format(a=a.symbol, b=b.symbol), then, last)
    assert of_table(reply) == a.who("yes", "no") & b.who("abstain")


OF_GROUP = (
    ("欧盟在{a}怎么投的", "{b}呢", "变了吗"),
    ("how did the EU vote on {a}?", "and on {b}?", "did that change?"),
)


@pytest.mark.parametrize(("first", "then", "last"), OF_GROUP, ids=[row[2] for row in OF_GROUP])
def test_after_a_group_the_change_is_that_of_the_group(world: World, first: str, then: str, last: str) -> None:
    a, b = two(world)
    reply = world.told(first.format(a=a.symbol), then.format(b=b.symbol), last)
    assert of_table(reply) == changed(a, b) & set(UNION)


FROM_OTHERS = ("{b}哪些国家和中国投得不同", "which states voted differently from China on {b}?")


@pytest.mark.parametrize("asked", FROM_OTHERS)
def test_otherwise_than_another_is_no_change(world: World, asked: str) -> None:
    _, b = two(world)
    expected = {code for code in b.who(*CAST) if b.votes[code] != b.votes["CHN"]}
    assert set(world.told(asked.format(b=b.symbol))["votes"]) == expected
