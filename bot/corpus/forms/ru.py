"""How texts are worded in Russian."""

from __future__ import annotations

import re

from bot.corpus.forms.common import (
    ECOSOC,
    ENGLISH_MASTHEAD,
    GA,
    HRC,
    ROMAN_HEADING,
    SC,
    Form,
    compiled,
    dates,
    months,
    names_of,
)
from bot.resolution import DocumentKind, Vote

_RU_MONTHS = months(
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"
)
_RU_DATE = r"(?P<d>\d{1,2}) (?P<m>[а-я]+) (?P<y>\d{4}) (?:года|г\.)"
_RU_BODIES = (
    "(?P<body>Советом по правам человека|Генеральной Ассамблеей|Советом Безопасности"
    "|Экономическим и Социальным Советом|Совета по правам человека)"
)
_RU_ORAL = r"(?:,? с (?:внесенными в не[её] )?устными (?:изменениями|поправками|исправлениями),?)"
_RU_N = r"\d+|нуле|ноль"
_RU_SEE = r"(?: См\. [^\[\]]{1,120})?"
"""Where the report says more: See chap. VII."""
_RU_FOLLOWS = rf"\.?(?:(?: Голоса распределились|,) следующим образом:?| Результаты голосования:?)?{_RU_SEE}\]?"

RUSSIAN = Form(
    language="ru",
    names={
        HRC: "Совет по правам человека",
        GA: "Генеральная Ассамблея",
        SC: "Совет Безопасности",
        ECOSOC: "Экономический и Социальный Совет",
    },
    inflected={
        "Советом по правам человека": HRC,
        "Совета по правам человека": HRC,
        "Генеральной Ассамблеей": GA,
        "Советом Безопасности": SC,
        "Экономическим и Социальным Советом": ECOSOC,
    },
    chapeaux={
        "Совет по правам человека,": HRC,
        "Генеральная Ассамблея,": GA,
        "Совет Безопасности,": SC,
        "Экономический и Социальный Совет,": ECOSOC,
    },
    session=compiled(
        r"(?P<number>[а-яё]+(?: [а-яё]+)??|\d+-я)(?: (?:(?P<emergency>чрезвычайная специальная)"
        r"|(?P<special>специальная)|очередная))? сессия"
        r"|(?:Возобновленная )?(?:основная |организационная )?сессия (?P<number_>\d{4}) (?:года|г\.)"
    ),
    session_dates=dates(r"\d{1,2}", r" [а-я]+", r" \d{4}(?: года| г\.)?", r"[-–—]|и|по"),
    months=_RU_MONTHS,
    agenda_item=compiled(
        r"Пункты? (?P<number>\d+)(?: ?[a-zа-я]\)| ?\(\w+\))*(?:(?:, | и )(?:\d+)?(?: ?[a-zа-я]\)| ?\(\w+\))*)* "
        r"повестки дня"
    ),
    adopted_by={
        DocumentKind.RESOLUTION: compiled(rf"Резолюция, принятая {_RU_BODIES}(?: {_RU_DATE})?"),
        DocumentKind.DECISION: compiled(rf"Решение, принятое {_RU_BODIES}(?: {_RU_DATE})?"),
        DocumentKind.STATEMENT: compiled(
            rf"Заявление Председателя(?: (?:принятое )?{_RU_BODIES})?(?:,? (?:от )?{_RU_DATE})?"
        ),
    },
    introduction=compiled(
        r"На (?:сво[её]м )?.+ заседании.*(?:следующий текст|следующее решение|следующим заявлением|следующее "
        r"заявление)(?: от имени [^:]{1,60})?:"
    ),
    council_number=compiled(r"Резолюция (?P<number>\d+) \((?P<year>\d{4})\),?"),
    council_heading="Резолюция {number} ({year})",
    council_adopted=compiled(
        rf"принятая (?P<body>Советом Безопасности) на его (?P<meeting>\d+-м заседании),? {_RU_DATE}"
    ),
    ends={"PP": ",:", "OP": ";:", "last": "."},
    date=compiled(_RU_DATE),
    meeting=compiled(r"(?P<number>\d+)-[ем] (?:пленарн(?:ое|ом) )?заседани[еи],?"),
    tallies=(
        compiled(
            rf"\[?(?:(?:Резолюция|Решение) )?принят[ао](?P<revised>{_RU_ORAL})?"
            rf"(?:(?: в результате| пут[её]м(?: проведения)?)? (?:заносим(?:ого|ым) в отч[её]т о заседании "
            rf"|поименн(?:ого|ым) )голосовани(?:я|ем))?,? (?P<yes>{_RU_N}) голос(?:ами|ом|ов|а)?"
            rf"(?: за)?(?: против|,)? (?P<no>{_RU_N})(?: против)?(?:,? при (?P<abstain>{_RU_N}) воздержавш"
            rf"(?:ихся|емся)|,? при отсутствии воздержавшихся)?(?P<revised_>{_RU_ORAL})?{_RU_FOLLOWS}"
        ),
        compiled(
            rf"\[?(?:Заносимое в отч[её]т о заседании голосование: )?(?P<yes>\d+)(?: голос(?:ами|ом|ов|а)?)?"
            rf"(?: за,| против)"
            rf" (?P<no>{_RU_N})(?: голос(?:ов|а)?)?(?: против)?"
            rf"(?:,?(?: и| при)? (?P<abstain>{_RU_N}) воздержавш(?:ихся|емся|ийся))?{_RU_FOLLOWS}"
        ),
    ),
    without_a_vote=compiled(
        rf"\[?(?:(?:(?:Резолюция|Решение) )?принят[ао](?P<revised>{_RU_ORAL})? )?без "
        rf"голосования(?P<revised_>{_RU_ORAL})?\.?{_RU_SEE}\]?"
    ),
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
    annex=compiled(r"Приложение(?: (?P<number>[IVX]+|\d+|[A-Z]))?(?:(?:\.|:| [-–—]) (?P<title>\S.*))?"),
    heading=re.compile(rf"{ROMAN_HEADING}|(?:Часть|Раздел|Глава) (?:[IVX]+|\d+|[A-Z])(?:[.]?(?: .+)?)?"),
    chapter=re.compile(r"(?:Часть |Раздел |Глава )?(?P<number>[A-ZА-Я]|[IVX]{1,5})(?:[.．]?(?: .{1,150})?)?"),
    draft=compiled(r"(?:(?P<sponsors>.{1,3000}?) ?: ?)?(?:пересмотренный )?проект (?:резолюции|решения)(?: .{1,300})?"),
    preambular=re.compile(r"(?:[а-яё]+ )?[а-яё]+(?:я|ясь|в|вшись)\b"),
    operative=re.compile(r"(?:(?:[а-яё]{3,}о|также|далее|вновь) ){0,2}[а-яё]+(?:ет|ит|ют|ат|ется|ится)\b"),
    record_start=re.compile(r"Принят[ао] "),
    council_dated=compiled(rf"от {_RU_DATE}"),
    council_dated_number=compiled(
        rf"(?P<number>\d{{1,4}}) \((?P<year>\d{{4}})\)[.,]? ?Резолюция от {_RU_DATE}(?: \d{{1,2}})?"
    ),
    council_foot=compiled(
        rf"Принята(?P<unanimous> единогласно)?(?P<without> без голосования)? на (?P<meeting>\d{{1,5}})-м заседании"
        rf"(?P<consensus>,? консенсусом)?(?P<unanimous_> единогласно)?"
        rf"(?:,? (?P<yes>\d{{1,2}}) голос(?:ами|ом)(?: за)?"
        rf"(?:,? (?:при этом )?(?:никто не голосовал|ни одного) против|,? против (?P<no>\d{{1,2}}|нуля|одного))?"
        rf"{names_of('against')}(?:,? при (?P<abstain>\d{{1,2}}|одном) воздержавш(?:ихся|емся)"
        rf"{names_of('abstaining')})?)?"
        r"[ .]{0,4}(?P<mark>\d{1,3})?/?[ .*]{0,4}"
    ),
    council_record=re.compile(r"Принята(?: единогласно)?(?: без голосования)? на \d"),
    head_start=re.compile(r"(?:Резолюция|Решение)(?: \d|, принят)|Пункты? \d|принятая "),
    masthead_date=ENGLISH_MASTHEAD,
)
