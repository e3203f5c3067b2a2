"""Drafts, amendments, the states that these are on, and reasons for votes, over invented records."""

from __future__ import annotations

from datetime import date

import pytest

from tests.across import RIGHTS, Roll, World, imported
from tests.test_record_questions import symbols

DAY = date(2023, 10, 12)
FOR, AGAINST = "Y" * 10 + "N" * 3 + "A" * 2, "Y" * 4 + "N" * 9 + "A" * 2


def _roll(symbol: str, day: date, title: str, letters: str) -> Roll:
    return Roll(symbol, day, title, dict(zip(sorted(RIGHTS), letters, strict=True)))


def _rolls() -> list[Roll]:
    kenya, brazil = "Situation of human rights in Kenya", "Situation of human rights in Brazil"
    made = [_roll(f"A/HRC/54/L.{n}", DAY, f"{kenya} : amendment", AGAINST) for n in (21, 22, 23)]
    made += [_roll(f"A/HRC/54/L.{n}", DAY, f"{brazil} : amendment", FOR if n == 31 else AGAINST) for n in (31, 32)]
    made += [_roll("A/HRC/RES/54/11", DAY, kenya, FOR), _roll("A/HRC/RES/54/12", DAY, brazil, FOR)]
    made += [_roll(f"A/HRC/RES/55/{n}", date(2024, 4, n), f"Upkeep of lighthouses {n}", FOR) for n in (3, 4)]
    made.append(_roll("A/HRC/55/L.9", date(2024, 4, 5), "Closing of the panel on kites", AGAINST))
    return made


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with these records."""
    return imported(tmp_path_factory.mktemp("drafts"), _rolls())


def _so(few: World, *, amendment: bool | None = None, adopted: bool | None = None, year: int = 0) -> set[str]:
    """The symbols of those that are amendments or not, were adopted or not, in a year."""
    return {
        r.symbol
        for r in few.known
        if (amendment is None or ("amendment" in r.title) is amendment)
        and (adopted is None or (len(r.who("yes")) > len(r.who("no"))) is adopted)
        and (not year or r.day.year == year)
    }


@pytest.mark.parametrize(
    ("message", "year", "others"),
    [
        ("which drafts failed in 2024?", 2024, 0), ("how many drafts are there?", 0, 4),
        ("how many draft resolutions were rejected?", 0, 4),
        ("which drafts were rejected in 2023?", 2023, 4), ("哪些决议草案被否决了", 0, 4),
        ("2023年有多少草案没通过", 2023, 4),
        ("combien de projets de résolution ont été rejetés ?", 0, 4), ("¿cuántos proyectos fueron rechazados?", 0, 4),
        ("сколько проектов резолюций было отклонено?", 0, 4), ("كم مشروع قرار رُفض؟", 0, 4),
    ],
)  # fmt: skip
def test_a_draft_is_no_amendment_and_these_are_counted_besides(
    few: World, message: str, year: int, others: int
) -> None:
    reply = few.told(message)
    meant = _so(few, amendment=False, adopted=False, year=year)
    assert set(symbols(reply)) == meant
    second = reply["text"].split("\n")[1] if "\n" in reply["text"] else ""
    assert (str(len(meant) + others) in second) is bool(others)


@pytest.mark.parametrize(
    "message",
    [
        "which resolutions were adopted in 2023, without drafts?", "resolutions adopted in 2023, drafts excluded",
        "resolutions adopted in 2023 excluding drafts and amendments", "2023年通过的决议有哪些，草案和修正案不算",
        "2023年通过的决议有哪些，不含决议草案", "résolutions adoptées en 2023, sans projets ni amendements",
        "resoluciones aprobadas en 2023, sin proyectos ni enmiendas", "резолюции, принятые в 2023 году, без проектов",
        "القرارات المعتمدة في 2023 بدون مشاريع القرارات",
    ],
)  # fmt: skip
def test_without_drafts_is_without_amendments_too(few: World, message: str) -> None:
    assert set(symbols(few.told(message))) == _so(few, amendment=False, adopted=True, year=2023)


@pytest.mark.parametrize(
    ("message", "verdict", "count"),
    [
        ("were all amendments to the Kenya resolution rejected?", "yes", 3),
        ("Were all the amendments to the draft resolution on Brazil rejected?", "no", 1),
        ("were all drafts of 2024 adopted?", "no", 2), ("肯尼亚那份决议草案的修正案全被否决了吗", "yes", 3),
        ("巴西决议的修正案都被否决了吗？", "no", 1),
        ("tous les amendements à la résolution sur le Kenya ont-ils été rejetés ?", "yes", 3),
        ("¿fueron rechazadas todas las enmiendas a la resolución sobre Brasil?", "no", 1),
        ("все ли поправки к резолюции по Кении были отклонены?", "yes", 3),
        ("هل رُفضت كل التعديلات على قرار كينيا؟", "yes", 3),
    ],
)  # fmt: skip
def test_whether_all_came_to_that(few: World, message: str, verdict: str, count: int) -> None:
    reply = few.told(message)
    assert (reply["verdict"], len(symbols(reply))) == (verdict, count)


@pytest.mark.parametrize(
    "message",
    [
        "肯尼亚那份决议草案的修正案有几个", "how many amendments to the Kenya resolution were there?",
        "how many amendments to the draft on Kenya were voted on?",
        "combien d'amendements à la résolution sur le Kenya ?", "¿cuántas enmiendas a la resolución sobre Kenia?",
        "сколько поправок к резолюции по Кении?", "كم عدد التعديلات على قرار كينيا؟",
    ],
)  # fmt: skip
def test_a_state_that_a_document_is_on_did_not_vote_on_it(few: World, message: str) -> None:
    assert set(symbols(few.told(message))) == {r.symbol for r in few.known if "Kenya : amendment" in r.title}


@pytest.mark.parametrize(
    "message",
    [
        "how many amendments did Brazil table?", "who tabled the amendments of 2023?", "2023年巴西提出了多少修正案",
        "which drafts were proposed by Brazil?", "сколько поправок внесла Бразилия?",
        "combien d'amendements le Brésil a-t-il proposés ?",
    ],
)  # fmt: skip
def test_who_put_it_forward_is_in_no_record(few: World, message: str) -> None:
    reply = few.told(message)
    assert reply["kind"] == "none"
    assert not symbols(reply)


@pytest.mark.parametrize(
    ("message", "proposals"),
    [
        ("who votes most like China?", 6), ("谁和中国投票最一致", 6), ("who always voted against?", 6),
        ("qui a toujours voté contre ?", 6), ("who votes most like China on amendments?", 0),
        ("谁和中国投票最一致，不算修正案", 0), ("China's votes by year", 6),
    ],
)  # fmt: skip
def test_what_is_counted_is_said(few: World, message: str, proposals: int) -> None:
    second = few.told(message)["text"].split("\n")[1]
    assert (str(proposals) in second and str(len(few.known)) in second) is bool(proposals)


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("did China vote for 54/11 because of trade?", "yes"), ("中国因为贸易反对54/11吗", "no"),
        ("中国赞成54/11是由于贸易吗", "yes"), ("La Chine a-t-elle voté pour 54/11 à cause du commerce ?", "yes"),
        ("¿Votó China en contra de 54/11 debido al comercio?", "no"),
        ("Китай голосовал за 54/11 из-за торговли?", "yes"),
        ("هل صوتت الصين ضد 54/11 بسبب التجارة؟", "no"),
    ],
)  # fmt: skip
def test_a_reason_is_in_no_record_and_the_vote_is_told(few: World, message: str, verdict: str) -> None:
    reply = few.told(message)
    assert (reply["verdict"], len(reply["answers"])) == (verdict, 2)
    assert reply["answers"][1]["kind"] == "none"


@pytest.mark.parametrize(
    "message",
    [
        "did China vote in favour because of trade?", "日本弃权是因为钱吗",
        "a-t-elle voté pour à cause du commerce, la Chine ?",
    ],
)  # fmt: skip
def test_a_reason_without_a_resolution_is_no_name_of_one(few: World, message: str) -> None:
    reply = few.told(message)
    assert (reply["kind"], reply["votes"]) in (("none", {}), ("clarify", {}))


@pytest.mark.parametrize(
    "message", ["I ask because of a deadline: how did China vote on 54/11?", "因为要写稿，中国在54/11怎么投的"]
)
def test_why_it_is_asked_is_no_reason_of_a_vote(few: World, message: str) -> None:
    reply = few.told(message)
    assert (reply["kind"], reply["votes"], reply["answers"]) == ("vote", {"CHN": "yes"}, [])


def test_where_the_reason_is_all_that_is_asked_no_vote_is_told(few: World) -> None:
    reply = few.told("中国反对54/11是不是因为贸易")
    assert (reply["kind"], reply["votes"], reply["answers"]) == ("none", {}, [])


UNION = {"DEU", "FRA", "ITA", "POL"}


@pytest.mark.parametrize(
    ("message", "least", "members"),
    [
        ("who broke with the EU most often?", True, True), ("which EU members most often broke ranks", True, True),
        ("谁最常跟欧盟唱反调", True, True), ("qui a rompu avec l'UE le plus souvent ?", True, True),
        ("¿quién rompió con la UE más a menudo?", True, True), ("кто чаще всего пошел против ЕС?", True, True),
        ("من خالف الاتحاد الأوروبي أكثر؟", True, True), ("which states vote most like the EU?", False, False),
    ],
)  # fmt: skip
def test_by_how_often_states_voted_as_most_of_a_group(few: World, message: str, least: bool, members: bool) -> None:
    counts: dict[str, int] = dict.fromkeys(UNION if members else RIGHTS, 0)
    for roll in few.known:
        votes = [roll.votes[code] for code in UNION]
        most = max(set(votes), key=votes.count)
        assert [votes.count(vote) for vote in set(votes)].count(votes.count(most)) == 1
        counts = {code: n + (roll.votes[code] == most) for code, n in counts.items()}
    table = few.told(message)["table"]
    assert {row["state"]: row["count"] for row in table} == counts
    assert [row["count"] for row in table] == sorted(counts.values(), reverse=not least)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("欧盟对哪些决议投了反对票，含修正案", "其中中国赞成的"),
        ("which resolutions did the EU oppose, amendments included?", "which of these did China vote for?"),
        ("which resolutions did the EU oppose, amendments included?", "of these, the ones China voted for"),
    ],
)
def test_of_those_of_a_group_one_state_voted_so(few: World, first: str, then: str) -> None:
    meant = set()
    for roll in few.known:
        votes = [roll.votes[code] for code in UNION]
        most = max(set(votes), key=votes.count)
        meant |= {roll.symbol} if most == "no" and roll.votes["CHN"] == "yes" else set()
    assert meant
    assert set(symbols(few.told(first, then))) == meant
