"""Those who were asked about before, who alone voted so on others too; and margins of a list that are said without a
word for them; over the data of tests/across.py, counted in plain Python."""

from __future__ import annotations

import pytest

from tests.across import CAST, Roll, World
from tests.test_record_asked_on import listed
from tests.test_record_questions import symbols

TWO_ALONE = (
    ("{symbol}谁反对", "还有哪些决议只有这两国反对"),
    ("{symbol}誰反對", "還有哪些決議也是只有它們反對"),
    ("who voted against {symbol}?", "on which other resolutions did only these two vote against?"),
    ("qui a voté contre {symbol} ?", "sur quelles résolutions seuls ces deux pays ont-ils voté contre ?"),
    ("¿quién votó en contra de {symbol}?", "¿en qué resoluciones solo estos dos países votaron en contra?"),
    ("кто голосовал против {symbol}?", "по каким ещё резолюциям против были только они?"),
    ("من صوت ضد {symbol}؟", "ما القرارات الأخرى التي عارضتها هاتان الدولتان فقط؟"),
)


def voted_by(world: World, count: int, vote: str) -> Roll:
    """A resolution on which so many voted so."""
    return next(r for r in world.known if "/RES/" in r.symbol and len(r.who(vote)) == count)


@pytest.mark.parametrize(("first", "then"), TWO_ALONE, ids=[b for _, b in TWO_ALONE])
def test_only_these_two_are_those_that_were_listed_and_nobody_else(world: World, first: str, then: str) -> None:
    roll = voted_by(world, 2, "no")
    alone = {r.symbol for r in world.known if "/RES/" in r.symbol and r.who("no") == roll.who("no")}
    assert listed(world, first.format(symbol=roll.symbol), then) == alone


ONE_ALONE = (
    ("{zh}对{symbol}怎么投的", "还有哪些决议只有它一国弃权"),
    ("{zh}對{symbol}怎麼投的", "哪些決議只有它棄權"),
    ("how did {en} vote on {symbol}?", "on which resolutions was it the only one to abstain?"),
    ("comment {en} a voté sur {symbol} ?", "sur quelles résolutions elle seule s'est abstenue ?"),
    ("¿cómo votó {en} en {symbol}?", "¿en qué resoluciones solo ella se abstuvo?"),
    ("Как {en} голосовала по {symbol}?", "а по каким резолюциям воздержалась только она одна?"),
    ("كيف صوتت {en} على {symbol}؟", "ما القرارات التي امتنعت عنها هي وحدها؟"),
)


@pytest.mark.parametrize(("first", "then"), ONE_ALONE, ids=[b for _, b in ONE_ALONE])
def test_it_alone_is_the_one_that_was_asked_about(world: World, first: str, then: str) -> None:
    code = next(iter(voted_by(world, 1, "abstain").who("abstain")))
    alone = {r.symbol for r in world.known if "/RES/" in r.symbol and r.who("abstain") == {code}}
    other = next(r for r in world.known if r.votes.get(code) in CAST and r.symbol not in alone)
    state = world.speaker.library.names.states[code]
    asked = first.format(zh=state.zh, en=state.en, symbol=other.symbol)
    assert alone
    assert listed(world, asked, then) == alone


OF_THE_LIST = (
    ("{zh}弃权了哪些决议", "只有它一个国家弃权的呢"),
    ("{zh}棄權了哪些決議", "只有它一個國家棄權的呢"),
    ("which resolutions did {en} abstain on?", "only those where it was alone"),
    ("which resolutions did {en} abstain on?", "and the ones where it alone abstained?"),
)


@pytest.mark.parametrize(("first", "then"), OF_THE_LIST, ids=[b for _, b in OF_THE_LIST])
def test_only_those_where_it_was_alone_are_a_part_of_the_list(world: World, first: str, then: str) -> None:
    code = next(iter(voted_by(world, 1, "abstain").who("abstain")))
    state = world.speaker.library.names.states[code]
    alone = {r.symbol for r in world.known if "/RES/" in r.symbol and r.who("abstain") == {code}}
    assert listed(world, first.format(zh=state.zh, en=state.en), then) == alone


def test_was_it_the_only_one_is_asked_of_the_one_in_view(world: World) -> None:
    roll = voted_by(world, 1, "abstain")
    state = world.speaker.library.names.states[next(iter(roll.who("abstain")))]
    reply = world.told(f"how did {state.en} vote on {roll.symbol}?", "was it the only one to abstain?")
    assert reply["resolution"] == roll.symbol
    assert reply["verdict"] == "yes"


BY_SO_FEW = (
    ("2021年通过的决议有哪些", "其中以不到{n}票通过的"),
    ("2021年通過的決議有哪些", "哪些贏了不到{n}票"),
    ("which resolutions were adopted in 2021?", "which of these passed by less than {n}?"),
    ("which resolutions were adopted in 2021?", "which of those were adopted by fewer than {n} votes?"),
    ("quelles résolutions ont été adoptées en 2021 ?", "lesquelles sont passées de moins de {n} voix ?"),
    ("¿qué resoluciones se aprobaron en 2021?", "¿cuáles se aprobaron por menos de {n}?"),
    ("какие резолюции приняты в 2021 году?", "какие из них прошли с преимуществом менее {n} голосов?"),
    ("ما القرارات المعتمدة في 2021؟", "أيها اعتمد بفارق أقل من {n} أصوات؟"),
)


@pytest.mark.parametrize(("first", "then"), BY_SO_FEW, ids=[b for _, b in BY_SO_FEW])
def test_passed_by_less_than_so_many_is_the_difference(world: World, first: str, then: str) -> None:
    passed = {r.symbol: len(r.who("yes")) - len(r.who("no")) for r in world.known if r.day.year == 2021}
    passed = {symbol: by for symbol, by in passed.items() if "/RES/" in symbol and by > 0}
    by = sorted(passed.values())[1] + 1
    assert listed(world, first, then.format(n=by)) == {symbol for symbol, x in passed.items() if x < by}


@pytest.mark.parametrize("then", ["which had fewer than 10?", "which passed by more than 10?", "其中超过10票的"])
def test_a_number_of_a_list_is_never_left_out(world: World, then: str) -> None:
    reply = world.told("which resolutions were adopted in 2021?", then)
    assert reply["kind"] == "clarify"
    assert not symbols(reply)
