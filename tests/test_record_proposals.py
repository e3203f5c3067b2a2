"""Resolutions on a subject, apart from the amendments to them, and the latest few of them, over invented records."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.across import COUNCIL, LETTERS, RIGHTS, Roll, World, imported
from tests.test_record_questions import symbols

DAYS = tuple(date(year, 3, 20 + at) for at, year in enumerate(range(2019, 2024)))
LATEST = tuple(f"A/HRC/RES/{2 * (day.year - 1979)}/{day.day}" for day in reversed(DAYS))
"""The resolutions on water rights, the last one first."""
KENYA = ("A/HRC/RES/84/7", "A/HRC/RES/86/7")
"""On human rights there; a later one on a part of it has its name in another form."""
UKRAINE, SOUTH_SUDAN = "A/HRC/RES/88/17", "A/HRC/RES/88/18"
AMENDMENTS = tuple(f"A/HRC/88/L.{number}" for number in (1, 2))


def _votes(at: int) -> dict[str, str]:
    return {code: "YNA"[(at + place) % 3] for place, code in enumerate(sorted(RIGHTS))}


def _rolls() -> list[Roll]:
    title = "Question of water rights"
    resolutions = zip(LATEST[::-1], DAYS, strict=True)
    made = [Roll(symbol, day, title, _votes(at)) for at, (symbol, day) in enumerate(resolutions)]
    made += [Roll(symbol, DAYS[-1], f"{title} : amendment", _votes(at)) for at, symbol in enumerate(AMENDMENTS)]
    made += [Roll(f"A/HRC/88/L.{at}", DAYS[-1], "Policy on quarries : amendment", _votes(at)) for at in (7, 8)]
    made += [
        Roll(symbol, date(2021 + at, 9, 5), "Situation of human rights in Kenya", _votes(at + 1))
        for at, symbol in enumerate(KENYA)
    ]
    made.append(Roll("A/HRC/RES/88/7", date(2023, 9, 5), "Human rights in the occupied Kenyan uplands", _votes(2)))
    made.append(Roll(UKRAINE, date(2023, 9, 6), "Situation of human rights in Ukraine", _votes(0)))
    made.append(Roll(SOUTH_SUDAN, date(2023, 9, 7), "Advancing human rights in South Sudan", _votes(1)))
    # China alone is against, and nobody in the Security Council.
    only = {code: "N" if code == "CHN" else "Y" for code in sorted(RIGHTS)}
    made.append(Roll("A/RES/76/901", date(2021, 12, 6), "Conservation of harbour cranes", only))
    for number in (1, 2):
        title, agreed = f"Mission in archipelago {number}", dict.fromkeys(COUNCIL, "Y")
        made.append(Roll(f"S/RES/{3300 + number}(2023)", date(2023, 5, number), title, agreed))
        made.append(Roll(f"S/RES/{3200 + number}(2022)", date(2022, 5, number), title, {**agreed, "BRA": "N"}))
    return [*made, Roll("A/RES/77/900", DAYS[3], "Executive committee of the apiary", _votes(0))]


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with these records."""
    return imported(tmp_path_factory.mktemp("few"), _rolls())


@pytest.mark.parametrize(
    ("message", "count"),
    [
        ("最近三份water rights决议有哪些", 3),
        ("water rights决议最近两份是哪些", 2),
        ("最新的四份water rights决议是什么", 4),
        ("the last three water rights resolutions", 3),
        ("which were the two most recent water rights resolutions?", 2),
        ("les trois dernières résolutions sur water rights", 3),
        ("las últimas dos resoluciones sobre water rights", 2),
        ("последние три резолюции о water rights", 3),
        ("آخر ثلاثة قرارات بشأن water rights", 3),
        ("أحدث قرارين بشأن water rights", 2),
    ],
)
def test_the_latest_few_on_a_subject_are_so_many_resolutions(few: World, message: str, count: int) -> None:
    assert tuple(symbols(few.told(message))) == LATEST[:count]


@pytest.mark.parametrize(
    "message",
    [
        "最近三个月的water rights决议", "最近两届会议的water rights决议有哪些",
        "water rights resolutions of the last two sessions",
    ],
)  # fmt: skip
def test_so_many_months_or_sessions_count_no_resolutions(few: World, message: str) -> None:
    assert few.told(message)["kind"] == "clarify"


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("有哪些关于water rights的决议", LATEST),
        ("which resolutions are on water rights?", LATEST),
        ("how many water rights resolutions are there?", LATEST),
        ("quelles sont les résolutions sur water rights ?", LATEST),
        ("¿qué resoluciones hay sobre water rights?", LATEST),
        ("какие есть резолюции о water rights?", LATEST),
        ("ما القرارات بشأن water rights؟", LATEST),
        ("which amendments are there on water rights?", AMENDMENTS),
        ("which resolutions, amendments included, are on water rights?", (*LATEST, *AMENDMENTS)),
        ("which resolutions are on quarries?", ("A/HRC/88/L.7", "A/HRC/88/L.8")),
    ],
)
def test_amendments_are_no_resolutions_on_a_subject(few: World, message: str, meant: tuple[str, ...]) -> None:
    reply = few.told(message)
    assert set(symbols(reply)) == set(meant)
    assert ("amendment" in reply["text"].lower()) or not reply["text"].isascii()


@pytest.mark.parametrize(
    ("message", "code", "vote"),
    [
        ("which water rights resolutions did Japan vote against?", "JPN", "no"),
        ("哪些water rights决议中国弃权了", "CHN", "abstain"),
        ("¿en qué resoluciones sobre water rights votó en contra Francia?", "FRA", "no"),
    ],
)
def test_of_which_on_a_subject_a_state_voted_so(few: World, message: str, code: str, vote: str) -> None:
    on = [r for r in few.known if r.symbol in LATEST]
    assert set(symbols(few.told(message))) == {r.symbol for r in on if code in r.who(vote)}


@pytest.mark.parametrize("turn", ["其中中国反对的", "which of these did China oppose?"])
def test_more_is_asked_of_the_latest_few_and_of_none_before(few: World, turn: str) -> None:
    on = [r for r in few.known if r.symbol in LATEST[:4]]
    assert set(symbols(few.told("the last four water rights resolutions", turn))) == {
        r.symbol for r in on if "CHN" in r.who("no")
    }


@pytest.mark.parametrize(
    "message",
    [
        "2023年3月24日人权理事会投了什么",
        "What did the Human Rights Council vote on on 24 March 2023?",
        "Sur quoi le Conseil des droits de l'homme a-t-il voté le 24 mars 2023 ?",
        "¿Qué votó el Consejo de Derechos Humanos el 24 de marzo de 2023?",
        "За что голосовал Совет по правам человека 24 марта 2023 года?",
        "على ماذا صوت مجلس حقوق الإنسان في 24 مارس 2023؟",
    ],
)
def test_what_a_body_voted_on_on_a_day_is_all_of_that_day(few: World, message: str) -> None:
    assert set(symbols(few.told(message))) == {
        r.symbol for r in few.known if r.day == date(2023, 3, 24) and r.body == "rights"
    }


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("中国为什么投反对票", "理由"), ("Why did China vote against?", "reasons"), ("日本為什麼棄權", "理由"),
        ("Pourquoi la France a-t-elle voté contre ?", "raisons"), ("¿Por qué votó Cuba a favor?", "razones"),
        ("Почему Китай голосовал против?", "почему"), ("لماذا صوتت الصين ضد؟", "أسباب"),
    ],
)  # fmt: skip
def test_reasons_are_said_to_be_in_no_record_where_none_is_in_view(few: World, message: str, said: str) -> None:
    reply = few.told(message)
    assert reply["kind"] == "none"
    assert said in reply["text"].partition("\n")[0]


@pytest.mark.parametrize(
    ("turns", "there"),
    [
        (("2021年Executive committee of the apiary谁反对",), False),
        (("2022年Executive committee of the apiary谁反对",), True),
        (("who abstained on Executive committee of the apiary in 2020?",), False),
        (("who abstained on Executive committee of the apiary in 2022?",), True),
        (("Executive committee of the apiary 2023 : qui a voté contre ?",), False),
        (("77/900谁反对", "and who opposed Conservation of harbour cranes in 2023?"), False),
        (("77/900谁反对", "and who opposed Conservation of harbour cranes in 2021?"), True),
    ],
)
def test_a_year_beside_a_whole_title_decides(few: World, turns: tuple[str, ...], there: bool) -> None:
    reply = few.told(*turns)
    assert reply["kind"] == ("roll" if there else "none")
    assert there == bool(reply["votes"])


@pytest.mark.parametrize(
    "message",
    [
        "最新的肯尼亚人权决议谁反对", "人权理事会肯尼亚人权决议最近一次谁反对",
        "the latest human rights in Kenya resolution: who was against?",
        "la dernière résolution sur les droits de l'homme au Kenya : qui a voté contre ?",
        "кто был против последней резолюции о правах человека в Кении?",
    ],
)  # fmt: skip
def test_the_latest_on_a_state_is_of_the_title_that_has_its_name(few: World, message: str) -> None:
    assert few.told(message)["resolution"] == KENYA[-1]


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("water rights决议的修正案有通过的吗", "no"),
        ("Were any of the amendments on quarries adopted?", "no"),
        ("有没有关于water rights的决议", "yes"),
        ("is there a resolution on harbour cranes?", "yes"),
        ("安理会2023年有反对票吗", "no"),
        ("安理会2022年有反对票吗", "yes"),
        ("Was there any vote against in the Security Council in 2023?", "no"),
        ("¿Hubo algún voto en contra en el Consejo de Seguridad en 2022?", "yes"),
        ("Y a-t-il eu des votes contre au Conseil de sécurité en 2023 ?", "no"),
        ("Были ли голоса против в Совете Безопасности в 2022 году?", "yes"),
        ("هل كانت هناك أصوات معارضة في مجلس الأمن عام 2023؟", "no"),
        ("по резолюции ГА о harbour cranes против был один Китай?", "yes"),
        ("по резолюции ГА о harbour cranes против была одна Индия?", "no"),
    ],
)
def test_whether_there_is_any_has_a_verdict(few: World, message: str, verdict: str) -> None:
    assert few.told(message)["verdict"] == verdict


@pytest.mark.parametrize(
    "message", ["日本对肯尼亚问题决议都投了什么", "How did Japan vote on all the Kenya resolutions?"]
)
def test_what_a_state_voted_on_each_on_another_is_listed(few: World, message: str) -> None:
    rows = {row["resolution"]: row for row in few.told(message)["table"]}
    assert set(KENYA) <= set(rows)
    assert all(row["JPN"] == next(r for r in few.known if r.symbol == on).votes["JPN"] for on, row in rows.items())


@pytest.mark.parametrize(
    "turn", ["how did the Nordic states vote on the Kenya vote?", "北欧国家在肯尼亚表决中怎么投的"]
)
def test_a_vote_on_a_state_is_the_one_in_view_that_is_on_it(few: World, turn: str) -> None:
    assert few.told(f"{KENYA[0]}谁反对", turn)["resolution"] == KENYA[0]
    assert all(symbol in few.told(turn)["text"] for symbol in KENYA)


@pytest.mark.parametrize(
    ("turns", "kind"),
    [
        ((f"{KENYA[0]}谁反对", "印度两次一样吗"), "clarify"),
        ((f"who opposed {KENYA[0]}?", "did India vote the same both times?"), "clarify"),
        ((f"{KENYA[0]}谁反对", f"{KENYA[1]}谁反对", "印度两次一样吗"), "history"),
        ((f"who opposed {KENYA[0]}?", f"who opposed {KENYA[1]}?", "did India vote the same both times?"), "history"),
        (("which of the two had more noes?",), "clarify"),
        ((f"who opposed {KENYA[0]}?", "which of the two had more noes?"), "clarify"),
        ((f"who opposed {KENYA[0]}?", f"who opposed {KENYA[1]}?", "which of the two had more noes?"), "documents"),
    ],
)
def test_two_are_compared_where_two_were_spoken_of(few: World, turns: tuple[str, ...], kind: str) -> None:
    assert few.told(*turns)["kind"] == kind


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("HRC 47 members: did any of them vote against {}?", "yes"),
        ("the 47 members of the Council: did anyone abstain on {}?", "yes"),
        ("did 47 members vote against {}?", "no"),
    ],
)
def test_how_many_members_there_are_is_no_number_of_votes(few: World, message: str, verdict: str) -> None:
    assert few.told(message.format(KENYA[0]))["verdict"] == verdict


@pytest.mark.parametrize(
    "turn", ["它们上次怎么投的", "how did they vote last time?", "et la dernière fois ?", "¿y la última vez?"]
)
def test_last_time_is_asked_of_the_same_group(few: World, turn: str) -> None:
    reply = few.told(f"东盟在{KENYA[1]}怎么投的" if "它" in turn else f"How did ASEAN vote on {KENYA[1]}?", turn)
    earlier = next(r for r in few.known if r.symbol == KENYA[0])
    assert reply["resolution"] == KENYA[0]
    assert reply["votes"] == {"IDN": earlier.votes["IDN"]}


@pytest.mark.parametrize(
    "message",
    [
        "中国投票趋势图", "中国历年投票趋势图", "trend chart of China's votes",
        "graphique d'évolution des votes de la Chine",
    ],
)  # fmt: skip
def test_a_trend_is_one_by_year(few: World, message: str) -> None:
    years = {str(r.day.year) for r in few.known if r.votes.get("CHN") in ("yes", "no", "abstain")}
    assert {row["part"] for row in few.told(message)["table"]} == years


COUNTED = (
    # (how often, on how many resolutions)
    ("人权理事会上中国投过几次赞成票", "中国赞成了人权理事会的多少份决议"),
    (
        "How often did China vote in favour in the Human Rights Council?",
        "How many Human Rights Council resolutions did China vote for?",
    ),
    (
        "Combien de fois la Chine a-t-elle voté pour au Conseil des droits de l'homme ?",
        "Pour combien de résolutions du Conseil des droits de l'homme la Chine a-t-elle voté ?",
    ),
    (
        "¿Cuántas veces votó China a favor en el Consejo de Derechos Humanos?",
        "¿A favor de cuántas resoluciones del Consejo de Derechos Humanos votó China?",
    ),
    (
        "Сколько раз Китай голосовал за в Совете по правам человека?",
        "За сколько резолюций Совета по правам человека проголосовал Китай?",
    ),
    (
        "كم مرة صوتت الصين بنعم في مجلس حقوق الإنسان؟",
        "كم عدد قرارات مجلس حقوق الإنسان التي صوتت الصين لصالحها؟",
    ),
)
_OF_COUNCIL = [roll for roll in _rolls() if roll.body == "rights"]


def _in_favour(of: list[Roll]) -> str:
    return str(sum(roll.votes["CHN"] == "Y" for roll in of))


@pytest.mark.parametrize(("of_votes", "of_resolutions"), COUNTED)
def test_who_counts_resolutions_counts_no_amendments_and_is_told_of_both(
    few: World, of_votes: str, of_resolutions: str
) -> None:
    all_of_them = _in_favour(_OF_COUNCIL)
    without = _in_favour([roll for roll in _OF_COUNCIL if "/RES/" in roll.symbol])
    for message, (said, otherwise) in ((of_votes, (all_of_them, without)), (of_resolutions, (without, all_of_them))):
        first, second = few.told(message)["text"].replace("\u2068", "").splitlines()[:2]
        assert said in re.findall(r"\d+", first), message
        assert otherwise in re.findall(r"\d+", second), message


MOST_OPPOSED = (
    "2023年人权理事会反对票最多的决议",
    "Which Human Rights Council resolution of 2023 had the most votes against?",
    "Quelle résolution du Conseil des droits de l'homme de 2023 a eu le plus de voix contre ?",
    "¿Qué resolución del Consejo de Derechos Humanos de 2023 tuvo más votos en contra?",
    "Какая резолюция Совета по правам человека 2023 года получила больше всего голосов против?",
)


@pytest.mark.parametrize("message", MOST_OPPOSED)
def test_of_resolutions_the_most_opposed_is_no_amendment(few: World, message: str) -> None:
    of_year = [r for r in _OF_COUNCIL if r.day.year == 2023]
    assert symbols(few.told(message)) != []
    assert set(symbols(few.told(message))) == {r.symbol for r in of_year if "/RES/" in r.symbol}


IN_ONE_YEAR = (
    # On Kenya there was one in 2022.
    "2022年德国对肯尼亚怎么投的",
    "2022年肯尼亚问题德国怎么投的",
    "How did Germany vote on Kenya in 2022?",
    "Comment l'Allemagne a-t-elle voté sur le Kenya en 2022 ?",
    "¿Cómo votó Alemania sobre Kenia en 2022?",
    "Как Германия голосовала по Кении в 2022 году?",
    "كيف صوتت ألمانيا بشأن كينيا في عام 2022؟",
    "كيف صوتت ألمانيا على كينيا في عام 2022؟",
)


@pytest.mark.parametrize("message", IN_ONE_YEAR)
def test_where_one_resolution_alone_is_of_subject_and_year_it_is_asked_of_that(few: World, message: str) -> None:
    roll = next(r for r in _rolls() if r.symbol == KENYA[1])
    reply = few.told(message)
    assert (reply["resolution"], reply["votes"]) == (roll.symbol, {"DEU": LETTERS[roll.votes["DEU"]]})
    assert few.told(message, "谁反对")["resolution"] == roll.symbol


ON_A_STATE = (
    # What a state's name is written as one with, or has in it, is no word of its own.
    "Quelles résolutions sur l'Ukraine ?",
    "Quelles sont les résolutions du Conseil des droits de l'homme concernant l'Ukraine ?",
    "¿Qué resoluciones hay sobre Ucrania?",
    "有哪些关于乌克兰的决议",
)


@pytest.mark.parametrize("message", ON_A_STATE)
def test_resolutions_on_a_state_are_found_by_its_name(few: World, message: str) -> None:
    assert symbols(few.told(message)) == [UKRAINE]


WHO_ON_A_STATE = (
    ("肯尼亚 2022 反对的国家名单", KENYA[1], "no"),
    ("¿Quiénes se abstuvieron en la resolución de 2023 sobre Sudán del Sur?", SOUTH_SUDAN, "abstain"),
    ("Qui s'est abstenu sur la résolution de 2023 concernant le Soudan du Sud ?", SOUTH_SUDAN, "abstain"),
    ("Кто воздержался по резолюции 2023 года о Южном Судане?", SOUTH_SUDAN, "abstain"),
)


@pytest.mark.parametrize(("message", "symbol", "vote"), WHO_ON_A_STATE)
def test_the_state_beside_a_list_of_voters_is_what_the_resolution_is_on(
    few: World, message: str, symbol: str, vote: str
) -> None:
    roll = next(r for r in few.known if r.symbol == symbol)
    reply = few.told(message)
    assert (reply["resolution"], set(reply["votes"])) == (symbol, roll.who(vote))


NARROWLY = (
    "Which Human Rights Council resolution of 2023 passed most narrowly?",
    "¿Qué resolución del Consejo de Derechos Humanos de 2023 se aprobó por el margen más estrecho?",
    "Quelle résolution du Conseil des droits de l'homme de 2023 a eu la marge la plus faible ?",
    "Какая резолюция Совета по правам человека 2023 года принята с наименьшим отрывом?",
    "2023年人权理事会差距最小的决议",
)


@pytest.mark.parametrize("message", NARROWLY)
def test_the_narrowest_are_first_however_that_is_put(few: World, message: str) -> None:
    def margin(symbol: str) -> int:
        roll = next(r for r in few.known if r.symbol == symbol)
        return abs(len(roll.who("yes")) - len(roll.who("no")))

    found = symbols(few.told(message))
    assert len(found) > 1
    assert [margin(each) for each in found] == sorted(margin(each) for each in found)


def test_drafts_are_looked_for_by_their_number(world: World) -> None:
    draft = next(r.symbol for r in world.known if "/L." in r.symbol)
    number = draft.rpartition("/")[2]
    expected = {r.symbol for r in world.known if r.symbol.endswith(f"/{number}")}
    assert set(symbols(world.told(f"/docs {number}"))) == expected
    assert symbols(world.told(f"/docs {number}9999")) == []
