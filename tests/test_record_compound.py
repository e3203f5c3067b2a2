"""Messages over the record that ask more than one thing: of two documents, or of the first of a list.

The data is that of tests/across.py, and what is right is counted from it in plain Python.
"""

from __future__ import annotations

import pytest

from tests.across import STATES, Roll
from tests.test_across import World, world

__all__ = ["world"]


def _shown(text: str, expected: set[str], language: int) -> bool:
    """Whether the names of just these states stand in a text: 1 for English, 2 for Chinese."""
    text, found = text.replace("联合王国", STATES["GBR"][2]), set()
    # 印度尼西亚 holds 印度.
    for code in sorted(STATES, key=lambda code: -len(STATES[code][language])):
        name = STATES[code][language].removeprefix("the ")
        found |= {code} if name in text else set()
        text = text.replace(name, "")
    return found == expected


def _contested(world: World) -> tuple[Roll, Roll]:
    """Two resolutions of the General Assembly with votes against and abstentions, of different states."""
    fits = [r for r in world.known if r.body == "assembly" and r.who("no") and r.who("abstain")]
    return fits[0], next(r for r in fits if r.who("no") != fits[0].who("no"))


@pytest.mark.parametrize(
    ("template", "language"),
    [
        ("two things: who abstained on {}, and which countries voted against {}", 1),
        ("Who abstained on {}, and who voted against {}?", 1),
        ("帮我查两件事：{}谁弃权了，还有{}是谁反对的", 2),
    ],
)
def test_of_each_document_what_is_asked_of_it(world: World, template: str, language: int) -> None:
    one, other = _contested(world)
    text = world.told(template.format(one.symbol, other.symbol))["text"]
    first, _, second = text.partition(one.symbol)
    assert _shown(first, one.who("abstain"), language)
    assert _shown(second.partition("\n\n")[2].partition(other.symbol)[0], other.who("no"), language)


@pytest.mark.parametrize(
    "template", ["result of {} and {}", "Who voted against {} and {}?", "{}和{}的表决结果", "Who opposed {}, and {}?"]
)
def test_the_same_of_each_stays_the_same_of_each(world: World, template: str) -> None:
    one, other = _contested(world)
    text = world.told(template.format(one.symbol, other.symbol))["text"]
    assert one.symbol in text
    assert other.symbol in text


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("Which General Assembly resolution had the most abstentions, and who abstained?", 1),
        ("联大哪份决议弃权最多，都有谁弃权？", 2),
        ("聯大哪份決議棄權票最多？誰棄權了？", 0),
        ("Quelle résolution de l'Assemblée générale a eu le plus d'abstentions, et qui s'est abstenu ?", 0),
        ("¿Qué resolución de la Asamblea General tuvo más abstenciones y quién se abstuvo?", 0),
        ("Какая резолюция Генассамблеи собрала больше всего воздержавшихся, и кто воздержался?", 0),
    ],
)
def test_who_voted_so_on_the_first_of_a_list(world: World, message: str, language: int) -> None:
    of_assembly = [r for r in world.known if r.body == "assembly"]
    most = max(len(r.who("abstain")) for r in of_assembly)
    first = {r.symbol: r for r in of_assembly if len(r.who("abstain")) == most}
    text = world.told(message)["text"]
    symbol = next(s for s in first if text.rpartition("undocs.org/")[2].strip() == s)
    of_it = text.rpartition("\n\n")[0].rpartition("\n\n")[2]
    assert str(most) in of_it.partition("\n")[0]
    assert not language or _shown(of_it, first[symbol].who("abstain"), language)


@pytest.mark.parametrize(
    "message", ["Which General Assembly resolution had the most abstentions?", "联大哪份决议弃权最多"]
)
def test_which_alone_is_answered_by_the_list_alone(world: World, message: str) -> None:
    assert "table" in world.told(message)
