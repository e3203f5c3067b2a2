"""What stands beside a question and asks nothing (on deadline), what it leaves out in other words (no need to list),
which council is meant, and what a result is called; over the data of tests/across.py, counted in plain Python."""

from __future__ import annotations

import pytest

from tests.across import UNION, World, counted

OCCASIONS = (
    "On deadline: how many times did Cuba vote no in {year}, going by your data?",
    "Urgent! how many times did Cuba vote no in {year}?",
    "Writing a piece on this, how many times did Cuba vote no in {year}, per your records?",
    "赶稿中：{year}年古巴投了多少次反对票，按你的数据",
    "老板催：{year}年古巴投了多少次反对票",
    "急！古巴{year}年投了幾次反對票",
    "Bouclage dans dix minutes : combien de fois Cuba a-t-elle voté contre en {year} ?",
    "Voy justo de tiempo: ¿cuántas veces votó Cuba en contra en {year}, según tus datos?",
    "Горит дедлайн: сколько раз Куба голосовала против в {year} году, по вашим данным?",
    "مستعجل: كم مرة صوتت كوبا ضد في عام {year}، حسب بياناتك؟",
)


@pytest.mark.parametrize("asked", OCCASIONS)
def test_why_and_how_soon_it_is_asked_is_no_subject(world: World, asked: str) -> None:
    year = 2021
    reply = world.told(asked.format(year=year))
    assert str(counted(world.known, "CUB", "no", year=year)) in reply["text"].splitlines()[0].replace("\u2068", "")


NOT_LISTED = (
    "{s}谁赞成？欧盟国家不用列",
    "{s}誰贊成？歐盟國家唔使列",
    "{s} 谁赞成，不用列欧盟国家",
    "{s}谁赞成，欧盟的就别列了",
    "who supported {s}? no need to list EU members",
    "who supported {s}? skip the EU members",
    "qui a soutenu {s} ? inutile de lister les pays de l'Union européenne",
    "¿quién apoyó {s}? no hace falta listar a los de la Unión Europea",
    "кто поддержал {s}? страны Евросоюза не перечисляй",
    "من أيد {s}؟ لا داعي لذكر دول الاتحاد الأوروبي",
)


@pytest.mark.parametrize("asked", NOT_LISTED)
def test_those_who_need_not_be_listed_are_left_out(world: World, asked: str) -> None:
    roll = next(r for r in world.known if r.body == "assembly" and r.who("yes") & set(UNION))
    assert set(world.told(asked.format(s=roll.symbol))["votes"]) == roll.who("yes") - set(UNION)


def test_who_skipped_the_vote_is_no_exception(world: World) -> None:
    roll = next(r for r in world.known if r.body == "assembly")
    assert world.told(f"who chose to skip the vote on {roll.symbol}?")["kind"] != "clarify"


COUNCIL = (
    ("谁反对{s}", "中国{year}年在理事会反对过几次"),
    ("who opposed {s}?", "how often did China vote no in the council in {year}?"),
    ("qui a voté contre {s} ?", "combien de fois la Chine a-t-elle voté contre au Conseil en {year} ?"),
    ("¿quién votó en contra de {s}?", "¿cuántas veces votó China en contra en el Consejo en {year}?"),
    ("кто был против {s}?", "сколько раз Китай голосовал против в совете в {year} году?"),
    ("من عارض {s}؟", "كم مرة صوتت الصين ضد في المجلس عام {year}؟"),
)


@pytest.mark.parametrize(("first", "then"), COUNCIL, ids=[row[1] for row in COUNCIL])
@pytest.mark.parametrize("body", ["rights", "council"])
def test_the_council_is_the_one_that_was_spoken_of(world: World, first: str, then: str, body: str) -> None:
    of_body = [r for r in world.known if r.body == body]
    roll = next(r for r in of_body if "/L." not in r.symbol)
    reply = world.told(first.format(s=roll.symbol), then.format(year=roll.day.year))
    times = counted((r for r in of_body if "/L." not in r.symbol), "CHN", "no", year=roll.day.year)
    assert str(times) in reply["text"].splitlines()[0].replace("\u2068", "")
    assert reply["text"].splitlines()[0] != world.told(then.format(year=roll.day.year))["text"].splitlines()[0]


@pytest.mark.parametrize(
    "asked",
    [
        "which council resolutions did Cuba abstain on in 2021?",
        "2021年理事会哪些决议古巴弃权",
        "how many times did Cuba vote no in the council in 2021?",
    ],
)
def test_which_council_is_asked_back_where_none_was_spoken_of(world: World, asked: str) -> None:
    assert world.told(asked)["kind"] == "clarify"


RESULTS = ("final tally on {s}?", "the exact tally of {s}", "{s}最终票数", "décompte final de {s} ?", "итог {s}")


@pytest.mark.parametrize("asked", RESULTS)
def test_a_final_tally_is_a_result(world: World, asked: str) -> None:
    roll = next(r for r in world.known if r.body == "assembly")
    reply = world.told(asked.format(s=roll.symbol))
    assert (reply["kind"], reply["resolution"]) == ("tally", roll.symbol)


def test_the_final_tally_of_what_is_described_is_of_that(world: World) -> None:
    described = world.told("what is the result of the resolution on {}?".format("pensions"))
    assert world.told("what's the final tally for the resolution on pensions?")["text"] == described["text"]
