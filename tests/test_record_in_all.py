"""Questions of several resolutions in one message, or of what several have in common, over the data of
tests/across.py, counted in plain Python."""

from __future__ import annotations

import pytest

from tests.across import CAST, STATES, Roll, World, agreement, meant
from tests.test_record_questions import symbols


def two(world: World) -> tuple[Roll, Roll]:
    """Two resolutions of the Assembly with votes against, of different states."""
    fits = [r for r in world.known if r.body == "assembly" and r.who("no")]
    return fits[0], next(r for r in fits if r.who("no") != fits[0].who("no"))


EACH = (
    "《{a}》决议德国投了什么，《{b}》决议谁反对？",
    "《{a}》决议德国投了什么，《{b}》决议谁反对",
    "《{a}》決議德國怎麼投？《{b}》決議誰反對？",
    "How did Germany vote on the resolution on {a}, and who opposed the resolution on {b}?",
    "Comment l'Allemagne a-t-elle voté sur la résolution « {a} », et qui s'est opposé à la résolution « {b} » ?",
    "¿Cómo votó Alemania la resolución «{a}» y quién votó en contra de la resolución «{b}»?",
)


@pytest.mark.parametrize("asked", EACH)
def test_each_clause_is_asked_of_the_resolution_that_it_describes(world: World, asked: str) -> None:
    one, other = two(world)
    first, second = world.told(asked.format(a=one.title, b=other.title))["answers"]
    assert (first["resolution"], first["votes"]) == (one.symbol, {"DEU": one.votes["DEU"]})
    assert (second["resolution"], set(second["votes"])) == (other.symbol, other.who("no"))


BODIES = (
    "日本在大会和人权理事会各投了几次反对票",
    "How often did Japan vote against in the General Assembly and the Human Rights Council?",
    "Combien de fois le Japon a-t-il voté contre à l'Assemblée générale et au Conseil des droits de l'homme ?",
    "¿Cuántas veces votó Japón en contra en la Asamblea General y en el Consejo de Derechos Humanos?",
    "Сколько раз Япония голосовала против в Генеральной Ассамблее и в Совете по правам человека?",
)


@pytest.mark.parametrize("asked", BODIES)
def test_several_bodies_are_told_one_after_another(world: World, asked: str) -> None:
    answers = world.told(asked)["answers"]
    for body, reply in zip(("assembly", "rights"), answers, strict=True):
        so = {r.symbol for r in world.known if r.body == body and r.votes.get("JPN") == "no"}
        assert set(symbols(reply)) == so


IF_NOT = (
    "法国在人权理事会一直和德国投得一样吗？如果不是，哪些决议不一样？",
    "Did France always vote like Germany in the Human Rights Council? If not, on which?",
    "La France a-t-elle toujours voté comme l'Allemagne au Conseil des droits de l'homme ? Sinon, sur lesquelles ?",
    "¿Francia votó siempre como Alemania en el Consejo de Derechos Humanos? Si no, ¿en cuáles?",
    "Всегда ли Франция голосовала как Германия в Совете по правам человека? Если нет, то по каким?",
)


@pytest.mark.parametrize("asked", IF_NOT)
def test_if_not_asks_for_those_where_it_was_not_so(world: World, asked: str) -> None:
    of = [r for r in world.known if r.body == "rights"]
    both = [r for r in of if r.votes.get("FRA") in CAST and r.votes.get("DEU") in CAST]
    reply = world.told(asked)
    assert set(symbols(reply)) == {r.symbol for r in meant([asked], both) if r.votes["FRA"] != r.votes["DEU"]}
    assert reply["verdict"] == ("yes" if len(set(agreement(of, "FRA", "DEU"))) == 1 else "no")


STILL = (
    ("{a}谁反对", "到{b}还是反对的有哪些"),
    ("{a}誰反對", "{b}仍然反對的是誰"),
    ("who opposed {a}?", "who still opposed {b}?"),
    ("qui a voté contre {a} ?", "qui était encore contre {b} ?"),
    ("¿quién votó en contra de {a}?", "¿quiénes siguieron en contra en {b}?"),
    ("кто был против {a}?", "а кто по-прежнему был против {b}?"),
)


@pytest.mark.parametrize(("first", "then"), STILL, ids=[row[1] for row in STILL])
def test_who_still_did_so_did_so_on_both(world: World, first: str, then: str) -> None:
    fits = [r for r in world.known if r.body == "rights" and "/L." not in r.symbol]
    one, other = next((a, b) for a in fits[::-1] for b in fits if a.who("no") & b.who("no") and a.day < b.day)
    reply = world.told(first.format(a=one.symbol), then.format(b=other.symbol))
    assert {row["state"] for row in reply["table"]} == one.who("no") & other.who("no")


YEAR = (
    "{zh}投反对票最多的是哪一年",
    "In which year did {en} vote against most often?",
    "Dans quelle année {en} a-t-il le plus voté contre ?",
    "¿En qué año votó {en} más veces en contra?",
    "В каком году {en} чаще всего голосовала против?",
)


@pytest.mark.parametrize("asked", YEAR)
def test_the_year_in_which_a_state_voted_so_most_comes_first(world: World, asked: str) -> None:
    names = {"Dans": "le Japon", "¿En": "Japón", "В": "Япония"}
    name = next((name for begins, name in names.items() if asked.startswith(begins)), STATES["JPN"][1])
    of = [r.day.year for r in world.known if r.votes.get("JPN") == "no"]
    rows = world.told(asked.format(zh="日本", en=name))["table"]
    assert of.count(int(rows[0]["part"])) == max(map(of.count, of))


def test_which_vote_of_a_body_had_the_most(world: World) -> None:
    council = [r for r in world.known if r.body == "council"]
    most = max(len(r.who("abstain")) for r in council)
    for asked in ("安理会哪次弃权票最多", "安理会表决里哪次弃权票最多？几票"):
        first = next(r for r in council if r.symbol == symbols(world.told(asked))[0])
        assert len(first.who("abstain")) == most


def test_who_is_left_out_stands_behind_the_body(world: World) -> None:
    head = world.told("不计五常，安理会哪些国家弃权最多")["text"].splitlines()[0]
    assert head.index("安全理事会") < head.index("不计")
