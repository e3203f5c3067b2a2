"""A body that is misspelt, a day without its year, the council that is the only one on a subject, and what else is said
of the resolutions that are asked about: which passed and which failed, by what margin, and when a state stood alone."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tests.across import RIGHTS, UNION, Roll, World, imported
from tests.test_record_asked_on import listed
from tests.test_record_questions import symbols

MISSPELT = (
    ("Genral Assembly resolutions", "Genral Assembly", "assembly"),
    ("Asamblea Genral, resoluciones", "Asamblea Genral", "assembly"),
    ("résolutions du Conseil de sécurté", "Conseil de sécurté", "council"),
    ("резолюции Совета Безопастности", "Совета Безопастности", "council"),
    ("安里会的决议有哪些", "安里会", "council"),
    ("resoluciones del Consejo de Seguirdad", "Consejo de Seguirdad", "council"),
)


@pytest.mark.parametrize(("asked", "slip", "body"), MISSPELT, ids=[row[0] for row in MISSPELT])
def test_a_misspelt_body_is_read_and_said(world: World, asked: str, slip: str, body: str) -> None:
    reply = world.told(asked)
    assert slip in reply["text"]
    of_body = {r.symbol for r in world.known if r.body == body}
    assert set(symbols(reply)) <= of_body
    assert str(len(of_body)) in reply["text"].splitlines()[0]


SPELT = (
    ("resolutions of the Security Council", "“"),
    ("les résolutions de l'Assemblée générale", "«"),
    ("las resoluciones de la Asamblea General", "«"),
    ("安理会的决议有哪些", "“"),
)


@pytest.mark.parametrize(("asked", "quoted"), SPELT, ids=[row[0] for row in SPELT])
def test_a_body_that_is_spelt_as_it_should_be_is_no_slip(world: World, asked: str, quoted: str) -> None:
    assert quoted not in world.told(asked)["text"]


KEEPERS, REEFS, PAPER, FAILED = "A/HRC/RES/59/31", "A/HRC/RES/60/32", "S/RES/2901(2025)", "A/HRC/60/L.77"
CAST = {
    KEEPERS: dict(zip(sorted(RIGHTS), "YYYYYYYNNNNNNAA", strict=True)),
    REEFS: dict(zip(sorted(RIGHTS), "YYYYYYYYYYYYYYN", strict=True)),
    FAILED: dict(zip(sorted(RIGHTS), "NNNNNNNNNYYYYAA", strict=True)),
    PAPER: dict.fromkeys(("CHN", "FRA", "GBR", "RUS", "USA"), "Y"),
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with four records of two councils."""
    rolls = [
        Roll(KEEPERS, date(2025, 7, 9), "Situation of human rights in Mali", CAST[KEEPERS]),
        Roll(REEFS, date(2025, 10, 24), "Upkeep of lighthouses in harbours", CAST[REEFS]),
        Roll(FAILED, date(2025, 10, 23), "Upkeep of lighthouses in harbours : amendment", CAST[FAILED]),
        Roll(PAPER, date(2025, 11, 20), "Security Council resolution 2901 [on watermarks in paper]", CAST[PAPER]),
    ]
    return imported(tmp_path_factory.mktemp("said"), rolls)


DAYS = (
    "7月9日的决议，日本怎么投的",
    "how did Japan vote on the resolution of 9 July?",
    "comment le Japon a-t-il voté sur la résolution du 9 juillet ?",
    "¿cómo votó Japón la resolución del 9 de julio?",
)


@pytest.mark.parametrize("asked", DAYS)
def test_a_day_without_a_year_is_that_of_the_year_in_which_something_was_adopted(record: World, asked: str) -> None:
    reply = record.told(asked)
    assert (reply["resolution"], reply["votes"]["JPN"]) == (KEEPERS, "no")


FIGURES = (
    "which resolutions were adopted on 10/24?", "10/24 那天通过了哪些决议", "which resolutions were adopted on 24/10?",
)  # fmt: skip


@pytest.mark.parametrize("asked", FIGURES)
def test_a_day_in_figures_is_no_number_of_a_resolution(record: World, asked: str) -> None:
    assert symbols(record.told(asked)) == [REEFS]


def test_what_may_be_a_day_or_a_number_is_asked_back(record: World) -> None:
    reply = record.told("how did Japan vote on 10/24?")
    assert reply["kind"] == "clarify" and REEFS in reply["text"]
    assert record.told("how did Japan vote on 10/24?", "1")["votes"] == {"JPN": "yes"}


ONE_COUNCIL = (
    ("理事会哪些决议是关于马里的", KEEPERS),
    ("council resolutions on watermarks", PAPER),
    ("list the Council's resolutions on lighthouses", REEFS),
    ("Resoluciones del Consejo sobre Malí", KEEPERS),
)


@pytest.mark.parametrize(("asked", "symbol"), ONE_COUNCIL, ids=[row[0] for row in ONE_COUNCIL])
def test_the_only_council_on_a_subject_is_meant(record: World, asked: str, symbol: str) -> None:
    reply = record.told(asked)
    assert reply["kind"] != "clarify" and symbol in reply["text"]


COUNTED = (
    "mali 2025 at the council, how many in favour",
    "马里2025年理事会，多少票赞成",
    "malí 2025 en el consejo, cuántos a favor",
    "mali 2025 au conseil, combien pour",
)


@pytest.mark.parametrize("asked", COUNTED)
def test_a_state_that_is_in_no_record_is_what_the_resolution_is_on(record: World, asked: str) -> None:
    reply = record.told(asked)
    assert reply["resolution"] == KEEPERS and "7" in reply["text"]


BOTH = (
    "which passed and which were rejected in 2025?",
    "2025年哪些通过了，哪些被否决了",
    "quelles résolutions ont été adoptées et lesquelles rejetées en 2025 ?",
    "¿cuáles se aprobaron y cuáles se rechazaron en 2025?",
    "какие резолюции приняты, а какие отклонены в 2025 году?",
    "ما القرارات التي اعتمدت وما التي رفضت في 2025؟",
)


@pytest.mark.parametrize("asked", BOTH)
def test_what_passed_and_what_failed_are_both_listed(record: World, asked: str) -> None:
    text = record.told(asked)["text"]
    assert all(symbol in text for symbol in (KEEPERS, REEFS, PAPER, FAILED))


MARGIN = (
    "which resolutions were carried by a margin under five?",
    "差距不到五票通过的决议有哪些",
    "quelles résolutions ont été adoptées avec un écart de moins de 5 voix ?",
    "¿qué resoluciones se aprobaron con una diferencia de menos de 5 votos?",
    "какие резолюции приняты с разрывом менее 5 голосов?",
    "أي قرارات اعتمدت بفارق أقل من 5 أصوات؟",
)


@pytest.mark.parametrize("asked", MARGIN)
def test_a_margin_is_a_condition(record: World, asked: str) -> None:
    assert symbols(record.told(asked)) == [KEEPERS]


ALONE = (
    "when was South Africa isolated?",
    "which votes did South Africa stand alone on?",
    "南非什么时候被孤立",
    "quand l'Afrique du Sud a-t-elle été isolée ?",
    "¿cuándo estuvo aislada Sudáfrica?",
)


@pytest.mark.parametrize("asked", ALONE)
def test_who_stood_alone_cast_what_nobody_else_did(record: World, asked: str) -> None:
    assert symbols(record.told(asked)) == [REEFS]


MOST = (
    "人权理事会决议中反对最多的一份是？",
    "人权理事会决议里反对最多的是哪份，哪些国家反对",
)


@pytest.mark.parametrize("asked", MOST)
def test_the_one_that_is_most_is_no_number_of_votes(record: World, asked: str) -> None:
    assert symbols(record.told(asked))[0] == KEEPERS


MORE = (
    ("did the 2025 Mali resolution get more abstentions than votes in favour?", "no"),
    ("2025年马里决议赞成比反对多吗", "yes"),
    ("did the 2025 Mali resolution get more yes votes than no and abstain combined?", "no"),
    ("were there more yes than no votes on the 2025 Mali resolution?", "yes"),
    ("la résolution de 2025 sur le Mali a-t-elle recueilli plus d'abstentions que de voix pour ?", "no"),
)


@pytest.mark.parametrize(("asked", "verdict"), MORE, ids=[row[0] for row in MORE])
def test_votes_are_compared_on_the_one_that_is_described(record: World, asked: str, verdict: str) -> None:
    reply = record.told(asked)
    assert (reply["resolution"], reply["verdict"]) == (KEEPERS, verdict)


APART = ("安理会里中俄没有投成一样的票的决议", "人权理事会里日本和德国没有投成一样的票的决议")


def test_not_to_have_voted_alike_is_to_have_voted_otherwise(world: World) -> None:
    apart = {r.symbol for r in world.known if r.body == "rights" and {r.votes.get("JPN"), r.votes.get("DEU")} <=
             {"yes", "no", "abstain"} and r.votes["JPN"] != r.votes["DEU"]}  # fmt: skip
    found = listed(world, APART[1])
    assert found == {s for s in apart if "/L." not in s}


def test_a_symbol_with_its_title_behind_it_asks_for_the_result(record: World) -> None:
    assert record.told("60/32 《Upkeep of lighthouses in harbours》 票数")["kind"] == "tally"
    assert record.told("60/32: how did it end?")["kind"] == "tally"


AGAINST = (
    "when did Poland vote against the EU majority?",
    "Poland against the EU majority",
    "on which votes did Poland vote unlike most EU members?",
    "波兰什么时候和欧盟多数国家投得不一样",
    "quand la Pologne a-t-elle voté contre la majorité de l'UE ?",
    "¿cuándo votó Polonia contra la mayoría de la UE?",
    "когда Польша голосовала против большинства ЕС?",
    "متى صوتت بولندا ضد أغلبية الاتحاد الأوروبي؟",
)


def _against_most(world: World, code: str) -> set[str]:
    """On which a member of the European Union voted otherwise than more of them did than anything else."""
    found = set()
    for roll in world.known:
        members = UNION if roll.day >= date(2020, 2, 1) else (*UNION, "GBR")
        cast = Counter(roll.votes[x] for x in members if roll.votes.get(x) in ("yes", "no", "abstain"))
        (most, count), *others = [*cast.most_common(), ("", 0)]
        alone = count > 0 and all(other < count for _, other in others)
        if alone and roll.votes.get(code) in ("yes", "no", "abstain") and roll.votes[code] != most:
            found.add(roll.symbol)
    return found


@pytest.mark.parametrize("asked", AGAINST)
def test_a_state_against_most_of_its_group(world: World, asked: str) -> None:
    reply = world.told(asked)
    assert str(len(_against_most(world, "POL"))) in reply["text"].splitlines()[0].replace("\u2068", "")
    assert set(symbols(reply)) <= _against_most(world, "POL") != set()


LEAST_ALIKE = (
    "who votes against Chile most?",
    "谁最常反对智利",
    "qui vote le plus contre le Chili ?",
    "¿quién vota más contra Chile?",
    "кто чаще всего голосует против Чили?",
    "من يصوت ضد شيلي أكثر؟",
)


@pytest.mark.parametrize("asked", LEAST_ALIKE)
def test_to_vote_against_a_state_is_to_vote_otherwise_than_it(world: World, asked: str) -> None:
    same = world.told("which countries vote least like Chile?")["table"]
    assert world.told(asked)["table"] == same != []


WHEN_AND_WHO = (
    "when was it adopted and who sponsored it?",
    "什么时候通过的，谁提的案",
    "quand a-t-elle été adoptée et qui l'a proposée ?",
    "¿cuándo se aprobó y quién la presentó?",
    "когда она принята и кто её внёс?",
    "متى اعتمد القرار ومن قدمه؟",
)


@pytest.mark.parametrize("asked", WHEN_AND_WHO)
def test_when_it_was_adopted_is_told_beside_that_sponsors_are_not(record: World, asked: str) -> None:
    kinds = [part["kind"] for part in record.told(REEFS, asked)["answers"]]
    assert kinds == ["fact", "none"]


OPPOSED = (
    "2025年哪些国家在马里决议上反对",
    "哪些国家在2025年的马里决议上投了反对票",
    "谁在2025年马里决议上反对",
)


@pytest.mark.parametrize("asked", OPPOSED)
def test_which_states_did_so_on_one_is_no_question_which_resolutions(record: World, asked: str) -> None:
    assert set(record.told(asked)["votes"]) == {code for code, vote in CAST[KEEPERS].items() if vote == "N"}


EVER = ("哪些国家反对过马里决议", "谁反对过马里决议", "which countries have ever opposed a resolution on Mali?")


@pytest.mark.parametrize("asked", EVER)
def test_whoever_opposed_any_on_a_state_is_listed(record: World, asked: str) -> None:
    so = {code for code, vote in CAST[KEEPERS].items() if vote == "N"}
    assert {row["state"] for row in record.told(asked)["table"]} <= so != set()


MINORITY = (
    "in how many HRC votes was South Africa in the minority?",
    "Which HRC resolutions did South Africa lose on?",
    "南非在人权理事会有几次处于少数",
    "combien de fois l'Afrique du Sud a-t-elle été mise en minorité au CDH ?",
    "¿cuántas veces quedó Sudáfrica en minoría en el CDH?",
    "сколько раз ЮАР оказалась в меньшинстве в СПЧ?",
    "كم مرة كانت جنوب أفريقيا في الأقلية في مجلس حقوق الإنسان؟",
)


MAJORITY = (
    "in how many HRC votes was Indonesia in the majority?",
    "how often was Indonesia on the winning side in the HRC",
    "印度尼西亚在人权理事会赢了几次",
    "combien de fois l'Indonésie a-t-elle été du côté gagnant au CDH ?",
    "¿cuántas veces estuvo Indonesia en la mayoría en el CDH?",
    "сколько раз Индонезия оказалась в большинстве в СПЧ?",
    "كم مرة كانت إندونيسيا في الأغلبية في مجلس حقوق الإنسان؟",
)


@pytest.mark.parametrize("asked", MAJORITY)
def test_in_the_majority_is_for_what_passed_or_against_what_failed(record: World, asked: str) -> None:
    came_to = ((KEEPERS, "Y"), (REEFS, "Y"), (FAILED, "N"))
    won = {symbol for symbol, vote in came_to if CAST[symbol]["IDN"] == vote}
    # What passed and what failed are told of one after the other.
    told = [symbol for each in record.told(asked)["answers"] for symbol in symbols(each)]
    assert sorted(told) == sorted(won)
    assert len(won) > 1


@pytest.mark.parametrize("asked", MINORITY)
def test_in_the_minority_is_against_what_passed_or_for_what_failed(record: World, asked: str) -> None:
    came_to = ((KEEPERS, "Y"), (REEFS, "Y"), (FAILED, "N"))
    lost = {symbol for symbol, vote in came_to if CAST[symbol]["ZAF"] not in (vote, "A")}
    assert set(symbols(record.told(asked))) == lost != set()
