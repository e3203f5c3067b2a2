"""Superlatives, exceptions, states alone and groups apart, over all resolutions: the data is that of tests/across.py,
and what is right is counted from it in plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from tests.across import CAST, UNION, Reply, Roll, World
from tests.test_record_questions import symbols

P5 = {"CHN": ("China", "中国"), "FRA": ("France", "法国"), "GBR": ("the UK", "英国"), "RUS": ("Russia", "俄罗斯"),
      "USA": ("the US", "美国")}  # fmt: skip
Meant = Callable[[Roll], bool]


def meeting(world: World, body: str, meant: Meant, year: int = 0) -> set[str]:
    """The symbols of those of a body, and of a year but for 0, of which something is so; no drafts."""
    of = (r for r in world.known if r.body == body and year in (0, r.day.year) and "/L." not in r.symbol)
    return {r.symbol for r in of if meant(r)}


def first(reply: Reply) -> str:
    """What a list begins with: a resolution or a state."""
    row = reply["table"][0]
    return str(row.get("resolution") or row.get("state"))


@pytest.mark.parametrize(
    "turns",
    [
        ("2021年安理会中国弃权的决议", "俄罗斯弃权而中国赞成的呢"),
        ("安理会2021年法国反对的决议有哪些", "有没有俄罗斯弃权、中国投了赞成的？列一下"),
        ("On which Security Council resolutions did France abstain in 2021?",
         "and where Russia abstained but China didn't?"),
        ("Quelles résolutions du Conseil de sécurité la France a-t-elle soutenues en 2021 ?",
         "et celles où la Russie s'est abstenue mais où la Chine a voté pour ?"),
        ("¿En qué resoluciones del Consejo de Seguridad de 2021 se abstuvo Rusia y China votó a favor?",),
        ("Какие резолюции СБ 2021 года поддержала Франция?", "а где воздержалась Россия, но Китай был за?"),
    ],
)  # fmt: skip
def test_what_each_voted_is_read_after_a_question_too(world: World, turns: tuple[str, ...]) -> None:
    wanted = ("yes", "no") if "didn't" in turns[-1] else ("yes",)
    right = meeting(world, "council", lambda r: r.votes.get("RUS") == "abstain" and r.votes.get("CHN") in wanted, 2021)
    assert set(symbols(world.told(*turns))) == right


@pytest.mark.parametrize("code", P5)
@pytest.mark.parametrize(
    "message",
    [
        "Was {0} ever the only one to abstain in the Security Council?",
        "安理会有没有哪次是只有{1}一家弃权的？",
        "有没有只有{1}一国弃权的安理会决议",
    ],
)
def test_whether_a_state_was_ever_alone(world: World, message: str, code: str) -> None:
    right = meeting(world, "council", lambda r: r.who("abstain") == {code})
    reply = world.told(message.format(*P5[code]))
    assert (reply["verdict"], set(symbols(reply))) == ("yes" if right else "no", right)


def one_abstained(roll: Roll) -> bool:
    return len(roll.who("abstain")) == 1


def union_apart(roll: Roll) -> bool:
    return len({roll.votes.get(code) for code in UNION} & set(CAST)) > 1


OF_WHICH = {
    ("council", 0, one_abstained): (
        "安理会哪些决议只有一票弃权",
        "安理會有哪些決議只有一國棄權？",
        "Which Security Council resolutions had a single abstention?",
        "Quelles résolutions du Conseil de sécurité n'ont eu qu'une seule abstention ?",
        "¿Qué resoluciones del Consejo de Seguridad tuvieron una sola abstención?",
        "По каким резолюциям Совбеза воздержалось только одно государство?",
        "ما قرارات مجلس الأمن التي امتنعت عنها دولة واحدة فقط؟",
    ),
    ("assembly", 2021, union_apart): (
        "2021年大会决议里欧盟没有投成一样的有哪些",
        "2021年欧盟在大会投票不一致的决议",
        "On which 2021 General Assembly resolutions did the EU not all vote the same way?",
        "Sur quelles résolutions de l'Assemblée générale de 2021 l'UE n'a-t-elle pas voté de la même façon ?",
        "¿En qué resoluciones de la Asamblea General de 2021 los países de la UE no votaron todos igual?",
        "По каким резолюциям Генассамблеи 2021 года страны ЕС голосовали не одинаково?",
        "في أي قرارات للجمعية العامة عام 2021 لم تصوت دول الاتحاد الأوروبي بالطريقة نفسها؟",
    ),
}


@pytest.mark.parametrize(
    ("of", "message"), [(of, message) for of, messages in OF_WHICH.items() for message in messages]
)
def test_those_on_which_it_was_so(world: World, of: tuple[str, int, Meant], message: str) -> None:
    body, year, meant = of
    assert set(symbols(world.told(message))) == meeting(world, body, meant, year)


@pytest.mark.parametrize(
    "message",
    ["{}是不是只有一个国家弃权？", "Did only one country abstain on {}?", "¿Solo un país se abstuvo en la {}?",
     "Только одна страна воздержалась по {}?"],
)  # fmt: skip
@pytest.mark.parametrize("one", [True, False])
def test_whether_one_state_alone_voted_so_on_a_resolution(world: World, message: str, one: bool) -> None:
    roll = next(r for r in world.known if r.who("abstain") and (len(r.who("abstain")) == 1) is one)
    assert world.told(message.format(roll.symbol))["verdict"] == ("yes" if one else "no")


def test_who_it_was_is_said_with_whether_it_was_one(world: World) -> None:
    roll = next(r for r in world.known if len(r.who("abstain")) == 1 and r.who("no"))
    reply = world.told(f"{roll.symbol}是不是只有一个国家弃权？哪个国家？谁反对？")
    given = [(x.get("verdict"), set(x["votes"])) for x in reply["answers"]]
    assert given == [("yes", roll.who("abstain")), (None, roll.who("no"))]


@pytest.mark.parametrize(
    "turns",
    [
        ("2022年大会赞成票第二多的决议是哪份",),
        ("2022年大会赞成票最多的是哪份决议？", "第二多的呢"),
        ("Which 2022 General Assembly resolution had the second most votes in favour?",),
        ("Which General Assembly resolution of 2022 had the most votes in favour?", "and the second most?"),
        ("Quelle résolution de l'Assemblée générale a reçu le plus de voix pour en 2022 ?", "Et la deuxième ?"),
        ("¿Qué resolución de la Asamblea General obtuvo más votos a favor en 2022?", "¿y la segunda?"),
        ("Какая резолюция Генассамблеи 2022 года набрала больше всего голосов за?", "А на втором месте?"),
    ],
)
def test_the_second_of_an_order(world: World, turns: tuple[str, ...]) -> None:
    of = [r for r in world.known if r.body == "assembly" and r.day.year == 2022]
    second = sorted({len(r.who("yes")) for r in of})[-2]
    assert first(world.told(*turns)) in {r.symbol for r in of if len(r.who("yes")) == second}


@pytest.mark.parametrize(
    "message",
    [
        "除五常外，安理会谁弃权最多",
        "不算五常，安理会弃权次数最多的国家是哪个",
        "Leaving aside the P5, who abstained most in the Security Council?",
        "Which non-permanent member abstained the most in the Security Council?",
        "Hormis les cinq membres permanents, qui s'est le plus abstenu au Conseil de sécurité ?",
        "Не считая пятёрки, кто чаще всего воздерживался в Совете Безопасности?",
        "باستثناء الدول الخمس الدائمة العضوية، من امتنع أكثر في مجلس الأمن؟",
    ],
)
def test_who_did_so_most_leaving_some_out(world: World, message: str) -> None:
    of = (code for r in world.known if r.body == "council" for code in r.who("abstain") if code not in P5)
    counted = Counter(of)
    reply = world.told(message)
    assert counted[first(reply)] == max(counted.values())
    assert {row["state"] for row in reply["table"]} == set(counted)


@pytest.mark.parametrize(
    "turns",
    [
        ("法国和德国在人权理事会投得不一样过吗", "2021年有哪些"),
        ("Have France and Germany ever voted differently in the Human Rights Council?", "which ones in 2021?"),
        ("La France et l'Allemagne ont-elles déjà voté différemment au Conseil des droits de l'homme ?",
         "lesquelles en 2021 ?"),
        ("Голосовали ли Франция и Германия когда-нибудь по-разному в СПЧ?", "какие в 2021 году?"),
    ],
)  # fmt: skip
def test_whether_two_ever_differed_and_where(world: World, turns: tuple[str, ...]) -> None:
    def differ(roll: Roll) -> bool:
        both = roll.votes.get("FRA"), roll.votes.get("DEU")
        return set(both) <= set(CAST) and both[0] != both[1]

    ever = any(differ(r) for r in world.known if r.body == "rights")
    assert world.told(turns[0])["verdict"] == ("yes" if ever else "no")
    assert set(symbols(world.told(*turns))) == meeting(world, "rights", differ, 2021)


@pytest.mark.parametrize(
    "message",
    [
        "人权理事会关于beekeeping的决议，每份都投赞成票的国家有哪些",
        "Which countries supported every Human Rights Council resolution on beekeeping?",
        "Which countries supported beekeeping at the HRC every time, in 2019, 2020, 2021, 2022 and 2023?",
    ],
)
def test_who_did_so_each_time_on_a_subject(world: World, message: str) -> None:
    of = [r for r in world.known if r.body == "rights" and "beekeeping" in r.title]
    right = set.intersection(*(r.who("yes") for r in of))
    assert {row["state"] for row in world.told(message).get("table", ())} == right


@pytest.mark.parametrize(
    "message",
    [
        "人权理事会关于ferries的决议哪一年赞成票最多",
        "In which year did the Human Rights Council resolution on ferries get the most votes in favour?",
        "En quelle année la résolution du CDH sur ferries a-t-elle eu le plus de voix pour ?",
    ],
)
def test_in_which_year_a_subject_had_the_most_votes(world: World, message: str) -> None:
    of = [r for r in world.known if r.body == "rights" and "ferries" in r.title]
    most = max(len(r.who("yes")) for r in of)
    assert first(world.told(message)) in {r.symbol for r in of if len(r.who("yes")) == most}


@pytest.mark.parametrize(
    "message",
    ["{} 赞成票占赞成、反对、弃权总数的百分之几",
     "Какой процент всех голосов (за, против и воздержавшиеся) составили голоса за по {}?"],
)  # fmt: skip
def test_a_share_of_the_votes_cast(world: World, message: str) -> None:
    roll = next(r for r in world.known if r.who("not_voting") and r.who("no") and r.who("abstain"))
    share = 100 * len(roll.who("yes")) / len(roll.who(*CAST))
    said = world.told(message.format(roll.symbol))["text"].replace(",", ".")
    assert f"{share:.1f}".removesuffix(".0") in said
