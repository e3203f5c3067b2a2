"""How often the members of a group cast one vote, and how often they did not."""

from __future__ import annotations

from datetime import date

import pytest

from tests.across import CAST, UNION, Roll, World

YEAR = 2019

AS_ONE = (
    f"how often did the EU vote unanimously in {YEAR}",
    f"Did the EU always vote as one in {YEAR}?",
    f"did all EU members vote the same way on anything in {YEAR}",
    f"Was the EU united in {YEAR}?",
    f"欧盟{YEAR}年总是一致投票吗",
    f"L'UE a-t-elle toujours voté d'une seule voix en {YEAR} ?",
    f"Всегда ли ЕС голосовал единогласно в {YEAR} году?",
)
DIVIDED = (
    f"On how many votes in {YEAR} were EU members divided?",
    f"How often were EU members divided in {YEAR}?",
    f"How often did EU members vote differently in {YEAR}?",
    f"欧盟{YEAR}年有几次意见不一致",
    f"Combien de fois les membres de l'UE ont-ils voté différemment en {YEAR} ?",
    f"¿Cuántas veces votó dividida la UE en {YEAR}?",
    f"Сколько раз страны ЕС голосовали по-разному в {YEAR} году?",
    f"كم مرة صوتت دول الاتحاد الأوروبي بشكل مختلف في {YEAR}؟",
)


def _votes(roll: Roll) -> list[str]:
    """What the members of the Union on the day cast."""
    members = {*UNION, *({"GBR"} if roll.day <= date(2020, 1, 31) else ())}
    return [roll.votes[code] for code in members if roll.votes.get(code) in CAST]


@pytest.mark.parametrize(("message", "alike"), [*((x, True) for x in AS_ONE), *((x, False) for x in DIVIDED)])
def test_how_often_a_group_cast_one_vote(world: World, message: str, alike: bool) -> None:
    cast = {r.symbol: votes for r in world.known if r.day.year == YEAR and len(votes := _votes(r)) > 1}
    wanted = {symbol for symbol, votes in cast.items() if (len(set(votes)) == 1) is alike}
    assert wanted
    reply = world.told(message)
    assert {row["resolution"] for row in reply["table"]} == wanted
    assert str(len(wanted)) in reply["text"].splitlines()[0]
