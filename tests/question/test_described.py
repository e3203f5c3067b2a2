"""Which resolution of a large record is meant by a description: in other words than its title, or beside its symbol.

The titles are those of resolutions of the United Nations; who voted how on them is made up. That a description fits a
title is what a person says who has read the title.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from threading import Lock

import pytest

from bot.corpus.loading import load
from bot.corpus.near_titles import Told, told
from bot.corpus.titles import Titles
from bot.faces.json import line
from bot.language.names import Names
from bot.question.reading import weight
from bot.resolution import Adoption, Body, DocumentKind
from bot.search.encoder import encode
from bot.store.parts import Parts
from bot.store.summary import Summary
from bot.talk import Speaker, Talk
from tests.across import STATES, content_of
from tests.many import CONTENT

Row = tuple[str, str]

TITLES = (
    "Advancing human rights in South Sudan", "Situation of human rights in South Sudan",
    "Combating discrimination, violence and harmful practices against intersex persons",
    "Promoting reconciliation, accountability and human rights in Sri Lanka",
    "Agreement under the United Nations Convention on the Law of the Sea on the Conservation and Sustainable Use of "
    "Marine Biological Diversity of Areas beyond National Jurisdiction",
    "Oil slick on Lebanese shores", "Implementation of the Declaration of the Indian Ocean as a Zone of Peace",
    "Working Group on the rights of peasants and other people working in rural areas",
    "Negative impact of the legacies of colonialism on the enjoyment of human rights",
    "Strengthening of security and cooperation in the Mediterranean region",
    "Further practical measures for the prevention of an arms race in outer space",
    "Child, early and forced marriage: ending and preventing forced marriage", "Radiological weapons",
    "Security Council resolution 2723 (2024) [on extension of the mandate of the UN Peacekeeping Force in Cyprus "
    "(UNFICYP) until 31 Jan. 2025]",
    "Implementation of the Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of "
    "Anti-Personnel Mines and on Their Destruction",
    "The Arms Trade Treaty", "Arbitrary detention : amendment",
    "Strengthening the role of the United Nations in the promotion of democratization and enhancing periodic and "
    "genuine elections",
    "Palestine refugees' properties and their revenues", "Assistance to Palestine refugees",
    "Combating sand and dust storms", "Promotion and protection of human rights in Nicaragua",
    "Mandate of Independent Expert on protection against violence and discrimination based on sexual orientation and "
    "gender identity",
    "Achieving gender equality and empowering all women and girls for realizing all Sustainable Development Goals",
    "Question of the death penalty", "Situation of human rights in Eritrea", "Situation of human rights in Burundi",
    "Situation of human rights in Belarus", "Human rights and cultural diversity", "The right to development",
    "Situation of human rights in the Tigray region of Ethiopia", "Treaty on the Prohibition of Nuclear Weapons",
    "Human rights and international solidarity", "Cooperation with Georgia",
    "Countering religious hatred constituting incitement to discrimination, hostility or violence",
    "Mandate of the Special Rapporteur on the promotion and protection of human rights in the context of climate "
    "change",
    "Mandate of Independent Expert on the promotion of a democratic and equitable international order",
    "Mandate of Special Rapporteur on violence against women and girls, its causes and its consequences",
)  # fmt: skip
TAKEN = 0.6
"""The least share of the descriptions by which the resolution is to be known at once."""


def described() -> list[Row]:
    """Descriptions, each with a part of the title that it means, or nothing."""
    lines = (Path(__file__).parent / "descriptions.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(row[1], row[2] if len(row) > 2 else "") for row in rows]


@pytest.fixture(scope="module")
def titles() -> Titles:
    made = [
        Summary(f"A/RES/99/{at}", ("en",), DocumentKind.RESOLUTION, Body.GENERAL_ASSEMBLY, (), (title,),
                date(2044, 12, 1), "99", Adoption.RECORDED_VOTE, None, 0, 0)
        for at, title in enumerate(TITLES)
    ]  # fmt: skip
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    return Titles(made, Names(CONTENT), encode, Parts(connection, Lock(), "", encode))


def test_a_description_means_its_title_or_is_left_open_and_never_another(titles: Titles) -> None:
    every, right, wrong = frozenset(range(len(TITLES))), [], []
    for said, meant in described():
        surely, near = told(titles.ranked(said, every), weight(said))
        if surely is Told.SURELY:
            (right if meant and any(meant in x.title for x in near) else wrong).append(said)
    assert not wrong
    assert len(right) >= TAKEN * sum(bool(meant) for _, meant in described()), right


def test_a_title_names_every_state_that_is_named(titles: Titles) -> None:
    near = titles.ranked("the human rights situation in Eritrea", frozenset(range(len(TITLES))))
    assert [x.title for x in near] == ["Situation of human rights in Eritrea"]


def test_a_title_is_sought_among_those_that_are_looked_at(titles: Titles) -> None:
    others = frozenset(at for at, title in enumerate(TITLES) if "death penalty" not in title)
    surely, _ = told(titles.ranked("смертная казнь", others), 4)
    assert surely is not Told.SURELY


# --- asked ------------------------------------------------------------------------------------------------------

RECORD = (
    ("A/RES/78/45", "2023-12-04", TITLES[14], "RUS"),
    ("A/RES/78/158", "2023-12-19", "Combating sand and dust storms", "USA"),
    ("A/RES/78/203", "2023-12-19", "The right to development", "DEU"),
    ("A/RES/78/220", "2023-12-19", "Situation of human rights in the Islamic Republic of Iran", "CUB"),
    ("A/RES/78/222", "2023-12-19", "Situation of human rights in the Syrian Arab Republic", "DZA"),
    ("A/RES/78/11", "2023-11-28", "The Syrian Golan", "CAN"),
    ("A/RES/78/48", "2023-12-04", "The Arms Trade Treaty", "IND"),
    ("A/RES/77/225", "2022-12-15", "Question of the death penalty", "EGY"),
    ("A/RES/79/179", "2024-12-17", "Question of the death penalty", "CHN"),
    ("S/RES/2641(2022)", "2022-06-30", "Security Council resolution 2641 (2022) [on an arms embargo]", "FRA"),
    ("S/RES/2654(2022)", "2022-10-13", "Security Council resolution 2654 (2022) [on a mission]", "RUS"),
    ("A/RES/78/199", "2023-12-19", "Human rights and cultural diversity", "POL"),
    ("A/HRC/RES/54/19", "2023-10-12", "Human rights and cultural diversity", "FRA"),
    ("A/HRC/RES/57/18", "2024-10-10", "Human rights and cultural diversity", "GBR"),
    ("A/HRC/RES/58/26", "2025-04-04", "The occupied Syrian Golan", "AUS"),
    ("A/HRC/RES/54/2", "2023-10-11", "The human rights impact of the conflict in the Sudan", "BRA"),
    ("A/HRC/54/L.70", "2023-10-11", "Discontinuation of the mandate of the fact-finding mission for the Sudan", "NOR"),
    ("S/RES/2699(2023)", "2023-10-02", "Security Council resolution 2699 (2023) [on relief in the Gaza Strip]", "GBR"),
    ("A/RES/78/7", "2023-11-02", "Embargo imposed by the United States of America against Cuba", "ISR"),
    ("A/RES/2625(XXV)", "1970-10-24", "Friendly relations and co-operation among States", "JPN"),
)
"""Symbol, day, title, and who alone was against it."""
_EMBARGO = "Embargo imposed by the United States of America against Cuba"
TITLED = (
    *RECORD,
    ("A/RES/78/51", "2023-12-04", "Radiological weapons and the environment", "SWE"),
    ("A/HRC/RES/52/13", "2023-04-03", "The negative impact of radiological weapons on the environment", "ITA"),
)
"""The same, with a title that names states, and one whose words are in another as well."""


@pytest.fixture(scope="module")
def speaker(tmp_path_factory: pytest.TempPathFactory) -> Speaker:
    return imported(tmp_path_factory.mktemp("described"), RECORD)


def imported(folder: Path, record: Sequence[tuple[str, str, str, str]]) -> Speaker:
    """Who answers of resolutions of these symbols, days and titles, on each of which one state alone voted against."""
    return Speaker(load(content_of(folder, "".join(_bulk(record)), "--accept")))


def draft(number: int) -> str:
    """The symbol of the draft of the resolution of a row."""
    return f"A/C.3/78/L.{100 + number}"


def _bulk(record: Sequence[tuple[str, str, str, str]]) -> Iterator[str]:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(
        [
            "undl_id",
            "ms_code",
            "ms_name",
            "ms_vote",
            "date",
            "session",
            "resolution",
            "draft",
            "meeting",
            "title",
            "agenda_title",
            "subjects",
            "vote_note",
            "total_yes",
            "total_no",
            "total_abstentions",
            "total_non_voting",
            "total_ms",
            "undl_link",
        ]
    )
    for number, (symbol, day, title, against) in enumerate(record, 1):
        votes = {code: "N" if code == against else "Y" for code in STATES}
        count = Counter(votes.values())
        for code, letter in votes.items():
            row = [number, code, STATES[code][0], letter, day, "", symbol, draft(number), "", title, "", "", ""]
            table.writerow([*row, count["Y"], count["N"], 0, 0, len(votes), ""])
    yield out.getvalue()


def asked(speaker: Speaker, *turns: str) -> str:
    talk = Talk()
    for turn in turns:
        spoken, talk = speaker.next(turn, talk)
    return spoken.text


ONE = (
    ("who was against the resolution on trading in weapons?", "A/RES/78/48"),
    ("Qui a voté contre la résolution sur le commerce des armes ?", "A/RES/78/48"),
    ("¿Quién votó en contra de la resolución sobre el comercio de armas?", "A/RES/78/48"),
    ("关于沙尘暴的决议，谁反对", "A/RES/78/158"),
    ("關於沙塵暴的決議，誰反對", "A/RES/78/158"),
    ("谁反对关于叙利亚人权的决议", "A/RES/78/222"),
    ("من عارض القرار بشأن حالة حقوق الإنسان في إيران؟", "A/RES/78/220"),
    ("кто голосовал против резолюции о праве на развитие?", "A/RES/78/203"),
    ("2022年关于死刑的决议谁反对", "A/RES/77/225"),
)
"""A message, and the symbol of the one resolution that it means."""


@pytest.mark.parametrize(("message", "symbol"), ONE, ids=[row[0] for row in ONE])
def test_the_one_that_is_described_is_taken_and_its_title_said(speaker: Speaker, message: str, symbol: str) -> None:
    title, against = next((title, code) for each, _, title, code in RECORD if each == symbol)
    reply = asked(speaker, message)
    state = speaker.library.names.states[against]
    assert symbol in reply
    assert title[:40] in reply
    assert any(name in reply for name in (state.en, state.zh, *state.names.values())), reply


WHOLE = (
    (f"{_EMBARGO}那份决议肯尼亚怎么投的", "A/RES/78/7", "KEN", "肯尼亚投了赞成票"),
    (f"肯尼亞在「{_EMBARGO}」投了什麼票（2023年）", "A/RES/78/7", "KEN", "肯亞投了贊成票"),
    (f"vote de Kenya sur « {_EMBARGO} » (2023)", "A/RES/78/7", "KEN", "Kenya\u00a0: pour"),
    (f"{_EMBARGO}, 2023: Kenya?", "A/RES/78/7", "KEN", "Kenya: in favour"),
    ("2023年“Radiological weapons and the environment”表决，瑞典投了什么", "A/RES/78/51", "SWE", "瑞典投了反对票"),
    ("how did Sweden vote on the 2023 resolution Radiological weapons and the environment?", "A/RES/78/51", "SWE",
     "Sweden: against"),
)  # fmt: skip
"""A message with a whole title, the symbol of its resolution, who is asked about, and what the reply says of it."""


@pytest.fixture(scope="module")
def titled(tmp_path_factory: pytest.TempPathFactory) -> Speaker:
    return imported(tmp_path_factory.mktemp("titled"), TITLED)


@pytest.mark.parametrize(("message", "symbol", "code", "said"), WHOLE, ids=[row[0] for row in WHOLE])
def test_a_whole_title_names_its_resolution_and_the_states_in_it_are_not_asked_about(
    titled: Speaker, message: str, symbol: str, code: str, said: str
) -> None:
    spoken, talk = titled.next(message, Talk())
    assert said in spoken.text
    assert talk.conversation.symbol == symbol
    assert list(json.loads(line(spoken))["votes"]) == [code]


BESIDE = (
    ("who was against 78/45, the one on anti-personnel mines?", "A/RES/78/45"),
    ("sand and dust storms, 78/158: who was against?", "A/RES/78/158"),
    ("谁在伊朗人权决议78/220上投反对", "A/RES/78/220"),
    ("谁反对78/222（叙利亚）", "A/RES/78/222"),
    ("من عارض القرار 78/158 عن العواصف الرملية؟", "A/RES/78/158"),
    ("qui a voté contre 78/220 sur les droits de l'homme en Iran ?", "A/RES/78/220"),
)
"""The same, where the symbol is named as well."""


@pytest.mark.parametrize(("message", "symbol"), BESIDE, ids=[row[0] for row in BESIDE])
def test_a_description_beside_a_symbol_is_a_part_of_naming_it(speaker: Speaker, message: str, symbol: str) -> None:
    test_the_one_that_is_described_is_taken_and_its_title_said(speaker, message, symbol)


@pytest.mark.parametrize(
    ("turns", "symbol"),
    [
        (("伊朗78/220谁反对",), "A/RES/78/220"),
        (("78/220 Iran who opposed?",), "A/RES/78/220"),
        (("Иран 78/220 кто против",), "A/RES/78/220"),
        (("إيران 78/220 من عارض",), "A/RES/78/220"),
        (("伊朗78/220多少票反对",), "A/RES/78/220"),
        (("who was against resolution 78/220 on Iran?",), "A/RES/78/220"),
        (("who opposed A/RES/78/45?", "and on Iran?"), "A/RES/78/220"),
        (("A/RES/78/45谁反对", "叙利亚人权呢"), "A/RES/78/222"),
        (("2023年伊朗人权谁反对",), "A/RES/78/220"),
        (("who was against Iran's human rights in 2023?",), "A/RES/78/220"),
    ],
)
def test_a_state_that_a_resolution_is_on_is_not_asked_how_it_voted(
    speaker: Speaker, turns: tuple[str, ...], symbol: str
) -> None:
    reply = asked(speaker, *turns)
    against = speaker.library.names.states[next(code for each, *_, code in RECORD if each == symbol)]
    assert symbol in reply
    tally = "1票反对" in reply
    assert tally or any(name in reply for name in (against.en, against.zh, *against.names.values()))
    assert not any(iran in reply for iran in ("伊朗投", "Iran (Islamic Republic of): ", "叙利亚投"))


@pytest.mark.parametrize(
    ("message", "symbol", "voter"),
    [
        ("敘利亞那個決議美國怎麼投的？", "A/RES/78/222", "美國"),
        ("叙利亚决议美国怎么投的", "A/RES/78/222", "美国"),
        ("¿Cómo votó Estados Unidos en la resolución de Siria?", "A/RES/78/222", "Estados Unidos"),
        ("Comment Cuba a-t-elle voté sur la résolution Syrie ?", "A/RES/78/222", "Cuba"),
        ("كيف صوتت الولايات المتحدة على قرار سوريا؟", "A/RES/78/222", "الولايات المتحدة"),
        ("how did the US vote on the Syria one?", "A/RES/78/222", "United States"),
        ("伊朗那个决议美国怎么投的", "A/RES/78/220", "美国"),
        ("¿Cómo votó Cuba en la de Irán?", "A/RES/78/220", "Cuba"),
        ("美国那个决议古巴怎么投的", "A/RES/78/7", "古巴"),
    ],
)
def test_what_a_resolution_is_on_stands_beside_its_word_and_the_voter_elsewhere(
    speaker: Speaker, message: str, symbol: str, voter: str
) -> None:
    reply = asked(speaker, message)
    assert reply.startswith(voter)
    assert symbol in reply


@pytest.mark.parametrize(
    "message",
    [
        "¿La última sobre la pena de muerte, quiénes en contra?",
        "la dernière sur la peine de mort, qui a voté contre ?",
        "последняя по смертной казни: кто против?",
        "the latest on the death penalty, who opposed?",
    ],
)
def test_the_latest_on_a_subject_needs_no_word_for_a_resolution(speaker: Speaker, message: str) -> None:
    reply = asked(speaker, message)
    assert "A/RES/79/179" in reply
    assert "A/RES/77/225" not in reply


def test_a_resolution_on_a_state_that_none_is_on_is_said_not_to_be_here(speaker: Speaker) -> None:
    assert "没有缅甸那个决议" in asked(speaker, "缅甸那个决议美国怎么投的")


@pytest.mark.parametrize(
    ("message", "state"),
    [
        ("India and China on fighting sand storms (78/158)?", "India: in favour"),
        ("How did Cuba vote on 78/220?", "Cuba: against"),
        ("美国对78/158投了什么", "美国投了反对票"),
    ],
)
def test_states_that_are_asked_about_stay_asked_about(speaker: Speaker, message: str, state: str) -> None:
    assert state in asked(speaker, message)


@pytest.mark.parametrize(
    ("message", "symbols"),
    [
        ("2023年12月大会的伊朗人权决议和叙利亚人权决议，谁反对", ("A/RES/78/220", "A/RES/78/222")),
        ("沙尘暴决议和发展权决议谁反对", ("A/RES/78/158", "A/RES/78/203")),
        (
            "Who was against the Arms Trade Treaty resolution and the sand and dust storms resolution?",
            ("A/RES/78/48", "A/RES/78/158"),
        ),
    ],
)
def test_of_two_that_are_described_both_are_told(speaker: Speaker, message: str, symbols: tuple[str, ...]) -> None:
    reply = asked(speaker, message)
    for symbol in symbols:
        state = speaker.library.names.states[next(code for each, *_, code in RECORD if each == symbol)]
        assert symbol in reply
        assert state.zh in reply or state.en in reply


@pytest.mark.parametrize(
    "message", ["who was against 78/158 on plastic waste?", "78/45, the whaling one: who opposed?"]
)
def test_where_a_description_does_not_fit_the_symbol_the_reply_has_the_title(speaker: Speaker, message: str) -> None:
    symbol = message.replace(",", " ").split("78/")[1].split()[0]
    title = next(title for named, _, title, _ in RECORD if named.endswith(f"78/{symbol}"))
    assert title[:40] in asked(speaker, message)


def test_what_comes_near_is_offered(speaker: Speaker) -> None:
    reply = asked(speaker, "Qui a voté contre la résolution sur les rafales du désert ?")
    assert "A/RES/78/158" in reply
    assert "États-Unis" not in reply


def test_several_of_one_title_are_offered(speaker: Speaker) -> None:
    reply = asked(speaker, "who was against the death penalty resolution?")
    assert "A/RES/77/225" in reply
    assert "A/RES/79/179" in reply
    assert "Egypt" in asked(speaker, "who was against the death penalty resolution?", "2022")


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("who voted against the resolution on penguins?", "the resolution on penguins"),
        ("谁反对关于企鹅的决议", "关于企鹅的决议"),
        ("who abstained on the resolution on human rights in Myanmar?", "Myanmar"),
    ],
)
def test_what_is_plainly_described_and_not_here_is_said_not_to_be(speaker: Speaker, message: str, said: str) -> None:
    reply = asked(speaker, message)
    assert said in reply
    assert not any(symbol in reply for symbol, *_ in RECORD)


@pytest.mark.parametrize(
    ("turns", "symbol"),
    [
        (("result of A/RES/78/220", "and the one on Syria?"), "A/RES/78/222"),
        (("result of A/RES/78/220", "and on sand and dust storms, same day?"), "A/RES/78/158"),
        (("78/220票数", "那关于沙尘暴的呢"), "A/RES/78/158"),
        (("Résultat de A/RES/78/220", "et sur le droit au développement ?"), "A/RES/78/203"),
        (("итоги A/RES/78/220", "а о праве на развитие?"), "A/RES/78/203"),
        (("نتيجة التصويت على A/RES/78/220", "وعن الحق في التنمية؟"), "A/RES/78/203"),
        (("78/220票数", "换成叙利亚那份"), "A/RES/78/222"),
        (("result of A/RES/78/220", "and the one on sand storms?"), "A/RES/78/158"),
    ],
)
def test_another_one_beside_that_in_view_is_asked_the_same(
    speaker: Speaker, turns: tuple[str, str], symbol: str
) -> None:
    reply = asked(speaker, *turns)
    assert symbol in reply
    assert str(len(STATES) - 1) in reply


@pytest.mark.parametrize(
    "message",
    [
        "那个人权决议中国怎么投的",
        "人权决议谁反对",
        "the human rights resolution: how did Japan vote?",
        "la resolución de derechos humanos, ¿cómo votó Cuba?",
    ],
)
def test_what_is_a_part_of_the_name_of_a_body_tells_none_of_its_resolutions(speaker: Speaker, message: str) -> None:
    reply = asked(speaker, message)
    assert sum(symbol in reply for symbol, *_ in RECORD) > 1


@pytest.mark.parametrize("asks", ["是协商一致吗", "通过了吗", "表决结果", "怎么投的"])
def test_the_resolution_on_a_state_that_none_is_on_is_said_not_to_be_here(speaker: Speaker, asks: str) -> None:
    assert "没有朝鲜人权决议" in asked(speaker, f"朝鲜人权决议{asks}")


def test_another_one_that_is_not_here_is_said_not_to_be(speaker: Speaker) -> None:
    reply = asked(speaker, "result of A/RES/78/220", "and the one on Myanmar?")
    assert "Myanmar" in reply
    assert "A/RES/" not in reply


def test_one_of_another_day_is_none_of_the_same_day(speaker: Speaker) -> None:
    assert "78/48" not in asked(speaker, "result of A/RES/78/220", "and on the Arms Trade Treaty, same day?")


# --- another one than that in view ---------------------------------------------------------------------------------

GOES_ON = (
    (("2022年关于死刑的决议谁反对", "换成2024年的"), "A/RES/79/179"),
    (("2022年关于死刑的决议谁反对", "那2024年的呢"), "A/RES/79/179"),
    (("2022年关于死刑的决议谁反对", "那2024年12月那份呢"), "A/RES/79/179"),
    (("who was against the 2024 resolution on the death penalty?", "and in 2022?"), "A/RES/77/225"),
    (("who was against the 2024 resolution on the death penalty?", "and the December 2022 one?"), "A/RES/77/225"),
    (("Qui a voté contre la résolution de 2022 sur la peine de mort ?", "et en 2024 ?"), "A/RES/79/179"),
    (("¿Quién votó en contra de la resolución de 2022 sobre la pena de muerte?", "¿y en 2024?"), "A/RES/79/179"),
    (("安理会2641号决议谁反对", "换成2654号"), "S/RES/2654(2022)"),
    (("安理会2641号决议谁反对", "2654号那份呢"), "S/RES/2654(2022)"),
    (("who voted against UNSC 2654", "and 2641?"), "S/RES/2641(2022)"),
    (("من صوت ضد قرار مجلس الأمن 2641؟", "طيب و2654؟"), "S/RES/2654(2022)"),
    (("2641号谁反对",), "S/RES/2641(2022)"),
    (("2625谁反对",), "A/RES/2625(XXV)"),
    (("日本对2625怎么投的",), "A/RES/2625(XXV)"),
    (("who opposed resolution 2625?",), "A/RES/2625(XXV)"),
    (("Qui a voté contre la résolution 2625 (XXV) ?",), "A/RES/2625(XXV)"),
    (("78/48和78/158谁反对", "78/48结果如何", "另一个呢，谁反对"), "A/RES/78/158"),
    (("2641谁反对", "那2654呢"), "S/RES/2654(2022)"),
    (("A/RES/78/220谁反对", "换成222号"), "A/RES/78/222"),
    (("who opposed A/RES/78/220?", "and 222?"), "A/RES/78/222"),
    (("A/HRC/RES/54/19谁反对", "那大会的呢"), "A/RES/78/199"),
    (("A/RES/78/199谁反对", "人权理事会2023年同名决议呢"), "A/HRC/RES/54/19"),
    (("A/RES/78/199谁反对", "人权理事会2023年同名决议呢", "再往后一年那份呢"), "A/HRC/RES/57/18"),
    (("人权理事会关于文化多样性的决议谁反对", "那大会的呢"), "A/RES/78/199"),
    (("A/RES/78/11谁反对", "人权理事会2025年4月那份"), "A/HRC/RES/58/26"),
    (("who opposed A/HRC/RES/57/18?", "and the previous one?"), "A/HRC/RES/54/19"),
    (("who opposed A/HRC/RES/57/18?", "and the year before?"), "A/HRC/RES/54/19"),
    (("Qui a voté contre A/HRC/RES/57/18 ?", "et l'année précédente ?"), "A/HRC/RES/54/19"),
    (("¿Quién votó en contra de A/HRC/RES/57/18?", "¿y la anterior?"), "A/HRC/RES/54/19"),
    (("Кто голосовал против A/HRC/RES/54/19?", "а следующая?"), "A/HRC/RES/57/18"),
    (("قرار A/HRC/RES/57/18 من عارضه؟", "والسنة السابقة؟"), "A/HRC/RES/54/19"),
    (("who opposed A/HRC/RES/57/18?", "and the GA one with the same title in 2023?"), "A/RES/78/199"),
)
"""Messages, and the symbol of the resolution that the last one means."""


@pytest.mark.parametrize(("turns", "symbol"), GOES_ON, ids=[" | ".join(row[0]) for row in GOES_ON])
def test_a_message_that_says_only_how_another_one_differs_means_that_one(
    speaker: Speaker, turns: tuple[str, ...], symbol: str
) -> None:
    text = asked(speaker, *turns)
    assert symbol in text
    assert not any(other in text for other, *_ in RECORD if other != symbol)


@pytest.mark.parametrize(
    "turns",
    [
        ("谁反对A/RES/78/222", "那2022年的呢"),
        ("who was against A/RES/78/222?", "and in 2024?"),
        ("who was against A/RES/78/222?", "and the Security Council one?"),
        ("谁反对A/RES/78/45", "那人权理事会的呢"),
        ("谁反对A/RES/78/222", "上一份呢"),
    ],
)
def test_of_another_time_the_one_on_another_state_is_not_taken(speaker: Speaker, turns: tuple[str, ...]) -> None:
    assert not any(symbol in asked(speaker, *turns) for symbol, *_ in RECORD)


@pytest.mark.parametrize(
    "turns",
    [
        ("2022年关于死刑的决议谁反对", "那2023年发展权那份呢，谁反对"),
        ("who was against the 2022 resolution on the death penalty?", "and who opposed the 2023 one on development?"),
    ],
)
def test_what_describes_another_one_is_not_passed_over_for_its_year(speaker: Speaker, turns: tuple[str, ...]) -> None:
    assert not any(symbol in asked(speaker, *turns) for symbol, _, title, _ in RECORD if "death penalty" in title)


def test_a_number_that_is_not_here_is_no_question_of_the_resolution_in_view(speaker: Speaker) -> None:
    text = asked(speaker, "安理会2641号决议谁反对", "换成2666号")
    assert "2666" in text
    assert "2641" not in text


@pytest.mark.parametrize("message", ["{draft}谁反对", "草案{draft}后来成了哪号决议", "what became of draft {draft}?"])
def test_the_symbol_of_a_draft_means_what_was_adopted_from_it(speaker: Speaker, message: str) -> None:
    for number in (1, 4):
        assert RECORD[number - 1][0] in asked(speaker, message.format(draft=draft(number)))


def test_a_draft_of_which_nothing_is_known_is_not_here(speaker: Speaker) -> None:
    assert not any(symbol in asked(speaker, "A/C.3/78/L.999谁反对") for symbol, *_ in RECORD)


VOTED_ON = (
    ("How did Germany vote on Iran in December 2023?", "A/RES/78/220"),
    ("德国2023年12月关于伊朗怎么投的", "A/RES/78/220"),
    ("Comment l'Allemagne a-t-elle voté sur la Syrie en décembre 2023 ?", "A/RES/78/222"),
    ("Como votó Alemania sobre Irán en diciembre de 2023", "A/RES/78/220"),
    ("德国在伊朗问题上2023年12月怎么投的", "A/RES/78/220"),
    ("德国2023年12月对伊朗人权状况投了什么票", "A/RES/78/220"),
)


@pytest.mark.parametrize(("message", "on"), VOTED_ON, ids=[row[0] for row in VOTED_ON])
def test_a_state_that_is_voted_on_is_none_that_votes(speaker: Speaker, message: str, on: str) -> None:
    text = asked(speaker, message)
    assert on in text
    assert not any(symbol in text for symbol, *_ in RECORD if symbol != on)


MONTHS = (
    ("2023年11月关于叙利亚的决议，谁反对", "A/RES/78/11"),
    ("who was against the December 2023 resolution on Syria?", "A/RES/78/222"),
    ("Qui a voté contre la résolution de décembre 2023 sur la Syrie ?", "A/RES/78/222"),
    ("¿Quién votó en contra de la resolución del 28 de noviembre de 2023 sobre Siria?", "A/RES/78/11"),
)


@pytest.mark.parametrize(("message", "symbol"), MONTHS, ids=[row[0] for row in MONTHS])
def test_a_month_or_a_day_tells_which_one(speaker: Speaker, message: str, symbol: str) -> None:
    text = asked(speaker, message)
    assert symbol in text
    assert not any(other in text for other, _, title, _ in RECORD if other != symbol and "Syria" in title)


@pytest.mark.parametrize(
    "message",
    [
        "德国在叙利亚问题上怎么投的", "德国在叙利亚问题上投过反对票吗", "How did Germany vote on Syria?",
        "德國關於敘利亞問題怎麼投的",
    ],
)  # fmt: skip
def test_what_a_state_is_asked_on_is_sought_in_all(speaker: Speaker, message: str) -> None:
    text = asked(speaker, message)
    assert all((symbol in text) == ("Syria" in title and "反对" not in message) for symbol, _, title, _ in RECORD)


@pytest.mark.parametrize(
    "message",
    [
        "伊朗，A/RES/78/220。金砖国家怎么投的", "Iran, A/RES/78/220. How did the BRICS vote?",
        "Иран, A/RES/78/220. Как голосовал БРИКС?",
    ],
)  # fmt: skip
def test_a_state_beside_a_symbol_is_what_it_is_on_beside_a_group(speaker: Speaker, message: str) -> None:
    spoken, _ = speaker.next(message, Talk())
    votes = json.loads(line(spoken))["votes"]
    assert {"BRA", "RUS", "IND", "CHN", "ZAF"} <= set(votes)
    assert "IRN" not in votes


@pytest.mark.parametrize(
    ("message", "state"),
    [("武器贸易条约 印度", "IND"), ("arms trade treaty, india", "IND"), ("иран права человека, куба", "CUB")],
)
def test_a_description_and_a_state_alone_ask_how_it_voted(speaker: Speaker, message: str, state: str) -> None:
    spoken, _ = speaker.next(message, Talk())
    assert json.loads(line(spoken))["votes"] == {state: "no"}


EACH_TIME = (
    ("2022年和2024年关于死刑的决议谁反对", ("A/RES/77/225", "A/RES/79/179")),
    ("死刑决议2022年和2024年各多少票赞成", ("A/RES/77/225", "A/RES/79/179")),
    ("2024年死刑决议的赞成票比2022年少多少", ("A/RES/77/225", "A/RES/79/179")),
    ("How did Japan vote on the death penalty resolution in 2022 and 2024?", ("A/RES/77/225", "A/RES/79/179")),
)
"""Messages that name two times, and the symbols of the resolutions of one title that were adopted then."""


@pytest.mark.parametrize(("message", "symbols"), EACH_TIME, ids=[row[0] for row in EACH_TIME])
def test_of_two_times_both_are_told(speaker: Speaker, message: str, symbols: tuple[str, str]) -> None:
    reply = asked(speaker, message)
    assert all(symbol in reply for symbol in symbols)
    assert reply.count("undocs.org") == len(symbols)


@pytest.mark.parametrize(
    "message",
    [
        "who voted against the Sudan resolution in 2023?",
        "which states voted against the Sudan resolution in 2023?",
        "who abstained on the Sudan resolution?",
    ],
)
def test_a_state_whose_name_has_an_article_is_what_a_resolution_is_on(speaker: Speaker, message: str) -> None:
    reply = asked(speaker, message)
    assert "A/HRC/RES/54/2" in reply
    assert "Sudan: " not in reply


@pytest.mark.parametrize(
    ("message", "symbol"),
    [
        ("加沙决议谁反对", "S/RES/2699(2023)"),
        ("关于加沙的决议谁反对", "S/RES/2699(2023)"),
        ("من عارض قرار غزة؟", "S/RES/2699(2023)"),
        ("кто был против резолюции по Газе?", "S/RES/2699(2023)"),
    ],
)
def test_a_place_is_known_in_every_language(speaker: Speaker, message: str, symbol: str) -> None:
    assert symbol in asked(speaker, message)


@pytest.mark.parametrize(
    ("message", "count"),
    [
        ("印度对叙利亚人权决议投过反对票吗", 1),
        ("Has India ever voted against the Syria human rights resolution?", 1),
        ("印度对戈兰决议投过反对票吗", 2),
        ("加拿大對戈蘭決議投過幾次反對票", 2),
        ("How many times did Cuba vote against Iran human rights resolutions?", 1),
    ],
)
def test_the_state_that_resolutions_are_on_is_no_voter_beside_what_else_they_are_on(
    speaker: Speaker, message: str, count: int
) -> None:
    head = asked(speaker, message).splitlines()[0]
    assert str(count) in head
    assert not any(name in head for name in ("叙利亚、", "、叙利亚", "Syrian Arab Republic", "Iran (", "叙利亚阿拉伯"))


@pytest.mark.parametrize(
    "message",
    ["2019年伊朗人权决议谁反对", "who was against the 2019 resolution on Iran?", "古巴怎么投2018年的伊朗人权决议的"],
)
def test_of_another_time_none_is_offered(speaker: Speaker, message: str) -> None:
    assert not any(symbol in asked(speaker, message) for symbol, *_ in RECORD)


@pytest.mark.parametrize(
    "message",
    [
        "2022年那个20比3的死刑决议谁反对",
        "第99届会议2022年死刑决议谁反对",
        "who was against the 20-3-0 resolution on the death penalty in 2022?",
        "the latest resolution on whales: who was against?",
        "最新的企鹅决议谁反对",
    ],
)
def test_what_none_has_that_is_meant_is_never_answered_from_another(speaker: Speaker, message: str) -> None:
    spoken, _ = speaker.next(message, Talk())
    assert not json.loads(line(spoken))["votes"]


def test_the_few_of_a_month_are_offered_where_no_title_has_what_they_are_known_for(speaker: Speaker) -> None:
    message = "who was against the General Assembly resolution on penguins in November 2023?"
    assert "A/RES/78/11" in asked(speaker, message)


def test_a_number_of_the_council_that_is_not_here_is_said_not_to_be(speaker: Speaker) -> None:
    reply = asked(speaker, "安理会2735号停火决议，俄罗斯怎么投")
    assert "S/RES/2735" in reply
    assert not any(symbol in reply for symbol, *_ in RECORD)
