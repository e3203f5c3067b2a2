"""Names and follow-ups of one resolution among many, over invented records, counted in plain Python."""

from __future__ import annotations

from datetime import date

import pytest

from tests.across import COUNCIL, LETTERS, RIGHTS, STATES, UNION, Roll, World, imported

PERMANENT = {"CHN", "FRA", "GBR", "RUS", "USA"}


def _votes(at: int, of: tuple[str, ...]) -> dict[str, str]:
    return {code: "YNA"[(at + place) % 3] for place, code in enumerate(sorted(of))}


EVERYBODY = tuple(STATES)
IRAN = Roll(
    "A/HRC/RES/S-31/1", date(2022, 1, 20),
    "The situation of human rights in the Islamic Republic of Iran, especially of gardeners", _votes(1, RIGHTS),
)  # fmt: skip
"""Its title has the name of the state in another order than that of the year after."""
BARNACLES = Roll("A/RES/78/931", date(2023, 3, 15), "Measures against the spread of barnacles", _votes(0, EVERYBODY))
CLIMBING = Roll("A/RES/77/932", date(2022, 11, 2), "Mandate on climbing plants", _votes(1, EVERYBODY))
ROLLS = (
    IRAN,
    Roll("A/HRC/RES/52/31", date(2023, 3, 30), "Human rights in Iran (Islamic Republic of)", _votes(2, RIGHTS)),
    BARNACLES,
    CLIMBING,
    Roll("S/RES/3401(2023)", date(2023, 5, 4), "Mission in the archipelago", _votes(0, COUNCIL)),
)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with these records."""
    return imported(tmp_path_factory.mktemp("besides"), ROLLS)


def named(roll: Roll, *votes: str) -> set[str]:
    """Those who voted so on it."""
    return {code for code, letter in roll.votes.items() if LETTERS[letter] in votes}


ON_IRAN = (
    "{zh}对2022年1月伊朗决议怎么投的",
    "how did {en} vote on the iran resolution in january 2022",
    "comment le {fr} a-t-il voté sur la résolution Iran janvier 2022",
    "¿cómo votó {es} la resolución Irán enero 2022?",
    "как голосовала {ru} по резолюции по Ирану январь 2022",
    "كيف صوتت {ar} على قرار ايران يناير 2022",
)
CHILE = {"zh": "智利", "en": "chile", "fr": "Chili", "es": "Chile", "ru": "Чили", "ar": "شيلي"}


@pytest.mark.parametrize("asked", ON_IRAN)
def test_a_state_whose_name_titles_put_in_two_orders_is_what_the_resolution_is_on(world: World, asked: str) -> None:
    reply = world.told(asked.format(**CHILE))
    assert reply["resolution"] == IRAN.symbol
    assert reply["votes"] == {"CHL": LETTERS[IRAN.votes["CHL"]]}


THE_FIVE = (
    "安理会的五常呢", "那五常呢", "and the permanent members of the UNSC?", "how did the P5 vote?",
    "et les cinq permanents du Conseil de sécurité ?", "¿y los miembros permanentes del Consejo de Seguridad?",
    "а как голосовали постоянные члены СБ?", "а постоянные члены СБ ООН?",
    "وكيف صوت الأعضاء الخمسة الدائمون في مجلس الأمن؟",
)  # fmt: skip


@pytest.mark.parametrize("then", THE_FIVE)
def test_a_body_in_the_name_of_a_group_is_no_condition(world: World, then: str) -> None:
    reply = world.told(CLIMBING.symbol, then)
    assert reply["resolution"] == CLIMBING.symbol
    assert set(reply["votes"]) == PERMANENT


@pytest.mark.parametrize("asked", ["how did the P5 in the Security Council vote in 2023", "五常2023年在安理会怎么投的"])
def test_a_body_beside_a_group_with_a_word_between_is_one(world: World, asked: str) -> None:
    then = [x.symbol for x in ROLLS if x.body == "council" and x.day.year == 2023]
    assert [x.symbol for x in ROLLS if x.symbol in world.told(asked)["text"]] == then


OF_A_GROUP = (
    "欧盟国家对大会关于barnacles的决议是怎么投票的",
    "how did the member states of the European Union vote on the General Assembly resolution on barnacles?",
    "comment les pays de l'Union européenne ont-ils voté sur la résolution de l'Assemblée générale sur barnacles ?",
    "¿cómo votaron los países de la Unión Europea la resolución de la Asamblea General sobre barnacles?",
    "как голосовали государства Европейского союза по резолюции Генеральной Ассамблеи о barnacles",
    "كيف صوتت دول الاتحاد الأوروبي على قرار الجمعية العامة بشأن barnacles",
)


@pytest.mark.parametrize("asked", OF_A_GROUP)
def test_of_the_only_one_a_group_is_asked_for_each_vote(world: World, asked: str) -> None:
    reply = world.told(asked)
    assert (reply["kind"], reply["resolution"]) == ("roll", BARNACLES.symbol)
    assert reply["votes"] == {code: LETTERS[BARNACLES.votes[code]] for code in UNION}


def test_how_united_a_group_was_is_no_roll_call(world: World) -> None:
    assert world.told("насколько единым был ЕС по резолюциям о barnacles")["kind"] != "roll"
