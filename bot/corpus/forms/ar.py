"""How texts are worded in Arabic."""

from __future__ import annotations

import re

from bot.corpus.forms.common import ECOSOC, ENGLISH_MASTHEAD, GA, HRC, SC, Form, compiled, dates, months, names_of
from bot.resolution import DocumentKind, Vote

_AR_MONTHS = months(
    "كانون الثاني/يناير|يناير", "شباط/فبراير|فبراير", "آذار/مارس|مارس", "نيسان/أبريل|أبريل", "أيار/مايو|مايو",
    "حزيران/يونيه|حزيران/يونيو|يونيه|يونيو",
    "تموز/يوليه|تموز/يوليو|يوليه|يوليو", "آب/أغسطس|أغسطس", "أيلول/سبتمبر|سبتمبر", "تشرين الأول/أكتوبر|أكتوبر",
    "تشرين الثاني/نوفمبر|نوفمبر",
    "كانون الأول/ديسمبر|ديسمبر",
)  # fmt: skip
_AR_MONTH = "|".join(sorted(map(re.escape, _AR_MONTHS), key=len, reverse=True))
_AR_DATE = rf"(?P<d>\d{{1,2}}) (?P<m>{_AR_MONTH}) (?P<y>\d{{4}})"
_AR_BODIES = "(?P<body>مجلس حقوق الإنسان|الجمعية العامة|مجلس الأمن|المجلس الاقتصادي والاجتماعي)"
_AR_ORAL = r"(?:،? بصيغته[ام]*،? (?:المنقحة|المعدلة|المصوبة) شفويا،?)"
_AR_SEE = r"(?: انظر [^\[\]]{1,120})?"
"""Where the report says more: See chap. VII."""
_AR_FOLLOWS = rf"\.?(?:(?: وكانت نتيجة التصويت|،) (?:كما يلي|على النحو التالي):?)?{_AR_SEE}\]?"
_AR_FEW_VOTES = "صوت واحد|صوتين|صوتان"
_AR_FEW_STATES = "عضو واحد|عضوين|دولة واحدة|دولتين"
"""One and two, which Arabic has no figures for."""

ARABIC = Form(
    language="ar",
    names={
        HRC: "مجلس حقوق الإنسان",
        GA: "الجمعية العامة",
        SC: "مجلس الأمن",
        ECOSOC: "المجلس الاقتصادي والاجتماعي",
    },
    inflected={},
    chapeaux={
        "إن مجلس حقوق الإنسان،": HRC,
        "إن الجمعية العامة،": GA,
        "إن مجلس الأمن،": SC,
        "إن المجلس الاقتصادي والاجتماعي،": ECOSOC,
    },
    session=compiled(
        r"الدورة (?:(?P<emergency>الاستثنائية الطارئة) |(?P<special>الاستثنائية) |العادية )?(?P<number>\S+(?: \S+)?)"
        r"|(?:دورة عام|الدورة (?:الموضوعية|التنظيمية)(?: المستأنفة)? لعام) (?P<number_>\d{4})"
    ),
    session_dates=dates(r"\d{1,2}", rf" (?:{_AR_MONTH})", r" \d{4}", r"[-–—]|إلى|و"),
    months=_AR_MONTHS,
    agenda_item=compiled(
        r"(?:البند|البندان|البنود) (?P<number>\d+)(?: ?\(\w+\))*(?:(?:،| و) ?\d+(?: ?\(\w+\))*)* من جدول الأعمال"
    ),
    adopted_by={
        DocumentKind.RESOLUTION: compiled(rf"(?:قرار اعتمده|قرار اتخذته|قرار اتخذه) {_AR_BODIES}(?: في {_AR_DATE})?"),
        DocumentKind.DECISION: compiled(rf"(?:مقرر اعتمده|مقرر اتخذه) {_AR_BODIES}(?: في {_AR_DATE})?"),
        DocumentKind.STATEMENT: compiled(rf"بيان (?:من )?(?:الرئيس|الرئيسة|رئيس)(?: {_AR_BODIES})?(?: في {_AR_DATE})?"),
    },
    introduction=compiled(r".+(?:جلسته|الجلسة).*(?:النص التالي|المقرر التالي|البيان التالي)(?: باسم [^:]{1,60})?:"),
    council_number=compiled(r"القرار (?P<number>\d+) \((?P<year>\d{4})\)"),
    council_heading="القرار {number} ({year})",
    council_adopted=compiled(rf"الذي اتخذه (?P<body>مجلس الأمن) في (?P<meeting>جلسته \d+)،? المعقودة في {_AR_DATE}"),
    ends={"PP": "،:", "OP": "؛:", "last": "."},
    date=compiled(_AR_DATE),
    meeting=compiled(r"الجلسة (?:العامة )?(?P<number>\d+)"),
    tallies=(
        compiled(
            rf"\[?اعتمد(?:ت)?(?: القرار| المقرر)?(?P<revised>{_AR_ORAL})?"
            rf"(?: بتصويت (?:مسجل|بنداء الأسماء))?(?: بأغلبية)? "
            rf"(?P<yes>\d+|{_AR_FEW_VOTES})(?: صوتا| أصوات| صوت)? مقابل "
            rf"(?P<no>\d+|{_AR_FEW_VOTES}|لا شيء)(?: صوتا| أصوات| صوت)?"
            rf"(?:،? (?:مع )?و?امتناع (?P<abstain>\d+|{_AR_FEW_STATES})(?: عضوا| أعضاء| عضو| دولة| دول)? عن التصويت)?"
            rf"{_AR_FOLLOWS}"
        ),
        compiled(
            rf"\[?(?:بتصويت مسجل:? )?(?:بأغلبية )?(?P<yes>\d+)(?: صوتا| أصوات| صوت)?(?: مؤيدا| مؤيدة)? مقابل "
            rf"(?P<no>\d+|{_AR_FEW_VOTES}|لا شيء)(?: صوتا| أصوات| صوت)?(?: معارضا| معارضة)?"
            rf"(?:،? (?:مع )?و?امتناع (?P<abstain>\d+|{_AR_FEW_STATES})"
            rf"(?: عضوا| أعضاء| عضو| دولة| دول)?(?: عن التصويت)?)?{_AR_FOLLOWS}"
        ),
    ),
    without_a_vote=compiled(
        rf"\[?(?:اعتمد(?:ت)?(?: القرار| المقرر)?(?P<revised>{_AR_ORAL})? )?"
        rf"(?:بدون|دون) تصويت\.?{_AR_SEE}\]?"
    ),
    votes={"المؤيدون": Vote.YES, "المعارضون": Vote.NO, "الممتنعون": Vote.ABSTAIN, "الممتنعون عن التصويت": Vote.ABSTAIN},
    nobody=frozenset({"لا أحد", "لا أحد.", "لا يوجد"}),
    separator="،",
    conjunctions=(" و",),
    annex=compiled(r"(?:ال)?مرفق(?: (?P<number>الأول|الثاني|الثالث|الرابع|\d+))?(?:: (?P<title>\S.*))?"),
    heading=re.compile(
        r"(?:[IVX]+|(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا)ً?|[أ-ي])(?:\s*[-–.]\s*.+)?"
    ),
    chapter=re.compile(r"(?P<number>[A-Z]|[IVX]{1,5})(?:[.．]?(?: .{1,150})?)?"),
    draft=re.compile(r"(?:(?P<sponsors>.{1,3000}?) ?: ?)?مشروع (?:قرار|مقرر)(?: منقح)?(?: .{1,300})?"),
    preambular=re.compile(r"و?إذ "),
    operative=re.compile(r"[يت][\u0600-\u06ff]+ "),
    record_start=re.compile(r"اعتمد"),
    council_dated=compiled(rf"المؤرخ (?:في )?{_AR_DATE}"),
    council_dated_number=compiled(
        rf"(?P<number>\d{{1,4}}) \((?P<year>\d{{4}})\)(?:[.،]| [-–—])?"
        rf" ?(?:ال)?قرار (?:ال)?مؤرخ (?:في )?{_AR_DATE}(?: \d{{1,2}})?"
    ),
    council_foot=compiled(
        rf"اتخذ(?P<unanimous> بالإجماع)?(?P<without> (?:بدون|دون) تصويت)? في الجلسة (?P<meeting>\d{{1,5}})"
        rf"(?P<consensus>،? بتوافق الآراء)?(?P<unanimous_>،? بالإجماع)?"
        rf"(?:،? بأغلبية (?P<yes>\d{{1,2}})(?: صوتا| أصوات| صوت)? مقابل (?P<no>\d{{1,2}}|{_AR_FEW_VOTES}|لا شيء)"
        rf"(?: صوتا| أصوات| صوت)?{names_of('against')}"
        rf"(?:،? (?:مع )?و?امتناع (?P<abstain>\d{{1,2}}|{_AR_FEW_STATES})(?: عضوا| أعضاء| عضو)? عن التصويت"
        rf"{names_of('abstaining')})?)?"
        r"[ .]{0,4}(?P<mark>\d{1,3})?/?[ .*]{0,4}"
    ),
    council_record=re.compile(r"اتخذ(?: بالإجماع)?(?: (?:بدون|دون) تصويت)? في الجلسة \d"),
    head_start=re.compile(r"(?:القرار|قرار) |البند |البنود |الذي اتخذه"),
    masthead_date=ENGLISH_MASTHEAD,
)
