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
HARBOURS = {
    year: Roll(f"A/HRC/RES/{2 * (year - 1979)}/41", date(year, 10, 6), "The upkeep of harbours",
               {**_votes(1, RIGHTS), **other})
    for year, other in ((2021, {"CHN": "A", "CUB": "A"}), (2022, {}), (2023, {}))
}  # fmt: skip
"""On the same in three years, with the same votes in the last two."""
AMENDMENTS = tuple(
    Roll(f"A/HRC/88/L.{number}", date(2023, 10, 6), "The upkeep of harbours : amendment", _votes(number, RIGHTS))
    for number in (61, 62, 63)
)
CRISIS = Roll("A/HRC/88/L.70", date(2023, 10, 9), "Marriage of cousins in times of crisis : amendment",
              _votes(2, RIGHTS))  # fmt: skip
"""Its title has a word of “that time” in it."""
BELARUS = {
    year: Roll(f"A/HRC/RES/{2 * (year - 1979)}/51", date(year, 4, 3), "Situation of human rights in Belarus",
               _votes(year % 3, RIGHTS))
    for year in (2021, 2022)
}  # fmt: skip
"""On a state that no record lists."""
SHELTERS = {
    month: Roll(f"S/RES/{3500 + month}(2023)", date(2023, month, 15), f"Shelters for {what} in Gaza",
                _votes(month, COUNCIL))
    for month, what in ((9, "pigeons and ducks"), (11, "cats and dogs"))
}  # fmt: skip
"""On the same in two months of a year."""
ROLLS = (
    IRAN,
    *BELARUS.values(),
    *SHELTERS.values(),
    *HARBOURS.values(),
    *AMENDMENTS,
    CRISIS,
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


THAT_TIME = (
    ("智利对{s}怎么投的", "那次巴西呢"), ("智利对{s}怎么投的", "巴西当时投了什么"),
    ("how did Chile vote on {s}?", "and brazil that time?"),
    ("how did Chile vote on {s}?", "and how did Brazil vote that time?"),
    ("comment le Chili a-t-il voté sur {s} ?", "et le Brésil cette fois-là ?"),
    ("¿cómo votó Chile sobre {s}?", "¿y Brasil esa vez?"), ("как голосовало Чили по {s}?", "а Бразилия в тот раз?"),
    ("كيف صوتت شيلي على {s}؟", "والبرازيل في تلك المرة؟"),
)  # fmt: skip


@pytest.mark.parametrize(("first", "then"), THAT_TIME, ids=[row[1] for row in THAT_TIME])
def test_that_time_is_the_vote_spoken_of(world: World, first: str, then: str) -> None:
    roll = HARBOURS[2022]
    reply = world.told(first.format(s=roll.symbol), then)
    assert reply["resolution"] == roll.symbol
    assert reply["votes"] == {"BRA": LETTERS[roll.votes["BRA"]]}


ITS_AMENDMENTS = (
    "针对它表决的修正案一共有几个", "它有几个修正案付诸表决", "how many amendments to it were put to a vote?",
    "combien d'amendements à cette résolution ont été mis aux voix ?", "¿cuántas enmiendas se sometieron a votación?",
    "сколько поправок к ней ставилось на голосование?", "كم تعديلا عليه طُرح للتصويت؟",
)  # fmt: skip


@pytest.mark.parametrize("then", ITS_AMENDMENTS)
def test_how_many_amendments_to_it_were_put_to_the_vote(world: World, then: str) -> None:
    text = world.told(HARBOURS[2023].symbol, then)["text"]
    assert {x.symbol for x in ROLLS if x.symbol in text} == {x.symbol for x in AMENDMENTS}


SAME_RESULT = (
    ("{s}的票数", "跟{year}年那次票数一样吗"), ("{s}的表决结果", "{year}年一样吗"),
    ("what was the result on {s}?", "was it the same in {year}?"),
    ("who opposed {s}?", "was the vote count the same as in {year}?"),
    ("quel a été le résultat de {s} ?", "le résultat était-il le même qu'en {year} ?"),
    ("¿cuál fue el resultado de {s}?", "¿fue el mismo resultado que en {year}?"),
    ("каков результат по {s}?", "результат такой же, как в {year}?"),
    ("ما نتيجة التصويت على {s}؟", "هل النتيجة نفسها في {year}؟"),
)

OTHER_RESULT = (
    ("{s}的票数", "跟{year}年那次票数不同吗"), ("what was the result on {s}?", "was it different in {year}?"),
    ("¿cuál fue el resultado de {s}?", "¿fue distinto el resultado en {year}?"),
)  # fmt: skip


def figures(roll: Roll) -> list[int]:
    """How many voted in favour, against, and abstained."""
    return [len(named(roll, vote)) for vote in ("yes", "no", "abstain")]


@pytest.mark.parametrize("year", [2021, 2022])
@pytest.mark.parametrize(("first", "then"), SAME_RESULT, ids=[row[1] for row in SAME_RESULT])
def test_the_same_result_as_of_another_year_is_yes_or_no(world: World, first: str, then: str, year: int) -> None:
    roll, other = HARBOURS[2023], HARBOURS[year]
    reply = world.told(first.format(s=roll.symbol), then.format(year=year))
    assert reply["verdict"] == ("yes" if figures(roll) == figures(other) else "no")
    assert {x.symbol for x in ROLLS if x.symbol in reply["text"]} == {roll.symbol, other.symbol}


RESULTS = (
    ("白俄罗斯 2021 表决结果", "2022年呢"), ("Belarus 2021 vote result", "and in 2022?"),
    ("biélorussie 2021 résultat du vote", "et en 2022 ?"), ("bielorusia 2021 resultado de la votacion", "y en 2022?"),
    ("беларусь 2021 результат голосования", "а в 2022?"), ("بيلاروس 2021 نتيجة التصويت", "وفي 2022؟"),
)  # fmt: skip


@pytest.mark.parametrize(("first", "then"), RESULTS, ids=[row[0] for row in RESULTS])
def test_the_result_of_a_year_on_a_state_in_no_record_is_of_the_resolution_on_it(
    world: World, first: str, then: str
) -> None:
    for turns, year in (((first,), 2021), ((first, then), 2022)):
        reply = world.told(*turns)
        assert (reply["kind"], reply["resolution"]) == ("tally", BELARUS[year].symbol)
        assert all(str(count) in reply["text"] for count in figures(BELARUS[year]))


def test_of_a_state_that_has_voted_then_it_is_its_votes(world: World) -> None:
    assert world.told("China 2021 vote result")["kind"] == "history"


MONTHS = (
    ("谁对{s}弃权", "那9月的呢"), ("who abstained on {s}?", "and in September?"),
    ("who abstained on {s}?", "and in September (pigeons, ducks)?"),
    ("who abstained on {s}?", "and the September one?"),
    ("qui s'est abstenu sur {s} ?", "et en septembre ?"), ("¿quién se abstuvo en {s}?", "¿y en septiembre?"),
    ("кто воздержался по {s}?", "а в сентябре?"), ("من امتنع عن {s}؟", "وفي سبتمبر؟"),
)  # fmt: skip


@pytest.mark.parametrize(("first", "then"), MONTHS, ids=[row[1] for row in MONTHS])
def test_a_month_near_that_of_the_one_in_view_is_of_the_same_year(world: World, first: str, then: str) -> None:
    reply = world.told(first.format(s=SHELTERS[11].symbol), then)
    assert reply["resolution"] == SHELTERS[9].symbol
    assert set(reply["votes"]) == named(SHELTERS[9], "abstain")


def test_a_month_that_may_be_of_two_years_is_asked_back(world: World) -> None:
    assert world.told(f"who abstained on {SHELTERS[11].symbol}?", "and in January?")["kind"] == "clarify"


def test_a_verb_that_is_written_as_a_month_is_none(world: World) -> None:
    reply = world.told(f"who abstained on {HARBOURS[2022].symbol}?", "and may I ask who was against?")
    assert reply["resolution"] == HARBOURS[2022].symbol
    assert set(reply["votes"]) == named(HARBOURS[2022], "no")


@pytest.mark.parametrize("year", [2021, 2022])
@pytest.mark.parametrize(("first", "then"), OTHER_RESULT, ids=[row[1] for row in OTHER_RESULT])
def test_another_result_than_of_another_year_is_yes_or_no(world: World, first: str, then: str, year: int) -> None:
    roll, other = HARBOURS[2023], HARBOURS[year]
    reply = world.told(first.format(s=roll.symbol), then.format(year=year))
    assert reply["verdict"] == ("no" if figures(roll) == figures(other) else "yes")
