"""A content folder with many resolutions: 56/4 as it is, and as many invented ones as wanted.

Nothing in the others was published: titles, paragraphs, numbers and votes are made up by chance from the words
below. Only their form is that of the Human Rights Council's, and the states' names are those that the United
Nations prints.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from bot.resolution import CAST, Vote
from tests.corpus.writer import HEADINGS, STATES

CONTENT = Path(__file__).parent.parent / "content"
SHARED = (
    "names",
    "wording",
    "addressees.toml",
    "bodies.toml",
    "cues.toml",
    "everyday.toml",
    "groups.toml",
    "purposes.toml",
    "references.toml",
    "refusals.toml",
    "synonyms.toml",
)
"""What the folder has as it is."""
COPIED = ("resolutions/A_HRC_RES_56_4.zh.txt", "subjects/A_HRC_RES_56_4.toml")
TAKEN = (56, 4)
"""The number that is not invented."""
SESSIONS = range(40, 63)
PREAMBLE, OPERATIVE, VOTERS = 15, 20, 47

MEETINGS = (((2, 26), (4, 5)), ((6, 18), (7, 12)), ((9, 9), (10, 11)))
"""The first and the last day, by month, of the three sessions of a year."""
FIRST_YEAR = 2019
"""Of session 40, the first one of that year."""

TOPICS = (
    "水资源", "粮食", "适足住房", "受教育", "健康", "社会保障", "清洁环境", "和平集会", "结社自由", "隐私", "新闻自由",
    "文化生活", "科学进步",
    "数字技术", "人工智能", "气候变化", "生物多样性", "外债", "极端贫困", "单方面强制性措施", "国际团结", "发展",
    "和平", "公司责任", "非法资金流动",
    "腐败", "恐怖主义", "雇佣军", "武器转让", "死刑", "任意拘留", "强迫失踪", "酷刑", "人口贩运", "当代奴役", "移徙",
    "境内流离失所", "国籍",
    "出生登记", "司法独立", "过渡司法", "真相", "赔偿", "地方政府", "体育运动", "选举", "公共服务", "危险废物",
    "采掘业", "渔业", "城市规划",
    "语言多样性", "博物馆", "道路安全", "睡眠卫生",
)  # fmt: skip
"""What a resolution may be about."""
GROUPS = (
    "老年人", "残疾人", "儿童", "青年", "农民", "土著人民", "少数群体成员", "非洲人后裔", "白化病患者", "移徙工人",
    "家政工人", "难民", "寡妇",
    "女童", "街头儿童", "人权维护者", "记者", "律师", "海员", "教师", "牧民", "渔民", "护理人员", "无国籍人",
    "麻风病患者",
)  # fmt: skip
"""Whose rights it may be about."""
TITLES = (
    ("{topic}与人权", "{topic}对享有人权的影响", "在人权领域处理{topic}问题", "从人权角度看{topic}"),
    ("{group}的人权", "促进和保护{group}的权利", "消除对{group}的歧视", "{topic}与{group}的权利"),
)
OPENINGS = (
    "回顾", "重申", "强调", "确认", "意识到", "深为关切", "注意到", "铭记", "欢迎", "深信", "忆及", "考虑到",
    "感到震惊的是", "认识到", "着重指出",
    "赞赏地注意到",
)  # fmt: skip
VERBS = (
    "重申", "强调", "促请各国考虑", "呼吁各国重视", "鼓励会员国支持", "请高级专员研究", "请秘书长报告", "决定继续审议",
    "欢迎各方推动",
    "谴责一切阻碍", "注意到各区域推进", "敦促有关各方落实", "建议各机构记录", "赞扬民间社会参与", "请特别报告员评估",
)  # fmt: skip
ACTORS = (
    "各国政府", "地方当局", "国家人权机构", "工商企业", "学术界", "区域组织", "条约机构", "国际金融机构", "社区领袖",
    "医务工作者", "工会", "合作社",
    "宗教领袖", "统计部门", "议会", "审计机构", "边境管理部门", "电信运营商", "保险公司", "气象部门", "水务公司",
    "学校管理者", "图书馆", "港口当局",
    "消防部门", "农业推广机构",
)  # fmt: skip
DEEDS = (
    "公布有关{topic}的年度数据", "就{topic}征求{group}的意见", "为{group}设立申诉机制", "修订妨碍{group}参与的法律",
    "为{topic}方案提供可预测的资金",
    "培训处理{topic}案件的官员", "减少{group}面临的费用", "保存涉及{topic}的档案", "交流有关{topic}的经验",
    "把{group}纳入应急计划",
    "审查{topic}方面的许可证", "以{group}能懂的语言发布信息", "调查针对{group}的暴力", "评估{topic}政策的后果",
    "在乡村提供{topic}方面的服务",
    "取消对{group}的年龄限制", "监测{topic}方面的不平等", "为{group}提供法律援助",
)  # fmt: skip
ENDS = (
    "以期在五年内取得可衡量的进展", "同时顾及偏远地区的需要", "并定期公开结果", "而不附加任何费用",
    "以免重蹈过去的覆辙", "并尊重个人数据的保密性",
    "同时避免增加行政负担", "以便及早发现问题", "并与邻国协调", "同时保护举报人", "以缩小城乡差距",
    "并设立独立的监督委员会",
    "同时考虑到岛屿国家的处境", "以恢复公众的信任", "并优先照顾单亲家庭", "同时利用已有的设施", "以便跨代传承知识",
    "并在每届会议前更新",
    "同时防止利益冲突", "以应对漫长的干旱", "并采用开放的标准", "同时维护夜间工作者的安全",
)  # fmt: skip
LINKS = ("确认", "指出", "认为", "同意")


def generate(folder: Path, count: int, seed: int = 1) -> None:
    """Make the content folder: 56/4 and so many invented resolutions; the same for the same seed."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in SHARED:
        (folder / name).symlink_to(CONTENT / name)
    for name in COPIED:
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(CONTENT / name, folder / name)
    dice = random.Random(seed)
    leaning = {code: dice.random() for code in STATES}
    for at in range(count):
        session, number = SESSIONS[at % len(SESSIONS)], at // len(SESSIONS) + 1
        number += session == TAKEN[0] and number >= TAKEN[1]
        text = _text(dice, session, number, leaning)
        (folder / "resolutions" / f"A_HRC_RES_{session}_{number}.zh.txt").write_text(text, "utf-8")


def _text(dice: random.Random, session: int, number: int, leaning: dict[str, float]) -> str:
    """An invented resolution."""
    year, which = FIRST_YEAR + (session - SESSIONS[0]) // 3, (session - SESSIONS[0]) % 3
    opened, closed = (date(year, *day) for day in MEETINGS[which])
    day = closed - timedelta(dice.randrange(6))
    topic, group = dice.choice(TOPICS), dice.choice(GROUPS)
    title = dice.choice(dice.choice(TITLES)).format(topic=topic, group=group)
    printed = f"{day.year}年{day.month}月{day.day}日"
    lines = [
        "人权理事会", f"第{_chinese(session)}届会议",
        f"{year}年{opened.month}月{opened.day}日至{closed.month}月{closed.day}日",
        "议程项目3", "虚构的议程项目",
        f"人权理事会{printed}通过的决议", f"{session}/{number}. {title}", "人权理事会，",
        *_preamble(dice, title, topic, group), *_operative(dice, topic, group),
        printed, f"第{dice.randint(20, 50)}次会议", *_record(dice, leaning),
    ]  # fmt: skip
    return "\n\n".join(lines) + "\n"


def _preamble(dice: random.Random, title: str, topic: str, group: str) -> list[str]:
    """Preambular paragraphs, each another."""
    made = {f"回顾以往关于{title}的各项决议，": None}
    while len(made) < PREAMBLE:
        made[f"{dice.choice(OPENINGS)}{_clauses(dice, topic, group)}，"] = None
    return list(made)


def _operative(dice: random.Random, topic: str, group: str) -> list[str]:
    """Operative paragraphs, numbered, each another."""
    made: dict[str, None] = {}
    while len(made) < OPERATIVE:
        made[f"**{dice.choice(VERBS)}**{_clauses(dice, topic, group)}"] = None
    return [f"{n}. {text}{'。' if n == OPERATIVE else '；'}" for n, text in enumerate(made, 1)]


def _clauses(dice: random.Random, topic: str, group: str) -> str:
    """What is said in a paragraph: two or three clauses."""
    return f"，并{dice.choice(LINKS)}".join(_clause(dice, topic, group) for _ in range(dice.randint(2, 3)))


def _clause(dice: random.Random, topic: str, group: str) -> str:
    """Somebody is to do something, about half the time about what the resolution is about."""
    topic = topic if dice.random() < 0.5 else dice.choice(TOPICS)
    group = group if dice.random() < 0.5 else dice.choice(GROUPS)
    return f"{dice.choice(ACTORS)}应{dice.choice(DEEDS).format(topic=topic, group=group)}，{dice.choice(ENDS)}"


def _record(dice: random.Random, leaning: dict[str, float]) -> list[str]:
    """A roll call, whose figures are those of its lists; the voters are in the order in which STATES has them."""
    voters = set(dice.sample(sorted(STATES), VOTERS))
    bar = dice.uniform(0.2, 0.6)
    votes: dict[Vote, list[str]] = {vote: [] for vote in CAST}
    for code in STATES:
        if code in voters:
            mood = leaning[code] + dice.uniform(-0.15, 0.15)
            votes[Vote.YES if mood > bar else Vote.ABSTAIN if mood > bar - 0.08 else Vote.NO].append(STATES[code][0])
    if not votes[Vote.ABSTAIN]:
        votes[Vote.ABSTAIN].append(votes[Vote.YES].pop())
    if not votes[Vote.NO]:
        votes[Vote.NO].append(votes[Vote.YES].pop())
    yes, no, abstain = (len(votes[vote]) for vote in CAST)
    lines = [f"[记录表决以{yes}票对{no}票、{abstain}票弃权获得通过。表决情况如下："]
    for vote in CAST:
        lines += [HEADINGS["zh"][vote], _listed(votes[vote])]
    return [*lines[:-1], lines[-1] + "]"]


def _listed(names: Sequence[str]) -> str:
    return "、".join(names)


def _chinese(number: int) -> str:
    """A number from 20 to 99 in Chinese figures."""
    figures = "〇一二三四五六七八九"
    return f"{figures[number // 10]}十{figures[number % 10] if number % 10 else ''}"
