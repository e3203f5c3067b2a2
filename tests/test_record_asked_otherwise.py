"""Questions of all resolutions with misspelt words that only ask (actualy, 决义), with formal and everyday openings,
with claims behind them, and for votes that were tied, in six languages; over the data of tests/across.py, counted in
plain Python."""

from __future__ import annotations

import pytest

from tests.across import Roll, World, counted
from tests.test_record_questions import symbols


def adopted(roll: Roll) -> bool:
    """Whether there were more in favour than against."""
    return len(roll.who("yes")) > len(roll.who("no"))


def amendments(world: World) -> list[Roll]:
    """Those that were put to the vote."""
    return [r for r in world.known if "/L." in r.symbol]


MISSPELT = (
    # a message, whether those are asked for that were adopted, and its misspelt words
    ("2023年人权理事会的哪些修正按通过了", True, ["修正按"]),
    ("which amendments actualy passed at the HRC in 2023?", True, ["actualy"]),
    ("wich amendmnts were rejected at the HRC in 2023?", False, ["wich", "amendmnts"]),
    ("which amendments were rejcted at the HRC in 2023?", False, ["rejcted"]),
    ("quels amandements ont été rejetés au Conseil des droits de l'homme en 2023 ?", False, ["amandements"]),
    ("¿qué enmiedas se rechazaron en el Consejo de Derechos Humanos en 2023?", False, ["enmiedas"]),
    ("¿qué enmiendas fueron aprovadas en el Consejo de Derechos Humanos en 2023?", True, ["aprovadas"]),
    ("какие поправкы были отклонены в Совете по правам человека в 2023 году?", False, ["поправкы"]),
    ("какие поправки были откланены в Совете по правам человека в 2023 году?", False, ["откланены"]),
    ("ما التعدبلات التي رفضت في مجلس حقوق الإنسان في 2023؟", False, ["التعدبلات"]),
)


@pytest.mark.parametrize(("message", "passed", "misspelt"), MISSPELT, ids=[row[0] for row in MISSPELT])
def test_a_misspelt_word_of_asking_is_read_as_it_is_meant(
    world: World, message: str, passed: bool, misspelt: list[str]
) -> None:
    found, *read_as = world.told(message)["answers"]
    assert set(symbols(found)) == {r.symbol for r in amendments(world) if adopted(r) is passed}
    assert len(read_as) == len(misspelt)
    assert all(word in said["text"] for word, said in zip(misspelt, read_as, strict=True))


TIMES_MISSPELT = (
    "2021年大会决义里古巴一共弃权了几次",
    "古巴在2021年大会的表绝中弃权了几次",
    "how many resoluttions of the General Assembly did Cuba abstain on in 2021?",
    "¿cuántas vezes se abstuvo Cuba en la Asamblea General en 2021?",
    "сколко раз Куба воздержалась в Генеральной Ассамблее в 2021 году?",
)


@pytest.mark.parametrize("message", TIMES_MISSPELT)
def test_how_often_a_state_voted_so_is_counted(world: World, message: str) -> None:
    reply = world.told(message)["answers"][0]
    those = [r for r in world.known if r.body == "assembly" and r.day.year == 2021]
    assert set(symbols(reply)) == {r.symbol for r in those if r.votes["CUB"] == "abstain"}


OTHER_WORDS = ("resolutions on genocid", "resolutions on merchants", "resolutions on voters", "决议 关于渔业")


@pytest.mark.parametrize("message", OTHER_WORDS)
def test_a_subject_is_no_misspelt_word_of_asking(world: World, message: str) -> None:
    reply = world.told(message)
    assert all("meant" not in each and each["kind"] != "history" for each in reply.get("answers") or [reply])
    assert not symbols(reply)


def test_it_goes_on_from_what_was_meant(world: World) -> None:
    reply = world.told("which amendmnts passed at the HRC in 2023?", "and which were rejected?")
    assert set(symbols(reply)) == {r.symbol for r in amendments(world) if not adopted(r)}


OPENINGS = (
    "烦请告知{year}年古巴投了几次反对票",
    "恳请协助核实：{year}年古巴投了几次反对票",
    "冒昧请教一下，{year}年古巴投了几次反对票",
    "Kindly advise how many times Cuba voted no in {year}",
    "I would be grateful if you could tell me how many times Cuba voted no in {year}",
    "I was wondering how often Cuba voted no in {year}",
    "Would you mind telling me how frequently Cuba voted no in {year}?",
    "Je vous saurais gré de bien vouloir m'indiquer combien de fois Cuba a voté contre en {year}",
    "Auriez-vous l'obligeance de me dire combien de fois Cuba a voté contre en {year} ?",
    "Je souhaiterais savoir à quelle fréquence Cuba a voté contre en {year}",
    "Le agradecería que me dijera cuántas veces votó Cuba en contra en {year}",
    "Ruego me indiquen cuántas veces votó Cuba en contra en {year}",
    "Tengan la amabilidad de decirme cada cuánto votó Cuba en contra en {year}",
    "Просим сообщить, сколько раз Куба голосовала против в {year} году",
    "Позвольте спросить, насколько часто Куба голосовала против в {year} году",
    "Были бы признательны, если бы вы сообщили, сколько раз Куба голосовала против в {year} году",
    "أرجو إفادتي كم مرة صوتت كوبا ضد في عام {year}",
    "نرجو التكرم بإبلاغنا كم مرة صوتت كوبا ضد في عام {year}",
    "سأكون ممتنا لو أخبرتني كم مرة صوتت كوبا ضد في عام {year}",
)


@pytest.mark.parametrize("asked", OPENINGS)
def test_how_politely_it_is_asked_is_no_subject(world: World, asked: str) -> None:
    reply = world.told(asked.format(year=2021))
    assert reply["kind"] == "history"
    assert len(symbols(reply)) == counted(world.known, "CUB", "no", year=2021)


TIED = (
    "哪些修正案打成平票",
    "哪些修正案以平局告终",
    "which amendments ended in a draw?",
    "were any amendments tied?",
    "quels amendements ont abouti à une égalité des voix ?",
    "quels amendements se sont terminés à égalité ?",
    "¿qué enmiendas terminaron en empate?",
    "¿qué enmiendas quedaron empatadas?",
    "какие поправки закончились ничьей?",
    "по каким поправкам голоса разделились поровну?",
    "ما التعديلات التي انتهت بالتعادل؟",
    "أي التعديلات تعادلت فيها الأصوات؟",
)


@pytest.mark.parametrize("message", TIED)
def test_the_tied_are_those_with_as_many_in_favour_as_against(world: World, message: str) -> None:
    expected = {r.symbol for r in amendments(world) if len(r.who("yes")) == len(r.who("no"))}
    assert expected
    assert set(symbols(world.told(message))) == expected


CLAIMED = (
    # a question, whether those are asked for that were adopted, and what is claimed behind it
    ("2023年人权理事会哪些修正案通过了？", True, "大多数都被否决了吧"),
    ("2023年人权理事会哪些修正案通过了，", True, "一般都被否决对吧"),
    ("which amendments passed at the HRC in 2023? ", True, "most get rejected right"),
    ("which amendments passed at the HRC in 2023? ", True, "usually they fail, don't they?"),
    ("which amendments were rejected at the HRC in 2023? ", False, "most pass, right?"),
    ("quels amendements ont été adoptés au Conseil des droits de l'homme en 2023 ? ", True, "la plupart sont rejetés"),
    ("¿qué enmiendas se aprobaron en el Consejo de Derechos Humanos en 2023? ", True, "la mayoría se rechazan"),
    ("какие поправки были приняты в Совете по правам человека в 2023 году? ", True, "большинство ведь отклоняют"),
    ("ما التعديلات التي اعتمدت في مجلس حقوق الإنسان في 2023؟ ", True, "معظمها يُرفض"),
)


@pytest.mark.parametrize(("asked", "passed", "claim"), CLAIMED, ids=[asked + claim for asked, _, claim in CLAIMED])
def test_what_is_claimed_of_most_changes_nothing(world: World, asked: str, passed: bool, claim: str) -> None:
    found, unchecked = world.told(asked + claim)["answers"]
    assert set(symbols(found)) == {r.symbol for r in amendments(world) if adopted(r) is passed}
    assert claim.strip("?") in unchecked["text"].replace("\u2068", "")


@pytest.mark.parametrize("order", ["most recent first", "the latest adopted first"])
def test_an_order_is_no_claim(world: World, order: str) -> None:
    reply = world.told(f"which amendments passed at the HRC in 2023? {order}")
    assert not reply.get("answers")
    assert set(symbols(reply)) == {r.symbol for r in amendments(world) if adopted(r)}
