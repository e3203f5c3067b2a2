"""What stands on the pages around a text, in any language: mastheads, running heads, job and page numbers, barcodes,
rules.

Source: documents of the Human Rights Council, the General Assembly, the Security Council and the Economic and Social
Council as issued.
"""

from __future__ import annotations

import re

from bot.corpus.forms import FORMS, NUMBERED

UNITED_NATIONS = (
    "联合国",
    "United Nations",
    "Nations Unies",
    "Naciones Unidas",
    "Организация Объединенных Наций",
    "الأمم المتحدة",
)


def _any(words: tuple[str, ...]) -> str:
    """A pattern for any of these phrases, with whatever apostrophe and white space."""
    # “大 会”: the masthead sets the characters of a name apart.
    return "|".join(
        r"\s*".join(word) if re.match("[一-鿿]", word) else re.escape(word).replace(r"\ ", r"\s+").replace("’", "['’]")
        for word in words
    )


def _ungrouped(pattern: re.Pattern[str]) -> str:
    """A pattern without the names of its groups."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern)


_ORGAN = "|".join(_any(tuple(name.replace("'", "’") for name in form.names.values())) for form in FORMS.values())
_DATE = "|".join(_ungrouped(form.date).replace(" ", r"\s+") for form in FORMS.values())
RESOLUTION_SYMBOL = (
    r"[AES]/(?:[A-Z0-9.\-]{1,12}/){0,3}(?:RES|DEC|PRST)/(?:[A-Z0-9.\-]{1,12}/){0,3}[A-Z0-9\-]{1,12}"
    r"(?:\s?\((?:\d{4}|[IVXLC]{1,8})\))?(?:\s[A-Z](?:[-–][A-Z])?(?![\w.]))?"
)
"""The symbol of a resolution or decision."""
_SYMBOLS = rf"(?:{RESOLUTION_SYMBOL}|[A-Z]{{1,4}}/[A-Z0-9.\-/]{{1,40}}(?:\s?\(\d{{4}}\))?)\*{{0,3}}"
"""The symbol of any document."""
JOB = r"(?:(?:(?:GE|NY|V|K|N)\.?\s*)?\d{2}-\d{5}|(?:GE|K|N|V)\d{7})(?:\s*\([A-Z]\))?(?:\s+\d{6}){0,3}"
"""GE.24-12345 (C) 120724 150724."""
JOB_DATES = re.compile(r"\d{6}(?:\s+\d{6})*")
"""The dates behind a job number, where they stand apart from it."""
HEAD_NUMBER = re.compile(NUMBERED)
"""The number of a resolution before its title."""
PAGE_NUMBER = r"\d{1,3}(?:\s*/\s*\d{1,3})?"

_LANGUAGES = (
    "English|French|Spanish|Russian|Chinese|Arabic|anglais|français|espagnol|russe|chinois|arabe|inglés|francés"
    "|español|ruso|chino|árabe"
    "|английский|французский|испанский|русский|китайский|арабский|英文|法文|西班牙文|俄文|中文|阿拉伯文"
    "|الإنكليزية|الإنجليزية|الفرنسية|الإسبانية|الروسية|الصينية|العربية"
)
ORIGINAL = (
    r"(?:Original|Оригинал|Подлинный язык|原文|原语文|Arabic|Chinese|Russian|Spanish|French|English|الأصل)"
    rf"\s*[:：]\s*(?:{_LANGUAGES})"
)
DISTRIBUTION = (
    r"(?:Distr|DISTR|分发|التوزيع)\s*+[.．]?\s*+(?:[:：]\s*+)?"
    r"(?i:General|Limited|Restricted|générale|limitée|restreinte|limitada|reservada|普遍|有限|限制|عام|محدود)"
)
_PROVISIONAL = "Provisional|Provisoire|Предварительный|暂定|临时|مؤقتة?"
"""What stands in the place of the distribution on drafts of the Security Council."""
_PART = re.compile(
    rf"(?:{_any(UNITED_NATIONS)}|{_ORGAN}|{DISTRIBUTION}|{ORIGINAL}|{_SYMBOLS}|\(?(?:{_LANGUAGES})(?:\s+only)?\)?"
    rf"|\*{{1,3}}|{_DATE}|General Distribution|普遍分发|\d{{4}}\s*年\s*\d{{1,2}}\s*月"
    rf"|(?:{_PROVISIONAL})(?=\s|$)|Date: [A-Z][a-z]{{2,8}} \d{{4}}"
    r"|(?-i:UNITED|NATIONS|GENERAL|ASSEMBLY|SECURITY|ECONOMIC|AND|SOCIAL|COUNCIL|LIMITED|[ASE](?=\s|$))"
    r"|Distr\s?[.．]\s?:?(?=\s|$))\s*",
    re.IGNORECASE,
)
_ADOPTED = re.compile(rf"(?:{_ORGAN})\s{{0,9}}(?:{_DATE})")
"""An organ and a day: the line that says when the organ adopted a text, which may go on in the next one."""
LONGEST_FURNITURE = 200
"""Characters of the longest line of a masthead or running head."""


def is_masthead(text: str) -> bool:
    """Whether a line consists of parts of a masthead: organs, symbols, dates, languages, distribution."""
    at = 0
    while at < len(text) <= LONGEST_FURNITURE and (found := _PART.match(text, at)):
        at = found.end()
    return 0 < at == len(text) and not _ADOPTED.fullmatch(text)


ORGAN_LINE = re.compile(rf"(?:{_ORGAN})")
DATE_LINE = re.compile(_DATE, re.IGNORECASE)
DISTRIBUTED = re.compile(
    rf"(?:.{{0,150}}?{DISTRIBUTION}.{{0,100}}|DISTR[.．]?|Distr[.．]:?"
    rf"|(?:.{{0,150}}\s)?(?:{_PROVISIONAL})(?:\s.{{0,100}})?)"
)
_SESSION = "|".join(_ungrouped(form.session) for form in FORMS.values())
VOLUME_HEAD = re.compile(
    rf"(?:\d{{1,4}}\s+)?(?:(?:{_ORGAN})\s*[—–]\s*(?:{_SESSION})"
    r"|(?:[IVX]{1,5}\.|[一二三四五六七八九十]{1,3}[、.．]|[\u0620-\u064a]{4,8}ا?\s?[-–])\s*"
    r"(?:Resolutions adopted|Decisions adopted|Resolutions and decisions"
    r"|Résolutions (?:et décisions )?adoptées|Décisions adoptées|Resoluciones (?:y decisiones )?aprobadas"
    r"|Decisiones aprobadas|Резолюции,? (?:и решения,? )?принятые|Решения,? принятые"
    r"|(?:القرارات|المقررات) (?:المتخذة|المعتمدة|التي اتخذت)|.{0,60}通过的(?:决议|决定))"
    r"(?:.{0,150}[^,;:.，；：。؛،])?)(?:\s+\d{1,4})?"
)
"""What runs through the pages of volumes of resolutions."""
FOOTER = re.compile(
    rf"(?:{PAGE_NUMBER}\s+)?{JOB}(?:\s+(?:{PAGE_NUMBER}|[/／][.…．]{{1,3}}))?"
    rf"|(?:{PAGE_NUMBER}\s+)?(?P<symbol>{RESOLUTION_SYMBOL})(?:\s+{PAGE_NUMBER})?"
)
"""A job number or the symbol, perhaps with the page number beside it."""
PAGE_LINE = re.compile(r"[-–—]?\s*(\d{1,3})(?:\s*/\s*(\d{1,3}))?\s*[-–—]?")
TURN = re.compile(
    r"[/／][.…．]{1,3}|[-–—]\s?\d{1,3}\s?[-–—]|\d{1,3} \| P ?a ?g ?e|第\s?\d{1,3}\s?页(?:[，,]?\s?共\s?\d{1,3}\s?页)?"
    r"|(?:(?:Page|página|стр\.|страница|صفحة)\s?)?\d{1,3}\s(?:of|sur|de|из|من)\s\d{1,3}"
    r"|(?:Page|página|стр\.|страница|第|(?:ال)?صفحة)\s?\d{1,3}",
    re.IGNORECASE,
)
"""What documents up to 1997 print at the foot and the head of a page, and page numbers that say so themselves."""
ADVANCE = re.compile(
    r"(?:advance\s)?unedited(?:\sadvance)?\s(?:version|copy)|version\spréliminaire\snon\séditée"
    r"|versión\s(?:avanzada|preliminar)\s(?:sin|no)\seditad?[ao]?r?|предварительный\sнеотредактированный\sвариант"
    r"|نسخة\s(?:أولية|مسبقة)\sغير\sمحررة|未经编辑的?预发(?:本|件|文本)",
    re.IGNORECASE,
)
"""What is printed on a text that is given out before it is edited."""
BARCODE = re.compile(r"\*\s*(?:\d\s*){7}\*?|(?:\d\s*){7}\*")
RECYCLE = re.compile(
    r"(?:请回收|Please rec.{0,3}cle|Merci de recycler|"
    r"Se ruega reciclar|Просьба отправить на вторичную переработку|يرجى إعادة الاستعمال)[\s@♲-♽\uf000-\uf0ff]{0,40}"
    r"|[♲-♽]",
    re.IGNORECASE,
)
RULE_LINE = re.compile(r"[_‗\u2500-\u2501—–－-]{5,400}|(?:[_—–－-]\s{0,3}){4,200}|(?:=\s{0,9}){1,200}")
"""A line drawn over footnotes or below the text."""

NOTES_HEADING = re.compile(
    r"(?:Foot|End)?notes|Notes de (?:bas de page|fin)|Notas(?: (?:al|a) pie de página)?|(?:Примечания|Сноски)"
    r"|(?:ال)?(?:حواشي|هوامش)|注释?|註釋?|[脚腳][注註]",
    re.IGNORECASE,
)
"""What stands above the notes at the end of a document."""

ENDED = re.compile(
    r"[，；。：、？！,;.:?!،؛](?:\s{0,3}(?:and|or|et|ou|y|o|e|u|и|или|以及|和|或|و|أو))?[)）\]”’»』」*⁰¹²³⁴⁵⁶⁷⁸⁹\s]*"
)
"""What a paragraph or sub-paragraph ends with."""
