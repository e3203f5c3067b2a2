"""How the published texts are worded, language by language: the fixed phrases around the paragraphs.

Source: resolutions, decisions and President's statements of the Human Rights Council, resolutions of the
General Assembly and of the Security Council as issued by the United Nations; the form is that of the
United Nations Editorial Manual. Patterns are matched against whole lines, less emphasis marks, footnote
marks and Arabic vowel signs, with straight apostrophes and plain spaces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.corpus.model import Body, Kind, Vote

HRC, GA, SC = Body.HUMAN_RIGHTS_COUNCIL, Body.GENERAL_ASSEMBLY, Body.SECURITY_COUNCIL


@dataclass(frozen=True, slots=True)
class Form:
    """The phrases by which the parts of a published text are known."""

    language: str
    names: dict[Body, str]
    """The printed name of each organ."""
    inflected: dict[str, Body]
    """The names of organs as they stand in sentences: Советом по правам человека."""
    chapeaux: dict[str, Body]
    """The line with which each organ opens its preamble."""
    session: re.Pattern[str]
    """Groups: number; special and emergency, where it is one."""
    session_dates: re.Pattern[str]
    """Groups: d1, m1, y1 (None where printed once only), and d2, m2, y2."""
    months: dict[str, int]
    """The names of the months in lower case; empty where dates have numbers."""
    agenda_item: re.Pattern[str]
    """Group: number."""
    adopted_by: dict[Kind, re.Pattern[str]]
    """Groups: body, and d, m, y where the line has the date."""
    introduction: re.Pattern[str]
    """The line before the text of a decision or statement."""
    council_number: re.Pattern[str]
    """The first line of a resolution of the Security Council. Groups: number, year."""
    council_adopted: re.Pattern[str]
    """The second one. Groups: body, meeting (its name), d, m, y; the number is in the name."""
    ends: dict[str, str]
    """The characters a paragraph may end with: under "PP", under "OP", and under "last"."""
    date: re.Pattern[str]
    """Groups: d, m, y."""
    meeting: re.Pattern[str]
    """Group: number."""
    tallies: tuple[re.Pattern[str], ...]
    """Groups: yes; no, abstain (None for nobody); revised, where it was orally revised."""
    without_a_vote: re.Pattern[str]
    """Group: revised."""
    votes: dict[str, Vote]
    """The heading of each list of the roll call, in lower case."""
    nobody: frozenset[str]
    """What stands in place of an empty list, in lower case."""
    separator: str
    """Between two voters."""
    conjunctions: tuple[str, ...]
    """Between the last two voters, with the spaces around them."""
    annex: re.Pattern[str]
    """Group: number or letter, or None; title, where it stands on the same line."""
    heading: re.Pattern[str]
    """The number of a part, with or without its title."""

    @property
    def joins(self) -> bool:
        """Whether a broken line goes on without a space, as in Chinese."""
        return self.language == "zh"

    @property
    def capitals(self) -> bool:
        """Whether a preambular paragraph begins with a capital letter; Russian ones do not, and other scripts have none."""
        return self.language in ("en", "fr", "es")


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


OPERATIVE = re.compile(r"(\d{1,3})\s*(?:[.．](?!\d)|[-–—](?=\s))\s*")
"""Matches the number of a paragraph and what follows it up to the text; one group: the number."""
NUMBER_AND_TITLE = re.compile(r"(?:PRST[ /])?(?P<number>(?:ES-|S-|OS/)?\d+/\d+(?: [A-Z])?|\d+(?: [A-Z])? \([IVXLC]+\))\s*[.．]\s*(?P<title>.+)")
BASIS = re.compile(r"\[(?![^\]]*(?:票|recorded vote|voix contre)).+\]")
"""The line in brackets before the number of a resolution of the General Assembly."""

# --- Chinese ----------------------------------------------------------------------------------------

_ZH_DATE = r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日"
_ZH_BODIES = "(?P<body>人权理事会|大会|安全理事会)"
_ZH_REVISED = r"\[?\s*(?:本?(?:决议|决定))?(?P<revised>(?:草案)?经?口头(?:修正|订正|修订)(?:后|的(?:本|该)?(?:决议|决定))?，?)?\s*"
_ZH_AS_FOLLOWS = r"(?:。|；|，)?(?:表决情况如下|表决结果如下)?\s*[：:]?\s*\]?"

CHINESE = Form(
    language="zh",
    names={HRC: "人权理事会", GA: "大会", SC: "安全理事会"},
    inflected={},
    chapeaux={"人权理事会，": HRC, "大会，": GA, "安全理事会，": SC},
    session=re.compile(r"第(?P<number>[〇一二三四五六七八九十百]+|\d+)届(?:(?P<emergency>紧急特别)|(?P<special>特别))?会议"),
    session_dates=re.compile(
        r"(?P<y1>\d{4})年(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日(?:(?:至|和|-|—|–)(?:(?P<y2>\d{4})年)?(?:(?P<m2>\d{1,2})月)?(?P<d2>\d{1,2})日)?"
    ),
    months={},
    agenda_item=re.compile(r"议程项目\s*(?P<number>\d+)(?:\s*[(（]\w+[)）])*(?:[、和]\s*\d+(?:\s*[(（]\w+[)）])*)*"),
    adopted_by={
        Kind.RESOLUTION: re.compile(
            rf"(?:{_ZH_DATE}\s*)?{_ZH_BODIES}\s*(?:通过的)?决议|(?P<body_>人权理事会|大会)\s*"
            r"(?P<y_>\d{4})\s*年\s*(?P<m_>\d{1,2})\s*月\s*(?P<d_>\d{1,2})\s*日\s*通过的决议"
        ),
        Kind.DECISION: re.compile(rf"{_ZH_BODIES}\s*(?:{_ZH_DATE}\s*)?通过的决定"),
        Kind.STATEMENT: re.compile(rf"(?:{_ZH_BODIES}\s*(?:{_ZH_DATE}\s*)?(?:通过的)?)?主席(?:的)?声明"),
    },
    introduction=re.compile(r".*(?:人权理事会|理事会).*(?:决定通过以下案文|通过了?以下决定|发表了?(?:如下|以下)声明|作出如下决定)[：:]"),
    council_number=re.compile(r"第\s*(?P<number>\d+)\s*[(（](?P<year>\d{4})[)）]\s*号决议"),
    council_adopted=re.compile(rf"{_ZH_DATE}(?P<body>安全理事会)(?P<meeting>第\s*\d+\s*次会议)通过"),
    ends={"PP": "，：", "OP": "；：", "last": "。"},
    date=re.compile(_ZH_DATE),
    meeting=re.compile(r"第\s*(?P<number>\d+)\s*次(?:全体)?会议"),
    tallies=(
        re.compile(
            _ZH_REVISED + r"(?:经|进行)?(?:记录)?(?:表决)?，?(?:结果)?以\s*(?P<yes>\d+)\s*票(?:赞成)?(?:对|、|，)\s*"
            r"(?:(?P<no>\d+|零)\s*票(?:反对)?|无(?:人|票)?反对票?|没有反对票)"
            r"(?:(?:、|，|和)\s*(?:(?P<abstain>\d+|零)\s*票弃权|无(?:人|票)?弃权票?|没有弃权票))?(?:的?(?:记录)?表决(?:结果)?)?(?:获得|获)?(?:通过)(?:了(?:经口头(?:修正|订正)的)?(?:本|该)?决议)?"
            + _ZH_AS_FOLLOWS
        ),
    ),
    without_a_vote=re.compile(_ZH_REVISED + r"未经表决(?:获得)?通过。?\]?"),
    votes={"赞成": Vote.YES, "赞成者": Vote.YES, "反对": Vote.NO, "反对者": Vote.NO, "弃权": Vote.ABSTAIN, "弃权者": Vote.ABSTAIN},
    nobody=frozenset({"无", "没有"}),
    separator="、",
    conjunctions=("和",),
    annex=re.compile(r"附件\s*(?P<number>[一二三四五六七八九十]+|\d+)?(?:\s+(?P<title>\S.*))?"),
    heading=re.compile(r"(?:[一二三四五六七八九十]+、?|第[一二三四五六七八九十]+[部章]分?|[IVX]+|[A-Z])(?:[.．、]?\s*(?:(?<=[.．、\s分章]).+)?)?"),
)

# --- what languages with words for months have in common ---------------------------------------------


def _dates(day: str, month: str, year: str, to: str, before: str = "") -> re.Pattern[str]:
    """The days of a session: one, two of a month, of two months, or of two years."""

    def one(n: int, need: str) -> str:
        m, y = f"(?P<m{n}>{month})", f"(?P<y{n}>{year})"
        rest = f"(?:{m})?(?:{y})?" if not need else f"{m}{y}"
        return f"(?P<d{n}>{day}){rest}"

    return _compile(rf"{before}(?:{one(1, '')}\s*(?:{to})\s*)?{one(2, 'all')}")


def _months(*rows: str) -> dict[str, int]:
    return {name: number for number, row in enumerate(rows, 1) for name in row.split("|")}


_ROMAN_HEADING = r"(?:[IVX]+|[A-Z])(?:[.．]?(?:\s+.+)?)"

# --- English --------------------------------------------------------------------------------------------

_EN_MONTHS = _months("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_EN_DATE = r"(?P<d>\d{1,2}) (?P<m>[A-Za-z]+) (?P<y>\d{4})"
_EN_BODIES = "(?P<body>Human Rights Council|General Assembly|Security Council)"
_EN_ORAL = r"(?:,? as orally (?:revised|amended|corrected|modified),?)"
_EN_N = r"\d+|none|no|one"
_EN_FOLLOWS = r"\.?(?: The voting was as follows:?| The result of the vote was as follows:?)?\]?"

ENGLISH = Form(
    language="en",
    names={HRC: "Human Rights Council", GA: "General Assembly", SC: "Security Council"},
    inflected={},
    chapeaux={"The Human Rights Council,": HRC, "The General Assembly,": GA, "The Security Council,": SC},
    session=_compile(r"(?P<number>[a-z]+(?:-[a-z]+)?|\d+(?:st|nd|rd|th)) (?:(?P<emergency>emergency special) |(?P<special>special) )?session"),
    session_dates=_dates(r"\d{1,2}", r" [A-Za-z]+", r",? \d{4}", r"[-–—]|to|and"),
    months=_EN_MONTHS,
    agenda_item=_compile(r"Agenda items? (?P<number>\d+)(?: ?\(\w+\))*(?:(?:, | and )(?:\d+)?(?: ?\(\w+\))*)*"),
    adopted_by={
        Kind.RESOLUTION: _compile(rf"Resolution adopted by the {_EN_BODIES}(?:,? on {_EN_DATE})?"),
        Kind.DECISION: _compile(rf"Decision adopted by the {_EN_BODIES}(?:,? on {_EN_DATE})?"),
        Kind.STATEMENT: _compile(
            rf"(?:President's statement|Statement by the President|Presidential statement)(?: (?:adopted by|of) the {_EN_BODIES})?(?:,? on {_EN_DATE})?"
        ),
    },
    introduction=_compile(r"At (?:its|the) .+ meeting.*(?:adopt the following text|adopted the following (?:text|decision)|made the following statement):"),
    council_number=_compile(r"Resolution (?P<number>\d+) \((?P<year>\d{4})\)"),
    council_adopted=_compile(rf"Adopted by the (?P<body>Security Council) at its (?P<meeting>\d+(?:st|nd|rd|th) meeting),? on {_EN_DATE}"),
    ends={"PP": ",:", "OP": ";:", "last": "."},
    date=_compile(_EN_DATE),
    meeting=_compile(r"(?P<number>\d+)(?:st|nd|rd|th) (?:plenary )?meeting"),
    tallies=(
        _compile(
            rf"\[?(?:The )?(?:(?:draft )?(?:Resolution|Decision) )?(?:was )?adopted(?P<revised>{_EN_ORAL})?,? by a "
            rf"(?:recorded |roll-call )?vote of (?P<yes>{_EN_N})(?: votes?)?(?: in favour)?"
            rf"(?: to|,)? (?P<no>{_EN_N})(?: votes?)?(?: against)?(?:,? (?:with|and) "
            rf"(?P<abstain>{_EN_N}) abstentions?|,? with none abstaining)?(?P<revised_>{_EN_ORAL})?{_EN_FOLLOWS}"
        ),
    ),
    without_a_vote=_compile(rf"\[?(?:(?:Resolution|Decision) )?adopted(?P<revised>{_EN_ORAL})?,? without a vote(?P<revised_>{_EN_ORAL})?\.?\]?"),
    votes={
        "in favour": Vote.YES,
        "in favor": Vote.YES,
        "against": Vote.NO,
        "abstaining": Vote.ABSTAIN,
        "abstentions": Vote.ABSTAIN,
        "abstained": Vote.ABSTAIN,
    },
    nobody=frozenset({"none", "none."}),
    separator=",",
    conjunctions=(" and ",),
    annex=_compile(r"Annex(?: (?P<number>[IVX]+|\d+|[A-Z]))?(?:(?:\.|:| [-–—]) (?P<title>\S.*))?"),
    heading=re.compile(rf"{_ROMAN_HEADING}|(?:Part|Section|Chapter) (?:[IVX]+|\d+|[A-Z]|[a-z]+)(?:[.:]?(?: .+)?)?"),
)

# --- French ---------------------------------------------------------------------------------------------

_FR_MONTHS = _months(
    "janvier", "février|fevrier", "mars", "avril", "mai", "juin", "juillet", "août|aout", "septembre", "octobre", "novembre", "décembre|decembre"
)
_FR_DATE = r"(?P<d>\d{1,2})(?:er)? (?P<m>[^\W\d]+) (?P<y>\d{4})"
_FR_BODIES = "(?:le |la |l')(?P<body>Conseil des droits de l'homme|Assemblée générale|Conseil de sécurité)"
_FR_ORAL = r"(?:,? (?:telle? que |tel que )?(?:révisée?|modifiée?|amendée?|corrigée?) oralement,?)"
_FR_N = r"\d+|zéro|une|aucune?"
_FR_RECORDED = r"(?:,? (?:à l'issue d'un|par) vote enregistré,?|,? au scrutin enregistré,?)?"
_FR_FOLLOWS = r"\.?(?: Les voix se sont réparties comme suit ?:?| Le résultat du vote (?:est|a été) le suivant ?:?)?\]?"

FRENCH = Form(
    language="fr",
    names={HRC: "Conseil des droits de l'homme", GA: "Assemblée générale", SC: "Conseil de sécurité"},
    inflected={},
    chapeaux={"Le Conseil des droits de l'homme,": HRC, "L'Assemblée générale,": GA, "Le Conseil de sécurité,": SC},
    session=_compile(
        r"(?P<number>[^\W\d]+(?:[- ](?:et )?[^\W\d]+)*?|\d+(?:e|re|ère|ème)) session(?: (?:"
        r"(?P<emergency>extraordinaire d'urgence)|(?P<special>extraordinaire|spéciale)))?"
    ),
    session_dates=_dates(r"\d{1,2}(?:er)?", r" [^\W\d]+", r" \d{4}", r"[-–—]|au|et", r"(?:Du )?"),
    months=_FR_MONTHS,
    agenda_item=_compile(r"Points? (?P<number>\d+)(?: ?[a-z]\)| ?\(\w+\))*(?:(?:, | et )(?:\d+)?(?: ?[a-z]\)| ?\(\w+\))*)* de l'ordre du jour"),
    adopted_by={
        Kind.RESOLUTION: _compile(rf"Résolution adoptée par {_FR_BODIES}(?:,? le {_FR_DATE})?"),
        Kind.DECISION: _compile(rf"Décision adoptée par {_FR_BODIES}(?:,? le {_FR_DATE})?"),
        Kind.STATEMENT: _compile(
            rf"Déclaration (?:du Président|de la Présidente|de la présidence)(?: "
            rf"(?:adoptée par|de) {_FR_BODIES})?(?:,? le {_FR_DATE})?"
        ),
    },
    introduction=_compile(
        r"À (?:sa|la) .+ séance.*(?:adopt\w+ le texte ci-après|adopt\w+ la décision "
        r"(?:suivante|ci-après)|fait la déclaration (?:suivante|ci-après)) ?:"
    ),
    council_number=_compile(r"Résolution (?P<number>\d+) \((?P<year>\d{4})\)"),
    council_adopted=_compile(rf"Adoptée par le (?P<body>Conseil de sécurité) à sa (?P<meeting>\d+(?:e|re|ère|ème) séance),? le {_FR_DATE}"),
    ends={"PP": ",:", "OP": ";:", "last": "."},
    date=_compile(_FR_DATE),
    meeting=_compile(r"(?P<number>\d+)(?:e|re|ère|ème) séance(?: plénière)?"),
    tallies=(
        _compile(
            rf"\[?(?:(?:Résolution|Décision) )?adoptée?(?P<revised>{_FR_ORAL})?{_FR_RECORDED},? par (?P<yes>{_FR_N}) voix(?: pour)?"
            rf"(?: contre|,)? (?P<no>{_FR_N})(?: voix)?(?: contre)?"
            rf"(?:,? (?:avec|et) (?P<abstain>{_FR_N}) abstentions?|,? sans abstention)?{_FR_RECORDED}(?P<revised_>{_FR_ORAL})?{_FR_FOLLOWS}"
        ),
        _compile(
            rf"\[?adoptée?{_FR_RECORDED},? par (?P<yes>{_FR_N}) voix,? sans (?:opposition|voix contre)(?:,? (?:avec|et) "
            rf"(?P<abstain>{_FR_N}) abstentions?)?{_FR_RECORDED}{_FR_FOLLOWS}"
        ),
    ),
    without_a_vote=_compile(
        rf"\[?(?:(?:Résolution|Décision) )?adoptée?(?P<revised>{_FR_ORAL})?,? (?:sans vote|sans être mise aux voix)(?P<revised_>{_FR_ORAL})?\.?\]?"
    ),
    votes={
        "ont voté pour": Vote.YES,
        "a voté pour": Vote.YES,
        "pour": Vote.YES,
        "voix pour": Vote.YES,
        "ont voté contre": Vote.NO,
        "a voté contre": Vote.NO,
        "contre": Vote.NO,
        "voix contre": Vote.NO,
        "se sont abstenus": Vote.ABSTAIN,
        "s'est abstenu": Vote.ABSTAIN,
        "s'est abstenue": Vote.ABSTAIN,
        "se sont abstenues": Vote.ABSTAIN,
        "abstentions": Vote.ABSTAIN,
        "abstention": Vote.ABSTAIN,
    },
    nobody=frozenset({"néant", "néant.", "aucun", "aucune", "aucun.", "aucune."}),
    separator=",",
    conjunctions=(" et ",),
    annex=_compile(r"Annexe(?: (?P<number>[IVX]+|\d+|[A-Z]))?(?:(?:\.| ?:| [-–—]) (?P<title>\S.*))?"),
    heading=re.compile(
        rf"{_ROMAN_HEADING}|(?:Partie|Section|Chapitre) (?:[IVX]+|\d+|[A-Z])(?:[.]?(?: .+)?)?|"
        rf"(?:Première|Deuxième|Troisième) partie(?: .+)?"
    ),
)

# --- Spanish --------------------------------------------------------------------------------------------

_ES_MONTHS = _months("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre|setiembre", "octubre", "noviembre", "diciembre")
_ES_DATE = r"(?P<d>\d{1,2})(?:º|°)? de (?P<m>[a-z]+) de (?P<y>\d{4})"
_ES_BODIES = "(?:el|la) (?P<body>Consejo de Derechos Humanos|Asamblea General|Consejo de Seguridad)"
_ES_ORAL = r"(?:,? (?:en su forma |tal como fue |con las revisiones )?(?:oralmente )?(?:revisada|enmendada|corregida)(?: oralmente)?,?)"
_ES_N = r"\d+|ninguno|ninguna|cero|un|una"
_ES_FOLLOWS = r"\.?(?: El resultado de la votación (?:fue|es) el siguiente:?)?\]?"

SPANISH = Form(
    language="es",
    names={HRC: "Consejo de Derechos Humanos", GA: "Asamblea General", SC: "Consejo de Seguridad"},
    inflected={},
    chapeaux={"El Consejo de Derechos Humanos,": HRC, "La Asamblea General,": GA, "El Consejo de Seguridad,": SC},
    session=_compile(
        r"(?P<number>\d+ ?(?:º|°|er|o)?\.?|[^\W\d]+(?: [^\W\d]+)?) per[ií]odo (?:"
        r"(?P<emergency>extraordinario de sesiones de emergencia)|(?P<special>extraordinario de sesiones)|de sesiones)"
    ),
    session_dates=_dates(r"\d{1,2}(?:º|°)?", r" de [a-z]+", r" de \d{4}", r"[-–—]|al?|y", r"(?:Del )?"),
    months=_ES_MONTHS,
    agenda_item=_compile(r"Temas? (?P<number>\d+)(?: ?[a-z]\)| ?\(\w+\))*(?:(?:, | y )(?:\d+)?(?: ?[a-z]\)| ?\(\w+\))*)* (?:de la agenda|del programa)"),
    adopted_by={
        Kind.RESOLUTION: _compile(rf"Resolución aprobada por {_ES_BODIES}(?:,? el {_ES_DATE})?"),
        Kind.DECISION: _compile(rf"Decisión aprobada por {_ES_BODIES}(?:,? el {_ES_DATE})?"),
        Kind.STATEMENT: _compile(
            rf"Declaración (?:del Presidente|de la Presidenta|de la Presidencia)(?: "
            rf"(?:aprobada por|de) {_ES_BODIES})?(?:,? el {_ES_DATE})?"
        ),
    },
    introduction=_compile(r"En su .+ sesión.*(?:aprob\w+ el (?:siguiente texto|texto siguiente)|la siguiente de(?:cisión|claración)):"),
    council_number=_compile(r"Resolución (?P<number>\d+) \((?P<year>\d{4})\)"),
    council_adopted=_compile(rf"Aprobada por el (?P<body>Consejo de Seguridad) en su (?P<meeting>\d+ ?(?:ª|a)\.? sesión),? celebrada el {_ES_DATE}"),
    ends={"PP": ",:", "OP": ";:", "last": "."},
    date=_compile(_ES_DATE),
    meeting=_compile(r"(?P<number>\d+) ?(?:ª|a)\.? sesión(?: plenaria)?"),
    tallies=(
        _compile(
            rf"\[?(?:(?:Resolución|Decisión) )?aprobada(?P<revised>{_ES_ORAL})?,? (?:en|por|mediante) votación "
            rf"(?:registrada|nominal)(?P<revised_>{_ES_ORAL})?,? (?:por|de) (?P<yes>{_ES_N}) votos?(?: a favor)?"
            rf"(?:,| contra)? (?P<no>{_ES_N})(?: votos?)?(?: en contra)?(?:,? (?:y|con) (?P<abstain>{_ES_N}) abstenci"
            rf"(?:ón|ones)|,? sin abstenciones)?{_ES_FOLLOWS}"
        ),
    ),
    without_a_vote=_compile(
        rf"\[?(?:(?:Resolución|Decisión) )?aprobada(?P<revised>{_ES_ORAL})?,? sin (?:someterse a )?votación"
        rf"(?P<revised_>{_ES_ORAL})?\.?\]?"
    ),
    votes={
        "votos a favor": Vote.YES,
        "a favor": Vote.YES,
        "votos en contra": Vote.NO,
        "en contra": Vote.NO,
        "abstenciones": Vote.ABSTAIN,
        "abstención": Vote.ABSTAIN,
    },
    nobody=frozenset({"ninguno", "ninguna", "ninguno.", "ninguna."}),
    separator=",",
    conjunctions=(" y ", " e "),
    annex=_compile(r"Anexo(?: (?P<number>[IVX]+|\d+|[A-Z]))?(?:(?:\.|:| [-–—]) (?P<title>\S.*))?"),
    heading=re.compile(rf"{_ROMAN_HEADING}|(?:Parte|Sección|Capítulo) (?:[IVX]+|\d+|[A-Z])(?:[.]?(?: .+)?)?"),
)

# --- Russian --------------------------------------------------------------------------------------------

_RU_MONTHS = _months("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря")
_RU_DATE = r"(?P<d>\d{1,2}) (?P<m>[а-я]+) (?P<y>\d{4}) (?:года|г\.)"
_RU_BODIES = "(?P<body>Советом по правам человека|Генеральной Ассамблеей|Советом Безопасности|Совета по правам человека)"
_RU_ORAL = r"(?:,? с (?:внесенными в не[её] )?устными (?:изменениями|поправками|исправлениями),?)"
_RU_N = r"\d+|нуле|ноль"
_RU_FOLLOWS = r"\.?(?: Голоса распределились следующим образом:?| Результаты голосования:?)?\]?"

RUSSIAN = Form(
    language="ru",
    names={HRC: "Совет по правам человека", GA: "Генеральная Ассамблея", SC: "Совет Безопасности"},
    inflected={
        "Советом по правам человека": HRC,
        "Совета по правам человека": HRC,
        "Генеральной Ассамблеей": GA,
        "Советом Безопасности": SC,
    },
    chapeaux={"Совет по правам человека,": HRC, "Генеральная Ассамблея,": GA, "Совет Безопасности,": SC},
    session=_compile(r"(?P<number>[а-яё]+(?: [а-яё]+)?|\d+-я)(?: (?:(?P<emergency>чрезвычайная специальная)|(?P<special>специальная)))? сессия"),
    session_dates=_dates(r"\d{1,2}", r" [а-я]+", r" \d{4}(?: года| г\.)?", r"[-–—]|и|по"),
    months=_RU_MONTHS,
    agenda_item=_compile(r"Пункты? (?P<number>\d+)(?: ?[a-zа-я]\)| ?\(\w+\))*(?:(?:, | и )(?:\d+)?(?: ?[a-zа-я]\)| ?\(\w+\))*)* повестки дня"),
    adopted_by={
        Kind.RESOLUTION: _compile(rf"Резолюция, принятая {_RU_BODIES}(?: {_RU_DATE})?"),
        Kind.DECISION: _compile(rf"Решение, принятое {_RU_BODIES}(?: {_RU_DATE})?"),
        Kind.STATEMENT: _compile(rf"Заявление Председателя(?: (?:принятое )?{_RU_BODIES})?(?:,? (?:от )?{_RU_DATE})?"),
    },
    introduction=_compile(r"На (?:сво[её]м )?.+ заседании.*(?:следующий текст|следующее решение|следующим заявлением|следующее заявление):"),
    council_number=_compile(r"Резолюция (?P<number>\d+) \((?P<year>\d{4})\),?"),
    council_adopted=_compile(rf"принятая (?P<body>Советом Безопасности) на его (?P<meeting>\d+-м заседании),? {_RU_DATE}"),
    ends={"PP": ",:", "OP": ";:", "last": "."},
    date=_compile(_RU_DATE),
    meeting=_compile(r"(?P<number>\d+)-е (?:пленарное )?заседание,?"),
    tallies=(
        _compile(
            rf"\[?(?:(?:Резолюция|Решение) )?принят[ао](?P<revised>{_RU_ORAL})?(?: в результате)? заносим"
            rf"(?:ого|ым) в отч[её]т о заседании голосовани(?:я|ем),? (?P<yes>{_RU_N}) голос(?:ами|ом|ов|а)?"
            rf"(?: за)?(?: против|,)? (?P<no>{_RU_N})(?: против)?(?:,? при (?P<abstain>{_RU_N}) воздержавш"
            rf"(?:ихся|емся)|,? при отсутствии воздержавшихся)?(?P<revised_>{_RU_ORAL})?{_RU_FOLLOWS}"
        ),
    ),
    without_a_vote=_compile(rf"\[?(?:(?:Резолюция|Решение) )?принят[ао](?P<revised>{_RU_ORAL})? без голосования(?P<revised_>{_RU_ORAL})?\.?\]?"),
    votes={
        "голосовали за": Vote.YES,
        "за": Vote.YES,
        "голосовали против": Vote.NO,
        "против": Vote.NO,
        "воздержались": Vote.ABSTAIN,
        "воздержалась": Vote.ABSTAIN,
    },
    nobody=frozenset({"никто", "никто.", "нет", "нет."}),
    separator=",",
    conjunctions=(" и ",),
    annex=_compile(r"Приложение(?: (?P<number>[IVX]+|\d+|[A-Z]))?(?:(?:\.|:| [-–—]) (?P<title>\S.*))?"),
    heading=re.compile(rf"{_ROMAN_HEADING}|(?:Часть|Раздел|Глава) (?:[IVX]+|\d+|[A-Z])(?:[.]?(?: .+)?)?"),
)

# --- Arabic ---------------------------------------------------------------------------------------------

_AR_MONTHS = _months(
    "كانون الثاني/يناير|يناير", "شباط/فبراير|فبراير", "آذار/مارس|مارس", "نيسان/أبريل|أبريل", "أيار/مايو|مايو", "حزيران/يونيه|حزيران/يونيو|يونيه|يونيو",
    "تموز/يوليه|تموز/يوليو|يوليه|يوليو", "آب/أغسطس|أغسطس", "أيلول/سبتمبر|سبتمبر", "تشرين الأول/أكتوبر|أكتوبر", "تشرين الثاني/نوفمبر|نوفمبر",
    "كانون الأول/ديسمبر|ديسمبر",
)  # fmt: skip
_AR_MONTH = "|".join(sorted(map(re.escape, _AR_MONTHS), key=len, reverse=True))
_AR_DATE = rf"(?P<d>\d{{1,2}}) (?P<m>{_AR_MONTH}) (?P<y>\d{{4}})"
_AR_BODIES = "(?P<body>مجلس حقوق الإنسان|الجمعية العامة|مجلس الأمن)"
_AR_ORAL = r"(?:،? بصيغته[ام]*،? (?:المنقحة|المعدلة|المصوبة) شفويا،?)"
_AR_FOLLOWS = r"\.?(?: وكانت نتيجة التصويت (?:كما يلي|على النحو التالي):?)?\]?"

ARABIC = Form(
    language="ar",
    names={HRC: "مجلس حقوق الإنسان", GA: "الجمعية العامة", SC: "مجلس الأمن"},
    inflected={},
    chapeaux={"إن مجلس حقوق الإنسان،": HRC, "إن الجمعية العامة،": GA, "إن مجلس الأمن،": SC},
    session=_compile(r"الدورة (?:(?P<emergency>الاستثنائية الطارئة) |(?P<special>الاستثنائية) )?(?P<number>\S+(?: \S+)?)"),
    session_dates=_dates(r"\d{1,2}", rf" (?:{_AR_MONTH})", r" \d{4}", r"[-–—]|إلى|و"),
    months=_AR_MONTHS,
    agenda_item=_compile(r"(?:البند|البندان|البنود) (?P<number>\d+)(?: ?\(\w+\))*(?:(?:،| و) ?\d+(?: ?\(\w+\))*)* من جدول الأعمال"),
    adopted_by={
        Kind.RESOLUTION: _compile(rf"(?:قرار اعتمده|قرار اتخذته|قرار اتخذه) {_AR_BODIES}(?: في {_AR_DATE})?"),
        Kind.DECISION: _compile(rf"(?:مقرر اعتمده|مقرر اتخذه) {_AR_BODIES}(?: في {_AR_DATE})?"),
        Kind.STATEMENT: _compile(rf"بيان (?:من )?(?:الرئيس|الرئيسة|رئيس)(?: {_AR_BODIES})?(?: في {_AR_DATE})?"),
    },
    introduction=_compile(r".+جلسته.*(?:النص التالي|المقرر التالي|البيان التالي):"),
    council_number=_compile(r"القرار (?P<number>\d+) \((?P<year>\d{4})\)"),
    council_adopted=_compile(rf"الذي اتخذه (?P<body>مجلس الأمن) في (?P<meeting>جلسته \d+)،? المعقودة في {_AR_DATE}"),
    ends={"PP": "،:", "OP": "؛:", "last": "."},
    date=_compile(_AR_DATE),
    meeting=_compile(r"الجلسة (?:العامة )?(?P<number>\d+)"),
    tallies=(
        _compile(
            rf"\[?اعتمد(?:ت)?(?: القرار| المقرر)?(?P<revised>{_AR_ORAL})? بتصويت مسجل(?: بأغلبية)? (?P<yes>\d+) "
            rf"(?:صوتا|أصوات|صوت) مقابل (?P<no>\d+|لا شيء)(?: صوتا| أصوات| صوت)?"
            rf"(?:،? (?:مع )?و?امتناع (?P<abstain>\d+)(?: عضوا| أعضاء| عضو| دولة| دول)? عن التصويت)?{_AR_FOLLOWS}"
        ),
    ),
    without_a_vote=_compile(rf"\[?اعتمد(?:ت)?(?: القرار| المقرر)?(?P<revised>{_AR_ORAL})? (?:بدون|دون) تصويت\.?\]?"),
    votes={"المؤيدون": Vote.YES, "المعارضون": Vote.NO, "الممتنعون": Vote.ABSTAIN, "الممتنعون عن التصويت": Vote.ABSTAIN},
    nobody=frozenset({"لا أحد", "لا أحد.", "لا يوجد"}),
    separator="،",
    conjunctions=(" و",),
    annex=_compile(r"(?:ال)?مرفق(?: (?P<number>الأول|الثاني|الثالث|الرابع|\d+))?(?:: (?P<title>\S.*))?"),
    heading=re.compile(r"(?:[IVX]+|(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا)ً?|[أ-ي])(?:\s*[-–.]\s*.+)?"),
)

# --- all ------------------------------------------------------------------------------------------------

FORMS = {form.language: form for form in (CHINESE, ENGLISH, FRENCH, SPANISH, RUSSIAN, ARABIC)}
"""The forms that can be read, by the language in a file's name (``A_HRC_RES_56_4.zh.txt``)."""

SYMBOLS = {
    (HRC, Kind.RESOLUTION): "A/HRC/RES/{number}",
    (HRC, Kind.DECISION): "A/HRC/DEC/{number}",
    (HRC, Kind.STATEMENT): "A/HRC/PRST/{number}",
    (GA, Kind.RESOLUTION): "A/RES/{number}",
    (SC, Kind.RESOLUTION): "S/RES/{number}",
}
"""How the symbol of a text is made from its number, body by body and kind by kind."""
