"""How texts are worded in Chinese."""

from __future__ import annotations

import re

from bot.corpus.forms.common import ECOSOC, ENGLISH_MASTHEAD, GA, HRC, SC, Form, names_of
from bot.resolution import DocumentKind, Vote

_ZH_DATE = (
    r"(?P<y>\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月"
    r"\s*(?P<d>\d{1,2}|[一二三四五六七八九十廿卅]{1,3})\s*日"
)
_ZH_BODIES = "(?P<body>人权理事会|大会|安全理事会|经济及社会理事会)"
_ZH_REVISED = (
    r"[\[（(]?\s*(?:本?(?:决议|决定))?(?P<revised>(?:草案)?经?口头(?:修正|订正|修订)(?:后|的(?:本|该)?(?:决议|决定))?，"
    r"?)?\s*"
)
_ZH_SEE = r"(?:[。，]?见[^\[\]]{1,80})?"
"""Where the report says more: 见第七章。"""
_ZH_AS_FOLLOWS = rf"(?:。|；|，)?(?:表决情况如下|表决结果如下|如下)?\s*[：:]?\s*{_ZH_SEE}\s*[\])）]?"

CHINESE_FORM = Form(
    language="zh",
    names={HRC: "人权理事会", GA: "大会", SC: "安全理事会", ECOSOC: "经济及社会理事会"},
    inflected={},
    chapeaux={"人权理事会，": HRC, "大会，": GA, "安全理事会，": SC, "经济及社会理事会，": ECOSOC},
    session=re.compile(
        r"第\s?(?P<number>[〇一二三四五六七八九十百]{1,6}|\d{1,3})\s?届(?:(?P<emergency>紧急特别)"
        r"|(?P<special>特别))?(?:会议|常会|届?会)"
        r"|(?P<number_>\d{4})\s?年\s?(?:实质性|组织)?(?:届会|会议)(?:续会)?"
    ),
    session_dates=re.compile(
        r"(?P<y1>\d{4})\s?年\s?(?P<m1>\d{1,2})\s?月\s?(?P<d1>\d{1,2})\s?日"
        r"(?:\s?(?:至|和|-|—|–)\s?(?:(?P<y2>\d{4})\s?年\s?)?(?:(?P<m2>\d{1,2})\s?月\s?)?(?P<d2>\d{1,2})\s?日)?"
    ),
    months={},
    agenda_item=re.compile(
        r"议程项目\s*(?P<number>\d+|[一二三四五六七八九十百]{1,5})(?:\s*[(（]\w+[)）])*(?:[、和]\s*\d+(?:\s*[(（]\w+[)）])*)*"
    ),
    adopted_by={
        DocumentKind.RESOLUTION: re.compile(
            rf"(?:{_ZH_DATE}\s*)?{_ZH_BODIES}\s*(?:通过的)?决议案?|(?P<body_>人权理事会|大会|经济及社会理事会)\s*"
            r"(?P<y_>\d{4})\s*年\s*(?P<m_>\d{1,2})\s*月\s*(?P<d_>\d{1,2})\s*日\s*通过的决议案?"
        ),
        DocumentKind.DECISION: re.compile(rf"{_ZH_BODIES}\s*(?:{_ZH_DATE}\s*)?通过的决定"),
        DocumentKind.STATEMENT: re.compile(rf"(?:{_ZH_BODIES}\s*(?:{_ZH_DATE}\s*)?(?:通过的)?)?主席(?:的)?声明"),
    },
    introduction=re.compile(
        r".*(?:人权理事会|理事会).*(?:决定通过以下案文|通过了?以下决定|(?:发表|作)了?(?:如下|以下)声明|作出如下决定)[：:]"
    ),
    council_number=re.compile(r"第\s*(?P<number>\d+)\s*[(（](?P<year>\d{4})[)）]\s*号决议"),
    council_heading="第{number}({year})号决议",
    council_adopted=re.compile(rf"{_ZH_DATE}(?P<body>安全理事会)(?P<meeting>第\s*\d+\s*次会议)通过"),
    ends={"PP": "，：", "OP": "；：", "last": "。"},
    date=re.compile(_ZH_DATE + "。?"),
    meeting=re.compile(r"第\s*(?P<number>\d+|[〇○零一二三四五六七八九十百千]{1,6})\s*次(?:全体)?会议[，。]?"),
    tallies=(
        re.compile(
            _ZH_REVISED + r"(?:经|进行|以)?(?:记录|唱名)?(?:表决)?(?:方式)?，?(?:结果)?"
            r"以\s*(?P<yes>\d+)\s*票(?:赞成)?(?:对|、|，)\s*"
            r"(?:(?P<no>\d+|零)\s*票(?:反对)?|无(?:人|票)?反对票?|没有反对票)"
            r"(?:(?:、|，|和)\s*(?:(?P<abstain>\d+|零)\s*票弃权|无(?:人|票)?弃权票?"
            r"|没有弃权票))?(?:的?(?:记录)?表决(?:结果)?)?(?:获得|获)?(?:通过)(?:了(?:经口头(?:修正|订正)的)?(?:本"
            r"|该)?决议)?" + _ZH_AS_FOLLOWS
        ),
        re.compile(
            r"\[?(?:记录表决[：:，]?)?\s*(?P<yes>\d+)\s*票(?:赞成)?(?:对|、|，)\s*(?P<no>\d+|零)\s*票(?:反对)?"
            r"(?:(?:、|，|和)\s*(?P<abstain>\d+|零)\s*票弃权)?" + _ZH_AS_FOLLOWS
        ),
    ),
    without_a_vote=re.compile(_ZH_REVISED + rf"未经表决(?:获得)?通过。?{_ZH_SEE}[\])）]?"),
    votes={
        "赞成": Vote.YES,
        "赞成者": Vote.YES,
        "反对": Vote.NO,
        "反对者": Vote.NO,
        "弃权": Vote.ABSTAIN,
        "弃权者": Vote.ABSTAIN,
    },
    nobody=frozenset({"无", "没有"}),
    separator="、",
    conjunctions=("和",),
    annex=re.compile(r"附件\s*(?P<number>[一二三四五六七八九十]+|\d+)?(?:\s+(?P<title>\S.*))?"),
    heading=re.compile(
        r"(?:[一二三四五六七八九十]+、?|第[一二三四五六七八九十]+[部章]分?|[IVX]+|[A-Z])(?:[.．、"
        r"]?\s*(?:(?<=[.．、\s分章]).+)?)?"
    ),
    chapter=re.compile(
        r"第?(?P<number>[一二三四五六七八九十]{1,3}|[A-Z]|[IVX]{1,5})(?:部分|章)?[、.．]?(?:\s*(?<=[.．、"
        r"\s分章]).{1,150})?"
    ),
    draft=re.compile(r"(?:(?P<sponsors>.{1,3000}?)\s*[：:]\s*)?(?:订正)?(?:决议|决定)草案"),
    preambular=re.compile(
        r"(?:又|还|再次|再度|深为|深切|严重|强烈)?(?:重申|回顾|忆及|铭记|遵循|注意|意识|认识|确认|承认|强调|欢迎|赞赏"
        r"|关切|震惊|表示|考虑|深信|相信|决心|谴责|感到|满意地|遗憾"
        r"|申明|念及|赞扬|痛惜|鉴于|复按|覆按|备悉|获悉|确悉|深悉|欣悉|计及|认为|察及|审议|审查|兹|愿)"
    ),
    operative=re.compile(
        r"(?:又|还|并|再次)?(?:决定|建议|请|要求|呼吁|敦促|促请|宣布|核准|通过|吁请|授权|强调|鼓励|欢迎|重申|赞赏|感谢"
        r"|谴责|申明|确认|支持|邀请|责成|指示)"
    ),
    record_start=re.compile(r"[经以]?(?:记录|唱名)表决|未经表决"),
    council_dated=re.compile(rf"{_ZH_DATE}\s*(?:的)?决议"),
    council_dated_number=re.compile(
        rf"(?P<number>\d{{1,4}})\s*[（(](?P<year>\d{{4}})[）)]\s*[。.．，]?\s*{_ZH_DATE}\s*(?:的)?决议"
    ),
    council_foot=re.compile(
        rf"(?:在)?第\s*(?P<meeting>\d{{1,5}})\s*次会议(?:上)?(?:，)?(?P<unanimous>一致通过)?(?P<without>未经表决通过)?"
        rf"(?P<consensus>以协商一致方式通过)?(?:以\s*(?P<yes>\d{{1,2}})\s*票(?:赞成)?(?:对|、|，)\s*(?P<no>\d{{1,2}}|零)\s*票(?:反对)?"
        rf"{names_of('against')}(?:(?:、|，|和)\s*(?P<abstain>\d{{1,2}}|零)\s*票弃权{names_of('abstaining')})?(?:获得)?通过)?"
        r"[ 。]{0,4}(?P<mark>\d{1,3})?/?[ 。*]{0,4}"
    ),
    council_record=re.compile(r"(?:在)?第\s*\d{1,5}\s*次会议(?:上)?，?(?:一致|未经|以)"),
    head_start=re.compile(
        r"第.{1,9}届.{0,6}会议$|\d{4}年.{0,3}届会$|第?\s*\d+\s*[(（]\d{4}|议程项目"
        r"|(?:安全理事会|大会|人权理事会|经济及社会理事会).{0,40}通过|第\s*\d"
        r"|\d{4}\s*年[\d\s]{1,4}月[\d\s]{1,4}日\s*(?:安全理事会|大会|人权理事会|经济及社会理事会)"
    ),
    masthead_date=ENGLISH_MASTHEAD,
)
