"""How texts are worded in English."""

from __future__ import annotations

import re

from bot.corpus.forms.common import (
    ECOSOC,
    ENGLISH_MONTHS,
    GA,
    HRC,
    ROMAN_HEADING,
    SC,
    Form,
    compiled,
    dates,
    months,
)
from bot.resolution import DocumentKind, Vote

_EN_MONTHS = months(*ENGLISH_MONTHS)
_EN_DATE = r"(?P<d>\d{1,2}) (?P<m>[A-Za-z]+) (?P<y>\d{4})"
_EN_BODIES = "(?P<body>Human Rights Council|General Assembly|Security Council|Economic and Social Council)"
_EN_ORAL = r"(?:,? as orally (?:revised|amended|corrected|modified),?)"
_EN_N = r"\d+|none|no|one"
_EN_COUNT = r"(?:\d{1,2}|[Il|]|none|no)"
"""A figure of a printed record; the 1 of old print is often recognized as another stroke."""
_EN_SEE = r"(?: See [^\[\]]{1,120})?"
"""Where the report says more: See chap. VII."""
_EN_FOLLOWS = rf"\.?(?:(?: The voting was| The result of the vote was|,) as follows:?)?{_EN_SEE}\]?"

ENGLISH_FORM = Form(
    language="en",
    names={
        HRC: "Human Rights Council",
        GA: "General Assembly",
        SC: "Security Council",
        ECOSOC: "Economic and Social Council",
    },
    inflected={},
    chapeaux={
        "The Human Rights Council,": HRC,
        "The General Assembly,": GA,
        "The Security Council,": SC,
        "The Economic and Social Council,": ECOSOC,
    },
    session=compiled(
        r"(?P<number>[a-z]+(?:-[a-z]+)?|\d+(?:st|nd|rd|th)|\d{4}) (?:(?P<emergency>emergency special) "
        r"|(?P<special>special) |regular )?session"
        r"|(?:resumed )?(?:substantive |organizational )?session(?: of|,| for)? (?P<number_>\d{4})"
    ),
    session_dates=dates(r"\d{1,2}", r" [A-Za-z]+", r",? \d{4}", r"[-–—]|to|and"),
    months=_EN_MONTHS,
    agenda_item=compiled(r"Agenda items? (?P<number>\d+)(?: ?\(\w+\))*(?:(?:, | and )(?:\d+)?(?: ?\(\w+\))*)*"),
    adopted_by={
        DocumentKind.RESOLUTION: compiled(rf"Resolution adopted by the {_EN_BODIES}(?:,? on {_EN_DATE})?"),
        DocumentKind.DECISION: compiled(rf"Decision adopted by the {_EN_BODIES}(?:,? on {_EN_DATE})?"),
        DocumentKind.STATEMENT: compiled(
            rf"(?:President's statement|Statement by the President|Presidential statement)(?: (?:adopted by|of) "
            rf"the {_EN_BODIES})?(?:,? on {_EN_DATE})?"
        ),
    },
    introduction=compiled(
        r"At (?:its|the) .+ meeting.*(?:adopt the following text|adopted the following (?:text|decision)|made "
        r"the following statement)(?: on behalf of [^:]{1,60})?:"
    ),
    council_number=compiled(rf"Resolution (?P<number>\d{{1,4}})(?: \((?P<year>\d{{4}})\))?(?: of {_EN_DATE})?"),
    council_heading="Resolution {number} ({year})",
    council_adopted=compiled(
        r"Adopted (?P<unanimous>unanimously )?by the (?P<body>Security Council) at (?:_ ?)?its "
        rf"(?P<meeting>\d[\dlIO]{{0,4}}(?:st|nd|rd|th) meeting),? on {_EN_DATE}"
    ),
    ends={"PP": ",:", "OP": ";:", "last": "."},
    date=compiled(rf"{_EN_DATE}|(?P<m_>[A-Za-z]+) (?P<d_>\d{{1,2}}), (?P<y_>\d{{4}})"),
    meeting=compiled(r"(?P<number>\d{1,5})(?:st|nd|rd|th) (?:\(resumed\) )?(?:plenary )?meeting(?: \(resumed\))?"),
    tallies=(
        compiled(
            rf"\[?(?:The )?(?:(?:draft )?(?:Resolution|Decision) )?(?:was )?adopted(?P<revised>{_EN_ORAL})?,? by "
            rf"(?:a (?:non-)?(?:recorded |roll-call )?vote of )?(?P<yes>{_EN_N})(?: votes?)?(?: in favour)?"
            rf"(?: to|,)? (?P<no>{_EN_N})(?: votes?)?(?: against)?(?:,? (?:with|and) "
            rf"(?P<abstain>{_EN_N}) abstentions?|,? with none abstaining)?(?P<revised_>{_EN_ORAL})?{_EN_FOLLOWS}"
        ),
        compiled(
            rf"\[?(?:Recorded vote:? )?(?P<yes>\d+)(?: votes?)? (?:in favou?r,|to) "
            rf"(?P<no>{_EN_N})(?: votes?)?(?: against)?"
            rf"(?:,?(?: and| with)? (?P<abstain>{_EN_N}) (?:abstentions?|abstaining))?(?:; adopted)?{_EN_FOLLOWS}"
        ),
    ),
    without_a_vote=compiled(
        rf"\[?(?:(?:(?:Resolution|Decision) )?adopted(?P<revised>{_EN_ORAL})?,? )?without a "
        rf"vote(?P<revised_>{_EN_ORAL})?\.?{_EN_SEE}\]?"
    ),
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
    annex=compiled(r"Annex(?: (?P<number>[IVX]+|\d+|[A-Z]))?(?:(?:\.|:| [-–—]) (?P<title>\S.*))?"),
    heading=re.compile(rf"{ROMAN_HEADING}|(?:Part|Section|Chapter) (?:[IVX]+|\d+|[A-Z]|[a-z]+)(?:[.:]?(?: .+)?)?"),
    chapter=re.compile(r"(?:Part |Section |Chapter )?(?P<number>[A-Z]|[IVX]{1,5})(?:[.．]?(?: .{1,150})?)?"),
    draft=compiled(
        r"(?:(?P<sponsors>.{1,3000}?) ?: ?)?(?:revised )?draft (?:resolution|decision)(?: submitted by .{1,300})?"
    ),
    preambular=re.compile(
        r"(?!(?:Beijing|During|King|According)\b)"
        r"(?:(?:[Aa]lso|[Dd]eeply|[Ff]irmly|[Ff]ully|[Ff]urther|[Gg]ravely|Once again|[Pp]rofoundly|[Ss]eriously"
        r"|[Ss]trongly) ){0,2}"
        r"(?:(?:[A-Z][a-z]*-?)?[a-z]+ing\b|Bearing\b|Whereas\b|(?:[Aa]larmed|[Aa]ppalled|[Aa]ware|[Cc]ognizant"
        r"|[Cc]oncerned"
        r"|[Cc]onscious|[Cc]onvinced|[Dd]esirous|[Dd]etermined|[Dd]ismayed|[Dd]isturbed|[Dd]istressed|[Ee]ncouraged"
        r"|[Gg]rieved"
        r"|[Gg]uided|[Ii]ndignant|[Mm]indful|[Rr]esolved|[Ss]hocked)\b)"
    ),
    operative=re.compile(
        r"(?:(?:Accordingly|Also|Further|Once again|Solemnly|Strongly|Again|Hereby|Therefore|Urgently|Unanimously),? )?"
        r"(?!(?:As|This|Thus|Whereas|Series)\b)"
        r"[A-Za-z][a-z]{2,30}s\b(?! of\b)"
    ),
    council_dated=compiled(r"[a-z]{2},? (?P<d>\d{1,2}|\d[lIift|]|[lIift|]\d) (?P<m>[a-z]+) (?P<y>\d{4}|\S\d{3})"),
    council_dated_number=compiled(
        rf"(?P<number>\d{{1,4}}) \((?P<year>\d{{4}})\)[.,]? ?Resolution of {_EN_DATE}(?: \d{{1,2}})?"
    ),
    council_foot=compiled(
        r"Adopted(?P<unanimous> unanimously)?,?(?P<without> without(?: a)? vote)?,? (?:at )?the "
        r"(?P<meeting>[\dIilO]{1,5} ?(?:st|nd|rd|th))"
        r"(?: \((?:closed|private)\))? meeting(?: \((?:closed|private) meeting\))?(?P<consensus>,? by consensus)?"
        rf"(?:,? by (?P<yes>{_EN_COUNT}) votes? to (?P<no>{_EN_COUNT})(?: "
        rf"?\((?P<against>[^()]{{1,400}}(?:\([^()]{{1,60}}\)[^()]{{0,300}})?)\))?"
        rf"(?:,? (?:with|and) (?P<abstain>{_EN_COUNT}) abstentions?(?: "
        rf"?\((?P<abstaining>[^()]{{1,600}}(?:\([^()]{{1,60}}\)[^()]{{0,300}})?)\))?)?)?"
        r"[ .]{0,4}(?P<mark>\d{1,3})?/?[ .*]{0,4}"
    ),
    council_record=re.compile(
        r"Adopted(?: unanimous(?:ly)?)?,?(?: without(?: a)? vote,?)?(?: \w{1,3}){0,2}(?: [\dIil]| meeting\b|$)"
    ),
    not_participating=compiled(
        r"(?P<count>one|two|three|four|\d) members? \((?P<names>[^()]{1,300})\) "
        r"(?:did not participate in the vot(?:ing|e)|(?:was|were) absent).{0,200}"
    ),
    record_start=compiled(r"Adopted (?:by|without)|Resolution adopted"),
    head_start=re.compile(r"(?:Resolution|Decision) (?:\d|adopted by)|Agenda item|Adopted "),
)
