"""How documents of other bodies than the four with forms of their own are worded: commissions, conferences, assemblies
of agencies and meetings of parties, whose heads and feet follow no common pattern.

Source: resolutions and decisions of the Commission on Human Rights and its Sub-Commission, the Commission on the Status
of Women, the World Health Assembly, the assemblies for the environment and for human settlements, the conferences of
UNESCO, the IAEA and FAO, conferences of the United Nations, and conferences of parties to treaties, as issued.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.resolution import Body

CHR, SUB_COMMISSION = Body.COMMISSION_ON_HUMAN_RIGHTS, Body.SUB_COMMISSION_ON_HUMAN_RIGHTS
CSW, WHA = Body.COMMISSION_ON_THE_STATUS_OF_WOMEN, Body.WORLD_HEALTH_ASSEMBLY
UNEA, HABITAT = Body.UN_ENVIRONMENT_ASSEMBLY, Body.UN_HABITAT_ASSEMBLY
UNESCO, IAEA, FAO = Body.UNESCO_GENERAL_CONFERENCE, Body.IAEA_GENERAL_CONFERENCE, Body.FAO_CONFERENCE

_TITLE = r"(?:(?:[:．：] ?|[.] )(?P<title>\S.*))?"
_NUMBER = (
    r"(?P<number>\d[\w./\-]*(?: ?\([A-Z0-9]+\))?|[A-Z]{1,6}[\w./\-()]*\d|[A-Z]{1,2} \d{1,4}/\d{2,4}"
    r"|(?-i:[IVXLC]{1,7})(?!\w))"
)
_ITEM = r"(?P<number>\d+)(?:[.]\d+)*(?: ?[a-z]\)| ?\(\w+\))*"
_ITEM_TOO = _ITEM.replace("number", "number_")


@dataclass(frozen=True, slots=True)
class OtherForm:
    """The phrases of one language."""

    names: dict[Body, str]
    """What the bodies that are known are called; the line that opens a preamble has the name in it."""
    opening: re.Pattern[str]
    """The line that opens a preamble. Group: name."""
    adopted: re.Pattern[str]
    """How a line begins that says when the text was adopted, or on what vote."""
    numbered: re.Pattern[str]
    """The number of the text, with a word for what it is. Groups: decision, number, title."""
    item: re.Pattern[str]
    """The agenda item, in other words than those of the four bodies. Group: number."""
    speakers: re.Pattern[str]
    """What bodies are: a word that the name of each has."""
    meeting: re.Pattern[str]
    """The meeting, by its number in figures or in words. Group: number."""


def _c(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


OTHER_FORMS = {
    "en": OtherForm(
        names={
            SUB_COMMISSION: "Sub-Commission on the Promotion and Protection of Human Rights",
            CHR: "Commission on Human Rights",
            CSW: "Commission on the Status of Women",
            WHA: "World Health Assembly",
            UNEA: "United Nations Environment Assembly",
            HABITAT: "United Nations Habitat Assembly",
            UNESCO: "General Conference of UNESCO",
            IAEA: "General Conference of the IAEA",
            FAO: "Conference of FAO",
        },
        opening=re.compile(r"T(?:he|HE) (?P<name>[A-Z][^;:]{2,240}?)[,:]"),
        adopted=_c(
            r"\(?(?:resolution |(?P<decision>decision) )?adopted (?:by|on|at|during|in|as)\b"
            r"|(?:resolution|(?P<decision_>decision)) of \d{1,2} "
        ),
        numbered=_c(rf"(?:[a-z][^.:]{{2,120}} )?(?:resolution|(?P<decision>decision)) (?:No\. )?{_NUMBER}{_TITLE}"),
        item=_c(rf"(?:(?:provisional )?agenda items? {_ITEM}|items? {_ITEM_TOO} of the agenda)"),
        speakers=_c(r"conference|assembly|council|commission|committee|board|congress|meeting|forum|parties|authority"),
        meeting=_c(r"(?P<number>\d{1,5}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?) (?:plenary )?(?:meeting|session|sitting)"),
    ),
    "fr": OtherForm(
        names={
            SUB_COMMISSION: "Sous-Commission de la promotion et de la protection des droits de l'homme",
            CHR: "Commission des droits de l'homme",
            CSW: "Commission de la condition de la femme",
            WHA: "Assemblée mondiale de la Santé",
            UNEA: "Assemblée des Nations Unies pour l'environnement",
            HABITAT: "Assemblée des Nations Unies pour l'habitat",
            UNESCO: "Conférence générale de l'UNESCO",
            IAEA: "Conférence générale de l'AIEA",
            FAO: "Conférence de la FAO",
        },
        opening=re.compile(r"L(?:a |e |es |A |E |ES |')(?P<name>[A-ZÀ-Ý\d][^;:]{2,240}?)(?:,| ?:)"),
        adopted=_c(
            r"\(?(?:résolution |(?P<decision>décision) )?adoptée? (?:par|le|à|lors|au|en|sans|sur)\b"
            r"|(?:résolution|(?P<decision_>décision)) (?:en date )?du \d"
        ),
        numbered=_c(rf"(?:résolution|(?P<decision>décision)) (?:n[°º] ?)?{_NUMBER}(?: d[^.:]{{2,120}})?{_TITLE}"),
        item=_c(rf"points? {_ITEM} de l'ordre du jour(?: provisoire)?"),
        speakers=_c(r"conférence|assemblée|conseil|commission|comité|congrès|réunion|forum|parties|autorité"),
        meeting=_c(
            r"(?P<number>\d{1,5}(?:e|re|ère|ème)|[^\W\d]+(?:[- ][^\W\d]+){0,3}?) (?:séance|réunion)(?: plénière)?"
        ),
    ),
    "es": OtherForm(
        names={
            SUB_COMMISSION: "Subcomisión de Promoción y Protección de los Derechos Humanos",
            CHR: "Comisión de Derechos Humanos",
            CSW: "Comisión de la Condición Jurídica y Social de la Mujer",
            WHA: "Asamblea Mundial de la Salud",
            UNEA: "Asamblea de las Naciones Unidas sobre el Medio Ambiente",
            HABITAT: "Asamblea de las Naciones Unidas sobre los Asentamientos Humanos",
            UNESCO: "Conferencia General de la UNESCO",
            IAEA: "Conferencia General del OIEA",
            FAO: "Conferencia de la FAO",
        },
        opening=re.compile(r"(?:L(?:a|as|os|A)|E[lL]) (?P<name>[A-ZÁÉÍÓÚ\d][^;:]{2,240}?)[,:]"),
        adopted=_c(
            r"\(?(?:resolución |(?P<decision>decisión) )?(?:aprobad|adoptad)a (?:por|el|en|sin|sobre)\b"
            r"|(?:resolución|(?P<decision_>decisión)) del? \d"
        ),
        numbered=_c(rf"(?:resolución|(?P<decision>decisión)) {_NUMBER}(?: de[^.:]{{2,120}})?{_TITLE}"),
        item=_c(rf"(?:puntos?|temas?) {_ITEM} (?:del orden del día|de la agenda|del programa)(?: provisional)?"),
        speakers=_c(r"conferencia|asamblea|consejo|comisión|comité|junta|congreso|reunión|foro|partes|autoridad"),
        meeting=_c(r"(?P<number>\d{1,5} ?\.?(?:ª|a)\.?|[^\W\d]+(?: [^\W\d]+)?) sesión(?: plenaria)?"),
    ),
    "ru": OtherForm(
        names={
            SUB_COMMISSION: "Подкомиссия по поощрению и защите прав человека",
            CHR: "Комиссия по правам человека",
            CSW: "Комиссия по положению женщин",
            WHA: "Всемирная ассамблея здравоохранения",
            UNEA: "Ассамблея Организации Объединенных Наций по окружающей среде",
            HABITAT: "Ассамблея Организации Объединенных Наций по населенным пунктам",
            UNESCO: "Генеральная конференция ЮНЕСКО",
            IAEA: "Генеральная конференция МАГАТЭ",
            FAO: "Конференция ФАО",
        },
        opening=re.compile(r"(?P<name>[А-ЯЁ\d][^;:]{2,240}?)[,:]"),
        adopted=_c(
            r"\(?(?:резолюция,? |(?P<decision>решение),? )?принят(?:[аоы]|ая|ое)\b"
            r"|(?:резолюция|(?P<decision_>решение)) от \d"
        ),
        numbered=_c(rf"(?:резолюция|(?P<decision>решение)) {_NUMBER}(?: [а-яё][^.:]{{2,120}})?{_TITLE}"),
        item=_c(rf"пункты? {_ITEM} (?:предварительной )?повестки дня"),
        speakers=_c(r"конференция|ассамблея|совет|комиссия|комитет|конгресс|совещание|форум|стороны"),
        meeting=_c(r"(?P<number>\d{1,5}-е|[а-яё]+(?: [а-яё]+)??) (?:пленарное )?(?:заседание|совещание)"),
    ),
    "ar": OtherForm(
        names={
            SUB_COMMISSION: "اللجنة الفرعية لتعزيز وحماية حقوق الإنسان",
            CHR: "لجنة حقوق الإنسان",
            CSW: "لجنة وضع المرأة",
            WHA: "جمعية الصحة العالمية",
            UNEA: "جمعية الأمم المتحدة للبيئة",
            HABITAT: "جمعية موئل الأمم المتحدة",
            UNESCO: "المؤتمر العام لليونسكو",
            IAEA: "المؤتمر العام للوكالة الدولية للطاقة الذرية",
            FAO: "مؤتمر منظمة الأغذية والزراعة",
        },
        opening=re.compile(r"(?:إن )?(?P<name>[^\W\d][^؛:]{2,240}?)[،:]"),
        adopted=re.compile(
            r"\(?(?:قرار |(?P<decision>مقرر) )?(?:اعتمد|اتخذ)"
            r"|(?:ال)?(?:قرار|(?P<decision_>مقرر)) (?:ال)?مؤرخ"
        ),
        numbered=_c(rf"(?:ال)?(?:قرار|(?P<decision>مقرر)) {_NUMBER}(?: [^.:]{{2,120}})?{_TITLE}"),
        item=_c(r"البند (?P<number>\d+)(?:[.-]\d+)*(?: ?\(\w+\))* من جدول الأعمال(?: المؤقت)?"),
        speakers=_c(r"مؤتمر|جمعية|مجلس|لجنة|اجتماع|منتدى|هيئة|اللجنة"),
        meeting=_c(r"الجلسة (?:العامة )?(?P<number>\d+|[^\W\d]+(?: [^\W\d]+)?)"),
    ),
    "zh": OtherForm(
        names={
            SUB_COMMISSION: "促进和保护人权小组委员会",
            CHR: "人权委员会",
            CSW: "妇女地位委员会",
            WHA: "世界卫生大会",
            UNEA: "联合国环境大会",
            HABITAT: "联合国人居大会",
            UNESCO: "教科文组织大会",
            IAEA: "国际原子能机构大会",
            FAO: "粮农组织大会",
        },
        opening=re.compile(r"(?P<name>[^，。；：、\s]{2,80}?)[，：]"),
        adopted=re.compile(r"[（(]?.{0,60}\d{4}\s*年.{2,12}日.{0,60}通过(?:的(?P<decision>决定))?|[（(]?通过日期"),
        numbered=re.compile(
            r"(?:[一-鿿]{2,40}?)?第?\s*(?P<number>\d[\w./\-]*)\s*号?"
            r"(?:决议|(?P<decision>决定))(?:[：: ]\s*(?P<title>\S.*))?"
            r"|(?:[一-鿿]{2,12}?)?(?:决议|(?P<decision_>决定))\s*"
            r"(?P<number_>\d[\w./\-]*|[A-Z]{1,2} \d{1,4}/\d{2,4}|[IVXLC]{1,7}(?!\w))"
            r"(?:[：: ]\s*(?P<title_>\S.*))?"
        ),
        item=re.compile(r"(?:临时)?议程项目\s*(?P<number>\d+)(?:[.]\d+)*(?:\s*[(（]\w+[)）])*"),
        speakers=_c(r"大会|会议|理事会|委员会|董事会|论坛|缔约方|执行局|管理局"),
        meeting=re.compile(r"第\s*(?P<number>[〇一二三四五六七八九十百]{1,6}|\d+)\s*次(?:全体)?会议"),
    ),
}  # fmt: skip

_UNESCO_WORDS = "Resolution|Résolution|Resolución|Резолюция|القرار|决议"
_OF_OWN = (
    r"[A-Z]{2,4}\d{1,3}\.R?\d{1,3}",  # WHA76.5
    rf"\d{{1,3}} C/(?:{_UNESCO_WORDS}) ?\d{{1,3}}",  # 42 C/Resolution 15
    r"\d{1,3}/[A-Z]{2,4}\.\d{1,3}",  # 1/CMA.5
    r"[A-Z]{1,2}\d{2}-\d{1,2}",  # A41-4
    r"[A-Z]{2,3}/RC\d{1,3}[/.]R\.?\d{1,3}",  # EM/RC52/R.12
    r"[A-Z]{1,8}(?:\(\d{1,3}\))?(?:/[A-Za-z0-9.\-]{1,16}){0,5}/(?:RES|DEC|Res|Dec|res|dec)[./][A-Za-z0-9./\-]{1,16}",
)
OWN_SYMBOL = re.compile(rf"(?!(?:A|S|E|A/HRC)/(?:RES|DEC)/)(?P<symbol>{'|'.join(_OF_OWN)})\*{{0,3}}")
"""The symbol of a resolution or decision of such a body: E/CN.4/RES/2003/5, UNEP/EA.5/Res.14, GC(67)/RES/8, WHA76.5."""
OWN_SYMBOL_IN = re.compile(rf"(?<![\w/])(?P<symbol>{'|'.join(_OF_OWN)})(?![\w/])")
"""The same within a line."""
SYMBOLS_IN_ARABIC = (
    (re.compile(r"ج ?ص ?ع ?(\d{1,3})-(\d{1,3})"), "WHA{}.{}"),
    (re.compile(r"ش ?م ?/ ?ل ?إ ?(\d{1,3}) ?/ ?ق ?[-.] ?(\d{1,3})"), "EM/RC{}/R.{}"),
)
"""The symbols that Arabic documents print in Arabic letters, and what they are elsewhere."""
CONFERENCES = {
    "ILC": (
        "International Labour Organi", "Organisation internationale du Travail",
        "Organización Internacional del Trabajo", "Международной организации труда", "منظمة العمل الدولية",
        "国际劳工组织",
    ),
}  # fmt: skip
"""Conferences whose texts have but a number, by the sign before the session in their documents: what the line that
opens a preamble calls them."""

OTHER_SYMBOL = re.compile(
    rf"(?!(?:A|S|E|A/HRC)/(?:RES|DEC|PRST)/)(?=[^\d]*\d)(?P<symbol>{'|'.join(_OF_OWN)}"
    r"|[A-Z]{1,8}\d{0,3}(?:\(\d{1,3}\))?(?:/[A-Za-z0-9.\-]{1,16}(?:\(\d{1,3}\))?){1,7}"
    r"|[A-Z]{1,4} \d{4}/[A-Z0-9./]{1,12})\*{0,3}"
)
"""The symbol of any document of such a body."""
