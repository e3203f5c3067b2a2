"""Writes invented texts in the forms of the United Nations, from a plain description, in Chinese, English and French.

Nothing here was published: titles, paragraphs, numbers and votes are made up; only the form is that of
the organs' documents, and the states' names are those that the United Nations prints.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.resolution import CAST, Body, DocumentKind, Vote

STATES: dict[str, tuple[str, str, str]] = {
    "DZA": ("阿尔及利亚", "Algeria", "Algérie"), "ARG": ("阿根廷", "Argentina", "Argentine"), "BGD": ("孟加拉国",
    "Bangladesh",
    "Bangladesh"),
    "BEL": ("比利时", "Belgium", "Belgique"), "BEN": ("贝宁", "Benin", "Bénin"),
    "BOL": ("多民族玻利维亚国", "Bolivia (Plurinational State of)", "Bolivie (État plurinational de)"),
    "BIH": ("波斯尼亚和黑塞哥维那", "Bosnia and Herzegovina", "Bosnie-Herzégovine"), "BRA": ("巴西", "Brazil",
    "Brésil"),
    "CHL": ("智利", "Chile", "Chili"), "CHN": ("中国", "China", "Chine"), "CIV": ("科特迪瓦", "Côte d'Ivoire",
    "Côte d'Ivoire"),
    "CUB": ("古巴", "Cuba", "Cuba"), "CZE": ("捷克", "Czechia", "Tchéquie"), "ERI": ("厄立特里亚", "Eritrea",
    "Érythrée"),
    "SWZ": ("斯威士兰", "Eswatini", "Eswatini"), "FIN": ("芬兰", "Finland", "Finlande"), "FRA": ("法国", "France",
    "France"),
    "GMB": ("冈比亚", "Gambia", "Gambie"), "DEU": ("德国", "Germany", "Allemagne"), "HND": ("洪都拉斯", "Honduras",
    "Honduras"),
    "IND": ("印度", "India", "Inde"), "IDN": ("印度尼西亚", "Indonesia", "Indonésie"),
    "IRN": ("伊朗伊斯兰共和国", "Iran (Islamic Republic of)", "Iran (République islamique d')"), "JPN": ("日本",
    "Japan",
    "Japon"),
    "KWT": ("科威特", "Kuwait", "Koweït"), "MWI": ("马拉维", "Malawi", "Malawi"), "MEX": ("墨西哥", "Mexico",
    "Mexique"),
    "MNE": ("黑山", "Montenegro", "Monténégro"), "MAR": ("摩洛哥", "Morocco", "Maroc"),
    "NLD": ("荷兰王国", "Netherlands (Kingdom of the)", "Pays-Bas (Royaume des)"), "MKD": ("北马其顿",
    "North Macedonia",
    "Macédoine du Nord"),
    "PAK": ("巴基斯坦", "Pakistan", "Pakistan"), "PRY": ("巴拉圭", "Paraguay", "Paraguay"), "QAT": ("卡塔尔", "Qatar",
    "Qatar"),
    "KOR": ("大韩民国", "Republic of Korea", "République de Corée"), "MDA": ("摩尔多瓦共和国", "Republic of Moldova",
    "République de Moldova"),
    "RUS": ("俄罗斯联邦", "Russian Federation", "Fédération de Russie"), "SEN": ("塞内加尔", "Senegal", "Sénégal"),
    "SOM": ("索马里", "Somalia", "Somalie"), "ZAF": ("南非", "South Africa", "Afrique du Sud"), "SDN": ("苏丹", "Sudan",
    "Soudan"),
    "TUR": ("土耳其", "Türkiye", "Türkiye"), "UKR": ("乌克兰", "Ukraine", "Ukraine"),
    "ARE": ("阿拉伯联合酋长国", "United Arab Emirates", "Émirats arabes unis"),
    "GBR": (
        "大不列颠及北爱尔兰联合王国", "United Kingdom of Great Britain and Northern Ireland",
        "Royaume-Uni de Grande-Bretagne et d'Irlande du Nord",
    ),
    "USA": ("美利坚合众国", "United States of America", "États-Unis d'Amérique"),
    "VEN": (
        "委内瑞拉玻利瓦尔共和国", "Venezuela (Bolivarian Republic of)", "Venezuela (République bolivarienne du)",
    ),
    "VNM": ("越南", "Viet Nam", "Viet Nam"),
}  # fmt: skip
LANGUAGES = ("zh", "en", "fr")
ORDINALS = {
    56: ("五十六", "Fifty-sixth", "Cinquante-sixième"), 35: ("三十五", "Thirty-fifth", "Trente-cinquième"),
    78: ("七十八", "Seventy-eighth", "Soixante-dix-huitième"),
    11: ("十一", "Eleventh", "Onzième"), 58: ("五十八", "Fifty-eighth", "Cinquante-huitième"),
}  # fmt: skip
EN_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
FR_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


@dataclass(frozen=True)
class Spec:
    """What an invented text says, and how it is laid out."""

    language: str = "en"
    body: Body = Body.HUMAN_RIGHTS_COUNCIL
    kind: DocumentKind = DocumentKind.RESOLUTION
    number: str = "56/901"
    title: str = "Invented title"
    session: int = 56
    series: str = ""
    item: int | None = 3
    day: date = date(2024, 7, 10)
    meeting: int = 34
    basis: bool = False
    preamble: tuple[str, ...] = ("Invented first", "Invented second")
    operative: tuple[tuple[str, tuple[str, ...]], ...] = (("Invents one", ()), ("Invents two", ()))
    """Each with its sub-paragraphs: (a), (b); one that begins with ``i `` is of the level below."""
    headings: dict[int, str] = field(default_factory=dict)
    """By the number of the operative paragraph that they stand before."""
    numbered: bool = True
    votes: dict[Vote, tuple[str, ...]] | None = None
    tally: tuple[int, int, int] | None = None
    """Printed without a roll call."""
    states_adoption: bool = True
    older: bool = False
    revised: bool = False
    bracketed: bool = True
    same_line: bool = False
    per_line: int = 100
    """Voters on one line."""
    emphasis: str = "**"
    spaced: bool = True
    note: str = ""
    """A footnote to the first operative paragraph."""
    star: str = ""
    """A note to the title."""
    annexes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Titles, each with its paragraphs, numbered."""

    @property
    def at(self) -> int:
        """The index of the language."""
        return LANGUAGES.index(self.language)


def pick(spec: Spec, zh: str, en: str, fr: str) -> str:
    """What stands in the language of the text."""
    return (zh, en, fr)[spec.at]


def printed(spec: Spec, day: date) -> str:
    """A date."""
    return pick(
        spec,
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.day} {EN_MONTHS[day.month - 1]} {day.year}",
        f"{day.day}{'er' if day.day == 1 else ''} {FR_MONTHS[day.month - 1]} {day.year}",
    )


BODIES = {
    Body.HUMAN_RIGHTS_COUNCIL: (
        "人权理事会",
        "Human Rights Council",
        "Conseil des droits de l’homme",
        "The ",
        "Le ",
        "le ",
    ),
    Body.GENERAL_ASSEMBLY: ("大会", "General Assembly", "Assemblée générale", "The ", "L’", "l’"),
    Body.SECURITY_COUNCIL: ("安全理事会", "Security Council", "Conseil de sécurité", "The ", "Le ", "le "),
}


def _head(spec: Spec) -> list[str]:
    zh, en, fr, _, _, le = BODIES[spec.body]
    day = printed(spec, spec.day)
    if spec.body is Body.SECURITY_COUNCIL:
        number, year = spec.number, spec.day.year
        return [
            pick(spec, f"第{number}({year})号决议", f"Resolution {number} ({year})", f"Résolution {number} ({year})"),
            pick(
                spec, f"{day}安全理事会第{spec.meeting}次会议通过",
                f"Adopted by the {en} at its {spec.meeting}th meeting, on {day}",
                f"Adoptée par {le}{fr} à sa {spec.meeting}e séance, le {day}",
            ),
        ]  # fmt: skip
    kinds = {
        "": ("", "", ""),
        "S-": ("特别", "special ", " extraordinaire"),
        "ES-": ("紧急特别", "emergency special ", " extraordinaire d’urgence"),
    }
    kind = kinds[spec.series]
    ordinal = ORDINALS[spec.session][spec.at]
    lines = [
        pick(spec, zh, en, fr),
        pick(spec, f"第{ordinal}届{kind[0]}会议", f"{ordinal} {kind[1]}session", f"{ordinal} session{kind[2]}"),
    ]
    if spec.body is Body.HUMAN_RIGHTS_COUNCIL:
        year, month = spec.day.year, spec.day.month
        last = date(year, month, 28)
        lines.append(
            pick(spec, f"{year}年{month}月1日至28日", f"1–{printed(spec, last)}", f"1er-{printed(spec, last)}")
        )
    if spec.item:
        lines += [
            pick(spec, f"议程项目{spec.item}", f"Agenda item {spec.item}", f"Point {spec.item} de l’ordre du jour"),
            pick(spec, "虚构的项目", "Invented item", "Point inventé"),
        ]
    what = {
        DocumentKind.RESOLUTION: ("决议", "Resolution adopted by", "Résolution adoptée par"),
        DocumentKind.DECISION: ("决定",
        "Decision adopted by", "Décision adoptée par"),
        DocumentKind.STATEMENT: ("主席声明", "Statement by the President of", "Déclaration du Président de"),
    }[spec.kind]  # fmt: skip
    lines.append(
        pick(spec, f"{zh}{day}通过的{what[0]}", f"{what[1]} the {en} on {day}", f"{what[2]} {le}{fr} le {day}")
    )
    if spec.basis:
        lines.append(pick(spec, "[根据虚构委员会的报告(A/78/901，第1段)通过]",
        "[on the report of the Invented Committee (A/78/901, para. 1)]",
                          "[sur la base du rapport de la Commission inventée (A/78/901, par. 1)]"))  # fmt: skip
    number = f"PRST {spec.number}" if spec.kind is DocumentKind.STATEMENT else spec.number
    return [*lines, f"{number}. {spec.title}{'*' if spec.star else ''}"]


def _paragraphs(spec: Spec) -> list[str]:
    comma, semicolon, stop, colon = (
        pick(spec, "，", ",", ","),
        pick(spec, "；", ";", " ;"),
        pick(spec, "。", ".", "."),
        pick(spec, "：", ":", " :"),
    )
    e = spec.emphasis
    lines = [(e + text.replace(" ", e + " ", 1) if e and " " in text else text) + comma for text in spec.preamble]
    for number, (text, subs) in enumerate(spec.operative, 1):
        if heading := spec.headings.get(number):
            lines.append(heading)
        last = number == len(spec.operative)
        head = f"{number}. " if spec.numbered else ""
        mark = "¹" if spec.note and number == 1 else ""
        lines.append(
            head
            + (e + text.replace(" ", e + " ", 1) if e and " " in text else text)
            + mark
            + (colon if subs else stop if last else semicolon)
        )
        letter, roman = "a", 0
        for at, sub in enumerate(subs):
            roman = roman + 1 if sub.startswith("i ") else 0
            label = f"({'i' * roman})" if roman else f"({letter})"
            letter = letter if roman else chr(ord(letter) + 1)
            nested = at + 1 < len(subs) and subs[at + 1].startswith("i ") and not roman
            lines.append(
                f"{label} {sub.removeprefix('i ')}"
                + (colon if nested else stop if last and at + 1 == len(subs) else semicolon)
            )
    return lines


def _tally(spec: Spec, yes: int, no: int, abstain: int) -> str:
    """The line of the tally, in the current wording or an older one."""
    if spec.language == "zh":
        revised = "经口头修正，" if spec.revised else ""
        against = f"{no}票反对" if no else "无反对票"
        left_out = f"、{abstain}票弃权" if abstain else "、无人弃权"
        if spec.older:
            return f"{revised}经记录表决，以{yes}票赞成、{against}{left_out}通过。"
        return f"{revised}记录表决以{yes}票对{no}票{left_out}获得通过。表决情况如下："
    if spec.language == "en":
        revised = ", as orally revised," if spec.revised else ""
        left_out = f", with {abstain} abstention{'s' if abstain > 1 else ''}" if abstain else ", with no abstentions"
        if spec.older:
            return f"Resolution adopted{revised} by a recorded vote of {yes} votes to {no or 'none'}{left_out}."
        return f"Adopted{revised} by a recorded vote of {yes} to {no or 'none'}{left_out}. The voting was as follows:"
    revised = " telle que révisée oralement" if spec.revised else ""
    left_out = f", avec {abstain} abstention{'s' if abstain > 1 else ''}" if abstain else ", sans abstention"
    recorded = ", à l’issue d’un vote enregistré" if spec.older else ""
    return (
        f"Adoptée{revised} par {yes} voix contre {no or 'zéro'}{left_out}{recorded}. Les voix se sont réparties "
        f"comme suit :"
    )


HEADINGS = {
    "zh": {Vote.YES: "赞成：", Vote.NO: "反对：", Vote.ABSTAIN: "弃权："},
    "en": {Vote.YES: "In favour:", Vote.NO: "Against:", Vote.ABSTAIN: "Abstaining:"},
    "fr": {Vote.YES: "Ont voté pour :", Vote.NO: "Ont voté contre :", Vote.ABSTAIN: "Se sont abstenus :"},
}


def _listed(spec: Spec, codes: tuple[str, ...]) -> list[str]:
    """A list of voters on as many lines as it takes; in English and French, the last two are joined by a word."""
    names = [STATES[code][spec.at] for code in codes]
    if spec.language != "zh" and len(names) > 1:
        names[-2:] = [f"{names[-2]} {pick(spec, '', 'and', 'et')} {names[-1]}"]
    rows = [names[i : i + spec.per_line] for i in range(0, len(names), spec.per_line)]
    separator = pick(spec, "、", ", ", ", ")
    return [separator.join(row) + (separator.strip() if row is not rows[-1] else "") for row in rows]


def _adoption(spec: Spec) -> list[str]:
    if not spec.states_adoption:
        return []
    left, right = ("[", "]") if spec.bracketed else ("", "")
    if spec.tally:
        return [left + _tally(spec, *spec.tally) + right]
    if spec.votes is None:
        return [left + pick(spec, "未经表决获得通过。", "Adopted without a vote.", "Adoptée sans vote.") + right]
    counts = {vote: len(spec.votes.get(vote, ())) for vote in CAST}
    lines = [left + _tally(spec, counts[Vote.YES], counts[Vote.NO], counts[Vote.ABSTAIN])]
    for vote in CAST:
        if codes := spec.votes.get(vote, ()):
            heading, rows = HEADINGS[spec.language][vote], _listed(spec, codes)
            lines += [heading + pick(spec, "", " ", " ") + rows[0], *rows[1:]] if spec.same_line else [heading, *rows]
    lines[-1] += right
    return lines


def _foot(spec: Spec) -> list[str]:
    if spec.body is Body.SECURITY_COUNCIL:
        return []
    plenary = spec.body is Body.GENERAL_ASSEMBLY
    meeting = pick(
        spec, f"第{spec.meeting}次{'全体' if plenary else ''}会议",
        f"{spec.meeting}th {'plenary ' if plenary else ''}meeting",
        f"{spec.meeting}e séance{' plénière' if plenary else ''}",
    )  # fmt: skip
    day = printed(spec, spec.day)
    return [day, meeting] if spec.language == "zh" else [meeting, day]


def _annexes(spec: Spec) -> list[str]:
    lines = []
    for number, (title, paragraphs) in enumerate(spec.annexes, 1):
        several = len(spec.annexes) > 1
        lines.append(
            pick(spec, "附件", "Annex", "Annexe")
            + (pick(spec, "零一二三"[number], " " + "I" * number, " " + "I" * number) if several else "")
        )
        lines += [title, *(f"{n}. {text}{pick(spec, '。', '.', '.')}" for n, text in enumerate(paragraphs, 1))]
    return lines


def lines_of(spec: Spec) -> list[str]:
    """The lines of the text, none of them blank."""
    zh, en, fr, the, le, _ = BODIES[spec.body]
    chapeau = pick(spec, f"{zh}，", f"{the}{en},", f"{le}{fr},")
    notes = ([f"¹ {spec.note}"] if spec.note else []) + ([f"* {spec.star}"] if spec.star else [])
    return [*_head(spec), chapeau, *_paragraphs(spec), *_foot(spec), *_adoption(spec), *notes, *_annexes(spec)]


def write(spec: Spec) -> str:
    """The text, clean, as a file has it."""
    return ("\n\n" if spec.spaced else "\n").join(lines_of(spec)) + "\n"
