"""The truth the composed questions are computed from: the published roll call and the data of the groups.

The roll call is read here from the published text of A/HRC/RES/56/4 by a regular expression of its own and a table of
names written by hand, so that a fault in the reader under test cannot hide in the expected answers.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

CONTENT = Path(__file__).resolve().parents[3] / "content"
TEXT = CONTENT / "resolutions" / "A_HRC_RES_56_4.zh.txt"
GROUPS = CONTENT / "groups.toml"

YES, NO, ABSTAIN, ABSENT = "yes", "no", "abstain", "absent"
VOTES = (YES, NO, ABSTAIN)
REGIONS = ("african_group", "asia_pacific_group", "eastern_european_group", "grulac", "weog")

_HEADINGS = {"赞成": YES, "反对": NO, "弃权": ABSTAIN}
_SECTION = re.compile(r"^(赞成|反对|弃权)：\s+(\S+?)\]?$", re.MULTILINE)
_TABLE = """
阿尔及利亚 DZA 孟加拉国 BGD 贝宁 BEN 巴西 BRA 布隆迪 BDI 喀麦隆 CMR 中国 CHN 科特迪瓦 CIV 古巴 CUB 多米尼加共和国 DOM
厄立特里亚 ERI 冈比亚 GMB 加纳 GHA 洪都拉斯 HND 印度 IND 印度尼西亚 IDN 哈萨克斯坦 KAZ 科威特 KWT 吉尔吉斯斯坦 KGZ
马拉维 MWI 马来西亚 MYS 马尔代夫 MDV 巴拉圭 PRY 卡塔尔 QAT 索马里 SOM 南非 ZAF 苏丹 SDN 阿拉伯联合酋长国 ARE
越南 VNM 阿尔巴尼亚 ALB 比利时 BEL 保加利亚 BGR 芬兰 FIN 法国 FRA 格鲁吉亚 GEO 德国 DEU 日本 JPN 立陶宛 LTU
卢森堡 LUX 黑山 MNE 荷兰王国 NLD 罗马尼亚 ROU 美利坚合众国 USA 阿根廷 ARG 智利 CHL 哥斯达黎加 CRI 摩洛哥 MAR
"""
CODES = dict(zip(_TABLE.split()[::2], _TABLE.split()[1::2], strict=True))


@cache
def votes() -> dict[str, str]:
    """Alpha-3 code to vote for each state of the roll call; KeyError for a name the table does not have."""
    sections = _SECTION.findall(TEXT.read_text(encoding="utf-8"))
    return {CODES[name]: _HEADINGS[heading] for heading, names in sections for name in names.split("、")}


@cache
def groups() -> dict[str, frozenset[str]]:
    """Identifier of a group to its members among the states of the roll call."""
    data = tomllib.loads(GROUPS.read_text(encoding="utf-8"))
    return {key: frozenset(votes()) & frozenset(value["members"]) for key, value in data.items()}


def having(*wanted: str) -> frozenset[str]:
    """The states which cast one of the votes named."""
    return frozenset(code for code, vote in votes().items() if vote in wanted)


def ballots(codes: frozenset[str] | set[str]) -> dict[str, str]:
    """Each state named with its vote, absent if it is not in the roll call."""
    return {code: votes().get(code, ABSENT) for code in sorted(codes)}
