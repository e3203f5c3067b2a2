"""How the published texts are worded, language by language: the fixed phrases around the paragraphs.

Source: resolutions of the Human Rights Council as issued by the United Nations; the form is that of
the United Nations Editorial Manual.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.corpus.model import Body, Vote

_DATE = r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日"


@dataclass(frozen=True, slots=True)
class Form:
    """The phrases by which the parts of a published text are known. All patterns match whole lines."""

    language: str
    bodies: dict[str, Body]
    """The printed name of each organ."""
    session: re.Pattern[str]
    """One group: the number."""
    session_dates: re.Pattern[str]
    """Groups: year, month, day; year or None, month or None, day."""
    agenda_item: re.Pattern[str]
    adopted_by: re.Pattern[str]
    """Groups: body, year, month, day."""
    number_and_title: re.Pattern[str]
    chapeau: str
    """What follows the body's name where the preamble opens."""
    operative: re.Pattern[str]
    """Matches the number and what follows it up to the text; one group: the number."""
    ends: dict[str, str]
    """The characters a paragraph may end with: under "PP", under "OP", and under "last"."""
    date: re.Pattern[str]
    meeting: re.Pattern[str]
    recorded_vote: re.Pattern[str]
    """Groups: in favour, against, abstaining or None."""
    without_a_vote: re.Pattern[str]
    votes: dict[str, Vote]
    """The heading of each list of the roll call."""
    separator: str
    """Between two voters."""


CHINESE = Form(
    language="zh",
    bodies={"人权理事会": Body.HUMAN_RIGHTS_COUNCIL},
    session=re.compile(r"第([〇一二三四五六七八九十百]+|\d+)届会议"),
    session_dates=re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日至(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日"),
    agenda_item=re.compile(r"议程项目\s*(\d+)"),
    adopted_by=re.compile(rf"(.+?)\s*{_DATE}\s*通过的决议"),
    number_and_title=re.compile(r"(\d+/\d+)\s*[.．]\s*(.+)"),
    chapeau="，",
    operative=re.compile(r"(\d+)\s*[.．]\s*"),
    ends={"PP": "，：", "OP": "；：", "last": "。"},
    date=re.compile(_DATE),
    meeting=re.compile(r"第\s*(\d+)\s*次会议"),
    recorded_vote=re.compile(r"\[?\s*(?:经)?记录表决以\s*(\d+)\s*票对\s*(\d+)\s*票(?:、|，)\s*(\d+)\s*票弃权(?:获得)?通过。(?:表决情况如下：)?"),
    without_a_vote=re.compile(r"\[?\s*未经表决(?:获得)?通过。\]?"),
    votes={"赞成": Vote.YES, "反对": Vote.NO, "弃权": Vote.ABSTAIN},
    separator="、",
)

FORMS = {form.language: form for form in (CHINESE,)}
"""The forms that can be read, by the language in a file's name (``A_HRC_RES_56_4.zh.txt``)."""

SYMBOLS = {Body.HUMAN_RIGHTS_COUNCIL: "A/HRC/RES/{number}"}
"""How the symbol of a resolution is made from its number, body by body."""
