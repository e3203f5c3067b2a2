"""The fixed phrases around the text of a resolution, in the six official languages: what is furniture, what begins a line.

Source: documents of the Human Rights Council, the General Assembly and the Security Council as issued.
"""

from __future__ import annotations

import re

ORGANS = {
    "zh": ("人权理事会", "大会", "安全理事会", "经济及社会理事会"),
    "en": ("Human Rights Council", "General Assembly", "Security Council", "Economic and Social Council"),
    "fr": ("Conseil des droits de l’homme", "Assemblée générale", "Conseil de sécurité", "Conseil économique et social"),
    "es": ("Consejo de Derechos Humanos", "Asamblea General", "Consejo de Seguridad", "Consejo Económico y Social"),
    "ru": ("Совет по правам человека", "Генеральная Ассамблея", "Совет Безопасности", "Экономический и Социальный Совет"),
    "ar": ("مجلس حقوق الإنسان", "الجمعية العامة", "مجلس الأمن", "المجلس الاقتصادي والاجتماعي"),
}
"""The organs, each in the same place."""
UNITED_NATIONS = ("联合国", "United Nations", "Nations Unies", "Naciones Unidas", "Организация Объединенных Наций", "الأمم المتحدة")
MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December",
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    "يناير|فبراير|مارس|أبريل|مايو|يونيه|يونيو|يوليه|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
)


def _any(words: tuple[str, ...]) -> str:
    """A pattern for any of these phrases, with whatever apostrophe and white space."""
    # “大 会”: the masthead sets the characters of a name apart.
    return "|".join(r"\s*".join(word) if re.match("[一-鿿]", word) else re.escape(word).replace(r"\ ", r"\s+").replace("’", "['’]") for word in words)


ORGAN = "|".join(_any(names) for names in ORGANS.values())
_MONTH = "|".join(MONTHS)
DATE = rf"(?:\d{{4}}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日|\d{{1,2}}(?:er|º|°)?\s+(?:de\s+)?(?:{_MONTH})(?:/\w+)?\s+(?:de\s+)?\d{{4}}(?:\s+года|\s+г\.)?)"
SYMBOL = r"[AES]/(?:[A-Z0-9.\-]+/)*(?:RES|DEC)/(?:[A-Z0-9.\-]+/)*[A-Z0-9\-]+(?:\s?\(\d{4}\))?"
"""The symbol of a resolution or decision."""
ANY_SYMBOL = r"[A-Z]{1,4}/[A-Z0-9.\-/]+(?:\s?\(\d{4}\))?\*{0,3}"
"""The symbol of any document."""
JOB = r"(?:(?:GE|NY|V|K|N)\.?\s*)?\d{2}-\d{5}(?:\s*\([A-Z]\))?(?:\s+\d{6}){0,3}"
"""GE.24-12345 (C) 120724 150724."""
JOB_DATES = re.compile(r"\d{6}(?:\s+\d{6})*")
"""The dates behind a job number, where they stand apart from it."""
NUMBER = re.compile(r"(?:ES-|S-)?\d+/\d+(?:\s[A-Z])?\s*[.．]\s*")
"""The number of a resolution before its title."""
PAGE = r"\d{1,3}(?:\s*/\s*\d{1,3})?"

_LANGUAGES = (
    "English|French|Spanish|Russian|Chinese|Arabic|anglais|français|espagnol|russe|chinois|arabe|inglés|francés|español|ruso|chino|árabe"
    "|английский|французский|испанский|русский|китайский|арабский|英文|法文|西班牙文|俄文|中文|阿拉伯文"
    "|الإنكليزية|الإنجليزية|الفرنسية|الإسبانية|الروسية|الصينية|العربية"
)
ORIGINAL = rf"(?:Original|Оригинал|原文|Arabic|Chinese|Russian|Spanish|French|English|الأصل)\s*[:：]\s*(?:{_LANGUAGES})"
DISTRIBUTION = r"(?:Distr|分发|التوزيع)\s*[.．]?\s*(?:[:：]\s*)?(?:General|Limited|générale|limitée|general|limitada|普遍|有限|عام|محدود)"
MASTHEAD = re.compile(
    rf"(?:(?:{_any(UNITED_NATIONS)}|{ORGAN}|{DISTRIBUTION}|{ORIGINAL}|{ANY_SYMBOL}|\(?(?:{_LANGUAGES})(?:\s+only)?\)?|\*{{1,3}}|{DATE})\s*)+", re.IGNORECASE
)
"""A line of the masthead: one or several of its parts."""
ORGAN_LINE = re.compile(rf"(?:{ORGAN})")
DATE_LINE = re.compile(DATE, re.IGNORECASE)
DISTRIBUTED = re.compile(rf".*{DISTRIBUTION}.*")
FOOTER = re.compile(rf"(?:{PAGE}\s+)?{JOB}(?:\s+{PAGE})?|(?:{PAGE}\s+)?(?P<symbol>{SYMBOL})(?:\s+{PAGE})?")
"""A job number or the symbol, perhaps with the page number beside it."""
PAGE_LINE = re.compile(r"[-–—]?\s*(\d{1,3})(?:\s*/\s*(\d{1,3}))?\s*[-–—]?")
BARCODE = re.compile(r"\*\s*(?:\d\s*){7}\*?|(?:\d\s*){7}\*")
RECYCLE = re.compile(
    r"(?:请回收|Please recycle|Merci de recycler|Se ruega reciclar|Просьба отправить на вторичную переработку|يرجى إعادة الاستعمال)[\s@♲-♽\uf000-\uf0ff]*",
    re.IGNORECASE,
)
RULE = re.compile(r"[_‗\u2500-\u2501—–-]{5,}|(?:_\s*){5,}")
"""A line drawn over footnotes or below the text."""

CHAPEAU = re.compile(rf"[\"“«„]?\s*(?:The\s+|Le\s+|L['’]|El\s+|La\s+|إن\s+)?(?:{ORGAN})\s*[,，،]", re.IGNORECASE)
"""The line that opens the preamble."""
HEAD_START = re.compile(
    rf"(?:{ORGAN})$|第.{{1,9}}届.{{0,6}}会议$|第?{SYMBOL}|\[|(?:Resolution|Decision|Résolution|Décision|Resolución|Decisión|Резолюция|Решение|القرار|قرار|第)\s*\d"
    r"|(?:\d+|ES-\d+|S-\d+)/\d+(?:\s*[A-Z]\b)?\s*[.．]?|议程项目|Agenda item|Point \d+|Points |Tema |Temas |Пункт|البند"
    r"|(?:Resolution|Decision) adopted by|(?:Résolution|Décision) adoptée|(?:Resolución|Decisión) (?:aprobada|adoptada)|(?:Резолюция|Решение), принят|قرار اتخذ"
    r"|Adopted by|Adoptée? par|Aprobada por|Принята|(?:安全理事会|大会|人权理事会).*通过|\d.*(?:[–—-]|至|到| to | au | al | по ).*(?:19|20)\d\d"
)
"""What begins a line of its own in the head. A line of figures with a span of time is that of the session's dates."""
HEAD_LINE = re.compile(
    rf"(?:{ORGAN})|第.{{1,9}}届.{{0,6}}会议|.+ session(?: extraordinaire)?"
    r"|.+ período (?:extraordinario )?de sesiones"
    rf"|.+ (?:специальная )?сессия|الدورة .+|\d[^a-z]*\d{{4}}\D?|\d.*[–—-].*(?:19|20)\d\d(?: года)?|\d.*至.*日"
    r"|议程项目\s*[\d、和 ()a-z（）]+|Agenda items?\s+[\d\s,and()a-z]+|Points? \d+[^A-ZÀ-Ý]*de l['’]ordre du jour"
    r"|Temas? [\d\s,y()a-z]+(?:del programa|de la agenda)?"
    r"|Пункты? [\d\s,и()a-zа-я]+повестки дня|البند .+"
    rf"|{SYMBOL}|第\d+\s*\(\d{{4}}\)号决议|(?:Resolution|Résolution|Resolución|Резолюция)\s+\d+\s*\(\d{{4}}\)"
)
"""What is a whole line of the head."""
MEETING = re.compile(
    r"第\s*\d+\s*次(?:全体)?会议|\d+(?:st|nd|rd|th)\s+(?:plenary\s+)?meeting|\d+\s*(?:re|e|ème)\s+séance(?:\s+plénière)?|\d+\s*[ªa]\.?\s*(?:sesión|reunión)(?:\s+plenaria)?"
    r"|\d+-е\s+(?:пленарное\s+)?заседание|الجلسة.+\d+",
    re.IGNORECASE,
)
"""The meeting, at the foot."""
VOTES = {
    "yes": ("赞成", "In favour", "Votent pour", "Ont voté pour", "Votos a favor", "A favor", "Голосовали за", "المؤيدون"),
    "no": ("反对", "Against", "Votent contre", "Ont voté contre", "Votos en contra", "En contra", "Голосовали против", "المعارضون"),
    "abstain": ("弃权", "Abstaining", "Abstentions", "S’abstiennent", "Se sont abstenus", "Abstenciones", "Воздержались", "الممتنعون"),
}
VOTE = re.compile(rf"((?:{'|'.join(_any(words) for words in VOTES.values())})\s*[:：])\s*(.*)", re.IGNORECASE)
"""The heading of a list of voters, with what follows on its line."""
FOOT_START = re.compile(
    rf"(?:{DATE})$|(?:{MEETING.pattern})$|\[|(?:经?记录表决|未经表决|Adopted (?:by|without)|Adoptée? |Aprobada |Принята )", re.IGNORECASE
)
"""What begins a line of its own at the foot."""
ANNEX = re.compile(r"(?:附件[一二三四五六七八九十]*|(?:Annex|Annexe|Anexo|Приложение)(?: [IVX]+)?|المرفق.*)", re.IGNORECASE)
"""The heading of an annex."""

OPERATIVE = re.compile(r"\**(\d{1,3})\s*[.．]\s*(?![\d.])\S")
"""The number of an operative paragraph; 0.7% is none."""
LABEL = re.compile(
    r"\**(?:[(（](?:[a-z]{1,2}|[ivxl]{1,5}|\d{1,2}|[一二三四五六七八九十]{1,3}|[а-я])[)）]|[\u3220-\u3229\u2460-\u2473\u2474-\u2487]|[a-zа-я]\)|[ivx]{1,4}\))\s*\S"
)
"""The label of a sub-paragraph."""
ENDED = re.compile(r"[，；。：、？！,;.:?!،؛](?:\s*(?:and|or|et|ou|y|o|e|u|и|или|以及|和|或|و|أو))?[)）\]”’»』」*⁰¹²³⁴⁵⁶⁷⁸⁹\s]*")
"""What a paragraph or sub-paragraph ends with."""
OPENING = re.compile(
    r"(?!(?:Beijing|During|King|According|Durant|Pendant|Fondo|Segundo|Mundo|Fernando)\b)"
    r"(?:(?:(?:Also|Deeply|Fully|Further|Gravely|Once again|Profoundly|Seriously|Strongly) )?(?:[A-Z][a-z]+|[a-z]+)ing\b"
    r"|(?:Deeply |Gravely |Seriously )?(?:[Aa]larmed|[Aa]ppalled|Aware|[Cc]oncerned|Conscious|Convinced|Determined|[Dd]isturbed|Encouraged|Guided|Mindful)\b"
    r"|(?:Profondément |Vivement |Gravement |Se |S['’])?(?:[A-ZÀ-Ý][a-zß-ÿ]+|[a-zß-ÿ]+)ant\b"
    r"|(?:Profondément |Vivement |Gravement )?(?:[Aa]larmé|Conscient|[Cc]onvaincu|Déterminé|Encouragé|Guidé|[Ii]nquiet|[Pp]réoccupé)e?\b"
    r"|[A-ZÁÉÍÓÚ][a-záéíóúñ]+ndo(?:se)?\b"
    r"|(?:Profundamente |Gravemente )?(?:[Aa]larmad[oa]|Alentad[oa]|Consciente|[Cc]onvencid[oa]|Decidid[oa]|Guiad[oa]|[Pp]reocupad[oa])\b"
    r"|(?:又|还|再次|再度|深为|深切|严重|强烈)?(?:重申|回顾|忆及|铭记|遵循|注意|意识|认识|确认|承认|强调|欢迎|赞赏|关切|震惊|表示|考虑|深信|相信|决心|谴责|感到|满意地|遗憾|申明|念及|赞扬|痛惜)"
    r"|(?:و?إذ ))"
)
"""How preambular paragraphs begin, where nothing else shows it. Russian ones begin as other lines do: in lower case."""
