"""Conversations with a library of many resolutions: which one is meant, in which language, and what is asked of all of
them.

The resolutions are invented, but for 56/4: their titles, paragraphs, numbers, days and votes are made up, and the
tables below say what somebody who knows only the list of them would expect to be told.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.corpus.library import Library
from bot.corpus.loading import load
from bot.faces.json import line
from bot.question.commands import Command
from bot.resolution import CAST, Body, Vote
from bot.talk import Speaker, Talk
from tests.corpus.writer import ORDINALS, STATES, Spec, write
from tests.many import generate

ORDINALS.setdefault(53, ("五十三", "Fifty-third", "Cinquante-troisième"))

Reply = dict[str, Any]
GA, SC = Body.GENERAL_ASSEMBLY, Body.SECURITY_COUNCIL
NO_ROLL = {"states_adoption": False, "item": None}

# --- the library ------------------------------------------------------------------------------------------


def _cast(yes: str, no: str, abstain: str = "") -> dict[Vote, tuple[str, ...]]:
    """The lists of a record, in the order in which they are printed."""
    lists = {vote: set(codes.split()) for vote, codes in zip(CAST, (yes, no, abstain), strict=True)}
    return {vote: tuple(code for code in STATES if code in codes) for vote, codes in lists.items() if codes}


def _spec(number: str, day: date, title: str, *operative: str, **more: Any) -> Spec:
    """An invented Chinese text."""
    session = int(number.removeprefix("S-").split("/")[0]) if "/" in number else 56
    preamble = ("回顾虚构的会议", "重申本案文纯属虚构")
    return replace(
        Spec(
            "zh",
            number=number,
            session=session,
            title=title,
            day=day,
            preamble=preamble,
            operative=tuple((t, ()) for t in operative),
        ),
        **more,
    )


# How China, Japan, Germany, France, Cuba and India voted is what the tables go by; the others only fill the lists.
OLDER = _spec("56/902", date(2024, 7, 10), "老年人的人权", "请各国为老年人开设识字班",
"鼓励各国改造公共汽车以便轮椅上下",
              votes=_cast("JPN DEU FRA BEL", "CHN CUB SDN", "IND"))  # fmt: skip
SPECS = (
    _spec("53/901", date(2023, 7, 12), "水资源与人权", "请各国修复古老的引水渠", "鼓励城市收集雨水",
    votes=_cast("CHN CUB IND DZA",
    "JPN DEU FRA", "ARG")),
    _spec("53/902", date(2023, 7, 14), "外债对享有人权的影响", "呼吁债权人延长偿还期限", "建议公布贷款合同",
    votes=_cast("CHN CUB BOL", "JPN DEU",
    "FRA IND")),
    _spec("56/901", date(2024, 7, 9), "水资源与人权", "请各国保护冰川融水", "决定设立地下水观测网",
    votes=_cast("CHN DEU FRA CUB IND", "USA",
    "JPN")),
    OLDER,
    replace(OLDER, language="en", title="Human rights of older persons", preamble=("Recalling an invented meeting",
    "Reaffirming that this is invented"),
            operative=(("Requests States to open literacy classes for older persons", ()),
            ("Encourages States to adapt buses for wheelchairs", ()))),
    replace(OLDER, language="fr", title="Droits humains des personnes âgées",
    preamble=("Rappelant une réunion inventée", "Réaffirmant que ceci est inventé"),
            operative=(("Prie les États d’ouvrir des cours d’alphabétisation pour les personnes âgées", ()),
                       ("Encourage les États à adapter les autobus aux fauteuils roulants", ()))),
    _spec("56/903", date(2024, 7, 11), "儿童与数字技术", "敦促企业不向儿童投放赌博广告", "请学校教授辨别虚假图像",
          votes=_cast("DEU FRA IND BEL", "CHN JPN CUB", "ARG BEN")),
    _spec("56/904", date(2024, 7, 12), "博物馆与文化权利", "欢迎博物馆归还祖先遗骸", "鼓励夜间免费开放"),
    _spec("S-35/1", date(2022, 11, 24), "虚构共和国的人权状况", "谴责焚毁粮仓", "要求开放人道主义走廊", series="S-",
    item=None,
          votes=_cast("JPN DEU FRA", "CHN CUB", "IND")),
    _spec("58/901", date(2025, 4, 3), "偏远地区的卫生服务",
          operative=(("重申健康权", ()), ("确认偏远地区的处境", ()), ("欢迎捐助", ()), ("强调道路的作用", ()),
                     ("请各国", ("开办流动诊所", "培训助产士")), ("决定继续处理此案", ())),
          votes=_cast("CHN JPN IND", "DEU FRA", "ARG CHL"),
          annexes=(("流动诊所的原则", ("诊所应免费", "诊所应在集市日开放", "诊所应有当地语言的标牌")), ("助产士的培训",
          ("培训为期九个月", "结业发给证书")))),
    _spec("56/901", date(2001, 12, 19), "渔业的可持续性", "请各国登记拖网渔船", "呼吁保护珊瑚礁", body=GA, **NO_ROLL),
    _spec("78/901", date(2023, 12, 19), "Lighthouses", language="en", preamble=("Recalling an invented voyage",
    "Noting that this is invented"), body=GA,
          operative=(("Calls upon States to repair abandoned lighthouses", ()),
          ("Invites museums of navigation to lend their charts", ())), **NO_ROLL),
    _spec("2999", date(2024, 3, 25), "", "决定延长观察团的任期", "要求各方撤出雷区", body=SC, **NO_ROLL),
)  # fmt: skip
DATA: dict[str, tuple[dict[Vote, tuple[str, ...]], str]] = {
    # the file, the votes, and who did not vote
    "A_RES_56_901": (_cast("CHN CUB DZA", "JPN", "FRA"), "DEU IND"),
    "A_RES_78_901": (_cast("CHN CUB IND", "JPN DEU FRA", "BRA"), "SEN"),
    "S_RES_2999_2024": (_cast("CHN JPN FRA GBR USA DZA", "RUS"), ""),
}
DOCUMENTS = 12
SYMBOLS = {
    "53/901": "A/HRC/RES/53/901", "53/902": "A/HRC/RES/53/902", "56/901": "A/HRC/RES/56/901",
    "56/902": "A/HRC/RES/56/902", "56/903": "A/HRC/RES/56/903",
    "56/904": "A/HRC/RES/56/904", "S-35/1": "A/HRC/RES/S-35/1", "58/901": "A/HRC/RES/58/901", "A56/901": "A/RES/56/901",
    "A78/901": "A/RES/78/901",
    "2999": "S/RES/2999(2024)", "56/4": "A/HRC/RES/56/4",
}  # fmt: skip


def _file(spec: Spec) -> str:
    """The name of a text's file, without its ending."""
    if spec.body is SC:
        return f"S_RES_{spec.number}_{spec.day.year}"
    return f"{'A' if spec.body is GA else 'A_HRC'}_RES_{spec.number.replace('/', '_')}"


def _data(votes: dict[Vote, tuple[str, ...]], missing: str) -> str:
    """Voting data, with X for who did not vote."""
    letters = [(code, letter) for letter, vote in zip("YNA", CAST, strict=True) for code in votes.get(vote, ())] + [
        (code, "X") for code in missing.split()
    ]
    return "ms_code,ms_name,ms_vote\n" + "".join(
        f'{code},"{STATES[code][1].upper()}",{letter}\n' for code, letter in letters
    )


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """56/4 and the invented resolutions."""
    folder = tmp_path_factory.mktemp("many") / "content"
    generate(folder, 0)
    resolutions: Path = folder / "resolutions"
    for spec in SPECS:
        (resolutions / f"{_file(spec)}.{spec.language}.txt").write_text(write(spec), "utf-8")
    for name, (votes, missing) in DATA.items():
        (resolutions / f"{name}.votes.csv").write_text(_data(votes, missing), "utf-8")
    return load(folder)


@pytest.fixture(scope="module")
def speaker(many: Library) -> Speaker:
    return Speaker(many)


def told(speaker: Speaker, *turns: str) -> Reply:
    """The fields of the reply to the last message of a conversation; /use 56/4 is a command."""
    talk = Talk()
    for turn in turns:
        name, _, arguments = turn[1:].partition(" ")
        spoken, talk = (
            speaker.command(Command(name), arguments, talk) if turn.startswith("/") else speaker.next(turn, talk)
        )
    fields: Reply = json.loads(line(spoken))
    return fields


def listed(reply: Reply) -> list[str]:
    """The symbols in a reply's table, in its order."""
    return [row["resolution"] for row in reply["table"]]


def symbols(*numbers: str) -> list[str]:
    return [SYMBOLS[number] for number in numbers]


def test_the_library(many: Library) -> None:
    assert {r.symbol for r in many.resolutions} == set(SYMBOLS.values())
    assert len(many.resolutions) == DOCUMENTS
    assert sorted(many.texts["A/HRC/RES/56/902"]) == ["en", "fr", "zh"]


# --- which document is meant -----------------------------------------------------------------------------

NAMED: tuple[tuple[str, str, str, str], ...] = (
    # message, document, kind of the reply, paragraph
    # by number or symbol
    ("56/902 第1段", "56/902", "paragraph", "OP1"),
    ("56/902第1段", "56/902", "paragraph", "OP1"),
    ("第56/902号决议第1段", "56/902", "paragraph", "OP1"),
    ("A/HRC/RES/56/902 第1段", "56/902", "paragraph", "OP1"),
    ("a/hrc/res/56/902 第1段", "56/902", "paragraph", "OP1"),
    ("HRC/RES/56/902 第1段", "56/902", "paragraph", "OP1"),
    ("第1段，56/902", "56/902", "paragraph", "OP1"),
    ("S-35/1 第2段", "S-35/1", "paragraph", "OP2"),
    ("A/HRC/RES/S-35/1 第2段", "S-35/1", "paragraph", "OP2"),
    ("A/RES/56/901 第1段", "A56/901", "paragraph", "OP1"),
    ("A/HRC/RES/56/901 第1段", "56/901", "paragraph", "OP1"),
    ("S/RES/2999(2024) 第1段", "2999", "paragraph", "OP1"),
    ("S/RES/2999 (2024) 第1段", "2999", "paragraph", "OP1"),
    ("第2999(2024)号决议第1段", "2999", "paragraph", "OP1"),
    ("安理会第2999号决议第1段", "2999", "paragraph", "OP1"),
    ("paragraph 1 of resolution 2999 (2024)", "2999", "paragraph", "OP1"),
    ("paragraph 1 of Security Council resolution 2999", "2999", "paragraph", "OP1"),
    ("78/901 paragraph 2", "A78/901", "paragraph", "OP2"),
    ("56/4第12段", "56/4", "paragraph", "OP12"),
    ("56/902的表决结果", "56/902", "tally", ""),
    ("56/902谁弃权了", "56/902", "roll", ""),
    ("56/902哪天通过的", "56/902", "fact", ""),
    ("56/902讲了什么", "56/902", "document", ""),
    ("56/902", "56/902", "document", ""),
    ("How did Japan vote on 56/902?", "56/902", "vote", ""),
    ("56/902 哪段讲轮椅", "56/902", "paragraph", "OP2"),
    ("哪段讲轮椅，56/902", "56/902", "paragraph", "OP2"),
    # by title
    ("《老年人的人权》第1段", "56/902", "paragraph", "OP1"),
    ("《人权与国际团结》第12段", "56/4", "paragraph", "OP12"),
    ("《外债对享有人权的影响》第2段写了什么", "53/902", "paragraph", "OP2"),
    ("老年人的人权决议第1段", "56/902", "paragraph", "OP1"),
    ("老年人的人權決議第1段", "56/902", "paragraph", "OP1"),
    ("儿童与数字技术的表决结果", "56/903", "tally", ""),
    ("中国对儿童与数字技术怎么投的", "56/903", "vote", ""),
    ("虚构共和国的人权状况谁反对", "S-35/1", "roll", ""),
    ("paragraph 1 of the resolution on human rights of older persons", "56/902", "paragraph", "OP1"),
    ("paragraph 1 of the Lighthouses resolution", "A78/901", "paragraph", "OP1"),
    ("paragraphe 1 de la résolution sur les droits humains des personnes âgées", "56/902", "paragraph", "OP1"),
    # by a part of the title
    ("国际团结决议第5段", "56/4", "paragraph", "OP5"),
    ("国际团结那份决议的表决结果", "56/4", "tally", ""),
    ("外债决议第1段", "53/902", "paragraph", "OP1"),
    ("外债那个决议中国怎么投的", "53/902", "vote", ""),
    ("博物馆的决议第2段", "56/904", "paragraph", "OP2"),
    ("渔业决议谁反对", "A56/901", "roll", ""),
    ("paragraph 1 of the older persons resolution", "56/902", "paragraph", "OP1"),
    ("How did Japan vote on the resolution on older persons?", "56/902", "vote", ""),
    # by a title that two have, told apart by the year or the body
    ("2023年的水资源与人权决议第1段", "53/901", "paragraph", "OP1"),
    ("大会的56/901号决议第1段", "A56/901", "paragraph", "OP1"),
    ("人权理事会56/901号决议第1段", "56/901", "paragraph", "OP1"),
)  # fmt: skip


@pytest.mark.parametrize(("message", "document", "kind", "paragraph"), NAMED, ids=[row[0] for row in NAMED])
def test_named(speaker: Speaker, message: str, document: str, kind: str, paragraph: str) -> None:
    reply = told(speaker, message)
    assert (reply["kind"], reply["resolution"], reply["paragraphs"]) == (
        kind,
        SYMBOLS[document],
        [paragraph] if paragraph else [],
    ), reply["text"]


CONVERSATIONS: tuple[tuple[tuple[str, ...], str, str, dict[str, str] | list[str] | None], ...] = (
    # messages, document, kind, and the votes or paragraphs of the last reply
    # the one in view
    (("56/903 表决结果", "中国怎么投的"), "56/903", "vote", {"CHN": "no"}),
    (("56/903 第1段", "下一段"), "56/903", "paragraph", ["OP2"]),
    (("56/903", "谁弃权了"), "56/903", "roll", {"ARG": "abstain", "BEN": "abstain"}),
    (("56/903 中国怎么投的", "56/902第1段", "那日本呢"), "56/902", "vote", {"JPN": "yes"}),
    (("哪段讲冰川融水", "中国怎么投的"), "56/901", "vote", {"CHN": "yes"}),
    # the same of another
    (("56/903 中国怎么投的", "那56/902呢"), "56/902", "vote", {"CHN": "no"}),
    (("56/903 日本怎么投的", "那老年人的人权决议呢"), "56/902", "vote", {"JPN": "yes"}),
    (("56/903 第1段", "56/902呢"), "56/902", "paragraph", ["OP1"]),
    (("How did Japan vote on 56/903?", "and 56/902?"), "56/902", "vote", {"JPN": "yes"}),
    (("56/903谁弃权了", "那S-35/1呢"), "S-35/1", "roll", {"IND": "abstain"}),
    (("56/903 中国怎么投的", "那56/902呢", "那日本呢"), "56/902", "vote", {"JPN": "yes"}),
    # fixed by a command
    (("/use 56/903", "中国怎么投的"), "56/903", "vote", {"CHN": "no"}),
    (("/use S/RES/2999(2024)", "第2段"), "2999", "paragraph", ["OP2"]),
    (("/use 国际团结", "第5段"), "56/4", "paragraph", ["OP5"]),
    (("/use 56/902", "/use 56/903", "第1段"), "56/903", "paragraph", ["OP1"]),
    (("/use 56/902", "/para 2"), "56/902", "paragraph", ["OP2"]),
    (("/use 56/902", "/vote 日本"), "56/902", "vote", {"JPN": "yes"}),
    (("/vote 日本 56/902",), "56/902", "vote", {"JPN": "yes"}),
    # a number of two bodies: the one in view is meant
    (("A/RES/56/901 第1段", "56/901第2段"), "A56/901", "paragraph", ["OP2"]),
    (("A/HRC/RES/56/901 第1段", "56/901第2段"), "56/901", "paragraph", ["OP2"]),
    # after being asked back which document, the answer names one, and the question is answered
    (("中国怎么投的", "56/903"), "56/903", "vote", {"CHN": "no"}),
    (("中国怎么投的", "56/903的"), "56/903", "vote", {"CHN": "no"}),
    (("第1段", "S-35/1"), "S-35/1", "paragraph", ["OP1"]),
    (("谁弃权了", "A/HRC/RES/S-35/1"), "S-35/1", "roll", {"IND": "abstain"}),
    (("How did Japan vote?", "the one on older persons"), "56/902", "vote", {"JPN": "yes"}),
    (("第1段", "国际团结决议"), "56/4", "paragraph", ["OP1"]),
    (("第2段", "老年人的人权"), "56/902", "paragraph", ["OP2"]),
    (("谁弃权了", "第一个"), "58/901", "roll", {"ARG": "abstain", "CHL": "abstain"}),
    (("How did Japan vote?", "the first one"), "58/901", "vote", {"JPN": "yes"}),
    (("谁弃权了", "第三个"), "56/903", "roll", {"ARG": "abstain", "BEN": "abstain"}),
    (("谁弃权了", "3"), "56/903", "roll", {"ARG": "abstain", "BEN": "abstain"}),
    (("56/901 第1段", "A/RES/56/901"), "A56/901", "paragraph", ["OP1"]),
    (("56/901 第1段", "第二个"), "A56/901", "paragraph", ["OP1"]),
    (("56/901 第1段", "第二份"), "A56/901", "paragraph", ["OP1"]),
    (("56/901 第1段", "大会的"), "A56/901", "paragraph", ["OP1"]),
    (("56/901 第1段", "人权理事会那个"), "56/901", "paragraph", ["OP1"]),
    (("水资源与人权决议第1段", "第2个"), "56/901", "paragraph", ["OP1"]),
    (("水资源与人权决议第1段", "2024年的"), "56/901", "paragraph", ["OP1"]),
    (("水资源与人权决议第1段", "53/901"), "53/901", "paragraph", ["OP1"]),
    (("水资源与人权决议第1段", "56/901"), "56/901", "paragraph", ["OP1"]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("turns", "document", "kind", "given"), CONVERSATIONS, ids=[" | ".join(row[0]) for row in CONVERSATIONS]
)
def test_conversations(
    speaker: Speaker, turns: tuple[str, ...], document: str, kind: str, given: dict[str, str] | list[str] | None
) -> None:
    reply = told(speaker, *turns)
    assert (reply["kind"], reply["resolution"], reply["votes"] or reply["paragraphs"]) == (
        kind,
        SYMBOLS[document],
        given,
    ), reply["text"]


ASKED_BACK: tuple[tuple[tuple[str, ...], tuple[str, ...] | None], ...] = (
    # messages, and exactly the documents that are offered; None for any
    (("中国怎么投的",), None),
    (("谁弃权了",), None),
    (("表决结果",), None),
    (("第5段",), None),
    (("全文",), None),
    (("哪天通过的",), None),
    (("How did Japan vote?",), None),
    (("paragraph 5",), None),
    (("/vote 日本",), None),
    (("/para 5",), None),
    (("/full",), None),
    (("/tally",), None),
    (("56/901 第1段",), ("56/901", "A56/901")),
    (("56/901谁反对",), ("56/901", "A56/901")),
    (("How did Japan vote on 56/901?",), ("56/901", "A56/901")),
    (("56/901",), ("56/901", "A56/901")),
    (("水资源与人权决议第1段",), ("53/901", "56/901")),
    (("《水资源与人权》第1段",), ("53/901", "56/901")),
    (("水资源决议谁反对",), ("53/901", "56/901")),
    (("56/903 第1段", "56/901谁反对"), ("56/901", "A56/901")),
    (("56/901 第1段", "谢谢", "56/901谁反对"), ("56/901", "A56/901")),
)


@pytest.mark.parametrize(("turns", "offered"), ASKED_BACK, ids=[" | ".join(row[0]) for row in ASKED_BACK])
def test_asked_back(speaker: Speaker, turns: tuple[str, ...], offered: tuple[str, ...] | None) -> None:
    """Where it is not known which document is meant, the bot asks, and offers some."""
    reply = told(speaker, *turns)
    assert (reply["kind"], reply["resolution"], reply["paragraphs"], reply["votes"]) == ("clarify", None, [], {}), (
        reply["text"]
    )
    shown = {symbol for symbol in SYMBOLS.values() if f"{symbol}," in reply["text"] or f"{symbol}，" in reply["text"]}
    assert shown == set(symbols(*offered)) if offered else 1 < len(shown) < DOCUMENTS, reply["text"]


NOT_HERE: tuple[tuple[tuple[str, ...], str], ...] = (
    # messages, and what the refusal names
    (("56/999 第1段",), "56/999"),
    (("A/RES/99/1谁反对",), "A/RES/99/1"),
    (("A/HRC/RES/78/901 第1段",), "A/HRC/RES/78/901"),
    (("A/RES/56/4 第5段",), "A/RES/56/4"),
    (("S/RES/2998(2024) 第1段",), "2998"),
    (("How did Japan vote on 55/999?",), "55/999"),
    (("56/903 中国怎么投的", "那56/999呢"), "56/999"),
    (("/use 56/999",), "56/999"),
)


@pytest.mark.parametrize(("turns", "named"), NOT_HERE, ids=[" | ".join(row[0]) for row in NOT_HERE])
def test_documents_that_are_not_here(speaker: Speaker, turns: tuple[str, ...], named: str) -> None:
    """Another document is refused by name, and nothing of the documents here is given for it."""
    reply = told(speaker, *turns)
    assert (reply["kind"], reply["paragraphs"], reply["votes"]) == ("none", [], {}), reply["text"]
    assert named in reply["text"]


# --- what a document says --------------------------------------------------------------------------------

SUBJECTS: tuple[tuple[str, str | None, str], ...] = (
    # message that names no document, the document and its paragraph; None where none has anything on it
    ("哪段讲冰川融水", "56/901", "OP1"),
    ("雨水收集", "53/901", "OP2"),
    ("有没有提到珊瑚礁", "A56/901", "OP2"),
    ("哪份决议讲拖网渔船", "A56/901", "OP1"),
    ("哪些决议提到贷款合同", "53/902", "OP2"),
    ("赌博广告", "56/903", "OP1"),
    ("轮椅", "56/902", "OP2"),
    ("wheelchairs", "56/902", "OP2"),
    ("which paragraph is on lighthouses?", "A78/901", "OP1"),
    ("fauteuils roulants", "56/902", "OP2"),
    ("哪段讲南南合作", "56/4", "OP10"),
    ("撤出雷区", "2999", "OP2"),
    ("月球基地", None, ""),
    ("哪段讲鲸鱼搁浅", None, ""),
)


@pytest.mark.parametrize(("message", "document", "paragraph"), SUBJECTS, ids=[row[0] for row in SUBJECTS])
def test_subjects_of_no_document(speaker: Speaker, message: str, document: str | None, paragraph: str) -> None:
    reply = told(speaker, message)
    if document is None:
        refused = (reply["kind"], reply["resolution"]) == ("none", None)
        assert refused or reply["offered"], reply["text"]
        assert not reply["paragraphs"]
    else:
        assert (reply["kind"], reply["resolution"], reply["paragraphs"][:1]) == (
            "paragraph",
            SYMBOLS[document],
            [paragraph],
        ), reply["text"]


IN_LANGUAGE: tuple[tuple[tuple[str, ...], str, str, str], ...] = (
    # messages, language of the clause, paragraph, what it begins with in that language
    (("56/902 第1段",), "zh", "OP1", "请各国为老年人开设识字班"),
    (("56/902 paragraph 1, please",), "en", "OP1", "Requests States to open literacy classes"),
    (("Que dit le paragraphe 1 de la résolution 56/902 ?",), "fr", "OP1", "Prie les États d’ouvrir des cours"),
    (("哪段讲轮椅",), "zh", "OP2", "鼓励各国改造公共汽车"),
    (("哪段講輪椅",), "zh", "OP2", "鼓励各国改造公共汽车"),
    (("Which paragraph mentions wheelchairs?",), "en", "OP2", "Encourages States to adapt buses"),
    (("Quel paragraphe parle des fauteuils roulants ?",), "fr", "OP2", "Encourage les États à adapter les autobus"),
    (("56/902 第1段", "Please show me paragraph 2"), "en", "OP2", "Encourages States to adapt buses"),
    (("Que dit le paragraphe 1 de la résolution 56/902 ?", "2"), "fr", "OP2", "Encourage les États"),
    (("56/902 paragraph 1, please", "下一段"), "zh", "OP2", "鼓励各国改造公共汽车"),
    # there is no such text: the one that there is
    (("Что сказано в пункте 1 резолюции 56/903?",), "zh", "OP1", "敦促企业不向儿童投放赌博广告"),
    (("56/903 paragraph 1, please",), "zh", "OP1", "敦促企业不向儿童投放赌博广告"),
    (("A/RES/78/901 第1段",), "en", "OP1", "Calls upon States to repair abandoned lighthouses"),
)


@pytest.mark.parametrize(
    ("turns", "language", "paragraph", "begins"), IN_LANGUAGE, ids=[" | ".join(row[0]) for row in IN_LANGUAGE]
)
def test_the_clause_is_in_the_askers_language(
    speaker: Speaker, many: Library, turns: tuple[str, ...], language: str, paragraph: str, begins: str
) -> None:
    """Word for word from that text, under the same id in each."""
    reply = told(speaker, *turns)
    assert reply["paragraphs"] == [paragraph], reply["text"]
    assert begins in reply["text"]
    assert many.texts[reply["resolution"]][language].paragraph(paragraph).text in reply["text"]


def test_french_is_answered_in_french_around_the_clause(speaker: Speaker) -> None:
    assert "Paragraphe 1 du dispositif" in told(speaker, "Que dit le paragraphe 1 de la résolution 56/902 ?")["text"]


WITHOUT_A_VOTE = (
    "56/904 中国怎么投的",
    "56/904谁反对",
    "56/904谁弃权了",
    "56/904的表决结果",
    "56/904是怎么通过的",
    "56/904 欧盟怎么投的",
)


@pytest.mark.parametrize("message", WITHOUT_A_VOTE)
def test_without_a_vote(speaker: Speaker, message: str) -> None:
    """No state is said to have voted, and why there is no record is said."""
    reply = told(speaker, message)
    assert (reply["kind"], reply["resolution"], reply["votes"]) == ("tally", SYMBOLS["56/904"], {}), reply["text"]
    assert "未经表决" in reply["text"]
    assert "Adopted without a vote" in told(speaker, "How did Japan vote on 56/904?")["text"]


DID_NOT_VOTE: tuple[tuple[str, str, dict[str, str]], ...] = (
    # message, kind, votes: Germany and India stand in the data as members that did not vote, Brazil does not stand
    # there
    ("A/RES/56/901 德国怎么投的", "vote", {"DEU": "not_voting"}),
    ("How did Germany vote on A/RES/56/901?", "vote", {"DEU": "not_voting"}),
    ("A/RES/56/901 巴西怎么投的", "vote", {"BRA": "absent"}),
    ("A/RES/56/901谁弃权了", "roll", {"FRA": "abstain"}),
    ("A/RES/56/901谁没有投票", "roll", {"DEU": "not_voting", "IND": "not_voting"}),
    ("Who did not vote on A/RES/56/901?", "roll", {"DEU": "not_voting", "IND": "not_voting"}),
    ("A/RES/56/901谁没投赞成票", "roll", {"JPN": "no", "FRA": "abstain"}),
    ("A/RES/56/901 德国弃权了吗", "vote", {"DEU": "not_voting"}),
)  # fmt: skip


@pytest.mark.parametrize(("message", "kind", "votes"), DID_NOT_VOTE, ids=[row[0] for row in DID_NOT_VOTE])
def test_members_that_did_not_vote(speaker: Speaker, message: str, kind: str, votes: dict[str, str]) -> None:
    """Neither absent from the record nor abstaining."""
    reply = told(speaker, message)
    assert (reply["kind"], reply["votes"]) == (kind, votes), reply["text"]


SAID_OF_X: tuple[tuple[str, str, str], ...] = (
    # message, what is said, what is not
    ("A/RES/56/901 德国怎么投的", "未参加表决", "投了未参加表决"),
    ("A/RES/56/901 德国怎么投的", "未参加表决", "不在表决记录"),
    ("How did Germany vote on A/RES/56/901?", "did not vote", "not in the record"),
    # the data print names in English capitals
    ("A/RES/56/901 德国怎么投的", "德国", "GERMANY"),
    ("How did Germany vote on A/RES/56/901?", "Germany", "GERMANY"),
    ("A/RES/56/901谁弃权了", "法国", "FRANCE"),
    ("A/RES/56/901 德国弃权了吗", "没有。", "是的"),
    ("A/RES/56/901 德国和印度投得一样吗", "无法比较", "一样。"),
    ("A/RES/56/901 日本和德国投得一样吗", "无法比较", "不一样。"),
    # 3 in favour, 1 against, 1 abstaining; the two that did not vote are no part of it
    ("A/RES/56/901的表决结果", "共5票", "共7票"),
    # nine votes, and once it did not vote
    ("德国的投票记录", "9", "投票的有10份"),
)


@pytest.mark.parametrize(("message", "said", "not_said"), SAID_OF_X, ids=[f"{row[0]} {row[2]}" for row in SAID_OF_X])
def test_how_it_is_said_that_a_member_did_not_vote(speaker: Speaker, message: str, said: str, not_said: str) -> None:
    text = told(speaker, message)["text"]
    assert said in text
    assert not_said not in text, text


# --- of all documents ------------------------------------------------------------------------------------

ACROSS: tuple[tuple[tuple[str, ...], str, list[str]], ...] = (
    # messages, kind, and the documents in the table, the last adopted first
    (("中国对哪些决议投了反对票",), "history", symbols("56/903", "56/902", "S-35/1")),
    (("中国反对过哪些决议",), "history", symbols("56/903", "56/902", "S-35/1")),
    (("中国投反对票的决议有哪些",), "history", symbols("56/903", "56/902", "S-35/1")),
    (("中國對哪些決議投了反對票",), "history", symbols("56/903", "56/902", "S-35/1")),
    (("Which resolutions did China vote against?",), "history", symbols("56/903", "56/902", "S-35/1")),
    (("Contre quelles résolutions la Chine a-t-elle voté ?",), "history", symbols("56/903", "56/902", "S-35/1")),
    (("56/902 第1段", "中国对哪些决议投了反对票"), "history", symbols("56/903", "56/902", "S-35/1")),
    (("日本弃权的决议有哪些",), "history", symbols("56/901")),
    (("Which resolutions did Japan abstain on?",), "history", symbols("56/901")),
    (("2024年中国对哪些决议投了反对票",), "history", symbols("56/903", "56/902")),
    (("中国在大会对哪些决议投了赞成票",), "history", symbols("A78/901", "A56/901")),
    (("日本和德国投得不同的有哪些",), "history", symbols("58/901", "56/903", "56/901")),
    (("日本和德国在哪些决议上投得不一样",), "history", symbols("58/901", "56/903", "56/901")),
    (
        ("On which resolutions did Japan and Germany vote differently?",),
        "history",
        symbols("58/901", "56/903", "56/901"),
    ),
    # whoever did not vote is not abstaining, and agrees with nobody
    (("德国弃权的决议有哪些",), "history", []),
    (("德国和印度都弃权的决议有哪些",), "history", []),
    # follow-ups
    (("中国对哪些决议投了反对票", "那法国呢"), "history", symbols("58/901", "56/4", "A78/901", "53/901")),
    (
        ("Which resolutions did China vote against?", "And France?"),
        "history",
        symbols("58/901", "56/4", "A78/901", "53/901"),
    ),
    (("中国对哪些决议投了反对票", "那2022年呢"), "history", symbols("S-35/1")),
    (("中国对哪些决议投了反对票", "那弃权的呢"), "history", []),
    (("日本弃权的决议有哪些", "那赞成的呢"), "history", symbols("58/901", "56/902", "2999", "S-35/1")),
    (("日本和德国投得不同的有哪些", "那2024年呢"), "history", symbols("56/903", "56/901")),
    (("哪些决议日本赞成而中国反对", "那2022年呢"), "history", symbols("S-35/1")),
    (("哪些决议日本赞成而中国反对", "那法国弃权的呢"), "history", symbols("53/902", "A56/901")),
    (("2022年通过的决议有哪些", "那2023年呢"), "documents", symbols("A78/901", "53/902", "53/901")),
    # which there are
    (("2023年通过的决议有哪些",), "documents", symbols("A78/901", "53/902", "53/901")),
    (("2023年通过的",), "documents", symbols("A78/901", "53/902", "53/901")),
    (("Which resolutions were adopted in 2023?",), "documents", symbols("A78/901", "53/902", "53/901")),
    (("大会有哪些决议",), "documents", symbols("A78/901", "A56/901")),
    (("大会通过了哪些决议",), "documents", symbols("A78/901", "A56/901")),
    (("安理会有哪些决议",), "documents", symbols("2999")),
    (("Which resolutions did the General Assembly adopt?",), "documents", symbols("A78/901", "A56/901")),
    (("2023年大会通过了哪些决议",), "documents", symbols("A78/901")),
    (("/docs 2023",), "documents", symbols("A78/901", "53/902", "53/901")),
    (("/docs 大会",), "documents", symbols("A78/901", "A56/901")),
    (("/docs General Assembly",), "documents", symbols("A78/901", "A56/901")),
    (("/docs 人权理事会 2023",), "documents", symbols("53/902", "53/901")),
    (("/docs 水资源",), "documents", symbols("56/901", "53/901")),
    (("/docs 水资源 2023",), "documents", symbols("53/901")),
    (("/docs older persons",), "documents", symbols("56/902")),
    (("/docs 56/903",), "documents", symbols("56/903")),
    # a piece of a symbol is looked for in symbols alone
    (("/docs 56/90",), "documents", []),
    (("/docs 58",), "documents", symbols("58/901")),
    (("/docs 2999",), "documents", symbols("2999")),
    (("/docs A/RES/78",), "documents", symbols("A78/901")),
    (("/docs S-35",), "documents", symbols("S-35/1")),
    (("/docs 第53届会议",), "documents", symbols("53/902", "53/901")),
    (("/docs session 53",), "documents", symbols("53/902", "53/901")),
    (("/docs 1990",), "documents", []),
    (("/docs 老虎",), "documents", []),
)


@pytest.mark.parametrize(("turns", "kind", "expected"), ACROSS, ids=[" | ".join(row[0]) for row in ACROSS])
def test_across(speaker: Speaker, turns: tuple[str, ...], kind: str, expected: list[str]) -> None:
    reply = told(speaker, *turns)
    assert reply["kind"] == kind, reply["text"]
    assert listed(reply) == expected, reply["text"]
    assert all(symbol in reply["text"] for symbol in expected)


ADOPTED_IN_2024 = set(symbols("56/904", "56/903", "56/902", "56/4", "56/901", "2999"))


@pytest.mark.parametrize(
    "message",
    [
        "2024年通过的",
        "2024年通过的决议有哪些",
        "有哪些2024年的决议",
        "Which resolutions were adopted in 2024?",
        "/docs 2024",
    ],
)
def test_adopted_in_a_year(speaker: Speaker, message: str) -> None:
    """Two of them were adopted on one day, in whichever order."""
    reply = told(speaker, message)
    assert (reply["kind"], set(listed(reply))) == ("documents", ADOPTED_IN_2024), reply["text"]
    dates = [row["date"] for row in reply["table"]]
    assert dates == sorted(dates, reverse=True)


@pytest.mark.parametrize(
    "message", ["/docs", "有哪些决议", "列出所有决议", "Which resolutions are there?", "Which documents do you have?"]
)
def test_all_documents(speaker: Speaker, message: str) -> None:
    reply = told(speaker, message)
    assert (reply["kind"], set(listed(reply))) == ("documents", set(SYMBOLS.values())), reply["text"]


SAME = symbols("56/902", "56/4", "A78/901", "53/902", "53/901", "S-35/1")
"""Those on which Japan and Germany voted the same; on three they did not, and on two Germany did not vote, or is no
member."""

AGREEMENT: tuple[tuple[tuple[str, ...], int, int, float, str], ...] = (
    # messages, how often the same, of how many, per cent, and what the text says
    (("日本和德国的一致率",), 6, 9, 66.7, "66.7"),
    (("日本和德国的一致率是多少",), 6, 9, 66.7, "66.7"),
    (("日本与德国投票一致的百分比",), 6, 9, 66.7, "66.7"),
    (("agreement between Japan and Germany",), 6, 9, 66.7, "66.7"),
    (("How often did Japan and Germany vote the same way?",), 6, 9, 66.7, "66.7"),
    (("中国和古巴的一致率",), 9, 9, 100.0, "100"),
    (("日本和德国的一致率", "那日本和法国呢"), 6, 11, 54.5, "54.5"),
    (("日本和德国的一致率", "那法国呢"), 6, 11, 54.5, "54.5"),
    (("日本和德国的一致率", "那2023年呢"), 3, 3, 100.0, "100"),
    (("2024年日本和德国的一致率",), 2, 4, 50.0, "50"),
    (("日本、德国和法国的一致率",), 5, 9, 55.6, "55.6"),
    # Brazil and Senegal: never both
    (("巴西和塞内加尔的一致率",), 0, 0, 0.0, ""),
)


@pytest.mark.parametrize(
    ("turns", "same", "of", "percent", "said"), AGREEMENT, ids=[" | ".join(row[0]) for row in AGREEMENT]
)
def test_agreement(speaker: Speaker, turns: tuple[str, ...], same: int, of: int, percent: float, said: str) -> None:
    """The share with the count beside it, of those on which all of them voted."""
    reply = told(speaker, *turns)
    assert (reply["kind"], reply.get("agreement")) == ("history", {"same": same, "of": of, "percent": percent}), reply[
        "text"
    ]
    assert len(reply["table"]) == of
    assert said in reply["text"]
    assert str(same) in reply["text"]
    assert str(of) in reply["text"]


@pytest.mark.parametrize(
    "message", ["日本和德国投得一样的有哪些", "On which resolutions did Japan and Germany vote the same?"]
)
def test_the_same(speaker: Speaker, message: str) -> None:
    reply = told(speaker, message)
    assert (reply["kind"], set(listed(reply))) == ("history", set(SAME)), reply["text"]


@pytest.mark.parametrize(
    "message",
    ["voting record of Germany", "德国的投票记录", "德国历次怎么投的", "How has Germany voted across resolutions?"],
)
def test_voting_record(speaker: Speaker, message: str) -> None:
    """Every record that has the state, with how it stands in it; the Security Council's, of which it is no member, has
    not."""
    reply = told(speaker, message)
    assert reply["kind"] == "history", reply["text"]
    assert {row["resolution"]: row["DEU"] for row in reply["table"]} == {
        "A/HRC/RES/53/901": "no", "A/HRC/RES/53/902": "no", "A/HRC/RES/56/901": "yes", "A/HRC/RES/56/902": "yes",
        "A/HRC/RES/56/903": "yes",
        "A/HRC/RES/S-35/1": "yes", "A/RES/56/901": "not_voting", "A/RES/78/901": "no", "A/HRC/RES/58/901": "no",
        "A/HRC/RES/56/4": "no",
    }  # fmt: skip


def test_a_row_of_the_table(speaker: Speaker) -> None:
    """Symbol, day, title, and the vote of each state asked about."""
    table = told(speaker, "日本和德国投得不同的有哪些")["table"]
    assert table[1] == {
        "resolution": "A/HRC/RES/56/903",
        "date": "2024-07-11",
        "title": "儿童与数字技术",
        "JPN": "no",
        "DEU": "yes",
    }
    assert "agreement" not in told(speaker, "中国对哪些决议投了反对票")
    assert "table" not in told(speaker, "56/903 中国怎么投的")


LAST_TWO = ("A/HRC/RES/S-35/1，", "A/RES/56/901，")
PAGES: tuple[tuple[str, ...], ...] = (
    ("有哪些决议", "还有呢"),
    ("有哪些决议", "下一页"),
    ("有哪些决议", "更多"),
    ("/docs", "还有呢"),
    ("有哪些决议", "还有吗"),
)


@pytest.mark.parametrize("turns", PAGES, ids=[" | ".join(turns) for turns in PAGES])
def test_pages(speaker: Speaker, turns: tuple[str, ...]) -> None:
    """Ten on the first page, the two oldest on the second; the table has all on either."""
    first, second = told(speaker, turns[0]), told(speaker, *turns)
    assert [s in first["text"] for s in ("A/HRC/RES/58/901", *LAST_TWO)] == [True, False, False], first["text"]
    assert [s in second["text"] for s in ("A/HRC/RES/58/901", *LAST_TWO)] == [False, True, True], second["text"]
    assert listed(first) == listed(second)


@pytest.mark.parametrize("more", ["next page", "more", "Any others?"])
def test_pages_of_a_voting_record(speaker: Speaker, more: str) -> None:
    """France stands in eleven records: one is left for the second page."""
    first, second = told(speaker, "voting record of France"), told(speaker, "voting record of France", more)
    assert "A/RES/56/901," not in first["text"]
    assert "A/RES/56/901," in second["text"], second["text"]
    assert "A/HRC/RES/58/901" not in second["text"]


def test_titles_in_lists_are_in_the_askers_language(speaker: Speaker) -> None:
    assert "Human rights of older persons" in told(speaker, "Which resolutions were adopted in 2024?")["text"]
    assert "老年人的人权" in told(speaker, "2024年通过的决议有哪些")["text"]


# --- sub-paragraphs and annexes --------------------------------------------------------------------------

PIECES: tuple[tuple[tuple[str, ...], str, str, str], ...] = (
    # messages, id, what it says, and what another piece says
    (("58/901 第5段(a)项",), "OP5(a)", "开办流动诊所", "培训助产士"),
    (("58/901 第5段(b)项",), "OP5(b)", "培训助产士", "开办流动诊所"),
    (("58/901 第5(a)段",), "OP5(a)", "开办流动诊所", "培训助产士"),
    (("58/901 第五段（b）",), "OP5(b)", "培训助产士", "开办流动诊所"),
    (("58/901 paragraph 5 (a)",), "OP5(a)", "开办流动诊所", "培训助产士"),
    (("58/901 paragraph 5(b)",), "OP5(b)", "培训助产士", "开办流动诊所"),
    (("58/901 OP5(a)",), "OP5(a)", "开办流动诊所", "培训助产士"),
    # labelled otherwise than the text does, where only one can be meant
    (("58/901 第5段（二）",), "OP5(b)", "培训助产士", "开办流动诊所"),
    (("58/901 第5段(ii)",), "OP5(b)", "培训助产士", "开办流动诊所"),
    (("58/901 第5段(i)",), "OP5(a)", "开办流动诊所", "培训助产士"),
    (("58/901 第5段第二项",), "OP5(b)", "培训助产士", "开办流动诊所"),
    (("58/901 subparagraph b of paragraph 5",), "OP5(b)", "培训助产士", "开办流动诊所"),
    (("58/901 подпункт б) пункта 5",), "OP5(b)", "培训助产士", "开办流动诊所"),
    (("58/901 ANNEX1.3",), "ANNEX1.3", "诊所应有当地语言的标牌", "诊所应免费"),
    (("58/901 附件一第3段",), "ANNEX1.3", "诊所应有当地语言的标牌", "欢迎捐助"),
    (("58/901 附件二第1段",), "ANNEX2.1", "培训为期九个月", "重申健康权"),
    (("58/901 annex I paragraph 3",), "ANNEX1.3", "诊所应有当地语言的标牌", "欢迎捐助"),
    (("58/901 paragraph 2 of annex II",), "ANNEX2.2", "结业发给证书", "确认偏远地区的处境"),
    (("58/901 附件一第2段", "下一段"), "ANNEX1.3", "诊所应有当地语言的标牌", "欢迎捐助"),
    (("58/901 哪段讲当地语言的标牌",), "ANNEX1.3", "诊所应有当地语言的标牌", "欢迎捐助"),
)


@pytest.mark.parametrize(
    ("turns", "identifier", "says", "not_this"), PIECES, ids=[" | ".join(row[0]) for row in PIECES]
)
def test_pieces_and_annexes(
    speaker: Speaker, turns: tuple[str, ...], identifier: str, says: str, not_this: str
) -> None:
    """Sub-paragraphs and the paragraphs of annexes are asked for as texts cite them, and as ids."""
    reply = told(speaker, *turns)
    assert (reply["resolution"], reply["paragraphs"]) == (SYMBOLS["58/901"], [identifier]), reply["text"]
    assert says in reply["text"]
    assert not_this not in reply["text"]


NO_SUCH_PIECE = (
    "58/901 第5段(c)项", "58/901 第5段（三）", "58/901 OP4(a)", "58/901 附件一第4段", "58/901 附件三第1段",
    "58/901 ANNEX3.1",
    "56/902 附件一第1段",
)  # fmt: skip


@pytest.mark.parametrize("message", NO_SUCH_PIECE)
def test_pieces_that_are_not_there(speaker: Speaker, message: str) -> None:
    """Nothing else is given for them."""
    reply = told(speaker, message)
    assert (reply["kind"], reply["paragraphs"]) == ("paragraph", []), reply["text"]


def test_a_paragraph_by_number_is_whole_and_of_the_operative_part(speaker: Speaker) -> None:
    """第5段 has its sub-paragraphs, and no paragraph of an annex has its number."""
    text = told(speaker, "58/901 第5段")["text"]
    assert "开办流动诊所" in text
    assert "培训助产士" in text
    assert told(speaker, "58/901 第1段")["paragraphs"] == ["OP1"]


# --- several documents in one message, and what is near to a document that is here ---------------------------


def test_the_same_of_two_documents(speaker: Speaker) -> None:
    reply = told(speaker, "中国对53/901和56/903怎么投的")
    assert reply["kind"] == "vote"
    assert (
        reply["text"].index("中国投了赞成票")
        < reply["text"].index("53/901")
        < reply["text"].index("中国投了反对票")
        < reply["text"].index("56/903")
    )


@pytest.mark.parametrize("message", ["53/901第1段和56/903第2段", "请问，53/901第1段和56/903第2段，谢谢"])
def test_a_paragraph_of_each_of_two_documents(speaker: Speaker, message: str) -> None:
    text = told(speaker, message)["text"]
    assert "请各国修复古老的引水渠" in text
    assert "请学校教授辨别虚假图像" in text
    assert "鼓励城市收集雨水" not in text


def test_the_same_paragraph_of_two_documents(speaker: Speaker) -> None:
    text = told(speaker, "53/901和56/903的第2段")["text"]
    assert "鼓励城市收集雨水" in text
    assert "请学校教授辨别虚假图像" in text


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("德国和印度在各决议上怎么投的", "德国未参加表决"),
        ("美国和中国在各决议上怎么投的", "美国不在表决记录中; 中国投赞成票"),
        (
            "how did the United States and China vote on all resolutions",
            "United States of America not in the record; China in favour",
        ),
    ],
)
def test_states_that_are_not_in_every_record(speaker: Speaker, message: str, said: str) -> None:
    assert said in speaker.answer([message]).text


EACH = (
    ("哪些决议中国赞成而日本反对", ["53/902", "53/901", "56/4", "A56/901", "A78/901"]),
    ("which resolutions did Japan support and China oppose", ["56/902", "S-35/1"]),
    ("哪些决议未经表决", ["56/904"]),
    ("特别会议的决议", ["S-35/1"]),
    # The one on lighthouses invites museums to lend their charts, in English.
    ("关于博物馆的决议有哪些", ["56/904", "A78/901"]),
)


@pytest.mark.parametrize(("message", "numbers"), EACH, ids=[row[0] for row in EACH])
def test_each_state_with_its_own_vote_and_other_conditions(speaker: Speaker, message: str, numbers: list[str]) -> None:
    assert set(listed(told(speaker, message))) == set(symbols(*numbers))


AFTER = (
    # Here, the annexes have 3 and 2 paragraphs, and the last operative paragraph is the sixth.
    (("58/901 第5段(a)项", "下一段"), ["OP6"]),
    (("58/901 第5段(a)项", "上一段"), ["OP4"]),
    (("58/901 附件二第1段", "下一段"), ["ANNEX2.2"]),
    (("58/901 附件二第2段", "上一段"), ["ANNEX2.1"]),
    (("58/901 附件一第2段", "下一段"), ["ANNEX1.3"]),
    (("58/901 附件二第2段", "下一段"), []),
)


@pytest.mark.parametrize(("turns", "paragraphs"), AFTER, ids=[" | ".join(row[0]) for row in AFTER])
def test_the_next_paragraph_is_of_the_same_part(
    speaker: Speaker, turns: tuple[str, ...], paragraphs: list[str]
) -> None:
    reply = told(speaker, *turns)
    assert (reply["kind"], reply["paragraphs"]) == ("paragraph", paragraphs)


NOT_HERE = (
    ("53/901", "大会第53/901号决议第1段", "another organ's of the same number"),
    ("53/901", "GA resolution 53/901 paragraph 1", "the same in English"),
    ("S/RES/2999(2024)", "UNSCR 1701 how did France vote", "another of the same organ, without its year"),
    ("S/RES/2999(2024)", "S/RES/1325 paragraph 1", "the same by its symbol"),
)


@pytest.mark.parametrize(("view", "message", "why"), NOT_HERE, ids=[row[2] for row in NOT_HERE])
def test_what_is_not_here_is_not_answered_from_the_one_in_view(
    speaker: Speaker, view: str, message: str, why: str
) -> None:
    reply = told(speaker, f"{view} 第1段", message)
    assert (reply["kind"], reply["paragraphs"], reply["votes"]) == ("none", [], {}), why


@pytest.mark.parametrize(
    ("turns", "paragraph"),
    [
        (("56/4 为准备脚注，请给出执行部分第17段。",), "OP17"),
        (("56/4 国际团结在当代国际法中的地位，决议怎么说？",), "OP5"),
        (("A/HRC/RES/56/4: What does the text say about South-South cooperation?",), "OP10"),
        (("56/4, dónde se habla de la cooperación Sur-Sur",), "OP10"),
        (("56/4 où est-il question de la coopération Sud-Sud ?",), "OP10"),
        (("56/4 где говорится о сотрудничестве Юг — Юг?",), "OP10"),
        (("56/4 أين يُذكر التعاون فيما بين بلدان الجنوب؟",), "OP10"),
        (("56/4 您好", "帮我找找说南南合作的那条"), "OP10"),
        (("56/4 第11段", "那“南南合作”出现在哪里"), "OP10"),
    ],
)
def test_a_symbol_before_the_question(speaker: Speaker, turns: tuple[str, ...], paragraph: str) -> None:
    reply = told(speaker, *turns)
    assert (reply["resolution"], reply["kind"], reply["paragraphs"][:1]) == (OF_SOLIDARITY, "paragraph", [paragraph])


@pytest.mark.parametrize(
    ("message", "votes"),
    [
        ("56/4 هل كانت بلجيكا وليتوانيا من بين الدول الممتنعة؟", {"BEL": "no", "LTU": "no"}),
        ("56/4 Франция и Германия — за, против, воздержались?", {"FRA": "no", "DEU": "no"}),
        ("56/4: did Cuba and India abstain?", {"CUB": "yes", "IND": "yes"}),
        ("56/4 古巴和印度是不是都弃权了", {"CUB": "yes", "IND": "yes"}),
        # What comes next goes back to the vote before it.
        ("56/4 那日本呢", {"JPN": "no"}),
    ],
)
def test_votes_behind_a_symbol(speaker: Speaker, message: str, votes: dict[str, str]) -> None:
    before = ("56/4 中国怎么投的",) if "那" in message else ()
    reply = told(speaker, *before, message)
    assert (reply["resolution"], reply["kind"], reply["votes"]) == (OF_SOLIDARITY, "vote", votes)


OF_SOLIDARITY = "A/HRC/RES/56/4"


def test_a_message_encodes_one_resolution_at_most(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("bot.answer.subject", "bot.corpus.library"):
        monkeypatch.setattr(f"{module}.MOST_MEANT", 10)
    generate(tmp_path / "content", 4)
    library = load(tmp_path / "content")
    for count in (1, 2):
        # Nothing that was answered before is kept by a speaker of its own.
        Speaker(library).answer(["哪段提到地方当局"])
        assert sum(map(library.encoded, library.resolutions)) == count
    assert Speaker(library).answer(["A/HRC/RES/40/1 哪段提到地方当局"]).answer
    assert library.encoded(library.resolutions[0])
